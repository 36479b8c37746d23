"""Two places that the gazetteer holds for one: a quarter or village whose name it knows only as another of the town's.

In: the mentions of a desk, article by article. Out: the names that the articles themselves tell apart from the place that
the list takes them for. Who writes "the prosecutor of Korfez said that in Yarimca ..." means two places; whoever gives one
place two names says so at once ("Bombay, now Mumbai"), or is of another article. Great cities have many names and stay one.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from reportedly.lexicon.spelling import fold
from reportedly.link.gazetteer import is_spelling_of, place_of
from reportedly.model import EntityKind, Mention

_GREAT = 300_000
"""Inhabitants from which on a town is one, whatever it is called."""
_RENAMED, _NEAR = 16, 200
"""Characters between two names: fewer say that both mean one ("Bombay (now Mumbai)"), more that they are of other sentences."""
_ARTICLES = 2
"""Articles that must tell them apart."""


def told_apart(articles: Iterable[Sequence[Mention]]) -> frozenset[tuple[str, str]]:
    """Gazetteer ids, each with a folded name that it bears there and that the desk's articles use for another place."""
    told: dict[tuple[str, str], set[str]] = defaultdict(set)
    for mentions in articles:
        for place, name in _apart_in(mentions):
            told[place, name].add(mentions[0].document)
    sure = {pair for pair, documents in told.items() if len(documents) >= _ARTICLES}
    return frozenset(
        (place, name) for place, name in told if any(p == place and is_spelling_of(name, n) for p, n in sure)
    )


def _apart_in(mentions: Sequence[Mention]) -> Iterator[tuple[str, str]]:
    """Pairs of one article: a name of a place that stands beside the place's own, and is no spelling of that."""
    last: dict[str, Mention] = {}
    for mention in sorted((m for m in mentions if _may_be_double(m)), key=lambda m: m.span):
        id_ = mention.place or ""
        before = last.get(id_)
        last[id_] = mention
        if before is None or not _RENAMED <= mention.span.start - before.span.end <= _NEAR:
            continue
        others = [m for m in (before, mention) if not is_own_name(m)]
        if len(others) == 1:
            yield id_, fold(others[0].text)


def _may_be_double(mention: Mention) -> bool:
    place = place_of(mention.place) if mention.kind is EntityKind.PLACE else None
    return place is not None and place.kind != "country" and place.population < _GREAT


def is_own_name(mention: Mention) -> bool:
    """Whether a listed place is called by its first name, or by a spelling of that."""
    called, listed = fold(mention.text), fold(mention.name)
    return called in listed or listed in called or is_spelling_of(mention.text, mention.name)
