"""What a measure claim says."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """`starts`, `ends` are EDTF, `daily` is HH:MM/HH:MM; None where the text does not say."""

    measure: str
    status: str
    starts: str | None = None
    ends: str | None = None
    daily: str | None = None
