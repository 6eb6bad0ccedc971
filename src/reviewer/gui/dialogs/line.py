"""A line that parts two areas of a dialog."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from reviewer.gui.theme import Theme


class Line(QWidget):
    """One pixel high and as wide as its place, which it keeps while it is not drawn."""

    is_drawn = True

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedHeight(1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.is_drawn:
            QPainter(self).fillRect(self.rect(), self._theme.color("line"))
