"""How much of the recording was heard, as one band over its whole length."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from reviewer.assessment.ledger import FASTEST, Listening
from reviewer.gui.plots.paint import paint
from reviewer.gui.theme import Theme
from reviewer.spectrum.axis import Axis
from reviewer.spectrum.heard import Played, heard_band

_HEIGHT = 9


class EvidenceBand(QWidget):
    """Solid = heard, hatched = heard too fast to count, empty = not heard."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._duration_ms = 0
        self._played: tuple[Played, ...] = ()
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def set_listening(self, listening: Listening) -> None:
        self._duration_ms = listening.duration_ms or 0
        solid = (Played(start, end, 1.0) for start, end in listening.intervals)
        fast = (Played(start, end, FASTEST + 1) for start, end in listening.fast)
        self._played = (*solid, *fast) if self._duration_ms else ()
        self.setAccessibleName(listening.wording)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        width = float(self.width())
        axis = Axis("clock", width, (0.0,), (width,), (0,), max(1, self._duration_ms))
        paint(heard_band(axis, self._played, _HEIGHT), QPainter(self), self._theme)
