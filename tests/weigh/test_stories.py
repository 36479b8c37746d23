"""Which crisis an article tells of."""

from notation import world

from reportedly.weigh import stories_of


def stories(text: str) -> list[set[str]]:
    """The documents of each story, in order of their first document."""
    told = world(text)
    found = stories_of(told.claims, directory=told.directory, datings=told.datings)
    groups: dict[str, set[str]] = {}
    for document in sorted(found):
        groups.setdefault(found[document], set()).add(document)
    return list(groups.values())


def test_articles_on_one_country_are_one_story() -> None:
    """The town, the south and the country as a whole, within a week."""
    assert stories("""
        d1 2031-01-04 | killed people 5 @Northtown < police
        d2 2031-01-06 | killed people 9 @Southport < police
        d3 2031-01-09 | killed people 14 @Northland < police
    """) == [{"d1", "d2", "d3"}]


def test_two_countries_are_two_stories_unless_an_article_tells_of_both() -> None:
    """A flood on both sides of the border is one crisis."""
    apart = """
        d1 2031-01-04 | killed people 5 @Northtown < police
        d2 2031-01-06 | killed people 9 @Eastland < police
    """
    both = """
        d3 2031-01-06 | killed people 5 @Northtown < police
        d3 2031-01-06 | killed people 9 @Eastland < police
    """
    assert stories(apart) == [{"d1"}, {"d2"}]
    assert stories(apart + both) == [{"d1", "d2", "d3"}]


def test_a_long_silence_ends_a_story() -> None:
    """Riots in January, an earthquake in August of the same country."""
    assert stories("""
        d1 2031-01-04 | killed people 5 @Northtown < police
        d2 2031-08-06 | killed people 900 @Upland < governor
    """) == [{"d1"}, {"d2"}]


def test_a_passing_mention_and_a_look_back_join_nothing() -> None:
    """An article on the north names the east once, and recalls an earthquake there."""
    north = "d1 2031-01-04 | killed people 5 @Northtown < police\n"
    assert stories(
        north * 4
        + """
        d1 2031-01-04 | injured people 2 @Eastland < police
        d1 2031-01-04 | killed people 25000 @Eastland background
        d2 2031-01-05 | killed people 9 @Eastland < police
        """
    ) == [{"d1"}, {"d2"}]


def test_an_article_without_a_place_joins_the_nearest_in_time() -> None:
    """A government's condolences that name no place."""
    assert stories("""
        d1 2031-01-04 | killed people 5 @Northtown < police
        d2 2031-08-06 | killed people 900 @Upland < governor
        d3 2031-08-07 | position condole Westland
    """) == [{"d1"}, {"d2", "d3"}]


def test_the_id_of_a_story_stays_when_later_articles_come() -> None:
    """A desk adds articles for weeks."""
    first = "d1 2031-01-04 | killed people 5 @Northtown < police\n"
    more = first + "d2 2031-01-20 | killed people 9 @Southport < police"
    early, late = (
        stories_of(told.claims, directory=told.directory, datings=told.datings) for told in (world(first), world(more))
    )
    assert early["d1"] == late["d1"]


def test_several_articles_that_count_a_neighbours_dead_make_one_story() -> None:
    """The river floods Northland and Eastland; an article from Eastland tells only of its own."""
    shared = "".join(
        f"""
        d{day} 2031-01-0{day} | killed people 5 @Northtown < police
        d{day} 2031-01-0{day} | killed people 6 @Southport < police
        d{day} 2031-01-0{day} | injured people 6 @Southport < police
        d{day} 2031-01-0{day} | killed people 9 @Eastland < police
    """
        for day in (1, 2, 3)
    )
    assert stories(shared + "d4 2031-01-04 | killed people 8 @Eastland < police") == [{"d1", "d2", "d3", "d4"}]
