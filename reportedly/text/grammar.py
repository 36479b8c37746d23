"""Who does what to whom: the parser's arcs, read as grammar.

In: tokens of a parsed sentence. Out: the roles a noun plays ("26 people were killed" -> object of kill), noun phrases,
clauses, negation. Knows no claim. Conjuncts share what their first conjunct has; participles and relative clauses
count as the verb of the noun they stand by.
"""

from collections.abc import Iterator
from typing import NamedTuple

from reportedly.lexicon import load
from reportedly.text.sentences import Token, once

SUBJECT, OBJECT, ATTRIBUTE, AGENT = "subject", "object", "attribute", "agent"

_CLAUSAL = {"ccomp", "xcomp", "advcl", "relcl", "acl", "parataxis", "csubj", "csubjpass"}
_OUTSIDE_NOUN_PHRASE = {"relcl", "appos", "acl", "punct", "cc", "conj", "parataxis", "advcl", "ccomp", "dep"}


class Role(NamedTuple):
    """A noun is the subject, object, attribute or agent of `predicate` (a verb, adjective or noun)."""

    predicate: Token
    role: str


@once
def first_conjunct(token: Token) -> Token:
    """The first of a row of conjuncts: "3 soldiers and 12 civilians" -> soldiers."""
    while token.dep_ == "conj" and token.head.pos_ in {"NOUN", "PROPN", "NUM", "PRON", "ADJ"} and token.head != token:
        token = token.head
    return token


def roles_of(noun: Token) -> Iterator[Role]:
    """The roles of a noun (or of a number standing as one), nearest first; a conjunct has those of the first too."""
    yield from own_roles(noun)
    first = first_conjunct(noun)
    if first.i != noun.i:
        yield from own_roles(first)
    for conjunct in noun.conjuncts:
        if conjunct.i > noun.i and conjunct.i != first.i and noun.i == first.i:
            yield from (r for r in own_roles(conjunct) if r.predicate.dep_ not in {"acl", "relcl", "amod"})


def own_roles(noun: Token) -> Iterator[Role]:
    """The roles of the noun itself, those of its modifiers first."""
    yield from _modifier_roles(noun)
    head, dep = noun.head, noun.dep_
    if dep == "nsubjpass":
        yield Role(head, OBJECT)
        yield from _open_complements(head)
        yield from _coordinated(head, OBJECT)
    elif dep in {"nsubj", "csubj"}:
        if head.pos_ == "ADJ" and head.dep_ == "ccomp":  # "set 320 houses ablaze", a small clause
            yield Role(head.head, OBJECT)
            yield Role(head, ATTRIBUTE)
        yield from _subject_roles(noun, head)
    elif dep in {"dobj", "obj", "dative"}:
        yield Role(head, OBJECT)
        yield from (
            Role(child, ATTRIBUTE) for child in head.children if child.dep_ in {"oprd", "acomp"} and child.i > noun.i
        )
        yield from (Role(child, SUBJECT) for child in head.children if child.dep_ == "ccomp" and child.i > noun.i)
        for child in head.children:
            if child.dep_ == "prep" and child.lower_ == "as" and child.i > noun.i:  # "has nine down as missing"
                yield from (Role(c, ATTRIBUTE) for c in child.children if c.dep_ in {"amod", "acomp", "pcomp"})
    elif dep in {"attr", "acomp", "oprd"}:
        if dep == "attr" and head.dep_ in {"aux", "auxpass"} and head.head.pos_ in {"VERB", "ADJ"}:
            yield Role(head.head, OBJECT)  # "evacuated were 200 villagers"
        yield Role(head, ATTRIBUTE)
        if dep == "attr" and not any(c.dep_ in {"nsubj", "nsubjpass", "csubj"} for c in head.children):
            yield from _subject_roles(noun, head)  # "under the rubble are 20 people", "there are 20 people in custody"
        yield from (
            Role(child, ATTRIBUTE)
            for child in head.children
            if child.dep_ == "nsubj" or child.lower_ == "among" or (child.dep_ == "csubj" and child.i < head.i)
        )
        yield from _states_in_front(head)
    elif dep == "pobj":
        yield Role(head, OBJECT)
        if head.dep_ == "agent" or (head.lower_ in _FILLING and _is_passive_behind(head)):
            yield Role(head.head, AGENT)
    elif dep in {"compound", "nmod", "amod", "poss"} or (
        dep in _CLAUSAL | {"ROOT", "conj", "dep", "appos", "npadvmod"} and noun.head != noun
    ):
        yield Role(head, ATTRIBUTE)


_FILLING = {"by", "with"}
""" "wounds were sustained by 17 pupils", "camps are packed with 20,000 people": an agent, by whatever arc."""


def _is_passive_behind(preposition: Token) -> bool:
    verb = preposition.head
    is_verb = verb.i < preposition.i and verb.tag_ in {"VBN", "VBD", "JJ"}
    is_bare = verb.dep_ == "acl" and verb.tag_ == "VBN"
    return is_verb and (is_bare or any(c.dep_ in {"auxpass", "nsubjpass"} for c in verb.children))


_COPULAS = {"be", "remain", "lie", "stay", "go", "become", "get", "keep", "stand", "seem", "appear"}


def _subject_roles(noun: Token, verb: Token) -> Iterator[Role]:
    if is_bare_participle(verb) and verb.lemma_ not in _COPULAS:
        # headline: "18 killed in quake" is a passive, "18 died in quake" is not; which, the verb's meaning says
        yield Role(verb, OBJECT)
        yield Role(verb, SUBJECT)
        yield from _states_of(verb)
    elif verb.lemma_ in _COPULAS:
        for child in verb.children:
            if child.dep_ in {"acomp", "attr", "oprd", "prep", "advmod", "xcomp"} and child.i != noun.i:
                yield Role(child, ATTRIBUTE)
        yield Role(verb, SUBJECT)
    else:
        yield from _with_coordinated(verb, SUBJECT)
        yield from _states_of(verb)
        for child in verb.children:
            if child.dep_ == "xcomp":  # "had to be cut free", "have come to die"
                yield Role(child, OBJECT if any(c.dep_ == "auxpass" for c in child.children) else SUBJECT)


def _states_of(verb: Token) -> Iterator[Role]:
    """ "confirmed dead", "left homeless", "count as missing"."""
    yield from (
        Role(child, ATTRIBUTE)
        for child in verb.children
        if child.dep_ in {"acomp", "oprd"} or (child.lower_ in {"alive", "dead"} and child.dep_ == "advcl")
    )
    if verb.lemma_ in _PASSING:
        for child in verb.children:
            if child.dep_ == "prep" and child.lower_ in {"as", "for"} and child.i > verb.i:
                yield from (Role(c, ATTRIBUTE) for c in child.children if c.dep_ in {"amod", "acomp", "pcomp", "pobj"})


_PASSING = {"count", "figure", "rank", "pass", "go", "stand", "register", "list", "rate", "qualify"}


def _states_in_front(copula: Token) -> Iterator[Role]:
    """ "Hurt in the shelling, too, were two reporters": the participle that opens the sentence."""
    if any(c.dep_ in {"nsubj", "nsubjpass", "csubj", "expl"} for c in copula.children):
        return
    for child in copula.children:
        is_bare = child.tag_ in {"VBN", "VBD"} and child.i < copula.i and child.dep_ in {"advcl", "dep", "ccomp"}
        if is_bare and not any(c.dep_ in {"mark", "nsubj", "nsubjpass", "aux", "dobj"} for c in child.children):
            yield Role(child, OBJECT)


def is_bare_participle(verb: Token) -> bool:
    """A past participle with no auxiliary and no object of its own, as headlines have it."""
    return (
        verb.tag_ == "VBN"
        or (verb.tag_ in {"VBP", "VB"} and verb.lower_ in _INVARIANT)
        or (verb.tag_ == "VBD" and verb.lower_.endswith(("ed", "hurt", "shot", "held")))
    ) and not any(c.dep_ in {"aux", "auxpass", "dobj", "ccomp", "xcomp", "prt", "attr"} for c in verb.children)


_INVARIANT = {"hurt"}
""" "nine were killed and 23 people seriously hurt": the participle that looks like a present."""


def _open_complements(verb: Token) -> Iterator[Role]:
    """ "were left dead", "was found dead", "are believed to be trapped"."""
    state = verb.nbor() if verb.i + 2 < verb.sent.end else None
    if (
        state is not None
        and state.lower_ in {"dead", "missing"}
        and state.nbor().text == "("
        and state.head.i > state.i
    ):
        yield Role(state, ATTRIBUTE)  # "are confirmed dead (prefect)", which the parser gave to the noun in brackets
    for child in verb.children:
        if child.dep_ in {"oprd", "acomp"}:
            yield Role(child, ATTRIBUTE)
        elif child.dep_ == "prep" and child.lower_ in {"as", "for"}:
            # "are considered as missing"
            yield from (Role(c, ATTRIBUTE) for c in child.children if c.dep_ in {"pobj", "pcomp", "amod", "acomp"})
        elif child.dep_ == "xcomp":
            is_bare = child.tag_ == "VBN" and not any(c.dep_ == "aux" for c in child.children)  # "are feared buried"
            yield Role(child, OBJECT if is_bare or any(c.dep_ == "auxpass" for c in child.children) else SUBJECT)
            yield from (Role(c, ATTRIBUTE) for c in child.children if c.dep_ in {"acomp", "attr", "oprd", "prep"})


def _with_coordinated(verb: Token, role: str) -> Iterator[Role]:
    """The verb, and the verbs joined to it that have no subject of their own."""
    yield Role(verb, role)
    yield from _coordinated(verb, role)


def _coordinated(verb: Token, role: str) -> Iterator[Role]:
    for conjunct in verb.conjuncts:
        if conjunct.i > verb.i and not _has_subject(conjunct):
            passive = any(c.dep_ == "auxpass" for c in conjunct.children) or role == OBJECT
            yield Role(conjunct, OBJECT if passive else SUBJECT)


def _has_subject(verb: Token) -> bool:
    """Whether it has one of its own, also where the parser hung it elsewhere: "11 are said to be lost and 28 were hurt"."""
    if any(c.dep_ in {"nsubj", "nsubjpass", "expl"} for c in verb.children):
        return True
    first = min([c.i for c in verb.children if c.dep_ in {"aux", "auxpass"}], default=verb.i)
    return first > verb.sent.start and verb.doc[first - 1].pos_ == "NUM"


def _modifier_roles(noun: Token) -> Iterator[Role]:
    """Participles, adjectives and relative clauses that stand by the noun: "748 injured", "people who died"."""
    for child in noun.children:
        if child.dep_ == "acl" and child.tag_ in {"VBN", "VBD"}:
            yield Role(child, OBJECT)
            yield from _states_of(child)
            yield from (Role(c, OBJECT) for c in child.conjuncts if c.i > child.i and c.tag_ in {"VBN", "VBD"})
        elif child.dep_ == "acl":
            yield Role(child, SUBJECT)
        elif child.dep_ == "relcl" and _is_about_some(child):
            continue
        elif child.dep_ == "relcl":
            passive = any(c.dep_ == "nsubjpass" for c in child.children)
            active = any(c.dep_ == "nsubj" and c.tag_ in {"WP", "WDT"} for c in child.children)
            yield Role(child, OBJECT if passive or not active else SUBJECT)
            yield from (Role(c, ATTRIBUTE) for c in child.children if c.dep_ in {"acomp", "attr", "oprd"})
        elif child.dep_ in {"amod", "compound", "acomp", "oprd"}:
            yield Role(child, ATTRIBUTE)


def _is_about_some(clause: Token) -> bool:
    """ "twelve climbers, five of whom were found dead": what is said of the five is not said of the twelve."""
    return any(t.lower_ in {"whom", "which"} and t.head.lower_ in {"of", "among", "from"} for t in clause.subtree)


def noun_phrase(noun: Token) -> list[Token]:
    """The noun with its modifiers and "of" phrases, without clauses, appositions and conjuncts; in text order."""
    kept = [noun]
    for child in noun.children:
        if child.dep_ not in _OUTSIDE_NOUN_PHRASE and not (
            child.dep_ == "prep" and child.lower_ not in {"of", "for", "from"}
        ):
            kept.extend(_subtree(child))
    return sorted(kept, key=lambda t: t.i)


def _subtree(token: Token) -> list[Token]:
    out = [token]
    for child in token.children:
        if child.dep_ not in {"relcl", "punct", "appos", "acl"} or child.is_quote:
            out.extend(_subtree(child))
    return out


_SUBJECT = frozenset({"nsubj", "nsubjpass", "csubj"})
_AUXILIARY = frozenset({"aux", "auxpass"})


_PROMPT = {"quick", "swift", "fast", "slow", "first", "last", "able", "forced", "obliged", "compelled"}
"""Of whom these are said, does what follows: "was quick to react and freed"."""


@once
def subject_of(verb: Token) -> Token | None:
    """The grammatical subject, through conjunction and open complements ("decided to send" -> who decided)."""
    seen = 0
    while seen < 6:
        # where a label or a quoted headline was taken for a second subject, the one beside the verb is its own
        subjects = [child for child in verb.children if child.dep_ in _SUBJECT]
        if subjects:
            return _antecedent(min(subjects, key=lambda child: abs(child.i - verb.i)), verb)
        beside = [s for aux in verb.children if aux.dep_ in _AUXILIARY for s in aux.children if s.dep_ in _SUBJECT]
        if beside:
            return beside[0]  # "the border stays shut", where the subject was hung on "stays"
        if verb.dep_ == "pcomp" and (accused := _accused_of(verb)) is not None:
            return accused
        if verb.dep_ in {"conj", "xcomp", "advcl", "pcomp", "prep"} and verb.head != verb:
            verb, seen = verb.head, seen + 1
        elif verb.dep_ == "acomp" and verb.lower_ in _PROMPT and verb.head.lemma_ == "be":
            verb, seen = verb.head, seen + 1  # "was quick to react"
        elif verb.dep_ == "dep" and verb.tag_ == verb.head.tag_ and verb.tag_ in {"VBD", "VBZ"}:
            verb, seen = verb.head, seen + 1  # "accused him of lying, demanded his resignation and left"
        elif verb.dep_ in {"acl", "relcl"}:
            return verb.head
        else:
            return None
    return None


_LAID = {"of", "for", "with"}
_ACCUSING = frozenset(load("en/voices")["accusing"]["words"])


def _accused_of(gerund: Token) -> Token | None:
    """ "accused the army of shelling a convoy", "blamed rebels for killing him": who is said to have done it."""
    link = gerund.head
    above = link.head if link.head.pos_ in {"VERB", "AUX"} else link.head.head
    if link.lower_ not in _LAID or above.lemma_ not in _ACCUSING or is_passive(above):
        return None
    return next((c for c in above.children if c.dep_ == "dobj" and c.i < gerund.i), None)


def _antecedent(subject: Token, verb: Token) -> Token:
    """ "the alliance, which decided" -> alliance."""
    return verb.head if subject.tag_ in {"WDT", "WP"} and verb.dep_ == "relcl" else subject


@once
def doer_of(verb: Token) -> Token | None:
    """Who acts: the subject of an active verb, the "by" phrase of a passive one."""
    if is_passive(verb):
        for child in verb.children:
            if child.dep_ == "agent":
                return next((c for c in child.children if c.dep_ == "pobj"), None)
        return None
    return subject_of(verb)


@once
def undergoer_of(verb: Token) -> Token | None:
    """Whom it befalls: the object of an active verb, the subject of a passive one, the noun of a participle."""
    if is_passive(verb):
        return verb.head if verb.dep_ == "acl" else subject_of(verb)
    return next((c for c in verb.children if c.dep_ in {"dobj", "obj"}), None)


@once
def is_passive(verb: Token) -> bool:
    return (
        any(c.dep_ in {"auxpass", "nsubjpass", "agent"} for c in verb.children)
        or (verb.dep_ == "acl" and verb.tag_ == "VBN" and not any(c.dep_ == "nsubj" for c in verb.children))
        or (
            verb.dep_ == "conj"
            and verb.tag_ == "VBN"
            and is_passive(verb.head)
            and not any(c.dep_ == "nsubj" for c in verb.children)
        )
    )


@once
def is_negated(token: Token) -> bool:
    """Whether the verb itself, or the verb it depends on as an open complement, is negated."""
    if any(c.dep_ == "neg" or c.lower_ in {"never", "neither"} or _is_no_longer(c) for c in token.children):
        return True
    return token.dep_ == "xcomp" and any(c.dep_ == "neg" for c in token.head.children)


def _is_no_longer(adverb: Token) -> bool:
    return adverb.lower_ == "longer" and any(c.lower_ == "no" for c in adverb.children)


@once
def verb_above(token: Token) -> Token:
    """The verb (or the root) whose clause the token is in."""
    while token.head != token and token.pos_ not in {"VERB", "AUX"}:
        token = token.head
    return token


def clause_above(verb: Token) -> Token | None:
    """The verb whose clause holds this verb's clause, or None at the root."""
    return None if verb.head == verb else verb_above(verb.head)


def clause_tokens(verb: Token) -> list[Token]:
    """The tokens of a verb's own clause, without coordinated, quoting or dependent clauses of other subjects."""
    kept = [verb]
    for child in verb.children:
        if child.dep_ in {"conj", "ccomp", "parataxis", "punct", "cc", "mark", "advcl"}:
            continue
        kept.extend(child.subtree)
    return sorted(kept, key=lambda t: t.i)


@once
def is_future(verb: Token) -> bool:
    """ "will deploy", "is to be lifted", "plans to"."""
    return any(c.dep_ == "aux" and c.lower_ in {"will", "'ll", "shall", "would"} for c in verb.children) or (
        verb.dep_ == "xcomp" and verb.head.lemma_ in {"be", "plan", "intend", "expect", "prepare", "set"}
    )


@once
def is_hedged(verb: Token) -> bool:
    """ "may have died", "could be", "are feared dead"."""
    return any(c.dep_ == "aux" and c.lower_ in {"may", "might", "could", "can"} for c in verb.children)
