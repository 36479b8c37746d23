"""Scores an export against a gold ledger: what was found, missed and invented, and which cells are right.

    python bench/score.py GOLD_DIR EXPORT_DIR [--misses]

Claims of one kind and article are paired one to one, the most overlapping first, where what the kind is about agrees
(metric and amount of a figure). Recall, precision and F1 count pairs; slots count, in the pairs, the cells that the
gold fills. Of positions and events the gold has only the main ones, so they have no precision. Claims of the
background do not count.
"""

import argparse
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

import causes
from gold import (
    GROUPS,
    Export,
    Gold,
    Parties,
    Row,
    bare,
    is_same_amount,
    last_day,
    load_export,
    load_gold,
    readings,
    shared,
)

ENOUGH = 0.3  # of the shorter stretch that both must cover
LISTED_IN_FULL = ("figure", "measure", "safety")
_MEASURES = """
    state_of_emergency curfew assembly_ban border_closure entry_ban flight_suspension communications_shutdown
    shoot_order foreign_deployment security_operation government_dismissed authorised_departure evacuation_order
    shelter_advice rescue_operation warning mourning reward price_control sanction ceasefire
"""
_POPULATIONS = """
    people civilians protesters security_forces soldiers foreign_troops foreigners journalists children women men
    officials militants buildings vehicles homes
"""
MEASURES, POPULATIONS = frozenset(_MEASURES.split()), frozenset(_POPULATIONS.split())
STANCE_FAMILIES = (
    {"condemn", "reject", "accuse"},
    {"condole", "express_concern"},
    {"appeal", "request"},
    {"pledge", "support"},
)


@dataclass
class Count:
    """So many right of so many."""

    right: int = 0
    all: int = 0

    def add(self, is_right: object) -> bool:
        self.all += 1
        self.right += bool(is_right)
        return bool(is_right)

    @property
    def share(self) -> float | None:
        return self.right / self.all if self.all else None


class Pair(NamedTuple):
    """An exported claim and the gold row that it was paired with; `content` is the claim's own, by its kind."""

    claim: Row
    content: Row
    gold: Row
    parties: Parties


@dataclass
class KindScore:
    kind: str
    hits: int = 0
    missed: int = 0
    invented: int = 0
    background: Count = field(default_factory=Count)  # of the gold's background rows, those booked as today's
    slots: defaultdict[str, Count] = field(default_factory=lambda: defaultdict(Count))

    @property
    def recall(self) -> float | None:
        return self.hits / (self.hits + self.missed) if self.hits + self.missed else None

    @property
    def precision(self) -> float | None:
        found = self.hits + self.invented
        return self.hits / found if self.kind in LISTED_IN_FULL and found else None

    @property
    def f1(self) -> float | None:
        if not self.precision or not self.recall:
            return None
        return 2 * self.precision * self.recall / (self.precision + self.recall)


@dataclass
class Score:
    """All that was counted for one exercise, and a line for each miss."""

    documents: dict[str, Count] = field(default_factory=dict)
    entities: dict[str, Count] = field(default_factory=dict)
    kinds: dict[str, KindScore] = field(default_factory=dict)
    findings: dict[str, Count] = field(default_factory=dict)
    quotes_not_verbatim: int = 0
    misses: list[str] = field(default_factory=list)
    causes: Counter[str] = field(default_factory=Counter)

    def miss(self, line: str, cause: str) -> None:
        """Notes a miss as a line to read and under its cause."""
        self.misses.append(line)
        self.causes[cause] += 1


def score(gold: Gold, export: Export) -> Score:
    """What an export is worth by a gold ledger."""
    result, parties = Score(), Parties(gold, export.entities)
    texts = {document["id"]: document["text"] for document in export.documents}
    result.quotes_not_verbatim = sum(
        texts[claim["document"]][claim["start"] : claim["end"]] != claim["quote"] for claim in export.claims
    )
    result.documents = _score_documents(gold, export, result)
    result.entities = _score_entities(gold, export, result)
    for kind in GROUPS:
        result.kinds[kind] = _score_kind(kind, gold, export, parties, result)
    if gold.findings is not None and export.findings is not None:
        result.findings = _score_findings(gold.findings, export.findings, parties, result)
    return result


def _score_documents(gold: Gold, export: Export, total: Score) -> dict[str, Count]:
    counts = {"dated": Count(), "furniture_dropped": Count(), "evidence_kept": Count()}
    for document in export.documents:
        name = export.file_names[document["id"]]
        page = gold.pages.get(name)
        if page is None:
            continue
        if not counts["dated"].add(last_day(document.get("published")) in readings(page, "published")):
            line = f"date     {name}: {document.get('published')} is not {page['published']}"
            total.miss(line, "document dated wrong")
        for line in page["furniture"]:
            if not counts["furniture_dropped"].add(not _is_in_body(line, document)):
                total.miss(f"kept     {name}: furniture {line[:80]}", "furniture kept")
        for row in (row for group in GROUPS.values() for row in page.get(group, ())):
            if not counts["evidence_kept"].add(_touches_body(row["start"], row["end"], document)):
                total.miss(f"dropped  {name}: evidence {row['quote'][:80]}", "evidence dropped")
    counts["dated"].all = len(gold.pages)
    return counts


def _is_in_body(line: str, document: Row) -> bool:
    """Whether any line of the text that reads so lies in the body; of a part of a line, the first that reads so."""
    text = document["text"]
    whole = [found.start(1) for found in re.finditer(rf"(?m)^\s*({re.escape(line)})\s*$", text)]
    places = [place for place in whole or [text.find(line)] if place >= 0]
    return any(_touches_body(place, place + len(line), document) for place in places)


def _touches_body(start: int, end: int, document: Row) -> bool:
    return any(first < end and start < last for first, last in document["body"])


def _score_entities(gold: Gold, export: Export, total: Score) -> dict[str, Count]:
    """Pairwise: two spellings of one party belong in one entity, those of two parties in two."""
    homes: defaultdict[str, set[str]] = defaultdict(set)
    for entity in export.entities:
        for name in filter(None, (entity["name"], *entity.get("aliases", ()))):
            homes[bare(name)].add(entity["id"])
    spelled = [(key, name, homes.get(bare(name), set())) for key, names in gold.spellings.items() for name in names]
    counts = {"found": Count(), "joined": Count(), "wrongly_joined": Count()}
    for _, _, home in spelled:
        counts["found"].add(home)
    for (key, name, home), (other_key, other, other_home) in combinations(spelled, 2):
        together = bool(home & other_home)
        counts["joined" if key == other_key else "wrongly_joined"].add(together)
        if together != (key == other_key):
            line = f"{'merged' if together else 'apart '}   {name} | {other}"
            total.miss(line, _cause_of_names(home, other_home, together=together))
    return counts


def _cause_of_names(home: set[str], other: set[str], *, together: bool) -> str:
    if together:
        return "names: two parties in one"
    if not home or not other:
        return "names: a spelling is no name of the export"
    return "names: one party in two"


def _score_kind(kind: str, gold: Gold, export: Export, parties: Parties, total: Score) -> KindScore:
    result = KindScore(kind)
    for name in gold.pages:
        rows = gold.rows(name, kind)
        wanted = [row for row in rows if not row.get("background")]
        elsewhere = [row for row in rows if row.get("background")]
        claims = export.claims_in(name, kind)
        pairs = _paired(kind, claims, wanted, parties)
        result.hits += len(pairs)
        result.background.all += len(elsewhere)
        for at in sorted(set(range(len(wanted))) - set(pairs.values())):
            if not wanted[at].get("optional"):
                result.missed += 1
                line = f"missed   {kind:8} {name}: {wanted[at]['quote'][:110]}"
                total.miss(line, causes.of_missed(kind, wanted[at], export.all_claims_in(name)))
        for at in sorted(set(range(len(claims))) - set(pairs)):
            if kind in LISTED_IN_FULL and not _is_excused(kind, claims[at], [wanted[j] for j in pairs.values()]):
                result.invented += 1
                result.background.right += any(_is_about(kind, claims[at], row) for row in elsewhere)
                line = f"invented {kind:8} {name}: {claims[at]['quote'][:110]} {_short(claims[at][kind])}"
                total.miss(line, causes.of_invented(kind, claims[at], {each: gold.rows(name, each) for each in GROUPS}))
        for at, wanted_at in pairs.items():
            pair = Pair(claims[at], claims[at][kind], wanted[wanted_at], parties)
            for slot, is_right in _slots(kind, pair):
                if not result.slots[slot].add(is_right):
                    told = f"{slot}: {pair.gold[slot]}, not {_told(pair, slot)}"
                    line = f"slot     {kind:8} {name}: {told}: {wanted[wanted_at]['quote'][:80]}"
                    total.miss(line, _cause_of_cell(kind, slot, pair))
    return result


def _cause_of_cell(kind: str, slot: str, pair: Pair) -> str:
    told = _told(pair, slot)
    text = " ".join(map(str, told)) if isinstance(told, list) else str(told)
    return causes.of_cell(
        kind,
        slot,
        pair.gold,
        told,
        known=slot not in causes.PARTY_SLOTS or pair.parties.is_known(pair.gold, slot),
        inside=bool(text) and text.casefold() in pair.gold["quote"].casefold(),
    )


def _told(pair: Pair, slot: str) -> object:
    """What the claim has in a cell, as a miss prints it."""
    if slot in ("speaker", "channels"):
        voices = [voice.get("name") for voice in pair.claim.get("attribution") or ()]
        return voices[:1] if slot == "speaker" else voices[1:]
    cells = (row[name] for row in (pair.content, pair.claim) for name in (f"{slot}_name", slot) if name in row)
    return pair.parties.name_of(next(cells, None))


def _paired(kind: str, claims: Sequence[Row], wanted: Sequence[Row], parties: Parties) -> dict[int, int]:
    """Which claim is which gold row: the most overlapping first, of equal ones those with more cells right."""
    candidates = sorted(
        (-shared(claim, row), -sum(ok for _, ok in _slots(kind, Pair(claim, claim[kind], row, parties))), at, wanted_at)
        for at, claim in enumerate(claims)
        for wanted_at, row in enumerate(wanted)
        if _is_about(kind, claim, row)
    )
    pairs: dict[int, int] = {}
    for _, _, at, wanted_at in candidates:
        if at not in pairs and wanted_at not in pairs.values():
            pairs[at] = wanted_at
    return pairs


def _is_about(kind: str, claim: Row, row: Row) -> bool:
    """Whether a claim and a gold row speak of one thing at one place of the text."""
    if shared(claim, row) < ENOUGH:
        return False
    content = claim[kind]
    if kind == "figure":
        return bool(content["metric"] == row["metric"] and is_same_amount(content, row))
    if kind == "measure":
        return content["measure"] in readings(row, "measure")
    return kind != "safety" or bool(content["nationality"] == row["nationality"])


def _is_excused(kind: str, claim: Row, paired: Sequence[Row]) -> bool:
    """A second wording of what was found is no invention, nor is a measure under a name of one's own."""
    if any(_is_about(kind, claim, row) for row in paired):
        return True
    return kind == "measure" and claim[kind]["measure"] not in MEASURES


def _slots(kind: str, pair: Pair) -> Iterator[tuple[str, bool]]:
    """Each cell that the gold fills, and whether the claim has it right."""
    for name, slot in {**_COMMON, **_SLOTS[kind]}.items():
        if slot.always or pair.gold.get(name):
            yield name, bool(slot.is_right(pair))


def _first_voice(pair: Pair) -> bool:
    chain: Sequence[Row] = pair.claim.get("attribution") or ()
    return bool(chain) and pair.parties.is_in(pair.gold, "speaker", chain[0].get("entity"), chain[0].get("name"))


def _channels(pair: Pair) -> bool:
    carriers = (pair.claim.get("attribution") or ())[1:]
    return all(
        any(pair.parties.is_party(key, voice.get("entity"), voice.get("name")) for voice in carriers)
        for key in pair.gold["channels"]
    )


def _place(pair: Pair) -> bool:
    place = pair.claim.get("place")
    return bool(place) and pair.parties.is_in(pair.gold, "place", place)


def _party(slot: str) -> Callable[[Pair], bool]:
    return lambda pair: pair.parties.is_in(pair.gold, slot, pair.content.get(slot), pair.content.get(f"{slot}_name"))


def _equal(slot: str) -> Callable[[Pair], bool]:
    return lambda pair: pair.content[slot] in readings(pair.gold, slot)


def _to_the_letter(slot: str) -> Callable[[Pair], bool]:
    return lambda pair: pair.content.get(slot) == pair.gold[slot]


def _day(slot: str) -> Callable[[Pair], bool]:
    return lambda pair: last_day(pair.claim.get(slot)) in readings(pair.gold, slot)


def _population(pair: Pair) -> bool:
    """A plain plural noun ("dockers") is as good as people where the gold says people."""
    found = pair.content["population"]
    return _equal("population")(pair) or (pair.gold["population"] == "people" and found not in POPULATIONS)


def _starts(pair: Pair) -> bool:
    starts = pair.content.get("starts")
    return pair.gold["starts"] in (starts, (starts or pair.claim.get("when") or "")[:10])


def _stance(pair: Pair) -> bool:
    """Coders do not agree within a family of stances, so another word of it is right."""
    both = {pair.content["stance"], pair.gold["stance"]}
    return _equal("stance")(pair) or any(both <= family for family in STANCE_FAMILIES)


def _when(pair: Pair) -> bool:
    return (pair.claim.get("when") or "").rstrip("~?%") in readings(pair.gold, "when")


class _Slot(NamedTuple):
    """A cell: whether it counts also where the gold leaves it empty, and whether a claim has it right."""

    always: bool
    is_right: Callable[[Pair], bool]


_COMMON: Mapping[str, _Slot] = {
    "speaker": _Slot(False, _first_voice),
    "channels": _Slot(False, _channels),
    "place": _Slot(False, _place),
}
_SLOTS: Mapping[str, Mapping[str, _Slot]] = {
    "figure": {"population": _Slot(True, _population), "as_of": _Slot(False, _day("as_of"))},
    "measure": {
        "status": _Slot(True, _equal("status")),
        "starts": _Slot(False, _starts),
        "ends": _Slot(False, _to_the_letter("ends")),
        "daily": _Slot(False, _to_the_letter("daily")),
    },
    "position": {
        "stance": _Slot(True, _stance),
        "holder": _Slot(True, _party("holder")),
        "target": _Slot(False, _party("target")),
        "said_on": _Slot(False, _day("said_on")),
    },
    "event": {
        "event": _Slot(True, _equal("event")),
        "actor": _Slot(False, _party("actor")),
        "recipient": _Slot(False, _party("recipient")),
        "when": _Slot(False, _when),
    },
    "safety": {"status": _Slot(True, _equal("status"))},
}


def _score_findings(wanted: Sequence[Row], found: Sequence[Row], parties: Parties, total: Score) -> dict[str, Count]:
    """Of the lines that a reader wants: found, and their cells right."""
    counts: defaultdict[str, Count] = defaultdict(Count)
    for gold in wanted:
        if gold.get("optional") or "place" not in gold["line"]:
            continue
        finding = _finding_on(gold, found, parties)
        for cell, is_right in _cells(gold, finding):
            if not counts[cell].add(is_right):
                got = finding.get("current" if cell in _CURRENT else cell) if finding else None
                line = f"finding  {cell:9} {_short(gold['line'])} wanted {gold.get(cell)} got {got}"
                total.miss(line, causes.of_finding(cell, gold, finding, got))
    return dict(counts)


_CURRENT = ("current", "starts", "ends", "daily")


def _finding_on(gold: Row, findings: Sequence[Row], parties: Parties) -> Row | None:
    """The finding on a gold line; of several places that answer to its name, the one with most claims. Where the line says
    nothing of a nationality, one of a single nation's people is not meant if there is one of all."""
    wanted = {name: value for name, value in gold["line"].items() if name != "place"}
    on_line = (
        finding
        for finding in findings
        if all(finding["line"].get(name) in (value, *gold.get(f"{name}_also", ())) for name, value in wanted.items())
        and parties.is_party(gold["line"]["place"], finding["line"].get("place"))
    )
    return max(
        on_line,
        key=lambda finding: (finding["line"].keys() <= gold["line"].keys(), len(finding["claims"])),
        default=None,
    )


def _cells(gold: Row, finding: Row | None) -> Iterator[tuple[str, bool]]:
    current = (finding or {}).get("current") or {}
    yield "found", finding is not None
    for cell in ("agreement", "support"):
        if gold.get(cell):
            yield cell, finding is not None and finding.get(cell) in readings(gold, cell)
    if gold.get("current"):
        low, high = gold["current"]
        value = {"low": current.get("low"), "high": current.get("high")}
        yield "current", is_same_amount(value, {"low": low, "high": high, "open": True})
    for cell in ("starts", "ends", "daily"):
        if gold.get(cell):
            yield cell, current.get(cell) == gold[cell]


def measures_of(result: Score) -> dict[str, float]:
    """Every measure as one number, by a dotted name: `figure.f1`, `figure.population`, `findings.current`."""
    named: dict[str, float | None] = {
        "quotes.verbatim": 1.0 if result.quotes_not_verbatim == 0 else 0.0,
        **{f"documents.{name}": count.share for name, count in result.documents.items()},
        **{f"entities.{name}": count.share for name, count in result.entities.items() if name != "wrongly_joined"},
        "entities.kept_apart": _rest(result.entities["wrongly_joined"]),
        **{f"findings.{name}": count.share for name, count in result.findings.items()},
    }
    for kind, each in result.kinds.items():
        named |= {f"{kind}.recall": each.recall, f"{kind}.precision": each.precision, f"{kind}.f1": each.f1}
        named |= {f"{kind}.{slot}": count.share for slot, count in each.slots.items()}
    return {name: value for name, value in named.items() if value is not None}


def _rest(count: Count) -> float | None:
    return None if count.share is None else 1 - count.share


def as_table(result: Score) -> str:
    """The score in a few lines."""
    lines = [
        f"documents  {_counts(result.documents)}  quotes not verbatim {result.quotes_not_verbatim}",
        f"entities   {_counts(result.entities)}",
    ]
    for kind, each in result.kinds.items():
        shares = {"recall": each.recall, "precision": each.precision, "F1": each.f1}
        shown = "  ".join(f"{name} {share:.2f}" for name, share in shares.items() if share is not None)
        booked = f"  background booked {_count(each.background)}" if each.background.all else ""
        slots = _counts(dict(sorted(each.slots.items())))
        lines.append(f"{kind:10} {each.hits}/{each.hits + each.missed}  {shown}{booked}  {slots}".rstrip())
    if result.findings:
        lines.append(f"findings   {_counts(result.findings)}")
    return "\n".join(lines)


def _counts(counts: Mapping[str, Count]) -> str:
    return "  ".join(f"{name} {_count(count)}" for name, count in counts.items())


def _count(count: Count) -> str:
    return f"{count.right}/{count.all}"


def _short(row: Any) -> str:
    return json.dumps(row, ensure_ascii=False)[:140]


def main() -> int:
    arguments = argparse.ArgumentParser(description="Score an export against a gold ledger.")
    arguments.add_argument("gold", type=Path)
    arguments.add_argument("export", type=Path)
    arguments.add_argument("--misses", action="store_true", help="also what was missed, invented or wrong")
    chosen = arguments.parse_args()
    result = score(load_gold(chosen.gold), load_export(chosen.export))
    print(as_table(result))
    if chosen.misses:
        print("\n".join(result.misses))
    return 0


if __name__ == "__main__":
    sys.exit(main())
