"""Which articles are the same text, or mostly so: in go fingerprints, out come families of ids.

Ten outlets that print one wire are one origin. Copies share most of the shorter one's four-word shingles or paragraphs (`Ten
people died when the tunnel` in both); a cut copy keeps its containment where Jaccard similarity collapses. The same text
with other counts in it (`the toll rose to 26` where it was 18) is no copy but a later word of whoever wrote it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from reportedly.gather.fingerprints import Fingerprint

# Measured on the exercises and on an invented wire rewritten in five strengths (tests/gather/test_copies.py): copies
# share .86 to 1 of the shorter text, other articles on the same crisis .03 at most.
COPY_CONTAINMENT = 0.5
COPY_PARAGRAPHS = 0.6
COPY_OF_LONGER = 0.12  # what a copy must make up of the longer text: a roundup is no copy of each brief in it
FEWEST_SHARED = 8
LATER_CHANGED = 2  # counts that changed between the same words
LATER_SHARE = 0.06  # of all counts that stand between the same words in both
LEAST_MET = 0.15  # of its signs, in a text that it may repeat
MOST_HOLDERS = 64  # texts that share a sign, beyond which it leads to none of them


def copies_of(fingerprints: Iterable[Fingerprint]) -> dict[str, tuple[str, ...]]:
    """For each document that has copies, the ids of all others of the same text; symmetric and transitive, sorted."""
    return families_of(fingerprints).others()


def families_of(fingerprints: Iterable[Fingerprint]) -> "Families":
    """The texts, each under its longest article: an article joins the text of which it shares most.

    Only the longest article of a text is looked up again, so that a thousand papers with one wire cost a thousand comparisons.
    """
    families = Families()
    postings: defaultdict[object, list[int]] = defaultdict(list)
    heads: list[Fingerprint] = []
    for fingerprint in sorted(fingerprints, key=lambda fingerprint: (-fingerprint.size, fingerprint.document)):
        signs = list(_signs(fingerprint))
        met = Counter(head for sign in signs if len(postings[sign]) <= MOST_HOLDERS for head in postings[sign])
        fewest = LEAST_MET * len(signs)
        head = _head_for(fingerprint, [heads[at] for at in sorted(met) if met[at] >= fewest])
        if head:
            families.join(head.document, fingerprint.document)
            continue
        families.join(fingerprint.document, fingerprint.document)
        for sign in signs:
            postings[sign].append(len(heads))
        heads.append(fingerprint)
    return families


def _head_for(fingerprint: Fingerprint, heads: Iterable[Fingerprint]) -> Fingerprint | None:
    """The text that it repeats: of several the one of which it shares most."""
    repeated = [head for head in heads if is_copy(head, fingerprint)]
    return max(repeated, key=lambda head: overlap_of(head, fingerprint)[0], default=None)


def is_copy(one: Fingerprint, other: Fingerprint) -> bool:
    """Whether two texts are the same, or mostly so: the shorter lies in the longer, and is a fair part of it."""
    shared, containment, part = overlap_of(one, other)
    shorter = min(len(one.paragraphs), len(other.paragraphs))
    paragraphs = len(set(one.paragraphs) & set(other.paragraphs))
    if part < COPY_OF_LONGER or shared < min(FEWEST_SHARED, one.size, other.size):
        return False
    is_mostly = containment >= COPY_CONTAINMENT or (shorter >= 2 and paragraphs >= COPY_PARAGRAPHS * shorter)
    return is_mostly and not is_later_word(one, other)


def overlap_of(one: Fingerprint, other: Fingerprint) -> tuple[int, float, float]:
    """Shared shingles, and their share of the shorter and of the longer text, over the hashes that both kept."""
    ends = [fingerprint.shingles[-1] for fingerprint in (one, other) if fingerprint.is_capped]
    first, second = (
        {shingle for shingle in kept.shingles if not ends or shingle <= min(ends)} for kept in (one, other)
    )
    shared = len(first & second)
    sizes = sorted((len(first), len(second)))
    return shared, shared / max(1, sizes[0]), shared / max(1, sizes[1])


def is_later_word(one: Fingerprint, other: Fingerprint) -> bool:
    """Whether one has other counts between the words of the other: "the toll rose to 26", where it was 18."""
    shared, changed = changes_of(one, other)
    return changed >= max(LATER_CHANGED, LATER_SHARE * shared)


def changes_of(one: Fingerprint, other: Fingerprint) -> tuple[int, int]:
    """How many counts stand between the same words in both, and how many of those differ."""
    first, second = _framed(one), _framed(other)
    common = first.keys() & second.keys()
    return len(common), sum(first[frame] != second[frame] for frame in common)


def _framed(fingerprint: Fingerprint) -> dict[int, str]:
    """The number in each frame that stands in the text once."""
    times = Counter(fingerprint.frames)
    return {
        frame: number
        for frame, number in zip(fingerprint.frames, fingerprint.numbers, strict=False)
        if times[frame] == 1
    }


def _signs(fingerprint: Fingerprint) -> Iterator[object]:
    """What two texts must have in common at least once to be compared: of the shingles one in four, chosen by hash."""
    yield from ((0, shingle) for shingle in fingerprint.shingles if shingle % 4 == 0 or fingerprint.size < 60)
    yield from ((1, paragraph) for paragraph in fingerprint.paragraphs)


class Families:
    """Disjoint sets of ids, each known by the one that came first."""

    def __init__(self) -> None:
        self._parents: dict[str, str] = {}

    def head_of(self, document: str) -> str:
        while (parent := self._parents.get(document, document)) != document:
            self._parents[document] = document = self._parents.get(parent, parent)
        return document

    def join(self, one: str, other: str) -> None:
        """The second's set goes into the first's."""
        first, second = self.head_of(one), self.head_of(other)
        self._parents.setdefault(first, first)
        self._parents[second] = first

    def copied(self) -> "Families":
        made = Families()
        made._parents = dict(self._parents)
        return made

    def members(self) -> dict[str, tuple[str, ...]]:
        """Each set's ids, sorted, by its head."""
        families: defaultdict[str, list[str]] = defaultdict(list)
        for document in sorted(self._parents):
            families[self.head_of(document)].append(document)
        return {head: tuple(family) for head, family in families.items()}

    def others(self) -> dict[str, tuple[str, ...]]:
        """For each id whose set holds more, the others, sorted."""
        return {
            document: tuple(other for other in family if other != document)
            for family in self.members().values()
            if len(family) > 1
            for document in family
        }

    def firsts(self) -> dict[str, str]:
        """For each id the lowest of its set."""
        return {document: family[0] for family in self.members().values() for document in family}
