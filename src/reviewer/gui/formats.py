"""What formats and encodings are called where people read them, and which files the window asks for."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from reviewer.core.wording import count

if TYPE_CHECKING:
    from reviewer.core.cues import Oddity

WRITTEN: Final = {  # what captions are saved as, with the suffix that belongs to it
    "webvtt": ".vtt",
    "youtube-vtt": ".vtt",
    "srt": ".srt",
    "sbv": ".sbv",
    "ttml": ".ttml",
    "podcasting-json": ".json",
    "markdown": ".md",
    "text": ".txt",
}


def captions_filter() -> str:
    """The files that the import dialog shows first: those that are taken from a folder."""
    from reviewer.app.gathering import PACKED, SUFFIXES

    return f"Captions ({' '.join(f'*{suffix}' for suffix in sorted(SUFFIXES | PACKED))});;All files (*)"


def format_words(name: str) -> str:
    """“SRT” for “srt”; a name that a later program gave stays as it is."""
    from reviewer.app.tracks import FORMATS  # reads captions, for which the first window has no use

    words = FORMATS.get(name, name)
    return words[:1].upper() + words[1:]


def encoding_words(name: str) -> str:
    """“Windows-1252” for “windows-1252”."""
    from reviewer.app.tracks import ENCODINGS

    return dict(ENCODINGS).get(name, name).rpartition(", ")[2]


def _in_short(name: str) -> str:
    """The same where the first window tells it, and can't wait for all readers of captions to be loaded."""
    return name.replace("windows", "Windows") if name.startswith("windows") else name.upper()


def is_assumed(oddities: "Iterable[Oddity]") -> bool:
    """Whether a file's encoding was assumed, since nothing in the file says it: then its reader proposes to re-read."""
    return any(odd.line == 0 and "Re-read as" in odd.what for odd in oddities)


def captions_told(encoding: str, oddities: "Sequence[Oddity]") -> str:
    """“3 oddities, read as Windows-1252”; empty for a file that is as it should be."""
    if not oddities:
        return ""
    assumed = f", read as {_in_short(encoding)}" if is_assumed(oddities) else ""
    return f"{count(len(oddities), 'oddity', 'oddities')}{assumed}"
