"""How much of anything is taken in, so that a hostile or broken file costs a bounded amount and the rest is still
read."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one article, page and archive may cost. The defaults are tens of times what real ones need.

    `characters` and `lines` of one article (the longest newspaper features have 60,000 and 1,000); `page_bytes`,
    `page_seconds` and `page_memory` (bytes of address space) of one HTML page; `archive_bytes` unpacked in all,
    `archive_ratio` of unpacked to packed (news text packs to a fifth, log-like text to a thirtieth), `archive_members`,
    and `archive_directory`, the bytes of an archive's table of contents.
    """

    characters: int = 2_000_000
    lines: int = 20_000
    page_bytes: int = 8_000_000
    page_seconds: float = 20.0
    page_memory: int = 2_000_000_000
    archive_bytes: int = 4_000_000_000
    archive_ratio: int = 200
    archive_members: int = 200_000
    archive_directory: int = 64_000_000

    @property
    def text_bytes(self) -> int:
        """The most bytes that an article of so many characters can have, in any encoding."""
        return self.characters * 4 + 4

    @property
    def line_bytes(self) -> int:
        """The most bytes of a JSON record: an escaped character takes twelve at most, the other fields little."""
        return self.characters * 12 + 65_536
