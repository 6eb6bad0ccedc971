"""What stands inside a cue: tags, references and word times, read and written.

Tags are taken away before references are decoded, so that an escaped "<b>" stays the text it is. What only
looks like a tag ("a < b && c > d", "<laughs>") is text: a mark too many can be seen, a lost word can't.
"""

import html
import re
from collections.abc import Iterator

from reviewer.captions.times import clock, stamp
from reviewer.core.cues import TimedPiece
from reviewer.core.words import WordKind, split_words

_TAG = re.compile(
    r"</?(?:c|i|b|u|s|v|ruby|rt|lang|font)(?:[.\s][^<>]*)?>|<[0-9][0-9:.]*>", re.IGNORECASE
)  # fmt: skip
_STAMP = re.compile(r"<((?:[0-9]{1,9}:)?[0-9]{2}:[0-9]{2}\.[0-9]{3})>")
_VOICE = re.compile(r"<v(?:\.[^\s<>]*)?[ \t]([^<>]+)>")
_AMPERSAND = re.compile(r"&[^&]*")
_BREAK = re.compile(r"\r\n|\r|\n")
_WORD = re.compile(r"\S+")
# Neither can be kept: NUL ends a text in SQLite, a lone surrogate can't be written as UTF-8.
_UNWRITABLE = re.compile("[\0\ud800-\udfff]")


def tags(text: str) -> Iterator[int]:
    """Where in a text something begins that is read as a tag."""
    return (match.start() for match in _TAG.finditer(text))


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
    return _TAG.sub("", text) if "<" in text else text


def tidy(text: str) -> str:
    """The lines without blanks round them; lines that show nothing are left out."""
    if "\n" not in text and "\r" not in text:
        return "" if text.isspace() else text.strip(" \t")
    return "\n".join(line.strip(" \t") for line in _BREAK.split(text) if line.strip())


def voices(raw: str) -> list[str]:
    """The speakers whom the voice tags of a cue name, each once."""
    if "<v" not in raw:
        return []
    return list(dict.fromkeys(" ".join(html.unescape(name).split()) for name in _VOICE.findall(raw)))


def read_text(raw: str, start_ms: int) -> tuple[str, list[TimedPiece]]:
    """A cue's text and its words, which have times of their own where the cue has times inside."""
    if "<" in raw and _STAMP.search(raw):
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
    return _UNWRITABLE.sub("\ufffd", text)


def escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def write_text(text: str, words: tuple[tuple[int, int], ...], start_ms: int, end_ms: int) -> str:
    """A cue's text as WebVTT holds it, with a time before each word that has one of its own.

    WebVTT asks that a time inside a cue lies after its start and every time above it, and before its end. One that
    is no later than the time above it would say nothing new or go back, one at the end or past it (roll-ups have
    some, 10 ms late) would be no time of this cue: both are left out, and a reader gives the word the time above.
    The scores and the library keep such a word's own time.
    """
    parts: list[str] = []
    at, now = 0, start_ms
    for offset, ms in sorted(words):
        if not now < ms < end_ms:
            continue
        parts += (escape(text[at:offset]), f"<{clock(ms)}>")
        at, now = offset, ms
    parts.append(escape(text[at:]))
    return tidy("".join(parts))
