"""Names of bodies that were found in pieces: "the UN" and "Observer Mission" of one row of capitals are one name.

The recogniser and the word lists each see a part of what they do not know: "Joint Task Force" and "Bravo", "Central Dam" and
"Rescue Station", "Office of Civil" and "Affairs". Capitals that nothing parts in the middle of a sentence are one name.
"""

import re
from dataclasses import replace

from reportedly.model import EntityKind
from reportedly.text.naming import words
from reportedly.text.naming.board import Board, Spot

_ORDINAL = re.compile(r"^\d{1,3}(?:st|nd|rd|th)$")
_PLACING = words.group("placing_always") | words.group("placing_unless_told") | {"at", "to", "between", "of"}
_OF = {"of", "for"}
_DEALING, _GENERAL = words.group("dealing"), words.group("of_general")
_LONGEST = 9
"""Tokens of a name at most."""


def join_pieces(board: Board) -> None:
    """Make one spot of the pieces of each body's name in a paragraph."""
    if board.is_shouted:
        return
    for first in sorted(board.spots):
        spot = board.spots.get(first)
        if spot is None or not _is_body(board, spot):
            continue
        start, last = _start(board, spot), _end(board, spot)
        if (start, last) != (spot.first, spot.last) and last - start <= _LONGEST:
            _merge(board, spot, start, last)


def _is_body(board: Board, spot: Spot) -> bool:
    is_large = board.is_capital(spot.first) and board.is_capital(spot.last - 1)
    is_body = spot.kind is EntityKind.ORGANISATION or (
        spot.kind is EntityKind.PERSON
        and spot.title is None
        and spot.last - spot.first > 1
        and board.text[spot.first] not in words.given()
        and words.organ_words().ending(board.low, spot.last) is not None
    )
    is_other = (
        _is_acronym(board.phrase(spot.first, spot.last)) or words.roles().starting(board.low, spot.first) is not None
    )
    return is_body and is_large and spot.body is None and not is_other


def _start(board: Board, spot: Spot) -> int:
    """Left over what stands right before: an acronym, a country, a numeral, a guess at a body, capitals that nothing took."""
    start = spot.first
    while start > 0 and not board.doc[start].is_sent_start:
        at = start - 1
        before = board.spot_at(at)
        if before is not None and before.last == start and _is_opening(board, before, spot):
            start = before.first
        elif at not in board.owner and (_is_bare_capital(board, at) or _ORDINAL.match(board.low[at])):
            start = at
        else:
            break
    return start


def _is_opening(board: Board, spot: Spot, following: Spot) -> bool:
    """Whether a piece may open a body's name: no town in which the body merely is, nor whoever speaks for it."""
    if not board.is_capital(spot.first):
        return False
    if spot.kind is EntityKind.ORGANISATION:
        is_whole = words.organ_words().ending(board.low, spot.last) is not None
        is_ended = words.organ_words().ending(board.low, following.last) is not None
        return spot.body is None and board.is_capital(spot.last - 1) and (is_ended or not is_whole)
    if spot.kind is EntityKind.GROUP:
        return spot.last - spot.first == 1 and board.doc[spot.first].pos_ in {"ADJ", "PROPN"}
    is_placing = spot.first > 0 and board.low[spot.first - 1] in _PLACING
    return spot.kind is EntityKind.PLACE and not is_placing and not board.doc[spot.first].is_sent_start


def _is_bare_capital(board: Board, i: int) -> bool:
    token = board.doc[i]
    is_word = board.is_name_word(i) and board.text[i][0].isalpha() and not token.is_sent_start
    if board.low[i] == "general" and i and board.low[i - 1] in _GENERAL:
        return True
    if board.labels.get(i) == "NORP" and board.is_capital(i) and not token.is_sent_start and i not in board.countries:
        return token.pos_ in {"ADJ", "PROPN"}  # "the Muslim Brotherhood"
    is_role = words.roles().ending(board.low, i + 1) is not None
    return is_word and not is_role and token.pos_ in {"PROPN", "NOUN", "ADJ"} and board.labels.get(i) not in _NO_BODY


_NO_BODY = {"PERSON", "DATE", "TIME", "EVENT", "GPE", "LOC"}


def _end(board: Board, spot: Spot) -> int:
    """Right over capitals, and over "of" with capitals behind it."""
    last = _past_capitals(board, spot, spot.last)
    if board.low[last : last + 1] and board.low[last] in _OF:
        at = last + 1 + (board.low[last + 1 : last + 2] == ["the"])
        end = _past_capitals(board, spot, at)
        if (end > at and board.low[last] == "of") or end - at > 1:
            last = end
    return _past_domains(board, spot, last)


def _past_capitals(board: Board, spot: Spot, at: int) -> int:
    last = at
    while last < len(board.doc) and not _is_acronym(board.text[last]) and board.text[last] not in words.given():
        follows = board.spots.get(last)
        if follows is not None and follows is not spot and _is_closing(board, follows):
            last = follows.last
        elif last not in board.owner and _is_bare_capital(board, last):
            last += 1
        else:
            break
    return last


def _is_acronym(word: str) -> bool:
    """A short name set behind the whole one: "the World Health Organization WHO"."""
    return word.isupper() and len(word) > 1


def _is_closing(board: Board, spot: Spot) -> bool:
    """Whether a piece may go on or end a body's name: no person, no town in which it is, no other body that is known."""
    if not board.is_capital(spot.first) or not board.is_capital(spot.last - 1):
        return False
    if board.low[spot.first : spot.last] == ["general"]:
        return board.low[spot.first - 1] in _GENERAL
    if spot.title is not None:
        return False
    if spot.kind is EntityKind.PERSON:
        is_word = spot.last - spot.first == 1 and board.text[spot.first] not in words.given()
        return is_word and board.labels.get(spot.first) != "PERSON"
    is_listed = words.listed().starting(board.text, spot.first) is not None
    return spot.kind in {EntityKind.ORGANISATION, EntityKind.GROUP} and spot.body is None and not is_listed


def _past_domains(board: Board, spot: Spot, last: int) -> int:
    """Past the further things that a ministry deals with: "Ministry of Youth, Sport and Culture"."""
    if spot.head not in _DEALING or "of" not in board.low[spot.first : last]:
        return last
    at = last
    while at + 1 < len(board.low) and board.low[at] in {",", "and", "&"} and _is_domain(board, at + 1):
        is_end = board.low[at] != ","
        at += 2
        if is_end:
            return at
    return last


def _is_domain(board: Board, i: int) -> bool:
    spot = board.spot_at(i)
    is_other = spot is not None and (spot.title is not None or spot.kind in {EntityKind.PLACE, EntityKind.AGENCY})
    return (
        board.is_name_word(i) and board.doc[i].pos_ in {"PROPN", "NOUN"} and not is_other and i not in board.countries
    )


def _merge(board: Board, spot: Spot, start: int, last: int) -> None:
    pieces = [board.spots[i] for i in range(start, last) if i in board.spots]
    country = spot.country or next((piece.country for piece in pieces if piece.country), None)
    place = spot.place or next((p.place for p in pieces if p.kind is EntityKind.PLACE and p.place), None)
    for piece in pieces:
        del board.spots[piece.first]
    for i in range(start, last):
        board.owner.pop(i, None)
    whole = Spot(
        first=start,
        last=last,
        kind=EntityKind.ORGANISATION,
        name=board.phrase(start, last),
        head=board.low[last - 1],
        country=country,
        place=place,
        within=spot.within,
    )
    board.put(whole)
    for other, held in list(board.spots.items()):
        if held.organ is not None and start <= held.organ < last:
            board.spots[other] = replace(held, organ=start)
