"""A place where the words of two tracks differ, both readings side by side."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption

from reviewer.core.wording import clock
from reviewer.gui.dialogs.row_list import PaintedRows
from reviewer.gui.side.paint import PANE, fitted, in_line, ink, plain, put
from reviewer.gui.theme import Theme

NOTHING = "(nothing)"
GAP = 24  # between the readings


@dataclass(frozen=True, slots=True)
class DifferenceItem:
    """Words before, the words of each track (none where it lacks them), words after.

    `cue` counts in the leading track; None where neither of the two leads and only the time shows the way. `where`
    tells the place in a track without times: “cue 412”. `shown` are the words that the leading track has there.
    """

    ms: int | None
    where: str
    before: str
    one: str
    other: str
    after: str
    cue: int | None
    shown: str = ""

    @property
    def time(self) -> str:
        return clock(self.ms) or self.where

    @property
    def spoken(self) -> str:
        one, other = plain(self.one) or "nothing", plain(self.other) or "nothing"
        return f"{self.time}: {one}; in the other track: {other}"


def columns(theme: Theme, rect: QRect) -> tuple[QRect, QRect, QRect]:
    """Time, one reading, the other."""
    time = QFontMetrics(theme.font("small")).horizontalAdvance("88:88:88") + 16
    left = rect.left() + PANE + time
    width = (rect.right() - PANE - left - GAP) // 2
    return (
        QRect(rect.left() + PANE, rect.top(), time, rect.height()),
        QRect(left, rect.top(), width, rect.height()),
        QRect(left + width + GAP, rect.top(), width, rect.height()),
    )


class DifferenceDelegate(PaintedRows):
    """One line a place; what differs lies on the ground of found words."""

    height = 36

    def paint_row(self, painter: QPainter, rect: QRect, row: Any, *, is_current: bool) -> None:
        assert isinstance(row, DifferenceItem)
        theme = self.theme
        time, one, other = columns(theme, rect)
        painter.setPen(ink(theme, "ink3", is_current=is_current))
        put(painter, time, row.time, theme.font("small"))
        for place, words in ((one, row.one), (other, row.other)):
            parts = in_line(f"{row.before} ", words or NOTHING, f" {row.after}")
            paint_reading(painter, theme, place, parts, is_current=is_current)


def paint_reading(
    painter: QPainter, theme: Theme, rect: QRect, parts: tuple[str, str, str], *, is_current: bool
) -> None:
    """A reading in its context, laid out as one text whatever its script; cut at its outer ends."""
    font = theme.font("quote")
    before, words, after = fitted(font, parts, rect.width())
    layout = QTextLayout(before + words + after, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout.setTextOption(option)
    lit, span = QTextCharFormat(), QTextLayout.FormatRange()
    lit.setBackground(theme.color("now"))
    lit.setForeground(theme.color("on_soft"))
    lit.setFontUnderline(is_current and theme.name == "contrast")  # where the row itself has that ground
    span.start, span.length, span.format = len(before), len(words), lit
    layout.setFormats([span])
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    painter.setPen(ink(theme, "ink", is_current=is_current))
    layout.draw(painter, QPointF(rect.left(), rect.top() + (rect.height() - line.height()) / 2))
