"""The reading text in paragraphs, as `reviewer show` and the bundle's transcript have it."""

from collections.abc import Iterator
from typing import NamedTuple

from reviewer.core.reading import ReadingText, text_of
from reviewer.publish.passages import paragraphs


class Paragraph(NamedTuple):
    """Where it begins, the voice that the file names there, and its words on one line, marks (`>>`) left out."""

    start_ms: int | None
    speaker: str | None
    text: str


def shown_paragraphs(text: ReadingText) -> Iterator[Paragraph]:
    for first, words in paragraphs(text):
        voice = text.cues.voice(text.cues.cue_of(first))
        yield Paragraph(words[0].start_ms, voice, text_of(words, one_line=True))
