"""Which figures a duty officer wants first: killed, injured, missing, detained, of all people in the whole area, then
of the groups that make the news ("18 officers were killed").

In: figure findings. Out: the few to show first, in order, and the rest. What is counted only of one country's nationals
stands with those nationals.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from reportedly.lexicon import load
from reportedly.model import ClaimRole, Directory, Finding

_MOST_GROUPS = 3
"""So many populations of one metric beside all people; more is a table, not a headline."""
_MOST_HEADLINES = 12
_LEAST_TOLD = 2
"""So many claims a group needs to be a headline where room is short."""


def headlines_of(findings: Iterable[Finding], directory: Directory) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """The figures to show first, and the others, both in order.

    Where there are more than a reader takes in at a glance, groups make room before the counts of all people, and what
    one sentence tells before what many do.
    """
    figures = sorted((f for f in findings if not f.line.get("nationality")), key=_order)
    home = home_of(figures, directory)
    first: list[Finding] = []
    for metric in load("weighing")["headlines"]["metrics"]:
        near = [f for f in figures if f.line.get("metric") == metric and _is_at(f, home, directory)]
        first += _of_metric(near, directory)
    shown = {finding.id for finding in sorted(first, key=_rank)[:_MOST_HEADLINES]}
    chosen = tuple(finding for finding in first if finding.id in shown)
    return chosen, tuple(finding for finding in figures if finding.id not in shown)


def _rank(finding: Finding) -> tuple[object, ...]:
    is_thin = weight(finding) < _LEAST_TOLD
    return (is_thin and not _is_widest(finding), is_thin, not _is_widest(finding), _order(finding))


def home_of(findings: Iterable[Finding], directory: Directory) -> str | None:
    """The outermost place that most claims speak of: the country of the crisis."""
    told: Counter[str] = Counter()
    for finding in findings:
        place = finding.line.get("place")
        if place:
            entity = directory.by_id.get(place)
            told[entity.within[-1] if entity and entity.within else place] += weight(finding)
    return min(told, key=lambda place: (-told[place], place), default=None)


def weight(finding: Finding) -> int:
    """How many claims a finding has of its own, its parts left out."""
    return sum(weighed.role is not ClaimRole.PART for weighed in finding.claims)


def _is_at(finding: Finding, home: str | None, directory: Directory) -> bool:
    place = finding.line.get("place")
    return home is None or place is None or directory.is_within(place, home)


def _of_metric(findings: Sequence[Finding], directory: Directory) -> list[Finding]:
    """The widest count, where it is most told of; then, of the same or an outer place, the groups most told of."""
    widest = [f for f in findings if _is_widest(f)]
    lead = max(widest, key=lambda f: (weight(f), -_depth(f, directory), f.id), default=None)
    groups: dict[str | None, Finding] = {}
    for finding in sorted(findings, key=lambda f: (_depth(f, directory), -weight(f), f.id)):
        if not _is_widest(finding):
            groups.setdefault(finding.line.get("population"), finding)
    most = sorted(groups.values(), key=lambda f: (-weight(f), f.id))[:_MOST_GROUPS]
    return ([lead] if lead else []) + most


def _is_widest(finding: Finding) -> bool:
    return finding.line.get("population") in load("weighing")["headlines"]["widest"]


def _depth(finding: Finding, directory: Directory) -> int:
    entity = directory.by_id.get(finding.line.get("place") or "")
    return len(entity.within) if entity else 0


def _order(finding: Finding) -> tuple[object, ...]:
    metrics = load("weighing")["headlines"]["metrics"]
    metric = finding.line.get("metric")
    place = metrics.index(metric) if metric in metrics else len(metrics)
    return (place, not _is_widest(finding), -weight(finding), str(finding.line.fields))
