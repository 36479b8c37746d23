"""A form: one way in which the desk's articles name somebody, with all that they say beside it.

Mentions that agree in kind, name and what stands beside them are one form, so that a hundred thousand mentions become
a few thousand forms; only forms are compared.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, cached_property

from reportedly.lexicon import load
from reportedly.lexicon.nations import country_named
from reportedly.lexicon.spelling import fold
from reportedly.link.gazetteer import spelling_keys
from reportedly.link.sound import folded, frames, heard
from reportedly.model import EntityKind, Span

_WORDS = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_PARTICLES = frozenset(
    [
        "von",
        "van",
        "der",
        "den",
        "de",
        "da",
        "do",
        "dos",
        "del",
        "della",
        "la",
        "le",
        "du",
        "di",
        "ten",
        "ter",
        "bin",
        "ibn",
        "bint",
        "al",
        "el",
        "ben",
        "abu",
        "y",
        "e",
        "zu",
    ]
)
_SHORT = re.compile(r"^[A-Z][A-Za-z-]*[A-Z]{2,}[a-z]?$|^[A-Z]{3,}$")
BODIES = frozenset({EntityKind.ORGANISATION, EntityKind.AGENCY, EntityKind.OUTLET})


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """What makes two mentions one form. `home` is the document of a name that only its own article can explain, or the first
    document with its text."""

    kind: str
    name: str
    organ: str | None = None
    country: str | None = None
    place: str | None = None
    families: tuple[str, ...] = ()
    home: str | None = None
    crisis: str | None = None

    def __lt__(self, other: "Key") -> bool:
        """In the order of the fields; what is not known comes first."""
        return self._in_order() < other._in_order()

    def _in_order(self) -> tuple[object, ...]:
        known = (self.organ, self.country, self.place, self.home, self.crisis)
        return (self.kind, self.name, self.families, *(value or "" for value in known))


@dataclass(eq=False)
class Form:
    """`spellings` counts the mentions as written and the full name; `documents` are those that use it,
    `countries` what those speak of, `regions` the gazetteer ids of those that the texts put an unlisted place in.
    """

    key: Key
    spellings: Counter[str]
    names: Counter[str]
    mentions: list[tuple[str, Span]]
    reasons: set[str]
    is_listed: bool = False
    countries: set[str] = field(default_factory=set)
    regions: set[str] = field(default_factory=set)

    @cached_property
    def name(self) -> str:
        return min(self.names, key=lambda name: (-self.names[name], name))

    @cached_property
    def documents(self) -> frozenset[str]:
        return frozenset(document for document, _ in self.mentions)

    @cached_property
    def parts(self) -> tuple[str, ...]:
        """A person's name in folded words, given names first; a name that only says the surname twice is one word."""
        words = [folded(word) for word in self._words]
        return tuple(words[:1]) if len(set(words)) == 1 else tuple(words)

    @cached_property
    def _words(self) -> list[str]:
        return [word for word in _WORDS.findall(self.key.name) if fold(word)]

    @cached_property
    def written(self) -> tuple[str, ...]:
        """The same words as they are written, marks and all."""
        return tuple(self._words[: len(self.parts)])

    @cached_property
    def short_forms(self) -> frozenset[str]:
        """Capitals that stand for a body: spelled alone ("INDECI"), or opening its name ("HJRA hospital")."""
        first = self.key.name.partition(" ")[0]
        return frozenset(
            s.upper() for s in (*self.spellings, first) if len(s) > 2 and _SHORT.match(s) and country_named(s) is None
        )

    @cached_property
    def bare(self) -> str:
        """A body's name without its form in law: "Vesk Energy LLC" is Vesk Energy."""
        words = self.key.name.split()
        while len(words) > 1 and words[-1] in _legal():
            words.pop()
        return " ".join(words)

    @cached_property
    def initials(self) -> frozenset[str]:
        """The first letters of a body's words, with the small words and without: HRC, HRCP, HRCOP."""
        words = _WORDS.findall(self.key.name)
        if len(words) < _FEWEST_WORDS:
            return frozenset()
        large = [word for word in words if word[:1].isupper()]
        return frozenset("".join(word[0] for word in row).upper() for row in (words, large))

    @cached_property
    def surname(self) -> str:
        return self.parts[-1] if self.parts else ""

    @cached_property
    def surname_keys(self) -> frozenset[str]:
        """Under which a surname meets every other that may be the same in another spelling, but for a slip of a letter."""
        sound = heard(self.surname)
        unended = {sound, sound.removesuffix("t")}  # French ends that are not spoken
        return spelling_keys(self.surname) | frames(self.written[-1]) | {f"heard {each}" for each in unended}

    @cached_property
    def given(self) -> tuple[str, ...]:
        return tuple(part for part in self.parts[:-1] if part not in _PARTICLES)


@cache
def _legal() -> frozenset[str]:
    return frozenset(load("en/naming")["words"]["firm"])


_FEWEST_WORDS = 3
_PARTICLE = re.compile(r"\b(?:al|el|ul|uz|ez|az|ud|ut|us|ur|as|ash|an|e|i)\b")


def own_parts(name: str) -> list[str]:
    """The words of a name without the particles that transliterations vary: "Ansar-ul-Nahr" -> ansar, nahr."""
    return _PARTICLE.sub(" ", name.lower().replace("-", " ")).split()


def joined_words(name: str) -> str:
    """The same in one: "ansarnahr"."""
    return fold("".join(own_parts(name)))


def sorted_forms(forms: Iterable[Form]) -> list[Form]:
    return sorted(forms, key=lambda form: _sortable(form.key))


def _sortable(key: Key) -> tuple[str, ...]:
    return (
        key.kind,
        key.name,
        key.organ or "",
        key.country or "",
        key.place or "",
        *key.families,
        key.home or "",
        key.crisis or "",
    )
