"""Names that an article has given in full and later shortens: "Juan Perez" ... "Perez", "Perezová"; "INDECI".

A declined or mistyped surname ("Magsina" for Magsino) is the same person where no other of the article is as near.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from rapidfuzz.distance import JaroWinkler

from reportedly.lexicon.spelling import fold, skeleton
from reportedly.model import EntityKind
from reportedly.text.naming import words
from reportedly.text.naming.board import Board, Spot

_ENDINGS = (
    "ova",
    "eva",
    "ovi",
    "em",
    "om",
    "ou",
    "u",
    "a",
    "e",
    "i",
    "y",
    "s",
    "ego",
    "emu",
    "owi",
    "in",
    "ina",
    "ovy",
    "es",
    "ego",
)
_NEAR = 0.9
_SHORT = 2
_RARE = 7
"""Letters from which on a word that is somebody's surname in the article is hardly another word there."""
_PLACED = {"in", "near", "outside", "at"}


@dataclass(frozen=True, slots=True)
class People:
    """The article's people in full, by surname."""

    by_surname: Mapping[str, Spot]

    def called(self, name: str) -> Spot | None:
        """The person whose surname this is, in this or another form."""
        key = fold(name)
        if key in self.by_surname:
            return self.by_surname[key]
        near = [spot for surname, spot in self.by_surname.items() if is_form_of(key, surname)]
        return near[0] if len({spot.name for spot in near}) == 1 else None


def is_form_of(form: str, surname: str) -> bool:
    """Whether one folded surname is a declined or mistyped form of another."""
    short, long = sorted((form, surname), key=len)
    if len(short) < 4:
        return False
    if long.startswith(short) and long[len(short) :] in _ENDINGS:
        return True
    if short[:-1] == long[: len(short) - 1] and len(short) > 4 and long[len(short) - 1 :] in _ENDINGS:
        return True
    return len(short) > 4 and skeleton(form) == skeleton(surname) and JaroWinkler.similarity(form, surname) >= _NEAR


def surname_of(name: str) -> str:
    """Last word of a name, with the particles before it ("von der Leyen")."""
    parts = name.replace(" - ", "-").replace("-", "").split()
    at = len(parts) - 1
    while at > 0 and parts[at - 1].lower() in words.group("particles") and parts[at - 1] not in {"San", "De"}:
        at -= 1
    return fold("".join(parts[at:])) if parts else ""


def people_of(boards: Iterable[Board]) -> People:
    """Everyone whom the article names with more than a surname; of two spellings of one name the first."""
    found: dict[str, Spot] = {}
    others: dict[str, Spot] = {}
    for board in boards:
        for first in sorted(board.spots):
            spot = board.spots[first]
            if spot.kind is EntityKind.PERSON and spot.is_named and " " in spot.name:
                spot = replace(spot, body=board.body_of(spot))
                held = found.get(surname_of(spot.name))
                if held is None or (held.title is None and spot.title and held.name == spot.name):
                    found[surname_of(spot.name)] = spot
                parts = spot.name.split()
                others.setdefault(fold(parts[-1]), spot)
                for part in parts[:-1]:
                    if len(parts) > 2 and len(part) > 3:
                        others.setdefault(fold(part), spot)
                if parts[0].isalpha() and spot.country in {"CN", "KR", "KP", "VN", "HU", "TW"}:
                    others.setdefault(fold(parts[0]), spot)
    return People({**others, **found})


def carry_over(board: Board, people: People, acronyms: Mapping[str, Spot]) -> None:
    """Put the short forms that stand alone."""
    for i, token in enumerate(board.text):
        if token in acronyms and _is_guess(board.spots.get(i), i):
            del board.spots[i], board.owner[i]
        if not board.is_free(i, i + 1):
            continue
        if token in acronyms:
            spot = acronyms[token]
            board.put(
                Spot(
                    first=i,
                    last=i + 1,
                    kind=spot.kind,
                    name=spot.name,
                    head=spot.head,
                    country=spot.country,
                    place=spot.place,
                )
            )
        elif (
            board.is_capital(i)
            and token[0].isalpha()
            and i not in board.countries
            and _may_be_surname(board, i, people)
        ):
            _put_surname(board, i, people)


def _is_guess(spot: Spot | None, i: int) -> bool:
    """Whether a word is only the recogniser's guess at a person: "Kızılay", which the article has for a body's other name."""
    return spot is not None and spot.kind is EntityKind.PERSON and spot.title is None and spot.last == i + 1


def _may_be_surname(board: Board, i: int, people: People) -> bool:
    """Whether a capital word is long enough; of two letters one that the article has in full: "Xi", "Li", "Oh"."""
    token = board.text[i]
    return len(token) > _SHORT or (
        len(token) == _SHORT and fold(token) in people.by_surname and board.doc[i].pos_ == "PROPN"
    )


def _is_common_word(board: Board, i: int, people: People) -> bool:
    """Whether it is no name here. A tagger that takes "Karaoğlu" at the head of a sentence for an adverb is not heard."""
    if board.low[i] in words.stop():
        return True
    is_tagged = board.doc[i].pos_ in {"VERB", "ADV", "DET", "ADP"}
    token = board.text[i]
    is_rare = not token.isascii() or len(token) >= _RARE
    return is_tagged and not (is_rare and fold(token) in people.by_surname)


def _put_surname(board: Board, i: int, people: People) -> None:
    spot = people.called(board.text[i])
    is_common = _is_common_word(board, i, people)
    if spot is None or is_common or (board.low[i - 1 : i] and board.low[i - 1] in _PLACED):
        return
    if board.labels.get(i) in {"GPE", "LOC", "DATE"} and fold(board.text[i]) not in people.by_surname:
        return
    board.put(replace(spot, first=_first_of(board, i, spot), last=i + 1, organ=None))


def _first_of(board: Board, surname: int, spot: Spot) -> int:
    """Where the name begins that ends in this surname: the given names before it, particles and hyphens too."""
    parts = {skeleton(part) for part in spot.name.replace("-", " ").split()}
    first = surname
    while first > 0 and board.is_free(first - 1, first):
        before = board.text[first - 1]
        is_own = before[:1].isupper() or before.lower() in words.group("particles")  # not "said" before Seyed's surname
        if before == "-" or (is_own and skeleton(before) in parts):
            first -= 1
        else:
            break
    return first + (board.text[first] == "-")


def full_name(spot: Spot, people: People) -> Spot | None:
    """The full form of a person whom a spot names by one word."""
    parts: Sequence[str] = spot.name.split()
    if len(parts) == 1 or all(part.lower() in words.group("particles") for part in parts[:-1]):
        return people.called(spot.name) or people.called("".join(parts))
    known = people.by_surname.get(surname_of(spot.name))
    return known if known and known.name == spot.name and spot.title is None else None


def places_of(boards: Iterable[Board]) -> dict[str, Spot]:
    """The article's places by folded spelling."""
    found: dict[str, Spot] = {}
    for board in boards:
        for _, spot in sorted(board.spots.items()):
            if spot.kind is EntityKind.PLACE and spot.head != "country":
                for spelling in (board.phrase(spot.first, spot.last), spot.name):
                    held = found.get(fold(spelling))
                    if held is None or (spot.place and not held.place):
                        found[fold(spelling)] = spot
    return found


_LOCATIVE = {
    "in",
    "near",
    "outside",
    "at",
    "from",
    "to",
    "around",
    "off",
    "between",
    "of",
    "and",
    ",",
    "reach",
    "on",
    "left",
}


def carry_places(board: Board, mapped: Mapping[str, Spot], people: People) -> None:
    """Places of the article where the recogniser saw something else, or nothing: "Bogo" after "the port of Bogo"."""
    for i, token in board.capitals.items():
        if len(token) < 3 or fold(token) in people.by_surname:
            continue
        owner = board.spot_at(i)
        if owner is not None and (owner.last - owner.first > 1 or owner.kind is not EntityKind.PERSON or owner.title):
            continue
        spot = _place_called(board, i, mapped)
        if spot is not None and (owner is not None or board.is_free(i, i + 1)):
            if owner is not None:
                del board.spots[i], board.owner[i]
            board.put(
                Spot(
                    first=i,
                    last=i + 1,
                    kind=EntityKind.PLACE,
                    name=spot.name,
                    head=spot.head,
                    country=spot.country,
                    place=spot.place,
                )
            )


def _place_called(board: Board, i: int, mapped: Mapping[str, Spot]) -> Spot | None:
    """The place of exactly this name; in a place's position also of a declined form of it."""
    key = fold(board.text[i])
    beside = [n for n in (i - 1, i + 1) if board.is_name_word(n) and board.is_free(n, n + 1)]
    if key in mapped:
        return None if beside or board.low[i] in words.stop() else mapped[key]
    if i and board.low[i - 1] in {"in", "near", "at", "from", "to", "of"} and len(key) > 3 and not beside:
        near = [spot for name, spot in sorted(mapped.items()) if is_form_of(key, name)]
        return near[0] if near and len({spot.name for spot in near}) == 1 else None
    return None


def bodies_of(boards: Iterable[Board]) -> dict[str, Spot]:
    """The article's bodies by the first word of their name, where only one begins so: "Limak" of Limak Holding."""
    found: dict[str, set[str]] = {}
    spots: dict[str, Spot] = {}
    for board in boards:
        for first, spot in sorted(board.spots.items()):
            word = spot.name.partition(" ")[0]
            if _is_own_name(spot, word) and first not in board.countries:
                found.setdefault(fold(word), set()).add(fold(spot.name))
                spots.setdefault(fold(word), spot)
    return {word: spots[word] for word, names in found.items() if len(names) == 1}


def _is_own_name(spot: Spot, word: str) -> bool:
    """Whether the first word of a body's name is its own, not its place's or its kind's."""
    is_body = spot.kind is EntityKind.ORGANISATION and spot.is_named and spot.country is None and spot.place is None
    return is_body and " " in spot.name and len(word) > 3 and word[0].isupper() and not _is_common(word)


def _is_common(word: str) -> bool:
    return (
        word.lower() in words.stop()
        or word.lower() in words.modifiers()
        or words.organ_words().starting([word.lower()], 0) is not None
    )


def complete_bodies(board: Board, bodies: Mapping[str, Spot], people: People) -> None:
    """What the recogniser took for a person or another body is the one whose name begins so; and the reverse."""
    for first, spot in board.spots.items():
        if spot.kind is EntityKind.PERSON and not spot.title and " " not in spot.name and fold(spot.name) in bodies:
            body = bodies[fold(spot.name)]
            board.spots[first] = replace(spot, kind=body.kind, name=body.name, head=body.head)
        elif spot.kind is EntityKind.ORGANISATION and spot.is_named:
            longer = bodies.get(fold(spot.name))
            person = people.by_surname.get(surname_of(spot.name))
            if person is not None and fold(person.name) == fold(spot.name):
                board.spots[first] = replace(person, first=spot.first, last=spot.last, organ=None)
            elif longer is not None and " " not in spot.name:
                board.spots[first] = replace(spot, name=longer.name, head=longer.head)


def completed(spot: Spot, full: Spot) -> Spot:
    """A person's short form with all that the full form tells."""
    return replace(
        spot,
        name=full.name,
        title=spot.title or full.title,
        role=spot.role or full.role,
        head=spot.head or full.head,
        country=spot.country or full.country,
        gender=spot.gender or full.gender,
        body=spot.body or full.body,
    )
