"""The command line: `reportedly brief march/ --country KZ`. It asks the desk and formats; it never reckons.

Exit codes, for scripts:

    0    all went well
    1    no article could be read, or something unexpected happened
    2    the command was not understood
    3    done, but something that was given could not be read; the list says what and why
    4    the desk file cannot be used
    5    nothing has that id
    6    a part of the installation is missing
    130  ended with Ctrl-C

What costs time to import is imported inside the commands, so that `--help` answers at once.
"""

import gc
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from reportedly import __version__
from reportedly.errors import ReportedlyError
from reportedly.show.asking import changes, names, stories
from reportedly.show.deciding import decide, decisions
from reportedly.show.parameters import AS_JSON, COUNTRY, DESK, KNOWN_AT, LAST, RULES, Since
from reportedly.show.steps import (
    NOTHING_READ,
    add_articles,
    code_of,
    complain,
    evidence_rows,
    how_to_ask,
    nothing_read,
    now,
    only_desk,
    opened,
    print_briefing,
    print_rows,
    reading_rows,
    refusal_lines,
    writable,
)

if TYPE_CHECKING:
    from reportedly.weigh import Rules

INTERRUPTED = 130

EPILOG = """\b
Exit codes: 0 all well; 1 no article could be read; 2 the command was not understood; 3 done, but some input could not
be read; 4 the desk file cannot be used; 5 nothing has that id; 6 a part of the installation is missing; 130 Ctrl-C."""


def main() -> None:
    """The program `reportedly`."""
    # the parser's products are small: a second thread gains little, waits long on a busy machine, and may round otherwise
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    code = run(sys.argv[1:])
    gc.freeze()  # the process ends: looking through the model for what could be freed takes half a second
    sys.exit(code)


def run(arguments: Sequence[str]) -> int:
    """Carries out one command and answers with its exit code; an error is one line on standard error."""
    try:
        return int(cli.main(list(arguments), prog_name="reportedly", standalone_mode=False) or 0)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("interrupted; what was read is kept where a desk was given", err=True)
        return INTERRUPTED
    except BrokenPipeError:
        _close_pipe()
        return 0
    except ReportedlyError as error:
        complain(str(error))
        return error.exit_code
    except Exception as error:
        if "--traceback" in arguments:
            raise
        complain(
            f"unexpected {type(error).__name__}: {error}; `reportedly --traceback ...` shows where; please report it"
        )
        return NOTHING_READ


@click.group(context_settings={"help_option_names": ["-h", "--help"]}, epilog=EPILOG)
@click.version_option(__version__, prog_name="reportedly")
@click.option("--traceback", is_flag=True, help="Show where in the program an unexpected error came from.")
def cli(traceback: bool) -> None:
    """Reads the news of a crisis and keeps the books: who said what, on whose word, when; which figure stands, which is
    disputed, which reports are one origin repeated; and the exact sentence behind every cell.

    \b
    Examples:
      reportedly brief articles/
      reportedly brief articles/ --country KZ --html report.html
      reportedly add monday.zip --desk north.desk
      reportedly why f-3a52 --desk north.desk
    """


_paths = click.argument("paths", nargs=-1, type=click.Path(), metavar="PATH...")


@cli.command(short_help="Print a briefing on the articles in files, folders and zips.")
@_paths
@DESK
@click.option("--html", "html", type=click.Path(dir_okay=False), metavar="FILE", help="Also write one page to FILE.")
@AS_JSON
@COUNTRY
@click.option(
    "--since", type=Since(), metavar="TIME|LAST", help="Tell what changed since then; else since the last briefing."
)
@RULES
@click.option("--story", metavar="ID", help="On one crisis of a desk alone: an id of `reportedly stories`.")
@KNOWN_AT
def brief(
    paths: tuple[str, ...],
    desk_path: str | None,
    html: str | None,
    as_json: bool,
    country: str | None,
    since: str | None,
    rules: "Rules",
    story: str | None,
    known_at: str | None,
) -> int:
    """Read the articles under PATH... (.txt, .html, .jsonl, .zip, or folders of them) and print what stands, what is
    disputed and between whom, each line with the sentence that it rests on.

    Without --desk nothing is kept. With --desk and no PATH the desk as it is is briefed on. A desk's briefing begins with
    what changed since the one before it.

    \b
    Examples:
      reportedly brief articles/
      reportedly brief a.txt b.html march.zip --country kazakhstan
      reportedly brief --desk north.desk --known-at 2031-03-08T06:00:00Z
      reportedly brief articles/ --json | jq .figures
    """
    if not paths and desk_path is None:
        raise click.UsageError("Give the articles' PATH..., or --desk FILE to brief on what a desk holds.")
    if known_at is not None and desk_path is None:
        raise click.UsageError("--known-at asks what a desk knew then: give its file with --desk FILE.")
    page = writable(html)
    with opened(desk_path, create=bool(paths)) as desk:
        added = add_articles(desk, paths) if paths else None
        if not desk.statistics(known_at).documents:
            return nothing_read(desk, known_at)
        briefing = desk.briefing(
            country=country,
            known_at=known_at,
            before=since or LAST,
            at=now() if desk_path else None,
            story=story,
            rules=rules,
        )
        if page:
            from reportedly.show.html import write_page

            write_page(desk.books(known_at, rules), briefing, page)
        print_briefing(briefing, as_json, how_to_ask(paths, desk_path))
        if page:
            click.echo(f"wrote {page}", err=True)
    return code_of(added)


@cli.command(short_help="Take articles into a desk.")
@_paths
@DESK
def add(paths: tuple[str, ...], desk_path: str | None) -> int:
    """Take the articles under PATH... into the desk. Those that it has already are not doubled, so the same command
    can be given again, also to finish one that was ended half way.

    \b
    Examples:
      reportedly add monday/ --desk north.desk
      reportedly add feed.jsonl tuesday.zip --desk north.desk
    """
    if not paths:
        raise click.UsageError("Give the articles' PATH...")
    if desk_path is None:
        raise click.UsageError("Give the desk's file with --desk FILE; it is made where there is none.")
    with opened(desk_path) as desk:
        added = add_articles(desk, paths)
        if not desk.statistics().documents:
            return nothing_read(desk)
        for line in refusal_lines(desk):
            click.echo(line, err=True)
    return code_of(added)


@cli.command(short_help="Show what stands behind a line, or why nothing was read at a place.")
@click.argument("what", metavar="ID|FILE:OFFSET")
@_paths
@DESK
@KNOWN_AT
def why(what: str, paths: tuple[str, ...], desk_path: str | None, known_at: str | None) -> int:
    """Show the evidence of a finding, claim, article or name: the sentence in its paragraph, the chain of voices, and
    what was weighed against it. The beginning of an id is enough. Or say what was read at a character of an article.

    The desk is given with --desk; where none was kept, give the articles again.

    \b
    Examples:
      reportedly why f-3a52 --desk north.desk
      reportedly why c-7f3a articles/
      reportedly why articles/03.txt:412 --desk north.desk
    """
    with opened(desk_path or only_desk(paths), create=bool(paths)) as desk:
        if paths:
            add_articles(desk, paths)
        print_rows(evidence_rows(desk, what, known_at))
    return 0


@cli.command(short_help="Show what is read in articles, sentence by sentence.")
@_paths
@click.option("--explain", is_flag=True, help="Every sentence: also those that gave nothing, with the reason.")
@click.option("--plain", is_flag=True, help="One line a claim, in the notation of the tests.")
def read(paths: tuple[str, ...], explain: bool, plain: bool) -> int:
    """Read the articles under PATH... and show what each sentence gave: what is said, where, of when, and on whose word.
    Nothing is kept. The articles are dated together, as on a desk.

    \b
    Examples:
      reportedly read article.txt
      reportedly read article.txt --explain
      reportedly read articles/ --plain | grep figure
    """
    if not paths:
        raise click.UsageError("Give the articles' PATH...")
    if explain and plain:
        raise click.UsageError("--explain shows every sentence, --plain the claims alone: give one of them.")
    with opened(None) as desk:
        added = add_articles(desk, paths)
        if not desk.statistics().documents:
            return nothing_read(desk)
        print_rows(reading_rows(desk, is_full=explain, is_plain=plain))
    return code_of(added)


@cli.command(short_help="Write what a desk holds as JSON Lines.")
@click.argument("desk_path", type=click.Path(dir_okay=False), metavar="DESK")
@click.option("--to", "folder", type=click.Path(file_okay=False), required=True, metavar="DIR", help="Where to.")
@click.option("--format", "form", type=click.Choice(["jsonl"]), default="jsonl", show_default=True)
@RULES
@KNOWN_AT
def export(desk_path: str, folder: str, form: str, rules: "Rules", known_at: str | None) -> int:
    """Write documents.jsonl, claims.jsonl, entities.jsonl and findings.jsonl of the desk into a folder.

    \b
    Example:
      reportedly export north.desk --to out/ --format jsonl
    """
    from reportedly.show.export import holdings_of, write_export

    with opened(desk_path, create=False) as desk:
        counts = write_export(holdings_of(desk.books(known_at, rules)), folder)
    click.echo(f"wrote to {folder}: " + ", ".join(f"{count} {name}" for name, count in counts.items()), err=True)
    return 0


for _command in (changes, names, stories, decide, decisions):
    cli.add_command(_command)


def _close_pipe() -> None:
    """The reader went away (`| head`): nothing more is written, also not by the interpreter's end."""
    import os

    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
