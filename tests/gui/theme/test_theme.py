"""The theme changes live, by choice, by the system and by the text size."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QAction, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from reviewer.gui.theme import Theme
from reviewer.gui.theme.choice import Choice
from reviewer.gui.theme.palette import ROLE_OF_TOKEN, TOKEN_OF_ROLE
from reviewer.spectrum.tokens import TOKEN_NAMES, TOKENS


@pytest.mark.parametrize(
    ("choice", "name"), [("light", "light"), ("dark", "dark"), ("contrast", "contrast"), ("system", "light")]
)
def test_a_choice_decides_the_theme(theme: Theme, choice: Choice, name: str) -> None:
    theme.set_choice("dark" if choice != "dark" else "light")
    theme.set_choice(choice)
    assert (theme.choice, theme.name) == (choice, name)
    assert theme.color("paper").name().upper() == TOKENS[name].paper
    assert QApplication.palette().color(QPalette.ColorRole.Window).name().upper() == TOKENS[name].ground


def test_a_change_is_told_once_and_only_when_it_is_one(theme: Theme, qtbot: QtBot) -> None:
    with qtbot.waitSignal(theme.changed):
        theme.set_choice("dark")
    with qtbot.assertNotEmitted(theme.changed):
        theme.set_choice("dark")
        theme.set_zoom(100)


def test_a_word_that_is_no_theme_changes_nothing(theme: Theme) -> None:
    with pytest.raises(ValueError, match="sepia"):
        theme.set_choice("sepia")  # type: ignore[arg-type]
    assert (theme.choice, theme.name) == ("light", "light")


@pytest.mark.parametrize(("wanted", "got"), [(50, 70), (70, 70), (110, 110), (400, 200)])
def test_the_text_size_keeps_its_range(theme: Theme, wanted: int, got: int) -> None:
    theme.set_zoom(wanted)
    assert theme.zoom == got


def test_controls_grow_with_the_text(theme: Theme, qtbot: QtBot) -> None:
    button = QPushButton("Export…")
    qtbot.addWidget(button)
    button.show()
    before = button.sizeHint()
    theme.set_zoom(200)
    assert button.sizeHint().height() == 2 * before.height()
    assert button.sizeHint().width() > 1.5 * before.width()


def test_a_font_handed_out_is_the_caller_s_own(theme: Theme) -> None:
    theme.font("small").setPixelSize(90)
    assert theme.font("small").pixelSize() == 12


def test_the_focus_ring_is_thicker_in_high_contrast(theme: Theme) -> None:
    widths = []
    for choice in theme_choices():
        theme.set_choice(choice)
        widths.append(theme.focus_width)
    assert widths == [2, 2, 3]


def theme_choices() -> tuple[Choice, Choice, Choice]:
    return ("light", "dark", "contrast")


def test_unknown_tokens_and_roles_are_bugs(theme: Theme) -> None:
    with pytest.raises(KeyError):
        theme.color("amber")
    with pytest.raises(KeyError):
        theme.font("huge")


def test_every_role_of_the_palette_stands_for_a_token() -> None:
    assert set(TOKEN_OF_ROLE.values()) <= TOKEN_NAMES
    assert all(TOKEN_OF_ROLE[role] == token for token, role in ROLE_OF_TOKEN.items())


def test_a_kept_icon_and_a_kept_text_follow_the_theme(theme: Theme, qtbot: QtBot) -> None:
    action, label = QAction(), QLabel("38:14")
    qtbot.addWidget(label)
    theme.keep_icon(action, "search", "accent")
    theme.keep_text(label, "small", "ink3")
    theme.set_choice("dark")
    theme.set_zoom(200)
    image = action.icon().pixmap(QSize(16, 16)).toImage()
    found = {
        image.pixelColor(x, y).name() for x in range(16) for y in range(16) if image.pixelColor(x, y).alpha() > 250
    }
    assert found == {theme.color("accent").name()}
    assert label.palette().color(QPalette.ColorRole.WindowText) == theme.color("ink3")
    assert label.font().pixelSize() == 24
