"""Lines for a terminal: styled where one looks, plain in a pipe, and never what an article would make of the terminal.

In: lines of styled pieces. Out: text wrapped to the width at hand. A control character, an escape sequence or a sign
that turns the direction of writing ("\\x1b[2J", U+202E) is shown as `�`, since article text comes from anywhere.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rich.console import Console
from rich.text import Text

_KEPT = "\n\t"
_BIDI = {chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C)}

TITLE, HEADING, STRONG, FAINT, GOOD, BAD, MARK = (
    "bold",
    "bold cyan",
    "bold",
    "dim",
    "green",
    "bold red",
    "bold yellow",
)


class Piece(NamedTuple):
    """A stretch of text in one style."""

    text: str
    style: str = ""


class Row(NamedTuple):
    """One line before wrapping; what wraps is indented two further than the line itself."""

    pieces: tuple[Piece, ...] = ()
    indent: int = 0


type Rows = Iterable[Row]


def row(*pieces: Piece | str, indent: int = 0) -> Row:
    """A row of pieces; a bare text is a piece without style."""
    return Row(tuple(Piece(piece) if isinstance(piece, str) else piece for piece in pieces), indent)


def printable(text: str) -> str:
    """The text on one line, without what a terminal or a log would take for a command."""
    return "".join(_shown(char) for char in text).strip()


def clean(text: str) -> str:
    """The text with its line breaks, and without what a terminal or a browser would take for a command."""
    return "".join(char if char == "\n" else _shown(char) for char in text)


def _shown(char: str) -> str:
    if char in _KEPT or unicodedata.category(char) in ("Zl", "Zp"):
        return " "
    return "�" if unicodedata.category(char) in ("Cc", "Cs") or char in _BIDI else char


def print_lines(rows: Rows, *, console: Console | None = None) -> None:
    """Prints the rows on standard output, or on the console given."""
    console = console or Console(highlight=False, markup=False, emoji=False)
    for each in rows:
        console.print(_hanging(each, console.width), soft_wrap=True)


def text_of(rows: Rows, *, width: int = 80) -> str:
    """The rows as plain text of that width, as a pipe gets them."""
    console = Console(width=width, highlight=False, markup=False, emoji=False, color_system=None, force_terminal=False)
    with console.capture() as captured:
        print_lines(rows, console=console)
    return captured.get()


def _hanging(each: Row, width: int) -> Text:
    """The row wrapped, what wraps further in than its beginning, and nothing after the last word of a line."""
    text = Text()
    for piece in each.pieces:
        text.append("".join(_shown(char) for char in piece.text), style=piece.style)
    inner = max(20, width - each.indent - 2)
    lines = list(text.wrap(Console(width=inner, color_system=None), inner))
    for line in lines:
        line.rstrip()
    indents = [" " * each.indent, *[" " * (each.indent + 2)] * (len(lines) - 1)]
    return Text("\n").join(Text.assemble(indent, line) for indent, line in zip(indents, lines, strict=True))


def blank() -> Row:
    return Row()


def heading(text: str) -> Iterator[Row]:
    """A section's title, with room above."""
    yield blank()
    yield row(Piece(text.upper(), HEADING))
