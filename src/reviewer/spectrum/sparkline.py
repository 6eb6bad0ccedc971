"""The sparkline: the arc of an episode in a row of a list, without edges, labels or areas."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from reviewer.spectrum.scale import BAND_EDGE, scale_of
from reviewer.spectrum.shapes import Picture, Rect, Shape, snap

_LEAST: Final = 2.0  # px a bar with its gap; more slices than that are drawn together


def sparkline(width: float, height: float, scores: Sequence[int | None], pixel: float = 1.0) -> Picture:
    """One bar a slice, None for a silent one. Where slices are more than bars, a bar is the longest of its slices."""
    bars = _together(scores, max(1, int(width / _LEAST)))
    limit = scale_of(score or 0 for score in bars)
    middle = snap(height / 2, pixel)
    shapes: list[Shape] = []
    for number, score in enumerate(bars):
        left = snap(number * width / len(bars), pixel)
        room = snap((number + 1) * width / len(bars), pixel) - left
        x, w = left, max(pixel, min(room - pixel, 4.0))
        shapes.append(_bar(x, w, score, middle, (height / 2 - 1) / limit))
    return tuple(shapes)


def _bar(x: float, width: float, score: int | None, middle: float, unit: float) -> Rect:
    if score is None:
        return Rect(x, middle, width, 1, "silent")
    length = max(1.0, snap(abs(score) * unit))
    token = "risk_edge" if score <= -BAND_EDGE else "opp_edge" if score >= BAND_EDGE else "mixed"
    return Rect(x, middle - length if score > 0 else middle, width, length, token)


def _together(scores: Sequence[int | None], most: int) -> list[int | None]:
    if len(scores) <= most:
        return list(scores)
    cuts = [number * len(scores) // most for number in range(most + 1)]
    return [_longest(scores[first:last]) for first, last in pairwise(cuts)]


def _longest(scores: Sequence[int | None]) -> int | None:
    spoken = [score for score in scores if score is not None]
    return max(spoken, key=abs) if spoken else None
