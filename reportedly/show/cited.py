"""Each sentence that a briefing cites, as a page shows it: in its paragraph, with who says it and where it stands.

In: a `Briefing` and the books that its sentences lie in. Out: `Shown` by document and place: "… [18 soldiers were
killed], the state agency reported", interior ministry → state agency → The Valley Post.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import NamedTuple

from reportedly.brief import Briefing, Camp, Change, Citation, Happening, Row, Unverified
from reportedly.desk import Books
from reportedly.desk.evidence import passage_of
from reportedly.model import Document
from reportedly.show.words import Excerpt, article_phrase, chain_phrase, claim_phrase, excerpt_of, times_phrase

AROUND = 350  # characters of a paragraph shown on each side of the marked words

type Key = tuple[str, int, int, str]


class Shown(NamedTuple):
    """A cited sentence as the page shows it; `says` is what was read in it, empty where nothing was."""

    excerpt: Excerpt
    where: str
    chain: str
    says: str


def shown_by_key(books: Books, briefing: Briefing) -> Mapping[Key, Shown]:
    """Each cited sentence in its paragraph; every article is read once and let go."""
    wanted: dict[str, dict[Key, Citation]] = {}
    for citation in _citations(briefing):
        wanted.setdefault(citation.document, {})[key_of(citation)] = citation
    return {
        key: _shown_of(document, citation, books)
        for document in books.documents()
        for key, citation in wanted.get(document.id, {}).items()
    }


def _shown_of(document: Document, citation: Citation, books: Books) -> Shown:
    passage = passage_of(document, books.datings.get(document.id), citation.span)
    claim = books.claims_by_id.get(citation.claim or "")
    return Shown(
        excerpt=excerpt_of(passage, around=AROUND),
        where=article_phrase(passage),
        chain=chain_phrase(claim, document, books.directory) if claim else citation.voices,
        says="; ".join(filter(None, (claim_phrase(claim), times_phrase(claim)))) if claim else "",
    )


def _citations(briefing: Briefing) -> Iterator[Citation]:
    """Every sentence that the briefing cites."""
    holders = (position for holder in briefing.positions for position in holder.positions)
    nationals = (row for nation in briefing.nationals for row in nation.rows)
    cited: Iterable[Change | Row | Camp | Happening | Unverified] = chain(
        *(briefing.changes, briefing.figures, briefing.other_figures, briefing.measures, briefing.ended_measures),
        *(holders, nationals, briefing.timeline, briefing.unverified, briefing.other_events),
        (camp for dispute in briefing.disputes for camp in dispute.camps),
    )
    for each in cited:
        yield from each.citations


def key_of(citation: Citation) -> Key:
    return citation.document, citation.span.start, citation.span.end, citation.claim or ""
