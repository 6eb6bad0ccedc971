"""The ring is there for the keyboard, round one control at a time."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFocusFrame, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from tests.gui.theme.control_sheet import ControlSheet

from reviewer.gui.theme import Theme
from reviewer.gui.theme.choice import Choice
from reviewer.gui.theme.look import ring


@pytest.fixture
def pair(theme: Theme, qtbot: QtBot) -> tuple[QWidget, QPushButton, QPushButton]:
    window, first, second = QWidget(), QPushButton("Cancel"), QPushButton("Write 3 files")
    layout = QVBoxLayout(window)
    layout.addWidget(first)
    layout.addWidget(second)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    assert theme.name == "light"
    return window, first, second


def shown_rings(window: QWidget) -> list[QFocusFrame]:
    return [frame for frame in window.findChildren(QFocusFrame) if frame.isVisible()]


def test_tab_moves_the_one_ring(pair: tuple[QWidget, QPushButton, QPushButton]) -> None:
    window, first, second = pair
    first.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(window, Qt.Key.Key_Tab)
    assert [ring.widget() for ring in shown_rings(window)] == [second]


def test_a_click_takes_the_focus_and_draws_no_ring(pair: tuple[QWidget, QPushButton, QPushButton]) -> None:
    window, first, second = pair
    first.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.mouseClick(second, Qt.MouseButton.LeftButton)
    assert second.hasFocus()
    assert shown_rings(window) == []


def test_the_ring_stands_off_the_control(pair: tuple[QWidget, QPushButton, QPushButton], theme: Theme) -> None:
    window, first, second = pair
    first.setFocus(Qt.FocusReason.TabFocusReason)
    second.setFocus(Qt.FocusReason.TabFocusReason)
    image, box = window.grab().toImage(), second.geometry()
    x = box.center().x()
    assert image.pixelColor(x, box.top() - 4) == theme.color("accent")
    assert image.pixelColor(x, box.top() - 3) == theme.color("accent")
    assert image.pixelColor(x, box.top() - 2) == theme.color("ground")
    assert image.pixelColor(x, box.top()) == theme.color("edge")


def test_the_ring_goes_with_its_control(pair: tuple[QWidget, QPushButton, QPushButton], qtbot: QtBot) -> None:
    window, first, second = pair
    first.setFocus(Qt.FocusReason.TabFocusReason)
    second.setFocus(Qt.FocusReason.TabFocusReason)
    second.deleteLater()
    qtbot.waitUntil(lambda: len(window.findChildren(QPushButton)) == 1)
    first.clearFocus()
    first.setFocus(Qt.FocusReason.TabFocusReason)
    assert [ring.widget() for ring in shown_rings(window)] == [first]


def test_fields_carry_the_ring_on_their_edge(sheet: ControlSheet, qtbot: QtBot) -> None:
    sheet.activateWindow()
    qtbot.waitUntil(sheet.isActiveWindow)
    sheet.field.setFocus(Qt.FocusReason.TabFocusReason)
    image = sheet.field.grab().toImage()
    accent = sheet.theme.color("accent")
    middle = image.width() // 2
    assert (image.pixelColor(middle, 0), image.pixelColor(middle, 1)) == (accent, accent)
    assert image.pixelColor(middle, 2) == sheet.theme.color("raised")
    assert not shown_rings(sheet)


@pytest.mark.parametrize("choice", ["light", "dark", "contrast"])
def test_the_ring_of_a_chosen_row_differs_from_its_ground(theme: Theme, choice: Choice) -> None:
    theme.set_choice(choice)
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(theme.color("accent_soft"))
    painter = QPainter(image)
    ring(theme, painter, QRect(0, 0, 40, 40), 0, is_chosen=True)
    painter.end()
    assert image.pixelColor(1, 20) != theme.color("accent_soft")
