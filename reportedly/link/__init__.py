"""Mentions -> the directory of entities: who is who over all articles of a desk.

"Andrei Vasiliev", "Vasiljev" and "the head of state" are one man, "Interior Ministry" and "Ministry of Home Affairs" of
one country one body, "Alma-Ata" is Almaty. Undecidable names stay their article's own. The same mentions give the
same directory whatever order their documents came in; every join says why.
"""

from reportedly.link.directory import link, outlet_named
from reportedly.link.together import together, with_ids

__all__ = ["link", "outlet_named", "together", "with_ids"]
