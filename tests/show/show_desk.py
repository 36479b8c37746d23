"""A small invented desk, made by hand: two articles on a dam, four claims, three findings.

It stands for what reading and weighing give, so that the faces are tested on what they get and on nothing else.
"""

from datetime import date

from reportedly.claims.figure.content import Figure
from reportedly.claims.measure.content import Measure
from reportedly.claims.position.content import Position
from reportedly.model import (
    Agreement,
    Basis,
    Claim,
    ClaimRole,
    Dating,
    Directory,
    Document,
    Entity,
    EntityKind,
    Finding,
    Line,
    Modality,
    Origin,
    Span,
    Support,
    Voice,
    VoiceRole,
    Weighed,
)
from reportedly.show.export import Holdings
from reportedly.when import When

TEXT = (
    "Dam bursts above Sarvan\n\n"
    "The interior ministry said 18 soldiers were killed, the state agency reported.\u2028"
    "Norland condemned the builders.\n\n"
    "Share this page"
)
COPY = "Dam bursts above Sarvan\n\nA curfew is in force from 21:00 to 05:00."
MARCH_8 = When.on(date(2031, 3, 8))


def span_of(part: str, text: str = TEXT) -> Span:
    start = text.index(part)
    return Span(start, start + len(part))


FIRST = Document(
    id="d-0000000000000001",
    source="articles/dam.txt",
    text=TEXT,
    body=(Span(0, TEXT.index("\n\nShare")),),
    title="Dam bursts above Sarvan",
    outlet="The Valley Post",
    language="en",
)
SECOND = Document(
    id="d-0000000000000002", source="articles/dam-2.txt", text=COPY, body=(Span(0, len(COPY)),), published=MARCH_8
)

MINISTRY = Entity(
    id="e-ministry",
    kind=EntityKind.ORGANISATION,
    name="Interior Ministry",
    aliases=("interior ministry",),
    country="XS",
    side="state:XS",
    mentions=((FIRST.id, span_of("The interior ministry")),),
    because=("first of its name",),
)
AGENCY = Entity(
    id="e-agency",
    kind=EntityKind.AGENCY,
    name="state agency",
    aliases=(),
    country=None,
    side=None,
    mentions=((FIRST.id, span_of("the state agency")),),
)
NORLAND = Entity(
    id="e-norland",
    kind=EntityKind.PLACE,
    name="Norland",
    aliases=("Norland",),
    country="XN",
    side="state:XN",
    latitude=60.5,
    longitude=-3.25,
    mentions=((FIRST.id, span_of("Norland")),),
)
SARVAN = Entity(
    id="e-sarvan",
    kind=EntityKind.PLACE,
    name="Sarvan",
    aliases=("Sarvan",),
    country="XS",
    side=None,
    mentions=((FIRST.id, span_of("Sarvan")), (SECOND.id, span_of("Sarvan", COPY))),
)
POST = Entity(
    id="e-post", kind=EntityKind.OUTLET, name="Valley Post", aliases=("The Valley Post",), country=None, side=None
)
DIRECTORY = Directory((MINISTRY, AGENCY, NORLAND, SARVAN, POST))

TOLL = Claim(
    id="c-toll",
    kind="figure",
    document=FIRST.id,
    span=span_of("18 soldiers were killed"),
    quote="18 soldiers were killed",
    attribution=(
        Voice(
            name="The interior ministry",
            role=VoiceRole.SPEAKER,
            cue="said",
            mention=span_of("The interior ministry"),
        ),
        Voice(name="the state agency", role=VoiceRole.AGENCY, cue="reported", mention=span_of("the state agency")),
    ),
    modality=Modality.ASSERTED,
    said_on=MARCH_8,
    as_of=MARCH_8,
    when=None,
    place=span_of("Sarvan"),
    background=False,
    content=Figure(
        metric="killed", population="soldiers", label="soldiers", low=18, high=18, text="18", scope="cumulative"
    ),
)
BLAME = Claim(
    id="c-blame",
    kind="position",
    document=FIRST.id,
    span=span_of("Norland condemned the builders"),
    quote="Norland condemned the builders",
    attribution=(Voice(name="Norland", role=VoiceRole.SPEAKER, cue="condemned", mention=span_of("Norland")),),
    modality=Modality.ASSERTED,
    said_on=None,
    as_of=None,
    when=None,
    place=None,
    background=False,
    content=Position(
        stance="condemn",
        holder=span_of("Norland"),
        holder_name="Norland",
        target=span_of("the builders"),
        target_name="the builders",
    ),
)
CURFEW = Claim(
    id="c-curfew",
    kind="measure",
    document=SECOND.id,
    span=span_of("A curfew is in force from 21:00 to 05:00", COPY),
    quote="A curfew is in force from 21:00 to 05:00",
    attribution=(),
    modality=Modality.ASSERTED,
    said_on=None,
    as_of=None,
    when=MARCH_8,
    place=span_of("Sarvan", COPY),
    background=False,
    content=Measure(measure="curfew", status="in_force", daily="21:00/05:00"),
)
TOLL_FINDING = Finding(
    id="f-toll",
    story="s-1",
    line=Line("figure", (("metric", "killed"), ("population", "soldiers"), ("place", "e-sarvan"))),
    agreement=Agreement.STANDS,
    support=Support.SINGLE_ORIGIN,
    current={"low": 18, "high": 18},
    as_of=MARCH_8,
    since=MARCH_8,
    origins=(
        Origin(entity="e-ministry", name="Interior Ministry", side="state:XS", first=MARCH_8, documents=(FIRST.id,)),
    ),
    claims=(Weighed("c-toll", ClaimRole.CURRENT),),
    note="1 article, 1 origin: Interior Ministry",
)
CURFEW_FINDING = Finding(
    id="f-curfew",
    story="s-1",
    line=Line("measure", (("measure", "curfew"), ("place", "e-sarvan"))),
    agreement=Agreement.STANDS,
    support=Support.SINGLE_ORIGIN,
    current={"status": "in_force", "starts": None, "ends": None, "daily": "21:00/05:00"},
    as_of=None,
    since=None,
    origins=(Origin(entity=None, name="articles/dam-2.txt", side=None, first=None, documents=(SECOND.id,)),),
    claims=(Weighed("c-curfew", ClaimRole.CURRENT),),
    note="1 article, 1 origin: its own word",
)
DATINGS = {
    FIRST.id: Dating(document=FIRST.id, published=MARCH_8, basis=Basis.OTHER_ARTICLES, note="by its copy"),
    SECOND.id: Dating(document=SECOND.id, published=MARCH_8, basis=Basis.METADATA, note="metadata"),
}


def holdings() -> Holdings:
    """The desk, its rows given in another order than they are exported in."""
    return Holdings(
        documents=(SECOND, FIRST),
        claims=(CURFEW, BLAME, TOLL),
        directory=DIRECTORY,
        findings=(TOLL_FINDING, CURFEW_FINDING),
        datings=DATINGS,
        copies={FIRST.id: (SECOND.id,), SECOND.id: (FIRST.id,)},
        stories={FIRST.id: "s-1", SECOND.id: "s-1"},
    )
