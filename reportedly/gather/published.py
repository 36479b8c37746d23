"""When each article of a desk came out: from metadata, else its address, else a line of it, else what its text tells.

`clues_of` takes one document, `date_documents` the clues of all. "An official said on the 8th" names no month and "on
Friday" no week: such clues are solved together with the articles of the desk that are dated already, the surest first,
so that the order in which they came changes nothing. Nothing is invented: where no day is clearly ahead, the dating is
an interval of adjacent days, or None, and `Dating.note` says why.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from reportedly.gather.clues import Clues, clues_of
from reportedly.gather.days import YEARS, Clue, Manner, Story, Told, lag_of, log_of_others, log_of_weekdays
from reportedly.model import Basis, Dating
from reportedly.when import When, parse_when

__all__ = ["Clues", "clues_of", "date_documents"]

_LEADS = (20.0, 6.0, 2.5, 1.4)  # by how much the best day must lead: the surest articles are dated first
_MOST_ROUNDS = 8  # a lead; the exercises, varied a thousand times, need 4
_BEHIND, _AHEAD = 30, 45  # days around the articles already dated among which the others are looked for
_OWN_AHEAD = 21  # days after a full date of an article's own text
_FAR = 400  # days between an article's own date and all dated ones that make it wait
_ANOTHER_TIME = 60  # days from all others at which the bare date on top of a page may be that of a later look at it
_SPREAD_BEHIND, _SPREAD_AHEAD = 3.5, 6.0  # days over which coverage thins out by e: it begins sharply, ends slowly
_KIN_SPREAD = 1.5  # days over which articles with the same numbers lie
_OF_KIN = 0.6  # how much their days count, against those of all
_KIN_REACH = 12  # days
_LEAST_KIN = 0.02  # of the weight of all: days that fewer numbers point at are passed over
_MOST_CARRIERS = 60  # articles; a number that more of them hold tells nothing of the day
_STRAY = 1e-5  # share of articles, a day, that lie far from all others
_MOST_DAYS = 500
_LONGEST_INTERVAL = 3  # days
_MEMORY = 14  # days back to which an article still tells its own story
_FRESH = 3  # days within which some date told must lie

type Shares = Mapping[int, float]


@dataclass(frozen=True, slots=True)
class _Verdict:
    """The best day, how much likelier it is than the next, and the near-equal days around it, if they are adjacent."""

    day: date
    lead: float
    near: When | None


class _Desk:
    """What is dated so far, and what follows from it for the others."""

    def __init__(self, rows: Mapping[str, Clues]) -> None:
        self.rows = rows
        self.datings: dict[str, Dating] = {}
        self.days: Counter[int] = Counter()  # on which the dated articles came out
        self._told: Counter[int] = Counter()  # of which they tell
        self._carriers = Counter(number for row in rows.values() for number in row.numbers)
        self._days_of_number: dict[str, Counter[int]] = defaultdict(Counter)
        self._stories: dict[str, Story] = {}
        given = {id: _outright(row) for id, row in rows.items() if row.given}
        self.doubtful = _of_another_time(rows, given)
        self.add({id: dating for id, dating in given.items() if id not in self.doubtful})

    @property
    def undated(self) -> list[Clues]:
        return [row for id, row in self.rows.items() if row.said and id not in self.datings]

    def add(self, datings: Mapping[str, Dating]) -> None:
        """Takes in new datings, so that each article is counted once, however many rounds follow."""
        self.datings |= datings
        for id, dating in datings.items():
            self._stories.pop(id, None)
            day = _ordinal(dating)
            if day is None or _is_retold(self.rows[id], day):
                continue
            self.days[day] += 1
            self._told.update(_days_told(self.rows[id].said, day))
            for number in self.rows[id].numbers:
                if self._carriers[number] <= _MOST_CARRIERS:
                    self._days_of_number[number][day] += 1

    def kin_of(self, datings: Iterable[str]) -> list[Clues]:
        """The undated articles that share a telling number with one of those just dated."""
        numbers = {n for id in datings for n in self.rows[id].numbers if self._carriers[n] <= _MOST_CARRIERS}
        return [row for row in self.undated if not numbers.isdisjoint(row.numbers)]

    def story(self, row: Clues) -> Story:
        """The clues of an article made ready, kept until it is dated."""
        if row.document not in self._stories:
            self._stories[row.document] = Story.of(row.said, today_words=row.today_words)
        return self._stories[row.document]

    def priors(self) -> "_Priors":
        return _Priors(self, _spread_out(self.days, _COVERAGE), Told(self._told))

    def kin(self, row: Clues) -> dict[int, float]:
        """The days of the dated articles that hold the same numbers, each with its weight: rare numbers weigh more."""
        weights: dict[int, float] = defaultdict(float)
        for number in row.numbers:
            if days := self._days_of_number.get(number):
                carriers = self._carriers[number]
                weight = math.log1p(len(self.rows) / carriers) / carriers
                for day, count in days.items():
                    weights[day] += count * weight
        least = _LEAST_KIN * sum(weights.values())
        return {day: weight for day, weight in sorted(weights.items()) if weight >= least}


class _Priors:
    """What the dated articles say of the others in one round, over the datings as they stood when it began."""

    def __init__(self, desk: _Desk, shares: Shares, told: Told) -> None:
        self.desk, self.shares, self.told = desk, shares, told
        self._densest = sorted(shares, key=lambda day: (-shares[day], day))[:_MOST_DAYS]

    def chances(self, row: Clues) -> Iterator[tuple[float, int]]:
        """The log-probability of each day in question before the article is looked at.

        A little less by where the desk's coverage is dense than by where the articles with the same numbers lie.
        """
        kin = self.desk.kin(row)
        near = _spread_out(kin, _KINSHIP) if kin else self.shares
        chances = {day: self._chance(near, day) for day in {*_own_days(row.said), *near, *self._densest}}
        return ((chance, day) for day, chance in chances.items())

    def _chance(self, near: Shares, day: int) -> float:
        return math.log((1 - _OF_KIN) * self.shares.get(day, 0.0) + _OF_KIN * near.get(day, 0.0) + _STRAY)


def _thinning(*, behind: float, ahead: float, reach: tuple[int, int]) -> tuple[tuple[int, float], ...]:
    """The share of coverage on each of the days around one already known, by their distance from it."""
    return tuple(
        (step, math.exp(-max(0, abs(step) - 1) / (ahead if step > 0 else behind)) / (behind + ahead + 3))
        for step in range(-reach[0], reach[1] + 1)
    )


_COVERAGE = _thinning(behind=_SPREAD_BEHIND, ahead=_SPREAD_AHEAD, reach=(_BEHIND, _AHEAD))
_KINSHIP = _thinning(behind=_KIN_SPREAD, ahead=_KIN_SPREAD, reach=(_KIN_REACH, _KIN_REACH))


def _spread_out(days: Shares, thinning: tuple[tuple[int, float], ...]) -> dict[int, float]:
    """The share of coverage that each day may expect from the days already known: it thins out from them."""
    total = sum(days.values())
    shares: dict[int, float] = defaultdict(float)
    for day, weight in sorted(days.items()):
        share = weight / total
        for step, part in thinning:
            shares[day + step] += share * part
    return dict(shares)


def date_documents(clues: Iterable[Clues]) -> dict[str, Dating]:
    """The dating of every document of a desk, by id. The order in which the clues come changes nothing."""
    rows = {row.document: row for row in sorted(clues, key=lambda row: row.document)}
    desk = _Desk(rows)
    desk.add(_by_own_text(desk))
    verdicts: dict[str, _Verdict | None] = {}
    for lead in _LEADS:
        verdicts = _verdicts(desk, desk.undated)
        for _ in range(_MOST_ROUNDS):
            found = _by_others(desk, verdicts, lead)
            if not found:
                break
            desk.add(found)
            verdicts |= _verdicts(desk, desk.kin_of(found))
    desk.add(_as_intervals(desk, verdicts))
    desk.add({id: dating for id, dating in desk.doubtful.items() if id not in desk.datings})
    return {id: desk.datings.get(id) or _unknown(row) for id, row in rows.items()}


def _ordinal(dating: Dating) -> int | None:
    day = dating.published.last if dating.published else None
    return day.toordinal() if day and day.year in YEARS else None


def _days_told(said: Iterable[Clue], published: int) -> set[int]:
    lags = {lag_of(clue, published) for clue in said if _is_of_its_days(clue)}
    return {published - lag for lag in lags if 0 <= lag <= _MEMORY}


def _is_of_its_days(clue: Clue) -> bool:
    return not clue.is_ahead and clue.manner not in (Manner.EXACT, Manner.ELAPSED, Manner.LAST_WEEK)


def _is_retold(row: Clues, day: int) -> bool:
    """Whether an article of that day tells of another year by its dates: it tells nothing of when the others came out."""
    told = [day - clue.date.toordinal() for clue in row.said if clue.date and clue.manner in _MANNERS_OF_TELLING]
    return bool(told) and min(map(abs, told)) > _FAR


_MANNERS_OF_TELLING = (Manner.PAST, Manner.OPEN, Manner.SINCE, Manner.CAPTION)


def _of_another_time(rows: Mapping[str, Clues], given: Mapping[str, Dating]) -> dict[str, Dating]:
    """The datings by a bare date on top of a page, far from all others: a page may print the day on which it is looked at."""
    days = {id: day for id, dating in given.items() if (day := _ordinal(dating)) is not None}
    sure = [day for id, day in days.items() if not rows[id].is_of_page]
    return {
        id: given[id]
        for id, day in days.items()
        if rows[id].is_of_page and sure and min(abs(day - other) for other in sure) > _ANOTHER_TIME
    }


def _outright(row: Clues) -> Dating:
    when = parse_when(row.given or "")
    basis = Basis(row.given_by) if row.given_by else None
    return Dating(document=row.document, published=when, basis=basis, note=f"given by {row.given_as}")


def _unknown(row: Clues) -> Dating:
    note = "no day is clearly ahead of the others" if row.said else "nothing in the article names a day"
    return Dating(document=row.document, published=None, basis=None, note=note)


def _by_own_text(desk: _Desk) -> dict[str, Dating]:
    """The articles whose own text names a full date and leaves no doubt about the day."""
    found, nobody = {}, Told({})
    for row in desk.undated:
        verdict = _verdict(row, desk.story(row), ((0.0, day) for day in sorted(_own_days(row.said))), nobody)
        if verdict and verdict.lead >= _LEADS[-1] and not _is_far(verdict.day.toordinal(), desk.days):
            found[row.document] = _dating(row, When.on(verdict.day), Basis.TEXT)
    return found


def _is_far(day: int, given: Iterable[int]) -> bool:
    return min((abs(day - other) for other in given), default=0) > _FAR


def _by_others(desk: _Desk, verdicts: Mapping[str, _Verdict | None], lead: float) -> dict[str, Dating]:
    """The undated articles whose best day, among those near the dated articles, leads by so much."""
    return {
        row.document: _dating(row, When.on(verdict.day), Basis.OTHER_ARTICLES)
        for row in desk.undated
        if (verdict := verdicts.get(row.document)) and verdict.lead >= lead
    }


def _as_intervals(desk: _Desk, verdicts: Mapping[str, _Verdict | None]) -> dict[str, Dating]:
    """What is left, where the near-equal days are adjacent."""
    return {
        row.document: _dating(row, verdict.near, Basis.OTHER_ARTICLES)
        for row in desk.undated
        if (verdict := verdicts.get(row.document)) and verdict.near
    }


def _verdicts(desk: _Desk, rows: Iterable[Clues]) -> dict[str, _Verdict | None]:
    """The verdict on each article; articles that say the same (copies) are solved once."""
    priors = desk.priors()
    solved: dict[tuple[tuple[Clue, ...], int, tuple[str, ...]], _Verdict | None] = {}
    verdicts = {}
    for row in rows:
        key = (row.said, row.today_words, row.numbers)
        if key not in solved:
            solved[key] = _verdict(row, desk.story(row), priors.chances(row), priors.told)
        verdicts[row.document] = solved[key]
    return verdicts


def _own_days(said: Iterable[Clue]) -> set[int]:
    """The days among which an article lies by the full dates of its own text."""
    days: set[int] = set()
    for clue in said:
        if clue.manner == Manner.MONTH and clue.year and clue.month:
            first = date(clue.year, clue.month, 1).toordinal()
            days.update(range(first, first + 31))
        elif clue.date:
            told = clue.date.toordinal()
            is_end = clue.is_ahead or clue.manner == Manner.UPDATED
            days.update(range(told - _BEHIND, told + 1) if is_end else range(told, told + _OWN_AHEAD + 1))
    return days


def _verdict(row: Clues, story: Story, chances: Iterable[tuple[float, int]], told: Told) -> _Verdict | None:
    """The likeliest day; None where no date told lies near it, so that nothing but the other articles would decide.

    Weekdays are looked at first: a day that they leave too far behind for its other clues to bring it back is passed over.
    """
    ranked = sorted((chance + log_of_weekdays(story, day, told), -day) for chance, day in chances)
    scores: dict[int, float] = {}
    highest = -math.inf
    for score, minus in reversed(ranked):
        if score + story.most < highest - _OUT_OF_REACH:
            break
        scores[-minus] = score + log_of_others(story, -minus, told)
        highest = max(highest, scores[-minus])
    if not scores:
        return None
    best, *others = sorted(scores, key=lambda day: (-scores[day], day))[:2]
    if not _is_fresh(row.said, best):
        return None
    lead = math.exp(min(50.0, scores[best] - scores[others[0]])) if others else math.inf
    near = sorted(day for day, score in scores.items() if score > highest - math.log(_LEADS[-1]))
    is_run = near[-1] - near[0] == len(near) - 1 < _LONGEST_INTERVAL
    first, last = date.fromordinal(near[0]), date.fromordinal(near[-1])
    return _Verdict(date.fromordinal(best), lead, When(first, last) if is_run else None)


_OUT_OF_REACH = math.log(_LEADS[0]) + 0.1


def _is_fresh(said: Iterable[Clue], day: int) -> bool:
    return any(abs(lag_of(clue, day)) <= _FRESH for clue in said if not clue.is_ahead)


def _dating(row: Clues, when: When, basis: Basis) -> Dating:
    return Dating(document=row.document, published=when, basis=basis, note=_note(row, when, basis))


def _note(row: Clues, when: When, basis: Basis) -> str:
    """What decided, in words: `“on Friday” (the same day), “Thursday” (a day before); month and year from ...`."""
    if when.last is None:
        return ""
    day = when.last.toordinal()
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
