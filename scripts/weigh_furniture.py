"""Works out the weights by which gather/evidence.py adds up what speaks for a line being furniture.

    python scripts/weigh_furniture.py            writes reportedly/lexicon/en/page_weights.toml
    python scripts/weigh_furniture.py --folds    only says how lines of pages left out would be judged

In: the open bank of whole pages and the open exercises. A page of the bank counts as much as four of an exercise's, since
it is the only one of its design. A line of the article that is lost costs as much as COST pieces of furniture that are
kept. Ridge regression of the log-odds by Newton's method: the same pages give the same weights.
"""

import json
import re
import sys
import tomllib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from reportedly.gather import evidence
from reportedly.gather.body import known_furniture, reasons_of
from reportedly.gather.evidence import signs_of
from reportedly.gather.lines import Line, find_lines
from reportedly.gather.page import Page

ROOT = Path(__file__).parents[1]
OUT = ROOT / "reportedly" / "lexicon" / "en" / "page_weights.toml"
KINDS = ("figures", "measures", "positions", "events", "safety")
COST = 6.0
RIDGE = 4.0
LEAST = 1.0
ONE_OF_ITS_KIND = 4.0
FOLDS = 8
HEAD = """\
# By how much each sign of gather/evidence.py speaks for a line being furniture (above zero) or the article's (below).
# Written by scripts/weigh_furniture.py from the open pages and exercises; `least` is the score from which a line is furniture."""


class Row(NamedTuple):
    """A line as the weighing sees it. `weight` 0: nobody says what it is."""

    page: str
    line: Line
    signs: dict[str, float]
    is_furniture: bool
    weight: float


class Labelled(NamedTuple):
    name: str
    lines: tuple[Line, ...]
    is_furniture: tuple[bool, ...]
    weights: tuple[float, ...]


def pages() -> Iterator[Labelled]:
    bank = tomllib.loads((ROOT / "exercises" / "pages" / "open.toml").read_text(encoding="utf-8"))
    for page in bank["page"]:
        lines = tuple(find_lines(page["text"]))
        at, spans = 0, []
        for piece in page["furniture"]:
            start = page["text"].index(piece, at)
            at = start + len(piece)
            spans.append((start, at))
        labels = [_label(line, spans) for line in lines]
        weights = tuple(0.0 if line.text in page.get("either", ()) else ONE_OF_ITS_KIND for line in lines)
        yield Labelled(page["name"], lines, tuple(labels), weights)
    halves = tomllib.loads((ROOT / "exercises" / "halves.toml").read_text(encoding="utf-8"))
    for exercise in halves["open"]:
        for gold in sorted((ROOT / "exercises" / exercise / "gold").glob("[0-9]*.json")):
            yield _of_exercise(exercise, json.loads(gold.read_text(encoding="utf-8")))


def _label(line: Line, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether the whole line is furniture; a caption with its credit is the article's."""
    return any(start <= line.start and line.end <= end for start, end in spans)


def _of_exercise(exercise: str, gold: dict) -> Labelled:
    text = (ROOT / "exercises" / exercise / "articles" / gold["document"]).read_bytes().decode("utf-8")
    lines = tuple(find_lines(text))
    spans = []
    for piece in gold["furniture"]:
        whole = [found.span(1) for found in re.finditer(rf"(?m)^[ \t]*({re.escape(piece)})[ \t]*$", text)]
        spans += whole or [(text.index(piece), text.index(piece) + len(piece))]
    rows = [(row["start"], row["end"]) for kind in KINDS for row in gold.get(kind, ()) if row.get("start") is not None]
    labels, weights = [], []
    for line in lines:
        label = _label(line, spans)
        is_evidence = any(start < line.end and line.start < end for start, end in rows)
        labels.append(label)
        # gold names no furniture that it is in doubt of, so that a short line without evidence may be either
        weights.append(1.0 if label or is_evidence or line.is_prose else 0.3)
    return Labelled(f"{exercise}/{gold['document']}", lines, tuple(labels), tuple(weights))


def rows_of(pages: Sequence[Labelled], known_of: Callable[[Labelled], set[int]]) -> list[Row]:
    rows = []
    for page in pages:
        known = known_of(page)
        for line, label, weight in zip(page.lines, page.is_furniture, page.weights, strict=True):
            if line.is_short:
                signs = signs_of(Page(page.lines, known - {line.index}), line)
                rows.append(Row(page.name, line, signs, label, weight))
    return rows


def fit(rows: Sequence[Row]) -> dict[str, float]:
    names = sorted({name for row in rows for name in row.signs})
    signs = np.array([[row.signs.get(name, 0.0) for name in names] for row in rows])
    wanted = np.array([float(row.is_furniture) for row in rows])
    weight = np.array([row.weight * (1.0 if row.is_furniture else COST) for row in rows])
    found = np.zeros(len(names))
    for _ in range(30):
        odds = 1 / (1 + np.exp(-np.clip(signs @ found, -30, 30)))
        slope = signs.T @ (weight * (odds - wanted)) + RIDGE * found
        curve = (signs * (weight * odds * (1 - odds))[:, None]).T @ signs + RIDGE * np.eye(len(names))
        found -= np.linalg.solve(curve, slope)
    return {name: round(float(value), 2) for name, value in zip(names, found, strict=True)}


def judged(pages: Sequence[Labelled], weights: dict[str, float], least: float) -> tuple[int, int, list[str]]:
    """How the reading itself, with these weights, does on pages: furniture dropped, and lines of articles lost."""
    evidence.weighing = lambda: (weights, least)
    dropped, lost = 0, []
    for page in pages:
        reasons = reasons_of(page.lines)
        for line, label, weight in zip(page.lines, page.is_furniture, page.weights, strict=True):
            if line.index in reasons:
                dropped += label
                if not label and weight >= 1.0:
                    lost.append(f"   {page.name[:40]}: {line.text[:90]}")
    return dropped, sum(label for page in pages for label in page.is_furniture), lost


def write(weights: dict[str, float], least: float) -> None:
    body = "\n".join(f'"{name}" = {value:.2f}' for name, value in sorted(weights.items()) if abs(value) >= 0.05)
    OUT.write_text(f"{HEAD}\n\nleast = {least}\n\n[weights]\n{body}\n", encoding="utf-8")


def all_rows(pages: Sequence[Labelled]) -> list[Row]:
    """Each line beside what is furniture by wording alone, and beside all furniture, as a second look finds it."""
    by_wording = rows_of(pages, lambda page: set(known_furniture(page.lines)))
    by_gold = rows_of(pages, lambda page: {n for n, label in enumerate(page.is_furniture) if label})
    return [*by_wording, *by_gold]


def main() -> None:
    every = list(pages())
    if "--folds" in sys.argv:
        groups = sorted({page.name.split("/")[0] for page in every})
        rows = all_rows(every)
        folds = []
        for fold in range(FOLDS):
            held = set(groups[fold::FOLDS])
            weights = fit([row for row in rows if row.page.split("/")[0] not in held])
            folds.append(([page for page in every if page.name.split("/")[0] in held], weights))
        for least in (0.0, 1.0, 2.0):
            found = [judged(held, weights, least) for held, weights in folds]
            lost = [line for _, _, lines in found for line in lines]
            print(
                f"least {least}: {sum(row[0] for row in found)}/{sum(row[1] for row in found)} dropped, {len(lost)} lost"
            )
            if least == LEAST:
                print("\n".join(lost))
        return
    weights = fit(all_rows(every))
    write(weights, LEAST)
    dropped, furniture, lost = judged(every, weights, LEAST)
    print(f"{dropped}/{furniture} dropped, {len(lost)} lost")
    print("\n".join(lost))


if __name__ == "__main__":
    main()
