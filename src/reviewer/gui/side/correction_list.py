"""The list of corrections: all rows painted, the current one with its buttons under it."""

from typing import Any

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStyle, QStyleOptionViewItem, QVBoxLayout

from reviewer.gui.labels import button
from reviewer.gui.side.carried_rows import CarriedItem, Note, SettledHead
from reviewer.gui.side.correction_rows import CorrectionItem
from reviewer.gui.side.opening_list import OpeningList, Panel, RowDelegate
from reviewer.gui.side.paint import PANE, font_of, heard_and_meant, ink, put, rule, write
from reviewer.gui.side.rows import ROW, Index, Row
from reviewer.gui.side.term_list import paint_ground
from reviewer.gui.side.views import Heading
from reviewer.gui.theme import Theme

_ROW, _HEADING, _HEAD = 55, 42, 40
_TOP = 9
_WRAPPED = int(Qt.TextFlag.TextWordWrap)


class CorrectionPanel(Panel):
    """The buttons of the open row."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.lay = button("Lay on the selection")
        self.withdraw = button("Withdraw", keycap="Del", sign="withdraw")
        self.go_to = button("", "quiet", keycap="Enter")
        self.show_settled = button("")
        self._has_selection = False
        line, column = QHBoxLayout(), QVBoxLayout(self)
        line.setSpacing(8)
        for part in (self.withdraw, self.go_to, self.show_settled):
            line.addWidget(part)
        line.addStretch()
        column.setContentsMargins(PANE, 2, PANE, 10)
        column.setSpacing(6)
        column.addWidget(self.lay, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(line)

    def fill(self, row: Any) -> None:
        is_carried, is_head = isinstance(row, CarriedItem), isinstance(row, SettledHead)
        self.lay.setVisible(is_carried and not row.is_settled)
        self.go_to.setVisible(not is_head)
        self.show_settled.setVisible(is_head)
        is_on = isinstance(row, CorrectionItem) and not row.group.is_withdrawn
        self.withdraw.setVisible(is_on or (is_carried and not row.is_settled))
        if is_head:
            self.show_settled.setText(row.deed)
            self.show_settled.setAccessibleName(f"{row.deed} what the file settled")
        else:
            self.go_to.setText(row.go_to_wording)
        self.set_selection(self._has_selection)

    def paintEvent(self, _event: QPaintEvent) -> None:
        self.paint_ground(self._theme)

    def set_selection(self, there_is: bool) -> None:
        """Whether words are selected in the transcript, on which a correction can be laid."""
        self._has_selection = there_is
        self.lay.setEnabled(there_is)
        self.lay.setToolTip("" if there_is else "Select the words in the transcript first")


class CorrectionDelegate(RowDelegate):
    """Two lines a correction."""

    def height_of(self, row: Row, _number: int) -> int:
        match row:
            case Heading():
                return self.theme.scaled(_HEADING)
            case Note(text):
                room = QRect(0, 0, self.view.viewport().width() - 2 * PANE, 10_000)
                return QFontMetrics(self.theme.font("small")).boundingRect(room, _WRAPPED, text).height() + 10
            case SettledHead():
                return self.theme.scaled(_HEAD)
        return self.theme.scaled(_ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect, row = QRect(option.rect), index.data(ROW)
        if isinstance(row, Heading | Note):
            self._paint_parting(painter, rect, row)
            return
        paint_ground(painter, self.theme, rect, option, has_focus=self.view.hasFocus())
        rule(painter, self.theme, rect.left(), rect.right() + 1, rect.bottom())
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        if isinstance(row, SettledHead):
            line = QRect(rect.left() + PANE, rect.top(), rect.width() - 2 * PANE, self.theme.scaled(_HEAD))
            painter.setPen(ink(self.theme, "ink2", is_current=is_current))
            put(painter, line, row.text, self.theme.font("interface"))
        else:
            self._paint_correction(painter, rect, row, is_current=is_current)

    def _paint_parting(self, painter: QPainter, rect: QRect, row: Heading | Note) -> None:
        theme, inner = self.theme, rect.adjusted(PANE, 0, -PANE, 0)
        if isinstance(row, Note):
            painter.setFont(theme.font("small"))
            painter.setPen(theme.color("ink2"))
            painter.drawText(inner, _WRAPPED, row.text)
            rule(painter, theme, rect.left(), rect.right() + 1, rect.bottom())
            return
        height = theme.line_height("small")
        line = QRect(inner.left(), rect.bottom() - height - 3, inner.width(), height)
        taken = write(painter, theme, line, row.text, ("small_strong", "ink2"))
        write(painter, theme, line.adjusted(taken + 6, 0, 0, 0), f"{row.count:,}", ("small", "ink3"))

    def _paint_correction(
        self, painter: QPainter, rect: QRect, row: CorrectionItem | CarriedItem, *, is_current: bool
    ) -> None:
        theme, small = self.theme, self.theme.font("small")
        line = theme.line_height("quote")
        upper = QRect(rect.left() + PANE, rect.top() + theme.scaled(_TOP), rect.width() - 2 * PANE, line)
        lower = QRect(upper.left(), upper.bottom() + 1, upper.width(), theme.line_height("small"))
        painter.setPen(ink(theme, "ink2", is_current=is_current))
        is_carried = isinstance(row, CarriedItem)
        taken = put(painter, upper, row.where if isinstance(row, CarriedItem) else row.places, small, right=True)
        told = put(painter, lower, row.who_and_when, small, right=True)
        put(painter, lower.adjusted(0, 0, -told - 12, 0), row.reason, font_of(theme, "small"))
        words = (row.heard, row.meant) if isinstance(row, CarriedItem) else (row.group.heard, row.group.meant)
        strikes = not is_carried and row.group.is_withdrawn  # type: ignore[union-attr]
        heard_and_meant(
            painter, theme, upper.adjusted(0, 0, -taken - 12, 0), words, strikes=strikes, is_current=is_current
        )


class CorrectionList(OpeningList):
    """Del withdraws the open correction, Enter goes to its first place.

    Signals:
        withdraw_asked: Of the open row.
        go_to_asked: Of the open row.
    """

    withdraw_asked = Signal()
    go_to_asked = Signal()

    def __init__(self, theme: Theme, panel: CorrectionPanel) -> None:
        super().__init__(theme, panel, (Heading, Note))
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
        closed = self.theme.scaled(_HEAD if isinstance(self.row, SettledHead) else _ROW)
        return row.adjusted(0, closed, 0, -1)  # the line that parts the rows stays in sight
