"""What an analyst decides on a real desk: what it changes at once, what cannot be decided, what becomes of it later."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from reportedly.brief import Cause, News, briefing_as_data
from reportedly.desk import LAST, Desk, as_tests, decided, decision_of
from reportedly.errors import DecisionError, UnknownIdError
from reportedly.model import Claim, Decision
from reportedly.weigh import Rules

SIX, SEVEN, EIGHT = (f"2031-03-0{day}T12:00:00Z" for day in (6, 7, 8))

DAM = """Dam burst in northern Albania kills 14

Published: 6 March 2031

A dam burst above the Albanian town of Puke on Thursday, killing at least 14 people, the interior ministry said. Nearly 40
were hurt, according to the mayor of Puke, Arben Doda.

Prime Minister Ilir Kodra promised help on Thursday. Doda said that the bridge had been closed.
"""
LATER = """Albania mourns after dam burst

Published: 7 March 2031

Nineteen people were killed when a dam burst in northern Albania, the interior ministry said on Friday. I. Kodra, the prime
minister, visited Puke.
"""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text(DAM, encoding="utf-8")
    (folder / "b.txt").write_text(LATER, encoding="utf-8")
    with Desk.open(tmp_path / "north.desk") as opened:
        opened.add([folder], at=SIX)
        yield opened


def ask(desk: Desk, action: str, *targets: str, at: str = SEVEN, reason: str = "seen", **changes: Any) -> Decision:
    return decision_of(action, targets, changes, reason=reason, author="nora", decided_at=at, books=desk.books())


def decide(desk: Desk, action: str, *targets: str, at: str = SEVEN, **changes: Any) -> Decision:
    made = ask(desk, action, *targets, at=at, **changes)
    desk.decide(made, at=at)
    return made


def the_claim(desk: Desk, metric: str, low: int) -> Claim:
    figures = (claim for claim in desk.books().claims if claim.kind == "figure")
    return next(claim for claim in figures if (claim.content.metric, claim.content.low) == (metric, low))


def toll(desk: Desk, known_at: str | None = None) -> list[int]:
    findings = desk.findings(known_at)
    return [
        f.current["low"] for f in findings if (f.line.get("metric"), f.line.get("population")) == ("killed", "people")
    ]


def test_what_a_decision_changes_is_told_at_once(desk: Desk) -> None:
    """19 was a misprint for 17: the toll falls, through a decision and no article."""
    made = ask(desk, "amend", the_claim(desk, "killed", 19).id, low=17, high=17)
    briefing = desk.decide_and_tell(made, at=SEVEN)
    assert [(News.CORRECTED in change.news, change.cause) for change in briefing.changes if change.kind == "figure"]
    assert {change.cause for change in briefing.changes} == {Cause.DECISIONS}
    assert 17 in toll(desk)
    assert 19 in toll(desk, SIX)
    assert [judgement.decision for judgement in briefing.decisions] == [made.id]


def test_a_decision_and_its_undoing_leave_nothing(desk: Desk) -> None:
    """Rejected on the 7th, taken back on the 8th: the findings are those of before."""
    before = desk.findings()
    made = decide(desk, "reject", the_claim(desk, "killed", 19).id)
    assert desk.findings() != before
    decide(desk, "undo", made.id[:6], at=EIGHT)
    assert desk.findings() == before
    assert [(each.is_in_force, bool(each.undone_by)) for each in decided(desk.books())] == [
        (False, True),
        (True, False),
    ]


def test_speaker_and_place_are_given_by_name(desk: Desk) -> None:
    """It was the mayor who counted the dead, of his town."""
    claim = the_claim(desk, "killed", 14)
    decide(desk, "amend", claim.id, speaker="Arben Doda", place="Puke")
    after = desk.books().claims_by_id[claim.id]
    assert [voice.name for voice in after.attribution] == ["Arben Doda"]
    place = desk.books().directory.entity_of(after.document, after.place)
    assert place is not None
    assert place.name in ("Puke", "Pukë")
    (told,) = decided(desk.books())
    assert dict(told.settings) == {"speaker": "Arben Doda", "place": "Puke"}


def test_a_speaker_can_be_taken_away(desk: Desk) -> None:
    """Nobody said so: the article's own word."""
    claim = next(c for c in desk.books().claims if c.kind == "figure" and c.attribution)
    decide(desk, "amend", claim.id, speaker=None)
    assert desk.books().claims_by_id[claim.id].attribution == ()


@pytest.mark.parametrize(
    ("action", "targets", "changes", "problem"),
    [
        ("amend", ["CLAIM"], {"lo": 3}, "what can be set: metric"),
        ("amend", ["CLAIM"], {"low": "many"}, "is no int"),
        ("amend", ["CLAIM"], {"as_of": "Friday"}, "Friday"),
        ("amend", ["CLAIM"], {}, "sets nothing"),
        ("amend", ["CLAIM"], {"place": "Atlantis"}, "names nobody and nothing 'Atlantis'; it names: "),
        ("reject", ["CLAIM"], {"low": 3}, "sets no field"),
        ("same", ["Arben Doda"], {}, "two names"),
        ("same", ["Arben Doda", "Doda"], {}, "one already"),
        ("same", ["Arben Doda", "Puke"], {}, "read as a"),
        ("different", ["Arben Doda", "Ilir Kodra"], {}, "two already"),
        ("split", ["Arben Doda", "Dodo"], {}, "its spellings: "),
        ("undo", ["x-0"], {}, "decisions"),
        ("reject", ["c-none"], {}, "no claim has that id"),
    ],
)
def test_what_cannot_be_decided_says_why_and_what_can(
    desk: Desk, action: str, targets: list[str], changes: dict[str, Any], problem: str
) -> None:
    """A field that is none, a value of another type, a name that the article does not have, what is so already."""
    named = [the_claim(desk, "killed", 19).id if target == "CLAIM" else target for target in targets]
    with pytest.raises((DecisionError, UnknownIdError), match=problem):
        ask(desk, action, *named, **changes)
    with pytest.raises(DecisionError, match="reason"):
        ask(desk, action, *named, reason=" ", **changes)


def test_names_are_joined_and_parted_for_good(desk: Desk) -> None:
    """The mayor and the prime minister are one and are not: whatever the rules hold of their names."""
    decide(desk, "same", "Arben Doda", "Ilir Kodra")
    joined = [e for e in desk.names().entities if "Ilir Kodra" in (e.name, *e.aliases)]
    assert len(joined) == 1
    assert "Arben Doda" in (joined[0].name, *joined[0].aliases)
    assert any("nora decided so" in sentence for sentence in joined[0].because)
    decide(desk, "different", "Arben Doda", "Ilir Kodra", at=EIGHT)
    apart = [e for e in desk.names().entities if {"Ilir Kodra", "Arben Doda"} & {e.name, *e.aliases}]
    assert len(apart) == 2


def test_a_spelling_leaves_a_name(desk: Desk) -> None:
    """ "I. Kodra" is the prime minister's brother."""
    (one,) = (e for e in desk.names().entities if "Ilir Kodra" in (e.name, *e.aliases))
    leaving = next(spelling for spelling in (one.name, *one.aliases) if spelling.startswith("I. "))
    decide(desk, "split", "Ilir Kodra", leaving)
    homes = [e for e in desk.names().entities if {"Ilir Kodra", leaving} & {e.name, *e.aliases}]
    assert len(homes) == 2


def test_a_decision_whose_anchor_is_gone_is_listed_and_not_dropped(desk: Desk) -> None:
    """A better reader reads no figure there any more, and nobody of that name."""
    anchor = {"document": desk.books().claims[0].document, "start": 0, "end": 3, "kind": "figure"}
    for number, (action, target) in enumerate([("reject", anchor), ("same", {"names": ["A. Nobody", "Ilir Kodra"]})]):
        lost = Decision(
            id=f"x-{number}", action=action, target=target, reason="seen", author="nora", decided_at=SEVEN, change={}
        )
        desk.decide(lost, at=SEVEN)
    reasons = [each.lost or "" for each in decided(desk.books())]
    assert "no figure is read at" in reasons[0]
    assert "'A. Nobody'" in reasons[1]
    assert [bool(judgement.lost) for judgement in desk.briefing().decisions] == [True, True]


def test_a_decision_is_known_from_its_own_hour_on(desk: Desk) -> None:
    """Asked as of the 6th, nothing was decided yet."""
    decide(desk, "reject", the_claim(desk, "killed", 19).id)
    assert list(decided(desk.books(SIX))) == []
    assert desk.briefing(known_at=SIX).decisions == ()


def test_a_decision_is_a_case_for_the_reader(desk: Desk) -> None:
    """The paragraph with what is to be read in it: TOML, as the banks of wordings have it."""
    decide(desk, "amend", the_claim(desk, "killed", 19).id, low=17, high=17)
    (case,) = tomllib.loads(as_tests(desk.books()))["case"]
    assert case["text"].startswith("Nineteen people were killed")
    assert case["published"] == "2031-03-07"
    assert any(line.startswith("killed people 17") for line in case["expect"])


def test_a_story_has_its_own_briefing(desk: Desk, tmp_path: Path) -> None:
    """A train in another country and year: two stories, and neither's toll in the other's briefing."""
    other = tmp_path / "train.txt"
    other.write_text(
        "Train crash in Peru\n\nPublished: 3 May 2029\n\n"
        "A train left the rails in Arequipa in Peru on Thursday, killing 31 people, Peru's interior ministry said.\n",
        encoding="utf-8",
    )
    desk.add([other], at=EIGHT)
    dam, train = desk.stories()
    assert (len(dam.documents), len(train.documents)) == (2, 1)
    assert "Albania" in dam.name
    assert train.name == "Peru, May 2029"
    values = {row.value for row in desk.briefing(story=train.id).figures}
    assert "31" in values
    assert len(desk.briefing(story=train.id).articles) == 1
    assert not any("Peru" in row.line for row in desk.briefing(story=dam.id).figures)
    assert "31" in {row.value for row in desk.briefing().figures}, "a second crisis has headlines of its own"
    with pytest.raises(UnknownIdError, match="stories"):
        desk.briefing(story="s-none")


def test_an_hour_is_the_same_whenever_it_is_asked_for(desk: Desk, tmp_path: Path) -> None:
    """Asked on the 6th; and again after a late article, a decision, a briefing and another crisis: bit by bit the same."""
    before = briefing_as_data(desk.briefing(known_at=SIX))
    names, stories = desk.names(SIX), desk.stories(SIX)
    more = tmp_path / "more"
    more.mkdir()
    (more / "late.txt").write_text(DAM.replace("14", "12").replace("40", "30"), encoding="utf-8")
    (more / "coup.txt").write_text(
        "Soldiers seized power in Conakry in Guinea on Friday, killing 3.\n", encoding="utf-8"
    )
    desk.add([more], at=SEVEN)
    decide(desk, "reject", the_claim(desk, "killed", 19).id, at=EIGHT)
    desk.briefing(at=EIGHT)
    assert briefing_as_data(desk.briefing(known_at=SIX)) == before
    assert (desk.names(SIX), desk.stories(SIX)) == (names, stories)
    assert briefing_as_data(desk.briefing(known_at="2031-03-09T00:00:00Z")) == briefing_as_data(desk.briefing())


def test_who_is_shown_one_story_or_one_side_has_not_looked_at_the_desk(desk: Desk, tmp_path: Path) -> None:
    """What came in the other story is still news at the next briefing."""
    (story,) = desk.stories()
    desk.briefing(story=story.id, at=SEVEN)
    desk.briefing(rules=Rules("range"), at=SEVEN)
    assert desk.view().last_look() is None
    desk.briefing(at=SEVEN)
    other = tmp_path / "coup.txt"
    other.write_text(
        "Coup in Guinea\n\nPublished: 7 March 2031\n\nSoldiers killed 3 people in Conakry in Guinea.\n",
        encoding="utf-8",
    )
    desk.add([other], at=SEVEN)
    desk.briefing(story=story.id, before=LAST, at=EIGHT)
    since = desk.briefing(before=LAST).since
    assert since is not None
    assert since.articles == 1


def test_another_party_is_set_with_its_name(desk: Desk) -> None:
    """The stand is the mayor's: the span and the name that is exported are his."""
    document = the_claim(desk, "killed", 14).document
    told = (claim for claim in desk.books().claims if claim.document == document)
    claim = next(claim for claim in told if claim.kind in ("position", "event"))
    party = "holder" if claim.kind == "position" else "actor"
    decide(desk, "amend", claim.id, **{party: "Arben Doda"})
    content = desk.books().claims_by_id[claim.id].content
    assert getattr(content, f"{party}_name") == "Arben Doda"
    entity = desk.names().entity_of(claim.document, getattr(content, party))
    assert entity is not None
    assert entity.name == "Arben Doda"
