"""Where a figure plays that names no place: where another of the same thing was told to.

"Nine were killed in a crash near Gao. ... The toll of ten" plays near Gao, not where the paragraph before was: the toll of
all has the place of the largest count of its sort so far, a number that is told again that of its first telling. In: the
figures of an article, each with the place that its own sentence gives it. Out: a place, or None.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from reportedly.claims.figure.content import Figure
from reportedly.lexicon import load
from reportedly.model import Span
from reportedly.text.sentences import Sentence
from reportedly.text.where import Known

_TELLING = 10
"""From which on a number is known again: two threes need not be the same three."""
_LEAD = 4
"""Sentences that tell what it is all about."""
_LEAP = 5
"""Times the largest count so far, up to which another is of the same thing."""


@cache
def _anybody() -> frozenset[str]:
    """Words for those counted that say nothing of who they are."""
    return frozenset(load("en/places")["anybody"]["words"]) | {""}


@dataclass(frozen=True)
class Told:
    """A figure that has a place of its own; `is_of_spot` where he who tells it knows of one spot only, `is_of_country` where
    the place is but a country, which says less than the article does."""

    sentence: Sentence
    figure: Figure
    place: Span
    is_of_spot: bool
    is_of_country: bool


@dataclass(frozen=True)
class Stage:
    """The figures of an article whose own sentences give them a place, in the order of the text."""

    told: Sequence[Told]

    def known_of(self, figure: Figure, sentence: Sentence) -> Known:
        """What the other figures say of where this one plays."""
        return Known(
            again=self._place_told_again(figure, sentence),
            same=self._place_of_same_people(figure, sentence),
            total=self._place_of_total(figure, sentence),
        )

    def _place_of_same_people(self, figure: Figure, sentence: Sentence) -> Span | None:
        """Where those who have a name of their own ("hostages", "miners") were told to be before, or else in the lead."""
        if figure.label.lower() in _anybody() or sentence.posted:
            return None
        same = [
            t
            for t in self.told
            if t.figure.label.lower() == figure.label.lower() and not (t.is_of_spot or t.is_of_country or t.figure.part)
        ]
        before = [t for t in same if t.sentence.index <= sentence.index]
        return before[-1].place if before else same[0].place if same and same[0].sentence.index <= _LEAD else None

    def _place_told_again(self, figure: Figure, sentence: Sentence) -> Span | None:
        """The place of the same number of the same thing, told before or, of a headline, after."""
        if figure.low < _TELLING and not sentence.is_headline:
            return None
        same = [
            t
            for t in self.told
            if t.figure.metric == figure.metric
            and (t.figure.low, t.figure.high) == (figure.low, figure.high)
            and t.figure.part == figure.part
        ]
        before = [t for t in same if t.sentence.index <= sentence.index]
        after = [t for t in same if sentence.index < t.sentence.index <= _LEAD]
        return before[-1].place if before else after[0].place if after else None

    def _place_of_total(self, figure: Figure, sentence: Sentence) -> Span | None:
        """The place of the largest count of its sort so far, where this one may go on from it."""
        before = [
            t
            for t in self.told
            if t.sentence.index < sentence.index
            and t.figure.metric == figure.metric
            and not (t.figure.part or t.is_of_spot or t.is_of_country)
            and (not sentence.posted or t.sentence.paragraph is sentence.paragraph)
        ]
        if not before:
            return None
        largest = max(before, key=lambda t: t.figure.low)
        return largest.place if figure.low <= _LEAP * max(1, largest.figure.low) else None
