"""The band of a slice as a small bar on its zero line, beside its score."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from reviewer.core.wording import MINUS
from reviewer.gui.theme import Theme
from reviewer.gui.transcript.marks import SliceMark

_WIDE, _BAR = 12, 6


def paint_band(painter: QPainter, theme: Theme, mark: SliceMark, foot: QPointF) -> None:
    """A bar down for risk-forward, up for opportunity-forward; `foot` is the left end of the base line."""
    x, base = round(foot.x()), round(foot.y())
    if mark.band == "risk-forward":
        _bar(painter, theme, QRectF(x + 3, base - 8, _BAR, 9), ("risk", "risk_edge"))
        _line(painter, theme, x, base - 9)
    elif mark.band == "opportunity-forward":
        _bar(painter, theme, QRectF(x + 3, base - 9, _BAR, 9), ("opp", "opp_edge"))
        _line(painter, theme, x, base)
    else:
        _line(painter, theme, x, base - 4)
        if mark.band == "silent":
            painter.fillRect(QRectF(x + _WIDE / 2 - 0.5, base - 7, 1, 7), theme.color("silent"))
        else:
            top = base - 3 if mark.score.startswith(MINUS) else base - 8
            painter.fillRect(QRectF(x + 3, top, _BAR, 4), theme.color("mixed"))


def _line(painter: QPainter, theme: Theme, x: int, y: int) -> None:
    painter.fillRect(QRectF(x, y, _WIDE, 1), theme.color("edge"))


def _bar(painter: QPainter, theme: Theme, bar: QRectF, tokens: tuple[str, str]) -> None:
    painter.fillRect(bar, theme.color(tokens[0]))
    painter.setPen(QPen(theme.color(tokens[1]), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(bar.adjusted(0.5, 0.5, -0.5, -0.5))
