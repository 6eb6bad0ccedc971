"""The scale of the arc: symmetric, and one of three, so that two episodes can be compared by eye."""

from collections.abc import Iterable
from typing import Final

BAND_EDGE: Final = 20
SCALES: Final = (40, 60, 100)


def scale_of(scores: Iterable[int]) -> int:
    """The smallest of ±40, ±60 and ±100 that holds all bars."""
    longest = max((abs(score) for score in scores), default=0)
    return next(scale for scale in SCALES if longest <= scale)
