"""Figures in a sentence: "18 officers were killed and 748 injured" gives two.

In: a parsed sentence. Out: what each number counts, with the clause that says so as evidence. Refuses numbers that are
no count of people or things harmed, held, moved or gathered; a lone or named victim without a number is no figure.
"""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from reportedly.claims.figure.content import Figure
from reportedly.claims.figure.metric import (
    Metric,
    is_counting,
    is_feared,
    lemma,
    metric_of,
    needs_person,
    needs_protest,
)
from reportedly.claims.figure.population import PEOPLE, THINGS, Population, abroad, nationality_of, population_of
from reportedly.claims.kind import Found
from reportedly.lexicon import load
from reportedly.model import Modality, Span
from reportedly.text.grammar import clause_tokens, noun_phrase, roles_of, verb_above
from reportedly.text.numbers import Quantity
from reportedly.text.sentences import Sentence, Token


class Counted(NamedTuple):
    """A number, the token that stands for it, and the noun that it counts, if any."""

    quantity: Quantity
    number: Token
    noun: Token | None


class Reckoned(NamedTuple):
    """A number with its metric and population."""

    counted: Counted
    metric: Metric
    population: Population
    part: bool


def find_figures(sentence: Sentence) -> Iterator[Found]:
    """All figures of a sentence, left to right."""
    reckoned: list[Reckoned] = []
    for counted in counted_in(sentence):
        found = _reckon(counted, sentence, reckoned)
        if found and _fits(found):
            reckoned.append(found)
    for item in reckoned:
        yield _found(item, sentence, reckoned)


def counted_in(sentence: Sentence) -> Iterator[Counted]:
    """Every number of the sentence with the noun that it counts."""
    for quantity in sentence.quantities:
        number = _number_token(quantity, sentence)
        if number is not None:
            yield Counted(quantity, number, _noun_of(number, quantity, sentence))


def _number_token(quantity: Quantity, sentence: Sentence) -> Token | None:
    """The token of the number that hangs highest in the tree."""
    tokens = sentence.tokens_in(sentence.span_at(quantity.core, quantity.end))
    tokens = [t for t in tokens if not t.is_punct]
    inside = {t.i for t in tokens}
    for token in reversed(tokens):
        if token.head.i not in inside or token.head == token:
            return token
    return tokens[-1] if tokens else None


_NOMINAL = {"NOUN", "PROPN", "ADJ", "PRON"}


def _noun_of(number: Token, quantity: Quantity, sentence: Sentence) -> Token | None:
    if quantity.is_anaphoric:
        return None
    inside = {t.i for t in sentence.tokens_in(sentence.span_at(quantity.start, quantity.end))}
    token, seen = number, 0
    while token.dep_ in {"nummod", "quantmod", "amod", "compound", "det", "nmod", "predet", "poss"} and seen < 5:
        token, seen = token.head, seen + 1
        if token.i not in inside and token.pos_ in _NOMINAL and token.i > number.i:
            return token
    of = next((c for c in number.children if c.lower_ == "of" and c.i > number.i), None)
    if of is not None:
        return next((c for c in of.children if c.dep_ == "pobj"), None)
    return _noun_to_the_right(number, inside)


def _noun_to_the_right(number: Token, inside: set[int]) -> Token | None:
    """The parser left the number hanging: the noun that follows it at once, with adjectives between."""
    doc = number.doc
    at = max(inside, default=number.i) + 1
    while at < len(doc) and doc[at].pos_ == "ADJ" and doc[at].head.i > at:
        at += 1
    if at < len(doc) and doc[at].pos_ in {"NOUN", "PROPN"} and number.dep_ in {"nummod", "quantmod", "dep", "advmod"}:
        token = doc[at]
        while token.dep_ == "compound" and token.head.i > token.i:
            token = token.head
        return token
    return None


def _reckon(counted: Counted, sentence: Sentence, before: list[Reckoned]) -> Reckoned | None:
    if counted.quantity.amount.low == 0 and counted.quantity.amount.high == 0:
        return _reckon_none(counted, sentence)
    subset = _is_subset(counted, sentence)
    metric = metric_of(counted.noun, counted.number)
    if subset and before and metric is None:
        metric = before[-1].metric
    if metric is None and subset:
        metric = _metric_before(sentence)
    if metric is None:
        metric = _metric_of_the_same(counted, before) or _metric_across(counted, sentence)
    if metric is None:
        return None
    return Reckoned(counted, metric, _population(counted, metric, sentence, before), subset)


def _reckon_none(counted: Counted, sentence: Sentence) -> Reckoned | None:
    """ "no deaths", "nobody was hurt": nothing counted, and said so."""
    metric = metric_of(counted.noun, counted.number)
    if metric is None or metric.name in {"participants", "deployed", "detained", "released"}:
        return None
    return Reckoned(counted, metric, _population(counted, metric, sentence, []), part=False)


_SUBSET_BEFORE = (
    "including",
    "among them",
    "of whom",
    "of which",
    "among whom",
    "of them",
    "of those",
    "among the dead",
    "among those killed",
    "amongst them",
    "among the injured",
    "among the victims",
)


def _is_subset(counted: Counted, sentence: Sentence) -> bool:
    """ "including 12 children", "among them two officers", "three of them women", "two of the injured"."""
    behind = sentence.text[: counted.quantity.start].lower().rstrip(' ,:("')
    ahead = sentence.text[counted.quantity.end :].lower()
    first_words = sentence.text[:40].lower()
    return (
        any(behind.endswith(cue) or (f"{cue} " in behind[-40:] and "." not in behind[-40:]) for cue in ("including",))
        or any(behind.endswith(cue) for cue in _SUBSET_BEFORE)
        or ahead.startswith(
            (
                " of them",
                " of whom",
                " of those",
                " of the injured",
                " of the dead",
                " of the wounded",
                " of the victims",
                " of which",
                " of the detained",
                " of the missing",
                " of the survivors",
            )
        )
        or (first_words.startswith("among ") and " were" in behind[-60:])
    )


def _metric_of_the_same(counted: Counted, before: list[Reckoned]) -> Metric | None:
    """ "18 officers were killed, and 12 civilians", "5,000 marched; police put the number at 1,200"."""
    if not before:
        return None
    last = before[-1]
    if counted.noun is None:
        verb = verb_above(counted.number)
        is_value = counted.number.dep_ in {"pobj", "dobj", "attr"} and lemma(verb) in _valuing()
        return (
            last.metric if is_value and any(is_counting(c) for c in verb.children if c.i < counted.number.i) else None
        )
    other = last.counted.noun if last.counted.noun is not None else last.counted.number
    return last.metric if counted.noun in other.conjuncts else None


def _metric_before(sentence: Sentence) -> Metric | None:
    """What the sentence before counted, for "Among them were 12 children"."""
    earlier = next(iter(sentence.article.sentences_before(sentence)), None)
    if earlier is None:
        return None
    found = [item for c in counted_in(earlier) if (item := metric_of(c.noun, c.number))]
    return found[0] if found else None


_TELLING = {
    "speak",
    "talk",
    "put",
    "give",
    "count",
    "report",
    "cite",
    "mention",
    "say",
    "name",
    "estimate",
    "be",
    "number",
}


def _metric_across(counted: Counted, sentence: Sentence) -> Metric | None:
    """ "The alliance spoke of 2,500 soldiers", after a sentence in which soldiers were sent: the same metric."""
    noun = counted.noun
    if noun is None or verb_above(noun).lemma_ not in _TELLING:
        return None
    wanted = population_of(noun, sentence)
    for earlier in _few_before(sentence):
        for token in earlier.tokens:
            if token.pos_ == "NOUN" and population_of(token, earlier).name == wanted.name and wanted.is_known:
                for role in roles_of(token):
                    found = metric_of(token, token) if role else None
                    if found and found.word.i != token.i:
                        return found
    return None


def _few_before(sentence: Sentence) -> list[Sentence]:
    return [
        s
        for s in sentence.article.sentences[max(0, sentence.index - 2) : sentence.index]
        if s.paragraph is sentence.paragraph
    ]


def _population(counted: Counted, metric: Metric, sentence: Sentence, before: list[Reckoned]) -> Population:
    noun = counted.noun
    if noun is None:
        return _population_of_predicate(counted, metric, sentence) or _population_shared(counted, metric, before)
    found = population_of(noun, sentence)
    if noun.i == metric.word.i or lemma(noun) in {"life", "death", "arrest", "injury", "fatality"}:
        return _population_beside(noun, sentence) or found
    return found


def _population_beside(noun: Token, sentence: Sentence) -> Population | None:
    """ "20 deaths among police officers", "3,700 arrests of demonstrators", "12 police deaths"."""
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in {"of", "among", "amongst", "to", "for"}:
            inner = next((c for c in child.children if c.dep_ == "pobj"), None)
            if inner is not None and inner.pos_ in {"NOUN", "PROPN"}:
                found = population_of(inner, sentence)
                if found.is_known and not found.is_thing:
                    return found
    return None


def _population_of_predicate(counted: Counted, metric: Metric, sentence: Sentence) -> Population | None:
    """The toll's own people: "the death toll among miners rose to 26"; "of the 26 dead, 12 were children"."""
    if metric.word.pos_ == "NOUN":
        found = _population_beside(metric.word, sentence)
        if found:
            return found
    for role in roles_of(counted.number):
        if role.role == "attribute" and role.predicate.pos_ == "NOUN" and role.predicate.i > counted.number.i:
            found = population_of(role.predicate, sentence)
            if found.is_known and found.name != "people":
                return found
    return None


def _population_shared(counted: Counted, metric: Metric, before: list[Reckoned]) -> Population:
    """ "18 officers were killed and 748 injured": the bare second number counts the first's people too."""
    if not before or before[-1].population.is_thing:
        return PEOPLE
    last = before[-1]
    verb, other = verb_above(counted.number), verb_above(last.counted.number)
    joined = verb == other or verb in other.conjuncts or verb.head == other
    return last.population if joined and last.counted.noun is not None and not last.part else PEOPLE


@cache
def _valuing() -> frozenset[str]:
    return frozenset(load("en/metrics")["helpers"]["valuing"])


@cache
def _deployable() -> frozenset[str]:
    return frozenset(load("en/metrics")["helpers"]["deployable"])


_OF_PERSONS = {"killed", "injured", "missing", "hospitalised", "homeless", "trapped", "displaced", "evacuated"}
_OF_THINGS = {"destroyed", "damaged"}


def _fits(item: Reckoned) -> bool:
    """Whether metric and population go together: nobody arrests a bridge or deploys a resident."""
    metric, population = item.metric, item.population
    if metric.name in _OF_THINGS:
        return population.is_thing and (population.is_known or item.counted.noun is not None)
    if population.is_thing and metric.name != "affected":
        return metric.name == "deployed" and population.is_known and not needs_person(metric)
    if metric.name == "deployed":
        return population.name in _deployable() or population.name.endswith(("ers", "ors", "troops"))
    if metric.name == "participants":
        return not needs_protest(metric) or population.name in {"protesters", "people"}
    return True


def _found(item: Reckoned, sentence: Sentence, others: list[Reckoned]) -> Found:
    quantity, population = item.counted.quantity, item.population
    name = abroad(population, nationality_of(item.counted.noun, sentence), sentence)
    if name in THINGS and item.metric.name not in _OF_THINGS | {"deployed", "affected"}:
        name = "people"
    content = Figure(
        metric=item.metric.name,
        population=name,
        label=population.label or quantity.text,
        low=quantity.amount.low,
        high=quantity.amount.high,
        text=quantity.text,
        scope="cumulative",
        part=item.part,
        nationality=nationality_of(item.counted.noun, sentence),
    )
    return Found(
        span=_evidence(item, sentence, others),
        head=item.counted.number.i,
        content=content,
        modality=Modality.POSSIBLE if is_feared(item.metric) else None,
    )


def _evidence(item: Reckoned, sentence: Sentence, others: list[Reckoned]) -> Span:
    """The clause that says it, cut so that it holds no other figure where that can be."""
    number, word = item.counted.number, item.metric.word
    same_sentence = word.doc is number.doc and sentence.tokens.start <= word.i < sentence.tokens.end
    own = {number.i} | ({t.i for t in noun_phrase(item.counted.noun)} if item.counted.noun is not None else set())
    if same_sentence:
        own.add(word.i)
    clause = [t.i for t in clause_tokens(verb_above(number)) if t.sent == number.sent]
    low, high = min(own), max(own)
    if clause and min(clause) <= low and high <= max(clause):
        low, high = _grow(low, high, clause, [o.counted.number.i for o in others if o != item])
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
