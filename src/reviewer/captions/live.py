"""Captions of a live broadcast as yt-dlp joins them from their fragments: three rows, words in pairs of letters.

The times inside count from the fragment and are of no use; a row grows over several cues at the bottom and then
moves up. What is new is what the bottom row gained, and all words of a row have the time at which it began.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import takewhile

from reviewer.captions.layout import Block
from reviewer.captions.markup import plain, tidy
from reviewer.captions.notes import Notes
from reviewer.core.cues import Cues, CuesBuilder, TimedPiece
from reviewer.core.words import split_words

_WORD_TIME = re.compile(r"<[0-9:]+\.[0-9]{3}><c[.>]")

JOINED = "Fragments of live captions were joined here; the times after it may count anew."
REPLACED = "The growing row was replaced; both wordings were kept."


@dataclass
class _Row:
    """The bottom row as it grows."""

    cue: int
    start_ms: int
    end_ms: int
    text: str


def is_live(text: str, shown: Sequence[Sequence[str]]) -> bool:
    """Whether a WebVTT text is of joined fragments: their marks, and word times in a third row."""
    if "X-TIMESTAMP-MAP" not in text and "\nWEBVTT" not in text:
        return False
    return any(len(rows) > 2 and _WORD_TIME.search(rows[-1]) for rows in map(_rows, shown))


def fold_live(shown: Iterable[tuple[Block, int, int, Sequence[str]]], notes: Notes) -> Cues:
    """The rows, each once and whole; `shown` is each cue's block, its times and its rows as the file has them."""
    builder, above_before = CuesBuilder(), ""
    growing: _Row | None = None
    for number, (block, start_ms, end_ms, lines) in enumerate(shown):
        if any(line.startswith("WEBVTT") for line in lines):
            notes.at(block.body_at + block.body.find("WEBVTT"), JOINED)
        *_, above, bottom = ["", "", *(tidy(plain(row)) for row in _rows(lines))]
        if growing and (above != above_before or not bottom.startswith(growing.text)):
            if bottom and above == above_before:
                notes.at(block.body_at, REPLACED)
            _finish(builder, growing)
            growing = None
        if bottom and not growing:
            growing = _Row(number, start_ms, end_ms, bottom)
        elif growing:
            growing.text, growing.end_ms = bottom, max(growing.end_ms, end_ms)
        above_before = above
    if growing:
        _finish(builder, growing)
    return builder.build()


def _rows(lines: Sequence[str]) -> list[str]:
    return list(takewhile(bool, lines))


def _finish(builder: CuesBuilder, row: _Row) -> None:
    pieces = [TimedPiece(piece.start, piece.stop, row.start_ms, piece.kind) for piece in split_words(row.text)]
    builder.add(row.start_ms, row.end_ms, row.text, pieces, extra={"file_cue": str(row.cue)})
