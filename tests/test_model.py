"""What the nouns of the ledger say of themselves."""

from reportedly.model import Origin, who_of


def test_origins_of_one_name_are_named_once_with_the_articles_of_each() -> None:
    told = [origin("ministry", 9), origin("officials", 1), origin("hospital", 2), origin("officials", 1)]
    assert who_of(told, most=5) == "ministry (9), officials (1 + 1), hospital (2)"


def test_origins_past_the_most_that_are_named_are_counted() -> None:
    told = [origin("ministry", 9), origin("hospital", 4), origin("Red Cross", 2), origin("mayor", 1)]
    assert who_of(told, most=2) == "ministry (9), hospital (4), 2 more"


def origin(name: str, articles: int) -> Origin:
    return Origin(entity=None, name=name, side=None, first=None, documents=tuple(f"d{at}" for at in range(articles)))
