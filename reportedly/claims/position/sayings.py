"""Stands that a turn of phrase takes: "laid the raid at the rebels' door", "That is out of the question," she said.

In: a word with which a phrase of `lexicon/en/sayings.toml` begins. Out: the stand, held by the subject of a verb that
tells it, or by whoever speaks. Refuses what is negated where the phrase is not ("is no blow to democracy"), and what is
on nobody's word.
"""

from functools import cache
from typing import Any, NamedTuple

from reportedly.claims.frames import lemmas_of
from reportedly.claims.position.holders import SPEAKER, Stand, position_words
from reportedly.claims.position.takers import is_charged, taker_of
from reportedly.claims.position.utterance import is_uttered
from reportedly.lexicon import load
from reportedly.text.grammar import is_negated, is_passive, subject_of, verb_above
from reportedly.text.sentences import Sentence, Token, once

_NEGATORS = frozenset({"no", "not", "never", "nothing", "nobody", "no-one", "none", "neither"})
_SOFT = frozenset({"DET", "ADV", "ADJ", "NUM"})
_ANYBODY = frozenset({"people", "who", "one", "some", "many", "someone", "somebody", "everybody", "everyone"})
_STEP = 3  # articles, adverbs and marks that may stand between two words of a phrase
_LEAP = 9  # words of one clause that "..." may stand for


class _Part(NamedTuple):
    """The words of which one must follow, and whether others may stand before it."""

    words: frozenset[str]
    is_apart: bool


class _Phrase(NamedTuple):
    parts: tuple[_Part, ...]
    stance: str

    @property
    def is_negation(self) -> bool:
        return any(part.words & _NEGATORS for part in self.parts)


@cache
def _tables() -> dict[str, Any]:
    return load("en/sayings")


@cache
def _phrases(table: str) -> dict[str, tuple[_Phrase, ...]]:
    """First word -> the phrases that may begin with it."""
    found: dict[str, list[_Phrase]] = {}
    for stance, texts in _tables()[table].items():
        for text in texts:
            phrase = _Phrase(_parts_of(text), stance)
            for word in sorted(phrase.parts[0].words):
                found.setdefault(word, []).append(phrase)
    return {word: tuple(phrases) for word, phrases in found.items()}


def _parts_of(text: str) -> tuple[_Part, ...]:
    parts: list[_Part] = []
    is_apart = False
    for piece in text.split():
        if piece == "...":
            is_apart = True
        else:
            parts.append(_Part(frozenset(w for choice in piece.split("|") for w in _words_of(choice)), is_apart))
            is_apart = False
    return tuple(parts)


def _words_of(choice: str) -> list[str]:
    return list(_tables()["classes"][choice.strip("{}")]) if choice.startswith("{") else [choice]


def _begun_at(token: Token, table: str, sentence: Sentence) -> _Phrase | None:
    """The longest phrase that begins with the token and goes on to its end; a ministry's "internal affairs" are none."""
    if token.pos_ == "PROPN" and token.text.istitle() and token.i > sentence.tokens.start:
        return None
    phrases, forms = _phrases(table), lemmas_of(token)
    if phrases.keys().isdisjoint(forms):
        return None
    begun = (p for form in forms for p in phrases.get(form, ()))
    said = _forms_in(sentence)
    may = (p for p in begun if all("END" in part.words or not part.words.isdisjoint(said) for part in p.parts[1:]))
    fitting = (p for p in may if _goes_on(token, p.parts[1:], sentence))
    return max(fitting, key=lambda p: len(p.parts), default=None)  # "stood up against the raid", not "stood up"


@once
def _forms_in(sentence: Sentence) -> frozenset[str]:
    """All forms of a sentence's words; most phrases that begin in it lack one of their words."""
    return frozenset(form for token in sentence.tokens for form in lemmas_of(token))


def _goes_on(first: Token, parts: tuple[_Part, ...], sentence: Sentence) -> bool:
    doc, at, end = first.doc, first.i, sentence.tokens.end
    for part in parts:
        if "END" in part.words:
            return at + 1 >= end or doc[at + 1].is_punct or doc[at + 1].pos_ in {"ADP", "CCONJ", "SCONJ"}
        leap = at + (_LEAP if part.is_apart else _STEP) + 2
        for i in range(at + 1, min(leap, end)):
            if not part.words.isdisjoint(lemmas_of(doc[i])):
                at = i
                break
            if _ends(doc[i]) or not (part.is_apart or _is_soft(doc[i])):
                return False
        else:
            return False
    return True


def _ends(token: Token) -> bool:
    is_none = token.lemma_ in _NEGATORS and (token.i + 1 >= len(token.doc) or token.nbor(1).lower_ != "to")
    is_clause = token.dep_ == "mark" or token.tag_ in {"WDT", "WP"}  # "told reporters that people had come back to"
    return token.text in {";", ":"} or is_clause or is_none  # "advises nationals not to travel" goes on


def _is_soft(token: Token) -> bool:
    # "rallied round the ousted president", "stands by Norland's people"
    is_modifier = token.dep_ in {"amod", "poss"} or token.tag_ in {"PRP$", "POS"}
    is_dated = token.pos_ == "ADP" and any(c.ent_type_ == "DATE" for c in token.children)  # "charged on Friday that"
    return token.pos_ in _SOFT or is_modifier or is_dated or token.is_quote or token.ent_type_ == "DATE"


def by_telling_phrase(verb: Token, sentence: Sentence) -> Stand | None:
    """ "turned to Norland for doctors", "said no", "pinned the massacre on the rebels"."""
    if verb.pos_ not in {"VERB", "AUX"} or verb.dep_ in {"aux", "auxpass"}:
        return None
    phrase = _begun_at(verb, "told", sentence)
    if phrase is None or (is_negated(verb) and not phrase.is_negation) or _is_only_willed(verb):
        return None
    subject = subject_of(verb)
    if subject is not None and subject.lower_ in _ANYBODY:
        return None
    if phrase.stance == "express_concern" and verb.tag_ == "VB":
        return None  # "told them to follow the news closely"
    holder = taker_of(verb, sentence)
    return holder and Stand(phrase.stance, verb, holder, verb)


def _is_only_willed(verb: Token) -> bool:
    """ "refused to take sides", "if it turned to Norland": what is not done, or only may be."""
    if verb.dep_ == "xcomp" and verb.head.lemma_ in {"refuse", "decline", "fail", "threaten", "hesitate", "try"}:
        return True
    if is_charged(verb) or _is_bidden(verb) or is_of_silence(verb):
        return True
    if verb.dep_ in {"advcl", "acl"} and verb.tag_ == "VBN" and not any(c.dep_ == "agent" for c in verb.children):
        return True  # "Asked whether troops would be sent, the minister"
    return any(c.dep_ == "mark" and c.lower_ in {"if", "unless", "whether"} for c in verb.children)


def is_of_silence(verb: Token) -> bool:
    """ "refused to say whether", "declined to comment": nothing is refused but an answer."""
    tasks = [c for c in verb.children if c.dep_ in {"xcomp", "ccomp"}]
    is_refusal = verb.lemma_ in position_words("silent", "verbs")
    return is_refusal and any(c.lemma_ in position_words("silent", "telling") for c in tasks)


def _is_bidden(verb: Token) -> bool:
    """ "asked Norland to spare no effort", "demanding to spare no effort", "Do not wait for the guards to ring your bell":
    what somebody else is to do."""
    if verb.tag_ != "VB" or not any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children):
        return False
    if any(c.dep_ == "nsubj" for c in verb.children):
        return True
    above = verb.head
    asked = [c for c in above.children if c.dep_ in {"dobj", "dative"} or c.lower_ in {"on", "upon", "to"}]
    is_asking = above.lemma_ in position_words("bidding", "verbs") and any(above.i < c.i < verb.i for c in asked)
    return verb.dep_ in {"xcomp", "ccomp", "advcl"} and (
        is_asking or above.lemma_ in position_words("bidding", "unaddressed")
    )


def by_saying(word: Token, sentence: Sentence) -> Stand | None:
    """ "That is out of the question," said the minister; "the dispute was an internal matter"."""
    phrase = _begun_at(word, "said", sentence)
    if phrase is None:
        return None
    verb = _own_verb(word)
    if (
        _is_bidden(verb)
        or (not phrase.is_negation and _is_denied(verb, word))
        or _is_open(verb)
        or not is_uttered(word, sentence)
    ):
        return None
    subject = subject_of(verb)
    if phrase.stance == "accuse" and subject is not None and _is_own(subject, phrase, verb):
        return None
    verb = verb if is_uttered(verb, sentence) else word  # "Time for the army to leave, says Norland"
    aimed = subject if phrase.stance == "accuse" and subject is not None and not is_passive(verb) else verb
    return Stand(phrase.stance, verb, SPEAKER, aimed)


def _is_own(subject: Token, phrase: _Phrase, verb: Token) -> bool:
    """What one says of himself lays nothing on another: "We failed", "The Front said it was behind the siege"."""
    is_behind = any("behind" in part.words for part in phrase.parts)
    return subject.lower_ in {"i", "we"} or (is_behind and verb.dep_ == "ccomp" and subject.lower_ in {"it", "they"})


def _own_verb(word: Token) -> Token:
    """The verb of the clause; "would" and "is" are parts of theirs."""
    verb = verb_above(word)
    return verb.head if verb.dep_ in {"aux", "auxpass"} and verb.head.pos_ in {"VERB", "AUX"} else verb


def _is_denied(verb: Token, word: Token) -> bool:
    return is_negated(verb) or any(t.lemma_ in _NEGATORS for t in word.doc[max(word.i - 2, 0) : word.i])


def _is_open(verb: Token) -> bool:
    """ "whether it was an internal matter", "if help is needed": that is asked, or only in case."""
    return any(
        c.dep_ in {"mark", "advmod"} and c.lower_ in {"if", "whether", "unless", "why", "when"} for c in verb.children
    )
