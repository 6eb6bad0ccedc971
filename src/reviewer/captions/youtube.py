"""YouTube's roll-up auto-captions, folded so that every word stands once and keeps its time.

A cue shows two rows, the upper of them what was said before. The lower one is new whenever it is not blank; after
each row a cue of 10 ms shows the finished row above a blank. So what is new is known by where it stands, never by
whether it was said before: people do say things twice.
"""

from collections.abc import Sequence
from itertools import pairwise

from reviewer.captions.blocks import note_cut
from reviewer.captions.layout import Layout
from reviewer.captions.live import fold_live, is_live
from reviewer.captions.markup import read_timed
from reviewer.captions.notes import Notes
from reviewer.captions.plain import EARLIER, Reading
from reviewer.captions.remedies import NOTHING_CHANGED
from reviewer.captions.shown import (
    DIFFERENT,
    UPPER_DIFFERS,
    UPPER_NEW,
    Shown,
    Tally,
    is_foreign,
    is_said_before,
    new_rows,
    row_text,
    shown,
)
from reviewer.captions.sources import Source
from reviewer.captions.swift import WORD_TIME
from reviewer.captions.three_rows import fold_three_rows, has_three_rows
from reviewer.captions.webvtt import NO_SIGNATURE, header_of, language_of, refuse_without_cues
from reviewer.core.cues import Cues, CuesBuilder


def is_roll_up(source: Source) -> bool:
    """Whether a WebVTT file is a roll-up track: by its structure, since uploaded tracks have the same header."""
    is_known = source.swift.is_roll_up
    if is_known is not None:
        return is_known
    cues = shown(source.vtt_layout.blocks)
    return _is_live(source, cues) or _is_folded(source, cues) or has_three_rows(cues)


def read(source: Source) -> Reading:
    """The folded rows of a roll-up track as cues, each with the number of the file's own cue."""
    note_cut(source.unix, source.notes)
    fold = source.swift.fold
    if fold:
        source.notes.take_over(fold.notes)
        return _reading(source, fold.preamble, fold.cues)
    layout = source.vtt_layout
    refuse_without_cues(source, layout, header_of(layout.preamble))
    return _reading(source, layout.preamble, _cues(source, layout))


def _reading(source: Source, preamble: str, cues: Cues) -> Reading:
    header = header_of(preamble)
    if not header:
        source.notes.whole(NO_SIGNATURE)
    return Reading(cues, header, language_of(header or source.unix[:2_000]))


def _cues(source: Source, layout: Layout) -> Cues:
    cues = shown(layout.blocks)
    if _is_live(source, cues):
        return fold_live(cues, source.notes)
    settings = [block.times.settings for block in layout.blocks]
    if has_three_rows(cues):
        return fold_three_rows(cues, settings, source.notes)
    if not _is_folded(source, cues):
        remedy = f"Import it with --format webvtt. {NOTHING_CHANGED}"
        raise source.unreadable(None, "this is not a roll-up track: no row is shown twice.", remedy)
    return _fold(cues, settings, source.notes)


def _is_live(source: Source, shown: Sequence[Shown]) -> bool:
    return is_live(source.unix, shown)


def _is_folded(source: Source, shown: Sequence[Shown]) -> bool:
    return _flashes(shown, source.unix) or _repeats(shown)


def _flashes(shown: Sequence[Shown], text: str) -> bool:
    tally = Tally()
    for cue in shown:
        tally.add(cue)
    return tally.is_roll_up(has_word_times=bool(WORD_TIME.search(text)))


def _repeats(shown: Sequence[Shown]) -> bool:
    """A cutting of a roll-up without its cues of 10 ms: above stands the row before, all but always.

    Where words have no times most cues must have two rows, and several different rows come again: no one writes so.
    """
    pairs = [(before, cue) for before, cue in pairwise(shown) if len(cue.rows) > 1 and cue.upper]
    again = [cue.upper for before, cue in pairs if is_said_before(cue.upper, _last_text(before))]
    if not pairs or len(again) * 20 < len(pairs) * 19:
        return False
    if any(WORD_TIME.search(row) for cue in shown for row in cue.rows):
        return True
    long = [cue for cue in shown if not cue.is_short]
    return len(set(again)) >= DIFFERENT and len([cue for cue in long if cue.upper and cue.lower]) * 2 >= len(long)


def _fold(shown: Sequence[Shown], settings: Sequence[str], notes: Notes) -> Cues:
    builder, last, start_before = CuesBuilder(), "", 0
    known: dict[str, dict[str, str]] = {}
    for number, (cue, said) in enumerate(zip(shown, settings, strict=True)):
        new = new_rows(cue, notes, is_first=number == 0)
        if number and cue.upper and cue.upper not in new and not is_said_before(cue.upper, last):
            new = _with_upper(cue, new, last, notes)
        extra = known.setdefault(said, {"settings": said}) if said else None
        for row in new:
            last, pieces = read_timed(row, cue.start_ms)
            builder.add(cue.start_ms, cue.end_ms, last, pieces, extra=extra, file_cue=number)
        if cue.start_ms < start_before:
            notes.at(cue.at, EARLIER)
        start_before = cue.start_ms
        if cue.is_short and not cue.upper:
            last = ""
    return builder.build()


def _with_upper(cue: Shown, new: list[str], last: str, notes: Notes) -> list[str]:
    """The new rows of a cue whose upper row is not the row before it."""
    is_new = is_foreign(cue.upper, last)
    notes.at(cue.body_at, UPPER_NEW if is_new else UPPER_DIFFERS)
    return [cue.upper, *new] if is_new else new


def _last_text(cue: Shown) -> str:
    return next((text for text in map(row_text, reversed(cue.rows)) if text), "")
