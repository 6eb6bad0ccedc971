"""Times as TTML writes them: clock, frames and ticks, in exact fractions of a millisecond.

https://www.w3.org/TR/ttml1/#timing-value-timeExpression; what is not quite one is read as meant.
"""

import re
from collections.abc import Mapping
from fractions import Fraction
from math import floor
from typing import NamedTuple

from reviewer.captions.times import LOOSE, NEGATIVE

Ms = int | Fraction

MOST = 2**53  # milliseconds; beyond it other programs no longer count them one by one
NO_TIME = "This is not a time; it was left out."
NO_FRAME = "There are not so many frames in a second; they were left out."

_OFFSET = re.compile(r"([-−]?)([0-9]{1,17})(?:\.([0-9]+))?(h|m|s|ms|f|t)")
_CLOCK = re.compile(r"([0-9]{2,12}):([0-5][0-9]):([0-5][0-9]|60)(?:\.([0-9]+)|[:;]([0-9]{2,9})(?:\.([0-9]{1,9}))?)?")
_BARE = re.compile(r"([-−]?)([0-9]{1,12})(?:[.,]([0-9]+))?")
_LOOSE = re.compile(r"([-−]?)(?:([0-9]{1,12}):)?([0-9]{1,3}):([0-9]{1,3})(?:[.,]([0-9]+))?")
_SCALES = {"h": 3_600_000, "m": 60_000, "s": 1000, "ms": 1}
_FINEST = 15  # decimals that are looked at
_NUMBER = re.compile(r"[0-9]{1,9}")


class TimeRead(NamedTuple):
    """A time in milliseconds, None where it is none; `odd` says what is wrong with it."""

    ms: Ms | None
    odd: str = ""


class Rates(NamedTuple):
    """How a document counts its frames and ticks."""

    nominal: int = 30  # frames a second as its clock counts them
    frames: Fraction = Fraction(30)  # as they are shown
    parts: int = 1  # of a frame
    ticks: Fraction = Fraction(1)
    drops: str = ""  # "" where the clock counts true seconds
    is_apples: bool = False  # who writes seconds without a metric and counts them all from the beginning

    def read(self, text: str) -> TimeRead:
        """The milliseconds of a time expression."""
        text = text.strip()
        clock = _CLOCK.fullmatch(text)
        read = self._clock(clock) if clock else self._otherwise(text)
        return TimeRead(None, NO_TIME) if read.ms is None or not -MOST <= read.ms <= MOST else read

    def _clock(self, match: re.Match[str]) -> TimeRead:
        hours, minutes, seconds, decimals, frames, parts = match.groups()
        whole = (int(hours) * 60 + int(minutes)) * 60 + int(seconds)
        if frames is None and not self.drops:
            return TimeRead(whole * 1000 + _decimals(decimals, 1000))
        count = int(frames or 0)
        odd = NO_FRAME if count >= self.nominal else ""
        counted = Fraction(0) if odd else count + Fraction(int(parts or 0), self.parts)
        if self.drops:
            shown = whole * self.nominal - self._dropped(whole // 60) + counted + _decimals(decimals, self.nominal)
            return TimeRead(shown * 1000 / self.frames, odd)
        return TimeRead(whole * 1000 + counted * 1000 / self.frames, odd)

    def _dropped(self, minutes: int) -> int:
        """The frame numbers that a drop-frame clock has left out."""
        if self.drops == "dropNTSC":
            return 2 * (minutes - minutes // 10)
        if self.drops == "dropPAL":
            return 4 * (minutes // 2 - minutes // 20)
        return 0

    def _otherwise(self, text: str) -> TimeRead:
        offset = _OFFSET.fullmatch(text)
        if offset:
            sign, whole, decimals, metric = offset.groups()
            ms = self._scaled(int(whole), decimals, metric)
            return TimeRead(-ms, NEGATIVE) if sign else TimeRead(ms)
        loose = _LOOSE.fullmatch(text)
        return self._loose(*loose.groups()) if loose else self._bare(text)

    def _loose(self, sign: str, hours: str | None, minutes: str, seconds: str, decimals: str | None) -> TimeRead:
        ms = ((int(hours or 0) * 60 + int(minutes)) * 60 + int(seconds)) * 1000 + _decimals(decimals, 1000)
        return TimeRead(-ms, NEGATIVE) if sign else TimeRead(ms, "" if self.is_apples else LOOSE)

    def _bare(self, text: str) -> TimeRead:
        """A number alone: seconds if it has decimals; without them it may be milliseconds or ticks as well."""
        bare = _BARE.fullmatch(text)
        if not bare or not (bare[3] or self.is_apples):
            return TimeRead(None)
        return self._loose(bare[1], None, "0", bare[2], bare[3])

    def _scaled(self, whole: int, decimals: str | None, metric: str) -> Ms:
        if metric in _SCALES:
            return whole * _SCALES[metric] + _decimals(decimals, _SCALES[metric])
        return (whole + _decimals(decimals, 1)) * Fraction(1000) / (self.frames if metric == "f" else self.ticks)


def rates_of(parameters: Mapping[str, str]) -> Rates:
    """The rates of a document by the parameters of its first element, given without their prefix."""
    nominal = _count(parameters.get("frameRate", "")) or 30
    parts = _count(parameters.get("subFrameRate", "")) or 1
    frames = nominal * _multiplier(parameters.get("frameRateMultiplier", ""))
    default = frames * parts if "frameRate" in parameters else Fraction(1)
    ticks = _count(parameters.get("tickRate", ""))
    is_smpte = parameters.get("timeBase") == "smpte"
    drops = parameters.get("dropMode", "nonDrop") if is_smpte else ""
    return Rates(nominal, frames, parts, Fraction(ticks) if ticks else default, drops, "timing" in parameters)


def _multiplier(text: str) -> Fraction:
    """The factor of “1000 1001”, which old drafts write with a colon."""
    counts = [_count(part) for part in text.replace(":", " ").split()]
    return Fraction(*counts) if len(counts) == 2 and all(counts) else Fraction(1)


def rounded(ms: Ms) -> int:
    """The nearest whole millisecond, halves up."""
    return floor(ms + Fraction(1, 2)) if isinstance(ms, Fraction) else ms


def _count(text: str) -> int:
    match = _NUMBER.fullmatch(text.strip())
    return int(match[0]) if match else 0


def _decimals(digits: str | None, scale: int) -> Ms:
    if not digits:
        return 0
    digits = digits[:_FINEST]
    if scale == 1000 and len(digits) <= 3:
        return int(digits.ljust(3, "0"))
    return Fraction(int(digits) * scale, 10 ** len(digits))
