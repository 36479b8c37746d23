"""Clusters of forms -> entities: best name, spellings, country, side, place on the map, and an id that lasts.

The id is made from kind and canonical name (of a place its GeoNames id), so it is the same whatever order articles came
in. Side: "state:KZ" for every organ, official and state medium of Kazakhstan; everybody else stands on their own.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from hashlib import sha256

from reportedly.lexicon import load
from reportedly.lexicon.spelling import fold
from reportedly.link import korean
from reportedly.link.chinese import families_of
from reportedly.link.form import BODIES, Form
from reportedly.link.gazetteer import holders_of, place_of, seat_of
from reportedly.link.organs import is_of_state
from reportedly.model import Entity, EntityKind, Span

_ACRONYM = re.compile(r"^[A-Z][A-Za-z.-]{1,9}$")
_OFFICES = {"head-of-state", "head-of-government", "minister", "local", "mayor"}
_AT_HOME = {"local", "mayor", "minister"}
"""Offices that a report means in the country of its crisis unless it says another."""
_UNSIDED = {"media", "hospital", "red-crescent"}


_SORTS = {"city": "town"}
"""What a reader calls a place of the gazetteer's kinds, where that is another word."""


@cache
def listed() -> Mapping[str, Mapping[str, object]]:
    """Agencies, media and alliances by canonical name."""
    agencies, organs = load("en/agencies"), load("en/organs")
    return {**organs["alliances"], **agencies["media"], **agencies["agencies"]}


@cache
def listed_spellings() -> Mapping[str, str]:
    return {
        spelling: name
        for name, facts in listed().items()
        for spelling in (name, *facts.get("also", ()), *facts.get("short", ()))  # type: ignore[misc]
    }


def listed_kind(name: str) -> EntityKind:
    canonical = listed_spellings().get(name, name)
    agencies = load("en/agencies")
    if canonical in agencies["agencies"]:
        return EntityKind.AGENCY
    return EntityKind.OUTLET if canonical in agencies["media"] else EntityKind.ORGANISATION


@cache
def _roles() -> Mapping[str, str]:
    roles: Mapping[str, Sequence[str]] = load("en/titles")["roles"]
    apart: Mapping[str, Sequence[str]] = load("en/titles")["apart"]
    return {title: family for family, titles in (*reversed(list(roles.items())), *apart.items()) for title in titles}


@cache
def _unnamed() -> frozenset[str]:
    table = load("en/titles")["unnamed"]
    return frozenset((*table["one"], *table["many"], *_roles()))


@cache
def family_of(title: str | None) -> str | None:
    """ "deputy interior minister" -> minister."""
    words = (title or "").split()
    return next((f for n in range(len(words)) if (f := _roles().get(" ".join(words[n:])))), None)


@cache
def addresses() -> frozenset[str]:
    """Words before a name that are no part of it: "Mr.", "H.E."; of ranks and callings those that are written short: "Dr."."""
    roles = load("en/titles")["roles"]
    short = {word for titles in roles.values() for word in titles if word.endswith(".") and " " not in word}
    whole = {word for family in ("courtesy", "faith") for word in roles[family] if " " not in word}
    return frozenset(whole | short | {word[:-1] for word in short}) - _GIVEN


_GIVEN = frozenset({"prince", "princess", "sultan", "sister", "cardinal", "pope", "bishop", "imam", "priest", "don"})
"""Titles that are as well a given name or the whole of one."""


@cache
def short_titles() -> frozenset[str]:
    """Titles of one word that stand before a name: "Mrs", "Doctor", "Premier"; not "head", "chief"."""
    roles = load("en/titles")["roles"]
    families = ("courtesy", "rank", "expert", "head-of-state", "head-of-government", "minister", "faith")
    return frozenset(word for family in families for word in roles[family] if " " not in word)


@cache
def firm_endings() -> frozenset[str]:
    return frozenset(load("en/naming")["words"]["firm"])


@cache
def seat_endings() -> frozenset[str]:
    """What a place's name may say of itself at its end: "county", "town"."""
    return frozenset(load("en/naming")["words"]["seat"])


@cache
def family_first() -> frozenset[str]:
    """Folded family names that stand before the given one."""
    return frozenset(fold(name) for name in load("en/titles")["family_first"]["names"])


@cache
def is_persons_name(name: str) -> bool:
    """Not "official from the ministry", "police spokesman", "President"."""
    words = name.split()
    return (
        bool(words)
        and (words[-1].rpartition("-")[2][:1].isupper() or _is_given_in_two(words))
        and words[0].lower() not in _unnamed()
        and words[-1].lower() not in _unnamed()
    )


def _is_given_in_two(words: Sequence[str]) -> bool:
    """ "Kim Jong-un", "Chow Mei-ling": a given name of two syllables behind a family name; not "Hong Kong-based"."""
    first, _, second = words[-1].rpartition("-")
    is_given = first[:1].isupper() and second.isalpha() and second not in _JOINED
    family = fold(words[0])
    is_family = family in family_first() or bool(families_of(family)) or korean.is_syllable(family)
    return len(words) > 1 and is_given and is_family


_JOINED = frozenset({"based", "born", "led", "held", "run", "wide", "made", "style", "bound", "owned"})


@cache
def is_proper(name: str) -> bool:
    """Whether a body's name has a capital beyond its first letter's: "Baltica Lines"; not "Shipping company"."""
    words = name.split()
    first = words[0].lower() if words else ""
    opens = name[:1].isupper() and first not in _common() and first not in load("en/organs")["modifiers"]["words"]
    return opens or any(word[:1].isupper() for word in words[1:])


@cache
def _common() -> frozenset[str]:
    table = load("en/organs")
    words = {word for phrase in (*table["heads"]["state"], *table["heads"]["other"]) for word in phrase.split()}
    words |= {word for phrases in table["fixed"].values() for phrase in phrases for word in phrase.split()}
    return frozenset(words | set(load("en/titles")["stop"]["words"]))


def is_acronym(spelling: str) -> bool:
    return bool(_ACRONYM.match(spelling)) and sum(letter.isupper() for letter in spelling) >= 2


def _hash(*words: str) -> str:
    return "e-" + sha256("|".join(words).encode()).hexdigest()[:10]


def id_of_form(form: Form) -> str:
    return _hash(*_identity([form]))


def _identity(forms: Sequence[Form]) -> tuple[str, ...]:
    """What the id is made from."""
    key = forms[0].key
    if key.kind is EntityKind.PLACE:
        placed = sorted(f.key.place for f in forms if f.key.place)
        return (
            (key.kind, placed[0]) if placed else (key.kind, fold(_best_name(forms)), key.country or "", key.home or "")
        )
    if key.organ and key.kind in BODIES:
        return (EntityKind.ORGANISATION, key.organ, key.country or "", key.place or "", key.home or "")
    homes = {f.key.home for f in forms}
    return (
        key.kind,
        fold(_best_name(forms)) or _best_name(forms),
        (min(homes, key=str) or "") if None not in homes else "",
    )


def _best_name(forms: Sequence[Form]) -> str:
    """The most frequent full form; a place is spelled as the gazetteer does."""
    for form in forms:
        place = place_of(form.key.place) if form.key.kind is EntityKind.PLACE else None
        if place:
            return place.name
    names: Counter[str] = Counter()
    for form in forms:
        names.update(form.names)
    return min(names, key=lambda n: (-_fullness(n, forms[0].key.kind), -names[n], -len(n), n))


def _fullness(name: str, kind: EntityKind | str) -> int:
    if kind == EntityKind.PERSON:
        return min(2, len(name.split()))
    return int(name[:1].isupper()) + int(not is_acronym(name))


def entities_of(
    groups: Iterable[Sequence[Form]], organs: Mapping[tuple[str, object], tuple[str, object]]
) -> tuple[Entity, ...]:
    """One entity a cluster, in order of id; officials take the side of the body they speak for."""
    taken: set[str] = set()
    made: list[tuple[Entity, Sequence[Form]]] = []
    identified = [(_identity(forms), forms) for forms in groups]
    for identity, forms in sorted(identified, key=lambda row: (row[0], row[1][0].key)):
        entity = _entity(forms, identity, taken)
        taken.add(entity.id)
        made.append((entity, forms))
    by_mention = {(document, span): entity for entity, _ in made for document, span in entity.mentions}
    sided = (_with_body(entity, forms, organs, by_mention) for entity, forms in made)
    ids = {holder: entity.id for entity, forms in made for holder in _holders(forms)[:1]}
    return tuple(
        sorted(
            (_within(entity, forms, ids) for (entity, forms) in zip(sided, (f for _, f in made), strict=True)),
            key=lambda e: e.id,
        )
    )


def _holders(forms: Sequence[Form]) -> tuple[str, ...]:
    return next((holders_of(f.key.place) for f in forms if f.key.place and f.key.kind is EntityKind.PLACE), ())


def _within(entity: Entity, forms: Sequence[Form], ids: Mapping[str, str]) -> Entity:
    """The desk's own places that hold this one; an unlisted place lies in its country."""
    if entity.kind is not EntityKind.PLACE:
        return entity
    chain = _holders(forms)[1:] or ((entity.country,) if entity.country and not _holders(forms) else ())
    return replace(entity, within=tuple(ids[holder] for holder in chain if holder in ids and ids[holder] != entity.id))


def _entity(forms: Sequence[Form], identity: Sequence[str], taken: set[str]) -> Entity:
    key = forms[0].key
    id_ = _hash(*identity)
    if id_ in taken:
        id_ = _hash(*identity, *map(repr, sorted(form.key for form in forms)))
    name = _best_name(forms)
    place = next((p for f in forms if key.kind is EntityKind.PLACE and (p := place_of(f.key.place))), None)
    country = place.country if place else _country(forms, name)
    spellings = sorted({s for f in forms for s in (*f.spellings, *_full(f))} - {name})
    return Entity(
        id=id_,
        kind=EntityKind(key.kind),
        name=name,
        aliases=tuple(spellings),
        country=country,
        side=_side(forms, name, country, id_),
        geonames=(place.geonames or None) if place else None,
        latitude=place.latitude if place else None,
        longitude=place.longitude if place else None,
        mentions=tuple(sorted(m for f in forms for m in f.mentions)),
        because=tuple(sorted({reason for f in forms for reason in f.reasons})),
        sort=_SORTS.get(place.kind, place.kind) if place else None,
    )


def _full(form: Form) -> set[str]:
    return set() if form.key.kind is EntityKind.PLACE else set(form.names)


def _country(forms: Sequence[Form], name: str) -> str | None:
    counts = Counter(f.key.country for f in forms if f.key.country)
    fact = listed().get(name, {}).get("country")
    return str(fact) if fact else min(counts, key=lambda c: (-counts[c], c), default=None)


def _side(forms: Sequence[Form], name: str, country: str | None, own: str) -> str | None:
    key = forms[0].key
    facts = listed().get(name, {}) if key.kind in BODIES else {}
    if key.kind is EntityKind.PLACE:
        place = next((p for f in forms if (p := place_of(f.key.place))), None)
        seat = seat_of(place) if place else None
        return f"state:{seat}" if seat else None
    if facts:
        holder = facts.get("side")
        return (
            f"state:{country}"
            if facts.get("state")
            else _hash(EntityKind.ORGANISATION, fold(str(holder)), "")
            if holder
            else own
        )
    families = {family for f in forms for family in f.key.families}
    if country is None and families & _AT_HOME:
        country = _crisis(forms)
    is_state = (
        (key.kind in BODIES and any(f.key.organ is not None and f.key.organ not in _UNSIDED for f in forms))
        or (key.kind in BODIES and any(is_of_state(f.key.name) for f in forms if f.key.country))
        or bool(families & _OFFICES)
        or (
            key.kind is EntityKind.GROUP
            and bool(set(load("en/naming")["words"]["officials"]) & set(name.lower().split()))
        )
    )
    return f"state:{country}" if is_state and country else own


def _crisis(forms: Sequence[Form]) -> str | None:
    """The country of the crisis that all the articles report which name somebody."""
    found = {f.key.crisis for f in forms}
    return found.pop() if len(found) == 1 else None


def _with_body(
    entity: Entity,
    forms: Sequence[Form],
    organs: Mapping[tuple[str, object], tuple[str, object]],
    by_mention: Mapping[tuple[str, Span], Entity],
) -> Entity:
    """A person or group that speaks for a body stands on its side, and in its country."""
    if entity.kind not in {EntityKind.PERSON, EntityKind.GROUP} or entity.side != entity.id:
        return entity
    bodies = [by_mention[body] for mention in entity.mentions if (body := organs.get(mention)) in by_mention]  # type: ignore[index]
    bodies = [body for body in bodies if body.kind in BODIES]
    if not bodies:
        return entity
    sides = Counter(body.side for body in bodies if body.side)
    side = min(sides, key=lambda s: (-sides[s], s), default=entity.side)
    countries = {body.country for body in bodies if body.country}
    return replace(entity, side=side, country=entity.country or (min(countries) if len(countries) == 1 else None))
