"""Findings in words, with their sentences: `killed, police, Region: 18`, `4 articles, 2 origins: ministry (3), ...`.

In: a desk's claims, directory and articles. Out: rows. A finding without a sentence gives no row.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from reportedly.brief.briefing import Article, Camp, Citation, Dispute, Row
from reportedly.claims.kind import Kind
from reportedly.model import Agreement, Claim, ClaimRole, Directory, Finding, how_many, who_of

_MOST_CITED = 40
"""Citations of one row; a briefing of thousands of copies stays readable, and the finding lists them all."""
_FOR_IT = (ClaimRole.CURRENT, ClaimRole.AGREES, ClaimRole.REFINES, ClaimRole.REPEATS)


type _Told = list[tuple[Claim, ClaimRole]]


@dataclass(frozen=True)
class Desk:
    """What rows are made from."""

    claims: Mapping[str, Claim]
    directory: Directory
    articles: Mapping[str, Article]
    kinds: Mapping[str, Kind]
    _cited: dict[tuple[str, ClaimRole | None], Citation] = field(default_factory=dict, init=False, repr=False)

    def line(self, finding: Finding) -> str:
        return self.kinds[finding.line.kind].say_line(finding.line, self.directory)

    def value(self, finding: Finding) -> str:
        """What stands, in words; of a denied line that it is denied."""
        if finding.agreement is Agreement.DENIED:
            return "denied"
        return self.kinds[finding.line.kind].say_value(finding.current)

    def chain(self, claim: Claim) -> str:
        """On whose word and through whom: `Ivan Petrov, interior ministry, via state agency`."""
        names = [self._name(claim, at) for at in range(len(claim.attribution))]
        said = [name for name, voice in zip(names, claim.attribution, strict=True) if voice.role == "speaker"]
        via = [name for name, voice in zip(names, claim.attribution, strict=True) if voice.role != "speaker"]
        told = ", ".join(dict.fromkeys(said))
        carried = ", ".join(dict.fromkeys(via))
        return f"{told}, via {carried}" if told and carried else told or carried or self._own_word(claim)

    def _name(self, claim: Claim, at: int) -> str:
        voice = claim.attribution[at]
        entity = self.directory.entity_of(claim.document, voice.mention)
        return entity.name if entity else voice.name

    def _own_word(self, claim: Claim) -> str:
        article = self.articles.get(claim.document)
        return f"{article.outlet if article and article.outlet else 'the article'}'s own word"

    def cite(self, claim: Claim, role: ClaimRole | None = None) -> Citation:
        """A claim as it is cited, made once: its line and each that holds it, disputes and doubts all cite it."""
        key = claim.id, role
        if key not in self._cited:
            self._cited[key] = self._cite(claim, role)
        return self._cited[key]

    def _cite(self, claim: Claim, role: ClaimRole | None) -> Citation:
        article = self.articles.get(claim.document)
        return Citation(
            claim=claim.id,
            document=claim.document,
            span=claim.span,
            quote=claim.quote,
            voices=self.chain(claim),
            role=role,
            published=article.published if article else None,
        )

    def citations(self, finding: Finding, roles: Sequence[ClaimRole] = tuple(ClaimRole)) -> tuple[Citation, ...]:
        """The sentences of a finding in its own order: the current one first."""
        told = [weighed for weighed in finding.claims if weighed.role in roles and weighed.claim in self.claims]
        return tuple(self.cite(self.claims[weighed.claim], weighed.role) for weighed in told[:_MOST_CITED])

    def row(self, finding: Finding) -> Row | None:
        citations = self.citations(finding)
        if not citations:
            return None
        return Row(
            finding=finding.id,
            kind=finding.line.kind,
            line=self.line(finding),
            value=self.value(finding),
            current=dict(finding.current),
            agreement=finding.agreement,
            support=finding.support,
            who=self._who(finding),
            as_of=finding.as_of,
            since=finding.since,
            note=finding.note,
            citations=citations,
        )

    def rows(self, findings: Iterable[Finding]) -> tuple[Row, ...]:
        return tuple(row for finding in findings if (row := self.row(finding)))

    def _who(self, finding: Finding) -> str:
        """`14 articles, 3 origins: ministry (9), hospital (4), rights group (1)`."""
        told = {self.claims[w.claim].document for w in finding.claims if w.role in _FOR_IT and w.claim in self.claims}
        documents = told | {document for origin in finding.origins for document in origin.documents}
        articles = f"{len(documents)} article{'s' if len(documents) != 1 else ''}"
        if not finding.origins:
            return f"{articles}, on nobody's word"
        return f"{articles}, {how_many(finding.origins, finding.fewest)}: {who_of(finding.origins, most=5)}"

    def dispute(self, finding: Finding) -> Dispute | None:
        """A disputed or denied finding with who holds what."""
        row = self.row(finding)
        if row is None:
            return None
        camps = [self._camp(row.value, self._told(finding, _FOR_IT))]
        camps += [self._camp(value, claims) for value, claims in self._rivals(finding)]
        camps += [self._camp(value, told, denies=True) for value, told in self._denials(finding)]
        told = tuple(camp for camp in camps if camp.citations)
        return Dispute(row=row, camps=told) if len(told) > 1 or finding.agreement is Agreement.DENIED else None

    def _told(self, finding: Finding, roles: Sequence[ClaimRole]) -> _Told:
        return [(self.claims[w.claim], w.role) for w in finding.claims if w.role in roles and w.claim in self.claims]

    def _rivals(self, finding: Finding) -> Iterator[tuple[str, _Told]]:
        """The claims against what stands, by the value that they hold; a toll on nobody's word is no rival."""
        may_be_own = self.kinds[finding.line.kind].own_word or not finding.origins
        for value, told in self._by_value(finding, ClaimRole.CONTRADICTS).items():
            if may_be_own or any(claim.attribution for claim, _ in told):
                yield value, told

    def _denials(self, finding: Finding) -> Iterator[tuple[str, _Told]]:
        """The denials, by what they deny: `denied: 40`."""
        for value, told in self._by_value(finding, ClaimRole.DENIES).items():
            yield ("denied" if value in ("", "denied") else f"denied: {value}"), told

    def _by_value(self, finding: Finding, role: ClaimRole) -> dict[str, _Told]:
        kind = self.kinds[finding.line.kind]
        by_value: dict[str, _Told] = defaultdict(list)
        for told in self._told(finding, (role,)):
            by_value[kind.say_value(kind.value([told[0]], []))].append(told)
        return by_value

    def _camp(self, value: str, told: _Told, *, denies: bool = False) -> Camp:
        return Camp(
            value=value,
            who=tuple(dict.fromkeys(self.chain(claim) for claim, _ in told)),
            denies=denies,
            citations=tuple(self.cite(claim, role) for claim, role in told[:_MOST_CITED]),
        )
