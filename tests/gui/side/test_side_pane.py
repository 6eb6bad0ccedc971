"""The four tabs together."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.gui.side.conftest import Show
from tests.gui.side.side_samples import cards, slice_score

from reviewer.gui.side import SidePane
from reviewer.gui.theme import Theme


@pytest.fixture
def pane(theme: Theme, show: Show) -> SidePane:
    made = SidePane(theme)
    show(made)
    return made


@pytest.mark.parametrize("name", ["slice", "assessment", "corrections"])
def test_a_tab_is_shown_by_name(pane: SidePane, qtbot: QtBot, name: str) -> None:
    with qtbot.waitSignal(pane.tab_shown) as told:
        pane.show_tab(name)
    assert told.args == [name]
    assert pane.tab == name
    assert getattr(pane, name).isVisible()
    assert not pane.names.isVisible()


def test_an_unknown_tab_is_a_bug(pane: SidePane) -> None:
    with pytest.raises(KeyError):
        pane.show_tab("related")


def test_the_first_tab_counts_the_cards(pane: SidePane) -> None:
    pane.names.set_cards(cards())
    assert pane.tabs.tabText(0) == "Names 5"
    pane.names.list.setFocus()
    QTest.keyClick(pane.names.list, Qt.Key.Key_N)
    assert pane.tabs.tabText(0) == "Names 4"
    pane.names.set_cards([])
    assert pane.tabs.tabText(0) == "Names"


def test_the_keyboard_goes_where_it_was_sent(pane: SidePane) -> None:
    pane.names.set_cards(cards())
    pane.slice.set_slice(slice_score(), 104, what_if=(), lexicon_line="", stretch_text="")
    for name, stop in (
        ("slice", pane.slice.terms),
        ("names", pane.names.list),
        ("assessment", pane.assessment.ui.why_this_matters),
        ("corrections", pane.corrections.filter),
    ):
        pane.show_tab(name, focus=True)
        if stop.isVisible():
            assert stop.hasFocus(), name


def test_arrows_walk_the_tabs(pane: SidePane) -> None:
    pane.tabs.setFocus()
    QTest.keyClick(pane.tabs, Qt.Key.Key_Right)
    assert pane.tab == "slice"


@pytest.mark.parametrize("width", [376, 400])
def test_all_tabs_fit(pane: SidePane, width: int) -> None:
    pane.names.set_cards(cards())
    pane.resize(width, 700)
    assert pane.tabs.sizeHint().width() <= width - 8


def test_leaving_the_assessment_tells_what_was_typed(pane: SidePane, qtbot: QtBot) -> None:
    pane.show_tab("assessment", focus=True)
    QTest.keyClicks(pane.assessment.ui.leaning, "Mixed")
    with qtbot.waitSignal(pane.assessment.field_edited) as told:
        pane.show_tab("names")
    assert told.args == ["leaning", "Mixed"]
