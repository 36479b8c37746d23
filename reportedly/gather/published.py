"""When each article of a desk came out: from metadata, else its address, else a line of it, else what its text tells.

`clues_of` takes one document, `date_documents` the clues of all. "An official said on the 8th" names no month and "on
Friday" no week: such clues are solved together with the articles of the desk that are dated already, the surest first,
so that the order in which they came changes nothing. Nothing is invented: where no day is clearly ahead, the dating is
an interval of adjacent days, or None, and `Dating.note` says why.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import product

from reportedly.gather.clues import Clues, clues_of
from reportedly.gather.days import DAY, YEARS, Clue, Manner, Story, Told, lag_of, log_likelihoods
from reportedly.model import Basis, Dating
from reportedly.when import When, parse_when

__all__ = ["Clues", "clues_of", "date_documents"]

_LEADS = (20.0, 6.0, 2.5, 1.4)  # by how much the best day must lead: the surest articles are dated first
_MOST_ROUNDS = 8  # a lead; the exercises, varied a thousand times, need 4
_BEHIND, _AHEAD = 30, 45  # days around the articles already dated among which the others are looked for
_OWN_AHEAD = 21  # days after a full date of an article's own text
_FAR = 400  # days between an article's own date and all dated ones that make it wait
_SPREAD_BEHIND, _SPREAD_AHEAD = 3.5, 6.0  # days over which coverage thins out by e: it begins sharply, ends slowly
_KIN_SPREAD = 2.0  # days over which articles with the same numbers lie
_MOST_CARRIERS = 60  # articles; a number that more of them hold tells nothing of the day
_STRAY = 1e-5  # share of articles, a day, that lie far from all others
_MOST_DAYS = 500
_LONGEST_INTERVAL = 3  # days
_MEMORY = 14  # days back to which an article still tells its own story
_FRESH = 3  # days within which some date told must lie


@dataclass(frozen=True, slots=True)
class _Verdict:
    """The best day, how much likelier it is than the next, and the near-equal days around it, if they are adjacent."""

    day: date
    lead: float
    near: When | None


@dataclass(frozen=True, slots=True)
class _Prior:
    """What the dated articles say of the others: the log-probability of each day, and how many tell of it."""

    chances: Mapping[date, float]
    told: Told


class _Desk:
    """What is dated so far, and what follows from it for the others."""

    def __init__(self, rows: Mapping[str, Clues]) -> None:
        self.rows = rows
        self.datings: dict[str, Dating] = {}
        self.days: Counter[date] = Counter()  # on which the dated articles came out
        self._told: Counter[date] = Counter()  # of which they tell
        self._carriers = Counter(number for row in rows.values() for number in row.numbers)
        self._days_of_number: dict[str, Counter[date]] = defaultdict(Counter)
        self.add({id: _outright(row) for id, row in rows.items() if row.given})

    @property
    def undated(self) -> list[Clues]:
        return [row for id, row in self.rows.items() if row.said and id not in self.datings]

    def add(self, datings: Mapping[str, Dating]) -> None:
        """Takes in new datings, so that each article is counted once, however many rounds follow."""
        self.datings |= datings
        for id, dating in datings.items():
            day = dating.published.last if dating.published else None
            if day and day.year in YEARS:
                self.days[day] += 1
                self._told.update(_days_told(self.rows[id].said, day))
                for number in self.rows[id].numbers:
                    if self._carriers[number] <= _MOST_CARRIERS:
                        self._days_of_number[number][day] += 1

    def priors(self) -> "_Priors":
        return _Priors(self, _spread_out(self.days, _COVERAGE), Told(self._told))

    def kin(self, row: Clues) -> dict[date, float]:
        """The days of the dated articles that hold the same numbers, each with its weight: rare numbers weigh more."""
        weights: dict[date, float] = defaultdict(float)
        for number in row.numbers:
            carriers = self._carriers[number]
            for day, count in self._days_of_number.get(number, {}).items():
                weights[day] += count * math.log1p(len(self.rows) / carriers) / carriers
        return dict(sorted(weights.items()))


@dataclass(frozen=True, slots=True)
class _Priors:
    """The prior for each article of one round, over the datings as they stood when it began."""

    desk: _Desk
    shares: Mapping[date, float]
    told: Told

    def of(self, row: Clues) -> _Prior:
        """Half by where the desk's coverage is dense, half by where the articles with the same numbers lie."""
        kin = self.desk.kin(row)
        near = _spread_out(kin, _KINSHIP) if kin else self.shares
        days = {*self.shares, *near, *_own_days(row.said)}
        share = {day: (self.shares.get(day, 0.0) + near.get(day, 0.0)) / 2 + _STRAY for day in days}
        return _Prior({day: math.log(share[day]) for day in sorted(days)}, self.told)


def _thinning(*, behind: float, ahead: float) -> tuple[float, ...]:
    """The share of coverage on each of the days from _BEHIND before one already known to _AHEAD after it."""
    return tuple(
        math.exp(-max(0, abs(step) - 1) / (ahead if step > 0 else behind)) / (behind + ahead + 3)
        for step in range(-_BEHIND, _AHEAD + 1)
    )


_COVERAGE = _thinning(behind=_SPREAD_BEHIND, ahead=_SPREAD_AHEAD)
_KINSHIP = _thinning(behind=_KIN_SPREAD, ahead=_KIN_SPREAD)


def _spread_out(days: Mapping[date, float], thinning: tuple[float, ...]) -> dict[date, float]:
    """The share of coverage that each day may expect from the days already known: it thins out from them."""
    total = sum(days.values())
    shares: dict[date, float] = defaultdict(float)
    for day, weight in sorted(days.items()):
        share = weight / total
        for other, part in zip(_days_around(day), thinning, strict=True):
            shares[other] += share * part
    return dict(shares)


@lru_cache(maxsize=4096)
def _days_around(day: date) -> tuple[date, ...]:
    return tuple(day + step * DAY for step in range(-_BEHIND, _AHEAD + 1))


def date_documents(clues: Iterable[Clues]) -> dict[str, Dating]:
    """The dating of every document of a desk, by id. The order in which the clues come changes nothing."""
    rows = {row.document: row for row in sorted(clues, key=lambda row: row.document)}
    desk = _Desk(rows)
    desk.add(_by_own_text(desk.undated, desk.days))
    verdicts = _verdicts(desk.undated, desk.priors())
    for lead, _ in product(_LEADS, range(_MOST_ROUNDS)):
        if found := _by_others(verdicts, lead):
            desk.add(found)
            verdicts = _verdicts(desk.undated, desk.priors())
    desk.add(_as_intervals(verdicts))
    return {id: desk.datings.get(id) or _unknown(row) for id, row in rows.items()}


def _days_told(said: Iterable[Clue], published: date) -> set[date]:
    lags = {lag_of(clue, published) for clue in said if not clue.is_ahead and clue.manner != Manner.EXACT}
    return {published - lag * DAY for lag in lags if 0 <= lag <= _MEMORY}


def _outright(row: Clues) -> Dating:
    when = parse_when(row.given or "")
    basis = Basis(row.given_by) if row.given_by else None
    return Dating(document=row.document, published=when, basis=basis, note=f"given by {row.given_as}")


def _unknown(row: Clues) -> Dating:
    note = "no day is clearly ahead of the others" if row.said else "nothing in the article names a day"
    return Dating(document=row.document, published=None, basis=None, note=note)


def _by_own_text(rows: Iterable[Clues], given: Counter[date]) -> dict[str, Dating]:
    """The articles whose own text names a full date and leaves no doubt about the day."""
    found = {}
    for row in rows:
        verdict = _verdict(row, _own_prior(row))
        if verdict and verdict.lead >= _LEADS[-1] and not _is_far(verdict.day, given):
            found[row.document] = _dating(row, When.on(verdict.day), Basis.TEXT)
    return found


def _is_far(day: date, given: Counter[date]) -> bool:
    return bool(given) and min(abs((day - other).days) for other in given) > _FAR


def _by_others(verdicts: Iterable[tuple[Clues, _Verdict]], lead: float) -> dict[str, Dating]:
    """The articles whose best day, among those near the dated articles, leads by so much."""
    return {
        row.document: _dating(row, When.on(verdict.day), Basis.OTHER_ARTICLES)
        for row, verdict in verdicts
        if verdict.lead >= lead
    }


def _as_intervals(verdicts: Iterable[tuple[Clues, _Verdict]]) -> dict[str, Dating]:
    """What is left, where the near-equal days are adjacent."""
    return {row.document: _dating(row, verdict.near, Basis.OTHER_ARTICLES) for row, verdict in verdicts if verdict.near}


def _verdicts(rows: Iterable[Clues], priors: _Priors) -> list[tuple[Clues, _Verdict]]:
    """Each article with its verdict; articles that say the same (copies) are solved once."""
    solved: dict[tuple[tuple[Clue, ...], int, tuple[str, ...]], _Verdict | None] = {}
    pairs = []
    for row in rows:
        key = (row.said, row.today_words, row.numbers)
        if key not in solved:
            solved[key] = _verdict(row, priors.of(row))
        verdict = solved[key]
        if verdict:
            pairs.append((row, verdict))
    return pairs


def _own_prior(row: Clues) -> _Prior:
    return _Prior(dict.fromkeys(_own_days(row.said), 0.0), Told({}))


def _own_days(said: Iterable[Clue]) -> set[date]:
    """The days among which an article lies by the full dates of its own text."""
    days: set[date] = set()
    for clue in said:
        told = clue.date
        if clue.manner == Manner.MONTH and clue.year and clue.month:
            days |= {date(clue.year, clue.month, 1) + step * DAY for step in range(31)}
        elif told and (clue.is_ahead or clue.manner == Manner.UPDATED):
            days |= {told - step * DAY for step in range(_BEHIND + 1)}
        elif told:
            days |= {told + step * DAY for step in range(_OWN_AHEAD + 1)}
    return days


def _verdict(row: Clues, prior: _Prior) -> _Verdict | None:
    """The likeliest day; None where no date told lies near it, so that nothing but the other articles would decide."""
    chances, story = prior.chances, Story.of(row.said, today_words=row.today_words)
    days = sorted(chances, key=lambda day: (-chances[day], day))[:_MOST_DAYS]
    if not days:
        return None
    likelihoods = zip(days, log_likelihoods(story, days, prior.told), strict=True)
    scores = {day: chances[day] + likelihood for day, likelihood in likelihoods}
    ranked = sorted(days, key=lambda day: (-scores[day], day))
    best = ranked[0]
    if not _is_fresh(row.said, best):
        return None
    lead = math.exp(min(50.0, scores[best] - scores[ranked[1]])) if len(ranked) > 1 else math.inf
    near = sorted(day for day in days if scores[day] > scores[best] - math.log(_LEADS[-1]))
    is_run = (near[-1] - near[0]).days == len(near) - 1 < _LONGEST_INTERVAL
    return _Verdict(best, lead, When(near[0], near[-1]) if is_run else None)


def _is_fresh(said: Iterable[Clue], day: date) -> bool:
    return any(abs(lag_of(clue, day)) <= _FRESH for clue in said if not clue.is_ahead)


def _dating(row: Clues, when: When, basis: Basis) -> Dating:
    return Dating(document=row.document, published=when, basis=basis, note=_note(row, when, basis))


def _note(row: Clues, when: When, basis: Basis) -> str:
    """What decided, in words: `“on Friday” (the same day), “Thursday” (a day before); month and year from ...`."""
    day = when.last
    if day is None:
        return ""
    lags = {clue.text: lag_of(clue, day) for clue in reversed(row.said)}
    near = sorted(lags, key=lambda text: (abs(lags[text]), text))[:3]
    words = ", ".join(f"“{text}” ({_lag_in_words(lags[text])})" for text in near)
    tail = "" if basis is Basis.TEXT else "; month or year from the desk's other articles"
    doubt = "" if when.day else "; the days are about equally likely"
    return f"fits {words}{tail}{doubt}"


def _lag_in_words(lag: int) -> str:
    if lag == 0:
        return "the same day"
    count = "a day" if abs(lag) == 1 else f"{abs(lag)} days"
    return f"{count} before" if lag > 0 else f"{count} ahead"
