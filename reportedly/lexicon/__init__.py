"""Word lists as data: `load("en/cues")` gives the table of `lexicon/en/cues.toml`. An analyst can read and mend them.

Parsing them all takes 0.4 s, a tenth of a cold start. So each is kept in parsed form where Python keeps its modules, and where
Python may keep none (PYTHONDONTWRITEBYTECODE) neither is a list: with the time and size of the file that it was parsed from,
and made anew where they differ.
"""

import marshal
import os
import sys
import tomllib
from contextlib import suppress
from functools import cache
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any, cast


@cache
def load(name: str) -> dict[str, Any]:
    """The word list of that name, as parsed TOML. Raises FileNotFoundError where there is none."""
    return parsed(Path(__file__).parent / f"{name}.toml")


@cache
def words(name: str, *path: str) -> frozenset[str]:
    """The entries of one list: `words("en/safety", "groups", "verbs")`. Raises KeyError where there is none."""
    found: Any = load(name)
    for key in path:
        found = found[key]
    return frozenset(found)


def parsed(source: Path) -> dict[str, Any]:
    """The table of a TOML file, from its kept form where that is of the file as it stands."""
    status = source.stat()
    stamp = (status.st_mtime_ns, status.st_size)
    kept = _kept_form_of(source)
    table = _kept_in(kept, stamp)
    if table is None:
        table = tomllib.loads(source.read_text(encoding="utf-8"))
        if not sys.dont_write_bytecode:
            _keep(kept, stamp, table)
    return table


def _kept_form_of(source: Path) -> Path:
    """`cues.toml` -> `__pycache__/cues.cpython-313.parsed`, or under PYTHONPYCACHEPREFIX."""
    return Path(cache_from_source(str(source))).with_suffix(".parsed")


type _Stamp = tuple[int, int]


def _kept_in(kept: Path, stamp: _Stamp) -> dict[str, Any] | None:
    """The table as it was parsed from a file of that time and size; None where none was kept, or only a damaged one."""
    with suppress(OSError, EOFError, ValueError, TypeError):
        of, table = marshal.loads(kept.read_bytes())
        return cast(dict[str, Any], table) if of == stamp else None
    return None


def _keep(kept: Path, stamp: _Stamp, table: dict[str, Any]) -> None:
    """Written whole or not at all; a folder that may not be written to costs the time, and nothing else."""
    with suppress(OSError, ValueError):
        written = marshal.dumps((stamp, table))
        kept.parent.mkdir(parents=True, exist_ok=True)
        part = kept.with_name(f"{kept.name}.{os.getpid()}")
        part.write_bytes(written)
        part.replace(kept)
