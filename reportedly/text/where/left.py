"""Which places does a sentence leave in force for those behind it, the surest first?

In: a sentence. Its dateline, what it places, what it befalls; the places of parts of a count ("28 dead, 25 in X and three
in Y") are of those parts alone.
"""

import re
from collections.abc import Iterator, Sequence

from reportedly.model import EntityKind, Mention, Span
from reportedly.text.names import mentions_of
from reportedly.text.sentences import Paragraph, Sentence, once
from reportedly.text.setting import is_byline, is_wider
from reportedly.text.where.bare import is_bare
from reportedly.text.where.befallen import heading_of, place_befallen
from reportedly.text.where.placed import (
    held_by,
    innermost,
    is_aside,
    is_measured,
    is_placed,
    is_seat,
    is_whereabouts,
    lies_in,
)
from reportedly.text.where.words import sorts, words


@once
def places_left(sentence: Sentence) -> tuple[Mention, ...]:
    """The places that a sentence leaves in force, the surest first."""
    return tuple(_find_set(sentence))


def _find_set(sentence: Sentence) -> Iterator[Mention]:
    if is_byline(sentence):
        return
    named = [
        m for m in mentions_of(sentence.article).inside(sentence.span) if m.kind is EntityKind.PLACE and not is_wider(m)
    ]
    yield from _datelined(sentence, named)
    way = any(t.lemma_.lower() in words("spreading") for t in sentence.tokens if t.pos_ == "VERB")
    placed = [m for m in named if is_placed(m, sentence, way=way) and not is_measured(m, sentence)]
    placed = [m for m in placed if not (is_aside(m, sentence) or is_whereabouts(m, sentence) or is_seat(m, sentence))]
    parts = shared_out(placed, sentence)
    inner = (innermost(held_by(m, named, sentence), named, sentence) for m in placed if m not in parts)
    found = heading_of(sentence, named, sentence.span.end) or place_befallen(sentence, named, None)
    left = [*inner, *(m for m in named if m.span == found)]
    if not parts:  # "in Pakistan shells hit Kotli" leaves Kotli; the parts of a count say nothing of the whole
        left = sorted(left, key=lambda m: any(lies_in(other.span, m.span, sentence) for other in left))
    yield from left


def shared_out(placed: Sequence[Mention], sentence: Sentence) -> Sequence[Mention]:
    """The places of parts of a count: "28 dead, 25 in X and three in Y", "33 of them died in X". The whole plays in none."""
    counts = sorted(sentence.span_at(q.start, q.end) for q in sentence.quantities)
    bare = [sentence.span_of(t, t) for t in sentence.tokens if (s := sorts().get(t.lower_)) and is_bare(t, s)]
    places: dict[Span, list[Span]] = {}
    for span in sorted([*(m.span for m in placed), *bare]):
        before = [count for count in counts if count.end <= span.start]
        if before:
            places.setdefault(before[-1], []).append(span)
    gaps = {count: sentence.quote(Span(count.end, spans[0].start)) for count, spans in places.items()}
    of_whole = {count for count, gap in gaps.items() if _OF_THEM.match(gap)}
    parts = {count for count, gap in gaps.items() if len(gap.split()) <= _BRIEF} | of_whole
    is_breakdown = len(parts) > 1
    told = {span for count in (parts if is_breakdown else of_whole) for span in places[count]}
    told |= {
        span for spans in places.values() for span in spans if any(p.overlaps(span) for p in parts_of_them(sentence))
    }
    return [mention for mention in placed if mention.span in told]


def parts_of_them(sentence: Sentence) -> Sequence[Span]:
    """ "One of them", "two of whom", ", including a woman hurt in X", each up to the next comma: what is placed there is of
    those few alone."""
    base = sentence.span.start
    return [Span(base + found.start(), base + found.end()) for found in _SOME.finditer(sentence.text)]


_SOME = re.compile(
    r"\b(?:one|some|most|many|several|others|all but \w+|two|three|four|five|six|seven|eight|nine|ten|\d+) of"
    r" (?:these|those|them|whom)\b[^,;:()]*"
    r"|(?<=, )(?:including|among (?:them|whom|these|those)|the (?:latest|last|first|youngest|oldest)(?: of (?:them|whom))?)"
    r" (?:an? |\w+ (?:men|women|people|children|officers|soldiers)\b)[^,;:()]*",
    re.IGNORECASE,
)
_OF_THEM = re.compile(r"\s?of (?:these|those|them|whom|which|the (?:dead|wounded|injured|victims|missing|total))\b")


_BRIEF = 6
"""Words between a count and its place at most, for the count to be but a part: "three people in Moquegua"."""


_BARE, _OPENING = 9, 14
"""Tokens of a sentence of place and day alone, and of one that opens a post by its place: "13:50 - Kindia, 90 km to the east."."""
_OPENED = re.compile(
    r"\d\d?[:.h]\d\d(?: ?[ap]\.?m\.?)?[\s\-–—|]+(?:(?:From|In|At|Near) (?:the )?)?\w[\w'’ -]*[.,]$", re.IGNORECASE
)


def _is_opening(sentence: Sentence) -> bool:
    sentences = sentence.paragraph.sentences
    return len(sentences) > 1 and sentence.index == sentences[0].index


def _datelined(sentence: Sentence, named: Sequence[Mention]) -> Iterator[Mention]:
    """The place of a dateline, which stands alone before its paragraph, or as a sentence of place and day."""
    text = sentence.quote(sentence.paragraph.span)
    is_verbless = not any(t.pos_ in {"VERB", "AUX"} for t in sentence.tokens)
    if is_verbless and len(sentence.tokens) <= _BARE and sentence.times:
        yield from (m for m in named if m.span.start == sentence.span.start)
    if is_verbless and len(sentence.tokens) <= _OPENING and _is_opening(sentence):
        yield from (
            m
            for m in named[:1]
            if _OPENED.match(sentence.quote(sentence.span)[: m.span.end - sentence.span.start + 1], 0)
        )
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
