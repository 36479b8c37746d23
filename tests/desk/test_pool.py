"""Articles are read in order, here or in other processes, whatever one of them does to its reader."""

import os
from collections.abc import Iterable, Iterator

import pytest
from desk_readers import OBEDIENT, report_process

from reportedly.desk.pool import Reader, Task, read_all, workers_for
from reportedly.model import Dating, Document, Reading, Span


def tasks(*texts: str) -> Iterator[Task]:
    for number, text in enumerate(texts):
        id = f"d-{number:03}"
        document = Document(id=id, source=f"{id}.txt", text=text, body=(Span(0, len(text)),))
        yield document, Dating(document=id, published=None, basis=None, note="none")


def words_of(readings: Iterable[tuple[Dating, Reading]]) -> list[str]:
    """The word that each reading mentions, or the reason why it has none."""
    return [reading.mentions[0].text if reading.mentions else reading.skipped[0].reason for _, reading in readings]


TEXTS = [f"word{number} and more" for number in range(25)]


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_readings_come_in_the_order_of_the_articles(workers: int) -> None:
    """More articles than processes; each reading with its own dating."""
    readings = list(read_all(tasks(*TEXTS), OBEDIENT, workers=workers))
    assert words_of(readings) == [f"word{number}" for number in range(25)]
    assert all(dating.document == reading.document for dating, reading in readings)


@pytest.mark.parametrize("workers", [1, 2])
def test_an_article_that_the_reader_fails_on_is_listed_and_the_others_are_read(workers: int) -> None:
    """Its whole text is skipped, with what went wrong."""
    readings = read_all(tasks("first", "raise", "third"), OBEDIENT, workers=workers)
    assert words_of(readings) == [
        "first",
        "the reader failed on it: ValueError: three commas in one name",
        "third",
    ]


def test_an_article_that_takes_the_process_down_is_listed_and_the_others_are_read() -> None:
    """Out of memory, or a fault in the parser's own code."""
    readings = read_all(tasks("first", "die", "third", "fourth"), OBEDIENT, workers=2)
    assert words_of(readings) == ["first", "the process that read it died (exit code 7)", "third", "fourth"]


def test_an_article_that_takes_too_long_is_listed_and_the_others_are_read() -> None:
    """A text made to keep a rule busy for ever."""
    readings = read_all(tasks("first", "sleep", "third"), OBEDIENT, workers=2, patience=4)
    assert words_of(readings) == ["first", "reading it took more than 4 s", "third"]


def test_articles_are_asked_for_as_they_are_needed() -> None:
    """A thousand articles are not in memory together: two a process are under way."""
    asked = 0

    def count() -> Iterator[Task]:
        nonlocal asked
        for task in tasks(*TEXTS):
            asked += 1
            yield task

    readings = read_all(count(), OBEDIENT, workers=2)
    next(readings)
    assert asked <= 5
    readings.close()  # type: ignore[attr-defined]


def test_one_worker_is_this_process() -> None:
    """A few articles do not pay for another one's start."""
    (_, here), *_ = read_all(tasks("one"), Reader("process", report_process), workers=1)
    assert here.mentions[0].name == str(os.getpid())


@pytest.mark.parametrize(("articles", "expected"), [(0, 1), (5, 1), (40, 1)])
def test_a_few_articles_are_read_here(articles: int, expected: int) -> None:
    """From some forty on, two processes are faster than one."""
    assert expected == workers_for(articles)


def test_many_articles_are_read_by_as_many_processes_as_there_are_cores() -> None:
    """A thousand articles."""
    assert len(os.sched_getaffinity(0)) == workers_for(1000)
