"""Scores the reading of short invented passages: one construction of the language at a time, in many wordings.

    ./try wordings                       a row for each bank in exercises/wordings
    ./try wordings figures --misses      of the banks named so, with each passage that is not read as expected
    ./try wordings --floors              only the verdict: fails where a share of exercises/wordings/floors.toml is not reached

A bank is a TOML file of `[[case]]`s with `text`, `kind` (`figure` unless said), `published` (2031-03-08, a Saturday,
unless said) and `expect`, the claims of the text in the product's own one-line notation (`claims/plain.py`):
`killed security_forces 18 part @Lima asof 2031-03-06 < interior ministry < state agency`. `killed people|fishermen 3`
lets either stand; what is in brackets may stand or not, a word of a line (`released people 9 (part)`) or a whole line;
`@-`, `asof -` and `< -` ask for none; a slot that a line leaves out is not asked. Of
another kind of claim the line names its type and status, and its other fields as slots: `curfew in_force ends 2031-03-15`,
`condemn holder Petran|foreign ministry`, `ASSAULT actor rebels recipient convoy`, `KR unharmed`. The misses of a
bank whose name ends in `-unseen` are never shown.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from banks import Scored, run

from reportedly.claims.plain import plain_reading
from reportedly.claims.read import reading_of
from reportedly.lexicon import gazetteer
from reportedly.model import Document, Reading, Span
from reportedly.text.sentences import article_of
from reportedly.when import parse_when

ROOT = Path(__file__).parents[1]
BANKS = ROOT / "exercises" / "wordings"
PUBLISHED = "2031-03-08"
_NAMES = ("holder", "target", "actor", "recipient")
_WORDS = "|".join(("said", "asof", "when", "starts", "ends", "daily", "mode", *_NAMES))
_SLOTS = re.compile(rf"\s(?:@(?P<place>.+?)|(?P<slot>{_WORDS})\s(?P<value>.+?))(?=\s@|\s(?:{_WORDS})\s|$)")


_IN_BRACKETS = re.compile(r"\([^)]*\)")
_BRACKETS = str.maketrans("", "", "()")


@dataclass(frozen=True)
class Line:
    """One claim in the plain notation: what is said, and the slots that stand beside it."""

    core: str
    slots: Mapping[str, str]

    def fits(self, other: "Line") -> bool:
        """Whether the other says the same, with this one's alternatives."""
        theirs = other.core.split()
        return any(
            len(mine) == len(theirs) and all(b in a.split("|") for a, b in zip(mine, theirs, strict=True))
            for mine in (self.core.translate(_BRACKETS).split(), _IN_BRACKETS.sub("", self.core).split())
        )

    @property
    def is_optional(self) -> bool:
        return self.core.startswith("(") and self.core.endswith(")")


def parse_line(text: str) -> Line:
    told, *voices = text.split(" < ")
    slots = {}
    for match in _SLOTS.finditer(told):
        slots["place" if match["place"] else match["slot"]] = match["place"] or match["value"]
    if voices:
        slots["chain"] = " < ".join(voices)
    return Line(_SLOTS.sub("", told).strip(), slots)


@dataclass
class Tally:
    """What a bank's passages gave. `slots` holds right and asked, by slot."""

    hit: int = 0
    missed: int = 0
    invented: int = 0
    whole: int = 0
    cases: int = 0
    slots: dict[str, list[int]] = field(default_factory=dict)
    misses: list[str] = field(default_factory=list)

    def shares(self) -> dict[str, float]:
        right = {name: good / asked for name, (good, asked) in sorted(self.slots.items()) if asked}
        f1 = 2 * self.hit / max(1, 2 * self.hit + self.missed + self.invented)
        return {"f1": f1, "whole": self.whole / max(1, self.cases)} | right


def lines_of(case: Mapping[str, Any]) -> list[Line]:
    """What the passage is read as; every line of it is a paragraph."""
    reading = _reading_of(str(case["text"]), case.get("published", PUBLISHED))
    return [parse_line(line) for line in plain_reading(reading, kind=case.get("kind", "figure"), clocks=True)]


@cache
def _reading_of(text: str, published: str | None) -> Reading:
    """The passage read once, though each kind of claim asks for it."""
    spans, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            spans.append(Span(start + len(line) - len(line.lstrip()), start + len(line.rstrip())))
        start += len(line) + 1
    when = parse_when(published) if published else None
    return reading_of(article_of(Document(id="d-case", source="case", text=text, body=tuple(spans), published=when)))


def score(cases: Sequence[Mapping[str, Any]]) -> Tally:
    tally = Tally()
    for case in cases:
        wanted, got = [parse_line(line) for line in case["expect"]], lines_of(case)
        complaints = list(_compare(wanted, got, tally))
        tally.cases += 1
        tally.whole += not complaints
        if complaints:
            tally.misses += [f"  {str(case['text']).strip()}", *(f"      {line}" for line in complaints)]
    return tally


def _compare(wanted: Sequence[Line], got: Sequence[Line], tally: Tally) -> Iterator[str]:
    left = list(got)
    for line in sorted(wanted, key=lambda line: line.is_optional):
        fitting = [other for other in left if line.fits(other)]
        found = max(fitting, key=lambda other: sum(_is_right(line, other, slot) for slot in line.slots), default=None)
        if found is None and line.is_optional:
            continue
        if found is None:
            tally.missed += 1
            yield f"missed   {line.core}"
            continue
        left.remove(found)
        tally.hit += 1
        for slot, value in line.slots.items():
            right = _is_right(line, found, slot)
            counts = tally.slots.setdefault(slot, [0, 0])
            counts[0] += right
            counts[1] += 1
            if not right:
                yield f"{slot:8} {line.core}: {found.slots.get(slot, '-')} is not {value}"
    tally.invented += len(left)
    yield from (f"invented {line.core}" for line in left)


def _is_right(wanted: Line, got: Line, slot: str) -> bool:
    value = got.slots.get(slot, "-").removeprefix("the ")
    readings = [each.removeprefix("the ") for each in wanted.slots[slot].split("|")]
    if slot in _NAMES:  # "Petran" is enough of "foreign ministry spokesman Igor Petran"
        words = set(_plain_words(value))
        return any({*_plain_words(each)} <= words for each in readings)
    return any(
        value.casefold() == each.casefold() or (slot == "place" and value in _spellings(each)) for each in readings
    )


@cache
def _spellings(name: str) -> frozenset[str]:
    """What the gazetteer writes for a place that an article spells in its own way: "Gdansk" and "Gdańsk"."""
    return frozenset(place.name for place in gazetteer.named(name))


def _plain_words(name: str) -> list[str]:
    return name.casefold().removeprefix("the ").split()


def scored(cases: Sequence[Mapping[str, Any]]) -> Scored:
    tally = score(cases)
    shares = tally.shares()
    kinds = ", ".join(map(str, Counter(case.get("kind", "figure") for case in cases)))
    row = f"{tally.cases} passages ({kinds}), {tally.hit + tally.missed} claims: "
    return Scored(row + "  ".join(f"{share} {value:.2f}" for share, value in shares.items()), shares, tally.misses)


if __name__ == "__main__":
    sys.exit(run("Score the reading of short passages.", BANKS, key="case", score=scored))
