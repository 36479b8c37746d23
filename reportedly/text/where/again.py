"""Which place does a bare phrase take up again: "in the region", "there", "on the Malian side", "nationwide"?"""

from collections.abc import Sequence

from reportedly.model import EntityKind, Span, Voice
from reportedly.text.grammar import verb_above
from reportedly.text.names import mentions_of
from reportedly.text.naming.words import countries_in
from reportedly.text.scene import scene_of
from reportedly.text.sentences import Sentence, Token
from reportedly.text.where.bare import is_bare, is_national_measure
from reportedly.text.where.before import country_of_article, last_of_sort, place_there
from reportedly.text.where.speakers import country_of_speaker, place_of_office, place_of_speaker
from reportedly.text.where.words import sorts, words


def phrase_place(sentence: Sentence, span: Span, *, chain: tuple[Voice, ...] = ()) -> Span | None:
    """The place that a bare phrase of the clause takes up: "in the region", "across the country", "there"."""
    return taken_up(sentence, span, chain) or taken_up(sentence, sentence.span, chain, at=span)


def taken_up(sentence: Sentence, within: Span, chain: tuple[Voice, ...], *, at: Span | None = None) -> Span | None:
    span = at or within
    for token in sentence.tokens_in(within):
        if token.lower_ in words("sides") and (side := _of_side(token, sentence)) is not None:
            return side
        if token.lower_ in words("nationwide") or is_national_measure(token):
            return country_of_article(sentence)
        if token.lower_ == "there" and token.dep_ == "advmod":
            return place_there(token, sentence)
        if token.lower_ == "island" and is_bare(token, "country") and _is_island(sentence):
            return country_of_article(sentence)
        sort = sorts().get(token.lower_)
        if sort == "country" and token.dep_ in {"nsubj", "nsubjpass"} and _is_that(token):
            return _country_before(token, sentence)
        if sort is None or not is_bare(token, sort):
            continue
        if any(c.lower_ in {"his", "her", "my", "our", "their"} for c in token.children):
            own = country_of_speaker(sentence, chain) if sort == "country" else None
            found = own or place_of_speaker(sentence, chain) or place_of_office(sentence)
        else:
            found = last_of_sort(sentence, span, sort, word=token.lower_)
        if found is not None:
            return found
    return None


def _is_island(sentence: Sentence) -> bool:
    return scene_of(sentence.article).country in words("islands")


def _is_that(noun: Token) -> bool:
    """ "That country has shut its borders": the one named last."""
    return any(child.lower_ in {"that", "this"} for child in noun.children)


def _country_before(noun: Token, sentence: Sentence) -> Span | None:
    at = sentence.base + noun.idx
    named = [
        m.span for m in mentions_of(sentence.article) if m.kind is EntityKind.PLACE and m.place == m.country is not None
    ]
    return max((span for span in named if span.end <= at), default=None)


def _of_side(noun: Token, sentence: Sentence) -> Span | None:
    """ "on the Malian side", "X sent 600 soldiers to its western border": the country whose side, soil or border it is."""
    if noun.dep_ != "pobj" or noun.head.lower_ == "of":  # "through the actions of the Malian side": a party, no place
        return None
    mentions = mentions_of(sentence.article)
    if any(child.lower_ == "its" for child in noun.children):
        subject = next((c for c in verb_above(noun).children if c.dep_ == "nsubj"), None)
        owner = mentions.covering(sentence.base + subject.idx) if subject is not None else None
        return owner.span if owner is not None and owner.kind is EntityKind.PLACE else None
    adjectives = countries_in([child.text for child in noun.lefts if child.dep_ in {"amod", "compound", "nmod"}])
    codes = {word.code for word in adjectives.values()}
    named = [m.span for m in mentions if m.kind is EntityKind.PLACE and m.place in codes]
    before = [span for span in named if span.start < sentence.span.end]
    return before[-1] if before else _first_span(named)


def _first_span(spans: Sequence[Span]) -> Span | None:
    return spans[0] if spans else None
