"""Forms -> clusters: candidates share a block, the surest pairs join first, and no join brings a refused pair together.

The outcome depends on the forms alone, not on the order in which documents came.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from reportedly.link.compare import JOINS, Comparator, Judgement, judge
from reportedly.link.form import Form

_CROWD = 400
"""Forms of one block above which only neighbours in the alphabet are compared."""

type Blocks = Callable[[Form], Iterable[str]]


class Clusters:
    """A union-find over forms that remembers why."""

    def __init__(self, forms: Sequence[Form], is_refused: Callable[[Form, Form], bool]) -> None:
        self._forms = forms
        self._parent = list(range(len(forms)))
        self._members = {n: [n] for n in range(len(forms))}
        self._is_refused = is_refused

    def root(self, n: int) -> int:
        while self._parent[n] != n:
            self._parent[n] = self._parent[self._parent[n]]
            n = self._parent[n]
        return n

    def join(self, one: int, other: int, because: str, *, is_forced: bool = False) -> bool:
        """Whether the two are now together."""
        a, b = sorted((self.root(one), self.root(other)))
        if a == b:
            return True
        if not is_forced and any(
            self._is_refused(self._forms[i], self._forms[j]) for i in self._members[a] for j in self._members[b]
        ):
            return False
        self._parent[b] = a
        self._members[a] += self._members.pop(b)
        self._forms[other].reasons.add(because)
        return True

    def groups(self) -> list[list[Form]]:
        return [[self._forms[n] for n in sorted(members)] for _, members in sorted(self._members.items())]


def pairs(forms: Sequence[Form], blocks: Blocks) -> Iterator[tuple[int, int]]:
    """Pairs of forms that share a block, once each."""
    by_block: dict[str, list[int]] = defaultdict(list)
    for n, form in enumerate(forms):
        for block in set(blocks(form)):
            by_block[block].append(n)
    seen: set[tuple[int, int]] = set()
    for _, members in sorted(by_block.items()):
        reach = len(members) if len(members) <= _CROWD else 8
        for at, one in enumerate(members):
            for other in members[at + 1 : at + 1 + reach]:
                if (one, other) not in seen:
                    seen.add((one, other))
                    yield one, other


def cluster(
    forms: Sequence[Form],
    blocks: Blocks,
    comparators: tuple[Comparator, ...],
    clusters: Clusters,
    *,
    may_be_one: Callable[[Form, Form], bool] = lambda one, other: True,
) -> None:
    """Join what the comparators join, the surest first. Of which `may_be_one` says no, no comparator would join it."""
    judged: list[tuple[Judgement, int, int]] = [
        (judgement, i, j)
        for i, j in pairs(forms, blocks)
        if may_be_one(forms[i], forms[j]) and (judgement := judge(forms[i], forms[j], comparators)).score >= JOINS
    ]
    for judgement, i, j in sorted(judged, key=lambda item: (-item[0].score, item[1], item[2])):
        clusters.join(i, j, judgement.sentence)
