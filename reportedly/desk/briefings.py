"""A briefing, as it was made before or made now.

In: what a view shows, and what somebody was last shown. Out: the briefing. It rests on what is recorded alone, not on when it is
asked for: as long as nothing is added, read, refused or decided, the same is given again and nothing is reckoned.
"""

from collections.abc import Callable
from dataclasses import replace

from reportedly.brief import Briefing, Since
from reportedly.desk.books import Books, books_of, briefing_of
from reportedly.desk.kept import Kept, nothing_to_collect
from reportedly.desk.looks import look_of
from reportedly.ledger import Ledger, Shelf, View


def briefing_from(
    view: View, shelf: Shelf, books: Callable[[], Books], *, rules: str, country: str | None, seen: View | None
) -> Briefing:
    """The briefing on a whole desk; `books` makes those of the view where they are needed, `seen` is since when changes are
    told."""
    with nothing_to_collect():
        return _briefing_from(view, shelf, books, rules=rules, country=country, seen=seen)


def _briefing_from(
    view: View, shelf: Shelf, books: Callable[[], Books], *, rules: str, country: str | None, seen: View | None
) -> Briefing:
    kept, state = Kept(shelf), view.state()
    then = seen.state() if seen else None
    asked = ("briefing", str(state), rules, country or "")
    if seen and then != state:
        briefing = kept.of(
            (*asked, str(then), seen.recorded_at() or ""), Briefing, lambda: _made(books(), country, seen)
        )
    else:
        briefing = kept.of(asked, Briefing, lambda: _made(books(), country, None))
    kept.keep()
    return replace(briefing, since=_nothing_since(seen)) if seen and then == state else briefing


def _made(books: Books, country: str | None, seen: View | None) -> Briefing:
    look = look_of(books_of(seen, books.shelf, books.rules), books) if seen else None
    return briefing_of(books, country=country, look=look)


def _nothing_since(seen: View) -> Since:
    return Since(instant=seen.recorded_at() or "", articles=0, copies=0, repeats=0, late=0, told_again=0, decisions=0)


def record(ledger: Ledger, view: View, books: Callable[[], Books], *, at: str) -> None:
    """Puts on record what the desk says now, where that is not on record, and that somebody has looked."""
    kept = Kept(ledger.shelf)
    kept.of(("on record", str(view.state())), int, lambda: ledger.record_findings(books().findings, at=at))
    kept.keep()
    ledger.record_look(view, at=at)
