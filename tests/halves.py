"""The exercises that rules are made on; the unseen ones are only scored (`./try eval`), never asserted on."""

import tomllib
from pathlib import Path

EXERCISES = Path(__file__).parents[1] / "exercises"
OPEN: tuple[Path, ...] = tuple(
    EXERCISES / name for name in tomllib.loads((EXERCISES / "halves.toml").read_text(encoding="utf-8"))["open"]
)
