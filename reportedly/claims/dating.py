"""Which day does a sentence tell of a deed or a count, and which belong to something else?

In: a sentence, as parsed, and the main word of what it says. Out: the time that hangs on its verb, on what does or suffers
the deed or on the clause around it. "Tuesday's bombing" dates the bombing; "48, up from 46 on Sunday" the count before;
"since the shooting began last Thursday" but a look back. Refuses what it cannot hang anywhere.
"""

import itertools
import re
from collections.abc import Sequence

from reportedly.claims.clauses import is_since_clause
from reportedly.lexicon import words
from reportedly.model import Span
from reportedly.text.dates import Direction, Side, TimeMention
from reportedly.text.dates import Kind as TimeKind
from reportedly.text.grammar import verb_above
from reportedly.text.sentences import Sentence, Token
from reportedly.text.setting import is_happening
from reportedly.text.tellers import cues
from reportedly.text.where import parts_of_them
from reportedly.when import When

_LINKS = {"since", "after", "when", "before", "until", "as", "where"}


def is_told_aside(time: TimeMention, sentence: Sentence) -> bool:
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
    if _begins(verb) and _is_lasting(verb):
        return True
    if verb.dep_ == "relcl":  # but "the guns that opened up on Tuesday have left 20 dead"
        if sentence.is_headline:
            return False  # "Police killed dozens who attacked offices last night": a headline tells one day
        return verb.head.dep_ not in {"nsubj", "nsubjpass"}
    return is_linked and verb.dep_ in {"advcl", "pcomp", "ccomp"}


def is_ahead(time: TimeMention, sentence: Sentence) -> bool:
    """A day after that of publication has not been lived yet: "prolonged until the 22nd"."""
    published, last = sentence.article.published, time.when.last if time.when is not None else None
    return published is not None and published.last is not None and last is not None and last > published.last


def is_scene(time: TimeMention, sentence: Sentence) -> bool:
    """Whether a time sets the day of what is told next: one past day of this crisis."""
    return (
        time.when is not None
        and time.when.day is not None
        and time.direction is Direction.NONE
        and time.side is not Side.FUTURE
        and not time.is_past_year
    )


def own_time(sentence: Sentence, span: Span, head: int | None = None) -> TimeMention | None:
    """The time that the span itself tells, or that hangs on its verb or on what does or suffers the deed."""
    told = [
        t
        for t in sentence.times
        if t.when is not None
        and not (_is_of_before(t, sentence) or is_since_clause(t, sentence) or is_of_part(t, sentence, head))
    ]
    inside = [t for t in told if span.overlaps(sentence.span_at(t.start, t.end))]
    if head is None:
        inside = [t for t in inside if not is_attribute(t, sentence)]
        return inside[0] if inside else None
    verb = verb_above(sentence.tokens.doc[head])
    told = [t for t in told if not is_onset(t, verb, sentence)]
    inside = [t for t in inside if t in told]
    if _gives_count(verb):
        told = [t for t in told if not is_attribute(t, sentence) and not _is_within_count(t, verb, sentence)]
        inside = [t for t in inside if t in told]
    dating = [t for t in told if is_dating(t, verb, sentence)]
    inside = [t for t in inside if not is_attribute(t, sentence) and not _is_aside(t, verb, sentence)]
    if dating and any(t in inside for t in dating):
        inside = [t for t in inside if t in dating or not _is_of_participle(t, verb, sentence)]
    elif dating and all(_is_of_participle(t, verb, sentence) for t in inside):
        inside = []
    paired = _paired(told, sentence, head)
    if paired is not None and (paired in dating or not (dating or _is_aside(paired, verb, sentence))):
        return paired
    if dating and dating[0] not in inside and is_attribute(dating[0], sentence) and not _is_free(inside, dating):
        return dating[0]
    return inside[0] if inside else (dating[0] if dating else None)


def is_of_part(time: TimeMention, sentence: Sentence, head: int | None) -> bool:
    """ "12 dead, the latest a woman hurt on Saturday": the day of her alone."""
    at = sentence.base + sentence.tokens.doc[head].idx if head is not None else None
    told = sentence.span_at(time.start, time.end)
    parts = [part for part in parts_of_them(sentence) if part.overlaps(told)]
    return at is not None and any(at < part.start for part in parts)


def time_of_occasion(sentence: Sentence, head: int) -> TimeMention | None:
    """ "14 had died when a stand collapsed on Thursday": the day of that by which it came about."""
    verb = verb_above(sentence.tokens.doc[head])
    for clause in verb.children:
        is_occasion = clause.dep_ == "advcl" and clause.i > verb.i and clause.tag_ in {"VBD", "VBN", "VBZ"}
        if is_occasion and any(c.lower_ in _OCCASIONS and c.i < clause.i for c in clause.children):
            days = [t for t in sentence.times if is_scene(t, sentence) and is_dating(t, clause, sentence)]
            return days[0] if len(days) == 1 else None
    return None


_OCCASIONS = {"when", "as", "after"}


def _paired(told: Sequence[TimeMention], sentence: Sentence, head: int) -> TimeMention | None:
    """ "arrested 17 on Wednesday and 14 more on Thursday": of several days and counts, each count has the day behind it, or
    each the day before it."""
    days = [t for t in told if _is_plain_day(t, sentence)]
    counts = sorted(q.start for q in sentence.quantities)
    at = sentence.tokens.doc[head].idx - sentence.tokens.start_char
    mine = max((start for start in counts if start <= at + 1), default=None)
    if len(days) < 2 or len(counts) < 2 or mine is None:
        return None
    if days[0].start < counts[0]:
        before = [t for t in days if t.start < mine]
        between = [start for start in counts if before and before[-1].end <= start < mine]
        last = max((start for start in counts if before and start < before[-1].start), default=None)
        is_joined = last is not None and _JOINT.search(sentence.text[last : before[-1].start]) is not None
        return before[-1] if before and not between and (is_joined or before[-1] is days[0]) else None
    end = min((start for start in counts if start > mine), default=len(sentence.text))
    behind = next((t for t in days if mine < t.start < end), None)
    return behind if behind is not None and _is_of_one_clause(behind, at, sentence) else None


_JOINT = re.compile(r",|;|\b(?:and|while|but|then)\b")
"""What stands between a count and the day of the next: "on Monday 17 were held and on Tuesday 14"."""


def _is_plain_day(time: TimeMention, sentence: Sentence) -> bool:
    is_day = time.when is not None and time.when.first is not None and time.direction is Direction.NONE
    return is_day and time.kind is not TimeKind.CLOCK and not is_of_saying(time, sentence) and not time.is_past_year


def is_of_saying(time: TimeMention, sentence: Sentence) -> bool:
    """ "Police said on Friday": the day on which it was told."""
    tokens = sentence.tokens_in(sentence.span_at(time.start, time.end))
    return bool(tokens) and verb_above(tokens[0]).lemma_.lower() in cues()


_APART = {"after", "before", "since", "until", "if"}


def is_set_apart(verb: Token) -> bool:
    """ "after rebels had shelled the airport": told of another time than the clause around it."""
    above = itertools.chain([verb], verb.ancestors)
    return any(
        any(
            c.lower_ in {"had", *_APART} and c.i < t.i and c.dep_ in {"aux", "mark", "auxpass", "prep"}
            for c in t.children
        )
        or (t.dep_ == "pcomp" and t.head.lower_ in _APART)
        for t in above
    )


def _is_of_one_clause(time: TimeMention, at: int, sentence: Sentence) -> bool:
    """Whether no further clause begins between a count and the day behind it."""
    between = sentence.tokens_in(sentence.span_at(at, time.start))[1:]
    return not any(t.dep_ in {"mark", "nsubj", "nsubjpass"} or t.text in {";", ":"} for t in between)


def _count_of(verb: Token) -> Token | None:
    return next(
        (c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass", "dobj"} and c.lemma_.lower() in _COUNTS), None
    )


def tells_count(sentence: Sentence, head: int) -> bool:
    """ "cut the toll of Sunday's blasts, going down to 253": what is told is a count, whenever the deed was."""
    verb = verb_above(sentence.tokens.doc[head])
    return _gives_count(verb) or (verb.dep_ == "advcl" and verb.tag_ == "VBG" and _gives_count(verb.head))


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


def is_dating(time: TimeMention, verb: Token, sentence: Sentence) -> bool:
    """Whether a time hangs on the verb, on one joined to it, or on its subject: "Monday's march brought 60,000", "the
    fire that broke out on the 4th killed 23", "Thursday's crash, which killed 12", "in 1988, when 35 died"."""
    tokens = sentence.tokens_in(sentence.span_at(time.start, time.end))
    inner = {t.i for t in tokens}
    if any(c.lower_ == "when" and not inner.isdisjoint({c.i - 1, c.i - 2}) for c in verb.children):
        return True
    is_stretch = time.direction is Direction.FROM and time.moment.last is not None
    if not tokens or (time.direction not in {Direction.NONE, Direction.AFTER} and not is_stretch):
        return False
    if time.moment.step is not None and time.moment.step.is_of_clause and not _is_counted_from(tokens, verb):
        return False
    owner = next((t for t in reversed(tokens) if t.dep_ == "poss"), None)
    token = owner if owner is not None else next((t for t in tokens if t.head.i not in inner), tokens[0])
    antecedents = _antecedents(verb)
    joined = {verb.i, *(c.i for c in verb.conjuncts if not any(k.dep_ == "nsubj" for k in c.children if c.i > verb.i))}
    if verb.dep_ == "advcl" and verb.tag_ == "VBG" and verb.head.i < verb.i and verb.head.pos_ == "VERB":
        joined.add(verb.head.i)  # "a stand collapsed on Thursday, killing 14"
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


def is_onset(time: TimeMention, verb: Token, sentence: Sentence) -> bool:
    """ "The unrest, which began on October 1, has claimed 260 lives": what goes on since is not of the first day."""
    tokens = sentence.tokens_in(sentence.span_at(time.start, time.end))
    own = verb_above(tokens[0]) if tokens else verb
    if own.i == verb.i or not _begins(own):
        return False
    return _is_lasting(own) or any(c.dep_ == "aux" and c.lower_ in {"has", "have", "'ve"} for c in verb.children)


def _begins(verb: Token) -> bool:
    return verb.dep_ in {"relcl", "acl"} and verb.lemma_.lower() in words("en/dates", "onsets", "words")


def _is_lasting(verb: Token) -> bool:
    """Whether a clause is about what goes on for weeks: "the war that broke out in May"."""
    return verb.head.lemma_.lower() in words("en/dates", "lasting", "words")


def _is_counted_from(tokens: Sequence[Token], verb: Token) -> bool:
    """ "Two days after a bomb killed nine, shops reopened", "a week since the stabbings, in which three died": the day of
    what stands behind, not of what is told around it."""
    last = tokens[-1]
    is_in_clause = last.head.i == verb.i and last.dep_ in {"mark", "prep", "advmod"} and last.i < verb.i
    return is_in_clause or last.is_ancestor(verb) or any(t.is_ancestor(verb) for t in tokens)


def _antecedents(verb: Token) -> set[int]:
    """What a relative clause is about: its noun, and the one that this is a part of ("the crash in Puno, which ...")."""
    found: set[int] = set()
    noun = verb.head if verb.dep_ == "relcl" else None
    while noun is not None:
        found.add(noun.i)
        is_bound = (
            noun.dep_ == "dobj" and noun.head.dep_ == "acl" and noun.head.tag_ == "VB"
        )  # "an attempt to storm it"
        noun = noun.head.head if is_bound or (noun.dep_ == "pobj" and noun.head.dep_ == "prep") else None
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


def day_of_where(verb: Token, sentence: Sentence) -> When | None:
    """ "broke into the ministries on Saturday, where they burned files": what was done there was done then."""
    is_where = verb.dep_ in {"relcl", "advcl"} and any(c.lower_ == "where" and c.i < verb.i for c in verb.children)
    if not is_where or verb.tag_ != "VBD":
        return None
    above = verb_above(verb.head)
    days = [t for t in sentence.times if is_scene(t, sentence) and is_dating(t, above, sentence)]
    return days[0].when if len(days) == 1 and above.tag_ == "VBD" else None


def _is_of_participle(time: TimeMention, verb: Token, sentence: Sentence) -> bool:
    """ "the curfew ordered on Friday was lifted on Sunday": the day of what a noun's participle tells."""
    tokens = sentence.tokens_in(sentence.span_at(time.start, time.end))
    above = itertools.takewhile(lambda t: t != verb, tokens[0].ancestors) if tokens else ()
    return any(t.dep_ == "acl" and t.tag_ in {"VBN", "VBG"} for t in above) and verb.is_ancestor(tokens[0])


def is_attribute(time: TimeMention, sentence: Sentence) -> bool:
    """ "Tuesday's bombing", "protests over the May 15 polls": the day of the thing named, not of what is told."""
    if re.match(r"(?:\s+(?:night|morning|evening))?'s\b|'\s", sentence.text[time.end :]) is not None:
        return True
    if sentence.text[: time.start].lower().endswith("on "):
        return False  # "on Friday cut the toll to 24"
    tokens = sentence.tokens_in(sentence.span_at(time.start, time.end))
    noun = tokens[-1].nbor() if tokens and tokens[-1].i + 1 < sentence.tokens.end else None
    is_named = noun is not None and noun.pos_ == "NOUN" and noun.dep_ in {"pobj", "nsubj", "nsubjpass", "dobj"}
    return is_named and any(t.head == noun and t.dep_ in {"compound", "nmod", "nummod"} for t in tokens)
