"""What the pictures of the scores are made of: shapes with token names, painted by the window and written as SVG.

Coordinates are px at 100 %, x to the right, y down. An edge lies inside the shape's own rectangle, so that snapping
the rectangle to whole device pixels snaps the edge too.
"""

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Final, Literal

Anchor = Literal["start", "middle", "end"]
Measure = Callable[[str, str], float]
"""The width in px of a text set in a role of the theme ("small", "small_strong")."""

# The median's bar is black with a white edge in every theme, so no token can name it.
BLACK: Final = "black"
WHITE: Final = "white"
# `opp_edge`, but `edge` in the dark theme, where a white frame would outshine what it frames.
STRIP_EDGE: Final = "strip_edge"


@dataclass(frozen=True, slots=True)
class Mix:
    """A colour between two tokens: `percent` of `other` in `one`."""

    one: str
    other: str
    percent: int


Paint = str | Mix


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle, with a radius a rounded one."""

    x: float
    y: float
    w: float
    h: float
    fill: Paint | None = None
    stroke: Paint | None = None
    stroke_width: float = 1.0
    radius: float = 0.0


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line, its width on both sides of it; `dash` is lengths in px, drawn and left out in turn."""

    x1: float
    y1: float
    x2: float
    y2: float
    stroke: Paint
    width: float = 1.0
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Polygon:
    """A closed outline through the points."""

    points: tuple[tuple[float, float], ...]
    fill: Paint | None = None
    stroke: Paint | None = None
    stroke_width: float = 1.0


@dataclass(frozen=True, slots=True)
class Gradient:
    """A rectangle whose colour runs from left to right through its stops, each an offset of 0 to 1 and a token."""

    x: float
    y: float
    w: float
    h: float
    stops: tuple[tuple[float, str], ...]
    radius: float = 0.0


@dataclass(frozen=True, slots=True)
class Hatch:
    """A rectangle hatched from bottom left to top right, with an edge of the same colour."""

    x: float
    y: float
    w: float
    h: float
    stroke: Paint


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text; y is its baseline and x the point that `anchor` names."""

    x: float
    y: float
    text: str
    anchor: Anchor = "start"
    fill: str = "ink2"
    role: str = "small"


@dataclass(frozen=True, slots=True)
class Area:
    """Where a slice can be pointed at, and what it is called there; nothing is drawn. `href` is for the page."""

    x: float
    y: float
    w: float
    h: float
    slice: int
    text: str
    href: str = ""

    def holds(self, x: float, y: float) -> bool:
        return self.x <= x < self.x + self.w and self.y <= y < self.y + self.h


Shape = Rect | Line | Polygon | Gradient | Hatch | Text | Area
Picture = tuple[Shape, ...]


def snap(length: float, pixel: float = 1.0) -> float:
    """To the nearest device pixel, halves up; `pixel` is its size in ours."""
    return math.floor(length / pixel + 0.5) * pixel


def moved(shapes: Iterable[Shape], dx: float, dy: float) -> Picture:
    return tuple(_moved(shape, dx, dy) for shape in shapes)


def areas(shapes: Iterable[Shape]) -> tuple[Area, ...]:
    return tuple(shape for shape in shapes if isinstance(shape, Area))


def linked(shapes: Iterable[Shape], href: Callable[[int], str]) -> Picture:
    """The shapes with an address in each area, made of its slice's number."""
    return tuple(replace(shape, href=href(shape.slice)) if isinstance(shape, Area) else shape for shape in shapes)


def _moved(shape: Shape, dx: float, dy: float) -> Shape:
    if isinstance(shape, Polygon):
        return replace(shape, points=tuple((x + dx, y + dy) for x, y in shape.points))
    if isinstance(shape, Line):
        return replace(shape, x1=shape.x1 + dx, x2=shape.x2 + dx, y1=shape.y1 + dy, y2=shape.y2 + dy)
    return replace(shape, x=shape.x + dx, y=shape.y + dy)
