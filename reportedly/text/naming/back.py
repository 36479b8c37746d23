"""Words that take up an earlier name: "he", "the ministry", "the head of state", "the agency".

Resolved by kind, number, gender (titles and pronouns only), head noun and nearness, within one article; where that does
not decide, the phrase stays its own name.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from reportedly.model import EntityKind
from reportedly.text.naming.board import Board, Spot

_REACH = 8
"""Sentences after which a pronoun no longer reaches back."""
_BODIES = {EntityKind.ORGANISATION, EntityKind.AGENCY, EntityKind.OUTLET}
_ALIKE = {
    "organization": {"organisation", "alliance"}, "organisation": {"organisation", "alliance"}, "alliance": {"organisation", "alliance"},
    "bloc": {"organisation", "alliance"}, "company": {"company", "firm", "operator", "corporation", "lines", "group", ""},
    "firm": {"company", "firm", "operator", "corporation", "lines", "group", ""}, "operator": {"company", "firm", "operator", "lines", "corporation", ""},
    "institute": {"institute", "institution"}, "service": {"service", "bureau", "department"}, "agency": {"agency", "office"},
    "office": {"office", "service"}, "bureau": {"bureau", "service"}, "department": {"department", "ministry"}, "guard": {"guard", "coastguard"},
    "commission": {"commission"}, "observatory": {"observatory", ""}, "party": {"party", "movement"}, "movement": {"movement", "party"},
    "broadcaster": {"channel", "television", "broadcaster", "radio"}, "channel": {"channel", "television"}, "newspaper": {"newspaper", "daily", "channel"},
}  # fmt: skip
_ROLES = {
    "president": "head-of-state", "state": "head-of-state", "premier": "head-of-government", "minister": "minister", "chancellor": "head-of-government",
    "spokesman": "spokesperson", "spokeswoman": "spokesperson", "spokesperson": "spokesperson", "governor": "local", "mayor": "local",
    "prefect": "local", "secretary": "minister", "chief": "head", "head": "head", "director": "head", "chairman": "head", "leader": "head",
    "commander": "head", "king": "head-of-state",
}  # fmt: skip


class Seen(NamedTuple):
    """A named spot on the way: sentence number, whether it is a subject."""

    sentence: int
    is_subject: bool
    spot: Spot


def resolve(boards: Sequence[Board]) -> None:
    """Give every bare spot the name that it stands for."""
    seen: list[Seen] = []
    for board, first, sentence in _in_order(boards):
        spot = board.spots[first]
        if spot.is_bare:
            found = _antecedent(board, spot, seen, sentence)
            if found is not None:
                spot = _named_after(spot, found)
                board.spots[first] = spot
            elif spot.head in {"he", "she", "it", "they"}:
                continue
        seen.append(Seen(sentence, _is_subject(board, spot), spot))


def _in_order(boards: Sequence[Board]) -> Iterator[tuple[Board, int, int]]:
    sentence = 0
    for board in boards:
        starts = [s.start for s in board.doc.sents]
        for first in sorted(board.spots):
            yield board, first, sentence + sum(start <= first for start in starts)
        sentence += len(starts)


def _is_subject(board: Board, spot: Spot) -> bool:
    root = board.doc[spot.first : spot.last].root
    return root.dep_ in {"nsubj", "nsubjpass", "agent"}


def _named_after(spot: Spot, found: Spot) -> Spot:
    return replace(
        spot,
        kind=found.kind if spot.head in {"it", "they"} or spot.kind in _BODIES else spot.kind,
        name=found.name,
        role=found.role or spot.role,
        title=spot.title or found.title,
        country=found.country or spot.country,
        place=found.place if found.kind in _BODIES else spot.place,
        gender=spot.gender or found.gender,
        is_named=found.is_named,
    )


def _antecedent(board: Board, spot: Spot, seen: Sequence[Seen], sentence: int) -> Spot | None:
    if spot.head in {"he", "she"}:
        return _person(seen, sentence, spot.gender)
    if spot.head == "it":
        return _body(seen, sentence, plural=False)
    if spot.head == "they":
        return _speakers(seen, sentence)
    if spot.kind is EntityKind.PERSON:
        return _by_role(spot, seen)
    if spot.kind is EntityKind.GROUP:
        return next(
            (
                s.spot
                for s in reversed(seen)
                if s.spot.head == spot.head and s.spot.country and s.spot.kind is EntityKind.GROUP
            ),
            None,
        )
    return _by_head(spot, seen)


def _person(seen: Sequence[Seen], sentence: int, gender: str | None) -> Spot | None:
    """The latest person of that gender, a subject before others of the same sentence."""
    fitting = [
        s
        for s in seen
        if s.spot.kind is EntityKind.PERSON and s.spot.gender in {None, gender} and sentence - s.sentence <= _REACH
    ]
    if not fitting:
        return None
    latest = max(s.sentence for s in fitting)
    if latest == sentence and len(fitting) > 1 and not any(s.is_subject for s in fitting if s.sentence == latest):
        earlier = [s for s in fitting if s.sentence < latest]
        latest = max((s.sentence for s in earlier), default=latest)
    same = [s for s in fitting if s.sentence == latest]
    subjects = [s for s in same if s.is_subject]
    named = {s.spot.name for s in (subjects or same)}
    return (subjects or same)[-1].spot if len(named) == 1 or subjects else None


def _body(seen: Sequence[Seen], sentence: int, *, plural: bool) -> Spot | None:
    """The latest body that was a subject."""
    fitting = [
        s
        for s in seen
        if s.spot.kind in _BODIES and sentence - s.sentence <= 2 and s.is_subject and s.spot.is_plural <= plural
    ]
    return fitting[-1].spot if fitting else None


def _speakers(seen: Sequence[Seen], sentence: int) -> Spot | None:
    fitting = [s for s in seen if sentence - s.sentence <= 2 and s.is_subject and s.spot.is_plural]
    return fitting[-1].spot if fitting else None


def _by_role(spot: Spot, seen: Sequence[Seen]) -> Spot | None:
    """ "the president", "the official": the latest person of that role, else of that very noun."""
    people = [s.spot for s in seen if s.spot.kind is EntityKind.PERSON]
    exact = [p for p in people if p.title and (p.title == spot.title or p.title.endswith(f" {spot.title}"))]
    if exact:
        return _own(exact, spot)
    family = spot.role or _ROLES.get(spot.head)
    if family in {"head-of-state", "head-of-government", "spokesperson"}:
        fitting = [p for p in people if p.role == family]
        return _own(fitting, spot) if fitting else None
    return None


def _own(people: Sequence[Spot], spot: Spot) -> Spot:
    """The latest, before him the latest who stands for no other country than the first one of the role."""
    named = [
        p
        for p in people
        if p.is_named and p.gender in {None, spot.gender} | ({p.gender} if spot.gender is None else set())
    ]
    return (named or people)[-1]


def _by_head(spot: Spot, seen: Sequence[Seen]) -> Spot | None:
    """ "the ministry": the latest body with that head noun."""
    heads = _ALIKE.get(spot.head, {spot.head})
    fitting = [
        s.spot
        for s in seen
        if s.spot.kind in _BODIES
        and not s.spot.is_bare
        and (s.spot.head in heads or s.spot.name.lower().endswith(spot.head))
    ]
    return fitting[-1] if fitting else None
