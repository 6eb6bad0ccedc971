"""What stands inside a cue: tags, references and word times, read and written.

Tags are taken away before references are decoded, so that an escaped "<b>" stays the text it is. What only
looks like a tag ("a < b && c > d", "<laughs>") is text: a mark too many can be seen, a lost word can't.
"""

import html
import re
from collections.abc import Iterator

from reviewer.captions.times import stamp
from reviewer.core.cues import TimedPiece
from reviewer.core.words import WordKind, split_words

_NEXT_TAG = r"(?=</?(?:[cibuv]|ruby|rt|lang)[.\s>])"  # before which a voice may be left open: "<v Ilse <b>x"
_TAG = re.compile(
    r"</?(?:(?:[cibus]|ruby|rt|em|strong)(?:\.[^\s<>]*)?(?:\s[^<>=]*=[^<>]*|\s*)"  # “a<b && c>d” is no tag
    r"|(?:v|lang|font|span|p)(?:[.\s][^<>]*)?)>|<[0-9][0-9:.]*>"
    rf"|<v(?:\.[^\s<>]*)?[ \t][^<>\n]+{_NEXT_TAG}",
    re.IGNORECASE,
)
_LINE_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_ANY_TAG = re.compile(f"{_TAG.pattern}|{_LINE_BREAK.pattern}", re.IGNORECASE)
_UNKNOWN = re.compile(r"</?[a-z][^\s<>]*>", re.IGNORECASE)
_STAMP = re.compile(r"<((?:[0-9]{1,9}:)?[0-9]{2}:[0-9]{2}\.[0-9]{3})>")
_ODD_TAG = re.compile(
    r"<(?:(?P<time>(?!(?:[0-9]{2,9}:)?[0-5][0-9]:[0-5][0-9]\.[0-9]{3}>)[0-9][0-9:.]*>)"
    rf"|(?P<voice>[vV](?:\.[^\s<>]*)?[ \t][^<>\n]+(?i:{_NEXT_TAG})))"
)
_VOICE = re.compile(
    rf"<v(?:\.[^\s<>]*)?(?:\s([^<>]+)>|[ \t]([^<>\n]+){_NEXT_TAG})|</v(?:[.\s][^<>]*)?>",
    re.IGNORECASE,
)
_AMPERSAND = re.compile(r"&[^&]*")
_BREAK = re.compile(r"\r\n|\r|\n")
_WORD = re.compile(r"\S+")
# Neither can be kept: NUL ends a text in SQLite, a lone surrogate can't be written as UTF-8.
_PIECE = 1 << 16  # characters
_UNWRITABLE = re.compile("[\0\ud800-\udfff]")

UNKNOWN_TAG = "What looks like a tag here is none that we know; it was kept as text."
BAD_INNER = "A time inside this cue is not written as the format asks."
OPEN_VOICE = "A voice tag is not closed here; what stands before the next tag was read as the name."


def tags(text: str) -> Iterator[int]:
    """Where in a text something begins that is read as a tag."""
    return (match.start() for match in _ANY_TAG.finditer(text))


def references(text: str) -> Iterator[int]:
    """Where in a text an ampersand stands that is read as a reference."""
    for match in _AMPERSAND.finditer(text):
        if html.unescape(match.group()) != match.group():
            yield match.start()


def plain(raw: str) -> str:
    """The text without tags, references decoded."""
    text = _untagged(raw) if "<" in raw else raw
    return html.unescape(text) if "&" in text else text


def _untagged(raw: str) -> str:
    text = raw.replace("<c>", "").replace("</c>", "")  # nearly all of a roll-up's tags, and far quicker than the rest
    if "<" not in text:
        return text
    return _TAG.sub("", _LINE_BREAK.sub("\n", text) if "<br" in text.lower() else text)


def odd_tags(raw: str) -> list[str]:
    """What is odd about a text's tags: one that is none that we know, a time that is none, a voice left open."""
    if "<" not in raw:
        return []
    bare = _untagged(raw)
    odd = [UNKNOWN_TAG] if "<" in bare and _UNKNOWN.search(bare) else []
    found = {match.lastgroup for match in _ODD_TAG.finditer(raw)} if _ODD_TAG.search(raw) else ()
    return [*odd, *(what for kind, what in (("time", BAD_INNER), ("voice", OPEN_VOICE)) if kind in found)]


def tidy(text: str) -> str:
    """The lines without blanks round them; lines that show nothing are left out."""
    if "\n" not in text and "\r" not in text:
        return "" if text.isspace() else text.strip(" \t")
    return "\n".join(line.strip(" \t") for line in _BREAK.split(text) if line.strip())


def voices(raw: str) -> list[tuple[int, str]]:
    """From which word of a cue on who speaks, as its voice tags say; no name where one ended and words follow."""
    if "<v" not in raw and "<V" not in raw:
        return []
    runs: list[tuple[int, str]] = []
    words, runs_on, at = 0, False, 0
    for match in _VOICE.finditer(raw):
        words, runs_on = _counted(raw[at : match.start()], words, runs_on=runs_on)
        at = match.end()
        name = " ".join(html.unescape(match[1] or match[2] or "").split())
        if runs and runs[-1][0] == words:
            runs.pop()
        if name != (runs[-1][1] if runs else ""):
            runs.append((words, name))
    words, _ = _counted(raw[at:], words, runs_on=runs_on)
    return [(first, name) for first, name in runs if name or first < words]


def _counted(raw: str, words: int, *, runs_on: bool) -> tuple[int, bool]:
    """How many words have begun after this piece of a cue, and whether its last may run on."""
    piece = plain(raw)
    if not piece:
        return words, runs_on
    return words + len(piece.split()) - (runs_on and not piece[0].isspace()), not piece[-1].isspace()


def has_times(raw: str) -> bool:
    """Whether times stand inside a cue's text."""
    return "<" in raw and bool(_STAMP.search(raw))


def read_text(raw: str, start_ms: int) -> tuple[str, list[TimedPiece]]:
    """A cue's text and its words, which have times of their own where the cue has times inside."""
    if has_times(raw):
        return read_timed(raw, start_ms)
    text = tidy(plain(raw))
    if _has_marks(text):
        return text, [TimedPiece(piece.start, piece.stop, None, piece.kind) for piece in split_words(text)]
    spans = (match.span() for match in _WORD.finditer(text))
    return text, [TimedPiece(start, stop, None, WordKind.WORD) for start, stop in spans]


def read_timed(raw: str, start_ms: int) -> tuple[str, list[TimedPiece]]:
    """A text whose every word has a time: that of the piece in which it begins, before the first time the start."""
    parts = _STAMP.split(raw.replace("<c>", "").replace("</c>", ""))
    pieces = [plain(part) if "<" in part or "&" in part else part for part in parts[::2]]
    joined = "".join(pieces)
    text = tidy(joined)
    spans = _spans(pieces, [start_ms, *map(stamp, parts[1::2])])
    if _has_marks(text) or "\n" in joined or "\r" in joined:
        own = [ms for _, _, ms in spans]
        return text, [TimedPiece(p.start, p.stop, ms, p.kind) for p, ms in zip(split_words(text), own, strict=True)]
    lead = len(joined) - len(joined.lstrip(" \t"))
    return text, [TimedPiece(start - lead, stop - lead, ms, WordKind.WORD) for start, stop, ms in spans]


def _has_marks(text: str) -> bool:
    """Whether some of its words may be marks or events; else their kind need not be looked for."""
    return "[" in text or ">>" in text


def _spans(pieces: list[str], times: list[int]) -> list[tuple[int, int, int]]:
    """Begin, end and time of each word of the joined pieces; a word may run on through several."""
    spans: list[tuple[int, int, int]] = []
    at, runs_on = 0, False
    for piece, ms in zip(pieces, times, strict=True):
        for match in _WORD.finditer(piece):
            begin, end = match.span()
            if runs_on and begin == 0:
                first, _, own = spans.pop()
                spans.append((first, at + end, own))
            else:
                spans.append((at + begin, at + end, ms))
        if piece:
            at += len(piece)
            runs_on = not piece[-1].isspace()
    return spans


def writable(text: str) -> str:
    """The text without what no file and no database holds."""
    return _UNWRITABLE.sub("\ufffd", text) if "\0" in text or _has_surrogates(text) else text


def _has_surrogates(text: str) -> bool:
    """Whether a text can't be encoded, which is tried a piece at a time: that is far quicker than to search it."""
    if text.isascii():
        return False
    try:
        for at in range(0, len(text), _PIECE):
            text[at : at + _PIECE].encode()
    except UnicodeEncodeError:
        return True
    return False


def escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
