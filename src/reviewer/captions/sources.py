"""From bytes to text: which encoding a caption file is in, and whether it is a text at all."""

import codecs
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from reviewer.captions.guessing import guess
from reviewer.captions.jsontext import JsonFile
from reviewer.captions.layout import Layout, lay_out, lines_with
from reviewer.captions.markup import writable
from reviewer.captions.notes import Notes
from reviewer.captions.swift import Swift
from reviewer.captions.times import vtt_line
from reviewer.errors import UnreadableCaptions

NOTHING_CHANGED = "Nothing was changed."
AS_TEXT = f"Mend the line, or import the file as plain text with --format text. {NOTHING_CHANGED}"
KNOWN: Final = "WebVTT, SRT, SBV, TTML, YouTube's json3 or srv, JSON of Whisper or a podcast, Markdown, or text"
OTHER_FILE = f"Choose a file of captions ({KNOWN}). {NOTHING_CHANGED}"

REREAD = "If letters look wrong, choose “Re-read as…”."

ENCODINGS: Final = (
    ("utf-8", "Unicode, UTF-8"),
    ("utf-16-le", "Unicode, UTF-16 little-endian"),
    ("utf-16-be", "Unicode, UTF-16 big-endian"),
    ("windows-1252", "Western European, Windows-1252"),
    ("iso8859-15", "Western European, ISO 8859-15"),
    ("mac-roman", "Western European, Macintosh"),
    ("cp850", "Western European, DOS 850"),
    ("windows-1250", "Central European, Windows-1250"),
    ("iso8859-2", "Central European, ISO 8859-2"),
    ("cp852", "Central European, DOS 852"),
    ("windows-1251", "Cyrillic, Windows-1251"),
    ("koi8-r", "Cyrillic, KOI8-R"),
    ("koi8-u", "Cyrillic, KOI8-U"),
    ("iso8859-5", "Cyrillic, ISO 8859-5"),
    ("mac-cyrillic", "Cyrillic, Macintosh"),
    ("cp866", "Cyrillic, DOS 866"),
    ("windows-1253", "Greek, Windows-1253"),
    ("iso8859-7", "Greek, ISO 8859-7"),
    ("windows-1254", "Turkish, Windows-1254"),
    ("windows-1257", "Baltic, Windows-1257"),
    ("iso8859-13", "Baltic, ISO 8859-13"),
    ("windows-1255", "Hebrew, Windows-1255"),
    ("windows-1256", "Arabic, Windows-1256"),
    ("iso8859-6", "Arabic, ISO 8859-6"),
    ("cp874", "Thai, Windows-874"),
    ("windows-1258", "Vietnamese, Windows-1258"),
    ("shift-jis", "Japanese, Shift JIS"),
    ("cp932", "Japanese, Windows-31J"),
    ("euc-jp", "Japanese, EUC-JP"),
    ("iso2022-jp-2", "Japanese, ISO 2022"),
    ("gb18030", "Chinese, simplified, GB 18030"),
    ("big5", "Chinese, traditional, Big5"),
    ("cp950", "Chinese, traditional, Windows-950"),
    ("euc-kr", "Korean, EUC-KR"),
    ("cp949", "Korean, Windows-949"),
)  # what the user may choose from: the name as `read` takes and `Version.encoding` gives it, and as it is shown
# Pages of a standard that are written where their larger brother is meant, as every browser reads them.
_AS_ON_THE_WEB = {
    "iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030",
    "tis-620": "cp874",
}  # fmt: skip
_DECLARED_IN = 1_024  # bytes, as in HTML
_DECLARATION = re.compile(
    rb"""\s*<\?xml\s[^<>]{0,200}?encoding\s*=\s*["']([A-Za-z][\w.:-]{1,40})["']"""
    rb"""|(?si:.*?<meta\s[^<>]{0,200}?charset\s*=\s*["']?([A-Za-z][\w.:-]{1,40}))"""
)

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
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
_INK = re.compile(r"[^\ufeff \t\r\n\f\v]")
_CONTROLS = bytes([*range(0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20), 0x7F])
_UNREAD = re.compile("\ufffd+")  # as one: a pair of surrogates, which some write in UTF-8, makes six of them
_MARKUP = re.compile(r"[\s\ufeff]*[{\[<]")  # JSON and XML, which programs write without line ends
_LONGEST_LINE, _LONGEST_ROW = 10_000_000, 100_000_000  # characters; a million cues of json3 take 70 million
_LONGEST_CUE = 2_000_000  # characters: a day of talk, and some hundred megabytes once its words are found
_WEBVTT = re.compile("\ufeff?\\s*WEBVTT")
_WEBVTT_BYTES = re.compile(rb"\s*WEBVTT")
_JSON_BYTES = re.compile(rb"""\s*[{\[]\s*["{\[]""")
_IN_QUOTES = re.compile(rb"""[\x80-\xff][^"]*""")  # what is not ASCII of a text in JSON, to its end
_TO_KANJI, _TO_ASCII = b"\x1b$", b"\x1b("
_WRITTEN_SO = "\ufffd".encode()  # the sign itself, which a program before us wrote
_MULTIBYTE = re.compile(rb"[\xc2-\xf4][\x80-\xbf]{1,3}")


@dataclass(frozen=True)
class Source:
    """A caption file's text before any format is read from it."""

    name: str
    text: str
    encoding: str
    notes: Notes = field(repr=False)

    @property
    def unix(self) -> str:
        """The text with every line end as one line feed, in which the notes' offsets count."""
        return self.notes.text

    @cached_property
    def swift(self) -> Swift:
        """The text as the quick readers of regular WebVTT take it, in which an arrow is in each time line."""
        refuse_endless_cue(self, self._arrows_far_apart())
        return Swift(self.unix)

    @cached_property
    def vtt_layout(self) -> Layout:
        """The text taken apart at its WebVTT time lines: once, to find the format and to read it."""
        layout = lay_out(self.unix, lines_with(self.unix, "-->"), vtt_line, self.notes)
        refuse_endless_cue(self, ((block.at, block.body_at + len(block.body)) for block in layout.blocks))
        return layout

    def _arrows_far_apart(self) -> Iterator[tuple[int, int]]:
        """Where arrows stand and the last one within what a cue may have; without looking at each."""
        at = self.unix.find("-->")
        while at >= 0 and len(self.unix) - at > _LONGEST_CUE:
            last = self.unix.rfind("-->", at + 1, at + _LONGEST_CUE)
            yield at, last if last > at else at + _LONGEST_CUE + 1
            at = last

    @cached_property
    def json(self) -> JsonFile:
        """The text walked over as JSON: once, to find the format and to read it."""
        return JsonFile(self)

    @property
    def is_blank(self) -> bool:
        return not _INK.search(self.text)

    def unreadable(self, line: int | None, reason: str, remedy: str = AS_TEXT) -> UnreadableCaptions:
        return UnreadableCaptions(self.name, line, reason, remedy)


def refuse_endless_cue(source: Source, cues: Iterable[tuple[int, int]]) -> None:
    """Raise for a cue so long that it is none: each of its words would cost memory for nothing."""
    for begin, end in cues:
        if end - begin > _LONGEST_CUE:
            reason = f"this cue is longer than {_LONGEST_CUE // 1_000_000} million characters."
            raise source.unreadable(source.unix.count("\n", 0, begin) + 1, reason)  # no list of millions of lines


def decode(name: str, data: bytes, encoding: str | None = None) -> Source:
    """The file's text; `encoding` is what the user says it is in. Raises UnreadableCaptions for what is no text."""
    if encoding is None:
        _refuse_foreign(name, data)
    text, used, assumption = _forced(name, data, encoding) if encoding else _found(data)
    _refuse_binary(name, text, may_be_undecoded="\ufffd" in text and _WRITTEN_SO not in data)
    unix = text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
    notes = Notes(writable(unix))
    _refuse_endless_line(name, notes)
    if assumption:
        notes.whole(assumption)
    for what, sign in (("A NUL was read as \ufffd.", "\0"), ("A character could not be decoded: \ufffd.", "\ufffd")):
        for match in re.finditer(sign, unix) if sign in unix else ():
            notes.at(match.start(), what)
    return Source(name, writable(text) if "\r" in text else notes.text, used, notes)


def foreign_kind(data: bytes) -> str:
    """What the first bytes say that a file is (an archive, a picture …), where it is no text; else nothing."""
    if data.startswith(_TAR, _TAR_AT):
        return "a TAR archive"
    return next((what for magic, what in _MAGIC if data.startswith(magic)), "")


def _refuse_foreign(name: str, data: bytes) -> None:
    what = foreign_kind(data)
    if what in {ZIP, GZIP}:
        remedy = f"Import the archive itself: the caption files in it are read one by one. {NOTHING_CHANGED}"
    elif what.endswith("archive"):
        remedy = f"Unpack it and import the files in it, or pack them as ZIP. {NOTHING_CHANGED}"
    else:
        remedy = OTHER_FILE
    if what:
        raise UnreadableCaptions(name, None, f"this is {what}, not a caption file.", remedy)


def _forced(name: str, data: bytes, encoding: str) -> tuple[str, str, str]:
    try:
        used = codecs.lookup(encoding).name
        for bom, marked in _BOMS:
            if data.startswith(bom) and marked.startswith(used.removesuffix("-sig")):
                data, used = data[len(bom) :], marked
                break
        text = data.decode(used, "replace")
    except (LookupError, UnicodeError, ValueError) as error:
        remedy = f"Leave --encoding out, or name one such as utf-8 or windows-1252. {NOTHING_CHANGED}"
        raise UnreadableCaptions(name, None, f"“{encoding}” is not an encoding of texts.", remedy) from error
    if text.count("\ufffd") * 10 > len(text):
        remedy = f"Leave --encoding out, or name another. {NOTHING_CHANGED}"
        raise UnreadableCaptions(name, None, f"this is not a text in {spoken(used)}.", remedy)
    return text, spoken(used), ""


def _found(data: bytes) -> tuple[str, str, str]:
    """Text, encoding, and the assumption made where the file doesn't say."""
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(encoding, "replace"), encoding, ""
    wide = "" if _WEBVTT_BYTES.match(data) else _wide(data)
    if wide:
        return data.decode(wide, "replace"), wide, f"No byte order mark; read as {wide}. {REREAD}"
    japanese = _escaped_japanese(data)
    if japanese:
        return japanese, "iso2022-jp-2", f"Escapes of ISO 2022; read as iso2022-jp-2. {REREAD}"
    try:
        return data.decode("utf-8"), "utf-8", ""
    except UnicodeDecodeError:
        return _found_otherwise(data)


def _found_otherwise(data: bytes) -> tuple[str, str, str]:
    """What is not UTF-8: that with a few broken places, or what the file says it is, or what its letters say."""
    if _is_damaged_utf8(data):
        return data.decode("utf-8", "replace"), "utf-8", f"This is damaged UTF-8. {REREAD}"
    declared = _declared(data)
    if declared:
        return data.decode(declared), spoken(declared), ""
    guessed = guess(data)
    told = f"Not UTF-8; read as {spoken(guessed)}, by its letters. {REREAD}"
    return data.decode(guessed, "replace"), spoken(guessed), told


def _escaped_japanese(data: bytes) -> str:
    """ISO 2022, which is ASCII but for the escapes that switch to kanji and, before the end, back; else nothing."""
    if b"\x1b" not in data or data.rfind(_TO_ASCII) <= data.rfind(
        _TO_KANJI
    ):  # a stray escape is none, and reading it so would lose it
        return ""
    try:
        text = data.decode("iso2022_jp_2")
    except UnicodeDecodeError:
        return ""
    return "" if text.isascii() else text


def _declared(data: bytes) -> str:
    """The encoding that the file itself names, as XML and HTML do, if it is one in which all of it can be read."""
    match = _DECLARATION.match(data[:_DECLARED_IN])
    if not match:
        return ""
    try:
        name = codecs.lookup((match[1] or match[2]).decode("ascii")).name
        data.decode(name)
    except (LookupError, UnicodeError, ValueError):
        return ""
    return _AS_ON_THE_WEB.get(name, name)


def _wide(data: bytes) -> str:
    """UTF-16 or UTF-32 without a mark, seen by where the NULs of its ASCII characters stand; else nothing."""
    head = data[:_LOOKED_AT]
    if b"\0" not in head:
        return ""
    quarter = len(head) // 4
    nuls = [head[place::4].count(0) for place in range(4)]
    if quarter and nuls[2] >= quarter * 0.9 and nuls[3] >= quarter * 0.9:
        return "utf-32-le"
    if quarter and nuls[0] >= quarter * 0.9 and nuls[1] >= quarter * 0.9:
        return "utf-32-be"
    even, odd, few = nuls[0] + nuls[2], nuls[1] + nuls[3], max(2, len(head) // 40)  # a stray NUL is none
    if max(odd, even) < quarter and _is_utf8(data):
        return ""  # NULs in a text: few letters beside them are ASCII in UTF-16, and then it is no UTF-8
    if odd > max(few, 10 * even):
        return "utf-16-le"
    return "utf-16-be" if even > max(few, 10 * odd) else ""


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def _is_damaged_utf8(data: bytes) -> bool:
    """Whether broken places are few beside the characters that only UTF-8 writes so."""
    if _JSON_BYTES.match(data):
        return _is_json_in_utf8(data)
    whole = len(_MULTIBYTE.findall(data))
    return whole >= 4 * data.decode("utf-8", "replace").count("\ufffd")


def _is_json_in_utf8(data: bytes) -> bool:
    """Whether most of its texts are whole UTF-8: whisper.cpp cuts characters of three bytes into tokens of one."""
    whole = broken = 0
    for match in _IN_QUOTES.finditer(data):
        if _is_utf8(match[0]):
            whole += len(match[0])
        else:
            broken += len(match[0])
    return whole >= broken


def _refuse_binary(name: str, text: str, *, may_be_undecoded: bool) -> None:
    if _WEBVTT.match(text):
        return
    head = text[:_LOOKED_AT]
    octets = head.encode("utf-8", "surrogatepass")
    undecoded = len(_UNREAD.findall(head)) if may_be_undecoded and "\ufffd" in head else 0
    controls = len(octets) - len(octets.translate(None, _CONTROLS)) + undecoded
    if controls > 3 and controls * 50 > len(head):
        raise UnreadableCaptions(name, None, "this is not a text file.", OTHER_FILE)


def _refuse_endless_line(name: str, notes: Notes) -> None:
    """Raise for a line so long that each of its words would cost memory for nothing: no caption, no turn has it."""
    text, at = notes.text, 0
    longest = _LONGEST_ROW if _MARKUP.match(text) else _LONGEST_LINE
    while len(text) - at > longest:
        end = text.rfind("\n", at, at + longest)
        if end < at:
            reason = f"this line is longer than {longest // 1_000_000} million characters."
            remedy = f"Break it into lines, or choose another file. {NOTHING_CHANGED}"
            raise UnreadableCaptions(name, notes.line_at(at), reason, remedy)
        at = end + 1


def spoken(encoding: str) -> str:
    """An encoding's name as it is written on the web."""
    if re.fullmatch(r"cp125\d", encoding):
        return f"windows-{encoding[2:]}"
    return encoding.replace("_", "-")
