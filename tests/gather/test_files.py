"""Files, folders, archives and records: what is read, and what is refused with a reason while the rest is read."""

import json
import os
import struct
import zipfile
from collections.abc import Iterable
from pathlib import Path

import pytest

from reportedly.gather.files import estimate_documents, find_documents, other_spellings
from reportedly.gather.limits import Limits
from reportedly.model import Basis, Document, Refusal
from reportedly.when import parse_when

NEWS = (
    "Ten die in tunnel fire\n\nTen people died on Monday when a lorry caught fire in the Sasso tunnel, police said.\n"
)


def read(*paths: Path, limits: Limits = Limits()) -> list[Document | Refusal]:  # noqa: B008
    return list(find_documents(paths, limits=limits))


def told(found: Iterable[Document | Refusal], folder: Path) -> list[str]:
    """One line each: `a.txt` for a document, `b.txt: it is empty` for a refusal, `(partial)` where that is so."""
    return [_told(one).replace(f"{folder.as_posix()}/", "").replace(folder.as_posix(), ".") for one in found]


def _told(one: Document | Refusal) -> str:
    if isinstance(one, Document):
        return one.source
    return f"{one.source}: {one.reason}{' (partial)' if one.partial else ''}"


def test_a_folder_is_read_by_name_with_its_folders(tmp_path: Path) -> None:
    """b/, a.txt and c.html come as a.txt, b/1.txt, c.html, whatever order the disk has."""
    (tmp_path / "b").mkdir()
    for name in ("c.txt", "b/2.TXT", "b/1.txt", "a.txt"):
        (tmp_path / name).write_text(NEWS)

    assert told(read(tmp_path), tmp_path) == ["a.txt", "b/1.txt", "b/2.TXT", "c.txt"]


def test_text_is_kept_to_the_letter_but_for_a_byte_order_mark(tmp_path: Path) -> None:
    """Windows line ends, tabs and trailing spaces stay, so that offsets count in the file's own text."""
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbfTen die\r\n\r\n\tTen people died. \r\n")
    [document] = read(tmp_path / "a.txt")

    assert isinstance(document, Document)
    assert document.text == "Ten die\r\n\r\n\tTen people died. \r\n"
    assert [document.text[span.start : span.end] for span in document.body] == ["Ten die", "Ten people died."]


def test_the_same_bytes_from_the_same_source_are_the_same_document(tmp_path: Path) -> None:
    """Reading twice gives equal documents; other bytes give another id."""
    path = tmp_path / "a.txt"
    path.write_text(NEWS)
    first, second = read(path), read(path)
    path.write_text(NEWS + "\n")
    third = read(path)

    assert first == second
    assert isinstance(first[0], Document)
    assert isinstance(third[0], Document)
    assert first[0].id != third[0].id
    assert (first[0].id[:2], len(first[0].id)) == ("d-", 18)


def test_two_files_with_the_same_text_are_two_documents(tmp_path: Path) -> None:
    """Two outlets may carry one text; copies are found later, by what they say."""
    (tmp_path / "a.txt").write_text(NEWS)
    (tmp_path / "b.txt").write_text(NEWS)

    assert len({document.id for document in read(tmp_path) if isinstance(document, Document)}) == 2


def test_a_file_reached_twice_is_read_once(tmp_path: Path) -> None:
    """A folder and a file in it, and a link to the folder within itself, give the file once."""
    (tmp_path / "a.txt").write_text(NEWS)
    (tmp_path / "loop").symlink_to(tmp_path)

    assert told(read(tmp_path, tmp_path / "a.txt"), tmp_path) == ["a.txt"]


def test_other_kinds_in_a_folder_are_counted_in_one_line(tmp_path: Path) -> None:
    """Pictures and a .DS_Store are no alarm, but not passed over in silence."""
    for name in ("a.txt", "b.jpg", "c.jpg", ".DS_Store"):
        (tmp_path / name).write_text(NEWS)

    assert told(read(tmp_path), tmp_path) == [
        "a.txt",
        ".: 3 files of other kinds were left out: 2 .jpg, 1 hidden (partial)",
    ]


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("empty.txt", b"", "it is empty"),
        ("blank.txt", b" \r\n\t ", "it is empty"),
        ("noise.txt", bytes(range(256)) * 20, "it is binary, not text"),
        ("paper.txt", b"%PDF-1.7 ...", "it is a PDF, not text"),
        ("long.txt", b"word " * 4_000_000, "it is longer than 8,000,004 bytes"),
        ("wide.txt", b"x" * 2_000_001, "it has 2,000,001 characters, more than 2,000,000"),
        ("tall.txt", b"x\n" * 20_001, "it has more than 20,000 lines"),
        ("a.zip", b"no archive", "it is no zip archive, or a broken one"),
        ("notes.docx", b"PK\x03\x04", "files of the kind .docx are not read"),
        ("nothing", b"x", "files of the kind without a suffix are not read"),
    ],
)
def test_a_bad_file_is_refused_by_name_and_the_rest_is_read(
    tmp_path: Path, name: str, data: bytes, reason: str
) -> None:
    """Each refusal names the file and what to do; the article beside it is read."""
    (tmp_path / name).write_bytes(data)
    (tmp_path / "z.txt").write_text(NEWS)
    found = read(tmp_path / name, tmp_path / "z.txt")

    assert told(found, tmp_path) == [f"{name}: {reason}", "z.txt"]
    assert isinstance(found[0], Refusal)
    assert found[0].cure


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    """A pipe would wait for ever; a link to itself and a missing path lead nowhere."""
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "self.txt").symlink_to("self.txt")
    (tmp_path / "dangling.txt").symlink_to("nowhere")

    assert told(read(tmp_path, tmp_path / "missing.txt", Path("/dev/zero")), tmp_path) == [
        "dangling.txt: it is a link to nothing",
        "pipe.txt: it is no file but a pipe or device",
        "self.txt: it cannot be read (Too many levels of symbolic links)",
        "missing.txt: there is no such file",
        "/dev/zero: it is no file but a pipe or device",
    ]


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path) -> None:
    """Rights withheld cost that file only."""
    (tmp_path / "a.txt").write_text(NEWS)
    (tmp_path / "a.txt").chmod(0)

    assert told(read(tmp_path), tmp_path) == ["a.txt: it may not be read"]


def pack(path: Path, members: dict[str, str | bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def test_an_archive_is_read_in_memory(tmp_path: Path) -> None:
    """Members are named archive!member; nothing is left on the disk."""
    record = json.dumps({"text": NEWS}) + "\n"
    path = pack(tmp_path / "a.zip", {"b/two.txt": NEWS, "a.jsonl": record, "c.png": b"x", "__MACOSX/._two.txt": b"x"})

    assert told(read(path), tmp_path) == [
        "a.zip!a.jsonl#1",
        "a.zip!b/two.txt",
        "a.zip: 2 files of other kinds were left out: 1 .png, 1 hidden (partial)",
    ]
    assert [file.name for file in tmp_path.iterdir()] == ["a.zip"]


def test_members_that_lead_out_or_nest_are_refused(tmp_path: Path) -> None:
    """`../evil.txt`, an absolute name, a drive and an archive in the archive."""
    names = ("../evil.txt", "/etc/evil.txt", "C:/evil.txt", "..\\evil.txt", "inner.zip", "ok.txt")
    path = pack(tmp_path / "a.zip", dict.fromkeys(names, NEWS))

    assert told(read(path), tmp_path) == [
        "a.zip!../evil.txt: its name leads out of the archive",
        "a.zip!..\\evil.txt: its name leads out of the archive",
        "a.zip!/etc/evil.txt: its name leads out of the archive",
        "a.zip!C:/evil.txt: its name leads out of the archive",
        "a.zip!inner.zip: it is an archive in an archive",
        "a.zip!ok.txt",
    ]


def test_a_zip_bomb_stops_at_its_ratio(tmp_path: Path) -> None:
    """Megabytes of one letter unpack past any honest ratio; what came before stays read."""
    path = pack(tmp_path / "a.zip", {"a.txt": NEWS} | {f"b{at}.txt": b"0" * 7_000_000 for at in range(9)})
    found = told(read(path, limits=Limits(characters=2_000)), tmp_path)
    bomb = told(read(path), tmp_path)

    assert found[0] == "a.zip!a.txt"
    assert bomb[0] == "a.zip!a.txt"
    assert bomb[-1] == "a.zip: it unpacks to more than 200 times its size, as a zip bomb does"


def test_a_total_too_large_stops_the_archive(tmp_path: Path) -> None:
    """The sum of what is unpacked has a limit whatever the ratio."""
    path = pack(tmp_path / "a.zip", {f"{at}.txt": NEWS for at in range(5)})
    found = told(read(path, limits=Limits(archive_bytes=len(NEWS) * 3)), tmp_path)

    assert found == ["a.zip!0.txt", "a.zip!1.txt", "a.zip!2.txt", "a.zip: it unpacks to more than 327 bytes"]


def test_an_encrypted_archive_is_refused_in_one_line(tmp_path: Path) -> None:
    """Its members' flags say so; no password is asked for."""
    data = bytearray(pack(tmp_path / "a.zip", {"a.txt": NEWS, "b.txt": NEWS}).read_bytes())
    for signature, offset in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        at = -1
        while (at := data.find(signature, at + 1)) >= 0:
            data[at + offset] |= 1
    (tmp_path / "a.zip").write_bytes(data)

    assert told(read(tmp_path / "a.zip"), tmp_path)[0] == "a.zip: it is encrypted"


def test_a_broken_member_costs_itself_only(tmp_path: Path) -> None:
    """A flipped bit in one member's data."""
    path = pack(tmp_path / "a.zip", {"a.txt": NEWS, "b.txt": NEWS})
    data = bytearray(path.read_bytes())
    data[data.find(b"a.txt") + 10] ^= 0xFF
    path.write_bytes(data)

    assert told(read(path), tmp_path) == ["a.zip!a.txt: the member is broken", "a.zip!b.txt"]


def test_a_truncated_archive_and_a_giant_table_are_refused(tmp_path: Path) -> None:
    """Half a file has no table of contents; a table of a gigabyte is not even read."""
    path = pack(tmp_path / "a.zip", {"a.txt": NEWS})
    whole = path.read_bytes()
    (tmp_path / "half.zip").write_bytes(whole[: len(whole) // 2])
    end = whole.rfind(b"PK\x05\x06")
    (tmp_path / "giant.zip").write_bytes(whole[: end + 12] + struct.pack("<L", 10**9) + whole[end + 16 :])

    assert told(read(tmp_path / "half.zip", tmp_path / "giant.zip"), tmp_path) == [
        "half.zip: it is no zip archive, or a broken one",
        "giant.zip: its table of contents is too long to be true",
    ]


def test_records_give_their_fields(tmp_path: Path) -> None:
    """Only text is required; source, else url, else FILE#LINE names the document."""
    records = [
        {"text": NEWS, "title": "T", "outlet": "The Uri Post", "url": "https://uripost.example/1", "author": "Ana Ruiz"}
        | {"published": "2031-03-08T23:30:00+06:00", "language": "en", "source": "uri/1"},
        {"text": NEWS, "url": "https://www.uripost.example/2"},
        {"text": NEWS},
    ]
    path = tmp_path / "a.jsonl"
    path.write_text("".join(json.dumps(record) + "\n" for record in records))
    first, second, third = (document for document in read(path) if isinstance(document, Document))

    assert (first.source, second.source, third.source) == ("uri/1", "https://www.uripost.example/2", f"{path}#3")
    assert (first.published, first.published_basis) == (parse_when("2031-03-08"), Basis.METADATA)
    assert (first.title, first.outlet, first.author, first.language) == ("T", "The Uri Post", "Ana Ruiz", "en")
    assert (second.title, second.outlet, second.published) == ("Ten die in tunnel fire", "uripost.example", None)
    assert (third.outlet, third.published_basis, third.url) == (None, None, None)


def test_a_bad_record_costs_its_line_only(tmp_path: Path) -> None:
    """Broken JSON, no text, a list, brackets a hundred thousand deep, a line too long; the last is read."""
    good = json.dumps({"text": NEWS})
    lines = ["{", '{"title": "x"}', "[1]", "[" * 100_000, "", '{"text": "' + "x" * 90_000 + '"}', good]
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join(lines))

    assert told(read(path, limits=Limits(characters=1_000)), tmp_path) == [
        "a.jsonl#1: the line is no JSON (column 2)",
        "a.jsonl#2: the record has no text",
        "a.jsonl#3: the line is no JSON object",
        "a.jsonl#4: the line is longer than 77,536 bytes",
        "a.jsonl#6: the line is longer than 77,536 bytes",
        "a.jsonl#7",
    ]
    assert told(read(path), tmp_path)[3] == "a.jsonl#4: the line is no JSON"


def test_a_field_that_is_wrong_is_left_out_and_said(tmp_path: Path) -> None:
    """`yesterday` is no date; half a character is shown as such without moving what follows."""
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "A\\ud800B died.", "published": "yesterday", "outlet": 5}\n')
    found = read(path)

    assert isinstance(found[0], Document)
    assert (found[0].text, found[0].published, found[0].outlet) == ("A\ufffdB died.", None, None)
    assert told(found, tmp_path)[1:] == [
        "a.jsonl#1: 1 half characters were replaced (partial)",
        "a.jsonl#1: 'outlet' is no text and was left out (partial)",
        "a.jsonl#1: 'published' is no ISO date ('yesterday') and was left out (partial)",
    ]


ACCENTS = "Fidèle said “ten” died – at the café of Çeşme."


@pytest.mark.parametrize(
    ("data", "text", "remark"),
    [
        (ACCENTS.encode(), ACCENTS, ""),
        (ACCENTS.encode("utf-16"), ACCENTS, ""),
        (ACCENTS.encode("utf-16-be").join([b"\xfe\xff", b""]), ACCENTS, ""),
        (b"Ten died.".decode().encode("utf-16-le"), "Ten died.", "it has no byte order mark; read as UTF-16"),
        (
            "Fidèle said “ten” died – at the café.".encode("cp1252"),
            "Fidèle said “ten” died – at the café.",
            "it is not UTF-8; read as Windows-1252, so accented letters may be wrong",
        ),
        (
            "Fidèle said “ten”.\n".encode() + "Fidèle again.".encode("cp1252"),
            "Fidèle said “ten”.\nFidèle again.",
            "it mixes encodings; read as UTF-8, but 1 byte as Windows-1252",
        ),
        (
            "Десять человек погибли при пожаре в тоннеле, сообщила полиция в понедельник.".encode("cp1251"),
            "Десять человек погибли при пожаре в тоннеле, сообщила полиция в понедельник.",
            "it is not UTF-8; read as cp1251, a guess",
        ),
    ],
)
def test_encodings_are_known_or_said(tmp_path: Path, data: bytes, text: str, remark: str) -> None:
    """What is not plainly UTF-8 or UTF-16 is read all the same, and the user is told how."""
    (tmp_path / "a.txt").write_bytes(data)
    found = read(tmp_path / "a.txt")

    assert isinstance(found[0], Document)
    assert found[0].text == text
    assert [one.reason for one in found[1:] if isinstance(one, Refusal)] == ([remark] if remark else [])


def test_an_estimate_counts_files_and_guesses_at_records(tmp_path: Path) -> None:
    """For a progress bar only."""
    (tmp_path / "a.txt").write_text(NEWS)
    (tmp_path / "b.jsonl").write_text("x" * 8_000)

    assert estimate_documents([tmp_path]) == 3


def test_other_spellings_of_a_path(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Relative, whole, with detours; none of what is no path that a desk can hold."""
    monkeypatch.chdir(tmp_path)
    whole = tmp_path.resolve().as_posix()
    assert set(other_spellings("monday/03.txt")) == {f"{whole}/monday/03.txt"}
    assert set(other_spellings(f"{whole}/monday/x.jsonl#3")) == {"monday/x.jsonl#3"}
    assert set(other_spellings("monday/../monday/03.txt")) == {"monday/03.txt", f"{whole}/monday/03.txt"}
    assert other_spellings("") == other_spellings("a\0b") == other_spellings("caf\udce9.txt") == ()
