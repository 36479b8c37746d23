"""Which line an event belongs to: what was done by whom to whom, where and when; told again it agrees.

In: claims and the directory. Out: lines, relations and phrases.
"""

from collections.abc import Mapping
from typing import Any

from reportedly.claims.event.content import Event
from reportedly.claims.lines import TOLD, party_of, place_of, relate_told, say_field
from reportedly.model import Claim, Directory, Line, Relation, Within


def event_line(claim: Claim, directory: Directory) -> Line | None:
    """What was done by whom to whom, where and when: of two days it is two lines."""
    if claim.background or claim.modality not in TOLD:
        return None
    event: Event = claim.content
    fields: tuple[tuple[str, str | None], ...] = (
        ("event", event.event),
        ("actor", party_of(claim, event.actor, event.actor_name, directory)),
        ("recipient", party_of(claim, event.recipient, event.recipient_name, directory)),
        ("place", place_of(claim, directory)),
        ("when", str(claim.when) if claim.when else None),
    )
    return Line("event", fields)


def relate_events(claim: Claim, other: Claim, within: Within) -> Relation:
    """The same event is told again, or denied; one in a city is a part of what went on in its country."""
    if within.is_inner:
        return Relation.PART
    return relate_told(claim, other) if within.is_same else Relation.NONE


def say_event(content: Any) -> str:
    """One phrase: `assault: protesters, town hall`."""
    event: Event = content
    parties = [name for name in (event.actor_name, event.recipient_name) if name]
    return event.event.lower() + (": " + ", ".join(parties) if parties else "")


def say_event_line(line: Line, directory: Directory) -> str:
    """`protest by miners in Northtown, 2031-01-05`."""
    values = {name: say_field(value, directory) for name, value in line.fields if value}
    told = [(values.get("event") or "event").lower()]
    told += [f"{word} {values[name]}" for name, word in _EVENT_WORDS if name in values]
    return " ".join(told) + (f", {values['when']}" if "when" in values else "")


def say_event_value(value: Mapping[str, Any]) -> str:
    return str(value.get("event", "")).lower()


_EVENT_WORDS = (("actor", "by"), ("recipient", "against"), ("place", "in"))
