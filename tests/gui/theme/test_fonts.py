"""The fonts come from their packages, in true weights and with figures of one width."""

import importlib.util

import pytest
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter

from reviewer.gui.theme import Theme, fonts
from reviewer.gui.theme.fonts import FAMILIES, ROLES, Role, Voice, line_at, load_fonts, make_font, size_at


def ink_of(role: Role) -> int:
    """How much of a page the words blacken."""
    page = QImage(600, 80, QImage.Format.Format_Grayscale8)
    page.fill(255)
    painter = QPainter(page)
    painter.setPen(QColor("black"))
    painter.setFont(make_font(role, 100, FAMILIES[role.voice]))
    painter.drawText(4, 60, "Handing research to the")
    painter.end()
    return sum(255 - value for value in bytes(page.constBits()))


@pytest.mark.parametrize("voice", Voice)
@pytest.mark.usefixtures("theme")
def test_each_weight_is_darker_and_wider_than_the_one_before(voice: Voice) -> None:
    roles = [Role(40, 48, weight, voice) for weight in (400, 500, 600)]
    inks = [ink_of(role) for role in roles]
    widths = [QFontMetricsF(make_font(r, 100, FAMILIES[voice])).horizontalAdvance("Handing research") for r in roles]
    assert inks[0] * 1.08 < inks[1] < inks[2] / 1.08
    assert widths[0] < widths[1] < widths[2]


@pytest.mark.parametrize("role", [name for name, role in ROLES.items() if role.is_tabular])
def test_figures_are_of_one_width_in_every_tabular_role(theme: Theme, role: str) -> None:
    metrics = QFontMetricsF(theme.font(role))
    assert len({round(metrics.horizontalAdvance(figure * 4), 3) for figure in "0123456789"}) == 1


@pytest.mark.parametrize(
    ("role", "zoom", "size", "line"),
    [
        ("transcript", 100, 17, 27),
        ("transcript", 70, 14, 22),
        ("transcript", 200, 28, 44),
        ("quote", 100, 15, 21),
        ("quote", 120, 17, 25),
        ("interface", 100, 13, 20),
        ("interface", 200, 26, 40),
        ("keycap", 70, 10, 15),
        ("page_title", 100, 40, 48),
    ],
)
def test_size_and_line_at_a_text_size(role: str, zoom: int, size: int, line: int) -> None:
    assert size_at(ROLES[role], zoom) == size
    assert line_at(ROLES[role], zoom) == line


def test_heard_forms_are_in_true_italics(theme: Theme) -> None:
    upright, italic = theme.font("quote"), theme.font("quote", italic=True)
    assert italic.italic()
    assert not upright.italic()
    words = "holden institute"
    assert QFontMetricsF(italic).horizontalAdvance(words) != QFontMetricsF(upright).horizontalAdvance(words)


@pytest.mark.usefixtures("theme")
def test_a_missing_package_leaves_the_system_s_fonts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "find_spec", lambda _name: None)
    assert load_fonts() == ()
    spec = importlib.util.find_spec("reviewer")
    monkeypatch.setattr(fonts, "find_spec", lambda _name: spec)
    assert load_fonts() == ()


def test_a_family_of_the_user_s_own_comes_first_and_can_be_taken_back(theme: Theme) -> None:
    theme.set_family(Voice.READING, "DejaVu Serif")
    assert theme.font("transcript").families()[:2] == ["DejaVu Serif", "Source Serif 4"]
    theme.set_family(Voice.READING, "")
    assert theme.font("transcript").families()[0] == "Source Serif 4"
