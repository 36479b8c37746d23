"""On whose word each stretch of an article stands: the chain from the one who knows to the one who carries.

In: a sentence and one of its tokens. Out: an `Attribution`. A speaker stays in force over further sentences only where
the text shows it: an open quotation, or a telling that takes up the sentence before. Unknown is an empty chain.
Example: "26 were killed, the ministry said, TASS reported" -> ministry (speaker) < TASS (agency).
"""

from dataclasses import dataclass
from weakref import WeakKeyDictionary

from reportedly.model import Modality, Voice
from reportedly.text.sentences import Article, Sentence
from reportedly.text.telling import Telling, tellings_of
from reportedly.when import When

__all__ = ["Attribution", "attribution_at"]


@dataclass(frozen=True, slots=True)
class Attribution:
    """`chain` first the one on whose word it rests; `modality` None where it is plainly asserted."""

    chain: tuple[Voice, ...]
    modality: Modality | None
    said_on: When | None


_known: WeakKeyDictionary[Article, tuple[tuple[Telling, ...], ...]] = WeakKeyDictionary()


def _tellings(article: Article) -> tuple[tuple[Telling, ...], ...]:
    """By paragraph; reckoned once for each article."""
    if article not in _known:
        rows: list[tuple[Telling, ...]] = []
        for paragraph in article.paragraphs:
            rows.append(tellings_of(paragraph, rows[-1] if rows else ()))
        _known[article] = tuple(rows)
    return _known[article]


def attribution_at(sentence: Sentence, token: int) -> Attribution:
    """The chain, modality and date of the tellings that hold a token (its index in the paragraph), innermost first."""
    around = [t for t in _tellings(sentence.article)[sentence.paragraph.index] if token in t.tokens]
    around.sort(key=lambda telling: (len(telling.tokens), telling.cue))
    chain: list[Voice] = []
    for telling in around:
        chain.extend(v for v in telling.voices if all(v.name != kept.name for kept in chain))
    return Attribution(
        chain=tuple(chain),
        modality=_strongest([t.modality for t in around]),
        said_on=next((t.said_on for t in around if t.said_on is not None), None),
    )


def _strongest(modalities: list[Modality | None]) -> Modality | None:
    """A denial outweighs a doubt, a doubt a wish."""
    for modality in (Modality.DENIED, Modality.POSSIBLE, Modality.DEMANDED, Modality.PLANNED):
        if modality in modalities:
            return modality
    return None
