"""The written forms of calendar dates: "6 January 2022", "the 8th", "Thursday", "since 1991".

Each reader turns a match into a `Moment`, or into None where the number is no date after all: "the 6th floor", "a total
of 2019 people", "Bloody Sunday".
"""

import re

from reportedly.text.date_words import (
    DIGIT_DAY,
    DIGITS,
    FULL_DAYS,
    LAST_NUMERAL,
    MONTH,
    MONTH_SIGN,
    MONTHS,
    NUMERAL,
    ORDINAL,
    ORDINAL_SIGN,
    ORDINALS,
    PARTS,
    PLAIN_MONTHS,
    RANGE,
    SHORT_DAYS,
    TABLE,
    WEEKDAYS,
    WORDS,
    YEAR,
    YEAR_SIGN,
    any_case,
    any_sign,
    around,
    form,
    number_of,
    words_pattern,
)
from reportedly.text.moments import Moment


def _month_of(text: str) -> int:
    return MONTHS[text.rstrip(".").lower()]


def _is_in_month(month: int, day: int) -> bool:
    return 1 <= day <= (29 if month == 2 else 30 if month in (4, 6, 9, 11) else 31)


def _day_and_month(found: re.Match[str]) -> Moment | None:
    month, day, last = _month_of(found["month"]), number_of(found["day"]), number_of(found["last"])
    if day is None or not _is_in_month(month, day) or (last is not None and last <= day):
        return None
    year = found["year"]
    return Moment(year=int(year) if year else None, month=month, day=day, last_day=last)


def _month_first(found: re.Match[str]) -> Moment | None:
    """ "In May 18 people died" names a month and a count: after "in", and before a small word, no day."""
    before, after = around(found)
    if re.search(r"\b[Ii]n\s+$", before) and re.match(r"\s+[a-z]", after) and not found["year"]:
        return _day_and_month(found) if _BEHIND_DAY.match(after) else None  # "in August 4 afternoon"
    return _day_and_month(found)


_BEHIND_DAY = re.compile(rf"\s+(?:(?:early|late)\s+)?{words_pattern([*PARTS, *WORDS['behind_day']])}\b")


def _month_only(found: re.Match[str]) -> Moment | None:
    year, order = found["year"], found["order"]
    return Moment(
        year=int(year) if year else None, month=_month_of(found["month"]), order=order.lower() if order else None
    )


def _iso(found: re.Match[str]) -> Moment | None:
    month, day = int(found["m"]), int(found["d"])
    return Moment(year=int(found["y"]), month=month, day=day) if month <= 12 and _is_in_month(month, day) else None


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
    _, rest = around(found)
    follower = re.match(r"[\s-]*(\w+)", rest)
    is_free = re.match(r"\s*(?:[.,;:!?)”\"’\]—–]|\(|$)", rest)
    word = follower[1] if follower else ""
    opens = re.match(r"\s*(?:On|Since|By|From|Until|[a-z]+\s+of)\b", found[0])
    is_noun = word.lower().rstrip("s") in WORDS["ordinal_nouns"] or word.lower() in WORDS["ordinal_nouns"]
    fits = is_free or word in WORDS["after_ordinal"] or (opens and word.islower()) or word in PARTS
    if (is_noun and word not in PARTS and not is_free) or not fits:
        return None
    if word in ("of",):
        return None
    day, last = number_of(found["day"]), number_of(found["last"])
    return None if day is None or day > 31 or (last and last <= day) else Moment(day=day, last_day=last)


def _ordinal_beside_day(found: re.Match[str]) -> Moment | None:
    """ "Thursday the 17th", "this morning, the 15th", "Tuesday (14)": beside a day a number is its day of the month."""
    follower = re.match(r"[\s-]+(\w+)", around(found)[1])
    word = follower[1] if follower else ""
    is_noun = {word.lower(), word.lower().rstrip("s")} & set(WORDS["ordinal_nouns"])
    return None if is_noun or word[:1].isupper() else Moment(day=number_of(found["day"]))


def _weekday(found: re.Match[str]) -> Moment | None:
    before, after = around(found)
    if re.search(rf"(?i:\b{words_pattern(WORDS['weekday_before_no'])})\s+$", before):
        return None
    if re.match(rf"\s+(?i:{words_pattern(WORDS['weekday_after_no'])})\b", after) and after.lstrip()[:1].isupper():
        return None
    order = found["order"].lower() if found["order"] else None
    weekday = WEEKDAYS[found["weekday"].lower()]
    plain = {"coming": "next", "past": "last", "preceding": "previous"}
    return Moment(weekday=weekday, order=plain.get(order, order) if order else None)


def _short_weekday(found: re.Match[str]) -> Moment | None:
    return Moment(weekday=WEEKDAYS[found["weekday"].lower()])


def _year(found: re.Match[str]) -> Moment | None:
    before, after = around(found)
    if re.match(rf"\s+(?i:{words_pattern(WORDS['counted'])})\b(?!\s+than\b)", after):
        return None
    if re.search(rf"\b(?i:{words_pattern(WORDS['count_lead'])})\s+of\s+$|\b(?i:more|fewer|less)\s+than\s+$", before):
        return None
    last = found["last"]
    if last and len(last) == 2:
        last = found["year"][:2] + last  # "1984-85"
    return Moment(year=int(found["year"]), last_year=int(last) if last and last > found["year"] else None)


def _decade(found: re.Match[str]) -> Moment | None:
    year = int(found["year"])
    return Moment(year=year, last_year=year + 9)


def _holiday(found: re.Match[str]) -> Moment | None:
    name = " ".join(found["it"].lower().replace("’", "'").split())
    month, day = map(int, TABLE["holidays"][name].split("-"))
    return Moment(month=month, day=day, year=int(found["year"]) if found["year"] else None)


def _feast(found: re.Match[str]) -> Moment | None:
    """ "Easter Sunday", "Good Friday": so many days from Easter."""
    name = " ".join(found["it"].lower().replace("’", "'").split())
    return Moment(feast=TABLE["feasts"][name])


def _day_of_month(found: re.Match[str]) -> Moment | None:
    """ "the 5th of this month", "the 4th of the current": the month of publication, or the one before."""
    day = number_of(found["day"])
    return Moment(day=day) if day is not None and day <= 31 else None


_DAYS = rf"(?P<day>{NUMERAL})(?:{RANGE}(?P<last>{LAST_NUMERAL}))?"
_DAYS_IN_WORDS = rf"(?P<day>{NUMERAL}|\b{words_pattern(ORDINALS)}\b)(?:{RANGE}(?P<last>{LAST_NUMERAL}))?"
_TAIL_YEAR = rf"(?:,?\s+(?:of\s+)?(?P<year>{YEAR}))?"
_NO_YEAR = r"(?P<year>(?!))?"
_NO_LAST = r"(?P<last>(?!))?"
_ORDER = r"(?P<order>(?i:last|next|this))"
_PLAIN_MONTH = rf"(?P<month>{any_case(PLAIN_MONTHS)})"
_DOUBTFUL_MONTH = rf"(?P<month>{any_case(WORDS['ambiguous_months'], lower=False)})"
_BEFORE_MONTH = words_pattern([*WORDS["month_lead"], *WORDS["month_lead_safe"]])
_BEFORE_DOUBTFUL = words_pattern(WORDS["month_lead"])
_BEFORE_ORDINAL = words_pattern(WORDS["ordinal_lead"])
_WEEKDAY_ORDER = r"(?P<order>(?i:last|next|this|coming|past|following|previous|preceding))"
_BESIDE_DAY = (
    rf"(?i:{words_pattern(FULL_DAYS)}|{words_pattern(TABLE['spoken_days'])}|this (?:morning|afternoon|evening))"
)

CALENDAR_FORMS = (
    form(
        r"(?<![\d-])(?P<it>(?P<y>(?:1[5-9]|20|21)\d\d)([-/.])(?P<m>\d\d?)\3(?P<d>\d\d?))(?=T\d|(?![\d-]))",
        _iso,
        YEAR_SIGN,
    ),
    form(
        rf"(?<![\d./-])(?P<it>(?P<a>\d{{1,2}})(?P<sep>[./-])(?P<b>\d{{1,2}})(?P=sep)(?P<year>{YEAR}))",
        _numeric,
        YEAR_SIGN,
    ),
    form(
        rf"(?P<it>(?:\b(?i:the)\s+)?{_DAYS_IN_WORDS}\.?(?:\s+day)?\s*(?:of\s+)?{MONTH}{_TAIL_YEAR})",
        _day_and_month,
        MONTH_SIGN,
    ),
    form(rf"(?P<it>{MONTH}\s+(?:the\s+)?{_DAYS}{_TAIL_YEAR})", _month_first, MONTH_SIGN),
    form(rf"(?P<order>(?!))?(?P<it>{MONTH},?\s+(?:of\s+)?(?P<year>{YEAR}))", _month_only, MONTH_SIGN),
    form(rf"\b(?i:{_BEFORE_MONTH})[\s-]+(?P<it>(?:{_ORDER}\s+)?{_PLAIN_MONTH})\b{_NO_YEAR}", _month_only, MONTH_SIGN),
    form(
        rf"\b(?i:{_BEFORE_DOUBTFUL})[\s-]+(?P<it>(?:{_ORDER}\s+)?{_DOUBTFUL_MONTH})\b{_NO_YEAR}",
        _month_only,
        MONTH_SIGN,
    ),
    form(rf"(?P<it>\b{_ORDER}\s+{_PLAIN_MONTH})\b{_NO_YEAR}", _month_only, MONTH_SIGN),
    form(
        rf"\b(?i:{_BEFORE_ORDINAL})\s+(?P<it>(?:the\s+)?(?P<day>{ORDINAL})(?:{RANGE}(?P<last>{ORDINAL}))?)",
        _bare_ordinal,
        ORDINAL_SIGN,
    ),
    form(rf"(?P<it>\bthe\s+(?P<day>{ORDINAL}))(?=\s*\(local time\)){_NO_LAST}", _bare_ordinal, ORDINAL_SIGN),
    form(rf"\b{_BESIDE_DAY}(?:,?\s+|\s*\()(?P<it>(?:the\s+)?(?P<day>{ORDINAL}))", _ordinal_beside_day, ORDINAL_SIGN),
    form(rf"\b{_BESIDE_DAY}\s*\((?P<it>(?P<day>{DIGIT_DAY}))(?=\))", _ordinal_beside_day, rf"day\s*\({DIGITS}"),
    form(
        rf"(?P<it>\b(?:the\s+)?(?P<day>{ORDINAL})\s+(?i:of\s+(?:this|the\s+(?:current|present|same|ongoing))\s+month"
        r"|of\s+the\s+current(?=\s*[,.;)])|instant|inst\b))",
        _day_of_month,
        any_sign("month", "current", "inst"),
    ),
    form(rf"(?P<it>\b(?:{_WEEKDAY_ORDER}\s+)?(?P<weekday>{any_case(FULL_DAYS)}))\b", _weekday, "day"),
    form(
        rf"(?P<it>\b(?P<weekday>{any_case(SHORT_DAYS, lower=False)})\.?)(?=,?\s+(?:{NUMERAL}|{MONTH}))",
        _short_weekday,
        any_sign(DIGITS, MONTH_SIGN),
    ),
    form(
        rf"\b(?i:{words_pattern(WORDS['year_lead'])}|\()[\s-]*"
        rf"(?P<it>(?P<year>{YEAR}|(?:1[5-9]|20)\d\d(?=[-–]\d\d(?![\d-])))(?:\s*(?:-|–|to|and)\s*(?P<last>{YEAR}|(?<=\d[-–])\d\d))?)(?![\w-])",
        _year,
        YEAR_SIGN,
    ),
    form(
        rf"\b(?i:{words_pattern(WORDS['year_article'])})\s+(?P<it>(?P<year>{YEAR}))(?=\s+[a-zA-Z]){_NO_LAST}",
        _year,
        YEAR_SIGN,
    ),
    form(r"(?P<it>\b(?P<year>(?:1[5-9]|20)\d0)(?:'|’)?s)\b", _decade, YEAR_SIGN),
    form(rf"(?P<it>\b(?i:{words_pattern(TABLE['feasts'])})\b)", _feast, any_sign("easter", "day", "pentecost")),
    form(
        rf"(?P<it>\b(?i:{words_pattern(TABLE['holidays'])})\b{_TAIL_YEAR})",
        _holiday,
        any_sign("day", "eve", "halloween"),
    ),
)
