"""What may be meant by a name in another spelling, found without asking every name of the desk.

In: names, each with the keys under which its spellings meet and the sounds that it may open with. Out: those that share both with
the name asked for: "Maidugury" is held against "Maiduguri", not against every town that opens with an m.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence


class Near[Named]:
    """Things to be found again by their names; each is given with its keys and initials."""

    def __init__(self, things: Iterable[tuple[Named, Iterable[str], Sequence[str]]]) -> None:
        self._rows: list[tuple[Named, Sequence[str]]] = []
        self._at: dict[str, list[int]] = defaultdict(list)
        for n, (thing, keys, initials) in enumerate(things):
            self._rows.append((thing, initials))
            for key in keys:
                self._at[key].append(n)

    def to(self, keys: Iterable[str], initials: Sequence[str]) -> list[Named]:
        """Those that share a key and an initial: by the first initial that they share, then in the order given."""
        met = {n for key in keys for n in self._at.get(key, ())}
        ranked = sorted((rank, n) for n in met if (rank := _first_shared(initials, self._rows[n][1])) is not None)
        return [self._rows[n][0] for _, n in ranked]


def _first_shared(initials: Sequence[str], others: Sequence[str]) -> int | None:
    return next((rank for rank, initial in enumerate(initials) if initial in others), None)
