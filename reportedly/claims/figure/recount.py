"""A count told anew with a bare number: "the institute went up to 41", "the Red Cross stood by 58", "they say eleven".

In: a number without a noun, and its sentence. Out: whether its teller gives the last count anew, or whether the sentence
names itself what it counts ("the number of persons lodged rose to 4,300") and so takes up nothing. Refuses a subject that
cannot speak ("the shares went down to 14").
"""

from functools import partial

from reportedly.claims.figure.frames import Counted
from reportedly.claims.figure.metric import Metric, is_counting, lemma, state_of
from reportedly.lexicon import words
from reportedly.text.grammar import subject_of, verb_above
from reportedly.text.sentences import Sentence, Token
from reportedly.text.tellers import voices_of_noun

_words = partial(words, "en/recounts")


def names_its_own(counted: Counted) -> bool:
    """ "the number of visitors dropped to 1,400": a count of others than those before."""
    number = counted.number
    doc, start = number.doc, number.sent.start
    for at in range(number.i - 1, start - 1, -1):
        if doc[at].text in {";", ":"} or (doc[at].like_num and doc[at - 1].text in _LABELLED):
            return False
        if lemma(doc[at]) == "casualty":
            return False
        if is_counting(doc[at]) and doc[at].pos_ == "NOUN":
            return any(_is_of_several(c) for c in doc[at].children)
    return False


_LABELLED = {"-", "–", "—", ":", "="}
""" "count of objects hit - 49, of houses - 248": the count before has its number."""


def _is_of_several(of: Token) -> bool:
    is_of = of.lower_ in {"of", "among"} and of.dep_ == "prep"
    return is_of and any((c.dep_ == "pobj" and c.tag_ in {"NNS", "NNPS"}) or c.lower_ == "people" for c in of.children)


def is_told_anew(counted: Counted, sentence: Sentence) -> bool:
    """Whether a teller is the subject of a verb that moves to the number, holds to it, or tells it, and nothing follows."""
    number = counted.number
    if counted.noun is not None or not _ends(number):
        return False
    token, leading = number, set[str]()
    while (
        token.dep_ in {"pobj", "prep", "prt", "advmod", "nummod", "quantmod", "npadvmod", "pcomp"}
        and token.head.i < token.i
    ):
        if token.i != number.i:
            leading.add(token.lower_)
        token = token.head
        if token.pos_ in {"VERB", "AUX"}:
            break
    verb = token if token.pos_ in {"VERB", "AUX"} else verb_above(number)
    if verb.i > number.i or (leading and not _leads(verb, leading)):
        return False
    is_told = lemma(verb) in _words("telling", "verbs") or lemma(verb) == "be"
    if not leading and not (is_told and number.dep_ in {"dobj", "ccomp", "npadvmod", "attr"}):
        return False
    subject = subject_of(verb)
    if lemma(verb) == "be" and not leading:
        return subject is not None and subject.lower_ == "it" and _is_now(verb)
    return subject is not None and subject.i < verb.i and _can_tell(subject, sentence, verb)


def _leads(verb: Token, leading: set[str]) -> bool:
    return any(
        lemma(verb) in _words(table, "verbs")
        and leading & _words(table, "to")
        and leading <= _words(table, "to") | _PARTICLES
        for table in ("moving", "holding", "telling")
    )


def _is_now(verb: Token) -> bool:
    """ "on Sunday it is now 44"."""
    return any(
        c.dep_ == "advmod" and c.lower_ in {"now", "already", "still", "today", "meanwhile"} for c in verb.children
    )


_PARTICLES = {"up", "down", "back", "over", "on", "as", "far"}


def _can_tell(subject: Token, sentence: Sentence, verb: Token) -> bool:
    return subject.lower_ in {"they", "he", "she", "we"} or bool(voices_of_noun(subject, sentence, cue=verb.lower_))


def _ends(number: Token) -> bool:
    """Nothing that the number could count follows."""
    after = number.doc[number.i + 1] if number.i + 1 < number.sent.end else None
    return after is None or after.is_punct or after.pos_ in {"CCONJ", "SCONJ", "ADP", "ADV"}


_STATES = {"VBN", "VBG", "JJ"}


def label_of(counted: Counted) -> Metric | None:
    """ "partially destroyed, 5,100", "missing, according to him, 15": a state, a comma and a bare number, without a verb."""
    number = counted.number
    doc, at = number.doc, number.i - 1
    if counted.noun is not None or at <= number.sent.start or doc[at].text != "," or not _is_last(number):
        return None
    start = at
    while start > number.sent.start and doc[start - 1].text not in {";", ":", ".", "–", "—"}:
        start -= 1
    segment = [t for t in doc[start:at] if t.pos_ != "ADV"]
    if (
        not segment
        or segment[0].tag_ not in _STATES
        or any(t.tag_ in {"VBD", "VBZ", "VBP"} or t.like_num for t in segment)
    ):
        return None
    if len(segment) > 1 and segment[1].text != ",":
        return None
    state = state_of(segment[0])
    if state is None:
        return None
    is_partly = state.name == "destroyed" and doc[start].lower_ in _words("partly", "words")
    return Metric("damaged", state.word) if is_partly else state


def _is_last(number: Token) -> bool:
    return number.i + 1 >= number.sent.end or number.doc[number.i + 1].text in {".", ";", ")"}


def is_part_with_deed(counted: Counted) -> bool:
    """ "two of them were waiting for the train": of a part is told what it did, not what it is. One is a lone victim."""
    number = counted.number
    verb = number.head
    if number.dep_ not in {"nsubj", "nsubjpass"} or verb.pos_ not in {"VERB", "AUX"}:
        return False
    if not any(
        c.lower_ == "of" and any(p.lower_ in {"them", "these", "those", "us"} for p in c.children)
        for c in number.children
    ):
        return False
    is_named = counted.noun is not None and counted.noun.pos_ != "PRON"  # "three of them gendarmes"
    return number.lower_ == "one" or (not is_named and lemma(verb) not in _words("being", "verbs"))
