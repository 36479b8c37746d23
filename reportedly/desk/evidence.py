"""What stands behind an id, as data: the stretch of an article in its paragraph, who is heard, what was weighed.

Faces put it into words and colours; nothing is reckoned there. "f-12 says 26 killed: this sentence of that article, on
the interior ministry's word, carried by the state agency; against it this other one, with its role".
"""

from dataclasses import dataclass

from reportedly.decisions import Lost
from reportedly.model import Claim, ClaimRole, Dating, Decision, Document, Entity, Finding, Skip, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A stretch of an article and the paragraph around it; both spans count in the document's text.

    `text` is the paragraph's; the stretch is `text[span.start - paragraph.start : span.end - paragraph.start]`.
    """

    document: Document
    dating: Dating | None
    span: Span
    paragraph: Span
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """What became of a claim in one finding."""

    finding: Finding
    role: ClaimRole


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimEvidence:
    """A claim in its paragraph. `voices` are the entities of its attribution, None where a voice names none known.

    `roles` are the findings that it was weighed in; where there is none, `claim.background` and such say why.
    """

    claim: Claim
    passage: Passage
    voices: tuple[Entity | None, ...]
    place: Entity | None
    roles: tuple[Role, ...]
    decisions: tuple[Decision, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WeighedClaim:
    role: ClaimRole
    evidence: ClaimEvidence


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingEvidence:
    """A finding and every claim that was weighed for it, in the finding's order."""

    finding: Finding
    claims: tuple[WeighedClaim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KinEvidence:
    """Another article that goes back to the same text, or may: `how` (rewritten, later word, doubtful), and a sentence."""

    document: Document
    how: str
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentEvidence:
    """An article: when it was published and how that is known, its copies and who else goes back to its text, what was read
    in it and what was not.
    """

    document: Document
    dating: Dating | None
    copies: tuple[Document, ...]
    kin: tuple[KinEvidence, ...]
    claims: tuple[Claim, ...]
    skips: tuple[Skip, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityEvidence:
    """Somebody or some place: its names and why they were joined, and where it is named."""

    entity: Entity
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionEvidence:
    """An analyst's decision, and why it changes nothing now, where that is so."""

    decision: Decision
    lost: Lost | None


type Evidence = ClaimEvidence | FindingEvidence | DocumentEvidence | EntityEvidence | DecisionEvidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """What is known of one place in an article: whether it is body, what was read there, what was passed over and why.

    `reason` says in a sentence why nothing was read, or that something was.
    """

    passage: Passage
    in_body: bool
    claims: tuple[Claim, ...]
    skips: tuple[Skip, ...]
    reason: str


def passage_of(document: Document, dating: Dating | None, span: Span) -> Passage:
    """The stretch in its paragraph: from the line break before it to the one after it."""
    start = document.text.rfind("\n", 0, span.start) + 1
    end = document.text.find("\n", span.end)
    paragraph = Span(start, len(document.text) if end < 0 else end)
    return Passage(
        document=document, dating=dating, span=span, paragraph=paragraph, text=document.text[slice(*paragraph)]
    )


def silence_at(passage: Passage, claims: tuple[Claim, ...], skips: tuple[Skip, ...]) -> Silence:
    """What a passage's claims and skips say of its place; both are given as read in the whole document."""
    read = tuple(claim for claim in claims if claim.span.overlaps(passage.span))
    passed = tuple(skip for skip in skips if skip.span.overlaps(passage.span))
    in_body = any(span.overlaps(passage.span) for span in passage.document.body)
    return Silence(
        passage=passage,
        in_body=in_body,
        claims=read,
        skips=passed,
        reason=_reason(passage, in_body=in_body, claims=read, skips=passed),
    )


def _reason(passage: Passage, *, in_body: bool, claims: tuple[Claim, ...], skips: tuple[Skip, ...]) -> str:
    if claims:
        return "a claim was read here: " + ", ".join(f"{claim.kind} {claim.id}" for claim in claims)
    if skips:
        return "passed over: " + "; ".join(skip.reason for skip in skips)
    if passage.dating is None:
        return "the article was taken in, and not yet read; add it again"
    if not in_body:
        return "this is not part of the article: a credit, a comment, or the site's own words"
    return "the article's own words, in which no kind of claim was found"
