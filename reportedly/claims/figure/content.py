"""What a figure says: "18 officers were killed" -> killed, security_forces, 18."""

from dataclasses import dataclass

from reportedly.amount import Amount


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """Content of a figure claim; fields as in the export contract.

    `low`, `high` are whole numbers, high None when open. `scope` is `cumulative` (a running toll) or `incident`;
    `part` is true for a named subset of a number in the same article; `nationality` an ISO 3166-1 alpha-2 code.
    """

    metric: str
    population: str
    label: str
    low: int
    high: int | None
    text: str
    scope: str
    part: bool = False
    nationality: str | None = None

    @property
    def amount(self) -> Amount:
        return Amount(self.low, self.high)
