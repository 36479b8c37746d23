"""Stands taken by a turn of phrase, without a verb of stance: "The trail leads abroad", "They are using the dead".

In: a word of a parsed sentence, in somebody's mouth. Out: the stand, held by whoever speaks. Refuses what is on nobody's
word, what the speaker says of himself, and what is only asked.
"""

from reportedly.claims.clauses import is_quoted
from reportedly.claims.frames import lemmas_of
from reportedly.claims.position.holders import SPEAKER, Holder, Stand, holder_at, position_words
from reportedly.claims.position.utterance import is_uttered
from reportedly.text.grammar import is_negated, is_passive, subject_of
from reportedly.text.sentences import Sentence, Token

_OWN = {"i", "we", "it", "you", "who", "that", "which"}


def by_trail(verb: Token, sentence: Sentence) -> Stand | None:
    """ "The trail leads to the other bank", "We know where all traces point": it is laid at somebody's door."""
    if verb.lemma_ not in position_words("trails", "verbs") or is_negated(verb):
        return None
    subject = subject_of(verb)
    if subject is None or not any(form in position_words("trails", "nouns") for form in lemmas_of(subject)):
        return None
    is_whither = any(
        c.i > verb.i and c.lower_ in {"to", "towards", "toward", "across", "into", "over", "at", "abroad", "beyond"}
        for c in verb.children
    )
    is_known = verb.head.lemma_ == "know" and verb.dep_ in {"ccomp", "advcl"} and not is_negated(verb.head)
    return Stand("accuse", verb, SPEAKER, verb) if (is_whither or is_known) and is_uttered(verb, sentence) else None


def by_abuse(verb: Token, sentence: Sentence) -> Stand | None:
    """ "is using the dead to win votes", "had abused our hospitality", "They look for a pretext"."""
    if (
        verb.pos_ != "VERB"
        or is_negated(verb)
        or is_passive(verb)
        or verb.lemma_ not in position_words("abusing", "verbs")
    ):
        return None
    told = [c for c in verb.children if c.dep_ == "dobj"]
    told += [p for c in verb.children if c.dep_ == "prep" and c.i > verb.i for p in c.children if p.dep_ == "pobj"]
    misused = position_words("abusing", "things" if verb.lemma_ in position_words("abusing", "using") else "pretexts")
    subject = subject_of(verb)
    is_own = subject is not None and subject.lower_ in _OWN - {"it"}
    is_misused = any(form in misused for noun in told for form in lemmas_of(noun))
    if is_own or not is_misused or not is_uttered(verb, sentence):
        return None
    return Stand("accuse", verb, SPEAKER, subject if subject is not None else verb)


def by_own_hand(verb: Token, sentence: Sentence) -> Stand | None:
    """ "The government lit this fire itself", "They planted the bombs themselves"."""
    if verb.pos_ != "VERB" or verb.tag_ not in {"VBD", "VBN"} or is_negated(verb) or not is_quoted(verb):
        return None
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    things = [c for c in verb.children if c.dep_ == "dobj"]
    near = [c for h in (verb, *things) for c in h.children if c.i > h.i and c.dep_ in {"npadvmod", "appos", "advmod"}]
    is_beside = bool(things) and any(c.lower_ in {"itself", "himself", "herself", "themselves"} for c in near)
    if subject is None or subject.lower_ in {"i", "we", "you"} or not is_beside:
        return None
    is_party = subject.lower_ == "they" or holder_at(subject, sentence) not in {None, SPEAKER}
    return Stand("accuse", verb, SPEAKER, subject) if is_party else None


def by_there_being_none(verb: Token, sentence: Sentence) -> Stand | None:
    """ "There will be no amnesty", "There can be no talks with arsonists"."""
    if verb.lemma_ != "be" or not any(c.dep_ == "expl" for c in verb.children) or not is_uttered(verb, sentence):
        return None
    is_ahead = any(c.dep_ == "aux" and c.lower_ in {"will", "'ll", "can", "would", "could"} for c in verb.children)
    ruled_out = [c for c in verb.children if c.dep_ == "attr" and any(d.lower_ == "no" for d in c.children)]
    is_refused = any(form in position_words("refusing", "things") for c in ruled_out for form in lemmas_of(c))
    return Stand("reject", verb, SPEAKER, verb) if is_ahead and is_refused else None


def by_condition(verb: Token, sentence: Sentence) -> Stand | None:
    """ "If you are on the road after seven, you will be arrested"."""
    if verb.lemma_ not in position_words("threatening", "suffering") or not is_passive(verb) or is_negated(verb):
        return None
    is_told = any(c.dep_ == "nsubjpass" and c.lower_ in {"you", "they", "he"} for c in verb.children)
    is_ahead = any(c.dep_ == "aux" and c.lower_ in {"will", "'ll"} for c in verb.children)
    is_if = any(
        c.dep_ == "advcl" and any(m.dep_ == "mark" and m.lower_ in {"if", "unless"} for m in c.children)
        for c in verb.children
    )
    return Stand("warn", verb, SPEAKER, verb) if is_told and is_ahead and is_if and is_uttered(verb, sentence) else None


def own_people(noun: Token | None, sentence: Sentence) -> Holder | None:
    """ "The company said its engineers had asked the ministry": a body's people speak for the body."""
    if noun is None or not is_uttered(noun.head, sentence) or noun.head.dep_ != "ccomp":
        return None
    owner = next((c.lower_ for c in noun.children if c.dep_ == "poss"), None)
    is_body = any(form in position_words("holders", "bodies") for form in lemmas_of(noun))
    is_staff = owner in {"its", "our"} and any(form in position_words("holders", "staff") for form in lemmas_of(noun))
    if not is_staff and not (owner in {"its", "our", "his", "her"} and is_body):
        return None
    return holder_at(subject_of(noun.head.head), sentence) or SPEAKER
