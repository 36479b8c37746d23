"""Weighing alone: the gold claims of an exercise give its gold findings."""

import json
from pathlib import Path

import pytest
from halves import OPEN
from weigh_gold import cells_of, load

GOLDS = sorted(exercise / "gold" for exercise in OPEN)


@pytest.mark.parametrize("gold", GOLDS, ids=lambda path: path.parent.name)
def test_gold_claims_give_gold_findings(gold: Path) -> None:
    """At least nine of ten cells (found, current, agreement, support, dates) come out right, whatever the crisis."""
    findings = load(gold).weigh()
    rows = [row for row in json.loads((gold / "findings.json").read_text(encoding="utf-8")) if not row.get("optional")]
    cells = [(row["line"], slot, ok, got) for row in rows for slot, ok, got in cells_of(row, findings)]
    wrong = [cell for cell in cells if not cell[2]]
    assert len(wrong) <= 0.1 * len(cells), wrong


def test_there_are_exercises_to_weigh() -> None:
    """The folder is where this test looks for it."""
    assert len(GOLDS) >= 3
