"""What sort of body a name is of: "Ministry of Internal Affairs", "Interior Ministry" -> "ministry: interior".

Word list: `lexicon/en/organs.toml`. Bodies of one sort and one country are one, whatever their name's wording.
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from reportedly.lexicon import load, nations
from reportedly.lexicon.spelling import fold

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*\.?")
_MINISTRIES = {"ministry", "ministries", "department", "secretariat", "office"}
_IDLE = {
    "the",
    "of",
    "and",
    "for",
    "in",
    "on",
    "a",
    "s",
    "national",
    "state",
    "federal",
    "republic",
    "local",
    "central",
    "general",
    "mr",
}
_SILENT = (_IDLE - {"state", "federal", "local", "central", "republic"}) | {
    *(
        "de",
        "del",
        "des",
        "al",
        "au",
        "aux",
        "du",
        "d",
        "da",
        "do",
        "das",
        "dos",
        "di",
        "la",
        "las",
        "los",
        "le",
        "les",
        "l",
        "el",
        "et",
        "y",
        "e",
    ),
    *("para", "pour", "por", "nacional", "nationale", "to", "&"),
}
"""Words that say nothing of whose name it is, in English and the Romance tongues."""
_ELIDED = re.compile(r"^[ld]['’]")
_LONGEST = 6
_UNSIDED = frozenset({"media", "hospital", "red-crescent"})
FOREIGN = frozenset({"ministry: foreign", "embassy", "consulate", "diplomacy", "foreign-office"})
"""Bodies that speak for their own nationals abroad; another state's crisis does not make them that state's."""
AT_HOME: frozenset[str] = frozenset(load("en/organs")["at_home"]["sorts"])
"""Bodies that a report on a crisis means in the country of the crisis unless it says another."""


@lru_cache(maxsize=50_000)
def sort_of(name: str) -> str | None:
    """The sort of a body, or None where its own words are all there is."""
    words = [word for word in _words(name) if word != "the"]
    domain = _found(words, _domains())
    if domain and any(word in _MINISTRIES for word in words):
        return f"ministry: {domain}"
    bare = [word for word in words if word not in _IDLE]
    fixed = _found(bare, _fixed(), whole=True) or _found(words, _fixed(), whole=True)
    if fixed in {"foreign-ministry", "foreign-office"}:
        return "ministry: foreign"
    if fixed == "state-department":
        return "ministry: foreign"
    if fixed == "pentagon":
        return "ministry: defence"
    return fixed


@lru_cache(maxsize=50_000)
def is_of_state(name: str) -> bool:
    """Whether a body that a town or country owns is an organ of the state there: "Lima police", "Lima headquarters"."""
    words = list(_words(re.split(r"\s+(?:of|for|in)\s+", name)[0]))
    for size in range(min(_LONGEST, len(words)), 0, -1):
        phrase = " ".join(words[-size:])
        if phrase in _fixed():
            return _fixed()[phrase] not in _UNSIDED
    return bool(words) and words[-1] in load("en/organs")["sided"]["heads"]


@lru_cache(maxsize=50_000)
def own_words(name: str) -> str:
    """A body's name less what says nothing: "National Institute of Civil Defence" and "the civil defense institute"."""
    parts = (part for word in _words(name) for part in _ELIDED.sub("", word).split("-"))
    folded = (fold(word) or word for word in parts if word not in _SILENT)
    return " ".join(sorted(_one_word().get(word, word) for word in folded))


@cache
def _one_word() -> dict[str, str]:
    """A word of bodies' names -> the one that stands for all that translators put for it."""
    table: dict[str, list[str]] = load("en/organs")["one_word"]
    return {fold(other): word for word, others in table.items() for other in others}


@cache
def _words(name: str) -> tuple[str, ...]:
    """Lower-case words, those that say the country left out."""
    words = _WORD.findall(name.replace("’s", "").replace("'s", ""))
    found: list[str] = []
    at = 0
    while at < len(words):
        size = next((n for n in range(4, 0, -1) if _is_country(words[at : at + n])), 0)
        if size:
            at += size
        else:
            found.append(words[at].lower())
            at += 1
    return tuple(found)


def _is_country(words: Sequence[str]) -> bool:
    """ "Republic of Chad" is one; "Teachers' Union of Chad" is none."""
    return nations.country_of(" ".join(words)) is not None and (len(words) == 1 or "Union" not in words)


def _found(words: list[str], table: dict[str, str], *, whole: bool = False) -> str | None:
    for size in range(min(_LONGEST, len(words)), 0, -1):
        for at in range(len(words) - size + 1):
            sort = table.get(" ".join(words[at : at + size]))
            if sort and (not whole or size == len(words)):
                return sort
    return None


@cache
def _domains() -> dict[str, str]:
    table = load("en/organs")["domains"]
    return {phrase.removeprefix("the "): domain for domain, phrases in reversed(table.items()) for phrase in phrases}


@cache
def _fixed() -> dict[str, str]:
    table = load("en/organs")["fixed"]
    return {phrase.replace("'s", ""): sort for sort, phrases in table.items() for phrase in phrases}
