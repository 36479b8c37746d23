"""What an event claim says."""

from dataclasses import dataclass

from reportedly.model import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """`event` is a PLOVER type or a GLIDE hazard code; `actor` and `recipient` point at mentions of the document."""

    event: str
    actor: Span | None = None
    actor_name: str | None = None
    recipient: Span | None = None
    recipient_name: str | None = None
