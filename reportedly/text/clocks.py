"""Hours of the day: "at 04:15 local time", "6 p.m.", and the daily hours of a curfew.

In: a sentence. Out: each hour as HH:MM of 24 hours, and each pair of hours as `23:00/07:00`. A number without a mark of
the hour ("a.m.", a colon, "o'clock", "hours", "in the evening") is none. "From 8pm until dawn" is `20:00/..`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from reportedly.text.date_words import TABLE, words_pattern

_WORD_HOURS = [
    word for word, number in TABLE["numbers"].items() if len(word) > 2 and 1 <= number <= 12 and " " not in word
]
_HOUR = rf"(?P<hour>(?<![\d.,:/$€£])(?<!(?<![m.o])-)(?:[01]?\d|2[0-4])|\b(?:{'|'.join(_WORD_HOURS)}))"
_MERIDIEM = r"(?:\s*(?P<half>[ap])\.?\s?m\b\.?)"
_PHRASE = r"(?:,?\s*(?:in\s+the|at)\s+(?P<phrase>morning|afternoon|evening|night))"
_MARK = r"(?:\s*(?P<mark>o['’]?\s?clock|hours|hrs|h\b))"
_ZONES = words_pattern(TABLE["hours"]["zones"])
_ZONE = rf"(?:\s*\(?{_ZONES}\b\)?)?"
_POINTED = rf"{_HOUR}(?P<sep>[:.h])(?P<minute>[0-5]\d)(?::[0-5]\d)?(?!\d|[.,:]\d|\s?%)"
_BARE = rf"{_HOUR}(?!\d|[.,:]\d|\s?%)"
_COMPACT = (
    rf"(?<![\d.,:/-])(?P<hour4>[01]\d|2[0-4])(?P<minute4>[0-5]\d)(?=\s*(?:hours|hrs|{_ZONES}|h)\b)"
    r"(?:\s*(?:hours|hrs|h)\b)?"
)
_NAMED = r"\b(?P<named>(?i:noon|midday|midnight))\b"
_CLOCK = re.compile(
    rf"(?:{_NAMED}|{_COMPACT}|(?:{_POINTED}|{_BARE.replace('<hour>', '<hour1>')})"
    rf"(?:{_MERIDIEM})?(?:{_MARK})?(?:{_PHRASE})?){_ZONE}",
    re.I,
)
_OPENING = re.compile(rf"\d|\b(?:{'|'.join(_WORD_HOURS)}|noon|midday|midnight)", re.I)  # all that an hour begins with
_FOUR_DIGITS = re.compile(r"(?<![\d.,:/-])([01]\d|2[0-4])([0-5]\d)(?=\s*(?:-|–|to|until|till|and)\s*[0-2]\d[0-5]\d\b)")
_DARK = re.compile(rf"\b{words_pattern(TABLE['hours']['twilight'])}\b", re.I)
_TO = re.compile(r"\s*(?:-to-|-|–|—|to|until|till|and|through)\s*(?:the\s+)?", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """An hour as written; `clock` is HH:MM. `is_open` where only the other end of a range shows that it is an hour.

    `is_of_24` where the digits leave no doubt about the half of the day: "2100".
    """

    start: int
    end: int
    clock: str
    is_open: bool = False
    is_of_24: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockRange:
    """The hours of a day from one to another; `daily` is `23:00/07:00`, an end that is no hour is `..`."""

    start: int
    end: int
    text: str
    daily: str


def find_clocks(text: str) -> tuple[Clock, ...]:
    """The hours of a sentence that are marked as such."""
    return tuple(clock for clock in _candidates(text) if not clock.is_open)


def in_part(clock: str, part: str | None) -> str:
    """The hour of 24 that an hour of 12 means in a part of the day: 10:00 of an evening is 22:00."""
    earliest = {"afternoon": 1, "evening": 4, "night": 6}.get(part or "", 24)
    return _other_half(clock) if earliest <= int(clock[:2]) < 12 else clock


def find_clock_ranges(text: str) -> tuple[ClockRange, ...]:
    """The pairs of hours of a sentence: "from 11 p.m. to 7 a.m." is `23:00/07:00`."""
    ranges: list[ClockRange] = []
    ends = sorted([*_candidates(text), *_twilights(text)], key=lambda clock: clock.start)
    for first, last in pairwise(ends):
        is_taken = ranges and first.start < ranges[-1].end
        if is_taken or not _TO.fullmatch(text, first.end, last.start):
            continue
        if re.fullmatch(r"\s*and\s*", text[first.end : last.start], re.I) and not _follows_between(text, first.start):
            continue
        daily = _daily(first, last) or _pointed(text, first, last)
        if daily:
            ranges.append(ClockRange(start=first.start, end=last.end, text=text[first.start : last.end], daily=daily))
    return tuple(ranges)


def _follows_between(text: str, start: int) -> bool:
    return re.search(r"\bbetween(?:\s+the\s+hours\s+of)?\s*$", text[max(0, start - 60) : start], re.I) is not None


def _daily(first: Clock, last: Clock) -> str | None:
    """The pair, with the half of the day that only the other end names: "7 to 9 p.m.", "10 p.m. to 5"."""
    if (first.is_open and last.is_open) or not (first.clock or last.clock):
        return None
    start, end = first.clock, last.clock
    if first.is_open and not first.is_of_24 and end:
        start = _nearest_before(start, end)
    if last.is_open and not last.is_of_24 and start:
        end = _nearest_after(end, start)
    return f"{start or '..'}/{end or '..'}"


def _pointed(text: str, first: Clock, last: Clock) -> str | None:
    """ "from 21.00 to 5.00": points make hours only in a pair, after "from", "between" or "curfew"."""
    if not re.search(r"\b(?:from|between|curfew:?)\s*$", text[max(0, first.start - 60) : first.start], re.I):
        return None
    ends = (text[first.start : first.end], text[last.start : last.end])
    return f"{first.clock}/{last.clock}" if all(re.fullmatch(r"\d\d?\.\d\d", end) for end in ends) else None


def _nearest_before(clock: str, end: str) -> str:
    """Of the two halves of the day the one that begins the shorter stretch up to `end`."""
    return min((clock, _other_half(clock)), key=lambda c: (_minutes(end) - _minutes(c) - 1) % 1440)


def _nearest_after(clock: str, start: str) -> str:
    return min((clock, _other_half(clock)), key=lambda c: (_minutes(c) - _minutes(start) - 1) % 1440)


def _minutes(clock: str) -> int:
    return int(clock[:2]) * 60 + int(clock[3:])


def _other_half(clock: str) -> str:
    minutes = (_minutes(clock) + 720) % 1440
    return f"{minutes // 60:02}:{minutes % 60:02}" if int(clock[:2]) <= 12 else clock


def _twilights(text: str) -> list[Clock]:
    return [Clock(start=found.start(), end=found.end(), clock="") for found in _DARK.finditer(text)]


def _candidates(text: str) -> list[Clock]:
    """All hours, also the bare numbers ("until 7", "2100") that only a range makes one."""
    clocks = [
        Clock(
            start=found.start(),
            end=found.end(),
            clock=f"{int(found[1]) % 24:02}:{found[2]}",
            is_open=True,
            is_of_24=True,
        )
        for found in _FOUR_DIGITS.finditer(text)
    ]
    for found in _find_hours(text):
        clock = _clock(found)
        if clock:
            end = found.start() + len(found[0].rstrip())
            clocks.append(Clock(start=found.start(), end=end, clock=clock[0], is_open=clock[1]))
    return clocks


def _find_hours(text: str) -> Iterator[re.Match[str]]:
    """The matches of the long pattern, tried only where an hour can begin."""
    done = 0
    for opening in _OPENING.finditer(text):
        found = _CLOCK.match(text, opening.start()) if opening.start() >= done else None
        if found:
            done = found.end()
            yield found


def _clock(found: re.Match[str]) -> tuple[str, bool] | None:
    if found["named"]:
        return ("00:00" if found["named"].lower() == "midnight" else "12:00"), False
    if found["hour4"]:
        return f"{int(found['hour4']) % 24:02}:{found['minute4']}", False
    word = found["hour"] or found["hour1"]
    hour = int(word) if word.isdigit() else TABLE["numbers"][word.lower()]
    minute, half = found["minute"] or "00", (found["half"] or "").lower() or _half(found["phrase"], hour)
    if hour > 24 or (half and hour > 12 and found["half"]):
        return None
    is_marked = bool(half or found["mark"] or found["sep"] in (":", "h"))
    if found["sep"] == "." and not half:
        is_marked = bool(found["mark"]) or bool(re.search(rf"\b{_ZONES}\b", found[0], re.I))
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    return f"{hour % 24:02}:{minute}", not is_marked


def _half(phrase: str | None, hour: int) -> str:
    """ "8 in the evening" is 20:00, "2 at night" is 02:00."""
    if not phrase:
        return ""
    if phrase.lower() == "night":
        return "a" if hour < 6 or hour == 12 else "p"
    return "a" if phrase.lower() == "morning" else "p"
