"""The bands: their glyphs, the legend with their shares, and the one stacked band of the page."""

from typing import Final

from reviewer.core.wording import percent
from reviewer.spectrum.figures import Band, Statistics
from reviewer.spectrum.shapes import Measure, Picture, Rect, Shape, Text, snap

NAMES: Final[dict[Band, str]] = {
    "risk-forward": "Risk-forward",
    "mixed": "Mixed",
    "silent": "Silent",
    "opportunity-forward": "Opportunity-forward",
}
GLYPH: Final = 12.0  # the side of the square that a glyph stands in
# Between the entries of a legend, and from glyph to text: the widest that there is room for is taken.
_GAPS: Final = ((16.0, 6.0), (12.0, 6.0), (8.0, 6.0), (8.0, 4.0))
_FILLS: Final[dict[Band, tuple[str, str]]] = {
    "risk-forward": ("risk", "risk_edge"),
    "mixed": ("mixed", "mixed"),
    "silent": ("hover", "edge"),
    "opportunity-forward": ("opp", "opp_edge"),
}


def shares(statistics: Statistics) -> dict[Band, int]:
    """The four bands from risk-forward to opportunity-forward with their per cents."""
    return {
        "risk-forward": statistics.risk_pct,
        "mixed": statistics.mixed_pct,
        "silent": statistics.silent_pct,
        "opportunity-forward": statistics.opportunity_pct,
    }


def glyph(band: Band, x: float, y: float, *, is_stale: bool = False) -> Picture:
    """A band's sign, 12 px square with its upper left corner at x, y: a small bar on its zero line."""
    if band == "risk-forward":
        bar = Rect(x + 3, y + 2, 6, 9, None if is_stale else "risk", "risk_edge")
        return Rect(x, y + 1, 12, 1, "edge"), bar
    if band == "opportunity-forward":
        bar = Rect(x + 3, y + 1, 6, 9, None if is_stale else "opp", "opp_edge")
        return Rect(x, y + 10, 12, 1, "edge"), bar
    if band == "mixed":
        fill, stroke = (None, "mixed") if is_stale else ("mixed", None)
        line = Rect(x, y + 6, 12, 1, "edge")
        return line, Rect(x + 1, y + 2, 4, 4, fill, stroke), Rect(x + 7, y + 7, 4, 4, fill, stroke)
    return Rect(x, y + 6, 12, 1, "edge"), Rect(x + 5, y + 3, 1, 7, "silent")


def legend(statistics: Statistics | None, width: float, measure: Measure, middle: float, line: float = 16.0) -> Picture:
    """Glyphs and shares in a row from x = 0 to `width` at most, about `middle`; without statistics the names alone.

    Where it gets narrow the entries move together; where that is not enough, names lose their second half.
    """
    words = [_words(band, statistics, is_short=False) for band in NAMES]
    gaps = _gaps(words, width, measure)
    if gaps is None:
        words = [_words(band, statistics, is_short=True) for band in NAMES]
        gaps = _gaps(words, width, measure) or _GAPS[-1]
    between, after_glyph = gaps
    shapes: list[Shape] = []
    x = 0.0
    for band, text in zip(NAMES, words, strict=True):
        shapes += glyph(band, snap(x), snap(middle - GLYPH / 2), is_stale=statistics is None)
        shapes.append(Text(x + GLYPH + after_glyph, snap(middle + 0.27 * line), text))
        x += GLYPH + after_glyph + measure(text, "small") + between
    return tuple(shapes)


def band_bar(width: float, height: float, statistics: Statistics) -> Picture:
    """The shares as one stacked band; a band without a share is left out."""
    present = [(band, share) for band, share in shares(statistics).items() if share > 0]
    room = width - (len(present) - 1)
    shapes: list[Shape] = []
    x = done = 0.0
    for number, (band, share) in enumerate(present):
        done += share
        right = max(x + 1, snap(done / 100 * room) + number)  # the smallest share is seen too
        fill, edge = _FILLS[band]
        shapes.append(Rect(x, 0, right - x, height, fill, edge, 1, 2))
        x = right + 1
    return tuple(shapes)


def _words(band: Band, statistics: Statistics | None, *, is_short: bool) -> str:
    name = NAMES[band].partition("-")[0] if is_short else NAMES[band]
    return f"{name} {percent(shares(statistics)[band])}" if statistics is not None else name


def _gaps(words: list[str], width: float, measure: Measure) -> tuple[float, float] | None:
    taken = sum(GLYPH + measure(text, "small") for text in words)
    count = len(words)
    fitting = (gaps for gaps in _GAPS if taken + gaps[0] * (count - 1) + gaps[1] * count <= width)
    return next(fitting, None)
