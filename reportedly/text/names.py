"""Who and what is named in an article: people, bodies, places, media, groups, and the words that take them up again.

In: a parsed article. Out: its `Mentions`, sorted and never overlapping. "Interior Minister Juan Perez said ... Perez
added ... the ministry ... he" gives four mentions, of one man and one ministry. What cannot be decided keeps its own
words as its name; no country, place or person is filled by a default.
"""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from reportedly.lexicon import gazetteer
from reportedly.model import EntityKind, Mention, Span
from reportedly.text.countries import votes_of_town
from reportedly.text.naming import (
    back,
    beside,
    carried,
    features,
    groups,
    listed,
    organs,
    people,
    places,
    shown,
    whole,
    words,
)
from reportedly.text.naming.acronyms import find_acronyms, find_expansions, find_lone_acronyms, implied
from reportedly.text.naming.board import Board, Spot
from reportedly.text.sentences import Article, Paragraph, once

__all__ = ["Mentions", "mentions_of"]


@dataclass(frozen=True)
class Mentions:
    """The mentions of one article, in order; look-ups by document span and offset. `implied` is the town or country that it is
    about and never names."""

    all: tuple[Mention, ...]
    implied: Mention | None = None

    def __iter__(self) -> Iterator[Mention]:
        return iter(self.all)

    def __len__(self) -> int:
        return len(self.all)

    @cached_property
    def _starts(self) -> list[int]:
        return [mention.span.start for mention in self.all]

    @cached_property
    def _by_span(self) -> dict[Span, Mention]:
        return {mention.span: mention for mention in self.all}

    def at(self, span: Span | None) -> Mention | None:
        """The mention of exactly that span."""
        if span is not None and self.implied is not None and span == self.implied.span:
            return self.implied
        return None if span is None else self._by_span.get(span)

    def covering(self, offset: int) -> Mention | None:
        """The mention that holds a character of the document."""
        found = bisect_right(self._starts, offset) - 1
        return self.all[found] if found >= 0 and offset < self.all[found].span.end else None

    def inside(self, span: Span) -> tuple[Mention, ...]:
        """The mentions that lie in or reach into a span, in order."""
        first = max(0, bisect_right(self._starts, span.start) - 1)
        last = bisect_right(self._starts, span.end - 1)
        return tuple(m for m in self.all[first:last] if m.span.overlaps(span))


@once
def countries_of(article: Article) -> tuple[str, ...]:
    """ISO codes of the countries that an article speaks of. First the one in which its story plays, where the desk's
    articles tell it together, then the most mentioned."""
    counts: Counter[str] = Counter()
    towns: set[str] = set()
    for paragraph in article.paragraphs:
        found = words.countries_in([token.text for token in paragraph.doc])
        counts.update(word.code for word in found.values())
        towns |= {ent.text for ent in paragraph.doc.ents if ent.label_ in _PLACE_LABELS}
    votes: dict[str, float] = defaultdict(float, counts)
    for town in sorted(towns):
        for code, weight in votes_of_town(town).items():
            votes[code] += weight
    meant = [code for code in votes if code in counts or votes[code] >= _VOTED or code == article.country]
    return tuple(sorted(meant, key=lambda code: (code != article.country, -votes[code], code)))


_VOTED = 3
"""Votes of town names from which on a country is meant though the article never names it."""
_PLACE_LABELS = {"GPE", "LOC", "ORG", "PERSON"}


@once
def mentions_of(article: Article) -> Mentions:
    """All mentions of an article."""
    near = countries_of(article)
    boards = [Board(paragraph.doc, near, paragraph.span.start) for paragraph in article.paragraphs]
    acronyms: dict[str, Spot] = {}
    for board in boards:
        listed.find_listed(board)
        features.find_features(board)
    named = shown.shown_places(boards)
    called_so = people.people_called(boards)
    for board in boards:
        find_expansions(board)
        listed.find_coordinated(board)
        listed.find_numbered(board)
        listed.find_media(board)
        listed.find_papers(board)
        shown.put_shown(board, named)
        places.find_labelled(board)
        organs.find_organs(board)
        places.find_whereabouts(board, called_so)
        acronyms |= {short: spot for short, spot in find_acronyms(board).items() if short not in acronyms}
        people.find_people(board)
    called = frozenset(name for board in boards for name in organs.country_bodies(board))
    for board in boards if called else ():
        organs.put_country_bodies(board, called)
    for board in boards:
        whole.join_pieces(board)
    known = carried.people_of(boards)
    acronyms = implied(boards) | acronyms
    for board in boards:
        carried.carry_over(board, known, acronyms)
        groups.find_nationals(board)
        places.find_places(board, called_so)
    mapped = carried.places_of(boards)
    for board in boards:
        carried.carry_places(board, mapped, known)
        places.place_inside(board)
        places.find_governments(board)
        people.title_people(board)
        organs.find_recognised(board)
        find_lone_acronyms(board)
        whole.join_pieces(board)
        groups.find_unnamed(board)
        groups.find_pronouns(board)
        beside.join_beside(board)
    known = carried.people_of(boards)
    bodies = carried.bodies_of(boards)
    for board in boards:
        _complete(board, known)
        carried.complete_bodies(board, bodies, known)
    back.resolve(boards)
    pairs = zip(article.paragraphs, boards, strict=True)
    mentions = tuple(m for paragraph, board in pairs for m in _mentions(paragraph, board))
    return Mentions(mentions, _implied(article, near, mentions))


def _implied(article: Article, near: Sequence[str], named: Sequence[Mention]) -> Mention | None:
    """The town at which its story plays, or else the country that the article is about, where it never names it: a local
    paper writes of "the city", "the Peruvian government" and "the country" alone. It stands on no words, before the first."""
    given = {m.place for m in named if m.kind is EntityKind.PLACE}
    never = [id_ for id_ in (article.site, *near[:1]) if id_ is not None and id_ not in given]
    place = gazetteer.place_of(never[0]) if never else None
    if place is None:
        return None
    return Mention(
        document=article.document.id,
        span=Span(0, 0),
        text="",
        name=place.name,
        kind=EntityKind.PLACE,
        country=place.country,
        place=place.id,
    )


def _complete(board: Board, known: carried.People) -> None:
    """Lone surnames that the recogniser found get the full name that the article has."""
    for first, spot in board.spots.items():
        full = carried.full_name(spot, known) if spot.kind is EntityKind.PERSON and spot.is_named else None
        if full is not None:
            board.spots[first] = carried.completed(spot, full)


def _mentions(paragraph: Paragraph, board: Board) -> Iterator[Mention]:
    for first in sorted(board.spots):
        spot = board.spots[first]
        span = board.span_of(spot)
        yield Mention(
            document=paragraph.article.document.id,
            span=span,
            text=paragraph.article.document.text[span.start : span.end],
            name=spot.name,
            kind=spot.kind,
            title=spot.title,
            country=spot.country,
            place=spot.place,
            organ=board.body_of(spot),
            within=spot.within,
        )
