"""What a kind of claim is: a record of plain functions. A new kind is one module with such a record, named in KINDS.

`find` gives, for a sentence, what it says, each with its evidence; `read` adds the voices, times and place. `line` says
which line a claim belongs to (None where it feeds none), `relate` how one claim bears on another of the same or an
enclosing line, `say` puts the content into one phrase for a briefing.
"""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

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


class Kind(NamedTuple):
    name: str  # also its key in export, API and ledger
    content: type  # frozen dataclass with JSON-plain fields
    find: Callable[[Sentence], Iterator[Found]]
    line: Callable[[Claim, Directory], Line | None]
    relate: Callable[[Claim, Claim, Within], Relation]
    say: Callable[[Any], str]
    own_word: bool  # may a teller's unattributed word stand as an origin?
