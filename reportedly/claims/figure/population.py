"""Who or what is counted, and under which class: "18 police officers" -> security_forces, label "police officers".

In: the counted noun. Out: the class of the contract (or the article's own plural), and the article's words. In an
unrest, those whom a teller calls bandits or attackers are counted as protesters; in a war as militants.
"""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from reportedly.claims.people.nationals import own_country
from reportedly.claims.people.persons import THINGS, is_called_person
from reportedly.lexicon import load
from reportedly.text.grammar import noun_phrase
from reportedly.text.names import countries_of
from reportedly.text.naming.words import countries_in
from reportedly.text.sentences import Article, Sentence, Token


class Population(NamedTuple):
    """`name` is the class or the article's own plural; `label` the article's words; things are no victims."""

    name: str
    label: str
    is_known: bool
    is_thing: bool


PEOPLE = Population("people", "", True, False)


@cache
def _class_of() -> dict[str, str]:
    return {word: name for name, words in load("en/populations")["classes"].items() for word in words}


def population_of(noun: Token, sentence: Sentence) -> Population:
    """The class of the counted noun and the article's own words for it."""
    label = _label(noun, sentence)
    core = _content_noun(noun)
    if core is None or core.like_num or core.lower_ in load("en/populations")["nobody"]["words"]:
        return PEOPLE._replace(label=label)
    known = _class_by_phrase(core, sentence.article)
    if known and known not in THINGS and _is_of_a_mixed_row(core, known):
        return PEOPLE._replace(label=label)
    if known:
        return Population(known, label, True, known in THINGS)
    if core.tag_ in {"VBN", "VBD"}:
        return PEOPLE._replace(label=label)  # "the killed and wounded": what befell them, not who they are
    if core.tag_ == "NNPS" or core.pos_ == "PROPN":
        return PEOPLE._replace(label=label, is_known=False)  # a people, or "two of Turkey", "three from the Guard"
    if core.i != noun.i and is_person(noun) and core.lemma_.lower() in _collectives():
        return PEOPLE._replace(label=label)  # "members of the group", "of the squad"
    if not is_person(core):
        return PEOPLE if _is_behind_the_hurt(core) else Population("things", label, False, True)
    return Population(_plural(core), label, False, False)


@cache
def _collectives() -> frozenset[str]:
    helpers, classes = load("en/metrics")["helpers"], load("en/metrics")["classes"]
    return frozenset({*helpers["groups"], *helpers["bands"], *classes["forces"], *helpers["companies"]})


def _is_of_a_mixed_row(noun: Token, name: str) -> bool:
    """ "85 men, women and youngsters", "22 women and children" under one number: all of them, and not the first alone."""
    if name not in _AGES or noun.tag_ not in {"NNS", "NNPS"}:
        return False
    joined = [t for t in noun.conjuncts if t.i > noun.i and t.i - noun.i <= _ROW and t.tag_ in {"NNS", "NNPS"}]
    bare = [t for t in joined if not any(c.dep_ in {"nummod", "det", "poss"} for c in t.children)]
    return any(_class_of().get(t.lemma_.lower(), name) in _AGES - {name} for t in bare)


_AGES = {"men", "women", "children"}
_ROW = 6


def _is_behind_the_hurt(noun: Token) -> bool:
    """ "31 wounded remain hospitalized", where the parser took a verb behind the hurt for the noun that is counted."""
    return noun.tag_ == "NN" and any(c.i == noun.i - 1 and c.lower_ in _HURT for c in noun.children)


_HURT = {"wounded", "injured", "dead", "missing", "homeless", "displaced", "sick"}


def is_person(noun: Token) -> bool:
    """Whether the noun means persons: by the list, by its end ("dockers"), or as a people ("Yemenis")."""
    if is_called_person(noun):
        return True
    return any(named.sort in {"adjective", "people"} for named in countries_in([noun.text]).values())


@cache
def things() -> frozenset[str]:
    """Nouns of what is no person and is counted: houses, buildings, vehicles."""
    return frozenset(word for word, name in _class_of().items() if name in THINGS)


def _is_of_persons(noun: Token) -> bool:
    """ "members of the police", "families of miners", "employees of the Red Cross"."""
    return (
        noun.pos_ == "PROPN"
        or noun.like_num
        or is_person(noun)
        or noun.lower_ in _class_of()
        or noun.lemma_.lower() in _transparent()
    )


@cache
def _transparent() -> frozenset[str]:
    return frozenset(load("en/populations")["transparent"]["words"])


""" "no one was hurt", "all 132 onboard", "three of Dutch nationality": persons, and nothing more is said of them."""


def _content_noun(noun: Token) -> Token | None:
    """The noun that says who: through "members of", "a group of"; None where it says nothing ("26 dead")."""
    seen = 0
    while seen < 4 and noun.lemma_.lower() in _transparent():
        inner = next((p for c in noun.children if c.lower_ == "of" for p in c.children if p.dep_ == "pobj"), None)
        if inner is None or (is_person(noun) and not _is_of_persons(inner)):
            break  # "employees of the plant"
        noun, seen = inner, seen + 1
    return noun if noun.pos_ in {"NOUN", "PROPN", "ADJ", "VERB"} else None


def _class_by_phrase(noun: Token, article: Article) -> str | None:
    before = [t for t in noun.lefts if t.dep_ in {"compound", "amod", "nmod", "poss"}]
    if is_person(noun):
        before = [t for t in before if not _is_of_things(t)]
    whose = (p.lower_ for of in noun.children if of.lower_ == "of" for p in of.children if p.dep_ == "pobj")
    if (named := next((c for w in whose if (c := _class_of().get(f"{noun.lower_} of {w}"))), None)) is not None:
        return named  # "forces of order"
    lemmas = [t.lemma_.lower() for t in before] + [noun.lemma_.lower()]
    for start in range(len(lemmas)):
        found = _class_of().get(" ".join(lemmas[start:]))
        if found and not (found == "people" and start == len(lemmas) - 1 and _class_of_modifier(before)):
            return found
    if lemmas[-1] in load("en/populations")["teller"]["words"]:
        return "protesters" if is_unrest(article) else "militants"
    if noun.pos_ == "NOUN" and not is_person(noun):
        return _class_of().get(noun.lower_)
    singular = noun.lower_.removesuffix("s") if noun.tag_ == "NNPS" else noun.lower_
    return _class_of_modifier(before) or _class_of().get(noun.lower_) or _class_of().get(singular)


def _is_of_things(modifier: Token) -> bool:
    """ "lorry drivers", "hotel guests": what they drive or live in is not who they are."""
    return _class_of().get(modifier.lemma_.lower()) in THINGS


def _class_of_modifier(before: list[Token]) -> str | None:
    """ "civilian deaths", "police casualties": the modifier says who."""
    for token in reversed(before):
        found = _class_of().get(token.lemma_.lower())
        if found and found != "people":
            return found
    return None


@lru_cache(maxsize=2)
def is_unrest(article: Article) -> bool:
    """Whether the article tells of protests and riots rather than of an armed conflict."""
    table = load("en/populations")["teller"]
    lemmas = [t.lemma_.lower() for s in article.sentences for t in s.tokens if t.pos_ in {"NOUN", "VERB", "PROPN"}]
    return sum(w in table["unrest"] for w in lemmas) > 2 * sum(w in table["conflict"] for w in lemmas)


@lru_cache(maxsize=2)
def is_of_accident(article: Article) -> bool:
    """Whether the article tells of an accident: those who were in what it struck are affected by it."""
    helpers = load("en/metrics")["helpers"]
    told = [lemma for s in article.sentences for t in s.tokens if (lemma := t.lemma_.lower()) in helpers["accidents"]]
    return len(told) >= 2 or any(lemma in helpers["wrecks"] for lemma in told)


@lru_cache(maxsize=2)
def is_of_refuge(article: Article) -> bool:
    """Whether the article tells of people in flight: who crosses a border or arrives there is one of them."""
    return sum(names_refuge(sentence) for sentence in article.sentences) >= 2


def names_flight(sentence: Sentence) -> bool:
    """Whether the sentence speaks of people in flight, or of a border or of fighting, over or from which people come."""
    words = load("en/populations")["refuge"]["crossed"]
    return names_refuge(sentence) or any(t.lemma_.lower() in words for t in sentence.tokens)


def names_refuge(sentence: Sentence) -> bool:
    """Whether the sentence itself speaks of people in flight."""
    words = load("en/populations")["refuge"]["words"]
    return any(t.lemma_.lower() in words for t in sentence.tokens)


_OF_A_COUNTRY = {"citizen", "national", "resident", "people", "tourist", "student", "worker", "member"}
_BARE = {"people", "foreigners"}


def nationality_of(noun: Token | None, sentence: Sentence) -> str | None:
    """The country that the counted noun is of: "two Japanese divers", "Koreans", "citizens of Ghana", an embassy's "our
    citizens"; None where untold."""
    if noun is None or any(c.lower_ == "ethnic" for c in noun.children):
        return None
    words = noun_phrase(noun)
    for child in noun.children:
        if child.lower_ in {"to", "of", "among"} and noun.lemma_.lower() not in _OF_A_COUNTRY:
            words += [t for c in child.children if c.dep_ == "pobj" for t in noun_phrase(c)]
    words = sorted({t.i: t for t in words}.values(), key=lambda t: t.i)
    for first, country in countries_in([t.text for t in words]).items():
        is_named = (noun.lemma_.lower() in _OF_A_COUNTRY and words[first].i > noun.i) or (
            words[first].i == noun.i and noun.dep_ == "pobj" and noun.head.lower_ in {"of", "from"}
        )  # "two of Turkey"
        if country.sort in {"adjective", "people"} or is_named:
            return country.code
    return own_country(noun, sentence)


def abroad(population: Population, nationality: str | None, sentence: Sentence) -> str:
    """The class of people of another country than the article's: foreigners, and soldiers foreign troops."""
    if nationality is None:
        return population.name
    if _is_home(sentence.article, nationality):
        return population.name if population.is_known or population.is_thing else "people"
    if population.name == "soldiers":
        return "foreign_troops"
    is_bare = population.name in _BARE or not population.is_known
    return "foreigners" if is_bare and not population.is_thing else population.name


@lru_cache(maxsize=8)
def _is_home(article: Article, nationality: str) -> bool:
    """Whether the article speaks of that country most, and not of its nationals alone."""
    if nationality not in countries_of(article)[:1]:
        return False
    named = (countries_in([t.text for t in p.doc]).values() for p in article.paragraphs)
    return any(w.code == nationality and w.sort not in {"adjective", "people"} for found in named for w in found) or (
        len(countries_of(article)) == 1 and len(article.sentences) > 3
    )


_ALREADY_MANY = {"staff", "personnel", "crew", "folk", "kin"}


def _plural(noun: Token) -> str:
    word = noun.lower_
    if noun.tag_ in {"NNS", "NNPS"} or word.endswith("s") or word in _ALREADY_MANY:
        return word
    return f"{word[:-1]}ies" if re.search(r"[^aeiou]y$", word) else f"{word}s"


def _label(noun: Token, sentence: Sentence) -> str:
    """The noun phrase as written, without number, article and quotation marks."""
    words = [t for t in noun_phrase(noun) if not t.is_punct and t.pos_ not in {"DET", "SYM"}]
    while len(words) > 1 and (words[0].pos_ in {"NUM", "ADV", "ADP"} or words[0].dep_ in {"nummod", "quantmod"}):
        words.pop(0)
    first, last = (words[0], words[-1]) if words else (noun, noun)
    return " ".join(sentence.quote(sentence.span_of(first, last)).strip("“”\"'‘’ ").split())
