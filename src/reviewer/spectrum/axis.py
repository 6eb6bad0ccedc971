"""The x axis that all plots of an episode share: by slices, each as wide as the next, or by clock time."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final, Literal

from reviewer.core.wording import clock
from reviewer.spectrum.figures import SliceScore
from reviewer.spectrum.labels import Label, clear_of
from reviewer.spectrum.shapes import Measure, Picture, Text

Mode = Literal["slices", "clock"]

# The smallest step that gives at most five parts is taken, so that labels stay apart.
_MOST_PARTS: Final = 5
_SLICE_STEPS: Final = (1, 2, 5, 10, 25, 50, 100, 250, 500, 1000, 2500)
_MINUTE: Final = 60_000
_CLOCK_STEPS: Final = (10_000, 30_000, *(_MINUTE * n for n in (1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440)))
_LABEL_GAP: Final = 16.0


@dataclass(frozen=True, slots=True)
class Axis:
    """From x to slices and moments and back. `lefts` and `rights` are the slices' edges in px, ascending.

    `starts` are the slices' first moments, empty where the track has no times; `end_ms` is the end of the last slice
    or of the recording, whichever is later.
    """

    mode: Mode
    width: float
    lefts: tuple[float, ...]
    rights: tuple[float, ...]
    starts: tuple[int, ...]
    end_ms: int

    def slice_at(self, x: float) -> int | None:
        """The number of the slice at x; between two slices it is the one before, before the first the first."""
        if not self.lefts or not 0 <= x < self.width:
            return None
        return max(1, bisect_right(self.lefts, x))

    def span(self, number: int) -> tuple[float, float]:
        """The left and right edge of a slice, counted from 1; IndexError for a number that is none."""
        if not 1 <= number <= len(self.lefts):
            raise IndexError(number)
        return self.lefts[number - 1], self.rights[number - 1]

    def x_at(self, ms: int) -> float | None:
        """Where a moment lies; None where the track has no times."""
        if not self.starts:
            return None
        if self.mode == "clock":
            return min(self.width, max(0.0, ms / self.end_ms * self.width))
        if ms <= self.starts[0]:
            return 0.0
        number = bisect_right(self.starts, ms)
        first, last = self._moments(number)
        left, right = self.span(number)
        return min(right, left + (ms - first) / (last - first) * (right - left)) if last > first else left

    def ms_at(self, x: float) -> int | None:
        """The moment at x; None outside the axis and where the track has no times."""
        number = self.slice_at(x)
        if number is None or not self.starts:
            return None
        if self.mode == "clock":
            return int(x / self.width * self.end_ms)
        first, last = self._moments(number)
        left, right = self.span(number)
        return first + int((x - left) / (right - left) * (last - first))

    def _moments(self, number: int) -> tuple[int, int]:
        return self.starts[number - 1], self.starts[number] if number < len(self.starts) else self.end_ms


def has_clock(scores: Sequence[SliceScore]) -> bool:
    """Whether every slice has a time, so that the plots can run by the clock."""
    return bool(scores) and all(score.slice.start_ms is not None for score in scores)


def make_axis(width: float, scores: Sequence[SliceScore], mode: Mode, duration_ms: int | None = None) -> Axis:
    """An axis of `width` px. Without times it runs by slices whatever was asked."""
    given = (score.slice.start_ms or 0 for score in scores) if has_clock(scores) else ()
    starts = tuple(accumulate(given, max))  # a track may go back in time; an axis does not
    end_ms = max([duration_ms or 0, *(score.slice.end_ms or 0 for score in scores), *starts, 1])
    if mode == "clock" and starts:
        lefts, rights = _clock_edges(width, scores, starts, end_ms)
        return Axis("clock", width, lefts, rights, starts, end_ms)
    edges = [number * width / len(scores) for number in range(len(scores) + 1)] if scores else [0.0]
    return Axis("slices", width, tuple(edges[:-1]), tuple(edges[1:]), starts, end_ms)


def axis_labels(axis: Axis, measure: Measure, baseline: float) -> Picture:
    """Start, 25, 50, 75, End, or clock times at even steps; what would touch another is left out."""
    ends, between = _clock_words(axis) if axis.mode == "clock" else _slice_words(axis)
    first = Label(0.0, measure(ends[0], "small"), ends[0])
    last = Label(axis.width - measure(ends[1], "small"), measure(ends[1], "small"), ends[1])
    taken = [first, last] if clear_of(first, [last], _LABEL_GAP) else [first]
    for x, text in between:
        width = measure(text, "small")
        label = Label(x - width / 2, width, text)
        if clear_of(label, taken, _LABEL_GAP):
            taken.append(label)
    return tuple(Text(label.x, baseline, label.text, fill="ink3") for label in taken)


def _clock_edges(
    width: float, scores: Sequence[SliceScore], starts: Sequence[int], end_ms: int
) -> tuple[tuple[float, ...], tuple[float, ...]]:
    nexts = (*starts[1:], end_ms)
    ends = [
        max(start, min(following, score.slice.end_ms if score.slice.end_ms is not None else following))
        for score, start, following in zip(scores, starts, nexts, strict=True)
    ]
    return tuple(ms / end_ms * width for ms in starts), tuple(ms / end_ms * width for ms in ends)


def _slice_words(axis: Axis) -> tuple[tuple[str, str], list[tuple[float, str]]]:
    count = len(axis.lefts)
    step = _step(count, _SLICE_STEPS)
    numbers = range(step, count, step) if count else ()
    return ("Start", "End"), [(sum(axis.span(number)) / 2, str(number)) for number in numbers]


def _clock_words(axis: Axis) -> tuple[tuple[str, str], list[tuple[float, str]]]:
    step = _step(axis.end_ms, _CLOCK_STEPS)
    moments = range(step, axis.end_ms, step)
    return (clock(0), clock(axis.end_ms)), [(ms / axis.end_ms * axis.width, clock(ms)) for ms in moments]


def _step(length: int, steps: Sequence[int]) -> int:
    fitting = (step for step in steps if length <= step * _MOST_PARTS)
    return next(fitting, -(-length // _MOST_PARTS))
