"""Copies of an invented wire: cut, joined, respelt, brought up to date, and rewritten in five strengths."""

import json
from dataclasses import asdict

import pytest

from reportedly.gather.copies import copies_of
from reportedly.gather.document import document_of
from reportedly.gather.fingerprints import Fingerprint, fingerprint_of
from reportedly.ledger.plain import parse_json
from reportedly.model import Document

WIRE = """Ten die as fire sweeps Sasso tunnel

ALTDORF, March 3 (SWA) - Ten people died and 34 were injured on Monday when a lorry laden with paint caught \
fire in the \
Sasso tunnel, the cantonal police said.

The lorry burst into flames at 14:05 some 800 metres from the northern portal, police commander Urs Brandt told \
reporters \
in Altdorf. Eighteen cars were trapped behind it.

"We heard them on the emergency telephones and could not get through," said Marta Zgraggen, head of the fire brigade.

Four of the injured were in a serious condition at the hospital of Lucerne, a spokeswoman said. Six people are missing.

The government in Bern ordered flags to be flown at half-mast for three days and set aside 2 million francs for \
the families.

The tunnel, opened in 1987 and 9.2 kilometres long, will stay closed for at least a week, the roads office said.

Prosecutors have detained the driver, a man of 41 from Turin, on suspicion of negligence. He denies any guilt.
"""
PARAGRAPHS = WIRE.strip().split("\n\n")

FIRST_STRENGTH = WIRE.replace("Ten die as fire sweeps Sasso tunnel", "Tunnel of death: ten burn").replace(
    "Altdorf", "Altorf"
)
SECOND_STRENGTH = "\n\n".join(
    ["Horror in the Sasso", *PARAGRAPHS[1:5], "Readers lit candles in front of the town hall on Monday night."]
)
THIRD_STRENGTH = """Ten dead after lorry blaze under the Alps

Ten people died and 34 were injured when a lorry carrying paint caught fire in the Sasso tunnel on Monday afternoon.

According to police commander Urs Brandt the lorry burst into flames at 14:05, some 800 metres from the \
northern portal of \
the tube. Behind it eighteen cars were trapped.

"We heard them on the emergency telephones and could not get through," fire chief Marta Zgraggen said.

In Lucerne four of the injured were fighting for their lives. Another six people are missing, and Bern has put \
up 2 million.

Prosecutors have detained the driver of 41 from Turin. The tunnel of 1987 stays shut for at least a week.
"""
FOURTH_STRENGTH = """Paint lorry turns Alpine tunnel into inferno

It was five past two when the paint went up. Ten dead, 34 hurt: such is the toll of Monday's blaze in the Sasso tunnel.

Commander Urs Brandt put the spot at 800 metres inside the mountain. For eighteen drivers there was no way out.

"We heard them on the emergency telephones and could not get through," Marta Zgraggen recalls.

Lucerne's doctors battle for four lives; six names are on the list of the missing. Bern pays 2 million francs. \
The tube \
dates from 1987 and measures 9.2 kilometres. A driver of 41 sits in a cell.
"""
FIFTH_STRENGTH = """What the Sasso tells us about our roads

A mountain burned on Monday, and with it our trust in concrete. Experts had warned of paint, of lorries, of old fans.

Fans cost money. Parliament did not spend it. One day somebody will ask why.
"""
ANOTHER = """Avalanche shuts Gotthard road

ANDERMATT, March 3 (SWA) - An avalanche closed the road over the Gotthard pass on Monday and cut off 400 skiers, the \
cantonal police said.

Nobody was hurt, police commander Urs Brandt told reporters in Altdorf. Helicopters flew 60 children to the valley.

The pass will stay closed for at least three days, the roads office said, since more snow is forecast for Wednesday.
"""


def document(name: str, text: str) -> Document:
    return document_of(source=name, data=text.encode(), text=text)


def copies(**texts: str) -> dict[str, tuple[str, ...]]:
    documents = {document(name, text).id: name for name, text in texts.items()}
    found = copies_of(fingerprint_of(document(name, text)) for name, text in texts.items())
    return {documents[id]: tuple(sorted(documents[other] for other in others)) for id, others in found.items()}


@pytest.mark.parametrize(
    "text",
    [
        WIRE,
        WIRE.replace("\n\n", "\r\n"),
        WIRE.replace("é", "e").upper(),
        f"Uri Post\nBy SWA\nShare this article\n\n{WIRE}\n\n© 2031 Uri Post\n\nComments are closed.",
        "\n\n".join(PARAGRAPHS[:4]),
        "\n\n".join(PARAGRAPHS[3:]),
        PARAGRAPHS[0] + "\n\n" + "\n\n".join(reversed(PARAGRAPHS[1:])),
        " ".join(PARAGRAPHS),
        FIRST_STRENGTH,
        SECOND_STRENGTH,
    ],
)
def test_the_same_text_or_mostly_so_is_a_copy(text: str) -> None:
    """Cut from either end, in other order, with another headline, in other furniture, respelt."""
    assert copies(wire=WIRE, other=f"{text}\n") == {"wire": ("other",), "other": ("wire",)}


@pytest.mark.parametrize(
    "text", [THIRD_STRENGTH, FOURTH_STRENGTH, FIFTH_STRENGTH, ANOTHER, "", "Ten die as fire sweeps"]
)
def test_another_text_is_no_copy(text: str) -> None:
    """A rewrite, a comment on the news, another article of the same agency, nothing."""
    assert copies(wire=WIRE, other=text) == {}


def test_copies_are_symmetric_and_transitive() -> None:
    """Two cuts that share nothing are copies of each other through the whole."""
    assert copies(whole=WIRE, head="\n\n".join(PARAGRAPHS[:4]), tail="\n\n".join(PARAGRAPHS[4:]), other=ANOTHER) == {
        "whole": ("head", "tail"),
        "head": ("tail", "whole"),
        "tail": ("head", "whole"),
    }


def test_a_roundup_is_no_copy_of_the_briefs_in_it() -> None:
    """One brief of many in a long page makes up too little of it."""
    briefs = [
        f"Town {at} counted its votes, the mayor of town {at} said, and {at * 7} of {at * 91} of town {at} stayed away."
        f" In district {at} rain fell for {at + 3} hours; school {at} of ward {at + 1} was shut."
        for at in range(60)
    ]

    assert copies(brief=PARAGRAPHS[2], roundup="\n\n".join([*briefs, PARAGRAPHS[2]])) == {}


def test_the_order_in_which_documents_come_changes_nothing() -> None:
    """Findings rest on it."""
    prints = [
        fingerprint_of(document(name, text)) for name, text in (("a", WIRE), ("b", SECOND_STRENGTH), ("c", ANOTHER))
    ]

    assert list(copies_of(prints).items()) == list(copies_of(reversed(prints)).items())


def test_a_long_text_is_sampled_and_still_found() -> None:
    """Of 4,000 shingles 1,024 are kept; half of the text is known by those below the common limit."""
    words = [f"word{at * 7919 % 4001}" for at in range(4_000)]
    whole, half = " ".join(words), " ".join(words[:2_000])
    fingerprint = fingerprint_of(document("whole", whole))

    assert (len(fingerprint.shingles), fingerprint.is_capped, fingerprint.size) == (1024, True, 3997)
    assert copies(whole=whole, half=half) == {"whole": ("half",), "half": ("whole",)}


def test_furniture_makes_no_copies() -> None:
    """The same outlet's same share lines stand under different articles."""
    furniture = "\n\nSubscribe today to go on reading and open all our archives.\n\nSign up for our newsletter" * 3

    assert copies(one=WIRE + furniture, other=ANOTHER + furniture) == {}


def test_a_fingerprint_is_json_plain_and_comes_back() -> None:
    """The ledger keeps it as JSON."""
    fingerprint = fingerprint_of(document("wire", WIRE))

    assert parse_json(json.dumps(asdict(fingerprint)), Fingerprint) == fingerprint
