"""What a number counts, from the grammar: "18 officers were killed" -> killed, since officers are the object of kill.

In: the noun that a number counts, or the number where it stands alone. Out: the metric and the word that says it.
Refuses numbers whose verb says nothing of people or things harmed, held, moved or gathered.
"""

from functools import cache
from typing import Any, NamedTuple

from reportedly.claims.frames import words_of
from reportedly.lexicon import load
from reportedly.text.grammar import (
    AGENT,
    ATTRIBUTE,
    OBJECT,
    SUBJECT,
    Role,
    is_bare_participle,
    noun_phrase,
    own_roles,
    roles_of,
    subject_of,
    verb_above,
)
from reportedly.text.sentences import Token


class Metric(NamedTuple):
    """`name` as in the contract; `word` is the token that says it."""

    name: str
    word: Token


@cache
def _tables() -> dict[str, Any]:
    return load("en/metrics")


@cache
def _by_word() -> dict[tuple[str, str], str]:
    out: dict[tuple[str, str], str] = {}
    for metric, table in _tables().items():
        if metric in {"phrases", "helpers", "frames", "classes"}:
            continue
        for role in (OBJECT, SUBJECT, ATTRIBUTE, "noun"):
            for word in table[role]:
                out.setdefault((word, role), metric)
    return out


class Phrase(NamedTuple):
    """A verb that says it only with one of `beside` in its clause, and one of `also` where it has any, and none of
    `without`, and of those in `whom` alone; what has no bound is empty. The metric "none" is no count at all.
    """

    metric: str
    beside: frozenset[str]
    also: frozenset[str]
    without: frozenset[str]
    whom: frozenset[str]

    def fits(self, near: set[str], whom: Token | None) -> bool:
        """Whether the words of the clause, and the noun counted, are those that it asks for."""
        return (
            (not self.beside or bool(near & self.beside))
            and (not self.also or bool(near & self.also))
            and not near & self.without
            and (not self.whom or (whom is not None and _is_one_of(whom, self.whom)))
        )


@cache
def _phrases() -> dict[tuple[str, str], tuple[Phrase, ...]]:
    """(verb, role) -> the phrases that it may be part of."""
    out: dict[tuple[str, str], list[Phrase]] = {}
    for row in _tables()["phrases"]:
        phrase = Phrase(
            row["metric"],
            *(words_of(row.get(name, ()), _tables()["classes"]) for name in ("with", "also", "without", "whom")),
        )
        for verb in row["verbs"]:
            for role in (OBJECT, SUBJECT) if row["role"] == "both" else (row["role"],):
                out.setdefault((verb, role), []).append(phrase)
    return {key: tuple(phrases) for key, phrases in out.items()}


_OF_A_PEOPLE = "<people>"
"""In a list of whom: nationals that only their country's adjective names ("12,000 Danes"), and numbers alone."""


def _is_one_of(noun: Token, words: frozenset[str]) -> bool:
    """Whether the counted noun is one of the words, by itself or with its modifier ("peace observers")."""
    if lemma(noun) in words or noun.lower_ in words:
        return True
    is_a_people = noun.pos_ in {"PROPN", "ADJ"} or noun.ent_type_ == "NORP" or noun.like_num
    return _OF_A_PEOPLE in words and is_a_people


@cache
def _helpers(name: str) -> frozenset[str]:
    return frozenset(_tables()["helpers"][name])


def lemma(token: Token) -> str:
    """The lemma in lower case; participles that the tagger took for adjectives go back to their verb's form."""
    return token.lemma_.lower()


def metric_of(noun: Token | None, number: Token) -> Metric | None:
    """What is counted, where `noun` is the counted noun, or None where the number stands alone."""
    found = _metric_of(noun, number)
    return _respectively(noun if noun is not None else number, found) if found else None


def _metric_of(noun: Token | None, number: Token) -> Metric | None:
    anchor = noun if noun is not None else number
    if _is_whole_of_another(anchor, number):
        # "three of the five men held": what is said of the three is not said of the five
        if noun is not None:
            return _strong_noun(anchor) or _from_modifiers(anchor)
        return _beside(number) if number.i + 1 < len(number.doc) and number.nbor().tag_ in {"JJ", "VBN"} else None
    is_partitive = noun is not None and _is_partitive(number)
    heads = [number, *_counters_above(number), anchor] if is_partitive else [anchor, *_counters_above(anchor)]
    own = _from_roles(number, number, whom=anchor, alone=True) if is_partitive else None
    return (
        own
        or (_hurt_beside(number) or _at_value(number) if noun is None else _strong(noun, number) or _ended_by(noun))
        or (_from_label(number) or _right_before(number) if noun is None else None)
        or (_from_record(noun) if noun is not None and lemma(noun) != "case" else None)
        or _sought(anchor)
        or _from_deed_of(anchor)
        or _of_a_force(number)
        or next((m for head in heads if (m := _from_roles(head, number, whom=anchor))), None)
        or _aboard(anchor)
        or _with_illness(anchor)
        or _weak_noun(anchor)
        or _in_state(anchor)
        or _from_orphan(anchor)
        or _at_value(number)
        or (_back_to_count(number) if noun is None else None)
        or _from_value(number)
        or _from_value(anchor)
        or _from_measure_of(number)
        or _from_measure_of(anchor)
        or (_in_state(number) if noun is None else None)
        or _from_strong(number)
        or (_from_record(noun) if noun is not None else None)
        or _told_noun(anchor)
        or _among(anchor)
        or _added_to(number)
    )


def _among(anchor: Token) -> Metric | None:
    """ "two officers among six dead": without a verb."""
    preps = [c for c in anchor.children if c.lower_ in {"among", "amongst"} and c.dep_ == "prep"]
    return next((m for c in preps if (m := _metric_of_role(Role(c, ATTRIBUTE)))), None)


def _added_to(number: Token) -> Metric | None:
    """ "the bombers also died, bringing the total to 18": a bare total is of what its clause hangs on."""
    verb = _valuing_verb(number)
    if verb is None or verb.dep_ != "advcl" or not any(is_counting(c) for c in verb.children):
        return None
    above = verb.head
    return _metric_of_role(Role(above, SUBJECT)) or _metric_of_role(Role(above, OBJECT))


def _is_whole_of_another(noun: Token, number: Token) -> bool:
    """ "three of the five men": five, whose noun is what another number takes its part from."""
    above = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else None
    if above is None or above.i >= number.i or above.i == number.i:
        return False
    return above.pos_ == "NUM" and above.lower_ not in {"thousands", "hundreds", "dozens", "tens", "scores"}


def _is_sum_of_both(verbs: list[Token]) -> bool:
    """ "48 people were killed or injured": nobody is told how many were which."""
    first, second = verbs
    names = {_lookup(v, OBJECT) or _lookup(v, ATTRIBUTE) for v in verbs}
    between = first.doc[first.i + 1 : second.i]
    is_close = len(between) <= 2 and not any(t.like_num or t.text == "," for t in between)
    is_split = any(c.lower_ == "respectively" for v in (*verbs, first.head) for c in v.children)
    return names == {"killed", "injured"} and is_close and not is_split


def _respectively(anchor: Token, found: Metric) -> Metric | None:
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
    metric = _by_word().get((lemma(own), OBJECT)) or _by_word().get((lemma(own), SUBJECT)) or _lookup(own, ATTRIBUTE)
    return Metric(metric, own) if metric else found


_OF_THE_LIVING = {"hospitalised", "injured", "evacuated", "homeless", "displaced", "affected"}
_OF_THE_HURT = {"killed", "evacuated", "released", "rescued"}


def _strong(noun: Token, number: Token) -> Metric | None:
    """Victims are dead, but not those who are in hospital; of the hurt it may be told that they died or were let go."""
    found = _strong_noun(noun)
    if found is None or (found.name != "injured" and lemma(noun) not in {"victim", "sick", "ill"}):
        return found
    head = number if _is_partitive(number) else noun
    return _told_of(head, noun, _OF_THE_LIVING if lemma(noun) == "victim" else _OF_THE_HURT) or found


def _hurt_beside(number: Token) -> Metric | None:
    """ "five wounded were let go": as with a noun."""
    found = _beside(number)
    if found is None or found.name not in {"injured", "affected"}:
        return found
    return _told_of(number, found.word, _OF_THE_HURT) or found


def _told_of(head: Token, noun: Token, names: set[str]) -> Metric | None:
    """What the verb says of those whom a noun of their state names, where it is one of `names`."""
    if head.dep_ not in {"nsubj", "nsubjpass", "dobj", "pobj"}:
        return None
    told = _from_roles(head, head, whom=noun, alone=True)
    return told if told and told.name in names and told.word.pos_ == "VERB" else None


def _ended_by(noun: Token) -> Metric | None:
    """ "3 people rescued, 46 missing": in a row, the participle behind the noun with nothing behind it."""
    at = noun.i + 1
    if at < noun.sent.end and noun.doc[at].lower_ == "home" and noun.dep_ in {"ROOT", "nmod", "compound"}:
        return Metric("evacuated", noun.doc[at])  # "14 Indians home from the war"
    if at >= noun.sent.end or noun.doc[at].tag_ not in {"VBN", "VBD", "JJ"}:
        return None
    after = noun.doc[at + 1] if at + 1 < noun.sent.end else None
    if after is not None and after.text not in {",", ";", ".", "|", ")", "/"} and after.lower_ != "and":
        return None
    word = noun.doc[at]
    metric = _lookup(word, ATTRIBUTE) or (_lookup(word, OBJECT) if word.tag_ in {"VBN", "VBD"} else None)
    return Metric(metric, word) if metric else None


def _right_before(number: Token) -> Metric | None:
    """ "cuts toll, arrests two more": a headline's verb that was taken for a noun."""
    before = number.nbor(-1) if number.i > number.sent.start else None
    if before is None or before.tag_ not in {"NNS", "NN"} or not before.lower_.endswith("s"):
        return None
    metric = _by_word().get((lemma(before), OBJECT)) or _by_word().get((before.lower_.removesuffix("s"), OBJECT))
    return Metric(metric, before) if metric else None


def _of_a_force(number: Token) -> Metric | None:
    """ "the alliance's 700-strong mission": a force that is there."""
    strong = number.head
    is_of_force = strong.lower_ == "strong" and lemma(strong.head) in _class("forces")
    return Metric("deployed", strong) if is_of_force else None


def _from_strong(number: Token) -> Metric | None:
    """ "the crowd was 45,000-strong", "a 300-strong march"."""
    strong = next(
        (t for t in number.doc[number.i + 1 : min(number.i + 3, number.sent.end)] if t.lower_ == "strong"), None
    )
    if strong is None:
        return None
    after = number.doc[strong.i + 1] if strong.i + 1 < number.sent.end else None
    words = words_of(["@protest", "crowd", "gathering"], _tables()["classes"])
    is_of_crowd = after is None or after.pos_ not in {"NOUN", "ADJ", "PROPN"} or after.lower_ in words
    return Metric("participants", strong) if is_of_crowd else None


def _told_noun(noun: Token) -> Metric | None:
    """ "the unions spoke of 4,000 marchers": who is counted says what for."""
    told: dict[str, str] = _tables()["helpers"]["told"]
    verb = verb_above(noun)
    is_told = verb.pos_ not in {"VERB", "AUX"} or lemma(verb) in _helpers("telling")
    return Metric(told[lemma(noun)], noun) if lemma(noun) in told and is_told else None


def _from_record(noun: Token) -> Metric | None:
    """ "48 missing-person reports", "640 suspected cases", "412 cases of cholera"."""
    if lemma(noun) not in _helpers("records"):
        return None
    for token in noun.subtree:
        if token.i < noun.i and (metric := _lookup(token, ATTRIBUTE)):
            return Metric(metric, token)
    if lemma(noun) != "case":
        return None
    is_of_illness = any(c.lower_ == "of" or c.lower_ in _helpers("of_cases") for c in noun.children)
    return Metric("affected", noun) if is_of_illness or lemma(verb_above(noun)) in _helpers("of_cases") else None


_LABEL_SIGNS = {":", "-", "–", "—", "=", "now"}


def _from_label(number: Token) -> Metric | None:
    """ "Houses destroyed: 2,310", "Killed - 5", "DEATH TOLL IN FIRE NOW 29": the words before, the number after."""
    doc, at = number.doc, number.i - 1
    start = max(0, at - 9)
    while at > start and doc[at].pos_ in {"ADV", "ADJ"} and doc[at].lower_ != "now":
        at -= 1
    is_last = number.i + 1 >= len(doc) or doc[number.i + 1].is_punct
    if at <= start - 1 or doc[at].lower_ not in _LABEL_SIGNS or not is_last:
        return None
    for token in reversed(doc[max(start, at - 8) : at]):
        if (token.is_punct and token.text not in {"-", "'"}) or token.like_num:
            return None
        found = _lookup(token, "noun") or _lookup(token, ATTRIBUTE) or _by_word().get((lemma(token), OBJECT))
        found = found or _tables()["helpers"]["states"].get(lemma(token))
        if found:
            return Metric(found, token)
    return None


_NUMBERING = {"number", "total", "reach", "exceed", "top", "hit"}
_CLAUSE_BREAKS = {"while", "whereas", "but", ";", "though", "although"}
_TOWARDS = {"to", "at", "from", "on", "by", "is", "now"}


def _back_to_count(number: Token) -> Metric | None:
    """ "the toll downwards to 18, from 24": the nearest count before, within the clause, whatever hangs where."""
    doc, at = number.doc, number.i - 1
    while at > number.sent.start and (doc[at].pos_ == "ADV" or doc[at].lower_ in {"around", "nearly", "least", "as"}):
        at -= 2 if doc[at].lower_ == "least" else 1
    is_verb = at > number.sent.start and lemma(doc[at]) in _NUMBERING
    if at < number.sent.start or not (doc[at].lower_ in _TOWARDS or is_verb):
        return None
    window = doc[max(number.sent.start, at - 22) : at]
    is_valued, is_next = is_verb or any(lemma(t) in _helpers("valuing") and t.pos_ == "VERB" for t in window), True
    for token in reversed(window):
        if token.lower_ in _CLAUSE_BREAKS or (token.lower_ == "and" and not is_next):
            return None
        if token.lower_ in _TOWARDS or token.like_num or token.pos_ == "ADV" or token.is_punct:
            continue
        if token.pos_ in {"NOUN", "PROPN", "VERB", "ADJ", "PRON"} and (is_valued or is_next):
            found = _strong_noun(token) or _value_word(token)
            if found or (is_counting(token) and lemma(token) == "toll"):
                return found or Metric("killed", token)
        is_next = False
    return None


def _value_word(token: Token) -> Metric | None:
    metric = (
        _lookup(token, ATTRIBUTE)
        if token.tag_ in {"VBN", "JJ", "NN", "NNS"} or token.dep_ == "acl" or token.lower_ == "unaccounted"
        else None
    )
    return Metric(metric, token) if metric else None


_NOUN_PHRASE = {"NOUN", "PROPN", "ADP", "DET", "ADJ", "CCONJ", "NUM", "PART", "ADV"}


def _from_orphan(anchor: Token) -> Metric | None:
    """The parser hung the noun elsewhere, and the verb right behind it has no subject of its own."""
    for at in range(anchor.i + 1, min(anchor.i + 12, anchor.sent.end)):
        token = anchor.doc[at]
        if token.pos_ in {"AUX", "VERB"} and token.dep_ != "amod":
            verb = token.head if token.pos_ == "AUX" and token.head.i > at else token
            if any(c.dep_ in {"nsubj", "nsubjpass", "expl"} and c.i != anchor.i for c in verb.children):
                return None
            state = next((c for c in verb.children if c.dep_ in {"acomp", "oprd", "attr"} and c.i > verb.i), None)
            if verb.pos_ == "AUX" and state is not None:
                return _metric_of_role(Role(state, ATTRIBUTE))
            passive = any(c.dep_ == "auxpass" for c in verb.children) or verb.tag_ == "VBN"
            return _metric_of_role(Role(verb, OBJECT if passive else SUBJECT))
        if token.pos_ not in _NOUN_PHRASE:
            return None
    return None


def _sought(anchor: Token) -> Metric | None:
    """ "is looking for 15 of its members": those who are looked for are missing."""
    if anchor.dep_ == "pobj" and anchor.head.lower_ == "of" and anchor.head.head.like_num:
        anchor = anchor.head.head
    if anchor.dep_ != "pobj" or anchor.head.lower_ != "for":
        return None
    verb = anchor.head.head
    seeking = [t for t in (verb, *verb.children) if lemma(t) in {"look", "search", "hunt"}]
    return Metric("missing", seeking[0]) if seeking else None


def _in_state(anchor: Token) -> Metric | None:
    """ "14 of them in hospital", "57 patients still in my wards": where they are says what befell them."""
    if lemma(anchor) in _helpers("at_work"):
        return None
    states: dict[str, str] = _tables()["helpers"]["states"]
    inside = False
    for token in anchor.doc[anchor.i + 1 : min(anchor.i + 9, anchor.sent.end)]:
        if token.pos_ in {"VERB", "AUX"} or token.is_punct or (token.pos_ == "NUM" and not inside):
            return None
        if inside and token.pos_ == "NOUN" and token.dep_ != "compound":
            found = states.get(lemma(token)) or states.get(token.lower_)
            return Metric(found, token) if found else None
        inside = inside or token.lower_ in {"in", "behind", "under", "beneath"}
    return None


def _is_partitive(number: Token) -> bool:
    """ "dozens of rioters", "11 of the 40 people": the number, not the noun, plays the role."""
    more = [c for c in (*number.children, number.head) if c.lower_ in {"more", "others"}]
    return any(c.lower_ == "of" and c.i > number.i for t in (number, *more) for c in t.children)


def _counters_above(anchor: Token) -> list[Token]:
    """ "a total of 2,340 (people)", "the windows of 30 shops": what only counts them, or a part of them, plays the role."""
    if anchor.dep_ != "pobj" or anchor.head.lower_ not in {"of", "off", "from"}:
        return []
    above = anchor.head.head
    is_only_counting = (
        lemma(above) in _helpers("counting") or above.pos_ == "ADV" or above.like_num or above.lower_ == "all"
    )
    is_a_part = lemma(above) in _helpers("parts")
    return [above] if is_only_counting or is_a_part or is_group(above) else []


def is_deed_of_people(word: Token) -> bool:
    """Whether it is a verb of which people are the subject ("seven more die", taken for a noun)."""
    return word.tag_ == "NN" and (word.lower_, SUBJECT) in _by_word() and (word.lower_, "noun") not in _by_word()


def is_group(noun: Token) -> bool:
    """ "a crew", "a squad": what befalls it befalls those whom "of" counts."""
    return lemma(noun) in _helpers("groups")


def _beside(number: Token) -> Metric | None:
    """ "26 dead, 700 hurt", "4,105 were damaged": the participle or adjective right behind a bare number."""
    at, end = number.i + 1, number.sent.end
    while at < end and (
        number.doc[at].pos_ == "AUX" or number.doc[at].lower_ in {"still", "also", "now", "already", "more", "others"}
    ):
        at += 1
    if at >= end:
        return None
    word = number.doc[at]
    is_after_verb = any(t.pos_ == "AUX" for t in number.doc[number.i + 1 : at])
    if is_after_verb:
        passive = word.tag_ == "VBN" and number.doc[at - 1].lemma_ == "be" and word.dep_ not in {"amod"}
        return _metric_of_role(Role(word, OBJECT)) if passive else None
    is_modifier = word.tag_ in {"VBN", "VBD", "JJ", "NN", "VBG"} and not any(
        c.dep_ in {"dobj", "aux", "auxpass"} for c in word.children
    )
    metric = _lookup(word, ATTRIBUTE) or (_lookup(word, OBJECT) if word.tag_ in {"VBN", "VBD"} else None)
    if metric is None and word.tag_ in {"VB", "VBP", "NN"} and word.lower_ == lemma(word):
        metric = _by_word().get((word.lower_, SUBJECT))  # "bus overturns, 8 die", whatever it was taken for
    return Metric(metric, word) if metric and is_modifier else None


def metric_of_noun(noun: Token) -> Metric | None:
    """What a noun counts: arrests, the death toll, the number of injured."""
    if is_counting(noun):
        return _of_counting_noun(noun)
    metric = _lookup(noun, "noun")
    if metric is None and lemma(noun) == "case" and any(lemma(c) in _class("illness") for c in noun.lefts):
        metric = "affected"  # "cholera cases passed 500"
    return Metric(metric, noun) if metric else None


def state_of(word: Token) -> Metric | None:
    """What a participle or adjective that stands alone says of those counted beside it: "missing, 15"."""
    metric = _lookup(word, ATTRIBUTE) or _lookup(word, OBJECT)
    return Metric(metric, word) if metric else None


def is_counting(noun: Token) -> bool:
    """ "the number", "the total", "the toll": says that something is counted, not what."""
    return lemma(noun) in _helpers("counting") or (noun.lower_ in {"that", "those"} and noun.pos_ == "PRON")


def _lookup(word: Token, role: str) -> str | None:
    """The metric of a word in a role, by lemma or as written (the tagger takes "the injured" for a verb)."""
    table, low = _by_word(), word.lower_
    is_plural = low.endswith("s") and word.pos_ in {"NOUN", "PROPN"}
    return (
        table.get((lemma(word), role)) or table.get((low, role)) or (table.get((low[:-1], role)) if is_plural else None)
    )


def _of_counting_noun(noun: Token) -> Metric | None:
    for child in noun.subtree:
        if child.i == noun.i or child.dep_ in {"punct", "det"}:
            continue
        if child.dep_ in {"compound", "amod", "pobj", "conj", "poss", "nmod", "dep"}:
            found = _strong_noun(child) or _weak_noun(child) or _from_modifiers(child)
            if found:
                return found
    for token in noun.subtree:
        if token.lower_ == "including":
            break
        state = _lookup(token, ATTRIBUTE) or (
            _tables()["helpers"]["states"].get(lemma(token)) if token.dep_ == "pobj" else None
        )
        if token.i > noun.i and state:
            return Metric(state, token)
    if (
        noun.dep_ in {"nsubj", "nsubjpass"}
        and noun.head.tag_ in {"VBN", "VBD"}
        and lemma(noun.head) not in _helpers("valuing")
    ):
        found = _metric_of_role(Role(noun.head, OBJECT))  # "the number of people killed", taken for a clause
        if found:
            return found
    # "the toll" alone is a toll of deaths
    return Metric("killed", noun) if lemma(noun) == "toll" else None


def _from_modifiers(noun: Token) -> Metric | None:
    roles = (r for r in roles_of(noun) if r.predicate.dep_ in {"acl", "relcl", "amod"} or r.predicate.head.i == noun.i)
    return next((m for m in map(_metric_of_role, roles) if m), None)


_WEAK = {"survivor", "detainee", "evacuee", "arrestee", "rescue", "participant", "release"}


def _strong_noun(noun: Token) -> Metric | None:
    metric = _lookup(noun, "noun")
    if not metric or {lemma(noun), noun.lower_} & _WEAK or is_counting(noun):
        return None
    return Metric(metric, noun)


def _weak_noun(noun: Token) -> Metric | None:
    metric = _lookup(noun, "noun") if {lemma(noun), noun.lower_} & _WEAK else None
    return Metric(metric, noun) if metric else None


def _from_roles(anchor: Token, number: Token, *, whom: Token | None = None, alone: bool = False) -> Metric | None:
    """What is said of them, before what they are known by, before what is said of those joined to them."""
    whom = anchor if whom is None else whom
    own = list(own_roles(anchor))
    own.sort(
        key=lambda role: (
            (role.predicate.head.i == anchor.i and role.role != AGENT)
            + 2 * (anchor.dep_ == "conj" and role.predicate.i == anchor.head.i)
        )
    )
    if anchor.dep_ == "pobj" and anchor.head.lower_ in _RANGING and anchor.head.i == number.i - 1:
        verb = anchor.head.head  # "destroyed between 25 and 30 houses"
        own.append(Role(verb, OBJECT if verb.i < anchor.i else SUBJECT))
    joined = [] if alone else [role for role in roles_of(anchor) if role not in own]
    for role in [*own, *joined]:
        if role.predicate.i < number.i < anchor.i and role.predicate.head.i == anchor.i:
            continue  # "340 wounded and 900 detainees", taken for wounded detainees
        found = _life(anchor, role) or _metric_of_role(role, whom)
        if found and role.predicate.dep_ == "csubj":
            found = _metric_of_role(Role(role.predicate.head, SUBJECT)) or found
        if found and not (found.name == "hospitalised" and lemma(anchor) in _helpers("at_work")):
            return found
    return _from_next(anchor)


_RANGING = {"between", "about", "around", "over", "under", "above", "below", "near", "up"}


def _from_next(anchor: Token) -> Metric | None:
    """ "Two soldiers, four rebels killed": in a headline's row, what stands at the last."""
    if anchor.dep_ not in {"ROOT", "dep", "nsubj"} or anchor.pos_ == "VERB":
        return None
    for other in anchor.children:
        if other.dep_ in {"appos", "conj"} and any(c.dep_ == "nummod" for c in other.children):
            for child in other.children:
                if child.dep_ == "acl" and (found := _metric_of_role(Role(child, OBJECT))):
                    return found
    return None


def _life(noun: Token, role: Role) -> Metric | None:
    """ "claimed 26 lives", "26 people lost their lives"."""
    if lemma(noun) in _helpers("life") and lemma(role.predicate) in _helpers("taking_life"):
        return Metric("killed", role.predicate)
    return None


def _metric_of_role(role: Role, whom: Token | None = None) -> Metric | None:
    word = role.predicate
    if role.role == AGENT:
        attended = _phrase_metric(role, whom)
        return Metric(attended, word) if attended else None
    metric = _phrase_metric(role, whom)
    if metric == _NO_COUNT:
        return None
    metric = metric or _by_word().get((lemma(word), role.role))
    if metric is None and role.role == OBJECT:
        # "in his town perished 50 people": a verb that takes no object has its subject behind it
        is_bare = is_bare_participle(word)
        is_free = is_bare or not any(c.dep_ == "nsubj" for c in word.children)
        turned = _phrase_metric(Role(word, SUBJECT), whom if is_bare else None) if is_free else None
        metric = turned if turned and turned != _NO_COUNT else _by_word().get((lemma(word), SUBJECT))
    is_state = role.role != OBJECT or word.tag_ == "VBN"
    if metric is None and is_state and word.tag_ in {"JJ", "RB", "NN", "NNS", "VBN", "VBG"}:
        metric = _lookup(word, ATTRIBUTE)
    if metric is None and word.lower_ == "missing":
        metric = "missing"  # "are missing still 57 people", taken for a verb
    if metric is None and role.role == ATTRIBUTE and word.tag_ in {"VBN", "VBD"}:
        metric = _by_word().get((lemma(word), OBJECT))
    if metric is None and word.lower_ in {"among", "amongst"}:
        inner = [c for c in word.children if c.dep_ == "pobj"]
        told = ((c, _tables()["helpers"]["told"].get(lemma(c))) for c in inner)
        return next((m for c in inner if (m := metric_of_noun(c) or _from_modifiers(c) or _beside(c))), None) or next(
            (Metric(metric, c) for c, metric in told if metric), None
        )
    if metric is None and role.role == OBJECT and lemma(word) == "include" and (whole := subject_of(word)) is not None:
        return metric_of_noun(whole) or _from_modifiers(whole)
    if is_turned(word):
        metric = _TURNED[lemma(word)]
    if metric is None and role.role == OBJECT and lemma(word) == "hold" and _is_held(word):
        metric = "detained"
    if (
        metric is None
        and role.role in {SUBJECT, OBJECT}
        and lemma(word) == "let"
        and any(lemma(c) == "go" for c in word.children)
    ):
        metric = "released"
    if (
        metric is None
        and role.role != SUBJECT
        and lemma(word) == "go"
        and any(c.lower_ == "let" for c in word.children)
    ):
        metric = "released"  # "let go 14 hostages"
    if (
        metric is None
        and role.role != ATTRIBUTE
        and lemma(word) in {"go", "leave", "walk"}
        and lemma(word.head) == "let"
    ):
        metric = "released"
    if metric == "destroyed" and any(c.lower_ in _IN_PART for c in word.children if c.dep_ == "advmod"):
        metric = "damaged"  # "40 houses were partially destroyed"
    return Metric(metric, word) if metric else None


_NO_COUNT = "none"
_IN_PART = {"partially", "partly", "half", "semi"}


def _is_held(verb: Token) -> bool:
    """ "are being held without charge", "six held over arson", "the gunmen are holding": held is held captive."""
    if verb.tag_ == "VBG":
        return True
    return verb.tag_ in {"VBN", "VBD"} and is_passive_or_bare(verb)


def is_passive_or_bare(verb: Token) -> bool:
    return (
        verb.dep_ == "acl" or any(c.dep_ in {"auxpass", "nsubjpass"} for c in verb.children) or is_bare_participle(verb)
    )


_TURNED = {"make": "killed", "survive": "killed", "find": "missing", "recover": "missing", "locate": "missing"}


def is_turned(verb: Token) -> bool:
    """ "did not survive", "have not been found": what the negation says of them is a count of its own."""
    if lemma(verb) not in _TURNED or verb.pos_ != "VERB" or not any(c.dep_ == "neg" for c in verb.children):
        return False
    return lemma(verb) != "make" or any(c.dep_ == "dobj" and c.lower_ == "it" for c in verb.children)


def _phrase_metric(role: Role, whom: Token | None = None) -> str | None:
    phrases = _phrases().get((lemma(role.predicate), role.role), ())
    if not phrases:
        return None
    near = _words_near(role.predicate)
    return next((p.metric for p in phrases if p.fits(near, whom)), None)


def _class(name: str) -> frozenset[str]:
    return words_of([f"@{name}"], _tables()["classes"])


def _aboard(anchor: Token) -> Metric | None:
    """ "a plane with 22 firefighters landed", "the ship arrived with 31 Danes on board": who comes in it is sent, or
    brought home.
    """
    above = anchor.head
    if anchor.dep_ not in {"pobj", "dobj"} or lemma(above) not in {"with", "carry", "bring"}:
        return None
    holder, verb = above.head, verb_above(above.head)
    subject = holder if holder.pos_ in {"NOUN", "PROPN"} else subject_of(verb)
    if subject is None or not {lemma(subject), *(t.lower_ for t in subject.children)} & _class("carriers"):
        return None
    if _is_one_of(anchor, _class("responders")):
        return Metric("deployed", verb) if lemma(verb) in _helpers("setting_out") else None
    is_home = lemma(verb) in {"land", "arrive", "touch", "dock"} and _is_one_of(anchor, _class("nationals"))
    return Metric("evacuated", verb) if is_home else None


def _with_illness(noun: Token) -> Metric | None:
    """ "63 patients with watery diarrhoea"."""
    for child in noun.children:
        if child.lower_ in {"with", "from"} and any(lemma(c) in _class("illness") for c in child.children):
            return Metric("affected", noun)
    return None


_COMPLEMENTS = {
    "prep", "advmod", "acomp", "oprd", "dobj", "prt", "xcomp", "pcomp", "npadvmod", "attr", "advcl", "agent", "dative", "neg",
}  # fmt: skip


def _words_near(verb: Token) -> set[str]:
    """The words of the verb's own complements, and its subject; of a conjunct that shares them, also the first verb's."""
    wanted = _COMPLEMENTS - {"advcl", "npadvmod"} if lemma(verb) in {"be", "have"} else _COMPLEMENTS
    near = {t.lower_ for child in verb.children if child.dep_ in wanted for t in child.subtree}
    subject = subject_of(verb)
    if subject is not None:
        near |= {subject.lower_, subject.lemma_.lower()}
        near |= {c.lower_ for c in subject.children if c.dep_ == "compound"}
        near |= {p.lower_ for c in subject.children if c.lower_ == "of" for p in c.children}
    return near


def _from_value(number: Token) -> Metric | None:
    """ "the toll rose to 26", "arrests topped 3,700", "the number of dead is 26", "the toll to 26, up from 13"."""
    verb = _valuing_verb(number)
    if verb is None:
        return None
    for child in verb.children:
        if child.dep_ in {"nsubj", "nsubjpass", "dobj", "attr"} and not _holds(child, number):
            found = metric_of_noun(child) or (_from_modifiers(child) if child.dep_ == "nsubj" else None)
            if found:
                return found
    if verb.dep_ in {"acl", "relcl"}:
        is_of_group = is_group(verb.head) and lemma(verb) == "number"
        return metric_of_noun(verb.head) or (_from_roles(verb.head, verb.head) if is_of_group else None)
    heavy = [t for t in verb.subtree if t.i > number.i and lemma(t) in _helpers("counting") and t.pos_ == "NOUN"]
    if heavy and (found := metric_of_noun(heavy[0])):
        return found
    above = verb.head if verb.dep_ in {"conj", "advcl", "xcomp", "pcomp", "prep"} else None
    while above is not None:
        for child in above.children:
            if child.dep_ in {"nsubj", "nsubjpass", "dobj"} and not _holds(child, number):
                found = metric_of_noun(child)
                if found:
                    return found
        above = above.head if above.dep_ in {"conj", "advcl", "xcomp", "acomp"} and above.head != above else None
    return None


def _at_value(number: Token) -> Metric | None:
    """ "the injured at 812, the homeless at 10,400": a counted noun, "at", the number, whatever the parser hung where."""
    before = [
        t for t in number.doc[max(0, number.i - 4) : number.i] if t.pos_ not in {"ADV", "ADJ"} or t.lower_ in _NOUNS
    ]
    if len(before) < 2 or before[-1].lower_ not in {"at", "to"}:
        return None
    return metric_of_noun(before[-2]) if not is_counting(before[-2]) else None


_NOUNS = {"dead", "injured", "wounded", "missing", "homeless", "displaced"}


def _valuing_verb(number: Token) -> Token | None:
    """The verb that gives a count the value `number`: "rose to 26", "stands at 26", "reached 26"."""
    token = number
    while token.dep_ in {"conj", "appos"} and token.head.i < token.i and token.head.pos_ == token.pos_:
        token = token.head
    while token.dep_ in {"pobj", "prep", "advmod", "nummod", "npadvmod", "dep", "prt", "pcomp", "appos"}:
        if token.dep_ == "prep" and token.lower_ in {"in", "by", "of"} | ({"on"} if number.dep_ != "pobj" else set()):
            return None
        token = token.head
    if token.dep_ in {"dobj", "attr", "acomp", "oprd", "nsubj", "ccomp", "xcomp"} and token.pos_ not in {"VERB", "AUX"}:
        token = token.head
    return token if token.pos_ in {"VERB", "AUX"} and lemma(token) in _helpers("valuing") else None


def _holds(child: Token, token: Token) -> bool:
    return child.i == token.i or child.is_ancestor(token)


def _from_deed_of(anchor: Token) -> Metric | None:
    """ "the bodies of 11 men who had been missing": a deed or its outcome, and whom it befell."""
    noun = anchor.head.head
    if anchor.dep_ != "pobj" or anchor.head.lower_ != "of" or noun.pos_ != "NOUN" or is_counting(noun):
        return None
    if lemma(noun) in _helpers("coming") and _is_one_of(anchor, _class("responders")):
        return Metric("deployed", noun)  # "the arrival of 120 soldiers"
    return metric_of_noun(noun)


def _from_measure_of(number: Token) -> Metric | None:
    """ "a death toll of 26", "an arrest of 26 activists", "the killing of 12 miners", "deaths: 26"."""
    if number.dep_ == "pobj" and number.head.lower_ in {"of", "among", "at", "to"}:
        noun = number.head.head
        found = (
            metric_of_noun(noun)
            if noun.i < number.i and (noun.pos_ in {"NOUN", "PROPN", "ADJ"} or noun.tag_ == "VBN")
            else None
        )
        if found:
            return found
    is_of_them = any(c.lower_ == "of" for c in number.children)
    if number.dep_ in {"appos", "dep", "nummod"} and number.head.pos_ in {"NOUN", "PROPN"} and not is_of_them:
        return metric_of_noun(number.head)
    return None


def is_claim_of_persons(metric: Metric) -> bool:
    return lemma(metric.word) not in _helpers("thing_only")


def needs_person(metric: Metric) -> bool:
    """Whether the word harms or moves only persons in this sense ("sent 20 trucks" deploys nobody)."""
    return lemma(metric.word) in _helpers("person_only") or metric.name in {"participants", "detained", "rescued"}


def needs_protest(metric: Metric) -> bool:
    return lemma(metric.word) in _helpers("protest_only")


def is_of_protest(metric: Metric) -> bool:
    """ "joined the strike", "attended the funeral march": whoever does is counted as one of it."""
    words = words_of(["@protest"], _tables()["classes"])
    return bool(_words_near(metric.word) & words)


def is_feared(metric: Metric, number: Token | None = None) -> bool:
    """ "40 feared dead", "may have died", "it is feared that", "could rise to 40"."""
    feared = _helpers("feared")
    verb = verb_above(metric.word)
    if number is not None and any(c.dep_ == "acl" and lemma(c) in feared for c in number.children):
        return True
    if any(c.dep_ == "aux" and c.lower_ in {"may", "might", "could"} for c in verb.children):
        return True
    chain = [metric.word, verb, *list(verb.ancestors)[:2]]
    near = [c for t in chain[:2] for c in t.children if c.dep_ in {"amod", "advmod", "acl"}]
    return any(
        (lemma(t) in feared and t.i < metric.word.i + 3)
        or t.lower_ in {"possibly", "potentially", "feared", "presumed"}
        for t in [*chain, *near]
        if t.pos_ in {"VERB", "ADV", "ADJ"} and not _is_parted(metric.word, t)
    )


def _is_parted(word: Token, other: Token) -> bool:
    return any(t.text == ";" for t in word.doc[min(word.i, other.i) : max(word.i, other.i)])


def phrase_text(noun: Token) -> str:
    return " ".join(t.text for t in noun_phrase(noun))
