"""The days and hours of a measure, as its clause tells them: "from Monday until 19 January, between 23:00 and 07:00".

In: the word that says the measure. Out: EDTF of start and end, `daily` hours, the one day on which it was done. An end
that is only a length ("for 30 days") is reckoned from a start that the same clause tells. No start, no end: None.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache, partial
from itertools import pairwise
from typing import NamedTuple

from reportedly.claims.clauses import times_of
from reportedly.lexicon import load, words
from reportedly.text.date_words import WEEKDAYS
from reportedly.text.dates import Direction, TimeMention, find_clock_ranges
from reportedly.text.dates import Kind as TimeKind
from reportedly.text.grammar import verb_above
from reportedly.text.sentences import Sentence, Token
from reportedly.when import When, shift


class Terms(NamedTuple):
    """`is_past` where the only day told lies long before the article."""

    starts: str | None = None
    ends: str | None = None
    daily: str | None = None
    when: When | None = None
    is_past: bool = False


def terms_of(
    word: Token,
    sentence: Sentence,
    *,
    ended: bool = False,
    core: Sequence[Token | None] = (),
    is_of_day: bool = False,
) -> Terms:
    """`ended` where the clause says that it ended: its day is then the end. `is_of_day` where the measure may be a day
    itself: "declared Thursday a day of mourning" means the Thursday ahead.
    """
    times = _times(word, sentence, core)
    if is_of_day and not ended:
        times = [_ahead_of(t, sentence) if _is_day_itself(t, word, sentence) else t for t in times]
    expiry = None if ended else next((t for t in times if _is_expiry(t, sentence)), None)
    times = [t for t in times if t is not expiry]
    starts = _first(times, Direction.FROM, Direction.SINCE, Direction.AFTER)
    ends = _first(times, Direction.UNTIL, Direction.BY, Direction.BEFORE)
    start, end = (starts.when if starts else None), (ends.when if ends else None)
    days = [t for t in times if t.direction is Direction.NONE]
    goal = next((t for t in days if _is_goal(t, sentence)), None)
    plain = next((t for t in _nearest_first(days, word, sentence, ended=ended) if t is not goal), goal)
    when = plain.when if plain else None
    if starts is not None and starts.kind is TimeKind.INTERVAL and start and end is None:
        end = When.on(start.last) if start.last else None
    is_of_end = ended and plain is not goal
    if goal is not None and goal.when is not None and goal.when.day and not is_of_end:
        end = end or goal.when
    if plain is not None and when is not None and plain is not goal:
        if stretch := _listed(days):
            start, end = start or When.on(stretch[0]), end or When.on(stretch[1])
        elif plain.kind is TimeKind.INTERVAL and when.first and when.last:
            start, end = start or When.on(when.first), end or When.on(when.last)
        elif when.day and (ended or _is_last(word)):
            end = end or when
        elif when.day and not _is_going_on(word):
            start = start or when
    end = end or (_day_to_come(expiry, sentence) if expiry else None)
    if start is None and not ended:
        start = _from_the_hour(word, sentence)
    if end is None and start is not None and not ended:
        end = _reckoned(start, sentence)
    return Terms(
        starts=str(start if starts is not None and starts.kind in _WHOLE else _first_day(start)) if start else None,
        ends=str(_last_day(end)) if end else None,
        daily=_daily(sentence),
        when=when if when and when.day and plain is not goal else None,
        is_past=bool(times) and all(t.is_past_year for t in times),
    )


_WHOLE = {TimeKind.YEAR, TimeKind.MONTH}
""" "Closed since 2015": the first day of it is not told."""


def _is_expiry(time: TimeMention, sentence: Sentence) -> bool:
    """ "The curfew runs out on Thursday", "a truce that lapses tomorrow": the last day, though no word says until."""
    tokens = sentence.tokens_in(sentence.span_at(time.start, time.end))
    if not tokens or time.direction is not Direction.NONE:
        return False
    verb = verb_above(tokens[0])
    forms = _forms_of(verb)
    is_told_ahead = verb.tag_ in {"VBZ", "VBP"} or (verb.tag_ == "NNS" and verb.dep_ == "ROOT")  # "ends", as parsed
    is_told_ahead |= any(c.tag_ == "MD" or c.lower_ == "to" for c in verb.children)
    return is_told_ahead and bool(forms & _words("expiring"))


def _day_to_come(time: TimeMention, sentence: Sentence) -> When | None:
    """ "Runs out on Thursday" is the Thursday ahead."""
    written, when = sentence.written, time.when
    is_weekday = time.moment.weekday is not None and time.moment.day is None and time.moment.step is None
    if not is_weekday or when is None or when.day is None or written is None or written.day is None:
        return when
    return shift(when, 7) if when.day < written.day else when


def is_a_day(measure: str) -> bool:
    """Whether the measure may be a day itself, as a day of mourning is."""
    return measure in _words("days")


def _is_day_itself(time: TimeMention, word: Token, sentence: Sentence) -> bool:
    """ "Thursday was declared a day of mourning", "Day of mourning on Thursday": the day is what is declared."""
    tokens = sentence.tokens_in(sentence.span_at(time.start, time.end))
    if not tokens or tokens[0].lower_ not in WEEKDAYS or time.direction is not Direction.NONE:
        return False
    inside = {t.i for t in tokens}
    top = next((t for t in tokens if t.head.i not in inside), tokens[0])
    verb = verb_above(word)
    if verb.lemma_ == "be" and verb.tag_ in {"VBD", "VBN"}:
        return False
    if (word.pos_ == "NOUN" or word.dep_ == "pcomp") and top.dep_ == "pobj":
        return top.head.lower_ == "on"
    has_subject = any(c.dep_.startswith("nsubj") for c in verb.children)
    is_listed = top.dep_ == "npadvmod" and any(c.lower_ == "as" and c.i > top.i for c in verb.children)
    is_listed |= top.dep_ == "npadvmod" and top.i < verb.i and not has_subject
    return is_listed or top.dep_ in {"nsubj", "nsubjpass", "dobj", "nmod", "compound", "oprd", "appos"}


def _ahead_of(time: TimeMention, sentence: Sentence) -> TimeMention:
    """A weekday that is told without "last", as the next one from the day of writing on."""
    written, when = sentence.written, time.when
    if when is None or written is None or written.day is None or when.last is None or when.last >= written.day:
        return time
    return replace(time, when=shift(when, 7)) if (written.day - when.last).days < 7 else time


def _nearest_first(
    days: Sequence[TimeMention], word: Token, sentence: Sentence, *, ended: bool
) -> Sequence[TimeMention]:
    """ "The curfew ordered on Friday was lifted on Sunday": of an end, the day behind its own verb counts first."""
    at = word.idx - sentence.tokens.start_char
    return sorted(days, key=lambda t: t.start < at) if ended else days


def _listed(days: Sequence[TimeMention]) -> tuple[date, date] | None:
    """ "Thursday, Friday and Saturday", "today and tomorrow": the first and last of days that follow one another."""
    told = sorted({t.when.day for t in days if t.when is not None and t.when.day is not None})
    follow = all((b - a).days == 1 for a, b in pairwise(told))
    return (told[0], told[-1]) if len(told) > 1 and follow else None


def _from_the_hour(word: Token, sentence: Sentence) -> When | None:
    """ "since noon", "closes from 15:00", "takes effect at midnight": on the day of writing, or as it ends."""
    written = sentence.written
    if written is None or written.day is None:
        return None
    for time in times_of(word, sentence):
        if time.kind is TimeKind.CLOCK and time.clock is not None and not time.moment.is_dated:
            is_midnight = time.clock in {"00:00", "24:00"} and time.direction in {Direction.NONE, Direction.FROM}
            if is_midnight and "midnight" in time.text.lower():
                is_past = word.tag_ == "VBD" or (word.tag_ == "VBN" and word.lemma_ in _words("coming"))
                return written if is_past else shift(written, 1)
            if time.direction in {Direction.FROM, Direction.SINCE} and not _daily(sentence):
                return written
    return None


def _times(word: Token, sentence: Sentence, core: Sequence[Token | None]) -> list[TimeMention]:
    """The days of the word's clause, then of a clause at the measure's name and of verbs that go on about it."""
    words = [word, *(t for noun in core if noun is not None for t in noun.children if t.dep_ in {"relcl", "acl"})]
    words += [t for t in word.children if t.dep_ == "conj" and not any(c.dep_ in {"nsubj", "dobj"} for c in t.children)]
    words += [t for t in word.children if t.dep_ in {"advcl", "prep"} and t.lower_ in _OPENING]
    words += (
        [verb_above(word.head)] if word.dep_ in {"acl", "relcl"} and word.head.dep_ in {"nsubj", "nsubjpass"} else []
    )
    words += [t for noun in (word, *core) if noun is not None for t in noun.children if t.lower_ in _words("valid")]
    nouns = {word.i, *(noun.i for noun in core if noun is not None)}
    found = [t for w in words for t in times_of(w, sentence) if not _is_anothers(t, w, nouns, sentence)]
    found += [t for t in sentence.times if t not in found and _is_added(t, word, sentence)]
    found = [t for t in found if not _is_compared(t, sentence)]
    kept = {(t.start, t.end): t for t in found if t.when is not None and t.kind is not TimeKind.CLOCK}
    return list(kept.values())


_words = partial(words, "en/measures", "terms")


@cache
def _added() -> re.Pattern[str]:
    """The words right before the last day of a measure, where a comma sets them off from what was imposed."""
    holding = "|".join(sorted(_words("holding"), key=len, reverse=True))
    return re.compile(
        r",\s*(?:and\s+)?(?:(?:which\s+)?(?:is|was|are|will be)\s+)?(?:to\s+)?"
        rf"(?:{holding})(?:\s+(?:at least|initially|for now))?\s+"
        r"(?:until|till|through|from|up to|to|as from|as of)\s+(?:the\s+)?$",
        re.IGNORECASE,
    )


def _is_added(time: TimeMention, word: Token, sentence: Sentence) -> bool:
    """ "imposed a state of emergency yesterday, valid until 20 March": set off by a comma, wherever the parser hung it."""
    if time.start < word.idx - sentence.tokens.start_char or _added().search(sentence.text[: time.start]) is None:
        return False
    between = sentence.tokens_in(sentence.span_at(word.idx - sentence.tokens.start_char, time.start))
    is_of_other = any(t.dep_ in {"nsubj", "nsubjpass"} and t.tag_ != "WDT" and t.i > word.i for t in between)
    return not is_of_other  # "a curfew was imposed, and the fair, running until 20 March, was cancelled"


def _is_compared(time: TimeMention, sentence: Sentence) -> bool:
    """ "earlier than last week"."""
    return re.search(r"\bthan\s+(?:on\s+|in\s+|the\s+)?$", sentence.text[: time.start]) is not None


def _is_anothers(time: TimeMention, word: Token, nouns: set[int], sentence: Sentence) -> bool:
    """The day of another thing: "mourning for those who died in Tuesday's crash" tells no day of the mourning."""
    tokens = sentence.tokens_in(sentence.span_at(time.start, time.end))
    inside = {t.i for t in tokens}
    token = next((t for t in tokens if t.head.i not in inside), None)
    for _ in range(12):
        if token is None or token.head is token or token.i == word.i:
            return False
        is_of_persons = token.dep_ == "relcl" and any(
            c.lower_ in {"who", "whose", "whom", "where"} for c in token.subtree
        )
        if (token.dep_ == "poss" or is_of_persons) and token.head.i not in nouns and not token.is_ancestor(word):
            return True
        token = token.head
    return False


_OPENING = {"starting", "beginning", "effective", "commencing", "lasting", "running", "taking"}


def _is_goal(time: TimeMention, sentence: Sentence) -> bool:
    """ "extended to 18 March", "has to bind to 26 August"."""
    return re.search(r"\bto\s+(?:the\s+)?$", sentence.text[: time.start]) is not None


def _is_going_on(word: Token) -> bool:
    """ "The search went on on Wednesday": it did not begin then."""
    return bool(_forms_of(word) & _words("going_on"))


def _is_last(word: Token) -> bool:
    """ "Saturday was the last of three days of mourning"."""
    return any(t.lower_ in {"last", "final"} for c in word.children if c.dep_ in {"attr", "prep"} for t in c.subtree)


def _first(times: Sequence[TimeMention], *directions: Direction) -> TimeMention | None:
    return next((t for t in times if t.direction in directions), None)


def _first_day(start: When) -> When:
    """ "from Thursday to Saturday": the first day."""
    return When.on(start.first) if start.first and start.day is None and start.last else start


def _last_day(end: When) -> When:
    """ "until the end of May", "until May": the last day that it can mean."""
    return When.on(end.last) if end.last else end


def is_nightly(word: Token) -> bool:
    """ "must be off the streets by dusk", "nobody may go out after dark": so on each day."""
    hours = (p for c in word.children if c.lower_ in _NIGHTLY for p in c.children)
    return any(p.lower_ in _words("nightly") for p in hours)


_NIGHTLY = {"after", "by", "before", "from", "at", "during", "until"}


def nightly_hours(sentence: Sentence) -> str | None:
    """The hours of a curfew that two clauses tell ("begins at 22:00 and lasts until 05:00"), or bare numbers ("from six to
    six"): the first is of the evening.
    """
    clocks = [(t, verb) for t in sentence.times if t.clock is not None and (verb := _verb_at(t, sentence)) is not None]
    start = next((t for t, verb in clocks if _forms_of(verb) & _words("opening")), None)
    ends = [t for t, verb in clocks if _forms_of(verb) & _words("closing") or t.direction is Direction.UNTIL]
    if start is not None and ends and ends[-1].start > start.start:
        return f"{start.clock}/{ends[-1].clock}"
    bare = _bare_hours().search(sentence.text)
    if bare is None:
        return None
    first, last = (_number(bare[name]) for name in ("first", "last"))
    return f"{first % 12 + 12:02d}:00/{last:02d}:00" if 5 <= first <= 12 and 3 <= last <= 9 else None


def _verb_at(time: TimeMention, sentence: Sentence) -> Token | None:
    tokens = sentence.tokens_in(sentence.span_at(time.start, time.end))
    return verb_above(tokens[0]) if tokens else None


def _forms_of(verb: Token) -> set[str]:
    return {verb.lemma_.lower(), *(f"{verb.lemma_.lower()} {c.lower_}" for c in verb.children)}


def _number(word: str) -> int:
    return int(word) if word.isdigit() else int(load("en/numbers")["units"][word.lower()])


@cache
def _bare_hours() -> re.Pattern[str]:
    hours = "|".join([r"\d{1,2}", *(w for w, n in load("en/numbers")["units"].items() if 1 <= int(n) <= 12)])
    pair = rf"(?P<first>{hours})(?:\s+|-)(?:to|till|until)(?:\s+|-)(?P<last>{hours})"
    behind = r"(?=\s+curfew|\s*[.,;:)]|\s+(?:was|is|has|in|and|on|each|every|for the)\b|\s*$)"
    return re.compile(rf"(?:\bfrom\s+|(?=\S+\scurfew)\b){pair}{behind}", re.I)


def _daily(sentence: Sentence) -> str | None:
    """The daily hours of the sentence: no sentence has yet been seen with two measures that have some."""
    ranges = find_clock_ranges(sentence.text)
    return ranges[0].daily if ranges else None


@cache
def _length() -> re.Pattern[str]:
    words = "|".join(sorted(load("en/numbers")["units"], key=len, reverse=True))
    return re.compile(rf"\b(?P<number>\d{{1,3}}|{words})[\s-]+(?:\w+\s+)?(?P<unit>day|week|month)s?\b", re.I)


def _reckoned(start: When, sentence: Sentence) -> When | None:
    """ "three days from Tuesday" ends on Thursday, "for two weeks from the 5th" on the 19th."""
    found = _length().search(sentence.text)
    if start.day is None or found is None:
        return None
    word = found["number"].lower()
    number = int(word) if word.isdigit() else int(load("en/numbers")["units"][word])
    return _after(start.day, number, found["unit"].lower()) if number else None


def _after(start: date, number: int, unit: str) -> When:
    if unit == "day":
        return When.on(start + timedelta(days=number - 1))
    if unit == "week":
        return When.on(start + timedelta(weeks=number))
    month = start.month - 1 + number
    year, month = start.year + month // 12, month % 12 + 1
    for day in range(start.day, start.day - 4, -1):
        try:
            return When.on(date(year, month, day))
        except ValueError:
            continue
    raise ValueError(f"no such day: {number} {unit} after {start}")
