"""Whether two written names are one name as it is heard, in two ways.

`likeness` knows tongues: a name is read in each spelling that its letters allow (`lexicon/orthographies.toml`), and two names
are alike where a reading of the one and a reading of the other have the same consonants and nearly the same vowels:
Amirshoyeva, Amirschojewa, Emirşayeva. `heard` and `nearness` know none, and bridge what a third script loses: Reandro and
Leandro, Sebu and Cebu. In: words as written, or folded for the latter. Out: a key or a share; who decides is `compare`.
"""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from anyascii import anyascii
from rapidfuzz.distance import JaroWinkler

from reportedly.lexicon import load
from reportedly.lexicon.spelling import fold, skeleton

_SHORTEST = 2
"""Consonants under which a likeness says nothing: "Lee" and "Liu"."""


class _Spelling(NamedTuple):
    signs: re.Pattern[str] | None
    written: re.Pattern[str]
    sounds: Mapping[str, str]


@cache
def _spellings() -> tuple[_Spelling, ...]:
    return tuple(
        _Spelling(
            re.compile("|".join(map(re.escape, table["signs"]))) if table["signs"] else None,
            re.compile("|".join(written for written, _ in table["sounds"])),
            dict(table["sounds"]),
        )
        for table in load("orthographies").values()
    )


_GLIDES = (
    (re.compile(r"i+(?=[aeou])"), ""),  # Vasiliev, Vasilyev, Wassiljew
    (re.compile(r"i+"), "i"),
    (re.compile(r"(.)\1+"), r"\1"),
)
_MARRIED = re.compile(r"(?<=\w{3})ová$")
"""The ending that Czech and Slovak give to women's names of any tongue."""
_ONE = str.maketrans({"Z": "S", "J": "S", "T": "s", "z": "s"})
"""What one spelling of a sound leaves open: German writes sch for three of them."""
_VOWELS = re.compile(r"[aeiou]+")
_OTHERS = re.compile(r"[^a-zA-Z]+")


@lru_cache(maxsize=100_000)
def readings(word: str) -> frozenset[str]:
    """One word of a name as it sounds in every spelling that its letters allow."""
    text = word.lower()
    signed = [spelling for spelling in _spellings() if spelling.signs and spelling.signs.search(text)]
    forms = {
        text,
        _MARRIED.sub("", text),
        anyascii(text).lower(),
    }  # "Durdica" is how those print Đurđica who have no such letter
    return frozenset(
        map(_glided, {_sounds_of(form, spelling) for spelling in signed or _spellings() for form in forms})
    )


def _glided(sound: str) -> str:
    for written, heard in _GLIDES:
        sound = written.sub(heard, sound)
    return sound


def _sounds_of(text: str, spelling: _Spelling) -> str:
    """The word with each sign of the spelling as the sound that it is, the rest in plain letters."""
    if text.isascii() and text.isalpha():  # nothing of it needs to be made plain, as of most words
        return spelling.written.sub(lambda found: spelling.sounds[found.group()], text)
    parts, at = [], 0
    for found in spelling.written.finditer(text):
        parts += [_plain(text[at : found.start()]), spelling.sounds[found.group()]]
        at = found.end()
    return "".join((*parts, _plain(text[at:])))


def _plain(text: str) -> str:
    return _OTHERS.sub("", anyascii(text).lower())


@lru_cache(maxsize=100_000)
def frame(reading: str) -> str:
    """The consonants of a reading, and whether it opens with a vowel."""
    text = reading.translate(_ONE)
    first = "a" if text[:1] in "aeiou" else ""
    return re.sub(r"(.)\1+", r"\1", first + _VOWELS.sub("", text))


@lru_cache(maxsize=100_000)
def frames(word: str) -> frozenset[str]:
    return frozenset(frame(reading) for reading in readings(word))


@lru_cache(maxsize=100_000)
def likeness(one: str, other: str) -> float:
    """How alike two words of names sound, 0 to 1; 0 where their consonants differ. Words as they are written, marks and all."""
    shared = {frame for frame in frames(one) & frames(other) if len(frame) >= _SHORTEST}
    if not shared:
        return 0.0
    return max(
        JaroWinkler.similarity(a, b)
        for a in readings(one)
        for b in readings(other)
        if frame(a) in shared and frame(a) == frame(b)
    )


_HEARD = str.maketrans({"l": "r", "b": "v", "f": "p", "d": "t", "g": "k", "n": "m"})
_UNVOICED = str.maketrans({"b": "v", "f": "p", "d": "t", "g": "k"})
_VOICED = frozenset("aeiou")
_BARRED = re.compile("[ĐđÐð]")  # of the Balkans and of Iceland: no script's plain d
_SPOKEN = (
    (re.compile(r"dzh?|dj"), "j"),
    (re.compile(r"kh"), "h"),
    (re.compile(r"(?<=.)h|^h(?=[^aeiouy])"), ""),
    (re.compile(r"eaux?|au"), "o"),
    (re.compile(r"ou|oo"), "u"),
    (re.compile(r"ee"), "i"),
    (re.compile(r"qu(?=[ei])|q|ck|c(?![eiy])"), "k"),
    (re.compile(r"[cz]"), "s"),
    (re.compile(r"x"), "ks"),
    (re.compile(r"(?<=[^aeiou])w(?=[aeiou])"), "u"),
    (re.compile(r"w"), "v"),
    (re.compile(r"[yj]"), "i"),
    (re.compile(r"(.)\1+"), r"\1"),
)
"""What writers of different tongues make of one sound: Queiroz and Keiros, Vautrat and Votra, Ishwardi and Ishurdi."""


def folded(word: str) -> str:
    """The letters of a word of a name; a barred d is heard as dj."""
    return fold(_BARRED.sub("dj", word))


@lru_cache(maxsize=50_000)
def sounded(name: str) -> str:
    """A name as it is heard, vowels kept: "Koçyılmaz" and "Kochyilmaz" -> "kosilmas"."""
    text = folded(name)
    for written, sound in _SPOKEN:
        text = written.sub(sound, text)
    return text


@lru_cache(maxsize=50_000)
def voiceless(name: str) -> str:
    """The consonants of a name as they are heard, voice left out: Sebu and Cebu, Maydugiri and Maitukuri."""
    return _frame(sounded(name).translate(_UNVOICED))


@lru_cache(maxsize=50_000)
def heard(name: str) -> str:
    """A coarser skeleton, for names that went through another script: Reandro and Leandro, Sebu and Cebu."""
    return _frame(sounded(name).translate(_HEARD))


def _frame(text: str) -> str:
    first = "a" if text[:1] in _VOICED else text[:1]  # Ibrahim and Ebrahim
    return re.sub(r"(.)\1+", r"\1", first + re.sub(r"[aeiou]+", "", text[1:]))


def nearness(one: str, other: str) -> float:
    """How alike two folded names are to the eye or to the ear, 0 to 1."""
    return max(JaroWinkler.similarity(one, other), JaroWinkler.similarity(sounded(one), sounded(other)))


def shared_stem(one: str, other: str) -> str:
    """The letters with which both names begin."""
    size = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return one[:size]


_RUNS = re.compile(r"[aeiouy]+")
_SERVANT = re.compile(r"^abd[aeou](?=.{3})")
"""Abdullah, Abdallah, Abdelkarim: the article between says nothing."""


@lru_cache(maxsize=100_000)
def vowels_clash(one: str, other: str) -> bool:
    """Whether two names of the same consonants are told apart by a vowel: Hassan and Hussein, Karim and Karam, Jamal and
    Jamil. Tongues write e for a and o for u, none an i or a u for an a. A last vowel may be an ending.
    """
    first, second = (_SERVANT.sub("abd", fold(name)) for name in (one, other))
    left, right = _RUNS.findall(first), _RUNS.findall(second)
    if len(left) != len(right):
        return False
    if left != right and sorted(left) == sorted(right):
        return True  # Ramon and Roman
    if first[-1:] in "aeiouy" and second[-1:] in "aeiouy":
        left, right = left[:-1], right[:-1]
    return any(_clash(a, b) or _clash(b, a) for a, b in zip(left, right, strict=True))


def _clash(one: str, other: str) -> bool:
    is_other = ("i" in other or "ee" in other) and "a" not in other
    return set(one) == {"a"} and (is_other or other in {"u", "oo", "ou"})


_PAIRS = """
a/e a/o e/i o/u ou/u oo/u ee/i ie/e ie/i ia/a io/o iu/u ai/e ei/e ai/ei ai/i au/o ou/o ue/u oe/o oe/u ae/e ae/a aa/a ii/i uu/u ea/a
eo/o u/ui iie/ie iia/ia
"""
_EXCHANGED = frozenset(frozenset(pair.split("/")) for pair in _PAIRS.split())
"""Vowels that writers of several tongues put for one another; y and j stand for i."""


@lru_cache(maxsize=100_000)
def vowels_agree(one: str, other: str) -> bool:
    """Whether two names have as many vowels, and each is the other's or one that writers put for it: Ardakan and Ardekan; not
    Colina and Colona. Who knows neither place has no more to go by."""
    left, right = _runs(one), _runs(other)
    return len(left) == len(right) and all(
        a == b or frozenset((a, b)) in _EXCHANGED for a, b in zip(left, right, strict=True)
    )


@lru_cache(maxsize=50_000)
def _runs(name: str) -> tuple[str, ...]:
    return tuple(_VOWELS.findall(fold(name).replace("y", "i").replace("j", "i")))


def is_slip(one: str, other: str) -> bool:
    """Whether two folded names of one length or nearly so have the same consonants, but for one that is dropped or two that
    changed places: "Murugan" and "Murgan", "Gulten" and "Gultn"; not "Gulten" and "Gulsen"."""
    short, long = sorted((skeleton(one), skeleton(other)), key=len)
    if len(short) == len(long):
        return sorted(short) == sorted(long)
    rest = iter(long)
    return len(long) - len(short) == 1 and all(letter in rest for letter in short)
