"""On whose word each stretch of an article stands: the chain from the one who knows to the one who carries.

In: a sentence and one of its tokens. Out: an `Attribution`. A speaker stays in force over further sentences only where
the text shows it: an open quotation, or a telling that takes up the sentence before. Unknown is an empty chain.
Example: "26 were killed, the ministry said, TASS reported" -> ministry (speaker) < TASS (agency).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.model import EntityKind, Modality, Voice, VoiceRole
from reportedly.text.names import mentions_of
from reportedly.text.releases import releaser_of
from reportedly.text.sentences import Article, Sentence, Token, once
from reportedly.text.tellers import Telling, words_of
from reportedly.text.telling import tellings_of
from reportedly.when import When

__all__ = ["Attribution", "attribution_at"]


@dataclass(frozen=True, slots=True)
class Attribution:
    """`chain` first the one on whose word it rests; `modality` None where it is plainly asserted."""

    chain: tuple[Voice, ...]
    modality: Modality | None
    said_on: When | None


@once
def _tellings(article: Article) -> tuple[tuple[Telling, ...], ...]:
    """By paragraph."""
    rows: list[tuple[Telling, ...]] = []
    for paragraph in article.paragraphs:
        rows.append(tellings_of(paragraph, rows[-1] if rows else ()))
    return tuple(rows)


def attribution_at(sentence: Sentence, token: int) -> Attribution:
    """The chain, modality and date of the tellings that hold a token (its index in the paragraph), innermost first."""
    found: Attribution | None = sentence.answers.get((attribution_at, token))
    if found is None:
        found = sentence.answers[attribution_at, token] = _attribution_at(sentence, token)
    return found


def _attribution_at(sentence: Sentence, token: int) -> Attribution:
    around = [t for t in _tellings(sentence.article)[sentence.paragraph.index] if token in t.tokens]
    here = range(sentence.tokens.start, sentence.tokens.end)
    around.sort(key=lambda t: (sum(i in here for i in t.tokens), _only_carries(t), -t.depth, t.cue))
    if len(around) > 1:
        around = [t for t in around if not _but_has(t, around, sentence)]
        around = sorted(around, key=lambda t: _is_deed(t, around, sentence))
    chain: list[Voice] = []
    for telling in around:
        chain.extend(v for v in telling.voices if all(v.name != kept.name for kept in chain))
    return Attribution(
        chain=tuple(chain) or _cited_before(sentence, token) or releaser_of(sentence.article),
        modality=_strongest([t.modality for t in around]),
        said_on=next((t.said_on for t in around if t.said_on is not None), None),
    )


def _is_deed(telling: Telling, around: Sequence[Telling], sentence: Sentence) -> bool:
    """What another tells of somebody's bidding, or of a country's change of its count, is that other's word: ""The
    embassy told them to stay", the spokesman said", "Norland cut its toll to 24, the ministry said"."""
    verb = sentence.paragraph.doc[telling.cue]
    lemma = verb.lemma_.lower()
    over = (t for t in around if t is not telling and t.voices and t.depth <= telling.depth)
    if not telling.voices or not any(telling.cue in t.tokens for t in over):
        return False
    if telling.voices[0].name.partition(" ")[0].lower() in _OWN:
        return True  # "Mr Ruz said his group had counted 63 dead"
    is_active = not any(c.dep_ in {"nsubjpass", "auxpass"} for c in verb.children)
    if (
        is_active
        and lemma in words_of("acts")
        and any(c.dep_ in {"xcomp", "ccomp"} and _is_bidden(c) for c in verb.children)
    ):
        return True
    mention = mentions_of(sentence.article).at(telling.voices[0].mention)
    return lemma in words_of("revising") and mention is not None and mention.kind is EntityKind.PLACE


def _but_has(telling: Telling, around: Sequence[Telling], sentence: Sentence) -> bool:
    """ "Nepal counts 67 dead, officials said": the country has them, and somebody else tells."""
    lemma = sentence.paragraph.doc[telling.cue].lemma_.lower()
    mention = mentions_of(sentence.article).at(telling.voices[0].mention) if telling.voices else None
    if mention is None or mention.kind is not EntityKind.PLACE or lemma not in words_of("having"):
        return False
    over = (t for t in around if t is not telling and telling.cue in t.tokens and t.voices)
    return any(t.voices[0].role is VoiceRole.SPEAKER for t in over)


_OWN = {"his", "her", "its", "their", "our", "my"}


def _is_bidden(verb: Token) -> bool:
    """ "to stay", "not to leave"."""
    return any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)


def _only_carries(telling: Telling) -> bool:
    """Of two tellings of the very same words, an agency's is the one that carries."""
    return bool(telling.voices) and telling.voices[0].role is not VoiceRole.SPEAKER


def _cited_before(sentence: Sentence, token: int) -> tuple[Voice, ...]:
    """In a release, the body on whose report a numbered point opens: it holds for the point's other sentences."""
    releaser = releaser_of(sentence.article)
    first = sentence.paragraph.sentences[0]
    if not releaser or sentence is first:
        return ()
    opening = [
        t
        for t in _tellings(sentence.article)[sentence.paragraph.index]
        if first.tokens.start <= t.cue < min(first.tokens.start + _OPENING, token) and t.voices
    ]
    return (*opening[0].voices, *releaser) if opening else ()


_OPENING = 6  # tokens within which a point of a list names whom it is told by


def _strongest(modalities: list[Modality | None]) -> Modality | None:
    """A denial outweighs a doubt, a doubt a wish."""
    for modality in (Modality.DENIED, Modality.POSSIBLE, Modality.DEMANDED, Modality.PLANNED):
        if modality in modalities:
            return modality
    return None
