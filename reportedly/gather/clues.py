"""What one article says of the day on which it came out: metadata, address, lines, and the dates that its text tells.

In: a document. Out: its `Clues`, small and JSON-plain, so that thousands can be kept and solved together. A look back
("the worst since 3 May 1999", a caption of the archive) is no clue.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from typing import Any

from reportedly.gather.datelines import DatedLine, LineKind, find_dated_lines, url_date_of
from reportedly.gather.days import Clue, Manner
from reportedly.gather.furniture import is_bare_date
from reportedly.model import Basis, Document
from reportedly.text.date_words import TABLE, words_pattern
from reportedly.text.dates import Direction, Moment, Side, TimeMention, find_times
from reportedly.text.moments import Step, Unit
from reportedly.text.posts import is_live
from reportedly.when import When

_LONGEST_TEXT = 60_000  # characters; an article that has not told its day by then will not
_MOST_CLUES = 40
_LONGEST_AGO = 30  # days
_CAPTION = 320  # characters; longer paragraphs are prose
_LOOK_BACK = re.compile(rf"\b{words_pattern(TABLE['datelines']['look_back'])}\b", re.I)
_ARCHIVE = re.compile(rf"(?<!\w){words_pattern(TABLE['datelines']['archive'])}(?!\w)", re.I)
_NUMBER = re.compile(r"(?<![\w.,:/-])\d{1,3}(?:[, ]\d{3})+(?![\w.,:]*\d)|(?<![\w.,:/-])\d+(?:\.\d+)?(?![\w:/-]|[.,]\d)")
_YEAR = re.compile(r"(?<![\d.,/-])(?:19[5-9]|20[0-4])\d(?![\d.,]\d|\d)")
_MOST_NUMBERS = 80
_YEARS_ON = re.compile(r"\b(?:years|decades?) (?:ago|later|after|on|since)\b|\banniversar(?:y|ies)\b", re.I)
_SPOKEN = re.compile(r"\b(?:yesterday|today|tonight|last night|this (?:morning|afternoon|evening)|tomorrow)\b", re.I)
_QUOTED = re.compile(r"[“\"„«][^“”\"»\n]{1,600}[”\"»]")
_CREDIT = re.compile(rf"(?i:\b{words_pattern(TABLE['datelines']['credit'])}\b)|[A-Z]{{3,}}[/ -][A-Z]{{3,}}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Clues:
    """What one document says of the day on which it came out. JSON-plain.

    `given` is an EDTF date that metadata, the address or a line gives outright, `given_by` its basis and `given_as` the
    words; `is_of_page` where they are but a date on top of the page, as sites print that of the visit; `said` is what the
    text tells. `today_words` counts where it says "today" or "yesterday" in its own words.
    `numbers` are those of its body that are no dates: tolls change by the day, so articles that share them lie near.
    """

    document: str
    given: str | None
    given_by: str | None
    given_as: str
    said: tuple[Clue, ...]
    today_words: int
    numbers: tuple[str, ...]
    is_of_page: bool = False  # in notes of before it was told apart too

    @classmethod
    def from_plain(cls, row: Mapping[str, Any]) -> "Clues":
        """The clues that `dataclasses.asdict` and JSON made plain. Raises TypeError where fields are missing."""
        said = tuple(Clue(*clue) for clue in row["said"])
        return cls(**{**row, "said": said, "numbers": tuple(row["numbers"])})


@dataclass(frozen=True, slots=True)
class _Paragraph:
    start: int
    text: str
    mentions: tuple[TimeMention, ...]

    @property
    def without_dates(self) -> str:
        rest = self.text
        for mention in reversed(self.mentions):
            rest = rest[: mention.start] + " " + rest[mention.end :]
        return rest


def clues_of(document: Document) -> Clues:
    """What a document says of its date: a pure function of the document, small enough to keep for thousands."""
    lines = tuple(find_dated_lines(document.text, document.body))
    paragraphs = tuple(_paragraphs(document))
    given, basis, words = _given(document, lines)
    return Clues(
        document=document.id,
        given=str(given) if given else None,
        given_by=basis.value if basis else None,
        given_as=words,
        is_of_page=basis is Basis.BYLINE and _is_of_page(document, lines),
        said=tuple(islice(_said(document, lines, paragraphs), _MOST_CLUES)),
        today_words=sum(len(_SPOKEN.findall(_QUOTED.sub(" ", paragraph.text))) for paragraph in paragraphs),
        numbers=_numbers(paragraphs),
    )


def _paragraphs(document: Document) -> Iterator[_Paragraph]:
    """The body's paragraphs with their dates, as far as an article tells its day at all."""
    for span in document.body:
        for found in re.finditer(r"[^\r\n]+", document.text[span.start : min(span.end, _LONGEST_TEXT)]):
            yield _Paragraph(span.start + found.start(), found[0], find_times(found[0], published=None))


def _numbers(paragraphs: Iterable[_Paragraph]) -> tuple[str, ...]:
    found = {
        re.sub(r"[, ]", "", number) for paragraph in paragraphs for number in _NUMBER.findall(paragraph.without_dates)
    }
    return tuple(sorted(number for number in found if len(number) > 1)[:_MOST_NUMBERS])


def _given(document: Document, lines: Iterable[DatedLine]) -> tuple[When | None, Basis | None, str]:
    """The date that the document carries outright, by the surest basis that has one."""
    if document.published and document.published_basis in (None, Basis.METADATA):
        return document.published, Basis.METADATA, "the article's metadata"
    url = url_date_of(document.source)
    if url and url.day:
        return url, Basis.URL, "the article's address"
    ranked = [LineKind.PUBLISHED, LineKind.BYLINE, LineKind.DATELINE, LineKind.FOOT]
    for line in sorted((line for line in lines if line.kind in ranked), key=lambda line: ranked.index(line.kind)):
        day = _clue(Manner.LINE, line.moment, line.text).date
        if day and not line.moment.is_either_order:
            return When.on(day), Basis.BYLINE, f"the line “{line.text}”"
    if found := _day_of_last_post(document, lines) or _day_of_weekday(document, lines):
        return found
    if document.published:
        return document.published, document.published_basis, "the article itself"
    return None, None, ""


def _is_of_page(document: Document, lines: Iterable[DatedLine]) -> bool:
    """Whether the date given is a bare one above the headline, of an article that does not look back over years."""
    title = document.text.find(document.title) if document.title else -1
    first = next((line for line in lines if line.kind is LineKind.BYLINE and _full_day(line)), None)
    if first is None or not first.start < title or any(line.kind is LineKind.PUBLISHED for line in lines):
        return False
    end = document.text.find("\n", first.start)
    is_bare = is_bare_date(document.text[document.text.rfind("\n", 0, first.start) + 1 : end].strip())
    return is_bare and not _YEARS_ON.search(document.text, title, _LONGEST_TEXT)


def _day_of_last_post(document: Document, lines: Iterable[DatedLine]) -> tuple[When, Basis, str] | None:
    """`Last update: 3 May 2031, 21:30` of a page that is written post by post: it came out with its last post."""
    days = {day: line for line in lines if line.kind is LineKind.UPDATED and (day := _full_day(line))}
    if len(days) != 1 or not is_live(document.text[:_LONGEST_TEXT]):
        return None
    day, line = next(iter(days.items()))
    return When.on(day), Basis.BYLINE, f"the line “{line.text}” of a live page"


def _full_day(line: DatedLine) -> date | None:
    return None if line.moment.is_either_order else _clue(Manner.UPDATED, line.moment, line.text).date


def _day_of_weekday(document: Document, lines: Iterable[DatedLine]) -> tuple[When, Basis, str] | None:
    """`Tuesday 13 November` of a page that names one year only in which that day was a Tuesday: `Chronicle Ltd, 2001`."""
    for line in lines:
        told = line.moment
        if line.kind is LineKind.UPDATED or told.year or not (told.month and told.day) or told.weekday is None:
            continue
        years = {int(year) for year in _YEAR.findall(document.text)}
        days = [day for year in sorted(years) if (day := _day_in(year, told)) and day.weekday() == told.weekday]
        if len(days) == 1:
            return When.on(days[0]), Basis.BYLINE, f"the line “{line.text}” and the page's year {days[0].year}"
    return None


def _day_in(year: int, told: Moment) -> date | None:
    try:
        return date(year, told.month or 0, told.day or 0)
    except ValueError:  # 29 February
        return None


def _clue(manner: Manner, moment: Moment, text: str, *, back: int | None = None) -> Clue:
    return Clue(manner.value, moment.year, moment.month, moment.day, moment.weekday, back, text)


def _said(document: Document, lines: Iterable[DatedLine], paragraphs: Iterable[_Paragraph]) -> Iterator[Clue]:
    yield from _of_record(document)
    manners = {LineKind.UPDATED: Manner.UPDATED, LineKind.DATELINE: Manner.DATELINE}
    for line in lines:
        for moment in _orders(line.moment):
            yield _clue(manners.get(line.kind, Manner.LINE), moment, line.text)
    taken = {line.start for line in lines}
    for paragraph in paragraphs:
        for mention in paragraph.mentions:
            is_told = not _is_look_back(paragraph.text, mention) and not _is_joined(paragraph.text, mention)
            if paragraph.start + mention.start not in taken and is_told:
                yield from _of_mention(mention, _manner(paragraph.text, mention))


def _orders(moment: Moment) -> Iterator[Moment]:
    """The moment; of 10/09/2031 both readings, for the other clues to choose between."""
    yield moment
    if moment.is_either_order and moment.day != moment.month:
        yield replace(moment, month=moment.day, day=moment.month)


def _of_record(document: Document) -> Iterator[Clue]:
    """What the address and the metadata say without giving the day: a month, the time of the last change."""
    url = url_date_of(document.source)
    if url and url.first:
        yield Clue(Manner.MONTH, url.first.year, url.first.month, None, None, None, "the article's address")
    changed = document.modified and document.modified.day
    if changed:
        yield Clue(Manner.UPDATED, changed.year, changed.month, changed.day, None, None, "the time of the last change")


def _of_mention(mention: TimeMention, manner: Manner) -> Iterator[Clue]:
    """The clue of one expression of the text; a stretch gives its last day, what says no day gives none."""
    moment = mention.moment.last or mention.moment
    if moment.last_day:
        moment = replace(moment, day=moment.last_day)
    if (
        moment.step == Step(-1, -1, Unit.DAY)
        and moment.day is None
        and moment.weekday is None
        and moment.part != "night"
    ):
        yield Clue(Manner.YESTERDAY.value, None, None, None, None, 1, mention.text)
    yield from _of_days_since(mention)
    names_day = moment.day is not None or (moment.weekday is not None and moment.month is None)
    if not names_day or moment.is_either_order or moment.is_from_anchor:
        return
    step = moment.step
    if step is None:
        yield _clue(manner, moment, mention.text)
    elif step.low == step.high and step.unit is Unit.DAY:
        yield _clue(Manner.EXACT, moment, mention.text, back=-step.low)


def _of_days_since(mention: TimeMention) -> Iterator[Clue]:
    """ "six days after the quake", "a week ago", "last week": by how much an event lies back, which the others tell of."""
    step = mention.moment.step
    is_bare = mention.moment.day is None and mention.moment.weekday is None
    if step is None or not is_bare or step.low != step.high or (step.from_anchor and not step.is_of_clause):
        return
    if step.unit is Unit.DAY and -_LONGEST_AGO <= step.low < -1:
        yield Clue(Manner.ELAPSED.value, None, None, None, None, -step.low, mention.text)
    elif step.unit is Unit.WEEK and step.low == -1:
        yield Clue(Manner.LAST_WEEK.value, None, None, None, None, None, mention.text)


def _is_look_back(paragraph: str, mention: TimeMention) -> bool:
    """ "the 26 December 2004 tsunami", "the worst since 3 May 1999": a full date that is told for comparison."""
    if mention.moment.year is None:
        return False
    if len(paragraph) <= _CAPTION and _ARCHIVE.search(paragraph):
        return True
    sentence = paragraph[max(0, mention.start - 160) : mention.start]
    is_named = mention.text.lower().startswith("the ") or re.search(r"\bthe\s+$", sentence, re.I)
    is_label = is_named and re.match(r"\s+[a-z]", paragraph[mention.end : mention.end + 9])
    return bool(is_label) or bool(_LOOK_BACK.search(re.split(r"[.!?]\s", sentence)[-1]))


_JOINED = re.compile(r"\d(?:st|nd|rd|th)?\s*(?:and|or|to|till|until|through|&|[-–])\s+(?:the\s+)?$", re.I)


def _is_joined(paragraph: str, mention: TimeMention) -> bool:
    """ "the 22nd and 23rd are days of mourning": the end of a stretch that its first day places."""
    is_bare = mention.moment.month is None and mention.moment.day is not None
    return is_bare and bool(_JOINED.search(paragraph[max(0, mention.start - 20) : mention.start]))


def _manner(paragraph: str, mention: TimeMention) -> Manner:
    moment = mention.moment
    if mention.direction is Direction.SINCE:
        return Manner.SINCE
    if mention.direction is Direction.UNTIL:
        return Manner.UNTIL if mention.side is Side.FUTURE else Manner.OPEN
    if moment.year and moment.day and len(paragraph) <= _CAPTION and _is_caption(paragraph, mention):
        return Manner.CAPTION
    if moment.order == "last" or re.match(r"['’]s\b", paragraph[mention.end : mention.end + 9]):
        return Manner.OPEN
    if mention.side is Side.FUTURE or moment.order == "next":
        return Manner.FUTURE
    if moment.order == "this":
        return Manner.THIS
    if mention.side is Side.PAST and moment.part in ("evening", "night") and moment.day is None:
        return Manner.EVENING
    return Manner.PAST if mention.side is Side.PAST else Manner.OPEN


def _is_caption(paragraph: str, mention: TimeMention) -> bool:
    """A caption ends with its date, or has a credit after it; its sentence mostly has no full stop."""
    rest = paragraph[mention.end :].strip(" .)")
    return not rest or bool(_CREDIT.search(rest)) or bool(_CREDIT.match(paragraph))
