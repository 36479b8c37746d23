"""Files that are no desk, and desks that fail us: each gets a clear error with its cure, and is left as it was."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from ledger_articles import SIX, article, dating, reading

from reportedly.errors import DeskBusyError, DeskError, DeskFullError, NewerDeskError, NotADeskError, ReportedlyError
from reportedly.ledger import Ledger
from reportedly.ledger.schema import migrations, statements

PAGE = 4096


def fill(path: Path, *, articles: int = 1, size: int = 60) -> None:
    with Ledger.open(path) as ledger:
        for number in range(articles):
            id = f"d-{number}"
            ledger.record_document(article(id, text="word " * size), facts={}, rules="1", at=SIX)
            ledger.record_reading(reading(id), dating=dating(id), at=SIX)


def test_an_empty_file_becomes_a_new_desk(path: Path) -> None:
    """Made by `touch`, or left by a kill before the first commit."""
    path.touch()
    with Ledger.open(path) as ledger:
        assert ledger.view().statistics().documents == 0


def test_a_missing_desk_is_not_made_where_it_should_be_there(path: Path) -> None:
    """`reportedly export nroth.desk`: a slip of the finger makes no file."""
    with pytest.raises(DeskError, match="there is no such desk; `reportedly add"):
        Ledger.open(path, create=False)
    assert not path.exists()


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    """A desk in a folder that is not there."""
    with pytest.raises(DeskError, match=r"make the folder .*nowhere"):
        Ledger.open(tmp_path / "nowhere" / "a.desk")


@pytest.mark.parametrize(
    "content", [b"plain text", b"%PDF-1.7\n" * 500, b"\0" * PAGE, b"SQLite format 3\0" + b"x" * 9000]
)
def test_another_file_is_refused_and_left_as_it_was(path: Path, content: bytes) -> None:
    """A text, a PDF, zeros, and what only begins as a database."""
    path.write_bytes(content)
    with pytest.raises(NotADeskError, match="no desk of reportedly"):
        Ledger.open(path)
    assert content == path.read_bytes()


def test_another_database_is_refused_and_left_as_it_was(path: Path) -> None:
    """A browser's history is SQLite as well."""
    with sqlite3.connect(path) as other:
        other.execute("create table visits (url text)")
    other.close()
    before = path.read_bytes()
    with pytest.raises(NotADeskError, match="nothing was changed in it"):
        Ledger.open(path)
    assert before == path.read_bytes()


def test_a_database_with_our_mark_alone_is_damaged(path: Path) -> None:
    """The application id is there, the tables are not."""
    with sqlite3.connect(path) as other:
        other.execute(f"pragma application_id = {0x52505444}")
        other.execute("create table visits (url text)")
    other.close()
    with pytest.raises(DeskError, match="the desk is damaged; restore"):
        Ledger.open(path)


def test_a_folder_is_refused(tmp_path: Path) -> None:
    """--desk given the folder of articles."""
    with pytest.raises(NotADeskError, match="this is a folder; name a file in it"):
        Ledger.open(tmp_path)


def test_a_device_is_refused() -> None:
    """--desk /dev/null, or a pipe that would wait for ever."""
    with pytest.raises(NotADeskError, match="no regular file"):
        Ledger.open("/dev/null")


def test_a_newer_desk_is_refused_and_left_as_it_was(path: Path) -> None:
    """Written by a version with one migration more."""
    fill(path)
    with sqlite3.connect(path) as other:
        other.execute("insert into migrations values (999, '999_more.sql', 'reportedly 99')")
    other.close()
    with pytest.raises(NewerDeskError, match=r"its form is 999, .* up to 6\); update reportedly"):
        Ledger.open(path)


def test_an_older_desk_is_brought_up_to_date(path: Path) -> None:
    """A desk that a kill left between the first migration and the second."""
    fill(path)
    with sqlite3.connect(path) as other:
        for (name,) in other.execute("select name from sqlite_master where type = 'trigger'").fetchall():
            other.execute(f"drop trigger {name}")
        other.executescript(
            "drop table shelf; drop table looks; drop table document_words; "
            "alter table readings drop column country; alter table readings drop column site;"
        )
        other.execute("delete from migrations where number > 1")
    other.close()
    with Ledger.open(path) as ledger:
        assert list(ledger.view().document_ids()) == ["d-0"]
    with sqlite3.connect(path) as other:
        assert other.execute("select number from migrations order by number").fetchall() == [
            (1,),
            (2,),
            (3,),
            (4,),
            (5,),
            (6,),
        ]
    other.close()


def test_a_locked_desk_says_who_is_to_end(path: Path) -> None:
    """Another process is in the middle of a commit, and stays there."""
    fill(path)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("begin immediate")
    with Ledger.open(path, patience=0.05) as ledger:
        with pytest.raises(DeskBusyError, match="another process is writing to the desk; wait for it to end"):
            ledger.record_document(article("d-9"), facts={}, rules="1", at=SIX)
        assert list(ledger.view().document_ids()) == ["d-0"]
        other.execute("rollback")
        assert ledger.record_document(article("d-9"), facts={}, rules="1", at=SIX)
    other.close()


def test_a_new_desk_that_another_process_is_making_is_waited_for(path: Path) -> None:
    """Two commands start at once on the same new file."""
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("begin exclusive")
    with pytest.raises(DeskBusyError):
        Ledger.open(path, patience=0.05)
    other.close()


def read_all(path: Path) -> None:
    with Ledger.open(path) as ledger:
        list(ledger.view().documents())
        ledger.view().statistics()


@pytest.mark.parametrize("keep", [PAGE // 2, PAGE, 5 * PAGE, -PAGE, -1])
def test_a_truncated_desk_is_damaged(path: Path, keep: int) -> None:
    """A copy that broke off: in the first page, after it, further on, at the end."""
    fill(path, articles=20, size=500)
    path.write_bytes(path.read_bytes()[:keep])
    with pytest.raises(DeskError, match=r"damaged|no desk of reportedly"):
        read_all(path)


def test_an_overwritten_desk_is_damaged(path: Path) -> None:
    """A disk that lost some pages in the middle."""
    fill(path, articles=20, size=5000)
    content = bytearray(path.read_bytes())
    middle = len(content) // 2 // PAGE * PAGE
    content[middle : middle + 12 * PAGE] = b"\xff" * 12 * PAGE
    path.write_bytes(content)
    with pytest.raises(DeskError, match="the desk is damaged; restore"):
        read_all(path)


FILL_A_SMALL_DISK = """
import resource, sys
from ledger_articles import SIX, article
from reportedly.errors import DeskFullError
from reportedly.ledger import Ledger

resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))
ledger = Ledger.open(sys.argv[1])
try:
    for number in range(1000):
        ledger.record_document(article(f"d-{number:04}", text="word " * 2000), facts={}, rules="1", at=SIX)
except DeskFullError as error:
    print(number, error)
"""


def test_a_full_disk_keeps_all_that_was_committed(path: Path) -> None:
    """Files may not grow past 400 kB: the articles before that are sound, and the next run goes on."""
    script = [sys.executable, "-c", FILL_A_SMALL_DISK, str(path)]
    places = {"PYTHONPATH": ":".join(sys.path)}
    ended = subprocess.run(script, stdout=subprocess.PIPE, text=True, check=True, env=places)
    written, _, message = ended.stdout.partition(" ")
    assert f"{path}: the disk is full or failing; free some space and run the same command again\n" == message
    with Ledger.open(path) as ledger:
        assert int(written) == ledger.view().statistics().documents
        assert ledger.record_document(article("d-9999"), facts={}, rules="1", at=SIX)


def read_and_try_to_write(path: Path) -> str:
    known = ""
    try:
        with Ledger.open(path) as ledger:
            known = " ".join(ledger.view().document_ids())
            ledger.record_document(article("d-9"), facts={}, rules="1", at=SIX)
            return "written"
    except DeskFullError as error:
        return f"{known}; {error.problem}; {error.cure}"


def as_nobody(task: Callable[[Path], str], path: Path) -> str:
    """What the task gives in a process that has not root's right to write anywhere."""
    receiver, sender = os.pipe()
    if not os.fork():
        try:
            if os.geteuid() == 0:
                os.setuid(65534)
            os.write(sender, task(path).encode())
        finally:
            os._exit(0)
    os.close(sender)
    os.wait()
    return os.read(receiver, 10_000).decode()


@pytest.fixture
def medium() -> Iterator[Path]:
    """A folder that, once sealed, may not be written."""
    with TemporaryDirectory() as folder:
        yield Path(folder)
        os.chmod(folder, 0o755)


def seal(folder: Path) -> None:
    for file in folder.iterdir():
        file.chmod(0o444)
    folder.chmod(0o555)


def test_a_desk_on_a_medium_that_may_not_be_written_can_be_read(medium: Path) -> None:
    """An archived desk on a disc: it is shown; recording in it says why it cannot."""
    fill(medium / "old.desk")
    seal(medium)
    said = as_nobody(read_and_try_to_write, medium / "old.desk")
    assert said == "d-0; the desk may not be written; copy it to a folder that may be written"


def test_an_unsaved_journal_on_such_a_medium_is_not_passed_over(medium: Path) -> None:
    """A desk copied while in use: without its journal it would show less than it held."""
    fill(medium / "old.desk")
    (medium / "old.desk-wal").write_bytes(b"unsaved")
    seal(medium)
    said = as_nobody(read_and_try_to_write, medium / "old.desk")
    cure = "copy it and old.desk-wal to a folder that may be written"
    assert said == f"; the desk was in use when it was put here; {cure}"


@pytest.mark.parametrize("name", ["a desk?mode=ro.desk", "100%.desk", "дело #1.desk", "d\udce9.desk"])
def test_any_file_name_will_do(tmp_path: Path, name: str) -> None:
    """Question marks, per cents, Cyrillic; a name that is no UTF-8."""
    path = tmp_path / name
    try:
        fill(path)
    except ReportedlyError as error:
        pytest.fail(str(error))
    assert [path] == list(tmp_path.iterdir())


def test_given_rows_cannot_be_changed_even_by_hand(path: Path) -> None:
    """An editor of databases is told no."""
    fill(path)
    other = sqlite3.connect(path)
    for attempt in ("update documents set text = 'x'", "delete from documents"):
        with pytest.raises(sqlite3.IntegrityError, match="a document is never"):
            other.execute(attempt)
    other.close()


def test_a_script_is_split_into_whole_statements() -> None:
    """A trigger's inner semicolon ends nothing, nor does one in a comment or a text."""
    table = "-- first; of two\ncreate table a (b text default ';');\n"
    script = table + "create trigger c after insert on a begin\n  delete from a;\nend;\n"
    assert len(list(statements(script))) == 2


def test_migrations_are_numbered_without_a_gap() -> None:
    """001, 002, and so on."""
    assert list(range(1, len(migrations()) + 1)) == [migration.number for migration in migrations()]
