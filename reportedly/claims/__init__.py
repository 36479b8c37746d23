"""The kinds of claim, in the order of the export contract."""

from reportedly.claims.event import EVENT
from reportedly.claims.figure import FIGURE
from reportedly.claims.kind import Kind
from reportedly.claims.measure import MEASURE
from reportedly.claims.position import POSITION
from reportedly.claims.safety import SAFETY

KINDS: tuple[Kind, ...] = (FIGURE, MEASURE, POSITION, EVENT, SAFETY)
