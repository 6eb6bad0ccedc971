"""Which encoding a caption file is in: as it says, as its bytes tell, or as its letters make likely."""

import codecs
import re
from typing import Final, NamedTuple

from reviewer.captions.guessing import guess
from reviewer.captions.remedies import NOTHING_CHANGED, REREAD
from reviewer.errors import UnreadableCaptions

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
_LOOKED_AT = 65_536
_WEBVTT_BYTES = re.compile(rb"\s*WEBVTT")
_JSON_BYTES = re.compile(rb"""\s*[{\[]\s*["{\[]""")
_IN_QUOTES = re.compile(rb"""[\x80-\xff][^"]*""")  # what is not ASCII of a text in JSON, to its end
_WHOLE = 2  # for each broken place: bytes of other pages make whole characters by chance, but seldom so many
_TO_KANJI, _TO_ASCII = b"\x1b$", b"\x1b("
_MULTIBYTE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"  # surrogates as well
)


class Decoded(NamedTuple):
    """A text, the encoding that it was in, and what was assumed where the file doesn't say."""

    text: str
    encoding: str
    assumption: str = ""


def decoded(name: str, data: bytes, encoding: str | None) -> Decoded:
    """The text of some bytes; `encoding` is what the user says. Raises UnreadableCaptions for one that is none."""
    return Decoded(*(_forced(name, data, encoding) if encoding else _found(data)))


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
    rest, whole = _MULTIBYTE.subn(b"", data)
    return whole > 0 and whole >= _WHOLE * rest.decode("utf-8", "replace").count("\ufffd")


def _is_json_in_utf8(data: bytes) -> bool:
    """Whether most of its texts are whole UTF-8: whisper.cpp cuts characters of three bytes into tokens of one."""
    whole = broken = 0
    for match in _IN_QUOTES.finditer(data):
        if _is_utf8(match[0]):
            whole += len(match[0])
        else:
            broken += len(match[0])
    return whole >= broken


def spoken(encoding: str) -> str:
    """An encoding's name as it is written on the web."""
    if re.fullmatch(r"cp125\d", encoding):
        return f"windows-{encoding[2:]}"
    return encoding.replace("_", "-")
