"""Compare: two tracks of an episode side by side, at the places where their words differ."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from reviewer.core.wording import count
from reviewer.gui.dialogs.difference_rows import DifferenceDelegate, DifferenceItem, columns
from reviewer.gui.dialogs.line import Line
from reviewer.gui.dialogs.row_list import RowList
from reviewer.gui.dialogs.track_rows import TrackItem
from reviewer.gui.labels import button, label, tip
from reviewer.gui.side.empty import EmptyState
from reviewer.gui.side.paint import PANE
from reviewer.gui.theme import Theme
from reviewer.gui.theme.palette import ROLE_OF_TOKEN


class _Choices(QWidget):
    """The two tracks, each over its column."""

    def __init__(self, theme: Theme, one: QComboBox, other: QComboBox) -> None:
        super().__init__()
        self._theme, self._boxes = theme, (one, other)
        for box in self._boxes:
            box.setParent(self)
        theme.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(self._boxes[0].sizeHint().height() + 12)
        self._place()

    def _place(self) -> None:
        _, *places = columns(self._theme, self.rect())
        height = self._boxes[0].sizeHint().height()
        for box, place in zip(self._boxes, places, strict=True):
            box.setGeometry(place.left(), 0, place.width(), height)

    def resizeEvent(self, _event: object) -> None:
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        time, *_ = columns(self._theme, self.rect())
        painter.setFont(self._theme.font("small_strong"))
        painter.setPen(self._theme.color("ink2"))
        painter.drawText(time.left(), self._boxes[0].height() // 2 + 5, "Time")


class CompareDialog(QDialog):
    """Enter goes to the place in the transcript.

    Signals:
        compare_asked: The ids of the two tracks.
        go_to: The DifferenceItem whose place the transcript is to show.
    """

    compare_asked = Signal(str, str)
    go_to = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Compare tracks")
        self.resize(920, 560)
        self.head: QLabel = label(theme, "heading")
        self.one, self.other = QComboBox(), QComboBox()
        self.one.setAccessibleName("Track at the left")
        self.other.setAccessibleName("Track at the right")
        self.list = RowList(theme, "Places where the words differ", ROLE_OF_TOKEN["paper"])
        self.list.setItemDelegate(DifferenceDelegate(theme, self.list))
        self.same = EmptyState(theme, "circle-check")
        self.waiting = EmptyState(theme, "clock")
        self.waiting.say("Comparing", "Two hours of speech take a moment.")
        self._go, self._close = button("Go to the place", keycap="Enter"), button("Close", keycap="Esc")
        self._lay_out(theme)
        for box in (self.one, self.other):
            box.currentIndexChanged.connect(self._on_choice_changed)
        self.list.taken.connect(self.go_to)
        self._go.clicked.connect(self._on_go_clicked)
        self._close.clicked.connect(self.reject)

    def _lay_out(self, theme: Theme) -> None:
        self._stack = QStackedWidget()
        self._stack.setAutoFillBackground(True)
        self._stack.setBackgroundRole(ROLE_OF_TOKEN["paper"])
        for part in (self.list, self.same, self.waiting):
            self._stack.addWidget(part)
        head, foot, column = QVBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        head.setContentsMargins(PANE, 16, PANE, 12)
        head.addWidget(self.head)
        foot.setContentsMargins(PANE, 12, PANE, 12)
        foot.setSpacing(8)
        foot.addWidget(self._go)
        foot.addStretch(1)
        foot.addWidget(self._close)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(_Choices(theme, self.one, self.other))
        column.addWidget(Line(theme))
        column.addWidget(self._stack, 1)
        column.addWidget(Line(theme))
        column.addLayout(foot)
        for one, following in pairwise((self.one, self.other, self.list, self._go, self._close)):
            self.setTabOrder(one, following)

    # Values in
    def set_tracks(self, tracks: Sequence[TrackItem], one: str, other: str) -> None:
        """What can be compared, and the two that are."""
        for box, chosen in ((self.one, one), (self.other, other)):
            box.blockSignals(True)  # noqa: FBT003 - Qt's
            box.clear()
            for number, track in enumerate(tracks):
                box.addItem(track.called, track.id)
                box.setItemData(number, tip(track.file_name), Qt.ItemDataRole.ToolTipRole)
            box.setCurrentIndex(max(box.findData(chosen), 0))
            box.blockSignals(False)  # noqa: FBT003
        self._on_choice_changed()

    def set_differences(self, items: Sequence[DifferenceItem]) -> None:
        self.list.set_rows(items)
        self.head.setText(f"{count(len(items), 'place')} where the words differ" if items else "The words are the same")
        is_itself = self.one.currentData() == self.other.currentData()
        self.same.say(
            "The same track twice" if is_itself else "No word differs",
            "Choose another track at one side." if is_itself else "Only times, marks or layout may be others.",
        )
        self._stack.setCurrentWidget(self.list if items else self.same)
        self._go.setEnabled(bool(items))
        self.list.setFocus()

    @property
    def pair(self) -> tuple[str, str]:
        """The ids of the tracks at left and right."""
        return str(self.one.currentData()), str(self.other.currentData())

    # What happened
    def _on_choice_changed(self) -> None:
        one, other = self.pair
        if one == other:
            self.set_differences([])
            return
        self.head.setText("Comparing")
        self._stack.setCurrentWidget(self.waiting)
        self._go.setEnabled(False)
        self.compare_asked.emit(one, other)

    def _on_go_clicked(self) -> None:
        if self.list.row is not None:
            self.go_to.emit(self.list.row)
