"""Makes a desk's tables, brings an older desk up to date, and tells a desk from any other database.

A desk is marked twice: by the file's application id, and by the row `format = reportedly desk` of its `meta`.
"""

import sqlite3
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from reportedly import __version__
from reportedly.errors import DeskError, NewerDeskError
from reportedly.ledger.connect import Connection, damaged, is_read_only, is_whole, not_a_desk, transaction

APPLICATION_ID = 0x52505444  # RPTD
FORMAT = "reportedly desk"


class Migration(NamedTuple):
    number: int
    name: str
    sql: str


def migrations() -> tuple[Migration, ...]:
    """The numbered files, in order."""
    folder = files("reportedly.ledger.migrations")
    names = sorted(file.name for file in folder.iterdir() if file.name.endswith(".sql"))
    return tuple(Migration(int(name[:3]), name, folder.joinpath(name).read_text(encoding="utf-8")) for name in names)


def prepare(connection: Connection, *, path: Path) -> None:
    """Makes the tables of a new desk, or what an older one lacks; leaves any other file as it was.

    Raises NotADeskError, NewerDeskError, or DeskError where the file is damaged or too old to be read in place.
    """
    newest = migrations()[-1].number
    at = _version(connection, path=path)
    if at > newest:
        raise NewerDeskError(
            f"a newer version wrote this desk (its form is {at}, this version reads up to {newest})",
            place=str(path),
            cure="update reportedly",
        )
    if at < newest:
        _migrate(connection, path=path)


def statements(sql: str) -> Iterator[str]:
    """The single statements of a script: a trigger's inner semicolons do not end it."""
    statement = ""
    for line in sql.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement.strip()
            statement = ""


def _migrate(connection: Connection, *, path: Path) -> None:
    if is_read_only(connection):
        raise DeskError(
            "an older version wrote this desk, and it may not be written", place=str(path), cure="copy it to a folder"
        )
    for migration in migrations():
        with transaction(connection):
            if migration.number > _version(connection, path=path):
                _apply(connection, migration)


def _apply(connection: Connection, migration: Migration) -> None:
    if migration.number == 1:
        connection.execute("create table migrations (number integer primary key, name text not null, by text not null)")
    for statement in statements(migration.sql):
        connection.execute(statement)
    if migration.number == 1:
        connection.execute(f"pragma application_id = {APPLICATION_ID}")
        connection.execute("insert into meta (key, value) values (?, ?)", ("format", FORMAT))
    record = (migration.number, migration.name, f"reportedly {__version__}")
    connection.execute("insert into migrations (number, name, by) values (?, ?, ?)", record)


def _version(connection: Connection, *, path: Path) -> int:
    """The number of the last migration; 0 for an empty file. Raises NotADeskError for anything else."""
    mark = connection.execute("pragma application_id").fetchone()[0]
    tables = {name for (name,) in connection.execute("select name from sqlite_master where type = 'table'")}
    if not mark and not tables:
        return 0
    if mark != APPLICATION_ID:
        raise not_a_desk(str(path))
    if not {"migrations", "meta"} <= tables or not is_whole(connection, path):
        raise damaged(str(path))
    if connection.execute("select value from meta where key = 'format'").fetchone() != (FORMAT,):
        raise not_a_desk(str(path))
    return int(connection.execute("select coalesce(max(number), 0) from migrations").fetchone()[0])
