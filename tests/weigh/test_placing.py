"""Where a count holds whose own words do not say it, and which counts of an incident are counts of the toll."""

import pytest
from notation import plain, world

TOLL = ("killed", "people", "Hilltown")
MARKET = """
    d1 2031-01-06 | killed people 39 @Hilltown as of 2031-01-06 < interior ministry
    d2 2031-01-07 | killed people 43 @Hilltown as of 2031-01-07 < interior ministry
"""


def current(text: str, *line: str) -> object:
    return world(text).finding(*line).current.get("low")


def test_the_next_count_of_a_town_is_not_that_of_the_dateline() -> None:
    """SOUTHPORT: "... 44 had died, the ministry said", after an article on the market of Hilltown."""
    told = f"""{MARKET}
        d3 2031-01-08 | killed people 44 @@Southport as of 2031-01-08 < interior ministry
        d3 2031-01-08 | curfew in_force @Hilltown
    """
    assert current(told, *TOLL) == 44
    assert "Told of Southport, counted here: 44." in world(told).finding(*TOLL).note


def test_the_same_count_is_of_the_town_of_which_others_tell_it() -> None:
    told = f"""{MARKET}
        d3 2031-01-08 | killed people 43 @@Southport as of 2031-01-08 < governor
        d3 2031-01-08 | curfew in_force @Hilltown
    """
    assert not any("Southport" in line for line in plain(world(told).findings()))
    assert current(told, *TOLL) == 43


def test_the_same_count_is_of_the_town_though_an_article_tells_it_of_all_the_land() -> None:
    """ "Northland mourns", far above "43 had died", where two articles count Hilltown's 43."""
    told = f"""{MARKET}
        d3 2031-01-08 | killed people 43 @@Northland as of 2031-01-08 < governor
        d3 2031-01-08 | curfew in_force @Hilltown
    """
    assert "Told of Northland, counted here: 43." in world(told).finding(*TOLL).note


@pytest.mark.parametrize(
    ("counted", "named"),
    [
        ("killed people 44 @Southport", "@Hilltown"),  # its own sentence names the place
        ("killed people 44 @@Southport", "@Southport"),  # the article does not name the other town
        ("killed people 90 @@Southport", "@Hilltown"),  # far above: of something else
        ("killed people 7 @@Southport", "@Hilltown"),  # so small a number proves nothing
        ("injured people 44 @@Southport", "@Hilltown"),
    ],
)
def test_a_count_stays_where_it_is_told(counted: str, named: str) -> None:
    told = f"""{MARKET}
        d3 2031-01-08 | {counted} as of 2031-01-08 < interior ministry
        d3 2031-01-08 | curfew in_force {named}
    """
    assert current(told, *TOLL) == 43


def test_a_count_that_two_other_towns_could_hold_stays_where_it_is_told() -> None:
    told = f"""{MARKET}
        d1 2031-01-06 | killed people 42 @Northtown as of 2031-01-06 < interior ministry
        d3 2031-01-08 | killed people 44 @@Southport as of 2031-01-08 < interior ministry
        d3 2031-01-08 | curfew in_force @Hilltown
        d3 2031-01-08 | curfew in_force @Northtown
    """
    assert current(told, *TOLL) == 43


def test_what_an_incident_did_is_most_of_the_toll_that_it_corrects() -> None:
    """ "At least 359 dead in the crisis"; "the ministry put the dead of Sunday's blasts at 253"."""
    told = """
        d1 2031-01-06 | killed people 359 @Northland as of 2031-01-06 < interior ministry
        d2 2031-01-08 | killed people 253 @Northland incident as of 2031-01-08 < interior ministry
    """
    assert current(told, "killed", "people", "Northland") == 253


def test_a_small_incident_is_a_part_of_the_toll() -> None:
    told = """
        d1 2031-01-06 | killed people 359 @Northland as of 2031-01-06 < interior ministry
        d2 2031-01-08 | killed people 20 @Northland incident as of 2031-01-08 < interior ministry
    """
    assert current(told, "killed", "people", "Northland") == 359


def test_a_rival_report_of_days_ago_does_not_keep_a_look_back_at_its_day() -> None:
    """A Russian agency's 31 of the first day; the ministry counts 26 on the third; "the bombs killed 27", a paper's last word."""
    told = """
        d1 2031-01-06 | killed people 31 @Northland as of 2031-01-06 < doctors' union
        d2 2031-01-07 | killed people 26 @Northland as of 2031-01-07 < interior ministry
        d3 2031-01-08 | killed people 27 @Northland incident as of 2031-01-05
    """
    assert current(told, "killed", "people", "Northland") == 27
