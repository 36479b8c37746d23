"""The journey, and the one door to a desk: `Desk.open("north.desk").add(["march/"], at=now)`, then `.briefing()`."""

from reportedly.desk.adding import Added, Progress, Report
from reportedly.desk.books import Books
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
    "LAST",
    "Added",
    "Books",
    "ClaimEvidence",
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
]
