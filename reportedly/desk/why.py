"""Looks up what stands behind an id, or what was read at one place of an article. Data only; faces format it."""

from collections.abc import Iterator

from reportedly.decisions import live
from reportedly.desk.books import Books
from reportedly.desk.evidence import (
    ClaimEvidence,
    DecisionEvidence,
    DocumentEvidence,
    EntityEvidence,
    Evidence,
    FindingEvidence,
    KinEvidence,
    Passage,
    Silence,
    WeighedClaim,
    passage_of,
    silence_at,
)
from reportedly.errors import InputError
from reportedly.gather.kinship import Bond
from reportedly.model import Claim, Decision, Document, Entity, Finding, Span


def evidence_of(id: str, books: Books) -> Evidence:
    """What stands behind a claim, finding, document, entity or decision. Raises UnknownIdError."""
    if id in books.claims_by_id:
        return claim_evidence(books.claims_by_id[id], books)
    if id in books.findings_by_id:
        return finding_evidence(books.findings_by_id[id], books)
    if id in books.directory.by_id:
        return _entity_evidence(books.directory.by_id[id], books)
    for decision in books.view.decisions():
        if decision.id == id:
            return _decision_evidence(decision, books)
    return _document_evidence(books.view.document(id), books)


def claim_evidence(claim: Claim, books: Books) -> ClaimEvidence:
    document = books.view.document(claim.document)
    return ClaimEvidence(
        claim=claim,
        passage=_passage(document, claim.span, books),
        voices=tuple(books.directory.entity_of(claim.document, voice.mention) for voice in claim.attribution),
        place=books.directory.entity_of(claim.document, claim.place),
        roles=books.roles_by_claim.get(claim.id, ()),
        decisions=tuple(decision for decision in live(books.view.decisions()) if _is_about(decision, claim)),
    )


def finding_evidence(finding: Finding, books: Books) -> FindingEvidence:
    weighed = ((role, books.claims_by_id[id]) for id, role in finding.claims)
    return FindingEvidence(
        finding=finding,
        claims=tuple(WeighedClaim(role=role, evidence=claim_evidence(claim, books)) for role, claim in weighed),
    )


def silence_of(source: str, offset: int, books: Books) -> Silence:
    """What was read at a place of the article from that source, the latest of them, or of that id.

    Raises UnknownIdError, and InputError beyond the article's end.
    """
    document = _document_from(source, books)
    if not 0 <= offset < len(document.text):
        raise InputError(
            f"the article has no character {offset}", place=source, cure=f"give an offset below {len(document.text)}"
        )
    return silence_at(
        _passage(document, Span(offset, offset + 1), books),
        claims=tuple(claim for claim in books.claims if claim.document == document.id),
        skips=tuple(books.view.skips(document=document.id)),
    )


def _document_from(source: str, books: Books) -> Document:
    for document in books.view.documents_from(source):
        return document
    return books.view.document(source)


def _document_evidence(document: Document, books: Books) -> DocumentEvidence:
    return DocumentEvidence(
        document=document,
        dating=books.datings.get(document.id),
        copies=tuple(map(books.view.document, books.copies.get(document.id, ()))),
        kin=tuple(_kin_evidence(document.id, books)),
        claims=tuple(claim for claim in books.claims if claim.document == document.id),
        skips=tuple(books.view.skips(document=document.id)),
    )


def _kin_evidence(document: str, books: Books) -> Iterator[KinEvidence]:
    for kin in books.kinships:
        if kin.bond is not Bond.COPY and document in (kin.first, kin.second):
            other = kin.second if kin.first == document else kin.first
            yield KinEvidence(document=books.view.document(other), how=kin.bond.value, because=kin.because)


def _entity_evidence(entity: Entity, books: Books) -> EntityEvidence:
    passages = (_passage(books.view.document(document), span, books) for document, span in entity.mentions)
    return EntityEvidence(entity=entity, passages=tuple(passages))


def _decision_evidence(decision: Decision, books: Books) -> DecisionEvidence:
    lost = next((lost for lost in books.lost if lost.decision.id == decision.id), None)
    return DecisionEvidence(decision=decision, lost=lost)


def _passage(document: Document, span: Span, books: Books) -> Passage:
    return passage_of(document, books.datings.get(document.id), span)


def _is_about(decision: Decision, claim: Claim) -> bool:
    target = decision.target
    return (target.get("document"), target.get("kind")) == (claim.document, claim.kind) and (
        target.get("start"),
        target.get("end"),
    ) == claim.span
