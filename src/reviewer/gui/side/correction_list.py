"""The list of corrections: all rows painted, the current one with its buttons under it."""

from typing import Any

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QHBoxLayout, QStyleOptionViewItem

from reviewer.gui.side.correction_rows import CorrectionItem
from reviewer.gui.side.labels import button
from reviewer.gui.side.opening_list import OpeningList, Panel, RowDelegate
from reviewer.gui.side.paint import PANE, font_of, heard_and_meant, put, rule
from reviewer.gui.side.rows import ROW, Index, Row
from reviewer.gui.side.term_list import paint_ground
from reviewer.gui.theme import Theme

_ROW = 55
_TOP = 9


class CorrectionPanel(Panel):
    """The buttons of the open row."""

    def __init__(self) -> None:
        super().__init__()
        self.withdraw = button("Withdraw", keycap="Del", sign="withdraw")
        self.go_to = button("", "quiet", keycap="Enter")
        line = QHBoxLayout(self)
        line.setContentsMargins(PANE, 0, PANE, 10)
        line.setSpacing(8)
        line.addWidget(self.withdraw)
        line.addWidget(self.go_to)
        line.addStretch()

    def fill(self, row: Any) -> None:
        assert isinstance(row, CorrectionItem)
        self.withdraw.setVisible(not row.group.is_withdrawn)
        self.go_to.setText(row.go_to_wording)


class CorrectionDelegate(RowDelegate):
    """Two lines a correction."""

    def height_of(self, _row: Row, _number: int) -> int:
        return self.theme.scaled(_ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect, theme = QRect(option.rect), self.theme
        item: CorrectionItem = index.data(ROW)
        paint_ground(painter, theme, rect, option, has_focus=self.view.hasFocus())
        rule(painter, theme, rect.left(), rect.right() + 1, rect.bottom())
        line = theme.line_height("quote")
        upper = QRect(rect.left() + PANE, rect.top() + theme.scaled(_TOP), rect.width() - 2 * PANE, line)
        lower = QRect(upper.left(), upper.bottom() + 1, upper.width(), theme.line_height("small"))
        small, is_withdrawn = theme.font("small"), item.group.is_withdrawn
        painter.setPen(theme.color("ink2"))
        taken = put(painter, upper, item.places, small, right=True)
        told = put(painter, lower, item.who_and_when, small, right=True)
        put(painter, lower.adjusted(0, 0, -told - 12, 0), item.reason, font_of(theme, "small"))
        words = item.group.heard, item.group.meant
        heard_and_meant(painter, theme, upper.adjusted(0, 0, -taken - 12, 0), words, strikes=is_withdrawn)


class CorrectionList(OpeningList):
    """Del withdraws the open correction, Enter goes to its first place.

    Signals:
        withdraw_asked: Of the open row.
        go_to_asked: Of the open row.
    """

    withdraw_asked = Signal()
    go_to_asked = Signal()

    def __init__(self, theme: Theme, panel: CorrectionPanel) -> None:
        super().__init__(theme, panel)
        self.setItemDelegate(CorrectionDelegate(theme, self))
        self.setAccessibleName("Corrections")

    def took_key(self, event: QKeyEvent) -> bool:
        if self.row is not None and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            if event.key() == Qt.Key.Key_Delete:
                self.withdraw_asked.emit()
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self.go_to_asked.emit()
                return True
        return super().took_key(event)

    def open_height(self, closed: int) -> int:
        return closed + self.panel.height_at(self.viewport().width())

    def panel_rect(self, row: QRect) -> QRect:
        closed = self.theme.scaled(_ROW)
        return row.adjusted(0, closed, 0, 0)
