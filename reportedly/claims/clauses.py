"""What a clause's own grammar tells of what it says: whether it is so, where, when, and the stretch that says it.

In: the word that says it, in a parsed sentence. Out: its `Outlook` ("will be imposed" is ahead, "called for a curfew"
only wished), place mention, times, the span of evidence. Refuses to look into other clauses: a town or a day that
stands in the next clause is not this one's.
"""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from functools import cache
from itertools import takewhile

from reportedly.lexicon import load, words
from reportedly.lexicon.nations import country_named
from reportedly.model import EntityKind, Mention, Modality, Span
from reportedly.text.dates import Direction, TimeMention
from reportedly.text.grammar import clause_tokens, is_passive, noun_phrase, verb_above
from reportedly.text.names import mentions_of
from reportedly.text.quotes import quotations_of
from reportedly.text.sentences import Sentence, Token
from reportedly.text.setting import is_happening, is_of_comparison, is_of_telling, is_seat, preposition_of, within_words
from reportedly.text.where import is_of_occasion, parts_of_them


class Outlook(StrEnum):
    """How a clause presents what it says."""

    DONE = "done"
    AHEAD = "ahead"  # will be, is to be, was decided
    POSSIBLE = "possible"  # may be, if, whether
    WISHED = "wished"  # called for, asked to
    DENIED = "denied"  # was not, nobody was, denied that


MODALITY = {
    Outlook.DONE: None,
    Outlook.AHEAD: Modality.PLANNED,
    Outlook.POSSIBLE: Modality.POSSIBLE,
    Outlook.WISHED: Modality.DEMANDED,
    Outlook.DENIED: Modality.DENIED,
}


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load("en/outlooks")[name]["words"])


def outlook_of(word: Token) -> Outlook:
    """How the clause of a verb, noun or adjective presents it, with the clauses that hold it."""
    found = _noun_outlook(word) if word.pos_ in {"NOUN", "PROPN"} else Outlook.DONE
    verb = verb_above(word)
    if any(t.text == ":" for t in verb.doc[verb.i : word.i]):
        return found  # "the figure has never changed: 52 dead"
    seen = 0
    while found is Outlook.DONE and seen < 4:
        found = _verb_outlook(verb)
        above = verb_above(verb.head) if verb.head != verb else verb
        if _shares_auxiliary(verb):
            verb, seen = above, seen + 1
            continue
        if any(t.text in {";", ":"} for t in verb.doc[min(verb.i, above.i) : max(verb.i, above.i)]):
            break
        if above == verb or verb.dep_ in {"relcl", "conj", "parataxis", "ROOT"} or _is_aside(verb):
            break
        if found is Outlook.DONE:
            found = _governed_outlook(verb, above)
        if verb.dep_ == "acl" and verb.tag_ in {"VBN", "VBG"}:
            break
        if verb.dep_ not in {"xcomp", "ccomp", "advcl", "acl", "pcomp"} or above.lemma_ in _words("saying"):
            break
        verb, seen = above, seen + 1
    return found


def _noun_outlook(noun: Token) -> Outlook:
    """ "no curfew", "calls for a curfew", "reports of a closure were denied"."""
    if any(c.dep_ in {"det", "neg"} and c.lower_ in {"no", "neither"} and not _is_of_a_bound(c) for c in noun.children):
        return Outlook.DENIED
    if noun.dep_ in {"nsubj", "nsubjpass", "ROOT"}:
        return Outlook.DONE
    above = noun.head.head if noun.dep_ == "pobj" else noun.head
    preposition = noun.head.lower_ if noun.dep_ == "pobj" else ""
    particles = [c.lower_ for c in above.children if c.dep_ == "prt"]  # "call off the search" calls for none
    lemma = " ".join([above.lemma_.lower(), *particles])
    forms = {lemma, f"{lemma} {preposition}".strip()}
    if forms & _words("unneeded") and any(c.lower_ in {"no", "not"} for c in above.children):
        return Outlook.DENIED
    if forms & _words("wishing"):
        return Outlook.WISHED
    if forms & _words("doubted") and _is_denied(above):
        return Outlook.DENIED
    if forms & _words("denying"):
        return Outlook.DENIED
    if forms & _words("threatening"):
        return Outlook.POSSIBLE
    return Outlook.DONE


def _is_denied(report: Token) -> bool:
    return any(
        a.lemma_ in _words("denying") or a.lower_ in {"false", "untrue", "fake"} for a in [*report.ancestors][:2]
    )


def _verb_outlook(verb: Token) -> Outlook:
    children = list(verb.children)
    if any(c.dep_ == "mark" and c.lower_ in {"if", "unless", "whether"} for c in children):
        return Outlook.POSSIBLE
    if _is_negated(verb):
        return Outlook.DENIED
    auxiliaries = {c.lower_ for c in children if c.dep_ in {"aux", "auxpass"}}
    is_for = "to" in auxiliaries and any(c.dep_ == "mark" and c.lower_ == "for" for c in children)
    if is_for and verb.head.lemma_ != "be":
        return Outlook.WISHED  # "turned to its neighbour for peacekeepers to stop the fighting"
    if auxiliaries & {"may", "might", "could"} and not _is_unsettled(verb):
        return Outlook.POSSIBLE
    if auxiliaries & {"should", "must", "ought"}:
        return Outlook.WISHED
    if auxiliaries & {"will", "'ll", "shall", "would", "wo"}:
        return Outlook.AHEAD
    if verb.dep_ == "acl" and "to" in auxiliaries and _is_no_plan(verb.head):
        return Outlook.DENIED  # "no plans to impose martial law"
    if "to" in auxiliaries and verb.dep_ in {"ROOT", "acl", "relcl", "advcl"} and verb.head.pos_ in {"NOUN", "PROPN"}:
        return Outlook.AHEAD
    return Outlook.DONE


def _is_no_plan(noun: Token) -> bool:
    is_plan = f"{noun.lemma_.lower()} for" in _words("unneeded") or f"{noun.lemma_.lower()} of" in _words("unneeded")
    return is_plan and any(c.lower_ == "no" for c in noun.children)


def _shares_auxiliary(verb: Token) -> bool:
    """ "will close the airport and ground all flights": the second verb has the first's "will"."""
    return (
        verb.dep_ == "conj"
        and verb.tag_ in {"VB", "VBN"}
        and verb.head.tag_ == verb.tag_
        and not any(c.dep_ in {"nsubj", "nsubjpass", "aux", "auxpass"} for c in verb.children)
    )


_ASIDES = {"when", "while", "as", "after", "before", "since", "because", "although", "though", "whereas", "where"}


def _is_aside(verb: Token) -> bool:
    """ "did not include those of Thursday, when police dispersed thousands": what holds the clause denies nothing in it."""
    marks = (c.lower_ for c in verb.children if c.dep_ in {"mark", "advmod"} and c.i < verb.i)
    return verb.dep_ == "advcl" and not _ASIDES.isdisjoint(marks)


def is_in_passing(word: Token) -> bool:
    """ "demanded an inquiry into the march, in which nine had died", "freedom for the 40 seized on Monday": what a clause
    that only tells of whom or what is asked for takes as known, so that nobody asks for it.
    """
    verb = verb_above(word)
    for _ in range(_HELD):
        is_aside = verb.dep_ == "relcl" or _is_aside(verb)
        if (is_aside and _is_finite(verb)) or (verb.dep_ == "acl" and verb.tag_ in {"VBN", "VBD"}):
            return True
        if verb.head.i == verb.i or verb.dep_ not in {"conj", "xcomp", "ccomp", "advcl", "pcomp"}:
            return False
        verb = verb_above(verb.head)
    return False


_HELD = 4
"""Clauses that may hold one another."""


def _is_finite(verb: Token) -> bool:
    """Whether it tells of what was or is: neither "would be" nor "to be"."""
    helpers = [c for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    return all(c.tag_ in {"VBD", "VBZ", "VBP", "VBN"} for c in helpers) and (
        bool(helpers) or verb.tag_ in {"VBD", "VBZ", "VBP", "VBN"}
    )


_UNSETTLED = {"know", "identify", "determine", "establish", "clarify"}
""" "the fate of ten is not known": nothing is denied of them."""


def _is_unsettled(verb: Token) -> bool:
    """ "14 could not be identified": nothing is only possible."""
    return verb.lemma_ in _UNSETTLED and any(c.dep_ == "neg" for c in verb.children)


_NOBODY = {"nobody", "none", "nothing", "neither", "no-one"}


def _is_negated(verb: Token) -> bool:
    if verb.lemma_ in _UNSETTLED:
        return False
    if is_no_longer(verb):
        return True
    for child in verb.children:
        if child.dep_ == "neg" or child.lower_ in {"never", "neither", "hardly"}:
            return child.lower_ not in {"only"}
        if child.dep_ in {"nsubj", "nsubjpass", "dobj", "attr"}:
            if child.lower_ in _NOBODY and child.dep_ != "dobj":
                return True
            if any(c.dep_ in {"det", "neg"} and c.lower_ == "no" and not _is_of_a_bound(c) for c in child.children):
                return True
            if child.dep_ != "dobj" and any(c.lower_ in {"not", "neither"} for c in child.children):
                return True
    return False


def _is_of_a_bound(no: Token) -> bool:
    """ "no fewer than 13 hostages are free": at least so many."""
    behind = [t.lower_ for t in no.doc[no.i + 1 : min(no.i + 3, no.sent.end)]]
    return len(behind) > 1 and behind[0] in {"fewer", "less", "more"} and behind[1] == "than"


def is_no_longer(verb: Token) -> bool:
    """ "is no longer in force", "are no longer let in"."""
    return any(c.lower_ == "longer" and any(g.lower_ in {"no", "any"} for g in c.children) for c in verb.children)


def _governed_outlook(verb: Token, above: Token) -> Outlook:
    """What the verb that holds this one makes of it: "decided to send", "denied that it had sent"."""
    lemma = " ".join([above.lemma_.lower(), *(c.lower_ for c in above.children if c.dep_ == "prt")])
    if lemma in _words("denying") or _is_called_untrue(above):
        return Outlook.DENIED
    is_acl = verb.dep_ == "acl" and verb.tag_ != "VBN"  # "among those rescued were two" plans nothing
    is_open = (
        verb.dep_ in {"xcomp", "pcomp"} or is_acl or any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)
    )
    if is_open and lemma == "expect" and is_passive(above):
        return Outlook.AHEAD  # "is expected to declare"
    if is_open and lemma in _words("wishing"):
        return Outlook.WISHED
    if is_open and lemma in _words("failing"):
        return Outlook.DENIED
    if is_open and lemma in _words("threatening"):
        return Outlook.POSSIBLE
    if lemma == "set" and any(c.lower_ == "about" for c in above.children):
        return Outlook.DONE  # "set about clearing the square"
    if is_open and (lemma in _words("planning") or lemma == "be"):
        return Outlook.AHEAD
    if any(c.lower_ == "that" for c in verb.children) and lemma in _words("wishing"):
        return Outlook.DONE if _is_told_so(verb, lemma) else Outlook.WISHED
    return Outlook.DONE


def _is_told_so(verb: Token, lemma: str) -> bool:
    """ "insist that soldiers shot first": told as a fact, where "insist that he resign" asks for it."""
    helper = next((c for c in verb.children if c.dep_ in {"aux", "auxpass"}), verb)
    return lemma in {"insist", "suggest"} and helper.tag_ in {"VBD", "VBZ", "VBP"}


def _is_called_untrue(verb: Token) -> bool:
    """ "it is not true that", "it is false that"."""
    said = {c.lower_ for c in verb.children if c.dep_ in {"acomp", "attr"}} if verb.lemma_ == "be" else set()
    return bool(said & ({"true", "correct", "case"} if _is_negated(verb) else {"false", "untrue", "incorrect"}))


def is_since_clause(time: TimeMention, sentence: Sentence) -> bool:
    """ "since the fighting began on 3 May": told from that day on, not of it."""
    tokens = sentence.tokens_in(sentence.span_at(time.start, time.end))
    above = [tokens[0], *tokens[0].ancestors] if tokens else []
    if any(c.lower_ == "since" and c.dep_ == "mark" for t in above if t.dep_ == "advcl" for c in t.children):
        return True
    if any(t.dep_ == "pcomp" and t.head.lower_ == "since" for t in above):
        return True
    if time.is_past_year:  # "the worst since the flood of 1962, in which 30 died"
        return False
    phrase = takewhile(lambda t: t.pos_ not in {"VERB", "AUX"}, above)  # "since the coup of 3 May"
    return time.direction is Direction.NONE and any(t.lower_ == "since" and t.dep_ == "prep" for t in phrase)


def mention_at(token: Token, sentence: Sentence) -> Mention | None:
    """The mention that a token belongs to."""
    return mentions_of(sentence.article).covering(sentence.base + token.idx)


def name_of(noun: Token, sentence: Sentence) -> tuple[Span | None, str]:
    """The mention that a noun phrase is, and the phrase as written."""
    mention = mention_at(noun, sentence)
    if mention:
        return mention.span, mention.name
    words = [t for t in noun_phrase(noun) if not t.is_quote]
    words = [t for t in words if t.i <= noun.i + 6 and t.sent == noun.sent]
    while len(words) > 1 and words[0].dep_ in {"det", "punct", "cc", "prep"}:
        words.pop(0)
    while len(words) > 1 and words[-1].dep_ == "case":
        words.pop()  # "the seamen's strike"
    return None, sentence.quote(sentence.span_of(words[0], words[-1])).strip("“”\"'‘’ ,")


_OUTSIDE = {"conj", "ccomp", "parataxis", "punct", "cc", "mark", "advcl"}


def extent_of(word: Token, *, core: Iterable[Token] = ()) -> list[Token]:
    """The tokens of the clause that says it, in order; of a noun, its phrase and what is attached to it."""
    if word.pos_ in {"NOUN", "PROPN"} and word.dep_ not in {"ROOT"}:
        tokens = [
            word,
            *(t for c in word.children if c.dep_ not in {"relcl", "conj", "cc", "appos"} for t in c.subtree),
        ]
    elif word.pos_ in {"VERB", "AUX"} or word.dep_ == "ROOT":
        tokens = clause_tokens(word)
        if word.dep_ in {"acl", "relcl"} and word.head.i < word.i:
            tokens = [*(t for t in noun_phrase(word.head) if t.i <= word.head.i), *tokens]
    else:
        tokens = [word, *word.subtree, *clause_tokens(verb_above(word))]
    sentence = word.sent
    kept = {t.i: t for t in [*tokens, *core] if sentence.start <= t.i < sentence.end and t.doc is word.doc}
    return [kept[i] for i in sorted(kept)]


def evidence_of(
    word: Token, sentence: Sentence, *, core: Sequence[Token | None] = (), with_content: bool = False
) -> Span:
    """The stretch of the sentence that says it: the word's clause, as far as it hangs together, with its arguments.

    `with_content` takes in what is said, hoped or denied ("denied that the border was closed", ""We are ready," he warned").
    """
    wanted = [t for t in core if t is not None and t.sent == word.sent and abs(t.i - word.i) < 30]
    extent = extent_of(word, core=wanted)
    if with_content:
        said = [c for c in word.children if c.dep_ == "ccomp" or (c.dep_ == "advcl" and c.i > word.i)]
        said = [c for c in said if not any(t.text == ";" for t in word.doc[min(c.i, word.i) : max(c.i, word.i)])]
        extent += [t for c in said for t in c.subtree]
    inside = {t.i for t in extent} | {t.i for t in extent if t.is_punct}
    low, high = min([word.i, *(t.i for t in wanted)]), max([word.i, *(t.i for t in wanted)])
    doc = word.doc
    start, end = sentence.tokens.start, sentence.tokens.end
    marks = 2 if with_content else 1  # of a quotation that comes first, a comma and the closing mark stand between
    while high + 1 < end and any(
        high + n < end and high + n in inside and all(doc[high + m].is_punct for m in range(1, n))
        for n in range(1, marks + 2)
    ):
        high += 1
    while low - 1 >= start and any(
        low - n >= start and low - n in inside and all(doc[low - m].is_punct for m in range(1, n))
        for n in range(1, marks + 2)
    ):
        low -= 1
    return _trimmed(low, high, sentence)


def _trimmed(low: int, high: int, sentence: Sentence) -> Span:
    doc = sentence.tokens.doc
    while low < high and (doc[low].is_punct or doc[low].is_space or doc[low].dep_ in {"cc", "mark"}):
        low += 1
    while high > low and (doc[high].is_punct or doc[high].is_space):
        high -= 1
    return sentence.span_of(doc[low], doc[high])


_RANK = {"to": 1, "into": 1, "for": 2, "of": 2, "from": 3}
_SEAT = 4  # where only the one who acts has his seat


def place_of(
    word: Token, sentence: Sentence, *, core: Sequence[Token | None] = (), is_taken: bool = False
) -> Span | None:
    """The place that the clause itself gives: "in Lima", "to Peru", else the place that it befalls ("hit Cebu"). Of what
    `is_taken` as a measure, none of that for the sake of which it is ("after the blast in Lima")."""
    extent = extent_of(word, core=[n for t in core if t is not None for n in t.subtree])
    ranked: list[tuple[int, bool, int, Span]] = []
    for mention in mentions_of(sentence.article).inside(sentence.span):
        tokens = [t for t in extent if mention.span.start <= sentence.base + t.idx < mention.span.end]
        if is_taken and is_of_occasion(mention, sentence, word.i):
            continue
        if mention.kind is EntityKind.PLACE and tokens:
            head = next((t for t in tokens if t.head not in tokens), tokens[-1])
            rank = _place_rank(head, is_country=is_country(mention))
            if rank is not None and is_seat(mention, sentence):
                rank = _SEAT
            if rank is not None and not _is_beside(mention, word, sentence, is_taken=is_taken):
                ranked.append((rank, is_country(mention), abs(head.i - word.i), mention.span))
    return min(ranked)[3] if ranked else None


def _is_beside(mention: Mention, word: Token, sentence: Sentence, *, is_taken: bool) -> bool:
    """ "Two brigades from X", "the express to X", "the worst fire in X", "according to the government in X", "two of whom died in
    X": what is no place of the deed."""
    part = next((part for part in parts_of_them(sentence) if part.overlaps(mention.span)), None)
    if part is not None and sentence.base + word.idx < part.start:
        return True
    preposition = preposition_of(mention, sentence)
    if preposition is None:
        return False
    noun = preposition.head
    is_whence = preposition.lower_ == "from" and noun.pos_ in {"NOUN", "PROPN"} and noun.dep_ in {"nsubj", "nsubjpass"}
    is_bound = preposition.lower_ in {"to", "for"} and noun.lemma_.lower() in words("en/places", "journeys", "words")
    is_hearing = noun.dep_ == "dobj" or noun.head.dep_ in {"xcomp", "ccomp"}
    is_of_whom = is_taken and is_hearing  # what people are told where they are holds there
    is_told = preposition.lower_ in within_words() and is_of_telling(preposition) and not is_of_whom
    return is_of_comparison(preposition) or is_whence or is_told or (is_bound and not is_taken)


def is_country(mention: Mention) -> bool:
    return country_named(mention.name) is not None


def _place_rank(head: Token, *, is_country: bool) -> int | None:
    """How surely the place is where it is: 0 for "in X", None for "with X", "X said", "X citizens"."""
    token = head
    for _ in range(4):
        if is_country and token.dep_ in {"compound", "nmod", "amod"} and not is_happening(token.head):
            return None
        if token.dep_ in {"compound", "nmod", "appos", "conj", "amod"} and token.head.pos_ in {"PROPN", "NOUN"}:
            token = token.head
        elif token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.pos_ in {"NOUN", "PROPN"}:
            outer = token.head.head
            if outer.dep_ == "pobj" and outer.head.lower_ in _words("locative") - {"of"}:
                return _RANK.get(outer.head.lower_, 0)
            return 2
        else:
            break
    if token.dep_ == "pobj":
        preposition = token.head.lower_
        if is_country and preposition == "from" and token.head.head.pos_ in {"NOUN", "PROPN"}:
            return None  # "teams from Turkey"
        return _RANK.get(preposition, 0) if preposition in _words("locative") else None
    if token.dep_ == "poss":
        return None if token.head.lower_ == "capital" else 2
    is_undergoing = token.dep_ in {"nsubjpass", "dobj"} or (token.dep_ == "nsubj" and token.head.lemma_ in _BEING)
    return 2 if is_undergoing else None


_BEING = {"go", "come", "remain", "stay", "be", "see", "experience"}
"""What these say of a place holds in it: "Yola goes under curfew"."""


def times_of(word: Token, sentence: Sentence) -> list[TimeMention]:
    """The times that stand in the word's own clause, nearest first."""
    inside = {t.i for t in extent_of(word)} | {t.i for t in extent_of(verb_above(word))}
    found: list[tuple[int, TimeMention]] = []
    for time in sentence.times:
        tokens = sentence.tokens_in(sentence.span_at(time.start, time.end))
        if any(t.i in inside for t in tokens):
            found.append((min(abs(t.i - word.i) for t in tokens), time))
    return [time for _, time in sorted(found, key=lambda pair: (pair[0], pair[1].start))]


def is_quoted(token: Token) -> bool:
    """Whether the token stands in direct speech; a word or two in quotation marks are none."""
    return any(quotation.holds(token.i) for quotation in quotations_of(token.doc))
