"""Short forms beside a name: "Collective Security Treaty Organization (CSTO)", "the Red Cross, ICRC,"."""

import re
from collections.abc import Iterable

from reportedly.model import EntityKind
from reportedly.text.naming.board import Board, Spot

_LEGAL = {"inc", "ltd", "plc", "llc", "corp", "gmbh", "ag", "sa"}
_SMALL = {"and", "of", "the", "for", "on", "in", "de", "la", "des", "du", "del", "y", "et", "&", "-", "'s", "to"}
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
    if at + 1 < len(board.text) and board.text[at] == "," and board.low[at + 1].rstrip(".") in _LEGAL:
        at += 2
    if at + 1 >= len(board.text) or board.text[at] not in {"(", ","} or not board.is_free(at + 1, at + 2):
        return None
    candidate = board.text[at + 1]
    if not _ACRONYM.match(candidate) or (
        at + 2 < len(board.text) and board.text[at] == "(" and board.text[at + 2] not in {")", ",", ";"}
    ):
        return None
    if board.text[at] == "(" or _spells(candidate, spot.name) or _stands_alone(board, at + 1, spot):
        return at + 1
    return None


def _stands_alone(board: Board, at: int, spot: Spot) -> bool:
    """ "the National Institute of Civil Defence, INDECI, put ...": capitals between two commas, of another language."""
    closing = board.text[at + 1] if at + 1 < len(board.text) else "."
    short = board.text[at]
    return (
        len(short) > 3
        and short.isupper()
        and closing in {",", "."}
        and len(spot.name.split()) > 2
        and board.text[at - 1] == ","
    )


def find_expansions(board: Board) -> None:
    """Names that only the short form behind them explains: "Vary sy Rariny (VSR)", "Risk and Relief Office (RRO)"."""
    for i, token in enumerate(board.text):
        if i < 2 or board.text[i - 1] != "(" or not _ACRONYM.match(token) or len(token) < 3:
            continue
        first = _expansion(board, i - 1, token)
        if first is not None:
            name = board.phrase(first, i - 1)
            board.put(Spot(first=first, last=i - 1, kind=EntityKind.ORGANISATION, name=name, head=board.low[i - 2]))


def _expansion(board: Board, end: int, short: str) -> int | None:
    """Where the words begin whose first letters, small words left out or not, are the short form's."""
    at, letters = end, [letter for letter in short.lower() if letter.isalpha()]
    while letters and at > 0 and end - at < 3 * len(short) and board.is_free(at - 1, at):
        word = board.low[at - 1]
        if word[0] == letters[-1]:
            letters.pop()
        elif word not in _SMALL:
            return None
        at -= 1
    return at if not letters and board.is_capital(at) and end - at > 1 else None


def implied(boards: Iterable[Board]) -> dict[str, Spot]:
    """Initials of the article's bodies, for short forms that no bracket explains ("MEA")."""
    found: dict[str, set[str]] = {}
    spots: dict[str, Spot] = {}
    for board in boards:
        for _, spot in sorted(board.spots.items()):
            short = "".join(word[0] for word in re.findall(r"[^\W\d_]+", spot.name) if word[0].isupper())
            if spot.kind is EntityKind.ORGANISATION and len(short) > 2 and " " in spot.name:
                found.setdefault(short, set()).add(spot.name)
                spots.setdefault(short, spot)
    return {short: spots[short] for short, names in found.items() if len(names) == 1}


def _spells(acronym: str, name: str) -> bool:
    """Whether most letters of an acronym are first letters of the name's words, in order."""
    initials = "".join(word[0].lower() for word in re.findall(r"[A-Za-z]+", name))
    hits, at = 0, 0
    for letter in acronym.lower():
        place = initials.find(letter, at)
        if place >= 0:
            hits, at = hits + 1, place + 1
    return hits >= max(2, len(acronym) - 3)
