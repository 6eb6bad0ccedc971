"""The line under the plots: leaning, mean, confidence and spread in a sentence, or that the figures are stale."""

from html import escape
from typing import Final

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget

from reviewer.core.wording import count, half_away, signed, span
from reviewer.gui.plots.paint import label_font
from reviewer.gui.plots.row import GUTTER, MARGIN, PlotRow
from reviewer.gui.theme import Theme
from reviewer.gui.theme.kinds import dress
from reviewer.spectrum.figures import Figures
from reviewer.spectrum.shapes import Picture, snap

_ICON: Final = 16


class StatisticsLine(PlotRow):
    """Elides from the right where it is narrow; the tooltip has it all.

    Signals:
        rescore_asked: The link beside the stale text was followed.
    """

    rescore_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._figures: Figures | None = None
        self._stale: str | None = None
        self._rescore = QPushButton("Rescore", self)
        self._rescore.hide()
        self._rescore.clicked.connect(self.rescore_asked)
        dress(self._rescore, kind="link")
        self.setFixedHeight(self.row_height())

    @property
    def text(self) -> str:
        """The whole line, however narrow it is shown."""
        if self._stale is not None:
            return self._stale
        return "".join(statistics_words(self._figures)) if self._figures is not None else ""

    def set_figures(self, figures: Figures | None) -> None:
        self._figures = figures
        self._tell()

    def set_stale(self, text: str | None, *, can_rescore: bool = False) -> None:
        """Say why the figures are stale, in place of the figures; None once they are fresh."""
        self._stale = text
        self._rescore.setVisible(text is not None and can_rescore)
        self._tell()

    def picture(self) -> Picture:
        return ()

    def row_height(self) -> int:
        return round(self.line + 20)

    def paint_under(self, painter: QPainter) -> None:
        if self._stale is not None:
            self._paint_stale(painter, self._stale)
        elif self._figures is not None:
            bold, rest = statistics_words(self._figures)
            x = self._write(painter, 0.0, bold, "small_strong", "ink")
            self._write(painter, x, rest, "small", "ink2")

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place_link()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.FontChange}:
            self._place_link()
        super().changeEvent(event)

    def _tell(self) -> None:
        self.setAccessibleName(self.text)
        self.setToolTip(f"<p>{escape(self.text)}</p>" if self.text else "")
        self._place_link()
        self.refresh()

    def _paint_stale(self, painter: QPainter, text: str) -> None:
        size = self._theme.scaled(_ICON)
        icon = self._theme.pixmap("warn", "warn", size, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(0, round((self.height() - size) / 2)), icon)
        self._write(painter, self._stale_x(), text, "small", "warn")

    def _write(self, painter: QPainter, x: float, text: str, role: str, token: str) -> float:
        """Write what there is room for from x on; the x behind it."""
        font = label_font(self._theme, role, text)
        metrics = QFontMetricsF(font)
        room = max(0.0, self._room() - x)
        painter.setFont(font)
        painter.setPen(self._theme.color(token))
        baseline = snap(self.height() / 2 + 0.27 * self.line - 2)
        painter.drawText(QPointF(x, baseline), metrics.elidedText(text, Qt.TextElideMode.ElideRight, room))
        return x + metrics.horizontalAdvance(text)

    def _stale_x(self) -> float:
        return self._theme.scaled(_ICON) + 6.0

    def _room(self) -> float:
        """The width for text; the link stands behind it."""
        taken = self._rescore.width() + 8 if self._rescore.isVisibleTo(self) else 0
        return self.width() - GUTTER - MARGIN - taken

    def _place_link(self) -> None:
        self._rescore.adjustSize()
        after = self._stale_x() + self.measure(self.text, "small") + 8
        x = GUTTER + min(after, self._room() + 8)
        self._rescore.move(round(x), round((self.height() - self._rescore.height()) / 2 - 2))


def statistics_words(figures: Figures) -> tuple[str, str]:
    """The line's strong half and the rest: “Mixed, −5 (−8 to −3)”, “ · medium confidence · 104 slices, …”.

    One slice has no interval and no spread that would say anything.
    """
    s = figures.statistics
    if not s.slices:
        return "No slices", ""
    if s.slices == 1:
        return f"{figures.leaning}, {signed(half_away(s.mean))}", f" · {figures.confidence} confidence · one slice"
    interval = span(half_away(s.mean_low), half_away(s.mean_high))
    strong = f"{figures.leaning}, {signed(half_away(s.mean))} ({interval})"
    tenths = span(half_away(s.p10), half_away(s.p90))
    spread = f"{count(s.slices, 'slice')}, {span(s.min, s.max)} (p10–p90 {tenths})"
    return strong, f" · {figures.confidence} confidence · {spread}"
