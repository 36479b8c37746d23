"""Stands on what may come, in somebody's mouth: "The toll could reach 2,000", "There can be no peace until they leave".

In: a verb of a parsed sentence, on the word of one who holds an office. Out: a warning of harm that may come, or the
demand that a condition makes. Refuses what may already have happened, and a prospect that harms nobody.
"""

from reportedly.claims.frames import lemmas_of
from reportedly.claims.position.holders import SPEAKER, Stand, position_words
from reportedly.claims.position.utterance import is_loyal, is_uttered
from reportedly.text.grammar import is_negated, subject_of, verb_above
from reportedly.text.sentences import Sentence, Token

_BARE = {"be", "come", "go", "run", "end", "stand", "top", "pass", "cross", "touch", "reach", "hit"}
_MAY = {"may", "might", "could"}


def by_prospect(verb: Token, sentence: Sentence) -> Stand | None:
    """ "The toll could climb to 2,000, the minister said", "The dam may burst at any moment"."""
    auxiliaries = {c.lower_ for c in verb.children if c.dep_ in {"aux", "auxpass"}}
    if verb.pos_ not in {"VERB", "AUX"} or not auxiliaries & _MAY or "have" in auxiliaries or is_negated(verb):
        return None
    if not _is_harm(verb) or not is_uttered(verb, sentence):
        return None
    return Stand("warn", verb, SPEAKER, verb)


def _is_harm(verb: Token) -> bool:
    """A count of the dead that grows, a deed of nature or men that harms, or harm that is brought about."""
    subject = subject_of(verb)
    told = [c for c in verb.children if c.dep_ in {"dobj", "prep", "attr"} for c in [c, *c.children]]
    of = [t for t in subject.subtree if t.i > subject.i] if subject is not None else []
    counted = {form for t in ([subject, *of[:4]] if subject is not None else []) for form in lemmas_of(t)}
    if counted & position_words("prospects", "tolls"):
        is_counted = any(t.pos_ == "NUM" for t in verb.subtree if t.i > verb.i)
        return verb.lemma_ in position_words("prospects", "growing") and (is_counted or verb.lemma_ not in _BARE)
    if verb.lemma_ in position_words("prospects", "harming"):
        return True
    if subject is not None and verb.lemma_ in position_words("prospects", "arising"):
        return any(form in position_words("prospects", "harms") for form in lemmas_of(subject))
    harmed = {form for t in told for form in lemmas_of(t)}
    return verb.lemma_ in position_words("prospects", "bringing") and bool(
        harmed & position_words("prospects", "harms")
    )


def by_only_if(verb: Token, sentence: Sentence) -> Stand | None:
    """ "Talks would only be held if the army withdrew", "There can be no peace until Norland leaves"."""
    clause = next((c for c in verb.children if c.dep_ == "advcl" and _mark_of(c) in {"if", "until", "unless"}), None)
    if clause is None or verb.pos_ not in {"VERB", "AUX"} or not any(c.tag_ == "MD" for c in verb.children):
        return None
    if is_loyal(verb):
        return None  # "I shall not rest until they are home"
    mark = _mark_of(clause)
    near = [*verb.children, *clause.children]
    is_only = mark == "if" and any(c.lower_ == "only" and c.dep_ == "advmod" for c in near)
    is_barred = mark in {"until", "unless"} and (
        is_negated(verb) or any(d.lower_ == "no" for c in verb.children for d in c.children)
    )
    condition = next((c for c in clause.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    if not (is_only or is_barred) or condition is None or not _may_comply(condition):
        return None
    return Stand("appeal", verb, SPEAKER, condition) if is_uttered(verb, sentence) else None


def _may_comply(noun: Token) -> bool:
    """Whether it is up to them: not "cannot open until the water is warm"."""
    is_listed = any(form in position_words("holders", "nouns") for form in lemmas_of(noun))
    is_somebody = noun.lower_ in {"he", "she", "they", "you", "all", "both"} or noun.tag_ == "NNS"
    return is_listed or is_somebody or noun.pos_ == "PROPN"


def by_unless(verb: Token, sentence: Sentence) -> Stand | None:
    """ "Its men would march on the capital unless the freeze was lifted": what comes if others do not yield."""
    auxiliaries = {c.lower_ for c in verb.children if c.dep_ in {"aux", "auxpass"}}
    if verb.pos_ not in {"VERB", "AUX"} or not auxiliaries & {"will", "would", "'ll", "shall", *_MAY}:
        return None
    clause = next((c for c in verb.children if c.dep_ == "advcl" and _mark_of(c) == "unless"), None)
    if clause is None or is_negated(verb) or not is_uttered(verb, sentence):
        return None
    return Stand("warn", verb, SPEAKER, verb)


def by_if_not(verb: Token, sentence: Sentence) -> Stand | None:
    """ "If the barricades are not down by noon the army will move": what comes where others do not do as they are told."""
    if verb.pos_ not in {"VERB", "AUX"} or is_negated(verb) or not any(c.lower_ in _WILL for c in verb.children):
        return None
    clause = next((c for c in verb.children if c.dep_ == "advcl" and _mark_of(c) == "if"), None)
    subject = subject_of(verb)
    if clause is None or subject is None or not is_uttered(verb, sentence):
        return None
    if not is_negated(clause):  # "If one more house burns I shall call in the army"
        is_hard = verb.lemma_ in position_words("threatening", "if") and subject.lower_ in {"i", "we"}
        return Stand("warn", verb, SPEAKER, verb) if is_hard else None
    is_strong = any(form in position_words("hostile", "powers") for form in lemmas_of(subject))
    return Stand("warn", verb, SPEAKER, verb) if is_strong or subject.lower_ in {"we", "i", "it", "they"} else None


_WILL = {"will", "would", "'ll", "shall"}


def by_contrary(word: Token, sentence: Sentence) -> Stand | None:
    """ "Contrary to reports, no shot was fired, the ministry said": what is said contradicts it."""
    if word.lower_ != "contrary" or not any(c.lower_ == "to" for c in word.children):
        return None
    things = [t for c in word.children if c.lower_ == "to" for t in c.subtree]
    verb = verb_above(word)
    is_tale = any(f in position_words("verdicts", "words_of_others") for t in things for f in lemmas_of(t))
    return Stand("deny", verb, SPEAKER, verb) if is_tale and is_uttered(verb, sentence) else None


def _mark_of(clause: Token) -> str:
    return next((c.lower_ for c in clause.children if c.dep_ in {"mark", "prep"}), "")
