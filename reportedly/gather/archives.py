"""Zip archives: in goes a file, out come its members as streams in memory, and a refusal for each that is none.

Nothing is written to disk, so a member named `../../etc/passwd` can do no harm; it is refused all the same, since no
honest tool makes it. Sizes are counted as bytes come out, never believed from the archive's own table.
"""

import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import IO, NamedTuple

from reportedly.errors import InputError
from reportedly.gather.limits import Limits
from reportedly.model import Refusal

_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # the others hand out unbounded blocks
_ENCRYPTED = 0x1
_LINK = 0o120000
_FREE_BYTES = 10_000_000  # what may be unpacked before the ratio is asked for
BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    struct.error,
    NotImplementedError,
    ValueError,
    OSError,
    RuntimeError,
)


class Member(NamedTuple):
    """A file of an archive: its name there, and its bytes as a stream that raises InputError past the limits."""

    name: str
    stream: IO[bytes]


class Meter:
    """What has been unpacked of one archive so far, against what may be."""

    def __init__(self, packed: int, limits: Limits) -> None:
        self.unpacked, self._packed, self._limits = 0, max(1, packed), limits

    def take(self, count: int) -> None:
        self.unpacked += count
        if self.unpacked > self._limits.archive_bytes:
            raise InputError(f"it unpacks to more than {self._limits.archive_bytes:,} bytes", cure="split the archive")
        if self.unpacked > _FREE_BYTES and self.unpacked > self._packed * self._limits.archive_ratio:
            raise InputError(
                f"it unpacks to more than {self._limits.archive_ratio} times its size, as a zip bomb does",
                cure="unpack it yourself, if you trust it, and give the folder",
            )


class _Metered:
    """A member's stream that counts what it hands out."""

    def __init__(self, stream: IO[bytes], meter: Meter) -> None:
        self._stream, self._meter = stream, meter

    def read(self, size: int = -1) -> bytes:
        return self._count(self._stream.read(size))

    def readline(self, size: int = -1) -> bytes:
        return self._count(self._stream.readline(size))

    def _count(self, data: bytes) -> bytes:
        self._meter.take(len(data))
        return data


def find_members(file: IO[bytes], *, name: str, packed: int, limits: Limits) -> Iterator[Member | Refusal]:
    """The members of an archive in the order of their names. Raises InputError where the whole cannot be read."""
    _check_directory(file, packed, limits)
    try:
        archive = zipfile.ZipFile(file)
    except BROKEN as error:
        raise InputError("it is no zip archive, or a broken one", cure="pack it again") from error
    with archive:
        infos = sorted((info for info in archive.infolist() if not info.is_dir()), key=lambda info: info.filename)
        if len(infos) > limits.archive_members:
            raise InputError(f"it has more than {limits.archive_members:,} members", cure="split the archive")
        encrypted = [info for info in infos if info.flag_bits & _ENCRYPTED]
        if encrypted:
            count = f"{len(encrypted)} of its {len(infos)} members are" if len(encrypted) < len(infos) else "it is"
            yield Refusal(
                source=name, reason=f"{count} encrypted", cure="unpack it with its password and give the folder"
            )
        meter = Meter(packed, limits)
        for info in infos:
            if not info.flag_bits & _ENCRYPTED:
                yield from _open_member(archive, info, name=name, meter=meter)


def _open_member(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, *, name: str, meter: Meter
) -> Iterator[Member | Refusal]:
    problem = _problem_of(info)
    if problem:
        yield Refusal(source=f"{name}!{info.filename}", reason=problem[0], cure=problem[1])
        return
    try:
        stream = archive.open(info)
    except BROKEN:
        yield Refusal(source=f"{name}!{info.filename}", reason="the member is broken", cure="pack the archive again")
        return
    with stream:
        yield Member(info.filename, _Metered(stream, meter))  # type: ignore[arg-type]


def _problem_of(info: zipfile.ZipInfo) -> tuple[str, str] | None:
    path = PurePosixPath(info.filename.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or info.filename[1:2] == ":":
        return "its name leads out of the archive", "pack the archive again with plain names"
    if info.compress_type not in _METHODS:
        return "it is packed by a method that is not read", "pack the archive again with the usual method (deflate)"
    if (info.external_attr >> 16) & 0o170000 == _LINK:
        return "it is a link, not a file", "pack the file itself"
    return None


def _check_directory(file: IO[bytes], packed: int, limits: Limits) -> None:
    """Refuse a table of contents that alone would fill the memory, before it is read."""
    file.seek(max(0, packed - 65_600))
    tail = file.read(65_600)
    file.seek(0)
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or len(tail) < at + 16:
        raise InputError("it is no zip archive, or a broken one", cure="pack it again")
    size = struct.unpack_from("<L", tail, at + 12)[0]
    wide = tail.rfind(b"PK\x06\x06", 0, at)
    if size == 0xFFFFFFFF and 0 <= wide <= len(tail) - 48:
        size = struct.unpack_from("<Q", tail, wide + 40)[0]
    if size > limits.archive_directory:
        raise InputError("its table of contents is too long to be true", cure="split the archive")
