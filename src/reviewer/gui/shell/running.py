"""A task as status bar and task list tell of it: how far it is, and how long it will still take."""

import time
from typing import Final

from PySide6.QtWidgets import QProgressBar

from reviewer.app.progress import Progress, TimeLeft
from reviewer.core.wording import NO_BREAK, length
from reviewer.gui.tasks import Task

STEPS: Final = 1_000  # of a bar that is filled by shares


class Running:
    """Takes in the steps of one task."""

    def __init__(self, task: Task) -> None:
        self.task = task
        self.step = Progress(0, 0)
        self.left = ""
        self._time_left = TimeLeft()
        self._began = time.monotonic()

    def take(self, step: Progress) -> None:
        self.step, self.left = step, self._time_left.told(step)

    @property
    def counted(self) -> str:
        """“214 of 1,284”; empty for what is one piece."""
        return f"{self.step.done:,} of {self.step.total:,}" if self.step.total > 1 else ""

    @property
    def widest(self) -> str:
        """What `counted` will be at the end, with the comma before it."""
        return f", {self.step.total:,} of {self.step.total:,}" if self.step.total > 1 else ""

    @property
    def told(self) -> str:
        """“214 of 1,284, about 1 min left”."""
        if self.task.is_cancelled:
            return "Ending with the file that is at work"
        return ", ".join(part for part in (self.counted, self.left) if part) or "At work"

    @property
    def lasted(self) -> str:
        passed = time.monotonic() - self._began
        return length(int(passed * 1_000)) if passed >= 1 else f"under 1{NO_BREAK}s"

    def fill(self, bar: QProgressBar) -> None:
        """Let a bar show it; without a step yet, or of unknown length, it runs to and fro."""
        step = self.step
        if step.share is not None:
            bar.setRange(0, STEPS)
            bar.setValue(round(step.part * STEPS))
        else:
            bar.setRange(0, step.total)
            bar.setValue(step.done)
