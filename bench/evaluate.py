"""Reads every exercise, exports the desk and scores it against the gold ledger; holds the scores to their floors.

    ./try eval                       a table for each exercise
    ./try eval quake --misses        of those named so, with what was missed, invented or wrong
    ./try eval --floors              only the verdict: fails where a measure of exercises/floors.toml is not reached
    ./try eval --raise-floors        writes what was measured, rounded down, where it is above the floor

Gold ledgers that lie beside the repository (../shared/gold with the articles in ../shared/seeds) are scored as well
where they are present, without floors. The misses of an exercise that exercises/halves.toml calls unseen are never shown:
its scores tell how the reading does on a crisis that no rule was made for. Behind the tables: each kind of claim in all
exercises of a half together, in each register (exercises/registers.toml), and the most frequent causes of misses.
"""

import argparse
import math
import os
import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from banks import below
from gold import Export, Gold, load_export, load_gold
from score import Score, as_table, measures_of, score
from summary import Summary

from reportedly.claims.read import BROKEN
from reportedly.desk import Desk
from reportedly.model import Skip
from reportedly.show.export import holdings_of, write_export

ROOT = Path(__file__).parents[1]
EXERCISES = ROOT / "exercises"
FLOORS = EXERCISES / "floors.toml"
HALVES = EXERCISES / "halves.toml"
BESIDE = ROOT.parent / "shared"
HEAD = """\
# What the reading must reach on each exercise. A floor only rises (./try eval --raise-floors), or falls with a sentence
# in CHANGELOG.md that says why."""
AT = "2000-01-01T00:00:00Z"  # when the ledger says that it learned it: no result may depend on the clock

type Floors = Mapping[str, Mapping[str, float]]


@dataclass(frozen=True, kw_only=True)
class Exercise:
    """Articles and their gold ledger. Only what lies in the repository has floors."""

    name: str
    articles: Path
    gold: Path
    has_floors: bool
    is_unseen: bool = False


def halves() -> Mapping[str, list[str]]:
    """Which exercises the rules are made on (`open`), and which are only scored (`unseen`)."""
    table: Mapping[str, list[str]] = tomllib.loads(HALVES.read_text(encoding="utf-8"))
    return table


def exercises() -> Iterator[Exercise]:
    """Those of the repository, then those beside it."""
    for gold in sorted(path.parent for path in EXERCISES.glob("*/gold/findings.json")):
        name = gold.parent.name
        yield Exercise(
            name=name,
            articles=gold.parent / "articles",
            gold=gold,
            has_floors=True,
            is_unseen=name in halves()["unseen"],
        )
    for gold in sorted(path.parent for path in (BESIDE / "gold").glob("*/findings.json")):
        yield Exercise(name=gold.name, articles=BESIDE / "seeds", gold=gold, has_floors=False)


def evaluate(exercise: Exercise) -> Score:
    """The score of a fresh desk on the exercise's articles; an article that the reader failed on is a miss."""
    return _scored(read(exercise))


class Read(NamedTuple):
    """A gold ledger, what a fresh desk exports of the same articles, and what the reader failed on."""

    gold: Gold
    export: Export
    failures: list[str]


def read(exercise: Exercise) -> Read:
    with TemporaryDirectory() as folder, Desk.open() as desk:
        desk.add([exercise.articles], at=AT)
        write_export(holdings_of(desk.books()), folder)
        failures = [f"failed   {skip.document}: {skip.reason}" for skip in _failures(desk)]
        return Read(load_gold(exercise.gold), load_export(Path(folder)), failures)


def read_all(exercises: Sequence[Exercise]) -> Iterator[tuple[Exercise, Read]]:
    """Each exercise as it was read, in the order given: several by a process a core."""
    if len(exercises) < 2:
        yield from ((exercise, read(exercise)) for exercise in exercises)
        return
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        yield from zip(exercises, pool.map(read, exercises), strict=True)


def _scored(done: Read) -> Score:
    result = score(done.gold, done.export)
    result.misses[:0] = done.failures
    return result


def _failures(desk: Desk) -> Iterator[Skip]:
    """Articles that were passed over whole, and sentences on which a rule broke."""
    whole = {document.id: len(document.text) for document in desk.view().documents()}
    skips = desk.view().skips()
    return (skip for skip in skips if skip.span == (0, whole[skip.document]) or skip.reason.startswith(BROKEN))


def raised(measured: Mapping[str, float], floors: Mapping[str, float]) -> dict[str, float]:
    """The floors, each lifted to what was measured, rounded down to hundredths; none falls."""
    names = sorted({*measured, *floors})
    return {name: max(floors.get(name, 0.0), _rounded_down(measured.get(name, 0.0))) for name in names}


def _rounded_down(share: float) -> float:
    return max(0, math.floor((share - _TIES) * 100 + 1e-9)) / 100


_TIES = 0.02
"""Left below what was measured: another processor's arithmetic may turn a tie of the parser."""


def load_floors() -> Floors:
    return tomllib.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}


def write_floors(floors: Floors) -> None:
    lines = [HEAD]
    for exercise in sorted(floors):
        lines += ["", f"[{exercise}]", *(f'"{name}" = {floor:.2f}' for name, floor in sorted(floors[exercise].items()))]
    FLOORS.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> int:
    chosen = _arguments()
    floors = {name: dict(table) for name, table in load_floors().items()}
    failures = []
    summary = Summary()
    asked = [each for each in exercises() if any(name in each.name for name in chosen.names or [""])]
    for exercise, done in read_all([each for each in asked if each.has_floors or not chosen.floors]):
        result = _scored(done)
        measured = measures_of(result)
        failures += [f"{exercise.name}: {line}" for line in below(measured, floors.get(exercise.name, {}))]
        if chosen.raise_floors and exercise.has_floors:
            floors[exercise.name] = raised(measured, floors.get(exercise.name, {}))
        if not chosen.floors:
            _print(exercise, result, misses=chosen.misses and not exercise.is_unseen)
            if exercise.has_floors:
                summary.add(exercise.name, done.gold, done.export, result, is_unseen=exercise.is_unseen)
    if not chosen.floors:
        print(summary)
    if chosen.raise_floors:
        write_floors(floors)
        return 0
    if chosen.floors or failures:
        print("\n".join(failures) or "every measure reaches its floor")
    return 1 if failures and chosen.floors else 0


def _print(exercise: Exercise, result: Score, *, misses: bool) -> None:
    print(f"== {exercise.name}{' (unseen)' if exercise.is_unseen else ''}")
    print(as_table(result))
    print("\n".join(line for line in result.misses if misses or line.startswith("failed")))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Score the reading of the exercises.")
    parser.add_argument("names", nargs="*", help="parts of exercises' names; all without")
    parser.add_argument("--misses", action="store_true", help="also what was missed, invented or wrong")
    parser.add_argument("--floors", action="store_true", help="only the verdict; exit code 1 where one is not reached")
    parser.add_argument("--raise-floors", action="store_true", help="write what was measured as the new floors")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
