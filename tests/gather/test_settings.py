"""In which country a story plays, as the articles of a desk tell it together; all of it invented."""

from dataclasses import asdict
from itertools import permutations
from json import dumps, loads

from reportedly.gather.settings import Votes, countries_of_stories, sites_of_stories, votes_of
from reportedly.lexicon import gazetteer
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
    assert votes == Votes.from_plain(loads(dumps(asdict(votes))))


BOMBS = (
    "Bomb kills nine in Nairobi. Police in Nairobi said a car bomb went off. Doctors in Kisumu sent blood.",
    "A blast in Nairobi killed nine, officials in Mombasa said. The bomb tore through a bus in Nairobi.",
    "Kenya mourns. The bomber died at the market in Nairobi; the president flew from Mombasa.",
)
FLOODS = tuple(text.replace("bomber", "flood").replace("bomb", "flood").replace("blast", "storm") for text in BOMBS)


def sites(*texts: str) -> list[str | None]:
    """The town of each text's story."""
    found = sites_of_stories(votes_of(document(f"d-{n}", text)) for n, text in enumerate(texts))
    return [_name(found.get(f"d-{n}")) for n in range(len(texts))]


def _name(id: str | None) -> str | None:
    place = gazetteer.place_of(id) if id is not None else None
    return place.name if place is not None else None


def test_a_bomb_has_the_town_that_all_articles_name() -> None:
    """Each names another town besides."""
    assert sites(*BOMBS) == ["Nairobi"] * 3


def test_what_may_strike_many_places_has_no_one_town() -> None:
    """The same sentences of a flood."""
    assert sites(*FLOODS) == [None] * 3


def test_two_articles_have_no_site_in_common() -> None:
    """As they have no country."""
    assert sites(*BOMBS[:2]) == [None, None]


def test_two_bombs_on_one_desk_keep_their_towns() -> None:
    """Of two countries, three articles each."""
    other = [
        text.replace("Nairobi", "Dhaka").replace("Kenya", "Bangladesh").replace("Kisumu", "Khulna") for text in BOMBS
    ]
    assert sites(*BOMBS, *other) == ["Nairobi"] * 3 + ["Dhaka"] * 3


def test_an_article_that_does_not_name_the_site_has_none() -> None:
    """It may be of anything."""
    assert sites(*BOMBS, "Kisumu has a new bridge.")[-1] is None


def test_the_capital_from_which_a_government_speaks_is_no_site() -> None:
    """A crash far from it; each article is written in the capital."""
    crash = [
        f"NAIROBI - A bus crash {n} in Kisumu killed nine. The accident near Kisumu is the worst." for n in range(3)
    ]
    assert sites(*crash) == ["Kisumu"] * 3


def test_a_site_does_not_hang_on_the_order() -> None:
    """Six orders of three articles."""
    votes = [votes_of(document(f"d-{n}", text)) for n, text in enumerate(BOMBS)]
    assert len({tuple(sorted(sites_of_stories(order).items())) for order in permutations(votes)}) == 1


def test_a_local_papers_town_stands_in_its_masthead() -> None:
    """Its article says "the city" and names a hospital abroad."""
    head, body = (
        "The Capital - independent daily of Nairobi",
        "The bomb took nine of this city. Two burned went to Lyon.",
    )
    paper = Document(
        id="d-9", source="d-9", text=f"{head}\n{body}", body=(Span(len(head) + 1, len(head) + 1 + len(body)),)
    )
    votes = [votes_of(document(f"d-{n}", text)) for n, text in enumerate(BOMBS)]
    assert _name(sites_of_stories([*votes, votes_of(paper)]).get("d-9")) == "Nairobi"


def test_two_countries_at_war_have_no_one_town() -> None:
    """The bombs of both sides fall on both sides of the border."""
    war = [text + " Somalia and Kenya blame each other. Somalia, Somalia, Kenya." for text in BOMBS]
    war[2] = war[2].replace("Kenya", "Somalia").replace("in Nairobi", "in Mogadishu")
    assert sites(*war) == [None] * 3


BLASTS = (
    "Blasts rock Kenya. Bombs went off in Nairobi, Mombasa and Kisumu, police said. Kenya buried its dead.",
    "The toll of Kenya's bombings is 40. Bombs hit churches in Kenya on Sunday; one burst in Nairobi's west, one in Mombasa.",
    "NAIROBI - Attacks in Kenya killed 40. Two Danes died in Kenya's bombings, the envoy said.",
)


def test_bombs_in_several_towns_are_of_the_country() -> None:
    """Their first lines speak of Kenya, and of the capital as one town among others."""
    assert sites(*BLASTS) == ["Kenya"] * 3


def test_riots_in_all_of_a_country_are_of_the_country() -> None:
    """One city is named in each, and the country at the head of each."""
    riots = [
        f"Riots in Peru leave {n} dead. The riots in Peru spread on Monday. In Cusco shops burned." for n in (3, 4, 5)
    ]
    assert sites(*riots) == ["Peru"] * 3


def test_a_quake_of_one_province_is_not_of_the_country() -> None:
    """Its towns together are named as often as the country."""
    quakes = ["A quake hit Camana and Mollendo in Peru. Homes fell in Arequipa; Peru sent tents."] * 3
    assert sites(*quakes) == [None] * 3


def test_a_war_of_two_countries_is_of_neither() -> None:
    """Both stand at the head of each article."""
    war = ["Ethiopia and Eritrea trade fire. Ethiopia said that Eritrea shelled its posts."] * 3
    assert sites(*war) == [None] * 3


def test_an_embassys_paper_writes_of_the_country_that_was_struck() -> None:
    """It names its own nationals oftener."""
    danish = "Two Danes are safe, the Danish embassy said after the bombings in Kenya."
    assert sites(*BLASTS, danish)[-1] == "Kenya"


FLOOD = (
    "Floods kill 30 in Kerala\nTroops in Kochi and Idukki took people off roofs, the Kerala government said in India."
)
ABROAD_FLOOD = "Gulf state offers aid to flood-hit Kerala\nMoney for Kerala will be sent to India, the Emirates said."
BORDER = "Fighting in Karabakh kills 20\nAzerbaijan and Armenia blame each other for the fighting in Nagorno-Karabakh."
CRASH = "Airliner crashes in French Alps\nThe plane on its way from Spain to Germany fell in the Alps, France said."


def names_of_sites(*texts: str) -> list[str | None]:
    votes = [votes_of(document(f"d-{n}", text)) for n, text in enumerate(texts)]
    sites = {id_: gazetteer.place_of(site) for id_, site in sites_of_stories(votes).items()}
    return [place.name if (place := sites.get(f"d-{n}")) else None for n in range(len(texts))]


def test_a_story_that_plays_in_one_region_has_it_for_its_site() -> None:
    assert names_of_sites(FLOOD, FLOOD, ABROAD_FLOOD) == ["Kerala"] * 3


def test_a_land_in_dispute_between_two_states_is_a_site() -> None:
    assert names_of_sites(BORDER, BORDER, BORDER) == ["Nagorno-Karabakh"] * 3


def test_mountains_that_run_through_several_states_are_those_of_the_state_that_is_told() -> None:
    assert names_of_sites(CRASH, CRASH, CRASH) == ["French Alps"] * 3


def test_a_region_that_few_of_the_articles_name_is_no_site() -> None:
    assert names_of_sites(QUAKE, QUAKE, QUAKE + " Landslides shut roads in the Arequipa region.")[-1] != "Arequipa"
