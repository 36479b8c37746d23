"""Which agency an article was taken from: in goes a document, out come the agencies that it credits for its text.

`LIMA, Aug 3 (Reuters) - ...`, `MOSCOW, January 6. /TASS/.`, `By Reuters`, `Source: AFP`, `With reporting by AP`,
`(dpa)`. What an outlet then says on nobody's word is the agency's word. A photo credit is none: `Photo: AP / Ana
Ruiz`.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from reportedly.gather.credits import agency_named, find_agencies, is_byline, is_desk_credit
from reportedly.gather.furniture import reason_of
from reportedly.gather.lines import Line, find_lines, find_tokens, tokens_of, words_of
from reportedly.model import Document, Span

_BRACKETED_DATELINE = re.compile(
    r"(?:[^\W\d_][^()\n]{0,70}?)?\(\s*(?P<name>[^\W\d_][^()\n]{1,40}?)\s*\)\s*(?:[-–—]+|:)\s*(?=\S)",
)
_SLASHED_DATELINE = re.compile(r"[^/\n]{2,60}?/\s*(?P<name>[^\W\d_][\w .-]{1,30}?)\s*/\s*[-–—.]?")
_LEADING_AGENCY = re.compile(
    r"(?P<name>[^\W\d_][\w.-]{1,20}(?: [A-Z]\w+)?)\s*(?:,\s*[^\W\d_][\w ]{1,30}\s*)?[-–—:]\s+(?=\S)"
)
_CLOSING = re.compile(r"[(\[/]\s*(?P<name>[^\W\d_][\w .-]{1,30}?)\s*[)\]/]\s*[.]?\s*$")
_FREE_NAME = re.compile(r"[A-Z][A-Za-z]*(?:[ -][A-Z][A-Za-z]*){0,2}")
_PHOTOGRAPHIC = "photo or agency credit"


class Wire(NamedTuple):
    """An agency credited for a text. `name` as a briefing shows it, `span` where it is credited, `cue` how.

    `cue` is one of dateline, byline, credit, closing.
    """

    name: str
    span: Span
    cue: str


def wire_of(document: Document) -> tuple[Wire, ...]:
    """The agencies that a document credits for its text, each once, in order of the text."""
    found: dict[str, Wire] = {}
    for wire in sorted(_find_wires(document.text), key=lambda wire: wire.span):
        found.setdefault(wire.name.casefold(), wire)
    return tuple(found.values())


def _find_wires(text: str) -> Iterator[Wire]:
    lines = list(find_lines(text))
    yield from islice((wire for line in lines if reason_of(line) is None and (wire := _in_dateline(line))), 1)
    prose = [line.index for line in lines if line.is_prose] or [len(lines)]
    for line in lines:
        is_outside = not prose[0] < line.index < prose[-1]
        if line.is_short and len(line.tokens) <= 60 and _is_text_credit(line, is_outside=is_outside):
            yield from _named_in(line)
        elif wire := _in_closing(line):
            yield wire


def _in_dateline(line: Line) -> Wire | None:
    """`LIMA, Aug 3 (Reuters) -`; any name will do in the brackets, since agencies are more than a list can hold."""
    found = _BRACKETED_DATELINE.match(line.text) or _SLASHED_DATELINE.match(line.text)
    if found and _is_place_and_date(line.text[: found.start("name")]):
        name = agency_named(found["name"]) or _first_agency(found["name"])
        if name or _FREE_NAME.fullmatch(found["name"]):
            return _wire(line, found, name or found["name"], "dateline")
    leading = _LEADING_AGENCY.match(line.text)
    if leading and agency_named(leading["name"]) and len(line.tokens) > 8 and line.index:
        return _wire(line, leading, agency_named(leading["name"]) or "", "dateline")
    return None


def _is_place_and_date(text: str) -> bool:
    """Whether what stands before the agency is `LIMA, Aug 3` or nothing: a few names, a day, no verb."""
    tokens = tokens_of(text)
    dates = words_of("months") | words_of("weekdays") | words_of("particles")
    folded = [token.casefold().rstrip(".") for token in tokens]
    if len(tokens) > 10 or any(token in words_of("finite") - {"march"} for token in folded):
        return False
    return all(not token[0].islower() or token.casefold().rstrip(".") in dates for token in tokens)


def _first_agency(text: str) -> str | None:
    return next((name for name, _, _ in find_agencies(text)), None)


def _is_text_credit(line: Line, *, is_outside: bool) -> bool:
    """`Source: AFP`, `By Reuters`, `With AP`, `Published: 3 May | Source: AFP`, not `Photo: AFP`.

    A lone `AFP` credits the text above its first paragraph or below its last (`is_outside`), a picture between them.
    """
    reason = reason_of(line)
    if reason is None or line.has_address:
        return False
    if is_byline(line) or is_desk_credit(line.content) or "contributed to this" in line.plain:
        return True
    if reason == "row of furniture":
        return "source" in line.plain.split()
    return is_outside and reason == _PHOTOGRAPHIC and agency_named(line.content.strip(" .()[]-–—")) is not None


def _named_in(line: Line) -> Iterator[Wire]:
    cue = "byline" if is_byline(line) else "credit"
    words = list(find_tokens(line.text))
    named = list(find_agencies(line.text))
    for name, first, last in named:
        yield Wire(name, Span(line.start + words[first].start(), line.start + words[last - 1].end()), cue)
    if not named and cue == "credit":
        yield from _acronym_in(line)


def _acronym_in(line: Line) -> Iterator[Wire]:
    """`With IOW`, `(IOW) nv/pl/mb`: an agency that no list knows, in capitals."""
    found = re.match(r"(?:[Ww]ith\s+|\()(?P<name>[A-Z]{2,6})\b", line.text)
    if found:
        yield _wire(line, found, found["name"], "credit")


def _in_closing(line: Line) -> Wire | None:
    """`... the ministry said. (dpa)`"""
    found = _CLOSING.search(line.text, max(0, len(line.text) - 45))
    name = agency_named(found["name"]) if found else None
    if not found or not name or line.text[: found.start()].rstrip()[-1:] not in '.!?”"’':
        return None
    return _wire(line, found, name, "closing")


def _wire(line: Line, found: re.Match[str], name: str, cue: str) -> Wire:
    return Wire(name, Span(line.start + found.start("name"), line.start + found.end("name")), cue)
