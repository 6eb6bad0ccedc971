"""WebVTT, read as its specification and browsers read it, and without losing what they drop."""

from typing import TYPE_CHECKING

from reviewer.captions.blocks import (
    NO_BLANK,
    SIGNATURE,
    cue_text,
    header_of,
    identifier_of,
    is_crowded,
    language_of,
    left_out,
    note_cut,
)
from reviewer.captions.layout import Layout, RawCue
from reviewer.captions.plain import DOUBLED, Reading, build
from reviewer.captions.settings import UNKNOWN_SETTING, are_known
from reviewer.captions.shown import seems_rolled, stands_twice
from reviewer.captions.sources import Source
from reviewer.captions.swift import WORD_TIME

if TYPE_CHECKING:
    from reviewer.captions.swift_plain import Plain

__all__ = ["EMPTY", "NO_SIGNATURE", "SIGNATURE", "header_of", "language_of", "read", "refuse_without_cues"]

NO_SIGNATURE = "The file does not begin with WEBVTT."
EMPTY = "The track is empty: it has no cues."
LEFT_OUT = "This block has no time and stands before the first cue; it was left out."


def read(source: Source) -> Reading:
    """The cues of a WebVTT file as they stand; a file of the header alone is an empty track."""
    reading = _as_read(source.swift.plain, source) if source.swift.plain else _read(source)
    cues = reading.cues
    is_suspect = WORD_TIME.search(source.unix) or seems_rolled(cues)
    if DOUBLED not in source.notes.found and is_suspect and stands_twice(cues):
        source.notes.whole(DOUBLED)
    note_cut(source.unix, source.notes)
    return reading


def _read(source: Source) -> Reading:
    notes, layout = source.notes, source.vtt_layout
    header = header_of(layout.preamble)
    refuse_without_cues(source, layout, header)
    if not layout.blocks:
        notes.whole(EMPTY)
    return Reading(build(_cues(layout, source), notes), header, language_of(header))


def _as_read(plain: "Plain", source: Source) -> Reading:
    header = header_of(plain.preamble)
    _note_preamble(source, identifier_of(plain.preamble)[1], header)
    source.notes.take_over(plain.notes)
    return Reading(plain.cues, header, language_of(header))


def refuse_without_cues(source: Source, layout: Layout, header: str) -> None:
    """Raise for a file none of whose cues has a time, or that has text and no cues."""
    if layout.blocks and not any(block.is_readable for block in layout.blocks):
        line = source.notes.line_at(layout.blocks[0].at)
        raise source.unreadable(line, "this is not a caption time, and no other cue has one.")
    if layout.blocks:
        return
    for at in left_out(layout.preamble, header):
        raise source.unreadable(source.notes.line_at(at), "no caption time stands above this text.")


def _note_preamble(source: Source, preamble: str, header: str) -> None:
    """Note what is odd above the first cue."""
    if not header:
        source.notes.whole(NO_SIGNATURE)
    for at in left_out(preamble, header):
        source.notes.at(at, LEFT_OUT)


def _cues(layout: Layout, source: Source) -> list[RawCue]:
    """The cues as the layout has them."""
    identifier, preamble = identifier_of(layout.preamble) if layout.blocks else ("", layout.preamble)
    _note_preamble(source, preamble, header_of(layout.preamble))
    found = []
    for number, block in enumerate(layout.blocks, 1):
        following, body = ("", block.body) if number == len(layout.blocks) else identifier_of(block.body)
        if not following and number < len(layout.blocks) and is_crowded(body):
            source.notes.at(layout.blocks[number].at, NO_BLANK)
        if block.times.settings and not are_known(block.times.settings):
            source.notes.at(block.at, UNKNOWN_SETTING)
        raw, odd = cue_text(body, block.body_at)
        for at, what in odd:
            source.notes.at(at, what)
        start, end = block.times.start_ms or 0, block.times.end_ms or 0
        found.append(RawCue(block.at, block.body_at, start, end, raw, identifier, block.times.settings))
        identifier = following
    return found
