"""Laws that hold for every desk, tried on many invented ones: whatever the order, the copies, the hour, the decisions."""

import random
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from invented import toll

from reportedly.desk import Books, Desk, decision_of
from reportedly.desk.adding import add
from reportedly.desk.pool import Reader
from reportedly.lexicon import gazetteer
from reportedly.model import (
    Agreement,
    Claim,
    Dating,
    Document,
    EntityKind,
    Finding,
    Mention,
    Reading,
    Span,
)

_PLACES = {
    "Peru": ("Arequipa", "Cusco", "Puno", "Tacna", "Peru"),
    "Albania": ("Vlore", "Durres", "Shkoder", "Elbasan", "Albania"),
}
_BODIES = ("interior ministry", "police", "Red Cross", "fire brigade", "hospital")
_WORDS = {"killed": "died", "injured": "were hurt", "missing": "are missing"}
_SENTENCE = re.compile(
    r"(?P<count>\d+) people (?P<metric>died|were hurt|are missing) in (?P<place>[A-Z]\w+), the (?P<body>[A-Za-z ]+) said"
)
_OTHER_WORDS = (
    *(
        "streets",
        "shops",
        "rain",
        "buses",
        "neighbours",
        "candles",
        "schools",
        "bread",
        "queues",
        "bridges",
        "lamps",
        "markets",
    ),
    *(
        "evening",
        "morning",
        "quietly",
        "slowly",
        "again",
        "nobody",
        "everybody",
        "waited",
        "opened",
        "closed",
        "carried",
        "found",
    ),
    *("lost", "asked", "answered", "stood", "walked", "slept", "cooked", "read", "sang"),
)
"""What else an article is made of, so that no two are of one text but copies."""
_FIRST = date(2031, 3, 3)
_HOURS = tuple(f"2031-04-{day:02}T12:00:00Z" for day in range(1, 29))


@dataclass(frozen=True)
class Told:
    """One article: what it tells of a crisis, and when."""

    country: str
    day: int
    figures: tuple[tuple[int, str, int, str], ...]

    @property
    def text(self) -> str:
        day = _FIRST + timedelta(days=self.day)
        told = [
            f"{count} people {_WORDS[metric]} in {_PLACES[self.country][at]}, the {body} said."
            for count, metric, at, body in self.figures
        ]
        published = f"Published: {day.day} {day:%B %Y}"
        chance = random.Random(f"{self.country} {self.day} {self.figures}")
        other = [" ".join([*chance.sample(_OTHER_WORDS, 9), "as before."]) for _ in range(4)]
        return (
            "\n\n".join((f"The day in {self.country}", published, *told, *other, f"News from {self.country}.")) + "\n"
        )


figures = st.tuples(st.integers(1, 60), st.sampled_from(sorted(_WORDS)), st.integers(0, 4), st.sampled_from(_BODIES))
articles = st.builds(
    Told,
    country=st.sampled_from(sorted(_PLACES)),
    day=st.integers(0, 9),
    figures=st.lists(figures, min_size=1, max_size=4).map(tuple),
)
desks = st.lists(articles, min_size=2, max_size=7, unique=True)
many = settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))


def read_plainly(document: Document, dating: Dating) -> Reading:
    """Reads the one sentence that these articles are made of."""
    mentions: list[Mention] = []
    claims: list[Claim] = []
    for found in _SENTENCE.finditer(document.text):
        place, body = Span(*found.span("place")), Span(*found.span("body"))
        (listed, *_) = gazetteer.named(found["place"])
        named = gazetteer.lookup(found["place"], near=("PE", "AL")) or listed
        mentions.append(_mention(document, place, EntityKind.PLACE, named.country, named.id))
        mentions.append(_mention(document, body, EntityKind.ORGANISATION, None, None))
        metric = next(name for name, word in _WORDS.items() if word == found["metric"])
        id, span = f"c-{document.id[2:12]}-{found.start()}", Span(*found.span())
        claims.append(toll(document, id, span, metric=metric, count=int(found["count"]), place=place, speaker=body))
    return Reading(
        document=document.id, reader=PLAIN.version, claims=tuple(claims), mentions=tuple(mentions), skipped=()
    )


def _mention(document: Document, span: Span, kind: EntityKind, country: str | None, place: str | None) -> Mention:
    name = document.text[span.start : span.end]
    return Mention(document=document.id, span=span, text=name, name=name, kind=kind, country=country, place=place)


PLAIN = Reader("plain 1", read_plainly)


class Writing:
    """A desk in a folder of its own, and its articles as files."""

    def __init__(self, folder: Path, name: str = "laws.desk") -> None:
        self.folder, self.desk = folder, Desk.open(folder / name)
        self._hours = iter(_HOURS)

    def take(self, name: str, text: str) -> str:
        """Takes in one article; gives the hour."""
        path, at = self.folder / f"{name}.txt", next(self._hours)
        path.write_text(text, encoding="utf-8")
        add(self.desk.ledger, [path], PLAIN, at=at, report=lambda progress: None, workers=1)
        return at

    def decide(self, action: str, *targets: str) -> Any:
        at = next(self._hours)
        made = decision_of(action, targets, {}, reason="seen", author="nora", decided_at=at, books=self.desk.books())
        self.desk.decide(made, at=at)
        return made


@contextmanager
def writing(told: Sequence[Told]) -> Iterator[Writing]:
    """A desk that has taken in those articles, one after the other."""
    with TemporaryDirectory() as folder:
        made = Writing(Path(folder))
        with made.desk:
            for number, article in enumerate(told):
                made.take(f"{number}", article.text)
            yield made


def held(books: Books) -> tuple[Any, ...]:
    return books.findings, books.directory, dict(books.stories), books.claims, books.kinships


def standing(finding: Finding) -> tuple[Any, ...]:
    return finding.id, finding.agreement, finding.support, finding.current, len(finding.origins)


@many
@given(desks, st.randoms(use_true_random=False))
def test_the_order_in_which_articles_come_changes_nothing(told: list[Told], chance: Any) -> None:
    """Nor whether somebody looked in between."""
    with writing(told) as made:
        shuffled = list(enumerate(told))
        chance.shuffle(shuffled)
        other = Writing(made.folder, "other.desk")
        with other.desk:
            for number, article in shuffled:
                other.take(f"{number}", article.text)
                other.desk.books()
            assert held(other.desk.books()) == held(made.desk.books())


@many
@given(desks, st.data())
def test_a_copy_adds_no_support(told: list[Told], data: st.DataObject) -> None:
    """The same text in another paper: every line stands as it stood."""
    with writing(told) as made:
        before = [standing(finding) for finding in made.desk.findings()]
        copied = data.draw(st.sampled_from(told))
        made.take("copy", copied.text)
        assert [standing(finding) for finding in made.desk.findings()] == before


@many
@given(desks, st.data())
def test_a_decision_and_its_undoing_leave_nothing(told: list[Told], data: st.DataObject) -> None:
    with writing(told) as made:
        before = made.desk.books()
        if data.draw(st.booleans()):
            claim = data.draw(st.sampled_from(before.claims))
            decision = made.decide("reject", claim.id)
            assert claim.id not in made.desk.books().claims_by_id
        else:
            bodies = [e.id for e in before.directory.entities if e.kind is EntityKind.ORGANISATION]
            assume(len(bodies) > 1)
            names = data.draw(st.lists(st.sampled_from(bodies), min_size=2, max_size=2, unique=True))
            decision = made.decide("same", *names)
        made.decide("undo", decision.id)
        assert held(made.desk.books()) == held(before)


@many
@given(desks, st.data())
def test_an_hour_is_the_same_whenever_it_is_asked_for(told: list[Told], data: st.DataObject) -> None:
    """As known at the last hour is as known now; later articles, decisions and looks rewrite no hour; nor does an empty shelf."""
    with writing([]) as made:
        hours = {}
        for number, article in enumerate(told):
            at = made.take(f"{number}", article.text)
            hours[at] = held(made.desk.books())
            assert held(made.desk.books(at)) == hours[at]
            if data.draw(st.booleans()):
                made.desk.briefing(at=at)
        claims = made.desk.books().claims
        made.decide("reject", data.draw(st.sampled_from(claims)).id)
        if data.draw(st.booleans()):
            made.desk.ledger._connection.execute("delete from shelf")
        for at, then in hours.items():
            assert held(made.desk.books(at)) == then


@many
@given(desks)
def test_a_crisis_is_what_it_would_be_alone(told: list[Told]) -> None:
    """Of two crises on a desk none changes the other."""
    with writing(told) as made:
        both = made.desk.books()
        numbers = {document.id: int(Path(document.source).stem) for document in both.documents()}
        for story in sorted(set(both.stories.values())):
            alone = Writing(made.folder, f"{story}.desk")
            with alone.desk:
                for document in sorted(id for id, its in both.stories.items() if its == story):
                    alone.take(f"{numbers[document]}", told[numbers[document]].text)
                found = alone.desk.books()
            is_one = len(set(found.stories.values())) == 1  # what a crisis is, the others beside it help to tell
            if is_one:
                assert list(map(_unnamed, found.findings)) == list(map(_unnamed, both.of_story(story).findings))


def _unnamed(finding: Finding) -> Finding:
    """Without what only tells two stories of one country and month apart."""
    return replace(finding, id="", story=None)


@many
@given(desks)
def test_what_lies_around_holds_what_lies_inside(told: list[Told]) -> None:
    """A land's toll that nobody tells is made of those inside it, and is no less than any."""
    with writing(told) as made:
        books = made.desk.books()
        said = {claim.id: claim for claim in books.claims}
        tolls = [finding for finding in books.findings if finding.current and finding.line.get("metric") == "killed"]
        for outer in tolls:
            own = [said[w.claim] for w in outer.claims if _place(said[w.claim], books) == outer.line.get("place")]
            inner = [f for f in tolls if f.story == outer.story and _is_inside(f, outer, books)]
            if not own and outer.agreement is not Agreement.DENIED:
                assert all(outer.current["low"] >= f.current["low"] for f in inner)


def _place(claim: Claim, books: Books) -> str | None:
    entity = books.directory.entity_of(claim.document, claim.place)
    return entity.id if entity else None


def _is_inside(inner: Finding, outer: Finding, books: Books) -> bool:
    one, other = inner.line.get("place"), outer.line.get("place")
    return one != other and bool(one and other) and books.directory.is_within(str(one), str(other))
