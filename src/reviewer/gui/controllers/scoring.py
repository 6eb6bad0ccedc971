"""A long text scored between other events, so that the window goes on meanwhile.

Not on a thread: the interpreter runs one of two at a time, and painting would wait for its turn at every call.
"""

import time
from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from reviewer.app.session import ReviewSession

LONG_TEXT: Final = 30_000  # words; scoring them takes a quarter of a second
_AT_A_TIME_S: Final = 0.012  # less than a frame


class Scoring(QObject):
    """Scores one session at a time.

    Signals:
        done: The session that was begun with is scored.
    """

    done = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._steps: Iterator[None] | None = None
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._on_time)

    def start(self, session: ReviewSession) -> None:
        self._steps = session.score_in_steps()
        self._timer.start()

    def stop(self) -> None:
        """Leave it; what was scored so far is forgotten."""
        self._steps = None
        self._timer.stop()

    def _on_time(self) -> None:
        until = time.monotonic() + _AT_A_TIME_S
        for _ in self._steps or ():
            if time.monotonic() >= until:
                return
        self.stop()
        self.done.emit()
