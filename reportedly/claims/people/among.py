"""Parts of a group that are of a country: "took 131 people out, 96 of them Spaniards", "two Canadians included".

In: the word for some people of a country. Out: the whole that they are a part of, of which the sentence says how it fares;
what is said of the whole holds of them. Refuses a part of which a verb of its own tells ("one of them, a Swede, died").
"""

from functools import partial
from itertools import pairwise

from reportedly.claims.frames import is_in, lemmas_of
from reportedly.lexicon import words
from reportedly.text.grammar import is_bare_participle
from reportedly.text.sentences import Token

_words = partial(words, "en/safety")


_PARTITIVE = {"of", "among", "amongst"}
_BACK = {"them", "whom", "which", "these", "those", "this", "that"}
_REACH, _FAR = 16, 30
"""Words over which a list of parts runs, and over which the whole stands before it."""


def whole_of(part: Token) -> Token | None:
    """The noun or number for the whole group, where the word stands in a list of its parts."""
    opened = _opening(part)
    if opened is None:
        return None
    for i in range(opened.i - 1, max(part.sent.start, opened.i - _FAR) - 1, -1):
        token = part.doc[i]
        if _may_be_whole(token):
            return token
    return None


def _may_be_whole(token: Token) -> bool:
    """ "131 people", "those aboard", "58 injured", "nine": a plural or a number that people are counted by."""
    if token.pos_ == "NUM" or token.like_num:
        return token.dep_ in {
            "nsubj",
            "nsubjpass",
            "dobj",
            "pobj",
            "attr",
            "conj",
            "appos",
        } and token.ent_type_ not in {
            "DATE",
            "TIME",
        }
    is_people = is_in(token, _words("persons", "nouns") | _words("persons", "befallen"))
    return token.pos_ in {"NOUN", "ADJ", "VERB", "PRON"} and is_people and token.dep_ not in {"amod", "compound"}


def _opening(part: Token) -> Token | None:
    """The first word of the list of parts: "96" of "96 of them Spaniards", or of "X and two Canadians included"."""
    doc, marker = part.doc, None
    for i in range(part.i - 1, max(part.sent.start, part.i - _REACH) - 1, -1):
        token = doc[i]
        if token.text in {";", ":"} or _is_finite(token):
            return None
        is_partitive = token.lower_ in _BACK and i > part.sent.start and doc[i - 1].lower_ in _PARTITIVE
        if is_partitive or (token.lower_ == "including" and i > part.sent.start):
            marker = doc[i - 1] if is_partitive else token
            break
    if marker is None:
        return _opening_before_included(part)
    first = marker
    while first.i > part.sent.start and (
        first.nbor(-1).pos_ in {"NUM", "ADV", "DET"} or first.nbor(-1).lower_ in _SHARES
    ):
        first = first.nbor(-1)
    return first


_SHARES = {
    "most",
    "all",
    "many",
    "some",
    "half",
    "both",
    "several",
    "part",
    "majority",
    "bulk",
    "few",
    "largely",
    "mostly",
}
_INCLUDED = {"included", "inclusive"}


def _opening_before_included(part: Token) -> Token | None:
    """ "four lost their lives, a Spanish chef and two Canadian sisters included"."""
    after = part.doc[part.i + 1 : min(part.i + _REACH, part.sent.end)]
    closing = next((t for t in after if t.lower_ in _INCLUDED or _is_finite(t) or t.text in {";", ":"}), None)
    if (
        closing is None
        or closing.lower_ not in _INCLUDED
        or any(c.dep_ in {"aux", "auxpass"} for c in closing.children)
    ):
        return None
    before = part.doc[max(part.sent.start, part.i - _REACH) : part.i]
    verbs = [t.i for t in before if _is_finite(t)]
    commas = [t for t in before if t.text == "," and (not verbs or t.i > verbs[-1])]
    return commas[0] if commas else None


def _is_finite(token: Token) -> bool:
    is_verb = token.pos_ in {"VERB", "AUX"} and token.tag_ in {"VBD", "VBZ", "VBP", "MD"}
    return is_verb and token.lemma_ != "be" and not is_bare_participle(token)


def is_after_them(word: Token) -> bool:
    """ "most of them Portuguese", "4 of which Italian", "of whom 148 French": the adjective stands for the people."""
    if word.head.i > word.i and word.dep_ in {"amod", "compound", "nmod"} and word.head.pos_ == "NOUN":
        return False
    before = word.doc[max(word.sent.start, word.i - 4) : word.i]
    pairs = pairwise(before)
    is_marked = any(b.lower_ in _BACK and a.lower_ in _PARTITIVE for a, b in pairs)
    return is_marked and not any("VB" in t.tag_ and t.lemma_ != "be" for t in before if t.lower_ not in _BACK)


def passports_of(noun: Token) -> Token | None:
    """Those who hold the passport or nationality: "three of the dead had Russian passports" -> three."""
    if not any(form in _words("persons", "papers") for form in lemmas_of(noun)):
        return None
    verb = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ in {"on", "with"} else noun.head
    if noun.dep_ == "pobj" and verb.pos_ in {"NOUN", "NUM", "PROPN"}:
        return verb if noun.head.lower_ == "with" else None
    holder = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    if holder is None and verb.dep_ in {"acl", "relcl"}:
        holder = verb.head
    if holder is not None and holder.tag_ in {"WP", "WDT"} and verb.dep_ == "relcl":
        holder = verb.head
    is_held = noun.dep_ == "dobj" and verb.lemma_ in _words("persons", "holding")
    is_travelling = noun.dep_ == "pobj" and noun.head.lower_ == "on" and verb.pos_ == "VERB"
    return holder if is_held or is_travelling else None
