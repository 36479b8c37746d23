"""In which country and at which spot the story of each article plays, as the articles of a desk tell it together.

A paper abroad names its own country, its nationals and its ministry oftener than the country of the crisis, and a local
paper never names its country at all. The articles beside it do not share that view: of the countries that an article
speaks of, the one that most of the desk is about is that of its story. So it is with a town in which a bomb went off: each
article names ministers' capitals, hospitals and home towns besides, and only that town stands in all of them. In: each
article's votes. Out: a country and a town, or none.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from reportedly.lexicon import gazetteer
from reportedly.lexicon.nations import country_of_seat
from reportedly.model import Document, Span
from reportedly.text.countries import votes_in
from reportedly.text.sites import led_with, regions_of, spots_in, spots_named, towns_of

_LONGEST_TEXT = 60_000  # characters; an article that has not told its country by then will not
_HEAD = 800  # characters in which a masthead stands
_FEWEST = 3  # articles; fewer have no view in common
_STRANGER = 0.3  # articles' worth of votes for a country that no other article of the desk speaks of
_NAMED = 0.25  # of the votes of an article's first country, below which another is named in passing
_OF_ONE_TOWN = 0.4  # of what the desk's articles speak of the towns of a country
_OF_ANOTHER = 0.9  # of what is spoken of the site's country
_OF_SPOTS = 0.4  # of the articles that name it, by which those of one spot must outnumber those of wide ones
_OF_LEADS = 0.5  # of what first lines speak of its country, that they speak of the town where all of it happened
_OF_REGION = (
    0.55  # of what first lines speak of the places of its country, that they speak of one region and the towns in it
)
_OF_TOWN = 0.5  # of that again, above which it is the story of one town of the region
_SPOKEN = 0.5  # of the votes of an article's first country, for another to be that of the whole story
_LEAD = 1.5  # by how much the first must lead the second: where the desk does not decide, the article's own words do


@dataclass(frozen=True, slots=True, kw_only=True)
class Votes:
    """The countries that one document speaks of: ISO code and share, which sum to 1; the towns that it names, by id, and how
    much it speaks of each, and so the `regions`; in `leads` the towns and countries that its first lines name, and how much;
    above zero in `spots` what strikes one spot, below what may strike many. JSON-plain."""

    document: str
    shares: tuple[tuple[str, float], ...]
    towns: tuple[tuple[str, float], ...] = ()
    leads: tuple[tuple[str, float], ...] = ()
    spots: int = 0
    regions: tuple[tuple[str, float], ...] = ()

    @classmethod
    def from_plain(cls, row: Mapping[str, Any]) -> "Votes":
        """The votes that `dataclasses.asdict` and JSON made plain."""
        return cls(
            document=row["document"],
            shares=tuple((code, float(share)) for code, share in row["shares"]),
            towns=tuple((id, float(weight)) for id, weight in row.get("towns", ())),
            leads=tuple((id, float(weight)) for id, weight in row.get("leads", ())),
            spots=int(row.get("spots", 0)),
            regions=tuple((id, float(weight)) for id, weight in row.get("regions", ())),
        )


def votes_of(document: Document) -> Votes:
    """The countries and towns of a document's body and of the masthead above it, which may be the only one to name the town
    of a local paper: a pure function of it."""
    body = [document.text[span.start : min(span.end, _LONGEST_TEXT)] for span in document.body]
    paragraphs = [*_masthead(document), *body]
    votes = votes_in(paragraphs)
    total = sum(votes.values())
    shares = tuple((code, round(count / total, 4)) for code, count in sorted(votes.items())) if total else ()
    near = [code for code, _ in sorted(shares, key=lambda pair: (-pair[1], pair[0]))]
    named = spots_named(paragraphs, countries=near)
    return Votes(
        document=document.id,
        shares=shares,
        towns=tuple(towns_of(named).items()),
        leads=tuple(led_with(body, countries=near).items()),
        spots=spots_in(body),
        regions=tuple(regions_of(named).items()),
    )


def _masthead(document: Document) -> Iterator[str]:
    """What stands in the first lines and is not the article."""
    at = 0
    for span in (*document.body, Span(_HEAD, _HEAD)):
        if at < min(span.start, _HEAD):
            yield from document.text[at : min(span.start, _HEAD)].splitlines()
        at = max(at, span.end)


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


def sites_of_stories(votes: Iterable[Votes]) -> dict[str, str]:
    """Document id -> id of the place at which its story plays: the town, where what happened struck one spot, and of the towns
    of that country the desk's articles name one before all others; the country, where their first lines speak of it as a
    whole and of no town of it nearly as much."""
    rows = sorted(votes, key=lambda row: row.document)
    naming: dict[str, list[Votes]] = defaultdict(list)
    desk: dict[str, float] = defaultdict(float)
    homes: dict[str, float] = defaultdict(float)
    tellers: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        for town, share in _shares_of_towns(row).items():
            desk[town] += share
            naming[town].append(row)
            homes[country_of_site(town)] += share
            tellers[country_of_site(town)].add(row.document)
    leads = _leads_of(rows)
    sites: dict[str, str] = {}
    for town in sorted(desk, key=lambda town: (-desk[town], town)):
        home = country_of_site(town)
        is_first = desk[town] >= _OF_ONE_TOWN * homes[home] and 2 * len(naming[town]) >= len(tellers[home])
        is_led = leads[town] >= _OF_LEADS * leads[home]
        if is_first and is_led and _is_struck(home, naming[town]):
            told = [row.document for row in naming[town] if row.document not in sites]
            if 2 * len(told) > len(naming[town]):  # not merely named in articles on another site
                sites |= dict.fromkeys(told, town)
    return _of_whole_countries(rows, leads) | _of_regions(rows, leads) | sites


def _of_regions(rows: Sequence[Votes], leads: Mapping[str, float]) -> dict[str, str]:
    """The region of each story whose first lines speak of one region and the towns in it before all else of its country: a
    flooded province, a land at war, the mountains where an airliner fell. Of the articles those that name it."""
    around: dict[str, float] = defaultdict(float)
    inside: dict[str, float] = defaultdict(float)
    main: dict[str, float] = defaultdict(float)
    for id_, weight in leads.items():
        for region in _regions_around(id_):
            around[region] += weight
            main[region] = max(main[region], weight if region != id_ else 0.0)
        inside[country_of_site(id_)] += 0.0 if id_.isalpha() else weight
    sites: dict[str, str] = {}
    for region in sorted(around, key=lambda id_: (around[id_], id_)):
        home = country_of_site(region)
        is_first = around[region] >= _OF_REGION * inside[home] and main[region] <= _OF_TOWN * around[region]
        tellers = [row.document for row in rows if region in dict(row.regions) or _leads_with(row, region)]
        if is_first and 2 * len(tellers) > len(rows) >= _FEWEST and leads[region] >= _OF_LEADS * leads[home] > 0:
            sites |= dict.fromkeys(tellers, region)
    return sites


def _regions_around(id_: str) -> tuple[str, ...]:
    """A region itself, and those that hold a place, countries left out."""
    place = gazetteer.place_of(id_)
    if place is None or place.kind == "country":
        return ()
    holders = [holder for holder in gazetteer.within(place) if not holder.isalpha()]
    return (*([id_] if place.kind != "city" else []), *holders)


def _leads_with(row: Votes, region: str) -> bool:
    return any(region in _regions_around(id_) for id_, _ in row.leads)


def _leads_of(rows: Iterable[Votes]) -> Mapping[str, float]:
    """How much the first lines of all articles speak of each town, with its suburbs, and of each country."""
    leads: dict[str, float] = defaultdict(float)
    for row in rows:
        places = [(place, weight) for id, weight in row.leads if (place := gazetteer.place_of(id))]
        towns = [place for place, _ in places if place.kind == "city"]
        for place, weight in places:
            leads[(gazetteer.town_around(place, towns) if place.kind == "city" else place).id] += weight
    return leads


def _of_whole_countries(rows: Sequence[Votes], leads: Mapping[str, float]) -> dict[str, str]:
    """The country of each story that plays in all of one: of those that the article speaks of the one that the desk does."""
    whole = {code for code in _told_of(rows) if _is_whole(code, rows, leads)}
    sites: dict[str, str] = {}
    for row in rows:
        spoken = {code: share for code, share in row.shares if code in whole}
        first = max((share for _, share in row.shares), default=0.0)
        best = max(sorted(spoken), key=lambda code: spoken[code] * leads[code], default=None)
        if best is not None and spoken[best] >= _SPOKEN * first:
            sites[row.document] = best
    return sites


def _told_of(rows: Sequence[Votes]) -> frozenset[str]:
    """The countries that the first lines of half of all articles name."""
    tellers = Counter(id_ for row in rows for id_, _ in row.leads if id_.isalpha())
    return frozenset(code for code, count in tellers.items() if 2 * count >= len(rows) >= _FEWEST)


def _is_whole(code: str, rows: Sequence[Votes], leads: Mapping[str, float]) -> bool:
    """Whether the first lines name a country, no place in it, with all that lies in that, nearly as much, and no other
    country of which most tell too."""
    around: dict[str, float] = defaultdict(float)
    for id_, weight in leads.items():
        place = gazetteer.place_of(id_)
        for holder in {id_, *gazetteer.within(place)} if place is not None else ():
            around[holder] += weight
    others = [around[other] for other in _told_of(rows) - {code}]
    inside = [weight for id_, weight in around.items() if not id_.isalpha() and country_of_site(id_) == code]
    return max([*inside, *others], default=0.0) < _OF_LEADS * leads[code]


def _is_struck(home: str, rows: Sequence[Votes]) -> bool:
    """Whether enough articles tell of the town, of what strikes one spot, and of no two countries at war."""
    spots = sum((row.spots > 0) - (row.spots < 0) for row in rows)
    is_of_spot = len(rows) >= _FEWEST and spots >= _OF_SPOTS * len(rows)
    return is_of_spot and not _is_of_two_countries(home, rows)


def _is_of_two_countries(home: str, rows: Iterable[Votes]) -> bool:
    """Whether the articles speak of another country about as much: two at war, with many places on both sides of the
    border. An airliner's passengers come from several, none of which is spoken of so much."""
    spoken: dict[str, float] = defaultdict(float)
    for row in rows:
        for code, share in row.shares:
            spoken[code] += share
    return max((share for code, share in spoken.items() if code != home), default=0.0) > _OF_ANOTHER * spoken[home]


def country_of_site(town: str) -> str:
    """The ISO code of the country in which the town of that id lies."""
    place = gazetteer.place_of(town)
    return place.country if place is not None else ""


def _shares_of_towns(row: Votes) -> dict[str, float]:
    """The share of each town in what an article speaks of towns; a suburb counts for its town, a capital by half, since
    governments speak from there."""
    places = [(place, weight) for id, weight in row.towns if (place := gazetteer.place_of(id))]
    shares: dict[str, float] = defaultdict(float)
    for place, weight in places:
        town = gazetteer.town_around(place, [other for other, _ in places])
        shares[town.id] += weight / (2 if country_of_seat(town.name) == town.country else 1)
    total = sum(shares.values())
    return {town: weight / total for town, weight in shares.items()}
