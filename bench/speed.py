"""How fast it is here, in units that a reader feels.

    ./try bench [--articles 200]

Cold start: from the command to the printed briefing on five articles, with the loading of the model apart. Reading:
many articles in one run, against the model's default pipeline (all its components) on the same paragraphs in the same
run. Memory: the peak of a run on few and on all of them, which must not grow with their number.
"""

import argparse
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[1]
FEW = 5


def articles(count: int) -> Iterator[str]:
    """So many different articles: the exercises' over and over, each with a first line of its own."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(ROOT.glob("exercises/*/articles/*.txt"))]
    for number in range(count):
        yield f"Report {number} of the day\n\n{texts[number % len(texts)]}"


def write_articles(folder: Path, count: int) -> Path:
    folder.mkdir()
    for number, text in enumerate(articles(count)):
        (folder / f"{number:05}.txt").write_text(text, encoding="utf-8")
    return folder


def seconds_of(*command: str) -> float:
    began = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, cwd=ROOT)
    return time.perf_counter() - began


def pipeline_speed(count: int) -> float:
    """Articles a second through the model's default pipeline, its loading left out."""
    from reportedly.text.parser import pipeline

    paragraphs = [line for text in articles(count) for line in text.splitlines() if line.strip()]
    model = pipeline()
    began = time.perf_counter()
    for _ in model.pipe(paragraphs, batch_size=64):
        pass
    return count / (time.perf_counter() - began)


def peak_megabytes() -> float:
    """The largest of the processes that this one has waited for."""
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def main() -> int:
    parser = argparse.ArgumentParser(description="Measure how fast it is here.")
    parser.add_argument("--articles", type=int, default=200)
    count = parser.parse_args().articles
    with TemporaryDirectory() as name:
        folder = Path(name)
        few, many = write_articles(folder / "few", FEW), write_articles(folder / "many", count)
        loading = seconds_of(sys.executable, "-c", "from reportedly.text.parser import pipeline; pipeline()")
        cold = seconds_of(sys.executable, "-m", "reportedly", "brief", str(few))
        print(f"{FEW} articles, cold start to briefing: {cold:.1f} s, of which loading the model {loading:.1f} s")
        small = peak_megabytes()
        took = seconds_of(sys.executable, "-m", "reportedly", "add", str(many), "--desk", str(folder / "bench.desk"))
        print(f"{count} articles read in one run: {took:.0f} s, {count / took:.1f} articles a second")
        print(f"peak memory: {small:.0f} MB for {FEW}, {peak_megabytes():.0f} MB for {count}")
    print(f"the model's default pipeline on as many: {pipeline_speed(count):.1f} articles a second, one process")
    return 0


if __name__ == "__main__":
    sys.exit(main())
