"""Datelines: the day on which an article was written, where it came out later.

In: a document's text and the spans of its paragraphs, the day of publication. Out: for each paragraph the day of the
dateline above it, None where none tells one. "COLOMBO, Wednesday night - ... this morning", printed on Thursday, is told
of Wednesday. A dateline names a place and a day and no more; one that lies days before the publication dates nothing.
"""

import re
from collections.abc import Sequence

from reportedly.model import Span
from reportedly.text.dates import TimeMention, find_times
from reportedly.when import When

_LONGEST = 90
_LONGEST_OPENING = 60
_DELAY = 2
"""Days between the writing of a dispatch and its print, at most."""
_OPENING = re.compile(r"[A-Z][\w.'’-]*(?: [A-Z(][\w.'’()-]*| (?:de|del|la|of|and|al|el|upon))*(?: ?[,.(/|–—-]| on\b)")
_BESIDE = re.compile(r"\([^()]*\)|/[^/]*/|[\W\d_]+")
_SMALL = frozenset({"night", "morning", "evening", "afternoon", "local", "time", "gmt", "de", "del", "la", "of", "and"})


def days_of_writing(text: str, spans: Sequence[Span], published: When | None) -> tuple[When | None, ...]:
    """The day of each paragraph's dateline, from that dateline on."""
    found: list[When | None] = []
    day: When | None = None
    for span in spans:
        if published is not None and published.day is not None and span.end - span.start <= _LONGEST:
            day = _day_of_dateline(text[span.start : span.end], published) or day
        found.append(day)
    return tuple(found)


def _day_of_dateline(line: str, published: When) -> When | None:
    times = [t for t in find_times(line, published=published) if t.moment.is_dated]
    if len(times) != 1 or not _is_day(times[0]) or not _OPENING.match(line[: times[0].start]):
        return None
    rest = f"{line[: times[0].start]} {line[times[0].end :]}"
    words = _BESIDE.sub(" ", rest).split()
    day, last = (times[0].when.last if times[0].when is not None else None), published.day
    is_plain = len(rest) <= _LONGEST_OPENING and all(word[0].isupper() or word in _SMALL for word in words)
    if not is_plain or day is None or last is None or not 0 <= (last - day).days <= _DELAY:
        return None
    return When.on(day)


def _is_day(time: TimeMention) -> bool:
    moment = time.moment
    is_named = moment.step is None and moment.order is None and moment.last is None and moment.last_day is None
    return is_named and (moment.weekday is not None or (moment.day is not None and moment.month is not None))
