"""What is kept of a text to know again whom it repeats: in goes a document, out comes its `Fingerprint`.

Small and JSON-plain, made from the body alone, so that a desk keeps it and never needs the text again: four-word shingles and
paragraphs to the letter, pairs of words by their stems, quotations in pieces, numbers with what they count, names without
their vowels. `"We are correcting ourselves," she said, and 23 are dead` has a quotation, and the number 23.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from reportedly.gather.credits import find_agencies
from reportedly.lexicon import load
from reportedly.lexicon import words as listed
from reportedly.model import Document

SHINGLE = 4  # words
MOST_SHINGLES = 1024  # kept of an article, those of the lowest hashes; 99 % of news articles have fewer
MOST_ANCHORS = 96  # numbers, and names
MOST_PAIRS = 512
MOST_SAYINGS = 48
MOST_PIECES = 24  # of one quotation
PARAGRAPH_WORDS = 8
STEM = 5  # letters: "corrected" and "correction" are one
_FEWEST_CONSONANTS = 3  # of a name that is known without its vowels

_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W_\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+")
_SPELT = load("en/furniture")["spelt_numbers"]
_SPELT_OUT = "|".join(sorted(_SPELT, key=len, reverse=True))
_NUMBER = re.compile(rf"\d+(?:[.,:]\d+)*|\b(?:{_SPELT_OUT})(?:-(?:{_SPELT_OUT}))?\b", re.IGNORECASE)
_NAME = re.compile(r"(?<=[^\W_A-Z.!?] |,\s)[A-Z][^\W\d_]{2,}")
_QUOTATION = re.compile(
    r"“([^“”]{6,600})[”“]|\"([^\"]{6,600})\"|«([^«»]{6,600})»|‘([^‘’]{6,600})’(?!\w)|``(.{6,600}?)''", re.DOTALL
)
_RESPELT = (
    *(("sch", "s"), ("tch", "s"), ("sh", "s"), ("ch", "s"), ("zh", "s"), ("kh", "k"), ("gh", "g"), ("ph", "f")),
    *(("w", "v"), ("z", "s"), ("c", "k"), ("q", "k"), ("x", "ks")),
)
_SOUNDLESS = re.compile(r"[aeiouyjh]")
_DOUBLED = re.compile(r"(.)\1+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fingerprint:
    """What is kept of a text: hashes (whole numbers below 2**48) and its numbers.

    `shingles` are those of the lowest hashes, `is_capped` says that there were more; `size` counts all that there were.
    `numbers` ("seven" as 7) and `names` are in order of the text, the first 96 of each; so are `counts` (a number with its
    noun) and `frames` (the words around a number), one for each number, and `facts`, which are numbers, names and quotations.
    `sayings` are quotations, each in its pieces. `cited` are agencies that the body names.
    """

    document: str
    shingles: tuple[int, ...]
    is_capped: bool
    size: int
    paragraphs: tuple[int, ...]
    numbers: tuple[str, ...]
    names: tuple[int, ...]
    pairs: tuple[int, ...] = ()
    sayings: tuple[tuple[int, ...], ...] = ()
    counts: tuple[int, ...] = ()
    frames: tuple[int, ...] = ()
    facts: tuple[int, ...] = ()
    cited: tuple[str, ...] = ()


def fingerprint_of(document: Document) -> Fingerprint:
    """The fingerprint of a document's body."""
    paragraphs = [document.text[span.start : span.end] for span in document.body]
    worded = [words_of(paragraph) for paragraph in paragraphs]
    shingles = sorted({hash_of(shingle) for paragraph in worded for shingle in _shingles(paragraph)})
    text = "\n".join(paragraphs)
    numbers = list(_NUMBER.finditer(text))[:MOST_ANCHORS]
    names = list(_NAME.finditer(text))[:MOST_ANCHORS]
    quotations = list(_quotations(text))[:MOST_SAYINGS]
    return Fingerprint(
        document=document.id,
        shingles=tuple(shingles[:MOST_SHINGLES]),
        is_capped=len(shingles) > MOST_SHINGLES,
        size=len(shingles),
        paragraphs=tuple(sorted({hash_of(paragraph) for paragraph in worded if len(paragraph) >= PARAGRAPH_WORDS})),
        numbers=tuple(_digits_of(number[0]) for number in numbers),
        names=tuple(_hash_of_name(name[0]) for name in names),
        pairs=tuple(sorted({pair for paragraph in worded for pair in _pairs(paragraph)})[:MOST_PAIRS]),
        sayings=tuple(_pieces(quoted) for _, quoted in quotations),
        counts=tuple(_count_at(text, number) for number in numbers),
        frames=tuple(_frame_at(text, number) for number in numbers),
        facts=_in_order(numbers, names, quotations),
        cited=tuple(sorted({name for name, _, _ in find_agencies(text)})),
    )


def words_of(text: str) -> list[str]:
    """Words in lower case without accents, as outlets respell `Fidèle`; a character each where words have no spaces."""
    return _WORD.findall(_plain(text))


def _plain(text: str) -> str:
    folded = text.replace("’", "'").casefold()
    if folded.isascii():
        return folded
    return "".join(
        character for character in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(character)
    )


def hash_of(words: Sequence[str]) -> int:
    return int.from_bytes(hashlib.blake2b(" ".join(words).encode("utf-8", "replace"), digest_size=6).digest())


def _shingles(words: Sequence[str]) -> Iterator[Sequence[str]]:
    for at in range(len(words) - SHINGLE + 1):
        yield words[at : at + SHINGLE]


def _pairs(words: Sequence[str]) -> Iterator[int]:
    """Neighbours among the words that carry meaning, by their stems: `lowered toll` in "lowered the toll"."""
    stems = [word[:STEM] for word in words if len(word) > 2 and word not in small_words() and not word.isdigit()]
    return (hash_of(pair) for pair in pairwise(stems))


@cache
def small_words() -> frozenset[str]:
    return listed("en/lineage", "small")


def _quotations(text: str) -> Iterator[tuple[int, list[str]]]:
    """Where each quotation stands, and its words; a single word in marks is none."""
    for found in _QUOTATION.finditer(text):
        quoted = words_of(next(group for group in found.groups() if group))
        if len(quoted) > 1:
            yield found.start(), quoted


def _pieces(quoted: Sequence[str]) -> tuple[int, ...]:
    """Its four-word pieces of the lowest hashes, so that half a quotation is known again; a short one whole."""
    if len(quoted) <= SHINGLE:
        return (hash_of(quoted),)
    return tuple(sorted({hash_of(piece) for piece in _shingles(quoted)})[:MOST_PIECES])


def _digits_of(number: str) -> str:
    """`3,811` and `seven` and `forty-seven` in digits."""
    parts = number.casefold().split("-")
    if all(part in _SPELT for part in parts):
        return str(sum(_SPELT[part] for part in parts))
    return re.sub(r"\D", "", number)


def _count_at(text: str, number: re.Match[str]) -> int:
    """The number with what it counts: `58 hous` in "58 of the houses"."""
    after = words_of(text[number.end() : number.end() + 40])[:4]
    noun = next((word[:STEM] for word in after if len(word) > 2 and word not in small_words()), "")
    return hash_of((_digits_of(number[0]), noun))


def _frame_at(text: str, number: re.Match[str]) -> int:
    """The two words before and after it, other numbers left open: `toll rose to * from *`."""
    before, after = text[max(0, number.start() - 40) : number.start()], text[number.end() : number.end() + 40]
    around = [*words_of(before)[-2:], "*", *words_of(after)[:2]]
    return hash_of(["*" if word.isdigit() or word in _SPELT else word for word in around])


@lru_cache(maxsize=65536)
def _hash_of_name(name: str) -> int:
    """A name without what translators respell: `Niyazalieva` and `Niyasalijewa` are one."""
    plain = _plain(name)
    sounds = plain
    for written, sound in _RESPELT:
        sounds = sounds.replace(written, sound)
    sounds = _DOUBLED.sub(r"\1", _SOUNDLESS.sub("", sounds))
    return hash_of(("name", sounds if len(sounds) >= _FEWEST_CONSONANTS else plain))


def _in_order(
    numbers: Sequence[re.Match[str]], names: Sequence[re.Match[str]], quotations: Sequence[tuple[int, list[str]]]
) -> tuple[int, ...]:
    found = [(number.start(), hash_of((_digits_of(number[0]),))) for number in numbers]
    found += [(name.start(), _hash_of_name(name[0])) for name in names]
    found += [(at, hash_of(quoted[:SHINGLE])) for at, quoted in quotations]
    return tuple(fact for _, fact in sorted(found))
