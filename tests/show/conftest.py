"""A real desk in a file, read once for all tests of the faces: three invented articles on a dam, one empty file."""

from pathlib import Path

import pytest

from reportedly.show.cli import run

ARTICLES = {
    "courier.txt": """\
Dam burst kills at least 14 in northern Albania

By Reuters

Published: 8 March 2031

TIRANA, March 8 (Reuters) - A dam burst above the Albanian town of Puke on Saturday, killing at least 14 people, the
interior ministry said. Italy's foreign ministry condemned the builders and said no Italians were hurt.

The government declared a state of emergency in the north until 20 March.

Share this story
""",
    "mirror.txt": """\
Death toll from dam burst rises to 19

Published: 9 March 2031

Nineteen people were killed when a dam burst in northern Albania, the interior ministry said on Sunday. But the mayor of
Puke, Arben Doda, told reporters that 25 people had been killed.

A curfew is in force in Puke from 21:00 to 05:00, the police said. "It cannot be verified," a reporter there wrote.
""",
    "hostile.txt": """\
Dam <script>alert(1)</script> burst in Albania, 19 dead

Published: 9 March 2031

The interior ministry said \u202e19 people\u202c were killed by the "><img src=x onerror=alert(1)> dam. \x1b[2J\x07
""",
    "empty.txt": "",
}


@pytest.fixture(scope="session")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("articles")
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def desk_path(articles: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("desks") / "north.desk"
    assert run(["add", str(articles), "--desk", str(path)]) == 3  # the empty file is refused
    return path
