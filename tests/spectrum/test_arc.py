import itertools
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.pictured_episode import pictured_scores, scores_of, slice_score

from reviewer.spectrum.arc import (
    ArcLook,
    arc,
    arc_areas,
    bar_fill,
    playhead,
    scale_labels,
    slice_text,
)
from reviewer.spectrum.axis import make_axis
from reviewer.spectrum.figures import Band, Stretch
from reviewer.spectrum.scale import scale_of
from reviewer.spectrum.shapes import Mix, Paint, Picture, Polygon, Rect, Text

WIDTH = 656.0
HEIGHT = 88.0


def draw(
    values: Sequence[int | None], look: ArcLook | None = None, stretches: Sequence[Stretch] = (), width: float = WIDTH
) -> Picture:
    scores = scores_of(values)
    return arc(make_axis(width, scores, "slices"), HEIGHT, scores, stretches, look or ArcLook())


def rects(picture: Picture, *paints: Paint | None) -> list[Rect]:
    """The rectangles that are filled or edged so."""
    found = (shape for shape in picture if isinstance(shape, Rect))
    return [rect for rect in found if rect.fill in paints or (rect.stroke in paints and rect.stroke is not None)]


@pytest.mark.parametrize(
    ("scores", "scale"), [([], 40), ([0], 40), ([-40, 12], 40), ([41], 60), ([-60], 60), ([61], 100), ([-100], 100)]
)
def test_the_scale_is_the_smallest_that_holds_all_bars(scores: list[int], scale: int) -> None:
    assert scale_of(scores) == scale


@pytest.mark.parametrize(
    ("score", "band", "fill"),
    [
        (-20, "risk-forward", "risk"),
        (-24, "risk-forward", "risk"),
        (-62, "risk-forward", Mix("risk", "risk_end", 50)),
        (-100, "risk-forward", Mix("risk", "risk_end", 100)),
        (-19, "mixed", "mixed"),
        (19, "mixed", "mixed"),
        (0, "silent", "silent"),
        (20, "opportunity-forward", "opp"),
        (100, "opportunity-forward", "opp"),
    ],
)
def test_a_bar_has_the_strips_color(score: int, band: Band, fill: Paint) -> None:
    assert bar_fill(score, band) == fill


@pytest.mark.parametrize(
    ("number", "score", "text"),
    [
        (38, -32, "Slice 38 of 104, 38:14, minus 32, risk-forward"),
        (46, 22, "Slice 46 of 104, 38:14, plus 22, opportunity-forward"),
        (2, 0, "Slice 2 of 104, 38:14, 0, mixed"),
        (1, None, "Slice 1 of 104, 38:14, silent"),
    ],
)
def test_slices_are_called_by_words(number: int, score: int | None, text: str) -> None:
    assert slice_text(slice_score(number, score, 2_294_000), 104) == text


def test_a_slice_without_time_is_called_without_it() -> None:
    assert slice_text(slice_score(1, -5), 2) == "Slice 1 of 2, minus 5, mixed"


def test_bars_hang_and_stand_on_the_zero_line() -> None:
    picture = draw([-30, 30])
    (down,) = rects(picture, "risk_edge")
    (up,) = rects(picture, "opp_edge")
    assert (down.y, down.h) == (45, 30)
    assert (up.y, up.h) == (14, 30)


def test_bars_are_a_pixel_apart() -> None:
    bars = sorted(rects(draw([-10] * 104), "mixed"), key=lambda bar: bar.x)
    assert {round(b.x - (a.x + a.w), 6) for a, b in itertools.pairwise(bars)} == {1}


@pytest.mark.parametrize("pixel", [1.0, 0.5, 0.8])
def test_bars_lie_on_device_pixels(pixel: float) -> None:
    for bar in rects(draw([-30, 12, None] * 30, ArcLook(pixel=pixel)), "risk", "risk_edge", "mixed"):
        assert (bar.x / pixel) == pytest.approx(round(bar.x / pixel))
        assert (bar.y + bar.h) / pixel == pytest.approx(round((bar.y + bar.h) / pixel))


def test_narrow_bars_take_the_color_of_their_edge() -> None:
    picture = draw([-30, 30, 5] * 100)
    assert rects(picture, "risk", "opp") == []
    assert {rect.fill for rect in rects(picture, "risk_edge", "opp_edge", "mixed")} == {
        "risk_edge",
        "opp_edge",
        "mixed",
    }


def test_of_bars_that_share_a_pixel_the_longest_is_uppermost() -> None:
    bars = rects(draw([-38, -1] * 600), "risk_edge", "mixed")
    assert [bar.h for bar in bars] == sorted(bar.h for bar in bars)


def test_a_silent_slice_is_a_tick_across_the_zero_line() -> None:
    (tick,) = rects(draw([None]), "silent")
    assert (tick.y, tick.h, tick.w) == (42, 5, 1)


def test_a_mixed_nothing_can_be_seen() -> None:
    (block,) = rects(draw([0]), "mixed")
    assert block.h == 3


def test_stale_bars_lose_their_fill_and_keep_their_edges() -> None:
    picture = draw([-30, 30, 5], ArcLook(is_stale=True))
    bars = rects(picture, "risk_edge", "opp_edge", "mixed")
    assert [bar.fill for bar in bars] == [None, None, None]
    assert rects(picture, "risk", "opp") == []


def test_what_is_on_screen_lies_behind_and_the_chosen_slice_is_framed() -> None:
    picture = draw([None] * 104, ArcLook(on_screen=(38, 41), chosen=38))
    (view,) = rects(picture, "view")
    (frame,) = rects(picture, "accent")
    assert (view.x, view.x + view.w, view.h) == (233, 259, HEIGHT)
    assert (frame.x, frame.w, frame.stroke_width) == (231, 10, 1.5)


@pytest.mark.parametrize("look", [ArcLook(on_screen=(0, 900)), ArcLook(chosen=900), ArcLook(chosen=0)])
def test_slices_that_are_none_do_no_harm(look: ArcLook) -> None:
    picture = draw([5, 6], look)
    assert rects(picture, "accent") == []


def test_a_stretch_has_a_bracket_at_the_foot() -> None:
    sides = rects(draw([-30] * 104, stretches=(Stretch(38, 40, "risk"),)), "ink")
    assert min(rect.x for rect in sides) == 233
    assert max(rect.x + rect.w for rect in sides) == 252
    assert max(rect.y + rect.h for rect in sides) == HEIGHT - 2


@pytest.mark.parametrize(
    ("height", "limit", "shown"),
    [
        (88, 40, ["+20", "0", "−20"]),
        (88, 60, ["+20", "0", "−20"]),
        (88, 100, ["+20", "−20"]),
        (48, 40, ["+20", "−20"]),
        (48, 100, ["0"]),
    ],
)
def test_numbers_of_the_scale_keep_apart(height: float, limit: int, shown: list[str]) -> None:
    assert [label.text for label in scale_labels(height, limit) if isinstance(label, Text)] == shown


def test_the_playhead_has_its_flag_in_the_arc_only() -> None:
    assert any(isinstance(shape, Polygon) for shape in playhead(10, HEIGHT))
    assert not any(isinstance(shape, Polygon) for shape in playhead(10, 14, has_flag=False))


def test_every_slice_has_an_area_from_floor_to_ceiling() -> None:
    scores = pictured_scores()
    axis = make_axis(WIDTH, scores, "clock")
    found = arc_areas(axis, HEIGHT, scores)
    assert [area.slice for area in found] == list(range(1, 105))
    assert {(area.y, area.h) for area in found} == {(0, HEIGHT)}


@given(st.lists(st.none() | st.integers(-100, 100), max_size=400), st.floats(1, 1200))
def test_bars_stay_on_the_floor(values: list[int | None], width: float) -> None:
    for rect in draw(values, width=width):
        if isinstance(rect, Rect):
            assert rect.y >= 0
            assert rect.y + rect.h <= HEIGHT
            assert -1 <= rect.x <= width
            assert rect.w >= 0


def test_the_same_scores_make_the_same_shapes() -> None:
    assert draw([-30, None, 25]) == draw([-30, None, 25])
