"""Paints the shapes of `spectrum` with the colours and fonts of the theme, on whole device pixels."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QLinearGradient, QPainter, QPen

from reviewer.gui.theme import Theme
from reviewer.gui.theme.look import scale_of
from reviewer.spectrum.colors import color_of
from reviewer.spectrum.shapes import Area, Gradient, Hatch, Line, Measure, Paint, Polygon, Rect, Shape, Text, snap

_LINE: Final = 3.0  # what is thinner is a line
_HATCH_STEP: Final = 5.0
_HATCH_LEAN: Final = 0.8
_HATCH_WIDTH: Final = 1.2
_TABULAR: Final = QFont.Tag("tnum")
_Antialiasing: Final = QPainter.RenderHint.Antialiasing


def paint(shapes: Iterable[Shape], painter: QPainter, theme: Theme) -> None:
    """Paint them in their order; the painter's origin is theirs. Areas are not seen."""
    brush = _Brush(painter, theme)
    painter.save()
    painter.setRenderHint(_Antialiasing, on=False)
    for shape in shapes:
        brush.draw(shape)
    painter.restore()


def measure_of(theme: Theme) -> Measure:
    """Widths as the window sets them now, kept until the theme changes: ask for it anew then."""
    metrics: dict[tuple[str, bool], QFontMetricsF] = {}

    def measure(text: str, role: str) -> float:
        key = (role, "-" in text)
        if key not in metrics:
            metrics[key] = QFontMetricsF(label_font(theme, role, text))
        return metrics[key].horizontalAdvance(text)

    return measure


def label_font(theme: Theme, role: str, text: str) -> QFont:
    """The font of a role for this text. Inter's tabular figures stretch the hyphen to a figure's width too
    ("Risk -forward"), so a text with a hyphen goes without them; nothing stands under it that must line up.
    """
    font = theme.font(role)
    if "-" in text:
        font.setFeature(_TABULAR, 0)
    return font


@contextmanager
def _smooth(painter: QPainter) -> Iterator[None]:
    """Curves and slants are antialiased, all else lies on whole pixels."""
    painter.setRenderHint(_Antialiasing)
    yield
    painter.setRenderHint(_Antialiasing, on=False)


class _Brush:
    """One pass over a list of shapes, with its colours looked up once."""

    def __init__(self, painter: QPainter, theme: Theme) -> None:
        self._painter = painter
        self._theme = theme
        self._colors: dict[Paint, QColor] = {}
        self._measure = measure_of(theme)
        self._scale = scale_of(painter)

    def draw(self, shape: Shape) -> None:
        match shape:
            case Rect():
                self._rect(shape)
            case Text():
                self._text(shape)
            case Line():
                self._line(shape)
            case Polygon():
                self._polygon(shape)
            case Gradient():
                self._gradient(shape)
            case Hatch():
                self._hatch(shape)
            case Area():
                pass

    def _color(self, paint: Paint) -> QColor:
        if paint not in self._colors:
            self._colors[paint] = QColor(color_of(paint, self._theme.tokens))
        return self._colors[paint]

    def _rect(self, rect: Rect) -> None:
        box = self._on_pixels(rect.x, rect.y, rect.w, rect.h)
        if rect.radius:
            self._rounded(rect, box)
            return
        if rect.fill is not None:
            self._painter.fillRect(box, self._color(rect.fill))
        if rect.stroke is not None:
            self._frame(box, rect.stroke_width, self._color(rect.stroke))

    def _frame(self, box: QRectF, width: float, color: QColor) -> None:
        """Four filled rectangles: a pen would be antialiased or miss its pixel."""
        width = max(1, round(width * self._scale)) / self._scale
        fill = self._painter.fillRect
        fill(QRectF(box.left(), box.top(), box.width(), width), color)
        fill(QRectF(box.left(), box.bottom() - width, box.width(), width), color)
        fill(QRectF(box.left(), box.top() + width, width, box.height() - 2 * width), color)
        fill(QRectF(box.right() - width, box.top() + width, width, box.height() - 2 * width), color)

    def _on_pixels(self, x: float, y: float, w: float, h: float) -> QRectF:
        """The rectangle on whole device pixels, a line as thick as every other of its width wherever it lies."""
        scale = self._scale
        if scale.is_integer():
            return QRectF(x, y, w, h)
        left, top = snap(x * scale), snap(y * scale)
        width = max(1.0, snap(w * scale) if w < _LINE else snap((x + w) * scale) - left)
        height = max(1.0, snap(h * scale) if h < _LINE else snap((y + h) * scale) - top)
        return QRectF(left / scale, top / scale, width / scale, height / scale)

    def _rounded(self, rect: Rect, box: QRectF) -> None:
        painter = self._painter
        inset = rect.stroke_width / 2 if rect.stroke is not None else 0.0
        with _smooth(painter):
            painter.setPen(
                QPen(self._color(rect.stroke), rect.stroke_width) if rect.stroke is not None else Qt.PenStyle.NoPen
            )
            painter.setBrush(self._color(rect.fill) if rect.fill is not None else Qt.BrushStyle.NoBrush)
            corner = max(0.0, rect.radius - inset)
            painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), corner, corner)

    def _line(self, line: Line) -> None:
        painter = self._painter
        pen = QPen(self._color(line.stroke), line.width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
        if line.dash:
            pen.setDashPattern([part / line.width for part in line.dash])
        with _smooth(painter):
            painter.setPen(pen)
            painter.drawLine(QLineF(line.x1, line.y1, line.x2, line.y2))

    def _polygon(self, polygon: Polygon) -> None:
        painter = self._painter
        with _smooth(painter):
            painter.setPen(Qt.PenStyle.NoPen)
            if polygon.stroke is not None:
                pen = QPen(self._color(polygon.stroke), polygon.stroke_width)
                pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
                painter.setPen(pen)
            painter.setBrush(self._color(polygon.fill) if polygon.fill is not None else Qt.BrushStyle.NoBrush)
            painter.drawPolygon([QPointF(x, y) for x, y in polygon.points])

    def _gradient(self, box: Gradient) -> None:
        painter = self._painter
        gradient = QLinearGradient(box.x, 0, box.x + box.w, 0)
        for offset, token in box.stops:
            gradient.setColorAt(offset, self._color(token))
        with _smooth(painter):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QBrush(gradient))
            painter.drawRoundedRect(QRectF(box.x, box.y, box.w, box.h), box.radius, box.radius)

    def _hatch(self, hatch: Hatch) -> None:
        painter = self._painter
        color = self._color(hatch.stroke)
        box = self._on_pixels(hatch.x, hatch.y, hatch.w, hatch.h)
        painter.save()
        painter.setClipRect(box)
        painter.setRenderHint(_Antialiasing)
        painter.setPen(QPen(color, _HATCH_WIDTH))
        lean = hatch.h * _HATCH_LEAN
        count = int((hatch.w + lean) / _HATCH_STEP) + 2
        painter.drawLines(
            [
                QLineF(hatch.x + n * _HATCH_STEP - lean, hatch.y + hatch.h, hatch.x + n * _HATCH_STEP, hatch.y)
                for n in range(count)
            ]
        )
        painter.restore()
        self._frame(box, 1, color)

    def _text(self, text: Text) -> None:
        x = text.x
        if text.anchor != "start":
            x -= self._measure(text.text, text.role) / (1 if text.anchor == "end" else 2)
        self._painter.setFont(label_font(self._theme, text.role, text.text))
        self._painter.setPen(self._color(text.fill))
        self._painter.drawText(QPointF(x, text.y), text.text)
