"""Panes at the width of the side pane, shown and active, so that real keys reach them."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

Show = Callable[[QWidget], None]


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    def shown(pane: QWidget) -> None:
        qtbot.addWidget(pane)
        pane.resize(400, 752)
        with qtbot.waitActive(pane):
            pane.show()
            pane.activateWindow()

    return shown
