"""Caption files to versions and back: one module a format, reading and writing."""

import hashlib
from collections.abc import Iterable

from reviewer.captions.formats import BY_NAME, Format, sniff
from reviewer.captions.sources import decode
from reviewer.captions.written import WrittenCue
from reviewer.core.cues import Version
from reviewer.errors import Refused

__all__ = ["FORMATS", "WrittenCue", "read", "write"]

FORMATS = tuple(BY_NAME)


def read(name: str, data: bytes, *, format: str | None = None, encoding: str | None = None) -> Version:  # noqa: A002
    """A caption file's bytes as a version; `format` and `encoding` are what the user says, else they are found.

    Raises UnreadableCaptions with file, line, reason and remedy where the file can't be read, and Refused for a
    format that is none. What is odd and was read all the same is listed in the version's oddities.
    """
    forced = _named(format) if format is not None else None
    source = decode(name, data, encoding)
    chosen = forced or sniff(source)
    reading = chosen.read(source)
    return Version(
        sha256=hashlib.sha256(data).hexdigest(),
        reader=chosen.reader,
        reader_version=chosen.reader_version,
        options=f"encoding={source.encoding}",
        format=chosen.name,
        encoding=source.encoding,
        kind=chosen.kind,
        language=reading.language,
        cues=reading.cues,
        header=reading.header,
        oddities=source.notes.oddities(),
    )


def write(format: str, cues: Iterable[WrittenCue], *, language: str = "", kind: str = "captions") -> str:  # noqa: A002
    """The cues as a file of a format; raises Refused for one that is only read, or a cue without the time it needs."""
    writer = _named(format).write
    if writer is None:
        raise Refused("Roll-up captions are read, not written. Write webvtt: it keeps the time of every word.")
    return writer(cues, language, kind)


def _named(name: str) -> Format:
    if name not in BY_NAME:
        raise Refused(f"“{name}” is not a caption format. Choose one of {', '.join(BY_NAME)}.")
    return BY_NAME[name]
