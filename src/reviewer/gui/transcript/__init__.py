"""The painted transcript: paragraphs laid out as they are looked at, marks over the words, correcting in place."""

from reviewer.gui.transcript.marks import Range, SliceMark, TermMark, TermSide
from reviewer.gui.transcript.view import TranscriptView

__all__ = ["Range", "SliceMark", "TermMark", "TermSide", "TranscriptView"]
