"""The glossary: the names and terms of the library with the shipped ones, to look through, add to and take from."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reviewer.core.wording import count
from reviewer.gui.theme import Theme
from reviewer.gui.theme.kinds import dress
from reviewer.names.glossary import Name


class GlossaryDialog(QDialog):
    """A list with a filter; what is typed there and not in the list can be added.

    Signals:
        name_added: A new name or term.
        name_removed: The canonical form of the entry to remove.
        import_asked, export_asked: From a file, to a file.
    """

    name_added = Signal(str)
    name_removed = Signal(str)
    import_asked = Signal()
    export_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._names: Sequence[Name] = ()
        self.setWindowTitle("Glossary")
        self.resize(520, 560)
        self._count = QLabel()
        theme.keep_text(self._count, "interface", "ink2")
        self.field = QLineEdit(placeholderText="Find, or type a new name")
        self.field.setAccessibleName("Find, or type a new name")
        self.list = QListWidget()
        self.list.setAccessibleName("Names and terms")
        self._add, self._remove = QPushButton("Add"), QPushButton("Remove")
        self._import, self._export = QPushButton("Import…"), QPushButton("Export…")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        for button in (self._import, self._export):
            dress(button, kind="quiet")
            button.setAutoDefault(False)
        dress(self._add, kind="primary", keycap="Enter")
        dress(self._remove, keycap="Del")
        self._remove.setAutoDefault(False)
        top, foot, layout = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        top.addWidget(self.field, 1)
        top.addWidget(self._add)
        foot.addWidget(self._remove)
        foot.addStretch(1)
        foot.addWidget(self._import)
        foot.addWidget(self._export)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addLayout(top)
        layout.addWidget(self._count)
        layout.addWidget(self.list, 1)
        layout.addLayout(foot)

    def _connect(self) -> None:
        self.field.textChanged.connect(self._show)
        self.list.currentItemChanged.connect(self._enable)
        self._add.clicked.connect(self._on_add_clicked)
        self._remove.clicked.connect(self._on_remove_clicked)
        self._import.clicked.connect(self.import_asked)
        self._export.clicked.connect(self.export_asked)

    def set_names(self, names: Sequence[Name]) -> None:
        row = self.list.currentRow()
        self._names = names
        self._show()
        self.list.setCurrentRow(min(row, self.list.count() - 1))  # where one went, the next one is at hand

    def _show(self) -> None:
        wanted = self.field.text().strip().casefold()
        found = [n for n in self._names if any(wanted in form.casefold() for form in (*n.right_forms, *n.misheard))]
        self.list.clear()
        for name in found:
            self.list.addItem(self._item(name))
        every = count(len(self._names), "name")
        self._count.setText(every if len(found) == len(self._names) else f"{len(found)} of {every}")
        self._enable()

    def _item(self, name: Name) -> QListWidgetItem:
        more = [name.kind.value, *(f"also {alias}" for alias in name.aliases)]
        more += [f"heard “{form}”" for form in name.misheard]
        item = QListWidgetItem(f"{name.canonical}   {', '.join(more)}")
        item.setData(Qt.ItemDataRole.UserRole, name.canonical)
        return item

    def _enable(self, *_: object) -> None:
        text = self.field.text().strip()
        self._add.setEnabled(bool(text) and all(n.canonical.casefold() != text.casefold() for n in self._names))
        self._remove.setEnabled(self.list.currentItem() is not None)

    def _on_add_clicked(self) -> None:
        text = self.field.text().strip()
        self.field.clear()
        self.name_added.emit(text)

    def _on_remove_clicked(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.name_removed.emit(item.data(Qt.ItemDataRole.UserRole))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.list.hasFocus():
            self._on_remove_clicked()
            return
        super().keyPressEvent(event)
