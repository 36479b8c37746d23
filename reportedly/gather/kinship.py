"""What binds two articles whose words are others: in go the texts of a desk, out come kinships, each with a sentence.

No single sign decides: independent reporters quote the same minister and the same toll. Words in a row, pairs of words,
quotations to the letter, numbers with what they count, names, the order of all these, and who credits or cites whom are each a
small number; the weights, worked out on the open half of `./try copies`, add them up. What many articles of the desk say is rare in
none and speaks for nothing. `they share 4 quotations, 11 of 14 numbers and 9 of 12 rare facts in the same order` is a reason as a
reader is given it.
"""

import math
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, cached_property, lru_cache

from reportedly.gather.copies import Families, changes_of, is_later_word, overlap_of
from reportedly.gather.fingerprints import Fingerprint
from reportedly.lexicon import load

SORTS = ("pieces", "counts", "numbers", "names", "pairs", "facts")
"""All of a text that may be rare on a desk."""
LEADING = ("pieces", "counts", "numbers")
"""What leads to other texts that have it: names and pairs of words lead to every article of the story."""
MOST_HOLDERS = 40  # texts that share a sign, beyond which it leads to none of them
FEWEST_MET = 3  # such marks in common from which two texts are compared
FEWEST_IN_ORDER = 5
FEW = 2.0
MOST_OF_LINEAGE = 2  # texts that are counted where it is asked how common something is
LATER_CONTAINMENT = 0.15
WORTH_TELLING = 0.05  # of the shorter text
_RARE = 0.3


class Bond(StrEnum):
    """How two articles hang together."""

    COPY = "copy"
    REWRITTEN = "rewritten"
    LATER = "later word"  # the same author's text, brought up to date
    DOUBTFUL = "doubtful"  # they share much, and it may be a common origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Kinship:
    """Two articles that go back to one text, or may. `first` < `second`; `because` is a sentence."""

    first: str
    second: str
    bond: Bond
    score: float
    because: str


@cache
def weighing() -> tuple[Mapping[str, float], float, float]:
    """The weight of each sign, and the scores from which two articles surely, and perhaps, go back to one."""
    table = load("en/lineage")
    return table["weights"], table["sure"], table["doubtful"]


class Text:
    """A fingerprint with its parts as sets, for one comparison after the other."""

    def __init__(self, fingerprint: Fingerprint, agencies: Sequence[str]) -> None:
        self.fingerprint = fingerprint
        self.agencies = frozenset(agencies)
        self.cited = frozenset(fingerprint.cited) | self.agencies
        self.sayings = tuple(frozenset(saying) for saying in fingerprint.sayings)
        self.pieces = frozenset(piece for saying in self.sayings for piece in saying)
        self.counts = frozenset(fingerprint.counts)
        self.numbers = frozenset(fingerprint.numbers)
        self.names = frozenset(fingerprint.names)
        self.pairs = frozenset(fingerprint.pairs)
        self.shingles = frozenset(fingerprint.shingles)
        self.weights: dict[str, float] = {}  # of all marks of a sort together, once they are known
        times = Counter(fingerprint.facts)
        self.facts = {fact: at for at, fact in enumerate(fingerprint.facts) if times[fact] == 1}

    def marks_of(self, sort: str) -> frozenset[Hashable]:
        """What of that sort it has; of facts in their order."""
        found: frozenset[Hashable] = getattr(self, sort)
        return found


type _Holders = dict[str, Counter[Hashable]]
"""By the sort of a mark how many texts have each."""


def _holders_among(texts: Iterable[Text]) -> _Holders:
    holders: _Holders = {sort: Counter() for sort in SORTS}
    for text in texts:
        for sort in SORTS:
            holders[sort].update(iter(text.marks_of(sort)))  # facts have their places beside them
    return holders


def _rarity_of(count: int, scale: float) -> float:
    return max(0.0, 1 - math.log(max(1, count - 1)) / scale)


def _overlap(one: Text, other: Text) -> tuple[int, float]:
    """As `overlap_of`, without the share of the longer text."""
    if one.fingerprint.is_capped or other.fingerprint.is_capped:
        return overlap_of(one.fingerprint, other.fingerprint)[:2]
    shared = len(one.shingles & other.shingles)
    return shared, shared / max(1, min(len(one.shingles), len(other.shingles)))


class Weighing:
    """All texts of a desk, how rare what they say is, and which of them are alike."""

    def __init__(self, heads: Sequence[Fingerprint], agencies: Mapping[str, Sequence[str]]) -> None:
        self.texts = [Text(head, agencies.get(head.document, ())) for head in heads]
        self.holders = _holders_among(self.texts)
        self._leading = self.holders
        scale = math.log(max(8, len(self.texts)))
        self._rarities = [_rarity_of(count, scale) for count in range(len(self.texts) + 1)]  # by how many have it

    def rarity(self, sort: str, mark: Hashable) -> float:
        """1 for what only two texts of the desk say, 0 for what all say."""
        rare = self._rarities[self.holders[sort][mark]]
        return rare * _distinction(str(mark)) if sort == "numbers" else rare

    def count_by(self, known: Families) -> None:
        """Of each lineage no more than two texts are counted from now on, where it is asked how many say something."""
        lineages: defaultdict[str, list[Text]] = defaultdict(list)
        for text in self.texts:
            lineages[known.head_of(text.fingerprint.document)].append(text)
            text.weights.clear()
        self.holders = _holders_among(text for texts in lineages.values() if len(texts) == 1 for text in texts)
        for texts in lineages.values():
            for sort, counts in _holders_among(texts).items() if len(texts) > 1 else ():
                self.holders[sort].update({mark: min(count, MOST_OF_LINEAGE) for mark, count in counts.items()})

    def kinships(self, apart_in: Families | None = None) -> Iterator[Kinship]:
        """All that hold; with `apart_in` only those between its families."""
        for one, other in self.find_pairs():
            documents = one.fingerprint.document, other.fingerprint.document
            if apart_in and apart_in.head_of(documents[0]) == apart_in.head_of(documents[1]):
                continue
            if kinship := self.kinship_of(one, other):
                yield kinship

    def find_pairs(self) -> Iterator[tuple[Text, Text]]:
        """Each pair of texts that have some rare marks in common, once."""
        postings: defaultdict[Hashable, list[int]] = defaultdict(list)
        for at, text in enumerate(self.texts):
            marks = [(sort, mark) for sort in LEADING for mark in text.marks_of(sort) if self._leads(sort, mark)]
            met = Counter(other for mark in marks for other in postings[mark])
            yield from ((self.texts[other], text) for other, times in sorted(met.items()) if times >= FEWEST_MET)
            for mark in marks:
                postings[mark].append(at)

    def _leads(self, sort: str, mark: Hashable) -> bool:
        """Whether it is worth looking who else has it."""
        is_telling = sort != "numbers" or len(str(mark)) > 1
        return is_telling and 1 < self._leading[sort][mark] <= MOST_HOLDERS

    def kinship_of(self, one: Text, other: Text) -> Kinship | None:
        """What binds two texts that are no copies, and why."""
        weights, sure, doubtful = weighing()
        signs = self.signs_of(one, other)
        score = sum(weights.get(name, 0.0) * value for name, value in signs.items())
        if score < doubtful:
            return None
        bond = Bond.REWRITTEN if score >= sure else Bond.DOUBTFUL
        is_same_text = _overlap(one, other)[1] >= LATER_CONTAINMENT
        if is_same_text and is_later_word(one.fingerprint, other.fingerprint):
            bond = Bond.LATER
        first, second = sorted((one.fingerprint.document, other.fingerprint.document))
        return Kinship(first=first, second=second, bond=bond, score=score, because=self._because(one, other, bond))

    def signs_of(self, one: Text, other: Text) -> dict[str, float]:
        """What speaks for a common text, by name; each between 0 and some 3."""
        _, said = self._shared_sayings(one, other)
        shared, in_order = self.order_of(one, other)
        expected = 2 * math.sqrt(shared)
        return {
            "always": 1.0,
            "words": min(1.0, self._own_words(one, other) / 0.2),
            "pairs": math.sqrt(self._part("pairs", one, other)),
            "more than one saying": min(3.0, max(0.0, said - 1)),
            "counts": self._part("counts", one, other),
            "many counts": math.log1p(self._sum("counts", one.counts & other.counts)),
            "numbers": self._part("numbers", one, other),
            "names": self._part("names", one, other),
            "order": max(0.0, (in_order - expected) / max(1.0, shared - expected))
            if shared >= FEWEST_IN_ORDER
            else 0.0,
            "long order": math.log1p(max(0.0, in_order - expected)),
            "credits the same": float(bool(one.agencies & other.agencies)),
            "cites the other's": float(bool(one.agencies & other.cited or other.agencies & one.cited)),
        }

    def _own_words(self, one: Text, other: Text) -> float:
        """Their part in common of the shorter text, word for word, without what both quote."""
        shared, containment = _overlap(one, other)
        quoted = len(one.pieces & other.pieces)
        return containment * max(0, shared - quoted) / max(1, shared)

    def _sum(self, sort: str, marks: Iterable[Hashable]) -> float:
        if sort == "numbers":
            return sum(self.rarity(sort, mark) for mark in marks)
        holders, rarities = self.holders[sort], self._rarities
        return sum([rarities[holders[mark]] for mark in marks])

    def _part(self, sort: str, one: Text, other: Text) -> float:
        """How much of what the text with less could share, it shares; the rare counts for more, and of a few no share is whole."""
        common = one.marks_of(sort) & other.marks_of(sort)
        return (
            self._sum(sort, common) / (min(self._whole(sort, one), self._whole(sort, other)) + FEW) if common else 0.0
        )

    def _whole(self, sort: str, text: Text) -> float:
        if sort not in text.weights:
            text.weights[sort] = self._sum(sort, text.marks_of(sort))
        return text.weights[sort]

    def _shared_sayings(self, one: Text, other: Text) -> tuple[int, float]:
        """How many quotations both have, and how much they weigh; half a quotation is one."""
        shared = [common for saying in one.sayings if (common := saying & other.pieces)]
        return len(shared), sum(max(self.rarity("pieces", piece) for piece in common) for common in shared)

    def order_of(self, one: Text, other: Text) -> tuple[int, int]:
        """How many rare facts both tell once, and how many of them in the same order."""
        common = [fact for fact in one.facts.keys() & other.facts.keys() if self.rarity("facts", fact) >= _RARE]
        common.sort(key=lambda fact: one.facts[fact])
        return len(common), longest_rise([other.facts[fact] for fact in common])

    def _because(self, one: Text, other: Text, bond: Bond) -> str:
        """`they share 4 quotations and 11 of 14 numbers`, and what makes it a later word or a doubt."""
        told = _listed(list(self._shared_in_words(one, other)))
        if bond is Bond.LATER:
            _, changed = changes_of(one.fingerprint, other.fingerprint)
            return f"they share {told}, with {changed} counts changed between the same words"
        missing = sorted((one.agencies ^ other.agencies) - self._at_hand(one, other))
        if bond is Bond.DOUBTFUL and missing:
            return f"lineage unknown: they share {told}; no text of {missing[0]}, which one of them credits, is at hand"
        return f"lineage unknown: they share {told}" if bond is Bond.DOUBTFUL else f"they share {told}"

    def _at_hand(self, *apart: Text) -> frozenset[str]:
        """The agencies that other texts credit."""
        return frozenset(agency for agency, holders in self._credited.items() if holders - {id(text) for text in apart})

    @cached_property
    def _credited(self) -> Mapping[str, set[int]]:
        holders: defaultdict[str, set[int]] = defaultdict(set)
        for text in self.texts:
            for agency in text.agencies:
                holders[agency].add(id(text))
        return holders

    def _shared_in_words(self, one: Text, other: Text) -> Iterator[str]:
        _, containment = _overlap(one, other)
        sayings, _ = self._shared_sayings(one, other)
        numbers, names = one.numbers & other.numbers, one.names & other.names
        shared, in_order = self.order_of(one, other)
        if containment >= WORTH_TELLING:
            yield f"{containment:.0%} of the shorter text word for word"
        if sayings:
            yield f"{sayings} quotation{'s' if sayings > 1 else ''}"
        if len(numbers) > 1:
            yield f"{len(numbers)} of {min(len(one.numbers), len(other.numbers))} numbers"
        if len(names) > 1:
            yield f"{len(names)} of {min(len(one.names), len(other.names))} names"
        if shared >= FEWEST_IN_ORDER:
            yield f"{in_order} of {shared} rare facts in the same order"


@lru_cache(maxsize=10_000)
def _distinction(number: str) -> float:
    """How much less a small number or a year tells than 9,800 does, on any desk."""
    is_year = len(number) == 4 and number[:2] in ("18", "19", "20")
    return 0.3 if is_year else min(1.0, 0.25 + 0.25 * len(number))


def _listed(parts: Sequence[str]) -> str:
    if len(parts) < 2:
        return "".join(parts) or "little"
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def longest_rise(places: Sequence[int]) -> int:
    """How many of some places stand in rising order: 3 of `4 9 1 5 7`."""
    ends: list[int] = []
    for place in places:
        at = bisect_left(ends, place)
        ends[at : at + 1] = [place]
    return len(ends)
