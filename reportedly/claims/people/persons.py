"""Whether a noun means persons at all: "dockers", "a schoolteacher", "the widow".

In: a noun. Out: whether persons.toml or populations.toml has it, or whether it ends as words for persons end. Says nothing
of names and peoples. Refuses houses and vehicles, and what only ends so ("a tanker", "the river").
"""

from functools import cache, lru_cache

from reportedly.lexicon import load
from reportedly.text.sentences import Token

THINGS = {"buildings", "vehicles", "homes"}
"""The classes of populations.toml that are no persons."""

_SHORTEST = 3
""" "men", "or": no word has an end that is all of it."""


def is_called_person(noun: Token) -> bool:
    """Whether the word itself means a person, by the lists or by its end ("dockers")."""
    return _is_for_persons(noun.lemma_.lower(), noun.lower_)


@lru_cache(maxsize=1 << 14)
def _is_for_persons(word: str, written: str) -> bool:
    if {word, written, written.removesuffix("s")} & _persons():
        return True
    ends, none = _ends()
    return word.endswith(ends) and len(word) > _SHORTEST and word not in none and written not in none


@cache
def _ends() -> tuple[tuple[str, ...], frozenset[str]]:
    """The ends of words for persons, and the words so ended that are none."""
    table = load("en/persons")["ends"]
    return tuple(table["words"]), frozenset(table["none"])


@cache
def _persons() -> frozenset[str]:
    listed = {word for words in load("en/persons")["words"].values() for word in words}
    classes = load("en/populations")["classes"]
    counted = {word for words in classes.values() for word in words}
    return frozenset((listed | counted) - {word for name in THINGS for word in classes[name]})
