"""Which articles are the same text, and which were rewritten from one: in go fingerprints, out come ids and sentences.

Ten outlets that print one wire are one origin. Fingerprints are small and JSON-plain, made from the body alone, so
that a desk keeps them and never needs the texts again. Copies share most of the shorter one's four-word shingles or
paragraphs (`Ten people died when the tunnel` in both); a cut copy keeps its containment where Jaccard similarity
collapses. Kin are rewritten: the same quotations, the same numbers in the same order, a few sentences word for word.
"""

import hashlib
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from reportedly.lexicon import load
from reportedly.model import Document

SHINGLE = 4  # words
MOST_SHINGLES = 1024  # kept of an article, those of the lowest hashes; 99 % of news articles have fewer
MOST_ANCHORS = 64  # numbers, and names
PARAGRAPH_WORDS = 8
QUOTATION_WORDS = 5

# Measured on the exercises and on an invented wire rewritten in five strengths (tests/gather/test_copies.py): copies
# share .86 to 1 of the shorter text, other articles on the same crisis .03 at most.
COPY_CONTAINMENT = 0.5
COPY_PARAGRAPHS = 0.6
COPY_OF_LONGER = 0.12  # what a copy must make up of the longer text: a roundup is no copy of each brief in it
FEWEST_SHARED = 8
KIN_CONTAINMENT = 0.1
KIN_NUMBERS = 5
KIN_NUMBER_SHARE = 0.6  # in order, of the text with fewer: rewrites .79, independent articles up to .38
KIN_NAMES = 8
KIN_NAME_SHARE = 0.3  # rewrites .29 to .37, independent articles up to .34: a sign only beside another

_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W_\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+")
_SPELT = load("en/furniture")["spelt_numbers"]
_NUMBER = re.compile(rf"\d+(?:[.,:]\d+)*|\b(?:{'|'.join(_SPELT)})\b", re.IGNORECASE)
_NAME = re.compile(r"(?<=[^\W_A-Z.!?] |,\s)[A-Z][^\W\d_]{2,}")
_QUOTATION = re.compile(r"“([^“”]{15,600})[”“]|\"([^\"]{15,600})\"|«([^«»]{15,600})»|‘([^‘’]{15,600})’(?!\w)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fingerprint:
    """What is kept of a text to know its copies again: hashes (whole numbers below 2**48), sorted, and its numbers.

    `shingles` are those of the lowest hashes, `is_capped` says that there were more; `size` counts all that there were.
    `numbers` ("seven" as 7) and `names` (hashed) are in order of the text, the first 64 of each.
    """

    document: str
    shingles: tuple[int, ...]
    is_capped: bool
    size: int
    paragraphs: tuple[int, ...]
    quotations: tuple[int, ...]
    numbers: tuple[str, ...]
    names: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kinship:
    """Two articles that go back to one text without being copies. `first` < `second`; `because` is a sentence."""

    first: str
    second: str
    containment: float
    because: str


def fingerprint_of(document: Document) -> Fingerprint:
    """The fingerprint of a document's body."""
    paragraphs = [document.text[span.start : span.end] for span in document.body]
    words = [words_of(paragraph) for paragraph in paragraphs]
    shingles = sorted({_hash(shingle) for paragraph in words for shingle in _shingles(paragraph)})
    text = "\n".join(paragraphs)
    return Fingerprint(
        document=document.id,
        shingles=tuple(shingles[:MOST_SHINGLES]),
        is_capped=len(shingles) > MOST_SHINGLES,
        size=len(shingles),
        paragraphs=tuple(sorted({_hash(paragraph) for paragraph in words if len(paragraph) >= PARAGRAPH_WORDS})),
        quotations=tuple(sorted({_hash(quotation) for quotation in _quotations(text)})),
        numbers=tuple(map(_digits_of, _NUMBER.findall(text)[:MOST_ANCHORS])),
        names=tuple(_hash(words_of(name)) for name in _NAME.findall(text)[:MOST_ANCHORS]),
    )


def parse_fingerprint(plain: Mapping[str, Any]) -> Fingerprint:
    """The fingerprint that `dataclasses.asdict` and JSON made plain. Raises KeyError where a field is missing."""
    lists = ("shingles", "paragraphs", "quotations", "numbers", "names")
    return Fingerprint(
        document=plain["document"],
        is_capped=plain["is_capped"],
        size=plain["size"],
        **{name: tuple(plain[name]) for name in lists},
    )


def _digits_of(number: str) -> str:
    return str(_SPELT.get(number.casefold()) or re.sub(r"\D", "", number))


def words_of(text: str) -> list[str]:
    """Words in lower case without accents, as outlets respell `Fidèle`; a character each where words have no spaces."""
    decomposed = unicodedata.normalize("NFKD", text.replace("’", "'").casefold())
    return _WORD.findall("".join(character for character in decomposed if not unicodedata.combining(character)))


def _shingles(words: Sequence[str]) -> Iterator[Sequence[str]]:
    for at in range(len(words) - SHINGLE + 1):
        yield words[at : at + SHINGLE]


def _quotations(text: str) -> Iterator[list[str]]:
    for found in _QUOTATION.finditer(text):
        words = words_of(next(group for group in found.groups() if group))
        if len(words) >= QUOTATION_WORDS:
            yield words


def _hash(words: Sequence[str]) -> int:
    return int.from_bytes(hashlib.blake2b(" ".join(words).encode("utf-8", "replace"), digest_size=6).digest())


def copies_of(fingerprints: Iterable[Fingerprint]) -> dict[str, tuple[str, ...]]:
    """For each document that has copies, the ids of all others of the same text; symmetric and transitive, sorted."""
    index = Index(fingerprints)
    families = _Families()
    for one, other in index.find_pairs():
        if families.head_of(one.document) != families.head_of(other.document) and is_copy(one, other):
            families.join(one.document, other.document)
    return families.others()


def kinships_of(fingerprints: Iterable[Fingerprint]) -> tuple[Kinship, ...]:
    """Pairs that are no copies, yet rewritten from one text or from one statement; sorted."""
    known = sorted(fingerprints, key=lambda fingerprint: fingerprint.document)
    copies = copies_of(known)
    found = (
        kinship
        for one, other in Index(known).find_pairs()
        if other.document not in copies.get(one.document, ()) and (kinship := kinship_of(one, other))
    )
    return tuple(sorted(found, key=lambda kinship: (kinship.first, kinship.second)))


def is_copy(one: Fingerprint, other: Fingerprint) -> bool:
    """Whether two texts are the same, or mostly so: the shorter lies in the longer, and is a fair part of it."""
    shared, containment, part = overlap_of(one, other)
    shorter = min(len(one.paragraphs), len(other.paragraphs))
    paragraphs = len(set(one.paragraphs) & set(other.paragraphs))
    if part < COPY_OF_LONGER or shared < min(FEWEST_SHARED, one.size, other.size):
        return False
    return containment >= COPY_CONTAINMENT or (shorter >= 2 and paragraphs >= COPY_PARAGRAPHS * shorter)


def overlap_of(one: Fingerprint, other: Fingerprint) -> tuple[int, float, float]:
    """Shared shingles, and their share of the shorter and of the longer text, over the hashes that both kept."""
    ends = [fingerprint.shingles[-1] for fingerprint in (one, other) if fingerprint.is_capped]
    first, second = (
        {shingle for shingle in kept.shingles if not ends or shingle <= min(ends)} for kept in (one, other)
    )
    shared = len(first & second)
    sizes = sorted((len(first), len(second)))
    return shared, shared / max(1, sizes[0]), shared / max(1, sizes[1])


def kinship_of(one: Fingerprint, other: Fingerprint) -> Kinship | None:
    """Two of four signs: words in common, quotations in common, the same numbers, the same names in the same order."""
    shared, containment, _ = overlap_of(one, other)
    quotations = len(set(one.quotations) & set(other.quotations))
    numbers, fewer_numbers = in_order(one.numbers, other.numbers)
    names, fewer_names = in_order(one.names, other.names)
    signs = (
        (
            containment >= KIN_CONTAINMENT and shared >= FEWEST_SHARED,
            f"{containment:.0%} of the shorter text word for word",
        ),
        (quotations > 0, f"{quotations} quotation{'s' if quotations > 1 else ''}"),
        (
            numbers >= max(KIN_NUMBERS, KIN_NUMBER_SHARE * fewer_numbers),
            f"{numbers} of {fewer_numbers} numbers in the same order",
        ),
        (names >= max(KIN_NAMES, KIN_NAME_SHARE * fewer_names), f"{names} of {fewer_names} names in the same order"),
    )
    held = [sign for holds, sign in signs if holds]
    if len(held) < 2:
        return None
    first, second = sorted((one.document, other.document))
    return Kinship(first=first, second=second, containment=containment, because=f"they share {' and '.join(held)}")


def in_order(one: Sequence[Hashable], other: Sequence[Hashable]) -> tuple[int, int]:
    """How many things two texts have in common in the same order (3 of `18 748 26 38` and `18 26 9 38`), and of how
    many."""
    row = [0] * (len(other) + 1)
    for thing in one:
        row = _next_row(row, thing, other)
    return row[-1], min(len(one), len(other))


def _next_row(above: Sequence[int], thing: Hashable, other: Sequence[Hashable]) -> list[int]:
    row = [0]
    for at, candidate in enumerate(other):
        row.append(above[at] + 1 if thing == candidate else max(above[at + 1], row[at]))
    return row


class Index:
    """An inverted index that finds the pairs worth comparing; of the shingles one in four, chosen by hash."""

    def __init__(self, fingerprints: Iterable[Fingerprint]) -> None:
        self._known = sorted(fingerprints, key=lambda fingerprint: (-fingerprint.size, fingerprint.document))

    def find_pairs(self) -> Iterator[tuple[Fingerprint, Fingerprint]]:
        """Each pair once, the longer text first, the most alike first."""
        postings: defaultdict[object, list[int]] = defaultdict(list)
        for at, fingerprint in enumerate(self._known):
            signs = list(_signs(fingerprint))
            met = Counter(other for sign in signs for other in postings[sign])
            for other, _ in sorted(met.items(), key=lambda item: (-item[1], item[0])):
                yield self._known[other], fingerprint
            for sign in signs:
                postings[sign].append(at)


def _signs(fingerprint: Fingerprint) -> Iterator[object]:
    """What two texts must have in common at least once to be compared."""
    yield from ((0, shingle) for shingle in fingerprint.shingles if shingle % 4 == 0 or fingerprint.size < 60)
    yield from ((1, paragraph) for paragraph in fingerprint.paragraphs)
    yield from ((2, quotation) for quotation in fingerprint.quotations)
    yield from ((3, *pair) for pair in sorted(set(pairwise(fingerprint.numbers))))


class _Families:
    """Disjoint sets of ids."""

    def __init__(self) -> None:
        self._parents: dict[str, str] = {}

    def head_of(self, document: str) -> str:
        while (parent := self._parents.get(document, document)) != document:
            self._parents[document] = document = self._parents.get(parent, parent)
        return document

    def join(self, one: str, other: str) -> None:
        low, high = sorted((self.head_of(one), self.head_of(other)))
        self._parents[low], self._parents[high] = low, low

    def others(self) -> dict[str, tuple[str, ...]]:
        families: defaultdict[str, list[str]] = defaultdict(list)
        for document in sorted(self._parents):
            families[self.head_of(document)].append(document)
        return {
            document: tuple(other for other in family if other != document)
            for family in families.values()
            for document in family
        }
