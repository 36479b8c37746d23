"""Safety of nationals: "no Koreans were hurt".

In: a parsed sentence. Out: of which country's people it says that they are unharmed, harmed, missing, advised, allowed
to leave or evacuated. The people are named ("two Czech tourists", "citizens of Ukraine"), or belong to the state that
speaks ("our citizens", "its nationals", the embassy's advice to travellers). Refuses soldiers, officials and residents of
the place itself, and a group of which nothing is said.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from reportedly.claims.clauses import MODALITY, Outlook, evidence_of, mention_at, outlook_of
from reportedly.claims.directives import Directive, find_directives
from reportedly.claims.frames import is_in, lemmas_of
from reportedly.claims.kind import Found, Kind
from reportedly.claims.relations import (
    relate_safety,
    safety_line,
    say_safety,
    say_safety_line,
    say_safety_value,
)
from reportedly.lexicon import load
from reportedly.lexicon.nations import country_named, country_of_adjective, country_of_people, country_of_seat
from reportedly.model import EntityKind, Mention, Modality
from reportedly.text.grammar import clause_tokens, noun_phrase, roles_of, subject_of, verb_above
from reportedly.text.names import countries_of, mentions_of
from reportedly.text.sentences import Sentence, Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Safety:
    """`nationality` is an ISO 3166-1 alpha-2 code."""

    nationality: str
    status: str


class Nationals(NamedTuple):
    """People of a country, and the word that stands for them."""

    word: Token
    country: str


class Said(NamedTuple):
    """What is said of them, and by which word."""

    status: str
    word: Token
    modality: Modality | None


@cache
def _words(table: str, name: str) -> frozenset[str]:
    return frozenset(load("en/safety")[table][name])


def find_safety(sentence: Sentence) -> Iterator[Found]:
    """All that a sentence says of nationals, left to right; of one country each status once."""
    taken: set[tuple[str, str]] = set()
    for nationals, said in [*_advised(sentence), *_told(sentence)]:
        key = (nationals.country, said.status)
        if key in taken or ((nationals.country, "advice") in taken and said.status in {"unknown", "unharmed"}):
            continue
        taken.add(key)
        yield Found(
            span=evidence_of(said.word, sentence, core=(nationals.word,), with_content=True),
            head=said.word.i,
            content=Safety(nationality=nationals.country, status=said.status),
            modality=said.modality,
        )


# --- whose people ---------------------------------------------------------------------------------------------------------


def nationals_in(sentence: Sentence) -> Iterator[Nationals]:
    """The people of a country that the sentence names, as nationals."""
    near = countries_of(sentence.article)
    for token in sentence.tokens:
        if token.dep_ == "compound" and token.head.i == token.i + 1:
            continue
        country = _country_of_word(token, near) or _country_of_phrase(token, near) or _own(token, sentence)
        if country:
            yield Nationals(token, country)


def _country_of_word(token: Token, near: tuple[str, ...]) -> str | None:
    """ "Koreans", "the French", "73 French", "two Japanese"."""
    if token.pos_ not in {"NOUN", "PROPN", "ADJ"} or not token.text[0].isupper():
        return None
    people = country_of_people(token.text, near=near)
    if people and token.dep_ != "amod":
        return people
    adjective = country_of_adjective(token.text, near=near)
    is_head = token.dep_ in {"nsubj", "nsubjpass", "dobj", "pobj", "attr", "conj", "appos", "ROOT"}
    is_counted = any(c.dep_ in {"nummod", "det"} for c in token.children)
    return adjective if adjective and is_head and is_counted else None


def _country_of_phrase(noun: Token, near: tuple[str, ...]) -> str | None:
    """ "Korean citizens", "the Czech pair", "citizens of Ukraine", "a man from Peru"."""
    if noun.pos_ not in {"NOUN", "PROPN", "NUM"} or not is_in(noun, _words("persons", "nouns")):
        return None
    for child in noun.children:
        if child.dep_ in {"amod", "compound", "nmod"} and child.i < noun.i:
            phrase = " ".join(t.text for t in [*(c for c in child.children if c.dep_ in {"amod", "compound"}), child])
            country = country_of_adjective(phrase, near=near) or country_of_adjective(child.text, near=near)
            if country:
                return country
        if child.lower_ in {"of", "from"} and child.i > noun.i:
            for inner in child.children:
                name = " ".join(t.text for t in noun_phrase(inner) if t.dep_ != "punct")
                country = country_named(name) if inner.dep_ == "pobj" else None
                if country:
                    return country
    return None


def _own(noun: Token, sentence: Sentence) -> str | None:
    """ "our citizens", "its nationals", "compatriots": of the state that speaks."""
    owner = next((c for c in noun.children if c.dep_ == "poss" and c.lower_ in {"our", "its", "their", "his", "her"}), None)
    is_own = any(form in _words("persons", "own") for form in lemmas_of(noun))
    if noun.pos_ != "NOUN" or not is_own or (owner is None and noun.lemma_ != "compatriot"):
        return None
    return _state_speaking(noun, sentence)


def _state_speaking(word: Token, sentence: Sentence) -> str | None:
    """The country of the state organ that governs the word, or spoke last."""
    verb = verb_above(word)
    for _ in range(4):
        subject = subject_of(verb)
        country = _state_of(mention_at(subject, sentence)) if subject is not None else None
        if country:
            return country
        if verb.head == verb:
            break
        verb = verb_above(verb.head)
    before = [m for m in mentions_of(sentence.article) if m.span.start < sentence.span.end]
    return next((c for m in reversed(before[-25:]) if (c := _state_of(m)) and _is_organ(m)), None)


def _state_of(mention: Mention | None) -> str | None:
    if mention is None:
        return None
    if mention.kind is EntityKind.PLACE:
        return country_named(mention.name) or country_of_seat(mention.name)
    return mention.country if mention.kind in {EntityKind.ORGANISATION, EntityKind.PERSON, EntityKind.GROUP} else None


def _is_organ(mention: Mention) -> bool:
    text = f"{mention.name} {mention.title or ''} {mention.text}".lower()
    return any(word in text for word in _words("states", "words"))


# --- advice and leave -----------------------------------------------------------------------------------------------------


def _advised(sentence: Sentence) -> Iterator[tuple[Nationals, Said]]:
    nationals = list(nationals_in(sentence))
    for directive in find_directives(sentence):
        status = "authorised_departure" if directive.gives == "authorised_departure" else "advice"
        if directive.gives in {"shoot_order"} or directive.outlook is Outlook.DENIED:
            continue
        told = _told_whom(directive, nationals, sentence)
        if told:
            yield told, Said(status, directive.governor, MODALITY[directive.outlook])
    yield from _recommended(nationals)


def _told_whom(directive: Directive, nationals: Iterable[Nationals], sentence: Sentence) -> Nationals | None:
    """Those told, where they are nationals or the teller is a foreign state's organ speaking to its own."""
    whom = directive.whom if directive.whom is not None else directive.word
    named = next((n for n in nationals if n.word.i == whom.i or whom.is_ancestor(n.word)), None)
    if named:
        return named
    country = _adviser(directive, sentence)
    return Nationals(whom, country) if country else None


def _adviser(directive: Directive, sentence: Sentence) -> str | None:
    """The country of the foreign ministry, embassy or state that advises."""
    governor = directive.governor
    verb = verb_above(governor)
    for _ in range(4):
        subject = subject_of(verb)
        mention = mention_at(subject, sentence) if subject is not None else None
        country = _state_of(mention)
        if mention and country and (_is_organ(mention) or mention.kind is EntityKind.PLACE):
            return country
        if mention and mention.organ:
            organ = mentions_of(sentence.article).at(mention.organ)
            if organ and _is_organ(organ):
                return organ.country
        if verb.head == verb:
            break
        verb = verb_above(verb.head)
    owner = [t for t in (directive.whom.subtree if directive.whom is not None else [])]
    mentions = [m for t in owner if (m := mention_at(t, sentence))]
    return next((m.country or country_named(m.name) for m in mentions if _is_organ(m) or country_named(m.name)), None)


def _recommended(nationals: Iterable[Nationals]) -> Iterator[tuple[Nationals, Said]]:
    """ "recommendations to the citizens of Ukraine"."""
    for people in nationals:
        above = people.word.head.head if people.word.dep_ == "pobj" else people.word.head
        if {"recommendation", "advice", "warning", "advisory", "instruction"} & set(lemmas_of(above)):
            yield people, Said("advice", above, None)


# --- how they are -----------------------------------------------------------------------------------------------------------


def _told(sentence: Sentence) -> Iterator[tuple[Nationals, Said]]:
    for nationals in [*nationals_in(sentence), *_counted_back(sentence)]:
        said = _said_of(nationals.word)
        if said:
            yield nationals, said


def _counted_back(sentence: Sentence) -> Iterator[Nationals]:
    """ "two were slightly injured", after "our compatriots": bare numbers and "the others" count those last named."""
    for token in sentence.tokens:
        is_bare = token.dep_ in {"nsubj", "nsubjpass"} and (
            token.pos_ == "NUM" or token.lower_ in {"others", "one", "both", "all", "third", "they", "none", "everyone"}
        )
        if is_bare and not any(c.dep_ == "prep" for c in token.children):
            before = [n for n in nationals_in(sentence) if n.word.i < token.i]
            earlier = [s for s in sentence.article.sentences[max(0, sentence.index - 1) : sentence.index] if s.paragraph is sentence.paragraph]
            before = before or [n for s in earlier for n in nationals_in(s)]
            if before and token.head.pos_ in {"VERB", "AUX"}:
                yield Nationals(token, before[-1].country)


def _said_of(word: Token) -> Said | None:
    """What the clause that holds them, or a clause at their own noun, says of them; the nearest cue counts."""
    if _speaks(word):
        return None
    found = [c for tokens in _clauses_about(word) if (c := _cue_in(tokens, word))]
    if not found:
        return None
    status, cue = found[0]
    outlook = _outlook(word, cue)
    if outlook is Outlook.WISHED:
        return None
    if outlook is Outlook.DENIED:
        status = {"harmed": "unharmed", "unharmed": "unknown", "unknown": "unharmed", "evacuated": "unknown"}[status]
    modality = MODALITY[outlook] if outlook in {Outlook.AHEAD, Outlook.POSSIBLE} else None
    return Said(status, cue, modality)


_SAYING = {"say", "tell", "report", "announce", "add", "condemn", "urge", "think"}


def _speaks(word: Token) -> bool:
    return word.dep_ == "nsubj" and word.head.lemma_ in _SAYING


def _clauses_about(word: Token) -> Iterator[list[Token]]:
    """Nearest first: clauses at their own noun, what they are subject or object of, the whole clause that holds them."""
    own = [t for c in word.children if c.dep_ in {"acl", "relcl", "amod"} for t in c.subtree]
    roles = [t for role in roles_of(word) for t in _around(role.predicate)]
    yield roles
    yield own
    verb = verb_above(word)
    yield clause_tokens(verb)
    if verb.dep_ in {"ccomp", "relcl", "advcl", "xcomp", "acl"}:
        yield [t for t in verb.head.subtree if t.i < verb.i or t == verb]


def _around(predicate: Token) -> list[Token]:
    return [predicate, *(t for c in predicate.children if c.dep_ in {"prep", "acomp", "attr", "oprd", "advmod", "prt", "dobj", "xcomp", "advcl"} for t in c.subtree)]


def _cue_in(tokens: Iterable[Token], word: Token) -> tuple[str, Token] | None:
    """The cue nearest to the word; a phrase before a single word."""
    kept = sorted({t.i: t for t in tokens if t.i != word.i and t.sent == word.sent}.values(), key=lambda t: t.i)
    found: list[tuple[bool, int, str, Token]] = []
    for status in ("harmed", "unharmed", "unknown", "evacuated"):
        for token in kept:
            length = _cue_length(token, status)
            if length:
                found.append((_is_weak(token, length), abs(token.i - word.i) - 3 * length, status, token))
    best = min(found, key=lambda f: f[:3], default=None)
    return (best[2], best[3]) if best else None


def _cue_length(token: Token, status: str) -> int:
    """How many words the cue that begins here has, or 0."""
    cues = _words("cues", status)
    text = token.doc[token.i : token.i + 4].text.lower()
    phrases = [len(cue.split()) for cue in cues if " " in cue and re.match(rf"{re.escape(cue)}\b", text)]
    if phrases:
        return max(phrases)
    return 1 if token.pos_ in {"VERB", "ADJ", "NOUN", "ADV", "PROPN", "AUX"} and any(f in cues for f in lemmas_of(token)) else 0


def _is_weak(token: Token, length: int) -> bool:
    return length == 1 and any(form in _words("cues", "weak") for form in lemmas_of(token))


def _outlook(word: Token, cue: Token) -> Outlook:
    """Negation may stand at the people ("no Koreans"), at the cue, or at what is known ("no information that")."""
    if _is_none(word):
        return Outlook.DENIED
    outlook = outlook_of(cue)
    if outlook is not Outlook.DONE:
        return outlook
    for above in [cue, *cue.ancestors, word, *word.ancestors]:
        is_knowing = any(form in _words("knowing", "nouns") or form in _words("knowing", "verbs") for form in lemmas_of(above))
        if is_knowing and (_is_none(above) or any(c.dep_ == "neg" for c in above.children)):
            return Outlook.DENIED
    return Outlook.DONE


def _is_none(noun: Token) -> bool:
    """ "no Koreans", "not one Korean", "none of our citizens", "nobody of our citizens"."""
    if any(c.lower_ in {"no", "not", "without"} and c.dep_ in {"det", "neg", "advmod", "preconj"} for c in noun.children):
        return True
    if any(c.lower_ == "one" and any(g.lower_ == "not" for g in c.children) for c in noun.children):
        return True
    above = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else None
    return above is not None and above.lower_ in {"none", "nobody", "neither"}


SAFETY = Kind(
    name="safety",
    content=Safety,
    find=find_safety,
    line=safety_line,
    relate=relate_safety,
    say=say_safety,
    own_word=False,
    say_value=say_safety_value,
    say_line=say_safety_line,
)
