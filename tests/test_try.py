"""The door: which Python `./try` takes, and what it does before, in and after a set-up. Stubs stand for Pythons."""

import os
import shutil
import stat
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TOOLS = ("cat", "cmp", "mkdir", "chmod", "rm", "cp")
REAL = """#!/bin/sh
# A Python of the right age: it makes a .venv with such another and a `reportedly` in it, and notes what it was asked.
echo "$*" >>"$NOTES"
case "$*" in
*"-m venv"*)
    mkdir -p .venv/bin
    cp "$0" .venv/bin/python
    printf '#!/bin/sh\\necho "reportedly $*" >>"$NOTES"\\n' >.venv/bin/reportedly
    chmod +x .venv/bin/reportedly ;;
esac
"""
OLD = "#!/bin/sh\nexit 1\n"
SHIM = "#!/bin/sh\necho 'pyenv: python3.13: command not found' >&2\nexit 127\n"
FAILS_TO_INSTALL = '#!/bin/sh\ncase "$*" in *"-m venv"*) exit 1 ;; esac\n'


class Machine:
    """A machine with nothing on its path but a few tools and the Pythons that a test puts there."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.path, self.home = folder, folder / "bin", folder / "home"
        self.path.mkdir()
        self.home.mkdir()
        self.project = folder / "project"
        self.project.mkdir()
        for name in ("try", "requirements.lock", "pyproject.toml"):
            shutil.copy(ROOT / name, self.project / name)
        for name in TOOLS:
            (self.path / name).symlink_to(shutil.which(name) or name)

    def put(self, path: Path | str, script: str) -> Path:
        """A script on the path, or at a path of its own."""
        target = self.path / path if isinstance(path, str) else path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(script, encoding="utf-8")
        target.chmod(target.stat().st_mode | stat.S_IXUSR)
        return target

    def run(self, *arguments: str, folder: Path | None = None) -> subprocess.CompletedProcess[str]:
        places = {"PATH": str(self.path), "HOME": str(self.home), "NOTES": str(self.folder / "notes")}
        command = ["/bin/sh", str(self.project / "try"), *arguments]
        return subprocess.run(
            command, env=places, cwd=folder or self.project, capture_output=True, text=True, timeout=60, check=False
        )

    @property
    def notes(self) -> list[str]:
        """What the stubs were asked."""
        notes = self.folder / "notes"
        return notes.read_text(encoding="utf-8").splitlines() if notes.exists() else []


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def test_the_newest_name_is_taken(machine: Machine) -> None:
    """python3.13 before python3.12 before python3."""
    for name in ("python3", "python3.12"):
        machine.put(name, REAL)
    newest = machine.put("python3.13", REAL)
    assert machine.run("--which").stdout == f"{newest}\n"


def test_a_too_old_python3_is_passed_over(machine: Machine) -> None:
    """The default python3 is 3.11, and a fitting one lies beside it."""
    machine.put("python3", OLD)
    fitting = machine.put("python3.12", REAL)
    assert machine.run("--which").stdout == f"{fitting}\n"


def test_shims_that_answer_with_an_error_are_passed_over(machine: Machine) -> None:
    """A version manager puts names on the path that only complain; its folder of versions has the real ones."""
    for name in ("python3.14", "python3.13", "python3.12", "python3"):
        machine.put(name, SHIM)
    machine.put(machine.home / ".pyenv/versions/3.11.7/bin/python3", OLD)
    fitting = machine.put(machine.home / ".pyenv/versions/3.13.0/bin/python3", REAL)
    asked = machine.run("--which")
    assert (asked.stdout, asked.stderr, asked.returncode) == (f"{fitting}\n", "", 0)


def test_without_a_fitting_python_it_says_what_to_install(machine: Machine) -> None:
    """Nothing but an old one: exit code 6 (set-up), and the cure."""
    machine.put("python3", OLD)
    asked = machine.run("test")
    assert asked.returncode == 6
    assert "needs Python 3.12 or newer" in asked.stderr
    assert "apt install python3" in asked.stderr
    assert not (machine.project / ".venv").exists()


def test_the_first_run_says_how_much_follows_and_briefs(machine: Machine) -> None:
    """About 400 MB are announced; then comes the lock with hashes, the project itself, and the exercise's briefing."""
    machine.put("python3.12", REAL)
    first = machine.run()
    assert "about 400 MB" in first.stderr
    assert [note for note in machine.notes if "pip install" in note] == [
        "-m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock",
        "-m pip install --quiet --disable-pip-version-check --no-deps -e .",
    ]
    assert machine.notes[-1] == "reportedly brief exercises/quake-arequipa/articles --html report.html"


def test_the_second_run_installs_nothing(machine: Machine) -> None:
    """Set up is set up."""
    machine.put("python3.12", REAL)
    machine.run()
    (machine.folder / "notes").unlink()
    second = machine.run()
    assert second.stderr == ""
    assert [note for note in machine.notes if "pip install" in note] == []


def test_a_changed_lock_is_installed_again(machine: Machine) -> None:
    """Somebody pulled a newer version of the project."""
    machine.put("python3.12", REAL)
    machine.run()
    (machine.folder / "notes").unlink()
    lock = machine.project / "requirements.lock"
    lock.write_text(lock.read_text(encoding="utf-8") + "# newer\n", encoding="utf-8")
    machine.run()
    assert len([note for note in machine.notes if "pip install" in note]) == 2


def test_a_set_up_that_failed_is_no_set_up(machine: Machine) -> None:
    """It says so, with exit code 6, and the next run begins again."""
    machine.put("python3.12", FAILS_TO_INSTALL)
    failed = machine.run()
    assert (failed.returncode, "set-up failed" in failed.stderr) == (6, True)
    machine.put("python3.12", REAL)
    assert machine.run().returncode == 0


def test_a_python_that_went_away_is_set_up_again(machine: Machine) -> None:
    """The system's Python was upgraded under the .venv."""
    machine.put("python3.12", REAL)
    machine.run()
    machine.put(machine.project / ".venv/bin/python", SHIM)
    machine.put(machine.project / ".venv/bin/reportedly", SHIM)
    assert machine.run().returncode == 0


def test_own_articles_are_found_from_where_one_stands(machine: Machine) -> None:
    """`../project/try brief march/` means the march/ of the folder that one is in."""
    machine.put("python3.12", REAL)
    machine.run("brief", "march/", folder=machine.home)
    assert machine.notes[-1] == "reportedly brief march/"


def test_an_unknown_verb_lists_the_known_ones(machine: Machine) -> None:
    """Usage errors have exit code 2."""
    asked = machine.run("brew")
    assert (asked.returncode, "./try test" in asked.stderr) == (2, True)


def test_the_scripts_may_be_started() -> None:
    """`./try` and `.ci/run` carry the executable bit."""
    assert all(os.access(ROOT / name, os.X_OK) for name in ("try", ".ci/run"))
