"""Nouns as JSON and back: a `When` as EDTF, a `Span` as [start, end], a dataclass as an object of its fields.

`Figure(low=18, ...)` becomes `{"low": 18, ...}`, and `parse_json('{"low": 18, ...}', Figure)` is the figure again. It
knows no noun by name: the shape comes from the type's annotations, so a new kind of claim changes nothing here.
"""

import json
from collections.abc import Hashable, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any, cast

from msgspec.json import Decoder, encode

from reportedly.when import When, parse_when


def json_of(value: Any) -> str:
    """The value as compact JSON text with sorted keys, so that equal values are equal texts."""
    return json.dumps(plain(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def fast_json_of(value: Any) -> bytes:
    """The value as JSON in some order of keys, many times faster: for what is read again and never compared."""
    return encode(value, enc_hook=plain)


def plain(value: Any) -> Any:
    """The value in JSON's own types."""
    if isinstance(value, When):
        return str(value)
    if isinstance(value, Enum):
        return value.value
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, set | frozenset):
        return [plain(item) for item in sorted(value)]
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    return value


def parse_json[Noun](text: str | bytes, shape: type[Noun]) -> Noun:
    """The noun of that type that the JSON text holds. Raises ValueError where it does not fit.

    A field that the type no longer has is passed over, one that it has since got keeps its default.
    """
    noun: Noun = _decoder(cast("Hashable", shape)).decode(text)
    return noun


@cache
def _decoder(shape: Any) -> Decoder[Any]:
    return Decoder(shape, dec_hook=_special)


def _special(shape: type, value: Any) -> Any:
    """What the decoder does not know by itself."""
    if shape is When:
        return parse_when(value)
    raise NotImplementedError(f"{shape} has no form in JSON")
