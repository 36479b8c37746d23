"""Nouns as JSON and back: a `When` as EDTF, a `Span` as [start, end], a dataclass as an object of its fields.

`Figure(low=18, ...)` becomes `{"low": 18, ...}`, and `noun_of({"low": 18, ...}, Figure)` is the figure again. It
knows no noun by name: the shape comes from the type's annotations, so a new kind of claim changes nothing here.
"""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from reportedly.when import When, parse_when


def json_of(value: Any) -> str:
    """The value as compact JSON text with sorted keys, so that equal values are equal texts."""
    return json.dumps(plain(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


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


def parse_json[Noun](text: str, shape: type[Noun]) -> Noun:
    """The noun of that type that the JSON text holds. Raises ValueError or TypeError where it does not fit."""
    noun: Noun = noun_of(json.loads(text), shape)
    return noun


def noun_of(data: Any, shape: Any) -> Any:
    """The value of that annotated type that the JSON-plain data stands for."""
    if data is None or shape is Any:
        return data
    origin = get_origin(shape)
    if origin in (Union, UnionType):
        return _of_union(data, get_args(shape))
    if origin is not None:
        return _of_generic(data, origin, get_args(shape))
    if shape is When:
        return parse_when(data)
    if isinstance(shape, type) and issubclass(shape, Enum):
        return shape(data)
    return _of_record(data, shape) if isinstance(shape, type) else data


def _of_record(data: Any, shape: type[Any]) -> Any:
    """A dataclass from an object, a named tuple from an array; anything else is as JSON has it.

    A field that the dataclass no longer has is passed over, one that it has since got keeps its default.
    """
    if is_dataclass(shape):
        hints = _hints(shape)
        return shape(**{name: noun_of(item, hints[name]) for name, item in data.items() if name in hints})
    if issubclass(shape, tuple) and hasattr(shape, "_fields"):
        return shape(*map(noun_of, data, _hints(shape).values()))
    return data


def _of_union(data: Any, shapes: tuple[Any, ...]) -> Any:
    """`When | None` is the date; of several types the data's own, as JSON has it, is left."""
    real = [shape for shape in shapes if shape is not NoneType]
    return noun_of(data, real[0]) if len(real) == 1 else data


def _of_generic(data: Any, origin: Any, shapes: tuple[Any, ...]) -> Any:
    if origin is tuple and shapes[-1:] != (Ellipsis,):
        return tuple(map(noun_of, data, shapes))
    if origin in (tuple, list, set, frozenset):
        return origin(noun_of(item, shapes[0]) for item in data)
    if isinstance(data, Mapping):
        return {
            noun_of(int(key) if shapes[0] is int else key, shapes[0]): noun_of(item, shapes[1])
            for key, item in data.items()
        }
    return tuple(noun_of(item, shapes[0]) for item in data)


@cache
def _hints(shape: type[Any]) -> dict[str, Any]:
    return get_type_hints(shape)
