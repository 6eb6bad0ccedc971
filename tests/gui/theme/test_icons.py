"""The icons are one set: one grid, one stroke, no colour of their own."""

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QPixmap

from reviewer import paths
from reviewer.gui.theme import Theme

FILES = sorted(paths.resource("icons").glob("*.svg"))

NEEDED = [
    "import",
    "search",
    "export",
    "play",
    "pause",
    "previous-slice",
    "next-slice",
    "back-5",
    "on-5",
    "follow",
    "loop",
    "speed",
    "volume",
    "check",
    "warn",
    "error",
    "close",
    "chevron-down",
    "chevron-left",
    "chevron-right",
    "arrow-right",
    "undo",
    "redo",
    "headphones",
    "pencil",
    "captions",
    "file",
    "pin",
    "glossary",
    "sun",
    "moon",
    "info",
    "eye-off",
    "quote",
    "clock",
    "folder",
    "trash",
    "withdraw",
    "plus",
    "list",
    "help",
]


def colors_of(pixmap: QPixmap) -> set[str]:
    """The opaque colours of a picture."""
    image = pixmap.toImage()
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return {color.name() for color in pixels if color.alpha() == 255}


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_every_icon_is_of_the_set(path: Path) -> None:
    root = ET.fromstring(path.read_text(encoding="utf-8"))
    assert root.attrib["viewBox"] == "0 0 24 24"
    assert (root.attrib["width"], root.attrib["height"]) == ("16", "16")
    assert (root.attrib["stroke"], root.attrib["stroke-width"], root.attrib["fill"]) == ("currentColor", "1.75", "none")
    assert (root.attrib["stroke-linecap"], root.attrib["stroke-linejoin"]) == ("round", "round")
    assert not any({"fill", "stroke", "style"} & set(shape.attrib) for shape in root)


@pytest.mark.parametrize("name", NEEDED)
def test_every_icon_that_the_window_names_is_drawn(theme: Theme, name: str) -> None:
    assert colors_of(theme.pixmap(name, "ink", 64)) == {theme.color("ink").name()}


@pytest.mark.parametrize(("size", "dpr", "edge"), [(16, 1.0, 16), (16, 2.0, 32), (16, 1.25, 20), (24, 1.5, 36)])
def test_an_icon_is_drawn_for_the_pixels_it_gets(theme: Theme, size: int, dpr: float, edge: int) -> None:
    pixmap = theme.pixmap("search", "ink2", size, dpr)
    assert pixmap.size() == QSize(edge, edge)
    assert pixmap.deviceIndependentSize().width() == size


def test_an_icon_is_rendered_once(theme: Theme) -> None:
    assert theme.pixmap("play", "accent").cacheKey() == theme.pixmap("play", "accent").cacheKey()


def test_an_icon_of_what_can_t_be_used_is_fainter(theme: Theme) -> None:
    icon = theme.icon("check")
    assert colors_of(icon.pixmap(QSize(64, 64), QIcon.Mode.Disabled)) <= {theme.faded().name()}
    assert QColor(theme.faded()) != theme.color("ink2")


@pytest.mark.usefixtures("theme")
def test_a_name_that_is_not_drawn_is_a_bug(theme: Theme) -> None:
    with pytest.raises(FileNotFoundError):
        theme.pixmap("unicorn")
