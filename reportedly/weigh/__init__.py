"""Claims in, findings out: what stands about each line, on whose independent word, and what is at odds with it."""

from reportedly.weigh.findings import finding_id, weigh
from reportedly.weigh.origins import origins_of, support_of
from reportedly.weigh.rules import LITERAL, Rules, parse_rules
from reportedly.weigh.stories import stories_of

__all__ = ["LITERAL", "Rules", "finding_id", "origins_of", "parse_rules", "stories_of", "support_of", "weigh"]
