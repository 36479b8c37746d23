"""Where does whose word it is hold office, and does he speak for one spot or for a whole state?

In: a chain of voices. "The mayor of X", "the X police", "a doctor" know of one town; a ministry counts for the country.
"""

import re
from collections.abc import Iterable

from reportedly.lexicon import load
from reportedly.lexicon.nations import country_of_seat
from reportedly.model import EntityKind, Mention, Span, Voice, VoiceRole
from reportedly.text.names import mentions_of
from reportedly.text.scene import scene_of
from reportedly.text.sentences import Sentence
from reportedly.text.setting import preposition_of
from reportedly.text.where.before import last_of_sort
from reportedly.text.where.placed import is_country
from reportedly.text.where.words import sorts, words


def place_of_speaker(sentence: Sentence, chain: tuple[Voice, ...]) -> Span | None:
    """Where the speaker holds office: the place beside his name or in his body's, "the mayor of X", "X's governor"."""
    named = place_in_names(sentence, chain)
    if named is not None:
        return named
    mentions, text = mentions_of(sentence.article), sentence.article.document.text
    names, home = {voice.name for voice in chain[:2]}, scene_of(sentence.article).countries
    for mention in mentions:
        if mention.name not in names or mention.kind in {EntityKind.AGENCY, EntityKind.OUTLET}:
            continue
        if mention.text.lower() in _PRONOUNS:
            continue  # "He would not say who fired at X" tells nothing of his office
        around = Span(mention.span.start - _BESIDE, mention.span.end + _BESIDE)
        near = [
            m
            for m in mentions.inside(around)
            if m.kind is EntityKind.PLACE
            and m.country in home
            and f" {m.name} " not in f" {mention.name} "
            and not re.search(
                r"[.;:!?\"“”]\s|\n", text[min(m.span.end, mention.span.end) : max(m.span.start, mention.span.start)]
            )
        ]
        if near:
            return min(near, key=lambda m: (abs(m.span.start - mention.span.start), m.span)).span
        body = mentions.covering(mention.span.end + 2)
        if (
            body is not None
            and body.kind is EntityKind.ORGANISATION
            and text[mention.span.end : body.span.start] == ", "
        ):
            return _town_in(body, mentions, home)
    return None


def _town_in(body: Mention, mentions: Iterable[Mention], home: frozenset[str | None]) -> Span | None:
    """ "Dr Ana Ruiz, Regional Hospital of X": the town in the name of the body that stands behind a speaker's."""
    named = (m for m in mentions if m.kind is EntityKind.PLACE and m.country in home and not is_country(m))
    return next((m.span for m in named if f" {m.name} " in f" {body.text} " or f" {m.text} " in f" {body.text} "), None)


_PRONOUNS = {"he", "she", "they", "it", "who", "i", "we"}
_BESIDE = 40
"""Characters around a speaker's name within which the place of his office stands."""


def place_of_title(sentence: Sentence, chain: tuple[Voice, ...]) -> Span | None:
    """The place that a local officer's title takes up: "the village head", "the town's mayor"."""
    for voice in chain[:2]:
        for word in re.findall(r"[a-z]+", _called(voice, sentence)):
            if sorts().get(word) in {"city", "region"} and place_in_names(sentence, (voice,)) is None:
                return last_of_sort(sentence, sentence.span, sorts()[word], word=word)
    return None


def place_of_region(sentence: Sentence, chain: tuple[Voice, ...]) -> Span | None:
    """The province that "provincial health authorities" are of: the one named last."""
    for voice in chain[:1]:
        for word in re.findall(r"[a-z]+", _called(voice, sentence)):
            noun = load("en/places")["of_regions"].get(word)
            if noun is not None and place_in_names(sentence, (voice,)) is None:
                return last_of_sort(sentence, sentence.span, "region", word=noun)
    return None


def place_of_office(sentence: Sentence) -> Span | None:
    """The place of the local officer whom this sentence or the one before names: "the mayor of X ... his town"."""
    for earlier in [sentence, *sentence.article.sentences[max(0, sentence.index - 1) : sentence.index]]:
        for mention in mentions_of(sentence.article).inside(earlier.span):
            preposition = preposition_of(mention, earlier) if mention.kind is EntityKind.PLACE else None
            if preposition is not None and preposition.head.lemma_.lower() in words("local"):
                return mention.span
    return None


def place_in_names(sentence: Sentence, chain: tuple[Voice, ...]) -> Span | None:
    """The town or province in a speaker's or his body's name: "the X prefecture", "the civil defence of X"."""
    mentions = mentions_of(sentence.article)
    voices = {voice.name: m for voice in chain[:2] if (m := mentions.at(voice.mention)) is not None}
    names = [v.name for v in chain[:2] if v.name not in voices or voices[v.name].kind is not EntityKind.PERSON]
    names += [body.name for m in voices.values() if (body := mentions.at(m.organ)) is not None]
    if not names:
        return None
    home = {scene_of(sentence.article).country, None}
    for place in mentions:
        if (
            place.kind is EntityKind.PLACE
            and not is_country(place)
            and place.country in home
            and any(f" {place.name} " in f" {name} " for name in names)
        ):
            return place.span
    return None


def is_local(chain: tuple[Voice, ...], sentence: Sentence) -> bool:
    """Whether who speaks knows of one town only: a hospital and its doctors, a mayor, a rescuer on the spot."""
    return any(
        not words("local").isdisjoint(re.findall(r"[a-z]+", _called(voice, sentence)))
        for voice in chain[:2]
        if voice.role is VoiceRole.SPEAKER
    )


def is_treating(chain: tuple[Voice, ...], sentence: Sentence) -> bool:
    """Whether who speaks counts those who are brought to him: a hospital, a morgue and its doctors."""
    return any(
        not words("treating").isdisjoint(re.findall(r"[a-z]+", _called(voice, sentence)))
        for voice in chain[:2]
        if voice.role is VoiceRole.SPEAKER
    )


def is_named_hospital(chain: tuple[Voice, ...], sentence: Sentence) -> bool:
    """Whether those who count the hurt are of a hospital with a name: "Vesk hospital", "the National Hospital"."""
    told = [sentence.text, *(voice.name for voice in chain[:2])]
    return is_treating(chain, sentence) and any(_NAMED_HOSPITAL.search(text) for text in told)


_NAMED_HOSPITAL = re.compile(
    r"[A-Z]\w+(?: [A-Z]\w+)* (?:[Hh]ospital|[Cc]linic|[Ii]nfirmary|[Mm]orgue)|(?:Hospital|Clinic) (?:of|de)\b"
)


def _called(voice: Voice, sentence: Sentence) -> str:
    """A voice's name and title, in small letters."""
    mention = mentions_of(sentence.article).at(voice.mention)
    if mention is None:
        return voice.name.lower()
    text = sentence.article.document.text
    before = _TITLED.search(text[max(0, mention.span.start - 40) : mention.span.start])
    return " ".join([before[0] if before else "", voice.name, mention.text, mention.title or ""]).lower()


_TITLED = re.compile(r"(?:[A-Z]\w+ (?:(?:de|del|da|of|the|la) )*)+$")
"""What belongs to a name though the recogniser left it out: "Hospital de" before "Trauma"."""


def is_national(chain: tuple[Voice, ...], sentence: Sentence) -> bool:
    """Whether the first voices are bodies of a whole state, with no town or province in their names."""
    if chain and is_of_home(chain[0], sentence):
        return True
    return any(
        any(word in f" {_called(voice, sentence)} " for word in words("national"))
        for voice in chain[:2]
        if voice.role is VoiceRole.SPEAKER or voice is chain[0]
    )


def is_of_home(voice: Voice, sentence: Sentence) -> bool:
    """ "Serbia on Friday revised the toll": the country that the article is about, or its capital for it."""
    mention = mentions_of(sentence.article).at(voice.mention)
    if mention is None or mention.kind is not EntityKind.PLACE:
        return False
    home = scene_of(sentence.article).country
    return home is not None and (mention.place == home or country_of_seat(mention.name) == home)


def place_of_side(sentence: Sentence, chain: tuple[Voice, ...]) -> Span | None:
    """Where much plays in two lands ("Kyrgyz Health Minister", "Ecuador's interior ministry"): the one for which a body of the
    other than the article's first counts, as it was named last."""
    scene, mentions = scene_of(sentence.article), mentions_of(sentence.article)
    mention = mentions.at(chain[0].mention) if chain else None
    if mention is None or mention.kind not in {EntityKind.ORGANISATION, EntityKind.PERSON}:
        return None
    if mention.country in {scene.country, None} or mention.country not in scene.countries:
        return None
    if not is_national(chain, sentence) or place_in_names(sentence, chain) is not None:
        return None
    return country_of_speaker(sentence, chain)


def country_of_speaker(sentence: Sentence, chain: tuple[Voice, ...]) -> Span | None:
    """ "The Eritrean spokesman said that in his country ...": the country that is told with who speaks, as it was named last."""
    mentions = mentions_of(sentence.article)
    mention = mentions.at(chain[0].mention) if chain else None
    if mention is None or mention.country is None:
        return None
    named = [m.span for m in mentions if m.kind is EntityKind.PLACE and m.place == mention.country]
    before = [span for span in named if span.start < sentence.span.end]
    return before[-1] if before else named[0] if named else None


def counts_for_all(chain: tuple[Voice, ...], sentence: Sentence) -> bool:
    """Whether the first voice is a body that is of no one spot, as a police post, a fire brigade or a firm is."""
    mentions = mentions_of(sentence.article)
    for voice in chain[:2]:
        mention = mentions.at(voice.mention)
        if voice.role is VoiceRole.SPEAKER and mention is not None and mention.kind is EntityKind.ORGANISATION:
            return not any(word in f" {_called(voice, sentence)} " for word in words("spotted"))
    return False


def speaks_for_spot(chain: tuple[Voice, ...], sentence: Sentence) -> bool:
    """Whether who speaks knows of one spot only: local, or of a body that is called after its town."""
    return bool(chain) and (is_local(chain, sentence) or place_in_names(sentence, chain) is not None)
