"""YouTube's roll-up auto-captions, folded so that every word stands once and keeps its time.

A cue shows two rows, the upper of them what was said before. The lower one is new whenever it is not blank; after
each row a cue of 10 ms shows the finished row above a blank. So what is new is known by where it stands, never by
whether it was said before: people do say things twice.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from reviewer.captions.layout import Block
from reviewer.captions.live import fold_live, is_live
from reviewer.captions.markup import plain, read_timed, tidy
from reviewer.captions.notes import Notes
from reviewer.captions.plain import EARLIER, Reading
from reviewer.captions.sources import NOTHING_CHANGED, Source
from reviewer.captions.webvtt import NO_SIGNATURE, header_of, language_of, refuse_without_cues
from reviewer.core.cues import Cues, CuesBuilder

WORD_TIME = re.compile(r"<[0-9:]+\.[0-9]{3}><c[.>]")
_NEAR_TEN = range(5, 16)  # milliseconds; files whose times were shifted or scaled are a little off

UPPER_DIFFERS = "The upper row is not the row before; it was left out as a repetition all the same."
THIRD_ROW = "This cue has more than two rows; those below the second were read as new."


class Shown(NamedTuple):
    """A cue as it is on the screen: its rows as the file has them, the upper and the lower empty if they are blank."""

    block: Block
    start_ms: int
    end_ms: int
    rows: list[str]
    upper: str
    lower: str

    @property
    def is_short(self) -> bool:
        return self.end_ms - self.start_ms in _NEAR_TEN


def is_roll_up(source: Source) -> bool:
    """Whether a WebVTT file is a roll-up track: by its structure, since uploaded tracks have the same header."""
    shown = _shown(source.vtt_layout.blocks)
    return _is_live(source, shown) or _is_folded(source, shown)


def read(source: Source) -> Reading:
    """The folded rows of a roll-up track as cues; the number of the file's own cue stands in each one's extra."""
    notes, layout = source.notes, source.vtt_layout
    header = header_of(layout.preamble)
    refuse_without_cues(source, layout, header)
    if not header:
        notes.whole(NO_SIGNATURE)
    shown = _shown(layout.blocks)
    language = language_of(header or source.unix[:2_000])
    if _is_live(source, shown):
        return Reading(fold_live(((c.block, c.start_ms, c.end_ms, c.rows) for c in shown), notes), header, language)
    if not _is_folded(source, shown):
        remedy = f"Import it with --format webvtt. {NOTHING_CHANGED}"
        raise source.unreadable(None, "this is not a roll-up track: no row is shown twice.", remedy)
    return Reading(_fold(shown, notes), header, language)


def _shown(blocks: Sequence[Block]) -> list[Shown]:
    shown = []
    for block in blocks:
        rows = block.body.split("\n")
        if not rows[-1]:
            rows.pop()  # what follows the last line feed
        if rows and not rows[-1]:
            rows.pop()  # the blank line that ends a cue
        upper = rows[0] if rows and not _is_blank(rows[0]) else ""
        lower = rows[1] if len(rows) > 1 and not _is_blank(rows[1]) else ""
        shown.append(Shown(block, block.times.start_ms or 0, block.times.end_ms or 0, rows, upper, lower))
    return shown


def _is_live(source: Source, shown: Sequence[Shown]) -> bool:
    return is_live(source.unix, [cue.rows for cue in shown])


def _is_folded(source: Source, shown: Sequence[Shown]) -> bool:
    return _flashes(shown, source.unix) or _repeats(shown)


def _flashes(shown: Sequence[Shown], text: str) -> bool:
    """The cues of 10 ms with a row above a blank one, and between them cues with a lower row."""
    short = [cue for cue in shown if cue.is_short]
    others = len(shown) - len(short)
    filled = sum(bool(cue.lower) for cue in short)
    if not short or len(short) * 4 < len(shown) or filled * 10 > len(short):
        return False
    blank_below = sum(len(cue.rows) == 2 and not cue.lower for cue in short)
    new_below = sum(bool(cue.lower) for cue in shown) - filled
    return bool(WORD_TIME.search(text)) or (blank_below * 2 >= len(short) and new_below * 2 >= others)


def _repeats(shown: Sequence[Shown]) -> bool:
    """A cutting of a roll-up without its cues of 10 ms: word times below, and above always the row before."""
    if not any(WORD_TIME.search(row) for cue in shown for row in cue.rows):
        return False
    pairs = [(before, cue) for before, cue in pairwise(shown) if len(cue.rows) > 1 and cue.upper]
    return bool(pairs) and all(_text(cue.upper) == _last_text(before) for before, cue in pairs)


def _fold(shown: Sequence[Shown], notes: Notes) -> Cues:
    builder, last, start_before = CuesBuilder(), "", 0
    for number, cue in enumerate(shown):
        new = _new_rows(cue, notes, is_first=number == 0)
        if not cue.is_short and number and cue.upper not in new:
            _note_upper(cue, last, notes)
        for row in new:
            last, pieces = read_timed(row, cue.start_ms)
            builder.add(cue.start_ms, cue.end_ms, last, pieces, extra={"file_cue": str(number)})
        if cue.start_ms < start_before:
            notes.at(cue.block.at, EARLIER)
        start_before = cue.start_ms
        if cue.is_short and not cue.upper:
            last = ""
    return builder.build()


def _new_rows(cue: Shown, notes: Notes, *, is_first: bool) -> list[str]:
    """The rows that say something new."""
    new = [cue.lower] if cue.lower else []
    if cue.upper and _is_upper_new(cue, is_first=is_first):
        new.insert(0, cue.upper)
    if len(cue.rows) > 2:
        below = [row for row in _below(cue.rows[2:]) if not _is_blank(row)]
        if below:
            notes.at(cue.block.body_at, THIRD_ROW)
        new += below
    return new


def _is_upper_new(cue: Shown, *, is_first: bool) -> bool:
    """Nothing was said before the first cue, so that of a cutting repeats nothing; and a finished row has no times."""
    if is_first or (len(cue.rows) == 1 and not cue.is_short):
        return True
    return "<" in cue.upper and bool(WORD_TIME.search(cue.upper))


def _below(rows: Sequence[str]) -> list[str]:
    """The rows under the second, without comments and without an identifier of the next cue."""
    below = "\n".join(rows).split("\n\n")
    if len(below) > 1 and "\n" not in below[-1]:
        below.pop()
    return [row for part in below if not part.lstrip("\n").startswith("NOTE") for row in part.split("\n")]


def _note_upper(cue: Shown, last: str, notes: Notes) -> None:
    if cue.upper and last != cue.upper and last != _text(cue.upper):
        notes.at(cue.block.body_at, UPPER_DIFFERS)


def _text(row: str) -> str:
    return tidy(plain(row))


def _last_text(cue: Shown) -> str:
    return next((text for text in map(_text, reversed(cue.rows)) if text), "")


def _is_blank(row: str) -> bool:
    """Whether a row shows nothing: a blank, perhaps with the end of a colour that began in the row above."""
    return not row or row.isspace() or ("<" in row and not _text(row).strip())
