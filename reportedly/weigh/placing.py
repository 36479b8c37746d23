"""Where a count holds whose own words do not say it.

In: the claims of one kind in one story. Out: the same, those moved that have their place from far off in their article (its
dateline, an earlier paragraph) while the story tells the count of another place which the article names too: "BANGUI:
This morning the health minister put the toll at 44" goes on counting the market's 43, not the capital's. The claim as
such keeps the place that its text gives it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from reportedly.amount import Amount
from reportedly.claims.kind import Kind
from reportedly.claims.lines import with_field
from reportedly.model import Claim, Directory, Line, Modality, Span

_NEAR = 200
"""A place named no more characters away than this is told with the count."""
_TELLING = 10
"""A number so large is hardly told of two places of one crisis by chance."""
_NEXT = 1.25
"""A running count is rarely higher by more than a quarter from one article to the next."""


class _Told(NamedTuple):
    """A count of a line's people, with its place and the first copy of its text."""

    claim: Claim
    people: Line
    place: str | None
    amount: Amount
    text: str

    @property
    def is_near(self) -> bool:
        """Whether its place stands beside it."""
        span, place = self.claim.span, self.claim.place
        return place is not None and max(place.start - span.end, span.start - place.end) <= _NEAR


def placed(claims: Iterable[Claim], kind: Kind, directory: Directory, texts: Mapping[str, str]) -> list[Claim]:
    """The claims in their order; what is told of no place near it stands at the one that others tell it of."""
    listed = list(claims)
    told = list(_told(listed, kind, directory, texts))
    near: dict[Line, dict[str | None, list[_Told]]] = defaultdict(lambda: defaultdict(list))
    for count in told:
        if count.is_near:
            near[count.people][count.place].append(count)
    moved: dict[str, Claim] = {}
    named = _Named(directory)
    for count in told:
        if not count.is_near and (span := _place_told(count, near[count.people], named, directory)):
            moved[count.claim.id] = replace(count.claim, place=span)
    return [moved.get(claim.id, claim) for claim in listed]


def _told(claims: Sequence[Claim], kind: Kind, directory: Directory, texts: Mapping[str, str]) -> Iterator[_Told]:
    for claim in claims:
        amount = kind.amount_of(claim) if claim.modality is Modality.ASSERTED else None
        line = kind.line(claim, directory) if amount and amount.is_exact and amount.low >= _TELLING else None
        if amount and line:
            yield _Told(claim, with_field(line, "place", None), line.get("place"), amount, texts[claim.document])


class _Named:
    """Where each document names each place."""

    def __init__(self, directory: Directory) -> None:
        self._spans: dict[tuple[str, str], Span] = {}
        for entity in directory.entities:
            for document, span in entity.mentions:
                self._spans.setdefault((document, entity.id), span)

    def span_of(self, place: str | None, document: str) -> Span | None:
        return self._spans.get((document, place)) if place else None


def _place_told(
    count: _Told, near: Mapping[str | None, Sequence[_Told]], named: _Named, directory: Directory
) -> Span | None:
    """The document's mention of the one place of which others tell this count, or the one before it; None where there is none
    or several.
    """
    others = {
        place: [other for other in told if other.text != count.text]
        for place, told in near.items()
        if not _is_within(place, count.place, directory) and named.span_of(place, count.claim.document)
    }
    if any(other.amount == count.amount for other in near.get(count.place, ())):
        return None
    same = [place for place, told in others.items() if any(other.amount == count.amount for other in told)]
    if not same and count.place not in near:
        same = [place for place, told in others.items() if _goes_on(count, told)]
    return named.span_of(same[0], count.claim.document) if len(same) == 1 else None


def _goes_on(count: _Told, told: Sequence[_Told]) -> bool:
    """Whether it is a little above the highest that is told."""
    highest = max((other.amount.low for other in told), default=None)
    return highest is not None and highest < count.amount.low <= _NEXT * highest


def _is_within(inner: str | None, outer: str | None, directory: Directory) -> bool:
    return inner == outer or bool(inner and outer and directory.is_within(inner, outer))
