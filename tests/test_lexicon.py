"""Word lists are kept in parsed form, and never an old form of them."""

import os
import re
import sys
from pathlib import Path

import pytest

import reportedly
from reportedly.lexicon import load, parsed

BEFORE, AFTER = 'words = ["curfew"]', 'words = ["curfew", "lockdown"]'


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)
    source = tmp_path / "measures.toml"
    source.write_text(BEFORE)
    return source


def kept(source: Path) -> Path:
    (found,) = (source.parent / "__pycache__").iterdir()
    return found


def test_the_kept_form_is_the_list(source: Path) -> None:
    """Parsed, and then from what was kept."""
    assert {"words": ["curfew"]} == parsed(source) == parsed(source)
    assert kept(source).read_bytes()


def test_a_mended_list_is_parsed_anew(source: Path) -> None:
    """An analyst adds a word."""
    parsed(source)
    source.write_text(AFTER)
    assert parsed(source) == {"words": ["curfew", "lockdown"]}


def test_a_list_of_equal_length_is_parsed_anew(source: Path) -> None:
    """An analyst changes a word for another; the file's time tells."""
    parsed(source)
    source.write_text(BEFORE.replace("curfew", "strike"))
    os.utime(source, ns=(1, 1))
    assert parsed(source) == {"words": ["strike"]}


def test_a_damaged_form_is_made_anew(source: Path) -> None:
    """The disk was full."""
    parsed(source)
    kept(source).write_bytes(b"\x00\x01")
    assert parsed(source) == {"words": ["curfew"]}


def test_nothing_is_kept_where_python_may_keep_nothing(source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """PYTHONDONTWRITEBYTECODE: a user who wants no such files gets none from us either."""
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert parsed(source) == {"words": ["curfew"]}
    assert [found.name for found in source.parent.iterdir()] == ["measures.toml"]


def test_a_form_is_kept_where_python_keeps_its_own(source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """PYTHONPYCACHEPREFIX: a folder apart, for a package that is not to be written into."""
    apart = source.parent / "apart"
    monkeypatch.setattr(sys, "pycache_prefix", str(apart))
    assert parsed(source) == {"words": ["curfew"]}
    assert [found.suffix for found in apart.rglob("measures*")] == [".parsed"]
    assert not (source.parent / "__pycache__").exists()


def test_a_missing_list_is_an_error(tmp_path: Path) -> None:
    """There is none of that name."""
    with pytest.raises(FileNotFoundError):
        parsed(tmp_path / "none.toml")


@pytest.mark.parametrize(
    ("room", "function", "list_name"),
    [("claims/position", "position_words", "positions"), ("claims", "_words", "directives")],
)
def test_every_list_that_the_code_names_is_there(room: str, function: str, list_name: str) -> None:
    """A rule that asks for a list under a misspelt name would never fire."""
    folder = Path(reportedly.__file__).parent
    files = folder.joinpath(room).rglob("*.py") if list_name == "positions" else [folder / "claims/directives.py"]
    asked = [found for file in files for found in re.findall(rf'\b{function}\("(\w+)", "(\w+)"\)', file.read_text())]
    assert asked
    assert [pair for pair in asked if pair[1] not in load(f"en/{list_name}")[pair[0]]] == []
