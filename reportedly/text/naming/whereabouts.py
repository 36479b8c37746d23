"""Where in a sentence only a place stands: "flown out of Vesk", "the road to Vesk", "troops entered Vesk", "Vesk and Orlo".

The recogniser takes a town that it has never met for a person or a body as often as not. So of a listed town of the
article's countries the grammar decides, where nobody in the article bears that name.
"""

from reportedly.lexicon import gazetteer
from reportedly.lexicon.gazetteer import Place
from reportedly.lexicon.spelling import fold
from reportedly.text.naming import words
from reportedly.text.naming.board import Board
from reportedly.text.tokens import Token

_ALWAYS = words.group("placing_always")
_PUBLIC = words.group("public_buildings")
_UNLESS_TOLD = words.group("placing_unless_told")
_OF_WAYS = words.group("placing_of_ways")
_ON = {"on", "upon"}
_MOVING, _WAYS = words.group("moving"), words.group("ways")
_WORDS_TO = words.group("messages")
_IMPOSED = words.group("imposed_on")
_TAKEN = words.group("taken")
_OF_PLACES = (
    words.group("of_places") | words.group("dwelling") | words.group("beset") | words.group("directions") | _PUBLIC
)
_TAKEN_ALONE = words.group("taken_alone")
_BEING = words.group("being")
_CIVIC = words.group("civic") | words.group("dwelling")
_BUILT = words.group("buildings") | words.group("landmarks") | words.group("sited")
_BESIDE = words.group("lying_by")
_ATTITUDES = words.group("attitudes")
_KNOWN = 15_000
_CHAIN = 6


def stands_as_town(board: Board, first: int, last: int, place: Place | None, people: frozenset[str]) -> bool:
    """Whether a name is that of a town of the article's countries, in a place's position, and nobody's surname."""
    if place is None or place.country not in board.near[:3] or place.population < _KNOWN:
        return False
    if fold(board.text[last - 1]) in people:
        return False
    return _stands_as_place(board, first, last) or weight_as_place(board, first, last) > 0


def _stands_as_place(board: Board, first: int, last: int) -> bool:
    """Whether the words before a name, or those before the first of a row of names, are a place's."""
    if board.is_shouted or not board.is_capital(first):
        return False
    token = board.doc.stretch(first, last).root
    if _is_owner(board, last) or _is_before_building(board, first, last) or _is_beset(token):
        return True
    for _ in range(_CHAIN):
        if _is_led(board, first, token):
            return True
        if token.dep_ not in {"conj", "appos"} or token.head.i >= first:
            return False
        token = token.head
        first = _start_of(board, token)
        if words.organ_words().ending(board.low, token.i + 1) is not None:
            return False  # "advisers from the Vesk Company and Lund"
        if board.labels.get(token.i) in {"GPE", "LOC"} or _is_listed_near(board, first, token.i + 1):
            return token.dep_ in {"pobj", "conj", "appos", "dobj"}
    return False


def _start_of(board: Board, token: Token) -> int:
    first = token.i
    while first > 0 and board.is_capital(first - 1) and board.doc[first - 1].head is token:
        first -= 1
    return first


def _is_listed_near(board: Board, first: int, last: int) -> bool:
    if board.labels.get(last - 1) == "PERSON":
        return False
    place = gazetteer.lookup(board.phrase(first, last), near=board.near)
    return place is not None and place.country in board.near[:3]


def _is_led(board: Board, first: int, token: Token) -> bool:
    before = board.low[first - 1] if first else ""
    if before in _BESIDE:
        return True
    if first and (board.doc[first - 1].pos_ == "VERB" or (before in _TAKEN and board.text[first - 1].islower())):
        return before in _TAKEN or board.doc[first - 1].lemma_.lower() in _TAKEN
    if before == "as":
        return board.low[first - 3 : first - 1] == ["as", "far"]
    governor = board.doc[first - 1].head if first else None
    if governor is None or governor.lemma_.lower() in _ATTITUDES:
        return False
    lemma = governor.lemma_.lower()
    if before == "of":
        return board.low[first - 2] in _OF_PLACES or board.low[first - 2] in words.sorts()
    if before in _ALWAYS or (before == "between" and lemma in _HARMING):
        return True
    if before in _UNLESS_TOLD:
        return lemma not in _WORDS_TO
    if before in _OF_WAYS:
        return lemma in _MOVING or lemma in _WAYS or board.low[first - 2 : first - 1] in (["close"], ["far"], ["next"])
    return before in _ON and lemma in _IMPOSED


def _is_owner(board: Board, last: int) -> bool:
    """ "Vesk's mayor", "Vesk's main hospital"."""
    if board.low[last : last + 1] not in (["'s"], ["’s"]):
        return False
    return any(board.low[i] in _CIVIC or board.low[i] in _BUILT for i in range(last + 1, min(last + 4, len(board.low))))


def _is_before_building(board: Board, first: int, last: int) -> bool:
    """ "the Vesk bus station", "at Vesk prison"."""
    if not first or board.low[first - 1] not in {"the", "at", "in", "near", "outside", "from"}:
        return False
    at = last
    while at < min(last + 3, len(board.doc)) and board.doc[at].pos_ == "NOUN" and board.text[at].islower():
        at += 1
    return at > last and board.low[at - 1] in _BUILT


def _is_beset(token: Token) -> bool:
    """ "Vesk was shelled", "Vesk is without water", "Vesk remains cut off"."""
    verb = token.head
    if token.dep_ == "nsubjpass":
        return verb.lemma_.lower() in _TAKEN_ALONE
    if token.dep_ != "nsubj" or verb.lemma_.lower() not in {"be", "remain", "stay", "lie"}:
        return False
    told = [
        child
        for child in verb.children
        if child.i > verb.i and child.dep_ in {"acomp", "prep", "advcl", "npadvmod", "advmod"}
    ]
    return any(child.lower_ in _BEING or any(c.lower_ in _BEING for c in child.children) for child in told)


_SURE, _SUREST = 2, 3
_OF_SURE = words.group("sure_of")
_TO_PEOPLE, _CONQUERORS = words.group("going_to_people"), words.group("conquerors")
_GOING, _CARRYING, _CARRIED = words.group("going"), words.group("carrying"), words.group("carried")
_SURE_WAYS, _SURE_ON, _COMERS = words.group("sure_ways"), words.group("sure_on"), words.group("comers")
_FORCES = words.group("forces_of_nature")
_ABODES, _LANDMARKS = words.group("abodes"), words.group("landmarks") | words.group("sited")
_WITHIN = {"in", "near", "outside", "around", "across"}
_LYING, _RUNNING, _LAYING = words.group("lying"), words.group("running"), words.group("laying")
_TRANSPORT = words.group("transport")
_STRIKES, _HARMING = words.group("strikes"), words.group("harming")
_SWEPT, _AWARDED, _LAID = words.group("swept"), words.group("awarded"), words.group("laid_on_places")


def weight_as_place(board: Board, first: int, last: int) -> int:
    """How surely the grammar shows a name that no map has to be a place: 3 whatever it looks like, 2 if it
    does not look like a person's in full, 1 with another like it, else 0.

    Narrower than `stands_as_town`: nothing but the sentence speaks for it. "the road to Vesk", "fled to Vesk", "Vesk was shelled".
    """
    token = board.doc.stretch(first, last).root
    if _is_told_other(board, last):
        return 0
    if _is_beset(token) or _is_before_way(board, last) or board.low[last : last + 2] == [",", "where"]:
        return _SUREST
    if _is_struck(board, first):
        return _SURE
    for step in range(_CHAIN):
        if weight := _weight_led(board, first, token):
            return weight
        if step and board.low[first - 1] in _WITHIN and board.doc[first - 1].head.lemma_.lower() not in _ATTITUDES:
            return _SURE  # "in Vesk, Orlo and Lund"
        if _is_told_abode(token):
            return _SUREST
        if token.dep_ != "conj" or token.head.i >= first:
            return 0
        token = token.head
        first = _start_of(board, token)
        if _is_listed_near(board, first, token.i + 1) and board.labels.get(token.i) in {"GPE", "LOC"}:
            return 1 if token.dep_ in {"pobj", "conj"} else 0
    return 0


def _is_struck(board: Board, first: int) -> bool:
    """Whether others than it die of what strikes it: "12 were killed in an attack on Vesk", "gunmen attacked Vesk, killing 12"."""
    if not first:
        return False
    before = board.doc[first - 1]
    striker = before.head if before.lower_ in _ON else before
    if striker.lemma_.lower() not in _STRIKES or (striker is before and before.pos_ != "VERB"):
        return False
    return any(_kills_some(token) for token in before.sent)


def _kills_some(token: Token) -> bool:
    """ "killed 12", "12 people were killed", "claimed 12 lives"."""
    if token.lemma_.lower() not in _HARMING:
        return False
    harmed = [child for child in token.children if child.dep_ in _OBJECTS]
    return any(noun.like_num or any(child.like_num for child in noun.children) for noun in harmed)


def _is_told_other(board: Board, last: int) -> bool:
    """ "Vesk, the engineering firm", "Ana Vesk, the party's leader": what it is stands behind it, or who."""
    if board.low[last : last + 1] != [","] or not {"a", "an", "the", "their", "its", "his", "her"} & set(
        board.low[last + 1 : last + 2]
    ):
        return False
    return any(
        words.organ_words().ending(board.low, i + 1) or words.roles().ending(board.low, i + 1)
        for i in range(last + 2, min(last + 6, len(board.low)))
        if board.text[i].islower()
    )


def _is_told_abode(token: Token) -> bool:
    """ "The worst hit villages are Vesk, Orlo and Lund"."""
    if token.dep_ != "attr":
        return False
    return any(child.dep_ == "nsubj" and child.lemma_.lower() in _ABODES for child in token.head.children)


def _is_before_way(board: Board, last: int) -> bool:
    """ "at Vesk airport", "the Vesk railway"."""
    return bool(_TRANSPORT & set(board.low[last : last + 1]))


def _weight_led(board: Board, first: int, token: Token) -> int:
    before = board.low[first - 1] if first else ""
    if (
        before in _BESIDE
        or (before in _LYING and board.text[first - 1].islower())
        or board.low[max(0, first - 3) : first] == ["as", "far", "as"]
    ):
        return _SUREST
    if before == "of":
        return _SUREST if board.low[first - 2] in _OF_SURE else 0
    governor = board.doc[first - 1].head if first else token
    lemma = governor.lemma_.lower()
    if first and (board.doc[first - 1].pos_ == "VERB" or (before in _SWEPT and board.text[first - 1].islower())):
        return _weight_of_object(board.doc[first - 1])
    if before in {"to", "for", "from", "through", "via", "over", "towards", "toward", "into", "past"}:
        if (
            lemma in _SURE_WAYS
            or board.low[first - 2] in _SURE_WAYS
            or (before in {"to", "for"} and lemma in {"bound", "bind"})
        ):
            return _SUREST
        if lemma in _GOING:
            is_awarded = any(c.lemma_.lower() in _AWARDED for c in governor.children if c.dep_ in _OBJECTS)
            return 0 if is_awarded else _SURE if lemma in _TO_PEOPLE else _SUREST
        if before == "through" and lemma in _RUNNING:
            return _SUREST
        if before in {"to", "from", "into"} and lemma in _CARRYING:
            return _SURE if any(c.lemma_.lower() in _CARRIED for c in governor.children if c.dep_ in _OBJECTS) else 1
        return _SURE if before == "from" and lemma in _COMERS else 0
    if before == "at" and (lemma in _LANDMARKS or lemma in _PUBLIC):
        return _SURE
    if before == "between":
        return _SUREST if lemma in _SURE_WAYS else 0
    if before in _ON and lemma in _LAYING:
        return _SUREST if any(c.lemma_.lower() in _LAID for c in governor.children if c.dep_ in _OBJECTS) else 0
    return _SURE if before in _ON and lemma in _SURE_ON else 0


_OBJECTS = {"dobj", "nsubjpass", "nsubj"}


def _weight_of_object(verb: Token) -> int:
    lemma = verb.lemma_.lower()
    if lemma in _TAKEN_ALONE or verb.lower_ in _TAKEN_ALONE or lemma in _SWEPT:
        return _SUREST
    subjects = {c.lemma_.lower() for c in verb.children if c.dep_ == "nsubj"}
    if lemma in _TAKEN and not subjects.isdisjoint(_FORCES):
        return _SUREST
    return _SURE if lemma in _TAKEN and not subjects.isdisjoint(_CONQUERORS) else 0
