"""Measures by name, and how the words around the name say that they stand: "the curfew has been extended".

In: a parsed sentence. Out: each named measure with its status, as `Told`. The verb that the name hangs on decides
("lifted", "runs until"); a pronoun or "the ban" goes back to the measure that was named last. Refuses a name that is
only asked for or compared ("the strictest curfew since the war" alone says nothing of how it stands).
"""

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from reportedly.claims.clauses import Outlook, is_no_longer, outlook_of
from reportedly.claims.frames import Frames, frames_of, lemmas_of, matches_in
from reportedly.claims.measure.naming import (
    is_mistagged,
    measure_meant,
    measure_named,
    operation_words,
    standing_words,
    strict_verbs,
)
from reportedly.lexicon import load
from reportedly.text.grammar import subject_of
from reportedly.text.sentences import Sentence, Token


class Told(NamedTuple):
    """A measure as a clause tells it: the word that says it, its arguments, and how it stands."""

    measure: str
    word: Token
    core: tuple[Token | None, ...]
    status: str
    outlook: Outlook
    whom: Token | None = None  # who is told, of a directive


@cache
def _tables() -> dict[str, Any]:
    return load("en/measures")


@cache
def measure_acts() -> Frames:
    """The measures that a verb says."""
    return frames_of(_tables()["acts"], _tables()["classes"])


@cache
def _status(name: str) -> frozenset[str]:
    return frozenset(_tables()["status"][name])


def find_named(sentence: Sentence) -> Iterator[Told]:
    """The measures that the sentence names, where it says how they stand."""
    for noun in sentence.tokens:
        measure = measure_meant(noun, sentence)
        told = _standing(_outermost(noun), measure, sentence) if measure else None
        if told:
            yield told


def _outermost(noun: Token) -> Token:
    """The head of the whole phrase: "three days of mourning" -> days, "a tsunami warning" -> tsunami."""
    if is_mistagged(noun):
        noun = noun.head
    while noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lemma_ in _status("stretches"):
        noun = noun.head.head
    return noun


def _standing(noun: Token, measure: str, sentence: Sentence) -> Told | None:
    """How the measure stands, from the word that the noun hangs on, else from a participle or clause at the noun."""
    deed = _deed(noun)
    if deed is not None:
        deeds = _tables()["deeds"]
        return Told(measure, deed, (noun,), deeds.get(deed.lemma_.lower()) or deeds[deed.lower_], outlook_of(deed))
    is_within, strict = _is_within(noun), strict_verbs(noun)
    outlook = Outlook.DONE if is_within else outlook_of(noun)
    carrier = _carrier(noun)
    verb = _governing_verb(carrier)
    status = _status_by(verb, carrier, measure) if verb is not None and not (is_within and _is_in_time(noun)) else None
    if strict is not None:
        if verb is None or not _is_strictly(verb, strict):
            return None
        status = status or "in_force"
    if verb is not None and status and is_no_longer(verb) and status != "lifted":
        return Told(measure, verb, (noun,), "lifted", Outlook.DONE)
    if verb is not None and status:
        outlook = outlook if outlook is not Outlook.DONE else outlook_of(verb)
        if measure != "ceasefire" and any(form in _status("violating") for form in lemmas_of(verb)):
            outlook = Outlook.DONE  # "were urged not to ignore the order": it stands
        if outlook is Outlook.AHEAD and status == "in_force" and verb.lemma_ in _STAYING:
            outlook = Outlook.DONE  # "will remain in force": it is
        return Told(measure, verb, (noun,), status, outlook)
    for inner in noun.children:
        status = _status_by(inner, noun, measure, is_own=True) if inner.dep_ in {"acl", "relcl"} else None
        if status:
            return Told(measure, inner, (noun,), status, outlook_of(inner))
    if outlook is Outlook.DENIED:
        if measure in _OPERATIONS and _is_no_more(noun):
            return Told(measure, noun, (), "lifted", Outlook.DONE)
        return Told(measure, noun, (), "in_force", outlook)
    if is_within and measure in _OPERATIONS:
        return Told(measure, noun, (), "in_force", outlook)  # "29 were killed in the rescue operation"
    is_weak = measure in _tables()["weak"]["words"] or noun.lemma_.lower() in _tables()["weak"]["names"]
    is_weak = is_weak and not _is_alert_alone(noun, measure, sentence)
    if outlook is Outlook.DONE and not is_weak and (_is_presumed(noun, measure) or _is_headline(noun, sentence)):
        return Told(measure, noun, (), "in_force", outlook)
    return None


_OPERATIONS = {"rescue_operation", "security_operation"}


def _is_no_more(noun: Token) -> bool:
    """ "No more search for bodies": it was on, and is over."""
    return any(c.lower_ in {"more", "further", "longer"} and c.i < noun.i for c in noun.children)


def _is_within(noun: Token) -> bool:
    """ "killed in the operation", "for all the rescue work", "during the curfew": told of a time in which it holds."""
    if noun.dep_ != "pobj":
        return False
    is_against_hope = noun.head.lower_ == "for" and (
        any(c.dep_ == "predet" for c in noun.children) or noun.head.head.lemma_ in operation_words("judging")
    )
    return is_against_hope or noun.head.lower_ in operation_words("within")


def _is_in_time(noun: Token) -> bool:
    """What the verb above denies or plans is not the measure: "nobody was hurt during the curfew"."""
    return noun.head.lower_ != "in"


def _is_strictly(verb: Token, strict: frozenset[str]) -> bool:
    """Whether the verb is one of those by which alone the name tells of a measure: "issued a warning"."""
    near = [c for c in verb.children if c.dep_ in {"prt", "advmod", "prep", "xcomp"}]
    inner = [t.lower_ for c in near for t in (c, *c.children) if t.dep_ in {"pobj", "prep", "pcomp"}]
    forms = {*lemmas_of(verb), *(f"{verb.lemma_} {c.lower_}" for c in near), *(f"{verb.lemma_} {t}" for t in inner)}
    return bool(forms & strict)


def _deed(noun: Token) -> Token | None:
    """The noun that says what was done to the measure: "the lifting of the curfew", "the introducing of martial law".

    Also over a day between the two: "the introduction from 10 March of a curfew".
    """
    above = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else None
    if above is not None and above.ent_type_ in {"DATE", "TIME"}:
        before = noun.doc[max(noun.sent.start, noun.i - 9) : noun.i]
        above = next((t for t in reversed(list(before)) if _is_deed(t)), None)
    if above is None or not _is_deed(above):
        return None
    deeds = _tables()["deeds"]
    is_begun = (deeds.get(above.lemma_.lower()) or deeds[above.lower_]) == "in_force"
    holder = above.head.head if above.dep_ in {"pobj", "pcomp"} else above.head
    return None if is_begun and holder.pos_ not in {"VERB", "AUX"} else above  # "speculation about the introduction"


def _is_deed(word: Token) -> bool:
    is_nominal = word.pos_ == "NOUN" or (word.tag_ == "VBG" and word.dep_ in {"pcomp", "dobj", "nsubj", "nsubjpass"})
    return is_nominal and any(form in _tables()["deeds"] for form in (word.lemma_.lower(), word.lower_))


def _carrier(noun: Token) -> Token:
    """The paper that brings the measure, of which all is said that is said of it: "approved the decree on the curfew"."""
    above = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ in {"on", "of", "for"} else None
    if above is None or above.pos_ != "NOUN" or above.dep_ not in {"dobj", "nsubjpass"}:
        return noun
    return above if above.lemma_.lower() in standing_words("papers") else noun


def standing_by(noun: Token, measure: str) -> str | None:
    """What the verb above a noun of closing or banning says: "the closure of the border was lifted"."""
    verb = _governing_verb(noun)
    return _status_by(verb, noun, measure) if verb is not None else None


_ARGUMENTS = {"npadvmod", "nsubj", "nsubjpass", "dobj", "attr", "oprd", "dative"}


def _governing_verb(noun: Token) -> Token | None:
    """The verb of which the measure is an argument: "imposed a curfew", "went under a curfew", "a curfew applies"."""
    while noun.dep_ in {"conj", "appos"} and noun.head.pos_ in {"NOUN", "PROPN"}:
        noun = noun.head
    if noun.dep_ == "nsubj" and noun.head.lower_ == "remains" and noun.head.dep_ in {"nsubj", "csubj"}:
        noun = noun.head  # "The work of bringing remains out of the gorge is over", where the parser has them remain
    if noun.dep_ == "xcomp" and noun.tag_ == "VBG":
        return noun.head  # "declared mourning for three days"
    if noun.dep_ in _ARGUMENTS and noun.head.pos_ in {"VERB", "AUX", "ADJ"}:
        return _foreseen(noun.head) or noun.head
    if noun.dep_ == "pobj" and noun.head.head.pos_ in {"VERB", "AUX"}:
        return noun.head.head
    is_named = any(c.dep_ == "nsubj" for c in noun.children)  # "declared the crash a state of disaster"
    return noun.head if noun.dep_ == "ccomp" and (is_named or noun.pos_ in {"ADJ", "VERB"}) else None


def _foreseen(verb: Token) -> Token | None:
    """ "A curfew is likely to be imposed", "is due to be lifted": what is to come says how it stands."""
    states = [c for c in verb.children if c.dep_ == "acomp" and c.lower_ in _FORESEEING] if verb.lemma_ == "be" else []
    return next((t for c in states for t in c.children if t.dep_ == "xcomp" and t.pos_ == "VERB"), None)


_FORESEEING = {"likely", "due", "set", "certain", "bound", "sure", "scheduled", "expected", "ready"}
_STAYING = {"remain", "stay", "continue", "keep"}
_LIGHT = {"be", "remain", "stay", "come", "go", "enter", "take", "keep", "have"}
_ORDER = (("extend", "extended"), ("lift", "lifted"), ("begin", "in_force"), ("apply", "in_force"))


def _status_by(verb: Token, noun: Token, measure: str, *, is_own: bool = False) -> str | None:
    """What a verb says of the measure; None where it says nothing of how it stands. `is_own` of a clause at the noun."""
    preposition = noun.head.lower_ if noun.dep_ == "pobj" and not is_own else None
    if measure in _OPERATIONS and _is_borne(verb, preposition):
        return "in_force"
    if preposition == "under":
        return "in_force"
    if preposition in {"on", "upon"} and verb.lemma_ in {"agree", "settle", "decide"}:
        return "in_force"
    if preposition is not None and preposition not in {"into", "with", "to", "as"}:
        return "in_force" if preposition in _status("presuming") else None
    goes_on = any(f"{verb.lemma_} {c.lower_}" in _status("apply") for c in verb.children)
    if verb.lemma_ in _LIGHT and not (goes_on and noun.lemma_.lower() not in _tables()["weak"]["names"]):
        return _status_by_complement(verb, noun)
    if any(c.lower_ in _status("over") and c.dep_ in {"advmod", "oprd", "acomp", "prt"} for c in verb.children):
        return "lifted"  # "was declared over"
    particles = (c.lower_ for c in verb.children if c.dep_ in {"prt", "advmod", "prep"})
    forms = {*lemmas_of(verb), *(f"{verb.lemma_} {particle}" for particle in particles)}
    if measure == "warning" and forms & _status("regrading") and _is_regraded(verb):
        return "in_force"
    if measure == "warning" and forms & _status("extend") and verb.lemma_ == "renew":
        return "in_force"  # advice that is given again
    if forms & _status("violating"):
        return "lifted" if measure == "ceasefire" else "in_force"
    return next((status for name, status in _ORDER if forms & _status(name)), None)


def _is_regraded(verb: Token) -> bool:
    """ "lifted the threat level from two to four", "brought the alert down to yellow", "put at level 3": another level."""
    grades = operation_words("grades")
    links = (t for t in verb.subtree if t.i > verb.i and t.lower_ in {"to", "at", "on", "into"})
    behind = ([t for t in link.doc[link.i + 1 : min(link.i + 6, verb.sent.end)] if not t.is_punct] for link in links)
    return any(t.lower_ in grades or t.like_num for near in behind for t in near[:4])


def _is_borne(verb: Token, preposition: str | None) -> bool:
    """ "joined the search", "went into the search", "rain hampered the rescue work": it goes on."""
    forms = lemmas_of(verb)
    if preposition is None:
        return any(form in operation_words("bearing") for form in forms)
    return any(form in operation_words("taking_part") for form in forms)


def _status_by_complement(verb: Token, noun: Token) -> str | None:
    """ "is in force", "is over", "there is a curfew", "remains in place", "enters into force"."""
    near = {t.i: t for c in verb.children if c.i != noun.i and not c.is_ancestor(noun) for t in [c, *c.subtree]}
    text = " ".join(near[i].lower_ for i in sorted(near) if not near[i].is_punct)
    if any(t.lower_ in _status("over") and t.head.i == verb.i for t in near.values()):
        return "lifted"
    is_told = (
        any(state in text for state in _status("states"))
        or verb.lemma_ in {"remain", "stay", "come", "enter", "take", "have"}
        or any(c.dep_ == "expl" for c in verb.children)
        or any(t.ent_type_ in {"DATE", "TIME"} or t.like_num for t in near.values())
        or any(c.dep_ in {"attr", "acomp", "xcomp"} for c in verb.children)
    )
    return "in_force" if is_told else None


def _is_presumed(noun: Token, measure: str) -> bool:
    """ "in defiance of the ban", "during the state of emergency", "the last day of mourning", "on the day of mourning"."""
    if measure == "mourning" and noun.dep_ == "pobj" and noun.head.lower_ == "on":
        return True
    above = noun.head.head if noun.dep_ == "pobj" else noun.head
    inside = {t.lower_ for t in noun.children if t.dep_ in {"amod", "nummod"}}
    return bool({*lemmas_of(above), noun.head.lower_, *inside} & _status("presuming"))


def _is_headline(noun: Token, sentence: Sentence) -> bool:
    """A headline's or caption's bare name: "Curfew in the capital: five dead", "The President: state of emergency"."""
    first = min([noun.i, *(c.i for c in noun.lefts)])
    if sentence.is_headline and first > noun.sent.start and noun.doc[first - 1].text == ",":
        return noun.tag_ in {"NN", "NNS"} and noun.dep_ in {
            "conj",
            "appos",
            "dep",
        }  # "Six dead in march, curfew in capital"
    is_after_colon = noun.dep_ in {"appos", "dep"} and first > 0 and noun.doc[first - 1].text in {":", "-", "–"}
    return noun.dep_ == "ROOT" or is_after_colon or (sentence.is_headline and _governing_verb(noun) is None)


def _is_alert_alone(noun: Token, measure: str, sentence: Sentence) -> bool:
    """ "Red alert for the islands as cyclone nears": a headline that has the alert by its full name."""
    return (
        measure == "warning"
        and sentence.is_headline
        and noun.dep_ == "ROOT"
        and any(c.dep_ in {"amod", "compound"} for c in noun.lefts)
    )


def find_taken_up(sentence: Sentence) -> Iterator[Told]:
    """ "It was lifted at noon", "the ban was lengthened": the measure that was last named."""
    for verb in sentence.tokens:
        is_anew = verb.lemma_.lower() in _status("telling_anew")
        if verb.pos_ not in {"VERB", "AUX"} or not (is_anew or verb.lemma_.lower() in _status("telling")):
            continue
        arguments = [subject_of(verb), *(c for c in verb.children if c.dep_ == "dobj")]
        pronoun = next((a for a in arguments if a is not None and _goes_back(a)), None)
        if is_anew and pronoun is not None and pronoun.lower_ != "one" and verb.lemma_ not in _status("telling"):
            continue
        measure = _last_named(verb, sentence) if pronoun is not None else None
        status = _status_by(verb, pronoun, measure) if pronoun is not None and measure else None
        if measure and status:
            yield Told(measure, verb, (pronoun,), status, outlook_of(verb))


def _goes_back(noun: Token) -> bool:
    if not any(form in _status("back") for form in lemmas_of(noun)):
        return False
    if noun.lower_ == "one":  # "a second one covers the city"
        return any(c.lower_ in {"second", "third", "another", "similar", "new", "further"} for c in noun.children)
    is_definite = any(c.lower_ in {"the", "this", "that"} for c in noun.children)
    return noun.pos_ == "PRON" or (is_definite and measure_named(noun) is None)


def _last_named(verb: Token, sentence: Sentence) -> str | None:
    """The measure of this or the two sentences before, in the same paragraph, that was named or done last."""
    named = [m for t in sentence.tokens if t.i < verb.i and (m := measure_named(t))]
    if named:
        return named[-1]
    for earlier in reversed(sentence.article.sentences[max(0, sentence.index - 2) : sentence.index]):
        if earlier.paragraph is not sentence.paragraph:
            return None
        named = [m for t in earlier.tokens if (m := measure_named(t))]
        named = named or [match.frame.gives for match in matches_in(earlier, measure_acts())]
        if named:
            return named[-1]
    return None
