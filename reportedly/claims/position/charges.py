"""Charges: what one side says that another did: "the league said soldiers had fired at mourners".

In: a verb of a parsed sentence, in somebody's mouth. Out: the stand of whoever says it. One who speaks for a state
charges another state, or an enemy; one who speaks for a party, a union, a church or a rights group may charge the state
too. Refuses what a side tells of its own people ("the army said its troops had opened fire") and what a state's organ
says of crowds and bandits, which is a report.
"""

from reportedly.claims.clauses import is_country, is_quoted, mention_at
from reportedly.claims.frames import lemmas_of
from reportedly.claims.position.holders import SPEAKER, Stand, position_words
from reportedly.lexicon.nations import country_named, country_of_adjective, country_of_people, country_of_seat
from reportedly.model import EntityKind, Mention, Voice
from reportedly.text.grammar import doer_of, is_negated, is_passive
from reportedly.text.names import mentions_of
from reportedly.text.sentences import Sentence, Token
from reportedly.text.voices import attribution_at


def by_deed(verb: Token, sentence: Sentence) -> Stand | None:
    """ "officials say the Norlandian side opened fire first", "said security forces had used excessive force"."""
    is_cleft = _is_cleft(verb)
    if verb.pos_ != "VERB" or not (verb.dep_ in _TOLD or is_cleft) or not _is_hostile(verb):
        return None
    doer = verb.head if is_cleft else doer_of(verb)
    if doer is None or is_negated(verb) or verb.tag_ == "VB" or any(c.tag_ == "MD" for c in verb.children):
        return None
    chain = attribution_at(sentence, verb.i).chain
    if not chain or not _may_charge(chain[0], doer, sentence):
        return None
    return Stand("accuse", verb, SPEAKER, doer)


_TOLD = {"ccomp", "ROOT", "conj", "parataxis"}


def _is_cleft(verb: Token) -> bool:
    """ "it was the Norlandian side which had opened fire first"."""
    if verb.dep_ != "relcl" or verb.head.dep_ != "attr" or verb.head.head.lemma_ != "be":
        return False
    return any(c.dep_ == "nsubj" and c.lower_ == "it" for c in verb.head.head.children)


def _is_hostile(verb: Token) -> bool:
    """A deed that nobody owns up to with pride, by the verb alone or with its object ("used force", "broke the truce")."""
    if verb.lemma_ in position_words("hostile", "verbs"):
        return True
    if verb.lemma_ == "break" and any(c.lower_ == "into" for c in verb.children):
        return True
    if verb.lemma_ in {"fire", "open"} and any(c.lower_ in {"at", "on", "into"} for c in verb.children):
        return True
    objects = [c for c in verb.children if c.dep_ == ("nsubjpass" if is_passive(verb) else "dobj")]
    return verb.lemma_ in position_words("hostile", "using") and any(
        form in position_words("hostile", "objects") for c in objects for form in lemmas_of(c)
    )


def _may_charge(voice: Voice, doer: Token, sentence: Sentence) -> bool:
    speaker = mentions_of(sentence.article).at(voice.mention)
    is_state = speaks_for_state(_body_of(voice, speaker, sentence))
    if any(c.dep_ == "poss" and c.lower_ in {"its", "our", "his", "their"} for c in doer.children):
        return False
    if doer.lower_ == "they":
        return is_quoted(doer) and not is_state
    forms = set(lemmas_of(doer))
    if forms & position_words("hostile", "enemies"):
        return True
    country = _country_of(doer, sentence)
    if country and _befalls_own(doer.head):
        return True
    if speaker is not None and speaker.country and country:
        return speaker.country != country
    if voice.cue in {"claim", "claims", "claimed", "claiming"}:
        return True  # what is only claimed of another is a charge
    is_power = bool(forms & position_words("hostile", "powers"))
    is_land = speaker is not None and speaker.kind is EntityKind.PLACE
    return is_power and not is_land and not is_state


def _befalls_own(verb: Token) -> bool:
    """ "said an attack had been launched by Norlandic forces on its positions": what strikes one's own is another's."""
    verb = verb.head if verb.dep_ == "agent" else verb
    held = [p for c in verb.children if c.i > verb.i for p in (c, *c.children)]
    return any(c.dep_ == "poss" and c.lower_ in {"its", "our", "their"} for p in held for c in p.children)


def _body_of(voice: Voice, speaker: Mention | None, sentence: Sentence) -> str:
    """What the speaker is called: a spokesman, by the body that he speaks for where that is named."""
    organ = mentions_of(sentence.article).at(speaker.organ) if speaker is not None else None
    if organ is not None:
        return organ.name
    return f"{voice.name} {speaker.title or ''}" if speaker is not None else voice.name


def _country_of(noun: Token, sentence: Sentence) -> str | None:
    """ "Norland", "the Norlandian side", "Norland's army": the country whose forces the noun names."""
    mention = mention_at(noun, sentence)
    if mention is not None and mention.kind is EntityKind.PLACE:
        return (country_named(mention.name) if is_country(mention) else None) or country_of_seat(mention.name)
    near = [t for t in noun.subtree if t.i <= noun.i and t.text[:1].isupper()]
    return next(
        (c for t in near if (c := country_of_adjective(t.text) or country_of_people(t.text) or country_named(t.text))),
        None,
    )


def speaks_for_state(name: str) -> bool:
    return any(word.strip(",") in position_words("hostile", "state") for word in name.lower().split())
