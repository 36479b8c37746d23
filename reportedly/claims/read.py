"""Reads one document: what each sentence says, on whose word, of when and where.

In: a document and its dating. Out: a `Reading` with claims, mentions and what was passed over, each with its span. A
pure function: the same document and dating give the same reading. Refuses nothing; a sentence that no kind can read
gives no claim, and a number that counts nothing we know is listed as skipped, as is a sentence on which a rule of ours
breaks.
"""

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from reportedly.claims import KINDS
from reportedly.claims.background import is_background
from reportedly.claims.clauses import is_in_passing
from reportedly.claims.clock import Clock, Times, day_of_blow, says_total
from reportedly.claims.figure.stage import Stage, Told
from reportedly.claims.kind import Found, Kind
from reportedly.claims.measure.soil import is_help_for_land, is_of_whole_state, is_on_spot
from reportedly.model import Claim, Dating, Document, Mention, Modality, Reading, Skip, Span
from reportedly.text.labels import is_title
from reportedly.text.names import mentions_of
from reportedly.text.parser import BUNDLED
from reportedly.text.scene import scene_of
from reportedly.text.sentences import Article, Sentence, article_of
from reportedly.text.setting import is_wider
from reportedly.text.voices import Attribution, attribution_at
from reportedly.text.where import (
    Known,
    is_of_several_lands,
    place_in_force,
    place_of,
    place_of_happening,
    place_of_side,
    speaks_for_spot,
)

READER = "rules-1/en-md-3.8.0"
"""Names the rules and the model; it changes whenever the same document may give another reading."""


def read(document: Document, dating: Dating | None = None, *, model: str = BUNDLED) -> Reading:
    """All claims of a document, in the order of the text. A sentence on which a rule breaks is skipped, and says so."""
    broken: list[Skip] = []
    reading = reading_of(article_of(document, dating, model=model), broken)
    return replace(reading, skipped=(*reading.skipped, *broken))


def reading_of(article: Article, broken: list[Skip] | None = None) -> Reading:
    """The reading of an article that is parsed already. What a rule raises on a sentence goes into `broken`; without such a
    list it is raised.
    """
    clock, taken = Clock(), Counter[tuple[Span, str]]()
    rows = [
        _row(sentence, kind, found) for sentence in article.sentences for kind, found in _found_in(sentence, broken)
    ]
    stage = Stage([told for row in rows if (told := _told(row)) is not None])
    places: Places = {}
    claims: list[Claim] = []
    for row in rows:
        ordinal = taken[row.found.span, row.kind.name]
        taken[row.found.span, row.kind.name] += 1
        claims.append(_claim(row, clock, stage, places, claims, ordinal))
    claims = list(_with_days_of_headlines(rows, claims))
    return Reading(
        document=article.document.id,
        reader=READER,
        claims=tuple(claims),
        mentions=_mentions(article, claims),
        skipped=tuple(_skipped(article, claims)),
    )


def _mentions(article: Article, claims: Sequence[Claim]) -> tuple[Mention, ...]:
    """Those that the text names, and the country that it never names where a claim plays in it."""
    mentions = mentions_of(article)
    implied = mentions.implied
    return (
        (implied, *mentions) if implied is not None and any(c.place == implied.span for c in claims) else mentions.all
    )


def _found_in(sentence: Sentence, broken: list[Skip] | None) -> Iterator[tuple[Kind, Found]]:
    rows = [(found.span, n, kind, found) for n, kind in enumerate(KINDS) for found in _find(kind, sentence, broken)]
    for _, _, kind, found in sorted(rows, key=lambda row: row[:2]):
        yield kind, found


BROKEN = "the rules failed on this sentence"
"""How the reason begins for which a sentence was passed over by no fault of its own."""


def _find(kind: Kind, sentence: Sentence, broken: list[Skip] | None) -> list[Found]:
    try:
        return list(kind.find(sentence))
    except Exception as error:  # one sentence, whatever it does to a rule, does not cost the article
        if broken is None:
            raise
        reason = f"{BROKEN} while looking for its {kind.name} claims ({type(error).__name__}); please report it"
        broken.append(Skip(document=sentence.article.document.id, span=sentence.span, reason=reason))
        return []


type Places = dict[tuple[int, int], Span | None]
"""Where the figures read so far play, by sentence and head: a part of a count plays where the whole does."""


class _Row(NamedTuple):
    """What was found, with its voices and the place that its own sentence gives it."""

    sentence: Sentence
    kind: Kind
    found: Found
    attribution: Attribution
    own: Span | None


def _row(sentence: Sentence, kind: Kind, found: Found) -> _Row:
    attribution = attribution_at(sentence, found.head)
    if not attribution.chain and found.follows is not None and not _opens_section(sentence):
        index, head = found.follows
        attribution = attribution_at(sentence.article.sentences[index], head)
    own = found.place or place_of(
        sentence, found.span, head=found.head, way=kind.name == "measure", chain=attribution.chain
    )
    return _Row(sentence, kind, found, attribution, own)


def _opens_section(sentence: Sentence) -> bool:
    """ "DJIBOUTI: 3,200 in Obock" below a paragraph that is at its end: nobody who speaks above it speaks in it."""
    if not is_title(sentence) or sentence.paragraph.index == 0:
        return False
    above = sentence.article.paragraphs[sentence.paragraph.index - 1].sentences
    return bool(above) and above[-1].text.rstrip()[-1:] in _STOPS


_STOPS = {".", "!", "?", "”", '"'}

_BELOW = 10
"""Sentences below a headline in which its count is told again."""


def _with_days_of_headlines(rows: Sequence[_Row], claims: Sequence[Claim]) -> Iterator[Claim]:
    """ "Toll hits seven" above "seven people were known to have died, police said on Friday": the same count, of the same day."""
    below = [(row, claim) for row, claim in zip(rows, claims, strict=True) if _is_dated_count(row, claim)]
    for row, claim in zip(rows, claims, strict=True):
        if row.kind.name == "figure" and _is_head(row.sentence) and claim.as_of is None and not claim.background:
            index = row.sentence.index
            near = [(r, c.as_of) for r, c in below if 0 < r.sentence.index - index <= _BELOW]
            same = [day for r, day in near if _count_of(r) == _count_of(row)]
            told = next(iter(same or [day for r, day in near if _lies_within(r, row)]), None)
            yield replace(claim, as_of=told or day_of_blow(row.found, row.sentence))
        else:
            yield claim


def _is_dated_count(row: _Row, claim: Claim) -> bool:
    is_count = row.kind.name == "figure" and not _is_head(row.sentence)
    return is_count and claim.as_of is not None and not claim.background


_DECK = 4
"""Lines below a headline that may tell its story in short, before the article begins."""


def _is_head(sentence: Sentence) -> bool:
    """A headline, or a line of the deck below it."""
    return sentence.is_headline or (sentence.paragraph.index < _DECK and is_title(sentence))


def _lies_within(told: _Row, head: _Row) -> bool:
    """ "nearly 3,000 held" above "2,839 are held"."""
    exact, rough = told.found.content.amount, head.found.content.amount
    is_same = told.found.content.metric == head.found.content.metric and None not in (exact.high, rough.high)
    return bool(is_same and rough.low < rough.high and rough.low <= exact.low and exact.high <= rough.high)


def _count_of(row: _Row) -> tuple[str, int]:
    return row.found.content.metric, row.found.content.low


def _told(row: _Row) -> Told | None:
    """A figure with a place of its own, as later ones may go on from it."""
    mention = mentions_of(row.sentence.article).at(row.own)
    if row.kind.name != "figure" or row.own is None or mention is None or is_wider(mention):
        return None
    if mention.country not in scene_of(row.sentence.article).countries:
        return None
    is_of_spot = speaks_for_spot(row.attribution.chain, row.sentence)
    return Told(row.sentence, row.found.content, row.own, is_of_spot, mention.place == mention.country is not None)


def _claim(row: _Row, clock: Clock, stage: Stage, places: Places, claims: Sequence[Claim], ordinal: int) -> Claim:
    sentence, kind, found, attribution, _ = row
    times = clock.times_of(kind.name, found, sentence, attribution)
    content = _with_holder(found.content, attribution)
    place = row.own or (kind.name in _DEEDS and _of_figure(row, claims)) or _place(row, times, stage, places)
    if kind.name == "figure" and is_of_several_lands(sentence, found.span, found.head, place):
        place = None
    if kind.name == "figure":
        places[sentence.index, found.head] = place
    return Claim(
        id=_id(sentence.article.document.id, found.span, kind.name, ordinal),
        kind=kind.name,
        document=sentence.article.document.id,
        span=found.span,
        quote=sentence.quote(found.span),
        attribution=attribution.chain,
        modality=found.modality or _told_as(row) or Modality.ASSERTED,
        said_on=times.said_on,
        as_of=times.as_of,
        when=times.when,
        place=place,
        background=found.background or is_background(sentence, found.span, found.head),
        content=replace(content, scope=times.scope) if kind.name == "figure" else content,
    )


def _told_as(row: _Row) -> Modality | None:
    """How its tellers present it; those counted in passing, in asking for something else, nobody asks for."""
    told = row.attribution.modality
    is_asked = told is Modality.DEMANDED and row.kind.name == "figure"
    if is_asked and (_is_asked_before(row) or is_in_passing(row.sentence.tokens.doc[row.found.head])):
        return None
    return told


def _is_asked_before(row: _Row) -> bool:
    """ "She asked that the march be allowed. Tram drivers walked out": what is asked for stands in the sentence that asks."""
    cue = row.attribution.chain[0].cue if row.attribution.chain else None
    is_direct = any(t.is_quote for t in row.sentence.tokens)
    return bool(cue) and str(cue).lower() not in row.sentence.text.lower() and not is_direct


_DEEDS = {"event", "safety"}


def _of_figure(row: _Row, claims: Sequence[Claim]) -> Span | None:
    """Where those were whom the same words count: "four gunmen were captured" is a figure and an event."""
    same = (c for c in reversed(claims) if c.kind == "figure" and c.span.overlaps(row.found.span))
    return next((claim.place for claim in same), None)


def _place(row: _Row, times: Times, stage: Stage, places: Places) -> Span | None:
    sentence, kind, found, attribution, _ = row
    if kind.name != "measure" and (place := place_of_happening(sentence, found.span, found.head)) is not None:
        return place
    if found.follows is not None and (side := _place_of_other_side(row)) is not None:
        return side
    if found.follows is not None:
        index, head = found.follows
        earlier = sentence.article.sentences[index]
        token = earlier.tokens.doc[head]
        own = place_of(earlier, earlier.span_of(token.left_edge, token.head.right_edge), head=head)
        if own is not None:
            return own
        if kind.name == "figure" and (index, head) in places:
            return places[index, head]
        sentence = earlier
    is_total = kind.name == "figure" and times.scope == "cumulative" and says_total(sentence, found.span)
    is_total |= (
        getattr(found.content, "nationality", None) is not None
    )  # a country asks for its people in all of another
    # what a state orders without naming a place, it orders for all of it; rescuers dig on the spot
    is_of_state = kind.name == "measure" and is_of_whole_state(found.content.measure)
    is_of_state |= is_help_for_land(kind.name, found.content)
    near = 1 if kind.name == "figure" else 0
    known = Known()
    if kind.name == "figure" and found.content.nationality is None:
        known = stage.known_of(found.content, sentence)
    return place_in_force(
        sentence,
        chain=attribution.chain,
        is_total=is_total,
        is_of_state=is_of_state,
        is_abroad=kind.name in {"figure", "safety"} and _is_abroad(found.content, sentence),
        is_on_spot=is_on_spot(kind.name, found.content, found.head, row.sentence) and not is_total,
        near=near,
        known=known,
    )


def _place_of_other_side(row: _Row) -> Span | None:
    """ "Kyrgyzstan has 17 dead. Tajikistan's security committee, too, raised its number, to 14": whom the sentence itself names
    counts on his own side."""
    chain = row.attribution.chain
    is_named_here = bool(chain) and chain[0].mention is not None and chain[0].mention.overlaps(row.sentence.span)
    return place_of_side(row.sentence, chain) if is_named_here else None


def _is_abroad(content: Any, sentence: Sentence) -> bool:
    """Whether those told of are nationals of another country than the one that it plays in."""
    nationality = getattr(content, "nationality", None)
    return nationality is not None and nationality != scene_of(sentence.article).country


def _id(document: str, span: Span, kind: str, ordinal: int) -> str:
    """Stable for the same document, span and kind; an ordinal parts claims that share all three."""
    text = f"{document}|{span.start}|{span.end}|{kind}|{ordinal}"
    return "c-" + hashlib.sha256(text.encode()).hexdigest()[:12]


def _with_holder(content: Any, attribution: Attribution) -> Any:
    """A position without a grammatical holder is the speaker's."""
    if not hasattr(content, "holder") or content.holder is not None or content.holder_name is not None:
        return content
    first = attribution.chain[0] if attribution.chain else None
    return replace(content, holder=first.mention, holder_name=first.name) if first else content


_UNCOUNTED = "a number of which no word says that it counts people or things harmed, held, moved or gathered"


def _skipped(article: Article, claims: list[Claim]) -> Iterator[Skip]:
    """Numbers that no claim rests on, with the reason."""
    spans = [claim.span for claim in claims if claim.kind == "figure"]
    for sentence in article.sentences:
        for quantity in sentence.quantities:
            span = sentence.span_at(quantity.start, quantity.end)
            is_none = quantity.amount.low == quantity.amount.high == 0
            if not is_none and not any(span.overlaps(other) for other in spans):
                yield Skip(document=article.document.id, span=span, reason=_UNCOUNTED)
