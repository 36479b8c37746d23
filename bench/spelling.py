"""Scores who is taken for whom: pairs of spellings of one party, and of two parties with like names, each pair a desk of its own.

    ./try spelling                  precision, recall and F1 of each family of pairs, in both halves
    ./try spelling people           of the families named so; with --sorts a row for each way in which pairs are made
    ./try spelling --misses         also the pairs of the open half that are judged wrongly, with the comparators' sentence
    ./try spelling --crowd          also with hundreds of pairs of one country on one desk
    ./try spelling --floors         only the verdict: fails where a share of exercises/spelling/floors.toml is not reached

In: `exercises/spelling/names.tsv` and `places.tsv`, which scripts/build_spellings.py makes of names, spellings and standards of
transliteration that installed packages hold and the linker does not know, and `bodies.toml`, from which bodies are named. Each
name belongs to one half, open or closed, by a hash of it, and a pair is made of names of one half: rules are made on the open
one, and nobody looks at the misses of the closed one. Half of all pairs are two parties. What spelling alone cannot tell stands
beside the names as an article would have it: an office, a country, a town on the map.

People: one person in two spellings, by surname alone, by an initial, family first, with a second name, with a slip; against
brothers, the nearest given and family names of the same tongue, wives, namesakes abroad, and a surname in another office.
Places: a town and another spelling of it, against the town of that country that is called most like it. Both are on the map under
their own names and on one desk with the spelling, or neither is, with the region that an article puts them in, or without. The
gazetteer is not asked for spellings: all are some that it would list. Bodies: order, acronym, translation
and short form of a name, against another sort, aim, country or firm. Everything follows from hashes; nothing is drawn by lot.
"""

import argparse
import re
import sys
import tomllib
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256
from itertools import count, islice
from pathlib import Path
from typing import Any, NamedTuple

from banks import below
from rapidfuzz.distance import Levenshtein

from reportedly.lexicon import gazetteer, nations
from reportedly.link import link
from reportedly.model import Directory, EntityKind, Mention, Span

FOLDER = Path(__file__).parents[1] / "exercises" / "spelling"
HALVES = ("open", "closed")
PEOPLE = 50
"""People of one tongue and half, each in one pair with herself and in one with another."""
BODIES = 320
"""Bodies of one half."""
CROWD = 200
"""Pairs that share a desk where --crowd is asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One party as one article has it. `at` is the gazetteer id of a place on the map, `within` that of the region in which
    the article puts one that is not."""

    name: str
    kind: EntityKind
    country: str
    title: str | None = None
    at: str | None = None
    within: str | None = None

    def __str__(self) -> str:
        where = ", on the map" if self.at else f" in {self.within}" if self.within else ""
        return f"{self.title or ''} {self.name} ({self.country}{where})".strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two namings; `same` where they are of one party. `sort` says how the pair was made, `beside` who else is on the desk."""

    family: str
    sort: str
    half: str
    same: bool
    one: Side
    other: Side
    beside: Side | None = None


class Name(NamedTuple):
    """A row of names.tsv."""

    tongue: str
    part: str
    sex: str
    script: str
    spellings: tuple[str, ...]


def rank(*words: object) -> int:
    """A number that is always the same and follows no alphabet."""
    return int(sha256("|".join(map(str, words)).encode()).hexdigest()[:12], 16)


def half_of(*words: object) -> str:
    return HALVES[rank("half", *words) % 2]


@cache
def names() -> Mapping[tuple[str, str, str], Sequence[Name]]:
    """Tongue, part and half -> its names, in the order of their hashes."""
    found: dict[tuple[str, str, str], list[Name]] = defaultdict(list)
    for line in (FOLDER / "names.tsv").read_text(encoding="utf-8").splitlines():
        tongue, part, sex, script, spellings = line.split("\t")
        name = Name(tongue, part, sex, script, tuple(spellings.split("|")))
        if tongue != "korean" or part == "family" or len(script) == 1:  # given names are put together of syllables
            found[tongue, part, half_of(tongue, part, script)].append(name)
    return {group: sorted(rows, key=lambda name: rank(*name)) for group, rows in found.items()}


COUNTRIES = {
    "arabic": "JO", "armenian": "AM", "azerbaijani": "AZ", "bengali": "BD", "bulgarian": "BG", "chinese": "CN", "croatian": "HR",
    "czech": "CZ", "english": "GB", "ethiopian": "ET", "french": "FR", "german": "DE", "greek": "GR",
    "hebrew": "IL", "hindi": "IN", "hungarian": "HU", "indonesian": "ID", "korean": "KR",
    "persian": "IR", "russian": "RU", "spanish": "PE", "tamil": "LK",
    "thai": "TH", "turkish": "TR", "ukrainian": "UA", "uzbek": "UZ",
}  # fmt: skip
FAMILY_FIRST = {"chinese", "korean", "hungarian"}
OFFICES = ("interior minister", "governor", "mayor", "prime minister", "spokesman")
CALLINGS = ("lawyer", "doctor", "journalist", "senator", "colonel")
"""Titles that many bear at once."""
SECOND = {"russian": "Ivanovich", "ukrainian": "Petrovych", "spanish": "Ramírez", "arabic": "bin Salem"}
SLIPS = 5
"""Letters from which on a family name is misspelled."""
_DOUBLES = (
    ("ё", "е"), ("й", "и"), ("ь", "и"), ("ы", "и"), ("ґ", "г"), ("ї", "и"), ("і", "и"), ("є", "е"), ("э", "е"), ("я", "а"),
    ("ю", "у"),
    ("[ηυ]", "ι"), ("ει|οι", "ι"), ("ω", "ο"), ("αι", "ε"), ("[أإآٱ]", "ا"), ("[ةه]$", ""), ("ى", "ي"), ("[اوءئؤ]", ""),
    ("և", "եվ"), ("h", ""), ("y", "i"), ("ph", "f"), ("[ck]", "k"), ("[sz]", "s"), ("w", "v"), ("j", "i"), (r"(.)\1+", r"\1"),
    ("и+", "и"), ("i+", "i"),
)  # fmt: skip
"""What may differ in the writing of one name in its own tongue: Наталия, Наталья; Esther, Ester. Such two are no pair of names."""


@cache
def plain(text: str) -> str:
    kept = (letter for letter in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(letter))
    return re.sub(r"[\W_]", "", "".join(kept))


@cache
def own_writing(script: str) -> str:
    text = plain(script)
    for written, one in _DOUBLES:
        text = re.sub(written, one, text)
    return text


def are_two(one: Name, other: Name) -> bool:
    """Whether two rows are two names, not those of man and wife, and no spelling is of both."""
    shared = set(map(plain, one.spellings)) & set(map(plain, other.spellings))
    short, long = sorted((own_writing(one.script), own_writing(other.script)), key=len)
    return not shared and long not in {short, short + "a", short + "а"}


def nearest(name: Name, others: Iterable[Name]) -> Name:
    """The other name that is spelled most like this one."""
    return max((o for o in others if are_two(name, o)), key=lambda o: (_likeness(name, o), rank(*o)))


@cache
def _likeness(one: Name, other: Name) -> float:
    return max(Levenshtein.normalized_similarity(plain(a), plain(b)) for a in one.spellings for b in other.spellings)


class Person(NamedTuple):
    """Who she is, whatever she is called; `given` is one name, or the two syllables of a Korean one."""

    given: tuple[Name, ...]
    family: Name

    def called(self, n: int) -> tuple[str, str]:
        """Given and family name in the n-th spelling of each; n = 0 is the first."""
        given = [name.spellings[n % len(name.spellings)] for name in self.given]
        joined = given[0]
        if len(given) > 1:
            joined = (f"{given[0]}-{given[1].lower()}", given[0] + given[1].lower(), " ".join(given))[n % 3]
        return joined, self.family.spellings[n % len(self.family.spellings)]


def people_of(tongue: str, half: str) -> Iterator[Person]:
    given, family = names()[tongue, "given", half], names()[tongue, "family", half]
    for n in range(PEOPLE):
        first = given[n % len(given)]
        second = given[(n * 7 + 3) % len(given)]
        name = next(f for k in count(n * 3) if (f := family[k % len(family)]).script != first.script)
        yield Person((first, second) if tongue == "korean" and second != first else (first,), name)


def whole(person: Person, n: int, *, tongue: str) -> str:
    """The full name in its usual order."""
    given, family = person.called(n)
    return f"{family} {given}" if tongue in FAMILY_FIRST - {"hungarian"} else f"{given} {family}"


def _spellings(person: Person, n: int) -> tuple[int, int]:
    """Two spellings to compare: the first and another, by turns."""
    most = max(len(name.spellings) for name in (*person.given, person.family))
    return 0, 1 + n % (most - 1)


def slip(name: str, n: int) -> str:
    """A letter doubled or one of two dropped, as newsrooms print it."""
    at = next((k for k in range(1, len(name) - 1) if name[k].lower() == name[k + 1].lower()), None)
    if at is not None:
        return name[:at] + name[at + 1 :]
    inner = [k for k in range(2, len(name) - 1) if name[k] in "lmnrst"] or [max(1, len(name) - 2)]
    at = inner[n % len(inner)]
    return name[:at] + name[at] + name[at:]


def same_person(person: Person, n: int, *, tongue: str) -> tuple[str, tuple[str, str | None], tuple[str, str | None]]:
    """How the pair is made, and name and title of one person in two articles."""
    first, second = _spellings(person, n)
    one, other = whole(person, first, tongue=tongue), whole(person, second, tongue=tongue)
    office, calling = OFFICES[n % len(OFFICES)], CALLINGS[n % len(CALLINGS)]
    given, family = person.called(second)
    match n % 9:
        case 0 | 1:
            return "two spellings, one office", (one, office), (other, office)
        case 2 | 3:
            return "two spellings, one title", (one, calling), (other, None)
        case 4:
            return "two spellings alone", (one, None), (other, None)
        case 5:
            return "surname and office", (one, office), (family, office)
        case 6 if tongue not in {"chinese", "korean"}:
            return "initial and office", (one, office), (f"{given[0]}. {family}", office)
        case 7:
            if tongue in FAMILY_FIRST:
                turned = f"{given} {family}" if tongue in {"chinese", "korean"} else f"{family} {given}"
                return "family first", (one, office), (turned, office)
            if tongue in SECOND:
                middle = SECOND[tongue]
                longer = f"{one} {middle}" if tongue == "spanish" else one.replace(" ", f" {middle} ", 1)
                return "a second name", (longer, office), (other, office)
            return "surname and courtesy", (one, calling), (family, "mr")
        case _ if n % 9 == 6 or len(person.called(first)[1]) < SLIPS:
            return "two spellings, one office", (one, office), (other, office)
        case _:
            given, family = person.called(first)
            slipped = whole(
                Person(person.given, person.family._replace(spellings=(slip(family, n),))), first, tongue=tongue
            )
            return "a slip, one office", (one, office), (slipped, office)


def two_people(
    person: Person, n: int, *, tongue: str, half: str
) -> tuple[str, tuple[str, str | None], tuple[str, str | None]]:
    """How the pair is made, and name and title of two people."""
    given, family = names()[tongue, "given", half], names()[tongue, "family", half]
    first, second = _spellings(person, n)
    one, calling = whole(person, first, tongue=tongue), CALLINGS[n % len(CALLINGS)]
    office, other_office = OFFICES[n % len(OFFICES)], OFFICES[(n + 1) % len(OFFICES)]
    match n % 8:
        case 0:
            brother = next(o for o in given[n % len(given) :] + given[: n % len(given)] if are_two(person.given[0], o))
            other = person._replace(given=(brother, *person.given[1:]))
            return "brothers", (one, calling), (whole(other, second, tongue=tongue), calling)
        case 1 | 4:
            other = person._replace(given=(nearest(person.given[0], given), *person.given[1:]))
            return "like given names", (one, calling), (whole(other, second, tongue=tongue), calling if n % 2 else None)
        case 2 | 5:
            other = person._replace(family=nearest(person.family, family))
            return "like family names", (one, calling), (whole(other, second, tongue=tongue), calling)
        case 3:
            return "namesakes abroad", (one, office), (whole(person, first, tongue=tongue), calling)
        case 6:
            _, name = person.called(second)
            return "surname in another office", (one, office), (name, other_office)
        case _:
            other = person._replace(
                given=(nearest(person.given[0], given), *person.given[1:]), family=nearest(person.family, family)
            )
            return "like names both", (one, calling), (whole(other, second, tongue=tongue), calling)


def people(half: str) -> Iterator[Pair]:
    for tongue, country in COUNTRIES.items():
        abroad = _abroad(tongue)
        for n, person in enumerate(people_of(tongue, half)):
            turn = n + len(tongue)
            sort, one, other = same_person(person, turn, tongue=tongue)
            yield _pair("people", f"{sort} / {tongue}", half, _person(one, country), _person(other, country), same=True)
            sort, one, other = two_people(person, turn, tongue=tongue, half=half)
            there = abroad if sort == "namesakes abroad" else country
            yield _pair("people", f"{sort} / {tongue}", half, _person(one, country), _person(other, there), same=False)


def _abroad(tongue: str) -> str:
    every = list(COUNTRIES)
    return COUNTRIES[every[(every.index(tongue) + 5) % len(every)]]


def _pair(family: str, sort: str, half: str, one: Side, other: Side, *, same: bool) -> Pair:
    return Pair(family=family, sort=sort, half=half, same=same, one=one, other=other)


def _person(told: tuple[str, str | None], country: str) -> Side:
    return Side(name=told[0], title=told[1], kind=EntityKind.PERSON, country=country)


def places(half: str) -> Iterator[Pair]:
    """Of each town a pair with another spelling and one with its like-named neighbour: by turns both towns on the map, or
    neither, with the regions that articles put them in, or without."""
    rows = (line.split("\t") for line in (FOLDER / "places.tsv").read_text(encoding="utf-8").splitlines())
    for n, (id_, country, name, spellings, like_id, like) in enumerate(r for r in rows if half_of(r[0]) == half):
        found = spellings.split("|")
        one, neighbour = (_place(called, country, at, n) for called, at in ((name, id_), (like, like_id)))
        other = replace(one, name=found[n % len(found)], at=None)
        sort = "one on the map" if one.at else "its region told" if one.within else "on no map"
        if one.at and neighbour.at:
            yield Pair(family="places", sort=sort, half=half, same=True, one=one, other=other, beside=neighbour)
            yield Pair(family="places", sort=sort, half=half, same=False, one=neighbour, other=other, beside=one)
        else:
            yield _pair("places", sort, half, one, other, same=True)
            yield _pair("places", sort, half, one, neighbour, same=False)


def _place(name: str, country: str, id_: str, n: int) -> Side:
    """A town as articles have it, on the map for every other n, in its region for every fourth."""
    place = gazetteer.place_of(id_)
    region = place.region if place and n % 4 == 2 else None
    return Side(name=name, kind=EntityKind.PLACE, country=country, at=id_ if place and n % 2 else None, within=region)


@cache
def _words() -> Mapping[str, Any]:
    return tomllib.loads((FOLDER / "bodies.toml").read_text(encoding="utf-8"))


def bodies(half: str) -> Iterator[Pair]:
    """Of each body a pair with another form of its name and one with a body of a like name."""
    for n in islice((n for n in count() if half_of("body", n) == half), BODIES):
        code = sorted(COUNTRIES.values())[rank("land", n) % len(COUNTRIES)]
        abroad = sorted(COUNTRIES.values())[(rank("land", n) + 1) % len(COUNTRIES)]
        for sort, one, other, same in _BODIES[n % len(_BODIES)](n, half, code, abroad):
            yield _pair("bodies", sort, half, one, other, same=same)


type Told = tuple[str, Side, Side, bool]


def _body(name: str, country: str) -> Side:
    return Side(name=name, kind=EntityKind.ORGANISATION, country=country)


def _pick[T](row: Sequence[T], n: int, *words: object) -> T:
    return row[rank(n, *words) % len(row)]


def _of_statute(n: int) -> tuple[str, str, str, int]:
    """What the n-th body is, what for, what another is for, and which adjective stands before it."""
    aims = list(_words()["aims"])
    aim = _pick(aims, n, "aim")
    return (
        _pick(list(_words()["heads"]), n, "head"),
        aim,
        _pick([a for a in aims if a != aim], n, "other aim"),
        rank(n, "first") % 4,
    )


def _acronym(name: str) -> str:
    return "".join(word[0] for word in re.findall(r"[\w']+", name) if word[0].isupper())


def ordered(n: int, half: str, code: str, abroad: str) -> Iterator[Told]:
    """ "Chad Human Rights Commission" and "Human Rights Commission of Chad"; another sort of body is another."""
    head, aim, _, _ = _of_statute(n)
    land, there = nations.name_of(code), nations.name_of(abroad)
    one = _body(f"{land} {aim} {head}", code)
    yield "order of words", one, _body(f"{aim} {head} of {land}", code), True
    yield "of another country", one, _body(f"{there} {aim} {head}", abroad), False


def prepositions(n: int, half: str, code: str, abroad: str) -> Iterator[Told]:
    head, aim, other_aim, at = _of_statute(n)
    first = _words()["first"]["words"][at]
    one = _body(f"{first} {aim} {head}", code)
    yield "order of words", one, _body(f"{first} {head} for {aim}", code), True
    yield "another aim", one, _body(f"{first} {head} for {other_aim}", code), False


def acronyms(n: int, half: str, code: str, abroad: str) -> Iterator[Told]:
    head, aim, _, at = _of_statute(n)
    first = _words()["first"]["words"][at]
    other = next(o for k in count(n) if (o := list(_words()["heads"])[k % len(_words()["heads"])])[0] != head[0])
    one = _body(f"{first} {head} for {aim}", code)
    yield "acronym", one, _body(_acronym(one.name), code), True
    yield "acronym of another", one, _body(_acronym(f"{first} {other} for {aim}"), code), False


def translations(n: int, half: str, code: str, abroad: str) -> Iterator[Told]:
    head, aim, _, at = _of_statute(n)
    words, tongue = _words(), n // 8 % 2
    first, forms = words["first"]["words"][at], words["first"][("french", "spanish")[tongue]][at].split("|")
    foreign = words["heads"][head][tongue]
    adjective = forms[-1] if foreign in words["first"]["feminine"] else forms[0]
    one = _body(f"{first} {head} for {aim}", code)
    yield "translation", one, _body(f"{foreign} {adjective} {words['aims'][aim][tongue]}", code), True
    yield "another sort", one, _body(f"{first} {words['heads'][head][2]} for {aim}", code), False


def shortened(n: int, half: str, code: str, abroad: str) -> Iterator[Told]:
    town = _town(n, half)
    kinds = _words()["houses"]["kinds"]
    kind = _pick(kinds, n, "kind")
    other = _pick([k for k in kinds if k != kind], n, "other kind")
    one = _body(f"{town} {kind}", code)
    yield "order of words", one, _body(f"{kind} of {town}", code), True
    yield "another house", one, _body(f"{town} {other}", code), False


def _town(n: int, half: str) -> str:
    lines = (FOLDER / "places.tsv").read_text(encoding="utf-8").splitlines()
    return next(r[2] for k in count() if half_of((r := lines[(n * 11 + k) % len(lines)].split("\t"))[0]) == half)


def armed(n: int, half: str, code: str, abroad: str) -> Iterator[Told]:
    """ "Ansar al-Sunna" and "Ansar-ul-Sunnah", not "Ansar al-Islam"."""
    words = _words()["arabic"]
    heads, tails = _pick(words["heads"], n, "head"), _pick(words["tails"], n, "tail")
    others = _pick([t for t in words["tails"] if t != tails], n, "other tail")
    one = _body(f"{heads[0]} al-{tails[0]}", code)
    article = _pick(words["articles"][1:], n, "article")
    joined = "" if article.startswith("-") else " "
    yield "another particle", one, _body(f"{heads[-1]}{joined}{article}{tails[-1]}", code), True
    yield "another tail", one, _body(f"{heads[0]}{joined}{article}{others[0]}", code), False


def firms(n: int, half: str, code: str, abroad: str) -> Iterator[Told]:
    tongue = ("russian", "ukrainian", "arabic", "persian", "turkish", "azerbaijani", "hindi", "german")[n // 8 % 8]
    family = names()[tongue, "family", half]
    name, words = _pick(family, n, "family"), _words()["firms"]
    trade, form = _pick(words["trades"], n, "trade"), _pick(words["forms"], n, "form")
    one = _body(f"{name.spellings[0]} {trade}", code)
    yield "a firm respelled", one, _body(f"{name.spellings[-1]} {trade} {form}".strip(), code), True
    yield "a firm of like name", one, _body(f"{nearest(name, family).spellings[0]} {trade}", code), False


def spelled(n: int, half: str, code: str, abroad: str) -> Iterator[Told]:
    """British and American English, plurals, and the short form without the first adjective."""
    _head, aim, other_aim, at = _of_statute(n)
    first = _words()["first"]["words"][at]
    one = _body(f"{first} Organisation for Labour and {aim}", code)
    yield "American spelling", one, _body(f"{first} Organization for Labor and {aim}", code), True
    yield "another aim", one, _body(f"{first} Organization for Labor and {other_aim}", code), False


_BODIES: tuple[Callable[[int, str, str, str], Iterator[Told]], ...] = (
    ordered,
    prepositions,
    acronyms,
    translations,
    shortened,
    armed,
    firms,
    spelled,
)
FAMILIES: Mapping[str, Callable[[str], Iterator[Pair]]] = {"people": people, "places": places, "bodies": bodies}


def mentions_of(side: Side, document: str) -> list[Mention]:
    """An article that names its country and then the party."""
    land = nations.name_of(side.country) or side.country
    place = Mention(
        document=document,
        span=Span(0, len(land)),
        text=land,
        name=land,
        kind=EntityKind.PLACE,
        country=side.country,
        place=side.country,
    )
    span = Span(40, 40 + len(side.name))
    return [
        place,
        Mention(
            document=document, span=span, text=side.name, name=side.name, kind=side.kind,
            title=side.title, country=side.country, place=side.at, within=side.within,
        ),
    ]  # fmt: skip


def is_joined(directory: Directory, pair: Pair, n: int = 0) -> bool:
    spans = (Span(40, 40 + len(side.name)) for side in (pair.one, pair.other))
    one, other = (directory.entity_of(f"d{n}{letter}", span) for letter, span in zip("ab", spans, strict=True))
    return one is not None and other is not None and one.id == other.id


def desk(pairs: Sequence[Pair]) -> list[bool]:
    """Whether the linker joins each pair, all of them on one desk."""
    sides = (
        (f"d{n}{at}", side)
        for n, p in enumerate(pairs)
        for at, side in zip("abc", (p.one, p.other, p.beside), strict=True)
    )
    directory = link([mention for document, side in sides if side for mention in mentions_of(side, document)])
    return [is_joined(directory, pair, n) for n, pair in enumerate(pairs)]


def crowded(pairs: Sequence[Pair]) -> list[bool]:
    """The same with the pairs of one country by the hundred on one desk."""
    by_country: dict[str, list[int]] = defaultdict(list)
    for n, pair in enumerate(pairs):
        by_country[pair.one.country].append(n)
    joined = [False] * len(pairs)
    for indexes in by_country.values():
        for at in range(0, len(indexes), CROWD):
            chunk = indexes[at : at + CROWD]
            for n, found in zip(chunk, desk([pairs[n] for n in chunk]), strict=True):
                joined[n] = found
    return joined


class Tally(NamedTuple):
    """Of so many pairs, half of them one party: how many were joined, and rightly."""

    pairs: int
    wanted: int
    joined: int
    right: int

    @property
    def precision(self) -> float:
        return self.right / self.joined if self.joined else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def __str__(self) -> str:
        return f"{self.pairs:5} pairs   precision {self.precision:.3f}   recall {self.recall:.3f}   F1 {self.f1:.3f}"


def tally(rows: Iterable[tuple[Pair, bool]]) -> Tally:
    every = list(rows)
    return Tally(
        len(every),
        sum(pair.same for pair, _ in every),
        sum(joined for _, joined in every),
        sum(pair.same and joined for pair, joined in every),
    )


def measures(rows: Sequence[tuple[Pair, bool]]) -> Iterator[tuple[str, Mapping[str, float], Tally]]:
    """Name of each group of pairs, what floors are held to, and its tally: each family and all, in each half."""
    for half in HALVES:
        inside = [row for row in rows if row[0].half == half]
        groups = {family: [r for r in inside if r[0].family == family] for family in FAMILIES}
        for name, group in ({**groups, "all": inside}).items():
            if group:
                found = tally(group)
                yield f"{name}-{half}", {"precision": found.precision, "recall": found.recall, "f1": found.f1}, found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="parts of families' names; all without")
    parser.add_argument("--sorts", action="store_true", help="a row for each way in which pairs are made")
    parser.add_argument("--misses", action="store_true", help="also the pairs of the open half that are judged wrongly")
    parser.add_argument("--crowd", action="store_true", help="also with hundreds of pairs on one desk")
    parser.add_argument("--floors", action="store_true", help="only the verdict; exit code 1 where one is not reached")
    chosen = parser.parse_args()
    families = [name for name in FAMILIES if any(part in name for part in chosen.names or [""])]
    pairs = [pair for family in families for half in HALVES for pair in FAMILIES[family](half)]
    rows = [(pair, desk([pair])[0]) for pair in pairs]
    failures = _failures(rows)
    if chosen.floors:
        print("\n".join(failures) or "every family of pairs reaches its floors")
        return 1 if failures else 0
    _print(rows)
    if chosen.sorts:
        _print_sorts(rows)
    if chosen.misses:
        _print_misses(rows)
    if chosen.crowd:
        print(f"\nwith {CROWD} pairs of one country on one desk:")
        _print(list(zip(pairs, crowded(pairs), strict=True)))
    print("\n".join(failures))
    return 0


def _failures(rows: Sequence[tuple[Pair, bool]]) -> list[str]:
    path = FOLDER / "floors.toml"
    floors = tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return [f"{name}: {line}" for name, shares, _ in measures(rows) for line in below(shares, floors.get(name, {}))]


def _print(rows: Sequence[tuple[Pair, bool]]) -> None:
    for name, _, found in measures(rows):
        print(f"{name:16} {found}")


def _print_sorts(rows: Sequence[tuple[Pair, bool]]) -> None:
    groups: dict[tuple[str, str], list[bool]] = defaultdict(list)
    for pair, joined in rows:
        for sort in pair.sort.split(" / "):
            groups[f"{pair.family} {'one' if pair.same else 'two'}: {sort}", pair.half].append(pair.same == joined)
    print()
    for sort in sorted({sort for sort, _ in groups}):
        shares = (groups[sort, half] for half in HALVES)
        print(
            f"{sort:52}"
            + "".join(f"   {half} {sum(s):4} of {len(s):4} right" for half, s in zip(HALVES, shares, strict=True))
        )


def _print_misses(rows: Sequence[tuple[Pair, bool]]) -> None:
    print()
    for pair, joined in sorted(rows, key=lambda row: (row[0].family, row[0].same, row[0].sort)):
        if pair.half == "open" and pair.same != joined:
            print(f"{'missed' if pair.same else 'JOINED'}  {pair.family}, {pair.sort}: {pair.one} | {pair.other}")


if __name__ == "__main__":
    sys.exit(main())
