"""Regular WebVTT by columns: what makes long files quick to read.

A file is looked at in stretches of whole cues, each as one array of its characters, so that lines, times, words and
tags are found for thousands of cues at once. What is odd about a single cue is read the careful way and put in its
place. Where that would not do (a time line that is none, an arrow in a text) the whole file is `Irregular` and is read
the careful way, which gives the same in everything but time.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt
from numpy.lib.stride_tricks import sliding_window_view

from reviewer.captions.times import vtt_line

Array = npt.NDArray[Any]

LINE_FEED, BLANK, AMPERSAND, COLON, LESS, GREATER, BRACKET = 10, 32, 38, 58, 60, 62, 91
STRETCH: Final = 1 << 17  # characters: some megabytes of columns, and thousands of cues for the price of one
_PAD = "\0" * 16  # so that a look ahead from the last line stays inside
_LAST_SPACE = 0x3000
_SPACE = np.array([chr(code).isspace() for code in range(_LAST_SPACE + 2)])  # what `\s` is; above it nothing is

# Of "00:00:00.000" what each character may be at the least, how far above that, and what each counts.
_LEAST = np.frombuffer(b"00:00:00.000", np.uint8)[:, None]
_ABOVE = np.array([9, 9, 0, 5, 9, 0, 5, 9, 0, 9, 9, 9], np.uint8)[:, None]
_ABOVE_INSIDE = np.array([9, 9, 0, 9, 9, 0, 9, 9, 0, 9, 9, 9], np.uint8)[:, None]  # more than 59 are read in a text
_COUNTS = np.array([36e6, 36e5, 0, 6e5, 6e4, 0, 1e4, 1e3, 0, 100, 10, 1])  # milliseconds; as floats ten times as quick


class Irregular(Exception):
    """The file can't be read by columns."""


@dataclass(frozen=True, slots=True, eq=False)
class Stretch:
    """Whole cues of a text: its characters, where its lines begin and end, and which of them are time lines.

    `marks` are the lines of the cues' times and `nexts` those of the cue after each; of the last cue of a text the
    number of lines. `settings_at` is where a time line's settings begin, its end where there are none. Offsets count
    from `origin`.
    """

    text: str
    origin: int
    codes: Array
    begins: Array
    ends: Array
    marks: Array
    nexts: Array
    start_ms: Array
    end_ms: Array
    settings_at: Array

    def __len__(self) -> int:
        return len(self.marks)

    @property
    def at(self) -> Array:
        """Where the cues stand in the whole text."""
        return self.begins[self.marks] + self.origin

    @property
    def is_live(self) -> bool:
        """Whether it holds a mark of the fragments of live captions (`swift.is_live_marked`)."""
        heads = self.begins[stands(self.codes, self.begins, "WEBVTT")]
        maps = np.flatnonzero(self.codes == ord("X"))
        return bool(len(heads)) or bool(stands(self.codes, maps, "X-TIMESTAMP-MAP").any())

    def body_at(self, cue: int) -> int:
        """Where a cue's text begins, in the stretch."""
        line = int(self.marks[cue]) + 1
        return int(self.begins[line]) if line < len(self.begins) else len(self.text)

    def body(self, cue: int) -> str:
        """Everything between a cue's time line and the next."""
        line = int(self.nexts[cue])
        stop = int(self.begins[line]) if line < len(self.begins) else len(self.text)
        return self.text[self.body_at(cue) : stop]

    def settings(self, cues: Array) -> list[str]:
        """What stands behind the times of some cues: nearly always the same."""
        begins, ends = self.settings_at[cues], self.ends[self.marks[cues]]
        widths = ends - begins
        if not widths.any():
            return [""] * len(cues)
        if (widths == widths[0]).all():
            signs = sliding_window_view(self.codes, widths[0])[begins]
            if (signs == signs[0]).all():
                return [self.text[begins[0] : ends[0]].strip()] * len(cues)
        return [self.text[begin:end].strip() for begin, end in zip(begins.tolist(), ends.tolist(), strict=True)]


def characters(text: str) -> Array:
    """The text's characters as numbers: bytes where that is enough, for they are four times as quick."""
    try:
        return np.frombuffer(text.encode("latin-1"), np.uint8)
    except UnicodeEncodeError:
        return np.frombuffer(text.encode("utf-32-le"), np.dtype("<u4"))


def text_of(codes: Array) -> str:
    return codes.tobytes().decode("latin-1" if codes.itemsize == 1 else "utf-32-le")


def stands(codes: Array, at: Array, text: str) -> Array:
    """Whether a text stands at these places; nothing stands past the end."""
    found: Array = codes[np.minimum(at, len(codes) - 1)] == ord(text[0])
    for place, character in enumerate(text[1:], 1):
        if not found.any():
            break
        found &= codes[np.minimum(at + place, len(codes) - 1)] == ord(character)
    return found


def are_same(one: Array, begins: Array, other: Array, other_begins: Array, lengths: Array) -> Array:
    """Whether the texts of these lengths at these places of two are the same."""
    into = np.cumsum(lengths)
    steps = np.arange(int(into[-1]) if len(into) else 0) - np.repeat(into - lengths, lengths)
    differs = one[np.repeat(begins, lengths) + steps] != other[np.repeat(other_begins, lengths) + steps]
    wrong = np.concatenate(([0], np.cumsum(differs)))
    same: Array = wrong[into] == wrong[into - lengths]
    return same


def are_space(codes: Array) -> Array:
    return _SPACE[codes if codes.itemsize == 1 else np.minimum(codes, _LAST_SPACE + 1)]


def words_in(codes: Array) -> tuple[Array, Array]:
    """Where the words begin and end: runs without white space."""
    space = np.ones(len(codes) + 2, bool)
    space[1:-1] = are_space(codes)
    edges = np.flatnonzero(space[1:] != space[:-1])
    return edges[::2], edges[1::2]


def clocks(codes: Array, at: Array, width: int, *, is_inside: bool = False) -> tuple[Array, Array]:
    """The times that begin at those places, in milliseconds, and whether each is one; of 12 or 9 characters."""
    if not len(at):
        return np.zeros(0, np.int64), np.zeros(0, bool)
    signs = np.ascontiguousarray(sliding_window_view(codes, width)[at].T)
    least, counts = _LEAST[-width:], _COUNTS[-width:]
    above = (_ABOVE_INSIDE if is_inside else _ABOVE)[-width:]
    is_time: Array = np.all((signs - least) <= above, axis=0)  # what lies below wraps round and is far above
    return (counts @ signs - counts @ least).astype(np.int64), is_time


def stretches(text: str) -> Iterator[Stretch]:
    """The text from its first time line on; raises Irregular where a line with an arrow is no regular time line."""
    arrow = text.find("-->")
    begin = text.rfind("\n", 0, max(arrow, 0)) + 1
    while arrow >= 0 and begin < len(text):
        stop = text.find("\n", begin + STRETCH) + 1 or len(text)
        stretch = _stretch(text[begin:stop], begin, is_last=stop == len(text))
        yield stretch
        begin = len(text) if stop == len(text) else begin + int(stretch.begins[stretch.nexts[-1]])


def _stretch(text: str, origin: int, *, is_last: bool) -> Stretch:
    codes = characters(text + _PAD)
    ends = np.flatnonzero(codes == LINE_FEED)
    if not text.endswith("\n"):
        ends = np.append(ends, len(text))
    begins = np.concatenate(([0], ends[:-1] + 1))
    dashes = np.flatnonzero(codes == ord("-"))
    arrows = dashes[(codes[dashes + 1] == ord("-")) & (codes[dashes + 2] == GREATER)]
    marks = np.searchsorted(ends, arrows)
    if (marks[1:] == marks[:-1]).any():
        raise Irregular
    times = _times(text, codes, begins[marks], arrows, ends[marks])
    columns = [marks, np.append(marks[1:], len(ends)), *times]
    if not is_last:
        columns = [column[:-1] for column in columns]
    if not len(columns[0]):
        raise Irregular
    return Stretch(text, origin, codes, begins, ends, *columns)


def _times(text: str, codes: Array, begins: Array, arrows: Array, ends: Array) -> tuple[Array, Array, Array]:
    """Of the time lines with these arrows start, end and where their settings begin."""
    starts, is_start = _clocks(codes, begins, arrows - 1 - begins)
    widths = np.where(codes[arrows + 6] == COLON, 12, 9)
    after = arrows + 4 + widths
    finishes, is_end = _clocks(codes, arrows + 4, widths)
    is_blank = (codes[arrows - 1] == BLANK) & (codes[arrows + 3] == BLANK)
    is_set = np.isin(codes[np.minimum(after, ends)], (BLANK, ord("\t"), ord("\f")))
    is_regular = is_start & is_end & is_blank & ((after == ends) | ((after < ends) & is_set))
    for number in np.flatnonzero(~is_regular).tolist():
        line = text[begins[number] : ends[number]]
        times = vtt_line(line)
        if times is None or times.odd or times.start_ms is None or times.end_ms is None:
            raise Irregular
        starts[number], finishes[number] = times.start_ms, times.end_ms
        after[number] = begins[number] + len(line.rstrip()) - len(times.settings) if times.settings else ends[number]
    return starts, finishes, after


def _clocks(codes: Array, at: Array, widths: Array) -> tuple[Array, Array]:
    """The times of 12 and of 9 characters; any other is no regular one."""
    ms, is_time = np.zeros(len(at), np.int64), np.zeros(len(at), bool)
    for width in (12, 9):
        such = widths == width
        if such.any():
            ms[such], is_time[such] = clocks(codes, at[such], width)
    return ms, is_time
