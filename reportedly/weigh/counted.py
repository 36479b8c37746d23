"""When a count was made that is dated by what it counts.

In: the claims of one growing line. Out: the same, each at its moment. "Sunday's bombings killed 359", printed on Wednesday,
was not counted on Sunday: beside "290 by Monday" it is the later one. So is a total "since Friday night". Only what rests on
nobody's word is moved, for a speaker may count back; where it is below what others had last by then, its day is left as it is:
it may only be told again.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence

from reportedly.amount import Amount
from reportedly.model import Claim, Modality
from reportedly.weigh.camps import Bearing
from reportedly.weigh.moments import Moment
from reportedly.when import When

_MOST_COUNTED = 600
"""Each count of a line is held against all others; with more of them one day tips little."""


def with_days_told(
    bearings: Sequence[Bearing],
    amount_of: Callable[[Claim], Amount | None],
    texts: Mapping[str, str],
) -> list[Bearing]:
    """The bearings in their order; a count whose day is not that of the counting is moved to the day on which it was told."""
    marked = list(bearings)
    if len(bearings) > _MOST_COUNTED:
        return marked
    counts = list(_counts(bearings, amount_of))
    for at, amount in counts:
        bearing = bearings[at]
        told = bearing.moment.said or bearing.moment.published
        is_nobodys = bearing.stand is None or bearing.stand.is_own_word
        if not told or not is_nobodys:
            continue
        text = texts[bearing.claim.document]
        others = [(bearings[n], other) for n, other in counts if texts[bearings[n].claim.document] != text]
        if _is_dated_by_event(bearing, amount, told, others):
            marked[at] = bearing.dated(Moment(told, bearing.moment.said, bearing.moment.published))
    return marked


def _counts(bearings: Sequence[Bearing], amount_of: Callable[[Claim], Amount | None]) -> Iterator[tuple[int, Amount]]:
    for at, bearing in enumerate(bearings):
        amount = amount_of(bearing.claim) if bearing.claim.modality is Modality.ASSERTED else None
        if amount:
            yield at, amount


def _is_dated_by_event(bearing: Bearing, amount: Amount, told: When, others: Sequence[tuple[Bearing, Amount]]) -> bool:
    """Whether it is above what others counted after its day, and not below what they had last when it was told."""
    day = bearing.claim.as_of
    if day is None or not day.is_before(told):
        return False
    known = [
        (other, count) for other, count in others if other.moment.counted and not told.is_before(other.moment.counted)
    ]
    after = [count for other, count in known if other.moment.counted and day.is_before(other.moment.counted)]
    return any(amount.above(count) or _is_over(amount, count) for count in after) and not any(
        count.above(amount) for count in _last_of(known)
    )


def _last_of(known: Sequence[tuple[Bearing, Amount]]) -> Iterator[Amount]:
    """The counts of the latest day: a rival's report of days ago, which they have all come short of since, is none."""
    days = [day for other, _ in known if (day := other.moment.counted)]
    return (
        count
        for other, count in known
        if other.moment.counted and not any(other.moment.counted.is_before(day) for day in days)
    )


def _is_over(amount: Amount, count: Amount) -> bool:
    """Whether it begins higher, of counts that are open above."""
    return count.high is None and amount.low > count.low
