"""Findings put in order for a reader: every row with its sentences, the widest figures first, nothing reckoned by
faces."""

import json
from collections.abc import Iterable

from notation import World, world
from weigh_gold import plain_kinds

from reportedly.brief import Briefing, Look, brief, briefing_as_data
from reportedly.lexicon import load
from reportedly.model import Agreement, Document, Refusal, Skip, Span


def briefing(
    told: World,
    *,
    documents: Iterable[Document] = (),
    skips: Iterable[Skip] = (),
    refusals: Iterable[Refusal] = (),
    country: str | None = None,
    look: Look | None = None,
) -> Briefing:
    return brief(
        told.findings(),
        told.claims,
        told.directory,
        documents,
        skips,
        refusals,
        kinds=plain_kinds().values(),
        datings=told.datings,
        copies=told.copies,
        country=country,
        look=look,
    )


def article(id: str, text: str = "", *, outlet: str | None = None) -> Document:
    return Document(id=id, source=f"articles/{id}.txt", text=text, body=(Span(0, len(text)),), outlet=outlet)


def test_headline_figures_go_from_all_people_to_groups() -> None:
    """Dead before injured, the country before the town, all people before officers and children."""
    told = world("""
        d1 2031-01-06 | injured people 163 @Northland < interior ministry
        d1 2031-01-06 | killed security_forces 3 @Northland < interior ministry
        d2 2031-01-07 | killed people 26 @Northland < interior ministry
        d2 2031-01-07 | killed people 9 @Northtown < hospital
        d2 2031-01-07 | participants people 3000 @Northtown < police
        d2 2031-01-07 | killed people 2 @Eastland < eastland embassy
    """)
    found = briefing(told)
    assert [(row.line, row.value) for row in found.figures] == [
        ("killed, people, Northland", "26"),
        ("killed, security forces, Northland", "3"),
        ("injured, people, Northland", "163"),
        ("participants, people, Northtown", "3,000"),
    ]
    assert [row.line for row in found.other_figures] == ["killed, people, Eastland", "killed, people, Northtown"]


def test_a_dozen_headlines_and_no_more_groups_first_to_go() -> None:
    """Thirteen counts of all people and one of officers: the officers make room, and so does the last count."""
    metrics = load("weighing")["headlines"]["metrics"][:13]
    told = world(
        "d1 2031-01-06 | killed security_forces 3 @Northland < interior ministry\n"
        + "\n".join(f"d2 2031-01-06 | {metric} people 26 @Northland < interior ministry" for metric in metrics)
    )
    found = briefing(told)
    assert [row.line.split(",")[0] for row in found.figures] == metrics[:12]
    assert "killed, security forces, Northland" in [row.line for row in found.other_figures]


def test_an_articles_own_count_is_no_side_of_a_dispute() -> None:
    """The ministry and the union are at odds; that an article's own word has a third number is no third side."""
    told = world("""
        d1 2031-01-06 | killed people 26 @Northland as of 2031-01-06 < interior ministry
        d2 2031-01-06 | killed people 41 @Northland as of 2031-01-06 < doctors' union
        d3 2031-01-06 | killed people 9 @Northland as of 2031-01-06
    """)
    assert sorted(camp.value for dispute in briefing(told).disputes for camp in dispute.camps) == ["26", "41"]


def test_a_row_says_how_many_articles_and_whose_word() -> None:
    """Three articles carry the ministry, one the union."""
    told = world("""
        d1 2031-01-06 | killed people 26 @Northland < interior ministry < state agency
        d2 2031-01-06 | killed people 26 @Northland < interior ministry
        d3 2031-01-07 | killed people 26 @Northland < doctors' union
    """)
    row = briefing(told).figures[0]
    assert row.who == "3 articles, 2 origins: interior ministry (2), doctors' union (1)"
    assert [citation.voices for citation in row.citations] == [
        "interior ministry",
        "doctors' union",
        "interior ministry, via state agency",
    ]
    assert row.citations[0].quote == "killed people 26 @Northland"


def test_a_dispute_shows_who_holds_what() -> None:
    """26 against 41, with the denial of a third number beside them."""
    told = world("""
        d1 2031-01-08 | killed people 26 @Northland as of 2031-01-08 < interior ministry
        d2 2031-01-08 | killed people 41 @Northland as of 2031-01-08 < rights group
        d3 2031-01-08 | killed people 41 @Northland denied < interior ministry
    """)
    (dispute,) = briefing(told).disputes
    assert [(camp.value, camp.who, camp.denies) for camp in dispute.camps] == [
        ("41", ("rights group",), False),
        ("26", ("interior ministry",), False),
        ("denied: 41", ("interior ministry",), True),
    ]


def test_measures_in_force_stand_apart_from_those_ended() -> None:
    """The curfew holds with its hours, the airport is open again."""
    told = world("""
        d1 2031-01-06 | curfew in_force @Northtown from 2031-01-05 daily 22:00/05:00 < governor
        d1 2031-01-06 | flight_suspension in_force @Northtown from 2031-01-05 < governor
        d2 2031-01-08 | flight_suspension lifted @Northtown on 2031-01-08 < governor
    """)
    found = briefing(told)
    assert [(row.line, row.value) for row in found.measures] == [
        ("curfew, Northtown", "in force, from 2031-01-05, daily 22:00 to 05:00")
    ]
    assert [(row.line, row.value) for row in found.ended_measures] == [
        ("flight suspension, Northtown", "lifted, from 2031-01-05")
    ]
    assert [(str(happening.when), happening.text) for happening in found.timeline] == [
        ("2031-01-05", "curfew, Northtown: begins"),
        ("2031-01-05", "flight suspension, Northtown: begins"),
        ("2031-01-08", "flight suspension, Northtown: lifted"),
    ]


def test_the_chosen_country_s_nationals_come_first() -> None:
    """Two Koreans are safe, as two articles have it; one Chilean died."""
    told = world("""
        d1 2031-01-06 | safety KR unharmed @Northland < foreign ministry
        d2 2031-01-06 | safety KR unharmed @Northland < foreign ministry
        d2 2031-01-06 | killed foreigners 1 @Northland of CL < hospital
    """)
    rows = {nation.country: [row.value for row in nation.rows] for nation in briefing(told, country="cl").nationals}
    assert list(rows) == ["CL", "KR"]
    assert rows == {"CL": ["1"], "KR": ["unharmed"]}
    assert briefing(told).figures == ()


def test_positions_are_told_by_who_holds_them() -> None:
    """Eastland condemns and appeals, Westland condoles."""
    told = world("""
        d1 2031-01-06 | position condemn Eastland -> Northland
        d1 2031-01-06 | position appeal Eastland -> Northland
        d2 2031-01-06 | position condole Westland
    """)
    holders = briefing(told).positions
    assert [(holder.name, sorted(row.value for row in holder.positions)) for holder in holders] == [
        ("Eastland", ["appeal", "condemn"]),
        ("Westland", ["condole"]),
    ]


def test_what_is_thin_says_why() -> None:
    """On nobody's word, on one nurse's, only possible, and "could not be verified" in the article's own sentence."""
    told = world("""
        d1 2031-01-06 | killed people 5 @Northtown
        d2 2031-01-06 | injured people 11 @Northtown < ?a nurse
        d2 2031-01-06 | missing people 20 @Northtown possible < police
        d3 2031-01-06 | detained people 7 @Northtown < police
    """)
    text = "Shots were heard. The reports could not be verified independently! More follows."
    found = briefing(told, documents=[article("d1", text, outlet="The North Post")]).unverified
    assert [(thin.reason, thin.text) for thin in found] == [
        ("told on nobody's word", "killed, people, Northtown: 5"),
        ("rests on one voice without a name: a nurse", "injured, people, Northtown: 11"),
        ("told only as possible", "20 people missing"),
        ("the article says so", "The reports could not be verified independently!"),
    ]
    doubt = found[-1].citations[0]
    assert text[doubt.span.start : doubt.span.end] == doubt.quote


def test_voices_say_through_whom_they_reach_us_and_who_repeats_whom() -> None:
    """The ministry through the state agency; the second article is the first again."""
    told = world(
        """
        d1 2031-01-06 | killed people 26 @Northland < interior ministry < state agency
        d2 2031-01-07 | killed people 26 @Northland < interior ministry < state agency
        d2 2031-01-07 | curfew in_force @Northland
        """,
        copies={"d1": ["d2"], "d2": ["d1"]},
    )
    found = briefing(told, documents=[article("d2"), article("d1")])
    (voice,) = found.voices
    assert (voice.name, voice.side, voice.documents, voice.through) == (
        "interior ministry",
        "state:NL",
        ("d1", "d2"),
        ("state agency",),
    )
    assert [(repeat.document, repeat.of) for repeat in found.repeats] == [("d2", "d1")]
    assert [row.id for row in found.articles] == ["d1", "d2"]


def test_what_was_not_read_is_listed() -> None:
    """A passage passed over with its words, and a file that could not be opened."""
    skip = Skip(document="d1", span=Span(0, 5), reason="a number that counts nothing known")
    refusal = Refusal(source="articles/x.bin", reason="no text", cure="give its text")
    found = briefing(world(""), documents=[article("d1", "Seven samurai.")], skips=[skip], refusals=[refusal])
    assert [(unread.quote, unread.reason) for unread in found.unread] == [("Seven", skip.reason)]
    assert found.refused == (refusal,)


def test_a_denied_rumour_is_told_as_denied() -> None:
    """Nobody says that troops have landed; the ministry denies it."""
    told = world("d1 2031-01-06 | foreign_deployment in_force @Northland denied < interior ministry")
    found = briefing(told)
    assert found.measures == ()
    assert [(row.value, row.agreement) for row in found.ended_measures] == [("denied", Agreement.DENIED)]
    assert [camp.value for camp in found.disputes[0].camps] == ["denied"]


def test_a_briefing_is_plain_data() -> None:
    """Dates as EDTF, spans as pairs, unknown as null; JSON takes it as it is."""
    told = world("d1 2031-01-06 | killed people 26 @Northland as of 2031-01-05 < interior ministry")
    data = json.loads(json.dumps(briefing_as_data(briefing(told))))
    row = data["figures"][0]
    assert (row["as_of"], row["agreement"], row["current"]) == ("2031-01-05", "stands", {"low": 26, "high": 26})
    assert row["citations"][0]["span"] == [0, 50]
    assert list(data) == [
        *[
            "since",
            "changes",
            "figures",
            "disputes",
            "measures",
            "ended_measures",
            "positions",
            "nationals",
            "timeline",
        ],
        *[
            "unverified",
            "voices",
            "repeats",
            "other_figures",
            "other_events",
            "unread",
            "refused",
            "decisions",
            "rules",
            "stories",
            "articles",
        ],
    ]


def test_the_order_of_what_is_given_changes_nothing() -> None:
    """Claims, documents and findings from behind."""
    told = world("""
        d1 2031-01-06 | killed people 26 @Northland < interior ministry
        d2 2031-01-06 | killed people 9 @Northtown < ?witnesses
        d2 2031-01-06 | curfew in_force @Northtown
        d3 2031-01-06 | position condemn Eastland -> Northland
    """)
    documents = [article(id, "This could not be verified.") for id in ("d1", "d2", "d3")]
    kinds = plain_kinds().values()
    forth = brief(told.findings(), told.claims, told.directory, documents, kinds=kinds, datings=told.datings)
    back = brief(
        told.findings()[::-1], told.claims[::-1], told.directory, documents[::-1], kinds=kinds, datings=told.datings
    )
    assert back == forth
