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

import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reportedly import __version__
from reportedly.errors import ReportedlyError
from reportedly.show.parameters import Country, Instant, place_of

if TYPE_CHECKING:
    from reportedly.desk import Added, Desk

NOTHING_READ, USAGE, SOME_REFUSED, INTERRUPTED = 1, 2, 3, 130

EPILOG = """\b
Exit codes: 0 all well; 1 no article could be read; 2 the command was not understood; 3 done, but some input could not
be read; 4 the desk file cannot be used; 5 nothing has that id; 6 a part of the installation is missing; 130 Ctrl-C."""


def main() -> None:
    """The program `reportedly`."""
    sys.exit(run(sys.argv[1:]))


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
        _complain(str(error))
        return error.exit_code
    except Exception as error:
        if "--traceback" in arguments:
            raise
        _complain(
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
_desk = click.option(
    "--desk",
    "desk_path",
    type=click.Path(dir_okay=False),
    metavar="FILE",
    envvar="REPORTEDLY_DESK",
    help="The ledger's file, made where there is none. Also taken from REPORTEDLY_DESK.",
)


@cli.command(short_help="Print a briefing on the articles in files, folders and zips.")
@_paths
@_desk
@click.option("--html", "html", type=click.Path(dir_okay=False), metavar="FILE", help="Also write one page to FILE.")
@click.option("--json", "as_json", is_flag=True, help="Print the briefing as data instead of text.")
@click.option("--country", type=Country(), help="Whose nationals come first: a code (KZ) or a name.")
@click.option("--known-at", type=Instant(), metavar="TIME", help="As the desk knew it then: 2031-03-08T12:00:00Z.")
def brief(
    paths: tuple[str, ...],
    desk_path: str | None,
    html: str | None,
    as_json: bool,
    country: str | None,
    known_at: str | None,
) -> int:
    """Read the articles under PATH... (.txt, .html, .jsonl, .zip, or folders of them) and print what stands, what is
    disputed and between whom, each line with the sentence that it rests on.

    Without --desk nothing is kept. With --desk and no PATH the desk as it is is briefed on.

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
    page = _writable(html)
    with _opened(desk_path, create=bool(paths)) as desk:
        added = _add(desk, paths) if paths else None
        if not desk.statistics(known_at).documents:
            return _nothing(desk, known_at)
        briefing = desk.briefing(country=country, known_at=known_at, at=_now() if desk_path else None)
        if page:
            from reportedly.show.html import write_page

            write_page(desk.books(known_at), briefing, page)
        _print_briefing(briefing, as_json, _how_to_ask(paths, desk_path))
        if page:
            click.echo(f"wrote {page}", err=True)
    return _code(added)


@cli.command(short_help="Take articles into a desk.")
@_paths
@_desk
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
    with _opened(desk_path) as desk:
        added = _add(desk, paths)
        if not desk.statistics().documents:
            return _nothing(desk)
        for line in _refusal_lines(desk):
            click.echo(line, err=True)
    return _code(added)


@cli.command(short_help="Show what stands behind a line, or why nothing was read at a place.")
@click.argument("what", metavar="ID|FILE:OFFSET")
@_paths
@_desk
@click.option("--known-at", type=Instant(), metavar="TIME", help="As the desk knew it then.")
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
    with _opened(desk_path or _only_desk(paths), create=bool(paths)) as desk:
        if paths:
            _add(desk, paths)
        _page(_evidence(desk, what, known_at))
    return 0


@cli.command(short_help="Write what a desk holds as JSON Lines.")
@click.argument("desk_path", type=click.Path(dir_okay=False), metavar="DESK")
@click.option("--to", "folder", type=click.Path(file_okay=False), required=True, metavar="DIR", help="Where to.")
@click.option("--format", "form", type=click.Choice(["jsonl"]), default="jsonl", show_default=True)
@click.option("--known-at", type=Instant(), metavar="TIME", help="As the desk knew it then.")
def export(desk_path: str, folder: str, form: str, known_at: str | None) -> int:
    """Write documents.jsonl, claims.jsonl, entities.jsonl and findings.jsonl of the desk into a folder.

    \b
    Example:
      reportedly export north.desk --to out/ --format jsonl
    """
    from reportedly.show.export import holdings_of, write_export

    with _opened(desk_path, create=False) as desk:
        counts = write_export(holdings_of(desk.books(known_at)), folder)
    click.echo(f"wrote to {folder}: " + ", ".join(f"{count} {name}" for name, count in counts.items()), err=True)
    return 0


def _opened(path: str | None, *, create: bool = True) -> "Desk":
    from reportedly.desk import Desk

    return Desk.open(path, create=create)


def _add(desk: "Desk", paths: Sequence[str]) -> "Added":
    from reportedly.show.progress import progress_bar

    with progress_bar() as report:
        added = desk.add(paths, at=_now(), progress=report)
    click.echo(_added_line(added), err=True)
    return added


def _code(added: "Added | None") -> int:
    return SOME_REFUSED if added and (added.refused or added.failed) else 0


def _added_line(added: "Added") -> str:
    parts = [
        f"{added.new} new article{'s' if added.new != 1 else ''}",
        f"{added.known} already there" if added.known else "",
        f"{added.copies} of the new mostly the same as another" if added.copies else "",
        f"{added.claims} claims read",
        f"{added.refused} not readable" if added.refused else "",
        f"{added.partial} read in part" if added.partial else "",
        f"{added.failed} that the reader failed on" if added.failed else "",
    ]
    return ", ".join(filter(None, parts))


def _nothing(desk: "Desk", known_at: str | None = None) -> int:
    for line in _refusal_lines(desk):
        click.echo(line, err=True)
    then = f" up to {known_at}" if known_at else ""
    _complain(f"no article could be read{then}; give files or folders with .txt, .html, .jsonl or .zip")
    return NOTHING_READ


def _refusal_lines(desk: "Desk") -> list[str]:
    from reportedly.show.plain import printable

    refusals = desk.view().refusals()
    return [printable(f"{each.source}: {each.reason}" + (f"; {each.cure}" if each.cure else "")) for each in refusals]


def _print_briefing(briefing: Any, as_json: bool, ask: str) -> None:
    if as_json:
        import json

        from reportedly.brief import briefing_as_data

        click.echo(json.dumps(briefing_as_data(briefing), ensure_ascii=False, indent=2))
        return
    from reportedly.show.terminal import briefing_lines

    _page(briefing_lines(briefing, ask=ask))


def _evidence(desk: "Desk", what: str, known_at: str | None) -> Any:
    """The rows for an id or the beginning of one, or for FILE:OFFSET."""
    from reportedly.show.why import evidence_lines, full_id, silence_lines

    if (place := place_of(what)) is not None:
        return silence_lines(desk.why_not(place.source, place.offset, known_at=known_at))
    books = desk.books(known_at)
    return evidence_lines(desk.why(full_id(what, books), known_at=known_at), books)


def _page(lines: Any) -> None:
    from reportedly.show.plain import print_lines

    print_lines(lines)


def _only_desk(paths: Sequence[str]) -> str | None:
    """The one desk file of the working folder, where no desk and no articles are given."""
    if paths:
        return None
    desks = sorted(Path().glob("*.desk"))
    if len(desks) != 1:
        raise click.UsageError("Give the desk's file with --desk FILE, or the articles' PATH... again.")
    return str(desks[0])


def _how_to_ask(paths: Sequence[str], desk_path: str | None) -> str:
    """The command that shows what stands behind a line of this briefing."""
    from shlex import quote

    where = f"--desk {quote(desk_path)}" if desk_path else " ".join(quote(path) for path in paths)
    return f"reportedly why ID {where}"


def _writable(page: str | None) -> Path | None:
    """Looks before the long work whether the page's folder is there."""
    if page is None:
        return None
    path = Path(page)
    if not path.parent.is_dir():
        raise click.UsageError(f"{path.parent} is no folder: make it, or give --html another place.")
    return path


def _now() -> str:
    return datetime.now(UTC).isoformat()


def _complain(message: str) -> None:
    from reportedly.show.plain import printable

    click.echo(click.style("error: ", fg="red") + printable(message), err=True)


def _close_pipe() -> None:
    """The reader went away (`| head`): nothing more is written, also not by the interpreter's end."""
    import os

    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
