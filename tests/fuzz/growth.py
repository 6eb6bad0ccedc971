"""Whether reading takes time in proportion to a file: twice the file may take twice the time, never four times."""

import time
from collections.abc import Callable

from tests.fuzz.laws import read_or_refusal

_TOO_SHORT = 0.05  # seconds, below which a quotient says nothing
_PROPORTIONAL = 9.0  # of four times the file; 4 when linear, 16 when quadratic
_TRIES = 3  # the machine has other work


def growth(make: Callable[[int], str], size: int, format_: str | None = None) -> float:
    """How much longer four times the file takes, the best of a few measurements; 0 where it takes no time at all."""
    small, large = make(size).encode(), make(4 * size).encode()
    best = float("inf")
    for _ in range(_TRIES):
        took = _seconds(large, format_)
        best = min(best, took / max(_seconds(small, format_), _TOO_SHORT / 8)) if took > _TOO_SHORT else 0.0
        if best < _PROPORTIONAL:
            break
    return best


def is_proportional(make: Callable[[int], str], size: int, format_: str | None = None) -> bool:
    return growth(make, size, format_) < _PROPORTIONAL


def _seconds(data: bytes, format_: str | None) -> float:
    started = time.process_time()
    read_or_refusal(data, format_)
    return time.process_time() - started
