"""Site furniture, line by line: in goes a line, out comes why it is no article, or None.

`Reading time: 4 minutes`, `SHARE ON WHATSAPP | SHARE ON X`, `Home > World > Asia`, `© 2031 The Courant`. Each rule is
one function in RULES and says its reason; the words are in lexicon/en/furniture.toml. A line that quotes somebody or
reads as news is never furniture by its words alone: losing body is worse than keeping furniture.
"""

import re
from collections.abc import Callable
from functools import lru_cache

from reportedly.gather.compact_dates import spelled_out
from reportedly.gather.credits import is_byline, is_credit, is_credit_content, is_desk_credit
from reportedly.gather.lines import (
    PROSE_WORDS,
    Line,
    has_letters,
    is_capital,
    phrases_of,
    plain_of,
    tokens_of,
    words_of,
)

Rule = Callable[[Line], str | None]

LONGEST_CALL = 30  # words of a call to subscribe; cookie notices run to 40
LONGEST_NOTICE = 40
LONGEST_STAMP = 120  # characters

_CLOCK = re.compile(r"\b\d{1,2}[:.h]\d\d(?!\d)")
_NUMERIC_DATE = re.compile(r"\b(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[./-]\d{1,2}[./-]\d{1,2})")
_DAY = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)?\b(?![:.]\d)")
_YEAR = re.compile(r"\b(?:1[89]|2\d)\d\d\b")
_BARS = re.compile(r"\s*[|•·¦]\s*|\s{3,}|\t+")
_ALL_BRACKETS = re.compile(r"(?:\s*(?:\[[^\[\]]{2,}\]|\([^()]{2,}\)|【[^【】]{2,}】))+\s*")
_IN_BRACKETS = re.compile(r"[\[(【]([^\[\]()【】]{2,})[\])】]")
_TRANSCRIPT = re.compile(r"[-–—|:(]\s*(?:rush |full )?transcript\b", re.IGNORECASE)
_PARTS_OF_NAME = re.compile(r"\s+[-–—|]\s+|,\s+")
_CRUMB = re.compile(r"\s*[>»›→]\s*|\s+[/|]\s+")
_LONE_ADDRESS = re.compile(
    r"(?:[\w ]{0,20}:\s*)?(?:https?://|www\.)\S+|\S+@\S+\.\w{2,}|(?:[\w-]+\.)+(?:com|org|net|info)(?:/\S*)?", re.I
)
_HANDLES = re.compile(r"(?:(?:follow|tags?|via)\s*:?\s*)?(?:[@#]\w+[\s,;]*)+", re.IGNORECASE)
_RIGHTS = re.compile(r"(?:(?:copyright\s*)?[©ⓒ]|\(c\)\s|copyright\s*(?:©|\(c\)|\d{4}|:|by\b))", re.IGNORECASE)
_SITE_MARK = re.compile(
    r"(?:original\s+)?source(?:\s+(?:site|link|url|article|post|page))?\s*[:–-]?\s*\S*\d\S*", re.IGNORECASE
)
_DRILL = re.compile(
    r"[\W_]*(?:EXERCISE|DRILL|TEST MESSAGE)\b(?:[\W_]+|$)(?=(?:EXERCISE|DRILL|TEST|THIS|NOT|FOR|ONLY|ALL|[a-z]|$))|"
    r"[\W_]*(?i:exercise\s*[:–-]+\s*(?:this|all|not|for|fictional|invented)|"
    r"this is (?:only )?(?:a|an) (?:drill|exercise|test)\b|"
    r"[(\[]?invented for an? (?:exercise|drill|training)\b|"
    r"for (?:exercise|training) (?:purposes?|use)|(?:this|the) (?:article|text|story|report|message)s? (?:is|are|was) "
    r"(?:entirely |purely |wholly )?(?:invented|fictional|fictitious|made up))"
)
_WIRE_NOTE = re.compile(
    r"\(?\s*(?:ATTN|(?:Note to )?(?:Eds?|EDS?|Editors?|EDITORS?)(?:['’]? [Nn]ote)?)\s*[:.–—-]\s*\S|"
    r"\(\s*(?i:adds?|updates?|recasts?|corrects?|trims?|repeats?|incorporates|rewrites|releads?|new throughout)\b"
    r"[^()]{0,120}\)$|"
    r"(?:ADDS|UPDATES|RECASTS|CORRECTS|TRIMS|INCORPORATES|REWRITES|RELEADS)\b(?![^a-z]*$)|"
    r"[-–—\s(]*(?:more|MORE|to be continued|TO BE CONTINUED|no pick-?up|No pick-?up)[-–—\s.)]*$"
)
_SLUG = re.compile(
    r"(?:AM|PM|BC|BL)-+[A-Z][\w'’-]+.{0,80}$|[^.?!]{3,60}[,\s]\d(?:st|nd|rd|th)[\s-]?(?:Ld|LD|Lead|Writethru|Add|NightLd)\b.{0,30}$"
)
_DEGREES = re.compile(
    r"(?:[^\W\d_][\w .'-]{0,25}[\s,:]+)?[-–+]?\d{1,3}(?:[.,]\d)?\s?(?:°\s?[CF]?|º\s?[CF]?|[CF]|degrees)"
)
_REFERENCE = re.compile(
    r"(?:(?:press |media |news )?release|communiqu[ée]|statement|bulletin|circular|ref(?:erence)?)\s*"
    r"[.:]?\s*(?:no|nr|number|n°|№)[.:]?\s*[\w/.-]*\d[\w/.-]*",
    re.IGNORECASE,
)
_TELEPHONE = re.compile(r"\b(?:tel|telephone|phone|fax|mob|mobile)\b[.:\s]*[+(]?\d[\d\s()/+-]{4,}", re.IGNORECASE)
_CALL_AT_END = re.compile(
    r",\s+(?:just\s+)?(?:sign up|subscribe|register|log in|follow|download|click|join|become)\b(?!\s+\d)|"
    r"\breply with the word\b|\b(?:e-?mail|write to)\s+\S+@",
    re.IGNORECASE,
)
_ORDER = re.compile(
    r"(?:sign up|subscribe|register)\s+(?:to|for)\b|(?:enter|join)\s+(?:in\s+|to\s+)?(?:our|the|my)\s+(?:\w+\s+)?"
    r"(?:group|channel|community|list)\b",
    re.IGNORECASE,
)
_COMMENT_COUNT = re.compile(
    r"(?:comments?|discussion|replies|responses|reactions|opinions|postings)\s*[(\[:]\s*\d+\s*[)\]]?|"
    r"\d+\s+(?:comments?|replies|responses|reactions|opinions|postings)\b.{0,30}",
    re.IGNORECASE,
)
_COMMENT_HEAD = re.compile(r"[^\n]{1,60}?\bsays:(?:\s|$)")
_HANDLE_HEAD = re.compile(r"[\w.]+(?:[-_]\w+)+\d*:\s|[a-z_]+\d*:\s")
_COMMENT_TITLE = re.compile(r"# (?:thoughts?|comments?|responses?|repl(?:y|ies)|reactions?) (?:on|to|for|in)\b")


def drill(line: Line) -> str | None:
    """`EXERCISE: this article is invented.`"""
    return "drill marker" if len(line.tokens) <= 25 and _DRILL.match(line.text) else None


def separator(line: Line) -> str | None:
    """`* * *`"""
    return None if has_letters(line.text) else "separator"


def address(line: Line) -> str | None:
    """`https://example.org/feed`, `#quake #Lima`, `Follow @ministry`"""
    if _LONE_ADDRESS.fullmatch(line.content):
        return "lone address"
    return "handles" if _HANDLES.fullmatch(line.content) else None


def stamp(line: Line) -> str | None:
    """`Published: Wednesday 7 March 2029, 07:15`, `Updated 2 hours ago`, `4 min read`, `14:05 GMT`"""
    if (line.index and is_stamp(line.content)) or is_cued_stamp(line.content):
        return "time stamp"
    label, colon, rest = line.content.partition(": ")
    is_labelled = bool(colon) and len(tokens_of(label)) <= 3 and bool(_NUMERIC_DATE.search(rest)) and is_stamp(rest)
    return "time stamp" if is_labelled and line.index else None


def is_stamp(text: str) -> bool:
    """Whether it is made of dates and times only, and tells more than a bare `6 January`, which may head a section."""
    text = spelled_out(text)
    if not _has_only_stamp_words(text):
        return False
    folded = {token.casefold().rstrip(".") for token in tokens_of(text)}
    has_clock = bool(_CLOCK.search(text) or folded & {"ago", "am", "pm", "gmt", "utc"})
    return has_clock or is_cued_stamp(text) or bool(_NUMERIC_DATE.search(text)) or "ago" in folded


def is_cued_stamp(text: str) -> bool:
    """`Last updated: 3 May 2031`, `Reading time: 4 minutes`"""
    text = spelled_out(text)
    if not _has_only_stamp_words(text):
        return False
    return any(token.casefold().rstrip(".") in words_of("stamp_cues") for token in tokens_of(text))


def is_bare_date(text: str) -> bool:
    """`Thursday, 6 January 2031`: a time stamp at the head or foot of a page, a cross-heading elsewhere."""
    text = spelled_out(text)
    return _has_only_stamp_words(text) and bool(_YEAR.search(text))


@lru_cache(maxsize=4096)
def has_full_date(text: str) -> bool:
    """Whether day, month and year stand in it: `issued 14 November 1996`."""
    if len(text) > 2 * LONGEST_STAMP or not any(map(str.isdigit, text)):
        return False
    spelled = spelled_out(text)
    has_month = any(token.casefold().rstrip(".") in words_of("months") for token in tokens_of(spelled))
    has_day = bool(_DAY.search(spelled))
    return bool(_NUMERIC_DATE.search(spelled)) or (has_month and has_day and bool(_YEAR.search(spelled)))


def is_place_and_date(text: str) -> bool:
    """`LIMA, 14 August 2031`, `Tuesday, 12 August 2031 – Radio Misti`: a full date and names alone."""
    if len(text) > LONGEST_STAMP or not _YEAR.search(text):
        return False
    tokens = tokens_of(text)
    known = words_of("months") | words_of("weekdays")
    names = [token for token in tokens if not token.isdigit() and token.casefold().rstrip(".") not in known]
    has_date = any(token.casefold().rstrip(".") in words_of("months") for token in tokens)
    return has_date and 1 <= len(names) <= 5 and is_credit_content(" ".join(names)) and text[-1:] not in ".:?!"


def _has_only_stamp_words(text: str) -> bool:
    if len(text) > LONGEST_STAMP:
        return False
    tokens = [token.casefold().rstrip(".") for token in tokens_of(text)]
    if not 1 <= len(tokens) <= 16 or not any(token.isdigit() for token in tokens):
        return False
    known = (
        words_of("months") | words_of("weekdays") | words_of("clock") | words_of("stamp_cues") | words_of("stamp_small")
    )
    words = [token for token in tokens if not token.isdigit()]
    is_dated = bool(words) or bool(_NUMERIC_DATE.search(text) or _CLOCK.fullmatch(text.strip()))
    return is_dated and all(token in known for token in words)


def byline(line: Line) -> str | None:
    """`By Ana Ruiz and Tom Weir`"""
    return "byline" if line.is_short and is_byline(line) else None


def credit(line: Line) -> str | None:
    """`Photo: AP / Ana Ruiz`, `Legend:`, `REUTERS/Ana Ruiz`, `With AFP`, `nv/pl/mb`"""
    if not line.index or len(line.text) > 400:
        return None
    if is_desk_credit(line.content):
        return "agency credit"
    return "photo or agency credit" if is_credit(line.content) else None


def copyright_line(line: Line) -> str | None:
    """`© 2031 The Courant`, `Copyright: AFP`"""
    found = _RIGHTS.match(line.content)
    is_item = bool(found) and line.content.startswith("(c)") and line.is_prose and not _YEAR.search(line.content)
    is_right = bool(found) and not is_item and len(line.tokens) <= LONGEST_CALL and not line.is_reported
    return "copyright" if is_right else None


def wire_note(line: Line) -> str | None:
    """`(ATTN: ADDS governor in paras 4-6)`, `Eds: UPDATES with new toll`, `AM-Honduras-Crash, 4th Ld`, `(Recasts, adds quotes)`"""
    if len(line.tokens) > LONGEST_CALL:
        return None
    return "note of a wire" if _WIRE_NOTE.match(line.content) or _SLUG.match(line.content) else None


def weather(line: Line) -> str | None:
    """`29.9 C`, `Vik 14 °C`"""
    return "weather" if len(line.tokens) <= 5 and _DEGREES.fullmatch(line.content) else None


def leftover(line: Line) -> str | None:
    """`source site-72`, `Original source: feed-9`"""
    return "leftover of a scraper" if len(line.tokens) <= 5 and _SITE_MARK.fullmatch(line.content) else None


def whole(line: Line) -> str | None:
    """`Advertisement`, `Share this article`, `Continue reading`"""
    return "site furniture" if line.is_short and line.plain in phrases_of("lines", "whole") else None


def label(line: Line) -> str | None:
    """`Read also: Petrol pain at home`, `Tags: quake, Lima`, `MORE LIKE THIS | Floods in the south`"""
    if not line.index or len(line.tokens) > LONGEST_CALL or (line.is_prose and line.is_reported):
        return None
    head, mark, rest = _split_label(line.content)
    if not mark or plain_of(head) not in phrases_of("lines", "labels"):
        return None
    return "link or tag" if rest or mark else None


def _split_label(text: str) -> tuple[str, str, str]:
    found = re.match(r"(.{2,45}?)\s*([:|»>→]|\s[–—-]\s|$)\s*", text)
    return (found[1], found[2] or "$", text[found.end() :]) if found else (text, "", "")


def call(line: Line) -> str | None:
    """`Get the Courant in your inbox every morning: sign up here`, `We use cookies to improve our site.`"""
    if len(line.tokens) > LONGEST_NOTICE or line.is_reported or (line.index == 0 and not line.is_prose):
        return None
    plain = f"{line.plain} "
    if len(line.tokens) <= LONGEST_CALL and any(plain.startswith(f"{phrase} ") for phrase in _openings(plain)):
        return "site furniture"
    if any(f" {phrase} " in f" {plain}" for phrase in phrases_of("lines", "anywhere")):
        return "site notice"
    return "call to the reader" if _is_call(line) else None


def _openings(plain: str) -> list[str]:
    first = plain.split(" ", 1)[0]
    return [phrase for phrase in phrases_of("lines", "starts") if phrase.split(" ", 1)[0] == first]


def _is_call(line: Line) -> bool:
    """An order to the reader with a thing of the web in it: `Follow the Courant on Telegram`."""
    words = line.plain.split()
    if not words or len(words) > LONGEST_CALL or _quotes(line.text):
        return False
    if words[0] not in words_of("imperatives"):
        return bool(_CALL_AT_END.search(line.text)) and not line.is_prose
    return any(word in words_of("web") for word in words[1:]) or bool(_ORDER.match(line.content))


def _quotes(text: str) -> bool:
    return any(mark in text for mark in '“”«»"')


def bracketed(line: Line) -> str | None:
    """`[Scan the QR code to follow us]`, `(Editor in charge: Ana Ruiz)`, `[Font: Large Medium Small] [Print]`"""
    if not line.index or not _ALL_BRACKETS.fullmatch(line.content) or len(line.tokens) > 20:
        return None
    parts = [part for part in _IN_BRACKETS.findall(line.content) if part.strip()]
    if any(_quotes(part) or _is_elision(part) for part in parts):
        return None
    if line.content[0] in "[【" and not line.is_reported and not any(_ends_sentence(part) for part in parts):
        return "site furniture"
    alone = [Line(text=part.strip(), start=line.start, index=1, after_blank=False) for part in parts]
    is_known = all(
        any(rule(part) for rule in _PART_RULES) or is_translation_note(part) or _is_credit_phrase(part)
        for part in alone
    )
    return "site furniture" if is_known else None


def _is_elision(text: str) -> bool:
    """`[...]`, `[sic]`, `[applause]`: what a transcript or a quotation puts in brackets."""
    return len(tokens_of(text)) < 2 and not text[:1].isupper()


def _ends_sentence(text: str) -> bool:
    return text.rstrip()[-1:] in ".!?" and len(tokens_of(text)) > 4


def _is_credit_phrase(line: Line) -> bool:
    """`Archive of the consulate`"""
    words = [token.casefold() for token in line.tokens]
    is_led = bool(words) and words[0] in words_of("labels") | {"archive", "handout", "courtesy", "footage"}
    return is_led and len(words) <= 6 and not any(word in words_of("finite") for word in words)


def is_translation_note(line: Line) -> bool:
    """`Unofficial translation from the Spanish`, `Radio Nord, Vik - translated automatically from the Norwegian`"""
    if len(line.tokens) > 20 or line.is_reported:
        return False
    return any(f" {phrase} " in f" {line.plain} " for phrase in phrases_of("lines", "translated"))


def translation(line: Line) -> str | None:
    """`Translated by machine from the Czech`"""
    return "translator's note" if not line.is_prose and is_translation_note(line) else None


def stamped_credit(line: Line) -> str | None:
    """`2031-05-03 17:20 Source: The Courant Editor: Ana Ruiz`, `Monday, May 3, 2031 22:18 IST | AP | 3 min read`"""
    if not line.index or len(line.tokens) > 24 or line.ends_sentence or line.is_reported:
        return None
    if not (_CLOCK.search(line.content) and (_NUMERIC_DATE.search(line.content) or _YEAR.search(line.content))):
        return None
    known = words_of("months") | words_of("weekdays") | words_of("clock") | words_of("stamp_cues")
    known = known | words_of("stamp_small") | words_of("roles") | words_of("sources") | words_of("labels")
    rest = [token for token in line.tokens if not token.isdigit() and token.casefold().rstrip(".") not in known]
    is_cued = line.tokens[0].casefold() in words_of("stamp_cues") and len(rest) <= 5
    is_names = len(rest) <= 8 and is_credit_content(" ".join(rest))
    return "time stamp" if not rest or is_names or (is_cued and is_capital(rest[0])) else None


def desk_of_outlet(line: Line) -> str | None:
    """`Radio Nord newsroom, Vik`, `Nord Radio - World Service`, `The World at Nine - transcript of 3 May 2031`"""
    parts = [part for part in _PARTS_OF_NAME.split(line.content) if part.strip()]
    if len(parts) < 2 or len(line.tokens) > 14 or line.ends_sentence or line.is_reported:
        return None
    last = [token.casefold() for token in tokens_of(parts[-1])]
    if _TRANSCRIPT.search(line.content) and _YEAR.search(line.content):
        return "masthead"
    first = [token.casefold() for token in tokens_of(parts[0])]
    is_desk = bool(first) and first[-1] in ("newsroom", "desk", "correspondent", "reporter", "bureau", "redaction")
    is_named = all(is_credit_content(part) for part in parts[1:])
    if line.index and is_named and is_desk and len(last) <= 3 and len(first) <= 5:
        return "byline"
    is_named = is_named and is_credit_content(parts[0])
    is_service = bool(last) and last[-1] in ("service", "online", "edition", "desk", "newsroom", "website")
    return "masthead" if is_named and is_service and any(w in words_of("outlets") for w in first) else None


def crumb(line: Line) -> str | None:
    """`Home > World > Asia`, `Home / News / World`, `World | Politics | Sport`"""
    parts = [part for part in _CRUMB.split(line.text) if part.strip()]
    if (
        len(parts) < 2
        or len(line.tokens) > 20
        or line.ends_sentence
        or any(character.isdigit() for character in line.text)
    ):
        return None
    is_arrowed = any(mark in line.text for mark in ">»›")
    nav = [all(word in words_of("navigation") for word in plain_of(part).split()) for part in parts]
    if nav[0] and len(parts) == 2 and _is_outlet(parts[1]):
        return "navigation"
    if nav[0] and (len(parts) >= 3 or all(nav)) and all(len(part.split()) <= 4 for part in parts[:-1]):
        return "navigation"
    return "navigation" if is_arrowed and len(parts) >= 3 and all(len(part.split()) <= 3 for part in parts) else None


def _is_outlet(text: str) -> bool:
    """`The Island Mirror`, `Cape News`: a name with a word that papers and stations are called by."""
    words = [token.casefold() for token in tokens_of(text)]
    is_name = 2 <= len(words) <= 5 and all(map(is_capital, tokens_of(text)))
    return is_name and words[-1] in words_of("outlets") and not any(word in words_of("finite") for word in words)


def letterhead(line: Line) -> str | None:
    """`PRESS RELEASE NO. 2031-17`, `Office of Press and Information`, `Press desk, Tel. (01) 555 0147`"""
    if len(line.tokens) > PROSE_WORDS or line.is_reported or not line.is_short:
        return None
    if _REFERENCE.fullmatch(line.content):
        return "reference number"
    if _TELEPHONE.search(line.content) and not line.is_prose and is_credit_content(_TELEPHONE.sub("", line.content)):
        return "contact"
    words = {token.casefold() for token in line.tokens}
    is_body = bool(words & words_of("press_tasks")) and bool(words & words_of("press_bodies"))
    return (
        "letterhead"
        if is_body and len(words) <= 8 and not line.ends_sentence and is_credit_content(line.text)
        else None
    )


def bar(line: Line) -> str | None:
    """`Ana Ruiz | 3 May 2031 | World | 12 comments`: a row of small things, one of them furniture."""
    parts = [part for part in _BARS.split(line.text) if part.strip()]
    if len(parts) < 2 or len(line.text) > 200 or line.ends_sentence:
        return None
    verdicts = [_is_part_of_bar(part, line) for part in parts]
    if all(verdicts):
        return "row of furniture"
    return (
        "row of furniture" if line.index and any(verdicts) and all(len(part.split()) <= 4 for part in parts) else None
    )


def _is_part_of_bar(part: str, line: Line) -> bool:
    alone = Line(text=part.strip(), start=line.start, index=max(1, line.index), after_blank=False)
    return any(rule(alone) for rule in _PART_RULES) or is_bare_date(part) or is_comment_count(alone)


def is_comment_count(line: Line) -> bool:
    return line.plain in phrases_of("sections", "counters")


def comment(line: Line) -> str | None:
    """`best-slots says: great post!! http://slots.example`, `1 thought on "Curfew in Tana"`, `12 comments`"""
    if _COMMENT_TITLE.match(line.plain) and len(line.tokens) <= LONGEST_NOTICE:
        return "comments"
    if line.plain in phrases_of("sections", "comments") | phrases_of("sections", "counters"):
        return "comments"
    if _COMMENT_COUNT.match(line.content) and len(line.tokens) <= 10:
        return "comments"
    is_signed = _COMMENT_HEAD.match(line.text) or _HANDLE_HEAD.match(line.text)
    return "comments" if is_signed and line.has_address else None


def related_heading(line: Line) -> str | None:
    """`You may also like`"""
    return "related" if line.index and line.plain in phrases_of("sections", "related") else None


_PART_RULES: tuple[Rule, ...] = (
    address,
    stamp,
    byline,
    credit,
    whole,
    label,
    call,
    comment,
    related_heading,
    copyright_line,
)

RULES: tuple[Rule, ...] = (
    drill,
    separator,
    comment,
    related_heading,
    address,
    stamp,
    byline,
    copyright_line,
    leftover,
    wire_note,
    weather,
    letterhead,
    credit,
    whole,
    label,
    call,
    crumb,
    bar,
    bracketed,
    translation,
    stamped_credit,
    desk_of_outlet,
)


def reason_of(line: Line) -> str | None:
    """Why a line by itself is furniture, or None."""
    return _reason_of(line.text, line.index == 0) if line.is_short else None


@lru_cache(maxsize=8192)
def _reason_of(text: str, is_first: bool) -> str | None:
    """Outlets print the same furniture on every page, and several readers ask about the same line."""
    line = Line(text=text, start=0, index=0 if is_first else 1, after_blank=False)
    return next((reason for rule in RULES if (reason := rule(line))), None)
