import itertools
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.pictured_episode import DURATION_MS, pictured_scores, scores_of, slice_score

from reviewer.publish.widths import inter_width
from reviewer.spectrum.axis import Axis, Mode, axis_labels, has_clock, make_axis
from reviewer.spectrum.figures import SliceScore
from reviewer.spectrum.shapes import Text

FOUR = scores_of([None, 10, -30, None])
# The second slice is three times as long as the first, and 20 s of nothing follow it.
UNEVEN = (
    slice_score(1, 0, 10_000, 20_000),
    slice_score(2, 0, 20_000, 50_000),
    slice_score(3, 0, 70_000, 80_000),
)


@pytest.fixture
def even() -> Axis:
    return make_axis(400, FOUR, "slices")


@pytest.fixture
def clock() -> Axis:
    return make_axis(400, UNEVEN, "clock", 100_000)


@pytest.mark.parametrize(("x", "number"), [(-1, None), (0, 1), (99.9, 1), (100, 2), (150, 2), (399.9, 4), (400, None)])
def test_slices_share_the_width(even: Axis, x: float, number: int | None) -> None:
    assert even.slice_at(x) == number


@pytest.mark.parametrize(
    ("x", "number"), [(-1, None), (0, 1), (79, 1), (80, 2), (199, 2), (230, 2), (280, 3), (399, 3)]
)
def test_by_the_clock_a_slice_lasts_until_the_next(clock: Axis, x: float, number: int | None) -> None:
    assert clock.slice_at(x) == number


@pytest.mark.parametrize(("number", "span"), [(1, (40, 80)), (2, (80, 200)), (3, (280, 320))])
def test_by_the_clock_a_bar_ends_with_its_slice(clock: Axis, number: int, span: tuple[float, float]) -> None:
    assert clock.span(number) == span


@pytest.mark.parametrize("number", [0, 5, -1])
def test_a_slice_that_is_none_has_no_place(even: Axis, number: int) -> None:
    with pytest.raises(IndexError):
        even.span(number)


@pytest.mark.parametrize(
    ("mode", "ms", "x"),
    [
        *[("clock", 0, 0), ("clock", 50_000, 200), ("clock", 100_000, 400), ("clock", 200_000, 400)],
        *[("slices", 0, 0), ("slices", 10_000, 0), ("slices", 15_000, 400 / 6), ("slices", 45_000, 200)],
        *[("slices", 70_000, 800 / 3), ("slices", 100_000, 400)],
    ],
)
def test_moments_have_a_place_on_both_axes(mode: Mode, ms: int, x: float) -> None:
    assert make_axis(400, UNEVEN, mode, 100_000).x_at(ms) == pytest.approx(x)


def test_without_times_there_is_no_clock() -> None:
    axis = make_axis(400, scores_of([1, 2], slice_ms=None), "clock", 100_000)
    assert (axis.mode, axis.x_at(5), axis.ms_at(5), axis.slice_at(250)) == ("slices", None, None, 2)
    assert not has_clock(scores_of([1, 2], slice_ms=None))


def test_an_episode_without_slices_has_an_empty_axis() -> None:
    axis = make_axis(400, (), "clock")
    assert (axis.slice_at(10), axis.x_at(10), axis.ms_at(10)) == (None, None, None)


def test_captions_may_run_on_beyond_the_recording() -> None:
    assert make_axis(400, UNEVEN, "clock", 60_000).end_ms == 80_000


def test_a_track_that_goes_back_in_time_keeps_its_slices_in_order() -> None:
    scores = (slice_score(1, 0, 50_000, 60_000), slice_score(2, 0, 20_000, 30_000), slice_score(3, 0, 70_000, 80_000))
    axis = make_axis(400, scores, "clock")
    assert [axis.span(number) for number in (1, 2, 3)] == [(250, 250), (250, 250), (350, 400)]
    assert axis.slice_at(260) == 2


@given(
    lengths=st.lists(st.integers(1, 90_000), min_size=1, max_size=40),
    mode=st.sampled_from(["slices", "clock"]),
    share=st.floats(0, 1, exclude_max=True),
)
def test_slice_and_moment_under_a_place_agree(lengths: Sequence[int], mode: Mode, share: float) -> None:
    starts = [sum(lengths[:n]) for n in range(len(lengths) + 1)]
    scores = tuple(slice_score(n + 1, 0, starts[n], starts[n + 1]) for n in range(len(lengths)))
    axis = make_axis(656, scores, mode)
    x = share * 656
    number, ms = axis.slice_at(x), axis.ms_at(x)
    assert number is not None
    assert ms is not None
    left, _ = axis.span(number)
    assert left <= x
    assert 0 <= ms <= axis.end_ms
    back = axis.x_at(ms)
    assert back is not None
    assert back <= x + 0.01


@pytest.mark.parametrize(
    ("scores", "mode", "words"),
    [
        (pictured_scores(), "slices", ["Start", "End", "25", "50", "75", "100"]),
        (pictured_scores(), "clock", ["0:00", "1:48:12", "30:00", "1:00:00", "1:30:00"]),
        (scores_of([0] * 1000), "slices", ["Start", "End", "250", "500", "750"]),
        (scores_of([0] * 3, 4_000), "clock", ["0:00", "1:48:12", "30:00", "1:00:00", "1:30:00"]),
        ((), "slices", ["Start", "End"]),
    ],
)
def test_the_axis_is_labelled_at_even_steps(scores: Sequence[SliceScore], mode: Mode, words: list[str]) -> None:
    labels = axis_labels(make_axis(656, scores, mode, DURATION_MS), inter_width, 13)
    shown = [label.text for label in labels if isinstance(label, Text)]
    assert shown == [word for word in words if word != "100"]  # it would touch "End"


@pytest.mark.parametrize("width", [1, 20, 60, 120])
def test_labels_of_a_narrow_axis_do_not_touch(width: float) -> None:
    labels = axis_labels(make_axis(width, pictured_scores(), "clock"), inter_width, 13)
    boxes = sorted((t.x, t.x + inter_width(t.text, "small")) for t in labels if isinstance(t, Text))
    assert all(right < left for (_, right), (left, _) in itertools.pairwise(boxes))
