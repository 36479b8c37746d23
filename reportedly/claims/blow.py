"""The day of what an article tells: of the crash, the blast, the march that one sentence dates and others speak of.

In: an article. Out: for a word of a deed the day that another sentence gives the same deed ("A jet came down ... Tuesday's
crash"), and the one day of all that is told, where there is but one. Days on which somebody spoke, that lie ahead or years
back, or up to which something is counted, date no deed. Of two days told for one deed none is given.
"""

from dataclasses import dataclass

from reportedly.claims.dating import is_ahead, is_attribute, is_scene, is_told_aside
from reportedly.text.dates import TimeMention
from reportedly.text.grammar import verb_above
from reportedly.text.sentences import Article, Sentence, Token, once
from reportedly.text.tellers import cues
from reportedly.text.where import deed_of
from reportedly.when import When

_NEAR = 12
"""Days before the article was written in which what it is about has happened."""


@dataclass(frozen=True)
class _Dated:
    """A day that a sentence gives to deeds, each by the family of its word."""

    index: int
    day: When
    deeds: frozenset[str]


def day_of_deed(word: Token, sentence: Sentence) -> When | None:
    """The day that the article gives the deed which the clause of a word speaks of."""
    deeds = frozenset().union(*(deed_of(t) for t in _clause(word)))
    days = {dated.day for dated in _dated(sentence.article) if dated.deeds & deeds}
    return next(iter(days)) if len(days) == 1 else None


def day_of_all(article: Article) -> When | None:
    """The one day of all deeds that an article dates."""
    dated = _dated(article)
    is_what_it_is_about = len(dated) > 1 or any(found.index <= _LEAD for found in dated)
    days = {found.day for found in dated}
    return next(iter(days)) if len(days) == 1 and is_what_it_is_about else None


_LEAD = 4
"""Sentences that tell what it is all about."""


@once
def _dated(article: Article) -> tuple[_Dated, ...]:
    return tuple(
        found
        for sentence in article.sentences
        for time in sentence.times
        if (found := _dated_by(time, sentence)) is not None
    )


def _dated_by(time: TimeMention, sentence: Sentence) -> _Dated | None:
    tokens = sentence.tokens_in(sentence.span_at(time.start, time.end))
    written = sentence.written
    if not tokens or time.when is None or written is None or written.day is None:
        return None
    is_near = time.when.first is not None and 0 <= (written.day - time.when.first).days <= _NEAR
    if not is_near or not is_scene(time, sentence) or is_ahead(time, sentence):
        return None
    owned = _owned(tokens, sentence, time)
    if owned is not None:
        return _Dated(sentence.index, time.when, deed_of(owned)) if deed_of(owned) else None
    verb = verb_above(tokens[0])
    is_to_come = any(c.tag_ == "MD" or c.lower_ == "to" for c in verb.children if c.i < verb.i)
    if is_told_aside(time, sentence) or verb.lemma_.lower() in cues() or is_to_come:
        return None
    return _Dated(sentence.index, time.when, frozenset().union(*(deed_of(t) for t in _clause(verb))))


def _owned(tokens: list[Token], sentence: Sentence, time: TimeMention) -> Token | None:
    """ "Tuesday's crash": what the day is of."""
    if not is_attribute(time, sentence):
        return None
    inner = {t.i for t in tokens}
    return next((t.head for t in tokens if t.head.i not in inner), tokens[-1])


def _clause(word: Token) -> list[Token]:
    """A word, its verb, and what stands directly beside them."""
    verb = verb_above(word)
    return [
        word,
        word.head,
        verb,
        *verb.children,
        *(t for c in verb.children if c.dep_ in {"prep", "agent"} for t in c.children),
    ]
