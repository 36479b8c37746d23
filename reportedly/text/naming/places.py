"""Places: what the gazetteer knows, what the sentence shows to be one, and what the article itself puts on the map.

"the town of Atico in the Arequipa region": Arequipa is listed, Atico is known only by these words. A common word that
some village bears ("Reading", "Nice") is a place only where the sentence treats it as one.
"""

from collections.abc import Iterator

from reportedly.lexicon import gazetteer, nations
from reportedly.lexicon.gazetteer import Place
from reportedly.model import EntityKind
from reportedly.text.naming import words
from reportedly.text.naming.board import Board, Spot
from reportedly.text.naming.whereabouts import stands_as_town
from reportedly.text.tokens import Entity

_SORTS = words.sorts()
_LOCATIVE = words.group("locative")
_SURE = words.group("sure")
_JOINTS = words.group("joints")
_CALLED = words.group("called")
_STRIKING = words.group("striking")
_ATTITUDES = words.group("attitudes")
_HARMING = words.group("harming")
_AIMING = words.group("aiming")
_LANDMARKS = words.group("landmarks")
_BUILDINGS = words.group("buildings")
_STREETS = words.group("streets")
_HOUSES = words.group("houses")
_ABODES = words.group("abodes")
_DWELLING = words.group("dwelling")
_AT = {"in", "at", "near", "around", "outside"}
_BESIDE = {"neighbouring", "neighboring", "nearby", "adjacent", "distant", "remote", "rural", "central", "downtown"}
_WORDS = 3
"""Words of a landmark's name at most."""
_LARGE = 50_000
_KNOWN = 15_000
_ACRONYM = 6
_MAPPED = {"GPE", "LOC", "FAC", "NORP"}


def find_places(board: Board, people: frozenset[str]) -> None:
    """Countries, then the runs of capitals that are or act as places, and are not called as one of the people."""
    for word in board.countries.values():
        if word.sort == "name" and _is_country(board, word.first, word.last):
            board.put(_country_spot(board, word.first, word.last, word.word, word.code))
    for first, last in _runs(board):
        _read_run(board, first, last, people)


def find_whereabouts(board: Board, people: frozenset[str]) -> None:
    """What the recogniser takes for a person or a body though one dies in it: "killed 15 people in Lao Cai", "at the Gomba
    bridge"."""
    for ent in board.doc.ents:
        if ent.label_ not in {"PERSON", "ORG", "FAC"} or not board.is_free(ent.start, ent.end):
            continue
        if not _is_bare_name(board, ent.start, ent.end):
            continue
        place = gazetteer.lookup(board.phrase(ent.start, ent.end), near=board.near)
        if place is not None and (
            (place.population >= _KNOWN and _is_whereabouts(board, ent.start))
            or stands_as_town(board, ent.start, ent.end, place, people)
        ):
            _put_known(board, ent.start, ent.end, people)
        elif place is None and (_befalls_in(board, ent) or _is_home(board, ent)):
            _put_unmapped(board, ent.start, ent.end)
    for i, word in enumerate(board.low):
        if word in _LANDMARKS and board.text[i].islower() and not board.is_shouted:
            _put_landmark(board, i)


def find_labelled(board: Board) -> None:
    """ "Norwick (Norland): 14 dead": what stands at the head of a paragraph before its country in brackets and a colon."""
    end = next((i for i in range(min(_LABEL, len(board.text))) if not (board.is_capital(i) or board.text[i] == "-")), 0)
    if not 0 < end < len(board.text) - 2 or board.text[end] != "(" or not board.is_free(0, end):
        return
    country = board.countries.get(end + 1)
    if country is None or country.sort != "name" or country.first != end + 1:
        return
    if "".join(board.text[country.last : country.last + 2]).startswith("):") and not _put_known(
        board, 0, end, frozenset()
    ):
        board.put(
            Spot(
                first=0,
                last=end,
                kind=EntityKind.PLACE,
                name=board.phrase(0, end),
                head="city",
                country=country.code,
            )
        )


_LABEL = 6
"""Words of a place's name at the head of a paragraph, at most."""


def _put_unmapped(board: Board, first: int, last: int) -> None:
    name = board.phrase(first, last)
    board.put(Spot(first=first, last=last, kind=EntityKind.PLACE, name=name, head="city"))


def _befalls_in(board: Board, ent: Entity) -> bool:
    """Whether something happens in it: "shot dead in Tora Bandak", "six at Garo Bazaar", "three in neighbouring Zumbe"."""
    at = ent.start - 1
    at -= at > 0 and board.low[at] in _BESIDE
    if at < 0 or board.is_shouted or board.low[at] not in _AT or _is_compound(board, ent.end) or ent.label_ == "ORG":
        return False
    names = range(ent.start, ent.end)
    if board.low[ent.end - 1] in _BUILDINGS or any(
        board.low[i] in words.stop() or board.low[i] in words.modifiers() for i in names
    ):
        return False
    governor = board.doc[at].head
    if governor.like_num:
        return True
    return governor.lemma_.lower() in _HARMING and not (board.low[at] == "at" and governor.lemma_.lower() in _AIMING)


def _is_home(board: Board, ent: Entity) -> bool:
    return ent.label_ == "PERSON" and _is_lived_in(board, ent.start, ent.end)


def _is_lived_in(board: Board, first: int, last: int) -> bool:
    """Whether the words around call it a place where people live: "the colony X", "the hill of X", "residents of X", "X, a
    fishing hamlet"."""
    if board.is_shouted:
        return False
    noun, before = board.low[first - 1] if first else "", board.low[first - 2] if first > 1 else ""
    if noun == "of" and (before in _ABODES or before in _DWELLING):
        return True
    if noun in _ABODES and board.text[first - 1].islower() and before in {"the", "of", "in"}:
        return True
    is_explained = board.low[last : last + 1] == [","] and board.low[last + 1 : last + 2] in (["a"], ["an"], ["the"])
    nouns = [i for i in range(last + 2, min(last + 2 + _EXPLAINED, len(board.low))) if board.low[i] in _ABODES]
    return is_explained and any(not _is_compound(board, i + 1) for i in nouns)


_EXPLAINED = 3
"""Words behind "X, a" among which is what X is: "a poor neighbourhood"."""


def _put_landmark(board: Board, noun: int) -> None:
    """The name of a bridge, a road or a quarter that no map has: "on the Zandira road"."""
    first = noun
    while noun - first < _WORDS and board.is_name_word(first - 1) and first - 1 not in board.countries:
        first -= 1
    is_led = 0 < first < noun and board.low[first - 1] in {"the", "of", "on", *_AT}
    if (
        not is_led
        or not board.is_free(first, noun)
        or (board.text[first].isupper() and len(board.text[first]) <= _ACRONYM)
    ):
        return
    if any(i in board.country_ends or board.labels.get(i) in {"ORG", "NORP", "GPE", "LOC"} for i in range(first, noun)):
        return
    if gazetteer.lookup(board.phrase(first, noun), near=board.near) is None:
        _put_unmapped(board, first, noun)


def _is_compound(board: Board, last: int) -> bool:
    """Whether a noun, or what somebody has, follows: "in Anders Vik's house"."""
    return last < len(board.doc) and (board.doc[last].pos_ == "NOUN" or board.low[last] in {"'s", "’s", "'", "’"})


def _is_bare_name(board: Board, first: int, last: int) -> bool:
    return all(board.is_capital(i) for i in range(first, last)) and not (
        last < len(board.text) and board.is_capital(last) and board.text[last].isalpha()
    )


def _is_country(board: Board, first: int, last: int) -> bool:
    """ "US" stands before a noun as an adjective too; a country's name inside a longer name is that name's."""
    if last < len(board.text) and board.text[last] == "-" and not board.doc[last].whitespace_:
        return False
    return board.is_free(first, last)


def _country_spot(board: Board, first: int, last: int, word: str, code: str) -> Spot:
    place = gazetteer.place_of(code)
    return Spot(
        first=first, last=last, kind=EntityKind.PLACE, name=place.name if place else word, head="country", country=code,
        place=code if place else None,
    )  # fmt: skip


def _runs(board: Board) -> Iterator[tuple[int, int]]:
    """Free runs of capitals, with the joints inside them."""
    at, size = 0, len(board.text)
    while at < size:
        if not (board.is_free(at, at + 1) and board.is_capital(at) and board.text[at][0].isalpha()):
            at += 1
            continue
        last = at + 1
        while last < size and board.is_free(last, last + 1):
            if board.is_capital(last):
                last += 1
            elif (
                board.low[last] in _JOINTS
                and last + 1 < size
                and board.is_capital(last + 1)
                and board.is_free(last + 1, last + 2)
            ) or (
                board.text[last] == "-"
                and last + 1 < size
                and board.doc[last].whitespace_ == ""
                and board.text[last + 1].isalpha()
            ):
                last += 2
            else:
                break
        yield at, last
        at = last


_LONGEST = 20  # tokens of a place's name; a text of nothing but capitals would else be tried in all its parts


def _read_run(board: Board, first: int, last: int, people: frozenset[str]) -> None:
    """The longest place from the left, then on."""
    if _is_quoted_name(board, first, last):
        return
    at = first
    while at < last:
        farthest = min(last, at + _LONGEST)
        end = next((end for end in range(farthest, at, -1) if _put_known(board, at, end, people)), None)
        at = end if end is not None else at + 1
    if all(board.is_free(i, i + 1) for i in range(first, last)):
        _put_unlisted(board, first, last)


_QUOTES = {'"', "“", "”", "«", "»", "„", "''", "``"}
_OF_NAMES = {"in", "of", "for", "from", "at", "the", "on", "and", "with", "by", "to"}
_LONGEST_TITLE = 6


def _is_quoted_name(board: Board, first: int, last: int) -> bool:
    """Whether it ends a name in quotation marks that opens with another capital: the "Sons of the Dawn" group."""
    if last >= len(board.text) or board.text[last] not in _QUOTES:
        return False
    at = first - 1
    while at >= 0 and first - at < _LONGEST_TITLE and (board.is_capital(at) or board.low[at] in _OF_NAMES):
        at -= 1
    opens = at >= 0 and board.text[at] in _QUOTES and at + 1 < first and board.is_capital(at + 1)
    return opens and board.low[at + 1] not in _OF_NAMES


def _put_known(board: Board, first: int, last: int, people: frozenset[str]) -> bool:
    if (
        board.low[first] in _JOINTS
        or board.low[last - 1] in _JOINTS
        or (last - first == 1 and board.low[first] in _SORTS)
        or any(i in board.countries and board.countries[i].sort != "name" for i in range(first, last))
        or _is_of_street(board, first, last)
        or _is_torn(board, first, last)
        or board.low[last : last + 1] == ["time"]
        or board.is_aged(last)
    ):
        return False
    certainty = _certainty(board, first, last)
    sort = _sort(board, first, last)
    name = board.phrase(first, last)
    place = gazetteer.lookup(name, near=board.near, kind=sort if sort != "spot" else None, loosely=certainty > 1)
    if place is None:
        return False
    if not (_is_believed(board, first, last, place, certainty) or stands_as_town(board, first, last, place, people)):
        return False
    first, last = _styled(board, first), board.past_sort(last)
    return board.put(
        Spot(
            first=first,
            last=last,
            kind=EntityKind.PLACE,
            name=place.name,
            head=place.kind,
            country=place.country,
            place=place.id,
        )
    )


def _is_of_street(board: Board, first: int, last: int) -> bool:
    """Whether a street, a square or a house is called after it: "Gorky Street", "the Hotel Tashkent"."""
    if board.is_shouted:
        return False
    is_before = board.is_capital(last) and board.low[last] in _STREETS
    return is_before or (first > 0 and board.is_capital(first - 1) and board.low[first - 1] in _HOUSES)


def _styled(board: Board, first: int) -> int:
    """Where "State of" before a region's name begins."""
    is_styled = first > 1 and board.low[first - 1] == "of" and board.is_capital(first - 2) and not board.is_shouted
    return first - 2 if is_styled and board.low[first - 2] in _SORTS and board.is_free(first - 2, first) else first


def _is_torn(board: Board, first: int, last: int) -> bool:
    """Whether the tokens are only part of a longer name: "Santa" of "Santa Emerita", "America" of "South America"."""
    if first and board.phrase(first - 1, last) in words.continents():
        return True
    if (first, last) in board.places_recognised or board.is_shouted:
        return False
    beside = [
        i for i in (first - 1, last) if 0 <= i < len(board.text) and board.is_free(i, i + 1) and board.is_name_word(i)
    ]
    if board.labels.get(first) == "GPE":  # "South" of "South Vall Province", which no list has
        beside = [i for i in beside if board.are_of_one_place(first, i)]
    return any(board.low[i] not in _SORTS and i not in board.countries and i not in board.country_ends for i in beside)


def _certainty(board: Board, first: int, last: int) -> int:
    """How surely the sentence treats the tokens as a place: 0 not at all, 3 it says so."""
    before = board.low[first - 1] if first else ""
    labels = {board.labels.get(i) for i in range(first, last)}
    if _sort(board, first, last):
        return 3
    if _is_dateline(board, first, last) or _is_label(board, first, last):
        return 3
    score = 0
    if labels & _MAPPED:
        score += 2 if "GPE" in labels else 1
    if before in _STRIKING and not board.is_shouted:
        return score + 1
    if _is_whereabouts(board, first):
        return score + (1 if labels & _MAPPED else 2)  # whoever is taken for a person here, one is not killed in him
    if (
        before in _SURE
        or (before == "the" and first > 1 and board.low[first - 2] in _SURE)
        or (before in _LOCATIVE and "PERSON" not in labels)
    ):
        score += 1
    return score - ("PERSON" in labels) - ("ORG" in labels and not score)


def _is_whereabouts(board: Board, first: int) -> bool:
    """Whether a preposition that only places have, with no attitude before it, stands right before a bare name."""
    if not first or board.is_shouted or (board.text[first].isupper() and len(board.text[first]) <= _ACRONYM):
        return False
    governor = board.doc[first - 1].head
    if (
        board.low[first - 1] == "at"
    ):  # "the assault at Saraj", "were shot at Saraj"; not "anger at Vesk", "shouted at Vesk"
        is_act = governor.pos_ == "NOUN" or governor.lemma_.lower() in _HARMING
        return is_act and governor.lemma_.lower() not in _ATTITUDES | _AIMING
    return board.low[first - 1] in _SURE and governor.lemma_.lower() not in _ATTITUDES


def _is_dateline(board: Board, first: int, last: int) -> bool:
    """ "LIMA, Aug 12 (Wire) -", "CEBU CITY (Wire) -" at the head of a paragraph."""
    return (
        first == 0
        and board.phrase(first, last).isupper()
        and last < len(board.text)
        and board.text[last] in {",", "(", "-"}
    )


def _is_label(board: Board, first: int, last: int) -> bool:
    """ "Beira: 12 dead", "LIMA: Two died": a place of the article's own country; a speaker of a transcript is none."""
    if not board.doc[first].is_sent_start or last >= len(board.text) or board.text[last] != ":":
        return False
    place = gazetteer.lookup(board.phrase(first, last), near=board.near)
    return place is not None and (place.country in board.near[:3] or place.population >= gazetteer.FAR_FETCHED)


def _is_believed(board: Board, first: int, last: int, place: Place, certainty: int) -> bool:
    is_common = last - first == 1 and (
        board.low[first] in words.stop() or board.doc[first].pos_ not in {"PROPN", "X", "NOUN", "ADJ"}
    )
    is_near = place.country in board.near[:3]
    if is_common:
        return certainty >= 3 or (certainty == 2 and is_near and place.population >= gazetteer.FAR_FETCHED)
    if board.is_shouted:
        return is_near and place.population >= 15_000
    if certainty >= 2:
        return is_near or place.population >= 15_000
    if is_near and place.population >= _LARGE and not any(board.labels.get(i) == "PERSON" for i in range(first, last)):
        return True
    if is_near:
        return certainty >= 1 or (place.population >= 15_000 and certainty >= 0)
    return certainty >= 1 and place.population >= gazetteer.FAR_FETCHED


def _sort(board: Board, first: int, last: int) -> str | None:
    """What the text calls it: "X province", "the city of X", "the port of X"."""
    after = board.low[last] if last < len(board.low) else ""
    if after in _SORTS and not (board.is_shouted and _SORTS[after] == "spot"):
        return _SORTS[after]
    if first > 1 and board.low[first - 1] in {"of", "the"} and board.low[first - 2] in _SORTS:
        return _SORTS[board.low[first - 2]] if board.low[first - 1] == "of" else None
    if first and board.low[first - 1] in _CALLED:
        return _SORTS.get(board.low[first - 1], "region")
    return None


def _put_unlisted(board: Board, first: int, last: int) -> None:
    """A name that acts as a place though no list has it; the text may say what holds it."""
    while first < last and (board.low[first] in words.stop() or not board.is_capital(first)):
        first += 1
    while last > first and (board.low[last - 1] in words.stop() or not board.is_capital(last - 1)):
        last -= 1
    last += last < len(board.low) and board.low[last] in _SORTS and board.is_capital(last) and not board.is_shouted
    labels = {board.labels.get(i) for i in range(first, last)}
    is_said = (
        not board.is_shouted
        and _sort(board, first, last) is not None
        and (last - first > 1 or board.low[last - 1] not in _SORTS)
    )
    is_seen = bool(labels & {"GPE", "LOC"}) and not board.is_shouted and _certainty(board, first, last) >= 2
    is_seen |= _is_lived_in(board, first, last) and first > 0 and board.doc[last - 1].pos_ == "PROPN"
    is_seen |= (
        ("PERSON" not in labels or (_is_whereabouts(board, first) and board.doc[first].pos_ == "PROPN"))
        and first > 0
        and board.low[first - 1] in _SURE
        and last - first == 1
        and not board.is_shouted
    )
    if (
        first < last
        and (is_said or is_seen)
        and not labels & {"DATE"}
        and not any(i in board.countries for i in range(first, last))
    ):
        board.put(
            Spot(
                first=first,
                last=last,
                kind=EntityKind.PLACE,
                name=board.phrase(first, last),
                head=_sort(board, first, last) or "city",
            )
        )


_HOLDING = words.group("holding")


def place_inside(board: Board) -> None:
    """Put each unlisted place into the listed one that the words after it name: "Qorpa in the Arequipa region"."""
    for first in sorted(board.spots):
        spot = board.spots[first]
        if spot.kind is not EntityKind.PLACE or spot.place or spot.within:
            continue
        at = spot.last
        while at < len(board.low) and board.low[at] in _HOLDING:
            at += 1
        holder = board.spots.get(at)
        if (
            holder
            and at > spot.last
            and holder.kind is EntityKind.PLACE
            and holder.place
            and "in" in board.low[spot.last : at]
        ):
            board.amend(first, within=holder.place, country=holder.country)


def find_governments(board: Board) -> None:
    """Mark the countries and capitals that speak: "Moscow said", "according to Warsaw"."""
    for first, spot in sorted(board.spots.items()):
        if spot.kind is not EntityKind.PLACE or not (spot.head == "country" or nations.country_of_seat(spot.name)):
            continue
        root = board.doc.stretch(spot.first, spot.last).root
        is_subject = root.dep_ == "nsubj" and root.head.lemma_ in words.group("speak")
        is_source = root.dep_ == "pobj" and root.head.lower_ == "to" and root.head.head.lower_ == "according"
        if is_subject or is_source:
            board.amend(first, title="government")
