"""Short names that no article explains: "Ngubdoma" in one paper, "Governor Kaumi Ngubdoma" in the next.

A surname alone is the one person of the desk who bears it, where both are told of in articles on one country and their
offices do not gainsay it; where two bear it, nobody guesses. A second name is told once: "Ali Vesk, alias Abu Nur".
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from reportedly.lexicon.spelling import fold, skeleton
from reportedly.link import entities
from reportedly.link.cluster import Clusters
from reportedly.link.compare import is_one_sound
from reportedly.link.eastern import family_keys
from reportedly.link.form import Form
from reportedly.link.gazetteer import is_spelling_of
from reportedly.link.near import Near
from reportedly.link.sound import frames, heard, likeness, vowels_clash
from reportedly.model import EntityKind

_SHORTEST = 4
"""Letters of a surname: "Kim" and "Li" alone tell nothing."""
_FAMILY_FIRST = 3
"""Words at most of a name whose family stands first: "Bai Zhong De"."""
_HEARD = 0.85
_STRONG = frozenset({"head-of-state", "head-of-government", "minister", "local", "mayor", "spokesperson"})

type Join = tuple[Form, Form, str]


def find_surnames(forms: Sequence[Form], clusters: Clusters) -> Iterator[Join]:
    """Surnames alone, each with the one person of the desk who bears it."""
    at = {form: n for n, form in enumerate(forms)}
    full = [form for form in forms if _is_person(form) and form.given]
    bearers = Near((form, form.surname_keys, (form.surname[:1], *_openings(form))) for form in full)
    families: dict[str, list[Form]] = defaultdict(list)
    for form in forms:
        if _is_person(form) and 1 < len(form.parts) <= _FAMILY_FIRST:
            for family in _families_of(form):
                families[family].append(form)
    for form in forms:
        if not _is_person(form) or form.given:
            continue
        named = list(dict.fromkeys(full for family in _families_of(form) for full in families.get(family, ())))
        if named or len(form.surname) < _SHORTEST:
            if len({clusters.root(at[f]) for f in named}) == 1 and all(_fits(form, f) for f in named):
                yield form, named[0], f'"{form.name}" and "{named[0].name}": no other of the desk is of that family'
            continue
        near = bearers.to(form.surname_keys, _openings(form))
        named = [f for f in near if not vowels_clash(f.surname, form.surname) and is_bearer(f, form)]
        if len({clusters.root(at[f]) for f in named}) == 1 and all(_fits(form, f) for f in named):
            yield form, named[0], f'"{form.name}" and "{named[0].name}": no other of the desk bears that surname'


def _families_of(form: Form) -> list[str]:
    """The family name before the given one, or alone, in every way to read it."""
    first = form.parts[0]
    return sorted({*family_keys(form), *([first] if first in entities.family_first() or not form.given else [])})


def _openings(form: Form) -> tuple[str, ...]:
    """The sounds that a surname may open with, first as it is heard."""
    return (heard(form.surname)[:1], *sorted({frame[:1] for frame in frames(form.written[-1])}))


def _is_person(form: Form) -> bool:
    return form.key.kind is EntityKind.PERSON and bool(form.parts) and entities.is_persons_name(form.key.name)


def is_bearer(full: Form, alone: Form) -> bool:
    return _bears(full, alone.surname) or likeness(full.written[-1], alone.written[-1]) >= _HEARD


def _bears(form: Form, surname: str) -> bool:
    known = form.surname
    return known == surname or is_one_sound(known, surname) or is_spelling_of(known, surname)


def _fits(alone: Form, full: Form) -> bool:
    """Whether the articles speak of one country, and their offices may be one man's."""
    offices, others = _STRONG & set(alone.key.families), _STRONG & set(full.key.families)
    return bool(alone.countries & full.countries) and (not offices or not others or bool(offices & others))


def find_aliases(forms: Sequence[Form]) -> Iterator[Join]:
    """People whom one article names by the second name that another tells of somebody."""
    people = [form for form in forms if _is_person(form) and len(form.parts) > 1]
    by_sound: dict[str, list[Form]] = defaultdict(list)
    for form in people:
        by_sound[" ".join(map(heard, form.parts))].append(form)
    for form in people:
        for spelling in sorted(form.spellings):
            words = [fold(word) for word in spelling.split()]
            if len(words) > 1 and not {*map(skeleton, words)} & {*map(skeleton, form.parts)}:
                for other in by_sound.get(" ".join(map(heard, words)), ()):
                    if other is not form:
                        yield form, other, f'"{other.name}" is told to be another name of "{form.name}"'
