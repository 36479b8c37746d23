"""What was read in an article, sentence by sentence, for a reader who checks it or writes a test.

In: explained articles. Out: rows for a terminal, or the one-line notation of the tests:
`killed security_forces 18 @Sarvan asof 2031-03-06 < interior ministry < state agency`.
"""

from collections.abc import Iterable, Iterator

from reportedly.desk import Explained
from reportedly.desk.explained import ReadSentence
from reportedly.show.plain import FAINT, STRONG, Piece, Row, blank, row
from reportedly.show.words import date_phrase


def reading_lines(articles: Iterable[Explained], *, is_full: bool) -> Iterator[Row]:
    """Each article's sentences that gave claims, with these; with `is_full` every sentence, and why it gave none."""
    for n, article in enumerate(articles):
        yield from [blank()] if n else []
        document = article.document
        yield row(Piece(document.title or document.source, STRONG), Piece(f"  {document.id}", FAINT))
        yield row(f"{document.source}; published {date_phrase(article.dating)}", indent=2)
        yield blank()
        for sentence in article.sentences:
            if sentence.claims or is_full:
                yield from _sentence_rows(sentence)


def plain_lines(articles: Iterable[Explained]) -> Iterator[Row]:
    """One line a claim, article by article."""
    for article in articles:
        for sentence in article.sentences:
            yield from (row(f"{each.claim.kind}: {each.plain}") for each in sentence.claims)


def _sentence_rows(sentence: ReadSentence) -> Iterator[Row]:
    yield row(Piece(f"{sentence.span.start:>6}  ", FAINT), sentence.text)
    for each in sentence.claims:
        yield row(f"{each.claim.kind}: {each.plain}", Piece(f"  {each.claim.id}", FAINT), indent=8)
    if sentence.reason is not None:
        yield row(Piece(f"nothing read: {sentence.reason}", FAINT), indent=8)
    elif sentence.skips:
        words = ", ".join(f"{skip.span.start}-{skip.span.end}" for skip in sentence.skips)
        yield row(Piece(f"passed over at {words}: {sentence.skips[0].reason}", FAINT), indent=8)
