"""What was reckoned once, kept beside the ledger until something that it rests on changes: a copy of nothing given.

Each value lies under a key made of all that went into it, so a value that is found is the value that would be made. Whoever
takes the whole shelf away loses seconds, no word: a row that cannot be read, or a file that cannot be written just now, is as
if nothing had been kept.
"""

import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from reportedly.errors import DeskBusyError, DeskFullError
from reportedly.ledger.connect import Connection, faults, file_size, impatient, is_read_only, transaction
from reportedly.ledger.plain import fast_json_of, parse_json

_LARGEST = 2**30
"""Bytes of one value, above which it is none of ours."""
_LEAST_ROOM = 2**25
"""Bytes that the shelf may take in any file; in a large one, half of it."""


class Shelf:
    """The kept values of one desk."""

    def __init__(self, connection: Connection, path: Path) -> None:
        self._connection, self._path = connection, path

    def find[Value](self, key: str, shape: type[Value]) -> Value | None:
        """The value of that type under a key, or None."""
        with faults(self._path):
            row = self._connection.execute("select content from shelf where key = ?", (key,)).fetchone()
        if row is None:
            return None
        try:
            return parse_json(zlib.decompressobj().decompress(row[0], _LARGEST), shape)
        except (ValueError, TypeError, zlib.error):
            return None

    def keep(self, made: Mapping[str, Any], *, in_use: frozenset[str] | None = None) -> None:
        """Lays what was made on the shelf; not where somebody else writes to the desk just now, and not in a file that may not be
        written. Where there is no more room, what has lain longest goes, but for what is `in_use`; without that nothing goes."""
        if not made or is_read_only(self._connection):
            return
        rows = [(key, zlib.compress(fast_json_of(made[key]), 1)) for key in sorted(made)]
        try:
            with faults(self._path), impatient(self._connection), transaction(self._connection):
                self._connection.executemany("insert or replace into shelf (key, content) values (?, ?)", rows)
                if in_use is not None:
                    self._make_room(in_use)
        except (DeskBusyError, DeskFullError):
            return

    def _make_room(self, in_use: frozenset[str]) -> None:
        held = self._connection.execute("select key, length(content) from shelf order by rowid").fetchall()
        spare = sum(size for _, size in held) - max(_LEAST_ROOM, file_size(self._connection) // 2)
        for key, size in held:
            if spare <= 0:
                return
            if key not in in_use:
                self._connection.execute("delete from shelf where key = ?", (key,))
                spare -= size
