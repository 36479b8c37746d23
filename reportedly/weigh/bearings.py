"""The lines of one kind in one story, how they nest, and what bears on each.

In: claims. Out: for each line the claims that bear on it: its own, those of inner lines that speak for all of it
("3,811 protesters were arrested across the country" is the count of all arrested), and what inner lines hold as its
parts.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from reportedly.claims.kind import Kind
from reportedly.claims.lines import with_field
from reportedly.model import Claim, Dating, Directory, Line, Relation, Within
from reportedly.weigh.camps import Bearing, bearing_of
from reportedly.weigh.counted import with_days_told
from reportedly.weigh.moments import moment_of
from reportedly.weigh.odd import carried_on, is_of_whole, is_plain, of_one_count, with_odd
from reportedly.weigh.origins import Voices
from reportedly.weigh.placing import places_told

_NEAR = 6
"""How many claims of the same line before and after it a subset may be told away from its whole."""


def line_key(line: Line) -> tuple[str, ...]:
    """Sorts lines; an unknown field comes first."""
    return (line.kind, *(value or "" for _, value in line.fields))


@dataclass(frozen=True)
class Lines:
    """Told lines with their claims, and the lines around each. `inside` gives the told lines within any line."""

    kind: Kind
    voices: Voices
    datings: Mapping[str, Dating]
    told: Mapping[Line, tuple[Bearing, ...]]
    around: Mapping[Line, frozenset[Line]]
    inside: Mapping[Line, tuple[Line, ...]]
    moved: Mapping[str, str]
    """Claim -> the name of the place that its text gives it, where other articles show it to be of its line's."""

    @property
    def directory(self) -> Directory:
        return self.voices.directory

    def inwards_first(self, lines: Iterable[Line]) -> list[Line]:
        """Inner lines before those that hold them."""
        return sorted(lines, key=lambda line: (-len(self.around.get(line, ())), line_key(line)))

    def bearing_on(self, line: Line) -> Iterator[Bearing]:
        """What speaks for a line as a whole, its own claims always among it."""
        for own in self.told.get(line, ()):
            yield replace_whole(own, self.kind.speaks_for(own.claim, line, self.directory))
        for inner in self.inside.get(line, ()):
            for bearing in self.told[inner]:
                if self.kind.speaks_for(bearing.claim, line, self.directory):
                    yield replace_whole(bearing, True)
        yield from self._twins_of(line)
        yield from self._carried_on(line)
        if self.kind.holds_inside and line in self.told:
            for outer in sorted(self.around[line] & self.told.keys(), key=line_key):
                for bearing in self.told[outer]:
                    if self.kind.speaks_for(bearing.claim, line, self.directory):
                        yield replace_whole(bearing, True)

    def _twins_of(self, line: Line) -> Iterator[Bearing]:
        """Counts of an inner place that are this line's under another name: one article has the 359 dead of "the country",
        the next those of its capital, and so does what corrects them.
        """
        own = [bearing for bearing in self.told.get(line, ()) if is_of_whole(bearing)]
        for inner in self.inside.get(line, ()) if self.kind.is_growing(line) and own else ():
            if _differ_in_place_only(line, inner):
                told = [b for b in self.told[inner] if is_of_whole(b) and not self.kind.is_share(b.claim)]
                for bearing in of_one_count(own, told, self.kind.amount_of):
                    yield bearing._replace(line=line, is_whole=True)

    def _carried_on(self, line: Line) -> Iterator[Bearing]:
        """Counts told of an outer place with which a voice only goes on counting this line: 38 dead in Northtown, the
        agency said on Friday; 43, it said on Monday, of "Northland".
        """
        if not self.kind.is_growing(line):
            return
        own = [bearing for bearing in self.told.get(line, ()) if is_plain(bearing)]
        for outer in sorted(self.around.get(line, frozenset()) & self.told.keys(), key=line_key):
            if _differ_in_place_only(line, outer):
                told = [bearing for bearing in self.told[outer] if is_plain(bearing)]
                yield from carried_on(own, told, self.kind.amount_of)

    def relating(self, bearing: Bearing, other: Bearing) -> Relation:
        return self.kind.relate(bearing.claim, other.claim, self._within(bearing, other))

    def _within(self, bearing: Bearing, other: Bearing) -> Within:
        return Within(
            is_same=bearing.line == other.line,
            is_inner=other.line in self.around[bearing.line],
            is_outer=bearing.line in self.around[other.line],
            is_later=bearing.moment.is_after(other.moment),
            is_whole=bearing.is_whole and other.is_whole,
            **_voices_of(bearing, other),
        )


def _differ_in_place_only(line: Line, other: Line) -> bool:
    return with_field(line, "place", None) == with_field(other, "place", None)


def replace_whole(bearing: Bearing, is_whole: bool) -> Bearing:
    return bearing._replace(is_whole=is_whole)


def lines_of(claims: Iterable[Claim], kind: Kind, voices: Voices, datings: Mapping[str, Dating]) -> Lines:
    """The lines that claims of one kind tell of."""
    told: dict[Line, list[Bearing]] = defaultdict(list)
    given = list(claims)
    spans = places_told(given, kind, voices.directory, voices.texts)
    placed = [replace(claim, place=spans[claim.id]) if claim.id in spans else claim for claim in given]
    for line, claim, first, value, saying in _with_firsts(placed, kind, voices, datings):
        stand = voices.stand_of(claim, own_word=kind.own_word)
        moment = moment_of(claim, datings.get(first.document))
        amount = kind.amount_of(claim)
        size = amount.low if amount and amount.high in (None, amount.low) else None
        text = voices.texts[claim.document]
        told[line].append(bearing_of(claim, line, moment, stand, size=size, value=value, saying=saying, text=text))
    for line, bearings in told.items():
        is_growing = kind.is_growing(line)
        if is_growing:
            bearings = with_days_told(bearings, kind.amount_of, voices.texts)
        told[line] = _with_subsets(with_odd(bearings, kind.amount_of, voices.texts, is_growing=is_growing), kind)
    around = {line: frozenset(kind.outer(line, voices.directory)) for line in told}
    inside: dict[Line, list[Line]] = defaultdict(list)
    for line in sorted(told, key=line_key):
        for outer in around[line]:
            inside[outer].append(line)
    around |= {line: frozenset(kind.outer(line, voices.directory)) for line in inside if line not in around}
    return Lines(
        kind=kind,
        voices=voices,
        datings=datings,
        told={line: tuple(bearings) for line, bearings in told.items()},
        around=around,
        inside={line: tuple(inner) for line, inner in inside.items()},
        moved={claim.id: _place_named(claim, voices.directory) for claim in given if claim.id in spans},
    )


def _place_named(claim: Claim, directory: Directory) -> str:
    entity = directory.entity_of(claim.document, claim.place)
    return entity.name if entity else "no place"


def _with_firsts(
    claims: Iterable[Claim], kind: Kind, voices: Voices, datings: Mapping[str, Dating]
) -> Iterator[tuple[Line, Claim, Claim, tuple[str, ...], tuple[str, ...]]]:
    """Each claim with its line, the one that it copies, its value in words, and the rest that it says.

    A text that is printed again on Friday is not said again on Friday.
    """
    twins: dict[tuple[str, Line, tuple[str, ...], tuple[str, ...]], list[Claim]] = defaultdict(list)
    for claim in claims:
        line = kind.line(claim, voices.directory)
        if line is not None:
            value = tuple(str(part) for part in kind.value([claim], []).values())
            twins[voices.texts[claim.document], line, value, _saying(claim)].append(claim)
    for (_, line, value, saying), told in twins.items():
        first = min(told, key=lambda claim: _age(claim, datings))
        yield from ((line, claim, first, value, saying) for claim in told)


def _saying(claim: Claim) -> tuple[str, ...]:
    times = (str(when) for when in (claim.said_on, claim.as_of, claim.when))
    return (claim.modality.value, *times, *(voice.name for voice in claim.attribution))


def _age(claim: Claim, datings: Mapping[str, Dating]) -> tuple[object, ...]:
    dating = datings.get(claim.document)
    published = dating.published if dating else None
    return (published is None, str(published or ""), claim.document, claim.span, claim.id)


def _with_subsets(bearings: Sequence[Bearing], kind: Kind) -> list[Bearing]:
    """The claims of a line, those marked that their own article tells as a part of one of their neighbours."""
    marked = sorted(bearings, key=lambda bearing: (bearing.claim.document, bearing.claim.span, bearing.claim.id))
    for at, bearing in enumerate(marked):
        near = marked[max(0, at - _NEAR) : at + _NEAR + 1]
        if any(_is_told_within(bearing, other, kind) for other in near):
            marked[at] = bearing._replace(is_subset=True)
    return marked


def _is_told_within(bearing: Bearing, other: Bearing, kind: Kind) -> bool:
    claim, whole = bearing.claim, other.claim
    if other.is_stray or other.is_past or bearing.is_stray:
        return False
    if claim is whole or claim.document != whole.document:
        return False
    within = Within(is_same=True, is_inner=False, is_later=False, **_voices_of(bearing, other))
    return kind.relate(claim, whole, within) is Relation.PART


def _voices_of(bearing: Bearing, other: Bearing) -> dict[str, bool]:
    """Whether two claims rest on one word, surely or perhaps."""
    mine, theirs = bearing.stand, other.stand
    if not mine or not theirs:
        return {"same_origin": False, "may_be_same": True}
    return {"same_origin": mine.key == theirs.key, "may_be_same": not (mine.side and theirs.side)}
