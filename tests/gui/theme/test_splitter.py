"""Panes are parted by one line that is easy to grab."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reviewer.gui.theme import Theme
from reviewer.gui.theme.splitter import PaneSplitter


def shown(orientation: Qt.Orientation, qtbot: QtBot) -> PaneSplitter:
    splitter = PaneSplitter(orientation)
    for _ in range(2):
        pane = QWidget()
        pane.setMinimumSize(40, 40)
        splitter.addWidget(pane)
    qtbot.addWidget(splitter)
    splitter.resize(201, 201)
    splitter.show()
    return splitter


def test_the_line_takes_one_pixel_and_eight_can_be_grabbed(theme: Theme, qtbot: QtBot) -> None:
    assert theme.name == "light"
    level = shown(Qt.Orientation.Horizontal, qtbot)
    assert sum(level.sizes()) == 200
    assert level.handle(1).width() == 8
    upright = shown(Qt.Orientation.Vertical, qtbot)
    assert sum(upright.sizes()) == 200
    assert upright.handle(1).height() == 8


def test_the_line_has_the_colour_of_lines_and_nothing_beside_it_has(theme: Theme, qtbot: QtBot) -> None:
    image = shown(Qt.Orientation.Horizontal, qtbot).grab().toImage()
    found = [x for x in range(image.width()) if image.pixelColor(x, 90) == theme.color("line")]
    assert len(found) == 1


def test_the_handle_can_be_dragged_from_its_rim(theme: Theme, qtbot: QtBot) -> None:
    assert theme.name == "light"
    splitter = shown(Qt.Orientation.Horizontal, qtbot)
    handle, before = splitter.handle(1), splitter.sizes()
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=QPoint(1, 20))
    QTest.mouseMove(handle, QPoint(31, 20))
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=QPoint(1, 20))
    assert splitter.sizes() != before
