"""Findings put in order for a reader: what stands, what is disputed and between whom, what is in force, who says so,
what is thin, what was not read.

In: findings, claims, directory, and the documents. Out: a `Briefing`, each row with the sentences it stands on:
"killed, police, Region: 18 (updated), one side, 4 articles, 2 origins: ministry (3), state television (1)".
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from reportedly.brief import heard, sections, thin
from reportedly.brief.briefing import (
    Article,
    Briefing,
    Camp,
    Cause,
    Change,
    Citation,
    Dispute,
    Happening,
    Heard,
    Holder,
    Judgement,
    Kin,
    Nationals,
    News,
    Repeat,
    Row,
    Since,
    Unread,
    Unverified,
    briefing_as_data,
)
from reportedly.brief.changes import Look, news
from reportedly.brief.headlines import headlines_of, weight
from reportedly.brief.rows import Desk
from reportedly.claims.kind import Kind
from reportedly.decisions import Lost, live
from reportedly.model import Claim, Dating, Decision, Directory, Document, Finding, Refusal, Skip

__all__ = [
    "Article",
    "Briefing",
    "Camp",
    "Cause",
    "Change",
    "Citation",
    "Dispute",
    "Happening",
    "Heard",
    "Holder",
    "Judgement",
    "Kin",
    "Look",
    "Nationals",
    "News",
    "Repeat",
    "Row",
    "Since",
    "Unread",
    "Unverified",
    "brief",
    "briefing_as_data",
]

_LONGEST_QUOTE = 200


def brief(
    findings: Iterable[Finding],
    claims: Iterable[Claim],
    directory: Directory,
    documents: Iterable[Document] = (),
    skips: Iterable[Skip] = (),
    refusals: Iterable[Refusal] = (),
    *,
    kinds: Iterable[Kind],
    datings: Mapping[str, Dating] | None = None,
    copies: Mapping[str, Iterable[str]] | None = None,
    kin: Sequence[Kin] = (),
    country: str | None = None,
    look: Look | None = None,
    decisions: Iterable[Decision] = (),
    lost: Iterable[Lost] = (),
    rules: str = "literal",
) -> Briefing:
    """The briefing on a desk. `documents` is read once, so a stream does; `country` is whose nationals come first.

    `country` is an ISO 3166-1 alpha-2 code; `look` is the last one, since when changes are told, through articles, new
    reading or the recorded `decisions`, of which those `lost` change nothing now. `rules` is the rule
    set by which the findings were weighed.
    """
    recorded = tuple(decisions)
    held = tuple(findings)
    told = {claim.id: claim for claim in claims}
    taken = _taken(documents, skips, datings or {}, copies or {})
    desk = Desk(told, directory, taken.articles, {kind.name: kind for kind in kinds})
    first, others = _headlines(sections.of_kind(held, "figure"), directory)
    order = [finding.id for finding in (*first, *others)]
    ranked = _in_order(held, order)
    in_force, ended = sections.measures(held, desk)
    told_since = news(ranked, look, desk, recorded) if look else None
    return Briefing(
        since=told_since.since if told_since else None,
        changes=told_since.changes if told_since else (),
        figures=desk.rows(first),
        disputes=sections.disputes(held, desk, order),
        measures=in_force,
        ended_measures=ended,
        positions=sections.positions(held, desk),
        nationals=sections.nationals(held, desk, first=country.upper() if country else None),
        timeline=sections.timeline(ranked, desk),
        unverified=thin.unverified(ranked, told.values(), taken.doubts, desk),
        voices=heard.voices(held, desk),
        repeats=heard.repeats(taken.articles.values(), kin),
        other_figures=desk.rows(others),
        other_events=desk.rows(f for f in sections.of_kind(held, "event") if not f.line.get("when")),
        unread=tuple(taken.unread),
        refused=tuple(sorted(refusals, key=lambda refusal: (refusal.source, refusal.reason))),
        decisions=_judgements(recorded, lost),
        rules=rules,
        stories=len({finding.story for finding in held}),
        articles=tuple(sorted(taken.articles.values(), key=_age)),
    )


def _headlines(figures: Iterable[Finding], directory: Directory) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """Those of each story by itself, that of most claims first: a coup's are not behind those of a flood elsewhere."""
    stories: dict[str, list[Finding]] = defaultdict(list)
    for figure in figures:
        stories[figure.story or ""].append(figure)
    told = sorted(stories, key=lambda story: (-sum(map(weight, stories[story])), story))
    parts = [headlines_of(stories[story], directory) for story in told]
    return tuple(f for first, _ in parts for f in first), tuple(f for _, others in parts for f in others)


def _judgements(decisions: Iterable[Decision], lost: Iterable[Lost]) -> tuple[Judgement, ...]:
    reasons = {each.decision.id: each.reason for each in lost}
    return tuple(
        Judgement(
            decision=decision.id,
            action=decision.action,
            author=decision.author,
            decided_at=decision.decided_at,
            reason=decision.reason,
            lost=reasons.get(decision.id),
        )
        for decision in live(decisions)
    )


def _in_order(findings: Iterable[Finding], order: list[str]) -> tuple[Finding, ...]:
    """Figures in the order given, then the rest by line."""
    rank = {id: place for place, id in enumerate(order)}
    return tuple(sorted(findings, key=lambda f: (rank.get(f.id, len(rank)), f.line.kind, str(f.line.fields), f.id)))


def _age(article: Article) -> tuple[object, ...]:
    return (article.published is None, str(article.published or ""), article.source, article.id)


class _Taken(NamedTuple):
    """What a briefing keeps of the documents, whose texts are seen once and let go."""

    articles: Mapping[str, Article]
    doubts: tuple[Citation, ...]
    unread: tuple[Unread, ...]


def _taken(
    documents: Iterable[Document],
    skips: Iterable[Skip],
    datings: Mapping[str, Dating],
    copies: Mapping[str, Iterable[str]],
) -> _Taken:
    skipped: dict[str, list[Skip]] = {}
    for skip in skips:
        skipped.setdefault(skip.document, []).append(skip)
    articles: dict[str, Article] = {}
    doubts: list[Citation] = []
    unread: list[Unread] = []
    for document in documents:
        articles[document.id] = _article(document, datings.get(document.id), copies.get(document.id, ()))
        doubts += thin.doubts_in(document)
        unread += [_unread(skip, document.text) for skip in skipped.get(document.id, ())]
    unread.sort(key=lambda skip: (skip.document, skip.span, skip.reason))
    return _Taken(articles, tuple(doubts), tuple(unread))


def _article(document: Document, dating: Dating | None, copies: Iterable[str]) -> Article:
    published = dating.published if dating and dating.published else document.published
    return Article(
        id=document.id,
        source=document.source,
        title=document.title,
        outlet=document.outlet,
        published=published,
        copies=tuple(sorted(copies)),
    )


def _unread(skip: Skip, text: str) -> Unread:
    quote = text[skip.span.start : min(skip.span.end, skip.span.start + _LONGEST_QUOTE)]
    return Unread(document=skip.document, span=skip.span, quote=quote, reason=skip.reason)
