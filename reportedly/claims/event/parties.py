"""Who has a part in an event: whom a noun or a pronoun of its clause names.

In: the noun that acts or suffers, as the parser has it. Out: a `Party`, the mention that it is and its name as written:
"dozens of protesters" the protesters, "46 rescuers from Norland" the state that sends them, "they" whom the words before
tell of. Refuses a place that only is where it happens, and a pronoun of which it is not known for whom it stands.
"""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from reportedly.claims.clauses import is_country, is_quoted, mention_at, name_of
from reportedly.claims.frames import lemmas_of, through, words_of
from reportedly.lexicon import load
from reportedly.lexicon.nations import country_named, country_of_adjective, country_of_people
from reportedly.lexicon.nations import name_of as country_name
from reportedly.model import EntityKind, Mention, Span
from reportedly.text.grammar import subject_of, verb_above
from reportedly.text.sentences import Sentence, Token
from reportedly.text.voices import attribution_at


class Party(NamedTuple):
    """A mention of the document where it is one, and the name as written; of nobody both are None."""

    span: Span | None
    name: str | None


NOBODY = Party(None, None)


def party_at(
    noun: Token | None,
    sentence: Sentence,
    *,
    is_sent: bool = False,
    is_given: bool = False,
    is_struck: bool = False,
    apart: Party = NOBODY,
) -> Party:
    """The party and its name; a place is none unless it acts or is given to, a pronoun is whom it goes back to.

    Of a team that is sent, the state that sends it: "a Norlandian field hospital", "46 rescuers from Norland". A pronoun is
    nobody who stands `apart` from it: "gunmen stopped a convoy and fired on them" at the convoy. An embassy that is struck is
    no state but a house.
    """
    noun = _gone_back(noun)
    if noun is None:
        return NOBODY
    *_, noun = through(noun)  # "dozens of protesters"
    if noun.dep_ == "appos" and noun.pos_ == "NOUN" and noun.head.pos_ == "PROPN" and noun.head.i < noun.i:
        named = mention_at(noun.head, sentence)  # "Ana Bell, once prime minister, was arrested", "Kesh, a hamlet"
        is_place = named is not None and named.kind is EntityKind.PLACE and noun.head.dep_ in _CORE
        is_person = named is not None and named.kind is EntityKind.PERSON
        noun = noun.head if is_person or is_place else noun
    mention = mention_at(noun, sentence)
    if noun.pos_ == "PRON" and mention is None:
        return _meant_by(noun, sentence, is_sent=is_sent, is_given=is_given, apart=apart)
    if noun.dep_ == "amod" and noun.pos_ in {"ADJ", "PROPN"} and noun.text[:1].isupper():
        code = country_of_adjective(noun.text)
        is_theirs = any(form in _people() for form in lemmas_of(noun.head))
        if is_theirs or code is None:
            return Party(None, f"{noun.text} {noun.head.text}")  # of "Norlandian and Sudlandian troops"
        return Party(None, country_name(code))  # "Norlandian shelling"
    if noun.pos_ in {"ADJ", "PROPN"} and noun.dep_ in {"conj", "amod"} and noun.head.dep_ == "amod":
        return Party(None, f"{noun.text} {noun.head.head.text}")  # "Norlandian and Sudlandian troops"
    if mention is None and is_sent:
        senders = [t for t in noun.subtree if t.dep_ in {"poss", "pobj", "amod"} and t.i != noun.i]
        sender = next((m for t in senders if _is_sender(t, noun) and (m := mention_at(t, sentence))), None)
        if sender is not None:
            return Party(sender.span, sender.name)
    is_agent = noun.head.dep_ == "agent" or noun.head.lower_ == "by"
    if mention is not None and mention.kind is EntityKind.PLACE and noun.dep_ == "pobj" and not is_agent:
        return Party(mention.span, mention.name) if is_given and is_country(mention) else NOBODY
    party = None if is_struck else _state_of_envoy(noun, sentence)
    return party or Party(*name_of(noun, sentence))


def _state_of_envoy(noun: Token, sentence: Sentence) -> Party | None:
    """ "expelled the Norlandian ambassador", "five officials of the Norlandian embassy": it befalls their state."""
    if noun.dep_ not in {"dobj", "nsubjpass", "conj"} or not any(form in _envoys() for form in lemmas_of(noun)):
        return None
    mention = mention_at(noun, sentence)
    if mention is not None and mention.kind is EntityKind.PERSON and noun.pos_ == "PROPN":
        return None
    named = [t for t in noun.subtree if t.i != noun.i and (t.dep_ in {"amod", "compound"} or t.dep_ == "pobj")]
    codes = [code for t in named if (code := country_of_adjective(t.text) or country_named(t.text)) is not None]
    name = country_name(codes[0]) if codes else None
    return Party(None, name) if name is not None else None


@cache
def _envoys() -> frozenset[str]:
    tables = load("en/events")
    return words_of(tables["classes"]["envoy"], tables["classes"])


def carrier_of(actor: Token | None, carried: Token | None, party: Party) -> Party:
    """ "A charter plane carrying 97 Norlandian citizens left": a state brings its own people home.

    Also of those who "were flown home", where nobody is said to do it.
    """
    if actor is None and carried is not None and not _is_homeward(carried):
        return party  # "A Norlander was flown to Lima with burns"
    if actor is not None and (party.span is not None or not any(form in _carriers() for form in lemmas_of(actor))):
        return party
    aboard = [carried] if carried is not None else []
    if actor is not None:
        aboard += [
            t for c in actor.children if c.dep_ in {"acl", "prep"} for t in c.subtree if t.dep_ in {"dobj", "pobj"}
        ]
    codes = [code for noun in aboard if (code := _country_of_people(noun)) is not None]
    name = country_name(codes[0]) if codes else None
    return Party(None, name) if name is not None else party


def _is_homeward(carried: Token) -> bool:
    """ "were flown home", "repatriated", "taken back to Norland"."""
    verb = verb_above(carried)
    return verb.lemma_ in _HOMEWARD or any(t.lower_ in {"home", "back"} or _is_land(t) for t in verb.subtree)


def _is_land(token: Token) -> bool:
    return token.dep_ == "pobj" and token.head.lower_ == "to" and country_named(token.text) is not None


_HOMEWARD = {"repatriate", "evacuate", "return"}


def _country_of_people(noun: Token) -> str | None:
    """ "Norlandian citizens", "97 Norlanders"."""
    own = country_of_people(noun.text)
    return own or next((c for t in noun.children if t.dep_ == "amod" and (c := country_of_adjective(t.text))), None)


@cache
def _carriers() -> frozenset[str]:
    tables = load("en/events")
    return words_of(tables["classes"]["vehicle"], tables["classes"]) | frozenset({"ship", "ferry", "boat", "vessel"})


def _is_sender(token: Token, team: Token) -> bool:
    """ "Norland's rescuers", "rescuers from Norland", "a Norlandian brigade", "soldiers of the alliance"."""
    if token.dep_ == "pobj":
        return token.head.lower_ in {"from", "of"} and token.head.head.i == team.i
    return token.head.i == team.i and token.ent_type_ not in {"DATE", "TIME", ""}


def _gone_back(noun: Token | None) -> Token | None:
    """A relative pronoun's noun; the subject of "said that it would" for the pronoun in what was said."""
    if noun is None:
        return None
    verb = verb_above(noun)
    if noun.tag_ in {"WP", "WDT", "WP$"}:
        return verb.head if verb.dep_ == "relcl" and verb.head.pos_ != "PRON" else None
    if noun.lower_ in {"it", "they", "he", "she"} and verb.dep_ == "ccomp" and not is_quoted(noun):
        speaker = subject_of(verb_above(verb.head))
        is_person = speaker is not None and (speaker.ent_type_ == "PERSON" or _is_office(speaker))
        if speaker is None or (noun.lower_ == "it" and is_person):
            return noun  # "it shells the town, the secretary said"
        return speaker
    return noun


def _is_office(noun: Token) -> bool:
    """ "the secretary", "a spokesman": one who speaks, and is no "it"."""
    words = words_of(load("en/events")["classes"]["official"], load("en/events")["classes"])
    is_official = any(form in words for form in lemmas_of(noun)) and noun.lower_ not in _bodies()
    return is_official or noun.lower_.endswith(("spokesman", "spokeswoman", "spokesperson"))


def _meant_by(pronoun: Token, sentence: Sentence, *, is_sent: bool, is_given: bool, apart: Party) -> Party:
    """ "we" is whoever speaks; "they" and "it" those of whom the words before tell; nobody else is known."""
    if pronoun.lower_ in {"we", "i", "us"}:
        chain = attribution_at(sentence, pronoun.i).chain
        return Party(chain[0].mention, chain[0].name) if chain else NOBODY
    if pronoun.lower_ not in {"they", "them", "it"} or is_quoted(pronoun):
        return NOBODY
    named = (party_at(noun, where, is_sent=is_sent, is_given=is_given) for noun, where in _before(pronoun, sentence))
    return next((party for party in named if party.name is None or party != apart), NOBODY)


_BACK = 2
"""Sentences over which a pronoun that nobody speaks goes back; of another paragraph's only to their subjects."""


def _before(pronoun: Token, sentence: Sentence) -> Iterator[tuple[Token, Sentence]]:
    """Those whom a pronoun may mean, the likeliest first: in its own sentence, then in those before, subjects first."""
    own = {t.i for c in verb_above(pronoun).children if c.dep_ in _CORE for t in c.subtree}
    here = [t for t in sentence.tokens if t.i < pronoun.i and t.i not in own]
    yield from ((t, sentence) for t in _ranked(here, pronoun, sentence))
    for earlier in reversed(sentence.article.sentences[max(0, sentence.index - _BACK) : sentence.index]):
        found = _ranked(list(earlier.tokens), pronoun, earlier)
        if earlier.paragraph is not sentence.paragraph:
            found = [t for t in found if t.dep_ in {"nsubj", "nsubjpass"}]
        yield from ((t, earlier) for t in found)


_CORE = {"nsubj", "nsubjpass", "dobj"}


def _ranked(tokens: list[Token], pronoun: Token, sentence: Sentence) -> list[Token]:
    """The nouns that may stand for the pronoun: subjects, then objects, then others, each the nearest first."""
    nouns = [t for t in tokens if t.pos_ in {"NOUN", "PROPN"} and _may_stand(t, pronoun, sentence)]
    ranks = {"nsubj": 0, "nsubjpass": 0, "agent": 1, "dobj": 1}
    return sorted(nouns, key=lambda t: (ranks.get(t.dep_, 2), -t.i))


def _may_stand(noun: Token, pronoun: Token, sentence: Sentence) -> bool:
    """ "they" are people or those who act for a state, "it" a body or a state; nobody is a part of a longer name."""
    if noun.dep_ in {"compound", "poss", "nmod", "amod", "npadvmod"}:
        return False
    *_, inner = through(noun)  # "hundreds of protesters"
    is_counted, noun = inner.i != noun.i, inner
    mention = mention_at(noun, sentence)
    is_many = is_counted or noun.tag_ in {"NNS", "NNPS"} or noun.lower_ in _collective()
    if pronoun.lower_ == "it" and pronoun.dep_ == "pobj" and _is_site(noun, mention):
        return noun.dep_ != "appos"  # "flew over the town after the rebels had fired shells into it"
    if pronoun.lower_ == "it":
        return not is_many and ((mention is not None and _is_body(mention)) or noun.lower_ in _bodies())
    is_someone = any(form in _people() for form in lemmas_of(noun))
    return is_many and (is_someone or (mention is not None and mention.kind in {EntityKind.GROUP}))


def _is_site(noun: Token, mention: Mention | None) -> bool:
    is_place = mention is not None and mention.kind is EntityKind.PLACE
    return is_place or noun.lower_ in load("en/events")["classes"]["site"]


def _is_body(mention: Mention) -> bool:
    return mention.kind in {EntityKind.ORGANISATION, EntityKind.AGENCY} or is_country(mention)


@cache
def _people() -> frozenset[str]:
    """Those who act or suffer as people do, by the classes of the events; of things none."""
    tables = load("en/events")
    rows = ("protester", "force", "captive", "evacuee", "official", "rescuer")
    words = {word for row in rows for word in words_of(tables["classes"][row], tables["classes"])}
    return frozenset(words) - frozenset(tables["things"]["words"])


@cache
def _collective() -> frozenset[str]:
    return frozenset(load("en/events")["collective"]["words"])


@cache
def _bodies() -> frozenset[str]:
    return frozenset(load("en/events")["bodies"]["words"])
