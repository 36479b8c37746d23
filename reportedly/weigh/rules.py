"""By which rule set one number is made of what the sides say: chosen for each briefing, and printed on it.

In: the camps of a line, each a value and who stands by it. Out: the value that is shown. Claims, agreement, support and roles are
the same under each; only `official` leaves out who is of another side.

    literal        what the articles say, as they say it: "dozens" is 24 to 99 (the default, and the export's)
    conservative   the lowest that any side stands by, one number; "dozens" is 12, "tens" 10, "hundreds" 100
    range          the lowest and the highest that any side stands by, and the literal value between them
    official:SIDE  what one side says: a country's state (official:PE), or anybody by name
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from reportedly.claims.kind import Kind
from reportedly.model import Claim

NAMES = ("literal", "conservative", "range", "official")
_SIDED = "official"


@dataclass(frozen=True, slots=True)
class Rules:
    """A rule set by its name. `side` is whose word counts under `official`: a state ("state:PE") or a party's id."""

    name: str = NAMES[0]
    side: str | None = None

    def __str__(self) -> str:
        return f"{self.name}:{self.side}" if self.side else self.name

    @property
    def is_default(self) -> bool:
        return self.name == NAMES[0]

    def value(self, literal: Mapping[str, Any], heads: Sequence[Claim], kind: Kind) -> Mapping[str, Any]:
        """The value of a line: `literal` is what stands, `heads` the claims that the sides stand by."""
        if self.name == "conservative" and (
            least := [low for claim in heads if (low := kind.least(claim)) is not None]
        ):
            return {**literal, "low": min(least), "high": min(least)}
        if self.name == "range" and (amounts := [amount for claim in heads if (amount := kind.amount_of(claim))]):
            highest = [amount.high for amount in amounts if amount.high is not None]
            low, best = min(amount.low for amount in amounts), literal.get("low")
            high = max(highest) if len(highest) == len(amounts) else None
            return {**literal, "low": low, "high": high, "best": best}
        return literal


LITERAL = Rules()


def parse_rules(text: str) -> Rules:
    """A rule set as a user writes it: `conservative`, `official:PE`. Raises ValueError with what can be written."""
    name, _, side = text.strip().partition(":")
    name = name.lower()
    if name not in NAMES or (name == _SIDED) != bool(side.strip()):
        raise ValueError("write literal, conservative, range, or official:SIDE with a country's code or a name")
    return Rules(name, side.strip() or None)
