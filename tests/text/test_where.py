"""Where a claim plays."""

import pytest

from reportedly.claims.plain import plain_reading
from reportedly.claims.read import reading_of
from reportedly.model import Document, Span
from reportedly.text.sentences import article_of
from reportedly.when import parse_when


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The ministry in Lima said 12 people had been killed in Cusco.", "Cusco"),
        ("Three people died in the town of Kwale in Kenya, police said.", "Kwale"),
        ("A blast in Magnitogorsk, 1,700 kilometres east of Moscow, killed 39 people.", "Magnitogorsk"),
        ("In Lyon there were 13 wounded, in Dijon 4 wounded.", "Lyon"),
        ("The attack killed 64 people in Mopti.", "Mopti"),
        (
            "Peru voted. The ministry published its bulletin no. 14. As of 5 October, 33 cases of typhoid fever "
            "(27 confirmed, 6 probable) had been reported in Arequipa province, including 19 deaths.",
            "Arequipa",
        ),
        ("Norway was hit by floods. Officials in Oslo put the death toll at 12.", "Norway"),
        ("Norway was hit by floods. Oslo said 12 people had died.", "Norway"),
        ("A bomb went off in Oslo, Norway. Officials in Oslo put the death toll at 12.", "Oslo"),
        ("An airliner came down in the French Alps. All 150 aboard were killed.", "French Alps"),
        ("Shelling in Nagorno-Karabakh killed 22 people, Azerbaijan said.", "Nagorno-Karabakh"),
        (
            "An avalanche in the Peruvian Andes buried nine climbers, Peru said. Nine climbers were killed.",
            "Peruvian Andes",
        ),
        (
            "Doctors said clashes in the Peruvian capital, Lima, had left two dead, and that two more died in Callao.",
            "Lima",
        ),
    ],
)
def test_the_place_is_where_it_happens(text: str, place: str) -> None:
    document = Document(id="d-1", source="a", text=text, body=(Span(0, len(text)),), published=parse_when("2031-03-08"))
    first = plain_reading(reading_of(article_of(document)), kind="figure", clocks=True)[0]
    assert f"@{place}" in first


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "Storms in Peru\nA mudslide swept through Chosica. Nine people were killed, the interior ministry said.",
            "Chosica",
        ),
        (
            "Two days of mourning\nThe Bolivian president spoke on Friday. The Bolivian police counts 19 dead.",
            "Bolivia",
        ),
        (
            "ROUND-UP\nNews of the week from Eritrea and Sudan.\nERITREA: Half a million displaced\nRain fell in Keren. The "
            "roads were cut.\nThe agency said that 550,000 people were displaced.\nSUDAN: Arrivals go on",
            "Eritrea",
        ),
        (
            "ROUND-UP\nNews of the week from Eritrea and Sudan.\nERITREA: Rain\nRain fell in Keren.\nSUDAN: Arrivals "
            "continue\nThe agency repeated that 35,000 people had been displaced.",
            "Sudan",
        ),
        ("REPORT\nGorkov (Russia): 26 civilians were killed, according to the prefect.", "Gorkov"),
        ("REPORT\nLim-Pendé (CAR): the Ministry of Health put the death toll at 43.", "Lim-Pendé"),
        ("REPORT\nBol (Chad): the prefecture spoke to us on Monday. The injured total 30.", "Bol"),
        ("Some people have fled. About 12,000 people have fled to Uganda, the UN refugee agency said.", "Uganda"),
        (
            "Storm floods towns across Zambezia\nRain flooded the towns of Mocuba and Nicoadala in Zambezia province, "
            "Mozambique.\nIn Quelimane the market stands under water, and schools in Zambezia are closed.\n"
            "The disaster institute said that 19 people had died.",
            "Zambézia",
        ),
        (
            "Mozambique storm floods towns\nRain flooded Mocuba and Nicoadala in Zambezia, Beira in Sofala and Nampula.\n"
            "The disaster institute said that 19 people had died.",
            "Mozambique",
        ),
        ("Peru mourns\nTwo officers were shot dead at Nazca, in Peru.", "Nazca"),
    ],
)
def test_the_place_in_force(text: str, place: str) -> None:
    """The paragraph's place stands whoever speaks; a local paper's country; a label; the goal of a flight; one region."""
    paragraphs = tuple(Span(text.index(line), text.index(line) + len(line)) for line in text.split("\n"))
    document = Document(id="d-1", source="a", text=text, body=paragraphs, published=parse_when("2031-03-08"))
    first = plain_reading(reading_of(article_of(document)), kind="figure", clocks=True)[0]
    assert f"@{place}" in first


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A bomb went off in Izmir. Among the killed is one citizen of the Republic of Georgia.", "İzmir"),
        ("48 people were freed in Tetovo. Two citizens of the Federal Republic of Germany were freed.", "Tetovo"),
        ("Floods struck Jagodina. A team of 46 rescuers from the Kingdom of Norway was injured.", "Jagodina"),
        ("A fire in a hotel in Cusco killed 14 people on Monday, the deadliest fire in Peru since 1996.", "Cusco"),
        ("A bomb in Cusco wounded 101 people in the worst attack in Peru in years.", "Cusco"),
        ("Lima wept. A blast in the Peruvian capital wounded 101 in the worst attack in the country in years.", "Lima"),
        ("The Muloza bridge was open. Three people were crushed to death there on Thursday.", "Muloza"),
        ("A camp in Moyale was bombed. Kenya on Friday raised the number of bodies found there to 16.", "Moyale"),
        (
            "Riots broke out in Honiara. Police said seven people had died, including a constable stabbed at a roadblock "
            "in the Kukum district.",
            "Honiara",
        ),
        ("The shelling of Bol has killed 13 people, two of whom died in the hospital of Moundou.", "Bol"),
        (
            "Paoua burns. The war drove out 57,000: 36,000 in the Central African Republic and 21,000 on the Chadian side. "
            "Chad is near.",
            "Chad",
        ),
    ],
)
def test_what_is_told_beside_a_count_does_not_place_it(text: str, place: str) -> None:
    """Whose citizens, of what the worst, where one of them was hurt, who counts those "there", where another count was."""
    document = Document(id="d-1", source="a", text=text, body=(Span(0, len(text)),), published=parse_when("2031-03-08"))
    lines = plain_reading(reading_of(article_of(document)), kind="figure", clocks=True)
    found = [
        line
        for line in lines
        if not line.startswith(("displaced people 57", "displaced people 36", "released people 48"))
    ]
    assert f"@{place}" in found[0]


@pytest.mark.parametrize(
    ("told", "is_placed"),
    [
        ("37 people died in Serbia, Bosnia and Hungary, Reuters said.", False),
        ("The sum for the three countries was 37 dead, Reuters said.", False),
        ("At least 37 people were killed on both sides of the border, officials said.", False),
        ("The storm killed 37 people across the three countries, the Red Cross said from Geneva.", False),
        ("In the two countries together 37 people were hurt, a spokeswoman in Geneva said.", False),
        ("In all four nations 37 people were missing on Monday.", False),
        ("37 people died in Serbia, the ministry said. Bosnia waits.", True),
        ("37 people died in Serbia, in Bosnia five.", True),
        ("On both sides of the river in Novi Sad 37 people died.", True),
        ("37 people died in three districts of Serbia, the ministry said.", True),
    ],
)
def test_the_sum_of_several_lands_is_of_no_place(told: str, is_placed: bool) -> None:
    text = f"Floods in Serbia\n{told}"
    document = Document(id="d-1", source="a", text=text, body=(Span(0, len(text)),), published=parse_when("2031-03-08"))
    lines = plain_reading(reading_of(article_of(document)), kind="figure", clocks=True)
    assert ("@" in lines[0]) is is_placed


_TWO_LANDS = (
    "Shells fall on Kyrgyzstan and Tajikistan\nHouses burned in Kyrgyzstan, and in Tajikistan the markets closed. Troops "
    "shelled Kyrgyzstan, and others Tajikistan.\n"
)


@pytest.mark.parametrize(
    ("told", "place"),
    [
        ("Tajikistan's health ministry said that 14 people had died.", "Tajikistan"),
        ("The Kyrgyz health minister, Damira Vesk, said that 14 people had died.", "Kyrgyzstan"),
        ("The Ministry of the Interior of Tajikistan gave a figure of 14 dead.", "Tajikistan"),
        ("Ana Vesk, the Tajik spokeswoman, said that 14 civilians had died in her country.", "Tajikistan"),
        ("The Tajik foreign ministry put the number of the injured at 14.", "Tajikistan"),
    ],
)
def test_of_two_lands_a_body_counts_for_its_own(told: str, place: str) -> None:
    text = _TWO_LANDS + told
    document = Document(id="d-1", source="a", text=text, body=(Span(0, len(text)),), published=parse_when("2031-03-08"))
    lines = plain_reading(reading_of(article_of(document)), kind="figure", clocks=True)
    assert f"@{place}" in lines[-1]


@pytest.mark.parametrize(
    ("told", "place"),
    [
        ("Shops burned in Suva and riots went on in Fiji.\nThe crowd was put at about 800.", "Suva"),
        ("Youths looted stores in Suva.\nThe Memorial Hospital said it had treated 31 people.", "Suva"),
        ("Shops burned in Suva.\nTwo men have died, one of them from a wound suffered near Nabua.", "Suva"),
        ("Shops burned in Suva.\nHer staff have treated 119 people.", "Suva"),
        ("Shops burned in Suva.\nOrganisers claimed more than 3,000 marchers.", "Suva"),
    ],
)
def test_crowds_and_patients_are_in_the_main_city(told: str, place: str) -> None:
    text = f"Riots in Fiji\n{told}"
    document = Document(id="d-1", source="a", text=text, body=(Span(0, len(text)),), published=parse_when("2031-03-08"))
    lines = plain_reading(reading_of(article_of(document)), kind="figure", clocks=True)
    assert f"@{place}" in lines[0]


@pytest.mark.parametrize(
    "text",
    [
        "Twelve people were killed in Karachi, including a constable stabbed in Hyderabad on Saturday.",
        "Twelve people died in Karachi, two of them in a hospital in Hyderabad on Thursday.",
        "Twelve were hurt in Karachi, the latest a woman shot in Hyderabad on Friday.",
        "Twelve people died in Karachi, among them a boy who was found in Hyderabad on Tuesday.",
    ],
)
def test_where_a_part_was_told_is_not_of_all(text: str) -> None:
    document = Document(id="d-1", source="a", text=text, body=(Span(0, len(text)),), published=parse_when("2031-03-08"))
    first = plain_reading(reading_of(article_of(document)), kind="figure", clocks=True)[0]
    assert "@Karachi" in first


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Through the actions of the Malian side 12 soldiers were killed near Gao.", "Gao"),
        ("Because of the shelling of the Malian side 12 soldiers were killed near Gao.", "Gao"),
        ("On the Malian side 12 soldiers were killed.", "Mali"),
    ],
)
def test_a_side_is_a_party_or_a_place(text: str, place: str) -> None:
    text = f"Fighting goes on in Mali.\n{text}"
    document = Document(id="d-1", source="a", text=text, body=(Span(0, len(text)),), published=parse_when("2031-03-08"))
    assert f"@{place}" in plain_reading(reading_of(article_of(document)), kind="figure", clocks=True)[0]
