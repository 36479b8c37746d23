"""What a date expression says by itself, and which days it then means for an article of a given day.

"on Thursday" says only a weekday; in an article of 7 January 2022 it means 6 January. What cannot be resolved is None:
a weekday without a publication date, "two days later" without a date before it. Nothing is guessed.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from reportedly.when import When, month_of, shift, year_of

_DAY = timedelta(days=1)
_NEAR_BEHIND, _NEAR_AHEAD = 45, 10  # days in which an article's own dates mostly lie
_WIDEST_HULL = 10  # days between two readings of one word that may still be given as one interval


class Side(StrEnum):
    """Which way from the day of publication the sentence points."""

    PAST = "past"
    FUTURE = "future"
    OPEN = "open"  # no verb says


class Unit(StrEnum):
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    DECADE = "decade"


class Step(NamedTuple):
    """So many units from a base: "three days ago" is -3 to -3 days, "several days later" 3 to 9 from the anchor."""

    low: int
    high: int
    unit: Unit
    from_anchor: bool = False
    is_approximate: bool = False
    is_of_clause: bool = False  # "two days after he fell": when he fell


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """The parts of a date that an expression names; None is not said.

    `order` is "last", "next" or "this" before a weekday or month. `edge` narrows a longer time ("early", "mid", "late",
    "start", "end", "earlier", "later"). `part` is the part of the day; `is_night_to` where the night is that before the day
    named ("overnight into Friday"). `last` ends a stretch that this moment begins; `last_day` does so within one month.
    `is_either_order` marks 6/1/2022, whose day and month may be the other way round. An expression that dates nothing by
    itself ("the sixth day of protests") has no field set.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    last_day: int | None = None
    last_year: int | None = None
    is_either_order: bool = False
    weekday: int | None = None
    order: str | None = None
    edge: str | None = None
    part: str | None = None
    is_night_to: bool = False
    feast: int | None = None  # days from Easter
    step: Step | None = None
    clock: str | None = None
    last: "Moment | None" = None

    @property
    def is_dated(self) -> bool:
        """Whether it says anything of the day, and not only of the hour."""
        return any(v is not None for v in (self.year, self.month, self.day, self.weekday, self.feast, self.step))

    @property
    def is_from_anchor(self) -> bool:
        """Whether it is counted from the last date told, not from the day of publication: "the following Monday"."""
        return self.step.from_anchor if self.step else self.order in ("following", "previous")


class Frame(NamedTuple):
    """What a moment is resolved against. `pull` says how much rather a date lies on `side` than on the other;
    `is_over` where the day of writing ended before the article came out, so that its night is told too."""

    published: When | None
    anchor: When | None
    side: Side
    pull: int = 12
    is_strict: bool = False
    is_over: bool = False


def resolve(moment: Moment, frame: Frame) -> When | None:
    """The days that a moment means, or None where they cannot be known.

    Where the publication date is itself an interval, both of its ends must lead to days that lie close together.
    """
    try:
        published = frame.published
        if moment.is_from_anchor or published is None:
            return _resolve(moment, published.day if published else None, frame)
        return _hull([_resolve(moment, end, frame) for end in dict.fromkeys((published.first, published.last))])
    except (ValueError, OverflowError):
        return None


def _hull(readings: list[When | None]) -> When | None:
    """One stretch over all readings, or None where they lie too far apart to say anything."""
    found = [when for when in readings if when]
    if len(found) < len(readings):
        return None
    low, high = min(w.first for w in found if w.first), max(w.last for w in found if w.last)
    widest = max((w.last - w.first).days for w in found if w.first and w.last)
    if (high - low).days > max(widest, _WIDEST_HULL):
        return None
    return When(low, high, any(w.approximate for w in found))


def _resolve(moment: Moment, today: date | None, frame: Frame) -> When | None:
    found = _whole(replace(moment, last=None), today, frame)
    if found and moment.last:
        found = _stretch(found, moment, frame)
    if found and moment.edge:
        found = _edge(found, moment.edge, today)
    return found and _by_night(found, moment, today, frame)


def _stretch(first: When, moment: Moment, frame: Frame) -> When | None:
    """From a first day to the nearest fitting last day: "from 28 December to 3 January"."""
    last = moment.last
    if last is None or first.first is None:
        return first
    end = _resolve(last, first.first, Frame(frame.published, first, Side.FUTURE, pull=1000))
    return (end and end.last and When(first.first, end.last)) or None


def _whole(moment: Moment, today: date | None, frame: Frame) -> When | None:
    if moment.step is not None:
        return _stepped(moment, moment.step, today, frame)
    if moment.order in ("following", "previous"):
        return _around_anchor(moment, frame)
    if moment.is_either_order:
        return _decided(moment, today)
    if moment.year is not None:
        return _calendar(moment, moment.year, moment.month)
    if today is None:
        return None
    if moment.feast is not None:
        return _nearest(_feasts(moment.feast, today), today, frame, moment.order)
    if moment.month is not None:
        return _nearest(_in_years(moment, today), today, frame, moment.order)
    if moment.day is not None:
        return _nearest(_in_months(moment, today), today, frame, moment.order)
    if moment.weekday is not None:
        return When.on(_weekday(moment.weekday, today, frame, moment.order))
    return None


def _calendar(moment: Moment, year: int, month: int | None) -> When:
    """The named days of a known year. Raises ValueError where the calendar has no such day."""
    if month is None:
        return When(date(year, 1, 1), date(moment.last_year or year, 12, 31))
    if moment.day is None:
        return month_of(year, month)
    return When(date(year, month, moment.day), date(year, month, moment.last_day or moment.day))


def _around_anchor(moment: Moment, frame: Frame) -> When | None:
    """ "the following Monday": the nearest one after, or before, the last date told."""
    if moment.weekday is None or frame.anchor is None or frame.anchor.day is None:
        return None
    order = "next" if moment.order == "following" else "last"
    return When.on(_weekday(moment.weekday, frame.anchor.day, frame, order))


def _decided(moment: Moment, today: date | None) -> When | None:
    """6/1/2022 in the one order that lies near the publication, where only one does."""
    if today is None or moment.year is None or moment.month is None or moment.day is None:
        return None
    readings = (date(moment.year, moment.month, moment.day), date(moment.year, moment.day, moment.month))
    near = [day for day in readings if -_NEAR_BEHIND <= (day - today).days <= _NEAR_AHEAD]
    return When.on(near[0]) if len(near) == 1 else None


def _feasts(days: int, today: date) -> Iterator[When]:
    """A day counted from Easter, as the Gregorian calendar has it: the English-language press means that one."""
    for year in (today.year - 1, today.year, today.year + 1):
        yield When.on(easter_of(year) + days * _DAY)


def easter_of(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Anonymous Gregorian algorithm, Nature 1876)."""
    century, part = divmod(year, 100)
    golden, leap, rest = year % 19, century // 4, century % 4
    shift_of_moon = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap - shift_of_moon + 15) % 30
    weekday = (32 + 2 * rest + 2 * (part // 4) - epact - part % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _in_years(moment: Moment, today: date) -> Iterator[When]:
    for year in (today.year - 1, today.year, today.year + 1):
        try:
            yield _calendar(moment, year, moment.month)
        except ValueError:  # 29 February
            continue


def _in_months(moment: Moment, today: date) -> Iterator[When]:
    for months in (-2, -1, 0, 1, 2):
        year, month = divmod(today.year * 12 + today.month - 1 + months, 12)
        try:
            yield _calendar(moment, year, month + 1)
        except ValueError:  # the 31st
            continue


def _nearest(candidates: Iterable[When], today: date, frame: Frame, order: str | None) -> When | None:
    """The candidate nearest to today on the side that the sentence points to.

    The other side is not shut ("elections were called for 5 May" is written in the past tense), only farther away by
    the factor `pull`: 12, so that a day up to four weeks ahead is nearer than the same day of last year.
    """
    side, pull = frame.side, 1000 if frame.is_strict or order in ("last", "next") else frame.pull
    if order in ("last", "next"):
        side = Side.PAST if order == "last" else Side.FUTURE
        candidates = [
            when for when in candidates if not (when.first and when.last and when.first <= today <= when.last)
        ]
    ahead, behind = {Side.PAST: (pull, 1), Side.FUTURE: (1, pull), Side.OPEN: (2, 1)}[side]

    def cost(when: When) -> int:
        if when.first and when.first > today:
            return ahead * (when.first - today).days
        return behind * (today - when.last).days if when.last and when.last < today else 0

    return min(candidates, key=cost, default=None)


def _weekday(weekday: int, today: date, frame: Frame, order: str | None) -> date:
    """The last such weekday on or before today, or the next one on or after it; strictly so after "last" and "next"."""
    if order == "next" or (order != "last" and frame.side is Side.FUTURE):
        ahead = (weekday - today.weekday()) % 7
        return today + (ahead or 7 * (order == "next" or frame.is_strict)) * _DAY
    behind = (today.weekday() - weekday) % 7
    return today - (behind or 7 * (order == "last")) * _DAY


def _stepped(moment: Moment, step: Step, today: date | None, frame: Frame) -> When | None:
    base = frame.anchor if step.from_anchor else (When.on(today) if today else None)
    if base is None or base.first is None or base.last is None:
        return None
    if step.unit is Unit.WEEKEND and step.low == 0 and frame.side is not Side.FUTURE and base.first.weekday() < 5:
        step = step._replace(low=-1, high=-1)
    low, high = _unit_of(base.first, step.unit, step.low), _unit_of(base.last, step.unit, step.high)
    if step.unit is Unit.WEEK and moment.weekday is not None and low.first:
        return When.on(low.first + moment.weekday * _DAY)
    if step.unit is Unit.YEAR and moment.month is not None and low.first:
        return _calendar(moment, low.first.year, moment.month)  # "in April last year"
    found = When(low.first, high.last, step.is_approximate)
    if step.unit in (Unit.WEEK, Unit.MONTH, Unit.YEAR) and step.low == 0 == step.high and moment.edge is None:
        return _edge(found, "later" if frame.side is Side.FUTURE else "earlier", today)
    return found


def _unit_of(day: date, unit: Unit, count: int) -> When:
    """The whole day, week (from Monday), month, year that lies so many units after the one that holds `day`."""
    if unit is Unit.DAY:
        return shift(When.on(day), count)
    if unit is Unit.WEEK:
        monday = day + (7 * count - day.weekday()) * _DAY
        return When(monday, monday + 6 * _DAY)
    if unit is Unit.WEEKEND:
        saturday = day + (7 * count + 5 - day.weekday()) * _DAY
        return When(saturday, saturday + _DAY)
    if unit is Unit.MONTH:
        year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
        return month_of(year, month + 1)
    if unit is Unit.YEAR:
        return year_of(day.year + count)
    return When(date(day.year + 10 * count, 1, 1), date(day.year + 10 * count, 12, 31))


def _edge(when: When, edge: str, today: date | None) -> When | None:
    """A part of a longer time: the first, middle or last third, its first or last day, what lies behind or ahead."""
    first, last = when.first, when.last
    if first is None or last is None or first == last:
        return when
    third = ((last - first).days + 1) / 3
    if edge == "early":
        return When(first, first + round(third - 1) * _DAY)
    if edge == "mid":
        return When(first + round(third) * _DAY, last - round(third) * _DAY)
    if edge == "late":
        return When(last - round(third - 1) * _DAY, last)
    if edge in ("start", "end"):
        return When.on(first if edge == "start" else last)
    if today is None or not first <= today <= last:
        return when
    return When(first, today) if edge == "earlier" else When(today, last)


def _by_night(when: When, moment: Moment, today: date | None, frame: Frame) -> When:
    """In an article of Thursday, "Thursday night" is the night to Thursday, or this evening; "overnight into Thursday" is."""
    day = when.day
    is_named = moment.step is None and moment.order != "this"
    if moment.is_night_to and day:
        return When(day - _DAY, day)
    if (
        moment.part == "night"
        and is_named
        and day
        and day == today
        and frame.side is not Side.FUTURE
        and not frame.is_over
    ):
        return When(day - _DAY, day)
    return when
