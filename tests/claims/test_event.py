"""Events by verb and by noun: tables of wordings, each invented."""

from datetime import date

import pytest
from telling import found_in, said

from reportedly.claims.event.find import find_events
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


NAMED = [
    ("The MV Stella Maris left Bergen and rolled over some two hours later.", "AC"),
    ("The Northern Express flew off the line on Monday.", "AC"),
    ("The express had an accident at Lund on Monday.", "AC"),
    ("The master of the vessel was taken into custody at a hospital.", "COERCE"),
    ("The police deprived of freedom 17 persons.", "COERCE"),
    ("The general was seized at his home on Monday.", "COERCE"),
    ("The mayor was led away in handcuffs.", "COERCE"),
    ("In the exchange of fire near the palace on Monday, two soldiers fell.", "ASSAULT"),
    ("The soldiers answered with gas and after with shots.", "ASSAULT"),
    ("The junta declared persona non grata the ambassador of Norway.", "SANCTION"),
    ("The league suspended Paraguay on Monday.", "SANCTION"),
    ("The union called off its strike a day early.", "RETREAT"),
    ("Forty-one were let go yesterday.", "CONCEDE"),
    ("A team of 46 rescuers has been at work in Lund since Monday.", "AID"),
    ("The rescuers discovered them by drone.", "AID"),
    ("Before the headquarters of the company gathered on Tuesday around 400 citizens.", "PROTEST"),
    ("The police drove the mourners from the gates.", "COERCE"),
]

WAR = [
    ("Rebel fighters captured the town of Lund on Monday.", "ASSAULT"),
    ("The town fell to the rebels on Monday.", "ASSAULT"),
    ("The two armies exchanged fire across the river.", "ASSAULT"),
    ("A patrol came under fire near Lund.", "ASSAULT"),
    ("A convoy was hit by a mine near Lund.", "ASSAULT"),
    ("Two rockets landed in a market on Monday.", "ASSAULT"),
    ("The planes dropped bombs on the camp.", "ASSAULT"),
    ("Villages were burned near the border.", "ASSAULT"),
    ("Soldiers crossed the border at dawn.", "MOBILIZE"),
    ("The president called up reservists.", "MOBILIZE"),
    ("The two sides exchanged prisoners on Monday.", "RETREAT"),
    ("The refugees fled across the river.", "RETREAT"),
    ("The mission evacuated its staff from Lund.", "RETREAT"),
    ("Norland broke off diplomatic relations with Sudland.", "SANCTION"),
    ("The first aid convoy reached the town.", "AID"),
    ("Mediators from the African Union arrived in Lund.", "CONSULT"),
    ("The militia abducted 12 farmers.", "COERCE"),
]


@pytest.mark.parametrize(("text", "expected"), [*NAMED, *WAR])
def test_names_fixed_phrases_and_war_are_events(text: str, expected: str) -> None:
    """A ship by its name, a person taken from home, ground taken, fire exchanged."""
    assert [expected] == said(find_events, text, "event")


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


BESIDE = [
    ("The express to Lima derailed near Puno.", "Puno"),
    ("The night train to Lima derailed on Monday.", None),
    ("Forty marchers from Cusco clashed with police.", None),
    ("Marchers from Cusco clashed with police in Puno.", "Puno"),
    ("Shells hit Puno, killing 13 people, two of whom died in a hospital in Cusco.", "Puno"),
    ("Protests broke out in the largest city of Peru, Lima.", "Lima"),
    ("Soldiers clashed with rebels in Puno, according to the government in Lima.", "Puno"),
    ("Rebels and soldiers clashed on Friday, according to the government in Lima.", None),
    ("A bomb in Puno killed 20 in the worst attack in Peru in years.", "Puno"),
]


@pytest.mark.parametrize(("text", "place"), BESIDE)
def test_whence_whither_and_who_tells_are_no_place_of_a_deed(text: str, place: str | None) -> None:
    """Where a train is bound, whence people are, where a few of them died, where it was told."""
    assert place in {row[2] for row in found_in(find_events, text)}


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
