"""Reads documents in this process, or in several of our own, and gives the readings in the order of the documents.

A few articles are read here, since each process first loads the model (1-2 s). An article that the reader fails on, or
that takes longer than PATIENCE, gives a reading with one skip that says so ("reading it took more than 120 s"): the
others are still read. The reading's `reader` is marked: what failed is tried again by the next `add`, what was too slow
only by another version. Workers take one document and give one reading, so nothing grows with their number.
"""

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import TimeoutError
from itertools import islice
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import NamedTuple

from pebble import ProcessExpired, ProcessFuture, ProcessPool

from reportedly.errors import SetupError
from reportedly.model import Dating, Document, Reading, Skip, Span

type Task = tuple[Document, Dating]


class Reader(NamedTuple):
    """The function that reads, and the version of its rules. A process of ours must be able to import the function."""

    version: str
    read: Callable[[Document, Dating], Reading]


FEW = 40  # articles that two processes do not read faster than one, the model's loading counted
FAILED, TOO_SLOW = ", failed", ", too slow"
PATIENCE = 120.0  # seconds for one article; the longest that is taken in needs a tenth of it


def read_all(
    tasks: Iterable[Task], reader: Reader, *, workers: int, patience: float = PATIENCE
) -> Iterator[tuple[Dating, Reading]]:
    """Each document's reading with the dating that it used, in the order given. `patience` is for processes only."""
    if workers < 2:
        return ((dating, _read(reader, document, dating)) for document, dating in tasks)
    return _read_in_pool(iter(tasks), reader, workers, patience)


def workers_for(articles: int) -> int:
    """How many processes are worth their start: one a core, and 1 (here) for a few articles."""
    return 1 if articles <= FEW else min(_cores(), articles // (FEW // 2))


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _read_in_pool(
    tasks: Iterator[Task], reader: Reader, workers: int, patience: float
) -> Iterator[tuple[Dating, Reading]]:
    pool = ProcessPool(max_workers=workers, initializer=_start_worker, context=get_context("spawn"))

    def schedule(count: int) -> Iterator[tuple[Task, ProcessFuture[Reading]]]:
        for task in islice(tasks, count):
            yield task, pool.schedule(_read, args=(reader, *task), timeout=patience)

    try:
        waiting = deque(schedule(2 * workers))
        while waiting:
            (document, dating), future = waiting.popleft()
            yield dating, _result(reader, document, future, patience)
            waiting.extend(schedule(1))
    finally:
        pool.stop()  # type: ignore[no-untyped-call]
        pool.join()


def _result(reader: Reader, document: Document, future: ProcessFuture[Reading], patience: float) -> Reading:
    try:
        return future.result()
    except TimeoutError:
        return _unread(reader.version + TOO_SLOW, document, f"reading it took more than {patience:g} s")
    except ProcessExpired as error:
        reason = f"the process that read it died (exit code {error.exitcode})"
        return _unread(reader.version + FAILED, document, reason)


def _read(reader: Reader, document: Document, dating: Dating) -> Reading:
    try:
        return reader.read(document, dating)
    except SetupError:
        raise
    except Exception as error:  # whatever an article does to the reader, the others are still read
        reason = f"the reader failed on it: {type(error).__name__}: {error}"
        return _unread(reader.version + FAILED, document, reason)


def _unread(reader: str, document: Document, reason: str) -> Reading:
    skip = Skip(document=document.id, span=Span(0, len(document.text)), reason=reason)
    return Reading(document=document.id, reader=reader, claims=(), mentions=(), skipped=(skip,))


def _start_worker() -> None:
    """Ctrl-C is the parent's to handle; a parent that was killed must not leave us waiting for ever. One thread each:
    there is a worker a core."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
