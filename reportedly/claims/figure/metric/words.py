"""What a word says is counted, by the lexicon: "arrests" are of the detained, whom "kill" takes as its object are killed.

In: a word and what it is asked as (noun, object, subject, attribute). Out: the metric that `lexicon/en/metrics.toml` gives it, or
None.
"""

from functools import cache
from typing import Any, NamedTuple

from reportedly.claims.figure.population import is_person, things
from reportedly.claims.frames import words_of
from reportedly.lexicon import load
from reportedly.text.grammar import ATTRIBUTE, OBJECT, SUBJECT
from reportedly.text.sentences import Token


class Metric(NamedTuple):
    """`name` as in the contract; `word` is the token that says it, `is_phrased` where it does so with the words beside it,
    `is_turned` where it takes a negation to say so.
    """

    name: str
    word: Token
    is_turned: bool = False
    is_phrased: bool = False


@cache
def tables() -> dict[str, Any]:
    return load("en/metrics")


@cache
def by_word() -> dict[tuple[str, str], str]:
    out: dict[tuple[str, str], str] = {}
    for metric, table in tables().items():
        if metric in {"phrases", "helpers", "frames", "classes"}:
            continue
        for role in (OBJECT, SUBJECT, ATTRIBUTE, "noun"):
            for word in table[role]:
                out.setdefault((word, role), metric)
    return out


class Phrase(NamedTuple):
    """A verb that says it only with one of `beside` in its clause, and one of `also` where it has any, and none of
    `without`, and of those in `whom` alone; what has no bound is empty. The metric "none" is no count at all.
    """

    metric: str
    beside: frozenset[str]
    also: frozenset[str]
    without: frozenset[str]
    whom: frozenset[str]

    def fits(self, near: set[str], whom: Token | None) -> bool:
        """Whether the words of the clause, and the noun counted, are those that it asks for."""
        return (
            (not self.beside or bool(near & self.beside))
            and (not self.also or bool(near & self.also))
            and not near & self.without
            and (not self.whom or (whom is not None and is_one_of(whom, self.whom)))
            and (whom is None or _suits(self.metric, whom))
        )

    def found(self, word: Token, near: set[str]) -> Metric:
        """The metric, said by the word; turned where it is a negation of the clause that makes it: "no trace of 40"."""
        return Metric(self.metric, word, bool(near & (self.beside | self.also) & _NEGATING), is_phrased=True)


_NEGATING = {"no", "not", "n't", "never", "nothing", "nobody", "nowhere", "longer", "unable", "cannot"}
_OF_THINGS = {"destroyed", "damaged"}
_OF_PEOPLE = {"homeless", "displaced", "hospitalised", "injured", "trapped"}


def _suits(metric: str, whom: Token) -> bool:
    """No villager is destroyed, and no house homeless: another phrase of the same verb may be meant."""
    if metric in _OF_THINGS:
        return not is_person(whom) or lemma(whom) in {"fighter", "bomber", "destroyer", "carrier"}
    return metric not in _OF_PEOPLE or lemma(whom) not in things()


@cache
def phrases_by_verb() -> dict[tuple[str, str], tuple[Phrase, ...]]:
    """(verb, role) -> the phrases that it may be part of."""
    out: dict[tuple[str, str], list[Phrase]] = {}
    for row in tables()["phrases"]:
        phrase = Phrase(
            row["metric"],
            *(words_of(row.get(name, ()), tables()["classes"]) for name in ("with", "also", "without", "whom")),
        )
        for verb in row["verbs"]:
            for role in (OBJECT, SUBJECT) if row["role"] == "both" else (row["role"],):
                out.setdefault((verb, role), []).append(phrase)
    return {key: tuple(phrases) for key, phrases in out.items()}


@cache
def crowd_deeds() -> frozenset[str]:
    """Verbs of what only a crowd does: three men who throw stones are none."""
    return frozenset(verb for row in tables()["phrases"] if row.get("crowd") for verb in row["verbs"])


_OF_A_PEOPLE = "<people>"
"""In a list of whom: nationals that only their country's adjective names ("12,000 Danes"), and numbers alone."""


_A_PERSON = "<person>"
"""Whoever is a person by the lists of nouns of persons and their ends: "bricklayers", "nuns", "occupants"."""
_A_NUMBER = "<number>"
"""A number alone: "over 580,000 made to leave"."""
_PEOPLED = {_OF_A_PEOPLE, _A_PERSON}


def is_one_of(noun: Token, words: frozenset[str]) -> bool:
    """Whether the counted noun is one of the words, by itself or with its modifier ("peace observers")."""
    if lemma(noun) in words or noun.lower_ in words:
        return True
    before = noun.nbor(-1) if noun.i > noun.sent.start else None
    if before is not None and before.dep_ == "compound" and f"{before.lower_} {lemma(noun)}" in words:
        return True
    if _A_PERSON in words and (noun.pos_ == "PRON" or is_person(noun)):
        return True
    if _A_NUMBER in words and noun.like_num:
        return True
    is_a_people = noun.pos_ in {"PROPN", "ADJ"} or noun.ent_type_ == "NORP" or noun.like_num
    return bool(words & _PEOPLED) and is_a_people


@cache
def helpers(name: str) -> frozenset[str]:
    return frozenset(tables()["helpers"][name])


def lemma(token: Token) -> str:
    """The lemma in lower case; participles that the tagger took for adjectives go back to their verb's form."""
    return token.lemma_.lower()


OF_THE_HURT = {"killed", "evacuated", "released", "rescued"}


def is_deed_of_people(word: Token) -> bool:
    """Whether it is a verb of which people are the subject ("seven more die", taken for a noun)."""
    return word.tag_ == "NN" and (word.lower_, SUBJECT) in by_word() and (word.lower_, "noun") not in by_word()


def is_group(noun: Token) -> bool:
    """ "a crew", "a squad": what befalls it befalls those whom "of" counts."""
    return lemma(noun) in helpers("groups")


def is_counting(noun: Token) -> bool:
    """ "the number", "the total", "the toll": says that something is counted, not what."""
    return lemma(noun) in helpers("counting") or (noun.lower_ in {"that", "those"} and noun.pos_ == "PRON")


def lookup(word: Token, role: str) -> str | None:
    """The metric of a word in a role, by lemma or as written (the tagger takes "the injured" for a verb)."""
    table, low = by_word(), word.lower_
    if low == "arrest" and word.i > word.sent.start and word.nbor(-1).lower_ in {"cardiac", "heart"}:
        return None
    is_plural = low.endswith("s") and word.pos_ in {"NOUN", "PROPN"}
    return (
        table.get((lemma(word), role)) or table.get((low, role)) or (table.get((low[:-1], role)) if is_plural else None)
    )


@cache
def class_words(name: str) -> frozenset[str]:
    return words_of([f"@{name}"], tables()["classes"])
