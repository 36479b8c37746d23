"""A briefing that was made before is given again, and is the one that would be made."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from reportedly.desk import Desk, briefings, decision_of
from reportedly.desk.books import books_of, briefing_of
from reportedly.desk.looks import look_of

SIX, SEVEN, EIGHT, NINE = (f"2031-03-0{day}T12:00:00Z" for day in (6, 7, 8, 9))
DAM = """Dam burst in northern Albania kills 14

Published: 6 March 2031

A dam burst above the Albanian town of Puke on Thursday, killing at least 14 people, the interior ministry said. Nearly 40
were hurt, according to the mayor of Puke, Arben Doda.
"""
LATER = """Albania mourns after dam burst

Published: 7 March 2031

Nineteen people were killed when a dam burst above Puke in northern Albania, the interior ministry said on Friday.
"""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Desk.open(tmp_path / "north.desk") as opened:
        add(opened, tmp_path / "a.txt", DAM, SIX)
        yield opened


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """The briefings that were made, not taken off the shelf."""
    done: list[Any] = []

    def counted(*books: Any, **asked: Any) -> Any:
        done.append(briefing_of(*books, **asked))
        return done[-1]

    monkeypatch.setattr(briefings, "briefing_of", counted)
    return done


def add(desk: Desk, path: Path, text: str, at: str) -> None:
    path.write_text(text, encoding="utf-8")
    desk.add([path], at=at)


def test_nothing_new_makes_no_new_briefing(desk: Desk, made: list[Any]) -> None:
    """Whoever looked meanwhile; another country's nationals first is another briefing."""
    first = desk.briefing(before="last", at=SEVEN)
    with Desk.open(desk.ledger.path) as again:
        assert again.briefing() == first
        again.briefing(before="last", at=EIGHT)
        assert len(made) == 1
        again.briefing(country="AL")
        assert len(made) == 2


def test_since_a_look_after_which_nothing_came_nothing_changed(desk: Desk) -> None:
    """What is told then is what the comparison of the two would tell."""
    desk.briefing(at=SEVEN)
    books = desk.books()
    seen = desk.view().last_look()
    assert seen is not None
    then = books_of(seen, desk.ledger.shelf)
    assert desk.briefing(before="last") == briefing_of(books, country=None, look=look_of(then, books))


def test_news_is_told_once_it_came(desk: Desk, made: list[Any], tmp_path: Path) -> None:
    """To who looked before it, and to nobody who looked after."""
    desk.briefing(at=SEVEN)
    add(desk, tmp_path / "b.txt", LATER, EIGHT)
    news = desk.briefing(before="last", at=NINE)
    assert [change.now.partition(",")[0] for change in news.changes if change.line.startswith("killed")] == ["19"]
    assert desk.briefing(before="last").changes == ()
    since_seven = desk.briefing(before=SEVEN)
    assert since_seven.changes == news.changes
    made.clear()
    assert desk.briefing(before=SEVEN) == since_seven
    assert made == []


def test_a_decision_makes_another_briefing(desk: Desk, made: list[Any]) -> None:
    before = desk.briefing()
    claim = next(c for c in desk.books().claims if c.kind == "figure" and c.content.low == 14)
    desk.decide(
        decision_of("reject", [claim.id], {}, reason="no", author="nora", decided_at=SEVEN, books=desk.books()),
        at=SEVEN,
    )
    assert desk.briefing() != before
    assert desk.briefing(known_at=SIX) == before
    assert len(made) == 2


def test_what_is_said_is_put_on_record_once(desk: Desk) -> None:
    """And again when it is something else."""
    assert list(desk.view().findings()) == []
    desk.briefing(at=SEVEN)
    said = list(desk.view().findings())
    assert tuple(said) == tuple(sorted(desk.findings(), key=lambda finding: finding.id))
    entry = desk.view().entry
    desk.briefing(at=EIGHT)
    assert desk.view().entry == entry + 1, "only the look"
