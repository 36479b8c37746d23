"""Acts of telling in a paragraph: who tells, which tokens he tells, how and when.

In: a parsed paragraph with its mentions. Out: `Telling`s, which may lie in one another: "26 were killed, the ministry
said, TASS reported" gives two. Constructions: cue verb with a clause, an object or direct speech, before, after or in
its middle; "according to X", "X's figures"; "citing X"; "was quoted by A and B"; "A quoted X as saying"; a telling
without content of its own ("the agency informed about it") takes up the sentence before.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from reportedly.lexicon import load
from reportedly.model import EntityKind, Mention, Modality, Span, Voice, VoiceRole
from reportedly.text.grammar import noun_phrase, subject_of, verb_above
from reportedly.text.names import mentions_of
from reportedly.text.quotes import Quotation, quotations_of
from reportedly.text.sentences import Paragraph, Sentence, Token
from reportedly.when import When


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """`voices` from the one who knows to the one who carries; `tokens` are the paragraph's tokens that are told."""

    voices: tuple[Voice, ...]
    tokens: frozenset[int]
    cue: int
    depth: int  # how deep the cue hangs in the tree: of two tellings of the same, the deeper is nearer to who knows
    modality: Modality | None
    said_on: When | None


@cache
def _cues() -> dict[str, str]:
    return {verb: kind for kind, verbs in load("en/voices")["verbs"].items() for verb in verbs}


def tellings_of(paragraph: Paragraph, before: Sequence[Telling] = ()) -> tuple[Telling, ...]:
    """The acts of telling in a paragraph; `before` are those of the paragraph above, for speech that goes on."""
    quotations = quotations_of(paragraph.doc)
    found: list[Telling] = []
    for sentence in paragraph.sentences:
        for token in sentence.tokens:
            telling = _by_verb(token, sentence, quotations, found) or _by_phrase(token, sentence, found)
            if telling is not None:
                found.append(telling)
        headed = _by_colon(sentence, quotations)
        if headed is not None:
            found.append(headed)
    found.extend(_continued(paragraph, quotations, found, before))
    return tuple(found)


# --- by a verb -------------------------------------------------------------------------------------------------


def _by_verb(
    token: Token, sentence: Sentence, quotations: Sequence[Quotation], found: Sequence[Telling]
) -> Telling | None:
    attitude = _cues().get(token.lemma_.lower())
    if attitude is None or token.pos_ not in {"VERB", "AUX"} or _lacks_complement(token) or _is_quoted_saying(token):
        return None
    voices = _voices_of_verb(token, sentence, found)
    if not voices:
        return None
    content = _clause_content(token, sentence) | _speech_of(token, sentence, quotations)
    content -= _teller_tokens(token) | _before_semicolon(token, sentence, quotations)
    if attitude == "quote" and token.dep_ == "acl":
        content |= {t.i for t in verb_above(token.head).subtree} - {t.i for t in token.subtree}
    if not content:
        content = _sentence_before(token, sentence)
    if not content:
        return None
    return Telling(
        voices=voices,
        tokens=frozenset(content),
        cue=token.i,
        depth=sum(1 for _ in token.ancestors),
        modality=_modality(token, attitude),
        said_on=_said_on(sentence, content, token),
    )


def _is_quoted_saying(verb: Token) -> bool:
    """ "quoted the ministry as saying": the saying is the ministry's, and belongs to "quoted"."""
    return verb.dep_ == "pcomp" and verb.head.lower_ == "as" and _cues().get(verb.head.head.lemma_.lower()) == "quote"


def _before_semicolon(verb: Token, sentence: Sentence, quotations: Sequence[Quotation]) -> set[int]:
    """A semicolon outside of quotations parts tellings."""
    marks = [
        t.i for t in sentence.tokens if t.text == ";" and t.i < verb.i and not any(q.holds(t.i) for q in quotations)
    ]
    return set(range(sentence.tokens.start, marks[-1] + 1)) if marks else set()


def _lacks_complement(verb: Token) -> bool:
    """ "raised the toll" tells, "raised the flag" does not."""
    needed = load("en/voices")["needs"].get(verb.lemma_.lower())
    if not needed:
        return False
    if "#" in needed and any(t.like_num for c in verb.children if c.dep_ not in _SUBJECTS for t in c.subtree):
        return False
    return not any(t.lower_ in needed for c in verb.children if c.dep_ not in _SUBJECTS for t in (c, *c.children))


_SUBJECTS = {"nsubj", "nsubjpass", "npadvmod", "advcl"}


_ADDRESSED = {
    "tell",
    "inform",
    "notify",
    "remind",
    "assure",
    "brief",
    "ask",
    "urge",
    "warn",
    "advise",
    "invite",
    "beg",
    "exhort",
    "call",
}
_CONTENT = {"ccomp", "xcomp", "dobj", "attr", "oprd", "acl", "dative"}
_CONTENT_PREPOSITIONS = {"of", "about", "at", "as", "for", "against", "to", "from", "on", "with"}
_ADJUNCT_NOUNS = {
    "statement", "briefing", "conference", "interview", "reporters", "journalists", "media", "television", "tv", "radio", "twitter",
    "telegram", "facebook", "address", "speech", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "day",
    "morning", "evening", "afternoon", "night", "report", "bulletin", "message", "post", "agency", "channel", "x", "website", "parliament",
    "news", "release", "press", "phone", "condition", "sidelines",
}  # fmt: skip


def _clause_content(verb: Token, sentence: Sentence) -> set[int]:
    """What the verb's own complements say."""
    content: set[int] = set()
    for child in verb.children:
        if child.dep_ in {"nsubj", "nsubjpass", "aux", "neg", "punct", "mark", "agent"}:
            continue
        is_clause = child.dep_ in {"ccomp", "xcomp", "parataxis"}
        is_object = child.dep_ in _CONTENT and not (child.dep_ in {"dobj", "dative"} and _is_addressee(child, verb))
        is_phrase = child.dep_ == "prep" and child.lower_ in _CONTENT_PREPOSITIONS and not _is_adjunct(child, sentence)
        if is_clause or is_object or is_phrase or child.dep_ == "pcomp":
            content |= {t.i for t in child.subtree}
        if child.dep_ == "prep" and child.lower_ == "as":
            content |= {t.i for c in child.children if c.dep_ == "pcomp" for t in c.subtree if t.i > c.i}
    if _counts(verb):
        content |= _rest_of_clause(verb, sentence)
    if _is_parenthetical(verb):
        return content | {t.i for t in sentence.tokens}
    has_content = any(
        c.dep_ in {"ccomp", "xcomp"} or (c.dep_ == "dobj" and not _is_addressee(c, verb)) for c in verb.children
    )
    if not has_content:
        behind = any(c.dep_ == "nsubj" and c.i > verb.i for c in verb.children)
        content |= (set() if behind else _clause_around(verb)) or _stretch_before(verb, sentence)
    return content


def _is_parenthetical(verb: Token) -> bool:
    """ "His people, he tells us tonight, hold 31 bodies": subject and verb between two commas."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    if subject is None or subject.left_edge.i <= verb.sent.start:
        return False
    behind = [t.text for t in verb.doc[verb.i + 1 : min(verb.i + 6, verb.sent.end)]]
    rest = verb.sent.end - verb.i
    return verb.doc[subject.left_edge.i - 1].text == "," and "," in behind and '"' not in behind and rest > 7


def _counts(verb: Token) -> bool:
    """ "arrives at 800", "closed its bulletin with 28 dead": a body and its number."""
    return verb.lemma_.lower() in load("en/voices")["needs"]


def _rest_of_clause(verb: Token, sentence: Sentence) -> set[int]:
    """All behind the verb up to a semicolon or to the next verb with a subject of its own."""
    out: set[int] = set()
    for t in sentence.tokens:
        if t.i <= verb.i:
            continue
        if t.text == ";" or (
            t.dep_ in {"nsubj", "nsubjpass"} and t.head.i != verb.i and t.head.dep_ != "relcl" and not t.like_num
        ):
            break
        out.add(t.i)
    return out


def _stretch_before(verb: Token, sentence: Sentence) -> set[int]:
    """ "Two dead, say the police; five, says the hospital": what stands before, back to a semicolon."""
    subject = max((c for c in verb.children if c.dep_ == "nsubj"), key=lambda c: c.i, default=None)
    is_inverted = subject is not None and subject.i > verb.i
    if not is_inverted and not _is_set_off(verb):
        return set()
    low = sentence.tokens.start
    for t in sentence.tokens:
        if t.i < verb.i and (
            t.text in {";", ":"} or (t.lemma_.lower() in _cues() and t.i < verb.i - 3 and t.head == verb)
        ):
            low = t.i + 1
    own = {t.i for t in subject.subtree} if subject is not None else set()
    return {i for i in range(low, verb.i) if i not in own}


def _is_addressee(noun: Token, verb: Token) -> bool:
    return verb.lemma_.lower() in _ADDRESSED and not noun.text[0].isdigit()


def _is_adjunct(preposition: Token, sentence: Sentence) -> bool:
    """ "in a statement", "on Thursday", "to reporters": where and when it was told, not what."""
    own = sentence.span_of(preposition, max(preposition.subtree, key=lambda t: t.i))
    if any(own.start <= sentence.span_at(t.start, t.end).start <= own.start + 24 for t in sentence.times):
        return True
    if preposition.lower_ in {"of", "against"}:
        return False
    inner = next((c for c in preposition.children if c.dep_ == "pobj"), None)
    return (
        inner is None
        or inner.lower_ in _ADJUNCT_NOUNS
        or inner.lemma_.lower() in _ADJUNCT_NOUNS
        or inner.ent_type_ in {"DATE", "TIME"}
    )


def _clause_around(verb: Token) -> set[int]:
    """ "26 people, the ministry said, were killed": the clause that the parser hung the verb of saying on."""
    if verb.dep_ not in {"parataxis", "ccomp", "conj", "advcl", "dep", "relcl"} or verb.head == verb:
        return set()
    if verb.dep_ in {"conj", "advcl", "relcl"} and not _is_set_off(verb):
        return set()
    return {t.i for t in verb.head.subtree} - {t.i for t in verb.subtree}


def _is_set_off(verb: Token) -> bool:
    """Whether subject and verb stand alone between commas or at the end."""
    inside = sorted(t.i for t in verb.subtree if not t.is_punct)
    before = verb.doc[inside[0] - 1].text if inside[0] > 0 else ""
    return before in {",", '"', "-", "–"} and len(inside) <= 8


def _speech_of(verb: Token, sentence: Sentence, quotations: Sequence[Quotation]) -> set[int]:
    """The direct speech that this verb introduces or closes."""
    content: set[int] = set()
    if any(q.holds(verb.i) for q in quotations):
        return content
    for q in quotations:
        if _cue_of(q, sentence, quotations) == verb.i:
            content |= set(range(q.first, q.last))
    return content


def _cue_of(q: Quotation, sentence: Sentence, quotations: Sequence[Quotation]) -> int | None:
    """The verb of saying nearest to a quotation, in the sentences that it touches or that follow it at once."""
    doc = sentence.tokens.doc
    first, last = doc[q.first].sent, doc[min(q.last, len(doc) - 1)].sent
    near = [
        t
        for t in doc[first.start : last.end]
        if t.lemma_.lower() in _cues() and t.pos_ == "VERB" and not any(other.holds(t.i) for other in quotations)
    ]
    before = [t.i for t in near if t.i < q.first]
    after = [t.i for t in near if t.i >= q.last]
    if after and after[0] - q.last <= 12 and (not before or q.first - before[-1] > 4 or after[0] - q.last <= 3):
        return after[0]
    return before[-1] if before else (after[0] if after else None)


def _teller_tokens(verb: Token) -> set[int]:
    """The verb, its subject and its own adverbs are not what is told."""
    out = {verb.i}
    for child in verb.children:
        if child.dep_ in {"nsubj", "nsubjpass", "agent", "npadvmod", "advmod"} and not any(
            t.like_num for t in child.subtree if child.dep_ == "advmod"
        ):
            out |= {t.i for t in child.subtree if t.dep_ not in {"relcl"}}
    return out


def _sentence_before(verb: Token, sentence: Sentence) -> set[int]:
    """ "The agency informed about it", "The spokesman was quoted by the agencies": the sentence before is meant."""
    earlier = [s for s in sentence.paragraph.sentences if s.tokens.end <= sentence.tokens.start]
    takes_up = verb.lemma_.lower() in {
        "quote",
        "inform",
        "report",
        "write",
        "say",
        "cite",
        "announce",
        "confirm",
        "tell",
        "state",
    }
    own = [t for t in sentence.tokens if not t.is_punct]
    if not earlier or not takes_up or verb.head != verb or len(own) > 22:
        return set()
    return {t.i for t in earlier[-1].tokens}


def _modality(verb: Token, attitude: str) -> Modality | None:
    hedged = any(c.dep_ == "neg" for c in verb.children) or any(
        c.dep_ == "aux" and c.lower_ in {"can", "could", "may", "might"} for c in verb.children
    )
    if attitude == "deny":
        return None if hedged else Modality.DENIED
    if attitude == "possible" or hedged:
        return Modality.POSSIBLE
    return Modality.DEMANDED if attitude == "demand" else None


def _said_on(sentence: Sentence, content: set[int], cue: Token) -> When | None:
    """The date in the telling's own words, the one nearest to the cue."""
    best: tuple[int, When] | None = None
    for time in sentence.times:
        tokens = sentence.tokens_in(sentence.span_at(time.start, time.end))
        if time.when is None or not tokens or any(t.i in content for t in tokens) or time.is_past_year:
            continue
        distance = abs(tokens[0].i - cue.i)
        if best is None or distance < best[0]:
            best = (distance, time.when)
    return best[1] if best else None


# --- by a phrase -----------------------------------------------------------------------------------------------


def _by_phrase(token: Token, sentence: Sentence, found: Sequence[Telling]) -> Telling | None:
    """ "according to X", "with reference to X", "by X's count", "X's count is 63"."""
    counter = _owner_of_count(token)
    if counter is not None:
        return _by_count(counter, token, sentence)
    inner = _referred_to(token) or _reckoner(token)
    if inner is None:
        return None
    voices = voices_of_noun(inner, sentence, cue="by" if inner.pos_ == "PRON" else None, found=found)
    voices += tuple(v for n in inner.conjuncts for v in voices_of_noun(n, sentence) if v not in voices)
    own = {t.i for t in token.subtree}
    content = _stretch_of(token, sentence) - own
    extra = _cited_in(token, sentence)
    return Telling(
        voices=_in_order((*extra, *voices), "according to"),
        tokens=frozenset(content),
        cue=token.i,
        depth=sum(1 for _ in token.ancestors),
        modality=None,
        said_on=_said_on(sentence, content, token),
    )


def _by_count(owner: Token, count: Token, sentence: Sentence) -> Telling | None:
    """ "The fire service's closing count is 63 dead": what the clause says of the count is its owner's word."""
    voices = voices_of_noun(owner, sentence, cue=count.lower_)
    if not voices or mentions_of(sentence.article).at(voices[0].mention) is None:
        return None
    content = {t.i for t in count.head.subtree if t.i > count.i}
    return Telling(
        voices=_in_order(voices, count.lower_),
        tokens=frozenset(content),
        cue=count.i,
        depth=sum(1 for _ in count.ancestors),
        modality=None,
        said_on=_said_on(sentence, content, count),
    )


def _owner_of_count(token: Token) -> Token | None:
    """Whose count it is that the sentence gives a value: "the army's figure is nine", "the ministry's toll stands at 9"."""
    table = load("en/voices")["reckoning"]
    if token.lemma_.lower() not in table["counts"] or token.dep_ not in {"nsubj", "nsubjpass"}:
        return None
    if token.head.lemma_.lower() not in table["valued"]:
        return None
    return next((c for c in token.children if c.dep_ == "poss" and c.pos_ != "PRON"), None)


def _referred_to(token: Token) -> Token | None:
    if token.lower_ != "according" and not (token.lower_ == "reference" and token.head.lower_ in {"with", "in"}):
        return None
    to = next((c for c in token.children if c.lower_ == "to"), None)
    return next((c for c in (to or token).children if c.dep_ in {"pobj", "pcomp"}), None)


def _reckoner(token: Token) -> Token | None:
    """Whose count it is: "by the ministry's count", "by his reckoning", "by the statement of the ministry"."""
    if token.lemma_.lower() not in load("en/voices")["reckoning"]["words"] or token.i == 0:
        return None
    owner = next((c for c in token.children if c.dep_ == "poss"), None)
    if owner is not None:
        before = owner.left_edge.i - 1
        return owner if before >= 0 and token.doc[before].lower_ == "by" else None
    if token.dep_ != "pobj" or token.head.lower_ != "by" or token.head.dep_ == "agent":
        return None
    of = next((c for c in token.children if c.lower_ == "of"), None)
    return next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None


def _stretch_of(token: Token, sentence: Sentence) -> set[int]:
    """What "according to X" covers: all before it back to another such phrase or a semicolon, else all behind it."""
    doc = token.doc
    low, high = sentence.tokens.start, sentence.tokens.end
    for t in sentence.tokens:
        is_border = t.text in {";", ":"} or (t.lower_ == "according" and t.i != token.i)
        if is_border and t.i < token.i:
            low = max([t.i + 1, *(s.i + 1 for s in t.subtree if t.lower_ == "according")])
        elif is_border and t.text == ";" and t.i > token.i:
            high = t.i
            break
    leading = all(doc[i].is_punct or doc[i].pos_ in {"ADV", "CCONJ", "SCONJ"} for i in range(low, token.i))
    if leading:
        return set(range(token.i, high))
    # in the middle of its clause it covers both sides, at the clause's end only what stands before
    verb = verb_above(token.head)
    return set(range(low, high)) if token.i < verb.i < high else set(range(low, token.i))


# --- by a colon -------------------------------------------------------------------------------------------------


def _by_colon(sentence: Sentence, quotations: Sequence[Quotation]) -> Telling | None:
    """ "The foreign ministry: none of ours is hurt", "Police “Two dead”", and in headlines "Two dead: police"."""
    tokens = [t for t in sentence.tokens if not t.is_space]
    at = next((n for n, t in enumerate(tokens) if t.text in {":", '"'}), None)
    if at is None or not 0 < at <= _TITLED or any(t.pos_ in {"VERB", "AUX"} for t in tokens[:at]):
        return _by_colon_behind(sentence, tokens)
    is_quote = tokens[at].text == '"'
    if is_quote and not any(q.first == tokens[at].i + 1 for q in quotations):
        return None
    voices = voices_of_noun(_head_of(tokens[:at]), sentence) if tokens[:at] else ()
    if not voices or not _is_whole(tokens[:at], voices, sentence):
        return None
    content = {t.i for t in tokens[at + 1 :]}
    mention = mentions_of(sentence.article).at(voices[0].mention)
    if not is_quote and sentence is sentence.paragraph.sentences[0] and mention and mention.kind is EntityKind.PERSON:
        # a transcript: the paragraph is what this person says
        content |= set(range(sentence.tokens.end, len(sentence.paragraph.doc)))
    return Telling(
        voices=_in_order(voices, tokens[at].text),
        tokens=frozenset(content),
        cue=tokens[at].i,
        depth=0,
        modality=None,
        said_on=None,
    )


_TITLED = 16
"""Words before a colon that may be a speaker with title and office: "Dr X, the superintendent of the Y hospital:"."""


def _by_colon_behind(sentence: Sentence, tokens: list[Token]) -> Telling | None:
    at = next((n for n in range(len(tokens) - 1, 0, -1) if tokens[n].text in {":", "-", "–", "—"}), None)
    if at is None or not sentence.is_headline or len(tokens) - at > 6 or at < 3:
        return None
    voices = voices_of_noun(_head_of(tokens[at + 1 :]), sentence) if tokens[at + 1 :] else ()
    if not voices or not _is_whole(tokens[at + 1 :], voices, sentence):
        return None
    content = frozenset(t.i for t in tokens[:at])
    return Telling(
        voices=_in_order(voices, ":"), tokens=content, cue=tokens[at].i, depth=0, modality=None, said_on=None
    )


def _head_of(tokens: Sequence[Token]) -> Token:
    inside = {t.i for t in tokens}
    nouns = [t for t in tokens if t.pos_ in {"NOUN", "PROPN"}]
    return next((t for t in nouns if t.head.i not in inside or t.head == t), (nouns or list(tokens))[-1])


def _is_whole(tokens: Sequence[Token], voices: tuple[Voice, ...], sentence: Sentence) -> bool:
    """Whether the voice's mention is what the words before the colon are about, and no place alone ("Lima: 3 dead")."""
    mention = mentions_of(sentence.article).at(voices[0].mention)
    return mention is not None and mention.kind in {
        EntityKind.ORGANISATION,
        EntityKind.PERSON,
        EntityKind.AGENCY,
        EntityKind.OUTLET,
    }


# --- speech that goes on ---------------------------------------------------------------------------------------


def _continued(
    paragraph: Paragraph, quotations: Sequence[Quotation], found: Sequence[Telling], before: Sequence[Telling]
) -> Iterator[Telling]:
    """Direct speech without a verb of its own: the last speaker goes on, in this paragraph or from the one above."""
    for q in quotations:
        if any(q.first in telling.tokens for telling in found):
            continue
        earlier = [t for t in found if t.cue < q.first]
        last = earlier[-1] if earlier else (before[-1] if before and q.first <= 1 else None)
        if last is not None:
            tokens = frozenset(range(q.first, q.last))
            yield Telling(voices=last.voices, tokens=tokens, cue=q.first, depth=0, modality=None, said_on=last.said_on)


# --- who ---------------------------------------------------------------------------------------------------------


def _voices_of_verb(verb: Token, sentence: Sentence, found: Sequence[Telling]) -> tuple[Voice, ...]:
    """Who tells by this verb, the one who knows first."""
    behind = [c for c in verb.children if c.dep_ == "nsubj" and c.i > verb.i]
    subject = behind[0] if behind else subject_of(verb)
    passive = any(c.dep_ in {"auxpass", "nsubjpass"} for c in verb.children)
    attitude = _cues()[verb.lemma_.lower()]
    if subject is None or (verb.lemma_ == "show" and subject.lemma_ not in load("en/voices")["nouns"]["content"]):
        return ()
    teller = voices_of_noun(subject, sentence, cue=verb.lower_, found=found)
    cited = _cited_in(verb, sentence)
    if passive:
        near = [*verb.children, *(g for c in verb.children if c.dep_ == "prep" for p in c.children for g in p.children)]
        agents = [
            p
            for c in near
            if c.dep_ == "agent" or (c.dep_ == "prep" and c.lower_ == "by")
            for p in c.children
            if p.dep_ == "pobj"
        ]
        carriers = tuple(
            v for a in agents for n in (a, *a.conjuncts) for v in voices_of_noun(n, sentence, cue=verb.lower_)
        )
        if attitude == "quote":
            return _in_order((*teller, *carriers), verb.lower_)
        return _in_order(carriers, verb.lower_)
    if attitude == "quote":
        inner = next((c for c in verb.children if c.dep_ in {"dobj", "dative"}), None)
        return _in_order(
            (*(voices_of_noun(inner, sentence, cue="quoted") if inner is not None else ()), *teller), verb.lower_
        )
    if verb.lemma_.lower() == "tell":
        told = next((c for c in verb.children if c.dep_ in {"dobj", "dative"}), None)
        medium = voices_of_noun(told, sentence, cue="told") if told is not None else ()
        teller += tuple(v for v in medium if v.role is not VoiceRole.SPEAKER)
    for c in verb.children:
        if c.dep_ in {"prep", "dative"} and c.lower_ in {"to", "on"}:
            inner = next((p for p in c.children if p.dep_ == "pobj"), None)
            medium = voices_of_noun(inner, sentence, cue="to") if inner is not None else ()
            teller += tuple(v for v in medium if v.role is not VoiceRole.SPEAKER)
    return _in_order((*cited, *teller), verb.lower_)


def _cited_in(verb: Token, sentence: Sentence) -> tuple[Voice, ...]:
    """ "..., citing the ministry": on whose word the teller tells."""
    for token in sentence.tokens:
        if token.lower_ not in {"citing", "quoting"} or token.i == verb.i:
            continue
        if (
            token.head != verb
            and not token.is_ancestor(verb)
            and not verb.is_ancestor(token)
            and token.head != verb.head
        ):
            continue
        inner = next((c for c in token.children if c.dep_ in {"dobj", "pobj"}), None)
        if inner is not None:
            return tuple(v for n in (inner, *inner.conjuncts) for v in voices_of_noun(n, sentence, cue="citing"))
    return ()


def _in_order(voices: tuple[Voice, ...], cue: str) -> tuple[Voice, ...]:
    """Each voice once, with its cue."""
    kept: list[Voice] = []
    for voice in voices:
        if all(v.name != voice.name for v in kept):
            kept.append(Voice(name=voice.name, role=voice.role, cue=voice.cue or cue, mention=voice.mention))
    return tuple(kept)


_TELLING_PLACES = {
    EntityKind.PLACE,
    EntityKind.ORGANISATION,
    EntityKind.PERSON,
    EntityKind.GROUP,
    EntityKind.AGENCY,
    EntityKind.OUTLET,
}
_SOURCES = {
    "source", "witness", "resident", "official", "doctor", "hospital", "expert", "observer", "analyst", "activist", "rescuer", "medic",
    "organiser", "organizer", "police", "authority", "ministry", "government", "spokesman", "spokeswoman", "spokesperson", "media", "agency",
    "newspaper", "television", "survivor", "relative", "diplomat", "union", "group", "party", "lawyer", "company", "operator", "mayor",
    "governor", "opposition", "army", "military", "department", "institute", "embassy", "office", "channel", "radio", "website", "paper", "daily",
    "monitor", "neighbour", "neighbor", "eyewitness", "passenger", "captain", "volunteer", "leader", "chief", "commander", "minister", "president",
}  # fmt: skip


def voices_of_noun(
    noun: Token, sentence: Sentence, *, cue: str | None = None, found: Sequence[Telling] = ()
) -> tuple[Voice, ...]:
    """The voice that a noun phrase names, and the body it speaks for; empty where it is no voice ("the toll said")."""
    mentions = mentions_of(sentence.article)
    mention = mentions.covering(sentence.base + noun.idx)
    carriers = _carriers_in(noun, mention, sentence)
    if carriers:
        return tuple(Voice(name=m.name, role=role_of(m), cue=cue, mention=m.span) for m in carriers)
    if mention is None and noun.pos_ == "PRON":
        return found[-1].voices if found and noun.lower_ in {"it", "he", "she"} and cue is not None else ()
    if mention is None:
        return _unnamed(noun, sentence, cue, found)
    if noun.pos_ == "PRON" and mention.name.lower() in _ANYBODY:
        return found[-1].voices if found and noun.lower_ in {"it", "he", "she"} and cue is not None else ()
    mention, body = _named_and_body(noun, mention, sentence)
    voice = Voice(name=mention.name, role=role_of(mention), cue=cue, mention=mention.span)
    if body is None or body.name == mention.name:
        return (voice,)
    return (voice, Voice(name=body.name, role=VoiceRole.SPEAKER, cue=None, mention=body.span))


_ANYBODY = {"they", "we", "i", "you", "people", "it", "he", "she", "who", "which", "that", "one", "this"}


def _carriers_in(noun: Token, mention: Mention | None, sentence: Sentence) -> list[Mention]:
    """ "the TASS and AFP agencies", "the Ajan and Barta news agency": every agency or medium in the phrase."""
    if mention is not None and mention.kind not in {EntityKind.AGENCY, EntityKind.OUTLET}:
        return []
    sent = noun.sent
    words = [t for t in noun.subtree if t.dep_ not in {"relcl"} and sent.start <= t.i < sent.end]
    span = sentence.span_of(words[0], words[-1])
    inside = [m for m in mentions_of(sentence.article).inside(span) if m.kind in {EntityKind.AGENCY, EntityKind.OUTLET}]
    is_named = mention is not None or noun.lemma_.lower() in {
        "agency",
        "channel",
        "newspaper",
        "television",
        "station",
        "media",
    }
    return inside if is_named else []


_UNITS = {
    "office",
    "service",
    "department",
    "section",
    "center",
    "centre",
    "bureau",
    "directorate",
    "staff",
    "desk",
    "unit",
    "division",
}


def _named_and_body(noun: Token, mention: Mention, sentence: Sentence) -> tuple[Mention, Mention | None]:
    """The person behind "the police spokesman, Juan Perez", and the body spoken for; "the ministry's press service" is
    the ministry."""
    mentions = mentions_of(sentence.article)
    body = mentions.at(mention.organ)
    sent = noun.sent
    words = [t for t in noun.subtree if t.dep_ not in {"relcl"} and sent.start <= t.i < sent.end]
    near = mentions.inside(sentence.span_of(words[0], words[-1]))
    if mention.kind is EntityKind.PERSON and not _is_proper(mention):
        named = [m for m in near if m.kind is EntityKind.PERSON and _is_proper(m) and m.span != mention.span]
        if named and any(c.dep_ in {"appos", "compound", "nmod"} for c in noun.children):
            return named[0], body or mentions.at(named[0].organ)
    if mention.kind is EntityKind.ORGANISATION and noun.lemma_.lower() in _UNITS:
        holder = [m for m in near if m.kind is EntityKind.ORGANISATION and m.span.start < mention.span.start]
        if holder:
            return holder[0], None
    return mention, body


def _is_proper(mention: Mention) -> bool:
    return (
        mention.name[:1].isupper()
        and any(w[:1].isupper() for w in mention.name.split())
        and mention.name != mention.title
    )


def role_of(mention: Mention) -> VoiceRole:
    return {EntityKind.AGENCY: VoiceRole.AGENCY, EntityKind.OUTLET: VoiceRole.MEDIUM}.get(
        mention.kind, VoiceRole.SPEAKER
    )


def _unnamed(noun: Token, sentence: Sentence, cue: str | None, found: Sequence[Telling]) -> tuple[Voice, ...]:
    """A phrase that names nobody: "sources", "a statement by the ministry", "official information"."""
    if noun.lemma_.lower() in load("en/voices")["nouns"]["content"]:
        inner = _maker_of(noun, sentence, cue)
        if inner:
            return inner
        if any(c.dep_ in {"poss", "det", "amod"} for c in noun.children):
            return found[-1].voices if found else _body_before(noun, sentence, cue)
    is_source = any(t.lemma_.lower() in _SOURCES or t.lower_ in _SOURCES for t in (noun, *_beside(noun)))
    is_data = noun.lemma_.lower() in load("en/voices")["nouns"]["content"] and any(
        c.dep_ == "amod" for c in noun.children
    )
    if not is_source and not (is_data and cue is None) and not _is_strict(noun, cue):
        return ()
    words = noun_phrase(noun)
    while len(words) > 1 and words[0].pos_ == "DET":
        words.pop(0)
    span = sentence.span_of(words[0], words[-1])
    return (Voice(name=sentence.quote(span), role=VoiceRole.SPEAKER, cue=cue, mention=None),)


def _body_before(noun: Token, sentence: Sentence, cue: str | None) -> tuple[Voice, ...]:
    """ "The ministry knows of fewer. Its latest bulletin gives 24": the body named last in the paragraph."""
    span = Span(sentence.paragraph.span.start, sentence.base + noun.idx)
    near = [
        m for m in mentions_of(sentence.article).inside(span) if m.kind in {EntityKind.ORGANISATION, EntityKind.PERSON}
    ]
    return (Voice(name=near[-1].name, role=VoiceRole.SPEAKER, cue=cue, mention=near[-1].span),) if near else ()


def _beside(noun: Token) -> list[Token]:
    """ "the rights group Odvet": what a name is called."""
    return [c for c in noun.children if c.dep_ in {"compound", "nmod", "appos"}] if noun.pos_ == "PROPN" else []


def _is_strict(noun: Token, cue: str | None) -> bool:
    """ "a dock foreman reckoned": only somebody can be the subject of such a verb."""
    table = load("en/voices")["tellers"]
    is_teller = cue is not None and noun.dep_ in {"nsubj", "pobj"} and noun.head.lemma_.lower() in table["strict"]
    is_known = noun.ent_type_ not in _NO_VOICES or noun.head.lemma_.lower() in {*table["strict"], "put", "report"}
    is_named = cue is not None and noun.dep_ == "nsubj" and noun.pos_ == "PROPN" and is_known
    return (is_teller or is_named) and noun.pos_ in {"NOUN", "PROPN"} and noun.lemma_.lower() not in table["inanimate"]


_NO_VOICES = {"LOC", "FAC", "EVENT", "DATE", "TIME", "WORK_OF_ART", "PRODUCT", "LAW", "LANGUAGE"}


def _maker_of(noun: Token, sentence: Sentence, cue: str | None) -> tuple[Voice, ...]:
    """ "figures from the hospital", "the ministry's statement"."""
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in {"by", "from", "of"}:
            for inner in child.children:
                if inner.dep_ == "pobj" and (voices := voices_of_noun(inner, sentence, cue=cue)):
                    return voices
        if child.dep_ in {"poss", "compound"} and (voices := voices_of_noun(child, sentence, cue=cue)):
            return voices
    return ()
