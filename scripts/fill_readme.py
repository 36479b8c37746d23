"""Puts what the program prints now into README.md: the beginning of the briefing on the exercise, and one `why`.

python scripts/fill_readme.py            writes it
python scripts/fill_readme.py --check    fails where README.md shows something else
"""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
ARTICLES = "exercises/quake-arequipa/articles"
LINES, WHY_LINES = 34, 24  # shown of the briefing, and of the evidence


def printed(*arguments: str) -> str:
    """What the program prints on standard output, as a pipe gets it."""
    command = [sys.executable, "-m", "reportedly", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout


def beginning(text: str, lines: int) -> str:
    """The first lines, cut where a row of the briefing ends, and dots for the rest."""
    kept = text.rstrip().split("\n")
    if len(kept) <= lines:
        return text.rstrip()
    end = max(at for at in range(1, lines) if not kept[at].startswith("    "))
    return "\n".join([*kept[:end], "  ..."])


def filled(readme: str) -> str:
    """README.md with both excerpts as they are now."""
    briefing = printed("brief", ARTICLES)
    first = re.search(r"\b(f-[0-9a-f]{8})\b", briefing)
    assert first is not None
    why = f"$ reportedly why {first[1]} {ARTICLES}\n" + beginning(printed("why", first[1], ARTICLES), WHY_LINES)
    blocks = iter([f"$ reportedly brief {ARTICLES}\n" + beginning(briefing, LINES), why])
    return re.sub(r"```text\n.*?\n```", lambda _: f"```text\n{next(blocks)}\n```", readme, flags=re.DOTALL)


def main() -> int:
    now = README.read_text(encoding="utf-8")
    new = filled(now)
    if "--check" in sys.argv[1:]:
        print("README.md shows what the program prints" if new == now else "README.md is stale: fill it again")
        return int(new != now)
    README.write_text(new, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
