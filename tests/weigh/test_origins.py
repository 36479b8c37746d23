"""Who, independently, stands behind claims of one line."""

from dataclasses import replace

import pytest
from notation import World, world

from reportedly.claims import KINDS
from reportedly.model import Directory, Origin, Support
from reportedly.weigh import origins_of, support_of, weigh


def origins(told: World, *, own_word: bool = False) -> tuple[Origin, ...]:
    return origins_of(told.claims, told.directory, told.datings, told.copies, told.outlets, own_word=own_word)


def named(told: World, *, own_word: bool = False) -> list[str]:
    return [f"{origin.name} ({len(origin.documents)})" for origin in origins(told, own_word=own_word)]


def test_one_speaker_through_many_outlets_is_one_origin() -> None:
    """The ministry's 18, as the state agency, the world wire and two papers carry it."""
    told = world("""
        d1 2031-01-06 | killed police 18 @Northland < interior ministry < state agency
        d2 2031-01-06 | killed police 18 @Northland < interior ministry < world wire
        d3 2031-01-07 | killed police 18 @Northland < interior ministry
    """)
    assert named(told) == ["interior ministry (3)"]


def test_a_spokeswoman_is_her_ministry() -> None:
    """ "Ada Brandt, spokeswoman of the ministry, said", and in another article only "Brandt said"."""
    told = world("""
        d1 2031-01-06 | killed police 18 @Northland < Ada Brandt < interior ministry
        d2 2031-01-06 | killed police 18 @Northland < Ada Brandt
        d3 2031-01-06 | killed police 18 @Northland < interior ministry
    """)
    assert named(told) == ["interior ministry (3)"]


def test_an_agency_is_an_origin_only_as_the_only_voice() -> None:
    """ "The state agency reported 18 dead" counts until the same agency is seen to carry the ministry."""
    alone = world("d1 2031-01-06 | killed police 18 @Northland < state agency")
    carried = world("""
        d1 2031-01-06 | killed police 18 @Northland < state agency
        d2 2031-01-06 | killed police 18 @Northland < interior ministry < state agency
    """)
    assert (named(alone), named(carried)) == (["state agency (1)"], ["interior ministry (2)"])


def test_an_article_s_own_word_is_no_origin_of_a_toll() -> None:
    """ "At least 40 people have died in the fighting." says the paper, and names nobody."""
    assert named(world("d1 2031-01-06 | killed people 40 @Northland")) == []


def test_an_article_s_own_word_is_one_of_a_measure_unless_it_names_a_speaker() -> None:
    """A paper's headline has the curfew on no word, the text below on the governor's."""
    own = world("""
        d1 2031-01-06 | curfew in_force @Northtown
        d2 2031-01-06 | curfew in_force @Northtown
    """)
    spoken = world("""
        d1 2031-01-06 | curfew in_force @Northtown
        d1 2031-01-06 | curfew in_force @Northtown < governor
    """)
    assert len(named(own, own_word=True)) == 2
    assert named(spoken, own_word=True) == ["governor (1)"]


def test_the_own_word_of_one_outlet_or_agency_is_one_origin() -> None:
    """Three papers print the curfew under the world wire's dateline."""
    told = world("""
        d1 2031-01-06 | curfew in_force @Northtown
        d2 2031-01-06 | curfew in_force @Northtown
        d3 2031-01-07 | curfew in_force @Northtown
        d4 2031-01-07 | warning in_force @Northtown < world wire
    """)
    told.outlets = {"d1": "world wire", "d2": "world wire", "d3": "world wire"}
    told.claims.pop()
    assert named(told, own_word=True) == ["world wire (3)"]


def test_copies_of_one_text_are_one_origin() -> None:
    """The same text in two papers: its nameless witnesses, and its own word, are heard once."""
    claims = """
        d1 2031-01-06 | killed people 5 @Northtown < ?witnesses
        d2 2031-01-07 | killed people 5 @Northtown < ?witnesses
    """
    copied = world(claims, copies={"d2": ["d1"]})
    assert (named(world(claims)), named(copied)) == (["witnesses (1)", "witnesses (1)"], ["witnesses (2)"])


@pytest.mark.parametrize(
    ("voices", "expected"),
    [
        ([], Support.UNATTRIBUTED),
        (["interior ministry"], Support.SINGLE_ORIGIN),
        (["interior ministry", "police"], Support.ONE_SIDED),
        (["interior ministry", "state television", "governor"], Support.ONE_SIDED),
        (["interior ministry", "eastland embassy"], Support.CORROBORATED),
        (["interior ministry", "doctors' union"], Support.CORROBORATED),
        (["?officials", "interior ministry"], Support.ONE_SIDED),
        (["?officials"], Support.SINGLE_ORIGIN),
        (["?witnesses", "interior ministry"], Support.CORROBORATED),
        (["world wire", "interior ministry"], Support.CORROBORATED),
    ],
)
def test_support_counts_origins_and_sides(voices: list[str], expected: Support) -> None:
    """All organs of a state are one side; officials without a name add none, witnesses are none of a state's."""
    lines = [f"d{n} 2031-01-06 | killed people 5 @Northtown < {voice}" for n, voice in enumerate(voices)]
    assert support_of(origins(world("\n".join(lines)))) == expected


def test_witnesses_of_two_articles_are_two_origins_of_one_side() -> None:
    """Nobody knows whether they are the same people."""
    told = world("""
        d1 2031-01-06 | killed people 5 @Northtown < ?witnesses
        d2 2031-01-06 | killed people 5 @Northtown < ?witnesses
    """)
    assert support_of(origins(told)) == Support.ONE_SIDED


def test_an_origin_knows_when_it_first_said_so() -> None:
    """Said on the 5th, told on the 6th and the 8th."""
    told = world("""
        d2 2031-01-08 | killed people 5 @Northtown < police
        d1 2031-01-06 | killed people 5 @Northtown said 2031-01-05 < police
    """)
    assert [str(origin.first) for origin in origins(told)] == ["2031-01-05"]


def test_a_body_without_a_side_is_on_that_of_its_spokesman() -> None:
    """The harbour office's spokesman is known as the state's man; the directory has no side for the office."""
    told = world("""
        d1 2031-01-06 | killed people 5 @Northtown < Ada Brandt < harbour office
        d2 2031-01-06 | killed people 5 @Northtown < interior ministry
    """)
    sides = {"Ada Brandt": "state:NL"}
    entities = tuple(replace(each, side=sides.get(each.name, each.side)) for each in told.directory.entities)
    found = origins_of(told.claims, Directory(entities), told.datings, {}, {})
    assert [(origin.name, origin.side) for origin in found] == [
        ("harbour office", "state:NL"),
        ("interior ministry", "state:NL"),
    ]


def test_the_company_of_two_articles_is_never_two_sides() -> None:
    """Neither article names the company that it heard; it may be one."""
    told = world("""
        d1 2031-01-06 | killed people 4 @Northtown < company
        d2 2031-01-07 | killed people 4 @Northtown < company
    """)
    (company,) = [entity for entity in told.directory.entities if entity.name == "company"]
    apart = [
        replace(company, id=f"company of {document}", mentions=((document, span),))
        for document, span in company.mentions
    ]
    others = [entity for entity in told.directory.entities if entity is not company]
    found = origins_of(told.claims, Directory((*others, *apart)), told.datings, told.copies, told.outlets)
    assert (len(found), support_of(found)) == (2, Support.ONE_SIDED)


def test_an_unsigned_copy_rests_on_the_agency_that_another_credits() -> None:
    """Two papers print the curfew from one wire; only the first names the wire, the second is known by its own title."""
    told = world("""
        d1 2031-01-06 | curfew in_force @Northtown
        d2 2031-01-06 | curfew in_force @Northtown
        d3 2031-01-07 | warning in_force @Northtown < world wire
        d4 2031-01-07 | warning in_force @Northtown < state television
    """)
    told.outlets = {"d1": "world wire", "d2": "state television"}
    told.claims[2:] = []
    assert len(named(told, own_word=True)) == 2
    told.copies = {"d2": ["d1"], "d1": ["d2"]}
    assert named(told, own_word=True) == ["world wire (2)"]


def test_rewritings_are_one_origin_and_doubt_is_a_range() -> None:
    """Three articles have nameless witnesses; the second rewrites the first, the third may."""
    told = world("""
        d1 2031-01-06 | killed people 5 @Northtown < ?witnesses
        d2 2031-01-07 | killed people 5 @Northtown < ?witnesses
        d3 2031-01-07 | killed people 5 @Northtown < ?witnesses
    """)
    sure, doubtful = {"d1": "d1", "d2": "d1", "d3": "d3"}, {"d1": "d1", "d2": "d1", "d3": "d1"}
    (finding,) = weigh(told.claims, told.directory, told.datings, kinds=KINDS, authors=sure, doubtful=doubtful)
    assert (len(finding.origins), finding.fewest) == (2, 1)
    assert "1 to 2 origins" in finding.note


def test_no_doubt_is_told_where_a_speaker_is_named() -> None:
    """The ministry is one origin however its articles hang together."""
    told = world("""
        d1 2031-01-06 | killed people 5 @Northtown < interior ministry
        d2 2031-01-07 | killed people 5 @Northtown < rights group
    """)
    (finding,) = weigh(told.claims, told.directory, told.datings, kinds=KINDS, doubtful={"d1": "d1", "d2": "d1"})
    assert finding.fewest is None
