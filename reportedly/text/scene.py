"""What an article is about on the map: the country of its crisis, and the town where all of it plays, if one is.

In: an article with its mentions. Out: a `Scene`, reckoned once for each. A place weighs by how it is named: in the
headline, behind a preposition of place ("killed in X"), beside what happened ("the X bombings"); the seat of a
government that speaks, a foreign ministry's town or the home of those abroad weigh little or nothing.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from reportedly.lexicon import gazetteer, load
from reportedly.lexicon.nations import country_of_seat
from reportedly.model import EntityKind, Mention, Span
from reportedly.text.names import countries_of, mentions_of
from reportedly.text.naming.words import countries_in
from reportedly.text.sentences import Article, Sentence, once
from reportedly.text.setting import head_of, is_byline, is_of_teller, is_setting, is_spoken_of, is_wider

_HEADLINE, _LEAD = 4.0, 1.5
_OPENING = 10  # sentences that name what happened
_LEADING = 4  # sentences after the headline that tell what it is all about
_SETTING = 2.0
_NAMED = 1.0
_OFFICE, _OF_BODY = 0.25, 0.5
_FOCUS = {True: 0.4, False: 0.55}
"""Share of the weight of all places inside the country that the one town must have for the article to play there, where
what happened strikes one spot (a bomb, a crash) and where it may strike many (a storm, riots)."""
_UNLISTED = 0.75
"""What a place that no map knows weighs beside the town: it may be a quarter of it."""
_STAGE = 0.4
"""Share of the weight of the article's country from which on another is a scene as well."""
_HEADED = 0.3
"""The share that is enough where the headline names the town and not the country."""
_MAIN_CITY = 0.35
"""The share of the weight of all cities of the country that its main one has at least."""
_OFTEN = 2
"""Times that it must be named for that, unless the first sentences name it."""
_IN_REGION = 0.7
"""Share of the weight of all places inside the country that must lie in one region for the article to play in it."""
_NEARBY = 40.0
"""Kilometres around the desk's site, inside which an article that plays in one place knows better which."""
_TOWN_OF_REGION, _MAIN = 3, 0.66
"""Times that a region may weigh as much as a town in it, and the town still be the scene; what share of all that is named
in the region the town must have for that."""


@dataclass(frozen=True, slots=True)
class Scene:
    """`country` is an ISO code, `country_named` where its name stands; `countries` those in which much of it plays (two at
    war, one that people flee to), and None for a place that no country is known of. `town` are the mentions, in order, of
    the place that weighs most in it; `is_of_one_town` where nearly all plays there, `is_of_country` where what is counted
    for all is counted for the country: its headline names it, or the town is but its capital; `is_spread` where much plays
    elsewhere in it, so that what the state orders it orders for all of it; `is_of_all` where the desk's articles tell together
    that it plays in many of its towns. `city` are the mentions of the city on the map that
    weighs most: where hospitals are, and crowds march, of a crisis that strikes more than it."""

    country: str | None
    countries: frozenset[str | None]
    town: tuple[Mention, ...]
    country_named: tuple[Span, ...]
    is_of_one_town: bool
    is_of_country: bool
    is_spread: bool
    city: tuple[Mention, ...] = ()
    is_of_all: bool = False


@once
def scene_of(article: Article) -> Scene:
    """Where an article plays."""
    return _find(article)


def _find(article: Article) -> Scene:
    return _at_site(article, _of_article_alone(article))


def _at_site(article: Article, scene: Scene) -> Scene:
    """The scene, moved to the town at which the desk's articles together have it, where this one names that town. What a
    state orders after a bomb in its capital it still orders for all of it."""
    site = gazetteer.place_of(article.site) if article.site is not None else None
    if site is None or (scene.country is not None and site.country not in scene.countries):
        return scene
    if site.kind == "country":
        return _of_whole_country(scene, site)
    implied = mentions_of(article).implied
    places = [*mentions_of(article), *([implied] if implied is not None else [])]
    town = tuple(m for m in places if m.kind is EntityKind.PLACE and m.place == site.id)
    if _knows_better(scene, site):
        return replace(scene, is_of_country=False)
    if not town:
        return scene
    is_capital = country_of_seat(site.name) == site.country
    return replace(
        scene,
        country=site.country,
        countries=scene.countries | {site.country},
        town=town,
        city=town,
        is_of_one_town=True,
        is_of_country=False,
        is_spread=scene.is_spread or is_capital,
    )


def _of_whole_country(scene: Scene, site: gazetteer.Place) -> Scene:
    """The scene of a story of many towns: what is counted for all is of the country."""
    if scene.country != site.country:
        return scene
    return replace(scene, is_of_one_town=False, is_of_country=True, is_spread=True, is_of_all=True)


def _knows_better(scene: Scene, site: gazetteer.Place) -> bool:
    """Whether an article plays in one other place, and that lies by the site: a suburb, the village next to the town."""
    own = gazetteer.place_of(scene.town[0].place) if scene.town and scene.town[0].place else None
    is_of_one_place = scene.is_of_one_town and own is not None and own.kind == "city" and own.id != site.id
    return is_of_one_place and own is not None and gazetteer.distance(own, site) <= _NEARBY


def _of_article_alone(article: Article) -> Scene:
    weighed = list(_weighed(article))
    country = _country(article, weighed)
    places = [m for m in mentions_of(article) if m.kind is EntityKind.PLACE]
    implied = mentions_of(article).implied
    countries = [*places, implied] if implied is not None else places
    named = tuple(m.span for m in countries if m.place == country) if country is not None else ()
    bodies = [f" {m.name} " for m in mentions_of(article) if m.kind is EntityKind.ORGANISATION]
    in_one_spot = _strikes_one_spot(article)
    town, share = _town(weighed, country, bodies)
    headline = {word.code for word in countries_in([t.text for t in article.sentences[0].tokens]).values()}
    is_spread = share < _FOCUS[False]
    if share < _FOCUS[in_one_spot] and country not in headline:
        town, share = _region(weighed, country) or (town, share)
    in_names = sum(f" {town} " in body for body in bodies)
    of_town = tuple(m for m in places if m.name == town)
    is_headed = bool(of_town) and of_town[0].span.start < article.sentences[0].span.end
    lead = article.sentences[min(_LEADING, len(article.sentences) - 1)]
    is_in_lead = bool(of_town) and of_town[0].span.start < lead.span.end
    is_named_enough = len(of_town) + in_names >= _OFTEN or is_in_lead
    is_told_by_headline = is_headed and country not in headline and (len(of_town) > 1 or of_town[0].place is not None)
    focus = _HEADED if is_told_by_headline else _FOCUS[in_one_spot]
    is_capital = country_of_seat(town or "") == country
    is_of_country = (is_capital and not in_one_spot) or (country in headline and not (in_one_spot and is_headed))
    is_of_country |= share < _FOCUS[False] and not is_told_by_headline
    is_seat = is_capital and bool(of_town) and not plays_in(of_town[0].place, article)
    city = _city(weighed, country)
    return Scene(
        country,
        _stages(weighed, country),
        of_town,
        named,
        share >= focus and is_named_enough and not is_seat,
        is_of_country,
        is_spread,
        () if is_seat and city and city[0].name == town else city,
    )


def plays_in(place: str | None, article: Article) -> bool:
    """Whether anything is told to happen at a place; of a capital an article may only say that officials there speak."""
    return place == article.site is not None or place in _stages_of(article)


@once
def _stages_of(article: Article) -> frozenset[str | None]:
    named = mentions_of(article)
    return frozenset(
        m.place
        for sentence in article.sentences
        for m in named.inside(sentence.span)
        if m.kind is EntityKind.PLACE and _is_stage(m, sentence)
    )


def _is_stage(mention: Mention, sentence: Sentence) -> bool:
    if mention.title is not None:
        return False
    head = head_of(mention, sentence)
    is_struck = head is not None and head.dep_ in {"dobj", "nsubjpass"}
    is_set = is_setting(mention, sentence) and not is_of_teller(mention, sentence)
    is_acting = head is not None and head.dep_ in {"nsubj", "conj"}  # "Baku and Yerevan count their dead"
    return (sentence.index == 0 and not is_acting) or is_struck or is_set


def _strikes_one_spot(article: Article) -> bool:
    """Whether what happened, as the first sentences name it, happens in one spot."""
    table = load("en/places")["happenings"]
    spot, wide = frozenset(table["spot"]), frozenset(table["wide"])
    spots = wides = 0
    for sentence in article.sentences[:_OPENING]:
        lemmas = [t.lemma_.lower() for t in sentence.tokens]
        spots += sum(lemma in spot for lemma in lemmas)
        wides += sum(lemma in wide for lemma in lemmas)
        if wides and sentence.index == 0:
            return False
    return spots > wides


def _weighed(article: Article) -> list[tuple[Mention, float]]:
    """Each place mention with its weight. A dateline that no sentence names again is where it was written, no more, if the
    sentences name other towns."""
    mentions = mentions_of(article)
    found: list[tuple[Mention, float]] = []
    datelined: list[tuple[Mention, float]] = []
    for sentence in article.sentences:
        for mention in mentions.inside(sentence.span):
            if mention.kind is EntityKind.PLACE and not is_wider(mention):
                into = datelined if sentence.paragraph.is_dateline or is_byline(sentence) else found
                into.append((mention, _weight(mention, sentence)))
    told = {m.place for m, _ in found if m.place != m.country}
    is_elsewhere = bool(told) and told.isdisjoint(m.place for m, _ in datelined)
    weighed = [*((m, _OFFICE if is_elsewhere else weight) for m, weight in datelined), *found]
    return sorted(weighed, key=lambda row: row[0].span)


def _weight(mention: Mention, sentence: Sentence) -> float:
    if mention.title is not None:
        return _OFFICE
    weight = _SETTING if is_setting(mention, sentence) else _NAMED
    if weight == _NAMED and (mention.place is None or is_spoken_of(mention, sentence)):
        weight = _OFFICE
    return weight * (_HEADLINE if sentence.index == 0 else _LEAD if sentence.index <= _LEADING else 1)


def _stages(weighed: Sequence[tuple[Mention, float]], country: str | None) -> frozenset[str | None]:
    votes: Counter[str] = Counter()
    for mention, weight in weighed:
        if mention.country is not None and mention.title is None and weight >= _SETTING:
            votes[mention.country] += weight  # type: ignore[assignment]
    most = votes[country] if country is not None else 0
    return frozenset({country, None, *(code for code, weight in votes.items() if weight >= _STAGE * most > 0)})


def _country(article: Article, weighed: Sequence[tuple[Mention, float]]) -> str | None:
    """The country that the desk's articles tell together, else that whose places weigh most; what its name and adjectives
    count for in the article decides a tie."""
    if article.country is not None:
        return article.country
    near = countries_of(article)
    votes: Counter[str] = Counter()
    for mention, weight in weighed:
        if mention.country is not None:
            votes[mention.country] += weight  # type: ignore[assignment]
    order = {code: n for n, code in enumerate(near)}
    best = min(votes, key=lambda code: (-votes[code], order.get(code, len(order)), code), default=None)
    return best if best is not None else next(iter(near), None)


def _town(
    weighed: Sequence[tuple[Mention, float]], country: str | None, bodies: Sequence[str]
) -> tuple[str | None, float]:
    """The heaviest place inside the country, and its share of the weight of all; what holds it or lies in it is on its
    side, and so are bodies named after it ("the University of X")."""
    inside = [
        (m, w / (2 if country_of_seat(m.name) else 1))
        for m, w in weighed
        if m.place != country and (m.country == country or m.place is None)
    ]
    if not inside:
        return None, 0.0
    votes: Counter[str] = Counter()
    holders: dict[str, frozenset[str]] = {}
    ids: dict[str, str | None] = {}
    for mention, weight in inside:
        votes[mention.name] += weight  # type: ignore[assignment]
        ids[mention.name] = mention.place
        holders[mention.name] = frozenset(_around(mention))
    for place in votes:
        votes[place] += _OF_BODY * sum(f" {place} " in body for body in bodies)  # type: ignore[assignment]
    name = min(votes, key=lambda n: (-votes[n], n))
    name = _main_town(name, {n: w for n, w in votes.items() if ids[name] and ids[name] in holders[n]}, votes[name])
    allied = sum(
        w for n, w in votes.items() if n == name or ids[n] in holders[name] or (ids[name] and ids[name] in holders[n])
    )
    total = sum(w * (1 if n == name or ids[n] else _UNLISTED) for n, w in votes.items())
    if any(_is_region(m) for m, _ in inside if m.name == name):  # against a province a capital is a place like others
        total += sum(votes[n] for n in votes if country_of_seat(n) and ids[name] not in holders[n])
    return name, allied / total


def _city(weighed: Sequence[tuple[Mention, float]], country: str | None) -> tuple[Mention, ...]:
    """The mentions of the city on the map that weighs most inside the country, where it stands out among its cities."""
    cities = [(place, weight) for mention, weight in weighed if (place := _city_at(mention, country)) is not None]
    votes: Counter[str] = Counter()
    for place, weight in cities:
        votes[gazetteer.town_around(place, [other for other, _ in cities]).id] += weight  # type: ignore[assignment]
    best = min(votes, key=lambda id: (-votes[id], id), default=None)
    if best is None or votes[best] < _MAIN_CITY * sum(votes.values()):
        return ()
    return tuple(m for m, _ in weighed if m.place == best)


def _city_at(mention: Mention, country: str | None) -> gazetteer.Place | None:
    id_ = mention.place or mention.within
    place = gazetteer.place_of(id_) if id_ and mention.country == country else None
    return place if place is not None and place.kind == "city" else None


def _region(weighed: Sequence[tuple[Mention, float]], country: str | None) -> tuple[str, float] | None:
    """The region that the article names and in which nearly all of its places lie, and their share; None where none is."""
    inside = [(m, w) for m, w in weighed if m.country == country and m.place is not None and m.place != country]
    inside = [(m, w / (2 if country_of_seat(m.name) else 1)) for m, w in inside]
    total = sum(weight for _, weight in inside)
    votes: Counter[str] = Counter()
    for mention, weight in inside:
        for holder in {mention.place, *_around(mention)}:
            votes[holder or ""] += weight  # type: ignore[assignment]
    named = {m.place: m.name for m, _ in inside if _is_region(m)}
    best = max(named, key=lambda place: (votes[place or ""], place or ""), default=None)
    if best is None or votes[best] < _IN_REGION * total:
        return None
    return named[best], votes[best] / total


def _is_region(mention: Mention) -> bool:
    place = gazetteer.place_of(mention.place) if mention.place else None
    return place is not None and place.kind == "region"


def _main_town(region: str, inside: Mapping[str, float], weight: float) -> str:
    """Of a region and the places in it the town, where nearly all of what is named in the region is that one town."""
    town = min(inside, key=lambda name: (-inside[name], name), default=region)
    is_main = bool(inside) and inside[town] >= _MAIN * sum(inside.values()) and inside[town] * _TOWN_OF_REGION >= weight
    return town if is_main else region


def _around(mention: Mention) -> tuple[str, ...]:
    """The ids of all that holds a place; of an airport that no list has, the town and all that holds it."""
    if mention.place is None and mention.within is not None:
        holder = gazetteer.place_of(mention.within)
        return (mention.within, *gazetteer.within(holder)) if holder is not None else ()
    place = gazetteer.place_of(mention.place) if mention.place else None
    return gazetteer.within(place) if place is not None else ()
