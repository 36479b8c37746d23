"""The three clocks of a claim: when it was said, up to when it counts, when it happened; each null where not told.

In: what was found in a sentence, and its attribution. Out: `Times`. A running toll counts up to the day of the
statement; what one incident did is of the day of the incident. A statement's day stays in force for the next sentences
of the paragraph and for the same speaker, until another day is told; "earlier" breaks it. The day of publication is
never put in for a day that is not told.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import takewhile
from typing import NamedTuple

from reportedly.claims.blow import day_of_all, day_of_deed
from reportedly.claims.clauses import is_since_clause
from reportedly.claims.dating import (
    day_of_where,
    is_ahead,
    is_attribute,
    is_of_part,
    is_of_saying,
    is_onset,
    is_scene,
    is_set_apart,
    is_told_aside,
    own_time,
    tells_count,
    time_of_occasion,
)
from reportedly.claims.kind import Found
from reportedly.model import Modality, Span
from reportedly.text.dates import Direction, Side, TimeMention, find_times
from reportedly.text.dates import Kind as TimeKind
from reportedly.text.grammar import verb_above
from reportedly.text.releases import releaser_of
from reportedly.text.sentences import Article, Sentence, Token, once
from reportedly.text.setting import is_happening
from reportedly.text.voices import Attribution
from reportedly.when import When, shift


class Times(NamedTuple):
    said_on: When | None
    as_of: When | None
    when: When | None
    scope: str


_RUNNING = {
    "so far",
    "to date",
    "until now",
    "now",
    "already",
    "total",
    "toll",
    "altogether",
    "currently",
    "still",
    "thus far",
    "rose",
    "risen",
    "rises",
    "climbed",
    "reached",
    "updated",
}


_BREAKS = {"earlier", "previously", "initially", "formerly"}


@dataclass
class Clock:
    """Remembers, as an article is read from top to bottom, which day is in force."""

    paragraph: int = -1
    in_force: When | None = None
    by_speaker: dict[str, When] = field(default_factory=dict)
    last_told: When | None = None
    heard: int = 0
    of_figures: dict[tuple[int, int], When | None] = field(default_factory=dict)

    def times_of(self, kind: str, found: Found, sentence: Sentence, attribution: Attribution) -> Times:
        """The clocks of one claim."""
        if sentence.paragraph.index != self.paragraph:
            self.paragraph, self.in_force = sentence.paragraph.index, sentence.posted
        own = own_time(sentence, found.span, found.head)
        if kind == "figure" and found.modality in {None, Modality.DENIED}:
            own = _lived(None if _is_of_cause(own, found, sentence) else own, sentence)
            if own is None and found.content.metric in _AT_ONCE:
                own = time_of_occasion(sentence, found.head)
        self._hear(sentence)
        said_on = self._said_on(sentence, attribution)
        own = _as_heard(own, said_on)
        when = found.when or (own.when if own is not None else None)
        if kind == "position":
            return Times(said_on or self._uttered_on(found, sentence, own) or _written_on(sentence), None, when, "")
        if kind == "event":
            return Times(said_on, None, when or self._event_day(found, sentence), "")
        if kind != "figure":
            return Times(said_on, None, when, "")
        times = self._figure_times(found, sentence, said_on, own)
        is_released = bool(attribution.chain) and attribution.chain[0].cue == "release" and own is None
        if is_released and times.as_of == said_on and (day := _day_told(found, sentence)) is not None:
            times = times._replace(as_of=day)  # "On the 20th shells fell. Two guards were killed"
        is_undated = own is None and times.when is None and attribution.said_on is None
        if found.follows is not None and not found.earlier and is_undated:
            earlier, head = sentence.article.sentences[found.follows[0]], found.follows[1]
            times = times._replace(as_of=self.of_figures.get((earlier.index, head)) or times.as_of)
        if is_undated and times.as_of is None and (joined := self._day_of_joined(found, sentence)) is not None:
            times = times._replace(as_of=joined, when=joined, scope="incident")
        self.of_figures[sentence.index, found.head] = times.as_of
        return times

    def _day_of_joined(self, found: Found, sentence: Sentence) -> When | None:
        """ "killing 17 and wounding 39": the second is of the first's day."""
        doc = sentence.tokens.doc
        verb = verb_above(doc[found.head])
        if verb.dep_ != "conj" or any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children):
            return None
        days = ((head, day) for (index, head), day in self.of_figures.items() if index == sentence.index)
        return next((day for head, day in days if verb_above(doc[head]).i == verb.head.i), None)

    def _event_day(self, found: Found, sentence: Sentence) -> When | None:
        """The day of the post, or that on which the sentences before in the paragraph have set what is told in the past."""
        verb = verb_above(sentence.tokens.doc[found.head])
        if (told := day_of_where(verb, sentence)) is not None:
            return told
        if sentence.posted is not None and all(t.kind is TimeKind.CLOCK for t in sentence.times):
            return sentence.posted if verb.tag_ != "VB" else None  # a post tells in any tense, of the future none
        if any(t.kind is not TimeKind.CLOCK for t in sentence.times):
            return _day_in_sentence(found, verb, sentence)
        return _day_before(verb, sentence) or _day_told_elsewhere(found, verb, sentence)

    def _hear(self, sentence: Sentence) -> None:
        """Note the last day of this crisis that the article has told, up to this sentence."""
        for earlier in sentence.article.sentences[self.heard : sentence.index + 1]:
            for time in earlier.times:
                is_told = time.when is not None and time.when.day is not None and time.direction is Direction.NONE
                if (
                    is_told
                    and not is_attribute(time, earlier)
                    and not time.is_past_year
                    and time.side is not Side.FUTURE
                    and not is_ahead(time, earlier)
                    and not is_told_aside(time, earlier)
                    and not is_since_clause(time, earlier)
                ):
                    self.last_told = time.when
        self.heard = max(self.heard, sentence.index + 1)

    def _said_on(self, sentence: Sentence, attribution: Attribution) -> When | None:
        speaker = attribution.chain[0].name if attribution.chain else None
        if attribution.said_on is not None and _is_told_before(sentence, attribution):
            return attribution.said_on  # "on Monday it had reported 131": what it says next, it says today
        if attribution.said_on is not None:
            self.in_force = attribution.said_on
            if speaker:
                self.by_speaker[speaker] = attribution.said_on
            return attribution.said_on
        if _is_broken(sentence):
            return None
        if speaker is None:
            return None
        if attribution.chain[0].cue == "release":
            return _written_on(
                sentence
            )  # a body says in its release what it says on that day, whatever day it tells of
        return self.in_force or self.by_speaker.get(speaker)

    def _uttered_on(self, found: Found, sentence: Sentence, own: TimeMention | None) -> When | None:
        """When a position was taken: "X condemned the attack on Monday" tells it by its own verb."""
        told = own.when if own is not None and own.side is not Side.FUTURE and not own.is_past_year else None
        is_recalling = own is not None and own.is_past_year
        told = told or (None if is_recalling else _beside(sentence, found, None))
        holder = found.content.holder_name
        if told is not None and holder:
            self.by_speaker[holder] = told
        return told or (None if holder is None or _is_broken(sentence) else self.by_speaker.get(holder))

    def _figure_times(self, found: Found, sentence: Sentence, said_on: When | None, own: TimeMention | None) -> Times:
        if found.as_of is not None:
            return Times(said_on, found.as_of, found.when, "cumulative")
        if found.earlier:
            behind = _time_behind(sentence, found)
            return Times(said_on, behind, None, "cumulative")
        words = sentence.quote(found.span).lower()
        running = any(word in words for word in _RUNNING)
        if own is not None and own.when is not None and _is_up_to_now(own):
            return Times(said_on, said_on or (When.on(own.when.last) if own.when.last else None), None, "cumulative")
        if own is not None and (last := _end_of_stretch(own)) is not None:
            return Times(said_on, last, None, "cumulative")
        if (
            own is not None
            and own.when is not None
            and not running
            and own.direction in {Direction.NONE, Direction.AFTER}
        ):
            if tells_count(sentence, found.head):
                return Times(said_on, own.when, None, "cumulative")
            return Times(said_on, own.when, own.when, "incident")
        if own is not None and own.when is not None and own.direction in {Direction.UNTIL, Direction.BY}:
            return Times(said_on, own.when, None, "cumulative")
        if (recalled := _day_of_recalled(found, sentence)) is not None:
            return Times(said_on, recalled, recalled, "incident")
        near = _beside(sentence, found, said_on)
        if near is not None and said_on is None:
            return Times(said_on, near, near, "cumulative" if running else "incident")
        told = said_on or (None if _is_broken(sentence) else self._day_in_force(found, sentence))
        if told is None and not sentence.is_headline:
            told = day_of_blow(found, sentence)
        return Times(said_on, told, None, "cumulative")

    def _day_in_force(self, found: Found, sentence: Sentence) -> When | None:
        """The day up to which an undated count goes: that of a bulletin's data, that of its issue, else the last told."""
        return (
            data_day_of(sentence.article)
            or _now(found, sentence)
            or self.in_force
            or (_written_on(sentence) if sentence.posted is None else None)
            or self.last_told
        )


_DATA = re.compile(
    r"\b(?:data|figures?|situation|status|information|reporting|reported|numbers?|statistics|updated?|state|correct|valid)\b"
    r"[\w\s:,]{0,24}\bas (?:of|at|on)\b|^\W*as (?:of|at)\b[^.]{0,40}$",
    re.IGNORECASE,
)


_HEADING = 8


_HEAD_LINE = 120


@once
def data_day_of(article: Article) -> When | None:
    """ "Data as of 6 March, 18:00" in the head of a bulletin, be it furniture: the day up to which its counts go."""
    return next(_data_days_told(article), None)


def _data_days_told(article: Article) -> Iterator[When]:
    for sentence in article.sentences[:_HEADING]:
        if not any(t.tag_ in {"VBZ", "VBP", "VBD"} for t in sentence.tokens):
            yield from _days_behind(sentence.text, sentence.times)
        yield from _days_announced(sentence)
    start = 0
    for line in article.document.text.split("\n", 2 * _HEADING)[: 2 * _HEADING]:
        span = Span(start, start + len(line))
        is_furniture = not any(span.overlaps(body) for body in article.document.body)
        if is_furniture and len(line) <= _HEAD_LINE and _DATA.search(line) is not None:
            yield from _days_behind(line, find_times(line, published=article.published))
        start += len(line) + 1


_ANNOUNCED = re.compile(
    r"^\W*(?:(?:today|this|it) is|it's|today,)\s(?:[\w:.]+\s){0,4}(?:this\s)?(?:[A-Z][a-z]+day,?\s)?$", re.IGNORECASE
)


def _days_announced(sentence: Sentence) -> Iterator[When]:
    """ "Good evening. It is 1900 exactly this Sunday, 19 June": the day on which a broadcast goes out."""
    for time in sentence.times:
        is_day = time.when is not None and time.when.day is not None and time.moment.day is not None
        if is_day and time.when is not None and _ANNOUNCED.search(sentence.text[: time.start]) is not None:
            yield time.when


def _days_behind(text: str, times: Iterable[TimeMention]) -> Iterator[When]:
    found = _DATA.search(text)
    for time in times if found is not None else ():
        if found is not None and time.start >= found.start() and time.when is not None and time.when.day is not None:
            yield time.when


def _is_told_before(sentence: Sentence, attribution: Attribution) -> bool:
    """Whether it is told as said before what the article tells: "had reported"."""
    cue = attribution.chain[0].cue if attribution.chain else None
    cues = (t for t in sentence.tokens if cue is not None and t.lower_ == cue.lower() and t.pos_ == "VERB")
    return any(c.lower_ == "had" and c.dep_ == "aux" for t in cues for c in t.children)


def _written_on(sentence: Sentence) -> When | None:
    """The day of a post on a live page, or of a body's own release: what these say, they say on it."""
    if sentence.posted is not None:
        return sentence.posted
    published = sentence.article.published
    is_dated = published is not None and published.day is not None and releaser_of(sentence.article)
    return published if is_dated else None


def _day_told(found: Found, sentence: Sentence) -> When | None:
    """The day that the sentences before have set, for what is told in the simple past with no day of its own."""
    verb = verb_above(sentence.tokens.doc[found.head])
    finite = (verb, *(c for c in verb.children if c.dep_ in {"aux", "auxpass"}))
    is_past = any(t.tag_ == "VBD" and t.lower_ != "had" for t in finite)
    day = _day_before(verb, sentence) if is_past and not sentence.times else None
    return day if day is not None and day.day is not None else None


def _day_before(verb: Token, sentence: Sentence) -> When | None:
    """The one day that the sentence before in the paragraph has set for what is told in the past."""
    if verb.tag_ not in {"VBD", "VBN"}:
        return None
    for earlier in reversed(sentence.article.sentences[: sentence.index]):
        if earlier.paragraph is not sentence.paragraph:
            break
        days = [t for t in earlier.times if is_scene(t, earlier)]
        if any(t.kind is not TimeKind.CLOCK for t in earlier.times):
            return days[0].when if len(days) == 1 else None
    return sentence.posted


def _day_told_elsewhere(found: Found, verb: Token, sentence: Sentence) -> When | None:
    if verb.tag_ not in _PAST and not sentence.is_headline:
        return None
    return day_of_deed(sentence.tokens.doc[found.head], sentence) or day_of_all(sentence.article)


_PAST = {"VBD", "VBN", "VBG"}


def _day_in_sentence(found: Found, verb: Token, sentence: Sentence) -> When | None:
    """ "Thousands marched on Friday; police fired tear gas": the one day of deeds that a sentence tells, for all in the past
    tense in it that nothing sets apart."""
    if verb.tag_ not in _PAST or is_set_apart(verb):
        return None
    days = [t for t in sentence.times if t.kind is not TimeKind.CLOCK]
    is_one = len(days) == 1 and is_scene(days[0], sentence) and not is_ahead(days[0], sentence)
    if not is_one or is_of_saying(days[0], sentence) or is_told_aside(days[0], sentence):
        return None
    return days[0].when if not is_attribute(days[0], sentence) else None


def day_of_blow(found: Found, sentence: Sentence) -> When | None:
    """The day of what happened, told elsewhere, for what it did: a headline's dead. A running toll is of it only where the
    article was written on that very day."""
    day = day_of_deed(sentence.tokens.doc[found.head], sentence) or day_of_all(sentence.article)
    is_running = any(word in sentence.quote(found.span).lower() for word in _RUNNING)
    is_fixed = found.content.metric in _DONE_BY_BLOW and not is_running
    return day if is_fixed or (day is not None and day == sentence.written) else None


def _day_of_recalled(found: Found, sentence: Sentence) -> When | None:
    """ "said on Wednesday that it had lost a jet in a crash that killed all 61": what a clause tells of a deed that is dated
    elsewhere is of that day, whenever it is said."""
    verb = verb_above(sentence.tokens.doc[found.head])
    if verb.dep_ != "relcl" or not is_happening(verb.head) or verb.tag_ not in {"VBD", "VBN"}:
        return None
    day = day_of_blow(found, sentence)
    return day if day is not None and found.content.metric in _AT_ONCE and sentence.posted is None else None


_DONE_BY_BLOW = {"killed", "injured", "destroyed", "damaged", "participants", "affected"}


_AT_ONCE = {"killed", "injured", "destroyed", "damaged"}
"""What is done at the moment at which it happens: the missing are counted later."""


def _is_up_to_now(time: TimeMention) -> bool:
    """ "over the past week": what it counts, it counts up to the day on which it is said."""
    step = time.moment.step
    return step is not None and step.low < step.high == 0 and not step.from_anchor and time.moment.part is None


_SHORT_STRETCH = 3
"""Days from the first to the last day of a stretch that still is one incident: "in the fighting from Monday to Wednesday"."""


def _end_of_stretch(time: TimeMention) -> When | None:
    """ "From 10 February to 5 March cholera killed 53": a count up to the last day of many."""
    first, last = (time.when.first, time.when.last) if time.when is not None else (None, None)
    is_stretch = time.moment.last is not None or (time.moment.last_day is not None and time.moment.part is None)
    if not is_stretch or first is None or last is None or time.direction is Direction.SINCE:
        return None
    return When.on(last) if (last - first).days >= _SHORT_STRETCH else None


_TOTALS = {
    "toll",
    "total",
    "number",
    "figure",
    "tally",
    "overall",
    "nationwide",
    "altogether",
    "so far",
    "balance",
    "arrests",
    "count",
}


def says_total(sentence: Sentence, span: Span) -> bool:
    """Whether the evidence speaks of a count of all: a toll, a total, "so far"."""
    words = sentence.quote(span).lower()
    return any(word in words for word in _TOTALS)


def _as_heard(time: TimeMention | None, said_on: When | None) -> TimeMention | None:
    """ "overnight", told on Friday in an article of Saturday, is the night to Friday."""
    step = time.moment.step if time is not None else None
    if time is None or step is None or time.kind is not TimeKind.PART_OF_DAY or said_on is None or said_on.day is None:
        return time
    if time.when is None or time.when.last is None or time.when.last <= said_on.day or time.side is Side.FUTURE:
        return time
    return replace(time, when=When(shift(said_on, step.low).first, said_on.day))


def _lived(time: TimeMention | None, sentence: Sentence) -> TimeMention | None:
    """ "until Wednesday noon 26,000 were taken out", in an article of Thursday, is the Wednesday that is over."""
    published = sentence.written
    if time is None or time.when is None or time.when.day is None or published is None or published.day is None:
        return time
    is_weekday = time.moment.weekday is not None and time.moment.day is None and time.moment.step is None
    is_told_ahead = time.side is Side.FUTURE and time.direction not in {Direction.UNTIL, Direction.BY}
    if not is_weekday or time.when.day <= published.day or is_told_ahead:
        return time
    return replace(time, when=shift(time.when, -7))


_AFTERMATH = re.compile(r"\b(?:following|after|amid)\s+(?:[\w'’-]+\s+){0,5}$", re.IGNORECASE)


_ARRANGED = {"detained", "released", "deployed", "evacuated", "participants"}


def _is_of_cause(time: TimeMention | None, found: Found, sentence: Sentence) -> bool:
    """ "arrested 300 in a crackdown following clashes last week": the day of what people answer to, not of what they do."""
    if time is None:
        return False
    number = sentence.tokens.doc[found.head]
    after = number.idx + len(number) - sentence.tokens.start_char
    told = sentence.text[after : max(after, time.start)]
    return found.content.metric in _ARRANGED and _AFTERMATH.search(told) is not None


def _beside(sentence: Sentence, found: Found, said_on: When | None) -> When | None:
    """The day that the sentence tells outside of the evidence, in the same stretch: "By Monday, ... 847 were held"."""
    start = found.span.start - sentence.span.start
    low = sentence.text.rfind(";", 0, max(0, start)) + 1
    high = sentence.text.find(";", max(0, start))
    verb = verb_above(sentence.tokens.doc[found.head])
    fitting = [
        t
        for t in sentence.times
        if t.when is not None
        and t.when.day is not None
        and t.when != said_on
        and not (is_onset(t, verb, sentence) or is_of_part(t, sentence, found.head))
        and not t.is_past_year
        and t.side is not Side.FUTURE
        and t.direction in {Direction.NONE, Direction.BY}
        and not is_attribute(t, sentence)
        and not is_since_clause(t, sentence)
        and low <= t.start
        and (high < 0 or t.end <= high)
    ]
    return min(fitting, key=lambda t: abs(t.start - start)).when if fitting else None


def _time_behind(sentence: Sentence, found: Found) -> When | None:
    """ "from 28 on Saturday": the day of what was before, where it stands right behind."""
    end = found.span.end - sentence.span.start
    near = [t for t in sentence.times if t.when is not None and end - 24 <= t.start <= end + 8]
    return near[-1].when if near else None


def _now(found: Found, sentence: Sentence) -> When | None:
    """The day of publication, where the sentence speaks of now: "the toll stands at 26", "police say", "today"."""
    if sentence.is_headline and sentence.posted is None:
        return None
    verb = verb_above(sentence.tokens.doc[found.head])
    chain = [verb, *takewhile(lambda t: not _is_beyond_semicolon(t, verb), verb.ancestors)]
    present = any(t.tag_ in {"VBZ", "VBP"} and t.dep_ in {"ROOT", "ccomp", "conj", "parataxis"} for t in chain) or any(
        c.tag_ in {"VBZ", "VBP"} and c.dep_ in {"aux", "auxpass"} for t in chain[:1] for c in t.children
    )
    past = any(t.tag_ == "VBD" for t in chain)
    published = sentence.written
    return published if present and not past and published is not None and published.day is not None else None


def _is_beyond_semicolon(token: Token, verb: Token) -> bool:
    """ "Five are still missing; on Saturday there were 19": the one says nothing of when the other is."""
    return any(t.text == ";" for t in verb.doc[min(token.i, verb.i) : max(token.i, verb.i)])


def _is_broken(sentence: Sentence) -> bool:
    return any(t.lower_ in _BREAKS for t in sentence.tokens)
