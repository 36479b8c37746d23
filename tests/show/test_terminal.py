"""A briefing as text: its sections in order, wrapped to the width at hand, and no line without a sentence."""

import re
from pathlib import Path

import pytest

from reportedly.brief import Briefing
from reportedly.desk import Desk
from reportedly.show.plain import Piece, printable, row, text_of
from reportedly.show.terminal import briefing_lines

ORDER = ["FIGURES", "DISPUTED", "MEASURES IN FORCE", "POSITIONS", "NATIONALS", "TIMELINE"]
ORDER += ["WHAT NOBODY COULD VERIFY", "WHO IS HEARD", "WHO REPEATS WHOM", "NOT READ"]


@pytest.fixture(scope="module")
def briefing(desk_path: Path) -> Briefing:
    with Desk.open(desk_path) as desk:
        return desk.briefing(country="IT")


@pytest.mark.parametrize("width", [60, 80, 120])
def test_no_line_is_wider_than_the_terminal(briefing: Briefing, width: int) -> None:
    """At 80 and 120 columns, and in a narrow window; nothing but blanks is left out by wrapping."""
    printed = text_of(briefing_lines(briefing, ask="reportedly why ID --desk north.desk"), width=width)
    assert [line for line in printed.splitlines() if len(line) > width or line != line.rstrip()] == []


def test_wrapping_loses_no_word(briefing: Briefing) -> None:
    """The same letters in the same order at every width; a long address may be cut in two."""
    pages = {"".join(text_of(briefing_lines(briefing, ask="x"), width=width).split()) for width in (60, 80, 120, 400)}
    assert len(pages) == 1


def test_sections_come_in_the_readers_order(briefing: Briefing) -> None:
    """Figures, disputes, measures, positions, nationals, timeline, what is thin, voices, what was not read."""
    printed = text_of(briefing_lines(briefing, ask="x"))
    found = [line for line in printed.splitlines() if re.fullmatch("[A-Z ]{4,}", line)]
    assert found == [title for title in ORDER if title in found]
    assert {"FIGURES", "NOT READ"} <= set(found)


def test_each_figure_carries_its_sentence(briefing: Briefing) -> None:
    """The article's own letters in quotation marks."""
    printed = " ".join(text_of(briefing_lines(briefing, ask="x"), width=400).split())
    quotes = [" ".join(printable(figure.citations[0].quote).split()) for figure in briefing.figures]
    assert quotes
    assert [quote for quote in quotes if quote[:150] not in printed] == []


def test_rows_hang_and_wide_signs_count_double() -> None:
    """What wraps stands further in; a Chinese sign takes two columns."""
    assert text_of([row("a b c d e f g h i j k l m", indent=2)], width=24) == "  a b c d e f g h i j\n    k l m\n"
    assert text_of([row("国" * 12)], width=22) == "国国国国国国国国国国\n  国国\n"


def test_pieces_join_and_commands_are_shown() -> None:
    """An escape sequence is no colour."""
    assert text_of([row("toll ", Piece("18", "bold"), "\x1b[31m\u202e!")]) == "toll 18�[31m�!\n"
    assert printable("a\nb\x07\u2028c ") == "a b� c"
