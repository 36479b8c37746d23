"""Countries by the words that a newspaper has for them: "Slovak", "the Slovak Republic", "Slovaks", "Bratislava said".

Word list: `en/countries.toml`. A word that two countries share ("Congolese") gives the first of them unless the article
speaks of the other.
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any

from anyascii import anyascii

from reportedly.lexicon import load
from reportedly.lexicon.spelling import fold

_STYLED = re.compile(
    r"^(?:the )?(?:[A-Z][a-z]+ ){0,3}"
    r"(?:Republic|Kingdom|State|Commonwealth|Sultanate|Emirate|Principality|Union) of (?:the )?"
)


@cache
def _tables() -> dict[str, dict[str, Any]]:
    return {code: table for code, table in load("en/countries").items() if len(code) == 2}


@cache
def _words(*fields: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for code, table in _tables().items():
        for field in fields:
            value = table.get(field, ())
            for word in [value] if isinstance(value, str) else value:
                found.setdefault(word, code)
    return found


@cache
def _shared() -> dict[str, list[str]]:
    shared: dict[str, list[str]] = load("en/countries")["shared"]
    return shared


@cache
def _folded_names() -> dict[str, str]:
    return {fold(word): code for word, code in _words("name", "also").items() if len(fold(word)) > 3}


def _decided(word: str, code: str | None, near: Sequence[str]) -> str | None:
    rivals = _shared().get(word) if code else None
    return next((country for country in near if country in rivals), rivals[0]) if rivals else code


def name_of(code: str) -> str | None:
    """ "KZ" -> "Kazakhstan"."""
    table = _tables().get(code)
    return str(table["name"]) if table else None


@lru_cache(maxsize=1 << 16)
def _code_of(bare: str) -> str | None:
    return _words("name", "also").get(bare) or _folded_names().get(fold(bare))


def country_named(name: str, *, near: Sequence[str] = ()) -> str | None:
    """The country of that name: "the Republic of Kazakhstan", "UK", "Côte d'Ivoire". None where it is no country's."""
    bare = name.removeprefix("the ").removeprefix("The ").strip()
    code = _code_of(bare)
    if code is None and (short := _STYLED.sub("", bare)) != bare:
        return country_named(short, near=near)
    return _decided(bare, code, near)


def country_of_adjective(word: str, *, near: Sequence[str] = ()) -> str | None:
    """ "Kazakhstani" -> KZ."""
    return _decided(word, _words("adjectives").get(word), near)


def country_of_people(word: str, *, near: Sequence[str] = ()) -> str | None:
    """ "Koreans" -> KR, "the British" is an adjective's matter."""
    return _decided(word, _words("people").get(word), near)


def country_of_seat(word: str) -> str | None:
    """The country whose government is meant by its seat: "Moscow" -> RU, "the Kremlin" -> RU."""
    seat = word.removeprefix("the ")
    return _words("seats").get(seat) or _words("seats").get(anyascii(seat))


def country_of(word: str, *, near: Sequence[str] = ()) -> str | None:
    """The country of a name, an adjective or a people."""
    return country_of_adjective(word, near=near) or country_of_people(word, near=near) or country_named(word, near=near)
