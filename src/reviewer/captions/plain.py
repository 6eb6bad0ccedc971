"""From raw cues to the columns of a version: what the timed formats without a roll-up have in common."""

import json
from collections.abc import Iterable
from typing import NamedTuple

from reviewer.captions.layout import Layout, RawCue
from reviewer.captions.markup import odd_tags, read_text, voices
from reviewer.captions.notes import Notes
from reviewer.captions.sources import Source
from reviewer.core.cues import Cues, CuesBuilder


class Reading(NamedTuple):
    """What a format's reader found in a text."""

    cues: Cues
    header: str = ""
    language: str = ""
    kind: str = ""  # where the file tells more than its format


ABOVE = "This text stands above the first caption time; it was kept with the first cue."
NO_TEXT = "This cue has no text."
REVERSED = "This cue ends before it starts."
EARLIER = "This cue starts before the one above it."
OVERLAPS = "This cue starts before the one above it ends."
ENDLESS = "This cue lasts 24 hours or longer."
TWO_VOICES = "Several speakers stand in this cue."
# A roll-up turned into another format shows each finished row for 10 ms; a quarter of all cues is no accident.
FLASH_MS = 10
DAY_MS = 86_400_000
DOUBLED = "This looks like a converted roll-up, in which most words stand twice: import YouTube's own .vtt instead."


def refuse_without_times(source: Source, layout: Layout) -> None:
    """Raise for a file without a caption time, and for one that has no text with them."""
    if not layout.blocks:
        raise source.unreadable(None, "there is no caption time in this file.")
    if not any(block.is_readable for block in layout.blocks):
        line = source.notes.line_at(layout.blocks[0].at)
        raise source.unreadable(line, "this is not a caption time, and no other cue has one.")


def with_preamble(raws: list[RawCue], preamble: str, source: Source) -> list[RawCue]:
    """The cues, the first of them with the text that stands above its time; Refused where no cue has any text."""
    if not preamble.strip():
        return raws
    at = len(preamble) - len(preamble.lstrip())
    if not any(raw.raw for raw in raws):
        raise source.unreadable(source.notes.line_at(raws[0].at), "no text stands below this caption time.")
    source.notes.at(at, ABOVE)
    above = "\n".join(line for line in (*preamble.split("\n"), raws[0].raw) if line.strip())
    return [raws[0].says(above), *raws[1:]]


def build(raws: Iterable[RawCue], notes: Notes) -> Cues:
    """Read each cue's markup, and note what is odd about its times."""
    builder = CuesBuilder()
    before: RawCue | None = None
    flashes = count = 0
    for raw in raws:
        text, pieces = read_text(raw.raw, raw.start_ms)
        builder.add(raw.start_ms, raw.end_ms, text, pieces, extra=extra_of(raw, notes))
        if not text:
            notes.at(raw.at, NO_TEXT)
        for what in odd_tags(raw.raw):
            notes.at(raw.body_at, what)
        _note_times(raw, before, notes)
        before = raw
        count += 1
        flashes += raw.end_ms - raw.start_ms == FLASH_MS
    if flashes * 4 > count:
        notes.whole(DOUBLED)
    return builder.build()


def extra_of(raw: RawCue, notes: Notes) -> dict[str, str]:
    """What a cue has beside times and text."""
    extra = {}
    if raw.identifier:
        extra["identifier"] = raw.identifier
    if raw.settings:
        extra["settings"] = raw.settings
    spoken = voices(raw.raw)
    names = {name: None for _, name in spoken if name}
    if names:
        extra["voice"] = next(iter(names))
    if names and (spoken[1:] or spoken[0][0]):
        extra["voices"] = json.dumps(spoken, ensure_ascii=False)
    if len(names) > 1:
        notes.at(raw.at, TWO_VOICES)
    return extra


def _note_times(raw: RawCue, before: RawCue | None, notes: Notes) -> None:
    if raw.end_ms < raw.start_ms:
        notes.at(raw.at, REVERSED)
    if raw.end_ms - raw.start_ms >= DAY_MS:
        notes.at(raw.at, ENDLESS)
    if before is None:
        return
    if raw.start_ms < before.start_ms:
        notes.at(raw.at, EARLIER)
    elif raw.start_ms < before.end_ms:
        notes.at(raw.at, OVERLAPS)
