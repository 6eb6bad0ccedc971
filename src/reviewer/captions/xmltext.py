"""XML read as a stream by expat, hardened: no document type, so no entity of the file's own, and no bottomless nesting.

Element names come without their prefix: captions are found with any prefix, and in the namespace of every old draft.
"""

import html
import re
from collections.abc import Callable, Mapping
from typing import NoReturn, Protocol, TypeVar
from xml.parsers import expat

from reviewer.captions.notes import on_line
from reviewer.captions.remedies import NOTHING_CHANGED
from reviewer.captions.sources import Source

DEEPEST = 200  # captions nest a dozen elements at the most
_BUFFERED = 1 << 20  # bytes of text that are handed over in one piece
_FED = 1 << 20  # characters that the parser is given at once: it copies them

MENDED = "A sign stands here as XML does not allow it; it was read as meant."
BELOW = "Signs stand below the end of the XML; they were passed over."
AGAIN = f"Export or download it again, or import it as plain text with --format text. {NOTHING_CHANGED}"
HAS_TYPE = "it declares a document type (DTD), whose entities could swamp or spy out this computer."
WITHOUT_TYPE = f"If you trust the file, take its DOCTYPE out; else import it with --format text. {NOTHING_CHANGED}"
TOO_DEEP = f"its elements stand more than {DEEPEST} deep in one another."

_TYPE = "<!DOCTYPE"
_SPACE = re.compile(r"\ufeff?\s*")
_DECLARATION = re.compile(r"\A\ufeff?\s*(?:<\?xml\s[^<>]*\?>)?")
_NAME = re.compile(r"[^\s<>/='\"\[\]?!&;]+")
_ATTRIBUTE = re.compile(r"""([^\s<>/='"]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')""")
_PREDEFINED = {"&amp;", "&lt;", "&gt;", "&quot;", "&apos;"}
_CONTROL = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_WHITE = "\x0b\x0c\x1c\x1d\x1e\x1f"  # controls that part words
_BELOW = "\0\x1a\ufffd\ufeff\u00a0\u200b"  # what programs fill the end of a file with
_WHITE_IN_XML = {"\t", "\n", "\r"}
# Opened and at once closed, opened alone, or closed alone, which browsers take for one too.
_BREAK = r"<(?P<prefix>[\w.-]+:)?br(?P<more>\s[^<>/]*)?/?>(?:\s*</(?:[\w.-]+:)?br\s*>)?|</(?P<own>[\w.-]+:)?br\s*>"
_REFERENCE = r"&(?:#(?:x[0-9a-fA-F]{1,6}|[0-9]{1,7});|[A-Za-z][A-Za-z0-9]{0,31};)?"
_ODD = re.compile(rf"(?i:{_BREAK})|{_REFERENCE}|{_CONTROL.pattern}")


class Visitor(Protocol):
    """What is told of a document, in its order; `at` is where an element begins, as Notes takes it."""

    def start(self, name: str, attributes: Mapping[str, str], at: int) -> None: ...
    def end(self, name: str) -> None: ...
    def text(self, data: str) -> None: ...


V = TypeVar("V", bound=Visitor)


def visit(source: Source, make: Callable[[], V]) -> V:
    """A visitor to whom the whole document was told; raises UnreadableCaptions for one that is broken or hostile.

    What is broken by unescaped signs, by line breaks that are not closed or by what fills the end of the file alone is
    told anew as it was meant, to a new visitor.
    """
    text = source.unix
    try:
        return _told(source, text, make())
    except expat.ExpatError as error:
        whole = text.rstrip(_BELOW + " \t\n")
        mended, first = (whole, -1) if "<![CDATA[" in text else _mend(whole)
        if mended == text:
            _refuse(source, error)
    try:
        visitor = _told(source, mended, make())
    except expat.ExpatError as error:
        _refuse(source, error)
    if first >= 0:
        source.notes.at(first, MENDED)
    if text[len(whole) :].strip():
        source.notes.at(len(whole), BELOW)
    return visitor


def _mend(text: str) -> tuple[str, int]:
    """The text with its signs as XML allows them, and where the first stands that was mended; −1 for none."""
    first = -1

    def mend(match: re.Match[str]) -> str:
        nonlocal first
        meant = _mended(match)
        if first < 0 and meant != match[0]:
            first = match.start()
        return meant

    mended = _ODD.sub(mend, text)
    return mended, first


def _refuse(source: Source, error: expat.ExpatError) -> NoReturn:
    reason = f"this is broken XML ({expat.ErrorString(error.code)})."
    raise source.unreadable(error.lineno, reason, AGAIN) from error


def _told(source: Source, text: str, visitor: V) -> V:
    # The declaration is left out: its encoding was that of the bytes, and expat refuses one below a blank line.
    parser = expat.ParserCreate()
    depth = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise source.unreadable(parser.CurrentLineNumber, TOO_DEEP, AGAIN)
        visitor.start(name.rpartition(":")[2], attributes, on_line(parser.CurrentLineNumber))

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        visitor.end(name.rpartition(":")[2])

    def refuse_type(*_: object) -> None:
        raise source.unreadable(parser.CurrentLineNumber, HAS_TYPE, WITHOUT_TYPE)

    parser.buffer_size, parser.buffer_text = _BUFFERED, True
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = visitor.text
    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = refuse_type
    declaration = _DECLARATION.match(text)
    at = declaration.end() if declaration else 0
    parser.Parse("\n" * text.count("\n", 0, at))
    for begin in range(at, len(text), _FED):
        parser.Parse(text[begin : begin + _FED])
    parser.Parse("", True)  # noqa: FBT003 pyexpat takes it by place only
    return visitor


def _mended(match: re.Match[str]) -> str:
    """A sign as XML allows it: HTML's references decoded, an ampersand that is none escaped, no control characters."""
    sign = match[0]
    if sign in _PREDEFINED:
        return sign
    if sign[0] == "<":
        return f"<{match['prefix'] or match['own'] or ''}br{match['more'] or ''}/>"
    if sign[0] != "&":
        return writable(sign)
    meant = html.unescape(sign)
    if meant in _WHITE_IN_XML:
        return f"&#{ord(meant)};"  # lest the lines below it were others than the file's
    return html.escape(writable(meant) or "\ufffd") if meant != sign else f"&amp;{sign[1:]}"


def writable(text: str) -> str:
    """A text as XML can hold it, of the same length: controls that part words as blanks, others as U+FFFD."""
    return _CONTROL.sub(lambda match: " " if match[0] in _WHITE else "\ufffd", text)


def root(text: str) -> tuple[str, dict[str, str]]:
    """The name of a document's first element, with its attributes, or that of its document type; "" for no XML."""
    at = _first_sign(text)
    if text[at : at + 9].upper() == _TYPE:
        return _name(text, _after_blanks(text, at + 9)), {}
    end = text.find(">", at) if text.startswith("<", at) else -1
    if end < 0:
        return "", {}
    attributes = _ATTRIBUTE.finditer(text, at, min(end, at + 10_000))
    return _name(text, at + 1), {match[1]: match[2] or match[3] or "" for match in attributes}


def refuse_type(source: Source, elements: re.Pattern[str]) -> None:
    """Raise for a document of such elements whose type is declared as another: its type is what is wrong with it."""
    text = source.unix
    at = _first_sign(text)
    if text[at : at + 9].upper() == _TYPE and elements.search(text, at):
        raise source.unreadable(source.notes.line_at(at), HAS_TYPE, WITHOUT_TYPE)


def _first_sign(text: str) -> int:
    """Where the first element or the document type begins: behind the declaration and comments."""
    at = _after_blanks(text, 0)
    while text.startswith(("<?", "<!--"), at):
        closing = "?>" if text.startswith("<?", at) else "-->"
        end = text.find(closing, at)
        if end < 0:
            return len(text)
        at = _after_blanks(text, end + len(closing))
    return at


def _after_blanks(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    return match.end() if match else at


def _name(text: str, at: int) -> str:
    match = _NAME.match(text, at, at + 100)
    return match[0].rpartition(":")[2] if match else ""
