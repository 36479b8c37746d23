"""Files, folders and archives: in go paths, out come documents one by one, and a refusal for each that is none.

    for found in find_documents(["articles/", "more.zip", "feed.jsonl"]):
        ...  # a Document, or a Refusal that names file, reason and cure

Text (.txt), pages (.html), records (.jsonl) and zip archives of these; in a folder and its folders in the order of
names. One bad file costs that file only: empty, binary, too long, encrypted, a pipe, a link to itself. Nothing is
kept in memory but the article at hand.
"""

import os
import stat
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO

from reportedly.errors import InputError
from reportedly.gather.archives import BROKEN, Member, find_members
from reportedly.gather.document import check_length, document_of
from reportedly.gather.encoding import decode
from reportedly.gather.html import Pages
from reportedly.gather.limits import Limits
from reportedly.gather.records import find_records
from reportedly.model import Document, Refusal

TEXTS = (".txt",)
PAGES = (".html", ".htm", ".xhtml")
RECORDS = (".jsonl", ".ndjson")
ARCHIVES = (".zip",)
READ = TEXTS + PAGES + RECORDS + ARCHIVES
READ_WORDS = "give .txt, .html, .jsonl or .zip"

_BYTES_A_RECORD = 4_000
_BYTES_A_MEMBER = 2_000
_HIDDEN = ("__macosx", "thumbs.db", "desktop.ini")


_DEFAULTS = Limits()


def find_documents(paths: Iterable[str | Path], *, limits: Limits = _DEFAULTS) -> Iterator[Document | Refusal]:
    """All articles of the paths, in the order given, within a folder by name; a file reached twice is read once."""
    with Pages(limits) as pages:
        reader = _Reader(limits, pages)
        for path in paths:
            yield from reader.read_path(Path(path))


def other_spellings(source: str) -> tuple[str, ...]:
    """How else the same file may have been given: `monday/03.txt` as `/desk/monday/03.txt`, from the working folder of now."""
    if not source or "\0" in source:
        return ()
    spelled = (os.path.normpath(source), os.path.abspath(source), os.path.relpath(source))
    others = dict.fromkeys(Path(each).as_posix() for each in spelled)
    return tuple(other for other in others if other != source and other.encode("utf-8", "replace").decode() == other)


def estimate_documents(paths: Iterable[str | Path]) -> int:
    """About how many articles the paths hold, for a progress bar: files by count, records and archives by size."""
    walk = _Walk()
    return sum(_estimate(path) for given in paths for path in walk.find_files(Path(given)) if isinstance(path, Path))


def _estimate(path: Path) -> int:
    suffix = path.suffix.lower()
    per_article = {RECORDS: _BYTES_A_RECORD, ARCHIVES: _BYTES_A_MEMBER}
    size = next((size for suffixes, size in per_article.items() if suffix in suffixes), 0)
    return max(1, path.stat().st_size // size) if size else 1


class _Walk:
    """Goes through folders by name, follows links, and never enters the same folder or file twice."""

    def __init__(self) -> None:
        self._seen: set[tuple[int, int]] = set()
        self.left_out: Counter[str] = Counter()

    def find_files(self, path: Path) -> Iterator[Path | Refusal]:
        """The files under a path that may hold articles; what is left out is counted by kind in `left_out`."""
        waiting = [path]
        while waiting:
            here = waiting.pop()
            try:
                status = here.stat()
            except (OSError, ValueError) as error:
                yield _unreadable(here, error)
                continue
            if (status.st_dev, status.st_ino) in self._seen:
                continue
            self._seen.add((status.st_dev, status.st_ino))
            if stat.S_ISDIR(status.st_mode):
                try:
                    waiting += sorted(here.iterdir(), key=lambda inner: inner.name, reverse=True)
                except OSError as error:
                    yield _unreadable(here, error)
            elif not stat.S_ISREG(status.st_mode):
                yield Refusal(
                    source=here.as_posix(), reason="it is no file but a pipe or device", cure="save it as a file"
                )
            elif here == path or (here.suffix.lower() in READ and not is_hidden(here.name)):
                yield here
            else:
                self.left_out[_kind_of(here.name)] += 1


class _Reader:
    """Reads what it finds under a path, with one worker for pages and one memory of what was read."""

    def __init__(self, limits: Limits, pages: Pages) -> None:
        self._limits, self._pages, self._walk = limits, pages, _Walk()

    def read_path(self, path: Path) -> Iterator[Document | Refusal]:
        count = 0
        self._walk.left_out.clear()
        for found in self._walk.find_files(path):
            count += 1
            if isinstance(found, Refusal):
                yield found
            else:
                yield from self._read_file(found)
        if self._walk.left_out:
            yield _left_out(path.as_posix(), self._walk.left_out, is_partial=count > 0)
        elif not count and path.is_dir() and not any(path.iterdir()):
            yield Refusal(source=path.as_posix(), reason="the folder is empty", cure=READ_WORDS)

    def _read_file(self, path: Path) -> Iterator[Document | Refusal]:
        name = path.as_posix()
        try:
            with _open_regular(path) as file:
                if path.suffix.lower() in ARCHIVES:
                    yield from self._read_archive(file, name)
                else:
                    yield from self._read_stream(file, name)
        except InputError as error:
            yield Refusal(source=name, reason=error.problem, cure=error.cure)
        except OSError as error:
            yield _unreadable(path, error)

    def _read_archive(self, file: IO[bytes], name: str) -> Iterator[Document | Refusal]:
        left_out: Counter[str] = Counter()
        count = 0
        for member in find_members(file, name=name, packed=os.fstat(file.fileno()).st_size, limits=self._limits):
            if isinstance(member, Refusal):
                count += 1
                yield member
                continue
            suffix = Path(member.name).suffix.lower()
            if suffix in ARCHIVES:
                yield Refusal(
                    source=f"{name}!{member.name}", reason="it is an archive in an archive", cure="unpack it first"
                )
            elif suffix not in READ or is_hidden(member.name):
                left_out[_kind_of(member.name)] += 1
            else:
                count += 1
                yield from self._read_member(member, name)
        if left_out:
            yield _left_out(name, left_out, is_partial=count > 0)
        elif not count:
            yield Refusal(source=name, reason="the archive holds no article", cure=READ_WORDS)

    def _read_member(self, member: Member, name: str) -> Iterator[Document | Refusal]:
        source = f"{name}!{member.name}"
        try:
            yield from self._read_stream(member.stream, source)
        except BROKEN:
            yield Refusal(source=source, reason="the member is broken", cure="pack the archive again")

    def _read_stream(self, stream: IO[bytes], name: str) -> Iterator[Document | Refusal]:
        suffix = Path(name).suffix.lower()
        if suffix in RECORDS:
            yield from find_records(stream, name=name, limits=self._limits)
        elif suffix in TEXTS + PAGES:
            try:
                yield from self._read_article(stream, name, is_page=suffix in PAGES)
            except InputError as error:
                if error.cure.startswith(("unpack it yourself", "split the archive")):
                    raise  # the whole archive is past its limits, not this member
                yield Refusal(source=name, reason=error.problem, cure=error.cure)
        else:
            yield Refusal(
                source=name, reason=f"files of the kind {suffix or 'without a suffix'} are not read", cure=READ_WORDS
            )

    def _read_article(self, stream: IO[bytes], name: str, *, is_page: bool) -> Iterator[Document | Refusal]:
        most = self._limits.page_bytes if is_page else self._limits.text_bytes
        data = stream.read(most + 1)
        if not data.strip(b" \t\r\n\xef\xbb\xbf"):
            raise InputError("it is empty", cure="remove it, or save the article again")
        if len(data) > most:
            raise InputError(f"it is longer than {most:,} bytes", cure="split it into its articles")
        if is_page:
            page = self._pages.read(data)
            check_length(page.text, self._limits)
            yield document_of(source=name, data=data, text=page.text, metadata=page.metadata)
            remark = page.remark
        else:
            decoded = decode(data)
            check_length(decoded.text, self._limits)
            yield document_of(source=name, data=data, text=decoded.text)
            remark = decoded.remark
        if remark:
            yield Refusal(source=name, reason=remark, cure="save it as UTF-8", partial=True)


def _open_regular(path: Path) -> IO[bytes]:
    """The file, opened so that a pipe put in its place cannot make us wait."""
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
    handle = os.open(path, flags)
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise InputError("it is no file but a pipe or device", cure="save it as a file")
    return os.fdopen(handle, "rb")


def _unreadable(path: Path, error: Exception) -> Refusal:
    if isinstance(error, FileNotFoundError):
        reason, cure = (
            ("it is a link to nothing", "remove it")
            if path.is_symlink()
            else ("there is no such file", "check the path")
        )
    elif isinstance(error, PermissionError):
        reason, cure = "it may not be read", "give yourself the right to read it"
    elif isinstance(error, ValueError):
        reason, cure = "its name is no file name", "check the path"
    else:
        reason, cure = f"it cannot be read ({getattr(error, 'strerror', None) or error})", "check the file and its disk"
    return Refusal(source=path.as_posix(), reason=reason, cure=cure)


def is_hidden(name: str) -> bool:
    """Whether a file is the system's, not the user's: `.DS_Store`, `__MACOSX/._a.txt`."""
    parts = name.replace("\\", "/").casefold().split("/")
    return any(part in _HIDDEN or (part.startswith(".") and part not in (".", "..")) for part in parts)


def _kind_of(name: str) -> str:
    return "hidden" if is_hidden(name) else Path(name).suffix.lower() or "without a suffix"


def _left_out(name: str, kinds: Counter[str], *, is_partial: bool) -> Refusal:
    listed = ", ".join(f"{count} {kind}" for kind, count in sorted(kinds.items()))
    noun = "file of another kind was" if kinds.total() == 1 else "files of other kinds were"
    return Refusal(
        source=name, reason=f"{kinds.total()} {noun} left out: {listed}", cure=READ_WORDS, partial=is_partial
    )
