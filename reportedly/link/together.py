"""One directory out of those of a desk's crises: whom the articles of one crisis name, and those of another name too.

In: the directory of each crisis, linked by itself, so that no other crisis on the desk changes who is who in it; and the decisions
on names. Out: the desk's directory, and for each crisis which of its ids are others on the desk: "Ivan Petrov" of two countries
has one id in both crises, and is two people.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import NamedTuple

from reportedly.decisions import Pair, bears, decided_so, pairs_of_names
from reportedly.lexicon.spelling import fold
from reportedly.link.form import BODIES
from reportedly.model import Decision, Directory, Entity, EntityKind

type Renamed = Mapping[str, str]


class Together(NamedTuple):
    """The desk's directory, and for each of the parts its ids that are others there."""

    directory: Directory
    renamed: tuple[Renamed, ...]


def together(parts: Sequence[Directory], decisions: Iterable[Decision] = ()) -> Together:
    """The entities of all parts; those of one id, or of one name, kind and country, are one, unless countries or a decision part
    them. Two of one part stay two, unless a decision joins them."""
    if len(parts) == 1:
        return Together(parts[0], ({},))
    parties = _Parties(pairs_of_names(decisions))
    for at, part in enumerate(parts):
        for entity in part.entities:
            parties.take(at, entity)
    parties.name()
    parties.join_as_decided()
    return parties.together(len(parts))


def with_ids(directory: Directory, renamed: Renamed) -> Directory:
    """A crisis' own directory under the desk's ids; two that a decision on the desk joins are one here too."""
    if not renamed:
        return directory
    alike: dict[str, list[Entity]] = defaultdict(list)
    for entity in directory.entities:
        alike[renamed.get(entity.id, entity.id)].append(_with_ids(entity, renamed))
    return Directory(tuple(_joined(alike[id], id) for id in sorted(alike)))


def _with_ids(entity: Entity, renamed: Renamed) -> Entity:
    if not renamed:
        return entity
    return replace(
        entity,
        id=renamed.get(entity.id, entity.id),
        side=renamed.get(entity.side, entity.side) if entity.side else None,
        within=tuple(renamed.get(id, id) for id in entity.within),
    )


@dataclass(eq=False)
class _Party:
    """Entities of several parts that are one on the desk, under an `id`; at most one of each part until a decision joins two."""

    members: list[tuple[int, Entity]] = field(default_factory=list)
    parts: set[int] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    because: list[str] = field(default_factory=list)
    id: str = ""

    @property
    def kind(self) -> EntityKind:
        return self.members[0][1].kind

    def take(self, part: int, entity: Entity) -> None:
        self.members.append((part, entity))
        self.parts.add(part)
        self.countries |= {entity.country} if entity.country else set()

    @property
    def mentions(self) -> int:
        return sum(len(entity.mentions) for _, entity in self.members)

    def join(self, other: "_Party", pair: Pair) -> None:
        names = (self.members[0][1].name, other.members[0][1].name)
        self.because.append(f'"{names[0]}" and "{names[1]}": {decided_so(pair.decision)}')
        for part, entity in other.members:
            self.take(part, entity)

    def is_called(self, name: str) -> bool:
        """Whether it bears that name, or has that id on the desk."""
        return self.id == name or any(bears(entity, name) for _, entity in self.members)


class _Parties:
    def __init__(self, pairs: Sequence[Pair]) -> None:
        self.same = [pair for pair in pairs if pair.is_same]
        self.apart = [pair for pair in pairs if not pair.is_same]
        self.all: list[_Party] = []
        self._known: dict[object, list[_Party]] = defaultdict(list)

    def take(self, part: int, entity: Entity) -> None:
        """Joins it to the party that it is of, or makes a new one."""
        marks = list(_marks(entity))
        known = (party for mark in marks for party in self._known[mark])
        party = next((party for party in known if self._fits(part, entity, party)), None)
        if party is None:
            party = _Party()
            self.all.append(party)
        party.take(part, entity)
        for mark in marks:
            if party not in self._known[mark]:
                self._known[mark].append(party)

    def _fits(self, part: int, entity: Entity, party: _Party) -> bool:
        if party.kind is not entity.kind or part in party.parts:
            return False
        if entity.country and party.countries and entity.country not in party.countries:
            return False
        return not any(_parts(pair, entity, party) for pair in self.apart)

    def name(self) -> None:
        """Gives each its id, the same as before any decision: a decision may give the names by their ids."""
        taken: set[str] = set()
        for party in sorted(self.all, key=lambda party: min((entity.id, part) for part, entity in party.members)):
            party.id = _id_of(party, taken)
            taken.add(party.id)

    def join_as_decided(self) -> None:
        """The parties that bear either name of a decision, under the id of the one that has most mentions."""
        for pair in self.same:
            called = [party for party in self.all if party.is_called(pair.one) or party.is_called(pair.other)]
            first = min(called, key=lambda party: (-party.mentions, party.id), default=None)
            for party in called:
                if first is not None and party is not first and _are_of_a_kind(first.kind, party.kind):
                    first.join(party, pair)
                    self.all.remove(party)

    def together(self, parts: int) -> Together:
        renamed: tuple[dict[str, str], ...] = tuple({} for _ in range(parts))
        for party in self.all:
            for part, entity in party.members:
                if entity.id != party.id:
                    renamed[part][entity.id] = party.id
        entities = [
            _joined([_with_ids(entity, renamed[part]) for part, entity in party.members], party.id, party.because)
            for party in self.all
        ]
        return Together(Directory(tuple(sorted(entities, key=lambda entity: entity.id))), renamed)


def _marks(entity: Entity) -> Iterator[object]:
    """By what the same party is found in another part."""
    yield entity.id
    if entity.country and entity.kind is not EntityKind.PLACE:
        yield entity.kind, fold(entity.name), entity.country


def _parts(pair: Pair, entity: Entity, party: _Party) -> bool:
    """Whether a decision parts the two: each bears one of its names, and not the other."""
    here = bears(entity, pair.one), bears(entity, pair.other)
    there = party.is_called(pair.one), party.is_called(pair.other)
    return (here, there) in (((True, False), (False, True)), ((False, True), (True, False)))


def _are_of_a_kind(one: EntityKind, other: EntityKind) -> bool:
    return one is other or (one in BODIES and other in BODIES)


def _id_of(party: _Party, taken: set[str]) -> str:
    """The id that most of its mentions have, or where that is another party's, one of its own."""
    told: Counter[str] = Counter()
    for _, entity in party.members:
        told[entity.id] += 1 + len(entity.mentions)
    for id in sorted(told, key=lambda id: (-told[id], id)):
        if id not in taken:
            return id
    words = [*sorted(told), *sorted(party.countries), *sorted(e.name for _, e in party.members)]
    firsts = sorted(f"{document} {span.start}" for _, e in party.members for document, span in e.mentions[:1])
    return "e-" + sha256("|".join((*words, *firsts)).encode()).hexdigest()[:10]


def _joined(known: Sequence[Entity], id: str, because: Sequence[str] = ()) -> Entity:
    """What several know of one: the one with most mentions first, what that does not know from the others; `because` says why
    they are one."""
    if len(known) == 1:
        return known[0]
    ranked = sorted(known, key=lambda entity: (-len(entity.mentions), entity.name, entity.mentions[:1]))
    first = ranked[0]
    names = {name for entity in ranked for name in (entity.name, *entity.aliases)} - {first.name}
    sides = [entity.side for entity in ranked if entity.side and entity.side != id]
    return replace(
        first,
        id=id,
        aliases=tuple(sorted(names)),
        country=next((entity.country for entity in ranked if entity.country), None),
        side=sides[0] if sides else first.side,
        within=_within(entity.within for entity in ranked),
        mentions=tuple(sorted({mention for entity in ranked for mention in entity.mentions})),
        because=tuple(sorted({*because, *(reason for entity in ranked for reason in entity.because)})),
    )


def _within(chains: Iterable[Sequence[str]]) -> tuple[str, ...]:
    """The places around one, from the inner to the outer, of parts that each know some of them."""
    held: list[str] = []
    for chain in sorted(chains, key=lambda chain: (-len(chain), chain)):
        at = 0
        for id in chain:
            if id in held:
                at = held.index(id) + 1
            else:
                held.insert(at, id)
                at += 1
    return tuple(held)
