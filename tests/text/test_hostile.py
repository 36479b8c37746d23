"""Text made to be slow: one token over and over, as a broken page or an unkind hand may send it."""

import time
from collections.abc import Callable

import pytest

from reportedly.gather.clues import clues_of
from reportedly.model import Document, Span
from reportedly.text.dates import find_clock_ranges, find_times
from reportedly.text.numbers import find_quantities
from reportedly.text.sentences import article_of
from reportedly.text.subjects import _is_told_to_medium

PIECES = [
    "6 January 2022, ",
    "on Thursday ",
    "the sixth ",
    "two days later ",
    "12:30 ",
    "from 7 to ",
    "9",
    "1,000,",
    "one hundred and ",
    "million ",
    "between 1 and ",
    "at least ",
    "will ",
    "Aa, ",
    "(",
    "\N{LEFT DOUBLE QUOTATION MARK}",
    "\t",
]
LENGTH = 12_000
FINDERS: list[Callable[[str], object]] = [
    lambda text: find_times(text, published=None),
    find_clock_ranges,
    find_quantities,
    lambda text: clues_of(Document(id="a", source="a.txt", text=text, body=(Span(0, len(text)),))),
]


def seconds_of(find: Callable[[str], object], text: str) -> float:
    """Of the processor, so that what else runs here counts little."""
    began = time.process_time()
    find(text)
    return time.process_time() - began


@pytest.mark.parametrize("piece", PIECES)
def test_the_same_token_over_and_over_costs_by_its_length(piece: str) -> None:
    """Four times the text takes about four times as long; sixteen times would be its square."""
    for find in FINDERS:
        text = piece * (LENGTH // len(piece))
        short, long = seconds_of(find, text[: LENGTH // 4]), seconds_of(find, text)
        assert long < max(0.3, 10 * short)


def test_a_number_of_thousands_of_digits_is_none() -> None:
    """No crisis counts so many, and a float cannot hold them."""
    assert find_quantities("9" * 20_000) == ()


def test_a_verb_at_the_very_start_has_nothing_before_it() -> None:
    """A sentence whose head was cut off: "Told" is taken for a participle, and an agency stands behind it."""
    text = "Told dpa by a guard, he left."
    article = article_of(Document(id="d-1", source="a.txt", text=text, body=(Span(0, len(text)),)))
    (sentence,) = article.sentences
    verb = sentence.tokens[0]
    assert verb.tag_ == "VBN"
    assert _is_told_to_medium(verb, sentence)
