"""The journey on one page: articles in, books kept, a briefing out.

    taken in     each article once, with what gathering notes of it: clues to its date, its fingerprint
    sorted       into the crises that they tell of
    dated        all articles of a crisis together, since one tells when another was written
    read         each article whose date is new or has changed: claims, mentions, what was passed over
    linked       which names name whom
    weighed      which figure stands, which is disputed, which reports are one origin repeated
    briefed      in order, for a reader

The first four (`adding.py`) are recorded, one commit an article. The others (`books.py`) are reckoned from what was
recorded when they are asked for, as known now or at any past hour: "what did we hold on the morning of the 7th?".
"""

from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Self

from reportedly.brief import Briefing, Look
from reportedly.claims.read import READER, read
from reportedly.desk.accounts import CONTENTS
from reportedly.desk.adding import Added, Progress, Report, add
from reportedly.desk.books import Books, books_of, briefing_of
from reportedly.desk.briefings import briefing_from, record
from reportedly.desk.crises import Story, stories_in, story_named
from reportedly.desk.evidence import Evidence, Silence
from reportedly.desk.explained import Explained, explained
from reportedly.desk.looks import look_of
from reportedly.desk.pool import Reader
from reportedly.desk.why import evidence_of, silence_of
from reportedly.ledger import Ledger, Statistics, View
from reportedly.model import Decision, Directory, Finding
from reportedly.weigh import LITERAL, Rules

LAST = "last"
"""In place of an instant: when somebody last looked."""


class Desk:
    """One ledger and what can be asked of it. Every question takes `known_at`, an instant of which to answer.

    Instants are ISO 8601 with a zone; `at` is when the caller says that it is now. Raises DeskError where the file
    fails it, ValueError for an instant without a zone.
    """

    def __init__(self, ledger: Ledger, *, folder: TemporaryDirectory[str] | None = None) -> None:
        self.ledger, self._folder = ledger, folder
        self._books: Books | None = None

    @classmethod
    def open(cls, path: str | Path | None = None, *, create: bool = True) -> Self:
        """The desk in that file; without one, a desk that is gone when it is closed. Raises DeskError."""
        if path is not None:
            return cls(Ledger.open(path, create=create))
        folder = TemporaryDirectory(prefix="reportedly-")
        return cls(Ledger.open(Path(folder.name, "temporary.desk")), folder=folder)

    def close(self) -> None:
        self.ledger.close()
        if self._folder:
            self._folder.cleanup()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def add(
        self, paths: Iterable[str | Path], *, at: str, progress: Report | None = None, workers: int | None = None
    ) -> Added:
        """Takes in, dates and reads the articles in those files, folders and archives; finishes what was begun before.

        What the desk has already is not doubled; what cannot be read is listed with its reason. `workers` is how many
        processes read; left out, as many as are worth their start.
        """
        return add(self.ledger, paths, Reader(READER, read), at=at, report=progress or _quietly, workers=workers)

    def decide(self, decision: Decision, *, at: str) -> bool:
        """Records an analyst's correction; False where that one is there already."""
        return self.ledger.record_decision(decision, at=at)

    def decide_and_tell(self, decision: Decision, *, at: str) -> Briefing:
        """Records it; gives the briefing whose changes are what the decision did."""
        before = self.books()
        self.decide(decision, at=at)
        after = self.books()
        return briefing_of(after, country=None, look=look_of(before, after))

    def view(self, known_at: str | None = None) -> View:
        """What was recorded up to that instant: streams of documents, claims, mentions, skips, refusals, decisions."""
        return self.ledger.view(known_at)

    def statistics(self, known_at: str | None = None) -> Statistics:
        return self.view(known_at).statistics()

    def books(self, known_at: str | None = None, rules: Rules = LITERAL) -> Books:
        """All that the desk holds, linked, and weighed by a rule set; made once for as long as nothing is recorded; of
        each crisis anew only what changed since it was last asked for."""
        view = self.view(known_at)
        if self._books is None or (self._books.view.entry, self._books.rules) != (view.entry, rules):
            self._books = books_of(view, self.ledger.shelf, rules)
        return self._books

    def names(self, known_at: str | None = None) -> Directory:
        return self.books(known_at).directory

    def findings(self, known_at: str | None = None) -> tuple[Finding, ...]:
        return self.books(known_at).findings

    def briefing(
        self,
        *,
        country: str | None = None,
        known_at: str | None = None,
        before: str | None = None,
        at: str | None = None,
        story: str | None = None,
        rules: Rules = LITERAL,
    ) -> Briefing:
        """The findings in order for a reader, the nationals of `country` (ISO 3166-1 alpha-2) first; of one `story` alone, by
        the beginning of its id (raises UnknownIdError).

        `before` is the instant since when changes are told, or LAST: since the last look, if there was one. With `at`, what
        the briefing says now is put on record: the ledger's view gives it back (`view(known_at).findings()`) whatever rules
        come later, and somebody has looked. Who is shown one story, or what other `rules` than the literal ones make of it, has
        not looked at the desk: nothing is put on record.
        """
        if story:
            books = self.books(known_at, rules)
            look = self.look(before, books) if before is not None else None
            books = books.of_story(story_named(story, books))
            look = look.of_story(next(iter(books.stories.values()))) if look else None
            return briefing_of(books, country=country, look=look)
        view = self.view(known_at)
        briefing = briefing_from(
            view,
            self.ledger.shelf,
            lambda: self.books(known_at, rules),
            rules=repr(rules),
            country=country,
            seen=self._seen(before, view) if before is not None else None,
        )
        if at is not None and known_at is None and rules.is_default:
            record(self.ledger, view, self.books, at=at)
        return briefing

    def stories(self, known_at: str | None = None) -> tuple[Story, ...]:
        """The crises that the desk tells of, those of most articles first."""
        return stories_in(self.books(known_at))

    def look(self, before: str, books: Books) -> Look | None:
        """The desk as at an instant, or at the LAST look that those books know of; None where nobody has looked yet."""
        view = self._seen(before, books.view)
        return look_of(books_of(view, self.ledger.shelf, books.rules), books) if view else None

    def _seen(self, before: str, view: View) -> View | None:
        return view.last_look() if before == LAST else self.view(before)

    def why(self, id: str, *, known_at: str | None = None) -> Evidence:
        """What stands behind a claim, finding, document, entity or decision. Raises UnknownIdError."""
        return evidence_of(id, self.books(known_at))

    def why_not(self, source: str, offset: int, *, known_at: str | None = None) -> Silence:
        """What was read at a place of an article (its source or id), and why not more.

        Raises UnknownIdError, and InputError beyond the article's end.
        """
        return silence_of(source, offset, self.books(known_at))

    def explain(self, id: str, *, known_at: str | None = None) -> Explained:
        """One article sentence by sentence: what was read, what was passed over, and why. Raises UnknownIdError."""
        view = self.view(known_at)
        return explained(
            view.document(id),
            next((dating for dating in view.datings() if dating.document == id), None),
            claims=tuple(view.claims(CONTENTS, document=id)),
            mentions=tuple(view.mentions(document=id)),
            skips=tuple(view.skips(document=id)),
        )


def _quietly(progress: Progress) -> None:
    """No progress is wanted."""
