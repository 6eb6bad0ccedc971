"""The program on a library of its own with two talks."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.gui.controllers.two_talks import Desktop, make_library

from reviewer.app import naming
from reviewer.gui.application import Program
from reviewer.gui.player import Player
from reviewer.gui.theme import Theme
from reviewer.names.glossary import make_name


@pytest.fixture(scope="session")
def made_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_library(tmp_path_factory.mktemp("talks"))


@pytest.fixture
def desktop(
    qapp: QApplication,
    theme: Theme,
    player: Player,
    qtbot: QtBot,
    made_library: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Desktop]:
    """With a glossary of few names, since each opening looks for all of them."""
    assert player.parent() is qapp
    monkeypatch.setattr(naming, "_shipped", [make_name("Anthropic"), make_name("interpretability")])
    shutil.copytree(made_library.parent, tmp_path, dirs_exist_ok=True)
    desktop = Desktop(qapp, theme, qtbot, tmp_path)
    yield desktop
    desktop.close_all()


@pytest.fixture
def program(desktop: Desktop) -> Program:
    """The first talk is open, its names are looked for."""
    return desktop.open()
