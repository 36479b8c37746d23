"""Which measure a noun names: "the nightly curfew", "the hunt for 300 people", "its advice on travelling to Norland".

In: a noun of a parsed sentence. Out: the measure that it names. The longest name of the word list counts; a search is told
by what it is for, a bare "operation" by what it is to do, else by the operation that the article names by its whole name. A
warning to travellers is told by the travel that stands behind it. Refuses a search for things ("for the flight recorders").
"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import Any

from reportedly.claims.frames import lemmas_of
from reportedly.lexicon import load
from reportedly.text.sentences import Article, Sentence, Token, once


@cache
def _tables() -> dict[str, Any]:
    return load("en/measures")


@cache
def standing_words(name: str) -> frozenset[str]:
    """A list of the lexicon that helps to tell how a measure stands."""
    return frozenset(_tables()["standing"][name])


@cache
def figurative_words(measure: str) -> frozenset[str]:
    """Words beside which the measure's name or verb is a figure of speech."""
    return frozenset(_tables()["figurative"].get(measure, ()))


@cache
def _names() -> dict[str, str]:
    """Phrase -> measure."""
    return {phrase: measure for measure, phrases in _tables()["names"].items() for phrase in phrases}


@cache
def _words_of_names() -> frozenset[str]:
    return frozenset(word for phrase in _names() for word in phrase.split(" "))


@cache
def operation_words(name: str) -> frozenset[str]:
    """A list of the lexicon about rescue and security operations."""
    return frozenset(_tables()["operations"][name])


def _is_any(token: Token, words: frozenset[str]) -> bool:
    return not words.isdisjoint(lemmas_of(token))


@cache
def _strict() -> dict[str, dict[str, Any]]:
    return {phrase: row for row in _tables()["strict"] for phrase in row["names"]}


def _strict_row(noun: Token) -> dict[str, Any] | None:
    if noun.pos_ not in {"NOUN", "PROPN"} or noun.dep_ == "compound":
        return None
    for form in lemmas_of(noun):
        before = noun.doc[noun.i - 1] if noun.i > noun.sent.start else None
        row = _strict().get(f"{before.lemma_.lower()} {form}") if before is not None else None
        row = row or _strict().get(form)
        if row is not None:
            before_it = {f for c in noun.children if c.i < noun.i for f in lemmas_of(c)}
            return None if before_it & set(row.get("without", ())) else row
    return None


def strict_verbs(noun: Token) -> frozenset[str] | None:
    """The verbs by which alone a plain word names a measure ("declared a disaster area"); None of any other noun."""
    row = _strict_row(noun) if measure_named(noun) is None and not is_of_travel(noun) else None
    return frozenset(row["verbs"]) if row is not None else None


@cache
def _meaning_words() -> frozenset[str]:
    """The words that mean a measure of themselves or beside others."""
    strict = {phrase.split(" ")[-1] for phrase in _strict()}
    return _words_of_names() | operation_words("nouns") | operation_words("advice") | strict


def measure_meant(noun: Token, sentence: Sentence) -> str | None:
    """The measure that a noun means where it stands, by its name, by what it is for or by what the article is about."""
    if not _is_any(noun, _meaning_words()):
        return None
    measure = measure_named(noun)
    if measure == "rescue_operation":
        return _sought(noun, sentence)
    if measure is not None or noun.pos_ not in {"NOUN", "PROPN"}:
        return measure
    if _is_any(noun, operation_words("nouns")):
        return _operation(noun, sentence)
    if is_of_travel(noun):
        return "warning"
    row = _strict_row(noun)
    return str(row["gives"]) if row is not None else None


def _sought(noun: Token, sentence: Sentence) -> str | None:
    """ "the search for the attackers" is a hunt, "the search for the black boxes" saves nobody, a hunt needs its aim."""
    aims = [p for c in noun.children if c.lower_ == "for" for p in c.children if p.dep_ == "pobj"]
    after = noun.doc[noun.i + 1] if noun.i + 1 < noun.sent.end else None
    if not aims and after is not None and after.lower_ == "for":
        aims = [p for p in after.children if p.dep_ == "pobj"]  # "joined in the hunt for the girl"
    forms = {form for first in aims for t in (first, *first.conjuncts) for form in lemmas_of(t)}
    if forms & standing_words("hunted"):
        return "security_operation"
    if forms & standing_words("things"):
        return None
    if not aims and _is_any_search(noun, sentence):
        return None
    is_saved = bool(forms & _saved()) or any(t.pos_ in {"PROPN", "NUM"} for first in aims for t in first.subtree)
    if aims and noun.lemma_ == "search" and not is_saved and not _is_of_rescue(sentence.article):
        return None  # "the search for a new coach"
    needs_aim = _is_any(noun, operation_words("aimed")) and not any(c.dep_ == "compound" for c in noun.children)
    return "rescue_operation" if not needs_aim or forms & _saved() else None


def _is_any_search(noun: Token, sentence: Sentence) -> bool:
    """ "in search of water", "found during the search" of a house: of nobody in need."""
    if noun.lemma_ != "search" or noun.dep_ != "pobj" or noun.head.lower_ not in operation_words("within"):
        return False
    return noun.head.i == noun.i - 1 or not _is_of_rescue(sentence.article)


@cache
def _saved() -> frozenset[str]:
    return frozenset(_tables()["classes"]["victim"]) | operation_words("saved")


def _operation(noun: Token, sentence: Sentence) -> str | None:
    """ "an operation to free the hostages", "the operation was called off" where the article calls it a rescue."""
    if any(c.dep_ in {"compound", "amod", "nmod"} and not _is_any(c, operation_words("plain")) for c in noun.children):
        return None  # "an aid operation", "the plant's operations"
    if any(c.lower_ == "no" for c in noun.children):
        return None  # "no effort is spared to reach them"
    tasks = [t for t in noun.children if t.dep_ in {"acl", "relcl"} and t.i > noun.i]
    tasks += [p for c in noun.children if c.lower_ in {"for", "of"} for p in c.children if p.dep_ == "pcomp"]
    if noun.dep_ == "dobj":  # "launched an operation to free the hostages", where the parser hangs the task on the verb
        tasks += [c for c in noun.head.children if c.dep_ in {"advcl", "xcomp"} and c.tag_ == "VB" and c.i > noun.i]
    if any(_is_any(t, operation_words("saving")) for t in tasks):
        return "rescue_operation"
    if any(_is_any(t, operation_words("hunting")) for t in tasks):
        return "security_operation"
    is_other = any(c.dep_ == "poss" or (c.lower_ in {"of", "for"} and c.i > noun.i) for c in noun.children)
    is_bare = _is_any(noun, operation_words("bare")) and noun.tag_ != "NNS"
    return None if tasks or is_other or not is_bare else _operation_of(sentence.article)


@once
def _operation_of(article: Article) -> str | None:
    """The operation that the article names most."""
    named = Counter(
        measure
        for sentence in article.sentences
        for token in sentence.tokens
        if (measure := measure_named(token)) in {"rescue_operation", "security_operation"}
    )
    return max(named, key=lambda name: (named[name], name), default=None)


@once
def _is_of_rescue(article: Article) -> bool:
    """Whether the article speaks of rescue."""
    words = operation_words("rescuing")
    return any(_is_any(t, words) for s in article.sentences for t in s.tokens)


def is_of_travel(noun: Token) -> bool:
    """ "its advice on travelling to Norland", "a warning against all but essential travel"."""
    if not _is_any(noun, operation_words("advice")):
        return False
    preps = [c for c in noun.children if c.dep_ == "prep"]
    if noun.dep_ == "dobj":
        preps += [c for c in noun.head.children if c.dep_ == "prep" and c.lower_ == "against" and c.i > noun.i]
    goals = [p for c in preps for p in c.children if p.dep_ in {"pobj", "pcomp"}]
    return any(_is_any(t, operation_words("travel")) for p in goals for t in (p, *p.conjuncts))


@once
def measure_named(noun: Token) -> str | None:
    """The measure that a phrase with this noun as its head names; the longest name counts."""
    if noun.pos_ not in {"NOUN", "PROPN", "VERB", "ADJ"} or _is_inside(noun):
        return None
    if not _is_any(noun, _words_of_names()):
        return None
    first, last = max(noun.sent.start, noun.i - 5), min(noun.i + 4, noun.sent.end)
    lemmas = [t.lemma_.lower() for t in noun.doc[first:last]]
    is_noun = noun.pos_ in {"NOUN", "PROPN"} or _is_declared(noun)
    for start, end in _spans(noun.i - first, last - first):
        if not is_noun and end - start == 1:
            continue
        measure = _measure_of_phrase(noun, first, lemmas, start, end)
        if measure:
            return measure
    return None


@cache
def _spans(at: int, size: int) -> tuple[tuple[int, int], ...]:
    """Stretches of a window that hold the word at a place in it, the longest first, of equal ones the leftmost."""
    spans = ((start, end) for start in range(at + 1) for end in range(at + 1, size + 1))
    return tuple(sorted(spans, key=lambda span: (span[0] - span[1], span[0])))


def _is_declared(word: Token) -> bool:
    """ "declared mourning for three days", where the parser makes a verb of it."""
    above = word.head.lemma_.lower()
    return word.tag_ == "VBG" and word.dep_ in {"xcomp", "dobj", "ccomp"} and above in _tables()["status"]["begin"]


def _is_inside(noun: Token) -> bool:
    """What only stands before the noun that is named: "curfew hours", "search-and-rescue work"."""
    if noun.dep_ == "compound" and noun.head.i == noun.i + 1:
        return True
    first = noun.head if noun.dep_ == "conj" else noun
    return first.dep_ in {"compound", "nmod"} and noun.i < first.head.i <= noun.i + 6 and noun.pos_ in {"NOUN", "PROPN"}


def _measure_of_phrase(noun: Token, first: int, lemmas: Sequence[str], start: int, end: int) -> str | None:
    """What a stretch of the window that begins at token `first` names, with the noun in any of its forms."""
    is_above = first + start <= noun.head.i < first + end and noun.head.i != noun.i
    if is_above and not is_mistagged(noun):
        return None
    at = noun.i - first
    if at > start and lemmas[start] not in _openings_of_names():
        return None
    for form in lemmas_of(noun):
        words = " ".join((*lemmas[start:at], form, *lemmas[at + 1 : end]))
        measure = _names().get(words) or _names().get(words.replace(" - ", "-"))
        if measure:
            return measure
    return None


@cache
def _openings_of_names() -> frozenset[str]:
    return frozenset(re.split("[ -]", name)[0] for name in _names())


def is_mistagged(noun: Token) -> bool:
    """ "a tsunami warning", of which the parser makes a tsunami that warns."""
    return noun.dep_ == "acl" and noun.head.i == noun.i - 1 and noun.tag_ == "VBG"
