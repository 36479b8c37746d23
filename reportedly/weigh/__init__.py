"""Claims in, findings out: what stands about each line, on whose independent word, and what is at odds with it."""

from reportedly.weigh.findings import finding_id, weigh
from reportedly.weigh.origins import origins_of, support_of
from reportedly.weigh.rules import LITERAL, Rules, parse_rules
from reportedly.weigh.stories import About, about_of, ids_of

__all__ = [
    "LITERAL",
    "About",
    "Rules",
    "about_of",
    "finding_id",
    "ids_of",
    "origins_of",
    "parse_rules",
    "support_of",
    "weigh",
]
