"""The second half of the journey: the books as known at one instant. Every claim as corrected, whom its names name,
and what was found. In: a view of the ledger. Out: `Books`, made anew each time; the same view gives the same books.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from reportedly.brief import Briefing, brief
from reportedly.claims import KINDS
from reportedly.decisions import Lost, about_names, amend
from reportedly.desk.adding import FINGERPRINT
from reportedly.desk.evidence import Role
from reportedly.gather.copies import Fingerprint, copies_of
from reportedly.ledger import View
from reportedly.link import link
from reportedly.model import Claim, Dating, Directory, Document, Finding
from reportedly.weigh import weigh

CONTENTS: Mapping[str, type] = {kind.name: kind.content for kind in KINDS}


@dataclass(frozen=True, kw_only=True)
class Books:
    """`copies` gives for a document the ids of those that are mostly the same; `lost` decisions found nothing."""

    view: View
    datings: Mapping[str, Dating]
    copies: Mapping[str, tuple[str, ...]]
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
    decisions = tuple(view.decisions())
    amended = amend(view.claims(CONTENTS), decisions)
    datings = {dating.document: dating for dating in view.datings()}
    copies = copies_of(view.facts(FINGERPRINT, Fingerprint))
    directory = link(view.mentions(), view.documents(), about_names(decisions))
    findings = weigh(amended.claims, directory, datings, copies, {})
    return Books(
        view=view,
        datings=datings,
        copies=copies,
        claims=amended.claims,
        lost=amended.lost,
        directory=directory,
        findings=findings,
    )


def briefing_of(books: Books, *, country: str | None, before: tuple[Finding, ...] | None) -> Briefing:
    return brief(books.findings, books.claims, books.directory, country=country, before=before)
