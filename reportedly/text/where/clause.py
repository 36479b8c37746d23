"""Which place does the sentence itself give what a stretch of it says?

"Police in X killed 3 in Y" gives Y, "In X there were 13 wounded, in Y 4" each its own.
"""

import re
from collections.abc import Sequence
from itertools import dropwhile, takewhile

from reportedly.model import EntityKind, Mention, Span, Voice
from reportedly.text.grammar import verb_above
from reportedly.text.names import mentions_of
from reportedly.text.sentences import Sentence, Token
from reportedly.text.setting import head_of, is_happening, is_wider, preposition_of, within_words
from reportedly.text.where.again import phrase_place, taken_up
from reportedly.text.where.bare import is_bare
from reportedly.text.where.befallen import (
    heading_of,
    home_of_counted,
    place_befallen,
    place_moved_to,
    place_where,
    town_of_building,
)
from reportedly.text.where.before import place_there
from reportedly.text.where.counting import place_counting
from reportedly.text.where.left import parts_of_them, shared_out
from reportedly.text.where.placed import (
    held_by,
    innermost,
    is_aside,
    is_compared,
    is_desk,
    is_measured,
    is_of_occasion,
    is_placed,
    is_seat,
    is_where_told,
    town_of_site,
)
from reportedly.text.where.words import sorts, words


def place_of(
    sentence: Sentence, span: Span, *, head: int | None = None, way: bool = False, chain: tuple[Voice, ...] = ()
) -> Span | None:
    """The place that the sentence itself names for what the span says, else the one that its words take up again."""
    return own_place(sentence, span, head=head, way=way, chain=chain) or phrase_place(sentence, span, chain=chain)


def own_place(
    sentence: Sentence, span: Span, *, head: int | None = None, way: bool = False, chain: tuple[Voice, ...] = ()
) -> Span | None:
    """The place that the sentence itself gives what the span says: behind its main word `head`, else before it ("police
    in X killed 3 in Y"); else one that frames the sentence, or that it befalls ("X lost 3 people"). With `way`, one that
    it leads to also counts ("sent to X").
    """
    start = sentence.base + sentence.tokens.doc[head].idx if head is not None else span.start
    named = [m for m in mentions_of(sentence.article).inside(sentence.span) if m.kind is EntityKind.PLACE]
    named = [m for m in named if not is_seat(m, sentence)]
    if sentence.article.site is not None:
        named = [m for m in named if not is_wider(m)]  # a story with a site is told nearer than "in Central Asia"
    if (where := place_where(sentence, named, head)) is not None:
        return where
    stop = _next_count(sentence, start, named)
    placed = [m for m in named if is_placed(m, sentence, way=way) and not is_desk(m, sentence)]
    placed = [m for m in placed if m.span.start > start or not is_where_told(m, sentence)]
    placed = [m for m in placed if not is_aside(m, sentence, head) and not (way and is_of_occasion(m, sentence, head))]
    if sentence.article.site is not None:
        placed = [m for m in placed if m.span.start >= _opening_of_aside(sentence, head)]
    others = [part for part in parts_of_them(sentence) if not part.overlaps(span) and part.start > start]
    placed = [m for m in placed if not any(part.overlaps(m.span) for part in others)]
    if (there := _there(sentence, span, head)) is not None:
        return there
    if _is_placed_itself(sentence, start):
        placed = [m for m in placed if m.span.start > start or not _is_of_other_count(m, sentence, start)]
    before = [m for m in placed if m.span.start < start]
    behind = [m for m in placed if start <= m.span.start < max(stop, span.end)]
    if before or any(is_bare(t, sorts()[t.lower_]) for t in _left_of(sentence, start) if t.lower_ in sorts()):
        behind = [m for m in behind if not _opens_next(m, sentence, stop)]
    inside = [m for m in placed if m.span.overlaps(span)]
    if not behind and (counting := place_counting(sentence, named, placed, head)) is not None:
        return counting
    if not behind and before and not any(m in before for m in inside):
        nearer = home_of_counted(sentence, named, head) or taken_up(sentence, span, chain)
        if nearer is not None:
            return nearer
    near = [*behind, *reversed(before), *inside] or _of_clause(sentence, _of_whole(placed, sentence), start, head)
    best = next((m for m in near if not (is_measured(m, sentence) or is_compared(m, sentence))), None)
    best = best or next(iter(near), None)
    if best is not None:
        return town_of_site(innermost(held_by(best, named, sentence), named, sentence), named, sentence).span
    return (
        heading_of(sentence, named, start)
        or town_of_building(sentence, span)
        or place_befallen(sentence, named, head)
        or place_moved_to(sentence, named, head)
        or home_of_counted(sentence, named, head)
    )


def _left_of(sentence: Sentence, start: int) -> Sequence[Token]:
    return [t for t in sentence.tokens if sentence.base + t.idx < start]


def _opening_of_aside(sentence: Sentence, head: int | None) -> int:
    """Where the words begin that look back to what happened: in "crowds marched in X after a bombing that killed 20" the
    bombing was not where they marched, as far as the sentence says."""
    token = sentence.tokens.doc[head] if head is not None else None
    while token is not None and token.head.i != token.i:
        noun, token = token.head, token.head if token.dep_ != "relcl" else None
        if token is None and is_happening(noun) and noun.dep_ == "pobj" and noun.head.lower_ in words("looking_back"):
            return sentence.base + noun.head.idx
    return sentence.span.start


def _there(sentence: Sentence, within: Span, head: int | None) -> Span | None:
    """ "Officials in X said 71 died there, many of them in Y": "there" of the words' own clause is the place named before."""
    verb = verb_above(sentence.tokens.doc[head]) if head is not None else None
    for token in sentence.tokens:
        if token.lower_ != "there" or token.dep_ != "advmod" or _is_followed(token):
            continue
        if within.overlaps(sentence.span_of(token)) or (verb is not None and verb_above(token).i == verb.i):
            return place_there(token, sentence)
    return None


def _is_followed(there: Token) -> bool:
    """ "there in X" names the place at once; "there on Sunday" does not."""
    doc = there.doc
    behind = doc[there.i + 1] if there.i + 1 < len(doc) else None
    if behind is None or behind.lower_ not in within_words():
        return False
    return not any(t.ent_type_ in {"DATE", "TIME"} for t in doc[behind.i + 1 : behind.i + 3])


def _of_whole(placed: Sequence[Mention], sentence: Sentence) -> list[Mention]:
    """The places that are not those of the parts of a count: "52 dead, 30 of them in X and 22 in Y"."""
    parts = shared_out(placed, sentence)
    return [mention for mention in placed if mention not in parts]


def _of_clause(sentence: Sentence, placed: Sequence[Mention], start: int, head: int | None) -> list[Mention]:
    """Places behind that hang on the verb all the same: "28 people, 11 of them children, were killed in X"."""
    if head is None:
        return []
    main = sentence.tokens.doc[head]
    verb, found = verb_above(main), []
    stop = next((sentence.base + t.idx for t in sentence.tokens if t.text == ";" and t.i > head), sentence.span.end)
    for mention in placed:
        token = head_of(mention, sentence) if start < mention.span.start < stop else None
        while token is not None and token.i != verb.i and not _counts_on_its_own(token, main):
            token = token.head if token.head.i != token.i else None
        if token is not None and token.i == verb.i and not _is_of_other_count(mention, sentence, start):
            found.append(mention)
    return found


def _is_placed_itself(sentence: Sentence, start: int) -> bool:
    """ "36,000 in X and 21,000 on the Y side": whether a phrase of place stands right behind the number."""
    tokens = [t for t in sentence.tokens if sentence.base + t.idx >= start][:_NEXT]
    counted = dropwhile(lambda t: t.like_num or t.pos_ in {"NOUN", "ADJ"} or t.lower_ in {"of", "them", "whom"}, tokens)
    first, behind = next(counted, None), next(counted, None)
    is_of_time = behind is not None and any(
        t.ent_type_ in {"DATE", "TIME"} for t in (behind, *behind.doc[behind.i + 1 : behind.i + 2])
    )
    return first is not None and first.lower_ in within_words() and not is_of_time


_NEXT = 7
"""Words from a number on among which the phrase of its place begins."""


def _is_of_other_count(mention: Mention, sentence: Sentence, start: int) -> bool:
    """ "15 at the station and six at X": whether another number stands right before the place, but for its preposition."""
    counts = [sentence.span_at(q.start, q.end) for q in sentence.quantities]
    last = max((count for count in counts if count.end <= mention.span.start), default=None)
    if last is None or last.start <= start < last.end:
        return False
    return _BARELY.fullmatch(sentence.quote(Span(last.end, mention.span.start))) is not None


_BARELY = re.compile(
    r"(?: of them)?(?: people| others| more| persons)? (?:in|at|near|within|inside|on|outside)(?: the| nearby| neighbou?ring)? "
)


def _counts_on_its_own(token: Token, main: Token) -> bool:
    """A number, a counted noun or a further verb, whose place is not that of the count before it."""
    is_other = token.i != main.i and (token.like_num or any(c.dep_ == "nummod" for c in token.children))
    return is_other or token.dep_ in {"conj", "parataxis"}


def _next_count(sentence: Sentence, start: int, named: Sequence[Mention]) -> int:
    """Where the next number, or the next part of the sentence, begins: a place behind that is not of the one before."""
    aside = _brackets(sentence)
    numbers = [sentence.span_at(q.start, q.end).start for q in sentence.quantities]
    numbers = [at for at in numbers if not any(a <= at < b and not a <= start < b for a, b in aside)]
    marks = [sentence.base + t.idx for t in sentence.tokens if t.text in {";", ":"}]
    stops = sorted(at for at in [*numbers, *marks] if at > start)
    first = stops[0] if stops else sentence.span.end
    last = start
    for at in stops:
        if at in marks or not _is_enumerated(sentence, Span(last, at), named):
            break
        last = at
    return _behind_verb(sentence, last, [at for at in stops if at > last], named) or first if last > start else first


def _brackets(sentence: Sentence) -> Sequence[tuple[int, int]]:
    """ "33 cases (27 confirmed, 6 probable) in X": what stands in brackets counts parts of what is told around it."""
    return [
        (sentence.base + sentence.tokens.start_char + b.start(), sentence.base + sentence.tokens.start_char + b.end())
        for b in _BRACKETS.finditer(sentence.text)
    ]


_BRACKETS = re.compile(r"\([^()]*\)")


def _is_enumerated(sentence: Sentence, gap: Span, named: Sequence[Mention]) -> bool:
    """ "eight hostages, six gunmen and one officer were killed in X": nothing is said or placed up to the next number."""
    tokens = sentence.tokens_in(gap)
    if any(m.span.overlaps(gap) for m in named) or not any(t.lower_ in _JOINTS for t in tokens[-_JOINT:]):
        return False
    if any(t.lower_ == "that" and t.dep_ == "mark" for t in tokens[-_JOINT:]):
        return False  # "said clashes in the capital left two dead, and that two more died in X"
    row = list(dropwhile(lambda t: t.lower_ in _JOINTS or t.dep_ in {"advmod", "quantmod"}, reversed(tokens)))
    if row and row[0].tag_ in {"VBN", "VBD"}:  # "were killed and 30 injured in X"
        return True
    return not any(t.tag_ in _SAYING or t.dep_ == "ROOT" for t in tokens)


def _behind_verb(sentence: Sentence, last: int, stops: Sequence[int], named: Sequence[Mention]) -> int | None:
    """Where the row of counts ends, if a verb or noun is between the last of them and the next place: not in "13 dead, 4 in X"."""
    stop = stops[0] if stops else sentence.span.end
    place = next((m for m in named if last < m.span.start < stop), None)
    between = sentence.tokens_in(Span(last, place.span.start))[1:] if place is not None else []
    phrase = list(takewhile(lambda t: t.lower_ not in within_words(), between))
    return stop if any(t.tag_ in _SAYING or t.pos_ == "NOUN" for t in phrase) else None


_SAYING = {"VBD", "VBZ", "VBP", "VBN", "MD"}
_JOINTS = {",", "and", "&"}
_JOINT = 2
"""Tokens before a number among which is what joins it to the count before it: ", and six"."""


def _opens_next(mention: Mention, sentence: Sentence, stop: int) -> bool:
    """ "In X there were 13 wounded, in Y 4": the place right before a count is of that one."""
    if not mention.span.end <= stop < sentence.span.end:
        return False
    preposition = preposition_of(mention, sentence)
    before = sentence.tokens.doc[preposition.i - 1].lower_ if preposition is not None and preposition.i else ""
    gap = sentence.quote(Span(mention.span.end, stop))
    return before in {",", ";", "and", "while"} and _RIGHT_BEFORE.fullmatch(gap) is not None


_RIGHT_BEFORE = re.compile(
    r"(?: (?:region|province|district|state|city|oblast|county))?(?:, (?:in|on|to) the [\w-]+,)?[,:]? (?:\w+ )?"
)
