"""Stands that are felt: "The loss saddens us", "Deeply worried by the fighting, Norland asked for talks".

In: a word of a parsed sentence. Out: the stand of the one who feels it, who is the object of the verb or the subject of
the clause behind it. Refuses what a report says that a people or a crowd felt ("The raid shocked the nation").
"""

from reportedly.claims.clauses import mention_at
from reportedly.claims.frames import lemmas_of
from reportedly.claims.position.holders import SPEAKER, Holder, Stand, holder_at, position_words, stance_by
from reportedly.claims.position.utterance import is_uttered
from reportedly.model import EntityKind
from reportedly.text.grammar import is_negated, is_passive, subject_of
from reportedly.text.sentences import Sentence, Token


def by_feeling(verb: Token, sentence: Sentence) -> Stand | None:
    """ "The number of the wounded alarms us", "told the king how much it saddened him", "The spread worries Norland"."""
    stance = stance_by("feelings").get(verb.lemma_.lower())
    if stance is None or verb.pos_ != "VERB" or is_passive(verb) or is_negated(verb) or verb.dep_ == "amod":
        return None
    felt = next((c for c in verb.children if c.dep_ in {"dobj", "dative"} and c.i > verb.i), None)
    subject = subject_of(verb)
    is_person = subject is not None and (
        subject.lower_ in {"i", "we", "you", "he", "she", "they"} or _is_person(subject)
    )
    if felt is None or subject is None or is_person or any(c.tag_ == "MD" for c in verb.children):
        return None
    holder = _feeler(felt, verb, sentence)
    return holder and Stand(stance, verb, holder, verb)


def _is_person(noun: Token) -> bool:
    return noun.ent_type_ == "PERSON"


def _feeler(felt: Token, verb: Token, sentence: Sentence) -> Holder | None:
    """Whoever says it, of himself or of all; "him" of what he told; a government or a body whose worry is reported."""
    if felt.lower_ in {"me", "us"} or _is_everybody(felt):
        return SPEAKER if is_uttered(verb, sentence) else None
    if felt.lower_ in {"him", "her", "it", "them"}:
        teller = holder_at(subject_of(verb.head), sentence) if verb.dep_ in {"ccomp", "advcl"} else None
        return teller or (SPEAKER if verb.dep_ == "ccomp" and is_uttered(verb, sentence) else None)
    if verb.tag_ == "VBD" or stance_by("feelings").get(verb.lemma_.lower()) != "express_concern":
        return None
    mention = mention_at(felt, sentence)
    is_crowd = any(form in position_words("feelings_of", "many") for form in lemmas_of(felt))
    is_body = mention is None or mention.kind in {EntityKind.ORGANISATION, EntityKind.PLACE}
    return holder_at(felt, sentence) if is_body and not is_crowd else None


def _is_everybody(noun: Token) -> bool:
    """ "appals every decent person", "saddens us all": the speaker among them."""
    return noun.lower_ in {"everyone", "everybody", "all"} or any(c.lower_ == "every" for c in noun.children)


def by_fronted_feeling(state: Token, sentence: Sentence) -> Stand | None:
    """ "Deeply worried by the fighting, Norland asked", "Appalled", the premier wrote: who tells it is who feels it."""
    stance = next((s for form in (state.lower_, *lemmas_of(state)) if (s := stance_by("states").get(form))), None)
    verb = state.head
    if stance not in {"express_concern", "condole", "condemn"} or state.dep_ not in {"advcl", "ccomp", "acl"}:
        return None
    is_felt = state.tag_ in {"VBN", "VBD", "JJ"} and state.lower_.endswith(("ed", "en", "sorry"))
    is_bare = not any(c.dep_ in {"nsubj", "nsubjpass", "mark", "aux", "auxpass", "dobj"} for c in state.children)
    is_first = all(t.is_punct or t.dep_ in {"advmod", "amod"} for t in sentence.tokens if t.i < state.left_edge.i + 1)
    tells = verb.lemma_ in position_words("feelings_of", "telling") or verb.lemma_ in stance_by("verbs")
    if not (is_felt and is_bare and is_first and tells) or state.i > verb.i:
        return None
    holder = holder_at(subject_of(verb), sentence)
    return holder and Stand(stance, state, holder, state)
