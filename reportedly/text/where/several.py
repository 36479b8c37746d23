"""Is a count the sum of what several lands count, and so of no one place?

In: a sentence, a count in it and the place that it would have. "37 dead in Serbia, Bosnia and North Macedonia", "the sum for
the three countries" are of none of them; "at least 20 on both sides of the border" neither.
"""

from reportedly.model import EntityKind, Mention, Span
from reportedly.text.grammar import verb_above
from reportedly.text.names import mentions_of
from reportedly.text.sentences import Sentence, Token
from reportedly.text.setting import head_of
from reportedly.text.tellers import cues
from reportedly.text.where.placed import is_country
from reportedly.text.where.words import words


def is_of_several_lands(sentence: Sentence, span: Span, head: int, place: Span | None) -> bool:
    """Whether the words, or their clause, sum up lands, where no town is told for them; of a list of lands, where its first would
    be the place."""
    mention = mentions_of(sentence.article).at(place)
    is_here = mention is not None and mention.span.overlaps(sentence.span)
    if mention is not None and is_here and is_country(mention) and _is_listed(mention, sentence):
        return True
    if mention is not None and not is_country(mention) and not (is_here and _is_where_told(mention, sentence)):
        return False
    verb = verb_above(sentence.tokens.doc[head])
    return any(_sums_up(token) and _is_told_with(token, verb, span, sentence) for token in sentence.tokens)


def _is_where_told(mention: Mention, sentence: Sentence) -> bool:
    """ "..., the Red Cross said from Geneva": where somebody tells it."""
    token = head_of(mention, sentence)
    return token is not None and verb_above(token).lemma_.lower() in cues()


def _is_told_with(token: Token, verb: Token, span: Span, sentence: Sentence) -> bool:
    return span.overlaps(sentence.span_of(token)) or verb_above(token).i == verb.i


def _sums_up(noun: Token) -> bool:
    """ "in the two countries", "on both sides of the border"."""
    if noun.lower_ not in words("lands") or noun.dep_ != "pobj":
        return False
    return noun.head.lower_ in {"in", "for", "across", "of", "on"} and any(
        c.lower_ in words("several") for c in noun.children
    )


def _is_listed(mention: Mention, sentence: Sentence) -> bool:
    """ "in X, Y and Z": whether another land is joined to this one."""
    token = head_of(mention, sentence)
    if token is None or token.dep_ not in {"pobj", "dobj", "conj"}:
        return False
    row = {token.i, *(t.i for t in token.conjuncts)}
    others = (m for m in mentions_of(sentence.article).inside(sentence.span) if m.kind is EntityKind.PLACE)
    lands = (m for m in others if is_country(m) and m.place != mention.place)
    return any((t := head_of(m, sentence)) is not None and t.i in row for m in lands)
