"""What shows while files are dragged over the window."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from pytestqt.qtbot import QtBot

from reviewer.gui.main_window import MainWindow
from reviewer.gui.theme import Theme

NO_KEY, LEFT, COPY = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton, Qt.DropAction.CopyAction


@pytest.fixture
def window(theme: Theme, qtbot: QtBot, tmp_path: Path) -> MainWindow:
    window = MainWindow(theme, tmp_path / "library.sqlite")
    qtbot.addWidget(window)
    window.show()
    return window


def enter(window: MainWindow, data: QMimeData) -> bool:
    window.dragEnterEvent(QDragEnterEvent(QPoint(5, 5), COPY, data, LEFT, NO_KEY))
    return window._drop_sign.isVisible()


def files() -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/somewhere/talk.vtt")])
    return data


def test_files_that_are_dragged_over_the_window_show_a_sign_until_they_leave(window: MainWindow) -> None:
    data = files()
    assert enter(window, data)
    assert window._drop_sign.size() == window.size()
    window.dragLeaveEvent(QDragLeaveEvent())
    assert not window._drop_sign.isVisible()


def test_a_drop_takes_the_sign_away(window: MainWindow, qtbot: QtBot) -> None:
    data = files()
    assert enter(window, data)
    with qtbot.waitSignal(window.paths_dropped):
        window.dropEvent(QDropEvent(QPointF(5, 5), COPY, data, LEFT, NO_KEY))
    assert not window._drop_sign.isVisible()


def test_what_can_not_be_imported_shows_none(window: MainWindow) -> None:
    data = QMimeData()
    data.setText("words")
    assert not enter(window, data)
