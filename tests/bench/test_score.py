"""The scorer, on a gold ledger and an export made by hand."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from evaluate import below, load_floors, raised
from gold import Export, Gold, Parties, bare, is_same_amount, last_day, load_export, load_gold
from score import KindScore, as_table, measures_of, score

REFERENCE = Path(__file__).parents[3] / "shared/gold/score.py"
EXERCISES = sorted(path.parent for path in (Path(__file__).parents[2] / "exercises").glob("*/gold/findings.json"))
TEXT = "Dam bursts. The ministry said 18 soldiers were killed and dozens hurt. A curfew holds. Share this"


def place_of(quote: str) -> dict[str, Any]:
    start = TEXT.index(quote)
    return {"quote": quote, "start": start, "end": start + len(quote)}


def gold_figure(quote: str, metric: str, low: int, high: int | None, **more: Any) -> dict[str, Any]:
    row = {"metric": metric, "low": low, "high": high, "population": "soldiers", "speaker": "ministry"}
    return {**place_of(quote), **row, "place": "Sarvan", "as_of": "2031-03-08", "channels": [], **more}


def claim(id: str, quote: str, kind: str, content: dict[str, Any], **more: Any) -> dict[str, Any]:
    chain = [{"entity": "e-1", "name": "The ministry", "role": "speaker", "cue": "said"}]
    row = {"id": id, "kind": kind, "document": "d-1", "attribution": chain, "place": "e-2", "as_of": "2031-03-08"}
    return {**row, **place_of(quote), "said_on": None, "when": None, "background": False, kind: content, **more}


def figure(metric: str, low: int, high: int | None, population: str = "soldiers") -> dict[str, Any]:
    return {"metric": metric, "low": low, "high": high, "population": population}


def gold_of(**groups: Any) -> Gold:
    page = {"document": "dam.txt", "published": "2031-03-08", "furniture": ["Share this"], **groups}
    return Gold(
        pages={"dam.txt": page},
        parties={"ministry": ["interior ministry", "the ministry"], "Sarvan": [], "army": ["Sarvan garrison"]},
        spellings={"ministry": ["interior ministry", "the ministry"], "army": ["Sarvan garrison"]},
        findings=groups.get("findings"),
    )


def export_of(*claims: dict[str, Any], findings: Any = None) -> Export:
    document = {"id": "d-1", "source": "a/dam.txt", "text": TEXT, "body": [[0, 87]], "published": "2031-03-08"}
    entities = [
        {"id": "e-1", "name": "Interior Ministry", "aliases": ["the ministry"]},
        {"id": "e-2", "name": "Sarvan", "aliases": []},
    ]
    return Export(documents=[document], claims=list(claims), entities=entities, findings=findings)


TOLL = gold_figure("18 soldiers were killed", "killed", 18, 18)


def toll_of(number: int, id: str = "c-1") -> dict[str, Any]:
    return claim(id, "18 soldiers were killed", "figure", figure("killed", number, number))


def kind_of(gold: Gold, *claims: dict[str, Any], kind: str = "figure") -> KindScore:
    return score(gold, export_of(*claims)).kinds[kind]


def test_what_is_found_with_all_its_cells_right() -> None:
    """One figure, found at its place."""
    result = kind_of(
        gold_of(figures=[TOLL]), claim("c-1", "18 soldiers were killed", "figure", figure("killed", 18, 18))
    )
    assert (result.hits, result.missed, result.invented, result.f1) == (1, 0, 0, 1.0)
    assert {slot: count.share for slot, count in result.slots.items()} == {
        "speaker": 1.0,
        "place": 1.0,
        "population": 1.0,
        "as_of": 1.0,
    }


def test_another_number_is_a_miss_and_an_invention() -> None:
    """17 where 18 were killed."""
    result = kind_of(
        gold_of(figures=[TOLL]), claim("c-1", "18 soldiers were killed", "figure", figure("killed", 17, 17))
    )
    assert (result.hits, result.missed, result.invented, result.f1) == (0, 1, 1, None)


def test_a_second_wording_of_what_was_found_is_no_invention() -> None:
    """The clause and its sentence both claimed."""
    assert kind_of(gold_of(figures=[TOLL]), toll_of(18), toll_of(18, "c-2")).invented == 0


def test_optional_rows_are_not_missed_and_background_does_not_count() -> None:
    """A row that a careful reader may leave out, and one of an earlier crisis booked as today's."""
    rows = [{**TOLL, "optional": True}, gold_figure("dozens hurt", "injured", 24, 99, background=True)]
    result = kind_of(gold_of(figures=rows), claim("c-1", "dozens hurt", "figure", figure("injured", 24, 99)))
    assert (result.missed, result.invented) == (0, 1)
    assert (result.background.right, result.background.all) == (1, 1)


def test_positions_have_no_precision_and_a_family_of_stances() -> None:
    """An extra position is not held against one; to reject is as good as to condemn."""
    rows = [
        {**place_of("The ministry said"), "stance": "condemn", "holder": "ministry", "target": None, "said_on": None}
    ]
    positions = [
        claim("c-1", "The ministry said", "position", {"stance": "reject", "holder": "e-1", "holder_name": None}),
        claim("c-2", "A curfew holds", "position", {"stance": "warn", "holder": None, "holder_name": None}),
    ]
    result = kind_of(gold_of(positions=rows), *positions, kind="position")
    assert (result.recall, result.precision, result.slots["stance"].share) == (1.0, None, 1.0)


def test_a_measure_of_ones_own_name_is_no_invention() -> None:
    """The contract's list of measures is open."""
    content = {"measure": "water_rationing", "status": "in_force"}
    assert kind_of(gold_of(), claim("c-1", "A curfew holds", "measure", content), kind="measure").invented == 0


def test_documents_are_dated_clean_and_whole() -> None:
    """The date, the share line out of the body, the evidence inside it."""
    documents = score(gold_of(figures=[TOLL]), export_of()).documents
    assert {name: (count.right, count.all) for name, count in documents.items()} == {
        "dated": (1, 1),
        "furniture_dropped": (1, 1),
        "evidence_kept": (1, 1),
    }


def test_entities_are_compared_pair_by_pair() -> None:
    """Two spellings of the ministry in one entity; the garrison's is found nowhere, and joined to nobody."""
    entities = score(gold_of(), export_of()).entities
    assert {name: (count.right, count.all) for name, count in entities.items()} == {
        "found": (2, 3),
        "joined": (1, 1),
        "wrongly_joined": (0, 2),
    }


def test_a_place_is_not_what_is_called_after_it() -> None:
    """Sarvan is not the Sarvan garrison; the garrison named in full is."""
    parties = Parties(gold_of(), export_of().entities)
    assert parties.is_party("army", "e-2") is False
    assert parties.is_party("army", None, "the Sarvan garrison") is True
    assert parties.is_party(None, None) is True


def test_findings_are_found_by_their_line() -> None:
    """Killed, soldiers, Sarvan: its current value, agreement and support."""
    wanted = {"line": {"metric": "killed", "population": "soldiers", "place": "Sarvan"}, "current": [18, 18]}
    gold = gold_of(findings=[{**wanted, "agreement": "stands", "support": "corroborated"}])
    found = {"line": {"metric": "killed", "population": "soldiers", "place": "e-2"}, "current": {"low": 18, "high": 18}}
    finding = {**found, "agreement": "stands", "support": "single_origin", "claims": []}
    counts = score(gold, export_of(findings=[finding])).findings
    assert {name: (count.right, count.all) for name, count in counts.items()} == {
        "found": (1, 1),
        "agreement": (1, 1),
        "support": (0, 1),
        "current": (1, 1),
    }


def test_a_quote_that_is_not_in_the_text_is_counted() -> None:
    """Quotes are the article's own letters, or the score says so."""
    wrong = {**claim("c-1", "A curfew holds", "figure", figure("killed", 18, 18)), "quote": "a curfew holds"}
    assert score(gold_of(), export_of(wrong)).quotes_not_verbatim == 1


@pytest.mark.parametrize(
    ("found", "gold", "same"),
    [
        ((18, 18), (18, 18), True),
        ((18, None), (18, 18), False),
        ((18, None), (18, None), True),
        ((19, None), (18, None), True),
        ((21, None), (18, None), False),
        ((24, 99), (20, 99), True),
        ((24, 99), (90, 200), False),
    ],
)
def test_amounts_are_the_same(found: tuple[int, int | None], gold: tuple[int, int | None], same: bool) -> None:
    """Exact ones to the number, vague ones by half."""
    rows = [{"low": low, "high": high} for low, high in (found, gold)]
    assert is_same_amount(*rows) is same


def test_names_and_dates_are_compared_bare() -> None:
    """Less the article, in small letters; the last day of an interval."""
    assert (bare("The Interior-Ministry"), last_day("2031-03-07/2031-03-08"), last_day("2031-03")) == (
        "interior ministry",
        "2031-03-08",
        "2031-03",
    )


def test_floors_hold_and_only_rise() -> None:
    """What is below its floor is named, also what is no longer measured; a new floor lies two hundredths below."""
    floors = {"figure.f1": 0.85, "safety.f1": 0.5}
    assert list(below({"figure.f1": 0.849}, floors)) == [
        "figure.f1 is 0.849, its floor is 0.85",
        "safety.f1 is gone, its floor is 0.50",
    ]
    assert raised({"figure.f1": 0.849, "event.recall": 0.677}, floors) == {
        "event.recall": 0.65,
        "figure.f1": 0.85,
        "safety.f1": 0.5,
    }


def test_the_floors_file_names_measures_that_exist() -> None:
    """A floor under a misspelt name would hold nothing."""
    known = {f"{kind}.{name}" for kind in ("figure", "measure", "position", "event", "safety") for name in CELLS}
    known |= {"quotes.verbatim", *(f"documents.{n}" for n in ("dated", "furniture_dropped", "evidence_kept"))}
    known |= {f"entities.{name}" for name in ("found", "joined", "kept_apart")}
    known |= {f"findings.{name}" for name in ["found", "current", "agreement", "support", "starts", "ends", "daily"]}
    assert sorted({name for table in load_floors().values() for name in table} - known) == []


_CELLS = """
    recall precision f1 speaker channels place population as_of status starts ends daily stance holder target said_on
    event actor recipient when
"""
CELLS = _CELLS.split()


@pytest.mark.skipif(not REFERENCE.exists(), reason="the reference scorer is not beside the repository")
@pytest.mark.parametrize("gold", EXERCISES, ids=str)
def test_both_scorers_agree(gold: Path, tmp_path: Path) -> None:
    """An export made from the gold itself, every third row spoilt, is worth the same to both."""
    write_spoilt(gold, tmp_path)
    command = [sys.executable, str(REFERENCE), str(gold), str(tmp_path), "--json"]
    theirs = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    ours = score(load_gold(gold), load_export(tmp_path))
    assert {name: [count.right, count.all] for name, count in ours.documents.items()} == theirs["documents"]
    assert {name: [count.right, count.all] for name, count in ours.entities.items()} == theirs["entities"]
    assert {name: [c.right, c.all] for name, c in ours.findings.items()} == {
        name: count for name, count in theirs["findings"].items() if count[1]
    }
    for kind, each in ours.kinds.items():
        other = theirs[kind]
        assert [each.hits, each.recall, each.precision, each.f1] == [
            other[name] for name in ("hit", "recall", "precision", "f1")
        ]
        assert {slot: [count.right, count.all] for slot, count in each.slots.items()} == other["slots"]
        assert [each.background.right, each.background.all] == other["background_booked"]
    assert measures_of(ours)["quotes.verbatim"] == 1.0
    assert as_table(ours).count("\n") == 7


def write_spoilt(gold: Path, folder: Path) -> None:
    """An export of what the gold says: every third claim with something wrong, every fifth left out."""
    pages = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(gold.glob("*.json"))]
    pages = [page for page in pages if isinstance(page, dict) and "document" in page]
    parties = json.loads((gold / "parties.json").read_text(encoding="utf-8"))
    spellings = json.loads((gold / "entities.json").read_text(encoding="utf-8"))
    findings = json.loads((gold / "findings.json").read_text(encoding="utf-8"))
    rows: dict[str, list[Any]] = {"documents": [], "claims": [], "entities": [], "findings": []}
    for key in parties:
        names = [*spellings.get(key, ()), *parties[key], key]
        rows["entities"].append({"id": key, "name": names[0], "aliases": names[1:]})
    for page in pages:
        text = (gold.parent / "articles" / page["document"]).read_text(encoding="utf-8")
        body = [[0, len(text) - 60]]
        document = {"id": page["document"], "source": page["document"], "text": text, "body": body}
        rows["documents"].append({**document, "published": page["published"]})
        rows["claims"] += [
            spoilt(n, kind, row, page["document"])
            for kind in ("figure", "measure", "position", "event", "safety")
            for n, row in enumerate(page.get(kind if kind == "safety" else f"{kind}s", ()))
            if n % 5 != 4
        ]
    for finding in findings:
        low, high = finding.get("current") or (None, None)
        current = {"low": low, "high": high, "daily": finding.get("daily"), "starts": None, "ends": finding.get("ends")}
        cells = {"agreement": "stands", "support": finding.get("support"), "claims": []}
        rows["findings"].append({"line": finding["line"], "current": current, **cells})
    for name, table in rows.items():
        (folder / f"{name}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in table), encoding="utf-8")


def spoilt(n: int, kind: str, row: dict[str, Any], document: str) -> dict[str, Any]:
    content = {key: value for key, value in row.items() if key not in ("start", "end", "quote")}
    if n % 3 == 2:
        content |= {"low": 1, "high": 1, "status": "unknown", "stance": "warn", "actor": None, "nationality": "XX"}
    chain = [{"entity": key, "name": key} for key in (row.get("speaker"), *row.get("channels", ())) if key]
    times = {name: row.get(name) for name in ("as_of", "said_on", "when")}
    return {
        "id": f"{document}-{kind}-{n}",
        "kind": kind,
        "document": document,
        kind: content,
        **times,
        "start": row["start"],
        "end": row["end"],
        "quote": row["quote"],
        "attribution": chain,
        "place": row.get("place"),
        "background": bool(row.get("background")) and n % 2 == 0,
    }
