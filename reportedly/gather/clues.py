"""What one article says of the day on which it came out: metadata, its address, its lines, the dates that its text tells.

In: a document. Out: its `Clues`, small and JSON-plain, so that thousands can be kept and solved together. A look back
("the worst since 3 May 1999", a caption of the archive) is no clue.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from reportedly.gather.datelines import LineKind, find_dated_lines, url_date_of
from reportedly.gather.days import Clue, Manner
from reportedly.model import Basis, Document
from reportedly.text.dates import Direction, Moment, Side, TimeMention, find_times
from reportedly.text.forms import TABLE, words_pattern
from reportedly.when import When

_LONGEST_TEXT = 60_000  # characters; an article that has not told its day by then will not
_MOST_CLUES = 40
_CAPTION = 320  # characters; longer paragraphs are prose
_LOOK_BACK = re.compile(rf"\b{words_pattern(TABLE['datelines']['look_back'])}\b", re.I)
_ARCHIVE = re.compile(rf"(?<!\w){words_pattern(TABLE['datelines']['archive'])}(?!\w)", re.I)
_SPOKEN = re.compile(r"\b(?:yesterday|today|tonight|this (?:morning|afternoon|evening)|tomorrow)\b", re.I)
_QUOTED = re.compile(r"[“\"„«][^“”\"»\n]{1,600}[”\"»]")
_CREDIT = re.compile(rf"\b{words_pattern(TABLE['datelines']['credit'])}\b|[A-Z]{{3,}}[/ -][A-Z]{{3,}}", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clues:
    """What one document says of the day on which it came out. JSON-plain.

    `given` is an EDTF date that metadata, the address or a line gives outright, `given_by` its basis and `given_as` the
    words; `said` is what the text tells. `today_words` counts where it says "today" or "yesterday" in its own words.
    """

    document: str
    given: str | None
    given_by: str | None
    given_as: str
    said: tuple[Clue, ...]
    today_words: int

    @classmethod
    def from_plain(cls, row: Mapping[str, Any]) -> "Clues":
        """The clues that `dataclasses.asdict` and JSON made plain. Raises TypeError where fields are missing."""
        return cls(**{**row, "said": tuple(Clue(*clue) for clue in row["said"])})


def clues_of(document: Document) -> Clues:
    """What a document says of its date: a pure function of the document, small enough to keep for thousands."""
    given, basis, words = _given(document)
    return Clues(
        document=document.id,
        given=str(given) if given else None,
        given_by=basis.value if basis else None,
        given_as=words,
        said=tuple(islice(_clues(document), _MOST_CLUES)),
        today_words=_today_words(document),
    )


def _given(document: Document) -> tuple[When | None, Basis | None, str]:
    """The date that the document carries outright, by the surest basis that has one."""
    metadata = document.published if document.published_basis in (None, Basis.METADATA) else None
    if metadata:
        return metadata, Basis.METADATA, "the article's metadata"
    url = url_date_of(document.source)
    if url and url.day:
        return url, Basis.URL, "the article's address"
    ranked = [LineKind.PUBLISHED, LineKind.BYLINE, LineKind.DATELINE]
    lines = [line for line in find_dated_lines(document.text) if line.kind in ranked and line.moment.year]
    for line in sorted(lines, key=lambda line: (ranked.index(line.kind), line.start)):
        day = _clue(Manner.LINE, line.moment, line.text).date
        if day:
            return When.on(day), Basis.BYLINE, f"the line “{line.text}”"
    if document.published and document.published_basis:
        return document.published, document.published_basis, "the article itself"
    return None, None, ""


def _clue(manner: Manner, moment: Moment, text: str, *, back: int | None = None) -> Clue:
    return Clue(manner.value, moment.year, moment.month, moment.day, moment.weekday, back, text)


def _clues(document: Document) -> Iterator[Clue]:
    url = url_date_of(document.source)
    if url and url.first:
        yield Clue(Manner.MONTH, url.first.year, url.first.month, None, None, None, "the article's address")
    if document.modified and document.modified.day:
        day = document.modified.day
        yield Clue(Manner.UPDATED, day.year, day.month, day.day, None, None, "the time of the last change")
    manners = {LineKind.UPDATED: Manner.UPDATED, LineKind.DATELINE: Manner.DATELINE}
    lines = list(find_dated_lines(document.text))
    for line in lines:
        yield _clue(manners.get(line.kind, Manner.LINE), line.moment, line.text)
    taken = {line.start for line in lines}
    for mention, manner in _told(document):
        if mention.start in taken:
            continue
        yield from _of_mention(mention, manner)


def _of_mention(mention: TimeMention, manner: Manner) -> Iterator[Clue]:
    """The clues of one expression of the text; a stretch gives its last day, what says no day gives none."""
    moment = mention.moment
    step = moment.step
    if step is not None:
        if step.low == step.high and not step.from_anchor and (moment.day or moment.weekday is not None):
            if moment.month is None or moment.day:
                yield _clue(Manner.EXACT, moment, mention.text, back=-step.low)
        return
    if moment.is_either_order or moment.order in ("following", "previous"):
        return
    if moment.last:
        moment = moment.last
    if moment.last_day:
        moment = Moment(year=moment.year, month=moment.month, day=moment.last_day)
    if moment.day or (moment.weekday is not None and moment.step is None):
        yield _clue(manner, moment, mention.text)


def _told(document: Document) -> Iterator[tuple[TimeMention, Manner]]:
    """The dates of the body's prose and captions, with the manner in which they are told; look-backs left out."""
    for span in document.body:
        text = document.text[span.start : min(span.end, _LONGEST_TEXT)]
        for start, paragraph in _paragraphs(text):
            for mention in find_times(paragraph, published=None):
                if mention.moment.is_dated and not _is_look_back(paragraph, mention):
                    yield _placed(mention, span.start + start), _manner(paragraph, mention)


def _paragraphs(text: str) -> Iterator[tuple[int, str]]:
    for found in re.finditer(r"[^\r\n]+", text):
        yield found.start(), found[0]


def _placed(mention: TimeMention, offset: int) -> TimeMention:
    """The mention with offsets in the document."""
    return replace(mention, start=mention.start + offset, end=mention.end + offset)


def _today_words(document: Document) -> int:
    """How often the article's own prose says "today" or "yesterday": it would not name those days by weekday."""
    bodies = (document.text[span.start : min(span.end, _LONGEST_TEXT)] for span in document.body)
    return sum(len(_SPOKEN.findall(_QUOTED.sub(" ", body))) for body in bodies)


def _is_look_back(paragraph: str, mention: TimeMention) -> bool:
    """ "the 26 December 2004 tsunami", "the worst since 3 May 1999": a full date that is told for comparison."""
    if mention.moment.year is None:
        return False
    if len(paragraph) <= _CAPTION and _ARCHIVE.search(paragraph):
        return True
    sentence = paragraph[max(0, mention.start - 160) : mention.start]
    is_label = re.search(r"\bthe\s+$", sentence) and re.match(r"\s+[a-z]", paragraph[mention.end :])
    return bool(is_label) or bool(_LOOK_BACK.search(re.split(r"[.!?]\s", sentence)[-1]))


def _manner(paragraph: str, mention: TimeMention) -> Manner:
    moment = mention.moment
    if mention.direction is Direction.SINCE:
        return Manner.SINCE
    if mention.direction is Direction.UNTIL:
        return Manner.UNTIL if mention.side is Side.FUTURE else Manner.OPEN
    if moment.year and moment.day and len(paragraph) <= _CAPTION and _is_caption(paragraph, mention):
        return Manner.CAPTION
    if mention.side is Side.FUTURE or moment.order == "next":
        return Manner.FUTURE
    if moment.order == "last" or re.match(r"['’]s\b", paragraph[mention.end :]):
        return Manner.OPEN
    return Manner.PAST if mention.side is Side.PAST else Manner.OPEN


def _is_caption(paragraph: str, mention: TimeMention) -> bool:
    """A caption ends with its date, or has a credit after it; its sentence mostly has no full stop."""
    rest = paragraph[mention.end :].strip(" .)")
    return not rest or bool(_CREDIT.search(rest)) or bool(_CREDIT.match(paragraph))
