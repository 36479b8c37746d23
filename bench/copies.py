"""Scores what is told of which articles go back to one text: copies, rewritings, an agency's later word, and neither.

    ./try copies            pairs told right by strength, and origins counted right, on the open half and the closed one
    ./try copies --misses   with the pairs of the open half that are told wrong
    ./try copies --floors   only the verdict: fails where a share of exercises/copies/floors.toml is not reached

Articles of the open exercises are rewritten at five strengths by rule (`rewriting.py`) and at the last two by hand
(`exercises/copies`); beside them stand what no rewriting is: the exercises' other articles, a day's later word of the same
agency, articles that heard the same official. Exercises fall into halves by hash; nobody looks at the misses of the closed.
"""

import argparse
import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import combinations
from pathlib import Path

from banks import below
from rewriting import STRENGTHS, chance, rewritten, sentences_of, updated, with_paragraph

from reportedly.gather.document import document_of
from reportedly.gather.files import find_documents
from reportedly.gather.fingerprints import Fingerprint, fingerprint_of
from reportedly.gather.kinship import Bond
from reportedly.gather.lineage import Lineages, lineages_of
from reportedly.gather.wires import wire_of
from reportedly.model import Document

ROOT = Path(__file__).parents[1]
EXERCISES = ROOT / "exercises"
BANK = EXERCISES / "copies"
SOURCES = 4  # articles of each exercise that are rewritten by rule
TELLERS = 24  # findings of each desk, and of how many articles each is told
_QUOTATION = ('"', "“", "«")

_REWRITTEN = ("exercise", "rule 1", "rule 2", "rule 3", "rule 4", "rule 5", "hand 4", "hand 5")

type Pair = frozenset[str]


@dataclass
class Case:
    """A desk of articles by name, and what is true of its pairs: `same`, `later`, `apart`; pairs of neither are not asked."""

    exercise: str
    articles: dict[str, str]
    truth: dict[Pair, str] = field(default_factory=dict)
    kinds: dict[Pair, str] = field(default_factory=dict)

    @property
    def is_closed(self) -> bool:
        return chance(self.exercise, "half") % 2 == 0

    def say(self, one: str, other: str, truth: str, kind: str) -> None:
        self.truth[frozenset((one, other))] = truth
        self.kinds[frozenset((one, other))] = kind


@cache
def paragraphs_of(exercise: str) -> Mapping[str, tuple[str, ...]]:
    """Each article's body by its file's name, the headline first."""
    return {
        Path(document.source).stem: tuple(document.text[span.start : span.end] for span in document.body)
        for document in sorted(documents_of(exercise), key=lambda document: document.source)
    }


@cache
def texts_of(exercise: str) -> Mapping[str, str]:
    return {Path(document.source).stem: document.text for document in documents_of(exercise)}


@cache
def documents_of(exercise: str) -> tuple[Document, ...]:
    found = find_documents([EXERCISES / exercise / "articles"])
    return tuple(each for each in found if isinstance(each, Document))


@cache
def open_exercises() -> tuple[str, ...]:
    return tuple(tomllib.loads((EXERCISES / "halves.toml").read_text(encoding="utf-8"))["open"])


@cache
def by_hand() -> tuple[Mapping[str, object], ...]:
    banks = sorted(BANK.glob("rewrites-*.toml"))
    return tuple(row for bank in banks for row in tomllib.loads(bank.read_text(encoding="utf-8"))["article"])


@cache
def vocabulary_of(exercise: str) -> tuple[str, ...]:
    """The small-letter words of the next exercise, from which another desk takes its words."""
    names = open_exercises()
    other = names[(names.index(exercise) + 1) % len(names)]
    words = {word for text in texts_of(other).values() for word in text.split() if word.isalpha() and word.islower()}
    return tuple(sorted(word for word in words if len(word) > 3))


@cache
def told_pairs() -> Mapping[str, Mapping[str, list[list[str]]]]:
    return tomllib.loads((BANK / "pairs.toml").read_text(encoding="utf-8"))


def lineage_in(exercise: str) -> tuple[Mapping[str, int], set[Pair]]:
    """For each article the number of its lineage, and the pairs that share a part."""
    names = sorted(paragraphs_of(exercise))
    told = told_pairs().get(exercise, {})
    number = {name: at for at, name in enumerate(names)}

    def named(prefix: str) -> str:
        return next(name for name in names if name.startswith(f"{prefix}_"))

    for one, other in told.get("same", []):
        low, high = sorted((number[named(one)], number[named(other)]))
        number = {name: low if at == high else at for name, at in number.items()}
    partly = {frozenset((named(one), named(other))) for one, other in told.get("partly", [])}
    lines = {frozenset((number[one], number[other])) for one, other in map(tuple, partly)}
    around = {frozenset(pair) for pair in combinations(names, 2) if frozenset(number[name] for name in pair) in lines}
    return number, partly | around


def base_of(exercise: str) -> Case:
    """The exercise's own articles, and what its page tells of them."""
    number, partly = lineage_in(exercise)
    case = Case(exercise, dict(texts_of(exercise)))
    for one, other in combinations(sorted(case.articles), 2):
        if frozenset((one, other)) not in partly:
            is_same = number[one] == number[other]
            case.say(one, other, "same" if is_same else "apart", "exercise" if is_same else "independent")
    return case


def sources_of(exercise: str) -> list[str]:
    """The articles that are rewritten: one of a lineage, agencies' first."""
    number, _ = lineage_in(exercise)
    firsts = {number[name]: name for name in sorted(number, reverse=True)}
    credited = ("(Reuters)", "(AFP)", "(AP)", "Reuters", "AFP", "AAP", "Meridian")
    texts = texts_of(exercise)
    return sorted(firsts.values(), key=lambda name: (not any(c in texts[name][:900] for c in credited), chance(name)))[
        :SOURCES
    ]


def add(case: Case, source: str, name: str, text: str, *, truth: str, kind: str) -> None:
    """Puts an article beside its source; apart from all of other lineages."""
    number, partly = lineage_in(case.exercise)
    shared = {other for pair in partly if source in pair for other in pair}
    lineage = {other for other in number if number[other] == number[source]} if truth != "apart" else {source}
    case.articles[name] = text
    for other in number:
        if other == source:
            case.say(name, other, truth, kind)
        elif other not in lineage and (truth == "apart" or other not in shared):
            case.say(name, other, "apart", "beside")


def cases_of(exercise: str) -> Iterator[tuple[str, Case]]:
    """A desk for each strength, one for later words, one for shared officials; each with all of the exercise's articles."""
    paragraphs = paragraphs_of(exercise)
    yield "exercise", base_of(exercise)
    for strength in STRENGTHS:
        case = base_of(exercise)
        for source in sources_of(exercise):
            text = rewritten(paragraphs[source], strength=strength, vocabulary=vocabulary_of(exercise))
            add(case, source, f"{source} by rule {strength}", text, truth="same", kind=f"rule {strength}")
        yield f"rule {strength}", case
    for strength in (4, 5, 0):
        case = base_of(exercise)
        for row in by_hand():
            folder, _, source = str(row["of"]).partition("/")
            if folder == exercise and row["strength"] == strength:
                kind = f"hand {strength}" if strength else "same official, by hand"
                truth = "same" if strength else "apart"
                add(case, source, f"{source} by hand {strength}", str(row["text"]), truth=truth, kind=kind)
        yield f"hand {strength}", case
    case = base_of(exercise)
    for source in sources_of(exercise):
        add(case, source, f"{source} later", updated(_as_sent(exercise, source)), truth="later", kind="later word")
    yield "later word", case
    yield "same official", quoting(exercise)


def _as_sent(exercise: str, source: str) -> tuple[str, ...]:
    """The article's paragraphs as its agency sent them: the headline, a dateline where it has none."""
    headline, first, *rest = paragraphs_of(exercise)[source]
    return (headline, first if "(" in first[:60] else f"CAPITAL (Courant Wire) - {first}", *rest)


def quoting(exercise: str) -> Case:
    """Two articles of the exercise, each with the same official's words from a third."""
    case, (number, partly) = base_of(exercise), lineage_in(exercise)
    paragraphs = paragraphs_of(exercise)
    names = sorted(paragraphs, key=lambda name: chance(name, "official"))
    quoted = [
        next((said for said in sentences_of(paragraphs[name][1:]) if said.count('"') >= 2 and len(said) > 60), None)
        for name in names
    ]
    pairs = [
        (one, other, said)
        for (one, other), said in zip(combinations(names, 2), [*quoted[2:], *quoted] * 9, strict=False)
        if said and number[one] != number[other] and frozenset((one, other)) not in partly
    ]
    for one, other, said in pairs[:3]:
        mine, theirs = f"{one} on {other}", f"{other} on {one}"
        case.articles[mine] = with_paragraph(paragraphs[one], said)
        case.articles[theirs] = with_paragraph(paragraphs[other], f"The news conference had little new. {said}")
        case.say(mine, theirs, "apart", "same official, by rule")
    return case


type Answer = Mapping[Pair, str]


def lineages_among(documents: Mapping[str, Document]) -> Lineages:
    noted = [noted_of(name, document) for name, document in documents.items()]
    return lineages_of([fingerprint for fingerprint, _ in noted], {each.document: wires for each, wires in noted})


_noted: dict[tuple[str, str], tuple[Fingerprint, tuple[str, ...]]] = {}


def noted_of(name: str, document: Document) -> tuple[Fingerprint, tuple[str, ...]]:
    """What gathering notes of an article, once: its fingerprint, and the agencies that it credits."""
    key = name, document.id
    if key not in _noted:
        _noted[key] = fingerprint_of(document), tuple(wire.name for wire in wire_of(document))
    return _noted[key]


def answers_of(documents: Mapping[str, Document]) -> tuple[Answer, Mapping[str, str]]:
    """What the desk tells of each pair of names (`same`, `later`, `doubtful`), and why by name of both."""
    names = {document.id: name for name, document in documents.items()}
    lineages = lineages_among(documents)
    told: dict[Pair, str] = {}
    later = {(kin.first, kin.second) for kin in lineages.kinships if kin.bond is Bond.LATER}
    for one, other in combinations(sorted(names), 2):
        pair = frozenset((names[one], names[other]))
        if (one, other) in later:
            told[pair] = "later"
        elif lineages.texts[one] == lineages.texts[other] or lineages.rewritings[one] == lineages.rewritings[other]:
            told[pair] = "same"
        elif lineages.authors[one] == lineages.authors[other]:
            told[pair] = "later"
        elif lineages.doubtful[one] == lineages.doubtful[other]:
            told[pair] = "doubtful"
    reasons = {
        " | ".join(sorted((names[kin.first], names[kin.second]))): f"{kin.bond}: {kin.because}"
        for kin in lineages.kinships
    }
    return told, reasons


@dataclass
class Tally:
    """Of each kind of pair how many, how many told right, how many of them left in doubt; and of desks the counts."""

    pairs: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    doubt: Counter[str] = field(default_factory=Counter)
    same_told: Counter[str] = field(default_factory=Counter)
    same_right: Counter[str] = field(default_factory=Counter)
    findings: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)

    def take(self, desk: str, case: Case, told: Answer, reasons: Mapping[str, str]) -> None:
        for pair, truth in sorted(case.truth.items(), key=lambda item: sorted(item[0])):
            kind, answer = case.kinds[pair], told.get(pair, "apart")
            if kind in ("exercise", "independent") and desk != "exercise":
                continue  # asked once, on the exercise's own desk
            self.pairs[kind] += 1
            self.right[kind] += answer == truth
            self.doubt[kind] += answer == "doubtful"
            if answer == "same":
                self.same_told[desk] += 1
                self.same_right[desk] += truth == "same"
            if answer != truth:
                names = " | ".join(sorted(pair))
                self.misses.append(f"{kind:24} {case.exercise}: {names}: {answer} ({reasons.get(names, 'nothing')})")

    def shares(self) -> dict[str, float]:
        found = {f"right: {kind}": self.right[kind] / count for kind, count in sorted(self.pairs.items())}
        told = {
            f"precision: {desk}": self.same_right[desk] / count
            for desk, count in sorted(self.same_told.items())
            if desk in _REWRITTEN
        }
        same = [kind for kind in self.pairs if kind == "exercise" or kind.startswith(("rule", "hand"))]
        apart = [kind for kind in self.pairs if kind not in same]
        means = {
            "mean: same": sum(found[f"right: {kind}"] for kind in same) / max(1, len(same)),
            "mean: apart": sum(found[f"right: {kind}"] for kind in apart) / max(1, len(apart)),
        }
        count = max(1, self.findings["findings"])
        desks = {
            "findings: exact": self.findings["exact"] / count,
            "findings: in range": self.findings["within"] / count,
        }
        return found | told | means | desks


@cache
def document_named(name: str, text: str) -> Document:
    """An exercise's articles lie on each of its desks, and are taken in once."""
    return document_of(source=f"{name}.txt", data=f"{name}\n{text}".encode(), text=text)


def crowd_of(exercise: str) -> tuple[Case, dict[str, int]]:
    """All desks of an exercise as one, and the number of each article's origin."""
    number, _ = lineage_in(exercise)
    crowd, origins = Case(exercise, {}), dict(number)
    for desk, case in cases_of(exercise):
        crowd.articles |= {} if desk == "same official" else case.articles
        for pair, truth in case.truth.items():
            for name in pair - number.keys():
                if truth in ("same", "later"):
                    origins[name] = origins[next(iter(pair - {name}))]
    for at, name in enumerate(sorted(crowd.articles.keys() - origins.keys()), start=len(crowd.articles)):
        origins[name] = at
    return crowd, origins


def count_origins(exercise: str, tally: Tally) -> None:
    """Findings that some articles of the crowd tell, each on its own word: how many origins is each told to have?"""
    crowd, origins = crowd_of(exercise)
    _, partly = lineage_in(exercise)
    muddled = {number for pair in partly for number in (origins[name] for name in pair)}
    documents = {name: document_named(name, text) for name, text in sorted(crowd.articles.items())}
    lineages = lineages_among(documents)
    clear = sorted(name for name in documents if origins[name] not in muddled)
    for n in range(TELLERS):
        tellers = sorted(clear, key=lambda name: chance(name, n))[: 2 + n % 6]
        true = len({origins[name] for name in tellers})
        most = len({lineages.authors[documents[name].id] for name in tellers})
        least = len({lineages.doubtful[documents[name].id] for name in tellers})
        tally.findings["findings"] += 1
        tally.findings["exact"] += true == most == least
        tally.findings["within"] += least <= true <= most


def score(exercises: Sequence[str]) -> Tally:
    tally = Tally()
    for exercise in exercises:
        for desk, case in cases_of(exercise):
            documents = {name: document_named(name, text) for name, text in sorted(case.articles.items())}
            tally.take(desk, case, *answers_of(documents))
        count_origins(exercise, tally)
    return tally


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", action="store_true", help="also the pairs of the open half that are told wrong")
    parser.add_argument("--floors", action="store_true", help="only the verdict; exit code 1 where one is not reached")
    chosen = parser.parse_args()
    floors = tomllib.loads((BANK / "floors.toml").read_text(encoding="utf-8"))
    halves: dict[str, list[str]] = defaultdict(list)
    for exercise in open_exercises():
        halves["closed" if Case(exercise, {}).is_closed else "open"].append(exercise)
    failures = []
    tallies = {half: score(halves[half]) for half in ("open", "closed")}
    for half, tally in tallies.items():
        failures += [f"{half}: {line}" for line in below(tally.shares(), floors.get(half, {}))]
    if not chosen.floors:
        show(tallies)
        if chosen.misses:
            print("\n".join(tallies["open"].misses))
    if chosen.floors or failures:
        print("\n".join(failures) or "copies reach their floors")
    return 1 if failures and chosen.floors else 0


def show(tallies: Mapping[str, Tally]) -> None:
    """A row for each measure, a column for each half, with how many pairs there were and how many were left in doubt."""
    shares = {half: tally.shares() for half, tally in tallies.items()}
    for name in dict.fromkeys(name for found in shares.values() for name in found):
        cells = []
        for half, tally in tallies.items():
            kind = name.removeprefix("right: ")
            count = f" of {tally.pairs[kind]}, {tally.doubt[kind]} in doubt" if name.startswith("right") else ""
            cells.append(f"{half} {shares[half].get(name, float('nan')):.3f}{count}")
        print(f"{name:40}" + "".join(f"{cell:40}" for cell in cells))


if __name__ == "__main__":
    sys.exit(main())
