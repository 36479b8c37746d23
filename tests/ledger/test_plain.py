"""Nouns to JSON and back, by their annotations alone."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pytest

from reportedly.ledger.plain import json_of, parse_json
from reportedly.model import Line, Modality, Span
from reportedly.when import When


@dataclass(frozen=True, slots=True, kw_only=True)
class Clue:
    """As gathering might note it: "on the 6th", and where."""

    words: str
    span: Span
    day: When | None = None
    pairs: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Clues:
    document: str
    clues: tuple[Clue, ...] = ()
    by_word: dict[str, tuple[int, ...]] = field(default_factory=dict)
    by_day: dict[int, str] = field(default_factory=dict)
    hashes: frozenset[int] = frozenset()
    rest: Any = None


CLUE = Clue(words="on the 6th", span=Span(3, 13), day=When.on(date(2031, 3, 6)), pairs=(("a", 1),))


@pytest.mark.parametrize(
    "value",
    [
        CLUE,
        Clues(document="d-1", clues=(CLUE, CLUE), by_word={"sixth": (1, 2)}, by_day={6: "x"}, hashes=frozenset({9, 3})),
        Clues(document="d-1", rest={"anything": [1, None, "x"]}),
        Line("figure", (("metric", "killed"), ("place", None))),
        When(None, date(2031, 3, 6), approximate=True),
        Span(1, 2),
        Modality.DENIED,
    ],
)
def test_a_noun_is_itself_again(value: Any) -> None:
    """Nested records, optional dates, tuples of tuples, mappings by number."""
    assert value == parse_json(json_of(value), type(value))


def test_equal_nouns_are_equal_texts() -> None:
    """Whatever order a mapping or a set was filled in."""
    one = Clues(document="d", by_word={"a": (1,), "b": (2,)}, hashes=frozenset([1, 2]))
    two = Clues(document="d", by_word={"b": (2,), "a": (1,)}, hashes=frozenset([2, 1]))
    assert json_of(one) == json_of(two)


def test_what_an_older_or_newer_form_wrote_is_still_read() -> None:
    """A field that is gone is passed over; one that is new has its default."""
    text = '{"words": "on the 6th", "span": [3, 13], "day": "2031-03-06", "weight": 7}'
    assert Clue(words="on the 6th", span=Span(3, 13), day=When.on(date(2031, 3, 6))) == parse_json(text, Clue)


def test_what_does_not_fit_is_refused() -> None:
    """A word where a place in the text should be, and a day that no calendar has."""
    with pytest.raises(ValueError, match="Expected `int`"):
        parse_json('{"words": "on the 6th", "span": ["x", 13]}', Clue)
    with pytest.raises(ValueError, match="day"):
        parse_json('{"words": "on the 31st", "span": [3, 13], "day": "2031-02-31"}', Clue)
