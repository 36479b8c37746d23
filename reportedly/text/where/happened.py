"""Where did that happen of which a sentence speaks again: "the blast", "Monday's bombs", "the mine", "that crash"?

In: a sentence that names no place for it. Out: the place where a sentence before (of a headline, the first one behind) told
of the same thing with its place: "A blast tore through a mine in Lupane. ... The blast killed 9." Words of one family in
`same` of `en/places.toml` speak of the same thing; "the bus crash" is no crash of a train.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from reportedly.lexicon import load
from reportedly.model import Mention, Span
from reportedly.text.grammar import verb_above
from reportedly.text.names import mentions_of
from reportedly.text.scene import scene_of
from reportedly.text.sentences import Article, Sentence, Token, once
from reportedly.text.setting import head_of
from reportedly.text.where.clause import own_place
from reportedly.text.where.placed import is_country
from reportedly.text.where.words import words

_DEFINITE = {"the", "this", "that", "these", "those", "its", "their"}
_LEAD = 4
"""Sentences behind a headline in which what it speaks of is told with its place."""


@dataclass(frozen=True)
class _Happening:
    """A word for what happened, or for the site where it did, with the place that its sentence gives it. Of the sentence only
    its number and its words are kept: a happening that held it would keep its article alive for ever."""

    index: int
    words: frozenset[str]
    families: frozenset[str]
    kinds: frozenset[str]
    place: Span


@cache
def _sites() -> frozenset[str]:
    """The families of what stands somewhere, rather than happens."""
    return frozenset(load("en/places")["same_site"])


@cache
def _families() -> dict[str, frozenset[str]]:
    table: dict[str, list[str]] = load("en/places")["same"] | load("en/places")["same_site"]
    found: dict[str, set[str]] = {}
    for family, lemmas in table.items():
        for word in lemmas:
            found.setdefault(word, set()).add(family)
    return {word: frozenset(families) for word, families in found.items()}


@cache
def _deeds() -> frozenset[str]:
    """The families of what happens."""
    return frozenset(load("en/places")["same"])


def deed_of(token: Token) -> frozenset[str]:
    """The families of deeds that a word is of: "bombing" is a blast and an attack, "march" is of unrest."""
    if token.pos_ not in {"NOUN", "PROPN", "VERB"}:
        return frozenset()
    return _families().get(token.lemma_.lower(), frozenset()) - _sites()


def place_of_happening(sentence: Sentence, span: Span, head: int) -> Span | None:
    """The place of what the words take up again: in the evidence itself, else in the clause of its main word."""
    inside = [t for t in sentence.tokens_in(span) if _is_again(t)]
    verb = verb_above(sentence.tokens.doc[head])
    for token in inside or [t for t in sentence.tokens if _is_again(t) and verb_above(t).i == verb.i]:
        found = _told_before(token, sentence)
        if found is not None:
            return found
    return None


def _is_again(token: Token) -> bool:
    """ "the blast", "Monday's bombing", "that accident's toll": definite, so told of before."""
    if token.pos_ not in {"NOUN", "PROPN"} or token.lemma_.lower() not in _families().keys() | words("whatever"):
        return False
    return any(
        child.lower_ in _DEFINITE or (child.dep_ == "poss" and child.ent_type_ in {"DATE", "TIME"})
        for child in token.children
    )


def _told_before(token: Token, sentence: Sentence) -> Span | None:
    families, kinds = _families().get(token.lemma_.lower(), _deeds()), _kinds(token)
    fitting = [
        h
        for h in _happenings(sentence.article)
        if h.families & families and (not kinds or kinds & (h.kinds or h.words))
    ]
    before = [h.place for h in fitting if h.index < sentence.index]
    behind = [h.place for h in fitting if sentence.index < h.index <= _LEAD and sentence.index == 0]
    return before[-1] if before else behind[0] if behind else None


def _kinds(token: Token) -> frozenset[str]:
    """ "the bus crash": of what kind it was."""
    return frozenset(c.lemma_.lower() for c in token.children if c.dep_ == "compound" and c.pos_ == "NOUN")


def _words_of(sentence: Sentence) -> frozenset[str]:
    return frozenset(t.lemma_.lower() for t in sentence.tokens)


@once
def _happenings(article: Article) -> tuple[_Happening, ...]:
    """All that an article tells of with a place, in its order."""
    return tuple(h for sentence in article.sentences for h in _find(sentence))


def _find(sentence: Sentence) -> Iterator[_Happening]:
    home = scene_of(sentence.article).countries
    for token in sentence.tokens:
        families = _families().get(token.lemma_.lower())
        if families is None or token.pos_ not in {"NOUN", "PROPN", "VERB"}:
            continue
        place = own_place(sentence, sentence.span_of(token, token), head=token.i)
        mention = mentions_of(sentence.article).at(place)
        if place is None or mention is None or mention.country not in home or is_country(mention):
            continue
        if families.isdisjoint(_sites()) or _is_beside(mention, token, sentence):
            yield _Happening(sentence.index, _words_of(sentence), families, _kinds(token), place)


def _is_beside(mention: Mention, site: Token, sentence: Sentence) -> bool:
    """Whether the words say where a site is: "the mine near X", "X's harbour", not "brought from the mine to X"."""
    head = head_of(mention, sentence)
    if head is None or (head.i < site.i and site not in {head.head, head}):
        return False
    between = sentence.tokens.doc[site.i + 1 : head.i] if head.i > site.i else ()
    return len(between) <= _NEAR and not any(t.pos_ == "VERB" or t.lower_ in {"to", "from", ","} for t in between)


_NEAR = 5
"""Words between a site and the name of the place where it is, at most."""
