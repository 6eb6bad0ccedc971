"""The ledger read as a whole: which stretches of a recording were played to this person, and how much that is.

What was played faster than 2× is kept apart: nobody checks a transcript at that speed.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from reviewer.core.wording import clock, length, percent

SHORT_MS = 10 * 60_000  # up to here a recording's minutes are too coarse to tell what was heard of it
FASTEST = 2.0  # the greatest speed at which listening counts
LISTEN_BASED_PCT = 95  # the rest is jingles, advertisements and the last words


class Heard(NamedTuple):
    """A stretch that was really played, and at what speed."""

    start_ms: int
    end_ms: int
    rate: float = 1.0


class Interval(NamedTuple):
    """From a moment to another, the end excluded."""

    start_ms: int
    end_ms: int


@dataclass(frozen=True, slots=True)
class Listening:
    """How much of a recording was heard. The intervals are in order and never meet; no fast one meets a solid one."""

    duration_ms: int | None
    intervals: tuple[Interval, ...] = ()
    fast: tuple[Interval, ...] = ()

    @property
    def heard_ms(self) -> int:
        return _total(self.intervals)

    @property
    def fast_ms(self) -> int:
        """What was only heard too fast to count."""
        return _total(self.fast)

    @property
    def coverage(self) -> float:
        """The share that was heard, 0 to 1 with four decimals, cut and never rounded up."""
        return self.heard_ms * 10_000 // self.duration_ms / 10_000 if self.duration_ms else 0.0

    @property
    def listen_based(self) -> bool:
        return bool(self.duration_ms) and self.missing_ms == 0

    @property
    def missing_ms(self) -> int:
        """How much is still to be heard until it is listen-based; 0 without a recording."""
        needed = -(-(self.duration_ms or 0) * LISTEN_BASED_PCT // 100)
        return max(needed - self.heard_ms, 0)

    @property
    def wording(self) -> str:
        if self.listen_based:
            return "Listen-based"
        if not self.heard_ms:
            return "Not heard"
        if not self.duration_ms:
            return "Partly heard"
        whole = int(self.coverage * 10_000) // 100
        return f"Partly heard, {percent(whole) if whole else f'under {percent(1)}'}"

    @property
    def amount(self) -> str:
        """“14 min of 58 min”, or “1:02 of 1:40” of a short recording."""
        return f"{self._length(self.heard_ms)} of {self._length(self.duration_ms or 0)}"

    def _length(self, ms: int) -> str:
        return clock(_rounded(ms, 1000)) if self._is_short else length(ms)

    def _still(self, ms: int) -> str:
        """A length that is missing: rounded up, so that it is nothing only when nothing is missing."""
        unit = 60_000 if ms > 60_000 and not self._is_short else 1000
        return self._length(-(-ms // unit) * unit)

    @property
    def _is_short(self) -> bool:
        return (self.duration_ms or 0) < SHORT_MS

    @property
    def hint(self) -> str:
        """What is missing: “Listen-based from 95 %. 37 min to go, 13 min only heard above 2×.”"""
        if not self.duration_ms:
            return "No recording attached: nothing can be heard here."
        parts = [] if self.listen_based else [f"{self._still(self.missing_ms)} to go"]
        if self.fast_ms:
            parts.append(f"{self._length(self.fast_ms)} only heard above {FASTEST:g}×")
        rest = ", ".join(parts)
        return f"Listen-based from {percent(LISTEN_BASED_PCT)}." + (f" {rest}." if rest else "")

    @property
    def unheard(self) -> tuple[Interval, ...]:
        """What was not heard, or too fast to count."""
        return _without([Interval(0, self.duration_ms)] if self.duration_ms else [], self.intervals)

    def next_unheard(self, at_ms: int) -> int | None:
        """Where the next stretch begins that was not heard, from a moment on, then from the beginning."""
        starts = [max(gap.start_ms, at_ms) for gap in self.unheard if gap.end_ms > at_ms]
        return starts[0] if starts else next((gap.start_ms for gap in self.unheard), None)


def listening(played: Iterable[Heard], duration_ms: int | None) -> Listening:
    """The stretches of a ledger, in any order and overlapping, as one; what lies outside the recording is left out.

    Without a duration (no recording is attached) the intervals are kept and the coverage is 0.
    """
    real = [h for h in played if math.isfinite(h.rate) and h.rate > 0]
    solid = _union((Interval(h.start_ms, h.end_ms) for h in real if h.rate <= FASTEST), duration_ms)
    fast = _union((Interval(h.start_ms, h.end_ms) for h in real if h.rate > FASTEST), duration_ms)
    return Listening(duration_ms, solid, _without(fast, solid))


def heard_json(heard: Listening) -> dict[str, Any]:
    """What `reviewer heard --json` prints; `intervals` are those that count."""
    return {
        "duration_ms": heard.duration_ms,
        "heard_ms": heard.heard_ms,
        "coverage": heard.coverage,
        "listen_based": heard.listen_based,
        "wording": heard.wording,
        "intervals": interval_rows(heard.intervals),
        "fast_ms": heard.fast_ms,
        "fast_intervals": interval_rows(heard.fast),
    }


def interval_rows(intervals: Sequence[Interval]) -> list[dict[str, int]]:
    return [interval._asdict() for interval in intervals]


def _union(intervals: Iterable[Interval], duration_ms: int | None) -> tuple[Interval, ...]:
    merged: list[Interval] = []
    for start, end in sorted(intervals):
        start = max(start, 0)
        end = end if duration_ms is None else min(end, duration_ms)
        if start >= end:
            continue
        if merged and start <= merged[-1].end_ms:
            merged[-1] = Interval(merged[-1].start_ms, max(merged[-1].end_ms, end))
        else:
            merged.append(Interval(start, end))
    return tuple(merged)


def _without(intervals: Iterable[Interval], taken: Sequence[Interval]) -> tuple[Interval, ...]:
    """What is left of some intervals where others lie over them; both in order and merged."""
    left: list[Interval] = []
    for start, end in intervals:
        for other in taken:
            if other.end_ms <= start or other.start_ms >= end:
                continue
            if start < other.start_ms:
                left.append(Interval(start, other.start_ms))
            start = other.end_ms
        if start < end:
            left.append(Interval(start, end))
    return tuple(left)


def _rounded(ms: int, unit: int) -> int:
    return (ms + unit // 2) // unit * unit


def _total(intervals: Iterable[Interval]) -> int:
    return sum(end - start for start, end in intervals)
