"""One article, sentence by sentence: what was read in each, what was passed over, and why the rest gave nothing.

In: a document as the desk holds it, with what was read in it. Out: its sentences and its furniture in the order of the
text. "Photo: A. Ruiz" is furniture, "The trains run again." the article's own words in which no kind found a claim.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.claims.plain import plain
from reportedly.gather.body import find_furniture
from reportedly.model import Claim, Dating, Document, Mention, Skip, Span
from reportedly.text.sentences import article_of

NOTHING_FOUND = "no kind of claim was found"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadClaim:
    """A claim, and the same on one line as the tests write it."""

    claim: Claim
    plain: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadSentence:
    """A sentence, or a stretch of furniture. `reason` says why nothing was read; None where something was."""

    span: Span
    text: str
    claims: tuple[ReadClaim, ...]
    skips: tuple[Skip, ...]
    reason: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """An article with all that was read in it, in the order of the text."""

    document: Document
    dating: Dating | None
    sentences: tuple[ReadSentence, ...]


def explained(
    document: Document,
    dating: Dating | None,
    *,
    claims: tuple[Claim, ...],
    mentions: tuple[Mention, ...],
    skips: tuple[Skip, ...],
) -> Explained:
    """The document's sentences, each with those of the claims and skips that begin in it."""
    named = {mention.span: mention for mention in mentions}
    told = tuple(ReadClaim(claim=claim, plain=plain(claim, named, clocks=True)) for claim in claims)
    sentences = [*_sentences(document, dating, told, skips), *_furniture(document)]
    return Explained(document=document, dating=dating, sentences=tuple(sorted(sentences, key=lambda s: s.span)))


def _sentences(
    document: Document, dating: Dating | None, claims: tuple[ReadClaim, ...], skips: tuple[Skip, ...]
) -> Iterator[ReadSentence]:
    for sentence in article_of(document, dating).sentences:
        span = sentence.span
        here = tuple(each for each in claims if span.start <= each.claim.span.start < span.end)
        passed = tuple(skip for skip in skips if span.start <= skip.span.start < span.end)
        reason = None if here else "; ".join(dict.fromkeys(skip.reason for skip in passed)) or NOTHING_FOUND
        yield ReadSentence(span=span, text=document.text[slice(*span)], claims=here, skips=passed, reason=reason)


def _furniture(document: Document) -> Iterator[ReadSentence]:
    """What stands outside the body, with the reason; of a page that was cut to its body before, there is none."""
    for span, reason in find_furniture(document.text, title=document.title):
        text = document.text[slice(*span)].strip()
        if text and not any(span.overlaps(body) for body in document.body):
            yield ReadSentence(span=span, text=text, claims=(), skips=(), reason=f"not the article: {reason}")
