"""Tellings without a verb of telling: "according to X", "by X's count", "X's toll stands at 9", "a list kept by X".

In: a token of a sentence, which may be such a phrase's head. Out: the `Telling`, or None.
"""

import itertools
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache

from reportedly.lexicon import load
from reportedly.model import EntityKind, Mention, Modality, Voice, VoiceRole
from reportedly.text.carriers import cited_in, learned_from, voices_of_row, voices_of_verb
from reportedly.text.dates import Direction
from reportedly.text.grammar import verb_above
from reportedly.text.names import mentions_of
from reportedly.text.sentences import Sentence, Token
from reportedly.text.tellers import Telling, agents_of, cues, in_order, maker_of, voices_of_noun, words_of
from reportedly.when import When


def by_phrase(token: Token, sentence: Sentence, found: Sequence[Telling]) -> Telling | None:
    """ "according to X", "with reference to X", "by X's count", "X's count is 63"."""
    if not (token.i <= sentence.tokens.start + 1 or _may_begin(token)):
        return None
    return (
        _untrue(token)
        or _branded(token, sentence)
        or _by_count(token, sentence, found)
        or _by_maker(token, sentence)
        or _by_reference(token, sentence, found)
        or _by_news(token, sentence)
        or _without_verb(token, sentence)
    )


def _may_begin(token: Token) -> bool:
    """Whether one of the turns may begin at the word, where it does not stand at the head of its sentence."""
    return token.lower_ in _beginnings() or token.lemma_.lower() in _beginnings()


@cache
def _beginnings() -> frozenset[str]:
    reckoning = load("en/voices")["reckoning"]
    counts = _contents() | words_of("news") | {"toll", "number", "figure", *reckoning["counts"], *reckoning["words"]}
    return counts | _phrases().keys() | _NOUNS | {"as", "so", "believe"}


def said_on(sentence: Sentence, content: set[int], cue: Token) -> When | None:
    """The date in the telling's own words, the one nearest to the cue."""
    best: tuple[int, When] | None = None
    for time in sentence.times:
        tokens = sentence.tokens_in(sentence.span_at(time.start, time.end))
        is_stretch = time.direction is Direction.SINCE  # "the count of all who have died since Monday"
        if time.when is None or not tokens or any(t.i in content for t in tokens) or time.is_past_year or is_stretch:
            continue
        distance = abs(tokens[0].i - cue.i)
        is_long = (time.when.last or date.max) - (time.when.first or date.min) > _NIGHT
        if is_long and distance > _NEAR:
            continue  # "said five had died, the most lost this month"
        if best is None or distance < best[0]:
            best = (distance, time.when)
    return best[1] if best else None


_NIGHT = timedelta(days=1)
_NEAR = 4  # words between a verb and the week in which it was said: "said last week"


def _telling(
    token: Token, voices: tuple[Voice, ...], content: set[int], sentence: Sentence, cue: str
) -> Telling | None:
    if not voices or not content:
        return None
    return Telling(
        voices=in_order(voices, cue),
        tokens=frozenset(content),
        cue=token.i,
        depth=sum(1 for _ in token.ancestors),
        modality=None,
        said_on=said_on(sentence, content, token),
    )


def _untrue(token: Token) -> Telling | None:
    """ "Reports that 200 died are false": whoever says so denies what the report says."""
    if token.lemma_.lower() not in _contents() or token.dep_ not in {"nsubj", "nsubjpass"}:
        return None
    forms = {
        f for c in token.head.children if c.dep_ in {"acomp", "attr", "oprd"} for f in (c.lower_, c.lemma_.lower())
    }
    content = {t.i for t in token.subtree if t.i > token.i}
    if not forms & frozenset(load("en/voices")["untrue"]["words"]) or not content:
        return None
    is_denied = not any(c.dep_ == "neg" for c in token.head.children)
    modality = Modality.DENIED if is_denied else None
    return Telling(voices=(), tokens=frozenset(content), cue=token.i, depth=0, modality=modality, said_on=None)


def _branded(token: Token, sentence: Sentence) -> Telling | None:
    """ "The ministry called the figure of 200 dead a fairy tale", "A report of 40 dead was described by the army as a lie",
    "the talk of 50 detained is invented": who brands what is told denies it."""
    verb = token.head
    if token.lemma_.lower() not in _contents() | {"toll", "number"} or token.dep_ not in {"dobj", "nsubj", "nsubjpass"}:
        return None
    own = {t.i for t in token.subtree if t.i > token.i}
    lemma = verb.lemma_.lower()
    if lemma in words_of("invented") and token.dep_ == "nsubjpass" and _holds(token):
        return Telling(voices=(), tokens=frozenset(own), cue=token.i, depth=0, modality=Modality.DENIED, said_on=None)
    untrue = frozenset(load("en/voices")["untrue"]["words"])
    rest = verb.doc[verb.i + 1 : verb.sent.end]
    if lemma not in words_of("branding") or not _holds(token) or not any(t.lower_ in untrue for t in rest):
        return None
    if token.dep_ == "nsubjpass":
        brander = next(iter(agents_of(verb)), None)
    else:
        brander = next((c for c in verb.children if c.dep_ == "nsubj"), None) if token.dep_ == "dobj" else None
    voices = voices_of_noun(brander, sentence, cue=verb.lower_) if brander is not None else ()
    if not voices:
        return None
    depth = sum(1 for _ in token.ancestors) + 1
    return Telling(
        voices=in_order(voices, verb.lower_),
        tokens=frozenset(own),
        cue=token.i,
        depth=depth,
        modality=Modality.DENIED,
        said_on=None,
    )


# --- whose count ---------------------------------------------------------------------------------------------------


def _by_count(token: Token, sentence: Sentence, found: Sequence[Telling]) -> Telling | None:
    """ "The fire service's closing count is 63 dead", "the opposition's count of 64 dead": what is said of the count, and
    what the count is of, is its owner's word."""
    table = load("en/voices")["reckoning"]
    lemma = token.lemma_.lower()
    if (
        token.pos_ not in {"NOUN", "PROPN"}
        or lemma not in _contents() | frozenset(table["counts"])
        or _is_reckoner(token)
    ):
        return None
    owner = next((c for c in token.children if c.dep_ == "poss"), None)
    if owner is not None and owner.lower_ == "whose":
        owner = _owner_of_clause(token) or owner
    is_own = owner is not None and owner.pos_ == "PRON" and lemma in table["counts"]
    by = frozenset({"by", "from"} if lemma in table["counts"] else {"by", "from", "of"})
    made = maker_of(token, sentence, lemma, by=by)
    voices = voices_of_noun(owner, sentence, cue="by", found=found) if is_own and owner is not None else made
    if made and _is_maker(token, made) and (behind := _said_of(token)):
        return _telling(token, voices, behind, sentence, lemma)
    mention = mentions_of(sentence.article).at(voices[0].mention) if voices else None
    if not voices or (mention is None and not is_own) or (owner is None and _is_place(mention)):
        return None
    own = {t.i for c in token.children if c.dep_ in {"poss", "compound", "amod", "det"} for t in c.subtree}
    content = {t.i for t in token.subtree if t.i > token.i} - own
    verb = token.head
    is_valued = token.dep_ in {"nsubj", "nsubjpass"} and verb.lemma_.lower() in table["valued"]
    if is_valued and lemma in table["counts"]:
        content |= {t.i for t in verb.subtree if t.i > token.i}
    elif token.dep_ not in {"ROOT", "nsubj", "nsubjpass"} and not _holds_number(content, token):
        return None
    return _telling(token, voices, content, sentence, lemma)


_UP = 3  # arcs from "in the report" to its verb: "are listed as missing in the report"


def _is_maker(paper: Token, made: tuple[Voice, ...]) -> bool:
    """The police report is by the police; the passenger list is not by the passengers."""
    kind = [c for c in paper.children if c.dep_ == "compound"]
    return made[0].mention is not None or not kind or kind[-1].lemma_.lower() in words_of("reporting")


def _said_of(paper: Token) -> set[int]:
    """ "152 deaths appear in the ministry's records", "Four dead is the balance given by the brigade": what stands in it."""
    verb, own = paper.head, {t.i for t in paper.subtree}
    if paper.dep_ == "pobj" and verb.lower_ in {"in", "on", "among"} and verb.dep_ == "prep":
        near = itertools.islice(verb.ancestors, _UP)
        above = next((t for t in near if t.pos_ in {"VERB", "AUX"} and t.lemma_.lower() in words_of("written")), None)
        if above is None:
            return set()
        is_subject = any(c.dep_ in {"nsubj", "nsubjpass"} and _holds(c) for c in above.children if c.i < verb.i)
        return {t.i for t in above.subtree} - own if is_subject else set()
    if paper.dep_ == "attr" and verb.lemma_ == "be":
        such = next((c for c in verb.children if c.lower_ in {"such", "this", "that"} and c.i < verb.i), None)
        if such is not None and such.i > paper.sent.start and such.nbor(-1).text in _STOPS:
            return set(range(paper.sent.start, such.i))  # "Nine dead, 60 hurt: such is the balance of the prefecture"
        return {t.i for c in verb.children if c.dep_ == "nsubj" and _holds(c) for t in c.subtree}
    return set()


def _holds(noun: Token) -> bool:
    """Whether a phrase gives a number."""
    return any(t.like_num for t in noun.subtree)


def _by_maker(token: Token, sentence: Sentence) -> Telling | None:
    """ "The claim that 40 died was made by the rebel radio", "A figure of 300 dead was put about by exiles"."""
    verb = token.head
    is_told = token.lemma_.lower() in _contents() | words_of("news") | {"figure", "toll", "number"}
    if not is_told or token.dep_ != "nsubjpass" or verb.lemma_.lower() not in words_of("giving"):
        return None
    if any(c.dep_ in {"neg", "det"} and c.lower_ == "no" for c in token.children):
        return None
    behind = {t.i for t in token.subtree if t.i > token.i}
    voices = tuple(v for agent in agents_of(verb) for v in voices_of_row(agent, sentence, "by"))
    return _telling(token, voices, behind, sentence, "by") if _holds(token) else None


def _by_news(token: Token, sentence: Sentence) -> Telling | None:
    """ "Word came from the hospital that seven had died", "reports reached us from the mine of 20 dead"."""
    verb = token.head
    if token.lemma_.lower() not in words_of("news") or token.dep_ not in {"nsubj", "nsubjpass"}:
        return None
    if verb.lemma_.lower() not in words_of("coming") or any(
        c.dep_ in {"neg", "det"} and c.lower_ == "no" for c in token.children
    ):
        return None
    sources = [
        p for c in (*token.children, *verb.children) if c.lower_ == "from" for p in c.children if p.dep_ == "pobj"
    ]
    that = next((t for t in sentence.tokens if t.i > max(token.i, verb.i) and t.lower_ in {"that", "of"}), None)
    own = {
        t.i
        for c in token.children
        if c.dep_ in {"acl", "relcl", "ccomp", "prep"} and c.lower_ != "from"
        for t in c.subtree
    }
    is_own = own and (that is None or (bool(sources) and that.i > sources[0].i))
    if sources and is_own and _holds(token):
        return _telling(token, voices_of_row(sources[0], sentence, "from"), own, sentence, "from")
    if not sources or that is None or that.i < sources[0].i < verb.i:
        return None
    start = that.i if that.lower_ == "that" else max(that.i, sources[0].i)
    voices = voices_of_row(sources[0], sentence, "from")
    return _telling(token, voices, set(range(start, sentence.tokens.end)), sentence, "from")


def _without_verb(token: Token, sentence: Sentence) -> Telling | None:
    """ "Norland in warning against all travel", "The embassy on the 16th that none of ours is hurt": no verb tells."""
    if token.i > sentence.tokens.start + 1 or token.pos_ not in {"NOUN", "PROPN", "ADJ"}:
        return None
    mention = mentions_of(sentence.article).covering(sentence.base + token.idx)
    if mention is None or mention.kind is EntityKind.GROUP:
        return None
    words = sentence.tokens_in(mention.span)
    rest = sentence.tokens.doc[words[-1].i + 1 : sentence.tokens.end] if words else []
    end = next((t for t in rest if t.lower_ == "that" or t.pos_ in {"VERB", "AUX"} or t.text in _STOPS), None)
    head = next((t for t in reversed(words) if t.pos_ in {"NOUN", "PROPN"}), token)
    if end is not None and end.lower_ == "that" and end.tag_ == "IN" and _is_told_on(words[-1].i + 1, end.i, sentence):
        voices = voices_of_noun(head, sentence, cue="that")
        return _telling(token, voices, set(range(end.i, sentence.tokens.end)), sentence, "that")
    if len(rest) > 1 and rest[0].lower_ == "in" and sentence.is_headline:
        noun = next((t for t in rest[1:4] if t.lower_ in words_of("uttered")), None)
        if noun is not None and not any(t.tag_ in {"VBD", "VBZ", "VBP"} for t in rest):
            voices = voices_of_noun(head, sentence, cue="in")
            end = next((t for t in rest if t.i > noun.i and t.lower_ in _THEREUPON), None)
            last = end.i if end is not None else sentence.tokens.end  # "in appeal for calm after 20 die"
            return _telling(token, voices, set(range(noun.i, last)), sentence, noun.lower_)
    return None


_THEREUPON = {"after", "as", "following", "amid", "when", "while", "since"}
_STOPS = {",", ";", ":", '"', "(", "-", "–", "—"}


def _is_told_on(start: int, end: int, sentence: Sentence) -> bool:
    """Whether the words between a body and "that" tell when, and nothing more than where and when."""
    told = [sentence.tokens_in(sentence.span_at(time.start, time.end)) for time in sentence.times]
    is_day = any(t.lower_[:1].isdigit() and t.lower_.endswith(_ORDINAL) for t in sentence.tokens.doc[start:end])
    return end - start <= _UNTIL_THAT and (is_day or any(start <= t.i < end for tokens in told for t in tokens))


_UNTIL_THAT = 9
_ORDINAL = ("st", "nd", "rd", "th")


def _owner_of_clause(count: Token) -> Token | None:
    """ "the minister, whose own figure had risen to 15": whom the clause is about."""
    return next((t.head for t in count.ancestors if t.dep_ == "relcl"), None)


def _is_place(mention: Mention | None) -> bool:
    """ "the Lima toll" is of a place, "Lima's toll" is a government's."""
    return mention is not None and mention.kind is EntityKind.PLACE


def _holds_number(content: set[int], token: Token) -> bool:
    return any(token.doc[i].like_num for i in content)


@cache
def _contents() -> frozenset[str]:
    return frozenset(load("en/voices")["nouns"]["content"])


def _is_reckoner(token: Token) -> bool:
    """ "by the ministry's count" is a phrase of its own."""
    return _reckoner(token) is not None


def _reckoner(token: Token) -> Token | None:
    """Whose count it is: "by the ministry's count", "in his account", "by the statement of the ministry"."""
    if token.lemma_.lower() not in load("en/voices")["reckoning"]["words"] or token.i == 0:
        return None
    low = token.sent.start
    own = next((t for t in reversed(token.doc[max(low, token.i - 2) : token.i]) if t.tag_ == "PRP$"), None)
    if own is not None and own.i > low and _is_free(token, own.i - 1):
        return own
    owner = next((c for c in token.children if c.dep_ in {"poss", "compound"}), None)
    if owner is not None:
        before = owner.left_edge.i - 1
        if before >= 0 and token.doc[before].lower_ in {"a", "an", "the"}:
            before -= 1
        return owner if before >= 0 and _is_free(token, before) else None
    if token.dep_ != "pobj" or token.head.lower_ != "by" or token.head.dep_ == "agent":
        return None
    of = next((c for c in token.children if c.lower_ == "of"), None)
    return next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None


def _is_free(token: Token, before: int) -> bool:
    """Whether the preposition goes with the word: "by" with any, "in" with words and views, "to" with knowledge."""
    words = load("en/voices")["reckoning"]
    preposition = token.doc[before].lower_
    return preposition == "by" or (
        preposition in {"in", "on", "to", "at"} and token.lemma_.lower() in words[preposition]
    )


# --- "according to" ------------------------------------------------------------------------------------------------


def _by_reference(token: Token, sentence: Sentence, found: Sequence[Telling]) -> Telling | None:
    if (what := _by_what(token, sentence, found)) is not None:
        return what
    inner = _referred_to(token) or _reckoner(token) or _believed(token) or _for_whom(token, sentence)
    inner = inner or _aware(token)
    if inner is None:
        return None
    voices = voices_of_row(inner, sentence, "by" if inner.pos_ == "PRON" else None, found)
    voices = voices or maker_of(inner, sentence, "according to")
    voices += tuple(v for n in inner.conjuncts for v in voices_of_noun(n, sentence) if v not in voices)
    voices = tuple(sorted(voices, key=lambda v: v.role is not VoiceRole.SPEAKER))
    own = {t.i for t in token.subtree if t.dep_ not in {"relcl", "acl"}} if token.lemma_ != "believe" else {token.i}
    own -= _told_in(inner)
    content = stretch_of(token, sentence) - own
    if _is_mere_pointer(sentence, token):
        content = {t.i for t in token.doc[: sentence.tokens.start]}  # "That is according to the governor."
    return _telling(token, (*cited_in(token, sentence), *voices), content, sentence, "according to")


def _by_what(token: Token, sentence: Sentence, found: Sequence[Telling]) -> Telling | None:
    """ "according to what a doctor mentioned to the agency", "according to what could be learned from the army"."""
    last = _phrase_end(token)
    if last is None or last.i + 1 >= sentence.tokens.end or last.nbor(1).lower_ != "what":
        return None
    near = token.doc[last.i + 2 : min(last.i + _TO_VERB, sentence.tokens.end)]
    verb = next((t for t in near if t.pos_ == "VERB" and t.lemma_.lower() in cues()), None)
    if verb is None:
        return None
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.lower_ != "what"), None)
    is_learned = verb.lemma_.lower() in words_of("learning")
    voices = learned_from(verb, sentence) if is_learned else voices_of_verb(verb, subject, sentence, found)
    end = max(t.i for t in verb.subtree)
    content = stretch_of(token, sentence) - set(range(token.i, end + 1))
    return _telling(token, voices, content, sentence, "according to")


_TO_VERB = 12
"""Words behind "according to what" among which its verb stands."""


def _aware(token: Token) -> Token | None:
    """ "As far as the ministry is aware, three are missing", "So far as the consul knows"."""
    if token.lower_ not in {"as", "so"} or [t.lower_ for t in token.doc[token.i + 1 : token.i + 3]] != ["far", "as"]:
        return None
    for verb in token.doc[token.i + 3 : min(token.i + _TO_VERB, token.sent.end)]:
        if verb.lemma_ in {"know", "aware", "tell", "see"}:
            own = [*verb.children, *verb.head.children]
            return next((c for c in own if c.dep_ in {"nsubj", "nsubjpass"} and token.i < c.i < verb.i), None)
    return None


def _told_in(noun: Token) -> set[int]:
    """ "According to witnesses 40 people died": a clause that the parser hung on whoever tells it, without a relative word."""
    if noun.lemma_.lower() in _contents():
        return set()  # "according to figures the ministry released"
    clauses = (list(c.subtree) for c in noun.children if c.dep_ == "relcl" and any(g.like_num for g in c.subtree))
    return {t.i for clause in clauses if not any(t.tag_ in {"WDT", "WP", "WP$", "WRB"} for t in clause) for t in clause}


def _is_mere_pointer(sentence: Sentence, token: Token) -> bool:
    """ "This is according to the governor": what stands before in the paragraph is meant."""
    first = sentence.tokens[0]
    return first.lower_ in {"this", "that", "these", "it"} and token.i - first.i <= 3 and sentence.tokens.start > 0


def _referred_to(token: Token) -> Token | None:
    """What stands behind "according to", "with reference to", "per", "in the words of"."""
    last = _phrase_end(token) or _end_of_as(token)
    if last is None:
        return None
    for child in last.children:
        is_noun = child.pos_ in {"NOUN", "PROPN", "PRON", "ADJ", "NUM"}
        if child.dep_ in {"pobj", "pcomp", "dobj", "nsubj"} and child.i > last.i and is_noun:
            return child
    following = token.doc[last.i + 1 : min(last.i + 9, token.sent.end)]
    nouns = [t for t in following if t.pos_ in {"NOUN", "PROPN", "PRON"} and t.dep_ not in {"compound", "poss"}]
    return nouns[0] if nouns else None


@cache
def _phrases() -> dict[str, list[list[str]]]:
    """The phrases of reference, word by word, under their first word."""
    table: dict[str, list[list[str]]] = {}
    for phrase in load("en/voices")["according"]["phrases"]:
        words = phrase.split(" ")
        table.setdefault(words[0], []).append(words)
    return table


def _phrase_end(token: Token) -> Token | None:
    """The last word of a phrase of reference that begins at this token."""
    doc = token.doc
    for words in _phrases().get(token.lower_, ()):
        if [t.lower_ for t in doc[token.i : token.i + len(words)]] == words:
            if words == ["per"] and not (token.i == token.sent.start or doc[token.i - 1].text in {",", "("}):
                return None
            return doc[token.i + len(words) - 1]
    return None


def _end_of_as(token: Token) -> Token | None:
    """ "The toll, as given out by the Civil Guard, is 16": the "by" of any verb of telling."""
    if token.lower_ != "as":
        return None
    near = list(token.doc[token.i + 1 : min(token.i + 4, token.sent.end)])
    is_told = len(near) > 1 and near[0].tag_ == "VBN" and near[0].lemma_.lower() in cues()
    at = 2 if is_told and near[1].pos_ in {"PART", "ADP", "ADV"} and near[1].lower_ != "by" else 1
    return near[at] if is_told and at < len(near) and near[at].lower_ == "by" else None


def _believed(token: Token) -> Token | None:
    """ "if one believes the organisers", "if the organisers are to be believed"."""
    if token.lemma_ != "believe" or not any(c.lower_ == "if" for c in [*token.children, *token.head.children]):
        return None
    return next((c for c in [*token.children, *token.head.children] if c.dep_ in {"dobj", "nsubjpass"}), None)


def _for_whom(token: Token, sentence: Sentence) -> Token | None:
    """ "For the police, the dead are 19": at the start of a sentence, set off by a comma, a body."""
    doc = token.doc
    is_for = token.lower_ == "for" and token.i == sentence.tokens.start
    is_noun = token.lower_ in _NOUNS and token.pos_ == "NOUN"  # "eight dead, reports the fire brigade"
    is_so = (token.lower_ == "so" or is_noun) and token.i > sentence.tokens.start and doc[token.i - 1].text == ","
    if is_for:
        inner = next((c for c in token.children if c.dep_ == "pobj"), None)
        end = max((t.i for t in inner.subtree), default=0) if inner is not None else 0
        mention = mentions_of(sentence.article).covering(sentence.base + inner.idx) if inner is not None else None
        is_body = mention is not None and mention.kind is EntityKind.ORGANISATION
        is_set_off = any(t.text == "," for t in doc[token.i : min(end + 2, len(doc))])
        return inner if is_body and is_set_off else None
    if is_so:
        # "five are dead, so the police": as German has it
        rest = [t for t in doc[token.i + 1 : sentence.tokens.end] if not t.is_punct]
        if rest and rest[0].pos_ in {"DET", "PROPN", "NOUN"} and not any(t.pos_ in {"VERB", "AUX"} for t in rest):
            return next((t for t in rest if t.pos_ in {"NOUN", "PROPN"} and t.head not in rest), rest[-1])
    return None


_NOUNS = {"reports", "claims", "estimates", "states", "notes"}
_TURNS = {"but", "while", "whereas", "although", "though"}


def stretch_of(token: Token, sentence: Sentence) -> set[int]:
    """What "according to X" covers: all before it back to another such phrase or a semicolon, else all behind it."""
    doc = token.doc
    low, high = sentence.tokens.start, sentence.tokens.end
    for t in sentence.tokens:
        is_other = t.i != token.i and t.lower_ == "according"
        if t.i < token.i and (t.text in {";", ":"} or is_other):
            low = max([t.i + 1, *(s.i + 1 for s in t.subtree if t.lower_ == "according" and s.i < token.i)])
        elif t.i > token.i and (t.text == ";" or (t.lower_ in _TURNS and doc[t.i - 1].text == ",")):
            high = t.i
            break
    first = token.head.i if token.dep_ == "pobj" and token.head.lower_ == "by" else token.i  # "By the count of X"
    leading = all(doc[i].is_punct or doc[i].pos_ in {"ADV", "CCONJ", "SCONJ"} for i in range(low, first))
    if leading or token.i == sentence.tokens.start:
        return set(range(token.i, high))
    # in the middle of its clause it covers both sides, at the clause's end only what stands before
    verb = verb_above(token.head)
    return set(range(low, high)) if token.i < verb.i < high else set(range(low, token.i))
