"""What stands above and below an article, on invented pages."""

import pytest

from reportedly.gather.body import body_of
from reportedly.gather.furniture import reason_of
from reportedly.gather.lines import Line

ARTICLE = """Ferry sinks off Vik, 13 dead

VIK, Aug 3 (PNA) - A ferry with 90 people on board sank off the port of Vik on Sunday, and 13 people drowned, the coast guard said.

Divers went down to the wreck again, and the harbour master said that nobody had been found alive there so far.

The governor closed the port and told families to wait at the town hall, where lists of those rescued were read out.
"""


def body_lines(text: str) -> list[str]:
    return [text[span.start : span.end] for span in body_of(text)]


def alone(text: str) -> Line:
    return Line(text=text, start=0, index=1, after_blank=False)


@pytest.mark.parametrize(
    "line",
    [
        "Vikposten",
        "THE VIK TRIBUNE",
        "Radio Nordland International",
        "O CORREIO DO NORTE",
        "Nordland Tageblatt",
        "Home World News Ferry sinks off Vik, 13 dead",
    ],
)
def test_a_name_above_the_headline_is_the_outlet(line: str) -> None:
    """And so is a way down from the front page."""
    assert body_lines(f"{line}\n{ARTICLE}") == body_lines(ARTICLE)


@pytest.mark.parametrize(
    "tail",
    [
        "Crane falls in Tromso harbour\nVisitors admire ice sculptures\nTram fares rise again in spring\nIn photos: ski world cup",
        "Choose the topics of our newsletter that you care about most.",
        "Press the bell and the topic goes into your account",
        "Donate now\nPut your money into\nthe news you trust.",
        "Ana Ruiz is the Tribune's correspondent in the north.",
        "Tom Weir reports for Radio Nord from the coast.",
        "Whoever subscribes accepts the terms of use and the privacy policy of the Tribune.",
        "The spoken word is binding.",
        "This article was translated by a machine.",
        "Reproduction without naming the source is forbidden.",
    ],
)
def test_what_stands_below_the_article(tail: str) -> None:
    """Links in a row, calls, the author, the small print."""
    assert body_lines(f"{ARTICLE}\n{tail}\n") == body_lines(ARTICLE)


@pytest.mark.parametrize(
    "line",
    [
        "Register with the coast guard before you sail.",
        "Divers go down to the wreck\nHarbour master closes the port\nFamilies wait at the town hall",
        "Ana Ruiz was a passenger and lost her bag.",
        "Call the town hall of Vik if you miss a relative.",
    ],
)
def test_what_belongs_to_the_article_stays(line: str) -> None:
    """Advice, a summary in short lines, a passenger."""
    assert body_lines(f"{ARTICLE}\n{line}\n") == body_lines(ARTICLE) + line.split("\n")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("(ATTN: ADDS the governor in paras 4-6)", "note of a wire"),
        ("Eds: UPDATES throughout with new toll, quotes from survivor.", "note of a wire"),
        ("(Recasts, adds quotes, details)", "note of a wire"),
        ("(Updates death toll)", "note of a wire"),
        ("AM-Nordland-Ferry, 4th Ld-Writethru, a0712", "note of a wire"),
        ("(more)", "note of a wire"),
        ("29.9 C", "weather"),
        ("Vik 14 °C", "weather"),
        ("From Ana Ruiz in Vik", "byline"),
        ("Ana Ruiz in Vik and Tom Weir in Nord", "byline"),
        ("By Ana Ruiz, with material from dpa and AFP", "byline"),
        ("By Ana Ruiz, Staff Writer, and wire reports", "byline"),
        ("Ana Ruiz reported this story on Thursday, 14 November 2013", "byline"),
        ("From schools in Vik to ports in Nord", None),
        ("Updates on the ferry were given at noon", None),
        ("Ministers in Vik and mayors in Nord", None),
        ("90 C", "weather"),
    ],
)
def test_a_line_that_is_about_the_page(line: str, reason: str | None) -> None:
    """By its words alone."""
    assert reason_of(alone(line)) == reason
