"""Which towns a text speaks of, and whether what it tells of strikes one spot: no sentence is parsed.

"A bomb in Lima killed three. Police in Lima said ..." speaks four times for Lima, twice for each "in", and names a bomb,
which strikes one spot, where a flood may strike many.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from reportedly.lexicon import gazetteer, load
from reportedly.text.countries import capitalised_runs, tokens_of

_SET, _NAMED = 2.0, 0.5
"""What a town counts for behind a preposition of place ("in X"), and named otherwise."""
_OPENING = 8
"""Paragraphs that name what happened."""
_MOST = 12
"""Towns of a text that are kept, the heaviest first."""


def towns_in(paragraphs: Iterable[str], *, countries: Sequence[str]) -> Mapping[str, float]:
    """Id of a town -> how much the text speaks of it. `countries`, ISO codes, are those that the text speaks of, the first
    most: they decide between namesakes."""
    within = frozenset(load("en/places")["within"]["words"])
    votes: Counter[str] = Counter()
    for paragraph in paragraphs:
        tokens = tokens_of(paragraph)
        for first, run in capitalised_runs(tokens):
            town = gazetteer.lookup(" ".join(run), near=countries)
            if town is not None and town.kind == "city":
                is_set = first > 0 and tokens[first - 1].lower() in within
                votes[town.id] += _SET if is_set else _NAMED  # type: ignore[assignment]
    heaviest = sorted(votes.items(), key=lambda pair: (-pair[1], pair[0]))[:_MOST]
    return dict(sorted(heaviest))


def spots_in(paragraphs: Sequence[str]) -> int:
    """Above zero where the text opens with what strikes one spot (a bomb, a crash), below where with what may strike many
    (a flood, riots)."""
    opening = [token for paragraph in paragraphs[:_OPENING] for token in tokens_of(paragraph)]
    return sum(_kinds_of_happening().get(token.lower(), 0) for token in opening if token != "March")


@cache
def _kinds_of_happening() -> Mapping[str, int]:
    """1 or -1 for each word and its plural."""
    table = load("en/places")["happenings"]
    kinds: dict[str, int] = {}
    for words, kind in ((table["spot"], 1), (table["wide"], -1)):
        for word in words:
            plural = word + "es" if word.endswith(("s", "sh", "ch")) else word + "s"
            kinds |= {word: kind, plural: kind}
    return kinds
