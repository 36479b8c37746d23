"""Decisions in a terminal: who decided what and why, on which words, and what became of it.

In: decisions with their state. Out: rows: "reject by nora, 2031-03-08 12:00 UTC: the sentence quotes a film".
"""

from collections.abc import Iterable, Iterator
from typing import Any

from reportedly.desk import Decided
from reportedly.show.plain import BAD, FAINT, STRONG, Piece, Row, row
from reportedly.show.words import instant_phrase


def decided_lines(decisions: Iterable[Decided]) -> Iterator[Row]:
    """Each decision in a few rows; that there is none."""
    rows = [line for each in decisions for line in _lines(each)]
    yield from rows or [row("nothing was decided on this desk")]


def _lines(each: Decided) -> Iterator[Row]:
    decision = each.decision
    when = instant_phrase(decision.decided_at)
    head = Piece(decision.action, STRONG)
    yield row(head, f" by {decision.author}, {when}: {decision.reason}", Piece(f"  {decision.id}", FAINT))
    if about := _about(each):
        yield row(about, indent=2)
    if each.settings:
        yield row("set " + ", ".join(f"{name} = {value}" for name, value in each.settings), indent=2)
    if each.undone_by:
        yield row(Piece(f"undone by {each.undone_by}", FAINT), indent=2)
    elif not each.is_in_force:
        yield row(Piece("not in force", FAINT), indent=2)
    elif each.lost:
        yield row(Piece(f"changes nothing now: {each.lost}", BAD), indent=2)


def _about(each: Decided) -> str:
    target = each.decision.target
    if each.quote is not None:
        return f"“{each.quote}” ({target.get('kind')} at {target.get('document')} {target.get('start')}-{target.get('end')})"
    if each.decision.action == "split":
        return f"{_names(target.get('names'))} out of {_names(target.get('from'))}"
    return _names(target.get("names")) or str(target.get("decision") or "")


def _names(names: Any) -> str:
    return ", ".join(f"“{name}”" for name in names or ())
