"""What is found of a line, from claims in plain notation."""

import pytest
from notation import plain, world

from reportedly.model import ClaimRole, Finding, Support
from reportedly.when import parse_when


def state(finding: Finding) -> tuple[str, str]:
    return finding.agreement.value, finding.support.value


def test_thirteen_gives_way_to_eighteen() -> None:
    """State television said that 13 officers had died; the ministry, of the same day but later, says 18."""
    told = world("""
        d1 2031-01-06 | killed police 13 @Northland as of 2031-01-06 < state television
        d2 2031-01-08 | killed police 18 @Northland as of 2031-01-06 < interior ministry
        d3 2031-01-07 | killed police 18+ @Northland as of 2031-01-07 < police
    """)
    finding = told.finding("killed", "police", "Northland")
    assert finding.current == {"low": 18, "high": 18}
    assert state(finding) == ("updated", "one_sided")
    assert told.roles(finding) == ["current 18", "agrees 18+", "earlier 13"]
    assert finding.as_of == parse_when("2031-01-07")
    assert finding.note == ("18: 2 articles, 2 origins on one side: interior ministry (1), police (1). Before it: 13.")


def test_a_closer_count_refines_and_keeps_the_support_of_the_vaguer() -> None:
    """Police spoke of dozens of dead rioters, a rights group counts 26."""
    told = world("""
        d1 2031-01-06 | killed protesters 24..99 @Northland < police
        d2 2031-01-07 | killed protesters 26 @Northland < rights group
    """)
    finding = told.finding("killed", "protesters", "Northland")
    assert finding.current == {"low": 26, "high": 26}
    assert state(finding) == ("stands", "corroborated")
    assert told.roles(finding) == ["current 26", "earlier 24..99"]


def test_two_origins_at_odds_are_a_dispute_with_both_sides() -> None:
    """The ministry has 26, the rights group 41."""
    told = world("""
        d1 2031-01-08 | killed people 14 @Northland as of 2031-01-08 < interior ministry
        d2 2031-01-09 | killed people 29 @Northland as of 2031-01-08 < rights group
        d3 2031-01-10 | killed people 47 @Northland as of 2031-01-10 < rights group
        d4 2031-01-10 | killed people 19 @Northland as of 2031-01-10 < interior ministry
        d5 2031-01-11 | killed people 41 @Northland as of 2031-01-11 < rights group
        d6 2031-01-12 | killed people 26 @Northland as of 2031-01-12 < interior ministry
    """)
    finding = told.finding("killed", "people", "Northland")
    assert state(finding) == ("disputed", "single_origin")
    assert finding.current == {"low": 26, "high": 26}
    assert told.amounts(finding, ClaimRole.CONTRADICTS) == ["41"]
    assert told.amounts(finding, ClaimRole.EARLIER) == ["14", "29", "19", "47"]


def test_a_dispute_ends_when_the_origin_comes_over() -> None:
    """The rights group, which had 41, takes over the ministry's 26."""
    told = world("""
        d1 2031-01-08 | killed people 26 @Northland as of 2031-01-08 < interior ministry
        d2 2031-01-08 | killed people 41 @Northland as of 2031-01-08 < rights group
        d3 2031-01-10 | killed people 26 @Northland as of 2031-01-10 < rights group
    """)
    finding = told.finding("killed", "people", "Northland")
    assert state(finding) == ("updated", "corroborated")
    assert told.roles(finding) == ["current 26", "agrees 26", "earlier 41"]


def test_what_is_many_times_less_than_what_most_articles_hold_is_a_part() -> None:
    """The police speak of eight of another incident; the ministry too counts the forties."""
    told = world("""
        d1 2031-01-06 | killed people 40 @Northtown as of 2031-01-06 < interior ministry
        d2 2031-01-07 | killed people 45 @Northtown as of 2031-01-07 < rights group
        d3 2031-01-08 | killed people 8 @Northtown as of 2031-01-08 < police
        d4 2031-01-09 | killed people 47 @Northtown as of 2031-01-09 < interior ministry
    """)
    finding = told.finding("killed", "people", "Northtown")
    assert finding.current == {"low": 47, "high": 47}
    assert "8" not in told.amounts(finding, ClaimRole.CONTRADICTS)
    assert told.amounts(finding, ClaimRole.PART) == ["8"]


def test_a_state_that_counts_far_less_than_others_disputes_it() -> None:
    """The ministry has three, all others thirty and more."""
    told = world("""
        d1 2031-01-06 | killed people 30 @Northtown as of 2031-01-06 < rights group
        d2 2031-01-07 | killed people 33 @Northtown as of 2031-01-07 < doctors' union
        d3 2031-01-08 | killed people 3 @Northtown as of 2031-01-08 < interior ministry
        d4 2031-01-09 | killed people 34 @Northtown as of 2031-01-09 < rights group
    """)
    finding = told.finding("killed", "people", "Northtown")
    assert state(finding)[0] == "disputed"
    assert told.amounts(finding, ClaimRole.CONTRADICTS) == ["3"]


def test_a_third_voice_above_both_leaves_their_dispute_behind() -> None:
    """The ministry had 9 and the union 18; three days later the world wire counts 25."""
    told = world("""
        d1 2031-01-06 | killed people 9 @Northland as of 2031-01-06 < interior ministry
        d2 2031-01-06 | killed people 18 @Northland as of 2031-01-06 < doctors' union
        d3 2031-01-09 | killed people 25 @Northland as of 2031-01-09 < world wire
    """)
    finding = told.finding("killed", "people", "Northland")
    assert (finding.current["low"], *state(finding)) == (25, "updated", "single_origin")


def test_the_same_origin_corrects_itself() -> None:
    """67 fell to 61, since six bodies had been counted twice; another article still tells of the old 67."""
    told = world("""
        d1 2031-01-06 | killed people 67 @Northland as of 2031-01-06 < interior ministry
        d2 2031-01-07 | killed people 61 @Northland as of 2031-01-07 < interior ministry
        d2 2031-01-07 | killed people 67 @Northland < interior ministry
        d3 2031-01-08 | killed people 67 @Northland
    """)
    finding = told.finding("killed", "people", "Northland")
    assert (finding.current["low"], *state(finding)) == (61, "updated", "single_origin")
    assert told.roles(finding) == ["current 61", "earlier 67", "earlier 67", "earlier 67"]


def test_rose_to_18_from_13_in_one_sentence() -> None:
    """ "The toll rose to 18 from 13, the police said": one voice, one moment, two counts."""
    told = world("""
        d1 2031-01-06 | killed people 18 @Northland as of 2031-01-06 < police
        d1 2031-01-06 | killed people 13 @Northland < police
    """)
    finding = told.finding("killed", "people", "Northland")
    assert (finding.current["low"], *state(finding)) == (18, "updated", "single_origin")


def test_nobody_s_word_disputes_nothing() -> None:
    """A paper writes on its own word that nine died, while the ministry has 18."""
    told = world("""
        d1 2031-01-06 | killed people 18 @Northland as of 2031-01-06 < interior ministry
        d2 2031-01-07 | killed people 9 @Northland as of 2031-01-07
    """)
    finding = told.finding("killed", "people", "Northland")
    assert state(finding) == ("stands", "single_origin")
    assert told.roles(finding) == ["current 18", "contradicts 9"]


def test_a_line_on_nobody_s_word_is_unattributed() -> None:
    """Two papers write that five died, and name nobody."""
    told = world("""
        d1 2031-01-06 | killed people 5 @Northtown
        d2 2031-01-06 | killed people 5 @Northtown
    """)
    finding = told.finding("killed", "people", "Northtown")
    assert state(finding) == ("stands", "unattributed")
    assert told.roles(finding) == ["current 5", "agrees 5"]
    assert finding.note == "5: 2 articles, on nobody's word."


def test_repeats_of_one_origin_are_marked() -> None:
    """Three papers carry the ministry's 18; the fourth says so on its own."""
    told = world("""
        d1 2031-01-06 | killed people 18 @Northland < interior ministry < state agency
        d2 2031-01-06 | killed people 18 @Northland < interior ministry
        d3 2031-01-06 | killed people 18 @Northland
    """)
    finding = told.finding("killed", "people", "Northland")
    assert told.roles(finding) == ["current 18", "repeats 18", "repeats 18"]
    assert [(origin.name, len(origin.documents)) for origin in finding.origins] == [("interior ministry", 2)]


def test_a_city_s_count_is_a_part_of_the_country_s() -> None:
    """2,000 were detained in the city, more than 3,700 across the country, then 3,811 protesters."""
    told = world("""
        d1 2031-01-06 | detained people 1800..2200 @Northtown as of 2031-01-06 < interior ministry
        d2 2031-01-07 | detained people 3701+ @Northland as of 2031-01-07
        d3 2031-01-08 | detained protesters 3811 @Northland as of 2031-01-07 < interior ministry
    """)
    finding = told.finding("detained", "people", "Northland")
    assert finding.current == {"low": 3811, "high": 3811}
    assert state(finding) == ("stands", "single_origin")
    assert told.roles(finding) == ["current 3811", "earlier 3701+", "part 1800..2200"]


def test_a_line_that_no_claim_names_follows_from_one_that_speaks_for_it() -> None:
    """412 protesters were arrested across the country: so many people were."""
    told = world("d1 2031-01-06 | detained protesters 412 @Northland < interior ministry")
    assert plain(told.findings()) == [
        "detained people Northland: 412 stands single_origin",
        "detained protesters Northland: 412 stands single_origin",
    ]


def test_parts_that_have_nobody_in_common_add_up() -> None:
    """18 officers and 26 protesters in the capital, 5 protesters in the south; the women are among the protesters."""
    told = world("""
        d1 2031-01-06 | killed police 18 @Northtown < interior ministry
        d1 2031-01-06 | killed security_forces 18 @Northtown < interior ministry
        d1 2031-01-06 | killed protesters 26 @Northtown < rights group
        d1 2031-01-06 | killed women 4 @Northtown < rights group
        d2 2031-01-07 | killed protesters 5 @Southport < rights group
    """)
    findings = plain(told.findings())
    assert "killed people Northtown: at least 44 stands single_origin" in findings
    assert "killed people Northland: at least 49 stands single_origin" in findings
    assert "killed protesters Northland: at least 31 stands single_origin" in findings
    assert not any("Upland" in line for line in findings)


def test_a_part_above_the_whole_disputes_it_until_the_whole_outgrows_it() -> None:
    """The governor has 74 dead in the province alone, the ministry 67 in the country, and days later 80."""
    claims = """
        d1 2031-01-15 | killed people 74 @Upland as of 2031-01-15 < doctors' union
        d2 2031-01-15 | killed people 67 @Northland as of 2031-01-15 < interior ministry
    """
    early, late = world(claims), world(claims + "d3 2031-01-20 | killed people 80 @Northland < interior ministry")
    disputed = early.finding("killed", "people", "Northland")
    assert (disputed.current["low"], disputed.agreement) == (67, "disputed")
    assert late.finding("killed", "people", "Northland").agreement == "updated"


def test_a_subset_told_in_the_same_article_is_a_part_of_its_line() -> None:
    """38 were wounded, eleven of them by live rounds; a copy prints it again."""
    told = world("""
        d1 2031-01-06 | injured people 38 @Northtown < hospital
        d1 2031-01-06 | injured people 11 @Northtown part < hospital
        d2 2031-01-06 | injured people 38 @Northtown < hospital
        d2 2031-01-06 | injured people 11 @Northtown part < hospital
    """)
    finding = told.finding("injured", "people", "Northtown")
    assert state(finding) == ("stands", "single_origin")
    assert told.roles(finding) == ["current 38", "repeats 38", "part 11", "part 11"]


def test_a_part_is_the_value_of_its_own_line() -> None:
    """ "26 people, including three children, were killed"."""
    told = world("""
        d1 2031-01-06 | killed people 26 @Northtown < police
        d1 2031-01-06 | killed children 3 @Northtown part < police
    """)
    assert plain(told.findings()) == [
        "killed children Northtown: 3 stands single_origin",
        "killed people Northtown: 26 stands single_origin",
    ]


def test_what_is_only_denied_is_denied() -> None:
    """The ministry denies that foreign troops have landed; nobody says that they have."""
    told = world("""
        d1 2031-01-06 | foreign_deployment in_force @Northland possible
        d2 2031-01-07 | foreign_deployment in_force @Northland denied < interior ministry
    """)
    finding = told.finding("foreign_deployment", "Northland")
    assert (finding.agreement, finding.current) == ("denied", {})
    assert told.roles(finding) == ["denies denied"]


@pytest.mark.parametrize(
    ("denier", "expected"), [("foreign ministry", "disputed"), ("eastland embassy", "denied"), (None, "stands")]
)
def test_a_denial_disputes_what_another_says(denier: str | None, expected: str) -> None:
    """An embassy says that entry is suspended; the ministry denies it. Who denies its own word takes it back."""
    denial = f"d2 2031-01-07 | entry_ban in_force @Northland denied < {denier}" if denier else ""
    told = world("d1 2031-01-06 | entry_ban in_force @Northland < eastland embassy\n" + denial)
    assert told.finding("entry_ban", "Northland").agreement == expected


def test_a_denial_that_was_taken_back_is_none() -> None:
    """The ministry first denied the curfew, then announced it."""
    told = world("""
        d1 2031-01-06 | curfew in_force @Northtown < rights group
        d2 2031-01-06 | curfew in_force @Northtown denied < interior ministry
        d3 2031-01-08 | curfew in_force @Northtown < interior ministry
    """)
    assert state(told.finding("curfew", "Northtown")) == ("stands", "corroborated")


def test_a_denial_of_another_figure_says_nothing_against_this_one() -> None:
    """26 died, the ministry says, and denies that it were 40."""
    told = world("""
        d1 2031-01-06 | killed people 26 @Northland < interior ministry
        d1 2031-01-06 | killed people 40 @Northland denied < interior ministry
    """)
    assert state(told.finding("killed", "people", "Northland")) == ("stands", "single_origin")


def test_articles_complete_each_other_s_dates() -> None:
    """Since the 5th says one, until the 19th another, from 23:00 to 07:00 a third."""
    told = world("""
        d1 2031-01-06 | curfew in_force @Northtown from 2031-01-05
        d2 2031-01-10 | curfew in_force @Northtown until 2031-01-19
        d3 2031-01-07 | curfew in_force @Northtown daily 23:00/07:00 < governor
    """)
    finding = told.finding("curfew", "Northtown")
    assert finding.current == {
        "status": "in_force",
        "starts": "2031-01-05",
        "ends": "2031-01-19",
        "daily": "23:00/07:00",
    }
    assert state(finding) == ("stands", "corroborated")


def test_an_extension_keeps_the_start() -> None:
    """Declared on the 12th to the 26th, extended on the 20th to 25 February."""
    told = world("""
        d1 2031-01-12 | state_of_emergency announced @Upland from 2031-01-12 until 2031-01-26 < governor
        d2 2031-01-20 | state_of_emergency extended @Upland until 2031-02-25 < governor
    """)
    finding = told.finding("state_of_emergency", "Upland")
    assert (finding.current["starts"], finding.current["ends"]) == ("2031-01-12", "2031-02-25")
    assert finding.agreement == "updated"


def test_a_nationwide_measure_holds_in_each_town_but_not_the_other_way() -> None:
    """The country's emergency holds in the town; the town's curfew is not the country's."""
    told = world("""
        d1 2031-01-06 | state_of_emergency in_force @Northland < interior ministry
        d2 2031-01-06 | state_of_emergency in_force @Northtown < rights group
        d3 2031-01-06 | evacuation_order in_force @Northland < interior ministry
        d4 2031-01-06 | evacuation_order in_force @Northtown denied < governor
    """)
    assert state(told.finding("state_of_emergency", "Northtown")) == ("stands", "corroborated")
    assert state(told.finding("state_of_emergency", "Northland")) == ("stands", "single_origin")
    assert told.finding("evacuation_order", "Northtown").agreement == "denied"


def test_a_background_claim_feeds_no_line() -> None:
    """The worst since the earthquake that killed 25,000."""
    assert world("d1 2031-01-06 | killed people 25000 @Northland background < police").findings() == ()


def test_the_id_of_a_finding_is_that_of_its_line() -> None:
    """Whatever is found about the dead of Northtown, the next look finds it under the same id."""
    early = world("d1 2031-01-06 | killed people 5 @Northtown < police")
    late = world("d9 2031-01-09 | killed people 9 @Northtown < hospital")
    assert early.findings()[0].id == late.findings()[0].id


def test_a_copy_adds_no_support() -> None:
    """One text in two papers, with witnesses and the paper's own word."""
    claims = """
        d1 2031-01-06 | killed people 5 @Northtown < ?witnesses
        d1 2031-01-06 | curfew in_force @Northtown
    """
    copy = claims + claims.replace("d1", "d2")
    alone, copied = world(claims), world(copy, copies={"d1": ["d2"]})
    expected = [Support.SINGLE_ORIGIN, Support.SINGLE_ORIGIN]
    assert [finding.support for finding in alone.findings()] == expected
    assert [finding.support for finding in copied.findings()] == expected


def test_a_count_long_passed_and_not_repeated_is_history() -> None:
    """The ministry's 9 and the union's 18 of the first day; the ministry is silent while the union goes on to 25."""
    told = world("""
        d1 2031-01-06 | killed people 9 @Northland as of 2031-01-06 < interior ministry
        d2 2031-01-06 | killed people 18 @Northland as of 2031-01-06 < doctors' union
        d3 2031-01-07 | killed people 25 @Northland as of 2031-01-07 < doctors' union
    """)
    assert state(told.finding("killed", "people", "Northland")) == ("disputed", "single_origin")
    later = world("""
        d1 2031-01-06 | killed people 9 @Northland as of 2031-01-06 < interior ministry
        d2 2031-01-06 | killed people 18 @Northland as of 2031-01-06 < doctors' union
        d3 2031-01-10 | killed people 25 @Northland as of 2031-01-10 < doctors' union
    """)
    assert state(later.finding("killed", "people", "Northland")) == ("updated", "single_origin")


def test_of_rivals_something_is_shown_before_nothing() -> None:
    """The village counts 34 dead civilians, three organs of the state insist that there were none."""
    told = world("""
        d1 2031-01-06 | killed civilians 34 @Northtown as of 2031-01-06 < village head
        d2 2031-01-06 | killed civilians 0 @Northtown as of 2031-01-06 < interior ministry
        d3 2031-01-07 | killed civilians 0 @Northtown as of 2031-01-07 < police
    """)
    finding = told.finding("killed", "civilians", "Northtown")
    assert (finding.current["low"], *state(finding)) == (34, "disputed", "single_origin")


def test_a_smaller_count_of_another_voice_in_one_article_is_a_rival_not_a_subset() -> None:
    """ "The institute lists 66 dead, 62 in the province; the governor insists on 74 there"."""
    told = world("""
        d1 2031-01-06 | killed people 66 @Northland as of 2031-01-06 < interior ministry
        d1 2031-01-06 | killed people 62 @Upland part as of 2031-01-06 < interior ministry
        d1 2031-01-06 | killed people 74 @Upland as of 2031-01-06 < doctors' union
    """)
    assert state(told.finding("killed", "people", "Upland")) == ("disputed", "single_origin")


@pytest.mark.parametrize(("metric", "is_summed"), [("killed", True), ("evacuated", False), ("released", False)])
def test_who_may_have_been_counted_twice_is_not_added_up(metric: str, is_summed: bool) -> None:
    """The dead of two towns are two counts; who was freed in the one may have been flown out of the other."""
    told = world(f"""
        d1 2031-01-06 | {metric} people 20 @Northtown < police
        d2 2031-01-06 | {metric} people 30 @Hilltown < hospital
    """)
    sums = [finding for finding in told.findings() if finding.note.startswith("at least 50: the sum of")]
    assert bool(sums) is is_summed


@pytest.mark.parametrize("metric", ["displaced", "homeless", "missing"])
def test_of_who_has_left_home_the_largest_count_is_the_least_of_the_whole(metric: str) -> None:
    """Who was counted in a camp of one town may sleep in another town's school by now."""
    told = world(f"""
        d1 2031-01-06 | {metric} people 200 @Northtown < police
        d2 2031-01-06 | {metric} people 300 @Hilltown < hospital
    """)
    finding = told.finding(metric, "people", "Northland")
    assert finding.current == {"low": 300, "high": None}
    assert finding.note == "at least 300: 1 article, 1 origin: hospital (1)."


def test_a_share_does_not_agree_with_an_older_count_of_the_whole() -> None:
    """Thirty-three of the 107 died in Northtown; that does not keep the 33 alive whom the television once had in all."""
    told = world("""
        d1 2031-01-05 | killed people 33 @Northland as of 2031-01-05 < state television
        d2 2031-01-08 | killed people 42 @Northland as of 2031-01-08 < interior ministry
        d3 2031-01-08 | killed people 33 part @Northtown as of 2031-01-08 < rights group
    """)
    finding = told.finding("killed", "people", "Northland")
    assert finding.current == {"low": 42, "high": 42}
    assert told.roles(finding) == ["current 42", "earlier 33", "part 33"]


def test_of_who_was_freed_in_two_towns_nothing_is_said_of_the_country() -> None:
    told = world("""
        d1 2031-01-06 | released people 200 @Northtown < police
        d2 2031-01-06 | released people 300 @Hilltown < hospital
    """)
    assert not [finding for finding in told.findings() if "Northland" in str(finding.line)]


def test_the_least_of_the_whole_is_what_stands_in_a_part_and_no_rival_count() -> None:
    told = world("""
        d1 2031-01-07 | displaced people 350 @Northtown < doctors' union
        d2 2031-01-07 | displaced people 200 @Northtown < interior ministry
        d3 2031-01-07 | displaced people 200 @Northtown < hospital
        d4 2031-01-07 | displaced people 300 @Hilltown < hospital
    """)
    assert told.finding("displaced", "people", "Northland").current == {"low": 300, "high": None}


@pytest.mark.parametrize("statuses", [("harmed", "unharmed"), ("unharmed", "harmed")])
def test_who_tells_of_hurt_and_of_safe_nationals_does_not_dispute_himself(statuses: tuple[str, str]) -> None:
    """Six are dead and twelve alive, says the embassy; where the police say that none is hurt, that is a dispute."""
    told = world("\n".join(f"d1 2031-01-06 | safety KR {status} @Northland < eastland embassy" for status in statuses))
    (finding,) = told.findings()
    assert (finding.current["status"], finding.agreement.value) == ("harmed", "stands")
    rival = world("""
        d1 2031-01-06 | safety KR harmed @Northland as of 2031-01-06 < eastland embassy
        d2 2031-01-06 | safety KR unharmed @Northland as of 2031-01-06 < police
    """)
    assert [finding.agreement.value for finding in rival.findings()] == ["disputed"]
