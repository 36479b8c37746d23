"""How a desk grows: seconds for one more article, for the books, a briefing and a past hour, on desks of more and more articles.

    ./try growth [ARTICLES ...]     1000 3000 10000 without; --crisis 100 articles of one crisis each

The articles are invented by the dozen: short texts in real towns, whose claims, ten each, are put down as a reader would put them,
since reading is measured elsewhere (`./try bench`). What gathering notes of each text is its own work. A desk is made once for each
size; then it is asked as a user asks it, each question by a fresh process' means: a newly opened desk.
"""

import argparse
import random
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from invented import toll

from reportedly.claims.read import READER
from reportedly.desk import Desk
from reportedly.desk.adding import RULES, Progress, datings_of, facts_of, sort_into_piles
from reportedly.ledger import Ledger
from reportedly.lexicon import gazetteer
from reportedly.model import Document, EntityKind, Mention, Reading, Span

_COUNTRIES = ("PE", "AL", "KZ", "NG", "PH", "MA", "BO", "TR", "RO", "KE", "VN", "CO", "GE", "ZM", "EC", "NP")
_METRICS = {
    "killed": "{} people were killed",
    "injured": "{} people were hurt",
    "missing": "{} people were missing",
    "detained": "{} people were detained",
    "displaced": "{} people had left their homes",
}
_BODIES = ("interior ministry", "health ministry", "police", "fire service", "Red Cross")
_OUTLETS = ("The Harbour Post", "Daily Lantern", "Northern Courier", "Radio Meridian", "The Ledger", "Evening Star")
_CLAIMS = 10
_DAYS = 14
"""Over which the articles of one crisis come out."""
_FIRST = date(2001, 1, 1)
_APART = 5
"""Days from the beginning of one crisis to that of the next."""


class _Writing:
    """A text as it is written, and what is to be read in it."""

    def __init__(self, number: int, crisis: int, chance: random.Random) -> None:
        self.text = ""
        self.number, self.chance = number, chance
        self.country = _COUNTRIES[crisis % len(_COUNTRIES)]
        self.towns = _towns(self.country, crisis)
        self.day = _FIRST + timedelta(days=_APART * crisis + chance.randrange(_DAYS))
        self.mentions: list[tuple[Span, str, EntityKind, str | None]] = []
        self.told: list[tuple[Span, str, int, Span, Span]] = []

    def write(self, words: str) -> Span:
        start = len(self.text)
        self.text += words
        return Span(start, len(self.text))

    def name(self, words: str, kind: EntityKind, place: str | None = None) -> Span:
        span = self.write(words)
        self.mentions.append((span, words, kind, place))
        return span

    def article(self) -> None:
        self.write(f"{self.chance.choice(self.towns).name}: the {self._day()}\n\nPublished: {self._day()}\n\n")
        for _ in range(_CLAIMS):
            self._sentence()
            self.write(" " if self.chance.random() < 0.7 else "\n\n")

    def _sentence(self) -> None:
        chance, start = self.chance, len(self.text)
        metric, words = chance.choice(list(_METRICS.items()))
        count = 20 + (self.day - _FIRST).days % 50 + chance.randrange(6)
        town = chance.choice(self.towns)
        self.write(words.format(count) + " in ")
        place = self.name(town.name, EntityKind.PLACE, town.id)
        self.write(", the ")
        body = chance.choice(_BODIES)
        speaker = self.name(body, EntityKind.ORGANISATION)
        self.write(f" said on {self.day:%A}.")
        self.told.append((Span(start, len(self.text) - 1), metric, count, place, speaker))

    def _day(self) -> str:
        return f"{self.day.day} {self.day:%B %Y}"

    def document(self) -> Document:
        return Document(
            id=f"d-{self.number:016x}",
            source=f"growth/{self.number}.txt",
            text=self.text,
            body=(Span(0, len(self.text)),),
            outlet=_OUTLETS[self.number % len(_OUTLETS)],
            language="en",
        )

    def reading(self) -> Reading:
        document = self.document()
        mentions = tuple(
            Mention(document=document.id, span=span, text=name, name=name, kind=kind, country=self.country, place=place)
            for span, name, kind, place in self.mentions
        )
        claims = tuple(
            toll(
                document,
                f"c-{self.number:010x}{at:02x}",
                span,
                metric=metric,
                count=count,
                place=place,
                speaker=speaker,
            )
            for at, (span, metric, count, place, speaker) in enumerate(self.told)
        )
        return Reading(document=document.id, reader=READER, claims=claims, mentions=mentions, skipped=())


def _towns(country: str, crisis: int) -> Sequence[gazetteer.Place]:
    """Six towns of the country, others for each crisis."""
    return random.Random(crisis).sample(_all_towns(country), 6)


_known: dict[str, list[gazetteer.Place]] = {}


def _all_towns(country: str) -> list[gazetteer.Place]:
    if not _known:
        for line in range(len(gazetteer._lines())):
            place = gazetteer._place_at(line) if gazetteer._lines()[line] else None
            if place and place.kind == "city" and place.country in _COUNTRIES and place.population > 30_000:
                _known.setdefault(place.country, []).append(place)
    return _known[country]


def written(count: int, crisis: int) -> Iterator[_Writing]:
    """So many articles, so many of one crisis each; the same numbers give the same articles."""
    for number in range(count):
        writing = _Writing(number, number // crisis, random.Random(number))
        writing.article()
        yield writing


def make(path: Path, count: int, crisis: int) -> float:
    """Makes the desk; gives the seconds of what is done once for all."""
    with Ledger.open(path) as ledger:
        for at, writing in enumerate(written(count, crisis)):
            document = writing.document()
            ledger.record_document(document, facts=facts_of(document), rules=RULES, at=_hour(at))
        began = time.perf_counter()
        sort_into_piles(ledger, at=_hour(count))
        datings = datings_of(ledger.view(), ledger.shelf)
        took = time.perf_counter() - began
        for at, writing in enumerate(written(count, crisis)):
            reading = writing.reading()
            ledger.record_reading(reading, dating=datings[reading.document], at=_hour(count + at))
        return took


def _hour(number: int) -> str:
    return f"{_FIRST + timedelta(days=number // 24):%Y-%m-%d}T{number % 24:02}:00:00Z"


def seconds_beside_reading(desk: Desk, path: Path, at: str) -> float:
    """Of adding what lies there, without the reading itself."""
    marks: dict[str, float] = {}

    def report(progress: Progress) -> None:
        if progress.step == "reading":
            marks.setdefault("begun", time.perf_counter())
            marks["done"] = time.perf_counter()

    began = time.perf_counter()
    added = desk.add([path], at=at, progress=report, workers=1)
    whole = time.perf_counter() - began
    if added.read != 1:
        sys.exit(f"{added.read} articles were read, not the new one alone: the desk is not what a reader would make")
    return whole - (marks["done"] - marks["begun"])


def measure(folder: Path, count: int, crisis: int) -> dict[str, float]:
    path = folder / f"{count}.desk"
    took = {"sort all": make(path, count, crisis)}
    last = _Writing(count - 1, (count - 1) // crisis, random.Random(count))
    last.article()
    article = folder / f"{count}.txt"
    article.write_text(last.text, encoding="utf-8")

    def timed(name: str) -> None:
        with Desk.open(path) as desk:
            began = time.perf_counter()
            if name == "one more":
                took[name] = seconds_beside_reading(desk, article, _hour(3 * count))
                return
            if name.endswith("books"):
                desk.books()
            elif name.endswith("briefing"):
                desk.briefing(before="last")
            elif name == "an hour":
                desk.books(_hour(count + count // 2))
            took[name] = time.perf_counter() - began

    for name in (
        "first books",
        "books",
        "briefing",
        "same briefing",
        "one more",
        "next books",
        "next briefing",
        "an hour",
    ):
        timed(name)
    with Desk.open(path) as desk:
        held = desk.statistics()
        took["claims"] = held.claims
        took["stories"] = len(set(desk.books().stories.values()))
    took["megabytes"] = path.stat().st_size / 1e6
    return took


_NAMES = {
    "sort all": "sort and date all articles",
    "first books": "books, nothing kept",
    "books": "books",
    "briefing": "books and briefing",
    "same briefing": "the briefing again",
    "one more": "one more article, beside its reading",
    "next books": "books after it",
    "next briefing": "books and briefing after it",
    "an hour": "books of a past hour, half of the desk, nothing kept",
}
_MARK = 1.0
_WIDTH = 40


def main() -> None:
    parser = argparse.ArgumentParser(description="How a desk grows.")
    parser.add_argument("articles", nargs="*", type=int, default=[1000, 3000, 10000])
    parser.add_argument("--crisis", type=int, default=100, help="articles of one crisis")
    chosen = parser.parse_args()
    measured: dict[int, dict[str, float]] = {}
    with TemporaryDirectory() as folder:
        for count in chosen.articles:
            measured[count] = measure(Path(folder), count, chosen.crisis)
            told = measured[count]
            print(
                f"{count} articles, {told['claims']:.0f} claims, {told['stories']:.0f} stories, {told['megabytes']:.0f} MB",
                flush=True,
            )
            for name, words in _NAMES.items():
                print(f"  {words:54} {told[name]:8.2f} s  {1000 * told[name] / count:6.2f} ms an article", flush=True)
    _draw(measured)


def _draw(measured: dict[int, dict[str, float]]) -> None:
    """Each question's seconds over the sizes, the longest bar of all as wide as the page; a bar within a second is marked."""
    most = max(told[name] for told in measured.values() for name in _NAMES)
    for name, words in _NAMES.items():
        print(f"\n{words}")
        for count, told in measured.items():
            bar = "#" * max(1, round(_WIDTH * told[name] / most))
            print(f"  {count:>8} {told[name]:8.2f} s {'.' if told[name] <= _MARK else ' '} {bar}")


if __name__ == "__main__":
    main()
