"""Which place counts what a stretch of a sentence says, as the subject of its own clause?

In: a sentence, its place mentions and the main word of a count. "India reported 360 dead", "Laos spoke of 17", "and Hungary
one", "Assam has seen 1.5 million driven out" play where their subject is, whatever the clauses before them name. Refuses a
land far from what happened (it counts its own abroad), a clause that it but tells, and those of another side or nation.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from reportedly.lexicon import gazetteer, load
from reportedly.model import Mention, Span
from reportedly.text.grammar import verb_above
from reportedly.text.naming.words import countries_in
from reportedly.text.scene import scene_of
from reportedly.text.sentences import Sentence, Token
from reportedly.text.setting import head_of, is_sort, is_wider, preposition_of
from reportedly.text.tellers import cues
from reportedly.text.where.placed import is_country
from reportedly.text.where.words import words


def place_counting(
    sentence: Sentence, named: Sequence[Mention], placed: Iterable[Mention], head: int | None
) -> Span | None:
    """The subject that counts, unless its clause opens with a place of its own ("In Syria, Turkey reported three dead")."""
    if head is None:
        return None
    main = sentence.tokens.doc[head]
    if not main.like_num and not any(t.like_num for t in main.subtree):
        return None
    if (beside := _without_verb(sentence, named, main)) is not None:
        return beside.span
    for mention in named:
        if _is_fronted(mention, main, sentence):
            return mention.span
        token = _named_by(mention, sentence)
        if token is None or mention.title not in {None, "government"} or token.dep_ != "nsubj" or token.i > head:
            continue
        verb = token.head
        if not _is_counted_by(main, verb) or not _is_of_its_own(verb, main, mention, sentence):
            continue
        if not any(_opens(other, verb, token, sentence) for other in placed if not is_wider(other)):
            return mention.span
    return None


def _named_by(mention: Mention, sentence: Sentence) -> Token | None:
    """The noun that a place's name stands with: "the capital X", "X province"."""
    token = head_of(mention, sentence)
    while token is not None and token.dep_ in {"appos", "compound", "nmod"} and is_sort(token.head):
        token = token.head
    return token


def _is_fronted(mention: Mention, main: Token, sentence: Sentence) -> bool:
    """ "From X the agency gave 812 dead": what is told from there."""
    preposition = preposition_of(mention, sentence)
    if preposition is None or preposition.lower_ not in {"from", "for"} or preposition.dep_ != "prep":
        return False
    verb = preposition.head
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    is_ahead = subject is not None and mention.span.end <= sentence.base + subject.left_edge.idx
    return is_ahead and verb.lemma_.lower() in cues() and _is_counted_by(main, verb)


def _opens(place: Mention, verb: Token, subject: Token, sentence: Sentence) -> bool:
    """Whether a place stands in front of a subject in its own clause, or beside what it counts."""
    preposition = preposition_of(place, sentence)
    if preposition is None or preposition.head.i == subject.i:
        return False
    return verb_above(preposition).i == verb.i


def _is_of_its_own(verb: Token, main: Token, mention: Mention, sentence: Sentence) -> bool:
    lemma = verb.lemma_.lower()
    if lemma in words("befalling"):
        return True
    if lemma not in words("counting") or (is_country(mention) and not _is_near(mention, sentence)):
        return False
    counted = list(main.subtree)
    if mention.country != scene_of(sentence.article).country and any(t.lemma_.lower() in _armed() for t in counted):
        return False  # "Russia spoke of 1,100 paratroopers who had landed"
    codes = {word.code for word in countries_in([t.text for t in counted]).values()}
    return not codes - {mention.country} and not any(t.lemma_.lower() in _hostile() for t in counted)


@cache
def _hostile() -> frozenset[str]:
    """Those whom a land counts where it fights them."""
    return frozenset(load("en/populations")["classes"]["militants"])


@cache
def _armed() -> frozenset[str]:
    classes = load("en/populations")["classes"]
    return frozenset(classes["soldiers"]) | frozenset(classes["security_forces"]) | frozenset(classes["foreign_troops"])


def _is_near(mention: Mention, sentence: Sentence) -> bool:
    """Whether what happened may have struck a land too: it is the article's, or near to it."""
    home = scene_of(sentence.article)
    if mention.country in home.countries or home.country is None:
        return True
    here, there = gazetteer.place_of(home.country), gazetteer.place_of(mention.country or "")
    return here is not None and there is not None and gazetteer.distance(here, there) <= _NEAR


_NEAR = 3500.0
"""Kilometres between the middles of two lands that one storm, quake or flood may strike."""

_ARCS = {"dobj", "pobj", "prep", "nummod", "conj", "appos", "attr", "oprd", "dative", "acl", "quantmod", "nmod", "amod"}
_SMALL = {"ccomp", "advcl"}


def _is_counted_by(main: Token, verb: Token) -> bool:
    """Whether a count is the verb's own object, and not said in a clause that it tells."""
    between = main.doc[verb.i + 1 : main.i]
    if main.i > verb.i and not any(t.text in _BOUNDS or t.pos_ in {"VERB", "AUX", "SCONJ"} for t in between):
        return True  # "Nepal counts the most dead, 67"
    token = main
    for _ in range(_HEIGHT):
        if token.i == verb.i:
            return True
        is_small = token.dep_ in _SMALL and not _is_finite(token)
        is_subject = token.dep_ in {"nsubj", "nsubjpass"} and not _is_finite(token.head)
        if token.i < verb.i or not (token.dep_ in _ARCS or is_small or is_subject):
            return False
        if token.dep_ == "conj" and _is_finite(token):
            return False
        token = token.head
    return False


_HEIGHT = 7
_BOUNDS = {";", ":", '"', "(", "and", "while", "but", "-", "–", "—"}


def _is_finite(verb: Token) -> bool:
    return verb.tag_ in {"VBD", "VBZ", "VBP"} or any(c.tag_ in {"VBD", "VBZ", "VBP", "MD"} for c in verb.children)


def _without_verb(sentence: Sentence, named: Sequence[Mention], main: Token) -> Mention | None:
    """ "Georgia registered 20, Armenia 3", "Laos spoke of 17 dead, and Cambodia of nine": the place before a bare number."""
    doc = sentence.tokens.doc
    numbers = [t for t in (main, *main.lefts) if t.like_num]
    at = sentence.base + numbers[0].idx if numbers else sentence.span.start
    for mention in named:
        tokens = sentence.tokens_in(mention.span)
        if not tokens or mention.span.end > at or tokens[0].i == sentence.tokens.start:
            continue
        before = doc[tokens[0].i - 1]
        if before.lower_ not in _JOINTS or preposition_of(mention, sentence) is not None:
            continue
        if _BETWEEN.fullmatch(sentence.quote(Span(mention.span.end, at))):
            return mention if any(t.pos_ == "VERB" for t in doc[sentence.tokens.start : tokens[0].i]) else None
    return None


_JOINTS = {",", ";", "and", "&", "while", "whereas", "but"}
_BETWEEN = re.compile(
    r",? (?:of |about |at |for |with )?(?:(?:another|a further|some|about|around|only|just|nearly|almost|at least"
    r"|more than|over|up to|as many as) )?"
)
