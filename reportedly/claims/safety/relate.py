"""Which line a claim on nationals belongs to, and how two of a line bear on one another.

In: claims and the directory. Out: lines, relations and phrases. Whether they are harmed is one question, the advice
given to them another.
"""

from collections.abc import Mapping
from typing import Any

from reportedly.claims.lines import TOLD, place_of, relate_told, say_field
from reportedly.claims.safety.content import Safety
from reportedly.model import Claim, Directory, Line, Modality, Relation, Within

_HARM = ("unharmed", "harmed", "unknown")


def safety_line(claim: Claim, directory: Directory) -> Line | None:
    """Whose nationals and where; whether they were harmed is one line, what they are told to do another."""
    if claim.background or claim.modality not in TOLD:
        return None
    safety: Safety = claim.content
    asked = "harm" if safety.status in _HARM else "advice"
    return Line(
        "safety", (("nationality", safety.nationality), ("asked", asked), ("place", place_of(claim, directory)))
    )


def relate_safety(claim: Claim, other: Claim, within: Within) -> Relation:
    """A later word replaces an earlier one; at one moment, "no national was hurt" and "one was hurt" are rivals.

    One voice, or one article, that tells of harmed and of unharmed tells of different people, and some are harmed.
    """
    if _is_told_denied(claim, other):
        return relate_told(claim, other)
    mine: Safety = claim.content
    theirs: Safety = other.content
    if within.is_inner or within.is_outer:
        return Relation.AGREES if mine.status == theirs.status else Relation.PART
    if mine.status == theirs.status:
        return Relation.AGREES
    if "unknown" in (mine.status, theirs.status):
        return Relation.REFINES if theirs.status == "unknown" else Relation.AGREES
    if within.is_later or within.may_be_same or mine.status not in _HARM:
        return Relation.UPDATES
    if within.same_origin or claim.document == other.document:
        return Relation.UPDATES if mine.status == "harmed" else Relation.PART
    return Relation.CONTRADICTS


def _is_told_denied(claim: Claim, other: Claim) -> bool:
    return Modality.DENIED in (claim.modality, other.modality)


def say_safety(content: Any) -> str:
    """One phrase: `nationals of KR: unharmed`."""
    safety: Safety = content
    return f"nationals of {safety.nationality}: {safety.status.replace('_', ' ')}"


def say_safety_value(value: Mapping[str, Any]) -> str:
    return str(value.get("status", "")).replace("_", " ")


def say_safety_line(line: Line, directory: Directory) -> str:
    place = line.get("place")
    where = f" in {say_field(place, directory)}" if place else ""
    return f"nationals of {line.get('nationality')}{where}" + (", advice" if line.get("asked") == "advice" else "")
