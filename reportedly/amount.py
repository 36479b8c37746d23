"""How many: a range of whole numbers, since articles say "18", "at least 18", "dozens", "about 2,000".

`high` is None when the range is open ("at least 18" is 18 and more). Both ends belong to the range.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Amount:
    """A count known between two bounds.

    Raises ValueError where low is negative or above high.
    """

    low: int
    high: int | None

    def __post_init__(self) -> None:
        if self.low < 0 or (self.high is not None and self.high < self.low):
            raise ValueError(f"no amount lies from {self.low} to {self.high}")

    @classmethod
    def exactly(cls, number: int) -> "Amount":
        return cls(number, number)

    @property
    def is_exact(self) -> bool:
        return self.low == self.high

    def overlaps(self, other: "Amount") -> bool:
        """Whether one number could satisfy both."""
        return (other.high is None or self.low <= other.high) and (self.high is None or other.low <= self.high)

    def within(self, other: "Amount") -> bool:
        """Whether every number of this range lies in the other: 26 is within dozens (24 to 99)."""
        return other.low <= self.low and (other.high is None or (self.high is not None and self.high <= other.high))

    def above(self, other: "Amount") -> bool:
        """Whether every number of this range is higher than all of the other."""
        return other.high is not None and self.low > other.high

    def __add__(self, other: "Amount") -> "Amount":
        return Amount(self.low + other.low, None if self.high is None or other.high is None else self.high + other.high)

    def __str__(self) -> str:
        """The plain notation: `26`, `18+`, `24..99`."""
        if self.is_exact:
            return str(self.low)
        return f"{self.low}+" if self.high is None else f"{self.low}..{self.high}"


def parse_amount(text: str) -> Amount:
    """The amount in plain notation. Raises ValueError on anything else."""
    if text.endswith("+"):
        return Amount(int(text[:-1]), None)
    low, dots, high = text.partition("..")
    return Amount(int(low), int(high) if dots else int(low))
