"""The reading text in paragraphs, as `reviewer show` and the bundle's transcript have it."""

from collections.abc import Iterator
from typing import NamedTuple

from reviewer.core.reading import ReadingText, text_of
from reviewer.core.words import WordKind
from reviewer.publish.passages import paragraphs


class Paragraph(NamedTuple):
    """Where it begins, the voice that the file names there, and its words on one line, marks (`>>`) left out."""

    start_ms: int | None
    speaker: str | None
    text: str


def shown_paragraphs(text: ReadingText) -> Iterator[Paragraph]:
    for first, words in paragraphs(text):
        spoken = next((word.first for word in words if word.kind is not WordKind.MARK), first)
        yield Paragraph(words[0].start_ms, text.cues.voice_of(spoken), text_of(words, one_line=True))
