"""The second half of the journey: the books as known at one instant. Every claim as corrected, whom its names name,
and what was found. In: a view of the ledger. Out: `Books`, made anew each time; the same view gives the same books.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property

from reportedly.brief import Briefing, Kin, Look, brief
from reportedly.claims import KINDS
from reportedly.decisions import Lost, about_names, amend, bears, lost_on_names
from reportedly.desk.adding import FINGERPRINT, WIRES, Wires, piles_in
from reportedly.desk.evidence import Role
from reportedly.errors import UnknownIdError
from reportedly.gather.fingerprints import Fingerprint
from reportedly.gather.kinship import Bond, Kinship
from reportedly.gather.lineage import lineages_in
from reportedly.ledger import View
from reportedly.lexicon.nations import country_named, name_of
from reportedly.link import link, outlet_named
from reportedly.model import Claim, Dating, Directory, Document, Finding, Skip
from reportedly.weigh import LITERAL, Rules, stories_of, weigh

CONTENTS: Mapping[str, type] = {kind.name: kind.content for kind in KINDS}


@dataclass(frozen=True, kw_only=True)
class Books:
    """All that a desk held at one instant, linked and weighed.

    `copies` gives for a document the ids of those that are mostly the same, `kinships` which others go back to one text
    with it, or may; `stories` the crisis that it tells of;
    `lost` are the decisions that found nothing to change, `only` the documents that count, where the books are of one story.
    """

    view: View
    datings: Mapping[str, Dating]
    copies: Mapping[str, tuple[str, ...]]
    kinships: tuple[Kinship, ...]
    stories: Mapping[str, str]
    claims: tuple[Claim, ...]
    lost: tuple[Lost, ...]
    directory: Directory
    findings: tuple[Finding, ...]
    only: frozenset[str] | None = None
    rules: Rules = LITERAL

    def documents(self) -> Iterator[Document]:
        """One by one, in order of id: a desk's texts are never in memory together."""
        return (document for document in self.view.documents() if self.only is None or document.id in self.only)

    def skips(self) -> Iterator[Skip]:
        return (skip for skip in self.view.skips() if self.only is None or skip.document in self.only)

    def of_story(self, story: str) -> "Books":
        """The books of one crisis: its articles, claims and findings; the directory stays whole."""
        documents = frozenset(id for id, its in self.stories.items() if its == story)
        return replace(
            self,
            claims=tuple(claim for claim in self.claims if claim.document in documents),
            findings=tuple(finding for finding in self.findings if finding.story == story),
            stories=dict.fromkeys(documents, story),
            only=documents,
        )

    @cached_property
    def claims_by_id(self) -> Mapping[str, Claim]:
        return {claim.id: claim for claim in self.claims}

    @cached_property
    def findings_by_id(self) -> Mapping[str, Finding]:
        return {finding.id: finding for finding in self.findings}

    @cached_property
    def roles_by_claim(self) -> Mapping[str, tuple[Role, ...]]:
        """The findings that each claim was weighed in."""
        roles: dict[str, list[Role]] = defaultdict(list)
        for finding in self.findings:
            for claim, role in finding.claims:
                roles[claim].append(Role(finding=finding, role=role))
        return {claim: tuple(found) for claim, found in roles.items()}


def books_of(view: View, rules: Rules = LITERAL) -> Books:
    """Links and weighs what a view shows, by a rule set. Raises UnknownIdError where its side is nobody's."""
    decisions = tuple(view.decisions())
    amended = amend(view.claims(CONTENTS), decisions)
    datings = {dating.document: dating for dating in view.datings()}
    wires = tuple(view.facts(WIRES, Wires))
    piles, credits = piles_in(view), {each.document: each.agencies for each in wires}
    lineages = lineages_in(piles, view.facts(FINGERPRINT, Fingerprint), credits)
    directory = link(view.mentions(), view.documents(), about_names(decisions))
    stories = stories_of(piles, amended.claims, directory=directory, datings=datings)
    findings = weigh(
        amended.claims,
        kinds=KINDS,
        directory=directory,
        datings=datings,
        copies=lineages.copies,
        authors=lineages.authors,
        doubtful=lineages.doubtful,
        outlets=_own_words(wires, directory),
        stories=stories,
        rules=_sided(rules, directory),
    )
    return Books(
        view=view,
        datings=datings,
        copies=lineages.copies,
        kinships=lineages.kinships,
        stories=stories,
        claims=amended.claims,
        lost=(*amended.lost, *lost_on_names(decisions, directory)),
        directory=directory,
        findings=findings,
        rules=rules,
    )


def _sided(rules: Rules, directory: Directory) -> Rules:
    """The rule set with its side as the desk knows it: `PE` is the state of Peru, a name whoever bears it."""
    if rules.side is None:
        return rules
    if name_of(rules.side.upper()):
        return replace(rules, side=f"state:{rules.side.upper()}")
    if code := country_named(rules.side):
        return replace(rules, side=f"state:{code}")
    found = [entity for entity in directory.entities if bears(entity, rules.side)]
    if not found:
        raise UnknownIdError(
            "nobody here bears that name",
            place=f"official:{rules.side}",
            cure="give a country's code, or a name of `names`",
        )
    most = max(found, key=lambda entity: (len(entity.mentions), entity.id))
    return replace(rules, side=most.id)


def briefing_of(books: Books, *, country: str | None, look: Look | None) -> Briefing:
    """The findings in order for a reader, with what changed since a look."""
    return brief(
        books.findings,
        books.claims,
        books.directory,
        books.documents(),
        books.skips(),
        books.view.refusals(),
        kinds=KINDS,
        datings=books.datings,
        copies=books.copies,
        kin=[
            Kin(kin.first, kin.second, kin.bond.value, kin.because)
            for kin in books.kinships
            if kin.bond is not Bond.COPY
        ],
        country=country,
        look=look,
        rules=str(books.rules),
        decisions=books.view.decisions(),
        lost=books.lost,
    )


def _own_words(wires: Iterable[Wires], directory: Directory) -> dict[str, str | None]:
    """For each document the entity on whose word its own sentences rest: the agency that it credits, or its outlet."""

    @cache
    def entity_of(name: str) -> str | None:
        entity = outlet_named(directory, name)
        return entity.id if entity else None

    def first_known(names: Iterable[str]) -> str | None:
        return next((entity for name in names if (entity := entity_of(name))), None)

    return {each.document: first_known([*each.agencies, each.outlet or ""]) for each in wires}
