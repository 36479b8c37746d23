"""Commands with which an analyst corrects a desk, sees what that changed, and lists what was decided."""

import getpass
from typing import Any

import click

from reportedly.show.parameters import AS_JSON, KEPT_DESK, KNOWN_AT, Setting
from reportedly.show.steps import (
    decision_rows,
    full_target,
    now,
    only_desk,
    opened,
    print_changes,
    print_data,
    print_rows,
    tests_of,
)

_ACTIONS = ("same", "different", "split", "reject", "amend", "pin", "undo")


@click.command(short_help="Correct what was read, and see what that changes.")
@click.argument("action", type=click.Choice(_ACTIONS), metavar="ACTION")
@click.argument("targets", nargs=-1, required=True, metavar="WHAT...")
@KEPT_DESK
@click.option("--reason", required=True, help="Why: what you saw, and where.")
@click.option("--by", "author", help="Who decides; else the name that you are logged in under.")
@click.option(
    "--set",
    "settings",
    type=Setting(),
    multiple=True,
    metavar="FIELD=VALUE",
    help="For amend and pin: what the claim says instead; null empties it. May be given again.",
)
@AS_JSON
def decide(
    action: str,
    targets: tuple[str, ...],
    desk_path: str | None,
    reason: str,
    author: str | None,
    settings: tuple[tuple[str, Any], ...],
    as_json: bool,
) -> int:
    """Record a decision. It is kept beside what was read, which stays as it is: it holds through every new reading, and
    only another decision undoes it.

    \b
    same NAME NAME            the two are one
    different NAME NAME       the two are not one
    split NAME SPELLING...    those spellings are somebody else's
    reject CLAIM              the claim is not so
    amend CLAIM --set ...     the claim says something else
    pin CLAIM                 the claim was checked; with --set also amended
    undo DECISION             takes a decision back

    \b
    Examples:
      reportedly decide same "Tokaev" "K. Tokayev" --reason "one president" --desk north.desk
      reportedly decide reject c-7f3a --reason "the sentence quotes a film" --by nora
      reportedly decide amend c-7f3a --set low=19 --set high=19 --set speaker="interior ministry" --reason "misprint"
      reportedly decide undo x-51c0 --reason "the paper took it back"
    """
    from reportedly.desk import decision_of

    with opened(desk_path or only_desk(()), create=False) as desk:
        books = desk.books()
        at = now()
        decision = decision_of(
            action,
            [full_target(target, action, books) for target in targets],
            dict(settings),
            reason=reason,
            author=author or _login(),
            decided_at=at,
            books=books,
        )
        briefing = desk.decide_and_tell(decision, at=at)
        if not as_json:
            click.echo(f"{decision.id}: {action}, recorded; `reportedly decide undo {decision.id}` takes it back")
        print_changes(briefing, as_json, decision=decision.id)
    return 0


def _login() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError) as error:  # a container may run under a number that has no name
        raise click.UsageError("Nobody is logged in by name here: say who decides with --by NAME.") from error


@click.command(short_help="List what was decided, by whom and why, and what became of it.")
@KEPT_DESK
@click.option(
    "--as-test", is_flag=True, help="Print each as a passage with what is to be read in it, as exercises/wordings has."
)
@AS_JSON
@KNOWN_AT
def decisions(desk_path: str | None, as_test: bool, as_json: bool, known_at: str | None) -> int:
    """List the decisions of a desk, the earliest first: who decided what, when and why, and whether it holds, was undone, or
    changes nothing now since what it was about is read no more.

    \b
    Examples:
      reportedly decisions --desk north.desk
      reportedly decisions --desk north.desk --as-test > mended.toml
    """
    with opened(desk_path or only_desk(()), create=False) as desk:
        books = desk.books(known_at)
        if as_test:
            click.echo(tests_of(books))
        elif as_json:
            from reportedly.desk import decided

            print_data([each.as_data() for each in decided(books)])
        else:
            print_rows(decision_rows(books))
    return 0
