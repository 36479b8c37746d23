"""Where a stretch of a sentence plays: its own place, else the one that the sentences before it have in force.

In: a sentence and a span of it. Out: the span of a place mention, or None. A place in a body's name ("the Lima police")
or one that speaks ("Moscow said") is no setting; a caption's place stays with the caption.
"""

from collections.abc import Iterator

from reportedly.lexicon import load
from reportedly.model import EntityKind, Mention, Span
from reportedly.text.names import mentions_of
from reportedly.text.sentences import Paragraph, Sentence, Token

_WITHIN = {
    "in",
    "at",
    "near",
    "across",
    "throughout",
    "around",
    "outside",
    "off",
    "over",
    "within",
    "inside",
    "on",
    "along",
    "between",
}
_WAY = {"to", "into", "toward", "towards", "for", "from", "of"}


def place_of(sentence: Sentence, span: Span, *, head: int | None = None, way: bool = False) -> Span | None:
    """The place of what the span says: behind its main word `head`, else before it ("police in X killed 3 in Y").

    With `way`, one that it leads to also counts ("sent to X").
    """
    start = sentence.base + sentence.tokens.doc[head].idx if head is not None else span.start
    return (
        _first(_places_in(sentence, Span(max(start, span.start), span.end), way=way))
        or _first(_places_in(sentence, span, way=way))
        or _first(m for m in _places_in(sentence, sentence.span, way=False) if _frames(m, span, sentence))
        or place_in_force(sentence)
    )


def _first(mentions: Iterator[Mention]) -> Span | None:
    return next((m.span for m in mentions), None)


def _places_in(sentence: Sentence, span: Span, *, way: bool) -> Iterator[Mention]:
    """Places of a span that a preposition of place governs, in order."""
    for mention in mentions_of(sentence.article).inside(span):
        if mention.kind is not EntityKind.PLACE:
            continue
        preposition = _preposition_of(mention, sentence)
        if (
            preposition in _WITHIN
            or (way and preposition in _WAY)
            or (preposition == "of" and _is_of_place(mention, sentence))
        ):
            yield mention


def _preposition_of(mention: Mention, sentence: Sentence) -> str | None:
    tokens = sentence.tokens_in(mention.span)
    if not tokens:
        return None
    token: Token = tokens[-1]
    for _ in range(6):
        if token.dep_ in {"pobj", "pcomp"}:
            return str(token.head.lower_)
        if token.dep_ in {"appos", "conj", "compound", "nmod", "poss", "amod", "npadvmod"} and token.head.i != token.i:
            token = token.head
        else:
            break
    before = sentence.tokens.doc[tokens[0].i - 1] if tokens[0].i > sentence.tokens.start else None
    return str(before.lower_) if before is not None and before.pos_ == "ADP" else None


def _is_of_place(mention: Mention, sentence: Sentence) -> bool:
    """ "the city of X", "the region of X", "residents of X": the noun before is a place, and itself in one."""
    tokens = sentence.tokens_in(mention.span)
    head = next((t.head.head for t in tokens if t.dep_ == "pobj"), None)
    return head is not None and head.lemma_.lower() in load("en/places")["nouns"]["words"]


def _frames(mention: Mention, span: Span, sentence: Sentence) -> bool:
    """ "In X, 3 people died": a place that opens the sentence or its clause frames all of it; one behind does not."""
    return mention.span.start < span.start or mention.span.start - span.end < 40


def place_in_force(sentence: Sentence) -> Span | None:
    """The place that the sentences before have set: in the paragraph, then in those above, the headline last."""
    for earlier in sentence.article.sentences_before(sentence):
        if earlier.paragraph is not sentence.paragraph and is_caption(earlier.paragraph):
            continue
        found = list(_places_in(earlier, earlier.span, way=_spreads(earlier)))
        if found:
            return found[0].span
    return None


def _spreads(sentence: Sentence) -> bool:
    """ "the riots spread to X": the scene moves there."""
    return any(
        t.lemma_.lower() in {"spread", "extend", "reach", "shift", "move"} for t in sentence.tokens if t.pos_ == "VERB"
    )


def is_caption(paragraph: Paragraph) -> bool:
    """A single short sentence in the present tense that shows something, as captions have it."""
    if len(paragraph.sentences) != 1 or paragraph.index == 0:
        return False
    root = paragraph.sentences[0].tokens.root
    return (
        root.tag_ in {"VBZ", "VBP", "NN", "NNS", "VBG"}
        and len(paragraph.doc) <= 25
        and not any(t.lemma_ in {"say", "be", "have"} for t in paragraph.doc if t.pos_ in {"VERB", "AUX"})
    )
