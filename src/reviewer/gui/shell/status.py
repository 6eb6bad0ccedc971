"""The status bar: saved state, the running task, lexicon, library file, text size. It never shows advice."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QSizePolicy, QWidget

from reviewer.app.progress import Progress
from reviewer.core.wording import NO_BREAK, count
from reviewer.gui.shell.running import Running
from reviewer.gui.tasks import Task, Tasks
from reviewer.gui.theme import Theme
from reviewer.gui.theme.kinds import dress

if TYPE_CHECKING:
    from reviewer.gui.shell.task_list import TaskList

SHOW_AFTER_MS = 400  # work that is done sooner flashes nothing
HEIGHT = 26
WIDEST_LEFT = f"about 45{NO_BREAK}min left"
ROUNDING = 2  # pixels by which a label measures a text wider than its font does


class StatusBar(QWidget):
    """One line at the foot of the window.

    Signals:
        cancel_asked: The Task to cancel.
    """

    cancel_asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._running: list[Running] = []  # the last is shown
        self._list: TaskList | None = None
        self._tick, self._saved, self._work = QLabel(), QLabel("Nothing to save"), QLabel()
        self._bar, self._left = QProgressBar(textVisible=False), QLabel()
        self._cancel, self._several = QPushButton("Cancel"), QPushButton()
        self._lexicon, self._library, self._size = QLabel(), QLabel(), QLabel()
        self._show = QTimer(self, interval=SHOW_AFTER_MS, singleShot=True)
        self._show.timeout.connect(self._on_task_lasts)
        self._cancel.clicked.connect(self._on_cancel_clicked)
        self._several.clicked.connect(self.show_tasks)
        self._build()
        theme.changed.connect(self._on_theme_changed)

    def _build(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._bar.setFixedWidth(96)
        for button in (self._cancel, self._several):
            dress(button, kind="link", dense=True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 0, 16, 0)
        layout.setSpacing(8)
        for label in (self._saved, self._work, self._left, self._lexicon, self._library, self._size):
            self._theme.keep_text(label, "small", "ink2")
        for label in (self._tick, self._saved):
            layout.addWidget(label)
        layout.addSpacing(16)
        for part in self._task_parts:
            layout.addWidget(part)
            part.hide()
        layout.addStretch(1)
        for label in (self._lexicon, self._library, self._size):
            layout.addWidget(label)
            layout.addSpacing(8)
        self._on_theme_changed()

    @property
    def _task_parts(self) -> tuple[QWidget, ...]:
        return self._work, self._bar, self._left, self._cancel, self._several

    # Values in
    def set_saved(self, text: str) -> None:
        self._saved.setText(text)

    def set_lexicon(self, text: str) -> None:
        self._lexicon.setText(text)

    def set_library(self, path: Path, *, is_read_only: bool) -> None:
        self._library.setText(path.name + (", read only" if is_read_only else ""))
        self._library.setToolTip(str(path))

    def follow(self, tasks: Tasks) -> None:
        """Show what runs."""
        tasks.started.connect(self._on_task_started)
        tasks.ended.connect(self._on_task_ended)

    @property
    def _shown(self) -> Running | None:
        return self._running[-1] if self._running else None

    @property
    def tasks(self) -> "TaskList":
        """Made when several tasks run for the first time, or when it is asked for."""
        if self._list is None:
            from reviewer.gui.shell.task_list import TaskList

            self._list = TaskList(self._theme, self)
            self._list.cancel_asked.connect(self.cancel_asked)
            for running in self._running:
                self._list.add(running)
        return self._list

    def show_tasks(self) -> None:
        """The list of all that runs, over the word that opens it."""
        self.tasks.show_over(self.mapToGlobal(QPoint(self._work.x(), -4)))

    # What happened
    def _on_task_started(self, task: Task) -> None:
        running = Running(task)
        self._running.append(running)
        if self._list is not None:
            self._list.add(running)
        task.progressed.connect(self._on_progressed)
        self._show.start()

    def _on_progressed(self, progress: Progress) -> None:
        running = next((one for one in self._running if one.task is self.sender()), None)
        if running is None:
            return
        running.take(progress)
        if self._list is not None:
            self._list.renew(running.task)
        if running is self._shown:
            self._tell(running)

    def _tell(self, running: Running) -> None:
        running.fill(self._bar)
        self._work.setText(", ".join(part for part in (running.task.label, running.counted) if part))
        self._left.setText(running.left)
        self._keep_room(running)

    def _keep_room(self, running: Running) -> None:
        """What grows, and what comes and goes, moves nothing that is pressed."""
        metrics = QFontMetrics(self._theme.font("small"))
        self._work.setMinimumWidth(metrics.horizontalAdvance(f"{running.task.label}{running.widest}") + ROUNDING)
        self._left.setFixedWidth(metrics.horizontalAdvance(WIDEST_LEFT))

    def _on_task_lasts(self) -> None:
        if self._shown is None:
            return
        self._tell(self._shown)
        for part in (self._work, self._bar, self._left):
            part.show()
        self._show_deed()

    def _show_deed(self) -> None:
        """One task is cancelled here, several in their list."""
        self._several.setText(count(len(self._running), "task"))
        self._several.setVisible(len(self._running) > 1)
        self._cancel.setVisible(len(self._running) == 1)
        self._cancel.setEnabled(self._shown is not None and not self._shown.task.is_cancelled)

    def _on_task_ended(self, task: Task) -> None:
        running = next(one for one in self._running if one.task is task)
        was_shown = running is self._shown
        self._running.remove(running)
        if self._list is not None:
            self._list.end(task)
        if self._running and (self._cancel.isVisible() or self._several.isVisible()):
            self._show_deed()
        if not was_shown:
            return
        if self._shown is not None:
            if self._bar.isVisible():  # a bar is never without its words
                self._tell(self._shown)
            self._show.start()
            return
        self._work.clear()
        self._show.stop()
        for part in self._task_parts:
            part.hide()

    def _on_cancel_clicked(self) -> None:
        if self._shown is not None:
            self._cancel.setEnabled(False)
            self.cancel_asked.emit(self._shown.task)

    def _on_theme_changed(self) -> None:
        self.setFixedHeight(self._theme.scaled(HEIGHT))
        self._tick.setPixmap(self._theme.pixmap("check", "good", 14, self.devicePixelRatioF()))
        self._size.setText(f"Text {self._theme.zoom}\u00a0%")

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, 0, self.width(), 1, self._theme.color("line"))
