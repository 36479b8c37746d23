"""Measures: "a curfew from 23:00 to 07:00 is in force", "the airport was closed".

In: a parsed sentence. Out: what was imposed, extended, lifted or denied, with its days and hours as far as the clause
says them. Three ways to say a measure, each with its word list: by name ("the curfew was extended"), by what is done
("the border was sealed"), by what people are told ("residents must stay indoors"). Refuses what is only asked for.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from reportedly.claims.clauses import MODALITY, Outlook, evidence_of, mention_at, outlook_of, place_of
from reportedly.claims.directives import Directive, find_directives
from reportedly.claims.frames import Frames, Match, frames_of, lemmas_of, matches_in, words_of
from reportedly.claims.kind import Found, Kind
from reportedly.claims.relations import (
    measure_line,
    measure_speaks_for,
    measure_value,
    relate_measures,
    say_measure,
    say_measure_value,
)
from reportedly.claims.terms import terms_of
from reportedly.lexicon import load
from reportedly.lexicon.nations import country_of
from reportedly.model import EntityKind, Modality, Span
from reportedly.text.sentences import Sentence, Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """`starts`, `ends` are EDTF, `daily` is HH:MM/HH:MM; None where the text does not say."""

    measure: str
    status: str
    starts: str | None = None
    ends: str | None = None
    daily: str | None = None


class Told(NamedTuple):
    """A measure as a clause tells it: the word that says it, its arguments, and how it stands."""

    measure: str
    word: Token
    core: tuple[Token | None, ...]
    status: str
    outlook: Outlook


@cache
def _tables() -> dict[str, Any]:
    return load("en/measures")


@cache
def _acts() -> Frames:
    return frames_of(_tables()["acts"], _tables()["classes"])


@cache
def _status(name: str) -> frozenset[str]:
    return frozenset(_tables()["status"][name])


@cache
def _class(name: str) -> frozenset[str]:
    return words_of([f"@{name}"], _tables()["classes"])


@cache
def _names() -> dict[str, str]:
    """Phrase -> measure."""
    return {phrase: measure for measure, phrases in _tables()["names"].items() for phrase in phrases}


def find_measures(sentence: Sentence) -> Iterator[Found]:
    """All measures of a sentence, left to right; one clause gives a measure once."""
    told = [*_named(sentence), *_taken_up(sentence), *_done(sentence), *_directed(sentence)]
    seen: list[tuple[str, Span]] = []
    for item in sorted(told, key=lambda t: t.word.i):
        if item.outlook is Outlook.WISHED:
            continue
        found = _found(item, sentence)
        key = (item.measure, found.span)
        if not any(measure == key[0] and span.overlaps(key[1]) for measure, span in seen):
            seen.append(key)
            yield found


# --- by name -------------------------------------------------------------------------------------------------------


def _named(sentence: Sentence) -> Iterator[Told]:
    for noun in sentence.tokens:
        measure = _measure_named(noun)
        if measure:
            told = _standing(noun, measure, sentence)
            if told:
                yield told


def _measure_named(noun: Token) -> str | None:
    """The measure that a noun, with the words around it, names; the longest name counts."""
    if noun.pos_ not in {"NOUN", "PROPN", "VERB"} or (noun.dep_ == "compound" and noun.head.i == noun.i + 1):
        return None
    best = None
    for form in lemmas_of(noun):
        for start in range(max(noun.sent.start, noun.i - 4), noun.i + 1):
            for end in (noun.i + 1, noun.i + 2, noun.i + 3):
                if end > noun.sent.end:
                    continue
                words = [t.lemma_.lower() if t.i != noun.i else form for t in noun.doc[start:end]]
                measure = _names().get(" ".join(words)) or _names().get(" ".join(words).replace(" - ", "-"))
                if measure and (best is None or end - start > best[0]):
                    best = (end - start, measure)
    return best[1] if best else None


def _standing(noun: Token, measure: str, sentence: Sentence) -> Told | None:
    """How the measure stands, from the word that the noun hangs on."""
    noun = _outermost(noun)
    outlook = outlook_of(noun)
    verb = _governing_verb(noun)
    if verb is not None:
        status = _status_by(verb, noun)
        if status:
            verb_outlook = outlook if outlook is not Outlook.DONE else outlook_of(verb)
            return Told(measure, verb, (noun,), status, verb_outlook)
    inner = next((c for c in noun.children if c.dep_ in {"acl", "relcl"} and _status_by(c, noun)), None)
    if inner is not None:
        return Told(measure, inner, (noun,), str(_status_by(inner, noun)), outlook_of(inner))
    if measure in _tables()["weak"]["words"]:
        return None
    if outlook is Outlook.DONE and (_is_presumed(noun) or _is_headline(noun, sentence)):
        return Told(measure, noun, (), "in_force", outlook)
    return Told(measure, noun, (), "in_force", outlook) if outlook is Outlook.DENIED else None


def _outermost(noun: Token) -> Token:
    """The head of the phrase that names it: "state of emergency" -> state, "three days of mourning" -> days."""
    while (
        noun.dep_ == "pobj"
        and noun.head.lower_ == "of"
        and noun.head.head.lemma_ in {"state", "day", "period", "week", "regime", "declaration"}
    ):
        noun = noun.head.head
    return noun


def _governing_verb(noun: Token) -> Token | None:
    """The verb of which the measure is an argument: "imposed a curfew", "went under a curfew", "a curfew applies"."""
    while noun.dep_ in {"conj", "appos"} and noun.head.pos_ in {"NOUN", "PROPN"}:
        noun = noun.head
    if noun.dep_ in {"nsubj", "nsubjpass", "dobj", "attr", "oprd", "dative"} and noun.head.pos_ in {
        "VERB",
        "AUX",
        "ADJ",
    }:
        return noun.head
    if noun.dep_ == "pobj" and noun.head.head.pos_ in {"VERB", "AUX"}:
        return noun.head.head
    return None


def _status_by(verb: Token, noun: Token) -> str | None:
    """What a verb says of the measure; None where it says nothing of how it stands."""
    forms = {
        *lemmas_of(verb),
        *(f"{verb.lemma_} {c.lower_}" for c in verb.children if c.dep_ in {"prt", "advmod", "prep"}),
    }
    preposition = noun.head.lower_ if noun.dep_ == "pobj" else None
    if preposition is not None and preposition not in {"under", "into", "with", "to"}:
        return "in_force" if preposition in _status("presuming") else None
    if preposition == "under":
        return "in_force"
    if verb.lemma_ in {"be", "remain", "stay", "come", "go", "enter", "take", "keep", "have"}:
        return _status_by_complement(verb, noun)
    for name, status in (("extend", "extended"), ("lift", "lifted"), ("begin", "in_force"), ("apply", "in_force")):
        if forms & _status(name):
            return status
    return "in_force" if forms & _status("presuming") else None


def _status_by_complement(verb: Token, noun: Token) -> str | None:
    """ "is in force", "is over", "there is a curfew", "remains in place", "enters into force"."""
    near = [t for c in verb.children if c.i != noun.i and not c.is_ancestor(noun) for t in [c, *c.subtree]]
    text = " ".join(t.lower_ for t in sorted({t.i: t for t in near}.values(), key=lambda t: t.i) if not t.is_punct)
    if any(t.lower_ in _status("over") and t.head == verb for t in near):
        return "lifted"
    if any(state in text for state in _status("states")) or verb.lemma_ in {"remain", "stay", "come", "enter", "take"}:
        return "in_force"
    if any(c.dep_ == "expl" for c in verb.children) or verb.lemma_ == "have":
        return "in_force"
    if verb.lemma_ == "be" and any(t.ent_type_ in {"DATE", "TIME"} or t.like_num for t in near):
        return "in_force"
    return (
        "in_force"
        if verb.lemma_ in {"be", "go"} and any(c.dep_ in {"attr", "acomp", "xcomp"} for c in verb.children)
        else None
    )


def _is_presumed(noun: Token) -> bool:
    """ "breaking the curfew", "in defiance of the ban", "during the state of emergency"."""
    above = noun.head.head if noun.dep_ == "pobj" else noun.head
    words = {*lemmas_of(above), noun.head.lower_}
    return bool(words & _status("presuming"))


def _is_headline(noun: Token, sentence: Sentence) -> bool:
    return noun.dep_ == "ROOT" or (sentence.is_headline and noun.head.pos_ in {"NOUN", "PROPN"})


# --- by a word that takes up a measure named before --------------------------------------------------------------------

_BACK = {
    "it",
    "they",
    "this",
    "measure",
    "order",
    "ban",
    "suspension",
    "restriction",
    "decree",
    "alert",
    "warning",
    "closure",
    "rule",
    "freeze",
    "shutdown",
}
_TELLING = {
    "extend",
    "prolong",
    "lift",
    "expire",
    "cancel",
    "revoke",
    "rescind",
    "remain",
    "last",
    "apply",
    "run",
    "withdraw",
    "stay",
    "cover",
    "end",
}


def _taken_up(sentence: Sentence) -> Iterator[Told]:
    """ "It was lifted at noon", "it has been extended to 18 March": the measure that was last named."""
    for verb in sentence.tokens:
        if verb.pos_ not in {"VERB", "AUX"} or verb.lemma_ not in _TELLING:
            continue
        pronoun = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass", "dobj"} and _goes_back(c)), None)
        if pronoun is None:
            continue
        status = _status_by(verb, pronoun)
        measure = _last_named(verb, sentence)
        if measure and status:
            yield Told(measure, verb, (pronoun,), status, outlook_of(verb))


def _goes_back(noun: Token) -> bool:
    if not any(form in _BACK for form in lemmas_of(noun)):
        return False
    is_pronoun = noun.pos_ == "PRON"
    return is_pronoun or (any(c.lower_ in {"the", "this", "that"} for c in noun.children) and not _measure_named(noun))


def _last_named(verb: Token, sentence: Sentence) -> str | None:
    """The measure of this or the two sentences before, in the same paragraph, that was named last."""
    before = [
        s
        for s in sentence.article.sentences[max(0, sentence.index - 2) : sentence.index]
        if s.paragraph is sentence.paragraph
    ]
    for tokens in [[t for t in sentence.tokens if t.i < verb.i], *(list(s.tokens) for s in reversed(before))]:
        for token in reversed(tokens):
            measure = _measure_named(token)
            if measure:
                return measure
        acts = (
            [m for m in matches_in(before[-1], _acts())]
            if before and tokens and tokens[0].sent == before[-1].tokens[0].sent
            else []
        )
        if acts:
            return acts[-1].frame.gives
    return None


# --- by what is done --------------------------------------------------------------------------------------------------


def _done(sentence: Sentence) -> Iterator[Told]:
    for match in matches_in(sentence, _acts()):
        if match.frame.more.get("foreign") and not _is_from_abroad(match, sentence):
            continue
        status = str(match.frame.more.get("status", "in_force"))
        outlook = outlook_of(match.word)
        if match.frame.more.get("modal") and outlook is not Outlook.DENIED:
            continue
        if match.frame.more.get("modal"):
            outlook = Outlook.DONE
        yield Told(match.frame.gives, match.word, (match.undergoer,), status, outlook)


_ABROAD = {
    "foreign",
    "peacekeeping",
    "mercenary",
    "peacekeeper",
    "allied",
    "international",
    "multinational",
    "overseas",
    "alliance",
    "un",
    "nato",
    "blue",
}


def _is_from_abroad(match: Match, sentence: Sentence) -> bool:
    """Whether the troops are another state's or an alliance's, as their own words or their sender show."""
    troops = match.undergoer
    if troops is None:
        return False
    phrase = [
        troops,
        *(
            t
            for c in troops.children
            if c.dep_ not in {"relcl", "acl"}
            for t in c.subtree
            if t.i < troops.i or c.lower_ in {"of", "from", "including"}
        ),
    ]
    if any(form in _ABROAD for t in phrase for form in lemmas_of(t)):
        return True
    place = place_of(match.word, sentence, core=[troops])
    home = _country_at(place, sentence)
    owners = [t for t in phrase if t.i != troops.i] + (
        [match.doer] if match.doer is not None and match.doer.i != troops.i else []
    )
    return any(_is_other_state(t, home, sentence) for t in owners)


def _is_other_state(token: Token, home: str | None, sentence: Sentence) -> bool:
    mention = mention_at(token, sentence)
    country = country_of(token.text) or (mention.country if mention else None)
    if mention and mention.kind is EntityKind.ORGANISATION and country is None:
        return _is_alliance(mention.name)
    return country is not None and country != home and (home is not None or token.i < token.head.i)


def _is_alliance(name: str) -> bool:
    return any(
        word in name.split()
        for word in (
            "Treaty",
            "Union",
            "Nations",
            "NATO",
            "Alliance",
            "Organization",
            "Organisation",
            "Community",
            "League",
            "UN",
            "EU",
            "ECOWAS",
            "SADC",
            "CSTO",
        )
    )


def _country_at(place: Span | None, sentence: Sentence) -> str | None:
    from reportedly.text.names import mentions_of

    mention = mentions_of(sentence.article).at(place)
    return mention.country if mention else None


# --- by what people are told --------------------------------------------------------------------------------------------


def _directed(sentence: Sentence) -> Iterator[Told]:
    for directive in find_directives(sentence):
        yield Told(
            _measure_of(directive, sentence),
            directive.governor,
            (directive.word, directive.whom),
            "lifted" if directive.is_withdrawn else "in_force",
            directive.outlook,
        )


def _measure_of(directive: Directive, sentence: Sentence) -> str:
    """To be indoors between two hours of each day is a curfew."""
    terms = terms_of(directive.word, sentence, is_begun=False)
    return "curfew" if directive.gives == "shelter_advice" and terms.daily else directive.gives


# --- the claim -----------------------------------------------------------------------------------------------------------


def _found(told: Told, sentence: Sentence) -> Found:
    status, modality = _standing_of(told)
    terms = terms_of(told.word, sentence, is_begun=status != "lifted", core=told.core)
    return Found(
        span=evidence_of(told.word, sentence, core=told.core),
        head=told.word.i,
        content=Measure(measure=told.measure, status=status, starts=terms.starts, ends=terms.ends, daily=terms.daily),
        place=place_of(told.word, sentence, core=told.core),
        when=terms.when,
        modality=modality,
        background=terms.is_past,
    )


def _standing_of(told: Told) -> tuple[str, Modality | None]:
    """Status and modality: what is ahead is announced, what has not yet been lifted is in force."""
    modality = MODALITY[told.outlook]
    if told.outlook is Outlook.DONE:
        return told.status, None
    if told.status == "lifted":
        return "in_force", None
    if told.outlook is Outlook.DENIED:
        return "denied", modality
    return ("extended" if told.status == "extended" else "announced"), modality


MEASURE = Kind(
    name="measure",
    content=Measure,
    find=find_measures,
    line=measure_line,
    relate=relate_measures,
    say=say_measure,
    own_word=True,
    value=measure_value,
    say_value=say_measure_value,
    speaks_for=measure_speaks_for,
    holds_inside=True,
)
