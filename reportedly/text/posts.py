"""Posts of a live page: the day on which each was written, by its hour and the day headers above it.

In: a document's text and the spans of its paragraphs, the day of publication. Out: for each paragraph the day of its
post, None where the page is no live page or the day is not known. "21:40" before a paragraph makes it a post; a line
that is but a date ("Thursday 6 March") holds for the posts below it; where the hours run back past midnight, the day
before begins.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from reportedly.model import Span
from reportedly.text.dates import find_times
from reportedly.when import When, shift

_STAMP = re.compile(
    r"^[\W_]{0,4}(?P<hour>[01]?\d|2[0-4])(?:[:h]|\.(?=\d\d\b))(?P<minute>[0-5]\d)?"
    r"(?:\s*(?P<half>[ap])\.?m\.?)?(?:\s*(?:GMT|UTC|CET|CEST|EST|EDT|BST|IST|local time|hrs|hours))?\s*(?:[-–—|:•]|$|\s)",
    re.IGNORECASE,
)
_LONGEST_HEADER = 60
_FEWEST = 2  # posts that make a live page, where no day header does
_LIVE = 3
_DAY = 24 * 60  # minutes
_PAST_MIDNIGHT = 6 * 60  # minutes by which the hour of a post must lie above that of the later post before it


def days_of_posts(text: str, spans: Sequence[Span], published: When | None) -> tuple[When | None, ...]:
    """The day of each paragraph's post."""
    day = published if published is not None and published.day is not None else None
    found: list[When | None] = []
    end, is_post, posts, last, headers = 0, False, 0, None, 0
    is_falling = _is_falling(text, spans)
    for span in spans:
        for line in text[end : span.end].split("\n"):
            stamp = _STAMP.match(line.strip())
            if stamp is not None:
                minutes = _minutes(stamp)
                if is_falling and day is not None and last is not None and minutes - last > _PAST_MIDNIGHT:
                    day = shift(day, -1)
                is_post, posts, last = True, posts + 1, minutes
            elif (header := _header(line.strip(), published)) is not None:
                day, last, headers = header, None, headers + 1
        found.append(day if is_post else None)
        end = span.end
    return tuple(found) if posts >= _FEWEST or (posts and headers) else (None,) * len(spans)


def is_live(text: str) -> bool:
    """Whether a page is written post by post: three lines or more open with an hour."""
    return sum(_STAMP.match(line.strip()) is not None for line in text.split("\n")) >= _LIVE


def _minutes(stamp: re.Match[str]) -> int:
    hour = int(stamp["hour"]) % 24
    if stamp["half"]:
        hour = hour % 12 + 12 * (stamp["half"].lower() == "p")
    return 60 * hour + int(stamp["minute"] or 0)


def _is_falling(text: str, spans: Sequence[Span]) -> bool:
    """Whether the newest post stands first."""
    end = spans[-1].end if spans else 0
    stamps = [_minutes(s) for line in text[:end].split("\n") if (s := _STAMP.match(line.strip())) is not None]
    return sum(0 < (a - b) % _DAY < _DAY / 2 for a, b in pairwise(stamps)) > len(stamps) / 2


def _header(line: str, published: When | None) -> When | None:
    """The day that a line names, where it names nothing else: "Thursday 6 March 2031"."""
    if not 5 < len(line) <= _LONGEST_HEADER:
        return None
    times = [t for t in find_times(line, published=published) if t.when is not None and t.when.day is not None]
    if len(times) != 1:
        return None
    rest = line[: times[0].start] + line[times[0].end :]
    return times[0].when if len(re.findall(r"[^\W\d_]{2,}", rest)) <= 1 else None
