"""Places that no map has and the article itself shows to be some: villages, mines, quarters, camps, crossings.

In: all paragraphs of an article. Out: the names that its words treat as places and never as people or bodies. "the village
of Orlo", "the Vesk mine", "at Tora Bandak, 12 km south of Lima" show it at once, "in Orlo" and "from Orlo" together. A name
shown in one sentence is a place in all, whatever the recogniser takes it for elsewhere.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from reportedly.lexicon import gazetteer
from reportedly.lexicon.gazetteer import Place
from reportedly.model import EntityKind
from reportedly.text.naming import words
from reportedly.text.naming.board import Board, Spot
from reportedly.text.naming.whereabouts import weight_as_place

type Name = tuple[str, ...]

_ABODES = words.group("abodes")
_DWELLING = words.group("dwelling")
_BUILDINGS = words.group("buildings")
_SITED = words.group("sited")
_SITE_KINDS = words.group("site_kinds")
_LANDMARKS = words.group("landmarks")
_BESET = words.group("beset")
_DIRECTIONS = words.group("directions")
_UNITS = words.group("distances")
_HARMING = words.group("harming")
_AIMING = words.group("aiming")
_ARRIVING = words.group("arriving")
_ATTITUDES = words.group("attitudes")
_PLAIN = {"in", "at", "from", "to", "towards", "toward", "via", "through", "into", "between", "reach", "and"}
_NEAR = {"near", "outside", "around", "across", "throughout", "inside"}
_STANDING = words.group("standing")
_JOINTS = {"la", "las", "los", "el", "de", "del", "da", "do", "dos", "al", "le", "les"}
_LONGEST = 4
"""Words of a name at most, hyphens and what they join left out."""
_SHOWN = 2
_TOWN = 15_000
"""Inhabitants of a namesake from which on a name is not taken for an unlisted place."""
_AHEAD = 8
"""Words behind a name among which is where it lies: ", some 12 km to the south of"."""


def shown_places(boards: Sequence[Board]) -> frozenset[Name]:
    """The names, as their words are spelled, that the article shows to be places."""
    votes: Counter[Name] = Counter()
    others: set[Name] = set()
    for board in boards:
        for first, last in _runs(board) if not board.is_shouted else ():
            name = tuple(board.text[first:last])
            if _is_other(board, first, last):
                others.add(name)
            else:
                votes[name] += _weight(board, first, last)
    return frozenset(name for name, weight in votes.items() if weight >= _SHOWN and name not in others)


def put_shown(board: Board, names: frozenset[Name]) -> None:
    """Each of those names in a paragraph, alone or before what is called after it."""
    if board.is_shouted or not names:
        return
    for first, last in _runs(board):
        if tuple(board.text[first:last]) in names and not _is_of_body(board, last) and not _is_role(board, first):
            place = _listed(board, first, last)
            is_left = (
                _is_elsewhere(board, first, last) if place is None else not _is_mistaken(board, first, last, place)
            )
            if is_left:
                continue
            board.put(
                Spot(
                    first=first,
                    last=board.past_sort(_past_site(board, last)),
                    kind=EntityKind.PLACE,
                    name=place.name if place is not None else board.phrase(first, last),
                    head=place.kind if place is not None else "city",
                    country=place.country if place is not None else None,
                    place=place.id if place is not None else None,
                )
            )


def _past_site(board: Board, last: int) -> int:
    """Past what a site is called by where it is written as a name: "Vesk Coal Mine"."""
    at = last
    while at < len(board.low) and board.low[at] in _SITE_KINDS and board.is_capital(at):
        at += 1
    is_named = board.is_capital(at) and board.low[at] in _SITED and board.is_free(last, at + 1)
    return at + 1 if is_named else last


def _listed(board: Board, first: int, last: int) -> Place | None:
    """The place of the article's countries that the map has under that name."""
    place = gazetteer.lookup(board.phrase(first, last), near=board.near)
    return place if place is not None and place.country in board.near[:3] else None


def _is_mistaken(board: Board, first: int, last: int, place: Place) -> bool:
    """Whether a place of the map would go unseen, or into the name of a body that is there: "the embassy in Lima"."""
    if not all(board.labels.get(i) in {"GPE", "LOC"} for i in range(first, last)):
        return True
    is_of_body = first > 1 and words.organ_words().ending(board.low, first - 1) is not None
    is_seat = is_of_body and board.low[first - 1] in {"in", "at", "to"}
    return not is_seat and place.country == board.near[0]


def _is_elsewhere(board: Board, first: int, last: int) -> bool:
    """Whether the map has a town of that name in a country that the article does not speak of: who says so decides later."""
    return any(place.population >= _TOWN for place in gazetteer.named(board.phrase(first, last)))


def _runs(board: Board) -> Iterator[tuple[int, int]]:
    """Each row of capitals that nothing else has taken, whole, without what it is called by ("Vesk Mine", "River Vesk")."""
    at, size = 0, len(board.text)
    while at < size:
        last = _end(board, at)
        if last == at:
            at += 1
            continue
        first, end = at, last
        while end > first and _is_generic(board, end - 1):
            end -= 1
        while first < end and _is_generic(board, first):
            first += 1
        if first < end and _is_name(board, first, end):
            yield first, end
        at = last


def _end(board: Board, first: int) -> int:
    """Where a name ends that begins here: "Tora Bandak", "La Vesk", "Kok-Orlo"."""
    if not _is_part(board, first):
        return first
    last = first + 1
    while last < len(board.text):
        is_joined = board.text[last] == "-" and not board.doc[last].whitespace_ and not board.doc[last - 1].whitespace_
        if _is_part(board, last):
            last += 1
        elif (is_joined or board.low[last] in _JOINTS) and _is_part(board, last + 1):
            last += 2
        else:
            break
    return last


def _is_part(board: Board, i: int) -> bool:
    return (
        board.is_free(i, i + 1)
        and board.is_capital(i)
        and board.text[i][0].isalpha()
        and i not in board.countries
        and (board.is_name_word(i) or (board.low[i] in _JOINTS and board.is_name_word(i + 1)))
    )


def _is_generic(board: Board, i: int) -> bool:
    """What a place, a site or a quarter is called by, and no name itself."""
    low = board.low[i]
    is_noun = low in _SITED or low in _SITE_KINDS or low in _ABODES or low in _LANDMARKS or low in words.sorts()
    return is_noun or low in _DIRECTIONS or low in words.stop()


def _is_name(board: Board, first: int, last: int) -> bool:
    """Whether the words may be a place's: no body, office, ship or date, no letters and numbers."""
    if sum(1 for i in range(first, last) if board.text[i][0].isupper()) > _LONGEST + board.text[first:last].count("-"):
        return False
    if board.text[first].isupper() or (len(board.text[first]) < 3 and last - first == 1):
        return False
    if any(board.labels.get(i) in {"DATE", "TIME", "NORP", "LANGUAGE"} for i in range(first, last)):
        return False
    inside = range(first, last)
    is_body = any(
        words.organ_words().ending(board.low, i + 1) or words.roles().ending(board.low, i + 1) for i in inside
    )
    is_plain = any(board.low[i] in words.modifiers() or board.low[i] in words.stop() for i in inside)
    is_plain |= board.low[last - 1] in _BUILDINGS or words.domains().ending(board.low, last) is not None
    is_listed = words.listed().starting(board.text, first) is not None
    is_firm = any(board.text[i] in words.group("firm") for i in (last - 1, last) if i < len(board.text))
    is_other = is_listed or is_firm or board.is_thing(first, last) or _is_town_and_man(board, first, last)
    return not (is_body or is_plain or is_other)


def _is_town_and_man(board: Board, first: int, last: int) -> bool:
    """ "the consul in Lima Ana Vesk": a town of the map and, right behind it, somebody's name."""
    if last - first < 3 or board.text[first + 1] == "-":
        return False
    if _listed(board, first, last) is not None:
        return False
    is_man = (
        any(board.labels.get(i) == "PERSON" for i in range(first + 1, last)) or board.text[first + 1] in words.given()
    )
    is_led = first > 1 and board.low[first - 1] in {"of", "in", "at", "to"}
    role = words.roles().ending(board.low, first - 1) if is_led else None
    if role is not None and role[1] == "local" and is_man:
        return True  # "the mayor of Orlo Ana Vesk"
    is_town = _listed(board, first, first + 1) is not None or (
        role is not None
        and any(place.population >= gazetteer.FAR_FETCHED for place in gazetteer.named(board.text[first]))
    )
    return is_town and (is_man or role is not None)


def _is_other(board: Board, first: int, last: int) -> bool:
    """Whether the words show a person or a body: "Mr Vesk", "Vesk said", "Ana Vesk told"."""
    if _is_role(board, first) or (board.text[first] in words.given() and last - first > 1):
        return True
    root = board.doc.stretch(first, last).root
    is_speaker = root.dep_ == "nsubj" and root.head.lemma_.lower() in words.group("speak")
    return is_speaker or (words.roles().starting(board.low, last) is not None and board.labels.get(first) == "PERSON")


def _is_role(board: Board, first: int) -> bool:
    role = words.roles().ending(board.low, first)
    return role is not None and role[1] != "local"


def _is_of_body(board: Board, last: int) -> bool:
    """ "Vesk police station", "Vesk clinic": the body's name goes on; a mine or a camp is where it is."""
    at = last
    while at < len(board.low) and board.low[at] in _SITE_KINDS:
        at += 1
    if at < len(board.low) and (board.low[at] in _SITED or board.low[at] in _LANDMARKS):
        return words.organ_words().starting(board.low, at + 1) is not None or _is_firm(board, at + 1)
    return words.organ_words().starting(board.low, last) is not None or board.is_name_word(last)


def _is_firm(board: Board, at: int) -> bool:
    return at < len(board.text) and board.text[at] in words.group("firm")


def _weight(board: Board, first: int, last: int) -> int:
    """How surely the words around show a place: 2 of themselves, 1 with others like them."""
    if _is_called(board, first) or _is_named_site(board, first, last) or _lies(board, first, last):
        return _SHOWN
    is_full_name = last - first > 1 and all(board.labels.get(i) == "PERSON" for i in range(first, last))
    weight = weight_as_place(board, first, last)
    if weight > _SHOWN or (weight == _SHOWN and not is_full_name):
        return weight
    weight = min(weight, 1)
    before = board.low[first - 1] if first else ""
    if not before or _is_owner_or_compound(board, last):
        return weight
    governor = board.doc[first - 1].head
    is_person = any(board.labels.get(i) == "PERSON" for i in range(first, last))
    if before in _NEAR or before == "off":
        return _SHOWN - (is_person and governor.lemma_.lower() in _STANDING)
    if before not in _PLAIN or governor.lemma_.lower() in _ATTITUDES:
        return weight
    if before in {"in", "at"} and (governor.lemma_.lower() in _HARMING or governor.like_num):
        return 1 if before == "at" and governor.lemma_.lower() in _AIMING else _SHOWN
    is_seen = any(board.labels.get(i) in {"GPE", "LOC", "FAC"} for i in range(first, last))
    if governor.lemma_.lower() in _ARRIVING:
        return max(weight, int(is_seen))
    is_within = before == "in" and board.labels.get(first) in {None, "PERSON"}
    return max(weight, 1 + (is_seen or is_within) if before in {"in", "at"} else int(is_seen))


def _is_owner_or_compound(board: Board, last: int) -> bool:
    return last < len(board.doc) and (board.doc[last].pos_ == "NOUN" or board.low[last] in {"'s", "’s", "'", "’"})


def _is_called(board: Board, first: int) -> bool:
    """ "the village of X", "the pit X", "residents of X", "the shelling of X", "south of X"."""
    noun, before = board.low[first - 1] if first else "", board.low[first - 2] if first > 1 else ""
    if noun == "of":
        return before in _ABODES | _DWELLING | _SITED | _LANDMARKS | _BESET | _DIRECTIONS
    is_noun = noun in _ABODES or noun in _SITED or noun in _LANDMARKS
    is_led = is_noun and board.text[first - 1].islower() and before in {"the", "of", "in", "at", *_SITE_KINDS}
    return is_led or (noun in {"called", "named"} and before in _ABODES | _SITED | _LANDMARKS)


def _is_named_site(board: Board, first: int, last: int) -> bool:
    """ "the X mine", "the X refugee camp", "X village": a site behind its name, with an article or a preposition before."""
    at = last
    while at < len(board.low) and board.low[at] in _SITE_KINDS:
        at += 1
    if at >= len(board.low) or not first or board.low[first - 1] not in {"the", "of", *_PLAIN, *_NEAR}:
        return False
    is_site = board.low[at] in _SITED or (board.low[at] in _LANDMARKS and at == last) or board.low[at] == "village"
    return is_site and not (words.organ_words().starting(board.low, at + 1) or _is_firm(board, at + 1))


def _lies(board: Board, first: int, last: int) -> bool:
    """ "X, 12 km south of", "X, near", "X, a fishing hamlet": where it lies, or what it is, said right behind."""
    if not first or board.low[last : last + 1] != [","] or board.low[first - 1] in {"by", "with", ","}:
        return False
    behind = board.low[last + 1 : last + 1 + _AHEAD]
    if not behind:
        return False
    until = next((n for n, word in enumerate(behind) if word in {",", ".", ";"}), len(behind))
    behind = behind[:until]
    is_far = any(word in _UNITS for word in behind) and bool({"from", "of"} & set(behind))
    is_directed = any(word in _DIRECTIONS and behind[n + 1 : n + 2] == ["of"] for n, word in enumerate(behind))
    is_abode = behind[:1] in (["a"], ["an"], ["the"]) and any(
        word in _ABODES and not _is_compound(board, last + 2 + n) for n, word in enumerate(behind[:4])
    )
    return is_far or is_directed or is_abode


def _is_compound(board: Board, at: int) -> bool:
    return at < len(board.doc) and (board.doc[at].pos_ == "NOUN" or board.low[at] in {"'s", "’s"})
