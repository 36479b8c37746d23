"""Measures: "a curfew from 23:00 to 07:00 is in force", "the airport was closed"."""

from dataclasses import dataclass

from reportedly.model import Span  # noqa: F401


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """`starts`, `ends` are EDTF, `daily` is HH:MM/HH:MM; None where the text does not say."""

    measure: str
    status: str
    starts: str | None = None
    ends: str | None = None
    daily: str | None = None
