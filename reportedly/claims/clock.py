"""The three clocks of a claim: when it was said, up to when it counts, when it happened; each null where not told.

In: what was found in a sentence, and its attribution. Out: `Times`. A running toll counts up to the day of the
statement; what one incident did is of the day of the incident. A statement's day stays in force for the next sentences
of the paragraph and for the same speaker, until another day is told; "earlier" breaks it. The day of publication is
never put in for a day that is not told.
"""

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple
from weakref import WeakKeyDictionary

from reportedly.claims.clauses import is_since_clause
from reportedly.claims.kind import Found
from reportedly.model import Modality, Span
from reportedly.text.dates import Direction, Side, TimeMention, find_times
from reportedly.text.dates import Kind as TimeKind
from reportedly.text.grammar import verb_above
from reportedly.text.releases import releaser_of
from reportedly.text.sentences import Article, Sentence, Token
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
        is_undated = own is None and times.when is None and attribution.said_on is None
        if found.follows is not None and not found.earlier and is_undated:
            earlier, head = sentence.article.sentences[found.follows[0]], found.follows[1]
            times = times._replace(as_of=self.of_figures.get((earlier.index, head)) or times.as_of)
        self.of_figures[sentence.index, found.head] = times.as_of
        return times

    def _event_day(self, found: Found, sentence: Sentence) -> When | None:
        """The day of the post, or that on which the sentences before in the paragraph have set what is told in the past."""
        verb = verb_above(sentence.tokens.doc[found.head])
        if (told := _day_of_where(verb, sentence)) is not None:
            return told
        if sentence.posted is not None and all(t.kind is TimeKind.CLOCK for t in sentence.times):
            return sentence.posted if verb.tag_ != "VB" else None  # a post tells in any tense, of the future none
        if sentence.times or verb.tag_ not in {"VBD", "VBN"}:
            return None
        for earlier in reversed(sentence.article.sentences[: sentence.index]):
            if earlier.paragraph is not sentence.paragraph:
                break
            days = [t for t in earlier.times if _is_scene(t, earlier)]
            if earlier.times:
                return days[0].when if len(days) == 1 else None
        return sentence.posted

    def _hear(self, sentence: Sentence) -> None:
        """Note the last day of this crisis that the article has told, up to this sentence."""
        for earlier in sentence.article.sentences[self.heard : sentence.index + 1]:
            for time in earlier.times:
                is_told = time.when is not None and time.when.day is not None and time.direction is Direction.NONE
                if (
                    is_told
                    and not _is_attribute(time, earlier)
                    and not time.is_past_year
                    and time.side is not Side.FUTURE
                    and not _is_ahead(time, earlier)
                    and not _is_told_aside(time, earlier)
                ):
                    self.last_told = time.when
        self.heard = max(self.heard, sentence.index + 1)

    def _said_on(self, sentence: Sentence, attribution: Attribution) -> When | None:
        speaker = attribution.chain[0].name if attribution.chain else None
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
        told = told or _beside(sentence, found, None)
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
        if (
            own is not None
            and own.when is not None
            and not running
            and own.direction in {Direction.NONE, Direction.AFTER}
        ):
            return Times(said_on, own.when, own.when, "incident")
        if own is not None and own.when is not None and own.direction in {Direction.UNTIL, Direction.BY}:
            return Times(said_on, own.when, None, "cumulative")
        near = _beside(sentence, found, said_on)
        if near is not None and said_on is None:
            return Times(said_on, near, near, "cumulative" if running else "incident")
        told = said_on or (None if _is_broken(sentence) else self._day_in_force(found, sentence))
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


_data_days: WeakKeyDictionary[Article, When | None] = WeakKeyDictionary()
_DATA = re.compile(
    r"\b(?:data|figures?|situation|status|information|reporting|reported|numbers?|statistics|updated?|state|correct|valid)\b"
    r"[\w\s:,]{0,24}\bas (?:of|at|on)\b|^\W*as (?:of|at)\b[^.]{0,40}$",
    re.IGNORECASE,
)
_HEADING = 8
_HEAD_LINE = 120


def data_day_of(article: Article) -> When | None:
    """ "Data as of 6 March, 18:00" in the head of a bulletin, be it furniture: the day up to which its counts go."""
    if article not in _data_days:
        _data_days[article] = next(_data_days_told(article), None)
    return _data_days[article]


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


_LINKS = {"since", "after", "when", "before", "until", "as", "where"}


def _is_told_aside(time: TimeMention, sentence: Sentence) -> bool:
    """ "since the shooting began last Thursday", "when the gas ignited on 17 February": the day of what a clause only
    recalls, up to which nothing is counted."""
    tokens = sentence.tokens_in(sentence.span_at(time.start, time.end))
    if not tokens:
        return False
    verb = verb_above(tokens[0])
    is_linked = any(c.lower_ in _LINKS and c.i < verb.i and c.dep_ in {"mark", "advmod"} for c in verb.children)
    is_linked |= (
        verb.dep_ == "pcomp" and verb.head.lower_ in _LINKS
    )  # "came two months after he was ousted on April 11"
    if verb.dep_ == "relcl":  # but "the guns that opened up on Tuesday have left 20 dead"
        if sentence.is_headline:
            return False  # "Police killed dozens who attacked offices last night": a headline tells one day
        return verb.head.dep_ not in {"nsubj", "nsubjpass"}
    return is_linked and verb.dep_ in {"advcl", "pcomp", "ccomp"}


def _is_ahead(time: TimeMention, sentence: Sentence) -> bool:
    """A day after that of publication has not been lived yet: "prolonged until the 22nd"."""
    published, last = sentence.article.published, time.when.last if time.when is not None else None
    return published is not None and published.last is not None and last is not None and last > published.last


def _written_on(sentence: Sentence) -> When | None:
    """The day of a post on a live page, or of a body's own release: what these say, they say on it."""
    if sentence.posted is not None:
        return sentence.posted
    published = sentence.article.published
    is_dated = published is not None and published.day is not None and releaser_of(sentence.article)
    return published if is_dated else None


def _is_scene(time: TimeMention, sentence: Sentence) -> bool:
    """Whether a time sets the day of what is told next: one past day of this crisis."""
    return (
        time.when is not None
        and time.when.day is not None
        and time.direction is Direction.NONE
        and time.side is not Side.FUTURE
        and not time.is_past_year
    )


def _is_up_to_now(time: TimeMention) -> bool:
    """ "over the past week": what it counts, it counts up to the day on which it is said."""
    step = time.moment.step
    return step is not None and step.low < -1 and step.high == 0 and not step.from_anchor


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
    published = sentence.posted or sentence.article.published
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


def own_time(sentence: Sentence, span: Span, head: int | None = None) -> TimeMention | None:
    """The time that the span itself tells, or that hangs on its verb or on what does or suffers the deed."""
    told = [
        t
        for t in sentence.times
        if t.when is not None and not _is_of_before(t, sentence) and not is_since_clause(t, sentence)
    ]
    inside = [t for t in told if span.overlaps(sentence.span_at(t.start, t.end))]
    if head is None:
        inside = [t for t in inside if not _is_attribute(t, sentence)]
        return inside[0] if inside else None
    verb = verb_above(sentence.tokens.doc[head])
    if _gives_count(verb):
        told = [t for t in told if not _is_attribute(t, sentence) and not _is_within_count(t, verb, sentence)]
        inside = [t for t in inside if t in told]
    dating = [t for t in told if _dates(t, verb, sentence)]
    inside = [t for t in inside if not _is_attribute(t, sentence) and not _is_aside(t, verb, sentence)]
    if dating and any(t in inside for t in dating):
        inside = [t for t in inside if t in dating or not _is_of_participle(t, verb, sentence)]
    elif dating and all(_is_of_participle(t, verb, sentence) for t in inside):
        inside = []
    if dating and dating[0] not in inside and _is_attribute(dating[0], sentence) and not _is_free(inside, dating):
        return dating[0]
    return inside[0] if inside else (dating[0] if dating else None)


def _count_of(verb: Token) -> Token | None:
    return next(
        (c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass", "dobj"} and c.lemma_.lower() in _COUNTS), None
    )


def _gives_count(verb: Token) -> bool:
    """ "revised the number of people killed in Monday's bombings": the day of the deed is not that of the count."""
    return _count_of(verb) is not None


def _is_within_count(time: TimeMention, verb: Token, sentence: Sentence) -> bool:
    count = _count_of(verb)
    tokens = sentence.tokens_in(sentence.span_at(time.start, time.end))
    is_day = time.direction in {Direction.NONE, Direction.AFTER}
    return is_day and count is not None and bool(tokens) and count.is_ancestor(tokens[0])


_COUNTS = {"number", "count", "toll", "tally", "figure", "total", "balance"}


_OF_BEFORE = re.compile(
    r"\b(?:from|against|compared (?:to|with)|after)\s+(?:an?\s+\w+\s+|the\s+)?[\w.,-]+(?:\s+\w+)?\s+(?:on|in|a)\s+$"
    r"|\b(?:up|down|from|against)\s+(?:from\s+)?(?:\w+\s+)?$"
)


def _is_of_before(time: TimeMention, sentence: Sentence) -> bool:
    """ "48, up from 46 on Sunday": the day of the count before."""
    if time.direction not in {Direction.NONE, Direction.FROM}:
        return False
    found = _OF_BEFORE.search(sentence.text[max(0, time.start - 40) : time.start])
    return found is not None and any(character.isdigit() for character in found.group())


def _is_free(inside: Sequence[TimeMention], dating: Sequence[TimeMention]) -> bool:
    """ "those of Monday's riot were arrested on the 13th": the deed has a day of its own."""
    return any(time in dating for time in inside)


def _dates(time: TimeMention, verb: Token, sentence: Sentence) -> bool:
    """Whether a time hangs on the verb, on one joined to it, or on its subject: "Monday's march brought 60,000", "the
    fire that broke out on the 4th killed 23", "Thursday's crash, which killed 12", "in 1988, when 35 died"."""
    tokens = sentence.tokens_in(sentence.span_at(time.start, time.end))
    inner = {t.i for t in tokens}
    if any(c.lower_ == "when" and not inner.isdisjoint({c.i - 1, c.i - 2}) for c in verb.children):
        return True
    if not tokens or time.direction not in {Direction.NONE, Direction.AFTER}:
        return False
    owner = next((t for t in reversed(tokens) if t.dep_ == "poss"), None)
    token = owner if owner is not None else next((t for t in tokens if t.head.i not in inner), tokens[0])
    antecedents = _antecedents(verb)
    joined = {verb.i, *(c.i for c in verb.conjuncts if not any(k.dep_ == "nsubj" for k in c.children if c.i > verb.i))}
    is_inside = False
    for _ in range(_CLIMB):
        above = token.head
        if above.i in joined:
            return is_happening(token) if is_inside else token.dep_ in _HANGS
        if above.i in antecedents and token.dep_ in _QUALIFIES:
            return True
        if above.i == token.i or (above.pos_ in {"VERB", "AUX"} and above.dep_ not in {"relcl", "acl"}):
            return False
        is_inside |= above.dep_ in {"relcl", "acl", "nsubj", "nsubjpass"}
        token = above
    return False


def _antecedents(verb: Token) -> set[int]:
    """What a relative clause is about: its noun, and the one that this is a part of ("the crash in Puno, which ...")."""
    found: set[int] = set()
    noun = verb.head if verb.dep_ == "relcl" else None
    while noun is not None:
        found.add(noun.i)
        noun = noun.head.head if noun.dep_ == "pobj" and noun.head.dep_ == "prep" else None
    return found


_CLIMB = 7
_HANGS = {"prep", "npadvmod", "nsubj", "nsubjpass", "advmod", "dobj", "agent", "tmod", "pobj"}
_QUALIFIES = {"poss", "prep", "amod", "nummod", "compound", "nmod", "npadvmod"}


def _is_aside(time: TimeMention, verb: Token, sentence: Sentence) -> bool:
    """Whether the time stands in a clause that only says more of some noun: "..., the first since petrol rose on 2 March"."""
    tokens = sentence.tokens_in(sentence.span_at(time.start, time.end))
    if not tokens:
        return False
    above = [tokens[0], *tokens[0].ancestors]
    for token in above:
        if token == verb:
            return False
        if token.dep_ in {"relcl", "appos"}:
            return verb not in [token, *token.subtree]
    return False


def _day_of_where(verb: Token, sentence: Sentence) -> When | None:
    """ "broke into the ministries on Saturday, where they burned files": what was done there was done then."""
    is_where = verb.dep_ in {"relcl", "advcl"} and any(c.lower_ == "where" and c.i < verb.i for c in verb.children)
    if not is_where or verb.tag_ != "VBD":
        return None
    above = verb_above(verb.head)
    days = [t for t in sentence.times if _is_scene(t, sentence) and _dates(t, above, sentence)]
    return days[0].when if len(days) == 1 and above.tag_ == "VBD" else None


def _is_of_participle(time: TimeMention, verb: Token, sentence: Sentence) -> bool:
    """ "the curfew ordered on Friday was lifted on Sunday": the day of what a noun's participle tells."""
    tokens = sentence.tokens_in(sentence.span_at(time.start, time.end))
    above = itertools.takewhile(lambda t: t != verb, tokens[0].ancestors) if tokens else ()
    return any(t.dep_ == "acl" and t.tag_ in {"VBN", "VBG"} for t in above) and verb.is_ancestor(tokens[0])


def _is_attribute(time: TimeMention, sentence: Sentence) -> bool:
    """ "Tuesday's bombing", "protests over the May 15 polls": the day of the thing named, not of what is told."""
    if re.match(r"(?:\s+(?:night|morning|evening))?'s\b|'\s", sentence.text[time.end :]) is not None:
        return True
    if sentence.text[: time.start].lower().endswith("on "):
        return False  # "on Friday cut the toll to 24"
    tokens = sentence.tokens_in(sentence.span_at(time.start, time.end))
    noun = tokens[-1].nbor() if tokens and tokens[-1].i + 1 < sentence.tokens.end else None
    is_named = noun is not None and noun.pos_ == "NOUN" and noun.dep_ in {"pobj", "nsubj", "nsubjpass", "dobj"}
    return is_named and any(t.head == noun and t.dep_ in {"compound", "nmod", "nummod"} for t in tokens)


def _beside(sentence: Sentence, found: Found, said_on: When | None) -> When | None:
    """The day that the sentence tells outside of the evidence, in the same stretch: "By Monday, ... 847 were held"."""
    start = found.span.start - sentence.span.start
    low = sentence.text.rfind(";", 0, max(0, start)) + 1
    high = sentence.text.find(";", max(0, start))
    fitting = [
        t
        for t in sentence.times
        if t.when is not None
        and t.when.day is not None
        and t.when != said_on
        and not t.is_past_year
        and t.side is not Side.FUTURE
        and t.direction in {Direction.NONE, Direction.BY}
        and not _is_attribute(t, sentence)
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
    chain = [verb, *verb.ancestors]
    present = any(t.tag_ in {"VBZ", "VBP"} and t.dep_ in {"ROOT", "ccomp", "conj", "parataxis"} for t in chain) or any(
        c.tag_ in {"VBZ", "VBP"} and c.dep_ in {"aux", "auxpass"} for t in chain[:1] for c in t.children
    )
    past = any(t.tag_ == "VBD" for t in chain)
    published = sentence.posted or sentence.article.published
    return published if present and not past and published is not None and published.day is not None else None


def _is_broken(sentence: Sentence) -> bool:
    return any(t.lower_ in _BREAKS for t in sentence.tokens)
