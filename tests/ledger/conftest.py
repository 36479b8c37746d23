"""A desk in a file, and articles to put into it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reportedly.ledger import Ledger


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "north.desk"


@pytest.fixture
def ledger(path: Path) -> Iterator[Ledger]:
    with Ledger.open(path) as opened:
        yield opened
