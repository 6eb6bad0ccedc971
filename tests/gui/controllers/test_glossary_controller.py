"""The glossary from the menu and in its dialog: one decision each, told truly, taken back by undo."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog
from tests.gui.controllers.two_talks import Desktop, flat_of

from reviewer.gui.application import Program
from reviewer.gui.dialogs.glossary import GlossaryDialog


def canonical(program: Program) -> set[str]:
    return {name.canonical for name in program.workspace.names()}


def asked(monkeypatch: pytest.MonkeyPatch, answer: str) -> list[str]:
    """The name that is proposed is noted, and another given."""
    proposed: list[str] = []

    def ask(*_: object, text: str) -> tuple[str, bool]:
        proposed.append(text)
        return answer, True

    monkeypatch.setattr(QInputDialog, "getText", ask)
    return proposed


def in_the_dialog(monkeypatch: pytest.MonkeyPatch, program: Program, act: Callable[[GlossaryDialog], None]) -> None:
    monkeypatch.setattr(GlossaryDialog, "exec", act)
    program.names._pane.glossary_asked.emit()


def test_what_is_selected_is_proposed_and_added(
    program: Program, desktop: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    transcript, proposed = program.window.transcript, asked(monkeypatch, " Fladda   Chuain ")
    transcript.setFocus()
    transcript.put_caret(flat_of(program, "catastrophe"))
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    desktop.press(transcript, Qt.Key.Key_Right, held)
    desktop.press(transcript, Qt.Key.Key_L, held)
    assert proposed == ["catastrophe"]
    assert "Fladda Chuain" in canonical(program)
    assert program.window.toast.text == "Add “Fladda Chuain” to the glossary."
    program.desk.undo()
    assert "Fladda Chuain" not in canonical(program)


def test_a_name_that_is_there_is_told(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    asked(monkeypatch, "Skerryvane")
    program.window.actions_["glossary_add"].trigger()
    assert program.window.toast.text == "“Skerryvane” is in the glossary already."


@pytest.mark.parametrize("name", ["—", "x" * 10_000])
def test_a_name_that_is_none_is_one_line_or_is_kept(
    program: Program, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    asked(monkeypatch, name)
    program.window.actions_["glossary_add"].trigger()
    assert program.window.toast.text


def test_names_of_a_file_are_one_decision(program: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    file = tmp_path / "guests.txt"
    file.write_text("Fladda\nHyskeir\n", "utf-8")
    monkeypatch.setattr("reviewer.gui.controllers.glossary.choose_file", lambda *_: file)
    program.window.actions_["glossary_import"].trigger()
    assert {"Fladda", "Hyskeir"} <= canonical(program)
    program.window.actions_["glossary_import"].trigger()
    assert program.window.toast.text == "All these names are in the glossary already."
    program.desk.undo()
    assert not {"Fladda", "Hyskeir"} & canonical(program)


def test_a_failed_import_is_not_told_as_known_already(
    program: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = tmp_path / "guests.txt"
    file.write_text("Fladda\n", "utf-8")
    monkeypatch.setattr(program.workspace.library, "is_read_only", True)
    program.glossary.import_file(file)
    assert "read-only" in program.window.toast.text
    program.glossary.import_file(tmp_path / "none.txt")
    assert "none.txt" in program.window.toast.text


@pytest.mark.parametrize(
    ("name", "told"), [("names.csv", "names.csv"), ("names.odt", "no such kind"), ("none/names.csv", "none")]
)
def test_names_are_written_to_a_file(
    program: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str, told: str
) -> None:
    monkeypatch.setattr("reviewer.gui.controllers.glossary.choose_new_file", lambda *_: tmp_path / name)
    program.window.actions_["glossary_export"].trigger()
    assert told in program.window.toast.text
    assert (tmp_path / name).exists() == ("Skerryvane" in program.window.toast.text or name == "names.csv")


def test_adding_and_removing_in_the_dialog(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    def act(dialog: GlossaryDialog) -> None:
        dialog.field.setText("Fladda")
        dialog._add.click()
        assert "Fladda" in canonical(program)
        dialog.field.setText("Skerryvane")
        dialog.list.setCurrentRow(0)
        dialog._remove.click()
        assert dialog.list.count() == 0

    in_the_dialog(monkeypatch, program, act)
    assert "Skerryvane" not in canonical(program)
    program.desk.undo()
    assert {"Skerryvane", "Fladda"} <= canonical(program)
    program.desk.undo()
    assert "Fladda" not in canonical(program)
