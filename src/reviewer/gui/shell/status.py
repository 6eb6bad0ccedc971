"""The status bar: saved state, the running task, lexicon, library file, text size. It never shows advice."""

from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QSizePolicy, QWidget

from reviewer.app.progress import Progress
from reviewer.gui.tasks import Task, Tasks
from reviewer.gui.theme import Theme
from reviewer.gui.theme.kinds import dress

SHOW_AFTER_MS = 400  # work that is done sooner flashes nothing
HEIGHT = 26


class StatusBar(QWidget):
    """One line at the foot of the window.

    Signals:
        cancel_asked: The Task to cancel.
    """

    cancel_asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tasks: list[Task] = []  # that run; the last is shown
        self._tick, self._saved, self._work = QLabel(), QLabel("Nothing to save"), QLabel()
        self._bar = QProgressBar(textVisible=False)
        self._cancel = QPushButton("Cancel")
        self._lexicon, self._library, self._size = QLabel(), QLabel(), QLabel()
        self._show = QTimer(self, interval=SHOW_AFTER_MS, singleShot=True)
        self._show.timeout.connect(self._on_task_lasts)
        self._cancel.clicked.connect(self._on_cancel_clicked)
        self._build()
        theme.changed.connect(self._on_theme_changed)

    def _build(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._bar.setFixedWidth(96)
        dress(self._cancel, kind="link", dense=True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 0, 16, 0)
        layout.setSpacing(8)
        for label in (self._saved, self._work, self._lexicon, self._library, self._size):
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
        return self._work, self._bar, self._cancel

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
    def _task(self) -> Task | None:
        return self._tasks[-1] if self._tasks else None

    # What happened
    def _on_task_started(self, task: Task) -> None:
        self._tasks.append(task)
        task.progressed.connect(self._on_progressed)
        self._show.start()

    def _on_progressed(self, progress: Progress) -> None:
        if self._task is None or self.sender() is not self._task:
            return
        self._bar.setRange(0, progress.total)
        self._bar.setValue(progress.done)
        several = f", {progress.done:,} of {progress.total:,}" if progress.total > 1 else ""
        self._work.setText(self._task.label + several)

    def _on_task_lasts(self) -> None:
        if self._task is None:
            return
        if not self._work.text():
            self._work.setText(self._task.label)
            self._bar.setRange(0, 0)
        for part in self._task_parts:
            part.show()

    def _on_task_ended(self, task: Task) -> None:
        was_shown = task is self._task
        self._tasks.remove(task)
        if not was_shown:
            return
        self._work.clear()
        if self._tasks:
            self._show.start()
            return
        self._show.stop()
        for part in self._task_parts:
            part.hide()

    def _on_cancel_clicked(self) -> None:
        if self._task is not None:
            self.cancel_asked.emit(self._task)

    def _on_theme_changed(self) -> None:
        self.setFixedHeight(self._theme.scaled(HEIGHT))
        self._tick.setPixmap(self._theme.pixmap("check", "good", 14, self.devicePixelRatioF()))
        self._size.setText(f"Text {self._theme.zoom}\u00a0%")

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, 0, self.width(), 1, self._theme.color("line"))
