"""Who is who over several short invented articles: which spellings meet in one entity, and which must not."""

import random
import time

import pytest

from reportedly.link import link, outlet_named
from reportedly.model import Decision, Directory, Document, Entity, EntityKind, Mention, Span
from reportedly.text.names import mentions_of
from reportedly.text.sentences import article_of


def mentions(*texts: str) -> list[Mention]:
    """The mentions of articles d1, d2, ... of one paragraph each."""
    found: list[Mention] = []
    for n, text in enumerate(texts, start=1):
        document = Document(id=f"d{n}", source="t", text=text, body=(Span(0, len(text)),))
        found += mentions_of(article_of(document))
    return found


def directory(*texts: str) -> Directory:
    return link(mentions(*texts))


def desk(*texts: str) -> Directory:
    """The same with the articles' words at hand."""
    body = [Document(id=f"d{n}", source="t", text=text, body=(Span(0, len(text)),)) for n, text in enumerate(texts, 1)]
    return link(mentions(*texts), body)


def entity(of: Directory, spelling: str) -> Entity:
    """The one entity that is spelled so."""
    (found,) = [e for e in of.entities if spelling in (e.name, *e.aliases)]
    return found


def are_one(of: Directory, *spellings: str) -> bool:
    return len({e.id for s in spellings for e in of.entities if s in (e.name, *e.aliases)}) == 1


JOINED = [
    (
        ["Korea Coast Guard", "coastal guard"],
        "Photos of the Korea Coast Guard showed the ferry off Seoul, South Korea.",
        "All were saved, said the coastal guard in Seoul, South Korea.",
    ),
    (["S. Korea", "South Korea"], "A ferry sank off S. Korea.", "A ferry sank off South Korea."),
    (
        ["Andrej Vasiljev", "Andrei Vasiliev"],
        "President Andrei Vasiliev of Bulgaria spoke.",
        "President Andrej Vasiljev spoke in Bulgaria.",
    ),
    (["José Peña", "Jose Pena"], "The mayor, José Peña, came to Lima, Peru.", "Mayor Jose Pena left Lima, Peru."),
    (
        ["Tony Barlow", "Anthony Barlow"],
        "British Foreign Secretary Tony Barlow spoke.",
        "British Foreign Secretary Anthony Barlow spoke.",
    ),
    (
        ["Maria Silva Costa", "Maria Silva"],
        "Minister Maria Silva Costa of Brazil spoke.",
        "Minister Maria Silva of Brazil left.",
    ),
    (["Petr Dvorak", "Dvorak"], "Czech President Petr Dvorak spoke.", "Czech President Dvorak left."),
    (
        ["Leandro Ruiz", "Reandro Ruiz"],
        "Governor Leandro Ruiz of Cebu, Philippines, spoke.",
        "Governor Reandro Ruiz of Cebu, Philippines, left.",
    ),
    (
        ["Kenya's interior ministry", "Ministry of the Interior of Kenya", "Kenyan Ministry of Internal Affairs"],
        "Kenya's interior ministry spoke.",
        "The Ministry of the Interior of Kenya spoke. The Kenyan Ministry of Internal Affairs left.",
    ),
    (
        ["African Maritime Rescue Organisation", "AMRO"],
        "The African Maritime Rescue Organisation (AMRO) met in Mombasa.",
        "AMRO sent two boats to Mombasa.",
    ),
    (["TASS", "ITAR-TASS"], "TASS reported it.", "ITAR-TASS reported it."),
    (["Almaty", "Alma-Ata"], "Shots were heard in Almaty, Kazakhstan.", "Shots were heard in Alma-Ata, Kazakhstan."),
    (["Bo Lundqvist", "Lundqvist"], "Bo Lundqvist told Kenya the truth.", "Kenya must pay, Mr Lundqvist said."),
    (
        ["Ana Zayas Ferreira", "Ana Sayas"],
        "Doctor Ana Zayas Ferreira spoke in Peru.",
        "Doctor Ana Sayas spoke in Peru.",
    ),
    (
        ["Otávio Queiroz", "Otavio Keiros"],
        "Minister Otávio Queiroz of Brazil spoke.",
        "The Brazilian minister Otavio Keiros spoke.",
    ),
    (
        ["Radovan Đurkić", "Radovan Djurkic"],
        "The Serbian interior minister Radovan Đurkić spoke.",
        "The Serbian Minister of the Interior Radovan Djurkic spoke.",
    ),
    (
        ["Ali Vesk", "Abu Nuwayra", "Abu Nuweira"],
        "Nigeria offered a reward for Ali Vesk, 37, alias Abu Nuwayra.",
        "In Nigeria the hunt for Abu Nuweira goes on.",
    ),
    (
        ["Circle of Physicians", "CPM"],
        "In Peru the Circle of Physicians (CPM) spoke.",
        "In Peru the CPM counted nine dead.",
    ),
    (
        ["Maiduguri", "Maydugiri"],
        "Two bombs went off in Maiduguri, Nigeria.",
        "Fear rules in Maydugiri, Nigeria.",
    ),
    (
        ["Bao Zhongde", "Bao Chung-te"],
        "Mayor Bao Zhongde spoke in Wuhan, China.",
        "Mayor Bao Chung-te left Wuhan, China.",
    ),
    (
        ["Zhang Xiaoming", "Cheung Siu-ming", "Chang Hsiao-ming"],
        "The governor, Zhang Xiaoming, spoke in Wuhan, China.",
        "The governor, Cheung Siu-ming, left Wuhan, China. The governor, Chang Hsiao-ming, came to Wuhan, China.",
    ),
    (["Ri Dok-su", "Ri Tok-su"], "Minister Ri Dok-su of North Korea spoke.", "Minister Ri Tok-su of North Korea left."),
    (
        ["National Front for Renewal", "Front national du renouveau"],
        "In Chad the National Front for Renewal (NFR) spoke.",
        "In Chad the party Front national du renouveau (FNR) left the talks.",
    ),
    (
        ["Rally for Renewal", "R.F.R."],
        "In Chad the Rally for Renewal (RFR) spoke.",
        "In Chad the R.F.R. counted nine dead.",
    ),
    (
        ["Front of Forces for Alternation", "Front of Forces for the Alternance", "FFA"],
        "In Chad the Front of Forces for Alternation (FFA) spoke.",
        "In Chad the Front of Forces for the Alternance spoke.",
    ),
    (
        ["Solomon Islands", "Solomons"],
        "Two ships left the Solomon Islands.",
        "Two ships reached the Solomons.",
    ),
]


def test_the_title_before_a_surname_is_a_spelling_of_the_full_name() -> None:
    """ "Mr Vesk" of one who was given in full, "Father Lund"."""
    of = desk(
        "Bo Vesk, a trader, spoke in Lima, Peru. Mr Vesk left.", "Ola Lund, a priest, came to Peru. Father Lund spoke."
    )
    assert {"Vesk", "Mr Vesk"} <= {*entity(of, "Bo Vesk").aliases}
    assert {"Lund", "Father Lund"} <= {*entity(of, "Ola Lund").aliases}


def test_what_stands_behind_in_is_a_place_in_every_article() -> None:
    """A village on no map is a person's name to the recogniser here and a body's there."""
    of = desk(
        "Four houses burnt down in Tashqol Alo, Kyrgyzstan. Shots were heard in Tashqol Alo.",
        "Tashqol-Alo was shelled, Kyrgyzstan said.",
    )
    assert {e.kind for e in of.entities if e.name.startswith("Tashqol")} == {EntityKind.PLACE}


@pytest.mark.parametrize(("spellings", "first", "second"), JOINED)
def test_spellings_of_one_are_joined(spellings: list[str], first: str, second: str) -> None:
    """Transliterations, marks, short and long names, slips in one office, wordings of one organ, acronyms."""
    assert are_one(directory(first, second), *spellings)


APART = [
    (("Ivan Petrov", "Boris Petrov"), "Russian President Ivan Petrov spoke.", "Russian President Boris Petrov spoke."),
    (("Juan Lopez", "Juana Lopez"), "President Juan Lopez of Chile spoke.", "President Juana Lopez of Bolivia spoke."),
    (
        ("Kenya's interior ministry", "Uganda's interior ministry"),
        "Kenya's interior ministry spoke.",
        "Uganda's interior ministry spoke.",
    ),
    (
        ("Hassan Karimi", "Hossein Karimi"),
        "Governor Hassan Karimi spoke in Tehran, Iran.",
        "Governor Hossein Karimi spoke in Tehran, Iran.",
    ),
    (("Ali Karimi", "Ali Karami"), "Doctor Ali Karimi spoke in Iran.", "Doctor Ali Karami spoke in Iran."),
    (("Zhang Wei", "Cheung Wai"), "Mayor Zhang Wei spoke in Wuhan, China.", "Doctor Cheung Wai spoke in Hong Kong."),
    (
        ("Miaowan Coal Mine", "Xinqiao Coal Mine"),
        "The Miaowan Coal Mine in Shanxi, China, is closed. The Coal Mine was flooded.",
        "The Xinqiao Coal Mine in Shanxi, China, is closed. The Coal Mine burnt.",
    ),
    (("Almaty", "Kazakhstan"), "Shots were heard in Almaty.", "Kazakhstan closed its borders."),
    (("Lima police", "Lima"), "Lima police spoke.", "Rain fell in Lima, Peru."),
    (
        ("Bo Lundqvist", "Eva Lundqvist"),
        "Bo Lundqvist told Kenya the truth. Eva Lundqvist did not.",
        "Kenya must pay, Mr Lundqvist said.",
    ),
    (("Ana Vesk", "Vesk"), "The mayor of Lima, Ana Vesk, spoke in Peru.", "Prime Minister Vesk spoke in Peru."),
]


@pytest.mark.parametrize(("spellings", "first", "second"), APART)
def test_two_are_kept_apart(spellings: tuple[str, str], first: str, second: str) -> None:
    """Other given names, other countries, a city and its country, a police and its city."""
    of = directory(first, second)
    assert entity(of, spellings[0]).id != entity(of, spellings[1]).id


def test_a_surname_that_two_bear_is_given_to_neither() -> None:
    """Two of one name on the desk: nobody guesses whom a third article means."""
    of = directory("Bo Lundqvist told Kenya. Eva Lundqvist did not.", "Kenya must pay, Mr Lundqvist said.")
    assert not any(are_one(of, "Lundqvist", full) for full in ("Bo Lundqvist", "Eva Lundqvist"))


@pytest.mark.parametrize(
    ("text", "name", "side"),
    [
        ("Almaty police said so.", "Almaty police", "state:KZ"),
        ("The Lima military headquarters said so.", "Lima military headquarters", "state:PE"),
        ("The Maiduguri police command said so.", "Maiduguri police command", "state:NG"),
        ("Governor Bo Vesk of Borno spoke in Nigeria.", "Bo Vesk", "state:NG"),
        ("Moscow said it would help Paraguay.", "Moscow", "state:RU"),
        ("Washington condemned the coup in Paraguay.", "Washington", "state:US"),
    ],
)
def test_local_organs_and_capitals_are_on_their_state_s_side(text: str, name: str, side: str) -> None:
    """A police named for a town is that state's, a governor too; a capital that speaks is its government."""
    assert entity(directory(text), name).side == side


def test_a_foreign_papers_own_nationals_do_not_move_the_crisis() -> None:
    """Six Chinese workers, a Chinese embassy and a Chinese paper: the minister of the flooded country stays its own."""
    of = directory(
        "Chinese workers fled Nis and Jagodina in Serbia. Chinese citizens and Chinese engineers followed. "
        "Energy Minister Ana Vesk resigned."
    )
    assert entity(of, "Ana Vesk").side == "state:RS"


def test_every_join_says_why() -> None:
    """An analyst reads the reason, not a score."""
    of = directory("President Andrei Vasiliev of Bulgaria spoke.", "President Andrej Vasiljev spoke in Bulgaria.")
    assert [reason for reason in entity(of, "Andrei Vasiliev").because if "Vasiljev" in reason]


def test_organs_and_officials_of_a_state_are_on_its_side() -> None:
    """Ministry, police, president and state media of one state speak with one voice; a private agency does not."""
    of = directory(
        "Kenya's health ministry, Kenyan police and Kenyan state television spoke. Kenyan President Ada Otieno agreed. "
        "A spokesman for the Kenyan army, Ben Mwangi, was silent. Reuters and Xinhua reported it. Kenya said nothing."
    )
    sides = {e.name: e.side for e in of.entities}
    for name in (
        "Kenya's health ministry",
        "Kenyan police",
        "Kenyan state television",
        "Ada Otieno",
        "Ben Mwangi",
        "Kenya",
    ):
        assert (name, sides[name]) == (name, "state:KE")
    assert sides["Xinhua"] == "state:CN"
    assert sides["Reuters"] == entity(of, "Reuters").id


def test_a_bare_organ_is_that_of_the_crisis_unless_the_article_cares_for_other_nationals() -> None:
    """The police are those of the country reported on; whose foreign ministry it is must be shown."""
    of = directory(
        "Riots go on in Chad. Police in Chad fired. The Ministry of Foreign Affairs said no Koreans were hurt in Chad."
    )
    assert entity(of, "Police").country == "TD"
    assert entity(of, "Ministry of Foreign Affairs").country == "KR"
    alone = directory("Riots went on in Chad. The Ministry of Foreign Affairs spoke.")
    assert entity(alone, "Ministry of Foreign Affairs").country is None


def test_a_place_lies_within_the_places_that_hold_it() -> None:
    """A town in its region in its country, by entity id."""
    of = directory("Zhanaozen, a city in Mangystau region of Kazakhstan, was quiet in Zhanaozen.")
    town, region, country = (entity(of, name) for name in ("Zhanaozen", "Mangystau", "Kazakhstan"))
    assert town.within == (region.id, country.id)
    assert (town.geonames, town.country, country.kind) == ("607610", "KZ", EntityKind.PLACE)


def test_the_order_of_documents_changes_nothing() -> None:
    """Same mentions, same directory, whatever came first."""
    every = mentions(
        "President Andrei Vasiliev of Bulgaria spoke to TASS.",
        "President Andrej Vasiljev spoke in Bulgaria. The interior ministry agreed.",
        "Bulgaria's Ministry of Internal Affairs denied it. Vasilev left Sofia.",
    )
    expected = link(every)
    for seed in range(5):
        random.Random(seed).shuffle(every)
        assert link(every) == expected


def test_an_id_lasts_when_articles_are_added() -> None:
    """A place and an organ keep their ids."""
    one = directory("Kenya's interior ministry spoke in Nairobi, Kenya.")
    two = directory(
        "Kenya's interior ministry spoke in Nairobi, Kenya.", "The Kenyan Ministry of the Interior left Nairobi."
    )
    for name in ("Nairobi", "Kenya's interior ministry"):
        assert entity(one, name).id == entity(two, name).id


def decision(action: str, one: str, other: str) -> Decision:
    return Decision(
        id="x-1",
        action=action,
        target={"one": one, "other": other},
        reason="seen in the register",
        author="ada",
        decided_at="2031-01-01T00:00:00Z",
    )


def test_an_analyst_has_the_last_word() -> None:
    """`same` joins what the rules leave apart, `different` parts what they join."""
    apart = mentions("Minister Ada Otieno of Kenya spoke.", "Minister Ada Wafula of Kenya spoke.")
    joined = link(apart, decisions=[decision("same", "Ada Otieno", "Ada Wafula")])
    assert are_one(joined, "Ada Otieno", "Ada Wafula")
    alike = mentions("Minister Jose Pena of Peru spoke.", "Minister Jose Penna of Peru spoke.")
    assert are_one(link(alike), "Jose Pena", "Jose Penna")
    parted = link(alike, decisions=[decision("different", "Jose Pena", "Jose Penna")])
    assert not are_one(parted, "Jose Pena", "Jose Penna")


def test_pronouns_and_bare_phrases_are_no_spellings() -> None:
    """ "he" and "the ministry" point at their entity, and name nobody."""
    of = directory("Kenya's interior ministry spoke. The ministry said its spokesman, Ben Mwangi, was ill. He left.")
    assert not {"he", "He", "ministry", "The ministry"} & {s for e in of.entities for s in (e.name, *e.aliases)}


def test_publishing_outlets_are_entities() -> None:
    """A document's outlet is found again by name."""
    documents = [Document(id="d1", source="t", text="", body=(), outlet="The Harbour Post")]
    of = link([], documents)
    assert outlet_named(of, "The Harbour Post") == of.entities[0]
    assert outlet_named(of, "Another") is None


def test_a_hundred_thousand_mentions_link_in_seconds() -> None:
    """Linking grows with the names, not with the square of the mentions; the processor's time, whoever else it works for."""
    rng = random.Random(1)
    given = [a + b for a in ("An", "Bo", "Ka", "Mi", "Ro") for b in ("na", "ris", "rel", "lan", "sa")]
    syllables = ("ba", "ko", "ri", "ten", "vas", "mul", "dor", "shi", "pe", "gun")
    people = [f"{g} {''.join(rng.choices(syllables, k=3)).title()}" for g in given for _ in range(80)]
    every = [
        Mention(
            document=f"d{n // 100}",
            span=Span(n % 100 * 20, n % 100 * 20 + 9),
            text=(name := rng.choice(people)),
            name=name,
            kind=EntityKind.PERSON,
        )
        for n in range(100_000)
    ]
    started = time.process_time()
    assert len(link(every).entities) > 500
    assert time.process_time() - started < 30


def test_a_title_before_a_name_is_a_spelling_only_where_it_stands_there() -> None:
    """How an article addresses somebody is kept to the letter; what it says of him elsewhere makes no such name."""
    texts = ["Mrs Ana Vesk, the mayor of Lima, Peru, spoke.", "Ana Vesk, a doctor of Lima, Peru, spoke again."]
    documents = [Document(id=f"d{n}", source="t", text=text, body=()) for n, text in enumerate(texts, start=1)]
    of = link(mentions(*texts), documents)
    assert are_one(of, "Mrs Ana Vesk", "Ana Vesk")
    assert not [e for e in of.entities if "Doctor Ana Vesk" in (e.name, *e.aliases)]


TONGUES = [
    ("Gulnora Amirshoyeva", "Gulnora Amirschojewa"),
    ("Gulnora Amirshoyeva", "Gülnare Emirşayeva"),
    ("Manizha Kodirova", "Maniža Kodirovová"),
    ("Abdelkrim Bouzerar", "Abd al-Karim Bu Zarrar"),
    ("Yuri Zhukov", "Juri Schukow"),
    ("Igor Khachaturov", "Igor Chačaturov"),
    ("Dzhamal Tchernov", "Jamal Chernov"),
]


@pytest.mark.parametrize(("one", "other"), TONGUES)
def test_spellings_of_two_tongues_are_one_name(one: str, other: str) -> None:
    """Each word is one sound as German, French, Czech, Turkish or English write it."""
    of = directory(
        f"The minister, {one}, spoke in Dushanbe, Tajikistan.", f"The minister, {other}, left Dushanbe, Tajikistan."
    )
    assert are_one(of, one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Rustam Nazarov", "Rustam Rahimov"), ("Karim Salimov", "Kamol Salimov"), ("Anna Petrova", "Irina Petrova")],
)
def test_names_that_only_resemble_stay_two(one: str, other: str) -> None:
    """Another given name, or other consonants, is another person."""
    of = directory(f"A doctor, {one}, spoke in Dushanbe, Tajikistan.", f"A nurse, {other}, left Dushanbe, Tajikistan.")
    assert not are_one(of, one, other)


def test_a_family_name_that_stands_first_names_its_bearer() -> None:
    """ "Mr Bai" is the one Bai of the desk, and not Mr Gao."""
    of = directory(
        "The county head, Bai Zhongde, spoke in Datong, China.",
        "Mr Bai left Datong, China. Mr Gao said that he would stay.",
    )
    assert are_one(of, "Bai Zhongde", "Bai")
    assert not are_one(of, "Bai Zhongde", "Gao")


def test_a_body_called_after_a_place_is_not_the_place() -> None:
    """Neither the clinic nor the radio of Skopje is Skopje."""
    of = directory("The Skopje Clinical Centre spoke to Radio Skopje in Skopje, Macedonia.")
    (town,) = [e for e in of.entities if e.kind is EntityKind.PLACE and e.name == "Skopje"]
    assert not [e for e in of.entities if e is not town and "Skopje" in (e.name, *e.aliases)]


def test_a_group_of_many_lands_is_of_no_one_country() -> None:
    """The soldiers are those of the country that the article is about; the Western leaders are not."""
    of = directory(
        "Troops stormed the plant near Lima in Peru. Western leaders said that nobody had told them in Peru."
    )
    assert entity(of, "Troops").country == "PE"
    assert entity(of, "Western leaders").country is None
