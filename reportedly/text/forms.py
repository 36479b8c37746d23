"""The written forms of single dates, as small regular expressions: "6 January 2022", "the 8th", "three days ago".

Each form is a pattern with a group `it` (what is quoted as the date) and a reader that turns a match into a `Moment`, or
into None where the number is no date after all. Word lists are in lexicon/en/dates.toml.
"""

import re
from collections.abc import Callable, Iterable
from typing import Any

from reportedly.lexicon import load
from reportedly.text.moments import Moment, Step, Unit

type Reader = Callable[[re.Match[str]], Moment | None]

TABLE: dict[str, Any] = load("en/dates")
PARTS: dict[str, str] = TABLE["parts"]
_WORDS: dict[str, list[str]] = TABLE["words"]
_MONTHS: dict[str, int] = TABLE["months"]
_WEEKDAYS: dict[str, int] = TABLE["weekdays"]
_ORDINALS: dict[str, int] = TABLE["ordinals"]


def words_pattern(words: Iterable[str]) -> str:
    """One group that matches any of the words, the longest first, with any white space between their parts."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(r"\s+".join(map(re.escape, word.split())) for word in ordered) + ")"


def _any_case(words: Iterable[str], *, lower: bool = True) -> str:
    """The words with a capital, in capitals, and (for those that are nothing else) in small letters."""
    forms = [form for word in words for form in (word.capitalize(), word.upper(), *([word] if lower else []))]
    return words_pattern(forms)


_FULL_DAYS = [name for name in _WEEKDAYS if name.endswith("day")]
_SHORT_DAYS = [name for name in _WEEKDAYS if not name.endswith("day")]
_PLAIN_MONTHS = [m for m in _MONTHS if m not in _WORDS["ambiguous_months"]]
_FULL_MONTHS = [name for name in _MONTHS if len(name) > 4 or name in ("may", "june", "july")]
_MONTH = (
    rf"(?P<month>\b(?:{_any_case(_PLAIN_MONTHS)}|{_any_case(_WORDS['ambiguous_months'], lower=False)})\b"
    rf"(?:(?i:(?<!{')(?<!'.join(sorted(_FULL_MONTHS))}))\.)?)"
)
_SIGHT = 60  # characters beside a date that may say what it is
_NUMBER_ENDS = r"(?!\d|[.,:/]\d|\s?%|-\d{3}|-\d+-)"
_DIGIT_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_LAST_NUMERAL = rf"(?<![\d.,:/$€£]){_DIGIT_DAY}(?:\s?(?:st|nd|rd|th|ST|ND|RD|TH)\b)?{_NUMBER_ENDS}"
_NUMERAL = rf"(?<!-){_LAST_NUMERAL}"
_ORDINAL = rf"{_DIGIT_DAY}(?:st|nd|rd|th)\b"
_YEAR = r"(?:1[5-9]|20|21)\d\d(?!\d|[.,]\d|-\d\d?(?!\d)(?!-))"
_RANGE = r"\s*(?:-|–|—|to|and|until|till|through|or|/)\s*(?:the\s+)?"
_COUNT = rf"(?:\d{{1,3}}|{words_pattern(TABLE['numbers'])})"
_FEW = r"(?:a\s+few|several|some|the\s+last\s+few)"
_UNIT = r"(?P<unit>hours?|days?|nights?|weeks?|months?|years?|decades?)"
_PART = r"(?:morning|afternoon|evening|night)"

PART_AFTER = re.compile(
    r"(?:'s|’s)?,?\s+(?:(?:early|late|in\s+the|at)\s+)?(morning|afternoon|evening|night)s?\b(?!\s*-)"
)
PART_BEFORE = re.compile(
    r"\b(?:(?:in|on|during|at)\s+)?(?:the\s+)?(?:(?:early|late)\s+)?"
    r"(early hours(?: of the morning)?|small hours|morning|afternoon|evening|night)\s+(?:hours\s+)?(?:of|on|to)\s+(?:the\s+)?$",
    re.I,
)
EDGE_BEFORE = re.compile(
    rf"\b(?:the\s+)?({words_pattern(TABLE['edges'])})(?:[\s-]+|(?<=-))(?:of\s+)?(?:the\s+)?$", re.I
)


def _number(text: str | None) -> int | None:
    """A day, count or ordinal in digits or in words."""
    if not text:
        return None
    word = " ".join(text.lower().split())
    digits = re.match(r"\d+", word)
    return int(digits[0]) if digits else TABLE["numbers"].get(word) or _ORDINALS.get(word)


def _month_of(text: str) -> int:
    return _MONTHS[text.rstrip(".").lower()]


def _around(found: re.Match[str]) -> tuple[str, str]:
    """What stands right before and after the date, as far as a reader's eye goes."""
    start, end = found.start("it"), found.end()
    return found.string[max(0, start - _SIGHT) : start], found.string[end : end + _SIGHT]


def _is_in_month(month: int, day: int) -> bool:
    return 1 <= day <= (29 if month == 2 else 30 if month in (4, 6, 9, 11) else 31)


def _day_and_month(found: re.Match[str]) -> Moment | None:
    month, day, last = _month_of(found["month"]), _number(found["day"]), _number(found["last"])
    if day is None or not _is_in_month(month, day) or (last is not None and last <= day):
        return None
    year = found["year"]
    return Moment(year=int(year) if year else None, month=month, day=day, last_day=last)


def _month_first(found: re.Match[str]) -> Moment | None:
    """ "In May 18 people died" names a month and a count: after "in", and before a small word, no day."""
    before, after = _around(found)
    if re.search(r"\b[Ii]n\s+$", before) and re.match(r"\s+[a-z]", after) and not found["year"]:
        return None
    return _day_and_month(found)


def _month_only(found: re.Match[str]) -> Moment | None:
    year, order = found["year"], found["order"]
    return Moment(
        year=int(year) if year else None, month=_month_of(found["month"]), order=order.lower() if order else None
    )


def _iso(found: re.Match[str]) -> Moment | None:
    month, day = int(found["m"]), int(found["d"])
    return (
        Moment(year=int(found["y"]), month=month, day=day) if month <= 12 and _is_in_month(month, day) else None
    )


def _numeric(found: re.Match[str]) -> Moment | None:
    """06.01.2022 is day first; 6/1/2022 is decided only where one number is no month, or both are equal."""
    a, b, year = int(found["a"]), int(found["b"]), int(found["year"])
    if (found["sep"] == "." and b <= 12) or a > 12 or a == b:
        day, month = a, b
    elif b > 12:
        day, month = b, a
    else:
        return Moment(year=year, month=a, day=b, is_either_order=True)
    return Moment(year=year, month=month, day=day) if month <= 12 and _is_in_month(month, day) else None


def _bare_ordinal(found: re.Match[str]) -> Moment | None:
    """ "on the 8th, the ministry said" is a day, "on the 6th floor" is none."""
    _, rest = _around(found)
    follower = re.match(r"[\s-]*(\w+)", rest)
    is_free = re.match(r"\s*(?:[.,;:!?)”\"’\]—–]|\(|$)", rest)
    word = follower[1] if follower else ""
    opens = re.match(r"\s*(?:On|Since|By|From|Until|[a-z]+\s+of)\b", found[0])
    is_noun = word.lower().rstrip("s") in _WORDS["ordinal_nouns"] or word.lower() in _WORDS["ordinal_nouns"]
    fits = is_free or word in _WORDS["after_ordinal"] or (opens and word.islower()) or word in PARTS
    if (is_noun and word not in PARTS and not is_free) or not fits:
        return None
    if word in ("of",):
        return None
    day, last = _number(found["day"]), _number(found["last"])
    return None if day is None or day > 31 or (last and last <= day) else Moment(day=day, last_day=last)


def _weekday(found: re.Match[str]) -> Moment | None:
    before, after = _around(found)
    if re.search(rf"(?i:\b{words_pattern(_WORDS['weekday_before_no'])})\s+$", before):
        return None
    if re.match(rf"\s+(?i:{words_pattern(_WORDS['weekday_after_no'])})\b", after) and after.lstrip()[:1].isupper():
        return None
    order = found["order"].lower() if found["order"] else None
    weekday = _WEEKDAYS[found["weekday"].lower()]
    plain = {"coming": "next", "past": "last", "preceding": "previous"}
    return Moment(weekday=weekday, order=plain.get(order, order) if order else None)


def _short_weekday(found: re.Match[str]) -> Moment | None:
    return Moment(weekday=_WEEKDAYS[found["weekday"].lower()])


def _spoken(found: re.Match[str]) -> Moment | None:
    word = " ".join(found["it"].lower().split())
    before, _ = _around(found)
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


_UNITS = {"hour": (Unit.DAY, 0), "day": (Unit.DAY, 1), "night": (Unit.DAY, 1), "week": (Unit.DAY, 7)}
_UNITS |= {"month": (Unit.MONTH, 1), "year": (Unit.YEAR, 1), "decade": (Unit.YEAR, 10)}


def _steps(found: re.Match[str]) -> Moment | None:
    """ "three days ago", "two days later", "several weeks earlier": exact in days, the whole month or year in those.

    "on Friday, two days after he resigned" is the day of what follows: he resigned on Wednesday.
    """
    low, high = (3, 9) if found["few"] else (_number(found["count"]) or 0,) * 2
    unit_word, way = found["unit"].lower().removesuffix("s"), found["way"].lower()
    unit, size = _UNITS[unit_word]
    if unit_word == "hour":
        low, high, size = low // 24, high // 24, 1
    is_vague = bool(found["few"]) or unit_word == "week"
    is_of_clause = way in ("after", "before") and re.match(r"\s+[\w“\"]", _around(found)[1]) is not None
    is_later = (way in ("later", "after", "afterwards")) != is_of_clause
    first, last = sorted((count * size * (1 if is_later else -1) for count in (low, high)))
    return Moment(step=Step(first, last, unit, way != "ago", is_vague, is_of_clause))


def _past_stretch(found: re.Match[str]) -> Moment | None:
    """ "in the past three days", "over the last 48 hours": up to the day of publication."""
    unit_word = found["unit"].lower().removesuffix("s")
    unit, size = _UNITS[unit_word]
    count = _number(found["count"]) or (1 if not found["few"] else 9)
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
    day = -1 if found["way"].lower() in ("before", "earlier") else 1
    return Moment(step=Step(day, day, Unit.DAY, from_anchor=True))


def _nth_day(found: re.Match[str]) -> Moment | None:
    """ "the sixth day of protests": a day, but which one depends on when they began."""
    return Moment()


def _year(found: re.Match[str]) -> Moment | None:
    before, after = _around(found)
    if re.match(rf"\s+(?i:{words_pattern(_WORDS['counted'])})\b", after):
        return None
    if re.search(rf"\b(?i:{words_pattern(_WORDS['count_lead'])})\s+of\s+$", before):
        return None
    last = found["last"]
    return Moment(year=int(found["year"]), last_year=int(last) if last and last > found["year"] else None)


def _decade(found: re.Match[str]) -> Moment | None:
    year = int(found["year"])
    return Moment(year=year, last_year=year + 9)


def _holiday(found: re.Match[str]) -> Moment | None:
    name = " ".join(found["it"].lower().replace("’", "'").split())
    month, day = map(int, TABLE["holidays"][name].split("-"))
    return Moment(month=month, day=day, year=int(found["year"]) if found["year"] else None)


_TAIL_YEAR = rf"(?:,?\s+(?:of\s+)?(?P<year>{_YEAR}))?"
_BEFORE_MONTH = words_pattern([*_WORDS["month_lead"], *_WORDS["month_lead_safe"]])
_BEFORE_AMBIGUOUS = words_pattern(_WORDS["month_lead"])

_FORMS: tuple[tuple[str, Reader], ...] = (
    (r"(?<![\d-])(?P<it>(?P<y>(?:1[5-9]|20|21)\d\d)(?P<s>[-/.])(?P<m>\d\d?)(?P=s)(?P<d>\d\d?))(?=T\d|(?![\d-]))", _iso),
    (rf"(?<![\d./-])(?P<it>(?P<a>\d{{1,2}})(?P<sep>[./-])(?P<b>\d{{1,2}})(?P=sep)(?P<year>{_YEAR}))", _numeric),
    (
        rf"(?P<it>(?:\b(?i:the)\s+)?(?P<day>{_NUMERAL}|\b{words_pattern(_ORDINALS)}\b)(?:{_RANGE}(?P<last>{_LAST_NUMERAL}))?\.?"
        rf"(?:\s+day)?\s*(?:of\s+)?{_MONTH}{_TAIL_YEAR})",
        _day_and_month,
    ),
    (
        rf"(?P<it>{_MONTH}\s+(?:the\s+)?(?P<day>{_NUMERAL})(?:{_RANGE}(?P<last>{_LAST_NUMERAL}))?(?!\s+(?:january|february))"
        rf"{_TAIL_YEAR})",
        _month_first,
    ),
    (rf"(?P<order>(?!))?(?P<it>{_MONTH},?\s+(?:of\s+)?(?P<year>{_YEAR}))", _month_only),
    (
        rf"\b(?i:{_BEFORE_MONTH})[\s-]+(?P<it>(?:(?P<order>(?i:last|next|this))\s+)?(?P<month>{_any_case(_PLAIN_MONTHS)}))\b"
        rf"(?P<year>(?!))?",
        _month_only,
    ),
    (
        rf"\b(?i:{_BEFORE_AMBIGUOUS})[\s-]+(?P<it>(?:(?P<order>(?i:last|next|this))\s+)?"
        rf"(?P<month>{_any_case(_WORDS['ambiguous_months'], lower=False)}))\b(?P<year>(?!))?",
        _month_only,
    ),
    (
        rf"(?P<it>\b(?P<order>(?i:last|next|this))\s+(?P<month>{_any_case(_PLAIN_MONTHS)}))\b(?P<year>(?!))?",
        _month_only,
    ),
    (
        rf"\b(?i:on|since|until|till|from|by|to|between|and|through|before|after|as of|(?:morning|afternoon|evening|night|hours)\s+of)"
        rf"\s+(?P<it>(?:the\s+)?(?P<day>{_ORDINAL})(?:{_RANGE}(?P<last>{_ORDINAL}))?)",
        _bare_ordinal,
    ),
    (rf"(?P<it>\bthe\s+(?P<day>{_ORDINAL}))(?=\s*\(local time\))(?P<last>(?!))?", _bare_ordinal),
    (
        rf"(?P<it>\b(?:(?P<order>(?i:last|next|this|coming|past|following|previous|preceding))\s+)?(?P<weekday>{_any_case(_FULL_DAYS)}))\b",
        _weekday,
    ),
    (
        rf"(?P<it>\b(?P<weekday>{_any_case(_SHORT_DAYS, lower=False)})\.?)(?=,?\s+(?:{_NUMERAL}|{_MONTH}))",
        _short_weekday,
    ),
    (rf"(?P<it>\b(?i:{words_pattern(TABLE['spoken_days'])})\b)", _spoken),
    (rf"(?P<it>\b(?i:overnight|(?:this|last)\s+{_PART}|this\s+(?:dawn|noon|midday|lunchtime))\b)", _part_of_day),
    (
        rf"(?P<it>\b(?i:(?:(?P<few>{_FEW})|(?P<count>{_COUNT}))\s+{_UNIT}\s+(?P<way>ago|later|earlier|before|afterwards|after)))\b",
        _steps,
    ),
    (
        rf"(?P<it>\b(?i:(?:in|over|during|within|for|through)\s+(?:the\s+)?(?:past|last|previous)\s+"
        rf"(?:(?P<few>few|several|couple of)\s+|(?P<count>{_COUNT})\s+)?(?P<unit>hours?|days?|weeks?|months?|years?)))\b",
        _past_stretch,
    ),
    (r"(?P<it>\b(?i:(?P<few>recent)\s+(?P<unit>days|weeks)))\b(?P<count>(?!))?", _past_stretch),
    (
        r"(?P<it>\b(?i:(?P<order>last|this|next|previous|following|coming)\s+(?P<unit>weekend|week|month|year|decade)))\b",
        _unit_word,
    ),
    (r"(?P<it>\b(?i:the\s+(?P<unit>weekend)))\b(?P<order>(?!))?", _unit_word),
    (
        r"\b(?i:end\s+of|earlier\s+in|later\s+in|middle\s+of)\s+(?P<it>(?i:the\s+(?P<unit>week|month|year)))\b(?P<order>(?!))?",
        _unit_word,
    ),
    (
        r"(?P<it>\b(?i:(?P<order>(?:on\s+)?(?:the|that)\s+(?:very\s+)?same|the\s+next|the\s+following|the\s+previous|the\s+preceding|that\s+very|that|same|next)"
        r"\s+(?P<part>day|morning|afternoon|evening|night)))\b(?!-)",
        _anchored_day,
    ),
    (r"(?P<order>(?i:earlier|later)\s+in\s+)(?P<it>(?i:the\s+(?P<part>day)))\b", _anchored_day),
    (r"(?P<it>\b(?i:(?:the|a)\s+day\s+(?P<way>before|after|earlier|later)))(?=\s*(?:[,.;:)]|$))", _day_before),
    (
        rf"(?P<it>\b(?i:(?:the|a|its|their)\s+(?:{_ORDINAL}|{words_pattern(_ORDINALS)})\s+(?:(?:straight|consecutive|successive|running)\s+)?(?:day|night)))\b(?!\s+of\s+{_MONTH})",
        _nth_day,
    ),
    (
        rf"\b(?i:{words_pattern(_WORDS['year_lead'])}|\()[\s-]*(?P<it>(?P<year>{_YEAR})(?:\s*(?:-|–|to|and)\s*(?P<last>{_YEAR}))?)(?![\w-])",
        _year,
    ),
    (
        rf"\b(?i:{words_pattern(_WORDS['year_article'])})\s+(?P<it>(?P<year>{_YEAR}))(?=\s+[a-zA-Z])(?P<last>(?!))?",
        _year,
    ),
    (r"(?P<it>\b(?P<year>(?:1[5-9]|20)\d0)(?:'|’)?s)\b", _decade),
    (rf"(?P<it>\b(?i:{words_pattern(TABLE['holidays'])})\b{_TAIL_YEAR})", _holiday),
)
ATOMS: tuple[tuple[re.Pattern[str], Reader], ...] = tuple((re.compile(form), read) for form, read in _FORMS)
