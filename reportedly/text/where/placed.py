"""Is a place named as where the words play, and which of several names is the innermost?

In: a place mention and its sentence. "Three died near Atico, in the province of Caraveli" places Atico, which Caraveli
holds; "on their way to Lima", "40 km south of Lima", "a firm that runs a mine in Lima" place nothing there.
"""

import re
from collections.abc import Iterable, Iterator

from reportedly.lexicon import gazetteer
from reportedly.lexicon.nations import country_of_seat
from reportedly.model import EntityKind, Mention, Span
from reportedly.text.grammar import verb_above
from reportedly.text.names import mentions_of
from reportedly.text.scene import plays_in, scene_of
from reportedly.text.sentences import Sentence, Token
from reportedly.text.setting import (
    WAY,
    head_of,
    is_happening,
    is_of_comparison,
    is_of_place,
    is_of_teller,
    is_of_telling,
    is_sort,
    is_wider,
    preposition_of,
    within_words,
)
from reportedly.text.tellers import cues
from reportedly.text.where.words import words


def is_placed(mention: Mention, sentence: Sentence, *, way: bool) -> bool:
    """Whether a preposition of place governs it, and it is not where somebody tells."""
    preposition = preposition_of(mention, sentence)
    if preposition is None or is_in_title(mention, sentence):
        return False
    if not way and (_is_on_the_way(preposition) or _is_of_body(preposition, sentence)):
        return False
    if preposition.lower_ == "of" and not way:
        return is_of_place(mention, sentence) and not (
            is_of_telling(preposition) or _is_of_polity(mention, preposition)
        )
    return (preposition.lower_ in within_words() and not is_of_telling(preposition)) or (
        way and preposition.lower_ in WAY
    )


def _is_of_polity(mention: Mention, preposition: Token) -> bool:
    """ "Two citizens of the Federal Republic of X" are of it, wherever they are; "in the Republic of X" is a place."""
    polity = preposition.head
    if not is_country(mention) or polity.lemma_.lower() not in words("polities"):
        return False
    return polity.dep_ == "pobj" and polity.head.lower_ not in within_words()


def is_aside(mention: Mention, sentence: Sentence, head: int | None = None) -> bool:
    """ "in revenge for the offensive in X", "demanding an end to the war in X": where that is for the sake of which it was done,
    and not where what is told around it was."""
    preposition = preposition_of(mention, sentence)
    reason = _reason_above(preposition) or _since_above(preposition)
    return reason is not None and (head is None or reason.i not in {t.i for t in _up_from(sentence.tokens.doc[head])})


def _since_above(token: Token | None) -> Token | None:
    """ "61 dead in the province since cholera broke out in X": the clause, or the noun behind the word, that tells from when."""
    for above in _up_from(token) if token is not None else ():
        if above.dep_ == "advcl" and any(c.lower_ == "since" and c.dep_ == "mark" for c in above.children):
            return above
        if above.dep_ in {"pobj", "pcomp"} and above.head.lower_ == "since":
            return above
        if above.dep_ == "ROOT":
            return None
    return None


def is_of_occasion(mention: Mention, sentence: Sentence, head: int | None) -> bool:
    """ "After the crush in X the president declared mourning", "refuses those who have been in X": where that is for the sake
    of which a measure is taken, and those whom it keeps out were."""
    preposition = preposition_of(mention, sentence)
    own = {t.i for t in _up_from(sentence.tokens.doc[head])} if head is not None else set()
    for above in _up_from(preposition) if preposition is not None else ():
        if above.i in own:
            return False
        if above.dep_ == "relcl" and any(c.lower_ == "who" for c in above.children):
            return True
        is_behind = above.dep_ in {"pobj", "pcomp"} and above.head.lower_ in words("looking_back") - {"over", "about"}
        is_clause = above.dep_ == "advcl" and any(c.lower_ in {"after", "before", "since"} for c in above.children)
        if (is_behind and (is_happening(above) or above.dep_ == "pcomp")) or is_clause:
            return True
    return False


def _reason_above(token: Token | None) -> Token | None:
    for above in _up_from(token) if token is not None else ():
        if above.lemma_.lower() in words("reasons"):
            return above if above.dep_ != "ROOT" else None
    return None


def _up_from(token: Token) -> Iterator[Token]:
    """A token and those above it, the nearest first."""
    for _ in range(_HEIGHT):
        yield token
        if token.head.i == token.i:
            return
        token = token.head


_HEIGHT = 12
"""Steps up the tree within which what a place belongs to is looked for."""


def is_in_title(mention: Mention, sentence: Sentence) -> bool:
    """ "the 'Brothers in X' group": a name in marks of quotation, of which the place is but a part."""
    tokens = sentence.tokens_in(mention.span)
    if not tokens:
        return False
    doc, first, last = sentence.tokens.doc, tokens[0].i, tokens[-1].i
    opened = next(
        (i for i in range(first - 1, max(first - _TITLE, sentence.tokens.start) - 1, -1) if doc[i].is_quote), None
    )
    closed = next((t for t in doc[last + 1 : last + _TITLE] if t.is_quote), None)
    if opened is None or closed is None or opened + 1 == first:
        return False
    named = [t for t in doc[opened + 1 : closed.i] if t.pos_ not in {"ADP", "DET", "CCONJ", "PART"} and not t.is_punct]
    return all(t.text[:1].isupper() for t in named)


_TITLE = 6
"""Words of a title in marks of quotation on either side of a place in it, at most."""


def is_where_told(mention: Mention, sentence: Sentence) -> bool:
    """ "He bowed before the cameras in X and said that 17 were missing": where he was who tells it."""
    preposition = preposition_of(mention, sentence)
    if preposition is None or preposition.head.pos_ != "VERB" or preposition.head.i > preposition.i:
        return False
    return any(_is_said_then(child) for child in preposition.head.children)


def is_whereabouts(mention: Mention, sentence: Sentence) -> bool:
    """ "The president, who is in X, said", "the leader, who lives in X": where one man is whom a clause only describes."""
    preposition = preposition_of(mention, sentence)
    verb = preposition.head if preposition is not None else None
    if verb is None or verb.dep_ != "relcl" or verb.lemma_.lower() not in words("staying"):
        return False
    if not any(child.lower_ == "who" for child in verb.children):
        return False
    man = mentions_of(sentence.article).covering(sentence.base + verb.head.idx)
    return verb.tag_ == "VBZ" or (man is not None and man.kind is EntityKind.PERSON)


def _is_said_then(verb: Token) -> bool:
    """Whether a verb beside another tells something."""
    is_clause = any(child.dep_ == "ccomp" for child in verb.children)
    return verb.dep_ == "conj" and verb.lemma_.lower() in cues() and is_clause


def _is_on_the_way(preposition: Token) -> bool:
    """ "on their way to a mine in X", "pilgrims returning from shrines in X": where a journey leads, or whence it comes."""
    noun = preposition.head
    is_end = noun.dep_ == "pobj" and noun.head.lower_ in {"to", "for", "from", "towards", "toward"}
    if is_end and noun.head.head.lemma_.lower() in words("journeys"):
        return True
    token, by = noun, preposition
    for _ in range(_ABOVE):
        if token.tag_ == "VBG" and token.dep_ == "acl" and token.lemma_.lower() in words("travelling"):
            return noun.i != token.i and by.lower_ in {"from", "to", "for", "via", "through"}
        by = token if token.pos_ == "ADP" else by
        token = token.head
    return False


_ABOVE = 5
"""Words between a place and the journey that it belongs to, at most."""


def _is_of_body(preposition: Token, sentence: Sentence) -> bool:
    """ "the centre, which works in exile in X", "the firm that runs a mine in X": what is told of a body, not of the deed."""
    verb = verb_above(preposition)
    if verb.dep_ != "relcl" or verb.head.i >= verb.i:
        return False
    if any(child.dep_ in {"nsubjpass", "auxpass"} or child.lemma_ in {"where", "when"} for child in verb.children):
        return False
    body = mentions_of(sentence.article).covering(sentence.base + verb.head.idx)
    return body is not None and body.kind in _BODIES and verb.tag_ in {"VBZ", "VBP"}


_BODIES = {EntityKind.ORGANISATION, EntityKind.AGENCY, EntityKind.OUTLET}


def is_desk(mention: Mention, sentence: Sentence) -> bool:
    """ "In Washington, the State Department said": the seat of another government than the one that it is about."""
    home = scene_of(sentence.article).country
    seat = country_of_seat(mention.name)
    if home is not None and seat == home == mention.country:
        return _is_of_state(mention, sentence)
    is_foreign = home is not None and mention.country not in {home, None} and seat is not None
    return is_foreign and sentence.tokens.root.lemma_.lower() in cues()


def is_seat(mention: Mention, sentence: Sentence) -> bool:
    """ "X said 12 had died", "officials in X put the toll at 12": the seat of the government that it is about, of which the
    article tells nothing else."""
    home = scene_of(sentence.article).country
    if home is None or not country_of_seat(mention.name) == home == mention.country:
        return False
    if mention.title is None and not is_of_teller(mention, sentence):
        return False
    return not plays_in(mention.place, sentence.article)


def _is_of_state(mention: Mention, sentence: Sentence) -> bool:
    """ "The relief ministry's control room in X put the toll at 178": where a body of the whole state has its seat."""
    preposition = preposition_of(mention, sentence)
    subject = preposition.head if preposition is not None else None
    if subject is None or subject.dep_ != "nsubj":
        return False
    called = sentence.quote(sentence.span_of(subject.left_edge, subject)).lower()
    is_national = any(word in f" {called} " for word in words("national")) or subject.lower_ in words("seats")
    verb = subject.head.lemma_.lower()
    return is_national and (verb in cues() or verb in words("counting"))


def is_compared(mention: Mention, sentence: Sentence) -> bool:
    """ "the deadliest fire in X since 1996": a place told nearer says more."""
    preposition = preposition_of(mention, sentence)
    return preposition is not None and is_of_comparison(preposition)


def is_measured(mention: Mention, sentence: Sentence) -> bool:
    """ "40 km south of X", "150 km from X": the place that another is measured from."""
    preposition = preposition_of(mention, sentence)
    if preposition is None or preposition.lower_ not in {"of", "from"}:
        return False
    near = sentence.tokens.doc[max(sentence.tokens.start, preposition.i - 4) : preposition.i]
    return any(t.lower_ in _UNITS for t in near)


_UNITS = {
    "km",
    "kilometres",
    "kilometers",
    "kilometre",
    "kilometer",
    "miles",
    "mile",
    "kms",
    "metres",
    "meters",
    "hours",
}


def innermost(mention: Mention, named: Iterable[Mention], sentence: Sentence) -> Mention:
    """Of "Atico, in the province of Caravelí" the first: the rest says where that is."""
    text, base = sentence.text, sentence.span.start
    for earlier in reversed([m for m in named if m.span.end <= mention.span.start]):
        gap = text[earlier.span.end - base : mention.span.start - base]
        is_near = _NEAR.fullmatch(gap) is not None and not _is_long(earlier)
        if len(gap) > 60 or not (is_near or (_HOLDING.fullmatch(gap) and _may_hold(mention, earlier))):
            break
        is_sure = lies_in(earlier.span, mention.span, sentence) or _is_struck(earlier, sentence)
        if preposition_of(earlier, sentence) is None and not is_sure:
            break
        mention = earlier
    return mention


def _is_long(mention: Mention) -> bool:
    """ "Into the Apurímac River near Abancay": what runs past many towns says less than the town does."""
    return mention.text.rpartition(" ")[2].lower() in words("long")


_HOLDING = re.compile(
    r"(?:, (?:in )?|,? in |\s?\(|,? (?:district|area|quarter|neighbou?rhood|suburb|borough|part|outskirts) of )(?:the )?"
    r"(?:(?:\w+ern|central|north|south|east|west|coastal|neighbou?ring|mountainous|upper|lower|state|province|region"
    r"|district|city|town|village|department|county|governorate|island|port) ){0,4}(?:of )?(?:the )?"
)


_NEAR = re.compile(r",? (?:near|outside|off|close to|on the outskirts of) (?:the )?(?:Lake |Mount )?")


def _is_struck(mention: Mention, sentence: Sentence) -> bool:
    """ "Bombs hit X in Y": what is done to it is done there."""
    head = head_of(mention, sentence)
    return head is not None and head.dep_ in {"dobj", "nsubjpass"} and head.head.lemma_.lower() in words("striking")


def town_of_site(mention: Mention, named: Iterable[Mention], sentence: Sentence) -> Mention:
    """Of "at the X mine near Y", "on the X bridge in Y" the town, where the map has that and no such spot."""
    later = next((m for m in named if m.span.start > mention.span.end), None)
    if mention.place is not None or later is None or later.place is None or is_country(later):
        return mention
    site = _SITE.fullmatch(
        sentence.text[mention.span.end - sentence.span.start : later.span.start - sentence.span.start]
    )
    return later if site is not None and site[1].lower() in words("sites_of_towns") else mention


_SITE = re.compile(
    r"(?: (?:coal|gold|copper|iron|tin|toll|road|rail|railway|suspension|hydroelectric|police))? (\w+),?"
    r" (?:in|near|outside|at|close to|not far from|on the outskirts of|on the edge of) "
    r"(?:the )?(?:(?:\w+ern|central|mining|coastal|nearby|neighbou?ring|port|city|town|village) ){0,3}(?:of )?"
)


def held_by(mention: Mention, named: Iterable[Mention], sentence: Sentence) -> Mention:
    """Of "China's northern province of Shanxi" the second: whose it is says but where that is."""
    head = head_of(mention, sentence)
    if head is not None and head.dep_ in {"compound", "nmod"} and head.head.dep_ == "poss":
        head = head.head  # "Liaoning province's Fuxin"
    if head is not None and (town := _town_called(head, named, mention, sentence)) is not None:
        return town
    if head is None or head.dep_ != "poss":
        return mention
    for later in named:
        if later.span.start < mention.span.end or is_wider(later) or not _may_hold(mention, later):
            continue
        inner = head_of(later, sentence)
        if inner is not None and (head.head in {inner, *inner.ancestors}) and inner.i - head.i <= _OWNED:
            return later
    return mention


def _town_called(token: Token, named: Iterable[Mention], mention: Mention, sentence: Sentence) -> Mention | None:
    """Of "the Amazon city of Manaus", "the Kashmiri town of Uri" the second."""
    noun = token.head
    if token.dep_ not in {"compound", "amod", "nmod"} or noun.i < token.i or not is_sort(noun):
        return None
    of = next((c for c in noun.children if c.lower_ == "of" and c.i > noun.i), None)
    if of is None:
        return None
    inner = {t.i for c in of.children for t in (c, *c.lefts)}
    later = (m for m in named if m.span.start > mention.span.end)
    return next((m for m in later if (t := head_of(m, sentence)) is not None and t.i in inner), None)


_OWNED = 7
"""Words between an owner and the name of what is his, at most."""


def _may_hold(outer: Mention, inner: Mention) -> bool:
    """Whether the map, as far as it knows, allows one place in the other."""
    if inner.place is None or outer.place is None:
        return outer.place is not None
    place = gazetteer.place_of(inner.place)
    return place is not None and outer.place in gazetteer.within(place)


def lies_in(inner: Span, outer: Span, sentence: Sentence) -> bool:
    """Whether the map has one place in the other."""
    mentions = mentions_of(sentence.article)
    one, other = mentions.at(inner), mentions.at(outer)
    place = gazetteer.place_of(one.place) if one is not None and one.place else None
    return place is not None and other is not None and other.place in gazetteer.within(place)


def is_country(mention: Mention) -> bool:
    return mention.place is not None and mention.place == mention.country
