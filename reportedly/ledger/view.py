"""The desk as known at an instant: every noun, streamed in an order that does not depend on when articles arrived.

A view is pinned to the last entry of its instant, so it stays the same while another process writes, and a reading made
later ("the toll of the 6th, learned on the 9th") never rewrites what a view of the 8th shows.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from reportedly.errors import UnknownIdError
from reportedly.ledger import rows
from reportedly.ledger.connect import Connection, faults, search_phrase
from reportedly.ledger.plain import parse_json
from reportedly.ledger.rows import Row
from reportedly.model import Claim, Dating, Decision, Document, Finding, Mention, Refusal, Skip

type Contents = Mapping[str, type]

_CURRENT = (
    "readings.entry = (select max(r.entry) from readings r where r.document = readings.document and r.entry <= ?)"
)


class Read(NamedTuple):
    """How a document was last read: with which dating, by which version of the reader."""

    dating: Dating
    reader: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Statistics:
    """How much a desk holds; `first_at` and `last_at` are None for an empty one."""

    documents: int
    claims: int
    mentions: int
    skips: int
    refusals: int
    decisions: int
    first_at: str | None
    last_at: str | None


class View:
    """What the desk held up to `entry`. Made by `Ledger.view`; every iterator is a stream, in order of document."""

    def __init__(self, connection: Connection, path: Path, *, entry: int) -> None:
        self._connection, self._path, self.entry = connection, path, entry

    def documents(self) -> Iterator[Document]:
        """In order of id."""
        sql = f"select {rows.DOCUMENT} from documents where entry <= ? order by id"
        return map(rows.document_of, self._rows(sql, self.entry))

    def document_ids(self) -> Iterator[str]:
        return (id for (id,) in self._rows("select id from documents where entry <= ? order by id", self.entry))

    def document(self, id: str) -> Document:
        """Raises UnknownIdError."""
        sql = f"select {rows.DOCUMENT} from documents where id = ? and entry <= ?"
        for row in self._rows(sql, id, self.entry):
            return rows.document_of(row)
        raise UnknownIdError("the desk holds no such document", place=id)

    def documents_from(self, source: str) -> Iterator[Document]:
        """What came from one file or URL, the latest first: a page may have been taken twice."""
        sql = f"select {rows.DOCUMENT} from documents where source = ? and entry <= ? order by entry desc"
        return map(rows.document_of, self._rows(sql, source, self.entry))

    def documents_with(self, words: str) -> Iterator[str]:
        """The ids of the documents that hold all of the words, accents aside; nothing for no words."""
        sql = (
            "select id from documents join document_words on document_words.rowid = documents.entry "
            "where document_words match ? and documents.entry <= ? order by id"
        )
        phrase = search_phrase(words)
        return (id for (id,) in self._rows(sql, phrase, self.entry)) if phrase else iter(())

    def facts[Fact](self, name: str, shape: type[Fact], *, document: str | None = None) -> Iterator[Fact]:
        """What gathering noted under that name of each document, or of one."""
        return (parse_json(content, shape) for _, _, content in self._facts(name, document))

    def state(self) -> int:
        """The last entry of what books are made of: as long as it is the same, so are they, whoever looked meanwhile."""
        tables = ("documents", "readings", "facts", "decisions", "refusals")
        found = (self._rows(f"select max(entry) from {table} where entry <= ?", self.entry) for table in tables)
        return max((row[0] or 0 for rows in found for row in rows), default=0)

    def reading_entries(self) -> dict[str, int]:
        """The entry that last read each document: as long as it is the same, so is all that was read in it."""
        return self._by_document(f"select document, entry from readings where {_CURRENT}", self.entry)

    def note_entries(self, *names: str) -> dict[str, tuple[int, ...]]:
        """For each document the entries that last noted of it what has those names, in their order."""
        entries: dict[str, list[int]] = {}
        for at, name in enumerate(names):
            noted = "select document, max(entry) from facts where name = ? and entry <= ? group by document"
            for document, entry in self._rows(noted, name, self.entry):
                entries.setdefault(document, [0] * len(names))[at] = entry
        return {document: tuple(found) for document, found in entries.items()}

    def facts_by_rules(self, name: str) -> dict[str, str]:
        """By which version of the rules each document's note of that name was made."""
        sql = (
            "select document, rules from facts where name = ? and entry = (select max(f.entry) from facts f "
            "where f.document = facts.document and f.name = facts.name and f.entry <= ?)"
        )
        return self._by_document(sql, name, self.entry)

    def readings(self) -> Iterator[Read]:
        """How each document was last read."""
        sql = f"select {rows.DATING}, reader from readings where {_CURRENT} order by document"
        return (Read(rows.dating_of(row), reader) for *row, reader in self._rows(sql, self.entry))

    def datings(self) -> Iterator[Dating]:
        """When each document that was read was published, as far as that is known."""
        return (read.dating for read in self.readings())

    def claims(self, contents: Contents, *, document: str | None = None) -> Iterator[Claim]:
        """In order of document and place in it; `contents` names the dataclass of each kind's content."""
        found = self._derived("claims", rows.CLAIM, document)
        return (rows.claim_of(document, row, contents) for document, *row in found)

    def claims_by_id(self, id: str, contents: Contents) -> tuple[Claim, ...]:
        """The claims of that id: none, or one."""
        sql = (
            f"select readings.document, {_of('claims', rows.CLAIM)} "
            "from claims join readings on claims.reading = readings.entry "
            f"where claims.id = ? and {_CURRENT}"
        )
        return tuple(rows.claim_of(document, row, contents) for document, *row in self._rows(sql, id, self.entry))

    def mentions(self, *, document: str | None = None) -> Iterator[Mention]:
        found = self._derived("mentions", rows.MENTION, document)
        return (rows.mention_of(document, row) for document, *row in found)

    def skips(self, *, document: str | None = None) -> Iterator[Skip]:
        return (rows.skip_of(document, row) for document, *row in self._derived("skips", rows.SKIP, document))

    def refusals(self) -> Iterator[Refusal]:
        """What could not be taken in, and was not taken in later from the same source; what was only in part."""
        sql = (
            f"select {rows.REFUSAL} from refusals where entry <= ? and (partial = 1 or not exists (select 1 "
            "from documents d where d.source = refusals.source and d.entry between refusals.entry and ?)) "
            "order by source, reason, cure"
        )
        return map(rows.refusal_of, self._rows(sql, self.entry, self.entry))

    def decisions(self) -> Iterator[Decision]:
        """In the order in which they were recorded."""
        sql = f"select {rows.DECISION} from decisions where entry <= ? order by entry, id"
        return map(rows.decision_of, self._rows(sql, self.entry))

    def findings(self) -> Iterator[Finding]:
        """What the last briefing that was put on record said, in order of id."""
        sql = (
            "select content from findings where content is not null and entry = (select max(f.entry) from findings f "
            "where f.id = findings.id and f.entry <= ?) order by id"
        )
        return (rows.finding_of(content) for (content,) in self._rows(sql, self.entry))

    def last_look(self) -> "View | None":
        """What somebody was last shown, or None where nobody has looked yet."""
        sql = "select seen from looks where entry <= ? order by entry desc limit 1"
        for (seen,) in self._rows(sql, self.entry):
            return View(self._connection, self._path, entry=seen)
        return None

    def recorded_at(self) -> str | None:
        """The instant of the last entry that this view holds; None for an empty desk."""
        last = next(self._rows("select max(recorded_at) from entries where number <= ?", self.entry))[0]
        return None if last is None else str(last)

    def statistics(self) -> Statistics:
        first, last = next(
            self._rows("select min(recorded_at), max(recorded_at) from entries where number <= ?", self.entry)
        )
        return Statistics(
            documents=self._count("documents where entry <= ?"),
            claims=self._count_derived("claims"),
            mentions=self._count_derived("mentions"),
            skips=self._count_derived("skips"),
            refusals=sum(1 for _ in self.refusals()),
            decisions=self._count("decisions where entry <= ?"),
            first_at=first,
            last_at=last,
        )

    def _facts(self, name: str, document: str | None = None) -> Iterator[Row]:
        one, bound = ("and document = ?", (document,)) if document is not None else ("", ())
        sql = (
            "select document, rules, content from facts where name = ? and entry = (select max(f.entry) from facts f "
            f"where f.document = facts.document and f.name = facts.name and f.entry <= ?) {one} order by document"
        )
        return self._rows(sql, name, self.entry, *bound)

    def _derived(self, table: str, columns: str, document: str | None) -> Iterator[Row]:
        """The rows of each document's last reading, with the document's id before each."""
        one, bound = ("and readings.document = ?", (document,)) if document is not None else ("", ())
        sql = (
            f"select readings.document, {_of(table, columns)} "
            f"from readings join {table} on {table}.reading = readings.entry "
            f"where {_CURRENT} {one} order by readings.document, {table}.position"
        )
        return self._rows(sql, self.entry, *bound)

    def _by_document(self, sql: str, *values: Any) -> dict[str, Any]:
        """Of rows of two columns the second under the first."""
        return {row[0]: row[1] for row in self._rows(sql, *values)}

    def _count_derived(self, table: str) -> int:
        return self._count(f"readings join {table} on {table}.reading = readings.entry where {_CURRENT}")

    def _count(self, tables: str) -> int:
        return int(next(self._rows(f"select count(*) from {tables}", self.entry))[0])

    def _rows(self, sql: str, *values: Any) -> Iterator[Row]:
        with faults(self._path):
            yield from self._connection.execute(sql, values)


def _of(table: str, columns: str) -> str:
    return ", ".join(f"{table}.{column}" for column in columns.split(", "))
