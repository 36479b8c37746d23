"""Which agency a text was taken from, by its dateline, byline or credit; pictures apart."""

import pytest

from reportedly.gather.document import document_of
from reportedly.gather.wires import wire_of

LEAD = "Ten people died on Monday when a lorry caught fire in the Sasso tunnel, the cantonal police said."


def wires(text: str) -> list[tuple[str, str, str]]:
    document = document_of(source="a.txt", data=text.encode(), text=text)
    return [(wire.name, wire.cue, text[wire.span.start : wire.span.end]) for wire in wire_of(document)]


@pytest.mark.parametrize(
    ("lead", "name", "written"),
    [
        (f"ALTDORF, March 3 (Reuters) - {LEAD}", "Reuters", "Reuters"),
        (f"ALTDORF (AFP) – {LEAD}", "AFP", "AFP"),
        (f"Altdorf, 3 March 2031 (Agence France-Presse) — {LEAD}", "AFP", "Agence France-Presse"),
        (f"ALTDORF, March 3. /TASS/. {LEAD}", "TASS", "TASS"),
        (f"SEOUL, March 3 (Yonhap) -- {LEAD}", "Yonhap", "Yonhap"),
        (f"ALTDORF, March 3, 2031 (SWA) - {LEAD}", "SWA", "SWA"),
        (f"(AP) — {LEAD}", "AP", "AP"),
        (f"Xinhua - {LEAD}", "Xinhua", "Xinhua"),
    ],
)
def test_a_dateline_names_its_agency(lead: str, name: str, written: str) -> None:
    """In brackets, between strokes, at the head; also an agency that no list knows."""
    assert wires(f"Ten die in tunnel fire\n\n{lead}\n") == [(name, "dateline", written)]


@pytest.mark.parametrize(
    ("line", "name", "cue"),
    [
        ("By Reuters", "Reuters", "byline"),
        ("By AFP - 3 March 2031", "AFP", "byline"),
        ("Source: AFP", "AFP", "credit"),
        ("With AFP", "AFP", "credit"),
        ("With IOW", "IOW", "credit"),
        ("(With inputs from PTI)", "PTI", "credit"),
        ("With reporting by Reuters", "Reuters", "credit"),
        ("(IOW) nv/pl/mb", "IOW", "credit"),
        ("AFP contributed to this report.", "AFP", "credit"),
        ("Agence France-Presse", "AFP", "credit"),
        ("(dpa)", "dpa", "credit"),
        ("The search went on until dawn, police said. (ANSA)", "ANSA", "closing"),
    ],
)
def test_a_credit_line_names_its_agency(line: str, name: str, cue: str) -> None:
    """Above or below the text, in the words of many outlets."""
    assert [wire[:2] for wire in wires(f"Ten die in tunnel fire\n\n{LEAD}\n\n{line}\n")] == [(name, cue)]


@pytest.mark.parametrize(
    "line",
    [
        "Photo: AP / Yann Brolin",
        "A bus burns in Altdorf. REUTERS/Yann Brolin",
        "AFP reported five dead.",
        "The ministry (Interior) - it has 300 staff - said nothing.",
        "The party (UDC) - long in power - is divided, its leader told AFP.",
        "By Ana Ruiz",
        "Getty Images/AFP",
    ],
)
def test_a_picture_or_a_voice_is_no_wire(line: str) -> None:
    """A photograph's credit tells nothing of the text; an agency that is quoted is a voice."""
    assert wires(f"Ten die in tunnel fire\n\n{LEAD}\n\n{line}\n\n{LEAD}\n") == []


def test_each_agency_is_named_once() -> None:
    """Dateline and sign-off name the same wire."""
    text = (
        f"Ten die in tunnel fire\n\nALTDORF, March 3 (Reuters) - {LEAD}\n\n(Reporting by Reuters staff)\n\nWith AFP\n"
    )

    assert [wire[0] for wire in wires(text)] == ["Reuters", "AFP"]
