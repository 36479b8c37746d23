"""A paragraph while its names are being found: who has taken which tokens.

Finders put `Spot`s on a `Board` in order of certainty; a token has one owner, so that mentions never overlap.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from reportedly.lexicon import gazetteer
from reportedly.model import EntityKind, Span
from reportedly.text.naming import words
from reportedly.text.naming.words import CountryWord
from reportedly.text.tokens import Doc, Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A mention in the making: tokens [first, last) of a paragraph.

    `head` is the noun by which later words take it up ("ministry", "spokesman"); `role` the family of a person's title
    ("head-of-state"); `is_bare` a phrase that only refers back ("the ministry", "he"); `organ` is the
    first token of the body spoken for, in the same paragraph; `body` its span in the document, where another paragraph
    told it.
    """

    first: int
    last: int
    kind: EntityKind
    name: str
    head: str = ""
    role: str | None = None
    title: str | None = None
    country: str | None = None
    place: str | None = None
    within: str | None = None
    organ: int | None = None
    body: Span | None = None
    gender: str | None = None
    is_plural: bool = False
    is_bare: bool = False
    is_named: bool = True


_BESIDE = 1
"""Words beside a country's that may be of a longer name with it."""
_TOWN = 15_000
"""Inhabitants from which on that is so."""
_OLDEST = 110


@dataclass(eq=False)
class Board:
    """`near` are the countries that the article speaks of, the most mentioned first; `base` where the text begins."""

    doc: Doc
    near: Sequence[str]
    base: int = 0
    spots: dict[int, Spot] = field(default_factory=dict)
    owner: dict[int, int] = field(default_factory=dict)

    @cached_property
    def text(self) -> list[str]:
        return [token.text for token in self.doc]

    @cached_property
    def low(self) -> list[str]:
        return [token.lower_ for token in self.doc]

    @cached_property
    def countries(self) -> dict[int, CountryWord]:
        """First token -> the country that is named there, in any form; "Sudan" in "Port Sudan" is none."""
        found = words.countries_in(self.text)
        return {first: word for first, word in found.items() if not self._is_of_town(first, word.last)}

    def _is_of_town(self, first: int, last: int) -> bool:
        """Whether a country's word is part of a listed place's name: "Port Sudan", "Mexico City", "Inner Mongolia"."""
        for start in range(first, max(-1, first - _BESIDE - 1), -1):
            for end in range(last, min(len(self.text), last + _BESIDE) + 1):
                if (start, end) != (first, last) and all(self.is_capital(i) for i in range(start, end)):
                    places = gazetteer.named(self.phrase(start, end))
                    if places and places[0].kind != "country" and max(p.population for p in places) >= _TOWN:
                        return True
        return False

    @cached_property
    def country_ends(self) -> dict[int, CountryWord]:
        return {word.last: word for word in self.countries.values()}

    @cached_property
    def labels(self) -> dict[int, str]:
        """Token -> the label that the statistical recogniser gives it."""
        return {i: ent.label_ for ent in self.doc.ents for i in range(ent.start, ent.end)}

    @cached_property
    def places_recognised(self) -> frozenset[tuple[int, int]]:
        """The stretches [first, last) that the statistical recogniser takes for places."""
        return frozenset((ent.start, ent.end) for ent in self.doc.ents if ent.label_ in {"GPE", "LOC"})

    def are_of_one_place(self, one: int, other: int) -> bool:
        """Whether the recogniser takes two tokens for parts of one place's name."""
        return self._place_at.get(one, -1) == self._place_at.get(other, -2)

    @cached_property
    def _place_at(self) -> dict[int, int]:
        return {i: first for first, last in self.places_recognised for i in range(first, last)}

    @cached_property
    def is_shouted(self) -> bool:
        """Whether it is a Title Case or ALL CAPS headline, whose capitals say nothing."""
        letters = [t for t in self.text if t[0].isalpha() and len(t) > 3]
        return (
            self.text[-1:] != ["."] and len(letters) > 3 and sum(t[0].isupper() for t in letters) > 0.75 * len(letters)
        )

    def is_free(self, first: int, last: int) -> bool:
        if last - first == 1:  # asked some 5,000 times an article
            return first >= 0 and first not in self.owner
        return first >= 0 and self.owner.keys().isdisjoint(range(first, last))

    def put(self, spot: Spot) -> bool:
        """Whether the spot got its place."""
        if spot.first >= spot.last or not self.is_free(spot.first, spot.last):
            return False
        self.spots[spot.first] = spot
        self.owner.update(dict.fromkeys(range(spot.first, spot.last), spot.first))
        return True

    def take(self, first: int, last: int) -> None:
        """Keep tokens from being a name of their own, as a title is."""
        for i in range(first, last):
            self.owner.setdefault(i, -1)

    def amend(self, first: int, **change: object) -> None:
        self.spots[first] = replace(self.spots[first], **change)  # type: ignore[arg-type]

    def spot_at(self, token: int) -> Spot | None:
        return self.spots.get(self.owner.get(token, -1))

    @cached_property
    def capitals(self) -> dict[int, str]:
        """The words that begin with a capital, by their place, in order."""
        return {i: word for i, word in enumerate(self.text) if word[0].isupper()}

    def is_capital(self, i: int) -> bool:
        return i in self.capitals

    def is_name_word(self, i: int) -> bool:
        """Whether a token can be part of a proper name: capital, and no common word that only opens a sentence."""
        if not self.is_capital(i) or self.low[i] in words.stop():
            return False
        token = self.doc[i]
        return not (token.is_sent_start or self.is_shouted) or token.pos_ in {"PROPN", "NOUN", "ADJ", "X"}

    def is_thing(self, first: int, last: int) -> bool:
        """Whether a name is a ship's, a storm's or a road's: "the ferry Doña Paz", "Tropical Storm Ana"."""
        before = first - 1
        while before > 0 and (self.low[before] in {"the", ",", '"', "'", "mv", "ss"}):
            before -= 1
        return (before >= 0 and self.low[before] in words.things()) or any(
            self.low[i] in words.things() for i in range(first, last)
        )

    def is_aged(self, last: int) -> bool:
        """Whether somebody's age follows a name: "Vesk, 34, was shot", "Vesk (34)"."""
        age = self.low[last + 1] if last + 2 < len(self.low) else ""
        marks = (self.text[last : last + 1], self.text[last + 2 : last + 3])
        return age.isdigit() and int(age) <= _OLDEST and marks in (([","], [","]), (["("], [")"]))

    def past_sort(self, last: int) -> int:
        """Past what a region or town is called by where it is written as part of the name: "Borno State", "Cebu City"."""
        is_sort = last < len(self.low) and self.low[last] in words.group("named_sorts") and self.is_capital(last)
        return last + 1 if is_sort and not self.is_shouted and self.is_free(last, last + 1) else last

    def span_of(self, spot: Spot) -> Span:
        """Where a spot stands in the document."""
        first, last = self.doc[spot.first], self.doc[spot.last - 1]
        return Span(self.base + first.idx, self.base + last.idx + len(last))

    def body_of(self, spot: Spot) -> Span | None:
        """Where the body that a spot speaks for is named."""
        organ = self.spots.get(spot.organ) if spot.organ is not None else None
        return self.span_of(organ) if organ else spot.body

    def phrase(self, first: int, last: int) -> str:
        words = self.doc[first:last]
        return self.doc.text[words[0].idx : words[-1].idx + len(words[-1])] if words else ""

    def tokens(self) -> "Iterator[Token]":
        return iter(self.doc)
