"""The library pane at work: search, places, the sample, the first start."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.cli.command_line import webvtt
from tests.gui.controllers.two_talks import BRIDGES, LAMPS, Desktop, rows, session_of

from reviewer.app import importing
from reviewer.app.workspace import Workspace
from reviewer.gui.application import Program

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def search(program: Program, desktop: Desktop, query: str) -> None:
    desktop.press(program.window, Qt.Key.Key_F, CONTROL, SHIFT)
    desktop.type(query)
    desktop.bot.wait(170)


def test_words_and_titles_are_found_while_one_types(program: Program, desktop: Desktop) -> None:
    search(program, desktop, "lamps")
    assert rows(program) == ["# Episodes", "lamps"]
    program.window.library.search.clear()
    search(program, desktop, "Scarevane")
    assert rows(program) == ["# lamps", "lamps 0", "lamps 2", "lamps 43", "# bridges", "bridges 2"]
    desktop.press(None, Qt.Key.Key_Escape)
    desktop.bot.wait(170)
    assert "bridges" in rows(program)
    assert not program.window.library.search.text()


def test_no_query_is_an_error(program: Program, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(program.desk.failed):
        for query in ('"', "*", "(", "a OR", "NEAR(", "'; drop table cues", "\ud800", "😀", "-", '"a'):
            program.library._on_search_changed(query)


def test_down_goes_into_the_list_and_enter_opens_the_place_at_its_cue(program: Program, desktop: Desktop) -> None:
    search(program, desktop, "breakthrough")
    desktop.press(None, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is program.window.library.list
    desktop.press(None, Qt.Key.Key_Return)
    desktop.bot.wait(20)
    assert session_of(program).episode.slug == BRIDGES
    word = program.window.transcript.caret_word()
    assert word is not None
    assert session_of(program).version.cues.cue_of(word.first) == 1


def test_a_place_found_comes_before_the_place_where_one_was(program: Program, desktop: Desktop) -> None:
    program.window.transcript.put_caret(30)
    desktop.go_to(program, BRIDGES)
    program.window.library.place_chosen.emit(LAMPS, 43)
    desktop.bot.wait(20)
    word = program.window.transcript.caret_word()
    assert word is not None
    assert session_of(program).version.cues.cue_of(word.first) == 43
    desktop.bot.waitUntil(lambda: word.first < program.window.transcript.visible_range()[1], timeout=3_000)


def test_what_others_bring_in_is_listed(program: Program, desktop: Desktop) -> None:
    file = desktop.folder / "storms.vtt"
    file.write_text(webvtt("A storm."), "utf-8")
    list(importing.import_files(desktop.library, [file], importing.ImportOptions(), importing.ImportResult()))
    program.desk.look()
    assert "storms" in rows(program)
    assert session_of(program).episode.slug == LAMPS


# The first start
def test_the_first_start_takes_a_name_and_a_file(desktop: Desktop) -> None:
    program = desktop.open(library=desktop.folder / "empty.sqlite")
    window = program.window
    assert window.center.currentWidget() is window.start
    assert not window.side_area.isVisible()
    assert not window.actions_["undo"].isEnabled()
    window.start._person.setFocus()
    window.start._person.selectAll()
    desktop.type("Ari Vance")
    desktop.press(None, Qt.Key.Key_Return)
    assert desktop.settings.person == "Ari Vance"
    window.start.paths_dropped.emit([desktop.folder / "lamps.vtt"])
    desktop.bot.waitUntil(lambda: program.desk.session is not None, timeout=5_000)
    assert window.center.currentWidget() is window.episode
    assert window.actions_["undo"].isEnabled()
    assert session_of(program).person == "Ari Vance"


def test_the_sample_comes_with_its_names_and_its_recording(desktop: Desktop) -> None:
    program = desktop.open(library=desktop.folder / "empty.sqlite")
    desktop.bot.mouseClick(program.window.start._sample, Qt.MouseButton.LeftButton)
    assert session_of(program).hearing.path is not None
    desktop.bot.waitUntil(lambda: len(program.window.side.names.cards) > 0, timeout=10_000)


# A library that can only be read
def test_a_read_only_library_is_read_and_tells_why_it_does_not_change(
    desktop: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = desktop.open()
    monkeypatch.setattr(program.workspace.library, "is_read_only", True)
    session, toast = session_of(program), program.window.toast
    program.desk.decide(lambda: session.correct(session.places("lamp"), "lantern"))
    assert "read-only" in toast.text
    toast.hide()
    program.desk.undo()
    assert toast.isVisible()
    program.listening._on_played(0, 1_000, 1.0)
    program.listening._on_duration_changed(100_000)
    program.desk._on_keep_due()
    desktop.go_to(program, BRIDGES)
    with Workspace(desktop.library, "Ari") as other:
        assert other.session(LAMPS).corrections() == []
