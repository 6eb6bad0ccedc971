"""YouTube's roll-up of 2016: up to three rows, and each finished row shown above a blank one for about 400 ms.

What is new stands in the bottom row whenever that is not blank; above it stands what was said before.
"""

from collections.abc import Sequence
from itertools import pairwise

from reviewer.captions.markup import read_timed
from reviewer.captions.notes import Notes
from reviewer.captions.plain import EARLIER
from reviewer.captions.shown import Shown, is_blank, row_text
from reviewer.captions.swift import WORD_TIME
from reviewer.core.cues import Cues, CuesBuilder


def has_three_rows(shown: Sequence[Shown]) -> bool:
    """Whether some cue has three rows, and above a bottom row stands just what was shown before.

    An uploaded track may look so for a few cues; one with word times, or with a cue of 10 ms after each row, is none.
    """
    flashes = sum(cue.is_short and is_blank(cue.rows[-1]) for cue in shown if cue.rows)
    if flashes * 4 < len(shown) and not any(WORD_TIME.search(row) for cue in shown for row in cue.rows):
        return False
    high = sum(len(cue.rows) > 2 for cue in shown)
    if high * 2 <= len(shown) and not any(len(texts(cue.rows)) > 2 for cue in shown):
        return False
    moves = [(texts(cue.rows[:-1]), texts(before.rows)) for before, cue in pairwise(shown)]
    return any(above for above, _ in moves) and all(is_tail(above, before) for above, before in moves)


def fold_three_rows(shown: Sequence[Shown], settings: Sequence[str], notes: Notes) -> Cues:
    """The rows, each once; the number of the file's own cue stands with each."""
    builder, before, start_before = CuesBuilder(), list[str](), 0
    height = max((len(texts(cue.rows)) for cue in shown), default=0)
    for number, (cue, said) in enumerate(zip(shown, settings, strict=True)):
        for row in cue.rows if number == 0 else _new(cue.rows, before, height):
            if not is_blank(row):
                text, pieces = read_timed(row, cue.start_ms)
                extra = {"settings": said} if said else None
                builder.add(cue.start_ms, cue.end_ms, text, pieces, extra=extra, file_cue=number)
        if cue.start_ms < start_before:
            notes.at(cue.at, EARLIER)
        before, start_before = texts(cue.rows), cue.start_ms
    return builder.build()


def _new(rows: Sequence[str], before: Sequence[str], height: int) -> Sequence[str]:
    """The bottom row, unless it is the finished one that lost the blank row below it: on a full screen none did."""
    is_low = len(rows) < height and not any(WORD_TIME.search(row) for row in rows)
    return [] if is_low and is_tail(texts(rows), before) else rows[-1:]


def texts(rows: Sequence[str]) -> list[str]:
    return [text for text in map(row_text, rows) if text.strip()]


def is_tail(rows: Sequence[str], before: Sequence[str]) -> bool:
    return not rows or list(rows) == list(before[-len(rows) :])
