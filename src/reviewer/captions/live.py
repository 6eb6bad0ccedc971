"""Captions of a live broadcast as yt-dlp joins them from their fragments: three rows, words in pairs of letters.

The times inside count from the fragment and are of no use; a row grows over several cues at the bottom and then
moves up. What is new is what the bottom row gained, and all words of a row have the time at which it began.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from reviewer.captions.blocks import JOINED
from reviewer.captions.notes import Notes
from reviewer.captions.shown import Shown, row_text
from reviewer.captions.swift import WORD_TIME, is_live_marked
from reviewer.core.cues import Cues, CuesBuilder, TimedPiece
from reviewer.core.words import split_words

REPLACED = "The growing row was replaced; both wordings were kept."


@dataclass
class _Row:
    """The bottom row as it grows; `brought` says from which word on it comes from which of the file's cues."""

    cue: int
    start_ms: int
    end_ms: int
    text: str = ""
    brought: list[tuple[int, int]] = field(default_factory=list)

    def grow(self, text: str, cue: int) -> None:
        words, more = len(self.text.split()), len(text.split())
        if more > words:
            self.brought.append((words, cue))
        self.text = text


def is_live(text: str, shown: Sequence[Sequence[str]]) -> bool:
    """Whether a WebVTT text is of joined fragments: their marks, and word times in a third row."""
    if not is_live_marked(text):
        return False
    return any(len(rows) > 2 and WORD_TIME.search(rows[-1]) for rows in map(_rows, shown))


def fold_live(shown: Iterable[Shown], notes: Notes) -> Cues:
    """The rows, each once and whole."""
    builder, above_before = CuesBuilder(), ""
    growing: _Row | None = None
    for number, cue in enumerate(shown):
        if any(row.startswith("WEBVTT") for row in cue.rows):
            notes.at(cue.body_at + "\n".join(cue.rows).find("WEBVTT"), JOINED)
        *_, above, bottom = ["", "", *(row_text(row) for row in _rows(cue.rows))]
        if growing and (above != above_before or not bottom.startswith(growing.text)):
            if bottom and above == above_before:
                notes.at(cue.body_at, REPLACED)
            _finish(builder, growing)
            growing = None
        if bottom and not growing:
            growing = _Row(number, cue.start_ms, cue.end_ms)
        if growing:
            growing.grow(bottom, number)
            growing.end_ms = max(growing.end_ms, cue.end_ms)
        above_before = above
    if growing:
        _finish(builder, growing)
    return builder.build()


def _rows(lines: Sequence[str]) -> list[str]:
    return list(takewhile(bool, lines))


def _finish(builder: CuesBuilder, row: _Row) -> None:
    pieces = [TimedPiece(piece.start, piece.stop, row.start_ms, piece.kind) for piece in split_words(row.text)]
    grown = {"file_cues": json.dumps(row.brought)} if row.brought[1:] else None
    builder.add(row.start_ms, row.end_ms, row.text, pieces, extra=grown, file_cue=row.cue)
