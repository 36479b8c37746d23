"""All open exercises in one heap: do their articles sort into the crises that they tell of, and are they dated as well as when
each crisis lies alone?

    ./try piles                 the shares, and what lies wrong
    ./try piles --floors        only the verdict

What a newsroom has is one heap: a flood, a coup, a crash, years and continents apart or in the same week. `together` is the
share of the pairs of one crisis that lie in one pile, `apart` the share of the pairs in one pile that are of one crisis; the same
once more with no day given to sort by; `dated` the articles that get the day, `placed` those that get the country and the site,
that they get when their crisis lies alone. Nothing is parsed: it takes seconds.
"""

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Any

from banks import below
from evaluate import exercises

from reportedly.desk.adding import CLUES, FINGERPRINT, VOTES, dated_in_piles, facts_of
from reportedly.gather.files import find_documents
from reportedly.gather.piles import piles_of
from reportedly.model import Dating, Document

FLOORS = {
    "together": 0.98,
    "apart": 0.97,
    "together undated": 0.97,
    "apart undated": 0.87,
    "dated": 0.98,
    "placed": 0.95,
}


@dataclass(frozen=True)
class Heap:
    """What gathering notes of articles, by document, and which crisis each is of."""

    crises: Mapping[str, str]
    facts: Mapping[str, Mapping[str, Any]]

    def of(self, crisis: str) -> "Heap":
        ids = [id for id, its in self.crises.items() if its == crisis]
        return Heap(dict.fromkeys(ids, crisis), {id: self.facts[id] for id in ids})

    def undated(self) -> "Heap":
        """The same, as if no article gave its day outright."""
        facts = {id: {**row, CLUES: replace(row[CLUES], given=None, given_by=None)} for id, row in self.facts.items()}
        return Heap(self.crises, facts)

    def noted(self, name: str) -> list[Any]:
        return [row[name] for row in self.facts.values()]

    def piles(self) -> tuple[tuple[str, ...], ...]:
        return piles_of(self.noted(FINGERPRINT), self.noted(VOTES), self.noted(CLUES))

    def datings(self) -> Mapping[str, Dating]:
        return dated_in_piles(self.piles(), self.noted(VOTES), self.noted(CLUES))


def heap_of_exercises() -> Heap:
    """The articles of the open exercises."""
    crises, facts = {}, {}
    for exercise in exercises():
        if exercise.has_floors and not exercise.is_unseen:
            for document in find_documents([exercise.articles]):
                if isinstance(document, Document):
                    crises[document.id], facts[document.id] = exercise.name, facts_of(document)
    return Heap(crises, facts)


def shares_of(heap: Heap) -> dict[str, float]:
    """The measures by name."""
    shares = {**_pairs(heap, heap.piles()), **_pairs(heap, heap.undated().piles(), " undated")}
    together = heap.datings()
    same: Counter[str] = Counter()
    for crisis in sorted(set(heap.crises.values())):
        for id, alone in heap.of(crisis).datings().items():
            same["dated"] += alone.published == together[id].published
            same["placed"] += (alone.country, alone.site) == (together[id].country, together[id].site)
    return shares | {name: same[name] / len(heap.crises) for name in ("dated", "placed")}


def _pairs(heap: Heap, piles: Iterable[Sequence[str]], mark: str = "") -> dict[str, float]:
    piled = [pair for pile in piles for pair in combinations(pile, 2)]
    right = sum(heap.crises[one] == heap.crises[other] for one, other in piled)
    all_right = sum(count * (count - 1) // 2 for count in Counter(heap.crises.values()).values())
    return {f"together{mark}": right / all_right, f"apart{mark}": right / max(1, len(piled))}


def _wrong(heap: Heap) -> Iterable[str]:
    """What lies with another crisis, or by itself."""
    homes: dict[str, Counter[int]] = defaultdict(Counter)
    for number, pile in enumerate(heap.piles()):
        for id in pile:
            homes[heap.crises[id]][number] += 1
        crises = Counter(heap.crises[id] for id in pile)
        if len(crises) > 1:
            yield f"in one pile: {', '.join(f'{count} of {name}' for name, count in crises.most_common())}"
    for crisis, piles in homes.items():
        if len(piles) > 1:
            yield f"in {len(piles)} piles: {crisis}"


def main() -> int:
    parser = argparse.ArgumentParser(description="Sort all open exercises in one heap.")
    parser.add_argument("--floors", action="store_true", help="only the verdict; exit code 1 where one is not reached")
    chosen = parser.parse_args()
    heap = heap_of_exercises()
    shares = shares_of(heap)
    failures = list(below(shares, FLOORS))
    if not chosen.floors:
        print(f"{len(heap.crises)} articles, {len(set(heap.crises.values()))} crises, {len(heap.piles())} piles")
        print("\n".join(f"{name:18} {share:.3f}" for name, share in shares.items()))
        print("\n".join(_wrong(heap)))
    if chosen.floors or failures:
        print("\n".join(failures) or "every measure reaches its floor")
    return 1 if failures and chosen.floors else 0


if __name__ == "__main__":
    sys.exit(main())
