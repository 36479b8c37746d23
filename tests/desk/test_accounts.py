"""The accounts of a desk's crises: what is reckoned anew and what lies on the shelf, and that the one is the other."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from reportedly.desk import Books, Desk, accounts, decision_of, kept
from reportedly.ledger import shelf
from reportedly.model import Directory
from reportedly.weigh import parse_rules

SIX, SEVEN, EIGHT = (f"2031-03-0{day}T12:00:00Z" for day in (6, 7, 8))

DAM = [
    """Dam burst in northern Albania kills 14

Published: 6 March 2031

A dam burst above the Albanian town of Puke on Thursday, killing at least 14 people, the interior ministry said. Nearly 40
were hurt, according to the mayor of Puke, Arben Doda. Prime Minister Ilir Kodra promised help.
""",
    """Albania mourns after dam burst

Published: 7 March 2031

Nineteen people were killed when a dam burst above Puke in northern Albania, the interior ministry said on Friday. Ilir
Kodra, the prime minister, visited Puke.
""",
]
STRIKE = [
    """Nine hurt as Lima bus strike turns violent

Published: 12 October 2029

Nine people were hurt in clashes between bus drivers and police in Lima, the Peruvian interior ministry said on Friday.
Transport minister Rosa Quispe condemned the violence.
""",
    """Peru: strike in Lima goes on

Published: 13 October 2029

Bus drivers in Lima went on with their strike on Saturday. Eleven people were hurt, the Peruvian interior ministry said.
Rosa Quispe, the transport minister, called for talks.
""",
]
THIRD = """Toll of Puke dam at 21

Published: 8 March 2031

The dam burst above Puke in northern Albania killed 21 people, the interior ministry said on Saturday. Ilir Kodra, the prime
minister, declared a day of mourning.
"""


def written(folder: Path, **articles: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in articles.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Two crises of two articles each."""
    folders = [written(tmp_path / "dam", a=DAM[0], b=DAM[1]), written(tmp_path / "strike", c=STRIKE[0], d=STRIKE[1])]
    with Desk.open(tmp_path / "two.desk") as opened:
        opened.add(folders, at=SIX)
        yield opened


@pytest.fixture
def linked(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many articles were linked, one number each time."""
    counts: list[int] = []
    real = accounts.link

    def counted(mentions: Any, documents: Any, *others: Any) -> Directory:
        held = list(documents)
        counts.append(len(held))
        return real(mentions, held, *others)

    monkeypatch.setattr(accounts, "link", counted)
    return counts


def reopened(desk: Desk) -> Desk:
    return Desk.open(desk.ledger.path)


def said(books: Books) -> tuple[Any, ...]:
    return books.findings, books.directory, books.copies, books.kinships, dict(books.stories)


def test_what_was_reckoned_is_taken_off_the_shelf(desk: Desk, linked: list[int]) -> None:
    """By another process too; and it is the same."""
    first = said(desk.books())
    assert sorted(linked) == [2, 2]
    with reopened(desk) as again:
        assert said(again.books()) == first
    assert sorted(linked) == [2, 2]


def test_a_new_article_costs_its_own_crisis_alone(desk: Desk, linked: list[int], tmp_path: Path) -> None:
    desk.books()
    linked.clear()
    desk.add([written(tmp_path / "more", e=THIRD)], at=SEVEN)
    desk.books()
    assert linked == [3]


def test_another_crisis_changes_nothing_of_a_crisis(desk: Desk, tmp_path: Path) -> None:
    """Neither what was found nor whom the names name."""
    with Desk.open(tmp_path / "one.desk") as alone:
        alone.add([tmp_path / "dam"], at=SIX)
        books = alone.books()
    both = desk.books()
    (story,) = set(books.stories.values())
    assert both.of_story(story).findings == books.findings
    assert set(books.directory.entities) <= set(both.directory.entities)


def test_a_past_hour_is_as_it_was(desk: Desk, linked: list[int], tmp_path: Path) -> None:
    """What is on the shelf for it is found after the desk has grown; what is not is reckoned to the same."""
    before = said(desk.books())
    desk.add([written(tmp_path / "more", e=THIRD)], at=SEVEN)
    assert said(desk.books()) != before
    linked.clear()
    assert said(desk.books(SIX)) == before
    assert linked == []
    empty(desk)
    assert said(desk.books(SIX)) == before


def test_a_decision_on_a_name_costs_the_crises_that_name_it(desk: Desk, linked: list[int]) -> None:
    """And its undoing nothing: all is still there."""
    before = said(desk.books())
    linked.clear()
    made = decide(desk, "same", "Ilir Kodra", "Arben Doda")
    assert said(desk.books()) != before
    assert linked == [2]
    decide(desk, "undo", made.id, at=EIGHT)
    assert said(desk.books()) == before
    assert linked == [2]


def test_a_decision_joins_names_of_two_crises(desk: Desk) -> None:
    decide(desk, "same", "Ilir Kodra", "Rosa Quispe")
    books = desk.books()
    kodra = [entity for entity in books.directory.entities if "Ilir Kodra" in (entity.name, *entity.aliases)]
    assert ["Rosa Quispe" in (entity.name, *entity.aliases) for entity in kodra] == [True]
    assert any("nora decided so (seen)" in because for because in kodra[0].because)
    assert books.lost == ()


def test_a_rejected_claim_leaves_its_crisis_alone(desk: Desk, linked: list[int]) -> None:
    books = desk.books()
    claim = next(c for c in books.claims if c.kind == "figure" and c.content.low == 14)
    linked.clear()
    decide(desk, "reject", claim.id)
    after = desk.books()
    assert linked == []
    assert claim.id not in after.claims_by_id
    assert all(claim.id not in {id for id, _ in finding.claims} for finding in after.findings)
    assert [f for f in after.findings if f.story == books.stories[claim.document]] != [
        f for f in books.findings if f.story == books.stories[claim.document]
    ]


def test_each_rule_set_has_its_own(desk: Desk) -> None:
    literal, careful = desk.books(), desk.books(rules=parse_rules("range"))
    assert literal.findings != careful.findings
    with reopened(desk) as again:
        assert again.books().findings == literal.findings
        assert again.books(rules=parse_rules("range")).findings == careful.findings


def test_other_rules_of_reading_make_all_anew(desk: Desk, linked: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    desk.books()
    linked.clear()
    monkeypatch.setattr(kept, "rules_of_reckoning", lambda: "others")
    with reopened(desk) as again:
        again.books()
    assert sorted(linked) == [2, 2]


def test_a_spoiled_shelf_is_made_anew(desk: Desk, linked: list[int]) -> None:
    """Bytes that are no compressed text, and text that is no account."""
    before = said(desk.books())
    for content in (b"\xff\x00", bytes.fromhex("789c010300fcff7b7d0a"), b""):
        with sqlite3.connect(desk.ledger.path) as other:
            other.execute("update shelf set content = ?", (content,))
        other.close()
        linked.clear()
        with reopened(desk) as again:
            assert said(again.books()) == before
        assert sorted(linked) == [2, 2]


def test_where_another_process_writes_nothing_is_kept_and_nothing_waits(desk: Desk, linked: list[int]) -> None:
    with sqlite3.connect(desk.ledger.path, isolation_level=None) as other:
        other.execute("begin immediate")
        assert desk.books().findings
        other.execute("rollback")
    other.close()
    with reopened(desk) as again:
        again.books()
    assert sorted(linked) == [2, 2, 2, 2]


def test_a_desk_that_may_not_be_written_is_still_read(desk: Desk, tmp_path: Path) -> None:
    before = said(desk.books())
    empty(desk)
    desk.close()
    with Desk.open(desk.ledger.path) as again:
        again.ledger._connection.execute("pragma query_only = 1")
        assert said(again.books()) == before


def test_what_lay_longest_makes_room_but_for_what_is_in_use(
    desk: Desk, tmp_path: Path, linked: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever is laid there besides takes nothing off: dates, briefings."""
    desk.books()
    monkeypatch.setattr(shelf, "_LEAST_ROOM", 1)
    monkeypatch.setattr(shelf, "file_size", lambda connection: 0)
    desk.briefing()
    desk.add([written(tmp_path / "more", e=THIRD)], at=SEVEN)
    linked.clear()
    with reopened(desk) as again:
        again.books(SIX)
        assert linked == [], "neither the briefing nor the new dates took it off"
        again.books()
        linked.clear()
        with reopened(desk) as third:
            third.books()
            assert linked == []
            third.books(SIX)
            assert linked == [2], "the crisis that did not grow is in use, the other's past made room"


def empty(desk: Desk) -> None:
    """Takes all off the shelf."""
    with sqlite3.connect(desk.ledger.path) as other:
        other.execute("delete from shelf")
    other.close()
    desk._books = None


def decide(desk: Desk, action: str, *targets: str, at: str = SEVEN) -> Any:
    made = decision_of(action, targets, {}, reason="seen", author="nora", decided_at=at, books=desk.books())
    desk.decide(made, at=at)
    return made
