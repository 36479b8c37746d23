"""The word lists of events, and what a noun is by them: people, those who may use force."""

from functools import cache
from typing import Any

from reportedly.claims.frames import is_in, lemmas_of, words_of
from reportedly.claims.people.persons import is_called_person
from reportedly.lexicon import load
from reportedly.text.sentences import Token


@cache
def tables() -> dict[str, Any]:
    return load("en/events")


@cache
def event_words(name: str) -> frozenset[str]:
    return frozenset(tables()[name]["words"])


def is_hazard(event: str) -> bool:
    return event in tables()["hazards"]


def is_listed(name: str, noun: Token) -> bool:
    return any(form in event_words(name) for form in lemmas_of(noun))


@cache
def people_words() -> frozenset[str]:
    """Those of the classes of the events who are people, and no things."""
    classes = tables()["classes"]
    rows = ("@protester", "@evacuee", "@official", "@rescuer", "@force")
    return (words_of(rows, classes) | event_words("persons")) - event_words("things")


def is_people(noun: Token) -> bool:
    return is_in(noun, people_words()) or (noun.pos_ == "NOUN" and is_called_person(noun))


def may_act(noun: Token) -> bool:
    """ "the rebel attack", "the army's offensive"; not "the bomb attack", "Monday's raid"."""
    return noun.ent_type_ not in {"DATE", "TIME"} and is_in(noun, frozenset(tables()["classes"]["force"]))
