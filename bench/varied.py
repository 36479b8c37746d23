"""As many different articles as a measurement needs, made from the exercises' by changing numbers, towns and order.

`varied(1000)` gives a thousand articles of which no two paragraphs with a number or a town are alike, so that neither a
cache of repeats nor the folding of copies makes a run look faster than it is. The same count gives the same articles.
"""

import random
import re
from collections.abc import Iterator
from pathlib import Path

_ARTICLES = Path(__file__).parents[1] / "exercises"
_COUNT = re.compile(r"(?<![\w.,:/-])(?!(?:19|20|21)\d\d\b)\d{1,3}(?:,\d{3})*(?![\w.,:/-])")
_DAY_BESIDE = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s*$")
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{4,}\b(?! [A-Z])")
_ONSETS = ("Bar", "Cor", "Dal", "Fer", "Gol", "Har", "Kas", "Lom", "Mar", "Nor", "Pel", "Ros", "Sal", "Tor", "Ver")
_ENDINGS = ("ano", "bury", "dal", "ero", "evo", "ford", "grad", "illa", "ina", "kent", "osa", "ovo", "pur", "una")


def varied(count: int) -> Iterator[str]:
    """So many articles, each of the size of an exercise's."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(_ARTICLES.glob("*/articles/*.txt"))]
    for number in range(count):
        yield _variant(texts[number % len(texts)], random.Random(number)) if number >= len(texts) else texts[number]


def _variant(text: str, chance: random.Random) -> str:
    head, *paragraphs = [paragraph for paragraph in text.split("\n\n") if paragraph.strip()]
    opening, rest = paragraphs[:2], paragraphs[2:]
    chance.shuffle(rest)
    return _renamed("\n\n".join((head, *opening, *rest)), chance)


def _renamed(text: str, chance: random.Random) -> str:
    names = sorted(set(_NAME.findall(text)))
    towns = {name: chance.choice(_ONSETS) + chance.choice(_ENDINGS) for name in names if chance.random() < 0.3}
    text = re.sub(r"[A-Z][a-z]{4,}", lambda found: towns.get(found[0], found[0]), text)
    return _COUNT.sub(lambda found: _other_count(found, chance), text)


def _other_count(found: re.Match[str], chance: random.Random) -> str:
    """A count near the one told; the day of a date stays, since it must fit the others of its article."""
    before, after = found.string[: found.start()], found.string[found.end() : found.end() + 12]
    value = int(found[0].replace(",", ""))
    if value < 2 or _DAY_BESIDE.search(before[-12:]) or re.match(r"\s+[A-Z][a-z]+", after):
        return found[0]
    return f"{max(2, value + chance.randint(-value // 3, value // 2)):,}"
