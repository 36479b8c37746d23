"""Claims and findings in plain lines, so that tests of weighing read as tables.

    d1 2031-01-06 | killed police 18 @Northtown as of 2031-01-05 < interior ministry < state agency

A line is: document and day of publication, a bar, what is said, the place behind `@`, marks, and the chain of voices
from the one on whose word it rests. Marks: `as of DAY`, `said DAY`, `part`, `incident`, `denied`, `possible`,
`planned`, `of KR` (nationals). Measures: `curfew in_force @Northtown from DAY until DAY daily 22:00/05:00`. Others:
`position condemn Eastland -> Northland`, `event PROTEST miners -> police @Northtown on DAY`, `safety KR unharmed
@Northland`.

A place behind `@@` is named far from what is told of it, as a dateline's is.
Northland holds the province of Upland, which holds Northtown and Hilltown; Southport lies in Northland too. The
interior ministry, the police, state television and the governor are Northland's state; Eastland's embassy is another's.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from weigh_gold import plain_kinds

from reportedly.amount import parse_amount
from reportedly.claims.event.content import Event
from reportedly.claims.figure.content import Figure
from reportedly.claims.measure.content import Measure
from reportedly.claims.position.content import Position
from reportedly.claims.safety.content import Safety
from reportedly.model import (
    Basis,
    Claim,
    ClaimRole,
    Dating,
    Directory,
    Entity,
    EntityKind,
    Finding,
    Modality,
    Span,
    Voice,
    VoiceRole,
)
from reportedly.weigh import LITERAL, Rules, weigh
from reportedly.when import When, parse_when

WITHIN = {
    "Northland": (),
    "Upland": ("Northland",),
    "Northtown": ("Upland", "Northland"),
    "Hilltown": ("Upland", "Northland"),
    "Southport": ("Northland",),
    "Eastland": (),
}
SIDES = {
    "interior ministry": "state:NL",
    "police": "state:NL",
    "state television": "state:NL",
    "governor": "state:NL",
    "foreign ministry": "state:NL",
    "eastland embassy": "state:EL",
}
AGENCIES = ("state agency", "world wire", "radio north")
PERSONS = ("Ada Brandt",)
_FAR_OFF = 50_000
_MARKS = re.compile(
    r"\b(as of|said|from|until|daily|on|of) (\S+)|\b(part|incident|denied|possible|planned|demanded|background)\b"
)
_STATES = ("announced", "in_force", "extended", "lifted")


@dataclass
class World:
    """Claims told in lines, and who is who in them. `outlets` are entities of the documents' own word, by document."""

    claims: list[Claim] = field(default_factory=list)
    mentions: dict[str, list[tuple[str, Span]]] = field(default_factory=dict)
    days: dict[str, When | None] = field(default_factory=dict)
    copies: dict[str, Sequence[str]] = field(default_factory=dict)
    outlets: dict[str, str | None] = field(default_factory=dict)

    @property
    def directory(self) -> Directory:
        return Directory(tuple(_entity(name, tuple(told)) for name, told in sorted(self.mentions.items())))

    @property
    def datings(self) -> Mapping[str, Dating]:
        return {
            document: Dating(document=document, published=day, basis=Basis.TEXT, note="")
            for document, day in self.days.items()
        }

    def findings(self, claims: Iterable[Claim] | None = None, *, rules: Rules = LITERAL) -> tuple[Finding, ...]:
        told = self.claims if claims is None else claims
        kinds = plain_kinds().values()
        return weigh(told, self.directory, self.datings, self.copies, self.outlets, kinds=kinds, rules=rules)

    def finding(self, *values: str) -> Finding:
        """The finding whose line has exactly these values, unknown ones left out. Raises where there is none."""
        wanted = sorted(values)
        for finding in self.findings():
            if sorted(value for _, value in finding.line.fields if value) == wanted:
                return finding
        raise LookupError(f"no finding {values} among {plain(self.findings())}")

    def roles(self, finding: Finding) -> list[str]:
        """Each claim's role and amount, in the finding's order: `current 18`."""
        by_id = {claim.id: claim for claim in self.claims}
        return [f"{weighed.role} {_short(by_id[weighed.claim])}" for weighed in finding.claims]

    def amounts(self, finding: Finding, role: ClaimRole) -> list[str]:
        by_id = {claim.id: claim for claim in self.claims}
        return [_short(by_id[weighed.claim]) for weighed in finding.claims if weighed.role is role]


def world(text: str, *, copies: Mapping[str, Sequence[str]] | None = None) -> World:
    """The world that lines of notation tell of."""
    told = World(copies=dict(copies or {}))
    for line in filter(None, (line.strip() for line in text.splitlines())):
        _tell(line, told)
    return told


def plain(findings: Iterable[Finding]) -> list[str]:
    """Findings in plain lines: `killed police Northtown: 18 updated one_sided`."""
    return [_plain(finding) for finding in findings]


def _plain(finding: Finding) -> str:
    line = " ".join(value for _, value in finding.line.fields if value)
    value = plain_kinds()[finding.line.kind].say_value(finding.current) if finding.current else "-"
    return f"{line}: {value} {finding.agreement} {finding.support}"


def _short(claim: Claim) -> str:
    return str(claim.content.amount) if claim.kind == "figure" else str(getattr(claim.content, "status", claim.kind))


def _entity(name: str, mentions: tuple[tuple[str, Span], ...]) -> Entity:
    kind = EntityKind.PLACE if name in WITHIN else EntityKind.ORGANISATION
    kind = EntityKind.AGENCY if name in AGENCIES else EntityKind.PERSON if name in PERSONS else kind
    return Entity(
        id=name,
        kind=kind,
        name=name,
        aliases=(),
        country=None,
        side=SIDES.get(name),
        within=WITHIN.get(name, ()),
        mentions=mentions,
    )


def _tell(line: str, told: World) -> None:
    head, _, said = line.partition("|")
    document, _, day = head.strip().partition(" ")
    told.days[document] = parse_when(day) if day else told.days.get(document)
    what, *chain = (part.strip() for part in said.split("<"))
    number = len([claim for claim in told.claims if claim.document == document])
    marks = {found[1] or found[3]: found[2] for found in _MARKS.finditer(what)}
    place = re.search(r"@(@?)(\w+)", what)
    words = _MARKS.sub("", re.sub(r"@+\w+", "", what)).split()
    base = 100 * number

    def mention(name: str | None, at: int) -> Span | None:
        if name is None or name.startswith("?"):
            return None
        told.mentions.setdefault(name, []).append((document, Span(base + at, base + at + 1)))
        return Span(base + at, base + at + 1)

    content = _content(words, marks, mention)
    told.claims.append(
        Claim(
            id=f"{document}-{number}",
            kind=_kind(content),
            document=document,
            span=Span(base, base + 50),
            quote=what.strip(),
            attribution=tuple(
                Voice(
                    name=name.removeprefix("?"),
                    role=VoiceRole.AGENCY if name in AGENCIES else VoiceRole.SPEAKER,
                    cue="said",
                    mention=mention(name, at),
                )
                for at, name in enumerate(chain)
            ),
            modality=next((Modality(mark) for mark in marks if mark in set(Modality)), Modality.ASSERTED),
            said_on=_day(marks, "said"),
            as_of=_day(marks, "as of"),
            when=_day(marks, "on"),
            place=mention(place[2], _FAR_OFF if place[1] else 60) if place else None,
            background="background" in marks,
            content=content,
        )
    )


def _kind(content: Any) -> str:
    return type(content).__name__.lower()


def _day(marks: Mapping[str, str], mark: str) -> When | None:
    return parse_when(marks[mark]) if mark in marks else None


def _content(words: Sequence[str], marks: Mapping[str, str], mention: Any) -> Any:
    if words[0] == "safety":
        return Safety(nationality=words[1], status=words[2])
    if words[0] in ("position", "event"):
        first, _, second = " ".join(words[2:]).partition("->")
        parties = [name.strip() or None for name in (first, second)]
        spans = [mention(name, 70 + at) for at, name in enumerate(parties)]
        if words[0] == "position":
            return Position(
                stance=words[1], holder=spans[0], holder_name=parties[0], target=spans[1], target_name=parties[1]
            )
        return Event(
            event=words[1], actor=spans[0], actor_name=parties[0], recipient=spans[1], recipient_name=parties[1]
        )
    if words[1] in _STATES:
        dates = {name: marks.get(mark) for name, mark in (("starts", "from"), ("ends", "until"), ("daily", "daily"))}
        return Measure(measure=words[0], status="denied" if "denied" in marks else words[1], **dates)
    return _figure(words, marks)


def _figure(words: Sequence[str], marks: Mapping[str, str]) -> Figure:
    metric, population, amount = words
    value = parse_amount(amount)
    return Figure(
        metric=metric,
        population=population,
        label=population,
        low=value.low,
        high=value.high,
        text=amount,
        scope="incident" if "incident" in marks else "cumulative",
        part="part" in marks,
        nationality=marks.get("of"),
    )
