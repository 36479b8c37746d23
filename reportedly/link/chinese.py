"""Whether two spellings are one Chinese name: "Zhou Meiling", "Chow Mei-ling", "Chou Mei-ling".

In: the folded words of two names, hyphens taken for spaces. The family name must be one, and each of two given syllables or
more; a given name of one syllable ("Li Wei") tells too little and is never joined so. Of places and given names `syllables_of`
says how they may be read: "Hsien-shui-ku" as xian shui gu. Word list: `romanisations.toml`.
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
    shared = syllables_of("".join(one[1:])) & syllables_of("".join(other[1:]))
    if any(len(row) >= _FEWEST for row in shared):
        return True
    given, others = _syllables(tuple(one[1:])), _syllables(tuple(other[1:]))
    return len(given) == len(others) >= _FEWEST and all(
        _is_one(a, b, "syllables") for a, b in zip(given, others, strict=True)
    )


LANDS = frozenset({"CN", "TW", "HK", "MO", "SG"})


def are_two_in_chinese(one: str, other: str) -> bool | None:
    """Whether two names are read as other syllables; None where either is none of Peking's or Taipei's spelling."""
    left, right = syllables_of(fold(one)), syllables_of(fold(other))
    return left.isdisjoint(right) if left and right else None


@lru_cache(maxsize=50_000)
def syllables_of(text: str, most: int = 5) -> frozenset[tuple[str, ...]]:
    """Every row of so many pinyin syllables at most that a folded word may stand for; none where it is no Chinese one.

    The rows of a word without end double with every other letter, so no name has more syllables than it can have.
    """
    if not text or not most or len(text) > most * _LONGEST:
        return frozenset() if text else frozenset({()})
    return frozenset(
        (pinyin, *rest)
        for size in range(1, _LONGEST + 1)
        for pinyin in _pinyin_of().get(text[:size], ())
        if len(text) >= size
        for rest in syllables_of(text[size:], most - 1)
    )


_LONGEST = 7
"""Letters of a syllable: "chuang" of Peking, "chuang" and "shuang" of Taipei."""


@cache
def _pinyin_of() -> Mapping[str, frozenset[str]]:
    """A syllable as Peking, Taipei and the old post offices spell it -> the pinyin that it may be."""
    table = load("romanisations")["pinyin"]
    every = {head + end for head, ends in table.items() for end in ends}
    found: dict[str, set[str]] = {}
    for pinyin in every:
        plain = pinyin.replace("v", "u")
        for spelling in {plain, _taipei(plain), _respelt(plain, "post"), _respelt(plain, "russian")}:
            found.setdefault(spelling, set()).add(plain)
    return {spelling: frozenset(rows) for spelling, rows in found.items()}


def families_of(word: str) -> tuple[str, ...]:
    """The pinyin of the family names that a word may be in any romanisation; none where no list has it."""
    return _of_spelling("surnames").get(word, ())


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
    return one == other or not _pinyin(one, table).isdisjoint(_pinyin(other, table))


def _pinyin(word: str, table: str) -> frozenset[str]:
    """The pinyin that a word may be; itself where no list has it."""
    return frozenset((word, *_of_spelling(table).get(word, ()), *_pinyin_of().get(word, ())))


@cache
def _spellings(table: str) -> Mapping[str, Sequence[str]]:
    return {pinyin: tuple(map(fold, others)) for pinyin, others in load("romanisations")[table].items()}


@cache
def _of_spelling(table: str) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for pinyin, others in _spellings(table).items():
        for spelling in (pinyin, _taipei(pinyin), *others):
            found[spelling] = tuple(dict.fromkeys((*found.get(spelling, ()), pinyin)))
    return found


@lru_cache(maxsize=5_000)
def _taipei(pinyin: str) -> str:
    """What Wade-Giles makes of a syllable, marks of breath left out: "zhong" -> chung."""
    return _respelt(pinyin, "wade-giles")


def _respelt(pinyin: str, way: str) -> str:
    """A syllable with another head and end by a table of them, longer ones first."""
    rules = load("romanisations")[way]
    if whole := dict(rules.get("whole", ())).get(pinyin):
        return str(whole)
    head = next(((a, b) for a, b in rules["heads"] if pinyin.startswith(a)), ("", ""))
    text = head[1] + pinyin.removeprefix(head[0])
    end = next(((a, b) for a, b in rules["ends"] if text.endswith(a)), ("", ""))
    return text[: len(text) - len(end[0])] + end[1]
