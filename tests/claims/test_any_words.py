"""Ordinary shapes of sentences filled with the lexicon's own words: whatever meets there, reading never raises."""

import random
import re
import tomllib
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

from articles import parsed

from reportedly.claims.read import reading_of

SHAPES = (
    "The {w} included {n} {w}s.",
    "The {w}, which included {n} {w}s, {w}ed.",
    "{n} {w}s, {w} included, had been {w}ed since Sunday.",
    "The {w} of {w}s {w}ed {n} {w}s, including {n} {w}s.",
    "{n} {w}s were {w}ed and {n} more {w}ed in the {w}, the {w} said on Monday.",
    "Among the {n} {w}s were {n} {w}s {w}ed by the {w}.",
    "The number of {w}s {w}ed had {w}ed to {n}, up from {n}, a {w} {w}ed.",
    "{n} {w}s, {n} of them {w}s, are {w}ed after a {w} that {w}ed {n}.",
    "The {w}'s {w} {w}ed the {w} as {w}, and {w}ed {n} {w}s to {w} the {w}.",
    "{w}ed: {n}. {w}: {n}. {w} {w}: {n} {w}s",
    "No {w} {w}ed any {w} of the {n} {w}s, whose {w} {w}ed on Friday.",
    "What the {w} {w}ed was {n} {w}s, not {n}, and the {w} is to {w} until Sunday.",
)
PARAGRAPHS = 40
SENTENCES = 6


def words() -> list[str]:
    """Every single word that the English lexicon lists."""
    found: set[str] = set()
    for file in files("reportedly.lexicon").joinpath("en").iterdir():
        if file.name.endswith(".toml"):
            found |= set(_strings(tomllib.loads(file.read_text(encoding="utf-8"))))
    return sorted(word for word in found if re.fullmatch(r"[a-z]{3,12}", word))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)


def filled(shape: str, known: list[str], dice: random.Random) -> str:
    with_words = re.sub(r"\{w\}", lambda _: dice.choice(known), shape)
    text = re.sub(r"\{n\}", lambda _: str(dice.choice((2, 3, 12, 40, 1_200))), with_words)
    return text[0].upper() + text[1:]


def test_no_sentence_of_known_words_breaks_a_rule() -> None:
    """ "The count included 12 children": of a counted noun the rules ask its verb, of "include" its subject."""
    known, dice = words(), random.Random(20310308)
    for _ in range(PARAGRAPHS):
        text = " ".join(filled(dice.choice(SHAPES), known, dice) for _ in range(SENTENCES))
        for claim in reading_of(parsed(text)).claims:
            assert claim.quote == text[claim.span.start : claim.span.end], text
