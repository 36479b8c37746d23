"""Bodies that a list names, and media that their own words give away: "the RIA news agency", "Channel 9 television"."""

import re

from reportedly.model import EntityKind
from reportedly.text.naming import words
from reportedly.text.naming.board import Board, Spot
from reportedly.text.naming.words import Listed

_KINDS = {"agency": EntityKind.AGENCY, "media": EntityKind.OUTLET, "alliance": EntityKind.ORGANISATION}
_NUMBERED = re.compile(r"^[A-Z][^\W\d_]{2,}-\d{1,2}$")
_SPEECH = words.group("cites")
_PRINTED = {"newspaper", "newspapers", "magazine", "weekly", "website", "daily", "tabloid", "portal", "broadsheet"}
"""Written small behind a medium's name, no part of it: the "Norland Times newspaper"."""
_BEFORE = words.group("cited_by")


def find_listed(board: Board) -> None:
    """Agencies, media and alliances of the lists, exactly as they are spelled there."""
    last = 0
    for at in words.listed().starts(board.text):
        hit = words.listed().starting(board.text, at) if at >= last else None
        if hit is None or not _is_meant(board, at, *hit):
            continue
        last, entry = hit
        last = _generic_end(board, last, entry)
        board.put(
            Spot(
                first=at,
                last=last,
                kind=_KINDS[entry.sort],
                name=entry.name,
                head=_head(entry),
                country=entry.country,
            )
        )


def _head(entry: Listed) -> str:
    if entry.sort == "alliance":
        return "agency" if entry.is_agency else "organisation"
    return "agency" if entry.sort == "agency" else "channel"


def _is_meant(board: Board, first: int, last: int, entry: Listed) -> bool:
    """Not part of a longer name ("Al Jazeera Street", "Beta Hospital"), and a common word only beside speech."""
    before, after = board.low[first - 1 : first], board.low[last : last + 1]
    if board.text[first] == "US" or (first and board.text[first - 1] in {"-"}):
        return False
    short = last - first == 1 and entry.sort != "alliance" and not board.text[first].isupper()
    inside = _is_name(board, first - 1) or (_is_name(board, last) and not board.is_shouted)
    if entry.is_weak or (short and inside):
        return bool(set(before) & _BEFORE) or bool(set(after) & _SPEECH)
    return not (board.labels.get(first) == "PERSON" and inside)


def _is_name(board: Board, i: int) -> bool:
    return 0 <= i < len(board.text) and board.is_name_word(i) and i not in board.country_ends and not board.is_shouted


def _generic_end(board: Board, last: int, entry: Listed) -> int:
    """Past the "news agency" that follows."""
    if entry.sort == "alliance":
        return last
    table = words.phrases("agency") if entry.sort == "agency" else words.phrases("medium")
    hit = table.starting(board.low if entry.sort == "agency" else board.text, last)
    return hit[0] if hit and not board.low[hit[0] - 1].endswith("agencies") else last


def find_media(board: Board) -> None:
    """Media that no list has: a name beside "news agency", "television", "newspaper"."""
    tables = (
        (words.phrases("agency"), board.low, EntityKind.AGENCY),
        (words.phrases("medium"), board.text, EntityKind.OUTLET),
    )
    for i in sorted({at for table, tokens, _ in tables for at in table.starts(tokens)}):
        if not board.is_free(i, i + 1):
            continue
        for table, tokens, kind in tables:
            hit = table.starting(tokens, i)
            if hit and _put_medium(board, i, hit[0], kind):
                break


def find_papers(board: Board) -> None:
    """Papers by the noun that ends their names: "the Orlo Gazette", "told the Norland Evening Post"."""
    for at, word in board.capitals.items() if not board.is_shouted else ():
        if word not in _PAPERS and word not in _CITED_PAPERS:
            continue
        is_edition = at > 0 and board.low[at - 1] in _EDITIONS and board.is_capital(at - 1)
        first, country = _name_before(board, at - is_edition)
        is_cited = is_edition or board.low[at + 1 : at + 2] in _PRINTS
        is_other = _is_name(board, at + 1) or board.text[first] in words.given() or board.is_thing(first, at + 1)
        is_other |= words.roles().ending(board.low, first) is not None
        if first < at and not is_other and (word in _PAPERS or is_cited):
            kind, name = EntityKind.OUTLET, board.phrase(first, at + 1)
            board.put(Spot(first=first, last=at + 1, kind=kind, name=name, head="newspaper", country=country))


_PRINTS = [[verb] for verb in sorted(words.group("prints"))]
_PAPERS = words.group("papers")
_CITED_PAPERS = words.group("cited_papers")
_EDITIONS = words.group("editions")


def find_coordinated(board: Board) -> None:
    """The wire named beside a listed one: "the TAZ and Interfax news agencies"."""
    for first, spot in sorted(board.spots.items()):
        if spot.kind is not EntityKind.AGENCY or board.low[first - 1 : first] != ["and"]:
            continue
        follows = board.low[spot.last] if spot.last < len(board.low) else ""
        if not board.low[spot.last - 1].startswith("agenc") and not follows.startswith("agenc"):
            continue
        start = first - 1
        while start > 0 and board.is_name_word(start - 1) and board.is_free(start - 1, start):
            start -= 1
        name = board.phrase(start, first - 1)
        board.put(Spot(first=start, last=first - 1, kind=EntityKind.AGENCY, name=name, head="agency"))


def find_numbered(board: Board) -> None:
    """Channels by their number: "told Vesti-24", "on Channel 9"."""
    for i, token in board.capitals.items():
        if i + 1 == len(board.text) or not board.is_free(i, i + 1) or board.low[i - 1 : i] == []:
            continue
        last = i + 2 if token in {"Channel", "Canal", "Kanal", "TV"} and board.text[i + 1].isdigit() else i + 1
        is_numbered = last > i + 1 or (
            _NUMBERED.match(token) and board.low[i - 1] in {"told", "by", "to", "on", "channel"}
        )
        while last > i + 1 and board.is_name_word(last) and board.is_free(last, last + 1):
            last += 1
        if is_numbered and board.labels.get(i) not in {"DATE", "TIME"}:
            board.put(Spot(first=i, last=last, kind=EntityKind.OUTLET, name=board.phrase(i, last), head="channel"))


def _put_medium(board: Board, first: int, last: int, kind: EntityKind) -> bool:
    start, country = _name_before(board, first)
    end = _name_after(board, last) if start == first else last
    if start == first and end == last:
        return False
    if board.low[first:last] in (["agency"], ["agencies"]) and start < first:
        return False  # "National Aviation Agency" is an organ; "agency Orbis" a wire
    name = board.phrase(last, end) if end > last else board.phrase(start, last)
    is_bare = kind is EntityKind.AGENCY or board.text[last - 1] in _PRINTED
    if is_bare and start < first and first not in board.country_ends and board.is_name_word(start):
        name = board.phrase(start, first)
    return board.put(Spot(first=start, last=end, kind=kind, name=name, head=board.low[last - 1], country=country))


def _name_before(board: Board, at: int) -> tuple[int, str | None]:
    first, country = at, None
    while first > 0 and board.is_free(first - 1, first):
        word = board.country_ends.get(first)
        if word and word.sort != "people" and board.is_free(word.first, first):
            first, country = word.first, word.code
        elif (
            board.is_name_word(first - 1)
            or (board.text[first - 1] == "-" and board.is_name_word(first - 2))
            or (board.low[first - 1] in {"private", "state", "public", "local", "national"} and first < at)
        ):
            first -= 1
        else:
            break
    return first, country


def _name_after(board: Board, at: int) -> int:
    last = at
    while (
        last < len(board.text)
        and board.is_free(last, last + 1)
        and (board.is_name_word(last) or (last > at and board.text[last].isdigit()))
    ):
        last += 1
    return last
