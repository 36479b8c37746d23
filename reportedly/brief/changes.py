"""What is news since the last look: "killed, police, Region: 26 (was: 18): up, newly official".

In: the findings now, and a `Look`: those of the last look, each under the id that its line has now. Out: changes in the order
of the findings, each with what it was, what it is, in which ways they differ, through what, and the sentence; and what came
that is no news, counted. A copy, a repeat and a count that everybody had already change no line, and so are none.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, NamedTuple

from reportedly.brief.briefing import Article, Cause, Change, News, Since
from reportedly.brief.rows import Desk
from reportedly.model import Agreement, Claim, Decision, Directory, Finding, Origin, Support

QUIET_DAYS = 3
"""Of a line that nobody tells for longer than so many days of news, while it was told until the last look, it is quiet."""
_FEWEST_ARTICLES = 2
"""A line that a single article told is not missed when it is told no more."""
_OF_QUIET = ("figure", "measure", "safety")
_OPEN = (Agreement.DISPUTED, Agreement.DENIED)
_STATE = "state:"
_SUPPORTS = tuple(Support)


@dataclass(frozen=True, kw_only=True)
class Look:
    """A desk as it was at the last look. `was` gives, by the id of a line's finding now, the finding of then; `gone` are those
    whose line no claim tells any more. `decisions` are the ids of those made by then.
    """

    instant: str
    documents: frozenset[str]
    decisions: frozenset[str]
    claims: Mapping[str, Claim]
    directory: Directory
    was: Mapping[str, Finding]
    gone: tuple[Finding, ...]

    def of_story(self, story: str) -> "Look":
        """The same, of one crisis: what another one's lines became is no news of it."""
        return replace(self, gone=tuple(finding for finding in self.gone if finding.story == story))


class Report(NamedTuple):
    since: Since
    changes: tuple[Change, ...]


def news(findings: Sequence[Finding], look: Look, desk: Desk, decisions: Iterable[Decision]) -> Report:
    """The changes in the order of the findings, what nobody tells any more last; `decisions` are all that are recorded now."""
    decided = tuple(decision for decision in decisions if decision.id not in look.decisions)
    return _Comparison(look, desk, decided).news(findings)


@dataclass(frozen=True)
class _Comparison:
    look: Look
    desk: Desk
    decided: tuple[Decision, ...]

    def news(self, findings: Sequence[Finding]) -> Report:
        then = Desk(self.look.claims, self.look.directory, self.desk.articles, self.desk.kinds)
        changes = []
        telling: set[str] = set()
        told_again = 0
        for finding in findings:
            fresh = self._fresh(finding)
            change = self._change(finding, fresh, then)
            if change:
                changes.append(change)
                telling |= fresh
            elif fresh:
                told_again += 1
        changes += [change for finding in self.look.gone if (change := self._gone(finding, then))]
        return Report(self._since(telling, told_again), tuple(changes))

    def _fresh(self, finding: Finding) -> set[str]:
        """The articles that came since the look and bear on the finding."""
        told = {self.desk.claims[w.claim].document for w in finding.claims if w.claim in self.desk.claims}
        return told - self.look.documents

    def _change(self, finding: Finding, fresh: set[str], then: Desk) -> Change | None:
        was = self.look.was.get(finding.id)
        told = tuple(dict.fromkeys(_new(finding) if was is None else _differences(was, finding)))
        cause = self._cause(fresh, (finding, *filter(None, [was])))
        if not told and was and not fresh and self._is_quiet(was, finding):
            told, cause = (News.QUIET,), Cause.SILENCE
        citations = self.desk.citations(finding)
        if not told or not citations:
            return None
        return Change(
            finding=finding.id,
            kind=finding.line.kind,
            line=self.desk.line(finding),
            news=told,
            cause=cause,
            was=_state(was, then) if was else None,
            now=_state(finding, self.desk),
            citations=citations,
        )

    def _gone(self, finding: Finding, then: Desk) -> Change | None:
        """A line that no claim tells any more, with the sentence that it stood on."""
        citations = then.citations(finding)
        if not citations:
            return None
        return Change(
            finding=finding.id,
            kind=finding.line.kind,
            line=then.line(finding),
            news=(News.GONE,),
            cause=self._cause(set(), [finding]),
            was=_state(finding, then),
            now="no claim tells it",
            citations=citations,
        )

    def _cause(self, fresh: set[str], findings: Sequence[Finding]) -> Cause:
        if fresh:
            return Cause.ARTICLES
        ids = {weighed.claim for finding in findings for weighed in finding.claims}
        told = {id: claim for claims in (self.look.claims, self.desk.claims) for id in ids if (claim := claims.get(id))}
        documents = {claim.document for claim in told.values()}
        is_decided = any(decision.target.get("document") in (None, *documents) for decision in self.decided)
        return Cause.DECISIONS if is_decided else Cause.READING

    def _is_quiet(self, was: Finding, now: Finding) -> bool:
        """Whether it was told until the look, and the news has gone on without it since."""
        if now.line.kind not in _OF_QUIET or now.current.get("status") == "lifted":
            return False
        articles = self.desk.articles
        newest, newest_then = _newest(articles.values()), _newest(self._articles_of(self.look.documents))
        told = [*self._articles_of({w.claim for w in now.claims}, by_claim=True)]
        last = _newest(told)
        if len(told) < _FEWEST_ARTICLES or not (newest and newest_then and last):
            return False
        return (newest - last).days > QUIET_DAYS >= (newest_then - last).days

    def _articles_of(self, ids: Iterable[str], *, by_claim: bool = False) -> Iterator[Article]:
        documents = {self.desk.claims[id].document for id in ids if id in self.desk.claims} if by_claim else set(ids)
        return (self.desk.articles[id] for id in sorted(documents) if id in self.desk.articles)

    def _since(self, telling: set[str], told_again: int) -> Since:
        articles = self.desk.articles
        new = articles.keys() - self.look.documents
        copies = {id for id in new if _is_copy(articles[id], new)}
        newest = _newest(self._articles_of(self.look.documents))
        days = {id: _day(articles[id]) for id in new}
        return Since(
            instant=self.look.instant,
            articles=len(new),
            copies=len(copies),
            repeats=len(new - telling - copies),
            late=sum(1 for day in days.values() if day and newest and day < newest),
            told_again=told_again,
            decisions=len(self.decided),
        )


def _is_copy(article: Article, new: Iterable[str]) -> bool:
    """Whether it repeats an article of before, or one that came with it and stands before it."""
    return any(copy not in new or copy < article.id for copy in article.copies)


def _newest(articles: Iterable[Article]) -> date | None:
    return max((day for article in articles if (day := _day(article))), default=None)


def _day(article: Article) -> date | None:
    when = article.published
    return (when.last or when.first) if when else None


def _new(finding: Finding) -> Iterator[News]:
    """What a line is that was not told of before."""
    status = finding.current.get("status")
    if finding.agreement is Agreement.DENIED:
        yield News.DENIED
    elif finding.line.kind == "measure":
        yield {"lifted": News.ENDED, "extended": News.EXTENDED}.get(str(status), News.BEGUN)
    else:
        yield News.NEW
    if finding.agreement is Agreement.DISPUTED:
        yield News.DISPUTED


def _differences(was: Finding, now: Finding) -> Iterator[News]:
    """In which ways a line reads otherwise, the weightiest first."""
    if was.current != now.current and Agreement.DENIED not in (was.agreement, now.agreement):
        yield from _value_news(was, now)
    if was.agreement not in _OPEN and now.agreement is Agreement.DISPUTED:
        yield News.DISPUTED
    if was.agreement is not Agreement.DENIED and now.agreement is Agreement.DENIED:
        yield News.DENIED
    if was.agreement in _OPEN and now.agreement not in _OPEN:
        yield News.SETTLED
    if _is_official(now.origins) and not _is_official(was.origins):
        yield News.OFFICIAL
    elif _SUPPORTS.index(now.support) > _SUPPORTS.index(was.support):
        yield News.FIRMER
    elif _SUPPORTS.index(now.support) < _SUPPORTS.index(was.support):
        yield News.WEAKER


def _value_news(was: Finding, now: Finding) -> Iterator[News]:
    old, new = was.current, now.current
    if not old or not new:
        yield News.REVISED
    elif "low" in new and "low" in old:
        yield _amount_news(was, now)
    elif now.line.kind == "measure":
        yield _state_news(old, new)
    else:
        yield News.REVISED


def _amount_news(was: Finding, now: Finding) -> News:
    old, new = was.current, now.current
    low, high = _bounds(old)
    least, most = _bounds(new)
    if low <= least and most <= high:
        return News.UP if high == _OPEN_END and least > low else News.EXACT
    if least > low or (least == low and most > high):
        return News.UP
    return News.CORRECTED if _share_origin(was.origins, now.origins) else News.DOWN


_OPEN_END = float("inf")


def _bounds(value: Mapping[str, Any]) -> tuple[float, float]:
    low, high = value.get("low"), value.get("high")
    return (0 if low is None else low, _OPEN_END if high is None else high)


def _state_news(old: Mapping[str, Any], new: Mapping[str, Any]) -> News:
    """A measure's change: one that holds again after its end has begun, one that ends later is extended."""
    if new.get("status") == "lifted":
        return News.ENDED if old.get("status") != "lifted" else News.REVISED
    if old.get("status") == "lifted":
        return News.BEGUN
    is_longer = bool(old.get("ends")) and bool(new.get("ends")) and str(new["ends"]) > str(old["ends"])
    is_extended = new.get("status") == "extended" != old.get("status")
    return News.EXTENDED if is_longer or is_extended else News.REVISED


def _share_origin(was: Sequence[Origin], now: Sequence[Origin]) -> bool:
    return not {origin.entity or origin.name for origin in was}.isdisjoint(
        origin.entity or origin.name for origin in now
    )


def _is_official(origins: Iterable[Origin]) -> bool:
    return any((origin.side or "").startswith(_STATE) for origin in origins)


def _state(finding: Finding, desk: Desk) -> str:
    words: Mapping[str, None] = dict.fromkeys(
        [desk.value(finding), finding.agreement.value, finding.support.value.replace("_", " ")]
    )
    return ", ".join(word for word in words if word)
