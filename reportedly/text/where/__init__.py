"""Where a stretch of a sentence plays: its own place, else the one that the sentences before it have in force.

In: a sentence and a span of it. Out: the span of a place mention, or None. A place in a body's name ("the Lima police"),
one that speaks ("Moscow said") or where it was told ("told reporters in Geneva") is no setting; a caption's place stays
with the caption. One room for each question, from what stands in the sentence to what was said before it: `placed`,
`befallen`, `bare`; `left`, `before`, `speakers`, `again`; and the two that answer with them, `clause` and `force`.
"""

from reportedly.text.where.clause import place_of
from reportedly.text.where.force import Known, place_in_force
from reportedly.text.where.happened import deed_of, place_of_happening
from reportedly.text.where.left import parts_of_them
from reportedly.text.where.placed import is_of_occasion
from reportedly.text.where.several import is_of_several_lands
from reportedly.text.where.speakers import place_of_side, speaks_for_spot

__all__ = [
    "Known",
    "deed_of",
    "is_of_occasion",
    "is_of_several_lands",
    "parts_of_them",
    "place_in_force",
    "place_of",
    "place_of_happening",
    "place_of_side",
    "speaks_for_spot",
]
