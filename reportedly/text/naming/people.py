"""People with a name, and the role that stands beside it: "police spokeswoman Ana Vesk", "its chief, Bo Lund,"."""

from collections.abc import Sequence
from typing import NamedTuple

from reportedly.lexicon import gazetteer
from reportedly.lexicon.spelling import fold
from reportedly.model import EntityKind
from reportedly.text.naming import words
from reportedly.text.naming.board import Board, Spot

_PARTICLES = words.group("particles")
_RANKED = words.group("ranked")
_MOVEMENTS = words.group("movements")
_ARTICLES = {"-", "al", "ul", "ut", "ud", "us", "e", "i", "as", "ash"}
"""What joins the words of such a name."""
_PLACED = {"in", "near", "from", "outside", "between", "around", "at", "off"}
"""Words after which a lone unknown name is a place's."""
_WEAK = {"rank", "courtesy", "expert"}
"""Roles that a better one beside the name outdoes: "Colonel Ana Vesk, a spokeswoman for the army"."""
_GIVEN_MONTHS = words.group("given_months")
_SHORT_RANKS = words.group("short_ranks")
_PLATFORMS = words.group("platforms")
_NOBLE = {"von", "van", "der", "den", "bin", "ibn", "ten", "ter", "zu"}
_FROM = {"of", "for", "from", "at", "with"}
_LONGEST = 7


class _Role(NamedTuple):
    """A title at tokens [first, last), the organ beside it, and the country that it names."""

    first: int
    last: int
    title: str
    family: str
    country: str | None
    organ: int | None
    gender: str | None


def find_people(board: Board) -> None:
    """Names that a role stands beside, then names that the recogniser takes for people's."""
    _put_movements(board)
    for at in board.capitals:
        first = _with_article(board, at)
        role = role_before(board, first) or _short_rank(board, first) if _may_begin(board, at) else None
        last = name_end(board, at) if role else at
        if role and last > first and not _is_place_word(board, first, last) and not _is_body(board, first, last):
            _put(board, first, last, role)
    for ent in board.doc.ents:
        if ent.label_ == "PERSON":
            _put_recognised(board, ent.start, ent.end)
    _put_given(board)
    _put_shown(board)
    for first in board.capitals:
        if _may_begin(board, first) and (last := name_end(board, first)) - first >= 2:
            role = role_after(board, last)
            is_mapped = board.labels.get(first) in {"GPE", "LOC"} and _is_on_map(board, first, last)
            if role and not is_mapped and not _is_place_word(board, first, last):
                _put(board, first, last, role)


def people_called(boards: Sequence[Board]) -> frozenset[str]:
    """The folded last words of whoever the article names with a given name, a title or an office."""
    found = set()
    for board in boards:
        for ent in board.doc.ents:
            if ent.label_ == "PERSON" and ent.end - ent.start > 1 and board.is_capital(ent.end - 2):
                found.add(fold(board.text[ent.end - 1]))
        for i in board.capitals:
            role = words.roles().ending(board.low, i)
            if role is not None and role[1] != "local":
                found.add(fold(board.text[i]))
            if i and board.text[i - 1] in words.given():
                found.add(fold(board.text[i]))
    return frozenset(found)


def _is_body(board: Board, first: int, last: int) -> bool:
    """ "the spokesman for the EU Monitoring Team": a body's noun ends the name, and no given name opens it."""
    is_ended = last - first > 1 and words.organ_words().ending(board.low, last) is not None
    return is_ended and board.text[first] not in words.given()


def _with_article(board: Board, at: int) -> int:
    """Where a name begins that has its article before it: "al-Hakim", "el-Amin"."""
    is_joined = at > 1 and board.text[at - 1] == "-" and board.low[at - 2] in _ARTICLES - {"-"}
    return at - 2 if is_joined and board.is_free(at - 2, at) and not board.doc[at - 1].whitespace_ else at


def _short_rank(board: Board, name: int) -> _Role | None:
    """A rank by its letters: "SP Ana Vesk said"."""
    at = name - 1
    if at < 0 or board.text[at] not in _SHORT_RANKS or not board.is_free(at, name) or board.is_shouted:
        return None
    return _Role(at, name, board.low[at], "rank", None, None, None)


def _put_shown(board: Board) -> None:
    """People whom nobody calls anything, by what is said of them: "Ana Vesk, 34,", "the widow of Bo Lund"."""
    if board.is_shouted:
        return
    for first in board.capitals:
        if not _may_begin(board, first) or (first and board.is_name_word(first - 1)):
            continue
        last = name_end(board, first)
        is_own = first > 1 and board.low[first - 1] == "of" and board.low[first - 2] in _OWN
        if board.is_aged(last) or (is_own and last - first > 1):
            is_body = any(
                words.organ_words().ending(board.low, i + 1) or board.low[i] in words.sorts()
                for i in range(first, last)
            )
            is_listed = words.listed().starting(board.text, first) is not None
            is_mapped = is_own and bool(gazetteer.named(board.phrase(first, last)))
            if not (is_body or is_listed or is_mapped or board.is_thing(first, last)):
                board.put(Spot(first=first, last=last, kind=EntityKind.PERSON, name=board.phrase(first, last)))


_OWN = words.group("own_people")


def _is_on_map(board: Board, first: int, last: int) -> bool:
    """Whether any place is called so: "Hernando Ararat, mayor of the town" is none, whatever the recogniser says."""
    name = board.phrase(first, last)
    return " " not in name or bool(gazetteer.named(name)) or board.low[last - 1] in words.sorts()


_MISTAKEN = {"ORG", "GPE", "LOC", "NORP", "FAC", "WORK_OF_ART", "PRODUCT", "EVENT", "LAW"}
_MOST_WORDS = 4


def _put_given(board: Board) -> None:
    """Names that open with a given name, which the recogniser takes for a body's or a town's: "Miroslav Vesk cited data"."""
    for first, word in board.capitals.items():
        if word in words.given() and board.labels.get(first) in _MISTAKEN and _may_begin(board, first):
            last = name_end(board, first)
            if _is_given_name(board, first, last):
                _put_recognised(board, first, last)


def _is_given_name(board: Board, first: int, last: int) -> bool:
    """Not "Hassan Hospital", "Maria Island", "Ali and Sons Ltd"."""
    if not 1 < last - first <= _MOST_WORDS or board.is_shouted or board.is_thing(first, last):
        return False
    if first and board.is_name_word(first - 1) and not board.doc[first - 1].is_sent_start:
        return False  # "Imam Reza Hospital"
    if last < len(board.text) and (board.text[last] in {"&", "'s", "’s"} or board.is_capital(last)):
        return False
    tail = board.low[last - 1]
    is_body = words.organ_words().ending(board.low, last) is not None or board.text[last - 1] in words.group("firm")
    is_spot = tail in words.sorts() or tail in words.group("landmarks") or tail in words.group("buildings")
    is_role = words.roles().ending(board.low, last) is not None or tail in words.stop()
    return not (is_body or is_spot or is_role or gazetteer.named(board.phrase(first, last)))


def _put_movements(board: Board) -> None:
    """ "Ansar al-Nahr", "Lashkar-e-Vesk": names that open as no person's does."""
    for first, word in enumerate(board.text):
        is_inner = first > 0 and board.is_name_word(first - 1)  # a man may be called Jamil Ansar
        if word in _MOVEMENTS and board.is_free(first, first + 1) and not is_inner:
            last = name_end(board, first)
            if last - first > 1 and board.low[first + 1] in _ARTICLES:
                name = board.phrase(first, last)
                board.put(Spot(first=first, last=last, kind=EntityKind.ORGANISATION, name=name, head="group"))


def _may_begin(board: Board, i: int) -> bool:
    """Whether a person's name can begin here: capital, no country, no title of its own ("General Ana Vesk")."""
    if not board.is_free(i, i + 1) or not board.is_capital(i) or i in board.countries:
        return False
    if _is_no_part(board, i):
        return False
    title = words.roles().starting(board.low, i)
    return title is None or not board.is_capital(title[0])


def _is_given_month(board: Board, i: int) -> bool:
    """ "Jan Vesk", "April Lund": a month's name that a family name follows, no day and no year; not "May Day"."""
    is_dated = (i > 0 and board.low[i - 1] in _BEFORE_MONTH) or (
        board.labels.get(i) in {"DATE", "TIME"} and board.labels.get(i + 1) in {"DATE", "TIME"}
    )
    is_name = board.text[i] in _GIVEN_MONTHS and board.is_name_word(i + 1) and board.low[i + 1] not in words.things()
    return (
        is_name
        and not is_dated
        and not board.doc.stretch(max(0, i - 1), i + 1).text[:1].isdigit()
        and _is_person(board, i + 1)
    )


_BEFORE_MONTH = {
    "in",
    "of",
    "since",
    "until",
    "till",
    "by",
    "last",
    "this",
    "next",
    "early",
    "late",
    "mid",
    "on",
    "from",
    "during",
    "to",
}


def _is_person(board: Board, i: int) -> bool:
    """Whether the recogniser takes a token for a person's, or a role stands beside its name."""
    return board.labels.get(i) == "PERSON" or words.roles().ending(board.low, i - 1) is not None


def name_end(board: Board, first: int) -> int:
    """Where the run of name words that starts here ends."""
    last = first
    while last < len(board.text) and last - first < _LONGEST and board.is_free(last, last + 1):
        if (
            board.is_capital(last)
            and board.text[last][0].isalpha()
            and (last == first or board.is_name_word(last))
            and not (last > first and last in board.countries)
        ) or (last > first and board.low[last] in _PARTICLES and _goes_on(board, last)):
            last += 1
        elif last > first and (joined := _hyphenated(board, last)):
            last = joined
        else:
            break
    return last


def _goes_on(board: Board, at: int) -> bool:
    """Whether a particle is followed, at once or after another, by a name word."""
    ahead = at + 1
    while ahead < len(board.low) and board.low[ahead] in _PARTICLES:
        ahead += 1
    if board.text[at] in {"-", "'"} and (board.doc[at - 1].whitespace_ or board.doc[at].whitespace_):
        return False
    return ahead < len(board.text) and board.is_name_word(ahead) and ahead - at < 3


def _hyphenated(board: Board, at: int) -> int | None:
    """Past a hyphen and what it joins without a blank: "Ting-wei", "Harun-or-Rashid"."""
    end = at
    while (
        end + 1 < len(board.text)
        and board.text[end] == "-"
        and not board.doc[end].whitespace_
        and not board.doc[end - 1].whitespace_
        and board.text[end + 1].isalpha()
        and board.is_free(end, end + 2)
    ):
        end += 2
    return end if end > at else None


def _is_place_word(board: Board, first: int, last: int) -> bool:
    """ "Mayor of Lima" and "President France" are no people."""
    return all(i in board.countries for i in range(first, last)) or (
        board.labels.get(first) == "GPE" and last - first == 1
    )


def _put(board: Board, first: int, last: int, role: _Role) -> None:
    put = board.put(
        Spot(
            first=first,
            last=last,
            kind=EntityKind.PERSON,
            name=board.phrase(first, last),
            head=role.title.rpartition(" ")[2],
            role=role.family,
            title=role.title,
            country=role.country,
            organ=role.organ,
            gender=role.gender,
        )
    )
    if put and (role.last < first or role.first >= last):
        _put_apposition(board, role, board.phrase(first, last))
    elif put:
        board.take(role.first, role.last)


def _put_apposition(board: Board, role: _Role, name: str) -> None:
    """ "its chief, Bo Lund," - the role names him too, and is often the verb's subject."""
    first = next((i for i in range(role.first, role.last) if board.is_free(i, role.last)), None)
    if first is not None:
        board.put(
            Spot(
                first=first,
                last=role.last,
                kind=EntityKind.PERSON,
                name=name,
                head=board.low[role.last - 1],
                role=role.family,
                title=role.title,
                country=role.country,
                organ=role.organ,
                gender=role.gender,
            )
        )


def _put_recognised(board: Board, first: int, last: int) -> None:
    while first < last and (not board.is_free(first, first + 1) or _is_no_part(board, first)):
        first += 1
    end = max((i + 1 for i in range(first, last) if board.is_capital(i)), default=first)
    end = min(end, next((i for i in range(first, end) if not board.is_free(i, i + 1)), end))
    if first >= end or first in board.countries or _is_known_place(board, first, end):
        return
    while (
        first > 0 and board.is_free(first - 1, first) and (board.low[first - 1] in _NOBLE or _opens(board, first - 1))
    ):
        first -= 1
    end = max(end, name_end(board, end - 1)) if not board.is_shouted else end
    if end - first == 1 and first and board.low[first - 1] in _PLACED:
        return
    if (board.is_shouted and end - first < 2) or _is_known_place(board, first, end) or _is_governed(board, first):
        return
    if board.is_thing(first, end):
        board.take(first, end)
        return
    role = role_after(board, end)
    if role:
        _put(board, first, end, role)
    elif not any(i in board.countries for i in range(first, end)):
        board.put(Spot(first=first, last=end, kind=EntityKind.PERSON, name=board.phrase(first, end)))


def _is_no_part(board: Board, i: int) -> bool:
    """Of what the recogniser takes for a person's name: a small word, the rank "SSP", the "Facebook" on which she wrote."""
    is_before_name = board.is_name_word(i + 1)
    is_other = board.text[i] in _PLATFORMS or (board.text[i] in _SHORT_RANKS and is_before_name)
    return not board.is_capital(i) or is_other or (board.low[i] in words.stop() and not _is_given_month(board, i))


def _opens(board: Board, at: int) -> bool:
    """Whether a word before what the recogniser saw is the first of the name: "Delwar Hossain Bepari" at a start."""
    token = board.doc[at]
    is_name = token.pos_ == "PROPN" and token.is_sent_start and board.is_name_word(at) and not board.is_shouted
    is_role = (
        words.roles().ending(board.low, at + 1) is not None or words.domains().ending(board.low, at + 1) is not None
    )
    is_body = words.organ_words().ending(board.low, at + 1) is not None
    return is_name and at not in board.countries and not is_role and not is_body


def _is_governed(board: Board, first: int) -> bool:
    """ "the mayor of Chala": what has a mayor is a place."""
    if first < 2 or board.low[first - 1] != "of":
        return False
    role = words.roles().ending(board.low, first - 1)
    return (role is not None and role[1] == "local") or board.low[first - 2] in words.sorts()


def _is_known_place(board: Board, first: int, last: int) -> bool:
    """Whether what the recogniser took for a person is a place of the article's countries."""
    place = gazetteer.lookup(board.phrase(first, last), near=board.near[:3])
    return place is not None and (
        place.country in board.near[:3] or (last - first == 1 and place.population > gazetteer.FAR_FETCHED)
    )


def role_before(board: Board, name: int) -> _Role | None:
    """The role that ends right before a name, or before a comma and a name."""
    at = name
    at -= at > 1 and board.text[at - 1] in {'"', "'"} and not board.doc[at - 1].whitespace_
    has_comma = at > 1 and board.text[at - 1] == ","
    at -= has_comma
    ruled = board.country_ends.get(at)
    if ruled and ruled.sort == "name" and board.low[ruled.first - 1 : ruled.first] in (["of"], ["the"]):
        of = ruled.first - 1 - (board.low[ruled.first - 1] == "the")
        role = _role_ending(board, of, has_comma) if of > 0 and board.low[of] == "of" else None
        if role:
            return role._replace(country=ruled.code)
    spot = board.spot_at(at - 1) if has_comma else None
    if spot and spot.kind in {EntityKind.ORGANISATION, EntityKind.OUTLET, EntityKind.PLACE} and spot.last == at:
        return _role_of_body(board, spot)
    role = _role_ending(board, at, has_comma) or _role_of_domain(board, at) or _role_of_place(board, at)
    if role is None and has_comma and name_end(board, name) - name > 1:
        role = _role_of_common(board, at, name)
    if role is None and not has_comma and (body := board.spot_at(at - 1)) is not None and body.last == at:
        # "the spokesman of the interior ministry Ana Vesk"; "of Joint Task Force Delta" names nobody
        if board.is_capital(at - 1) and name_end(board, name) - name < 2:
            return None
        return _role_of_body(board, body) if body.kind is EntityKind.ORGANISATION else None
    if role and role.family in _WEAK and role.first > 1 and board.text[role.first - 1] == ",":
        outer = role_before(board, role.first)
        return outer if outer and outer.family not in _WEAK else role
    if role and role.family in _WEAK:
        outer = _role_ending(board, role.first, False)
        return outer._replace(last=role.last) if outer and outer.family not in _WEAK else role
    if role and role.organ is None and role.country is None:
        # "army spokesman Brigadier X", "foreign ministry spokesman Ambassador X": the rank stands within the office
        outer = _role_ending(board, role.first, False)
        is_outer = outer is not None and (outer.organ is not None or outer.family == "spokesperson")
        return outer._replace(last=role.last) if outer and is_outer else role
    return role


def _role_of_domain(board: Board, at: int) -> _Role | None:
    """ "the Minister of the Interior Ana Vesk": the role before what it deals with."""
    domain = words.domains().ending(board.low, at)
    if domain is None or not board.is_free(domain[0], at):
        return None
    whole = words.domains().starting(board.low, domain[0])
    if whole is not None and whole[0] > at:
        return None  # "foreign" of "foreign affairs"
    of = domain[0] - 1 - (domain[0] > 0 and board.low[domain[0] - 1] == "the")
    if of < 1 or board.low[of] not in {"of", "for"}:
        return None
    role = _role_ending(board, of, False)
    if role is None or role.family in _WEAK:
        return None
    title = f"{board.phrase(domain[0], at).lower().removeprefix('the ')} {role.title}"
    return role._replace(last=at, title=title)


def _role_of_common(board: Board, at: int, name: int) -> _Role | None:
    """ "the governor of the province, Ana Vesk,", "a surgeon at the town's hospital, Bo Lund,"; in "a spokeswoman for the
    airline, Amur Air," the name is the airline's."""
    is_body = words.organ_words().ending(board.low, at) is not None or board.low[at - 1] in words.things()
    if is_body and board.text[name] not in words.given() and board.labels.get(name) != "PERSON":
        return None
    first = at
    while (
        first > 0 and at - first < _COMPLEMENT and board.text[first - 1].islower() and board.low[first - 1] not in _FROM
    ):
        if board.doc[first - 1].pos_ not in {"NOUN", "ADJ", "DET", "PRON", "PART"}:
            return None
        first -= 1
    if first == at or first < 2 or board.low[first - 1] not in _FROM or board.doc[at - 1].pos_ != "NOUN":
        return None
    return _role_ending(board, first - 1, True)


_COMPLEMENT = 4
"""Words at most that say of what somebody is the head."""


def _role_of_place(board: Board, at: int) -> _Role | None:
    """ "deputy commissioner of Pabna Rokea Chakladar": a town stands between the office and the name."""
    for first in range(at - 1, max(0, at - 4), -1):
        if not board.is_capital(first) or not board.is_free(first, at):
            return None
        if board.low[first - 1] not in {"of", "in"}:
            continue
        name = board.phrase(first, at)
        place = gazetteer.lookup(name, near=board.near[:3])
        is_near = place is not None and place.country in board.near[:3]
        role = _role_ending(board, first - 1, False)
        is_ruled = role is not None and role.family == "local" and at - first == 1 and board.text[at] in words.given()
        if (
            not is_near
            and not is_ruled
            and not any(p.population >= gazetteer.FAR_FETCHED for p in gazetteer.named(name))
        ):
            return None
        return role._replace(country=role.country or (place.country if place and is_near else None)) if role else None
    return None


def _role_of_body(board: Board, spot: Spot) -> _Role | None:
    """ "The spokesman for the Almaty police, X": the role before the body."""
    at = spot.first
    at -= at > 0 and board.low[at - 1] == "the"
    if at < 2 or board.low[at - 1] not in _FROM:
        return None
    role = _role_ending(board, at - 1, True)
    organ = spot.first if spot.kind is not EntityKind.PLACE else None
    return role._replace(country=role.country or spot.country, organ=organ) if role else None


def _role_ending(board: Board, at: int, wants_pointer: bool) -> _Role | None:
    hit = words.roles().ending(board.low, at)
    if hit is None or not board.is_free(hit[0], at):
        return None
    first, family = hit
    if wants_pointer and family in {"courtesy", "expert", "rank"}:
        return None
    start = first
    while start > 0 and board.is_free(start - 1, start):
        domain = words.domains().ending(board.low, start)
        if domain and board.is_free(domain[0], start) and domain[0] not in board.countries:
            start = domain[0]
        elif board.low[start - 1] in _RANKED:
            start -= 1
        else:
            break
    country = board.country_ends.get(start)
    body = board.spot_at(start - 1) if start else None
    body = body if body and body.last == start and body.kind in {EntityKind.ORGANISATION, EntityKind.OUTLET} else None
    if start > 1 and board.text[start - 1] in {"'s", "'"}:
        country = board.country_ends.get(start - 1)
        owner = board.spot_at(start - 2)
        body = owner if owner and owner.kind is EntityKind.ORGANISATION else body
    elif start and board.low[start - 1] in {"its", "their"}:
        body = _nearest_body(board, start)
    code = country.code if country and country.sort != "people" else body.country if body else None
    start = country.first if country and country.last == start and board.is_free(country.first, start) else start
    title = " ".join(board.low[max(start, country.last if country else 0) : at]).replace(" - ", "-")
    return _Role(start, at, title, family, code, body.first if body else None, _gender(board, start, at))


def _nearest_body(board: Board, before: int) -> Spot | None:
    """Whom "its" points at: the nearest named body of the paragraph."""
    named = [
        s
        for first, s in sorted(board.spots.items())
        if first < before and s.kind is EntityKind.ORGANISATION and s.is_named
    ]
    return named[-1] if named else None


def _gender(board: Board, first: int, last: int) -> str | None:
    return next((g for i in range(first, last) if (g := words.genders().get(board.low[i]))), None)


_OPENERS = words.group("openers")


def role_after(board: Board, last: int) -> _Role | None:
    """The role after a name and a comma: "Ana Vesk, the head of the fire brigade,", "(mayor)"."""
    if last + 1 >= len(board.text) or board.text[last] not in {",", "(", "-"}:
        return None
    if board.text[last] == "-" and not board.doc[last].whitespace_:
        return None
    at, country = last + 1, None
    for _ in range(10):
        if at >= len(board.text):
            return None
        word = board.countries.get(at)
        spot = board.spots.get(at)
        hit = words.roles().starting(board.low, at)
        if hit:
            return _with_complement(board, at, hit[0], hit[1], country, _organ_before(board, at))
        if word and word.sort == "adjective":
            at, country = word.last, word.code
        elif spot and spot.kind in {EntityKind.ORGANISATION, EntityKind.OUTLET}:
            at, country = spot.last, country or spot.country
        elif board.low[at] in _OPENERS or board.low[at] in words.modifiers() or board.text[at] in {"'s", "-"}:
            at += 1
        elif domain := words.domains().starting(board.low, at):
            at = domain[0]
        elif board.doc[at].pos_ in {"ADJ", "NUM"} or (
            board.doc[at].pos_ == "NOUN" and board.doc[at].dep_ in {"compound", "npadvmod"}
        ):
            at += 1
        else:
            return None
    return None


def _organ_before(board: Board, at: int) -> int | None:
    spot = board.spot_at(at - 1)
    return spot.first if spot and spot.kind is EntityKind.ORGANISATION else None


def _with_complement(board: Board, first: int, last: int, family: str, country: str | None, organ: int | None) -> _Role:
    at = last
    if at < len(board.low) and board.low[at] in _FROM:
        at += 1
        at += at < len(board.low) and board.low[at] in {"the", "its", "their"}
        spot, word = board.spots.get(at), board.countries.get(at)
        if spot and spot.kind is EntityKind.ORGANISATION:
            organ, country = spot.first, country or spot.country
        elif word:
            country = word.code
    return _Role(
        first,
        last,
        " ".join(board.low[first:last]).replace(" - ", "-"),
        family,
        country,
        organ,
        _gender(board, first, last),
    )


def title_people(board: Board) -> None:
    """Give people their role once places are known too: "the mayor of Lima, Ana Vesk"."""
    for first in range(2, len(board.text)):
        if board.text[first - 1] == "," and _may_begin(board, first) and board.labels.get(first) != "GPE":
            held = role_before(board, first)
            last = name_end(board, first)
            if held and held.family not in _WEAK and last - first >= 2:
                _put(board, first, last, held)
    for first in sorted(board.spots):
        spot = board.spots[first]
        if spot.kind is not EntityKind.PERSON or not spot.is_named or not (spot.title is None or spot.role in _WEAK):
            continue
        role = (role_before(board, first) if spot.title is None else None) or role_after(board, spot.last)
        if role:
            board.amend(
                first,
                title=role.title,
                role=role.family,
                country=role.country,
                organ=role.organ,
                gender=role.gender,
                head=role.title.rpartition(" ")[2],
            )
            _put_apposition(board, role, spot.name)
    for _, spot in sorted(board.spots.items()):
        if spot.kind is EntityKind.PERSON and spot.title and spot.organ is None and spot.is_named:
            _join_body_behind(board, spot)


def _join_body_behind(board: Board, spot: Spot) -> None:
    """ "General Ana Vesk of the border guard": the body behind the name."""
    at = spot.last
    if at + 1 < len(board.low) and board.low[at] in {"of", "from"}:
        at += 1 + (board.low[at + 1] == "the")
        body = board.spots.get(at)
        ruled = board.countries.get(at)
        if body and body.kind is EntityKind.ORGANISATION:
            board.amend(spot.first, organ=at, country=spot.country or body.country)
        elif ruled and ruled.sort == "name" and spot.role not in _WEAK:
            board.amend(spot.first, country=spot.country or ruled.code)
        elif body and body.kind is EntityKind.PLACE and body.country and spot.role not in _WEAK:
            board.amend(spot.first, country=spot.country or body.country)
