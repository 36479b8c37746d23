"""Why a finding reads as it does, in sentences: "18: 4 articles, 2 origins on one side: state television (3),
interior ministry (1). Before it: 13." What other articles show to be of this place is named with the place that its own
gives it: "Told of Northtown, counted here: 18."
"""

from collections.abc import Mapping, Sequence
from typing import Any

from reportedly.claims.kind import Kind
from reportedly.model import Claim, Origin, Support, how_many, who_of

_MOST_NAMED = 4
_MOST_VALUES = 12


def grounds_of(origins: Sequence[Origin], support: Support, articles: int, *, fewest: int | None = None) -> str:
    """How many articles and who stands behind them: `14 articles, 3 origins: ministry (9), hospital (4), AP (1)`; with
    `fewest`, `2 to 3 origins`.
    """
    told = f"{articles} article{'s' if articles != 1 else ''}"
    if support is Support.UNATTRIBUTED:
        return f"{told}, on nobody's word"
    side = " on one side" if support is Support.ONE_SIDED else ""
    return f"{told}, {how_many(origins, fewest)}{side}: {who_of(origins, most=_MOST_NAMED)}"


def values_in_words(claims: Sequence[Claim], kind: Kind) -> str:
    """The distinct values of claims, in their order: `13, 16`."""
    words = [kind.say_value(kind.value([claim], [])) for claim in claims]
    distinct = list(dict.fromkeys(word for word in words if word))
    return ", ".join([*distinct[:_MOST_VALUES], *(["..."] if len(distinct) > _MOST_VALUES else [])])


def note_of(
    current: Mapping[str, Any],
    kind: Kind,
    grounds: str,
    *,
    before: Sequence[Claim],
    against: Sequence[Claim],
    moved: Mapping[str, Sequence[Claim]],
    denied: str,
) -> str:
    """The finding in a few sentences."""
    value = kind.say_value(current) if current else "nothing but denials"
    earlier, rivals = values_in_words(before, kind), values_in_words(against, kind)
    sentences = [f"{value}: {grounds}" if value else grounds]
    sentences += [f"Before it: {earlier}"] if earlier and earlier != value else []
    sentences += [f"Against it: {rivals}"] if rivals else []
    sentences += [f"Told of {place}, counted here: {values_in_words(told, kind)}" for place, told in moved.items()]
    sentences += [f"Denied by {denied}"] if denied else []
    return ". ".join(sentences) + "."
