"""Body and furniture on the invented crises: what the gold ledgers call furniture is out, their evidence in."""

import json
import re
from pathlib import Path

import pytest
from halves import OPEN

from reportedly.gather.body import body_of
from reportedly.model import Span

_MOST_KEPT = 2  # pieces of furniture an article: how many are found in all is a floor's matter
KINDS = ("figures", "measures", "positions", "events", "safety")
GOLDS = sorted(gold for exercise in OPEN for gold in exercise.glob("gold/[0-9]*.json"))


def spans_of(line: str, text: str) -> list[Span]:
    """Where it stands as a whole line, else as a part of one."""
    whole = [found.start(1) for found in re.finditer(rf"(?m)^[ \t]*({re.escape(line)})[ \t]*$", text)]
    return [Span(at, at + len(line)) for at in whole or [text.find(line)] if at >= 0]


@pytest.mark.parametrize("gold", GOLDS, ids=lambda gold: f"{gold.parts[-3]}-{gold.stem[:2]}")
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

    assert (lost, len(kept) <= _MOST_KEPT) == ([], True), kept
