"""Whose soil does a measure hold on that names no place of its own, and is it of a whole state at all?

"Peru shut its border with Ecuador" holds in Peru, whoever is shut out; rescuers dig, and police cordon off, on the spot. And
is what is told seen in one place, as a crowd is?
"""

from typing import Any

from reportedly.lexicon.nations import country_named
from reportedly.model import EntityKind, Span
from reportedly.text.grammar import verb_above
from reportedly.text.names import mentions_of
from reportedly.text.sentences import Sentence, Token
from reportedly.text.where.words import words


def is_of_whole_state(measure: str) -> bool:
    """Whether a state orders it for all of its country where no place is named."""
    return measure not in words("on_the_spot")


def is_on_spot(kind: str, content: Any, head: int, sentence: Sentence) -> bool:
    """Whether what is told was seen in one place: a crowd, what it met with, those whom a hospital treats; no count of all."""
    if kind == "event":
        return content.event in words("crowded")
    if kind != "figure" or content.nationality is not None:
        return False
    verb = verb_above(sentence.tokens.doc[head])
    return content.metric == "participants" or verb.lemma_.lower() == "treat"


def soil_of(measure: str, word: Token, sentence: Sentence, place: Span | None) -> Span | None:
    """The place of a measure: of one that states take at home the country that takes it, unless a town is named."""
    mentions = mentions_of(sentence.article)
    named = mentions.at(place) if place is not None else None
    if measure not in words("at_home") or (named is not None and named.place != named.country):
        return place
    verb = verb_above(word)
    taker = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    mention = mentions.covering(sentence.base + taker.idx) if taker is not None else None
    is_state = mention is not None and mention.kind is EntityKind.PLACE and mention.place == mention.country is not None
    is_deed = taker is not None and taker.i < word.i and verb.lemma_.lower() not in _UNDERGONE
    return mention.span if mention is not None and is_state and is_deed else place


_UNDERGONE = {"be", "go", "come", "see", "remain", "say", "wake"}
"""Verbs by which a state takes no measure: "Peru saw its border shut by Ecuador"."""


def is_help_for_land(kind: str, content: Any) -> bool:
    """ "Norland sent tents": help that is given to a country is given to all of it, not where the paragraph before was."""
    is_help = kind == "event" and content.event == "AID"
    return is_help and country_named(content.recipient_name or "") is not None
