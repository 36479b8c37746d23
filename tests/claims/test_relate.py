"""How one claim bears on another of its line: tables of pairs, the earlier first."""

import pytest
from notation import World, world
from weigh_gold import plain_kinds

from reportedly.model import Relation
from reportedly.weigh.bearings import lines_of
from reportedly.weigh.origins import Voices


def relation(told: World) -> Relation:
    """How the second claim of two bears on the first."""
    voices = Voices(told.claims, told.directory, {}, {})
    kind = plain_kinds()[told.claims[0].kind]
    lines = lines_of(told.claims, kind, voices, told.datings)
    by_id = {bearing.claim.id: bearing for bearings in lines.told.values() for bearing in bearings}
    first, second = (by_id[claim.id] for claim in told.claims)
    is_whole = kind.speaks_for(second.claim, first.line, told.directory)
    return lines.relating(second._replace(is_whole=is_whole), first)


MINISTRY, POLICE, DOCTORS = "interior ministry", "police", "doctors' union"

COUNTS = [
    # earlier, later, same origin, other origin
    ("18", "18", "agrees", "agrees"),
    ("13", "18", "updates", "updates"),
    ("18", "13", "corrects", "contradicts"),
    ("24..99", "26", "refines", "refines"),
    ("26", "24..99", "agrees", "agrees"),
    ("3701+", "3811", "refines", "refines"),
    ("18+", "19", "refines", "refines"),
    ("18+", "26", "updates", "updates"),
    ("18", "18+", "agrees", "agrees"),
    ("18", "20+", "updates", "updates"),
    ("26", "18+", "agrees", "agrees"),
    ("13", "24..99", "updates", "updates"),
    ("1800..2200", "2100", "refines", "refines"),
    ("1800..2200", "2070..2530", "updates", "updates"),
    ("2070..2530", "1800..2200", "agrees", "agrees"),
    ("200..999", "90", "corrects", "contradicts"),
    ("0", "3", "updates", "updates"),
    ("3", "0", "corrects", "contradicts"),
    ("0..20", "9", "refines", "refines"),
]


@pytest.mark.parametrize(("earlier", "later", "same", "other"), COUNTS)
def test_a_later_count_of_the_same_people(earlier: str, later: str, same: str, other: str) -> None:
    """Higher updates whoever says it; lower corrects one's own word and contradicts another's; closer refines."""
    got = [
        relation(
            world(f"""
                d1 2031-01-06 | killed people {earlier} @Northland < {MINISTRY}
                d2 2031-01-08 | killed people {later} @Northland < {voice}
            """)
        )
        for voice in (MINISTRY, DOCTORS)
    ]
    assert got == [same, other]


@pytest.mark.parametrize(
    ("first", "second", "same", "other"),
    [
        ("18", "9", "none", "contradicts"),
        ("9", "18", "updates", "contradicts"),
        ("18+", "26", "refines", "refines"),
        ("24..99", "26", "refines", "refines"),
        ("18", "18", "agrees", "agrees"),
        ("2070..2530", "1800..2200", "agrees", "agrees"),
    ],
)
def test_two_counts_of_one_moment(first: str, second: str, same: str, other: str) -> None:
    """18 and 9, both as of Thursday: of one origin the higher stands, of two they are a dispute."""
    got = [
        relation(
            world(f"""
                d1 2031-01-06 | killed people {first} @Northland as of 2031-01-06 < {MINISTRY}
                d2 2031-01-06 | killed people {second} @Northland as of 2031-01-06 < {voice}
            """)
        )
        for voice in (MINISTRY, DOCTORS)
    ]
    assert got == [same, other]


def test_counts_as_of_one_day_are_ordered_by_when_they_were_said() -> None:
    """As of Thursday 13, said on Thursday; as of Thursday 18, said on Friday."""
    told = world("""
        d1 2031-01-08 | killed police 13 @Northland as of 2031-01-06 said 2031-01-06 < state television
        d2 2031-01-08 | killed police 18 @Northland as of 2031-01-06 said 2031-01-07 < doctors' union
    """)
    assert relation(told) == Relation.UPDATES


def test_nameless_officials_are_no_rivals_of_the_ministry() -> None:
    """ "Officials put the dead at 13; the ministry at 18": the officials may be the ministry's own."""
    told = world("""
        d1 2031-01-06 | killed people 13 @Northland as of 2031-01-06 < ?officials
        d2 2031-01-06 | killed people 18 @Northland as of 2031-01-06 < interior ministry
    """)
    assert relation(told) == Relation.UPDATES


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("killed people 26 @Northland", "killed people 24 @Northtown", "part"),
        ("killed people 26 @Northland", "killed people 26 @Northtown", "agrees"),
        ("killed people 26 @Northland", "killed people 40 @Northtown", "updates"),
        ("killed people 26 @Northland", "killed police 18 @Northland", "part"),
        ("killed people 26 @Northland", "killed children 3 @Northland part", "part"),
        ("killed people 40 @Northtown", "killed people 26 @Northland", "contradicts"),
        ("killed people 24 @Northtown", "killed people 26 @Northland", "updates"),
        ("killed people 5 @Northtown", "killed people 9 @Southport", "updates"),
        ("killed people 9 @Northtown", "killed people 5 @Southport", "part"),
        ("killed people 18+ @Northland", "killed people 20 @Northtown", "part"),
        ("detained people 3701+ @Northland", "detained protesters 3811 @Northland", "refines"),
        ("detained people 3701+ @Northland", "detained protesters 2000 @Northland", "part"),
        ("killed people 120 @Northland", "killed people 12 @Northland incident", "part"),
        ("killed people 12 @Northland incident", "killed people 15 @Northland incident", "updates"),
        ("killed people 12 @Northland incident", "killed people 120 @Northland", "updates"),
        ("missing people 40 @Northland", "missing people 19 @Northland", "updates"),
        ("trapped people 17 @Northland", "trapped people 7 @Northland", "updates"),
        ("killed people 40 @Northland", "killed people 40 @Northland denied", "denies"),
        ("killed people 26 @Northland", "killed people 40 @Northland denied", "none"),
        ("destroyed buildings 60 @Northland", "destroyed homes 40 @Northland", "part"),
        ("injured people 26 @Northland", "injured foreigners 0 @Northland of KR", "part"),
    ],
)
def test_counts_of_different_reach(first: str, second: str, expected: str) -> None:
    """What counts fewer people, a smaller place or one incident is a part of the whole, never its rival."""
    told = world(f"""
        d1 2031-01-06 | {first} < {MINISTRY}
        d2 2031-01-08 | {second} < {DOCTORS}
    """)
    assert relation(told) == expected


def test_incidents_of_two_days_are_no_rivals() -> None:
    """On Monday a shell killed nine, on Tuesday another killed four."""
    told = world("""
        d1 2031-01-06 | killed people 9 @Northtown incident as of 2031-01-05 < police
        d2 2031-01-07 | killed people 4 @Northtown incident as of 2031-01-06 < doctors' union
    """)
    assert relation(told) == Relation.PART


MEASURES = [
    ("curfew in_force", "curfew in_force", "agrees"),
    ("curfew announced", "curfew in_force", "refines"),
    ("curfew in_force", "curfew announced", "agrees"),
    ("curfew in_force", "curfew extended until 2031-01-20", "updates"),
    ("curfew in_force", "curfew lifted", "updates"),
    ("curfew lifted", "curfew in_force", "contradicts"),
    ("curfew lifted", "curfew in_force from 2031-01-08", "updates"),
    ("curfew in_force until 2031-01-12", "curfew in_force until 2031-01-19", "updates"),
    ("curfew in_force until 2031-01-19", "curfew in_force until 2031-01-12", "agrees"),
    ("curfew in_force from 2031-01-05", "curfew in_force until 2031-01-12", "agrees"),
    ("curfew in_force daily 21:00/05:00", "curfew in_force daily 22:00/05:00", "updates"),
    ("curfew in_force", "curfew in_force denied", "denies"),
]


@pytest.mark.parametrize(("earlier", "later", "expected"), MEASURES)
def test_a_later_word_on_a_measure(earlier: str, later: str, expected: str) -> None:
    """A later state updates, a denial denies, and two who say that it holds agree whatever dates they give."""
    told = world(f"""
        d1 2031-01-06 | {earlier} @Northtown < interior ministry
        d2 2031-01-08 | {later} @Northtown < eastland embassy
    """)
    assert relation(told) == expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("safety KR unharmed @Northland", "safety KR unharmed @Northland", "agrees"),
        ("safety KR unknown @Northland", "safety KR unharmed @Northland", "refines"),
        ("safety KR unharmed @Northland", "safety KR harmed @Northland", "updates"),
        ("safety KR advice @Northland", "safety KR evacuated @Northland", "updates"),
        ("safety KR unharmed @Northland", "safety KR harmed @Northtown", "part"),
        ("position condemn Eastland -> Northland", "position condemn Eastland -> Northland", "agrees"),
        ("position condemn Eastland -> Northland", "position condemn Eastland -> Northland denied", "denies"),
        ("event PROTEST miners @Northtown on 2031-01-05", "event PROTEST miners @Northtown on 2031-01-05", "agrees"),
        ("event PROTEST miners @Northland", "event PROTEST miners @Northtown", "part"),
    ],
)
def test_other_kinds_are_equal_or_not(first: str, second: str, expected: str) -> None:
    """Positions and events are told again or denied; a later word on nationals replaces an earlier one."""
    told = world(f"""
        d1 2031-01-06 | {first} < interior ministry
        d2 2031-01-08 | {second} < eastland embassy
    """)
    assert relation(told) == expected


def test_what_is_feared_planned_or_of_another_crisis_feeds_no_toll() -> None:
    """ "Up to 90 are feared dead", "the worst since the 1988 earthquake, which killed 25,000"."""
    told = world("""
        d1 2031-01-06 | killed people 90 @Northland possible < police
        d1 2031-01-06 | killed people 25000 @Northland background < police
        d1 2031-01-06 | killed people 40 @Northland demanded < police
    """)
    kind = plain_kinds()["figure"]
    assert [kind.line(claim, told.directory) for claim in told.claims] == [None, None, None]
