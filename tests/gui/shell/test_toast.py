"""The toast: one at a time, gone by itself or dismissed, over the foot of its host."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reviewer.gui.shell.toast import LASTS_MS, MARGIN, Toast
from reviewer.gui.theme import Theme


@pytest.fixture
def host(theme: Theme, qtbot: QtBot) -> QWidget:
    assert theme.name
    host = QWidget()
    host.resize(700, 400)
    qtbot.addWidget(host)
    host.show()
    return host


@pytest.fixture
def toast(theme: Theme, host: QWidget) -> Toast:
    toast = Toast(theme, host)
    toast._timer.setInterval(60)
    return toast


def test_it_lasts_six_seconds(theme: Theme, host: QWidget) -> None:
    assert Toast(theme, host)._timer.interval() == LASTS_MS == 6_000


def test_what_is_done_goes_by_itself(toast: Toast, qtbot: QtBot) -> None:
    toast.tell("Corrected 3 places.", can_undo=True)
    assert toast.isVisible()
    assert toast.accessibleName() == "Corrected 3 places."
    qtbot.waitUntil(toast.isHidden, timeout=2_000)


def test_it_stays_while_it_is_pointed_at(toast: Toast, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(toast, "underMouse", lambda: True)
    toast.tell("Corrected 3 places.", can_undo=True)
    qtbot.wait(150)
    assert toast.isVisible()
    monkeypatch.undo()
    qtbot.waitUntil(toast.isHidden, timeout=2_000)


def test_a_fault_stays_until_it_is_dismissed(toast: Toast, qtbot: QtBot) -> None:
    toast.tell("Done.", can_undo=True)
    toast.complain("talk.vtt, line 3: this is no caption time.")
    qtbot.wait(150)
    assert toast.isVisible()
    assert not toast._undo.isVisible()
    qtbot.mouseClick(toast._close, Qt.MouseButton.LeftButton)
    assert toast.isHidden()


def test_undo_is_asked_once(toast: Toast, qtbot: QtBot) -> None:
    toast.tell("Corrected 3 places.", can_undo=True)
    with qtbot.waitSignal(toast.undo_asked):
        qtbot.mouseClick(toast._undo, Qt.MouseButton.LeftButton)
    assert toast.isHidden()
    toast.tell("Saved.", can_undo=False)
    assert not toast._undo.isVisible()


def test_an_outdated_toast_offers_no_undo(toast: Toast) -> None:
    toast.tell("Corrected 3 places.", can_undo=True)
    toast.outdate()
    assert toast.isVisible()
    assert not toast._undo.isVisible()


def test_markup_in_a_message_is_text(toast: Toast) -> None:
    toast.complain("<b>talk</b>.vtt: <img src=x>")
    assert toast._text.textFormat() is Qt.TextFormat.PlainText


@pytest.mark.parametrize(("width", "height"), [(1_000, 300), (320, 500)])
def test_it_stands_in_the_middle_of_the_foot_whatever_the_size(
    toast: Toast, host: QWidget, width: int, height: int
) -> None:
    toast.tell("A long message that may need more than one line of a narrow window. " * 2, can_undo=True)
    host.resize(width, height)
    QTest.qWait(1)
    assert host.rect().contains(toast.geometry())
    assert abs(toast.geometry().center().x() - width // 2) <= 1
    assert toast.geometry().bottomLeft() - QPoint(0, height - MARGIN - 1) == QPoint(toast.x(), 0)


def test_what_came_can_be_opened(toast: Toast, qtbot: QtBot) -> None:
    toast.tell("Imported 2 cues.", can_undo=False, opens="storms")
    with qtbot.waitSignal(toast.open_asked) as asked:
        QTest.mouseClick(toast._open, Qt.MouseButton.LeftButton)
    assert asked.args == ["storms"]
    toast.complain("Refused.")
    assert not toast._open.isVisible()


def test_what_is_told_in_short_can_be_seen_whole(toast: Toast, qtbot: QtBot) -> None:
    toast.tell("Imported 3 episodes.", can_undo=False, has_more=True)
    with qtbot.waitSignal(toast.all_asked):
        QTest.mouseClick(toast._all, Qt.MouseButton.LeftButton)
    assert toast.isHidden()
    toast.complain("Refused.", has_more=True)
    assert toast._all.isVisible()
    toast.tell("Done.", can_undo=False)
    assert not toast._all.isVisible()
