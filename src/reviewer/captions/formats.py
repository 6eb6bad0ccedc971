"""The formats by name, and which of them a file is in: found from what it holds, never from what it is called."""

import re
from collections.abc import Callable, Iterable
from pathlib import PurePath
from typing import Final, NamedTuple

from reviewer.captions import sbv, srt, text, webvtt, youtube
from reviewer.captions.layout import lines_with
from reviewer.captions.plain import Reading
from reviewer.captions.sources import NOTHING_CHANGED, OTHER_FILE, Source
from reviewer.captions.times import BAD, srt_line, vtt_line
from reviewer.captions.written import WrittenCue


class Format(NamedTuple):
    """One caption format: what reads it, in which version of ours, and what it says about the track."""

    name: str
    reader: str
    reader_version: int
    kind: str
    read: Callable[[Source], Reading]
    write: Callable[[Iterable[WrittenCue], str, str], str] | None = None


_ALL = (
    Format("webvtt", "webvtt", 1, "uploaded", webvtt.read, webvtt.write),
    Format("youtube-vtt", "youtube-roll-up", 1, "auto", youtube.read),
    Format("srt", "srt", 1, "uploaded", srt.read, srt.write),
    Format("sbv", "sbv", 1, "uploaded", sbv.read, sbv.write),
    Format("text", "text", 1, "transcript", text.read, text.write),
)
BY_NAME: Final = {format_.name: format_ for format_ in _ALL}

_FOREIGN = (
    (re.compile(r'\s*(?:\{\s*"|\[\s*[{\[\]"])'), "a JSON file"),
    (re.compile(r"(?i)\s*<(?:\?xml|!DOCTYPE|html|tt[\s>]|timedtext|transcript|SAMI)"), "an XML or HTML file"),
    (re.compile(r"(?i)\s*\[Script Info\]"), "a SubStation Alpha file"),
    (re.compile(r"\s*\{\d+\}\{\d+\}"), "a MicroDVD file"),
)
# Settings and word times that only WebVTT has, for a file whose first line was lost.
_VTT_ONLY = re.compile(
    r"-->.*(?:align|position|line|size|region):|<[0-9:]+\.[0-9]{3}><c[.>]|^X-TIMESTAMP-MAP", re.MULTILINE
)
_LOOKED_AT = 65_536
_CAPTION_SUFFIXES = {".vtt", ".srt", ".sbv"}

NO_TIMES = "Named as a caption file, but it holds no caption time; it was read as plain text."


def sniff(source: Source) -> Format:
    """The format that the text is in; raises UnreadableCaptions for a broken or foreign one."""
    suffix = PurePath(source.name).suffix.lower()
    if source.is_blank:
        if suffix == ".srt":
            return BY_NAME["srt"]
        raise source.unreadable(None, "the file is empty.", f"Export or download it again. {NOTHING_CHANGED}")
    timed = _timed(source)
    if timed:
        return timed
    _refuse_foreign(source)
    if suffix in _CAPTION_SUFFIXES:
        source.notes.whole(NO_TIMES)
    return BY_NAME["text"]


def _timed(source: Source) -> Format | None:
    unix = source.unix
    if webvtt.SIGNATURE.match(unix):
        return BY_NAME["youtube-vtt" if youtube.is_roll_up(source) else "webvtt"]
    first_bad: int | None = None
    for begin, end in lines_with(unix, "->"):
        line = unix[begin:end]
        times = srt_line(line) or vtt_line(line)
        if times and times.odd != BAD:
            return _arrowed(source)
        if times and first_bad is None:
            first_bad = begin
    if sbv.TIME_LINE.search(unix):
        return BY_NAME["sbv"]
    if first_bad is not None:
        raise source.unreadable(source.notes.line_at(first_bad), "this is not a caption time.")
    return None


def _arrowed(source: Source) -> Format:
    """A file with time lines and without the WebVTT signature: SRT, or a WebVTT that lost its first line."""
    if not _VTT_ONLY.search(source.unix, 0, _LOOKED_AT):
        return BY_NAME["srt"]
    return BY_NAME["youtube-vtt" if youtube.is_roll_up(source) else "webvtt"]


def _refuse_foreign(source: Source) -> None:
    for pattern, what in _FOREIGN:
        if pattern.match(source.text):
            remedy = f"Choose a WebVTT, SRT, SBV or text file, or import it with --format text. {NOTHING_CHANGED}"
            raise source.unreadable(None, f"this is {what}, which can't be read yet.", remedy)
    if not any(character.isalpha() for character in source.text[:_LOOKED_AT]):
        raise source.unreadable(None, "there are no words in this file.", OTHER_FILE)
