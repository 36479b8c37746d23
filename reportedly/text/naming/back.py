"""Words that take up an earlier name: "he", "the ministry", "the head of state", "the agency".

Resolved by kind, number, gender (titles and pronouns only), head noun and nearness, within one article; where that does
not decide, the phrase stays its own name.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from reportedly.model import EntityKind, Span
from reportedly.text.naming import words
from reportedly.text.naming.board import Board, Spot

_REACH = 8
"""Sentences after which a pronoun no longer reaches back."""
_NEXT = 2
"""Sentences after which "it" and "they" no longer reach back."""
_BODIES = {EntityKind.ORGANISATION, EntityKind.AGENCY, EntityKind.OUTLET}
_PRONOUNS = {"he", "she", "it", "they"}
_ONE_EACH = {"head-of-state", "head-of-government", "spokesperson"}
"""Roles that an article means one person by, whatever the wording."""


class Seen(NamedTuple):
    """A spot on the way: its sentence, whether it is a subject, and where the body that it speaks for is named."""

    sentence: int
    is_subject: bool
    spot: Spot
    body: Span | None


def resolve(boards: Sequence[Board]) -> None:
    """Give every bare spot the name that it stands for."""
    seen: list[Seen] = []
    for board, first, sentence in _in_order(boards):
        spot = board.spots[first]
        if spot.is_bare:
            found = _antecedent(spot, seen, sentence)
            if found is None and spot.head in _PRONOUNS:
                continue
            if found is not None:
                spot = _named_after(spot, found)
                board.spots[first] = spot
        seen.append(Seen(sentence, _is_subject(board, spot), spot, board.body_of(spot)))


def _in_order(boards: Sequence[Board]) -> Iterator[tuple[Board, int, int]]:
    sentence = 0
    for board in boards:
        starts = [s.start for s in board.doc.sents]
        for first in sorted(board.spots):
            yield board, first, sentence + sum(start <= first for start in starts)
        sentence += len(starts)


def _is_subject(board: Board, spot: Spot) -> bool:
    return board.doc.stretch(spot.first, spot.last).root.dep_ in {"nsubj", "nsubjpass", "agent"}


def _named_after(spot: Spot, seen: Seen) -> Spot:
    found = seen.spot
    return replace(
        spot,
        kind=found.kind if spot.head in {"it", "they"} or spot.kind in _BODIES else spot.kind,
        name=found.name,
        role=found.role or spot.role,
        title=spot.title or found.title,
        country=found.country or spot.country,
        place=found.place if found.kind in _BODIES else spot.place,
        gender=spot.gender or found.gender,
        body=seen.body if found.kind in {EntityKind.PERSON, EntityKind.GROUP} else None,
        is_named=found.is_named,
    )


def _antecedent(spot: Spot, seen: Sequence[Seen], sentence: int) -> Seen | None:
    if spot.head in {"he", "she"}:
        return _person(seen, sentence, spot.gender)
    if spot.head == "it":
        return _subject([s for s in seen if s.spot.kind in _BODIES and not s.spot.is_plural], sentence)
    if spot.head == "they":
        return _subject([s for s in seen if s.spot.is_plural], sentence)
    if spot.kind is EntityKind.PERSON:
        return _by_role(spot, seen)
    if spot.kind is EntityKind.GROUP:
        alike = [s for s in seen if s.spot.kind is EntityKind.GROUP and s.spot.head == spot.head and s.spot.country]
        return alike[-1] if alike else None
    return _by_head(spot, seen)


def _person(seen: Sequence[Seen], sentence: int, gender: str | None) -> Seen | None:
    """The latest person of that gender, a subject before others of the same sentence."""
    fitting = [s for s in seen if s.spot.kind is EntityKind.PERSON and s.spot.gender in {None, gender}]
    fitting = [s for s in fitting if sentence - s.sentence <= _REACH]
    here = [s for s in fitting if s.sentence == sentence]
    if here and not any(s.is_subject for s in here) and len(here) < len(fitting):
        fitting = [s for s in fitting if s.sentence < sentence]
    latest = max((s.sentence for s in fitting), default=sentence)
    same = [s for s in fitting if s.sentence == latest]
    subjects = [s for s in same if s.is_subject]
    if not subjects and len({s.spot.name for s in same}) != 1:
        return None
    return (subjects or same)[-1]


def _subject(fitting: Sequence[Seen], sentence: int) -> Seen | None:
    """The latest subject, of this sentence or the two before."""
    near = [s for s in fitting if s.is_subject and sentence - s.sentence <= _NEXT]
    return near[-1] if near else None


def _by_role(spot: Spot, seen: Sequence[Seen]) -> Seen | None:
    """The "president" or "official" is the latest person of that very title, else of a role that only one has."""
    people = [s for s in seen if s.spot.kind is EntityKind.PERSON]
    exact = [s for s in people if s.spot.title and f" {s.spot.title}".endswith(f" {spot.title}")]
    family = spot.role if spot.role in _ONE_EACH else None
    fitting = exact or [s for s in people if family and s.spot.role == family]
    if spot.gender:
        fitting = [s for s in fitting if s.spot.gender in {None, spot.gender}]
    named = [s for s in fitting if s.spot.is_named]
    return next(iter((named or fitting)[-1:]), None)


def _by_head(spot: Spot, seen: Sequence[Seen]) -> Seen | None:
    """The "ministry" is the latest body with that head noun, or one like it ("firm", "company")."""
    heads = words.alike(spot.head)
    bodies = [s for s in seen if s.spot.kind in _BODIES and not s.spot.is_bare]
    fitting = [s for s in bodies if s.spot.head in heads or s.spot.name.lower().endswith(spot.head)]
    return fitting[-1] if fitting else _of_minister(spot, seen)


def _of_minister(spot: Spot, seen: Sequence[Seen]) -> Seen | None:
    """The "ministry" of the health minister is the health ministry."""
    if spot.head != "ministry":
        return None
    ministers = [s for s in seen if s.spot.title and s.spot.title.endswith(" minister") and s.spot.role == "minister"]
    if not ministers:
        return None
    minister = ministers[-1].spot
    name = (minister.title or "").removesuffix("minister").removeprefix("deputy ") + "ministry"
    return Seen(0, False, replace(spot, name=name, country=minister.country, is_bare=False, is_named=True), None)
