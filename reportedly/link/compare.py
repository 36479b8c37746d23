"""Are two forms one person, or one body? Each comparator answers with a score and a sentence, also when it says no.

A comparator is one function and one line of a list; None means that it has nothing to say. A refusal outweighs every
likeness: "president of another country" keeps two Petrovs apart however alike their names are.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from rapidfuzz.distance import JaroWinkler

from reportedly.lexicon import load, nations
from reportedly.lexicon.gazetteer import named
from reportedly.lexicon.spelling import fold, skeleton
from reportedly.link.eastern import are_two_of_the_east, is_one_name_of_the_east
from reportedly.link.form import Form, joined_words, own_parts
from reportedly.link.gazetteer import is_spelling_of
from reportedly.link.given import given_agree, is_one_sound_whole, same_given
from reportedly.link.organs import own_words
from reportedly.link.sound import heard, is_slip, likeness, nearness, vowels_agree, vowels_clash
from reportedly.model import EntityKind

JOINS = 0.85
"""Score from which on two forms are one."""
_NEAR = 0.88
_SLIP = 0.8
_SILENT = 0.93
_NEARLY = 0.93
"""Likeness to the eye of two surnames of which one is a slip."""
_LONG = 8
_SPELT = 7
_LETTERS = 3
_FEWEST = 5
_UNIQUE = {"head-of-state", "head-of-government"}
_COMMON = {"expert", "rank", "politician", "head"}
_HEARD = 0.85
_SAME = 0.98
_HEARD_GIVEN = 0.75
"""Likeness to the ear of one word, where the others of the name make up for it."""


class Judgement(NamedTuple):
    """0 refuses, 1 is certain; `sentence` says why, in words an analyst can check."""

    score: float
    sentence: str


type Comparator = Callable[[Form, Form], Judgement | None]


def _said(one: Form, other: Form, why: str) -> str:
    return f'"{one.name}" and "{other.name}": {why}'


def namesakes_of_two_countries(one: Form, other: Form) -> Judgement | None:
    """Two people whom the articles place in two states; of one full name only where one state has one of their office, or
    where their offices differ too."""
    if not one.key.country or not other.key.country or one.key.country == other.key.country:
        return None
    shared = set(one.key.families) & set(other.key.families)
    is_one_office = not _offices(one) or not _offices(other) or bool(shared - _UNIQUE)
    if one.parts == other.parts and len(one.parts) > 1 and is_one_office and not shared & _UNIQUE:
        return None
    return Judgement(0, _said(one, other, f"of {one.key.country} and of {other.key.country}, so two people"))


def _offices(form: Form) -> set[str]:
    return set(form.key.families) - {"courtesy"}


def other_characters(one: Form, other: Form) -> Judgement | None:
    """ "Hu Mingzhu" and "Hu Minghui": syllables that no romanisation makes one."""
    if are_two_of_the_east(one, other):
        return Judgement(0, _said(one, other, "the syllables differ in every romanisation"))
    return None


def other_given_name(one: Form, other: Form) -> Judgement | None:
    """ "Ana Vesk" and "Bo Vesk"."""
    if not one.given or not other.given or given_agree(one, other) or is_one_name_of_the_east(one, other):
        return None
    return Judgement(0, _said(one, other, "the given names differ"))


def same_name(one: Form, other: Form) -> Judgement | None:
    if len(one.parts) > 1 and one.parts == other.parts:
        return Judgement(1, _said(one, other, "the same name but for marks and letters of another script"))
    return None


def longer_name(one: Form, other: Form) -> Judgement | None:
    """ "Eliana Tafur" and "Eliana Tafur Bocángel"."""
    short, long = sorted((one, other), key=lambda form: len(form.parts))
    if len(short.parts) > 1 and short.given and _within(short.parts, long.parts):
        return Judgement(0.95, _said(short, long, "one is the longer form of the other"))
    return None


def _within(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    return all(
        any(part == other or (len(part) == 1 and other.startswith(part)) for other in long) for part in short
    ) and len(short) < len(long)


def longer_by_sound(one: Form, other: Form) -> Judgement | None:
    """ "Mirtha Zayas Ferreira" and "Mirta Sayas", "Harunur Rashid Pramanik" and "Harun Pramanik"."""
    short, long = sorted((one, other), key=lambda form: len(form.parts))
    if not short.given or len(short.parts) >= len(long.parts) or not same_given(short.parts[0], long.parts[0]):
        return None
    left = list(long.parts[1:])
    for part in short.parts[1:]:
        at = next((n for n, known in enumerate(left) if len(part) > 1 and is_one_sound(part, known)), None)
        if at is None:
            return None
        left = left[at + 1 :]
    return Judgement(0.88, _said(short, long, "one is the longer form of the other, in another spelling"))


def is_one_sound(one: str, other: str) -> bool:
    """Whether two folded words are one in two spellings: "zayas", "sayas"; "votra", "vautrat"."""
    if one == other:
        return True
    return _is_alike(one, other) and not vowels_clash(one, other)


def _is_alike(one: str, other: str) -> bool:
    if heard(one) == heard(other) and nearness(one, other) >= _NEAR:
        return True
    if likeness(one, other) >= _HEARD:
        return True
    short, long = sorted((heard(one), heard(other)), key=len)
    return long == short + "t" and len(short) > 1 and nearness(one, other) >= _SILENT  # French ends that are not spoken


def same_sound(one: Form, other: Form) -> Judgement | None:
    """Given name and surname have the same consonants: "Andrei Vasiliev", "Andrej Vasiljev"."""
    if not one.given or not other.given:
        return None
    found = _surname_of_one_sound(one, other)
    if found is None or vowels_clash(one.surname, other.surname) or not given_agree(one, other):
        return None
    return Judgement(found[0], _said(one, other, found[1]))


def _surname_of_one_sound(one: Form, other: Form) -> tuple[float, str] | None:
    near = nearness(one.surname, other.surname)
    if skeleton(one.surname) == skeleton(other.surname) and near >= _SLIP:
        return 0.93, "one sound in two transliterations"
    if is_spelling_of(one.surname, other.surname):
        return 0.9, "the surname is declined"
    if (heard(one.surname) == heard(other.surname) and near >= _SLIP) or is_one_sound(one.surname, other.surname):
        return 0.9, "the surname went through another script"
    if (
        len(one.surname) > 4
        and JaroWinkler.similarity(one.surname, other.surname) >= _NEARLY
        and is_slip(one.surname, other.surname)
    ):
        return 0.88, "the surname is off by a letter"
    return None


def may_be_one(one: Form, other: Form) -> bool:
    """Whether two people's names are worth a judgement, by signs that cost little: of a thousand Annas hardly two are one.

    Without a surname of one sound, an office or a body in common, only a longer name or one of the Far East could join them.
    """
    return (
        len(one.parts) != len(other.parts)
        or not one.surname_keys.isdisjoint(other.surname_keys)
        or JaroWinkler.similarity(one.surname, other.surname) >= _NEARLY
        or not _offices(one).isdisjoint(other.key.families)
        or (one.key.organ is not None and one.key.organ == other.key.organ)
        or is_one_name_of_the_east(one, other)
    )


def same_ear(one: Form, other: Form) -> Judgement | None:
    """ "Gulnora Amirshoyeva", "Gülnare Emirşayeva": each word is one sound in the spellings of two tongues."""
    if not one.given or not other.given:
        return None
    given, surname = likeness(one.written[0], other.written[0]), likeness(one.written[-1], other.written[-1])
    is_one = (min(given, surname) >= _HEARD_GIVEN and given + surname >= 2 * _HEARD) or is_one_sound_whole(one, other)
    if is_one and not _is_told_apart(one, other):
        return Judgement(0.88, _said(one, other, "one sound in the spellings of two tongues"))
    return None


def _is_told_apart(one: Form, other: Form) -> bool:
    return vowels_clash(one.written[0], other.written[0]) or vowels_clash(one.written[-1], other.written[-1])


def same_characters(one: Form, other: Form) -> Judgement | None:
    """ "Zhou Meiling" and "Chow Mei-ling", "Park Ji-sung" and "Pak Chi-song", "Nagy László" and "László Nagy"."""
    if one.parts != other.parts and is_one_name_of_the_east(one, other):
        return Judgement(0.9, _said(one, other, "one name in two romanisations, or with the family name first"))
    return None


def same_role(one: Form, other: Form) -> Judgement | None:
    """A surname alone, or a slip of it, in the same office of the same country: "Tony Barlow", "Antony Barlou"."""
    shared = set(one.key.families) & set(other.key.families) - {"courtesy"}
    where = _shared_country(one, other)
    if not shared or not where:
        return None
    near = JaroWinkler.similarity(one.surname, other.surname)
    if near >= _SLIP and vowels_clash(one.surname, other.surname):
        return None
    alone = not one.given or not other.given
    if (near >= _NEAR and skeleton(one.surname) == skeleton(other.surname)) or is_spelling_of(
        one.surname, other.surname
    ):
        return Judgement(0.9, _said(one, other, f"the same surname and office ({min(shared)}, {where})"))
    if not alone and shared - _COMMON and given_agree(one, other) and near >= _SLIP:
        return Judgement(0.87, _said(one, other, f"a slip of the surname, the same office ({min(shared)}, {where})"))
    return None


def _shared_country(one: Form, other: Form) -> str | None:
    """The country of both, where the articles leave it open that of the crisis which both report."""
    first, second = one.key.country or one.key.crisis, other.key.country or other.key.crisis
    return first if first == second else None


def same_body(one: Form, other: Form) -> Judgement | None:
    """A surname alone that speaks for the body that a full name speaks for."""
    if not one.key.organ or one.key.organ != other.key.organ or (one.given and other.given):
        return None
    if one.surname == other.surname or is_spelling_of(one.surname, other.surname):
        return Judgement(0.9, _said(one, other, f"the same surname, speaking for the same body ({one.key.organ})"))
    return None


PEOPLE_APART: tuple[Comparator, ...] = (namesakes_of_two_countries, other_characters, other_given_name)
"""Those that refuse; the others never do."""
PEOPLE: tuple[Comparator, ...] = (
    *PEOPLE_APART,
    same_name,
    longer_name,
    longer_by_sound,
    same_sound,
    same_ear,
    same_characters,
    same_role,
    same_body,
)


def bodies_of_two_countries(one: Form, other: Form) -> Judgement | None:
    if one.key.country and other.key.country and one.key.country != other.key.country:
        return Judgement(0, _said(one, other, f"of {one.key.country} and of {other.key.country}"))
    return None


def same_sort(one: Form, other: Form) -> Judgement | None:
    """ "Interior Ministry" and "Ministry of Internal Affairs" of one country."""
    if one.key.organ and one.key.organ == other.key.organ and one.key.country and one.key == _moved(other, one):
        return Judgement(1, _said(one, other, f"{one.key.organ} of {one.key.country}"))
    return None


def _moved(other: Form, one: Form) -> object:
    """The other's key under this one's name: equal where sort, country, place and home are."""
    return replace(other.key, name=one.key.name, kind=one.key.kind, families=one.key.families)


def same_words(one: Form, other: Form) -> Judgement | None:
    """The same words in another order or spelling."""
    words = own_words(one.key.name)
    if words and words == own_words(other.key.name) and not one.key.organ:
        return Judgement(0.95, _said(one, other, "the same words"))
    return None


def shorter_words(one: Form, other: Form) -> Judgement | None:
    """ "Daanbay" and "Daanbay Shipping Lines": a proper word that the longer name begins with."""
    short, long = sorted((one.name, other.name), key=len)
    is_paired = long.startswith(short + " and ") and one.key.country == other.key.country
    if is_paired and not (one.key.organ and other.key.organ):
        return Judgement(0.86, _said(one, other, "one is the longer form of the other"))
    short, long = sorted((one.key.name, other.key.name), key=len)
    if one.key.organ or other.key.organ or len(short) < 5 or not short[:1].isupper() or short == long:
        return None
    if nations.country_of(short) or named(short):
        return None  # the Skopje Clinic is not Skopje
    if long.startswith(short + " ") or (long.endswith(" " + short) and " " in short and _has_own_word(short)):
        return Judgement(0.86, _said(one, other, "one is the longer form of the other"))
    return None


def _has_own_word(name: str) -> bool:
    """Not "Coal Mine" nor "City Hospital", which many are; a "Rescue Headquarters" is one."""
    heads = load("en/organs")["heads"]["other"]
    words = name.lower().split()
    common = {*load("en/organs")["modifiers"]["words"], *heads}
    return words[-1] not in heads or any(word not in common for word in words)


def same_short_form(one: Form, other: Form) -> Judgement | None:
    """ "INDECI" of two expansions, one of them in another language, or as one article has it and the sort of body that another
    calls it: "the civil defence institute, INDECI".
    """
    shared = one.short_forms & other.short_forms
    if one.key.organ or other.key.organ:
        shared = frozenset(short for short in shared if len(short) >= _DISTINCT)
    if shared and not (one.key.organ and other.key.organ):
        return Judgement(0.92, _said(one, other, f"the same short form {min(shared)}"))
    return None


_DISTINCT = 4
"""Letters of a short form that no two bodies of a desk share by chance."""


def shorter_within(one: Form, other: Form) -> Judgement | None:
    """ "Vesk Tigers" for the Vesk Liberation Tigers: a proper first word, the last word, and what lies between."""
    short, long = sorted((one.key.name.split(), other.key.name.split()), key=len)
    if one.key.organ or other.key.organ or len(short) < 2 or len(short) >= len(long) or not _is_proper(short[0]):
        return None
    rest = iter(long)
    if short[0] == long[0] and short[-1] == long[-1] and all(word in rest for word in short):
        return Judgement(0.86, _said(one, other, "one is the longer form of the other"))
    return None


def _is_proper(word: str) -> bool:
    table = load("en/organs")
    common = {*table["modifiers"]["words"], *table["one_word"]}
    return word[:1].isupper() and word.lower() not in common and nations.country_of(word) is None


def initials(one: Form, other: Form) -> Judgement | None:
    """ "HRCP" in one article, "Human Rights Commission of Pakistan" in another."""
    short, long = (one, other) if one.key.name.isupper() else (other, one)
    if not short.key.name.isupper() or len(short.key.name) < _LETTERS or short.is_listed:
        return None
    if short.key.name in long.initials:
        return Judgement(0.88, _said(short, long, "its first letters"))
    return None


def two_listed_media(one: Form, other: Form) -> Judgement | None:
    """AP and AAP, ANA and ANI: the list knows both."""
    if one.is_listed and other.is_listed and one.key.name != other.key.name:
        return Judgement(0, _said(one, other, "two names of the list"))
    return None


def respelled_medium(one: Form, other: Form) -> Judgement | None:
    """ "Chabar-24" for Khabar 24: a wire or channel in another transliteration."""
    if one.key.organ or other.key.organ or EntityKind.ORGANISATION in {one.key.kind, other.key.kind}:
        return None
    left, right = fold(one.name), fold(other.name)
    near = JaroWinkler.similarity(left, right)
    if skeleton(left) == skeleton(right) and len(min(left, right, key=len)) > 2 and near >= _SLIP:
        return Judgement(0.88, _said(one, other, "one medium in two spellings"))
    return None


def body_of_same_sound(one: Form, other: Form) -> Judgement | None:
    """ "Ansar al-Nahr" and "Ansar-ul-Nahr": a long proper name in two transliterations."""
    if one.key.organ or other.key.organ:
        return None
    rows = own_parts(one.bare), own_parts(other.bare)
    if len(rows[0]) == len(rows[1]) > 1:
        is_one = all(map(_is_one_word, *rows)) and fold(one.bare) != fold(other.bare)
        return Judgement(0.9, _said(one, other, "each word is one in two spellings")) if is_one else None
    left, right = joined_words(one.name), joined_words(other.name)
    if left == right != fold(one.name) or (
        min(len(left), len(right)) >= _LONG and heard(left) == heard(right) and nearness(left, right) >= _NEAR
    ):
        return Judgement(0.9, _said(one, other, "one name with another particle"))
    if len(min(left, right, key=len)) >= _FEWEST and likeness(_in_one(one), _in_one(other)) >= _HEARD:
        return Judgement(0.88, _said(one, other, "one sound in the spellings of two tongues"))
    short = min(len(fold(one.name)), len(fold(other.name)))
    if short >= _SPELT and heard(one.name) == heard(other.name) and nearness(one.name, other.name) >= _SILENT:
        return Judgement(0.9, _said(one, other, "one sound in two spellings"))
    if short < _LONG:
        return None
    if skeleton(one.name) == skeleton(other.name) and JaroWinkler.similarity(fold(one.name), fold(other.name)) >= _NEAR:
        return Judgement(0.9, _said(one, other, "one sound in two transliterations"))
    return None


def _is_one_word(one: str, other: str) -> bool:
    if (
        one == other
        or own_words(one) == own_words(other)
        or likeness(one, other) >= _SAME
        or is_spelling_of(one, other)
    ):
        return True
    return heard(one) == heard(other) and vowels_agree(one, other)


def same_firm(one: Form, other: Form) -> Judgement | None:
    """ "Vesk Energy" and "Vesk Energy LLC"."""
    if one.bare == other.bare and one.key.name != other.key.name and " " in one.bare:
        return Judgement(0.95, _said(one, other, "the same name but for its form in law"))
    return None


BODIES_APART: tuple[Comparator, ...] = (bodies_of_two_countries, two_listed_media)
BODIES: tuple[Comparator, ...] = (
    *BODIES_APART,
    same_sort,
    same_words,
    same_firm,
    same_short_form,
    shorter_words,
    shorter_within,
    initials,
    respelled_medium,
    body_of_same_sound,
)


def _in_one(form: Form) -> str:
    return "".join(form.key.name.split())


def judge(one: Form, other: Form, comparators: tuple[Comparator, ...]) -> Judgement:
    """The refusal, if any comparator refuses, else the surest likeness."""
    best = None
    for compare in comparators:
        answer = compare(one, other)
        if answer and not answer.score:
            return answer
        if answer and (best is None or answer > best):
            best = answer
    return best or Judgement(0.5, _said(one, other, "nothing joins them"))
