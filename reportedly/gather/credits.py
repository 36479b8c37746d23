"""Credits and bylines: in goes a line or its end, out comes whether it only says who took, wrote or carried it.

`Photo: AP / Ana Ruiz`, `REUTERS/Ana Ruiz`, `By Ana Ruiz and Tom Weir`, `(Reporting by Ana Ruiz; editing by Tom
Weir)`. A grammar, not a list: names in capitals, an agency or a cue, a slash or a bar between them, and no finite
verb. A caption is no credit: `Photo: a bus burns in Lima. AP` is body up to `AP`.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise

from reportedly.gather.lines import Line, is_capital, tokens_of, words_of
from reportedly.lexicon import load
from reportedly.text.naming.words import given

LONGEST_CREDIT = 14  # words; the longest seen had 9

_JOINT = re.compile(r"\s*[/|]\s*")
_BRACKETED = re.compile(r"[(\[]\s*([^()\[\]]{2,120})[)\]][.\s]*$")
_AFTER_SENTENCE = re.compile(r"[.!?…][\"'”’»)\]]*\s+(?=\S)")
_LABEL = re.compile(
    r"\b(?P<label>[^\W\d_]+(?:[ -](?:by|credits?|source|courtesy(?:\s+of)?|copyright))?)\s*"
    r"(?P<mark>[:©–—/-]|(?<=by)\s|(?<=of)\s|(?<=courtesy)\s|(?<=credit)\s)\s*(?=\S)",
    re.IGNORECASE,
)
_LABEL_HEAD = re.compile(
    r"((?:[^\W\d_]+[ -]){0,3}?[^\W\d_]+)\s*(?:[:,©–—/]|\s-\s|(?<=by)\s|(?<= of)\s)\s*", re.IGNORECASE
)
_AGENCY_NEXT = re.compile(r"([^\W\d_]{3,12})\.?\s+(?=\S)")
_SUPPLIED = re.compile(r"(?P<label>[^\W\d_]+)\s+(?P<how>[^\W\d_]+)(?:\s+in)?\s+(?:by|from|of|to)\s+\S", re.IGNORECASE)
_COPYRIGHT = re.compile(r"(?:©|ⓒ|\(c\)|copyright\b)", re.IGNORECASE)
_BYLINE = re.compile(
    r"(?:(?:(?:words|texts?|story|stories|report|reports|written|reported|compiled|edited|posted|published|submitted|"
    r"translated|produced|analysis|photos?|pictures|video)\s+(?:and\s+\w+\s+)?)?by|from(?=\s+(?:our|staff)\b)|author|autor|auteur|autore|writer|reporter|"
    r"(?:responsible |duty |managing |executive )?editor(?: in charge| on duty|-in-charge)?(?=\s*:)|"
    r"(?:web |video |translation )?(?:proofreader|translator|producer|camera(?:man)?|layout)(?=\s*:))"
    r"(?P<mark>\s*:\s*|\s+)(?=\S)",
    re.IGNORECASE,
)
_KICKER = re.compile(
    r"^(?:EXCLUSIVE|SPECIAL REPORT|ANALYSIS|COMMENT|OPINION|REPORT|WORLD EXCLUSIVE|INTERVIEW)\b:?\s+(?=[Bb][Yy]\b)"
)
_DESKS = re.compile(
    r"\(?\s*(?:additional |with )*(?:reporting|writing|editing|edited|compiled|photos?)\b.{0,20}\bby\b", re.I
)
_SIGN_OFF = re.compile(
    r"\(?[A-Z][A-Za-z]{1,9}\)?(?:[\s/]+[a-z]{2,3}(?:[/.-][a-z]{2,4})+)\.?|[a-z]{2,4}(?:-[a-z]{2,4})?(?:/[a-z]{2,4}){1,4}|"
    r"[-–—#*\s(]*(?:30|ends?|ENDS?|the end)[-–—#*\s)]*",
)
_WITH = re.compile(r"\(?\s*(?:(?:[A-Z]\S*\s+){1,5})?[Ww](?:ith|ITH)\s+(?P<rest>.+?)[).\s]*$")
_ACRONYM = re.compile(r"[A-Z][A-Z-]{1,6}")
_NEVER_BEFORE_CREDIT = frozenset(
    [
        "by",
        "told",
        "to",
        "from",
        "the",
        "and",
        "with",
        "per",
        "via",
        "at",
        "of",
        "for",
        "in",
        "an",
        "a",
        "as",
        "cited",
        "citing",
        "on",
    ]
)


@cache
def _agencies() -> dict[tuple[str, ...], str]:
    """Agency by its words in lower case, aliases included."""
    table = load("en/furniture")["agencies"]
    return {
        tuple(token.casefold() for token in tokens_of(alias)): name
        for name, aliases in table.items()
        for alias in (name, *aliases)
    }


@cache
def _opening_words() -> frozenset[str]:
    return frozenset(words[0] for words in _agencies() if words)


def find_agencies(text: str) -> Iterator[tuple[str, int, int]]:
    """Agencies named in a text, the longest name first at each place: name, first and last token's index
    (half-open)."""
    written = tokens_of(text)
    folded = [token.casefold() for token in written]
    at = 0
    agencies, opening = _agencies(), _opening_words()
    while at < len(folded):
        if folded[at] not in opening:
            at += 1
            continue
        longest = min(5, len(folded) - at)
        size = next((n for n in range(longest, 0, -1) if tuple(folded[at : at + n]) in agencies), 0)
        if size and _is_written_as_name(written[at : at + size], _agencies()[tuple(folded[at : at + size])]):
            yield _agencies()[tuple(folded[at : at + size])], at, at + size
        at += size or 1


def _is_written_as_name(written: tuple[str, ...], name: str) -> bool:
    """Acronyms that are words as well (`ABI`, `MAP`) count only in capitals; `Reuters` as a name, `dpa` as it is."""
    if written == (name,):
        return True
    if len(written) == 1 and name.isupper() and len(name) <= 4:
        return written[0].isupper() or (written[0].istitle() and len(name) <= 2)
    return all(is_capital(token) or token.casefold() in words_of("particles") for token in written)


def agency_named(name: str) -> str | None:
    """The agency of exactly that name or alias, as a briefing shows it."""
    return _agencies().get(tuple(token.casefold() for token in tokens_of(name)))


def is_credit(text: str) -> bool:
    """Whether a whole stretch only credits: `Photo: AP / Ana Ruiz`, `AFP via Getty Images`, `Lima | Reuters`."""
    stripped = text.strip(" \t()[]").lstrip("-–— ")
    if not stripped or len(tokens_of(stripped)) > LONGEST_CREDIT or len(stripped) > 160:
        return False
    label = _label_end(stripped)
    if label is not None:
        rest = stripped[label:]
        return not rest.strip() or is_credit_content(rest) or _is_copyright(rest)
    return any(form(stripped) for form in (_is_copyright, _is_agency_credit, _is_supplied, _is_picture_credit))


def _is_picture_credit(text: str) -> bool:
    """`Xinhua fax photo`, `Umut Bekir/Manar Pictures`: names and a word for pictures at the end; one word may be any."""
    tokens = tokens_of(text)
    if not 2 <= len(tokens) <= 7 or text[-1:] in ".!?" or tokens[-1].casefold() not in words_of("labels"):
        return False
    small = words_of("credit") | words_of("particles") | words_of("labels")
    strange = [token for token in tokens[1:] if token[0].islower() and token.casefold() not in small]
    has_verb = any(token.casefold() in words_of("finite") for token in tokens)
    return is_capital(tokens[0]) and len(strange) <= 1 and not has_verb


def _is_supplied(text: str) -> bool:
    """`Picture sent in by a listener`, `Photo courtesy of the town hall`."""
    found = _SUPPLIED.match(text)
    is_cued = (
        found and found["label"].casefold() in words_of("labels") and found["how"].casefold() in words_of("supplied")
    )
    return bool(is_cued) and len(tokens_of(text)) <= 10 and text[-1:] not in ".!?"


def _label_end(text: str) -> int | None:
    """Where the content after a credit label begins: 7 in `Photo: AP`. None where there is no such label."""
    bare = text.rstrip(" :–—-").casefold().split()
    if bare and all(word in words_of("labels") | words_of("label_parts") for word in bare) and len(bare) <= 3:
        return len(text) if text.rstrip()[-1:] in ":–—-" or len(bare) == 1 else None
    found = _LABEL_HEAD.match(text) or _AGENCY_NEXT.match(text)
    if not found or (found.re is _AGENCY_NEXT and not _is_agency_credit(text[found.end() :])):
        return None
    parts = [part.casefold() for part in re.findall(r"[^\W\d_]+", found[1])]
    known = words_of("labels") | words_of("label_parts")
    is_label = all(part in known or agency_named(part) for part in parts) and any(
        part in words_of("labels") for part in parts
    )
    return found.end() if is_label else None


def _is_agency_credit(text: str) -> bool:
    return _is_only_agencies(text) or _is_joined_credit(text)


def is_credit_content(text: str) -> bool:
    """Whether it holds nothing but names, agencies and credit words: `AP / Ana Ruiz`, `handout via police`."""
    words = [token for token in tokens_of(text) if not token.isdigit()]
    if not words or len(words) > LONGEST_CREDIT:
        return False
    small = words_of("particles") | words_of("credit")
    has_verb = any(word.casefold() in words_of("finite") for word in words[1:-1])  # the last may be a name: Radio Tell
    return not has_verb and all(is_capital(word) or word.casefold() in small or agency_named(word) for word in words)


def _is_copyright(text: str) -> bool:
    found = _COPYRIGHT.match(text)
    return bool(found) and is_credit_content(text[found.end() :] if found else "")


def _is_joined_credit(text: str) -> bool:
    """`EPA-EFE/INTERIOR MINISTRY HANDOUT`, `Ana Ruiz/AFP`, `Lima | Reuters Yonhap News`."""
    parts = [part for part in _JOINT.split(text) if part.strip()]
    if len(parts) < 2 or not is_credit_content(text):
        return False
    ends = (parts[0], parts[-1])
    return any(_is_only_agencies(part) for part in ends) or is_supplied_word(parts[-1])


def _is_only_agencies(text: str) -> bool:
    """`Reuters`, `AFP via Getty Images`, `Reuters file photo`, but not `Reuters Building`."""
    tokens = tokens_of(text)
    agencies = list(find_agencies(text))
    covered = {at for _, start, end in agencies for at in range(start, end)}
    return bool(agencies) and all(at in covered or _is_credit_word(token) for at, token in enumerate(tokens))


def is_supplied_word(text: str) -> bool:
    """`Private`, `Archive`: what stands for a photographer under a caption."""
    tokens = tokens_of(text)
    return any(not token.isdigit() for token in tokens) and all(_is_credit_word(token) for token in tokens)


def _is_credit_word(token: str) -> bool:
    return token.casefold() in words_of("credit") | words_of("particles") or token.isdigit()


def credit_start(line: Line) -> int | None:
    """Where the credit at the end of a caption begins, as an index into the line's text; None where there is none."""
    return _credit_start(line.text, line.index == 0)


@lru_cache(maxsize=1024)
def _credit_start(text: str, is_first: bool) -> int | None:
    tail_from = max(0, len(text) - 160)
    bracketed = _BRACKETED.search(text, tail_from)
    if bracketed and (is_credit(bracketed[1]) or is_desk_credit(bracketed[1])):
        if _AFTER_SENTENCE.search(text[: bracketed.start()].rstrip() + " x", max(0, bracketed.start() - 4)):
            return bracketed.start()
        is_marked = _label_end(bracketed[1]) is not None or "/" in bracketed[1] or _is_picture_credit(bracketed[1])
        if is_marked:
            return bracketed.start()
    for at in sorted({found.end() for found in _AFTER_SENTENCE.finditer(text, tail_from)}):
        if is_credit(text[at:]) and not _opens_quote(text[at:]):
            return at
    return None if is_first else _inner_credit_start(text, tail_from)


def _opens_quote(text: str) -> bool:
    return text[:1] in "\"'“‘«"


def _inner_credit_start(text: str, tail_from: int) -> int | None:
    """`A bus burns in Lima Photo: AP`, `A bus burns in Lima / AFP`: no sentence end before the credit."""
    for found in list(_LABEL.finditer(text, tail_from))[-6:]:
        first, _, second = found["label"].partition(" ")  # "on Tuesday Credit: ..." is "Credit: ..."
        start = found.start() + (len(first) + 1 if second and first.casefold() not in words_of("labels") else 0)
        before = text[:start].rstrip()
        is_labelled = text[start].isupper() and _label_end(text[start:]) is not None
        if before and before[-1:] not in "(/" and is_labelled and is_credit(text[start:]):
            return start
    for found in list(re.finditer(r"\s(?P<mark>[/|©]\s*)(?=\S)", text[tail_from:]))[-3:]:
        start = tail_from + found.start() + 1
        if _is_only_agencies(text[tail_from + found.end() :]):
            return start
    return _slashed_agency_start(text, tail_from)


def _slashed_agency_start(text: str, tail_from: int) -> int | None:
    """`Children queue for water in Lima REUTERS/Ana Ruiz`."""
    words = list(re.finditer(r"\S+", text[tail_from:]))
    for before, found in pairwise(words):
        head = found[0].split("/")[0]
        if "/" not in found[0] or agency_named(head) is None or before[0].casefold() in _NEVER_BEFORE_CREDIT:
            continue
        if text[-1:] != "." and is_credit(text[tail_from + found.start() :]):
            return tail_from + found.start()
    return None


def is_byline(line: Line) -> bool:
    """`By Ana Ruiz and Tom Weir`, `By the Africa desk`, `Posted by admin on 3 May`, `Tom Weir, staff writer`."""
    found = _BYLINE.match(_KICKER.sub("", line.content))
    if found and found.string is not line.content and not line.index:
        return False
    if found:
        names = found.string[found.end() :]
        is_marked = ":" in found["mark"]
        alone = _WITH_OTHERS.sub("", names)
        return _is_names(names, line, is_marked=is_marked) or (
            alone != names and _is_names(alone, line, is_marked=is_marked)
        )
    return _is_from_place(line) or _is_name_and_role(line)


_PLACE = r"[A-Z]\S*(?:\s+[A-Z]\S*){0,2}"
_NAME_IN_PLACE = rf"[A-Z]\S+(?:\s+\S+){{1,3}}?,?\s+in\s+{_PLACE}"
_FROM_PLACE = re.compile(rf"[Ff]rom\s+{_NAME_IN_PLACE}$")
_NAMES_IN_PLACES = re.compile(rf"{_NAME_IN_PLACE}(?:(?:,|,?\s+and)\s+{_NAME_IN_PLACE})+$")


def _any(name: str) -> str:
    return "|".join(sorted(words_of(name)))


_TOLD_BY = re.compile(
    rf"(?P<name>[A-Z]\S+(?:\s+[A-Z]\S+){{1,3}})\s+(?:{_any('filed')})\s+this\s+(?:{_any('filings')})\b"
)
_WITH_OTHERS = re.compile(
    rf",?\s+(?:(?:and|with|&)\s+)?(?:(?:(?:additional|further)\s+)?(?:{_any('material')})\s+(?:from|by|of)\s+\S.*"
    rf"|(?:{_any('wires')})(?:\s+(?:{_any('services')}))?)\.?$"
)


def _is_from_place(line: Line) -> bool:
    """`From Ana Ruiz in Vik`, `Ana Ruiz in Vik and Tom Weir in Nord`, `Ana Ruiz reported this story on Thursday`.

    One of the words must be a given name: `From Death Row in Texas` is a headline.
    """
    if not line.index or len(line.tokens) > LONGEST_CREDIT or line.text[-1:] in ".!?":
        return False
    if told := _TOLD_BY.match(line.content):
        return is_credit_content(told["name"])
    if given().isdisjoint(line.tokens):
        return False
    is_of_form = _FROM_PLACE.match(line.content) or _NAMES_IN_PLACES.match(line.content)
    return bool(is_of_form) and is_credit_content(line.content.removeprefix("From ").replace(" in ", " of "))


def _is_names(text: str, line: Line, *, is_marked: bool) -> bool:
    tokens = tokens_of(text)
    if not tokens or len(tokens) > 18 or (line.ends_sentence and len(tokens) > 8):
        return False
    small = words_of("particles") | words_of("roles")
    calendar = words_of("months") | words_of("weekdays") | words_of("clock")
    dates = calendar | words_of("stamp_small") | words_of("stamp_cues")
    folded = [token.casefold() for token in tokens]
    verbs = words_of("finite") - words_of("months")  # "march"
    if any(token in verbs for token in folded) or (folded[0] in calendar and not is_marked):
        return False
    if any(token.isdigit() for token in tokens) and (line.index == 0 or not any(token in dates for token in folded)):
        return False
    is_desk = any(token in words_of("roles") | {"wire", "wires"} for token in folded)
    if folded[0] in ("the", "our", "a", "an", "of") and not is_desk:
        return False
    has_name = is_capital(tokens[0]) or folded[0] in words_of("roles") | {"the", "our", "a", "an"}
    known = small | dates | words_of("desks") | words_of("credit") | {"our"}
    if is_marked and has_name and len(tokens) <= 6 and not line.ends_sentence:
        return True  # "Author: M. Dz. / Nordski glas": nothing but names stands behind such a label
    return has_name and all(is_capital(token) or token.casefold() in known or token.isdigit() for token in tokens)


def _is_name_and_role(line: Line) -> bool:
    """`Tom Weir, staff writer`, `Tom Weir | Defence correspondent`: a name, a comma or bar, and a role."""
    if _is_only_role(line):
        return True
    parts = re.split(r"\s*[,|•·–—-]\s+", line.content, maxsplit=1)
    if len(parts) != 2 or line.ends_sentence or not line.index or not 2 <= len(tokens_of(parts[0])) <= 5:
        return False
    role = [token.casefold() for token in tokens_of(parts[1])]
    roles = words_of("roles") - {"special", "online", "digital", "service", "news", "agency", "agencies", "contributor"}
    is_role = (
        len(role) <= 6
        and any(token in roles for token in role)
        and not any(token in words_of("finite") for token in role)
    )
    return is_role and is_credit_content(parts[0])


def _is_only_role(line: Line) -> bool:
    """`Our Special Correspondent`, `Channel 6 newsroom`: names at most, and a desk at the end."""
    folded = [token.casefold() for token in line.tokens]
    desks = words_of("roles") - {"special", "online", "digital", "service", "news", "agency", "agencies", "admin"}
    if not line.index or not 2 <= len(folded) <= 6 or folded[-1] not in desks or line.ends_sentence:
        return False
    return is_credit_content(" ".join(line.tokens[:-1])) and not any(token in words_of("finite") for token in folded)


def is_desk_credit(text: str) -> bool:
    """`Reporting by Ana Ruiz; editing by Tom Weir`, `With IOW`, `Source: AFP`, `nv/pl/mb`, `-ENDS-`."""
    if len(tokens_of(text)) > 60:
        return False
    return (
        bool(_DESKS.match(text) or _SIGN_OFF.fullmatch(text.strip()))
        or _is_with(text)
        or _is_source(text)
        or _is_in_brackets(text)
    )


def _is_in_brackets(text: str) -> bool:
    """`(PAP, own elaboration)`: an agency and a word or two in brackets."""
    found = re.fullmatch(r"[(\[]([^()]{2,60})[)\]]\.?", text.strip())
    return bool(found) and found is not None and any(find_agencies(found[1])) and len(tokens_of(found[1])) <= 6


def _is_with(text: str) -> bool:
    """`With AFP`, `(with inputs from agencies)`, `With IOW and local media`."""
    found = _WITH.match(text)
    if not found or len(tokens_of(found["rest"])) > 8:
        return False
    kinds = words_of("credit") | words_of("particles") | words_of("contributions")
    agencies = {at for _, start, end in find_agencies(found["rest"]) for at in range(start, end)}
    tokens = tokens_of(found["rest"])
    known = [
        at in agencies or bool(_ACRONYM.fullmatch(token)) or token.casefold() in ("agencies", "wires")
        for at, token in enumerate(tokens)
    ]
    return any(known) and all(
        is_known or token.casefold() in kinds for is_known, token in zip(known, tokens, strict=True)
    )


def _is_source(text: str) -> bool:
    """`Source: AFP`, `Sources: Ministry of Health, WHO`, `Via Reuters`; not `Source of the leak found`."""
    found = re.match(r"\(?\s*(?P<cue>[^\W\d_]+)\s*(?P<mark>[:–—]|\s-\s|\s)\s*(?P<rest>.*)$", text, re.DOTALL)
    if not found or found["cue"].casefold() not in words_of("sources"):
        return False
    rest = found["rest"].rstrip(" ).")
    if found["mark"].isspace():
        return _is_only_agencies(rest) if rest else False
    return is_credit_content(rest) or re.fullmatch(r"(?:https?://)?[\w.-]+\.\w{2,}\S*", rest) is not None
