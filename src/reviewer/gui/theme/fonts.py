"""The two families of the window and the roles that type plays in it, each with its size, line and weight."""

from dataclasses import dataclass
from enum import StrEnum
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from PySide6.QtGui import QFont, QFontDatabase


class Voice(StrEnum):
    """Which of the two families speaks: the program, or what people said and wrote."""

    INTERFACE = "interface"
    READING = "reading"


@dataclass(frozen=True, slots=True)
class Role:
    """One use of type: size and line height in px at 100 %, weight, and the sizes it keeps between.

    Tabular figures make Inter's hyphen as wide as a figure ("Risk -forward"), so roles of running words go without.
    """

    px: float
    line: float
    weight: int
    voice: Voice = Voice.INTERFACE
    least: float = 10.0  # under this no text of the window can be read
    most: float = 200.0
    is_tabular: bool = True


ROLES: Final[dict[str, Role]] = {
    "page_title": Role(40, 48, 600, Voice.READING),
    "start_title": Role(30, 38, 600, Voice.READING),
    "title": Role(22, 28, 600, Voice.READING),
    "slice_score": Role(28, 34, 600),
    "transcript": Role(17, 27, 400, Voice.READING, least=14, most=28),
    "player_time": Role(17, 24, 500),
    "quote": Role(14.5, 21, 400, Voice.READING),
    "interface": Role(13, 20, 400, is_tabular=False),
    "interface_strong": Role(13, 20, 500, is_tabular=False),
    "heading": Role(13, 20, 600, is_tabular=False),
    "small": Role(12, 16, 400),
    "small_strong": Role(12, 16, 600),
    "keycap": Role(11, 16, 400),
}

FAMILIES: Final[dict[Voice, tuple[str, ...]]] = {
    Voice.INTERFACE: ("Inter", "Segoe UI", "Helvetica Neue", "Noto Sans", "DejaVu Sans"),
    Voice.READING: (
        *("Source Serif 4", "Charter", "Charis SIL", "Sitka Text", "Georgia"),
        *("Noto Serif", "DejaVu Serif"),
    ),
}

# Inter's italic is left out: nothing of the interface is set in it, and a file costs a millisecond at start.
_FILES: Final = (
    ("fontpkg_inter", "Inter[opsz,wght].ttf"),
    ("fontpkg_source_serif_4", "SourceSerif4[opsz,wght].ttf"),
    ("fontpkg_source_serif_4", "SourceSerif4-Italic[opsz,wght].ttf"),
)
_VARIABLE: Final = frozenset({"Inter", "Source Serif 4"})


def load_fonts() -> tuple[str, ...]:
    """Give Qt our font files; the families it took. A package that is missing is passed over."""
    taken: dict[str, None] = {}
    for package, name in _FILES:
        path = _packaged(package, name)
        if path is not None:
            for family in QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(path))):
                taken[family] = None
    return tuple(taken)


def size_at(role: Role, zoom: int) -> int:
    """The size of a role at a text zoom in percent, in whole px: Qt's FreeType knows no others, so 14.5 becomes 15."""
    return int(_exact_size(role, zoom) + 0.5)


def line_at(role: Role, zoom: int) -> int:
    """The line height that belongs to that size, in whole px."""
    return round(role.line * _exact_size(role, zoom) / role.px)


def make_font(role: Role, zoom: int, families: tuple[str, ...], *, italic: bool = False) -> QFont:
    """A font for the role: tabular lining figures, and the weight on the axis where the family has one."""
    font = QFont(list(families))
    px = size_at(role, zoom)
    font.setPixelSize(px)
    font.setItalic(italic)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)  # lines break alike on every machine
    for feature in ("tnum", "lnum") if role.is_tabular else ("lnum",):
        font.setFeature(QFont.Tag(feature), 1)
    font.setWeight(QFont.Weight(role.weight))
    if families[0] in _VARIABLE:
        # Qt picks a file by weight and leaves its axes at their defaults, so 500 and 600 would look like 400.
        font.setVariableAxis(QFont.Tag("wght"), role.weight)
        font.setVariableAxis(QFont.Tag("opsz"), px)
    return font


def _packaged(package: str, name: str) -> Path | None:
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        return None
    path = Path(spec.origin).with_name("files") / name
    return path if path.is_file() else None


def _exact_size(role: Role, zoom: int) -> float:
    return min(role.most, max(role.least, role.px * zoom / 100))
