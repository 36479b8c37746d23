"""What can go wrong, as one tree.

    ReportedlyError                 anything this package raises on purpose
    ├── InputError                  a file, archive or record that cannot be taken in; the rest is still read
    ├── DeskError                   the ledger cannot be used
    │   ├── NotADeskError           the file is something else
    │   ├── NewerDeskError          written by a newer version
    │   ├── DeskBusyError           locked by another process
    │   └── DeskFullError           the disk is full or read-only
    ├── DecisionError               an analyst's decision that would change nothing, or cannot be
    ├── UnknownIdError              no claim, finding, document or entity of that id
    └── SetupError                  a model or an extra is missing

Every message names the place and the cure, for example
`articles/march.zip!a/b.txt: the archive is encrypted; unpack it with its password and give the folder`.
"""


class ReportedlyError(Exception):
    """Base of all errors raised on purpose. `place` says where, `cure` what the user can do."""

    exit_code = 1

    def __init__(self, problem: str, *, place: str = "", cure: str = "") -> None:
        self.problem, self.place, self.cure = problem, place, cure
        super().__init__("".join([f"{place}: " if place else "", problem, f"; {cure}" if cure else ""]))


class InputError(ReportedlyError):
    """Something given cannot be read as an article."""

    exit_code = 3


class DeskError(ReportedlyError):
    """The ledger cannot be used."""

    exit_code = 4


class NotADeskError(DeskError):
    """The file is no ledger of ours."""


class NewerDeskError(DeskError):
    """The ledger was written by a newer version."""


class DeskBusyError(DeskError):
    """Another process holds the ledger."""


class DeskFullError(DeskError):
    """The disk is full, or may not be written."""


class DecisionError(ReportedlyError):
    """What is to be decided cannot be so: it would change nothing, or something that is not there."""

    exit_code = 2


class UnknownIdError(ReportedlyError):
    """Nothing in the desk has that id."""

    exit_code = 5


class SetupError(ReportedlyError):
    """A model or an optional part is missing."""

    exit_code = 6
