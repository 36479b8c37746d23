"""Lines as all kinds have them: fields with names, of which the place nests in the places that hold it.

In: claims and the directory. Out: field values, enclosing lines, plain phrases. What a kind does not say otherwise is
here: two claims on one line agree, and the content of the first is the value ("Poland condemned the attack").
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from typing import Any

from reportedly.amount import Amount
from reportedly.model import Claim, Directory, Line, Modality, Relation, Span

TOLD = (Modality.ASSERTED, Modality.DENIED)


def place_of(claim: Claim, directory: Directory) -> str | None:
    """The id of the place that a claim speaks of."""
    entity = directory.entity_of(claim.document, claim.place)
    return entity.id if entity else None


def party_of(claim: Claim, span: Span | None, name: str | None, directory: Directory) -> str | None:
    """The id of a party to a claim, or its name in small letters where nobody is known by it."""
    entity = directory.entity_of(claim.document, span)
    return entity.id if entity else (name.casefold() if name else None)


def places_around(place: str | None, directory: Directory) -> tuple[str, ...]:
    """The places that hold a place, from the nearest outwards."""
    entity = directory.by_id.get(place) if place else None
    return tuple(outer for outer in entity.within if outer != place) if entity else ()


def with_field(line: Line, field: str, value: str | None) -> Line:
    return Line(line.kind, tuple((name, value if name == field else old) for name, old in line.fields))


def outer_places(line: Line, directory: Directory) -> Iterator[Line]:
    """The same question asked of each place that holds the line's own."""
    for place in places_around(line.get("place"), directory):
        yield with_field(line, "place", place)


def speaks_for_own(claim: Claim, line: Line, directory: Directory) -> bool:
    """Only for its own line: what is so in a city is not so for its country."""
    return line.get("place") in (None, place_of(claim, directory))


def content_of(claims: Sequence[Claim], replaced: Sequence[Claim]) -> Mapping[str, Any]:
    """The content of the claim that stands, without what points into its document."""
    content = claims[0].content
    told = ((field.name, getattr(content, field.name)) for field in fields(content))
    return {name: value for name, value in told if not isinstance(value, Span)}


def none_of(values: Mapping[Line, Mapping[str, Any]], directory: Directory) -> None:
    """No sum: two cities' curfews are not the country's."""


def no_amount(claim: Claim) -> Amount | None:
    """What is no count has none."""


def no_least(claim: Claim) -> int | None:
    """What is no count has no least number."""
    return None


def is_never(line: Line) -> bool:
    return False


def is_no_share(claim: Claim) -> bool:
    return False


def is_running(line: Line) -> bool:
    return True


def say_mapping(value: Mapping[str, Any]) -> str:
    return ", ".join(str(part).replace("_", " ") for part in value.values() if part is not None)


def say_fields(line: Line, directory: Directory) -> str:
    """A line in words: `killed, security forces, Kazakhstan`."""
    return ", ".join(say_field(value, directory) for _, value in line.fields if value is not None)


def say_field(value: str, directory: Directory) -> str:
    """The name of an entity, or a ledger word with its underscores opened."""
    return directory.labels.get(value) or value.replace("_", " ")


def relate_told(claim: Claim, other: Claim) -> Relation:
    """What is told the same way again agrees; a denial denies what was told."""
    if claim.modality is other.modality:
        return Relation.AGREES
    return Relation.DENIES if claim.modality is Modality.DENIED else Relation.NONE
