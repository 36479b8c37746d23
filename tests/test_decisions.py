"""An analyst's corrections: anchored to the text, undone only by another decision, never lost without a word."""

from datetime import date
from typing import Any

import pytest

from reportedly.claims.figure.content import Figure
from reportedly.decisions import about_names, amend, live
from reportedly.model import Claim, Decision, Modality, Span
from reportedly.when import When

ANCHOR = {"document": "d-1", "start": 4, "end": 30, "kind": "figure"}


def claim(id: str = "c-1", *, low: int = 18, span: Span = Span(4, 30)) -> Claim:  # noqa: B008
    """The ministry said that 18 officers were killed."""
    return Claim(
        id=id,
        kind="figure",
        document="d-1",
        span=span,
        quote="18 officers were killed",
        attribution=(),
        modality=Modality.ASSERTED,
        said_on=None,
        as_of=None,
        when=None,
        place=None,
        background=False,
        content=Figure(
            metric="killed",
            population="security_forces",
            label="officers",
            low=low,
            high=low,
            text=str(low),
            scope="cumulative",
        ),
    )


def decide(id: str, action: str, target: dict[str, Any] | None = None, **change: Any) -> Decision:
    """Decisions are made in the order of their ids, one a minute."""
    return Decision(
        id=id,
        action=action,
        target=ANCHOR if target is None else target,
        change=change,
        reason="seen in the original",
        author="analyst",
        decided_at=f"2031-03-06T12:{int(id):02}:00Z",
    )


def undo(id: str, undone: str) -> Decision:
    return decide(id, "undo", {"decision": undone})


@pytest.mark.parametrize(
    ("decisions", "expected"),
    [
        ([], []),
        ([decide("1", "reject"), decide("2", "pin")], ["1", "2"]),
        ([decide("2", "pin"), decide("1", "reject")], ["1", "2"]),
        ([decide("1", "reject"), undo("2", "1")], []),
        ([decide("1", "reject"), undo("2", "1"), undo("3", "2")], ["1"]),
        ([decide("1", "reject"), undo("2", "1"), undo("3", "2"), undo("4", "3")], []),
        ([undo("1", "2"), decide("2", "reject")], ["2"]),
        ([undo("1", "1"), decide("2", "reject")], ["2"]),
        ([undo("1", "9"), decide("2", "reject")], ["2"]),
    ],
)
def test_a_decision_holds_until_a_later_one_undoes_it(decisions: list[Decision], expected: list[str]) -> None:
    """Undone, undone again, undone before it was made, undone by itself."""
    assert expected == [decision.id for decision in live(decisions)]


def test_a_rejected_claim_is_left_out() -> None:
    """The other claim of the document stays."""
    other = claim("c-2", span=Span(40, 50))
    assert (other,) == amend([claim(), other], [decide("1", "reject")]).claims


def test_a_rejection_stays_whatever_is_decided_after_it() -> None:
    """Rejected, then amended by someone else, who did not undo the rejection."""
    amended = amend([claim()], [decide("1", "reject"), decide("2", "amend", low=19)])
    assert (amended.claims, amended.lost) == ((), ())


def test_an_undone_rejection_gives_the_claim_back() -> None:
    """Rejected by mistake."""
    assert (claim(),) == amend([claim()], [decide("1", "reject"), undo("2", "1")]).claims


def test_fields_of_content_and_of_the_claim_are_set() -> None:
    """An analyst knows that it was 19 by the 5th, and that the ministry denied it."""
    change: dict[str, Any] = {"low": 19, "high": None, "as_of": "2031-03-05", "modality": "denied"}
    change |= {"place": [31, 37], "background": True}
    (amended,) = amend([claim()], [decide("1", "amend", **change)]).claims
    assert (amended.content.low, amended.content.high) == (19, None)
    assert (When.on(date(2031, 3, 5)), Modality.DENIED) == (amended.as_of, amended.modality)
    assert (Span(31, 37), True, "c-1") == (amended.place, amended.background, amended.id)


def test_of_two_decisions_the_later_has_the_last_word() -> None:
    """19, then 20; in whichever order they are handed over."""
    decisions = [decide("2", "amend", low=20, high=20), decide("1", "amend", low=19, label="guards")]
    (amended,) = amend([claim()], decisions).claims
    assert (amended.content.low, amended.content.label) == (20, "guards")


def test_a_pin_may_set_nothing() -> None:
    """The analyst checked the claim and found it right."""
    amended = amend([claim()], [decide("1", "pin")])
    assert ((claim(),), ()) == (amended.claims, amended.lost)


def test_of_two_claims_at_one_place_the_id_tells_which() -> None:
    """ "18 and 748 were killed and injured": two figures share the stretch."""
    killed, injured = claim("c-1"), claim("c-2", low=748)
    assert (killed,) == amend([killed, injured], [decide("1", "reject", {**ANCHOR, "id": "c-2"})]).claims
    assert amend([killed, injured], [decide("1", "reject")]).claims == ()


def test_a_decision_whose_anchor_is_gone_is_listed() -> None:
    """Better rules read the claim two characters further left."""
    amended = amend([claim(span=Span(2, 30))], [decide("1", "reject")])
    assert [lost.reason for lost in amended.lost] == ["no figure is read at d-1 4-30 any more"]
    assert (claim(span=Span(2, 30)),) == amended.claims


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"lowest": 3}, "it cannot be applied: a figure has no field 'lowest'"),
        ({"quote": "9 were killed"}, "it cannot be applied: a figure has no field 'quote'"),
        ({"low": "many"}, "it cannot be applied: 'many' is no int"),
        ({"modality": "maybe"}, "it cannot be applied: 'maybe' is not a valid Modality"),
        ({"background": "no"}, "it cannot be applied: 'no' is neither true nor false"),
        ({"place": 7}, "it cannot be applied: reportedly.model.Span() argument after * must be an iterable, not int"),
    ],
)
def test_a_change_that_does_not_fit_is_listed_and_changes_nothing(change: dict[str, Any], reason: str) -> None:
    """No such field, the evidence itself, a word for a number."""
    amended = amend([claim()], [decide("1", "amend", **change)])
    assert ((claim(),), [reason]) == (amended.claims, [lost.reason for lost in amended.lost])


def test_a_target_of_any_shape_is_listed_as_lost() -> None:
    """A decision from outside may target anything."""
    amended = amend([claim()], [decide("1", "reject", {"document": ["d-1"], "start": {}, "kind": None})])
    assert (1, (claim(),)) == (len(amended.lost), amended.claims)


def test_judgements_on_names_go_to_linking() -> None:
    """One joined, one kept apart, one undone; what is about claims stays out."""
    names = {"names": ["Interior Ministry", "the ministry"]}
    decisions = [
        decide("1", "same", names),
        decide("2", "different", names),
        decide("3", "same", names),
        undo("4", "3"),
        decide("5", "reject"),
    ]
    assert [decision.id for decision in about_names(decisions)] == ["1", "2"]
    assert amend([claim()], decisions[:4]).lost == ()
