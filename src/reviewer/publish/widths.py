"""How wide a text of the pictures is where there is no screen to measure it: from the advances of Inter."""

from collections.abc import Mapping
from typing import Final

# Thousandths of the em, with tabular figures and without kerning: a little more than a browser takes.
# Read from Inter's variable font at 400 and 600; characters that are alike stand together.
_REGULAR: Final = (
    *((242, "ijl"), (261, "’"), (269, " ,.:;I\u00a0"), (288, "!·"), (300, "'"), (327, "t"), (333, "|"), (360, "/\\")),
    *((370, "f"), (376, "r"), (391, "()[]{}"), (440, "“”"), (456, "_"), (466, '"'), (500, "–"), (511, "?")),
    *((528, "s"), (546, "x"), (549, "k"), (552, "z"), (562, "avy"), (565, "L"), (571, "Jc"), (583, "e"), (590, "F")),
    *((591, "hnu"), (600, "o"), (601, "E"), (612, "bdpq"), (613, "g"), (629, "Z"), (633, "#"), (639, "P")),
    *((642, "$S"), (644, "&R"), (646, "T"), (648, "*+-0123456789<=>~−×"), (654, "B"), (672, "K"), (679, "Y")),
    *((682, "X"), (690, "AV"), (722, "D"), (730, "C"), (743, "H"), (744, "U"), (746, "G"), (753, "N"), (765, "OQ")),
    *((818, "w"), (864, "…"), (876, "m"), (903, "M"), (966, "@"), (982, "%"), (985, "W")),
)
_SEMIBOLD: Final = (
    *((262, "ijl"), (269, " ,.:;\u00a0"), (277, "I"), (294, "’"), (319, "·"), (321, "!"), (326, "'"), (353, "t")),
    *((359, "|"), (379, "/\\"), (389, "f"), (391, "()[]{}"), (397, "r"), (469, "_"), (500, "–"), (507, "“”")),
    *((523, '"'), (543, "?"), (549, "s"), (565, "L"), (566, "z"), (569, "kx"), (574, "a"), (580, "J"), (583, "c")),
    *((587, "v"), (588, "Fy"), (591, "e"), (605, "E"), (609, "o"), (612, "hnu"), (624, "bdpq"), (625, "g")),
    *((644, "#"), (645, "P"), (647, "*+-0123456789<=>~−×"), (650, "$S"), (652, "RZ"), (659, "B"), (660, "T")),
    *((663, "&"), (703, "K"), (713, "Y"), (720, "X"), (722, "D"), (728, "AV"), (736, "U"), (737, "C"), (746, "H")),
    *((749, "G"), (759, "N"), (769, "O"), (773, "Q"), (839, "w"), (900, "m"), (922, "M"), (956, "…"), (999, "@")),
    *((1004, "%"), (1020, "W")),
)
_UNKNOWN: Final = 1000  # a character that no label of ours has: better too much room than too little
SIZES: Final[Mapping[str, tuple[float, int]]] = {
    "small": (12, 400),
    "small_strong": (12, 600),
    "interface": (13, 400),
    "heading": (13, 600),
}


def _table(rows: tuple[tuple[int, str], ...]) -> dict[str, int]:
    return {char: width for width, chars in rows for char in chars}


_ADVANCES: Final = {400: _table(_REGULAR), 600: _table(_SEMIBOLD)}


def inter_width(text: str, role: str) -> float:
    """The width of a text in px at 100 %. KeyError for a role that no picture uses."""
    px, weight = SIZES[role]
    advances = _ADVANCES[weight]
    return sum(advances.get(char, _UNKNOWN) for char in text) * px / 1000
