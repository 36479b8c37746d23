"""What was decided on a desk, and what became of it; and decisions as test cases for the reader.

In: the books. Out: each decision with its state, the earliest first; a passage with the claims that are to be read in it, in
the one-line notation of the tests.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from reportedly.claims.plain import plain
from reportedly.decisions import ABOUT_CLAIMS, UNDO, live
from reportedly.desk.books import Books
from reportedly.desk.deciding import is_undone
from reportedly.desk.evidence import passage_of
from reportedly.errors import UnknownIdError
from reportedly.model import Claim, Decision, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """A decision, whether it is in force, by which other it is undone, why it changes nothing; the words it is about, and
    what it sets in words, places and names as the article writes them.
    """

    decision: Decision
    is_in_force: bool
    undone_by: str | None
    lost: str | None
    quote: str | None
    settings: tuple[tuple[str, str], ...]

    def as_data(self) -> dict[str, Any]:
        """In JSON's own types."""
        decision = self.decision
        return {
            **{name: getattr(decision, name) for name in ("id", "action", "reason", "author", "decided_at")},
            "target": dict(decision.target),
            "change": dict(decision.change),
            "in_force": self.is_in_force,
            "undone_by": self.undone_by,
            "changes_nothing": self.lost,
            "quote": self.quote,
        }


def decided(books: Books) -> Iterator[Decided]:
    """All decisions, in the order in which they were recorded."""
    decisions = tuple(books.view.decisions())
    lost = {each.decision.id: each.reason for each in books.lost}
    undoings = {
        str(d.target.get("decision")): d.id for d in decisions if d.action == UNDO and not is_undone(d, decisions)
    }
    for decision in decisions:
        yield Decided(
            decision=decision,
            is_in_force=not is_undone(decision, decisions),
            undone_by=undoings.get(decision.id),
            lost=lost.get(decision.id),
            quote=_quote(decision, books),
            settings=tuple(
                (_FACES.get(name, name), _told(value, decision, books)) for name, value in decision.change.items()
            ),
        )


_FACES = {"attribution": "speaker"}


def _told(value: Any, decision: Decision, books: Books) -> str:
    if isinstance(value, list | tuple) and value and isinstance(value[0], Mapping):
        return " < ".join(str(voice.get("name")) for voice in value)
    if isinstance(value, list | tuple) and len(value) == 2:
        return _words(decision, Span(*value), books) or str(value)
    return "nothing" if value in (None, [], ()) else str(value)


def _words(decision: Decision, span: Span, books: Books) -> str | None:
    try:
        return books.view.document(str(decision.target.get("document"))).text[slice(*span)]
    except UnknownIdError:
        return None


def _quote(decision: Decision, books: Books) -> str | None:
    target = decision.target
    if decision.action not in ABOUT_CLAIMS:
        return None
    return _words(decision, Span(int(target.get("start", 0)), int(target.get("end", 0))), books)


def as_tests(books: Books) -> str:
    """The decisions on claims as cases: each paragraph once for each kind, with its claims as the decisions leave them."""
    done: set[tuple[str, Span, str]] = set()
    cases = []
    for decision in live(books.view.decisions()):
        target = decision.target
        if decision.action not in ABOUT_CLAIMS or not _quote(decision, books):
            continue
        document = books.view.document(str(target["document"]))
        span = Span(int(target["start"]), int(target["end"]))
        passage = passage_of(document, books.datings.get(document.id), span)
        key = (document.id, passage.paragraph, str(target["kind"]))
        if key not in done:
            done.add(key)
            cases.append(_case(books, *key, text=passage.text))
    return "\n\n".join(cases)


def _case(books: Books, document: str, paragraph: Span, kind: str, *, text: str) -> str:
    claims = [c for c in books.claims if (c.document, c.kind) == (document, kind) and paragraph.covers(c.span)]
    dating = books.datings.get(document)
    published = dating.published if dating else None
    lines = ["[[case]]", f"text = {_quoted(text)}"]
    lines += [f'kind = "{kind}"'] if kind != "figure" else []
    lines += [f'published = "{published}"'] if published else []
    expected = ", ".join(_quoted(_line(claim, books)) for claim in sorted(claims, key=lambda c: c.span))
    return "\n".join([*lines, f"expect = [{expected}]"])


def _line(claim: Claim, books: Books) -> str:
    named = {mention.span: mention for mention in books.view.mentions(document=claim.document)}
    return plain(claim, named, clocks=True)


def _quoted(text: str) -> str:
    """A TOML basic string: JSON's escapes are TOML's."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007F")
