"""Who holds which value of a line, told in the order of time.

In: the claims that bear on one line, in order. Out: camps. A camp is a value and those who say it; each further claim
agrees with a camp, refines, updates or corrects it, or opens a camp of its own: "18, the ministry said", then "at least
40, a doctor told us". An origin stands where its last word stands, and a camp that all have left is history.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from reportedly.model import Claim, Line, Modality, Relation
from reportedly.weigh.moments import Moment
from reportedly.weigh.origins import Stand

_MOST_CAMPS = 40
"""Beyond so many rival values a further one is only listed: a bound on hostile input, far above any real dispute."""
_MOST_PAST = 200
_MOST_LEFT = 20
_FAR = 3
"""So many times a count is hardly the next of the same people."""
_TELLERS = 3
"""So many times the articles that tell it must tell more."""
_STATE = "state:"
"""How the sides of states begin."""
_QUIET_DAYS = 2
"""An origin that has not spoken for so long while others counted on has not kept to its count."""
_FOLLOWS = (Relation.AGREES, Relation.REFINES, Relation.CORRECTS, Relation.UPDATES)


class Bearing(NamedTuple):
    """A claim as it bears on a line: `line` is its own, `is_whole` whether it speaks for all of the line weighed.

    `is_subset` marks one that its own article tells within another of the line: "26 were killed, ten of them by fire".
    `is_past` is one that its own article tells as what was, `is_stray` one that all others are far from.
    `size` is how many it counts, None where it says so in no number ("dozens") or counts nothing.
    `value` is what it says in words, `saying` also of when and on whose word: equal for a claim and its copies.
    `text` is the first of the articles that are one text with its own.
    `order` sorts, made once with it (`bearing_of`), since each line that it bears on asks for it over and over.
    """

    claim: Claim
    line: Line
    moment: Moment
    stand: Stand | None
    is_whole: bool
    is_subset: bool = False
    is_past: bool = False
    is_stray: bool = False
    size: int | None = None
    value: tuple[str, ...] = ()
    saying: tuple[str, ...] = ()
    text: str = ""
    order: tuple[object, ...] = ()

    def dated(self, moment: Moment) -> "Bearing":
        """The same, as of another moment."""
        return self._replace(moment=moment)._ordered()

    def _ordered(self) -> "Bearing":
        """As of, said, published; of one moment somebody's word last; then by what is said, so that a copy changes no
        order; then by place.
        """
        claim = self.claim
        is_told = self.stand is not None
        order = (self.moment.order, is_told, self.value, self.saying, claim.document, claim.span, claim.id)
        return self._replace(order=order)


def bearing_of(
    claim: Claim,
    line: Line,
    moment: Moment,
    stand: Stand | None,
    *,
    size: int | None,
    value: tuple[str, ...],
    saying: tuple[str, ...],
    text: str,
) -> Bearing:
    """A claim as it bears on its own line."""
    bearing = Bearing(claim, line, moment, stand, is_whole=True, size=size, value=value, saying=saying, text=text)
    return bearing._ordered()


type Relating = Callable[[Bearing, Bearing], Relation]


@dataclass
class Camp:
    """A value, who says it now (`backers`; the `coarse` of them less exactly), and what it came from (`replaced`)."""

    head: Bearing
    backers: list[Bearing] = field(default_factory=list)
    replaced: list[Bearing] = field(default_factory=list)
    coarse: set[str] = field(default_factory=set)
    past: list[Bearing] = field(default_factory=list)
    past_values: set[tuple[Line, tuple[str, ...]]] = field(default_factory=set)
    standing: set[str] = field(default_factory=set)
    sides: set[str] = field(default_factory=set)
    is_changed: bool = False

    def hear(self, bearing: Bearing) -> None:
        if bearing.stand:
            self.standing.add(bearing.stand.key)
            self.sides.add(bearing.stand.camp)

    def back(self, bearing: Bearing) -> None:
        self.backers.append(bearing)
        self.hear(bearing)

    def refine(self, bearing: Bearing) -> None:
        """The same said more exactly; who said it vaguely backs it still."""
        self.coarse |= {other.claim.id for other in self.backers}
        self.head = bearing
        self.back(bearing)

    def replace(self, bearing: Bearing) -> None:
        """Another value takes the place of the one that stood."""
        self.replaced += self.backers
        if len(self.past) < _MOST_PAST:
            self.past.append(self.head)
        self.past_values.add((self.head.line, self.head.value))
        self.head, self.backers, self.is_changed = bearing, [], True
        self.back(bearing)

    @property
    def last(self) -> tuple[object, ...]:
        """When it was last said; sorts."""
        return max(bearing.moment.order for bearing in self.backers)

    @property
    def last_day(self) -> date | None:
        """The last day on which it surely was said."""
        said = (bearing.moment.said for bearing in self.backers)
        return max((day for when in said if when and (day := when.first or when.last)), default=None)

    @property
    def sides_now(self) -> set[str]:
        """The sides of those who hold it still."""
        stands = (bearing.stand for bearing in self.backers)
        return {stand.camp for stand in stands if stand and stand.key in self.standing}

    @property
    def states(self) -> set[str]:
        """The states that hold it or held what it came from."""
        stands = (bearing.stand for bearing in (*self.backers, *self.replaced))
        return {stand.side for stand in stands if stand and stand.side and stand.side.startswith(_STATE)}

    @property
    def texts(self) -> set[str]:
        """The texts that tell it, or told what it came from: copies are one."""
        return {bearing.text for bearing in (*self.backers, *self.replaced)}

    @property
    def is_of_whole(self) -> bool:
        """Whether it speaks for all, or has outgrown what did."""
        return self.head.is_whole or any(bearing.is_whole for bearing in self.replaced)

    def is_said_until(self, day: date | None) -> bool:
        """Whether it was still said on a day."""
        return day is None or self.last_day is None or self.last_day >= day

    @property
    def is_told(self) -> bool:
        """Whether anybody stands behind it."""
        return bool(self.standing)


@dataclass
class Camps:
    """The camps of one line, and what bears on it without taking a side."""

    relating: Relating
    camps: list[Camp] = field(default_factory=list)
    left: list[Camp] = field(default_factory=list)
    parts: list[Bearing] = field(default_factory=list)
    denials: list[Bearing] = field(default_factory=list)
    strays: list[Bearing] = field(default_factory=list)
    earlier: list[Bearing] = field(default_factory=list)
    left_by: Mapping[str, Sequence[Bearing]] = field(default_factory=dict)
    """What an origin itself tells as its count of before."""

    @property
    def told(self) -> list[Bearing]:
        """All that was said of the line as a whole."""
        camps = [*self.camps, *self.left]
        return [bearing for camp in camps for bearing in (*camp.backers, *camp.replaced)]

    def hear(self, bearing: Bearing) -> None:
        """Put a claim, which is not earlier than those heard before, where it belongs."""
        if bearing.claim.modality is Modality.DENIED:
            self.denials.append(bearing)
            return
        aside = self._aside_for(bearing)
        if aside is not None:
            aside.append(bearing)
            return
        relations = [self._relation_to(bearing, camp) for camp in self.camps]
        camp = self._camp_for(bearing, relations)
        if self._is_told_again(bearing, relations):
            pass
        elif camp is not None:
            self._join(bearing, camp, relations)
        elif self._is_stale(bearing, relations):
            pass
        elif Relation.PART in relations or (not bearing.is_whole and Relation.CONTRADICTS not in relations):
            self.parts.append(bearing)
        else:
            self.open(bearing)

    def _relation_to(self, bearing: Bearing, camp: Camp) -> Relation:
        """How it bears on a camp. Who says that the count fell "from 359" corrects whoever still has the 359."""
        relation = self.relating(bearing, camp.head)
        if relation is Relation.CONTRADICTS and bearing.stand and bearing.moment.is_after(camp.head.moment):
            left = self.left_by.get(bearing.stand.key, ())
            if any(self.relating(old, camp.head) in (Relation.AGREES, Relation.REFINES) for old in left):
                return Relation.CORRECTS
        return relation

    def _aside_for(self, bearing: Bearing) -> list[Bearing] | None:
        """Where a claim goes that takes no side."""
        if bearing.is_subset:
            return self.parts
        if bearing.is_stray:
            return self.strays
        return self.earlier if bearing.is_past else None

    def _camp_for(self, bearing: Bearing, relations: Sequence[Relation]) -> Camp | None:
        """Of the camps that a claim could join: one of its value, its origin's own, its side's, the latest."""
        open_to = [
            (camp, relation)
            for camp, relation in zip(self.camps, relations, strict=True)
            if relation in _FOLLOWS and self._may_follow(bearing, relation)
        ]
        key, side = (bearing.stand.key, bearing.stand.side) if bearing.stand else (None, None)

        def preference(item: tuple[Camp, Relation]) -> tuple[object, ...]:
            camp, relation = item
            is_same_value = relation in (Relation.AGREES, Relation.REFINES)
            is_own = (key in camp.standing, side in camp.sides)
            return (is_same_value, *is_own, camp.is_told, not _is_far(bearing, camp.head), camp.head.order)

        return max(open_to, key=preference, default=(None, None))[0]

    @staticmethod
    def _may_follow(bearing: Bearing, relation: Relation) -> bool:
        """What counts only a part corrects no count of all, and on nobody's word it does not outgrow one yet."""
        if bearing.is_whole:
            return True
        return relation is not Relation.CORRECTS and (relation is not Relation.UPDATES or bearing.stand is not None)

    def _join(self, bearing: Bearing, camp: Camp, relations: Sequence[Relation]) -> None:
        relation = relations[self.camps.index(camp)]
        is_heard = any(self._speaks_in(bearing, other) for other in self.camps)
        if relation is Relation.AGREES:
            camp.back(bearing)
            self._give_name_to_head(bearing, camp)
        elif relation is Relation.REFINES:
            camp.refine(bearing)
        else:
            camp.replace(bearing)
        if relation in (Relation.UPDATES, Relation.AGREES) and bearing.stand and not is_heard:
            self._settle(camp, relations)
        elif relation is Relation.UPDATES and bearing.stand is None:
            self._settle_untold(camp, relations)
        elif relation is Relation.UPDATES:
            self._settle_for_side(bearing, camp, relations)
        self._leave_others(bearing, camp)

    def _give_name_to_head(self, bearing: Bearing, camp: Camp) -> None:
        """Of two equal claims the one of all, and the one on somebody's word, is shown for the value."""
        if bearing.is_whole and not camp.head.is_whole:
            camp.head = bearing
        is_nameless = camp.head.stand is None and bearing.stand is not None and bearing.line == camp.head.line
        if is_nameless and self.relating(camp.head, bearing) is Relation.AGREES:
            camp.head = bearing

    @staticmethod
    def _speaks_in(bearing: Bearing, camp: Camp) -> bool:
        stand = bearing.stand
        return stand is not None and (stand.key in camp.standing or stand.side in camp.sides)

    def _settle(self, camp: Camp, relations: Sequence[Relation]) -> None:
        """A third voice whose later count is above all rivals' leaves their dispute behind."""
        rivals = [(other, relation) for other, relation in zip(self.camps, relations, strict=True) if other is not camp]
        if all(relation in _FOLLOWS and relation is not Relation.AGREES for _, relation in rivals):
            for rival, _ in rivals:
                self.dissolve(rival)

    def _settle_for_side(self, bearing: Bearing, camp: Camp, relations: Sequence[Relation]) -> None:
        """What a side counts now leaves behind what another of it, or an agency on its own word, counted before."""
        for other, relation in tuple(zip(self.camps, relations, strict=True)):
            stands = [told.stand for told in other.backers if told.stand and told.stand.key in other.standing]
            is_of_side = all(stand.is_carrier or stand.side == _side_of(bearing) for stand in stands)
            if other is not camp and stands and is_of_side and relation is Relation.UPDATES:
                self.dissolve(other)

    def _settle_untold(self, camp: Camp, relations: Sequence[Relation]) -> None:
        """A count on nobody's word leaves behind the lower ones that nobody stands behind either."""
        for other, relation in tuple(zip(self.camps, relations, strict=True)):
            if other is not camp and not other.is_told and relation is Relation.UPDATES:
                self.dissolve(other)

    def _leave_others(self, bearing: Bearing, camp: Camp) -> None:
        """The origin's last word is in this camp now."""
        for other in [other for other in self.camps if other is not camp and bearing.stand]:
            was_told = other.is_told
            other.standing.discard(bearing.stand.key if bearing.stand else "")
            if was_told and not other.is_told:
                self.dissolve(other)

    def dissolve(self, camp: Camp) -> None:
        self.camps.remove(camp)
        self.left.append(camp)

    def _is_told_again(self, bearing: Bearing, relations: Sequence[Relation]) -> bool:
        """Whether an undated claim only tells a value that its camp has left: "lowered its figure from 41"."""
        if _is_dated(bearing.claim) or any(relation in (Relation.AGREES, Relation.REFINES) for relation in relations):
            return False
        for camp in self.camps:
            if (bearing.line, bearing.value) in camp.past_values:
                camp.replaced.append(bearing)
                return True
        return False

    def _is_stale(self, bearing: Bearing, relations: Sequence[Relation]) -> bool:
        """Whether it only tells again what was so: an older value, and on nobody's word."""
        for camp, relation in zip(self.camps, relations, strict=True):
            is_old = relation is Relation.NONE
            if relation is Relation.CONTRADICTS and bearing.stand is None:
                is_old = (bearing.line, bearing.value) in camp.past_values
            if is_old:
                camp.replaced.append(bearing)
                camp.is_changed = camp.is_changed or self._is_overtaken(bearing, camp)
                return True
        return False

    def _is_overtaken(self, bearing: Bearing, camp: Camp) -> bool:
        """Whether the camp's value came after this one: "rose to 18 from 13"."""
        return self.relating(camp.head, bearing) in (Relation.UPDATES, Relation.CORRECTS)

    def open(self, bearing: Bearing) -> None:
        """A value of its own, against those told so far."""
        if len(self.camps) >= _MOST_CAMPS:
            self.strays.append(bearing)
            return
        camp = Camp(bearing)
        camp.back(bearing)
        self.camps.append(camp)
        self._leave_others(bearing, camp)


def _side_of(bearing: Bearing) -> str | None:
    """Its side; "?" where nobody can tell, which is nobody's."""
    return (bearing.stand.side if bearing.stand else None) or "?"


def _is_far(bearing: Bearing, other: Bearing) -> bool:
    """Whether one counts many times what the other does: 137 goes on from 131 rather than from two."""
    if bearing.size is None or other.size is None:
        return False
    low, high = sorted((bearing.size, other.size))
    return high > _FAR * max(low, 1)


def _is_dated(claim: Claim) -> bool:
    return claim.as_of is not None or claim.said_on is not None


def camps_of(bearings: Iterable[Bearing], relating: Relating, *, is_growing: bool = False) -> Camps:
    """The camps of a line. What speaks only for a part opens none; where nothing speaks for all, its own claims do.

    A part heard before any whole is looked at again at the end: a hospital's 30 in the city against 20 in the country.
    """
    ordered = sorted(bearings, key=lambda bearing: bearing.order)
    camps = Camps(relating, left_by=_left_by(ordered))
    waiting: list[Bearing] = []
    for bearing in ordered:
        if bearing.is_subset or bearing.is_stray or bearing.is_whole or camps.camps:
            camps.hear(bearing)
        else:
            waiting.append(bearing)
    for bearing in waiting:
        _look_again(bearing, camps)
    _release_parts(camps)
    _leave_overtaken(camps)
    if is_growing:
        _outgrow(camps)
        _leave_dwarfed(camps)
    return camps


def _left_by(bearings: Iterable[Bearing]) -> Mapping[str, Sequence[Bearing]]:
    left: dict[str, list[Bearing]] = defaultdict(list)
    for bearing in bearings:
        if bearing.is_past and bearing.stand and len(left[bearing.stand.key]) < _MOST_LEFT:
            left[bearing.stand.key].append(bearing)
    return left


def _outgrow(camps: Camps) -> None:
    """The last count of all is no lower than a later one of a part, whoever tells that: no part is larger than the whole."""
    parts = [bearing for bearing in camps.parts if not (bearing.is_whole or bearing.is_subset or bearing.stand)]
    for part in sorted(parts, key=lambda bearing: bearing.order):
        told = [camp for camp in camps.camps if camp.is_told] or camps.camps
        if not told or not all(_is_outgrown(camp, part, camps.relating) for camp in told):
            continue
        camp = max(told, key=lambda camp: camp.last)
        camps.parts.remove(part)
        camp.replace(part)


def _leave_dwarfed(camps: Camps) -> None:
    """Of a toll what is many times less than what most texts hold, by organs of the same state, is told of a part of it or
    of another incident: no state contradicts itself by so much."""
    for camp in tuple(camps.camps):
        above = [other for other in camps.camps if _is_far_above(other, camp)]
        tellers = {text for other in above for text in other.texts}
        states = {state for other in above for state in other.states}
        if len(tellers) >= _TELLERS * len(camp.texts) and set() < camp.states <= states:
            camps.camps.remove(camp)
            camps.parts += camp.backers + camp.replaced


def _is_far_above(camp: Camp, other: Camp) -> bool:
    sizes = camp.head.size, other.head.size
    return sizes[0] is not None and sizes[1] is not None and sizes[0] > _FAR * max(sizes[1], 1)


def _is_outgrown(camp: Camp, part: Bearing, relating: Relating) -> bool:
    backers = [bearing for bearing in camp.backers if bearing.stand] or camp.backers
    is_last = all(part.moment.is_after(bearing.moment) for bearing in backers)
    return is_last and relating(part, camp.head) is Relation.UPDATES


def _leave_overtaken(camps: Camps) -> None:
    """A count that others have long passed, and that nobody has said since, is history and no rival."""
    for camp in tuple(camps.camps):
        if any(_has_overtaken(other, camp, camps.relating) for other in camps.camps if other is not camp):
            camps.dissolve(camp)


def _has_overtaken(camp: Camp, old: Camp, relating: Relating) -> bool:
    last, before = camp.last_day, old.last_day
    if not last or not before or not camp.is_told or not old.is_told:
        return False
    return (last - before).days > _QUIET_DAYS and relating(camp.head, old.head) is Relation.UPDATES


def _release_parts(camps: Camps) -> None:
    """A part that was too large for the whole of its day is no rival of a whole that has outgrown it."""
    whole = [camp for camp in camps.camps if camp.is_of_whole]
    for camp in [camp for camp in camps.camps if not camp.is_of_whole]:
        if any(camps.relating(other.head, camp.head) in (Relation.AGREES, Relation.UPDATES) for other in whole):
            camps.camps.remove(camp)
            camps.parts += camp.backers + camp.replaced


def _look_again(bearing: Bearing, camps: Camps) -> None:
    relations = [camps.relating(camp.head, bearing) for camp in camps.camps]
    if bearing.claim.modality is Modality.DENIED:
        camps.denials.append(bearing)
    elif Relation.AGREES in relations:
        camps.camps[relations.index(Relation.AGREES)].back(bearing)
    elif bearing.stand and relations and all(relation is Relation.CONTRADICTS for relation in relations):
        camps.open(bearing)
    else:
        camps.parts.append(bearing)
