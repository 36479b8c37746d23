"""Stands told in a noun: "in its condemnation of the raid", "the union's call for a strike was ignored".

In: a noun of a parsed sentence that names a stand, with what it is towards. Out: the stand of whoever owns it. Refuses a
noun that a verb of uttering carries, which is told by that verb, and one that says not towards what.
"""

from functools import cache

from reportedly.claims.clauses import mention_at
from reportedly.claims.frames import lemmas_of
from reportedly.claims.position.holders import SPEAKER, Holder, Stand, holder_at, position_words, stance_by
from reportedly.claims.position.takers import crowd_at, teller_of
from reportedly.text.grammar import is_negated, subject_of, verb_above
from reportedly.text.sentences import Sentence, Token
from reportedly.text.voices import attribution_at

_TOWARDS = {"of", "for", "to", "on", "upon", "against", "at", "over", "about", "with", "that"}

_TOWARDS_OF = {"appeal": {"for", "on", "upon", "that"}, "request": {"for", "on", "that"}, "pledge": {"of", "that"}}


def by_own_noun(noun: Token, sentence: Sentence) -> Stand | None:
    """ "Norland's rejection of the plan", "its demand that he resign", "a call by the bishops for talks"."""
    if noun.pos_ != "NOUN" or noun.dep_ == "compound":
        return None
    sayer = _sayer_of(noun) if noun.lemma_ in position_words("alleged", "nouns") else None
    if sayer is not None:
        return _by_alleged(noun, sayer, sentence)
    stance = next((s for form in lemmas_of(noun) if (s := stance_by("owned").get(form))), None)
    if stance is None or not _is_towards(noun) or _is_carried(noun) or _is_none(noun) or _is_of_buyers(noun):
        return None
    if noun.dep_ == "dobj" and stance_by("verbs").get(noun.head.lemma_) == "reject":
        return None  # "spurned an offer of mediation from the Church": another's stand is answered
    holder = _owner_of(noun, sentence)
    return holder and Stand(stance, noun, holder, noun)


def _by_alleged(noun: Token, sayer: Token, sentence: Sentence) -> Stand | None:
    owner = next((c for c in noun.children if c.dep_ == "poss" and c.tag_ != "PRP$"), None)
    accuser = holder_at(sayer, sentence)
    return Stand("accuse", noun, accuser, owner) if accuser is not None and owner is not None else None


def _sayer_of(noun: Token) -> Token | None:
    """ "over what it says is Norland's backing for the rebels": whose word it is that there is any."""
    verb = noun.head.head if noun.dep_ == "attr" and noun.head.dep_ == "ccomp" else noun.head
    is_what = verb.dep_ == "pcomp" and any(c.tag_ == "WP" for c in verb.children)
    if not is_what or noun.dep_ not in {"attr", "oprd"}:
        return None
    sayer = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    above = subject_of(verb_above(verb.head))
    return above if sayer is not None and sayer.pos_ == "PRON" and above is not None else sayer


def by_told_noun(noun: Token, sentence: Sentence) -> Stand | None:
    """ "the charge levelled by the union at the mayor", "a warning given by the ministry", "fears voiced by Norland"."""
    if noun.pos_ != "NOUN" or noun.dep_ == "compound" or _is_none(noun):
        return None
    told = next((c for c in noun.children if c.dep_ == "acl" and c.tag_ in {"VBN", "VBD"}), None)
    if told is None:
        return None
    owned, plain = stance_by("owned"), stance_by("nouns")
    stance = next((s for form in lemmas_of(noun) if (s := owned.get(form) or plain.get(form))), None)
    if stance in {None, "claim_responsibility"} or told.lemma_.lower() not in _told_by():
        return None
    makers = (p for c in told.children if c.lower_ == "by" for p in c.children if p.dep_ == "pobj")
    holder = next((h for p in makers if (h := holder_at(p, sentence))), None)
    return holder and Stand(str(stance), noun, holder, told)


@cache
def _told_by() -> frozenset[str]:
    return position_words("uttering", "verbs") | {"level", "hurl", "bring", "rehearse", "advance", "lay", "set"}


def by_purpose(noun: Token, sentence: Sentence) -> Stand | None:
    """ "marched in protest against the verdict", "stopped work in solidarity with the miners"."""
    if noun.dep_ != "pobj" or noun.head.lower_ != "in":
        return None
    stance = next((s for s, words in _purposes() if noun.lemma_ in words), None)
    is_towards = any(c.lower_ in {"of", "against", "at", "with", "to", "over"} for c in noun.children)
    if stance is None or not is_towards:
        return None
    verb = verb_above(noun)
    subject = teller_of(verb)
    holder = holder_at(subject, sentence) or crowd_at(subject, sentence)
    return holder and Stand(stance, noun, holder, noun)


@cache
def _purposes() -> tuple[tuple[str, frozenset[str]], ...]:
    return tuple((stance, position_words("purposes", stance)) for stance in ("condemn", "reject", "support"))


def by_maker(noun: Token, sentence: Sentence) -> Stand | None:
    """ "It was a suicide attack by the Front," the minister said: whose deed it is said to have been."""
    verb = noun.head
    if noun.dep_ == "attr" and noun.lemma_ in {"work", "doing", "handiwork"} and verb.lemma_ == "be":
        return _by_work(noun, verb, sentence)
    if noun.dep_ not in {"attr", "pobj"} or not any(f in position_words("attacks", "claimed") for f in lemmas_of(noun)):
        return None
    if noun.dep_ == "pobj":
        verb = noun.head.head
        is_said = noun.head.lower_ == "of" and verb.lemma_ in {"speak", "talk"}
    else:
        is_said = verb.lemma_ == "be" and any(c.lower_ in {"it", "this", "that"} for c in verb.children)
    makers = [p for c in noun.children if c.lower_ == "by" for p in c.children if p.dep_ == "pobj"]
    named = next((p for p in makers if mention_at(p, sentence) or p.pos_ == "PROPN" or holder_at(p, sentence)), None)
    if named is None or not is_said:
        return None
    holder = holder_at(subject_of(verb), sentence) if noun.dep_ == "pobj" else SPEAKER
    return holder and Stand("accuse", verb, holder, named)


def _by_work(noun: Token, verb: Token, sentence: Sentence) -> Stand | None:
    """ "The raid, Norland said, was the work of the rebels"."""
    done = position_words("moves", "behind") | position_words("attacks", "claimed")
    is_misdeed = any(f in done for c in verb.children if c.dep_ == "nsubj" for f in lemmas_of(c))
    makers = [p for c in noun.children if c.lower_ == "of" for p in c.children if p.dep_ == "pobj"]
    if not is_misdeed or not makers or is_negated(verb) or not attribution_at(sentence, verb.i).chain:
        return None
    return Stand("accuse", verb, SPEAKER, makers[0])


def by_reigning_noun(noun: Token, sentence: Sentence) -> Stand | None:
    """ "There is great worry in Norland City", "Anger mounts in Sudland"; headlines: "UN alarm over killings"."""
    stance = next((s for form in lemmas_of(noun) if (s := stance_by("nouns").get(form))), None)
    if noun.pos_ not in {"NOUN", "PROPN"} or _is_none(noun):
        return None
    is_headline = sentence.is_headline and noun.dep_ == "ROOT"
    if is_headline and (titled := _headed(noun, sentence)):
        return titled
    verb = noun.head
    is_there = noun.dep_ == "attr" and verb.lemma_ == "be" and any(c.dep_ == "expl" for c in verb.children)
    is_reigning = noun.dep_ in {"nsubj", "nsubjpass"} and verb.lemma_ in position_words("reigning", "verbs")
    if stance not in position_words("reigning", "stances") or not (is_there or is_reigning or is_headline):
        return None
    anchors = (noun, verb) if is_there or is_reigning else (noun,)
    seats = (p for h in anchors for c in h.children if c.lower_ in {"in", "at"} for p in c.children)
    named = (p for p in seats if p.dep_ == "pobj" and (p.head.lower_ == "at" or mention_at(p, sentence)))
    holder = next((h for p in named if (h := holder_at(p, sentence))), None)
    return holder and Stand(str(stance), noun, holder, noun)


def _headed(noun: Token, sentence: Sentence) -> Stand | None:
    """ "UN alarm over killings", "Church appeal for calm": whose stand a headline without a verb names."""
    stance = next((s for form in lemmas_of(noun) if (s := stance_by("owned").get(form))), None)
    owners = [c for c in noun.children if c.dep_ in {"compound", "nmod"} and c.i < noun.i]
    if stance is None or not owners or not _is_towards(noun):
        return None
    holder = holder_at(owners[-1], sentence)
    return holder and Stand(stance, noun, holder, noun)


def _is_towards(noun: Token) -> bool:
    """Whether what follows says what is asked, promised or refused; "his call to his mother" asks nothing."""
    stance = stance_by("owned").get(noun.lemma_, "")
    behind = [c for c in noun.children if c.i > noun.i]
    if noun.lemma_ == "charge":
        return any(c.dep_ in {"acl", "ccomp"} and any(m.lower_ == "that" for m in c.children) for c in behind)
    return any(c.dep_ in {"acl", "ccomp"} or c.lower_ in _TOWARDS_OF.get(stance, _TOWARDS) for c in behind)


def _is_carried(noun: Token) -> bool:
    verb = verb_above(noun)
    is_object = noun.dep_ in {"dobj", "nsubjpass", "conj"} and not any(c.dep_ == "prt" for c in verb.children)
    carriers = position_words("uttering", "verbs") | position_words("uttering", "informing")
    return is_object and verb.lemma_.lower() in carriers


def _is_of_buyers(noun: Token) -> bool:
    """ "Norland's demand for copper rose": what the market asks for."""
    goods = [p for c in noun.children if c.lower_ == "for" for p in c.children if p.dep_ == "pobj"]
    asked = (
        position_words("only", "seek") | position_words("deeds", "nouns") | position_words("targets", "stepping_down")
    )
    is_asked = any(form in asked for p in goods for form in lemmas_of(p))
    return noun.lemma_ == "demand" and bool(goods) and not is_asked


def _is_none(noun: Token) -> bool:
    return any(c.lower_ in {"no", "any"} for c in noun.children)


def _owner_of(noun: Token, sentence: Sentence) -> Holder | None:
    """ "Norland's", "its" of the one whose sentence it is, "by the bishops"."""
    owner = next((c for c in noun.children if c.dep_ == "poss"), None)
    if owner is not None and owner.tag_ == "PRP$":
        verb = verb_above(noun)
        subject = subject_of(verb)
        return holder_at(subject, sentence) if subject is not None and subject.i != noun.i else None
    if owner is not None:
        held = holder_at(owner, sentence)
        return held and held._replace(name=_without_case(held.name))
    makers = (p for c in noun.children if c.lower_ in {"by", "from"} for p in c.children if p.dep_ == "pobj")
    return next((h for p in makers if (h := holder_at(p, sentence))), None)


def _without_case(name: str | None) -> str | None:
    """ "the pilots' union's" -> "the pilots' union"."""
    return name.removesuffix("'s").removesuffix("\u2019s") if name is not None else None
