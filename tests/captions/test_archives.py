"""Archives as people zip them, and as they are made to do harm."""

import gzip
import io
import random
import stat
import struct
import tracemalloc
import zipfile
import zlib
from collections.abc import Iterable

import pytest

from reviewer.captions import archives, members, read
from reviewer.captions.archives import LARGEST, MOST_MEMBERS, Member
from reviewer.errors import UnreadableCaptions

VTT = b"WEBVTT\n\n00:01.000 --> 00:02.000\nWords.\n"


def zipped(files: Iterable[tuple[str | zipfile.ZipInfo, bytes]], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", packing) as archive:
        for name, data in files:
            archive.writestr(name, data)
    return buffer.getvalue()


def gzipped(data: bytes, name: bytes = b"", *, extra: bytes = b"") -> bytes:
    flags = (4 if extra else 0) | (8 if name else 0)
    head = b"\x1f\x8b\x08" + bytes([flags]) + b"\0\0\0\0\0\xff"
    head += struct.pack("<H", len(extra)) + extra if extra else b""
    raw = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    return (
        head
        + (name + b"\0" if name else b"")
        + raw.compress(data)
        + raw.flush()
        + struct.pack("<II", zlib.crc32(data), len(data))
    )


def patched(data: bytes, offset: int, new: bytes, *, signature: bytes = b"PK\x01\x02") -> bytes:
    at = data.index(signature) + offset
    return data[:at] + new + data[at + len(new) :]


def the_one(name: str, data: bytes) -> Member:
    (member,) = members(name, data)
    return member


def refusal(name: str, data: bytes) -> str:
    with pytest.raises(UnreadableCaptions) as refused:
        list(members(name, data))
    assert "\n" not in str(refused.value)
    assert str(refused.value).endswith("Nothing was changed.")
    return refused.value.reason


def test_a_file_that_is_no_archive_is_given_as_it_is() -> None:
    assert the_one("a.vtt", VTT) == Member("a.vtt", VTT)


# gzip
@pytest.mark.parametrize(
    ("outer", "inner", "called"),
    [
        ("talk.en.vtt.gz", b"", "talk.en.vtt"),
        ("talk.VTT.GZ", b"other.vtt", "talk.VTT"),
        ("download", b"talk.vtt", "talk.vtt"),
        ("download.gz", b"talk.vtt", "talk.vtt"),
        ("download.gz", b"", "download"),
        ("download.gz", b"../../etc/talk.vtt", "talk.vtt"),
        ("download.gz", b"..", "download"),
        ("download.gz", "Gespräch.vtt".encode(), "Gespräch.vtt"),
        ("download.gz", "Gespräch.vtt".encode("latin-1"), "Gespräch.vtt"),
        ("download.gz", b"a\nb.vtt", "a\\x0ab.vtt"),
    ],
)
def test_the_file_in_a_gzip_is_named_as_gunzip_names_it(outer: str, inner: bytes, called: str) -> None:
    assert the_one(outer, gzipped(VTT, inner)) == Member(called, VTT)
    assert the_one(outer, gzipped(VTT, inner, extra=b"12345")).name == called


def test_gzips_put_behind_each_other_are_one_file() -> None:
    data = gzip.compress(VTT[:20]) + gzip.compress(b"") + gzip.compress(VTT[20:]) + b"\0" * 512
    assert the_one("a.vtt.gz", data) == Member("a.vtt", VTT)


def test_bytes_behind_a_gzip_are_left_out_and_told() -> None:
    assert the_one("a.vtt.gz", gzip.compress(VTT) + b"more") == Member("a.vtt", VTT, (archives.AFTER_END,))


@pytest.mark.parametrize("cut", [1, 5, 9, 12, 30])
def test_a_gzip_that_is_cut_off_is_refused(cut: int) -> None:
    assert refusal("a.vtt.gz", gzip.compress(VTT)[:-cut]) == archives.DAMAGED


def test_a_gzip_whose_sum_is_wrong_is_refused() -> None:
    data = bytearray(gzip.compress(VTT))
    data[-6] ^= 1
    assert refusal("a.vtt.gz", bytes(data)) == archives.DAMAGED


@pytest.mark.parametrize("inner", [gzip.compress(VTT), zipped([("a.vtt", VTT)])], ids=["gzip", "zip"])
def test_an_archive_in_a_gzip_is_refused(inner: bytes) -> None:
    assert refusal("a.gz", gzip.compress(inner)) == "there is an archive in this archive."


def test_a_gzip_bomb_is_stopped_while_it_unpacks() -> None:
    bomb = gzip.compress(b"\0" * (LARGEST // 4), 1) * 5
    assert len(bomb) < LARGEST / 100
    assert refusal("a.gz", bomb).startswith("unpacked, this archive takes more than 200 MB")


def test_a_gzip_of_very_many_streams_is_stopped() -> None:
    assert refusal("a.gz", gzip.compress(b"") * (MOST_MEMBERS + 1)).startswith("unpacked")


# ZIP
def test_the_files_of_a_zip_come_in_order_of_name() -> None:
    data = zipped([
        ("b/", b""), ("b/two.vtt", VTT), ("a.info.json", b"{}"), ("__MACOSX/b/._two.vtt", b"x"), ("b/.DS_Store", b"x"), ("a.vtt", VTT),
    ])  # fmt: skip
    assert list(members("c.zip", data)) == [
        Member("a.info.json", b"{}"), Member("a.vtt", VTT), Member("two.vtt", VTT, folder="b"),
    ]  # fmt: skip


def test_a_stored_zip_and_one_with_bytes_before_it_are_read() -> None:
    assert the_one("c.zip", zipped([("a.vtt", VTT)], zipfile.ZIP_STORED)).data == VTT


@pytest.mark.parametrize(
    ("path", "called", "folder"),
    [
        ("../../etc/passwd", "passwd", "../../etc"),
        ("/etc/passwd", "passwd", "/etc"),
        ("..\\..\\windows\\a.vtt", "a.vtt", "../../windows"),
        ("C:\\a.vtt", "a.vtt", "C:"),
        ("a\n\u202eb.vtt", "a\\x0a\\x202eb.vtt", ""),
        ("a\x1b[31m.vtt", "a\\x1b[31m.vtt", ""),
        ("..", "unnamed", ""),
        ("x/..", "unnamed", "x"),
        ("a.vtt\0.exe", "a.vtt", ""),
        ("Gespräch – eins.vtt", "Gespräch – eins.vtt", ""),
    ],
)
def test_a_members_name_is_only_a_label(path: str, called: str, folder: str) -> None:
    info = zipfile.ZipInfo("x")
    info.filename = path
    assert the_one("c.zip", zipped([(info, VTT)])) == Member(called, VTT, folder=folder)


def test_a_name_of_300_bytes_is_cut_and_keeps_its_end() -> None:
    called = the_one("c.zip", zipped([("x" * 300 + ".en.vtt", VTT)])).name
    assert (len(called), called[-8:]) == (240, "x.en.vtt")


def test_utf8_names_that_do_not_say_so_are_read() -> None:
    name = "Gespräch.vtt"
    data = zipped([(name, VTT)]).replace(struct.pack("<H", 0x800), b"\0\0")
    assert the_one("c.zip", data).name == name


def test_a_link_is_refused_and_the_rest_is_read() -> None:
    link = zipfile.ZipInfo("a-link.vtt")
    link.create_system, link.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
    first, second = members("c.zip", zipped([(link, b"/etc/passwd"), ("b.vtt", VTT)]))
    assert (first.name, first.data, first.refusal) == ("a-link.vtt", b"", "this is a link or a device, not a file.")
    assert second == Member("b.vtt", VTT)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (patched(zipped([("a.vtt", VTT)]), 8, b"\1\0"), "this file is locked with a password."),
        (zipped([("a.vtt", VTT)], zipfile.ZIP_BZIP2), "this file is not packed as ZIP archives usually are."),
        (patched(zipped([("a.vtt", VTT)]), 24, struct.pack("<I", LARGEST + 1)), "over 200 MB is too large."),
        (patched(zipped([("a.vtt", VTT)], zipfile.ZIP_STORED), 35, b"X", signature=b"PK\x03\x04"), "this file is damaged in the archive."),
        (zipped([("a.vtt", zipped([("b.vtt", VTT)]))]), "this is a ZIP archive or office document in the archive."),
        (zipped([("a.vtt", gzip.compress(VTT))]), "this is a gzip archive in the archive."),
    ],
)  # fmt: skip
def test_a_member_that_cannot_be_had_says_why(data: bytes, reason: str) -> None:
    member = the_one("c.zip", data)
    assert (member.data, member.refusal) == (b"", reason)
    assert member.remedy.endswith("Nothing was changed.")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (zipped([]), "there are no files in this archive."),
        (zipped([("folder/", b"")]), "there are no files in this archive."),
        (zipped([("a.vtt", VTT)])[:-30], archives.DAMAGED),
        (b"PK\x03\x04 whatever", archives.DAMAGED),
        (zipped([("[Content_Types].xml", b"<a/>"), ("word/document.xml", b"<a/>")]), "this is an office document, not a caption file."),
        (zipped([("mimetype", b"application/vnd.oasis.opendocument.text"), ("META-INF/manifest.xml", b"")]), "this is an office document, not a caption file."),
        (zipped([("mimetype", b"application/epub+zip"), ("META-INF/container.xml", b"")]), "this is an e-book, not a caption file."),
        (zipped((f"{n}.vtt", b"") for n in range(MOST_MEMBERS + 1)), "this archive holds more than 10,000 files."),
    ],
    ids=["none", "folder", "cut", "junk", "docx", "odt", "epub", "many"],
)  # fmt: skip
def test_a_zip_that_cannot_be_opened_is_refused_whole(data: bytes, reason: str) -> None:
    assert refusal("c.zip", data) == reason


def test_a_zip_bomb_is_stopped_while_it_unpacks() -> None:
    """One file that says it is small and is not, and many that share the same bytes."""
    liar = zipped([("a.vtt", b"\0" * (LARGEST + LARGEST // 10))])
    liar = patched(patched(liar, 24, struct.pack("<I", 50)), 22, struct.pack("<I", 50), signature=b"PK\x03\x04")
    assert the_one("c.zip", liar).refusal == "this file is damaged in the archive."
    one = zipped([("a.vtt", b"\0" * (LARGEST // 2))])
    entry_at, end_at = one.index(b"PK\x01\x02"), one.index(b"PK\x05\x06")
    entry = one[entry_at:end_at]
    many = (
        one[:entry_at]
        + entry * 100
        + patched(one[end_at:], 8, struct.pack("<HHI", 100, 100, len(entry) * 100), signature=b"PK\x05\x06")
    )
    assert refusal("c.zip", many).startswith("unpacked")


def test_a_bomb_needs_no_memory() -> None:
    data = zipped([("a.vtt", b"\0" * (LARGEST + 1))])
    tracemalloc.start()
    assert the_one("c.zip", data).refusal == "over 200 MB is too large."
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 2**20


def test_damaged_archives_are_refused_and_never_crash() -> None:
    chance = random.Random(4)
    whole = [zipped([("a.vtt", VTT * 9), ("b/é.vtt", VTT)]), gzipped(VTT * 9, b"a.vtt")]
    for _ in range(3_000):
        data = bytearray(chance.choice(whole))
        for _ in range(chance.randint(1, 4)):
            data[chance.randrange(4, len(data))] = chance.choice((0, 1, 0xFF, chance.randrange(256)))
        try:
            found = list(members("c", bytes(data)))
        except UnreadableCaptions:
            continue
        assert all(bool(one.refusal) == bool(one.remedy) and one.name.isprintable() for one in found)


@pytest.mark.parametrize(("name", "data"), [("a.vtt.gz", gzip.compress(VTT)), ("a.zip", zipped([("a.vtt", VTT)]))])
def test_the_reader_itself_takes_no_archive_and_says_what_does(name: str, data: bytes) -> None:
    with pytest.raises(UnreadableCaptions, match="Import the archive itself"):
        read(name, data)
