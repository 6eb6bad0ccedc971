"""The formats by name, and which of them a file is in: found from what it holds, never from what it is called."""

import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import PurePath
from typing import Final, NamedTuple

from reviewer.captions import (
    json3,
    jsontext,
    markdown,
    podcasting,
    sbv,
    srt,
    srv,
    text,
    ttml,
    ttml_writing,
    vtt_writing,
    webvtt,
    whisper,
    youtube,
)
from reviewer.captions.plain import Reading
from reviewer.captions.remedies import KNOWN, NOTHING_CHANGED, OTHER_FILE
from reviewer.captions.sources import Source
from reviewer.captions.times import BAD, srt_line, srt_lines, vtt_line
from reviewer.captions.written import WrittenCue
from reviewer.captions.xmltext import refuse_type
from reviewer.errors import UnreadableCaptions


class Format(NamedTuple):
    """One caption format: what reads it, in which version of ours, and what it says about the track."""

    name: str
    reader: str
    reader_version: int
    kind: str
    read: Callable[[Source], Reading]
    write: Callable[[Iterable[WrittenCue], str, str], str] | None = None
    losses: Callable[[Sequence[WrittenCue]], tuple[str, ...]] | None = None  # wherever there is a `write`
    keeps_language: bool = False


_ALL = (
    Format("webvtt", "webvtt", 2, "uploaded", webvtt.read, vtt_writing.write, vtt_writing.losses, keeps_language=True),
    Format("youtube-vtt", "youtube-roll-up", 2, "auto", youtube.read),
    Format("json3", "json3", 1, "auto", json3.read),
    Format("podcasting-json", "podcasting-json", 1, "uploaded", podcasting.read, podcasting.write, podcasting.losses),
    Format("whisper-json", "whisper-json", 1, "auto", whisper.read),
    Format("srv3", "srv", 1, "uploaded", srv.read),
    Format("srv2", "srv", 1, "uploaded", srv.read),
    Format("srv1", "srv", 1, "uploaded", srv.read),
    Format("ttml", "ttml", 1, "uploaded", ttml.read, ttml_writing.write, ttml_writing.losses, keeps_language=True),
    Format("srt", "srt", 2, "uploaded", srt.read, srt.write, srt.losses),
    Format("sbv", "sbv", 2, "uploaded", sbv.read, sbv.write, sbv.losses),
    Format("markdown", "stamped-lines", 1, "transcript", markdown.read, markdown.write, markdown.losses),
    Format("text", "text", 2, "transcript", text.read, text.write, text.losses),
)
BY_NAME: Final = {format_.name: format_ for format_ in _ALL}

_JSON = ((json3.fits, "json3"), (podcasting.fits, "podcasting-json"), (whisper.fits, "whisper-json"))
_DESCRIBING = {"automatic_captions", "extractor", "webpage_url"}  # members of yt-dlp's .info.json
_ELEMENTS = re.compile(r"<(?:[\w.-]+:)?(?:tt|timedtext|transcript)[\s>]")
_FOREIGN = (
    (re.compile(r"(?i)\s*<(?:\?xml|!DOCTYPE|html|tt[\s>]|timedtext|transcript|SAMI)"), "an XML or HTML file"),
    (re.compile(r"(?i)\s*\[Script Info\]"), "a SubStation Alpha file"),
    (re.compile(r"\s*\{\d+\}\{\d+\}"), "a MicroDVD file"),
)
# Word times that only WebVTT has, and settings, for a file whose first line was lost. Some SRT has settings as well.
_VTT_ONLY = re.compile(r"<[0-9:]+\.[0-9]{3}><c[.>]|^X-TIMESTAMP-MAP", re.MULTILINE)
_SETTINGS = re.compile(r"-->(?:(?!-->).)*(?:align|position|line|size|region):")
_NUMBERED = re.compile(r"^\ufeff?[0-9]{1,9}[ \t]*\n[0-9:]{7,12},[0-9]{3}[ \t]*-->[ \t]*[0-9:]{7,12},", re.MULTILINE)
_LOOKED_AT = 65_536
_CAPTION_SUFFIXES = {".vtt", ".srt", ".sbv"}

NO_TIMES = "Named as a caption file, but it holds no caption time; it was read as plain text."


def sniff(source: Source) -> Format:
    """The format that the text is in; raises UnreadableCaptions for a broken or foreign one."""
    suffix = PurePath(source.name).suffix.lower()
    if source.is_blank:
        if suffix == ".srt":
            return BY_NAME["srt"]
        raise empty(source)
    if not webvtt.SIGNATURE.match(source.unix) and markdown.fits(source):
        return BY_NAME["markdown"]
    if jsontext.SIGNATURE.match(source.text):
        return _of_json(source)
    timed = _of_xml(source) or _timed(source)
    if timed:
        return timed
    _refuse_foreign(source)
    if suffix in _CAPTION_SUFFIXES:
        source.notes.whole(NO_TIMES)
    return BY_NAME["text"]


def empty(source: Source) -> UnreadableCaptions:
    """The refusal of a file that holds nothing, which no format but SRT takes for an empty track."""
    return source.unreadable(None, "the file is empty.", f"Export or download it again. {NOTHING_CHANGED}")


def _of_json(source: Source) -> Format:
    for fits, name in _JSON:
        if fits(source.json):
            return BY_NAME[name]
    remedy = f"Choose a caption file, or import it with --format text. {NOTHING_CHANGED}"
    if not source.json.members.keys().isdisjoint(_DESCRIBING):
        remedy = f"Choose the caption file; what describes its video is read beside it. {NOTHING_CHANGED}"
        raise source.unreadable(None, "this is yt-dlp's description of a video, not its captions.", remedy)
    raise source.unreadable(None, "this is a JSON file, but not of captions.", remedy)


def _of_xml(source: Source) -> Format | None:
    name = "ttml" if ttml.is_ttml(source.text) else srv.form(source.text)
    if not name:
        refuse_type(source, _ELEMENTS)
        return None
    return BY_NAME[name]


def _timed(source: Source) -> Format | None:
    unix = source.unix
    if webvtt.SIGNATURE.match(unix):
        return BY_NAME["youtube-vtt" if youtube.is_roll_up(source) else "webvtt"]
    first_bad: int | None = None
    for begin, end in srt_lines(unix):
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
    has_settings, is_numbered, is_webvtt = (
        bool(sign.search(source.unix, 0, _LOOKED_AT)) for sign in (_SETTINGS, _NUMBERED, _VTT_ONLY)
    )
    if not is_webvtt and (is_numbered or not has_settings):
        return BY_NAME["srt"]
    return BY_NAME["youtube-vtt" if youtube.is_roll_up(source) else "webvtt"]


def _refuse_foreign(source: Source) -> None:
    for pattern, what in _FOREIGN:
        if pattern.match(source.text):
            remedy = f"Convert it to one of {KNOWN}, or import it with --format text. {NOTHING_CHANGED}"
            raise source.unreadable(None, f"this is {what}, which can't be read yet.", remedy)
    if not any(character.isalpha() for character in source.text[:_LOOKED_AT]):
        raise source.unreadable(None, "there are no words in this file.", OTHER_FILE)
