"""What a finder reads in one invented sentence or short article, as plain lines."""

from collections.abc import Callable, Iterator
from dataclasses import asdict
from datetime import date

from reportedly.claims.kind import Found
from reportedly.model import Document, Span
from reportedly.text.names import mentions_of
from reportedly.text.sentences import Sentence, article_of
from reportedly.when import When

PUBLISHED = When.on(date(2031, 3, 12))  # a Wednesday


def found_in(
    find: Callable[[Sentence], Iterator[Found]], text: str, *, published: When | None = PUBLISHED
) -> list[tuple[Found, str, str | None]]:
    """Each thing found, with its quote and the name of its place; one paragraph a line of the text."""
    spans, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    article = article_of(Document(id="d-1", source="x.txt", text=text, body=tuple(spans), published=published))
    mentions = mentions_of(article)
    rows = []
    for sentence in article.sentences:
        for found in find(sentence):
            place = mentions.at(found.place)
            rows.append((found, text[found.span.start : found.span.end], place.name if place else None))
    return rows


def said(find: Callable[[Sentence], Iterator[Found]], text: str, *fields: str) -> list[str]:
    """The named fields of each thing found, joined by blanks; None as a dash."""
    contents = (asdict(found.content) for found, _, _ in found_in(find, text))
    return [" ".join(str(content[field] or "-") for field in fields) for content in contents]
