"""What a desk holds about each line, and on what grounds.

In: the claims of a desk, whom their voices name, which documents are copies. Out: a `Finding` per line: the value that
stands, what it replaced, what disputes it, and how many independent voices on how many sides support it: "18, as of
6 January: 4 articles, 2 origins on one side". Knows no kind of claim: what lines, values and relations are, the kind
says.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from reportedly.claims.kind import Kind
from reportedly.model import (
    Agreement,
    Claim,
    ClaimRole,
    Dating,
    Directory,
    Finding,
    Line,
    Origin,
    Relation,
    Support,
    Weighed,
)
from reportedly.weigh.bearings import Lines, line_key, lines_of, replace_whole
from reportedly.weigh.camps import Bearing, Camp, Camps, camps_of
from reportedly.weigh.notes import grounds_of, note_of
from reportedly.weigh.odd import is_plain, with_odd_parts
from reportedly.weigh.origins import Voices, fewest_origins, fold, support_of
from reportedly.weigh.rules import LITERAL, Rules
from reportedly.when import When

_FEWEST_INNER = 2
_OUTLANDISH = 20
"""So many times less than another count is not shown for the toll, though it was said last."""
_SUPPORTS = tuple(Support)
_ROLES = tuple(ClaimRole)


def weigh(
    claims: Iterable[Claim],
    directory: Directory,
    datings: Mapping[str, Dating],
    copies: Mapping[str, Iterable[str]] | None = None,
    outlets: Mapping[str, str | None] | None = None,
    *,
    authors: Mapping[str, str] | None = None,
    doubtful: Mapping[str, str] | None = None,
    kinds: Iterable[Kind],
    stories: Mapping[str, str | None] | None = None,
    rules: Rules = LITERAL,
) -> tuple[Finding, ...]:
    """One finding for each line that claims name, and for lines that hold such lines and follow from them.

    All mappings go by document: `copies` the documents that repeat it, `outlets` the entity on whose word its own
    sentences rest (its outlet, or the agency that its dateline credits), `stories` its crisis, `authors` the first of the
    articles that go back to one text with it, `doubtful` of those that may. Claims of other kinds
    than `kinds` are left aside. `rules` say how one number is made of what the sides say. The order of the claims
    changes nothing.
    """
    by_name = {kind.name: kind for kind in kinds}
    told = _without_doubles(claims, by_name)
    voices = Voices(told, directory, copies or {}, outlets or {}, authors or {}, doubtful or {})
    groups: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in told:
        if rules.side and not _is_of_side(claim, rules.side, voices, by_name[claim.kind]):
            continue
        groups[(stories or {}).get(claim.document) or "", claim.kind].append(claim)
    findings = [
        finding
        for (story, kind), group in sorted(groups.items(), key=lambda item: item[0])
        for finding in _Story(lines_of(group, by_name[kind], voices, datings), story or None, rules).findings()
    ]
    return tuple(sorted(findings, key=lambda finding: (finding.story or "", line_key(finding.line))))


def _is_of_side(claim: Claim, side: str, voices: Voices, kind: Kind) -> bool:
    stand = voices.stand_of(claim, own_word=kind.own_word)
    return stand is not None and side in (stand.side, stand.entity)


def _without_doubles(claims: Iterable[Claim], kinds: Mapping[str, Kind]) -> tuple[Claim, ...]:
    by_id = {claim.id: claim for claim in claims if claim.kind in kinds and not claim.background}
    return tuple(by_id[id] for id in sorted(by_id))


def finding_id(line: Line, story: str | None) -> str:
    """Stable for a line of a story, whatever is found about it."""
    words = json.dumps([story, line.kind, line.fields], ensure_ascii=True)
    return "f-" + hashlib.sha256(words.encode()).hexdigest()[:16]


@dataclass
class _Story:
    """The findings of one kind in one story, the innermost lines first: outer ones look at the heads of inner ones."""

    lines: Lines
    story: str | None
    rules: Rules
    heads: dict[Line, tuple[Bearing, ...]] = field(default_factory=dict)
    found: dict[Line, Finding] = field(default_factory=dict)

    def findings(self) -> Iterator[Finding]:
        for line in self.lines.inwards_first(self.lines.told):
            self.found[line] = self._weigh(line)
        yield from self.found.values()
        yield from self._implied()

    def _weigh(self, line: Line) -> Finding:
        bearings = list(self.lines.bearing_on(line))
        is_growing = self.lines.kind.is_growing(line)
        camps = camps_of([*bearings, *self._parts_of(line, bearings)], self.lines.relating, is_growing=is_growing)
        if not camps.camps:
            own = [replace_whole(bearing, True) for bearing in bearings]
            camps = camps_of([*own, *self._parts_of(line, own)], self.lines.relating, is_growing=is_growing)
        self.heads[line] = tuple(camp.head for camp in _live(camps))
        return _Verdict(self.lines, line, self.story, camps, self.rules).finding()

    def _parts_of(self, line: Line, bearings: Sequence[Bearing]) -> Iterator[Bearing]:
        """What the inner lines hold, unless it is weighed for this line anyway."""
        known = {bearing.claim.id for bearing in bearings}
        heads: dict[str, Bearing] = {}
        for inner in self.lines.inside.get(line, ()):
            for head in self.heads.get(inner, ()):
                if head.claim.id not in known:
                    heads.setdefault(head.claim.id, replace_whole(head, False))
        kind, texts = self.lines.kind, self.lines.voices.texts
        yield from with_odd_parts(tuple(heads.values()), bearings, kind.amount_of, texts)

    def _implied(self) -> Iterator[Finding]:
        """Lines that no claim names, where inner claims speak for them or at least two inner values add up."""
        summed: set[frozenset[Line]] = set()
        for line in self.lines.inwards_first(set(self.lines.inside) - set(self.lines.told)):
            if any(True for _ in self.lines.bearing_on(line)):
                yield self._weigh(line)
                continue
            values = {inner: self.found[inner].current for inner in self.lines.inside[line] if self._is_known(inner)}
            total = self.lines.kind.total(values, self.lines.directory)
            if total and total[1] not in summed:
                summed.add(total[1])
                yield self._sum(line, *total)
            elif total is None and (largest := self._largest(line)):
                yield largest

    def _largest(self, line: Line) -> Finding | None:
        """A line known only by inner ones that may all count the same people: no fewer than the largest of them.

        They are of its own place, or count people who move about; of who was freed in two towns nothing is said of the land.
        """
        inner = self.lines.inside[line]
        heads = [replace_whole(head, False) for other in inner for head in self.heads.get(other, ()) if is_plain(head)]
        told = {head.line for head in heads}
        is_own = any(other.get("place") == line.get("place") for other in told)
        is_held = any(all(one == other or one in self.lines.around[other] for other in told) for one in told)
        if is_held or len(told) < _FEWEST_INNER or not (is_own or self.lines.kind.is_roving(line)):
            return None
        standing = [head for head in heads if self._stands(head)]
        largest = max(standing or heads, key=self._size_of)
        parts = [head for head in heads if head is not largest]
        camps = camps_of([replace_whole(largest, True)], self.lines.relating)
        camps.camps[0].head = largest
        camps.parts += parts
        return _Verdict(self.lines, line, self.story, camps, self.rules).finding()

    def _stands(self, head: Bearing) -> bool:
        """Whether it is the value of its own line, and no rival's."""
        return any(w.claim == head.claim.id and w.role is ClaimRole.CURRENT for w in self.found[head.line].claims)

    def _size_of(self, head: Bearing) -> tuple[object, ...]:
        amount = self.lines.kind.amount_of(head.claim)
        return (amount.low if amount else -1, head.order)

    def _is_known(self, line: Line) -> bool:
        return self.found[line].agreement is not Agreement.DENIED and bool(self.found[line].current)

    def _sum(self, line: Line, value: Mapping[str, Any], inner: frozenset[Line]) -> Finding:
        """A line known only by its parts: what they add up to, no better supported than the weakest of them."""
        parts = [self.found[part] for part in sorted(inner, key=line_key)]
        support = min((part.support for part in parts), key=_SUPPORTS.index)
        origins = tuple(dict.fromkeys(origin for part in parts for origin in part.origins))
        heads = [head.claim.id for part in parts for head in self.heads[part.line]]
        names = "; ".join(self.lines.kind.say_line(part.line, self.lines.directory) for part in parts)
        return Finding(
            id=finding_id(line, self.story),
            story=self.story,
            line=line,
            agreement=Agreement.DISPUTED if any(_is_disputed(part) for part in parts) else Agreement.STANDS,
            support=support,
            current=value,
            as_of=max((part.as_of for part in parts if part.as_of), default=None),
            since=min((part.since for part in parts if part.since), default=None),
            origins=origins,
            claims=tuple(Weighed(head, ClaimRole.PART) for head in dict.fromkeys(heads)),
            note=f"{self.lines.kind.say_value(value)}: the sum of {names}.",
        )


def _is_disputed(finding: Finding) -> bool:
    return finding.agreement is Agreement.DISPUTED


def _live(camps: Camps) -> list[Camp]:
    """The camps that count: those on somebody's word, or where there is none all."""
    return [camp for camp in camps.camps if camp.is_told] or camps.camps


@dataclass
class _Verdict:
    """One line's camps, put into a finding."""

    lines: Lines
    line: Line
    story: str | None
    camps: Camps
    rules: Rules

    def finding(self) -> Finding:
        lead = self._lead()
        denials = self._live_denials()
        backers = sorted(lead.backers, key=lambda bearing: bearing.order) if lead else []
        origins = self._origins(backers or denials)
        fewest = self._fewest(backers or denials)
        support = support_of(origins)
        current = self.rules.value(self._value(lead), self._stood_by(), self.lines.kind) if lead else {}
        articles = len({bearing.claim.document for bearing in (lead.backers if lead else denials)})
        return Finding(
            id=finding_id(self.line, self.story),
            story=self.story,
            line=self.line,
            agreement=self._agreement(lead, denials),
            support=support,
            current=current,
            as_of=self._as_of(lead),
            since=min((when for bearing in backers if (when := bearing.moment.said)), default=None),
            origins=origins,
            claims=tuple(self._roles(lead)),
            note=self._note(lead, denials, current, grounds_of(origins, support, articles, fewest=fewest)),
            fewest=fewest,
        )

    def _stood_by(self) -> list[Claim]:
        """What the sides stand by, counts of all of the line before those of a part of it."""
        heads = [camp.head for camp in _live(self.camps)]
        return [head.claim for head in heads if head.is_whole] or [head.claim for head in heads]

    def _lead(self) -> Camp | None:
        """The camp whose value is shown: something before nothing ("no civilian died"), all the line's before a part's,
        what was said on the last day, that of the side which keeps the count in most texts, two sides' before one's.
        """
        live = _live(self.camps)
        if len(live) < 2:
            return live[0] if live else None
        newest = max((day for camp in self.camps.camps if (day := camp.last_day)), default=None)

        def weight(camp: Camp) -> tuple[object, ...]:
            origins = self._origins(camp.backers)
            is_something = any(self._value(camp).values())
            is_of_two_sides = support_of(origins) is Support.CORROBORATED and len(self._texts(camp.backers)) > 1
            sides = camp.sides_now
            kept = self._texts(bearing for bearing in self.camps.told if bearing.stand and bearing.stand.camp in sides)
            return (
                *(is_something, camp.is_of_whole, not self._is_outlandish(camp)),
                *(camp.is_said_until(newest), camp.head.is_whole),
                *(len(kept), is_of_two_sides, camp.last, len(origins), camp.head.order),
            )

        return max(live, key=weight)

    def _is_outlandish(self, camp: Camp) -> bool:
        """Whether it is so far below another count of a toll that it is rather of a part, told as if of all."""
        sizes = [other.head.size for other in _live(self.camps) if other.head.size is not None]
        size = camp.head.size
        return self.lines.kind.is_growing(self.line) and size is not None and max(sizes) > _OUTLANDISH * max(size, 1)

    def _texts(self, bearings: Iterable[Bearing]) -> set[str]:
        return {self.lines.voices.texts[bearing.claim.document] for bearing in bearings}

    def _origins(self, bearings: Sequence[Bearing]) -> tuple[Origin, ...]:
        claims = [bearing.claim for bearing in bearings]
        return fold(claims, self.lines.voices, self.lines.datings, own_word=self.lines.kind.own_word)

    def _fewest(self, bearings: Sequence[Bearing]) -> int | None:
        claims = [bearing.claim for bearing in bearings]
        return fewest_origins(claims, self.lines.voices, self.lines.datings, own_word=self.lines.kind.own_word)

    def _live_denials(self) -> list[Bearing]:
        """Denials that still stand: of a value that somebody holds, or of the line, by an origin that did not turn."""
        heads = [camp.head for camp in _live(self.camps)]
        said = [bearing for camp in self.camps.camps for bearing in camp.backers]
        return [
            denial
            for denial in self.camps.denials
            if self._is_of_line(denial)
            and (not heads or any(self.lines.relating(denial, head) is Relation.DENIES for head in heads))
            and not any(_turned(denial, bearing) for bearing in said)
        ]

    def _is_of_line(self, denial: Bearing) -> bool:
        """Whether it denies the line, or what speaks for it from inside ("the crossing at Northtown is not closed")."""
        is_inside = self.line in self.lines.around.get(denial.line, ())
        return denial.line == self.line or (is_inside and denial.is_whole)

    def _value(self, lead: Camp) -> Mapping[str, Any]:
        """The head's value, with what the others complete: this line's own before others', the latest first."""

        def rank(bearing: Bearing) -> tuple[object, ...]:
            return (bearing.line == self.line, bearing.order)

        told = sorted((bearing for bearing in lead.backers if bearing is not lead.head), key=rank, reverse=True)
        old = sorted(lead.replaced, key=rank, reverse=True)
        claims = [bearing.claim for bearing in (lead.head, *told)]
        value = self.lines.kind.value(claims, [bearing.claim for bearing in old])
        return value if lead.head.is_whole else self.lines.kind.at_least(value)

    def _agreement(self, lead: Camp | None, denials: Sequence[Bearing]) -> Agreement:
        if lead is None:
            return Agreement.DENIED if denials else Agreement.STANDS
        if denials:
            deniers = {denial.stand.key for denial in denials if denial.stand}
            return Agreement.DENIED if lead.standing <= deniers else Agreement.DISPUTED
        if len([camp for camp in self.camps.camps if camp.is_told]) > 1 or (not lead.is_told and self.camps.camps[1:]):
            return Agreement.DISPUTED
        is_changed = lead.is_changed or self.camps.left or self.camps.earlier
        return Agreement.UPDATED if is_changed else Agreement.STANDS

    def _as_of(self, lead: Camp | None) -> When | None:
        exact = [bearing for bearing in lead.backers if bearing.claim.id not in lead.coarse] if lead else []
        return max((when for bearing in exact if (when := bearing.claim.as_of)), default=None)

    def _roles(self, lead: Camp | None) -> Iterator[Weighed]:
        """Every claim that bears on the line, in the order of time within its role."""
        told: dict[str, tuple[ClaimRole, Bearing]] = {}
        for bearing, role in self._told_roles(lead):
            told.setdefault(bearing.claim.id, (role, bearing))
        in_order = sorted(told.values(), key=lambda item: (_ROLES.index(item[0]), item[1].order))
        yield from (Weighed(bearing.claim.id, role) for role, bearing in in_order)

    def _told_roles(self, lead: Camp | None) -> Iterator[tuple[Bearing, ClaimRole]]:
        if lead:
            yield from _roles_in(lead)
        for camp in self.camps.camps:
            if camp is not lead:
                yield from ((bearing, ClaimRole.CONTRADICTS) for bearing in camp.backers)
                yield from ((bearing, ClaimRole.EARLIER) for bearing in camp.replaced)
        for camp in self.camps.left:
            yield from ((bearing, ClaimRole.EARLIER) for bearing in (*camp.replaced, *camp.backers))
        yield from ((bearing, ClaimRole.EARLIER) for bearing in self.camps.earlier)
        yield from ((bearing, ClaimRole.CONTRADICTS) for bearing in self.camps.strays)
        yield from ((bearing, ClaimRole.DENIES) for bearing in self.camps.denials)
        yield from ((bearing, ClaimRole.PART) for bearing in self.camps.parts)

    def _note(
        self,
        lead: Camp | None,
        denials: Sequence[Bearing],
        current: Mapping[str, Any],
        grounds: str,
    ) -> str:
        rivals = [camp.head.claim for camp in _live(self.camps) if camp is not lead]
        before = [*lead.past, *(camp.head for camp in self.camps.left)] if lead else []
        return note_of(
            current,
            self.lines.kind,
            grounds,
            before=[bearing.claim for bearing in _ordered(before)],
            against=rivals,
            moved=self._moved(),
            denied=", ".join(
                dict.fromkeys(denial.stand.name if denial.stand else "nobody named" for denial in denials)
            ),
        )

    def _moved(self) -> Mapping[str, Sequence[Claim]]:
        """By its name, what is told of another place."""
        moved: dict[str, list[Claim]] = {}
        for bearing in sorted(self.lines.told.get(self.line, ()), key=lambda bearing: bearing.order):
            if (place := self.lines.moved.get(bearing.claim.id)) is not None:
                moved.setdefault(place, []).append(bearing.claim)
        return moved


def _turned(denial: Bearing, said: Bearing) -> bool:
    """Whether the one who denied it has said it since."""
    return bool(denial.stand and said.stand and denial.stand.key == said.stand.key and said.order > denial.order)


def _ordered(bearings: Iterable[Bearing]) -> list[Bearing]:
    return sorted(bearings, key=lambda bearing: bearing.order)


def _roles_in(camp: Camp) -> Iterator[tuple[Bearing, ClaimRole]]:
    """The head is current; a vaguer earlier word is earlier; a second word of one origin, or of none, only repeats."""
    yield camp.head, ClaimRole.CURRENT
    heard = {camp.head.stand.key} if camp.head.stand else set()
    for bearing in _ordered(bearing for bearing in camp.backers if bearing is not camp.head):
        key = bearing.stand.key if bearing.stand else None
        if bearing.claim.id in camp.coarse:
            yield bearing, ClaimRole.EARLIER
        elif key in heard or (key is None and camp.is_told):
            yield bearing, ClaimRole.REPEATS
        else:
            yield bearing, ClaimRole.AGREES
        heard |= {key} if key else set()
    yield from ((bearing, ClaimRole.EARLIER) for bearing in camp.replaced)
