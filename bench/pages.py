"""Scores the reading of whole invented pages: is furniture told from the article, and is the day of publication found?

    ./try pages                  a row for each bank in exercises/pages
    ./try pages open --misses    of the banks named so, with what was kept, lost or misdated
    ./try pages --floors         only the verdict: fails where a share of exercises/pages/floors.toml is not reached

A bank is a TOML file of `[[page]]`s: `text` as a scraper left it, `furniture` (in the order of the page: what is no body,
lines or parts of lines), `either` (lines that may be both: who signs a release), `published` (EDTF; left out where no
page could tell), `desk` where pages are dated together.
The misses of a bank called `unseen` are never shown.
"""

import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from banks import Scored, run

from reportedly.gather.document import document_of
from reportedly.gather.published import clues_of, date_documents
from reportedly.model import Document, Span

ROOT = Path(__file__).parents[1]
BANKS = ROOT / "exercises" / "pages"
_NOT_BLANK = re.compile(r"\S")
_MOSTLY = 0.9  # share of a line's characters that must be in the body for it to count as kept

type Page = Mapping[str, Any]


@dataclass
class Tally:
    """What a bank's pages gave: right and all, by what was asked."""

    counts: dict[str, list[int]] = field(default_factory=lambda: {name: [0, 0] for name in _ASKED})
    misses: list[str] = field(default_factory=list)

    def add(self, asked: str, is_right: bool, complaint: str) -> None:
        self.counts[asked][0] += is_right
        self.counts[asked][1] += 1
        if not is_right:
            self.misses.append(complaint)

    def shares(self) -> dict[str, float]:
        return {name: right / max(1, every) for name, (right, every) in self.counts.items()}


_ASKED = ("dropped", "kept", "dated")


def furniture_of(page: Page) -> list[Span]:
    """Where each piece of the page's furniture stands, one after the other."""
    text, at, spans = str(page["text"]), 0, []
    for piece in page["furniture"]:
        start = text.find(piece, at)
        if start < 0:
            raise ValueError(f"{page['name']}: {piece!r} does not stand in the page, or not in this order")
        at = start + len(piece)
        spans.append(Span(start, at))
    return spans


def body_lines_of(text: str, furniture: Sequence[Span]) -> Iterator[Span]:
    """The lines of the page less its furniture."""
    blanked = list(text)
    for start, end in furniture:
        blanked[start:end] = " " * (end - start)
    for found in re.finditer(r"[^\n]*\w[^\n]*", "".join(blanked)):
        stripped = found[0].strip()
        start = found.start() + found[0].index(stripped)
        yield Span(start, start + len(stripped))


def score(pages: Sequence[Page]) -> Tally:
    tally = Tally()
    documents = [document_of(source=f"{n}.txt", data=b"", text=str(page["text"])) for n, page in enumerate(pages)]
    for page, document in zip(pages, documents, strict=True):
        _score_body(page, document, tally)
    published = _days_of(pages, documents)
    for page, document in zip(pages, documents, strict=True):
        wanted, got = page.get("published"), published[document.id]
        tally.add("dated", wanted == got, f"date     {page['name']}: {got} is not {wanted}")
    return tally


def _score_body(page: Page, document: Document, tally: Tally) -> None:
    furniture = furniture_of(page)
    inside = {at for start, end in document.body for at in range(start, end)}
    for start, end in furniture:
        is_dropped = inside.isdisjoint(range(start, end))
        tally.add("dropped", is_dropped, f"kept     {page['name']}: {document.text[start:end][:100]}")
    doubtful = set(page.get("either", ()))
    for start, end in body_lines_of(document.text, furniture):
        if document.text[start:end] in doubtful:
            continue
        places = [start + found.start() for found in _NOT_BLANK.finditer(document.text[start:end])]
        is_kept = sum(place in inside for place in places) >= _MOSTLY * len(places)
        tally.add("kept", is_kept, f"LOST     {page['name']}: {document.text[start:end][:100]}")


def _days_of(pages: Sequence[Page], documents: Sequence[Document]) -> dict[str, str | None]:
    """The dates worked out: each page alone, those of one desk together."""
    desks = defaultdict(list)
    for n, (page, document) in enumerate(zip(pages, documents, strict=True)):
        desks[page.get("desk", n)].append(clues_of(document))
    datings = {id: dating for clues in desks.values() for id, dating in date_documents(clues).items()}
    return {id: str(dating.published) if dating.published else None for id, dating in datings.items()}


def scored(pages: Sequence[Page]) -> Scored:
    tally = score(pages)
    row = "  ".join(f"{asked} {right}/{every}" for asked, (right, every) in tally.counts.items())
    return Scored(f"{len(pages)} pages: {row}", tally.shares(), tally.misses)


if __name__ == "__main__":
    sys.exit(run("Score the reading of whole pages.", BANKS, key="page", score=scored))
