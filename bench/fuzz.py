"""Reads mangled articles until the time is up, and stops at the first that breaks a law of reading.

    ./try fuzz [--minutes 10] [--seed 1]

An article of the exercises is cut, spliced with another, repeated, shuffled and strewn with odd characters; then it is
gathered and read as any file is. Reading must not raise, every quotation must be the article's own letters inside its
body, ids must be unique, a second reading must be equal, and it must not take longer than a second of the processor for 2,000
characters. What breaks one is written to FUZZ-FAILURE.txt, with the law.
"""

import argparse
import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from reportedly.claims.read import BROKEN, read
from reportedly.gather.body import body_of
from reportedly.gather.clues import clues_of
from reportedly.gather.published import date_documents
from reportedly.gather.settings import votes_of
from reportedly.model import Document, Reading

ROOT = Path(__file__).parents[1]
FAILURE = ROOT / "FUZZ-FAILURE.txt"
ODD = "\u200b\u202e\u0000\ufeff\u00ad\u2028\u0301“”„«»‘’'\"()[]{}<>|*_#&;:,.!?-–—…%$€£№°\t\r\n٣४五🚢ıİßﬁ\ud800"
WORDS = [
    "killed", "dozens", "more than", "at least", "between 3 and", "1,200", "3.5 million", "no", "none", "the same number",
    "according to", "said", "citing", "on the 8th", "Friday", "31 February", "00:00", "yesterday", "the ministry", "he", "who",
    "including", "of them", "-", ":", "(", "\n\n", "\n", "curfew", "until", "denied", "99999999999999999999", "1/2", "room 26",
]  # fmt: skip
MOST = 20_000  # characters of an article
_SECONDS_FOR = 2_000  # characters that may take a second; the default speed is some thirty times that


def articles() -> list[str]:
    paths = sorted((ROOT / "exercises").glob("*/articles/*.txt"))
    return [path.read_text(encoding="utf-8") for path in paths]


def mangled(texts: list[str], dice: random.Random) -> str:
    text = dice.choice(texts)
    for _ in range(dice.randint(1, 8)):
        text = dice.choice(MANGLERS)(text, texts, dice)[:MOST]
    return text


def _cut(text: str, texts: list[str], dice: random.Random) -> str:
    start, end = sorted((dice.randint(0, len(text)), dice.randint(0, len(text))))
    return text[:start] + text[end:]


def _splice(text: str, texts: list[str], dice: random.Random) -> str:
    other = dice.choice(texts)
    return text[: dice.randint(0, len(text))] + other[dice.randint(0, len(other)) :]


def _repeat(text: str, texts: list[str], dice: random.Random) -> str:
    start = dice.randint(0, len(text))
    return text[:start] + text[start : start + dice.randint(1, 200)] * dice.randint(2, 30) + text[start:]


def _shuffle(text: str, texts: list[str], dice: random.Random) -> str:
    words = text.split(" ")
    start = dice.randint(0, len(words))
    part = words[start : start + 40]
    dice.shuffle(part)
    return " ".join([*words[:start], *part, *words[start + 40 :]])


def _strew(text: str, texts: list[str], dice: random.Random) -> str:
    letters = list(text)
    for _ in range(dice.randint(1, 60)):
        letters.insert(dice.randint(0, len(letters)), dice.choice([dice.choice(ODD), f" {dice.choice(WORDS)} "]))
    return "".join(letters)


def _shout(text: str, texts: list[str], dice: random.Random) -> str:
    return dice.choice([str.upper, str.lower, str.title, str.swapcase])(text)


def _join(text: str, texts: list[str], dice: random.Random) -> str:
    return text.replace(dice.choice(["\n", ". ", " ", ","]), dice.choice([" ", "", "\n", "."]))


MANGLERS: list[Callable[[str, list[str], random.Random], str]] = [
    _cut,
    _splice,
    _repeat,
    _shuffle,
    _strew,
    _shout,
    _join,
]


def broken_laws(text: str) -> Iterator[str]:
    """The laws that a text breaks, each in a sentence."""
    text = text.encode("utf-8", "replace").decode("utf-8")  # gathering refuses what is no Unicode
    document = Document(id="d-fuzz", source="fuzz.txt", text=text, body=body_of(text))
    votes_of(document)
    dating = date_documents([clues_of(document)])[document.id]
    began = time.process_time()
    reading = read(document, dating)
    took = time.process_time() - began
    if took > 2 + len(text) / _SECONDS_FOR:
        yield f"reading {len(text)} characters took {took:.1f} s"
    yield from _unlawful(document, reading)
    if reading != read(document, dating):
        yield "a second reading is another"


def _unlawful(document: Document, reading: Reading) -> Iterator[str]:
    mentions = {mention.span for mention in reading.mentions}
    yield from (skip.reason for skip in reading.skipped if skip.reason.startswith(BROKEN))
    for claim in reading.claims:
        span = claim.span
        if claim.quote != document.text[span.start : span.end] or not claim.quote:
            yield f"{claim.id}: the quotation is not the article's own"
        if not any(body.start <= span.start and span.end <= body.end for body in document.body):
            yield f"{claim.id}: its evidence is not inside the body"
        if claim.place is not None and claim.place not in mentions:
            yield f"{claim.id}: its place is no mention"
        if any(not voice.name or (voice.mention and voice.mention not in mentions) for voice in claim.attribution):
            yield f"{claim.id}: a voice has no name, or points at no mention"
    doubles = [id for id, count in Counter(claim.id for claim in reading.claims).items() if count > 1]
    yield from (f"{id} is the id of two claims" for id in doubles)


def main() -> int:
    parser = argparse.ArgumentParser(description="Read mangled articles until the time is up.")
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    texts, count, end = articles(), 0, time.monotonic() + 60 * given.minutes
    while time.monotonic() < end:
        text = mangled(texts, random.Random(f"{given.seed} {count}"))
        try:
            broken = list(broken_laws(text))
        except Exception as error:
            broken = [f"{type(error).__name__}: {error}"]
        count += 1
        if broken:
            FAILURE.write_text("\n".join(broken) + "\n\n" + text, encoding="utf-8", errors="replace")
            print(f"article {count} of seed {given.seed}: {broken[0]}; written to {FAILURE.name}")
            return 1
    print(f"{count} mangled articles read, no law broken")
    return 0


if __name__ == "__main__":
    sys.exit(main())
