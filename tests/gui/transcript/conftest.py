"""One theme for the application, and a transcript 760 px wide with the text of the window's pictures."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.gui.transcript.transcript_texts import sample, starts_of

from reviewer.gui.theme import Theme
from reviewer.gui.transcript import TranscriptView


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
def empty(theme: Theme, qtbot: QtBot) -> TranscriptView:
    """A view in sight that was not given a text yet."""
    view = TranscriptView(theme)
    qtbot.addWidget(view)
    view.resize(760, 560)
    with qtbot.waitExposed(view):
        view.show()
    return view


@pytest.fixture
def view(empty: TranscriptView) -> TranscriptView:
    text = sample()
    empty.set_text(text, starts_of(text))
    return empty
