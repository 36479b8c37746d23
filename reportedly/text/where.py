"""Where a stretch of a sentence plays: its own place, else the one that the sentences before it have in force.

In: a sentence and a span of it. Out: the span of a place mention, or None. A place in a body's name ("the Lima police"),
one that speaks ("Moscow said") or where it was told ("told reporters in Geneva") is no setting; a caption's place stays
with the caption.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from weakref import WeakKeyDictionary

from reportedly.lexicon import gazetteer, load
from reportedly.lexicon.nations import country_of_seat
from reportedly.model import EntityKind, Mention, Span, Voice, VoiceRole
from reportedly.text.grammar import verb_above
from reportedly.text.names import mentions_of
from reportedly.text.naming.words import countries_in
from reportedly.text.scene import scene_of
from reportedly.text.sentences import Paragraph, Sentence, Token
from reportedly.text.setting import (
    WAY,
    head_of,
    is_happening,
    is_of_place,
    is_of_telling,
    is_setting,
    preposition_of,
    within_words,
)
from reportedly.text.tellers import cues

# --- the sentence's own place ----------------------------------------------------------------------------------


def place_of(
    sentence: Sentence, span: Span, *, head: int | None = None, way: bool = False, chain: tuple[Voice, ...] = ()
) -> Span | None:
    """The place that the sentence itself gives what the span says: behind its main word `head`, else before it ("police
    in X killed 3 in Y"); else one that frames the sentence, or that it befalls ("X lost 3 people"). With `way`, one that
    it leads to also counts ("sent to X").
    """
    start = sentence.base + sentence.tokens.doc[head].idx if head is not None else span.start
    stop = _next_count(sentence, start)
    named = [m for m in mentions_of(sentence.article).inside(sentence.span) if m.kind is EntityKind.PLACE]
    placed = [m for m in named if _is_placed(m, sentence, way=way) and not _is_desk(m, sentence)]
    before = [m for m in placed if m.span.start < start]
    behind = [m for m in placed if start <= m.span.start < max(stop, span.end)]
    if before:
        behind = [m for m in behind if not _opens_next(m, sentence, stop)]
    inside = [m for m in placed if m.span.overlaps(span)]
    if not behind and before and not any(m in before for m in inside):
        nearer = _hailing(sentence, named, head) or _taken_up(sentence, span, chain)
        if nearer is not None:
            return nearer
    near = [*behind, *reversed(before), *inside] or _of_clause(sentence, placed, start, head)
    best = next((m for m in near if not _is_measured(m, sentence)), None) or _first(near)
    if best is not None:
        return _innermost(best, named, sentence).span
    return (
        _heading(sentence, named, start)
        or _sited(sentence, span)
        or _befallen(sentence, named, head)
        or _moved(sentence, named, head)
        or _hailing(sentence, named, head)
        or phrase_place(sentence, span, chain=chain)
    )


def _of_clause(sentence: Sentence, placed: Sequence[Mention], start: int, head: int | None) -> list[Mention]:
    """Places behind that hang on the verb all the same: "28 people, 11 of them children, were killed in X"."""
    if head is None:
        return []
    main = sentence.tokens.doc[head]
    verb, found = verb_above(main), []
    stop = next((sentence.base + t.idx for t in sentence.tokens if t.text == ";" and t.i > head), sentence.span.end)
    for mention in placed:
        token = head_of(mention, sentence) if start < mention.span.start < stop else None
        while token is not None and token.i != verb.i and not _counts_on_its_own(token, main):
            token = token.head if token.head.i != token.i else None
        if token is not None and token.i == verb.i:
            found.append(mention)
    return found


def _counts_on_its_own(token: Token, main: Token) -> bool:
    """A number, a counted noun or a further verb, whose place is not that of the count before it."""
    is_other = token.i != main.i and (token.like_num or any(c.dep_ == "nummod" for c in token.children))
    return is_other or token.dep_ in {"conj", "parataxis"}


def _first(mentions: Iterable[Mention]) -> Mention | None:
    return next(iter(mentions), None)


def _next_count(sentence: Sentence, start: int) -> int:
    """Where the next number, or the next part of the sentence, begins: a place behind that is not of the one before."""
    numbers = [sentence.span_at(q.start, q.end).start for q in sentence.quantities]
    marks = [sentence.base + t.idx for t in sentence.tokens if t.text in {";", ":"}]
    return min((at for at in [*numbers, *marks] if at > start), default=sentence.span.end)


def _is_desk(mention: Mention, sentence: Sentence) -> bool:
    """ "In Washington, the State Department said": the seat of another government than the one that it is about."""
    home = scene_of(sentence.article).country
    is_foreign = home is not None and mention.country not in {home, None} and country_of_seat(mention.name) is not None
    return is_foreign and sentence.tokens.root.lemma_.lower() in cues()


def _opens_next(mention: Mention, sentence: Sentence, stop: int) -> bool:
    """ "In X there were 13 wounded, in Y 4": the place right before a count is of that one."""
    if not mention.span.end <= stop < sentence.span.end:
        return False
    preposition = preposition_of(mention, sentence)
    before = sentence.tokens.doc[preposition.i - 1].lower_ if preposition is not None and preposition.i else ""
    gap = sentence.quote(Span(mention.span.end, stop))
    return before in {",", ";", "and", "while"} and _RIGHT_BEFORE.fullmatch(gap) is not None


_RIGHT_BEFORE = re.compile(r"(?: (?:region|province|district|state|city|oblast|county))?[,:]? ")


def _is_placed(mention: Mention, sentence: Sentence, *, way: bool) -> bool:
    """Whether a preposition of place governs it, and it is not where somebody tells."""
    preposition = preposition_of(mention, sentence)
    if preposition is None or (not way and (_is_on_the_way(preposition) or _is_of_body(preposition, sentence))):
        return False
    if preposition.lower_ == "of" and not way:
        return is_of_place(mention, sentence) and not is_of_telling(preposition)
    return (preposition.lower_ in within_words() and not is_of_telling(preposition)) or (
        way and preposition.lower_ in WAY
    )


def _is_on_the_way(preposition: Token) -> bool:
    """ "on their way to a mine in X", "the train to a town near X": where a journey leads."""
    noun = preposition.head
    if noun.dep_ != "pobj" or noun.head.lower_ not in {"to", "for", "from", "towards", "toward"}:
        return False
    return noun.head.head.lemma_.lower() in _words("journeys")


def _is_of_body(preposition: Token, sentence: Sentence) -> bool:
    """ "the centre, which works in exile in X", "the firm that runs a mine in X": what is told of a body, not of the deed."""
    verb = verb_above(preposition)
    if verb.dep_ != "relcl" or verb.head.i >= verb.i:
        return False
    if any(child.dep_ in {"nsubjpass", "auxpass"} or child.lemma_ in {"where", "when"} for child in verb.children):
        return False
    body = mentions_of(sentence.article).covering(sentence.base + verb.head.idx)
    return body is not None and body.kind in _BODIES and verb.tag_ in {"VBZ", "VBP"}


_ACTING = {EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.AGENCY, EntityKind.OUTLET}
_BODIES = {EntityKind.ORGANISATION, EntityKind.AGENCY, EntityKind.OUTLET}


def _is_measured(mention: Mention, sentence: Sentence) -> bool:
    """ "40 km south of X", "150 km from X": the place that another is measured from."""
    preposition = preposition_of(mention, sentence)
    if preposition is None or preposition.lower_ not in {"of", "from"}:
        return False
    near = sentence.tokens.doc[max(sentence.tokens.start, preposition.i - 4) : preposition.i]
    return any(t.lower_ in _UNITS for t in near)


_UNITS = {
    "km",
    "kilometres",
    "kilometers",
    "kilometre",
    "kilometer",
    "miles",
    "mile",
    "kms",
    "metres",
    "meters",
    "hours",
}
_HOLDING = re.compile(
    r"(?:, (?:in )?|,? in |\s?\(|,? (?:district|area|quarter|neighbou?rhood|suburb|borough|part|outskirts) of )(?:the )?"
    r"(?:(?:\w+ern|central|north|south|east|west|coastal|neighbou?ring|mountainous|upper|lower|state|province|region"
    r"|district|city|town|village|department|county|governorate|island|port) ){0,4}(?:of )?(?:the )?"
)


_NEAR = re.compile(r",? (?:near|outside|off|close to|on the outskirts of) (?:the )?(?:Lake |Mount )?")


def _innermost(mention: Mention, named: Iterable[Mention], sentence: Sentence) -> Mention:
    """Of "Atico, in the province of Caravelí" the first: the rest says where that is."""
    text, base = sentence.text, sentence.span.start
    for earlier in reversed([m for m in named if m.span.end <= mention.span.start]):
        gap = text[earlier.span.end - base : mention.span.start - base]
        is_near = _NEAR.fullmatch(gap) is not None
        if len(gap) > 60 or not (is_near or (_HOLDING.fullmatch(gap) and _may_hold(mention, earlier))):
            break
        if preposition_of(earlier, sentence) is None:
            break
        mention = earlier
    return mention


def _may_hold(outer: Mention, inner: Mention) -> bool:
    """Whether the map, as far as it knows, allows one place in the other."""
    if inner.place is None or outer.place is None:
        return outer.place is not None
    place = gazetteer.place_of(inner.place)
    return place is not None and outer.place in gazetteer.within(place)


def _sited(sentence: Sentence, span: Span) -> Span | None:
    """The town in the name of a building where it happens: "from the X hospital", "at X General Hospital"."""
    mentions = mentions_of(sentence.article)
    for body in mentions.inside(span):
        if body.kind is not EntityKind.ORGANISATION:
            continue
        preposition = preposition_of(body, sentence)
        is_there = preposition is not None and (preposition.lower_ in within_words() or preposition.lower_ == "from")
        if preposition is not None and is_there and not is_of_telling(preposition):
            called = [
                m
                for m in mentions
                if m.kind is EntityKind.PLACE and not _is_country(m) and body.text.startswith(m.text)
            ]
            if called:
                return min(called, key=lambda m: abs(m.span.start - body.span.start)).span
    return None


def _heading(sentence: Sentence, named: Iterable[Mention], start: int) -> Span | None:
    """ "Haiti: 22 dead", "Bol (Chad): 14 dead": the place that stands alone before the rest."""
    first = _first(named)
    if first is None or first.span.end > start or first.span.start - sentence.span.start > 3:
        return None
    behind = sentence.text[first.span.end - sentence.span.start :]
    return first.span if _LABELLING.match(behind) else None


_LABELLING = re.compile(
    r"(?: (?:region|province|district|state|city|county|town|front|area))?(?: ?\([^()]{2,40}\))?\s?:\s"
)


def _label(sentence: Sentence) -> Span | None:
    """The place that stands as a label before the whole paragraph."""
    opening = sentence.paragraph.sentences[0]
    named = [m for m in mentions_of(sentence.article).inside(opening.span) if m.kind is EntityKind.PLACE]
    return _heading(opening, named, opening.span.end)


def _befallen(sentence: Sentence, named: Iterable[Mention], head: int | None) -> Span | None:
    """The place as what suffers, counts or names what happened: "X lost 3", "hit X", "the X bombings", "X's quake"."""
    main = sentence.tokens.doc[head] if head is not None else sentence.tokens.root
    for mention in named:
        token = head_of(mention, sentence)
        if token is None or mention.title is not None:
            continue
        if token.dep_ in {"nsubj", "nsubjpass"} and token.head.lemma_.lower() in _words("befalling"):
            return mention.span
        if token.dep_ in {"dobj", "nsubjpass"} and token.head.lemma_.lower() in _words("striking"):
            return mention.span
        if token.dep_ in {"compound", "nmod", "poss", "amod"} and is_happening(token.head):
            above = [main, *main.ancestors]
            if token.head in above or token.head.head in above or any(a in above for a in token.head.ancestors):
                return mention.span
    return None


def _moved(sentence: Sentence, named: Iterable[Mention], head: int | None) -> Span | None:
    """Where those who flee arrive ("fled to X"), and whence others are brought ("flown out of X", "pulled from X")."""
    if head is None:
        return None
    main = sentence.tokens.doc[head]
    above = {main.i, *(token.i for token in main.ancestors)}
    for mention in named:
        preposition = preposition_of(mention, sentence)
        if preposition is None or is_of_telling(preposition):
            continue
        verb = _verb_of_way(preposition)
        if verb is None or not (verb.i in above or verb.head.i in above):
            continue
        verbs = _words("arriving") if preposition.lower_ in {"to", "into"} else _words("leaving")
        if verb.lemma_.lower() in verbs and preposition.lower_ in {"to", "into", "from", "of"}:
            return mention.span
    return None


def _hailing(sentence: Sentence, named: Iterable[Mention], head: int | None) -> Span | None:
    """The town or village that those counted are from: "four victims from X", "1,600 of them from X"."""
    home = scene_of(sentence.article).countries
    for mention in named:
        preposition = preposition_of(mention, sentence)
        if preposition is None or preposition.lower_ != "from" or _is_country(mention) or mention.country not in home:
            continue
        counted = preposition.head
        if head in {counted.i, preposition.i - 1} or (
            counted.head.i == head and counted.dep_ in {"prep", "pobj", "conj"}
        ):
            return mention.span
        if counted.lower_ in {"them", "whom", "these", "those"} and counted.head.head.i == head:
            return mention.span
    return None


def _verb_of_way(preposition: Token) -> Token | None:
    """The verb whose way a preposition tells: "out of X", "to hospitals in X" through what stands between."""
    token = preposition.head
    if token.lower_ in {"out", "back", "over", "across", "away", "on"} and token.pos_ != "VERB":
        token = token.head
    return token if token.pos_ == "VERB" and (preposition.lower_ != "of" or _has_out(preposition)) else None


def _has_out(preposition: Token) -> bool:
    return preposition.i > 0 and preposition.doc[preposition.i - 1].lower_ == "out"


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load("en/places")[name]["words"])


# --- what takes a place up again -------------------------------------------------------------------------------


def phrase_place(sentence: Sentence, span: Span, *, chain: tuple[Voice, ...] = ()) -> Span | None:
    """The place that a bare phrase of the clause takes up: "in the region", "across the country", "there"."""
    return _taken_up(sentence, span, chain) or _taken_up(sentence, sentence.span, chain, at=span)


def _taken_up(sentence: Sentence, within: Span, chain: tuple[Voice, ...], *, at: Span | None = None) -> Span | None:
    span = at or within
    for token in sentence.tokens_in(within):
        if token.lower_ in _words("sides") and (side := _of_side(token, sentence)) is not None:
            return side
        if token.lower_ in _words("nationwide") or _is_national_measure(token):
            return country_of_article(sentence)
        if token.lower_ == "there" and token.dep_ == "advmod":
            return _set_before(sentence, paragraphs=1) or _named_before(sentence)
        sort = _sorts().get(token.lower_)
        if sort is None or not _is_bare(token, sort):
            continue
        if any(c.lower_ in {"his", "her", "my", "our", "their"} for c in token.children):
            found = _place_of_speaker(sentence, chain) or _place_of_office(sentence)
        else:
            found = _last_of_sort(sentence, span, sort, word=token.lower_)
        if found is not None:
            return found
    return None


def _of_side(noun: Token, sentence: Sentence) -> Span | None:
    """ "on the Malian side", "X sent 600 soldiers to its western border": the country whose side, soil or border it is."""
    if noun.dep_ != "pobj":
        return None
    mentions = mentions_of(sentence.article)
    if any(child.lower_ == "its" for child in noun.children):
        subject = next((c for c in verb_above(noun).children if c.dep_ == "nsubj"), None)
        owner = mentions.covering(sentence.base + subject.idx) if subject is not None else None
        return owner.span if owner is not None and owner.kind is EntityKind.PLACE else None
    adjectives = countries_in([child.text for child in noun.children if child.dep_ == "amod"])
    codes = {word.code for word in adjectives.values()}
    named = [m.span for m in mentions if m.kind is EntityKind.PLACE and m.place in codes]
    before = [span for span in named if span.start < sentence.span.end]
    return before[-1] if before else _first_span(named)


def _first_span(spans: Sequence[Span]) -> Span | None:
    return spans[0] if spans else None


def _is_whole_country(token: Token) -> bool:
    return _sorts().get(token.lower_) == "country" and _is_bare(token, "country")


def _is_national_measure(token: Token) -> bool:
    """ "national mourning": what the whole country keeps."""
    return token.lower_ == "national" and token.head.lemma_.lower() in _words("kept")


def _is_bare(token: Token, sort: str) -> bool:
    """Whether a noun for a place stands for one named elsewhere: behind a preposition, with no name of its own."""
    governor = token
    if token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.lower_ in _words("shares"):
        governor = token.head.head  # "in most of the country"
    is_governed = (
        governor.dep_ == "pobj" and governor.head.lower_ in within_words() and not is_of_telling(governor.head)
    )
    is_governed |= token.dep_ == "dobj" and token.head.lemma_.lower() in _words("covering")
    is_capital = sort == "capital" and token.dep_ in {"nsubj", "nsubjpass", "dobj"}
    is_own = token.dep_ == "pobj" and any(c.dep_ == "poss" for c in token.children)
    if not (is_governed or is_capital or is_own):
        return False
    return not any(
        (c.dep_ in {"compound", "appos", "nmod"} and c.lower_ != "itself") or c.lower_ == "of" or c.lower_ in _OTHER
        for c in token.children
    )


_OTHER = {
    "a",
    "an",
    "another",
    "other",
    "neighbouring",
    "neighboring",
    "next",
    "every",
    "each",
    "some",
    "several",
    "which",
}


@cache
def _sorts() -> dict[str, str]:
    table: dict[str, list[str]] = load("en/places")["bare"]
    return {word: sort for sort, words in table.items() for word in words}


def _last_of_sort(sentence: Sentence, span: Span, sort: str, *, word: str = "") -> Span | None:
    """The nearest place before of that sort; the country is the one that the article is about."""
    if sort == "country":
        return country_of_article(sentence)
    home = scene_of(sentence.article).country
    if sort == "capital":
        places = [m for m in mentions_of(sentence.article) if m.kind is EntityKind.PLACE]
        return next((m.span for m in places if home is not None and country_of_seat(m.name) == home), None)
    here = [m for m in _sets(sentence) if m.span.end <= span.start and _is_such(m, sort, word)]
    if here:
        return here[-1].span
    for earlier in sentence.article.sentences_before(sentence):
        for mention in _sets(earlier):
            if _is_such(mention, sort, word) and mention.country in {home, None}:
                return mention.span
    return next((m.span for m in scene_of(sentence.article).town if _sort_of(m) == sort), None)


def _is_such(mention: Mention, sort: str, word: str) -> bool:
    """Whether a place can be called so: no capital is a "town" or "village", what no map knows no "city"."""
    if _sort_of(mention) != sort or mention.title is not None:
        return False
    if word in {"town", "village", "settlement"}:
        return country_of_seat(mention.name) is None
    return word not in {"city", "metropolis"} or mention.place is not None


def _sort_of(mention: Mention) -> str:
    place = gazetteer.place_of(mention.place) if mention.place else None
    if place is None:
        return "city"
    return {"country": "country", "city": "city"}.get(place.kind, "region")


def _named_before(sentence: Sentence) -> Span | None:
    """The last place that the sentence before names, in whatever role."""
    if sentence.index == 0:
        return None
    earlier = sentence.article.sentences[sentence.index - 1]
    named = [m for m in mentions_of(sentence.article).inside(earlier.span) if m.kind is EntityKind.PLACE]
    return named[-1].span if named else None


def country_of_article(sentence: Sentence) -> Span | None:
    """The nearest mention, before or else after, of the country that the article is about."""
    named = scene_of(sentence.article).country_named
    before = [span for span in named if span.start < sentence.span.end]
    return before[-1] if before else (named[0] if named else None)


# --- whose word it is ------------------------------------------------------------------------------------------


def _place_of_speaker(sentence: Sentence, chain: tuple[Voice, ...]) -> Span | None:
    """Where the speaker holds office: the place beside his name or in his body's, "the mayor of X", "X's governor"."""
    named = _place_in_names(sentence, chain)
    if named is not None:
        return named
    mentions, text = mentions_of(sentence.article), sentence.article.document.text
    names, home = {voice.name for voice in chain[:2]}, scene_of(sentence.article).countries
    for mention in mentions:
        if mention.name not in names or mention.kind in {EntityKind.AGENCY, EntityKind.OUTLET}:
            continue
        around = Span(mention.span.start - _BESIDE, mention.span.end + _BESIDE)
        near = [
            m
            for m in mentions.inside(around)
            if m.kind is EntityKind.PLACE
            and m.country in home
            and f" {m.name} " not in f" {mention.name} "
            and not re.search(
                r"[.;:!?\"“”]\s", text[min(m.span.end, mention.span.end) : max(m.span.start, mention.span.start)]
            )
        ]
        if near:
            return min(near, key=lambda m: (abs(m.span.start - mention.span.start), m.span)).span
    return None


_BESIDE = 40
"""Characters around a speaker's name within which the place of his office stands."""


def _place_of_title(sentence: Sentence, chain: tuple[Voice, ...]) -> Span | None:
    """The place that a local officer's title takes up: "the village head", "the town's mayor"."""
    for voice in chain[:2]:
        for word in re.findall(r"[a-z]+", _called(voice, sentence)):
            if _sorts().get(word) in {"city", "region"} and _place_in_names(sentence, (voice,)) is None:
                return _last_of_sort(sentence, sentence.span, _sorts()[word], word=word)
    return None


def _place_of_office(sentence: Sentence) -> Span | None:
    """The place of the local officer whom this sentence or the one before names: "the mayor of X ... his town"."""
    for earlier in [sentence, *sentence.article.sentences[max(0, sentence.index - 1) : sentence.index]]:
        for mention in mentions_of(sentence.article).inside(earlier.span):
            preposition = preposition_of(mention, earlier) if mention.kind is EntityKind.PLACE else None
            if preposition is not None and preposition.head.lemma_.lower() in _words("local"):
                return mention.span
    return None


def _place_in_names(sentence: Sentence, chain: tuple[Voice, ...]) -> Span | None:
    """The town or province in a speaker's or his body's name: "the X prefecture", "the civil defence of X"."""
    mentions = mentions_of(sentence.article)
    voices = {voice.name: m for voice in chain[:2] if (m := mentions.at(voice.mention)) is not None}
    names = [v.name for v in chain[:2] if v.name not in voices or voices[v.name].kind is not EntityKind.PERSON]
    names += [body.name for m in voices.values() if (body := mentions.at(m.organ)) is not None]
    if not names:
        return None
    home = {scene_of(sentence.article).country, None}
    for place in mentions:
        if (
            place.kind is EntityKind.PLACE
            and not _is_country(place)
            and place.country in home
            and any(f" {place.name} " in f" {name} " for name in names)
        ):
            return place.span
    return None


def _is_country(mention: Mention) -> bool:
    return mention.place is not None and mention.place == mention.country


def _is_local(chain: tuple[Voice, ...], sentence: Sentence) -> bool:
    """Whether who speaks knows of one town only: a hospital and its doctors, a mayor, a rescuer on the spot."""
    return any(
        not _words("local").isdisjoint(re.findall(r"[a-z]+", _called(voice, sentence)))
        for voice in chain[:2]
        if voice.role is VoiceRole.SPEAKER
    )


def _called(voice: Voice, sentence: Sentence) -> str:
    """A voice's name and title, in small letters."""
    mention = mentions_of(sentence.article).at(voice.mention)
    if mention is None:
        return voice.name.lower()
    text = sentence.article.document.text
    before = _TITLED.search(text[max(0, mention.span.start - 40) : mention.span.start])
    return " ".join([before[0] if before else "", voice.name, mention.text, mention.title or ""]).lower()


_TITLED = re.compile(r"(?:[A-Z]\w+ (?:(?:de|del|da|of|the|la) )*)+$")
"""What belongs to a name though the recogniser left it out: "Hospital de" before "Trauma"."""


def _local_place(sentence: Sentence, chain: tuple[Voice, ...]) -> Span | None:
    """The town or province set last, or named beside the speaker, or else the scene; no country."""
    return (
        _set_before(sentence, paragraphs=0, is_local=True)
        or _place_of_title(sentence, chain)
        or _place_of_speaker(sentence, chain)
        or _set_before(sentence, paragraphs=1, is_local=True)
        or _town(sentence)
        or _set_before(sentence, paragraphs=len(sentence.article.paragraphs), is_local=True)
    )


def _is_national(chain: tuple[Voice, ...], sentence: Sentence) -> bool:
    """Whether the first voices are bodies of a whole state, with no town or province in their names."""
    if chain and _is_of_home(chain[0], sentence):
        return True
    return any(
        any(word in f" {_called(voice, sentence)} " for word in _words("national"))
        for voice in chain[:2]
        if voice.role is VoiceRole.SPEAKER or voice is chain[0]
    )


def _is_of_home(voice: Voice, sentence: Sentence) -> bool:
    """ "Serbia on Friday revised the toll": the country that the article is about, or its capital for it."""
    mention = mentions_of(sentence.article).at(voice.mention)
    if mention is None or mention.kind is not EntityKind.PLACE:
        return False
    home = scene_of(sentence.article).country
    return home is not None and (mention.place == home or country_of_seat(mention.name) == home)


def _counts_for_all(chain: tuple[Voice, ...], sentence: Sentence) -> bool:
    """Whether the first voice is a body that is of no one spot, as a police post, a fire brigade or a firm is."""
    mentions = mentions_of(sentence.article)
    for voice in chain[:2]:
        mention = mentions.at(voice.mention)
        if voice.role is VoiceRole.SPEAKER and mention is not None and mention.kind is EntityKind.ORGANISATION:
            return not any(word in f" {_called(voice, sentence)} " for word in _words("spotted"))
    return False


# --- the place in force ----------------------------------------------------------------------------------------


def place_in_force(
    sentence: Sentence,
    *,
    chain: tuple[Voice, ...] = (),
    is_total: bool = False,
    is_of_state: bool = False,
    near: int = 1,
) -> Span | None:
    """The place that the sentences before have set.

    A count of all, or the word of a body of the whole state, is of the town that the whole article plays in, else of
    the country that it is about; any other goes on from the place of the paragraph so far, then from that of the
    article, then from the paragraphs above.
    """
    here = _label(sentence) or _set_before(sentence, paragraphs=1 if _goes_on(sentence) else 0)
    of_body = _place_in_names(sentence, chain) if chain else None
    if of_body is not None:
        return here if here is not None and (here == _label(sentence) or _lies_in(here, of_body, sentence)) else of_body
    if here is not None and here == _label(sentence):
        return here
    if _is_local(chain, sentence) and (local := _local_place(sentence, chain)) is not None:
        return local
    country = country_of_article(sentence)
    if country is None and any(t.lower_ in _words("nationwide") or _is_whole_country(t) for t in sentence.tokens):
        return None
    if here is not None and not is_of_state:
        return here
    if country is not None and (
        is_of_state or is_total or _is_national(chain, sentence) or _counts_for_all(chain, sentence)
    ):
        scene = scene_of(sentence.article)
        is_wide = scene.is_of_country or (is_of_state and scene.is_spread)
        return country if is_wide else _town(sentence) or country
    return (
        here
        or _place_of_speaker(sentence, chain)
        or _town(sentence)
        or _set_before(sentence, paragraphs=near)
        or country
        or _set_before(sentence, paragraphs=len(sentence.article.paragraphs))
        or _any_place(sentence)
    )


def _goes_on(sentence: Sentence) -> bool:
    """Whether its paragraph takes up the one before: "It had earlier given a figure of 23", "Another 12 ..."."""
    paragraph, before = sentence.paragraph, sentence.article.paragraphs[sentence.paragraph.index - 1]
    if not paragraph.index or sentence.posted or max(len(paragraph.sentences), len(before.sentences)) > _SHORT:
        return False
    first = next((t for t in paragraph.sentences[0].tokens if not t.is_punct and not t.is_space), None)
    return first is not None and first.lower_ in _words("continuing")


_SHORT = 2
"""Sentences of a paragraph, up to which it is but a sentence set apart, as web pages have it."""


def _lies_in(inner: Span, outer: Span, sentence: Sentence) -> bool:
    """Whether the map has one place in the other."""
    mentions = mentions_of(sentence.article)
    one, other = mentions.at(inner), mentions.at(outer)
    place = gazetteer.place_of(one.place) if one is not None and one.place else None
    return place is not None and other is not None and other.place in gazetteer.within(place)


def _town(sentence: Sentence) -> Span | None:
    """The one town or province that the article plays in, as it was named last."""
    scene = scene_of(sentence.article)
    if not scene.is_of_one_town:
        return None
    before = [m.span for m in scene.town if m.span.start < sentence.span.end]
    return before[-1] if before else scene.town[0].span


def _any_place(sentence: Sentence) -> Span | None:
    """The place that weighs most, where nothing sets a scene."""
    scene = scene_of(sentence.article)
    return scene.town[0].span if scene.town else None


def _set_before(sentence: Sentence, *, paragraphs: int, is_local: bool = False) -> Span | None:
    """Set by a sentence before, in the country that the article is about: a desk abroad is no scene."""
    home = scene_of(sentence.article).countries
    for earlier in sentence.article.sentences_before(sentence):
        if sentence.paragraph.index - earlier.paragraph.index > (0 if sentence.posted else paragraphs):
            return None  # a post of a live page stands for itself
        if earlier.paragraph is not sentence.paragraph and is_caption(earlier.paragraph):
            continue
        is_here = earlier.paragraph is sentence.paragraph
        found = _first(
            m
            for m in _sets(earlier)
            if (m.country in home or (is_here and _may_be_abroad(m, earlier))) and not (is_local and _is_country(m))
        )
        if found is not None:
            return found.span
    return None


def _may_be_abroad(mention: Mention, sentence: Sentence) -> bool:
    """Whether a sentence sets a scene in another country: no desk is one, nor a country that but lost somebody."""
    if _is_country(mention):
        return is_setting(mention, sentence) and not _is_desk(mention, sentence)
    speaks = next((c for c in sentence.tokens.root.children if c.dep_ == "nsubj"), None)
    speaker = mentions_of(sentence.article).covering(sentence.base + speaks.idx) if speaks is not None else None
    is_led = speaker is not None and mention.span.start < speaker.span.start
    return not _is_desk(mention, sentence) and not (is_led and speaker is not None and speaker.kind in _ACTING)


_setting: WeakKeyDictionary[Sentence, tuple[Mention, ...]] = WeakKeyDictionary()


def _sets(sentence: Sentence) -> tuple[Mention, ...]:
    """The places that a sentence leaves in force, the surest first; reckoned once for each."""
    if sentence not in _setting:
        _setting[sentence] = tuple(_find_set(sentence))
    return _setting[sentence]


def _find_set(sentence: Sentence) -> Iterator[Mention]:
    named = [m for m in mentions_of(sentence.article).inside(sentence.span) if m.kind is EntityKind.PLACE]
    yield from _datelined(sentence, named)
    way = any(t.lemma_.lower() in _words("spreading") for t in sentence.tokens if t.pos_ == "VERB")
    placed = [m for m in named if _is_placed(m, sentence, way=way) and not _is_measured(m, sentence)]
    shared_out = _shared_out(placed, sentence)
    for mention in placed:
        if mention not in shared_out:
            yield _innermost(mention, named, sentence)
    found = _heading(sentence, named, sentence.span.end) or _befallen(sentence, named, None)
    yield from (m for m in named if m.span == found)


def _shared_out(placed: Sequence[Mention], sentence: Sentence) -> Sequence[Mention]:
    """The places of parts of a count: "28 dead, 25 in X and three in Y", "33 of them died in X". The whole plays in none."""
    counts = sorted(sentence.span_at(q.start, q.end) for q in sentence.quantities)
    bare = [sentence.span_of(t, t) for t in sentence.tokens if (s := _sorts().get(t.lower_)) and _is_bare(t, s)]
    places: dict[Span, list[Span]] = {}
    for span in sorted([*(m.span for m in placed), *bare]):
        before = [count for count in counts if count.end <= span.start]
        if before:
            places.setdefault(before[-1], []).append(span)
    gaps = {count: sentence.quote(Span(count.end, spans[0].start)) for count, spans in places.items()}
    of_whole = {count for count, gap in gaps.items() if _OF_THEM.match(gap)}
    parts = {count for count, gap in gaps.items() if len(gap.split()) <= _BRIEF} | of_whole
    is_breakdown = len(parts) > 1 and any(count < min(parts) for count in counts)
    told = {span for count in (parts if is_breakdown else of_whole) for span in places[count]}
    return [mention for mention in placed if mention.span in told]


_OF_THEM = re.compile(r"\s?of (?:these|those|them|whom|which|the (?:dead|wounded|injured|victims|missing|total))\b")
_BRIEF = 4
"""Words between a count and its place at most, for the count to be but a part: "three people in Moquegua"."""


def _datelined(sentence: Sentence, named: Iterable[Mention]) -> Iterator[Mention]:
    """The place of a dateline, which stands alone before its paragraph, or as a sentence of place and day."""
    text = sentence.quote(sentence.paragraph.span)
    if len(sentence.tokens) <= 9 and sentence.times and not any(t.pos_ in {"VERB", "AUX"} for t in sentence.tokens):
        yield from (m for m in named if m.span.start == sentence.span.start)
    if len(text) <= 90 and text.rstrip().endswith(("-", "–", "—")):
        yield from named


def is_caption(paragraph: Paragraph) -> bool:
    """A single short sentence in the present tense that shows something, as captions have it."""
    if len(paragraph.sentences) != 1 or paragraph.index == 0:
        return False
    root = paragraph.sentences[0].tokens.root
    return (
        root.tag_ in {"VBZ", "VBP", "NN", "NNS", "VBG"}
        and len(paragraph.doc) <= 25
        and not any(t.lemma_ in {"say", "be", "have"} for t in paragraph.doc if t.pos_ in {"VERB", "AUX"})
    )
