"""Work that would block the window, done on a worker thread with progress and cancel.

The task object lives on the main thread and owns the signals; the runnable only borrows them, since a pool destroys
its runnables on a worker thread.
"""

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from reviewer.app.progress import Progress
from reviewer.errors import ReviewerError
from reviewer.log import logger


class Reporter:
    """What the work may say and ask while it runs; called from the worker thread."""

    def __init__(self, task: "Task") -> None:
        self._task = task

    @property
    def is_cancelled(self) -> bool:
        return self._task.is_cancelled

    def follow(self, steps: Iterable[Progress]) -> None:
        """Run a pipeline to its end, or to the step at which the task was cancelled."""
        for step in steps:
            self._task.progressed.emit(step)
            if self.is_cancelled:
                break


Work = Callable[[Reporter], Any]


class Task(QObject):
    """One piece of background work.

    Signals:
        progressed: A Progress.
        finished: What the work returned.
        failed: The ReviewerError that ended it; a bug is logged and comes as a ReviewerError that says so.
        ended: After either of them.
    """

    progressed = Signal(object)
    finished = Signal(object)
    failed = Signal(object)
    ended = Signal()

    def __init__(self, label: str, work: Work, parent: QObject) -> None:
        super().__init__(parent)
        self.label, self.work = label, work
        self.is_cancelled = False

    def cancel(self) -> None:
        self.is_cancelled = True


class _Runnable(QRunnable):
    def __init__(self, task: Task) -> None:
        super().__init__()
        self._task = task

    def run(self) -> None:
        task = self._task
        try:
            result = task.work(Reporter(task))
        except ReviewerError as error:
            task.failed.emit(error)
        except Exception:  # noqa: BLE001 — where background work ends
            logger("tasks").exception("%s failed", task.label)
            task.failed.emit(ReviewerError(f"{task.label} failed: a bug of ours. The log has the particulars."))
        else:
            task.finished.emit(result)
        task.ended.emit()


class Tasks(QObject):
    """The tasks that run, and the threads that they run on.

    Signals:
        started: A Task.
        ended: A Task.
    """

    started = Signal(object)
    ended = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(2)
        self.running: list[Task] = []

    def start(
        self, label: str, work: Work, done: Callable[[Any], None], failed: Callable[[ReviewerError], None]
    ) -> Task:
        """Begin; `done` or `failed` is called on the main thread."""
        task = Task(label, work, self)
        task.finished.connect(done)
        task.failed.connect(failed)
        task.ended.connect(self._on_ended)
        self.running.append(task)
        self.started.emit(task)
        self._pool.start(_Runnable(task))
        return task

    def _on_ended(self) -> None:
        task = self.sender()
        if isinstance(task, Task):
            self.running.remove(task)
            self.ended.emit(task)
            task.deleteLater()

    def stop(self) -> None:
        """Cancel what runs and wait for it: nothing of it is left half done."""
        for task in self.running:
            task.cancel()
        self._pool.waitForDone()
