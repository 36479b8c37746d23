"""What was last counted, as a reader keeps it in mind: "five in one town, three in the next", "the real figure is 28".

In: the figures of an article, one after another. Out: the count that a number which says nothing itself goes on from, or
gives anew. Refuses to go on over two paragraphs without a figure, and from things of which nothing is told.
"""

import math
from dataclasses import dataclass, field
from typing import NamedTuple

from reportedly.claims.figure.frames import Counted
from reportedly.claims.figure.metric import Metric
from reportedly.claims.figure.population import Population
from reportedly.text.sentences import Sentence


class Reckoned(NamedTuple):
    """A number with its metric and population; `earlier` where it is told as what was before."""

    counted: Counted
    metric: Metric
    population: Population
    part: bool
    earlier: bool = False
    follows: tuple[int, int] | None = None
    sentence: Sentence | None = None
    denied: bool = False
    is_borrowed: bool = False
    """The metric is that of another number, and so is the word that says it."""


@dataclass
class Topic:
    """What was last counted, for numbers that stand alone: "the real figure is 28", "five in one town, three in the next"."""

    here: list[Reckoned] = field(default_factory=list)
    before: list[Reckoned] = field(default_factory=list)
    told: list[Reckoned] = field(default_factory=list)
    is_broken: bool = False
    """Whether the last number of the sentence counted what is no figure: "six coaches, two of them empty"."""
    _paragraph: int = -1
    _age: int = 0

    def enter(self, sentence: Sentence) -> None:
        """Go on to the next sentence; the topic fades after two paragraphs without a figure."""
        if self.here and not (self.before and all(item.follows for item in self.here)):
            self.before, self._age = self.here, 0
        elif sentence.paragraph.index != self._paragraph:
            self._age += 1
        self._paragraph, self.here, self.is_broken = sentence.paragraph.index, [], False
        if self._age > 2:
            self.before = []

    def count(self, found: Reckoned) -> None:
        """Keep a figure in mind."""
        self.here.append(found)
        if not found.part and not found.population.is_thing:
            self.told = [*self.told[1 - _REMEMBERED :], found]

    def recalled(self, counted: Counted) -> Reckoned | None:
        """The running count of much earlier that a number is near in size."""
        best = min(reversed(self.told), key=lambda item: distance(counted, item.counted), default=None)
        return best if best is not None and distance(counted, best.counted) < _NEAR else None

    def nearest(self, counted: Counted, last: Reckoned) -> Reckoned:
        """The running count that a bare number may give anew: "its own tally was 66" is no count of the six hurt."""
        if distance(counted, last.counted) < _FAR or counted.noun is not None:
            return last
        best = min(reversed(self.told), key=lambda item: distance(counted, item.counted), default=last)
        return best if distance(counted, best.counted) < _NEAR else last

    def last(self) -> Reckoned | None:
        """The figure that a bare number goes on from: the last of this sentence, else the first whole one before."""
        if self.here:
            whole = [item for item in self.here if not item.part]
            return whole[-1] if whole else self.here[-1]
        whole = [item for item in self.before if not item.part and not item.earlier]
        return whole[0] if whole else (self.before[0] if self.before else None)


_FAR, _NEAR, _REMEMBERED = 1.2, 0.7, 12
"""Of the logarithms of two counts: threefold is far, twofold near. How many counts a reader keeps in mind."""


def distance(one: Counted, other: Counted) -> float:
    return abs(math.log(middle(one)) - math.log(middle(other)))


def middle(counted: Counted) -> float:
    amount = counted.quantity.amount
    return max(1.0, (amount.low + (amount.high if amount.high is not None else amount.low)) / 2)
