"""A file dialog on the library's folder leaves SQLite's locks alone."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from reviewer.gui.dialogs.files import choose_file, choose_files, choose_folder, choose_new_file
from reviewer.gui.theme import Theme
from reviewer.library.library import Library


def locks() -> int:
    """How many file locks this process holds."""
    own = f" {os.getpid()} "
    return sum(own in line for line in Path("/proc/locks").read_text().splitlines())


def dismiss() -> None:
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, QDialog) and widget.isVisible():
            widget.reject()


def folder(window: QWidget, title: str, _filters: str, start: str) -> object:
    return choose_folder(window, title, start)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc/locks")
@pytest.mark.parametrize("choose", [choose_file, choose_files, choose_new_file, folder])
def test_a_file_dialog_leaves_the_locks(
    choose: Callable[[QWidget, str, str, str], object], theme: Theme, qtbot: QtBot, tmp_path: Path
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    (tmp_path / "other").write_text("a file without an ending is looked into by Qt's own dialog")
    with Library(tmp_path / "library.odd") as library:
        library.episodes()
        held = locks()
        assert held > 0
        QTimer.singleShot(700, dismiss)
        assert not choose(window, "Choose", "All files (*)", str(tmp_path))
        assert locks() == held
    assert theme.name


def accept() -> None:
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, QDialog) and widget.isVisible():
            widget.accept()


def test_what_is_chosen_is_given(theme: Theme, qtbot: QtBot, tmp_path: Path) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    (tmp_path / "talk.vtt").write_text("WEBVTT\n")
    (tmp_path / "talks").mkdir()
    for start, choose in ((tmp_path / "talks", folder), (tmp_path / "talk.vtt", choose_file), (tmp_path, folder)):
        QTimer.singleShot(500, accept)
        assert choose(window, "Choose", "All files (*)", str(start)) == start
    assert theme.name
