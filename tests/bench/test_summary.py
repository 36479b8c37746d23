"""What all exercises tell together, and why a row or a cell is missed, on a gold ledger and exports made by hand."""

from pathlib import Path

import pytest
from causes import of_cell, of_finding
from score import score
from summary import Summary, registers
from test_score import TOLL, claim, export_of, figure, gold_figure, gold_of, toll_of

EXERCISES = Path(__file__).parents[2] / "exercises"
HURT = gold_figure("dozens hurt", "injured", 24, 99)


def causes_of(*claims: dict[str, object], **groups: object) -> set[str]:
    return set(score(gold_of(**groups), export_of(*claims)).causes)


@pytest.mark.parametrize(
    ("claims", "cause"),
    [
        ([], "figure missed: nothing is read in that stretch"),
        ([toll_of(17)], "figure missed: another amount is read"),
        ([{**toll_of(18), "background": True}], "figure missed: it is taken for another crisis"),
        (
            [claim("c-1", "18 soldiers were killed", "figure", figure("injured", 18, 18))],
            "figure missed: its number is read under another metric",
        ),
        (
            [claim("c-1", "18 soldiers were killed", "event", {"event": "ASSAULT"})],
            "figure missed: another kind of claim is read there",
        ),
    ],
)
def test_why_a_row_is_missed(claims: list[dict[str, object]], cause: str) -> None:
    """The toll is not read, or not as the gold has it."""
    assert cause in causes_of(*claims, figures=[TOLL])


def test_why_a_claim_is_invented() -> None:
    """A number read where the gold has none, has another kind, or has the same number of another crisis."""
    assert "figure invented: the gold has nothing there" in causes_of(toll_of(18))
    assert "figure invented: another crisis is taken for this one" in causes_of(
        toll_of(18), figures=[{**TOLL, "background": True}]
    )
    assert "figure invented: another amount is read" in causes_of(toll_of(9), figures=[TOLL])


def test_why_a_cell_is_wrong() -> None:
    """A day before the right one; another town of the same sentence; a name that no entity bears; nothing at all."""
    row = {"quote": "18 soldiers were killed in Sarvan", "as_of": "2031-03-08", "place": "Sarvan"}
    assert of_cell("figure", "as_of", row, "2031-03-07", known=True, inside=False) == "figure as_of: an earlier day"
    assert of_cell("figure", "place", row, "Petran", known=True, inside=True).endswith("another of the same stretch")
    assert of_cell("figure", "place", row, "Petran", known=False, inside=False).endswith("is not among the names")
    assert of_cell("figure", "place", row, None, known=True, inside=False) == "figure place: none is told"
    assert of_finding("current", {"current": [9, 9]}, {"current": {"low": 18, "high": 18}}, None).endswith("higher")


def test_articles_count_in_their_register_and_their_half() -> None:
    """An exercise's agency copies are its articles 01, 06 and 07; those of other registers count elsewhere."""
    name, page = "quake-arequipa", "01_wire.txt"
    gold = gold_of(figures=[TOLL, HURT])
    gold = type(gold)(pages={page: gold.pages["dam.txt"]}, parties=gold.parties, spellings={}, findings=None)
    export = export_of(toll_of(18))
    export = type(export)(
        documents=[{**export.documents[0], "source": f"a/{page}"}],
        claims=export.claims,
        entities=export.entities,
        findings=None,
    )
    summary = Summary()
    summary.add(name, gold, export, score(gold, export), is_unseen=False)
    figures = summary.by_register["open", "agency"]["figure"]
    assert (figures.hits, figures.missed) == (1, 1)
    assert ("open", "live") not in summary.by_register
    assert "1  figure missed: nothing is read in that stretch" in str(summary)


def test_every_article_of_the_exercises_has_one_register() -> None:
    """No article counts twice, and none is left out."""
    listed = [
        f"{name}/{number}" for table in registers().values() for name, numbers in table.items() for number in numbers
    ]
    articles = [
        f"{path.parts[-3]}/{path.name.partition('_')[0]}"
        for gold in EXERCISES.glob("*/gold/findings.json")
        for path in (gold.parents[1] / "articles").iterdir()
    ]
    assert sorted(listed) == sorted(articles)
