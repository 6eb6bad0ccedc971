"""The pictured episode in the plots."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot
from tests.pictured_episode import DURATION_MS, HEARD, pictured_figures

from reviewer.gui.plots.plots import Plots
from reviewer.gui.theme import Theme


@pytest.fixture
def show(theme: Theme, qtbot: QtBot) -> Callable[[int], Plots]:
    """The pictured episode in a pane of the width."""

    def shown(width: int = 760) -> Plots:
        plots = Plots(theme)
        qtbot.addWidget(plots)
        plots.set_figures(pictured_figures(), DURATION_MS)
        plots.set_heard(HEARD)
        plots.set_on_screen(38, 41)
        plots.resize(width, 246)
        with qtbot.waitExposed(plots):
            plots.show()
        return plots

    return shown


@pytest.fixture
def plots(show: Callable[[int], Plots]) -> Plots:
    return show(760)
