"""One directory of several crises' directories: who is one, who is two, and under which ids."""

from typing import Any

import pytest

from reportedly.decisions import lost_on_names
from reportedly.link import together, with_ids
from reportedly.model import Decision, Directory, Entity, EntityKind, Span


def entity(id: str, name: str, *aliases: str, document: str = "d-1", count: int = 1, **facts: Any) -> Entity:
    known: dict[str, Any] = {"kind": EntityKind.PERSON, "country": None, "side": id} | facts
    spans = tuple((document, Span(10 * at, 10 * at + 5)) for at in range(count))
    return Entity(id=id, name=name, aliases=aliases, mentions=spans, **known)


def decision(action: str, one: str, other: str) -> Decision:
    return Decision(
        id=f"x-{action}",
        action=action,
        target={"names": [one, other]},
        reason="seen",
        author="nora",
        decided_at="2031-03-06T12:00:00Z",
    )


def names_of(directory: Directory) -> list[tuple[str, ...]]:
    return sorted((entity.name, *entity.aliases) for entity in directory.entities)


def test_one_part_is_the_directory() -> None:
    part = Directory((entity("e-1", "Ada Vesk"),))
    assert together([part]) == (part, ({},))


def test_one_id_in_two_parts_is_one_entity_with_the_spellings_of_both() -> None:
    north = Directory((entity("e-1", "Ada Vesk", "Vesk", document="d-1"),))
    south = Directory((entity("e-1", "Ada Vesk", "A. Vesk", document="d-2", country="NO", side="state:NO"),))
    (found,) = together([north, south]).directory.entities
    assert (found.aliases, found.country, found.side) == (("A. Vesk", "Vesk"), "NO", "state:NO")
    assert [document for document, _ in found.mentions] == ["d-1", "d-2"]


def test_namesakes_of_two_countries_are_two_and_the_one_of_fewer_articles_has_another_id() -> None:
    """Their sides follow."""
    north = Directory((entity("e-1", "Ivan Petrov", document="d-1", country="RU", count=3),))
    south = Directory((entity("e-1", "Ivan Petrov", document="d-2", country="BG"),))
    made = together([north, south])
    assert {e.country for e in made.directory.entities} == {"RU", "BG"}
    assert len(made.directory.by_id) == 2
    assert made.renamed[0] == {}
    other = made.renamed[1]["e-1"]
    assert made.directory.by_id[other].country == "BG"
    assert made.directory.by_id[other].side == other
    assert with_ids(south, made.renamed[1]).entities == (made.directory.by_id[other],)


def test_one_name_of_one_country_is_one_whatever_id_it_has() -> None:
    """Of two soldiers' groups in a crisis the second has an id of its own; elsewhere it is the only one."""
    kind = EntityKind.GROUP
    north = Directory(
        (
            entity("e-1", "soldiers", document="d-1", kind=kind, country="AL"),
            entity("e-2", "soldiers", document="d-1", kind=kind, country="RS"),
        )
    )
    south = Directory((entity("e-1", "soldiers", document="d-2", kind=kind, country="RS", count=9),))
    made = together([north, south])
    assert {e.country: {document for document, _ in e.mentions} for e in made.directory.entities} == {
        "AL": {"d-1"},
        "RS": {"d-1", "d-2"},
    }
    assert len(made.directory.by_id) == 2


def test_two_of_one_part_stay_two() -> None:
    """An unlisted country in the other part joins neither to the other."""
    north = Directory((entity("e-1", "Home Office", country="GB"), entity("e-2", "Home Office")))
    south = Directory((entity("e-1", "Home Office", document="d-2"),))
    assert len(together([north, south]).directory.entities) == 2


def test_a_decision_joins_names_of_two_crises() -> None:
    north = Directory((entity("e-1", "Ada Vesk", document="d-1"),))
    south = Directory((entity("e-2", "Ada Wesk", document="d-2"),))
    assert len(together([north, south]).directory.entities) == 2
    made = together([north, south], [decision("same", "Ada Vesk", "Ada Wesk")])
    assert names_of(made.directory) == [("Ada Vesk", "Ada Wesk")]
    assert made.renamed == ({}, {"e-2": "e-1"})


def test_a_decision_may_give_the_names_by_the_ids_of_the_desk() -> None:
    """Namesakes of two countries can only be told apart so; also two of one crisis, one of which has another id there."""
    north = Directory((entity("e-1", "Ivan Petrov", document="d-1", country="RU", count=3),))
    south = Directory(
        (entity("e-1", "Ivan Petrov", document="d-2", country="BG"), entity("e-2", "I. Petroff", document="d-3"))
    )
    other = together([north, south]).renamed[1]["e-1"]
    joined = together([north, south], [decision("same", "e-1", other)])
    assert names_of(joined.directory) == [("I. Petroff",), ("Ivan Petrov",)]
    assert joined.renamed == ({}, {})
    within = together([north, south], [decision("same", other, "e-2")])
    assert names_of(within.directory) == [("I. Petroff", "Ivan Petrov"), ("Ivan Petrov",)]
    (one,) = with_ids(south, within.renamed[1]).entities
    assert [document for document, _ in one.mentions] == ["d-2", "d-3"]
    assert within.directory.by_id[one.id].mentions == one.mentions
    assert lost_on_names([decision("same", other, "e-2")], within.directory) == ()


def test_a_decision_parts_names_of_two_crises() -> None:
    north = Directory((entity("e-1", "Vesk", "Ada Vesk", document="d-1"),))
    south = Directory((entity("e-1", "Vesk", "Jon Vesk", document="d-2"),))
    assert len(together([north, south]).directory.entities) == 1
    made = together([north, south], [decision("different", "Ada Vesk", "Jon Vesk")])
    assert names_of(made.directory) == [("Vesk", "Ada Vesk"), ("Vesk", "Jon Vesk")]


@pytest.mark.parametrize("turned", [False, True])
def test_a_place_lies_in_all_that_any_part_knows_around_it(turned: bool) -> None:
    """The one crisis names the district and the country, the other the region."""
    place = EntityKind.PLACE
    north = [
        entity("p-1", "Puke", kind=place, within=("p-2", "p-4")),
        entity("p-2", "Puke district", kind=place, within=("p-4",)),
        entity("p-4", "Albania", kind=place),
    ]
    south = [
        entity("p-1", "Puke", kind=place, document="d-2", within=("p-3", "p-4")),
        entity("p-3", "the north", kind=place, document="d-2", within=("p-4",)),
        entity("p-4", "Albania", kind=place, document="d-2"),
    ]
    parts = [Directory(tuple(north)), Directory(tuple(south))]
    found = together(parts[::-1] if turned else parts).directory.by_id["p-1"].within
    assert set(found) == {"p-2", "p-3", "p-4"}
    assert found[-1] == "p-4"
