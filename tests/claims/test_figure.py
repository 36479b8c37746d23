"""Figures: metric and population from the verb's arguments, for many wordings of each construction."""

import pytest
from articles import plain

from reportedly.claims.figure.content import Figure
from reportedly.claims.figure.relate import say_figure

FIGURES = {
    # coordination, ellipsis, passives
    "18 police officers were killed and 748 injured.": ["killed security_forces 18", "injured security_forces 748"],
    "The gunmen killed 3 and wounded 12, respectively.": ["killed people 3", "injured people 12"],
    "Some 1,200 homes were destroyed and 300 vehicles damaged.": ["destroyed homes 1080..1320", "damaged vehicles 300"],
    "Police arrested 45 people and later released 12 of them.": ["detained people 45", "released people 12 part"],
    # nominals and light verbs
    "The death toll of 26 was confirmed on Monday.": ["killed people 26"],
    "Arrests topped 3,700 on Thursday.": ["detained people 3701+"],
    "The quake claimed 26 lives.": ["killed people 26"],
    "Ten people, including four children, lost their lives when the ferry sank.": [
        "killed people 10",
        "killed children 4 part",
    ],
    "There were 31 fatalities.": ["killed people 31"],
    "The number of injured climbed to 748.": ["injured people 748"],
    "The bodies of 5 fishermen were found.": ["killed fishermen 5"],
    # headlines
    "26 dead, 700 hurt in bus crash": ["killed people 26", "injured people 700"],
    "18 killed and 748 injured in Lima quake": ["killed people 18", "injured people 748"],
    "One dead in shooting": ["killed people 1"],
    # from-to, corrections
    "The toll was revised down to 41 from 47.": ["killed people 41", "killed people 47"],
    # subsets
    "Among the dead were three children.": ["killed children 3 part"],
    "Twelve of the injured are in a critical condition.": ["injured people 12 part"],
    "The governor, Teófilo Lund, gave new numbers: 40 dead in the region, seven of them women, and dozens of missing.": [
        "killed people 40 < Teófilo Lund",
        "killed women 7 part < Teófilo Lund",
        "missing people 24..99 part < Teófilo Lund",
    ],
    "The governor, Teófilo Lund, gave new numbers: 40 dead in the district, three of them children, and dozens of missing.": [
        "killed people 40 < Teófilo Lund",
        "killed children 3 part < Teófilo Lund",
        "missing people 24..99 part < Teófilo Lund",
    ],
    # zero and negation
    "No deaths were reported.": ["killed people 0"],
    "Four of the miners did not survive.": ["killed miners 4"],
    # feared
    "Up to 40 people are feared dead.": ["killed people 0..40?"],
    # states
    "Seven others remained trapped behind the rockfall.": ["trapped people 7"],
    "Of the 120 passengers, 80 were rescued and 12 are still missing.": ["rescued people 80", "missing people 12"],
    # value again
    "About 5,000 people took to the streets. Police put the number at 1,200.": [
        "participants people 4500..5500",
        "participants people 1200 < Police",
    ],
    # parts by place
    "At least 26 people were killed: 15 in Lima, seven in Cusco and four in Ilo.": [
        "killed people 26+",
        "killed people 15 part",
        "killed people 7 part",
        "killed people 4 part",
    ],
    # movement
    "Hundreds of families fled their homes.": ["displaced families 200..999"],
    "A total of 2,340 have been evacuated from the coast.": ["evacuated people 2340"],
    "Some 300 soldiers were sent to the region.": ["deployed soldiers 270..330"],
    "Rescuers pulled 14 people alive from the rubble.": ["rescued people 14"],
    # other words for the same
    "The police deprived 17 people of their freedom.": ["detained people 17"],
    "In all, 62 persons had been placed under arrest.": ["detained people 62"],
    "Nine students were let go.": ["released students 9"],
    "Forty-one prisoners walked free.": ["released prisoners 41"],
    "29 people are still being looked for.": ["missing people 29"],
    "Twelve fishermen are still missed.": ["missing fishermen 12"],
    "187 people were infected.": ["affected people 187"],
    "AFP put the crowd at 20,000.": ["participants people 20000 < AFP"],
    "Some 2,750 people were brought out of the valley.": ["evacuated people 2475..3025"],
    "Two patients passed away.": ["killed people 2"],
    "The list of missing has shrunk to 12.": ["missing people 12"],
    # where they are
    "Seventeen looters in handcuffs": ["detained protesters 17"],
    "Thirty-three people, then, in two hospitals only.": [],
    "There are 40 doctors in the hospital.": [],
    # what the fighting did
    "Three soldiers paid the supreme price.": ["killed soldiers 3"],
    "Between 110 and 130 homes were burnt down.": ["destroyed homes 110..130"],
}


@pytest.mark.parametrize("text", FIGURES, ids=str)
def test_a_figure_is_read_from_the_grammar(text: str) -> None:
    """What a number counts, whom, and whether it is a part."""
    assert plain(text) == FIGURES[text]


@pytest.mark.parametrize(
    "text",
    [
        "He was sentenced to 26 years and fined 20,000 dollars.",
        "A 34-year-old man died.",
        "The minister will visit three towns.",
        "Two trucks carried 26 tonnes of rice.",
        "The regional council has 26 members.",
        "The match ended 3-1.",
    ],
)
def test_what_is_no_figure_is_not_read(text: str) -> None:
    """Ages, terms, loads, scores and seats are no figures; a lone victim without a number is none either."""
    assert plain(text) == []


def test_each_of_three_speakers_has_his_own_figure() -> None:
    """One headline, three numbers, three speakers."""
    text = "Two dead, say the police; five, says the hospital"
    assert plain(text)[-1] == "killed people 5 < hospital"


@pytest.mark.parametrize(
    ("text", "label", "said"),
    [
        ("26", "protesters", "26 protesters killed"),
        ("dozens", "rioters", "dozens of rioters killed"),
        ("161", "161", "161 killed"),
        ("17", "dead", "17 killed"),
        ("at least six", "least six people", "at least six people killed"),
    ],
)
def test_a_figure_is_said_as_one_phrase(text: str, label: str, said: str) -> None:
    figure = Figure(metric="killed", population="people", label=label, low=26, high=26, text=text, scope="incident")
    assert say_figure(figure) == said
