"""The steps that commands are made of: open a desk, add articles with a bar, say what was not read, print.

In: what the user gave. Out: text on standard output, facts on the run on standard error: "9 new articles, 267 claims
read". What costs time to import is imported inside, so that `--help` answers at once.
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reportedly.show.parameters import place_of

if TYPE_CHECKING:
    from reportedly.desk import Added, Desk

NOTHING_READ, SOME_REFUSED = 1, 3


def opened(path: str | None, *, create: bool = True) -> "Desk":
    from reportedly.desk import Desk

    return Desk.open(path, create=create)


def add_articles(desk: "Desk", paths: Sequence[str]) -> "Added":
    from reportedly.show.progress import progress_bar

    with progress_bar() as report:
        added = desk.add(paths, at=now(), progress=report)
    click.echo(_added_line(added), err=True)
    return added


def code_of(added: "Added | None") -> int:
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


def nothing_read(desk: "Desk", known_at: str | None = None) -> int:
    for line in refusal_lines(desk):
        click.echo(line, err=True)
    then = f" up to {known_at}" if known_at else ""
    complain(f"no article could be read{then}; give files or folders with .txt, .html, .jsonl or .zip")
    return NOTHING_READ


def refusal_lines(desk: "Desk") -> list[str]:
    from reportedly.show.plain import printable

    refusals = desk.view().refusals()
    return [printable(f"{each.source}: {each.reason}" + (f"; {each.cure}" if each.cure else "")) for each in refusals]


def print_briefing(briefing: Any, as_json: bool, ask: str) -> None:
    if as_json:
        from reportedly.brief import briefing_as_data

        print_data(briefing_as_data(briefing))
        return
    from reportedly.show.terminal import briefing_lines

    print_rows(briefing_lines(briefing, ask=ask))


def print_changes(briefing: Any, as_json: bool, **beside: str) -> None:
    """The changes; as data with what is given beside them, under its name."""
    if as_json:
        from reportedly.brief import briefing_as_data

        data = briefing_as_data(briefing)
        print_data({**beside, **{name: data[name] for name in ("since", "changes")}})
        return
    from reportedly.show.terminal import change_lines

    if briefing.since is None:
        complain("nobody has looked at this desk yet, so there is no LAST; give --since TIME, or brief on it first")
        return
    print_rows(change_lines(briefing))


def print_data(data: Any) -> None:
    import json

    click.echo(json.dumps(data, ensure_ascii=False, indent=2))


def evidence_rows(desk: "Desk", what: str, known_at: str | None) -> Any:
    """The rows for an id or the beginning of one, or for FILE:OFFSET."""
    from reportedly.show.why import evidence_lines, full_id, silence_lines

    if (place := place_of(what)) is not None:
        return silence_lines(desk.why_not(place.source, place.offset, known_at=known_at))
    books = desk.books(known_at)
    return evidence_lines(desk.why(full_id(what, books), known_at=known_at), books)


def reading_rows(desk: "Desk", *, is_full: bool, is_plain: bool) -> Any:
    """What was read in each article of the desk, in order of their sources."""
    from reportedly.show.reading import plain_lines, reading_lines

    documents = sorted((document.source, document.id) for document in desk.view().documents())
    articles = (desk.explain(id) for _, id in documents)
    return plain_lines(articles) if is_plain else reading_lines(articles, is_full=is_full)


def print_rows(lines: Any) -> None:
    from reportedly.show.plain import print_lines

    print_lines(lines)


def full_target(beginning: str, action: str, books: Any) -> str:
    """A claim's id from its beginning; names and decisions as they are given."""
    from reportedly.show.why import full_id

    return full_id(beginning, books) if action in ("reject", "amend", "pin") else beginning


def decision_rows(books: Any) -> Any:
    from reportedly.desk import decided
    from reportedly.show.decided import decided_lines

    return decided_lines(decided(books))


def named(entities: Any, words: str, kind: str | None) -> Any:
    from reportedly.show.names import named

    return named(entities, words, kind)


def name_rows(entities: Any, directory: Any) -> Any:
    from reportedly.show.names import name_lines

    return name_lines(entities, directory)


def story_rows(stories: Any) -> Any:
    from reportedly.show.names import story_lines

    return story_lines(stories)


def tests_of(books: Any) -> str:
    from reportedly.desk import as_tests

    return as_tests(books)


def only_desk(paths: Sequence[str]) -> str | None:
    """The one desk file of the working folder, where no desk and no articles are given."""
    if paths:
        return None
    desks = sorted(Path().glob("*.desk"))
    if len(desks) != 1:
        raise click.UsageError("Give the desk's file with --desk FILE, or the articles' PATH... again.")
    return str(desks[0])


def how_to_ask(paths: Sequence[str], desk_path: str | None) -> str:
    """The command that shows what stands behind a line of this briefing."""
    from shlex import quote

    where = f"--desk {quote(desk_path)}" if desk_path else " ".join(quote(path) for path in paths)
    return f"reportedly why ID {where}"


def writable(page: str | None) -> Path | None:
    """Looks before the long work whether the page's folder is there."""
    if page is None:
        return None
    path = Path(page)
    if not path.parent.is_dir():
        raise click.UsageError(f"{path.parent} is no folder: make it, or give --html another place.")
    return path


def now() -> str:
    return datetime.now(UTC).isoformat()


def complain(message: str) -> None:
    from reportedly.show.plain import printable

    click.echo(click.style("error: ", fg="red") + printable(message), err=True)
