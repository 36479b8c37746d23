"""Which line a position belongs to: who stands how to whom; told again it agrees.

In: claims and the directory. Out: lines, relations and phrases.
"""

from collections.abc import Mapping
from typing import Any

from reportedly.claims.lines import TOLD, party_of, relate_told, say_field
from reportedly.claims.position.content import Position
from reportedly.model import Claim, Directory, Line, Relation, Within


def position_line(claim: Claim, directory: Directory) -> Line | None:
    """Who stands how to whom."""
    if claim.background or claim.modality not in TOLD:
        return None
    position: Position = claim.content
    holder = party_of(claim, position.holder, position.holder_name, directory)
    target = party_of(claim, position.target, position.target_name, directory)
    return Line("position", (("holder", holder), ("stance", position.stance), ("target", target)))


def relate_positions(claim: Claim, other: Claim, within: Within) -> Relation:
    """The same stance is told again, or denied."""
    return relate_told(claim, other) if within.is_same else Relation.NONE


def say_position(content: Any) -> str:
    """One phrase: `foreign ministry: condemn (the attackers)`."""
    position: Position = content
    target = f" ({position.target_name})" if position.target_name else ""
    return f"{position.holder_name or 'unnamed'}: {position.stance.replace('_', ' ')}{target}"


def say_position_line(line: Line, directory: Directory) -> str:
    holder, stance, target = (say_field(value, directory) if value else None for _, value in line.fields)
    return f"{holder or 'unnamed'}: {stance}" + (f" ({target})" if target else "")


def say_position_value(value: Mapping[str, Any]) -> str:
    return str(value.get("stance", "")).replace("_", " ")
