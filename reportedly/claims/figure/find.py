"""Figures in a sentence: "18 officers were killed and 748 injured" gives two.

In: a parsed sentence. Out: what each number counts, with the clause that says so as evidence. Refuses numbers that are
no count of people or things harmed, held, moved or gathered; a lone or named victim without a number is no figure.
"""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple
from weakref import WeakKeyDictionary

from reportedly.amount import Amount
from reportedly.claims.clauses import MODALITY, Outlook, outlook_of
from reportedly.claims.figure.content import Figure
from reportedly.claims.figure.frames import (
    Counted,
    frame_of,
    goes_on,
    is_earlier,
    is_fragment,
    is_listed,
    is_named_as_part,
    is_subset,
    of_a_place,
)
from reportedly.claims.figure.metric import (
    Metric,
    is_deed_of_people,
    is_feared,
    is_group,
    is_of_protest,
    is_turned,
    lemma,
    metric_of,
    metric_of_noun,
    needs_protest,
)
from reportedly.claims.figure.population import PEOPLE, THINGS, Population, abroad, nationality_of, population_of
from reportedly.claims.kind import Found
from reportedly.lexicon import load
from reportedly.model import Modality, Span
from reportedly.text.grammar import clause_tokens, noun_phrase, roles_of, verb_above
from reportedly.text.numbers import Quantity
from reportedly.text.sentences import Article, Sentence, Token


class Reckoned(NamedTuple):
    """A number with its metric and population; `earlier` where it is told as what was before."""

    counted: Counted
    metric: Metric
    population: Population
    part: bool
    earlier: bool = False
    follows: tuple[int, int] | None = None
    sentence: Sentence | None = None
    denied: bool = False
    is_borrowed: bool = False
    """The metric is that of another number, and so is the word that says it."""


@dataclass
class Topic:
    """What was last counted, for numbers that stand alone: "the real figure is 28", "five in one town, three in the next"."""

    here: list[Reckoned] = field(default_factory=list)
    before: list[Reckoned] = field(default_factory=list)
    told: list[Reckoned] = field(default_factory=list)
    _paragraph: int = -1
    _age: int = 0

    def enter(self, sentence: Sentence) -> None:
        """Go on to the next sentence; the topic fades after two paragraphs without a figure."""
        if self.here and not (self.before and all(item.follows for item in self.here)):
            self.before, self._age = self.here, 0
        elif sentence.paragraph.index != self._paragraph:
            self._age += 1
        self._paragraph, self.here = sentence.paragraph.index, []
        if self._age > 2:
            self.before = []

    def recalled(self, counted: Counted) -> Reckoned | None:
        """The running count of much earlier that a number is near in size."""
        best = min(reversed(self.told), key=lambda item: _distance(counted, item.counted), default=None)
        return best if best is not None and _distance(counted, best.counted) < _NEAR else None

    def nearest(self, counted: Counted, last: Reckoned) -> Reckoned:
        """The running count that a bare number may give anew: "its own tally was 66" is no count of the six hurt."""
        if _distance(counted, last.counted) < _FAR or counted.noun is not None:
            return last
        best = min(reversed(self.told), key=lambda item: _distance(counted, item.counted), default=last)
        return best if _distance(counted, best.counted) < _NEAR else last

    def last(self) -> Reckoned | None:
        """The figure that a bare number goes on from: the last of this sentence, else the first whole one before."""
        if self.here:
            whole = [item for item in self.here if not item.part]
            return whole[-1] if whole else self.here[-1]
        whole = [item for item in self.before if not item.part and not item.earlier]
        return whole[0] if whole else (self.before[0] if self.before else None)


_FAR, _NEAR, _REMEMBERED = 1.2, 0.7, 12
"""Of the logarithms of two counts: threefold is far, twofold near. How many counts a reader keeps in mind."""


def _distance(one: Counted, other: Counted) -> float:
    return abs(math.log(_middle(one)) - math.log(_middle(other)))


def _middle(counted: Counted) -> float:
    amount = counted.quantity.amount
    return max(1.0, (amount.low + (amount.high if amount.high is not None else amount.low)) / 2)


_known: WeakKeyDictionary[Article, dict[int, list[Found]]] = WeakKeyDictionary()


def find_figures(sentence: Sentence) -> Iterator[Found]:
    """All figures of a sentence, left to right; what its bare numbers count is told by the sentences before it."""
    if sentence.article not in _known:
        _known[sentence.article] = _figures_of(sentence.article)
    yield from _known[sentence.article][sentence.index]


def _figures_of(article: Article) -> dict[int, list[Found]]:
    topic = Topic()
    rows: dict[int, list[Found]] = {}
    for sentence in article.sentences:
        topic.enter(sentence)
        asked = _asked(sentence)
        if asked is not None:
            topic.before = [asked]
        for counted in counted_in(sentence):
            found = _reckon(counted, sentence, topic)
            if found and found.population.is_thing:
                found = found._replace(metric=_of_things(found.metric))
            if found and _fits(found):
                if topic.here and _is_a_part_too(found, sentence, topic.here):
                    found = found._replace(part=True)
                found = found._replace(sentence=sentence)
                topic.here.append(found)
                if not found.part and not found.population.is_thing:
                    topic.told = [*topic.told[1 - _REMEMBERED :], found]
        rows[sentence.index] = [_found(item, sentence, topic.here) for item in topic.here]
    return rows


def _asked(sentence: Sentence) -> Reckoned | None:
    """ "How many were hurt?": what the answer counts."""
    for token in sentence.tokens:
        if token.lower_ == "many" and token.i > sentence.tokens.start and token.nbor(-1).lower_ == "how":
            noun = token.head if token.dep_ == "amod" and token.head.i > token.i else None
            metric = metric_of(noun, token)
            if metric is not None:
                quantity = Quantity(0, 0, 0, "", Amount.exactly(1))
                population = population_of(noun, sentence) if noun is not None else PEOPLE
                return Reckoned(Counted(quantity, token, noun), metric, population, False, sentence=sentence)
    return None


def counted_in(sentence: Sentence) -> Iterator[Counted]:
    """Every number of the sentence with the noun that it counts."""
    for quantity in sentence.quantities:
        number = _number_token(quantity, sentence)
        if number is not None:
            noun = _noun_of(number, quantity, sentence)
            if noun is not None and noun.lower_ in _POINTING:
                noun = _who_they_are(noun) or noun
            if noun is not None and (noun.lower_ in {"mark", "threshold"} or noun.pos_ == "NUM"):
                noun = _who_they_are(noun)  # "arrests passed the 900 mark", "three of the twelve were children"
            if noun is not None and is_deed_of_people(noun) and quantity.amount.low > 1:
                noun = None
            yield Counted(quantity, number, noun)


_POINTING = {"them", "whom", "these", "those", "which", "us"}


def _who_they_are(pronoun: Token) -> Token | None:
    """ "two of them photographers", "four of them were members of the guard": the noun that follows at once."""
    for token in pronoun.doc[pronoun.i + 1 : min(pronoun.i + 6, pronoun.sent.end)]:
        if token.pos_ in {"NOUN", "PROPN"}:
            while token.dep_ == "compound" and token.head.i == token.i + 1:
                token = token.head
            return token if token.tag_ in {"NNS", "NNPS"} or token.dep_ == "attr" else None
        if token.pos_ not in {"DET", "ADJ", "ADV", "PRON"} and token.lemma_ != "be":
            return None
    return None


def _number_token(quantity: Quantity, sentence: Sentence) -> Token | None:
    """The token of the number that hangs highest in the tree."""
    tokens = sentence.tokens_in(sentence.span_at(quantity.core, quantity.end))
    tokens = [t for t in tokens if not t.is_punct]
    inside = {t.i for t in tokens}
    numeric = [t for t in tokens if t.like_num or t.pos_ in {"NUM", "NOUN", "DET", "PRON"}] or tokens
    for token in reversed(numeric):
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
        if token.lower_ in {"more", "others"} and any(c.lower_ == "of" for c in token.children):
            number = token  # "two more of the soldiers"
            break
        if token.i not in inside and token.pos_ in _NOMINAL and token.i > number.i:
            return token if _hangs_together(number, token) else None
    more = [c for c in number.children if c.lower_ in {"more", "others"}]
    if _is_appended(number):
        return number.head
    of = next((c for t in (number, *more) for c in t.children if c.lower_ == "of" and c.i > number.i), None)
    if of is not None:
        return next((c for c in of.children if c.dep_ in {"pobj", "pcomp", "amod"}), None)
    return _noun_to_the_right(number, inside)


def _is_appended(number: Token) -> bool:
    """ "the fishermen, 22 in all, were found", "as many people, 34, had died"."""
    noun, at = number.head, number.i
    if number.dep_ != "appos" or noun.tag_ not in {"NNS", "NNPS"} or at + 1 >= len(number.doc):
        return False
    is_set_off = number.doc[at - 1].text == "," and number.doc[at + 1].lower_ in {",", "in", "altogether"}
    is_in_role = noun.dep_ in {"nsubj", "nsubjpass", "dobj"}
    return is_set_off and is_in_role and not any(c.dep_ == "nummod" for c in noun.children)


def _hangs_together(number: Token, noun: Token) -> bool:
    """Not "the toll is 44: 38 passengers", where the parser gave both numbers to the passengers."""
    between = [t for t in number.doc[number.i + 1 : noun.i]]
    is_row = any(t.text == "," for t in between) and any(t.like_num for t in between)
    return not is_row and not any(t.text in {":", ";"} for t in between)


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


def _reckon(counted: Counted, sentence: Sentence, topic: Topic) -> Reckoned | None:
    if counted.quantity.amount.low == 0 and counted.quantity.amount.high == 0:
        return _reckon_none(counted, sentence)
    subset = is_subset(counted, sentence)
    if subset and counted.number.dep_ == "attr" and counted.quantity.text.lower() == "one":
        return None  # "was one of 14 diplomats expelled"
    opened = _reckon_opened(counted, sentence) if subset else None
    if opened is not None:
        return opened
    metric = metric_of(counted.noun, counted.number)
    if metric is None or (counted.noun is None and topic.here and _only_placed(counted, metric, sentence, topic)):
        return _reckon_by_topic(counted, sentence, topic, subset)
    population = _population(counted, metric, sentence, topic.here)
    told = _told_before(topic.last()) if goes_on(counted, sentence) or (subset and not topic.here) else None
    return Reckoned(counted, metric, population, subset, is_earlier(counted, sentence), told)


def _only_placed(counted: Counted, metric: Metric, sentence: Sentence, topic: Topic) -> bool:
    """ "12 dead in Lima, three in Ilo": a bare number with a place; "45 in hospital" says itself what it counts."""
    if of_a_place(counted, sentence, topic.here[-1].counted) is None:
        return False
    says_so = counted.number.is_ancestor(metric.word) or metric.word.i == counted.number.i + 1
    goes_on_after = re.match(r"\s+(?:more|others?)\b", sentence.text[counted.quantity.end :]) is not None
    return not says_so or goes_on_after


def _reckon_opened(counted: Counted, sentence: Sentence) -> Reckoned | None:
    """ "Of the dead, 24 were women": the sentence's own head says of whom they are a part."""
    if sentence.text[:2] not in {"Of", "Am"} or verb_above(counted.number).lemma_ != "be":
        return None
    for token in sentence.tokens:
        if token.i >= counted.number.i or token.pos_ in {"VERB", "AUX"} and token.tag_ not in {"VBN"}:
            return None
        metric = metric_of_noun(token) or (metric_of(token, token) if token.tag_ == "VBN" else None)
        if metric is not None:
            who = next((c for c in verb_above(counted.number).children if c.dep_ == "attr" and c.pos_ == "NOUN"), None)
            noun = counted.noun if counted.noun is not None else who
            population = population_of(noun, sentence) if noun is not None else PEOPLE
            return Reckoned(counted._replace(noun=noun), metric, population, True)
    return None


def _reckon_by_topic(counted: Counted, sentence: Sentence, topic: Topic, subset: bool) -> Reckoned | None:
    """A number whose own words do not say what it counts, but whose frame takes up what was counted before."""
    last = topic.last() or topic.recalled(counted)
    if last is None:
        across = _metric_across(counted, sentence)
        return Reckoned(counted, across, _population(counted, across, sentence, []), subset) if across else None
    if last.counted.quantity.end == 0 and counted.noun is None and is_fragment(counted):
        return Reckoned(counted, last.metric, last.population, False)  # the answer to a question
    if subset and not topic.here and verb_above(counted.number).lemma_ in {"comprise", "consist"}:
        return None  # what it makes up is no count that we know
    frame = frame_of(counted, sentence, subset=subset, last=topic.here[-1].counted if topic.here else None)
    if frame is None:
        return _reckon_joined(counted, sentence, topic)
    is_one = counted.quantity.text.lower() == "one" and counted.noun is None
    is_met = subset and counted.number.dep_ in {"dobj", "pobj"} and not is_named_as_part(counted, sentence)
    if is_met or (is_one and (subset or not topic.here)):
        return None  # "one of the two is its owner", "I have spoken to four of them"
    if not topic.here and not frame.is_part:
        last = topic.nearest(counted, last)
    population = last.population
    if frame.who is not None:
        population = population_of(frame.who, sentence)
    if population.is_thing and not last.population.is_thing:
        return None
    told = _told_before(last)
    goes_along = bool(topic.here) and topic.here[-1].part and is_fragment(counted)
    is_part = frame.is_part or goes_along
    earlier = is_earlier(counted, sentence)
    return Reckoned(
        counted, last.metric, population, is_part, earlier, told, denied=frame.is_denied, is_borrowed=True
    )


def _is_a_part_too(found: Reckoned, sentence: Sentence, here: list[Reckoned]) -> bool:
    """ "including nine women and four children", "the toll is 44: 38 passengers and six crew"."""
    if here[-1].part and _is_joined(found.counted, here[-1].counted):
        return True
    between = sentence.text[here[0].counted.quantity.end : found.counted.quantity.start]
    is_same = found.counted.noun is not None and found.metric == here[0].metric
    return is_same and any(sign in between for sign in ":-–—(") and is_listed(found.counted, sentence)


def _is_joined(counted: Counted, other: Counted) -> bool:
    return counted.noun is not None and other.noun is not None and counted.noun in other.noun.conjuncts


def _told_before(last: Reckoned | None) -> tuple[int, int] | None:
    """Where the count that a number goes on from was told; a part of a count is told where the whole is."""
    if last is None or last.sentence is None:
        return None
    return last.follows or (last.sentence.index, last.counted.number.i)


def _of_things(metric: Metric) -> Metric:
    """Houses that burn are destroyed, not injured."""
    named: dict[str, str] = load("en/metrics")["helpers"]["of_things"]
    return Metric(named[lemma(metric.word)], metric.word) if lemma(metric.word) in named else metric


def _reckon_joined(counted: Counted, sentence: Sentence, topic: Topic) -> Reckoned | None:
    """ "18 officers were killed, and 12 civilians": a second count shares what was said of the first."""
    metric = _metric_of_joined(counted, topic.here) or _metric_across(counted, sentence)
    if metric is None:
        return None
    noun = counted.noun
    is_appended = noun is not None and any(t.dep_ == "appos" for t in (noun, noun.head))
    return Reckoned(counted, metric, _population(counted, metric, sentence, topic.here), is_appended)


def _reckon_none(counted: Counted, sentence: Sentence) -> Reckoned | None:
    """ "no deaths", "nobody was hurt": nothing counted, and said so."""
    metric = metric_of(counted.noun, counted.number)
    if metric is None or metric.name in {"participants", "deployed", "detained", "released", "rescued"}:
        return None
    if counted.quantity.text.lower() == "without" and (counted.noun is None or metric.word.i != counted.noun.i):
        return None
    return Reckoned(counted, metric, _population(counted, metric, sentence, []), part=False)


def _metric_of_joined(counted: Counted, here: list[Reckoned]) -> Metric | None:
    if not here or counted.noun is None:
        return None
    last = here[-1]
    other = last.counted.noun if last.counted.noun is not None else last.counted.number
    noun = counted.noun
    while noun.dep_ == "conj" and noun.head.pos_ in {"NOUN", "PROPN"}:
        noun = noun.head
    above = other.head.head if other.dep_ == "pobj" and other.head.lower_ == "of" else other
    is_appended = noun.dep_ == "appos" and noun.head in (other, above, *other.conjuncts)
    return last.metric if counted.noun in other.conjuncts or is_appended else None


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
    if noun is None or verb_above(noun).lemma_ not in _TELLING or noun.dep_ not in {"dobj", "attr", "pobj"}:
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
        return (
            _population_of_group(counted, sentence)
            or _population_of_predicate(counted, metric, sentence)
            or _population_shared(counted, metric, before)
        )
    if lemma(noun) in {"other", "more", "rest"} and before:
        shared = _population_shared(counted, metric, before)
        return shared if shared.is_thing else PEOPLE
    if lemma(noun) in load("en/metrics")["helpers"]["records"]:
        return PEOPLE
    found = population_of(noun, sentence)
    if noun.i == metric.word.i or lemma(noun) in _COUNTED_THEMSELVES:
        return _population_beside(noun, sentence) or (found if found.is_known else PEOPLE._replace(label=found.label))
    return found


_COUNTED_THEMSELVES = {"life", "death", "arrest", "injury", "fatality", "mark", "threshold", "more"}


def _population_of_group(counted: Counted, sentence: Sentence) -> Population | None:
    """ "a crew of four", "a squad of 58"."""
    number = counted.number
    above = number.head.head if number.dep_ == "pobj" and number.head.lower_ == "of" else None
    return population_of(above, sentence) if above is not None and is_group(above) else None


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
    if metric.name in _OF_THINGS:
        for child in metric.word.children:
            if child.dep_ in {"nsubj", "nsubjpass", "dobj"} and child.pos_ == "NOUN":
                found = population_of(child, sentence)
                if found.is_thing:
                    return found
    for role in roles_of(counted.number):
        if role.role == "attribute" and role.predicate.pos_ == "NOUN" and role.predicate.i > counted.number.i:
            found = population_of(role.predicate, sentence)
            if found.is_known and found.name != "people":
                return found
    return None


def _population_shared(counted: Counted, metric: Metric, before: list[Reckoned]) -> Population:
    """ "18 officers were killed and 748 injured": the bare second number counts the first's people too."""
    if not before:
        return PEOPLE
    if before[-1].population.is_thing:
        return before[-1].population if metric.name in _OF_THINGS else PEOPLE
    last = before[-1]
    verb, other = verb_above(counted.number), verb_above(last.counted.number)
    joined = verb == other or verb in other.conjuncts or verb.head == other
    return last.population if joined and last.counted.noun is not None and not last.part else PEOPLE


@cache
def _arriving() -> frozenset[str]:
    """Verbs that deploy only those who come to act, and who those are: troops and rescuers, not passengers."""
    return frozenset(load("en/metrics")["helpers"]["arriving"])


@cache
def _deployable() -> frozenset[str]:
    return frozenset(load("en/metrics")["helpers"]["deployable"])


_OF_PERSONS = {"killed", "injured", "missing", "hospitalised", "homeless", "trapped", "displaced", "evacuated"}
_OF_THINGS = {"destroyed", "damaged"}


def _fits(item: Reckoned) -> bool:
    """Whether metric and population go together: nobody arrests a bridge or deploys a resident."""
    metric, population = item.metric, item.population
    helpers = load("en/metrics")["helpers"]
    if lemma(metric.word) in helpers["fighters_only"] and population.name not in helpers["fighters"]:
        return False
    if metric.name in _OF_THINGS:
        return population.name in THINGS
    if population.is_thing:
        return metric.name == "affected" or (metric.name == "deployed" and population.name == "vehicles")
    if metric.name == "deployed" and lemma(metric.word) in _arriving():
        return population.name in _arriving()
    if metric.name == "deployed":
        return population.name in _deployable() or population.name.endswith(("ers", "ors", "troops"))
    if metric.name == "participants":
        return not needs_protest(metric) or population.name in {"protesters", "people"} or is_of_protest(metric)
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
        modality=_modality(item),
        earlier=item.earlier,
        follows=item.follows,
    )


_ARRANGED = {"deployed", "released", "evacuated", "detained", "participants", "rescued"}
"""What people do on purpose can be planned or demanded; what befalls them can only be feared."""


def _modality(item: Reckoned) -> Modality | None:
    """How the clauses of the word that says it, and of its number, present it."""
    if item.counted.quantity.amount.high == 0:
        return None
    if item.denied:
        return Modality.DENIED
    if is_feared(item.metric, item.counted.number):
        return Modality.POSSIBLE
    words = [item.counted.number]
    if item.metric.word.doc is item.counted.number.doc and not is_turned(item.metric.word):
        words.insert(0, item.metric.word)
    outlooks = [
        outlook_of(w)
        for w in words
        if not (w.dep_ in {"acl", "amod"} and w.tag_ != "VB") and not is_turned(verb_above(w))
    ]
    outlook = next((o for o in outlooks if o is not Outlook.DONE), Outlook.DONE)
    word = item.metric.word
    if outlook is Outlook.AHEAD and word.tag_ == "VBN" and not any(c.dep_ in {"aux", "auxpass"} for c in word.children):
        return None
    if outlook in {Outlook.AHEAD, Outlook.WISHED} and item.metric.name not in _ARRANGED:
        return Modality.POSSIBLE
    return MODALITY[outlook]


def _evidence(item: Reckoned, sentence: Sentence, others: list[Reckoned]) -> Span:
    """The clause that says it, cut so that it holds no other figure where that can be."""
    number, word = item.counted.number, item.metric.word
    same_sentence = word.doc is number.doc and sentence.tokens.start <= word.i < sentence.tokens.end
    numbers = [o.counted.number.i for o in others if o != item]
    is_far = any(min(word.i, number.i) < i < max(word.i, number.i) for i in numbers)
    if item.is_borrowed or (same_sentence and is_far):
        same_sentence = False  # another figure's word: "three in the next town"
    own = {number.i} | ({t.i for t in noun_phrase(item.counted.noun)} if item.counted.noun is not None else set())
    if same_sentence:
        own.add(word.i)
    sent = number.sent
    clause = [t.i for t in clause_tokens(verb_above(number)) if sent.start <= t.i < sent.end]
    low, high = min(own), max(own)
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
