"""What is said of the counted by its clause: "18 officers were killed" -> killed, since officers are the object of kill.

In: a noun with its role at a verb, or a noun of happening with what hangs on it. Out: the metric by `words`. Refuses a verb with an
object of its own, by which nothing befalls its subject: "18 officers killed a man".
"""

from reportedly.claims.figure.metric.words import (
    OF_THE_HURT,
    Metric,
    by_word,
    class_words,
    helpers,
    is_counting,
    lemma,
    lookup,
    phrases_by_verb,
    tables,
)
from reportedly.text.grammar import (
    AGENT,
    ATTRIBUTE,
    OBJECT,
    SUBJECT,
    Role,
    is_bare_participle,
    own_roles,
    roles_of,
    subject_of,
    verb_above,
)
from reportedly.text.sentences import Token


def hurt_beside(number: Token) -> Metric | None:
    """ "five wounded were let go": as with a noun."""
    found = said_beside(number)
    if found is None or found.name not in {"injured", "affected"}:
        return found
    return told_of(number, found.word, OF_THE_HURT) or found


def told_of(head: Token, noun: Token, names: set[str]) -> Metric | None:
    """What the verb says of those whom a noun of their state names, where it is one of `names`."""
    if head.dep_ not in {"nsubj", "nsubjpass", "dobj", "pobj"}:
        return None
    told = from_roles(head, head, whom=noun, alone=True)
    return told if told and told.name in names and told.word.pos_ == "VERB" else None


def of_a_force(number: Token) -> Metric | None:
    """ "the alliance's 700-strong mission": a force that is there."""
    strong = number.head
    is_of_force = strong.lower_ == "strong" and lemma(strong.head) in class_words("forces")
    return Metric("deployed", strong) if is_of_force else None


_REPORTED = {"reported", "reportedly", "confirmed", "declared", "presumed", "feared", "believed"}
""" "30 reported killed": told of as what follows."""


def said_beside(number: Token) -> Metric | None:
    """ "26 dead, 700 hurt", "4,105 were damaged": the participle or adjective right behind a bare number."""
    at, end = number.i + 1, number.sent.end
    if (unfound := _unfound(number)) is not None:
        return unfound
    while at < end and (
        number.doc[at].pos_ == "AUX"
        or number.doc[at].lower_ in helpers("between")
        or (number.doc[at].lower_ in _REPORTED and at + 1 < end and number.doc[at + 1].tag_ in {"VBN", "VBD", "JJ"})
    ):
        at += 1
    if at >= end:
        return None
    word = number.doc[at]
    is_after_verb = any(t.pos_ == "AUX" for t in number.doc[number.i + 1 : at])
    if is_after_verb:
        passive = word.tag_ == "VBN" and number.doc[at - 1].lemma_ == "be" and word.dep_ not in {"amod"}
        return metric_of_role(Role(word, OBJECT)) if passive else None
    is_modifier = word.tag_ in {"VBN", "VBD", "JJ", "NN", "VBG"} and not any(
        c.dep_ in {"dobj", "aux", "auxpass"} for c in word.children
    )
    metric = lookup(word, ATTRIBUTE) or (lookup(word, OBJECT) if word.tag_ in {"VBN", "VBD"} else None)
    if metric is None and is_modifier and word.tag_ in {"VBN", "VBD"}:
        phrased = _phrase(Role(word, OBJECT), number)
        metric = phrased.name if phrased is not None and phrased.name != _NO_COUNT else None
    if word.lower_ == "admitted" and at == number.i + 1 and (at + 1 >= end or number.doc[at + 1].is_punct):
        metric = "hospitalised"  # "58 patients since Monday, with 19 admitted"
    if metric is None and word.tag_ in {"VB", "VBP", "NN"} and word.lower_ == lemma(word):
        metric = by_word().get((word.lower_, SUBJECT))  # "bus overturns, 8 die", whatever it was taken for
    return Metric(metric, word) if metric and is_modifier else None


def _unfound(number: Token) -> Metric | None:
    """ "the 271 not yet accounted for", "three not found": what the negation makes of it."""
    behind = number.doc[number.i + 1 : min(number.i + 5, number.sent.end)]
    verb = next((t for t in behind if t.tag_ in {"VBN", "VBD"}), None)
    if verb is None or lemma(verb) not in _TURNED or lemma(verb) in {"make", "survive", "see"}:
        return None
    between = [t.lower_ for t in behind if t.i < verb.i]
    is_undone = "not" in between and set(between) <= {"not", "yet", "still", "as", "so", "far", "been"}
    return Metric("missing", verb) if is_undone else None


def metric_of_noun(noun: Token) -> Metric | None:
    """What a noun counts: arrests, the death toll, the number of injured."""
    if is_counting(noun):
        return _of_counting_noun(noun)
    metric = lookup(noun, "noun") if not _is_known(noun) else None
    if metric is None and lemma(noun) == "case" and any(lemma(c) in class_words("illness") for c in noun.lefts):
        metric = "affected"  # "cholera cases passed 500"
    return Metric(metric, noun) if metric else None


def state_of(word: Token) -> Metric | None:
    """What a participle or adjective that stands alone says of those counted beside it: "missing, 15"."""
    metric = lookup(word, ATTRIBUTE) or lookup(word, OBJECT)
    return Metric(metric, word) if metric else None


def _of_counting_noun(noun: Token) -> Metric | None:
    for child in noun.subtree:
        if child.i == noun.i or child.dep_ in {"punct", "det"}:
            continue
        if child.dep_ in {"compound", "amod", "pobj", "conj", "poss", "nmod", "dep"}:
            found = strong_noun(child) or weak_noun(child) or from_modifiers(child)
            if found:
                return found
    for token in noun.subtree:
        if token.lower_ == "including":
            break
        state = lookup(token, ATTRIBUTE) or (
            tables()["helpers"]["states"].get(lemma(token)) if token.dep_ == "pobj" else None
        )
        if token.i > noun.i and state:
            return Metric(state, token)
    if (
        noun.dep_ in {"nsubj", "nsubjpass"}
        and noun.head.tag_ in {"VBN", "VBD"}
        and lemma(noun.head) not in helpers("valuing")
        and lemma(noun.head) != "include"  # which asks what its subject counts
    ):
        found = metric_of_role(Role(noun.head, OBJECT))  # "the number of people killed", taken for a clause
        if found:
            return found
    if any(t.lower_ == "strike" and t.dep_ == "pobj" and t.head.lower_ == "on" for t in noun.subtree):
        return Metric("participants", noun)  # "the number on strike"
    whom = [c for of in noun.children if of.lower_ == "of" for c in of.children]
    told = (tables()["helpers"]["told"].get(lemma(c)) for c in whom)
    if (metric := next(filter(None, told), None)) is not None:
        return Metric(metric, noun)  # "the number of refugees"
    if lemma(noun) == "number" and any(c.tag_ == "NNS" and lemma(c) in class_words("sent") for c in whom):
        return Metric("deployed", noun)  # "the number of troops in the capital"
    # "the toll" alone is a toll of deaths
    return Metric("killed", noun) if lemma(noun) == "toll" else None


def from_modifiers(noun: Token) -> Metric | None:
    roles = (r for r in roles_of(noun) if r.predicate.dep_ in {"acl", "relcl", "amod"} or r.predicate.head.i == noun.i)
    telling = (role for role in roles if lemma(role.predicate) != "include")  # which asks what its subject counts
    return next((m for role in telling if (m := metric_of_role(role, noun))), None)


_WEAK = {"survivor", "detainee", "evacuee", "arrestee", "rescue", "participant", "release"}


def strong_noun(noun: Token) -> Metric | None:
    metric = lookup(noun, "noun")
    if lemma(noun) == "body" and any(p.lower_ in helpers("no_corpse") for c in noun.children for p in c.children):
        return None
    if not metric or {lemma(noun), noun.lower_} & _WEAK or is_counting(noun) or _is_known(noun):
        return None
    return Metric("affected" if lemma(noun) == "victim" and _is_alive(noun) else metric, noun)


def _is_known(whereabouts: Token) -> bool:
    """ "we know the whereabouts of some 40 people": those are found."""
    verb = verb_above(whereabouts)
    is_told = whereabouts.lower_ == "whereabouts" and lemma(verb) in helpers("finding_out")
    return is_told and not any(c.dep_ == "neg" for c in verb.children)


def _is_alive(victims: Token) -> bool:
    """ "Aid reached 2,000 flood victims", "camps where victims have taken refuge", "tents for 300 victims"."""
    verb = victims.head
    if victims.dep_ in {"dobj", "nsubjpass"}:
        return lemma(verb) in helpers("helped")
    if victims.dep_ == "nsubj":
        return lemma(verb) in helpers("living")
    is_meant = victims.dep_ == "pobj" and verb.lower_ in {"for", "to", "among"}
    return is_meant and (lemma(verb.head) in helpers("meant_for") or _has_aid(verb.head))


def _has_aid(verb: Token) -> bool:
    """ "gave food to 300 victims", "blankets were handed out among the victims"."""
    return any(c.dep_ in {"dobj", "nsubjpass"} and lemma(c) in helpers("meant_for") for c in verb.children)


def weak_noun(noun: Token) -> Metric | None:
    metric = lookup(noun, "noun") if {lemma(noun), noun.lower_} & _WEAK else None
    return Metric(metric, noun) if metric else None


def from_roles(anchor: Token, number: Token, *, whom: Token | None = None, alone: bool = False) -> Metric | None:
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
    if anchor.dep_ == "pobj" and anchor.head.lower_ == "of" and anchor.head.head.lower_ in {"upwards", "upward"}:
        own.append(Role(anchor.head.head.head, OBJECT))
    own += _behind_copula(anchor)
    joined = [] if alone else [role for role in roles_of(anchor) if role not in own]
    for role in [*own, *joined]:
        if role.predicate.i < number.i < anchor.i and role.predicate.head.i == anchor.i:
            continue  # "340 wounded and 900 detainees", taken for wounded detainees
        if _is_of_a_part(anchor, role.predicate):
            continue
        found = _life(anchor, role) or metric_of_role(role, whom)
        if found and role.predicate.dep_ == "csubj":
            found = metric_of_role(Role(role.predicate.head, SUBJECT)) or found
        if found and not (found.name == "hospitalised" and lemma(anchor) in helpers("at_work")):
            return found
    return _from_next(anchor)


def _is_of_a_part(anchor: Token, word: Token) -> bool:
    """ "11,796 cases, 87 of them fatal", "2,004 cases, including 29 deaths, came": said of another number than the counted's."""
    behind = word.doc[max(anchor.i + 1, word.i - 3) : word.i]
    if len(behind) < 2 or word.pos_ in {"VERB", "AUX"}:
        return False
    is_of_them = behind[-1].lower_ in {"them", "whom", "which"} and behind[-2].lower_ == "of"
    return (is_of_them and len(behind) > 2 and behind[-3].like_num) or (behind[-1].like_num and word.tag_ == "NNS")


def _behind_copula(anchor: Token) -> list[Role]:
    """ "312 people were at present held", "are, it says, feared dead": a participle that the parser parted from its auxiliary."""
    verb = anchor.head
    if anchor.dep_ not in {"nsubj", "nsubjpass"} or lemma(verb) != "be":
        return []
    clauses = [c for c in verb.children if c.dep_ == "advcl" and c.tag_ == "VBN" and 0 < c.i - verb.i < _NEAR]
    return [
        Role(c, OBJECT) for c in clauses if not any(t.dep_ in {"mark", "nsubj", "nsubjpass", "aux"} for t in c.children)
    ]


_NEAR = 6


_RANGING = {"between", "about", "around", "over", "under", "above", "below", "near", "up"}


def _from_next(anchor: Token) -> Metric | None:
    """ "Two soldiers, four rebels killed", "left two soldiers and four rebels hurt": what stands at the last of a row."""
    is_left = anchor.dep_ == "dobj" and lemma(anchor.head) in helpers("leaving")
    if not (is_left or anchor.dep_ in {"ROOT", "dep", "nsubj"}) or anchor.pos_ == "VERB":
        return None
    for other in anchor.children:
        if other.dep_ in {"appos", "conj"} and any(c.dep_ == "nummod" for c in other.children):
            for child in other.children:
                if child.dep_ == "acl" and (found := metric_of_role(Role(child, OBJECT))):
                    return found
    return None


def _life(noun: Token, role: Role) -> Metric | None:
    """ "claimed 26 lives", "26 people lost their lives"."""
    if lemma(noun) in helpers("life") and lemma(role.predicate) in helpers("taking_life"):
        return Metric("killed", role.predicate)
    return None


def metric_of_role(role: Role, whom: Token | None = None) -> Metric | None:
    word = role.predicate
    if role.role == AGENT:
        attended = _phrase_metric(role, whom) or _borne_by(word, whom)
        return Metric(attended, word) if attended and attended != _NO_COUNT else None
    found = _phrase(role, whom)
    if found is not None and found.name == _NO_COUNT:
        return None
    if role.role == ATTRIBUTE and word.lower_ == "alive" and any(c.dep_ == "neg" for c in word.head.children):
        return Metric("killed", word, is_turned=True)  # "are no longer alive"
    metric = found.name if found is not None else by_word().get((lemma(word), role.role))
    if metric is None and role.role == OBJECT:
        # "in his town perished 50 people": a verb that takes no object has its subject behind it
        is_bare = is_bare_participle(word)
        is_free = is_bare or not any(c.dep_ == "nsubj" for c in word.children)
        is_passive = any(c.dep_ == "auxpass" for c in word.children) or lemma(word) == "hold"
        turned = _phrase_metric(Role(word, SUBJECT), whom if is_bare else None) if is_free and not is_passive else None
        metric = turned if turned and turned != _NO_COUNT else by_word().get((lemma(word), SUBJECT))
    is_state = role.role != OBJECT or word.tag_ == "VBN"
    if metric is None and is_state and word.tag_ in {"JJ", "RB", "NN", "NNS", "VBN", "VBG"}:
        metric = lookup(word, ATTRIBUTE)
    if metric is None and word.lower_ == "missing":
        metric = "missing"  # "are missing still 57 people", taken for a verb
    if metric is None and role.role == ATTRIBUTE and word.tag_ in {"VBN", "VBD"}:
        phrased = _phrase_metric(Role(word, OBJECT), whom)
        metric = by_word().get((lemma(word), OBJECT)) or (phrased if phrased != _NO_COUNT else None)
    if metric is None and word.lower_ in {"among", "amongst"}:
        inner = [c for c in word.children if c.dep_ == "pobj"]
        told = ((c, tables()["helpers"]["told"].get(lemma(c))) for c in inner)
        return next(
            (m for c in inner if (m := metric_of_noun(c) or from_modifiers(c) or said_beside(c) or _state_alone(c))),
            None,
        ) or next((Metric(metric, c) for c, metric in told if metric), None)
    if metric is None and role.role == OBJECT and lemma(word) == "include" and (whole := subject_of(word)) is not None:
        return metric_of_noun(whole) or from_modifiers(whole)
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
        and (lemma(word.head) == "let" or _is_leave(word, whom))
    ):
        metric = "released"
    if metric == "destroyed" and any(c.lower_ in _IN_PART for c in word.children if c.dep_ == "advmod"):
        metric = "damaged"  # "40 houses were partially destroyed"
    if found is not None and found.name == metric:
        return found
    return Metric(metric, word) if metric else None


def _is_leave(verb: Token, whom: Token | None) -> bool:
    """ "the hijackers allowed 41 passengers to leave": by those who hold them."""
    above = verb.head
    if lemma(above) not in {"allow", "permit"} or verb.dep_ not in {"ccomp", "xcomp"} or whom is None:
        return False
    captor = subject_of(above)
    is_held = lemma(whom) in {"hostage", "captive", "prisoner", "detainee", "passenger"}
    return is_held or (captor is not None and lemma(captor) in helpers("bands") | class_words("gunmen"))


def _borne_by(verb: Token, whom: Token | None) -> str | None:
    """ "wounds were suffered by 40 others", "food is needed by 2,000": what they have, turned round."""
    borne = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
    is_state = borne is not None and {borne.lower_, lemma(borne)} & class_words("borne")
    if not is_state:
        return None
    return _phrase_metric(Role(verb, SUBJECT), whom) or by_word().get((lemma(verb), SUBJECT))


def _state_alone(word: Token) -> Metric | None:
    """ "among killed", "among arrested": without an article."""
    return state_of(word) if word.tag_ in {"VBN", "VBD", "JJ"} else None


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


_TURNED = {
    "make": "killed",
    "survive": "killed",
    **dict.fromkeys(("find", "recover", "locate", "account", "trace", "hear", "see"), "missing"),
}


def is_turned(verb: Token) -> bool:
    """ "did not survive", "have not been found", "have yet to be found": what the negation says of them is a count of its own."""
    if lemma(verb) not in _TURNED or verb.pos_ != "VERB" or not _is_undone(verb):
        return False
    if lemma(verb) == "account":
        return any(c.lower_ == "for" for c in verb.children)
    if lemma(verb) in {"hear", "see"}:
        return any(c.dep_ == "auxpass" for c in verb.children) and bool(words_near(verb) & _OF_THE_LOST)
    return lemma(verb) != "make" or any(c.dep_ == "dobj" and c.lower_ == "it" for c in verb.children)


_OF_THE_LOST = {"from", "of", "since", "again", "afterwards", "alive"}
""" "have not been heard from", "was not seen since"."""


def _is_undone(verb: Token) -> bool:
    """Negated, or still to be done: "have yet to be found"."""
    if any(c.dep_ == "neg" for c in verb.children):
        return True
    above = verb.head
    return (
        verb.dep_ == "xcomp"
        and above.lemma_ in {"have", "remain", "be"}
        and any(c.lower_ == "yet" for c in above.children)
    )


def _phrase_metric(role: Role, whom: Token | None = None) -> str | None:
    found = _phrase(role, whom)
    return found.name if found is not None else None


def _phrase(role: Role, whom: Token | None) -> Metric | None:
    """The metric of the first phrase that fits."""
    phrases = phrases_by_verb().get((lemma(role.predicate), role.role), ())
    if not phrases:
        return None
    near = words_near(role.predicate)
    return next((p.found(role.predicate, near) for p in phrases if p.fits(near, whom)), None)


_AT = {"in", "at", "near"}


def _is_at_name(preposition: Token) -> bool:
    """ "in Bangui", "near Gao"."""
    return any(
        c.dep_ == "pobj" and c.pos_ == "PROPN" and c.ent_type_ not in {"DATE", "TIME"} for c in preposition.children
    )


_COMPLEMENTS = {
    "prep", "advmod", "acomp", "oprd", "dobj", "prt", "xcomp", "pcomp", "npadvmod", "attr", "advcl", "agent", "dative", "neg",
}  # fmt: skip


def _tells_of_a_part(complement: Token) -> bool:
    """ "14 have been found, eleven of them dead": what only a part of them are."""
    return complement.pos_ != "VERB" and any(c.dep_ == "nsubj" and c.like_num for c in complement.children)


def words_near(verb: Token) -> set[str]:
    """The words of the verb's own complements, and its subject; of a conjunct that shares them, also the first verb's."""
    wanted = _COMPLEMENTS - {"advcl", "npadvmod"} if lemma(verb) in {"be", "have"} else _COMPLEMENTS
    own = [child for child in verb.children if child.dep_ in wanted and not _tells_of_a_part(child)]
    near = {t.lower_ for child in own for t in child.subtree if t.text != "March"}
    if any(child.dep_ == "dobj" and child.pos_ == "PROPN" for child in verb.children):
        near.add("<name>")
    near |= {c.lower_ for c in verb.children if c.dep_ == "ccomp" and c.pos_ == "ADJ"}
    if any(t.lower_ in _AT and _is_at_name(t) for c in verb.children if c.dep_ in {"prep", "dobj"} for t in c.subtree):
        near.add("<at-name>")
    if verb.i + 1 < verb.sent.end and verb.nbor().pos_ == "NOUN":
        near.add(verb.nbor().lower_)  # "got wounds and a state of emergency was declared", hung on what follows
    subject = subject_of(verb)
    if subject is not None:
        near |= {subject.lower_, subject.lemma_.lower()}
        near |= {c.lower_ for c in subject.children if c.dep_ == "compound"}
        near |= {p.lower_ for c in subject.children if c.lower_ == "of" for p in c.children}
    return near
