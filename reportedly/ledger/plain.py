"""Nouns as JSON and back: a `When` as EDTF, a `Span` as [start, end], a dataclass as an object of its fields.

`Figure(low=18, ...)` becomes `{"low": 18, ...}`, and `noun_of({"low": 18, ...}, Figure)` is the figure again. It
knows no noun by name: the shape comes from the type's annotations, so a new kind of claim changes nothing here.
"""

import json
from collections.abc import Callable, Mapping
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
    make = _maker_of(shape)
    return data if make is None else make(data)


type _Make = Callable[[Any], Any]


@cache
def _maker_of(shape: Any) -> _Make | None:
    """What makes a value of that type from JSON's; None where JSON's own value is the value."""
    origin = get_origin(shape)
    if origin in (Union, UnionType):
        return _maker_of_union(get_args(shape))
    if origin is not None:
        return _maker_of_generic(origin, get_args(shape))
    if shape is When:
        return parse_when
    if not isinstance(shape, type):
        return None
    if is_dataclass(shape):
        return _maker_of_dataclass(shape)
    if issubclass(shape, tuple) and hasattr(shape, "_fields"):
        makers = tuple(map(_maker_of, get_type_hints(shape).values()))
        return lambda data: shape(*(make(item) if make else item for make, item in zip(makers, data, strict=True)))
    return shape if issubclass(shape, Enum) else None


def _maker_of_union(shapes: tuple[Any, ...]) -> _Make | None:
    """`When | None` makes the date or None; of several types the data's own, as JSON has it, is left."""
    real = [shape for shape in shapes if shape is not NoneType]
    make = _maker_of(real[0]) if len(real) == 1 else None
    return make and (lambda data: None if data is None else make(data))


def _maker_of_dataclass(shape: type[Any]) -> _Make:
    """A field that the dataclass no longer has is passed over, one that it has since got keeps its default."""
    makers = {name: _maker_of(hint) for name, hint in get_type_hints(shape).items()}
    made = [(name, make) for name, make in makers.items() if make]

    def make_record(data: Mapping[str, Any]) -> Any:
        known = {name: item for name, item in data.items() if name in makers}
        for name, make in made:
            if name in known:
                known[name] = make(known[name])
        return shape(**known)

    return make_record


def _maker_of_generic(origin: Any, shapes: tuple[Any, ...]) -> _Make:
    if origin is tuple and shapes[-1:] != (Ellipsis,):
        return lambda data: tuple(map(noun_of, data, shapes))
    make = _maker_of(shapes[0])
    if origin in (tuple, list, set, frozenset):
        return origin if make is None else lambda data: origin(map(make, data))
    if issubclass(origin, Mapping):
        by_number = shapes[0] is int
        return lambda data: {int(key) if by_number else key: noun_of(item, shapes[1]) for key, item in data.items()}
    return tuple if make is None else lambda data: tuple(map(make, data))
