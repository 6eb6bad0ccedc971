"""A regular plain WebVTT track by columns: the same as `webvtt.read` gives it the careful way."""

from dataclasses import dataclass, field
from itertools import compress
from typing import Any

import numpy as np

from reviewer.captions.batches import Batch, joined
from reviewer.captions.blocks import NO_BLANK, cue_text, identifier_of, is_crowded
from reviewer.captions.columns import (
    AMPERSAND,
    LESS,
    Array,
    Irregular,
    Stretch,
    are_space,
    characters,
    stretches,
)
from reviewer.captions.layout import RawCue
from reviewer.captions.markup import has_times, odd_tags, plain, read_timed, tidy
from reviewer.captions.notes import Notes
from reviewer.captions.plain import DAY_MS, DOUBLED, EARLIER, ENDLESS, FLASH_MS, NO_TEXT, OVERLAPS, REVERSED, extra_of
from reviewer.captions.settings import UNKNOWN_SETTING, are_known
from reviewer.captions.swift import is_live_marked
from reviewer.core.cues import ITSELF, Cues, CuesBuilder

_NEAR_TEN = (5, 15)  # milliseconds, as `youtube` takes a roll-up's short cues


@dataclass
class Plain:
    """What was read: the cues, what stands above the first, what is odd, and how many are as short as a roll-up's."""

    cues: Cues
    preamble: str
    notes: Notes
    count: int
    short_cues: int
    is_live: bool  # has marks of live captions


def read_plain(text: str) -> Plain:
    """The cues of a text; raises Irregular where they can't be read by columns."""
    reading = _Reading(Notes(text))
    preamble, is_live = "", False
    for stretch in stretches(text):
        if not len(reading.builder):
            preamble = text[: stretch.origin]
            reading.identifier = identifier_of(preamble)[0]
        reading.take(stretch)
        is_live = is_live or stretch.is_live
    count = len(reading.builder)
    if not count:
        raise Irregular
    if reading.flashes * 4 > count:
        reading.notes.whole(DOUBLED)
    return Plain(
        reading.builder.build(), preamble, reading.notes, count, reading.short_cues, is_live or is_live_marked(preamble)
    )


@dataclass
class _Bodies:
    """The texts of a stretch's cues: the lines of the regular ones, the others as they were cut out.

    `identifiers` are by the number of the cue below whose text they stand; they name the next.
    """

    firsts: Array
    lasts: Array
    is_regular: Array
    raws: dict[int, str] = field(default_factory=dict)
    identifiers: dict[int, str] = field(default_factory=dict)


@dataclass
class _Reading:
    """What has been read so far."""

    notes: Notes
    builder: CuesBuilder = field(default_factory=CuesBuilder)
    identifier: str = ""  # of the next cue
    before: tuple[int, int] | None = None  # times of the last cue
    flashes: int = 0
    short_cues: int = 0
    known: dict[str, dict[str, str]] = field(default_factory=dict)

    def take(self, stretch: Stretch) -> None:
        bodies = _bodies(stretch, self.notes)
        identifiers = {0: self.identifier, **{cue + 1: name for cue, name in bodies.identifiers.items()}}
        self.identifier = identifiers.pop(len(stretch), "")
        starts, ends = stretch.begins[bodies.firsts], stretch.ends[bodies.lasts]
        starts[~bodies.is_regular] = ends[~bodies.is_regular] = 0
        texts = [stretch.text[a:b] for a, b in zip(starts.tolist(), ends.tolist(), strict=True)]
        marked = sorted({*_marked(stretch, bodies), *bodies.raws})
        raws = {cue: bodies.raws.get(cue, texts[cue]) for cue in marked}
        timed = {}
        for cue in marked:
            if has_times(raws[cue]):
                texts[cue], timed[cue] = read_timed(raws[cue], int(stretch.start_ms[cue]))
            else:
                texts[cue] = tidy(plain(raws[cue]))
            for what in odd_tags(raws[cue]):
                self.notes.at(stretch.origin + stretch.body_at(cue), what)
        extras = self._extras(stretch, identifiers, raws)
        begins, lengths = joined([len(text) for text in texts])
        text = " ".join(texts)
        batch = Batch(text, characters(text), begins, lengths)
        for cue, pieces in timed.items():
            batch.set_words(cue, pieces)
        batch.add_to(self.builder, (stretch.start_ms, stretch.end_ms), np.full(len(texts), ITSELF), extras)
        self._note(stretch, lengths)

    def _extras(self, stretch: Stretch, identifiers: dict[int, str], raws: dict[int, str]) -> dict[int, Any]:
        """What each cue has beside times and text, by its number in the stretch."""
        at = stretch.at
        with_settings = np.flatnonzero(stretch.settings_at < stretch.ends[stretch.marks])
        settings = dict(zip(with_settings.tolist(), stretch.settings(with_settings), strict=True))
        unknown = {said for said in set(settings.values()) if not are_known(said)}
        for cue in (cue for cue, said in settings.items() if said in unknown) if unknown else ():
            self.notes.at(int(at[cue]), UNKNOWN_SETTING)
        extras: dict[int, Any] = {
            cue: self.known.setdefault(said, {"settings": said}) for cue, said in settings.items() if said
        }
        own = {cue for cue, name in identifiers.items() if name} | {
            cue for cue, raw in raws.items() if "<v" in raw or "<V" in raw
        }
        for cue in sorted(own):
            raw = RawCue(int(at[cue]), 0, 0, 0, raws.get(cue, ""), identifiers.get(cue, ""), settings.get(cue, ""))
            extra = extra_of(raw, self.notes)
            if extra:
                extras[cue] = extra
        return extras

    def _note(self, stretch: Stretch, lengths: Array) -> None:
        start, end = stretch.start_ms, stretch.end_ms
        first = self.before or (int(start[0]), int(start[0]))
        start_before = np.concatenate(([first[0]], start[:-1]))
        end_before = np.concatenate(([first[1]], end[:-1]))
        is_early = start < start_before
        odd = (
            (NO_TEXT, lengths == 0), (REVERSED, end < start), (EARLIER, is_early),
            (OVERLAPS, (start < end_before) & ~is_early), (ENDLESS, end - start >= DAY_MS),
        )  # fmt: skip
        for what, where in odd:
            for at in stretch.at[where].tolist():
                self.notes.at(at, what)
        self.before = int(start[-1]), int(end[-1])
        lasting = end - start
        self.flashes += int((lasting == FLASH_MS).sum())
        self.short_cues += int(((lasting >= _NEAR_TEN[0]) & (lasting <= _NEAR_TEN[1])).sum())


def _bodies(stretch: Stretch, notes: Notes) -> _Bodies:
    """Cut the cues' texts out: lines, a blank line, and perhaps the identifier of the next; others as they come."""
    is_empty = stretch.begins == stretch.ends
    empties = np.concatenate(([0], np.cumsum(is_empty)))
    marks, nexts = stretch.marks, stretch.nexts
    count = nexts - marks - 1
    has_one = empties[nexts] - empties[marks + 1] == 1
    is_bare = has_one & (count >= 2) & is_empty[nexts - 1]
    is_named = has_one & (count >= 3) & is_empty[nexts - 2]
    is_last = nexts == len(stretch.begins)
    is_regular = (is_bare | is_named) & ~is_last
    bodies = _Bodies(np.minimum(marks + 1, len(is_empty) - 1), nexts - np.where(is_named, 3, 2), is_regular)
    for cue in np.flatnonzero(is_named & is_regular).tolist():
        line = nexts[cue] - 1
        bodies.identifiers[cue] = stretch.text[stretch.begins[line] : stretch.ends[line]]
    for cue in np.flatnonzero(~is_regular).tolist():
        name, body = ("", stretch.body(cue)) if is_last[cue] else identifier_of(stretch.body(cue))
        if name:
            bodies.identifiers[cue] = name
        elif not is_last[cue] and is_crowded(body):
            notes.at(stretch.origin + int(stretch.begins[nexts[cue]]), NO_BLANK)
        bodies.raws[cue], odd = cue_text(body, stretch.origin + stretch.body_at(cue))
        for at, what in odd:
            notes.at(at, what)
    return bodies


def _marked(stretch: Stretch, bodies: _Bodies) -> list[int]:
    """The cues that may hold tags or references, or have blanks round a line."""
    codes = stretch.codes
    signs = np.flatnonzero((codes == LESS) | (codes == AMPERSAND))
    found = np.searchsorted(stretch.begins[stretch.marks], signs, side="right") - 1
    is_marked = np.zeros(len(stretch), bool)
    is_marked[found] = True
    last = np.maximum(stretch.ends - 1, stretch.begins)
    is_untidy = are_space(codes[stretch.begins]) | are_space(codes[last])
    untidy = np.concatenate(([0], np.cumsum(is_untidy & (stretch.begins < stretch.ends))))
    is_marked |= untidy[np.maximum(bodies.lasts + 1, bodies.firsts)] > untidy[bodies.firsts]
    return list(compress(range(len(stretch)), (is_marked & bodies.is_regular).tolist()))
