"""The gazetteer: spellings, namesakes, holders."""

import pytest

from reportedly.lexicon import gazetteer, nations


@pytest.mark.parametrize(
    ("name", "near", "expected"),
    [
        ("Alma-Ata", (), "Almaty"),
        ("Alma-Ate", ("KZ",), "Almaty"),
        ("Janaozen", ("KZ",), "Zhanaozen"),
        ("Нур-Султан", (), "Astana"),
        ("Kiev", (), "Kyiv"),
        ("the Republic of Kazakhstan", (), "Kazakhstan"),
        ("Cebu", ("PH",), "Cebu"),
        ("Cebu City", ("PH",), "Cebu City"),
        ("Washington", ("GB",), "Washington"),
        ("Nowhereville", ("US",), None),
        ("", (), None),
    ],
)
def test_any_spelling_finds_the_place(name: str, near: tuple[str, ...], expected: str | None) -> None:
    """Old, foreign and unlisted spellings; what is in no list is None."""
    place = gazetteer.lookup(name, near=near, loosely=True)
    assert (place.name if place else None) == expected


def test_the_article_decides_between_namesakes() -> None:
    """A name that towns of two countries bear is that of the country spoken of; else nobody guesses."""
    found = {code: gazetteer.lookup("Cordoba", near=(code,)) for code in ("AR", "ES", "CO")}
    assert {code: place.country for code, place in found.items() if place} == {"AR": "AR", "ES": "ES", "CO": "CO"}
    assert gazetteer.lookup("San Pedro") is None


def test_a_region_is_meant_where_the_text_says_region() -> None:
    """The word beside the name decides between a town and the region named for it."""
    town, region = gazetteer.lookup("Arequipa", near=("PE",)), gazetteer.lookup("Arequipa", near=("PE",), kind="region")
    assert town is not None
    assert region is not None
    assert (town.kind, region.kind) == ("city", "region")
    assert region.id in gazetteer.within(town)
    assert gazetteer.within(town)[-1] == "PE"


@pytest.mark.parametrize(
    ("word", "near", "expected"),
    [
        ("Slovak", (), "SK"), ("Britons", (), "GB"), ("Dutch", (), "NL"), ("UK", (), "GB"), ("U.S.", (), "US"),
        ("Kazakhstani", (), "KZ"), ("Koreans", (), "KR"), ("Koreans", ("KP",), "KP"), ("Congolese", ("CG",), "CG"),
        ("Cote d'Ivoire", (), "CI"), ("Islamic Republic of Iran", (), "IR"), ("Atlantis", (), None),
    ],
)  # fmt: skip
def test_a_country_is_known_by_all_its_words(word: str, near: tuple[str, ...], expected: str | None) -> None:
    """Names, adjectives, peoples; shared words by the article."""
    assert nations.country_of(word, near=near) == expected
