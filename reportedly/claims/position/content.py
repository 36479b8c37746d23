"""What a position claim says."""

from dataclasses import dataclass

from reportedly.model import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """`holder` and `target` point at mentions of the document."""

    stance: str
    holder: Span | None
    holder_name: str | None
    target: Span | None = None
    target_name: str | None = None
