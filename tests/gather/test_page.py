"""What a page as a whole tells of its lines: headline, paragraphs, and what adds up to furniture."""

import pytest

from reportedly.gather.body import body_of, find_furniture, read_page
from reportedly.gather.page import Page

PAGE = """The Valley Sentinel On-Line
Index | Weather | Letters
Bus falls from ferry at Port Anselm, six missing
Ann Tolliver
A bus rolled off the ferry at Port Anselm before dawn on Monday, and six of its passengers are missing, the harbour police said.
Divers found the bus in eleven metres of water.
The ferry had sailed without a chain across its ramp, a deckhand told the police.
{below}
Vote for this page
Hosted by PlainNet
"""


def kept(below: str) -> list[str]:
    text = PAGE.format(below=below)
    return [text[span.start : span.end] for span in body_of(text)]


def test_the_headline_is_the_line_that_speaks_of_the_article() -> None:
    """Not the first line, nor the one nearest to the first paragraph."""
    lines, reasons = read_page(PAGE.format(below=""))

    assert lines[Page(lines, reasons).headline or 0].text.startswith("Bus falls from ferry")


@pytest.mark.parametrize(
    "line",
    [
        "Sign the visitors' book",
        "<< Yesterday's paper | Tomorrow's tides >>",
        "Onions dearer by a third, growers content",
        "Ring the newsroom: 0555 210 331",
        "Visitor 00412 since May",
    ],
)
def test_furniture_of_no_known_wording_is_cut_by_form_and_place(line: str) -> None:
    """Orders, bars, counters, contacts and links to strangers below the last paragraph."""
    assert line not in kept(line)


@pytest.mark.parametrize(
    "line",
    [
        "The harbour is closed to ferries until the bus has been raised.",
        "Passengers of the ferry wait at Port Anselm. Photo: P. Lister/Sentinel pictures",
        'The deckhand wept: "I shouted, and nobody heard."',
    ],
)
def test_what_speaks_of_the_article_is_kept_below_it(line: str) -> None:
    """A last sentence, a caption, a quotation."""
    assert line.split(" Photo:", maxsplit=1)[0] in kept(line)


def test_headers_of_a_letter_are_furniture() -> None:
    """Fields in a row, two of them of the post's own."""
    head = "From: a@b.example\nX-Mailer: Quill 2\nSubject: flood"
    text = f"{head}\n\nThe dam at Vik broke on Monday and two villages are gone, the mayor said."

    assert [text[span.start : span.end] for span, _ in find_furniture(text)] == head.split("\n")


def test_a_letterhead_of_a_state_is_kept() -> None:
    """It tells where a release plays."""
    release = "The ministry said on Monday that nine people had drowned in the floods of the east coast."
    text = f"REPUBLIC OF MADAGASCAR\nPRESS OFFICE\nFlood in the east\n\n{release}"

    assert "REPUBLIC OF MADAGASCAR" in [text[span.start : span.end] for span in body_of(text)]
