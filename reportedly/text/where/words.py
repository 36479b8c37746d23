"""Word lists of places, as the rooms beside this one ask for them: `words("journeys")`, `sorts()["province"]`."""

from functools import cache

from reportedly.lexicon import load


@cache
def words(name: str) -> frozenset[str]:
    return frozenset(load("en/places")[name]["words"])


@cache
def sorts() -> dict[str, str]:
    table: dict[str, list[str]] = load("en/places")["bare"]
    return {word: sort for sort, words in table.items() for word in words}
