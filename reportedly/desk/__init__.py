"""The journey, and the one door to a desk: `Desk.open("north.desk").add(["march/"], at=now)`, then `.briefing()`."""

from reportedly.desk.adding import Added, Progress, Report
from reportedly.desk.books import Books
from reportedly.desk.decided import Decided, as_tests, decided
from reportedly.desk.deciding import ACTIONS, decision_of, is_undone
from reportedly.desk.desk import LAST, Desk
from reportedly.desk.evidence import (
    ClaimEvidence,
    DecisionEvidence,
    DocumentEvidence,
    EntityEvidence,
    Evidence,
    FindingEvidence,
    Passage,
    Role,
    Silence,
    WeighedClaim,
)
from reportedly.desk.explained import Explained

__all__ = [
    "ACTIONS",
    "LAST",
    "Added",
    "Books",
    "ClaimEvidence",
    "Decided",
    "DecisionEvidence",
    "Desk",
    "DocumentEvidence",
    "EntityEvidence",
    "Evidence",
    "Explained",
    "FindingEvidence",
    "Passage",
    "Progress",
    "Report",
    "Role",
    "Silence",
    "WeighedClaim",
    "as_tests",
    "decided",
    "decision_of",
    "is_undone",
]
