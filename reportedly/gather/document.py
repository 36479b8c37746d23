"""Text to document: in goes an article's text with what is known of it, out comes a `Document` with id, body and
headline.

The id is made of the source and the bytes: the same bytes from the same source are the same document. Nothing is filled
in that neither the text nor its metadata says.
"""

import hashlib
import re
from dataclasses import dataclass
from datetime import date

from reportedly.errors import InputError
from reportedly.gather.body import body_of
from reportedly.gather.limits import Limits
from reportedly.gather.masthead import author_of, outlet_of, title_of
from reportedly.model import Basis, Document
from reportedly.when import When, parse_when

_ISO = re.compile(
    r"(\d{4})-(\d\d)(?:-(\d\d))?(?:[T ]\d\d:?\d\d(?::?\d\d(?:[.,]\d+)?)?\s*(?:Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?)?"
)
_SPLIT = "split it into its articles"
_EARLIEST = date(1700, 1, 1)  # the first newspapers; what is older is a default of some system, such as year 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What a page or a record says of its article; dates as written. None where it says nothing."""

    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    language: str | None = None
    published: str | None = None
    modified: str | None = None
    url: str | None = None


NOTHING_SAID = Metadata()


def check_length(text: str, limits: Limits) -> None:
    """Raises InputError for what is too long to be one article."""
    if len(text) > limits.characters:
        raise InputError(f"it has {len(text):,} characters, more than {limits.characters:,}", cure=_SPLIT)
    if sum(map(text.count, "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029")) > limits.lines:
        raise InputError(f"it has more than {limits.lines:,} lines", cure=_SPLIT)


def document_of(*, source: str, data: bytes, text: str, metadata: Metadata = NOTHING_SAID) -> Document:
    """The article at `source`, whose bytes are `data` and whose text, to the letter, is `text`."""
    title = metadata.title or title_of(text)
    published = parse_stamp(metadata.published)
    return Document(
        id=id_of(source, data),
        source=source,
        text=text,
        body=body_of(text, title=title),
        title=title,
        outlet=metadata.outlet or outlet_of(text, source=metadata.url or source),
        author=metadata.author or author_of(text),
        language=metadata.language,
        published=published,
        published_basis=Basis.METADATA if published else None,
        modified=parse_stamp(metadata.modified),
        url=metadata.url,
    )


def id_of(source: str, data: bytes) -> str:
    """`d-` and 16 hex digits of SHA-256 over source, a zero byte and the bytes."""
    return "d-" + hashlib.sha256(source.encode("utf-8", "surrogatepass") + b"\0" + data).hexdigest()[:16]


def parse_stamp(text: str | None) -> When | None:
    """The day of an ISO 8601 date or time as written, `2031-08-12T23:40:00+06:00` -> 2031-08-12; else None.

    The day stays that of the written offset: it is the day on the outlet's page.
    """
    found = _ISO.fullmatch((text or "").strip())
    if not found or (text or "").strip().startswith("1970-01-01T00:00:00"):
        return None
    try:
        when = parse_when("-".join(part for part in found.groups() if part))
    except ValueError:
        return None
    return when if when.first and when.first >= _EARLIEST else None
