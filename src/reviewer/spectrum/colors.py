"""From a shape's paint to a colour: the one place where tokens, mixtures and the two fixed colours are resolved."""

from typing import Final

from reviewer.spectrum.shapes import BLACK, STRIP_EDGE, WHITE, Mix, Paint
from reviewer.spectrum.tokens import Tokens

_FIXED: Final = {BLACK: "#000000", WHITE: "#FFFFFF"}


def color_of(paint: Paint, tokens: Tokens) -> str:
    """The paint as #RRGGBB in a theme. KeyError for a name that is no token."""
    if isinstance(paint, Mix):
        return _mixed(color_of(paint.one, tokens), color_of(paint.other, tokens), paint.percent)
    if paint == STRIP_EDGE:
        return tokens["edge" if tokens.name == "dark" else "opp_edge"]
    return _FIXED[paint] if paint in _FIXED else tokens[paint]


def variable_of(paint: Paint) -> str:
    """The paint as a CSS value of the page's variables, so that the picture follows the page's light and dark.

    The page has a variable a token; `--strip_edge` only where it differs from `--opp_edge`, in the dark theme.
    """
    if isinstance(paint, Mix):
        return f"color-mix(in srgb, {variable_of(paint.one)}, {variable_of(paint.other)} {paint.percent}%)"
    if paint == STRIP_EDGE:
        return f"var(--{STRIP_EDGE}, var(--opp_edge))"
    return _FIXED.get(paint, f"var(--{paint})")


def _mixed(one: str, other: str, percent: int) -> str:
    parts = (
        round(int(one[at : at + 2], 16) * (100 - percent) / 100 + int(other[at : at + 2], 16) * percent / 100)
        for at in (1, 3, 5)
    )
    return "#" + "".join(f"{part:02X}" for part in parts)
