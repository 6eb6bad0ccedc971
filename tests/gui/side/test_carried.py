"""Corrections of an older version in the Corrections tab: never hidden, laid, withdrawn, gone to."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.gui.dialogs.caption_samples import CARRIED, HOSTILE, TODAY
from tests.gui.side.conftest import Show
from tests.gui.side.side_samples import groups

from reviewer.gui.side import CorrectionsPane
from reviewer.gui.side.carried_rows import CarriedItem, SettledHead, carried_rows
from reviewer.gui.theme import Theme

ARTEFACTS = Path(__file__).parents[3] / "artefacts"
Key = Qt.Key


@pytest.fixture
def pane(theme: Theme, show: Show) -> CorrectionsPane:
    made = CorrectionsPane(theme)
    show(made)
    made.set_groups(groups(), today=TODAY)
    made.set_carried(CARRIED)
    made.list.setFocus()
    return made


def test_they_stand_below_the_others_and_are_named_above_them(pane: CorrectionsPane) -> None:
    told = [row.spoken for row in pane.list.rows.rows]
    assert told[4] == "Fit no longer, 2"
    assert told[-1] == "1\u00a0correction settled by the file, closed"
    assert pane.unfit.text() == "2 fit no longer"
    QTest.mouseClick(pane.unfit, Qt.MouseButton.LeftButton)
    assert pane.current_carried is CARRIED[0]


@pytest.mark.parametrize("choice", ["light", "dark", "contrast"])
def test_the_pane_is_grabbed(pane: CorrectionsPane, theme: Theme, choice: str) -> None:
    theme.set_choice(choice)  # type: ignore[arg-type]
    pane.show_unfit()
    ARTEFACTS.mkdir(exist_ok=True)
    assert pane.grab().save(str(ARTEFACTS / f"corrections-carried-{choice}.png"))


@pytest.mark.parametrize(("key", "signal"), [(Key.Key_Delete, "withdraw_carried_asked"), (Key.Key_Return, "go_to_old")])
def test_a_key_acts_on_the_open_one(pane: CorrectionsPane, qtbot: QtBot, key: Key, signal: str) -> None:
    pane.show_unfit()
    with qtbot.waitSignal(getattr(pane, signal)) as asked, qtbot.assertNotEmitted(pane.withdraw_asked):
        QTest.keyClick(pane.list, key)
    assert asked.args == [CARRIED[0]]


def test_it_is_laid_on_words_that_are_selected(pane: CorrectionsPane, qtbot: QtBot) -> None:
    pane.show_unfit()
    assert not pane.panel.lay.isEnabled()
    assert pane.panel.lay.toolTip() == "Select the words in the transcript first"
    pane.set_selection(True)
    with qtbot.waitSignal(pane.lay_asked) as asked:
        QTest.mouseClick(pane.panel.lay, Qt.MouseButton.LeftButton)
    assert asked.args == [CARRIED[0]]


def test_the_settled_ones_open_and_close(pane: CorrectionsPane, qtbot: QtBot) -> None:
    QTest.keyClick(pane.list, Key.Key_End)
    assert pane.panel.show_settled.text() == "Show"
    QTest.mouseClick(pane.panel.show_settled, Qt.MouseButton.LeftButton)
    assert isinstance(pane.list.row, SettledHead)
    QTest.keyClick(pane.list, Key.Key_Down)
    assert pane.current_carried is CARRIED[2]
    assert not pane.panel.lay.isVisible()
    with qtbot.assertNotEmitted(pane.withdraw_carried_asked):
        QTest.keyClick(pane.list, Key.Key_Delete)
    QTest.keyClick(pane.list, Key.Key_Up)
    QTest.keyClick(pane.list, Key.Key_Return)
    assert pane.panel.show_settled.text() == "Show"


def test_the_filter_finds_them_too(pane: CorrectionsPane) -> None:
    QTest.keyClicks(pane.filter, "emmy")
    assert [row.edit for row in pane.list.rows.rows if isinstance(row, CarriedItem)] == ["e2"]


def test_without_other_corrections_they_are_in_sight(theme: Theme, show: Show) -> None:
    pane = CorrectionsPane(theme)
    show(pane)
    pane.set_carried(CARRIED[:1])
    assert pane.list.isVisible()
    assert pane.current_carried is CARRIED[0]
    assert pane.panel.go_to.text() == "Go to 38:19"
    pane.set_carried([])
    assert pane.empty.isVisible()
    assert not pane.unfit.isVisible()


def test_hostile_text_is_painted_as_text(pane: CorrectionsPane) -> None:
    pane.set_carried([CarriedItem("x", HOSTILE, HOSTILE * 20, None, 0, HOSTILE, HOSTILE, HOSTILE, TODAY)])
    pane.show_unfit()
    assert not pane.grab().isNull()
    assert carried_rows([], shows_settled=True) == []
