"""The stretch of a sentence that says a figure: "18 officers were killed", without the "and 748 hurt" behind it.

In: a figure and the others of its sentence. Out: the span of its clause. Refuses to take in another figure's number where
that can be; where the word that says it is another figure's, the number with what follows it is all.
"""

from collections.abc import Sequence

from reportedly.claims.figure.topic import Reckoned
from reportedly.model import Span
from reportedly.text.grammar import clause_tokens, noun_phrase, verb_above
from reportedly.text.sentences import Sentence


def evidence_of(item: Reckoned, sentence: Sentence, others: Sequence[Reckoned]) -> Span:
    """The clause that says it, cut so that it holds no other figure where that can be."""
    number, word = item.counted.number, item.metric.word
    same_sentence = word.doc is number.doc and sentence.tokens.start <= word.i < sentence.tokens.end
    numbers = [o.counted.number.i for o in others if o != item]
    is_far = any(min(word.i, number.i) < i < max(word.i, number.i) for i in numbers)
    is_of_two = number.i >= 2 and number.doc[number.i - 1].lower_ == "to" and number.i - 2 in numbers
    is_far = is_far and not (is_of_two and word.i < number.i)  # "the number of dead rose from eight to ten"
    if item.is_borrowed or (same_sentence and is_far):
        same_sentence = False  # another figure's word: "three in the next town"
    own = {number.i} | ({t.i for t in noun_phrase(item.counted.noun)} if item.counted.noun is not None else set())
    if same_sentence:
        own.add(word.i)
    sent = number.sent
    clause = [t.i for t in clause_tokens(verb_above(number)) if sent.start <= t.i < sent.end]
    low, high = min(own), max(own)
    if same_sentence is False and item.counted.noun is not None:
        clause = [i for i in clause if i >= low]  # whoever tells it, or what else was done, stands before
    if clause and min(clause) <= low and high <= max(clause):
        low, high = _grow(low, high, clause, numbers)
    if not same_sentence:
        while (
            high + 1 < sentence.tokens.end
            and not number.doc[high + 1].is_punct
            and high + 1 not in numbers
            and high < number.i + 8
        ):
            high += 1
    first, last = sentence.tokens.doc[low], sentence.tokens.doc[high]
    start = sentence.span_at(item.counted.quantity.start, item.counted.quantity.end).start
    span = sentence.span_of(first, last)
    return Span(min(span.start, start), max(span.end, sentence.span_at(0, item.counted.quantity.end).end))


def _grow(low: int, high: int, clause: list[int], other_numbers: list[int]) -> tuple[int, int]:
    """Widen to the clause, to the right freely, to the left to its subject, but not over another figure's number."""
    inside = set(clause)
    while high + 1 in inside and high + 1 not in other_numbers:
        high += 1
    while low - 1 in inside and low - 1 not in other_numbers:
        low -= 1
    return low, high
