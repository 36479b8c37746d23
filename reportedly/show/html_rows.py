"""The rows of a page: one function for each thing that a briefing holds, each opening to the sentences it rests on.

In: rows of a `Briefing`. Out: markup: "killed, soldiers, Sarvan: 18, stands, single origin", and under it the evidence.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from reportedly.brief import (
    Article,
    Briefing,
    Camp,
    Change,
    Citation,
    Dispute,
    Happening,
    Heard,
    Holder,
    Nationals,
    Row,
    Unread,
    Unverified,
)
from reportedly.model import Agreement, Dating, Support
from reportedly.show.cited import Key, Shown, key_of
from reportedly.show.markup import Child, Html, element, joined
from reportedly.show.words import (
    REPEATS,
    ROLES,
    SUPPORTS,
    among,
    amount_of,
    article_name,
    date_phrase,
    news_phrase,
    side_phrase,
)


class Room(NamedTuple):
    """How many rows of a section, and how many pieces of evidence of a row, a page has room for."""

    rows: int
    evidence: int


@dataclass(frozen=True, kw_only=True)
class Page:
    """What is needed to write the page: the briefing, where its sentences stand, and how much there is room for."""

    briefing: Briefing
    datings: Mapping[str, Dating]
    shown: Mapping[Key, Shown]
    articles: Mapping[str, Article]
    room: Room


def line_row(page: Page, told: Row, *, name: str | None = None) -> Html:
    """A line that opens to its evidence."""
    when = element("span", f"as of {told.as_of}", class_="soft") if told.as_of else None
    head = element(
        "span",
        element("span", name or told.line, class_="line"),
        element("span", told.value, class_="value"),
        when,
        class_="head",
    )
    who = element("span", *_chips(told), " ", told.who, class_="who")
    note = element("p", told.note, class_="note soft") if told.note else None
    return _details(joined(head, who), note, *_evidence(page, told.finding, told.citations))


def _chips(told: Row) -> Iterator[Html]:
    yield _chip(told.agreement.value, told.agreement)
    yield Html(" ")
    yield _chip(SUPPORTS[told.support], told.support)


def _chip(words: str, kind: Agreement | Support) -> Html:
    return element("span", words, class_=f"chip {kind.value}")


def _details(summary: Html, *children: Child) -> Html:
    return element("details", element("summary", summary), *children)


def _evidence(page: Page, finding: str | None, citations: Sequence[Citation]) -> Iterator[Html]:
    for citation in citations[: page.room.evidence]:
        yield _piece(page, citation)
    left = len(citations) - page.room.evidence
    if left > 0:
        ask = joined(": ", element("code", f"reportedly why {finding}")) if finding else None
        yield element("p", f"and {amount_of(left, 'more sentence')}", ask, class_="evidence soft")


def _piece(page: Page, citation: Citation) -> Html:
    shown = page.shown.get(key_of(citation))
    if shown is None:
        return element("div", element("blockquote", element("mark", citation.quote)), class_="evidence")
    excerpt = shown.excerpt
    role = element("span", ROLES[citation.role], class_="chip") if citation.role else None
    claim = element("code", citation.claim) if citation.claim else None
    return element(
        "div",
        element("p", role, " ", shown.says, " ", claim, class_="soft"),
        element("blockquote", excerpt.before, element("mark", excerpt.marked), excerpt.after),
        element("p", shown.chain, class_="chain"),
        element("p", shown.where, class_="where"),
        class_="evidence",
    )


def change_row(page: Page, change: Change) -> Html:
    now = element("span", change.now, class_="value")
    head = element("span", element("span", change.line, class_="line"), now, class_="head")
    was = element("span", news_phrase(change), class_="who")
    return _details(joined(head, was), *_evidence(page, change.finding, change.citations))


def dispute_row(page: Page, dispute: Dispute) -> Html:
    told = dispute.row
    sides = " against ".join("a denial" if camp.denies else camp.value for camp in dispute.camps)
    line, value = element("span", told.line, class_="line"), element("span", sides, class_="value")
    who = element("span", _chip(told.agreement.value, told.agreement), " ", told.who, class_="who")
    camps = (_camp(page, told.finding, camp) for camp in dispute.camps)
    return _details(joined(element("span", line, value, class_="head"), who), *camps)


def _camp(page: Page, finding: str, camp: Camp) -> Html:
    value = element("span", "denied" if camp.denies else camp.value, class_="value")
    title = element("p", value, f": {among(camp.who, 6)}")
    return element("div", title, *_evidence(page, finding, camp.citations), class_="camp")


def holder_rows(page: Page, holder: Holder) -> Html:
    country = f" ({holder.country})" if holder.country else ""
    rows = (line_row(page, position, name="") for position in holder.positions)
    return joined(element("h3", f"{holder.name}{country}"), *rows)


def nation_rows(page: Page, nation: Nationals) -> Html:
    rows = (line_row(page, row) for row in nation.rows)
    return joined(element("h3", f"{nation.name} ({nation.country})"), *rows)


def timeline_rows(page: Page) -> Iterator[Html]:
    for day, happenings in groupby(page.briefing.timeline, key=lambda happening: str(happening.when)):
        rows = element("div", *(_happening(page, happening) for happening in happenings))
        yield element("div", element("h3", day), rows, class_="day")


def _happening(page: Page, happening: Happening) -> Html:
    head = element("span", element("span", happening.text, class_="line"), class_="head")
    quote = element("span", _cut(happening.citations[0].quote), class_="who")
    return _details(joined(head, quote), *_evidence(page, happening.finding, happening.citations))


def unverified_row(page: Page, thin: Unverified) -> Html:
    head = element("span", element("span", thin.text, class_="line"), class_="head")
    reason = element("span", thin.reason, class_="who")
    return _details(joined(head, reason), *_evidence(page, thin.finding, thin.citations))


def voices_table(page: Page) -> Iterator[Html]:
    heard = page.briefing.voices
    if heard:
        rows = [_voice(voice) for voice in heard[: page.room.rows]]
        yield _table(("Voice", "Whose", "Lines", "Articles", "Through"), rows)


def _voice(voice: Heard) -> Html:
    counts = (element("td", str(count), class_="number") for count in (voice.findings, len(voice.documents)))
    through = element("td", ", ".join(voice.through), class_="soft")
    return element("tr", element("td", voice.name), element("td", side_phrase(voice.side)), *counts, through)


def repeats_table(page: Page) -> Iterator[Html]:
    rows = [
        element(
            "tr",
            element("td", article_name(page.articles[repeat.document])),
            element("td", REPEATS[repeat.how]),
            element("td", article_name(page.articles[repeat.of])),
            element("td", repeat.because, class_="soft"),
        )
        for repeat in page.briefing.repeats
    ]
    if rows:
        yield _table(("Article", "how", "of", "why"), rows[: page.room.rows])


def not_read_rows(page: Page) -> Iterator[Html]:
    refused = [
        element("tr", element("td", each.source), element("td", each.reason), element("td", each.cure))
        for each in page.briefing.refused
    ]
    if refused:
        yield _table(("Given", "Not read because", "What helps"), refused)
    by_reason: dict[str, list[Unread]] = {}
    for skip in page.briefing.unread:
        by_reason.setdefault(skip.reason, []).append(skip)
    for reason, skips in sorted(by_reason.items(), key=lambda item: (-len(item[1]), item[0])):
        rows = [_unread(page, skip) for skip in skips[: page.room.rows]]
        count = element("span", f" {amount_of(len(skips), 'place')}", class_="count")
        yield _details(joined(reason, count), _table(("Article", "Words"), rows))


def _unread(page: Page, skip: Unread) -> Html:
    article = page.articles.get(skip.document)
    name = article_name(article) if article else skip.document
    return element("tr", element("td", f"{name}, {skip.span.start}"), element("td", _cut(skip.quote)))


def articles_table(page: Page) -> Iterator[Html]:
    rows = [
        element(
            "tr",
            element("td", date_phrase(page.datings.get(article.id)), class_="number"),
            element("td", article.outlet or ""),
            element("td", article.title or ""),
            element("td", article.source, class_="soft"),
        )
        for article in page.briefing.articles
    ]
    if rows:
        yield _table(("Published", "Outlet", "Title", "Source"), rows[: page.room.rows])


def _table(titles: Sequence[str], rows: Sequence[Html]) -> Html:
    head = element("thead", element("tr", *(element("th", title, scope="col") for title in titles)))
    return element("table", head, element("tbody", *rows), class_="stack")


def _cut(words: str, most: int = 200) -> str:
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"
