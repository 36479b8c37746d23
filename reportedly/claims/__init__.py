"""The kinds of claim, in the order of the export contract."""

from reportedly.claims.figure import FIGURE
from reportedly.claims.kind import Kind

KINDS: tuple[Kind, ...] = (FIGURE,)
