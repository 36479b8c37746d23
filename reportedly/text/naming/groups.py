"""People without a name: "a police spokesman", "two witnesses", "Russian soldiers", "the Koreans", "residents"."""

from reportedly.model import EntityKind
from reportedly.text.naming import words
from reportedly.text.naming.board import Board, Spot

_FROM = {"of", "for", "from", "at", "with", "in"}
_NOT_PART = words.group("not_part")
_SPEAK = words.group("speak")


_ANYONE = words.group("anyone")


def find_nationals(board: Board) -> None:
    """ "Koreans", "Ukrainians": a group of that country."""
    for word in board.countries.values():
        if word.sort == "people" and board.is_free(word.first, word.last):
            board.put(
                Spot(
                    first=word.first,
                    last=word.last,
                    kind=EntityKind.GROUP,
                    name=board.phrase(word.first, word.last),
                    head="nationals",
                    country=word.code,
                    is_plural=word.word.endswith("s"),
                    is_named=False,
                )
            )


def find_unnamed(board: Board) -> None:
    """Unnamed people, one or many."""
    last = 0
    for at in words.unnamed().starts(board.low):
        is_free = at >= last and board.is_free(at, at + 1)
        hit = words.unnamed().starting(board.low, at) if is_free else None
        if hit is None or board.doc[hit[0] - 1].pos_ not in {"NOUN", "PROPN"}:
            continue
        last, is_plural = hit
        if _is_head(board, last - 1):
            _put(board, at, last, is_plural)


def _is_head(board: Board, i: int) -> bool:
    """Not the first half of a compound ("officials building")."""
    token = board.doc[i]
    return not (token.dep_ == "compound" and token.head.i == i + 1)


def _put(board: Board, first: int, last: int, is_plural: bool) -> None:
    family = next(
        (hit[1] for i in range(first, last) if (hit := words.roles().starting(board.low, i)) and hit[0] == last), None
    )
    start, country, organ = _left_of(board, first)
    end = last
    complement = _complement(board, last)
    if complement is not None:
        end, code, body = complement
        country, organ = country or code, body if body is not None else organ
    if board.low[last - 1] in _ANYONE and country is None and organ is None:
        return
    determiner = board.low[start - 1] if start else ""
    is_bare = (
        determiner in {"the", "this", "that", "its", "her", "his"}
        and start == first
        and organ is None
        and country is None
    )
    opening = board.spots[organ].first if organ is not None and organ < first else start
    name = board.phrase(opening, max(end, last))
    board.put(
        Spot(
            first=start,
            last=last,
            kind=EntityKind.GROUP if is_plural else EntityKind.PERSON,
            name=name,
            head=board.low[last - 1],
            role=family,
            title=None if is_plural else " ".join(board.low[first:last]),
            country=country,
            organ=organ,
            gender=words.genders().get(board.low[last - 1]),
            is_plural=is_plural,
            is_bare=(is_bare and not is_plural)
            or (is_bare and board.low[last - 1] in {"diplomats", "officials", "rescuers"}),
            is_named=False,
        )
    )


def _left_of(board: Board, first: int) -> tuple[int, str | None, int | None]:
    """Start of the phrase, its country and the organ that opens it."""
    start, country = first, None
    while start > 0:
        body = board.spot_at(start - 1)
        if body and body.last == start:
            is_organ = body.kind in {EntityKind.ORGANISATION, EntityKind.OUTLET, EntityKind.AGENCY}
            return start, country or body.country, body.first if is_organ else None
        word = board.country_ends.get(start)
        if word and word.sort != "people" and board.is_free(word.first, start):
            start, country = word.first, word.code
        elif not board.is_free(start - 1, start) or not board.low[start - 1].isalpha():
            if (
                board.text[start - 1] == "-"
                and start > 1
                and board.is_free(start - 2, start)
                and not board.doc[start - 1].whitespace_
            ):
                start -= 2
                continue
            if board.text[start - 1] in {"'s", "'"} and (owner := board.spot_at(start - 2)):
                return start, country or owner.country, owner.first if owner.kind is EntityKind.ORGANISATION else None
            break
        elif (
            board.low[start - 1] not in _NOT_PART
            and board.doc[start - 1].dep_ in {"amod", "compound", "nmod"}
            and board.doc[start - 1].head.i >= start
        ):
            start -= 1
        else:
            break
    return start, country, None


def _complement(board: Board, last: int) -> tuple[int, str | None, int | None] | None:
    """End, country and organ of "from the Ministry of X", "for the police", "of Ukraine"."""
    if last >= len(board.low) or board.low[last] not in _FROM:
        return None
    at = last + 1
    at += at < len(board.low) and board.low[at] in {"the", "a", "its"}
    spot, word = board.spots.get(at), board.countries.get(at)
    if spot and spot.kind in {EntityKind.ORGANISATION, EntityKind.OUTLET} and board.low[last] != "in":
        return spot.last, spot.country, spot.first
    if word and board.low[last] in {"of", "from"} and word.sort == "name":
        return word.last, word.code, None
    return None


def find_pronouns(board: Board) -> None:
    """ "he", "she"; "it", "they" only where they speak."""
    for token in board.doc:
        i, low = token.i, token.lower_
        if low not in {"he", "she", "it", "they"} or not board.is_free(i, i + 1):
            continue
        if low in {"it", "they"} and not (token.dep_ == "nsubj" and token.head.lemma_ in _SPEAK):
            continue
        person = low in {"he", "she"}
        board.put(
            Spot(
                first=i,
                last=i + 1,
                kind=EntityKind.PERSON if person else EntityKind.ORGANISATION if low == "it" else EntityKind.GROUP,
                name=token.text,
                head=low,
                gender={"he": "male", "she": "female"}.get(low),
                is_plural=low == "they",
                is_bare=True,
                is_named=False,
            )
        )
