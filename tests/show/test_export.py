"""The four files of the export contract, on the desk of show_desk."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import show_desk

from reportedly.errors import ReportedlyError
from reportedly.show.export import write_export

CONTRACT = {
    "documents": "id source outlet title language author published published_basis text body copies",
    "claims": "id kind document start end quote attribution modality said_on as_of when place story background",
    "entities": "id kind name aliases country side wikidata geonames latitude longitude mentions",
    "findings": "id story line agreement support current as_of since origins claims note",
}


@pytest.fixture
def export(tmp_path: Path) -> dict[str, list[dict[str, Any]]]:
    write_export(show_desk.holdings(), tmp_path)
    return {name: rows_of(tmp_path / f"{name}.jsonl") for name in CONTRACT}


def rows_of(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("name", CONTRACT)
def test_every_field_of_the_contract_is_there(export: dict[str, list[dict[str, Any]]], name: str) -> None:
    """A field that is not known is null, never left out."""
    missing = [field for row in export[name] for field in CONTRACT[name].split() if field not in row]
    assert missing == []


def test_quotes_are_verbatim_inside_the_body(export: dict[str, list[dict[str, Any]]]) -> None:
    """`quote == text[start:end]` even after a Unicode line separator, and it lies inside `body`."""
    documents = {document["id"]: document for document in export["documents"]}
    for claim in export["claims"]:
        document = documents[claim["document"]]
        assert document["text"][claim["start"] : claim["end"]] == claim["quote"]
        assert any(start <= claim["start"] and claim["end"] <= end for start, end in document["body"])


def test_a_position_names_entities_or_null(export: dict[str, list[dict[str, Any]]]) -> None:
    """Spans of the content become ids; whom nobody knows is null, and the name stays beside it."""
    blame = next(claim for claim in export["claims"] if claim["kind"] == "position")
    assert blame["position"] == {
        "stance": "condemn",
        "holder": "e-norland",
        "holder_name": "Norland",
        "target": None,
        "target_name": "the builders",
    }


def test_a_claim_carries_its_chain_place_and_story(export: dict[str, list[dict[str, Any]]]) -> None:
    """The interior ministry said it, the state agency carried it, in Sarvan."""
    toll = next(claim for claim in export["claims"] if claim["id"] == "c-toll")
    assert [(voice["entity"], voice["role"], voice["cue"]) for voice in toll["attribution"]] == [
        ("e-ministry", "speaker", "said"),
        ("e-agency", "agency", "reported"),
    ]
    assert (toll["place"], toll["story"], toll["as_of"], toll["when"]) == ("e-sarvan", "s-1", "2031-03-08", None)


def test_the_worked_out_date_is_exported_with_its_basis(export: dict[str, list[dict[str, Any]]]) -> None:
    """An article without a date has the one that its copy gave it."""
    dam = next(document for document in export["documents"] if document["source"] == "articles/dam.txt")
    assert (dam["published"], dam["published_basis"], dam["outlet"]) == ("2031-03-08", "other-articles", "e-post")
    assert dam["copies"] == ["d-0000000000000002"]


def test_a_finding_lists_line_origins_and_claims(export: dict[str, list[dict[str, Any]]]) -> None:
    """Killed, soldiers, Sarvan: 18 on the ministry's word."""
    toll = next(finding for finding in export["findings"] if finding["id"] == "f-toll")
    assert toll["line"] == {"metric": "killed", "population": "soldiers", "place": "e-sarvan"}
    assert toll["current"] == {"low": 18, "high": 18}
    assert toll["claims"] == [{"claim": "c-toll", "role": "current"}]
    assert toll["origins"][0]["entity"] == "e-ministry"


def test_the_same_desk_gives_the_same_bytes(tmp_path: Path) -> None:
    """Rows are in order of id and place, whatever order they came in."""
    counts = write_export(show_desk.holdings(), tmp_path / "one")
    write_export(show_desk.holdings(), tmp_path / "two")
    assert counts == {"documents": 2, "claims": 3, "entities": 5, "findings": 2}
    for name in CONTRACT:
        assert (tmp_path / f"one/{name}.jsonl").read_bytes() == (tmp_path / f"two/{name}.jsonl").read_bytes()


def test_an_object_never_spans_two_lines_for_any_reader(tmp_path: Path) -> None:
    """A separator in an article (U+2028) is escaped: str.splitlines() would cut there."""
    write_export(show_desk.holdings(), tmp_path)
    assert len((tmp_path / "documents.jsonl").read_text(encoding="utf-8").splitlines()) == 2


def test_a_folder_that_is_a_file_is_a_clear_error(tmp_path: Path) -> None:
    """The message names the place, and nothing is left half written."""
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    with pytest.raises(ReportedlyError, match="file: cannot be written"):
        write_export(show_desk.holdings(), tmp_path / "file")
    assert (tmp_path / "file").read_text(encoding="utf-8") == "mine"


def test_no_part_files_are_left(tmp_path: Path) -> None:
    """Only the four files stand in the folder."""
    write_export(show_desk.holdings(), tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(f"{name}.jsonl" for name in CONTRACT)


def test_the_contract_is_documented(export: dict[str, list[dict[str, Any]]]) -> None:
    """Every field that is exported stands in docs/export.md, those inside of others as well."""
    page = (Path(__file__).parents[2] / "docs/export.md").read_text(encoding="utf-8")
    fields = {field for rows in export.values() for row in rows for field in fields_of(row)}
    assert sorted(field for field in fields if not re.search(rf"\b{field}\b", page)) == []


def fields_of(value: Any) -> set[str]:
    if isinstance(value, list):
        return {field for item in value for field in fields_of(item)}
    if isinstance(value, dict):
        return set(value) | {field for item in value.values() for field in fields_of(item)}
    return set()
