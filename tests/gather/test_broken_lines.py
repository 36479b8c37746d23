"""Texts that were broken at a width: their paragraphs are read whole, and other texts' lines stay as they are."""

from reportedly.gather.body import body_of
from reportedly.gather.lines import find_lines

BROKEN = """\
Rescuers find last bodies in Tarma mine

Rescuers on Monday recovered the bodies of the last three miners
trapped underground after a sudden gas outburst in the central
province of Junin, officials said.
The bodies of 19 miners had been recovered. Two injured miners
are receiving treatment at a local hospital, and one is said to
be in a stable condition.
"""


def test_a_sentence_goes_on_over_the_breaks_of_a_width() -> None:
    lines = [line.text.split("\n") for line in find_lines(BROKEN)]
    assert [len(physical) for physical in lines] == [1, 3, 3]


def test_the_body_of_a_broken_text_is_its_paragraphs_and_quotes_stay_verbatim() -> None:
    bodies = [BROKEN[span.start : span.end] for span in body_of(BROKEN)]
    assert bodies[1].startswith("Rescuers on Monday")
    assert bodies[1].endswith("officials said.")


def test_lines_of_a_text_that_was_not_broken_stay_lines() -> None:
    text = "Quake kills 26 in Tarma\nReporting by our own correspondent in the capital\nand by agencies\nHome | World\n"
    assert [line.text for line in find_lines(text)] == text.strip().split("\n")


SPACED = """\
TARMA, June 10 (ABC) - A week on from the deaths of nineteen miners in

a gas outburst in the central province, four rescuers have been killed

while they searched for the last of those who were

still missing underground, the fire service said.

Doctors said that a fall of rock in the pit had left two of them dead,

and that two more had died on the way to the town hospital, to which

the wounded of the first day were taken as well.

The company put the blame on the heavy rain and said it would go on
"""


def test_a_blank_line_behind_every_line_of_a_broken_text_parts_no_paragraphs() -> None:
    assert [line.text.count("\n\n") for line in find_lines(SPACED)] == [3, 2, 0]


def test_paragraphs_that_blank_lines_part_stay_apart() -> None:
    text = SPACED.replace("\n\n", " ").replace(". Doctors", ".\n\nDoctors").replace(". The", ".\n\nThe")
    assert [line.text[:7] for line in find_lines(text)] == ["TARMA, ", "Doctors", "The com"]
