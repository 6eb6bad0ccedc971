"""The list of tasks: each with its bar, what it does now, and how it ended."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from reviewer.app.progress import Progress
from reviewer.errors import Refused
from reviewer.gui.shell.running import Running
from reviewer.gui.shell.status import StatusBar
from reviewer.gui.shell.task_list import TaskList, TaskRow
from reviewer.gui.tasks import Reporter, Task, Tasks
from reviewer.gui.theme import Theme

ARTEFACTS = Path(__file__).parents[3] / "artefacts"
LEFT = Qt.MouseButton.LeftButton


class Bench:
    """A status bar over tasks that go on until they are let go."""

    def __init__(self, theme: Theme, bot: QtBot) -> None:
        self.tasks, self.bar, self.bot = Tasks(), StatusBar(theme), bot
        self.bar.follow(self.tasks)
        self.bar._show.setInterval(10)
        self.bar.cancel_asked.connect(lambda task: task.cancel())
        bot.addWidget(self.bar)
        self.bar.resize(1_000, 26)
        self.bar.show()
        self._go: list[threading.Event] = []

    def start(self, label: str, *steps: Progress, fault: str = "") -> Task:
        go = threading.Event()
        self._go.append(go)

        def work(reporter: Reporter) -> None:
            reporter.follow(steps)
            go.wait(5)
            if fault:
                raise Refused(fault)

        return self.tasks.start(label, work, _nothing, _nothing)

    def end(self, number: int) -> None:
        running = len(self.tasks.running)
        self._go[number].set()
        self.bot.waitUntil(lambda: len(self.tasks.running) < running)

    def close(self) -> None:
        for go in self._go:
            go.set()
        self.bot.waitUntil(lambda: not self.tasks.running)

    @property
    def rows(self) -> list[TaskRow]:
        return [row for row in self.bar.tasks.findChildren(TaskRow) if not row.isHidden()]


def _nothing(_result: object) -> None:
    """Of no interest here."""


@pytest.fixture
def bench(theme: Theme, qtbot: QtBot) -> Iterator[Bench]:
    bench = Bench(theme, qtbot)
    yield bench
    bench.close()


def test_several_tasks_open_a_list(bench: Bench, qtbot: QtBot) -> None:
    bench.start("Importing 20 files", Progress(12, 20, share=0.5))
    bench.start("Scoring the library", Progress(214, 1_284))
    qtbot.waitUntil(bench.bar._several.isVisible)
    assert bench.bar._several.text() == "2\u00a0tasks"
    assert not bench.bar._cancel.isVisible()
    qtbot.mouseClick(bench.bar._several, LEFT)
    assert bench.bar.tasks.isVisible()
    told = [(row.name.text(), row.told.text(), row.bar.value(), row.bar.maximum()) for row in bench.rows]
    assert told == [("Importing 20 files", "12 of 20", 500, 1_000),
                    ("Scoring the library", "214 of 1,284", 214, 1_284)]  # fmt: skip
    bench.bar.tasks.close()


def test_what_ends_while_it_is_open_is_dismissed_by_hand(bench: Bench, qtbot: QtBot) -> None:
    bench.start("Waveform")
    bench.start("Failing", fault="The disk is full.")
    bench.bar.show_tasks()
    bench.end(0)
    bench.end(1)
    first, second = bench.rows
    assert first.told.text() == "Done in under 1\u00a0s"
    assert second.told.text() == "The disk is full."
    assert bench.bar.tasks._head.text() == "All tasks are done"
    qtbot.mouseClick(first.deed, LEFT)
    assert len(bench.rows) == 1
    qtbot.mouseClick(second.deed, LEFT)
    assert not bench.bar.tasks.isVisible()


def test_a_task_is_cancelled_in_its_row(bench: Bench, qtbot: QtBot) -> None:
    task = bench.start("Importing")
    bench.start("Scoring")
    bench.bar.show_tasks()
    row = bench.rows[0]
    qtbot.mouseClick(row.deed, LEFT)
    assert task.is_cancelled
    assert not row.deed.isEnabled()
    assert row.told.text() == "Ending with the file that is at work"
    bench.end(0)
    assert row.told.text() == "Cancelled"
    bench.bar.tasks.close()


def test_arrows_walk_the_rows_and_escape_closes(bench: Bench, qtbot: QtBot) -> None:
    bench.start("Importing")
    bench.start("Scoring")
    bench.bar.show_tasks()
    tasks = bench.bar.tasks
    qtbot.keyClick(tasks, Qt.Key.Key_Down)
    assert bench.rows[1].deed.hasFocus() or tasks.focusWidget() is bench.rows[1].deed
    qtbot.keyClick(tasks, Qt.Key.Key_Escape)
    assert not tasks.isVisible()


def test_what_ended_while_it_was_closed_is_not_in_it(bench: Bench) -> None:
    bench.start("Importing")
    assert len(bench.rows) == 1
    bench.bar.tasks.show_over(QPoint(0, 300))
    bench.bar.tasks.close()
    bench.end(0)
    assert bench.rows == []


def test_time_left_stands_behind_the_bar(bench: Bench, qtbot: QtBot) -> None:
    task = bench.start("Importing", Progress(1, 2))
    qtbot.waitUntil(bench.bar._work.isVisible)
    running = bench.bar._running[0]
    running.left = "about 1\u00a0min left"
    bench.bar._tell(running)
    assert bench.bar._left.text() == "about 1\u00a0min left"
    assert running.told == "1 of 2, about 1\u00a0min left"
    assert Running(task).told == "At work"


@pytest.mark.parametrize("choice", ["light", "dark", "contrast"])
def test_the_list_is_grabbed(bench: Bench, theme: Theme, choice: str) -> None:
    theme.set_choice(choice)  # type: ignore[arg-type]
    bench.start("Importing", Progress(3, 20))
    ARTEFACTS.mkdir(exist_ok=True)
    tasks: TaskList = bench.bar.tasks
    assert tasks.grab().save(str(ARTEFACTS / f"tasks-{choice}.png"))
