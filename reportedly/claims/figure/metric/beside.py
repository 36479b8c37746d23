"""What stands beside the counted with no clause to say it: where they are, who they are, a headline's participle.

In: the counted noun or its number. Out: the metric that the words around it tell, or None: "63 patients with cholera",
"26 dead in port blast", "a plane with 22 firefighters". Refuses a noun that a verb of its own says something of.
"""

from collections.abc import Iterable

from reportedly.claims.figure.metric.roles import from_modifiers, metric_of_noun, metric_of_role
from reportedly.claims.figure.metric.words import (
    Metric,
    by_word,
    class_words,
    helpers,
    is_one_of,
    lemma,
    lookup,
    tables,
)
from reportedly.claims.frames import words_of
from reportedly.text.grammar import ATTRIBUTE, OBJECT, SUBJECT, Role, first_conjunct, roles_of, subject_of, verb_above
from reportedly.text.sentences import Token


def among(anchor: Token) -> Metric | None:
    """ "two officers among six dead": without a verb."""
    preps = [c for c in anchor.children if c.lower_ in {"among", "amongst"} and c.dep_ == "prep"]
    return next((m for c in preps if (m := metric_of_role(Role(c, ATTRIBUTE)))), None)


def ended_by(noun: Token) -> Metric | None:
    """ "3 people rescued, 46 missing": in a row, the participle behind the noun with nothing behind it."""
    at = noun.i + 1
    if at < noun.sent.end and noun.doc[at].lower_ == "home" and noun.dep_ in {"ROOT", "nmod", "compound"}:
        return Metric("evacuated", noun.doc[at])  # "14 Indians home from the war"
    if at >= noun.sent.end or noun.doc[at].tag_ not in {"VBN", "VBD", "JJ"}:
        return None
    if noun.doc[at].lower_ == "alive" and noun.dep_ == "dobj":
        return None  # "buried 30 people alive": what is done to them, and not how they are found
    behind = at + 2 if noun.doc[at].lower_ == "unaccounted" else at + 1  # "unaccounted for"
    after = noun.doc[behind] if behind < noun.sent.end else None
    if after is not None and after.text not in {",", ";", ".", "|", ")", "/"} and after.lower_ != "and":
        return None
    word = noun.doc[at]
    metric = lookup(word, ATTRIBUTE) or (lookup(word, OBJECT) if word.tag_ in {"VBN", "VBD"} else None)
    return Metric(metric, word) if metric else None


def right_before(number: Token) -> Metric | None:
    """ "cuts toll, arrests two more": a headline's verb that was taken for a noun."""
    before = number.nbor(-1) if number.i > number.sent.start else None
    if before is not None and _is_bare_deed(before):
        return Metric(by_word()[before.lower_, OBJECT], before)
    if before is None or before.tag_ not in {"NNS", "NN", "NNPS", "NNP"} or not before.lower_.endswith("s"):
        return None
    metric = by_word().get((lemma(before), OBJECT)) or by_word().get((before.lower_.removesuffix("s"), OBJECT))
    return Metric(metric, before) if metric else None


def _is_bare_deed(word: Token) -> bool:
    """ "Riot police arrest 60": a headline's verb behind whoever does it, taken for a noun."""
    if (
        word.tag_ not in {"NN", "VB", "VBP", "NNP"}
        or (word.lower_, OBJECT) not in by_word()
        or word.i == word.sent.start
    ):
        return False
    doer = word.nbor(-1)
    is_doer = doer.pos_ in {"NOUN", "PROPN"} and (doer.tag_ in {"NNS", "NNPS"} or doer.lower_ in {"police", "army"})
    return is_doer and not any(t.tag_ in {"VBZ", "VBD"} for t in word.sent)


def from_strong(number: Token) -> Metric | None:
    """ "the crowd was 45,000-strong", "a 300-strong march"."""
    strong = next(
        (t for t in number.doc[number.i + 1 : min(number.i + 3, number.sent.end)] if t.lower_ == "strong"), None
    )
    if strong is None:
        return None
    whose = subject_of(verb_above(strong))
    if whose is not None and lemma(whose) in class_words("forces"):
        return Metric("deployed", strong)  # "the force is 600 strong"
    after = number.doc[strong.i + 1] if strong.i + 1 < number.sent.end else None
    words = words_of(["@protest", "crowd", "gathering"], tables()["classes"])
    is_of_crowd = after is None or after.pos_ not in {"NOUN", "ADJ", "PROPN"} or after.lower_ in words
    return Metric("participants", strong) if is_of_crowd else None


def told_noun(noun: Token) -> Metric | None:
    """ "the unions spoke of 4,000 marchers": who is counted says what for."""
    told: dict[str, str] = tables()["helpers"]["told"]
    verb = verb_above(noun)
    is_told = verb.pos_ not in {"VERB", "AUX"} or lemma(verb) in helpers("telling")
    return Metric(told[lemma(noun)], noun) if lemma(noun) in told and is_told else None


def from_record(noun: Token) -> Metric | None:
    """ "48 missing-person reports", "640 suspected cases", "412 cases of cholera"."""
    if lemma(noun) not in helpers("records"):
        return None
    for token in noun.subtree:
        if token.i < noun.i and (metric := lookup(token, ATTRIBUTE)):
            return Metric(metric, token)
    if lemma(noun) != "case":
        return None
    is_of_illness = any(c.lower_ == "of" or c.lower_ in helpers("of_cases") for c in noun.children)
    return Metric("affected", noun) if is_of_illness or lemma(verb_above(noun)) in helpers("of_cases") else None


_NOUN_PHRASE = {"NOUN", "PROPN", "ADP", "DET", "ADJ", "CCONJ", "NUM", "PART", "ADV"}


def from_orphan(anchor: Token) -> Metric | None:
    """The parser hung the noun elsewhere, and the verb right behind it has no subject of its own."""
    behind = _behind_aside(anchor)
    for at in range(behind, min(behind + 11, anchor.sent.end)):
        token = anchor.doc[at]
        if token.pos_ in {"AUX", "VERB"} and token.dep_ != "amod":
            verb = token.head if token.pos_ == "AUX" and token.head.i > at else token
            if any(c.dep_ in _SUBJECTS and not _is_no_other(c, anchor) and c.tag_ != "WP" for c in verb.children):
                return None
            state = next((c for c in verb.children if c.dep_ in {"acomp", "oprd", "attr"} and c.i > verb.i), None)
            if verb.pos_ == "AUX" and state is not None:
                return metric_of_role(Role(state, ATTRIBUTE), anchor)
            if verb.dep_ == "pcomp":
                return None  # "there were 4,000 people after having lost all"
            has_done = any(c.lemma_ == "have" and c.dep_ == "aux" for c in verb.children)
            passive = any(c.dep_ == "auxpass" for c in verb.children) or (verb.tag_ == "VBN" and not has_done)
            found = metric_of_role(Role(verb, OBJECT if passive else SUBJECT), anchor)
            return found or _of_open_complement(verb, anchor)
        if (
            token.pos_ not in _NOUN_PHRASE and not (token.tag_ == "WP" and at == behind > anchor.i + 1)
        ) or token.lower_ in _OPENING:
            return None
    return None


_SUBJECTS = {"nsubj", "nsubjpass", "expl"}


def _is_no_other(subject: Token, anchor: Token) -> bool:
    """Whether the parser's subject is the counted itself, what it was hung on, or one before a semicolon."""
    if subject.i == anchor.i or (anchor.dep_ == "conj" and subject.i == anchor.head.i):
        return True
    if _is_share_of_them(subject) and subject.i > anchor.i:
        return True
    is_holder = (
        anchor.dep_ == "dobj" and anchor.head.i == subject.i and subject.tag_ == "VBG"
    )  # "in the shooting two men"
    return is_holder or any(t.text == ";" for t in anchor.doc[subject.i : anchor.i])


_SHARES = {"most", "many", "some", "half", "all", "several", "none", "few", "majority", "both", "almost", "nearly"}


def _is_share_of_them(word: Token) -> bool:
    """ "3,400 villagers, most of them women, have gone": an aside on the counted, whatever the parser made of it."""
    behind = word.doc[word.i + 1 : min(word.i + 4, word.sent.end)]
    return word.lower_ in _SHARES and any(t.lower_ in {"them", "whom"} for t in behind)


def _of_open_complement(verb: Token, anchor: Token) -> Metric | None:
    """ "two men at least are reported to have lost their lives", "are said to be missing"."""
    for child in verb.children:
        if child.dep_ == "xcomp" and child.i > verb.i:
            passive = any(c.dep_ == "auxpass" for c in child.children)
            state = (Role(c, ATTRIBUTE) for c in child.children if c.dep_ in {"acomp", "attr", "oprd"})
            roles = [Role(child, OBJECT if passive else SUBJECT), *state]
            return next((m for role in roles if (m := metric_of_role(role, anchor))), None)
    return None


def _behind_aside(anchor: Token) -> int:
    """Where the clause goes on behind "six men, he discloses, were shot dead"; right behind the noun where nothing is put in."""
    doc, end = anchor.doc, anchor.sent.end
    if anchor.i + 1 >= end or doc[anchor.i + 1].text != ",":
        return anchor.i + 1
    for at in range(anchor.i + 2, min(anchor.i + 10, end)):
        if doc[at].text == ",":
            inside = doc[anchor.i + 2 : at]
            is_told = any(t.tag_ in {"VBZ", "VBD", "VBP"} for t in inside) or any(
                t.lower_ == "according" for t in inside
            )
            is_bound = " ".join(t.lower_ for t in inside) in {
                "at the least",
                "at least",
                "in all",
                "altogether",
                "all told",
            }
            if inside and _is_share_of_them(inside[0]):
                return at + 1
            return at + 1 if (is_told or is_bound) and not any(t.like_num for t in inside) else anchor.i + 1
    return anchor.i + 1


_OPENING = {"as", "after", "before", "since", "while", "when", "until", "till", "because", "once"}
""" "lowers the toll by one as a truce begins": what is said behind them is of another."""


def parted(anchor: Token) -> Metric | None:
    """ "cost the lives of 18 climbers and 20 more are missing": the verb right behind the counted, of which it was robbed."""
    if anchor.dep_ not in {"conj", "appos", "dobj", "pobj", "dep"} or anchor.i + 1 >= anchor.sent.end:
        return None
    return from_orphan(anchor) if anchor.nbor().pos_ == "AUX" and anchor.nbor().tag_ != "VB" else None


def included(number: Token) -> Metric | None:
    """ "The dead include nearly 80 climbers, caught ...": part of whom the verb right before the number has for its subject."""
    at = number.i - 1
    while at > number.sent.start and (number.doc[at].pos_ in {"ADV", "ADJ"} or number.doc[at].lower_ in _BOUNDS):
        at -= 1
    verb = number.doc[at]
    if lemma(verb) != "include" or verb.tag_ not in {"VBP", "VBZ", "VBD"}:
        return None
    whole = subject_of(verb)
    return (metric_of_noun(whole) or from_modifiers(whole)) if whole is not None and whole.i < verb.i else None


_BOUNDS = {"at", "least", "more", "than", "some", "about", "up", "to", "over", "as", "many"}


def sheltered(anchor: Token) -> Metric | None:
    """ "school buildings hold 3,400 villagers", "the camps had 28,000 people on record": what the place does with them."""
    verb = anchor.head
    if anchor.dep_ != "dobj" or not is_one_of(anchor, class_words("persons")):
        return None
    is_listed = lemma(verb) == "have" and any(t.lower_ in _ON_RECORD for t in anchor.doc[anchor.i : anchor.i + 4])
    is_held = lemma(verb) == "hold" and bool({anchor.lower_, lemma(anchor)} & class_words("uprooted"))
    place = subject_of(verb) if is_listed or is_held or lemma(verb) in helpers("sheltering") else None
    if place is None or place.i > verb.i:
        return None
    words = [place, *(c for c in place.children if c.dep_ == "compound")]
    return Metric("displaced", verb) if any(t.lower_ in class_words("camps") for t in words) else None


_ON_RECORD = {"record", "records", "books", "registered", "registers"}


def given_to(anchor: Token) -> Metric | None:
    """ "gave shelter to 700 families", "caused burns to 20 pupils": what somebody did to them is a noun."""
    to = anchor.head
    if anchor.dep_ != "pobj" or to.lower_ not in {"to", "for", "on", "upon"}:
        return None
    given: dict[str, str] = tables()["helpers"]["given"]
    verb = to.head if to.head.pos_ == "VERB" else to.head.head
    if lemma(verb) not in helpers("giving"):
        return None
    for child in verb.children:
        is_deed = child.dep_ in {"dobj", "nsubjpass"} and lemma(child) in given
        if is_deed and (is_one_of(anchor, class_words("exposed")) or given[lemma(child)] in {"injured", "damaged"}):
            return Metric(given[lemma(child)], child)
    return None


def sought(anchor: Token) -> Metric | None:
    """ "is looking for 15 of its members": those who are looked for are missing."""
    if anchor.dep_ == "pobj" and anchor.head.lower_ == "of" and anchor.head.head.like_num:
        anchor = anchor.head.head
    if anchor.dep_ != "pobj" or anchor.head.lower_ not in {"for", "with"}:
        return None
    verb = anchor.head.head
    if anchor.head.lower_ == "with":  # "rescuers lost contact with four of the divers"
        lost = next((t for t in (verb, verb.head) if lemma(t) == "lose"), None)
        is_lost = lost is not None and any(c.lower_ in {"contact", "touch", "communication"} for c in lost.children)
        return Metric("missing", lost) if lost is not None and is_lost else None
    seeking = [t for t in (verb, *verb.children) if lemma(t) in {"look", "search", "hunt"}]
    return Metric("missing", seeking[0]) if seeking else None


def in_state_before(anchor: Token) -> Metric | None:
    """ "in 3,314 camps all over the state, there still were 4,000 people": the place stands before the counted."""
    verb = anchor.head
    if anchor.dep_ != "attr" or lemma(verb) != "be" or not any(c.dep_ == "expl" for c in verb.children):
        return None
    states: dict[str, str] = tables()["helpers"]["states"]
    for token in anchor.doc[anchor.sent.start : verb.i]:
        is_place = token.dep_ == "pobj" and token.head.lower_ in {"in", "at", "inside", "under"}
        if is_place and (found := states.get(lemma(token)) or states.get(token.lower_)):
            return Metric(found, token)
    return None


def in_front(anchor: Token) -> Metric | None:
    """ "Freed are now 30 of the hostages", "Evacuated are two hamlets, 130 people in all": what opens the clause, and its
    copula, say it of whoever follows.
    """
    doc, start = anchor.doc, anchor.sent.start
    copula = next((t for t in reversed(doc[max(start, anchor.i - _FAR) : anchor.i]) if t.pos_ in {"VERB", "AUX"}), None)
    while copula is not None and copula.i > start and _is_in_an_aside(copula, anchor):
        copula = next((t for t in reversed(doc[start : copula.i]) if t.pos_ in {"VERB", "AUX"}), None)
    if copula is not None and copula.tag_ == "VBN" and not _has_own(copula):  # "have perished, by the latest data, six"
        is_open = _is_only_nominal(doc[copula.i + 1 : anchor.i]) and doc[copula.i + 1].text == ","
        metric = by_word().get((lemma(copula), SUBJECT)) if is_open and doc[anchor.i - 1].text != "," else None
        return Metric(metric, copula) if metric else None
    if copula is None or copula.i == start or copula.lower_ not in _COPULAS:
        return None
    state = copula.nbor(-1)
    if state.lower_ in {"for", "of", "from"} and state.i > start + 1:
        state = state.nbor(-1)  # "still unaccounted for were 40"
    if state.text == ",":
        state = _before_aside(state)
    is_state = state.tag_ in {"VBN", "VBD", "JJ", "RB", "NN", "NNP"} and state.lower_ not in {"there", "here"}
    is_first = state.i == start or state.nbor(-1).lower_ in _OPENERS or state.nbor(-1).text in {":", ";", "“", '"'}
    if not is_state or not is_first or not _is_only_nominal(doc[copula.i + 1 : anchor.i]):
        return None
    metric = lookup(state, ATTRIBUTE) or by_word().get((state.lower_, ATTRIBUTE))
    metric = metric or _as_participle(state)
    return Metric(metric, state) if metric else None


_FAR = 24
_COPULAS = {"are", "were", "is", "was", "remain", "remained"}
_OPENERS = {"that", "also", "still", "already", "and", "but", "so", "now", "meanwhile", "reportedly", "while", "where"}


def _has_own(verb: Token) -> bool:
    return any(c.dep_ in {"nsubj", "nsubjpass", "dobj", "auxpass"} and c.i < verb.i for c in verb.children)


def _as_participle(word: Token) -> str | None:
    """The metric of a participle that was taken for a name or a noun: "Freed are"."""
    forms = {lemma(word), word.lower_.removesuffix("d"), word.lower_.removesuffix("ed")}
    return next((m for form in sorted(forms) if (m := by_word().get((form, OBJECT)))), None)


def _is_in_an_aside(verb: Token, anchor: Token) -> bool:
    """ "Missing, the harbour master said, are": a verb between commas."""
    between = verb.doc[verb.i + 1 : anchor.i]
    return any(t.text == "," for t in between) and any(t.lower_ in _COPULAS for t in between)


def _before_aside(comma: Token) -> Token:
    """What stands before the aside that ends at the comma."""
    for token in reversed(comma.doc[max(comma.sent.start, comma.i - _FAR) : comma.i]):
        if token.text == "," and token.i > comma.sent.start:
            return token.nbor(-1)
    return comma


def _is_only_nominal(between: Iterable[Token]) -> bool:
    """A row of nouns or an aside, and no clause: "are, by the mayor's reckoning,"."""
    return not any(
        t.pos_ in {"VERB", "AUX", "SCONJ"} or t.text in {";", ":"} or t.tag_ in {"WP", "WDT"} for t in between
    )


def set_off(number: Token) -> Metric | None:
    """ "Most of the dead, 64 of them, are from the north": the number of those of whom the noun before it speaks."""
    doc, at = number.doc, number.i - 1
    while at > number.sent.start and doc[at].lower_ in _BOUNDS | {"around", "nearly", "almost"}:
        at -= 1
    if doc[at].text not in {",", "(", "–", "—", "-"} or at <= number.sent.start:
        return None
    near = doc[max(number.sent.start, at - 7) : at]
    if not any(t.lower_ in _SHARES for t in near) or any(t.like_num or t.pos_ in {"VERB", "AUX"} for t in near[:-1]):
        return None
    behind = doc[number.i + 1 : min(number.i + 3, number.sent.end)]
    is_set_off = len(behind) > 0 and (
        behind[0].text in {",", ")", "–", "—", "-"} or [t.lower_ for t in behind] in [["of", "them"], ["in", "all"]]
    )
    whom = near[-1]
    if not is_set_off:
        return None
    metric = lookup(whom, "noun") or lookup(whom, ATTRIBUTE) or (lookup(whom, OBJECT) if whom.tag_ == "VBN" else None)
    return Metric(metric, whom) if metric else None


_SHARES = {"most", "majority", "bulk", "half", "many", "part", "rest", "remainder", "share", "third", "quarter", "some"}


def in_state(anchor: Token) -> Metric | None:
    """ "14 of them in hospital", "57 patients still in my wards": where they are says what befell them."""
    if lemma(anchor) in helpers("at_work"):
        return None
    states: dict[str, str] = tables()["helpers"]["states"]
    inside = False
    for token in anchor.doc[anchor.i + 1 : min(anchor.i + 9, anchor.sent.end)]:
        if token.pos_ in {"VERB", "AUX"} or token.is_punct or (token.pos_ == "NUM" and not inside):
            return None
        if inside and token.pos_ == "NOUN" and token.dep_ != "compound":
            found = states.get(lemma(token)) or states.get(token.lower_)
            return Metric(found, token) if found else None
        inside = inside or token.lower_ in {"in", "behind", "under", "beneath"}
    return None


def aboard(anchor: Token) -> Metric | None:
    """ "a plane with 22 firefighters landed", "the ship arrived with 31 Danes on board": who comes in it is sent, or
    brought home.
    """
    above = anchor.head
    if anchor.dep_ not in {"pobj", "dobj"} or lemma(above) not in {"with", "carry", "bring"}:
        return None
    holder, verb = above.head, verb_above(above.head)
    subject = holder if holder.pos_ in {"NOUN", "PROPN"} else subject_of(verb)
    if subject is None or not {lemma(subject), *(t.lower_ for t in subject.children)} & class_words("carriers"):
        return None
    if is_one_of(anchor, class_words("responders")):
        return Metric("deployed", verb) if lemma(verb) in helpers("setting_out") else None
    is_sent_for = lemma(verb) in {"leave", "depart", "fly", "take"} and any(
        t.lower_ in _SENT_FOR for t in subject.children
    )
    is_home = (lemma(verb) in {"land", "arrive", "touch", "dock"} or is_sent_for) and is_one_of(
        anchor, class_words("nationals")
    )
    return Metric("evacuated", verb) if is_home else None


_SENT_FOR = {"charter", "chartered", "evacuation", "rescue", "repatriation", "special", "relief"}


def taken(anchor: Token) -> Metric | None:
    """ "took 70 people hostage", where the parser made them one noun."""
    hostage = anchor.head
    is_held = anchor.dep_ in {"compound", "nmod"} and hostage.lower_ in {"hostage", "captive", "prisoner"}
    verb = hostage.head
    return Metric("detained", verb) if is_held and lemma(verb) in {"take", "hold", "keep", "seize"} else None


def exposed(anchor: Token) -> Metric | None:
    """ "a ferry carrying 173 passengers", "226 people were aboard", "when 283 miners were working underground"."""
    if not is_one_of(anchor, class_words("exposed")) and not anchor.like_num:
        return None
    above = anchor.head
    if anchor.dep_ in {"attr", "nsubj"} and lemma(above) == "be" and above.i < anchor.i:
        ahead = anchor.doc[anchor.sent.start : above.i]  # "Aboard the machine were 18 people", "on board were 40"
        return next((Metric("affected", t) for t in ahead if t.lower_ == "aboard" or _is_on_board(t)), None) or _after(
            anchor
        )
    if anchor.dep_ in {"dobj", "conj"} and lemma(first_conjunct(anchor).head) in {"carry", "transport", "pack"}:
        verb = first_conjunct(anchor).head
        carrier = verb.head if verb.dep_ in {"acl", "relcl"} else subject_of(verb)
        return Metric("affected", verb) if carrier is not None and lemma(carrier) in helpers("holding") else None
    return _after(anchor)


def _after(anchor: Token) -> Metric | None:
    """What they are in, where it is told behind them: "226 people were aboard", "four were in the wagon"."""
    above = anchor.head
    end = min(anchor.i + 14, anchor.sent.end)
    for token in anchor.doc[anchor.i + 1 : end]:
        if token.lower_ in {"aboard", "underground", "onboard"} or _is_on_board(token):
            return Metric("affected", token)
        if token.pos_ in {"VERB", "AUX"}:
            if lemma(token) not in {"be", "work", "travel", "sleep", "ride", "sail", "have"}:
                return None
        elif token.pos_ == "NOUN" and lemma(token) in helpers("holding"):
            is_inside = token.dep_ == "pobj" and token.head.lower_ in {"in", "on", "inside"}
            is_said = is_inside and (above.lemma_ in {"be", "work", "travel", "sleep"} and anchor.dep_ == "nsubj")
            return Metric("affected", token) if is_said else None
        elif token.pos_ == "NUM" and token.head in anchor.conjuncts:
            continue
        elif token.is_punct or token.pos_ == "NUM" or token.pos_ == "SCONJ":
            return None
    return None


def when_struck(anchor: Token) -> Metric | None:
    """ "104 miners were underground when the gas ignited": there, and not yet trapped."""
    verb = anchor.head
    if anchor.dep_ != "nsubj" or lemma(verb) not in {"be", "work"}:
        return None
    clauses = [c for c in verb.children if c.dep_ == "advcl" and c.i > verb.i]
    is_struck = any(t.lower_ == "when" for c in clauses for t in c.children)
    return exposed(anchor) if is_struck else None


def _is_on_board(token: Token) -> bool:
    return token.lower_ == "board" and token.i > 0 and token.nbor(-1).lower_ == "on"


def along_with(anchor: Token) -> Metric | None:
    """ "the town hall was damaged, along with 7,000 homes": what befell those that it names first."""
    together = anchor.head
    if together.lower_ == "of" and lemma(together.head) in class_words("forces"):
        together = together.head.head  # "followed by a battalion of 300 men"
    if anchor.dep_ != "pobj" or together.lower_ not in {"with", "to", "by"} or together.i == 0:
        return None
    follower = together.nbor(-1)
    if follower.lower_ not in _ALONG or (follower.lower_ in _FOLLOWED) != (together.lower_ == "by"):
        return None
    if together.lower_ == "by" and (follower.i == 0 or follower.head.i >= follower.i or follower.nbor(-1).text != ","):
        return None
    before = anchor.doc[together.sent.start : together.i]
    verbs = (t for t in reversed(before) if t.pos_ == "VERB" and t.dep_ != "amod" and t.lower_ not in _FOLLOWED)
    verb = next(verbs, verb_above(together))
    for child in verb.children:
        if child.dep_ in {"nsubjpass", "dobj"} and child.i < anchor.i:
            return metric_of_role(Role(verb, OBJECT), anchor)
        if child.dep_ == "nsubj" and not any(c.dep_ == "dobj" for c in verb.children):
            return metric_of_role(Role(verb, SUBJECT), anchor)
    return None


_FOLLOWED = {"followed", "joined", "accompanied", "reinforced", "supported", "backed"}
_ALONG = {"along", "together", "addition"} | _FOLLOWED


def under_head(anchor: Token) -> Metric | None:
    """ "landed with people evacuated from Norland: 12 at noon, then 32 at night": what the words before the colon say."""
    doc, start = anchor.doc, anchor.sent.start
    colon = next(
        (t for t in reversed(doc[start : anchor.i]) if t.pos_ in {"VERB", "AUX"} or t.text in {":", ";"}), None
    )
    if colon is None or colon.text != ":" or not is_one_of(anchor, class_words("exposed") | class_words("nationals")):
        return None
    head = doc[max(start, colon.i - _HEAD) : colon.i]
    if any(
        t.like_num and t.dep_ == "nummod" and t.head.tag_ == "NNS" and is_one_of(t.head, class_words("exposed"))
        for t in head
    ):
        return None  # counted already, of which these are the parts
    found = [m for t in head if (m := _of_head(t)) is not None]
    return found[-1] if len({m.name for m in found}) == 1 else None


_HEAD = 12


def _of_head(word: Token) -> Metric | None:
    """What a noun at the head of a list, or the participle beside it, is of."""
    if word.dep_ == "acl" and word.tag_ == "VBN" and is_one_of(word.head, class_words("persons")):
        return metric_of_role(Role(word, OBJECT), word.head)
    is_state = word.lower_ in {
        "dead",
        "killed",
        "injured",
        "wounded",
        "missing",
        "arrested",
        "detained",
        "rescued",
        "freed",
    }
    is_noun = word.dep_ in {"pobj", "nsubj", "nsubjpass", "dobj", "ROOT"}
    state = lookup(word, ATTRIBUTE) or lookup(word, OBJECT) if is_state and is_noun else None
    return Metric(state, word) if state else None


def of_a_unit(anchor: Token) -> Metric | None:
    """ "four brigades with 76 men had been sent": what is said of the unit is said of those in it."""
    unit = anchor.head.head
    if unit.pos_ in {"VERB", "AUX"}:
        unit = next((c for c in unit.children if c.i == anchor.head.i - 1), unit)
    if anchor.dep_ != "pobj" or anchor.head.lower_ not in {"with", "of"} or lemma(unit) not in class_words("forces"):
        return None
    found = next((m for role in roles_of(unit) if (m := metric_of_role(role, unit))), None)
    return found if found is not None and found.name == "deployed" else None


def of_a_band(anchor: Token) -> Metric | None:
    """ "the armed group consisted of 32 men", "a gang numbering 40": as many as took part in what it did."""
    verb = anchor.head.head if anchor.dep_ == "pobj" and anchor.head.lower_ == "of" else anchor.head
    if verb.pos_ != "VERB" or lemma(verb) not in {"consist", "comprise", "number", "total", "make"}:
        return None
    band = subject_of(verb)
    if band is None:
        return None
    is_armed = is_one_of(anchor, class_words("gunmen")) or any(c.lower_ == "armed" for c in band.children)
    is_band = lemma(band) in helpers("bands") or (is_armed and lemma(band) in helpers("companies"))
    return Metric("participants", verb) if is_band else None


def equipped_with(anchor: Token) -> Metric | None:
    """ "the search had 500 divers in it, with 169 vessels", "640 men, with three aircraft, were sent": what goes along."""
    along = first_conjunct(anchor).head
    if (
        first_conjunct(anchor).dep_ != "pobj"
        or along.lower_ != "with"
        or not is_one_of(anchor, class_words("equipment"))
    ):
        return None
    verb = verb_above(along)
    roles = {"dobj": OBJECT, "nsubjpass": OBJECT, "nsubj": SUBJECT}
    counted = ((c, roles[c.dep_]) for c in verb.children if c.dep_ in roles)
    found = (metric_of_role(Role(verb, role), c) for c, role in counted)
    return next((m for m in found if m is not None and m.name == "deployed"), None)


def with_wounds(anchor: Token) -> Metric | None:
    """ "left 52 dead and scores with burns": in a row, what they are left with."""
    if anchor.dep_ not in {"conj", "appos", "ROOT", "dep"}:
        return None
    preps = [c for c in anchor.children if c.lower_ == "with" and 0 < c.i - anchor.i <= _NEXT]
    borne = (c for prep in preps for c in prep.children if c.dep_ == "pobj" and c.lower_ in class_words("wounds"))
    return next((Metric("injured", c) for c in borne), None)


_NEXT = 2


def with_illness(noun: Token) -> Metric | None:
    """ "63 patients with watery diarrhoea"."""
    for child in noun.children:
        if child.lower_ in {"with", "from"} and any(lemma(c) in class_words("illness") for c in child.children):
            return Metric("affected", noun)
    return None
