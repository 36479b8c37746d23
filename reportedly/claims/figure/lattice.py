"""Who is counted, and whose count lies within whose: soldiers within security forces within people, homes in buildings.

The table is `[within]`, `[apart]`, `[whole]` of lexicon/en/populations.toml. A noun of no class ("dockers") lies in
people.
"""

from functools import cache

from reportedly.lexicon import load

_ALL = "people"


@cache
def populations_around(population: str) -> tuple[str, ...]:
    """The populations that hold this one, from the nearest outwards."""
    around: list[str] = []
    queue = [population]
    while queue:
        for outer in _table("within").get(queue.pop(0), [_ALL]):
            if outer not in around and outer != population:
                around.append(outer)
                queue.append(outer)
    return tuple(around)


def is_population_within(inner: str, outer: str) -> bool:
    return inner == outer or outer in populations_around(inner)


@cache
def are_apart(one: str, other: str) -> bool:
    """Whether nobody is counted under both: police and rioters are apart, women and rioters are not."""
    for groups in _table("apart").values():
        homes = [next((n for n, group in enumerate(groups) if name in group), None) for name in (one, other)]
        if None not in homes and homes[0] != homes[1]:
            return True
    return False


def is_whole(metric: str, population: str) -> bool:
    """Whether a count of these is, unless told otherwise, the count of all: an unrest's arrested are protesters."""
    return population in _table("whole").get(metric, ())


def is_person(population: str) -> bool:
    return is_population_within(population, _ALL)


def _table(name: str) -> dict[str, list[str]]:
    table: dict[str, list[str]] = load("en/populations")[name]
    return table
