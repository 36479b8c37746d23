"""What is written into a desk comes out again, once, and as it was known at each instant."""

from dataclasses import fields
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ledger_articles import (
    CONTENTS,
    EIGHT,
    SEVEN,
    SIX,
    Fingerprint,
    article,
    claim,
    dating,
    decision,
    figure,
    mention,
    reading,
)

from reportedly.claims.position.content import Position
from reportedly.errors import DeskError, InputError, UnknownIdError
from reportedly.ledger import Ledger, parse_instant
from reportedly.model import (
    Agreement,
    Basis,
    ClaimRole,
    Document,
    Finding,
    Line,
    Origin,
    Refusal,
    Span,
    Support,
    Weighed,
)
from reportedly.when import When

NOTES = {"fingerprint": Fingerprint(document="d-1", shingles=(7, 2**63), quotations=(("peace", 1),))}


def record(ledger: Ledger, *ids: str, at: str = SIX) -> None:
    for id in ids:
        ledger.record_document(article(id), facts={}, rules="1", at=at)
        ledger.record_reading(reading(id), dating=dating(id), at=at)


def finding(id: str = "f-1", *, low: int = 18) -> Finding:
    return Finding(
        id=id,
        story=None,
        line=Line("figure", (("metric", "killed"), ("population", "security_forces"), ("place", None))),
        agreement=Agreement.STANDS,
        support=Support.SINGLE_ORIGIN,
        current={"low": low, "high": low},
        as_of=When.on(date(2031, 3, 6)),
        since=None,
        origins=(Origin(entity="e-4", name="interior ministry", side="state:PE", first=None, documents=("d-1",)),),
        claims=(Weighed("c-1", ClaimRole.CURRENT),),
        note="1 article, 1 origin",
    )


def test_a_document_comes_out_as_it_went_in(ledger: Ledger) -> None:
    """An article with every field known: text to the letter, accents, line ends and all."""
    document = article(
        text="Café\r\n\u200bНур \0 𝄞",
        title="Toll rises",
        outlet="The North",
        author="A. Writer",
        language="en",
        published=When.on(date(2031, 3, 6)),
        published_basis=Basis.BYLINE,
        modified=When(None, date(2031, 3, 7)),
        url="https://north.example/toll",
    )
    ledger.record_document(document, facts={}, rules="1", at=SIX)
    assert [document] == list(ledger.view().documents())


def test_the_facts_of_gathering_come_out_in_their_own_type(ledger: Ledger) -> None:
    """A fingerprint is a dataclass that the ledger does not know; its big numbers and tuples stay what they are."""
    ledger.record_document(article(), facts=NOTES, rules="1", at=SIX)
    assert [NOTES["fingerprint"]] == list(ledger.view().facts("fingerprint", Fingerprint))
    assert ledger.view().facts_by_rules("fingerprint") == {"d-1": "1"}


def test_newer_rules_note_the_facts_again(ledger: Ledger) -> None:
    """The fingerprint of version 2 takes the place of that of version 1, which stays on record."""
    ledger.record_document(article(), facts=NOTES, rules="1", at=SIX)
    newer = Fingerprint(document="d-1", shingles=(8,))
    ledger.record_facts("d-1", facts={"fingerprint": newer}, rules="2", at=SEVEN)
    assert [newer] == list(ledger.view().facts("fingerprint", Fingerprint))
    assert list(NOTES.values()) == list(ledger.view(SIX).facts("fingerprint", Fingerprint))


def test_a_reading_comes_out_as_it_went_in(ledger: Ledger) -> None:
    """A figure and a position with spans into the text, voices, open and approximate dates; a mention; a skip."""
    ledger.record_document(article(), facts={}, rules="1", at=SIX)
    stance = Position(stance="condemn", holder=Span(31, 52), holder_name="interior ministry")
    read = reading("d-1", claim(place=Span(0, 8)), claim(id="c-2", kind="position", content=stance, background=True))
    ledger.record_reading(read, dating=dating(), at=SIX)
    view = ledger.view()
    assert read.claims == tuple(view.claims(CONTENTS))
    assert read.mentions == tuple(view.mentions(document="d-1"))
    assert read.skipped == tuple(view.skips())
    assert [dating()] == list(view.datings())


def test_an_unknown_kind_of_claim_is_an_error_with_a_cure(ledger: Ledger) -> None:
    """A desk read by a version with one more kind."""
    record(ledger, "d-1")
    with pytest.raises(DeskError, match="'figure', which this version does not know; update"):
        list(ledger.view().claims({}))


def test_what_is_there_already_is_not_doubled(ledger: Ledger) -> None:
    """The same article, reading, refusal, decision and briefing given twice."""
    refusal = Refusal(source="a.zip", reason="encrypted", cure="unpack it")
    reject = decision("x-1", "reject", {"document": "d-1", "start": 0, "end": 29, "kind": "figure"})
    for is_new in (True, False):
        assert is_new == ledger.record_document(article(), facts=NOTES, rules="1", at=SIX)
        assert is_new == ledger.record_reading(reading(), dating=dating(), at=SIX)
        assert is_new == ledger.record_refusal(refusal, at=SIX)
        assert is_new == ledger.record_decision(reject, at=SIX)
        assert int(is_new) == ledger.record_findings([finding()], at=SIX)
    held = ledger.view().statistics()
    assert (held.documents, held.claims, held.refusals, held.decisions) == (1, 1, 1, 1)


def test_a_new_reading_supersedes_the_old_and_leaves_the_past(ledger: Ledger) -> None:
    """Read as 18 on the 6th; better rules read 19 on the 7th: the view of the 6th still says 18."""
    record(ledger, "d-1", at=SIX)
    better = reading("d-1", claim(content=figure(19)), reader="reader 2")
    ledger.record_reading(better, dating=dating(), at=SEVEN)
    assert [each.content.low for each in ledger.view().claims(CONTENTS)] == [19]
    assert [each.content.low for each in ledger.view(SIX).claims(CONTENTS)] == [18]
    assert ledger.view().statistics().claims == 1


def test_a_new_dating_supersedes_the_old_and_leaves_the_past(ledger: Ledger) -> None:
    """A later neighbour shows that the article is of the 5th."""
    record(ledger, "d-1", at=SIX)
    redated = dating(on="2031-03-05", basis=Basis.OTHER_ARTICLES)
    assert ledger.record_reading(reading(), dating=redated, at=SEVEN)
    assert [redated] == list(ledger.view().datings())
    assert [dating()] == list(ledger.view("2031-03-06T23:00:00Z").datings())


def test_nothing_is_known_before_it_is_recorded(ledger: Ledger) -> None:
    """A view of the hour before the first article is empty; one of the instant itself is not."""
    record(ledger, "d-1", at=SEVEN)
    before, then = ledger.view("2031-03-07T11:59:59Z"), ledger.view(SEVEN)
    assert [view.statistics().documents for view in (before, then)] == [0, 1]
    assert [[each.document for each in view.claims(CONTENTS)] for view in (before, then)] == [[], ["d-1"]]


def test_a_clock_that_goes_back_rewrites_nothing(ledger: Ledger) -> None:
    """An article recorded on the 8th, then one by a machine that believes it is the 6th."""
    record(ledger, "d-1", at=EIGHT)
    record(ledger, "d-2", at=SIX)
    assert list(ledger.view(SEVEN).document_ids()) == []
    assert list(ledger.view(EIGHT).document_ids()) == ["d-1", "d-2"]


def test_a_view_stays_as_it_was_made(ledger: Ledger) -> None:
    """Another article comes in, at the same instant, while a briefing is being made."""
    record(ledger, "d-1")
    view = ledger.view()
    record(ledger, "d-2")
    assert [each.document for each in view.mentions()] == ["d-1"]


def test_an_instant_needs_a_zone_and_is_kept_in_utc() -> None:
    """Five in the afternoon at +05:00 is noon in UTC; without a zone it could be any hour."""
    assert parse_instant("2031-03-08T17:00:00+05:00") == "2031-03-08T12:00:00.000000Z"
    with pytest.raises(ValueError, match="names no time zone"):
        parse_instant("2031-03-08T17:00:00")


def test_the_order_is_that_of_documents_not_of_arrival(ledger: Ledger) -> None:
    """Three articles that come in as 3, 1, 2 are listed as 1, 2, 3."""
    record(ledger, "d-3", "d-1", "d-2")
    view = ledger.view()
    expected = ["d-1", "d-2", "d-3"]
    assert expected == list(view.document_ids())
    assert expected == [each.document for each in view.claims(CONTENTS)]
    assert expected == [each.document for each in view.mentions()]


def test_a_refusal_is_listed_until_the_same_source_is_taken_in(ledger: Ledger) -> None:
    """a.txt was empty on the 6th and is there on the 7th; b.txt stays empty."""
    for source in ("a.txt", "b.txt"):
        ledger.record_refusal(Refusal(source=source, reason="empty"), at=SIX)
    ledger.record_document(article(source="a.txt"), facts={}, rules="1", at=SEVEN)
    assert [each.source for each in ledger.view().refusals()] == ["b.txt"]
    assert [each.source for each in ledger.view(SIX).refusals()] == ["a.txt", "b.txt"]


def test_a_partial_refusal_stays_beside_its_article(ledger: Ledger) -> None:
    """Three bytes of it were in no known encoding; the article was read all the same."""
    partial = Refusal(source="d-1.txt", reason="3 bytes in no known encoding", cure="save it as UTF-8", partial=True)
    ledger.record_refusal(partial, at=SIX)
    record(ledger, "d-1", at=SEVEN)
    assert [partial] == list(ledger.view().refusals())


NOUNS = (
    article(title="t", outlet="o", author="a", language="en", published=When.on(date(2031, 3, 6)), url="u"),
    dating(),
    claim(),
    mention(),
    reading(),
    Refusal(source="a.zip", reason="encrypted"),
    decision("x-1", "reject", {}),
)
KEPT = {
    "Document": "id source text body title outlet author language published published_basis modified url",
    "Dating": "document published basis note country site",
    "Claim": "id kind document span quote attribution modality said_on as_of when place background content",
    "Mention": "document span text name kind title country place organ within",
    "Reading": "document reader claims mentions skipped",
    "Refusal": "source reason cure partial",
    "Decision": "id action target change reason author decided_at",
}


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: type(noun).__name__)
def test_every_field_of_a_noun_is_kept(noun: Any) -> None:
    """Whoever adds a field to a noun adds a column here, or it would be lost without a word."""
    assert KEPT[type(noun).__name__].split() == [field.name for field in fields(noun)]


def test_a_refusal_of_a_name_that_is_no_unicode_is_still_listed(ledger: Ledger) -> None:
    r"""A file named by the byte E9 alone reaches us as a lone surrogate."""
    ledger.record_refusal(Refusal(source="caf\udce9.txt", reason="empty"), at=SIX)
    assert [each.source for each in ledger.view().refusals()] == ["caf\\udce9.txt"]


def test_a_text_with_half_a_surrogate_pair_is_refused_and_the_rest_goes_on(ledger: Ledger) -> None:
    r"""A JSON record holding a lone \ud83d."""
    with pytest.raises(InputError, match="its text or its name is no Unicode"):
        ledger.record_document(article(text="ill \ud83d"), facts={}, rules="1", at=SIX)
    record(ledger, "d-2")
    assert list(ledger.view().document_ids()) == ["d-2"]


def test_what_a_briefing_said_is_kept_as_differences(ledger: Ledger) -> None:
    """18 on the 6th, 26 on the 7th, the line gone on the 8th; each day's briefing can be asked for."""
    assert ledger.record_findings([finding(), finding("f-2")], at=SIX) == 2
    assert ledger.record_findings([finding("f-2"), finding(low=26)], at=SEVEN) == 1
    assert ledger.record_findings([finding("f-2")], at=EIGHT) == 1
    said = {at: [(each.id, each.current["low"]) for each in ledger.view(at).findings()] for at in (SIX, SEVEN, EIGHT)}
    assert said == {SIX: [("f-1", 18), ("f-2", 18)], SEVEN: [("f-1", 26), ("f-2", 18)], EIGHT: [("f-2", 18)]}
    assert [finding("f-2")] == list(ledger.view().findings())


def test_one_claim_is_found_by_its_id(ledger: Ledger) -> None:
    """c-2 as now read; a claim that only an earlier reading had is found at its own time."""
    ledger.record_document(article(), facts={}, rules="1", at=SIX)
    ledger.record_reading(reading("d-1", claim(), claim(id="c-2")), dating=dating(), at=SIX)
    ledger.record_reading(reading("d-1", claim(id="c-2"), reader="reader 2"), dating=dating(), at=SEVEN)
    assert [len(ledger.view().claims_by_id(id, CONTENTS)) for id in ("c-1", "c-2")] == [0, 1]
    assert len(ledger.view(SIX).claims_by_id("c-1", CONTENTS)) == 1


def test_one_document_is_found_by_id_and_by_source(ledger: Ledger) -> None:
    """One page fetched twice is two documents of one source, the later first."""
    for id in ("d-1", "d-2"):
        ledger.record_document(article(id, source="page.html"), facts={}, rules="1", at=SIX)
    assert article("d-1", source="page.html") == ledger.view().document("d-1")
    assert [each.id for each in ledger.view().documents_from("page.html")] == ["d-2", "d-1"]
    with pytest.raises(UnknownIdError, match="d-9: the desk holds no such document"):
        ledger.view().document("d-9")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("ministry", ["d-1"]),
        ("MINISTRY officers", ["d-1"]),
        ("cafe", ["d-2"]),
        ("ministry OR closed", []),
        ('clos* "', []),
        ("", []),
    ],
)
def test_words_are_searched_as_words(ledger: Ledger, words: str, expected: list[str]) -> None:
    """Case and accents aside; nothing that a reader types is an operator of the search engine."""
    record(ledger, "d-1")
    ledger.record_document(article("d-2", text="The café is closed"), facts={}, rules="1", at=SIX)
    assert expected == list(ledger.view().documents_with(words))


def test_a_desk_keeps_what_it_holds_when_opened_again(path: Path) -> None:
    """Closed and opened, as by two commands one after the other."""
    with Ledger.open(path) as ledger:
        record(ledger, "d-1")
        held = ledger.view().statistics()
    with Ledger.open(path, create=False) as ledger:
        assert held == ledger.view().statistics()
        assert [mention()] == list(ledger.view().mentions())


def test_a_stream_may_be_read_while_articles_are_written(ledger: Ledger) -> None:
    """Each document is read again while the documents are being listed: the list is that of its start."""
    record(ledger, "d-1", "d-2", "d-3")
    seen: list[Document] = []
    for document in ledger.view().documents():
        seen.append(document)
        ledger.record_reading(reading(document.id, reader="reader 2"), dating=dating(document.id), at=SEVEN)
    assert [document.id for document in seen] == ["d-1", "d-2", "d-3"]


days = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1))


@settings(max_examples=40, deadline=None)
@given(text=st.text(st.characters(exclude_categories=["Cs"])), low=st.integers(0, 10**15), day=days, open=st.booleans())
def test_any_text_and_number_comes_out_as_it_went_in(text: str, low: int, day: date, open: bool) -> None:
    """Whatever an article holds, the ledger gives it back."""
    with TemporaryDirectory() as folder, Ledger.open(Path(folder, "a.desk")) as ledger:
        document = article(text=text, title=text or None)
        said = claim(quote=text, content=figure(low, label=text, high=None), said_on=When(day, None if open else day))
        ledger.record_document(document, facts={}, rules="1", at=SIX)
        ledger.record_reading(reading("d-1", said), dating=dating(), at=SIX)
        assert ([document], [said]) == (list(ledger.view().documents()), list(ledger.view().claims(CONTENTS)))
