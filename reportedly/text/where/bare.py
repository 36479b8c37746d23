"""Does a noun for a place stand for one that was named elsewhere, and which places may be called so?

"In the region", "across the country", "most of the city": behind a preposition, with no name of its own.
"""

from reportedly.lexicon import gazetteer
from reportedly.lexicon.nations import country_of_seat
from reportedly.model import Mention
from reportedly.text.sentences import Token
from reportedly.text.setting import is_of_comparison, is_of_telling, within_words
from reportedly.text.where.words import sorts, words


def is_bare(token: Token, sort: str) -> bool:
    """Whether a noun for a place stands for one named elsewhere: behind a preposition, with no name of its own."""
    governor = token
    if token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.lower_ in words("shares"):
        governor = token.head.head  # "in most of the country"
    is_governed = (
        governor.dep_ == "pobj"
        and governor.head.lower_ in within_words()
        and not is_of_telling(governor.head)
        and not is_of_comparison(governor.head)
    )
    is_governed |= token.dep_ == "dobj" and token.head.lemma_.lower() in words("covering")
    is_capital = sort == "capital" and token.dep_ in {"nsubj", "nsubjpass", "dobj"}
    is_own = token.dep_ == "pobj" and any(c.dep_ == "poss" for c in token.children)
    if not (is_governed or is_capital or is_own):
        return False
    return not any(
        (c.dep_ in {"compound", "appos", "nmod"} and c.lower_ != "itself") or c.lower_ == "of" or c.lower_ in _OTHER
        for c in token.children
    )


_OTHER = {
    "a",
    "an",
    "another",
    "other",
    "neighbouring",
    "neighboring",
    "next",
    "every",
    "each",
    "some",
    "several",
    "which",
}


def is_whole_country(token: Token) -> bool:
    return sorts().get(token.lower_) == "country" and is_bare(token, "country")


def is_national_measure(token: Token) -> bool:
    """ "national mourning": what the whole country keeps."""
    return token.lower_ == "national" and token.head.lemma_.lower() in words("kept")


def is_such(mention: Mention, sort: str, word: str) -> bool:
    """Whether a place can be called so: no capital is a "town" or "village", what no map knows no "city"."""
    if sort_of(mention) != sort or mention.title is not None:
        return False
    if word in {"town", "village", "settlement"}:
        return country_of_seat(mention.name) is None
    return word not in {"city", "metropolis"} or mention.place is not None


def sort_of(mention: Mention) -> str:
    place = gazetteer.place_of(mention.place) if mention.place else None
    if place is None:
        return "city"
    return {"country": "country", "city": "city"}.get(place.kind, "region")
