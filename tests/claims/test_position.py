"""Positions told and taken: tables of wordings, each invented."""

import pytest
from telling import found_in, said

from reportedly.claims.position.find import find_positions

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


MOVED = [
    ('The foreign ministry said it was "deeply concerned" and closed its embassy.', "express_concern foreign ministry"),
    ("The bloc said that it was saddened by the loss of life.", "condole bloc"),
    ("The MFA of Norland called all the sides to restraint.", "appeal MFA of Norland"),
    ("The UN called to return to the talks.", "appeal United Nations"),
    ("The trade bloc gave the junta until Friday to name a date.", "appeal trade bloc"),
    ("The rebels gave the army 48 hours to leave the town.", "appeal rebels"),
    ("The alliance set the generals a deadline of ten days to free the president.", "appeal alliance"),
    ('The Dockers\' Union calls the arrest "a hunt for a scapegoat".', "condemn Dockers' Union"),
    ('The finance ministry called that "sums on a napkin".', "reject finance ministry"),
    ('The prime minister called the deal "historic".', "support prime minister"),
    ('The embassy described the vote as "hardly serious".', "condemn embassy"),
    ('The prime minister called the scene on Friday "heartbreaking".', "condole prime minister"),
    ("The union considered the resignation late.", "condemn union"),
    ("In Geneva warns the World Health Organization that the outbreak is bigger.", "warn World Health Organization"),
    ("Condolences has sent also the Danish prime minister.", "condole Danish prime minister"),
]


@pytest.mark.parametrize(("text", "expected"), MOVED)
def test_a_term_a_quoted_name_and_a_turned_clause_are_stands(text: str, expected: str) -> None:
    """What a body sets, calls or voices, also in the word order of a translation."""
    assert [expected] == said(find_positions, text, "stance", "holder_name")


MOUTHED = [
    ('"Those who sold the tickets will answer for it," the president said.', "warn"),
    ('"Any person who spreads false news will face action under the law," the ministry said.', "warn"),
    ('"They will pay dearly for this," the general said.', "warn"),
    ('"We were deceived by our own agents," the company\'s president said.', "accuse"),
    ('The government had "thrown away four days", the opposition leader said.', "accuse"),
    ('"The ministry lied to us," the mayor said.', "accuse"),
    ('"This government has failed its people," the bishop said.', "accuse"),
    ('"The tap should have been shut on Thursday," the head of the charity said.', "accuse"),
    ('"I have not moved so much as a brick," fumed General Ivo Marek.', "deny"),
    ('The mining chief Ivo Marek said it was "too little, five days too late".', "condemn"),
    ('"My heart goes out to every family," the mayor said.', "condole"),
    ('"Our thoughts are with the victims," the foreign minister said.', "condole"),
    ('"We stand shoulder to shoulder with the people of Norland," the chancellor said.', "support"),
    ("The health agency said it was sending nurses and 6,000 doses of vaccine.", "pledge"),
]


@pytest.mark.parametrize(("text", "stance"), MOUTHED)
def test_charges_threats_and_idioms_are_the_speakers_stand(text: str, stance: str) -> None:
    """Who is charged, threatened or pitied is not the holder."""
    assert [f"{stance} -"] == said(find_positions, text, "stance", "holder_name")


def test_a_pronoun_on_nobodys_word_goes_back_to_the_body_before() -> None:
    """In a release "it" is the ministry of the sentence before."""
    text = "The Health Ministry issued a statement on Monday. It requests the media to refrain from spreading panic."
    assert said(find_positions, text, "stance", "holder_name") == ["request Health Ministry"]


NONE = [
    'The army called the operation "Iron Hand".',
    "The bus company gave the driver a week to rest.",
    '"We have not slept," the mayor said.',
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


@pytest.mark.parametrize(
    "text",
    [
        "A caller to a newspaper in Hyderabad said the bombs had been planted by the Mehran Tigers (MT), an obscure Sindh",
        "The minister, the mayor and the bishop condemned the attack, an outrage",
        "A spokesman blamed the Northern Front, a group",
    ],
)
def test_a_sentence_that_was_cut_off_breaks_no_rule(text: str) -> None:
    """The last word is another name of somebody, and nothing stands behind it."""
    found_in(find_positions, text)
