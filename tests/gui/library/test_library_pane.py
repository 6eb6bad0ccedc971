"""The library pane alone: what it tells, what it shows."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot
from tests.gui.library.episode_rows import ROWS, found_cue

from reviewer.gui.library.pane import LibraryPane
from reviewer.gui.theme import Theme

ARTEFACTS = Path(__file__).parents[3] / "artefacts"


@pytest.fixture
def pane(theme: Theme, qtbot: QtBot) -> LibraryPane:
    pane = LibraryPane(theme)
    qtbot.addWidget(pane)
    pane.resize(280, 600)
    pane.set_rows(ROWS)
    with qtbot.waitActive(pane):
        pane.show()
        pane.activateWindow()
    return pane


def choose(button: QToolButton, text: str) -> None:
    menu = button.menu()
    assert menu is not None
    next(action for action in menu.actions() if action.text() == text).trigger()


def texts(pane: LibraryPane) -> list[str]:
    return [pane.model.data(pane.model.index(n)).split(",")[0] for n in range(pane.model.rowCount())]


def test_an_empty_library_says_so_and_offers_no_search(theme: Theme, qtbot: QtBot) -> None:
    pane = LibraryPane(theme)
    qtbot.addWidget(pane)
    pane.set_rows([])
    pane.show()
    assert pane._nothing.text().startswith("No episodes yet.")
    assert not pane.search.isVisible()


def test_order_and_groups_are_chosen_from_their_menus(pane: LibraryPane) -> None:
    assert texts(pane) == ["Land", "Bridges", "Sea", "Lamps", "Anchors", "No series", "Loose"]
    choose(pane._group, "No groups")
    choose(pane._sort, "By title")
    assert texts(pane) == ["Anchors", "Bridges", "Lamps", "Loose"]
    assert (pane._group.text(), pane._sort.text()) == ("No groups", "By title")


def test_a_search_is_asked_once_the_typing_rests(pane: LibraryPane, qtbot: QtBot) -> None:
    asked: list[str] = []
    pane.search_changed.connect(asked.append)
    qtbot.keyClicks(pane.search, " lamp ")
    qtbot.waitUntil(lambda: asked == ["lamp"], timeout=2_000)


def test_what_came_too_late_for_the_search_is_not_shown(pane: LibraryPane) -> None:
    pane.show_found([found_cue("lamps", 1)])
    assert "Bridges" in texts(pane)


def test_nothing_found_is_said(pane: LibraryPane) -> None:
    pane.search.setText("xyz")
    pane.show_found([])
    assert pane._nothing.text() == "Nothing said “xyz”."
    assert pane._nothing.isVisible()


def test_rows_tell_what_is_chosen_by_click_and_by_key(pane: LibraryPane, qtbot: QtBot) -> None:
    place = pane.list.visualRect(pane.model.index_of("lamps")).center()
    with qtbot.waitSignal(pane.episode_chosen) as chosen:
        qtbot.mouseClick(pane.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args == ["lamps"]
    pane.search.setText("lamp")
    pane.show_found([found_cue("lamps", 7)])
    pane.search.setFocus()
    qtbot.keyClick(pane.search, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is pane.list
    qtbot.keyClick(pane.list, Qt.Key.Key_Down)
    qtbot.keyClick(pane.list, Qt.Key.Key_Down)
    with qtbot.waitSignal(pane.place_chosen) as place_chosen:
        qtbot.keyClick(pane.list, Qt.Key.Key_Return)
    assert place_chosen.args == ["lamps", 7]


def test_escape_empties_the_search_first(pane: LibraryPane, qtbot: QtBot) -> None:
    pane.search_library()
    qtbot.keyClicks(pane.search, "lamp")
    qtbot.keyClick(pane.search, Qt.Key.Key_Escape)
    assert not pane.search.text()


@pytest.mark.parametrize("choice", ["light", "dark", "contrast"])
def test_headings_episodes_and_places_are_painted(pane: LibraryPane, theme: Theme, qtbot: QtBot, choice: str) -> None:
    theme.set_choice(choice)  # type: ignore[arg-type]
    theme.set_zoom(130)
    pane.search.setText("lamp")
    pane.show_found([found_cue("lamps", 7), found_cue("bridges", 1, heard=True)])
    pane.set_chosen("lamps")
    qtbot.wait(20)
    picture = pane.grab()
    ARTEFACTS.mkdir(exist_ok=True)
    assert picture.save(str(ARTEFACTS / f"library-pane-{choice}.png"))
    row = pane.list.visualRect(pane.model.index_of("lamps"))
    left = pane.list.viewport().mapTo(pane, row.topLeft())
    assert picture.toImage().pixelColor(left.x() + 1, left.y() + 5) == theme.color("accent")
