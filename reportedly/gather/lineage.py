"""Which articles go back to one text, one author, or may: in go a desk's fingerprints, out come its lineages.

Copies first (`copies.py`), then what binds the texts that are left (`kinship.py`). "LIMA (AFP) - Ten people died" in one paper and
"Ten lives were lost, said the police" in the next are of one lineage where enough else is the same.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reportedly.gather.copies import Families, families_of, overlap_of
from reportedly.gather.fingerprints import Fingerprint
from reportedly.gather.kinship import Bond, Kinship, Weighing

_CERTAIN = 1e9  # how surely a copy goes back to its text: more than any sum of signs
FEWEST_LINKS = {Bond.REWRITTEN: 0.15, Bond.LATER: 0.0, Bond.DOUBTFUL: 0.3}
"""Of all links that there could be between two families; the same text with other counts needs no other sign."""


@dataclass(frozen=True, kw_only=True)
class Lineages:
    """For each document the first of those with its text, of its rewritings, of its author's, and of all that may be so.

    Each of the four holds the one before: what is a copy is of one author, what is of one author surely is so in doubt.
    """

    texts: Mapping[str, str]
    rewritings: Mapping[str, str]
    authors: Mapping[str, str]
    doubtful: Mapping[str, str]
    copies: Mapping[str, tuple[str, ...]]
    kinships: tuple[Kinship, ...]


def lineages_of(fingerprints: Iterable[Fingerprint], agencies: Mapping[str, Sequence[str]] | None = None) -> Lineages:
    """The lineages of a desk's articles. `agencies` gives by document those that it credits for its text."""
    known = {fingerprint.document: fingerprint for fingerprint in fingerprints}
    texts = families_of(known.values())
    members = texts.members()
    heads = [known[head] for head in sorted(members)]
    found = _kinships_among(heads, agencies or {}, texts)
    rewritings = _joined(texts, found, Bond.REWRITTEN)
    authors = _joined(rewritings, found, Bond.LATER)
    doubtful = _joined(authors, found, Bond.DOUBTFUL)
    copied = [_copy(known[head], known[copy]) for head, family in members.items() for copy in family if copy != head]
    return Lineages(
        texts=texts.firsts(),
        rewritings=rewritings.firsts(),
        authors=authors.firsts(),
        doubtful=doubtful.firsts(),
        copies=texts.others(),
        kinships=tuple(sorted([*copied, *found], key=lambda kinship: (kinship.first, kinship.second))),
    )


def _kinships_among(
    heads: Sequence[Fingerprint], agencies: Mapping[str, Sequence[str]], texts: Families
) -> tuple[Kinship, ...]:
    """Twice over: what thirty rewritings of one wire say is not common, once they are known for one lineage."""
    weighing = Weighing(heads, agencies)
    first = tuple(weighing.kinships())
    if not first:
        return ()
    known = _joined(_joined(texts, first, Bond.REWRITTEN), first, Bond.LATER)
    weighing.count_by(known)
    told = [kinship for kinship in first if known.head_of(kinship.first) == known.head_of(kinship.second)]
    return (*told, *weighing.kinships(apart_in=known))


def _joined(families: Families, kinships: Sequence[Kinship], bond: Bond) -> Families:
    """The families joined by that bond, the closest first.

    Two large ones need more than one link between them: else a chain of chance resemblances would make a desk one origin.
    """
    made = families.copied()
    bound = _Bound(kinships, made)
    for kinship in sorted(kinships, key=lambda kinship: (-kinship.score, kinship.first, kinship.second)):
        if kinship.bond is bond:
            bound.join(kinship.first, kinship.second, least=FEWEST_LINKS[bond])
    return made


class _Bound:
    """Families, and how many bonds of any sort there are between each two."""

    def __init__(self, kinships: Iterable[Kinship], families: Families) -> None:
        self.families = families
        self._sizes: Counter[str] = Counter()
        self._links: defaultdict[str, Counter[str]] = defaultdict(Counter)
        texts = {text for kinship in kinships for text in (kinship.first, kinship.second)}
        self._sizes.update(families.head_of(text) for text in texts)
        for kinship in kinships:
            one, other = families.head_of(kinship.first), families.head_of(kinship.second)
            if one != other:
                self._links[one][other] += 1
                self._links[other][one] += 1

    def join(self, one: str, other: str, *, least: float) -> None:
        """Joins their families, if that share of all links that there could be between the two is there."""
        first, second = self.families.head_of(one), self.families.head_of(other)
        fewest = least * self._sizes[first] * self._sizes[second]
        if first == second or self._links[first][second] < fewest:
            return
        self.families.join(first, second)
        self._sizes[first] += self._sizes.pop(second)
        for third, links in self._links.pop(second).items():
            self._links[third].pop(second, None)
            if third != first:
                self._links[first][third] += links
                self._links[third][first] += links


def _copy(head: Fingerprint, copy: Fingerprint) -> Kinship:
    _, containment, _ = overlap_of(head, copy)
    first, second = sorted((head.document, copy.document))
    because = f"they share {containment:.0%} of the shorter text word for word"
    return Kinship(first=first, second=second, bond=Bond.COPY, score=_CERTAIN, because=because)
