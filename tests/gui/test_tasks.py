"""Work on a worker thread: progress, results, faults, cancel, and an end that waits."""

import threading
import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QThread
from pytestqt.qtbot import QtBot

from reviewer.app.progress import Progress
from reviewer.errors import Refused, ReviewerError
from reviewer.gui.tasks import Reporter, Task, Tasks


class Listener(QObject):
    """What it was told, and on which thread."""

    def __init__(self) -> None:
        super().__init__()
        self.results: list[object] = []
        self.failures: list[ReviewerError] = []
        self.steps: list[Progress] = []
        self.threads: set[QThread] = set()

    def done(self, result: object) -> None:
        self.results.append(result)
        self.threads.add(QThread.currentThread())

    def failed(self, error: ReviewerError) -> None:
        self.failures.append(error)
        self.threads.add(QThread.currentThread())

    def stepped(self, step: Progress) -> None:
        self.steps.append(step)
        self.threads.add(QThread.currentThread())


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    assert qtbot
    tasks = Tasks()
    yield tasks
    tasks.stop()


@pytest.fixture
def listener() -> Listener:
    return Listener()


def wait_for(tasks: Tasks, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not tasks.running, timeout=5_000)


def test_work_runs_elsewhere_and_its_result_comes_here(tasks: Tasks, listener: Listener, qtbot: QtBot) -> None:
    here = threading.get_ident()
    tasks.start("Adding", lambda _reporter: threading.get_ident(), listener.done, listener.failed)
    wait_for(tasks, qtbot)
    assert listener.results[0] != here
    assert listener.threads == {QThread.currentThread()}
    assert not listener.failures


def test_progress_is_told_step_by_step(tasks: Tasks, listener: Listener, qtbot: QtBot) -> None:
    steps = [Progress(n, 3) for n in range(4)]
    go = threading.Event()

    def work(reporter: Reporter) -> str:
        go.wait(5)
        reporter.follow(steps)
        return "all"

    task = tasks.start("Counting", work, listener.done, listener.failed)
    task.progressed.connect(listener.stepped)
    go.set()
    wait_for(tasks, qtbot)
    assert (listener.steps, listener.results) == (steps, ["all"])


def test_a_fault_of_the_user_comes_as_it_is(tasks: Tasks, listener: Listener, qtbot: QtBot) -> None:
    def work(_reporter: Reporter) -> None:
        raise Refused("talk.vtt: empty. Choose another file.")

    tasks.start("Importing", work, listener.done, listener.failed)
    wait_for(tasks, qtbot)
    assert [str(error) for error in listener.failures] == ["talk.vtt: empty. Choose another file."]
    assert not listener.results


def test_a_bug_is_logged_and_told_as_ours(
    tasks: Tasks, listener: Listener, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    tasks.start("Importing", lambda _reporter: 1 // 0, listener.done, listener.failed)
    wait_for(tasks, qtbot)
    assert [str(e) for e in listener.failures] == ["Importing failed: a bug of ours. The log has the particulars."]
    assert "ZeroDivisionError" in caplog.text


def test_a_cancelled_pipeline_stops_between_two_steps(tasks: Tasks, listener: Listener, qtbot: QtBot) -> None:
    reached, go = threading.Event(), threading.Event()
    closed: list[int] = []

    def pipeline() -> Iterator[Progress]:
        try:
            for number in range(1_000):
                yield Progress(number, 1_000)
                reached.set()
                go.wait(5)
        finally:
            closed.append(number)

    task = tasks.start("Importing", lambda reporter: reporter.follow(pipeline()), listener.done, listener.failed)
    assert reached.wait(5)
    task.cancel()
    go.set()
    wait_for(tasks, qtbot)
    assert closed == [1]
    assert listener.results == [None]


def test_stop_cancels_and_waits_for_what_runs_and_what_waits(tasks: Tasks, listener: Listener) -> None:
    ended: list[bool] = []

    def work(reporter: Reporter) -> None:
        while not reporter.is_cancelled:
            time.sleep(0.005)
        ended.append(True)

    for _ in range(4):  # two at once, two that wait for a thread
        tasks.start("Waiting", work, listener.done, listener.failed)
    tasks.stop()
    assert ended == [True] * 4


def test_beginning_and_end_are_told_with_the_task(tasks: Tasks, listener: Listener, qtbot: QtBot) -> None:
    seen: list[tuple[str, Task]] = []
    tasks.started.connect(lambda task: seen.append(("started", task)))
    tasks.ended.connect(lambda task: seen.append(("ended", task)))
    task = tasks.start("Adding", lambda _reporter: None, listener.done, listener.failed)
    with qtbot.waitSignal(task.destroyed, timeout=5_000):
        wait_for(tasks, qtbot)
    assert [(what, of is task) for what, of in seen] == [("started", True), ("ended", True)]
