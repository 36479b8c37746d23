"""What the gazetteer adds to linking: who holds whom, whose seat a town is, and unlisted spellings of listed places.

"Camanie", declined, is Camaná where the desk speaks of Camaná; "Chala", in no list, is known by the articles' words.
"""

from collections.abc import Iterable, Mapping

from rapidfuzz.distance import JaroWinkler

from reportedly.lexicon import gazetteer, nations
from reportedly.lexicon.gazetteer import Place
from reportedly.lexicon.spelling import fold, skeleton
from reportedly.link.sound import heard, likeness, nearness

_DECLINED = 3
"""Letters by which a declined name may be longer or shorter than its plain form."""
_ALIKE = 0.85
_HEARD_ALIKE = 0.9
"""Likeness to the ear of names that no list has: "Vangura" and "Bhangura" have .90, "Maydugiri" and "Maiduguri" .96."""


def place_of(id_: str | None) -> Place | None:
    return gazetteer.place_of(id_) if id_ else None


def holders_of(id_: str | None) -> tuple[str, ...]:
    """Gazetteer ids of the place itself and all that hold it: "608879" -> ("608879", "KZ")."""
    place = place_of(id_)
    return (place.id, *gazetteer.within(place)) if place else ()


def seat_of(place: Place) -> str | None:
    """The country whose government a place's name can stand for: Moscow -> RU, Kazakhstan -> KZ."""
    if place.kind == "country":
        return place.country
    country = nations.country_of_seat(place.name)
    return country if country == place.country else None


def is_spelling_of(name: str, known: str) -> bool:
    """Whether an unlisted name is a declined or respelled form of a known one: "Arequipie" of Arequipa."""
    short, long = sorted((fold(name), fold(known)), key=len)
    if len(short) < 4 or len(long) - len(short) > _DECLINED:
        return False
    if len(short) > 4 and heard(name) == heard(known) and nearness(name, known) >= _HEARD_ALIKE:
        return True
    if len(short) > 4 and likeness(name, known) >= _HEARD_ALIKE:
        return True
    if short[0] != long[0]:
        return False
    stem = short[:-1] if len(short) > 4 else short
    return long.startswith(stem) or (
        skeleton(name) == skeleton(known) and JaroWinkler.similarity(short, long) >= _ALIKE
    )


def nearest_spelling(name: str, places: Iterable[str], spellings: Mapping[str, Iterable[str]]) -> str | None:
    """The one place of those given, by id, of which the name is a form; None where none or several are."""
    found = {id_ for id_ in places if any(is_spelling_of(name, known) for known in spellings[id_])}
    return found.pop() if len(found) == 1 else None
