"""Which place was named before: the one set last, the last of its sort, the country or the town of the whole article?"""

from reportedly.lexicon import gazetteer
from reportedly.lexicon.nations import country_of_seat
from reportedly.model import EntityKind, Mention, Span
from reportedly.text.names import mentions_of
from reportedly.text.scene import scene_of
from reportedly.text.sentences import Sentence, Token
from reportedly.text.setting import head_of, is_setting
from reportedly.text.tellers import cues
from reportedly.text.where.bare import is_bare, is_such, sort_of
from reportedly.text.where.left import is_caption, places_left
from reportedly.text.where.placed import is_country, is_desk
from reportedly.text.where.words import sorts, words


def set_before(sentence: Sentence, *, paragraphs: int, is_local: bool = False) -> Span | None:
    """Set by a sentence before, in the country that the article is about: a desk abroad is no scene."""
    home = scene_of(sentence.article).countries
    for earlier in sentence.article.sentences_before(sentence):
        if sentence.paragraph.index - earlier.paragraph.index > (0 if sentence.posted else paragraphs):
            return None  # a post of a live page stands for itself
        if earlier.paragraph is not sentence.paragraph and is_caption(earlier.paragraph):
            continue
        is_here = earlier.paragraph is sentence.paragraph
        found = next(
            (
                m
                for m in places_left(earlier)
                if (m.country in home or (is_here and _may_be_abroad(m, earlier))) and not (is_local and is_country(m))
            ),
            None,
        )
        if found is not None:
            return found.span
    return None


def _may_be_abroad(mention: Mention, sentence: Sentence) -> bool:
    """Whether a sentence sets a scene in another country: no desk is one, nor a country that but lost somebody."""
    if is_country(mention):
        return is_setting(mention, sentence) and not is_desk(mention, sentence)
    speaks = next((c for c in sentence.tokens.root.children if c.dep_ == "nsubj"), None)
    speaker = mentions_of(sentence.article).covering(sentence.base + speaks.idx) if speaks is not None else None
    is_led = speaker is not None and mention.span.start < speaker.span.start
    return not is_desk(mention, sentence) and not (is_led and speaker is not None and speaker.kind in _ACTING)


_ACTING = {EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.AGENCY, EntityKind.OUTLET}


def last_of_sort(sentence: Sentence, span: Span, sort: str, *, word: str = "") -> Span | None:
    """The nearest place before of that sort; the country is the one that the article is about."""
    if sort == "country":
        return country_of_article(sentence)
    home = scene_of(sentence.article).country
    if sort == "capital":
        places = [m for m in mentions_of(sentence.article) if m.kind is EntityKind.PLACE]
        return next((m.span for m in places if home is not None and country_of_seat(m.name) == home), None)
    here = [m for m in places_left(sentence) if m.span.end <= span.start and is_such(m, sort, word)]
    if here:
        return here[-1].span
    for earlier in sentence.article.sentences_before(sentence):
        for mention in places_left(earlier):
            if is_such(mention, sort, word) and mention.country in {home, None}:
                return mention.span
    return next((m.span for m in scene_of(sentence.article).town if sort_of(m) == sort), None)


def place_there(there: Token, sentence: Sentence) -> Span | None:
    """What "there" takes up: the place named before it in the sentence, else what the sentence before set or named."""
    at = sentence.base + there.idx
    here = [
        m
        for m in mentions_of(sentence.article).inside(sentence.span)
        if m.kind is EntityKind.PLACE and m.span.end <= at and m.title is None and not _is_teller(m, sentence)
    ]
    if here:
        return here[-1].span
    if (meant := _meant_before(sentence)) is not None:
        return meant
    if sentence.index:
        earlier = sentence.article.sentences[sentence.index - 1]
        left = [m for m in places_left(earlier) if not (is_country(m) or is_desk(m, earlier))]
        if left:
            return left[0].span
    return named_before(sentence) or set_before(sentence, paragraphs=1)


def _is_teller(mention: Mention, sentence: Sentence) -> bool:
    """ "X raised the number of those found there": who counts is not where they are."""
    head = head_of(mention, sentence)
    verb = head.head.lemma_.lower() if head is not None and head.dep_ == "nsubj" else ""
    return verb in cues() or verb in words("counting") or verb in words("recounting")


def _meant_before(sentence: Sentence) -> Span | None:
    """ "X and Y followed suit: in the capital people stayed in. Police there ...": what the sentence before took up last."""
    if sentence.index == 0:
        return None
    earlier = sentence.article.sentences[sentence.index - 1]
    for token in reversed(earlier.tokens):
        mention = mentions_of(sentence.article).covering(earlier.base + token.idx)
        if mention is not None and mention.kind is EntityKind.PLACE:
            return None
        sort = sorts().get(token.lower_)
        if sort in {"capital", "region", "city"} and is_bare(token, sort):
            return last_of_sort(earlier, earlier.span_of(token, token), sort, word=token.lower_)
    return None


def named_before(sentence: Sentence) -> Span | None:
    """The last place that the sentence before names, in whatever role."""
    if sentence.index == 0:
        return None
    earlier = sentence.article.sentences[sentence.index - 1]
    named = [m for m in mentions_of(sentence.article).inside(earlier.span) if m.kind is EntityKind.PLACE]
    return named[-1].span if named else None


def country_of_article(sentence: Sentence) -> Span | None:
    """The nearest mention, before or else after, of the country that the article is about."""
    named = scene_of(sentence.article).country_named
    before = [span for span in named if span.start < sentence.span.end]
    return before[-1] if before else (named[0] if named else None)


def town_of_article(sentence: Sentence) -> Span | None:
    """The one town or province that the article plays in, as it was named last."""
    scene = scene_of(sentence.article)
    if not scene.is_of_one_town:
        return None
    before = [m.span for m in scene.town if m.span.start < sentence.span.end]
    return before[-1] if before else scene.town[0].span


def city_of_article(sentence: Sentence) -> Span | None:
    """The city on the map that the article speaks of most, as it was named last."""
    city = scene_of(sentence.article).city
    before = [m.span for m in city if m.span.start < sentence.span.end]
    return before[-1] if before else city[0].span if city else None


def is_suburb(place: Span, sentence: Sentence) -> bool:
    """Whether a place on the map is but a suburb of the city of the article."""
    mention = mentions_of(sentence.article).at(place)
    return mention is not None and mention.place is not None and is_quarter(place, sentence)


def is_quarter(place: Span, sentence: Sentence) -> bool:
    """Whether a place is but a spot in or by the city of the article: one that no map knows, or a suburb of it."""
    mention, city = mentions_of(sentence.article).at(place), scene_of(sentence.article).city
    if mention is None or not city:
        return False
    own = gazetteer.place_of(mention.place) if mention.place else None
    around = gazetteer.place_of(city[0].place) if city[0].place else None
    if own is None or around is None:
        return own is None
    return own.kind == "city" and own.id != around.id and gazetteer.are_one_town(own, around)


def any_place(sentence: Sentence) -> Span | None:
    """The place that weighs most, where nothing sets a scene."""
    scene = scene_of(sentence.article)
    return scene.town[0].span if scene.town else None
