"""Python values as the rows of a list view."""

from collections.abc import Sequence
from typing import Any, Final, Protocol

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex

ROW: Final = Qt.ItemDataRole.UserRole


class Row(Protocol):
    """What a row has to have: how a screen reader says it."""

    @property
    def spoken(self) -> str: ...


class RowsModel(QAbstractListModel):
    """Rows by their number; those of the classes in `parting` can't be chosen."""

    def __init__(self, parent: QObject, parting: tuple[type, ...] = ()) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []
        self._parting = parting

    @property
    def rows(self) -> Sequence[Row]:
        return self._rows

    def set_rows(self, rows: Sequence[Row]) -> None:
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def is_choice(self, number: int) -> bool:
        """Whether the row of a number can be chosen."""
        return 0 <= number < len(self._rows) and not isinstance(self._rows[number], self._parting)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return row.spoken
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not self.is_choice(index.row()):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
