"""Where a count holds whose own words do not say it.

In: the claims of one kind in one story. Out: those to move, each to its article's mention of another place: they have their
place from far off in their article (its dateline, an earlier paragraph), while the story tells the count of a place that the
article names too. "BANGUI: This morning the health minister put the toll at 44" goes on counting the market's 43, not the
capital's. The claim as such keeps the place that its text gives it, and the finding's note says so.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
_MOST_COUNTED = 600
"""Each count of some people is held against all others of them; with more, one place tips little."""


class _Told(NamedTuple):
    """A count with its place and the first copy of its text."""

    claim: Claim
    place: str | None
    amount: Amount
    text: str

    @property
    def is_near(self) -> bool:
        """Whether its place stands beside it."""
        span, place = self.claim.span, self.claim.place
        return place is not None and max(place.start - span.end, span.start - place.end) <= _NEAR


def places_told(
    claims: Iterable[Claim], kind: Kind, directory: Directory, texts: Mapping[str, str]
) -> Mapping[str, Span]:
    """Claim -> the mention in its article of the place that others tell it of, where it is told near none itself."""
    people: dict[Line, list[_Told]] = defaultdict(list)
    for line, count in _told(claims, kind, directory, texts):
        people[with_field(line, "place", None)].append(count)
    found = (pair for counts in people.values() if len(counts) <= _MOST_COUNTED for pair in _moved(counts, directory))
    return dict(found)


def _told(
    claims: Iterable[Claim], kind: Kind, directory: Directory, texts: Mapping[str, str]
) -> Iterator[tuple[Line, _Told]]:
    for claim in claims:
        amount = kind.amount_of(claim) if claim.modality is Modality.ASSERTED else None
        line = kind.line(claim, directory) if amount and amount.is_exact and amount.low >= _TELLING else None
        if amount and line:
            yield line, _Told(claim, line.get("place"), amount, texts[claim.document])


def _moved(counts: Sequence[_Told], directory: Directory) -> Iterator[tuple[str, Span]]:
    near: dict[str | None, list[_Told]] = defaultdict(list)
    for count in counts:
        if count.is_near:
            near[count.place].append(count)
    for count in counts:
        if count.place and not count.is_near and (span := _place_told(count, near, directory)):
            yield count.claim.id, span


def _place_told(count: _Told, near: Mapping[str | None, Sequence[_Told]], directory: Directory) -> Span | None:
    """The article's mention of the one place of which others tell this count, or the one before it; None where there is
    none or several.
    """
    if any(other.amount == count.amount for other in near.get(count.place, ())):
        return None
    spans = {place: directory.mention_of(count.claim.document, place) for place in near if place}
    others = {
        place: [other for other in near[place] if other.text != count.text] for place, span in spans.items() if span
    }
    same = [place for place, told in others.items() if any(other.amount == count.amount for other in told)]
    if not same and count.place not in near:  # the next count of a town may well be of all the province
        apart = (place for place in others if not (count.place and directory.is_within(place, count.place)))
        same = [place for place in apart if _goes_on(count, others[place])]
    return spans[same[0]] if len(same) == 1 else None


def _goes_on(count: _Told, told: Sequence[_Told]) -> bool:
    """Whether it is a little above the highest that is told."""
    highest = max((other.amount.low for other in told), default=None)
    return highest is not None and highest < count.amount.low <= _NEXT * highest
