"""Which countries a text speaks of, by the words that stand there: no sentence is parsed.

"Police in Lima said ... the Peruvian government" speaks twice for Peru: a country's name, its adjective and its people
have one vote each, a town's name two, shared among the countries that have a town of that name.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from reportedly.lexicon import gazetteer
from reportedly.lexicon.spelling import fold
from reportedly.text.naming import words

_TOKEN = re.compile(r"(?:[A-Z]\.){2,}|[^\W\d_]+(?:-[^\W\d_]+)*|['’]s\b|[^\s\w]")
_TOWN = 2.0
_AMBIGUOUS = 4
"""Countries that have a town of one name, from which on the name speaks for none."""
_LONGEST = 3
"""Words of a town's name that are looked up together."""


def votes_of_town(name: str) -> Mapping[str, float]:
    """The countries that have a town of that name, each with its share of the votes; half of it where it is but what some
    tongue calls the town."""
    places = gazetteer.named(name)
    homes = {place.country for place in places}
    share = _TOWN if any(fold(place.name) == fold(name) for place in places) else _TOWN / 2
    return {home: share / len(homes) for home in sorted(homes)} if len(homes) <= _AMBIGUOUS else {}


def votes_in(paragraphs: Iterable[str]) -> Mapping[str, float]:
    """ISO code -> votes, over all paragraphs; each town is counted once."""
    votes: Counter[str] = Counter()
    towns: set[str] = set()
    for paragraph in paragraphs:
        tokens = tokens_of(paragraph)
        votes.update(word.code for word in words.countries_in(tokens).values())
        towns |= {" ".join(run) for _, run in capitalised_runs(tokens)}
    found: dict[str, float] = defaultdict(float, votes)
    for town in sorted(towns):
        for code, weight in votes_of_town(town).items():
            found[code] += weight
    return dict(sorted(found.items()))


def tokens_of(paragraph: str) -> list[str]:
    """Words and marks of a paragraph that nobody has parsed."""
    return _TOKEN.findall(paragraph)


def capitalised_runs(tokens: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
    """Capitalised words in a row, with the place of the first; what only opens a sentence is no name."""
    run: list[str] = []
    for at, token in enumerate([*tokens, "."]):
        if token[0].isupper() and token.lower() not in words.stop():
            run.append(token)
            continue
        if 0 < len(run) <= _LONGEST:
            yield at - len(run), run
        run = []
