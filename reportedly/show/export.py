"""The export contract: a desk as four files of JSON Lines, for whoever reads ledgers with other tools.

In: what a desk holds. Out: `documents.jsonl`, `claims.jsonl`, `entities.jsonl`, `findings.jsonl` in a folder, UTF-8,
one object a line, in an order that does not depend on when articles arrived. What is not known is null, never guessed
and never left out; "the ministry" of a position becomes the id of the entity that it names. Files are written whole
under another name and renamed at the end, so that nobody reads half of one.
"""

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reportedly.errors import ReportedlyError
from reportedly.lexicon.spelling import fold
from reportedly.model import (
    Claim,
    Dating,
    Directory,
    Document,
    Entity,
    EntityKind,
    Finding,
    Origin,
    Span,
    Voice,
)
from reportedly.when import When

if TYPE_CHECKING:
    from reportedly.desk import Books

FORMATS = ("jsonl",)
NAMES = ("documents", "claims", "entities", "findings")

# A reader that splits at every Unicode line end would cut such an object in two.
_LINE_ENDS = {0x85: "\\u0085", 0x2028: "\\u2028", 0x2029: "\\u2029"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Holdings:
    """What a desk holds, as an export needs it; the iterables are read once.

    `datings`, `copies` and `stories` go by document id.
    """

    documents: Iterable[Document]
    claims: Iterable[Claim]
    directory: Directory
    findings: Iterable[Finding]
    datings: Mapping[str, Dating]
    copies: Mapping[str, tuple[str, ...]]
    stories: Mapping[str, str]


def holdings_of(books: "Books") -> Holdings:
    """What a desk's books hold."""
    return Holdings(
        documents=books.documents(),
        claims=books.claims,
        directory=books.directory,
        findings=books.findings,
        datings=books.datings,
        copies=books.copies,
        stories=books.stories,
    )


def write_export(holdings: Holdings, folder: str | Path) -> dict[str, int]:
    """Writes the four files into the folder, made if need be; answers how many rows each got.

    Raises ReportedlyError where the folder cannot be written.
    """
    folder = Path(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return _write_all(folder, _tables(holdings))
    except OSError as error:
        cure = "give another folder, or make room"
        raise ReportedlyError(f"cannot be written ({error.strerror})", place=str(folder), cure=cure) from error


def _tables(holdings: Holdings) -> Mapping[str, Iterator[dict[str, Any]]]:
    outlets = _outlets(holdings.directory)
    return {
        "documents": (
            document_row(
                document,
                dating=holdings.datings.get(document.id),
                outlet=outlets.get(fold(document.outlet or "")),
                copies=holdings.copies.get(document.id, ()),
            )
            for document in sorted(holdings.documents, key=lambda document: document.id)
        ),
        "claims": (
            claim_row(claim, directory=holdings.directory, story=holdings.stories.get(claim.document))
            for claim in sorted(holdings.claims, key=_order_of_claims)
        ),
        "entities": (
            entity_row(entity) for entity in sorted(holdings.directory.entities, key=lambda entity: entity.id)
        ),
        "findings": (finding_row(finding) for finding in sorted(holdings.findings, key=lambda finding: finding.id)),
    }


def _write_all(folder: Path, tables: Mapping[str, Iterator[dict[str, Any]]]) -> dict[str, int]:
    """All four under another name first: a full disk leaves the last export as it was."""
    parts = {name: folder / f".{name}.jsonl.part" for name in NAMES}
    try:
        counts = {name: _write_rows(parts[name], tables[name]) for name in NAMES}
        for name in NAMES:
            os.replace(parts[name], folder / f"{name}.jsonl")
    finally:
        for part in parts.values():
            part.unlink(missing_ok=True)
    return counts


def _write_rows(path: Path, rows: Iterator[dict[str, Any]]) -> int:
    count = 0
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for count, row in enumerate(rows, start=1):  # noqa: B007
            file.write(json.dumps(row, ensure_ascii=False).translate(_LINE_ENDS) + "\n")
    return count


def document_row(
    document: Document, *, dating: Dating | None, outlet: str | None, copies: Iterable[str]
) -> dict[str, Any]:
    """`published` is what was worked out for this desk, else what the article itself says."""
    known = dating if dating and dating.published else None
    return {
        "id": document.id,
        "source": document.source,
        "outlet": outlet,
        "title": document.title,
        "language": document.language,
        "author": document.author,
        "published": _plain(known.published if known else document.published),
        "published_basis": _plain(known.basis if known else document.published_basis),
        "text": document.text,
        "body": [list(span) for span in document.body],
        "copies": sorted(copies),
        "outlet_name": document.outlet,
        "published_note": dating.note if dating else None,
    }


def claim_row(claim: Claim, *, directory: Directory, story: str | None) -> dict[str, Any]:
    """The content stands under the kind's own name. What tells of another crisis is no part of its document's story."""
    return {
        "id": claim.id,
        "kind": claim.kind,
        "document": claim.document,
        "start": claim.span.start,
        "end": claim.span.end,
        "quote": claim.quote,
        "attribution": [voice_row(voice, claim.document, directory) for voice in claim.attribution],
        "modality": claim.modality.value,
        "said_on": _plain(claim.said_on),
        "as_of": _plain(claim.as_of),
        "when": _plain(claim.when),
        "place": _id_of(claim.document, claim.place, directory),
        "story": None if claim.background else story,
        "background": claim.background,
        claim.kind: content_row(claim, directory),
    }


def content_row(claim: Claim, directory: Directory) -> dict[str, Any]:
    """A kind's content with its pointers into the document resolved to entities."""
    content = {field.name: getattr(claim.content, field.name) for field in fields(claim.content)}
    return {
        name: _id_of(claim.document, value, directory) if isinstance(value, Span) else _plain(value)
        for name, value in content.items()
    }


def voice_row(voice: Voice, document: str, directory: Directory) -> dict[str, Any]:
    return {
        "entity": _id_of(document, voice.mention, directory),
        "name": voice.name,
        "role": voice.role.value,
        "cue": voice.cue,
    }


def entity_row(entity: Entity) -> dict[str, Any]:
    return {
        "id": entity.id,
        "kind": entity.kind.value,
        "name": entity.name,
        "aliases": list(entity.aliases),
        "country": entity.country,
        "side": entity.side,
        "wikidata": entity.wikidata,
        "geonames": entity.geonames,
        "latitude": entity.latitude,
        "longitude": entity.longitude,
        "sort": entity.sort,
        "mentions": [
            {"document": document, "start": span.start, "end": span.end}
            for document, span in sorted(entity.mentions)
            if span.start < span.end
        ],
        "within": list(entity.within),
        "because": list(entity.because),
    }


def finding_row(finding: Finding) -> dict[str, Any]:
    return {
        "id": finding.id,
        "story": finding.story,
        "line": dict(finding.line.fields),
        "agreement": finding.agreement.value,
        "support": finding.support.value,
        "current": _plain(finding.current),
        "as_of": _plain(finding.as_of),
        "since": _plain(finding.since),
        "origins": [origin_row(origin) for origin in finding.origins],
        "claims": [{"claim": weighed.claim, "role": weighed.role.value} for weighed in finding.claims],
        "note": finding.note,
        "kind": finding.line.kind,
        "origins_at_least": finding.fewest,
    }


def origin_row(origin: Origin) -> dict[str, Any]:
    return {
        "entity": origin.entity,
        "side": origin.side,
        "first": _plain(origin.first),
        "documents": list(origin.documents),
        "name": origin.name,
    }


def _outlets(directory: Directory) -> dict[str, str]:
    """The ids of publishing outlets by every spelling of their names."""
    outlets = [entity for entity in directory.entities if entity.kind in (EntityKind.OUTLET, EntityKind.AGENCY)]
    in_order = sorted(outlets, key=lambda entity: (entity.kind is EntityKind.OUTLET, entity.id))
    return {fold(name): entity.id for entity in in_order for name in (*entity.aliases, entity.name)}


def _id_of(document: str, span: Span | None, directory: Directory) -> str | None:
    entity = directory.entity_of(document, span)
    return entity.id if entity else None


def _order_of_claims(claim: Claim) -> tuple[str, Span, str, str]:
    return claim.document, claim.span, claim.kind, claim.id


def _plain(value: Any) -> Any:
    """A value in JSON's own types; dates as EDTF."""
    if isinstance(value, When):
        return str(value)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    return value
