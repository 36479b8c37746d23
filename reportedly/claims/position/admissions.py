"""Attacks that those who made them take on: "claimed the shooting", "said it had struck the tanker with two missiles".

In: a verb of a parsed sentence. Out: the claim of responsibility of a group. Refuses what a lone man admits in court and
what a state's army reports of its own operations.
"""

from reportedly.claims.clauses import mention_at, name_of
from reportedly.claims.frames import lemmas_of
from reportedly.claims.position.charges import speaks_for_state
from reportedly.claims.position.holders import Holder, Stand, holder_at, position_words
from reportedly.claims.position.moves import is_own_hand
from reportedly.claims.position.takers import holder_ahead
from reportedly.model import EntityKind
from reportedly.text.grammar import doer_of, is_negated, is_passive, subject_of
from reportedly.text.sentences import Sentence, Token


def by_claiming(verb: Token, sentence: Sentence) -> Stand | None:
    """ "claimed the shooting", "The raid was claimed by Dawn", "The Front confessed to the bombings"."""
    is_claim = verb.pos_ == "VERB" and verb.lemma_ in position_words("attacks", "claiming")
    if not is_claim or is_negated(verb) or not _is_of_attack(verb):
        return None
    doer = doer_of(verb)
    holder = _group_at(doer, sentence, may_be_one=verb.lemma_ == "claim") if doer is not None else None
    if doer is None and not is_passive(verb):
        holder = holder_ahead(verb, sentence)
    return holder and Stand("claim_responsibility", verb, holder, verb)


def _is_of_attack(verb: Token) -> bool:
    """Whether what is claimed is an attack; "claimed 20 lives" and "claimed that the raid had failed" are not."""
    things = [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}]
    if verb.lemma_ in {"confess", "own", "admit"}:
        things += [p for c in verb.children if c.lower_ in {"to", "up"} for p in c.children if p.dep_ == "pobj"]
    if is_passive(verb) and verb.dep_ in {"acl", "relcl"}:
        things.append(verb.head)
    return any(form in position_words("attacks", "claimed") for thing in things for form in lemmas_of(thing))


def _group_at(noun: Token, sentence: Sentence, *, may_be_one: bool) -> Holder | None:
    """The group that claims; by "claim" alone, also the one who speaks for it and a name that no list has."""
    mention = mention_at(noun, sentence)
    is_person = mention is not None and mention.kind is EntityKind.PERSON
    if is_person and not may_be_one:
        return None
    held = holder_at(noun, sentence)
    if held is not None:
        is_body = noun.tag_ in {"NNS", "NNPS", "NNP"} or any(form in _bodies() for form in lemmas_of(noun))
        return held if is_body or may_be_one or noun.pos_ == "PRON" else None
    is_group = any(form in _bodies() for form in lemmas_of(noun))
    is_name = may_be_one and noun.pos_ == "PROPN" and not is_person
    return Holder(*name_of(noun, sentence)) if is_group or is_name else None


def _bodies() -> frozenset[str]:
    return position_words("attacks", "bodies") | position_words("holders", "parties")


def by_own_strike(verb: Token, sentence: Sentence) -> Stand | None:
    """ "The Tigers said they had shot down the plane", "said its drones had hit the refinery"."""
    if verb.pos_ != "VERB" or verb.dep_ != "ccomp" or is_negated(verb) or is_passive(verb) or not _strikes(verb):
        return None
    if any(c.tag_ == "MD" for c in verb.children):
        return None
    subject, teller = subject_of(verb), subject_of(verb.head)
    if subject is None or teller is None or not (subject.lower_ in {"it", "they", "we"} or is_own_hand(subject)):
        return None
    is_party = any(form in position_words("holders", "parties") for form in lemmas_of(teller))
    mention = mention_at(teller, sentence)
    is_body = mention is not None and mention.kind is EntityKind.ORGANISATION and not speaks_for_state(mention.name)
    holder = holder_at(teller, sentence) if is_party or is_body else None
    return holder and Stand("claim_responsibility", verb, holder, verb)


def _strikes(verb: Token) -> bool:
    things = {form for c in verb.children if c.dep_ == "dobj" for form in lemmas_of(c)}
    is_shot = verb.lemma_ in {"fire", "launch", "lob"} and bool(things & position_words("attacks", "weapons"))
    hits = position_words("attacks", "striking") | position_words("attacks", "killing")
    is_hit = verb.lemma_ in hits and bool(things)
    return is_shot or (is_hit and (verb.lemma_ in position_words("attacks", "certain") or _is_of_war(verb)))


def _is_of_war(verb: Token) -> bool:
    """ "had hit the tanker with missiles", "took the town": not "had hit its targets", "took a decision"."""
    things = {form for c in verb.children for t in (c, *c.children) for form in lemmas_of(t)}
    return bool(things & position_words("attacks", "prizes"))
