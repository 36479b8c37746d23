"""The nouns of the ledger: immutable, documented, in one file. ARCHITECTURE.md's glossary explains the words.

Given: `Document`, `Decision`. Derived and rebuildable: everything else. Offsets count Unicode code points in the
document's `text`; a `Span` is half-open. `*_on`, `when`, `as_of`, `published` are imprecise dates (`When`); `*_at` is
a UTC instant as ISO text with a `Z`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Any, NamedTuple

from reportedly.when import When


class Span(NamedTuple):
    """A stretch of a document's text, [start, end)."""

    start: int
    end: int

    def covers(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end


class Basis(StrEnum):
    """How a publication date is known."""

    METADATA = "metadata"
    URL = "url"
    BYLINE = "byline"
    TEXT = "text"
    OTHER_ARTICLES = "other-articles"


class Modality(StrEnum):
    ASSERTED = "asserted"
    DENIED = "denied"
    POSSIBLE = "possible"
    PLANNED = "planned"
    DEMANDED = "demanded"


class VoiceRole(StrEnum):
    SPEAKER = "speaker"
    AGENCY = "agency"
    MEDIUM = "medium"
    OUTLET = "outlet"


class EntityKind(StrEnum):
    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    GROUP = "group"
    OUTLET = "outlet"
    AGENCY = "agency"


class Agreement(StrEnum):
    STANDS = "stands"
    UPDATED = "updated"
    DISPUTED = "disputed"
    DENIED = "denied"


class Support(StrEnum):
    UNATTRIBUTED = "unattributed"
    SINGLE_ORIGIN = "single_origin"
    ONE_SIDED = "one_sided"
    CORROBORATED = "corroborated"


class Relation(StrEnum):
    """How one claim stands to an earlier or rival one on the same or an enclosing line."""

    AGREES = "agrees"  # the same value
    REFINES = "refines"  # lies within the other, and says it more exactly
    UPDATES = "updates"  # a later, higher running count (or a later state of a measure)
    CORRECTS = "corrects"  # a later, lower count of the same origin
    PART = "part"  # counts only a part of what the other counts
    CONTRADICTS = "contradicts"  # cannot both be true of the same time
    DENIES = "denies"  # says that the other is not so
    NONE = "none"  # has no bearing


class ClaimRole(StrEnum):
    """What became of a claim in a finding."""

    CURRENT = "current"
    AGREES = "agrees"
    REFINES = "refines"
    EARLIER = "earlier"
    REPEATS = "repeats"
    PART = "part"
    CONTRADICTS = "contradicts"
    DENIES = "denies"


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One article as it reached us; never edited.

    `id` is made from source and bytes (`d-` and 16 hex digits). `source` is a path as given, a URL, or FILE#LINE.
    `outlet` is the publishing outlet's name as found, or None. `published` is set only where the article itself says so
    (metadata, URL, byline); `Dating` holds what was worked out. `body` are the spans that are the article itself. `url`
    is the article's own address, where a page or record gives one.
    """

    id: str
    source: str
    text: str
    body: tuple[Span, ...]
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    language: str | None = None
    published: When | None = None
    published_basis: Basis | None = None
    modified: When | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dating:
    """When a document was published and where its story plays, as the desk's articles tell it together.

    `note` says in words what decided the date. `country` is an ISO code and `site` the GeoNames id of the town where what
    happened struck one spot; each None where the article's own words decide.
    """

    document: str
    published: When | None
    basis: Basis | None
    note: str
    country: str | None = None
    site: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Something given that could not be read as an article: where, why, and what the user can do.

    `partial` is true where an article of that source was read all the same, but not all of it, or not surely: three bytes
    in no known encoding, a date that is none.
    """

    source: str
    reason: str
    cure: str = ""
    partial: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A name or a naming phrase in a text.

    `text` is as written; `name` is the fullest form that the same article gives for it ("he" -> "Ivan Petrov",
    "the ministry" -> "Interior Ministry"); for a name standing alone the two are equal but for a leading article.
    `title` is the role that stands beside it ("foreign minister"); `country` the ISO 3166-1 alpha-2 code that the text
    gives to it ("Peruvian" police -> PE), None where it does not; `place` the gazetteer id of a place, and of an organ
    that of the place whose organ it is ("Lima police"); the country of an article that never names it stands on the empty
    span before the first word, with an empty `text`. `organ` is the mention of the body that a person speaks or acts
    for ("a spokesman for the ministry"), `within` the gazetteer id of the place that the text puts an unlisted place in.
    """

    document: str
    span: Span
    text: str
    name: str
    kind: EntityKind
    title: str | None = None
    country: str | None = None
    place: str | None = None
    organ: Span | None = None
    within: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One link of the chain from whoever knows to the article. `mention` is the span of a Mention of the same reading."""

    name: str
    role: VoiceRole
    cue: str | None = None
    mention: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What one stretch of one document says, on whose word. A pure function of the document and its dating.

    `quote == text[span]`, inside `body`. `attribution` runs from the one on whose word it rests to the teller, the
    outlet itself left out. `content` is the kind's frozen dataclass of JSON-plain fields; a field that is a `Span`
    points at a Mention of the same document, as `place` does.
    """

    id: str
    kind: str
    document: str
    span: Span
    quote: str
    attribution: tuple[Voice, ...]
    modality: Modality
    said_on: When | None
    as_of: When | None
    when: When | None
    place: Span | None
    background: bool
    content: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Skip:
    """A stretch that was not read, and why."""

    document: str
    span: Span
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that was read in one document. `reader` names the version of the rules and the model."""

    document: str
    reader: str
    claims: tuple[Claim, ...]
    mentions: tuple[Mention, ...]
    skipped: tuple[Skip, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """Whom names name. `within` are the ids of the places that hold this place, from the nearest outwards.

    `side` is whose voice it is in this crisis: every organ of one state has one side ("state:KZ"). `because` says, a
    sentence per spelling that was joined, why it was. `sort` is what a listed place is: country, region, town.
    """

    id: str
    kind: EntityKind
    name: str
    aliases: tuple[str, ...]
    country: str | None
    side: str | None
    wikidata: str | None = None
    geonames: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    within: tuple[str, ...] = ()
    mentions: tuple[tuple[str, Span], ...] = ()
    because: tuple[str, ...] = ()
    sort: str | None = None


@dataclass(frozen=True)
class Directory:
    """The entities of a desk and which mention names which."""

    entities: tuple[Entity, ...]

    @cached_property
    def by_id(self) -> Mapping[str, Entity]:
        return {entity.id: entity for entity in self.entities}

    @cached_property
    def labels(self) -> Mapping[str, str]:
        """A name for each entity that a reader can tell from others: of two places called alike each with what it is, or
        with the place that holds it."""
        called: dict[str, list[Entity]] = {}
        for entity in self.entities:
            called.setdefault(entity.name if entity.kind is EntityKind.PLACE else entity.id, []).append(entity)
        return {e.id: self._label(e, alike) if len(alike) > 1 else e.name for alike in called.values() for e in alike}

    def _label(self, entity: Entity, alike: Sequence[Entity]) -> str:
        sorts = [other.sort for other in alike if other is not entity]
        if entity.sort and entity.sort not in sorts:
            return f"{entity.name} ({entity.sort})"
        around = next(
            (self.by_id[id].name for id in entity.within if self.by_id[id].name != entity.name), entity.country
        )
        return f"{entity.name} (in {around})" if around else entity.name

    @cached_property
    def _by_mention(self) -> Mapping[tuple[str, Span], Entity]:
        return {mention: entity for entity in self.entities for mention in entity.mentions}

    def entity_of(self, document: str, span: Span | None) -> Entity | None:
        """The entity that a document's mention names, or None."""
        return None if span is None else self._by_mention.get((document, span))

    @cached_property
    def _first_mentions(self) -> Mapping[tuple[str, str], Span]:
        first: dict[tuple[str, str], Span] = {}
        for entity in self.entities:
            for document, span in entity.mentions:
                first.setdefault((document, entity.id), span)
        return first

    def mention_of(self, document: str, entity: str) -> Span | None:
        """Where a document names an entity, first of its mentions, or None."""
        return self._first_mentions.get((document, entity))

    def is_within(self, inner: str, outer: str) -> bool:
        """Whether the place `inner` lies in, or is, the place `outer`."""
        return inner == outer or (inner in self.by_id and outer in self.by_id[inner].within)


class Line(NamedTuple):
    """What is being counted or asked. `fields` are name and value in the kind's order; a place is an entity id."""

    kind: str
    fields: tuple[tuple[str, str | None], ...]

    def get(self, name: str) -> str | None:
        for known, value in self.fields:
            if known == name:
                return value
        return None


class Within(NamedTuple):
    """How the line of one claim lies to the line of another, as the directory has it.

    The first is never the earlier of the two. `is_same`, `is_inner`, `is_outer` say whether its line is the other's, lies
    inside it, or holds it; `is_later` is False where both speak of one moment. `may_be_same` where the two could rest on
    one word after all, since either is on nobody's, or on that of nameless "officials"; `is_whole` where an inner line's
    claim speaks for the whole of the other's line.
    """

    is_same: bool
    is_inner: bool
    same_origin: bool
    is_outer: bool = False
    is_later: bool = True
    may_be_same: bool = False
    is_whole: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """An independent voice, after copies and shared wires are folded together.

    `entity` is None for the outlets' own, unattributed word; `first` is when it first said so; `documents` carry it.
    """

    entity: str | None
    name: str
    side: str | None
    first: When | None
    documents: tuple[str, ...]


def who_of(origins: Sequence[Origin], *, most: int) -> str:
    """The first so many by name, each with its articles: `ministry (9), hospital (4), officials (1 + 1), 2 more`.

    Two articles' "officials" are two origins under one name.
    """
    articles: dict[str, list[str]] = {}
    for origin in origins[:most]:
        articles.setdefault(origin.name, []).append(str(len(origin.documents)))
    named = [f"{name} ({' + '.join(counts)})" for name, counts in articles.items()]
    return ", ".join(named + ([f"{len(origins) - most} more"] if len(origins) > most else []))


def how_many(origins: Sequence[Origin], fewest: int | None) -> str:
    """`3 origins`, or `2 to 4 origins` where some may be one."""
    count = len(origins)
    if fewest is not None and fewest < count:
        return f"{fewest} to {count} origins"
    return f"{count} origin{'s' if count != 1 else ''}"


class Weighed(NamedTuple):
    """A claim and what became of it in a finding."""

    claim: str
    role: ClaimRole


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What the desk holds about one line, and on what grounds. A pure function of claims and decisions.

    `fewest` is how many origins there may be at least, where some may go back to one text and nobody can tell; else None.
    `current` is JSON-plain: {low, high} of a figure, {starts, ends, daily, status} of a measure, the kind's own else.
    """

    id: str
    story: str | None
    line: Line
    agreement: Agreement
    support: Support
    current: Mapping[str, Any]
    as_of: When | None
    since: When | None
    origins: tuple[Origin, ...]
    claims: tuple[Weighed, ...]
    note: str
    fewest: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """An analyst's correction; given, never derived; undone only by another decision.

    `action` is one of same, different, split, reject, amend, pin, undo. `target` is JSON-plain: for claims the anchor
    {document, start, end, kind}, for entities {names} (two names or ids) and of a split {names, from}, the spellings that
    leave and those that stay; of an undoing {decision}. `change` holds the fields that `amend` or `pin` sets.
    """

    id: str
    action: str
    target: Mapping[str, Any]
    change: Mapping[str, Any] = field(default_factory=dict)
    reason: str
    author: str
    decided_at: str


def documents_by_id(documents: Iterable[Document]) -> dict[str, Document]:
    return {document.id: document for document in documents}
