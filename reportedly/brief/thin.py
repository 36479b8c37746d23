"""What is thin: findings on nobody's word or on one nameless voice, what is only thought possible, and sentences in
which an article itself says that it could not check ("This could not be verified independently").
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from reportedly.brief.briefing import Citation, Unverified
from reportedly.brief.rows import Desk
from reportedly.lexicon import load
from reportedly.model import Claim, Document, Finding, Modality, Origin, Span, Support

_LONGEST = 400
"""A sentence without an end is cut here: the cue in it is what is cited."""
_SENTENCE_END = re.compile(r"[.!?]+[\"”’)]*\s|\n")


def unverified(
    findings: Iterable[Finding], claims: Iterable[Claim], doubts: Sequence[Citation], desk: Desk
) -> tuple[Unverified, ...]:
    """All that nobody could verify, each with the reason why it is held to be so."""
    return (*_thin_findings(findings, desk), *_possible(claims, desk), *_doubted(doubts))


def _thin_findings(findings: Iterable[Finding], desk: Desk) -> Iterator[Unverified]:
    for finding in findings:
        reason = _reason(finding)
        citations = desk.citations(finding) if reason else ()
        if reason and citations:
            text = f"{desk.line(finding)}: {desk.value(finding)}"
            yield Unverified(text=text, reason=reason, finding=finding.id, citations=citations)


def _reason(finding: Finding) -> str | None:
    if finding.line.kind not in ("figure", "measure", "safety") or not finding.current:
        return None
    if finding.support is Support.UNATTRIBUTED:
        return "told on nobody's word"
    if finding.support is Support.SINGLE_ORIGIN and finding.origins[0].entity is None:
        return _one_voice(finding.origins[0])
    return None


def _one_voice(origin: Origin) -> str:
    if origin.side is None or origin.side.startswith("unnamed:"):
        return f"rests on one voice without a name: {origin.name}"
    return f"rests on one outlet's own word: {origin.name}"


def _possible(claims: Iterable[Claim], desk: Desk) -> Iterator[Unverified]:
    """Claims that their article itself gives only as possible, each wording once."""
    said: dict[tuple[str, str], list[Claim]] = {}
    for claim in sorted(claims, key=lambda claim: (claim.document, claim.span, claim.id)):
        if claim.modality is Modality.POSSIBLE and not claim.background and claim.kind in desk.kinds:
            said.setdefault((claim.kind, desk.kinds[claim.kind].say(claim.content)), []).append(claim)
    for (_, phrase), told in said.items():
        citations = tuple(desk.cite(claim) for claim in told)
        yield Unverified(text=phrase, reason="told only as possible", finding=None, citations=citations)


def _doubted(doubts: Sequence[Citation]) -> Iterator[Unverified]:
    by_quote: dict[str, list[Citation]] = {}
    for doubt in sorted(doubts, key=lambda doubt: (doubt.document, doubt.span)):
        by_quote.setdefault(doubt.quote, []).append(doubt)
    for quote, citations in by_quote.items():
        yield Unverified(text=quote, reason="the article says so", finding=None, citations=tuple(citations))


@cache
def _cues() -> re.Pattern[str]:
    """All cues, the longest first. Their first two letters are looked at before them, or each would be tried at each letter."""
    words = sorted(load("en/unverified")["cues"], key=len, reverse=True)
    first, second = (re.escape("".join(sorted({word[at] for word in words}))) for at in (0, 1))
    every = "|".join(re.escape(word).replace("'", "['’]") for word in words)
    return re.compile(f"(?=[{first}][{second}])(?:{every})", re.IGNORECASE)


def doubts_in(document: Document) -> Iterator[Citation]:
    """The sentences of a document's body that say that something could not be checked."""
    for part in document.body:
        text = document.text[part.start : part.end]
        last = -1
        for cue in _cues().finditer(text):
            if cue.start() >= last:
                start, last = _sentence_around(text, cue.start(), cue.end())
                yield _doubt(document, Span(part.start + start, part.start + last))


def _sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    floor = max(0, start - _LONGEST)
    ends = [found.end() for found in _SENTENCE_END.finditer(text, floor, start)]
    after = _SENTENCE_END.search(text, end, min(len(text), end + _LONGEST))
    first = ends[-1] if ends else floor
    last = after.end() if after else min(len(text), end + _LONGEST)
    sentence = text[first:last]
    return first + len(sentence) - len(sentence.lstrip()), first + len(sentence.rstrip())


def _doubt(document: Document, span: Span) -> Citation:
    return Citation(
        claim=None,
        document=document.id,
        span=span,
        quote=document.text[span.start : span.end],
        voices=f"{document.outlet or 'the article'}'s own word",
        published=document.published,
    )
