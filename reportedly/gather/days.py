"""How likely an article came out on a day, given what it says: "on Thursday" was most likely written that Thursday.

In: the clues of one article and a day. Out: a log-probability. Explicit tables, in words: a weekday of the past is
mostly today or yesterday; where the article says "yesterday" and "today", a weekday is neither; "since Monday" lies
farther back; a date with its month may lie weeks back, so only the latest one tells; what lies ahead scores the other
way. No clue is sure: each keeps a floor, since translators and copyists slip.
"""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum
from functools import cache, lru_cache
from typing import NamedTuple

_FLOOR = 0.004
_ONSET = 0.34  # of the articles that tell of the day of which most tell
_TELLING = 5  # articles that must tell of one day for its story to have a beginning
_BEFORE_STORY = 0.3  # weight of a day before the story broke; of a day of which nobody tells afterwards it is 0.7
_MEMORY = 60  # days; a date farther back is a look back, and tells nothing of the day of writing
DAY = timedelta(days=1)
YEARS = range(1500, 2200)  # in which an article may have come out; 9999 in its metadata says nothing


class Manner(StrEnum):
    """How an article tells a date; it decides how far the day of publication is likely to be."""

    PAST = "past"  # said on Thursday
    OPEN = "open"  # Thursday's march
    THIS = "this"  # as of this Thursday
    EVENING = "evening"  # on Thursday night: an article of that day would have to be of its last hours
    YESTERDAY = "yesterday"  # nothing beside it; but it is likely a day of which the others tell
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
    """What one expression says of the day of publication; `back` is by how many days an EXACT one lies behind."""

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


# Share of articles by the number of days that lie between the date told and publication.
_WEEKDAY: Mapping[str, tuple[float, ...]] = {
    Manner.PAST: (0.52, 0.26, 0.08, 0.05, 0.04, 0.03, 0.02),
    Manner.OPEN: (0.17, 0.30, 0.19, 0.12, 0.10, 0.07, 0.05),
    Manner.THIS: (0.72, 0.10, 0.05, 0.04, 0.03, 0.03, 0.03),
    Manner.EVENING: (0.30, 0.42, 0.10, 0.06, 0.05, 0.04, 0.03),
    Manner.SINCE: (0.08, 0.20, 0.22, 0.18, 0.14, 0.10, 0.08),
    Manner.FUTURE: (0.12, 0.30, 0.20, 0.14, 0.10, 0.08, 0.06),
    Manner.UNTIL: (0.04, 0.22, 0.20, 0.17, 0.14, 0.12, 0.11),
}
_WEEKDAY_BESIDE_TODAY = (0.04, 0.34, 0.24, 0.14, 0.10, 0.08, 0.06)  # where the article rather says "today", "yesterday"
_TODAY_RIVALS = frozenset((Manner.PAST.value, Manner.EVENING.value))  # manners in which a weekday may be today
_DAY_OF_MONTH = (0.36, 0.26, 0.12, 0.06, 0.04, 0.03)
_CAPTION = (0.45, 0.26, 0.10, 0.05, 0.03, 0.02)
_DATELINE = (0.72, 0.20, 0.03)
_UPDATED = (0.62, 0.18, 0.07, 0.04, 0.02)


class Story(NamedTuple):
    """The clues of one article made ready.

    `moving` are those that every day meets in its own way, each with its weight; of `dated`, the dates told with their
    month, only the latest tells. `spoken` is how far the article prefers "today" to a weekday, 0 to 1.
    """

    moving: tuple[tuple[Clue, float], ...]
    dated: tuple[Clue, ...]
    spoken: float

    @classmethod
    def of(cls, clues: Iterable[Clue], *, today_words: int) -> "Story":
        counts = sorted(Counter(clue._replace(text="") for clue in clues).items(), key=str)
        named = sum(
            n for clue, n in counts if clue.manner in (Manner.PAST, Manner.EVENING) and clue.weekday is not None
        )
        return cls(
            tuple((clue, min(2.0, math.sqrt(count))) for clue, count in counts if not _is_told_date(clue)),
            tuple(clue for clue, _ in counts if _is_told_date(clue)),
            today_words**2 / (today_words**2 + named**2) if today_words else 0.0,
        )


class Told(dict[date, tuple[float, ...]]):
    """How much more than others each of the seven days up to a day is told of, by the articles that are dated.

    A weekday more likely means a day of which the others tell as well, and hardly one before the story began.
    """

    def __init__(self, counts: Mapping[date, int]) -> None:
        super().__init__()
        self._counts = counts
        self._onset = _onset_of(counts)
        self._weeks: dict[tuple[str, float], _Weeks] = {}

    def __missing__(self, day: date) -> tuple[float, ...]:
        self[day] = tuple(self._weight(day - lag * DAY) for lag in range(7))
        return self[day]

    def _weight(self, day: date) -> float:
        if self._onset and day < self._onset:
            return _BEFORE_STORY
        return math.sqrt(0.5 + self._counts.get(day, 0))

    def weeks(self, manner: str, spoken: float) -> "_Weeks":
        """What a weekday told in this manner says of each day, worked out once for all articles that tell so."""
        key = (manner, spoken if manner in _TODAY_RIVALS else 0.0)
        if key not in self._weeks:
            self._weeks[key] = _Weeks(_shares_of_week(*key), self)
        return self._weeks[key]


def _onset_of(counts: Mapping[date, int]) -> date | None:
    """The day on which the story broke: the first that a good share of the articles tell of."""
    most = max(counts.values(), default=0)
    return (
        min((day for day, count in counts.items() if count >= _ONSET * most), default=None)
        if most >= _TELLING
        else None
    )


class _Weeks(dict[date, tuple[float, ...]]):
    """For each day the log-probabilities of a weekday that lies 0 to 6 days behind it."""

    def __init__(self, shares: tuple[float, ...], told: Told) -> None:
        super().__init__()
        self._shares, self._told = shares, told

    def __missing__(self, day: date) -> tuple[float, ...]:
        weighted = [share * weight for share, weight in zip(self._shares, self._told[day], strict=True)]
        total = sum(weighted)
        self[day] = tuple(math.log(max(_FLOOR, share / total)) for share in weighted)
        return self[day]


def log_likelihoods(story: Story, days: Sequence[date], told: Told) -> list[float]:
    """The log-probability of an article's clues for each of the days. The same clue again counts, but less."""
    totals = [0.0] * len(days)
    for clue, weight in story.moving:
        for n, log_share in enumerate(_log_shares(clue, days, story.spoken, told)):
            totals[n] += weight * log_share
    return [total + _log_of_dates(story.dated, day) for total, day in zip(totals, days, strict=True)]


def _is_told_date(clue: Clue) -> bool:
    return clue.month is not None and clue.day is not None and clue.manner in (Manner.PAST, Manner.OPEN, Manner.SINCE)


def _log_of_dates(clues: Iterable[Clue], day: date) -> float:
    """Of the dates told with their month only the latest says how near they come; none may lie ahead."""
    lags = [lag_of(clue, day) for clue in clues]
    if not lags:
        return 0.0
    ahead = sum(1 for lag in lags if lag < 0)
    near = min((lag for lag in lags if 0 <= lag <= _MEMORY), default=None)
    told = 0.0 if near is None else math.log(0.3 / (near + 3))
    return told + min(ahead, 3) * math.log(_FLOOR) + (math.log(_FLOOR) if near is None and not ahead else 0.0)


def _log_shares(clue: Clue, days: Sequence[date], spoken: float, told: Told) -> Iterator[float]:
    """What one clue says of each of the days, as log-probabilities."""
    if clue.manner == Manner.YESTERDAY:
        return (math.log(told[day][1] / (told[day][1] + 2.5)) for day in days)
    if clue.manner == Manner.MONTH:
        month = (clue.year, clue.month)
        return (math.log(0.9 if (day.year, day.month) == month else _FLOOR) for day in days)
    if clue.manner in _WEEKDAY and clue.weekday is not None and clue.day is None and not clue.is_ahead:
        weeks = told.weeks(clue.manner, spoken)
        return (weeks[day][(day.weekday() - clue.weekday) % 7] for day in days)
    is_weekday = clue.weekday is not None and clue.day is None
    return (_log_share_of_lag(clue.manner, lag_of(clue, day), clue.back, is_weekday=is_weekday) for day in days)


@cache
def _shares_of_week(manner: str, spoken: float) -> tuple[float, ...]:
    shares = _WEEKDAY[manner]
    if manner not in _TODAY_RIVALS:
        return shares
    return tuple((1 - spoken) * a + spoken * b for a, b in zip(shares, _WEEKDAY_BESIDE_TODAY, strict=True))


@lru_cache(maxsize=1 << 14)
def _log_share_of_lag(manner: str, lag: int, back: int | None, *, is_weekday: bool) -> float:
    return math.log(_share_of_lag(manner, lag, back, is_weekday=is_weekday))


def _share_of_lag(manner: str, lag: int, back: int | None, *, is_weekday: bool) -> float:
    """What a date that lies `lag` days back says where only that tells."""
    match manner:
        case Manner.EXACT:
            return 0.95 if lag == back else _FLOOR
        case Manner.LINE:
            return 0.97 if lag == 0 else _FLOOR
        case Manner.DATELINE:
            return _at(_DATELINE, lag)
        case Manner.UPDATED:
            return _at(_UPDATED, -lag)
        case Manner.CAPTION:
            return max(_at(_CAPTION, lag), 0.15 / (lag + 4) if 0 <= lag <= _MEMORY else _FLOOR)
        case Manner.FUTURE | Manner.UNTIL:
            return max(_FLOOR, _share_ahead(manner, lag, is_weekday=is_weekday))
    return max(_at(_DAY_OF_MONTH, lag), 0.12 / (lag + 1) if lag > 0 else _FLOOR)


def _share_ahead(manner: str, lag: int, *, is_weekday: bool) -> float:
    if is_weekday:
        return _WEEKDAY[manner][-lag]
    return 0.25 / (4 - lag) if lag <= 0 else _FLOOR


def _at(shares: tuple[float, ...], lag: int) -> float:
    return max(_FLOOR, shares[lag]) if 0 <= lag < len(shares) else _FLOOR


def lag_of(clue: Clue, day: date) -> int:
    """How many days the date told lies before `day`; below zero ahead of it. Missing parts fit as the manner says."""
    if clue.manner == Manner.YESTERDAY:
        return 1
    if clue.weekday is not None and clue.day is None:
        return (day.weekday() - clue.weekday) % 7 if not clue.is_ahead else -((clue.weekday - day.weekday()) % 7)
    told = clue.date
    if told:
        return (day - told).days
    if clue.day is None:
        return 0
    return _lag_of_part(clue.month, clue.day, day, is_ahead=clue.is_ahead or clue.manner == Manner.UPDATED)


@lru_cache(maxsize=1 << 16)
def _lag_of_part(month: int | None, day_of_month: int, day: date, *, is_ahead: bool) -> int:
    """How far the nearest day that a month and day, or a day alone, may mean lies behind `day`, or ahead of it."""
    lags = [(day - other).days for other in _occurrences(month, day_of_month, day)]
    if is_ahead:
        return min((lag for lag in lags if lag <= 3), key=lambda lag: (lag > 0, -lag), default=99)
    return min((lag for lag in lags if lag >= -3), key=lambda lag: (lag < 0, lag), default=-99)


def _occurrences(month: int | None, day_of_month: int, day: date) -> list[date]:
    """The days around `day` that a month and day, or a day alone, may mean."""
    found = []
    for months in (-12, 0, 12) if month else (-1, 0, 1):
        year, before = divmod(day.year * 12 + (month or day.month) - 1 + months, 12)
        try:
            found.append(date(year, before + 1, day_of_month))
        except ValueError:  # no such day in that month
            continue
    return found
