"""Who, independently, stands behind claims of one line.

In: claims, whom their voices name, which documents are copies. Out: origins, and how far they support a value. "The
ministry said, TASS reported" and "TASS, citing the ministry" are one origin; a wire's text in nine papers is one; a
spokesman is his ministry. An article's own word is an origin only for kinds that allow it, never for a toll.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import NamedTuple

from reportedly.lexicon import load
from reportedly.model import (
    Claim,
    Dating,
    Directory,
    Entity,
    EntityKind,
    Origin,
    Support,
    Voice,
    VoiceRole,
)
from reportedly.when import When


class Stand(NamedTuple):
    """On whose word a claim rests. `key` is equal for one origin; `side` is None where nobody can tell ("officials").

    `is_own_word` marks an article's unattributed word, `is_carrier` an agency or medium heard as the only voice.
    """

    key: str
    entity: str | None
    name: str
    side: str | None
    is_own_word: bool = False
    is_carrier: bool = False

    @property
    def camp(self) -> str:
        """Its side, or where nobody can tell that, itself."""
        return self.side or self.key


@dataclass(frozen=True)
class Voices:
    """Whom the voices of a desk's claims name. `outlets` gives the entity on whose word an article's own sentences
    rest.

    That is its outlet, or the agency that its dateline credits. `copies` gives for a document those that repeat it, `authors`
    the first of all that go back to one author's text (copies, rewritings, later words), `doubtful` of all that may.
    """

    claims: Sequence[Claim]
    directory: Directory
    copies: Mapping[str, Iterable[str]]
    outlets: Mapping[str, str | None]
    authors: Mapping[str, str] = field(default_factory=dict)
    doubtful: Mapping[str, str] = field(default_factory=dict)
    _stands: dict[tuple[str, bool], Stand | None] = field(default_factory=dict, init=False, repr=False, compare=False)

    def author_of(self, document: str) -> str:
        """The first article of those with the same author's text."""
        return self.authors.get(document) or self.texts[document]

    @cached_property
    def in_doubt(self) -> "Voices":
        """The same voices, were all one text that may be one."""
        return replace(self, authors=self.doubtful, doubtful={})

    def may_be_fewer(self, documents: Iterable[str]) -> bool:
        """Whether some of those articles may go back to one text, and nobody can tell."""
        told = {document for document in documents if document in self.doubtful}
        return len({self.doubtful[document] for document in told}) < len(
            {self.author_of(document) for document in told}
        )

    @cached_property
    def texts(self) -> Mapping[str, str]:
        """For each document the first of all that are copies of one another."""
        first: dict[str, str] = {}

        def find(document: str) -> str:
            while first.setdefault(document, document) != document:
                document = first[document]
            return document

        for document in sorted({*self.copies, *(claim.document for claim in self.claims)}):
            for copy in self.copies.get(document, ()):
                one, other = sorted((find(document), find(copy)))
                first[other] = one
            find(document)
        return {document: find(document) for document in sorted(first)}

    @cached_property
    def bodies(self) -> Mapping[str, str]:
        """For each person the body that most often speaks through them."""
        heard: dict[str, Counter[str]] = defaultdict(Counter)
        for claim in self.claims:
            speaker, body = self._spokesman_and_body(claim)
            if speaker and body:
                heard[speaker.id][body.id] += 1
        return {person: min(bodies, key=lambda body: (-bodies[body], body)) for person, bodies in heard.items()}

    def _spokesman_and_body(self, claim: Claim) -> tuple[Entity | None, Entity | None]:
        if len(claim.attribution) < 2 or claim.attribution[1].role is not VoiceRole.SPEAKER:
            return None, None
        speaker, body = (self.entity_of(claim, voice) for voice in claim.attribution[:2])
        if not speaker or not body or speaker.kind is not EntityKind.PERSON or body.kind is not EntityKind.ORGANISATION:
            return None, None
        return speaker, body

    def entity_of(self, claim: Claim, voice: Voice) -> Entity | None:
        """The entity that a voice names; none for "officials", whom another article's officials need not be."""
        entity = self.directory.entity_of(claim.document, voice.mention)
        return None if entity and not entity.side and _is_unnamed(voice.name) else entity

    def stand_of(self, claim: Claim, *, own_word: bool) -> Stand | None:
        """On whose word it rests; None for an article's own word where that is no origin. Each claim is asked once for each
        line that it bears on, so the answers are kept."""
        key = claim.id, own_word
        if key not in self._stands:
            self._stands[key] = self._stand_of(claim, own_word=own_word)
        return self._stands[key]

    def _stand_of(self, claim: Claim, *, own_word: bool) -> Stand | None:
        if not claim.attribution:
            return self._own_word(claim.document) if own_word else None
        voice = claim.attribution[0]
        entity = self.entity_of(claim, voice)
        if entity is None:
            return self._unnamed(claim.document, voice)
        body = self.directory.by_id.get(self.bodies.get(entity.id, entity.id), entity)
        return Stand(body.id, body.id, body.name, self._side_of(body), is_carrier=_carries(voice))

    def _side_of(self, entity: Entity) -> str:
        """Its own, else that of those who speak for it, else it is a side by itself; "the company" of one article and of
        the next may be two, yet never two sides.
        """
        side = entity.side or self._spokesmen_sides.get(entity.id) or entity.id
        is_common = side == entity.id and entity.kind is EntityKind.ORGANISATION and entity.name == entity.name.lower()
        return f"unnamed:{entity.name}" if is_common else side

    @cached_property
    def _spokesmen_sides(self) -> Mapping[str, str]:
        persons = sorted(self.bodies, reverse=True)
        sides = ((self.bodies[id], self.directory.by_id[id].side) for id in persons if id in self.directory.by_id)
        return {body: side for body, side in sides if side}

    def _unnamed(self, document: str, voice: Voice) -> Stand:
        """Two articles' "witnesses" may be two origins, yet never two sides."""
        name = voice.name.casefold()
        side = f"unnamed:{name}" if _is_private(name) else None
        return Stand(f"{self.author_of(document)}:{name}", None, name, side, is_carrier=_carries(voice))

    def _own_word(self, document: str) -> Stand:
        author = self.author_of(document)
        outlet = self.directory.by_id.get(self._tellers.get(author) or "")
        own = self.directory.by_id.get(self.outlets.get(document) or "")
        if outlet is None or (own and own.kind is EntityKind.AGENCY):
            outlet = own
        if outlet is None:
            key = f"article:{author}"
            return Stand(key, None, "an article's own word", key, is_own_word=True)
        return Stand(f"outlet:{outlet.id}", None, outlet.name, outlet.side or outlet.id, is_own_word=True)

    @cached_property
    def _tellers(self) -> Mapping[str, str]:
        """For each author's text that several articles carry whose word it is: an agency that one of them credits, else the
        outlet of the first.
        """
        tellers: dict[str, tuple[bool, str, str]] = {}
        for document in sorted(self.texts):
            outlet = self.directory.by_id.get(self.outlets.get(document) or "")
            if outlet:
                rank = (outlet.kind is not EntityKind.AGENCY, document, outlet.id)
                author = self.author_of(document)
                tellers[author] = min(rank, tellers.get(author, rank))
        return {author: outlet for author, (_, _, outlet) in tellers.items()}

    def carriers_of(self, claim: Claim) -> Iterable[str]:
        """The agencies and media that only pass the claim on."""
        for voice in claim.attribution[1:]:
            if _carries(voice) and (entity := self.entity_of(claim, voice)):
                yield entity.id


def origins_of(
    claims: Iterable[Claim],
    directory: Directory,
    datings: Mapping[str, Dating],
    copies: Mapping[str, Iterable[str]],
    outlets: Mapping[str, str | None],
    *,
    own_word: bool = False,
) -> tuple[Origin, ...]:
    """The independent voices behind claims of one line, the one in most documents first."""
    told = tuple(claims)
    return fold(told, Voices(told, directory, copies, outlets), datings, own_word=own_word)


def fold(
    claims: Iterable[Claim], voices: Voices, datings: Mapping[str, Dating], *, own_word: bool
) -> tuple[Origin, ...]:
    """As `origins_of`, with the voices of the whole desk known."""
    told: dict[Stand, list[Claim]] = defaultdict(list)
    for claim in claims:
        stand = voices.stand_of(claim, own_word=own_word)
        if stand:
            told[stand._replace(is_carrier=False)].append(claim)
    _drop_carriers(told, voices)
    _drop_tellers(told, voices)
    origins = (_origin(stand, carried, datings) for stand, carried in told.items())
    return tuple(sorted(origins, key=lambda origin: (-len(origin.documents), origin.name, origin.documents)))


def fewest_origins(
    claims: Sequence[Claim], voices: Voices, datings: Mapping[str, Dating], *, own_word: bool
) -> int | None:
    """How many origins there are at least, where some may go back to one text; None where there is no such doubt."""
    if not voices.may_be_fewer({claim.document for claim in claims}):
        return None
    most = len(fold(claims, voices, datings, own_word=own_word))
    fewest = len(fold(claims, voices.in_doubt, datings, own_word=own_word))
    return fewest if 0 < fewest < most else None


def _drop_carriers(told: dict[Stand, list[Claim]], voices: Voices) -> None:
    """An agency that elsewhere gives its speaker is no voice of its own where it does not."""
    carried: dict[str, Stand] = {}
    for stand in sorted(told, key=lambda stand: stand.key):
        for claim in told[stand]:
            for carrier in voices.carriers_of(claim):
                carried.setdefault(carrier, stand)
    for stand in sorted(told, key=lambda stand: stand.key):
        behind = carried.get(stand.key)
        if behind and behind != stand and behind in told and all(_is_carried(claim) for claim in told[stand]):
            told[behind] += told.pop(stand)


def _drop_tellers(told: dict[Stand, list[Claim]], voices: Voices) -> None:
    """A headline without a speaker rests on the speaker whom the article below it names."""
    spoken = {
        voices.author_of(claim.document) for stand, claims in told.items() if not stand.is_own_word for claim in claims
    }
    for stand in [stand for stand in told if stand.is_own_word]:
        own = [claim for claim in told[stand] if voices.author_of(claim.document) not in spoken]
        if not own:
            del told[stand]
        else:
            told[stand] = own


def _origin(stand: Stand, claims: Iterable[Claim], datings: Mapping[str, Dating]) -> Origin:
    claims = tuple(claims)
    said = [when for claim in claims if (when := _said(claim, datings))]
    documents = tuple(sorted({claim.document for claim in claims}))
    return Origin(
        entity=stand.entity, name=stand.name, side=stand.side, first=min(said, default=None), documents=documents
    )


def _said(claim: Claim, datings: Mapping[str, Dating]) -> When | None:
    dating = datings.get(claim.document)
    return claim.said_on or (dating.published if dating else None)


def support_of(origins: Sequence[Origin]) -> Support:
    """How far origins support a value: two of one side are one side's word; those without a name add no side."""
    if not origins:
        return Support.UNATTRIBUTED
    if len(origins) == 1:
        return Support.SINGLE_ORIGIN
    sides = {origin.side for origin in origins if origin.side}
    return Support.CORROBORATED if len(sides) > 1 else Support.ONE_SIDED


def _carries(voice: Voice) -> bool:
    return voice.role in (VoiceRole.AGENCY, VoiceRole.MEDIUM)


def _is_carried(claim: Claim) -> bool:
    return bool(claim.attribution) and _carries(claim.attribution[0])


def _is_unnamed(name: str) -> bool:
    """Whether a voice has no name: "officials", "three security sources", "witnesses"."""
    words = name.casefold().removeprefix("the ").split()
    table = load("en/unnamed")
    return bool(words) and words[-1] in (*table["official"], *table["private"]) and name[:1] == name[:1].lower()


def _is_private(name: str) -> bool:
    """Whether an unnamed voice is surely none of a state: "witnesses", "doctors"."""
    words = name.split()
    return bool(words) and words[-1] in load("en/unnamed")["private"]
