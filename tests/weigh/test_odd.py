"""That one misread or odd sentence among many tips no finding."""

from notation import world

from reportedly.model import ClaimRole

RISING = """
    d1 2031-01-04 | killed people 19 @Northland as of 2031-01-04 < police
    d2 2031-01-05 | killed people 33 @Northland as of 2031-01-05 < interior ministry
    d3 2031-01-06 | killed people 38 @Northland as of 2031-01-06 < interior ministry
"""


def current(text: str, metric: str = "killed") -> tuple[object, str]:
    finding = world(text).finding(metric, "people", "Northland")
    return finding.current["low"], finding.agreement.value


def test_a_far_lower_count_of_the_same_side_is_a_part() -> None:
    """The army's five dead, told under the toll of the whole town."""
    told = RISING + "d4 2031-01-07 | killed people 5 @Northland as of 2031-01-07 < police\n"
    assert current(told) == (38, "updated")
    finding = world(told).finding("killed", "people", "Northland")
    assert world(told).amounts(finding, ClaimRole.PART) == ["5"]


def test_a_far_lower_count_of_another_side_is_a_rival_but_not_shown() -> None:
    """A rights group counts five: the ministry kept the books all along, so its count is shown."""
    told = RISING + "d3 2031-01-06 | killed people 5 @Northland as of 2031-01-06 < rights group\n"
    assert current(told) == (38, "disputed")


def test_of_two_counts_of_one_voice_at_one_time_the_one_that_others_bear_out_stands() -> None:
    """ "It puts the dead at 40, the homeless at 10,400", read as two counts of the dead."""
    told = (
        RISING
        + """
        d4 2031-01-07 | killed people 40 @Northland as of 2031-01-07 < interior ministry
        d4 2031-01-07 | killed people 10400 @Northland as of 2031-01-07 < interior ministry
        d4 2031-01-07 | killed people 0 @Northland as of 2031-01-07 < interior ministry
    """
    )
    assert current(told) == (40, "updated")


def test_a_count_far_above_all_that_follows_is_beside_them() -> None:
    """An embassy's 126 nationals brought to safety, read as killed; two articles after it count on from 33."""
    told = RISING + "d5 2031-01-04 | killed people 126 @Northland as of 2031-01-04 < doctors' union\n"
    assert current(told) == (38, "updated")


def test_the_last_word_is_news_however_high() -> None:
    """The quake's toll leaps from 38 to 2,000 overnight."""
    told = RISING + "d5 2031-01-07 | killed people 2000 @Northland as of 2031-01-07 < doctors' union\n"
    assert current(told) == (2000, "updated")


def test_an_articles_own_word_far_beyond_all_others_is_of_something_else() -> None:
    """The dead of an older war, told in the background of the last article."""
    told = RISING + "d5 2031-01-07 | killed people 100000 @Northland as of 2031-01-07\n"
    assert current(told) == (38, "updated")
    told = RISING + "d5 2031-01-07 | killed people 300 @Northland as of 2031-01-07\n"
    assert current(told) == (300, "updated")


def test_an_undated_count_beside_a_dated_one_of_the_same_voice_is_its_past() -> None:
    """ "The ministry lowered its toll to 38 from 44"."""
    told = RISING + "d3 2031-01-06 | killed people 44 @Northland < interior ministry\n"
    assert current(told) == (38, "updated")


def test_a_part_larger_than_every_whole_is_no_part() -> None:
    """126 of Northtown, told when the whole of Northland had 19."""
    told = RISING + "d5 2031-01-04 | killed people 126 @Northtown as of 2031-01-04 < doctors' union\n"
    assert current(told) == (38, "updated")


def test_what_falls_by_itself_is_not_taken_for_a_part() -> None:
    """The missing fall from 41 to 9 as people are found."""
    told = """
        d1 2031-01-04 | missing people 34 @Northland as of 2031-01-04 < interior ministry
        d2 2031-01-05 | missing people 41 @Northland as of 2031-01-05 < interior ministry
        d3 2031-01-07 | missing people 9 @Northland as of 2031-01-07 < police
    """
    assert current(told, "missing") == (9, "updated")


def test_a_count_of_a_part_on_nobodys_word_outgrows_no_whole() -> None:
    """An article's own 12 missing in Northtown against the ministry's nine in the country."""
    told = """
        d1 2031-01-04 | missing people 11 @Northland as of 2031-01-04 < interior ministry
        d2 2031-01-05 | missing people 12 @Northtown as of 2031-01-05
        d3 2031-01-05 | missing people 9 @Northland as of 2031-01-05 < interior ministry
    """
    assert current(told, "missing") == (9, "updated")


def test_two_texts_are_too_few_to_call_a_third_odd() -> None:
    """A single earlier count says nothing against a lower one of another side."""
    told = """
        d1 2031-01-04 | killed people 40 @Northland as of 2031-01-04 < interior ministry
        d2 2031-01-05 | killed people 12 @Northland as of 2031-01-05 < rights group
    """
    assert current(told)[1] == "disputed"


def test_a_voice_that_only_counts_on_of_an_outer_place_counts_the_same() -> None:
    """The agency's 38 of Northtown become 43 "in Northland" after more patients died: the town's toll is 43."""
    told = world("""
        d1 2031-01-06 | killed people 38 @Northtown as of 2031-01-06 < interior ministry
        d2 2031-01-09 | killed people 43 @Northland as of 2031-01-09 < interior ministry
    """)
    assert told.finding("killed", "people", "Northtown").current == {"low": 43, "high": 43}


def test_a_voice_that_counts_town_and_country_of_one_day_counts_them_apart() -> None:
    """The institute has 62 of the province and 66 of the country; its later 70 of the country is none of the province."""
    told = world("""
        d1 2031-01-06 | killed people 62 @Northtown as of 2031-01-06 < interior ministry
        d1 2031-01-06 | killed people 66 @Northland as of 2031-01-06 < interior ministry
        d2 2031-01-09 | killed people 70 @Northland as of 2031-01-09 < interior ministry
    """)
    assert told.finding("killed", "people", "Northtown").current == {"low": 62, "high": 62}
    assert told.finding("killed", "people", "Northland").current == {"low": 70, "high": 70}


def test_nothing_is_not_shown_while_a_part_has_something() -> None:
    """ "Not one of our nationals is hurt", read of everybody in the country, against 104 wounded in its capital."""
    told = world("""
        d1 2031-01-06 | injured people 104 @Northtown as of 2031-01-06 < hospital
        d2 2031-01-07 | injured people 0 @Northland as of 2031-01-07 < eastland embassy
    """)
    assert told.finding("injured", "people", "Northland").current == {"low": 104, "high": None}
