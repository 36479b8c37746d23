"""What kind of thing a name is of, as all articles of a desk together show it.

The recogniser takes one name for a person here, a body there and a town in the next article: "Besnik Rakipi", "MHE",
"Kursary". Where an article shows it (a title, a ministry's words, a place on the map), that holds for every mention
of the name that shows nothing.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import NamedTuple

from reportedly.lexicon import gazetteer, load
from reportedly.lexicon.nations import country_named
from reportedly.lexicon.spelling import fold
from reportedly.link import entities
from reportedly.link.form import BODIES, own_parts
from reportedly.link.gazetteer import is_spelling_of, spelling_keys
from reportedly.link.near import Near
from reportedly.link.organs import sort_of
from reportedly.link.sound import frames, heard, likeness
from reportedly.model import EntityKind, Mention, Span

_SHOWN = 3.0
"""Weight of a mention whose own words show its kind; below it the recogniser's guess."""
_GUESSED = 1.0
_LONE = 0.5
"""A single word without a title, taken for a person: the recogniser's commonest slip."""
_REPEATED = 2.0
"""Weight of a place on the desk's own map, from which on a lone word may be its misspelling."""
_SHORTEST = 4
"""Letters of a body's first word that can stand for the whole."""
_ONE_SOUND = 0.97
"""Likeness to the ear from which a name as short as that is another spelling: Suğd, Sughd."""
_SETTLED = frozenset({EntityKind.GROUP})

type Located = Mapping[tuple[str, Span], float]


@dataclass(frozen=True, slots=True)
class Known:
    """A name's kind and where the map or the article has it."""

    name: str
    kind: EntityKind
    country: str | None
    place: str | None
    weight: float


def settled(mentions: Sequence[Mention], located: Located | None = None) -> list[Mention]:
    """The mentions, each of the kind that the desk's articles show its name to be of.

    `located` gives for a mention how surely the words before it show a place (`where_weight`).
    """
    mentions = _placed([_bare(mention) for mention in mentions])
    known = _known(mentions, located or {})
    spelled = _Spelled(known.values())
    countries = _countries(mentions)
    wholes = _Wholes(_first_words(known.values()), _surnames(mentions, known))
    return [_settled(mention, known, spelled, wholes, countries[mention.document]) for mention in mentions]


def where_weight(mention: Mention, text: str) -> float:
    """How surely the words before a name without a title show that it is a place's: "in Orlo", "the village of Vesk";
    0 where they do not.
    """
    if (
        mention.kind not in _GUESSABLE
        or mention.title
        or mention.text != mention.name
        or not mention.text[:1].isupper()
    ):
        return 0.0
    behind = text[mention.span.end : mention.span.end + 3]
    if behind[:2] in {"'s", "’s"} or (behind[:1] == " " and behind[1:2].isupper()):
        return 0.0
    before = _WHERE.search(text[max(0, mention.span.start - _BEFORE) : mention.span.start])
    return 0.0 if before is None else _GUESSED if before[1].lower() == "at" else _REPEATED


_BEFORE = 24
"""Characters before a name in which the words that place it stand."""
_WHERE = re.compile(
    r"\b(in|near|outside|at|(?:villages?|towns?|city|hamlet|settlement|island|district|township)(?:\s+of)?)\s+$",
    re.IGNORECASE,
)
_GUESSABLE = frozenset({EntityKind.PERSON, EntityKind.ORGANISATION})


def _bare(mention: Mention) -> Mention:
    """A person without the address that the name was taken with ("Mr. Vesk"); "Vesk Kimya A.Ş." is a firm."""
    if mention.kind is EntityKind.OUTLET and _is_place(mention.name):
        text = " ".join(mention.text.split())
        return replace(
            mention, name=text[4:] if text.lower().startswith("the ") else text
        )  # Radio Skopje is not Skopje
    if mention.kind is not EntityKind.PERSON or " " not in mention.name:
        return mention
    if mention.name.split()[-1] in entities.firm_endings():
        return replace(mention, kind=EntityKind.ORGANISATION, title=None, organ=None)
    address, _, name = mention.name.partition(" ")
    is_address = address.lower() in entities.addresses() or (
        " " in name and address in entities.listed_spellings() and entities.listed_kind(address) is EntityKind.AGENCY
    )
    if not is_address or not name[:1].isupper():
        return mention
    return replace(
        mention, name=name, title=mention.title or (None if address in entities.listed_spellings() else address.lower())
    )


def _is_place(name: str) -> bool:
    return country_named(name) is not None or bool(gazetteer.named(name))


class _Wholes(NamedTuple):
    """What a lone word is short for: a body by its first word, a person by the last; folded."""

    bodies: Mapping[str, Known]
    people: Mapping[str, Known]


def _surnames(mentions: Iterable[Mention], known: Mapping[str, Known]) -> dict[str, Known]:
    """The last words of names that only people bear, as the desk's articles show, in every spelling."""
    found: dict[str, Known] = {}
    others: set[str] = set()
    for name in dict.fromkeys(
        mention.name for mention in mentions if " " in mention.name and mention.kind not in _SETTLED
    ):
        entry, words = known.get(_key(name)), [fold(word) for word in name.split()]
        if entry is None or entry.kind is not EntityKind.PERSON:
            others.update(words)
            continue
        others.update(words[:-1])
        if entry.weight >= _SHOWN and len(words[-1]) >= _SHORTEST:
            found.setdefault(words[-1], entry)
    return {word: entry for word, entry in found.items() if word not in others}


def _first_words(known: Iterable[Known]) -> dict[str, Known]:
    """The proper word that one body's name opens with and nobody else bears: "Daanbay" of the Daanbay Foundation."""
    bearers: dict[str, list[Known]] = defaultdict(list)
    for entry in known:
        for word in dict.fromkeys(entry.name.split()):
            bearers[fold(word)].append(entry)
    found = {}
    for word, entries in bearers.items():
        bodies = [
            e for e in entries if e.kind in BODIES and e.weight >= _SHOWN and e.name.split()[1:] and " " in e.name
        ]
        is_only = len({_key(e.name) for e in bodies}) == 1 and all(e in bodies or fold(e.name) == word for e in entries)
        first = bodies[0].name.split()[0] if bodies else ""
        if is_only and fold(first) == word and country_named(first) is None and len(word) >= _SHORTEST:
            found[word] = bodies[0]
    return found


def _placed(mentions: Sequence[Mention]) -> list[Mention]:
    """Places that one article cannot put on the map, where the desk's others put that name in one spot: a paper names its
    own towns without their country. A guess by sound in a country that its other places gainsay is taken back first.
    """
    spots: dict[str, set[tuple[str, str | None]]] = defaultdict(set)
    for mention in mentions:
        if mention.kind is EntityKind.PLACE and mention.place and not _is_guess(mention):
            spots[fold(mention.name)].add((mention.place, mention.country))
    found = [_as_elsewhere(mention, spots) for mention in mentions]
    homes: dict[str, Counter[str]] = defaultdict(Counter)
    for mention in found:
        if mention.kind is EntityKind.PLACE and mention.country and not _is_guess(mention):
            homes[mention.document][mention.country] += 1
    return [_unguessed(mention, homes[mention.document]) for mention in found]


def _is_guess(mention: Mention) -> bool:
    return bool(mention.place) and not gazetteer.named(mention.name)


def _as_elsewhere(mention: Mention, spots: Mapping[str, set[tuple[str, str | None]]]) -> Mention:
    known = spots.get(fold(mention.name), set()) if mention.kind is EntityKind.PLACE and not mention.place else set()
    if len(known) != 1:
        return mention
    ((place, country),) = known
    return replace(mention, place=place, country=country)


def _unguessed(mention: Mention, homes: Counter[str]) -> Mention:
    """ "Vangura" is no town of a country that the article hardly speaks of."""
    if mention.kind is not EntityKind.PLACE or not _is_guess(mention) or not homes:
        return mention
    most = max(homes.values())
    return mention if 2 * homes[mention.country or ""] >= most else replace(mention, place=None, country=None)


def _settled(
    mention: Mention,
    known: Mapping[str, Known],
    spelled: "_Spelled",
    wholes: _Wholes,
    countries: frozenset[str],
) -> Mention:
    own = _weight(mention)
    if own >= _SHOWN or mention.kind in _SETTLED or not mention.name[:1].isupper():
        return mention
    found = known.get(_key(mention.name))
    if (found is None or found.weight < _SHOWN) and " " in mention.name:
        found = known.get(fold(mention.name)) or found  # Bai Ma Tan, Baimatan
    if found is None or found.weight < _SHOWN:
        found = _respelled(mention, spelled, countries) or _whole(mention, wholes) or found
    elif found.kind is EntityKind.PLACE and found.place is None and (brand := wholes.bodies.get(fold(mention.name))):
        found = found if _heads() & set(brand.name.lower().split()) else brand  # a village has a hospital, no airline
    return mention if found is None or _group(found.kind) == _group(mention.kind) else _as(mention, found)


def _whole(mention: Mention, wholes: _Wholes) -> Known | None:
    """What a lone word is short for, where the desk shows it."""
    if " " in mention.name or _is_short(mention.name):
        return None
    word = fold(mention.name)
    return wholes.bodies.get(word) or (wholes.people.get(word) if mention.kind in _GUESSABLE else None)


def _as(mention: Mention, known: Known) -> Mention:
    is_place = known.kind is EntityKind.PLACE
    is_first = known.kind in BODIES and fold(known.name.split()[0]) == fold(mention.name) and " " in known.name
    name = known.name if known.kind in BODIES and (is_first or _is_short(mention.name)) else mention.name
    place = known.place if is_place and fold(known.name) == fold(mention.name) else None
    country = known.country if is_place else mention.country
    return replace(mention, name=name, kind=known.kind, place=place, country=country, title=None, organ=None)


def _respelled(mention: Mention, spelled: "_Spelled", countries: frozenset[str]) -> Known | None:
    """The place of the article's countries, or the body, that a lone word is another spelling of: "Maidugury"."""
    if mention.name.count(" ") > 1 or _is_short(mention.name) or len(mention.name) < _SHORTEST:
        return None
    found = [known for known in spelled.as_(mention.name) if _may_be(known, countries)]
    return found[0] if len({(known.place, known.country) for known in found}) == 1 else None


class _Spelled:
    """The desk's places and bodies of one word, to be found again in another spelling."""

    def __init__(self, known: Iterable[Known]) -> None:
        entries = [entry for entry in known if _may_be_respelled(entry)]
        entries.sort(key=lambda k: (k.name, k.kind, k.country or "", k.place or ""))
        self._near = Near((entry, spelling_keys(entry.name), _initials(entry.name)) for entry in entries)
        self._found: dict[str, Sequence[Known]] = {}

    def as_(self, name: str) -> Sequence[Known]:
        """All that a name is a spelling of."""
        if name not in self._found:
            near = self._near.to(spelling_keys(name), _initials(name))
            self._found[name] = [entry for entry in near if _is_spelling(name, entry)]
        return self._found[name]


def _may_be_respelled(known: Known) -> bool:
    is_named = known.kind is EntityKind.PLACE or (known.kind in BODIES and " " not in known.name)
    return is_named and known.weight >= _REPEATED and country_named(known.name) is None


def _is_spelling(name: str, known: Known) -> bool:
    return (
        known.name.count(" ") >= name.count(" ")
        and is_spelling_of(name, known.name)
        and (len(name) > _SHORTEST or likeness(name, known.name) >= _ONE_SOUND)
    )


def _may_be(known: Known, countries: frozenset[str]) -> bool:
    if known.kind in BODIES:
        return known.weight >= _SHOWN and " " not in known.name
    return known.kind is EntityKind.PLACE and (known.country is None or known.country in countries)


def _known(mentions: Iterable[Mention], located: Located) -> dict[str, Known]:
    """Key of a name -> what the weightiest of its kinds is."""
    votes: dict[str, dict[EntityKind, float]] = defaultdict(lambda: defaultdict(float))
    best: dict[tuple[str, EntityKind], Known] = {}
    for mention in mentions:
        weight = _weight(mention)
        if weight < _SHOWN and (where := located.get((mention.document, mention.span))):
            mention, weight = replace(mention, kind=EntityKind.PLACE, country=None), where
        names = _names(mention.kind, mention.name, mention.text) if weight and mention.kind not in _SETTLED else ()
        for name in names:
            key, kind = _key(name), _group(mention.kind)
            votes[key][kind] += weight
            held = best.get((key, kind))
            if held is None or (weight, mention.name) > (held.weight, held.name):
                best[key, kind] = Known(mention.name, mention.kind, mention.country, mention.place, weight)
    return {
        key: replace(best[key, kind], weight=counts[kind])
        for key, counts in votes.items()
        if (kind := min(counts, key=lambda k: (-counts[k], k)))
    }


@lru_cache(maxsize=50_000)
def _names(kind: EntityKind, name: str, text: str) -> tuple[str, ...]:
    """What a mention calls somebody: its name, a firm's without its form in law, a body's short form as it is written."""
    short, _, ending = name.rpartition(" ")
    bare = [short] if short and ending in entities.firm_endings() else []
    return (name, *bare, *([text] if text != name and kind in BODIES and _is_short(text) else []))


@lru_cache(maxsize=50_000)
def _key(name: str) -> str:
    """Of a name of several words what is heard of each; of one word its letters."""
    words = own_parts(name) or name.split()
    return " ".join(heard(word) for word in words) if len(words) > 1 else fold(name)


def _group(kind: EntityKind) -> EntityKind:
    return EntityKind.ORGANISATION if kind in BODIES else kind


def _is_short(name: str) -> bool:
    return name.isupper() and " " not in name


@lru_cache(maxsize=50_000)
def _initials(name: str) -> tuple[str, ...]:
    """The sounds that a name may open with: "Chodschai" as the Germans write it, and as others do."""
    return tuple(sorted({heard(name)[:1], *(frame[:1] for frame in frames(name))}))


def _countries(mentions: Iterable[Mention]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        found[mention.document] |= {mention.country} if mention.country else set()
    return {document: frozenset(codes) for document, codes in found.items()}


def _weight(mention: Mention) -> float:
    """How surely the mention's own words show its kind; 0 for one that only goes back to another."""
    if mention.kind is EntityKind.PLACE:
        return _SHOWN if mention.place else _GUESSED
    if mention.kind is EntityKind.PERSON:
        return _weight_of_person(mention)
    return _weight_of_body(mention.kind, mention.name, mention.text)


@lru_cache(maxsize=50_000)
def _weight_of_body(kind: EntityKind, name: str, text: str) -> float:
    if name.rpartition(" ")[2] in entities.firm_endings():
        return 2 * _SHOWN
    is_shown = (
        name in entities.listed_spellings()
        or sort_of(name) is not None
        or kind is not EntityKind.ORGANISATION
        or bool(_heads() & set(text.lower().split()))
        or (text != name and _is_short(text))
    )
    return _SHOWN if is_shown else _GUESSED


def _weight_of_person(mention: Mention) -> float:
    if not entities.is_persons_name(mention.name):
        return 0.0
    if mention.title:
        return _SHOWN
    return _GUESSED if " " in mention.name else _LONE


@cache
def _heads() -> frozenset[str]:
    """Words that a body's name shows itself by: "ministry", "union"."""
    heads = load("en/organs")["heads"]
    return frozenset(word for sort in sorted(heads) for word in heads[sort] if " " not in word)
