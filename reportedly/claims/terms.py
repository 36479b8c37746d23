"""The days and hours of a measure, as its clause tells them: "from Monday until 19 January, between 23:00 and 07:00".

In: the word that says the measure. Out: EDTF of start and end, `daily` hours, the one day on which it was done. An end
that is only a length ("for 30 days") is reckoned from a start that the same clause tells. No start, no end: None.
"""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from reportedly.claims.clauses import times_of
from reportedly.text.dates import Direction, Kind, TimeMention, find_clock_ranges
from reportedly.text.numbers import find_quantities
from reportedly.text.sentences import Sentence, Token
from reportedly.when import When


class Terms(NamedTuple):
    """`is_past` where the only day told lies long before the article."""

    starts: str | None = None
    ends: str | None = None
    daily: str | None = None
    when: When | None = None
    is_past: bool = False


def terms_of(word: Token, sentence: Sentence, *, is_begun: bool, core: Sequence[Token | None] = ()) -> Terms:
    """`is_begun` is false for what was ended: its day is then the end."""
    times = [t for t in times_of(word, sentence) if t.when is not None]
    starts = _first(times, Direction.FROM, Direction.SINCE, Direction.AFTER)
    ends = _first(times, Direction.UNTIL, Direction.BY, Direction.BEFORE)
    plain = next((t for t in times if t.direction is Direction.NONE and t.kind is not Kind.CLOCK), None)
    start, end = (starts.when if starts else None), (ends.when if ends else None)
    when: When | None = None
    if plain is not None and plain.when is not None:
        when = plain.when
        if plain.kind is Kind.INTERVAL and plain.when.first and plain.when.last:
            start, end = start or When.on(plain.when.first), end or When.on(plain.when.last)
        elif is_begun and plain.when.day:
            start = start or plain.when
        elif not is_begun and plain.when.day:
            end = end or plain.when
    if end is None and start is not None and is_begun:
        end = _reckoned(start, word, sentence)
    return Terms(
        starts=str(start) if start else None,
        ends=str(_last_day(end)) if end else None,
        daily=_daily(word, sentence),
        when=when if when and when.day else None,
        is_past=bool(times) and all(t.is_past_year for t in times),
    )


def _first(times: Sequence[TimeMention], *directions: Direction) -> TimeMention | None:
    return next((t for t in times if t.direction in directions), None)


def _last_day(end: When) -> When:
    """ "until the end of May", "until May": the last day that it can mean."""
    return When.on(end.last) if end.last else end


def _daily(word: Token, sentence: Sentence) -> str | None:
    """The daily hours of the sentence: no sentence has yet been seen with two measures that have some."""
    ranges = find_clock_ranges(sentence.text)
    return ranges[0].daily if ranges else None


_LENGTH = re.compile(r"^\s*-?\s*(day|week|month)s?\b", re.I)


def _reckoned(start: When, word: Token, sentence: Sentence) -> When | None:
    """ "three days from Tuesday" ends on Thursday, "for two weeks from the 5th" on the 19th."""
    if start.day is None:
        return None
    for quantity in find_quantities(sentence.text):
        unit = _LENGTH.match(sentence.text[quantity.end :])
        if unit and quantity.amount.low == quantity.amount.high and 0 < quantity.amount.low < 400:
            return _after(start.day, quantity.amount.low, unit[1].lower())
    return None


def _after(start: date, number: int, unit: str) -> When:
    if unit == "day":
        return When.on(start + timedelta(days=number - 1))
    if unit == "week":
        return When.on(start + timedelta(weeks=number))
    month = start.month - 1 + number
    year, month = start.year + month // 12, month % 12 + 1
    for day in range(start.day, start.day - 4, -1):
        try:
            return When.on(date(year, month, day))
        except ValueError:
            continue
    raise ValueError(f"no such day: {number} {unit} after {start}")
