"""Names that are one are always held against each other: the cheap signs that spare a judgement never spare a right one."""

import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from reportedly.link.compare import JOINS, PEOPLE, judge, may_be_one
from reportedly.link.form import Form, Key
from reportedly.link.gazetteer import is_spelling_of, spelling_keys
from reportedly.link.near import Near
from reportedly.link.surnames import is_bearer
from reportedly.model import EntityKind

NAMES = Path(__file__).parents[2] / "exercises" / "spelling" / "names.tsv"
PAIRS = 4_000


def spellings() -> Iterator[tuple[str, str, str]]:
    """Two spellings of one name, or of two of one tongue, and a letter dropped, doubled or put for another here and there."""
    chance = random.Random(7)
    rows = [line.split("\t") for line in NAMES.read_text(encoding="utf-8").splitlines()]
    by_tongue: dict[str, list[list[str]]] = {}
    for tongue, part, _, script, names in rows:
        by_tongue.setdefault(f"{tongue} {part}", []).append([script, *names.split("|")])
    tongues = sorted(by_tongue)
    for n in range(PAIRS):
        tongue = tongues[n % len(tongues)]
        one = chance.choice(by_tongue[tongue])
        other = one if chance.random() < 0.7 else chance.choice(by_tongue[tongue])
        left, right = _spelled(chance.choice(one), chance), _spelled(chance.choice(other), chance)
        yield tongue, left, right


def _spelled(name: str, chance: random.Random) -> str:
    name = name.replace(" ", "")
    at = chance.randrange(len(name))
    slips = (name, name, name[:at] + name[at + 1 :], name[: at + 1] + name[at:], name[:at] + "e" + name[at + 1 :])
    return (chance.choice(slips) or name).capitalize()


def person(name: str, **key: str) -> Form:
    return Form(Key(kind=EntityKind.PERSON, name=name, **key), Counter([name]), Counter([name]), [], set())  # type: ignore[arg-type]


def test_a_spelling_shares_a_key_with_its_name() -> None:
    """Whoever looks a spelling up by its keys misses none that a comparison would have found."""
    found = [(one, other) for _, one, other in spellings() if is_spelling_of(one, other)]
    assert len(found) > PAIRS // 5
    assert [pair for pair in found if spelling_keys(pair[0]).isdisjoint(spelling_keys(pair[1]))] == []


def test_whom_a_judgement_joins_is_judged() -> None:
    """Full names whose family or given name is spelled in two ways, in lands whose names are read in ways of their own too."""
    joined, spared = 0, []
    for n, (tongue, one, other) in enumerate(spellings()):
        land = ("CN", "KR", "HU", "PE")[n % 4]
        first = ("Ana", "Li", "Kim Ji", "A.")[n % 3]
        names = (
            (f"{first} {one}", f"{first} {other}") if tongue.endswith("family") else (f"{one} Vesk", f"{other} Vesk")
        )
        left, right = (person(name, country=land) for name in names)
        if left.parts and right.parts and judge(left, right, PEOPLE).score >= JOINS:
            joined += 1
            spared += [] if may_be_one(left, right) else [names]
    assert joined > PAIRS // 5
    assert spared == []


def test_a_surname_alone_shares_a_key_with_its_bearer() -> None:
    """The one person of the desk who bears a surname is found by it, however it is spelled."""
    pairs = [(person(f"Ana {one}"), person(other)) for _, one, other in spellings()]
    borne = [(full, alone) for full, alone in pairs if full.given and alone.parts and is_bearer(full, alone)]
    assert len(borne) > PAIRS // 5
    assert [(f.name, a.name) for f, a in borne if f.surname_keys.isdisjoint(a.surname_keys)] == []


def test_things_near_a_name_come_in_the_order_of_the_sound_that_they_share() -> None:
    """Of those that share a key, first all that open with the first of the sounds asked for."""
    near = Near(
        [("Orlo", ["rl"], ["a"]), ("Arlo", ["rl"], ["o", "a"]), ("Irla", ["rl"], ["i"]), ("Urd", ["rd"], ["o"])]
    )
    assert near.to(["rl", "rd"], ["o", "a"]) == ["Arlo", "Urd", "Orlo"]
