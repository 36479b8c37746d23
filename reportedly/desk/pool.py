"""Reads documents in this process, or in several of our own, and gives the readings in the order of the documents.

A few articles are read here, since each process first loads the model (1-2 s). An article that the reader fails on, or
that takes longer than PATIENCE, gives a reading with one skip that says so ("reading it took more than 120 s"): the
others are still read. Workers take one document and give one reading, so nothing grows with their number.
"""

import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import TimeoutError
from itertools import islice
from multiprocessing import get_context, parent_process
from threading import Thread

from pebble import ProcessExpired, ProcessFuture, ProcessPool

from reportedly.claims.read import READER, read
from reportedly.model import Dating, Document, Reading, Skip, Span

type Task = tuple[Document, Dating]

FEW = 40  # articles that two processes do not read faster than one, the model's loading counted
PATIENCE = 120.0  # seconds for one article; the longest that is taken in needs a tenth of it


def read_all(tasks: Iterable[Task], *, workers: int) -> Iterator[tuple[Dating, Reading]]:
    """Each document's reading with the dating that it used, in the order given."""
    if workers < 2:
        return ((dating, _read(document, dating)) for document, dating in tasks)
    return _read_in_pool(iter(tasks), workers)


def workers_for(articles: int) -> int:
    """How many processes are worth their start: one a core, and 1 (here) for a few articles."""
    return 1 if articles <= FEW else min(_cores(), articles // (FEW // 2))


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _read_in_pool(tasks: Iterator[Task], workers: int) -> Iterator[tuple[Dating, Reading]]:
    pool = ProcessPool(max_workers=workers, initializer=_start_worker, context=get_context("spawn"))
    try:
        waiting = deque(_schedule(pool, task) for task in islice(tasks, 2 * workers))
        while waiting:
            task, future = waiting.popleft()
            yield task[1], _result(task, future)
            waiting.extend(_schedule(pool, task) for task in islice(tasks, 1))
    finally:
        pool.stop()  # type: ignore[no-untyped-call]
        pool.join()


def _schedule(pool: ProcessPool, task: Task) -> tuple[Task, ProcessFuture[Reading]]:
    return task, pool.schedule(_read, args=task, timeout=PATIENCE)


def _result(task: Task, future: ProcessFuture[Reading]) -> Reading:
    try:
        return future.result()
    except TimeoutError:
        return _failed(task[0], f"reading it took more than {PATIENCE:.0f} s")
    except ProcessExpired as error:
        return _failed(task[0], f"the process that read it died (exit code {error.exitcode})")


def _read(document: Document, dating: Dating) -> Reading:
    try:
        return read(document, dating)
    except Exception as error:  # whatever an article does to the reader, the others are still read
        return _failed(document, f"the reader failed on it: {type(error).__name__}: {error}")


def _failed(document: Document, reason: str) -> Reading:
    skip = Skip(document=document.id, span=Span(0, len(document.text)), reason=reason)
    return Reading(document=document.id, reader=READER, claims=(), mentions=(), skipped=(skip,))


def _start_worker() -> None:
    """Ctrl-C is the parent's to handle; a parent that was killed must not leave us waiting for ever."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
