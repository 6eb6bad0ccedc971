"""The pictures of the scores as the page and the bundle have them: the shapes of `spectrum` laid out to one width."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from reviewer.core.wording import count
from reviewer.publish.svg import svg
from reviewer.publish.widths import inter_width
from reviewer.spectrum.arc import ArcLook, arc, arc_areas, scale_labels
from reviewer.spectrum.axis import Mode, axis_labels, make_axis
from reviewer.spectrum.bands import GLYPH, NAMES, band_bar, glyph
from reviewer.spectrum.figures import Band, Figures
from reviewer.spectrum.scale import scale_of
from reviewer.spectrum.shapes import Picture, linked, moved
from reviewer.spectrum.strip import strip, strip_height
from reviewer.spectrum.tokens import Tokens

WIDTH: Final = 1000.0  # of the page's column
# The page has each picture in three widths and shows the one that fits, so that labels of 12 px are never under 11:
# from 312 px of room on (a phone of 344), from 588 and from 918. `page.css` has the bounds, with a bar to scroll by.
WIDTHS: Final[Mapping[str, float]] = {"wide": WIDTH, "middle": 640.0, "narrow": 340.0}
_LEFT: Final = 36.0  # room for the numbers of the arc's scale
_FLOOR: Final = 132.0  # the arc's height
_AXIS: Final = 20.0  # the line of axis labels under it
_BAND: Final = 18.0


@dataclass(frozen=True, slots=True)
class Drawing:
    """Shapes with the size of their sheet and the words for those who can't see them."""

    shapes: Picture
    width: float
    height: float
    title: str

    def svg(self, tokens: Tokens | None = None) -> str:
        """With tokens a picture of its own, without them one for the page, whose variables colour it."""
        return svg(self.shapes, self.width, self.height, tokens, self.title)


def strip_drawing(figures: Figures, width: float = WIDTH, *, has_links: bool = False) -> Drawing:
    shapes = strip(width, figures.statistics, inter_width, figures.scores if has_links else ())
    return Drawing(linked(shapes, slice_address), width, strip_height(), "Perspective map: the axis with its scores")


def arc_drawing(
    figures: Figures, mode: Mode, duration_ms: int, width: float = WIDTH, *, has_links: bool = False
) -> Drawing:
    """The arc by slices or by the clock, with its scale at the left and its axis below."""
    scores = figures.scores
    axis = make_axis(width - _LEFT, scores, mode, duration_ms)
    shapes = (
        *scale_labels(_FLOOR, scale_of(score.score for score in scores)),
        *arc(axis, _FLOOR, scores, figures.stretches, ArcLook()),
        *axis_labels(axis, inter_width, _FLOOR + _AXIS - 6),
        *(arc_areas(axis, _FLOOR, scores) if has_links else ()),
    )
    how = "by the clock" if mode == "clock" else "in the order of the transcript"
    title = f"Episode arc: {count(len(scores), 'slice')} {how}"
    return Drawing(linked(moved(shapes, _LEFT, 0), slice_address), width, _FLOOR + _AXIS, title)


def bands_drawing(figures: Figures, width: float = WIDTH) -> Drawing:
    return Drawing(band_bar(width, _BAND, figures.statistics), width, _BAND, "Slice bands: the share of each band")


def slice_address(number: int) -> str:
    """Where a slice begins in the page's transcript."""
    return f"#slice-{number}"


def glyph_drawing(band: Band) -> Drawing:
    """The sign of a band, for the legend and the transcript."""
    return Drawing(glyph(band, 0, 0), GLYPH, GLYPH, NAMES[band])
