from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.pictured_episode import STATISTICS, pictured_scores, scores_of

from reviewer.publish.widths import inter_width
from reviewer.spectrum.figures import Statistics
from reviewer.spectrum.shapes import Measure, Picture, Polygon, Text, areas
from reviewer.spectrum.strip import make_markers, nearest_slice, score_at, strip, strip_height, x_of

WIDTH = 656.0
_SCORE = st.integers(-100, 100)


def texts(shapes: Picture, baseline: float | None = None) -> list[Text]:
    return [shape for shape in shapes if isinstance(shape, Text) and baseline in (None, shape.y)]


def boxes(shown: Iterable[Text], measure: Measure) -> list[tuple[float, float]]:
    """Left and right of each, from left to right."""
    found = []
    for text in shown:
        width = measure(text.text, text.role)
        left = text.x - width if text.anchor == "end" else text.x
        found.append((left, left + width))
    return sorted(found)


def spread(low: int, middle: float, high: int) -> Statistics:
    return replace(STATISTICS, min=low, median=middle, max=high)


@pytest.mark.parametrize(("score", "x"), [(-100, 0), (-38, 203.36), (0, 328), (100, 656)])
def test_scores_have_their_place_and_places_their_score(score: float, x: float) -> None:
    assert x_of(score, WIDTH) == pytest.approx(x)
    assert score_at(x, WIDTH) == pytest.approx(score)


@pytest.mark.parametrize(("x", "score"), [(-50, -100), (5000, 100)])
def test_a_place_beside_the_strip_is_its_end(x: float, score: float) -> None:
    assert score_at(x, WIDTH) == score


def test_the_pictured_strip_names_its_markers_and_ends() -> None:
    words = {text.text for text in texts(strip(WIDTH, STATISTICS, inter_width))}
    assert words == {
        *("lowest −38", "median 0", "highest +27"),
        *("mean −5", "−8 to −3", "Risk-forward", "Opportunity-forward"),
    }


@pytest.mark.parametrize(
    ("statistics", "shown"),
    [
        (spread(-38, 0, 27), ["lowest −38", "median 0", "highest +27"]),
        # The lowest stands at the end: its label changes sides.
        (spread(-100, 0, 27), ["lowest −100", "median 0", "highest +27"]),
        # Too near each other for words.
        (spread(-9, -8, 9), ["−9", "−8", "+9"]),
        # No room between the flags: the median's number stands in the statistics line too.
        (spread(0, 0, 0), ["0", "0"]),
    ],
)
def test_labels_change_sides_then_lose_their_words(statistics: Statistics, shown: list[str]) -> None:
    picture = strip(WIDTH, statistics, inter_width)
    above = [text for text in texts(picture) if text.y < 16]
    assert [text.text for text in sorted(above, key=lambda text: text.x)] == shown


def test_a_flag_at_the_left_end_has_its_label_at_its_right() -> None:
    picture = strip(WIDTH, spread(-100, 0, 27), inter_width)
    label = next(text for text in texts(picture) if text.text.startswith("lowest"))
    assert label.x > 0


@given(
    numbers=st.lists(_SCORE, min_size=3, max_size=3),
    mean=st.lists(st.floats(-100, 100), min_size=3, max_size=3),
    width=st.floats(120, 900),
    share=st.floats(0.6, 2),
)
def test_labels_never_overlap(numbers: list[int], mean: list[float], width: float, share: float) -> None:
    def measure(text: str, role: str) -> float:
        return inter_width(text, role) * share

    low, middle, high = sorted(numbers)
    mean_low, average, mean_high = sorted(mean)
    statistics = replace(spread(low, middle, high), mean=average, mean_low=mean_low, mean_high=mean_high)
    strip(width, statistics, measure)
    shown = texts(strip(width, statistics, measure))
    above = boxes((text for text in shown if text.y < 16), measure)
    below = boxes((text for text in shown if text.y > 16), measure)
    assert all(right < left for row in (above, below) for (_, right), (left, _) in pairwise(row))
    assert all(left >= 0 and right <= width for left, right in above)
    forms = [(marker.x - marker.left, marker.x + marker.right) for marker in make_markers(width, statistics)]
    assert not any(left < end and start < right for start, end in forms for left, right in above)


def test_a_mean_at_the_end_takes_the_place_of_its_name() -> None:
    statistics = replace(STATISTICS, mean=-95.0, mean_low=-99.0, mean_high=-90.0)
    words = [text.text for text in texts(strip(WIDTH, statistics, inter_width))]
    assert "Risk-forward" not in words
    assert "mean −95, −99 to −90" in words


def test_one_slice_has_a_mean_without_an_interval() -> None:
    statistics = replace(STATISTICS, slices=1, mean=-8.0, mean_low=-8.0, mean_high=-8.0)
    picture, several = (strip(WIDTH, made, inter_width) for made in (statistics, replace(statistics, slices=2)))
    assert "mean −8" in [text.text for text in texts(picture)]
    assert not any(" to " in text.text for text in texts(picture))
    assert len(several) - len(picture) == 3 + 1  # the whisker, and the label of the interval


def test_a_mean_label_grows_away_from_its_whisker() -> None:
    label = next(text for text in texts(strip(WIDTH, STATISTICS, inter_width)) if text.text.startswith("mean"))
    assert label.anchor == "end"


def test_markers_lead_to_their_slices() -> None:
    leading = areas(strip(WIDTH, STATISTICS, inter_width, pictured_scores()))
    assert [(area.slice, area.text) for area in leading] == [
        (39, "lowest minus 38, slice 39"),
        (1, "median 0, slice 1"),
        (62, "highest plus 27, slice 62"),
    ]


def test_without_slices_markers_lead_nowhere() -> None:
    assert nearest_slice((), 0) is None
    assert areas(strip(WIDTH, STATISTICS, inter_width)) == ()


def test_the_nearest_slice_is_the_first_of_those_that_are_as_near() -> None:
    assert nearest_slice(scores_of([5, -4, 6, -4]), -3.5) == 2


@pytest.mark.parametrize("statistics", [None, replace(STATISTICS, slices=0)])
def test_an_episode_without_scores_shows_the_axis_alone(statistics: Statistics | None) -> None:
    picture = strip(WIDTH, statistics, inter_width)
    assert [text.text for text in texts(picture)] == ["Risk-forward", "Opportunity-forward"]


def test_a_stale_strip_shows_no_number_and_no_fill() -> None:
    picture = strip(WIDTH, STATISTICS, inter_width, pictured_scores(), is_stale=True)
    assert not any(char.isdigit() for text in texts(picture) for char in text.text)
    assert all(shape.fill is None for shape in picture if isinstance(shape, Polygon))


@pytest.mark.parametrize(("line", "height"), [(16, 52), (24, 68)])
def test_the_strip_grows_with_its_labels(line: float, height: float) -> None:
    assert strip_height(line) == height
    assert max(text.y for text in texts(strip(WIDTH, STATISTICS, inter_width, line=line))) < height
