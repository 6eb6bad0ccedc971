"""The status bar: what runs, shown from 400 ms on, the last begun first."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reviewer.app.progress import Progress
from reviewer.gui.shell.status import StatusBar
from reviewer.gui.tasks import Reporter, Task, Tasks
from reviewer.gui.theme import Theme


@pytest.fixture
def tasks(qtbot: QtBot) -> Tasks:
    assert qtbot
    return Tasks()


@pytest.fixture
def bar(theme: Theme, tasks: Tasks, qtbot: QtBot) -> StatusBar:
    bar = StatusBar(theme)
    bar.follow(tasks)
    bar._show.setInterval(30)
    qtbot.addWidget(bar)
    bar.show()
    return bar


def start(tasks: Tasks, label: str, go: threading.Event, *steps: Progress) -> Task:
    def work(reporter: Reporter) -> None:
        reporter.follow(steps)
        go.wait(5)

    return tasks.start(label, work, _nothing, _nothing)


def _nothing(_result: object) -> None:
    """Of no interest here."""


def end(tasks: Tasks, *events: threading.Event) -> Callable[[], bool]:
    for event in events:
        event.set()
    return lambda: not tasks.running


def test_short_work_flashes_nothing(bar: StatusBar, tasks: Tasks, qtbot: QtBot) -> None:
    bar._show.setInterval(10_000)
    go = threading.Event()
    start(tasks, "Importing", go, Progress(1, 2))
    qtbot.wait(30)
    assert not bar._work.isVisible()
    qtbot.waitUntil(end(tasks, go))


def test_work_that_lasts_shows_its_count_and_goes(bar: StatusBar, tasks: Tasks, qtbot: QtBot) -> None:
    go = threading.Event()
    start(tasks, "Importing", go, Progress(3, 1_200))
    qtbot.waitUntil(bar._work.isVisible)
    assert bar._work.text() == "Importing, 3 of 1,200"
    assert (bar._bar.value(), bar._bar.maximum()) == (3, 1_200)
    qtbot.waitUntil(end(tasks, go))
    assert not any(part.isVisible() for part in bar._task_parts)


def test_an_older_task_is_shown_again_when_the_newer_ends(bar: StatusBar, tasks: Tasks, qtbot: QtBot) -> None:
    older, newer = threading.Event(), threading.Event()
    first = start(tasks, "Importing", older, Progress(3, 4))
    start(tasks, "Looking for names", newer)
    qtbot.waitUntil(lambda: bar._work.text() == "Looking for names")
    first.progressed.emit(Progress(4, 4))
    assert bar._work.text() == "Looking for names"
    newer.set()
    qtbot.waitUntil(lambda: bar._work.text() == "Importing, 4 of 4")
    with qtbot.waitSignal(bar.cancel_asked) as asked:
        qtbot.mouseClick(bar._cancel, Qt.MouseButton.LeftButton)
    assert asked.args == [first]
    qtbot.waitUntil(end(tasks, older))
    assert not bar._work.isVisible()


def test_cancel_stays_where_it_is_whatever_is_told_beside_it(bar: StatusBar, tasks: Tasks, qtbot: QtBot) -> None:
    bar.resize(1_400, bar.height())
    go = threading.Event()
    task = start(tasks, "Importing talks", go, Progress(3, 1_200))
    qtbot.waitUntil(bar._cancel.isVisible)
    places = set()
    for done, left in ((3, ""), (99, "about 5\u00a0s left"), (1_200, "about 45\u00a0min left"), (1_200, "")):
        task.progressed.emit(Progress(done, 1_200))
        bar._left.setText(left)
        qtbot.wait(5)
        places.add(bar._cancel.x())
    assert len(places) == 1
    qtbot.waitUntil(end(tasks, go))


def test_the_bar_has_its_words_when_the_newer_task_ends(bar: StatusBar, tasks: Tasks, qtbot: QtBot) -> None:
    older, newer = threading.Event(), threading.Event()
    start(tasks, "Importing", older, Progress(3, 4))
    start(tasks, "Looking for names", newer)
    qtbot.waitUntil(lambda: bar._work.text() == "Looking for names")
    bar._show.setInterval(10_000)
    newer.set()
    qtbot.waitUntil(lambda: bar._work.text() == "Importing, 3 of 4")
    qtbot.waitUntil(end(tasks, older))


def test_library_lexicon_and_size_stand_at_the_right(bar: StatusBar, theme: Theme) -> None:
    bar.set_library(Path("/a/library.sqlite"), is_read_only=True)
    bar.set_lexicon("Lexicon general-ai 1.2")
    bar.set_saved("Saved 21:14")
    theme.set_zoom(120)
    assert bar._library.text() == "library.sqlite, read only"
    assert bar._size.text() == "Text 120\u00a0%"
    assert bar._saved.text() == "Saved 21:14"
