"""An article as the reader sees it: paragraphs, sentences, tokens, with offsets that hold in the document.

In: a document with its dating. Out: an `Article`, whose parts know their place in the text. Knows nothing of claims.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from reportedly.lexicon import gazetteer
from reportedly.model import Dating, Document, Span
from reportedly.text.dates import TimeMention, find_times
from reportedly.text.numbers import Quantity, find_quantities
from reportedly.text.parser import BUNDLED, parse
from reportedly.text.posts import days_of_posts
from reportedly.text.tokens import Doc, Token, Tokens, once
from reportedly.text.writing import days_of_writing
from reportedly.when import When

__all__ = ["Article", "Paragraph", "Sentence", "Token", "Tokens", "article_of", "once"]

_HEADLINE_LENGTH = 160


@dataclass(frozen=True, eq=False)
class Sentence:
    """One sentence. `base` is the document offset of the paragraph's first character; `index` counts in the article."""

    article: "Article"
    paragraph: "Paragraph"
    index: int
    tokens: Tokens
    answers: dict[object, Any] = field(default_factory=dict, repr=False)

    @property
    def base(self) -> int:
        return self.paragraph.span.start

    @cached_property
    def span(self) -> Span:
        return Span(self.base + self.tokens.start_char, self.base + self.tokens.end_char)

    @cached_property
    def text(self) -> str:
        """As parsed: quotes and spaces plain, each character in its place."""
        return self.tokens.text

    @cached_property
    def words(self) -> frozenset[str]:
        """Its words in small letters."""
        return frozenset([token.lower_ for token in self.tokens])

    def span_of(self, first: Token, last: Token | None = None) -> Span:
        """Where the tokens from first to last (included) stand in the document."""
        end = last if last is not None else first
        return Span(self.base + first.idx, self.base + end.idx + len(end))

    def span_at(self, start: int, end: int) -> Span:
        """Document span of [start, end) of this sentence's text."""
        return Span(self.span.start + start, self.span.start + end)

    def tokens_in(self, span: Span) -> list[Token]:
        """The sentence's tokens that a document span touches."""
        start, end = span.start - self.base, span.end - self.base
        first = max(0, bisect_right(self._starts, start) - 1)
        if self._starts[first] + len(self.tokens[first].text) <= start:
            first += 1  # the span begins in the space behind it
        return list(self.tokens[first : bisect_left(self._starts, end)])

    @cached_property
    def _starts(self) -> list[int]:
        return [token.idx for token in self.tokens]

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """The counts of the sentence; offsets within `text`."""
        earlier = self.article.sentences[self.index - 1].quantities if self.index and "same" in self.text else ()
        last = earlier[-1].amount if earlier else None
        return find_quantities(self.text, taken=tuple((t.start, t.end) for t in self.times), last=last)

    @cached_property
    def times(self) -> tuple[TimeMention, ...]:
        """The dates and times of the sentence, resolved as far as the publication date and earlier sentences allow."""
        return self.article.times[self.index]

    def quote(self, span: Span) -> str:
        """The document's own letters of a span."""
        return self.article.document.text[span.start : span.end]

    @property
    def is_headline(self) -> bool:
        return self.paragraph.is_headline

    @property
    def posted(self) -> When | None:
        """The day of the post on a live page that the sentence is of."""
        return self.article.days_of_posts[self.paragraph.index]

    @property
    def written(self) -> When | None:
        """The day on which the sentence was written: that of its post, of the dateline above it, else of publication."""
        return self.article.days_written[self.paragraph.index]


@dataclass(frozen=True, eq=False)
class Paragraph:
    """One stretch of body: a headline, paragraph, bullet or caption."""

    article: "Article"
    index: int
    span: Span
    doc: Doc
    is_headline: bool

    @cached_property
    def is_dateline(self) -> bool:
        """ "LUANDA, Oct 18 (Wire) -", "Washington:": a stretch cut off from the paragraph that it opens."""
        behind = self.article.paragraphs[self.index + 1 : self.index + 2]
        text = self.article.document.text
        is_cut = bool(behind) and "\n" not in text[self.span.end : behind[0].span.start]
        return is_cut and text[self.span.start : self.span.end].rstrip().endswith(("-", "–", "—", ":"))

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        first = sum(1 for p in self.article.paragraphs[: self.index] for _ in p.doc.sents)
        return tuple(Sentence(self.article, self, first + n, tokens) for n, tokens in enumerate(self.doc.sents))


@dataclass(frozen=True, eq=False)
class Article:
    """A document, parsed. `published` is when it came out, `country` that of its story and `site` the town at which what
    happened struck one spot, as far as the desk knows."""

    document: Document
    published: When | None
    country: str | None
    site: str | None
    _parsed: tuple[tuple[Span, Doc], ...]
    answers: dict[object, Any] = field(default_factory=dict, repr=False)

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        return tuple(
            Paragraph(self, n, span, doc, _is_headline(n, self.document.text[span.start : span.end]))
            for n, (span, doc) in enumerate(self._parsed)
        )

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        return tuple(sentence for paragraph in self.paragraphs for sentence in paragraph.sentences)

    @cached_property
    def days_of_posts(self) -> tuple[When | None, ...]:
        """The day on which each paragraph of a live page was written."""
        return days_of_posts(self.document.text, [paragraph.span for paragraph in self.paragraphs], self.published)

    @cached_property
    def days_written(self) -> tuple[When | None, ...]:
        """The day on which each paragraph was written: of its post, else of the dateline above it, else of publication."""
        datelined = days_of_writing(
            self.document.text, [paragraph.span for paragraph in self.paragraphs], self.published
        )
        return tuple(post or day or self.published for post, day in zip(self.days_of_posts, datelined, strict=True))

    @cached_property
    def times(self) -> tuple[tuple[TimeMention, ...], ...]:
        """The times of each sentence; "two days later" counts from the last day that the article told."""
        found: list[tuple[TimeMention, ...]] = []
        anchor: When | None = None
        for sentence in self.sentences:
            written = sentence.written
            times = find_times(
                sentence.text,
                published=written,
                anchor=anchor,
                is_over=written != self.published and not sentence.posted,
            )
            found.append(times)
            days = [t.when for t in times if t.when is not None and t.when.day and not t.is_past_year]
            anchor = days[-1] if days else anchor
        return tuple(found)

    def sentences_before(self, sentence: Sentence) -> Iterator[Sentence]:
        """From the nearest back to the first."""
        return reversed(self.sentences[: sentence.index])


def article_of(document: Document, dating: Dating | None = None, *, model: str = BUNDLED) -> Article:
    """The document, parsed paragraph by paragraph; only its body is looked at."""
    whole = [span for span in document.body if document.text[span.start : span.end].strip()]
    spans = [part for span in whole for part in _parts(span, whole, document.text)]
    docs = parse((document.text[span.start : span.end] for span in spans), model=model)
    published = dating.published if dating else document.published
    country = dating.country if dating else None
    site = dating.site if dating else None
    return Article(document, published, country, site, tuple(zip(spans, docs, strict=True)))


_DATELINE = re.compile(
    r"""[A-Z][\w .,'’/()-]{1,60}?            # LIMA, Peru, Aug. 3
        (?:\([\w /,.’'-]{2,40}\)\s*[-–—:]+|[A-Z]{3}[\w .,’'/]{0,40}?\s[–—]|\s--?)\s+  # (Reuters) -, or a dash after capitals
        (?=["“‘A-Z\d])""",
    re.VERBOSE,
)
_BARE_DATELINE = re.compile(r"([A-Z][\w'’]+(?: [A-Z][\w'’]+){0,2})(?:\s[-–—]{1,2}|:)\s+(?=[\"“‘]?[A-Z][\w'’]*[ ,])")
""" "Nairobi - Passengers who", "Washington: Teenagers in": the town alone."""
_LINE = 60
"""Characters behind it that are a sentence, and not what a list tells of the town."""
_TOWN = 50_000


def _without_dateline(span: Span, text: str) -> tuple[Span, ...]:
    """A dateline as a stretch of its own, since the parser takes it for a part of the sentence."""
    end = min(span.end, span.start + 110)
    found = _DATELINE.match(text, span.start, end)
    if found is None or not _opens_with_place(found.group()):
        found = _BARE_DATELINE.match(text, span.start, end)
        is_sentence = span.end - span.start > _LINE and text[span.start : span.end].rstrip()[-1:] in _CLOSING
        if found is None or not is_sentence or not _is_town(found[1]):
            return (span,)
    return Span(span.start, span.start + len(found.group().rstrip())), Span(found.end(), span.end)


def _parts(span: Span, whole: Sequence[Span], text: str) -> tuple[Span, ...]:
    """A paragraph without its dateline. What stands before a colon in several of them is no dateline, but heads a list."""
    parts = _without_dateline(span, text)
    is_headed = len(parts) > 1 and text[parts[0].end - 1] == ":" and "(" not in text[parts[0].start : parts[0].end]
    others = (
        (_BARE_DATELINE.match(text, other.start, other.end) for other in whole if other != span) if is_headed else ()
    )
    return (span,) if any(found is not None and ":" in found.group() for found in others) else parts


_CLOSING = {".", "”", '"', "’", "!", "?", ")"}


def _opens_with_place(dateline: str) -> bool:
    """ "LIMA, Peru (AFP) –", "Lima (dpa) -", "KUALA LUMPUR –": capitals, or a bracket with an agency."""
    first = dateline.split(",", maxsplit=1)[0].split("(", maxsplit=1)[0].strip(" -–—:")
    return 0 < len(first.split()) <= 4 and (first.isupper() or "(" in dateline)


def _is_town(name: str) -> bool:
    place = gazetteer.lookup(name.title() if name.isupper() else name)
    return place is not None and place.kind == "city" and place.population >= _TOWN


def _is_headline(index: int, text: str) -> bool:
    return index == 0 and len(text) <= _HEADLINE_LENGTH and text.rstrip()[-1:] not in {".", '"', "”"}
