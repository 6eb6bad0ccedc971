"""The table of actions: its keys are good, collide nowhere, and are those that the guide names."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import SIGNAL, QKeyCombination, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from reviewer.app.settings import Settings
from reviewer.gui.actions import DEEDS, MENUS, Actions, Deed
from reviewer.gui.application import Program
from reviewer.gui.player import Player
from reviewer.gui.theme import Theme

GUIDE = Path(__file__).parents[2] / "docs" / "guide.md"
CONTEXTS = sorted({deed.where for deed in DEEDS})
LETTERS = range(Qt.Key.Key_A.value, Qt.Key.Key_Z.value + 1)


def pressed(key: str) -> QKeyCombination:
    """A key of the table as Qt takes it; both Enter keys are one."""
    combination: QKeyCombination = cast("Any", QKeySequence(key))[0]  # the stubs know no index
    if combination.key() == Qt.Key.Key_Enter:
        return QKeyCombination(combination.keyboardModifiers(), Qt.Key.Key_Return)
    return combination


def twice(keys: list[QKeyCombination]) -> list[str]:
    counted = Counter(key.toCombined() for key in keys)
    return [QKeySequence(key).toString() for key, times in counted.items() if times > 1]


def test_every_key_is_one_that_qt_knows() -> None:
    keys = {key for deed in DEEDS for key in deed.keys}
    sequences = {key: QKeySequence(key, QKeySequence.SequenceFormat.PortableText) for key in keys}
    assert not [key for key, sequence in sequences.items() if sequence.count() != 1]
    assert not [key for key in keys if pressed(key).key() == Qt.Key.Key_unknown]


@pytest.mark.parametrize("where", CONTEXTS)
def test_no_two_actions_of_one_context_have_one_key(where: str) -> None:
    assert not twice([pressed(key) for deed in DEEDS if deed.where == where for key in deed.keys])


@pytest.mark.parametrize("where", [where for where in CONTEXTS if where != "window"])
def test_a_part_takes_no_key_from_the_window(where: str) -> None:
    assert not twice([pressed(key) for deed in DEEDS if deed.where in {"window", where} for key in deed.keys])


def is_needed_by_others(key: QKeyCombination) -> bool:
    """AltGr types letters, Alt opens menus, Tab moves the focus, F10 opens the menu bar, bare letters are text."""
    is_letter = key.key().value in LETTERS
    has_alt = bool(key.keyboardModifiers() & Qt.KeyboardModifier.AltModifier)
    is_bare = not key.keyboardModifiers() & ~Qt.KeyboardModifier.ShiftModifier
    return (is_letter and (has_alt or is_bare)) or key.key() in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_F10}


def test_no_key_is_one_that_others_need() -> None:
    """But in the list of cards, where nothing is typed."""
    keys = [key for deed in DEEDS if deed.where != "cards" for key in deed.keys]
    assert not [key for key in keys if is_needed_by_others(pressed(key))]


def test_play_has_a_key_that_no_input_method_takes() -> None:
    (play,) = (deed for deed in DEEDS if deed.name == "play")
    assert set(play.keys) - {"Ctrl+Space"}


def test_every_action_has_a_name_of_its_own_and_a_menu_or_a_key() -> None:
    assert len({deed.name for deed in DEEDS}) == len(DEEDS)
    assert all(deed.menu in MENUS if deed.menu else deed.keys for deed in DEEDS)


# The window
@pytest.fixture
def program(qapp: QApplication, theme: Theme, player: Player, tmp_path: Path) -> Iterator[Program]:
    """The window on an empty library, its player loaded."""
    assert player.parent() is qapp
    program = Program(qapp, theme, tmp_path / "library.sqlite", Settings(tmp_path))
    program.open_first()
    program.shown()
    yield program
    program.window.close()
    program.close()
    program.window.deleteLater()
    program.deleteLater()


def listeners(actions: Actions) -> dict[str, int]:
    signals = [SIGNAL(name) for name in ("triggered(bool)", "toggled(bool)")]
    return {d.name: sum(actions[d.name].receivers(signal) for signal in signals) for d in DEEDS if d.menu}


def test_every_action_of_the_menus_is_listened_to(qtbot: QtBot, program: Program) -> None:
    """By more than the menu that shows it."""
    other = QMainWindow()
    qtbot.addWidget(other)
    unheard = Actions(other)
    unheard.fill(other.menuBar())
    menu_alone, all_together = listeners(unheard), listeners(program.window.actions_)
    assert not [name for name, count in all_together.items() if count <= menu_alone[name]]


# The guide
def written(deed: Deed) -> tuple[str, str, str]:
    """An action's row of the guide's table: where, keys, does."""
    keys = (re.sub(r"\bReturn$", "Enter", key) for key in deed.keys)
    shown = " · ".join(f"{key[:-1]}−" if key.endswith("-") else key for key in keys)
    return deed.where, shown, deed.text.rstrip("…")


def rows_of_the_guide() -> list[tuple[str, ...]]:
    table = GUIDE.read_text(encoding="utf-8").partition("| Where | Keys | Does |\n")[2].partition("\n\n")[0]
    lines = table.splitlines()[1:]  # below the rule of the head
    return [tuple(cell.strip() for cell in line.strip("|").split("|")) for line in lines]


def test_the_guide_names_the_keys_of_the_table_and_no_others() -> None:
    assert rows_of_the_guide() == [written(deed) for deed in DEEDS if deed.keys]
