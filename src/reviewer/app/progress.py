"""What a pipeline says while it works, and how long it will still take; the command line and the window show it."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from reviewer.core.wording import NO_BREAK

_NOT_BEFORE_S = 1.0  # a guess from less would jump
_LEAST_SHARE = 0.01
_WEIGHT = 0.2  # of the newest guess: files differ in size, and a number that jumps tells nothing


@dataclass(frozen=True, slots=True)
class Progress:
    """So many of so many are done; `what` is at work now.

    `share` is how much of the whole is done, from 0 to 1, where that is known better than by counting: by bytes.
    While the whole is still being looked for, `total` is 0.
    """

    done: int
    total: int
    what: str = ""
    share: float | None = None

    @property
    def part(self) -> float:
        """How much is done, from 0 to 1."""
        if self.share is not None:
            return self.share
        return self.done / self.total if self.total else 0.0


class TimeLeft:
    """How long a pipeline will still take, guessed from what it has done since it began."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._began = clock()
        self._ends: float | None = None

    def seconds(self, step: Progress) -> float | None:
        """Take in a step; None as long as there is too little to go by."""
        now, part = self._clock(), step.part
        passed = now - self._began
        if passed < _NOT_BEFORE_S or part < _LEAST_SHARE:
            return None
        ends = self._began + passed / min(part, 1.0)
        self._ends = ends if self._ends is None else self._ends + _WEIGHT * (ends - self._ends)
        return max(self._ends - now, 0.0)

    def told(self, step: Progress) -> str:
        """“about 3 min left”; empty as long as there is too little to go by, and in the last seconds."""
        left = self.seconds(step)
        return "" if left is None or left < 1 or step.part >= 1 else f"about {_rounded(left)} left"


def _rounded(seconds: float) -> str:
    """In steps that change seldom: 5 s up to a minute, then minutes, then quarters of an hour."""
    if seconds < 57.5:
        return f"{max(round(seconds / 5) * 5, 5)}{NO_BREAK}s"
    minutes = max(round(seconds / 60), 1)
    if minutes < 60:
        return f"{minutes}{NO_BREAK}min"
    minutes = round(minutes / 15) * 15
    hours, rest = divmod(minutes, 60)
    return f"{hours}{NO_BREAK}h{NO_BREAK}{rest:02}" if rest else f"{hours}{NO_BREAK}h"
