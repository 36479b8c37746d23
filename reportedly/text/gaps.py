"""Tellings whose verb is left out, since the clause before has it: "Organisers spoke of 45,000, police of about 9,000".

In: the tellings by the verbs of a sentence. Out: the same, each cut short where another voice with a number of its own
follows, and that voice's telling. Refuses a part with a verb of its own, and a row of things counted ("12 soldiers,
three policemen").
"""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportedly.model import Voice
from reportedly.text.sentences import Sentence, Token
from reportedly.text.tellers import Telling, voices_of_noun, words_of

_MARKS = {",", ";"}
_OPENERS = {"and", "but", "while", "whereas"}
_PREPOSITIONS = {"of", "about", "at"}
_LONGEST = 8
"""Words that the voice of such a part may have."""


def gapped(tellings: Sequence[Telling], sentence: Sentence) -> list[Telling]:
    """The tellings of a sentence's verbs, and those that share their verb."""
    out: list[Telling] = []
    for telling in tellings:
        more = list(_sharing(telling, sentence))
        taken = frozenset(i for other in more for i in other.tokens)
        out += [replace(telling, tokens=telling.tokens - taken) if taken else telling, *more]
    return out


def _sharing(telling: Telling, sentence: Sentence) -> Iterator[Telling]:
    """The parts behind a telling's verb that another voice tells by the same verb."""
    doc, end = sentence.tokens.doc, sentence.tokens.end
    if not any(doc[i].like_num for i in telling.tokens):
        return
    marks = [i for i in range(telling.cue + 1, end) if doc[i].text in _MARKS]
    for first, last in itertools.pairwise([*marks, end]):
        part = list(doc[first + 1 : last])
        while part and (part[0].lower_ in _OPENERS or part[0].pos_ == "ADV"):
            part.pop(0)
        at = _number_at(part)
        is_own = at is not None and part[at].lower_ in _CLAUSES
        if at is None or (not is_own and any(t.tag_ in {"VBD", "VBZ", "VBP"} for t in part)):
            continue
        voices = _voices(part[:at], telling, sentence)
        if voices:
            tokens = frozenset(t.i for t in part[at:])
            yield replace(telling, voices=voices, tokens=tokens, cue=part[at].i, said_on=telling.said_on)


def _number_at(part: Sequence[Token]) -> int | None:
    """Where what is told begins: "of about 9,000" behind the police, "five" at the end of "the police five"."""
    for n, token in enumerate(part[: _LONGEST + 1]):
        rest = [t for t in part[n:] if t.lower_ not in words_of("nearly")]
        if n and token.lower_ in _PREPOSITIONS and len(rest) > 1 and rest[1].like_num:
            return n
        if n and _opens_clause(part, n):
            return n
        is_bare = token.like_num or token.lower_ in words_of("nearly")
        if n and is_bare:
            is_last = len([t for t in rest if not t.is_punct]) == 1 and rest[0].like_num
            return n if is_last and part[0].pos_ == "DET" else None
        if token.pos_ not in {"DET", "ADJ", "NOUN", "PROPN", "PART"}:
            return None
    return None


_CLAUSES = {"that", "to"}


def _opens_clause(part: Sequence[Token], n: int) -> bool:
    """ "the army claims to have lost nine men, the rebels to have killed 60", "the rebels that they killed 45"."""
    if part[0].pos_ != "DET" or part[n].lower_ not in _CLAUSES or n + 1 >= len(part):
        return False
    is_infinitive = part[n].lower_ == "to" and part[n + 1].tag_ == "VB"
    is_clause = part[n].lower_ == "that" and part[n + 1].pos_ in {"PRON", "DET", "NUM", "NOUN"}
    return (is_infinitive or is_clause) and any(t.like_num for t in part[n:])


def _voices(words: Sequence[Token], telling: Telling, sentence: Sentence) -> tuple[Voice, ...]:
    """Whom the words of such a part name, if they can speak."""
    head = next((t for t in reversed(words) if t.pos_ in {"NOUN", "PROPN"}), None)
    if head is None:
        return ()
    return voices_of_noun(head, sentence, cue=telling.voices[0].cue if telling.voices else None)
