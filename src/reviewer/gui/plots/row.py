"""What the plots share: their columns, a picture that is kept until something changes, and the shared x axis."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from reviewer.gui.plots.paint import measure_of, paint
from reviewer.gui.theme import Theme
from reviewer.gui.theme.look import ring
from reviewer.spectrum.axis import Axis, Mode, make_axis
from reviewer.spectrum.figures import SliceScore
from reviewer.spectrum.shapes import Area, Measure, Picture

GUTTER: Final = 80  # column 1: times, axis numbers, "heard"; plots and text both start here
MARGIN: Final = 24  # between the plots' and scores' right edge and the pane's
# The focus comes back with the window, or behind a menu: the ring is as it was.
_RETURNS: Final = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
_PLAIN: Final = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class PlotRow(QWidget):
    """A row of the plots across the whole pane. It paints `picture` from x = 80 on and keeps it as a pixmap; what
    moves (playhead, hover, ring) is painted over it.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kept: QPixmap | None = None
        self._measure: Measure | None = None
        self._has_ring = False
        self._is_by_key = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_theme_changed)

    def picture(self) -> Picture:
        """The shapes from the plots' left edge on."""
        raise NotImplementedError

    def paint_under(self, painter: QPainter) -> None:
        """What is kept with the picture but is not of shapes; the painter's origin is the plots' left edge."""

    def paint_over(self, painter: QPainter) -> None:
        """What lies over the picture; the painter's origin is the plots' left edge."""

    def row_height(self) -> int:
        """The height of the row at the text size now."""
        raise NotImplementedError

    def areas(self) -> tuple[Area, ...]:
        """Where slices can be pointed at, from the plots' left edge on; for the mouse and for screen readers."""
        return ()

    def current_area(self) -> int | None:
        """The place in `areas` of the one that the keyboard is on."""
        return None

    @property
    def plot_width(self) -> float:
        return float(max(1, self.width() - GUTTER - MARGIN))

    @property
    def line(self) -> float:
        """The line height of the labels."""
        return float(self._theme.line_height("small"))

    @property
    def measure(self) -> Measure:
        if self._measure is None:
            self._measure = measure_of(self._theme)
        return self._measure

    @property
    def pixel(self) -> float:
        """The size of a device pixel in ours."""
        return 1.0 / self.devicePixelRatioF()

    def refresh(self) -> None:
        """Drop the kept picture."""
        self._kept = None
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.refresh()
        super().resizeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._kept is None or self._kept.devicePixelRatioF() != self.devicePixelRatioF():
            self._kept = self._painted()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._kept)
        painter.translate(GUTTER, 0)
        self.paint_over(painter)
        if self._has_ring:
            ring(self._theme, painter, self.ring_rect(), 4)
        painter.end()

    def ring_rect(self) -> QRectF:
        """Where the focus ring lies, from the plots' left edge on."""
        return QRectF(0, 0, self.plot_width, self.height())

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() not in _RETURNS:
            self._is_by_key = event.reason() != Qt.FocusReason.MouseFocusReason
        self._has_ring = self._is_by_key
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._has_ring = False
        self.update()
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._has_ring = self._is_by_key = self.hasFocus()
        if event.modifiers() in _PLAIN and self.take_key(event.key()):
            event.accept()
            self.update()
        else:
            super().keyPressEvent(event)

    def take_key(self, _key: int) -> bool:
        """Do what the key asks; whether it asks anything here."""
        return False

    def _painted(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.translate(GUTTER, 0)
        self.paint_under(painter)
        paint(self.picture(), painter, self._theme)
        painter.end()
        return pixmap

    def _on_theme_changed(self) -> None:
        self._measure = None
        self.setFixedHeight(self.row_height())
        self.refresh()


class TimedRow(PlotRow):
    """A row that stands on the axis which all plots share."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._scores: Sequence[SliceScore] = ()
        self._mode: Mode = "slices"
        self._duration_ms: int | None = None
        self._axis: Axis | None = None
        self._position_ms: int | None = None

    @property
    def axis(self) -> Axis:
        if self._axis is None:
            self._axis = make_axis(self.plot_width, self._scores, self._mode, self._duration_ms)
        return self._axis

    def set_course(self, scores: Sequence[SliceScore], duration_ms: int | None) -> None:
        """The slices that the axis runs over, and the length of the recording where there is one."""
        self._scores, self._duration_ms = scores, duration_ms
        self.refresh()

    def set_mode(self, mode: Mode) -> None:
        self._mode = mode
        self.refresh()

    def set_position(self, ms: int | None) -> None:
        """Move the playhead; only the strips where it was and is are painted again."""
        for at in (self._position_ms, ms):
            x = self._x_of(at)
            if x is not None:
                self.update(round(GUTTER + x) - 7, 0, 15, self.height())
        self._position_ms = ms

    def position_x(self) -> float | None:
        """Where the playhead stands, from the plots' left edge on."""
        return self._x_of(self._position_ms)

    def refresh(self) -> None:
        self._axis = None
        super().refresh()

    def _x_of(self, ms: int | None) -> float | None:
        return self.axis.x_at(ms) if ms is not None else None
