"""The days of the posts of a live page."""

from reportedly.model import Span
from reportedly.text.posts import days_of_posts
from reportedly.when import parse_when


def _days(text: str) -> list[str | None]:
    spans, start = [], 0
    for line in text.split("\n"):
        if any(c.isalpha() for c in line):
            spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    return [str(day) if day else None for day in days_of_posts(text, spans, parse_when("2031-03-08"))]


def test_a_post_is_of_the_day_of_publication_where_no_header_tells_another() -> None:
    assert _days("Live page\n21:40\nTwo dead.\n20:15\nOne dead.") == [None, "2031-03-08", "2031-03-08"]


def test_a_day_header_holds_for_the_posts_below_it() -> None:
    assert _days("Thursday 6 March 2031\n16:20\nThe toll is 31.")[-1] == "2031-03-06"


def test_hours_that_run_back_past_midnight_are_of_the_day_before() -> None:
    assert _days("07:10\nFour dead.\n00:30\nThree dead.\n23:50\nTwo dead.") == [
        "2031-03-08",
        "2031-03-08",
        "2031-03-07",
    ]


def test_one_hour_makes_no_live_page() -> None:
    assert _days("Headline\n16:20\nThe toll is 31.") == [None, None]
