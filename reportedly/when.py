"""Imprecise dates, written in EDTF (ISO 8601-2, levels 0 and 1): `2022-01-06`, `2022-01`, `2022-01-06/2022-01-07`,
`2022-01-06~`, `../2022-01-19`, `2022-01-05/..`.

A `When` says that something was on a day between `first` and `last`, both included; None is an open end.
"""

import calendar
import re
from datetime import date, timedelta
from functools import lru_cache

_PART = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?([~?%])?", re.ASCII)


class When:
    """Days from `first` to `last`; at least one end is known. Never changes once made.

    Raises ValueError where first is after last. A class by hand, since the ledger reads and weighing compares so many.
    """

    __slots__ = ("_order", "approximate", "first", "last")

    first: date | None
    last: date | None
    approximate: bool
    _order: tuple[date, date, bool]

    def __init__(self, first: date | None, last: date | None, approximate: bool = False) -> None:
        if first is None and last is None:
            raise ValueError("an interval without both ends says nothing")
        if first and last and first > last:
            raise ValueError(f"{first} is after {last}")
        put = object.__setattr__
        put(self, "first", first)
        put(self, "last", last)
        put(self, "approximate", approximate)
        put(self, "_order", (last or date.max, first or date.min, approximate))

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{name} of a date that is made is never set")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"{name} of a date that is made is never taken away")

    def __reduce__(self) -> tuple[type["When"], tuple[date | None, date | None, bool]]:
        return When, (self.first, self.last, self.approximate)

    def __repr__(self) -> str:
        return f"When({self.first!r}, {self.last!r}, {self.approximate!r})"

    def __eq__(self, other: object) -> bool:
        """Whether both have the same ends; an open end is not the calendar's last day."""
        if not isinstance(other, When):
            return NotImplemented
        return (self.first, self.last, self.approximate) == (other.first, other.last, other.approximate)

    def __hash__(self) -> int:
        return hash((self.first, self.last, self.approximate))

    @classmethod
    def on(cls, day: date) -> "When":
        return cls(day, day)

    @property
    def day(self) -> date | None:
        """The one day it is, or None where it is no single day."""
        return self.first if self.first == self.last else None

    def overlaps(self, other: "When") -> bool:
        return self._low <= other._high and other._low <= self._high

    def within(self, other: "When") -> bool:
        return other._low <= self._low and self._high <= other._high

    def is_before(self, other: "When") -> bool:
        """Whether every day of this one lies before every day of the other."""
        return self._high < other._low

    @property
    def _low(self) -> date:
        return self.first or date.min

    @property
    def _high(self) -> date:
        return self.last or date.max

    def __lt__(self, other: "When") -> bool:
        """Order by last day, then first: of two dates the later-ending one is the later."""
        return self._order < other._order

    def __le__(self, other: "When") -> bool:
        return self._order < other._order or self == other

    def __gt__(self, other: "When") -> bool:
        return not self <= other

    def __ge__(self, other: "When") -> bool:
        return not self < other

    def __str__(self) -> str:
        mark = "~" if self.approximate else ""
        first, last = self.first, self.last
        if first is None or last is None:
            return f"{first or '..'}/{last or '..'}" + mark
        if first == last:
            return first.isoformat() + mark
        if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
            return f"{first.year:04}" + mark
        if first.day == 1 and last == _month_end(first.year, first.month):
            return f"{first.year:04}-{first.month:02}" + mark
        return f"{first.isoformat()}/{last.isoformat()}" + mark


@lru_cache(maxsize=4096)
def parse_when(text: str) -> When:
    """The date that an EDTF text means. Raises ValueError on anything else."""
    first, slash, last = text.partition("/")
    if not slash:
        low, high, approximate = _parse_part(text)
        return When(low, high, approximate)
    low_start, _, low_mark = (None, None, False) if first in ("..", "") else _parse_part(first)
    _, high_end, high_mark = (None, None, last.endswith("~")) if last.rstrip("~") in ("..", "") else _parse_part(last)
    return When(low_start, high_end, low_mark or high_mark)


def _parse_part(text: str) -> tuple[date, date, bool]:
    found = _PART.fullmatch(text)
    if not found:
        raise ValueError(f"{text!r} is no EDTF date; write 2022-01-06, 2022-01, 2022 or two of them with a slash")
    year, month, day = int(found[1]), int(found[2] or 0), int(found[3] or 0)
    if day:
        return date(year, month, day), date(year, month, day), bool(found[4])
    if month:
        return date(year, month, 1), _month_end(year, month), bool(found[4])
    return date(year, 1, 1), date(year, 12, 31), bool(found[4])


def _month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def month_of(year: int, month: int) -> When:
    """The whole month. Raises ValueError where the calendar has none such."""
    return When(date(year, month, 1), _month_end(year, month))


def year_of(year: int) -> When:
    """The whole year. Raises ValueError outside of the years 1 to 9999."""
    return When(date(year, 1, 1), date(year, 12, 31))


def shift(when: When, days: int) -> When:
    """The same stretch, so many days later. Raises OverflowError outside of the years 1 to 9999."""
    step = timedelta(days=days)
    return When(when.first and when.first + step, when.last and when.last + step, when.approximate)
