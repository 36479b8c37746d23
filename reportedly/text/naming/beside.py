"""Names that stand beside the noun they explain: "the operator, Daanbay Lines,", "agency Orbis", "its press service".

The noun alone is often the verb's subject, so it gets the name too.
"""

from dataclasses import replace

from reportedly.model import EntityKind
from reportedly.text.naming import words
from reportedly.text.naming.board import Board, Spot

_BODIES = {EntityKind.ORGANISATION, EntityKind.AGENCY, EntityKind.OUTLET}
_WEAK = {"rank", "courtesy", "expert"}
_PRESS = {"press", "information", "media", "public affairs", "public relations"}


def join_beside(board: Board) -> None:
    """Name the bare nouns of a paragraph by what stands beside them."""
    for first in sorted(board.spots):
        spot = board.spots.get(first)
        if spot is None:
            continue
        if spot.kind in _BODIES and _is_press_office(spot):
            _give_to_body(board, spot)
        elif spot.kind in _BODIES and (spot.is_bare or _is_described(board, spot)):
            _name_body(board, spot)
        elif spot.kind is EntityKind.PERSON and not spot.is_named:
            _name_person(board, spot)
        elif spot.kind is EntityKind.PERSON and " " in spot.name:
            _name_alias(board, spot)


def _is_described(board: Board, spot: Spot) -> bool:
    """ "the rebel group Free Front", "Norwegian energy company Nordkraft": what the name after it is."""
    head = words.organ_words().starting(board.low, spot.last - 1)
    is_own = head is not None and not head[1].is_state and board.text[spot.last - 1].islower()
    return spot.last in board.spots and (spot.name.islower() or is_own)


def _after(board: Board, spot: Spot) -> Spot | None:
    """The spot right after this one, or after a comma."""
    at = spot.last
    at += at < len(board.text) and board.text[at] in {",", "("}
    at += at < len(board.low) and board.low[at] == "the"
    return board.spots.get(at)


def _name_body(board: Board, spot: Spot) -> None:
    named = _after(board, spot)
    if named and named.kind in _BODIES and named.is_named and not named.is_bare:
        country = named.country or spot.country
        board.spots[spot.first] = replace(named, first=spot.first, last=spot.last, country=country, head=spot.head)
        board.amend(named.first, country=country, head=spot.head)


def _name_person(board: Board, spot: Spot) -> None:
    """ "the current chairman, Armenian Prime Minister Ana Vesk": past the title that another role brings."""
    at = _past_seat(board, spot.last)
    if at >= len(board.text) or board.text[at] != ",":
        return
    at += 1
    while at < len(board.text) and (board.owner.get(at) == -1 or board.low[at] == "the"):
        at += 1
    named = board.spots.get(at)
    if named and named.kind is EntityKind.PERSON and named.is_named:
        if named.role in _WEAK and spot.title:
            board.amend(at, title=spot.title, role=spot.role, organ=spot.organ, country=named.country or spot.country)
        board.spots[spot.first] = replace(
            spot,
            name=named.name,
            country=spot.country or named.country,
            gender=spot.gender or named.gender,
            is_bare=False,
            is_named=True,
        )


def _past_seat(board: Board, at: int) -> int:
    """Past where he is in office: "the consul in Lima, Ana Vesk,"."""
    seat = board.spots.get(at + 1) if board.low[at : at + 1] in (["in"], ["at"], ["to"]) else None
    return seat.last if seat is not None and seat.kind is EntityKind.PLACE else at


_ALIAS = words.phrases("alias")
_FROM_NAME_TO_ALIAS = 6


def _name_alias(board: Board, spot: Spot) -> None:
    """ "Ali Vesk, 37, alias Abu Nur": a second name of the same man."""
    for at in range(spot.last, min(spot.last + _FROM_NAME_TO_ALIAS, len(board.low))):
        hit = _ALIAS.starting(board.low, at)
        other = board.spots.get(hit[0] + (board.text[hit[0] : hit[0] + 1] == ['"'])) if hit else None
        if other and other.kind is EntityKind.PERSON and other.is_named:
            board.spots[other.first] = replace(spot, first=other.first, last=other.last, organ=None)
        if hit or not (board.text[at] in {",", "("} or board.text[at].isdigit() or board.low[at] == "also"):
            return


def _is_press_office(spot: Spot) -> bool:
    return spot.head in {"department", "service", "office", "centre", "center"} and any(
        spot.name.lower().startswith(p) for p in _PRESS
    )


def _give_to_body(board: Board, spot: Spot) -> None:
    """The press office of a ministry speaks as the ministry."""
    at = spot.last
    if at < len(board.low) and board.low[at] in {"of", "at"}:
        at += 1
        at += at < len(board.low) and board.low[at] == "the"
        body = board.spots.get(at)
    else:
        body = board.spot_at(spot.first - 2) if spot.first > 1 and board.text[spot.first - 1] in {"'s", "'"} else None
    if body and body.kind in _BODIES and body is not spot:
        board.spots[spot.first] = replace(body, first=spot.first, last=spot.last)
