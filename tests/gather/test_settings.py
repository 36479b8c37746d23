"""In which country a story plays, as the articles of a desk tell it together; all of it invented."""

from itertools import permutations

from reportedly.gather.settings import Votes, countries_of_stories, votes_of
from reportedly.model import Document, Span

QUAKE = "A quake hit Peru. Police in Lima and Arequipa said nine people died in Peru."
ABROAD = (
    "Two Britons and a British nurse are safe, Britain said. They had been in Peru for a week. British help is coming."
)
LOCAL = "The mayor of Arequipa said that Mollendo, Islay and Camana have no water. Chile sent a plane; Chile is near."


def document(id: str, text: str) -> Document:
    return Document(id=id, source=id, text=text, body=(Span(0, len(text)),))


def countries(*texts: str) -> list[str | None]:
    """The country of each text, None where its own words decide."""
    votes = [votes_of(document(f"d-{n}", text)) for n, text in enumerate(texts)]
    found = countries_of_stories(votes)
    return [found.get(f"d-{n}") for n in range(len(texts))]


def test_a_paper_abroad_writes_of_the_crisis_not_of_its_nationals_country() -> None:
    """Its own country is named four times, that of the crisis once."""
    assert countries(QUAKE, QUAKE, QUAKE, ABROAD)[-1] == "PE"


def test_a_paper_that_names_only_its_towns_writes_of_its_own_country() -> None:
    """It names a neighbour twice and its own country never."""
    assert countries(QUAKE, QUAKE, QUAKE, LOCAL)[-1] in {"PE", None}
    assert dict(votes_of(document("d", LOCAL)).shares)["PE"] > 0


def test_what_an_article_says_plainly_is_left_to_its_own_words() -> None:
    """It does not change when other articles come."""
    assert countries(QUAKE, QUAKE, QUAKE, ABROAD)[:3] == [None, None, None]


def test_a_desk_of_two_articles_has_no_view_in_common() -> None:
    """Each could be of another crisis."""
    assert countries(QUAKE, ABROAD) == [None, None]


def test_an_article_that_never_names_the_desks_country_has_its_own() -> None:
    """A desk may hold several crises."""
    assert countries(QUAKE, QUAKE, QUAKE, "Floods in Ghana: Accra asks Togo for boats. Togo and Ghana talk.")[-1] in {
        "GH",
        None,
    }


def test_the_order_of_the_articles_changes_nothing() -> None:
    """Six orders of four articles."""
    votes = [votes_of(document(f"d-{n}", text)) for n, text in enumerate((QUAKE, QUAKE, LOCAL, ABROAD))]
    assert len({tuple(sorted(countries_of_stories(order).items())) for order in permutations(votes)}) == 1


def test_votes_survive_being_kept_as_plain_rows() -> None:
    """As the ledger keeps them."""
    votes = votes_of(document("d", ABROAD))
    assert votes == Votes.from_plain({"document": "d", "shares": [list(pair) for pair in votes.shares]})
