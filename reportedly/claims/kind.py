"""What a kind of claim is: a record of plain functions. A new kind is one module with such a record, named in KINDS.

`find` gives, for a sentence, what it says, each with its evidence; `read` adds the voices, times and place. `line` says
which line a claim belongs to (None where it feeds none), `relate` how one claim bears on another of the same or an
enclosing line, `say` puts the content into one phrase for a briefing. The fields with a default are what weighing asks
of a kind beyond that; a kind whose claims are only equal or not needs none of them.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from reportedly.amount import Amount
from reportedly.claims.lines import (
    content_of,
    is_never,
    is_no_share,
    is_running,
    no_amount,
    no_least,
    none_of,
    outer_places,
    say_fields,
    say_mapping,
    speaks_for_own,
)
from reportedly.model import Claim, Directory, Line, Modality, Relation, Span, Within
from reportedly.text.sentences import Sentence
from reportedly.when import When


class Found(NamedTuple):
    """What one stretch of a sentence says, before voices are put to it.

    `span` is the evidence in the document; `head` the index of its main word among the sentence's tokens, whose voice
    it has. What is None is filled by `read` from the sentence: place in force, time of the statement.
    """

    span: Span
    head: int
    content: Any
    place: Span | None = None
    when: When | None = None
    as_of: When | None = None
    modality: Modality | None = None
    background: bool = False
    follows: tuple[int, int] | None = None  # sentence (its index) and token that it goes on from, whose voice it shares
    earlier: bool = False  # told as what was before ("up from 13"): of a day that is not told


def told_or_raised[T](row: T | Exception) -> T:
    """What was found in a sentence where an article's are looked through together; raises what a rule raised on it there, so
    that it costs that sentence alone.
    """
    if isinstance(row, Exception):
        raise row
    return row


class Kind(NamedTuple):
    name: str  # also its key in export, API and ledger
    content: type  # frozen dataclass with JSON-plain fields
    find: Callable[[Sentence], Iterator[Found]]
    line: Callable[[Claim, Directory], Line | None]
    relate: Callable[[Claim, Claim, Within], Relation]
    say: Callable[[Any], str]
    own_word: bool  # may a teller's unattributed word stand as an origin?
    value: Callable[[Sequence[Claim], Sequence[Claim]], Mapping[str, Any]] = content_of
    """What claims that agree say together, the one that stands first; the second are those they replaced."""
    say_value: Callable[[Mapping[str, Any]], str] = say_mapping
    say_line: Callable[[Line, Directory], str] = say_fields
    outer: Callable[[Line, Directory], Iterator[Line]] = outer_places
    """The lines that hold this one, itself left out."""
    speaks_for: Callable[[Claim, Line, Directory], bool] = speaks_for_own
    """Whether a claim gives the whole of a line: of its own, or of one that holds it."""
    at_least: Callable[[Mapping[str, Any]], Mapping[str, Any]] = dict
    """What the value of a part says of the whole."""
    total: Callable[[Mapping[Line, Mapping[str, Any]], Directory], tuple[Mapping[str, Any], frozenset[Line]] | None] = (
        none_of
    )
    """What the values of inner lines add up to, and which of them are in the sum."""
    amount_of: Callable[[Claim], Amount | None] = no_amount
    """How many it tells of, for a kind that counts."""
    least: Callable[[Claim], int | None] = no_least
    """The number that a cautious coder takes for how many it tells of: of "dozens" 12."""
    is_growing: Callable[[Line], bool] = is_running
    """Whether each later count of a line holds the earlier ones, as a toll's does and that of the missing does not."""
    is_roving: Callable[[Line], bool] = is_never
    """Whether it counts people wherever they happen to be, so that of the whole the largest part is the least."""
    is_share: Callable[[Claim], bool] = is_no_share
    """Whether its own words make it a part of a greater count: "33 of these people"."""
    holds_inside: bool = False  # is what holds of a country so in its cities, as a curfew is?
