"""Is a place what suffers, what heads the line, or where those who are counted come from or arrive?

In: a sentence and its place mentions. "X lost 27 people", "X: 22 dead", "fled to X", "pulled from X", "four victims from
X" all play in X though no preposition of place says so.
"""

import re
from collections.abc import Iterable

from reportedly.model import EntityKind, Mention, Span
from reportedly.text.grammar import verb_above
from reportedly.text.names import mentions_of
from reportedly.text.scene import scene_of
from reportedly.text.sentences import Sentence, Token
from reportedly.text.setting import head_of, is_happening, is_of_telling, preposition_of, within_words
from reportedly.text.tellers import cues
from reportedly.text.where.placed import is_country
from reportedly.text.where.words import words


def town_of_building(sentence: Sentence, span: Span) -> Span | None:
    """The town in the name of a building where it happens: "from the X hospital", "at X General Hospital"."""
    mentions = mentions_of(sentence.article)
    for body in mentions.inside(span):
        if body.kind is not EntityKind.ORGANISATION:
            continue
        preposition = preposition_of(body, sentence)
        is_there = preposition is not None and (preposition.lower_ in within_words() or preposition.lower_ == "from")
        if preposition is not None and is_there and not is_of_telling(preposition):
            called = [
                m for m in mentions if m.kind is EntityKind.PLACE and not is_country(m) and body.text.startswith(m.text)
            ]
            if called:
                return min(called, key=lambda m: abs(m.span.start - body.span.start)).span
    return None


def heading_of(sentence: Sentence, named: Iterable[Mention], start: int) -> Span | None:
    """ "Haiti: 22 dead", "Bol (Chad): 14 dead": the place that stands alone before the rest."""
    places = list(named)
    first = places[0] if places else None
    if first is None or first.span.end > start or first.span.start - sentence.span.start > 3:
        return None
    behind = sentence.text[first.span.end - sentence.span.start :]
    if _LABELLING.match(behind):
        return first.span
    inner = places[1] if len(places) > 1 else None  # "Myanmar, Mon state: 65 dead"
    if inner is None or inner.span.end > start or sentence.quote(Span(first.span.end, inner.span.start)) != ", ":
        return None
    is_label = _LABELLING.match(sentence.text[inner.span.end - sentence.span.start :]) is not None
    return (inner.span if inner.country == first.country else first.span) if is_label else None


_LABELLING = re.compile(
    r"(?: (?:region|province|district|state|city|county|town|front|area))?(?: ?\([^()]{2,40}\))?\s?:\s"
)


def label_of(sentence: Sentence) -> Span | None:
    """The place that stands as a label before the sentence, or before one of its paragraph that it goes on from."""
    first = sentence.paragraph.sentences[0].index
    for earlier in reversed(sentence.article.sentences[first : sentence.index + 1]):
        named = [m for m in mentions_of(sentence.article).inside(earlier.span) if m.kind is EntityKind.PLACE]
        found = heading_of(earlier, named, earlier.span.end)
        if found is not None:
            return found
    return _label_of_section(sentence)


def _label_of_section(sentence: Sentence) -> Span | None:
    """ "ERITREA: Half a million displaced" above the paragraphs of a round-up: the land of the section, up to the next heading."""
    article = sentence.article
    text, last = article.document.text, sentence.paragraph.index
    for above in reversed(article.paragraphs[max(1, last - _SECTION) : last]):
        line = text[above.span.start : above.span.end].rstrip()
        if len(line) <= _HEADING and line[-1:].isalnum():
            named = (m for m in mentions_of(article).inside(above.span) if m.kind is EntityKind.PLACE)
            first = next((m for m in named if m.span.start == above.span.start and m.text.isupper()), None)
            return first.span if first is not None and text[first.span.end : first.span.end + 1] == ":" else None
    return None


_HEADING = 90
"""Characters of a heading at most."""
_SECTION = 6
"""Paragraphs below a heading, up to which it may label them."""


def place_where(sentence: Sentence, named: Iterable[Mention], head: int | None) -> Span | None:
    """ "X, where 66 people died": the place that the words' own clause says more of."""
    clause = verb_above(sentence.tokens.doc[head]) if head is not None else None
    while clause is not None and clause.dep_ == "conj" and clause.head.pos_ in {"VERB", "AUX"}:
        clause = clause.head  # "X, where they burned a flag and 23 were detained"
    if clause is None or clause.dep_ != "relcl":
        return None
    opening = sentence.tokens.doc[clause.left_edge.i : clause.i]
    if not any(t.lower_ == "where" for t in opening):
        return None
    beside = clause.head
    nouns = {beside.i, *(t.i for t in beside.subtree if t.i < clause.left_edge.i)}
    fitting = [m for m in named if (t := head_of(m, sentence)) is not None and t.i in nouns and m.title is None]
    return fitting[-1].span if fitting else None


def place_befallen(sentence: Sentence, named: Iterable[Mention], head: int | None) -> Span | None:
    """The place as what suffers, counts or names what happened: "X lost 3", "hit X", "the X bombings", "X's quake"."""
    main = sentence.tokens.doc[head] if head is not None else sentence.tokens.root
    for mention in named:
        token = head_of(mention, sentence)
        if token is None or mention.title is not None:
            continue
        is_apart = head is not None and any(t.text == ";" for t in sentence.tokens.doc[token.i : head])
        is_subject = token.dep_ in {"nsubj", "nsubjpass"} and not is_apart
        if is_subject and token.head.lemma_.lower() in words("befalling"):
            return mention.span
        is_struck = token.dep_ in {"dobj", "nsubjpass"} and token.head.lemma_.lower() in words("striking")
        if is_struck and not _is_of_teller(token.head):
            return mention.span
        if _is_of_happening(token, main):
            return mention.span
        if token.dep_ in {"compound", "nmod", "poss", "amod"} and is_happening(token.head):
            above = [main, *main.ancestors]
            if token.head in above or token.head.head in above or any(a in above for a in token.head.ancestors):
                return mention.span
    return None


def _is_of_teller(verb: Token) -> bool:
    """ "Travellers reaching X said": what those who tell it did."""
    told = verb.head
    is_described = verb.dep_ in {"acl", "relcl"} and told.i < verb.i and told.dep_ == "nsubj"
    return is_described and told.head.lemma_.lower() in cues()


def _is_of_happening(token: Token, main: Token) -> bool:
    """ "Killed in the shelling of X", "the attack on X left two dead"."""
    preposition = token.head if token.dep_ == "pobj" else None
    deed = preposition.head if preposition is not None and preposition.lower_ in {"of", "on", "against"} else None
    if deed is None or not is_happening(deed) or deed.pos_ != "NOUN":
        return False
    verb = verb_above(main)
    return verb_above(deed).i == verb.i or deed.i in {a.i for a in main.ancestors}


def place_moved_to(sentence: Sentence, named: Iterable[Mention], head: int | None) -> Span | None:
    """Where those who flee arrive ("fled to X"), and whence others are brought ("flown out of X", "pulled from X")."""
    if head is None:
        return None
    main = sentence.tokens.doc[head]
    above = {main.i, *(token.i for token in main.ancestors)}
    for mention in named:
        preposition = preposition_of(mention, sentence)
        if preposition is None or is_of_telling(preposition):
            continue
        verb = _verb_of_way(preposition)
        if verb is None or not (verb.i in above or (verb.head.i in above and not _has_subject(verb))):
            continue
        verbs = words("arriving") if preposition.lower_ in {"to", "into"} else words("leaving")
        if verb.lemma_.lower() in verbs and preposition.lower_ in {"to", "into", "from", "of"}:
            return mention.span
    return None


def home_of_counted(sentence: Sentence, named: Iterable[Mention], head: int | None) -> Span | None:
    """The town or village that those counted are from: "four victims from X", "1,600 of them from X", "600 residents of
    X"."""
    if head is None:
        return None
    home = scene_of(sentence.article).countries
    for mention in named:
        preposition = preposition_of(mention, sentence)
        if preposition is None or is_country(mention) or mention.country not in home:
            continue
        counted = preposition.head
        is_dwelling = preposition.lower_ == "of" and counted.lemma_.lower() in words("dwellers")
        if preposition.lower_ != "from" and not is_dwelling:
            continue
        numbers = {child.i for child in counted.children if is_dwelling}
        if head in {counted.i, preposition.i - 1, *numbers} or (
            counted.head.i == head and counted.dep_ in {"prep", "pobj", "conj"}
        ):
            return mention.span
        if counted.lower_ in {"them", "whom", "these", "those"} and counted.head.head.i == head:
            return mention.span
    return None


def _verb_of_way(preposition: Token) -> Token | None:
    """The verb whose way a preposition tells: "out of X", "to hospitals in X" through what stands between."""
    token = preposition.head
    if token.lower_ in {"out", "back", "over", "across", "away", "on"} and token.pos_ != "VERB":
        token = token.head
    return token if token.pos_ == "VERB" and (preposition.lower_ != "of" or _has_out(preposition)) else None


def _has_subject(verb: Token) -> bool:
    """ "five were hurt, and four of them were taken to X": the way of those that another clause counts."""
    return any(child.dep_ in {"nsubj", "nsubjpass"} for child in verb.children)


def _has_out(preposition: Token) -> bool:
    return preposition.i > 0 and preposition.doc[preposition.i - 1].lower_ == "out"
