"""The arc: one bar a slice on a zero line in the middle, down for risk-forward and up for opportunity-forward."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from reviewer.core.wording import clock, signed
from reviewer.spectrum.axis import Axis
from reviewer.spectrum.figures import Band, SliceScore, Stretch
from reviewer.spectrum.scale import BAND_EDGE, scale_of
from reviewer.spectrum.shapes import Area, Line, Mix, Paint, Picture, Polygon, Rect, Shape, Text, snap

EDGES: Final[dict[Band, str]] = {
    "risk-forward": "risk_edge",
    "mixed": "mixed",
    "silent": "silent",
    "opportunity-forward": "opp_edge",
}
_PAD: Final = 4.0  # between the longest bar and the floor's edge
_LEAST_EDGED: Final = 3.0  # under this width an edge would leave no fill to see
_LEAST_PARTED: Final = 2.0  # under this width a gap of 1 px would take half the bars away
_TICK: Final = 5.0
_RISK_AT: Final = 24  # where the strip is pure `risk`; from here to 100 it runs to `risk_end`


@dataclass(frozen=True, slots=True)
class ArcLook:
    """What is laid over the bars. `pixel` is the size of a device pixel in ours; SVG has 1."""

    on_screen: tuple[int, int] | None = None
    chosen: int | None = None
    is_stale: bool = False
    pixel: float = 1.0


@dataclass(frozen=True, slots=True)
class _Ground:
    """Where the zero line lies, and px a point of score."""

    top: float
    bottom: float
    unit: float
    pixel: float


def bar_fill(score: int, band: Band) -> Paint:
    """The strip's colour at the score. Near ±20, where the strip blends, a bar keeps its band's own colour."""
    if band == "opportunity-forward":
        return "opp"
    if band == "silent":
        return "silent"
    if band == "mixed":
        return "mixed"
    share = round(100 * (abs(score) - _RISK_AT) / (100 - _RISK_AT))
    return Mix("risk", "risk_end", share) if share > 0 else "risk"


def slice_text(score: SliceScore, count: int) -> str:
    """How a screen reader and a tooltip of the page call a slice: “Slice 38 of 104, 38:14, minus 32, risk-forward”."""
    parts = [f"Slice {score.slice.number} of {count}", clock(score.slice.start_ms)]
    if score.band != "silent":
        parts.append(spoken(score.score))
    return ", ".join(part for part in (*parts, score.band) if part)


def arc(
    axis: Axis,
    height: float,
    scores: Sequence[SliceScore],
    stretches: Sequence[Stretch] = (),
    look: ArcLook = ArcLook(),
) -> Picture:
    """The floor with everything on it, from x = 0; labels and playhead are separate (`scale_labels`, `playhead`)."""
    limit = scale_of(score.score for score in scores)
    middle = snap(height / 2, look.pixel)
    ground = _Ground(middle, middle + max(look.pixel, snap(1, look.pixel)), (height / 2 - _PAD) / limit, look.pixel)
    shapes: list[Shape] = [Rect(0, 0, axis.width, height, "ground")]
    shapes += _behind(axis, height, look)
    for number in (BAND_EDGE, -BAND_EDGE):
        y = snap(ground.top - number * ground.unit) + 0.5
        shapes.append(Line(0, y, axis.width, y, "line", 1, (2, 3)))
    shapes.append(Rect(0, ground.top, axis.width, ground.bottom - ground.top, "edge"))
    shapes += _bars(axis, scores, ground, is_stale=look.is_stale)
    for stretch in stretches:
        shapes += _bracket(axis, stretch, height, look.pixel)
    if look.chosen is not None and 1 <= look.chosen <= len(axis.lefts):
        x, width = _frame(axis, look.chosen)
        shapes.append(Rect(x, 0, width, height, stroke="accent", stroke_width=1.5))
    return tuple(shapes)


def arc_areas(axis: Axis, height: float, scores: Sequence[SliceScore]) -> tuple[Area, ...]:
    """Each slice from floor to ceiling, with its accessible name."""
    return tuple(
        Area(left, 0, right - left, height, score.slice.number, slice_text(score, len(scores)))
        for score, left, right in zip(scores, axis.lefts, axis.rights, strict=True)
    )


def scale_labels(height: float, limit: int, line: float = 16.0, x: float = -10.0) -> Picture:
    """+20, 0 and −20, ending at x; where the scale brings them too near, first 0 goes, then the others."""
    unit = (height / 2 - _PAD) / limit
    middle = snap(height / 2)
    near = 0.7 * line  # figures are this high, with a little air
    if 2 * BAND_EDGE * unit < near:
        numbers: tuple[int, ...] = (0,)
    else:
        numbers = (BAND_EDGE, 0, -BAND_EDGE) if BAND_EDGE * unit >= near else (BAND_EDGE, -BAND_EDGE)
    return tuple(
        Text(x, snap(middle - number * unit + 0.27 * line), signed(number, plus=True), "end", "ink3")
        for number in numbers
    )


def playhead(x: float, height: float, *, has_flag: bool = True) -> Picture:
    """The position: a line through a row of the plots, in the arc with a flag at its head."""
    line = Line(x, 0, x, height, "accent", 1.5)
    if not has_flag:
        return (line,)
    return line, Polygon(((x - 5, 0), (x + 5, 0), (x, 6)), "accent")


def _behind(axis: Axis, height: float, look: ArcLook) -> list[Shape]:
    shapes: list[Shape] = []
    count = len(axis.lefts)
    if look.on_screen is not None and count:
        first, last = (min(count, max(1, number)) for number in look.on_screen)
        left, right = snap(axis.span(first)[0], look.pixel), snap(axis.span(last)[1], look.pixel)
        shapes.append(Rect(left, 0, max(look.pixel, right - left), height, "view"))
    if look.chosen is not None and 1 <= look.chosen <= count:
        x, width = _frame(axis, look.chosen)
        shapes.append(Rect(x, 0, width, height, "slice_tint"))
    return shapes


def _frame(axis: Axis, number: int) -> tuple[float, float]:
    """The frame of the chosen slice: 2 px beyond its bar, and wide enough to be seen round the narrowest."""
    left, right = axis.span(number)
    x = snap(left - 2)
    return x, max(6.0, snap(right + 1) - x)


def _bars(axis: Axis, scores: Sequence[SliceScore], ground: _Ground, *, is_stale: bool) -> Iterable[Shape]:
    drawn = list(zip(scores, axis.lefts, axis.rights, strict=True))
    if drawn and axis.width / len(drawn) < _LEAST_PARTED:
        drawn.sort(key=lambda bar: abs(bar[0].score))  # several share a pixel: the longest is seen
    for score, left, right in drawn:
        yield from _bar(score, left, right, ground, is_stale=is_stale)


def _bar(score: SliceScore, left: float, right: float, ground: _Ground, *, is_stale: bool) -> tuple[Shape, ...]:
    if score.band == "silent":
        x = snap((left + right - 1) / 2, ground.pixel)
        return (Rect(x, ground.top - (_TICK - 1) / 2, 1, _TICK, "silent"),)
    gap = 1.0 if right - left >= _LEAST_PARTED else 0.0
    # A pixel at the floor's end may round to beyond it; a bar begins on the floor.
    x = min(snap(left + gap / 2, ground.pixel), left + gap / 2 if right - left < ground.pixel else right)
    width = max(ground.pixel, snap(right + gap / 2, ground.pixel) - gap - x)
    y, height = _reach(score.score, ground)
    edge = EDGES[score.band]
    if width < _LEAST_EDGED:
        tip = y if score.score > 0 else y + height - 1
        return (Rect(x, tip, width, 1, edge),) if is_stale else (Rect(x, y, width, height, edge),)
    if is_stale:
        return (Rect(x, y, width, height, None, edge),)
    fill = bar_fill(score.score, score.band)
    return (Rect(x, y, width, height, fill, None if edge == fill else edge),)


def _reach(score: int, ground: _Ground) -> tuple[float, float]:
    """Top and height of a bar. Terms that cancel out leave a mixed 0: a block on the zero line, so that it is seen."""
    if score == 0:
        return ground.top - 1, ground.bottom - ground.top + 2
    length = max(ground.pixel, snap(abs(score) * ground.unit, ground.pixel))
    return (ground.top - length, length) if score > 0 else (ground.bottom, length)


def _bracket(axis: Axis, stretch: Stretch, height: float, pixel: float) -> tuple[Shape, ...]:
    """Open upwards at the foot, from the first bar's left to the last one's right."""
    if not 1 <= stretch.first <= stretch.last <= len(axis.lefts):
        return ()
    left = snap(axis.span(stretch.first)[0], pixel)
    right = max(left + 3, snap(axis.span(stretch.last)[1], pixel))
    foot, top = snap(height - 2, pixel), snap(height - 7, pixel)
    thick = max(pixel, snap(1, pixel))
    return (
        Rect(left, top, thick, foot - top, "ink"),
        Rect(right - thick, top, thick, foot - top, "ink"),
        Rect(left, foot - thick, right - left, thick, "ink"),
    )


def spoken(score: int) -> str:
    """Signs as words: screen readers leave out a minus sign."""
    return f"minus {-score}" if score < 0 else f"plus {score}" if score > 0 else "0"
