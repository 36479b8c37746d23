"""HTML pages: text with its headline and captions, metadata that the page marks as such, hostile pages refused."""

from pathlib import Path

import pytest

from reportedly.gather.document import parse_stamp
from reportedly.gather.files import find_documents
from reportedly.gather.html import decode_page, parse_page
from reportedly.gather.limits import Limits
from reportedly.model import Document, Refusal

PARAGRAPHS = """
<p>Ten people died on Monday when a lorry caught fire in the Sasso tunnel, the cantonal police said.</p>
<h2>Driver under arrest</h2>
<p>The mayor said: <q>We have lost friends</q> and closed all schools until Friday, when the burials begin.</p>
<p>The tunnel will stay closed for at least a week, a spokeswoman for the roads office told reporters.</p>"""
FIGURE = "<figure><img src='a.jpg'><figcaption>A bus burns. Photo: AP / Yann Brolin</figcaption></figure>"
LINKED = """<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "x"}, {"@type": "NewsArticle",
"headline": "Ten die in tunnel fire", "datePublished": "2031-03-03T18:40:00+01:00", "dateModified": "2031-03-05",
"author": [{"name": "Ana Ruiz"}, {"name": "Tom Weir"}], "publisher": {"name": "The Uri Post"}, "inLanguage": "en-GB"}]}
</script>"""


def page(head: str = "", *, body: str = PARAGRAPHS, title: str = "Ten die in tunnel fire") -> bytes:
    html = (
        f"<html lang='en'><head><title>{title} | The Uri Post</title>{head}</head><body><nav><a href='/'>Home</a></nav>"
    )
    html += f"<article><h1>{title}</h1>{FIGURE}{body}</article><footer>© 2031 The Uri Post</footer></body></html>"
    return html.encode()


def test_text_holds_headline_caption_and_paragraphs() -> None:
    """No markup, no navigation; short quotations keep their marks; a blank line between paragraphs."""
    assert parse_page(page()).text.split("\n\n") == [
        "Ten die in tunnel fire",
        "A bus burns. Photo: AP / Yann Brolin",
        "Ten people died on Monday when a lorry caught fire in the Sasso tunnel, the cantonal police said.",
        "Driver under arrest",
        "The mayor said: “We have lost friends” and closed all schools until Friday, when the burials begin.",
        "The tunnel will stay closed for at least a week, a spokeswoman for the roads office told reporters.",
    ]


def test_json_ld_gives_its_article() -> None:
    """Headline, outlet, authors, language, publication and update apart."""
    metadata = parse_page(page(LINKED)).metadata

    assert (metadata.title, metadata.outlet, metadata.author) == (
        "Ten die in tunnel fire",
        "The Uri Post",
        "Ana Ruiz, Tom Weir",
    )
    assert (metadata.published, metadata.modified, metadata.language) == (
        "2031-03-03T18:40:00+01:00",
        "2031-03-05",
        "en",
    )


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ("<meta property='article:published_time' content='2031-03-03T18:40:00Z'>", "2031-03-03T18:40:00Z"),
        ("<meta name='DC.date.issued' content='2031-03-03'>", "2031-03-03"),
        ("<meta itemprop='datePublished' content='2031-03-03'>", "2031-03-03"),
        ("<meta property='article:modified_time' content='2031-03-05'>", None),
        ("<meta property='og:updated_time' content='2031-03-05'>", None),
        ("<meta name='date' content='yesterday evening'>", None),
        ("<meta name='date' content='03/04/2031'>", None),
        ("<script type='application/ld+json'>{broken</script>", None),
        ('<script type=\'application/ld+json\'>{"@type": "Event", "datePublished": "2031-03-03"}</script>', None),
        ("", None),
    ],
)
def test_a_date_is_taken_only_where_the_page_marks_it_as_publication(head: str, published: str | None) -> None:
    """Never the time of an update, never a date that could be read two ways, never a guess."""
    assert parse_page(page(head)).metadata.published == published


@pytest.mark.parametrize(
    ("times", "published", "modified"),
    [
        ("<time class='entry-date published' datetime='2031-03-03T18:40'>3 March</time>", "2031-03-03T18:40", None),
        ("<time class='entry-date published updated' datetime='2031-03-03'>x</time>", "2031-03-03", "2031-03-03"),
        ("<time class='updated' datetime='2031-03-05'>5 March</time>", None, "2031-03-05"),
        ("<time pubdate datetime='2031-03-03'>3 March</time>", "2031-03-03", None),
        ("<time datetime='2031-03-09'>the burial</time>", None, None),
    ],
)
def test_time_elements_count_by_their_class(times: str, published: str | None, modified: str | None) -> None:
    """WordPress marks publication and update by class; a bare time may be any day of the story."""
    metadata = parse_page(page(body=f"<p>{times}</p>{PARAGRAPHS}")).metadata

    assert (metadata.published, metadata.modified) == (published, modified)


def test_address_and_outlet_come_from_the_head() -> None:
    """Canonical link and og:site_name."""
    head = "<link rel='canonical' href='https://uripost.example/1'><meta property='og:site_name' content='Uri Post'>"
    metadata = parse_page(page(head)).metadata

    assert (metadata.url, metadata.outlet) == ("https://uripost.example/1", "Uri Post")


def test_a_script_address_is_no_address() -> None:
    """Only http and https are taken."""
    assert parse_page(page("<link rel='canonical' href='javascript:alert(1)'>")).metadata.url is None


def test_a_declared_charset_is_believed_unless_the_page_is_utf_8() -> None:
    """Old pages say windows-1251; many new ones still say so and are UTF-8."""
    head = '<meta charset="windows-1251">'

    assert decode_page((head + "пожар").encode("cp1251")).text == head + "пожар"
    assert decode_page((head + "пожар").encode()).text == head + "пожар"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2031-03-03", "2031-03-03"),
        ("2031-03-03T23:40:00+06:00", "2031-03-03"),
        ("2031-03-03 23:40:00.123 UTC", "2031-03-03"),
        ("2031-03", "2031-03"),
        ("1970-01-01T00:00:00Z", None),
        ("0001-01-01T00:00:00", None),
        ("2031-02-30", None),
        ("03/04/2031", None),
        ("20310303", None),
        ("", None),
    ],
)
def test_stamps_are_iso_or_nothing(text: str, day: str | None) -> None:
    """The day stays that of the written offset; defaults of systems are no dates."""
    assert (str(parse_stamp(text)) if parse_stamp(text) else None) == day


def test_hostile_pages_cost_themselves_only(tmp_path: Path) -> None:
    """Depth without end, attributes without number, no text at all; the page after them is read."""
    (tmp_path / "a.html").write_text("<html><body>" + "<div>" * 50_000 + "<p>x</p>")
    (tmp_path / "b.html").write_text("<p " + " ".join(f"a{at}=1" for at in range(400_000)) + ">x")
    (tmp_path / "c.html").write_text("<html></html>")
    (tmp_path / "d.html").write_bytes(page(LINKED))
    found = list(find_documents([tmp_path], limits=Limits(page_seconds=3)))

    assert [type(one) for one in found] == [Refusal, Refusal, Refusal, Document]
    assert [one.reason for one in found if isinstance(one, Refusal)][1] == "parsing took more than 3 seconds"
    assert isinstance(found[3], Document)
    assert (found[3].outlet, str(found[3].published), str(found[3].modified)) == (
        "The Uri Post",
        "2031-03-03",
        "2031-03-05",
    )
    assert "Photo: AP" not in "".join(found[3].text[span.start : span.end] for span in found[3].body)


def test_a_page_too_large_is_refused_unparsed(tmp_path: Path) -> None:
    """The limit is on the bytes, before any parser sees them."""
    (tmp_path / "a.html").write_bytes(page())
    [found] = find_documents([tmp_path], limits=Limits(page_bytes=100))

    assert isinstance(found, Refusal)
    assert found.reason == "it is longer than 100 bytes"
