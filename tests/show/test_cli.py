"""The command line on a real desk: what it prints where, and with which exit code."""

import json
import re
import subprocess
import sys
import time
from pathlib import Path

import click
import pytest

from reportedly.errors import DeskBusyError
from reportedly.ledger import Ledger
from reportedly.show.cli import cli, run

Capture = pytest.CaptureFixture[str]


def test_help_imports_nothing_heavy_and_answers_at_once() -> None:
    """`reportedly --help` does without the parser, the extractor, rich, and every room but this one."""
    code = (
        "import sys; from reportedly.show.cli import run; run(['--help']); run(['brief', '--help']);"
        "print([name for name in ('spacy', 'trafilatura', 'rich', 'numpy', 'pebble', 'sqlite3', 'lxml',"
        " 'reportedly.desk', 'reportedly.brief', 'reportedly.claims') if name in sys.modules])"
    )
    began = time.perf_counter()
    asked = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert asked.stdout.splitlines()[-1] == "[]"
    assert time.perf_counter() - began < 2


@pytest.mark.parametrize("command", ["", *sorted(cli.commands)])
def test_help_has_examples(command: str, capsys: Capture) -> None:
    """Each command shows how it is used, and the first page its exit codes."""
    assert run([*filter(None, [command]), "--help"]) == 0
    page = capsys.readouterr().out
    assert "Example" in page
    assert f"reportedly {command}".strip() in page


@pytest.mark.parametrize("command", sorted(cli.commands))
def test_the_readme_shows_every_command(command: str) -> None:
    """A newcomer sees each once, as it is called."""
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    assert f"reportedly {command} " in readme


def test_every_option_is_explained() -> None:
    """No option without a word on what it does."""
    options = [
        (name, option.opts)
        for name, command in cli.commands.items()
        for option in command.params
        if isinstance(option, click.Option) and not option.help and option.opts != ["--format"]
    ]
    assert options == []


def test_brief_prints_figures_with_their_sentence(desk_path: Path, capsys: Capture) -> None:
    """The toll, who says so, and the words that say it; nothing on standard error but facts on the run."""
    assert run(["brief", "--desk", str(desk_path)]) == 0
    out = capsys.readouterr().out
    assert "FIGURES" in out
    assert "killed" in out
    assert "reportedly why ID --desk" in out


def test_brief_reads_articles_without_keeping_a_desk(articles: Path, capsys: Capture) -> None:
    """A file with nothing in it is named, with exit code 3; the others are read."""
    assert run(["brief", str(articles)]) == 3
    printed = capsys.readouterr()
    assert "3 new articles" in printed.err
    assert "1 not readable" in printed.err
    assert "empty.txt" in printed.out


def test_a_terminal_is_not_commanded_by_an_article(desk_path: Path, capsys: Capture) -> None:
    """Escape sequences and signs that turn the direction of writing are shown as what they are."""
    run(["brief", "--desk", str(desk_path)])
    run(["why", "d-", "--desk", str(desk_path)])
    out = capsys.readouterr().out
    assert [char for char in ("\x1b", "\x07", "\u202e") if char in out] == []


def test_json_is_the_briefing_as_data(desk_path: Path, capsys: Capture) -> None:
    """With --json standard output is one JSON object, the sections its keys."""
    assert run(["brief", "--desk", str(desk_path), "--json"]) == 0
    briefing = json.loads(capsys.readouterr().out)
    assert [name for name in ("figures", "disputes", "measures", "timeline") if name not in briefing] == []
    assert all(row["citations"] for row in briefing["figures"])


def test_html_writes_one_page(desk_path: Path, tmp_path: Path) -> None:
    """The page lies where it was asked for, and nothing else does."""
    assert run(["brief", "--desk", str(desk_path), "--html", str(tmp_path / "page.html")]) == 0
    assert [path.name for path in tmp_path.iterdir()] == ["page.html"]
    assert (tmp_path / "page.html").read_text(encoding="utf-8").startswith("<!doctype html>")


def test_a_page_in_no_folder_is_refused_before_the_work(articles: Path, tmp_path: Path, capsys: Capture) -> None:
    """Nobody waits for a thousand articles to learn that the folder is not there."""
    assert run(["brief", str(articles), "--html", str(tmp_path / "none/page.html")]) == 2
    assert "is no folder" in capsys.readouterr().err


def test_the_same_articles_again_are_not_doubled(desk_path: Path, articles: Path, capsys: Capture) -> None:
    """Adding what is there already adds nothing."""
    assert run(["add", str(articles), "--desk", str(desk_path)]) == 3
    assert "0 new articles, 3 already there" in capsys.readouterr().err


def test_why_explains_a_finding_by_the_beginning_of_its_id(desk_path: Path, capsys: Capture) -> None:
    """The words marked in their paragraph, the chain of voices, the article."""
    run(["brief", "--desk", str(desk_path), "--json"])
    figure = json.loads(capsys.readouterr().out)["figures"][0]
    assert run(["why", figure["finding"][:12], "--desk", str(desk_path)]) == 0
    out = capsys.readouterr().out
    assert figure["finding"] in out
    assert "[[" in out
    assert "→" in out


def test_why_of_a_place_says_why_nothing_was_read(desk_path: Path, articles: Path, capsys: Capture) -> None:
    """The share line is no part of the article."""
    place = (articles / "courier.txt").read_text(encoding="utf-8").index("Share this")
    assert run(["why", f"{articles / 'courier.txt'}:{place}", "--desk", str(desk_path)]) == 0
    assert "[[S]]hare this story" in capsys.readouterr().out


def test_an_unknown_id_has_its_own_exit_code(desk_path: Path, capsys: Capture) -> None:
    """Exit code 5, one line, the cure in it."""
    assert run(["why", "f-0000dead", "--desk", str(desk_path)]) == 5
    error = capsys.readouterr().err
    assert error == (
        "error: f-0000dead: nothing here has that id; take one from the briefing or the export of this desk\n"
    )


def test_a_beginning_that_several_ids_share_is_not_guessed(desk_path: Path, capsys: Capture) -> None:
    """`d-` begins every document's id."""
    assert run(["why", "d-", "--desk", str(desk_path)]) == 5
    assert "3 ids begin so" in capsys.readouterr().err


def test_export_writes_the_four_files(desk_path: Path, tmp_path: Path) -> None:
    """Quotes are the article's own letters."""
    assert run(["export", str(desk_path), "--to", str(tmp_path / "out"), "--format", "jsonl"]) == 0
    files = {path.stem: path.read_text(encoding="utf-8") for path in (tmp_path / "out").iterdir()}
    rows = {name: [json.loads(line) for line in text.splitlines()] for name, text in files.items()}
    assert sorted(rows) == ["claims", "documents", "entities", "findings"]
    texts = {document["id"]: document["text"] for document in rows["documents"]}
    assert [row for row in rows["claims"] if texts[row["document"]][row["start"] : row["end"]] != row["quote"]] == []


def test_no_article_at_all_is_an_error(tmp_path: Path, capsys: Capture) -> None:
    """Exit code 1, and what was given is named with its reason."""
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    assert run(["brief", str(tmp_path / "empty.txt")]) == 1
    error = capsys.readouterr().err
    assert "empty.txt" in error
    assert "no article could be read" in error


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (["brief"], "--desk FILE"),
        (["add", "a.txt"], "--desk FILE"),
        (["brief", "a.txt", "--country", "Atlantis"], "is no country"),
        (["brief", "--desk", "x.desk", "--known-at", "yesterday"], "write 2031-03-08"),
        (["brief", "a.txt", "--known-at", "2031-03-08"], "give its file with --desk"),
        (["brew"], "No such command"),
    ],
)
def test_a_command_that_is_not_understood_says_what_would_be(
    arguments: list[str], part: str, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Usage errors have exit code 2."""
    monkeypatch.delenv("REPORTEDLY_DESK", raising=False)
    assert run(arguments) == 2
    assert part in capsys.readouterr().err


def test_a_file_that_is_no_desk_is_left_alone(tmp_path: Path, capsys: Capture) -> None:
    """Exit code 4, and not one byte of it changes."""
    path = tmp_path / "letter.doc"
    path.write_text("Dear aunt, " * 100, encoding="utf-8")
    assert run(["brief", "--desk", str(path)]) == 4
    assert capsys.readouterr().err.startswith(f"error: {path}: ")
    assert path.read_text(encoding="utf-8") == "Dear aunt, " * 100


def test_a_desk_that_is_not_there_is_not_made_by_asking(tmp_path: Path) -> None:
    """Only adding makes a desk."""
    assert run(["export", str(tmp_path / "none.desk"), "--to", str(tmp_path / "out")]) == 4
    assert run(["brief", "--desk", str(tmp_path / "none.desk")]) == 4
    assert list(tmp_path.iterdir()) == []


def test_the_past_can_be_asked_for(desk_path: Path, capsys: Capture) -> None:
    """Before anything was added the desk knew nothing."""
    assert run(["brief", "--desk", str(desk_path), "--known-at", "1999-12-31"]) == 1
    assert "no article could be read up to 1999-12-31" in capsys.readouterr().err


def test_the_chosen_country_may_be_named(desk_path: Path, capsys: Capture) -> None:
    """IT, it and Italy are the same country."""
    pages = []
    for name in ("IT", "IT", "it", "Italy"):
        assert run(["brief", "--desk", str(desk_path), "--country", name]) == 0
        pages.append(re.sub(r"since .* UTC", "since then", capsys.readouterr().out))
    assert pages[1] == pages[2] == pages[3]  # before the first nobody may have looked at the desk


def test_a_reader_that_goes_away_is_no_error(desk_path: Path) -> None:
    """`reportedly brief ... | head -1` ends quietly."""
    command = f"{sys.executable} -m reportedly brief --desk {desk_path} | head -1"
    ended = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False)
    assert (ended.stderr, ended.stdout.count("\n")) == ("", 1)


def test_output_without_a_terminal_has_no_colour(desk_path: Path) -> None:
    """No escape sequence reaches a pipe."""
    command = [sys.executable, "-m", "reportedly", "brief", "--desk", str(desk_path)]
    assert b"\x1b" not in subprocess.run(command, capture_output=True, check=True).stdout


def test_a_busy_desk_is_exit_code_4() -> None:
    """The tree of errors carries the exit codes."""
    assert DeskBusyError("held", place="north.desk").exit_code == 4


def test_two_runs_print_the_same(articles: Path) -> None:
    """The same articles give the same briefing, also under another hash seed."""
    command = [sys.executable, "-m", "reportedly", "brief", str(articles)]
    pages = {
        subprocess.run(command, capture_output=True, check=False, env={"PYTHONHASHSEED": seed}).stdout
        for seed in ("1", "2")
    }
    assert len(pages) == 1


def test_the_ledger_is_sound_after_all_this(desk_path: Path) -> None:
    """Three articles, one refusal."""
    with Ledger.open(desk_path) as ledger:
        statistics = ledger.view().statistics()
    assert (statistics.documents, statistics.refusals) == (3, 1)


def test_changes_since_the_last_look(desk_path: Path, tmp_path: Path, articles: Path, capsys: Capture) -> None:
    """Nobody has looked: no LAST. After a briefing nothing changed; a later article is told with what it changed."""
    desk = tmp_path / "own.desk"
    run(["add", str(articles / "courier.txt"), "--desk", str(desk)])
    capsys.readouterr()
    assert run(["changes", "--desk", str(desk)]) == 0
    assert "nobody has looked" in capsys.readouterr().err
    run(["brief", "--desk", str(desk)])
    assert "CHANGED" not in capsys.readouterr().out
    run(["changes", "--desk", str(desk)])
    assert "nothing changed" in capsys.readouterr().out
    run(["add", str(articles / "mirror.txt"), "--desk", str(desk)])
    capsys.readouterr()
    assert run(["changes", "--desk", str(desk), "--json", "--seen"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["since"]["articles"] == 1
    assert all(change["citations"] for change in told["changes"])
    assert any("up" in change["news"] for change in told["changes"])
    run(["changes", "--desk", str(desk)])
    assert "nothing changed" in capsys.readouterr().out


def test_a_briefing_of_a_desk_begins_with_what_changed(tmp_path: Path, articles: Path, capsys: Capture) -> None:
    """The second one does; and as of the first one's hour there is no such section."""
    desk = tmp_path / "own.desk"
    run(["brief", str(articles / "courier.txt"), "--desk", str(desk)])
    run(["brief", str(articles / "mirror.txt"), "--desk", str(desk), "--html", str(tmp_path / "page.html")])
    out = capsys.readouterr().out
    assert out.count("WHAT CHANGED") == 1
    assert "1 new article" in out
    assert "since " in (tmp_path / "page.html").read_text(encoding="utf-8")


def test_deciding_is_told_listed_and_undone(tmp_path: Path, articles: Path, capsys: Capture) -> None:
    """Rejected with a reason, seen in the list with its words, taken back."""
    desk = tmp_path / "own.desk"
    run(["brief", str(articles / "courier.txt"), "--desk", str(desk), "--json"])
    figure = json.loads(capsys.readouterr().out)["figures"][0]
    claim = figure["citations"][0]["claim"]
    at = ["--desk", str(desk)]
    assert run(["decide", "reject", claim[:9], "--reason", "quotes a film", "--by", "nora", *at]) == 0
    told = capsys.readouterr().out
    assert "a decision" in told
    made = told.split(":")[0]
    run(["decisions", *at])
    listed = capsys.readouterr().out
    assert "reject by nora" in listed
    assert "quotes a film" in listed
    run(["brief", *at])
    assert "rests on 1 decision" in capsys.readouterr().out
    assert run(["decide", "undo", made, "--reason", "it does not", "--json", *at]) == 0
    assert json.loads(capsys.readouterr().out)["decision"].startswith("x-")
    run(["decisions", "--json", *at])
    assert [each["in_force"] for each in json.loads(capsys.readouterr().out)] == [False, True]
    assert run(["decide", "amend", "c-none", "--set", "low=3", "--reason", "x", *at]) == 5
    assert run(["decide", "amend", claim, "--set", "lo=3", "--reason", "x", *at]) == 2
    assert run(["decide", "amend", claim, "--set", "low", "--reason", "x", *at]) == 2


def test_names_are_listed_with_why_and_stories_with_where(desk_path: Path, capsys: Capture) -> None:
    """The ministry with its mentions; a filter that fits nothing says so; the one crisis with its months."""
    assert run(["names", str(desk_path)]) == 0
    assert "Arben Doda" in capsys.readouterr().out
    run(["names", str(desk_path), "doda", "--kind", "person", "--json"])
    assert [each["name"] for each in json.loads(capsys.readouterr().out)] == ["Arben Doda"]
    run(["names", str(desk_path), "nobodyatall"])
    assert "nobody" in capsys.readouterr().out
    assert run(["stories", str(desk_path)]) == 0
    assert "Albania, March 2031" in capsys.readouterr().out
    run(["stories", str(desk_path), "--json"])
    (story,) = json.loads(capsys.readouterr().out)
    assert run(["brief", "--desk", str(desk_path), "--story", story["id"][:8]]) == 0
    assert run(["brief", "--desk", str(desk_path), "--story", "s-none"]) == 5
