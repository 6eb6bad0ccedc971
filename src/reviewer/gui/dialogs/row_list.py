"""A list of painted rows for dialogs: one is current, Enter or a double click takes it."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from reviewer.gui.labels import tip
from reviewer.gui.side.paint import rule
from reviewer.gui.side.rows import ROW, Index, Row, RowsModel
from reviewer.gui.side.term_list import paint_ground
from reviewer.gui.theme import Theme

HYPHEN = "\u2010"


def in_figures(text: str) -> str:
    """For a font of tabular figures, which make the keyboard's hyphen as wide as one of them."""
    return text.replace("-", HYPHEN)


class PaintedRows(QStyledItemDelegate):
    """Ground, selection and parting line; subclasses paint what stands on them."""

    height = 36

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self.theme, self._view = theme, view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(1, self.theme.scaled(self.height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect = QRect(option.rect)
        paint_ground(painter, self.theme, rect, option, has_focus=self._view.hasFocus())
        rule(painter, self.theme, rect.left(), rect.right() + 1, rect.bottom())
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        self.paint_row(painter, rect, index.data(ROW), is_current=is_current)

    def paint_row(self, painter: QPainter, rect: QRect, row: Any, *, is_current: bool) -> None:
        raise NotImplementedError


class RowList(QListView):
    """Virtual: however many rows there are, those in sight are painted.

    Signals:
        chosen: The current row as the value that was given, or None.
        taken: The row on which Enter was pressed, or which was clicked twice.
    """

    chosen = Signal(object)
    taken = Signal(object)

    def __init__(self, theme: Theme, called: str, ground: QPalette.ColorRole = QPalette.ColorRole.Window) -> None:
        super().__init__()
        self.rows = RowsModel(self)
        self.setModel(self.rows)
        self.setAccessibleName(called)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)  # a track may have a hundred thousand oddities
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.viewport().setBackgroundRole(ground)
        self.doubleClicked.connect(self._on_double_clicked)
        theme.changed.connect(self._on_theme_changed)

    @property
    def row(self) -> Any:
        """The current row, or None."""
        return self.currentIndex().data(ROW)

    def set_rows(self, rows: Sequence[Row], number: int = 0) -> None:
        """Other rows, that of a number current."""
        self.rows.set_rows(rows)
        if self.rows.is_choice(number):
            self.setCurrentIndex(self.rows.index(number))
        else:
            self.chosen.emit(None)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.chosen.emit(current.data(ROW))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.row is not None:
            self.taken.emit(self.row)
            return
        if event.text().isprintable() and event.text().strip():
            event.ignore()  # a letter does not look for a row that begins with it
            return
        super().keyPressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """The whole of a row, where it may have been cut."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            row = self.indexAt(event.pos()).data(ROW)
            QToolTip.showText(event.globalPos(), tip(row.spoken) if row is not None else "", self)
            return True
        return super().viewportEvent(event)

    def reset(self) -> None:
        super().reset()
        self.setCurrentIndex(QModelIndex())

    def _on_double_clicked(self) -> None:
        self.taken.emit(self.row)

    def _on_theme_changed(self) -> None:
        self.doItemsLayout()
        self.viewport().update()
