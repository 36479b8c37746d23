"""A kill at any moment leaves a sound ledger, and the same command run again finishes the work."""

import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from ledger_articles import CONTENTS

from reportedly.ledger import Ledger

ARTICLES = 300

TAKE_IN = f"""
import sys
from ledger_articles import SIX, article, dating, reading
from reportedly.ledger import Ledger

with Ledger.open(sys.argv[1]) as ledger:
    for number in range({ARTICLES}):
        id = f"d-{{number:03}}"
        print(id, flush=True)
        ledger.record_document(article(id, text="word " * 1000), facts={{}}, rules="1", at=SIX)
        ledger.record_reading(reading(id), dating=dating(id), at=SIX)
"""


def start(path: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", TAKE_IN, str(path)]
    return subprocess.Popen(
        command, env={"PYTHONPATH": ":".join(sys.path)}, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )


def check_sound(path: Path) -> int:
    """No page is torn and every reading is whole; the number of documents."""
    connection = sqlite3.connect(path)
    assert connection.execute("pragma integrity_check").fetchall() == [("ok",)]
    connection.close()
    with Ledger.open(path) as ledger:
        view = ledger.view()
        read = [each.dating.document for each in view.readings()]
        assert read == [claim.document for claim in view.claims(CONTENTS)]
        assert read == [mention.document for mention in view.mentions()]
        return view.statistics().documents


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT])
def test_a_kill_at_any_moment_leaves_a_sound_ledger(path: Path, how: signal.Signals) -> None:
    """Killed five times, from the making of the file on, then left to finish: every article is there once."""
    moments = random.Random(int(how))
    for number in range(5):
        with start(path) as process:
            assert process.stdout is not None
            for _ in zip(range(number * ARTICLES // 5), process.stdout, strict=False):
                pass
            time.sleep(moments.uniform(0, 0.02) if number else moments.uniform(0, 0.5))
            process.send_signal(how)
            process.communicate()
        check_sound(path)
    with start(path) as process:
        process.communicate()
    assert process.returncode == 0
    assert check_sound(path) == ARTICLES
