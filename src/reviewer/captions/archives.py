"""The files inside a gzip or ZIP archive, as values: nothing is ever unpacked to the disk.

An archive's own figures are not trusted: what comes out is counted while it comes. A member's name is a label.
"""

import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import PurePosixPath
from typing import Final, NamedTuple

from reviewer.captions.foreign import foreign_kind
from reviewer.captions.remedies import NOTHING_CHANGED
from reviewer.errors import UnreadableCaptions, printable

LARGEST: Final = 200 * 2**20  # bytes of one file; a day's captions take 10 MB
LARGEST_TOTAL: Final = 10 * LARGEST  # of all in a ZIP archive, of which one file at a time is in memory
MOST_MEMBERS: Final = 10_000
_LONGEST = 240  # characters of a label; no file system takes a longer name
_CHUNK = 65_536
_PAST_HEADER = 10  # bytes of a gzip header before what its flags announce
_HAS_EXTRA, _HAS_NAME = 4, 8
_ENCRYPTED, _UTF8_NAME = 1, 0x800
_PACKED_SO = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}  # others (bzip2) unpack gigabytes from one block
_DIRECTORY_ENTRY = b"PK\x01\x02"
_ZIP, _GZIP = (b"PK\x03\x04", b"PK\x05\x06"), b"\x1f\x8b"
# What zipfile raises for bytes that are no archive, found by fuzzing it.
_BROKEN = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError,
    OverflowError,
)  # fmt: skip

DAMAGED = "this archive is damaged or cut off."
AGAIN = f"Download or pack it again. {NOTHING_CHANGED}"
UNPACK = f"Unpack it yourself and import the files in it. {NOTHING_CHANGED}"
AFTER_END = "Bytes after the end of the archive were left out."
UNNAMED = "unnamed"


class Member(NamedTuple):
    """A file of an archive, or a file that is none: its bytes, or why they can't be had (`refusal`) and what to do.

    `name` is the last part of its path in one printable line, `folder` what stands above it, for pairing only.
    """

    name: str
    data: bytes
    notes: tuple[str, ...] = ()
    refusal: str = ""
    remedy: str = ""
    folder: str = ""


def members(name: str, data: bytes) -> Iterator[Member]:
    """The files in a gzip or ZIP archive, in order of name, or the file itself where it is no archive.

    What an archive is, is seen from its bytes. Raises UnreadableCaptions for one that can't be opened at all.
    """
    if data.startswith(_GZIP):
        yield _unzipped(name, data)
    elif data.startswith(_ZIP):
        yield from _unpacked(name, data)
    else:
        yield Member(name, data)


# gzip
def _unzipped(name: str, data: bytes) -> Member:
    content, notes = _inflated(name, data)
    if content.startswith((*_ZIP, _GZIP)):
        raise UnreadableCaptions(name, None, "there is an archive in this archive.", UNPACK)
    return Member(_name_inside(name, data), content, notes)


def _inflated(name: str, data: bytes) -> tuple[bytes, tuple[str, ...]]:
    """What the gzip streams in the file hold together, and what is odd about the rest."""
    content, at, streams = bytearray(), 0, 0
    while data.startswith(_GZIP, at):
        streams += 1
        if streams > MOST_MEMBERS:
            raise _too_large(name)
        try:
            at = _inflate_one(name, data, at, content)
        except zlib.error as error:
            raise UnreadableCaptions(name, None, DAMAGED, AGAIN) from error
    return bytes(content), (AFTER_END,) if data[at:].strip(b"\0") else ()


def _inflate_one(name: str, data: bytes, at: int, content: bytearray) -> int:
    """Add what one stream holds, and give where it ends."""
    stream = zlib.decompressobj(zlib.MAX_WBITS | 16)
    while not stream.eof:
        # In small pieces: what a stream leaves unused is copied, which a file of many streams would pay each time.
        waiting = stream.unconsumed_tail
        piece = waiting or data[at : at + _CHUNK]
        at += 0 if waiting else len(piece)
        unpacked = stream.decompress(piece, _CHUNK)
        if not piece and not unpacked and not stream.eof:
            raise UnreadableCaptions(name, None, DAMAGED, AGAIN)
        content += unpacked
        if len(content) > LARGEST:
            raise _too_large(name)
    return at - len(stream.unused_data)


def _name_inside(name: str, data: bytes) -> str:
    """As gunzip names it: without .gz; only where the archive's name tells nothing, by the name in its header."""
    path = PurePosixPath(name)
    if path.suffix.lower() not in {".gz", ".gzip"}:
        return _name_in_header(data) or name
    return path.stem if PurePosixPath(path.stem).suffix else _name_in_header(data) or path.stem


def _name_in_header(data: bytes) -> str:
    at = _PAST_HEADER
    if data[3] & _HAS_EXTRA:
        at += 2 + int.from_bytes(data[at : at + 2], "little")
    end = data.find(b"\0", at, at + _CHUNK)
    if not data[3] & _HAS_NAME or end < 0:
        return ""
    label = _label(_decoded(data[at:end]))[1]
    return "" if label == UNNAMED else label


def _decoded(name: bytes) -> str:
    try:
        return name.decode("utf-8")
    except UnicodeDecodeError:
        return name.decode("latin-1")  # as the format says, which few writers know


# ZIP
def _unpacked(name: str, data: bytes) -> Iterator[Member]:
    if data.count(_DIRECTORY_ENTRY) > MOST_MEMBERS:  # before zipfile makes an object of each
        raise UnreadableCaptions(name, None, f"this archive holds more than {MOST_MEMBERS:,} files.", UNPACK)
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except _BROKEN as error:
        raise UnreadableCaptions(name, None, DAMAGED, AGAIN) from error
    with archive:
        files = [info for info in archive.infolist() if not _is_passed_over(info)]
        _refuse_whole(name, files, {info.filename for info in archive.infolist()})
        yield from _read_all(name, archive, files)


def _read_all(name: str, archive: zipfile.ZipFile, files: list[zipfile.ZipInfo]) -> Iterator[Member]:
    left = LARGEST_TOTAL
    for info in sorted(files, key=lambda info: (_path(info), info.header_offset)):
        folder, label = _label(_path(info))
        refusal, remedy = _refusal(info)
        content = b""
        if not refusal:
            content, refusal, remedy = _content(name, archive, info, left)
        left -= len(content)
        yield Member(label, b"" if refusal else content, (), refusal, remedy, folder)


def _is_passed_over(info: zipfile.ZipInfo) -> bool:
    """Folders, and what the Finder leaves in every archive."""
    parts = info.filename.split("/")
    return "__MACOSX" in parts or parts[-1] == ".DS_Store" or (parts[-1] == "" and len(parts) > 1)


def _refuse_whole(name: str, files: list[zipfile.ZipInfo], names: set[str]) -> None:
    if "[Content_Types].xml" in names or {"mimetype", "META-INF/manifest.xml"} <= names:
        remedy = f"Save it as plain text and import that. {NOTHING_CHANGED}"
        raise UnreadableCaptions(name, None, "this is an office document, not a caption file.", remedy)
    if "META-INF/container.xml" in names:
        raise UnreadableCaptions(name, None, "this is an e-book, not a caption file.", AGAIN.replace("or pack it ", ""))
    if not files:
        raise UnreadableCaptions(name, None, "there are no files in this archive.", AGAIN)
    if sum(info.file_size for info in files if info.file_size <= LARGEST) > LARGEST_TOTAL:
        raise _too_large(name)


def _refusal(info: zipfile.ZipInfo) -> tuple[str, str]:
    """Why a member is not even looked into, and what to do; or nothing."""
    if stat.S_IFMT(info.external_attr >> 16) not in {0, stat.S_IFREG}:
        return "this is a link or a device, not a file.", UNPACK
    if info.flag_bits & _ENCRYPTED:
        return "this file is locked with a password.", UNPACK
    if info.compress_type not in _PACKED_SO:
        return "this file is not packed as ZIP archives usually are.", UNPACK
    if info.file_size > LARGEST:
        return f"over {LARGEST // 2**20} MB is too large.", NOTHING_CHANGED
    return "", ""


def _content(name: str, archive: zipfile.ZipFile, info: zipfile.ZipInfo, left: int) -> tuple[bytes, str, str]:
    """A member's bytes, or why it can't be read and what to do; raises when the whole is more than it said."""
    content = bytearray()
    try:
        with archive.open(info) as file:
            while piece := file.read(_CHUNK):
                content += piece
                if len(content) > min(left, LARGEST):  # its header said that it is smaller
                    raise _too_large(name)
    except _BROKEN:
        return b"", "this file is damaged in the archive.", AGAIN
    kind = foreign_kind(bytes(content[:512]))
    if "archive" in kind:
        return b"", f"this is {kind} in the archive.", UNPACK
    return bytes(content), "", ""


def _too_large(name: str) -> UnreadableCaptions:
    reason = f"unpacked, this archive takes more than {LARGEST // 2**20:,} MB a file, or ten times that in all."
    return UnreadableCaptions(name, None, reason, f"Import the files in it in smaller parts. {NOTHING_CHANGED}")


# Names
def _path(info: zipfile.ZipInfo) -> str:
    """A member's path; old writers put UTF-8 without saying so, which zipfile reads as the code page of DOS."""
    path = info.filename
    if info.flag_bits & _UTF8_NAME or path.isascii():
        return path
    try:
        return path.encode("cp437").decode("utf-8")
    except UnicodeError:
        return path


def _label(path: str) -> tuple[str, str]:
    """The folder and the name of a path in printable lines; neither is ever a path on this machine."""
    *folders, last = path.replace("\\", "/").split("/")
    name = printable(last)
    if len(name) > _LONGEST:
        name = f"{name[: _LONGEST - 40]}…{name[-39:]}"  # the end tells language and format
    return printable("/".join(folders)), UNNAMED if name in {"", ".", ".."} else name
