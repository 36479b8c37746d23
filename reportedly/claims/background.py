"""Whether a sentence speaks of an earlier or another crisis, told only for comparison: "the 1988 quake killed 25,000".

In: a sentence and the evidence of a claim. Out: yes or no. "The worst since 1991" tells of today; "in 1991, 40 died" does
not. What follows in the same paragraph stays in the past until the text comes back with a time or a speaker of its own.
"""

import re
from functools import cache

from reportedly.lexicon import gazetteer, load
from reportedly.model import EntityKind, Mention, Span
from reportedly.text.dates import Direction, Kind, TimeMention
from reportedly.text.names import countries_of, mentions_of
from reportedly.text.sentences import Sentence

_COMPARED = re.compile(
    r"\b(?:(?:worst|deadliest|biggest|largest|strongest|heaviest|bloodiest|most \w+)\b.{0,60}\bsince"
    r"|unlike|compared\b.{0,20} (?:to|with)|anniversary of)\b",
    re.IGNORECASE,
)


_BACK_THEN = re.compile(r"\b(?:back then|in those days|(?:of|in) that year|that same year)\b", re.IGNORECASE)


def is_background(sentence: Sentence, span: Span) -> bool:
    """Whether the claim at `span` is of another time than this crisis."""
    if _is_set_beside(sentence) or _is_of_another_land(sentence, span):
        return True
    if _is_back_then(sentence) or _is_compared_with(sentence, span) or _is_after_years(sentence, span):
        return True
    past = [t for t in sentence.times if _is_of_the_past(t)]
    if past:
        return any(_bears_on(t, sentence, span) for t in past)
    is_undated = all(_is_of_the_same(t, sentence) for t in sentence.times)
    if not is_undated or not (_goes_on(sentence) or _is_recalled(sentence)):
        return False
    earlier = sentence.article.sentences[sentence.index - 1]
    return any(_is_of_the_past(t) for t in earlier.times) and not any(
        t.when is not None and not t.is_past_year for t in earlier.times
    )


_THE_SAME = re.compile(
    r"\b(?:that|the same|that same) (?:day|night|morning|afternoon|evening|week|month|time|summer|winter)\b",
    re.IGNORECASE,
)


def _is_of_the_same(time: TimeMention, sentence: Sentence) -> bool:
    """Whether a time names no day of its own: "that day" is the one that the text has told of."""
    if time.when is None and time.moment.is_from_anchor:
        return True
    return _THE_SAME.fullmatch(sentence.text[time.start : time.end]) is not None


@cache
def _recalling() -> re.Pattern[str]:
    words = "|".join(re.escape(w) for w in load("en/dates")["datelines"]["recalling"])
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


def _is_recalled(sentence: Sentence) -> bool:
    """ "It reminds him of 1985, when the two fought. Up to 300 died": what is said next, in the past, is of what is recalled."""
    if sentence.index == sentence.paragraph.sentences[0].index:
        return False
    earlier = sentence.article.sentences[sentence.index - 1]
    past = [t for t in earlier.times if _is_of_the_past(t)]
    if not past or _recalling().search(earlier.text) is None:
        return False
    return not any(t.tag_ in {"VBZ", "VBP"} for t in sentence.tokens if t.dep_ == "ROOT" or t.dep_ == "aux")


def _is_back_then(sentence: Sentence) -> bool:
    """ "It reminds many of 1989: back then 31 people died": the year that the sentence, or the one before, has named."""
    if _BACK_THEN.search(sentence.text) is None:
        return False
    near = sentence.article.sentences[max(0, sentence.index - 1) : sentence.index + 1]
    published = sentence.article.published
    now = published.first.year if published is not None and published.first is not None else None
    years = (int(year) for s in near for year in re.findall(r"\b(?:1[5-9]|20)\d\d\b", s.text))
    return any(_is_of_the_past(t) for s in near for t in s.times) or (now is not None and any(y < now for y in years))


@cache
def _comparing() -> re.Pattern[str]:
    words = load("en/background")["comparing"]["words"]
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)


def _is_set_beside(sentence: Sentence) -> bool:
    """ "For comparison, in the theatre siege in October more than 90 perished"."""
    return _comparing().search(sentence.text) is not None and not any(
        t.tag_ in {"VBZ", "VBP"} and t.dep_ == "ROOT" for t in sentence.tokens
    )


def _is_of_another_land(sentence: Sentence, span: Span) -> bool:
    """ "In October, 129 died in Moscow", in a story that plays elsewhere: a month that is over, and a foreign place."""
    published = sentence.article.published
    if published is None or published.first is None:
        return False
    months = [
        t
        for t in sentence.times
        if t.kind is Kind.MONTH and t.when is not None and t.when.last is not None and t.when.last < published.first
    ]
    if not any(_bears_on(t, sentence, span) for t in months):
        return False
    home = countries_of(sentence.article)[:1]
    places = [m for m in mentions_of(sentence.article).inside(sentence.span) if m.kind is EntityKind.PLACE]
    lands = [land for m in places if (land := _land_of(m)) is not None]
    return bool(lands) and bool(home) and all(land not in home for land in lands)


def _land_of(mention: Mention) -> str | None:
    place = gazetteer.place_of(mention.place) if mention.place is not None else None
    return mention.country or (place.country if place is not None else None)


_SINCE = re.compile(
    r"\b(?:worst|deadliest|biggest|largest|strongest|heaviest|bloodiest|first|most \w+)\b[^.;]{0,80}?\bsince\b"
    r"[^.;]{0,60}?,? (?:when|in which|which|that|whose)\b[^.;]*$",
    re.IGNORECASE,
)
_YEARS_AFTER = re.compile(
    r"\b(?:years?|decades?|centur(?:y|ies)|generations?) (?:after|on from|since)\b[^,;.]*$|\banniversary of\b[^;.]*$",
    re.IGNORECASE,
)


def _is_compared_with(sentence: Sentence, span: Span) -> bool:
    """ "the worst since the siege of X, in which 334 died": what the record is held against."""
    return _SINCE.search(sentence.text[: _offset(sentence, span)]) is not None


def _is_after_years(sentence: Sentence, span: Span) -> bool:
    """ "Twenty years after the quake that killed 26,000": what is remembered."""
    return _YEARS_AFTER.search(sentence.text[: _offset(sentence, span)]) is not None


def _offset(sentence: Sentence, span: Span) -> int:
    return max(0, span.start - sentence.span.start)


def _is_of_the_past(time: TimeMention) -> bool:
    return time.is_past_year


def _bears_on(time: TimeMention, sentence: Sentence, span: Span) -> bool:
    """Whether the past time dates the claim's own clause rather than a comparison or an age."""
    at = sentence.span_at(time.start, time.end)
    is_comparison = _COMPARED.search(sentence.text[: time.start]) is not None
    if time.direction is Direction.SINCE or is_comparison:
        text = sentence.article.document.text[at.end : max(at.end, span.end)]
        return re.match(r"(?: [\w-]+){0,3},? (?:when|in which|for which|which|that|whose|in whose)\b", text) is not None
    if span.overlaps(at):
        return True
    told = sentence.article.document.text[at.end : max(at.end, span.start)]
    if _TOLD_OF.match(told) is not None:
        return True
    between = sentence.article.document.text[min(at.end, span.end) : max(at.start, span.start)]
    return not re.search(r"[;:]| (?:but|while|after|since|when|the worst) ", between) and len(between) < 90


_TOLD_OF = re.compile(r",? (?:when|in which|as)\b(?![^;]*(?:;|\bnow\b|\btoday\b|, but\b| while\b))[^;]{0,200}$")
"""A clause that tells what happened at the time before it, up to the claim: "remember 2008, when the rebels came and"."""


def _goes_on(sentence: Sentence) -> bool:
    """Whether the sentence takes up the one before it in the same paragraph."""
    first = sentence.paragraph.sentences[0]
    if sentence is first or sentence.index == first.index:
        return False
    opener = sentence.tokens[0]
    return (
        opener.lower_ in _CARRYING
        or opener.like_num
        or any((t.lower_ == "had" and t.dep_ == "aux") or t.lower_ == "then" for t in sentence.tokens)
    )


_CARRYING = frozenset(
    {
        *(
            "it",
            "that",
            "this",
            "then",
            "they",
            "he",
            "she",
            "those",
            "these",
            "its",
            "their",
            "at",
            "some",
            "more",
            "about",
        ),
        *(
            "nearly",
            "over",
            "around",
            "almost",
            "another",
            "altogether",
            "both",
            "all",
            "most",
            "many",
            "several",
            "two",
        ),
        *("dozens", "scores", "hundreds", "thousands"),
    }
)
"""Words by which a sentence takes up the one before."""
