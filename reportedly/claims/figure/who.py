"""Whom a number counts, where its noun does not tell or there is none: "18 officers were killed and 748 injured".

In: a number with its metric, and the figures before it in the sentence. Out: the population. Refuses to give people what
was counted of things.
"""

from collections.abc import Sequence
from functools import cache

from reportedly.claims.figure.frames import Counted
from reportedly.claims.figure.metric import Metric, is_group, lemma
from reportedly.claims.figure.population import PEOPLE, Population, population_of
from reportedly.claims.figure.topic import Reckoned
from reportedly.lexicon import load
from reportedly.text.grammar import roles_of, subject_of, verb_above
from reportedly.text.sentences import Sentence, Token


def population_counted(counted: Counted, metric: Metric, sentence: Sentence, before: Sequence[Reckoned]) -> Population:
    noun = counted.noun
    if noun is None:
        loser = _loser(counted.number, metric)
        return (
            (population_of(loser, sentence) if loser is not None else None)
            or _population_of_group(counted, sentence)
            or _population_of_predicate(counted, metric, sentence)
            or _population_shared(counted, metric, before)
        )
    if lemma(noun) in {"other", "more", "rest"} and before:
        shared = _population_shared(counted, metric, before)
        return shared if shared.is_thing or lemma(noun) == "more" else PEOPLE
    if lemma(noun) in load("en/metrics")["helpers"]["records"]:
        return PEOPLE
    if (who := _who_of_the_hurt(noun, counted.number)) is not None:
        return population_of(who, sentence)
    if (owner := _lost_by(noun, metric)) is not None:
        return population_of(owner, sentence)
    found = population_of(noun, sentence)
    if metric.name in OF_THINGS and lemma(noun) in {"fighter", "bomber"}:
        return found._replace(name="vehicles", is_known=True, is_thing=True)  # that are destroyed on the ground
    if noun.i == metric.word.i or lemma(noun) in _COUNTED_THEMSELVES:
        return _population_beside(noun, sentence) or (found if found.is_known else PEOPLE._replace(label=found.label))
    return found


def _lost_by(men: Token, metric: Metric) -> Token | None:
    """ "the army had lost 14 men": whose men they were."""
    if men.lower_ != "men" or metric.word.lemma_ not in {"lose", "suffer", "bury"} or men.dep_ != "dobj":
        return None
    owner = subject_of(metric.word)
    return owner if owner is not None and owner.lower_ in _bodies() | {"battalion", "regiment", "brigade"} else None


def _loser(number: Token, metric: Metric) -> Token | None:
    """ "the army had lost 772": whose they were."""
    if metric.name != "killed" or metric.word.lemma_ != "lose" or number.dep_ != "dobj":
        return None
    owner = subject_of(metric.word)
    return owner if owner is not None and owner.lower_ in _bodies() else None


_HURT = {
    "dead",
    "killed",
    "injured",
    "wounded",
    "missing",
    "victims",
    "casualties",
    "fatalities",
    "arrested",
    "detained",
}


def _who_of_the_hurt(noun: Token, number: Token) -> Token | None:
    """ "three of the dead were children": what the clause says they are."""
    verb = number.head
    if noun.lower_ not in _HURT or number.dep_ != "nsubj" or verb.lemma_ != "be":
        return None
    return next((c for c in verb.children if c.dep_ == "attr" and c.tag_ in {"NNS", "NNPS"} and c.i > verb.i), None)


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
    if (among := _among_whom(counted.number)) is not None:
        return population_of(among, sentence)
    if metric.word.pos_ == "NOUN":
        found = _population_beside(metric.word, sentence)
        if found:
            return found
    if metric.name in OF_THINGS:
        above = metric.word.head
        if metric.word.pos_ == "NOUN" and above.dep_ in {"relcl", "acl"}:
            above = above.head  # "the count of objects that got damages - 49"
            if above.pos_ == "NOUN" and (found := population_of(above, sentence)).is_thing:
                return found
        if (
            metric.word.dep_ in {"acl", "amod", "relcl"}
            and above.pos_ == "NOUN"
            and (found := population_of(above, sentence)).is_thing
        ):
            return found  # "the number of houses destroyed at 2,150"
        for child in metric.word.children:
            if child.dep_ in {"nsubj", "nsubjpass", "dobj"} and child.pos_ == "NOUN":
                found = population_of(child, sentence)
                if found.is_thing:
                    return found
    if (own := _own_losses(counted.number)) is not None and (found := population_of(own, sentence)).is_known:
        return found if found.name != "officials" else PEOPLE  # officials tell the losses of their land
    if metric.word.dep_ == "acl" and metric.word.head.dep_ == "pobj" and metric.word.i > counted.number.i:
        found = population_of(metric.word.head, sentence)
        if found.is_known and found.name != "people":
            return found  # "bringing to 112 the number of foreign troops killed"
    if (body := _body_behind(counted.number)) is not None:
        return population_of(body, sentence)
    for role in roles_of(counted.number):
        is_behind = role.role == "attribute" and role.predicate.pos_ == "NOUN" and role.predicate.i > counted.number.i
        if is_behind and not _is_of_another(role.predicate, counted.number):
            found = population_of(role.predicate, sentence)
            if found.is_known and found.name != "people":
                return found
    return None


def _own_losses(number: Token) -> Token | None:
    """ "the army put its own losses at six killed": whose they are."""
    verb = verb_above(number)
    verb = verb.head if verb.dep_ in {"advcl", "acl"} and verb.head.pos_ == "VERB" else verb
    for child in verb.children:
        if child.dep_ in {"dobj", "nsubjpass"} and child.lower_ in _LOSSES and child.i < number.i:
            force = next((c for c in child.children if c.dep_ == "poss" and c.lower_ in _bodies()), None)
            if force is not None:
                return force  # "put the army's own losses at eight dead"
            is_own = any(c.lower_ in {"its", "their", "our", "his"} for c in child.children)
            return subject_of(verb) if is_own else None
    return None


_LOSSES = {"losses", "casualties", "dead", "toll", "fallen", "wounded"}


def _among_whom(number: Token) -> Token | None:
    """ "27 among the police", "four among the marchers"."""
    behind = number.doc[number.i + 1 : min(number.i + 5, number.sent.end)]
    if len(behind) < 2 or behind[0].lower_ not in {"among", "amongst"}:
        return None
    noun = next((t for t in behind[1:] if t.tag_ in {"NNS", "NNPS"} or t.lower_ in _bodies()), None)
    return noun if noun is not None and noun.lower_ not in _HURT and noun.pos_ == "NOUN" else None


def _body_behind(number: Token) -> Token | None:
    """ "104 dead in the military", "twelve wounded among the police": the body that they are of, right behind the state."""
    behind = number.doc[number.i + 1 : min(number.i + 6, number.sent.end)]
    is_framed = len(behind) > 2 and behind[1].lower_ in {"in", "among", "within", "of", "from"}
    noun = next((t for t in behind[2:] if t.pos_ in {"NOUN", "PROPN"}), None) if is_framed else None
    return noun if noun is not None and noun.lower_ in _bodies() else None


def _is_of_another(noun: Token, number: Token) -> bool:
    """ "21 dead in the region, seven of them children": the children are those of the seven."""
    return any(token.like_num for token in number.doc[number.i + 1 : noun.i])


def _population_shared(counted: Counted, metric: Metric, before: Sequence[Reckoned]) -> Population:
    """ "18 officers were killed and 748 injured": the bare second number counts the first's people too."""
    if not before:
        return PEOPLE
    if before[-1].population.is_thing:
        return before[-1].population if metric.name in OF_THINGS else PEOPLE
    last = before[-1]
    if last.population.name in _ONE_IS and last.counted.quantity.amount.high == 1:
        return PEOPLE  # "one man was killed and twelve wounded"
    verb, other = verb_above(counted.number), verb_above(last.counted.number)
    joined = verb == other or verb in other.conjuncts or verb.head == other
    if joined and last.part and last.counted.noun is not None and _goes_along(counted):
        return last.population
    return last.population if joined and last.counted.noun is not None and not last.part else PEOPLE


def _goes_along(counted: Counted) -> bool:
    """ "30 soldiers are among the dead, with another 55 wounded": more of the same."""
    before = counted.number.doc[max(counted.number.sent.start, counted.number.i - 3) : counted.number.i]
    return any(t.lower_ in {"another", "further"} for t in before)


_ONE_IS = {"men", "women", "children"}
"""What a lone victim is, and the others need not be."""
OF_THINGS = {"destroyed", "damaged"}


@cache
def _bodies() -> frozenset[str]:
    return frozenset(load("en/populations")["bodies"]["words"])
