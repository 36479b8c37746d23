"""What the gazetteer adds to linking: who holds whom, whose seat a town is, and unlisted spellings of listed places.

"Camanie", declined, is Camaná where the desk speaks of Camaná; "Chala", in no list, is known by the articles' words.
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from rapidfuzz.distance import JaroWinkler, Levenshtein

from reportedly.lexicon import gazetteer, nations
from reportedly.lexicon.gazetteer import Place
from reportedly.lexicon.spelling import fold, skeleton
from reportedly.link.sound import frames, likeness, nearness, shared_stem, sounded, voiceless, vowels_agree

_SHORTEST, _LONG = 4, 7
"""Letters."""
_DECLINED = 3
"""Letters by which a declined name may be longer or shorter than its plain form."""
_ALIKE = 0.85
_CLOSE = 0.88
"""Likeness to the ear of two names of no list, whose vowels agree: "Maydugiri" and "Maiduguri" have .96."""
_SAME = 0.98
"""Likeness to the ear from which on two names of no list are one."""


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
    """Whether a name is a declined or respelled form of a known one, to whoever knows no more of either: "Arequipie"."""
    short, long = sorted((fold(name), fold(known)), key=len)
    if len(short) < _SHORTEST or len(long) - len(short) > _DECLINED:
        return False
    if likeness(name, known) >= _SAME or sounded(name) == sounded(known) or is_declined(name, known):
        return True
    return vowels_agree(name, known) and _sounds_like(name, known, least=_CLOSE)


@lru_cache(maxsize=50_000)
def spelling_keys(name: str) -> frozenset[str]:
    """Under which a name meets all that it is a spelling of: one of these two names share, or neither is the other's."""
    plain = fold(name)
    heard = {f"voiceless {voiceless(name)}", f"skeleton {skeleton(name)}", f"sounded {sounded(name)}"}
    return frozenset({*heard, f"start {plain[:_SHORTEST]}", *frames(name)})


def may_be_spelling_of(name: str, known: str) -> bool:
    """Whether a name sounds like a known one, vowels apart: enough where the map or a region told tells the rest."""
    return _sounds_like(name, known, least=_ALIKE) or is_declined(name, known)


def _sounds_like(name: str, known: str, *, least: float) -> bool:
    left, right = fold(name), fold(known)
    if min(len(left), len(right)) < _SHORTEST:
        return False
    return (
        likeness(name, known) >= least
        or (voiceless(name) == voiceless(known) and nearness(left, right) >= least)
        or (skeleton(name) == skeleton(known) and JaroWinkler.similarity(left, right) >= least)
    )


def is_misprint_of(name: str, known: str) -> bool:
    """Whether a long name is that of a place on the map but for one letter: "Itapemirin"; not where it begins otherwise."""
    left, right = fold(name), fold(known)
    return min(len(left), len(right)) >= _LONG and left[:1] == right[:1] and Levenshtein.distance(left, right) == 1


_ENDINGS = {
    "a": {"e", "i", "y", "u", "ou", "oi", "oy", "ie", "o", "am", "ach", "ah"},
    "o": {"a", "u", "e", "em", "om", "ie"},
    "": {"a", "u", "e", "i", "y", "em", "om", "ie", "as", "is", "us", "s", "ai", "ui", "ou", "ov", "ego", "emu"},
    "e": {"y", "i", "ach", "ah", "am"},
    "i": {"ach", "ah", "am", "u", "is"},
    "y": {"ach", "ah", "am", "ov"},
}
"""Last letters of a name -> those that Slavic and Baltic papers decline it with, or know it by: Izmir, Izmiras."""


def is_declined(name: str, known: str) -> bool:
    """Whether the two differ by an ending of declension alone: "Camanie" of Camaná."""
    left, right = fold(name), fold(known)
    stem = shared_stem(left, right)
    if len(stem) < _SHORTEST:
        return False
    first, second = left[len(stem) :], right[len(stem) :]
    return second in _ENDINGS.get(first, ()) or first in _ENDINGS.get(second, ())


def nearest_spelling(name: str, places: Iterable[str], spellings: Mapping[str, Iterable[str]]) -> str | None:
    """The one place of those given, by id, of which the name is a form; None where none or several are."""
    found = {id_ for id_ in places if any(is_spelling_of(name, known) for known in spellings[id_])}
    return found.pop() if len(found) == 1 else None
