"""A briefing in a terminal: its sections in their order, each line with one of its sentences and the id to ask by.

In: a `Briefing`. Out: rows. "killed, people, Peru: 66, as of 2031-08-20" is followed by the grounds on which it stands
and by the sentence itself. What does not fit a screen is counted, and named by the command that shows it.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from reportedly.brief import Article, Briefing, Camp, Citation, Dispute, Happening, Heard, Holder, Unverified
from reportedly.brief import Row as Told
from reportedly.model import Agreement
from reportedly.show.plain import BAD, FAINT, GOOD, STRONG, Piece, Row, heading, row
from reportedly.show.words import SUPPORTS, among, amount_of, article_name, side_phrase

MOST = 30  # rows of a section; the rest is counted
MOST_OTHER = 12
MOST_QUOTE = 200
_COLOURS: Mapping[Agreement, str] = {
    Agreement.STANDS: GOOD,
    Agreement.UPDATED: GOOD,
    Agreement.DISPUTED: BAD,
    Agreement.DENIED: BAD,
}


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
    yield "What nobody could verify", _capped(_unverified(each, articles) for each in briefing.unverified)
    yield "Who is heard", _capped(_heard(each) for each in briefing.voices)
    yield "Who repeats whom", _capped(_repeats(briefing, articles))
    yield "Not read", _not_read(briefing, articles)


def _head(briefing: Briefing, ask: str) -> Iterator[Row]:
    dated = sorted(article.published for article in briefing.articles if article.published)
    span = f", published {dated[0]} to {dated[-1]}" if dated else ""
    undated = len(briefing.articles) - len(dated)
    count = amount_of(len(briefing.articles), "article")
    yield row(Piece("Briefing", STRONG), f" on {count}{span}", f", {undated} of unknown date" if undated else "")
    yield row(Piece(f"What stands behind a line: {ask}", FAINT))


def _capped(groups: Iterable[Iterator[Row]], most: int = MOST) -> Iterator[Row]:
    """The first groups; of the rest, how many."""
    left = 0
    for number, group in enumerate(groups):
        if number < most:
            yield from group
        else:
            left += 1
    if left:
        yield row(Piece(f"and {left} more: --html FILE or --json has them", FAINT), indent=2)


def _changes(briefing: Briefing, articles: Mapping[str, Article]) -> Iterator[Row]:
    for change in briefing.changes[:MOST]:
        yield row(f"{change.line}: ", Piece(change.now, STRONG), f" (was: {change.was})", _id(change.finding), indent=2)
        yield from _quote(change.citations, articles)


def _figures(briefing: Briefing, articles: Mapping[str, Article]) -> Iterator[Row]:
    for figure in briefing.figures:
        yield from _told(figure, articles)
    if briefing.other_figures:
        yield row(Piece("other figures", FAINT), indent=2)
        yield from _capped((_one_line(figure) for figure in briefing.other_figures), MOST_OTHER)


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
    for position in holder.positions[:6]:
        yield row(position.value or position.line, _id(position.finding), indent=4)
        yield from _quote(position.citations, articles, indent=6)
    if len(holder.positions) > 6:
        yield row(Piece(f"and {len(holder.positions) - 6} more", FAINT), indent=4)


def _nationals(briefing: Briefing, articles: Mapping[str, Article]) -> Iterator[Row]:
    for nation in briefing.nationals:
        yield row(Piece(f"{nation.name} ({nation.country})", STRONG), indent=2)
        for told in nation.rows[:6]:
            when = f", as of {told.as_of}" if told.as_of else ""
            yield row(f"{told.line}: {told.value}{when} ({told.agreement.value})", _id(told.finding), indent=4)
            yield from _quote(told.citations, articles, indent=6)


def _timeline(timeline: tuple[Happening, ...], articles: Mapping[str, Article]) -> Iterator[Row]:
    """By day; what is only an event's name is told by its sentence."""
    for when, group in groupby(timeline, key=lambda happening: str(happening.when)):
        happenings = list(group)
        yield row(Piece(when, STRONG), indent=2)
        for happening in happenings[:8]:
            yield row(happening.text, _id(happening.finding), indent=4)
            yield from _quote(happening.citations, articles, indent=6)
        if len(happenings) > 8:
            yield row(Piece(f"and {len(happenings) - 8} more", FAINT), indent=4)


def _unverified(thin: Unverified, articles: Mapping[str, Article]) -> Iterator[Row]:
    told = () if thin.reason == "the article says so" else (f"{thin.text}: ",)
    yield row(*told, Piece(thin.reason, BAD), _id(thin.finding), indent=2)
    yield from _quote(thin.citations, articles)


def _heard(voice: Heard) -> Iterator[Row]:
    side = f", {side}" if (side := side_phrase(voice.side)) else ""
    through = f", through {', '.join(voice.through)}" if voice.through else ""
    counts = f"{amount_of(voice.findings, 'line')} in {amount_of(len(voice.documents), 'article')}"
    yield row(Piece(voice.name, STRONG), f"{side}: {counts}{through}", indent=2)


def _repeats(briefing: Briefing, articles: Mapping[str, Article]) -> Iterator[Iterator[Row]]:
    for repeat in briefing.repeats:
        copy, first = articles[repeat.document], articles[repeat.of]
        yield iter([row(f"{article_name(copy)} repeats {article_name(first)}", indent=2)])


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


def _quote(citations: tuple[Citation, ...], articles: Mapping[str, Article], indent: int = 4) -> Iterator[Row]:
    """The first sentence that a row stands on, and how many more there are."""
    first = citations[0]
    article = articles.get(first.document)
    where = article_name(article) if article else first.document
    more = f", and {amount_of(len(citations) - 1, 'more sentence')}" if len(citations) > 1 else ""
    told = f"{where}, own word" if first.voices.endswith("'s own word") else f"{first.voices}; {where}"
    yield row(f"“{_cut(first.quote, MOST_QUOTE)}” ", Piece(f"{told}{more}", FAINT), indent=indent)


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def _id(id: str | None) -> Piece:
    return Piece(f"  {short(id)}" if id else "", FAINT)
