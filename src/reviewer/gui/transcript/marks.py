"""What lies over the words of the transcript: slices, terms, suggestions, found and played words, heard stretches.

Places are ranges of flat imported words, the last one excluded; the text itself is not known here.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from reviewer.spectrum.figures import Band

Range = tuple[int, int]


class TermSide(StrEnum):
    """Which way a term of the chosen slice pulls, or why it does not."""

    RISK = "risk"
    OPPORTUNITY = "opportunity"
    NOT_COUNTED = "not counted"
    SHIFTER = "shifter"


class TermMark(NamedTuple):
    """A hit of the lexicon, as it is drawn in the chosen slice."""

    first: int
    last: int
    side: TermSide


@dataclass(frozen=True, slots=True)
class SliceMark:
    """A slice as column 3 shows it; `number` counts from 1, `score` is its wording, “−32”."""

    number: int
    first: int
    last: int
    score: str
    band: "Band"


class Ranges:
    """Ranges in order, found by the words that they meet."""

    def __init__(self, ranges: Sequence[Range] = ()) -> None:
        self._ranges = sorted(ranges)
        self._firsts = [first for first, _ in self._ranges]
        self._longest = max((last - first for first, last in self._ranges), default=0)

    def meeting(self, first: int, last: int) -> list[Range]:
        low = bisect_right(self._firsts, first - self._longest - 1)
        high = bisect_left(self._firsts, last)
        return [r for r in self._ranges[low:high] if r[1] > first]


class Slices:
    """The slices in the order of the text, found by number and by word."""

    def __init__(self, slices: Sequence[SliceMark] = ()) -> None:
        self._slices = sorted(slices, key=lambda s: s.first)
        self._firsts = [s.first for s in self._slices]
        self._by_number = {s.number: s for s in self._slices}

    def beginning(self, first: int, last: int) -> list[SliceMark]:
        """Those whose first word is one of these."""
        return self._slices[bisect_left(self._firsts, first) : bisect_left(self._firsts, last)]

    def numbered(self, number: int | None) -> SliceMark | None:
        return None if number is None else self._by_number.get(number)

    def numbers(self, first: int, last: int) -> Range | None:
        """The numbers of the first and the last slice that hold some of these words; both included."""
        low = max(bisect_right(self._firsts, first) - 1, 0)
        high = bisect_left(self._firsts, last) - 1
        if high < low or self._slices[low].first >= last:
            return None
        return self._slices[low].number, self._slices[high].number


class Heard:
    """Stretches of the recording that were heard, in ms, joined and in order."""

    def __init__(self, intervals: Sequence[Range] = ()) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(intervals):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def holds(self, moment_ms: int) -> bool:
        at = bisect_right(self._starts, moment_ms) - 1
        return at >= 0 and moment_ms < self._ends[at]


@dataclass(slots=True)
class Marks:
    """All marks of one view, replaced one kind at a time."""

    slices: Slices = field(default_factory=Slices)
    chosen: SliceMark | None = None
    terms: tuple[TermMark, ...] = ()
    suggestions: Ranges = field(default_factory=Ranges)
    judged: Range | None = None
    found: Ranges = field(default_factory=Ranges)
    found_current: Range | None = None
    playing: int | None = None
    heard: Heard = field(default_factory=Heard)

    def terms_meeting(self, first: int, last: int) -> list[TermMark]:
        """The terms over these words: none outside the chosen slice."""
        return [t for t in self.terms if t.first < last and first < t.last] if self.chosen else []
