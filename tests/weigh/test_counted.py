"""When a count was made that is dated by what it counts, and which counts are one under two names of a place."""

from notation import world

from reportedly.model import ClaimRole


def current(text: str, *line: str) -> tuple[object, object, str]:
    finding = world(text).finding(*line)
    return finding.current.get("low"), finding.current.get("high"), finding.agreement.value


TOLL = ("killed", "people", "Northland")


def test_what_one_blow_did_is_counted_when_it_is_told() -> None:
    """ "Sunday's bombings killed 359", says Wednesday's paper; the 290 of Monday are the earlier count."""
    told = """
        d1 2031-01-06 | killed people 290 @Northland as of 2031-01-06 < interior ministry
        d2 2031-01-08 | killed people 359 @Northland incident as of 2031-01-05
    """
    assert current(told, *TOLL) == (359, 359, "updated")


def test_a_total_since_a_night_on_nobodys_word_is_of_the_day_on_which_it_is_told() -> None:
    """ "7,543 have been arrested since Friday night", printed on Monday."""
    told = """
        d1 2031-01-04 | detained people 2839 @Northland as of 2031-01-04 < interior ministry
        d2 2031-01-06 | detained people 7543 @Northland as of 2031-01-03
    """
    assert current(told, "detained", "people", "Northland") == (7543, 7543, "updated")


def test_a_count_of_an_earlier_day_on_somebodys_word_stays_of_that_day() -> None:
    """The doctors say on Sunday that 100 had died by Friday: the ministry's 40 of Saturday is at odds with them."""
    told = """
        d1 2031-01-04 | killed people 40 @Northland as of 2031-01-04 < interior ministry
        d2 2031-01-05 | killed people 100 @Northland as of 2031-01-03 < doctors' union
    """
    assert current(told, *TOLL)[2] == "disputed"


def test_an_old_count_told_again_is_not_moved() -> None:
    """The 13 of the first day, in Sunday's background, stay below Saturday's 18."""
    told = """
        d1 2031-01-04 | killed people 18 @Northland as of 2031-01-04 < interior ministry
        d2 2031-01-05 | killed people 13 @Northland incident as of 2031-01-03
    """
    assert current(told, *TOLL) == (18, 18, "updated")


def test_one_number_under_two_names_of_a_place_is_one_count_and_so_is_what_corrects_it() -> None:
    """ "At least 359 in Northland"; "the ministry lowered the toll from 359 to 253", of its capital."""
    told = """
        d1 2031-01-06 | killed people 290 @Northland as of 2031-01-06 < governor
        d2 2031-01-07 | killed people 359+ @Northland as of 2031-01-07
        d3 2031-01-09 | killed people 359 @Northtown < interior ministry
        d3 2031-01-09 | killed people 253 @Northtown as of 2031-01-08 < interior ministry
    """
    assert current(told, *TOLL) == (253, 253, "updated")


def test_where_one_article_tells_town_and_country_apart_they_are_two_counts() -> None:
    """ "40 in Northtown, 52 in all of Northland"."""
    told = """
        d1 2031-01-06 | killed people 40 @Northland as of 2031-01-06 < interior ministry
        d2 2031-01-07 | killed people 52 @Northland as of 2031-01-07 < interior ministry
        d2 2031-01-07 | killed people 40 @Northtown as of 2031-01-07 < interior ministry
        d3 2031-01-08 | killed people 45 @Northtown as of 2031-01-08 < interior ministry
    """
    assert current(told, *TOLL)[0] == 52


def test_a_small_number_is_no_sign_that_two_places_are_one() -> None:
    """Three dead in the country on the first day, three of its capital's on the next, then two of that."""
    told = """
        d1 2031-01-06 | killed people 3 @Northland as of 2031-01-06 < interior ministry
        d2 2031-01-07 | killed people 3 @Northtown as of 2031-01-07 < police
        d3 2031-01-08 | killed people 2 @Northtown as of 2031-01-08 < police
    """
    assert current(told, *TOLL)[0] == 3


def test_a_toll_of_a_town_on_nobodys_word_outgrows_that_of_the_country() -> None:
    """114 in Northland; "170 have died in Northtown", the next day's article says: no part is larger than the whole."""
    told = """
        d1 2031-01-06 | killed people 114 @Northland as of 2031-01-06 < interior ministry
        d2 2031-01-07 | killed people 170 @Northtown as of 2031-01-07
    """
    assert current(told, *TOLL) == (170, None, "updated")


def test_a_line_that_only_overlapping_parts_tell_of_is_no_less_than_the_largest() -> None:
    """35 foreigners in the capital, eight Britons in the country: nobody counts the country's foreigners."""
    told = """
        d1 2031-01-06 | killed foreigners 35 @Northtown as of 2031-01-06 < police
        d2 2031-01-07 | killed foreigners 8 @Northland of GB as of 2031-01-07
    """
    finding = world(told).finding("killed", "foreigners", "Northland")
    assert (finding.current["low"], finding.current["high"]) == (35, None)
    assert world(told).amounts(finding, ClaimRole.PART) == ["8"]


def test_a_rough_count_on_either_side_of_a_round_number_is_one() -> None:
    """ "Nearly 5,000" on Friday is no lower count than the minister's "more than 5,000", and 6,000 replaces both."""
    told = """
        d1 2031-01-05 | injured people 5001+ @Northland as of 2031-01-05 < interior ministry
        d2 2031-01-07 | injured people 4500..5000 @Northland as of 2031-01-07
        d3 2031-01-09 | injured people 6001+ @Northland as of 2031-01-08
    """
    assert current(told, "injured", "people", "Northland") == (6001, None, "updated")


def test_a_count_far_below_agrees_with_none_because_both_are_open_above() -> None:
    """ "More than 113", officials said; "more than 500", the doctors."""
    told = """
        d1 2031-01-05 | killed people 501+ @Northland as of 2031-01-05 < doctors' union
        d2 2031-01-06 | killed people 114+ @Northland as of 2031-01-06 < interior ministry
    """
    assert current(told, *TOLL)[2] == "disputed"


def test_advice_that_people_are_asked_to_follow_has_been_given() -> None:
    """ "The embassy asks its citizens not to go out" is the advice; that somebody asks for a curfew is none."""
    told = world("""
        d1 2031-01-05 | shelter_advice in_force @Northland demanded < eastland embassy
        d1 2031-01-05 | curfew in_force @Northland demanded < eastland embassy
    """)
    assert [finding.line.get("measure") for finding in told.findings()] == ["shelter_advice"]
