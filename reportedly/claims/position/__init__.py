"""Positions: "the foreign ministry condemned the violence"."""

from reportedly.claims.kind import Kind
from reportedly.claims.position.content import Position
from reportedly.claims.position.find import find_positions
from reportedly.claims.position.relate import (
    position_line,
    relate_positions,
    say_position,
    say_position_line,
    say_position_value,
)

POSITION = Kind(
    name="position",
    content=Position,
    find=find_positions,
    line=position_line,
    relate=relate_positions,
    say=say_position,
    own_word=True,
    say_value=say_position_value,
    say_line=say_position_line,
)
