"""Which place have the sentences before set for one that names none?"""

from typing import NamedTuple

from reportedly.model import Span, Voice
from reportedly.text.names import mentions_of
from reportedly.text.scene import scene_of
from reportedly.text.sentences import Sentence
from reportedly.text.where.bare import is_whole_country
from reportedly.text.where.befallen import label_of
from reportedly.text.where.before import (
    any_place,
    city_of_article,
    country_of_article,
    is_quarter,
    is_suburb,
    set_before,
    town_of_article,
)
from reportedly.text.where.placed import is_seat, lies_in
from reportedly.text.where.speakers import (
    counts_for_all,
    is_local,
    is_named_hospital,
    is_national,
    is_of_home,
    is_treating,
    place_in_names,
    place_of_region,
    place_of_side,
    place_of_speaker,
    place_of_title,
)
from reportedly.text.where.words import words


class Known(NamedTuple):
    """Where else the article has what is told: `again` the very number, `same` the same people, `total` the largest count of
    its sort so far."""

    again: Span | None = None
    same: Span | None = None
    total: Span | None = None


_UNKNOWN = Known()


def place_in_force(
    sentence: Sentence,
    *,
    chain: tuple[Voice, ...] = (),
    is_total: bool = False,
    is_of_state: bool = False,
    is_abroad: bool = False,
    is_on_spot: bool = False,
    near: int = 1,
    known: Known = _UNKNOWN,
) -> Span | None:
    """The place that the sentences before have set.

    A count of all, or the word of a body of the whole state, is of the town that the whole article plays in, else of
    the country that it is about; any other goes on from the place of the paragraph so far, then from that of the
    article, then from the paragraphs above. A country counts its nationals `is_abroad` in all of another. What happened
    on one spot (`is_on_spot`: a crowd, patients) is in the city of the article rather than in the whole country. What is
    `known` of it otherwise goes before what is but likely.
    """
    is_of_state |= is_abroad and scene_of(sentence.article).is_of_all
    found = _in_force(sentence, chain, is_total=is_total, is_of_state=is_of_state, near=near, known=known)
    mention = mentions_of(sentence.article).at(found)
    if mention is not None and is_seat(mention, sentence):
        found = country_of_article(sentence) or found
    is_bare_country = found is not None and found == country_of_article(sentence)
    if is_on_spot and is_bare_country and not (chain and is_of_home(chain[0], sentence)):
        return city_of_article(sentence) or found
    return found


def _in_force(
    sentence: Sentence, chain: tuple[Voice, ...], *, is_total: bool, is_of_state: bool, near: int, known: Known
) -> Span | None:
    here = label_of(sentence) or set_before(sentence, paragraphs=1 if _goes_on(sentence) else 0)
    is_narrow = here is not None and (
        (is_total and is_suburb(here, sentence)) or (is_named_hospital(chain, sentence) and is_quarter(here, sentence))
    )
    if is_narrow:
        here = label_of(sentence)  # the toll of all, those brought to a hospital are not of the quarter named last
    of_body = place_in_names(sentence, chain) if chain else None
    if of_body is not None:
        is_of_all = is_total or counts_for_all(chain, sentence)
        town = here or known.same or (None if is_of_all else town_of_article(sentence))
        return (
            town if town is not None and (town == label_of(sentence) or lies_in(town, of_body, sentence)) else of_body
        )
    if here is not None and here == label_of(sentence):
        return here
    is_of_country = bool(chain) and is_of_home(chain[0], sentence)
    if known.again is not None and not is_of_country:
        return known.again
    side = place_of_side(sentence, chain)
    if side is not None and not (here is not None and lies_in(here, side, sentence)):
        return side
    if is_local(chain, sentence) and (local := _local_place(sentence, chain)) is not None:
        return local
    is_widespread = here is None and sentence.article.site is None  # what struck one town is counted for it
    if is_widespread and (region := place_of_region(sentence, chain)) is not None:
        return region
    country = country_of_article(sentence)
    if country is None and any(t.lower_ in words("nationwide") or is_whole_country(t) for t in sentence.tokens):
        return None
    if here is not None and not is_of_state:
        return here
    if country is not None and (
        is_of_state or is_total or is_national(chain, sentence) or counts_for_all(chain, sentence)
    ):
        if not is_of_country and (found := known.same or known.total) is not None:
            return found
        scene = scene_of(sentence.article)
        is_wide = scene.is_of_country or (is_of_state and scene.is_spread)
        return country if is_wide else town_of_article(sentence) or country
    return (
        here
        or known.same
        or place_of_speaker(sentence, chain)
        or town_of_article(sentence)
        or set_before(sentence, paragraphs=0 if scene_of(sentence.article).is_of_all else near)
        or country
        or set_before(sentence, paragraphs=len(sentence.article.paragraphs))
        or any_place(sentence)
    )


def _goes_on(sentence: Sentence) -> bool:
    """Whether its paragraph takes up the one before: "It had earlier given a figure of 23", "Another 12 ..."."""
    paragraph, before = sentence.paragraph, sentence.article.paragraphs[sentence.paragraph.index - 1]
    if not paragraph.index or sentence.posted or max(len(paragraph.sentences), len(before.sentences)) > _SHORT:
        return False
    first = next((t for t in paragraph.sentences[0].tokens if not t.is_punct and not t.is_space), None)
    return first is not None and first.lower_ in words("continuing")


_SHORT = 2
"""Sentences of a paragraph, up to which it is but a sentence set apart, as web pages have it."""


def _local_place(sentence: Sentence, chain: tuple[Voice, ...]) -> Span | None:
    """The town or province set last, or named beside the speaker, or else the scene; no country."""
    if is_treating(chain, sentence) and (found := _place_of_hospital(sentence, chain)) is not None:
        return found
    return (
        set_before(sentence, paragraphs=0, is_local=True)
        or place_of_title(sentence, chain)
        or place_of_speaker(sentence, chain)
        or set_before(sentence, paragraphs=1, is_local=True)
        or town_of_article(sentence)
        or set_before(sentence, paragraphs=len(sentence.article.paragraphs), is_local=True)
    )


def _place_of_hospital(sentence: Sentence, chain: tuple[Voice, ...]) -> Span | None:
    """Where those lie whom a hospital counts: in the town set last, no quarter of the article's city; else in that city. A nurse
    without a name of her hospital is where the paragraph is."""
    here = set_before(sentence, paragraphs=0, is_local=True)
    near = (
        here
        or place_of_title(sentence, chain)
        or place_of_speaker(sentence, chain)
        or set_before(sentence, paragraphs=1, is_local=True)
    )
    is_there = here is not None and near == here and not is_named_hospital(chain, sentence)
    if near is not None and (is_there or not is_quarter(near, sentence)):
        return near
    return town_of_article(sentence) or city_of_article(sentence)
