"""What the head of an article says of itself: headline, outlet, author. Only what is written there; else None.

`Ten die in tunnel fire – TVCENTRAL.sk` has the outlet TVCENTRAL.sk; `© 2031 The Courant. All rights reserved.` names
The Courant; `By Ana Ruiz and Tom Weir` names two authors.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from urllib.parse import urlsplit

from reportedly.gather.body import read_page
from reportedly.gather.furniture import is_bare_date, is_place_and_date, reason_of
from reportedly.gather.lines import Line, find_lines, is_capital, tokens_of, words_of
from reportedly.gather.page import LONGEST_HEADLINE, Page

HEAD = 8  # lines

_DATELINE = re.compile(
    r"[^\W\d_][\w .'’/-]{1,40},?\s[^–—-]{0,40}\([^()]{2,40}\)\s*(?:[-–—:]|$)|"
    r"[A-Z][A-Z .'-]{2,40}(?:,|\s[-–—])\s(?![A-Z]{2})"
)
_SUFFIX = re.compile(r"\s+(?P<mark>[|–—-])\s+(?P<name>[^|–—]{2,40})$")
_DOMAIN = re.compile(r"(?:[\w-]+\.)+[a-zA-Z]{2,6}")
_FIRST_SEEN = re.compile(
    r"(?:this (?:article|story|post|text|report) )?(?:was )?(?:originally |first )?(?:published|appeared)(?: first)? "
    r"(?:in|on|by|at) (?P<name>[^.,;:|()\d]{2,50}?)(?:\.(?!\w)|,|\s+(?:on|and|under|in)\s|$)",
    re.IGNORECASE,
)
_RIGHTS = re.compile(
    r"(?:copyright\s*)?(?:©|ⓒ|\(c\)|copyright)[\s:,]*(?:by\s+)?(?:\d{4}(?:\s*[-–]\s*\d{4})?)?[\s,:]*(?:by\s+)?"
    r"(?P<name>[^\d.,;|()][^.,;|()]{1,50}?)\s*(?:[.,|;(–-]|all rights|\d{4}|$)",
    re.IGNORECASE,
)
_MORE_FROM = re.compile(r"discover more from (?P<name>\S.{1,60})", re.IGNORECASE)
_BYLINE = re.compile(
    r"(?:(?:written|reported|words|text|story|posted|published)\s+)?by:?\s+(?P<names>\S.{1,100})", re.IGNORECASE
)
_BYLINE_END = re.compile(r"\s*(?:[|•·(–—]|,\s|\s-\s|\bfor\b|\bin\b|\bon\b|\d).*$")


@lru_cache(maxsize=2)  # asked for the body and for the article, one after the other
def title_of(text: str) -> str | None:
    """The headline, where the text begins with one: `Ten die in tunnel fire`."""
    lines, reasons = read_page(text)
    page = Page(lines, reasons)
    if page.paragraphs and page.headline is not None:
        line = lines[page.headline]
        return line.text if _is_headline(line) else None
    for line in lines[:HEAD]:
        if not (line.index in reasons or _is_kicker(line) or is_place_and_date(line.text) or is_bare_date(line.text)):
            return line.text if _is_headline(line) and line is not lines[-1] else None
    return None


def _is_kicker(line: Line) -> bool:
    """`World`, `BREAKING`, `Analysis`: one or two words above the headline."""
    return len(line.tokens) <= 2 and not line.ends_sentence


def _is_headline(line: Line) -> bool:
    if len(line.tokens) > LONGEST_HEADLINE or _DATELINE.match(line.text) or line.text.endswith((".", ":", ",", ";")):
        return False
    return not line.text.endswith(("...",)) or len(line.tokens) <= 15


def outlet_of(text: str, *, source: str = "") -> str | None:
    """Who published it, as the text or the address of its page says; None where neither does."""
    return _outlet_in_headline(text) or _outlet_in_lines(text) or _host_of(source)


def _outlet_in_headline(text: str) -> str | None:
    """`... – TVCENTRAL.sk`, `... | The Island Mirror`."""
    headline = title_of(text)
    found = _SUFFIX.search(headline) if headline else None
    if not found:
        return None
    name = found["name"].strip()
    if _DOMAIN.fullmatch(name):
        return name
    if _is_outlet_name(name, needs_cue=found["mark"] != "|"):
        return name
    return name if found["mark"] != "|" and _is_unheard_name(name, text) else None


def _is_unheard_name(name: str, text: str) -> bool:
    """`– Moravský obzor`: not `– interior ministry`, since whoever is quoted in a headline turns up in the article."""
    words = [word.casefold() for word in tokens_of(name)]
    officials = words_of("press_bodies") | words_of("speakers") | words_of("finite") | words_of("navigation")
    is_name = 2 <= len(words) <= 5 and is_capital(tokens_of(name)[0]) and not set(words) & officials
    return is_name and text.casefold().count(name.casefold()) == 1 and not any(map(str.isdigit, words))


def _is_outlet_name(name: str, *, needs_cue: bool) -> bool:
    words = tokens_of(name)
    small = words_of("particles")
    if not 1 <= len(words) <= 6 or not all(is_capital(word) or word in small for word in words):
        return False
    folded = [word.casefold() for word in words]
    if any(word in words_of("finite") for word in folded) or all(word in words_of("navigation") for word in folded):
        return False
    return len(words) >= 2 and any(word in words_of("outlets") for word in folded) if needs_cue else True


def _outlet_in_lines(text: str) -> str | None:
    for line in find_lines(text):
        if len(line.tokens) > 40:
            continue
        for name in _names_in(line):
            if _is_outlet_name(name, needs_cue=False) or _DOMAIN.fullmatch(name):
                return name
    return None


def _names_in(line: Line) -> Iterator[str]:
    found = _RIGHTS.match(line.content) or _MORE_FROM.fullmatch(line.content)
    if not found and reason_of(line) is not None:
        found = _FIRST_SEEN.search(line.content)
    if found:
        yield re.sub(r"\s+(?:all rights reserved).*$", "", found["name"], flags=re.IGNORECASE).strip(" .–-")


def _host_of(source: str) -> str | None:
    """`https://www.courant.example/world/1` -> `courant.example`."""
    if not source.lower().startswith(("http://", "https://")):
        return None
    try:
        host = urlsplit(source).hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host and "." in host and not host.replace(".", "").isdigit() else None


def author_of(text: str) -> str | None:
    """The names of the byline in the head of an article: `Ana Ruiz and Tom Weir`."""
    for line in islice(find_lines(text), HEAD):
        found = _BYLINE.match(line.content) if reason_of(line) == "byline" else None
        if found:
            names = _BYLINE_END.sub("", found["names"]).strip(" ,.")
            return names if names[:1].isupper() else None
    return None
