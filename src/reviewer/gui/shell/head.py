"""The head over the plots: series and lens in a small line, the title, Export at its right."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from reviewer.gui.theme import Theme
from reviewer.gui.theme.kinds import dress

MARGIN = 24
HEIGHT = 72
GAP = 12  # between the meta line and the link behind it
SPARE = 2  # px of the meta line: parts of a pixel, rounded off, would elide it


class EpisodeHead(QWidget):
    """Which conversation this is.

    Signals:
        export_asked: The user wants the bundle.
        captions_asked: The user wants to see the captions of the episode, and what is odd in them.
    """

    export_asked = Signal()
    captions_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._meta, self._title = "", ""
        self._export = QPushButton("Export…", self)
        dress(self._export, sign="export")
        self._export.clicked.connect(self.export_asked)
        self.captions = QPushButton("Captions", self)
        dress(self.captions, kind="link", dense=True)
        self._theme.keep_text(self.captions, "small")
        self.captions.clicked.connect(self.captions_asked)
        self.captions.hide()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_theme_changed)

    def set_episode(self, title: str, meta: Sequence[str]) -> None:
        self._title, self._meta = title, " · ".join(part for part in meta if part)
        self.setAccessibleName(title)
        self.setToolTip("")
        self._place()

    def set_captions(self, told: str, tip: str) -> None:
        """What is to be known of the captions, “3 oddities, read as Windows-1252”; empty where all is well."""
        dress(self.captions, kind="link", dense=True, sign="warn" if told else "")
        self.captions.setText(told or "Captions")
        self.captions.setToolTip(tip)
        self.captions.setVisible(bool(self._title))
        self._place()

    def sizeHint(self) -> QSize:
        return QSize(400, 12 + self._theme.line_height("small") + 4 + self._theme.line_height("title") + 12)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()
        super().resizeEvent(event)

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self._place()

    @property
    def _room(self) -> int:
        """For a line of text at the left of Export."""
        return self._export.x() - MARGIN - 16

    def _place(self) -> None:
        """Export at the right; the link behind the meta line, which is cut before the link is."""
        size = self._export.sizeHint()
        self._export.setGeometry(self.width() - MARGIN - size.width(), 20, size.width(), size.height())
        link, height = self.captions.sizeHint(), self._theme.line_height("small")
        meta = (
            QFontMetrics(self._theme.font("small")).horizontalAdvance(self._meta) + 2
        )  # parts of a pixel: rounded off, they would elide it
        left = min(meta + SPARE + GAP if meta else 0, max(self._room - link.width(), 0))
        width = min(link.width(), self._room)
        self.captions.setGeometry(MARGIN + left, 12 + (height - link.height()) // 2, width, link.height())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("paper"))
        width = self._room
        small, title = self._theme.line_height("small"), self._theme.line_height("title")
        meta = self.captions.x() - MARGIN - GAP if self.captions.isVisible() else width
        self._line(painter, QRect(MARGIN, 12, meta, small), self._meta, "small", "ink2")
        self._line(painter, QRect(MARGIN, 12 + small + 4, width, title), self._title, "title", "ink")

    def _line(self, painter: QPainter, place: QRect, text: str, role: str, token: str) -> None:
        font = self._theme.font(role)
        painter.setFont(font)
        painter.setPen(self._theme.color(token))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.TextFlag.TextSingleLine | Qt.AlignmentFlag.AlignVCenter, shown)
