"""The tokens as a QPalette, for what Qt itself paints and for labels and views that follow the theme by a role."""

from typing import Final

from PySide6.QtGui import QColor, QPalette

from reviewer.spectrum.tokens import Tokens

_Role = QPalette.ColorRole

# Which token each role of the palette carries. AlternateBase is the paper, since nothing is striped; Dark and Mid
# carry second text and edges, since nothing is etched.
TOKEN_OF_ROLE: Final[dict[QPalette.ColorRole, str]] = {
    _Role.Window: "ground",
    _Role.WindowText: "ink",
    _Role.Base: "raised",
    _Role.AlternateBase: "paper",
    _Role.Text: "ink",
    _Role.Button: "raised",
    _Role.ButtonText: "ink",
    _Role.BrightText: "bad",
    _Role.Highlight: "accent_soft",
    _Role.HighlightedText: "on_soft",
    _Role.Link: "accent",
    _Role.LinkVisited: "accent",
    _Role.Accent: "accent",
    _Role.ToolTipBase: "raised",
    _Role.ToolTipText: "ink",
    _Role.PlaceholderText: "ink3",
    _Role.Light: "hover",
    _Role.Midlight: "line",
    _Role.Mid: "edge",
    _Role.Dark: "ink2",
    _Role.Shadow: "sunken",
}

# For `setBackgroundRole` and `setForegroundRole`: the widget then follows the theme by itself.
ROLE_OF_TOKEN: Final[dict[str, QPalette.ColorRole]] = {
    "ground": _Role.Window,
    "paper": _Role.AlternateBase,
    "raised": _Role.Base,
    "hover": _Role.Light,
    "sunken": _Role.Shadow,
    "line": _Role.Midlight,
    "edge": _Role.Mid,
    "ink": _Role.WindowText,
    "ink2": _Role.Dark,
    "ink3": _Role.PlaceholderText,
    "accent": _Role.Accent,
    "accent_soft": _Role.Highlight,
    "on_soft": _Role.HighlightedText,
    "bad": _Role.BrightText,
}

_FADED: Final = 0.55  # how far the text of a disabled control goes towards what it stands on


def mixed(one: QColor, other: QColor, share: float) -> QColor:
    """`one` with `share` of `other` in it, 0 to 1."""
    return QColor.fromRgbF(
        one.redF() + (other.redF() - one.redF()) * share,
        one.greenF() + (other.greenF() - one.greenF()) * share,
        one.blueF() + (other.blueF() - one.blueF()) * share,
    )


def faded(tokens: Tokens) -> QColor:
    """The text of what can't be used just now."""
    return mixed(QColor(tokens.ink3), QColor(tokens.ground), _FADED)


def make_palette(tokens: Tokens) -> QPalette:
    """A palette that is the same whether its window is in front or not: a selection keeps its tint."""
    palette = QPalette()
    for role, token in TOKEN_OF_ROLE.items():
        palette.setColor(role, QColor(tokens[token]))
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText, _Role.HighlightedText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, faded(tokens))
    palette.setColor(QPalette.ColorGroup.Disabled, _Role.Highlight, QColor(tokens.hover))
    return palette
