"""Short invented articles as test input: the docstring of a test is the article that it reads.

    @article(published="2031-03-08")
    def test_something(claims): ...

`claims` is called as `claims("figure")` for one kind; `plain` gives the notation that the product itself prints.
"""

from collections.abc import Callable
from functools import wraps
from inspect import cleandoc

from reportedly.claims.plain import plain_reading
from reportedly.claims.read import reading_of
from reportedly.model import Document, Reading, Span
from reportedly.text.sentences import Article, article_of
from reportedly.when import parse_when


def body_of(text: str) -> tuple[Span, ...]:
    """Every line with letters is a paragraph of the article."""
    spans, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            spans.append(Span(start + len(line) - len(line.lstrip()), start + len(line.rstrip())))
        start += len(line) + 1
    return tuple(spans)


def parsed(text: str, published: str | None = "2031-03-08") -> Article:
    """An article of that text, all of it body."""
    document = Document(
        id="d-test",
        source="test",
        text=text,
        body=body_of(text),
        published=parse_when(published) if published else None,
    )
    return article_of(document)


def reading(text: str, published: str | None = "2031-03-08") -> Reading:
    return reading_of(parsed(text, published))


def plain(text: str, kind: str = "figure", published: str | None = "2031-03-08", *, clocks: bool = False) -> list[str]:
    """What is read in a text, one line a claim."""
    return plain_reading(reading(text, published), kind=kind, clocks=clocks)


def article[T](published: str | None = "2031-03-08") -> Callable[[Callable[[Reading], T]], Callable[[], T]]:
    """Hands the reading of the test's docstring to the test."""

    def decorate(test: Callable[[Reading], T]) -> Callable[[], T]:
        @wraps(test)
        def run() -> T:
            return test(reading(cleandoc(test.__doc__ or ""), published))

        del run.__wrapped__  # type: ignore[attr-defined]  # pytest would ask for the argument as a fixture
        return run

    return decorate
