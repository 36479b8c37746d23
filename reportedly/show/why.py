"""What stands behind an id, for a reader: the sentence marked in its paragraph, the chain of voices, what was weighed.

In: the desk's evidence. Out: rows for a terminal. "18 soldiers killed: stands" is followed by the paragraph with the
words [[18 soldiers were killed]] marked, then "interior ministry (said) → state agency (reported) → The Valley Post".
"""

from collections.abc import Iterator
from functools import singledispatch

from reportedly.desk import (
    Books,
    ClaimEvidence,
    DecisionEvidence,
    DocumentEvidence,
    EntityEvidence,
    Evidence,
    FindingEvidence,
    Passage,
    Silence,
)
from reportedly.errors import UnknownIdError
from reportedly.model import Claim, Directory, Finding, Skip
from reportedly.show.plain import BAD, FAINT, GOOD, MARK, STRONG, Piece, Row, blank, row
from reportedly.show.words import (
    KINSHIPS,
    ROLES,
    SUPPORTS,
    article_phrase,
    chain_phrase,
    claim_phrase,
    date_phrase,
    excerpt_of,
    line_phrase,
    side_phrase,
    times_phrase,
    value_phrase,
)

AROUND = 400  # characters of a paragraph shown on each side of the marked words
MOST_PASSAGES = 20  # of a name's mentions; the export has them all


def full_id(beginning: str, books: Books) -> str:
    """The id that begins so. Raises UnknownIdError where none or several do."""
    ids = {*books.claims_by_id, *books.findings_by_id, *books.directory.by_id, *books.view.document_ids()}
    ids |= {decision.id for decision in books.view.decisions()}
    found = [beginning] if beginning in ids else sorted(id for id in ids if id.startswith(beginning))
    if len(found) == 1:
        return found[0]
    if found:
        raise UnknownIdError(
            f"{len(found)} ids begin so", place=beginning, cure=f"give more of it: {', '.join(found[:5])}"
        )
    raise UnknownIdError(
        "nothing here has that id", place=beginning, cure="take one from the briefing or the export of this desk"
    )


def evidence_lines(evidence: Evidence, books: Books) -> Iterator[Row]:
    """The rows for whatever the id named."""
    return _lines(evidence, books.directory)


@singledispatch
def _lines(evidence: object, directory: Directory) -> Iterator[Row]:
    raise TypeError(f"no words for {type(evidence).__name__}")


@_lines.register
def _claim_lines(evidence: ClaimEvidence, directory: Directory) -> Iterator[Row]:
    claim = evidence.claim
    yield row(Piece(claim_phrase(claim), STRONG), Piece(f"  {claim.id}", FAINT))
    yield from _passage_rows(evidence.passage)
    yield from _grounds(evidence, directory)
    yield blank()
    for role in evidence.roles:
        yield row(f"{ROLES[role.role]}: ", Piece(finding_phrase(role.finding, directory)))
    if not evidence.roles:
        yield row(_why_unweighed(claim))
    for decision in evidence.decisions:
        yield row(f"{decision.action} by {decision.author}: {decision.reason}", Piece(f"  {decision.id}", FAINT))


@_lines.register
def _finding_lines(evidence: FindingEvidence, directory: Directory) -> Iterator[Row]:
    finding = evidence.finding
    yield row(Piece(finding_phrase(finding, directory), STRONG))
    colour = GOOD if finding.agreement.value in ("stands", "updated") else BAD
    yield row(Piece(finding.agreement.value, colour), f", {SUPPORTS[finding.support]}", indent=2)
    yield row(finding.note, indent=2)
    for origin in finding.origins:
        side = f", {side}" if (side := side_phrase(origin.side)) else ""
        first = f", first {origin.first}" if origin.first else ""
        count = len(origin.documents)
        yield row(f"origin: {origin.name}{side}{first}, {count} article{'s' if count != 1 else ''}", indent=2)
    for weighed in evidence.claims:
        claim = weighed.evidence.claim
        yield blank()
        yield row(Piece(ROLES[weighed.role], MARK), f": {claim_phrase(claim)}", Piece(f"  {claim.id}", FAINT))
        yield from _passage_rows(weighed.evidence.passage)
        yield from _grounds(weighed.evidence, directory)


@_lines.register
def _document_lines(evidence: DocumentEvidence, directory: Directory) -> Iterator[Row]:
    document = evidence.document
    yield row(Piece(document.title or document.source, STRONG), Piece(f"  {document.id}", FAINT))
    yield row(document.source, indent=2)
    yield row(f"published {date_phrase(evidence.dating)}", indent=2)
    if evidence.dating and evidence.dating.note:
        yield row(evidence.dating.note, indent=4)
    for copy in evidence.copies:
        yield row(f"mostly the same as {copy.source}", Piece(f"  {copy.id}", FAINT), indent=2)
    for kin in evidence.kin:
        told = f"{KINSHIPS[kin.how]} {kin.document.source}: {kin.because}"
        yield row(told, Piece(f"  {kin.document.id}", FAINT), indent=2)
    yield blank()
    yield row(Piece(f"{len(evidence.claims)} claims read", STRONG))
    for claim in evidence.claims:
        yield row(f"{claim_phrase(claim)}: {claim.quote}", Piece(f"  {claim.id}", FAINT), indent=2)
    yield blank()
    yield row(Piece(f"{len(evidence.skips)} places passed over", STRONG))
    yield from (_skip_row(skip, document.text) for skip in evidence.skips)


@_lines.register
def _entity_lines(evidence: EntityEvidence, directory: Directory) -> Iterator[Row]:
    entity = evidence.entity
    yield row(Piece(entity.name, STRONG), f", {entity.kind.value}", Piece(f"  {entity.id}", FAINT))
    facts = {"country": entity.country, "side": entity.side, "GeoNames": entity.geonames, "Wikidata": entity.wikidata}
    if known := [f"{name} {value}" for name, value in facts.items() if value]:
        yield row(", ".join(known), indent=2)
    if entity.aliases:
        yield row(f"spelled {', '.join(entity.aliases)}", indent=2)
    yield from (row(sentence, indent=2) for sentence in entity.because)
    for passage in evidence.passages[:MOST_PASSAGES]:
        yield blank()
        yield from _passage_rows(passage)
        yield row(article_phrase(passage), indent=2)
    if len(evidence.passages) > MOST_PASSAGES:
        yield row(f"and {len(evidence.passages) - MOST_PASSAGES} more; the export lists them all")


@_lines.register
def _decision_lines(evidence: DecisionEvidence, directory: Directory) -> Iterator[Row]:
    decision = evidence.decision
    yield row(Piece(f"{decision.action} by {decision.author}, {decision.decided_at}", STRONG))
    yield row(decision.reason, indent=2)
    yield row(", ".join(f"{name} {value}" for name, value in sorted(decision.target.items())), indent=2)
    if evidence.lost:
        yield row(Piece(f"changes nothing now: {evidence.lost.reason}", BAD), indent=2)


def silence_lines(silence: Silence) -> Iterator[Row]:
    """Why nothing was read at a place, or what was."""
    yield row(Piece(silence.reason, STRONG))
    yield from _passage_rows(silence.passage)
    yield row(article_phrase(silence.passage), indent=2)
    for claim in silence.claims:
        yield row(f"{claim_phrase(claim)}: {claim.quote}", Piece(f"  {claim.id}", FAINT), indent=2)
    yield from (_skip_row(skip, silence.passage.document.text) for skip in silence.skips)


def finding_phrase(finding: Finding, directory: Directory) -> str:
    """`killed, soldiers, Sarvan: 18, as of 2031-03-08  f-3a52`."""
    value = value_phrase(finding.line, finding.current)
    when = f", as of {finding.as_of}" if finding.as_of else ""
    return f"{line_phrase(finding.line, directory)}: {value}{when}  {finding.id}"


def _grounds(evidence: ClaimEvidence, directory: Directory) -> Iterator[Row]:
    """Who says it through whom, where and when."""
    yield row(chain_phrase(evidence.claim, evidence.passage.document, directory), indent=2)
    modality = "" if evidence.claim.modality.value == "asserted" else f"{evidence.claim.modality.value}; "
    place = f"; in {evidence.place.name}" if evidence.place else ""
    if told := f"{modality}{times_phrase(evidence.claim)}{place}".strip("; "):
        yield row(told, indent=2)
    yield row(article_phrase(evidence.passage), Piece(f"  {evidence.passage.document.id}", FAINT), indent=2)


def _passage_rows(passage: Passage) -> Iterator[Row]:
    """The paragraph, shortened where it is long, the words that count in double brackets."""
    excerpt = excerpt_of(passage, around=AROUND)
    yield row(excerpt.before, Piece(f"[[{excerpt.marked}]]", MARK), excerpt.after, indent=4)


def _skip_row(skip: Skip, text: str) -> Row:
    words = text[skip.span.start : skip.span.start + 80]
    more = "…" if skip.span.end - skip.span.start > 80 else ""
    return row(f"{skip.reason}: ", Piece(f"{words}{more}", FAINT), f" ({skip.span.start}-{skip.span.end})", indent=2)


def _why_unweighed(claim: Claim) -> str:
    if claim.background:
        return "weighed in nothing: it speaks of an earlier or another crisis"
    if claim.modality.value not in ("asserted", "denied"):
        return f"weighed in nothing: it is told as {claim.modality.value}, not as a fact"
    return "weighed in nothing: it belongs to no line of this desk"
