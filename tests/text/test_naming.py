"""Names that no list and no recogniser knows: the grammar around them says whether they are places, people or bodies.

Towns are real ones of the map, set into invented sentences; villages, people and bodies are invented.
"""

import pytest

from reportedly.model import Document, EntityKind, Span
from reportedly.text.names import mentions_of
from reportedly.text.sentences import article_of

TOWNS = [("Khujand", "Tajikistan"), ("Kozhikode", "India"), ("Namacurra", "Mozambique"), ("Sibiu", "Romania")]


def kinds(text: str, name: str) -> list[tuple[str, str]]:
    """The mentions that reach into the last place of a name, with their kinds."""
    document = Document(id="d-1", source="t", text=text, body=(Span(0, len(text)),))
    at = text.rindex(name)
    found = mentions_of(article_of(document)).inside(Span(at, at + len(name)))
    return [(text[m.span.start : m.span.end], m.kind.value) for m in found]


@pytest.mark.parametrize("town", TOWNS, ids=lambda town: town[0])
@pytest.mark.parametrize(
    "said",
    [
        "The ministry said 17 foreigners had been flown out of {}.",
        "A man told reporters by telephone from {}.",
        "Within two hours 87 patients were transferred to {}.",
        "The road to {} is closed.",
        "Roads between {} and the coast are cut.",
        "Troops entered {} on Sunday.",
        "The army retook {}, officials said.",
        "{} was shelled for hours.",
        "A curfew was imposed on {}.",
        "Relatives waited in nearby {}.",
        "The districts of Vesk and {} were hit.",
        "The quake was felt as far as {}.",
        "Helicopters circled over {}.",
        "Bodies lay in the mosque of {}.",
        "A train bound for {} derailed.",
    ],
)
def test_a_listed_town_stands_where_only_places_stand(said: str, town: tuple[str, str]) -> None:
    """Whatever the recogniser takes it for."""
    name, country = town
    text = f"{country} declared a state of emergency. " + said.format(name)
    assert kinds(text, name) == [(name, "place")]


@pytest.mark.parametrize(
    "said",
    [
        "Mr {} denied it.",
        "Ana {} was arrested on Monday. The attack on {} was condemned.",
        "{}, 34, was shot dead.",
        "Interior minister Bo {} resigned. Power passed from {} to others.",
    ],
)
def test_a_town_s_name_may_be_somebody_s(said: str) -> None:
    """A title, a given name or an age shows it, anywhere in the article."""
    text = "Tajikistan declared a state of emergency. " + said.replace("{}", "Khujand")
    assert "place" not in [kind for _, kind in kinds(text, "Khujand")]


@pytest.mark.parametrize("name", ["Tanvira", "Muloza", "Zarkand", "Kwasina"])
@pytest.mark.parametrize(
    "said",
    [
        "The road to {} is closed.",
        "Most of the refugees have fled to {}.",
        "Patients were transferred to {}.",
        "Rebels stormed {} on Sunday.",
        "{} was shelled for hours.",
        "Worst hit was {}, where 12 died.",
        "Gunmen attacked {}, killing 12 people.",
        "12 people drowned off {}.",
        "Aid reached {} late.",
        "There was no news from {}.",
    ],
)
def test_a_village_of_no_map_is_shown_by_the_sentence(said: str, name: str) -> None:
    """Roads, journeys, sieges and blows have places for their ends."""
    assert kinds("Norway mourned. " + said.format(name), name) == [(name, "place")]


@pytest.mark.parametrize(
    "said",
    [
        "The contract went to {}.",
        "No word came from {}, the party's leader.",
        "He moved to {}, the engineering firm.",
        "The fine was imposed on {}.",
        "The court sentenced {} to four years.",
        "Ana {} resigned. Many had turned to {}.",
        "Gunmen killed {}.",
        "They thanked {}.",
    ],
)
def test_what_no_sentence_shows_is_no_place(said: str) -> None:
    """Prizes, words, fines and thanks have people for theirs."""
    text = "Norway mourned. " + said.replace("{}", "Okafor")
    assert "place" not in [kind for _, kind in kinds(text, "Okafor")]


@pytest.mark.parametrize(
    "name",
    [
        "UN Observer Mission",
        "OSCE Border Group",
        "US 5th Fleet",
        "Joint Task Force Delta",
        "Central Dam Rescue Station",
        "Autonomous Regional Water Commission",
        "Department of Flood Management Affairs",
        "Norland Herald",
        "Kenya Wildlife Bulletin",
        "Military Medical Academy",
    ],
)
def test_a_body_s_name_is_whole(name: str) -> None:
    """Though the lists and the recogniser each see a part of it."""
    text = f"A spokesman for the {name} said 12 people died in the fire."
    assert [found.removeprefix("the ") for found, _ in kinds(text, name)] == [name]


@pytest.mark.parametrize(
    ("text", "name", "wanted"),
    [
        (
            "The World Health Organization WHO said 12 had died.",
            "World Health Organization",
            ["World Health Organization"],
        ),
        ("In Lima the State Committee said so; Peru agreed.", "State Committee", ["State Committee"]),
        ("The State Department spoke. Ana Lund agreed.", "State Department", ["State Department"]),
    ],
)
def test_other_names_beside_it_are_no_part(text: str, name: str, wanted: list[str]) -> None:
    """An acronym, a town at the head, a person."""
    assert [found for found, _ in kinds(text, name) if found in wanted] == wanted


@pytest.mark.parametrize(
    "name", ["Dinis Maqueto", "Saltanat Obozova", "Thierno Abib Baldé", "Nurdin Tokonov", "Bo Lund"]
)
@pytest.mark.parametrize(
    "said",
    [
        "The governor of the province, {}, said 12 people died.",
        "SP {} said 12 people died.",
        "The mother of {} waited for news.",
        "{}, 34, was among the dead.",
        "The minister in Beijing {} said 12 people died.",
        "Minister al-{} denied it.",
    ],
)
def test_a_person_is_shown_by_what_is_said_of_him(said: str, name: str) -> None:
    """An office before a comma, a rank, kin, an age, a town in between."""
    name = name.rsplit(maxsplit=1)[-1] if "al-" in said else name
    text = said.format(name)
    name = f"al-{name}" if "al-" in said else name
    assert kinds(text, name) == [(name, EntityKind.PERSON.value)]


@pytest.mark.parametrize("short", ["SIBC", "FACA", "AFAD", "CIDG"])
@pytest.mark.parametrize(
    "said", ["He said so in a broadcast on {}.", "The {} answer with a word.", "A surgeon at {} agreed."]
)
def test_capitals_alone_are_a_body(said: str, short: str) -> None:
    """Though nothing says what they stand for."""
    assert kinds(said.format(short), short) == [(short, "organisation")]


@pytest.mark.parametrize("said", ["It was filmed on CCTV.", "He has HIV.", "The III Corps moved."])
def test_capitals_that_are_no_body_s(said: str) -> None:
    """Abbreviations of things, numerals."""
    word = next(word.strip(".") for word in said.split() if word.isupper() and len(word) > 1)
    assert "organisation" not in [kind for found, kind in kinds(said, word) if found == word]
