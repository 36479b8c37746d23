"""Small phrases that every face needs: who says it through whom, how a date is known, what a claim says.

In: nouns. Out: plain text, "interior ministry (said) → state agency (citing) → The Valley Post". Text of articles and
names may hold anything: a face escapes or cleans it for where it shows it.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from reportedly.brief import Article, Briefing, Cause, Change, Judgement, Since
from reportedly.desk import Passage
from reportedly.model import Basis, Claim, ClaimRole, Dating, Directory, Document, Line, Support, Voice

SUPPORTS: Mapping[Support, str] = {
    Support.UNATTRIBUTED: "unattributed",
    Support.SINGLE_ORIGIN: "single origin",
    Support.ONE_SIDED: "one-sided",
    Support.CORROBORATED: "corroborated",
}
ROLES: Mapping[ClaimRole, str] = {
    ClaimRole.CURRENT: "stands",
    ClaimRole.AGREES: "says the same",
    ClaimRole.REFINES: "says it more exactly",
    ClaimRole.EARLIER: "earlier, since replaced",
    ClaimRole.REPEATS: "repeats it",
    ClaimRole.PART: "counts a part of it",
    ClaimRole.CONTRADICTS: "is against it",
    ClaimRole.DENIES: "denies it",
}
REPEATS: Mapping[str, str] = {
    "copy": "repeats",
    "rewritten": "rewrites",
    "later word": "brings up to date",
    "doubtful": "may go back to",
}
KINSHIPS: Mapping[str, str] = {
    "rewritten": "goes back to one text with",
    "later word": "is of one author with",
    "doubtful": "may go back to one text with",
}
"""Of two articles of which nobody knows which came first."""
_BASES: Mapping[Basis, str] = {
    Basis.METADATA: "as its metadata say",
    Basis.URL: "as its address says",
    Basis.BYLINE: "as its byline says",
    Basis.TEXT: "worked out from its text",
    Basis.OTHER_ARTICLES: "worked out with other articles",
}


@cache
def _kinds() -> Mapping[str, Any]:
    from reportedly.claims import KINDS

    return {kind.name: kind for kind in KINDS}


def amount_of(number: int, noun: str) -> str:
    """`1 article`, `14 articles`."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def since_phrase(since: Since) -> str:
    """What came since the last look, and how much of it is no news."""
    parts = [
        amount_of(since.copies, "copy").replace("copys", "copies") if since.copies else "",
        f"{since.repeats} that only repeat what was known" if since.repeats else "",
        f"{since.late} late" if since.late else "",
    ]
    of_them = ", ".join(filter(None, parts))
    told = [
        amount_of(since.articles, "new article") + (f" ({of_them})" if of_them else ""),
        f"{amount_of(since.told_again, 'line')} told again and unchanged" if since.told_again else "",
        amount_of(since.decisions, "new decision") if since.decisions else "",
    ]
    return f"since {instant_phrase(since.instant)}: " + ", ".join(filter(None, told))


def remarks(briefing: Briefing) -> Iterator[str]:
    """What a reader must know of a briefing before its first line: whose crises, by which rules, on whose decisions."""
    if briefing.stories > 1:
        yield f"tells of {briefing.stories} crises, one behind the other (reportedly stories; brief --story ID for one)"
    if briefing.rules != _DEFAULT:
        yield _rules_phrase(briefing.rules)
    if briefing.decisions:
        yield _decisions_phrase(briefing.decisions)


def _decisions_phrase(decisions: Sequence[Judgement]) -> str:
    """How many decisions a briefing rests on: `rests on 3 decisions, 1 of which changes nothing now`."""
    lost = sum(1 for decision in decisions if decision.lost)
    told = f", {lost} of which change{'s' if lost == 1 else ''} nothing now" if lost else ""
    return f"rests on {amount_of(len(decisions), 'decision')}{told} (reportedly decisions)"


_DEFAULT = "literal"
_RULES: Mapping[str, str] = {
    "conservative": "the lowest that any side stands by, vague words at their least (dozens 12, hundreds 100)",
    "range": "lowest and highest that any side stands by, and what the literal rules hold for best",
    "official": "what this side alone says",
}


def _rules_phrase(rules: str) -> str:
    """What a rule set does with a number: `figures by the rule set conservative: the lowest that any side stands by`."""
    return f"figures by the rule set {rules}: {_RULES.get(rules.partition(':')[0], 'what the articles say, as they say it')}"


def instant_phrase(instant: str) -> str:
    """An instant to the minute: `2031-03-08 12:00 UTC`."""
    return f"{instant[:10]} {instant[11:16]} UTC" if len(instant) >= len("2031-03-08T12:00") else instant


def news_phrase(change: Change) -> str:
    """In which ways a line differs, where no article made it so through what, and from what: `up; was: 52, stands`."""
    told = ", ".join(news.value for news in change.news)
    through = "" if change.cause in (Cause.ARTICLES, Cause.SILENCE) else f" ({change.cause.value})"
    return told + through + (f"; was: {change.was}" if change.was else "")


def among(names: Sequence[str], most: int) -> str:
    """The first names, and how many more there are."""
    more = f", and {len(names) - most} more" if len(names) > most else ""
    return "; ".join(names[:most]) + more


def side_phrase(side: str | None) -> str:
    """Whose voice it is, where that says more than its name: `state:PE` is `state of Peru`, one's own side nothing."""
    from reportedly.lexicon.nations import name_of

    country = (side or "").removeprefix("state:")
    return f"state of {name_of(country) or country}" if side and side != country else ""


def article_name(article: Article) -> str:
    """What a reader knows an article by: `The Valley Post, 2031-03-08`."""
    name = article.outlet or _file_name(article.source)
    return f"{name}, {article.published}" if article.published else name


def claim_phrase(claim: Claim) -> str:
    """What the claim says, in its kind's words: `18 soldiers killed`."""
    return str(_kinds()[claim.kind].say(claim.content))


def line_phrase(line: Line, directory: Directory) -> str:
    """What is being counted or asked: `killed, security forces, Kazakhstan`."""
    return str(_kinds()[line.kind].say_line(line, directory))


def value_phrase(line: Line, value: Mapping[str, Any]) -> str:
    return str(_kinds()[line.kind].say_value(value))


def chain_phrase(claim: Claim, document: Document, directory: Directory) -> str:
    """The chain of voices from the one on whose word it rests to the outlet that tells it."""
    teller = document.outlet or _file_name(document.source)
    entities = [directory.entity_of(claim.document, voice.mention) for voice in claim.attribution]
    links = [
        voice_phrase(voice, entity.name if entity else None)
        for voice, entity in zip(claim.attribution, entities, strict=True)
    ]
    return " → ".join([*links, teller]) if links else f"{teller}, in its own words"


def voice_phrase(voice: Voice, known: str | None) -> str:
    """`the ministry = Interior Ministry (said)`."""
    same = known is None or known.casefold() == voice.name.casefold().removeprefix("the ")
    name = voice.name if same else f"{voice.name} = {known}"
    return f"{name} ({voice.cue})" if voice.cue else name


def _file_name(source: str) -> str:
    return source.rpartition("/")[2] or source


def article_phrase(passage: Passage) -> str:
    """`The Valley Post, "Dam bursts", 2031-03-08 as its byline says, articles/dam.txt`."""
    document = passage.document
    parts = [document.outlet, f"“{document.title}”" if document.title else None, date_phrase(passage.dating)]
    return ", ".join([*filter(None, parts), document.source])


def date_phrase(dating: Dating | None) -> str:
    """When an article was published, and how that is known."""
    if dating is None or dating.published is None:
        return "of unknown date"
    return f"{dating.published} {_BASES[dating.basis]}" if dating.basis else str(dating.published)


class Excerpt(NamedTuple):
    """Words that count, and what stands around them in their paragraph."""

    before: str
    marked: str
    after: str


def excerpt_of(passage: Passage, *, around: int) -> Excerpt:
    """The marked words with so many characters of their paragraph on each side, `…` where more was cut away."""
    start, end = passage.span.start - passage.paragraph.start, passage.span.end - passage.paragraph.start
    first, last = max(0, start - around), end + around
    before, after = passage.text[first:start].lstrip(), passage.text[end:last].rstrip()
    more_before, more_after = "…" * (first > 0), "…" * (last < len(passage.text))
    return Excerpt(more_before + before, passage.text[start:end], after + more_after)


def times_phrase(claim: Claim) -> str:
    """The clocks of a claim: `said 2031-03-08; counts as of 2031-03-08`."""
    times = {"said": claim.said_on, "as of": claim.as_of, "when": claim.when}
    return "; ".join(f"{name} {when}" for name, when in times.items() if when)
