"""Why a cell or a row is missed, told from the gold and the export alone, so that misses can be counted by cause.

A cause is a phrase that many misses share ("figure missed: nothing is read in that stretch"); it names no article. Causes
tell where work pays: they are printed for closed exercises too.
"""

from collections.abc import Iterable, Mapping, Sequence

from gold import Row, is_same_amount, last_day, readings, shared

_TOUCHING = 0.3
PARTY_SLOTS = ("speaker", "place", "holder", "target", "actor", "recipient")
_DAYS = ("as_of", "when", "said_on", "starts", "ends")


def of_missed(kind: str, row: Row, claims: Iterable[Row]) -> str:
    """A gold row that no claim was paired with; `claims` are all of its article, of every kind, background and all."""
    there = [claim for claim in claims if shared(claim, row) >= _TOUCHING]
    alike = [claim for claim in there if claim["kind"] == kind]
    if not there:
        return f"{kind} missed: nothing is read in that stretch"
    if not alike:
        return f"{kind} missed: another kind of claim is read there"
    if any(claim.get("background") for claim in alike):
        return f"{kind} missed: it is taken for another crisis"
    return f"{kind} missed: {_apart(kind, row, [claim[kind] for claim in alike])}"


def _apart(kind: str, row: Row, contents: Sequence[Row]) -> str:
    """In what the claims of that kind differ from the row that they touch."""
    if kind == "figure":
        if any(content["metric"] == row["metric"] for content in contents):
            return "another amount is read"
        if any(is_same_amount(content, row) for content in contents):
            return "its number is read under another metric"
        return "only another number of the stretch is read"
    return "another one is read there"


def of_invented(kind: str, claim: Row, rows: Mapping[str, Sequence[Row]]) -> str:
    """A claim that no gold row was paired with; `rows` are the gold's of its article, by kind, background and all."""
    here = [row for row in rows.get(kind, ()) if shared(claim, row) >= _TOUCHING]
    if any(row.get("background") for row in here):
        return f"{kind} invented: another crisis is taken for this one"
    if here:
        return f"{kind} invented: {_apart(kind, here[0], [claim[kind]])}"
    if any(shared(claim, row) >= _TOUCHING for others in rows.values() for row in others):
        return f"{kind} invented: the gold has another kind of claim there"
    return f"{kind} invented: the gold has nothing there"


def of_cell(kind: str, slot: str, gold: Row, told: object, *, known: bool, inside: bool) -> str:
    """A cell of a pair that is wrong. `known`: the right party is among the entities; `inside`: the one told stands in
    the gold's own stretch."""
    head = f"{kind} {slot}:"
    if told in (None, [], ""):
        return f"{head} none is told" if known else f"{head} none is told, its right name is not among the names"
    if slot in PARTY_SLOTS:
        if not known:
            return f"{head} its right name is not among the names"
        return f"{head} another {'of the same stretch' if inside else 'from elsewhere'}"
    if slot in _DAYS:
        return f"{head} {_days_apart(gold, slot, str(told))}"
    if slot in ("stance", "status", "event", "population"):
        return f"{head} {told} for {gold[slot]}"
    return f"{head} another is told"


def _days_apart(gold: Row, slot: str, told: str) -> str:
    wanted = [day for day in (last_day(each) for each in readings(gold, slot)) if day]
    found = last_day(told) or ""
    if found in wanted:
        return "the right day, told more or less exactly"
    return "an earlier day" if wanted and found < min(wanted) else "a later day"


def of_finding(cell: str, gold: Row, finding: Row | None, got: object) -> str:
    """A cell of a wanted line."""
    if finding is None:
        return f"finding {cell}: no such line"
    if cell in ("agreement", "support"):
        return f"finding {cell}: {got} for {gold.get(cell)}"
    current = finding.get("current") or {}
    if cell == "current":
        if current.get("low") is None:
            return "finding current: none"
        return f"finding current: {'higher' if current['low'] > gold['current'][0] else 'lower or wider'}"
    return f"finding {cell}: {'none' if current.get(cell) is None else 'another'}"
