"""The frames in which a number stands that do not themselves say what is counted.

"five in one town, three in the next", "the real figure is 28", "up from 13", "three of them children", "two were
Australians": each takes up what the text has just counted. In: a number and its sentence. Out: the frame, or None where
the number takes up nothing.
"""

import re
from functools import cache
from typing import NamedTuple

from reportedly.lexicon import load
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


@cache
def _table() -> dict[str, list[str]]:
    table: dict[str, list[str]] = load("en/metrics")["frames"]
    return table


def frame_of(counted: Counted, sentence: Sentence, *, subset: bool, same_sentence: bool) -> Frame | None:
    """The frame of a number that does not say itself what it counts."""
    if subset:
        return Frame(True, counted.noun)
    if counted.noun is not None:
        return _value_of_whom(counted) or (_listed(counted, sentence) if same_sentence else None)
    return (
        of_a_place(counted, sentence)
        or _who_they_are(counted)
        or _value_again(counted, sentence)
        or (_from_before(counted, sentence) if same_sentence else None)
    )


def of_a_place(counted: Counted, sentence: Sentence) -> Frame | None:
    """ "five in Daka", "three on the island": a bare number and a place."""
    ahead = sentence.text[counted.quantity.end :]
    found = re.match(
        r"\s+(?:more\s+|others?\s+)?(?:in|on|at|near|from)\s+(?:the\s+|that\s+of\s+)?(?=[A-Z])|\s+(?:in|on)\s+the\s+\w+",
        ahead,
    )
    if found is None:
        return None
    start = sentence.span_at(counted.quantity.end, counted.quantity.end).start
    near = mentions_of(sentence.article).inside(sentence.span_at(counted.quantity.end, counted.quantity.end + 48))
    is_next = any(m.kind is EntityKind.PLACE and m.span.start - start <= found.end() + 22 for m in near)
    return Frame(True) if is_next else None


def _value_of_whom(counted: Counted) -> Frame | None:
    """ "raised its count to 34 civilians": the count says what, the noun whom."""
    noun = counted.noun
    if noun is None or noun.dep_ not in {"pobj", "dobj", "attr"}:
        return None
    return Frame(False, noun) if _counts(verb_above(noun)) else None


def _listed(counted: Counted, sentence: Sentence) -> Frame | None:
    """ "freed 74 hostages: 50 male students, 23 female students": a list behind a colon or dash parts the count."""
    before = sentence.text[: counted.quantity.start]
    found = re.search(r"(?::|\s[-–—(]|\bnamely)\s*((?:[\w-]+\s+){0,4}[\w-]+(?:,\s*|\s+and\s+))*$", before[-90:])
    return Frame(True, counted.noun) if found is not None else None


def _who_they_are(counted: Counted) -> Frame | None:
    """ "two were just kids", "three are Australians"."""
    number = counted.number
    if number.dep_ not in {"nsubj", "nsubjpass"} or number.head.lemma_ != "be":
        return None
    who = next((c for c in number.head.children if c.dep_ == "attr" and c.i > number.i), None)
    return Frame(True, who) if who is not None and who.tag_ in {"NNS", "NNPS", "NN"} and who.pos_ != "NUM" else None


def _value_again(counted: Counted, sentence: Sentence) -> Frame | None:
    """ "the right number is 28", "police saw about 8,000", "acknowledged 17", "stands by its 41", "is still at 29"."""
    behind = sentence.text[: counted.quantity.start].lower()
    ahead = sentence.text[counted.quantity.end :].lower()
    if _units_ahead(ahead):
        return None
    before = re.search(rf"(?:^|\W)(?:{'|'.join(map(re.escape, _table()['before']))})\W*$", behind)
    after = re.match(rf"\W*(?:{'|'.join(map(re.escape, _table()['after']))})(?:\W|$)", ahead)
    verb = verb_above(counted.number)
    is_value = counted.number.dep_ in {"dobj", "attr", "pobj", "acomp"} and _counts(verb)
    return Frame(False) if before or after or is_value else None


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


def is_subset(counted: Counted, sentence: Sentence) -> bool:
    """ "including 12 children", "among them two officers", "three of them women", "two of the injured"."""
    behind = sentence.text[: counted.quantity.start].lower().rstrip(" ,:(\"'")
    ahead = sentence.text[counted.quantity.end :].lower()
    table = _table()
    opens = sentence.text[:40].lower().startswith(("among ", "amongst ", "between them"))
    return (
        any(behind.endswith(cue) for cue in table["subset_before"])
        or re.search(r"\bincluding\b[^.;]{0,60}(?:,| and)$", behind) is not None
        or any(ahead.startswith(f" {cue}") for cue in table["subset_after"])
        or re.match(r"(?: [\w-]+){1,3},? among (?:them|the dead|the victims)\b| [\w-]+(?: [\w-]+)? included\b", ahead)
        is not None
        or (opens and re.search(r"\b(?:are|were|was|is)\b[^.;]{0,60}$", behind) is not None)
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
    return (is_elliptic and not is_whole) or any(t.lower_ in _GOING_ON for t in near)
