"""The assessment: kept as it is typed, for the episode it was typed for."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.gui.controllers.two_talks import BRIDGES, LAMPS, Desktop, flat_of, session_of

from reviewer.app.workspace import Workspace
from reviewer.gui.application import Program
from reviewer.gui.side.assessment_pane import AssessmentPane


@pytest.fixture
def form(program: Program) -> AssessmentPane:
    program.window.side.show_tab("assessment", focus=True)
    return program.window.side.assessment


def test_what_is_typed_is_kept_after_a_pause(
    program: Program, form: AssessmentPane, desktop: Desktop, qtbot: QtBot
) -> None:
    form.ui.summary.setFocus()
    desktop.type("A tale of lamps.")
    assert session_of(program).values() == {}
    qtbot.waitUntil(lambda: session_of(program).values() == {"summary": "A tale of lamps."}, timeout=3_000)


def test_switching_episodes_keeps_what_is_being_typed_for_the_right_one(
    program: Program, form: AssessmentPane, desktop: Desktop
) -> None:
    lamps = session_of(program)
    form.ui.summary.setFocus()
    desktop.type("About lamps")
    bridges = desktop.go_to(program, BRIDGES)
    assert form.ui.summary.toPlainText() == ""
    form.ui.summary.setFocus()
    desktop.type("About bridges")
    desktop.go_to(program, LAMPS)
    assert form.ui.summary.toPlainText() == "About lamps"
    assert (lamps.values(), bridges.values()) == ({"summary": "About lamps"}, {"summary": "About bridges"})


def test_closing_the_window_keeps_what_is_being_typed(form: AssessmentPane, desktop: Desktop, program: Program) -> None:
    form.ui.editor_note.setFocus()
    desktop.type("Half a sentence")
    desktop.close(program)
    with Workspace(desktop.library, "Ari") as workspace:
        assert workspace.session(LAMPS).values() == {"editor_note": "Half a sentence"}


def test_save_keeps_what_is_being_typed_and_says_so(form: AssessmentPane, desktop: Desktop, program: Program) -> None:
    form.ui.leaning.setFocus()
    desktop.type("Open")
    desktop.press(form.ui.leaning, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert session_of(program).values() == {"leaning": "Open"}
    assert program.window.toast.text.startswith("All saved, ")


def test_what_cannot_be_kept_stays_in_its_field_with_the_reason(
    form: AssessmentPane, desktop: Desktop, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    form.ui.summary.setFocus()
    desktop.type("Long thought about")
    with monkeypatch.context() as patch:
        patch.setattr(program.workspace.library, "is_read_only", True)
        program.window.actions_["save"].trigger()
        assert "read-only" in program.window.toast.text  # and not that all is saved
        program.window.transcript.setFocus()
        program.desk.values_changed.emit()
    assert form.ui.summary.toPlainText() == "Long thought about"
    assert "read-only" in form._problems["summary"]._text.text()
    form.ui.summary.setFocus()
    desktop.type(".")
    program.window.actions_["save"].trigger()
    assert session_of(program).values() == {"summary": "Long thought about."}


def test_another_windows_value_is_shown(form: AssessmentPane, desktop: Desktop, program: Program) -> None:
    with Workspace(desktop.library, "Ari") as other:
        other.session(LAMPS).set_field("leaning", "Cautious")
    program.desk.look()
    assert form.ui.leaning.text() == "Cautious"


@pytest.mark.usefixtures("form")
def test_the_selection_is_quoted_as_a_key_moment(program: Program) -> None:
    transcript = program.window.transcript
    transcript.put_caret(flat_of(program, "catastrophe"))
    program.window.actions_["quote"].trigger()
    (moment,) = session_of(program).values()["moments"]
    assert moment["quote"] == "catastrophe,"


def test_the_file_is_written_into_the_folder_that_is_chosen(
    form: AssessmentPane, desktop: Desktop, program: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    content = tmp_path / "content"
    content.mkdir()
    monkeypatch.setattr("reviewer.gui.controllers.assessing.choose_folder", lambda *_: content)
    form.ui.leaning.setFocus()
    desktop.type("Open")
    program.window.actions_["write"].trigger()
    (file,) = content.rglob("*.json")
    assert json.loads(file.read_text("utf-8"))["leaning"] == "Open"
    assert program.window.toast.text.endswith("is written.")
    program.window.actions_["write"].trigger()
    assert program.window.toast.text.endswith("holds just this already.")
