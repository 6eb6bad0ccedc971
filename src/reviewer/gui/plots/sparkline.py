"""The sparkline for rows of lists: a painter function for delegates, no widget."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from reviewer.gui.plots.paint import paint
from reviewer.gui.theme import Theme
from reviewer.gui.theme.look import scale_of
from reviewer.spectrum.sparkline import sparkline


def paint_sparkline(painter: QPainter, rect: QRectF, scores: Sequence[int | None], theme: Theme) -> None:
    """Paint an episode's scores into the rectangle, None for a silent slice. On `accent_soft` in high contrast the
    caller lays `paper` under it first, since the axis's colours do not show there.
    """
    painter.save()
    painter.translate(rect.topLeft())
    paint(sparkline(rect.width(), rect.height(), scores, 1 / scale_of(painter)), painter, theme)
    painter.restore()
