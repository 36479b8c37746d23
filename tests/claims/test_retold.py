"""Who did it, to whom and when, where another sentence of the article says so: tables of short invented articles."""

from dataclasses import asdict

import pytest

from reportedly.claims.read import reading_of
from reportedly.model import Document, Span
from reportedly.text.sentences import article_of
from reportedly.when import parse_when

RETOLD = [
    ("Five men were arrested, police said.", ["COERCE police Five men"]),
    (
        "Security forces sealed off the square. At least 612 people have been taken into custody.",
        ["MOBILIZE", "COERCE"],
    ),
    (
        "Some 300 students marched on the ministry. Riot police dispersed them.",
        ["PROTEST students", "COERCE Riot police"],
    ),
    ("Protesters gathered at the gates. Police fired tear gas.", ["PROTEST Protesters", "ASSAULT Police Protesters"]),
    ("Ten hostages are still held captive. The gunmen have set no terms.", ["COERCE gunmen hostages"]),
    (
        "Gunmen attacked the customs post. The raid left four guards dead.",
        ["ASSAULT Gunmen customs post", "ASSAULT Gunmen customs post"],
    ),
]


def _events(text: str) -> list[str]:
    document = Document(
        id="d-1", source="case", text=text, body=(Span(0, len(text)),), published=parse_when("2031-03-08")
    )
    contents = [asdict(c.content) for c in reading_of(article_of(document)).claims if c.kind == "event"]
    return [" ".join(str(c[field] or "-") for field in ("event", "actor_name", "recipient_name")) for c in contents]


@pytest.mark.parametrize(("text", "expected"), RETOLD)
def test_a_party_is_taken_from_where_the_article_tells_it(text: str, expected: list[str]) -> None:
    """Those who tell of an arrest, those beside it, "they", and what a definite noun goes back to."""
    told = _events(text)
    assert len(expected) == len(told)
    assert all(line.startswith(start) for line, start in zip(told, expected, strict=True))


NOBODY = [
    ("Ten people were shot dead in the market, police said.", ["ASSAULT - Ten people"]),
    ("A bomb exploded at the market. Police searched the area.", ["ASSAULT - -"]),
]


@pytest.mark.parametrize(("text", "expected"), NOBODY)
def test_a_deed_of_nobody_that_is_told_stays_without_a_doer(text: str, expected: list[str]) -> None:
    """Police who tell of a killing have not done it."""
    assert expected == _events(text)[:1]
