"""What a pane shows when it has nothing: icon, what is missing, what to do, and one button."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from reviewer.gui.labels import button, label
from reviewer.gui.side.paint import PANE
from reviewer.gui.theme import Theme


class EmptyState(QWidget):
    """Stands at the upper left, where the pane's first line would.

    Signals:
        asked: The button was pressed.
    """

    asked = Signal()

    def __init__(self, theme: Theme, sign: str, deed: str = "") -> None:
        super().__init__()
        self._theme, self._sign = theme, sign
        self._icon = QLabel()
        self.missing = label(theme, "heading", wraps=True)
        self.remedy = label(theme, "interface", "ink2", wraps=True)
        self.button = button(deed)
        self.button.clicked.connect(self.asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(PANE, 24, PANE, PANE)
        column.setSpacing(0)
        for part, gap in ((self._icon, 12), (self.missing, 4), (self.remedy, 12)):
            column.addWidget(part)
            column.addSpacing(gap)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch()
        self.button.setVisible(bool(deed))  # only now: without a parent it would be a window of its own
        theme.changed.connect(self._dress)
        self._dress()

    def say(self, missing: str, remedy: str) -> None:
        self.missing.setText(missing)
        self.remedy.setText(remedy)

    def _dress(self) -> None:
        size = self._theme.scaled(24)
        self._icon.setPixmap(self._theme.pixmap(self._sign, "ink3", size, self.devicePixelRatioF()))
        self._icon.setFixedSize(QSize(size, size))
