"""Correcting: the field in the text, all places in their dialog, the list of corrections."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.gui.controllers.two_talks import BRIDGES, LAMPS, Desktop, flat_of, said, session_of

from reviewer.app.workspace import Workspace
from reviewer.gui.application import Program
from reviewer.gui.dialogs.places import PlacesDialog

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def open_field(program: Program, desktop: Desktop, heard: str) -> None:
    program.window.transcript.setFocus()
    program.window.transcript.put_caret(flat_of(program, heard))
    desktop.press(program.window.transcript, Qt.Key.Key_F2)
    assert program.window.transcript.is_correcting


def test_enter_corrects_and_escape_leaves_all_as_it_was(program: Program, desktop: Desktop) -> None:
    before = said(program)
    open_field(program, desktop, "lamp")
    desktop.type("lantern")
    desktop.press(None, Qt.Key.Key_Escape)
    assert said(program) == before
    open_field(program, desktop, "lamp")
    desktop.type("lantern")
    desktop.press(None, Qt.Key.Key_Return)
    assert "a lantern that" in said(program)


def test_a_field_that_is_opened_over_an_open_one_is_kept_all_the_same(program: Program, desktop: Desktop) -> None:
    """As by the menu, while the first is open."""
    open_field(program, desktop, "lamp")
    program.window.transcript.put_caret(flat_of(program, "catastrophe"))
    program.window.actions_["correct"].trigger()
    desktop.type("disaster")
    desktop.press(None, Qt.Key.Key_Return)
    assert "risk of disaster" in said(program)
    assert "a lamp that" in said(program)


def test_what_was_meant_elsewhere_and_the_glossary_are_proposed(program: Program, desktop: Desktop) -> None:
    session = session_of(program)
    program.desk.decide(lambda: session.correct(session.places("Scarevane")[:1], "Skerryvore"))
    assert program.correcting._proposals(session, "scarevane") == ["Skerryvore", "Skerryvane"]
    open_field(program, desktop, "Scarevane")
    assert program.window.transcript._editor.popup.proposals.item(0).text() == "Skerryvore"


def test_all_places_are_corrected_but_those_left_out(
    program: Program, desktop: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    def leave_the_first_out(dialog: PlacesDialog) -> int:
        desktop.press(dialog.list, Qt.Key.Key_Space)
        return 1

    monkeypatch.setattr(PlacesDialog, "exec", leave_the_first_out)
    open_field(program, desktop, "Scarevane")
    desktop.type("Skerryvane")
    desktop.press(None, Qt.Key.Key_Return, CONTROL, SHIFT)
    assert said(program).count("Skerryvane") == 2
    assert "Welcome to Scarevane" in said(program)
    assert program.window.toast.text.startswith("Corrected 2\u00a0places.")
    program.desk.undo()
    assert said(program).count("Scarevane") == 3


def test_the_first_place_is_shown_in_the_text_before_anything_is_chosen(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = []
    monkeypatch.setattr(program.window.transcript, "set_found", lambda *ranges: found.append(ranges))
    monkeypatch.setattr(PlacesDialog, "exec", lambda _dialog: 0)
    session = session_of(program)
    assert program.correcting.everywhere(session.places("Scarevane"), "Scarevane", "Skerryvane") is None
    assert found[0][1] == (2, 3)
    assert found[-1] == ([],)


def test_nothing_to_correct_is_told(program: Program, qtbot: QtBot) -> None:
    session = session_of(program)
    with qtbot.waitSignal(program.desk.failed) as failed:
        program.correcting.everywhere(session.places("Scarevane"), "Scarevane", "Scarevane")
    assert failed.args == ["“Scarevane” stands there already. Nothing was changed."]


def test_words_that_another_window_corrects_meanwhile_close_the_field(program: Program, desktop: Desktop) -> None:
    open_field(program, desktop, "lamp")
    with Workspace(desktop.library, "Ari") as other:
        session = other.session(LAMPS)
        session.correct(session.places("lamp"), "lantern")
    program.desk.look()
    assert "a lantern that" in said(program)
    assert not program.window.transcript.is_correcting


def test_an_open_field_goes_with_its_episode(program: Program, desktop: Desktop) -> None:
    open_field(program, desktop, "lamp")
    desktop.go_to(program, BRIDGES)
    assert not program.window.transcript.is_correcting
    open_field(program, desktop, "Scarevane")
    desktop.type("Skerryvane")
    desktop.press(None, Qt.Key.Key_Return)
    assert "Skerryvane" in said(program)


# The list
def test_a_correction_is_withdrawn_from_the_list_and_comes_back_by_undo(program: Program, desktop: Desktop) -> None:
    session, pane = session_of(program), program.window.side.corrections
    program.desk.decide(lambda: session.correct(session.places("lamp"), "lantern"))
    program.window.side.show_tab("corrections", focus=True)
    assert pane.current is not None
    desktop.press(None, Qt.Key.Key_Delete)
    assert "a lamp that" in said(program)
    assert pane.current.is_withdrawn
    program.desk.undo()
    assert "a lantern that" in said(program)
    assert not pane.current.is_withdrawn


def test_enter_in_the_list_goes_to_the_place(program: Program, desktop: Desktop) -> None:
    session = session_of(program)
    program.desk.decide(lambda: session.correct(session.places("opportunity"), "chance"))
    program.window.side.show_tab("corrections", focus=True)
    desktop.press(None, Qt.Key.Key_Return)
    word = program.window.transcript.caret_word()
    assert word is not None
    assert word.text == "chance"
    desktop.bot.waitUntil(lambda: word.first < program.window.transcript.visible_range()[1], timeout=3_000)
