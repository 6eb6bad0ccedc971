"""Where an episode stands by ear: a knob on the strip, beside the lexicon's bar."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider

from reviewer.core.wording import half_away, signed
from reviewer.gui.plots.paint import paint
from reviewer.gui.side.score_mark import BAR, axis
from reviewer.gui.theme import Theme
from reviewer.gui.theme.bars import KNOB
from reviewer.gui.theme.look import box
from reviewer.spectrum.shapes import BLACK, WHITE, Rect, snap
from reviewer.spectrum.strip import score_at, x_of

_STEPS = {
    Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down,
    Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End,
}  # fmt: skip
_LABEL_GAP = 12


class PositionSlider(QSlider):
    """From −100 to 100, or nowhere yet. Arrows move by 1, Page keys by 10, Del takes the knob off.

    Signals:
        position_changed: A person has moved the knob or taken it off.
    """

    position_changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._theme = theme
        self._is_placed = False
        self._mean: float | None = None
        self.setRange(-100, 100)
        self.setPageStep(10)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Position by ear")
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    @property
    def position(self) -> int | None:
        return self.value() if self._is_placed else None

    def set_position(self, position: int | None) -> None:
        self._is_placed = position is not None
        self.setValue(position or 0)
        self._describe()

    def set_mean(self, mean: float | None) -> None:
        """What the lexicon says."""
        self._mean = mean
        self._describe()

    def clear(self) -> None:
        """Take the knob off."""
        if self._is_placed:
            self.set_position(None)
            self.position_changed.emit()

    def _describe(self) -> None:
        where = signed(self.value(), plus=True) if self._is_placed else "not placed"
        mean = f", lexicon {signed(half_away(self._mean), plus=True)}" if self._mean is not None else ""
        self.setAccessibleDescription(f"{where}{mean}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, KNOB + 6 + self._theme.line_height("small"))

    def _on_theme_changed(self) -> None:
        self.setFixedHeight(self.sizeHint().height())
        self.update()

    # Moving
    def x_at(self, score: float) -> float:
        """Where a score lies; the knob stays inside the widget at both ends."""
        return KNOB / 2 + x_of(score, self.width() - KNOB)

    def score_under(self, point: QPoint) -> int:
        return half_away(score_at(point.x() - KNOB / 2, self.width() - KNOB))

    def _place(self, position: int) -> None:
        if position != self.position:
            self.set_position(position)
            self.position_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.clear()
        elif Qt.Key(event.key()) in _STEPS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            before = self.position
            super().keyPressEvent(event)
            self._is_placed = True
            if self.position != before:
                self._describe()
                self.position_changed.emit()
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._place(self.score_under(event.position().toPoint()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._place(self.score_under(event.position().toPoint()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Placed already; Qt's own would look for its handle."""
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The pane scrolls; a judgement is not changed on the way."""
        event.ignore()

    # Painting
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        top = (KNOB - BAR) / 2
        painter.translate(KNOB / 2, 0)
        paint(axis(self.width() - KNOB, top), painter, self._theme)
        painter.translate(-KNOB / 2, 0)
        if self._mean is not None:
            bar = snap(self.x_at(self._mean) - 2.5)
            paint([Rect(bar, top - 3, 5, BAR + 6, BLACK, WHITE, 1, 1.5)], painter, self._theme)
        if self._is_placed:
            knob = QRectF(round(self.x_at(self.value()) - KNOB / 2), 0, KNOB, KNOB)
            box(painter, knob, KNOB / 2, self._theme.color("accent"), self._theme.color("raised"), 2)
        self._paint_labels(painter)

    def _paint_labels(self, painter: QPainter) -> None:
        for x, text, style in self.labels():
            rect = QRect(round(x), KNOB + 4, self.width(), self._theme.line_height("small"))
            painter.setFont(self._theme.font(style[0]))
            painter.setPen(self._theme.color(style[1]))
            painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, text)

    def labels(self) -> list[tuple[float, str, tuple[str, str]]]:
        """The words under the strip: x, text, role and token. The lower mark's end at it, the higher one's begin."""
        marks = []
        if self._is_placed:
            ear = f"by ear {signed(self.value(), plus=True)}"
            marks.append((self.x_at(self.value()), ear, ("small_strong", "ink")))
        if self._mean is not None:
            lexicon = f"lexicon {signed(half_away(self._mean), plus=True)}"
            marks.append((self.x_at(self._mean), lexicon, ("small", "ink2")))
        if not marks:
            return [(KNOB / 2, "not placed", ("small", "ink3"))]
        widths = [QFontMetrics(self._theme.font(style[0])).horizontalAdvance(text) for _, text, style in marks]
        if len(marks) == 1:
            x = marks[0][0] - widths[0] / 2
            return [(max(0.0, min(x, self.width() - widths[0])), *marks[0][1:])]
        low, high = (0, 1) if marks[0][0] <= marks[1][0] else (1, 0)
        left = max(0.0, marks[low][0] - 2 - widths[low])
        right = max(marks[high][0] + 6, left + widths[low] + _LABEL_GAP)
        right = min(right, self.width() - widths[high])
        left = min(left, right - _LABEL_GAP - widths[low])
        return [(left, *marks[low][1:]), (right, *marks[high][1:])]
