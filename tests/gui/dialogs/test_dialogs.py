"""Each dialog: opened, grabbed, worked by keys, freed when it closes."""

from collections.abc import Callable
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QTableWidget
from pytestqt.qtbot import QtBot

from reviewer.gui.actions import DEEDS
from reviewer.gui.dialogs.glossary import GlossaryDialog
from reviewer.gui.dialogs.keys import KeysDialog
from reviewer.gui.dialogs.places import PlaceLine, PlacesDialog
from reviewer.gui.theme import Theme
from reviewer.names.glossary import Name, make_name

ARTEFACTS = Path(__file__).parents[3] / "artefacts"
LINES = [PlaceLine(f"{n}:0{n}", "welcome to", "Scarevane", "the <b>lighthouse</b>") for n in range(1, 4)]
Opened = Callable[[QDialog], None]


@pytest.fixture
def opened(qtbot: QtBot) -> Opened:
    """Shows a dialog as `exec` would, without its own event loop."""

    def show(dialog: QDialog) -> None:
        qtbot.addWidget(dialog)
        with qtbot.waitActive(dialog):
            dialog.open()
            dialog.activateWindow()

    return show


@pytest.fixture
def places(theme: Theme, opened: Opened) -> PlacesDialog:
    dialog = PlacesDialog(theme, "Scarevane", "Skerryvane", LINES)
    opened(dialog)
    return dialog


@pytest.fixture
def names() -> list[Name]:
    return [make_name(text) for text in ("Ailsa Craig", "Fladda", "Skerryvane")]


@pytest.fixture
def glossary(theme: Theme, opened: Opened, names: list[Name]) -> GlossaryDialog:
    dialog = GlossaryDialog(theme)
    dialog.set_names(names)
    opened(dialog)
    return dialog


@pytest.mark.parametrize("choice", ["light", "dark", "contrast"])
def test_every_dialog_is_grabbed_and_freed(theme: Theme, names: list[Name], choice: str) -> None:
    theme.set_choice(choice)  # type: ignore[arg-type]
    glossary = GlossaryDialog(theme)
    glossary.set_names(names)
    dialogs = {"places": PlacesDialog(theme, "Scarevane", "Skerryvane", LINES), "glossary": glossary}
    ARTEFACTS.mkdir(exist_ok=True)
    for name, dialog in (dialogs | {"keys": KeysDialog(theme)}).items():
        dialog.open()
        assert dialog.grab().save(str(ARTEFACTS / f"dialog-{name}-{choice}.png"))
        dialog.reject()
        dialog.deleteLater()
        QCoreApplication.sendPostedEvents(dialog, QEvent.Type.DeferredDelete.value)
        assert not shiboken6.isValid(dialog)
    theme.set_choice("light")


# All places
def test_space_leaves_a_place_out_and_the_button_counts(places: PlacesDialog, qtbot: QtBot) -> None:
    assert places._accept.text() == "Correct 3\u00a0places"
    qtbot.keyClick(places.list, Qt.Key.Key_Down)
    qtbot.keyClick(places.list, Qt.Key.Key_Space)
    assert places.chosen == [0, 2]
    assert places._accept.text() == "Correct 2\u00a0places"
    qtbot.keyClick(places.list, Qt.Key.Key_Space)
    assert places.chosen == [0, 1, 2]


def test_all_none_and_invert(places: PlacesDialog, qtbot: QtBot) -> None:
    qtbot.mouseClick(places._none, Qt.MouseButton.LeftButton)
    assert places.chosen == []
    assert not places._accept.isEnabled()
    places._tick(1, on=True)
    qtbot.mouseClick(places._invert, Qt.MouseButton.LeftButton)
    assert places.chosen == [0, 2]
    qtbot.mouseClick(places._all, Qt.MouseButton.LeftButton)
    assert places.chosen == [0, 1, 2]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_corrects_from_the_list_and_nothing_when_none_is_chosen(
    places: PlacesDialog, qtbot: QtBot, key: Qt.Key
) -> None:
    places._on_none_clicked()
    qtbot.keyClick(places.list, key)
    assert places.isVisible()
    places._on_all_clicked()
    qtbot.keyClick(places.list, key)
    assert places.result() == QDialog.DialogCode.Accepted


def test_escape_changes_nothing(places: PlacesDialog, qtbot: QtBot) -> None:
    qtbot.keyClick(places.list, Qt.Key.Key_Escape)
    assert not places.isVisible()
    assert places.result() == QDialog.DialogCode.Rejected


def test_the_place_under_the_focus_is_told(places: PlacesDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(places.place_shown) as shown:
        qtbot.keyClick(places.list, Qt.Key.Key_Down)
    assert shown.args == [1]


# The glossary
def test_typing_finds_and_a_new_name_can_be_added(glossary: GlossaryDialog, qtbot: QtBot) -> None:
    qtbot.keyClicks(glossary.field, "fladd")
    assert [glossary.list.item(n).text().split("  ")[0] for n in range(glossary.list.count())] == ["Fladda"]
    assert glossary._count.text() == "1 of 3\u00a0names"
    assert glossary._add.isEnabled()
    glossary.field.setText(" FLADDA ")
    assert not glossary._add.isEnabled()
    glossary.field.setText("Hyskeir")
    with qtbot.waitSignal(glossary.name_added) as added:
        qtbot.keyClick(glossary.field, Qt.Key.Key_Return)
    assert added.args == ["Hyskeir"]
    assert glossary.isVisible()
    assert not glossary.field.text()


def test_del_removes_and_the_next_name_is_at_hand(glossary: GlossaryDialog, qtbot: QtBot, names: list[Name]) -> None:
    glossary.list.setFocus()
    glossary.list.setCurrentRow(1)
    with qtbot.waitSignal(glossary.name_removed) as removed:
        qtbot.keyClick(glossary.list, Qt.Key.Key_Delete)
    assert removed.args == ["Fladda"]
    glossary.set_names([names[0], names[2]])
    assert glossary.list.currentItem().text().startswith("Skerryvane")
    glossary.set_names([names[0]])
    assert glossary.list.currentItem().text().startswith("Ailsa Craig")
    glossary.set_names([])
    assert not glossary._remove.isEnabled()


def test_files_are_asked_for_and_escape_closes(glossary: GlossaryDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignals([glossary.import_asked, glossary.export_asked]):
        qtbot.mouseClick(glossary._import, Qt.MouseButton.LeftButton)
        qtbot.mouseClick(glossary._export, Qt.MouseButton.LeftButton)
    qtbot.keyClick(glossary.field, Qt.Key.Key_Escape)
    assert not glossary.isVisible()


# The keys
def test_the_keys_shown_are_those_of_the_table(theme: Theme, qtbot: QtBot) -> None:
    dialog = KeysDialog(theme)
    qtbot.addWidget(dialog)
    table = dialog.findChild(QTableWidget)
    assert table is not None
    native = QKeySequence.SequenceFormat.NativeText
    shown = [tuple(_cell(table, row, column) for column in range(3)) for row in range(table.rowCount())]
    assert shown == [
        (deed.where, " · ".join(QKeySequence(key).toString(native) for key in deed.keys), deed.text.rstrip("…"))
        for deed in DEEDS
        if deed.keys
    ]


def _cell(table: QTableWidget, row: int, column: int) -> str:
    item = table.item(row, column)
    assert item is not None
    return item.text()
