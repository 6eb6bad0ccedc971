"""The head over the plots: series and lens in a small line, the title, Export at its right."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from reviewer.gui.theme import Theme
from reviewer.gui.theme.kinds import dress

MARGIN = 24
HEIGHT = 72


class EpisodeHead(QWidget):
    """Which conversation this is.

    Signals:
        export_asked: The user wants the bundle.
    """

    export_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._meta, self._title = "", ""
        self._export = QPushButton("Export…", self)
        dress(self._export, sign="export")
        self._export.clicked.connect(self.export_asked)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def set_episode(self, title: str, meta: Sequence[str]) -> None:
        self._title, self._meta = title, " · ".join(part for part in meta if part)
        self.setAccessibleName(title)
        self.setToolTip("")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(400, 12 + self._theme.line_height("small") + 4 + self._theme.line_height("title") + 12)

    def resizeEvent(self, event: QResizeEvent) -> None:
        size = self._export.sizeHint()
        self._export.setGeometry(self.width() - MARGIN - size.width(), 20, size.width(), size.height())
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("paper"))
        width = self._export.x() - MARGIN - 16
        small, title = self._theme.line_height("small"), self._theme.line_height("title")
        self._line(painter, QRect(MARGIN, 12, width, small), self._meta, "small", "ink2")
        self._line(painter, QRect(MARGIN, 12 + small + 4, width, title), self._title, "title", "ink")

    def _line(self, painter: QPainter, place: QRect, text: str, role: str, token: str) -> None:
        font = self._theme.font(role)
        painter.setFont(font)
        painter.setPen(self._theme.color(token))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.TextFlag.TextSingleLine | Qt.AlignmentFlag.AlignVCenter, shown)
