"""Mixed news sorts into the crises that it tells of: by names and places, and by the season."""

from itertools import permutations

from reportedly.gather.clues import clues_of
from reportedly.gather.fingerprints import fingerprint_of
from reportedly.gather.piles import piles_of
from reportedly.gather.settings import votes_of
from reportedly.model import Document, Span

FLOOD = """The river Biobio burst its banks near Concepcion in Chile, and governor Aurelio Manquian said that the road to
Talcahuano was closed. Rescuers of the Bomberos brigade from Chillan reached Hualqui."""
FLOOD_LATER = """In Hualqui near Concepcion the water is falling, governor Aurelio Manquian told Radio Biobio in Chile. The road to
Talcahuano is open again, and the Bomberos brigade has gone home to Chillan."""
COUP = """Soldiers of general Ansou Badji took the radio in Conakry in Guinea, and the Kaloum quarter was shut. The port of
Kamsar worked on, minister Sekou Kourouma said in Kindia."""
COUP_LATER = """General Ansou Badji spoke in Conakry on television; the Kaloum quarter of the capital of Guinea is open. Minister
Sekou Kourouma is held in Kindia, and Kamsar is quiet."""
NOTHING = "It rained, and everybody stayed at home."


def document(id: str, text: str, published: str | None = None) -> Document:
    whole = f"{text}\n\nPublished: {published}\n" if published else text
    return Document(id=id, source=f"{id}.txt", text=whole, body=(Span(0, len(text)),))


def piles(*documents: Document) -> list[set[str]]:
    found = piles_of(map(fingerprint_of, documents), map(votes_of, documents), map(clues_of, documents))
    return [set(pile) for pile in found]


FOUR = (
    document("a", FLOOD, "3 May 2031"),
    document("b", COUP, "4 May 2031"),
    document("c", FLOOD_LATER, "5 May 2031"),
    document("d", COUP_LATER, "6 May 2031"),
)


def test_two_crises_of_one_week_are_two_piles() -> None:
    """A flood in Chile and a coup in Guinea."""
    assert piles(*FOUR) == [{"a", "c"}, {"b", "d"}]


def test_the_order_in_which_articles_come_changes_nothing() -> None:
    """In whichever order."""
    assert {tuple(map(frozenset, piles(*order))) for order in permutations(FOUR)} == {
        (frozenset({"a", "c"}), frozenset({"b", "d"}))
    }


def test_a_season_later_it_is_another_crisis() -> None:
    """The same river a year on, told by two articles: a flood of its own."""
    year_on = [document("c", FLOOD_LATER, "5 May 2032"), document("d", f"{FLOOD_LATER} {FLOOD}", "6 May 2032")]
    first = [document("a", FLOOD, "3 May 2031"), document("b", f"{FLOOD} {FLOOD_LATER}", "4 May 2031")]
    assert piles(*first, *year_on) == [{"a", "b"}, {"c", "d"}]


def test_an_article_without_a_day_lies_with_those_that_it_is_like() -> None:
    """It is dated with them, and not with the coup of another year."""
    others = [document("b", COUP, "4 May 2021"), document("d", COUP_LATER, "6 May 2021")]
    flood = [document("a", FLOOD, "3 May 2031"), document("c", f"{FLOOD} {FLOOD_LATER}", "4 May 2031")]
    assert {"a", "c", "e"} in piles(*others, *flood, document("e", FLOOD_LATER))


def test_what_is_like_nothing_lies_alone() -> None:
    """An article of no names, an empty desk."""
    assert piles(*FOUR, document("e", NOTHING)) == [{"a", "c"}, {"b", "d"}, {"e"}]
    assert piles() == []


def test_a_crisis_of_many_articles_that_share_but_its_own_names_is_one_pile() -> None:
    """Forty on a flood and forty on a coup, none with a name that the others of its crisis lack."""
    floods = [document(f"a{n:02}", f"{FLOOD} In all {n} houses fell.", f"{1 + n % 20} May 2031") for n in range(40)]
    coups = [document(f"b{n:02}", f"{COUP} In all {n} shots fell.", f"{1 + n % 20} May 2031") for n in range(40)]
    assert [len(pile) for pile in piles(*floods, *coups)] == [40, 40]


def test_copies_without_any_name_lie_together() -> None:
    """Nothing else tells that they are of one thing."""
    told = "It rained all night on the hills, and in the morning nobody could cross the water. " * 2
    other = "The tower fell at noon while two men were still painting it, and both of them lived. " * 2
    assert piles(document("a", told), document("b", other), document("c", told)) == [{"a", "c"}, {"b"}]
