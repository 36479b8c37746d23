"""Who "them" are of whom a number is taken, and whose men "its men" are.

In: a counted pronoun, or a noun with a possessive, in its sentence. Out: the noun that says who they are: "fired on the marchers,
killing eleven of them" -> marchers; "the police said 14 of their men were hurt" -> police. Refuses whoever does the deed, whoever
only tells of it, those who were counted themselves (of them it is a part), and a choice between two classes of people.
"""

from collections.abc import Iterator
from functools import cache

from reportedly.claims.figure.frames import Counted
from reportedly.claims.figure.population import PEOPLE, Population, is_person, population_of
from reportedly.claims.people.persons import THINGS
from reportedly.lexicon import load, words
from reportedly.text.grammar import subject_of, verb_above
from reportedly.text.sentences import Sentence, Token

_THEM = {"them", "whom"}


def who_they_were(counted: Counted, sentence: Sentence) -> Population | None:
    """The class of the uncounted people of whom the number is taken; None where they were counted, or nobody tells."""
    noun = counted.noun
    if noun is None or noun.lower_ not in _THEM or noun.dep_ != "pobj":
        return None
    near = list(_candidates(counted.number, sentence))
    if noun.lower_ == "whom":
        near = near[-1:]
    if not near or any(_is_counted(token) for token in near):
        return None
    if near[-1].lower_ == "crowd":
        return PEOPLE
    classes = {population_of(token, sentence).name for token in near}
    return population_of(near[-1], sentence) if len(classes) == 1 else None


def what_they_were(counted: Counted, sentence: Sentence) -> Population | None:
    """ "ambushed a convoy of 30 trucks and burned 11 of them": the things of which the number is a part."""
    noun, number = counted.noun, counted.number
    if noun is None or noun.lower_ not in {*_THEM, "which"} or noun.dep_ != "pobj":
        return None
    many = (t for t in reversed(number.doc[sentence.tokens.start : number.i]) if t.tag_ in {"NNS", "NNPS"})
    nearest = next(many, None)
    found = population_of(nearest, sentence) if nearest is not None else None
    return found if found is not None and found.name in THINGS else None


def _candidates(number: Token, sentence: Sentence) -> Iterator[Token]:
    """The groups of people that the sentence names before the number, but for who does the deed and who tells of it."""
    doers = _doers(number)
    for token in sentence.tokens.doc[sentence.tokens.start : number.i]:
        is_many = token.tag_ in {"NNS", "NNPS"} or token.lower_ in _bodies()
        is_head = token.dep_ not in {"compound", "nmod", "amod", "poss", "agent"} and token.head.dep_ != "agent"
        if is_many and is_head and token.i not in doers and _is_of_people(token, sentence) and not _tells(token):
            yield token


def _is_of_people(token: Token, sentence: Sentence) -> bool:
    found = population_of(token, sentence)
    return not found.is_thing and (is_person(token) or token.lower_ in _bodies())


def _doers(number: Token) -> set[int]:
    """The subjects of the verb that the number is the object of, and of those it hangs on: "police beat up eight of them"."""
    verb = verb_above(number)
    found = set[int]()
    if number.dep_ not in {"nsubj", "nsubjpass"}:
        subject = subject_of(verb)
        found |= {subject.i, *(t.i for t in subject.conjuncts)} if subject is not None else set()
    if verb.dep_ in {"advcl", "xcomp"} and number.dep_ not in {"nsubj", "nsubjpass"}:
        subject = subject_of(verb_above(verb.head))
        found |= {subject.i} if subject is not None else set()
    return found


def _tells(token: Token) -> bool:
    return token.dep_ == "nsubj" and token.head.lemma_.lower() in _saying()


def _is_counted(token: Token) -> bool:
    return any(
        c.dep_ == "nummod" or c.lower_ in {"hundreds", "thousands", "dozens", "scores"} for c in token.children
    ) or (token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.like_num)


def fronted_whole(counted: Counted, sentence: Sentence) -> Token | None:
    """ "Of 70 trucks, 48 burned", "out of 250 huts, 180 burned down": of what the bare number is a part."""
    start, number = sentence.tokens.start, counted.number
    doc = sentence.tokens.doc
    start += doc[start].lower_ == "out"
    opener = doc[start]
    if counted.noun is not None or opener.lower_ != "of" or number.dep_ not in {"nsubj", "nsubjpass", "dobj"}:
        return None
    whole = next((c for c in opener.children if c.dep_ == "pobj" and start < c.i < number.i), None)
    return whole if whole is not None and any(c.dep_ == "nummod" for c in whole.children) else None


def own_force(counted: Counted, sentence: Sentence) -> Population | None:
    """The force of which it counts men, where it says "its men", "their people", "of his own"."""
    noun = counted.noun
    if noun is None or noun.lemma_.lower() not in words("en/metrics", "helpers", "own_men"):
        return None
    if not any(c.dep_ == "poss" and c.lower_ in {"its", "their", "our", "his", "her"} for c in noun.children):
        return None
    for owner in _owners(noun, sentence):
        found = population_of(owner, sentence)
        if found.name in _FORCES:
            return found
    return None


_FORCES = {"security_forces", "soldiers", "militants", "foreign_troops"}
_UP = 4


def _owners(noun: Token, sentence: Sentence) -> Iterator[Token]:
    """The subjects of the clauses that hold the noun; of a pronoun, the subject of the sentence before."""
    verb = verb_above(noun)
    for _ in range(_UP):
        subject = subject_of(verb)
        if subject is not None and subject.i != noun.i and subject.i < noun.i:
            yield subject if subject.pos_ != "PRON" else _subject_before(sentence) or subject
        if verb.head.i == verb.i:
            return
        verb = verb_above(verb.head)


def _subject_before(sentence: Sentence) -> Token | None:
    if sentence.index == sentence.paragraph.sentences[0].index:
        return None
    before = sentence.article.sentences[sentence.index - 1]
    root = next((t for t in before.tokens if t.head.i == t.i), None)
    return subject_of(root) if root is not None else None


@cache
def _bodies() -> frozenset[str]:
    return frozenset({*load("en/populations")["bodies"]["words"], "crowd", "people"})


@cache
def _saying() -> frozenset[str]:
    return frozenset(load("en/outlooks")["saying"]["words"])
