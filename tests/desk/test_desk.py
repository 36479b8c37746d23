"""The whole journey, from files to a briefing and to the sentence behind each of its lines, on small articles."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reportedly.desk import (
    ClaimEvidence,
    DecisionEvidence,
    Desk,
    DocumentEvidence,
    EntityEvidence,
    FindingEvidence,
)
from reportedly.errors import InputError, UnknownIdError
from reportedly.model import Claim, Decision, Finding

SIX, SEVEN, EIGHT = (f"2031-03-0{day}T12:00:00Z" for day in (6, 7, 8))

SIXTH = """What we know about Peru

Published: 6 March 2031

Eighteen police officers were killed in Arequipa, the interior ministry of Peru said on Thursday.

Photo: Someone
"""
SEVENTH = """Toll rises in Peru

Published: 7 March 2031

The interior ministry of Peru said on Friday that 26 police officers were killed in Arequipa.
"""
COPY = SIXTH.replace("Photo: Someone", "Photo: Another")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "articles"
    made.mkdir()
    return made


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Desk.open(tmp_path / "north.desk") as opened:
        yield opened


def give(desk: Desk, folder: Path, at: str, **articles: str) -> None:
    for name, text in articles.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    desk.add([folder], at=at)


def killed(findings: tuple[Finding, ...]) -> list[Finding]:
    lines = [finding for finding in findings if finding.line.get("metric") == "killed"]
    return [finding for finding in lines if finding.line.get("population") == "security_forces"]


def values(findings: tuple[Finding, ...]) -> list[tuple[int, str]]:
    return [(finding.current["low"], finding.agreement.value) for finding in killed(findings)]


def the_claim(desk: Desk, low: int) -> Claim:
    (claim,) = (each for each in desk.books().claims if each.kind == "figure" and each.content.low == low)
    return claim


def decision(id: str, action: str, target: dict[str, object], **change: object) -> Decision:
    return Decision(
        id=id, action=action, target=target, change=change, reason="seen", author="analyst", decided_at=EIGHT
    )


def anchor(claim: Claim) -> dict[str, object]:
    return {"document": claim.document, "start": claim.span.start, "end": claim.span.end, "kind": claim.kind}


def test_a_toll_that_rises_is_updated_and_can_be_asked_as_known_before(desk: Desk, folder: Path) -> None:
    """18 on the 6th, 26 on the 7th."""
    give(desk, folder, SIX, a=SIXTH)
    first = desk.findings()
    give(desk, folder, SEVEN, b=SEVENTH)
    assert values(first) == [(18, "stands")]
    assert values(desk.findings()) == [(26, "updated")]
    assert first == desk.findings(SIX)
    assert desk.findings("2031-03-05T12:00:00Z") == ()


def test_the_briefing_tells_what_changed_since_the_last_visit(desk: Desk, folder: Path) -> None:
    """The duty officer looked on the 6th and looks again on the 7th."""
    give(desk, folder, SIX, a=SIXTH)
    give(desk, folder, SEVEN, b=SEVENTH)
    briefing = desk.briefing(before=SIX)
    assert [row.value for row in briefing.figures if "killed" in row.line] == ["26"]
    assert any("18" in change.was and "26" in change.now for change in briefing.changes)
    assert desk.briefing(before=SEVEN).changes == ()
    assert desk.briefing(known_at=SIX) == desk.briefing(known_at="2031-03-06T18:00:00Z")


def test_what_a_briefing_said_is_put_on_record_where_that_is_asked(desk: Desk, folder: Path) -> None:
    """Looked at without an instant leaves nothing; with one, the ledger can say what was told."""
    give(desk, folder, SIX, a=SIXTH)
    desk.briefing()
    assert list(desk.view().findings()) == []
    desk.briefing(at=SEVEN)
    assert sorted(desk.findings(), key=lambda finding: finding.id) == list(desk.view().findings())
    assert list(desk.view(SIX).findings()) == []


def test_a_claim_is_shown_in_its_paragraph_with_its_voices_and_roles(desk: Desk, folder: Path) -> None:
    """ "26 police officers were killed", on the ministry's word, what stands in the finding."""
    give(desk, folder, SIX, a=SIXTH, b=SEVENTH)
    claim = the_claim(desk, 26)
    evidence = desk.why(claim.id)
    assert isinstance(evidence, ClaimEvidence)
    passage = evidence.passage
    assert SEVENTH.splitlines()[4] == passage.text
    start = claim.span.start - passage.paragraph.start
    assert claim.quote == passage.text[start : start + len(claim.quote)]
    assert len(claim.attribution) == len(evidence.voices)
    assert "current" in [role.role.value for role in evidence.roles]


def test_a_finding_is_shown_with_every_claim_that_was_weighed(desk: Desk, folder: Path) -> None:
    """26 stands, 18 came before it."""
    give(desk, folder, SIX, a=SIXTH, b=SEVENTH)
    (finding,) = killed(desk.findings())
    evidence = desk.why(finding.id)
    assert isinstance(evidence, FindingEvidence)
    weighed = {each.evidence.claim.content.low: each.role.value for each in evidence.claims}
    assert weighed == {18: "earlier", 26: "current"}


def test_a_document_is_shown_with_its_date_its_copies_and_what_was_read(desk: Desk, folder: Path) -> None:
    """Two outlets with one text."""
    give(desk, folder, SIX, a=SIXTH, c=COPY)
    one, other = sorted(desk.view().document_ids())
    evidence = desk.why(one)
    assert isinstance(evidence, DocumentEvidence)
    assert [other] == [copy.id for copy in evidence.copies]
    assert evidence.dating is not None
    assert str(evidence.dating.published) == "2031-03-06"
    assert len(evidence.claims) >= 1


def test_a_name_is_shown_wherever_it_stands(desk: Desk, folder: Path) -> None:
    """The interior ministry, in both articles."""
    give(desk, folder, SIX, a=SIXTH, b=SEVENTH)
    (ministry,) = (entity for entity in desk.names().entities if "nterior" in entity.name)
    evidence = desk.why(ministry.id)
    assert isinstance(evidence, EntityEvidence)
    assert len({passage.document.id for passage in evidence.passages}) == 2
    assert all("nterior ministry" in passage.text for passage in evidence.passages)


def test_an_unknown_id_is_an_error(desk: Desk, folder: Path) -> None:
    """An id of another desk."""
    give(desk, folder, SIX, a=SIXTH)
    with pytest.raises(UnknownIdError):
        desk.why("f-0000000000000000")
    with pytest.raises(UnknownIdError):
        desk.why_not("nowhere.txt", 3)


@pytest.mark.parametrize(
    ("words", "in_body", "reason"),
    [
        ("police officers were", True, "a claim was read here: figure c-"),
        ("Photo: Someone", False, "this is not part of the article"),
        ("What we know", True, "the article's own words, in which no kind of claim was found"),
    ],
)
def test_why_nothing_was_read_at_a_place(desk: Desk, folder: Path, words: str, in_body: bool, reason: str) -> None:
    """In the sentence of the toll, in a credit, in a headline without a claim."""
    give(desk, folder, SIX, a=SIXTH)
    source = next(desk.view().documents()).source
    silence = desk.why_not(source, SIXTH.index(words))
    assert (in_body, True) == (silence.in_body, silence.reason.startswith(reason))
    with pytest.raises(InputError, match=r"no character 99999; give an offset below \d+"):
        desk.why_not(source, 99999)


def test_a_rejected_claim_feeds_nothing_until_that_is_undone(desk: Desk, folder: Path) -> None:
    """The analyst finds that 26 was said of another city; then that it was not."""
    give(desk, folder, SIX, a=SIXTH, b=SEVENTH)
    desk.decide(decision("x-1", "reject", anchor(the_claim(desk, 26))), at=SEVEN)
    assert values(desk.findings()) == [(18, "stands")]
    evidence = desk.why("x-1")
    assert isinstance(evidence, DecisionEvidence)
    assert evidence.lost is None
    desk.decide(decision("x-2", "undo", {"decision": "x-1"}), at=EIGHT)
    assert values(desk.findings()) == [(26, "updated")]
    assert values(desk.findings(SEVEN)) == [(18, "stands")]


def test_a_decision_that_finds_nothing_is_listed(desk: Desk, folder: Path) -> None:
    """Its anchor is no claim's."""
    give(desk, folder, SIX, a=SIXTH)
    desk.decide(decision("x-1", "reject", {"document": "d-1", "start": 0, "end": 3, "kind": "figure"}), at=SEVEN)
    assert [lost.decision.id for lost in desk.books().lost] == ["x-1"]


def test_the_order_in_which_articles_arrive_changes_no_finding(tmp_path: Path, folder: Path) -> None:
    """The later article first, and both at once."""
    found = []
    for name, order in (("one", ["a", "b"]), ("two", ["b", "a"]), ("three", ["ab"])):
        with Desk.open(tmp_path / f"{name}.desk") as desk:
            (folder / "a.txt").write_text(SIXTH, encoding="utf-8")
            (folder / "b.txt").write_text(SEVENTH, encoding="utf-8")
            for names in order:
                desk.add([folder / f"{each}.txt" for each in names], at=SIX)
            found.append(desk.findings())
    assert found[0] == found[1] == found[2]


def test_a_copy_is_no_confirmation(desk: Desk, folder: Path) -> None:
    """The same text in a second outlet: one origin still, in two articles."""
    give(desk, folder, SIX, a=SIXTH)
    (alone,) = killed(desk.findings())
    give(desk, folder, SEVEN, c=COPY)
    (copied,) = killed(desk.findings())
    assert (alone.support, alone.agreement, len(alone.origins)) == (
        copied.support,
        copied.agreement,
        len(copied.origins),
    )


def test_processes_read_what_one_process_reads(tmp_path: Path, folder: Path) -> None:
    """The model is loaded in each; claims, ids and findings are equal."""
    for name, text in {"a": SIXTH, "b": SEVENTH, "c": COPY}.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    found = []
    for workers in (1, 2):
        with Desk.open(tmp_path / f"{workers}.desk") as desk:
            desk.add([folder], at=SIX, workers=workers)
            found.append((desk.books().claims, desk.findings()))
    assert found[0] == found[1]


def test_a_desk_without_a_file_is_gone_when_it_is_closed(folder: Path) -> None:
    """`reportedly brief` without --desk keeps nothing."""
    with Desk.open() as desk:
        give(desk, folder, SIX, a=SIXTH)
        place = desk.ledger.path
        assert place.exists()
    assert not place.parent.exists()
