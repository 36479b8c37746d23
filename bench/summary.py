"""What all exercises tell together: each kind of claim in each register, the two halves, the most frequent causes of misses.

In: the gold and export of one exercise after the other. Counts are added up over exercises, so a long one weighs more; the
means of shares over exercises stand in docs/quality.md.
"""

import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from gold import GROUPS, Export, Gold
from score import Count, KindScore, Score, score

REGISTERS = Path(__file__).parents[1] / "exercises" / "registers.toml"
MOST = 10
_SLOTS = ("place", "as_of", "when", "speaker", "holder", "stance", "actor", "recipient", "status")

type Kinds = dict[str, KindScore]


def registers() -> Mapping[str, Mapping[str, list[str]]]:
    """The numbers of the articles in each register, by exercise."""
    return tomllib.loads(REGISTERS.read_text(encoding="utf-8"))


@dataclass
class Summary:
    """The counts so far, by half, and by half and register."""

    halves: dict[str, Kinds] = field(default_factory=lambda: defaultdict(dict))
    by_register: dict[tuple[str, str], Kinds] = field(default_factory=lambda: defaultdict(dict))
    causes: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))

    def add(self, name: str, gold: Gold, export: Export, result: Score, *, is_unseen: bool) -> None:
        half = "unseen" if is_unseen else "open"
        _sum(self.halves[half], result.kinds.values())
        self.causes[half].update(result.causes)
        for register, articles in registers().items():
            pages = {page: row for page, row in gold.pages.items() if _number(page) in articles.get(name, ())}
            if pages:
                part = score(replace(gold, pages=pages, findings=None), export)
                _sum(self.by_register[half, register], part.kinds.values())

    def __str__(self) -> str:
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        for half, kinds in self.halves.items():
            yield f"== all {half} exercises together, then by register"
            yield from _table(kinds)
            for (its_half, register), parts in sorted(self.by_register.items()):
                if its_half == half:
                    yield f"-- {register}"
                    yield from _table(parts)
            yield f"-- the {MOST} most frequent causes of {sum(self.causes[half].values())} misses"
            yield from (f"{count:5}  {cause}" for cause, count in self.causes[half].most_common(MOST))


def _number(page: str) -> str:
    return page.partition("_")[0].partition(".")[0]


def _sum(into: Kinds, scores: Iterable[KindScore]) -> None:
    for each in scores:
        total = into.setdefault(each.kind, KindScore(each.kind))
        total.hits += each.hits
        total.missed += each.missed
        total.invented += each.invented
        _grow(total.background, each.background)
        for slot, count in each.slots.items():
            _grow(total.slots[slot], count)


def _grow(total: Count, count: Count) -> None:
    total.right += count.right
    total.all += count.all


def _table(kinds: Kinds) -> Iterator[str]:
    for kind in GROUPS:
        each = kinds.get(kind)
        if each is None or each.recall is None:
            continue
        shares = {"precision": each.precision, "recall": each.recall, "F1": each.f1}
        shares |= {slot: each.slots[slot].share for slot in _SLOTS if slot in each.slots}
        told = "  ".join(f"{name} {share:.2f}" for name, share in shares.items() if share is not None)
        yield f"{kind:9} {each.hits + each.missed:5} rows  {told}"
