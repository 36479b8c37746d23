"""Rescue work told by its aim: "troops were deployed with boats to bring out the marooned".

In: a parsed sentence. Out: the verb that says what is done, and those who do it, where what they do has people in need for
its aim: a task ("to reach villagers whom the water cut off"), or work that has a name ("went there for rescue
operations"). Refuses those who are no rescuers by trade or by order: a ransom is paid "to free the hostages" by nobody
who searches.
"""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from reportedly.claims.frames import is_in, lemmas_of, participants_of_verb, through, words_in, words_of
from reportedly.claims.measure.naming import measure_meant, measure_named, operation_words
from reportedly.lexicon import load
from reportedly.text.sentences import Sentence, Token


class Rescue(NamedTuple):
    """The verb that says what is done for the rescue, and whoever does it or is sent to it."""

    word: Token
    rescuers: Token


@cache
def _rescuers() -> frozenset[str]:
    tables = load("en/measures")
    return words_of(["@rescue_team", "@rescuer", "@troop", "@team", "@relief_craft"], tables["classes"])


@cache
def _crises() -> frozenset[str]:
    return words_of(["@crisis"], load("en/measures")["classes"])


def find_rescues(sentence: Sentence) -> Iterator[Rescue]:
    """What a sentence says is done to save people, once for each verb."""
    seen: set[int] = set()
    for token in sentence.tokens:
        if token.dep_ not in _PURPOSES:
            continue
        verb = _verb_of_task(token, sentence) or _verb_with_work(token, sentence)
        if verb is None or verb.i in seen:
            continue
        rescuers = _rescuers_of(verb)
        if rescuers is not None:
            seen.add(verb.i)
            yield Rescue(verb, rescuers)


_PURPOSES = {"pcomp", "advcl", "xcomp", "acl", "pobj"}
"""How a task or a work hangs on the verb that tells who does it."""


def _verb_of_task(task: Token, sentence: Sentence) -> Token | None:
    """ "deployed to bring out the stranded", "struggle to get to people", "used for saving residents"."""
    if task.pos_ not in {"VERB", "AUX"} or not _is_saving(task, sentence):
        return None
    if task.dep_ == "pcomp" and task.head.lower_ in {"for", "in", "at"}:
        above = task.head.head
    elif task.dep_ in {"advcl", "xcomp", "acl"} and any(c.lower_ == "to" and c.dep_ == "aux" for c in task.children):
        above = task.head
    else:
        return None
    while above.pos_ in {"NOUN", "PROPN"} and above.dep_ in {"dobj", "pobj", "attr", "prep"} and above.head != above:
        above = above.head.head if above.dep_ == "pobj" else above.head
    return above if above.pos_ in {"VERB", "AUX"} else None


def _is_saving(task: Token, sentence: Sentence) -> bool:
    """Whether the task saves those whom it names: "to reach residents"; "to help" only those in danger."""
    forms = set(lemmas_of(task))
    near = [c.lower_ for c in task.children if c.dep_ in {"prt", "prep", "advmod"} and c.i > task.i]
    forms |= {f"{task.lemma_.lower()} {word}" for word in near}
    if forms & operation_words("approaching") and words_in(sentence.article).isdisjoint(_crises()):
        return False  # "a survey team was sent to reach people who never vote"
    if forms & operation_words("tasks"):
        return any(_is_one_of(noun, "in_need") for noun in _objects(task))
    if not forms & operation_words("helping"):
        return False
    return any(_is_one_of(t, "endangered") for noun in _objects(task) for t in (noun, *noun.children))


def _objects(task: Token) -> list[Token]:
    own = [c for c in task.children if c.dep_ == "dobj"]
    own += [p for c in task.children if c.dep_ == "prep" and c.i > task.i for p in c.children if p.dep_ == "pobj"]
    return [t for o in own for t in (o, *o.conjuncts)]


def _is_one_of(noun: Token, name: str) -> bool:
    """ "the marooned", "hundreds of residents"."""
    return any(form in operation_words(name) for t in through(noun) for form in lemmas_of(t))


def _verb_with_work(noun: Token, sentence: Sentence) -> Token | None:
    """ "has gone to the valley for rescue operations", "were sent in for the search"."""
    if noun.pos_ not in {"NOUN", "PROPN"} or noun.dep_ != "pobj":
        return None
    if measure_named(noun) != "rescue_operation" or measure_meant(noun, sentence) != "rescue_operation":
        return None
    link = noun.head
    if link.dep_ != "prep" or link.lower_ not in {"for", "on", "in"} or link.head.pos_ != "VERB":
        return None
    sending = operation_words("taking_part") | operation_words("sent_for")
    return link.head if any(form in sending for form in lemmas_of(link.head)) else None


def _rescuers_of(verb: Token) -> Token | None:
    """Those of the verb's own parts who rescue: its doer, or whom it sends."""
    parts = participants_of_verb(verb)
    nouns = [*parts.doers, *parts.undergoers]
    if verb.dep_ in {"acl", "relcl"}:
        nouns.append(verb.head)
    found = [t for noun in nouns for t in through(noun) if is_in(t, _rescuers())]
    people = (t for t in found if not any(form in operation_words("craft") for form in lemmas_of(t)))
    return next(people, None) or next(iter(found), None)  # "helicopters and soldiers": the soldiers
