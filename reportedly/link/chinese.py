"""Whether two spellings are one Chinese name: "Zhou Meiling", "Chow Mei-ling", "Chou Mei-ling".

In: the folded words of two names, hyphens taken for spaces. The family name must be one, and each of two given syllables or
more; a given name of one syllable ("Li Wei") tells too little and is never joined so. Word list: `romanisations.toml`.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from reportedly.lexicon import load
from reportedly.lexicon.spelling import fold

_SYLLABLE = re.compile(
    r"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    r"(?:iang|iong|uang|ang|eng|ing|ong|uai|ian|iao|uan|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|ui|uo|ue|a|o|e|i|u)(?![aeiou])"
)
_FEWEST = 2
"""Given syllables."""


def is_one_chinese_name(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether the words of two names, family name first, are one name in two romanisations."""
    if len(one) < _FEWEST or len(other) < _FEWEST or not _is_one(one[0], other[0], "surnames"):
        return False
    given, others = _syllables(tuple(one[1:])), _syllables(tuple(other[1:]))
    return len(given) == len(others) >= _FEWEST and all(
        _is_one(a, b, "syllables") for a, b in zip(given, others, strict=True)
    )


def families_of(word: str) -> tuple[str, ...]:
    """The pinyin of the family names that a word may be in any romanisation; none where no list has it."""
    return _of_spelling().get(word, ())


@lru_cache(maxsize=50_000)
def _syllables(words: tuple[str, ...]) -> tuple[str, ...]:
    """ "laishun" -> lai, shun; what is written apart is apart."""
    if len(words) != 1:
        return words
    found, at = [], 0
    while at < len(words[0]):
        syllable = _SYLLABLE.match(words[0], at)
        if syllable is None:
            return words
        found.append(syllable.group())
        at = syllable.end()
    return tuple(found)


@lru_cache(maxsize=50_000)
def _is_one(one: str, other: str, table: str) -> bool:
    if one == other:
        return True
    known = _spellings(table)
    return other in known.get(one, ()) or one in known.get(other, ()) or one == _taipei(other) or other == _taipei(one)


@cache
def _spellings(table: str) -> Mapping[str, Sequence[str]]:
    return {pinyin: tuple(map(fold, others)) for pinyin, others in load("romanisations")[table].items()}


@cache
def _of_spelling() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for pinyin, others in _spellings("surnames").items():
        for spelling in (pinyin, _taipei(pinyin), *others):
            found[spelling] = tuple(dict.fromkeys((*found.get(spelling, ()), pinyin)))
    return found


@lru_cache(maxsize=5_000)
def _taipei(pinyin: str) -> str:
    """What Wade-Giles makes of a syllable, marks of breath left out: "zhong" -> chung."""
    rules = load("romanisations")["wade-giles"]
    head = next(((a, b) for a, b in rules["heads"] if pinyin.startswith(a)), ("", ""))
    text = head[1] + pinyin.removeprefix(head[0])
    end = next(((a, b) for a, b in rules["ends"] if text.endswith(a)), ("", ""))
    return text[: len(text) - len(end[0])] + end[1]
