"""Shared by all tests: `notation` beside it, and the scripts under bench/, which are no package."""

import sys
from pathlib import Path

for folder in (Path(__file__).parent, Path(__file__).parents[1] / "bench"):
    if str(folder) not in sys.path:
        sys.path.insert(0, str(folder))
