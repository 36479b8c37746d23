"""Organs of states and other bodies, by their head noun and what qualifies it.

"the Peruvian civil defence institute", "Kazakhstan's foreign ministry", "Ministry of Labour and Social Protection of
Ukraine", "the Kazakh embassy in Uzbekistan", "Lima police". A head alone ("the ministry") is left as a bare spot.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from reportedly.lexicon import gazetteer
from reportedly.model import EntityKind
from reportedly.text.naming import words
from reportedly.text.naming.board import Board, Spot
from reportedly.text.naming.words import OrganWord

_OUTLETS = {"state-television", "media"}
_OF = {"of", "for", "on"}
_ABROAD_OF = {"de", "del", "da", "do", "dos", "das", "des", "du", "di", "della", "für"}
_JOINTS = {"and", "&", "of", "for", "de", "del", "-", "("}
_MARKS = {'"', "'", "''", "``"}
_ABROAD = {"embassy", "consulate", "consulate-general", "mission"}
_QUARTERS = words.group("quarters")
_NOT_ALONE = words.group("not_alone")
_SITES = words.group("sites")
_MINISTERIAL = words.group("ministerial")
_POINTERS = {"the", "its", "this", "that", "their"}


class _Left(NamedTuple):
    first: int
    country: str | None
    is_qualified: bool
    owner: str | None


def find_organs(board: Board) -> None:
    """Every organ and body, the bare ones included."""
    past = 0
    for at in words.organ_words().starts(board.low):
        is_free = at >= past and board.is_free(at, at + 1)
        hit = words.organ_words().starting(board.low, at) if is_free else None
        if hit is None or not _is_noun(board, hit[0] - 1) or _is_region(board, at, hit[0]):
            continue
        last, word = _longest(board, at, *hit)
        if (end := _quoted_end(board, last)) is not None:
            past = _put_quoted(board, at, last, end, word)
            continue
        if (end := _called_end(board, at, last)) > last:
            kind = EntityKind.ORGANISATION
            board.put(Spot(first=at, last=end, kind=kind, name=board.phrase(last, end), head=board.low[last - 1]))
            past = end
            continue
        if not _is_modifier_only(board, at, last):
            past = max(at + 1, _put(board, at, last, word))


_LONGEST_QUOTED = 7


def _quoted_end(board: Board, last: int) -> int | None:
    """The closing mark of a name in quotation marks that stands right behind a body's noun: the association "Vesk"."""
    if last + 2 >= len(board.text) or board.text[last] not in _MARKS or not board.is_capital(last + 1):
        return None
    reach = range(last + 2, min(len(board.text), last + 2 + _LONGEST_QUOTED))
    end = next((i for i in reach if board.text[i] in _MARKS), None)
    return (
        end if end is not None and all(board.doc[i].pos_ not in {"VERB", "AUX"} for i in range(last + 1, end)) else None
    )


def _called_end(board: Board, first: int, last: int) -> int:
    """Where the name ends that stands right behind a common noun for a body: "the union Petrol-Is", "the company Boreas"."""
    if (
        board.low[last - 1] not in _NAMING
        or board.is_capital(last - 1)
        or board.is_shouted
        or not board.is_free(last, last + 1)
    ):
        return last
    if first and board.is_name_word(first - 1):
        return last  # "the Vesk company Boreas" is of Vesk
    if not board.is_name_word(last) or last in board.countries or words.roles().starting(board.low, last):
        return last
    end = _capitals_end(board, last)
    is_person = board.labels.get(last) == "PERSON" and (end - last > 1 or board.text[last] in words.given())
    is_other = words.organ_words().ending(board.low, end) is not None or bool(gazetteer.named(board.phrase(last, end)))
    return last if is_person or is_other or not board.is_free(last, end) else end


_NAMING = words.group("naming")


def _put_quoted(board: Board, first: int, last: int, end: int, word: OrganWord) -> int:
    kind = EntityKind.OUTLET if word.type in _OUTLETS else EntityKind.ORGANISATION
    board.put(Spot(first=first, last=end + 1, kind=kind, name=board.phrase(last + 1, end), head=board.low[last - 1]))
    return end + 1


def _is_region(board: Board, first: int, last: int) -> bool:
    """ "the department of Antioquia" is a part of a country."""
    if board.low[first:last] != ["department"] or board.low[last : last + 1] != ["of"] or last + 1 >= len(board.text):
        return False
    known = gazetteer.named(board.text[last + 1])
    return board.is_capital(last + 1) and any(place.kind == "region" for place in known)


def _longest(board: Board, first: int, last: int, word: OrganWord) -> tuple[int, OrganWord]:
    """ "local police" reaches on into "police department"."""
    for inner in range(first + 1, last):
        further = words.organ_words().starting(board.low, inner)
        if further and further[0] > last:
            return further
    return last, word


def _is_modifier_only(board: Board, first: int, last: int) -> bool:
    """ "military" before "alliance" is part of that body's name, and "railways" before "ministry"."""
    follows = words.organ_words().starting(board.low, last)
    domain = words.domains().ending(board.low, last)
    is_domain = domain is not None and domain[0] <= first
    return bool(follows) and (is_domain or all(board.low[i] in words.modifiers() for i in range(first, last)))


def _is_noun(board: Board, i: int) -> bool:
    """ "to guard the bank" has no guard; "police" before a noun that is no person's ("police cars") does not speak."""
    token = board.doc[i]
    return token.pos_ not in {"VERB", "AUX", "ADV", "ADP"} and not (
        token.dep_ == "compound" and _is_mere_modifier(board, i)
    )


def _is_mere_modifier(board: Board, i: int) -> bool:
    following = board.low[i + 1] if i + 1 < len(board.low) else ""
    token = board.doc[i]
    return (
        token.head.i > i
        and token.head.pos_ == "NOUN"
        and following.isalpha()
        and not words.unnamed().starting(board.low, i + 1)
        and not words.organ_words().starting(board.low, i + 1)
        and not board.is_capital(i)
    )


def _put(board: Board, first: int, last: int, word: OrganWord) -> int:
    left = _left_of(board, first, word)
    homes = (words.homes().get(" ".join(board.low[at:last])) for at in (first, left.first))
    home = next((code for code in homes if code), None)
    is_name = board.is_capital(last - 1) and not board.is_shouted
    end, country, is_named = _right_of(board, last, is_name, word, board.low[last - 1] in _ABROAD)
    start, end = _as_recognised(board, _joined_start(board, left.first), _heads_end(board, end))
    qualified = left.is_qualified or is_named or country is not None or start < first or end > last
    if not qualified and not word.is_fixed:
        return _put_bare(board, first, last, word)
    name = board.phrase(start, end)
    kind = EntityKind.OUTLET if word.type in _OUTLETS else EntityKind.ORGANISATION
    board.put(
        Spot(
            first=start,
            last=end,
            kind=kind,
            name=name,
            head=board.low[last - 1],
            country=left.country or country or home,
            place=left.owner,
            is_plural=board.low[last - 1].endswith("s") or word.type in {"police", "authorities"},
            is_named=qualified,
        )
    )
    return end


def _heads_end(board: Board, last: int) -> int:
    """Past the further heads of one capitalised name: "Coal Mine Group", "Federation of Trade Unions"."""
    while (
        last < len(board.text)
        and board.is_capital(last - 1)
        and not board.is_shouted
        and (end := _head_end(board, last)) > last
        and board.is_free(last, end)
        and all(board.is_capital(i) for i in range(last, end))
    ):
        last = end
    return last


def _head_end(board: Board, at: int) -> int:
    """Where a body's noun ends that starts here, one or many of them."""
    single = [*board.low[at : at + 1], ""][0].removesuffix("s")
    head = words.organ_words().starting(board.low, at) or words.organ_words().starting([single], 0)
    return (head[0] if head[0] > at else at + 1) if head is not None else at


def _joined_start(board: Board, first: int) -> int:
    """Before what a hyphen joins to a name: "All-Norland Union"."""
    is_joined = first > 1 and board.text[first - 1] == "-" and not board.doc[first - 1].whitespace_
    is_joined = is_joined and not board.doc[first - 2].whitespace_ and board.is_capital(first - 2)
    return first - 2 if is_joined and board.is_free(first - 2, first) else first


def _as_recognised(board: Board, first: int, last: int) -> tuple[int, int]:
    """The whole capitalised name where the recogniser sees one body that goes on past what the word lists know: "Rail
    Workers' Unity Council", "Fire Service and Civil Defence"."""
    if board.is_shouted or not board.is_capital(first):
        return first, last
    for ent in board.doc.ents:
        if ent.label_ == "ORG" and ent.start <= first and last <= ent.end:
            start = _start_apart(board, ent.start, first)
            is_whole = board.is_capital(start) and (board.is_capital(ent.end - 1) or board.text[ent.end - 1] == ")")
            is_free = board.is_free(start, first) and board.is_free(last, ent.end)
            is_whole = is_whole and (ent.end == last or board.low[last] in _JOINTS)  # no "Railways Ana Vesk"
            is_apart = any(i in board.countries for i in (*range(start, first), *range(last, ent.end)))
            if is_whole and is_free and not is_apart:
                return start, ent.end
    return first, last


def _start_apart(board: Board, start: int, first: int) -> int:
    """Past an article, and past the town before it that is no part of the name: "In Lima the State Committee"."""
    if board.low[start] in {"the", "a", "an"}:
        return start + 1
    article = next((i for i in range(start + 1, first) if board.low[i] == "the" and board.is_capital(i - 1)), None)
    return article + 1 if article is not None and start > 0 and board.low[start - 1] in _PLACING else start


_PLACING = {"in", "at", "from", "near"}


def _put_bare(board: Board, first: int, last: int, word: OrganWord) -> int:
    points = first > 0 and board.low[first - 1] in _POINTERS
    if board.low[last - 1] in _SITES or (board.low[last - 1] in _NOT_ALONE and not points):
        return last
    name = board.phrase(first, last)
    board.put(
        Spot(
            first=first,
            last=last,
            kind=EntityKind.ORGANISATION,
            name=name,
            head=board.low[last - 1],
            is_bare=True,
            is_named=False,
        )
    )
    return last


def _left_of(board: Board, first: int, word: OrganWord) -> _Left:
    """Walk left over what qualifies the head: adjectives of countries, owners, domains, names."""
    at, country, qualified, owner = first, None, False, None
    while at > 0 and board.is_free(at - 1, at):
        nation = board.country_ends.get(at)
        if nation and nation.sort in {"adjective", "name"} and board.is_free(nation.first, at):
            at, country, qualified = nation.first, nation.code, True
            break
        if board.text[at - 1] == "'s" or board.text[at - 1] == "'":
            found = _owner(board, at - 1)
            if found is None and _is_of_members(board, at - 1):
                at, qualified = at - 2, True
                continue
            if found is None:
                break
            at, country, owner = found
            qualified = True
            break
        domain = words.domains().ending(board.low, at)
        if (
            domain
            and board.is_free(domain[0], at)
            and not (domain[1] == "foreign" and board.low[first] not in _MINISTERIAL)
        ):
            at, qualified = domain[0] + (board.low[domain[0]] == "the"), True
            if board.low[at - 1] == "the":
                break
        elif board.low[at - 1] in {"and", "&"} and words.domains().ending(board.low, at - 1) and qualified:
            at -= 1
        elif board.low[at - 1] in words.modifiers():
            at, qualified = at - 1, True
        elif (
            board.text[at - 1] in {"-", "/"}
            and at > 1
            and (board.is_name_word(at - 2) or board.low[at - 2] in words.modifiers())
        ):
            at -= 1
        elif (board.is_name_word(at - 1) or _is_part(board, at - 1)) and not board.is_shouted:
            at, qualified = at - 1, True
        elif (
            board.low[at - 1] in {"and", "&"}
            and board.is_capital(at)
            and board.is_name_word(at - 2)
            and _is_one_name(board, at - 2, at)
        ):
            at -= 1
        else:
            break
    if owner is None and at < first and country is None and (word.is_state or word.is_fixed):
        owner, country = _seat(board, at, first)
    return _Left(at, country, qualified, owner)


def _is_part(board: Board, i: int) -> bool:
    """Whether a capitalised "New" or "Northern" within a sentence opens a name."""
    is_inner = i > 0 and not board.doc[i].is_sent_start and board.is_name_word(i + 1)
    return is_inner and board.is_capital(i) and board.low[i] in _QUARTERS


def _is_of_members(board: Board, mark: int) -> bool:
    """ "Workers' Council", "Women's League": a capitalised noun that the body's own name has in the genitive."""
    member = board.doc[mark - 1]
    return board.is_capital(mark + 1) and board.is_name_word(mark - 1) and member.tag_ in {"NNS", "NNPS", "NN", "NNP"}


def _owner(board: Board, mark: int) -> tuple[int, str | None, str | None] | None:
    """First token, country and place of the owner before a possessive mark: "Kazakhstan's", "Lima's"."""
    word = board.country_ends.get(mark)
    if word and board.is_free(word.first, mark):
        return word.first, word.code, None
    first = mark
    while first > 0 and board.is_name_word(first - 1) and board.is_free(first - 1, first):
        first -= 1
    if first == mark:
        return None
    place = gazetteer.lookup(board.phrase(first, mark), near=board.near)
    return (first, place.country, place.id) if place else None


def _seat(board: Board, first: int, head: int) -> tuple[str | None, str | None]:
    """The place that opens an organ's name, and its country: "Almaty military headquarters"."""
    last = head
    while last > first:
        is_plain = all(board.low[i] in _QUARTERS or board.low[i] in words.modifiers() for i in range(first, last))
        if (
            board.is_capital(first)
            and not is_plain
            and (  # "Central" of a committee is no town of that name
                place := gazetteer.lookup(board.phrase(first, last), near=board.near, loosely=True)
            )
        ):
            is_meant = place.country in board.near or place.population >= gazetteer.FAR_FETCHED
            return (place.id, place.country) if is_meant else (None, None)
        last -= 1
    return None, None


def _right_of(board: Board, last: int, is_name: bool, word: OrganWord, is_abroad: bool) -> tuple[int, str | None, bool]:
    """Where the name ends, the country that it gives, and whether anything belonged to it."""
    country, named = None, False
    for _ in range(4):
        after = _complement(board, last, is_name, country is not None, word.is_state)
        if after is None:
            break
        last, code = after
        country, named = country or code, True
    if is_abroad and last < len(board.text) and board.low[last] in {"in", "to", "at"}:
        there = board.countries.get(last + 1) or board.countries.get(last + 2)
        end = there.last if there and there.sort == "name" else _capitals_end(board, last + 1)
        if end > last + 1:
            return end, country, True
    return last, country, named


def _complement(
    board: Board, last: int, is_name: bool, has_country: bool, is_state: bool
) -> tuple[int, str | None] | None:
    """End and country of one "of ..." that belongs to a body's name."""
    if is_name and last + 1 < len(board.low) and board.low[last] in _ABROAD_OF and board.is_capital(last + 1):
        return _capitals_end(board, last + 1), None
    if last >= len(board.text) or board.low[last] not in _OF or not board.is_free(last, last + 1):
        return None
    at = last + 1
    at += at < len(board.low) and board.low[at] == "the"
    word = board.countries.get(at)
    if word and word.sort == "name" and not has_country and board.low[last] == "of":
        return word.last, word.code
    domain = words.domains().starting(board.low, at) or words.domains().starting(board.low, last + 1)
    if domain and words.organ_words().starting(board.low, domain[0]) is None:
        return _more_domains(board, domain[0], is_name), None
    end = _capitals_end(board, at)
    if end == at or not board.is_free(at, end):
        return None
    if is_name:
        return end, None
    place = gazetteer.lookup(board.phrase(at, end), near=board.near) if is_state else None
    return (end, place.country) if place else None


def _more_domains(board: Board, end: int, is_name: bool) -> int:
    """Past "and Social Protection", ", Labour and Welfare"."""
    for _ in range(3):
        at = end
        while at < len(board.low) and board.low[at] in {"and", "&", ",", "the"}:
            at += 1
        hit = words.domains().starting(board.low, at) if at > end else None
        if hit and "and" in board.low[end : at + 4]:
            end = hit[0]
        elif hit is None and at == end + 1 and board.low[end] in {"and", "&"} and is_name and _goes_on(board, at):
            end = _capitals_end(board, at)
        else:
            break
    return end


def _goes_on(board: Board, at: int) -> bool:
    """Whether the capitals after an "and" still say what a ministry deals with: no person, place or other body."""
    is_other = board.labels.get(at) in {"PERSON", "GPE", "NORP", "LOC"} or words.organ_words().starting(board.low, at)
    return board.is_name_word(at) and board.is_free(at, at + 1) and at not in board.countries and not is_other


def _is_one_name(board: Board, left: int, right: int) -> bool:
    """Whether the recogniser sees one organisation on both sides of an "and"."""
    return any(ent.start <= left and right < ent.end for ent in board.doc.ents if ent.label_ == "ORG")


def _capitals_end(board: Board, at: int) -> int:
    """Past a run of capitals and what joins them: "Hydrography and Navigation" where the recogniser sees one name."""
    end = at
    while end < len(board.text):
        if board.is_name_word(end) and not (end > at and end in board.countries):
            end += 1
        elif (
            end > at
            and end + 1 < len(board.text)
            and board.is_capital(end + 1)
            and (
                board.low[end] in {"de", "del", "la", "y", "-"}
                or (board.low[end] == "and" and _is_one_name(board, end - 1, end + 1))
            )
        ):
            end += 2
        else:
            break
    return end


def country_bodies(board: Board) -> Iterator[tuple[str, ...]]:
    """The words of bodies called after a country that the recogniser sees whole: "Bank Indonesia", "Statistics Norway"."""
    if board.is_shouted:
        return
    for ent in board.doc.ents:
        first = ent.end
        while first > ent.start and board.is_name_word(first - 1):
            first -= 1
        if ent.label_ == "ORG" and ent.end - first >= 2 and _is_country_body(board, first, ent.end):
            yield tuple(board.text[first : ent.end])


def _is_country_body(board: Board, first: int, last: int) -> bool:
    """Whether a country's name stands first or last in a row of other names, none of which says where in it."""
    inside = [word for at, word in board.countries.items() if first <= at < last]
    if len(inside) != 1 or inside[0].sort != "name" or inside[0].last > last:
        return False
    at, word = next((at, word) for at, word in board.countries.items() if first <= at < last)
    others = [i for i in range(first, last) if not at <= i < word.last]
    is_edge = at == first or word.last == last
    is_plain = all(board.text[i].isalpha() and board.low[i] not in _QUARTERS for i in others)
    is_known = any(
        words.roles().ending(board.low, i + 1) or words.organ_words().ending(board.low, i + 1) for i in others
    )
    return bool(others) and is_edge and is_plain and not is_known and not board.is_thing(first, last)


def put_country_bodies(board: Board, names: frozenset[tuple[str, ...]]) -> None:
    """Each place of those bodies in a paragraph, also where the recogniser sees only the country."""
    opening = {name[0] for name in names}
    for first, word in enumerate(board.text):
        if word not in opening:
            continue
        for name in names:
            last = first + len(name)
            if tuple(board.text[first:last]) == name:
                kind = EntityKind.ORGANISATION
                board.put(
                    Spot(first=first, last=last, kind=kind, name=board.phrase(first, last), head=name[-1].lower())
                )


def find_recognised(board: Board) -> None:
    """Bodies that only the recogniser sees: companies, movements."""
    if board.is_shouted:
        return
    for ent in board.doc.ents:
        if ent.label_ == "ORG":
            _put_recognised(board, ent.start, ent.end)
    for i, token in enumerate(board.text):
        if _DOTTED.match(token) and board.low[i - 1 : i] == ["the"] and board.is_free(i, i + 1):
            board.put(Spot(first=i, last=i + 1, kind=EntityKind.ORGANISATION, name=token, head=board.low[i]))


_DOTTED = re.compile(r"^(?:[A-Z]\.){3,}$")
"""Initials with stops, as an older style has them: "the R.T.G."."""


def _put_recognised(board: Board, first: int, last: int) -> None:
    first = _start_apart(board, first, last - 1)
    while first < last and not (board.is_free(first, first + 1) and board.is_name_word(first)):
        first += 1
    last = next((i for i in range(first, last) if not board.is_free(i, i + 1)), last)
    while last > first and not (board.is_capital(last - 1) or board.text[last - 1].isdigit()):
        last -= 1
    if first < last and not board.is_thing(first, last) and first not in board.countries:
        name = board.phrase(first, last)
        board.put(Spot(first=first, last=last, kind=EntityKind.ORGANISATION, name=name, head=board.low[last - 1]))
