"""The written forms of dates that count from another: "yesterday", "three days ago", "the next day", "last week".

Counted from the day of publication, or, as "two days later" and "the same night", from the last date that the article
told. "The sixth day of protests" is a day, but which one depends on when they began.
"""

import re

from reportedly.text.date_words import (
    COUNT,
    FEW,
    MONTH,
    ORDINAL,
    ORDINALS,
    PART,
    PARTS,
    TABLE,
    UNIT,
    any_sign,
    around,
    form,
    number_of,
    words_pattern,
)
from reportedly.text.moments import Moment, Step, Unit

_UNITS = {"hour": (Unit.DAY, 0), "day": (Unit.DAY, 1), "night": (Unit.DAY, 1), "week": (Unit.DAY, 7)}
_UNITS["fortnight"] = (Unit.DAY, 14)
_UNITS |= {"month": (Unit.MONTH, 1), "year": (Unit.YEAR, 1), "decade": (Unit.YEAR, 10)}


def _spoken(found: re.Match[str]) -> Moment | None:
    word = " ".join(found["it"].lower().split())
    before, _ = around(found)
    if found["it"][:1].isupper() and re.search(r"\b[A-Z][\w.]*\s+$", before) and not found["it"].isupper():
        return None  # Russia Today
    days = TABLE["spoken_days"][word]
    return Moment(step=Step(days, days, Unit.DAY), part="night" if word == "tonight" else None)


def _part_of_day(found: re.Match[str]) -> Moment | None:
    """ "this morning", "last night"; overnight is told from both sides of midnight."""
    word = " ".join(found["it"].lower().split())
    if word.startswith("over"):
        return Moment(step=Step(-1, 0, Unit.DAY), part="night")
    day = -1 if word.startswith("last") else 0
    return Moment(step=Step(day, day, Unit.DAY), part=PARTS[word.split()[-1]])


def _steps(found: re.Match[str]) -> Moment | None:
    """ "three days ago", "two days later", "several weeks earlier": exact in days, the whole month or year in those.

    "on Friday, two days after he resigned" is the day of what follows: he resigned on Wednesday.
    """
    low, high = (3, 9) if found["few"] else (number_of(found["count"]) or 0,) * 2
    unit_word, way = found["unit"].lower().removesuffix("s"), found["way"].lower()
    unit, size = _UNITS[unit_word]
    if unit_word == "hour":
        low, high, size = low // 24, high // 24, 1
    is_vague = bool(found["few"]) or unit_word in {"week", "fortnight"}
    is_of_clause = way in ("after", "before") and re.match(r"\s+[\w“\"]", around(found)[1]) is not None
    is_later = (way in ("later", "after", "afterwards")) != is_of_clause
    first, last = sorted(count * size * (1 if is_later else -1) for count in (low, high))
    return Moment(step=Step(first, last, unit, way not in {"ago", "back"}, is_vague, is_of_clause))


def _since_then(found: re.Match[str]) -> Moment | None:
    """ "It is a week since the stabbings", "a month on from the flood": the day of what follows, counted from today."""
    count, unit_word = number_of(found["count"]) or 0, found["unit"].lower().removesuffix("s")
    unit, size = _UNITS[unit_word]
    if unit_word == "hour" or not count:
        return None
    return Moment(step=Step(-count * size, -count * size, unit, is_of_clause=True))


def _past_stretch(found: re.Match[str]) -> Moment | None:
    """ "in the past three days", "over the last 48 hours": up to the day of publication."""
    unit_word = found["unit"].lower().removesuffix("s")
    unit, size = _UNITS[unit_word]
    count = number_of(found["count"]) or (1 if not found["few"] else 9)
    if unit_word == "hour":
        count, size = -(-count // 24), 1
    if unit is not Unit.DAY:
        return Moment(step=Step(-count * size, 0, unit))
    return Moment(step=Step(-count * size, 0, Unit.DAY, is_approximate=bool(found["few"])))


def _unit_word(found: re.Match[str]) -> Moment | None:
    """ "last week", "this month", "next year", "over the weekend"."""
    order = (found["order"] or "this").lower()
    unit = Unit(found["unit"].lower())
    count = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "following": 1}.get(order, 0)
    return Moment(step=Step(count, count, unit, order in ("previous", "following")))


def _anchored_day(found: re.Match[str]) -> Moment | None:
    """ "the same day", "the next morning", "the previous night": counted from the last date told."""
    word = found["order"].lower().split()[-1]
    day = {"next": 1, "following": 1, "previous": -1, "preceding": -1}.get(word, 0)
    part = PARTS.get(found["part"].lower())
    return Moment(step=Step(day, day, Unit.DAY, from_anchor=True), part=part)


def _day_before(found: re.Match[str]) -> Moment | None:
    """ "the day before", "the night before": counted from the last date told."""
    day = -1 if found["way"].lower() in ("before", "earlier") else 1
    return Moment(step=Step(day, day, Unit.DAY, from_anchor=True), part=PARTS.get(found["part"].lower()))


def _nth_day(found: re.Match[str]) -> Moment | None:
    """ "the sixth day of protests": a day, but which one depends on when they began."""
    return Moment()


_NO_ORDER = r"(?P<order>(?!))?"
_SAME = (
    r"(?:on\s+)?(?:the|that)\s+(?:very\s+)?same|the\s+(?:next|following|previous|preceding)|that\s+very|that|same|next"
)
_ROW = r"(?:(?:straight|consecutive|successive|running)\s+)?"
_UNIT_SIGN = any_sign("hour", "day", "night", "week", "month", "year", "decade")
_PART_SIGN = any_sign("night", "morning", "afternoon", "evening", "dawn", "noon", "midday", "lunchtime")

STEP_FORMS = (
    form(rf"(?P<it>\b(?i:{words_pattern(TABLE['spoken_days'])})\b)", _spoken, any_sign("day", "tomorrow", "tonight")),
    form(
        rf"(?P<it>\b(?i:overnight|(?:this|last)\s+{PART}|this\s+(?:dawn|noon|midday|lunchtime))\b)",
        _part_of_day,
        _PART_SIGN,
    ),
    form(
        rf"(?P<it>\b(?i:(?:(?P<few>{FEW})|(?P<count>{COUNT}))\s+{UNIT}\s+"
        r"(?P<way>ago|back(?!\s+(?:to|in|at|on|from|into))|later|earlier|before|afterwards|after)))\b",
        _steps,
        any_sign("ago", "back", "later", "earlier", "before", "after"),
    ),
    form(
        r"(?P<it>\b(?i:(?:in|over|during|within|for|through)\s+(?:the\s+)?(?:past|last|previous)\s+"
        rf"(?:(?P<few>few|several|couple of)\s+|(?P<count>{COUNT})\s+)?{UNIT}))\b",
        _past_stretch,
        any_sign("past", "last", "previous"),
    ),
    form(
        rf"(?P<it>\b(?i:(?:(?<=\bis\s)|(?<=\bbeen\s)|(?<=\bwas\s))(?:now\s+)?(?:exactly\s+|just\s+)?(?P<count>{COUNT})\s+{UNIT}"
        r"\s+since))\b(?=\s+(?:the|an?|his|her|its|their)\b)",
        _since_then,
        "since",
    ),
    form(rf"(?P<it>\b(?i:(?P<count>{COUNT})\s+{UNIT}\s+on(?:\s+from|\s*,\s*after)))\b", _since_then, r"\bon\b"),
    form(r"(?P<it>\b(?i:(?P<few>recent)\s+(?P<unit>days|weeks)))\b(?P<count>(?!))?", _past_stretch, "recent"),
    form(
        r"(?P<it>\b(?i:(?P<order>last|this|next|previous|following|coming)\s+"
        r"(?P<unit>weekend|week|month|year|decade)))\b",
        _unit_word,
        _UNIT_SIGN,
    ),
    form(rf"(?P<it>\b(?i:the\s+(?P<unit>weekend)))\b{_NO_ORDER}", _unit_word, "weekend"),
    form(
        r"\b(?i:end\s+of|earlier\s+in|later\s+in|middle\s+of)\s+"
        rf"(?P<it>(?i:the\s+(?P<unit>week|month|year)))\b{_NO_ORDER}",
        _unit_word,
        _UNIT_SIGN,
    ),
    form(
        rf"(?P<it>\b(?i:(?P<order>{_SAME})\s+(?P<part>day|morning|afternoon|evening|night)))\b(?!-)",
        _anchored_day,
        any_sign(_UNIT_SIGN, _PART_SIGN),
    ),
    form(r"(?P<order>(?i:earlier|later)\s+in\s+)(?P<it>(?i:the\s+(?P<part>day)))\b", _anchored_day, "day"),
    form(
        r"(?P<it>\b(?i:(?:the|a)\s+(?P<part>day|night|evening)\s+(?P<way>before|after|earlier|later)))"
        r"(?=\s*(?:[,.;:)]|$|(?:in|at|near|off|by|and)\b))",
        _day_before,
        any_sign("day", "night", "evening"),
    ),
    form(
        rf"(?P<it>\b(?i:(?:the|a|its|their)\s+(?:{ORDINAL}|{words_pattern(ORDINALS)})\s+{_ROW}(?:day|night)))\b"
        rf"(?!\s+of\s+{MONTH})",
        _nth_day,
        any_sign("day", "night"),
    ),
)
