"""Gold ledgers and exports as the scorer compares them: rows, parties by their names, ranges, dates.

In: `gold/*.json` of an exercise (what a careful reader would write down) and the four files of an export. A row is the
JSON object as it stands. A slot of a gold row may let other readings stand under `SLOT_also`.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Any

type Row = Mapping[str, Any]

GROUPS = {"figure": "figures", "measure": "measures", "position": "positions", "event": "events", "safety": "safety"}
TABLES = ("documents", "claims", "entities", "findings")


@dataclass(frozen=True, kw_only=True)
class Gold:
    """One exercise's gold ledger: a page per article by its file name, the parties, their spellings, the findings."""

    pages: Mapping[str, Row]
    parties: Mapping[str, Sequence[str]]
    spellings: Mapping[str, Sequence[str]]
    findings: Sequence[Row] | None

    def rows(self, name: str, kind: str) -> list[Row]:
        return list(self.pages[name].get(GROUPS[kind], ()))


@dataclass(frozen=True, kw_only=True)
class Export:
    """The rows of an export; `findings` is None where that file was not written."""

    documents: Sequence[Row]
    claims: Sequence[Row]
    entities: Sequence[Row]
    findings: Sequence[Row] | None

    @cached_property
    def file_names(self) -> Mapping[str, str]:
        """The file name that a document's source ends in, by its id."""
        return {document["id"]: PurePosixPath(document["source"]).name for document in self.documents}

    def all_claims_in(self, name: str) -> list[Row]:
        """The claims of one article, of every kind, those on other crises too."""
        return [claim for claim in self.claims if self.file_names[claim["document"]] == name]

    def claims_in(self, name: str, kind: str) -> list[Row]:
        """The claims of one article, of one kind, on this crisis."""
        return [
            claim
            for claim in self.claims
            if claim["kind"] == kind and self.file_names[claim["document"]] == name and not claim.get("background")
        ]


def load_gold(folder: Path) -> Gold:
    pages = [_json(path) for path in sorted(folder.glob("*.json"))]
    findings = folder / "findings.json"
    return Gold(
        pages={page["document"]: page for page in pages if isinstance(page, dict) and "document" in page},
        parties=_json(folder / "parties.json"),
        spellings=_json(folder / "entities.json"),
        findings=_json(findings) if findings.exists() else None,
    )


def load_export(folder: Path) -> Export:
    tables = {name: list(_lines(folder / f"{name}.jsonl")) for name in TABLES if (folder / f"{name}.jsonl").exists()}
    return Export(
        documents=tables["documents"],
        claims=tables["claims"],
        entities=tables["entities"],
        findings=tables.get("findings"),
    )


def _json(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def _lines(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8") as file:
        yield from (json.loads(line) for line in file if line.strip())


def bare(name: str) -> str:
    """A name's words in small letters, less a leading article: `The Interior Ministry` is `interior ministry`."""
    return " ".join(re.findall(r"\w+", name.casefold())).removeprefix("the ")


class Parties:
    """Whether an exported entity is a party of the gold: one of its names holds, or is held by, one of the party's."""

    def __init__(self, gold: Gold, entities: Iterable[Row]) -> None:
        self._wanted = {key: {bare(name) for name in (*names, key)} for key, names in gold.parties.items()}
        self._places = {bare(key) for key in gold.parties if key[:1].isupper()}
        self._entities = {entity["id"]: entity for entity in entities}

    def is_party(self, key: str | None, entity: str | None, name: str | None = None) -> bool:
        """A place's bare name is not the police, the ministry or the district that is called after it."""
        if key is None:
            return True
        wanted = self._wanted.get(key) or {bare(key)}
        names = {bare(each) for each in self._names(entity, name)}
        return any(
            _holds(each, want) for each in names if each in wanted or each not in self._places for want in wanted
        )

    def is_in(self, gold: Row, slot: str, entity: str | None, name: str | None = None) -> bool:
        """Whether it is the party in that slot, or another that the gold lets stand there."""
        return any(self.is_party(key, entity, name) for key in readings(gold, slot))

    def is_known(self, gold: Row, slot: str) -> bool:
        """Whether any entity is the party in that slot."""
        return any(self.is_party(key, entity) for key in readings(gold, slot) for entity in self._entities)

    def name_of(self, entity: object) -> object:
        """How the export calls an entity; anything else as it is."""
        row = self._entities.get(entity) if isinstance(entity, str) else None
        return row["name"] if row else entity

    def _names(self, entity: str | None, name: str | None) -> Iterator[str]:
        row = self._entities.get(entity or "", {})
        yield from (each for each in (name, row.get("name"), *row.get("aliases", ())) if each)


def _holds(one: str, other: str) -> bool:
    """Whether one name stands within the other, whole words only."""
    return bool(one and other) and (f" {one} " in f" {other} " or f" {other} " in f" {one} ")


def readings(gold: Row, slot: str) -> tuple[Any, ...]:
    """What the gold has in a slot, and what it lets stand beside it."""
    return gold[slot], *gold.get(f"{slot}_also", ())


def last_day(edtf: str | None) -> str | None:
    """The last full date that an EDTF text names; a coarser one as it is."""
    days = re.findall(r"\d{4}-\d\d-\d\d", edtf or "")
    return days[-1] if days else edtf


def is_same_amount(found: Row, gold: Row) -> bool:
    """Exact numbers must be equal (an `open` one may be open above), vague ranges overlap by half of the shorter."""
    low, high = found["low"], found["high"]
    if low is None:
        return False
    if gold["low"] == gold["high"]:
        return bool(low == gold["low"] and (high == gold["high"] or (high is None and gold.get("open"))))
    if gold["high"] is None or high is None:
        return gold["high"] is None and high is None and abs(low - gold["low"]) <= 1
    common = min(high, gold["high"]) - max(low, gold["low"])
    return bool(common >= 0 and common >= 0.5 * min(high - low, gold["high"] - gold["low"]))


def shared(one: Row, other: Row) -> float:
    """The share of the shorter of two stretches that both cover, 0 to 1."""
    common = min(one["end"], other["end"]) - max(one["start"], other["start"])
    return float(max(0, common) / max(1, min(one["end"] - one["start"], other["end"] - other["start"])))
