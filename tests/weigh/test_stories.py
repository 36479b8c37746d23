"""The stories of a desk: one for each pile of articles, under an id that lasts."""

from notation import world

from reportedly.weigh import about_of, ids_of

TWO = """
    d1 2031-01-04 | killed people 5 @Northtown < police
    d2 2031-01-06 | killed people 9 @Northland < police
    d3 2031-01-06 | killed people 2 @Eastland < police
"""


def stories(text: str, *piles: str) -> dict[str, str]:
    """The story of each document; a pile is its documents' names."""
    told = world(text)
    abouts = [about_of(pile.split(), told.claims, told.directory, told.datings) for pile in piles]
    return {document: id for about, id in zip(abouts, ids_of(abouts), strict=True) for document in about.documents}


def test_the_articles_of_a_pile_are_one_story() -> None:
    """Two on the north, one on the east."""
    found = stories(TWO, "d1 d2", "d3")
    assert found["d1"] == found["d2"] != found["d3"]


def test_an_id_stays_when_later_articles_come() -> None:
    """The crisis goes on in the next month, and another begins."""
    later = TWO + "d4 2031-02-01 | killed people 20 @Northland < police"
    before, after = stories(TWO, "d1 d2", "d3"), stories(later, "d1 d2 d4", "d3")
    assert {id: after[id] for id in before} == before


def test_two_crises_of_one_country_and_month_are_two() -> None:
    """A flood in the north and a bomb in the south: told apart, the earlier keeps the plain id."""
    both = """
        d1 2031-01-04 | killed people 5 @Northtown < police
        d2 2031-01-06 | killed people 9 @Southport < police
    """
    found = stories(both, "d1", "d2")
    assert found["d1"] != found["d2"]
    assert found["d1"] == stories("d1 2031-01-04 | killed people 5 @Northtown < police", "d1")["d1"]


def test_articles_of_no_place_and_day_are_a_story_too() -> None:
    """Nothing is dropped: an article of which nothing was read."""
    assert stories("", "d1")["d1"].startswith("s-")


def test_the_order_of_piles_changes_nothing() -> None:
    """From behind."""
    assert stories(TWO, "d3", "d2 d1") == stories(TWO, "d1 d2", "d3")
