"""Who is the subject of a verb of telling, where the parser's arcs say it and where they do not.

In: a verb of telling. Out: the noun that tells ("Two are dead, says the mayor", "..., the governor, Ana Vesk, said"), and where
its words begin. A subject behind the verb is often parsed as its object, and one between commas goes to the clause before.
"""

from typing import TYPE_CHECKING, NamedTuple

from reportedly.model import EntityKind
from reportedly.text.grammar import subject_of
from reportedly.text.names import mentions_of
from reportedly.text.sentences import Sentence, Token
from reportedly.text.tellers import cues, words_of

if TYPE_CHECKING:
    from reportedly.text.tokens import Doc

_SPEAKERS = {EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.GROUP, EntityKind.AGENCY, EntityKind.OUTLET}


def teller_of(verb: Token, sentence: Sentence) -> Token | None:
    """The subject of a verb of telling, before it or behind it ("Two are dead, says the mayor")."""
    behind = [c for c in verb.children if c.dep_ == "nsubj" and c.i > verb.i]
    if behind:
        return behind[0]
    subject = subject_of(verb)
    if subject is not None and subject.lower_ in {"citing", "quoting"}:
        subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)  # "Reuters, citing the army, put"
    if subject is not None and _is_clause_told(subject, verb):
        subject = None
    is_own = subject is not None and subject.head == verb
    if subject is None and verb.dep_ in {"xcomp", "ccomp"} and verb.head.pos_ == "ADJ":
        subject = subject_of(verb.head.head)  # "the mayor was unable to say"
    if subject is not None and not is_own and verb.dep_ == "conj":
        subject = _teller_above(verb, subject)
    if not is_own and (beside := _beside_verb(verb, sentence)) is not None:
        return beside
    if is_own and subject is not None and (officer := _officer_of(subject, verb, sentence)) is not None:
        return officer
    if is_own and subject is not None and (first := _first_of_row(subject, verb, sentence)) is not None:
        return first
    if not is_own and (parted := _before_participle(verb)) is not None:
        return parted
    if not is_own and (ahead := _ahead_of(verb, sentence)) is not None:
        return ahead.head
    if not is_own and _is_inverted(verb):
        # "indicated the civil guard": the parser takes a subject behind the verb for an object
        if verb.dep_ == "amod" and verb.head.i > verb.i:
            return verb.head.head if verb.head.dep_ == "compound" else verb.head
        behind = [c for c in verb.children if c.dep_ in _BEHIND and c.i > verb.i]
        return _behind_occasion(verb, sentence) or (behind[0] if behind else subject)
    return subject


def _behind_occasion(verb: Token, sentence: Sentence) -> Token | None:
    """ "..., said here on Wednesday Ana Vesk, the ambassador": whom the parser hung on when or where it was said."""
    if verb.tag_ not in _FINITE:
        return None
    doc, at, end, mentions = verb.doc, verb.i + 1, sentence.tokens.end, mentions_of(sentence.article)
    told = {t.i for time in sentence.times for t in sentence.tokens_in(sentence.span_at(time.start, time.end))}
    while at < end and at - verb.i < _INSERTED:
        mention = mentions.covering(sentence.base + doc[at].idx)
        is_place = mention is not None and mention.kind is EntityKind.PLACE
        is_comma = doc[at].text == "," and at > verb.i + 1
        if (closing := _aside_at(doc, at, end)) is not None:
            at = closing + 1
            continue
        medium = _medium_to(doc, at, sentence)  # "indicated on Monday to the agency X the delegate"
        is_when = at in told or (doc[at].pos_ == "DET" and at + 1 in told)
        if medium is None and not (is_when or is_place or is_comma or doc[at].pos_ in {"ADV", "ADP"}):
            break
        at = at + 1 if medium is None else medium
    if at == verb.i + 1 or at >= end or doc[at].pos_ not in {"DET", "PROPN", "NOUN", "ADJ"}:
        return None
    head = doc[at]
    while head.head.i > head.i and head.head.i < end and head.head.pos_ in {"NOUN", "PROPN"}:
        head = head.head
    mention = mentions.covering(sentence.base + head.idx)
    is_role = head.lemma_.lower() in words_of("roles") | words_of("sources")
    return head if is_role or (mention is not None and mention.kind in _SPEAKERS) else None


def _before_participle(verb: Token) -> Token | None:
    """ "Governor Vesk, reached by telephone, said", "Radio Lima, heard in Quito, said": the subject that the parser gave to
    the participle between the commas."""
    if verb.i == verb.sent.start or verb.nbor(-1).text != ",":
        return None
    for child in verb.children:
        subject = next((c for c in child.children if c.dep_ in {"nsubj", "nsubjpass"} and c.i < child.i), None)
        is_bare = child.tag_ in {"VBN", "VBD"} and not any(c.dep_ in {"aux", "auxpass"} for c in child.children)
        if child.i < verb.i and is_bare and subject is not None and child.nbor(-1).text == ",":
            return subject
    return None


def _is_clause_told(subject: Token, verb: Token) -> bool:
    """ "35 are foreigners, confirmed the police": what is told is no teller."""
    is_clause = subject.pos_ in {"VERB", "AUX", "NUM"} and subject.i < verb.i and _is_inverted(verb)
    return is_clause and any(c.dep_ in _BEHIND and c.i > verb.i and not c.like_num for c in verb.children)


_BEHIND = {"dobj", "attr", "oprd"}


def _aside_at(doc: "Doc", at: int, end: int) -> int | None:
    """ "said, in a televised address, Ana Vesk": where a phrase between commas ends that begins at a token."""
    if doc[at].text != "," or at + 1 >= end or doc[at + 1].pos_ != "ADP":
        return None
    closing = next((n for n in range(at + 2, min(at + _INSERTED, end)) if doc[n].text == ","), None)
    return (
        closing
        if closing is not None and not any(t.pos_ in {"VERB", "AUX"} for t in doc[at:closing] if t.tag_ != "VBN")
        else None
    )


def _medium_to(doc: "Doc", at: int, sentence: Sentence) -> int | None:
    """Behind "to", where the words of an agency or medium end that begin at a token."""
    if doc[at - 1].lower_ != "to":
        return None
    named = [t.i for t in doc[at : min(at + _NAMED, sentence.tokens.end)] if _is_medium(t, sentence)]
    return named[-1] + 1 if named and named[0] - at < len(named) + 1 else None


_NAMED = 5
"""Words that "the agency X" has, with its article."""


def _is_medium(token: Token, sentence: Sentence) -> bool:
    mention = mentions_of(sentence.article).covering(sentence.base + token.idx)
    return mention is not None and mention.kind in {EntityKind.AGENCY, EntityKind.OUTLET}


def _teller_above(verb: Token, subject: Token) -> Token:
    """ "said that all Danes were safe and asked them to leave": who said asked, not the Danes."""
    told = subject.head
    if told.lemma_.lower() in _TAKING_IN and (first := _before_aside(told, subject)) is not None:
        return first
    outer = told.head
    is_told = told.dep_ == "ccomp" and outer.lemma_.lower() in cues() and outer.tag_ == verb.tag_
    above = subject_of(outer) if is_told else None
    return above if above is not None else subject


_TAKING_IN = {"include", "except", "exclude", "count"}


def _before_aside(participle: Token, noun: Token) -> Token | None:
    """ "put the hurt at 35, both drivers included, and said": the parser's verb is but an aside to what is told before."""
    doc, first = participle.doc, noun.left_edge.i
    is_set_off = first > participle.sent.start and doc[first - 1].text == "," and noun.i + 1 == participle.i
    is_set_off = is_set_off and participle.i + 1 < participle.sent.end and participle.nbor(1).text == ","
    told = next((c for c in participle.children if c.dep_ == "ccomp" and c.i < noun.i), None)
    return subject_of(told) if is_set_off and told is not None else None


def _is_inverted(verb: Token) -> bool:
    before = verb.doc[verb.i - 1].text if verb.i > verb.sent.start else ""
    is_finite = verb.tag_ in {"VBD", "VBZ", "VBP"} or verb.lemma_.lower() in words_of("informing")
    return before in {",", '"', "-", "–", "—"} and is_finite


def _beside_verb(verb: Token, sentence: Sentence) -> Token | None:
    """ "..., the governor, Ana Vesk, said": a name set off before the verb, which the parser hung on what it follows."""
    doc, at = verb.doc, verb.i - 1
    is_perfect = verb.tag_ == "VBN" and _is_own_aux(doc[at], verb)  # "has confirmed"
    is_finite = verb.tag_ in {"VBD", "VBZ", "VBP"} or (verb.dep_ == "acl" and doc[at].text == ",") or is_perfect
    if not is_finite or any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children):
        return None
    while at > sentence.tokens.start and (doc[at].text == "," or doc[at].pos_ == "ADV" or _is_own_aux(doc[at], verb)):
        at -= 1
    mention = mentions_of(sentence.article).covering(sentence.base + doc[at].idx)
    if mention is None or mention.kind not in _SPEAKERS:
        return None
    start = _start_beside(verb, sentence)
    return doc[at] if start > sentence.tokens.start and doc[start - 1].text in {",", '"'} else None


def _is_own_aux(token: Token, verb: Token) -> bool:
    return token.dep_ == "aux" and token.lemma_ == "have" and token.head == verb


def _first_of_row(subject: Token, verb: Token, sentence: Sentence) -> Token | None:
    """ "..., residents and a lawmaker said": the parser gave the residents to the clause before."""
    doc, at = verb.doc, subject.left_edge.i - 2
    if at <= sentence.tokens.start or doc[at + 1].lower_ not in {"and", "or"} or subject.i > verb.i:
        return None
    mention = mentions_of(sentence.article).covering(sentence.base + doc[at].idx)
    if mention is None or mention.kind not in _SPEAKERS or doc[at] in subject.subtree:
        return None
    first = sentence.tokens_in(mention.span)[0].i
    first -= doc[first - 1].pos_ == "DET"
    return doc[at] if first > sentence.tokens.start and doc[first - 1].text == "," else None


def start_of_row(subject: Token, verb: Token, sentence: Sentence) -> int | None:
    """Where the words of a teller begin whom the parser did not hang on the verb."""
    if subject.i > verb.i:
        return None
    if _beside_verb(verb, sentence) is subject:
        return _start_beside(verb, sentence)
    if _before_participle(verb) is subject:
        return subject.left_edge.i
    ahead = _ahead_of(verb, sentence)
    if ahead is not None and ahead.head is subject:
        return ahead.first
    own = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if own is None or own.i == subject.i or _first_of_row(own, verb, sentence) is not subject:
        return None
    mention = mentions_of(sentence.article).covering(sentence.base + subject.idx)
    first = sentence.tokens_in(mention.span)[0].i if mention is not None else subject.i
    return first - (verb.doc[first - 1].pos_ == "DET")


def _start_beside(verb: Token, sentence: Sentence) -> int:
    """Where the set-off name begins, with the title before it."""
    doc, at, mentions = verb.doc, verb.i - 1, mentions_of(sentence.article)
    while at > sentence.tokens.start and _is_own_aux(doc[at], verb):
        at -= 1
    behind = at
    while at > sentence.tokens.start:
        mention = mentions.covering(sentence.base + doc[at].idx)
        is_title = mention is not None and mention.kind in _SPEAKERS
        is_small = doc[at].pos_ in {"ADJ", "DET", "NOUN", "ADV"} or (doc[at].text == "," and at == behind)
        is_apposition = doc[at].text == "," and mentions.covering(sentence.base + doc[at - 1].idx) is not None
        if not is_title and not is_small and not (is_apposition and _is_role_at(doc[at - 1], sentence)):
            break
        at -= 1
    return at + 1


class _Ahead(NamedTuple):
    """The noun of a phrase that stands right before a verb, and where the phrase begins."""

    head: Token
    first: int


_BOUNDS = {",", ";", ":", '"', "(", ")", "-", "–", "—", "--", "[", "]"}
_OPENERS = {
    "and",
    "but",
    "while",
    "whereas",
    "although",
    "though",
    "as",
    "where",
    "that",
    "because",
    "since",
    "so",
    "yet",
}
_FINITE = {"VBD", "VBZ", "VBP"}


def _ahead_of(verb: Token, sentence: Sentence) -> _Ahead | None:
    """ "..., and a nurse at the clinic, who gave no name, said": the phrase before the verb, which the parser hung on the
    clause before it. What stands between commas or in brackets, and when it was told, is passed over."""
    children = {c.dep_ for c in verb.children if c.i < verb.i}
    is_bare = verb.tag_ == "VBN" and verb.dep_ == "acl" and verb.lemma_.lower() in words_of("informing")
    is_bare = is_bare and not any(c.dep_ == "agent" for c in verb.children)
    is_quoted = cues()[verb.lemma_.lower()] == "quote" and "auxpass" in children
    is_told = (verb.tag_ in _FINITE and "auxpass" not in children) or _is_told_to_medium(verb, sentence)
    if not (is_told or is_bare or is_quoted) or children & {"nsubj", "nsubjpass", "csubj"}:
        return None
    return _phrase_ahead(verb, sentence, is_bare=is_bare)


def noun_ahead(verb: Token, sentence: Sentence) -> Token | None:
    """The noun of the phrase right before a verb, whatever the parser took the verb for."""
    ahead = _phrase_ahead(verb, sentence, is_bare=False)
    return ahead.head if ahead is not None else None


def _phrase_ahead(verb: Token, sentence: Sentence, *, is_bare: bool) -> _Ahead | None:
    doc, low = verb.doc, sentence.tokens.start
    at = _before_insertions(verb, sentence)
    last = at
    while at >= low and doc[at].text not in _BOUNDS and doc[at].lower_ not in _OPENERS:
        if doc[at].pos_ in {"VERB", "AUX"} and doc[at].tag_ != "VBN":
            who = _who_before(doc, at, low)
            if who is None:
                return None
            at = last = who - 1  # "a witness who asked not to be named told"
        at -= 1
    words = doc[at + 1 : last + 1]
    if is_bare and (at < low or doc[at].text not in {",", ";", '"'}):
        return None  # "people informed of the closure"
    if (
        not len(words)
        or (at >= low and doc[at].text == ")")
        or words[0].pos_ not in {"DET", "NOUN", "PROPN", "ADJ", "NUM"}
    ):
        return None
    if (person := _person_at(doc[last], sentence)) is not None:
        return _Ahead(person, at + 1)  # "the embassy in Seoul duty officer Ana Vesk"
    end = next((t.i for t in words if t.pos_ == "ADP" or t.text == "'s"), last + 1)
    while end <= last and doc[end].text == "'s":
        end = next((t.i for t in doc[end + 1 : last + 1] if t.pos_ == "ADP" or t.text == "'s"), last + 1)
    head = next((t for t in reversed(list(doc[at + 1 : end])) if t.pos_ in {"NOUN", "PROPN"}), None)
    return _Ahead(head, at + 1) if head is not None else None


def _is_told_to_medium(verb: Token, sentence: Sentence) -> bool:
    """ "a guard who asked to remain anonymous told dpa", whose verb was taken for a participle."""
    if verb.tag_ != "VBN" or verb.lemma_ != "tell" or verb.i + 1 >= sentence.tokens.end:
        return False
    after = mentions_of(sentence.article).covering(sentence.base + verb.nbor(1).idx)
    has_auxiliary = any(c.dep_ in {"aux", "auxpass"} for c in verb.children)
    is_finite = not has_auxiliary and (verb.i == 0 or verb.nbor(-1).pos_ != "AUX")
    return is_finite and after is not None and after.kind in {EntityKind.AGENCY, EntityKind.OUTLET}


def _person_at(token: Token, sentence: Sentence) -> Token | None:
    """A person right before the verb with a role right before the name."""
    mention = mentions_of(sentence.article).covering(sentence.base + token.idx)
    if mention is None or mention.kind is not EntityKind.PERSON or not mention.name[:1].isupper():
        return None
    first = sentence.tokens_in(mention.span)[0]
    roles = words_of("roles") | words_of("spokespersons")
    title = (mention.title or "").rpartition(" ")[2]
    is_role = title in roles or (first.i > sentence.tokens.start and first.nbor(-1).lemma_.lower() in roles)
    return token if is_role else None


def _officer_of(body: Token, verb: Token, sentence: Sentence) -> Token | None:
    """ "The embassy in Lima duty officer Ana Vesk said": the name that the parser took for where the body is."""
    at = verb.i - 1
    while at > body.i and verb.doc[at].pos_ in {"AUX", "ADV"}:
        at -= 1
    token, mention = verb.doc[at], mentions_of(sentence.article).covering(sentence.base + body.idx)
    if mention is None or mention.kind is not EntityKind.ORGANISATION or token.dep_ != "pobj":
        return None
    return _person_at(token, sentence) if token.head.lower_ in {"in", "at", "to"} and token.head.head == body else None


def _before_insertions(verb: Token, sentence: Sentence) -> int:
    """The last token of the phrase before a verb, what is inserted between them left out."""
    doc, low, at = verb.doc, sentence.tokens.start, verb.i - 1
    told = {t.i for time in sentence.times for t in sentence.tokens_in(sentence.span_at(time.start, time.end))}
    while at > low:
        token = doc[at]
        is_had = token.dep_ in {"aux", "auxpass"} and token.head == verb
        if token.i in told or token.pos_ == "ADV" or is_had or (token.pos_ == "ADP" and at + 1 in told):
            at -= 1
            continue
        opening = {")": "(", ",": ","}.get(token.text)
        mark = _back_to(doc, at, low, opening) if opening is not None else None
        if mark is None or (opening == "," and not _is_inserted(doc, mark, at, sentence)):
            break
        at = mark - 1
    return at


def _who_before(doc: "Doc", at: int, low: int) -> int | None:
    """Where the clause without commas begins that a verb lies in: "a witness who gave no name"."""
    for n in range(at - 1, max(low, at - _INSERTED), -1):
        if doc[n].text in _BOUNDS:
            return None
        if doc[n].lower_ == "who" and doc[n - 1].pos_ in {"NOUN", "PROPN"}:
            return n
    return None


def _back_to(doc: "Doc", at: int, low: int, mark: str) -> int | None:
    return next((n for n in range(at - 1, max(low, at - _INSERTED), -1) if doc[n].text == mark), None)


_INSERTED = 24
"""Words that a clause between a teller and his verb may have."""


def _is_inserted(doc: "Doc", first: int, last: int, sentence: Sentence) -> bool:
    """ ", who asked not to be named," and ", the refugee agency," behind a name."""
    inner = doc[first + 1 : last]
    if not len(inner) or first <= sentence.tokens.start:
        return False
    if inner[0].lower_ in {"who", "which", "whose", "whom"}:
        return True
    mention = mentions_of(sentence.article).covering(sentence.base + doc[first - 1].idx)
    is_named = mention is not None and mention.kind in _SPEAKERS
    return is_named and not any(t.pos_ in {"VERB", "AUX"} and t.tag_ != "VBN" for t in inner)


def _is_role_at(token: Token, sentence: Sentence) -> bool:
    """ "the governor, Ana Vesk": the words before the comma are the same one."""
    mention = mentions_of(sentence.article).covering(sentence.base + token.idx)
    return mention is not None and mention.kind is EntityKind.PERSON
