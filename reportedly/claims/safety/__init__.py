"""Safety of nationals: "no Koreans were hurt"."""

from reportedly.claims.kind import Kind
from reportedly.claims.safety.content import Safety
from reportedly.claims.safety.find import find_safety
from reportedly.claims.safety.relate import (
    relate_safety,
    safety_line,
    say_safety,
    say_safety_line,
    say_safety_value,
)

SAFETY = Kind(
    name="safety",
    content=Safety,
    find=find_safety,
    line=safety_line,
    relate=relate_safety,
    say=say_safety,
    own_word=False,
    say_value=say_safety_value,
    say_line=say_safety_line,
)
