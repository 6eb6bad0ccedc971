"""Files that are no text: known by their first bytes, or by the control characters in them."""

import re
from typing import Final

from reviewer.captions.remedies import NOTHING_CHANGED, OTHER_FILE
from reviewer.errors import UnreadableCaptions

ZIP: Final = "a ZIP archive or office document"
GZIP: Final = "a gzip archive"
_MAGIC = (
    (b"PK\x03\x04", ZIP),
    (b"PK\x05\x06", ZIP),
    (b"\x1f\x8b", GZIP),
    (b"Rar!\x1a", "a RAR archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"\xfd7zXZ\0", "an xz archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"%PDF", "a PDF"),
    (b"{\\rtf", "an RTF document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an office document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"ID3", "a recording"),
    (b"OggS", "a recording"),
    (b"fLaC", "a recording"),
    (b"RIFF", "a recording"),
    (b"\x1aE\xdf\xa3", "a recording"),
    (b"SQLite format 3", "a database"),
)
_TAR_AT, _TAR = 257, b"ustar"
_LOOKED_AT = 65_536
_CONTROLS = bytes([*range(0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20), 0x7F])
_UNREAD = re.compile("\ufffd+")  # as one: a pair of surrogates, which some write in UTF-8, makes six of them
_WEBVTT = re.compile("\ufeff?\\s*WEBVTT")


def foreign_kind(data: bytes) -> str:
    """What the first bytes say that a file is (an archive, a picture …), where it is no text; else nothing."""
    if data.startswith(_TAR, _TAR_AT):
        return "a TAR archive"
    return next((what for magic, what in _MAGIC if data.startswith(magic)), "")


def refuse_foreign(name: str, data: bytes) -> None:
    what = foreign_kind(data)
    if what in {ZIP, GZIP}:
        remedy = f"Import the archive itself: the caption files in it are read one by one. {NOTHING_CHANGED}"
    elif what.endswith("archive"):
        remedy = f"Unpack it and import the files in it, or pack them as ZIP. {NOTHING_CHANGED}"
    else:
        remedy = OTHER_FILE
    if what:
        raise UnreadableCaptions(name, None, f"this is {what}, not a caption file.", remedy)


def refuse_binary(name: str, text: str, *, may_be_undecoded: bool) -> None:
    if _WEBVTT.match(text):
        return
    head = text[:_LOOKED_AT]
    octets = head.encode("utf-8", "surrogatepass")
    undecoded = len(_UNREAD.findall(head)) if may_be_undecoded and "\ufffd" in head else 0
    controls = len(octets) - len(octets.translate(None, _CONTROLS)) + undecoded
    if controls > 3 and controls * 50 > len(head):
        raise UnreadableCaptions(name, None, "this is not a text file.", OTHER_FILE)
