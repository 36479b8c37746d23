"""The second half of the journey: the books as known at one instant. Every claim as corrected, whom its names name,
and what was found. In: a view of the ledger, and the shelf beside it. Out: `Books`; the same view gives the same books.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from reportedly.brief import Briefing, Kin, Look, brief
from reportedly.claims import KINDS
from reportedly.decisions import ABOUT_CLAIMS, Lost, amend, bears, live, lost_on_names
from reportedly.desk.accounts import CONTENTS, Accounts
from reportedly.desk.evidence import Role
from reportedly.desk.kept import nothing_to_collect
from reportedly.errors import UnknownIdError
from reportedly.gather.kinship import Bond, Kinship
from reportedly.ledger import Shelf, View
from reportedly.lexicon.nations import country_named, name_of
from reportedly.model import Claim, Dating, Directory, Document, Finding, Skip
from reportedly.weigh import LITERAL, Rules


@dataclass(frozen=True, kw_only=True)
class Books:
    """All that a desk held at one instant, linked and weighed.

    `copies` gives for a document the ids of those that are mostly the same, `kinships` which others go back to one text
    with it, or may; `stories` the crisis that it tells of;
    `only` are the documents that count, where the books are of one story.
    """

    view: View
    shelf: Shelf
    datings: Mapping[str, Dating]
    copies: Mapping[str, tuple[str, ...]]
    kinships: tuple[Kinship, ...]
    stories: Mapping[str, str]
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
            findings=tuple(finding for finding in self.findings if finding.story == story),
            stories=dict.fromkeys(documents, story),
            only=documents,
        )

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """Every claim as corrected, in order of document and place in it."""
        return amend(self._told(self.only), self.view.decisions()).claims

    @cached_property
    def lost(self) -> tuple[Lost, ...]:
        """The decisions that find nothing to change."""
        decisions = tuple(self.view.decisions())
        about = {str(d.target.get("document")) for d in live(decisions) if d.action in ABOUT_CLAIMS}
        return (*amend(self._told(frozenset(about)), decisions).lost, *lost_on_names(decisions, self.directory))

    def _told(self, only: frozenset[str] | None) -> Iterator[Claim]:
        """As read, of all documents or some."""
        if only is None:
            return self.view.claims(CONTENTS)
        return (claim for document in sorted(only) for claim in self.view.claims(CONTENTS, document=document))

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


def books_of(view: View, shelf: Shelf, rules: Rules = LITERAL) -> Books:
    """Links and weighs what a view shows, by a rule set, as far as that does not lie on the shelf.

    Raises UnknownIdError where the side of the rule set is nobody's.
    """
    with nothing_to_collect():
        accounts = Accounts(view, shelf)
        weighed = accounts.weighed(_sided(rules, accounts.directory))
    lineages = [account.linked.lineages for account in weighed]
    return Books(
        view=view,
        shelf=shelf,
        datings=accounts.datings,
        copies={id: others for each in lineages for id, others in each.copies.items()},
        kinships=tuple(sorted((kin for each in lineages for kin in each.kinships), key=lambda k: (k.first, k.second))),
        stories={id: account.story for account in weighed for id in account.documents},
        directory=accounts.directory,
        findings=tuple(
            finding for account in sorted(weighed, key=lambda account: account.story) for finding in account.findings
        ),
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
