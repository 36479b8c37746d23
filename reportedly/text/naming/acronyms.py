"""Short forms beside a name: "Collective Security Treaty Organization (CSTO)", "the Red Cross, ICRC,"."""

import re
from collections.abc import Iterable

from reportedly.lexicon import gazetteer
from reportedly.lexicon.gazetteer import Place
from reportedly.lexicon.nations import country_named
from reportedly.model import EntityKind
from reportedly.text.naming import words
from reportedly.text.naming.board import Board, Spot

_LEGAL = {"inc", "ltd", "plc", "llc", "corp", "gmbh", "ag", "sa"}
_SMALL = {"and", "of", "the", "for", "on", "in", "de", "la", "des", "du", "del", "y", "et", "&", "-", "'s", "to"}
_SHORTEST = 3
_ASIDES = words.group("asides")
_DOTTED = re.compile(r"^(?:[A-Z]\.){2,}[A-Z]?$")
_ACRONYM = re.compile(
    r"^(?:[A-Z]\.(?:[A-Z]\.)+[A-Z]?|[A-Z][A-Za-z.]{0,3}[A-Z]\.?[A-Za-z]{0,2}|[A-Z]{2,8}(?:-[A-Z]+)?)$"
)


def find_acronyms(board: Board) -> dict[str, Spot]:
    """Short form -> the body that it stands for, as this paragraph shows it; each becomes a spot of its own."""
    found: dict[str, Spot] = {}
    for first in sorted(board.spots):
        spot = board.spots[first]
        if spot.kind not in {EntityKind.ORGANISATION, EntityKind.AGENCY, EntityKind.OUTLET} or spot.is_bare:
            continue
        at = _acronym_after(board, spot) or _second_name_after(board, spot)
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


def _second_name_after(board: Board, spot: Spot) -> int | None:
    """The word in brackets by which a body is known at home: "the Turkish Red Crescent (Kızılay)"."""
    at = spot.last
    if at + 2 >= len(board.text) or board.text[at] != "(" or board.text[at + 2] != ")":
        return None
    word = board.text[at + 1]
    is_name = board.is_capital(at + 1) and word[1:].islower() and word.isalpha() and len(word) > _SHORTEST
    is_other = (
        at + 1 in board.countries
        or board.low[at + 1] in words.stop()
        or board.low[at + 1] in _ASIDES
        or gazetteer.lookup(word, near=board.near) is not None
        or bool(gazetteer.named(word))
    )
    is_body = board.is_capital(spot.first) and not spot.is_bare and " " in spot.name and not board.is_shouted
    return at + 1 if is_body and is_name and not is_other and board.is_free(at + 1, at + 2) else None


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
        first = _whole(board, _expansion(board, i - 1, token), i - 1, token)
        if first is None:
            first = _expansion_abroad(board, i - 1, token)
        if first is not None:
            place = _owner_before(board, first)
            first -= place is not None
            board.put(
                Spot(
                    first=first,
                    last=i - 1,
                    kind=EntityKind.ORGANISATION,
                    name=board.phrase(first, i - 1),
                    head=board.low[i - 2],
                    country=place.country if place else _country_at(board, first),
                    place=place.id if place else None,
                )
            )


def _is_opener(board: Board, i: int) -> bool:
    return board.low[i] in _SMALL or (bool(board.doc[i].is_sent_start) and board.low[i] in words.stop())


def _owner_before(board: Board, first: int) -> Place | None:
    """The place whose body it is: "Lima" before "State Relief Agency (SRA)"."""
    if first < 1 or not board.is_name_word(first - 1) or not board.is_free(first - 1, first):
        return None
    place = gazetteer.lookup(board.text[first - 1], near=board.near)
    return place if place and place.country in board.near and place.kind != "country" else None


def _country_at(board: Board, first: int) -> str | None:
    word = board.countries.get(first)
    return word.code if word else None


def _expansion_abroad(board: Board, end: int, short: str) -> int | None:
    """Where the capitals begin that another language's initials stand for: "Circle of Physicians (CPM)"."""
    at = end
    while at > 0 and board.is_free(at - 1, at) and (board.is_capital(at - 1) or board.low[at - 1] in _SMALL):
        if board.text[at - 1] in {"'s", "-"} or (board.doc[at - 1].is_sent_start and board.low[at - 1] == "the"):
            break
        at -= 1
    while at < end and _is_opener(board, at):
        at += 1
    capitals = [board.low[i][0] for i in range(at, end) if board.is_capital(i)]
    left, hits = list(capitals), 0
    for letter in short.lower():
        if letter in left:
            left.remove(letter)
            hits += 1
    is_body = len(capitals) >= 2 and hits >= 2 and 2 * hits >= len(short) and hits >= len(capitals) - 1
    is_other = any(board.labels.get(i) in {"PERSON", "GPE"} for i in range(at, end) if i not in board.countries)
    return at if is_body and not is_other else None


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


def _whole(board: Board, first: int | None, end: int, short: str) -> int | None:
    """The longer reading, where a small word of the name was taken for one of its letters: "Front of Parties for Renewal"
    is the FPR, not "Parties for Renewal".
    """
    if first is None or first < 2 or board.low[first - 1] not in _SMALL or board.text[first - 1] in {"'s", "-"}:
        return first
    letters = [letter for letter in short.lower() if letter.isalpha()]
    large = [i for i in range(first, end) if board.is_capital(i)]
    at = first - 1
    while at > 0 and board.low[at] in _SMALL and board.is_free(at, at + 1):
        at -= 1
    is_longer = board.is_capital(at) and board.is_free(at, at + 1) and not board.doc[at + 1].is_sent_start
    return at if is_longer and [board.low[i][0] for i in (at, *large)] == letters else first


def implied(boards: Iterable[Board]) -> dict[str, Spot]:
    """Initials of the article's bodies, for short forms that no bracket explains ("MEA")."""
    found: dict[str, set[str]] = {}
    spots: dict[str, Spot] = {}
    for board in boards:
        for _, spot in sorted(board.spots.items()):
            short = "".join(word[0] for word in re.findall(r"[^\W\d_]+", spot.name) if word[0].isupper())
            is_country = country_named(short) is not None  # the U.S. consulate in Adana is not the USA
            if spot.kind is EntityKind.ORGANISATION and len(short) > 2 and " " in spot.name and not is_country:
                found.setdefault(short, set()).add(spot.name)
                spots.setdefault(short, spot)
    return {short: spots[short] for short, names in found.items() if len(names) == 1}


def find_lone_acronyms(board: Board) -> None:
    """Capitals that nothing explains and that stand as a body does: "SIBC reported", "the FACA answer", "a surgeon at HJRA"."""
    if board.is_shouted:
        return
    for i, token in board.capitals.items():
        if not _LONE.match(token) or not board.is_free(i, i + 1) or _ROMAN.match(token) or token in _NO_BODIES:
            continue
        if board.doc[i].pos_ in {"PROPN", "NOUN"} and not _is_thing_s(board, i):
            board.put(Spot(first=i, last=i + 1, kind=EntityKind.ORGANISATION, name=token, head=token.lower()))


def _is_thing_s(board: Board, i: int) -> bool:
    """A thing's short name, a degree, part of a code: "an MBA", "PVC pipes", "5 MHZ", "BR-116"; "CIDG chief" has a body, and so has
    "the FACA answer", which may be a verb."""
    before, after = board.text[i - 1 : i], board.text[i + 1 : i + 2]
    if any(word.isupper() and word.isalpha() and len(word) > 1 for word in (*before, *after)):
        return True  # among other capitals
    if before and (board.doc[i - 1].like_num or before[0].lower() in _NOT_BEFORE_BODIES):
        return True
    if after and (after[0] in {"-", "/"} or after[0].isdigit()):
        return True
    is_compound = board.doc[i].dep_ == "compound" and board.doc[i].head.i > i and bool(after) and after[0].islower()
    is_of_body = words.roles().starting(board.low, i + 1) or words.organ_words().starting(board.low, i + 1)
    is_pointed_at = board.low[i - 1 : i] == ["the"]
    return is_compound and not is_of_body and not is_pointed_at


_LONE = re.compile(r"^[A-Z]{3,7}$")
_NOT_BEFORE_BODIES = {"$", "-", "/", "a", "an"}
_ROMAN = re.compile(r"^[IVXLC]+$")
_NO_BODIES = words.group("no_bodies")


def _spells(acronym: str, name: str) -> bool:
    """Whether most letters of an acronym are first letters of the name's words, in order."""
    initials = "".join(word[0].lower() for word in re.findall(r"[A-Za-z]+", name))
    hits, at = 0, 0
    for letter in acronym.lower():
        place = initials.find(letter, at)
        if place >= 0:
            hits, at = hits + 1, place + 1
    return hits >= max(2, len(acronym) - 3)
