"""Articles are taken in once, dated together, read once, and finished after any interruption."""

import json
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from desk_readers import OBEDIENT, mention_first_word, read_obediently

from reportedly.desk.adding import CLUES, FINGERPRINT, RULES, Added, Progress, add
from reportedly.desk.pool import Reader
from reportedly.gather.fingerprints import Fingerprint
from reportedly.ledger import Ledger
from reportedly.model import Basis, Reading

SIX, SEVEN = "2031-03-06T12:00:00Z", "2031-03-07T12:00:00Z"
BODY = "residents said that the bridge over the river had been closed since the morning and that no bus was running."


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "north.desk") as opened:
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "articles"
    made.mkdir()
    return made


def write(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text, encoding="utf-8")


def take(ledger: Ledger, folder: Path, *, at: str = SIX, reader: Reader = OBEDIENT, workers: int = 1) -> Added:
    return add(ledger, [folder], reader, at=at, report=lambda progress: None, workers=workers)


def test_each_article_is_taken_in_and_read_once(ledger: Ledger, folder: Path) -> None:
    """Two articles, then the same two and a third."""
    write(folder, "a.txt", f"Ana {BODY}")
    write(folder, "b.txt", "Ben saw the water rise over the quay and into the market hall, where traders packed up.")
    first = take(ledger, folder)
    write(folder, "c.txt", "Caro teaches at the school that was used as a shelter by forty families from the valley.")
    second = take(ledger, folder, at=SEVEN)
    assert (first.new, first.known, first.read) == (2, 0, 2)
    assert (second.new, second.known, second.read) == (1, 2, 1)
    assert sorted(mention.text for mention in ledger.view().mentions()) == ["Ana", "Ben", "Caro"]
    assert Added(new=0, known=3, copies=0, refused=0, partial=0, read=0, claims=0) == take(ledger, folder)


def test_a_file_given_by_another_spelling_of_its_path_is_the_same(
    ledger: Ledger, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From the folder above it, and whole; what it says since is another article."""
    write(folder, "a.txt", f"Ana {BODY}")
    write(folder, "b.jsonl", json.dumps({"text": f"Ben {BODY}"}))
    assert take(ledger, folder).new == 2
    monkeypatch.chdir(folder.parent)
    again = take(ledger, Path(folder.name), at=SEVEN)
    assert (again.new, again.known) == (0, 2)
    write(folder, "a.txt", f"Caro {BODY}")
    changed = take(ledger, Path(folder.name), at=SEVEN)
    assert (changed.new, changed.known) == (1, 1)


def test_what_older_rules_noted_is_noted_again(ledger: Ledger, folder: Path) -> None:
    """A desk whose fingerprints had no pairs of words is added to."""
    write(folder, "a.txt", f"Ana {BODY}")
    take(ledger, folder)
    (noted,) = ledger.view().facts(FINGERPRINT, Fingerprint)
    old = {CLUES: {}, FINGERPRINT: replace(noted, pairs=())}
    ledger.record_facts(noted.document, facts=old, rules="reportedly 0.1.0", at=SIX)
    take(ledger, folder, at=SEVEN)
    assert list(ledger.view().facts(FINGERPRINT, Fingerprint)) == [noted]
    assert set(ledger.view().facts_by_rules(CLUES).values()) == {RULES}


def test_copies_are_counted_among_the_new(ledger: Ledger, folder: Path) -> None:
    """The same text in two outlets; both are kept."""
    write(folder, "a.txt", f"Ana said {BODY}")
    write(folder, "b.txt", f"Ana said {BODY}")
    added = take(ledger, folder)
    assert (added.new, added.copies) == (2, 2)


def test_what_cannot_be_read_is_listed_and_the_rest_is_taken_in(ledger: Ledger, folder: Path) -> None:
    """An empty file, half of a surrogate pair in a record, a record without text, and one good record."""
    write(folder, "empty.txt", "")
    records = [{"text": f"Ana {BODY}"}, {"text": "Ben \ud83d left"}, {"title": "no text"}]
    write(folder, "records.jsonl", "\n".join(map(json.dumps, records)))
    added = take(ledger, folder)
    view = ledger.view()
    assert added.new == view.statistics().documents >= 1
    sources = [Path(refusal.source).name for refusal in view.refusals()]
    assert {"empty.txt", "records.jsonl#3"} <= set(sources)
    assert added.refused + added.partial == len(sources)


def test_an_article_is_read_again_when_its_date_has_changed(ledger: Ledger, folder: Path) -> None:
    """ "On the 5th" names no month; an article that comes a day later has a full date."""
    write(folder, "a.txt", f"Ana died on Wednesday, an official said on the 5th, and {BODY}")
    take(ledger, folder)
    undated = [dating.published for dating in ledger.view().datings()]
    write(folder, "b.txt", f"Published: 6 March 2031\n\nBen, an official, said on Wednesday that {BODY}")
    added = take(ledger, folder, at=SEVEN)
    bases = {dating.basis for dating in ledger.view().datings()}
    assert (undated, added.read) == ([None], 2)
    assert {Basis.BYLINE, Basis.OTHER_ARTICLES} == bases
    assert [dating.published for dating in ledger.view(SIX).datings()] == [None]
    assert [mention.title for mention in ledger.view(SIX).mentions()] == ["None"]


def test_another_version_of_the_reader_reads_all_again(ledger: Ledger, folder: Path) -> None:
    """The articles are not taken in again; the past keeps the first reading."""
    write(folder, "a.txt", f"Ana {BODY}")
    take(ledger, folder)
    again = take(ledger, folder, at=SEVEN, reader=Reader("obedient 2", read_obediently))
    assert (again.new, again.read) == (0, 1)


def test_what_the_reader_failed_on_is_tried_again(ledger: Ledger, folder: Path) -> None:
    """A fault that was mended, in the reader or in the machine; until then it is listed once."""
    write(folder, "a.txt", f"raise {BODY}")
    write(folder, "b.txt", "Ben saw the water rise over the quay and into the market hall, where traders packed up.")
    first = take(ledger, folder)
    second = take(ledger, folder, at=SEVEN)
    assert [(added.read, added.failed) for added in (first, second)] == [(2, 1), (1, 1)]
    assert [skip.reason for skip in ledger.view().skips()] == [
        "the reader failed on it: ValueError: three commas in one name"
    ]
    mended = take(ledger, folder, at=SEVEN, reader=Reader("obedient 1", mention_first_word))
    assert (mended.read, mended.failed, list(ledger.view().skips())) == (1, 0, [])


def test_what_was_too_slow_is_not_tried_again(ledger: Ledger, folder: Path) -> None:
    """An article made to keep a rule busy would cost two minutes at every `add`; another version tries it again."""
    write(folder, "a.txt", f"Ana {BODY}")
    take(ledger, folder)
    (read,) = ledger.view().readings()
    slow = Reading(document=read.dating.document, reader="obedient 2, too slow", claims=(), mentions=(), skipped=())
    ledger.record_reading(slow, dating=read.dating, at=SIX)
    tried = [take(ledger, folder, reader=Reader(f"obedient {version}", mention_first_word)).read for version in (2, 3)]
    assert tried == [0, 1]


def test_progress_is_told_step_by_step(ledger: Ledger, folder: Path) -> None:
    """A bar for each step; how many there are to read is known before the first is."""
    write(folder, "a.txt", f"Ana {BODY}")
    steps: list[Progress] = []
    add(ledger, [folder], OBEDIENT, at=SIX, report=steps.append)
    expected = [("taking in", 1, None), ("dating", 0, None), ("reading", 0, 1), ("reading", 1, 1)]
    assert expected == [tuple(step) for step in steps]


def test_processes_read_what_one_process_reads(tmp_path: Path, folder: Path) -> None:
    """Twelve articles, read here and by three processes: the ledgers hold the same, row for row."""
    for number in range(12):
        write(folder, f"{number}.txt", f"Word{number} is all that distinguishes this one: {BODY}")
    held = []
    for workers in (1, 3):
        with Ledger.open(tmp_path / f"{workers}.desk") as ledger:
            take(ledger, folder, workers=workers)
        connection = sqlite3.connect(tmp_path / f"{workers}.desk")
        held.append("\n".join(connection.iterdump()))
        connection.close()
    assert held[0] == held[1]


def wait_for_end(processes: list[int]) -> None:
    deadline = time.monotonic() + 20
    while any(map(is_running, processes)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert [process for process in processes if is_running(process)] == []


ARTICLES = 60

ADD = f"""
import sys
from desk_readers import OBEDIENT
from reportedly.desk.adding import add
from reportedly.ledger import Ledger

if __name__ == "__main__":
    with Ledger.open(sys.argv[1]) as ledger:
        report = lambda progress: print(progress, flush=True)
        add(ledger, [sys.argv[2]], OBEDIENT, at="{SIX}", report=report, workers=int(sys.argv[3]))
"""


def start(script: Path, *arguments: object) -> subprocess.Popen[bytes]:
    command = [sys.executable, str(script), *map(str, arguments)]
    places = {"PYTHONPATH": ":".join(sys.path)}
    return subprocess.Popen(command, env=places, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)


def wait_for_steps(process: subprocess.Popen[bytes], count: int) -> None:
    """Until it has told so much progress, or is done."""
    assert process.stdout is not None
    for _ in zip(range(count), process.stdout, strict=False):
        pass


def children_of(process: int) -> list[int]:
    listed = subprocess.run(["ps", "-o", "pid=", "--ppid", str(process)], capture_output=True, text=True, check=False)
    return [int(line) for line in listed.stdout.split()]


def is_running(process: int) -> bool:
    state = subprocess.run(
        ["ps", "-o", "stat=", "-p", str(process)], capture_output=True, text=True, check=False
    ).stdout
    return bool(state.strip()) and not state.startswith("Z")


@pytest.mark.parametrize(
    ("how", "workers"), [(signal.SIGKILL, 1), (signal.SIGINT, 1), (signal.SIGKILL, 2), (signal.SIGINT, 2)]
)
def test_a_kill_at_any_moment_is_made_good_by_the_next_run(
    tmp_path: Path, folder: Path, how: signal.Signals, workers: int
) -> None:
    """Killed three times while taking in, dating or reading; the fourth run finishes, each article once.

    No process of a killed run lives on.
    """
    script, desk = tmp_path / "add.py", tmp_path / "north.desk"
    script.write_text(ADD)
    for number in range(ARTICLES):
        write(folder, f"{number:02}.txt", f"Word{number} is all that distinguishes this one: {BODY}")
    moments = random.Random(workers)
    for low, high in ((0, 5), (5, ARTICLES), (ARTICLES + 2, ARTICLES + 40)):
        with start(script, desk, folder, workers) as process:
            wait_for_steps(process, moments.randint(low, high))
            time.sleep(moments.uniform(0, 0.02))
            workers_then = children_of(process.pid)
            process.send_signal(how)
            process.communicate()
        wait_for_end(workers_then)
    with start(script, desk, folder, workers) as process:
        process.communicate()
    assert process.returncode == 0
    with Ledger.open(desk) as ledger:
        held = ledger.view().statistics()
        assert (held.documents, held.mentions) == (ARTICLES, ARTICLES)
        assert len(list(ledger.view().readings())) == ARTICLES


def test_two_runs_at_once_double_nothing(tmp_path: Path, folder: Path) -> None:
    """Two people give the same folder to one desk; each commit waits for the other's."""
    script, desk = tmp_path / "add.py", tmp_path / "north.desk"
    script.write_text(ADD)
    for number in range(ARTICLES):
        write(folder, f"{number:02}.txt", f"Word{number} is all that distinguishes this one: {BODY}")
    with start(script, desk, folder, 1) as one, start(script, desk, folder, 1) as other:
        one.communicate()
        other.communicate()
    assert (one.returncode, other.returncode) == (0, 0)
    with Ledger.open(desk) as ledger:
        held = ledger.view().statistics()
        assert (held.documents, held.mentions) == (ARTICLES, ARTICLES)
