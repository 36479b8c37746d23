"""Word lists as data: `load("en/cues")` gives the table of `lexicon/en/cues.toml`. An analyst can read and mend them."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load(name: str) -> dict[str, Any]:
    """The word list of that name, as parsed TOML. Raises FileNotFoundError where there is none."""
    return tomllib.loads(files(__package__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))
