"""Charges of doing wrong, by what somebody is out for or charged with: "is bent on wrecking the talks".

In: a word of a parsed sentence. Out: the stand of whoever charges. Refuses what the speaker means to do himself, and the
charge of a court or its officers, which takes no stand.
"""

from reportedly.claims.frames import lemmas_of
from reportedly.claims.position.holders import SPEAKER, Holder, Stand, holder_at, position_words
from reportedly.claims.position.takers import crowd_at, teller_of
from reportedly.claims.position.utterance import is_uttered
from reportedly.text.grammar import is_negated, is_passive, subject_of
from reportedly.text.sentences import Sentence, Token


def by_intent(verb: Token, sentence: Sentence) -> Stand | None:
    """ "The opposition is out to wreck the economy", "are bent on destroying our democracy", "aims to sow chaos"."""
    meant = _meaning_above(verb)
    if meant is None or not _ruins(verb) or is_negated(meant):
        return None
    subject = subject_of(meant)
    if subject is None or subject.lower_ in {"i", "we", "it"} or not is_uttered(meant, sentence):
        return None
    return Stand("accuse", meant, SPEAKER, subject)


_STEPS = 3  # verbs between what is meant and the word that says so: "wants nothing but to try to topple"


def _meaning_above(verb: Token) -> Token | None:
    """The verb of the clause that says that the deed is meant."""
    above, link = verb.head, verb
    for _ in range(_STEPS):
        if link.dep_ in {"xcomp", "advcl", "conj"} and above.pos_ == "VERB" and _means(above):
            return above
        if above.lower_ in position_words("intents", "states") and above.head.lemma_ == "be":
            return above.head  # "bent on destroying"
        if above.lemma_ == "be" and any(c.lower_ in {"out", "there"} and c.dep_ == "advmod" for c in above.children):
            return above if link.dep_ in {"xcomp", "advcl"} else None
        if (
            link.dep_ not in {"xcomp", "pcomp", "prep", "conj", "advcl", "acomp", "ccomp", "dobj", "pobj"}
            or above == above.head
        ):
            return None
        link, above = above, above.head
    return None


def _means(verb: Token) -> bool:
    return verb.lemma_ in position_words("intents", "verbs")


def _ruins(verb: Token) -> bool:
    """What is done to a state, an order or a peace: "topple the government", "plunge the country into chaos"."""
    if verb.pos_ != "VERB" or is_passive(verb):
        return False
    near = [c for c in verb.children if c.i > verb.i and c.dep_ in {"dobj", "prep"}]
    things = [t for c in near for t in ([c] if c.dep_ == "dobj" else c.children)]
    forms = {form for t in things for form in lemmas_of(t)}
    is_ruin = verb.lemma_ in position_words("intents", "ruining") and bool(forms & position_words("intents", "ruined"))
    is_ill = verb.lemma_ in position_words("intents", "bringing") and bool(forms & position_words("intents", "ills"))
    return is_ruin or is_ill


def by_charging(verb: Token, sentence: Sentence) -> Stand | None:
    """ "charges the government with hiding the toll", "taxed the mayor with having slept": no court's charge."""
    if verb.pos_ != "VERB" or verb.lemma_ not in {"charge", "tax"} or is_negated(verb):
        return None
    charged = next((c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}), None)
    deed = next(
        (p for c in verb.children if c.lower_ == "with" for p in c.children if p.dep_ in {"pcomp", "pobj"}), None
    )
    doer = teller_of(verb)
    if charged is None or deed is None or doer is None or doer.lower_ in position_words("intents", "courts"):
        return None
    forms = {form for t in (doer, *doer.lefts) for form in lemmas_of(t)}
    if forms & position_words("intents", "courts") or not _is_reproach(deed, charged, sentence):
        return None
    holder = holder_at(doer, sentence) or crowd_at(doer, sentence)
    return holder and Stand("accuse", verb, holder, verb)


def _is_reproach(deed: Token, charged: Token, sentence: Sentence) -> bool:
    """ "with covering up", "with negligence": of a body; a person or "two men" may be charged in court."""
    body = holder_at(charged, sentence)
    is_power = any(
        f in position_words("hostile", "powers") or f in position_words("holders", "nouns") for f in lemmas_of(charged)
    )
    is_body = is_power or (isinstance(body, Holder) and charged.ent_type_ != "PERSON")
    is_task = deed.pos_ == "NOUN" and any(f in position_words("intents", "tasks") for f in lemmas_of(deed))
    return is_body and not is_task
