"""The window as a whole: what it remembers, what it hides, what it says."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog, QMenu, QMessageBox
from tests.gui.controllers.two_talks import BRIDGES, LAMPS, Desktop, flat_of, session_of

from reviewer.app.settings import Settings
from reviewer.gui.application import Program
from reviewer.gui.controllers.window import PANES, TABS
from reviewer.gui.dialogs.keys import KeysDialog
from reviewer.gui.main_window import MainWindow

CONTROL = Qt.KeyboardModifier.ControlModifier
DAMAGED: list[dict[str, Any]] = [
    {"theme": "pink", "zoom": True, "tab": "related"},
    {"theme": 5, "zoom": 10**30, "tab": None, "places": [], "panes": "wide"},
    {"geometry": "\ud800 no geometry", "panes": [-5, 10**30, 400]},
    {"panes": ["a", "b", "c"], "episode": 7, "library_pane": "yes"},
    {"panes": [True, False, True], "places": {"": 5}, "person": ["Noor"]},
]


def choose_colours(window: MainWindow, choice: str) -> None:
    (menu,) = (found for found in window.menus["View"].findChildren(QMenu) if found.title() == "Colours")
    next(action for action in menu.actions() if action.data() == choice).trigger()


def test_the_window_stands_as_it_was_left(program: Program, desktop: Desktop) -> None:
    window = program.window
    window.panes.setSizes([300, 700, 440])
    sizes, window_width = window.panes.sizes(), window.width()
    window.side.show_tab("corrections")
    window.actions_["plots"].setChecked(False)
    window.actions_["larger"].trigger()
    choose_colours(window, "dark")
    desktop.close(program)
    again = desktop.open(width=0, settings=Settings(desktop.folder / "settings")).window
    assert again.is_narrow  # the screenless screen is; and so it may be after work on a larger one
    again.resize(window_width, 900)
    desktop.bot.waitUntil(lambda: again.panes.sizes() == sizes, timeout=2_000)
    assert again.side.tab == "corrections"
    assert again.theme.choice == "dark"
    assert again.theme.zoom == 110
    assert [again.actions_[name].isChecked() for name in PANES] == [True, True, False]


def test_each_episode_opens_where_one_was(program: Program, desktop: Desktop) -> None:
    transcript = program.window.transcript
    far = session_of(program).version.cues.word_count - 60
    transcript.put_caret(far)
    transcript.show_from(far)
    seen = transcript.first_visible_word()
    desktop.go_to(program, BRIDGES)
    assert transcript.first_visible_word() == 0
    desktop.go_to(program, LAMPS)
    assert transcript.first_visible_word() == seen
    desktop.close(program)
    again = desktop.open().window.transcript
    word = again.caret_word()
    assert word is not None
    assert word.first == far


@pytest.mark.parametrize("damaged", DAMAGED)
def test_damaged_settings_are_as_none(desktop: Desktop, damaged: dict[str, Any]) -> None:
    desktop.settings._values.update(damaged)
    program = desktop.open(width=0)
    assert program.window.side.tab == "names"
    assert all(width >= 0 for width in program.window.panes.sizes())
    desktop.close(program)


def test_a_damaged_place_is_the_beginning(program: Program, desktop: Desktop) -> None:
    identity = session_of(program).episode.id
    for place in ([5], [-3, -9], [10**30, 0], ["a", 1], "here", [1.5, 2]):
        desktop.go_to(program, BRIDGES)
        desktop.settings._values["places"] = {identity: place}
        desktop.go_to(program, LAMPS)
        assert program.window.transcript.first_visible_word() == 0


def test_settings_that_cannot_be_written_are_told_and_all_else_works(
    desktop: Desktop, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = desktop.folder / "no folder" / "settings.json"
    settings.parent.write_text("a file")
    monkeypatch.setattr(desktop.settings, "_file", settings)
    desktop.go_to(program, BRIDGES)
    assert "no folder" in program.window.toast.text
    assert program.window.windowTitle() == "bridges – Reviewer"


# Narrow
def test_a_narrow_window_hides_the_library_and_a_wide_one_shows_it_again(desktop: Desktop) -> None:
    window = desktop.open(width=1000).window
    assert not window.library.isVisible()
    window.resize(1300, 900)
    assert window.library.isVisible()
    window.actions_["library_pane"].trigger()
    window.resize(1000, 900)
    window.resize(1300, 900)
    assert not window.library.isVisible()  # as the user wished


def test_a_library_hidden_for_want_of_room_is_not_hidden_for_ever(desktop: Desktop) -> None:
    desktop.close(desktop.open(width=1000))
    assert desktop.settings.get("library_pane", False) is True
    window = desktop.open(width=1440).window
    assert window.library.isVisible()


# Focus mode
def test_focus_mode_leaves_transcript_and_note_and_comes_back(program: Program, desktop: Desktop) -> None:
    window = program.window
    window.side.show_tab("slice")
    desktop.press(window, Qt.Key.Key_F11)
    assert [window.actions_[name].isChecked() for name in PANES] == [False, True, False]
    assert str(window.side.tab) == "assessment"
    desktop.press(window, Qt.Key.Key_S, CONTROL)
    assert window.actions_["focus_mode"].isChecked()
    desktop.press(window, Qt.Key.Key_F11)
    assert [window.actions_[name].isChecked() for name in PANES] == [True, True, True]
    assert str(window.side.tab) == "slice"


def test_closing_in_focus_mode_remembers_the_window_before_it(program: Program, desktop: Desktop) -> None:
    program.window.side.show_tab("slice")
    program.window.actions_["focus_mode"].trigger()
    desktop.close(program)
    again = desktop.open().window
    assert [again.actions_[name].isChecked() for name in PANES] == [True, True, True]
    assert again.side.tab == "slice"


# Tabs, sizes, dialogs
def test_alt_and_a_number_shows_a_tab_even_of_a_hidden_pane(program: Program, desktop: Desktop) -> None:
    for number, tab in enumerate(TABS, 1):
        program.window.actions_["side_pane"].setChecked(False)
        desktop.press(program.window, Qt.Key(Qt.Key.Key_0.value + number), Qt.KeyboardModifier.AltModifier)
        assert program.window.side_area.isVisible()
        assert program.window.side.tab == tab


def test_the_text_grows_and_shrinks(program: Program) -> None:
    actions, theme = program.window.actions_, program.window.theme
    actions["larger"].trigger()
    actions["larger"].trigger()
    actions["smaller"].trigger()
    assert theme.zoom == 110
    assert program.window.status._size.text() == "Text 110\u00a0%"
    actions["usual_size"].trigger()
    assert theme.zoom == 100


def test_who_i_am_is_asked_and_kept(program: Program, desktop: Desktop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QInputDialog, "getText", lambda *_, **__: (" Ari  ", True))
    program.window.actions_["person"].trigger()
    assert (desktop.settings.person, program.workspace.person) == ("Ari", "Ari")
    assert session_of(program).person == "Ari"


def test_help_shows_keys_and_version(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    monkeypatch.setattr(KeysDialog, "exec", lambda dialog: shown.append(dialog.windowTitle()))
    monkeypatch.setattr(QMessageBox, "about", lambda *texts: shown.append(texts[1]))
    program.window.actions_["keys"].trigger()
    program.window.actions_["about"].trigger()
    assert shown == ["Keys", "About Reviewer"]


# The toast
def test_undo_of_the_toast_is_offered_only_while_it_would_take_that_back(program: Program, desktop: Desktop) -> None:
    session, toast = session_of(program), program.window.toast
    program.desk.decide(lambda: session.correct(session.places("lamp"), "lantern"), "{label}.")
    assert toast._undo.isVisible()
    program.desk.decide(lambda: session.set_field("leaning", "Open"))
    assert not toast._undo.isVisible()
    program.desk.decide(lambda: session.correct(session.places("keeper"), "guard"), "{label}.")
    assert toast._undo.isVisible()
    desktop.go_to(program, BRIDGES)
    assert not toast._undo.isVisible()


def test_undo_in_the_toast_takes_back_what_it_tells_of(program: Program, desktop: Desktop) -> None:
    session = session_of(program)
    program.desk.decide(lambda: session.correct(session.places("lamp"), "lantern"), "{label}.")
    desktop.bot.mouseClick(program.window.toast._undo, Qt.MouseButton.LeftButton)
    assert flat_of(program, "lamp")
    assert program.window.toast.text == "Undone: Correct “lantern”."
    assert not program.window.toast._undo.isVisible()
