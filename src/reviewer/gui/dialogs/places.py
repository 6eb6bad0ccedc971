"""All places of a wording before they are corrected at once: each in its context, each to be left out."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reviewer.core.wording import count
from reviewer.gui.theme import Theme
from reviewer.gui.theme.kinds import dress

FIGURE_SPACE = "\u2007"


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """One place: its time as text, and the words round it."""

    time: str
    before: str
    heard: str
    after: str


class PlacesDialog(QDialog):
    """Lists the places; Space leaves one out or takes it in again.

    Signals:
        place_shown: The number of the place that has the focus.
    """

    place_shown = Signal(int)

    def __init__(
        self, theme: Theme, heard: str, meant: str, places: Sequence[PlaceLine], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWindowTitle("All places")
        self.setMinimumSize(600, 420)
        title = QLabel(f"“{heard}” → “{meant}”", textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        theme.keep_text(title, "title")
        self.list = QListWidget()
        self.list.setAccessibleName("Places")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        for place in places:
            self.list.addItem(self._item(place))
        self._accept, self._cancel = QPushButton(), QPushButton("Cancel")
        dress(self._accept, kind="primary", keycap="Enter")
        dress(self._cancel, keycap="Esc")
        self._accept.setDefault(True)
        self._lay_out(title)
        self._connect()
        self._on_ticks_changed()
        self.list.setCurrentRow(0)
        self.list.setFocus()

    def _item(self, place: PlaceLine) -> QListWidgetItem:
        # Figure spaces set the times under each other; what is before the words is the first to go.
        time = place.time.rjust(8, FIGURE_SPACE)
        item = QListWidgetItem(f"{time}   … {place.before} “{place.heard}” {place.after} …")
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked)
        item.setFont(self._theme.font("quote"))
        return item

    def _lay_out(self, title: QLabel) -> None:
        self._all, self._none, self._invert = (QPushButton(text) for text in ("All", "None", "Invert"))
        ticks, buttons, layout = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        for button in (self._all, self._none, self._invert):
            dress(button, kind="quiet", dense=True)
            ticks.addWidget(button)
        ticks.addStretch(1)
        buttons.addStretch(1)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._accept)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(title)
        layout.addLayout(ticks)
        layout.addWidget(self.list, 1)
        layout.addLayout(buttons)

    def _connect(self) -> None:
        self._accept.clicked.connect(self.accept)
        self._cancel.clicked.connect(self.reject)
        self._all.clicked.connect(self._on_all_clicked)
        self._none.clicked.connect(self._on_none_clicked)
        self._invert.clicked.connect(self._on_invert_clicked)
        self.list.itemChanged.connect(self._on_ticks_changed)
        self.list.currentRowChanged.connect(self.place_shown)

    @property
    def chosen(self) -> list[int]:
        """The numbers of the places that are ticked."""
        return [n for n in range(self.list.count()) if self.list.item(n).checkState() is Qt.CheckState.Checked]

    def _tick(self, number: int, *, on: bool) -> None:
        self.list.item(number).setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)

    def _on_all_clicked(self) -> None:
        for number in range(self.list.count()):
            self._tick(number, on=True)

    def _on_none_clicked(self) -> None:
        for number in range(self.list.count()):
            self._tick(number, on=False)

    def _on_invert_clicked(self) -> None:
        chosen = set(self.chosen)
        for number in range(self.list.count()):
            self._tick(number, on=number not in chosen)

    def _on_ticks_changed(self) -> None:
        chosen = len(self.chosen)
        self._accept.setText(f"Correct {count(chosen, 'place')}")
        self._accept.setEnabled(chosen > 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._accept.isEnabled():
            self.accept()
            return
        super().keyPressEvent(event)
