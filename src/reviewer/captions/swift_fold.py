"""A regular roll-up by columns: the same as `youtube.read` gives it the careful way."""

from dataclasses import dataclass, field

import numpy as np

from reviewer.captions.batches import Batch
from reviewer.captions.columns import (
    AMPERSAND,
    COLON,
    GREATER,
    LESS,
    Array,
    Irregular,
    Stretch,
    are_same,
    are_space,
    stands,
    stretches,
)
from reviewer.captions.notes import Notes
from reviewer.captions.plain import EARLIER
from reviewer.captions.shown import NEAR_TEN, Shown, Tally, is_blank, is_said_before, new_rows, shown_body
from reviewer.captions.swift import WORD_TIME, is_live_marked
from reviewer.captions.swift_rows import read_rows
from reviewer.core.cues import Cues, CuesBuilder

_COLOUR = len("<c.colorE5E5E5>")
_NONE = -2  # in place of a row's number: a blank screen stands below it


@dataclass
class Fold:
    """What was read: the folded rows, what stands above the first cue, and what is odd."""

    cues: Cues
    preamble: str
    notes: Notes


def fold(text: str) -> Fold:
    """The rows of a text; raises Irregular where they can't be read by columns, or the text is no roll-up."""
    folding = _Folding(Notes(text))
    preamble = ""
    for stretch in stretches(text):
        if not folding.number:
            preamble = text[: stretch.origin]
        if stretch.is_live or is_live_marked(preamble):
            raise Irregular
        folding.take(_Screens(stretch, folding))
    if not folding.tally.is_roll_up(has_word_times=bool(WORD_TIME.search(text))):
        raise Irregular
    return Fold(folding.builder.build(), preamble, folding.notes)


@dataclass
class _Folding:
    """What has been folded so far."""

    notes: Notes
    builder: CuesBuilder = field(default_factory=CuesBuilder)
    tally: Tally = field(default_factory=Tally)
    number: int = 0  # of the next of the file's cues
    last: str = ""  # the row above the next cue, as text
    start_before: int = 0
    known: dict[str, dict[str, str]] = field(default_factory=dict)

    def take(self, screens: "_Screens") -> None:
        stretch = screens.stretch
        screens.count(self.tally)
        cues, rows = screens.new()
        batch = read_rows(rows, stretch.start_ms[cues]) if rows else None
        if batch:
            times = stretch.start_ms[cues], stretch.end_ms[cues]
            batch.add_to(self.builder, times, cues + self.number, self._extras(stretch, cues))
        self._note_times(stretch)
        self._check_uppers(screens, cues, batch)
        self.number += len(stretch)

    def _extras(self, stretch: Stretch, cues: Array) -> dict[int, dict[str, str]]:
        settings = stretch.settings(cues)
        shared = {said: self.known.setdefault(said, {"settings": said}) for said in set(settings) if said}
        if len(shared) == 1 and "" not in settings:
            return dict.fromkeys(range(len(cues)), shared[settings[0]])
        return {row: shared[said] for row, said in enumerate(settings) if said}

    def _note_times(self, stretch: Stretch) -> None:
        befores = np.concatenate(([self.start_before], stretch.start_ms[:-1]))
        for at in stretch.at[stretch.start_ms < befores].tolist():
            self.notes.at(at, EARLIER)
        self.start_before = int(stretch.start_ms[-1])

    def _check_uppers(self, screens: "_Screens", cues: Array, batch: Batch | None) -> None:
        """See that each upper row is the new row before it; a blank screen in between leaves none."""
        stretch = screens.stretch
        checked = np.flatnonzero(~screens.is_upper_blank)
        if not self.number:
            checked = checked[checked > 0]
        ends = np.append(checked, len(stretch))  # the last is what the next stretch begins with
        rows = np.searchsorted(cues, ends) - 1
        rows[_are_reset(screens, ends, np.append(cues, -1)[rows])] = _NONE
        different = ~screens.are_uppers(checked, rows[:-1], batch) if batch else np.ones(len(checked), bool)
        seen = ("", "")  # a finished row is shown twice: by the cue of 10 ms and by the next
        for cue, row in zip(checked[different].tolist(), rows[:-1][different].tolist(), strict=True):
            shown = screens.upper(cue), self._row(row, batch)
            if shown != seen and screens.says_otherwise(cue, shown[1]):
                raise Irregular  # it may be new, which is told the careful way
            seen = shown
        self.last = self._row(int(rows[-1]), batch)

    def _row(self, row: int, batch: Batch | None) -> str:
        """The text of a new row of the stretch, of the last one before it, or none."""
        if row == _NONE:
            return ""
        return batch.cue_text(row) if batch and row >= 0 else self.last


def _are_reset(screens: "_Screens", ends: Array, row_at: Array) -> Array:
    """Whether a blank screen stands between a new row and the cue that is looked at."""
    resets = np.flatnonzero(screens.is_short & screens.is_upper_blank)
    last = np.append(resets, -1)[np.searchsorted(resets, ends) - 1]
    reset: Array = (last >= 0) & (last >= row_at)
    return reset


def _are_coloured(codes: Array, at: Array) -> Array:
    """Where a tag such as <c.colorE5E5E5> stands."""
    coloured = stands(codes, at, "<c.color")
    if coloured.any():
        coloured &= codes[np.minimum(at + _COLOUR - 1, len(codes) - 1)] == GREATER
        for place in range(len("<c.color"), _COLOUR - 1):
            sign = codes[np.minimum(at + place, len(codes) - 1)]
            coloured &= (sign != LESS) & (sign != GREATER)
    return coloured


class _Screens:
    """What the cues of a stretch show. `odd` are those that are looked at one by one, with their new rows."""

    def __init__(self, stretch: Stretch, folding: _Folding) -> None:
        self.stretch = stretch
        last_line = len(stretch.begins) - 1
        self._upper = np.minimum(stretch.marks + 1, last_line)
        self._lower = np.minimum(stretch.marks + 2, last_line)
        lasting = stretch.end_ms - stretch.start_ms
        self.is_short = (lasting >= NEAR_TEN.start) & (lasting < NEAR_TEN.stop)
        self._is_odd = self._are_odd()
        if not folding.number:
            self._is_odd[0] = True
        self.is_upper_blank = self._are_blank(self._upper)
        self.is_lower_blank = self._are_blank(self._lower)
        self._odd: dict[int, tuple[Shown, list[str]]] = {}
        for cue in np.flatnonzero(self._is_odd).tolist():
            self._look_at(cue, folding)

    def _are_odd(self) -> Array:
        """The cues that are not two rows and a blank line, and those that may have times in the upper row."""
        stretch = self.stretch
        line = np.minimum(stretch.marks + 3, len(stretch.begins) - 1)
        is_regular = (stretch.nexts - stretch.marks == 4) & (stretch.begins[line] == stretch.ends[line])
        tags = np.flatnonzero(stretch.codes == LESS)
        begun = stretch.codes[tags + 1]
        times = tags[(begun >= ord("0")) & (begun <= COLON)]  # which stands right above the figures
        begins, ends = stretch.begins[self._upper], stretch.ends[self._upper]
        is_timed = np.searchsorted(times, begins) < np.searchsorted(times, ends)
        odd: Array = ~is_regular | is_timed | (stretch.nexts == len(stretch.begins))
        return odd

    def _are_blank(self, lines: Array) -> Array:
        """Which of these lines show nothing; doubtful ones are looked at one by one."""
        codes, text = self.stretch.codes, self.stretch.text
        begins, ends = self.stretch.begins[lines], self.stretch.ends[lines]
        is_space = are_space(codes[begins]) & (begins < ends)
        after_space = begins + is_space
        is_blank_line: Array = (after_space == ends) | ((after_space + 4 == ends) & stands(codes, after_space, "</c>"))
        at = begins + np.where(_are_coloured(codes, begins), _COLOUR, 0)
        first = codes[np.minimum(at, ends)]
        is_doubtful = are_space(first) | (first == LESS) | ((first == AMPERSAND) & ~stands(codes, at, "&gt;"))
        for number in np.flatnonzero(is_doubtful & ~is_blank_line & ~self._is_odd).tolist():
            is_blank_line[number] = is_blank(text[begins[number] : ends[number]])
        return is_blank_line

    def _look_at(self, cue: int, folding: _Folding) -> None:
        stretch, at = self.stretch, self.stretch.origin
        times = int(stretch.start_ms[cue]), int(stretch.end_ms[cue])
        body_at = stretch.body_at(cue) + at
        shown = shown_body(
            int(stretch.begins[stretch.marks[cue]]) + at, body_at, times, stretch.body(cue),
            is_last=int(stretch.nexts[cue]) == len(stretch.begins),
        )  # fmt: skip
        self._odd[cue] = shown, new_rows(shown, folding.notes, is_first=folding.number + cue == 0)
        self.is_upper_blank[cue] = not shown.upper
        self.is_lower_blank[cue] = not shown.lower

    def count(self, tally: Tally) -> None:
        regular = ~self._is_odd
        short, lower = self.is_short & regular, ~self.is_lower_blank & regular
        tally.count += int(regular.sum())
        tally.short += int(short.sum())
        tally.with_lower += int(lower.sum())
        tally.short_with_lower += int((short & lower).sum())
        tally.short_over_blank += int((short & ~lower).sum())
        for shown, _ in self._odd.values():
            tally.add(shown)

    def new(self) -> tuple[Array, list[str]]:
        """The rows that say something new, each with its cue."""
        cues = np.flatnonzero(~self._is_odd & ~self.is_lower_blank)
        rows = self._lines(self._lower[cues])
        added = [(cue, row) for cue, (_, new) in self._odd.items() for row in new]
        if not added:
            return cues, rows
        merged = sorted([*zip(cues.tolist(), rows, strict=True), *added], key=lambda pair: pair[0])
        return np.array([cue for cue, _ in merged], np.int64), [row for _, row in merged]

    def are_uppers(self, cues: Array, rows: Array, batch: Batch) -> Array:
        """Whether the upper rows of cues are just these texts; not of cues that are looked at one by one."""
        lines = self._upper[cues]
        begins, lengths = self.stretch.begins[lines], self.stretch.ends[lines] - self.stretch.begins[lines]
        sizes = (batch.stops - batch.begins)[np.maximum(rows, 0)]
        are: Array = (rows >= 0) & (lengths == sizes) & ~self._is_odd[cues]
        of = rows[are]
        are[are] = are_same(self.stretch.codes, begins[are], batch.codes, batch.begins[of], lengths[are])
        return are

    def says_otherwise(self, cue: int, last: str) -> bool:
        """Whether an upper row is neither the text before it nor a new one."""
        odd, upper = self._odd.get(cue), self.upper(cue)
        if is_said_before(upper, last):
            return False
        return upper not in (odd[1] if odd else (self._line(self._lower[cue]),))

    def upper(self, cue: int) -> str:
        odd = self._odd.get(cue)
        return odd[0].upper if odd else self._line(self._upper[cue])

    def _line(self, line: int) -> str:
        return self.stretch.text[self.stretch.begins[line] : self.stretch.ends[line]]

    def _lines(self, lines: Array) -> list[str]:
        text = self.stretch.text
        begins, ends = self.stretch.begins[lines].tolist(), self.stretch.ends[lines].tolist()
        return [text[begin:end] for begin, end in zip(begins, ends, strict=True)]
