"""One theme for the one application that pytest-qt makes; each test finds it light and at 100 %."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.gui.theme.control_sheet import ControlSheet

from reviewer.gui.theme import Theme


@pytest.fixture(scope="session")
def installed(qapp: QApplication) -> Theme:
    theme = qapp.findChild(Theme)
    if theme is None:
        theme = Theme(qapp)
        theme.install(qapp)
    return theme


@pytest.fixture
def theme(installed: Theme) -> Iterator[Theme]:
    installed.set_choice("light")
    installed.set_zoom(100)
    yield installed
    installed.set_choice("light")
    installed.set_zoom(100)


@pytest.fixture
def sheet(theme: Theme, qtbot: QtBot) -> ControlSheet:
    shown = ControlSheet(theme)
    qtbot.addWidget(shown)
    with qtbot.waitExposed(shown):
        shown.show()
    return shown


@pytest.fixture(scope="session")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the grabs go, to be looked at beside window/components.png."""
    return tmp_path_factory.mktemp("theme")
