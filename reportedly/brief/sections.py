"""The sections of a briefing, each a plain function of findings: "curfew, Northtown: begins" on the timeline.

In: findings and what rows are made from. Out: rows in order. What has no sentence is left out.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from reportedly.brief.briefing import Dispute, Happening, Holder, Nationals, Row
from reportedly.brief.headlines import weight
from reportedly.brief.rows import Desk
from reportedly.lexicon.nations import name_of
from reportedly.model import Agreement, ClaimRole, Finding
from reportedly.when import When, parse_when

_KINDS_OF_DISPUTE = ("figure", "measure", "safety", "position", "event")


def of_kind(findings: Iterable[Finding], kind: str) -> list[Finding]:
    """The findings of one kind, those most told of first."""
    return sorted((f for f in findings if f.line.kind == kind), key=lambda f: (-weight(f), f.id))


def disputes(findings: Iterable[Finding], desk: Desk, order: Sequence[str]) -> tuple[Dispute, ...]:
    """What is disputed or denied, and between whom: figures in their order, then measures, then the rest."""
    told = [f for f in findings if f.agreement in (Agreement.DISPUTED, Agreement.DENIED)]
    rank = {id: place for place, id in enumerate(order)}

    def place(finding: Finding) -> tuple[object, ...]:
        kind = finding.line.kind
        kinds = _KINDS_OF_DISPUTE.index(kind) if kind in _KINDS_OF_DISPUTE else len(_KINDS_OF_DISPUTE)
        return (kinds, rank.get(finding.id, len(rank)), -weight(finding), finding.id)

    return tuple(dispute for finding in sorted(told, key=place) if (dispute := desk.dispute(finding)))


def is_ended(finding: Finding) -> bool:
    """Whether a measure was lifted, or is only denied."""
    return finding.agreement is Agreement.DENIED or finding.current.get("status") == "lifted"


def measures(findings: Iterable[Finding], desk: Desk) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    """Measures in force and measures ended, each by name, those most told of first."""
    told = of_kind(findings, "measure")
    most: dict[str | None, int] = {}
    for finding in told:
        most.setdefault(finding.line.get("measure"), weight(finding))
    told.sort(key=lambda f: (-most[f.line.get("measure")], f.line.get("measure") or "", -weight(f), f.id))
    return desk.rows(f for f in told if not is_ended(f)), desk.rows(f for f in told if is_ended(f))


def positions(findings: Iterable[Finding], desk: Desk) -> tuple[Holder, ...]:
    """Positions by who holds them; the most vocal first."""
    by_holder: dict[str | None, list[Finding]] = defaultdict(list)
    for finding in of_kind(findings, "position"):
        by_holder[finding.line.get("holder")].append(finding)
    ordered = sorted(by_holder.items(), key=lambda item: (-sum(map(weight, item[1])), item[0] or ""))
    return tuple(holder for name, told in ordered if (holder := _holder(name, desk.rows(told), desk)))


def _holder(id: str | None, rows: tuple[Row, ...], desk: Desk) -> Holder | None:
    if not rows:
        return None
    entity = desk.directory.by_id.get(id or "")
    side = entity.side if entity and entity.side else ""
    country = side.removeprefix("state:") if side.startswith("state:") else (entity.country if entity else None)
    return Holder(name=entity.name if entity else id or "unnamed", country=country, positions=rows)


def nationals(findings: Iterable[Finding], desk: Desk, *, first: str | None) -> tuple[Nationals, ...]:
    """What is known of each country's people, the chosen country first, then those most told of."""
    by_country: dict[str, list[Finding]] = defaultdict(list)
    for finding in sorted(findings, key=lambda f: (f.line.kind != "safety", -weight(f), f.id)):
        if nationality := finding.line.get("nationality"):
            by_country[nationality].append(finding)
    ordered = sorted(by_country.items(), key=lambda item: (item[0] != first, -sum(map(weight, item[1])), item[0]))
    told = (Nationals(country=code, name=name_of(code) or code, rows=desk.rows(found)) for code, found in ordered)
    return tuple(nation for nation in told if nation.rows)


def timeline(findings: Iterable[Finding], desk: Desk) -> tuple[Happening, ...]:
    """What happened when: events, and measures as they begin and end; by first day, then the most told of."""
    told = [happening for finding in findings for happening in _happenings(finding, desk)]
    return tuple(sorted(told, key=lambda h: (str(h.when.first or h.when.last), str(h.when), h.text, h.finding)))


def _happenings(finding: Finding, desk: Desk) -> Iterator[Happening]:
    if finding.agreement is Agreement.DENIED:
        return
    if finding.line.kind == "event" and (when := _parsed(finding.line.get("when"))):
        yield from _happening(finding, desk.line(finding).removesuffix(f", {finding.line.get('when')}"), when, desk)
    if finding.line.kind == "measure":
        line = desk.line(finding)
        if when := _parsed(finding.current.get("starts")):
            yield from _happening(finding, f"{line}: begins", when, desk)
        if when := _lifted(finding, desk):
            yield from _happening(finding, f"{line}: lifted", when, desk)


def _happening(finding: Finding, text: str, when: When, desk: Desk) -> Iterator[Happening]:
    citations = desk.citations(finding)
    if citations:
        place = desk.directory.labels.get(finding.line.get("place") or "")
        yield Happening(
            when=when, text=text, place=place, finding=finding.id, support=finding.support, citations=citations
        )


def _lifted(finding: Finding, desk: Desk) -> When | None:
    """The day on which what now is lifted was, where a claim tells it."""
    if finding.current.get("status") != "lifted":
        return None
    told = [desk.claims[w.claim] for w in finding.claims if w.claim in desk.claims and w.role is not ClaimRole.PART]
    days = [claim.when for claim in told if claim.when and getattr(claim.content, "status", None) == "lifted"]
    return days[0] if days else None


def _parsed(text: object) -> When | None:
    try:
        return parse_when(text) if isinstance(text, str) else None
    except ValueError:
        return None
