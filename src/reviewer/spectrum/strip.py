"""The strip: the axis from risk-forward to opportunity-forward with the episode's lowest, median and highest score
above it, and the mean with its interval below.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from reviewer.core.wording import half_away, signed, span
from reviewer.spectrum.arc import spoken
from reviewer.spectrum.figures import SliceScore, Statistics
from reviewer.spectrum.labels import Label, choose, clear_of, fit
from reviewer.spectrum.shapes import (
    BLACK,
    STRIP_EDGE,
    WHITE,
    Area,
    Gradient,
    Measure,
    Picture,
    Polygon,
    Rect,
    Shape,
    Text,
    snap,
)

BAR: Final = 12.0
# Colours change only here: 8 points of blend round ±20, so that a muddy green between amber and cyan hardly shows.
STOPS: Final = tuple(
    ((score + 100) / 200, token)
    for score, token in (
        *((-100, "risk_end"), (-24, "risk"), (-16, "mixed")),
        *((16, "mixed"), (24, "opp"), (100, "opp")),
    )
)
ENDS: Final = ("Risk-forward", "Opportunity-forward")
_FLAG: Final = 10.0  # a flag's length from its pole
_FLAG_GAP: Final = 4.0
_BAR_HALF: Final = 2.5  # half the median's bar with its edges
_BAR_GAP: Final = 6.0
_WHISKER_GAP: Final = 8.0
_DOT: Final = 7.0


@dataclass(frozen=True, slots=True)
class Marker:
    """One of the three: its name, number and x, how far its form reaches to both sides, and a slice that has it."""

    name: str
    number: float
    x: float
    left: float
    right: float
    slice: int | None

    @property
    def wording(self) -> str:
        return f"{self.name} {signed(half_away(self.number), plus=True)}"

    @property
    def spoken(self) -> str:
        """For a screen reader: “lowest minus 38, slice 39”."""
        return f"{self.name} {spoken(half_away(self.number))}, slice {self.slice}"


def x_of(score: float, width: float) -> float:
    """Where a score lies on a strip of `width` px."""
    return (score + 100) / 200 * width


def score_at(x: float, width: float) -> float:
    """The score at x, held to −100 to 100."""
    return min(100.0, max(-100.0, x / width * 200 - 100))


def strip_height(line: float = 16.0) -> float:
    """The height of the whole strip for a line height of its labels: 52 at 100 %."""
    return 2 * line + BAR + 8


def strip(
    width: float,
    statistics: Statistics | None,
    measure: Measure,
    scores: Sequence[SliceScore] = (),
    *,
    line: float = 16.0,
    is_stale: bool = False,
) -> Picture:
    """The strip with its labels; with scores, areas that lead to the markers' slices. Stale, it shows no number.

    Without slices it is the axis alone; a single slice has a mean without an interval.
    """
    shapes: list[Shape] = [
        Gradient(0, line, width, BAR, STOPS, 4),
        Rect(0, line, width, BAR, stroke=STRIP_EDGE, radius=4),
    ]
    if statistics is None or not statistics.slices:
        return (*shapes, *_end_names(width, [], measure, line))
    markers = make_markers(width, statistics, scores)
    shapes += _forms(markers, line, is_stale=is_stale)
    if is_stale:
        return (*shapes, *_end_names(width, [], measure, line))
    baseline = _baseline(line / 2 - 1, line)
    shapes += (label.at(baseline) for label in marker_labels(markers, width, measure))
    shapes += _mean(width, statistics, measure, line)
    shapes += (
        Area(m.x - m.left - 3, 0, m.left + m.right + 6, line + BAR + 3, m.slice, m.spoken)
        for m in markers
        if m.slice is not None
    )
    return tuple(shapes)


def make_markers(width: float, statistics: Statistics, scores: Sequence[SliceScore] = ()) -> tuple[Marker, ...]:
    """Lowest, median and highest from left to right."""
    low, middle, high = statistics.min, statistics.median, statistics.max
    return (
        Marker("lowest", low, x_of(low, width), _FLAG, 1, nearest_slice(scores, low)),
        Marker("median", middle, x_of(middle, width), _BAR_HALF, _BAR_HALF, nearest_slice(scores, middle)),
        Marker("highest", high, x_of(high, width), 1, _FLAG, nearest_slice(scores, high)),
    )


def nearest_slice(scores: Sequence[SliceScore], number: float) -> int | None:
    """The first slice whose score is nearest to the number; None without slices."""
    nearest = min(scores, key=lambda score: abs(score.score - number), default=None)
    return nearest.slice.number if nearest is not None else None


def marker_labels(markers: Sequence[Marker], width: float, measure: Measure) -> tuple[Label, ...]:
    """Labels that never touch: first they change sides, then all lose their words, at last the fewest are left out.

    The median is left out before an end, since the statistics line says it too.
    """
    forms = [Label(m.x - m.left, m.left + m.right) for m in markers]
    for with_words in (True, False):
        found = choose([_sides(m, measure, with_words=with_words) for m in markers], forms, width)
        if found is not None:
            return found
    by_worth = (markers[0], markers[2], markers[1])
    for kept in (*combinations(by_worth, 2), *combinations(by_worth, 1)):
        found = choose([_sides(m, measure, with_words=False) for m in kept], forms, width)
        if found is not None:
            return found
    return ()


def _sides(marker: Marker, measure: Measure, *, with_words: bool) -> tuple[Label, Label]:
    """The label on the side where its marker points and on the other one."""
    text = marker.wording if with_words else marker.wording.removeprefix(f"{marker.name} ")
    taken = measure(text, "small")
    gap = _BAR_GAP if marker.name == "median" else _FLAG_GAP
    left = Label(marker.x - marker.left - gap - taken, taken, text, "end")
    right = Label(marker.x + marker.right + gap, taken, text)
    return (left, right) if marker.name == "lowest" else (right, left)


def _forms(markers: Sequence[Marker], line: float, *, is_stale: bool) -> list[Shape]:
    low, middle, high = markers
    top = line - 14
    bar = snap(middle.x - _BAR_HALF)
    return [
        *_flag(low.x, top, -_FLAG, ("risk", "risk_edge"), is_stale=is_stale),
        *_flag(high.x, top, _FLAG, ("opp", "opp_edge"), is_stale=is_stale),
        Rect(bar, line - 12, 2 * _BAR_HALF, BAR + 15, *(("raised", "ink") if is_stale else (BLACK, WHITE)), 1, 1.5),
    ]


def _flag(x: float, top: float, length: float, tokens: tuple[str, str], *, is_stale: bool) -> tuple[Shape, Shape]:
    pole = snap(x - 0.5)
    fill, edge = tokens
    cloth = ((pole + 0.5, top + 0.5), (pole + 0.5 + length, top + 5), (pole + 0.5, top + 9.5))
    return Rect(pole, top, 1, 14, edge), Polygon(cloth, None if is_stale else fill, edge)


def _mean(width: float, statistics: Statistics, measure: Measure, line: float) -> list[Shape]:
    low, high = x_of(statistics.mean_low, width), x_of(statistics.mean_high, width)
    mean = x_of(statistics.mean, width)
    whisker = Label(min(low, mean - _DOT / 2), max(high, mean + _DOT / 2) - min(low, mean - _DOT / 2))
    names = _end_names(width, [whisker], measure, line)
    taken = [Label(name.x if name.anchor == "start" else name.x - w, w) for name, w in _measured(names, measure)]
    middle = _names_middle(line)
    shapes: list[Shape] = [*names, *(_whisker(low, high, middle) if _is_spread(statistics) else ())]
    shapes.append(Rect(snap(mean) - _DOT / 2, middle - _DOT / 2, _DOT, _DOT, "ink", radius=_DOT / 2))
    baseline = _baseline(middle, line)
    shapes += (label.at(baseline) for label in _mean_labels(statistics, whisker, taken, width, measure))
    return shapes


def _measured(names: Sequence[Text], measure: Measure) -> list[tuple[Text, float]]:
    return [(name, measure(name.text, name.role)) for name in names]


def _is_spread(statistics: Statistics) -> bool:
    """Whether the mean has an interval: that of one slice would be a point, as if it were certain."""
    return statistics.slices > 1


def _whisker(low: float, high: float, middle: float) -> tuple[Shape, ...]:
    left, right = snap(low), snap(high)
    return (
        Rect(left, middle - 1, max(1, right - left), 2, "ink"),
        Rect(left, middle - 3, 1, 6, "ink"),
        Rect(max(left, right - 1), middle - 3, 1, 6, "ink"),
    )


def _mean_labels(
    statistics: Statistics, whisker: Label, taken: Sequence[Label], width: float, measure: Measure
) -> tuple[Label, ...]:
    """Mean to the left and interval to the right, else both on one side, else the numbers alone, else nothing."""
    number = signed(half_away(statistics.mean), plus=True)
    interval = span(half_away(statistics.mean_low), half_away(statistics.mean_high))
    left, right = whisker.x - _WHISKER_GAP, whisker.x + whisker.w + _WHISKER_GAP

    def ending(text: str) -> Label:
        return Label(left - measure(text, "small"), measure(text, "small"), text, "end")

    def starting(text: str) -> Label:
        return Label(right, measure(text, "small"), text)

    for words in (f"mean {number}", number):
        both = f"{words}, {interval}" if _is_spread(statistics) else words
        forms: list[tuple[Label, ...]] = [(starting(both),), (ending(both),)]
        if _is_spread(statistics):
            forms.insert(0, (ending(words), starting(interval)))
        for labels in forms:
            if fit(labels, (*taken, whisker), width):
                return labels
    return ()


def _end_names(width: float, obstacles: Sequence[Label], measure: Measure, line: float) -> list[Text]:
    """The ends' names, less one that the whisker would run through."""
    baseline = _baseline(_names_middle(line), line)
    left, right = (measure(name, "small") for name in ENDS)
    names = []
    if clear_of(Label(0, left), obstacles):
        names.append(Text(0, baseline, ENDS[0]))
    if clear_of(Label(width - right, right), [*obstacles, Label(0, left)]):
        names.append(Text(width, baseline, ENDS[1], "end"))
    return names


def _names_middle(line: float) -> float:
    return snap(line + BAR + 2 + line / 2)


def _baseline(middle: float, line: float) -> float:
    """The baseline of a line of small text about `middle`: its capitals are 0.73 of 12 px in a line of 16."""
    return snap(middle + 0.27 * line)
