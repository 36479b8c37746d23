"""Invented articles and readings of them, to be written down."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from reportedly.claims.figure.content import Figure
from reportedly.claims.position.content import Position
from reportedly.model import (
    Basis,
    Claim,
    Dating,
    Decision,
    Document,
    EntityKind,
    Mention,
    Modality,
    Reading,
    Skip,
    Span,
    Voice,
    VoiceRole,
)
from reportedly.when import When

CONTENTS: dict[str, type] = {"figure": Figure, "position": Position}

SIX, SEVEN, EIGHT = (f"2031-03-0{day}T12:00:00Z" for day in (6, 7, 8))

TEXT = "Eighteen officers were killed, the interior ministry said. Photo: Someone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fingerprint:
    """Stands for what gathering notes: any frozen dataclass of JSON-plain fields."""

    document: str
    shingles: tuple[int, ...]
    quotations: tuple[tuple[str, int], ...] = ()


def article(id: str = "d-1", *, text: str = TEXT, source: str | None = None, **fields: Any) -> Document:
    return Document(id=id, source=source or f"{id}.txt", text=text, body=(Span(0, len(text)),), **fields)


def dating(document: str = "d-1", *, on: str | None = "2031-03-06", basis: Basis | None = Basis.TEXT) -> Dating:
    published = When.on(date.fromisoformat(on)) if on else None
    return Dating(document=document, published=published, basis=basis, note="'on the 6th'")


def figure(low: int = 18, **fields: Any) -> Figure:
    plain = {"metric": "killed", "population": "security_forces", "label": "officers", "text": str(low)}
    return Figure(**{**plain, "low": low, "high": low, "scope": "cumulative", **fields})


def claim(document: str = "d-1", *, id: str = "c-1", content: Any = None, kind: str = "figure", **fields: Any) -> Claim:
    plain: dict[str, Any] = {
        "span": Span(0, 29),
        "quote": TEXT[0:29],
        "attribution": (
            Voice(name="interior ministry", role=VoiceRole.SPEAKER, cue="said", mention=Span(31, 52)),
            Voice(name="state agency", role=VoiceRole.AGENCY),
        ),
        "modality": Modality.ASSERTED,
        "said_on": When(date(2031, 3, 5), date(2031, 3, 6)),
        "as_of": When(None, date(2031, 3, 6), approximate=True),
        "when": None,
        "place": None,
        "background": False,
    }
    return Claim(id=id, kind=kind, document=document, content=content or figure(), **{**plain, **fields})


def mention(document: str = "d-1") -> Mention:
    return Mention(
        document=document,
        span=Span(31, 52),
        text="the interior ministry",
        name="interior ministry",
        kind=EntityKind.ORGANISATION,
        country="PE",
        organ=Span(35, 43),
        within="3936452",
    )


def reading(document: str = "d-1", *claims: Claim, reader: str = "reader 1") -> Reading:
    return Reading(
        document=document,
        reader=reader,
        claims=claims or (claim(document),),
        mentions=(mention(document),),
        skipped=(Skip(document=document, span=Span(59, 73), reason="a credit"),),
    )


def decision(id: str, action: str, target: dict[str, Any], **fields: Any) -> Decision:
    plain = {"change": {}, "reason": "seen in the original", "author": "duty officer", "decided_at": SIX}
    return Decision(id=id, action=action, target=target, **{**plain, **fields})
