"""From bytes to text: which encoding a caption file is in, and whether it is a text at all."""

import codecs
import re
import unicodedata
from dataclasses import dataclass, field
from functools import cached_property

from reviewer.captions.layout import Layout, lay_out, lines_with
from reviewer.captions.markup import writable
from reviewer.captions.notes import Notes
from reviewer.captions.times import vtt_line
from reviewer.errors import UnreadableCaptions

NOTHING_CHANGED = "Nothing was changed."
AS_TEXT = f"Mend the line, or import the file as plain text with --format text. {NOTHING_CHANGED}"
OTHER_FILE = f"Choose a WebVTT, SRT, SBV or text file. {NOTHING_CHANGED}"

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"%PDF", "a PDF"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"ID3", "a recording"),
    (b"OggS", "a recording"),
    (b"fLaC", "a recording"),
    (b"RIFF", "a recording"),
    (b"\x1aE\xdf\xa3", "a recording"),
    (b"SQLite format 3", "a database"),
)
# What a legacy file may be in; charset-normalizer knows ninety, most of which no caption was ever written in.
_LEGACY = (
    "cp1252", "cp1251", "cp1250", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "koi8_r",
    "shift_jis", "euc_jp", "gb18030", "big5", "euc_kr",
)  # fmt: skip
_SAMPLE = 16_000  # bytes of the lines that are not ASCII; enough for a guess, and quick
_LOOKED_AT = 65_536
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_BETWEEN_LETTERS = {"Ll", "Lu", "Lo", "Pf", "Pi", "Pd"}  # letters, apostrophes, dashes
_NOT_ASCII = re.compile(rb"[\x80-\xff]")
_MULTIBYTE = re.compile(rb"[\xc2-\xf4][\x80-\xbf]{1,3}")


@dataclass(frozen=True)
class Source:
    """A caption file's text before any format is read from it."""

    name: str
    text: str
    encoding: str
    notes: Notes = field(repr=False)

    @cached_property
    def unix(self) -> str:
        """The text with every line end as one line feed, as the timed formats are read."""
        text = self.text
        return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text

    @cached_property
    def vtt_layout(self) -> Layout:
        """The text taken apart at its WebVTT time lines: once, to find the format and to read it."""
        return lay_out(self.unix, lines_with(self.unix, "-->"), vtt_line, self.notes)

    @property
    def is_blank(self) -> bool:
        return not self.text.strip("\ufeff \t\r\n\f\v")

    def unreadable(self, line: int | None, reason: str, remedy: str = AS_TEXT) -> UnreadableCaptions:
        return UnreadableCaptions(self.name, line, reason, remedy)


def decode(name: str, data: bytes, encoding: str | None = None) -> Source:
    """The file's text; `encoding` is what the user says it is in. Raises UnreadableCaptions for what is no text."""
    for magic, what in _MAGIC:
        if data.startswith(magic) and encoding is None:
            raise UnreadableCaptions(name, None, f"this is {what}, not a caption file.", OTHER_FILE)
    text, used, assumption = _forced(name, data, encoding) if encoding else _found(data)
    _refuse_binary(name, text)
    notes = Notes(text)
    if assumption:
        notes.whole(assumption)
    for what, sign in (("A NUL was read as \ufffd.", "\0"), ("A character could not be decoded: \ufffd.", "\ufffd")):
        for match in re.finditer(sign, text):
            notes.at(match.start(), what)
    return Source(name, writable(text), used, notes)


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
    wide = _wide(data)
    if wide:
        return data.decode(wide, "replace"), wide, f"No byte order mark; read as {wide}."
    try:
        return data.decode("utf-8"), "utf-8", ""
    except UnicodeDecodeError:
        pass
    if _is_damaged_utf8(data):
        return data.decode("utf-8", "replace"), "utf-8", "This is damaged UTF-8."
    legacy = _legacy(data)
    return data.decode(legacy, "replace"), spoken(legacy), f"Not UTF-8; read as {spoken(legacy)}, by its letters."


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
    if odd > max(few, 10 * even):
        return "utf-16-le"
    return "utf-16-be" if even > max(few, 10 * odd) else ""


def _is_damaged_utf8(data: bytes) -> bool:
    """Whether broken places are few beside the characters that only UTF-8 writes so."""
    whole = len(_MULTIBYTE.findall(data))
    return whole >= 4 * data.decode("utf-8", "replace").count("\ufffd")


def _legacy(data: bytes) -> str:
    from charset_normalizer import from_bytes

    sample = _telling_lines(data)
    matches = from_bytes(sample, cp_isolation=list(_LEGACY))
    found = [encoding for match in matches for encoding in match.could_be_from_charset]
    if not found or max(sample) < 0xC0:
        return "cp1252"  # the letters of every single-byte page lie higher: these are quotation marks and dashes
    is_western = found[0] in {"cp1250", "cp1252", "cp1254", "cp1257"} and "cp1252" in found
    # The guess among the Latin ones is a lottery where they agree on every letter; the commonest is right then.
    return "cp1252" if is_western and not _has_symbols_in_words(sample.decode("cp1252", "replace")) else found[0]


def _telling_lines(data: bytes) -> bytes:
    """The first lines that are not ASCII, cut where no character can be cut in two."""
    first = _NOT_ASCII.search(data)
    begin = max(0, first.start() - 200) if first else 0
    lines = data[begin : begin + 64 * _SAMPLE].splitlines()
    sample = b"\n".join(line for line in lines if not line.isascii())
    if len(sample) <= _SAMPLE:
        return sample
    end = max(sample.rfind(b"\n", 0, _SAMPLE), sample.rfind(b" ", 0, _SAMPLE))
    return sample[: end if end > 0 else _SAMPLE]


def _has_symbols_in_words(text: str) -> bool:
    """Polish "¿ó³æ": signs between letters say that the letters are of another code page."""
    return any(
        before.isalpha() and after.isalpha() and sign > "\x7f" and unicodedata.category(sign) not in _BETWEEN_LETTERS
        for before, sign, after in zip(text, text[1:], text[2:], strict=False)
    )


def _refuse_binary(name: str, text: str) -> None:
    head = text[:_LOOKED_AT]
    controls = len(_CONTROL.findall(head)) + head.count("\ufffd")
    if controls > 3 and controls * 50 > len(head):
        raise UnreadableCaptions(name, None, "this is not a text file.", OTHER_FILE)


def spoken(encoding: str) -> str:
    """An encoding's name as it is written on the web."""
    if re.fullmatch(r"cp125\d", encoding):
        return f"windows-{encoding[2:]}"
    return encoding.replace("_", "-")
