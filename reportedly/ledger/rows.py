"""Each noun as a row and back; the column lists that go with it. A row of `claims` keeps the line's columns beside the
content, which is JSON: "18 officers were killed" is `figure`, its quote and dates, and `{"metric": "killed", ...}`.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from reportedly.errors import DeskError
from reportedly.ledger.plain import json_of, noun_of, parse_json
from reportedly.model import (
    Basis,
    Claim,
    Dating,
    Decision,
    Document,
    EntityKind,
    Finding,
    Mention,
    Modality,
    Refusal,
    Skip,
    Span,
    Voice,
)
from reportedly.when import When, parse_when

type Row = Sequence[Any]

DOCUMENT = "id, source, url, title, outlet, author, language, published, published_basis, modified, body, text"
DECISION = "id, action, target, change, reason, author, decided_at"
DATING = "document, published, published_basis, dating_note, country, site"
CLAIM = (
    "id, kind, span_start, span_end, quote, attribution, modality, said_on, as_of, happened, place_start, place_end, "
    "background, content"
)
MENTION = "span_start, span_end, text, name, kind, title, country, place, organ_start, organ_end, lies_within"
SKIP = "span_start, span_end, reason"
REFUSAL = "source, reason, cure, partial"


def parse_instant(text: str) -> str:
    """An instant as the ledger writes it: UTC, to the microsecond, so that texts sort as times do.

    `2031-03-08T17:00:00+05:00` is `2031-03-08T12:00:00.000000Z`. Raises ValueError without a time zone.
    """
    instant = datetime.fromisoformat(text)
    if instant.tzinfo is None:
        raise ValueError(f"{text!r} names no time zone; write 2031-03-08T12:00:00Z")
    return instant.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def document_row(document: Document) -> Row:
    return (
        document.id,
        document.source,
        document.url,
        document.title,
        document.outlet,
        document.author,
        document.language,
        _text_of(document.published),
        document.published_basis and document.published_basis.value,
        _text_of(document.modified),
        json_of(document.body),
        document.text,
    )


def document_of(row: Row) -> Document:
    id, source, url, title, outlet, author, language, published, basis, modified, body, text = row
    return Document(
        id=id,
        source=source,
        text=text,
        body=parse_json(body, tuple[Span, ...]),
        title=title,
        outlet=outlet,
        author=author,
        language=language,
        published=_when_of(published),
        published_basis=basis and Basis(basis),
        modified=_when_of(modified),
        url=url,
    )


def dating_of(row: Row) -> Dating:
    document, published, basis, note, country, site = row
    return Dating(
        document=document,
        published=_when_of(published),
        basis=basis and Basis(basis),
        note=note,
        country=country,
        site=site,
    )


def dating_row(dating: Dating) -> Row:
    basis = dating.basis and dating.basis.value
    return dating.document, _text_of(dating.published), basis, dating.note, dating.country, dating.site


def claim_row(claim: Claim) -> Row:
    return (
        claim.id,
        claim.kind,
        *claim.span,
        claim.quote,
        json_of(claim.attribution),
        claim.modality.value,
        _text_of(claim.said_on),
        _text_of(claim.as_of),
        _text_of(claim.when),
        *(claim.place or (None, None)),
        int(claim.background),
        json_of(claim.content),
    )


def claim_of(document: str, row: Row, contents: Mapping[str, type]) -> Claim:
    """The claim of a row; `contents` names the dataclass of each kind. Raises DeskError for a kind that it lacks."""
    id, kind, start, end, quote, voices, modality, said_on, as_of, when, place_start, place_end, background, content = (
        row
    )
    if kind not in contents:
        raise DeskError(
            f"claim {id} is of the kind {kind!r}, which this version does not know", cure="update reportedly"
        )
    return Claim(
        id=id,
        kind=kind,
        document=document,
        span=Span(start, end),
        quote=quote,
        attribution=parse_json(voices, tuple[Voice, ...]),
        modality=Modality(modality),
        said_on=_when_of(said_on),
        as_of=_when_of(as_of),
        when=_when_of(when),
        place=_span_of(place_start, place_end),
        background=bool(background),
        content=parse_json(content, contents[kind]),
    )


def mention_row(mention: Mention) -> Row:
    named = (mention.text, mention.name, mention.kind.value, mention.title, mention.country, mention.place)
    return *mention.span, *named, *(mention.organ or (None, None)), mention.within


def mention_of(document: str, row: Row) -> Mention:
    start, end, text, name, kind, title, country, place, organ_start, organ_end, within = row
    return Mention(
        document=document,
        span=Span(start, end),
        text=text,
        name=name,
        kind=EntityKind(kind),
        title=title,
        country=country,
        place=place,
        organ=_span_of(organ_start, organ_end),
        within=within,
    )


def skip_row(skip: Skip) -> Row:
    return *skip.span, skip.reason


def skip_of(document: str, row: Row) -> Skip:
    start, end, reason = row
    return Skip(document=document, span=Span(start, end), reason=reason)


def refusal_row(refusal: Refusal) -> Row:
    """A file name that is no UTF-8 reaches us with lone surrogates; its refusal must still be written down."""
    words = (refusal.source, refusal.reason, refusal.cure)
    return *(word.encode("utf-8", "backslashreplace").decode("utf-8") for word in words), int(refusal.partial)


def refusal_of(row: Row) -> Refusal:
    source, reason, cure, partial = row
    return Refusal(source=source, reason=reason, cure=cure, partial=bool(partial))


def decision_row(decision: Decision) -> Row:
    target, change = json_of(decision.target), json_of(decision.change)
    return decision.id, decision.action, target, change, decision.reason, decision.author, decision.decided_at


def decision_of(row: Row) -> Decision:
    id, action, target, change, reason, author, decided_at = row
    return Decision(
        id=id,
        action=action,
        target=parse_json(target, dict[str, Any]),
        change=parse_json(change, dict[str, Any]),
        reason=reason,
        author=author,
        decided_at=decided_at,
    )


def finding_of(text: str) -> Finding:
    finding: Finding = noun_of(parse_json(text, dict[str, Any]), Finding)
    return finding


def _span_of(start: int | None, end: int | None) -> Span | None:
    return None if start is None or end is None else Span(start, end)


def _text_of(when: When | None) -> str | None:
    return None if when is None else str(when)


@lru_cache(maxsize=10_000)
def _when_of(text: str | None) -> When | None:
    return None if text is None else parse_when(text)
