"""The desk's file: what was given (documents, decisions) and what was derived from it, each row with its instant.

Rows are only ever added. A later reading of "26 people were killed", with better rules or a better date, stands beside
the earlier one and supersedes it from its own instant on. What is there already is not added again: `record_*` answers
whether it was new. The instant comes in as `at` (ISO 8601 with a zone), never from a clock here.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from reportedly.errors import InputError
from reportedly.ledger import rows
from reportedly.ledger.connect import Connection, connect, faults, transaction, tune
from reportedly.ledger.plain import json_of
from reportedly.ledger.rows import Row, parse_instant
from reportedly.ledger.schema import prepare
from reportedly.ledger.shelf import Shelf
from reportedly.ledger.view import View
from reportedly.model import Dating, Decision, Document, Finding, Reading, Refusal

PATIENCE = 10.0  # seconds to wait for another process's commit, which takes milliseconds


class Ledger:
    """A desk's ledger, open in one file. One transaction an article: a kill at any moment loses at most that one.

    Every method raises DeskBusyError, DeskFullError or DeskError where the file fails it.
    """

    def __init__(self, connection: Connection, path: Path) -> None:
        self._connection, self.path = connection, path

    @classmethod
    def open(cls, path: str | Path, *, create: bool = True, patience: float = PATIENCE) -> Self:
        """Opens the file, or makes it where `create` allows; an empty file becomes a new desk.

        Raises NotADeskError, NewerDeskError, DeskBusyError after `patience` seconds, DeskFullError, DeskError.
        """
        path = Path(path)
        connection = connect(path, create=create, patience=patience)
        try:
            with faults(path):
                prepare(connection, path=path)
                tune(connection)
        except BaseException:
            connection.close()
            raise
        return cls(connection, path)

    def close(self) -> None:
        with faults(self.path):
            self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def view(self, known_at: str | None = None) -> View:
        """The desk as it was at that instant, or as it is. Raises ValueError for an instant without a time zone."""
        with faults(self.path):
            if known_at is None:
                found = self._connection.execute("select max(number) from entries")
            else:
                sql = "select max(number) from entries where recorded_at <= ?"
                found = self._connection.execute(sql, (parse_instant(known_at),))
            return View(self._connection, self.path, entry=found.fetchone()[0] or 0)

    @property
    def shelf(self) -> Shelf:
        """What was reckoned from the ledger and is kept beside it."""
        return Shelf(self._connection, self.path)

    def has_document(self, id: str) -> bool:
        with faults(self.path):
            return self._holds("documents where id = ?", id)

    def record_document(self, document: Document, *, facts: Mapping[str, Any], rules: str, at: str) -> bool:
        """Takes in one article, with what gathering noted of it by name, by that version of its rules.

        Raises InputError for a text or file name that is no Unicode (half of a surrogate pair).
        """
        try:
            with self._writing():
                if self._holds("documents where id = ?", document.id):
                    return False
                entry = self._new_entry(at)
                self._insert("documents", f"entry, {rows.DOCUMENT}", [(entry, *rows.document_row(document))])
                self._insert_facts(entry, document.id, facts, rules)
                return True
        except UnicodeEncodeError as error:
            raise InputError(
                "its text or its name is no Unicode", place=repr(document.source), cure="rename it and save it as UTF-8"
            ) from error

    def record_facts(self, document: str, *, facts: Mapping[str, Any], rules: str, at: str) -> None:
        """Notes again, by newer rules, what gathering saw in a document."""
        with self._writing():
            self._insert_facts(self._new_entry(at), document, facts, rules)

    def record_notes(self, notes: Mapping[str, Mapping[str, Any]], *, rules: str, at: str) -> None:
        """Notes something of many documents at once, by document and name."""
        with self._writing():
            entry = self._new_entry(at) if notes else 0
            for document in sorted(notes):
                self._insert_facts(entry, document, notes[document], rules)

    def record_refusal(self, refusal: Refusal, *, at: str) -> bool:
        row = rows.refusal_row(refusal)
        with self._writing():
            if self._holds("refusals where source = ? and reason = ? and cure = ?", *row[:3]):
                return False
            self._insert("refusals", f"entry, {rows.REFUSAL}", [(self._new_entry(at), *row)])
            return True

    def record_reading(self, reading: Reading, *, dating: Dating, at: str) -> bool:
        """Takes in all that was read in one document, with the dating that it was read by.

        The same reader with the same date over the same document is no news, even where another process did it.
        """
        with self._writing():
            if self._is_last_reading(reading, dating):
                return False
            entry = self._new_entry(at)
            self._insert(
                "readings", f"entry, reader, {rows.DATING}", [(entry, reading.reader, *rows.dating_row(dating))]
            )
            self._insert_parts("claims", rows.CLAIM, entry, map(rows.claim_row, reading.claims))
            self._insert_parts("mentions", rows.MENTION, entry, map(rows.mention_row, reading.mentions))
            self._insert_parts("skips", rows.SKIP, entry, map(rows.skip_row, reading.skipped))
            return True

    def record_decision(self, decision: Decision, *, at: str) -> bool:
        with self._writing():
            if self._holds("decisions where id = ?", decision.id):
                return False
            self._insert("decisions", f"entry, {rows.DECISION}", [(self._new_entry(at), *rows.decision_row(decision))])
            return True

    def record_findings(self, findings: Iterable[Finding], *, at: str) -> int:
        """Puts on record what a briefing says; writes only what differs from the last one, and counts it."""
        with self._writing():
            said = {finding.id: json_of(finding) for finding in self.view().findings()}
            says = {finding.id: json_of(finding) for finding in findings}
            changed = sorted(id for id in said.keys() | says.keys() if said.get(id) != says.get(id))
            if changed:
                entry = self._new_entry(at)
                self._insert("findings", "entry, id, content", [(entry, id, says.get(id)) for id in changed])
            return len(changed)

    def record_look(self, seen: View, *, at: str) -> None:
        """Notes that somebody was shown what that view holds."""
        with self._writing():
            self._insert("looks", "entry, seen", [(self._new_entry(at), seen.entry)])

    def _is_last_reading(self, reading: Reading, dating: Dating) -> bool:
        sql = (
            "select published, published_basis, country, site, reader from readings "
            "where document = ? order by entry desc limit 1"
        )
        last = self._connection.execute(sql, (reading.document,)).fetchone()
        _, published, basis, _, country, site = rows.dating_row(dating)
        return bool(last == (published, basis, country, site, reading.reader))

    def _new_entry(self, at: str) -> int:
        """The number of a new entry. A clock that went back does not rewrite the past: no entry is before the last."""
        sql = "select coalesce(max(number), 0), coalesce(max(recorded_at), '') from entries"
        number, last_at = self._connection.execute(sql).fetchone()
        self._insert("entries", "number, recorded_at", [(number + 1, max(parse_instant(at), last_at))])
        return int(number) + 1

    def _insert_facts(self, entry: int, document: str, facts: Mapping[str, Any], rules: str) -> None:
        noted = [(entry, document, name, rules, json_of(facts[name])) for name in sorted(facts)]
        self._insert("facts", "entry, document, name, rules, content", noted)

    def _insert_parts(self, table: str, columns: str, reading: int, parts: Iterable[Row]) -> None:
        numbered = ((reading, position, *part) for position, part in enumerate(parts))
        self._insert(table, f"reading, position, {columns}", numbered)

    def _insert(self, table: str, columns: str, values: Iterable[Row]) -> None:
        places = ", ".join("?" for _ in columns.split(", "))
        self._connection.executemany(f"insert into {table} ({columns}) values ({places})", values)

    def _holds(self, condition: str, *values: Any) -> bool:
        return self._connection.execute(f"select 1 from {condition}", values).fetchone() is not None

    @contextmanager
    def _writing(self) -> Iterator[None]:
        with faults(self.path), transaction(self._connection):
            yield
