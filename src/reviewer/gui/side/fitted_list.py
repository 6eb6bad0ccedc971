"""A list that is as high as its rows, for a pane that scrolls as a whole: never a scroll bar in a scroll bar."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPalette, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QListView, QScrollArea, QSizePolicy, QWidget

from reviewer.gui.side.rows import ROW, Row, RowsModel
from reviewer.gui.theme import Theme


class FittedList(QListView):
    """Rows painted by a delegate; arrows walk them, Enter or a click chooses.

    Signals:
        chosen: The row that was chosen, as the value that was given.
    """

    chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.rows = RowsModel(self)
        self.setModel(self.rows)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self.clicked.connect(self._on_clicked)
        theme.changed.connect(self.fit)

    @property
    def row(self) -> Any:
        """The current row, or None."""
        return self.currentIndex().data(ROW)

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Other rows; the current one stays current where it is among them."""
        old = self.row
        self.rows.set_rows(rows)
        if old in rows:
            self.setCurrentIndex(self.rows.index(list(rows).index(old)))
        self.fit()

    def fit(self) -> None:
        """Be as high as the rows are now."""
        self.doItemsLayout()
        self.setFixedHeight(self.sizeHint().height())

    def sizeHint(self) -> QSize:
        hints = (self.sizeHintForIndex(self.rows.index(number)) for number in range(self.rows.rowCount()))
        return QSize(1, sum(hint.height() for hint in hints))

    def step(self, by: int) -> None:
        number = max(0, min(self.currentIndex().row() + by, self.rows.rowCount() - 1))
        if self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(number))
            self._show_current()

    def _show_current(self) -> None:
        """Scroll the pane that this list lies in."""
        area = _area_of(self)
        inside = area.widget() if area is not None else None
        if area is not None and inside is not None:
            rect = self.visualRect(self.currentIndex())
            middle = self.viewport().mapTo(inside, rect.center())
            area.ensureVisible(middle.x(), middle.y(), 0, rect.height())

    def _on_clicked(self) -> None:
        self.chosen.emit(self.row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.took_key(event):
            event.ignore()

    def took_key(self, event: QKeyEvent) -> bool:
        """Act on a key; whether it meant something here."""
        steps = {
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Home: -self.rows.rowCount(),
            Qt.Key.Key_End: self.rows.rowCount(),
        }
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if key in steps:
            self.step(steps[key])
            return True
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.row is not None:
            self.chosen.emit(self.row)
            return True
        return False

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.row is None and event.reason() != Qt.FocusReason.MouseFocusReason:
            self.step(0)


def _area_of(widget: QWidget) -> QScrollArea | None:
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, QScrollArea):
        parent = parent.parentWidget()
    return parent
