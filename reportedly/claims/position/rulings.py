"""What a speaker's clause lays on somebody, or makes of a thing: "is responsible for the blast", "amounts to a crime".

In: a word of a parsed sentence. Out: the stand that its clause takes, on the speaker's word. One's own answering for an
attack claims it, another's is blame; to be held to answer for it one day is a warning. Refuses what is on nobody's word,
and what somebody is in charge of ("responsible for the roads").
"""

from reportedly.claims.clauses import is_quoted
from reportedly.claims.frames import lemmas_of
from reportedly.claims.position.holders import SPEAKER, Stand, holder_at, position_words, stance_by
from reportedly.claims.position.utterance import is_uttered
from reportedly.text.grammar import is_future, is_negated, subject_of, verb_above
from reportedly.text.sentences import Sentence, Token


def by_answering(state: Token, sentence: Sentence) -> Stand | None:
    """ "says they are responsible for the blast", "The army is to blame for the deaths", "will be held accountable"."""
    if state.dep_ not in {"acomp", "oprd", "xcomp"} or not set(lemmas_of(state)) & position_words(
        "answering", "states"
    ):
        return None
    verb = verb_above(state.head)
    subject = subject_of(verb)
    if subject is None or is_negated(verb) or not is_uttered(verb, sentence):
        return None
    if is_future(verb):
        is_own = subject.lower_ in {"i", "we"}
        return None if is_own or not _has_complement(state, verb) else Stand("warn", verb, SPEAKER, subject)
    if verb.lemma_ != "be" or not _is_for_harm(state, verb):
        return None
    is_own = subject.lower_ in {"i", "we"} or (subject.lower_ in {"it", "they"} and verb.dep_ == "ccomp")
    if is_own and not (subject.lower_ == "they" and is_quoted(verb)):
        return Stand("claim_responsibility", verb, SPEAKER, verb)
    is_named = subject.lower_ == "they" or holder_at(subject, sentence) not in {None, SPEAKER}
    return Stand("accuse", verb, SPEAKER, subject) if is_named else None


def _has_complement(state: Token, verb: Token) -> bool:
    return verb.lemma_ == "hold" or any(c.lower_ == "for" for h in (state, verb) for c in h.children)


def _is_for_harm(state: Token, verb: Token) -> bool:
    things = [p for h in (state, verb) for c in h.children if c.lower_ == "for" for p in c.children if p.dep_ == "pobj"]
    harms = position_words("answering", "harms") | position_words("attacks", "nouns")
    return any(form in harms for p in things for form in lemmas_of(p))


def by_amount(noun: Token, sentence: Sentence) -> Stand | None:
    """ "This constitutes a violation of international law", "amounts to a crime", "shows their barbarity"."""
    stance = next((s for form in lemmas_of(noun) if (s := stance_by("labels").get(form))), None)
    if stance != "condemn" or noun.pos_ != "NOUN":
        return None
    top = noun
    while top.dep_ == "pobj" and top.head.lower_ == "of" and top.head.head.pos_ == "NOUN":
        top = top.head.head  # "an act of barbarism", "a new level of terror"
    if top.dep_ == "pobj" and top.head.lower_ in {"to", "as"}:
        verb = top.head.head
    elif top.dep_ in {"dobj", "attr"}:
        verb = top.head
    else:
        return None
    is_said = verb.pos_ in {"VERB", "AUX"} and verb.lemma_ in position_words("labelling", "amounting")
    if not is_said or is_negated(verb) or not is_uttered(verb, sentence):
        return None
    return Stand(stance, verb, SPEAKER, top)
