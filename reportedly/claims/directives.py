"""Advice, orders and permissions given to people, which measures and the safety of nationals both read.

In: a parsed sentence. Out: who tells whom to do what, as `Directive`s: "the embassy advised its citizens to stay
indoors", "residents were told not to leave", "tourists should avoid crowds", "families of staff may leave", "an order
to shoot", "advises against all travel". Refuses what is said to governments and parties ("urged Norland to leave").
"""

from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from typing import Any, NamedTuple

from reportedly.claims.clauses import Outlook, outlook_of
from reportedly.claims.frames import is_in, lemmas_of
from reportedly.lexicon import load
from reportedly.lexicon.nations import country_named, country_of_adjective, country_of_people
from reportedly.text.grammar import is_negated, is_passive, subject_of
from reportedly.text.sentences import Sentence, Token, once


class Directive(NamedTuple):
    """`gives` is the measure; `word` what they are told to do, `governor` the telling word (a modal's own verb)."""

    gives: str
    word: Token
    governor: Token
    whom: Token | None
    outlook: Outlook
    is_withdrawn: bool


@cache
def _tables() -> dict[str, Any]:
    return load("en/directives")


@cache
def _words(table: str, name: str) -> frozenset[str]:
    return frozenset(_tables()[table].get(name, ()))


@once
def find_directives(sentence: Sentence) -> tuple[Directive, ...]:
    """The directives of a sentence, which several kinds ask for."""
    return tuple(_find(sentence))


def _find(sentence: Sentence) -> Iterator[Directive]:
    """Each directive of the sentence, once for each thing that people are told ("avoid danger and stay at home")."""
    taken: set[tuple[str, int]] = set()
    for token in sentence.tokens:
        for way in _ways_at(token.pos_, lemmas_of(token)):
            found = way(token)
            if found and (found.gives, found.governor.i) not in taken:
                taken.add((found.gives, found.governor.i))
                yield found


@lru_cache(maxsize=1 << 16)
def _ways_at(pos: str, forms: tuple[str, ...]) -> tuple[Callable[[Token], Directive | None], ...]:
    """The ways in which a word of that part of speech and those forms may tell what to do, in the order in which they
    count."""
    is_verb = pos in {"VERB", "AUX"}
    ways = (
        (_governed, is_verb),
        (_by_modal, is_verb),
        (_bidden, True),
        (_against, not _words("against", "verbs").isdisjoint(forms)),
        (_departure, not _DEPARTURES.isdisjoint(forms)),
        (_ordered_out, not _words("governors", "ordering_out").isdisjoint(forms)),
    )
    return tuple(way for way, may_tell in ways if may_tell)


_DEPARTURES = frozenset({"departure", "evacuation", "withdrawal"})


def _governed(word: Token) -> Directive | None:
    """A verb under a telling verb or noun: "urged people to stay", "the advice to stay", "told not to leave"."""
    if word.pos_ not in {"VERB", "AUX"}:
        return None
    governor, link = _governor(word)
    if governor is None:
        return None
    for force in ("ordering", "allowing", "urging"):
        if any(form in _words("governors", force) for form in lemmas_of(governor)):
            found = _action(word, force, _whom(governor, link), governor)
            if found:
                return found
    if any(form in _words("governors", "forbidding") for form in lemmas_of(governor)):
        return _action(word, "ordering", _whom(governor, link), governor, is_barred=True)
    if any(form in _words("governors", "allowing") for form in lemmas_of(governor)) and is_negated(governor):
        found = _action(word, "ordering", _whom(governor, link), governor, is_barred=True)
        return found and found._replace(outlook=Outlook.DONE)  # "are not allowed to leave their homes"
    return None


def _governor(word: Token) -> tuple[Token | None, Token]:
    """The word that tells, and the first of the verbs that it governs."""
    if _is_past_participle_of_other(word):
        above = word.head.head
        return _given_word(above), word
    link = word
    while link.dep_ in {"conj", "dep"} and link.head.pos_ in {"VERB", "AUX"} and not _has_subject(link):
        link = link.head
    is_open = any(c.dep_ == "aux" and c.lower_ == "to" for c in link.children) or link.tag_ == "VBG" or _is_willed(link)
    is_open = is_open or (link.head.lemma_ == "let" and link.tag_ in {"VB", "VBP"})
    if link.dep_ in {"xcomp", "ccomp", "advcl", "acl", "relcl"} and is_open and link.head.i < link.i:
        above = link.head
        told = _told_by_relative(above)
        if told is not None:
            return told.head.head if told.dep_ == "pobj" else told.head, link
        return _given_word(_above_those_told(above)), link
    if link.dep_ == "pcomp" and link.head.head.i < link.i:
        return link.head.head, link
    return None, link


def _above_those_told(above: Token) -> Token:
    """The verb that tells, where the parser hangs the task on those told: "authorised staff to leave", "requested citizens
    staying in the region to refrain", "advised all those not working for the mission to go".
    """
    noun, at = above, above
    for _ in range(_DEPTH):
        if at.dep_ == "ccomp" and at.tag_ == "VBG":
            return at.head
        is_aside = at.tag_ == "VBG" and at.dep_ == "acl"
        if at.pos_ in {"VERB", "AUX"} and not is_aside:
            break
        at = at.head
    is_told = noun.dep_ == "dobj" and noun.head.pos_ == "VERB" and is_in(noun, _words("whom", "staff"))
    return noun.head if is_told else above


_DEPTH = 5
"""Steps over which a task is followed up from those who are told."""


def _is_past_participle_of_other(task: Token) -> bool:
    """ "advised the community, put at 5,000, to keep off the streets", where the task was hung on "estimated"."""
    aside = task.head
    is_task = task.dep_ == "conj" and any(c.dep_ == "aux" and c.lower_ == "to" for c in task.children)
    return is_task and aside.tag_ == "VBN" and aside.dep_ == "advcl" and aside.head.pos_ == "VERB"


def _told_by_relative(above: Token) -> Token | None:
    """ "called on citizens who live there to stay indoors", where the parser hangs the task on "live": the citizens."""
    while above.dep_ == "conj" and above.head.pos_ in {"VERB", "AUX"}:
        above = above.head
    if above.dep_ not in {"relcl", "acl"} or any(
        form in _words("governors", force) for force in _FORCES for form in lemmas_of(above)
    ):
        return None
    noun = above.head
    while noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.dep_ in {"dobj", "pobj", "nsubjpass"}:
        noun = noun.head.head  # "told those of its citizens who live there to stay indoors"
    verb = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ in {"on", "upon", "to"} else noun.head
    is_told = noun.dep_ in {"dobj", "pobj", "nsubjpass", "dative"} and verb.pos_ == "VERB" and noun.i > verb.i
    if not is_told or not any(form in _words("governors", force) for force in _FORCES for form in lemmas_of(verb)):
        return None
    return noun


_FORCES = ("ordering", "allowing", "urging")


def _given_word(verb: Token) -> Token:
    """ "authorisation was given for relatives to depart", "gave orders to shoot": the word that is given tells."""
    if verb.lemma_ not in _words("governors", "giving"):
        return verb
    given = (c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"})
    return next((c for c in given if _is_word_given(c)), verb)


def _is_word_given(noun: Token) -> bool:
    return noun.pos_ == "NOUN" and any(form in _words("governors", "given") for form in lemmas_of(noun))


def _is_willed(clause: Token) -> bool:
    """ "recommends that citizens refrain", "asked that people stay at home": what is said is what is to be done."""
    is_that = clause.dep_ == "ccomp" and any(c.lower_ == "that" for c in clause.children)
    is_willing = any(form in _words("governors", "willing") for form in lemmas_of(clause.head))
    return is_that and is_willing and clause.tag_ in {"VB", "VBP"}


def _has_subject(verb: Token) -> bool:
    return any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children)


def _whom(governor: Token, link: Token) -> Token | None:
    """ "urged residents", "residents were urged", "called on residents", "advice to residents"."""
    relative = _told_by_relative(link.head)
    if relative is not None:
        return relative
    told = link.head if link.head.dep_ == "ccomp" and link.head.tag_ == "VBG" else link
    own = next((c for c in told.children if c.dep_ == "nsubj"), None)
    if own is not None and own.pos_ != "PRON":
        return own
    if governor.pos_ in {"VERB", "AUX"} and is_passive(governor):
        subject = subject_of(governor)
        return None if subject is not None and subject.lower_ == "it" else subject  # "It is forbidden to go out"
    objects = [c for c in governor.children if c.dep_ in {"dobj", "dative", "obj"} and c.pos_ != "ADP"]
    if objects and not _is_word_given(objects[0]):
        return objects[0]  # "invited on Tuesday its compatriots to leave": not the day
    for child in governor.children:
        if child.dep_ in {"prep", "dative"} and child.lower_ in {"on", "to", "upon", "for"} and child.i < link.i:
            named = next((c for c in child.children if c.dep_ in {"pobj", "pcomp"}), None)
            if named is None or named.ent_type_ not in {"DATE", "TIME"}:
                return named
    if governor.lemma_ in {"have", "need"} and governor.tag_ in {"VBP", "VBZ", "VB"} and governor.dep_ != "relcl":
        return subject_of(governor)  # "those who live below the dam have to leave", not those who had to
    is_given = governor.dep_ == "dobj" and governor.head.lemma_ in {"give", "grant"} and is_passive(governor.head)
    if governor.pos_ == "NOUN" and (is_given or governor.head.lemma_ in {"have", "get", "receive", "obtain"}):
        return subject_of(governor.head)
    return own


def _action(
    word: Token, force: str, whom: Token | None, governor: Token, *, is_barred: bool = False
) -> Directive | None:
    for row in _tables()["actions"]:
        is_told = _is_told(whom, row) or _is_standing_advice(whom, governor, row)
        if force in row["by"] and _does(word, row, whom, governor, is_barred=is_barred) and is_told:
            return Directive(row["gives"], word, governor, whom, _outlook(governor), _is_withdrawn(governor))
    return None


def _is_forbidden(word: Token) -> bool:
    """ "not to leave", "nobody may go out", "and not go to the area"."""
    subject = next((c for c in word.children if c.dep_ == "nsubj"), None)
    is_nobody = subject is not None and (
        subject.lower_ in {"nobody", "none"} or any(c.lower_ == "no" for c in subject.children)
    )
    is_none = any(c.dep_ == "dobj" and any(g.lower_ == "no" for g in c.children) for c in word.children)
    return is_negated(word) or is_nobody or is_none  # "make no trip"


def _is_standing_advice(whom: Token | None, governor: Token, row: dict[str, Any]) -> bool:
    """ "repeated its advice to avoid the region", "the recommendation not to travel": a state's word to its travellers."""
    is_noun = governor.pos_ == "NOUN" and any(form in _words("governors", "standing") for form in lemmas_of(governor))
    return whom is None and is_noun and row["gives"] == "warning"


def _does(word: Token, row: dict[str, Any], whom: Token | None, governor: Token, *, is_barred: bool) -> bool:
    held = [*word.subtree, *(whom.subtree if whom is not None else ())]  # "everyone within three miles to leave"
    held += [t for c in governor.children if c.dep_ == "prep" and governor.i < c.i < word.i for t in c.subtree]
    apart = {t.i for c in word.children if c.dep_ == "conj" and c.pos_ == "VERB" for t in c.subtree}
    near = {form for t in held if t.i not in apart for form in lemmas_of(t)}
    if any(t.pos_ == "PROPN" and country_named(t.text) for t in held if t.i not in apart):
        near.add("country")  # "to leave Norland"
    forms = lemmas_of(word)
    says = any(
        entry.split(" ")[0] in forms and all(part in near for part in entry.split(" ")[1:]) for entry in row["verbs"]
    )
    if not says or bool(row.get("negated")) != (is_barred or _is_forbidden(word)):
        return False
    if row.get("bare") and any(c.dep_ not in {"aux", "neg", "advmod", "punct"} for c in word.children):
        return False  # "to go", not "to go to the stadium"
    is_beside = any(near.issuperset(entry.split(" ")) for entry in row.get("beside", ())) or not row.get("beside")
    return is_beside and not near & set(row.get("without", ()))


def _is_told(whom: Token | None, row: dict[str, Any]) -> bool:
    if whom is None:
        return row["gives"] in {"shelter_advice", "shoot_order", "assembly_ban"} or bool(row.get("unsaid"))
    if whom.lower_ in {"he", "she", "him", "her"}:
        return False  # what one is told by his doctor or father
    words = _words("whom", row["whom"])
    may_be_named = row["whom"] in {"public", "nationals"}
    return (
        any(is_in(t, words) for t in [whom, *whom.conjuncts, *_of(whom)])
        or (
            may_be_named
            and (whom.ent_type_ == "NORP" or whom.tag_ == "NNPS" or country_of_people(whom.text) is not None)
        )
        or (
            row["whom"] in {"public", "nationals"}
            and whom.tag_ == "NNS"
            and any(country_of_adjective(c.text) for c in whom.children)
        )
    )


def _of(noun: Token) -> list[Token]:
    return [p for c in noun.children if c.lower_ == "of" for p in c.children if p.dep_ == "pobj"]


def _outlook(governor: Token) -> Outlook:
    found = outlook_of(governor)
    return Outlook.DONE if found is Outlook.WISHED else found


def _is_withdrawn(governor: Token) -> bool:
    return governor.pos_ == "NOUN" and any(form in _words("withdrawing", "words") for form in lemmas_of(governor.head))


def _by_modal(word: Token) -> Directive | None:
    """ "tourists should not leave their hotels", "families may leave": the modal tells, the subject is told."""
    if word.pos_ not in {"VERB", "AUX"}:
        return None
    first = word
    while first.dep_ == "conj" and first.head.pos_ in {"VERB", "AUX"} and not _has_subject(first):
        first = first.head
    modal = next((c.lower_ for c in first.children if c.dep_ == "aux" and c.tag_ == "MD"), None)
    whom = next((c for c in first.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    if modal is None or whom is None:
        return None
    if whom.tag_ in {"WP", "WDT"} and first.dep_ == "relcl":
        whom = first.head
    if whom.pos_ == "PRON" and first.dep_ == "ccomp" and is_passive(first.head):
        whom = subject_of(first.head) or whom
        whom = whom.head.head if whom.tag_ in {"WP", "WDT"} and whom.head.dep_ == "relcl" else whom
    for force in ("urging", "allowing"):
        if modal in _words("modals", force):
            is_barred = force == "allowing" and _is_forbidden(first)  # "nobody may go out" is an order
            found = _action(word, "urging" if is_barred else force, whom, first)
            if found and is_barred and modal != "may" and found.gives == "warning":
                return None  # "you cannot eat a curfew", "they could not travel"
            return found and found._replace(outlook=Outlook.DONE)
    return None


def _bidden(word: Token) -> Directive | None:
    """ "Do not go outside, the mayor told inhabitants": what is said is itself the order."""
    if word.tag_ != "VB":
        return None
    is_first = word.dep_ == "advcl" and word.i < word.head.i and not any(c.dep_ == "mark" for c in word.children)
    is_bare = (is_first or word.dep_ in {"ROOT", "ccomp", "conj"}) and not _has_subject(word)
    helpers = {c.lower_ for c in word.children if c.dep_ == "aux"}
    if not is_bare or helpers - {"do"} or (word.dep_ == "ccomp" and word.i > word.head.i):
        return None
    if (word.dep_ == "conj" and word.head.tag_ != "VB") or (
        word.lemma_ == "keep" and any(c.dep_ == "dobj" for c in word.children)  # "Keep water and food in the house"
    ):
        return None
    found = _action(word, "urging", None, word)
    return found and found._replace(outlook=Outlook.DONE)


def _against(word: Token) -> Directive | None:
    """ "advises against travel", "does not recommend journeys": to stay away is what is told."""
    if not any(form in _words("against", "verbs") for form in lemmas_of(word)):
        return None
    nouns = _words("against", "nouns")
    for child in word.children:
        if child.lower_ in _words("against", "prepositions"):
            inner = [c for c in child.children if c.dep_ in {"pobj", "pcomp"} or c.pos_ in {"NOUN", "VERB"}]
            target = next((t for t in inner if any(f in nouns for f in lemmas_of(t))), None)
        elif child.dep_ == "dobj" and (
            is_negated(word) or any(f in _words("against", "bare") for f in lemmas_of(word))
        ):
            target = child if any(f in nouns for f in lemmas_of(child)) else None
        else:
            continue
        if target is not None:
            whom = next((c for c in word.children if c.dep_ in {"dobj", "nsubjpass"} and c.i != target.i), None)
            outlook = Outlook.DONE if is_negated(word) or child.dep_ == "dobj" else _outlook(word)
            return Directive("warning", target, word, whom, outlook, _is_withdrawn(word))
    return None


def _ordered_out(verb: Token) -> Directive | None:
    """ "ordered the families of its diplomats out of the country", "were ordered out of their homes"."""
    is_sent = any(form in _words("governors", "sending_home") for form in lemmas_of(verb)) and _is_missions(verb)
    is_ordered = any(form in _words("governors", "ordering_out") for form in lemmas_of(verb))
    if verb.pos_ != "VERB" or not (is_ordered or is_sent):
        return None
    out = next((c for c in verb.children if c.lower_ in {"out", "from", "home"} and c.i > verb.i), None)
    whom = next((c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}), None)
    if out is None or whom is None or is_negated(verb):
        return None
    lands = [p for p in out.subtree if p.dep_ == "pobj"]
    is_abroad = not lands or any(p.pos_ == "PROPN" or is_in(p, _words("governors", "lands")) for p in lands)
    if is_abroad and any(is_in(t, _words("whom", "staff")) for t in [whom, *_of(whom)]) and _is_of_mission(whom, verb):
        return Directive("authorised_departure", verb, verb, whom, _outlook(verb), is_withdrawn=False)
    homes = {form for t in out.subtree for form in lemmas_of(t) if t is not out}
    is_counted = any(c.dep_ == "nummod" for c in whom.children)  # how many were moved: no order
    if is_in(whom, _words("whom", "public")) and homes & _words("governors", "homes") and not is_counted:
        return Directive("evacuation_order", verb, verb, whom, _outlook(verb), is_withdrawn=False)
    return None


def _is_of_mission(whom: Token, verb: Token) -> bool:
    """ "the families of its diplomats", "embassy staff", "non-essential personnel", "the consulate has sent home families"."""
    named = any(form in _words("governors", "missions") for t in whom.subtree for form in lemmas_of(t))
    return named or _is_missions(verb)


def _is_missions(verb: Token) -> bool:
    """Whether a mission does it: a president who sends home another state's staff lets nobody go."""
    teller = subject_of(verb) if not is_passive(verb) else None
    return teller is not None and any(form in _words("governors", "missions") for form in lemmas_of(teller))


def _departure(noun: Token) -> Directive | None:
    """ "authorised the departure of non-emergency staff", "the ordered departure of families"."""
    if noun.pos_ != "NOUN" or _DEPARTURES.isdisjoint(lemmas_of(noun)):
        return None
    participles = [c for c in noun.children if c.dep_ == "amod"]
    governor = noun.head if noun.dep_ in {"dobj", "nsubjpass"} else next(iter(participles), noun)
    allowing = _words("governors", "allowing") | {"order"}
    whom = next((t for t in _of(noun) if is_in(t, _words("whom", "staff"))), None)
    if whom is None or not any(form in allowing for form in lemmas_of(governor)):
        return None
    return Directive("authorised_departure", noun, governor, whom, _outlook(governor), is_withdrawn=False)
