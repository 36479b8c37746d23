"""The second half of the journey: the books as known at one instant. Every claim as corrected, whom its names name,
and what was found. In: a view of the ledger. Out: `Books`, made anew each time; the same view gives the same books.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from reportedly.brief import Briefing, Kin, brief
from reportedly.claims import KINDS
from reportedly.decisions import Lost, about_names, amend
from reportedly.desk.adding import FINGERPRINT, WIRES, Wires
from reportedly.desk.evidence import Role
from reportedly.gather.fingerprints import Fingerprint
from reportedly.gather.kinship import Bond, Kinship
from reportedly.gather.lineage import lineages_of
from reportedly.ledger import View
from reportedly.link import link, outlet_named
from reportedly.model import Claim, Dating, Directory, Document, Finding
from reportedly.weigh import stories_of, weigh

CONTENTS: Mapping[str, type] = {kind.name: kind.content for kind in KINDS}


@dataclass(frozen=True, kw_only=True)
class Books:
    """All that a desk held at one instant, linked and weighed.

    `copies` gives for a document the ids of those that are mostly the same, `kinships` which others go back to one text
    with it, or may; `stories` the crisis that it tells of;
    `lost` are the decisions that found nothing to change.
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

    def documents(self) -> Iterator[Document]:
        """One by one, in order of id: a desk's texts are never in memory together."""
        return self.view.documents()

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


def books_of(view: View) -> Books:
    """Links and weighs what a view shows."""
    decisions = tuple(view.decisions())
    amended = amend(view.claims(CONTENTS), decisions)
    datings = {dating.document: dating for dating in view.datings()}
    wires = tuple(view.facts(WIRES, Wires))
    lineages = lineages_of(view.facts(FINGERPRINT, Fingerprint), {each.document: each.agencies for each in wires})
    directory = link(view.mentions(), view.documents(), about_names(decisions))
    stories = stories_of(amended.claims, directory=directory, datings=datings)
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
    )
    return Books(
        view=view,
        datings=datings,
        copies=lineages.copies,
        kinships=lineages.kinships,
        stories=stories,
        claims=amended.claims,
        lost=amended.lost,
        directory=directory,
        findings=findings,
    )


def briefing_of(books: Books, *, country: str | None, before: Iterable[Finding] | None) -> Briefing:
    """The findings in order for a reader."""
    return brief(
        books.findings,
        books.claims,
        books.directory,
        books.documents(),
        books.view.skips(),
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
        before=before,
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
