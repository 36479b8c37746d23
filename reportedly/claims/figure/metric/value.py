"""A count that is given a value: "the toll rose to 26", "a total of 26 deaths", "Houses destroyed: 2,310".

In: a number behind such a noun, verb or label. Out: the metric of the noun. Refuses a total of which its sentence does not say
what it totals.
"""

from reportedly.claims.figure.metric.roles import (
    from_modifiers,
    from_roles,
    metric_of_noun,
    metric_of_role,
    state_of,
    strong_noun,
    weak_noun,
)
from reportedly.claims.figure.metric.words import (
    Metric,
    by_word,
    class_words,
    helpers,
    is_counting,
    is_group,
    is_one_of,
    lemma,
    lookup,
    tables,
)
from reportedly.text.grammar import ATTRIBUTE, OBJECT, SUBJECT, Role, subject_of
from reportedly.text.sentences import Token


def added_to(number: Token) -> Metric | None:
    """ "the bombers also died, bringing the total to 18": a bare total is of what its clause hangs on."""
    verb = _valuing_verb(number)
    if verb is None or verb.dep_ != "advcl" or not any(is_counting(c) for c in verb.children):
        return None
    if number.dep_ == "pobj" and number.head.lower_ not in {"to", "at", "above", "past", "over"}:
        return None
    above = verb.head
    whom = subject_of(above)
    return metric_of_role(Role(above, SUBJECT), whom) or metric_of_role(Role(above, OBJECT), whom)


def of_count(number: Token) -> Metric | None:
    """ "the toll hits 38": the subject of the verb says that something is counted, and what."""
    verb = _valuing_verb(number)
    if verb is None or not any(c.dep_ in {"nsubj", "nsubjpass"} and is_counting(c) for c in verb.children):
        return None
    return from_value(number)


_LABEL_SIGNS = {":", "-", "–", "—", "=", "now"}


def from_label(number: Token) -> Metric | None:
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
        found = lookup(token, "noun") or lookup(token, ATTRIBUTE) or by_word().get((lemma(token), OBJECT))
        found = found or tables()["helpers"]["states"].get(lemma(token))
        if found:
            return Metric(found, token)
    return None


_NUMBERING = {"number", "total", "reach", "exceed", "top", "hit"}


_ABOUT = {"around", "nearly", "least", "as", "over", "about", "above", "almost", "some", "under", "more", "than"}


_CLAUSE_BREAKS = {"while", "whereas", "but", ";", "though", "although"}


_TOWARDS = {"to", "at", "from", "on", "is", "now"}


def back_to_count(number: Token) -> Metric | None:
    """ "the toll downwards to 18, from 24": the nearest count before, within the clause, whatever hangs where."""
    doc, at = number.doc, number.i - 1
    while at > number.sent.start and (doc[at].pos_ == "ADV" or doc[at].lower_ in _ABOUT):
        at -= 2 if doc[at].lower_ == "least" else 1
    is_verb = at > number.sent.start and lemma(doc[at]) in _NUMBERING
    if at < number.sent.start or not (doc[at].lower_ in _TOWARDS or is_verb):
        return None
    window = doc[max(number.sent.start, at - 22) : at]
    is_valued, is_next = is_verb or any(_gives_value(t, at) for t in window), True
    for token in reversed(window):
        if token.lower_ in _CLAUSE_BREAKS or (token.lower_ == "and" and not is_next):
            return None
        if token.lower_ in _TOWARDS or token.like_num or token.pos_ == "ADV" or token.is_punct:
            continue
        if token.pos_ in {"NOUN", "PROPN", "VERB", "ADJ", "PRON"} and (is_valued or is_next):
            found = strong_noun(token) or _value_word(token)
            found = found or (_of_clause(token) or weak_noun(token) if is_verb else None)
            if found or (is_counting(token) and lemma(token) == "toll"):
                return found or Metric("killed", token)
        is_next = False
    return None


def _gives_value(word: Token, at: int) -> bool:
    """A verb that gives a value, or a headline's that was taken for a noun: "coup attempt toll mounts to over 290"."""
    is_taken_for_noun = word.i == at - 1 and word.tag_ == "NNS"
    return lemma(word) in helpers("valuing") and (word.pos_ == "VERB" or is_taken_for_noun)


def _of_clause(verb: Token) -> Metric | None:
    """ "those whom the gunmen killed now number 108", "the people who died number six"."""
    is_theirs = (
        verb.dep_ == "relcl" and verb.pos_ == "VERB" and (verb.head.lower_ == "those" or verb.head.tag_ == "NNS")
    )
    return from_modifiers(verb.head) if is_theirs else None


def _value_word(token: Token) -> Metric | None:
    metric = (
        lookup(token, ATTRIBUTE)
        if token.tag_ in {"VBN", "JJ", "NN", "NNS"} or token.dep_ == "acl" or token.lower_ == "unaccounted"
        else None
    )
    return Metric(metric, token) if metric else None


def from_value(number: Token) -> Metric | None:
    """ "the toll rose to 26", "arrests topped 3,700", "the number of dead is 26", "the toll to 26, up from 13"."""
    verb = _valuing_verb(number)
    if verb is None:
        return None
    for child in verb.children:
        if child.dep_ in {"nsubj", "nsubjpass", "dobj", "attr"} and not _holds(child, number):
            found = metric_of_noun(child) or (_numbered(child, verb) if child.dep_ == "nsubj" else None)
            if found:
                return found
    if verb.dep_ in {"acl", "relcl"}:
        is_of_group = is_group(verb.head) and lemma(verb) == "number"
        return metric_of_noun(verb.head) or (from_roles(verb.head, verb.head) if is_of_group else None)
    heavy = [t for t in verb.subtree if t.i > number.i and lemma(t) in helpers("counting") and t.pos_ == "NOUN"]
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


def _numbered(subject: Token, verb: Token) -> Metric | None:
    """ "those detained number 14", "refugees may reach 100,000"."""
    told = tables()["helpers"]["told"].get(lemma(subject))
    if told and subject.tag_ == "NNS" and lemma(verb) in helpers("numbering"):
        return Metric(told, subject)
    found = from_modifiers(subject)
    return found if found is not None and found.name not in {"deployed", "participants"} else None


def at_value(number: Token) -> Metric | None:
    """ "the injured at 812, the homeless at 10,400": a counted noun, "at", the number, whatever the parser hung where."""
    before = [
        t for t in number.doc[max(0, number.i - 4) : number.i] if t.pos_ not in {"ADV", "ADJ"} or t.lower_ in _NOUNS
    ]
    if len(before) < 2 or before[-1].lower_ not in {"at", "to", "as"}:
        return None
    if before[-1].lower_ == "as":
        return _given_as(number, before)
    return metric_of_noun(before[-2]) if not is_counting(before[-2]) else None


def heavy_count(number: Token) -> Metric | None:
    """ "fresh clashes raised to 108 the toll of three days": the count that the verb moves stands behind its value."""
    doc, at = number.doc, number.i - 1
    while at > number.sent.start and doc[at].lower_ in _ABOUT:
        at -= 1
    if doc[at].lower_ not in {"to", "at"} or at == number.sent.start or lemma(doc[at - 1]) not in helpers("valuing"):
        return None
    behind = doc[number.i + 1 : min(number.i + 7, number.sent.end)]
    if not behind or behind[0].lower_ not in {"the", "its", "their", "his"}:
        return None
    noun = next((t for t in behind if t.pos_ == "NOUN" and t.dep_ != "compound"), None)
    return metric_of_noun(noun) if noun is not None and not any(t.is_punct for t in behind if t.i < noun.i) else None


def put_at(number: Token) -> Metric | None:
    """ "put those who died in the raid at more than 35": wherever the parser hung "at"."""
    above = number if number.dep_ == "pobj" else number.head  # "put the army's losses at 6,259 soldiers"
    if above.dep_ != "pobj" or above.head.lower_ != "at" or any(c.lower_ == "of" for c in number.children):
        return None
    if above.i != number.i and (number.dep_ != "nummod" or not is_one_of(above, class_words("anyone"))):
        return None
    number = above
    verb, seen = number.head.head, 0
    while verb.head.i != verb.i and seen < _DEEP and not (verb.pos_ == "VERB" and lemma(verb) in helpers("putting")):
        verb, seen = verb.head, seen + 1
    if lemma(verb) not in helpers("putting"):
        return None
    named = [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"} and c.i < number.head.i]
    whom = named[-1] if named else None  # "put Norland's losses at", the land parted from them by the parser
    if whom is None or any(t.like_num and t.i != number.i for t in number.doc[whom.i : number.i]):
        return None
    is_of_those = whom.lower_ == "those"  # "put those taken to hospital at 88": their own participle first
    found = (from_modifiers(whom) if is_of_those else None) or metric_of_noun(whom) or from_modifiers(whom)
    told = tables()["helpers"]["told"].get(lemma(whom))
    return found or (Metric(told, whom) if told else None)


_DEEP = 6


def _given_as(number: Token, before: list[Token]) -> Metric | None:
    """ "gives the number of detained as 14", "gave the number of rebels killed as 61"."""
    doc = number.doc
    count = next(
        (t for t in reversed(doc[max(number.sent.start, number.i - 9) : number.i - 1]) if is_counting(t)), None
    )
    if count is None or any(t.like_num for t in doc[count.i : number.i]):
        return None
    is_of = count.i + 1 < number.i and doc[count.i + 1].lower_ == "of"
    return metric_of_noun(before[-2]) or state_of(before[-2]) or metric_of_noun(count) if is_of else None


_NOUNS = {"dead", "injured", "wounded", "missing", "homeless", "displaced"}


def _valuing_verb(number: Token) -> Token | None:
    """The verb that gives a count the value `number`: "rose to 26", "stands at 26", "reached 26"."""
    token = number
    while token.dep_ in {"conj", "appos"} and token.head.i < token.i and token.head.pos_ == token.pos_:
        token = token.head
    while token.dep_ in {"pobj", "prep", "advmod", "nummod", "npadvmod", "dep", "prt", "pcomp", "appos"}:
        if token.dep_ == "prep" and token.lower_ in {"in", "by", "of"} | ({"on"} if number.dep_ != "pobj" else set()):
            return None
        if token.dep_ == "prep" and token.lower_ in {"as", "after", "since", "during"} and _counts_some(number):
            return None
        token = token.head
    if token.dep_ in {"dobj", "attr", "acomp", "oprd", "nsubj", "ccomp", "xcomp"} and token.pos_ not in {"VERB", "AUX"}:
        token = token.head
    return token if token.pos_ in {"VERB", "AUX"} and lemma(token) in helpers("valuing") else None


def _counts_some(number: Token) -> bool:
    """ "as thousands of searchers": a count of its own, and no value."""
    return number.dep_ != "pobj" or any(c.lower_ == "of" for c in number.children)


def _holds(child: Token, token: Token) -> bool:
    return child.i == token.i or child.is_ancestor(token)


def from_deed_of(anchor: Token) -> Metric | None:
    """ "the bodies of 11 men who had been missing": a deed or its outcome, and whom it befell."""
    if anchor.dep_ == "poss" and anchor.tag_ in {"NNS", "NNPS"} and anchor.head.i > anchor.i:
        return metric_of_noun(anchor.head)  # "87 people's deaths"
    noun = anchor.head.head
    if anchor.dep_ != "pobj" or anchor.head.lower_ != "of" or noun.pos_ != "NOUN" or is_counting(noun):
        return None
    beside = anchor.head.nbor(-1)
    if beside.i != noun.i and beside.pos_ == "NOUN" and (joined := lookup(beside, "noun")):
        return Metric(joined, beside)  # "the death of two nationals and injury of six", hung on the nationals
    if lemma(noun) in helpers("coming") and is_one_of(anchor, class_words("responders")):
        return Metric("deployed", noun)  # "the arrival of 120 soldiers"
    return metric_of_noun(noun)


def from_measure_of(number: Token) -> Metric | None:
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
