"""The strip as a widget: the axis with the episode's three markers, each leading to its slice."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from reviewer.gui.plots.announce import announce
from reviewer.gui.plots.row import GUTTER, PlotRow
from reviewer.gui.theme import Theme
from reviewer.gui.theme.look import MARK_RADIUS, box
from reviewer.spectrum.figures import Figures
from reviewer.spectrum.shapes import Area, Picture, areas
from reviewer.spectrum.strip import BAR, nearest_slice, score_at, strip, strip_height

_STEPS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Home: -3, Qt.Key.Key_End: 3}


class SpectrumStrip(PlotRow):
    """The axis from risk-forward to opportunity-forward, with its three markers. Left and Right walk the markers.

    Signals:
        slice_clicked: The number of the slice that has the marker's score, or one nearest to the place on the bar.
        slice_activated: The same by Enter.
    """

    slice_clicked = Signal(int)
    slice_activated = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._figures: Figures | None = None
        self._is_stale = False
        self._marker = 1
        self._areas: tuple[Area, ...] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName("Strip")
        self.setFixedHeight(self.row_height())

    def set_figures(self, figures: Figures | None) -> None:
        self._figures = figures
        self.refresh()
        self.setAccessibleDescription(", ".join(area.text for area in self.areas()))

    def set_stale(self, is_stale: bool) -> None:
        self._is_stale = is_stale
        self.refresh()

    def slice_at(self, x: float, y: float) -> int | None:
        """The slice that a click leads to: a marker's, or on the bar the one whose score is nearest."""
        for area in self.areas():
            if area.holds(x, y):
                return area.slice
        on_bar = 0 <= x <= self.plot_width and self.line <= y < self.line + BAR
        if self._figures is None or not on_bar:
            return None
        return nearest_slice(self._figures.scores, score_at(x, self.plot_width))

    def picture(self) -> Picture:
        figures = self._figures
        return strip(
            self.plot_width,
            figures.statistics if figures is not None else None,
            self.measure,
            figures.scores if figures is not None else (),
            line=self.line,
            is_stale=self._is_stale,
        )

    def row_height(self) -> int:
        return round(strip_height(self.line))

    def areas(self) -> tuple[Area, ...]:
        if self._areas is None:
            self._areas = areas(self.picture())
        return self._areas

    def current_area(self) -> int | None:
        return self._marker if self._marker < len(self.areas()) else None

    def refresh(self) -> None:
        self._areas = None
        super().refresh()

    def ring_rect(self) -> QRectF:
        return QRectF(-3, self.line - 3, self.plot_width + 6, BAR + 6)

    def paint_over(self, painter: QPainter) -> None:
        current = self.current_area()
        if self._has_ring and current is not None:
            area = self.areas()[current]
            rect = QRectF(area.x, area.y, area.w, area.h)
            box(painter, rect, MARK_RADIUS, None, self._theme.color("accent"))

    def take_key(self, key: int) -> bool:
        current = self.current_area()
        if current is None:
            return False
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.slice_activated.emit(self.areas()[current].slice)
            return True
        step = _STEPS.get(Qt.Key(key))
        if step is None:
            return False
        self._marker = min(2, max(0, current + step))
        announce(self, self._marker)
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = self._slice_under(event.position())
        if number is None or event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self.slice_clicked.emit(number)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        is_link = self._slice_under(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if is_link else Qt.CursorShape.ArrowCursor)

    def _slice_under(self, point: QPointF) -> int | None:
        return self.slice_at(point.x() - GUTTER, point.y())
