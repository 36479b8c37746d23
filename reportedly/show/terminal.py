"""A briefing in a terminal: its sections in their order, each line with one of its sentences and the id to ask by.

In: a `Briefing`. Out: rows. "killed, people, Peru: 66, as of 2031-08-20" is followed by the grounds on which it stands
and by the sentence itself. What does not fit a screen is counted, and named by the command that shows it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

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
    News,
    Unverified,
)
from reportedly.brief import Row as Told
from reportedly.model import Agreement
from reportedly.show.plain import BAD, FAINT, GOOD, MARK, STRONG, Piece, Row, heading, row
from reportedly.show.words import (
    REPEATS,
    SUPPORTS,
    among,
    amount_of,
    article_name,
    news_phrase,
    remarks,
    side_phrase,
    since_phrase,
)

MOST = 15  # rows of a section, and MOST_INNER under one heading in it; the rest is counted
MOST_INNER = 5
MOST_QUOTE = 160
_COLOURS: Mapping[Agreement, str] = {
    Agreement.STANDS: GOOD,
    Agreement.UPDATED: GOOD,
    Agreement.DISPUTED: BAD,
    Agreement.DENIED: BAD,
}


_NEWS_COLOURS: Mapping[News, str] = {News.DISPUTED: BAD, News.DENIED: BAD, News.SETTLED: GOOD, News.ENDED: GOOD}


def short(id: str) -> str:
    """As much of an id as is enough to ask by."""
    return id[:10]


def briefing_lines(briefing: Briefing, *, ask: str) -> Iterator[Row]:
    """The briefing's sections in the order of a reader's questions; `ask` is the command that shows the evidence."""
    articles = {article.id: article for article in briefing.articles}
    yield from _head(briefing, ask)
    for title, rows in _sections(briefing, articles):
        body = list(rows)
        if body:
            yield from heading(title)
            yield from body


def _sections(briefing: Briefing, articles: Mapping[str, Article]) -> Iterator[tuple[str, Iterator[Row]]]:
    yield "What changed", _changes(briefing, articles)
    yield "Figures", _figures(briefing, articles)
    yield "Disputed", _capped(_dispute(each, articles) for each in briefing.disputes)
    yield "Measures in force", _capped(_told(each, articles) for each in briefing.measures)
    yield "Measures ended or denied", _capped(_told(each, articles) for each in briefing.ended_measures)
    yield "Positions", _capped(_holder(each, articles) for each in briefing.positions)
    yield "Nationals", _nationals(briefing, articles)
    yield "Timeline", _timeline(briefing.timeline, articles)
    yield "What nobody could verify", _unverified(briefing.unverified, articles)
    yield "Who is heard", _capped(_heard(each) for each in briefing.voices)
    yield "Who repeats whom", _capped(_repeats(briefing, articles))
    yield "Not read", _not_read(briefing, articles)


def _head(briefing: Briefing, ask: str) -> Iterator[Row]:
    dated = sorted(article.published for article in briefing.articles if article.published)
    span = f", published {dated[0]} to {dated[-1]}" if dated else ""
    undated = len(briefing.articles) - len(dated)
    count = amount_of(len(briefing.articles), "article")
    yield row(Piece("Briefing", STRONG), f" on {count}{span}", f", {undated} of unknown date" if undated else "")
    yield from map(row, remarks(briefing))
    yield row(Piece(f"What stands behind a line: {ask}", FAINT))


def _capped(groups: Iterable[Iterator[Row]], most: int = MOST, *, indent: int = 2) -> Iterator[Row]:
    """The first groups; of the rest, how many."""
    left = 0
    for number, group in enumerate(groups):
        if number < most:
            yield from group
        else:
            left += 1
    if left:
        yield row(Piece(f"and {left} more: --html FILE or --json has them", FAINT), indent=indent)


def change_lines(briefing: Briefing) -> Iterator[Row]:
    """Every change since the last look, and what came that is none."""
    articles = {article.id: article for article in briefing.articles}
    yield from _changes(briefing, articles, most=len(briefing.changes))
    if briefing.since and not briefing.changes:
        yield row("nothing changed", indent=2)


def _changes(briefing: Briefing, articles: Mapping[str, Article], most: int = MOST) -> Iterator[Row]:
    if briefing.since:
        yield row(Piece(since_phrase(briefing.since), FAINT), indent=2)
    yield from _capped((_change(change, articles) for change in briefing.changes), most)


def _change(change: Change, articles: Mapping[str, Article]) -> Iterator[Row]:
    told = Piece(news_phrase(change), _NEWS_COLOURS.get(change.news[0], MARK))
    yield row(f"{change.line}: ", Piece(change.now, STRONG), ", ", told, _id(change.finding), indent=2)
    yield from _quote(change.citations, articles)


def _figures(briefing: Briefing, articles: Mapping[str, Article]) -> Iterator[Row]:
    for figure in briefing.figures:
        yield from _told(figure, articles)
    if briefing.other_figures:
        yield row(Piece("other figures", FAINT), indent=2)
        yield from _capped((_one_line(figure) for figure in briefing.other_figures), indent=4)


def _told(told: Told, articles: Mapping[str, Article]) -> Iterator[Row]:
    yield _headline(told)
    yield row(*_grounds(told), indent=4)
    yield from _quote(told.citations, articles)


def _headline(told: Told) -> Row:
    when = f", as of {told.as_of}" if told.as_of else ""
    return row(f"{told.line}: ", Piece(told.value, STRONG), when, _id(told.finding), indent=2)


def _grounds(told: Told) -> tuple[Piece | str, ...]:
    return Piece(told.agreement.value, _COLOURS[told.agreement]), f", {SUPPORTS[told.support]}: {told.who}"


def _one_line(told: Told) -> Iterator[Row]:
    yield row(f"{told.line}: {told.value} ({told.agreement.value})", _id(told.finding), indent=4)


def _dispute(dispute: Dispute, articles: Mapping[str, Article]) -> Iterator[Row]:
    told = dispute.row
    yield row(f"{told.line} ", Piece(told.agreement.value, _COLOURS[told.agreement]), _id(told.finding), indent=2)
    for camp in dispute.camps:
        yield from _camp(camp, articles)


def _camp(camp: Camp, articles: Mapping[str, Article]) -> Iterator[Row]:
    yield row(Piece("denied" if camp.denies else camp.value, STRONG), f": {among(camp.who, 4)}", indent=4)
    yield from _quote(camp.citations, articles, indent=6)


def _holder(holder: Holder, articles: Mapping[str, Article]) -> Iterator[Row]:
    country = f" ({holder.country})" if holder.country else ""
    yield row(Piece(f"{holder.name}{country}", STRONG), indent=2)
    positions = (
        _in_one(position.value or position.line, position.citations, position.finding, articles)
        for position in holder.positions
    )
    yield from _capped(positions, MOST_INNER, indent=4)


def _nationals(briefing: Briefing, articles: Mapping[str, Article]) -> Iterator[Row]:
    yield from _capped(_nation(nation, articles) for nation in briefing.nationals)


def _nation(nation: Nationals, articles: Mapping[str, Article]) -> Iterator[Row]:
    yield row(Piece(f"{nation.name} ({nation.country})", STRONG), indent=2)
    told = (
        _in_one(f"{told.line}: {told.value} ({told.agreement.value})", told.citations, told.finding, articles)
        for told in nation.rows
    )
    yield from _capped(told, MOST_INNER, indent=4)


def _timeline(timeline: tuple[Happening, ...], articles: Mapping[str, Article]) -> Iterator[Row]:
    days = groupby(timeline, key=lambda happening: str(happening.when))
    yield from _capped((_day(when, list(happenings), articles) for when, happenings in days), 2 * MOST)


def _day(when: str, happenings: list[Happening], articles: Mapping[str, Article]) -> Iterator[Row]:
    yield row(Piece(when, STRONG), indent=2)
    told = (_in_one(each.text, each.citations, each.finding, articles) for each in happenings)
    yield from _capped(told, MOST_INNER, indent=4)


def _unverified(thin: Sequence[Unverified], articles: Mapping[str, Article]) -> Iterator[Row]:
    """By the reason why; what stands in a section above is not quoted again."""
    by_reason: dict[str, list[Unverified]] = {}
    for each in thin:
        by_reason.setdefault(each.reason, []).append(each)
    for reason, told in by_reason.items():
        yield row(Piece(reason, STRONG), indent=2)
        yield from _capped((_thin(each, articles) for each in told), MOST_INNER, indent=4)


def _thin(thin: Unverified, articles: Mapping[str, Article]) -> Iterator[Row]:
    if thin.finding:
        yield row(thin.text, _id(thin.finding), indent=4)
    else:
        told = "" if thin.text == thin.citations[0].quote else thin.text
        yield from _in_one(told, thin.citations, None, articles)


def _heard(voice: Heard) -> Iterator[Row]:
    side = f", {side}" if (side := side_phrase(voice.side)) else ""
    through = f", through {', '.join(voice.through)}" if voice.through else ""
    counts = f"{amount_of(voice.findings, 'line')} in {amount_of(len(voice.documents), 'article')}"
    yield row(Piece(voice.name, STRONG), f"{side}: {counts}{through}", indent=2)


def _repeats(briefing: Briefing, articles: Mapping[str, Article]) -> Iterator[Iterator[Row]]:
    for repeat in briefing.repeats:
        copy, first = articles[repeat.document], articles[repeat.of]
        told = f"{article_name(copy)} {REPEATS[repeat.how]} {article_name(first)}"
        yield iter([row(f"{told}: {repeat.because}" if repeat.because else told, indent=2)])


def _not_read(briefing: Briefing, articles: Mapping[str, Article]) -> Iterator[Row]:
    for refusal in briefing.refused:
        cure = f"; {refusal.cure}" if refusal.cure else ""
        partial = " (in part)" if refusal.partial else ""
        yield row(Piece(refusal.source, STRONG), f"{partial}: {refusal.reason}{cure}", indent=2)
    by_reason: dict[str, list[str]] = {}
    for skip in briefing.unread:
        by_reason.setdefault(skip.reason, []).append(skip.quote)
    for reason, quotes in sorted(by_reason.items(), key=lambda item: (-len(item[1]), item[0])):
        example = Piece(f"“{_cut(quotes[0], 60)}”", FAINT)
        yield row(f"{reason}: {amount_of(len(quotes), 'place')}, such as ", example, indent=2)


def _in_one(
    told: str, citations: tuple[Citation, ...], finding: str | None, articles: Mapping[str, Article]
) -> Iterator[Row]:
    """What is told, its first sentence, who says it and the id, in one row."""
    quote = f"“{_cut(citations[0].quote, MOST_QUOTE)}” — "
    yield row(f"{told}: " if told else "", quote, _source(citations, articles), _id(finding), indent=4)


def _quote(citations: tuple[Citation, ...], articles: Mapping[str, Article], indent: int = 4) -> Iterator[Row]:
    """The first sentence that a row stands on, who says it, and how many more there are."""
    yield row(f"“{_cut(citations[0].quote, MOST_QUOTE)}” — ", _source(citations, articles), indent=indent)


def _source(citations: tuple[Citation, ...], articles: Mapping[str, Article]) -> Piece:
    first = citations[0]
    article = articles.get(first.document)
    where = article_name(article) if article else first.document
    told = f"{where}, own word" if first.voices.endswith("'s own word") else f"{first.voices}; {where}"
    more = f", and {amount_of(len(citations) - 1, 'more sentence')}" if len(citations) > 1 else ""
    return Piece(told + more, FAINT)


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def _id(id: str | None) -> Piece:
    return Piece(f"  {short(id)}" if id else "", FAINT)
