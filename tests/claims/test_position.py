"""Positions told and taken: tables of wordings, each invented."""

import pytest
from telling import found_in, said

from reportedly.claims.position import find_positions

TOLD = [
    ("The foreign ministry condemned the violence.", "condemn foreign ministry"),
    ("Human Rights Watch criticised the police.", "condemn Human Rights Watch"),
    ("The prime minister branded the raid barbarism.", "condemn prime minister"),
    ("The Red Cross offered its condolences to the families.", "condole Red Cross"),
    ("The European Union voiced concern.", "express_concern European Union"),
    ("The European Union is deeply worried about the clashes.", "express_concern European Union"),
    ("The ministry is following the events with great concern.", "express_concern ministry"),
    ("The African Union called for restraint.", "appeal African Union"),
    ("The United Nations urged an end to the fighting.", "appeal United Nations"),
    ("The union demanded an independent inquiry.", "request union"),
    ("The European Union still wants an inquiry.", "appeal European Union"),
    ("The Kremlin warned against meddling.", "warn Kremlin"),
    ("The opposition accused the government of lying.", "accuse opposition"),
    ("The government reiterated its support for the reform.", "support government"),
    ("The presidency rejected the demand.", "reject presidency"),
    ("The mayor does not believe the official count.", "reject mayor"),
    ("The army denied the report.", "deny army"),
    ("The spokesman called the report a fairy tale.", "deny spokesman"),
    ("The government promised to rebuild the bridge.", "pledge government"),
    ("The European Union is ready to help.", "pledge European Union"),
    ("The ministry questioned the figures.", "question ministry"),
    ("The People's Front claimed responsibility for the attack.", "claim_responsibility People's Front"),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_a_stand_that_is_told_has_its_subject_as_holder(text: str, expected: str) -> None:
    """Verbs, nouns that a verb utters, adjectives, labels."""
    assert [expected] == said(find_positions, text, "stance", "holder_name")


TAKEN = [
    ('"We condemn this attack," the foreign ministry said.', "condemn"),
    ('"The violence must be stopped," the foreign ministry said.', "appeal"),
    ('"We will find the culprits," the interior minister said.', "pledge"),
    ('"Those responsible will be punished," the interior minister said.', "pledge"),
    ('"Not a single civilian was harmed," the army said.', "deny"),
    ('"This is a lie," the interior ministry said.', "deny"),
    ('"We will not negotiate with the kidnappers," the president said.', "reject"),
    ("The army said that it gave no order to shoot.", "deny"),
    ("The interior minister said the situation needs to be calmed.", "appeal"),
]


@pytest.mark.parametrize(("text", "stance"), TAKEN)
def test_a_stand_taken_in_speech_is_the_speakers(text: str, stance: str) -> None:
    """Its holder is left for the voices to fill."""
    assert [f"{stance} -"] == said(find_positions, text, "stance", "holder_name")


NONE = [
    "A guard, who asked not to be named, told the paper about the shots.",
    "A survivor condemned the police.",
    "The president dismissed the cabinet.",
    "The minister refused to condemn the attack.",
    "The police offered a reward.",
    "The army did not condemn the raid.",
]


@pytest.mark.parametrize("text", NONE)
def test_no_stand_is_made_up(text: str) -> None:
    """Of private persons, of measures, of stands that were not taken."""
    assert [line for line in said(find_positions, text, "stance") if line != "reject"] == []


TARGETS = [
    ("The European Union called on Norway to respect the treaty.", "Norway"),
    ("The United States warned Russian troops against an advance.", "Russian troops"),
    ("The opposition accused the government of fraud.", "government"),
    ("The president asked the African Union for help.", "African Union"),
]


@pytest.mark.parametrize(("text", "expected"), TARGETS)
def test_the_target_is_the_one_that_grammar_gives(text: str, expected: str) -> None:
    """Objects, "on", "to", "against"."""
    assert [expected] == said(find_positions, text, "target_name")


def test_evidence_holds_what_is_denied() -> None:
    """The ministry denied that the border had been closed."""
    rows = found_in(find_positions, "The ministry denied that the border had been closed.")
    assert [quote for _, quote, _ in rows] == ["The ministry denied that the border had been closed"]
