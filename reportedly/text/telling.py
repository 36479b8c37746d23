"""Acts of telling in a paragraph: who tells, which tokens he tells, how and when.

In: a parsed paragraph with its mentions. Out: `Telling`s, which may lie in one another: "26 were killed, the ministry
said, TASS reported" gives two. Constructions: cue verb with a clause, an object or direct speech, before, after or in
its middle; "according to X", "X's figures"; "citing X"; "was quoted by A and B"; "A quoted X as saying"; a telling
without content of its own ("the agency informed about it") takes up the sentence before.
"""

from collections.abc import Iterator, Sequence

from reportedly.lexicon import load
from reportedly.model import EntityKind, Modality, Voice
from reportedly.text.grammar import verb_above
from reportedly.text.names import mentions_of
from reportedly.text.quotes import Quotation, quotations_of
from reportedly.text.sentences import Paragraph, Sentence, Token
from reportedly.text.tellers import Telling, cited_in, cues, in_order, voices_of_noun, voices_of_verb, words_of
from reportedly.when import When


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
    attitude = cues().get(token.lemma_.lower())
    if attitude is None or token.pos_ not in {"VERB", "AUX"} or _lacks_complement(token) or _is_quoted_saying(token):
        return None
    voices = voices_of_verb(token, sentence, found)
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
    return verb.dep_ == "pcomp" and verb.head.lower_ == "as" and cues().get(verb.head.head.lemma_.lower()) == "quote"


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


_CONTENT = {"ccomp", "xcomp", "dobj", "attr", "oprd", "acl", "dative"}
_CONTENT_PREPOSITIONS = {"of", "about", "at", "as", "for", "against", "to", "from", "on", "with"}


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
            t.text in {";", ":"} or (t.lemma_.lower() in cues() and t.i < verb.i - 3 and t.head == verb)
        ):
            low = t.i + 1
    own = {t.i for t in subject.subtree} if subject is not None else set()
    return {i for i in range(low, verb.i) if i not in own}


def _is_addressee(noun: Token, verb: Token) -> bool:
    return verb.lemma_.lower() in words_of("addressing") and not noun.text[0].isdigit()


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
        or inner.lower_ in words_of("occasions")
        or inner.lemma_.lower() in words_of("occasions")
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
        if t.lemma_.lower() in cues() and t.pos_ == "VERB" and not any(other.holds(t.i) for other in quotations)
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
    extra = cited_in(token, sentence)
    return Telling(
        voices=in_order((*extra, *voices), "according to"),
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
        voices=in_order(voices, count.lower_),
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
        voices=in_order(voices, tokens[at].text),
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
    return Telling(voices=in_order(voices, ":"), tokens=content, cue=tokens[at].i, depth=0, modality=None, said_on=None)


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
