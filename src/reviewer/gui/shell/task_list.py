"""All tasks, opened from the status bar: each with its bar, how far it is, and Cancel."""

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from reviewer.core.wording import count
from reviewer.errors import ReviewerError
from reviewer.gui.dialogs.line import Line
from reviewer.gui.labels import OneLine, button, label
from reviewer.gui.shell.running import Running
from reviewer.gui.tasks import Task
from reviewer.gui.theme import Theme
from reviewer.gui.theme.kinds import dress

WIDTH, EDGE = 320, 12


class TaskRow(QWidget):
    """One task; when it has ended, how, until it is dismissed.

    Signals:
        cancel_asked: The Task.
        dismissed: This row.
    """

    cancel_asked = Signal(object)
    dismissed = Signal(object)

    def __init__(self, theme: Theme, running: Running) -> None:
        super().__init__()
        self.running, self._has_ended = running, False
        self._fault = ""
        self.name, self.told = OneLine(theme, "interface"), OneLine(theme, "small", "ink2")
        self.name.setText(running.task.label)
        self.bar = QProgressBar(textVisible=False)
        self.bar.setAccessibleName(running.task.label)
        self.deed = button("Cancel", "link")
        self._lay_out(theme)
        self.deed.clicked.connect(self._on_deed_clicked)
        running.task.failed.connect(self._on_failed)
        self.renew()

    def _lay_out(self, theme: Theme) -> None:
        upper, column, whole = QHBoxLayout(), QVBoxLayout(), QVBoxLayout(self)
        upper.setSpacing(8)
        upper.addWidget(self.name, 1)
        upper.addWidget(self.deed)
        column.setContentsMargins(EDGE, 8, EDGE, 10)
        column.setSpacing(5)
        column.addLayout(upper)
        column.addWidget(self.bar)
        column.addWidget(self.told)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(Line(theme))
        whole.addLayout(column)

    def renew(self) -> None:
        """Show the last step."""
        if not self._has_ended:
            self.running.fill(self.bar)
            self.told.setText(self.running.told)

    def end(self) -> None:
        self._has_ended = True
        was_cancelled = self.running.task.is_cancelled
        self.told.setText(self._fault or ("Cancelled" if was_cancelled else f"Done in {self.running.lasted}"))
        if not was_cancelled or self._fault:
            self.bar.setRange(0, 1)
            self.bar.setValue(1)
            dress(self.bar, state="bad" if self._fault else "good")
        self.deed.setText("Dismiss")
        self.deed.setEnabled(True)

    def _on_failed(self, error: ReviewerError) -> None:
        self._fault = str(error)

    def _on_deed_clicked(self) -> None:
        if self._has_ended:
            self.dismissed.emit(self)
            return
        self.deed.setEnabled(False)
        self.cancel_asked.emit(self.running.task)
        self.renew()


class TaskList(QFrame):
    """Closes at Esc and at a click elsewhere; what ended while it was closed is in it no more.

    Signals:
        cancel_asked: The Task.
    """

    cancel_asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._theme = theme
        self._rows: dict[Task, TaskRow] = {}
        self.setAccessibleName("Tasks")
        dress(self, kind="card")
        self._head = label(theme, "heading")
        self._head.setContentsMargins(EDGE, 8, EDGE, 8)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(0)
        self._column.addWidget(self._head)

    # Values in
    def add(self, running: Running) -> None:
        row = TaskRow(self._theme, running)
        row.cancel_asked.connect(self.cancel_asked)
        row.dismissed.connect(self._on_dismissed)
        self._rows[running.task] = row
        self._column.addWidget(row)
        self._count()

    def renew(self, task: Task) -> None:
        self._rows[task].renew()

    def end(self, task: Task) -> None:
        """It stays in sight as done while the list is open."""
        row = self._rows.pop(task)
        row.end()
        if not self.isVisible():
            self._remove(row)
        self._count()

    def show_over(self, place: QPoint) -> None:
        """Open with the lower left corner at a place of the screen."""
        self.adjustSize()
        self.move(place - QPoint(0, self.height()))
        self.show()
        first = next(iter(self._rows.values()), None)
        if first is not None:
            first.deed.setFocus(Qt.FocusReason.PopupFocusReason)

    # What happened
    def _on_dismissed(self, row: TaskRow) -> None:
        self._remove(row)
        if self._column.count() == 1:
            self.close()

    def _remove(self, row: TaskRow) -> None:
        foot = self.geometry().bottomLeft()
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()
        if self.isVisible():
            self.adjustSize()
            self.move(foot - QPoint(0, self.height() - 1))

    def _count(self) -> None:
        self._head.setText(count(len(self._rows), "task") if self._rows else "All tasks are done")

    def hideEvent(self, event: object) -> None:  # noqa: ARG002
        ended = [row for row in self.findChildren(TaskRow) if row not in self._rows.values()]
        for row in ended:
            self._column.removeWidget(row)
            row.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, super().sizeHint().height())
