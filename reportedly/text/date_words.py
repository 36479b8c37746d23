"""The vocabulary of dates, from lexicon/en/dates.toml, as pieces of regular expressions: months, ordinals, counts.

"6 January", "the sixth", "three days": what the forms of `forms.py` and `steps.py` are put together from.
"""

import re
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any, NamedTuple

from reportedly.lexicon import load
from reportedly.text.moments import Moment

TABLE: dict[str, Any] = load("en/dates")
PARTS: dict[str, str] = TABLE["parts"]
WORDS: dict[str, list[str]] = TABLE["words"]
MONTHS: dict[str, int] = TABLE["months"]
WEEKDAYS: dict[str, int] = TABLE["weekdays"]
ORDINALS: dict[str, int] = TABLE["ordinals"]
_SIGHT = 60  # characters beside a date that may say what it is

DIGITS = "[0-9]"
MONTH_SIGN = rf"\b(?:{'|'.join(sorted(MONTHS))})\b"
ORDINAL_SIGN = "[0-9](?:st|nd|rd|th)"
YEAR_SIGN = "(?:1[5-9]|20|21)[0-9]"


class Form(NamedTuple):
    """One written form: `pattern` has a group `it` (what is quoted), `read` turns a match into a moment or refuses it.

    `sign` is what a text in small letters must hold for the pattern to be worth trying: most sentences hold no date.
    """

    pattern: re.Pattern[str]
    read: Callable[[re.Match[str]], Moment | None]
    sign: re.Pattern[str]


def form(pattern: str, read: Callable[[re.Match[str]], Moment | None], sign: str) -> Form:
    return Form(re.compile(pattern), read, re.compile(sign))


def any_sign(*words: str) -> str:
    return "|".join(words)


def words_pattern(words: Iterable[str]) -> str:
    """One group that matches any of the words, the longest first, with any white space between their parts."""
    return _words_pattern(tuple(words))


@cache
def _words_pattern(words: tuple[str, ...]) -> str:
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(r"\s+".join(map(re.escape, word.split())) for word in ordered) + ")"


def any_case(words: Iterable[str], *, lower: bool = True) -> str:
    """The words with a capital, in capitals, and (for those that are nothing else) in small letters."""
    forms = [form for word in words for form in (word.capitalize(), word.upper(), *([word] if lower else []))]
    return words_pattern(forms)


FULL_DAYS = [name for name in WEEKDAYS if name.endswith("day")]
SHORT_DAYS = [name for name in WEEKDAYS if not name.endswith("day")]
PLAIN_MONTHS = [m for m in MONTHS if m not in WORDS["ambiguous_months"]]
_FULL_MONTHS = [name for name in MONTHS if len(name) > 4 or name in ("may", "june", "july")]
MONTH = (
    rf"(?P<month>\b(?:{any_case(PLAIN_MONTHS)}|{any_case(WORDS['ambiguous_months'], lower=False)})\b"
    rf"(?:(?i:(?<!{')(?<!'.join(sorted(_FULL_MONTHS))}))\.)?)"
)
_NUMBER_ENDS = r"(?!\d|[.,:/]\d|\s?%|-\d{3}|-\d+-)"
DIGIT_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
LAST_NUMERAL = rf"(?<![\d.,:/$€£]){DIGIT_DAY}(?:\s?(?:st|nd|rd|th|ST|ND|RD|TH)\b)?{_NUMBER_ENDS}"
NUMERAL = rf"(?<!-){LAST_NUMERAL}"
ORDINAL = rf"{DIGIT_DAY}(?:st|nd|rd|th)\b"
YEAR = r"(?:1[5-9]|20|21)\d\d(?!\d|[.,]\d|-\d\d?(?!\d)(?!-))"
RANGE = r"\s*(?:-|–|—|to|and|until|till|through|or|/)\s*(?:the\s+)?"
COUNT = rf"(?:\d{{1,3}}|{words_pattern(TABLE['numbers'])})"
FEW = r"(?:a\s+few|several|some|the\s+last\s+few)"
UNIT = r"(?P<unit>hours?|days?|nights?|weeks?|fortnights?|months?|years?|decades?)"
PART = r"(?:morning|afternoon|evening|night)"


def number_of(text: str | None) -> int | None:
    """A day, count or ordinal in digits or in words."""
    if not text:
        return None
    word = " ".join(text.lower().split())
    digits = re.match(r"\d+", word)
    return int(digits[0]) if digits else TABLE["numbers"].get(word) or ORDINALS.get(word)


def around(found: re.Match[str]) -> tuple[str, str]:
    """What stands right before and after the date, as far as a reader's eye goes."""
    start, end = found.start("it"), found.end()
    return found.string[max(0, start - _SIGHT) : start], found.string[end : end + _SIGHT]
