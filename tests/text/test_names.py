"""Names in invented sentences, each mention as `text = name | title | country | place | for body`, no blanks."""

import pytest

from reportedly.lexicon import gazetteer
from reportedly.model import Document, EntityKind, Mention, Span
from reportedly.text.names import Mentions, countries_of, mentions_of
from reportedly.text.sentences import Article, article_of


def parsed(text: str) -> Article:
    """Every line a paragraph."""
    spans, at = [], 0
    for line in text.split("\n"):
        if line:
            spans.append(Span(at, at + len(line)))
        at += len(line) + 1
    return article_of(Document(id="d-1", source="t", text=text, body=tuple(spans)))


def found(text: str) -> Mentions:
    return mentions_of(parsed(text))


def plain(mention: Mention, text: str) -> str:
    place = gazetteer.place_of(mention.place) if mention.place else None
    parts = [
        mention.name,
        mention.title,
        mention.country,
        place.name if place and mention.kind is not EntityKind.PLACE else None,
        f"for {text[mention.organ.start : mention.organ.end]}" if mention.organ else None,
    ]
    return f"{mention.text} = {' | '.join(part for part in parts if part)}"


def names(text: str, *kinds: EntityKind) -> list[str]:
    return [plain(m, text) for m in found(text) if not kinds or m.kind in kinds]


PERSON, BODY, PLACE = EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.PLACE
AGENCY, OUTLET, GROUP = EntityKind.AGENCY, EntityKind.OUTLET, EntityKind.GROUP

PEOPLE = [
    (
        "President Juan Perez spoke on Monday. Perez said the army was ready.",
        ["Juan Perez = Juan Perez | president", "Perez = Juan Perez | president"],
    ),
    (
        "French President Marie Dubois will fly to Chad. Dubois will meet rebels.",
        ["Marie Dubois = Marie Dubois | president | FR", "Dubois = Marie Dubois | president | FR"],
    ),
    (
        "Police spokeswoman Jana Novotna spoke. Novotnaova added that nobody was hurt.",
        [
            "Jana Novotna = Jana Novotna | spokeswoman | for Police",
            "Novotnaova = Jana Novotna | spokeswoman | for Police",
        ],
    ),
    (
        "The spokesman for the Lima police, Pedro Vargas, confirmed it.",
        [
            "spokesman = Pedro Vargas | spokesman | PE | for Lima police",
            "Pedro Vargas = Pedro Vargas | spokesman | PE | for Lima police",
        ],
    ),
    (
        "Anna Schmidt, the mayor of Ulm in Germany, said so.",
        ["Anna Schmidt = Anna Schmidt | mayor", "mayor = Anna Schmidt | mayor | DE"],
    ),
    (
        "Foreign ministry spokesman Ambassador Ahmed Yusuf denied it.",
        ["Ahmed Yusuf = Ahmed Yusuf | spokesman | for Foreign ministry"],
    ),
    (
        "The navy spokeswoman Deputy Commissioner Ana Vesk denied it.",
        ["Ana Vesk = Ana Vesk | spokeswoman | for navy"],
    ),
    (
        "Colonel Ahmed Yusuf, a spokesman for the Sudanese army, denied it.",
        [
            "Ahmed Yusuf = Ahmed Yusuf | spokesman | SD | for Sudanese army",
            "spokesman = Ahmed Yusuf | spokesman | SD | for Sudanese army",
        ],
    ),
    (
        "Ursula van der Meer spoke. Van der Meer left.",
        ["Ursula van der Meer = Ursula van der Meer", "Van der Meer = Ursula van der Meer"],
    ),
    (
        "Health Minister Rosa Diaz came. She promised help.",
        ["Rosa Diaz = Rosa Diaz | health minister", "She = Rosa Diaz | health minister"],
    ),
    (
        "President Bo Lund of Norway resigned. The head of state gave no reason.",
        ["Bo Lund = Bo Lund | president | NO", "head of state = Bo Lund | head of state | NO"],
    ),
    (
        "A police spokesman said so. The spokesman added nothing.",
        [
            "spokesman = police spokesman | spokesman | for police",
            "spokesman = police spokesman | spokesman | for police",
        ],
    ),
    (
        "An official from the Ministry of Health of Chile said so.",
        ["official = official from the Ministry of Health of Chile | official | CL | for Ministry of Health of Chile"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), PEOPLE)
def test_people_are_named_with_role_and_body(text: str, expected: list[str]) -> None:
    """A person keeps role, country and body through surname, declined form, pronoun and role alone."""
    assert names(text, PERSON) == expected


BODIES = [
    ("Peru's interior ministry denied it.", ["Peru's interior ministry = Peru's interior ministry | PE"]),
    (
        "The Peruvian civil defence institute said so.",
        ["Peruvian civil defence institute = Peruvian civil defence institute | PE"],
    ),
    (
        "The Ministry of Labour and Social Policy of Peru said so.",
        ["Ministry of Labour and Social Policy of Peru = Ministry of Labour and Social Policy of Peru | PE"],
    ),
    ("The Kenyan embassy in Uganda warned travellers.", ["Kenyan embassy in Uganda = Kenyan embassy in Uganda | KE"]),
    (
        "The government of the Republic of Kenya fell.",
        ["government of the Republic of Kenya = government of the Republic of Kenya | KE"],
    ),
    ("Ecuadorian MFA condemns the violence.", ["Ecuadorian MFA = Ecuadorian MFA | EC"]),
    ("The State Department was silent.", ["State Department = State Department | US"]),
    (
        "The African Union (AU) met. The AU called for calm.",
        ["African Union = African Union", "AU = African Union", "AU = African Union"],
    ),
    (
        "The Movement for Civic Change (MCC) called a strike. MCC leaders were held.",
        [
            "Movement for Civic Change = Movement for Civic Change",
            "MCC = Movement for Civic Change",
            "MCC = Movement for Civic Change",
        ],
    ),
    (
        "The Italian foreign ministry spoke. The ministry said more.",
        ["Italian foreign ministry = Italian foreign ministry | IT", "ministry = Italian foreign ministry | IT"],
    ),
    (
        "The press office of the Finance Ministry declined.",
        ["press office = Finance Ministry", "Finance Ministry = Finance Ministry"],
    ),
    (
        "The operator, Baltica Lines, apologised. The company paid.",
        ["operator = Baltica Lines", "Baltica Lines = Baltica Lines", "company = Baltica Lines"],
    ),
    ("Soldiers left. The local police department burned.", ["local police department = local police department"]),
]


@pytest.mark.parametrize(("text", "expected"), BODIES)
def test_bodies_are_found_with_their_country(text: str, expected: list[str]) -> None:
    """Ministries, police, embassies, alliances and companies, by noun, owner, acronym and what takes them up."""
    assert names(text, BODY) == expected


def test_police_named_after_a_city_is_no_place() -> None:
    """The police of a town carry the town, and are a body."""
    text = "Lima police arrested nine men in Cusco, Peru."
    assert names(text, BODY) == ["Lima police = Lima police | PE | Lima"]
    assert names(text, PLACE) == ["Cusco = Cusco | PE", "Peru = Peru | PE"]


MEDIA = [
    ("The Orbis news agency reported it.", AGENCY, ["Orbis news agency = Orbis"]),
    ("This was quoted by the TASS and AFP agencies.", AGENCY, ["TASS = TASS | RU", "AFP = AFP | FR"]),
    (
        "He told Vesti-9 on Malian television.",
        OUTLET,
        ["Vesti-9 = Vesti-9", "Malian television = Malian television | ML"],
    ),
    ("State television said so.", OUTLET, ["State television = State television"]),
]


@pytest.mark.parametrize(("text", "kind", "expected"), MEDIA)
def test_media_are_known_by_list_or_by_their_noun(text: str, kind: EntityKind, expected: list[str]) -> None:
    """Agencies and broadcasters, listed or not."""
    assert names(text, kind) == expected


PLACES = [
    ("Shots were heard in Alma-Ata, Kazakhstan.", ["Alma-Ata = Almaty | KZ", "Kazakhstan = Kazakhstan | KZ"]),
    ("A bomb went off in Kiev in Ukraine.", ["Kiev = Kyiv | UA", "Ukraine = Ukraine | UA"]),
    ("The Slovak Republic sent tents.", ["Slovak Republic = Slovakia | SK"]),
    ("Reading the list, Mr Nice said nothing in London.", ["London = London | GB"]),
    ("Moscow said it was ready.", ["Moscow = Moscow | government | RU"]),
]


@pytest.mark.parametrize(("text", "expected"), PLACES)
def test_places_are_known_by_any_spelling(text: str, expected: list[str]) -> None:
    """Old and foreign spellings count, common words that a village bears do not."""
    assert names(text, PLACE) == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Nine died, spokesman Jan Verhoeven told reporters.", "Jan Verhoeven"),
        ("Nine died, said April Lund, a nurse.", "April Lund"),
        ("Nine died, said on Facebook Shushan Markar, press secretary at the ministry.", "Shushan Markar"),
        ("Nine died, said Colonel-General Hotam Yormad.", "Hotam Yormad"),
        ("Hernando Ararat, mayor of the town, told reporters that nine had died.", "Hernando Ararat"),
    ],
)
def test_months_ranks_and_platforms_before_a_name(text: str, name: str) -> None:
    """A month is a given name where a family name follows; a rank or the medium on which one writes is no part of a name."""
    assert name in {m.name for m in found(text) if m.kind is EntityKind.PERSON}


@pytest.mark.parametrize(
    "text", ["On Jan 5 nine died.", "It was calm in May Vesk said.", "May Day was calm in June 2031."]
)
def test_a_month_stays_a_month(text: str) -> None:
    assert not [m for m in found(text) if m.kind is EntityKind.PERSON and m.name.split()[0] in {"Jan", "May", "June"}]


FEATURES = [
    ("Nine hikers died in the Kathmandu Valley of Nepal.", ["Kathmandu Valley", "Nepal"]),
    ("The Cochin International Airport in India has closed.", ["Cochin International Airport", "India"]),
    ("An airliner went down in the French Alps.", ["French Alps"]),
    ("Two bodies were found in the Zandira River.", ["Zandira River"]),
    ("A tanker burns in the Gulf of Aden and one off Mount Athos.", ["Gulf of Aden", "Mount Athos"]),
    ("The boat sank in the South China Sea.", ["South China Sea"]),
    ("Three were shot on the Old Friendship Bridge.", ["Old Friendship Bridge"]),
    ("Guards threw stones in the Zandira valley.", ["Zandira valley"]),
    ("Commander of the Black Sea Fleet Ivan Petrov said so.", []),
    ("The Kathmandu Valley police and the Red River Company said so.", []),
    ("Rachel Bridge and Ian Lake said so.", []),
    ("Guns were trained on the Hotel Tashkent from Gorky Street in Nukus.", ["Nukus"]),
    ("Shots were heard in Moscow Road and in Almaty airport.", ["Almaty"]),
]


@pytest.mark.parametrize(("text", "expected"), FEATURES)
def test_valleys_rivers_and_airports_are_named_whole(text: str, expected: list[str]) -> None:
    """A valley is not the town that it is called after; who bears such a word, or a body behind it, is no place."""
    assert [m.name for m in found(text) if m.kind is EntityKind.PLACE] == expected


BODIES = [
    ("The union Petrol-Is called the offer blood money.", ["Petrol-Is"]),
    ("Guards of the private company Boreas fired.", ["Boreas"]),
    ("The Norland Coal Mine Group has closed.", ["Norland Coal Mine Group"]),
    ("The All-Norland Federation of Trade Unions called a strike.", ["All-Norland Federation of Trade Unions"]),
    ("The New Course movement called a rally.", ["New Course movement"]),
    ("The party Ana Vesk leads lost.", ["party"]),
]


@pytest.mark.parametrize(("text", "expected"), BODIES)
def test_bodies_are_named_to_the_end(text: str, expected: list[str]) -> None:
    """The name behind the noun for a body, and the further nouns of one capitalised name; whoever leads a party is not it."""
    assert [m.name for m in found(text) if m.kind is EntityKind.ORGANISATION] == expected


def test_a_newspaper_is_called_without_its_noun() -> None:
    (paper,) = (m for m in found("Nine died, the Norland Times newspaper said.") if m.kind is EntityKind.OUTLET)
    assert paper.name == "Norland Times"


def test_an_airport_lies_in_its_town_and_a_valley_in_its_country() -> None:
    text = "Flights from Cochin Airport in India go on. The Kathmandu Valley in Nepal is quiet."
    held = {m.name: gazetteer.place_of(m.within).name for m in found(text) if m.within}  # type: ignore[union-attr]
    assert held == {"Cochin Airport": "Kochi", "Kathmandu Valley": "Nepal"}


def test_a_place_in_no_list_lies_where_the_article_puts_it() -> None:
    """An unlisted town of a listed region."""
    mention = next(
        m for m in found("The town of Qorpa in the Arequipa region of Peru was cut off.") if m.text == "Qorpa"
    )
    assert (mention.place, mention.country) == (None, "PE")
    assert gazetteer.place_of(mention.within or "").name == "Arequipa"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In the colony Santa Lucinda some 30 houses burned.", ["Santa Lucinda"]),
        ("Of those, 23 were inhabitants of Santa Lucinda, the shantytown into which it fell.", ["Santa Lucinda"]),
        ("Children in the area of Marta Abrea were evacuated.", ["Marta Abrea"]),
        ("The outskirts of Wad Nubarwi were shelled on Friday.", ["Wad Nubarwi"]),
        ("Three died in Khan Abarad, a farming village.", ["Khan Abarad"]),
        ("Juan Perez, the area commander, spoke.", []),
        ("Mary Stone, a community worker, was hurt.", []),
        ("Supporters of Juan Perez, the mayor of the town, marched.", []),
        ("Police killed Pedro Alvarez, a resident of the village.", []),
    ],
)
def test_where_people_live_is_a_place_whatever_its_name_looks_like(text: str, expected: list[str]) -> None:
    assert names(text, PLACE) == [f"{name} = {name}" for name in expected]


def test_groups_and_nationals_are_groups() -> None:
    """Unnamed people keep their country."""
    assert names("Two Dutch tourists, four Koreans and protesters were held.", GROUP) == [
        "Dutch tourists = Dutch tourists | NL",
        "Koreans = Koreans | KR",
        "protesters = protesters",
    ]


def test_a_pronoun_that_nothing_explains_stays_itself() -> None:
    """No person is named, so nobody is invented."""
    assert names("He said so.", PERSON) == ["He = He"]


def test_a_woman_is_not_he() -> None:
    """The title tells the gender."""
    assert (
        names("Spokesman Ivo Kral met spokeswoman Eva Mala. He thanked her.", PERSON)[-1] == "He = Ivo Kral | spokesman"
    )


def test_mentions_never_overlap_and_are_found_by_span_offset_and_stretch() -> None:
    """The three look-ups agree."""
    text = "The foreign minister of Mali, Awa Keita, told Reuters in Bamako that soldiers had left."
    every = found(text)
    assert [m.text for m in every] == [text[m.span.start : m.span.end] for m in every]
    assert all(a.span.end <= b.span.start for a, b in zip(every.all, every.all[1:], strict=False))
    for mention in every:
        assert every.at(mention.span) == every.covering(mention.span.start) == every.covering(mention.span.end - 1)
        assert every.inside(mention.span) == (mention,)
    assert every.covering(len(text) - 1) is None
    assert every.inside(Span(0, len(text))) == every.all


def test_the_countries_of_an_article_are_ranked_and_may_be_told_by_towns() -> None:
    """Towns speak for a country that is never named."""
    assert countries_of(parsed("Kenya and Uganda met; Kenya paid."))[:2] == ("KE", "UG")
    assert countries_of(parsed("The quake was felt in Arequipa, Moquegua and Camana."))[:1] == ("PE",)


@pytest.mark.parametrize(
    "text", ["", " ", "(((((", "'s 's 's", "The the THE", "A" * 5000, "\u202e\u0000x" * 50, "— — —\nPresident ,"]
)
def test_hostile_text_gives_mentions_or_none(text: str) -> None:
    """Nothing raises, whatever comes."""
    assert isinstance(found(text), Mentions)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Chinese President Xi Peng came. Xi said that he was sorry.", "Xi"),
        ("Foreign Minister Mehmet Kılıçdağı spoke. Kılıçdağı too, meanwhile, called Lima.", "Kılıçdağı"),
    ],
)
def test_a_surname_alone_is_its_bearer_however_short_or_strange(text: str, name: str) -> None:
    """Two letters, or a word that a tagger takes for an adverb."""
    full = [m.name for m in found(text) if m.kind is PERSON and " " in m.name]
    assert full[0] in [m.name for m in found(text) if m.text == name]


def test_the_verb_before_a_surname_is_no_given_name() -> None:
    """ "Said" sounds like "Seyed"."""
    text = "The spokesman, Seyed Reza Karimi, came. “We are sorry,” said Karimi."
    assert "Karimi" in [m.text for m in found(text)]


def test_initials_of_a_body_are_no_country() -> None:
    """The U.S. consulate in Adana is not what "USA" means."""
    text = "The U.S. consulate in Adana was closed. One of the main USA allies in the region is Turkey."
    assert not [m for m in found(text) if m.text == "USA" and m.kind is not EntityKind.PLACE]


def test_a_word_in_brackets_behind_a_body_is_its_name_at_home() -> None:
    """A town in brackets is where it sits."""
    text = "The Turkish Red Crescent (Kızılay) sent tents. Kızılay is ready to send more."
    assert {m.name for m in found(text) if m.text == "Kızılay"} == {"Turkish Red Crescent"}
    assert not [m for m in found("The Red Crescent (Lima) sent tents.") if m.text == "Lima" and m.kind is BODY]


def test_a_part_of_an_unlisted_regions_name_is_no_region() -> None:
    """ "South Province" lies in Cameroon, "South Bellira Province" does not."""
    text = "The ferry sank in South Bellira Province, South Korea."
    assert not [m for m in found(text) if m.country == "CM"]


@pytest.mark.parametrize("spelling", ["S. Korea", "Korea", "South-Korea"])
def test_a_country_is_known_in_short(spelling: str) -> None:
    """As headlines have it."""
    assert [m.country for m in found(f"The ferry sank off {spelling} on Monday.")] == ["KR"]


def test_the_last_word_of_a_name_in_quotation_marks_is_no_place() -> None:
    """A group that calls itself "Signatories in Thunder" is not of a town of Thunder."""
    text = 'The army fought the "Signatories in Thunder" group near Algiers. "We fought in Algiers," he said.'
    assert [m.text for m in found(text) if m.kind is PLACE] == ["Algiers", "Algiers"]
