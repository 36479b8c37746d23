"""A briefing as one page of HTML that holds everything and loads nothing: no script, no font, no image, no network.

In: a `Briefing` and the books that its sentences lie in. Out: one file under LIMIT bytes. Each line ("killed, soldiers,
Sarvan: 18") opens to its evidence. Where there is too much for one page, what is left out is counted.
"""

import base64
import hashlib
import os
from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path

from reportedly.brief import Briefing
from reportedly.desk import Books
from reportedly.errors import ReportedlyError
from reportedly.show.cited import shown_by_key
from reportedly.show.html_rows import (
    Page,
    Room,
    articles_table,
    change_row,
    dispute_row,
    holder_rows,
    line_row,
    nation_rows,
    not_read_rows,
    repeats_table,
    timeline_rows,
    unverified_row,
    voices_table,
)
from reportedly.show.markup import Html, element
from reportedly.show.words import amount_of, remarks, since_phrase

LIMIT = 1_400_000  # bytes; a page of 1.5 MB still goes by e-mail and opens at once on a telephone


ROOMS = (Room(400, 12), Room(300, 5), Room(200, 2), Room(100, 1), Room(40, 1))


def write_page(books: Books, briefing: Briefing, path: Path) -> None:
    """Writes the page whole, under another name first. Raises ReportedlyError where it cannot be written."""
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_text(page_of(books, briefing), encoding="utf-8", errors="replace", newline="\n")
        os.replace(part, path)
    except OSError as error:
        cure = "give --html another place"
        raise ReportedlyError(f"cannot be written ({error.strerror})", place=str(path), cure=cure) from error
    finally:
        part.unlink(missing_ok=True)


def page_of(books: Books, briefing: Briefing) -> str:
    """The page's markup, with as much evidence as there is room for."""
    shown = shown_by_key(books, briefing)
    articles = {article.id: article for article in briefing.articles}
    markup = ""
    for room in ROOMS:
        page = Page(briefing=briefing, datings=books.datings, shown=shown, articles=articles, room=room)
        markup = "<!doctype html>\n" + _html(page) + "\n"
        if len(markup.encode("utf-8", "replace")) < LIMIT:
            break
    return markup


def _html(page: Page) -> Html:
    style = files("reportedly.show").joinpath("report.css").read_text(encoding="utf-8")
    sections = [(id, title, list(rows)) for id, title, rows in _sections(page)]
    told = [(id, title, rows) for id, title, rows in sections if rows]
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=_policy(style)),
        element("meta", name="referrer", content="no-referrer"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("title", f"Briefing on {amount_of(len(page.briefing.articles), 'article')}"),
        Html(f"<style>{style}</style>"),
    )
    main = element("main", *(_section(page, id, title, rows) for id, title, rows in told))
    body = element("body", _header(page, [(id, title) for id, title, _ in told]), main, _footer())
    return element("html", head, body, lang="en")


def _policy(style: str) -> str:
    """Nothing is loaded and nothing is run; this very style sheet is let through by its hash."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def _header(page: Page, sections: Sequence[tuple[str, str]]) -> Html:
    dated = sorted(article.published for article in page.briefing.articles if article.published)
    undated = len(page.briefing.articles) - len(dated)
    facts = [
        f"published {dated[0]} to {dated[-1]}" if dated else "",
        f"{undated} of unknown date" if undated else "",
        f"{len(page.briefing.disputes)} disputed" if page.briefing.disputes else "nothing disputed",
        f"{len(page.briefing.refused)} not readable" if page.briefing.refused else "",
    ]
    since = [since_phrase(page.briefing.since)] if page.briefing.since else []
    return element(
        "header",
        element("h1", f"Briefing on {amount_of(len(page.briefing.articles), 'article')}"),
        element("p", ", ".join(filter(None, facts)), class_="soft"),
        *(element("p", remark, class_="soft") for remark in (*remarks(page.briefing), *since)),
        element("p", "Every line opens to the sentences that it rests on.", class_="soft"),
        element("nav", *(element("a", title, href=f"#{id}") for id, title in sections), aria_label="Sections"),
    )


def _footer() -> Html:
    return element(
        "footer",
        element(
            "p",
            "Made by reportedly from the articles alone, without a network and without a language model that writes. "
            "What is not known is left out; a count of articles is not a count of witnesses.",
        ),
    )


def _sections(page: Page) -> Iterator[tuple[str, str, Iterator[Html]]]:
    """Id, title and rows, in the order of a reader's questions."""
    briefing = page.briefing
    yield "changes", "What changed", (change_row(page, each) for each in briefing.changes)
    yield "figures", "Figures", (line_row(page, each) for each in briefing.figures)
    yield "disputes", "Disputed", (dispute_row(page, each) for each in briefing.disputes)
    yield "measures", "Measures in force", (line_row(page, each) for each in briefing.measures)
    yield "ended", "Measures ended or denied", (line_row(page, each) for each in briefing.ended_measures)
    yield "positions", "Positions", (holder_rows(page, each) for each in briefing.positions)
    yield "nationals", "Nationals", (nation_rows(page, each) for each in briefing.nationals)
    yield "timeline", "Timeline", timeline_rows(page)
    yield "unverified", "What nobody could verify", (unverified_row(page, each) for each in briefing.unverified)
    yield "voices", "Who is heard", voices_table(page)
    yield "repeats", "Who repeats whom", repeats_table(page)
    yield "other-figures", "Other figures", (line_row(page, each) for each in briefing.other_figures)
    yield "other-events", "Events without a day", (line_row(page, each) for each in briefing.other_events)
    yield "not-read", "Not read", not_read_rows(page)
    yield "articles", "Articles", articles_table(page)


def _section(page: Page, id: str, title: str, rows: Sequence[Html]) -> Html:
    left = len(rows) - page.room.rows
    more = element("p", f"and {left} more, which this page has no room for", class_="soft") if left > 0 else None
    return element("section", element("h2", title), *rows[: page.room.rows], more, id=id)
