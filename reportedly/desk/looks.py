"""The last look at a desk, in today's terms: which of its lines is which of today's.

In: the books of then and of now. Out: a `Look`. Names grow together as articles come ("the ministry" of then is "Interior
Ministry" now), and so a line's id changes though the line is the same: an entity of then is the one of now that holds most of
its mentions, a story the one that holds most of its articles.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from reportedly.brief import Look
from reportedly.desk.books import Books
from reportedly.model import Directory, Finding, Line
from reportedly.weigh import finding_id


def look_of(then: Books, now: Books) -> Look:
    """What the books of then held, each finding under the id that its line has now."""
    entities = _entities_now(then.directory, now.directory)
    stories = _most((then.stories[id], now.stories[id]) for id in then.stories if id in now.stories)
    was: dict[str, Finding] = {}
    gone: list[Finding] = []
    for finding in sorted(then.findings, key=lambda finding: (-len(finding.claims), finding.id)):
        story = stories.get(finding.story or "", finding.story)
        id = finding_id(_line_now(finding.line, entities), story)
        if id in now.findings_by_id:
            was.setdefault(id, finding)
        else:
            gone.append(replace(finding, story=story))
    return Look(
        instant=then.view.recorded_at() or "",
        documents=frozenset(then.view.document_ids()),
        decisions=frozenset(decision.id for decision in then.view.decisions()),
        claims=then.claims_by_id,
        directory=then.directory,
        was=was,
        gone=tuple(gone),
    )


def _line_now(line: Line, entities: Mapping[str, str]) -> Line:
    return Line(line.kind, tuple((name, entities.get(value or "", value)) for name, value in line.fields))


def _entities_now(then: Directory, now: Directory) -> Mapping[str, str]:
    """For each entity of then the one of now; one that nothing mentions any more keeps its id."""
    return _most(
        (entity.id, same.id)
        for entity in then.entities
        for document, span in entity.mentions
        if (same := now.entity_of(document, span))
    )


def _most(pairs: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """For each first the second that it most often stands with."""
    seconds: dict[str, Counter[str]] = {}
    for first, second in pairs:
        seconds.setdefault(first, Counter())[second] += 1
    return {first: min(counts, key=lambda second: (-counts[second], second)) for first, counts in seconds.items()}
