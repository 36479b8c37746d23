"""The story that each document tells, where a desk holds several crises.

In: the piles into which the documents sort (which of them tell of one crisis), claims with their places, and when the documents
were published. Out: a story id for each document, made from what its pile is mostly about and the month of its first article, so
that it stays while later articles come.
"""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from reportedly.claims.lines import place_of, places_around
from reportedly.model import Claim, Dating, Directory

_MAIN_SHARE = 0.3
"""A country is what an article is about from this share of its placed claims on; below it is only mentioned."""


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What a pile is mostly about, in words that make its story's id, and what settles which of two alike comes first."""

    words: str
    first: date
    documents: tuple[str, ...]


def about_of(
    pile: Iterable[str],
    claims: Iterable[Claim],
    directory: Directory,
    datings: Mapping[str, Dating],
    authors: Mapping[str, str] | None = None,
) -> About:
    """What the claims of those documents are mostly about. `authors` gives the first that goes back to one author's text with a
    document: what ten papers copy is told once."""
    documents = tuple(sorted(pile))
    countries = _countries_by_document(claims, directory)
    days = {id: _day(datings[id]) for id in documents if id in datings}
    first = _first(documents, days)
    texts = sorted({(authors or {}).get(id, id) for id in documents})
    return About(words=_words(texts, countries, first), first=first, documents=documents)


def ids_of(abouts: Sequence[About]) -> tuple[str, ...]:
    """The id of each story; of two crises of one country and month the earlier has the plain one."""
    taken: Counter[str] = Counter()
    ids: dict[int, str] = {}
    for at, about in sorted(enumerate(abouts), key=lambda each: (each[1].first, each[1].documents)):
        taken[about.words] += 1
        number = f" {taken[about.words]}" if taken[about.words] > 1 else ""
        ids[at] = "s-" + hashlib.sha256(f"{about.words}{number}".encode()).hexdigest()[:12]
    return tuple(ids[at] for at in range(len(abouts)))


def _countries_by_document(claims: Iterable[Claim], directory: Directory) -> Mapping[str, tuple[str, ...]]:
    """For each document the outermost places that a good share of its claims lie in."""
    told: dict[str, Counter[str]] = defaultdict(Counter)
    for claim in claims:
        told[claim.document].update(() if claim.background else _outermost(claim, directory))
    return {
        document: tuple(sorted(place for place, n in places.items() if n >= _MAIN_SHARE * places.total()))
        for document, places in told.items()
    }


def _outermost(claim: Claim, directory: Directory) -> tuple[str, ...]:
    place = place_of(claim, directory)
    return (places_around(place, directory) or (place,))[-1:] if place else ()


def _day(dating: Dating) -> date | None:
    when = dating.published
    return (when.last or when.first) if when else None


def _first(pile: Sequence[str], days: Mapping[str, date | None]) -> date:
    return min((day for document in pile if (day := days.get(document))), default=date.max)


def _words(pile: Sequence[str], countries: Mapping[str, Sequence[str]], first: date) -> str:
    """What most of its articles are about, and the month of its first one."""
    about = Counter(country for document in pile for country in countries.get(document, ()))
    country = min(about, key=lambda place: (-about[place], place), default="")
    return f"{country} {'' if first == date.max else first.isoformat()[:7]}"
