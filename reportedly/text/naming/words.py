"""The word lists of names, made ready for matching over a paragraph's tokens."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, cached_property
from typing import Any, NamedTuple

from reportedly.lexicon import load


class Phrases[T]:
    """Finds phrases over tokens; of two that start or end at one place the longer."""

    def __init__(self, phrases: Mapping[str, T]) -> None:
        self._phrases = phrases

    @cached_property
    def _from(self) -> Mapping[str, Sequence[tuple[tuple[str, ...], T]]]:
        return self._by_token(0)

    @cached_property
    def _to(self) -> Mapping[str, Sequence[tuple[tuple[str, ...], T]]]:
        return self._by_token(-1)

    def _by_token(self, at: int) -> Mapping[str, Sequence[tuple[tuple[str, ...], T]]]:
        """Cut when first asked: cutting takes the parser library, which a command that reads nothing need not load."""
        found: dict[str, list[tuple[tuple[str, ...], T]]] = defaultdict(list)
        for phrase, value in self._phrases.items():
            tokens = tokens_of(phrase)
            found[tokens[at]].append((tokens, value))
        for rows in found.values():
            rows.sort(key=lambda pair: (-len(pair[0]), pair[0]))
        return dict(found)

    def starts(self, tokens: Sequence[str]) -> list[int]:
        """The places at which a phrase may start: few of a paragraph's."""
        begun = self._from
        return [i for i, token in enumerate(tokens) if token in begun]

    def starting(self, tokens: Sequence[str], at: int) -> tuple[int, T] | None:
        """Where the longest phrase that starts at a token ends, and its value."""
        for phrase, value in self._from.get(tokens[at], ()) if 0 <= at < len(tokens) else ():
            if tuple(tokens[at : at + len(phrase)]) == phrase:
                return at + len(phrase), value
        return None

    def ending(self, tokens: Sequence[str], at: int) -> tuple[int, T] | None:
        """Where the longest phrase that ends before a token starts, and its value."""
        for phrase, value in self._to.get(tokens[at - 1], ()) if 0 < at <= len(tokens) else ():
            if at >= len(phrase) and tuple(tokens[at - len(phrase) : at]) == phrase:
                return at - len(phrase), value
        return None


@cache
def _tokenizer() -> Any:
    """English rules of the parser, without its models."""
    import spacy

    return spacy.blank("en").tokenizer


@cache
def tokens_of(phrase: str) -> tuple[str, ...]:
    """A phrase of a word list, cut as the parser cuts text."""
    if phrase.isascii() and phrase.replace(" ", "").isalpha():
        return tuple(phrase.split())
    return tuple(token.text for token in _tokenizer()(phrase))


class CountryWord(NamedTuple):
    """A country at tokens [first, last): sort is `name`, `adjective`, `people` or `seat`."""

    first: int
    last: int
    word: str
    code: str
    sort: str


@cache
def _country_phrases() -> Phrases[tuple[str, str]]:
    found: dict[str, tuple[str, str]] = {}
    for code, table in load("en/countries").items():
        if len(code) != 2:
            continue
        for sort, values in (
            ("adjective", table.get("adjectives", ())),
            ("name", [table["name"], *table.get("also", ())]),
            ("people", table.get("people", ())),
        ):
            for value in values:
                found.setdefault(value, (code, sort))
    found.update({name.upper(): value for name, value in found.items() if value[1] == "name" and len(name) > 4})
    return Phrases(found)


def countries_in(tokens: Sequence[str]) -> dict[int, CountryWord]:
    """First token -> country word, for every country named in any form; "the Republic of X" is one word."""
    table, found, last = _country_phrases(), {}, 0
    for at in table.starts(tokens):
        hit = table.starting(tokens, at) if at >= last else None
        if hit is None:
            continue
        last, (code, sort) = hit
        if at and " ".join(tokens[at - 1 : last]) in continents():
            continue  # "South America"
        first = _styled(tokens, at) if sort == "name" else at
        found[first] = CountryWord(first, last, " ".join(tokens[at:last]), code, sort)
    return found


@cache
def continents() -> frozenset[str]:
    """Regions of many countries, of which a part may be called as one of them."""
    return frozenset(load("en/places")["wider"]["words"])


_STYLES = {"republic", "kingdom", "state", "commonwealth", "sultanate", "emirate", "principality"}


def _styled(tokens: Sequence[str], at: int) -> int:
    """Where "Islamic Republic of" before a country's name begins."""
    first = at - 1 if at and tokens[at - 1].lower() == "the" else at
    if first < 2 or tokens[first - 1] != "of" or tokens[first - 2].lower() not in _STYLES:
        return at
    first -= 2
    return (
        first - 1
        if first and tokens[first - 1] in {"Islamic", "Federal", "Socialist", "Democratic", "People's"}
        else first
    )


class Listed(NamedTuple):
    """A body that a list names."""

    name: str
    sort: str  # agency, media or alliance
    country: str | None
    is_weak: bool
    is_agency: bool = False


@cache
def listed() -> Phrases[Listed]:
    found: dict[str, Listed] = {}
    for sort, table in (("agency", "agencies"), ("media", "media")):
        for name, facts in load("en/agencies")[table].items():
            entry = Listed(name, sort, facts.get("country"), bool(facts.get("weak")))
            _spell(found, entry, facts)
    for name, facts in load("en/organs")["alliances"].items():
        _spell(found, Listed(name, "alliance", facts.get("country"), False, "agency" in str(facts).lower()), facts)
    return Phrases(found)


def _spell(found: dict[str, Listed], entry: Listed, facts: Mapping[str, Any]) -> None:
    for spelling in (entry.name, *facts.get("also", ()), *facts.get("short", ())):
        found.setdefault(spelling, entry)


class OrganWord(NamedTuple):
    """`type` is a fixed body ("police") or, for a head that wants a qualifier, the head itself."""

    type: str
    is_fixed: bool
    is_state: bool


@cache
def homes() -> dict[str, str]:
    """Bodies whose name alone tells their country: "kremlin" -> RU."""
    table: dict[str, str] = load("en/organs")["homes"]
    return table


@cache
def organ_words() -> Phrases[OrganWord]:
    table = load("en/organs")
    found = {
        word: OrganWord(word, False, sort == "state") for sort in ("state", "other") for word in table["heads"][sort]
    }
    found |= {
        phrase: OrganWord(type_, True, type_ not in {"media", "hospital", "red-crescent"})
        for type_, phrases in table["fixed"].items()
        for phrase in phrases
    }
    return Phrases(found)


@cache
def domains() -> Phrases[str]:
    """What an organ deals with: "internal affairs" -> interior."""
    table = load("en/organs")["domains"]
    return Phrases({word: domain for domain, phrases in reversed(table.items()) for word in phrases})


@cache
def modifiers() -> frozenset[str]:
    return frozenset(load("en/organs")["modifiers"]["words"])


@cache
def roles() -> Phrases[str]:
    """A title -> its family: "prime minister" -> head-of-government."""
    return Phrases(_inverted(load("en/titles")["roles"]))


@cache
def unnamed() -> Phrases[bool]:
    """A noun for people without a name -> whether it means several."""
    table = load("en/titles")["unnamed"]
    one = dict.fromkeys((*table["one"], *_inverted(load("en/titles")["roles"])), False)
    return Phrases(one | dict.fromkeys(table["many"], True))


def _inverted(table: Mapping[str, Iterable[str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for family, phrases in table.items():
        for phrase in phrases:
            found.setdefault(phrase, family)
    return found


@cache
def given() -> frozenset[str]:
    """Given names that are no other word."""
    return frozenset(load("en/titles")["given"]["names"])


@cache
def genders() -> dict[str, str]:
    return _inverted(load("en/titles")["gender"])


@cache
def group(name: str) -> frozenset[str]:
    """A list of small words of `en/naming.toml`."""
    return frozenset(load("en/naming")["words"][name])


@cache
def phrases(name: str) -> Phrases[str]:
    """The same, for matching over tokens."""
    return Phrases({phrase: phrase for phrase in load("en/naming")["words"][name]})


@cache
def sorts() -> dict[str, str]:
    """What an article calls a place -> region, district, city or spot."""
    return _inverted(load("en/naming")["sorts"])


@cache
def alike(head: str) -> frozenset[str]:
    """The heads of names that a later noun can take up."""
    return frozenset(load("en/naming")["alike"].get(head, (head,)))


@cache
def things() -> frozenset[str]:
    """Nouns whose names are no people's and no bodies': ships, storms, roads."""
    return frozenset(load("en/titles")["things"]["words"])


@cache
def stop() -> frozenset[str]:
    return frozenset(load("en/titles")["stop"]["words"])
