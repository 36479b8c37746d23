"""What a user types, as values: a country, an instant, a place in an article.

`--country kazakhstan` is KZ; `--known-at 2031-03-08` is the end of that day in UTC; `march/03.txt:412` is the 412th
character of an article. What cannot be one is refused with the reason, as click does for its own types.
"""

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

import click

if TYPE_CHECKING:
    from reportedly.weigh import Rules

LAST = "last"  # as the desk's own, which `--help` need not import


class Place(NamedTuple):
    """A place in an article, by its file or address; `offset` counts characters from 0."""

    source: str
    offset: int


class Country(click.ParamType[str]):
    """A country by its ISO 3166-1 alpha-2 code or its English name; gives the code."""

    name = "country"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        from reportedly.lexicon.nations import country_named, name_of

        text = str(value).strip()
        code = text.upper() if name_of(text.upper()) else country_named(text) or country_named(text.title())
        if code is None:
            self.fail(f"{text!r} is no country; give its code (KZ) or its English name (Kazakhstan)", param, ctx)
        return code


class Instant(click.ParamType[str]):
    """A moment in ISO 8601: with a zone, or a day, which means its end in UTC. Gives it with a zone."""

    name = "time"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        text = str(value).strip()
        try:
            instant = datetime.fromisoformat(f"{text}T23:59:59.999999+00:00" if len(text) == 10 else text)
            if instant.tzinfo is None:
                raise ValueError
            return instant.astimezone(UTC).isoformat()
        except (ValueError, OverflowError):
            self.fail(f"{text!r} is no time; write 2031-03-08, or 2031-03-08T12:00:00Z", param, ctx)


class Since(Instant):
    """A moment, or the last look; gives the moment with a zone, or `last`."""

    name = "time"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        text = str(value).strip()
        return LAST if text.lower() == LAST else super().convert(text, param, ctx)


class Setting(click.ParamType[tuple[str, Any]]):
    """FIELD=VALUE; a value that is JSON (19, true, null) is what JSON says, any other is its text."""

    name = "setting"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, Any]:
        if isinstance(value, tuple):
            return value
        field, equals, text = str(value).partition("=")
        if not equals or not field.strip():
            self.fail(f"{value!r} sets nothing; write FIELD=VALUE, as in low=19", param, ctx)
        try:
            return field.strip(), json.loads(text)
        except ValueError:
            return field.strip(), text.strip()


class RuleSet(click.ParamType["Rules"]):
    """A rule set by name, refused before the work where it is none."""

    name = "rules"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> "Rules":
        from reportedly.weigh import parse_rules

        try:
            return parse_rules(str(value))
        except ValueError as error:
            self.fail(f"{value!r} is no rule set: {error}", param, ctx)


RULES = click.option(
    "--rules",
    type=RuleSet(),
    default="literal",
    show_default=True,
    metavar="NAME",
    help="How one number is made of what the sides say: literal (as they say it), conservative (the lowest that a side stands "
    "by; dozens 12, hundreds 100), range (lowest, best, highest), official:SIDE (a country's state or one party alone).",
)


_DESK_FILE: dict[str, Any] = {"type": click.Path(dir_okay=False), "metavar": "FILE", "envvar": "REPORTEDLY_DESK"}
_OR_SET = "Also taken from REPORTEDLY_DESK."
DESK = click.option("--desk", "desk_path", help=f"The ledger's file, made where there is none. {_OR_SET}", **_DESK_FILE)
KEPT_DESK = click.option(
    "--desk", "desk_path", help=f"The ledger's file; left out, the only *.desk of this folder. {_OR_SET}", **_DESK_FILE
)
KNOWN_AT = click.option("--known-at", type=Instant(), metavar="TIME", help="As the desk knew it then.")
COUNTRY = click.option("--country", type=Country(), help="Whose nationals come first: a code (KZ) or a name.")
AS_JSON = click.option("--json", "as_json", is_flag=True, help="Print it as data instead of text.")


def place_of(text: str) -> Place | None:
    """`march/03.txt:412` as file and offset; None where no number follows a last colon, as in an id."""
    source, _, offset = text.rpartition(":")
    return Place(source, int(offset)) if source and offset.isascii() and offset.isdigit() else None
