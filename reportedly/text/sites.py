"""Which towns a text speaks of, and whether what it tells of strikes one spot: no sentence is parsed.

"A bomb in Lima killed three. Police in Lima said ..." speaks four times for Lima, twice for each "in", and names a bomb,
which strikes one spot, where a flood may strike many.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from reportedly.lexicon import gazetteer, load
from reportedly.text.countries import capitalised_runs, tokens_of
from reportedly.text.naming.words import countries_in

_SET, _NAMED = 2.0, 0.5
"""What a town counts for behind a preposition of place ("in X"), and named otherwise."""
_OPENING = 8
"""Paragraphs that name what happened."""
_LEAD = 700
"""Characters of the body that open it: a headline and a paragraph or two."""
_NEXT = 4
"""Words behind a place among which is what happened there: "Lima's three deadly bombings"."""
_MOST = 12
"""Towns, and regions, of a text that are kept, the heaviest first."""


def spots_named(paragraphs: Iterable[str], *, countries: Sequence[str]) -> Mapping[str, float]:
    """Id of a town or region -> how much the text speaks of it. `countries`, ISO codes, are those that the text speaks of, the
    first most: they decide between namesakes."""
    within = frozenset(load("en/places")["within"]["words"])
    votes: Counter[str] = Counter()
    for paragraph in paragraphs:
        tokens = tokens_of(paragraph)
        for first, run in capitalised_runs(tokens):
            place = gazetteer.lookup(" ".join(run), near=countries)
            if place is not None and place.kind != "country":
                is_set = first > 0 and tokens[first - 1].lower() in within
                votes[place.id] += _SET if is_set else _NAMED  # type: ignore[assignment]
    return votes


def _heaviest(votes: Mapping[str, float], kind: str) -> Mapping[str, float]:
    of_kind = [(id_, n) for id_, n in votes.items() if (place := gazetteer.place_of(id_)) and place.kind == kind]
    return dict(sorted(sorted(of_kind, key=lambda pair: (-pair[1], pair[0]))[:_MOST]))


def regions_of(votes: Mapping[str, float]) -> Mapping[str, float]:
    """Of the votes of `spots_named` those of the regions that the text names most."""
    return _heaviest(votes, "region")


def towns_of(votes: Mapping[str, float]) -> Mapping[str, float]:
    """Of the votes of `spots_named` those of the towns that the text names most."""
    return _heaviest(votes, "city")


def led_with(paragraphs: Iterable[str], *, countries: Sequence[str]) -> Mapping[str, float]:
    """Id of a town or region, or code of a country -> how much the first lines speak of it as where it happened: named, behind a
    preposition of place ("in X"), before what happened ("the X bombings", "X's quake")."""
    within, happenings = frozenset(load("en/places")["within"]["words"]), _words_of_happening()
    votes: Counter[str] = Counter()
    for paragraph in _opening(paragraphs):
        tokens = tokens_of(paragraph)
        low = [token.lower() for token in tokens]
        for first, last, id_ in _places_at(tokens, countries):
            at = first - 1 if first and low[first - 1] != "the" else first - 2
            votes[id_] += 1 + (at >= 0 and low[at] in within) + any(t in happenings for t in low[last : last + _NEXT])
    return {id_: float(count) for id_, count in sorted(votes.items())}


def _opening(paragraphs: Iterable[str]) -> Iterator[str]:
    """Headline and lead: the paragraphs that begin in the first characters."""
    length = 0
    for paragraph in paragraphs:
        if length > _LEAD:
            return
        yield paragraph
        length += len(paragraph)


def _places_at(tokens: Sequence[str], countries: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """First and last token and id of each town, region and country named."""
    for word in countries_in(tokens).values():
        yield word.first, word.last, word.code
    for first, run in capitalised_runs(tokens):
        town = gazetteer.lookup(" ".join(run), near=countries)
        if town is not None and town.kind != "country":
            yield first, first + len(run), town.id


def spots_in(paragraphs: Sequence[str]) -> int:
    """Above zero where the text opens with what strikes one spot (a bomb, a crash), below where with what may strike many
    (a flood, riots)."""
    opening = [token for paragraph in paragraphs[:_OPENING] for token in tokens_of(paragraph)]
    return sum(_kinds_of_happening().get(token.lower(), 0) for token in opening if token != "March")


@cache
def _words_of_happening() -> frozenset[str]:
    """Words for what happened, and their plurals."""
    words = [word for words in load("en/places")["happenings"].values() for word in words]
    return frozenset([*words, *map(_plural, words)])


def _plural(word: str) -> str:
    return word + "es" if word.endswith(("s", "sh", "ch")) else word + "s"


@cache
def _kinds_of_happening() -> Mapping[str, int]:
    """1 or -1 for each word and its plural."""
    table = load("en/places")["happenings"]
    kinds: dict[str, int] = {}
    for words, kind in ((table["spot"], 1), (table["wide"], -1)):
        for word in words:
            kinds |= {word: kind, _plural(word): kind}
    return kinds
