"""Every number of a sentence with the noun that it counts: "18 of the officers" -> 18, officers.

In: a parsed sentence. Out: its quantities, each with the token that stands for it and the counted noun, if it has one.
Refuses a noun that the parser gave to a number across another one or a colon.
"""

from collections.abc import Iterator

from reportedly.claims.figure.frames import Counted
from reportedly.claims.figure.metric import is_deed_of_people
from reportedly.text.grammar import subject_of, verb_above
from reportedly.text.numbers import Quantity
from reportedly.text.sentences import Sentence, Token


def counted_in(sentence: Sentence) -> Iterator[Counted]:
    """Every number of the sentence with the noun that it counts."""
    for quantity in sentence.quantities:
        number = _number_token(quantity, sentence)
        if number is not None:
            noun = _noun_of(number, quantity, sentence)
            noun = _numbered(number, quantity) or noun
            if noun is not None and noun.lower_ in _POINTING:
                noun = _who_they_are(noun) or noun
            if noun is not None and (noun.lower_ in {"mark", "threshold"} or noun.pos_ == "NUM"):
                noun = _who_they_are(noun)  # "arrests passed the 900 mark", "three of the twelve were children"
            if noun is not None and is_deed_of_people(noun) and quantity.amount.low > 1:
                noun = None
            yield Counted(quantity, number, noun)


def _numbered(number: Token, quantity: Quantity) -> Token | None:
    """ "villagers fled in their thousands", "the dead numbered in the hundreds": whoever the subject is."""
    opener = next(
        (t for t in reversed(number.doc[max(number.sent.start, number.i - 6) : number.i]) if t.lower_ == "in"), None
    )
    if opener is None or quantity.amount.is_exact or not number.lower_.endswith("s"):
        return None
    owner = number.doc[opener.i + 1]
    verb = verb_above(opener)
    is_number_in = owner.lower_ == "the" and verb.lemma_ in {"number", "be", "run", "count"}
    if (owner.lower_ != "their" and not is_number_in) or verb.i > opener.i:
        return None
    if not all(
        t.like_num or t.lower_ in {"the", "their", "of", "many", "low", "high", "tens", "hundreds"}
        for t in number.doc[opener.i + 1 : number.i]
    ):
        return None
    subject = subject_of(verb)
    return subject if subject is not None and subject.pos_ in {"NOUN", "PROPN", "ADJ"} and subject.i < verb.i else None


_POINTING = {"them", "whom", "these", "those", "which", "us"}


def _who_they_are(pronoun: Token) -> Token | None:
    """ "two of them photographers", "four of them were members of the guard": the noun that follows at once."""
    behind = pronoun.doc[pronoun.i + 1 : min(pronoun.i + 6, pronoun.sent.end)]
    if len(behind) > 0 and pronoun.lower_ in {"whom", "which"} and behind[0].tag_ in {"DT", "PRP", "PRP$", "NNP"}:
        return None  # "two of whom the soldiers took away"
    for token in behind:
        if token.pos_ in {"NOUN", "PROPN"}:
            while token.dep_ == "compound" and token.head.i == token.i + 1:
                token = token.head
            return token if token.tag_ in {"NNS", "NNPS"} or token.dep_ == "attr" else None
        is_of = token.lower_ == "of" and token.i == pronoun.i + 1  # "three of them of schoolboys"
        if token.pos_ not in {"DET", "ADJ", "ADV", "PRON"} and token.lemma_ != "be" and not is_of:
            return None
    return None


def _number_token(quantity: Quantity, sentence: Sentence) -> Token | None:
    """The token of the number that hangs highest in the tree."""
    tokens = sentence.tokens_in(sentence.span_at(quantity.core, quantity.end))
    tokens = [t for t in tokens if not t.is_punct]
    inside = {t.i for t in tokens}
    numeric = [t for t in tokens if t.like_num or t.pos_ in {"NUM", "NOUN", "DET", "PRON"}] or tokens
    for token in reversed(numeric):
        if token.head.i not in inside or token.head == token:
            return token
    return tokens[-1] if tokens else None


_NOMINAL = {"NOUN", "PROPN", "ADJ", "PRON"}


def _noun_of(number: Token, quantity: Quantity, sentence: Sentence) -> Token | None:
    if quantity.is_anaphoric:
        return None
    inside = {t.i for t in sentence.tokens_in(sentence.span_at(quantity.start, quantity.end))}
    token, seen = number, 0
    while token.dep_ in {"nummod", "quantmod", "amod", "compound", "det", "nmod", "predet", "poss"} and seen < 5:
        token, seen = token.head, seen + 1
        if token.lower_ in {"more", "others"} and any(c.lower_ == "of" for c in token.children):
            number = token  # "two more of the soldiers"
            break
        if token.i not in inside and token.pos_ in _NOMINAL and token.i > number.i:
            return _head_of_row(token) if _hangs_together(number, token) else None
    if (noun := _behind_participle(number)) is not None:
        return noun
    more = [c for c in number.children if c.lower_ in {"more", "others"}]
    if _is_appended(number):
        return number.head
    of = next((c for t in (number, *more) for c in t.children if c.lower_ == "of" and c.i > number.i), None)
    if of is not None:
        return next((c for c in of.children if c.dep_ in {"pobj", "pcomp", "amod"}), None)
    return _noun_to_the_right(number, inside)


def _behind_participle(number: Token) -> Token | None:
    """ "three knocked out tanks": the participle, which the parser took for a clause, stands before its noun."""
    verb = number.nbor() if number.i + 1 < number.sent.end else None
    if verb is None or verb.dep_ != "acl" or verb.head.i != number.i or verb.tag_ not in {"VBN", "VBD"}:
        return None
    return next((c for c in verb.children if c.dep_ == "dobj" and c.tag_ == "NNS" and c.i - verb.i <= _CLOSE), None)


_CLOSE = 2


def _head_of_row(noun: Token) -> Token:
    """ "eleven women university students": the parser gave the number to the first noun of the row."""
    last = noun
    while last.dep_ in {"compound", "nmod"} and last.head.i > last.i:
        last = last.head
    is_row = all(t.pos_ in {"NOUN", "PROPN", "ADJ"} for t in noun.doc[noun.i : last.i + 1])
    return last if is_row and last.tag_ in {"NNS", "NNPS"} else noun


def _is_appended(number: Token) -> bool:
    """ "the fishermen, 22 in all, were found", "as many people, 34, had died"."""
    noun, at = number.head, number.i
    if number.dep_ != "appos" or noun.tag_ not in {"NNS", "NNPS"} or at + 1 >= len(number.doc):
        return False
    is_set_off = number.doc[at - 1].text == "," and number.doc[at + 1].lower_ in {",", "in", "altogether"}
    is_in_role = noun.dep_ in {"nsubj", "nsubjpass", "dobj"}
    return is_set_off and is_in_role and not any(c.dep_ == "nummod" for c in noun.children)


def _hangs_together(number: Token, noun: Token) -> bool:
    """Not "the toll is 44: 38 passengers", where the parser gave both numbers to the passengers."""
    between = list(number.doc[number.i + 1 : noun.i])
    is_told = bool(between) and between[0].lower_ in _STATES  # "35 dead and 116 hurt", of one noun
    if is_told and any(t.lower_ in {"the", "a", "an", "his", "her", "their"} for t in between):
        return False  # "three dead the divers found"
    is_row = any(t.text == "," or (is_told and t.lower_ == "and") for t in between) and any(t.like_num for t in between)
    return not is_row and not any(t.text in {":", ";"} for t in between)


_STATES = {"dead", "killed", "injured", "wounded", "hurt", "missing", "homeless", "arrested", "detained"}


def _noun_to_the_right(number: Token, inside: set[int]) -> Token | None:
    """The parser left the number hanging: the noun that follows it at once, with adjectives between."""
    doc = number.doc
    at = max(inside, default=number.i) + 1
    while at < len(doc) and doc[at].pos_ == "ADJ" and doc[at].head.i > at:
        at += 1
    if at < len(doc) and doc[at].pos_ in {"NOUN", "PROPN"} and number.dep_ in {"nummod", "quantmod", "dep", "advmod"}:
        token = doc[at]
        while token.dep_ == "compound" and token.head.i > token.i:
            token = token.head
        return token
    return None
