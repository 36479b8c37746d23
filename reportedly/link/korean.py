"""Whether two spellings are one Korean name: "Park Ji-sung", "Pak Chi-song", "Pahk Jisung".

In: folded words. Each syllable is read as every row of head, vowel and end that its letters may stand for in the Revised
Romanisation, in McCune-Reischauer's without marks, and as people spell themselves. Word list: `romanisations.toml`.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from reportedly.lexicon import load

_GIVEN = 2
"""Syllables of a given name; one alone tells too little."""


def is_one_name(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether the words of two names, family name first, are one name."""
    if syllables_of(one[0]).isdisjoint(syllables_of(other[0])):
        return False
    shared = syllables_of("".join(one[1:])) & syllables_of("".join(other[1:]))
    return any(len(row) == _GIVEN for row in shared)


def are_two(one: str, other: str, *, least: int = _GIVEN) -> bool:
    """Whether two names are of so many syllables each and have no reading in common."""
    left, right = syllables_of(one), syllables_of(other)
    return all(any(len(row) == least for row in rows) for rows in (left, right)) and left.isdisjoint(right)


def is_syllable(word: str) -> bool:
    return bool(_readings(word))


@lru_cache(maxsize=50_000)
def syllables_of(text: str) -> frozenset[tuple[str, ...]]:
    """Every row of syllables, one or two of them, that a folded word may stand for; none where it is no Korean one."""
    whole = {(syllable,) for syllable in _readings(text)}
    parted = {
        (first, second)
        for at in range(1, len(text))
        for first in _readings(text[:at])
        for second in _readings(text[at:])
    }
    return frozenset(whole | parted)


@lru_cache(maxsize=50_000)
def _readings(text: str) -> frozenset[str]:
    """The syllables that one written one may be: "jung" is jung or jeong."""
    found = _pattern().fullmatch(text)
    if found is None:
        return frozenset()
    table = _table()
    rows = (table["heads"][found["head"]], table["vowels"][found["vowel"]], table["ends"][found["end"]])
    every = {f"{head}{vowel}.{end}" for head in rows[0] for vowel in rows[1] for end in rows[2]}
    return frozenset(every | {_softened(syllable) for syllable in every})


def _softened(syllable: str) -> str:
    """An r before i and y is not spoken in the South: Ri, Yi; Ryu, Yu."""
    return re.sub(r"^[rn](?=[iy])", "", syllable)


@cache
def _table() -> Mapping[str, Mapping[str, Sequence[str]]]:
    table = load("romanisations")
    return {part: table[f"korean-{part}"] for part in ("heads", "vowels", "ends")}


@cache
def _pattern() -> re.Pattern[str]:
    parts = {name: "|".join(sorted(rows, key=lambda row: -len(row))) for name, rows in _table().items()}
    return re.compile(f"(?P<head>{parts['heads']})(?P<vowel>{parts['vowels']})(?P<end>{parts['ends']})")
