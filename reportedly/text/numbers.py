"""Counts in a sentence, as ranges: "at least 18" -> 18+, "dozens" -> 24..99, "the same number" -> the number before,
"twice that number" -> its double.

In: the plain text of one sentence. Out: `Quantity`s with their offsets. Refuses what is no count: dates, times, ages,
money, percentages, measures, room and unit numbers. Ranges are the export contract's rule set `literal`.
Example: "At least 18 officers were killed and dozens hurt" -> 18+ at [0, 11), 24..99 at [37, 43).
"""

import math
import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import accumulate

from reportedly.amount import Amount
from reportedly.lexicon import load

_SIGHT = 120  # characters before a number that may say what it is


@dataclass(frozen=True, slots=True)
class Quantity:
    """A count at [start, end) of the sentence text; `core` is where the bare number begins, modifiers apart.

    `text` is as written. `is_anaphoric` marks "the same number". `is_more` marks "another 40", "40 more".
    """

    start: int
    core: int
    end: int
    text: str
    amount: Amount
    is_anaphoric: bool = False


_GROUPED = r"\d{1,3}(?:[,.’' ]\d{3})+(?!\d)"
_DIGITS = r"\d{1,3}(?:[,.’' ]\d{3})+(?![\d])|\d+"
_DECIMAL = r"\d+[.,]\d+"


@cache
def _words() -> dict[str, int]:
    table: dict[str, int] = load("en/numbers")["units"]
    return table


@cache
def _scales() -> dict[str, int]:
    table: dict[str, int] = load("en/numbers")["multipliers"]
    return table


def _any(words: list[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=lambda w: (-len(w), w)))


@cache
def _number() -> str:
    """One bare number, digits or words."""
    units, scales = _any(list(_words())), _any([*_scales(), *(s + "s" for s in ("lakh", "crore"))])
    worded = rf"(?:(?:an?|{units})\b(?:[\s-]+(?:and\s+)?(?:{units}|{scales})\b)*)"
    grouped = rf"(?:\s\d{{1,3}}(?=\s(?:{scales})\b)|\s\d{{3}}(?![\d,.]))"  # "1 lakh 20 thousand", "3 thousand 200"
    digits = rf"(?:(?:{_DECIMAL})(?=\s*(?:{scales})\b)|{_DIGITS})(?:[\s-]*(?:{scales})\b{grouped}?)*"
    halved = rf"(?:\d{{1,3}}|{units})\s+and\s+a\s+half\s+(?:{scales})\b"  # "two and a half thousand"
    return rf"(?:{halved}|{digits}|(?!(?:an?)\b(?!\s+(?:{scales})\b)){worded})"


@cache
def _grammar() -> re.Pattern[str]:
    table = load("en/numbers")
    before = "|".join(
        rf"(?P<{name}>\b(?:{_any(words)}))" for name, words in table["before"].items() if name not in {"plain"}
    )
    after = "|".join(rf"(?P<after_{name}>(?:{_any(words)})\b)" for name, words in table["after"].items())
    vague = _any(list(table["vague"]))
    n = _number()
    core = (
        rf"(?:(?:(?P<between>\bbetween\s+)|(?P<from>(?:^|(?<=[.,;:]\s))from\s+)(?={n}\s+to\s+{n}\s+[a-z])|(?<!from\s)(?<!by\s))(?P<first>(?>{n}))\s*(?:-|–|—|\bto\b|\bor\b|(?(between)\band\b|(?!)))\s*(?P<second>{n})(?![\w%])"
        rf"|(?P<vague>\b(?:{vague})\b)"
        rf"|(?P<bare>{n})(?P<plus>\+)?(?![\w])"
        rf"|(?P<same>\b(?:(?P<times>{_any(list(table['times']))})\s+(?:that\s+(?:number|figure)|as\s+many)\b(?!\s+(?:(?:[a-z]+\s+)?as|again)\b)"
        r"|(?:the|that|a)\s+(?P<similar>same|similar|equal|like)\s+(?:number|amount)"
        r"|(?<!twice\s)(?<!times\s)(?<!half\s)as\s+many\b(?!\s+as\b)))"
        r"|(?P<none>\b(?:no(?!\s+(?:fewer|less|more)\s+than\b|\.\s*\d)|nobody|no\s+one|none|without|zero|not\s+a\s+single|not\s+one|not\s+a(?=\s+(?:soul|person)))\b))"
    )
    return re.compile(
        rf"(?<![\w])(?:(?:{before})\s+(?:the\s+|a\s+)?)?\"?(?<![\w]){core}\"?(?:[\s-]*(?:{after}))?", re.IGNORECASE
    )


def find_quantities(
    text: str, *, taken: tuple[tuple[int, int], ...] = (), last: Amount | None = None
) -> tuple[Quantity, ...]:
    """All counts of a sentence, left to right; `taken` are stretches (dates, times) that hold none.

    `last` is the last count before the sentence, for "the same number".
    """
    found: list[Quantity] = []
    position = 0
    starts, ends = _ordered(taken)
    while match := _grammar().search(text, position):
        quantity = _quantity_of(match, text, found[-1].amount if found else last)
        before = bisect_left(starts, match.end())
        overlaps = before > 0 and match.start(_core_group(match)) < ends[before - 1]
        if quantity is None or overlaps or not _is_count(match, text):
            position = max(match.start() + 1, _skip_to(match, text))
            continue
        found.append(_bounded_behind(quantity, text))
        position = match.end()
    return tuple(found)


def _bounded_behind(quantity: Quantity, text: str) -> Quantity:
    """ "two people or more", "121 pilgrims at least": the bound of a bare number, behind the noun that it counts."""
    amount = quantity.amount
    if not amount.is_exact or amount.low < 1 or quantity.start != quantity.core:
        return quantity
    bound = _behind().match(text, quantity.end)
    if bound is None:
        return quantity
    if bound["at_least"]:
        return replace(quantity, amount=Amount(amount.low, None))
    return replace(quantity, amount=_about(amount.low) if bound["about"] else Amount(0, amount.low))


@cache
def _behind() -> re.Pattern[str]:
    table = load("en/numbers")["behind"]
    word = rf"\s+(?:of\s+(?:the|its|their|his|our)\s+)?(?!(?:{_any(table['between_not'])})\b)[A-Za-z][\w'’-]*"
    bounds = "|".join(rf"(?P<{name}>{_any(table[name])})" for name in ("at_least", "about", "up_to"))
    is_over = rf"(?=\s*(?:$|[.,;:!?)\]\"”’–—-])|\s+(?:{_any(table['then'])})\b)"
    ahead = (
        rf"(?!\s*,?\s*(?:than|precisely|exactly|accurately|likely|often|rarely|\d)\b)(?:(?<=more)|(?<=so)|{is_over})"
    )
    return re.compile(rf"(?:{word}){{1,3}},?\s+(?:{bounds}){ahead}", re.IGNORECASE)


def _ordered(taken: tuple[tuple[int, int], ...]) -> tuple[list[int], list[int]]:
    """The starts of the stretches in order, and for each the farthest end of those up to it."""
    ordered = sorted(taken)
    return [start for start, _ in ordered], list(accumulate((end for _, end in ordered), max))


def _core_group(match: re.Match[str]) -> str:
    return next(name for name in ("first", "vague", "bare", "same", "none") if match[name])


def _skip_to(match: re.Match[str], text: str) -> int:
    """Where to look on after a number that is no count: behind its last digit or word."""
    end = match.end(_core_group(match))
    while end < len(text) and text[end].isalnum():
        end += 1
    return end


def _quantity_of(match: re.Match[str], text: str, last: Amount | None) -> Quantity | None:
    group = _core_group(match)
    core = match.start(group)
    amount = _amount_of(match, group, last)
    if amount is None:
        return None
    if (match["about"] or match["up_to"]) and (
        _is_no_modifier().search(text, max(0, match.start() - 40), core) or _is_told_about(match, text, core)
    ):
        return Quantity(core, core, match.end(), text[core : match.end()].strip(), _amount_of_bare(match, amount))
    if match["more_than"] and _is_particle().search(text, max(0, match.start() - 24), match.end("more_than")):
        return Quantity(core, core, match.end(), text[core : match.end()].strip(), _amount_of_bare(match, amount))
    whole = match.group()
    end = match.end() - (1 if whole.endswith('"') and (whole.count('"') == 1 or whole.startswith('"')) else 0)
    start = core if whole.startswith('"') else match.start()
    return Quantity(start, core, end, text[start:end].strip(), amount, is_anaphoric=group == "same")


@cache
def _cues(name: str) -> str:
    """A list of words around numbers, as alternatives: `_cues("befalling")`."""
    return _any(load("en/numbers")["cues"][name])


@cache
def _is_no_modifier() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:(?:{_cues('telling_about')})\s(?:[\w-]+\s){{0,2}}|told\s(?:[\w-]+\s){{1,5}}|(?:{_cues('words_about')})\s)about\s+$"
        r"|\bfrom\s+(?:[a-z]+\s+){0,2}[\d,.]+\s+up to\s+$"
        rf"|\b(?:{_cues('rising')}|number of \w+)\s+up to\s+$",
        re.IGNORECASE,
    )


@cache
def _is_particle() -> re.Pattern[str]:
    """ "handed over 41 captives", "the lorry ran over two women": no bound, but the verb's own word."""
    return re.compile(rf"\b(?:{_cues('over_with')})\s+over$", re.IGNORECASE)


""" "spoke about 26 dead", "own up to seven": the word belongs to the verb."""


def _is_told_about(match: re.Match[str], text: str, core: int) -> bool:
    """ "announced about 19 hurt", "told about three downed helicopters": whoever rounds does not say 19."""
    number = parse_number(match["bare"]) if match["bare"] and match["about"] else None
    is_exact = number is not None and number % 5 > 0 and number % 12 > 0
    return is_exact and _told_about().search(text, max(0, match.start() - 24), core) is not None


@cache
def _told_about() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_cues('telling_of')})\s+about\s+$", re.IGNORECASE)


def _amount_of_bare(match: re.Match[str], otherwise: Amount) -> Amount:
    number = parse_number(match["bare"]) if match["bare"] else None
    return otherwise if number is None else Amount.exactly(number)


def _amount_of(match: re.Match[str], group: str, last: Amount | None) -> Amount | None:
    if group == "none":
        return Amount.exactly(0)
    if group == "same" and match["times"]:
        factor = load("en/numbers")["times"][re.sub(r"\s+", " ", match["times"].lower())]
        is_whole = last is not None and last.high is not None and last.low * factor % 1 == 0 == last.high * factor % 1
        return Amount(int(last.low * factor), int((last.high or 0) * factor)) if last is not None and is_whole else None
    if group == "same":
        exact = match["similar"] is None or match["similar"].lower() == "same"
        return last if exact or last is None or not last.is_exact else _about(last.low)
    if group == "first":
        return _range_of(match["first"], match["second"])
    if group == "vague":
        low, high = load("en/numbers")["vague"][re.sub(r"\s+", " ", match["vague"].lower())]
        bounds = Amount(low, high or None)
    else:
        number = parse_number(match["bare"])
        if number is None:
            return None
        bounds = Amount.exactly(number)
    return _modified(bounds, match)


def _range_of(first: str, second: str) -> Amount | None:
    low, high = parse_number(first), parse_number(second)
    if low is None or high is None:
        return None
    scale = next((s for s in ("million", "thousand", "hundred", "dozen") if second.lower().endswith(s)), None)
    if scale and first.replace(",", "").isdigit() and low < high // 10:
        low *= _scales()[scale]
    return Amount(low, high) if low < high else None


def _modified(amount: Amount, match: re.Match[str]) -> Amount:
    low, high = amount.low, amount.high
    if match["more_than"]:
        return Amount(low + 1 if amount.is_exact else low, None)
    if match["at_least"] or match["after_at_least"] or match["plus"]:
        return Amount(low, None)
    if match["about"] or match["after_about"]:
        return _about(low) if amount.is_exact else amount
    if match["nearly"] and high is not None:
        return Amount(-(-low * 9 // 10), high)
    if match["up_to"] and high is not None:
        return Amount(0, high)
    if match["fewer_than"] and high is not None:
        return Amount(0, max(0, high - 1))
    return amount


def _about(number: int) -> Amount:
    """Ten per cent to either side; "some 12" is 11..13."""
    return Amount(-(-number * 9 // 10), number * 11 // 10)


def parse_number(text: str) -> int | None:
    """The whole number that digits or words mean; None where they mean none ("a", "one and")."""
    total, current, seen = 0.0, 0.0, False
    for word in re.findall(rf"{_GROUPED}|{_DECIMAL}|\d+|[a-z]+", text.lower()):
        if word[0].isdigit():
            current, seen = current + _digits_of(word), True
        elif word in _words():
            current, seen = current + _words()[word], True
        elif (scale := _scales().get(word) or _scales().get(word.removesuffix("s"))) is not None:
            current = (current or 1) * scale
            if scale >= 1000:
                total, current = total + current, 0.0
            seen = True
        elif word == "half":
            current += 0.5
        elif word in {"a", "an", "and"}:
            continue
        else:
            return None
    return round(total + current) if seen and math.isfinite(total + current) else None


def _digits_of(word: str) -> float:
    if re.fullmatch(r"\d{1,3}(?:[,.’' ]\d{3})+", word):
        return float(re.sub(r"\D", "", word))
    return float(word.replace(",", "."))


def _is_count(match: re.Match[str], text: str) -> bool:
    group = _core_group(match)
    if group in {"vague", "same", "none"}:
        return True
    start, end = match.start(group), match.end()
    low = max(0, start - _SIGHT)
    if any(pattern.match(text, end) for pattern in _no_count_ahead()):
        return False
    is_placed = (
        _PLACE_BEFORE.search(text, low, start) is not None or _TIME_BEFORE.search(text, low, start) is not None
    ) and _PLURAL_AHEAD.match(text, end) is not None
    if (
        any(pattern.search(text, low, start) for pattern in _no_count_behind())
        and not _numbered().search(text, low, start)
        and not is_placed
    ):
        return False
    if (
        _is_share(text, start, end)
        or _is_enumerator(text, start, end)
        or _is_entry(text, start, end)
        or _is_hour(text, low, start, end)
        or _is_of_a_name(text, low, start, end)
        or ((match["fewer_than"] or match["more_than"]) and _OF_AN_AGE.search(text, low, match.start()))
    ):
        return False
    is_one = group == "bare" and match["bare"].lower() == "one"
    return not (_is_age(text, low, start, end) or (is_one and _is_pronoun(text, low, start, end)))


@cache
def _no_count_ahead() -> tuple[re.Pattern[str], ...]:
    """What makes no count of the number before it: "12 km", "6th", "34-year", "5%", "12:30"."""
    measures = _any(load("en/numbers")["units_of_measure"]["words"])
    return (
        re.compile(rf"[\s-]*(?:{measures})(?![\w])", re.IGNORECASE),
        re.compile(
            r"\s+(?:out of|in every|of every)\s+(?:three|four|five|ten|a hundred|[345]|10|100)\b"
            r"|(?:th|st|nd|rd)\b|-year|\s?%|:\d|/\d|[.,]\d|-(?:day|hour|man|storey|story|metre|meter|km|foot|mile)\b"
        ),
    )


@cache
def _no_count_behind() -> tuple[re.Pattern[str], ...]:
    """What makes no count of the number after it: "room 26", "$5", "G-7", "No. 4", "aged 34"."""
    labels = load("en/numbers")["labels"]
    return (
        re.compile(rf"(?:^|[\s(])(?:{_any(labels['words'])})[\s-]*$", re.IGNORECASE),
        re.compile(rf"(?<![A-Za-z])(?:{_any(labels['money'])})\s?$", re.IGNORECASE),
        re.compile(r"[\w][-:/.,]$|№\s*$|#$"),
        re.compile(
            r"\b(?:all but|every second|every third"
            r"|(?:one|two|three|four|five|six|seven|eight|nine) (?:out of|in every|of every))\s+$",
            re.IGNORECASE,
        ),
        re.compile(r"\b(?:man|woman|boy|girl|child|father|mother|person|son|daughter)\s+of\s+$", re.IGNORECASE),
        re.compile(r"\bhalf\s+(?:past\s+)?$", re.IGNORECASE),
        re.compile(r"\b(?:older|younger|elder)\s+than\s+$", re.IGNORECASE),
        re.compile(r"\baged?\s+(?:[\w-]+\s+(?:and|to|or)\s+|between\s+[\w-]+\s+and\s+)?$", re.IGNORECASE),
    )


_PLACE_BEFORE = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Oo]n|[Ff]rom|[Oo]f|[Ii]nside|[Nn]ear) (?:the|this|that|each|every|one) [a-z]+ $"
)
_TIME_BEFORE = re.compile(
    r"\b(?:this|last|that|same|past|previous|next) "
    r"(?:day|night|morning|afternoon|evening|weekend|week|month|year|season|hour) $",
    re.IGNORECASE,
)
""" "earlier this week 12 policemen were killed": no week of a number."""
_PLURAL_AHEAD = re.compile(r" (?:[a-z]+ )?(?:people|[a-z]*men|children|[a-z]{3,}[^s\W]s) [a-z]")
"""Beside a number: "in the district 26 people were killed" counts people, and gives the district no number."""


_SHARE = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|[1-9])\s+(?:person\s+)?(?:in|out of)\s+(?:every\s+)?"
    r"(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|fifty|(?:a\s+)?hundred|(?:a\s+)?thousand|\d+)\b"
    r"(?!\s+(?:[a-z]+\s+)?(?:second|minute|hour|day|night|week|month|year|decade|place|town|village|district|province|region"
    r"|countr|cit|area|state|incident|attack|raid|separate|different|other)|-)",
    re.IGNORECASE,
)
""" "one in five of the residents", "three out of ten": a share, not a count; "one in two villages" counts."""


def _is_share(text: str, start: int, end: int) -> bool:
    return any(
        found.start() < end and start < found.end() for found in _SHARE.finditer(text, max(0, start - 24), end + 40)
    )


_OF_AN_AGE = re.compile(
    r"\b(?:children|people|persons|those|boys|girls|kids|minors|women|men|adults|youths?)\s+$", re.IGNORECASE
)
_OPENS = re.compile(r"(?:^|[.;:,]\s*)\($")


def _is_enumerator(text: str, start: int, end: int) -> bool:
    """ "(1) four persons were killed; (2) ...": counts the points of a list."""
    return bool(_OPENS.search(text, max(0, start - 4), start)) and re.match(r"\)\s+\w", text[end : end + 4]) is not None


_ENTRY_BEFORE = re.compile(r"^[\s•*·–—-]*$")
_YEAR_ENTRY = re.compile(r"(?:1[5-9]|20)\d\d\s*(?:[-–—:|]|\.\s)\s*(?=\S)")


def _is_entry(text: str, start: int, end: int) -> bool:
    """ "1989 - Airliner crash, 131 dead": the year that opens a row of a chronicle."""
    return (
        _YEAR_ENTRY.match(text, start) is not None and _ENTRY_BEFORE.match(text[max(0, start - 8) : start]) is not None
    )


_OF_THE_CLOCK = re.compile(
    r"\s+(?:(?:of|in|at)\s+(?:the\s+)?(?:early\s+|late\s+)?(?:afternoon|morning|evening|night|dawn)\b|sharp\b)",
    re.IGNORECASE,
)
_AT_HOUR = re.compile(r"\b(?:at|until|till|by|since|from|past|about|around|before|after|to|half)\s+$", re.IGNORECASE)
_HOUR_AT_PLACE = re.compile(r"\s+(?:in|at|on)\s+(?:the|its|his|her|their)\s")
_COUNTS_AT = re.compile(
    r"\b(?:toll|number\w*|count\w*|tally|figures?|total\w*|puts?|putting|stood|stands?|standing|estimat\w+|remain\w*|dead|killed"
    r"|injured|wounded|missing|homeless|crowd|turnout|least|set|fixed|reckon\w*|given|gives?|still|now|held|hold\w*|stay\w*"
    r"|arrests?|deaths?|casualties|losses|victims|reported|unchanged|start\w*|capped|peak\w*|level\w*|most|once)\b",
    re.IGNORECASE,
)


def _is_hour(text: str, low: int, start: int, end: int) -> bool:
    """ "at five of the afternoon", "mass at ten in the stadium": an hour, where nothing before it is counted."""
    number = parse_number(text[start:end].strip())
    if number is None or not 0 < number <= 24 or _AT_HOUR.search(text, low, start) is None:
        return False
    if _OF_THE_CLOCK.match(text, end) is not None:
        return True
    is_placed = text[:start].lower().endswith("at ") and _HOUR_AT_PLACE.match(text, end) is not None
    return is_placed and _COUNTS_AT.search(text[low:start]) is None


_NAME_BEHIND = re.compile(r"(?:^|\s)[A-Z][\w'-]+\s$")
_TELLS_AHEAD = re.compile(
    r"(?:'s|’s)?\s+(?:(?:TV|television|radio|news|newscast|channel|network|bulletin)\b|(?:reports|reported|says|said|showed|shows"
    r"|broadcast|aired|quoted|quotes)\s+(?:from|that|on|in|a|an|the|it|footage|pictures|images|live)\b)"
)


def _is_of_a_name(text: str, low: int, start: int, end: int) -> bool:
    """ "Vista 2 reports from the market", "Canal 11 television": a station's number."""
    is_short = end - start <= 3 and text[start:end].strip().isdigit()
    return is_short and _NAME_BEHIND.search(text, low, start) is not None and _TELLS_AHEAD.match(text, end) is not None


@cache
def _numbered() -> re.Pattern[str]:
    """ "the injured number 139" """
    return re.compile(
        rf"(?:\b(?!bus|is|was|has)\w{{3,}}s|{_cues('before_numbering')})\s+(?:now\s+)?number(?:ed|s)?\s+$|\bnow\s+number\s+$"
        rf"|\b(?:{_cues('numbered')})\s[^,.;:]{{3,40}}(?<!bus)(?<!flight)(?<!train)(?<!house)(?<!room)(?<!line)(?<!gate)\snumber\s+$",
        re.IGNORECASE,
    )


_NAME_BEFORE = re.compile(r"[A-Z][\w'-]+,\s*$")
_PAUSE = re.compile(r"\s*[,.]|\s*$")
_POINTER_BEFORE = re.compile(r"\b(?:no|the|this|that|any|every|each|some)\s+$", re.IGNORECASE)
_PRONOUN_AFTER = re.compile(
    r"\s+(?:of\s+the\s+(?:most|larg|big|worst|main|count)|another|must|can\b|should|who\b|day|should)"
)


def _is_age(text: str, low: int, start: int, end: int) -> bool:
    """ "Maria Lopez, 34, said": a lone number between commas after a name."""
    return bool(_NAME_BEFORE.search(text, low, start) and _PAUSE.match(text, end))


def _is_pronoun(text: str, low: int, start: int, end: int) -> bool:
    """ "one of the largest", "no one", "one another", "the one that": no count of victims."""
    is_kind = _kind_before().search(text, low, start)
    is_taken_up = is_kind is not None and (_PAUSE.match(text, end) or is_kind["known"]) is not None
    is_pointed_at = _POINTER_BEFORE.search(text, low, start) is not None and not (
        _told_that().search(text, low, start) and _befalls().match(text, end)
    )
    return is_taken_up or is_pointed_at or _PRONOUN_AFTER.match(text, end) is not None


@cache
def _told_that() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_cues('telling')}|told \w+) that $")


@cache
def _befalls() -> re.Pattern[str]:
    """ "she said that one remained missing": the number, and no pointer."""
    return re.compile(rf" (?:of \w+ |more |other |person )?(?:{_cues('befalling')})\b")


@cache
def _kind_before() -> re.Pattern[str]:
    """ "double the official one": takes up a noun, as "the only one" does wherever it stands."""
    return re.compile(rf"\b(?:the|an?|its|their|his|her) (?:(?P<known>{_cues('taking_up')})|[a-z-]+) $")


def iter_digits(text: str) -> Iterator[str]:
    """Every run of digits, as written: what a fallback reason can name."""
    yield from re.findall(r"\d[\d,.]*", text)
