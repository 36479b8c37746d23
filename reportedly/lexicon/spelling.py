"""Keys under which two spellings of one name meet.

`fold` keeps letters only, in ASCII: "Alma-Ata" and "Алма-Ата" -> "almaata". `skeleton` keeps the consonants that
survive transliteration: Vasiliev, Vasiljev, Wassiliew -> "vslv". A shared skeleton makes a candidate, never a decision.
"""

import re
from functools import lru_cache

from anyascii import anyascii

_NOT_LETTERS = re.compile(r"[^a-z]+")
_SOUNDS = (
    ("tsch", "c"), ("sch", "j"), ("zh", "j"), ("dzh", "j"), ("dj", "j"), ("sh", "s"),
    ("kh", "h"), ("ch", "h"), ("gh", "g"),
    ("ph", "f"), ("th", "t"), ("ck", "k"), ("q", "k"), ("c", "k"), ("w", "v"), ("x", "ks"), ("z", "s"), ("ts", "s"),
)  # fmt: skip
_VOWELS = re.compile(r"[aeiouyj]+")


@lru_cache(maxsize=200_000)
def fold(name: str) -> str:
    """Lower-case ASCII letters of a name, digits and marks dropped."""
    return _NOT_LETTERS.sub("", anyascii(name).lower())


@lru_cache(maxsize=200_000)
def skeleton(name: str) -> str:
    """First letter and consonants of a name, sounds that transliterations confuse made one, doubles made single."""
    text = fold(name)
    for written, sound in _SOUNDS:
        text = text.replace(written, sound)
    if not text:
        return ""
    rest = _VOWELS.sub("", text[1:])
    return re.sub(r"(.)\1+", r"\1", text[0].replace("y", "j") + rest)
