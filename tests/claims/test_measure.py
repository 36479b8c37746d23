"""Measures in every voice: tables of wordings, each invented."""

from datetime import date

import pytest
from telling import found_in, said

from reportedly.claims.measure.find import find_measures
from reportedly.model import Modality
from reportedly.when import When

WORDINGS = [
    # by name
    ("The mayor imposed a night curfew on the city.", "curfew in_force"),
    ("A curfew was introduced in the capital.", "curfew in_force"),
    ("The curfew is valid until further notice.", "curfew in_force"),
    ("The town was put under curfew.", "curfew in_force"),
    ("There is a curfew in three towns.", "curfew in_force"),
    ("The curfew remains in place.", "curfew in_force"),
    ("Dozens were held for breaking the curfew.", "curfew in_force"),
    ("The governor extended the curfew by a week.", "curfew extended"),
    ("The curfew has been lifted.", "curfew lifted"),
    ("The curfew ended on Monday.", "curfew lifted"),
    ("Parliament declared martial law.", "state_of_emergency in_force"),
    ("A state of siege applies in two provinces.", "state_of_emergency in_force"),
    ("A tsunami warning was issued for the coast.", "warning in_force"),
    ("The navy cancelled the tsunami alert.", "warning lifted"),
    ("Three days of national mourning were declared.", "mourning in_force"),
    ("The two sides agreed a ceasefire.", "ceasefire in_force"),
    ("The truce collapsed within hours.", "ceasefire lifted"),
    ("The army launched a counter-terrorism operation.", "security_operation in_force"),
    ("The search for survivors was called off.", "rescue_operation lifted"),
    ("The union imposed sanctions on four generals.", "sanction in_force"),
    # by what is done
    ("Norland closed its borders.", "border_closure in_force"),
    ("The northern border has been sealed.", "border_closure in_force"),
    ("The border crossing reopened.", "border_closure lifted"),
    ("The borders have been closed to foreigners.", "entry_ban in_force"),
    ("Foreigners were barred from entering the country.", "entry_ban in_force"),
    ("All flights were cancelled.", "flight_suspension in_force"),
    ("The airport remains closed.", "flight_suspension in_force"),
    ("Flights resumed in the morning.", "flight_suspension lifted"),
    ("Mobile internet was cut off.", "communications_shutdown in_force"),
    ("Several websites were inaccessible.", "communications_shutdown in_force"),
    ("Access to the messenger was blocked.", "communications_shutdown in_force"),
    ("The internet has been restored.", "communications_shutdown lifted"),
    ("The president sacked the cabinet.", "government_dismissed in_force"),
    ("The queen accepted the government's resignation.", "government_dismissed in_force"),
    ("Gatherings of more than five people are prohibited.", "assembly_ban in_force"),
    ("All rallies have been banned.", "assembly_ban in_force"),
    ("The government capped the price of bread.", "price_control in_force"),
    ("Police offered a reward of 5,000 dollars for information.", "reward in_force"),
    ("Rescuers are searching for survivors.", "rescue_operation in_force"),
    ("The ministry ordered the evacuation of two villages.", "evacuation_order in_force"),
    ("The ministry grounded the airline's fleet.", "sanction in_force"),
    ("Movement after dark is prohibited.", "curfew in_force"),
    # troops of another state
    ("French troops arrived in Bamako.", "foreign_deployment in_force"),
    ("Peacekeepers have been deployed in the valley.", "foreign_deployment in_force"),
    ("Russia sent paratroopers to Kazakhstan.", "foreign_deployment in_force"),
    # by what people are told
    ("Residents were told to stay indoors.", "shelter_advice in_force"),
    ("The police called on residents to avoid crowds.", "shelter_advice in_force"),
    ("Tourists should not leave their hotels.", "shelter_advice in_force"),
    ("The embassy advises against all travel to the north.", "warning in_force"),
    ("Soldiers have orders to open fire without warning.", "shoot_order in_force"),
    ("Police were allowed to use lethal force.", "shoot_order in_force"),
    ("Families of embassy staff may leave the country.", "authorised_departure in_force"),
    ("The mission authorised the departure of non-essential staff.", "authorised_departure in_force"),
    ("Residents must stay indoors from 9 p.m. to 5 a.m.", "curfew in_force"),
]


@pytest.mark.parametrize(("text", "expected"), WORDINGS)
def test_a_measure_is_found_however_it_is_worded(text: str, expected: str) -> None:
    """Active, passive, nominal, existential, as a state, an order or a piece of advice."""
    assert [expected] == said(find_measures, text, "measure", "status")


OUTLOOKS = [
    ("No curfew was imposed.", "denied", Modality.DENIED),
    ("The authorities have not closed the border.", "denied", Modality.DENIED),
    ("The ministry rejected reports of a curfew.", "denied", Modality.DENIED),
    ("The mayor denied that the airport had been closed.", "denied", Modality.DENIED),
    ("The government plans to impose a curfew.", "announced", Modality.PLANNED),
    ("The government will close the border and cancel all flights.", "announced", Modality.PLANNED),
    ("The alliance decided to send peacekeepers to Mali.", "announced", Modality.PLANNED),
    ("The minister said a curfew may be imposed.", "announced", Modality.POSSIBLE),
    ("He threatened to impose martial law.", "announced", Modality.POSSIBLE),
    ("The curfew will be lifted on Friday.", "in_force", None),
]


@pytest.mark.parametrize(("text", "status", "modality"), OUTLOOKS)
def test_what_is_not_yet_or_not_so_is_told_apart(text: str, status: str, modality: Modality | None) -> None:
    """Ahead, possible, denied; a measure that will be lifted still holds."""
    found, _, _ = found_in(find_measures, text)[0]
    assert (status, modality) == (found.content.status, found.modality)


WISHED = [
    "The opposition called for a curfew.",
    "He asked the alliance to send peacekeepers to Mali.",
    "The villagers demanded the closure of the border.",
    "The neighbours urged the king to declare a state of emergency.",
]


@pytest.mark.parametrize("text", WISHED)
def test_what_is_only_asked_for_is_no_measure(text: str) -> None:
    """A demand for a measure is a position."""
    assert said(find_measures, text, "measure", "status") == []


NO_MEASURE = [
    "The army sent 400 soldiers to the coast.",
    "Norland urged Sudland to avoid violence.",
    "The company closed two shops.",
    "More than 8,000 people have been evacuated.",
    "The firm fired the director.",
    "The police searched the flat of a suspect's brother for money.",
]


@pytest.mark.parametrize("text", NO_MEASURE)
def test_other_closings_sendings_and_urgings_are_no_measure(text: str) -> None:
    """A country's own troops, a firm's shops, an appeal to a state, a count of people."""
    assert [line for line in said(find_measures, text, "measure") if line not in {"school_closure"}] == []


TERMS = [
    ("The curfew applies from 23:00 to 07:00.", "- - 23:00/07:00"),
    ("A state of emergency was introduced on Monday until 19 March.", "2031-03-10 2031-03-19 -"),
    ("The ban on rallies holds until 31 March.", "- 2031-03-31 -"),
    ("The army imposed a state of emergency on Monday, valid until 22 March.", "2031-03-10 2031-03-22 -"),
    ("A ban on rallies was announced on Monday, to last until 30 March.", "2031-03-10 2031-03-30 -"),
    ("A curfew was imposed on Monday, in force through 20 March.", "2031-03-10 2031-03-20 -"),
    ("The president declared three days of mourning from Thursday.", "2031-03-13 2031-03-15 -"),
    ("The state of emergency was extended to 26 March.", "- 2031-03-26 -"),
    ("From Thursday to Saturday a curfew applies.", "2031-03-13 2031-03-15 -"),
    ("The curfew was lifted on Tuesday.", "- 2031-03-11 -"),
]


@pytest.mark.parametrize(("text", "expected"), TERMS)
def test_days_and_hours_are_those_of_the_clause(text: str, expected: str) -> None:
    """Start, end, daily hours; a length is reckoned from a start that is told."""
    assert [expected] == said(find_measures, text, "starts", "ends", "daily")


def test_a_pronoun_goes_back_to_the_measure_named_last() -> None:
    """The town is under curfew. It was extended to 20 March."""
    text = "The town is under curfew. It was extended to 20 March."
    assert said(find_measures, text, "measure", "status", "ends") == ["curfew in_force -", "curfew extended 2031-03-20"]


def test_two_measures_of_a_sentence_have_their_own_evidence() -> None:
    """The president sacked the cabinet and imposed a curfew."""
    quotes = [
        quote for _, quote, _ in found_in(find_measures, "The president sacked the cabinet and imposed a curfew.")
    ]
    assert quotes == ["The president sacked the cabinet", "imposed a curfew"]


def test_the_place_is_the_one_that_the_clause_gives() -> None:
    """A curfew was imposed in Camana, the ministry in Lima said."""
    rows = found_in(find_measures, "A curfew was imposed in Arequipa, the ministry in Lima said.")
    assert [place for _, _, place in rows] == ["Arequipa"]


def test_what_is_done_in_one_day_has_its_day() -> None:
    """On Tuesday the president sacked the cabinet."""
    rows = found_in(find_measures, "On Tuesday the president sacked the cabinet.")
    assert [When.on(date(2031, 3, 11))] == [found.when for found, _, _ in rows]


WHERE = [
    ("Eritrea says Massawa airport will reopen on Monday.", "Massawa"),
    ("The ministry of Chad said that Moundou airport remains closed to all flights.", "Moundou"),
    ("In Harare a minister said that the Fotokol crossing, closed since Friday, would open again.", "Fotokol"),
    ("Kenya says it has closed the Moyale border crossing with Ethiopia.", "Moyale"),
    ("Dushanbe airport, closed to civilian traffic since Wednesday, will open, Tajikistan said.", "Dushanbe"),
    ("Kyrgyzstan closed its border crossing with Tajikistan.", "Kyrgyzstan"),
    ("Sindh mourns. In Karachi 20 were killed. The Sindh government declared three days of mourning.", "Sindh"),
    ("Punjab mourns. A three-day mourning was declared by the government of Punjab.", "Punjab"),
    ("State of emergency: Arequipa and Cusco, until 7 July.", "Arequipa"),
    ("State of public calamity: Ipiales.", "Ipiales"),
]


@pytest.mark.parametrize(("text", "place"), WHERE)
def test_a_measure_is_where_what_is_shut_stands_or_whose_government_takes_it(text: str, place: str) -> None:
    """An airport and a crossing by their names, a province's own mourning, a list behind the measure's name."""
    assert place == found_in(find_measures, text)[0][2]
