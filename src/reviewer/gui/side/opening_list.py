"""A list whose current row is open: over it, or over its lower part, lies a panel with what can be done."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reviewer.gui.side.rows import ROW, Index, Row, RowsModel
from reviewer.gui.theme import Theme

_PAGE = 6  # closed rows that stand beside an open one in a window of usual height


class Panel(QWidget):
    """What lies over the open row."""

    is_lit = False  # whether the list has the focus

    def paint_ground(self, theme: Theme) -> None:
        """In high contrast the open row is inverse, on which links and quiet buttons would be lost: not under these."""
        if theme.name == "contrast":
            QPainter(self).fillRect(self.rect(), theme.color("paper"))

    def fill(self, row: Any) -> None:
        """Show another row."""
        raise NotImplementedError

    def restyle(self) -> None:
        """The text size may be another; most panels have only parts that see to it themselves."""

    def height_at(self, width: int) -> int:
        """The height that it wants at a width."""
        layout = self.layout()
        assert layout is not None
        layout.activate()
        return layout.heightForWidth(width) if layout.hasHeightForWidth() else layout.sizeHint().height()


class RowDelegate(QStyledItemDelegate):
    """Measures closed rows by itself and the open one by the list's panel; subclasses paint."""

    def __init__(self, theme: Theme, view: "OpeningList") -> None:
        super().__init__(view)
        self.theme, self.view = theme, view

    def height_of(self, row: Row, number: int) -> int:
        """The height of a row that is closed."""
        raise NotImplementedError

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        height = self.height_of(index.data(ROW), index.row())
        if index.row() == self.view.currentIndex().row():
            height = self.view.open_height(height)
        return QSize(1, height)


class OpeningList(QListView):
    """Virtual: only the rows in sight are painted, and there is one panel however many rows.

    Its keys act only while it has the focus itself, not while a button of the panel has it.

    Signals:
        opened: The row that is open now, as the value that was given, or None.
    """

    opened = Signal(object)

    def __init__(self, theme: Theme, panel: Panel, parting: tuple[type, ...] = ()) -> None:
        super().__init__()
        self.theme, self.panel = theme, panel
        self.rows = RowsModel(self, parting)
        self._wanted_row: int | None = None
        self.setModel(self.rows)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setAutoScroll(False)
        self.setMouseTracking(True)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        panel.setParent(self.viewport())
        panel.hide()
        theme.changed.connect(self._on_theme_changed)

    # Rows
    @property
    def row(self) -> Any:
        """The open row, or None."""
        return self.currentIndex().data(ROW)

    def set_rows(self, rows: Sequence[Row], number: int) -> None:
        """Other rows, that of a number open; −1 opens none."""
        self.rows.set_rows(rows)
        self.panel.hide()
        if self.rows.is_choice(number):
            self.setCurrentIndex(self.rows.index(number))
        else:
            self.opened.emit(None)

    def step(self, by: int) -> bool:
        """Open the next row in a direction that can be chosen; whether there was one."""
        return self._open_from(self.currentIndex().row() + by, by)

    def _open_from(self, number: int, by: int) -> bool:
        while 0 <= number < self.rows.rowCount():
            if self.rows.is_choice(number):
                self.setCurrentIndex(self.rows.index(number))
                return True
            number += by
        return False

    # What subclasses say
    def open_height(self, closed: int) -> int:
        """The height of the open row, given that of a closed one."""
        raise NotImplementedError

    def panel_rect(self, row: QRect) -> QRect:
        """Where the panel lies in the open row."""
        raise NotImplementedError

    # Keeping the panel over its row
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if not current.isValid():
            self.panel.hide()
            return
        self.panel.fill(current.data(ROW))
        self.panel.show()
        self.relay()
        self.show_open()
        self.opened.emit(current.data(ROW))

    def relay(self) -> None:
        """Measure all rows anew."""
        self.doItemsLayout()
        self.place_panel()

    def show_open(self) -> None:
        """Scroll until the open row is in sight, with the heading over it."""
        current = self.currentIndex()
        if current.isValid():
            above = current.row() - 1
            if above >= 0 and not self.rows.is_choice(above):
                self.scrollTo(self.rows.index(above))
            self.scrollTo(current)

    def place_panel(self) -> None:
        current = self.currentIndex()
        if current.isValid():
            self.panel.setGeometry(self.panel_rect(self.visualRect(current)))

    def updateGeometries(self) -> None:
        super().updateGeometries()
        self.place_panel()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self.place_panel()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.relay()

    def _on_theme_changed(self) -> None:
        self.panel.restyle()
        self.relay()
        self.viewport().update()

    # Keys and pointer
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.hasFocus() or not self.took_key(event):
            event.ignore()

    def took_key(self, event: QKeyEvent) -> bool:
        """Act on a key; whether it meant something here."""
        key, last = Qt.Key(event.key()), self.rows.rowCount() - 1
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.step(1 if key == Qt.Key.Key_Down else -1)
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self._open_from(*((0, 1) if key == Qt.Key.Key_Home else (last, -1)))
        elif key in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            self._page(1 if key == Qt.Key.Key_PageDown else -1)
        else:
            return False
        return True

    def _page(self, by: int) -> None:
        """Some rows on, or the last one in that direction."""
        steps = 0
        while steps < _PAGE and self.step(by):
            steps += 1

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The row under a pressed pointer moves when it opens; that must not choose another."""
        if event.buttons() == Qt.MouseButton.NoButton:
            super().mouseMoveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._on_focus_moved()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._on_focus_moved()

    def _on_focus_moved(self) -> None:
        self.panel.is_lit = self.hasFocus()
        self.panel.update()
        self.viewport().update()

    def reset(self) -> None:
        super().reset()
        self.setCurrentIndex(QModelIndex())
