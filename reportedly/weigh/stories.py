"""The story that each document tells, where a desk holds several crises.

In: the piles into which the documents sort (which of them tell of one crisis), claims with their places, and when the documents
were published. Out: a story id for each document, made from what its pile is mostly about and the month of its first article, so
that it stays while later articles come.
"""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from reportedly.claims.lines import place_of, places_around
from reportedly.model import Claim, Dating, Directory

_MAIN_SHARE = 0.3
"""A country is what an article is about from this share of its placed claims on; below it is only mentioned."""


def stories_of(
    piles: Iterable[Sequence[str]], claims: Iterable[Claim], *, directory: Directory, datings: Mapping[str, Dating]
) -> Mapping[str, str]:
    """The story of each document of the piles. Ids are stable while no earlier article is added."""
    countries = _countries_by_document(claims, directory)
    days = {document: _day(dating) for document, dating in datings.items()}
    stories: dict[str, str] = {}
    taken: Counter[str] = Counter()
    for pile in sorted(piles, key=lambda pile: (_first(pile, days), sorted(pile))):
        words = _words(pile, countries, days)
        taken[words] += 1
        number = f" {taken[words]}" if taken[words] > 1 else ""  # two crises of one country and month
        id = "s-" + hashlib.sha256(f"{words}{number}".encode()).hexdigest()[:12]
        stories |= dict.fromkeys(pile, id)
    return stories


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


def _words(pile: Sequence[str], countries: Mapping[str, Sequence[str]], days: Mapping[str, date | None]) -> str:
    """What most of its articles are about, and the month of its first one."""
    about = Counter(country for document in pile for country in countries.get(document, ()))
    country = min(about, key=lambda place: (-about[place], place), default="")
    first = _first(pile, days)
    return f"{country} {'' if first == date.max else first.isoformat()[:7]}"
