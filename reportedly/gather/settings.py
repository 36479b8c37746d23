"""In which country the story of each article plays, as the articles of a desk tell it together.

A paper abroad names its own country, its nationals and its ministry oftener than the country of the crisis, and a local
paper never names its country at all. The articles beside it do not share that view: of the countries that an article
speaks of, the one that most of the desk is about is that of its story. In: each article's votes. Out: a country, or none.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from reportedly.model import Document
from reportedly.text.countries import votes_in

_LONGEST_TEXT = 60_000  # characters; an article that has not told its country by then will not
_FEWEST = 3  # articles; fewer have no view in common
_STRANGER = 0.3  # articles' worth of votes for a country that no other article of the desk speaks of
_NAMED = 0.25  # of the votes of an article's first country, below which another is named in passing
_LEAD = 1.5  # by how much the first must lead the second: where the desk does not decide, the article's own words do


@dataclass(frozen=True, slots=True, kw_only=True)
class Votes:
    """The countries that one document speaks of: ISO code and share, which sum to 1. JSON-plain."""

    document: str
    shares: tuple[tuple[str, float], ...]

    @classmethod
    def from_plain(cls, row: Mapping[str, Any]) -> "Votes":
        """The votes that `dataclasses.asdict` and JSON made plain."""
        return cls(document=row["document"], shares=tuple((code, float(share)) for code, share in row["shares"]))


def votes_of(document: Document) -> Votes:
    """The countries of a document's body: a pure function of it."""
    votes = votes_in(document.text[span.start : min(span.end, _LONGEST_TEXT)] for span in document.body)
    total = sum(votes.values())
    shares = tuple((code, round(count / total, 4)) for code, count in sorted(votes.items())) if total else ()
    return Votes(document=document.id, shares=shares)


def countries_of_stories(votes: Iterable[Votes]) -> dict[str, str]:
    """Document id -> ISO code of the country in which its story plays, for those whose own words leave it open and the
    desk decides it: what an article says plainly by itself does not change as the desk grows."""
    rows = sorted(votes, key=lambda row: row.document)
    if len(rows) < _FEWEST:
        return {}
    desk: dict[str, float] = defaultdict(float)
    for row in rows:
        for code, share in row.shares:
            desk[code] += share
    decided = ((row.document, _country(row, desk)) for row in rows)
    return {document: country for document, country in decided if country is not None}


def _country(row: Votes, desk: Mapping[str, float]) -> str | None:
    least = _NAMED * max((share for _, share in row.shares), default=0)
    weights = ((share * (desk[code] - share + _STRANGER), code) for code, share in row.shares if share >= least)
    ranked = sorted(weights, key=lambda pair: (-pair[0], pair[1]))
    if not ranked or (len(ranked) > 1 and ranked[0][0] < _LEAD * ranked[1][0]):
        return None
    country = ranked[0][1]
    own = dict(row.shares)
    is_plain = all(own[country] >= _LEAD * share for code, share in row.shares if code != country)
    return None if is_plain else country
