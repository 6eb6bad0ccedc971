"""Cards: accepted, refused, renamed, taken back; searches that come too late change nothing."""

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.gui.controllers.two_talks import BRIDGES, Desktop, card_of, said, session_of

from reviewer.app import naming
from reviewer.gui.application import Program
from reviewer.gui.side import NamesPane
from reviewer.names.suggestion import Suggestion

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def pane(program: Program) -> NamesPane:
    """The keyboard is in the list, on the card of the mis-heard name."""
    program.window.side.show_tab("names", focus=True)
    pane = program.window.side.names
    assert pane.open_place(card_of(program).places[0].key)
    return pane


def has_card(program: Program) -> bool:
    return any(card.meant == "Skerryvane" for card in program.window.side.names.cards)


def test_enter_corrects_all_places_of_a_card(program: Program, pane: NamesPane, desktop: Desktop) -> None:
    desktop.press(None, Qt.Key.Key_Return)
    assert said(program).count("Skerryvane") == 3
    assert not has_card(program)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert pane.isAncestorOf(focused)


def test_a_corrects_this_place_only(program: Program, pane: NamesPane, desktop: Desktop) -> None:
    assert pane.current is not None
    desktop.press(None, Qt.Key.Key_A)
    assert said(program).count("Skerryvane") == 1
    assert len(card_of(program).places) == 2


def test_another_name_is_typed(program: Program, pane: NamesPane, desktop: Desktop) -> None:
    desktop.press(pane.list, Qt.Key.Key_E)
    desktop.type("Skerry  Vore")
    desktop.press(None, Qt.Key.Key_Return)
    assert said(program).count("Skerry Vore") == 3


def test_never_takes_the_card_away_and_undo_brings_it_back(
    program: Program, pane: NamesPane, desktop: Desktop, qtbot: QtBot
) -> None:
    assert pane.current is not None
    desktop.press(None, Qt.Key.Key_N)
    desktop.settle(program)
    assert not has_card(program)
    assert naming.never_pairs(program.workspace.library) == {("scarevane", "Skerryvane")}
    desktop.press(program.window, Qt.Key.Key_Z, CONTROL)
    assert naming.never_pairs(program.workspace.library) == set()
    qtbot.waitUntil(lambda: has_card(program), timeout=10_000)


def test_an_undone_acceptance_brings_the_card_back(
    program: Program, pane: NamesPane, desktop: Desktop, qtbot: QtBot
) -> None:
    assert pane.current is not None
    desktop.press(None, Qt.Key.Key_Return)
    program.desk.undo()
    qtbot.waitUntil(lambda: has_card(program), timeout=10_000)


def test_places_are_shown_in_the_text_and_walked_through(program: Program, desktop: Desktop) -> None:
    transcript = program.window.transcript
    program.window.actions_["next_suggestion"].trigger()
    first = transcript.caret_word()
    program.window.actions_["next_suggestion"].trigger()
    second = transcript.caret_word()
    assert first is not None
    assert second is not None
    assert first.first < second.first
    program.window.actions_["previous_suggestion"].trigger()
    assert transcript.caret_word() == first
    desktop.press(program.window, Qt.Key.Key_F8, CONTROL)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert program.window.side.names.isAncestorOf(focused)


def test_a_refused_decision_leaves_the_card_in_the_list(
    program: Program, pane: NamesPane, desktop: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(program.workspace.library, "is_read_only", True)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_A, Qt.Key.Key_N):
        assert pane.open_place(card_of(program).places[0].key)
        desktop.press(pane.list, key)
        assert "read-only" in program.window.toast.text
        assert len(card_of(program).places) == 3
    assert "done" not in pane.done.text() or ", 0 done" in pane.done.text()


def test_a_search_in_a_text_that_was_left_is_not_shown(
    program: Program, desktop: Desktop, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Though it ends after the one in the text that is open."""
    go, real = threading.Event(), naming.suggestions
    slow = session_of(program).text

    def suggestions(text: object, *ground: object) -> list[Suggestion]:
        if text is slow:
            go.wait(5)
        return real(text, *ground)  # type: ignore[arg-type]

    monkeypatch.setattr(naming, "suggestions", suggestions)
    program.names.find()
    program.desk.open(BRIDGES)
    qtbot.waitUntil(lambda: has_card(program), timeout=10_000)
    go.set()
    desktop.settle(program)
    assert len(card_of(program).places) == 1


def test_a_new_name_in_the_glossary_brings_its_cards(program: Program, qtbot: QtBot) -> None:
    from reviewer.names.glossary import make_name

    before = {card.key for card in program.window.side.names.cards}
    program.desk.decide(lambda: program.workspace.add_names([make_name("Brydges")]))
    program.desk.open(BRIDGES)
    qtbot.waitUntil(lambda: not program.tasks.running, timeout=10_000)
    assert {card.key for card in program.window.side.names.cards} != before


def test_places_can_be_played_once_a_recording_is_there(program: Program) -> None:
    pane = program.window.side.names
    assert not pane.card.can_play
    program.listening.can_play_changed.emit(True)
    assert pane.card.can_play
