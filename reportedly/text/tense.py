"""Which way a date points from the day of publication, told from the verbs and the preposition beside it.

"said on Monday" lies behind, "will meet on Monday" and "until Monday" ahead. Plain words, no parser: the nearest verb
group before the date decides, else the first after it.
"""

import re
from collections.abc import Iterator
from functools import cache

from reportedly.text.date_words import TABLE, words_pattern
from reportedly.text.moments import Side

_TENSE = TABLE["tense"]
_STOP = re.compile(r"[.;!?]['\"”’)]*\s+(?=[A-Z“\"'‘(])|\n")
_AHEAD_TO = re.compile(
    r"(?<!compared)(?<!due)(?<!similar)(?<!prior)(?<!night)(?<!back)\s+to\s+(?:the\s+)?$"
)  # extended to 18 March
_MADE_A_DAY = re.compile(
    r"\s+(?:as\s+)?(?:a|the)\s+(?:national\s+)?(?:day|period)\b", re.I
)  # declared Saturday a day of
_IN_FORCE = re.compile(
    r"[^.;]{0,70}?\b(?:is|are)\s+(?:\w+ly\s+)?\w+(?:ed|den|n)\b", re.I
)  # from Tuesday rallies are banned
_ADVERBS = r"(?:\s+(?:not|also|be|have|been|being|then|again|only|\w+ly))*"


@cache
def _cues() -> re.Pattern[str]:
    future = rf"(?P<future>(?:\b|(?=['’])){words_pattern(_TENSE['future'])}\b(?!\s+have\b){_ADVERBS}(?:\s+\w+)?)"
    no_plan = r"(?!set\s+(?:fire|light|ablaze|alight)\b)"
    plans = rf"(?P<plans>\b{no_plan}{words_pattern(_TENSE['plans'])}(?:\s+\w+){{0,3}}?\s+(?:to|for)\b(?:\s+\w+)?)"
    present = rf"(?P<present>\b{words_pattern(_TENSE['present_plans'])}\b)"
    not_past = rf"(?!{words_pattern(_TENSE['not_past'])}\b)"
    past = rf"(?P<past>\b(?:{words_pattern(_TENSE['past'])}|{not_past}\w{{2,}}ed)\b)"
    return re.compile(f"{future}|{plans}|{present}|{past}", re.I)


_DECIDED = re.compile(r"\w+ed\b|told\b", re.I)

_WORD = re.compile(r"['’]ll\b|\w+")


@cache
def _first_words() -> frozenset[str]:
    """The words with which a cue can begin: a look-up that spares most words the long pattern."""
    cues = (cue for name in ("future", "plans", "present_plans", "past") for cue in _TENSE[name])
    return frozenset(found[0].lower() for cue in cues if (found := _WORD.match(cue)))


def _find_cues(text: str) -> Iterator[re.Match[str]]:
    """The verb groups that tell a tense, in order."""
    done = 0
    for word in _WORD.finditer(text):
        name = word[0].lower()
        if word.start() >= done and (name in _first_words() or name.endswith("ed")):
            found = _cues().match(text, word.start())
            if found:
                done = found.end()
                yield found


def side_of(text: str, start: int, end: int, *, direction: str) -> Side:
    """The side on which the date at [start, end) lies. `direction` is the preposition's, as `Direction` names it."""
    before, after = _clause(text, start, end)
    if direction == "since":
        return Side.PAST
    if direction == "until":
        return Side.PAST if _ends_with(before, _TENSE["lasting"]) else Side.FUTURE
    if direction == "none" and re.search(
        rf"\b{words_pattern(TABLE['words']['upcoming'])}\s+(?:the\s+|next\s+)?$", before, re.I
    ):
        return Side.FUTURE
    if direction == "none" and _MADE_A_DAY.match(after):
        return Side.FUTURE
    if direction == "from" and _IN_FORCE.match(after):
        return Side.FUTURE
    if direction == "none" and _AHEAD_TO.search(before):
        return Side.FUTURE
    side = _side(before, after)
    if direction == "from":
        is_behind = _ends_with(before, _TENSE["was"]) or (side is Side.PAST and next(_find_cues(before), None) is None)
        return Side.PAST if is_behind else Side.FUTURE
    if direction in ("by", "before") and side is Side.OPEN:
        return Side.FUTURE
    return side


def _clause(text: str, start: int, end: int) -> tuple[str, str]:
    """The sentence around a date, cut in two by it, without looking farther than a reader would."""
    low = max((found.end() for found in _STOP.finditer(text, max(0, start - 300), start)), default=max(0, start - 300))
    stop = _STOP.search(text, end, end + 300)
    return text[low:start], text[end : stop.start() if stop else end + 300]


def _side(before: str, after: str) -> Side:
    found = next(reversed(list(_find_cues(before))), None) or next(_find_cues(after), None)
    if found is None:
        return Side.OPEN
    is_decided = found.string is after and found["plans"] is not None and not after[: found.start()].strip()
    if is_decided and _DECIDED.match(found["plans"]):
        return Side.PAST  # "on Monday decided to send aid": the day is that of the deciding
    return Side.PAST if found["past"] else Side.FUTURE


def _ends_with(before: str, words: list[str]) -> bool:
    """Whether the last verb before the date is one of these."""
    return re.search(rf"\b{words_pattern(words)}\b(?:\s+\w+){{0,4}}\s*$", before, re.I) is not None
