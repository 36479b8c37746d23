"""The accounts of a desk's crises: each linked and weighed by itself, and kept until something that it rests on changes.

In: a view of the ledger. Out: for each pile of articles an `Account`: whom its names name, which of its articles go back to one
text, and what was found. No other crisis changes any of it, so a new article costs what its own crisis costs. What was reckoned
lies on the desk's shelf under a key made of the readings, notes and decisions that went into it and of the rules themselves.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from reportedly.claims import KINDS
from reportedly.decisions import ABOUT_CLAIMS, ABOUT_NAMES, amend, live
from reportedly.desk.adding import FINGERPRINT, WIRES, Wires, piles_in
from reportedly.desk.kept import Kept
from reportedly.gather.fingerprints import Fingerprint
from reportedly.gather.lineage import Lineages, lineages_of
from reportedly.ledger import Shelf, View
from reportedly.lexicon.spelling import fold
from reportedly.link import link, outlet_named, together, with_ids
from reportedly.model import Claim, Decision, Directory, Entity, Finding
from reportedly.weigh import About, Rules, about_of, ids_of, weigh

CONTENTS: Mapping[str, type] = {kind.name: kind.content for kind in KINDS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """Who is who in a crisis, and which of its articles go back to one text."""

    entities: tuple[Entity, ...]
    lineages: Lineages


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One crisis: the articles that tell of it, its story's id, who is who in it, what was found."""

    documents: tuple[str, ...]
    story: str
    linked: Linked
    findings: tuple[Finding, ...]


class Accounts:
    """The accounts of all crises that a view shows, by some rule set. `directory` is the whole desk's."""

    def __init__(self, view: View, shelf: Shelf) -> None:
        self._view, self._kept = view, Kept(shelf)
        self._readings, self._notes = view.reading_entries(), view.note_entries(FINGERPRINT, WIRES)
        decisions = live(view.decisions())
        self._on_names = tuple(decision for decision in decisions if decision.action in ABOUT_NAMES)
        self._on_claims = tuple(decision for decision in decisions if decision.action in ABOUT_CLAIMS)
        self.datings = {dating.document: dating for dating in view.datings()}
        self._piles = [_Pile(tuple(sorted(pile)), self) for pile in piles_in(view)]
        self.directory, renamed = together([Directory(pile.linked.entities) for pile in self._piles], self._on_names)
        for pile, ids in zip(self._piles, renamed, strict=True):
            pile.renamed = ids
        self._stories = ids_of([pile.about for pile in self._piles])

    def weighed(self, rules: Rules) -> tuple[Account, ...]:
        """Each crisis by that rule set; what was reckoned for it is laid on the shelf."""
        accounts = tuple(
            Account(
                documents=pile.documents,
                story=story,
                linked=pile.linked,
                findings=pile.findings(story, rules),
            )
            for pile, story in zip(self._piles, self._stories, strict=True)
        )
        self._kept.keep(makes_room=True)
        return accounts

    def linked(self, pile: "_Pile") -> Linked:
        """First as if nothing had been decided: only that tells whether a decision is on one of the crisis' names."""
        undecided = self._kept.of(("linked", *self._entries_in(pile)), Linked, lambda: self._link(pile, ()))
        decisions = _bearing_on(undecided.entities, self._on_names)
        if not decisions:
            return undecided
        return self._kept.of(
            ("linked", *self._entries_in(pile), *map(_words, decisions)), Linked, lambda: self._link(pile, decisions)
        )

    def about(self, pile: "_Pile") -> About:
        return self._kept.of(
            ("about", *self._claimed(pile)),
            About,
            lambda: about_of(pile.documents, pile.claims, pile.directory, self.datings, pile.linked.lineages.authors),
        )

    def findings(self, pile: "_Pile", story: str, rules: Rules) -> tuple[Finding, ...]:
        return self._kept.of(
            ("findings", story, repr(rules), *self._claimed(pile)),
            tuple[Finding, ...],
            lambda: self._weigh(pile, story, rules),
        )

    def claims_of(self, pile: "_Pile") -> Iterator[Claim]:
        for document in pile.documents:
            yield from self._view.claims(CONTENTS, document=document)

    def decisions_on(self, pile: "_Pile") -> tuple[Decision, ...]:
        """Those on claims of the crisis' articles."""
        documents = frozenset(pile.documents)
        return tuple(decision for decision in self._on_claims if decision.target.get("document") in documents)

    def _entries_in(self, pile: "_Pile") -> Iterator[str]:
        return (f"{id} {self._readings.get(id)} {self._notes.get(id)}" for id in pile.documents)

    def _claimed(self, pile: "_Pile") -> Iterator[str]:
        """All that its claims and their names rest on."""
        yield from self._entries_in(pile)
        yield from map(_words, _bearing_on(pile.linked.entities, self._on_names))
        yield from map(_words, self.decisions_on(pile))
        yield from (f"{id} {desk}" for id, desk in sorted(pile.renamed.items()))

    def _link(self, pile: "_Pile", decisions: Sequence[Decision]) -> Linked:
        credits = {each.document: each.agencies for each in self._wires(pile)}
        lineages = lineages_of(self._fingerprints(pile), credits)
        mentions = (m for document in pile.documents for m in self._view.mentions(document=document))
        directory = link(mentions, map(self._view.document, pile.documents), decisions, lineages.authors)
        return Linked(entities=directory.entities, lineages=lineages)

    def _weigh(self, pile: "_Pile", story: str, rules: Rules) -> tuple[Finding, ...]:
        lineages = pile.linked.lineages
        return weigh(
            pile.claims,
            kinds=KINDS,
            directory=pile.directory,
            datings={id: self.datings[id] for id in pile.documents if id in self.datings},
            copies=lineages.copies,
            authors=lineages.authors,
            doubtful=lineages.doubtful,
            outlets=_own_words(self._wires(pile), pile.directory),
            stories=dict.fromkeys(pile.documents, story),
            rules=rules,
        )

    def _wires(self, pile: "_Pile") -> Iterator[Wires]:
        for document in pile.documents:
            yield from self._view.facts(WIRES, Wires, document=document)

    def _fingerprints(self, pile: "_Pile") -> Iterator[Fingerprint]:
        for document in pile.documents:
            yield from self._view.facts(FINGERPRINT, Fingerprint, document=document)


class _Pile:
    """The articles of one crisis, and what is reckoned of them when it is first asked for. `renamed` are those of its ids that
    are others on the desk."""

    def __init__(self, documents: tuple[str, ...], accounts: Accounts) -> None:
        self.documents, self._accounts = documents, accounts
        self.renamed: Mapping[str, str] = {}

    @cached_property
    def linked(self) -> Linked:
        return self._accounts.linked(self)

    @cached_property
    def directory(self) -> Directory:
        """Its own, under the desk's ids."""
        return with_ids(Directory(self.linked.entities), self.renamed)

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """As corrected."""
        return amend(self._accounts.claims_of(self), self._accounts.decisions_on(self)).claims

    @cached_property
    def about(self) -> About:
        return self._accounts.about(self)

    def findings(self, story: str, rules: Rules) -> tuple[Finding, ...]:
        return self._accounts.findings(self, story, rules)


def _words(decision: Decision) -> str:
    return f"{decision.id} {decision.decided_at}"


def _bearing_on(entities: Iterable[Entity], decisions: Sequence[Decision]) -> tuple[Decision, ...]:
    """The decisions on a name, or an id, that one of the entities bears."""
    if not decisions:
        return ()
    borne = {name for entity in entities for name in (entity.id, *map(fold, (entity.name, *entity.aliases)))}
    return tuple(decision for decision in decisions if not borne.isdisjoint(_names_in(decision)))


def _names_in(decision: Decision) -> Iterator[str]:
    for value in decision.target.values():
        for name in value if isinstance(value, list | tuple) else (value,):
            yield from (str(name), fold(str(name)))


def _own_words(wires: Iterable[Wires], directory: Directory) -> dict[str, str | None]:
    """For each document the entity on whose word its own sentences rest: the agency that it credits, or its outlet."""

    @cache
    def entity_of(name: str) -> str | None:
        entity = outlet_named(directory, name)
        return entity.id if entity else None

    def first_known(names: Iterable[str]) -> str | None:
        return next((entity for name in names if (entity := entity_of(name))), None)

    return {each.document: first_known([*each.agencies, each.outlet or ""]) for each in wires}
