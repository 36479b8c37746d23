"""Safety of nationals: "no Koreans were hurt".

In: a parsed sentence. Out: of which country's people it says that they are unharmed, harmed, missing, advised, allowed
to leave or evacuated. The people are named ("two Czech tourists", "citizens of Ukraine"), or belong to the state that
speaks ("our citizens", "its nationals", the embassy's advice to travellers). Refuses soldiers, officials and residents of
the place itself, and a group of which nothing is said.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple
from weakref import WeakKeyDictionary

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
from reportedly.text.grammar import clause_tokens, is_passive, noun_phrase, roles_of, subject_of, verb_above
from reportedly.text.names import countries_of, mentions_of
from reportedly.text.sentences import Article, Sentence, Token
from reportedly.text.voices import attribution_at


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
    """All that a sentence says of nationals, left to right; of one country each status once, but each advice."""
    taken: set[tuple[str, str, int]] = set()
    for nationals, said in [*_advised(sentence), *_told(sentence)]:
        is_advice = said.status in {"advice", "authorised_departure"}
        key = (nationals.country, said.status, said.word.i if is_advice else -1)
        if key in taken or nationals.country == host_of(sentence.article):
            continue
        taken.add(key)
        yield Found(
            span=evidence_of(said.word, sentence, core=(nationals.word,), with_content=True),
            head=said.word.i,
            content=Safety(nationality=nationals.country, status=said.status),
            modality=said.modality,
        )


_hosts: WeakKeyDictionary[Article, str | None] = WeakKeyDictionary()


def host_of(article: Article) -> str | None:
    """The country in which most of the article's places lie: its own people are no nationals abroad."""
    if article not in _hosts:
        places = Counter(
            m.country for m in mentions_of(article) if m.kind is EntityKind.PLACE and m.country and m.title is None
        )
        best = min(places, key=lambda country: (-places[country], country), default=None)
        _hosts[article] = best if best is not None and places[best] > 1 else None
    return _hosts[article]


# --- whose people ---------------------------------------------------------------------------------------------------------


def nationals_in(sentence: Sentence) -> Iterator[Nationals]:
    """The people of a country that the sentence names, as nationals."""
    near = countries_of(sentence.article)
    for token in sentence.tokens:
        if token.dep_ == "compound" and token.head.i == token.i + 1:
            continue
        country = _country_of_word(token, near) or _own(token, sentence) or _country_of_phrase(token, near, sentence)
        if country:
            yield Nationals(token, country)


def _country_of_word(token: Token, near: tuple[str, ...]) -> str | None:
    """ "Koreans", "the French", "73 French", "two Japanese"."""
    if token.pos_ not in {"NOUN", "PROPN", "ADJ"} or not token.text[0].isupper():
        return None
    before = token.nbor(-1).text if token.i > token.sent.start else ""
    people = country_of_people(f"{before} {token.text}", near=near) or country_of_people(token.text, near=near)
    if people and token.dep_ != "amod":
        return people
    adjective = country_of_adjective(f"{before} {token.text}", near=near) or country_of_adjective(token.text, near=near)
    is_head = token.dep_ in {"nsubj", "nsubjpass", "dobj", "pobj", "attr", "conj", "appos", "ROOT"}
    is_counted = any(c.dep_ in {"nummod", "det"} for c in token.children)
    return adjective if adjective and is_head and is_counted else None


def _country_of_phrase(noun: Token, near: tuple[str, ...], sentence: Sentence) -> str | None:
    """ "Korean citizens", "the Czech pair", "citizens of Ukraine", "a man from Peru"."""
    if noun.pos_ not in {"NOUN", "PROPN", "NUM"} or not _is_person(noun):
        return None
    for child in noun.children:
        if child.dep_ in {"amod", "compound", "nmod"} and child.i < noun.i:
            phrase = " ".join(t.text for t in [*(c for c in child.children if c.dep_ in {"amod", "compound"}), child])
            country = country_of_adjective(phrase, near=near) or country_of_adjective(child.text, near=near)
            country = country or (country_named(child.text) if child.text.isupper() else None)
            if country:
                return country
        if child.lower_ in {"of", "from"} and child.i > noun.i:
            for inner in child.children:
                if child.lower_ == "from" and (town := mention_at(inner, sentence)) and town.kind is EntityKind.PLACE:
                    return town.country
                name = " ".join(t.text for t in noun_phrase(inner) if t.dep_ != "punct")
                country = country_named(name) if inner.dep_ == "pobj" else None
                if country:
                    return country
    return None


_AGENT = re.compile(r"(?:er|or|ist|ian|ant|ent|eer|man|woman|ee|ard)s?$|men$|women$")


def _is_person(noun: Token) -> bool:
    """Whether the noun is one for a private person: listed, or made like "merchant", "technician"; no soldier or official."""
    if any(form in _words("persons", "never") for form in lemmas_of(noun)):
        return False
    return is_in(noun, _words("persons", "nouns")) or (noun.pos_ == "NOUN" and _AGENT.search(noun.lower_) is not None)


def _own(noun: Token, sentence: Sentence) -> str | None:
    """ "our citizens", "its nationals", "compatriots": of the state that speaks."""
    owner = next(
        (c for c in noun.children if c.dep_ == "poss" and c.lower_ in {"our", "its", "their", "his", "her"}), None
    )
    is_own = any(form in _words("persons", "own") for form in lemmas_of(noun))
    if noun.pos_ != "NOUN" or not is_own or (owner is None and noun.lemma_ != "compatriot"):
        return None
    return _state_speaking(noun, sentence)


def _state_speaking(word: Token, sentence: Sentence) -> str | None:
    """The country of the state that governs the word, whose voice is in force, or whose organ is named nearest."""
    governing = (_state_of(mention_at(subject, sentence)) for subject in _subjects_above(word))
    country = next((c for c in governing if c), None) or _state_in_force(word, sentence)
    if country:
        return country
    return home_of(sentence.article)


def _subjects_above(word: Token) -> Iterator[Token]:
    """The subjects of the verbs that hold the word, from the nearest out."""
    verb = verb_above(word)
    for _ in range(4):
        subject = subject_of(verb)
        if subject is not None:
            yield subject
        if verb.head == verb:
            return
        verb = verb_above(verb.head)


def _state_in_force(word: Token, sentence: Sentence) -> str | None:
    """The country of the state organ, or of its speaker, on whose word it is said."""
    mentions = mentions_of(sentence.article)
    spoken = (mentions.at(voice.mention) for voice in attribution_at(sentence, word.i).chain)
    return next(
        (c for m in spoken if m for body in _bodies(m, sentence.article) if (c := _state_of(body)) and _is_organ(body)),
        None,
    )


def _bodies(mention: Mention, article: Article) -> Iterator[Mention]:
    """One mentioned, and the bodies that this or another mention of the same name speaks for."""
    yield mention
    mentions = mentions_of(article)
    for other in [mention, *(m for m in mentions if m.name == mention.name and m.kind is EntityKind.PERSON)]:
        organ = mentions.at(other.organ)
        if organ:
            yield organ


_homes: WeakKeyDictionary[Article, str | None] = WeakKeyDictionary()


def home_of(article: Article) -> str | None:
    """The country whose people the article follows: an unqualified foreign ministry, and "our citizens", are its.

    It is the one whose people, embassy or foreign ministry the article names most often; of two that are level, the one
    of which the article speaks more.
    """
    if article not in _homes:
        near, host = countries_of(article), host_of(article)
        named = [
            country
            for sentence in article.sentences
            for token in sentence.tokens
            if (country := _country_of_word(token, near) or _country_of_phrase(token, near, sentence))
        ]
        named += [m.country for m in mentions_of(article) if m.country and _is_foreign_organ(m)]
        counts = Counter(country for country in named if country != host)
        level = [country for country in near if counts[country] == max(counts.values(), default=0)]
        _homes[article] = level[0] if counts and level else None
    return _homes[article]


def _state_of(mention: Mention | None) -> str | None:
    if mention is None:
        return None
    if mention.kind is EntityKind.PLACE:
        return country_named(mention.name) or country_of_seat(mention.name)
    return mention.country if mention.kind in {EntityKind.ORGANISATION, EntityKind.PERSON, EntityKind.GROUP} else None


def _is_organ(mention: Mention) -> bool:
    return _is_named(mention, _words("states", "words"))


def _is_named(mention: Mention, words: Iterable[str]) -> bool:
    text = f" {mention.name} {mention.title or ''} {mention.text} ".lower()
    return any(f" {word} " in text for word in words)


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
    if directive.gives == "authorised_departure" and directive.whom is not None:
        owners = [m for t in directive.whom.subtree if (m := mention_at(t, sentence))]
        country = next(
            (c for m in owners if (c := _state_of(m)) and (_is_organ(m) or m.kind is EntityKind.PLACE)), None
        )
        country = country or next((c for t in directive.whom.subtree if (c := country_of_adjective(t.text))), None)
        if country:
            return country
    for mention in _advisers(directive, sentence):
        bodies = list(_bodies(mention, sentence.article))
        country = next((_state_of(b) or home_of(sentence.article) for b in bodies if _is_foreign_organ(b)), None)
        if country:
            return country
        if mention.kind is EntityKind.PLACE and _state_of(mention):
            return _state_of(mention)
        if mention.kind is EntityKind.ORGANISATION:
            break
    return None


def _advisers(directive: Directive, sentence: Sentence) -> Iterator[Mention]:
    """Who may be speaking: the subject, the voice in force, else who was last named in the paragraph."""
    told = directive.whom.i if directive.whom is not None else -1
    mentions = mentions_of(sentence.article)
    for subject in _subjects_above(directive.governor):
        mention = mention_at(subject, sentence) if subject.i != told else None
        if mention:
            yield mention
    for voice in attribution_at(sentence, directive.governor.i).chain:
        spoken = mentions.at(voice.mention)
        if spoken:
            yield spoken
    before = [m for m in mentions.inside(sentence.paragraph.span) if m.span.start < sentence.span.start]
    yield from (m for m in reversed(before) if m.kind in {EntityKind.PERSON, EntityKind.ORGANISATION})


def _is_foreign_organ(mention: Mention) -> bool:
    """An organ that speaks to its people abroad; a government or ministry of the place itself is none."""
    return _is_named(mention, _words("states", "words") - {"government", "mission"})


def _recommended(nationals: Iterable[Nationals]) -> Iterator[tuple[Nationals, Said]]:
    """ "recommendations to the citizens of Ukraine"."""
    for people in nationals:
        above = people.word.head.head if people.word.dep_ == "pobj" else people.word.head
        if {"recommendation", "advice", "warning", "advisory", "instruction"} & set(lemmas_of(above)):
            yield people, Said("advice", above, None)


# --- how they are -----------------------------------------------------------------------------------------------------------


def _told(sentence: Sentence) -> Iterator[tuple[Nationals, Said]]:
    last: tuple[Nationals, Said] | None = None
    for nationals in sorted([*nationals_in(sentence), *_counted_back(sentence)], key=lambda n: n.word.i):
        said = _said_of(nationals, sentence)
        if said is None and last is not None and _goes_on(nationals.word, last[0].word):
            said = last[1]._replace(word=nationals.word)
        if said:
            last = (nationals, said)
            yield nationals, said


def _goes_on(word: Token, before: Token) -> bool:
    """ "two of the rescued are Czechs, three are Australians": what was said of the first holds of the next."""
    return word.dep_ == "attr" and before.dep_ == "attr" and word.i > before.i


_BARE = {"others", "one", "both", "all", "third", "they", "none", "everyone", "couple", "pair"}


def _counted_back(sentence: Sentence) -> Iterator[Nationals]:
    """ "two were slightly injured", after "our compatriots": bare numbers and "the others" count those last named."""
    for token in sentence.tokens:
        is_bare = token.dep_ in {"nsubj", "nsubjpass"} and (token.pos_ == "NUM" or token.lower_ in _BARE)
        whole = [p.lower_ for c in token.children if c.dep_ == "prep" for p in c.children]
        if (
            not is_bare
            or token.head.pos_ not in {"VERB", "AUX"}
            or any(w not in {"them", "whom", "these"} for w in whole)
        ):
            continue
        named = [
            n
            for s in _this_and_before(sentence)
            for n in nationals_in(s)
            if n.word.doc != token.doc or n.word.i < token.i
        ]
        if named:
            yield Nationals(token, named[-1].country)


def _this_and_before(sentence: Sentence) -> list[Sentence]:
    before = sentence.article.sentences[max(0, sentence.index - 1) : sentence.index]
    return [*(s for s in before if s.paragraph is sentence.paragraph), sentence]


def _said_of(nationals: Nationals, sentence: Sentence) -> Said | None:
    """What the clause that holds them, or a clause at their own noun, says of them; the nearest cue counts."""
    word = nationals.word
    if _speaks(word):
        return None
    home = _home_coming(nationals, sentence)
    found = [c for tokens in _clauses_about(word) if (c := _cue_in(tokens, word))]
    if home is not None and not any(status == "harmed" for status, _ in found[:1]):
        found.insert(0, ("evacuated", home))
    if not found:
        return Said("unharmed", word, None) if _is_unheard_of(word) else _among_them(word, sentence)
    status, cue = found[0]
    outlook = _outlook(word, cue)
    if outlook is Outlook.WISHED:
        return None
    if outlook is Outlook.DENIED:
        status = "unknown" if _is_open(cue) else _OPPOSITE[status]
    if outlook is Outlook.AHEAD and status == "unharmed":
        status = "unknown"
    modality = MODALITY[outlook] if outlook in {Outlook.AHEAD, Outlook.POSSIBLE} else None
    return Said(status, cue, modality)


def _among_them(word: Token, sentence: Sentence) -> Said | None:
    """ "Among them are 73 French", after people were taken off a quay: what was said of all."""
    verb = verb_above(word)
    is_back = any(
        c.lower_ == "among" and any(p.lower_ in {"them", "those", "these"} for p in c.children) for c in verb.children
    )
    before = [s for s in _this_and_before(sentence) if s is not sentence]
    cue = _cue_in(before[-1].tokens, before[-1].tokens.root) if is_back and before else None
    return Said(cue[0], verb, None) if cue else None


_OPPOSITE = {"harmed": "unharmed", "unharmed": "unknown", "unknown": "unharmed", "evacuated": "unknown"}


def _is_open(cue: Token) -> bool:
    """ "no word on their fate" leaves it unknown."""
    return any(form in {"fate", "whereabouts", "contact", "trace", "check"} for form in lemmas_of(cue))


def _is_unheard_of(word: Token) -> bool:
    """ "no reports of Singaporeans among the passengers"."""
    above = word.head.head if word.dep_ == "pobj" else word.head
    return any(form in _words("knowing", "nouns") for form in lemmas_of(above)) and _is_none(above)


def _home_coming(nationals: Nationals, sentence: Sentence) -> Token | None:
    """The verb by which they come home: "were flown home", "landed in Kochi", "brought back to Ankara"."""
    verb = verb_above(nationals.word)
    near = [
        t for c in verb.children if c.dep_ in {"advmod", "prep", "npadvmod", "prt", "dobj"} for t in [c, *c.subtree]
    ]
    is_home = any(t.lower_ in {"home", "back"} for t in near)
    own = any(
        m.country == nationals.country and m.kind is EntityKind.PLACE for t in near if (m := mention_at(t, sentence))
    )
    is_taken = verb.lemma_ in _words("moving", "taking") and is_passive(verb)
    is_leaving = verb.lemma_ == "leave" and any(c.dep_ == "dobj" for c in verb.children)
    if (verb.lemma_ in _words("moving", "verbs") and (is_home or own)) or is_taken or is_leaving:
        return verb
    return next((t for t in nationals.word.rights if t.lower_ == "home" and t.dep_ == "advmod"), None)


_SAYING = {"say", "tell", "report", "announce", "add", "condemn", "urge", "think"}


def _speaks(word: Token) -> bool:
    return word.dep_ == "nsubj" and word.head.lemma_ in _SAYING


def _clauses_about(word: Token) -> Iterator[list[Token]]:
    """Nearest first: clauses at their own noun, what they are subject or object of, the whole clause that holds them."""
    whole = _standing_for(word)
    own = {c.i: c for noun in whole for c in noun.children if c.dep_ in {"acl", "relcl", "amod"}}
    roles = (role for noun in reversed(whole) for role in roles_of(noun))
    yield [t for role in roles if role.predicate.i not in own for t in _around(role.predicate)]
    yield [t for c in own.values() for t in c.subtree]
    verb = verb_above(word)
    if word.dep_ in {"dep", "appos"} or word.head.is_punct:
        yield [t for t in word.sent if t.i < word.i]
    yield [
        t
        for t in clause_tokens(verb)
        if t == verb
        or not any(a.dep_ == "relcl" and a != verb for a in [t, *t.ancestors] if a.i != verb.i and verb.is_ancestor(a))
    ]
    if verb.dep_ in {"ccomp", "relcl", "advcl", "xcomp", "acl"}:
        yield [t for t in verb.head.subtree if t.i < verb.i or t == verb]


def _standing_for(word: Token) -> list[Token]:
    """The word, and the nouns that stand for it: "12 of its nationals" -> 12, "three foreigners, a Korean" -> foreigners."""
    chain = [word]
    for _ in range(4):
        last = chain[-1]
        if last.dep_ in {"appos", "conj"} and last.head.pos_ in {"NOUN", "PROPN", "NUM", "PRON", "ADJ"}:
            chain.append(last.head)
        elif (
            last.dep_ == "pobj" and last.head.lower_ == "of" and last.head.head.pos_ in {"NUM", "PRON", "DET", "ADJ"}
        ) or (
            last.dep_ == "pobj"
            and last.head.lower_ == "of"
            and last.head.head.lower_ in {"dozens", "hundreds", "group", "number", "one"}
        ):
            chain.append(last.head.head)
        else:
            break
    return chain


_COMPLEMENTS = {"prep", "acomp", "attr", "oprd", "advmod", "prt", "dobj", "xcomp", "npadvmod", "agent"}


def _around(predicate: Token) -> list[Token]:
    """The word that says something of them with its complements, without the clauses that hang on those."""
    return [predicate, *(t for c in predicate.children if c.dep_ in _COMPLEMENTS for t in _plainly(c))]


def _plainly(token: Token) -> Iterator[Token]:
    yield token
    for child in token.children:
        if child.dep_ not in {"relcl", "advcl", "ccomp", "parataxis"}:
            yield from _plainly(child)


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
    if best and best[2] == "unharmed" and best[3].lemma_ in _words("cues", "mere"):
        best = min((f for f in found if f[2] == "harmed" and not _is_none(f[3])), key=lambda f: f[:3], default=best)
    return (best[2], best[3]) if best else None


def _cue_length(token: Token, status: str) -> int:
    """How many words the cue that begins here has, or 0."""
    cues = _words("cues", status)
    text = token.doc[token.i : token.i + 4].text.lower()
    phrases = [len(cue.split()) for cue in cues if " " in cue and re.match(rf"{re.escape(cue)}\b", text)]
    if phrases:
        return max(phrases)
    return (
        1
        if token.pos_ in {"VERB", "ADJ", "NOUN", "ADV", "PROPN", "AUX"} and any(f in cues for f in lemmas_of(token))
        else 0
    )


def _is_weak(token: Token, length: int) -> bool:
    return length == 1 and any(form in _words("cues", "weak") for form in lemmas_of(token))


def _outlook(word: Token, cue: Token) -> Outlook:
    """Negation may stand at the people ("no Koreans"), at the cue, or at what is known ("no information that")."""
    if _is_none(word):
        return Outlook.DENIED
    outlook = outlook_of(cue)
    if outlook not in {Outlook.DONE, Outlook.POSSIBLE}:
        return outlook
    for above in [cue, *cue.ancestors, word, *word.ancestors]:
        is_knowing = any(
            form in _words("knowing", "nouns") or form in _words("knowing", "verbs") for form in lemmas_of(above)
        )
        if is_knowing and (_is_none(above) or any(c.dep_ == "neg" for c in above.children)):
            return Outlook.DENIED
    return outlook


def _is_none(noun: Token) -> bool:
    """ "no Koreans", "not one Korean", "none of our citizens", "nobody of our citizens"."""
    if any(
        c.lower_ in {"no", "not", "without"} and c.dep_ in {"det", "neg", "advmod", "preconj"} for c in noun.children
    ):
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
