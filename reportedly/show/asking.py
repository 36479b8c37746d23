"""Commands that ask a desk: what changed, who is who, which crises it tells of. They format what the desk answers."""

import click

from reportedly.show.parameters import AS_JSON, COUNTRY, KEPT_DESK, KNOWN_AT, LAST, Since
from reportedly.show.steps import (
    name_rows,
    named,
    nothing_read,
    now,
    only_desk,
    opened,
    print_changes,
    print_data,
    print_rows,
    story_rows,
)


@click.command(short_help="Print what changed since a time or since the last briefing.")
@KEPT_DESK
@click.option(
    "--since",
    type=Since(),
    default=LAST,
    show_default=True,
    metavar="TIME|LAST",
    help="A time, or LAST for the last look: the last `brief` of this desk, or `changes --seen`.",
)
@click.option("--seen", is_flag=True, help="Count this as a look: the next LAST begins here.")
@COUNTRY
@AS_JSON
@KNOWN_AT
def changes(
    desk_path: str | None, since: str, seen: bool, country: str | None, as_json: bool, known_at: str | None
) -> int:
    """Print which lines are new, up, down, corrected, disputed or no longer so, denied, newly official, begun, extended,
    ended, gone quiet: each as it was and as it is, with its sentence. Copies and repeats are no change; they are counted.

    \b
    Examples:
      reportedly changes --desk north.desk
      reportedly changes --desk north.desk --since 2031-03-08T06:00:00Z
      reportedly changes --since last --seen --json | jq '.changes[].line'
    """
    if seen and known_at:
        raise click.UsageError("--seen is a look at what is known now: leave --known-at out.")
    with opened(desk_path or only_desk(()), create=False) as desk:
        if not desk.statistics(known_at).documents:
            return nothing_read(desk, known_at)
        briefing = desk.briefing(country=country, known_at=known_at, before=since, at=now() if seen else None)
        print_changes(briefing, as_json)
    return 0


@click.command(short_help="List who and what a desk knows by name, with every spelling and why they are one.")
@click.argument("desk_path", type=click.Path(dir_okay=False), metavar="DESK")
@click.argument("words", nargs=-1, metavar="[WORDS]...")
@click.option(
    "--kind", type=click.Choice(["person", "organisation", "place", "group", "outlet", "agency"]), help="Only such."
)
@AS_JSON
@KNOWN_AT
def names(desk_path: str, words: tuple[str, ...], kind: str | None, as_json: bool, known_at: str | None) -> int:
    """List people, bodies and places, those most named first: each with its spellings, its country, whose side it speaks for,
    and a sentence for each spelling that was joined. `decide same`, `different` and `split` join and part them for good.

    \b
    Examples:
      reportedly names north.desk
      reportedly names north.desk tokayev
      reportedly names north.desk --kind person --json
    """
    with opened(desk_path, create=False) as desk:
        directory = desk.names(known_at)
        entities = named(directory.entities, " ".join(words), kind)
        if as_json:
            from reportedly.show.export import entity_row

            print_data([{**entity_row(entity), "because": list(entity.because)} for entity in entities])
        else:
            print_rows(name_rows(entities, directory))
    return 0


@click.command(short_help="List the crises that a desk tells of.")
@click.argument("desk_path", type=click.Path(dir_okay=False), metavar="DESK")
@AS_JSON
@KNOWN_AT
def stories(desk_path: str, as_json: bool, known_at: str | None) -> int:
    """List the crises into which a desk's articles sort: where, from when to when, in how many articles, and the first of its
    figures. A toll of one never counts in another. `brief --story ID` briefs on one alone.

    \b
    Examples:
      reportedly stories north.desk
      reportedly brief --desk north.desk --story s-3f2a
    """
    with opened(desk_path, create=False) as desk:
        told = desk.stories(known_at)
        if as_json:
            print_data([story.as_data() for story in told])
        else:
            print_rows(story_rows(told))
    return 0
