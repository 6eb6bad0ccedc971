"""The card under the pointer on the arc: score, band, slice, times and first words."""

from typing import Final

from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from reviewer.core.wording import clock, signed
from reviewer.gui.plots.paint import measure_of, paint
from reviewer.gui.theme import Theme
from reviewer.gui.theme.look import CARD_RADIUS, box
from reviewer.spectrum.bands import GLYPH, glyph
from reviewer.spectrum.figures import SliceScore
from reviewer.spectrum.shapes import Picture, Shape, Text, snap

_WIDTH: Final = 226
_PADDING: Final = 11
_LINES: Final = 3
_AWAY: Final = 6  # from the plot that it belongs to


class HoverCard(QWidget):
    """A window of its own, so that it can reach beyond the plots; the pointer passes through it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.ToolTip | Qt.WindowType.FramelessWindowHint)
        self._theme = theme
        self._score: SliceScore | None = None
        self._quote: tuple[str, ...] = ()
        self._is_stale = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)

    def set_slice(self, score: SliceScore, words: str, *, is_stale: bool = False) -> None:
        if score is self._score and is_stale == self._is_stale:
            return
        self._score, self._is_stale = score, is_stale
        self._quote = self._broken(words) if words else ()
        self.resize(self.sizeHint())
        self.update()

    def show_at(self, foot: QPoint, height: int) -> None:
        """Under the point, or above the plot of that height where there is no room; never off the screen."""
        screen = (QGuiApplication.screenAt(foot) or self.screen()).availableGeometry()
        x = min(max(foot.x() - self.width() // 2, screen.left() + 4), screen.right() - self.width() - 4)
        y = foot.y() + _AWAY
        if y + self.height() > screen.bottom():
            y = foot.y() - height - _AWAY - self.height()
        self.move(x, y)
        self.show()

    def sizeHint(self) -> QSize:
        theme = self._theme
        head = theme.line_height("interface") + theme.line_height("small")
        quote = len(self._quote) * theme.line_height("quote") + (4 if self._quote else 0)
        return QSize(theme.scaled(_WIDTH), head + quote + 2 * _PADDING - 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._score is None:
            return
        painter = QPainter(self)
        box(painter, self.rect(), CARD_RADIUS, self._theme.color("raised"), self._theme.color("edge"))
        paint(self._head(self._score), painter, self._theme)
        self._paint_quote(painter)
        painter.end()

    def _head(self, score: SliceScore) -> Picture:
        theme = self._theme
        first = theme.line_height("interface")
        baseline = snap(_PADDING + first * 0.7)
        under = snap(_PADDING + first + theme.line_height("small") * 0.7)
        x = _PADDING + GLYPH + 6
        number = "" if self._is_stale else signed(score.score, plus=True)
        sign = glyph(score.band, _PADDING, snap(_PADDING + first / 2 - GLYPH / 2), is_stale=self._is_stale)
        shapes: list[Shape] = [*sign, Text(x, baseline, number, "start", "ink", "heading")]
        if number:
            x += measure_of(theme)(number, "heading") + 6
        shapes.append(Text(x, baseline, score.band, "start", "ink2", "interface"))
        shapes.append(Text(_PADDING, under, _place(score), "start", "ink3"))
        return tuple(shapes)

    def _paint_quote(self, painter: QPainter) -> None:
        theme = self._theme
        line = theme.line_height("quote")
        y = _PADDING + theme.line_height("interface") + theme.line_height("small") + 2 + line * 0.72
        painter.setFont(theme.font("quote"))
        painter.setPen(theme.color("ink"))
        for number, text in enumerate(self._quote):
            painter.drawText(QPointF(_PADDING, round(y + number * line)), text)

    def _broken(self, words: str) -> tuple[str, ...]:
        """The first words in quotation marks, in lines of the card's width; the last line takes what is left."""
        metrics = QFontMetricsF(self._theme.font("quote"))
        room = self._theme.scaled(_WIDTH) - 2 * _PADDING
        lines = [""]
        for word in f"“{words}…”".split():
            longer = f"{lines[-1]} {word}".strip()
            if metrics.horizontalAdvance(longer) <= room or not lines[-1]:
                lines[-1] = longer
            else:
                lines.append(word)
        if len(lines) > _LINES:
            lines = [*lines[: _LINES - 1], f"{lines[_LINES - 1].removesuffix('…”')}…”"]
        return tuple(metrics.elidedText(line, Qt.TextElideMode.ElideRight, room) for line in lines)


def _place(score: SliceScore) -> str:
    part = score.slice
    times = f"{clock(part.start_ms)} to {clock(part.end_ms)}" if part.start_ms is not None else ""
    return ", ".join(text for text in (f"Slice {part.number}", times) if text)
