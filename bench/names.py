"""Scores what names are taken for that nothing knows: every name of a grid in every frame of it.

    ./try names                     a row for each bank in exercises/names
    ./try names villages --misses   of the banks named so, each frame with the names that it loses
    ./try names --floors            only the verdict: fails where a share of exercises/names/floors.toml is not reached

A bank is a TOML file of `[[grid]]`s: `names`, `frames` with `{}` where the name stands, `openings` (a sentence before, for
all or for each name), `wanted` (kinds of mention, any of which is right where it covers the name whole) or `unwanted`.
A reader that knows its names by heart does well on old crises and badly on the next one.
"""

import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from banks import Scored, run

from reportedly.model import Document, Mention, Span
from reportedly.text.names import mentions_of
from reportedly.text.sentences import article_of

ROOT = Path(__file__).parents[1]
BANKS = ROOT / "exercises" / "names"
_OPENING = "Norland mourned on Monday."
_BEFORE = ("the ", "mr ", "dr ", "sp ", "imam ", "brigadier general ")
"""What may stand in a mention before the name: its article, a title."""


def score(grids: Sequence[Mapping[str, Any]]) -> Scored:
    """The share of names in frames that are taken for what they are."""
    missed: dict[str, list[str]] = defaultdict(list)
    total = 0
    for grid in grids:
        for name, opening in _named(grid):
            for frame in grid["frames"]:
                total += 1
                if not _is_right(grid, name, opening, frame):
                    missed[frame].append(name)
    share = 1 - sum(map(len, missed.values())) / total if total else 0.0
    lines = [f"  {len(names):3} {frame}  {', '.join(names)}" for frame, names in missed.items()]
    return Scored(
        row=f"{total} names in frames, {share:.3f} right", shares={"right": share}, misses=sorted(lines, reverse=True)
    )


def _named(grid: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    openings = grid.get("openings", [_OPENING])
    for n, name in enumerate(grid["names"]):
        yield name, openings[n % len(openings)]


def _is_right(grid: Mapping[str, Any], name: str, opening: str, frame: str) -> bool:
    before = frame.partition("{}")[0]
    shown = name[:1].upper() + name[1:] if not before else name
    text = f"{opening}\n\n{frame.format(shown)}"
    start = len(opening) + 2 + len(before)
    found = _mentions(text, Span(start, start + len(shown)))
    if "unwanted" in grid:
        return all(mention.kind.value != grid["unwanted"] for mention in found)
    return len(found) == 1 and found[0].kind.value in grid["wanted"].split("|") and _covers(found[0], shown)


def _mentions(text: str, span: Span) -> tuple[Mention, ...]:
    at = text.index("\n\n")
    body = (Span(0, at), Span(at + 2, len(text)))
    return mentions_of(article_of(Document(id="d-1", source="names", text=text, body=body))).inside(span)


def _covers(mention: Mention, name: str) -> bool:
    said, name = mention.text.lower(), name.lower().removeprefix("the ")
    return said == name or any(said == before + name for before in _BEFORE)


if __name__ == "__main__":
    sys.exit(run(__doc__ or "", BANKS, key="grid", score=score))
