"""Which articles of a desk tell of one crisis, before any of them is dated: the piles into which mixed news sorts.

"On Friday" is solved with the other articles on the same flood, not with those on a coup of another year that lie on the same
desk; so is the country of a story that its own paper never names. In: what gathering noted of each article, its names, places,
and the day that it gives outright. Out: piles of document ids. Names and places count by how few articles of the desk bear
them; articles a season apart are of two crises, unless one of them tells it again.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reportedly.gather.clues import Clues
from reportedly.gather.copies import families_of
from reportedly.gather.fingerprints import Fingerprint
from reportedly.gather.settings import Votes
from reportedly.when import parse_when

# Measured on the open exercises in one heap, 21 crises of some ten articles. Two articles of one crisis are alike by .24 in the
# middle; the articles of two crises on average by .04 at the most, of two in one country by .10.
_ALIKE = 0.13  # on average, of all articles of two heaps
_NEAR = 0.08  # of two articles, to be looked at
_BESIDE = 0.05  # of the nearest heap, for articles that no heap took and of which none gives its day
_STRAY = 0.065  # of the nearest heap, for single articles that no heap took
_RETOLD = 0.12  # of the nearest heap, for an article of another time
_SEASON = 60  # days between two articles, above which they are of two crises
_PLACE = 1.5  # how much more a place tells than another name
_LEAST_SHARE = 0.15  # of what an article speaks of countries, for one of them to be of its crisis
_FEW = 100.0  # articles' worth of news beside the desk's own, so that what ten of ten articles bear still counts
_CROWD = 16  # heaps that bear a name, above which it does not bring each together with each
_MOST_PASSES = 12

type _Vector = Mapping[Hashable, float]


@dataclass(frozen=True, slots=True)
class _Heap:
    """Articles that lie together, what they bear summed up, how many of them give their day, and the first and last, as
    ordinals."""

    ids: tuple[str, ...]
    borne: _Vector
    dated: int
    first: int | None
    last: int | None

    @property
    def is_firm(self) -> bool:
        """Whether its days are more than the word of one article, which may tell an old crisis again."""
        return self.dated > 1

    def is_apart(self, other: "_Heap") -> bool:
        """Whether a season lies between them."""
        if self.first is None or self.last is None or other.first is None or other.last is None:
            return False
        return max(self.first - other.last, other.first - self.last) > _SEASON

    def likeness(self, other: "_Heap") -> float:
        """The cosine of two articles, one of each heap, on average."""
        short, long = sorted((self.borne, other.borne), key=len)
        common = sum(weight * long[mark] for mark, weight in short.items() if mark in long)
        return common / (len(self.ids) * len(other.ids))

    def with_(self, other: "_Heap") -> "_Heap":
        days = [day for day in (self.first, self.last, other.first, other.last) if day is not None]
        borne = dict(self.borne)
        for mark, weight in other.borne.items():
            borne[mark] = borne.get(mark, 0.0) + weight
        ids = tuple(sorted((*self.ids, *other.ids)))
        return _Heap(ids, borne, self.dated + other.dated, min(days, default=None), max(days, default=None))


def piles_of(
    fingerprints: Iterable[Fingerprint], votes: Iterable[Votes], clues: Iterable[Clues]
) -> tuple[tuple[str, ...], ...]:
    """The piles, each document in one; in order of their first ids. The order in which the notes come changes nothing; copies lie
    with what they copy, and tell nothing that it does not."""
    names = {each.document: each for each in fingerprints}
    texts = families_of(names.values()).firsts()
    places = {each.document: each for each in votes}
    days = {each.document: _day_given(each) for each in clues}
    copies = dict(_copies(sorted({*names, *places, *days}), texts, days))
    marks = {id: _marks(names.get(id), places.get(id)) for id in copies}
    first = {
        id: min((day for copy in copies[id] if (day := days.get(copy)) is not None), default=None) for id in copies
    }
    bearers = Counter(mark for borne in marks.values() for mark in borne)
    heaps = [_single(id, _vector(borne, bearers, len(marks)), first[id]) for id, borne in sorted(marks.items())]
    for _ in range(_MOST_PASSES):
        before = len(heaps)
        heaps = _gathered(heaps)
        if len(heaps) == before:
            break
    return tuple(sorted(tuple(sorted(id for head in heap.ids for id in copies[head])) for heap in _with_strays(heaps)))


def _copies(
    ids: Iterable[str], texts: Mapping[str, str], days: Mapping[str, int | None]
) -> Iterator[tuple[str, list[str]]]:
    """Each text with all documents that copy it within a season; what is printed again a season later is another."""
    families: dict[str, list[str]] = defaultdict(list)
    for id in ids:
        families[texts.get(id, id)].append(id)
    for family in families.values():
        dated = sorted((day, id) for id in family if (day := days.get(id)) is not None)
        together = [id for id in family if days.get(id) is None]
        began: int | None = None
        for day, id in dated:
            if began is not None and day - began > _SEASON:
                yield min(together), together
                together, began = [], day
            began = day if began is None else began
            together.append(id)
        yield min(together), together


def _single(id: str, borne: _Vector, day: int | None) -> _Heap:
    return _Heap((id,), borne, int(day is not None), day, day)


def _marks(names: Fingerprint | None, places: Votes | None) -> frozenset[Hashable]:
    """What tells one crisis from another: names as they are spelled, towns and regions, countries spoken of; where there is
    none of all that, the words themselves, so that copies lie together."""
    marks: set[Hashable] = {("name", name) for name in names.names} if names else set()
    if places:
        marks |= {("place", id) for id, _ in (*places.towns, *places.regions)}
        marks |= {("country", code) for code, share in places.shares if share >= _LEAST_SHARE}
    if names and not marks:
        marks = {("paragraph", paragraph) for paragraph in names.paragraphs}
    return frozenset(marks)


def _day_given(clues: Clues) -> int | None:
    """The day that an article gives outright; a bare date on top of a page may be that of a later look at it."""
    when = parse_when(clues.given) if clues.given and not clues.is_of_page else None
    day = (when.last or when.first) if when else None
    return day.toordinal() if day else None


def _vector(marks: Iterable[Hashable], bearers: Mapping[Hashable, int], total: int) -> _Vector:
    """Of length 1: each mark by how few articles bear it."""
    weights = {mark: math.log((total + _FEW) / (bearers[mark] + 0.02 * _FEW)) * _worth(mark) for mark in marks}
    length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {mark: weights[mark] / length for mark in sorted(weights, key=repr)}


def _worth(mark: Hashable) -> float:
    return _PLACE if isinstance(mark, tuple) and mark[0] == "place" else 1.0


class _Neighbours:
    """Which heaps bear something in common. What a crowd bears leads each only to the next that bears it: where all of them are of
    one crisis, that joins them, and after some passes they are no crowd."""

    def __init__(self, heaps: Sequence[_Heap]) -> None:
        self.heaps = heaps
        by_mark: dict[Hashable, list[int]] = defaultdict(list)
        for at, heap in enumerate(heaps):
            for mark in heap.borne:
                by_mark[mark].append(at)
        self.by_mark = {mark: bearers for mark, bearers in by_mark.items() if 1 < len(bearers) <= _CROWD}
        self.beside: dict[int, set[int]] = defaultdict(set)
        for bearers in by_mark.values():
            if len(bearers) > _CROWD:
                for one, other in pairwise(bearers):
                    self.beside[one].add(other)
                    self.beside[other].add(one)

    def of(self, at: int, least: float) -> Iterator[tuple[float, int]]:
        """The heaps that are like one by so much, each with its likeness."""
        others = {other for mark in self.heaps[at].borne for other in self.by_mark.get(mark, ())}
        others = (others | self.beside[at]) - {at}
        for other in sorted(others):
            if (like := self.heaps[at].likeness(self.heaps[other])) >= least:
                yield like, other


def _gathered(heaps: Sequence[_Heap]) -> list[_Heap]:
    """The heaps joined that are alike, the most alike first, as long as all that would lie together is alike on average."""
    neighbours = _Neighbours(heaps)
    pairs = {
        (at, other): like
        for at, heap in enumerate(heaps)
        for like, other in neighbours.of(at, _NEAR)
        if at < other and not heap.is_apart(heaps[other])
    }
    home = list(range(len(heaps)))
    made: dict[int, _Heap] = dict(enumerate(heaps))

    def home_of(at: int) -> int:
        while home[at] != at:
            home[at] = home[home[at]]
            at = home[at]
        return at

    for one, other in sorted(pairs, key=lambda pair: (-pairs[pair], pair)):
        first, second = sorted((home_of(one), home_of(other)))
        if first == second or made[first].is_apart(made[second]):
            continue
        if made[first].likeness(made[second]) >= _ALIKE:
            home[second] = first
            made[first] = made[first].with_(made.pop(second))
    return list(made.values())


def _with_strays(heaps: Sequence[_Heap]) -> list[_Heap]:
    """Single articles, and heaps whose days are the word of one article at most, laid to the heap that they are most like: also
    to one of another time, where that article tells an old crisis again.
    """
    neighbours = _Neighbours(heaps)
    made = dict(enumerate(heaps))
    for at, heap in enumerate(heaps):
        if heap.is_firm:
            continue
        near = [(like, other) for like, other in neighbours.of(at, _BESIDE) if _is_home(heaps[other]) and other in made]
        near = [(like, other) for like, other in near if like >= _least_for(heap, heaps[other])]
        if near and at in made:
            _, other = max(near, key=lambda each: (each[0], -each[1]))
            made[other] = made[other].with_(made.pop(at))
    return list(made.values())


def _is_home(heap: _Heap) -> bool:
    return heap.is_firm or len(heap.ids) > 1


def _least_for(stray: _Heap, heap: _Heap) -> float:
    """How alike a stray must be to lie with a heap."""
    if stray.is_apart(heap):
        return _RETOLD if heap.is_firm else math.inf
    return _BESIDE if stray.first is None else _STRAY
