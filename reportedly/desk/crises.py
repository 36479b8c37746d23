"""The crises that a desk tells of, each with where, when and what it is mostly about.

In: the books. Out: stories, those of most articles first, with a name that a reader knows them by ("Peru, August 2031") and
the first of their figures.
"""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from reportedly.brief.headlines import headlines_of
from reportedly.claims import KINDS
from reportedly.claims.lines import place_of, places_around
from reportedly.desk.books import Books
from reportedly.errors import UnknownIdError
from reportedly.model import Finding
from reportedly.when import When

_MOST_PLACES = 2
_LEAST_SHARE = 0.2
"""A country with fewer of a story's placed claims does not give it its name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A crisis of a desk. `places` are the countries that it plays in, `figures` its first ones in words."""

    id: str
    name: str
    places: tuple[str, ...]
    first: When | None
    last: When | None
    documents: tuple[str, ...]
    findings: int
    figures: tuple[str, ...]

    def as_data(self) -> dict[str, Any]:
        """In JSON's own types."""
        return {
            **{name: getattr(self, name) for name in ("id", "name", "findings")},
            **{name: list(getattr(self, name)) for name in ("places", "documents", "figures")},
            "first": str(self.first) if self.first else None,
            "last": str(self.last) if self.last else None,
        }


def stories_in(books: Books) -> tuple[Story, ...]:
    """Those of most articles first."""
    told = Counter(books.stories.values())
    return tuple(_story(id, books) for id in sorted(told, key=lambda id: (-told[id], id)))


def story_named(beginning: str, books: Books) -> str:
    """The id of a story that begins so. Raises UnknownIdError where none or several do."""
    found = sorted(id for id in set(books.stories.values()) if id.startswith(beginning))
    if len(found) != 1:
        raise UnknownIdError(
            f"{len(found) or 'no'} stories begin so", place=beginning, cure="`reportedly stories DESK` lists them"
        )
    return found[0]


def _story(id: str, books: Books) -> Story:
    documents = tuple(sorted(document for document, its in books.stories.items() if its == id))
    days = sorted(
        when
        for d in documents
        if (dating := books.datings.get(d)) is not None and (when := dating.published) is not None
    )
    findings = [finding for finding in books.findings if finding.story == id]
    places = _places(frozenset(documents), books)
    first = days[0] if days else None
    return Story(
        id=id,
        name=", ".join([*(places or ("of no known place",)), *([_month(first)] if first else [])]),
        places=places,
        first=first,
        last=days[-1] if days else None,
        documents=documents,
        findings=len(findings),
        figures=tuple(_figure(finding, books) for finding in headlines_of(_figures(findings), books.directory)[0][:3]),
    )


def _places(documents: frozenset[str], books: Books) -> tuple[str, ...]:
    """The countries, or outermost places, that most of its placed claims lie in."""
    told: Counter[str] = Counter()
    for claim in books.claims:
        if claim.document in documents and not claim.background and (place := place_of(claim, books.directory)):
            told[(places_around(place, books.directory) or (place,))[-1]] += 1
    most = sorted(told, key=lambda place: (-told[place], place))[:_MOST_PLACES]
    return tuple(books.directory.labels[place] for place in most if told[place] >= _LEAST_SHARE * told.total())


def _month(when: When) -> str:
    day = when.first or when.last
    return day.strftime("%B %Y") if day else str(when)


def _figures(findings: list[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.line.kind == "figure"]


def _figure(finding: Finding, books: Books) -> str:
    (kind,) = (kind for kind in KINDS if kind.name == finding.line.kind)
    return (
        f"{kind.say_line(finding.line, books.directory)}: {kind.say_value(finding.current)} ({finding.agreement.value})"
    )
