"""What a claim on nationals' safety says."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Safety:
    """`nationality` is an ISO 3166-1 alpha-2 code."""

    nationality: str
    status: str
