"""What a group is made up of: "They are nine Filipinos and six Georgians", where the sentence before tells what befell them.

In: the word for some people of a country. Out: the verb that says whom a group told of before consists of, and the words
of the sentences before that may stand for that group. Refuses a clause that says something else of them.
"""

from collections.abc import Iterator
from functools import partial

from reportedly.claims.frames import is_in
from reportedly.claims.people.nationals import is_person
from reportedly.claims.safety.again import before_in_story
from reportedly.lexicon import words
from reportedly.text.grammar import is_negated
from reportedly.text.sentences import Sentence, Token

_words = partial(words, "en/safety")


def composing_verb(people: Token) -> Token | None:
    """ "They are nine Filipinos", "the group consists of six Chinese", "there are also two Danes": the verb."""
    held = _holder_in_row(people)
    verb = held.head.head if held.dep_ == "pobj" and held.head.dep_ == "prep" else held.head
    is_theirs = held.dep_ in {"attr", "acomp", "dobj", "pobj", "nsubj", "oprd"}
    if not is_theirs or verb.pos_ not in {"VERB", "AUX"} or not is_in(verb, _words("groups", "verbs")):
        return None
    if is_negated(verb) or any(c.dep_ in _SAYS_MORE and c.i > people.i for c in verb.children):
        return None
    if held.dep_ == "pobj" and held.head.lower_ not in _words("groups", "prepositions"):
        return None
    return verb if _is_of_known_group(verb, held) else None


_SAYS_MORE = {"advcl", "xcomp", "ccomp"}


def _holder_in_row(people: Token) -> Token:
    """The first word of the row in which the people are counted: "nine Filipinos, a handful of Danes" -> Filipinos."""
    held = people
    for _ in range(_LONGEST_ROW):
        if held.dep_ in {"conj", "appos", "dep"} and held.head.pos_ in _NOMINAL:
            held = held.head
        elif held.dep_ == "pobj" and held.head.lower_ == "of" and is_in(held.head.head, _words("groups", "counters")):
            held = held.head.head
        else:
            break
    return held


_LONGEST_ROW = 12
_NOMINAL = {"NOUN", "PROPN", "NUM", "ADJ", "PRON"}


def _is_of_known_group(verb: Token, held: Token) -> bool:
    """Whether the subject takes up people told of before, or "among them" does."""
    among = (c for c in verb.children if c.lower_ in {"among", "amongst", "with"})
    if any(p.lower_ in {"them", "those", "these"} for c in among for p in c.children):
        return True
    subject = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass", "expl"} and c != held), None)
    if subject is None:
        return False
    if subject.dep_ == "expl":
        return any(c.lower_ in {"also", "too"} for c in verb.children)
    if subject.dep_ != "nsubj" and verb.lemma_ == "be":
        return False
    words = {subject.lower_, subject.lemma_, *(c.lower_ for c in subject.children)}
    inner = [p for c in subject.children if c.lower_ == "of" for p in c.children]
    is_bare = subject.like_num or subject.lower_ in _words("groups", "takers")
    is_bare &= all(p.lower_ in {"them", "these", "those"} or _is_definite(p) for p in inner)
    return is_bare or (bool(words & {"the", "those", "these"}) and is_in(subject, _words("groups", "nouns")))


def _is_definite(noun: Token) -> bool:
    return any(c.lower_ in {"the", "those", "these"} for c in noun.children)


def groups_before(sentence: Sentence) -> Iterator[tuple[Sentence, list[Token]]]:
    """The sentences before, nearest first, each with the words that may stand for the group, its subject first."""
    before = before_in_story(sentence)
    for _ in range(_BACK):
        if before is None:
            return
        groups = [t for t in before.tokens if _may_be_group(t)]
        yield before, sorted(groups, key=lambda t: (t.head.dep_ != "ROOT", t.dep_ not in {"nsubj", "nsubjpass"}, t.i))
        before = before_in_story(before)


_BACK = 2


def _may_be_group(token: Token) -> bool:
    """ "34 people", "all nineteen seamen", "the twelve", "nine of its passengers"."""
    if token.dep_ not in _ARGUMENTS or any(t.dep_ == "relcl" for t in token.ancestors):
        return False
    is_many = token.tag_ in {"NNS", "NNPS", "CD"} or is_in(token, _words("groups", "collective"))
    is_people = is_person(token) or is_in(token, _words("persons", "befallen") | _words("persons", "bodies"))
    is_people |= token.lemma_ == "foreigner"
    if token.dep_ == "nsubj" and any(c.dep_ == "dobj" and c.i > token.head.i for c in token.head.children):
        return False  # who does something to others
    return is_many and (is_people or (token.like_num and token.dep_ in {"nsubj", "nsubjpass"}))


_ARGUMENTS = {"nsubj", "nsubjpass", "dobj", "pobj", "attr", "conj", "appos"}


def named_before_list(people: Token) -> Token | None:
    """ "have brought out their people: 212 Danes, 40 Finns": the word before the colon for all who are listed."""
    for i in range(people.i - 1, max(people.sent.start, people.i - _LONGEST_LIST) - 1, -1):
        token = people.doc[i]
        if token.text == ";" or token.tag_ in {"VBD", "VBZ", "VBP", "MD"}:
            return None
        if token.text == ":":
            before = people.doc[people.sent.start : i]
            return next((t for t in reversed(before) if is_person(t) or is_in(t, _words("persons", "befallen"))), None)
    return None


_LONGEST_LIST = 24


def left_out_of(people: Token, told: Token) -> Iterator[Token]:
    """ "All but three", "every Dane except a family of four", "apart from one boy": those of whom the word does not hold."""
    for token in people.sent:
        exception = _excepted(token)
        if exception is not None and exception.i != people.i and _is_beside(token, people, told):
            yield exception
            return


def _excepted(token: Token) -> Token | None:
    """The noun or number behind "except", "save for", "apart from", "with the exception of", "all but"."""
    if token.lower_ not in _words("groups", "exceptions"):
        return None
    behind = token.doc[token.i + 1 : min(token.i + _NEAR, token.sent.end)]
    first = next((t for t in behind if t.lower_ not in {"for", "from", "of"}), None)
    if first is None or first.pos_ not in {"NUM", "DET", "NOUN", "ADJ"}:
        return None
    if token.lower_ == "but" and not (token.i > token.sent.start and token.nbor(-1).lower_ in {"all", "everyone"}):
        return None
    if token.lower_ in {"apart", "aside"} and token.nbor(1).lower_ != "from":
        return None
    noun = first if first.like_num and first.dep_ != "nummod" else first.head if first.i < first.head.i else first
    is_people = noun.like_num or is_person(noun) or is_in(noun, _words("persons", "befallen"))
    return noun if is_people and noun.i < token.i + _NEAR else None


_NEAR = 8


def _is_beside(exception: Token, people: Token, told: Token) -> bool:
    """Whether the exception stands in the part of the sentence that tells of the people."""
    first, last = sorted((people.i, told.i))
    between = people.doc[min(first, exception.i) : max(last, exception.i)]
    return not any(t.text in {";", ":"} for t in between)
