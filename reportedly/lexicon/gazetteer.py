"""Places of the world: towns, regions, districts and countries, by any spelling.

"Alma-Ata" gives Almaty, "Нур-Султан" Astana. From GeoNames (CC BY 4.0), shipped as two compressed tables that
`scripts/build_gazetteer.py` makes; read once, when first asked. Ranges, seas and lands in dispute, which GeoNames counts
among no state's districts, stand in `regions.toml`. A name that many places bear is decided by the
countries that the article speaks of, and is None where they do not decide it.
"""

import gzip
import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from math import asin, cos, radians, sin, sqrt
from typing import Any

from rapidfuzz.distance import JaroWinkler

from reportedly.lexicon import load, nations
from reportedly.lexicon.spelling import fold, skeleton

FAR_FETCHED = 100_000
"""Inhabitants from which on a town is meant though its country is nowhere else in the article ("flew in from Lyon")."""
_COUNTRIES = 300
_TOWN = 15_000
_RIVAL = 10
"""Times as many inhabitants as the next namesake has, from which on the larger is meant."""
_SUBURB = 15.0
"""Kilometres from a town within which a smaller one is but a part of it."""
_ALIKE = 0.85
"""Jaro-Winkler from which on two spellings with one skeleton are one: "Almaty" and "Alma-Ate" have .90."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """`id` is the GeoNames id, of a country its ISO code, of a region of our own list its country and name. `region` is the id
    of the region or district around it."""

    id: str
    name: str
    kind: str
    country: str
    region: str | None
    latitude: float
    longitude: float
    population: int
    geonames: str


@cache
def _lines() -> tuple[str, ...]:
    return tuple(_unpacked("places.tsv.gz").split("\n"))


@cache
def _names() -> Sequence[str]:
    """Sorted lines of key, tab, line numbers."""
    return _unpacked("place-names.tsv.gz").split("\n")


@cache
def _line_of_country() -> dict[str, int]:
    """Countries stand at the head of the table."""
    return {line[:2]: n for n, line in enumerate(_lines()[:_COUNTRIES]) if line[2] == "\t"}


@cache
def _line_of_id() -> dict[str, int]:
    return {line[: line.index("\t")]: n for n, line in enumerate(_lines())}


_line_met: dict[str, int] = {}
"""Lines of the ids that were met so far and of the places that hold them: the table of all ids costs 0.1 s to make."""


def _id_at(line: int) -> str:
    id_ = _lines()[line].partition("\t")[0]
    _line_met[id_] = line
    return id_


def _unpacked(name: str) -> str:
    return gzip.decompress(files(__package__).joinpath(name).read_bytes()).decode()


@lru_cache(maxsize=20_000)
def _place_at(line: int) -> Place:
    id_, name, kind, country, region, latitude, longitude, population, *geonames = _lines()[line].split("\t")
    _line_met[id_] = line
    return Place(
        id=id_,
        name=nations.name_of(country) or name if kind == "country" else name,
        kind=kind,
        country=country,
        region=_id_at(int(region)) if region else None,
        latitude=float(latitude),
        longitude=float(longitude),
        population=int(population),
        geonames=geonames[0] if geonames else id_,
    )


@lru_cache(maxsize=50_000)
def _at_key(key: str) -> tuple[Place, ...]:
    names = _names()
    at = bisect_left(names, key + "\t")
    if at == len(names) or not names[at].startswith(key + "\t"):
        return ()
    return tuple(_place_at(int(n)) for n in names[at][len(key) + 1 :].split(","))


@cache
def _own_regions() -> dict[str, Place]:
    """The regions of our own list, by id: `AZ:Nagorno-Karabakh`."""
    return {
        f"{code}:{name}": _own_region(code, name, at)
        for code, rows in load("regions").items()
        for name, at in rows.items()
    }


def _own_region(code: str, name: str, at: Sequence[Any]) -> Place:
    return Place(
        id=f"{code}:{name}",
        name=name,
        kind="region",
        country=code,
        region=None,
        latitude=float(at[0]),
        longitude=float(at[1]),
        population=FAR_FETCHED,
        geonames="",
    )


@cache
def _own_names() -> dict[str, tuple[Place, ...]]:
    """Key of each name that a region of our own list has -> those that are called so."""
    found: dict[str, tuple[Place, ...]] = {}
    for code, rows in load("regions").items():
        for name, at in rows.items():
            for called in (name, *at[2:]):
                found[fold(called)] = (*found.get(fold(called), ()), _own_regions()[f"{code}:{name}"])
    return found


def is_own_region(place: Place) -> bool:
    """Whether it is a range, a sea or a land in dispute, which no state has among its districts."""
    return ":" in place.id


def place_of(id_: str) -> Place | None:
    """The place of that id."""
    if ":" in id_:
        return _own_regions().get(id_)
    line = (
        _line_of_country().get(id_) if id_.isalpha() else _line_met[id_] if id_ in _line_met else _line_of_id().get(id_)
    )
    return None if line is None else _place_at(line)


@lru_cache(maxsize=50_000)
def named(name: str) -> tuple[Place, ...]:
    """Every place that some language spells so, countries first."""
    code = nations.country_named(name)
    country = place_of(code) if code else None
    return ((country,) if country else ()) + (
        (*_at_key(key), *_own_names().get(key, ())) if (key := fold(name)) else ()
    )


def resembling(name: str) -> tuple[Place, ...]:
    """Regions and large towns whose consonants are those of the name: "Alma-Ate", "Janaozen". Candidates only."""
    key = skeleton(name)
    return _at_key("~" + key) if len(key) > 2 else ()


def lookup(name: str, *, near: Sequence[str] = (), kind: str | None = None, loosely: bool = False) -> Place | None:
    """The place that an article means by a name, or None where it cannot be told.

    `near` are the ISO codes of the countries that the article speaks of, the most mentioned first; `kind` is what the
    text calls it ("region", "city", "district"). `loosely` also takes an unknown spelling of a large place in one of
    those countries ("Alma-Ate"): only for names that the sentence shows to be places.
    """
    candidates = named(name)
    if candidates and candidates[0].kind == "country" and kind in {None, "country"}:
        return candidates[0]
    seat = _seat(name, candidates, near) if kind in {None, "city"} else None
    if seat:
        return seat
    exact = [place for place in _of_kind(candidates, kind) if fold(place.name) == fold(name)]
    plain = _choice(exact, near) or _choice(_of_kind(candidates, kind), near)
    plain = _unless_city(name, plain) if plain else _choice(_cities(name), near)
    return plain or (_alike(name, near) if loosely and not candidates else None)


def _seat(name: str, candidates: Iterable[Place], near: Sequence[str]) -> Place | None:
    """The capital of that name in any tongue ("Assunção"), unless the article's own country has a town called so:
    "Washington", "Santiago"."""
    every = [place for place in candidates if place.kind == "city"]
    country = nations.country_of_seat(name) or next(
        (p.country for p in every if p.country in near and nations.country_of_seat(p.name) == p.country), None
    )
    at_home = [p for p in every if p.country in near[:1] and p.country != country and p.population >= _TOWN]
    homely = [p for p in at_home if fold(p.name) == fold(name)]
    seats = [p for p in every if p.country == country and p.population >= _TOWN]
    return None if homely else min(seats, key=_prominence, default=None)


def _unless_city(name: str, place: Place) -> Place:
    """ "Cebu", however spelled, is the province that holds Cebu City; the town is called by its whole name."""
    if place.name.endswith(" City") and not name.lower().endswith("city"):
        holders = [holder for id_ in within(place) if (holder := place_of(id_))]
        return next((h for h in holders if fold(h.name) + "city" == fold(place.name)), place)
    return place


def _cities(name: str) -> list[Place]:
    """The towns of an unlisted "X City"."""
    stem = re.sub(r"\s+city$", "", name, flags=re.IGNORECASE)
    return [place for place in _at_key(fold(stem)) if place.kind == "city"] if stem != name and fold(stem) else []


def _alike(name: str, near: Sequence[str]) -> Place | None:
    close = [p for p in resembling(name) if JaroWinkler.similarity(fold(p.name), fold(name)) >= _ALIKE]
    return _choice([place for place in close if place.country in near], near)


def _of_kind(candidates: Iterable[Place], kind: str | None) -> list[Place]:
    every = list(candidates)
    wanted = {"region": {"region", "district"}, "district": {"district", "region"}, "city": {"city"}}.get(
        kind or "", set()
    )
    return [place for place in every if place.kind in wanted] or every


def _choice(candidates: Sequence[Place], near: Sequence[str]) -> Place | None:
    """The largest in the most mentioned country, else the one that the world knows by that name."""
    for country in near:
        if inside := [place for place in candidates if place.country == country]:
            return min(inside, key=_prominence)
    ranked = sorted(candidates, key=_prominence)
    if not ranked or ranked[0].population < FAR_FETCHED:
        return None
    rivals = [place for place in ranked[1:] if place.country != ranked[0].country]
    return ranked[0] if not rivals or ranked[0].population >= _RIVAL * rivals[0].population else None


def _prominence(place: Place) -> tuple[bool, int, str]:
    """A town before the region that is named for it, then the larger first."""
    return (place.kind != "city" or place.population < 1000, -place.population, place.id)


def distance(one: Place, other: Place) -> float:
    """Kilometres along the globe's surface (haversine formula, mean radius 6,371 km)."""
    north, south = radians(one.latitude), radians(other.latitude)
    half = sin((north - south) / 2) ** 2
    half += cos(north) * cos(south) * sin(radians(one.longitude - other.longitude) / 2) ** 2
    return 2 * 6371.0 * asin(min(1.0, sqrt(half)))


def are_one_town(one: Place, other: Place) -> bool:
    """Whether two places lie within 15 km, so that the smaller is but a part of the larger."""
    return distance(one, other) <= _SUBURB


def town_around(place: Place, among: Iterable[Place]) -> Place:
    """Of the places named beside it the largest within 15 km: a suburb counts for its town. The place itself where none is."""
    near = [other for other in among if are_one_town(place, other)]
    return max([place, *near], key=lambda other: (other.population, other.id))


def within(place: Place) -> tuple[str, ...]:
    """Ids of the places that hold this one, from the nearest outwards; a town named as its region lies in it."""
    chain: list[str] = []
    outer = place.region
    while outer and outer not in chain:
        chain.append(outer)
        holder = place_of(outer)
        outer = holder.region if holder else None
    return (*chain, *([place.country] if place.id != place.country else []))
