"""The counts of a line that do not fit the others, so that one misread sentence among many tips no finding.

In: the claims of one line. Out: the same, those marked that are its parts, its past or beside it: of "Water destroyed
268 houses and damaged 4,105", read as two counts of houses destroyed, the one that fits what others count; the army's
"five" against 33 and 38, by the same state, of the whole town; "from 44" beside "to 38". What another side says is left
to stand as a dispute, and the last word as news, however far off.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise

from reportedly.amount import Amount
from reportedly.model import Claim, Modality
from reportedly.weigh.camps import Bearing

_FAR = 3
"""So many times what others count is no count of the same. Tolls of the exercises that are at odds differ by up to
2.6; those that were misread by 3 and more."""
_FEW = 2
"""Below the others by more than this it counts a part of them."""
_NEAR = 1.25
"""A voice's next count of the same is rarely higher by more than a quarter once it counts in days."""
_OUTLANDISH = 20
"""So many times all that anybody counted, on nobody's word, is a count of something else, even where it comes last."""
_TELLING = 30
"""A number so large is hardly two different counts of one crisis."""
_WITNESSES = 2
"""So many other texts must tell otherwise."""

_MOST_COUNTED = 600
"""Each count of a line is held against all others, 600 of them in about a second; with more, one sentence tips little."""

type Amounts = Callable[[Claim], Amount | None]


def with_odd(
    bearings: Sequence[Bearing], amount_of: Amounts, texts: Mapping[str, str], *, is_growing: bool
) -> list[Bearing]:
    """The bearings of a line in their order, the odd ones marked. `texts` gives for each document the first of its
    copies; `is_growing` is false of what rises and falls by itself, as the missing do.
    """
    counts = [_Count(at, bearing, amount, texts) for at, bearing, amount in _amounts(bearings, amount_of)]
    marked = list(bearings)
    if not 1 < len(counts) <= _MOST_COUNTED:
        return marked
    for find in (_told_again, _in_one_breath, _beside, *((_dwarfed,) if is_growing else ()), _towering, _outlandish):
        for count, mark in tuple(find(counts)):
            marked[count.at] = count.bearing._replace(**{mark: True})
            counts.remove(count)
    return marked


def with_odd_parts(
    parts: Sequence[Bearing], whole: Sequence[Bearing], amount_of: Amounts, texts: Mapping[str, str]
) -> list[Bearing]:
    """Inner lines' counts, those marked that are far above all told of the whole from then on: no part is so large."""
    told = [bearing for bearing in whole if not (bearing.is_stray or bearing.is_subset)]
    counts = [_Count(at, bearing, amount, texts) for at, bearing, amount in _amounts([*told, *parts], amount_of)]
    wholes = [count for count in counts if count.at < len(told)]
    odd = {count.at - len(told) for count in counts if count.at >= len(told) and _towers_over(count, wholes)}
    return [part._replace(is_stray=True) if at in odd else part for at, part in enumerate(parts)]


def is_plain(bearing: Bearing) -> bool:
    """Whether it speaks for its line, and nothing is odd about it."""
    return not (bearing.is_subset or bearing.is_past or bearing.is_stray)


def is_of_whole(bearing: Bearing) -> bool:
    """Whether it tells of its line as a whole, now or before."""
    return not (bearing.is_subset or bearing.is_stray)


def carried_on(own: Sequence[Bearing], outer: Sequence[Bearing], amount_of: Amounts) -> Iterator[Bearing]:
    """Of counts of an outer place those that go on from a voice's last one of the inner: later, a little higher.

    A voice that gives two counts of one day, of the town and of the country, counts them apart.
    """
    for bearing in outer:
        mine = [other for other in own if _is_one_voice(bearing, other)]
        before = [other for other in mine if bearing.moment.is_after(other.moment)]
        last = max(before, key=lambda other: other.order, default=None)
        if last and len(before) == len(mine) and not _counts_apart(mine, outer):
            old, new = amount_of(last.claim), amount_of(bearing.claim)
            if old and new and old.is_exact and new.is_exact and old.low < new.low <= _NEAR * old.low:
                yield bearing


def of_one_count(own: Sequence[Bearing], inner: Sequence[Bearing], amount_of: Amounts) -> Iterator[Bearing]:
    """Of counts of a place inside another those that are of the same as the other's: two texts tell one number that
    hardly two crowds have, and no text tells the two apart. With it goes what is above it, and what the voice that tells it
    tells beside it; what is far below is of a part.
    """
    mine, theirs = _by_text(own, amount_of), _by_text(inner, amount_of)
    shared = {
        low for text, lows in mine.items() for other, more in theirs.items() if text != other for low in lows & more
    }
    if any(mine[text] - theirs[text] and theirs[text] - mine[text] for text in mine.keys() & theirs.keys()):
        return
    counted = [(bearing, amount.low) for bearing in inner if shared and (amount := amount_of(bearing.claim))]
    tellers = {_teller(bearing) for bearing, low in counted if low in shared}
    for bearing, low in counted:
        if _FEW * low >= max(shared) and (low in shared or low > max(shared) or _teller(bearing) in tellers):
            yield bearing


def _teller(bearing: Bearing) -> tuple[str, str | None]:
    return bearing.claim.document, bearing.stand.key if bearing.stand else None


def _by_text(bearings: Sequence[Bearing], amount_of: Amounts) -> dict[str, set[int]]:
    """Document -> the numbers that it tells, from those up that hardly two crowds have in common."""
    told: dict[str, set[int]] = defaultdict(set)
    for bearing in bearings:
        amount = amount_of(bearing.claim) if bearing.claim.modality is Modality.ASSERTED else None
        if amount and amount.low >= _TELLING:
            told[bearing.claim.document].add(amount.low)
    return told


def _is_one_voice(bearing: Bearing, other: Bearing) -> bool:
    return bearing.stand is not None and other.stand is not None and bearing.stand.key == other.stand.key


def _counts_apart(own: Sequence[Bearing], outer: Sequence[Bearing]) -> bool:
    return any(
        _is_one_voice(inner, whole) and inner.claim.as_of == whole.claim.as_of and inner.value != whole.value
        for inner in own
        for whole in outer
    )


def _amounts(bearings: Sequence[Bearing], amount_of: Amounts) -> Iterator[tuple[int, Bearing, Amount]]:
    for at, bearing in enumerate(bearings):
        amount = amount_of(bearing.claim) if bearing.claim.modality is Modality.ASSERTED else None
        if amount:
            yield at, bearing, amount


class _Count:
    """A bearing with its amount, and where it was told."""

    def __init__(self, at: int, bearing: Bearing, amount: Amount, texts: Mapping[str, str]) -> None:
        self.at, self.bearing, self.amount = at, bearing, amount
        self.text = texts[bearing.claim.document]
        self.key = bearing.stand.key if bearing.stand else None
        self.span = bearing.claim.span
        self.side = bearing.stand.side if bearing.stand else None

    def is_far_above(self, other: "_Count", times: int) -> bool:
        return other.amount.high is not None and self.amount.low > times * max(other.amount.high, 1)


type _Marked = Iterator[tuple[_Count, str]]


def _by_voice(counts: Sequence[_Count]) -> Iterator[list[_Count]]:
    """What one voice says in one text."""
    told: dict[tuple[str, str], list[_Count]] = defaultdict(list)
    for count in counts:
        told[count.text, count.key or ""].append(count)
    yield from (told[key] for key in sorted(told))


def _told_again(counts: Sequence[_Count]) -> _Marked:
    """Beside a dated count of the same voice an undated one is what it was: "to 38 from 44"."""
    for voice in _by_voice(counts):
        dated = [count for count in voice if count.bearing.claim.as_of]
        for count in voice:
            is_other = not any(count.amount.overlaps(other.amount) for other in dated)
            if dated and is_other and not count.bearing.claim.as_of and count.key:
                yield count, "is_past"


def _in_one_breath(counts: Sequence[_Count]) -> _Marked:
    """Of two counts of one sentence the one next to its verb is meant: "destroyed 268 houses and damaged 4,105"."""
    for voice in _by_voice(counts):
        for first, second in pairwise(sorted(voice, key=lambda count: (count.span.end, count.span.start))):
            is_one = first.span.overlaps(second.span) and first.bearing.claim.as_of == second.bearing.claim.as_of
            if is_one and second.amount.above(first.amount):
                yield second, "is_stray"


def _beside(counts: Sequence[_Count]) -> _Marked:
    """A voice has one count at a time: the largest of those that others' counts bear out; what is less is a part."""
    for voice in _by_voice(counts):
        for as_of in sorted({str(count.bearing.claim.as_of) for count in voice}):
            told = [count for count in voice if str(count.bearing.claim.as_of) == as_of]
            others = [count for count in counts if count.text != told[0].text]
            yield from _beside_whole(told, others)


def _beside_whole(told: Sequence[_Count], others: Sequence[_Count]) -> _Marked:
    if len({count.text for count in others}) < _WITNESSES:
        return
    most = max(other.amount.low for other in others)
    borne_out = [count for count in told if count.amount.low <= _FAR * most]
    if not borne_out:
        return
    whole = max(borne_out, key=lambda count: count.amount.low).amount
    for count in told:
        if count.amount.above(whole):
            yield count, "is_stray"
        elif whole.above(count.amount):
            yield count, "is_subset"


def _towering(counts: Sequence[_Count]) -> _Marked:
    yield from ((count, "is_stray") for count in counts if _towers_over(count, counts))


def _outlandish(counts: Sequence[_Count]) -> _Marked:
    """On nobody's word and far beyond what all others count: an older war's dead in an article's background."""
    for count in counts:
        others = [other for other in counts if other.text != count.text]
        most = max((other.amount.high or other.amount.low for other in others), default=0)
        is_apart = count.amount.low > _OUTLANDISH * max(most, 1)
        stand = count.bearing.stand
        is_nobodys = stand is None or stand.is_own_word
        if is_nobodys and is_apart and len({other.text for other in others}) >= _WITNESSES:
            yield count, "is_stray"


def _towers_over(count: _Count, counts: Sequence[_Count]) -> bool:
    """Whether it is far above all that is told at that time and after it, by a voice that says it in no other text."""
    mine = count.bearing.moment
    others = [other for other in counts if other.text != count.text]
    after = [other for other in others if other.amount.high != 0 and not mine.is_after(other.bearing.moment)]
    is_kept = count.key is not None and any(other.key == count.key for other in others)
    is_alone = all(count.is_far_above(other, _FAR) for other in after)
    return is_alone and not is_kept and len({other.text for other in after}) >= _WITNESSES


def _dwarfed(counts: Sequence[_Count]) -> _Marked:
    """Less than half of what was told before it, on no other side's word: a part of them."""
    for count in counts:
        before = [
            other
            for other in counts
            if other.text != count.text and not other.bearing.moment.is_after(count.bearing.moment)
        ]
        above = [other for other in before if other.is_far_above(count, _FEW)]
        is_rival = count.side is not None and count.side not in {other.side for other in above}
        if len({other.text for other in above}) >= _WITNESSES and not is_rival:
            yield count, "is_subset"
