"""HTML pages: in go a page's bytes, out come its article's text and what the page says of it. Text only, never HTML.

The headline is the first paragraph, captions stay, `<time datetime="2031-08-12">` and JSON-LD give dates; a date is
taken only where the page marks it as that of publication, and never the time of an update. Every page is parsed in a
process of its own with limits on time and memory, since crafted HTML can hang any parser; what fails there is an
InputError here.
"""

import json
import re
from collections.abc import Iterator
from concurrent.futures import TimeoutError as FutureTimeoutError
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from reportedly.errors import InputError
from reportedly.gather.document import Metadata, parse_stamp
from reportedly.gather.encoding import Decoded, decode
from reportedly.gather.limits import Limits

if TYPE_CHECKING:
    from pebble import ProcessPool

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_CURE = "save the page's text as .txt"
_PUBLISHED = (
    ("meta", "property", "article:published_time"),
    ("meta", "property", "og:article:published_time"),
    ("*", "itemprop", "datePublished"),
    ("meta", "name", "article:published_time"),
    ("meta", "name", "citation_publication_date"),
    ("meta", "name", "parsely-pub-date"),
    ("meta", "name", "sailthru.date"),
    ("meta", "name", "dcterms.issued"),
    ("meta", "name", "dc.date.issued"),
    ("meta", "name", "dcterms.created"),
    ("meta", "name", "dc.date"),
    ("meta", "name", "pubdate"),
    ("meta", "name", "publishdate"),
    ("meta", "name", "publish-date"),
    ("meta", "name", "publication_date"),
    ("meta", "name", "date"),
)
_MODIFIED = (
    ("meta", "property", "article:modified_time"),
    ("meta", "property", "og:updated_time"),
    ("*", "itemprop", "dateModified"),
    ("meta", "name", "dcterms.modified"),
    ("meta", "name", "last-modified"),
    ("meta", "name", "lastmod"),
)
_ARTICLE_TYPES = ("article", "newsarticle", "posting", "report")
_PUBLISHED_CLASSES = frozenset(
    ["published", "entry-date", "pubdate", "publish-date", "published-date", "post-date", "date-published"]
)
_MODIFIED_CLASSES = frozenset(["updated", "modified", "update", "last-updated", "date-modified"])


@dataclass(frozen=True, slots=True)
class Page:
    """A page's article. `remark` is what was odd about its encoding, empty where nothing was."""

    text: str
    metadata: Metadata
    remark: str = ""


class Pages:
    """Reads pages, one at a time, in a worker that starts with the first and ends with the `with` block."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._pool: ProcessPool | None = None

    def __enter__(self) -> "Pages":
        return self

    def __exit__(self, *_: object) -> None:
        if self._pool is not None:
            self._pool.stop()  # type: ignore[no-untyped-call]
            self._pool.join()
            self._pool = None

    def read(self, data: bytes) -> Page:
        """The article of a page. Raises InputError where there is none, or where the page is too much to parse."""
        from pebble import ProcessExpired

        try:
            page: Page = self._started().schedule(parse_page, args=[data], timeout=self._limits.page_seconds).result()
        except FutureTimeoutError as error:
            raise InputError(f"parsing took more than {self._limits.page_seconds:g} seconds", cure=_CURE) from error
        except (ProcessExpired, MemoryError, RecursionError) as error:
            raise InputError("the page cannot be parsed within its limit of memory", cure=_CURE) from error
        return page

    def _started(self) -> "ProcessPool":
        if self._pool is None:
            from multiprocessing import get_context

            from pebble import ProcessPool

            self._pool = ProcessPool(
                max_workers=1, initializer=_confine, initargs=[self._limits.page_memory], context=get_context("spawn")
            )
        return self._pool


def _confine(memory: int) -> None:
    """In the worker: load the extractor, then allow no more memory. Where the system has no such limit, time must
    do."""
    import trafilatura  # noqa: F401

    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


def parse_page(data: bytes) -> Page:
    """The article of a page, as the worker reads it. Raises InputError where there is none."""
    from trafilatura.utils import load_html

    decoded = decode_page(data)
    tree = load_html(decoded.text)
    if tree is None:
        raise InputError("it is no HTML page", cure=_CURE)
    metadata = _metadata_of(tree)
    headline = _headline_of(tree, metadata.title)
    text = _with_headline(_text_of(tree), headline)
    if not text.strip():
        raise InputError("no article was found in the page", cure=_CURE)
    return Page(text, replace(metadata, title=headline), decoded.remark)


def decode_page(data: bytes) -> Decoded:
    """A page's characters: by its mark, as UTF-8 where it is that, by its declared charset, or by a guess."""
    declared = _CHARSET.search(data[:4096])
    name = declared[1].decode("ascii", "ignore").lower() if declared else ""
    if name and name not in ("utf-8", "utf8", "utf-16", "unicode") and not _is_utf_8(data):
        name = "cp1252" if name in ("iso-8859-1", "latin1", "latin-1", "us-ascii") else name
        try:
            return Decoded(data.decode(name, "replace"))
        except (LookupError, ValueError):
            pass
    return decode(data)


def _is_utf_8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _text_of(tree: Any) -> str:
    """The article as paragraphs with a blank line between them, rows and bullets with none."""
    from trafilatura import bare_extraction, html2txt

    _keep_captions(tree)
    found = bare_extraction(tree, include_comments=False, include_tables=True)
    text = getattr(found, "text", None) or html2txt(tree) or ""
    lines = [line for raw in text.splitlines() if (line := _clean(raw))]
    return "".join(_joined(lines))


def _joined(lines: list[str]) -> Iterator[str]:
    for at, line in enumerate(lines):
        if at:
            yield "\n" if _is_row(line) and _is_row(lines[at - 1]) else "\n\n"
        yield line


def _is_row(line: str) -> bool:
    return line.startswith("- ") or " | " in line


def _clean(line: str) -> str:
    """A table's row without its frame; a frame alone is nothing."""
    if re.fullmatch(r"[|\s:-]+", line):
        return ""
    if line.startswith("|") and line.rstrip().endswith("|"):
        return " | ".join(cell.strip() for cell in line.strip().strip("|").split("|"))
    return " ".join(line.split())


def _keep_captions(tree: Any) -> None:
    """The extractor drops figures with their captions and breaks lines at short quotations: keep both as text."""
    for quotation in list(tree.iter("q")):
        quotation.text = f"“{quotation.text or ''}"
        last = list(quotation)[-1:] or None
        if last:
            last[0].tail = f"{last[0].tail or ''}”"
        else:
            quotation.text += "”"
        quotation.drop_tag()
    for caption in list(tree.iter("figcaption")):
        figure = next(caption.iterancestors("figure"), None)
        caption.tag = "p"
        if figure is not None and figure.getparent() is not None:
            figure.addprevious(caption)


def _with_headline(text: str, headline: str | None) -> str:
    if not headline:
        return text
    if any(_same(line, headline) for line in text.split("\n")[:6]):
        return text
    return f"{headline}\n\n{text}" if text.strip() else text


def _same(one: str, other: str) -> bool:
    return "".join(one.casefold().split()) == "".join(other.casefold().split())


def _headline_of(tree: Any, title: str | None) -> str | None:
    """The h1 that readers see, where it shares its words with the page's title; else that title."""
    page_title = title or _inner_text(next(iter(tree.iter("title")), None))
    wanted = set(page_title.casefold().split()) if page_title else set()
    for heading in tree.iter("h1"):
        text = _inner_text(heading)
        words = set(text.casefold().split()) if text else set()
        if (
            text
            and words
            and (not wanted or len(words & wanted) * 2 >= min(len(words), len(wanted)))
            and len(words) > 2
        ):
            return text
    if title:
        return title
    return re.split(r"\s+[|–—-]\s+(?=[^|–—]{2,40}$)", page_title)[0] if page_title else None


def _inner_text(element: Any) -> str | None:
    if element is None:
        return None
    return " ".join("".join(element.itertext()).split())[:1000] or None


@dataclass(slots=True)
class _Heads:
    """The meta elements of a page by attribute and value, and its JSON-LD articles."""

    contents: dict[tuple[str, str], str] = field(default_factory=dict)
    articles: list[dict[str, Any]] = field(default_factory=list)

    def meta(self, attribute: str, value: str) -> str | None:
        return self.contents.get((attribute, value.lower()))

    def said(self, name: str) -> str | None:
        return next((text for article in self.articles if (text := _name_of(article.get(name)))), None)


def _metadata_of(tree: Any) -> Metadata:
    heads = _heads_of(tree)
    published = heads.said("datePublished") or _first_date(heads, _PUBLISHED) or _time_of(tree, _PUBLISHED_CLASSES)
    return Metadata(
        title=heads.meta("property", "og:title") or heads.said("headline"),
        outlet=heads.meta("property", "og:site_name") or heads.said("publisher"),
        author=_author_of(heads),
        language=_language_of(tree, heads),
        published=published if parse_stamp(published) else _first_date(heads, _PUBLISHED),
        modified=heads.said("dateModified") or _first_date(heads, _MODIFIED) or _time_of(tree, _MODIFIED_CLASSES),
        url=_address_of(tree, heads),
    )


def _heads_of(tree: Any) -> _Heads:
    heads = _Heads()
    for element in tree.iter("meta", "time", "span", "p", "div"):
        content = element.get("content") or element.get("datetime")
        for attribute in ("property", "name", "itemprop"):
            if content and element.get(attribute):
                heads.contents.setdefault((attribute, element.get(attribute).strip().lower()), content.strip()[:1000])
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower() and script.text:
            heads.articles += _articles_in(script.text)
    return heads


def _articles_in(text: str) -> Iterator[dict[str, Any]]:
    """The articles that a JSON-LD block describes; a broken block describes none."""
    try:
        waiting = [json.loads(text, strict=False)]
    except (ValueError, RecursionError):
        return
    for _ in range(1000):
        if not waiting:
            return
        node = waiting.pop(0)
        if isinstance(node, list):
            waiting += node
        elif isinstance(node, dict):
            kinds = node.get("@type")
            names = [str(kind).lower() for kind in (kinds if isinstance(kinds, list) else [kinds])]
            if any(name.endswith(_ARTICLE_TYPES) for name in names):
                yield node
            waiting += [node[key] for key in ("@graph", "mainEntity") if key in node]


def _name_of(value: Any) -> str | None:
    """A JSON-LD value as text: a string, a thing with a name, or the first of a list."""
    if isinstance(value, list):
        return next((name for item in value if (name := _name_of(item))), None)
    if isinstance(value, dict):
        value = value.get("name")
    return " ".join(value.split())[:1000] or None if isinstance(value, str) else None


def _first_date(heads: _Heads, places: tuple[tuple[str, str, str], ...]) -> str | None:
    dates = (heads.meta(attribute, value) for _, attribute, value in places)
    return next((date for date in dates if parse_stamp(date)), None)


def _time_of(tree: Any, classes: frozenset[str]) -> str | None:
    """`<time class="entry-date published" datetime="2031-08-12T13:40">` within the article."""
    for element in tree.iter("time"):
        named = set((element.get("class") or "").lower().split())
        is_stale = named & _MODIFIED_CLASSES and not named & _PUBLISHED_CLASSES and classes is _PUBLISHED_CLASSES
        is_marked = bool(named & classes) or (classes is _PUBLISHED_CLASSES and element.get("pubdate") is not None)
        if is_marked and not is_stale and parse_stamp(element.get("datetime")):
            return str(element.get("datetime"))
    return None


def _author_of(heads: _Heads) -> str | None:
    """Who wrote it, as the metadata says: all authors of a list; no address of a profile."""
    authors = next((article["author"] for article in heads.articles if article.get("author")), None)
    names = [_name_of(author) for author in (authors if isinstance(authors, list) else [authors])]
    found = ", ".join(dict.fromkeys(name for name in names if name))
    found = found or heads.meta("name", "author") or heads.meta("property", "article:author") or ""
    return found if found and "//" not in found else None


def _language_of(tree: Any, heads: _Heads) -> str | None:
    root = next(tree.iter("html"), tree)
    said = root.get("lang") or heads.said("inLanguage") or heads.meta("property", "og:locale") or ""
    code = re.match(r"([a-zA-Z]{2,3})(?:[-_]|$)", said.strip())
    return code[1].lower() if code else None


def _address_of(tree: Any, heads: _Heads) -> str | None:
    links = (link.get("href") for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical")
    said = (*links, heads.meta("property", "og:url"), heads.said("url"))
    return next((url.strip() for url in said if url and re.match(r"https?://[^\s/]+\S*$", url.strip())), None)
