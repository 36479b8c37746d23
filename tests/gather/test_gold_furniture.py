"""Body and furniture on the invented crises: what the gold ledgers call furniture is out, their evidence in."""

import json
import re
from pathlib import Path

import pytest
from halves import OPEN

from reportedly.gather.body import body_of
from reportedly.model import Span

KINDS = ("figures", "measures", "positions", "events", "safety")
GOLDS = sorted(gold for exercise in OPEN for gold in exercise.glob("gold/[0-9]*.json"))
KEPT = {
    "bombing-karachi-1996-02": 1,
    "bombing-karachi-1996-03": 2,
    "bombing-karachi-1996-04": 1,
    "bombings-tbilisi-2007-002": 1,
    "bombings-tbilisi-2007-004": 1,
    "bombings-tbilisi-2007-005": 2,
    "border-war-ferghana-03": 1,
    "border-war-ferghana-06": 2,
    "border-war-ferghana-09": 3,
    "border-war-horn-2000-08": 1,
    "crackdown-dushanbe-09": 1,
    "crackdown-dushanbe-10": 1,
    "cyclone-zambezia-2012-03": 1,
    "cyclone-zambezia-2012-04": 2,
    "cyclone-zambezia-2012-05": 2,
    "cyclone-zambezia-2012-07": 1,
    "cyclone-zambezia-2012-08": 1,
    "cyclone-zambezia-2012-09": 2,
    "election-violence-conakry-1998-02": 1,
    "election-violence-conakry-1998-04": 1,
    "election-violence-conakry-1998-06": 1,
    "election-violence-conakry-1998-07": 2,
    "expulsions-and-refugees-ecuador-02": 1,
    "expulsions-and-refugees-ecuador-03": 2,
    "expulsions-and-refugees-ecuador-08": 1,
    "mine-datong-2005-01": 2,
    "mine-datong-2005-03": 1,
    "mine-datong-2005-07": 1,
    "plane-crash-tegucigalpa-1994-000": 2,
    "plane-crash-tegucigalpa-1994-001": 1,
    "plane-crash-tegucigalpa-1994-002": 2,
    "plane-crash-tegucigalpa-1994-003": 1,
    "plane-crash-tegucigalpa-1994-004": 3,
    "plane-crash-tegucigalpa-1994-005": 1,
    "plane-crash-tegucigalpa-1994-007": 1,
    "riots-honiara-2013-001": 2,
    "riots-honiara-2013-002": 3,
    "riots-honiara-2013-005": 1,
    "riots-honiara-2013-006": 5,
    "riots-honiara-2013-007": 2,
    "riots-honiara-2013-008": 2,
    "siege-tetovo-2002-03": 2,
    "siege-tetovo-2002-04": 1,
    "siege-tetovo-2002-06": 1,
    "siege-tetovo-2002-07": 1,
    "siege-tetovo-2002-09": 1,
}
"""Pieces of furniture that are taken for the article's, where any are: a number may fall, and every other article keeps none."""


def spans_of(line: str, text: str) -> list[Span]:
    """Where it stands as a whole line, else as a part of one."""
    whole = [found.start(1) for found in re.finditer(rf"(?m)^[ \t]*({re.escape(line)})[ \t]*$", text)]
    return [Span(at, at + len(line)) for at in whole or [text.find(line)] if at >= 0]


@pytest.mark.parametrize("gold", GOLDS, ids=lambda gold: f"{gold.parts[-3]}-{gold.stem.split('_')[0]}")
def test_gold_furniture_is_out_and_gold_evidence_in(gold: Path) -> None:
    """Each article of each exercise, line by line and quote by quote."""
    ledger = json.loads(gold.read_text(encoding="utf-8"))
    article = gold.parents[1] / "articles" / ledger["document"]
    text = article.read_bytes().decode("utf-8")
    body = body_of(text)
    kept = [
        line
        for line in ledger["furniture"]
        if any(span.overlaps(part) for span in spans_of(line, text) for part in body)
    ]
    rows = [row for kind in KINDS for row in ledger.get(kind, []) if row.get("start") is not None]
    lost = [row["quote"] for row in rows if not any(part.covers(Span(row["start"], row["end"])) for part in body)]

    most = KEPT.get(f"{gold.parts[-3]}-{gold.stem.split('_')[0]}", 0)
    assert (lost, kept[most:]) == ([], [])
