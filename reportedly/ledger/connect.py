"""Opens a desk's file, and says in our words what went wrong with it. All that is particular to SQLite is here (and in
the migrations named for it): pragmas, how a transaction begins, error codes, the phrase of a full-text search.

It refuses what is no regular file: a desk is one file, such as `almaty.desk`, with `-wal` and `-shm` beside it in use.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reportedly.errors import DeskBusyError, DeskError, DeskFullError, NotADeskError, ReportedlyError

Connection = sqlite3.Connection

_PRAGMAS = ("journal_mode = wal", "synchronous = normal", "foreign_keys = on", "cache_size = -65536")


def connect(path: Path, *, create: bool, patience: float) -> Connection:
    """A connection to the file, made where it is missing and `create` allows; `patience` is in seconds.

    A file in a place that may not be written is opened for reading alone.
    Raises NotADeskError for a folder or a device, DeskError where there is none and none may be made.
    """
    _check_place(path, create=create)
    writable = _is_writable(path)
    mode = "mode=rwc" if writable else "mode=ro&immutable=1"
    with faults(path):
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?{mode}", uri=True, timeout=patience, isolation_level=None
        )
        connection.execute(f"pragma query_only = {not writable:d}")
        return connection


def tune(connection: Connection) -> None:
    """Readers beside one writer, and a commit that a kill cannot tear. After the file is known to be ours."""
    if not is_read_only(connection):
        for pragma in _PRAGMAS:
            connection.execute(f"pragma {pragma}")


def is_read_only(connection: Connection) -> bool:
    return bool(connection.execute("pragma query_only").fetchone()[0])


def file_size(connection: Connection) -> int:
    """Bytes that the desk takes, its latest pages among them."""
    pages, size = (connection.execute(f"pragma {name}").fetchone()[0] for name in ("page_count", "page_size"))
    return int(pages * size)


def is_whole(connection: Connection, path: Path) -> bool:
    """Whether the file ends where a page ends; the engine itself takes a last page that broke off for a whole one."""
    size = connection.execute("pragma page_size").fetchone()[0]
    return _has_journal(path) or path.stat().st_size % size == 0


@contextmanager
def transaction(connection: Connection) -> Iterator[None]:
    """One writer at a time, from the first statement; whatever interrupts it leaves nothing behind."""
    connection.execute("begin immediate")
    try:
        yield
        connection.execute("commit")
    except BaseException:
        if connection.in_transaction:
            connection.execute("rollback")
        raise


@contextmanager
def impatient(connection: Connection) -> Iterator[None]:
    """Where another process writes, what is done here fails at once."""
    patience = connection.execute("pragma busy_timeout").fetchone()[0]
    connection.execute("pragma busy_timeout = 0")
    try:
        yield
    finally:
        connection.execute(f"pragma busy_timeout = {int(patience)}")


@contextmanager
def faults(path: Path) -> Iterator[None]:
    """Turns the engine's errors on that file into ours, each with its cure."""
    try:
        yield
    except sqlite3.Error as error:
        raise _error_of(error, str(path)) from error


def search_phrase(words: str) -> str:
    """The words as a full-text query that means just them: no operator of the engine's own language gets through."""
    return " ".join('"' + word.replace('"', '""') + '"' for word in words.replace("\0", " ").split())


def _is_writable(path: Path) -> bool:
    return os.access(path.parent, os.W_OK) and (not path.exists() or os.access(path, os.W_OK))


def _check_place(path: Path, *, create: bool) -> None:
    place = str(path)
    if path.is_dir():
        raise NotADeskError("this is a folder", place=place, cure="name a file in it, such as " + str(path / "my.desk"))
    if path.exists() and not path.is_file():
        raise NotADeskError("this is no regular file", place=place, cure="name a file for the desk")
    if path.exists():
        _check_journal(path)
        return
    if not create:
        raise DeskError("there is no such desk", place=place, cure="`reportedly add PATH... --desk FILE` makes one")
    if not path.parent.is_dir():
        raise DeskError("its folder does not exist", place=place, cure=f"make the folder {path.parent}")
    if not os.access(path.parent, os.W_OK):
        raise DeskFullError("its folder may not be written", place=place, cure="name a file in a folder that may be")


def _check_journal(path: Path) -> None:
    """A copy of a desk in use, put where nothing may be written, lacks what its journal holds: do not show half."""
    if not _is_writable(path) and _has_journal(path):
        raise DeskFullError(
            "the desk was in use when it was put here",
            place=str(path),
            cure=f"copy it and {_journal(path).name} to a folder that may be written",
        )


def _journal(path: Path) -> Path:
    return path.with_name(path.name + "-wal")


def _has_journal(path: Path) -> bool:
    return _journal(path).exists() and _journal(path).stat().st_size > 0


_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_READ_ONLY = {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_CANTOPEN}
_FULL = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR}


def _error_of(error: sqlite3.Error, place: str) -> Exception:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in _BUSY:
        return DeskBusyError(
            "another process is writing to the desk", place=place, cure="wait for it to end, or end it"
        )
    if code in _FULL:
        return DeskFullError(
            "the disk is full or failing", place=place, cure="free some space and run the same command again"
        )
    if code in _READ_ONLY:
        return DeskFullError("the desk may not be written", place=place, cure="copy it to a folder that may be written")
    if code == sqlite3.SQLITE_NOTADB:
        return not_a_desk(place)
    if code == sqlite3.SQLITE_CORRUPT:
        return damaged(place)
    return error


def not_a_desk(place: str) -> ReportedlyError:
    return NotADeskError(
        "this file is no desk of reportedly", place=place, cure="name a desk, or a new file; nothing was changed in it"
    )


def damaged(place: str) -> ReportedlyError:
    return DeskError(
        "the desk is damaged", place=place, cure="restore a copy of it, or add the articles again to a new desk"
    )
