"""Rivers, valleys, seas, airports: what the map's towns and regions do not hold, named by a noun of its own.

"the Kathmandu Valley", "the French Alps", "the Gulf of Aden", "Mount Sinjar". The whole is the name, whatever
town or nation lends a word of it; an airport lies in its town, a valley only in its country.
"""

from collections.abc import Iterator
from typing import NamedTuple

from reportedly.lexicon import gazetteer
from reportedly.model import EntityKind
from reportedly.text.naming import words
from reportedly.text.naming.board import Board, Spot

_LEADING = words.group("leading_features")
_OF = words.group("features_of")
_SURE = words.group("sure_features")
_OTHER = words.group("other_features")
_SITES = words.group("site_features")
_LOWER = words.group("lower_features")
_LED = words.group("sure") | words.group("locative") | {"the", "along", "above", "beyond", "through", "under", "beside"}
_LONGEST = 4
"""Words before the noun that are of the name."""


class _Name(NamedTuple):
    """Tokens [first, last), of which [own, end) are the name without its noun."""

    first: int
    last: int
    own: int
    end: int


def find_features(board: Board) -> None:
    """Every feature of the earth or of the hand of man that is named whole."""
    for name in _named(board):
        if not board.is_free(name.first, name.last) or _goes_on(board, name.last) or _is_of_body(board, name):
            continue
        whole = board.phrase(name.first, name.last)
        if gazetteer.lookup(whole, near=board.near) is not None:
            continue
        within, country = _holder(board, name)
        kind = EntityKind.PLACE
        board.put(
            Spot(first=name.first, last=name.last, kind=kind, name=whole, head="spot", country=country, within=within)
        )


def _is_of_body(board: Board, name: _Name) -> bool:
    """ "Joint Task Force Delta", "the Coast Guard Valley Command": a body's noun is in it."""
    return any(
        board.is_capital(i) and words.organ_words().ending(board.low, i + 1) is not None
        for i in range(name.own, name.end)
    )


def _named(board: Board) -> Iterator[_Name]:
    if board.is_shouted:
        return
    for at, word in enumerate(board.low):
        is_large = board.is_capital(at)
        if is_large and word in _LEADING and _opens(board, at) and (end := _end(board, at + 1)) > at + 1:
            yield _Name(at, end, at + 1, end)
        elif is_large and word in _OF and board.low[at + 1 : at + 2] == ["of"]:
            own = at + 2 + (board.low[at + 2 : at + 3] == ["the"])
            if (end := _end(board, own)) > own:
                yield _Name(at, end, own, end)
        elif (is_large and word in _SURE | _OTHER) or (not is_large and word in _LOWER):
            first = _start(board, at)
            is_named = any(board.is_name_word(i) for i in range(first, at))
            if is_named and (word in _SURE or _is_led(board, first, at)):
                yield _Name(first, _past_town(board, at + 1), first, at)


def _opens(board: Board, at: int) -> bool:
    """Not the "River" of "Red River Company"."""
    return not board.is_name_word(at - 1) and words.organ_words().starting(board.low, at + 1) is None


def _past_town(board: Board, last: int) -> int:
    """Past the "of Northtown" behind "Hill International Airport"."""
    is_site = board.low[last - 1] in _SITES and board.is_capital(last - 1) and board.low[last : last + 1] == ["of"]
    return max(last, _end(board, last + 1)) if is_site and _end(board, last + 1) > last + 1 else last


def _start(board: Board, noun: int) -> int:
    """Where the capitals before the noun begin."""
    first = noun
    while first > 0 and noun - first < _LONGEST:
        if board.text[first - 1] == "-" and first < noun and board.is_name_word(first - 2):
            first -= 2
        elif _is_own(board, first - 1):
            first -= 1
        else:
            break
    return first


def _is_own(board: Board, i: int) -> bool:
    """Whether a word is of the name: "South China Sea", "Kochi International Airport"; no sort of place."""
    is_part = board.is_capital(i) and (board.low[i] in words.group("quarters") or board.low[i] in words.modifiers())
    return (board.is_name_word(i) or is_part) and board.low[i] not in words.sorts()


def _end(board: Board, at: int) -> int:
    end = at
    while end - at < 2 and board.is_name_word(end) and board.low[end] not in words.sorts():
        end += 1
    return end


def _is_led(board: Board, first: int, noun: int) -> bool:
    """Whether it stands as a place does: "on the Friendship Bridge"; not "Rachel Bridge said"."""
    return (first > 0 and board.low[first - 1] in _LED) or board.labels.get(noun) in {"LOC", "FAC", "GPE"}


def _goes_on(board: Board, last: int) -> bool:
    """Whether another name or a body follows: the "Black Sea Fleet", the "Kathmandu Valley police"."""
    if last >= len(board.text):
        return False
    return board.is_name_word(last) or words.organ_words().starting(board.low, last) is not None


def _holder(board: Board, name: _Name) -> tuple[str | None, str | None]:
    """The place that holds it, by id, and its country; of a valley or river called after a town the country alone."""
    place = gazetteer.lookup(board.phrase(name.own, name.end), near=board.near)
    if place is None or place.country not in board.near:
        return None, None
    return (place.id if board.low[name.last - 1] in _SITES else place.country), place.country
