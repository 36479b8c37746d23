"""Commands that ask a desk: what changed, who is who, which crises it tells of. They format what the desk answers."""

import click

from reportedly.show.parameters import AS_JSON, COUNTRY, KEPT_DESK, KNOWN_AT, LAST, Since
from reportedly.show.steps import nothing_read, now, only_desk, opened, print_changes


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
