"""Whether a sentence speaks of an earlier or another crisis, told only for comparison: "the 1988 quake killed 25,000".

In: a sentence and the evidence of a claim. Out: yes or no. "The worst since 1991" tells of today; "in 1991, 40 died" does
not. What follows in the same paragraph stays in the past until the text comes back with a time or a speaker of its own.
"""

import re
from functools import cache

from reportedly.claims.clauses import is_since_clause
from reportedly.lexicon import gazetteer, load
from reportedly.model import EntityKind, Mention, Span
from reportedly.text.dates import Direction, Kind, TimeMention
from reportedly.text.grammar import verb_above
from reportedly.text.names import countries_of, mentions_of
from reportedly.text.sentences import Sentence, Token
from reportedly.text.setting import is_happening

_COMPARED = re.compile(
    r"\b(?:(?:worst|deadliest|biggest|largest|strongest|heaviest|bloodiest|most \w+)\b.{0,60}\bsince"
    r"|unlike|(?:below|above|than|near|beside|equals|exceeds|to) (?:that|those|the one) of"
    r"|compared\b.{0,20} (?:to|with)|anniversary of)\b",
    re.IGNORECASE,
)


_YEAR_BEFORE = re.compile(
    r"\b(?:(?:the|a) (?:year|decade|summer|winter|spring|autumn) (?:before|earlier|previously)"
    r"|(?:the|in the) (?:previous|preceding) (?:year|decade|summer|winter|spring|autumn))\b",
    re.IGNORECASE,
)
_BACK_THEN = re.compile(r"\b(?:back then|in those days|(?:of|in) that year|that same year)\b", re.IGNORECASE)


def is_background(sentence: Sentence, span: Span, head: int | None = None) -> bool:
    """Whether the claim at `span`, whose main word is the token `head`, is of another time than this crisis."""
    if head is not None and (_is_of_another_event(sentence, head) or _is_yearly(sentence, head)):
        return True
    if _is_of_record(sentence) or _is_since_when(sentence, span) or _is_long_ago(sentence, head):
        return True
    if _is_in_chronicle(sentence, span) or _is_of_another_storm(sentence, span) or _is_of_many_hazards(sentence):
        return True
    if head is not None and (_is_of_an_earlier(sentence, head) or _is_of_a_past_month(sentence, span, head)):
        return True
    if _is_set_beside(sentence) or _is_of_another_land(sentence, span, head):
        return True
    if (
        _is_of_the_year_before(sentence, span)
        or _is_back_then(sentence)
        or _is_compared_with(sentence, span)
        or _is_after_years(sentence, span)
        or _comes_after(sentence, span)
    ):
        return True
    past = [t for t in sentence.times if _is_of_the_past(t)]
    if past and head is not None and _is_still(sentence, head):
        return False
    if past:
        return any(
            not is_since_clause(t, sentence)
            and not _is_within(t, sentence, head)
            and not _has_own_day(t, sentence, span)
            and (
                _bears_on(t, sentence, span, head) or _governs(t, sentence, head) or _dates_its_cause(t, sentence, head)
            )
            for t in past
        )
    is_undated = all(_is_of_the_same(t, sentence) for t in sentence.times)
    if not is_undated or not (_goes_on(sentence) or _is_recalled(sentence)):
        return False
    earlier = sentence.article.sentences[sentence.index - 1]
    return any(_is_of_the_past(t) for t in earlier.times) and not any(
        t.when is not None and not t.is_past_year for t in earlier.times
    )


def _is_still(sentence: Sentence, head: int) -> bool:
    """ "31 girls abducted last May are still held": what its own verb tells of now."""
    verb = verb_above(sentence.tokens.doc[head])
    verbs = [verb.head] if verb.dep_ == "acl" and verb.head.head.pos_ in {"AUX", "VERB"} else []
    verbs = [verb, *(v.head for v in verbs)]
    return any(
        any(t.tag_ in {"VBZ", "VBP"} for t in (v, *v.children))
        and any(c.lower_ in {"still", "now"} for c in v.children)
        for v in verbs
    )


def _has_own_day(past: TimeMention, sentence: Sentence, span: Span) -> bool:
    """ "founded it in 2010 and said that 20 were killed on Thursday": the claim's own stretch names a day of now."""
    inside = [t for t in sentence.times if span.overlaps(sentence.span_at(t.start, t.end))]
    return past not in inside and any(
        t.when is not None and t.when.day is not None and not t.is_past_year and not t.moment.is_from_anchor
        for t in inside
    )


def _time_verb(time: TimeMention, sentence: Sentence) -> Token | None:
    tokens = sentence.tokens_in(sentence.span_at(time.start, time.end))
    return verb_above(tokens[0]) if tokens else None


def _is_within(time: TimeMention, sentence: Sentence, head: int | None) -> bool:
    """ "arrested 1,100 who protest the acquittal of officers accused of beating a man last year": the year of what a clause
    below says of others than those counted, and of no happening ("died in the quake that struck in 1988")."""
    verb = _time_verb(time, sentence)
    if head is None or verb is None:
        return False
    number = sentence.tokens.doc[head]
    while not verb.is_ancestor(number) and verb.i != number.i and verb.head.i != verb.i:
        noun = verb.head
        if verb.dep_ in {"acl", "relcl"} and not (noun.is_ancestor(number) or number.is_ancestor(noun)):
            return not is_happening(noun)
        verb = verb_above(noun)
    return False


def _governs(time: TimeMention, sentence: Sentence, head: int | None) -> bool:
    """ "In June 2002 a mine exploded, the owner reported two dead, and then it was found that 38 had died": what is told in
    the past behind a year that dates the sentence's main clause, with no other time between."""
    verb = _time_verb(time, sentence)
    if head is None or verb is None or verb.dep_ not in {"ROOT", "ccomp", "conj"} or verb.tag_ not in {"VBD", "VBN"}:
        return False
    if time.direction is Direction.SINCE:
        return False
    doc, start = sentence.tokens.doc, sentence.tokens.start
    first = max((t.i for t in sentence.tokens if t.idx - sentence.tokens.start_char < time.end), default=start)
    if not first < head or any(t.text == ";" or t.tag_ in {"VBZ", "VBP"} for t in doc[first:head]):
        return False
    at = doc[head].idx - sentence.tokens.start_char
    between = (other for other in sentence.times if other is not time and time.end <= other.start <= at)
    return all(other.moment.is_from_anchor for other in between)


def _dates_its_cause(time: TimeMention, sentence: Sentence, head: int | None) -> bool:
    """ "31,000 died when the citadel fell sixteen years ago": the clause of when that hangs on the claim's own verb."""
    verb = _time_verb(time, sentence)
    if head is None or verb is None or time.direction is Direction.SINCE:
        return False
    return _is_cause(verb, sentence.tokens.doc[head])


def _is_cause(verb: Token, claim: Token) -> bool:
    """Whether a verb's clause tells when it was that a claim's own verb happened."""
    is_when = verb.dep_ == "advcl" and any(c.lower_ in {"when", "as"} and c.i < verb.i for c in verb.children)
    return is_when and verb_above(verb.head).i == verb_above(claim).i


def _is_long_ago(sentence: Sentence, head: int | None) -> bool:
    """ "A century ago 300 died here", "a flood that drowned 300 a generation ago": what the clause tells of so long ago, and
    not "the bridge, built a century ago, fell"."""
    found = _LONG_AGO.search(sentence.text)
    if found is None or head is None:
        return False
    ago = sentence.tokens_in(sentence.span_at(*found.span()))[-1]
    claim, verb = sentence.tokens.doc[head], verb_above(ago)
    if ago.head.is_ancestor(claim) and ago.head.pos_ in {"NOUN", "PROPN"}:
        return True  # "the quake half a century ago, which killed 3,000"
    return (
        verb.i == verb_above(claim).i
        or (verb.is_ancestor(claim) and verb.dep_ in {"acl", "relcl"})
        or _is_cause(verb, claim)
    )


_LONG_AGO = re.compile(
    r"\b(?:a (?:generation|century|quarter[ -]century|quarter of a century|half[ -]century|millennium)|half a century|generations"
    r"|centuries) (?:ago|earlier|before)\b",
    re.IGNORECASE,
)
_RECORD = re.compile(
    r"^\W*(?:the|its|[a-z.]+(?: [a-z.]+)?['’]s)?\s*previous(?:ly)?\s+"
    r"(?:(?:most|worst|deadliest|biggest|record|reported|deadly|fatal|major|similar|serious|such|large)\s+)+",
    re.IGNORECASE,
)
""" "The previous worst accident", "The previous most deadly reported blast": what today's is measured by."""


def _is_of_record(sentence: Sentence) -> bool:
    return _RECORD.match(sentence.text) is not None


def _is_since_when(sentence: Sentence, span: Span) -> bool:
    """ "in office only since April, when 80 people died in the uprising": what happened in a month that is over."""
    published = sentence.article.published
    at = _offset(sentence, span)
    return any(
        t.direction is Direction.SINCE
        and t.kind in {Kind.MONTH, Kind.YEAR}
        and t.end <= at
        and _WHEN.match(sentence.text, t.end) is not None
        and published is not None
        and published.first is not None
        and t.when is not None
        and t.when.last is not None
        and t.when.last < published.first
        for t in sentence.times
    )


_WHEN = re.compile(r",? (?:when|in which)\b")


_ENTRY = re.compile(
    r"(?:^|[.;:!?]\s|[\s•*·–—-]{2,}|^\W+)\(?(?P<year>(?:1[5-9]|20)\d\d)\)?\s*(?:[-–—:|]|,\s+[A-Z][a-z]+:)\s*(?=\S)"
)


_YEAR_ALONE = re.compile(r"^\W*(?P<year>(?:1[5-9]|20)\d\d)\W*$")
_HEAD_OF_ROW, _ROW = re.compile(r"^(?:\W|on\s|in\s){0,4}$", re.IGNORECASE), re.compile(r"\)?\s*(?:[-–—:|])\s*\S")


def _is_in_chronicle(sentence: Sentence, span: Span) -> bool:
    """ "1990: A quake kills 40,000. 2003 - Town levelled, 31,000 dead": the rows of a list of past years."""
    published = sentence.article.published
    if published is None or published.first is None:
        return False
    if any(
        t.is_past_year and _HEAD_OF_ROW.match(sentence.text[: t.start]) and _ROW.match(sentence.text, t.end)
        for t in sentence.times
    ):
        return True
    opener = sentence.paragraph.sentences[0]
    alone = _YEAR_ALONE.match(opener.text) if opener is not sentence else None
    if alone is not None and int(alone["year"]) < published.first.year:
        return True
    rows = list(_ENTRY.finditer(sentence.text, 0, _offset(sentence, span) + len("1990: ")))
    return bool(rows) and int(rows[-1]["year"]) < published.first.year


_HAZARDS = re.compile(
    r"\b(?:in|by|from|of)\s+(?:[\w-]+\s+){0,2}(?:earthquakes|quakes|tremors|floods|landslides|avalanches|cyclones|hurricanes"
    r"|typhoons|storms|tornadoes|eruptions|tsunamis|crashes|accidents|disasters|derailments|shipwrecks|wrecks|stampedes"
    r"|collapses|cave-ins)\b",
    re.IGNORECASE,
)


def _is_of_many_hazards(sentence: Sentence) -> bool:
    """ "More than 40,000 have died in quakes since 1990": the sum of many, of which today's is none or one."""
    is_long = any(t.direction in {Direction.SINCE, Direction.FROM} and t.is_past_year for t in sentence.times)
    return is_long and _HAZARDS.search(sentence.text) is not None


_HAZARD = r"(?:quake|earthquake|tremor|temblor|tsunami|flood|cyclone|hurricane|typhoon|tornado|eruption|landslide|avalanche|famine)"
_NAMED_STORM = re.compile(r"\b(?:Typhoon|Hurricane|Cyclone|(?:Tropical )?Storm)\s+(?P<name>[A-Z][a-z]+)")


def _is_of_another_storm(sentence: Sentence, span: Span) -> bool:
    """ "where Typhoon Mara has killed 2,300 people", in a story that tells of no storm elsewhere."""
    found = _NAMED_STORM.search(sentence.text)
    if found is None or sentence.index < _LEAD or found.start() > _offset(sentence, span) + 40:
        return False
    kind = found.group().split()[-2].lower()
    others = (s.text.lower() for s in sentence.article.sentences if s.index != sentence.index)
    return not any(kind in text or found["name"].lower() in text for text in others)


_EARLIER = {"previous", "historic", "historical"}
_EARLIER_HAZARD = {"earlier", "past", "similar", "comparable", "preceding", "prior"}
_RANKED = re.compile(
    r"^\W*(?:in|during)\s+(?:the|its|their|one of the|what was the)\s+(?:single\s+|second\s+|most\s+)?"
    r"(?:deadliest|worst|bloodiest|strongest|biggest|largest|deadly|devastating|severe|serious|destructive)"
    rf"(?P<what>\s+(?:one|of (?:these|those|them|all)|(?:such\s+)?(?:recent\s+)?{_HAZARD}s?)\b[^,]{{0,40}})?,",
    re.IGNORECASE,
)
_OF_NOW = re.compile(
    r"\b(?:in|for) (?:years|decades|\w+ years|a (?:decade|generation|century)|memory|living memory)\b", re.IGNORECASE
)
_OFTEN = re.compile(
    r"\b(?:frequent\w*|prone|common|history|often|regularly|fault|faults|seismic\w*|belt|recorded|every year|vulnerable)\b",
    re.IGNORECASE,
)


def _is_of_an_earlier(sentence: Sentence, head: int) -> bool:
    """ "A previous quake killed 500", "the earlier one left 600 dead", "In the deadliest, 25,000 died": the deed of a happening
    that is set apart from today's, where no day of now is told."""
    if any(t.when is not None and t.when.day is not None and not t.is_past_year for t in sentence.times):
        return False
    ranked = _RANKED.match(sentence.text)
    if ranked is not None and _OF_NOW.search(ranked.group()) is None and not _has_this(sentence):
        before = sentence.article.sentences[sentence.index - 1].text if sentence.index else ""
        if _OFTEN.search(before) is not None:
            return True
    verb = verb_above(sentence.tokens.doc[head])
    while (
        verb.dep_ in {"conj", "xcomp"} and not any(c.dep_ in _SUBJECTS for c in verb.children) and verb.head.i != verb.i
    ):
        verb = verb_above(verb.head)
    subjects = [c for c in verb.children if c.dep_ in _SUBJECTS]
    if verb.dep_ == "relcl":
        subjects.append(verb.head)
    subjects += [
        p for c in verb.children if c.lower_ in {"in", "during", "after"} for p in c.children if p.dep_ == "pobj"
    ]
    return any(_is_earlier(s) for s in subjects)


def _is_earlier(noun: Token) -> bool:
    """ "the previous crash", "an earlier quake", "the earlier one"; an earlier blast may be of the same morning."""
    if noun.lower_ != "one" and (not is_happening(noun) or _is_a_count(noun)):
        return False
    if noun.lemma_.lower() in load("en/background")["one_of_few"]["words"] and any(
        c.lower_ in {"last", "former", "first"} for c in noun.children
    ):
        return True  # "in the last war between the two"
    is_hazard = noun.lower_ == "one" or re.fullmatch(_HAZARD, noun.lemma_.lower()) is not None
    return any(c.lower_ in _EARLIER or (is_hazard and c.lower_ in _EARLIER_HAZARD) for c in noun.children)


_SUBJECTS = {"nsubj", "nsubjpass"}


def _is_a_count(noun: Token) -> bool:
    return noun.lemma_.lower() in {"toll", "count", "figure", "number", "estimate", "report", "tally", "death"}


def _has_this(sentence: Sentence) -> bool:
    return any(t.lower_ in {"this", "today", "now", "latest"} for t in sentence.tokens)


def _is_of_a_past_month(sentence: Sentence, span: Span, head: int) -> bool:
    """ "was hit in November by a quake that killed five": one of many, in a month that is over."""
    months = _past_months(sentence)
    if not any(_bears_on(t, sentence, span, head) or _dates_carrier(t, sentence, head) for t in months):
        return False
    verb = verb_above(sentence.tokens.doc[head])
    carriers = [verb.head] if verb.dep_ == "relcl" else [c for c in verb.children if c.dep_ in _SUBJECTS]
    return any(is_happening(c) and any(d.lower_ in {"a", "an", "another"} for d in c.children) for c in carriers)


def _past_months(sentence: Sentence) -> list[TimeMention]:
    """The months without a day that a sentence names and that were over when it was written."""
    published = sentence.article.published
    if published is None or published.first is None:
        return []
    return [
        t for t in sentence.times if t.kind is Kind.MONTH and t.when and t.when.last and t.when.last < published.first
    ]


def _dates_carrier(time: TimeMention, sentence: Sentence, head: int) -> bool:
    verb = verb_above(sentence.tokens.doc[head])
    own = _time_verb(time, sentence)
    return own is not None and (own.i == verb.i or (verb.dep_ == "relcl" and own.is_ancestor(verb)))


_YEARLY = re.compile(
    r"\b(?:(?:every|each|per) year|annually|yearly|a year)(?=\W*(?:$|[.,;)]|in\b|on\b|from\b|by\b))", re.IGNORECASE
)


_EVERY_YEAR = re.compile(r"\W*(?:every|each) (?:single )?year\b", re.IGNORECASE)


def _is_yearly(sentence: Sentence, head: int) -> bool:
    """ "the mines kill 6,000 people every year": a rate, of no crisis."""
    found = _YEARLY.search(sentence.text)
    if found is None:
        return _opens_yearly(sentence, head)
    at = sentence.tokens.doc[head].idx - sentence.tokens.start_char
    between = sentence.text[min(at, found.end()) : max(at, found.start())]
    return len(between) < 120 and not re.search(r"[;:]| but | while ", between)


def _opens_yearly(sentence: Sentence, head: int) -> bool:
    """ "Every year the road claims 40 lives"; but "every year they come, and on Friday 31 were crushed"."""
    if not _EVERY_YEAR.match(sentence.text):
        return False
    year = next(t for t in sentence.tokens if t.lower_ == "year")
    is_own = verb_above(year).i == verb_above(sentence.tokens.doc[head]).i
    return is_own or not any(time.kind is Kind.DAY for time in sentence.times)


_COMPARING_BEFORE = re.compile(
    r"\b(?:after|since|unlike|like|than|as in|as at|as with|memory is|memory was|recall\w*|remember\w*"
    r"|(?:memory|memories|ghosts?|echo|echoes|trauma|horrors?|reminiscent) of|evok\w+)\s+(?:(?:that|the one|those)"
    r"\s+(?:of|at|in)\s+)?(?:the\s+)?[A-Z][\w'-]+(?:\s+[A-Z][\w'-]+){0,2}(?:\s+(?:in|at|of)\s+[A-Z]\w+)*,?\s*$"
)
_LEAD = 3


def _is_of_another_event(sentence: Sentence, head: int) -> bool:
    """ "the second accident after Tarma, where 214 died", "in the Ilo mine, where an explosion killed 200": of a place that is
    named only for what happened there."""
    verb = verb_above(sentence.tokens.doc[head])
    while verb.dep_ in {"conj", "xcomp", "advcl"} and verb.head.i != verb.i:
        verb = verb_above(verb.head)
    opener = next((c for c in verb.children if c.lower_ in {"where", "which"} and c.i < verb.i), None)
    if verb.dep_ not in {"relcl", "advcl", "ccomp"} or opener is None:
        inner = [t for c in verb.children if c.lower_ == "in" for t in c.children if t.lower_ == "which"]
        opener = inner[0] if inner and verb.dep_ == "relcl" else None
    if opener is None or (opener.lower_ == "which" and opener.dep_ not in {"pobj", "nsubj"}):
        return False
    before = sentence.text[: opener.idx - sentence.tokens.start_char]
    if _COMPARING_BEFORE.search(before.removesuffix("in ")) is not None:
        return True
    return opener.lower_ == "where" and _has_new_happening(verb) and _is_first_named(sentence, opener)


def _has_new_happening(verb: Token) -> bool:
    """ "an explosion killed": not the one that the article tells of."""
    return any(
        c.dep_ in {"nsubj", "nsubjpass"}
        and is_happening(c)
        and any(d.lower_ in {"a", "an", "another"} for d in c.children)
        for c in verb.children
    )


def _is_first_named(sentence: Sentence, opener: Token) -> bool:
    """Whether the place that the clause is about is named nowhere before, and stands behind the lead."""
    if sentence.index < _LEAD:
        return False
    limit = sentence.base + opener.idx
    near = [m for m in mentions_of(sentence.article).inside(sentence.span) if m.span.end <= limit]
    places = [m.name for m in near if m.kind is EntityKind.PLACE]
    told = " ".join(s.text for s in sentence.article.sentences[: sentence.index])
    return bool(places) and not any(name in told for name in places[-2:])


_THE_SAME = re.compile(
    r"\b(?:that|the same|that same) (?:day|night|morning|afternoon|evening|week|month|time|summer|winter)\b",
    re.IGNORECASE,
)


def _is_of_the_same(time: TimeMention, sentence: Sentence) -> bool:
    """Whether a time names no day of its own: "that day" is the one that the text has told of."""
    if time.when is None and time.moment.is_from_anchor:
        return True
    return _THE_SAME.fullmatch(sentence.text[time.start : time.end]) is not None


@cache
def _recalling() -> re.Pattern[str]:
    words = "|".join(re.escape(w) for w in load("en/dates")["datelines"]["recalling"])
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


def _is_recalled(sentence: Sentence) -> bool:
    """ "It reminds him of 1985, when the two fought. Up to 300 died": what is said next, in the past, is of what is recalled."""
    if sentence.index == sentence.paragraph.sentences[0].index:
        return False
    earlier = sentence.article.sentences[sentence.index - 1]
    past = [t for t in earlier.times if _is_of_the_past(t)]
    if not past or _recalling().search(earlier.text) is None:
        return False
    return not any(t.tag_ in {"VBZ", "VBP"} for t in sentence.tokens if t.dep_ == "ROOT" or t.dep_ == "aux")


def _is_back_then(sentence: Sentence) -> bool:
    """ "It reminds many of 1989: back then 31 people died": the year that the sentence, or the one before, has named."""
    if _BACK_THEN.search(sentence.text) is None:
        return False
    near = sentence.article.sentences[max(0, sentence.index - 1) : sentence.index + 1]
    published = sentence.article.published
    now = published.first.year if published is not None and published.first is not None else None
    years = (int(year) for s in near for year in re.findall(r"\b(?:1[5-9]|20)\d\d\b", s.text))
    return any(_is_of_the_past(t) for s in near for t in s.times) or (now is not None and any(y < now for y in years))


@cache
def _comparing() -> re.Pattern[str]:
    words = load("en/background")["comparing"]["words"]
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)


def _is_of_the_year_before(sentence: Sentence, span: Span) -> bool:
    """ "An avalanche there killed 16 guides the year before": said in the claim's own clause, and of no comparison."""
    found = _YEAR_BEFORE.search(sentence.text)
    if found is None or re.search(r"\b(?:than|from|against|on|to)\s$", sentence.text[: found.start()]) is not None:
        return False
    end = max(0, span.end - sentence.span.start)
    between = sentence.text[min(found.end(), end) : max(found.start(), _offset(sentence, span))]
    return not re.search(r"[;:,]| (?:but|while|and|after|since|when) ", between)


def _is_set_beside(sentence: Sentence) -> bool:
    """ "For comparison, in the theatre siege in October more than 90 perished"."""
    return _comparing().search(sentence.text) is not None and not any(
        t.tag_ in {"VBZ", "VBP"} and t.dep_ == "ROOT" for t in sentence.tokens
    )


def _is_of_another_land(sentence: Sentence, span: Span, head: int | None) -> bool:
    """ "In October, 129 died in Moscow", in a story that plays elsewhere: a month that is over, and a foreign place."""
    if not any(_bears_on(t, sentence, span, head) for t in _past_months(sentence)):
        return False
    home = countries_of(sentence.article)[:1]
    places = [m for m in mentions_of(sentence.article).inside(sentence.span) if m.kind is EntityKind.PLACE]
    lands = [land for m in places if (land := _land_of(m)) is not None]
    return bool(lands) and bool(home) and all(land not in home for land in lands)


def _land_of(mention: Mention) -> str | None:
    place = gazetteer.place_of(mention.place) if mention.place is not None else None
    return mention.country or (place.country if place is not None else None)


_SINCE = re.compile(
    r"\b(?:worst|deadliest|biggest|largest|strongest|heaviest|bloodiest|first|most \w+)\b[^.;]{0,80}?\bsince\b"
    r"[^.;]{0,60}?,? (?:when|in which|which|that|whose)\b[^.;]*$",
    re.IGNORECASE,
)
_YEARS_AFTER = re.compile(
    r"\b(?:years?|decades?|centur(?:y|ies)|generations?) (?:after|on from|since)\b[^,;.]*$|\banniversary of\b[^;.]*$",
    re.IGNORECASE,
)


def _is_compared_with(sentence: Sentence, span: Span) -> bool:
    """ "the worst since the siege of X, in which 334 died": what the record is held against."""
    return _SINCE.search(sentence.text[: _offset(sentence, span)]) is not None


def _is_after_years(sentence: Sentence, span: Span) -> bool:
    """ "Twenty years after the quake that killed 26,000": what is remembered."""
    return _YEARS_AFTER.search(sentence.text[: _offset(sentence, span)]) is not None


_COMES_AFTER = re.compile(
    r"\b(?:comes?|came|follows?|followed|happened|occurred|struck|strikes|hits?) [^,;.]{0,40}?\b(?:days|weeks?|months?|years?)"
    r" after [^,;.]+, (?:when|in which|which|that|whose|where)\b[^;.]*$"
)


def _comes_after(sentence: Sentence, span: Span) -> bool:
    """ "The disaster comes barely six months after the Orlo earthquake, which killed 2,300": that of which today's is a second."""
    if _COMES_AFTER.search(sentence.text[: _offset(sentence, span)]) is None:
        return False
    root = next((t for t in sentence.tokens if t.head.i == t.i), None)
    return root is not None and any(c.dep_ in _SUBJECTS and is_happening(c) for c in root.children)


def _offset(sentence: Sentence, span: Span) -> int:
    return max(0, span.start - sentence.span.start)


def _is_of_the_past(time: TimeMention) -> bool:
    return time.is_past_year


def _bears_on(time: TimeMention, sentence: Sentence, span: Span, head: int | None) -> bool:
    """Whether the past time dates the claim's own clause rather than a comparison or an age."""
    at = sentence.span_at(time.start, time.end)
    is_comparison = _COMPARED.search(sentence.text[: time.start]) is not None
    if time.direction is Direction.SINCE or is_comparison:
        if head is not None and sentence.base + sentence.tokens.doc[head].idx < at.start:
            return False  # "The toll, 26, is below that of the 1999 flood, which killed 300"
        text = sentence.article.document.text[at.end : max(at.end, span.end)]
        return _TOLD_THEN.match(text) is not None
    if span.overlaps(at):
        return True
    told = sentence.article.document.text[at.end : max(at.end, span.start)]
    if _TOLD_OF.match(told) is not None:
        return True
    between = sentence.article.document.text[min(at.end, span.end) : max(at.start, span.start)]
    return not re.search(r"[;:]| (?:but|while|after|since|when|the worst) ", between) and len(between) < 90


_TOLD_THEN = re.compile(
    r"(?: [\w-]+){0,3},? (?:the (?:very )?(?:year|month|day|week|summer|winter|spring|autumn|season|decade) )?"
    r"(?:when|in which|for which|which|that|whose|in whose)\b"
)
_TOLD_OF = re.compile(r",? (?:when|in which|as)\b(?![^;]*(?:;|\bnow\b|\btoday\b|, but\b| while\b))[^;]{0,200}$")
"""A clause that tells what happened at the time before it, up to the claim: "remember 2008, when the rebels came and"."""


def _goes_on(sentence: Sentence) -> bool:
    """Whether the sentence takes up the one before it in the same paragraph."""
    first = sentence.paragraph.sentences[0]
    if sentence is first or sentence.index == first.index:
        return False
    opener = sentence.tokens[0]
    return (
        opener.lower_ in _CARRYING
        or opener.like_num
        or _THAT_ONE.search(sentence.text) is not None
        or any((t.lower_ == "had" and t.dep_ == "aux") or t.lower_ == "then" for t in sentence.tokens)
    )


_THAT_ONE = re.compile(
    r"\bin that (?:\w+ )?(?:disaster|quake|earthquake|tremor|crash|accident|attack|bombing|blast|explosion|riot|unrest|violence"
    r"|war|conflict|flood|storm|fire|tragedy|incident|uprising|massacre|clash|siege|year|one)\b",
    re.IGNORECASE,
)
"""By which a sentence points back at what the one before has told of."""


_CARRYING = frozenset(
    {
        *(
            "it",
            "that",
            "this",
            "then",
            "they",
            "he",
            "she",
            "those",
            "these",
            "its",
            "their",
            "at",
            "some",
            "more",
            "about",
        ),
        *(
            "nearly",
            "over",
            "around",
            "almost",
            "another",
            "altogether",
            "both",
            "all",
            "most",
            "many",
            "several",
            "two",
        ),
        *("dozens", "scores", "hundreds", "thousands"),
    }
)
"""Words by which a sentence takes up the one before."""
