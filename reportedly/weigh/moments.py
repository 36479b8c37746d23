"""When a claim speaks of, said and published: what orders the claims of a line.

In: a claim and the dating of its document. Out: a `Moment`. A count "as of Friday" told on Sunday comes before one as
of Saturday; of two as of one day the one said later comes later, then the one published later.
"""

from typing import NamedTuple

from reportedly.model import Claim, Dating
from reportedly.when import When


class Moment(NamedTuple):
    """What a claim counts up to, when it was said, when it was published; what is not told falls to the next known."""

    counted: When | None
    said: When | None
    published: When | None

    def is_after(self, other: "Moment") -> bool:
        """Whether it is known to be the later: by the first of the three that tells them apart."""
        for mine, theirs in zip(self, other, strict=True):
            if mine is not None and theirs is not None and mine is not theirs:
                if theirs.is_before(mine):
                    return True
                if mine.is_before(theirs):
                    return False
        return False

    @property
    def order(self) -> tuple[tuple[bool, str, str], ...]:
        """A key that sorts the unknown first, then by last day and first day."""
        return tuple(_order(when) for when in self)


def moment_of(claim: Claim, dating: Dating | None) -> Moment:
    published = dating.published if dating else None
    said = claim.said_on or published
    return Moment(claim.as_of or said, said, published)


def _order(when: When | None) -> tuple[bool, str, str]:
    if when is None:
        return (False, "", "")
    return (True, str(when.last or "9999"), str(when.first or ""))
