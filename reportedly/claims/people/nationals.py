"""Whose people: "Koreans", "two Czech tourists", "citizens of Ukraine", "our citizens", and the state that speaks.

In: a parsed sentence. Out: the words that stand for a country's people, each with its country; of a state's organ its
country. An unqualified foreign ministry is of the country whose people the article follows. Refuses soldiers and
officials, who are their state's, and nouns that are no persons.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import partial
from typing import NamedTuple

from reportedly.claims.clauses import mention_at
from reportedly.claims.frames import is_in, lemmas_of
from reportedly.claims.people.among import is_after_them, passports_of
from reportedly.claims.people.natives import is_native
from reportedly.lexicon import gazetteer, words
from reportedly.lexicon.nations import country_named, country_of_adjective, country_of_people, country_of_seat
from reportedly.model import EntityKind, Mention
from reportedly.text.grammar import noun_phrase, subject_of, verb_above
from reportedly.text.names import countries_of, mentions_of
from reportedly.text.sentences import Article, Sentence, Token, once
from reportedly.text.voices import attribution_at

_words = partial(words, "en/safety")


class Nationals(NamedTuple):
    """People of a country, and the word that stands for them."""

    word: Token
    country: str


@once
def host_of(article: Article) -> str | None:
    """The country of the story, else that in which most of the article's places lie: its people are no nationals abroad.

    Places of a country whose people are named as such count less: a paper at home says where they landed.
    """
    return article.country or _host_by_places(article)


def _host_by_places(article: Article) -> str | None:
    places, people = _places_of(article), people_named(article)
    for mention in mentions_of(article):  # a state has no embassy at home
        if mention.country and _is_named(mention, _words("states", "abroad")):
            places.pop(mention.country, None)
    best = min(places, key=lambda country: (people[country] - places[country], people[country], country), default=None)
    return best if best is not None and places[best] > 1 else None


def _places_of(article: Article) -> Counter[str]:
    return Counter(
        m.country for m in mentions_of(article) if m.kind is EntityKind.PLACE and m.country and m.title is None
    )


@once
def fields_of(article: Article) -> frozenset[str]:
    """The host, and the countries whose forces are at war there: neither's dead are nationals abroad."""
    places, host = _places_of(article), host_of(article)
    forces = Counter(m.country for m in mentions_of(article) if m.country and _FORCES.search(f"{m.name} {m.text}"))
    armed = {c for c in forces if forces[c] > 1 and places[c] >= _PLACES}
    return frozenset(armed) | ({host} if host is not None else frozenset())


_PLACES = 3  # of a country whose own ground is fought over
_FORCES = re.compile(
    r"\b(?:army|armies|troops|soldiers|forces|air force|navy|warplanes|jets|fighters|border guards?|military)\b", re.I
)


@once
def nationals_in(sentence: Sentence) -> tuple[Nationals, ...]:
    """The people of a country that the sentence names, as nationals."""
    return tuple(_find(sentence))


def _find(sentence: Sentence) -> Iterator[Nationals]:
    near = countries_of(sentence.article)
    for token in sentence.tokens:
        is_noun = token.pos_ in {"NOUN", "PROPN", "ADJ", "NUM"} or token.lower_ in _NOBODY
        if not is_noun or (token.dep_ == "compound" and token.head.i == token.i + 1):
            continue
        country = (
            _country_of_word(token, near) or own_country(token, sentence) or _country_of_phrase(token, near, sentence)
        )
        country = country or _country_of_person(token, sentence)
        if holder := passports_of(token):
            yield from (Nationals(holder, land) for land in _lands_before(token, near))
            continue
        is_any = is_person(token) or is_in(token, _words("persons", "befallen"))
        if country is None and is_any:
            yield from (Nationals(token, land) for land in dict.fromkeys(_lands_of_origin(token)))
            continue
        if country and is_native(token, country, sentence.article):
            continue
        if country:
            yield Nationals(token, country)
            yield from (Nationals(token, other) for other in _other_owners(token, country, sentence))
            yield from (Nationals(token, other) for other in _others_named(token, near) if other != country)


def _lands_before(noun: Token, near: tuple[str, ...]) -> list[str]:
    """ "Russian and Israeli passports" -> RU, IL."""
    kinds = [t for c in noun.children if c.dep_ in {"amod", "compound", "nmod"} for t in [c, *c.conjuncts]]
    found = (_country_in_row(t, near) or (country_named(t.text) if t.text.isupper() else None) for t in kinds)
    return list(dict.fromkeys(country for country in found if country))


def envoys_in(sentence: Sentence) -> Iterator[tuple[Token, list[str]]]:
    """Ambassadors and consuls, each with the countries that they are of: "the Dutch and Polish ambassadors"."""
    near = countries_of(sentence.article)
    for token in sentence.tokens:
        if token.pos_ not in {"NOUN", "PROPN"} or not is_in(token, _words("persons", "envoys")):
            continue
        before = [t for c in token.children if c.i < token.i and c.dep_ in _BEFORE for t in [c, *c.conjuncts]]
        countries = [c for t in before if (c := _country_in_row(t, near) or country_named(t.text))]
        for preposition in (c for c in token.children if c.lower_ == "of"):
            countries += _lands_at(preposition)
        if countries:
            yield token, list(dict.fromkeys(countries))


_BEFORE = {"amod", "compound", "nmod", "poss"}


def _others_named(noun: Token, near: tuple[str, ...]) -> Iterator[str]:
    """ "British, Dutch and U.S. citizens", "citizens of Norland, of Peru and of Chile": all but the first country."""
    if not is_person(noun):
        return
    for child in noun.children:
        if child.dep_ in {"amod", "compound", "nmod"} and child.i < noun.i:
            joined = [t for t in [child, *child.conjuncts] if t.text[:1].isupper()]
            yield from (c for t in joined if (c := _country_in_row(t, near)))
        elif child.lower_ == "from" and child.i > noun.i and not _is_fetched(noun):
            yield from _lands_at(child)
        elif child.lower_ == "of":
            kinds = [a for p in child.children if p.lemma_ in _BELONGING for a in p.children if a.dep_ == "amod"]
            yield from (c for a in kinds for t in [a, *a.conjuncts] if (c := _country_in_row(t, near)))
            preps = [child, *(t for t in child.conjuncts if t.lower_ == "of")]
            lands = [
                t for p in preps for inner in p.children if inner.dep_ == "pobj" for t in [inner, *inner.conjuncts]
            ]
            yield from (c for land in lands if (c := country_named(_name_of_land(land))))


def _lands_of_origin(people: Token) -> Iterator[str]:
    """ "The victims came from Norland, Peru and Chile", "two victims each from Norland and Peru"."""
    if _is_fetched(people):
        return
    counter = people.head.head if people.dep_ == "pobj" and people.head.lower_ == "of" else None
    holder = counter if counter is not None and (counter.like_num or counter.tag_ == "JJS") else people
    verb = holder.head  # "three of the wounded are from Norland"
    is_struck = is_in(people, _words("persons", "befallen")) or people.lemma_ in {"passenger", "national"}
    is_come = holder.dep_ == "nsubj" and is_struck and verb.lemma_ in _words("persons", "coming")
    for preposition in verb.children if verb.pos_ in {"VERB", "AUX"} else ():
        is_beside = 0 < preposition.i - people.i <= _BESIDE
        if preposition.lower_ == "from" and (is_come or is_beside):
            yield from _lands_at(preposition)


def _is_fetched(people: Token, *, is_kin: bool = False) -> bool:
    """ "repatriating its workers from Peru", "will fly home 220 workers from Lima": the land is where they were.

    With `is_kin`, "his two daughters from Lima" are not: nobody is anybody's daughter from where they are fetched.
    """
    is_moved = people.dep_ == "dobj" and any(
        form in _words("moving", "fetching") or form in _words("moving", "taking") for form in lemmas_of(people.head)
    )
    owners = [c.lower_ for c in people.children if c.dep_ == "poss"]
    return is_moved or (bool(owners) and not (is_kin and set(owners) <= {"his", "her"}))


_BESIDE = 2  # words: "victims each from"


def _lands_at(preposition: Token) -> Iterator[str]:
    for first in (p for p in preposition.children if p.dep_ == "pobj"):
        yield from (c for t in [first, *first.conjuncts] if (c := country_named(_name_of_land(t))))


def _country_in_row(word: Token, near: tuple[str, ...]) -> str | None:
    """ "British", "U.S." in a row before the people."""
    return country_of_adjective(word.text, near=near) or (country_named(word.text) if "." in word.text else None)


def _country_of_word(token: Token, near: tuple[str, ...]) -> str | None:
    """ "Koreans", "the French", "73 French", "two Japanese"."""
    if token.pos_ not in {"NOUN", "PROPN", "ADJ"}:
        return None
    if not token.text[0].isupper():  # translated: "the three other norwegians"
        is_people = (
            token.tag_ == "NNS" and token.lower_ not in _THINGS and any(c.dep_ == "nummod" for c in token.children)
        )
        return country_of_people(token.text.capitalize(), near=near) if is_people else None
    before = token.nbor(-1).text if token.i > token.sent.start else ""
    people = country_of_people(f"{before} {token.text}", near=near) or country_of_people(token.text, near=near)
    if people and (token.dep_ != "amod" or _is_going(token)):
        return people
    adjective = country_of_adjective(f"{before} {token.text}", near=near) or country_of_adjective(token.text, near=near)
    is_head = token.dep_ in {"nsubj", "nsubjpass", "dobj", "pobj", "attr", "conj", "appos", "ROOT", "dep", "acomp"}
    is_counted = any(c.dep_ in {"nummod", "det"} for c in token.children)
    is_counted |= token.dep_ == "attr" and _opens_row(token)  # "Among them are French, Italian and Swiss nationals"
    is_counted |= token.dep_ in {"acomp", "attr"} and _is_said_of_people(token)
    is_counted |= token.dep_ == "pobj" and token.head.lower_ in {"including", "with"} and _is_row(token)
    if adjective and (is_after_them(token) or _is_going(token)):
        return adjective
    return adjective if adjective and is_head and is_counted else None


def _is_going(adjective: Token) -> bool:
    """ "carried 300 Japanese home", where the parser takes them for a kind of home."""
    goal = adjective.head
    is_counted = any(c.dep_ == "nummod" for c in goal.children)
    return adjective.dep_ == "amod" and goal.lower_ in {"home", "back"} and goal.i == adjective.i + 1 and is_counted


def _is_row(adjective: Token) -> bool:
    """ "including Swiss and Belgians", "including French, Swiss and Danes": some of the row are people."""
    return any(country_of_people(t.text) for t in adjective.conjuncts)


def _is_said_of_people(adjective: Token) -> bool:
    """ "four of them were Sudlandic", "two of the dead are Norlandic"."""
    subject = subject_of(adjective.head) if adjective.head.lemma_ == "be" else None
    return subject is not None and (subject.pos_ == "NUM" or is_in(subject, _words("persons", "befallen")))


_THINGS = {"poles", "swedes", "danes"}


def _opens_row(adjective: Token) -> bool:
    return any(t.pos_ == "NOUN" and is_person(t) for t in adjective.conjuncts)


def _country_of_phrase(noun: Token, near: tuple[str, ...], sentence: Sentence) -> str | None:
    """ "Korean citizens", "the Czech pair", "citizens of Ukraine", "a man from Peru"."""
    is_nobody = noun.lower_ in _NOBODY  # "nobody from Norland"
    if is_in(noun, _words("persons", "struck")):  # "no Greek dead or wounded"
        return next((c for a in noun.children if a.i < noun.i and (c := _country_in_row(a, near))), None)
    if not is_nobody and (noun.pos_ not in {"NOUN", "PROPN", "NUM"} or not is_person(noun)):
        return None
    for child in noun.children:
        if child.dep_ in {"amod", "compound", "nmod"} and child.i < noun.i:
            phrase = " ".join(t.text for t in [*(c for c in child.children if c.dep_ in {"amod", "compound"}), child])
            country = country_of_adjective(phrase, near=near) or country_of_adjective(child.text, near=near)
            country = country or (country_named(phrase) if phrase in _words("persons", "lands") else None)
            if country:
                return country
        if child.lower_ == "of" and (country := _nationality_after(child, near)):
            return country
        if child.dep_ == "relcl" and child.lemma_ == "be":  # "the driver, who is Portuguese"
            kinds = [t for t in child.children if t.dep_ in {"acomp", "attr"}]
            if country := next((c for t in kinds if (c := country_of_adjective(t.text, near=near))), None):
                return country
        is_whence = child.lower_ == "from" and not _is_fetched(noun, is_kin=True)
        if (child.lower_ == "of" or is_whence) and child.i > noun.i:
            for inner in child.children:
                if child.lower_ == "from" and (country := _country_of_town(inner, sentence)):
                    return country
                country = country_named(_name_of_land(inner)) if inner.dep_ == "pobj" else None
                if country:
                    return country
    return None


def posted_in(sentence: Sentence) -> Iterator[Nationals]:
    """Staff of embassies and consulates, who are no nationals that a state advises or brings home, but whose fate is told."""
    for token in sentence.tokens:
        country = _country_of_post(token, sentence)
        if country is not None and not any(n.word.i == token.i for n in nationals_in(sentence)):
            yield Nationals(token, country)


def _country_of_post(staff: Token, sentence: Sentence) -> str | None:
    """ "the embassy's staff", "the personnel of the Norlandic consulate": of the state that the post is of."""
    if staff.pos_ != "NOUN" or not is_in(staff, _words("persons", "posted")):
        return None
    held = [c for c in staff.children if c.dep_ in {"poss", "compound", "nmod"} and c.i < staff.i]
    held += [p for c in staff.children if c.lower_ in {"of", "at"} for p in c.children if p.dep_ == "pobj"]
    post = next((t for t in held if is_in(t, _words("states", "abroad"))), None)
    if post is None:
        return None
    return _land_of_envoy(post) or state_of(mention_at(post, sentence)) or _state_speaking(staff, sentence)


def _name_of_land(land: Token) -> str:
    """ "the Republic of Peru", "the Kingdom of Norway": the name after what kind of state it is."""
    inner = [p for c in land.children if c.lower_ == "of" for p in c.children if p.dep_ == "pobj"]
    name = inner[0] if inner and land.lower_ in _FORMS_OF_STATE else land
    return " ".join(t.text for t in noun_phrase(name) if t.dep_ != "punct")


_FORMS_OF_STATE = {"republic", "kingdom", "commonwealth", "federation", "state", "union", "sultanate", "principality"}


def _country_of_person(name: Token, sentence: Sentence) -> str | None:
    """ "Ana Holm, 34, of Stockholm", "the nurse Ana Holm from Oslo": the country of the town that one comes from."""
    if name.pos_ != "PROPN" or name.ent_type_ != "PERSON":
        return None
    mention = mention_at(name, sentence)
    titles = (mention.title or "").lower().split() if mention is not None else []
    if mention is None or mention.kind is not EntityKind.PERSON or set(titles) & _words("persons", "never"):
        return None
    for preposition in name.children:
        is_home = preposition.lower_ == "from" or (preposition.lower_ == "of" and preposition.nbor(-1).is_punct)
        if is_home and preposition.i > name.i:
            towns = (_country_of_town(p, sentence) for p in preposition.children if p.dep_ == "pobj")
            return next((country for country in towns if country), None)
    return None


def _country_of_town(town: Token, sentence: Sentence) -> str | None:
    """The country of a town that one comes from; of a name that no place was read in, that of the one city of the name."""
    mention = mention_at(town, sentence)
    if mention is not None and mention.kind is EntityKind.PLACE and mention.country:
        return mention.country
    is_other = mention is not None and mention.kind is not EntityKind.PLACE
    if town.pos_ != "PROPN" or is_other or country_named(town.text):
        return None
    place = gazetteer.lookup(_name_of_land(town), near=countries_of(sentence.article))
    return place.country if place is not None else None


_BELONGING = {"nationality", "citizenship", "passport"}


def _nationality_after(preposition: Token, near: tuple[str, ...]) -> str | None:
    """ "a student of Peruvian nationality", "persons of Norlandian origin"."""
    nouns = (p for p in preposition.children if p.lemma_ in _BELONGING)
    return next((c for p in nouns for t in p.children if (c := country_of_adjective(t.text, near=near))), None)


_NOBODY = {"nobody", "no-one", "none"}
_AGENT = re.compile(r"(?:er|or|ist|ian|ant|ent|eer|man|woman|ee|ard)s?$|men$|women$")


@once
def is_person(noun: Token) -> bool:
    """Whether the noun is one for a private person: listed, or made like "merchant"; no soldier or official."""
    if not _words("persons", "never").isdisjoint(lemmas_of(noun)) or _is_of_forces(noun):
        return False
    return is_in(noun, _words("persons", "nouns")) or (noun.pos_ == "NOUN" and _AGENT.search(noun.lower_) is not None)


def _is_of_forces(noun: Token) -> bool:
    """ "three Norlandic army staff", "police personnel": their state's."""
    return noun.lemma_ in {"staff", "personnel", "employee"} and any(
        c.lower_ in {"army", "navy", "military", "police", "force", "defence", "defense"}
        for c in noun.children
        if c.dep_ in {"compound", "amod", "nmod"}
    )


def _country_at_head(sentence: Sentence) -> str | None:
    """ "China: Almost 16,000 citizens were out": in a list by countries, whose the entry is."""
    head, sign, _ = sentence.paragraph.doc.text.partition(":")
    return country_named(head.strip(" -–—•*")) if sign and len(head) <= _LONGEST_NAME else None


_LONGEST_NAME = 32


def own_country(noun: Token, sentence: Sentence) -> str | None:
    """The country of "our citizens", "its nationals", "compatriots", "two drivers of ours": of the state that speaks."""
    if noun.pos_ != "NOUN":
        return None
    if any(c.lower_ == "of" and any(p.lower_ == "ours" for p in c.children) for c in noun.children):
        return _state_in_force(noun, sentence) if is_person(noun) else None
    owner = next(
        (c for c in noun.children if c.dep_ == "poss" and c.lower_ in {"our", "its", "their", "his", "her"}), None
    )
    is_own = not _words("persons", "own").isdisjoint(lemmas_of(noun))
    if owner is None and noun.lemma_ in _OF_THE_ENTRY and (head := _country_at_head(sentence)):
        return head
    if not is_own or (owner is None and not _is_of_teller(noun)):
        return None
    if owner is not None and owner.lower_ in {"his", "her"} and noun.lemma_.lower() in {"people", "man"}:
        return None  # "nine of his own people had fallen": a commander's
    if owner is not None and owner.lower_ == "their" and _is_of_several(noun, sentence):
        return None
    return _state_speaking(noun, sentence)


_OF_THE_ENTRY = {"citizen", "national", "compatriot", "countryman", "subject", "expatriate"}


def _is_of_teller(noun: Token) -> bool:
    """ "compatriots", "the death of two nationals": of nobody else's country is anything said."""
    if noun.lemma_ in {"compatriot", "countryman"} or _is_told_bare(noun):
        return True
    lands = (p for c in noun.children if c.lower_ == "of" for p in c.children)
    is_plain = not any(c.dep_ in {"amod", "compound", "nmod", "relcl"} for c in noun.children)
    is_plain &= not any(country_named(_name_of_land(land)) or land.lemma_ == "country" for land in lands)
    return noun.lemma_ == "national" and is_plain and any(c.dep_ == "nummod" for c in noun.children)


def _is_told_bare(noun: Token) -> bool:
    """ "Norland flies out nationals", "Peru tells citizens to go": as headlines have it, of the state that does it."""
    is_bare = noun.lemma_ in {"national", "citizen"} and noun.dep_ == "dobj" and not any(True for _ in noun.children)
    verb = noun.head
    is_care = verb.lemma_ in _words("advising", "verbs") or verb.lemma_ in _words("moving", "taking")
    subject = subject_of(verb)
    return is_bare and is_care and subject is not None and country_named(subject.text) is not None


def _is_of_several(noun: Token, sentence: Sentence) -> bool:
    """ "Governments fly their citizens out": whose they are is not told."""
    owner = next(iter(subjects_above(noun)), None)
    if owner is None or owner.tag_ != "NNS" or any(state_of(mention_at(t, sentence)) for t in owner.subtree):
        return False
    return any(form in _words("persons", "owners") for form in lemmas_of(owner)) and not any(
        c.dep_ == "nummod" for c in owner.children
    )


def _other_owners(noun: Token, country: str, sentence: Sentence) -> Iterator[str]:
    """ "Norland and Sudland flew their citizens out": the people of each that does."""
    if not any(c.dep_ == "poss" and c.lower_ == "their" for c in noun.children):
        return
    first = next(iter(subjects_above(noun)), None)
    for other in first.conjuncts if first is not None else ():
        found = state_of(mention_at(other, sentence))
        if found and found != country:
            yield found


def _state_speaking(word: Token, sentence: Sentence) -> str | None:
    """The country of the state that governs the word, whose voice is in force, or whose organ is named nearest."""
    governing = (_state_governing(subject, sentence) for subject in subjects_above(word))
    country = next((c for c in governing if c), None) or _state_in_force(word, sentence)
    if country:
        return country
    owner = next(iter(subjects_above(word)), None)
    if owner is not None and is_in(owner, _words("persons", "employers")):
        return None  # "the oil firms brought out their people"
    is_compatriot = word.lemma_ in {"compatriot", "countryman"}
    if any(c.dep_ == "poss" and c.lower_ in {"his", "her"} for c in word.children) and not is_compatriot:
        return None  # "11 of his own people"
    return None if _is_on_word_of_private(word, sentence) and not is_compatriot else home_of(sentence.article)


def _is_on_word_of_private(word: Token, sentence: Sentence) -> bool:
    """ "The charity said none of its staff was hurt": a charity's or a firm's people are no state's."""
    chain = attribution_at(sentence, word.i).chain[:1]
    names = {w for voice in chain for w in voice.name.lower().split()}
    forms = names | {w.removesuffix("s") for w in names} | {w.removesuffix("ies") + "y" for w in names}
    return not forms.isdisjoint(_words("persons", "employers"))


def _state_governing(subject: Token, sentence: Sentence) -> str | None:
    """ "Norland", "the Norlandic government", "the authorities in Norland"."""
    country = state_of(mention_at(subject, sentence)) or _land_of_envoy(subject)
    if country or not any(form in _words("persons", "owners") for form in lemmas_of(subject)):
        return country
    seats = (p for c in subject.children if c.lower_ == "in" for p in c.children if p.dep_ == "pobj")
    return next((c for p in seats if (c := state_of(mention_at(p, sentence)))), None)


def _land_of_envoy(subject: Token) -> str | None:
    """ "Norland's high commissioner", "the Norlandic consul"."""
    if not is_in(subject, _words("persons", "envoys") | {"commissioner", "minister", "embassy", "consulate"}):
        return None
    owners = [c for c in subject.children if c.dep_ in {"poss", "amod", "nmod", "compound"} and c.text[:1].isupper()]
    names = [(t.text, " ".join(w.text for w in noun_phrase(t) if w.dep_ not in {"case", "punct"})) for t in owners]
    return next((c for word, name in names if (c := country_named(name) or country_of_adjective(word))), None)


def subjects_above(word: Token) -> Iterator[Token]:
    """The subjects of the verbs that hold the word, from the nearest out."""
    verb = verb_above(word)
    for _ in range(4):
        subject = subject_of(verb)
        if subject is not None and subject.tag_ in {"WDT", "WP"} and verb.dep_ == "relcl":
            subject = verb.head  # "China, which moved 42 of its people"
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
        (c for m in spoken if m for body in bodies_of(m, sentence.article) if (c := state_of(body)) and is_organ(body)),
        None,
    )


def of_the_teller(sentence: Sentence) -> Iterator[Nationals]:
    """ "Two students were slightly hurt", says an embassy: those of whom a state abroad tells are its own people."""
    for noun in sentence.tokens:
        is_told_of = (
            noun.pos_ == "NOUN" and noun.dep_ in {"nsubj", "nsubjpass"} and is_in(noun, _words("persons", "sent"))
        )
        if not is_told_of or not any(c.dep_ == "nummod" for c in noun.children):
            continue
        country = _state_in_force(noun, sentence)
        if (
            country
            and country == home_of(sentence.article)
            and not any(n.word.i == noun.i for n in nationals_in(sentence))
        ):
            yield Nationals(noun, country)


def bodies_of(mention: Mention, article: Article) -> Iterator[Mention]:
    """One mentioned, and the bodies that this or another mention of the same name speaks for."""
    yield mention
    mentions = mentions_of(article)
    for other in [mention, *(m for m in mentions if m.name == mention.name and m.kind is EntityKind.PERSON)]:
        organ = mentions.at(other.organ)
        if organ:
            yield organ


@once
def people_named(article: Article) -> Counter[str | None]:
    """How often the article names the people of each country."""
    near = countries_of(article)
    return Counter(
        country
        for sentence in article.sentences
        for token in sentence.tokens
        if (country := _country_of_word(token, near) or _country_of_phrase(token, near, sentence))
    )


@once
def home_of(article: Article) -> str | None:
    """The country whose people the article follows: an unqualified foreign ministry, and "our citizens", are its.

    It is the one whose people (they count twice), embassies and foreign ministry the article names most; of two that are
    level, the one of which the article speaks more.
    """
    near, host = countries_of(article), host_of(article)
    organs = {(m.country, m.name) for m in mentions_of(article) if m.country and is_foreign_organ(m)}
    counts = people_named(article) + people_named(article) + Counter(country for country, _ in organs)
    counts.pop(host, None)
    abroad = Counter({country: n for country, n in counts.items() if country not in fields_of(article)})
    counts = abroad or counts
    level = [country for country in near if counts[country] == max(counts.values(), default=0)]
    return level[0] if counts and level else None


def is_own_word(word: Token, country: str, sentence: Sentence) -> bool:
    """Whether the country's foreign ministry or embassy tells it: such speak of their people abroad."""
    mentions = mentions_of(sentence.article)
    spoken = (mentions.at(voice.mention) for voice in attribution_at(sentence, word.i).chain)
    bodies = (b for m in spoken if m for b in bodies_of(m, sentence.article))
    return any(is_foreign_organ(b) and state_of(b) == country for b in bodies)


def state_of(mention: Mention | None) -> str | None:
    if mention is None:
        return None
    if mention.kind is EntityKind.PLACE:
        return country_named(mention.name) or country_of_seat(mention.name)
    return mention.country if mention.kind in {EntityKind.ORGANISATION, EntityKind.PERSON, EntityKind.GROUP} else None


_SEAT = re.compile(r",? in (?:the )?((?:[A-Z][\w'-]+ ?){1,3})")


def seat_beside(mention: Mention, article: Article) -> str | None:
    """ "the Foreign Office in Berlin" -> DE: the country whose government sits where the body is said to be."""
    found = _SEAT.match(article.document.text, mention.span.end, mention.span.end + 60)
    words = found[1].split() if found else []
    names = (" ".join(words[:end]) for end in range(len(words), 0, -1))
    return next((country for name in names if (country := country_of_seat(name))), None)


def is_organ(mention: Mention) -> bool:
    return _is_named(mention, _words("states", "words"))


def is_foreign_organ(mention: Mention) -> bool:
    """An organ that speaks to its people abroad; a government or ministry of the place itself is none."""
    return _is_named(mention, _words("states", "words") - {"government", "mission"})


def _is_named(mention: Mention, words: Iterable[str]) -> bool:
    text = f" {mention.name} {mention.title or ''} {mention.text} ".lower()
    return any(f" {word} " in text for word in words)
