"""Small pictures of one number: where it lies on the axis, and the sign of its band."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from reviewer.core.wording import signed
from reviewer.gui.plots.paint import paint
from reviewer.gui.theme import Theme
from reviewer.spectrum.bands import GLYPH, glyph
from reviewer.spectrum.figures import Band
from reviewer.spectrum.shapes import STRIP_EDGE, Gradient, Picture, Polygon, Rect, snap
from reviewer.spectrum.strip import STOPS, x_of

BAR = 8.0
_FLAG = 8.0
_INKS: dict[Band, tuple[str, str]] = {
    "risk-forward": ("risk", "risk_edge"),
    "mixed": ("mixed", "mixed"),
    "silent": ("silent", "silent"),
    "opportunity-forward": ("opp", "opp_edge"),
}


def axis(width: float, y: float, height: float = BAR) -> Picture:
    """The strip without its words."""
    return (
        Gradient(0, y, width, height, STOPS, 3),
        Rect(0, y, width, height, stroke=STRIP_EDGE, radius=3),
    )


class ScoreMark(QWidget):
    """The axis with a small flag over the score."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._score, self._band = 0, "silent"
        self.setFixedHeight(int(BAR + _FLAG + 3))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def set_score(self, score: int, band: Band) -> None:
        self._score, self._band = score, band
        self.setAccessibleName(f"{signed(score)} on the axis from {signed(-100)} to 100")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        x = min(self.width() - 5.0, max(5.0, snap(x_of(self._score, self.width()))))
        fill, edge = _INKS[self._band]  # type: ignore[index]
        flag = Polygon(((x - 4.5, 0.5), (x + 4.5, 0.5), (x, _FLAG)), fill, edge)
        paint((*axis(self.width(), _FLAG + 2), flag), QPainter(self), self._theme)


class BandSign(QWidget):
    """A band as a small bar on its zero line."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._band: Band = "silent"
        self.setFixedSize(QSize(int(GLYPH), int(GLYPH)))
        theme.changed.connect(self.update)

    def set_band(self, band: Band) -> None:
        self._band = band
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint(glyph(self._band, 0, 0), QPainter(self), self._theme)
