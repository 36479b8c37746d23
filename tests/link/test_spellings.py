"""What two spellings of one name may differ in, and what tells two names apart: tables of pairs."""

import time

import pytest

from reportedly.link import link
from reportedly.link.chinese import are_two_in_chinese
from reportedly.link.gazetteer import is_spelling_of
from reportedly.link.korean import is_one_name
from reportedly.link.sound import vowels_agree, vowels_clash
from reportedly.model import EntityKind, Mention, Span


def mention(name: str, document: str, country: str, **told: str) -> list[Mention]:
    """An article that names its country and then somebody or a place; `told` as in `Mention`."""
    land = Mention(
        document=document,
        span=Span(0, 4),
        text="land",
        name="land",
        kind=EntityKind.PLACE,
        country=country,
        place=country,
    )
    kind = EntityKind(told.pop("kind", EntityKind.PERSON))
    span = Span(40, 40 + len(name))
    return [land, Mention(document=document, span=span, text=name, name=name, kind=kind, country=country, **told)]  # type: ignore[arg-type]


def are_joined(one: list[Mention], other: list[Mention]) -> bool:
    directory = link([*one, *other])
    left, right = (directory.entity_of(m.document, m.span) for m in (one[1], other[1]))
    return left is not None and right is not None and left.id == right.id


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (("park", "ji", "sung"), ("pak", "chisong"), True),
        (("lee", "jae", "yong"), ("yi", "chaeyong"), True),
        (("kim", "hyuk", "chol"), ("kim", "hyeok", "cheol"), True),
        (("ban", "bong", "eun"), ("bang", "byong", "eun"), False),
    ],
)
def test_korean_names_are_read_syllable_by_syllable(
    one: tuple[str, ...], other: tuple[str, ...], expected: bool
) -> None:
    """The Revised Romanisation, McCune-Reischauer's, and how people spell themselves."""
    assert is_one_name(one, other) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Xianshuigu", "Hsien-Shui-Ku", False),
        ("Zaoyang", "Tsao-Yang", False),
        ("Chenzhou", "Chenchow", False),
        ("Shangluo", "Shuanglu", True),
        ("Beijing", "Peking", None),
    ],
)
def test_chinese_places_are_one_where_a_reading_is_shared(one: str, other: str, expected: bool | None) -> None:
    """Pinyin, Wade-Giles and the old post offices; None where a name is spelled in none of these ways."""
    assert are_two_in_chinese(one, other) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Arequipa", "Arequipie", True),
        ("Izmir", "Izmiras", True),
        ("Ardakan", "Ardekan", True),
        ("Durdica", "Đurđica", True),
        ("Izmir", "Izmit", False),
        ("Middletown", "Middleton", False),
        ("Phetchaburi", "Phetchabun", False),
    ],
)
def test_a_place_that_nobody_knows_is_known_by_its_spelling(one: str, other: str, expected: bool) -> None:
    """Declension and vowels that tongues exchange; no other consonant."""
    assert is_spelling_of(one, other) is expected


def test_vowels_tell_names_of_the_same_consonants_apart() -> None:
    """Hassan is not Husain and Ramon not Roman; Abdullah is Abdallah."""
    assert vowels_clash("hassan", "husain")
    assert vowels_clash("ramon", "roman")
    assert not vowels_clash("abdullah", "abdallah")
    assert vowels_agree("Somaishwar", "Someshwar")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (("Ivan Ivanov", "governor"), ("Iwanow", "governor"), True),
        (("Ivan Ivanov", "governor"), ("Iwanow", "mayor"), False),
        (("Habiba Shahzodov", "doctor"), ("Khabib Shakhzodov", "doctor"), False),
        (("Mario Vesk", "doctor"), ("Maria Vesk", "doctor"), False),
        (("Maria Cristina Vesk", "doctor"), ("Maria Luisa Vesk", "doctor"), False),
        (("Elena Adruni", "minister"), ("Y. Adruni", "minister"), True),
        (("Thabit Lund", "minister"), ("Sabit Lund", "minister"), True),
    ],
)
def test_people_of_one_country(one: tuple[str, str], other: tuple[str, str], expected: bool) -> None:
    """A surname in another office, men and women, second given names, initials by their sound."""
    left = mention(one[0], "d1", "RU", title=one[1])
    right = mention(other[0], "d2", "RU", title=other[1])
    assert are_joined(left, right) is expected


def test_a_namesake_of_another_office_and_country_is_another() -> None:
    """One full name: the interior minister of Peru and a lawyer in Chad; in one office the country may be a slip."""
    minister = mention("Ana Vesk", "d1", "PE", title="interior minister")
    assert not are_joined(minister, mention("Ana Vesk", "d2", "TD", title="lawyer"))
    assert are_joined(minister, mention("Ana Vesk", "d2", "TD", title="minister"))


def test_hungarian_and_korean_names_may_be_turned() -> None:
    """The family name first at home, last abroad."""
    assert are_joined(mention("Nagy László", "d1", "HU"), mention("László Nagy", "d2", "HU"))
    assert are_joined(mention("Park Ji-sung", "d1", "KR"), mention("Ji Sung Pak", "d2", "KR"))


def test_unlisted_places_of_two_regions_are_two() -> None:
    """Turabah of the one province and Turubah of the other; with no region told the vowels tell them apart."""
    here = mention("Borujen", "d1", "IR", kind="place", within="139677")
    there = mention("Borujan", "d2", "IR", kind="place", within="125605")
    same = mention("Borujan", "d2", "IR", kind="place", within="139677")
    assert (are_joined(here, there), are_joined(here, same)) == (False, True)


def test_firms_are_one_whatever_their_form_in_law() -> None:
    """ "Vesk Energy LLC" is Vesk Energy, "Wesk Mining" is another."""
    one = mention("Vesk Energy", "d1", "PE", kind="organisation")
    assert are_joined(one, mention("Wesk Energy LLC", "d2", "PE", kind="organisation"))
    assert not are_joined(one, mention("Vesk Mining", "d2", "PE", kind="organisation"))


@pytest.mark.parametrize("syllable", ["an", "o", "Ji", "al-"])
@pytest.mark.parametrize("kind", [EntityKind.PERSON, EntityKind.PLACE])
def test_a_name_without_end_is_linked_at_once(syllable: str, kind: EntityKind) -> None:
    """ "Ananananan..." of an article that means harm: what it may stand for doubles with every other letter."""
    names = ["Wang " + (syllable * count).title() for count in (4, 10, 18, 40, 200)]
    every = [
        Mention(document="d1", span=Span(at * 900, at * 900 + len(name)), text=name, name=name, kind=kind, country="CN")
        for at, name in enumerate(names)
    ]
    began = time.process_time()
    assert link(every).entities
    assert time.process_time() - began < 5


def body(document: str, text: str, name: str, at: int = 40, country: str | None = "PE") -> Mention:
    kind = EntityKind.ORGANISATION
    return Mention(document=document, span=Span(at, at + len(text)), text=text, name=name, kind=kind, country=country)


@pytest.mark.parametrize(
    ("sort", "full", "short", "expected"),
    [
        ("civil defence institute", "National Institute of Civil Protection", "INDECI", True),
        ("disaster agency", "Badan Nasional Penanggulangan Bencana", "BNPB", True),
        ("interior ministry", "Ministerstvo Vnutrennikh Del", "MVDK", True),
        ("meteorological office", "Servicio Nacional de Meteorologia", "SENAMHI", True),
        ("health ministry", "Ministerio de Salud Publica", "MINSA", True),
        (
            "defence ministry",
            "Motorists' Organisation of Dorland",
            "MOD",
            False,
        ),  # three letters, which many bodies share
        ("health ministry", "Mineral Salts", "MSAL", False),  # which none of its articles calls so
    ],
)
def test_a_body_is_known_by_the_short_form_of_its_sort(sort: str, full: str, short: str, expected: bool) -> None:
    """ "The civil defence institute, INDECI" of one article, and the whole name with the same letters in the next."""
    mentions = [body("d1", sort, sort), body("d1", short, sort, at=80), body("d2", full, full)]
    if short != "MSAL":
        mentions.append(body("d2", short, full, at=120))
    directory = link(mentions)
    one, other = (
        directory.entity_of("d1", Span(40, 40 + len(sort))),
        directory.entity_of("d2", Span(40, 40 + len(full))),
    )
    assert one is not None
    assert other is not None
    assert (one.id == other.id) is expected
    if expected:
        assert one.side == "state:PE"


def test_two_sorts_of_body_are_not_joined_by_letters() -> None:
    """The ministry's and the hospital's short forms are one by chance."""
    mentions = [
        *(body("d1", "health ministry", "health ministry"), body("d1", "MINSA", "health ministry", at=80)),
        *(body("d2", "interior ministry", "interior ministry"), body("d2", "MINSA", "interior ministry", at=80)),
    ]
    assert len(link(mentions).entities) == 2
