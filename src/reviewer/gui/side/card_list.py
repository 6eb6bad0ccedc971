"""The list of cards: the closed ones painted, the current one open."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from reviewer.core.wording import count
from reviewer.gui.side.open_card import OpenCard, paint_head
from reviewer.gui.side.opening_list import OpeningList, RowDelegate
from reviewer.gui.side.paint import CARD, PANE, plain, write
from reviewer.gui.side.rows import ROW, Index, Row
from reviewer.gui.side.views import CardView, Heading
from reviewer.gui.theme import Theme
from reviewer.gui.theme.look import CARD_RADIUS, box

_EDGE = 12  # from the pane's edge to a card's, so that the card's words stand 12 px in
_GAP = 6
_CARD_HEIGHT = 56
_KEYS = {
    Qt.Key.Key_Return: "accept_all",
    Qt.Key.Key_Enter: "accept_all",
    Qt.Key.Key_A: "accept_one",
    Qt.Key.Key_E: "another",
    Qt.Key.Key_N: "never",
    Qt.Key.Key_S: "skip",
    Qt.Key.Key_Down: "skip",
    Qt.Key.Key_Space: "play",
    Qt.Key.Key_Left: "before",
    Qt.Key.Key_Right: "after",
}


class CardDelegate(RowDelegate):
    """Two lines a closed card, one a lane's heading."""

    def height_of(self, row: Row, number: int) -> int:
        if isinstance(row, Heading):
            return self.theme.scaled(34 if number == 0 else 37)
        return self.theme.scaled(_CARD_HEIGHT) + _GAP

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, rect = index.data(ROW), QRect(option.rect)
        if isinstance(row, Heading):
            self._paint_heading(painter, rect, row)
        elif index.row() != self.view.currentIndex().row():
            is_hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
            self._paint_card(painter, rect, row, is_hovered=is_hovered)

    def _paint_heading(self, painter: QPainter, rect: QRect, heading: Heading) -> None:
        line = QRect(rect.left() + PANE, rect.bottom() - self.theme.scaled(22), rect.width() - 2 * PANE, 16)
        line.setHeight(self.theme.line_height("small"))
        taken = write(painter, self.theme, line, heading.text, ("small_strong", "ink2"))
        write(painter, self.theme, line.adjusted(taken + 6, 0, 0, 0), f"{heading.count:,}", ("small", "ink3"))

    def _paint_card(self, painter: QPainter, rect: QRect, card: CardView, *, is_hovered: bool) -> None:
        theme = self.theme
        frame = rect.adjusted(_EDGE, 0, -_EDGE, -_GAP)
        fill = theme.color("hover" if is_hovered else "raised")
        box(painter, frame, CARD_RADIUS, fill, theme.color("line"))
        upper = frame.adjusted(CARD, 0, -CARD, 0)
        upper.setTop(frame.top() + theme.scaled(9))
        upper.setHeight(theme.line_height("quote"))
        paint_head(painter, theme, upper, card)
        lower = QRect(upper.left(), upper.bottom() + 1, upper.width(), theme.line_height("small") + 1)
        places = write(painter, theme, lower, count(len(card.places), "place"), ("small", "ink2"), right=True)
        write(painter, theme, lower.adjusted(0, 0, -places - 12, 0), plain(card.sentence), ("small", "ink2"))


class CardList(OpeningList):
    """Single keys act only while the list has the focus.

    Signals:
        deed_asked: What a key means for the open card: accept_all, accept_one, another, never, skip, play, before,
            after.
    """

    deed_asked = Signal(str)

    def __init__(self, theme: Theme, card: OpenCard) -> None:
        super().__init__(theme, card, (Heading,))
        self.setItemDelegate(CardDelegate(theme, self))
        self.setAccessibleName("Names to judge")

    def took_key(self, event: QKeyEvent) -> bool:
        if not event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier) and self.row is not None:
            deed = _KEYS.get(Qt.Key(event.key()))
            if deed is not None:
                self.deed_asked.emit(deed)
                return True
        return super().took_key(event)

    def open_height(self, closed: int) -> int:  # noqa: ARG002 - another list's open row grows from it
        return self.panel.height_at(self.viewport().width() - 2 * _EDGE) + _GAP

    def panel_rect(self, row: QRect) -> QRect:
        return row.adjusted(_EDGE, 0, -_EDGE, -_GAP)
