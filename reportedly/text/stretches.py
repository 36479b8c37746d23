"""How far a verb of telling reaches: which words of its sentence are told by its subject.

In: a verb of telling with its subject. Out: its `Tag` (the words that tell: "the ministry said in a statement"), and the
tokens that lie in its reach. A tag leads ("the ministry said that A and B") or follows ("A, the ministry said"); in the
middle of its sentence it covers both sides. A semicolon, a clause that somebody else tells, and the end of a quotation
bound it. Read off the words' order, since the parser hangs a told clause now on this word, now on that.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from reportedly.text.quotes import Quotation
from reportedly.text.sentences import Sentence, Token
from reportedly.text.subjects import start_of_row, teller_of
from reportedly.text.tellers import words_of

if TYPE_CHECKING:
    from reportedly.text.tokens import Doc

_OFF = {",", '"', "-", "–", "—", "--", "(", ".", ";", ":", "'", ")", "!", "?"}
_JOINTS = {"but", "while", "whereas", "although", "though", "and", "however", "yet", "as", "or"}
_REFERRING = {"according", "citing", "quoting", "per", "with", "who", "whose", "which"}
_TURNS = {"but", "while", "whereas", "although", "though", "yet"}
_INNER = {"relcl", "acl"}


@dataclass(frozen=True, slots=True)
class Tag:
    """The words that tell: tokens [first, last] with subject, verb, addressee, and when and where it was told."""

    verb: Token
    teller: Token | None
    first: int
    last: int
    leads: bool
    is_inner: bool  # in a clause of its own inside the sentence: "the army, which said that ..., retreated"
    is_set_off: bool


def tag_of(verb: Token, sentence: Sentence) -> Tag:
    """The tag of a verb of telling."""
    subject = teller_of(verb, sentence)
    low, high = sentence.tokens.start, sentence.tokens.end
    own = {verb.i} | {c.i for c in verb.children if c.dep_ in {"aux", "auxpass", "neg", "prt"}}
    is_behind = subject is not None and subject.i > verb.i
    if subject is not None and (subject.head == verb or is_behind):
        rows = [c for c in verb.children if c.dep_ == "nsubj" and (c.i > verb.i) == is_behind] or [subject]
        rows = rows if is_behind or not any(t.text == "," for t in verb.doc[rows[0].i : rows[-1].i]) else rows[-1:]
        own |= {t.i for row in rows for t in _phrase(row) if not _is_cut_off(t, subject)}
    elif subject is not None and (start := start_of_row(subject, verb, sentence)) is not None:
        own |= set(range(start, verb.i))
    told = manner_of(verb, sentence, subject)
    own = {i for i in own if i < _next_mark(verb, high)}
    first, last = min(own), max(verb.i, *(own if is_behind else {verb.i}))
    while first - 1 >= low and (first - 1 in told):
        first -= 1
    while last + 1 < high and (
        last + 1 in told or last + 1 in own or (verb.doc[last + 1].text == "," and {last + 2, last + 3} & told)
    ):
        last += 1
    last = _behind_bracket(verb, max(last, _before_that(verb, last, high)), high)
    after = verb.doc[last + 1] if last + 1 < high else None
    mark = next((c for c in verb.children if c.dep_ in {"mark", "advmod"} and c.lower_ in {"as", "so"}), None)
    before = verb.doc[first - 1].text if first > low else ""
    is_as = mark is not None and mark.i < verb.i
    if is_as and mark is not None:
        first = min(first, mark.i)
        before = verb.doc[first - 1].text if first > low else ","
    is_set_off = before in _OFF or is_as
    is_after = _follows(verb, first)
    is_over = is_set_off and _ends_here(verb, last, high)
    leads = after is not None and not is_after and not is_over and _leads(after, last, high, is_set_off)
    is_inner = verb.dep_ in _INNER or any(
        c.dep_ in {"mark", "advmod"} and c.lower_ in _WHEN and first - 3 <= c.i < verb.i for c in verb.children
    )
    is_row = subject is not None and subject.head != verb and start_of_row(subject, verb, sentence) is not None
    is_inner = is_inner and not is_as and not is_row and not (after is not None and after.lower_ == "that")
    return Tag(verb, subject, first, last, leads, is_inner, is_set_off or is_after)


def _next_mark(verb: Token, high: int) -> int:
    """Where the next semicolon is: nothing behind it tells."""
    return next((t.i for t in verb.doc[verb.i + 1 : high] if t.text == ";"), high)


def _behind_bracket(verb: Token, last: int, high: int) -> int:
    """ "said on Wednesday (25 March) that": the end of a bracket that only says more of when or who."""
    if last + 1 < high and verb.doc[last + 1].text == ")" and any(t.text == "(" for t in verb.doc[verb.i : last]):
        return last + 1
    if last + 1 >= high or verb.doc[last + 1].text != "(":
        return last
    inner = list(takewhile(lambda t: t.text != ")", verb.doc[last + 2 : min(high, last + 2 + _INSERTED)]))
    end = last + 2 + len(inner)
    is_closed = end + 1 < high and verb.doc[end].text == ")"
    return end if is_closed and not any(t.pos_ in {"VERB", "AUX"} for t in inner) else last


def _before_that(verb: Token, last: int, high: int) -> int:
    """ "said in Berlin on Friday that": where and when it was said, up to what was said."""
    for token in verb.doc[last + 1 : min(high, last + _INSERTED)]:
        if token.lower_ == "that" and token.dep_ == "mark" and token.head.head == verb:
            return token.i - 1
        if token.pos_ not in {"ADP", "PROPN", "DET", "NOUN", "ADJ", "ADV", "NUM"} or token.like_num:
            return last
    return last


_WHEN = {"when", "after", "before", "since", "because", "if", "until", "unless", "where", "once"}


def _ends_here(verb: Token, last: int, high: int) -> bool:
    """ "..., the mayor said by phone from the area": nothing that could be told stands behind."""
    has_object = any(c.i > verb.i and c.dep_ in {"dobj", "ccomp", "xcomp", "attr", "oprd"} for c in verb.children)
    is_of = any(c.i > verb.i and c.lower_ in {"of", "about"} for c in verb.children)
    rest = verb.doc[last + 1 : high]
    says = any(t.pos_ in {"VERB", "AUX"} or t.like_num or t.text == '"' or t.lower_ == "that" for t in rest)
    return not has_object and not is_of and not says


def _follows(verb: Token, first: int) -> bool:
    """Whether what is told stands before the tag, as a clause of its own."""
    told = [c for c in verb.children if c.dep_ == "ccomp" and c.i < first]
    mark = _next_mark(verb, verb.sent.end)
    has_more = any(
        verb.i < c.left_edge.i < mark and (c.dep_ == "ccomp" or (c.dep_ == "dobj" and not is_addressee_of(c, verb)))
        for c in verb.children
    )
    return bool(told) and not has_more and not any(t.text == ";" for t in verb.doc[told[-1].i : first])


_AMID = {"as", "when", "while", "before", "after", "hours", "minutes", "days", "because"}


def _leads(after: Token, last: int, high: int, is_set_off: bool) -> bool:
    """Whether what is told stands behind the tag."""
    if is_set_off and after.lower_ in _AMID:
        return False  # "12 are dead, the mayor said as the search went on"
    if after.text == ",":
        return last + 2 < high and (
            after.nbor(1).lower_ == "that"
            or (after.nbor(1).lower_ == "as" and not is_set_off)
            or (not is_set_off and _is_that_behind(after, high))
        )
    if after.text in _DASHES:
        return not is_set_off and last + 2 < high  # "six are dead, the council said - the worst attack yet"
    if after.text == ":":
        return last + 2 < high
    return after.text not in _OFF and not (after.dep_ == "cc" and after.lower_ in {"and", "but", "or"})


_DASHES = {"-", "–", "—", "--"}


def _is_that_behind(comma: Token, high: int) -> bool:
    """ "reported this morning, the 15th, that": an insertion without a verb before what is told."""
    is_manner = comma.nbor(1).pos_ == "ADP"  # "said, in the voice of a man who has slept little, that"
    for token in comma.doc[comma.i + 1 : min(high, comma.i + (3 * _INSERTED if is_manner else _INSERTED))]:
        if token.pos_ in {"VERB", "AUX"} and not is_manner:
            return False
        if token.lower_ == "that" and token.nbor(-1).text == ",":
            return True
    return False


_INSERTED = 8


def _is_cut_off(token: Token, head: Token) -> bool:
    """Whether a comma stands between a word of a phrase and the noun behind it: the word belongs to what stands before."""
    return token.i < head.i and any(t.text == "," for t in token.doc[token.i : head.i])


def _phrase(noun: Token) -> list[Token]:
    """The words of a noun phrase, without its clauses."""
    out = [noun]
    for child in noun.children:
        if child.dep_ not in {"relcl", "acl", "ccomp", "advcl", "parataxis"}:
            out.extend(_phrase(child))
    return out


def manner_of(verb: Token, sentence: Sentence, subject: Token | None) -> set[int]:
    """To whom, when, where and how it was told: "reporters", "on Sunday", "in a statement", "citing the ministry"."""
    out: set[int] = set()
    for child in verb.children:
        if subject is not None and child.i == subject.i:
            continue
        is_addressee = child.dep_ in {"dobj", "dative", "iobj"} and is_addressee_of(child, verb)
        is_adverb = child.dep_ in {"npadvmod", "advmod", "prt"} and not any(t.like_num for t in child.subtree)
        is_where = child.dep_ in {"prep", "dative"} and is_occasion(child, sentence)
        is_citing = child.dep_ in {"advcl", "prep"} and child.lower_ in {"citing", "quoting", "referring"}
        is_citing |= child.lower_ == "from" and verb.lemma_.lower() in words_of("learning")
        if is_where and _is_dated(child, sentence):
            out.add(child.i)  # the day itself comes below: "admitted on Friday 17 of them"
        elif is_addressee or is_adverb or is_where or is_citing:
            out |= {t.i for t in _phrase(child)} - (_told_of(child, verb) if is_addressee else set())
    for time in sentence.times:
        out |= {t.i for t in sentence.tokens_in(sentence.span_at(time.start, time.end)) if abs(t.i - verb.i) < 8}
    return out


def _is_dated(preposition: Token, sentence: Sentence) -> bool:
    own = sentence.span_of(preposition, max(preposition.subtree, key=lambda t: t.i))
    return any(own.start <= sentence.span_at(t.start, t.end).start <= own.start + 24 for t in sentence.times)


def is_addressee_of(noun: Token, verb: Token) -> bool:
    """ "told reporters": whom one tells is not what one tells."""
    return verb.lemma_.lower() in words_of("addressing") and not noun.text[0].isdigit()


def _told_of(heard: Token, verb: Token) -> set[int]:
    """ "told reporters of 17 dead": what is told, which the parser hung on those who heard it. A clause tells it otherwise,
    and "a meeting of 40 mayors" is whom it was told."""
    is_clausal = any(c.dep_ in {"ccomp", "parataxis"} for c in verb.children)
    if is_clausal or heard.lemma_.lower() in words_of("gathered"):
        return set()
    about = (c for c in heard.children if c.lower_ in {"of", "about"} and any(t.like_num for t in c.subtree))
    return {t.i for c in about for t in c.subtree}


def is_occasion(preposition: Token, sentence: Sentence) -> bool:
    """ "in a statement", "on Thursday", "to reporters": where and when it was told, not what."""
    if _is_dated(preposition, sentence):
        return True
    if preposition.lower_ == "to" and preposition.head.lemma_.lower() in words_of("owning"):
        return False  # "the generals admit to six dead"
    if preposition.lower_ in {"to", "through", "via", "during"}:
        return True
    if preposition.lower_ in {"of", "against"}:
        return False
    inner = next((c for c in preposition.children if c.dep_ == "pobj"), None)
    return (
        inner is None
        or inner.lower_ in words_of("occasions")
        or inner.lemma_.lower() in words_of("occasions")
        or inner.lower_ == "reference"
        or inner.ent_type_ in {"DATE", "TIME"}
    )


def reach_of(tag: Tag, tags: Sequence[Tag], sentence: Sentence, quotations: Sequence[Quotation]) -> set[int]:
    """The tokens that the tag's subject tells, as far as their order shows."""
    low, high = bounds_of(tag.verb.i, sentence, quotations)
    others = [t for t in tags if t.verb.i != tag.verb.i and low <= t.verb.i < high and not t.is_inner]
    if tag.leads:
        return set(range(tag.last + 1, _end(tag, others, high)))
    if not tag.is_set_off:
        return set()
    told = set(range(_start(tag, others, low), tag.first))
    doc = tag.verb.doc
    if tag.last + 2 < high and doc[tag.last + 1].text == "," and doc[tag.last + 2].lower_ not in _REFERRING:
        told |= set(range(tag.last + 1, _end(tag, others, high)))
    return told


def bounds_of(at: int, sentence: Sentence, quotations: Sequence[Quotation]) -> tuple[int, int]:
    """The stretch between semicolons that a token lies in, or its quotation."""
    low, high = sentence.tokens.start, sentence.tokens.end
    own = next((q for q in quotations if q.holds(at)), None)
    if own is not None:
        return max(low, own.first), min(high, own.last)
    for t in sentence.tokens:
        if t.text == ";" and not any(q.holds(t.i) for q in quotations):
            if t.i < at:
                low = t.i + 1
            else:
                return low, t.i
    return low, high


def _end(tag: Tag, others: Sequence[Tag], high: int) -> int:
    """Where what is told behind a tag ends: at the end of the stretch, or where somebody else's part begins."""
    for other in sorted(others, key=lambda t: t.first):
        if other.first <= tag.last or _is_same_teller(tag, other):
            continue
        if other.leads and _opens_with_joint(other):
            return other.first
        start = _joint_before(other.first, tag.last + 1, tag.verb.doc, may_be_first=not tag.leads)
        if start is not None:
            return start
        if not other.leads and other.is_set_off:
            return min(other.first, high)
    return _end_of_told(tag, high) if tag.leads else high


def _opens_with_joint(tag: Tag) -> bool:
    """ ", as the ministry put the number at 49": the clause is joined by its own first word."""
    doc, first = tag.verb.doc, tag.first
    return doc[first].lower_ in _JOINTS and first > tag.verb.sent.start and doc[first - 1].text == ","


def _end_of_told(tag: Tag, high: int) -> int:
    """Where the article speaks on in its own tense: "said it had sent 400 men, and Norland shut its border". What a thing
    is announced of ends there too: "announced a curfew, and shops stay shut"."""
    doc, names_thing = tag.verb.doc, _has_object(tag.verb)
    first = next((t for t in doc[tag.last + 1 : high] if t.tag_ in _FINITE), None)
    is_shifted = tag.verb.tag_ == "VBD" and first is not None and first.lower_ in {"had", "would", "'d"}
    if not (names_thing or is_shifted):
        return high
    for token in doc[tag.last + 2 : high]:
        if token.lower_ != "and" or token.nbor(-1).text != "," or token.i + 1 >= high:
            continue
        verb = next((t for t in doc[token.i + 1 : high] if t.tag_ in _FINITE), None)
        has_subject = verb is not None and any(
            c.dep_ in {"nsubj", "nsubjpass"} and c.i > token.i for c in _clause(verb)
        )
        is_own_tense = verb is not None and verb.tag_ == "VBD" and verb.lower_ not in {"had", "would", "'d"}
        if has_subject and (names_thing or is_own_tense):
            return token.i
    return high


_FINITE = {"VBD", "VBZ", "VBP", "MD"}


def _clause(verb: Token) -> list[Token]:
    return [*verb.children, *(verb.head.children if verb.dep_ in {"aux", "auxpass"} else ())]


def _has_object(verb: Token) -> bool:
    """ "announced a curfew": a thing, no clause."""
    has_clause = any(c.dep_ in {"ccomp", "xcomp"} for c in verb.children)
    return not has_clause and any(
        c.dep_ == "dobj" and c.i > verb.i and not is_addressee_of(c, verb) for c in verb.children
    )


def _start(tag: Tag, others: Sequence[Tag], low: int) -> int:
    """Where what is told before a tag begins: at the start of the stretch, or behind what somebody else tells."""
    doc, start = tag.verb.doc, low
    for other in others:
        if other.last >= tag.first:
            continue
        if other.leads:
            joint = _joint_before(tag.first, other.last + 1, doc, wants_clause=True)
            start = max(start, joint if joint is not None else low)
        elif _has_content(doc, other.last + 1, tag.first):
            start = max(start, other.last + 1)
    return start


def _is_same_teller(tag: Tag, other: Tag) -> bool:
    return tag.teller is not None and other.teller is not None and tag.teller.i == other.teller.i


def _joint_before(
    at: int, low: int, doc: "Doc", *, wants_clause: bool = False, may_be_first: bool = False
) -> int | None:
    """Where the clause that ends in `at` is joined to what stands before it, if both say something."""
    tokens = doc[low:at]
    for token in reversed(list(tokens)):
        is_joint = token.lower_ in _JOINTS and token.i > low and token.nbor(-1).text == ","
        is_joint = is_joint or (token.lower_ in _TURNS and token.i > low)
        if is_joint:
            is_far = _has_content(doc, token.i + 1, at)
            is_after = may_be_first or _has_content(doc, low, token.i)
            return token.i if is_after and (is_far or not wants_clause) else None
        if token.text == "," and not wants_clause and token.i >= at - 1:
            return token.i if _has_content(doc, low, token.i) else None
    return None


def _has_content(doc: "Doc", low: int, high: int) -> bool:
    """Whether a stretch says something: it has a verb or a number."""
    return any(t.pos_ in {"VERB", "AUX"} or t.like_num or t.lemma_.lower() in words_of("crowds") for t in doc[low:high])
