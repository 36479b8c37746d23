"""What one article lets us take for granted: the country of its crisis, and whose nationals it cares for.

"Ministry of Foreign Affairs: no Koreans hurt in Kazakhstan" speaks of two states. Its police are Kazakhstan's, its
foreign ministry is not; where the article does not show whose, nobody guesses.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reportedly.lexicon import nations
from reportedly.link.organs import AT_HOME, FOREIGN
from reportedly.model import EntityKind, Mention

_NEAR = 160
"""Characters within which a government that speaks ("according to Moscow") still colours the next body."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """`crisis` is the country whose places are most named: a paper's own nationals and ministries are no place.

    `nationals` is the other country whose citizens are spoken of, None where unclear.
    """

    crisis: str | None
    nationals: str | None
    mentions: Sequence[Mention]


def shares_of(mentions: Sequence[Mention]) -> Mapping[str, float]:
    """Country -> its share of the places that one article names."""
    placed = Counter(m.country for m in mentions if m.country and m.kind is EntityKind.PLACE)
    return {country: count / placed.total() for country, count in placed.items()}


def context_of(mentions: Sequence[Mention], desk: Mapping[str, float] | None = None) -> Context:
    """The context of one article's mentions, in order.

    `desk` has the countries' shares over all articles of the desk: where a paper names its own towns as often as those
    of the crisis, the other papers tell which of the two they all write about.
    """
    counts = Counter(m.country for m in mentions if m.country and m.kind is EntityKind.PLACE)
    placed = Counter({country: count * (desk or {}).get(country, 1.0) for country, count in counts.items()})
    said = Counter(
        m.country
        for m in mentions
        if m.country and m.kind not in {EntityKind.PLACE, EntityKind.AGENCY, EntityKind.OUTLET}
    )
    crisis = _most(placed, said) or _most(said, placed)
    groups = Counter(
        m.country
        for m in mentions
        if m.country and m.kind is EntityKind.GROUP and m.country != crisis and _is_national(m)
    )
    return Context(crisis=crisis, nationals=_clear(groups), mentions=mentions)


def _is_national(mention: Mention) -> bool:
    words = mention.name.lower().split()
    return (
        bool({"citizens", "nationals", "people", "tourists"} & set(words))
        or nations.country_of_people(mention.text) is not None
    )


def _most(counts: Mapping[str, float], others: Mapping[str, float]) -> str | None:
    """The most frequent; of equals the one that the others name more."""
    return min(counts, key=lambda code: (-counts[code], -others.get(code, 0), code), default=None)


def _clear(counts: Counter[str]) -> str | None:
    """The one that is named more than any other."""
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return ranked[0][0] if ranked and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]) else None


def country_of_body(mention: Mention, sort: str | None, context: Context) -> tuple[str | None, str | None]:
    """Country of a body that its own words leave open, and the sentence that says why; None where undecidable."""
    if mention.country or sort is None:
        return mention.country, None
    colour = _coloured(mention, context)
    if colour:
        return colour, f'"{mention.text}" taken for that of {colour}: the words before it name that government'
    if sort in FOREIGN:
        if context.nationals:
            return (
                context.nationals,
                f'"{mention.text}" taken for that of {context.nationals}: the article cares for its nationals',
            )
        return None, None
    if context.crisis and (sort in AT_HOME or not context.nationals):
        return context.crisis, f'"{mention.text}" taken for that of {context.crisis}: the article speaks of no other'
    return None, None


def _coloured(mention: Mention, context: Context) -> str | None:
    """The government that speaks in the words just before."""
    before = [m for m in context.mentions if m.span.end <= mention.span.start <= m.span.end + _NEAR]
    for earlier in reversed(before):
        if earlier.kind is EntityKind.PLACE:
            return earlier.country if earlier.title == "government" and earlier.country != context.crisis else None
    return None
