"""Whether the given names of two people may be one person's: "Tony" and "Anthony", "Y." and "Elena"; not "Mario" and "Maria".

In: two forms. Out: yes or no; family names are no matter of this. Word list: `short_names` of `lexicon/en/titles.toml`.
"""

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from rapidfuzz.distance import JaroWinkler, Levenshtein

from reportedly.lexicon import load
from reportedly.lexicon.spelling import skeleton
from reportedly.link.form import Form
from reportedly.link.sound import heard, is_slip, likeness, nearness, readings, shared_stem, sounded, vowels_clash

_SLIP = 0.8
_LONG = 8
_HEARD = 0.85
_HEARD_GIVEN = 0.8
"""Likeness to the ear of one word, where the others of the name make up for it."""


def given_agree(one: Form, other: Form) -> bool:
    lands = {form.key.country or form.key.crisis for form in (one, other)}
    pairs = list(zip(one.given, other.given, strict=False))
    if not lands <= _MUTE_A and any(_are_man_and_woman(a, b) for a, b in pairs):
        return False
    if len(one.given) == len(other.given) > 1 and any(_are_other(a, b) for a, b in pairs):
        return is_one_sound_whole(one, other)
    return (
        any(same_given(a, b) for a in one.given for b in other.given)
        or (_joined(one) == _joined(other) and not vowels_clash("".join(one.given), "".join(other.given)))
        or (
            likeness(one.written[0], other.written[0]) >= _HEARD_GIVEN
            and not vowels_clash(one.written[0], other.written[0])
        )
        or is_one_sound_whole(one, other)
    )


def _are_other(one: str, other: str) -> bool:
    """Whether two of several given names have hardly a consonant in common: Cristina and Luisa; not Gebre and Jabra."""
    return not same_given(one, other) and Levenshtein.normalized_similarity(skeleton(one), skeleton(other)) < _HALF


_HALF = 0.5


def _joined(form: Form) -> str:
    return skeleton("".join(form.given))


_OF_MEN_AND_WOMEN = ({"", "a"}, {"o", "a"}, {"os", "a"}, {"os", "i"}, {"us", "a"})
"""Last letters by which a man's given name differs from a woman's: Ivan, Ivana; Mario, Maria; Andronikos, Androniki."""


_MUTE_A = frozenset({"IN", "BD", "NP", "LK"})
"""Lands whose writers may add an a to a last consonant, or leave it: Anand, Ananda."""


@lru_cache(maxsize=100_000)
def _are_man_and_woman(one: str, other: str) -> bool:
    """Whether two given names are those of man and woman, however spelled: Khabib and Habiba."""
    left, right = sounded(one), sounded(other)
    stem = shared_stem(left, right)
    ends = {left[len(stem) :], right[len(stem) :]}
    return ends in _OF_MEN_AND_WOMEN or (ends == {"", "e"} and stem.endswith("ois"))


@lru_cache(maxsize=200_000)
def same_given(one: str, other: str) -> bool:
    """Equal, an initial, a short form ("Tony", "Antony"; "Solofo", "Solofoniaina"), or one sound in two spellings."""
    short, long = sorted((one, other), key=len)
    if len(short) == 1:
        return long.startswith(short) or not _first_sounds(short).isdisjoint(_first_sounds(long))
    if _are_man_and_woman(one, other):
        return False
    if long in _short_names().get(short, ()) or short in _short_names().get(long, ()):
        return True
    if len(short) >= 3 and (long.startswith(short) or long.endswith(short)):
        return True
    is_alike = (
        skeleton(one) == skeleton(other)
        or (heard(one) == heard(other) and nearness(one, other) >= _SLIP)
        or (JaroWinkler.similarity(one, other) >= 0.9 and is_slip(one, other))
    )
    return is_alike and not vowels_clash(one, other)


@cache
def _first_sounds(name: str) -> frozenset[str]:
    """What a name or an initial may open with in any spelling, a vowel as "a": "K." of Khalid, "D." of Djamshid, "Y." of Elena."""
    spelled = [name + second for second in ("", "h", "j", "e")] if len(name) == 1 else [name]
    opened = {reading[:1] for text in spelled for reading in readings(text)} - {""}
    return frozenset("a" if letter in "aeiou" else letter for letter in opened)


@cache
def _short_names() -> Mapping[str, Sequence[str]]:
    table: Mapping[str, Sequence[str]] = load("en/titles")["short_names"]
    return table


def is_one_sound_whole(one: Form, other: Form) -> bool:
    """ "Abdelkrim Bouzerar" and "Abd al-Karim Bu Zarrar": names that two hands part into words differently."""
    if len(one.written) == len(other.written):
        return False
    left, right = "".join(one.written), "".join(other.written)
    return min(len(left), len(right)) >= _LONG and likeness(left, right) >= _HEARD
