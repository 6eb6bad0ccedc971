"""The heard band: which stretches of the recording were really played, and which too fast to count."""

from collections.abc import Iterable
from typing import Final, NamedTuple

from reviewer.spectrum.axis import Axis
from reviewer.spectrum.shapes import Hatch, Picture, Rect, Shape, Text, snap

BAND: Final = 7.0
FASTEST: Final = 2.0  # heard faster than this it does not count


class Played(NamedTuple):
    """A stretch that was played, and how fast."""

    start_ms: int
    end_ms: int
    rate: float


def heard_band(axis: Axis, played: Iterable[Played], height: float = 14.0) -> Picture:
    """Solid where heard, hatched where heard too fast, an empty frame else. What counts lies over what does not."""
    y = snap((height - BAND) / 2)
    shapes: list[Shape] = [Rect(0, y, axis.width, BAND, None, "line", 1, 1)]
    for stretch in sorted(played, key=lambda stretch: (stretch.rate <= FASTEST, stretch)):
        left, right = axis.x_at(stretch.start_ms), axis.x_at(stretch.end_ms)
        if left is None or right is None:
            continue
        x, width = snap(left), max(1.0, snap(right) - snap(left))
        is_counted = stretch.rate <= FASTEST
        shapes.append(Rect(x, y, width, BAND, "heard") if is_counted else Hatch(x, y, width, BAND, "heard"))
    return tuple(shapes)


def heard_label(height: float = 14.0, line: float = 16.0, x: float = -10.0) -> Text:
    return Text(x, snap(height / 2 + 0.27 * line), "heard", "end", "ink3")
