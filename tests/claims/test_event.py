"""Events by verb and by noun: tables of wordings, each invented."""

from datetime import date

import pytest
from telling import found_in, said

from reportedly.claims.event import find_events
from reportedly.when import When

WORDINGS = [
    ("Protesters clashed with police.", "ASSAULT Protesters police"),
    ("Soldiers opened fire at protesters.", "ASSAULT Soldiers protesters"),
    ("Protesters set fire to the town hall.", "ASSAULT Protesters town hall"),
    ("Police arrested 40 demonstrators.", "COERCE Police demonstrators"),
    ("Forty demonstrators were arrested by police.", "COERCE police demonstrators"),
    ("The army suppressed the protests.", "COERCE army protests"),
    ("The airport was occupied by demonstrators.", "COERCE demonstrators airport"),
    ("Protests broke out in the north.", "PROTEST - -"),
    ("The unrest spread to other towns.", "PROTEST - -"),
    ("Thousands marched through the streets.", "PROTEST Thousands -"),
    ("A strong earthquake struck the coast.", "EQ - -"),
    ("Floods destroyed two bridges.", "FL - -"),
    ("The river burst its banks.", "FL - -"),
    ("Typhoon Melor hit the islands.", "TC - -"),
    ("A landslide buried three houses.", "LS - -"),
    ("A ferry capsized off the coast.", "AC - -"),
    ("The train left the rails.", "AC - -"),
    ("A bomb exploded at the market.", "ASSAULT - -"),
    ("The minister resigned.", "CONCEDE minister -"),
]


@pytest.mark.parametrize(("text", "expected"), WORDINGS)
def test_an_event_has_its_type_and_parties(text: str, expected: str) -> None:
    """What people do by PLOVER's types, hazards by GLIDE's codes."""
    assert [expected] == said(find_events, text, "event", "actor_name", "recipient_name")


NONE = [
    "No protests broke out.",
    "The mayor called for a march.",
    "The report denied that soldiers had opened fire.",
    "Anti-riot police wore helmets.",
    "The bank lifted its forecast.",
]


@pytest.mark.parametrize("text", NONE)
def test_what_did_not_happen_is_no_event(text: str) -> None:
    """Denied, asked for, or only a word that stands by."""
    assert said(find_events, text, "event") == []


def test_place_and_day_are_those_of_the_clause() -> None:
    """On Tuesday protests broke out in Arequipa, the ministry in Lima said on Wednesday."""
    rows = found_in(find_events, "On Tuesday protests broke out in Arequipa, the ministry in Lima said.")
    assert [("Arequipa", When.on(date(2031, 3, 11)))] == [(place, found.when) for found, _, place in rows]


def test_two_attacks_of_a_sentence_are_two_events() -> None:
    """Police killed the men who had attacked the station."""
    rows = said(find_events, "Police killed the men who had attacked the station.", "event", "actor_name")
    assert rows == ["ASSAULT Police", "ASSAULT men"]


def test_an_event_of_another_age_is_background() -> None:
    """An earthquake struck the same town in 1991."""
    rows = found_in(find_events, "An earthquake struck the same town in 1991.")
    assert [found.background for found, _, _ in rows] == [True]
