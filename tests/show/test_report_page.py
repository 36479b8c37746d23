"""The page: nothing gets out of its text, nothing is loaded, everything is reachable, and it stays small."""

import base64
import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
import show_desk

from reportedly.brief import Briefing, Citation, Row, brief
from reportedly.claims import KINDS
from reportedly.desk import Books, Desk
from reportedly.errors import ReportedlyError
from reportedly.ledger import Ledger
from reportedly.model import Agreement, ClaimRole, Reading, Span, Support
from reportedly.show.html import LIMIT, page_of, write_page
from reportedly.show.markup import element, joined, text

AT = "2031-03-09T00:00:00Z"
_ELEMENTS = """
    html head meta title style body header main footer nav section div span p a h1 h2 h3 details summary blockquote mark
    code table thead tbody tr th td
"""
_ATTRIBUTES = "charset http-equiv content name lang class id href aria-label scope"
ELEMENTS, ATTRIBUTES = set(_ELEMENTS.split()), set(_ATTRIBUTES.split())
ATTACKS = [
    "<script>alert(1)</script>",
    "</script><script>alert(2)</script>",
    '"><img src=x onerror=alert(3)>',
    "'><svg/onload=alert(4)>",
    "</style><script>alert(5)</script>",
    "</title><body onload=alert(6)>",
    "<!-- --><script>alert(7)</script>",
    "<!--",
    "--><iframe src=//evil.example>",
    "]]><script>alert(8)</script>",
    "javascript:alert(9)",
    "&lt;script&gt;alert(10)&lt;/script&gt;",
    "&#x3c;script&#x3e;alert(11)",
    "<a href='javascript:alert(12)'>here</a>",
    "<meta http-equiv=refresh content=0;url=//evil.example>",
    "<base href=//evil.example>",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<details open ontoggle=alert(13)>",
    "<form action=//evil.example><input name=q></form>",
    "<style>*{background:url(//evil.example)}</style>",
    "{{7*7}} ${7*7} <%= 7*7 %>",
    "+ADw-script+AD4-alert(14)+ADw-/script+AD4-",
    "<scr\x00ipt>alert(15)</scr\x00ipt>",
    "\u202e<tpircs>\u202c",
    "\u2028<script>alert(16)</script>",
    "＜script＞alert(17)＜/script＞",
    "<mark></mark></blockquote></details></section>",
    "\\u003cscript\\u003e",
    "%3Cscript%3E",
]


class Page(HTMLParser):
    """What a browser would make of a page, as far as it matters here."""

    def __init__(self, markup: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: set[str] = set()
        self.attributes: set[str] = set()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.words: list[str] = []
        self.declarations: list[str] = []
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        self.attributes |= {name for name, _ in attrs}
        given = dict(attrs)
        self.links += [link for link in (given.get("href"), given.get("src")) if link]
        self.ids += [id for id in (given.get("id"),) if id]

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def handle_comment(self, data: str) -> None:
        self.declarations.append(data)

    @property
    def text(self) -> str:
        return "".join(self.words)


@pytest.fixture
def books(tmp_path: Path) -> Iterator[Books]:
    """The desk of show_desk, in a real ledger."""
    held = show_desk.holdings()
    with Ledger.open(tmp_path / "books.desk") as ledger:
        for document in held.documents:
            ledger.record_document(document, facts={}, rules="test", at=AT)
            claims = tuple(claim for claim in held.claims if claim.document == document.id)
            reading = Reading(document=document.id, reader="test", claims=claims, mentions=(), skipped=())
            ledger.record_reading(reading, dating=held.datings[document.id], at=AT)
        yield Books(
            view=ledger.view(),
            shelf=ledger.shelf,
            datings=held.datings,
            kinships=(),
            copies=held.copies,
            stories=held.stories,
            directory=held.directory,
            findings=(show_desk.TOLL_FINDING,),
        )


@pytest.fixture
def briefing(books: Books) -> Briefing:
    return brief(
        books.findings,
        books.claims,
        books.directory,
        books.documents(),
        kinds=KINDS,
        datings=books.datings,
        copies=books.copies,
    )


def test_a_line_opens_to_its_evidence(books: Books, briefing: Briefing) -> None:
    """The words marked in their paragraph, the chain of voices with their cues, the article, its date and the basis."""
    page = page_of(books, briefing)
    assert "<mark>18 soldiers were killed</mark>, the state agency reported" in page
    assert "The interior ministry (said) → the state agency (reported) → The Valley Post" in Page(page).text
    assert "2031-03-08 worked out with other articles" in page
    assert "articles/dam.txt" in page


def test_nothing_is_loaded_and_nothing_is_run(books: Books, briefing: Briefing) -> None:
    """The policy forbids all but the style sheet, which it names by its hash; no address stands in the page."""
    page = page_of(books, briefing)
    style = re.search(r"<style>(.*)</style>", page, re.DOTALL)
    assert style is not None
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    assert policy is not None
    assert policy[1].replace("&#x27;", "'") == (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )
    assert re.findall(r"https?://|url\(|@import|<script", page) == []


def test_links_lead_to_sections_of_the_page(books: Books, briefing: Briefing) -> None:
    """Each section that has something in it is in the navigation."""
    page = Page(page_of(books, briefing))
    assert page.links == [f"#{id}" for id in page.ids]
    assert "figures" in page.ids


def test_the_style_has_both_lights_and_print() -> None:
    """Light and dark, paper, and the width of a telephone."""
    style = (Path(__file__).parents[2] / "reportedly/show/report.css").read_text(encoding="utf-8")
    assert [
        part for part in ("prefers-color-scheme: dark", "@media print", "max-width: 40rem") if part not in style
    ] == []


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    """A page and a text briefing on articles that carry every attack, in every field that an article has."""
    path = tmp_path_factory.mktemp("attacks") / "attacks.jsonl"
    records = [
        {
            "text": f"Dam burst {attack}\n\nThe ministry said {n + 10} people were killed {attack} in Albania.\n",
            "title": f"Dam {attack}",
            "outlet": f"Post {attack}",
            "author": attack,
            "source": f"https://news.example/{n}?{attack}",
            "published": "2031-03-08",
        }
        for n, attack in enumerate(ATTACKS)
    ]
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    with Desk.open() as desk:
        desk.add([path], at=AT)
        return page_of(desk.books(), desk.briefing()), path.name


def test_no_attack_becomes_markup(attacked: tuple[str, str]) -> None:
    """Articles bring no element, no attribute, no comment and no address into the page."""
    page = Page(attacked[0])
    assert page.elements - ELEMENTS == set()
    assert page.attributes - ATTRIBUTES == set()
    assert [link for link in page.links if not link.startswith("#")] == []
    assert page.declarations == []


@pytest.mark.parametrize("attack", ATTACKS)
def test_what_an_article_says_is_shown_as_it_says_it(attacked: tuple[str, str], attack: str) -> None:
    """Escaped once, not twice and not away; what is no sign of HTML is shown as such."""
    shown = re.sub("[\x00\u202e\u202c]", "\N{REPLACEMENT CHARACTER}", attack).replace("\u2028", " ")
    assert f"Dam {shown}" in Page(attacked[0]).text


def test_no_control_character_is_in_the_page(attacked: tuple[str, str]) -> None:
    """Nor a sign that turns the direction of writing."""
    assert re.findall("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", attacked[0]) == []


def test_the_same_books_give_the_same_page(books: Books, briefing: Briefing) -> None:
    """No clock, no random id."""
    assert page_of(books, briefing) == page_of(books, briefing)


def test_a_page_stays_small_however_much_there_is(books: Books, briefing: Briefing) -> None:
    """Two thousand lines of forty sentences each: what does not fit is counted."""
    page = page_of(books, replace(briefing, other_figures=tuple(row_of(number) for number in range(2000))))
    assert len(page.encode()) < LIMIT
    assert "which this page has no room for" in page
    assert "more sentences: <code>reportedly why f-" in page


def row_of(number: int) -> Row:
    toll = show_desk.TOLL
    citation = Citation(
        claim=toll.id,
        document=toll.document,
        span=toll.span,
        quote=toll.quote,
        voices="interior ministry",
        role=ClaimRole.CURRENT,
    )
    return Row(
        finding=f"f-{number:016x}",
        kind="figure",
        line=f"killed, soldiers, place {number}",
        value="18",
        current={"low": 18, "high": 18},
        agreement=Agreement.STANDS,
        support=Support.SINGLE_ORIGIN,
        who="40 articles, 1 origin: interior ministry (40)",
        as_of=None,
        since=None,
        note="",
        citations=(citation,) * 40,
    )


def test_a_sentence_whose_article_is_gone_is_still_quoted(books: Books, briefing: Briefing) -> None:
    """Evidence is never dropped."""
    lost = replace(row_of(1).citations[0], document="d-gone", span=Span(0, 4), quote="18 < 20")
    page = page_of(books, replace(briefing, other_figures=(replace(row_of(1), citations=(lost,)),)))
    assert "<mark>18 &lt; 20</mark>" in page


def test_the_page_is_written_whole_or_not_at_all(books: Books, briefing: Briefing, tmp_path: Path) -> None:
    """Where it cannot be written, the error names the place, and no half of it is left."""
    (tmp_path / "page.html").mkdir()
    with pytest.raises(ReportedlyError, match=r"page\.html: cannot be written"):
        write_page(books, briefing, tmp_path / "page.html")
    assert sorted(path.name for path in tmp_path.iterdir() if "page" in path.name) == ["page.html"]


def test_markup_escapes_all_that_it_did_not_make() -> None:
    """Text in elements and in attributes; markup stays as it is."""
    made = element("p", "1 < 2 & ", element("b", "x"), class_='a"b')
    assert made == '<p class="a&quot;b">1 &lt; 2 &amp; <b>x</b></p>'
    assert joined(text("<"), "<", None) == "&lt;&lt;"
