"""Rolls of countries and wrecks: "The dead: Norland 12, Peru 5", "a coach with 46 Norlanders fell into a ravine, killing 17".

In: a parsed sentence, or the word for some people. Out: the people whom a roll counts by country, with what its head says
befell them; what befell those whom a wrecked vehicle carried. Refuses a roll whose head says nothing (votes, medals).
"""

from collections.abc import Iterator
from functools import partial

from reportedly.claims.condition import cue_in
from reportedly.claims.frames import is_in, lemmas_of
from reportedly.claims.people.nationals import Nationals
from reportedly.lexicon import words
from reportedly.lexicon.nations import country_named
from reportedly.text.sentences import Sentence, Token

_words = partial(words, "en/safety")


_ROLL = 2
"""Countries that a roll has at least."""


def rolled(sentence: Sentence) -> Iterator[tuple[Nationals, str, Token]]:
    """Each country of a roll, with the status and the word that the head of the roll gives."""
    tokens = list(sentence.tokens)
    colon = next((i for i, t in enumerate(tokens) if t.text == ":"), None)
    if colon is None:
        return
    head = next((t for t in tokens[:colon] if any(form in _words("wrecks", "heads") for form in lemmas_of(t))), None)
    found = cue_in([head], tokens[colon]) if head is not None else None
    counted = [(t, country) for t in tokens[colon + 1 :] if (country := country_named(t.text)) and _is_counted(t)]
    if found is not None and head is not None and len(counted) >= _ROLL:
        yield from ((Nationals(t, country), found[0], t) for t, country in counted)


def _is_counted(name: Token) -> bool:
    """ "Norland 12", "Norland (12)", "Norland: 12", "12 Norland"."""
    beside = [
        name.doc[i] for i in range(max(name.sent.start, name.i - 1), min(name.i + 3, name.sent.end)) if i != name.i
    ]
    return any(t.like_num for t in beside)


def wrecked(people: Token) -> tuple[str, Token] | None:
    """The status and the verb of the accident, where the people are those whom the vehicle had on board."""
    holder = people.head
    held_by = holder.head if holder.dep_ in {"prep", "acl", "relcl"} else None
    if held_by is None or people.dep_ not in {"pobj", "dobj"} or holder.lemma_ not in _words("wrecks", "holding"):
        return None
    if not is_in(held_by, _words("wrecks", "vehicles")) or held_by.dep_ not in {"nsubj", "nsubjpass"}:
        return None
    verb = held_by.head
    if verb.lemma_ in _words("wrecks", "lost"):
        return "unknown", verb
    if not any(form in _words("wrecks", "verbs") for form in lemmas_of(verb)):
        return None
    toll = next(
        (c for c in verb.children if c.dep_ in {"advcl", "conj"} and c.lemma_ in _words("wrecks", "killing")), None
    )
    return ("harmed", toll) if toll is not None else None
