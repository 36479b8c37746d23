"""Banks of invented texts in `exercises/`: each is read, scored, printed and held to its floors in one way.

In: a folder of TOML files, one a bank, with its `floors.toml`, and how a bank is scored. Out: a row a bank, its misses where
they are asked for, and the verdict. Refuses to show the misses of a bank called `unseen`.
"""

import argparse
import os
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Scored:
    """How a bank did: `row` says it to a reader, `shares` are what floors are held to."""

    row: str
    shares: Mapping[str, float]
    misses: Sequence[str]


type Score = Callable[[Sequence[Mapping[str, Any]]], Scored]


def below(measured: Mapping[str, float], floors: Mapping[str, float]) -> Iterator[str]:
    """What does not reach its floor; a measure that is gone does not either."""
    for name, floor in sorted(floors.items()):
        value = measured.get(name)
        if value is None or value < floor:
            yield f"{name} is {'gone' if value is None else f'{value:.3f}'}, its floor is {floor:.2f}"


def run(description: str, folder: Path, *, key: str, score: Score) -> int:
    """The program over the banks of a folder, whose rows stand under `key`; its exit code."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("names", nargs="*", help="parts of banks' names; all without")
    parser.add_argument("--misses", action="store_true", help="also what is not read as expected")
    parser.add_argument("--floors", action="store_true", help="only the verdict; exit code 1 where one is not reached")
    chosen = parser.parse_args()
    path = folder / "floors.toml"
    floors = tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    banks = [bank for bank in sorted(folder.glob("*.toml")) if bank != path]
    banks = [bank for bank in banks if any(part in bank.stem for part in chosen.names or [""])]
    failures = []
    for bank, scored in _scored(banks, key, score):
        name = bank.stem
        failures += [f"{name}: {line}" for line in below(scored.shares, floors.get(name, {}))]
        if not chosen.floors:
            print(f"{name:24} {scored.row}")
            if chosen.misses and not name.endswith("unseen"):
                print("\n".join(scored.misses))
    if chosen.floors or failures:
        print("\n".join(failures) or "every bank reaches its floors")
    return 1 if failures and chosen.floors else 0


def _scored(banks: Sequence[Path], key: str, score: Score) -> Iterator[tuple[Path, Scored]]:
    """Each bank with its score, in order; banks of one family share their texts, and so the process that reads them."""
    families: dict[str, list[Path]] = {}
    for bank in banks:
        families.setdefault(bank.stem.partition("-")[0], []).append(bank)
    largest_first = sorted(families.values(), key=lambda family: -sum(bank.stat().st_size for bank in family))
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # a process a core
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        done = dict(pair for pairs in pool.map(partial(_score_family, key, score), largest_first) for pair in pairs)
    yield from ((bank, done[bank]) for bank in banks)


def _score_family(key: str, score: Score, family: Sequence[Path]) -> list[tuple[Path, Scored]]:
    return [(bank, score(tomllib.loads(bank.read_text(encoding="utf-8"))[key])) for bank in family]
