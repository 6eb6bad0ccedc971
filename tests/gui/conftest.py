"""One theme for the application, light and at 100 % at the beginning of each test, and one player for the process."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from reviewer.gui.player import Player
from reviewer.gui.theme import Theme


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    theme = qapp.findChild(Theme)
    if theme is None:
        theme = Theme(qapp)
        theme.install(qapp)
    theme.set_choice("light")
    theme.set_zoom(100)
    yield theme
    theme.set_choice("light")
    theme.set_zoom(100)


@pytest.fixture
def player(qapp: QApplication) -> Iterator[Player]:
    """The player is made once and never deleted: QtMultimedia crashes or hangs otherwise."""
    player = qapp.findChild(Player) or Player(qapp)
    player.set_rate(1.0)
    yield player
    player.close()
