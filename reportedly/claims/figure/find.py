"""Figures in a sentence: "18 officers were killed and 748 injured" gives two.

In: a parsed sentence. Out: what each number counts, with the clause that says so as evidence. Refuses numbers that are
no count of people or things harmed, held, moved or gathered; a lone or named victim without a number is no figure.
"""

import math
import re
from collections.abc import Iterator, Sequence
from functools import cache

from reportedly.amount import Amount
from reportedly.claims.background import is_background
from reportedly.claims.clauses import MODALITY, Outlook, outlook_of
from reportedly.claims.figure.content import Figure
from reportedly.claims.figure.counted import counted_in
from reportedly.claims.figure.evidence import evidence_of
from reportedly.claims.figure.frames import (
    Counted,
    Frame,
    frame_of,
    goes_on,
    in_condition,
    is_earlier,
    is_fragment,
    is_listed,
    is_named_as_part,
    is_of_the_counted,
    is_subset,
    of_a_place,
)
from reportedly.claims.figure.metric import (
    Metric,
    crowd_deeds,
    from_roles,
    is_feared,
    is_of_protest,
    is_turned,
    lemma,
    metric_of,
    metric_of_noun,
    needs_protest,
)
from reportedly.claims.figure.population import (
    PEOPLE,
    Population,
    abroad,
    is_of_accident,
    is_of_refuge,
    names_flight,
    nationality_of,
    population_of,
)
from reportedly.claims.figure.recount import is_part_with_deed, is_told_anew, label_of, names_its_own
from reportedly.claims.figure.topic import Reckoned, Topic, distance, middle
from reportedly.claims.figure.who import OF_THINGS, population_counted
from reportedly.claims.figure.whose import fronted_whole, own_force, what_they_were, who_they_were
from reportedly.claims.frames import lemmas_of
from reportedly.claims.kind import Found, told_or_raised
from reportedly.claims.people.persons import THINGS
from reportedly.lexicon import load
from reportedly.model import Modality
from reportedly.text.grammar import roles_of, verb_above
from reportedly.text.numbers import Quantity
from reportedly.text.sentences import Article, Sentence, Token, once


def find_figures(sentence: Sentence) -> Iterator[Found]:
    """All figures of a sentence, left to right; what its bare numbers count is told by the sentences before it."""
    yield from told_or_raised(_figures_of(sentence.article)[sentence.index])


@once
def _figures_of(article: Article) -> Sequence[list[Found] | Exception]:
    """By sentence; where a rule breaks, what it raised."""
    topic = Topic()
    rows: list[list[Found] | Exception] = []
    for sentence in article.sentences:
        try:
            rows.append(_figures_in(sentence, topic))
        except Exception as error:
            rows.append(error)
            topic = Topic()
    return rows


def _figures_in(sentence: Sentence, topic: Topic) -> list[Found]:
    topic.here = [item for item in topic.here if not _is_looked_back_at(item)]
    topic.enter(sentence)
    asked = _asked(sentence)
    if asked is not None:
        topic.before = [asked]
    waiting: list[Counted] = []
    for counted in counted_in(sentence):
        found = _reckon(counted, sentence, topic)
        if found is None and not topic.here and _is_bracketed(counted, sentence):
            waiting.append(counted)
        elif found is not None and waiting:
            topic.here.extend(_shares_of(waiting, found, sentence))
            waiting = []
        is_bare = counted.noun is None and topic.is_broken  # "eight blasts, six of them at noon and two at night"
        topic.is_broken = found is None and (is_bare or _is_of_things(counted, sentence))
        if found and found.population.is_thing and _is_of_the_dead(found):
            found = found._replace(population=PEOPLE)
        if found and found.population.is_thing and found.metric.name not in OF_THINGS:
            found = found._replace(metric=_of_things(found.metric))
        if found and _fits(found, sentence):
            if topic.here and _is_a_part_too(found, sentence, topic.here):
                found = found._replace(part=True)
            topic.count(found._replace(sentence=sentence))
    return [_found(item, sentence, topic.here) for item in topic.here]


_BRACKETED = re.compile(r"[A-Z][\w'’-]+ \($")


def _is_bracketed(counted: Counted, sentence: Sentence) -> bool:
    """ "Lima (35) and Ica (31) report 66 dead between them": a number alone in brackets behind a name."""
    start, end = counted.quantity.start, counted.quantity.end
    is_shut = sentence.text[end : end + 1] == ")"
    return counted.noun is None and is_shut and _BRACKETED.search(sentence.text, max(0, start - 40), start) is not None


def _shares_of(waiting: list[Counted], whole: Reckoned, sentence: Sentence) -> list[Reckoned]:
    """What each has of the whole that the sentence tells behind them, where they add up to it."""
    if len(waiting) < _PLACES or sum(map(middle, waiting)) != middle(whole.counted):
        return []
    return [Reckoned(c, whole.metric, whole.population, True, sentence=sentence, is_borrowed=True) for c in waiting]


_PLACES = 2
"""Brackets from which on they are a row."""


def _is_of_the_dead(found: Reckoned) -> bool:
    """ "Airliner crash, 131 dead": whatever the parser hung the number on, the word behind it says of whom."""
    word = found.metric.word
    is_next = word.i == found.counted.number.i + 1
    if word.dep_ == "amod" and word.head.i == word.i + 1:
        return False  # "200 dead languages"
    return is_next and found.metric.name in {"killed", "injured", "missing"} and found.population.name == "things"


def _is_looked_back_at(item: Reckoned) -> bool:
    """A count of another time or crisis is none that a later number gives anew."""
    sentence, number = item.sentence, item.counted
    if sentence is None:
        return False
    span = sentence.span_at(number.quantity.start, number.quantity.end)
    return is_background(sentence, span, number.number.i)


def _is_of_things(counted: Counted, sentence: Sentence) -> bool:
    return counted.noun is not None and population_of(counted.noun, sentence).is_thing


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


def _reckon(counted: Counted, sentence: Sentence, topic: Topic) -> Reckoned | None:
    if counted.quantity.amount.low == 0 and counted.quantity.amount.high == 0:
        return _reckon_none(counted, sentence)
    subset = is_subset(counted, sentence) or (bool(topic.here) and is_of_the_counted(counted, sentence))
    if subset and counted.number.dep_ == "attr" and counted.quantity.text.lower() == "one":
        return None  # "was one of 14 diplomats expelled"
    if _speaks(counted) or _is_taken_off(counted) or (subset and _is_of_which(counted, sentence, topic)):
        return None
    who = _named_before(counted, sentence) if topic.here else None
    if who is not None and not (named := population_of(who, sentence)).is_thing:
        return Reckoned(counted, topic.here[0].metric, named, True, is_borrowed=True)
    whole = fronted_whole(counted, sentence)
    metric = label_of(counted) or metric_of(counted.noun, counted.number)
    if metric is None and whole is not None:
        metric = from_roles(counted.number, counted.number, whom=whole)
    if metric is not None and lemma(metric.word) in {"consist", "comprise"}:
        subset = False  # all of whom the band is made
    if metric is not None and subset and _is_where_they_were(metric) and _has_victims(topic):
        metric = None
    if subset and metric is not None and _is_beside_the_parts(counted, metric, sentence, topic):
        subset = False
    if subset and _is_beside_the_first(counted, topic):
        subset = False
    fared = in_condition(counted)
    if fared is not None and metric is not None and metric.name == "injured" and _is_of_the_hurt(counted, topic):
        return Reckoned(counted, metric, _population_faring(counted, sentence), True)
    if fared is not None and _is_of_others_than_the_hurt(metric, topic):
        return Reckoned(counted, Metric("injured", fared), _population_faring(counted, sentence), subset)
    opened = _reckon_opened(counted, sentence) if subset and (metric is None or metric.name not in _CHANGED) else None
    if opened is not None:
        return opened
    if metric is not None and topic.here and _is_who_fell(counted, metric, topic.here[-1], subset=subset):
        noun = counted.noun if counted.noun is not None else metric.word
        return Reckoned(counted, topic.here[-1].metric, population_of(noun, sentence), subset)
    if metric is not None and not topic.here and _is_one_of_uncounted(counted, metric):
        return None
    if metric is not None and topic.here and _is_only_told(counted, metric) and is_listed(counted, sentence):
        return _reckon_by_topic(counted, sentence, topic, subset=False)
    if metric is None or (counted.noun is None and topic.here and _only_placed(counted, metric, sentence, topic)):
        return _reckon_by_topic(counted, sentence, topic, subset)
    if subset and topic.here and metric.word.i == _noun_at(topic.here[-1]):
        metric = topic.here[-1].metric  # "600 detainees, among them 40 women, were let go"
    if _is_out_of_a_wreck(counted, metric, topic):
        metric = metric._replace(name="rescued")
    if not subset and _is_of_those_in_care(counted, metric, topic):
        subset = True
    population = own_force(counted, sentence) or population_counted(counted, metric, sentence, topic.here)
    them = who_they_were(counted, sentence) if subset and not topic.here else None
    if them is not None:
        population, subset = them, False  # "fired on the marchers, killing eleven of them"
    elif subset and metric.name in _OF_EITHER and (things := what_they_were(counted, sentence)) is not None:
        population = things  # "ambushed 30 trucks and burned 11 of them"
    if whole is not None and population_of(whole, sentence).is_thing:
        population = population_of(whole, sentence)  # "of 70 trucks, 48 burned"
    told = _told_before(topic.last()) if goes_on(counted, sentence) or (subset and not topic.here) else None
    return Reckoned(counted, metric, population, subset, is_earlier(counted, sentence), told)


_OF_EITHER = {"injured", "destroyed", "damaged"}
"""What is said of people and of things with the same words: of both one says that they were burned."""
_FEW = 9


def _speaks(counted: Counted) -> bool:
    """ "said one of the protesters", "two of the survivors told reporters": whoever tells it is not counted."""
    head = counted.number if counted.noun is None or counted.noun.dep_ == "pobj" else counted.noun
    high = counted.quantity.amount.high
    is_subject = head.dep_ == "nsubj" and lemma(head.head) in load("en/metrics")["helpers"]["recounting"]
    return is_subject and counted.noun is not None and high is not None and high <= _FEW


def _is_taken_off(counted: Counted) -> bool:
    """ "Norland takes six off its toll": a correction of a count, and none of anybody."""
    verb = verb_above(counted.number)
    words = load("en/recounts")["corrected"]
    if not any(form in words["verbs"] for form in lemmas_of(verb)) or verb.i > counted.number.i:
        return False
    noun = counted.noun or counted.number
    if noun.dep_ == "pobj" or counted.number.dep_ == "pobj":
        return False
    marks = (t for top in (verb, noun) for t in top.children if t.i > noun.i and t.lower_ in {"off", "from"})
    behind = (t for mark in marks for t in mark.doc[mark.i + 1 : mark.i + 1 + _OFF])
    return any(form in words["counts"] for t in behind for form in lemmas_of(t))


_OFF = 4
"""Words behind "off" among which the count stands: "off its provisional earthquake toll"."""


def _is_of_which(counted: Counted, sentence: Sentence, topic: Topic) -> bool:
    """ "living in camps, of which 15 have been set up": a part of things, whatever was counted before."""
    doc, at = counted.number.doc, counted.number.i - 1
    while at > sentence.tokens.start and doc[at].lower_ != "which":
        at -= 1
    before = [t for t in doc[max(sentence.tokens.start, at - 6) : at] if t.pos_ == "NOUN"]
    is_opened = (
        doc[at].lower_ == "which" and at > sentence.tokens.start and doc[at - 1].lower_ in {"of", "among", "from"}
    )
    between = doc[at + 1 : counted.number.i]
    if not is_opened or not before or any(t.pos_ in {"VERB", "AUX"} or t.is_punct for t in between):
        return False
    whole = before[-1]
    if any(c.dep_ == "nummod" for c in whole.children) and not topic.here:
        return False  # "I counted 31 entries, of which nineteen were marked": what the entries are was told before
    return population_of(whole, sentence).name == "things" and metric_of_noun(whole) is None


def _is_beside_the_parts(counted: Counted, metric: Metric, sentence: Sentence, topic: Topic) -> bool:
    """ "nine dead, among whom three gendarmes, and 58 wounded": the list of the parts is over."""
    is_next = counted.noun is None and abs(metric.word.i - counted.number.i) == 1
    is_in_row = bool(topic.here) and topic.here[-1].part and topic.here[-1].metric.name != metric.name
    return is_next and is_in_row and not is_named_as_part(counted, sentence, next_to=True)


def _is_beside_the_first(counted: Counted, topic: Topic) -> bool:
    """ "one of them was killed and two were hurt", where nobody counted them: the second is a count as the first is."""
    last = topic.here[-1] if topic.here else None
    noun = last.counted.noun if last is not None else None
    is_of_them = noun is not None and noun.lower_ in {"them", "whom"} and last is not None and not last.part
    return is_of_them and counted.noun is None and counted.number.dep_ in {"nsubj", "nsubjpass", "dobj"}


def _noun_at(item: Reckoned) -> int | None:
    return item.counted.noun.i if item.counted.noun is not None else None


_VICTIMS = {"killed", "injured", "missing", "hospitalised", "rescued", "trapped"}


def _is_where_they_were(metric: Metric) -> bool:
    """ "of those 102 had been aboard": where a part of the counted were, and nothing that befell them besides."""
    return metric.name == "affected" and lemma(metric.word) in load("en/metrics")["helpers"]["holds"]


_MANY = 150
"""More than a wreck or a ruin gives up: so many were brought out of a town."""


def _is_out_of_a_wreck(counted: Counted, metric: Metric, topic: Topic) -> bool:
    """ "22 have been saved; eight were brought out of the tower", "70 were in it, and 60 got out": after the dead and the hurt."""
    is_out = metric.name == "evacuated" and lemma(metric.word) in load("en/metrics")["helpers"]["brought_out"]
    nationals = load("en/metrics")["classes"]["nationals"]
    is_of_a_land = counted.noun is not None and (counted.noun.pos_ == "PROPN" or lemma(counted.noun) in nationals)
    return is_out and middle(counted) < _MANY and _has_victims(topic) and not is_of_a_land


def _has_victims(topic: Topic) -> bool:
    last = topic.last()
    return last is not None and last.metric.name in _VICTIMS


def _is_of_others_than_the_hurt(metric: Metric | None, topic: Topic) -> bool:
    """ "26 survived, but eight are in critical condition", "the toll may rise, as 19 patients are in critical condition"."""
    last = topic.last()
    name = metric.name if metric is not None else (last.metric.name if last is not None else None)
    return name in {"killed", "rescued", "missing", "trapped", "affected"}


def _is_of_the_hurt(counted: Counted, topic: Topic) -> bool:
    """ "35 are injured, four being in a critical condition": a part of the hurt of whom the sentence told before."""
    last = topic.here[-1] if topic.here else (topic.last() if counted.noun is None else None)
    is_hurt = last is not None and last.metric.name in {"injured", "hospitalised"} and not last.part
    return last is not None and is_hurt and middle(counted) < middle(last.counted)


def _is_of_those_in_care(counted: Counted, metric: Metric, topic: Topic) -> bool:
    """ "38 are in hospital; five are in intensive care", "11 were on ventilators": the gravest of those just counted."""
    if counted.noun is not None and counted.noun.pos_ != "PRON":
        return False
    words = {t.lower_ for t in metric.word.subtree if t.i > counted.number.i}
    is_grave = metric.name in {"hospitalised", "injured"} and bool(words & _grave_care())
    return is_grave and _is_of_the_hurt(counted, topic)


@cache
def _grave_care() -> frozenset[str]:
    return frozenset(load("en/metrics")["helpers"]["grave_care"])


def _population_faring(counted: Counted, sentence: Sentence) -> Population:
    noun = counted.noun
    if noun is None or noun.pos_ == "PRON" or lemma(noun) in {"patient", "wounded", "injured", "victim"}:
        return PEOPLE
    return population_of(noun, sentence)


_CHANGED = {"released", "rescued", "hospitalised"}
""" "Of those arrested, eight are free": what became of them since."""


def _is_one_of_uncounted(counted: Counted, metric: Metric) -> bool:
    """ "customers were trapped in shops, one for an hour": an example of those whom nobody counts."""
    number = counted.number
    is_behind = metric.word.i < number.i and number.dep_ in {"npadvmod", "appos", "dep"}
    return counted.noun is None and number.lower_ == "one" and is_behind


def _is_only_told(counted: Counted, metric: Metric) -> bool:
    """ "15 dead (eight hostages, six gunmen)": that they were hostages says who they are, not what is counted."""
    noun = counted.noun
    return noun is not None and metric.word.i == noun.i and lemma(noun) in load("en/metrics")["helpers"]["told"]


def _is_who_fell(counted: Counted, metric: Metric, last: Reckoned, *, subset: bool) -> bool:
    """ "31 dead, of whom seven detainees", "27 hurt among the police and 4 among the demonstrators": a word for who they
    are, and not for what befell them.
    """
    number, word = counted.number, metric.word
    if last.metric.name not in {"killed", "injured", "missing"} or last.population.is_thing or word.pos_ != "NOUN":
        return False
    if metric.name not in {"detained", "participants", "displaced", "evacuated", "released", "deployed"}:
        return False
    if counted.noun is not None:
        return subset and word.i == counted.noun.i and not roles_with_deed(counted.noun)
    beside = number.doc[number.i + 1 : min(number.i + 3, number.sent.end)]
    is_among = len(beside) > 0 and beside[0].lower_ in {"among", "amongst", "of"} and number.dep_ in {"conj", "appos"}
    return is_among and word.i > number.i and word.head.i == beside[0].i


def roles_with_deed(noun: Token) -> bool:
    """Whether a verb of its own says something of the noun: "three detainees were released"."""
    return noun.dep_ in {"nsubj", "nsubjpass", "dobj"} or any(c.dep_ in {"acl", "relcl"} for c in noun.children)


def _only_placed(counted: Counted, metric: Metric, sentence: Sentence, topic: Topic) -> bool:
    """ "12 dead in Lima, three in Ilo": a bare number with a place; "45 in hospital" says itself what it counts."""
    if of_a_place(counted, sentence, topic.here[-1].counted) is None:
        return False
    is_object = counted.number.dep_ == "dobj" and counted.number.head.i == metric.word.i  # "wounding 100 in the attack"
    says_so = is_object or counted.number.is_ancestor(metric.word) or metric.word.i == counted.number.i + 1
    goes_on_after = re.match(r"\s+(?:more|others?)\b", sentence.text[counted.quantity.end :]) is not None
    return not says_so or goes_on_after


def _reckon_opened(counted: Counted, sentence: Sentence) -> Reckoned | None:
    """ "Of the dead, 24 were women": the sentence's own head says of whom they are a part."""
    if sentence.text[:2] not in {"Of", "Am"} or verb_above(counted.number).lemma_ != "be":
        return None
    for token in sentence.tokens:
        is_participle = token.tag_ == "VBN" or (token.tag_ == "VBD" and token.dep_ == "acl")
        if token.i >= counted.number.i or (token.pos_ in {"VERB", "AUX"} and not is_participle):
            return None
        metric = metric_of_noun(token) or (metric_of(token, token) if is_participle else None)
        if metric is not None:
            who = next((c for c in verb_above(counted.number).children if c.dep_ == "attr" and c.pos_ == "NOUN"), None)
            noun = counted.noun if counted.noun is not None else who
            population = population_of(noun, sentence) if noun is not None else PEOPLE
            return Reckoned(counted._replace(noun=noun), metric, population, True)
    return None


def _reckon_by_topic(counted: Counted, sentence: Sentence, topic: Topic, subset: bool) -> Reckoned | None:
    """A number whose own words do not say what it counts, but whose frame takes up what was counted before."""
    if (counted.noun is None and names_its_own(counted)) or (subset and is_part_with_deed(counted)):
        return None
    if (
        counted.number.dep_ == "pobj"
        and counted.number.head.lower_ == "from"
        and lemma(verb_above(counted.number)) == "hear"
    ):
        return None  # "of her colleagues she has heard from seven"
    last = topic.last() or topic.recalled(counted)
    if last is None:
        across = _metric_across(counted, sentence)
        return Reckoned(counted, across, population_counted(counted, across, sentence, []), subset) if across else None
    if last.counted.quantity.end == 0 and counted.noun is None and is_fragment(counted):
        return Reckoned(counted, last.metric, last.population, False)  # the answer to a question
    if subset and not topic.here and verb_above(counted.number).lemma_ in {"comprise", "consist"}:
        return None  # what it makes up is no count that we know
    if last.metric.word.lower_ in {"aboard", "board"} and last.metric.word.i < last.counted.number.i and topic.here:
        return None  # "on board were 15 people, 12 of them Finns": who they are, and nothing that befell them
    frame = frame_of(counted, sentence, subset=subset, last=topic.here[-1].counted if topic.here else None)
    if frame is None and is_told_anew(counted, sentence):
        frame = Frame(False)
    if frame is None:
        return _reckon_joined(counted, sentence, topic)
    is_one = counted.quantity.text.lower() == "one" and counted.noun is None
    is_met = subset and counted.number.dep_ in {"dobj", "pobj"} and not is_named_as_part(counted, sentence)
    is_of_others = topic.is_broken and not is_named_as_part(counted, sentence) and (subset or is_fragment(counted))
    if subset and (
        _is_of_counted(counted) or middle(counted) > max(map(_most, topic.here or topic.before), default=math.inf)
    ):
        return None  # "nine of the ten members", after a count of the dead
    if is_of_others or is_met or (is_one and (subset or not topic.here)):
        return None  # "one of the two is its owner", "I have spoken to four of them"
    is_again = not frame.is_part and counted.noun is None and frame.who is None
    is_counted = bool(last.counted.quantity.text)  # and not only asked for
    if is_again and not topic.here and is_counted and distance(counted, last.counted) > _BEYOND:
        return None  # "61,000 are in the schools. The radius is eight kilometres; until yesterday it was six"
    if is_again and _is_told_by_another(counted):
        last = next((i for i in topic.here if not i.part and i.metric.name == "killed"), last)
    if not frame.is_part and (not topic.here or middle(last.counted) == 1):  # a lone victim is no running count
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
    return Reckoned(counted, last.metric, population, is_part, earlier, told, denied=frame.is_denied, is_borrowed=True)


_BEYOND = 3.5
"""Of the logarithms of two counts of the same: some thirtyfold."""


def _is_told_by_another(counted: Counted) -> bool:
    """ "the officials gave 64 dead and 210 injured; the Red Cross reported 23": another teller's bare count behind a
    semicolon is of the dead, if the sentence has counted some."""
    verb = verb_above(counted.number)
    start = counted.number.sent.start
    return counted.number.dep_ == "dobj" and any(t.text == ";" for t in counted.number.doc[start : verb.i])


def _named_before(counted: Counted, sentence: Sentence) -> Token | None:
    """ "4,870 displaced (women 1,610; children 2,204)": the noun before a number in brackets."""
    number = counted.number
    before = number.nbor(-1) if number.i > sentence.tokens.start else None
    behind = sentence.text[: counted.quantity.start]
    is_inside = behind.rfind("(") > behind.rfind(")")
    is_noun = before is not None and before.tag_ == "NNS" and before.pos_ == "NOUN"
    return before if is_inside and is_noun and counted.noun is None else None


def _is_a_part_too(found: Reckoned, sentence: Sentence, here: list[Reckoned]) -> bool:
    """ "including nine women and four children", "the toll is 44: 38 passengers and six crew"."""
    if here[-1].part and _is_joined(found.counted, here[-1].counted):
        return True
    between = sentence.text[here[0].counted.quantity.end : found.counted.quantity.start]
    is_same = found.counted.noun is not None and found.metric == here[0].metric
    return is_same and any(sign in between for sign in ":-–—(") and is_listed(found.counted, sentence)


def _is_joined(counted: Counted, other: Counted) -> bool:
    return counted.noun is not None and other.noun is not None and counted.noun in other.noun.conjuncts


def _is_of_counted(counted: Counted) -> bool:
    noun = counted.noun
    is_pobj = noun is not None and noun.pos_ == "NOUN" and noun.dep_ == "pobj" and noun.head.lower_ == "of"
    if is_pobj and noun is not None and noun.head.head.lower_ in {"those", "that"}:
        return False  # "three bodies, those of two children among them"
    return is_pobj and noun is not None and any(c.dep_ == "nummod" for c in noun.children)


def _most(item: Reckoned) -> float:
    high = item.counted.quantity.amount.high
    return math.inf if high is None else high


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
    population = population_counted(counted, metric, sentence, topic.here)
    is_row = bool(topic.here) and topic.here[-1].population.is_thing != population.is_thing  # "500 divers, 170 ships"
    is_row = is_row or (bool(topic.here) and _stands_beside(population, topic.here[-1].population))
    is_row = is_row or (bool(topic.here) and _are_of_two_lands(counted, topic.here[-1].counted, sentence))
    is_appended = noun is not None and any(t.dep_ == "appos" for t in (noun, noun.head)) and not is_row
    return Reckoned(counted, metric, population, is_appended)


def _stands_beside(population: Population, before: Population) -> bool:
    """ "killed four soldiers, two policemen and a guide": of another class than those before it, and so no part of them."""
    if population.is_thing or before.is_thing:
        return population.is_thing == before.is_thing
    return before.name in _ROLES and population.name in _ROLES and population.name != before.name


def _are_of_two_lands(counted: Counted, before: Counted, sentence: Sentence) -> bool:
    """ "340 Belgians, 85 French and some Americans": people of another country are no part of those before."""
    lands = nationality_of(counted.noun, sentence), nationality_of(before.noun, sentence)
    return None not in lands and lands[0] != lands[1]


_ROLES = {"soldiers", "security_forces", "militants", "civilians", "foreign_troops", "officials", "journalists"}


_NEVER_NONE = {"participants", "deployed", "detained", "released", "rescued", "affected", "displaced"}


def _reckon_none(counted: Counted, sentence: Sentence) -> Reckoned | None:
    """ "no deaths", "nobody was hurt": nothing counted, and said so."""
    metric = metric_of(counted.noun, counted.number)
    if metric is None or metric.name in _NEVER_NONE or _is_only_not_known(counted):
        return None
    if counted.quantity.text.lower() == "without" and (counted.noun is None or metric.word.i != counted.noun.i):
        return None
    return Reckoned(counted, metric, population_counted(counted, metric, sentence, []), part=False)


def _is_only_not_known(counted: Counted) -> bool:
    """ "knew of no other Americans hurt", "has heard of no deaths": who has not heard of any counts none."""
    noun = counted.noun if counted.noun is not None else counted.number
    of = noun.head
    if noun.dep_ != "pobj" or of.lower_ not in {"of", "about"}:
        return False
    return lemma(of.head) in load("en/metrics")["helpers"]["hearing_of"]


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


@cache
def _arriving() -> frozenset[str]:
    """Verbs that deploy only those who come to act, and who those are: troops and rescuers, not passengers."""
    return frozenset(load("en/metrics")["helpers"]["arriving"])


@cache
def _deployable() -> frozenset[str]:
    return frozenset(load("en/metrics")["helpers"]["deployable"])


_CROWD = 10
"""As many as make a crowd."""
_STATE = {"officials", "security_forces", "foreign_troops"}


def _fits(item: Reckoned, sentence: Sentence) -> bool:
    """Whether metric and population go together: nobody arrests a bridge or deploys a resident."""
    metric, population = item.metric, item.population
    helpers = load("en/metrics")["helpers"]
    is_bare = metric.name not in OF_THINGS and not metric.is_phrased
    if is_bare and lemma(metric.word) in helpers["fighters_only"] and population.name not in helpers["fighters"]:
        return False
    if metric.name in OF_THINGS:
        return population.name in THINGS
    noun = item.counted.noun
    is_named = noun is not None and noun.pos_ == "PROPN"
    is_picked_up = metric.name == "rescued" and lemma(metric.word) == "pick"
    if is_picked_up and (is_named or not is_of_accident(sentence.article)):
        return bool({t.lower_ for t in metric.word.subtree} & set(load("en/metrics")["classes"]["sea"]))
    if metric.name == "affected" and lemma(metric.word) in helpers["holds"] and not is_of_accident(sentence.article):
        return False
    if (
        metric.name == "displaced"
        and lemma(metric.word) in helpers["crossing"]
        and not (_is_into(metric.word) or names_flight(sentence) or is_of_refuge(sentence.article))
    ):
        return False
    if population.is_thing:
        is_sent = metric.name == "deployed" and lemma(metric.word) not in _arriving()
        return (metric.name == "affected" and population.name in THINGS) or (is_sent and population.name == "vehicles")
    if metric.name == "deployed" and lemma(metric.word) in load("en/metrics")["classes"]["forces"]:
        return True
    if metric.name == "deployed" and lemma(metric.word) in _arriving():
        return population.name in _arriving()
    if metric.name == "deployed":
        return (
            _is_in_a_unit(item.counted.noun)
            or population.name in _deployable()
            or population.name.endswith(("ers", "ors", "troops"))
        )
    if metric.name == "participants":
        if population.name in _STATE and not is_of_protest(metric):
            return False  # "talks in which twelve ministers took part"
        if lemma(metric.word) in crowd_deeds() and middle(item.counted) < _CROWD:
            return False  # "three men threw stones"
        if lemma(metric.word) in helpers["attacking"] and population.name in {"militants", "men"}:
            return True
        return not needs_protest(metric) or population.name in {"protesters", "people"} or is_of_protest(metric)
    return True


def _is_in_a_unit(noun: Token | None) -> bool:
    """ "seven rescue brigades with 142 men"."""
    if noun is None or noun.dep_ != "pobj" or noun.head.lower_ != "with":
        return False
    return lemma(noun.head.head) in load("en/metrics")["classes"]["forces"]


def _is_into(verb: Token) -> bool:
    """ "crossed the bridge into Norland"."""
    into = [t for t in verb.subtree if t.lower_ == "into" and t.i > verb.i] if lemma(verb) == "cross" else []
    return any(p.pos_ == "PROPN" for t in into for p in t.children)


def _found(item: Reckoned, sentence: Sentence, others: list[Reckoned]) -> Found:
    quantity, population = item.counted.quantity, item.population
    name = abroad(population, nationality_of(item.counted.noun, sentence), sentence)
    if name in THINGS and item.metric.name not in OF_THINGS | {"deployed", "affected"}:
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
        span=evidence_of(item, sentence, others),
        head=item.counted.number.i,
        content=content,
        modality=_modality(item),
        earlier=item.earlier,
        follows=item.follows,
    )


def _is_given(item: Reckoned, noun: Token) -> bool:
    """ "no tears were shed for the 23 who had fallen", "none of ours is among the 12 victims": told as known, whatever is denied
    in the clause around it; "the dead now number 627": no clause of its own.
    """
    word = item.metric.word
    is_of_noun = word.i == noun.i or (word.head.i == noun.i and word.dep_ in {"relcl", "acl", "amod"})
    is_known = any(c.lower_ in {"the", "those", "these"} for c in noun.children) and noun.dep_ == "pobj"
    return (is_known and is_of_noun) or lemma(item.counted.number.head) == "number"


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
    noun = item.counted.noun if item.counted.noun is not None else item.counted.number
    if item.metric.is_turned or _is_given(item, noun):
        return None
    words = [item.counted.number] if noun.head.i != item.metric.word.i else []
    is_listed_behind = any(t.text == ":" for t in noun.doc[item.metric.word.i : item.counted.number.i])
    if item.metric.word.doc is item.counted.number.doc and not is_turned(item.metric.word) and not is_listed_behind:
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
