"""Where a stretch of a sentence plays: its own place, else the one that the sentences before it have in force.

In: a sentence and a span of it. Out: the span of a place mention, or None. A place in a body's name ("the Lima police")
or one that speaks ("Moscow said") is no setting; a caption's place stays with the caption.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache

from reportedly.lexicon import gazetteer, load
from reportedly.lexicon.nations import country_of_seat
from reportedly.model import EntityKind, Mention, Span, Voice, VoiceRole
from reportedly.text.names import countries_of, mentions_of
from reportedly.text.naming.words import countries_in
from reportedly.text.sentences import Paragraph, Sentence, Token

_WITHIN = {
    "through",
    "in",
    "at",
    "near",
    "across",
    "throughout",
    "around",
    "outside",
    "off",
    "over",
    "within",
    "inside",
    "on",
    "along",
    "between",
}
_WAY = {"to", "into", "toward", "towards", "for", "from", "of"}


def place_of(
    sentence: Sentence, span: Span, *, head: int | None = None, way: bool = False, chain: tuple[Voice, ...] = ()
) -> Span | None:
    """The place that the sentence itself gives what the span says: behind its main word `head`, else before it ("police
    in X killed 3 in Y"); else one that frames the sentence. With `way`, one that it leads to also counts ("sent to X").
    """
    start = sentence.base + sentence.tokens.doc[head].idx if head is not None else span.start
    stop = _next_count(sentence, start)
    return (
        _first(_places_in(sentence, Span(start, max(stop, span.end)), way=way))
        or _first(reversed([*_places_in(sentence, Span(sentence.span.start, start), way=way)]))
        or _first(_places_in(sentence, span, way=way))
        or phrase_place(sentence, span, chain=chain)
    )


def _next_count(sentence: Sentence, start: int) -> int:
    """Where the next number, or the next part of the sentence, begins: a place behind that is not of the one before."""
    numbers = [sentence.span_at(q.start, q.end).start for q in sentence.quantities]
    marks = [sentence.base + t.idx for t in sentence.tokens if t.text in {";", ":"}]
    return min((at for at in [*numbers, *marks] if at > start), default=sentence.span.end)


def phrase_place(sentence: Sentence, span: Span, *, chain: tuple[Voice, ...] = ()) -> Span | None:
    """The place that a bare phrase of the span takes up: "in the region", "across the country", "in his town"."""
    for token in sentence.tokens_in(span):
        sort = _sorts().get(token.lower_)
        if sort is None or token.dep_ != "pobj" or token.head.lower_ not in _WITHIN:
            continue
        if any(
            c.dep_ in {"compound", "appos", "nmod"} or c.lower_ == "of" or c.lower_ in _OTHER for c in token.children
        ):
            continue
        if any(c.lower_ in {"his", "her", "my", "our", "their"} for c in token.children):
            found = _place_of_speaker(sentence, chain)
        else:
            found = _last_of_sort(sentence, span, sort)
        if found is not None:
            return found
    return None


_OTHER = {
    "a",
    "an",
    "another",
    "other",
    "neighbouring",
    "neighboring",
    "same",
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


def _last_of_sort(sentence: Sentence, span: Span, sort: str) -> Span | None:
    """The nearest place before of that sort; the country is the one that the article is about."""
    if sort == "country":
        return _country_of_article(sentence)
    if sort == "capital":
        home = countries_of(sentence.article)[:1]
        named = [m for m in mentions_of(sentence.article) if country_of_seat(m.name) in home]
        return next((m.span for m in named if m.kind is EntityKind.PLACE), None)
    before = [m for m in mentions_of(sentence.article) if m.kind is EntityKind.PLACE and m.span.end <= span.end]
    fitting = [m for m in before if _sort_of(m) == sort]
    return fitting[-1].span if fitting else None


def _sort_of(mention: Mention) -> str:
    place = gazetteer.place_of(mention.place) if mention.place else None
    if place is None:
        return "city"
    return {"country": "country", "city": "city"}.get(place.kind, "region")


def _place_of_speaker(sentence: Sentence, chain: tuple[Voice, ...]) -> Span | None:
    """Where the speaker holds office: the place beside his name or in his body's, "the mayor of X", "X's governor"."""
    named = _place_in_names(sentence, chain)
    if named is not None:
        return named
    mentions = mentions_of(sentence.article)
    names = {voice.name for voice in chain[:2]}
    for mention in mentions:
        if mention.name not in names:
            continue
        around = Span(mention.span.start - 40, mention.span.end + 40)
        near = [
            m
            for m in mentions.inside(around)
            if m.kind is EntityKind.PLACE and f" {m.name} " not in f" {mention.name} "
        ]
        if near:
            return min(near, key=lambda m: (abs(m.span.start - mention.span.start), m.span)).span
    return None


def _place_in_names(sentence: Sentence, chain: tuple[Voice, ...]) -> Span | None:
    """The town or province in a speaker's or his body's name: "the X prefecture", "the civil defence of X"."""
    mentions = mentions_of(sentence.article)
    kinds = {voice.name: m.kind for voice in chain[:2] if (m := mentions.at(voice.mention)) is not None}
    names = [voice.name for voice in chain[:2] if kinds.get(voice.name) is not EntityKind.PERSON]
    for place in mentions:
        if (
            place.kind is EntityKind.PLACE
            and place.place not in countries_of(sentence.article)
            and any(f" {place.name} " in f" {name} " for name in names)
        ):
            return place.span
    return None


@cache
def _local() -> frozenset[str]:
    return frozenset(load("en/places")["local"]["words"])


def _is_local(chain: tuple[Voice, ...], sentence: Sentence) -> bool:
    """Whether who speaks knows of one town only: a hospital and its doctors, a mayor, a rescuer on the spot."""
    mentions = mentions_of(sentence.article)
    for voice in chain[:2]:
        if voice.role is not VoiceRole.SPEAKER:
            continue
        mention = mentions.at(voice.mention)
        said = " ".join([voice.name, *([mention.text, mention.title or ""] if mention is not None else [])])
        if not _local().isdisjoint(re.findall(r"[a-z]+", said.lower())):
            return True
    return False


def _local_place(sentence: Sentence, chain: tuple[Voice, ...]) -> Span | None:
    """The town or province set last, or named beside the speaker, or else the scene; no country."""
    return (
        _set_before(sentence, paragraphs=0, is_local=True)
        or _place_of_speaker(sentence, chain)
        or _scene_of(sentence)
        or _set_before(sentence, paragraphs=len(sentence.article.paragraphs), is_local=True)
    )


def _first(mentions: Iterable[Mention]) -> Span | None:
    return next((m.span for m in iter(mentions)), None)


def _places_in(sentence: Sentence, span: Span, *, way: bool) -> Iterator[Mention]:
    """Places of a span that a preposition of place governs, in order."""
    for mention in mentions_of(sentence.article).inside(span):
        if mention.kind is not EntityKind.PLACE:
            continue
        preposition = _preposition_of(mention, sentence)
        if (
            preposition in _WITHIN
            or (way and preposition in _WAY)
            or (preposition == "of" and _is_of_place(mention, sentence))
        ):
            yield mention


def _preposition_of(mention: Mention, sentence: Sentence) -> str | None:
    tokens = sentence.tokens_in(mention.span)
    if not tokens:
        return None
    token: Token = tokens[-1]
    for _ in range(6):
        if token.dep_ in {"pobj", "pcomp"}:
            return str(token.head.lower_)
        if token.dep_ in {"appos", "conj", "compound", "nmod", "poss", "amod", "npadvmod"} and token.head.i != token.i:
            token = token.head
        else:
            break
    at = tokens[0].i - 1
    while (
        at > sentence.tokens.start
        and sentence.tokens.doc[at].pos_ in {"DET", "NOUN", "ADJ", "PROPN"}
        and tokens[0].i - at < 5
    ):
        at -= 1
    before = sentence.tokens.doc[at] if at >= sentence.tokens.start else None
    return str(before.lower_) if before is not None and before.pos_ == "ADP" else None


def _is_of_place(mention: Mention, sentence: Sentence) -> bool:
    """ "the city of X", "the region of X", "residents of X": the noun before is a place, and itself in one."""
    tokens = sentence.tokens_in(mention.span)
    last = tokens[-1]
    inner = last.head if last.dep_ in {"compound", "nmod"} else last  # "at the gates of X harbour"
    head = inner.head.head if inner.dep_ == "pobj" else None
    if head is None:
        return False
    is_placed = head.dep_ == "pobj" and head.head.lower_ in _WITHIN and head.head.lower_ != "of"
    return is_placed or head.lemma_.lower() in load("en/places")["nouns"]["words"]


def place_in_force(
    sentence: Sentence, *, chain: tuple[Voice, ...] = (), is_total: bool = False, near: int = 1
) -> Span | None:
    """The place that the sentences before have set.

    A count of all, or the word of a body of the whole state, is of the country that the article is about; else the
    place of the paragraph so far goes on, then that of the country, then of the paragraphs above.
    """
    country = _country_of_article(sentence)
    if chain and (of_body := _place_in_names(sentence, chain)) is not None:
        return of_body
    if _is_local(chain, sentence) and (local := _local_place(sentence, chain)) is not None:
        return local
    if country is not None and (is_total or _is_national(chain, sentence)):
        return country if _is_in_headline(sentence) else _scene_of(sentence) or _headlined(sentence) or country
    return (
        _set_before(sentence, paragraphs=0)
        or _place_of_speaker(sentence, chain)
        or _scene_of(sentence)
        or _set_before(sentence, paragraphs=near)
        or country
        or _set_before(sentence, paragraphs=len(sentence.article.paragraphs))
        or _most_named(sentence)
    )


def _is_in_headline(sentence: Sentence) -> bool:
    """Whether the headline names the country, as news of a whole country does: "Unrest in X", "X quake kills 9"."""
    first = sentence.article.sentences[0]
    codes = {word.code for word in countries_in([t.text for t in first.tokens]).values()}
    return bool(codes & set(countries_of(sentence.article)[:1]))


def _scene_of(sentence: Sentence) -> Span | None:
    """The one town or province that the article is all about: most of what it names inside its country. The regions
    that hold the town speak for it, and so do bodies named after it ("the University of X")."""
    country = countries_of(sentence.article)[:1]
    mentions = mentions_of(sentence.article).all
    named = [
        m
        for m in mentions
        if m.kind is EntityKind.PLACE and m.place not in country and (m.country in country or m.place is None)
    ]
    if not named:
        return None
    bodies = [f" {m.name} " for m in mentions if m.kind is EntityKind.ORGANISATION]
    counts = Counter(m.name for m in named)
    for name in list(counts):
        counts[name] += sum(f" {name} " in body for body in bodies)
    name, often = counts.most_common(1)[0]
    around = _regions_around(next(m for m in named if m.name == name))
    others = [m for m in named if m.name != name and m.place not in around]
    if often < _SCENE or often <= len(others):
        return None
    spans = [m.span for m in named if m.name == name]
    before = [span for span in spans if span.start < sentence.span.end]
    return before[-1] if before else (None if _is_in_headline(sentence) else spans[0])


def _headlined(sentence: Sentence) -> Span | None:
    """The one town or province of the country that the headline names: "Bombs kill 9 at X station"."""
    article = sentence.article
    first = article.sentences[0]
    home = countries_of(article)[:1]
    named = [m for m in mentions_of(article).inside(first.span) if m.kind is EntityKind.PLACE and m.place not in home]
    names = {m.name for m in named if m.country in home}
    return next(m.span for m in named if m.name in names) if len(names) == 1 else None


def _regions_around(mention: Mention) -> tuple[str, ...]:
    place = gazetteer.place_of(mention.place) if mention.place else None
    return gazetteer.within(place) if place is not None else ()


_SCENE = 3
"""Times that a town must be named to be the scene of an article."""


def _most_named(sentence: Sentence) -> Span | None:
    """The place that the article names most, where nothing sets a scene."""
    named = [m for m in mentions_of(sentence.article) if m.kind is EntityKind.PLACE]
    counts = Counter(m.name for m in named)
    return max(named, key=lambda m: (counts[m.name], -m.span.start)).span if named else None


_NEAR = 3
"""Paragraphs for which a scene, once set, goes on."""


def _set_before(sentence: Sentence, *, paragraphs: int, is_local: bool = False) -> Span | None:
    """Set by a sentence before, in the country that the article is about: a desk abroad is no scene."""
    countries = countries_of(sentence.article)
    home = {*countries[:2], None}
    for earlier in sentence.article.sentences_before(sentence):
        if sentence.paragraph.index - earlier.paragraph.index > paragraphs:
            return None
        if earlier.paragraph is not sentence.paragraph and is_caption(earlier.paragraph):
            continue
        placed = [*_datelined(earlier), *_places_in(earlier, earlier.span, way=_spreads(earlier))]
        found = _first(m for m in placed if m.country in home and not (is_local and m.place in countries))
        if found is not None:
            return found
    return None


def _datelined(sentence: Sentence) -> list[Mention]:
    """The place of a dateline, which stands alone before its paragraph."""
    text = sentence.quote(sentence.paragraph.span)
    if len(text) > 90 or not text.rstrip().endswith(("-", "–", "—")):
        return []
    return [m for m in mentions_of(sentence.article).inside(sentence.paragraph.span) if m.kind is EntityKind.PLACE]


def _country_of_article(sentence: Sentence) -> Span | None:
    """The nearest mention, before or else after, of the country that the article speaks of most."""
    codes = countries_of(sentence.article)[:1]
    named = [m for m in mentions_of(sentence.article) if m.kind is EntityKind.PLACE and m.place in codes]
    before = [m for m in named if m.span.start < sentence.span.end]
    return before[-1].span if before else (named[0].span if named else None)


@cache
def _national() -> tuple[str, ...]:
    return tuple(load("en/places")["national"]["words"])


def _is_national(chain: tuple[Voice, ...], sentence: Sentence) -> bool:
    """Whether the first voices are bodies of a whole state, with no town or province in their names."""
    if not chain:
        return False
    names = [voice.name for voice in chain[:2] if voice.role is VoiceRole.SPEAKER or voice is chain[0]]
    return any(any(word in f" {name.lower()} " for word in _national()) for name in names)


def _spreads(sentence: Sentence) -> bool:
    """ "the riots spread to X": the scene moves there."""
    return any(
        t.lemma_.lower() in {"spread", "extend", "reach", "shift", "move"} for t in sentence.tokens if t.pos_ == "VERB"
    )


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
