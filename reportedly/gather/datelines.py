"""The lines and addresses that say when an article came out: `Published: 3 August 2031`, `LIMA, Aug 3 (Reuters) -`.

In: a document's whole text, furniture included, and its source. Out: what each such line says, and its kind. An
`Updated` line is kept apart: it is never the first publication. A date line counts only in the article's head, so that
a comment's or a related article's date dates nothing; a line that begins with "Published" counts anywhere.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from urllib.parse import urlsplit

from reportedly.gather.compact_dates import find_times_of_line
from reportedly.model import Span
from reportedly.text.date_words import TABLE, words_pattern
from reportedly.text.dates import Moment, TimeMention, find_times
from reportedly.when import When, month_of

_LISTS: dict[str, list[str]] = TABLE["datelines"]
_LONGEST_LINE = 200  # characters; what is longer is prose
_PROSE = 140  # characters of the first line that ends the head
_PROSE_WORDS = 10  # of a shorter paragraph
_HEAD_LINES = 40
_PUBLISHED = re.compile(rf"(?:^|[^\w])(?:{words_pattern(_LISTS['published'])})\b[^.;|]{{0,30}}$", re.I)
_UPDATED = re.compile(rf"(?:^|[^\w])(?:{words_pattern(_LISTS['updated'])})\b[^.;|]{{0,30}}$", re.I)
_OTHER = re.compile(rf"\b(?:{words_pattern(_LISTS['other'])})\b[^.;|]{{0,30}}$", re.I)
_LABEL = re.compile(rf"\b{words_pattern([*_LISTS['published'], *_LISTS['updated']])}\b", re.I)
_DIGIT = re.compile("[0-9]")
_SEPARATORS = "|·•–—-/»>"
_CREDIT = re.compile(rf"\b{words_pattern(_LISTS['credit'])}\b", re.I)
_WORD = re.compile(r"[^\W\d_]+")
_SMALL = frozenset(_LISTS["small"])
_PLACE = r"[A-Z][\w.'’()-]*(?:[ ,/]+(?:[A-Z(][\w.'’()/-]*|d[aeiu]l?|al|of|and|sur|la|le|upon|the))*"
_BEFORE_DATELINE = re.compile(rf"\s*[(\[]?{_PLACE}[\s,.:/–—-]*(?:\([^)]{{1,40}}\)[\s,–—-]*)?(?:on\s)?$")
_AFTER_DATELINE = re.compile(
    r"\s*[,.]?\s*(?:\([^)]{1,40}\)|[/\[][^/\]]{1,40}[/\]]|[A-Z]{2,8}(?:[/-][A-Z]{2,8})?(?=\s*[–—:-]))?\.?\s*(?:[–—:]|--?|\)|\.\s+/?[A-Z]+/?)\s*"
)
_AFTER_DAY = re.compile(
    rf"[,.]?\s*(?:\(?{words_pattern(list(TABLE['weekdays']))}\b|\d{{1,2}}[:.]\d\d|[|·•–—/-]|\s{{2,}}|$)", re.IGNORECASE
)
_URL_DAY = re.compile(r"(?<!\d)((?:19|20|21)\d\d)([/_-]?)(\d\d?)\2(\d\d?)(?!\d)")
_URL_MONTH = re.compile(r"/((?:19|20|21)\d\d)[/-](\d\d)/")


class LineKind(StrEnum):
    PUBLISHED = "published"  # Published: 3 August 2031
    BYLINE = "byline"  # By Jane Doe | 4 Aug 2031; or the date alone
    DATELINE = "dateline"  # LIMA, Aug 3 (Reuters) -
    FOOT = "foot"  # the one date below the article: Printed at the Mission Press, 6 May 1991
    UPDATED = "updated"  # Last updated: 4 August 2031


@dataclass(frozen=True, slots=True)
class DatedLine:
    """What one line says of the day of publication; `moment` may lack year, month or day."""

    kind: LineKind
    start: int
    text: str
    moment: Moment


def find_dated_lines(text: str, body: Sequence[Span] = ()) -> Iterator[DatedLine]:
    """The lines of a text that tell when it came out, in the order of the text. `body`: what is the article's."""
    offset, in_head, feet = 0, True, []
    has_update = False
    for index, line in enumerate(text.splitlines(keepends=True)):
        plain = line.strip()
        start = offset + len(line) - len(line.lstrip())
        is_apart = bool(body) and not _overlaps(body, start, start + len(plain))
        if _DIGIT.search(plain, 0, 2 * _LONGEST_LINE) or _may_name_weekday(plain):
            for kind, mention in _dates_of_line(plain, in_head=in_head, is_first=index == 0, is_apart=is_apart):
                found = DatedLine(kind, start + mention.start, mention.text, mention.moment)
                has_update |= kind is LineKind.UPDATED
                if kind is LineKind.FOOT:
                    feet.append(found)
                else:
                    yield found
        in_head = in_head and (is_apart or not _ends_head(plain)) and index < _HEAD_LINES
        offset += len(line)
    if (
        len(feet) == 1 and not has_update
    ):  # more are a list of other stories, and so is one below a page that has its date
        yield feet[0]


def _overlaps(body: Sequence[Span], start: int, end: int) -> bool:
    at = bisect_left(body, end, key=lambda span: span.start)
    return at > 0 and body[at - 1].end > start


def _ends_head(line: str) -> bool:
    return len(line) >= _PROSE or (line.endswith(".") and len(_WORD.findall(line)) >= _PROSE_WORDS)


def _may_name_weekday(line: str) -> bool:
    return len(line) < 60 and "day" in line


def _dates_of_line(
    line: str, *, in_head: bool, is_first: bool, is_apart: bool
) -> Iterator[tuple[LineKind, TimeMention]]:
    """`is_apart`: the line is no article's, so that it needs no further sign to be about the page."""
    opening = line if len(line) <= _LONGEST_LINE else line[:120]
    is_of_page = is_apart or (in_head and len(line) < _PROSE and not line.endswith("."))
    times = find_times_of_line(opening) if is_of_page else find_times(opening, published=None)
    mentions = [m for m in times if m.moment.day or m.moment.weekday is not None]
    mentions = [m for m in mentions if m.moment.step is None and m.moment.last is None and m.moment.last_day is None]
    is_short = len(line) <= _LONGEST_LINE and (
        is_apart
        or _is_name_and_date(line, mentions)
        or (in_head and (_is_field(line, mentions) or _opens_with_day(line, mentions) or _ends_in_day(line, mentions)))
    )
    for mention in mentions:
        before = line[: mention.start]
        if is_short and _OTHER.search(before):
            continue
        if is_short and _UPDATED.search(before) and not _is_nearer(_PUBLISHED, _UPDATED, before):
            yield LineKind.UPDATED, mention
        elif is_short and _is_labelled(before, in_head=in_head):
            yield LineKind.PUBLISHED, mention
        elif mention.moment.month and _is_dateline(line, mention):
            yield LineKind.DATELINE, mention
        elif is_short and (mention.moment.month or (mention.clock and in_head)):
            if not in_head and is_apart and mention.moment.year:
                yield LineKind.FOOT, mention
            elif in_head and not _is_headline_or_credit(line, before, is_first and not is_apart):
                yield LineKind.BYLINE, mention


def _is_labelled(before: str, *, in_head: bool) -> bool:
    """Whether "published" and its like stand before a date; below the head they must open the line, since a link to another
    story may end in such a word: `Opposition sets rally date  12 Oct 07`."""
    found = _PUBLISHED.search(before)
    return found is not None and (in_head or not _WORD.search(before[: found.start() + 1]))


def _opens_with_day(line: str, mentions: list[TimeMention]) -> bool:
    """A paper's head: "2005-2-21 Monday   The 13th day of the first month   Today: light snow, -14 to -3 degrees"."""
    first = mentions[0] if mentions else None
    if first is None or first.start or not (first.moment.year and first.moment.month and first.moment.day):
        return False
    return bool(_AFTER_DAY.match(line[first.end :]))


def _ends_in_day(line: str, mentions: list[TimeMention]) -> bool:
    """A short sentence that says of the page what day it is of: "This advice is current for Friday, 3 May 2031." """
    last = mentions[-1] if mentions else None
    if last is None or not (last.moment.year and last.moment.day) or line[last.end :].strip(" .)"):
        return False
    return len(_WORD.findall(line)) <= _PROSE_WORDS and bool(_PUBLISHED.search(line[: last.start]))


def _is_headline_or_credit(line: str, before: str, is_first: bool) -> bool:
    return bool(_CREDIT.search(line)) or (is_first and bool(before.strip()))


def _is_nearer(this: re.Pattern[str], other: re.Pattern[str], before: str) -> bool:
    found, rival = this.search(before), other.search(before)
    return bool(found and (not rival or found.start() > rival.start()))


def _is_name_and_date(line: str, mentions: list[TimeMention]) -> bool:
    """Whether a line holds nothing beside its dates but names and the small words of such lines."""
    rest = re.sub(r"(?<=\d)(?:st|nd|rd|th)\b", "", line)
    rest = line if mentions else rest
    for mention in reversed(mentions):
        rest = rest[: mention.start] + " " + rest[mention.end :]
    rest = _LABEL.sub(" ", rest)
    words = [word for word in _WORD.findall(rest) if word.lower() not in _SMALL]
    is_apart = any(_stands_apart(line, mention) for mention in mentions)
    return len(words) <= 8 and (is_apart or all(not word.islower() for word in words))


def _is_field(line: str, mentions: list[TimeMention]) -> bool:
    """Whether a full date is a field among others: `Handout No. 883 / Karachi, the 16th November, 1996 / For ...`."""
    fields = re.split(r"\s[|•·/–—-]\s", line)
    return len(fields) > 1 and any(
        mention.moment.year and mention.moment.day and mention.text in field and _is_name_and_date(field, [])
        for mention in mentions
        for field in fields
    )


def _stands_apart(line: str, mention: TimeMention) -> bool:
    """Whether a full date is a field of its own: "Tuesday, 12 August 2031 – Radio X, English service"."""
    before, after = line[: mention.start].rstrip(), line[mention.end :].lstrip()
    is_field = (not before or before[-1] in _SEPARATORS) and (not after or after[0] in _SEPARATORS)
    return mention.moment.year is not None and is_field and not line.endswith(".")


def _is_dateline(line: str, mention: TimeMention) -> bool:
    """Whether a paragraph opens with a place, this date and a dash."""
    before, after = line[: mention.start], line[mention.end : mention.end + 60]
    return mention.start <= 70 and bool(_BEFORE_DATELINE.fullmatch(before)) and bool(_AFTER_DATELINE.match(after))


def url_date_of(source: str) -> When | None:
    """The day, or else the month, that the path of a web address names: `/2031/08/03/`. None for a file's path."""
    try:
        address = urlsplit(source)
    except ValueError:
        return None
    if address.scheme not in ("http", "https"):
        return None
    for found in _URL_DAY.finditer(address.path):
        if found[2] or len(found[0]) == 8:
            day = _day(*(int(found[group]) for group in (1, 3, 4)))
            if day:
                return When.on(day)
    month = _URL_MONTH.search(address.path + "/")
    return month_of(int(month[1]), int(month[2])) if month and 1 <= int(month[2]) <= 12 else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
