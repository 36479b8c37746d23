"""Numbers and verbs that share one clause: "three of the five men held", "were killed or injured", "respectively".

In: a number and the clause that it stands in. Out: which of the clause's verbs, or of its numbers, is its own. Refuses the whole
where the verb is said of the part.
"""

from reportedly.claims.figure.metric.words import Metric, by_word, helpers, is_group, lemma, lookup
from reportedly.text.grammar import ATTRIBUTE, OBJECT, SUBJECT
from reportedly.text.sentences import Token


def is_whole_of_another(noun: Token, number: Token) -> bool:
    """ "three of the five men": five, whose noun is what another number takes its part from."""
    above = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else None
    if above is None or above.i == number.i:
        return False
    if noun.head.i == noun.sent.start and above.pos_ == "VERB" and above.i > noun.i:
        return _is_parted(noun, above)
    if above.i > number.i:
        return above.pos_ == "NUM" and noun.head.i < number.i  # "of the 52 people aboard, nine died"
    return above.pos_ == "NUM" and above.lower_ not in {"thousands", "hundreds", "dozens", "tens", "scores"}


def _is_parted(noun: Token, verb: Token) -> bool:
    """ "Of 310 patients 96 have died": a number alone is the subject, and takes its part from those in front."""
    return any(t.like_num for t in noun.doc[noun.i + 1 : verb.i]) and not any(
        t.is_punct for t in noun.doc[noun.i + 1 : verb.i]
    )


def _is_sum_of_both(verbs: list[Token]) -> bool:
    """ "48 people were killed or injured": nobody is told how many were which."""
    first, second = verbs
    names = {lookup(v, OBJECT) or lookup(v, ATTRIBUTE) for v in verbs}
    between = first.doc[first.i + 1 : second.i]
    is_close = len(between) <= 2 and not any(t.like_num or t.text == "," for t in between)
    is_split = any(c.lower_ == "respectively" for v in (*verbs, first.head) for c in v.children)
    return names == {"killed", "injured"} and is_close and not is_split


def respectively(anchor: Token, found: Metric) -> Metric | None:
    """ "18 soldiers and 35 rebels were killed and wounded respectively": to each noun its verb."""
    verbs = sorted([found.word, *found.word.conjuncts], key=lambda t: t.i)
    if len(verbs) == 2 and _is_sum_of_both(verbs):
        return None
    if len(verbs) < 2 or not any(c.lower_ == "respectively" for v in (*verbs, found.word.head) for c in v.children):
        return found
    nouns = sorted([anchor, *anchor.conjuncts], key=lambda t: t.i)
    if len(nouns) != len(verbs):
        return found
    own = verbs[nouns.index(anchor)]
    metric = by_word().get((lemma(own), OBJECT)) or by_word().get((lemma(own), SUBJECT)) or lookup(own, ATTRIBUTE)
    return Metric(metric, own) if metric else found


def counts_a_part(number: Token) -> bool:
    """ "dozens of rioters", "11 of the 40 people": the number, not the noun, plays the role."""
    more = [c for c in (*number.children, number.head) if c.lower_ in {"more", "others"}]
    return any(c.lower_ == "of" and c.i > number.i for t in (number, *more) for c in t.children)


def counters_above(anchor: Token) -> list[Token]:
    """ "a total of 2,340 (people)", "the windows of 30 shops": what only counts them, or a part of them, plays the role."""
    if anchor.dep_ != "pobj" or anchor.head.lower_ not in {"of", "off", "from", "in"}:
        return []
    above = anchor.head.head
    if anchor.head.lower_ == "in":  # "blew out windows in 60 houses"
        held = [above] if above.pos_ == "NOUN" else [c for c in above.children if c.dep_ == "dobj" and c.i < anchor.i]
        return [noun for noun in held if lemma(noun) in helpers("parts") - {"life"}]
    is_only_counting = (
        lemma(above) in helpers("counting") or above.pos_ == "ADV" or above.like_num or above.lower_ == "all"
    )
    is_a_part = lemma(above) in helpers("parts")
    return [above] if is_only_counting or is_a_part or is_group(above) else []
