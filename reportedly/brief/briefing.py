"""What a reader is given: a briefing as frozen rows, each with the sentences it stands on, and as plain data.

Faces format these and reckon nothing. A row's `citations` are never empty; their quotes are the articles' own letters.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum, StrEnum
from typing import Any, NamedTuple

from reportedly.model import Agreement, ClaimRole, Refusal, Span, Support
from reportedly.when import When


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """What a briefing needs to know of a document."""

    id: str
    source: str
    title: str | None
    outlet: str | None
    published: When | None
    copies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A sentence that a row stands on. `voices` is the chain in words; `claim` None where no claim was read in it."""

    claim: str | None
    document: str
    span: Span
    quote: str
    voices: str
    role: ClaimRole | None = None
    published: When | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A finding in words. `line` is what is counted or asked, `value` what stands, `who` on whose word."""

    finding: str
    kind: str
    line: str
    value: str
    current: Mapping[str, Any]
    agreement: Agreement
    support: Support
    who: str
    as_of: When | None
    since: When | None
    note: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Camp:
    """One side of a dispute: what it says, who says it, where. `denies` marks those who only say that it is not so."""

    value: str
    who: tuple[str, ...]
    denies: bool
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    row: Row
    camps: tuple[Camp, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """A government, organisation or person with its positions. `country` is an ISO 3166-1 alpha-2 code."""

    name: str
    country: str | None
    positions: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Nationals:
    """What is known of one country's people: their safety, what they are told, and figures that count only them."""

    country: str
    name: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """A point of the timeline."""

    when: When
    text: str
    place: str | None
    finding: str
    support: Support
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unverified:
    """What nobody could verify, and why it is held to be so."""

    text: str
    reason: str
    finding: str | None
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """A voice behind findings: in how many, in which articles, and through whom it reaches us."""

    name: str
    entity: str | None
    side: str | None
    findings: int
    documents: tuple[str, ...]
    through: tuple[str, ...]


class Kin(NamedTuple):
    """Two articles that go back to one text, or may, in other words; `how` and `because` as in `Repeat`."""

    first: str
    second: str
    how: str
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeat:
    """An article that is mostly the text of an earlier one, or goes back to it.

    `how` is copy, rewritten, later word (the same author's, brought up to date) or doubtful; `because` a sentence.
    """

    document: str
    of: str
    how: str = "copy"
    because: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """A stretch of an article that was not read."""

    document: str
    span: Span
    quote: str
    reason: str


class News(StrEnum):
    """In what a line differs from the last look."""

    NEW = "new"
    UP = "up"
    DOWN = "down"
    CORRECTED = "corrected"  # lower, and by whoever gave the higher count
    EXACT = "told more exactly"
    REVISED = "told otherwise"
    DISPUTED = "now disputed"
    SETTLED = "no longer disputed"
    DENIED = "denied"
    BEGUN = "begun"
    EXTENDED = "extended"
    ENDED = "ended"
    OFFICIAL = "newly official"  # a state's own organ says so now
    FIRMER = "better supported"
    WEAKER = "less supported"
    QUIET = "gone quiet"  # nobody has told it again; that is no resolution
    GONE = "no longer held"  # no claim tells it any more: read again, or decided


class Cause(StrEnum):
    """Through what a line came to differ."""

    ARTICLES = "new articles"
    DECISIONS = "a decision"
    READING = "read again"  # by better rules, with a better date, or beside other articles
    SILENCE = "nothing new"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What differs from the last look: the line, what it was (None where nobody told of it), what it is, in which ways and
    through what."""

    finding: str
    kind: str
    line: str
    news: tuple[News, ...]
    cause: Cause
    was: str | None
    now: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Since:
    """What came since the last look, which ended at `instant`, and how much of it is no news.

    Of the new `articles` some are `copies` of others, some (`repeats`) tell nothing that changes a line, some (`late`)
    appeared before the newest article of the last look. `told_again` lines were told again and stayed as they were.
    """

    instant: str
    articles: int
    copies: int
    repeats: int
    late: int
    told_again: int
    decisions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A decision in force that the briefing rests on; `lost` says why it changes nothing now, None where it does."""

    decision: str
    action: str
    author: str
    decided_at: str
    reason: str
    lost: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefing:
    """Findings put in order for a reader; the fields are its sections, in their order."""

    since: Since | None
    changes: tuple[Change, ...]
    figures: tuple[Row, ...]
    disputes: tuple[Dispute, ...]
    measures: tuple[Row, ...]
    ended_measures: tuple[Row, ...]
    positions: tuple[Holder, ...]
    nationals: tuple[Nationals, ...]
    timeline: tuple[Happening, ...]
    unverified: tuple[Unverified, ...]
    voices: tuple[Heard, ...]
    repeats: tuple[Repeat, ...]
    other_figures: tuple[Row, ...]
    other_events: tuple[Row, ...]
    unread: tuple[Unread, ...]
    refused: tuple[Refusal, ...]
    decisions: tuple[Judgement, ...]
    rules: str
    stories: int
    articles: tuple[Article, ...]


def briefing_as_data(briefing: Briefing) -> dict[str, Any]:
    """The briefing in JSON's own types: dates as EDTF, spans as `[start, end]`, what is not known as null."""
    plain = _plain(briefing)
    assert isinstance(plain, dict)
    return plain


def _plain(value: Any) -> Any:
    if isinstance(value, When):
        return str(value)
    if isinstance(value, Enum):
        return value.value
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    return value
