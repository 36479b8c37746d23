"""`reportedly read`: what each sentence gave, and why the others gave nothing."""

from pathlib import Path

import pytest

from reportedly.show.cli import run

ARTICLE = """\
Ferry sinks off Sarvan

The interior ministry said on Friday that 18 people were killed. The trains run again. The museum shows 26 paintings.

Photo: A. Ruiz / The Valley Post
"""

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def article(tmp_path: Path) -> str:
    path = tmp_path / "one.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return str(path)


def test_a_sentence_is_shown_with_its_claims(article: str, capsys: Capture) -> None:
    """The claim stands under its sentence; sentences without one are left out."""
    assert run(["read", article]) == 0
    out = capsys.readouterr().out
    assert "figure: killed people 18" in out
    assert "< interior ministry" in out
    assert "The trains run again." not in out


def test_explained_every_sentence_says_why_it_gave_nothing(article: str, capsys: Capture) -> None:
    """No kind found a claim; a number that counts nothing we know; a line that is not the article."""
    assert run(["read", article, "--explain"]) == 0
    out = " ".join(capsys.readouterr().out.split())
    assert "The trains run again. nothing read: no kind of claim was found" in out
    assert "nothing read: a number of which no word says" in out
    assert "not the article:" in out


def test_plain_is_the_notation_of_the_tests(article: str, capsys: Capture) -> None:
    """One line a claim, its kind first."""
    assert run(["read", article, "--plain"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line for line in lines if line.startswith("figure: killed people 18")] != []
    assert all(":" in line for line in lines)


def test_explain_and_plain_exclude_each_other(article: str, capsys: Capture) -> None:
    """Every sentence, or the claims alone."""
    assert run(["read", article, "--explain", "--plain"]) == 2
    assert "give one of them" in capsys.readouterr().err
