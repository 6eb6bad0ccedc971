"""The plots for screen readers: each slice and each marker is a child with a name, a place and a role."""

from functools import cache
from typing import Any, Final
from weakref import ref

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget
from shiboken6 import isValid

from reviewer.gui.plots.row import GUTTER, PlotRow
from reviewer.spectrum.shapes import Area

# Qt holds interfaces by pointer only, and deletes them itself: those made in Python must outlive their widgets. They
# are made only while a screen reader listens, and hold their row weakly.
_kept: Final[list[QAccessibleInterface]] = []


class _AreaInterface(QAccessibleInterface):
    """One area of a row, by its place in the row; the row may have changed since it was made."""

    def __init__(self, row: PlotRow, place: int) -> None:
        super().__init__()
        self._row = ref(row)
        self._place = place

    def isValid(self) -> bool:
        return self._place < len(_areas(self._row()))

    def object(self) -> QObject | None:  # type: ignore[override]
        return None

    def parent(self) -> QAccessibleInterface | None:  # type: ignore[override]
        row = self._row()
        return QAccessible.queryAccessibleInterface(row) if row is not None and isValid(row) else None

    def child(self, _index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def childAt(self, _x: int, _y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def childCount(self) -> int:
        return 0

    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        return -1

    def text(self, kind: QAccessible.Text) -> str:
        return _areas(self._row())[self._place].text if kind == QAccessible.Text.Name and self.isValid() else ""

    def setText(self, _kind: QAccessible.Text, _text: str) -> None:
        return

    def rect(self) -> QRect:
        row = self._row()
        if row is None or not self.isValid():
            return QRect()
        area = row.areas()[self._place]
        corner = row.mapToGlobal(QPoint(GUTTER + round(area.x), round(area.y)))
        return QRect(corner.x(), corner.y(), max(1, round(area.w)), round(area.h))

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        return QAccessible.State()


class _RowInterface(QAccessibleWidget):
    """A row of the plots as a list of its areas."""

    def __init__(self, row: PlotRow) -> None:
        super().__init__(row, QAccessible.Role.List, row.accessibleName())
        self._row = ref(row)
        self._children: list[_AreaInterface] = []

    def childCount(self) -> int:
        return len(_areas(self._row()))

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        row = self._row()
        if row is None or not 0 <= index < self.childCount():
            return None
        while len(self._children) <= index:
            made = _AreaInterface(row, len(self._children))
            QAccessible.registerAccessibleInterface(made)
            self._children.append(made)
        return self._children[index]

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return next((place for place, made in enumerate(self._children) if made is child), -1)

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        row = self._row()
        current = row.current_area() if row is not None and isValid(row) and row.hasFocus() else None
        return self.child(current) if current is not None else None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        row = self._row()
        if row is None or not isValid(row):
            return None
        point = row.mapFromGlobal(QPoint(x, y))
        for place, area in enumerate(row.areas()):
            if area.holds(point.x() - GUTTER, point.y()):
                return self.child(place)
        return None


@cache
def install() -> None:
    """Tell Qt how to describe the plots; once, before the first is made."""
    QAccessible.installFactory(_describe)


def announce(row: PlotRow, place: int) -> None:
    """Say that the keyboard is on another area of the row."""
    event = QAccessibleEvent(row, QAccessible.Event.Focus)
    event.setChild(place)
    QAccessible.updateAccessibility(event)


def _describe(_class: str, described: Any) -> QAccessibleInterface | None:
    if not isinstance(described, PlotRow):
        return None
    made = _RowInterface(described)
    _kept.append(made)
    return made


def _areas(row: PlotRow | None) -> tuple[Area, ...]:
    return row.areas() if row is not None and isValid(row) else ()
