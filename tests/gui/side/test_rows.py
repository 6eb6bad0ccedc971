"""The model under the lists, and the list whose current row is open."""

from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.gui.side.conftest import Show
from tests.gui.side.side_samples import cards

from reviewer.gui.side import NamesPane
from reviewer.gui.side.rows import RowsModel
from reviewer.gui.side.views import Heading, in_lanes
from reviewer.gui.theme import Theme


def test_the_model_is_sound(qtmodeltester: Any, qapp: QObject) -> None:
    model = RowsModel(qapp, (Heading,))
    qtmodeltester.check(model)
    model.set_rows(in_lanes(cards()))
    qtmodeltester.check(model)


def test_rows_speak_and_headings_can_not_be_chosen(qapp: QObject) -> None:
    model = RowsModel(qapp, (Heading,))
    model.set_rows(in_lanes(cards()))
    assert model.data(model.index(0)) == "Sure, 3"
    assert "holden institute, meant Halden Institute, 0.95, 11\u00a0places" in model.data(model.index(1))
    assert [model.is_choice(number) for number in (-1, 0, 1, 99)] == [False, False, True, False]


def test_the_panel_stays_on_its_row(theme: Theme, show: Show, qtbot: QtBot) -> None:
    pane = NamesPane(theme)
    show(pane)
    pane.set_cards(cards())
    pane.resize(376, 320)
    qtbot.wait(1)
    pane.list.verticalScrollBar().setValue(40)
    row = pane.list.visualRect(pane.list.currentIndex())
    assert row.top() < 0
    assert pane.card.geometry() == pane.list.panel_rect(row)


def test_a_pressed_pointer_that_moves_opens_nothing_more(theme: Theme, show: Show) -> None:
    pane = NamesPane(theme)
    show(pane)
    pane.set_cards(cards())
    view = pane.list.viewport()
    second = pane.list.visualRect(pane.list.rows.index(2)).center()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=second)
    for y in range(0, view.height(), 20):
        QTest.mouseMove(view, second.__class__(second.x(), y))
    assert pane.current == pane.cards[1]


def test_home_and_end_open_the_first_and_the_last_card(theme: Theme, show: Show) -> None:
    pane = NamesPane(theme)
    show(pane)
    pane.set_cards(cards())
    pane.list.setFocus()
    QTest.keyClick(pane.list, Qt.Key.Key_End)
    assert pane.current == pane.cards[-1]
    QTest.keyClick(pane.list, Qt.Key.Key_Home)
    assert pane.current == pane.cards[0]
    QTest.keyClick(pane.list, Qt.Key.Key_PageDown)
    assert pane.current == pane.cards[-1]
