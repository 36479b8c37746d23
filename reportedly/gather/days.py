"""How likely an article came out on a day, given what it says: "on Thursday" was most likely written that Thursday.

In: the clues of one article and a day. Out: a log-probability. Explicit tables, in words: the weekday that an article tells
first is mostly today's or yesterday's; where the article says "yesterday" and "today", a weekday is neither; "since
Monday" lies farther back; a date with its month may lie weeks back, so only the latest one tells; what lies ahead scores
the other way; six days before "six days after the quake" lies a day of which the others tell. No clue is sure: each keeps
a floor, since translators and copyists slip. A day is its ordinal (`date.toordinal`).
"""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

_FLOOR = 0.004
_LEAST_LOG = math.log(0.02)  # of a weekday, which may be misread: "has called a meeting on Wednesday"
_ONSET = 0.34  # of the articles that tell of the day of which most tell
_TELLING = 5  # articles that must tell of one day for its story to have a beginning
_BEFORE_STORY = 0.5  # weight of a day before the story broke; of a day of which nobody tells afterwards it is 0.7
_MOST_TOLD = 1.4  # by which log-share at most a weekday gains where it is a day of which the others tell
_LAST_YEAR = 300  # days back from which a date is rather the coming one: "on 7 January" is not told of a year ago
_SAME_STORY = 12  # days around one day within which another is told of more, or not
_OF_A_WEEK = 2  # weekdays of the past by which an article tells the last days
_MEMORY = 60  # days; a date farther back is a look back, and tells nothing of the day of writing
YEARS = range(1500, 2200)  # in which an article may have come out; 9999 in its metadata says nothing


class Manner(StrEnum):
    """How an article tells a date; it decides how far the day of publication is likely to be."""

    PAST = "past"  # said on Thursday
    OPEN = "open"  # Thursday's march
    THIS = "this"  # as of this Thursday
    EVENING = "evening"  # on Thursday night: an article of that day would have to be of its last hours
    YESTERDAY = "yesterday"  # nothing beside it; but it is likely a day of which the others tell
    ELAPSED = "elapsed"  # six days after the quake, a week ago: so is the day that many days back
    LAST_WEEK = "last_week"  # since the riots broke out last week
    SINCE = "since"  # since Thursday
    FUTURE = "future"  # will meet on Thursday
    UNTIL = "until"  # until Thursday
    EXACT = "exact"  # yesterday (Wednesday); today, on Saturday
    CAPTION = "caption"  # Rescuers in the port, 6 January 2022
    LINE = "line"  # Published: 3 August, 14:20
    DATELINE = "dateline"  # LIMA, Aug 3 (Reuters) -
    UPDATED = "updated"  # Last updated: 4 August 2031
    MONTH = "month"  # a month in the article's address


class Clue(NamedTuple):
    """What one expression says of the day of publication; `back` is by how many days an EXACT or ELAPSED one lies
    behind."""

    manner: str
    year: int | None
    month: int | None
    day: int | None
    weekday: int | None
    back: int | None
    text: str

    @property
    def date(self) -> date | None:
        """The full date it names, or None where a part is missing or the year is none of a newspaper's."""
        if not (self.year and self.month and self.day) or self.year not in YEARS:
            return None
        return date(self.year, self.month, self.day)

    @property
    def is_ahead(self) -> bool:
        return self.manner in (Manner.FUTURE, Manner.UNTIL)

    @property
    def is_weekday(self) -> bool:
        """Whether it names a day of the week and no more."""
        return self.weekday is not None and self.day is None


# Share of articles by the number of days that lie between the date told and publication, as counted on the 203 articles of the
# open exercises and smoothed: of PAST and UNTIL, which there are few of or which the count of the first takes out, by hand.
_WEEKDAY: Mapping[str, tuple[float, ...]] = {
    Manner.PAST: (0.40, 0.34, 0.12, 0.06, 0.04, 0.02, 0.02),
    Manner.OPEN: (0.17, 0.30, 0.19, 0.12, 0.10, 0.07, 0.05),
    Manner.THIS: (0.90, 0.04, 0.02, 0.01, 0.01, 0.01, 0.01),
    Manner.EVENING: (0.22, 0.54, 0.13, 0.05, 0.02, 0.02, 0.02),
    Manner.SINCE: (0.08, 0.18, 0.26, 0.22, 0.14, 0.07, 0.05),
    Manner.FUTURE: (0.18, 0.33, 0.20, 0.10, 0.07, 0.07, 0.05),
    Manner.UNTIL: (0.04, 0.22, 0.20, 0.17, 0.14, 0.12, 0.11),
}
_FIRST = (0.60, 0.30, 0.05, 0.02, 0.01, 0.01, 0.01)  # the weekday that an article tells first
# where the article rather says "today", "yesterday"
_BESIDE_TODAY: Mapping[str, tuple[float, ...]] = {
    Manner.PAST: (0.06, 0.37, 0.33, 0.11, 0.06, 0.04, 0.03),
    Manner.EVENING: (0.03, 0.55, 0.24, 0.10, 0.04, 0.02, 0.02),
}
_FIRST_BESIDE_TODAY = (0.08, 0.31, 0.30, 0.14, 0.10, 0.05, 0.02)
_DAY_OF_MONTH = (0.36, 0.26, 0.12, 0.06, 0.04, 0.03)
_CAPTION = (0.45, 0.26, 0.10, 0.05, 0.03, 0.02)
_DATELINE = (0.82, 0.14, 0.02)
_UPDATED = (0.72, 0.10, 0.05, 0.03, 0.02)
_EXACT = 0.95
_SLIP = 1e-5  # "yesterday, 12 June" in an article of another day
_LONG_AFTER = 0.012  # a page is touched again years later
_TELLING_MANNERS = (Manner.PAST, Manner.OPEN, Manner.THIS, Manner.EVENING, Manner.SINCE)
_HIGHEST: Mapping[str, float] = {  # what no day exceeds where such a clue is no weekday
    Manner.YESTERDAY: 0.7,
    Manner.THIS: 0.36,
    Manner.EVENING: 0.36,
    Manner.PAST: 0.36,
    Manner.OPEN: 0.36,
    Manner.SINCE: 0.36,
    Manner.FUTURE: 0.0625,
    Manner.UNTIL: 0.0625,
}


class Story(NamedTuple):
    """The clues of one article made ready.

    `week` is what its weekdays say of each day of the week, `told` are those of the past, with their weights; `moving` are
    the clues that every day meets in its own way; of `dated`, the dates told with their month, only the latest tells,
    and it lies some days back where the last days are told by their names (`names_week`). Those two add at most `most` to
    a day's log-probability.
    """

    week: tuple[float, ...]
    told: tuple[tuple[int, float, tuple[float, ...]], ...]
    moving: tuple[tuple[Clue, float], ...]
    dated: tuple[Clue, ...]
    names_week: bool
    most: float

    @classmethod
    def of(cls, clues: Iterable[Clue], *, today_words: int) -> "Story":
        bare = [clue._replace(text="") for clue in clues]
        first = next((clue for clue in bare if _is_past_weekday(clue)), None)
        counts = Counter(bare)
        spoken = _spoken(counts, today_words)
        weighted = [(clue, min(2.0, math.sqrt(count))) for clue, count in sorted(counts.items(), key=str)]
        weekdays = [(clue, weight) for clue, weight in weighted if _is_of_week(clue)]
        shares = [(clue, weight, _shares(clue, spoken, is_first=clue == first)) for clue, weight in weekdays]
        dated = tuple(clue for clue in counts if _is_told_date(clue))
        moving = tuple(row for row in weighted if not (_is_told_date(row[0]) or _is_of_week(row[0])))
        return cls(
            week=tuple(
                sum(
                    weight * math.log(max(_FLOOR, table[_weekday_lag(clue, day)]))
                    for clue, weight, table in shares
                    if clue.manner not in _TELLING_MANNERS
                )
                for day in range(7)
            ),
            told=tuple(
                (clue.weekday or 0, weight, tuple(map(math.log, table)))
                for clue, weight, table in shares
                if clue.manner in _TELLING_MANNERS
            ),
            moving=moving,
            dated=dated,
            names_week=len({clue.weekday for clue in bare if _is_past_weekday(clue)}) >= _OF_A_WEEK,
            most=(math.log(0.1) if dated else 0.0)
            + sum(weight * math.log(_HIGHEST.get(clue.manner, 1.0)) for clue, weight in moving),
        )


def _is_of_week(clue: Clue) -> bool:
    return clue.is_weekday and (clue.manner in _WEEKDAY or clue.manner == Manner.EXACT)


def _is_past_weekday(clue: Clue) -> bool:
    return clue.is_weekday and clue.manner in (Manner.PAST, Manner.EVENING)


def _spoken(counts: Mapping[Clue, int], today_words: int) -> float:
    """How far an article prefers "today" to a weekday, 0 to 1."""
    named = sum(count for clue, count in counts.items() if _is_past_weekday(clue))
    return today_words / (today_words + max(0.5, named / 4))


def _shares(clue: Clue, spoken: float, *, is_first: bool) -> tuple[float, ...]:
    """How likely a weekday told so lies 0 to 6 days back, or, of what lies ahead, ahead."""
    if clue.manner == Manner.EXACT:
        return tuple(_EXACT if (lag - (clue.back or 0)) % 7 == 0 else _FLOOR for lag in range(7))
    is_first = is_first and clue.manner == Manner.PAST
    plain = _FIRST if is_first else _WEEKDAY[clue.manner]
    if clue.manner not in _BESIDE_TODAY:
        return plain
    beside = _FIRST_BESIDE_TODAY if is_first else _BESIDE_TODAY[clue.manner]
    return tuple((1 - spoken) * a + spoken * b for a, b in zip(plain, beside, strict=True))


def _weekday_lag(clue: Clue, weekday: int) -> int:
    """How many days back, or for what lies ahead how many ahead, a clue's weekday lies on such a day of the week."""
    behind = (weekday - (clue.weekday or 0)) % 7
    return -behind % 7 if clue.is_ahead else behind


class Told:
    """Of which days the dated articles tell, by how many of them each.

    A weekday more likely means a day of which the others tell as well, and hardly one before the story began.
    """

    def __init__(self, counts: Mapping[int, int]) -> None:
        self._counts = dict(counts)
        self._onset = _onset_of(counts)
        self._gains: dict[int, tuple[float, ...]] = {}

    def gains(self, day: int) -> tuple[float, ...]:
        """By how much more than another each of the days 0 to 6 before `day` is what a weekday means, as log-shares."""
        found = self._gains.get(day)
        if found is None:
            weights = [self._weight(day - lag) for lag in range(7)]
            usual = sum(share * weight for share, weight in zip(_WEEKDAY[Manner.PAST], weights, strict=True))
            found = self._gains[day] = tuple(min(_MOST_TOLD, math.log(weight / usual)) for weight in weights)
        return found

    def _weight(self, day: int) -> float:
        if self._onset and day < self._onset:
            return _BEFORE_STORY
        return math.sqrt(0.5 + self._counts.get(day, 0))

    def share_of_yesterday(self, day: int) -> float:
        weight = self._weight(day - 1)
        return weight / (weight + 2.5)

    def share_of_event(self, days: Iterable[int]) -> float:
        """How much the others tell of one of these days, against that of which they tell most around it; 0 to 1."""
        listed = list(days)
        around = range(min(listed) - _SAME_STORY, max(listed) + _SAME_STORY + 1)
        most = max((self._counts.get(day, 0) for day in around), default=0)
        return max(self._counts.get(day, 0) for day in listed) / most if most else 0.0


def _onset_of(counts: Mapping[int, int]) -> int | None:
    """The day on which the story broke: the first that a good share of the articles tell of."""
    most = max(counts.values(), default=0)
    if most < _TELLING:
        return None
    return min((day for day, count in counts.items() if count >= _ONSET * most), default=None)


def log_of_weekdays(story: Story, day: int, told: Told) -> float:
    """The log-probability of an article's weekdays for a day. The same clue again counts, but less."""
    weekday = weekday_of(day)
    total = story.week[weekday]
    if story.told:
        gains = told.gains(day)
        for named, weight, shares in story.told:
            lag = (weekday - named) % 7
            total += weight * max(_LEAST_LOG, shares[lag] + gains[lag])
    return total


def log_of_others(story: Story, day: int, told: Told) -> float:
    """The log-probability of an article's other clues for a day."""
    total = _log_of_dates(story.dated, day, names_week=story.names_week)
    for clue, weight in story.moving:
        total += weight * _log_share(clue, day, told)
    return total


def weekday_of(day: int) -> int:
    """0 for Monday."""
    return (day - 1) % 7


def _is_told_date(clue: Clue) -> bool:
    return clue.month is not None and clue.day is not None and clue.manner in (Manner.PAST, Manner.OPEN, Manner.SINCE)


def _log_of_dates(clues: tuple[Clue, ...], day: int, *, names_week: bool) -> float:
    """Of the dates told with their month only the latest says how near they come; none may lie ahead.

    Who writes "on Tuesday" and "on Wednesday" writes "on 12 May" of the week before.
    """
    if not clues:
        return 0.0
    lags = [lag_of(clue, day) for clue in clues]
    ahead = sum(1 for lag in lags if lag < 0 or lag >= _LAST_YEAR)
    near = min((lag for lag in lags if 0 <= lag <= _MEMORY), default=None)
    told = 0.0 if near is None else math.log(min(0.3 / (near + 3), 0.015 * (near + 1) if names_week else 1.0))
    return told + min(ahead, 3) * math.log(_FLOOR) + (math.log(_FLOOR) if near is None and not ahead else 0.0)


def _log_share(clue: Clue, day: int, told: Told) -> float:
    match clue.manner:
        case Manner.YESTERDAY:
            return math.log(told.share_of_yesterday(day))
        case Manner.ELAPSED:
            then = day - (clue.back or 0)
            return math.log(max(0.05, told.share_of_event((then,)), 0.6 * told.share_of_event((then - 1, then + 1))))
        case Manner.LAST_WEEK:
            monday = day - weekday_of(day)
            return math.log(max(0.4, told.share_of_event(range(monday - 7, monday))))
        case Manner.MONTH:
            on = date.fromordinal(day)
            return math.log(0.9 if (on.year, on.month) == (clue.year, clue.month) else _FLOOR)
    return _log_share_of_lag(clue.manner, lag_of(clue, day), clue.back)


@lru_cache(maxsize=1 << 12)
def _log_share_of_lag(manner: str, lag: int, back: int | None) -> float:
    return math.log(_share_of_lag(manner, lag, back))


def _share_of_lag(manner: str, lag: int, back: int | None) -> float:
    """What a date that lies `lag` days back says where only that tells."""
    match manner:
        case Manner.EXACT:
            return _EXACT if lag == back else _SLIP
        case Manner.LINE:
            return 0.97 if lag == 0 else _FLOOR
        case Manner.DATELINE:
            return _at(_DATELINE, lag)
        case Manner.UPDATED:
            return max(_at(_UPDATED, -lag), _LONG_AFTER if lag < 0 else _FLOOR)
        case Manner.CAPTION:
            return max(_at(_CAPTION, lag), 0.15 / (lag + 4) if 0 <= lag <= _MEMORY else _FLOOR)
        case Manner.FUTURE | Manner.UNTIL:
            return max(_FLOOR, 0.25 / (4 - lag) if lag <= 0 else _FLOOR)
    return max(_at(_DAY_OF_MONTH, lag), 0.12 / (lag + 1) if lag > 0 else _FLOOR)


def _at(shares: tuple[float, ...], lag: int) -> float:
    return max(_FLOOR, shares[lag]) if 0 <= lag < len(shares) else _FLOOR


_LAGS: Mapping[str, int] = {Manner.YESTERDAY: 1, Manner.ELAPSED: 2, Manner.LAST_WEEK: 7}


def lag_of(clue: Clue, day: int) -> int:
    """How many days the date told lies before `day`; below zero ahead of it. Missing parts fit as the manner says."""
    if clue.manner in _LAGS:
        return clue.back or _LAGS[clue.manner]
    if clue.is_weekday:
        lag = _weekday_lag(clue, weekday_of(day))
        return -lag if clue.is_ahead else lag
    told = clue.date
    if told:
        return day - told.toordinal()
    if clue.day is None:
        return 0
    is_ahead = clue.is_ahead or clue.manner == Manner.UPDATED
    return _lag_of_part(clue.month, clue.day, clue.weekday, day, is_ahead=is_ahead)


@lru_cache(maxsize=1 << 14)
def _lag_of_part(month: int | None, day_of_month: int, weekday: int | None, day: int, *, is_ahead: bool) -> int:
    """How far the nearest day that a month and day, or a day alone, may mean lies behind `day`, or ahead of it."""
    lags = [day - other for other in _occurrences(month, day_of_month, day) if weekday in (None, weekday_of(other))]
    if is_ahead:
        return min((lag for lag in lags if lag <= 3), key=lambda lag: (lag > 0, -lag), default=99)
    return min((lag for lag in lags if lag >= -3), key=lambda lag: (lag < 0, lag), default=-99)


def _occurrences(month: int | None, day_of_month: int, day: int) -> Iterator[int]:
    """The days around `day` that a month and day, or a day alone, may mean."""
    on = date.fromordinal(day)
    for months in (-12, 0, 12) if month else (-1, 0, 1):
        year, before = divmod(on.year * 12 + (month or on.month) - 1 + months, 12)
        found = _ordinal_of(year, before + 1, day_of_month)
        if found:
            yield found


@lru_cache(maxsize=1 << 12)
def _ordinal_of(year: int, month: int, day: int) -> int | None:
    try:
        return date(year, month, day).toordinal()
    except ValueError:  # no such day in that month
        return None
