"""How a sentence names a place: as where something is, as somebody's seat, as mere origin or way.

In: a place mention and its sentence, as parsed. Out: the preposition that governs it, whether it sets a scene. "Three
died in Lima" does; "the ministry in Lima said", "told reporters in Geneva", "from Quito", "Lima's mayor" do not.
"""

from functools import cache

from reportedly.lexicon import load, words
from reportedly.model import EntityKind, Mention
from reportedly.text.names import mentions_of
from reportedly.text.sentences import Sentence, Token
from reportedly.text.tellers import cues, words_of

WAY = frozenset({"to", "into", "toward", "towards", "for", "from", "of"})


@cache
def within_words() -> frozenset[str]:
    """Prepositions of place."""
    return frozenset(load("en/places")["within"]["words"])


def head_of(mention: Mention, sentence: Sentence) -> Token | None:
    """The token by which a mention hangs in its sentence."""
    tokens = sentence.tokens_in(mention.span)
    inner = {t.i for t in tokens}
    return next((t for t in tokens if t.head.i not in inner or t.head.i == t.i), tokens[-1] if tokens else None)


def preposition_of(mention: Mention, sentence: Sentence) -> Token | None:
    """The preposition that governs a place: through conjuncts, appositions and compounds, else the one right before."""
    tokens = sentence.tokens_in(mention.span)
    if not tokens:
        return None
    token: Token = tokens[-1]
    for _ in range(6):
        if token.dep_ in {"pobj", "pcomp"}:
            return token.head
        if token.dep_ in {"appos", "conj", "compound", "nmod", "poss", "amod", "npadvmod"} and token.head.i != token.i:
            token = token.head
        else:
            break
    doc, at = sentence.tokens.doc, tokens[0].i - 1
    while at > sentence.tokens.start and doc[at].pos_ in {"DET", "NOUN", "ADJ", "PROPN"} and tokens[0].i - at < 5:
        if doc[at].ent_type_ in {"DATE", "TIME"}:
            return None  # "On Sunday Peru sent ...": "on" is of the day
        at -= 1
    before = doc[at] if at >= sentence.tokens.start else None
    return before if before is not None and before.pos_ == "ADP" else None


def is_setting(mention: Mention, sentence: Sentence) -> bool:
    """Whether it stands behind a preposition of place, and what is there is no teller."""
    preposition = preposition_of(mention, sentence)
    if preposition is None or preposition.lower_ not in within_words():
        return False
    return not is_of_telling(preposition)


def is_of_telling(preposition: Token) -> bool:
    """ "the ministry in X said", "told reporters in X", "according to a monitor in X": where it was told."""
    token, came_by = preposition.head, "prep"
    for _ in range(6):
        if token.like_num:
            return False  # "lists 34 dead, 21 in X": where those counted are
        if token.lower_ == "according" or (token.pos_ == "NOUN" and token.lemma_.lower() in _HEARERS):
            return True
        if token.pos_ in {"VERB", "AUX"}:
            if token.dep_ == "acl" and token.tag_ == "VBN" and came_by == "prep":  # "a monitor based in X"
                token, came_by = token.head, "acl"
                continue
            if token.lemma_.lower() in _SPEAKING:
                return True
            return _tells(token) and _is_teller(came_by, preposition, token)
        is_through = _is_occasion(token) or _is_in_front(token) or token.lower_ == "front"
        if token.dep_ == "pobj" and token.head.lower_ != "to" and not is_through:
            return False
        if token.dep_ not in _ROLES or token.head.i == token.i:
            return False
        came_by, token = token.dep_, token.head
    return False


_HEARERS = {"reporter", "journalist", "press", "conference", "briefing", "interview", "newspaper"}
_ROLES = {"nsubj", "dative", "dobj", "prep", "pobj", "appos", "compound"}


_SPEAKING = {"speak"}


def _is_in_front(noun: Token) -> bool:
    """ "He spoke in front of his palace in X": before what he stood."""
    return noun.head.lower_ == "of" and noun.head.head.lower_ in {"front", "outside", "steps"}


def _tells(verb: Token) -> bool:
    """A verb of saying that says something here; "counted 12 dead", "admitted 52 survivors" are also deeds."""
    lemma = verb.lemma_.lower()
    if lemma not in cues():
        return False
    roles = {child.dep_ for child in verb.children}
    if roles & {"ccomp", "parataxis"} or roles >= {"xcomp", "dobj"}:
        return True  # "advised its nationals not to leave"
    return lemma in words_of("strict") or (lemma not in load("en/voices")["needs"] and verb.dep_ in _SET_OFF)


_SET_OFF = {"ROOT", "parataxis", "ccomp", "advcl", "conj", "relcl"}


def _is_teller(role: str, preposition: Token, verb: Token) -> bool:
    """Whether what has this role beside a verb of saying tells, or hears; its object is what is told."""
    doc = verb.doc
    if any(t.text in {":", ";"} for t in doc[min(preposition.i, verb.i) : max(preposition.i, verb.i)]):
        return False
    objects = [child for child in verb.children if child.dep_ in {"dobj", "attr", "oprd"}]
    is_addressing = verb.lemma_.lower() in words_of("addressing")
    is_counting = any(child.dep_ in {"nsubjpass", "auxpass"} for child in verb.children) or (
        bool(objects) and not is_addressing
    )
    if role == "nsubj":
        return not any(t.like_num for child in objects for t in child.subtree)
    if role == "dobj":
        return is_addressing
    spoken = any(c.dep_ == "prep" and c.lower_ in {"of", "about"} and c.i < preposition.i for c in verb.children)
    return not (is_counting or spoken) and not (preposition.head == verb and preposition.i < verb.i)


def _is_occasion(noun: Token) -> bool:
    return noun.lemma_.lower() in words_of("occasions") or noun.lower_ in words_of("occasions")


def is_byline(sentence: Sentence) -> bool:
    """ "From our correspondent in Lima", "By Ana Vesk and Bo Lund, LIMA": a line that tells who wrote it, and where."""
    paragraph = sentence.paragraph
    first = sentence.tokens[0].lower_ if len(sentence.tokens) else ""
    is_line = len(paragraph.sentences) == 1 and paragraph.index <= _TOP and len(paragraph.doc) <= _BYLINE
    return (
        is_line and first in {"from", "by"} and not any(t.tag_ in {"VBD", "VBZ", "VBP", "MD"} for t in sentence.tokens)
    )


_TOP, _BYLINE = 4, 16
"""Paragraphs above the text among which a byline stands, and its tokens at most."""


def is_seat(mention: Mention, sentence: Sentence) -> bool:
    """ "The ministry in X has warned", "told reporters in X": the seat of who acts, or where it was told."""
    preposition = preposition_of(mention, sentence)
    if preposition is None:
        return False
    noun = preposition.head
    body = mentions_of(sentence.article).covering(sentence.base + noun.idx) if noun.dep_ in {"nsubj", "agent"} else None
    is_of_body = body is not None and body.kind in {EntityKind.ORGANISATION, EntityKind.PERSON}
    return (is_of_body and preposition.lower_ in within_words()) or is_of_telling(preposition)


@cache
def happenings() -> frozenset[str]:
    """Nouns for what happened, by lemma."""
    return frozenset(word for words in load("en/places")["happenings"].values() for word in words)


def is_happening(token: Token) -> bool:
    return token.lemma_.lower() in happenings()


def is_spoken_of(mention: Mention, sentence: Sentence) -> bool:
    """What says but whose or whence somebody is: "X's president", "the X police", "the government of X", "from X", or that
    acts as a state: "X sends troops"."""
    head = head_of(mention, sentence)
    if head is None:
        return False
    if head.dep_ in {"poss", "compound", "nmod"}:
        return head.head.dep_ in {"nsubj", "appos"} and head.head.pos_ != "PROPN"
    if head.dep_ == "nsubj" and head.head.pos_ == "VERB" and mention.place == mention.country:
        return head.head.lemma_.lower() not in befalling()
    preposition = preposition_of(mention, sentence)
    if preposition is None:
        return False
    return preposition.lower_ == "from" or (preposition.lower_ == "of" and not is_of_place(mention, sentence))


@cache
def befalling() -> frozenset[str]:
    """Verbs whose subject, where it is a place, is where it happens: "X lost 27 people"."""
    return frozenset(load("en/places")["befalling"]["words"])


def is_of_place(mention: Mention, sentence: Sentence) -> bool:
    """ "the city of X", "the region of X", "in the market of X": the noun before is a place, or itself in one."""
    tokens = sentence.tokens_in(mention.span)
    if not tokens:
        return False
    last = tokens[-1]
    inner = last.head if last.dep_ in {"compound", "nmod"} else last  # "at the gates of X harbour"
    head = inner.head.head if inner.dep_ == "pobj" else None
    if head is None:
        return False
    is_placed = head.dep_ == "pobj" and head.head.lower_ in within_words()
    return is_placed or head.lemma_.lower() in _place_nouns()


def is_of_comparison(preposition: Token) -> bool:
    """ "in the worst attack in X in years": within what it is the worst, and no nearer than that where it was."""
    if preposition.lower_ == "of" or is_sort(preposition.head):
        return False  # "in the largest city of X"
    return preposition.head.pos_ in {"NOUN", "PROPN"} and any(
        child.tag_ in {"JJS", "RBS"} or any(t.tag_ == "RBS" for t in child.children) for child in preposition.head.lefts
    )


def is_sort(noun: Token) -> bool:
    """ "province", "town": a noun for a place."""
    return noun.lemma_.lower() in _place_nouns()


@cache
def _place_nouns() -> frozenset[str]:
    return frozenset(load("en/places")["nouns"]["words"])


def is_wider(mention: Mention) -> bool:
    """ "the Balkans", "the Sahel", "the Caspian Sea": a region of many countries, which is no scene; "the French Alps" are
    of one."""
    name = mention.text.removeprefix("the ")
    return mention.place is None and (name in _wider() or name.rpartition(" ")[2].lower() in _wide_nouns())


@cache
def _wide_nouns() -> frozenset[str]:
    return frozenset(load("en/places")["wider"]["nouns"])


@cache
def _wider() -> frozenset[str]:
    return frozenset(load("en/places")["wider"]["words"])


def is_of_teller(mention: Mention, sentence: Sentence) -> bool:
    """Whether it stands behind the subject, or beside the verb, of telling or counting."""
    preposition = preposition_of(mention, sentence)
    subject = preposition.head if preposition is not None else None
    while subject is not None and subject.dep_ in {"pobj", "prep"} and subject.head.i < subject.i:
        subject = subject.head  # "a spokesman for the army in X"
    if subject is None or subject.dep_ not in {"nsubj", "nsubjpass"} or _is_of_town(subject):
        return False
    verb = subject.head.lemma_.lower()
    return verb in cues() or verb in words("en/places", "counting", "words")


def _is_of_town(teller: Token) -> bool:
    """Whether who tells knows of one town only: its police, a surgeon, residents."""
    local = words("en/places", "local", "words")
    return any(t.lower_ in local or t.lower_ == "police" for t in (teller, *teller.lefts))
