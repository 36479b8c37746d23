"""A run as its user sees it: the bar on a terminal only, Ctrl-C at any moment, an unexpected error in one line."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from reportedly.ledger import Ledger
from reportedly.show.cli import cli, run


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """Enough articles to be interrupted in."""
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(90):
        lines = [f"The ministry said {number + n + 2} people were killed in Albania." for n in range(15)]
        (folder / f"{number:03}.txt").write_text("Dam bursts in Albania\n\n" + "\n\n".join(lines), encoding="utf-8")
    return folder


def test_the_bar_is_drawn_on_a_terminal(articles: Path) -> None:
    """Standard error is a terminal, standard output is none: the bar there, the briefing plain here."""
    ours, theirs = os.openpty()
    command = [sys.executable, "-m", "reportedly", "brief", str(articles)]
    places = {**os.environ, "TERM": "xterm", "COLUMNS": "100"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=theirs, env=places) as process:
        os.close(theirs)
        drawn = read_all(ours)
        assert process.stdout is not None
        printed = process.stdout.read()
    os.close(ours)
    assert b"reading" in drawn
    assert b"FIGURES" in printed
    assert b"\x1b" not in printed


def read_all(descriptor: int) -> bytes:
    """What is written to a terminal until its last writer closes it."""
    parts = []
    while True:
        try:
            part = os.read(descriptor, 65536)
        except OSError:  # how Linux says that the other end is closed
            return b"".join(parts)
        if not part:
            return b"".join(parts)
        parts.append(part)


def test_no_bar_in_a_pipe(articles: Path) -> None:
    """Standard error in a log holds facts, one line each, and nothing that moves a cursor."""
    command = [sys.executable, "-m", "reportedly", "brief", str(articles)]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ended.stderr == "3 new articles, " + ended.stderr.removeprefix("3 new articles, ")
    assert [sign for sign in ("\x1b", "\r", "━") if sign in ended.stderr] == []


def test_ctrl_c_keeps_what_was_read(many: Path, tmp_path: Path) -> None:
    """Exit code 130, one line, a sound desk; the same command again finishes the work."""
    desk = tmp_path / "north.desk"
    Ledger.open(desk).close()
    command = [sys.executable, "-m", "reportedly", "add", str(many), "--desk", str(desk)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        wait_for(lambda: process.poll() is not None or readings_in(desk) > 0)
        process.send_signal(signal.SIGINT)
        _, error = process.communicate(timeout=60)
    assert (process.returncode, error.strip()) == (130, "interrupted; what was read is kept where a desk was given")
    assert 0 < readings_in(desk) <= 90
    assert run(["add", str(many), "--desk", str(desk)]) == 0
    assert readings_in(desk) == 90


def wait_for(condition: object, seconds: float = 60) -> None:
    assert callable(condition)
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.02)


def readings_in(desk: Path) -> int:
    with Ledger.open(desk) as ledger:
        return sum(1 for _ in ledger.view().readings())


@pytest.fixture
def defect() -> Iterator[str]:
    """A command with a defect."""

    @cli.command("defect")
    def divide() -> float:
        return 1 / 0

    yield "defect"
    del cli.commands["defect"]


def test_an_unexpected_error_is_one_line(defect: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A defect is named with what helps to report it; --traceback shows where it lies."""
    assert run([defect]) == 1
    error = capsys.readouterr().err
    assert error.startswith("error: unexpected ZeroDivisionError: division by zero; `reportedly --traceback ...`")
    assert error.count("\n") == 1
    with pytest.raises(ZeroDivisionError):
        run(["--traceback", defect])
