"""An episode's captions as they read now, or as they were imported, in any format that is written."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Final, NamedTuple

from reviewer import captions
from reviewer.app.session import ReviewSession
from reviewer.captions import WRITTEN, WrittenCue, as_imported, voices_of
from reviewer.core.reading import ReadingText, ReadingWord

ROLL_UP = "youtube-vtt"  # written only into the roll-up that it was read from
# The formats whose own files are written back with all that stands in them.
_REWRITING: Final = {"webvtt": captions.rewrite, ROLL_UP: captions.rewrite_roll_up}


class Written(NamedTuple):
    """The text of a caption file, and in words what it can't carry or has otherwise than the imported bytes."""

    text: str
    losses: tuple[str, ...]


def caption_text(session: ReviewSession, format: str, heard: bool = False) -> Written:  # noqa: A002
    """The captions in a format; with `heard` as imported, every correction aside.

    An imported WebVTT file, roll-up or not, comes back as it is but for the text of corrected cues. Raises Refused
    for a format that is only read, and for one with times where the transcript has none.
    """
    return Writing(session, ReadingText(session.version.cues) if heard else session.text).in_format(format)


class Writing:
    """An episode's captions on their way out; what several formats need of them is made once."""

    def __init__(self, session: ReviewSession, text: ReadingText) -> None:
        self._version, self._text = session.version, text
        self._original = original(session)

    @cached_property
    def _cues(self) -> list[WrittenCue]:
        return written_cues(self._text)

    @cached_property
    def _unheld(self) -> tuple[str, ...]:
        """What the imported file holds beside all that a version knows of it."""
        return captions.markup_losses(self._version, self._original)

    def in_format(self, format: str) -> Written:  # noqa: A002
        """The captions in one format; raises Refused as `caption_text` does."""
        version = self._version
        if format == ROLL_UP or (format == version.format and format in _REWRITING):
            changed = sorted(self._text.changed_cues())
            return Written(*_REWRITING[format](version, self._original, self._cues, changed))
        text = captions.write(format, self._cues, language=version.language)
        return Written(text, (*captions.losses(format, self._cues, language=version.language), *self._unheld))


def formats(session: ReviewSession) -> tuple[str, ...]:
    """The formats that these captions can be written in: a roll-up also as the roll-up that it is."""
    return (*WRITTEN, ROLL_UP) if session.version.format == ROLL_UP else WRITTEN


def original(session: ReviewSession) -> bytes:
    """The imported file, byte for byte."""
    return session.library.file_bytes(session.version.sha256)


def written_cues(text: ReadingText) -> list[WrittenCue]:
    """The cues as a text reads, times untouched; words keep their own times where the file had them."""
    changed = set(text.changed_cues())
    return [
        _corrected(text, number) if number in changed else as_imported(text.cues, number)
        for number in range(len(text.cues))
    ]


def _corrected(text: ReadingText, number: int) -> WrittenCue:
    shown, words = text.cue_text(number), list(text.cue_words(number))
    places = _places(shown, words)
    first, extra = text.cues.first_word[number], text.cues.extras.get(number) or {}
    times = ((at, word.start_ms) for at, word in zip(places, words, strict=True) if not word.is_estimated)
    imported = as_imported(text.cues, number)
    return imported._replace(
        text=shown,
        words=tuple((at, ms) for at, ms in times if ms is not None),
        voices=_voices(extra, first, places, words),
        confidence=_confidence(imported.confidence.split(), first, words),
    )


def _places(shown: str, words: Sequence[ReadingWord]) -> list[int]:
    """Where each word begins in the cue's text."""
    places, at = [], 0
    for word in words:
        at = shown.index(word.text, at)
        places.append(at)
        at += len(word.text)
    return places


def _voices(
    extra: Mapping[str, str], first: int, places: Sequence[int], words: Sequence[ReadingWord]
) -> tuple[tuple[int, str], ...]:
    """A voice begins with the first word that stands on the imported word it began with, or on a later one."""
    found: dict[int, str] = {}
    for begins, name in voices_of(extra):
        at = next((at for at, word in zip(places, words, strict=True) if word.last > first + begins), None)
        if at is not None:
            found[at] = name
    return tuple(found.items())


def _confidence(figures: Sequence[str], first: int, words: Sequence[ReadingWord]) -> str:
    """The recogniser was sure of what it heard, not of what a person put there."""
    if not figures:
        return ""
    return " ".join("-" if word.correction else figures[word.first - first] for word in words)


__all__ = ["ROLL_UP", "WRITTEN", "Writing", "Written", "caption_text", "formats", "original", "written_cues"]
