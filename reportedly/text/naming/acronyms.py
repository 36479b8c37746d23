"""Short forms beside a name: "Collective Security Treaty Organization (CSTO)", "the Civil Defence Institute, INDECI,"."""

import re

from reportedly.model import EntityKind
from reportedly.text.naming.board import Board, Spot

_ACRONYM = re.compile(r"^(?:[A-Z][A-Za-z.]{0,3}[A-Z]\.?[A-Za-z]{0,2}|[A-Z]{2,8}(?:-[A-Z]+)?)$")


def find_acronyms(board: Board) -> dict[str, Spot]:
    """Short form -> the body that it stands for, as this paragraph shows it; each becomes a spot of its own."""
    found: dict[str, Spot] = {}
    for first in sorted(board.spots):
        spot = board.spots[first]
        if spot.kind not in {EntityKind.ORGANISATION, EntityKind.AGENCY, EntityKind.OUTLET} or spot.is_bare:
            continue
        at = _acronym_after(board, spot)
        if at is not None:
            found[board.text[at]] = spot
            board.put(
                Spot(
                    first=at,
                    last=at + 1,
                    kind=spot.kind,
                    name=spot.name,
                    head=spot.head,
                    country=spot.country,
                    place=spot.place,
                )
            )
    return found


def _acronym_after(board: Board, spot: Spot) -> int | None:
    at = spot.last
    if at + 1 >= len(board.text) or board.text[at] not in {"(", ","} or not board.is_free(at + 1, at + 2):
        return None
    candidate = board.text[at + 1]
    if not _ACRONYM.match(candidate) or (
        at + 2 < len(board.text) and board.text[at] == "(" and board.text[at + 2] not in {")", ",", ";"}
    ):
        return None
    if board.text[at] == "(" or _spells(candidate, spot.name):
        return at + 1
    return None


def _spells(acronym: str, name: str) -> bool:
    """Whether most letters of an acronym are first letters of the name's words, in order."""
    initials = "".join(word[0].lower() for word in re.findall(r"[A-Za-z]+", name))
    hits, at = 0, 0
    for letter in acronym.lower():
        place = initials.find(letter, at)
        if place >= 0:
            hits, at = hits + 1, place + 1
    return hits >= max(2, len(acronym) - 3)
