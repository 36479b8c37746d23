"""The first half of the journey: articles taken in, dated together, and read; one commit an article.

`add march/ --desk north.desk` may be killed at any moment: given again, it finishes what was begun. An article is read
when it has no reading yet, when its date has changed since (a later one showed that "Friday" was the 7th), or when
another version of the reader read it.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from reportedly import __version__
from reportedly.desk.kept import Kept
from reportedly.desk.pool import TOO_SLOW, Reader, Task, read_all, workers_for
from reportedly.errors import InputError
from reportedly.gather.copies import copies_of
from reportedly.gather.files import find_documents, other_spellings
from reportedly.gather.fingerprints import Fingerprint, fingerprint_of
from reportedly.gather.piles import piles_of
from reportedly.gather.published import Clues, clues_of, date_documents
from reportedly.gather.settings import Votes, countries_of_stories, country_of_site, sites_of_stories, votes_of
from reportedly.gather.wires import wire_of
from reportedly.ledger import Ledger, Shelf, View
from reportedly.model import Dating, Document, Refusal

RULES = f"reportedly {__version__}, notes 2"  # the number goes up with what is noted of an article
CLUES, FINGERPRINT, VOTES, WIRES, PILE = (
    "clues",
    "fingerprint",
    "votes",
    "wires",
    "pile",
)  # under which the ledger keeps what gathering noted


@dataclass(frozen=True, slots=True, kw_only=True)
class Wires:
    """Whose text an article is: the agencies that it credits ("LIMA (Reuters) -"), else its outlet, as named in it."""

    document: str
    agencies: tuple[str, ...]
    outlet: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Piled:
    """In which pile of the desk an article lies: the id of the pile's first."""

    document: str
    pile: str


class Progress(NamedTuple):
    """How far a step is: `done` of `total` articles; the total is None while articles are still being found."""

    step: str  # taking in, dating, reading
    done: int
    total: int | None


type Report = Callable[[Progress], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What one `add` did. `copies` of the `new` articles are mostly the same as another that the desk holds.

    `refused` counts what could not be read, `partial` what was read but not all of it or not surely. `read` counts the
    articles read, earlier ones read again among them, `failed` those of them that the reader failed on (the skips say
    why), and `claims` the claims in those.
    """

    new: int
    known: int
    copies: int
    refused: int
    partial: int
    read: int
    claims: int
    failed: int = 0


def add(
    ledger: Ledger,
    paths: Iterable[str | Path],
    reader: Reader,
    *,
    at: str,
    report: Report,
    workers: int | None = None,
) -> Added:
    """Takes in what is new, dates all, reads what is unread."""
    note_again(ledger, at=at)
    taken: Counter[str] = Counter()
    new: set[str] = set()
    for id, what in take_in(ledger, find_documents(paths), at=at):
        taken[what] += 1
        if what == "new":
            new.add(id)
        report(Progress("taking in", taken["new"] + taken["known"], None))
    report(Progress("dating", 0, None))
    sort_into_piles(ledger, at=at)
    datings = datings_of(ledger.view(), ledger.shelf)
    read = read_unread(ledger, datings, reader, at=at, report=report, workers=workers)
    return Added(
        new=len(new),
        known=taken["known"],
        copies=_copies_among(new, ledger.view()),
        refused=taken["refused"],
        partial=taken["partial"],
        read=read["read"],
        claims=read["claims"],
        failed=read["failed"],
    )


def take_in(ledger: Ledger, found: Iterable[Document | Refusal], *, at: str) -> Iterator[tuple[str, str]]:
    """Records each article or refusal; gives its id or source, and whether it is new, known, refused or partial."""
    for each in found:
        if isinstance(each, Refusal):
            ledger.record_refusal(each, at=at)
            yield each.source, "partial" if each.partial else "refused"
        elif ledger.has_document(each.id) or _has_as_other(ledger, each):
            yield each.id, "known"
        else:
            yield each.id, _take_in(ledger, each, at=at)


def _has_as_other(ledger: Ledger, document: Document) -> bool:
    """Whether the same file was given by another spelling of its path, and still said the same then."""
    view = ledger.view()
    return any(
        held.text == document.text
        for source in other_spellings(document.source)
        for held in view.documents_from(source)
    )


def note_again(ledger: Ledger, *, at: str) -> None:
    """Notes again what another version's rules saw in the articles that the desk holds."""
    view = ledger.view()
    noted = view.facts_by_rules(CLUES)
    for id in sorted(id for id, rules in noted.items() if rules != RULES):
        ledger.record_facts(id, facts=facts_of(view.document(id)), rules=RULES, at=at)


def read_unread(
    ledger: Ledger,
    datings: Mapping[str, Dating],
    reader: Reader,
    *,
    at: str,
    report: Report,
    workers: int | None = None,
) -> Counter[str]:
    """Reads the articles that have no reading by this date and this reader; counts the read, failed, and claims."""
    view = ledger.view()
    unread = list(_unread(view, datings, reader))
    tasks: Iterator[Task] = ((view.document(dating.document), dating) for dating in unread)
    counts: Counter[str] = Counter()
    report(Progress("reading", 0, len(unread)))
    for done, (dating, reading) in enumerate(
        read_all(tasks, reader, workers=workers or workers_for(len(unread))), start=1
    ):
        ledger.record_reading(reading, dating=dating, at=at)
        counts += Counter(read=1, failed=reading.reader != reader.version, claims=len(reading.claims))
        report(Progress("reading", done, len(unread)))
    return counts


def _unread(view: View, datings: Mapping[str, Dating], reader: Reader) -> Iterator[Dating]:
    last = {read.dating.document: (*_used(read.dating), read.reader) for read in view.readings()}
    for id in view.document_ids():
        dating = datings.get(id) or Dating(document=id, published=None, basis=None, note="nothing tells its date")
        known = {(*_used(dating), reader.version + mark) for mark in ("", TOO_SLOW)}
        if last.get(id) not in known:
            yield dating


def _used(dating: Dating) -> tuple[Any, ...]:
    """What a reading takes from a dating."""
    return dating.published, dating.basis, dating.country, dating.site


def sort_into_piles(ledger: Ledger, *, at: str) -> None:
    """Notes of each article with which others it tells of one crisis, where that is not noted yet."""
    view = ledger.view()
    piles = _sorted_anew(view)
    noted = {each.document: each.pile for each in view.facts(PILE, Piled)}
    changed = {id: Piled(document=id, pile=pile[0]) for pile in piles for id in pile if noted.get(id) != pile[0]}
    ledger.record_notes({id: {PILE: piled} for id, piled in changed.items()}, rules=RULES, at=at)


def _sorted_anew(view: View) -> tuple[tuple[str, ...], ...]:
    return piles_of(view.facts(FINGERPRINT, Fingerprint), view.facts(VOTES, Votes), view.facts(CLUES, Clues))


def piles_in(view: View) -> list[list[str]]:
    """The piles as they were noted last; an article of which that is not noted yet lies alone, and where none is, they are sorted
    anew."""
    noted = {each.document: each.pile for each in view.facts(PILE, Piled)}
    if not noted:
        return list(map(list, _sorted_anew(view)))
    piles: dict[str, list[str]] = {}
    for id in view.document_ids():
        piles.setdefault(noted.get(id, id), []).append(id)
    return list(piles.values())


def datings_of(view: View, shelf: Shelf) -> dict[str, Dating]:
    """When each article of the desk came out and where its story plays: of a pile anew where one of its articles is new."""
    kept, notes = Kept(shelf), view.note_entries(VOTES, CLUES)

    def dated(pile: Sequence[str]) -> tuple[Dating, ...]:
        votes = [each for id in pile for each in view.facts(VOTES, Votes, document=id)]
        clues = [each for id in pile for each in view.facts(CLUES, Clues, document=id)]
        return tuple(dated_in_piles([pile], votes, clues).values())

    datings = {
        dating.document: dating
        for pile in map(sorted, piles_in(view))
        for dating in kept.of(
            ("dated", *(f"{id} {notes.get(id)}" for id in pile)), tuple[Dating, ...], partial(dated, pile)
        )
    }
    kept.keep()
    return datings


def dated_in_piles(piles: Iterable[Iterable[str]], votes: Iterable[Votes], clues: Iterable[Clues]) -> dict[str, Dating]:
    """When each article came out and where its story plays, as those that tell of one crisis tell it together."""
    spoken = {each.document: each for each in votes}
    told = {each.document: each for each in clues}
    datings: dict[str, Dating] = {}
    for pile in map(tuple, piles):
        sites = sites_of_stories(spoken[id] for id in pile if id in spoken)
        countries = countries_of_stories(spoken[id] for id in pile if id in spoken)
        countries |= {id: country_of_site(site) for id, site in sites.items()}
        for id, dating in date_documents(told[id] for id in pile if id in told).items():
            datings[id] = replace(dating, country=countries.get(id), site=sites.get(id))
    return datings


def _take_in(ledger: Ledger, document: Document, *, at: str) -> str:
    try:
        ledger.record_document(document, facts=_facts_of_any(document), rules=RULES, at=at)
    except InputError as error:
        ledger.record_refusal(Refusal(source=document.source, reason=error.problem, cure=error.cure), at=at)
        return "refused"
    return "new"


def _facts_of_any(document: Document) -> Mapping[str, Any]:
    """Raises InputError whatever an article does to the rules that look at it: the others are still taken in."""
    try:
        return facts_of(document)
    except Exception as error:
        reason = f"gathering failed on it: {type(error).__name__}: {error}"
        raise InputError(reason, place=document.source, cure="please report it, with the article") from error


def facts_of(document: Document) -> Mapping[str, Any]:
    """What gathering notes of an article, by name."""
    agencies = tuple(wire.name for wire in wire_of(document))
    return {
        CLUES: clues_of(document),
        FINGERPRINT: fingerprint_of(document),
        VOTES: votes_of(document),
        WIRES: Wires(document=document.id, agencies=agencies, outlet=document.outlet),
    }


def _copies_among(new: set[str], view: View) -> int:
    """How many of the new articles are mostly the same as another of their crisis."""
    count = 0
    for pile in piles_in(view) if new else ():
        if not new.isdisjoint(pile):
            copies = copies_of(each for id in pile for each in view.facts(FINGERPRINT, Fingerprint, document=id))
            count += sum(1 for id in new.intersection(pile) if copies.get(id))
    return count
