"""Date and time expressions of a sentence: "Police said on Thursday night that the curfew holds until 19 January".

In: a sentence or paragraph, the publication date, the last date that the article told. Out: each expression with its
offsets, the days it means, and which way it points. What cannot be resolved has `when` None; a number that is no date
("room 6", "the 6th floor", "2,000 people", "May" the verb) is not found. Knows language, knows nothing of claims.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum
from functools import cache

from reportedly.text import clocks
from reportedly.text.clocks import ClockRange, find_clock_ranges
from reportedly.text.date_words import PARTS, TABLE, words_pattern
from reportedly.text.forms import CALENDAR_FORMS
from reportedly.text.moments import Frame, Moment, Side, Unit, resolve
from reportedly.text.steps import STEP_FORMS
from reportedly.text.tense import side_of
from reportedly.when import When

__all__ = ["ClockRange", "Direction", "Kind", "Moment", "Side", "TimeMention", "find_clock_ranges", "find_times"]

_SIGHT = 60  # characters beside an expression that may belong to it
_LONG_AGO = timedelta(days=180)  # a crisis is reported day by day; what lies farther back is told for comparison


class Kind(StrEnum):
    DAY = "day"
    INTERVAL = "interval"
    MONTH = "month"
    YEAR = "year"
    CLOCK = "clock"  # an hour without a day
    PART_OF_DAY = "part_of_day"  # "overnight", "this morning"


class Direction(StrEnum):
    """What the word before the date makes of it: `when` is the day named, "until 19 January" is 19 January."""

    NONE = "none"
    SINCE = "since"
    UNTIL = "until"
    FROM = "from"
    BY = "by"
    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeMention:
    """A date or time as written, and what it means.

    `text` leaves out the preposition. `clock` is HH:MM of 24 hours. `side` is the way that the sentence points from the
    day of publication. `is_past_year` marks a time that lies clearly before this crisis ("since 1991", "last year").
    `moment` holds what the expression itself says.
    """

    start: int
    end: int
    text: str
    when: When | None
    kind: Kind
    clock: str | None
    direction: Direction
    side: Side
    is_past_year: bool
    moment: Moment


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    end: int
    moment: Moment


def find_times(
    text: str, *, published: When | None, anchor: When | None = None, is_over: bool = False
) -> tuple[TimeMention, ...]:
    """All dates and times of a sentence, in order.

    `anchor` is the last date that the same article told, for "two days later" and "the same day"; within the sentence
    each date told becomes the anchor of those after it. `is_over` where `published` is the day of a dateline that ended
    before the article came out.
    """
    mentions: list[TimeMention] = []
    told = None  # by this sentence itself
    for piece in _pieces(text):
        step = piece.moment.step
        mention = _mention(piece, text, published, told if step and step.is_of_clause else anchor, is_over=is_over)
        mentions.append(mention)
        if mention.when and mention.when.day and mention.direction in (Direction.NONE, Direction.AFTER):
            anchor = told = mention.when
    return tuple(_anchored(m, text, published, told) for m in mentions)


def _anchored(mention: TimeMention, text: str, published: When | None, told: When | None) -> TimeMention:
    """ "The day before, said a witness on Friday": counted from the day that the same sentence tells behind."""
    if mention.when is not None or told is None or not mention.moment.is_from_anchor:
        return mention
    return _mention(_Piece(mention.start, mention.end, mention.moment), text, published, told)


def _mention(
    piece: _Piece, text: str, published: When | None, anchor: When | None, *, is_over: bool = False
) -> TimeMention:
    moment = piece.moment
    direction = _direction(text[max(0, piece.start - _SIGHT) : piece.start])
    side = side_of(text, piece.start, piece.end, direction=direction.value)
    strict = direction is Direction.SINCE or (direction is Direction.UNTIL and side is Side.FUTURE)
    when = (
        resolve(moment, Frame(published, anchor, side, is_strict=strict, is_over=is_over)) if moment.is_dated else None
    )
    if direction is Direction.BY and when is not None and moment.part == "night" and when.last is not None:
        when = When.on(when.last)  # "by Saturday night 174 had been rescued", in an article of Saturday
    return TimeMention(
        start=piece.start,
        end=piece.end,
        text=text[piece.start : piece.end],
        when=when,
        kind=_kind(moment, when),
        clock=moment.clock,
        direction=direction,
        side=side,
        is_past_year=_is_past_year(moment, when, published),
        moment=moment,
    )


def _direction(before: str) -> Direction:
    for direction, pattern in _directions():
        if pattern.search(before):
            return direction
    return Direction.NONE


@cache
def _directions() -> tuple[tuple[Direction, re.Pattern[str]], ...]:
    names = ("until", "since", "before", "after", "by", "from")
    filler = r"(?:\s+(?:the|this|last|local time|early|late|around|about|at least|on|at|the end of))*\s*"
    return tuple((Direction(n), re.compile(rf"\b(?i:{words_pattern(TABLE['words'][n])}){filler}$")) for n in names)


def _kind(moment: Moment, when: When | None) -> Kind:
    step = moment.step
    if not moment.is_dated:
        return Kind.CLOCK if moment.clock else Kind.DAY
    if moment.last or moment.last_day or moment.last_year or moment.edge not in (None, "start", "end"):
        return Kind.INTERVAL
    if step and step.unit is Unit.DAY and moment.part and step.low in (-1, 0) and not step.from_anchor:
        return Kind.PART_OF_DAY
    if moment.edge:
        return Kind.DAY
    if step and not moment.month:
        whole = {Unit.MONTH: Kind.MONTH, Unit.YEAR: Kind.YEAR}.get(step.unit, Kind.INTERVAL)
        return Kind.DAY if step.unit is Unit.DAY and step.low == step.high else whole
    if moment.day or moment.weekday is not None:
        return Kind.DAY
    return Kind.MONTH if moment.month else Kind.YEAR


def _is_past_year(moment: Moment, when: When | None, published: When | None) -> bool:
    if moment.step and moment.step.unit in (Unit.YEAR, Unit.DECADE):
        return moment.step.high < 0
    if not when or not when.last or not published or not published.first:
        return False
    is_whole_year = moment.year is not None and moment.month is None
    return when.last < published.first - (timedelta(0) if is_whole_year else _LONG_AGO)


def _pieces(text: str) -> list[_Piece]:
    """The expressions as written, those that belong together joined: "at 6 p.m." and "Tuesday"."""
    atoms = sorted(_atoms(text), key=lambda piece: (piece.start, -piece.end))
    chosen: list[_Piece] = []
    for atom in atoms:
        if not chosen or atom.start >= chosen[-1].end:
            chosen.append(_widened(atom, text))
    for join in (_joined_day, _joined_stretch, _joined_clock):
        chosen = _reduced(chosen, text, join)
    return [_with_night(piece, text) for piece in chosen]


_FORMS = (*CALENDAR_FORMS, *STEP_FORMS)


def _atoms(text: str) -> Iterator[_Piece]:
    lowered = text.lower()
    seen: dict[re.Pattern[str], bool] = {}
    for pattern, read, sign in _FORMS:
        if sign not in seen:
            seen[sign] = sign.search(lowered) is not None
        for found in pattern.finditer(text) if seen[sign] else ():
            moment = read(found)
            if moment is not None:
                yield _Piece(found.start("it"), found.end("it"), moment)
    for clock in clocks.find_clocks(text):
        yield _Piece(clock.start, clock.end, Moment(clock=clock.clock))


_PART = r"(early hours(?: of the morning)?|small hours|morning|afternoon|evening|night)"
_PART_AFTER = re.compile(
    r"(?:['’]s)?,?\s+(?:(?:early|late|in\s+the|at)\s+)?(morning|afternoon|evening|night)s?\b(?!\s*-)"
)
_PART_BEFORE = re.compile(
    rf"\b(?:(?:in|on|during|at)\s+)?(?:the\s+)?(?:(?:early|late)\s+)?{_PART}\s+(?:hours\s+)?(?:of|on|(?P<to>(?:in)?to))\s+(?:the\s+)?$",
    re.I,
)
_EDGE_BEFORE = re.compile(
    rf"\b(?:the\s+)?({words_pattern(TABLE['edges'])})(?:[\s-]+|(?<=-))(?:of\s+)?(?:the\s+)?$", re.I
)


def _widened(piece: _Piece, text: str) -> _Piece:
    """With the part of day and the edge that stand beside it: "early on Thursday", "Thursday night", "late January"."""
    moment, start, end = piece.moment, piece.start, piece.end
    is_long = moment.weekday is None and moment.day is None and not (moment.step and moment.step.unit is Unit.DAY)
    if moment.is_dated and is_long and (edge := _EDGE_BEFORE.search(text, max(0, start - _SIGHT), start)):
        start, moment = edge.start(), replace(moment, edge=TABLE["edges"][" ".join(edge[1].lower().split())])
    if moment.is_dated and moment.part is None:
        if after := _PART_AFTER.match(text, end):
            end, moment = after.end(), replace(moment, part=PARTS[after[1].lower()])
        elif before := _PART_BEFORE.search(text, max(0, start - _SIGHT), start):
            part = PARTS[" ".join(before[1].lower().split())]
            start, moment = (
                before.start(),
                replace(moment, part=part, is_night_to=part == "night" and before["to"] is not None),
            )
    return _Piece(start, end, moment)


_NIGHT_FROM = re.compile(
    r"\b(?:(?:in|on|during|over)\s+)?the\s+night\s+(?:from|of|between)\s+(?:the\s+)?$", re.IGNORECASE
)


def _with_night(piece: _Piece, text: str) -> _Piece:
    """ "In the night from Thursday to Friday": one night, and not from a day on."""
    before = _NIGHT_FROM.search(text, max(0, piece.start - _SIGHT), piece.start) if piece.moment.last else None
    return _Piece(before.start(), piece.end, replace(piece.moment, part="night")) if before else piece


def _reduced(
    pieces: list[_Piece], text: str, join: Callable[[_Piece, _Piece, str, str], Moment | None]
) -> list[_Piece]:
    """Neighbours joined, from the left, where `join` gives a moment for the two."""
    joined: list[_Piece] = []
    for piece in pieces:
        left = joined[-1] if joined else None
        gap = text[left.end : piece.start] if left else ""
        before = text[max(0, left.start - _SIGHT) : left.start] if left else ""
        moment = join(left, piece, gap, before) if left and len(gap) <= _SIGHT and "\n" not in gap else None
        if left and moment:
            joined[-1] = _Piece(left.start, piece.end, moment)
        else:
            joined.append(piece)
    return joined


_SAME_DAY = re.compile(r"\s*[,(]?\s*(?:is )?(?:the )?(?:of |on )?(?:the )?\s*|\s*[,(]\s*(?:that is|i\.e\.),?\s*")
_TO = re.compile(r"\s*(?:to|until|till|through|–|-|—|and up to|up to|to the|until the)\s*(?:the )?\s*")
_AND = re.compile(r"\s*(?:and|and on|and the|and on the)\s*")
_BETWEEN = re.compile(r"\bbetween(?: the)?\s*$", re.IGNORECASE)
_INTO = re.compile(r"\s+(?:in)?to\s+(?:the\s+)?")
_AT = re.compile(
    r"\s*,?\s*(?:\(local time\),?\s*)?"
    r"(?:on|at|at around|at about|around|about|shortly before|shortly after|just after|from|by|of)?"
    r"\s*(?:the )?\s*(?:local time\)?,?\s*)?(?:on\s+)?"
)


def _joined_day(left: _Piece, right: _Piece, gap: str, before: str) -> Moment | None:
    """One day said twice: "Thursday, 6 January 2022", "yesterday (Wednesday)", "Monday of last week"."""
    a, b = left.moment, right.moment
    is_night = a.step is not None and a.step.low < a.step.high == 0 and a.part == "night"
    if is_night and (b.weekday is not None or b.day is not None) and b.step is None and _INTO.fullmatch(gap):
        return replace(b, part="night", is_night_to=True)  # "overnight into Friday"
    if not (a.is_dated and b.is_dated and _SAME_DAY.fullmatch(gap)):
        return None
    if (
        a.month is not None
        and a.year is None
        and a.step is None
        and b.step
        and b.step.unit is Unit.YEAR
        and not b.month
    ):
        return replace(a, step=b.step) if b.step.low == b.step.high else None  # "in April last year"
    if a.weekday is not None and a.day is None and b.weekday is None:
        if (b.step and b.step.unit is Unit.WEEK) or b.day is not None:
            return replace(b, weekday=a.weekday, step=b.step or a.step, part=a.part or b.part)
        return None
    if a.step and a.step.unit is Unit.WEEK and b.weekday is not None and b.day is None and b.step is None:
        return replace(a, weekday=b.weekday, part=b.part)
    if a.step and a.step.low < a.step.high == 0 and a.part and b.weekday is not None and b.day is None:
        return replace(b, part=b.part or a.part)  # "overnight Thursday"
    if a.step and a.step.unit is Unit.DAY and (b.weekday is not None or b.day is not None) and b.step is None:
        return replace(b, step=a.step, part=a.part or b.part)
    if a.day is not None and not a.step and b.step and b.step.unit is Unit.DAY and b.step.low == 0 == b.step.high:
        return replace(a, step=b.step)
    if a.weekday is None and a.day is not None and b.weekday is not None and b.day is None and "(" in gap:
        return replace(a, weekday=b.weekday)
    return None


def _joined_stretch(left: _Piece, right: _Piece, gap: str, before: str) -> Moment | None:
    """ "from Monday to Friday", "between 28 December and 3 January", "6 January and 7 January"."""
    a, b = left.moment, right.moment
    if a.last or b.last or not (a.is_dated and b.is_dated) or b.step or (a.step and a.step.unit is not Unit.DAY):
        return None
    if _TO.fullmatch(gap) or (_AND.fullmatch(gap) and _BETWEEN.search(before)):
        return replace(_filled(a, b), last=b)
    if _AND.fullmatch(gap) and _follows(a, b):
        return replace(_filled(a, b), last=b)
    return None


def _filled(first: Moment, last: Moment) -> Moment:
    """The first day of a stretch with the year and month that only its last day names."""
    if first.day is None or first.step:
        return first
    if first.month is None:
        return replace(first, month=last.month, year=last.year)
    if first.year is None and last.year is not None and last.month:
        return replace(first, year=last.year - (first.month > last.month))
    return first


def _follows(first: Moment, last: Moment) -> bool:
    """Whether the second is the day after the first: Monday and Tuesday, 6 and 7 January."""
    if first.day is not None and last.day is not None:
        same_month = first.month in (None, last.month) or last.month is None
        return (last.day - first.day == 1 and same_month) or (last.day == 1 and first.day >= 28)
    if first.weekday is not None and last.weekday is not None and first.day is None and last.day is None:
        return (last.weekday - first.weekday) % 7 == 1
    return False


def _joined_clock(left: _Piece, right: _Piece, gap: str, before: str) -> Moment | None:
    """An hour and its day: "6 p.m. Tuesday", "Tuesday at 04:15 local time"."""
    a, b = left.moment, right.moment
    if a.is_dated == b.is_dated or not _AT.fullmatch(gap):
        return None
    dated, hour = (a, b) if a.is_dated else (b, a)
    if not hour.clock or dated.clock or dated.last:
        return None
    return replace(dated, clock=clocks.in_part(hour.clock, dated.part))
