"""JSON Lines: in goes a stream of records, out come documents, and a refusal for each line that is none.

    {"text": "Ten die in tunnel fire\\n\\nAltdorf - Ten people ...", "outlet": "The Courant", "published": "2031-03-08"}

Only `text` is required, and is kept to the letter. A record's `source`, else its `url`, else FILE#LINE is the
document's source. A broken line costs that line only.
"""

import json
from collections.abc import Iterator
from typing import IO, Any

from reportedly.errors import InputError
from reportedly.gather.document import Metadata, check_length, document_of, parse_stamp
from reportedly.gather.encoding import Decoded, decode, without_lone_surrogates
from reportedly.gather.limits import Limits
from reportedly.model import Document, Refusal

FIELDS = ("title", "outlet", "url", "source", "published", "language", "author")
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")


def find_records(stream: IO[bytes], *, name: str, limits: Limits) -> Iterator[Document | Refusal]:
    """The articles of a stream of JSON Lines, in order. `name` is the file's, as the user gave it."""
    for number, line in enumerate(_lines(stream, limits), start=1):
        place = f"{name}#{number}"
        if number == 1 and line and line.startswith(_WIDE_MARKS):
            yield Refusal(source=name, reason="it is UTF-16, not UTF-8", cure="save the JSON Lines as UTF-8")
            return
        if line is None:
            yield Refusal(
                source=place, reason=f"the line is longer than {limits.line_bytes:,} bytes", cure="split the article"
            )
        elif line.strip(b" \t\r\n\xef\xbb\xbf"):
            yield from _read_record(line, place=place, limits=limits)


def _lines(stream: IO[bytes], limits: Limits) -> Iterator[bytes | None]:
    """Line by line; None stands for one that is too long, which is passed over without being kept."""
    while line := stream.readline(limits.line_bytes):
        if len(line) < limits.line_bytes or line.endswith(b"\n"):
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(1_000_000)
        yield None


def _read_record(line: bytes, *, place: str, limits: Limits) -> Iterator[Document | Refusal]:
    try:
        decoded = decode(line.strip())
        record = _parse_record(decoded.text)
        text = _text_of(record, limits)
    except InputError as error:
        yield Refusal(source=place, reason=error.problem, cure=error.cure)
        return
    remarks = [remark for remark in (decoded.remark, text.remark) if remark]
    fields: dict[str, str] = {}
    for field in FIELDS:
        value, remark = _field(record, field)
        fields |= {field: value} if value else {}
        remarks += [remark] if remark else []
    source = fields.pop("source", None) or fields.get("url") or place
    plain = json.dumps({"text": text.text} | fields, sort_keys=True, ensure_ascii=True).encode("ascii")
    yield document_of(source=source, data=plain, text=text.text, metadata=Metadata(**fields))
    for remark in remarks:
        yield Refusal(source=place, reason=remark, cure="correct the record and add it again", partial=True)


def _parse_record(line: str) -> dict[str, Any]:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        at = f" (column {error.colno})" if isinstance(error, json.JSONDecodeError) else ""
        raise InputError(f"the line is no JSON{at}", cure="write one object a line") from error
    if not isinstance(record, dict):
        raise InputError("the line is no JSON object", cure='write one object a line, as {"text": "..."}')
    return record


def _text_of(record: dict[str, Any], limits: Limits) -> Decoded:
    text = record.get("text")
    if not isinstance(text, str) or not text.strip():
        raise InputError("the record has no text", cure='give the article under "text"')
    check_length(text, limits)
    return without_lone_surrogates(text)


def _field(record: dict[str, Any], name: str) -> tuple[str | None, str | None]:
    """A field's value, and what is wrong with it."""
    value = record.get(name)
    if value is None or value == "":
        return None, None
    if not isinstance(value, str):
        return None, f"{name!r} is no text and was left out"
    if name == "published" and parse_stamp(value) is None:
        return None, f"'published' is no ISO date ({value[:40]!r}) and was left out"
    return without_lone_surrogates(value.strip()[:2000]).text or None, None
