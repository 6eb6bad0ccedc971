"""What shows over the window while files are dragged over it."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from reviewer.gui.theme import Theme
from reviewer.gui.theme.look import CARD_RADIUS, box

WORDS = "Drop to import"


class DropSign(QWidget):
    """A frame round the whole window, and in its middle what a drop does."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme, self._over = theme, window
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_over(self) -> None:
        self.setGeometry(self._over.rect())
        self.raise_()
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        box(painter, self.rect().adjusted(4, 4, -4, -4), CARD_RADIUS, None, theme.color("accent"), 3)
        font = theme.font("heading")
        plate = QRect(0, 0, QFontMetrics(font).horizontalAdvance(WORDS) + 48, theme.scaled(56))
        plate.moveCenter(self.rect().center())
        box(painter, plate, CARD_RADIUS, theme.color("raised"), theme.color("accent"), 2)
        painter.setFont(font)
        painter.setPen(theme.color("ink"))
        painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, WORDS)
