"""Dates as machines and newsrooms write them, in words that `text.dates` reads: in goes a line, out it comes spelled out.

`12/11/96`, `05.08.10 17:22`, `2009年9月30日`, `291430Z Aug 11`, `22 APR 92`, `21April 2019`,
`Mon Aug 23 11:02:10 1999`. Only lines that are
no article's are read so: in a sentence `12/11/96` may be anything. A year of two digits lies between 1950 and 2049.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache

from reportedly.text.date_words import TABLE, words_pattern
from reportedly.text.dates import TimeMention, find_times

_DIGITS = re.compile("[0-9]{2}")
_MONTH = words_pattern(list(TABLE["months"]))
_SHORT_YEAR = re.compile(r"(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2(\d\d)(?![\d/-]|\.\d)")
_EAST_ASIAN = re.compile(r"(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]")
_EAST_ASIAN_CLOCK = re.compile(r"(\d{1,2})\s*[時时시]\s*(\d{2})\s*[分분]")
_DATE_TIME_GROUP = re.compile(rf"\b(\d\d)\d{{4}}\s?[A-Z]\s+({_MONTH})\.?\s+(\d\d)(?!\d)", re.IGNORECASE)
_NAMED = re.compile(rf"\b(\d{{1,2}})[ .-]({_MONTH})\b[. -]{{0,2}}['’]?(\d\d)(?![\d:.]\d|\d)", re.IGNORECASE)
_GLUED = re.compile(rf"(?<![\w.])(\d{{1,2}})({_MONTH})\b[., ]*((?:19|20|21)\d\d)(?!\d)", re.IGNORECASE)
_OF_UNIX = re.compile(rf"\b({_MONTH})\s+(\d{{1,2}})\s+\d\d:\d\d:\d\d\s+(?:[A-Z]{{3,4}}\s+)?(\d{{4}})\b", re.IGNORECASE)


@lru_cache(maxsize=4096)
def spelled_out(line: str) -> str:
    """The line with each such date and time in words that every reader of dates knows."""
    for start, end, words in sorted(_found(line), reverse=True):
        line = line[:start] + words + line[end:]
    return line


def find_times_of_line(line: str) -> Iterator[TimeMention]:
    """The dates of a line that is no article's, with their places in the line as it is written."""
    spelled = line
    moves: list[tuple[int, int]] = []
    for start, end, words in sorted(_found(line)):
        shift = sum(longer for _, longer in moves)
        spelled = spelled[: start + shift] + words + spelled[end + shift :]
        moves.append((start + shift, len(words) - (end - start)))
    for mention in find_times(spelled, published=None):
        yield replace(mention, start=_back(mention.start, moves), end=_back(mention.end, moves))


def _back(at: int, moves: list[tuple[int, int]]) -> int:
    return at - sum(longer for start, longer in moves if start < at)


def _found(line: str) -> Iterator[tuple[int, int, str]]:
    if not _DIGITS.search(line):
        return
    taken: list[tuple[int, int]] = []
    for form, words in _FORMS:
        for found in form.finditer(line):
            if all(found.end() <= start or end <= found.start() for start, end in taken):
                taken.append(found.span())
                yield found.start(), found.end(), words(found)


def _year(digits: str) -> int:
    return int(digits) + (1900 if int(digits) >= 50 else 2000)


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (_EAST_ASIAN_CLOCK, lambda found: f"{found[1]}:{found[2]}"),
    (_EAST_ASIAN, lambda found: f"{found[1]}-{int(found[2]):02d}-{int(found[3]):02d}"),
    (_DATE_TIME_GROUP, lambda found: f"{int(found[1])} {found[2]} {_year(found[3])}"),
    (_GLUED, lambda found: f"{found[1]} {found[2]} {found[3]}"),
    (_OF_UNIX, lambda found: f"{found[1]} {found[2]}, {found[3]}"),
    (_SHORT_YEAR, lambda found: f"{found[1]}{found[2]}{found[3]}{found[2]}{_year(found[4])}"),
    (_NAMED, lambda found: f"{found[1]} {found[2]} {_year(found[3])}"),
)
