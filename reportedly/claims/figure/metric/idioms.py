"""What is said of the counted in a turn of phrase, where no verb has them for its subject or its object.

In: a counted noun or a number alone. Out: the metric, or None. "set fire to 320 houses" (behind a preposition), "no trace of 40
climbers" (behind a noun), "had their roofs torn off" (what befell a part of theirs), "the evacuation involved 4,000" (what it was
that involved them), "9,000 on the run" (without a verb), "the homes of 7,000 people burned down" (what befell what is theirs).
Refuses what the lexicon's rows of the roles `prep` and `noun` do not name.
"""

from collections.abc import Iterator

from reportedly.claims.figure.metric.roles import from_roles, metric_of_role, words_near
from reportedly.claims.figure.metric.words import (
    Metric,
    class_words,
    helpers,
    is_one_of,
    lemma,
    lookup,
    phrases_by_verb,
    tables,
)
from reportedly.text.grammar import ATTRIBUTE, OBJECT, SUBJECT, Role, roles_of, subject_of, verb_above
from reportedly.text.sentences import Token


def idiomatic(anchor: Token, number: Token) -> Metric | None:
    """The first of the turns of phrase that fits."""
    return (
        none_left(anchor)
        or fatal_to(anchor)
        or by_preposition(anchor)
        or by_noun(anchor, number)
        or undergone(anchor)
        or involved(anchor)
        or of_their_homes(anchor)
        or with_its_people(anchor)
        or of_a_force(anchor, number)
    )


def _behind(anchor: Token, number: Token | None = None) -> Token | None:
    """The preposition that the counted, or the number that parts them, stands behind."""
    above = anchor
    if anchor.dep_ == "pobj" and anchor.head.lower_ == "of" and anchor.head.head.like_num:
        above = anchor.head.head  # "no trace of 40 of the passengers"
    if number is not None and above.dep_ != "pobj":
        above = number
    return above.head if above.dep_ == "pobj" else None


def by_preposition(anchor: Token) -> Metric | None:
    """ "set fire to 320 houses", "knocked out power to 45,000 homes", "nothing has been heard of 40 villagers"."""
    preposition = _behind(anchor)
    if preposition is None:
        return None
    above = preposition.head
    verb = above if above.pos_ in {"VERB", "AUX"} else above.head
    rows = phrases_by_verb().get((lemma(verb), "prep"), ())
    if not rows:
        return None
    near = words_near(verb) | {preposition.lower_} | _determined(verb)
    return next((row.found(verb, near) for row in rows if row.fits(near, anchor)), None)


def _determined(verb: Token) -> set[str]:
    """The articles and negations of what stands at the verb: "no news has come from"."""
    return {c.lower_ for child in verb.children for c in child.children if c.dep_ in {"det", "neg", "amod"}}


def by_noun(anchor: Token, number: Token) -> Metric | None:
    """ "the flight of 9,000 villagers", "there is no trace of 40 climbers", "a procession of 2,000"."""
    preposition = _behind(anchor, number)
    if preposition is None:
        return None
    noun = preposition.head
    rows = phrases_by_verb().get((lemma(noun), "noun"), ())
    if not rows or noun.i > anchor.i:
        return None
    verb = verb_above(noun)
    near = {c.lower_ for c in noun.children} | {lemma(verb), preposition.lower_}
    near |= {t.lower_ for c in verb.children if c.dep_ in _SAID for t in c.subtree if t.i != noun.i}
    return next((row.found(noun, near) for row in rows if row.fits(near, anchor)), None)


_SAID = {"acomp", "attr", "oprd", "neg", "advmod", "prep", "xcomp", "auxpass", "nsubj"}


def undergone(anchor: Token) -> Metric | None:
    """ "510 houses had their roofs torn off", "2,000 people saw their homes go up in flames": what befell a part of theirs."""
    verb = anchor.head
    if anchor.dep_ != "nsubj" or lemma(verb) not in {"have", "see", "get", "find", "watch"}:
        return None
    parts: dict[str, str] = tables()["helpers"]["undergone"]
    for deed in verb.children:
        part = next((c for c in deed.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
        if deed.dep_ != "ccomp" or part is None or lemma(part) not in parts or not _is_ruin(deed, part):
            continue
        metric = parts[lemma(part)]
        if (metric == "damaged") == is_one_of(anchor, class_words("housing")):
            return Metric(metric, deed)
    return None


def _is_ruin(deed: Token, part: Token) -> bool:
    if lemma(deed) in helpers("ruining"):
        return True
    found = metric_of_role(Role(deed, SUBJECT if deed.tag_ == "VB" else OBJECT), part)
    return found is not None and found.name in {"destroyed", "damaged", "injured"}


def involved(anchor: Token) -> Metric | None:
    """ "the evacuation involved 4,000 residents", "the walkout has brought out 20,000": what it was that they were in."""
    verb, deed = anchor.head, None
    if anchor.dep_ in {"dobj", "obj"} and lemma(verb) in helpers("involving"):
        deed = subject_of(verb)
    if deed is None or deed.i > verb.i or lemma(deed) in helpers("rehearsed"):
        return None
    words = [deed, *(c for c in deed.children if c.dep_ == "compound")]
    if any(t.lower_ in class_words("protest") for t in words):
        return Metric("participants", verb) if is_one_of(anchor, class_words("crowd")) else None
    names = (lookup(t, "noun") for t in words)
    return next((Metric(name, verb) for name in names if name in {"evacuated", "released", "detained"}), None)


def verbless(anchor: Token) -> Metric | None:
    """ "9,000 on the run", "45,000 without power", "four of them on the danger list": what "are" would say, where no verb does."""
    if anchor.dep_ not in {"ROOT", "appos", "conj", "dep", "npadvmod"} or anchor.pos_ in {"VERB", "AUX"}:
        return None
    prepositions = [c for c in anchor.children if c.dep_ == "prep" and 0 < c.i - anchor.i <= _NEXT]
    near = {t.lower_ for c in prepositions for t in c.subtree if t.text != "March"}
    if not near or any(t.pos_ in {"VERB", "AUX"} for c in prepositions for t in c.subtree):
        return None
    rows = phrases_by_verb().get(("be", SUBJECT), ())
    return next((Metric(row.metric, prepositions[0], is_turned=True) for row in rows if row.fits(near, anchor)), None)


_NEXT = 3


def of_their_homes(anchor: Token) -> Metric | None:
    """ "the homes of 7,000 people burned down": whose home it was has none."""
    preposition = _behind(anchor)
    if preposition is None or preposition.lower_ != "of" or not is_one_of(anchor, class_words("persons")):
        return None
    homes = preposition.head
    if homes.tag_ != "NNS" or lemma(homes) not in class_words("housing"):
        return None
    found = from_roles(homes, homes)
    return Metric("homeless", found.word) if found is not None and found.name == "destroyed" else None


def with_its_people(anchor: Token) -> Metric | None:
    """ "four villages with 4,000 inhabitants were cleared": who lived in what was emptied had to go."""
    preposition = _behind(anchor)
    if preposition is None or preposition.lower_ not in {"with", "of", "housing"}:
        return None
    place = preposition.head
    if preposition.lower_ == "with" and lemma(place) in helpers("holding"):
        lost = (role.predicate for role in roles_of(place))  # "a Twin Otter with 18 people has been missing"
        return next((Metric("missing", word) for word in lost if word.lower_ in helpers("not_back")), None)
    if preposition.lower_ == "with" and lemma(place) in class_words("forces") and _is_able(anchor, anchor):
        sent = from_roles(place, place)  # "seven rescue brigades with 142 men had been sent"
        return Metric("deployed", sent.word) if sent is not None and sent.name == "deployed" else None
    if lemma(place) not in class_words("quarters") or not is_one_of(anchor, class_words("persons")):
        return None
    emptied = (role.predicate for role in roles_of(place) if role.role == OBJECT)
    return next((Metric("evacuated", verb) for verb in emptied if lemma(verb) in helpers("emptying")), None)


def none_left(anchor: Token) -> Metric | None:
    """ "none of the 44 on board survived", "there were no survivors among the 44": all of them are dead."""
    preposition = anchor.head
    if anchor.dep_ != "pobj" or preposition.lower_ not in {"of", "among", "amongst", "from"}:
        return None
    if not (anchor.like_num or is_one_of(anchor, class_words("exposed")) or is_one_of(anchor, class_words("anyone"))):
        return None  # "None of the 12 songs survived the editing"
    who = preposition.head
    if who.lower_ in {"none", "nobody"} and who.dep_ == "nsubj":
        return (
            Metric("killed", anchor, is_turned=True)
            if lemma(who.head) == "survive" or _comes_out_alive(who.head)
            else None
        )
    is_none = any(c.lower_ == "no" for c in who.children) and lemma(who) == "survivor"
    return Metric("killed", anchor, is_turned=True) if is_none else None


def _comes_out_alive(verb: Token) -> bool:
    return lemma(verb) in {"come", "get", "emerge", "make"} and any(c.lower_ == "alive" for c in verb.children)


def under_label(number: Token) -> Metric | None:
    """ "Dead: seven in the flames, and seven among evacuees", "Hurt: 71 firefighters, 27 civilians": all of the list."""
    doc, start = number.doc, number.sent.start
    colon = next((t for t in reversed(doc[start : number.i]) if t.text in _LIST_ENDS or t.tag_ in _FINITE), None)
    if colon is None or colon.text != ":":
        return None
    label = list(_label(colon))
    if not 0 < len(label) <= _LABEL or any(t.like_num or t.tag_ in _FINITE for t in label):
        return None
    states = ((lookup(t, ATTRIBUTE) or lookup(t, OBJECT), t) for t in label if t.lower_ in class_words("headed"))
    return next((Metric(state, word) for state, word in states if state), None)


def _label(colon: Token) -> Iterator[Token]:
    doc, at = colon.doc, colon.i - 1
    while at >= colon.sent.start and not doc[at].is_punct:
        yield doc[at]
        at -= 1


_LIST_ENDS = {":", ";"}
_FINITE = {"VBD", "VBZ", "VBP", "MD"}
_LABEL = 3


def fatal_to(anchor: Token) -> Metric | None:
    """ "the accident was fatal for seven tourists", "for 18 schoolchildren the outing ended in death"."""
    preposition = _behind(anchor)
    if preposition is None or preposition.lower_ not in {"to", "for"} or not is_one_of(anchor, class_words("anyone")):
        return None
    above = preposition.head
    states = [above, *(c for c in above.children if c.dep_ in {"acomp", "oprd", "attr"})]
    if any(t.lower_ in {"fatal", "deadly", "lethal"} for t in states):
        return Metric("killed", above)
    is_end = lemma(above) in {"end", "finish"} and bool(words_near(above) & {"death", "tragically", "fatally"})
    return Metric("killed", above) if is_end else None


def of_a_force(anchor: Token, number: Token) -> Metric | None:
    """ "a contingent of 600 arrived", "the mission has 600 observers", "the force numbers 600 men": a force that is there."""
    preposition = _behind(anchor, number)
    unit = preposition.head if preposition is not None and preposition.lower_ == "of" else None
    verb = verb_above(anchor)
    if (unit is None and anchor.dep_ in {"dobj", "attr", "nummod", "acomp", "npadvmod"}) or _is_consisting(verb):
        unit = subject_of(verb) if lemma(verb) in _HAVING else None
        is_said = unit is not None and lemma(unit) in class_words("forces") - {"team", "squad", "unit", "army"}
        return Metric("deployed", unit) if unit is not None and is_said and _is_able(anchor, number) else None
    if unit is None or lemma(unit) not in class_words("forces") or unit.dep_ not in {"nsubj", "nsubjpass", "dobj"}:
        return None
    is_there = lemma(unit.head) in helpers("setting_out") | helpers("taking_post")
    return Metric("deployed", unit) if unit.dep_ == "nsubj" and is_there and _is_able(anchor, number) else None


_HAVING = {"have", "number", "consist", "comprise", "count", "total"}


def _is_consisting(verb: Token) -> bool:
    return lemma(verb) == "consist"


def _is_able(anchor: Token, number: Token) -> bool:
    """Whether those counted may be sent: soldiers, observers, men, or a number alone."""
    is_number = anchor.i == number.i
    return is_number or lemma(anchor) == "man" or is_one_of(anchor, class_words("responders"))
