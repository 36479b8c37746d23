"""A text as its lines, with what their outward form tells: in goes a document's text, out come lines with their
offsets.

Knows nothing of meaning: `Reading time: 4 minutes` becomes the plain form `reading time # minutes`, its words, its
place on the page. A line is what stands between two line breaks, less white space and list marks at its ends; a text
that was broken at a width, as bulletins of the wire are, has its paragraphs for lines.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise

from reportedly.lexicon import load
from reportedly.model import Span

_LINE = re.compile(r"[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
_TOKEN = re.compile(r"[^\W\d_](?:[^\W\d_]|[.'’-](?=[^\W\d_]))*|\d+")
_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
_PLAIN = re.compile(r"#|@\w+|[^\W_](?:[^\W_]|['-](?=[^\W_]))*|@")
_BULLET = re.compile(r"[\s•·▪■●◆►▶➤→‣⁃*–—>-]+(?=\S)")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*$")
_ADDRESS = re.compile(r"https?://\S+|www\.\S+", re.IGNORECASE)
_INVISIBLE = " \t\ufeff\u200b\u200c\u200d\u2060\xa0"

LONGEST_FORM = 500  # characters; a longer line is prose whatever it looks like, and is not taken apart
PROSE_WORDS = 12


@cache
def words_of(name: str) -> frozenset[str]:
    """A word list of the furniture lexicon: `words_of("months")`."""
    return frozenset(load("en/furniture")["words"][name].split())


@cache
def phrases_of(table: str, name: str) -> frozenset[str]:
    """A list of phrases of the furniture lexicon, one a line: `phrases_of("lines", "whole")`."""
    return frozenset(load("en/furniture")[table][name].strip().split("\n"))


@dataclass(frozen=True)
class Line:
    """One line that is not blank. `start`, `end` are its trimmed ends in the text; `index` counts from the first
    line."""

    text: str
    start: int
    index: int
    after_blank: bool

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    @property
    def is_short(self) -> bool:
        """Short enough to be taken apart: furniture is made of short lines."""
        return len(self.text) <= LONGEST_FORM

    @cached_property
    def content(self) -> str:
        """The text less a bullet or arrow in front of it."""
        bullet = _BULLET.match(self.text)
        return self.text[bullet.end() :] if bullet else self.text

    @cached_property
    def tokens(self) -> tuple[str, ...]:
        """Words and numbers as written."""
        return tokens_of(self.text[: LONGEST_FORM * 10])

    @cached_property
    def plain(self) -> str:
        """Lower case, no punctuation, numbers as `#`."""
        return plain_of(self.content[:LONGEST_FORM])

    @cached_property
    def is_prose(self) -> bool:
        """Whether it reads as a sentence of an article, not as a label, a link or a headline."""
        return len(self.tokens) >= PROSE_WORDS and bool(_SENTENCE_END.search(self.text))

    @cached_property
    def is_reported(self) -> bool:
        """Whether somebody says something in it, as no site furniture does."""
        return len(self.tokens) >= 8 and any(token.casefold() in words_of("speech") for token in self.tokens)

    @property
    def ends_sentence(self) -> bool:
        return bool(_SENTENCE_END.search(self.text))

    @property
    def has_address(self) -> bool:
        return bool(_ADDRESS.search(self.text))


def find_tokens(text: str) -> Iterator[re.Match[str]]:
    """Words and numbers, with their places."""
    return _TOKEN.finditer(text)


def tokens_of(text: str) -> tuple[str, ...]:
    return tuple(_TOKEN.findall(text))


def plain_of(text: str) -> str:
    """`Reading time: 4 minutes` -> `reading time # minutes`."""
    folded = _NUMBER.sub("#", unicodedata.normalize("NFC", text).replace("’", "'").casefold())
    return " ".join(_PLAIN.findall(folded))


def has_letters(text: str) -> bool:
    return any(character.isalnum() for character in text)


def is_capital(token: str) -> bool:
    """Whether a token is written as a name is; scripts without capitals count as names."""
    return not token[:1].islower()


def find_lines(text: str) -> Iterator[Line]:
    """The lines that hold more than white space, in order; where the text was broken at a width, its paragraphs."""
    lines = list(_written_lines(text))
    is_spaced = _is_spaced(lines)
    width = _width_of(lines, is_spaced=is_spaced)
    if width is None:
        yield from lines
        return
    start, last = 0, 0
    for at in range(1, len(lines) + 1):
        if at == len(lines) or not _runs_on(lines[at - 1], lines[at], width, is_spaced=is_spaced):
            first, end = lines[start], lines[at - 1].end
            yield Line(text=text[first.start : end], start=first.start, index=last, after_blank=first.after_blank)
            start, last = at, last + 1


def _written_lines(text: str) -> Iterator[Line]:
    index, last_end = 0, 0
    for found in _LINE.finditer(text):
        stripped = found[0].strip().strip(_INVISIBLE)
        if not stripped:
            continue
        start = found.start() + found[0].index(stripped)
        breaks = text[last_end:start].replace("\r\n", "\n")
        yield Line(text=stripped, start=start, index=index, after_blank=sum(map(breaks.count, "\n\r\u2029")) > 1)
        index, last_end = index + 1, start + len(stripped)


_BROKEN = range(40, 111)  # characters of a line that was broken at a width
_FEW, _MANY = 3, 4
_SHARE = 4


def _is_spaced(lines: list[Line]) -> bool:
    """Whether a blank line stands behind every line of a text broken at a width, and so parts no paragraphs."""
    cut = [after.after_blank for line, after in pairwise(lines) if _is_cut(line, after) and len(line.text) in _BROKEN]
    return (
        len(cut) >= _MANY and all(cut) and len(cut) * _SHARE >= sum(len(line.text) >= _BROKEN.start for line in lines)
    )


def _width_of(lines: list[Line], *, is_spaced: bool) -> int | None:
    """The width at which a text's lines were broken ("the bodies of five miners who" / "were trapped"); None where not."""
    pairs = [(line, after) for line, after in pairwise(lines) if is_spaced or not after.after_blank]
    broken = [len(line.text) for line, after in pairs if len(line.text) in _BROKEN and _is_cut(line, after)]
    long = sum(len(line.text) >= _BROKEN.start for line in lines)
    return max(broken) if len(broken) >= _FEW and len(broken) * _SHARE >= long else None


def _is_cut(line: Line, after: Line) -> bool:
    return after.text[0].islower() and not line.ends_sentence


def _runs_on(line: Line, after: Line, width: int, *, is_spaced: bool) -> bool:
    """Whether a line goes on in the next: by its words, or since the next word would not have fitted."""
    if (after.after_blank and not is_spaced) or len(line.text) < _BROKEN.start or _BULLET.match(after.text):
        return False
    return _is_cut(line, after) or len(line.text) + 1 + len(after.text.split(maxsplit=1)[0]) > width
