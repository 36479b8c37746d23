"""What is news since the last look, in which way and through what; and what came that is no news."""

from collections.abc import Iterable
from dataclasses import replace

import pytest
from notation import World, world
from weigh_gold import plain_kinds

from reportedly.brief import Briefing, Cause, Look, News, brief
from reportedly.model import Decision, Document, Span

TOLL = "d1 2031-01-06 | killed people 18 @Northland < interior ministry"


def article(id: str) -> Document:
    return Document(id=id, source=f"articles/{id}.txt", text="", body=(Span(0, 0),))


def documents_of(told: World) -> list[Document]:
    return [article(id) for id in sorted(told.datings)]


def look_of(told: World) -> Look:
    return Look(
        instant="2031-01-06T20:00:00Z",
        documents=frozenset(told.datings),
        decisions=frozenset(),
        claims={claim.id: claim for claim in told.claims},
        directory=told.directory,
        was={finding.id: finding for finding in told.findings()},
        gone=(),
    )


def changes(
    before: str, after: str, *, decisions: Iterable[Decision] = (), copies: dict[str, list[str]] | None = None
) -> Briefing:
    """The briefing on what is told after the look, which saw what was told before it."""
    then, now = world(before), world(f"{before}\n{after}", copies=copies)
    return told(now, look_of(then), decisions)


def told(now: World, look: Look, decisions: Iterable[Decision] = ()) -> Briefing:
    return brief(
        now.findings(),
        now.claims,
        now.directory,
        documents_of(now),
        kinds=plain_kinds().values(),
        datings=now.datings,
        copies=now.copies,
        look=look,
        decisions=decisions,
    )


def news(before: str, after: str) -> list[tuple[str, list[str]]]:
    """Each changed line with the ways in which it differs."""
    return [(change.line, [each.value for each in change.news]) for change in changes(before, after).changes]


@pytest.mark.parametrize(
    ("before", "after", "ways"),
    [
        (TOLL, "d2 2031-01-07 | killed people 26 @Northland < interior ministry", ["up"]),
        (TOLL, "d2 2031-01-07 | killed people 16 @Northland < interior ministry", ["corrected"]),
        (TOLL, "d2 2031-01-06 | killed people 40 @Northland < doctors' union", ["up", "now disputed"]),
        (TOLL, "d2 2031-01-06 | killed people 18 @Northland as of 2031-01-06 < doctors' union", ["better supported"]),
        (
            "d1 2031-01-06 | killed people 24..99 @Northland < interior ministry",
            "d2 2031-01-06 | killed people 26 @Northland < interior ministry",
            ["told more exactly"],
        ),
        (
            "d1 2031-01-06 | killed people 18 @Northland",
            "d2 2031-01-06 | killed people 18 @Northland < interior ministry",
            ["newly official"],
        ),
        (
            "d1 2031-01-06 | curfew in_force @Northtown < police",
            "d2 2031-01-08 | curfew lifted @Northtown < police",
            ["ended"],
        ),
        (
            "d1 2031-01-06 | curfew in_force @Northtown until 2031-01-08 < police",
            "d2 2031-01-08 | curfew extended @Northtown until 2031-01-12 < police",
            ["extended"],
        ),
        (
            "d1 2031-01-06 | curfew lifted @Northtown < police",
            "d2 2031-01-08 | curfew in_force @Northtown from 2031-01-08 < police",
            ["begun"],
        ),
    ],
)
def test_in_which_way_a_line_differs(before: str, after: str, ways: list[str]) -> None:
    """A count that rises is up; a lower one of the same origin a correction; one more side better support."""
    assert [told for _, told in news(before, after)] == [ways]


def test_what_is_new_is_told_as_what_it_is() -> None:
    """A count, a measure that holds, one that has ended, one that is only denied."""
    told = news(
        TOLL,
        """
        d2 2031-01-07 | injured people 40 @Northland < hospital
        d2 2031-01-07 | curfew in_force @Northtown < police
        d2 2031-01-07 | state_of_emergency lifted @Northland < interior ministry
        d2 2031-01-07 | foreign_deployment in_force @Northland denied < interior ministry
        """,
    )
    assert {line.split(",")[0]: ways for line, ways in told} == {
        "injured": ["new"],
        "curfew": ["begun"],
        "state of emergency": ["ended"],
        "foreign deployment": ["denied"],
    }


def test_each_change_says_what_was_and_what_is_with_its_sentence() -> None:
    """13 were dead at the last look, 18 are now; nothing is said of the missing, who stayed."""
    found = changes(
        """
        d1 2031-01-06 | killed people 13 @Northland < interior ministry
        d1 2031-01-06 | missing people 4 @Northland < interior ministry
        """,
        "d2 2031-01-07 | killed people 18 @Northland < interior ministry",
    )
    (change,) = found.changes
    assert (change.line, change.was, change.now) == (
        "killed, people, Northland",
        "13, stands, single origin",
        "18, updated, single origin",
    )
    assert change.cause is Cause.ARTICLES
    assert change.citations[0].document == "d2"


def test_a_copy_and_a_repeat_are_no_news_and_are_counted() -> None:
    """One article is the first again, one says the same in its own words: the toll is where it was."""
    found = changes(
        TOLL,
        """
        d2 2031-01-06 | killed people 18 @Northland < interior ministry
        d3 2031-01-07 | killed people 18 @Northland < interior ministry
        """,
        copies={"d1": ["d2"], "d2": ["d1"]},
    )
    assert found.changes == ()
    assert found.since is not None
    assert (found.since.articles, found.since.copies, found.since.repeats) == (2, 1, 1)
    assert found.since.told_again == 1


def test_a_line_that_the_news_goes_on_without_is_quiet_and_not_resolved() -> None:
    """The missing were told of until the look; four days of news later nobody has found or counted them again."""
    before = """
        d1 2031-01-06 | missing people 9 @Northland < interior ministry
        d2 2031-01-06 | missing people 9 @Northland < hospital
    """
    later = "d3 2031-01-10 | killed people 2 @Northland < interior ministry"
    ways = dict(news(before, later))
    assert ways["missing, people, Northland"] == [News.QUIET.value]
    assert "missing, people, Northland" not in dict(news(before, later.replace("-10", "-08")))


def test_what_no_article_changed_says_through_what_it_changed() -> None:
    """The same articles, read otherwise; and an analyst who decided."""
    then, now = world(TOLL), world(TOLL.replace("18", "19"))
    decision = Decision(
        id="x-1",
        action="amend",
        target={"document": "d1", "start": 0, "end": 50, "kind": "figure"},
        change={"low": 19},
        reason="seen",
        author="analyst",
        decided_at="2031-01-07T00:00:00Z",
    )
    causes = [told(now, look_of(then), decisions).changes[0].cause for decisions in ((), (decision,))]
    assert causes == [Cause.READING, Cause.DECISIONS]


def test_a_line_that_no_claim_tells_any_more_is_told_with_its_sentence() -> None:
    """It was rejected, or a better reader does not read it: it does not vanish."""
    then, now = world(TOLL), world("d1 2031-01-06 | injured people 4 @Northland < hospital")
    look = look_of(then)
    found = told(now, replace(look, was={}, gone=tuple(look.was.values())))
    lost = found.changes[-1]
    assert (lost.line, lost.news, lost.was) == (
        "killed, people, Northland",
        (News.GONE,),
        "18, stands, single origin",
    )
    assert lost.citations
