"""Publication dates of a desk of invented articles."""

import itertools
import json
import random
from dataclasses import asdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.gather.published import Clues, clues_of, date_documents
from reportedly.model import Basis, Dating, Document, Span
from reportedly.when import parse_when


def article(id: str, text: str, **fields: object) -> Document:
    return Document(id=id, text=text, body=(Span(0, len(text)),), **{"source": f"{id}.txt", **fields})  # type: ignore[arg-type]


def dated(*documents: Document) -> dict[str, str]:
    """Each document as `date basis`."""
    return {id: plain(dating) for id, dating in date_documents(map(clues_of, documents)).items()}


def plain(dating: Dating) -> str:
    return f"{dating.published} {dating.basis.value}" if dating.published and dating.basis else "unknown"


def dating_of(text: str, **fields: object) -> str:
    return dated(article("a", text, **fields))["a"]


PROSE = (
    "Divers went down to the wreck again, and the harbour master said that nobody had been found alive there so far."
)
LINES = [
    ("Published: 3 August 2031, 14:20", "2031-08-03 byline"),
    ("Published on Sunday, 3 August 2031 at 2.20 pm", "2031-08-03 byline"),
    ("Posted by Jane Doe on August 3, 2031", "2031-08-03 byline"),
    ("First published 3 Aug 2031 | Updated 5 Aug 2031", "2031-08-03 byline"),
    ("Updated 5 Aug 2031 | Published 3 Aug 2031", "2031-08-03 byline"),
    ("Aug 3, 2031", "2031-08-03 byline"),
    ("3 August 2031 14:20 GMT", "2031-08-03 byline"),
    ("03.08.2031 14:20", "2031-08-03 byline"),
    ("Sunday, 3 August 2031 – Radio Bahía, English service", "2031-08-03 byline"),
    ("By Jane Doe | 3 Aug 2031", "2031-08-03 byline"),
    ("Jane Doe, 3 August 2031", "2031-08-03 byline"),
    ("By Jane Doe, Harbour Post - August 3, 2031 - 4 min read", "2031-08-03 byline"),
    ("World | 3 August 2031 | Jane Doe", "2031-08-03 byline"),
    ("Date: 2031-08-03", "2031-08-03 byline"),
    ("Lima, 3 August 2031", "2031-08-03 byline"),
    ("LIMA, August 3, 2031 (PNA) - " + PROSE, "2031-08-03 byline"),
    ("LIMA (PNA), 3 August 2031 – " + PROSE, "2031-08-03 byline"),
    ("CEBU CITY, Philippines, Aug. 3, 2031 (PNA) -- " + PROSE, "2031-08-03 byline"),
    ("Lima, 3 August 2031 (PNA/Rel) -- " + PROSE, "2031-08-03 byline"),
    ("LIMA, 3 Aug. 2031 (PNA).- " + PROSE, "2031-08-03 byline"),
    ("This advice is current for Sunday, 3 August 2031.", "2031-08-03 byline"),
    ("Harbour Ledger, Lima / 3 Aug.'31 / 11:21 (last updated 4 Aug.'31 / 23:40)", "2031-08-03 byline"),
    ("LIMA, 3 Aug 2031 PNA - " + PROSE, "2031-08-03 byline"),
    ("News ID: 76950\nPublished Date: 3August 2031 - 17:00", "2031-08-03 byline"),
    ("Photo: PNA, 3 August 2029", "2029-08-03 text"),
    ("Anniversary of the storm of 3 August 1999", "unknown"),
]


def test_a_live_page_came_out_with_its_last_post() -> None:
    """An article that was changed later came out on some day before."""
    posts = "\n\n".join(f"{hour}:20 - {PROSE}" for hour in (21, 19, 14))
    head = "Last update: Sunday 3 August 2031, 21:30 GMT"
    assert dating_of(f"Ferry lost: hour by hour\n\n{head}\n\n{posts}\n") == "2031-08-03 byline"
    assert dating_of(f"Ferry lost off the cape\n\n{head}\n\n{PROSE}\n\n{PROSE}\n") != "2031-08-03 byline"


def test_a_link_to_another_story_dates_nothing() -> None:
    """Below a page that says when it was updated."""
    links = "In pictures: the wreck  5 Aug 31 | In Pictures\nOpposition sets rally date  2 Aug 31 | Americas"
    text = (
        f"Last Updated: Sunday, 3 August 2031, 13:12 GMT\n\nFerry lost off the cape\n\n{PROSE}\n\n{PROSE}\n\n{links}\n"
    )
    assert dating_of(text) == "2031-08-03 text"


@pytest.mark.parametrize(("line", "expected"), LINES, ids=[line[:40] for line, _ in LINES])
def test_a_line_of_the_article_tells_its_day(line: str, expected: str) -> None:
    """Under the headline, before the prose."""
    assert dating_of(f"Ferry lost off the cape\n\n{line}\n\n{PROSE}\n") == expected


def test_metadata_comes_first_then_the_address_then_a_line() -> None:
    """Each basis gives way to the surer one."""
    text = f"Ferry lost\n\nPublished: 5 August 2031\n\n{PROSE}"
    url, day = "https://post.example/2031/08/04/ferry.html", parse_when("2031-08-03")
    assert dating_of(text) == "2031-08-05 byline"
    assert dating_of(text, source=url) == "2031-08-04 url"
    assert dating_of(text, source=url, published=day, published_basis=Basis.METADATA) == "2031-08-03 metadata"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("https://post.example/2031/08/03/ferry", "2031-08-03 url"),
        ("https://post.example/news/2031-08-03-ferry.html", "2031-08-03 url"),
        ("https://post.example/a/20310803/ferry", "2031-08-03 url"),
        ("https://post.example/2031/13/43/ferry", "unknown"),
        ("https://post.example/id/2031080312/ferry", "unknown"),
        ("articles/2031/08/03/ferry.txt", "unknown"),
        ("https://[broken/2031/08/03/", "unknown"),
    ],
)
def test_only_a_web_address_that_names_a_day_dates_an_article(source: str, expected: str) -> None:
    """A folder's name may be the day of the download."""
    assert dating_of(PROSE, source=source) == expected


def test_a_month_in_the_address_is_met_by_a_weekday_and_a_day_of_the_text() -> None:
    """The address has the month, the text the day."""
    text = "An official said on the 8th that the port stays shut. On the 7th two ships had come."
    assert dating_of(text, source="https://post.example/2031/08/port.html") == "2031-08-08 text"


def test_an_update_time_is_not_the_first_publication() -> None:
    """Only a hint: the text says that it is of the day before."""
    text = "Ferry lost\n\nLast updated: Monday, 4 August 2031\n\nYesterday (Saturday), the guard said, the ferry sank."
    assert dating_of(text) == "2031-08-03 text"


def test_a_caption_and_the_weekdays_fix_the_day() -> None:
    """The text alone has it: 3 August 2031 was a Sunday."""
    text = (
        "Ferry lost\n\nThe coast guard said on Sunday that 3 had died.\nThe governor wept on Sunday.\n\n"
        "A lifeboat off the cape, 03 August 2031. PNA/COAST GUARD HANDOUT"
    )
    assert dating_of(text) == "2031-08-03 text"


FIRST = article("first", "Ferry lost\n\nPublished: 3 August 2031\n\nThe coast guard said on Sunday that 13 had died.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("An official said on the 5th that 21 had died. On the 4th it was 17.", "2031-08-05"),
        ("The guard said on Tuesday that 21 had died. On Monday it was 17. The ferry sank on Sunday.", "2031-08-05"),
        ("It rained on August 3, and on August 4. A statement released on Wednesday says so.", "2031-08-06"),
        ("The port was closed on Monday, the guard said on Tuesday. It will be open again on Thursday.", "2031-08-05"),
        ("It said on Monday night that it would look on. Yesterday 13 had been dead, today it is 21.", "2031-08-05"),
        ("Yesterday (Tuesday) two ships came. They will leave tomorrow.", "2031-08-06"),
        ("On Saturday, 2 August, it sank. On Monday, the guard said, the search ends.", "2031-08-04"),
        ("PORT ROYAL, Aug 5 (PNA) - The guard said that 21 had died.", "2031-08-05"),
    ],
)
def test_weekdays_and_days_of_the_month_are_placed_beside_the_others(text: str, expected: str) -> None:
    """Another article of the desk is of 3 August 2031, a Sunday."""
    assert dated(FIRST, article("b", text))["b"] == f"{expected} other-articles"


def test_a_date_without_its_year_needs_the_others() -> None:
    """Alone, nothing is known, and nothing is made up."""
    text = "An official said on the 5th that 21 had died. On the 4th it was 17."
    assert dating_of(text) == "unknown"


@pytest.mark.parametrize(
    "text",
    [
        "The worst since the flood of 3 May 1999, the minister said.",
        "The 26 December 2004 tsunami killed more people.",
        "In 1988 an earthquake razed the town, and since 1991 it has been empty.",
        "An archive picture of the port, 12 May 2019. Photo: PNA",
        "Nobody knows anything.",
        "",
    ],
)
def test_a_look_back_dates_no_article(text: str) -> None:
    """What is told for comparison is no clue."""
    assert dating_of(text) == "unknown"


def test_a_desk_without_any_date_is_all_unknown() -> None:
    """Honest, with a note that says so."""
    documents = [article(str(n), f"The guard said on Monday that {n} ships came.") for n in range(10, 20)]
    datings = date_documents(map(clues_of, documents))
    assert {plain(dating) for dating in datings.values()} == {"unknown"}
    assert all(dating.note for dating in datings.values())


def test_two_days_that_are_about_as_likely_make_an_interval() -> None:
    """The article says when, but not of which of two days it is."""
    dating = date_documents(
        map(clues_of, [FIRST, article("b", "The guard said on Monday that the search goes on today.")])
    )["b"]
    assert plain(dating) == "2031-08-04/2031-08-05 other-articles"
    assert "about equally likely" in dating.note


def test_articles_with_the_same_numbers_lie_near() -> None:
    """On Saturday: of the three in question, the one that has the toll of those days."""
    early = article("early", f"Published: 3 August 2031\n\n{PROSE} It counted 113 dead and 4,711 homeless.")
    late = article("late", f"Published: 24 August 2031\n\n{PROSE} It counted 1,318 dead and 90,250 homeless.")
    both = [
        article("x", "The guard said on Saturday that 1,318 had died and 90,250 were homeless."),
        article("y", "The guard said on Monday that 113 had died and 4,711 were homeless."),
    ]
    assert {id: day for id, day in dated(early, late, *both).items() if id in "xy"} == {
        "x": "2031-08-23 other-articles",
        "y": "2031-08-04 other-articles",
    }


SITE = "spot_img\n29.9 C\nThursday, May 9, 2034\n\nNo harm to the crew of the ferry\n\n"


def test_a_site_may_print_the_day_on_which_it_is_looked_at() -> None:
    """On top of the page, years from the day of which the others tell; beside nothing else it is taken at its word."""
    page = article(
        "page",
        title="No harm to the crew of the ferry",
        text=f"{SITE}{PROSE}\n\nThe guard said on Monday that the search went on.\n",
    )
    assert dated(page)["page"] == "2034-05-09 byline"
    assert dated(FIRST, page)["page"] == "2031-08-04 other-articles"


def test_an_article_that_looks_back_over_years_is_of_the_day_on_top_of_it() -> None:
    """Three years after the ferry went down."""
    page = article(
        "page",
        title="No harm to the crew of the ferry",
        text=f"{SITE}{PROSE}\n\nThree years after that Monday the wreck still lies there.\n",
    )
    assert dated(FIRST, page)["page"] == "2034-05-09 byline"


def test_who_retells_a_story_years_later_tells_nothing_of_when_the_others_came_out() -> None:
    """On the numbers alone the undated article would be of 2041."""
    later = article(
        "later",
        f"Published: 3 August 2041\n\nOn 1 August 2031 the ferry sank with 1,318 people and 4,711 parcels. {PROSE}",
    )
    row = article("b", "The guard said on Sunday, 3 August that 1,318 people and 4,711 parcels had been on board.")
    assert dated(FIRST, later, row)["b"].startswith("2031-08-03")


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("Six days after the ferry sank the search goes on, the guard said on Thursday.", "2031-08-07"),
        ("Since the ferry went down last week nobody slept, the guard said on Monday.", "2031-08-04"),
        ("Calm prevailed yesterday, Tuesday the fifth of August, in the port.", "2031-08-06"),
        ("The guard counted 21 dead this morning, the 6th, after 17 on Sunday.", "2031-08-06"),
        ("The guard will meet on Thursday the 7th; it said on Tuesday that 21 had died.", "2031-08-05"),
        ("The guard counted 21 dead on Tuesday (5).", "2031-08-05"),
    ],
)
def test_what_tells_the_day(told: str, day: str) -> None:
    """Beside three articles that tell of the first days of August."""
    early = [
        article(f"e{n}", f"Published: {n} August 2031\n\nThe ferry sank on Friday. {PROSE} They found {n * 111} shoes.")
        for n in (1, 2, 3)
    ]
    assert dated(*early, article("b", told))["b"].split()[0] == day


def test_dates_without_a_year_are_not_of_a_year_ago() -> None:
    """ "Looting went on on January 6 and January 7" is not of Monday the 3rd, though the 7th of the last year lies behind."""
    others = [
        article(f"b{at}", f"Five people died, the police said on {weekday}.", published=f"2022-01-0{day}")
        for at, (weekday, day) in enumerate([("Thursday", 6), ("Thursday", 7), ("Friday", 7)])
    ]
    told = (
        "The ministry condemned the violence on Monday. As reported, rallies began on January 2. On January 4, crowds "
        "clashed with guards. On January 5, the cabinet fell. On January 6 and January 7, looting went on."
    )
    assert dated(*others, article("a", told))["a"] == "2022-01-10 other-articles"


def test_the_note_says_what_decided() -> None:
    """In words, for an analyst."""
    row = article("b", "An official said on the 5th that 21 had died. On the 4th it was 17.")
    note = date_documents(map(clues_of, [FIRST, row]))["b"].note
    assert (
        note == "fits “the 5th” (the same day), “the 4th” (a day before); month or year from the desk's other articles"
    )


def test_the_order_of_the_documents_changes_nothing() -> None:
    """All orders of a small desk, and some of a larger one."""
    texts = ["on the 5th", "on Tuesday", "on Monday"]
    rows = [clues_of(FIRST), *(clues_of(article(f"d{n}", f"The guard spoke {text}.")) for n, text in enumerate(texts))]
    results = {
        json.dumps({k: plain(v) for k, v in sorted(date_documents(o).items())}) for o in itertools.permutations(rows)
    }
    assert len(results) == 1


def test_clues_are_plain_json() -> None:
    """They are kept in the ledger and come back equal."""
    for document in (FIRST, article("b", "Yesterday (Tuesday) 21 died on the 5th, 3 August 2031.")):
        clues = clues_of(document)
        assert Clues.from_plain(json.loads(json.dumps(asdict(clues)))) == clues


@pytest.mark.parametrize("year", [1923, 1968, 1999, 2031, 2087])
def test_any_decade_will_do(year: int) -> None:
    """Nothing in it knows today's date."""
    first = article("first", f"Quake\n\nPublished: 3 August {year}\n\n{PROSE}")
    assert (
        dated(first, article("b", "On the 5th the count rose, officials said on the 6th."))["b"]
        == f"{year}-08-06 other-articles"
    )


def test_thousands_of_articles_are_dated_in_one_go() -> None:
    """A third carries a date, the rest says a weekday or a day; the cost grows with the number, not its square."""
    chance = random.Random(1)
    words = ["on Monday", "on Tuesday night", "on Friday", "on the 5th", "on the 19th", "on August 12"]
    documents = []
    for n in range(2000):
        line = f"Published: {n % 28 + 1} August 2031\n\n" if n % 3 == 0 else ""
        documents.append(article(f"{n:04}", f"{line}The guard said {chance.choice(words)} that {n} ships had come."))
    datings = date_documents(map(clues_of, documents))
    assert len(datings) == 2000
    assert sum(dating.published is not None for dating in datings.values()) > 1200


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_a_day_at_the_end_of_the_calendar_upsets_no_other_article(day: str) -> None:
    """A site's metadata may say anything; the articles beside it are dated as without it."""
    odd = article("odd", PROSE, published=parse_when(day), published_basis=Basis.METADATA, modified=parse_when(day))
    row = article("b", "An official said on the 5th that 21 had died.")
    assert dated(FIRST, row, odd)["b"] == dated(FIRST, row)["b"]


@given(st.lists(st.text(max_size=120), max_size=4))
def test_any_text_is_survived(texts: list[str]) -> None:
    """Every document gets its dating, and the clues stay plain."""
    rows = [clues_of(article(str(n), text)) for n, text in enumerate(texts)]
    assert sorted(date_documents(rows)) == sorted(str(n) for n in range(len(texts)))
    assert all(Clues.from_plain(json.loads(json.dumps(asdict(row)))) == row for row in rows)


def test_a_broadcast_transcript_is_of_the_day_that_its_head_names() -> None:
    """Transcript of the programme first broadcast on Monday 5 May 2031"""
    text = "NIGHT DESK - Radio Nord\nTranscript of the programme first broadcast on Monday 5 May 2031\n\nGood evening."
    found = clues_of(Document(id="d", source="d.txt", text=text, body=()))
    assert (found.given, found.given_by) == ("2031-05-05", "byline")


def test_a_date_in_either_order_gives_nothing_outright() -> None:
    """Published 10/09/2031: the tenth of September or the ninth of October, for the other clues to choose."""
    text = "Bridge closed\n\nPublished 10/09/2031\n\nThe bridge was closed."
    found = clues_of(Document(id="d", source="d.txt", text=text, body=()))
    assert (found.given, sorted((c.month, c.day) for c in found.said)) == (None, [(9, 10), (10, 9)])
