"""Bytes to text: in go a file's bytes, out comes its text to the letter, and in words what was odd about it.

UTF-8, UTF-16 and UTF-32 with their marks, Windows-1252 and other old code pages, and files that mix them, as copied
pages do (`Fidèle` twice, once in two bytes and once in one). Refuses what is no text: pictures, PDF, archives. No
line end is changed; a byte order mark is dropped.
"""

import codecs
import re
from typing import NamedTuple

from reportedly.errors import InputError


class Decoded(NamedTuple):
    """A text, and what the user should know about how it was read; empty where all is well."""

    text: str
    remark: str = ""


_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\x89PNG", "a picture"),
    (b"GIF8", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "rich text"),
    (b"\x1f\x8b", "packed with gzip"),
    (b"SQLite format 3", "a database"),
    (b"\x7fELF", "a program"),
)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_LONE = re.compile(r"[\ud800-\udfff]+")
_ESCAPED = re.compile(r"[\udc80-\udcff]+")

_SAMPLE = 100_000  # bytes shown to the guesser of code pages, which is slow
_MOST_CONTROLS = 0.01
_FOREIGN_SHARE = 0.15  # of high bytes among letters: English with accents has under .02, Cyrillic over .7


def decode(data: bytes) -> Decoded:
    """The text of a file. Raises InputError for what is no text."""
    kind = next((name for signature, name in _SIGNATURES if data.startswith(signature)), None)
    if kind:
        raise InputError(f"it is {kind}, not text", cure="save the article as text or HTML")
    decoded = _by_mark(data) or _by_zeros(data) or _as_utf_8(data) or _by_guess(data)
    text = decoded.text
    if len(_CONTROLS.findall(text[:_SAMPLE])) > max(2, len(text[:_SAMPLE]) * _MOST_CONTROLS):
        raise InputError("it is binary, not text", cure="save the article as text or HTML")
    return decoded


def without_lone_surrogates(text: str) -> Decoded:
    """The same length, with half characters (as broken JSON escapes leave them) shown as U+FFFD."""
    clean = _LONE.sub(lambda found: "\ufffd" * len(found[0]), text)
    broken = sum(map(len, _LONE.findall(text)))
    return Decoded(clean, f"{broken} half characters were replaced" if broken else "")


def _by_mark(data: bytes) -> Decoded | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            rest = data[len(mark) :]
            if encoding == "utf-8":
                return _as_utf_8(rest) or _mixed(rest)
            return _as_wide(rest, encoding)
    return None


def _as_wide(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, "replace")
    broken = text.count("\ufffd") - data.count("\ufffd".encode(encoding))
    name = encoding[:6].upper()
    return Decoded(text, f"{broken} characters of its {name} are broken and were replaced" if broken > 0 else "")


def _by_zeros(data: bytes) -> Decoded | None:
    """UTF-16 without its mark: every other byte of Latin text is zero."""
    sample = data[:2000]
    if len(sample) < 4 or not sample.count(0):
        return None
    for offset, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        if sample[offset::2].count(0) > 0.6 * len(sample[offset::2]) and sample[1 - offset :: 2].count(0) == 0:
            return Decoded(data.decode(encoding, "replace"), "it has no byte order mark; read as UTF-16")
    return None


def _as_utf_8(data: bytes) -> Decoded | None:
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError:
        return None


def _by_guess(data: bytes) -> Decoded:
    """Neither marked nor UTF-8: a mixture, an old code page of the West, or another one."""
    escaped = data.decode("utf-8", "surrogateescape")
    bad = sum(map(len, _ESCAPED.findall(escaped)))
    good = sum(character > "\x7f" for character in escaped) - bad
    if good >= bad:
        return _mixed(data)
    accented = sum(byte >= 0xC0 for byte in data)  # below lie the dashes and curly quotes of all these pages
    letters = sum(character.isalpha() for character in escaped) + accented
    if accented < _FOREIGN_SHARE * letters:
        return Decoded(_as_western(data), "it is not UTF-8; read as Windows-1252, so accented letters may be wrong")
    return _by_code_page(data)


def _mixed(data: bytes) -> Decoded:
    escaped = data.decode("utf-8", "surrogateescape")
    runs = _ESCAPED.findall(escaped)
    text = _ESCAPED.sub(lambda found: _as_western(found[0].encode("utf-8", "surrogateescape")), escaped)
    count = sum(map(len, runs))
    return Decoded(
        text, f"it mixes encodings; read as UTF-8, but {count} byte{'s' if count > 1 else ''} as Windows-1252"
    )


def _as_western(data: bytes) -> str:
    """Windows-1252, with the five bytes that it leaves open as Latin-1 has them."""
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return "".join(bytes((byte,)).decode("cp1252", "ignore") or chr(byte) for byte in data)


def _by_code_page(data: bytes) -> Decoded:
    import charset_normalizer

    best = charset_normalizer.from_bytes(data[:_SAMPLE]).best()
    encoding = best.encoding if best else "cp1252"
    text = _as_western(data) if encoding == "cp1252" else data.decode(encoding, "replace")
    return Decoded(text, f"it is not UTF-8; read as {encoding}, a guess")
