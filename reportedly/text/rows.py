"""How far back somebody tells who is named behind a row of clauses: "Nine drowned; 80 were saved, the mayor said".

In: the tellings of a sentence. Out: the same, one that follows the last clause carried back over the semicolons before it.
Refuses what somebody else tells, or says that nobody knows, and a clause before that says nothing of its own.
"""

from collections.abc import Sequence
from dataclasses import replace

from reportedly.text.phrases import said_on
from reportedly.text.quotes import Quotation
from reportedly.text.sentences import Sentence, Token
from reportedly.text.tellers import Telling, cues

_REFERRING = {
    "according",
    "citing",
    "quoting",
    "per",
    "report",
    "reports",
    "reportedly",
    "unconfirmed",
    "rumour",
    "officially",
}
_TURNS = {"but", "yet", "however", "though", "although", "whereas", "while", "instead"}
_FINITE = {"VBD", "VBZ", "VBP", "MD"}


def over_rows(tellings: Sequence[Telling], sentence: Sentence, quotations: Sequence[Quotation]) -> list[Telling]:
    """The tellings of a sentence, the one behind its last clause reaching back over those before."""
    marks = [t.i for t in sentence.tokens if t.text == ";" and not any(q.holds(t.i) for q in quotations)]
    if not marks:
        return list(tellings)
    return [_carried_back(telling, tellings, marks, sentence) for telling in tellings]


def _carried_back(telling: Telling, tellings: Sequence[Telling], marks: Sequence[int], sentence: Sentence) -> Telling:
    own = [i for i in telling.tokens if sentence.tokens.start <= i < sentence.tokens.end]
    if not own or telling.modality is not None or min(own) - 1 != marks[-1] or telling.cue < min(own) + _CLAUSE:
        return telling
    doc = sentence.tokens.doc
    if doc[min(own)].lower_ in _TURNS or telling.cue <= _first_verb(doc[min(own) : telling.cue + 1]):
        return telling
    start = min(own)
    for low, high in zip([sentence.tokens.start, *(m + 1 for m in marks[:-1])][::-1], marks[::-1], strict=True):
        if not _is_open(doc[low:high], tellings):
            break
        start = low
    if start == min(own):
        return telling
    tokens = telling.tokens | frozenset(range(start, min(own)))
    return replace(telling, tokens=tokens, said_on=said_on(sentence, set(tokens), doc[telling.cue]))


_CLAUSE = 3
"""Words that a clause has before the one who tells it is named."""


def _first_verb(words: Sequence[Token]) -> int:
    return next((t.i for t in words if t.pos_ in {"VERB", "AUX"} or t.like_num), words[0].i)


def _is_open(clause: Sequence[Token], tellings: Sequence[Telling]) -> bool:
    """Whether a clause says something that nobody else is named for."""
    if not any(t.tag_ in _FINITE or t.like_num for t in clause):
        return False
    taken = {i for telling in tellings for i in (*telling.tokens, telling.cue)}
    if any(t.i in taken or t.lower_ in _REFERRING for t in clause):
        return False
    return not any(t.tag_ in _FINITE and t.lemma_.lower() in cues() for t in clause)  # "its bulletin lists 66 dead"
