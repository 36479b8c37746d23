"""The frames in which a number stands that do not themselves say what is counted.

"five in one town, three in the next", "the real figure is 28", "up from 13", "three of them children", "two were
Australians": each takes up what the text has just counted. In: a number and its sentence. Out: the frame, or None where
the number takes up nothing.
"""

import re
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from reportedly.lexicon import load, words
from reportedly.model import EntityKind
from reportedly.text.grammar import verb_above
from reportedly.text.names import mentions_of
from reportedly.text.numbers import Quantity
from reportedly.text.sentences import Sentence, Token


class Counted(NamedTuple):
    """A number, the token that stands for it, and the noun that it counts, if any."""

    quantity: Quantity
    number: Token
    noun: Token | None


class Frame(NamedTuple):
    """`who` is the noun that names the counted anew; `is_part` where only a part of the topic is counted."""

    is_part: bool
    who: Token | None = None
    is_denied: bool = False


@cache
def _table() -> dict[str, list[str]]:
    table: dict[str, list[str]] = load("en/metrics")["frames"]
    return table


def frame_of(counted: Counted, sentence: Sentence, *, subset: bool, last: Counted | None) -> Frame | None:
    """The frame of a number that does not say itself what it counts; `last` is the count before it in the sentence."""
    if subset:
        return Frame(True, counted.noun)
    if counted.noun is not None and counted.noun.lower_ == "names":
        return Frame(False) if _is_on_a_list(counted.noun) else None
    if counted.noun is not None:
        return (
            _value_of_whom(counted)
            or _people_told(counted, sentence)
            or (_listed_frame(counted, sentence) if last is not None else None)
        )
    return (
        (_instead(counted, sentence) if last is not None else None)
        or of_a_place(counted, sentence, last)
        or _who_they_are(counted)
        or _value_again(counted, sentence)
        or _of_it(counted)
        or (Frame(True) if in_condition(counted) is not None else None)
        or (_from_before(counted, sentence) or _gapped(counted, sentence) if last is not None else None)
    )


_BUT_INSTEAD = re.compile(r"\bnot\s+(?:[a-z]+\s+){0,3}[\d,.]+\s+but\s+(?:rather\s+|only\s+)?$", re.IGNORECASE)
_INSTEAD = re.compile(r"\b(?:not|rather than|instead of)\s+(?:the\s+)?$", re.IGNORECASE)


def _instead(counted: Counted, sentence: Sentence) -> Frame | None:
    """ "fourteen died, not 40": the number that is denied."""
    start = counted.quantity.start
    if _BUT_INSTEAD.search(sentence.text, max(0, start - 40), start):
        return Frame(False)
    return Frame(False, is_denied=True) if _INSTEAD.search(sentence.text, max(0, start - 20), start) else None


_PLACED = re.compile(
    r"\s+(?:more\s+|others?\s+)?(?:in|on|at|near|from|under|inside|outside)\s+(?:the\s+|that\s+of\s+)?(\w+)"
)


def of_a_place(counted: Counted, sentence: Sentence, last: Counted | None = None) -> Frame | None:
    """ "five in Daka", "three on the island": a bare number and a place; a part where the count before has none."""
    found = _PLACED.match(sentence.text, counted.quantity.end)
    if found is not None and last is not None and _is_day(counted, sentence):
        return Frame(False) if is_fragment(counted) else None
    if found is None or not (
        _is_named_place(counted, sentence, found) or re.match(r"\s+(?:more\s+)?(?:in|on)\s+the\s", found.group())
    ):
        return None if found is None or last is None or not is_fragment(counted) else Frame(not _is_placed(last))
    return Frame(last is None or not _is_placed(last))


def _is_day(counted: Counted, sentence: Sentence) -> bool:
    """ "another 95 on Sunday": a day, no place."""
    end = counted.quantity.end
    return any(0 <= time.start - end <= 14 for time in sentence.times)


def _is_named_place(counted: Counted, sentence: Sentence, found: re.Match[str]) -> bool:
    end = counted.quantity.end
    start = sentence.span_at(end, end).start
    near = mentions_of(sentence.article).inside(sentence.span_at(end, min(end + 48, len(sentence.text))))
    return any(m.kind is EntityKind.PLACE and m.span.start - start <= len(found.group()) + 22 for m in near)


_FRAGMENT = {"appos", "npadvmod", "dep", "conj", "nummod", "parataxis", "punct", "prep", "quantmod"}


def is_fragment(counted: Counted) -> bool:
    """Whether the number has no verb of its own, as in "two under the bridge"."""
    return counted.number.dep_ in _FRAGMENT or (counted.number.dep_ == "ROOT" and counted.number.pos_ == "NUM")


def _is_placed(last: Counted) -> bool:
    """ "three people in the suburbs (, two in the port)": the count before has a place itself, and so holds no other."""
    token = last.noun if last.noun is not None else last.number
    holders = (token, last.number, verb_above(token))
    for child in (c for holder in holders for c in holder.children):
        if child.dep_ == "prep" and child.lower_ in {"in", "on", "at", "near", "under", "inside"} and child.i > token.i:
            inner = [c for c in child.children if c.dep_ == "pobj"]
            if any(c.lemma_.lower() not in _events() and c.ent_type_ not in {"DATE", "TIME"} for c in inner):
                return True
    return False


@cache
def _events() -> frozenset[str]:
    return frozenset(load("en/metrics")["helpers"]["happenings"])


_REMNANT = re.compile(
    r"(?:[;,:]|\b(?:and|but|while|whereas)\b)\s*(?:and\s+|but\s+|while\s+)?((?:[\w'’-]+\s*){1,6}?),?\s*(?:at\s+|of\s+|only\s+|with\s+|[-–—:]\s*)?$"
)
_CLAUSE_END = re.compile(r"\s*(?:$|[.;,)!?]|(?:and|but|while|at|in|on|according|more|so)\b)")


def _gapped(counted: Counted, sentence: Sentence) -> Frame | None:
    """ "the ministry counts nine dead, the governor fifty": whoever tells or suffers it, and the number, without a verb."""
    behind = sentence.text[max(0, counted.quantity.start - 60) : counted.quantity.start]
    found = _last_of(_REMNANT, behind)
    if found is None or not _CLAUSE_END.match(sentence.text, counted.quantity.end):
        return None
    start = counted.quantity.start - len(behind)
    tokens = sentence.tokens_in(sentence.span_at(start + found.start(1), start + found.end(1)))
    kinds = {t.pos_ for t in tokens}
    if kinds & {"VERB", "AUX", "NUM", "SCONJ"} or not kinds & {"NOUN", "PROPN", "ADJ"}:
        return None
    things = [t for t in tokens if t.tag_ == "NNS"] if tokens[0].lower_ in {"of", "for"} else []
    return Frame(False, things[-1] if things else None)


def _last_of(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """ "Armenia 12 and Turkey two": the remnant nearest the number."""
    found = pattern.search(text)
    while found is not None and (nearer := pattern.search(text, found.start() + 1)) is not None:
        found = nearer
    return found


_CONDITIONS = {
    "critical",
    "serious",
    "grave",
    "seriously",
    "critically",
    "gravely",
    "severely",
    "slightly",
    "lightly",
    "stable",
}


def in_condition(counted: Counted) -> Token | None:
    """ "eight are in a critical condition", "three seriously": the word that says how some of those fare who were counted."""
    number, noun = counted.number, counted.noun
    doc, end = number.doc, number.sent.end
    if number.i + 1 < end and doc[number.i + 1].lower_ in _CONDITIONS and doc[number.i + 1].pos_ != "NOUN":
        return doc[number.i + 1]
    subject = number if number.dep_ in {"nsubj", "nsubjpass"} else noun
    if number.dep_ == "pobj" and number.head.lower_ == "of" and number.head.head.lemma_ in {"condition", "state"}:
        subject = number.head.head  # "the condition of four being serious"
    if subject is None or subject.dep_ not in {"nsubj", "nsubjpass"}:
        return None
    if subject.head.lemma_ not in words("en/metrics", "helpers", "faring"):
        return None
    start = max(number.i, subject.i) + 1
    return next((t for t in doc[start : min(start + 6, end)] if t.lower_ in _CONDITIONS), None)


def _people_told(counted: Counted, sentence: Sentence) -> Frame | None:
    """ "the agency counted 3,200 persons": no more is said of them than how many they are."""
    noun = counted.noun
    if noun is None or noun.lower_ not in {"people", "persons"} or noun.dep_ not in {"dobj", "pobj"}:
        return None
    ahead = sentence.text[max(counted.quantity.end, noun.idx + len(noun) - sentence.tokens[0].idx) :]
    verb = verb_above(noun)
    is_told = verb.lemma_ in {"count", "register", "list", "record", "speak", "estimate"} and _CLAUSE_END.match(ahead)
    return Frame(False) if is_told else None


def _is_on_a_list(names: Token) -> bool:
    """ "published a list with 26 names", "the list has 21 names"."""
    near = names.doc[max(names.sent.start, names.i - 16) : names.i]
    return any(t.lower_ in {"list", "lists", "register", "roll"} for t in near)


def _value_of_whom(counted: Counted) -> Frame | None:
    """ "raised its count to 34 civilians": the count says what, the noun whom."""
    noun = counted.noun
    if noun is None or noun.dep_ not in {"pobj", "dobj", "attr"}:
        return None
    if any(t.dep_ == "prep" and t.lower_ in {"as", "after", "since", "with", "during"} for t in _above(noun)):
        return None
    return Frame(False, noun) if _counts(verb_above(noun)) else None


def _above(noun: Token) -> list[Token]:
    """What stands between a noun and its verb."""
    found = []
    while noun.head.i != noun.i and noun.head.pos_ not in {"VERB", "AUX"}:
        noun = noun.head
        found.append(noun)
    return found


_LIST = re.compile(
    r"(?::|\s[-–—(]|\b(?:namely|comprising|consisting of))\s*((?:[\w-]+\s+){0,4}[\w-]+(?:,\s*|\s+and\s+))*$"
)


def is_listed(counted: Counted, sentence: Sentence) -> bool:
    """ "freed 74 hostages: 50 male students, 23 female students": a list behind a colon or dash parts the count."""
    start = counted.quantity.start
    return _LIST.search(sentence.text[max(0, start - 90) : start]) is not None


def _listed_frame(counted: Counted, sentence: Sentence) -> Frame | None:
    return Frame(True, counted.noun) if is_listed(counted, sentence) else None


def is_named_as_part(counted: Counted, sentence: Sentence, *, next_to: bool = False) -> bool:
    """ "including 12", "among them four": the words before it (`next_to` it) make it a part."""
    start = counted.quantity.start
    return _subsets()[0].search(sentence.text.lower(), max(0, start - (16 if next_to else 90)), start) is not None


def _who_they_are(counted: Counted) -> Frame | None:
    """ "two were just kids", "three are Australians"."""
    number = counted.number
    if number.dep_ not in {"nsubj", "nsubjpass"} or number.head.lemma_ != "be":
        return None
    who = next((c for c in number.head.children if c.dep_ == "attr" and c.i > number.i), None)
    return Frame(True, who) if who is not None and who.tag_ in {"NNS", "NNPS", "NN"} and who.pos_ != "NUM" else None


def _value_again(counted: Counted, sentence: Sentence) -> Frame | None:
    """ "the right number is 28", "police saw about 8,000", "acknowledged 17", "stands by its 41", "is still at 29"."""
    behind = sentence.text[: counted.quantity.start].lower().replace("’", "'")
    ahead = sentence.text[counted.quantity.end :].lower()
    if _units_ahead(ahead) or _is_aboard(ahead):
        return None
    before = re.search(rf"(?:^|\W)(?:{'|'.join(map(re.escape, _table()['before']))})\W*$", behind)
    after = re.match(rf"\W*(?:{'|'.join(map(re.escape, _table()['after']))})(?:\W|$)", ahead)
    verb = verb_above(counted.number)
    is_object = counted.number.dep_ in {"dobj", "attr", "pobj", "acomp", "oprd"}
    is_value = is_object and (_counts(verb) or _is_told(counted.number, verb, ahead))
    return Frame(False) if before or after or is_value else None


_ABOARD = re.compile(r"\s+(?:people\s+|men\s+)?(?:in|on|aboard|inside)\s+(?:that|the|this|our|board)\s*([a-z]*)")


def _is_aboard(ahead: str) -> bool:
    """ "There were fifty in that boat": how many it held, and no count of the saved."""
    found = _ABOARD.match(ahead)
    return found is not None and (
        found.group(1) in load("en/metrics")["helpers"]["holding"] or "board" in found.group()
    )


def _of_it(counted: Counted) -> Frame | None:
    """ "it might mount as high as 10,000", "this later rose to 44", "the official count of 191": the count just told."""
    token = counted.number
    above = token.head.head
    if token.dep_ == "pobj" and token.head.lower_ == "of" and above.pos_ == "NOUN":
        return Frame(False) if above.lemma_.lower() in _table()["counts"] else None
    leading = set[str]()
    while token.dep_ in {"pobj", "prep", "advmod", "npadvmod", "dobj", "nummod", "quantmod"} and token.head.i < token.i:
        leading |= {token.lower_} if token.dep_ == "prep" else set()
        token = token.head
    if not leading <= {"to", "as", "up", "over", "above", "past", "by"} | (
        {"at"} if token.lemma_ == "stand" else set()
    ):
        return None
    subject = next((c for c in token.children if c.dep_ in {"nsubj", "nsubjpass"} and c.i < token.i), None)
    is_moved = token.pos_ == "VERB" and token.lemma_.lower() in _table()["moved"]
    return (
        Frame(False) if is_moved and subject is not None and subject.lower_ in {"it", "this", "that", "which"} else None
    )


_OF_WHAT = {"of", "to", "at", "about", "on", "with", "up", "over"}


def _is_told(number: Token, verb: Token, ahead: str) -> bool:
    """ "the generals admit to six", "he put it at 14": somebody tells the number, and nothing else follows it."""
    if verb.lemma_.lower() not in _telling() or verb.i > number.i or not _CLAUSE_END.match(ahead):
        return False
    told = next((c for c in verb.children if c.dep_ == "dobj" and c.i < number.i and c.pos_ == "NOUN"), None)
    if told is not None and number.dep_ == "pobj" and told.lemma_.lower() not in _table()["counts"]:
        return False  # "had put the alert at three"
    prepositions = {t.lower_ for t in number.doc[verb.i + 1 : number.i] if t.dep_ == "prep"}
    return prepositions <= _OF_WHAT


@cache
def _telling() -> frozenset[str]:
    return frozenset(load("en/metrics")["helpers"]["telling"]) - {
        "be",
        "hold",
        "come",
        "get",
        "bring",
        "remain",
        "stay",
    }


def _units_ahead(ahead: str) -> bool:
    """A noun follows at once, which the parser did not see: then the number counts that."""
    return bool(
        re.match(
            r"\s+(?!and|or|by|on|in|at|as|from|to|after|since|so|the|a|an|with|while|when|for|more|people|persons|dead)[a-z]{3,}",
            ahead,
        )
    )


def _counts(verb: Token) -> bool:
    """Whether subject or object of the verb is a count: "the number", "its figure", "the balance"."""
    words = set(_table()["counts"])
    return any(c.lemma_.lower() in words for c in verb.children if c.dep_ in {"nsubj", "nsubjpass", "dobj", "attr"})


def _from_before(counted: Counted, sentence: Sentence) -> Frame | None:
    """ "to 38 from 41", "down from Friday's 96", "against 14 a day earlier"."""
    behind = sentence.text[: counted.quantity.start]
    days = r"(?:\w+day['’]s\s+|the\s+|(?:previous|earlier|initial|first|last|provisional)\s+)*"
    return Frame(False) if re.search(rf"\b(?:from|to|against|versus)\s+{days}$", behind, re.IGNORECASE) else None


def is_earlier(counted: Counted, sentence: Sentence) -> bool:
    """Whether the number is told as what was before: "from 13 to 18", "up from 13", "the day before it was 14"."""
    behind, ahead = sentence.text[: counted.quantity.start], sentence.text[counted.quantity.end :]
    days = r"(?:\w+day['’]s\s+|the\s+|an?\s+|(?:previous|earlier|initial|first|last|provisional|toll of|figure of|count of)\s+)*"
    from_before = re.search(rf"\bfrom\s+{days}$", behind, re.IGNORECASE) and counted.noun is None
    return bool(from_before) or bool(
        re.match(r"\W*(?:the (?:day|night|evening) before|a day earlier|previously)\b", ahead)
    )


_FEW = r"(?: [\w-]+){1,3}"
_AMONG = r"among(?:st)? (?:them|the dead|the victims|the injured|the wounded|those killed)\b"


_NUMBER = (
    r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    r"|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
)
_HURT = r"(?:dead|injured|wounded|hurt|killed|missing|deceased|victims|arrested|detained|detainees|casualties)"
_HOW = r"(?:seriously|critically|gravely|severely|slightly|lightly|badly)"
_ENDS = r"(?=\s*(?:[,.;)]|$))"


@cache
def _subsets() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What stands behind, ahead, or at the head of a sentence of subsets."""
    table = _table()
    before = "|".join(map(re.escape, table["subset_before"]))
    ahead = (
        rf" (?:{'|'.join(map(re.escape, table['subset_after']))})\b",
        rf" of (?:the|those|these) {_NUMBER}\b",  # "three of the five men"
        rf"{_FEW} {_AMONG}",  # "six nurses among them", but not "27 worshippers, among them nine women"
        rf"{_FEW}, {_AMONG}{_ENDS}",
        r"(?: [\w-]+){1,7} (?:is|are|was|were) among (?:the|them|those)\b",
        rf"{_FEW} among (?:the )?[\w-]+ {_HURT}\b",
        rf" (?:of them )?{_HOW}{_ENDS}",
        r" [\w-]+(?: [\w-]+)? included\b",
    )
    opening = rf"\s*[\"“'«‘]?(?:(?:among|amongst|between)\b|of (?:the|those|these) (?:[a-z-]+ )?{_HURT}\b)"
    return (
        re.compile(rf"\b(?:{before})(?:[ ,:(\"']*|\b[^.;:]{{0,60}}(?:,| and) *)(?:(?:also|at|are|were|there) *)*$"),
        re.compile("|".join(ahead)),
        re.compile(opening),
    )


def is_subset(counted: Counted, sentence: Sentence) -> bool:
    """ "including 12 children", "among them two officers", "three of them women", "two of the injured"."""
    before, after, opening = _subsets()
    text = sentence.text.lower()
    marked = before.search(text, max(0, counted.quantity.start - 90), counted.quantity.start)
    if (marked and not _is_closed(marked.start(), counted, sentence)) or after.match(text, counted.quantity.end):
        return True
    noun, number = counted.noun, counted.number
    is_taken_from = noun is not None and noun.dep_ == "pobj" and noun.head.head.i == number.i
    if noun is not None and is_taken_from and any(c.dep_ == "nummod" and c.i > number.i for c in noun.children):
        return True  # "three of the five men"
    if _INCLUDED.search(text, max(0, counted.quantity.start - 24), counted.quantity.start):
        return True
    verb = verb_above(counted.number)
    if verb.lemma_ in {"include", "comprise", "consist"} and verb.i < counted.number.i:
        return True
    opens = opening.match(text)
    is_behind = opens is not None and counted.quantity.start >= opens.end() and verb.lemma_ == "be"
    return is_behind and not _is_the_whole(counted, sentence)


def _is_closed(mark: int, counted: Counted, sentence: Sentence) -> bool:
    """ "23 workers, nine of them women, were burnt to death and 31 others hurt": the aside on the part is over."""
    between = sentence.tokens_in(sentence.span_at(mark, counted.quantity.start))
    if any(a.text in {",", ")"} and b.tag_ in _FINITE for a, b in pairwise(between)):
        return True
    noun = counted.noun  # "eleven hurt, nine of them women, and 31 others suffered burns"
    is_of_others = noun is not None and noun.lower_ in {"others", "more"} and noun.dep_ in {"nsubj", "nsubjpass"}
    return is_of_others and noun is not None and noun.head.i > noun.i and noun.head.tag_ in _FINITE | {"VBN"}


_FINITE = {"VBD", "VBZ", "VBP", "MD"}
_INCLUDED = re.compile(r"\binclud(?:e|es|ed) (?:also |at least )?$")


def _is_the_whole(counted: Counted, sentence: Sentence) -> bool:
    """ "Among the 62 dead are 14 foreigners": the number of whom the part is taken."""
    token = counted.noun if counted.noun is not None else counted.number
    while token.dep_ in {"nummod", "amod", "compound"} and token.head.i > token.i:
        token = token.head
    return token.dep_ == "pobj" and token.head.i <= sentence.tokens.start + 1 and token.head.dep_ == "prep"


_OF_THE_COUNTED = re.compile(
    r"\W*of (?:the|those|these|its|their|all) [^,;.]{1,60}, (?:at least |about |some |only )?$", re.IGNORECASE
)


def is_of_the_counted(counted: Counted, sentence: Sentence) -> bool:
    """ "Of the 41 people injured, 12 remained in hospital": the number behind the comma is a part of the first."""
    return _OF_THE_COUNTED.match(sentence.text[: counted.quantity.core]) is not None and any(
        q.end <= counted.quantity.start for q in sentence.quantities
    )


_GOING_ON = {"another", "other", "others", "further", "more", "remaining", "rest"}


def goes_on(counted: Counted, sentence: Sentence) -> bool:
    """Whether the number takes up those counted before: "two are still missing", "another six", "among them are 31"."""
    near = sentence.tokens_in(
        sentence.span_at(counted.quantity.start, min(counted.quantity.end + 14, len(sentence.text)))
    )
    is_elliptic = (
        counted.noun is None and counted.number.dep_ in {"nsubj", "nsubjpass"} and counted.quantity.amount.is_exact
    )
    behind = sentence.text[counted.quantity.end :].lower()
    is_whole = re.match(r"\s+(?:dead|killed|injured|wounded|hurt|missing)\b", behind) is not None
    goes = any(t.lower_ in _GOING_ON and not _is_of_a_bound(t) for t in near)
    return (is_elliptic and not is_whole) or goes


def _is_of_a_bound(word: Token) -> bool:
    """ "more than 3,000": at least so many, and no others."""
    return word.i + 1 < len(word.doc) and word.nbor().lower_ == "than"
