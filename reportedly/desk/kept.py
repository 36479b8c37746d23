"""Takes off a desk's shelf what was reckoned before, and lays there what is reckoned now.

Each value lies under words that name all that it rests on, and under a mark of our own rules: "the dates of these six articles, as
noted in those entries, by this code and these word lists". So nothing is ever found that would not be made.
"""

import gc
import hashlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from reportedly.ledger import Shelf


class Kept:
    """What lies on the shelf, and what is to be laid there when all is made (`keep`)."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._made: dict[str, Any] = {}
        self._in_use: set[str] = set()

    def of[Value](self, words: Iterable[str], shape: type[Value], make: Callable[[], Value]) -> Value:
        """What lies under those words, or what `make` makes. The words name all that it rests on beside our own rules."""
        key = hashlib.sha256("\n".join((rules_of_reckoning(), *words)).encode()).hexdigest()
        self._in_use.add(key)
        found = self._shelf.find(key, shape)
        if found is None:
            found = self._made[key] = make()
        return found

    def keep(self, *, makes_room: bool = False) -> None:
        """Lays on the shelf what was made; takes off what is not in use here only where this is nearly all that is."""
        self._shelf.keep(self._made, in_use=frozenset(self._in_use) if makes_room else None)
        self._made = {}


@contextmanager
def nothing_to_collect() -> Iterator[None]:
    """For making many small records that all stay: to look again and again for what could go takes longer than to make them."""
    is_collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if is_collecting:
            gc.enable()


@cache
def rules_of_reckoning() -> str:
    """A mark of all code and word lists, so that nothing is kept beyond the rules that made it."""
    mark = hashlib.sha256()
    for path, content in sorted(_sources(files("reportedly"), "")):
        mark.update(path.encode() + b"\0" + content + b"\0")
    return mark.hexdigest()


def _sources(folder: Traversable, path: str) -> Iterator[tuple[str, bytes]]:
    for each in folder.iterdir():
        if each.name.endswith((".py", ".toml")):
            yield f"{path}/{each.name}", each.read_bytes()
        elif each.is_dir() and each.name != "__pycache__":
            yield from _sources(each, f"{path}/{each.name}")
