"""Nationals abroad: tables of wordings, each invented."""

import pytest
from telling import found_in, said

from reportedly.claims.safety.find import find_safety
from reportedly.model import Modality

WORDINGS = [
    ("No Koreans were hurt.", "KR unharmed"),
    ("There is no damage to Koreans in Peru.", "KR unharmed"),
    ("Two German tourists were injured.", "DE harmed"),
    ("A Czech woman is among the dead.", "CZ harmed"),
    ("All 14 Japanese are safe.", "JP unharmed"),
    ("Three Britons are missing.", "GB unknown"),
    ("The fate of three Ukrainian sailors is unknown.", "UA unknown"),
    ("An Australian couple escaped unhurt.", "AU unharmed"),
    ("Two Lebanese merchants have died.", "LB harmed"),
    ("Four Chinese workers were kidnapped.", "CN harmed"),
    ("The ministry has no information that citizens of Slovakia are among the injured.", "SK unharmed"),
    ("It had no reports of Singaporeans among the passengers.", "SG unharmed"),
    ("Canada has evacuated 120 of its citizens.", "CA evacuated"),
    ("164 Indians were flown home.", "IN evacuated"),
    ("The Indian embassy advised its citizens to stay indoors.", "IN advice"),
    ("Chile, which lost two of its citizens, sent a plane.", "CL harmed"),
    ("Non-essential British embassy staff were allowed to leave.", "GB authorised_departure"),
    ("Norway's foreign ministry advises against all travel to the region.", "NO advice"),
    ("Twelve of its nationals who had been out of reach were safe, Japan's embassy said.", "JP unharmed"),
]


@pytest.mark.parametrize(("text", "expected"), WORDINGS)
def test_what_is_said_of_nationals(text: str, expected: str) -> None:
    """Named by their country, or as the people of the state that speaks."""
    assert [expected] == said(find_safety, text, "nationality", "status")


NONE = [
    "Two French soldiers were killed.",
    "Japanese rescuers arrived on Friday.",
    "The Chinese foreign minister was hurt by the remark.",
    "Residents were told to stay indoors by the interior ministry.",
    "Italian restaurants are popular here.",
]


@pytest.mark.parametrize("text", NONE)
def test_soldiers_officials_and_residents_are_no_nationals(text: str) -> None:
    """Nor is a thing of a country."""
    assert said(find_safety, text, "nationality", "status") == []


def test_a_bare_number_counts_those_named_before() -> None:
    """None of our compatriots was killed. Two were slightly injured."""
    text = "Three Danes were in the hotel. Two were slightly injured."
    assert said(find_safety, text, "nationality", "status") == ["DK harmed"]


def test_our_citizens_are_those_of_the_state_that_speaks() -> None:
    """The Polish foreign ministry: "Our citizens are safe," it said."""
    text = '"Our citizens are out of danger," the Polish foreign ministry said.'
    assert said(find_safety, text, "nationality", "status") == ["PL unharmed"]


def test_the_people_of_the_place_itself_are_no_nationals() -> None:
    """In a flood in Peru, Peruvians are residents."""
    text = "Floods hit Arequipa and Lima.\nTwo Peruvians and a Dane were killed in Arequipa."
    assert said(find_safety, text, "nationality", "status") == ["DK harmed"]


def test_people_still_to_be_brought_home_are_planned() -> None:
    """58 Indians will be flown home on Tuesday."""
    rows = found_in(find_safety, "58 Indians will be flown home on Tuesday.")
    assert [(found.content.status, found.modality) for found, _, _ in rows] == [("evacuated", Modality.PLANNED)]


CONDITIONS = [
    ("The Foreign Office confirmed that 17 British nationals had been flown out of Lima.", ["GB evacuated"]),
    ("The pair were plucked to safety with 15 other Brits aboard a Spanish jet.", ["GB evacuated"]),
    ("The embassy accompanied a convoy with 34 Germans across the border.", ["DE evacuated"]),
    ("The advice service is telling Aussies to reconsider travelling by sea in Peru.", ["AU advice"]),
    ("The Foreign Office in Berlin has warned against travel to Peru.", ["DE advice"]),
    ("Vienna is still looking for one Austrian woman who was in Lima.", ["AT unknown"]),
    ("An Austrian is still being sought in Lima.", ["AT unknown"]),
    ("The ministry knows of no Dutch casualties.", ["NL unharmed"]),
    ("Two Norwegians are in hospital in Lima.", ["NO harmed"]),
    (
        "Three foreigners are among the dead, a South Korean and two Japanese, the mayor said.",
        ["KR harmed", "JP harmed"],
    ),
    (
        "The 12 Chinese engineers have all been moved to Lima. Among them, 5 people were hurt.",
        ["CN evacuated", "CN harmed"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CONDITIONS)
def test_how_nationals_are_is_told_in_many_ways(text: str, expected: list[str]) -> None:
    """Colloquial names of a people, seats of a ministry, lists, counts that look back."""
    assert expected == said(find_safety, text, "nationality", "status")
