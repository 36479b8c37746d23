"""Events: "protesters clashed with police in the capital".

In: a parsed sentence. Out: what happened, of which type, who did it to whom, where and when as the clause's own grammar
has it. A verb says it ("soldiers opened fire"), or a noun that happens ("protests broke out", "the quake struck at
dawn"). Refuses what did not happen, is only feared or asked for, and a noun that merely stands by ("anti-riot police").
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from reportedly.claims.clauses import (
    MODALITY,
    Outlook,
    evidence_of,
    mention_at,
    name_of,
    outlook_of,
    place_of,
    times_of,
)
from reportedly.claims.frames import Frames, Match, frames_of, is_in, lemmas_of, matches_in, participants_of_verb
from reportedly.claims.kind import Found, Kind
from reportedly.claims.relations import (
    event_line,
    relate_events,
    say_event,
    say_event_line,
    say_event_value,
)
from reportedly.lexicon import load
from reportedly.model import EntityKind, Span
from reportedly.text.dates import Kind as TimeKind
from reportedly.text.sentences import Sentence, Token
from reportedly.when import When


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """`event` is a PLOVER type or a GLIDE hazard code; `actor` and `recipient` point at mentions of the document."""

    event: str
    actor: Span | None = None
    actor_name: str | None = None
    recipient: Span | None = None
    recipient_name: str | None = None


class Happening(NamedTuple):
    """An event as a clause tells it: the word that says it, who and to whom."""

    event: str
    word: Token
    actor: Token | None
    recipient: Token | None
    noun: Token | None = None


@cache
def _tables() -> dict[str, Any]:
    return load("en/events")


@cache
def _acts() -> Frames:
    return frames_of(_tables()["acts"], _tables()["classes"])


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(_tables()[name]["words"])


@cache
def _nouns() -> dict[str, frozenset[str]]:
    """Event type -> nouns that are such an event; hazards before what people do."""
    return {name: frozenset(words) for table in ("hazards", "happenings") for name, words in _tables()[table].items()}


@cache
def _heads() -> frozenset[str]:
    """The head words of the nouns of an event: a noun that is none of them is no event."""
    return frozenset(phrase.split(" of ")[0].split(" ")[-1] for words in _nouns().values() for phrase in words)


def find_events(sentence: Sentence) -> Iterator[Found]:
    """All events of a sentence, left to right; one stretch gives a type once."""
    taken: set[tuple[str, int]] = set()
    by_verb = list(_by_verb(sentence))
    suffered = {h.recipient.i for h in by_verb if h.recipient is not None}
    by_noun = [h for h in _by_noun(sentence) if h.noun is None or h.noun.i not in suffered]
    for happening in sorted([*by_verb, *by_noun], key=lambda h: h.word.i):
        outlook = outlook_of(happening.word)
        if outlook in {Outlook.WISHED, Outlook.DENIED}:
            continue
        words = {(happening.event, w.i) for w in (happening.word, happening.noun) if w is not None}
        if not words & taken:
            taken |= words
            yield _found(happening, outlook, sentence)


def _by_verb(sentence: Sentence) -> Iterator[Happening]:
    for match in matches_in(sentence, _acts()):
        if match.frame.gives in _tables()["hazards"]:
            yield Happening(match.frame.gives, match.word, None, None, match.undergoer)
        else:
            yield Happening(match.frame.gives, match.word, match.doer, _recipient(match))


def _recipient(match: Match) -> Token | None:
    """Whom it befalls; of "opened fire at protesters" and "a bomb exploded" neither the fire nor the bomb."""
    undergoer, word = match.undergoer, match.word
    if undergoer is not None and any(form in _words("instruments") for form in lemmas_of(undergoer)):
        undergoer = None
    if undergoer is not None or match.doer is None:
        return undergoer
    return _with(word)


_TOWARDS = {"with", "at", "on", "against", "to"}


def _with(verb: Token) -> Token | None:
    """ "clashed with police", "fired at protesters"."""
    own = [c for c in verb.children if c.dep_ == "dobj"]  # "opened fire at": the target may hang on the fire
    towards = [c for holder in [verb, *own] for c in holder.children if c.lower_ in _TOWARDS]
    nouns = [p for c in towards for p in c.children if p.dep_ == "pobj"]
    return next((n for n in nouns if _is_party(n) and n.pos_ in {"NOUN", "PROPN"}), None)


def _is_party(noun: Token) -> bool:
    """Neither a day nor what it was done with."""
    return noun.ent_type_ not in {"DATE", "TIME"} and not any(form in _words("instruments") for form in lemmas_of(noun))


def _by_noun(sentence: Sentence) -> Iterator[Happening]:
    for noun in sentence.tokens:
        event = _type_of(noun)
        verb = _verb_of(noun) if event else None
        if event and verb is not None:
            actor, recipient = _parties(noun, verb) if event not in _tables()["hazards"] else (None, None)
            yield Happening(event, verb, actor, recipient, noun)


def _type_of(noun: Token) -> str | None:
    if noun.pos_ not in {"NOUN", "PROPN"} or noun.dep_ == "compound":
        return None
    named = [c for c in noun.children if c.dep_ == "compound" and noun.pos_ == "PROPN" and c.i < noun.i]
    heads = [t for t in [noun, *named] if any(form in _heads() for form in lemmas_of(t))]
    return next((event for event, words in _nouns().items() if any(is_in(t, words) for t in heads)), None)


def _verb_of(noun: Token) -> Token | None:
    """The verb that says that it happens, or the noun itself where it has a time or place of its own."""
    head = noun
    while head.dep_ in {"conj", "appos"} and head.head.pos_ in {"NOUN", "PROPN"}:
        head = head.head
    verb = head.head
    verbs = frozenset(_tables()["occurring"]["verbs"])
    if head.dep_ in {"nsubj", "nsubjpass", "dobj", "attr"} and verb.pos_ in {"VERB", "AUX"}:
        if verb.lemma_ in verbs and (head.dep_ != "dobj" or verb.lemma_ in _words("experiencing")):
            return verb
        return None
    if (
        head.dep_ == "pobj"
        and head.head.lower_ in {"into", "by"}
        and verb.head.pos_ == "VERB"
        and head.head.head.lemma_ in verbs
    ):
        return head.head.head
    if head.dep_ == "ROOT" or _has_time(noun) or _is_set(noun):
        return noun
    return next((c for c in noun.children if c.dep_ in {"acl", "relcl"} and c.lemma_ in verbs), None)


def _is_set(noun: Token) -> bool:
    """ "in the exchange of fire near the palace on Monday": told in passing, with its own place and time."""
    if noun.dep_ != "pobj" or noun.head.lower_ not in {"in", "during", "after"}:
        return False
    preps = [c for c in noun.subtree if c.dep_ == "prep"]
    is_placed = any(c.lower_ in {"near", "at", "outside", "in", "between"} for c in preps if c.head.i == noun.i)
    return is_placed and any(p.ent_type_ in {"DATE", "TIME"} for c in preps for p in c.children)


def _has_time(noun: Token) -> bool:
    """ "Monday's march", "the Tuesday attack", "the quake of 2007"."""
    return any(
        (c.ent_type_ in {"DATE", "TIME"} and c.dep_ in {"poss", "compound", "nmod", "npadvmod"})
        or (c.lower_ in {"of", "in", "on"} and any(p.ent_type_ == "DATE" for p in c.children))
        for c in noun.children
    )


def _parties(noun: Token, verb: Token) -> tuple[Token | None, Token | None]:
    """ "clashes between police and students", "attack by rebels on the town", "police suppressed the protests"."""
    pair = [p for c in noun.children if c.lower_ == "between" for p in c.children if p.dep_ == "pobj"]
    if pair:
        return pair[0], next(iter(pair[0].conjuncts), None)
    named = [(c.lower_, p) for c in noun.children for p in c.children if p.dep_ == "pobj" and _is_party(p)]
    actor = next((p for prep, p in named if prep in {"by", "of"}), None)
    recipient = next((p for prep, p in named if prep in {"on", "against"}), None)
    if actor is None and verb.i != noun.i:
        doers = participants_of_verb(verb).doers
        actor = next((d for d in doers if d.i != noun.i and d not in noun.conjuncts), None)
    return actor, recipient


def _found(happening: Happening, outlook: Outlook, sentence: Sentence) -> Found:
    core = (happening.noun, happening.recipient if happening.recipient is not None else None)
    when, is_past = _when(happening, sentence)
    actor, actor_name = _party(happening.actor, sentence)
    recipient, recipient_name = _party(happening.recipient, sentence)
    return Found(
        span=evidence_of(happening.word, sentence, core=core),
        head=happening.word.i,
        content=Event(
            event=happening.event,
            actor=actor,
            actor_name=actor_name,
            recipient=recipient,
            recipient_name=recipient_name,
        ),
        place=place_of(happening.word, sentence, core=core),
        when=when,
        modality=MODALITY[outlook],
        background=is_past,
    )


def _party(noun: Token | None, sentence: Sentence) -> tuple[Span | None, str | None]:
    """The party and its name; a place is none unless it acts, a pronoun has no name of its own."""
    if noun is None or noun.tag_ in {"WP", "WDT"}:
        return None, None
    mention = mention_at(noun, sentence)
    if mention is None and noun.pos_ == "PRON":
        return None, None
    if mention is not None and mention.kind is EntityKind.PLACE and noun.dep_ == "pobj":
        return None, None
    return name_of(noun, sentence)


def _when(happening: Happening, sentence: Sentence) -> tuple[When | None, bool]:
    """The day that the clause gives, and whether it lies long before this crisis."""
    times = [t for t in times_of(happening.word, sentence) if t.when is not None and t.kind is not TimeKind.CLOCK]
    if happening.noun is not None and happening.noun.i != happening.word.i:
        times = [*times, *(t for t in times_of(happening.noun, sentence) if t.when is not None and t not in times)]
    if not times:
        return None, False
    return times[0].when, times[0].is_past_year


EVENT = Kind(
    name="event",
    content=Event,
    find=find_events,
    line=event_line,
    relate=relate_events,
    say=say_event,
    own_word=True,
    say_value=say_event_value,
    say_line=say_event_line,
)
