"""Captions in the roll-up form in which YouTube's automatic captions are downloaded.

Each row is shown twice: while it is spoken (its words timed, the row before above it), then for 10 ms alone above a
blank row. After a pause the screen is empty and the next row begins under a blank one.
"""

import html
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

HEADER = "WEBVTT\nKind: captions\nLanguage: en\n\n"
ROW_WIDTH = 40
FLASH_MS = 10
# YouTube keeps a finished row on the screen over shorter silences.
RESTART_MS = 3_000
LAST_ROW_MS = 3_000
BLANK = " "


@dataclass(frozen=True, slots=True)
class HeardWord:
    """A recognised word; `turn` counts the changes of speaker before it."""

    text: str
    start_ms: int
    end_ms: int
    turn: int


@dataclass(frozen=True, slots=True)
class Row:
    """What stands in one line of the screen."""

    words: tuple[HeardWord, ...]
    is_new_turn: bool
    is_restart: bool

    @property
    def start_ms(self) -> int:
        return self.words[0].start_ms

    @property
    def plain(self) -> str:
        return self._mark + " ".join(html.escape(word.text, quote=False) for word in self.words)

    @property
    def timed(self) -> str:
        first, *rest = (html.escape(word.text, quote=False) for word in self.words)
        times = (clock(word.start_ms) for word in self.words[1:])
        return self._mark + first + "".join(f"<{time}><c> {word}</c>" for time, word in zip(times, rest, strict=True))

    @property
    def _mark(self) -> str:
        return "&gt;&gt; " if self.is_new_turn else ""


def clock(ms: int) -> str:
    seconds, ms = divmod(ms, 1000)
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}.{ms:03d}"


def rows_of(words: Sequence[HeardWord]) -> Iterator[Row]:
    """Break the words where the row is full, the speaker changes or a pause empties the screen."""
    row: list[HeardWord] = []
    before: HeardWord | None = None
    for word in words:
        if row and _breaks(row, word):
            yield _row(row, before)
            before, row = row[-1], []
        row.append(word)
    if row:
        yield _row(row, before)


def _breaks(row: Sequence[HeardWord], word: HeardWord) -> bool:
    width = sum(len(shown.text) + 1 for shown in row) + len(word.text)
    return width > ROW_WIDTH or word.turn != row[-1].turn or word.start_ms - row[-1].end_ms >= RESTART_MS


def _row(words: Sequence[HeardWord], before: HeardWord | None) -> Row:
    # The first voice of a video gets no mark, and is no restart: nothing was there before.
    is_new_turn = before is not None and words[0].turn != before.turn
    is_restart = before is not None and words[0].start_ms - before.end_ms >= RESTART_MS
    return Row(tuple(words), is_new_turn, is_restart)


def captions(words: Sequence[HeardWord]) -> str:
    rows = list(rows_of(words))
    return HEADER + "".join(f"{cue}\n\n" for cue in _cues(rows))


def _cues(rows: Sequence[Row]) -> Iterator[str]:
    above = BLANK
    for row, following in pairwise(rows):
        flash_ms = following.start_ms - FLASH_MS
        yield _cue(row.start_ms, flash_ms, (above, row.timed))
        above = BLANK if following.is_restart else row.plain
        yield _cue(flash_ms, following.start_ms, (above, BLANK))
    last = rows[-1]
    yield _cue(last.start_ms, last.words[-1].end_ms + LAST_ROW_MS, (above, last.timed))


def _cue(start_ms: int, end_ms: int, lines: Iterable[str]) -> str:
    return "\n".join((f"{clock(start_ms)} --> {clock(end_ms)} align:start position:0%", *lines))
