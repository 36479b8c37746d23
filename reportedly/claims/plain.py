"""A claim on one line, as the tests write what they expect and as a reader can check it at a glance.

`killed security_forces 18 @Kazakhstan asof 2031-03-06 < interior ministry < state agency`; `?` after the number marks
what is only possible, `!` what is denied, `part` a named subset, `background` a look back.
"""

from collections.abc import Callable, Mapping
from typing import Any

from reportedly.claims.figure.content import Figure
from reportedly.model import Claim, Mention, Modality, Reading, Span

_MARKS = {Modality.POSSIBLE: "?", Modality.DENIED: "!", Modality.PLANNED: " planned", Modality.DEMANDED: " demanded"}


def plain_reading(reading: Reading, *, kind: str | None = None, clocks: bool = False) -> list[str]:
    """The claims of a reading, a line each; with `clocks` their place and dates too."""
    named = {mention.span: mention for mention in reading.mentions}
    return [plain(claim, named, clocks=clocks) for claim in reading.claims if kind in (None, claim.kind)]


def plain(claim: Claim, named: Mapping[Span, Mention], *, clocks: bool = False) -> str:
    """One claim on one line."""
    say: Callable[[Any], str] = _figure if isinstance(claim.content, Figure) else _other
    marked = _MARKS.get(claim.modality, "")
    if clocks and not isinstance(claim.content, Figure):
        parts = [_with_slots(claim.content), *([f"mode {claim.modality}"] if marked else [])]
    else:
        parts = [say(claim.content) + marked]
    if getattr(claim.content, "part", False):
        parts.append("part")
    if claim.background:
        parts.append("background")
    if clocks:
        place = named.get(claim.place) if claim.place else None
        parts += [f"@{place.name}"] if place else []
        clock = {"said": claim.said_on, "asof": claim.as_of, "when": claim.when}
        parts += [f"{name} {when}" for name, when in clock.items() if when is not None]
    return " < ".join([" ".join(parts), *(voice.name for voice in claim.attribution)])


def _figure(content: Figure) -> str:
    return f"{content.metric} {content.population} {content.amount}"


_SLOTS = {"starts": "starts", "ends": "ends", "daily": "daily"} | {
    f"{role}_name": role for role in ("holder", "target", "actor", "recipient")
}


def _with_slots(content: Any) -> str:
    """What it is and how it stands, then each other field after its name: "condemn holder Petran target Norland"."""
    fields = [(name, getattr(content, name)) for name in content.__dataclass_fields__]
    told = [(name, value) for name, value in fields if value is not None and not isinstance(value, Span)]
    core = [str(value) for name, value in told if name not in _SLOTS]
    return " ".join([*core, *(f"{_SLOTS[name]} {value}" for name, value in told if name in _SLOTS)])


def _other(content: Any) -> str:
    """The fields that are filled, in order; a holder or target by name."""
    values = ((name, getattr(content, name)) for name in content.__dataclass_fields__)
    return " ".join(str(v) for name, v in values if v is not None and not isinstance(v, Span))
