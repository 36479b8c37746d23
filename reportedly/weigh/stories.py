"""Which crisis a document tells of, where a desk holds several.

In: claims with their places, and when their documents were published. Out: a story id for each document. Articles on
one country that follow each other closely are one story; one that speaks of two countries ("the quake shook Turkey and
Syria") joins theirs, as do several on one country that count the dead of the other. A look back at another crisis joins
nothing; an article without any place joins the nearest in time.
"""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import pairwise

from reportedly.claims.lines import place_of, places_around
from reportedly.model import Claim, Dating, Directory

_QUIET_DAYS = 45
"""So long nothing is told of a country before what follows is another crisis."""
_MAIN_SHARE = 0.3
"""A country is what an article is about from this share of its placed claims on; below it is only mentioned."""


_MOST_TELL = 3
"""So many articles on one country that count another's dead or homeless make it one crisis: a flood and its river."""


def stories_of(claims: Iterable[Claim], *, directory: Directory, datings: Mapping[str, Dating]) -> Mapping[str, str]:
    """The story of each document that has claims or a dating. Ids are stable while no earlier article is added."""
    countries = _countries_by_document(tuple(claims), directory)
    documents = sorted({*countries, *datings})
    days = {document: _day(datings.get(document)) for document in documents}
    homes = _joined(documents, countries, days)
    for document in documents:
        if not countries.get(document):
            homes[document] = _nearest(document, [other for other in documents if countries.get(other)], homes, days)
    names = {home: _name([d for d in documents if homes[d] == home], countries, days) for home in set(homes.values())}
    return {document: names[homes[document]] for document in documents}


def _countries_by_document(claims: Sequence[Claim], directory: Directory) -> dict[str, tuple[str, ...]]:
    """For each document the outermost places that a good share of its claims lie in."""
    told: dict[str, Counter[str]] = defaultdict(Counter)
    for claim in claims:
        told[claim.document].update(() if claim.background else _outermost(claim, directory))
    main = {
        document: tuple(sorted(place for place, n in places.items() if n >= _MAIN_SHARE * places.total()))
        for document, places in told.items()
    }
    return _with_neighbours(main, claims, directory)


def _with_neighbours(
    main: Mapping[str, tuple[str, ...]], claims: Iterable[Claim], directory: Directory
) -> dict[str, tuple[str, ...]]:
    """Countries of documents, with those whose dead or homeless several articles on the same country count as well."""
    counted: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        if claim.kind == "figure" and not claim.background:
            counted[claim.document].update(_outermost(claim, directory))
    pairs = Counter(
        (home, other) for document, others in counted.items() for home in main[document] for other in others
    )
    return {
        document: tuple(sorted({*homes, *(o for h in homes for o in counted[document] if pairs[h, o] >= _MOST_TELL)}))
        for document, homes in main.items()
    }


def _outermost(claim: Claim, directory: Directory) -> tuple[str, ...]:
    place = place_of(claim, directory)
    return (places_around(place, directory) or (place,))[-1:] if place else ()


def _day(dating: Dating | None) -> date | None:
    when = dating.published if dating else None
    return (when.last or when.first) if when else None


def _joined(
    documents: Sequence[str], countries: Mapping[str, Sequence[str]], days: Mapping[str, date | None]
) -> dict[str, str]:
    """Documents of one country without a long silence between them, each under the first of its group."""
    homes = {document: document for document in documents}

    def home_of(document: str) -> str:
        while homes[document] != document:
            document = homes[document]
        return document

    by_country: dict[str, list[str]] = defaultdict(list)
    for document in documents:
        for country in countries.get(document, ()):
            by_country[country].append(document)
    for told in by_country.values():
        ordered = sorted(told, key=lambda document: (days[document] or date.min, document))
        for earlier, later in pairwise(ordered):
            if _are_close(days[earlier], days[later]):
                one, other = sorted((home_of(earlier), home_of(later)))
                homes[other] = one
    return {document: home_of(document) for document in documents}


def _are_close(earlier: date | None, later: date | None) -> bool:
    return earlier is None or later is None or abs((later - earlier).days) <= _QUIET_DAYS


def _nearest(document: str, others: Sequence[str], homes: Mapping[str, str], days: Mapping[str, date | None]) -> str:
    """The story that a document without a place was told beside; that of most articles where it has no date either."""
    size = Counter(homes[other] for other in others)

    def distance(other: str) -> tuple[int, int, str]:
        mine, theirs = days[document], days[other]
        return (abs((mine - theirs).days) if mine and theirs else 0, -size[homes[other]], other)

    nearest = min(others, key=distance, default=None)
    return homes[nearest] if nearest else homes[min(homes)]


def _name(documents: Sequence[str], countries: Mapping[str, Sequence[str]], days: Mapping[str, date | None]) -> str:
    """From what most of its articles are about and the month of its first one."""
    about = Counter(country for document in documents for country in countries.get(document, ()))
    country = min(about, key=lambda place: (-about[place], place), default="")
    first = min((day for document in documents if (day := days[document])), default=None)
    words = f"{country} {first.isoformat()[:7] if first else ''}"
    return "s-" + hashlib.sha256(words.encode()).hexdigest()[:12]
