"""Captions of a live broadcast as yt-dlp joins them from their fragments: three rows, words in pairs of letters.

The times inside count from the fragment and are of no use; a row grows over several cues at the bottom and then
moves up. What is new is what the bottom row gained, and all words of a row have the time at which it began.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, takewhile

from reviewer.captions.blocks import JOINED
from reviewer.captions.notes import Notes
from reviewer.captions.shown import Shown, is_blank, row_text
from reviewer.captions.swift import WORD_TIME, is_live_marked
from reviewer.captions.three_rows import is_tail, texts
from reviewer.core.cues import Cues, CuesBuilder, TimedPiece
from reviewer.core.words import split_words

_PAUSE_MS = 500  # after which a row that stands alone may be another that begins with the same words
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


def is_live(text: str, shown: Sequence[Shown]) -> bool:
    """Whether a WebVTT text is of live captions: word times in a third row, and the marks of fragments or growing rows.

    Without the marks each cue must go on from the one before, lest an uploaded track is folded.
    """
    if not any(len(rows) > 2 and WORD_TIME.search(rows[-1]) for rows in (_rows(cue.rows) for cue in shown)):
        return False
    return is_live_marked(text) or _grows(shown)


def _grows(shown: Sequence[Shown]) -> bool:
    """Whether rows grow at the bottom and move up, and most of those at the bottom have word times."""
    bottoms = [cue.rows[-1] for cue in shown if cue.rows and not is_blank(cue.rows[-1])]
    if sum(bool(WORD_TIME.search(row)) for row in bottoms) * 2 <= len(bottoms):
        return False
    grown = 0
    for before, cue in pairwise(shown):
        (*above_before, last), (*above, bottom) = _screen(before), _screen(cue)
        has_moved = is_tail(above, texts(before.rows))
        if above != above_before and not has_moved:
            return False
        may_have_grown = cue.start_ms <= before.end_ms + _PAUSE_MS if not above else not has_moved
        grown += may_have_grown and bool(last) and bottom != last and bottom.startswith(last)
    return grown > 0


def _screen(cue: Shown) -> list[str]:
    """What stands above the bottom row, without blank rows, and the bottom row."""
    return [*texts(cue.rows[:-1]), row_text(cue.rows[-1]).strip() if cue.rows else ""]


def fold_live(shown: Iterable[Shown], notes: Notes) -> Cues:
    """The rows, each once and whole."""
    builder, above_before = CuesBuilder(), list[str]()
    growing: _Row | None = None
    for number, cue in enumerate(shown):
        _note_fragment(cue, notes)
        screen = ["", "", *(row_text(row) for row in _rows(cue.rows))]
        above, bottom = screen[:-1], screen[-1]
        if not number:
            _add_rows(builder, cue, above)
        has_moved = _has_moved(above, above_before, growing)
        if growing and (has_moved or not bottom.startswith(growing.text)):
            if bottom and not has_moved:
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


def _has_moved(above: Sequence[str], before: Sequence[str], growing: _Row | None) -> bool:
    """Whether the rows moved up; where the same row is said again only those higher up show it."""
    if list(above[-1:]) != list(before[-1:]):
        return True
    rows, last = [row for row in above if row], [growing.text] if growing else []
    return list(above[-2:]) != list(before[-2:]) and is_tail(rows, [*before, *last])


def _note_fragment(cue: Shown, notes: Notes) -> None:
    if any(row.startswith("WEBVTT") for row in cue.rows):
        notes.at(cue.body_at + "\n".join(cue.rows).find("WEBVTT"), JOINED)


def _add_rows(builder: CuesBuilder, first: Shown, above: Sequence[str]) -> None:
    """Add the rows above the first bottom row: of a cutting they stand nowhere else."""
    for text in filter(None, above):
        _finish(builder, _Row(0, first.start_ms, first.end_ms, text))


def _rows(lines: Sequence[str]) -> list[str]:
    return list(takewhile(bool, lines))


def _finish(builder: CuesBuilder, row: _Row) -> None:
    pieces = [TimedPiece(piece.start, piece.stop, row.start_ms, piece.kind) for piece in split_words(row.text)]
    grown = {"file_cues": json.dumps(row.brought)} if row.brought[1:] else None
    builder.add(row.start_ms, row.end_ms, row.text, pieces, extra=grown, file_cue=row.cue)
