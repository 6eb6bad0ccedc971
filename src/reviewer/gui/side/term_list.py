"""The terms of a slice: weight, what each counts, and a bar to the side it pulls to."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reviewer.core.wording import clock, signed
from reviewer.gui.plots.paint import paint
from reviewer.gui.side.fitted_list import FittedList
from reviewer.gui.side.paint import PANE, font_of, ink, plain, put, rule, write
from reviewer.gui.side.rows import ROW, Index
from reviewer.gui.theme import Theme
from reviewer.gui.theme.look import ring
from reviewer.spectrum.figures import Hit
from reviewer.spectrum.shapes import Rect

BAR = 44  # the width of the column of bars
COUNTS, WEIGHT = 56, 48
_FULL_BAR = 5.0  # the weight whose bar reaches to the end; heavier ones are no longer than it
_ROW = 50


@dataclass(frozen=True, slots=True)
class TermRow:
    """A hit as its row says it."""

    hit: Hit

    @property
    def second_line(self) -> str:
        """“39:01, hedged by “may”, × 0.6”."""
        return plain(", ".join(part for part in (clock(self.hit.start_ms), self.hit.why) if part))

    @property
    def weight(self) -> str:
        return signed(self.hit.weight, plus=True, digits=0 if float(self.hit.weight).is_integer() else 1)

    @property
    def counts(self) -> str:
        return signed(self.hit.value, plus=True, digits=1) if self.hit.is_counted else "0"

    @property
    def spoken(self) -> str:
        return f"{plain(self.hit.text)}, weight {self.weight}, counts {self.counts}. {self.second_line}"


class TermHeading(QWidget):
    """The names of the columns."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedHeight(theme.scaled(28))
        theme.changed.connect(self._on_theme_changed)

    def _on_theme_changed(self) -> None:
        self.setFixedHeight(self._theme.scaled(28))
        self.update()

    def paintEvent(self, _event: object) -> None:
        painter, theme = QPainter(self), self._theme
        columns = _columns(theme, self.rect().adjusted(PANE, 0, -PANE, 0))
        for rect, text in zip(columns, ("Terms that counted", "weight", "counts"), strict=False):
            write(painter, theme, rect, text, ("small", "ink2"), right=rect is not columns[0])
        rule(painter, theme, PANE, self.width() - PANE, self.height() - 1)


def _columns(theme: Theme, row: QRect) -> tuple[QRect, QRect, QRect, QRect]:
    """Words, weight, counts and bar."""
    bar, counts, weight = (theme.scaled(width) for width in (BAR, COUNTS, WEIGHT))
    x = row.right() + 1 - bar - counts - weight
    return (
        QRect(row.left(), row.top(), x - row.left() - 8, row.height()),
        QRect(x, row.top(), weight, row.height()),
        QRect(x + weight, row.top(), counts - 8, row.height()),
        QRect(x + weight + counts, row.top(), bar, row.height()),
    )


class TermDelegate(QStyledItemDelegate):
    """Two lines a term; one that does not count is struck through."""

    def __init__(self, theme: Theme, view: FittedList) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(1, self._theme.scaled(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, rect, theme = index.data(ROW), QRect(option.rect), self._theme
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        paint_ground(painter, theme, rect, option, has_focus=self._view.hasFocus())
        words, weight, counts, bar = _columns(theme, rect.adjusted(PANE, 0, -PANE, 0))
        self._paint_words(painter, words, row, is_current=is_current)
        painter.setPen(ink(theme, "ink2", is_current=is_current))
        put(painter, weight, row.weight, theme.font("interface"), right=True)
        painter.setPen(ink(theme, "ink", is_current=is_current))
        put(painter, counts, row.counts, theme.font("heading"), right=True)
        _paint_bar(painter, theme, bar, row.hit)
        rule(painter, theme, rect.left() + PANE, rect.right() + 1 - PANE, rect.bottom())

    def _paint_words(self, painter: QPainter, rect: QRect, row: TermRow, *, is_current: bool) -> None:
        theme = self._theme
        upper = QRect(rect.left(), rect.top() + theme.scaled(6), rect.width(), theme.line_height("interface"))
        lower = QRect(upper.left(), upper.bottom() + 1, upper.width(), theme.line_height("small"))
        painter.setPen(ink(theme, "ink" if row.hit.is_counted else "ink2", is_current=is_current))
        put(painter, upper, plain(row.hit.text), font_of(theme, "interface_strong", strikes=not row.hit.is_counted))
        painter.setPen(ink(theme, "ink2", is_current=is_current))
        put(painter, lower, row.second_line, theme.font("small"))


def paint_ground(
    painter: QPainter, theme: Theme, rect: QRect, option: QStyleOptionViewItem, *, has_focus: bool
) -> None:
    """The chosen row: tint and bar, with the ring where the list has the focus; one under the pointer: `hover`."""
    state = option.state
    if state & QStyle.StateFlag.State_Selected:
        painter.fillRect(rect, theme.color("accent_soft"))
        painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), theme.color("accent"))
        if has_focus and state & QStyle.StateFlag.State_KeyboardFocusChange:
            ring(theme, painter, rect, 0, is_chosen=True)
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(rect, theme.color("hover"))


def _paint_bar(painter: QPainter, theme: Theme, column: QRect, hit: Hit) -> None:
    """From the zero line in the middle: to the left for risk, to the right for opportunity."""
    half, height = column.width() // 2, theme.scaled(10)
    zero, top = column.left() + half, column.center().y() - height // 2
    shapes = [Rect(zero, top - 2, 1, height + 4, "edge")]
    if hit.is_counted:
        length = max(2, round(min(1.0, abs(hit.value) / _FULL_BAR) * (half - 1)))
        fill, edge = ("risk", "risk_edge") if hit.side == "risk" else ("opp", "opp_edge")
        left = zero - length if hit.side == "risk" else zero + 1
        shapes.append(Rect(left, top, length, height, fill, edge))
    paint(shapes, painter, theme)
