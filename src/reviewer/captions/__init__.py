"""Caption files to versions and back: one module a format, reading and writing."""

import hashlib
from collections.abc import Iterable, Sequence

from reviewer.captions.archives import Member, members
from reviewer.captions.encodings import ENCODINGS
from reviewer.captions.formats import BY_NAME, Format, empty, sniff
from reviewer.captions.markup_losses import markup_losses
from reviewer.captions.rollup_rewriting import rewrite_roll_up
from reviewer.captions.sources import decode
from reviewer.captions.vtt_rewriting import Rewritten, rewrite
from reviewer.captions.written import WrittenCue, as_imported, voices_of
from reviewer.core.cues import Version
from reviewer.errors import Refused, printable

__all__ = [
    "ENCODINGS",
    "FORMATS",
    "WRITTEN",
    "Member",
    "Rewritten",
    "WrittenCue",
    "as_imported",
    "losses",
    "markup_losses",
    "members",
    "read",
    "rewrite",
    "rewrite_roll_up",
    "voices_of",
    "write",
]

FORMATS = tuple(BY_NAME)
WRITTEN = tuple(name for name, format_ in BY_NAME.items() if format_.write)  # the others are only read


def read(name: str, data: bytes, *, format: str | None = None, encoding: str | None = None) -> Version:  # noqa: A002
    """A caption file's bytes as a version; `format` and `encoding` are what the user says, else they are found.

    Raises UnreadableCaptions with file, line, reason and remedy where the file can't be read, and Refused for a
    format that is none. What is odd and was read all the same is listed in the version's oddities.
    """
    forced = _named(format) if format is not None else None
    source = decode(name, data, encoding)
    chosen = forced or sniff(source)
    if source.is_blank and chosen.name != "srt":
        raise empty(source)
    reading = chosen.read(source)
    return Version(
        sha256=hashlib.sha256(data).hexdigest(),
        reader=chosen.reader,
        reader_version=chosen.reader_version,
        options=f"encoding={source.encoding}",
        format=chosen.name,
        encoding=source.encoding,
        kind=reading.kind or chosen.kind,
        language=reading.language,
        cues=reading.cues,
        header=reading.header,
        oddities=source.notes.oddities(),
    )


def write(format: str, cues: Iterable[WrittenCue], *, language: str = "", kind: str = "captions") -> str:  # noqa: A002
    """The cues as a file of a format; raises Refused for one that is only read, or a cue without the time it needs.

    What the file does not hold of them `losses` tells.
    """
    writer = _written(format).write
    return writer(cues, language, kind) if writer else ""


def losses(format: str, cues: Sequence[WrittenCue], *, language: str = "") -> tuple[str, ...]:  # noqa: A002
    """What a format can't carry of these cues, in words with counts: “1,204 word times”; nothing is lost beside it."""
    chosen = _written(format)
    told = chosen.losses(cues) if chosen.losses else ()
    return told if chosen.keeps_language or not language else (*told, f"the language ({printable(language)[:40]})")


def _written(name: str) -> Format:
    chosen = _named(name)
    if chosen.write is None:
        raise Refused(f"Captions are read as {name}, not written. Write webvtt: it keeps the time of every word.")
    return chosen


def _named(name: str) -> Format:
    if name not in BY_NAME:
        raise Refused(f"“{name}” is not a caption format. Choose one of {', '.join(BY_NAME)}.")
    return BY_NAME[name]
