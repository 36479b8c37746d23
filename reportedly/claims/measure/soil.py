"""Whose soil does a measure hold on that names no place of its own, and is it of a whole state at all?

"Peru shut its border with Ecuador" holds in Peru, whoever is shut out; rescuers dig, and police cordon off, on the spot. And
is what is told seen in one place, as a crowd is?
"""

from collections.abc import Iterator, Sequence
from typing import Any

from reportedly.lexicon.nations import country_named, country_of_seat
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


def soil_of(
    measure: str, word: Token, sentence: Sentence, place: Span | None, *, core: Sequence[Token | None] = ()
) -> Span | None:
    """The place of a measure: of one that states take at home the country or province that takes it, unless a town is named;
    of a crossing or an airport that has a name, its own."""
    mentions = mentions_of(sentence.article)
    site = _place_of_site(measure, core, sentence) or _place_listed(word, sentence)
    if site is not None:
        return site
    named = mentions.at(place) if place is not None else None
    if measure in words("at_home") and (named is None or named.place == named.country):
        province = _province_taking(word, sentence)
        if province is not None:
            return province
    if measure not in words("at_home") or (named is not None and named.place != named.country):
        return place
    verb = verb_above(word)
    taker = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    mention = mentions.covering(sentence.base + taker.idx) if taker is not None else None
    is_state = mention is not None and mention.kind is EntityKind.PLACE and mention.place == mention.country is not None
    is_deed = taker is not None and taker.i < word.i and verb.lemma_.lower() not in _UNDERGONE
    return mention.span if mention is not None and is_state and is_deed else place


def _place_of_site(measure: str, core: Sequence[Token | None], sentence: Sentence) -> Span | None:
    """ "Asmara airport will reopen", "the Muloza border post, shut since Sunday": after whom what is shut is called."""
    if measure not in words("of_sites"):
        return None
    mentions = mentions_of(sentence.article)
    for thing in core:
        if thing is None or thing.lemma_.lower() not in words("called_sites"):
            continue
        for token in thing.lefts:
            place = mentions.covering(sentence.base + token.idx) if token.dep_ in _CALLING else None
            is_place = place is not None and place.kind is EntityKind.PLACE
            if place is not None and is_place and (place.place is None or place.place != place.country):
                return place.span
    return None


_CALLING = {"compound", "nmod", "poss", "amod"}


def _place_listed(word: Token, sentence: Sentence) -> Span | None:
    """ "Curfew: Norwick and Sudbury, 22:00 to 05:00": the first of the places that stand behind the measure's name."""
    doc = sentence.tokens.doc
    if any(t.tag_ in {"VBD", "VBZ", "VBP", "MD"} for t in sentence.tokens):
        return None
    colon = next((t for t in sentence.tokens if t.text == ":" and t.i > word.i), None)
    behind = doc[colon.i + 1] if colon is not None and colon.i + 1 < len(doc) and colon.i - word.i <= _NAME else None
    place = mentions_of(sentence.article).covering(sentence.base + behind.idx) if behind is not None else None
    return place.span if place is not None and place.kind is EntityKind.PLACE else None


_NAME = 4
"""Words of a measure's name behind its head, and the colon: "State of public calamity:"."""


def _province_taking(word: Token, sentence: Sentence) -> Span | None:
    """ "The Sindh government declared mourning", "the mourning ordered by the Government of Sindh": whose government takes it,
    where that is no state's."""
    mentions = mentions_of(sentence.article)
    for taker in _takers(word):
        body = mentions.covering(sentence.base + taker.idx)
        if body is None or body.kind is not EntityKind.ORGANISATION or taker.lemma_.lower() != "government":
            continue
        for place in mentions:
            is_province = place.kind is EntityKind.PLACE and place.place is not None and place.place != place.country
            if is_province and country_of_seat(place.name) is None and f" {place.name} " in f" {body.name} ":
                return place.span
    return None


def _takers(word: Token) -> Iterator[Token]:
    verb = verb_above(word)
    yield from (child for child in verb.children if child.dep_ == "nsubj")
    for deed in (verb, *(c for c in word.children if c.dep_ == "acl")):
        for by in deed.children:
            if by.dep_ == "agent" or by.lower_ == "by":
                yield from (child for child in by.children if child.dep_ == "pobj")


_UNDERGONE = {"be", "go", "come", "see", "remain", "say", "wake"}
"""Verbs by which a state takes no measure: "Peru saw its border shut by Ecuador"."""


def is_help_for_land(kind: str, content: Any) -> bool:
    """ "Norland sent tents": help that is given to a country is given to all of it, not where the paragraph before was."""
    is_help = kind == "event" and content.event == "AID"
    return is_help and country_named(content.recipient_name or "") is not None
