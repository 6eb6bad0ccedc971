import itertools
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.pictured_episode import DURATION_MS, HEARD, STATISTICS, pictured_scores, scores_of

from reviewer.publish.widths import inter_width
from reviewer.spectrum.axis import make_axis
from reviewer.spectrum.bands import NAMES, band_bar, glyph, legend
from reviewer.spectrum.figures import Band
from reviewer.spectrum.heard import Played, heard_band
from reviewer.spectrum.shapes import Hatch, Picture, Rect, Text
from reviewer.spectrum.sparkline import sparkline


def words(picture: Picture) -> list[str]:
    return [shape.text for shape in picture if isinstance(shape, Text)]


@pytest.mark.parametrize("band", NAMES)
def test_glyphs_stay_in_their_square(band: Band) -> None:
    for shape in glyph(band, 100, 50):
        assert isinstance(shape, Rect)
        assert shape.x >= 100
        assert shape.x + shape.w <= 112
        assert shape.y >= 50
        assert shape.y + shape.h <= 62


def test_the_legend_holds_the_shares() -> None:
    shown = [text.replace("\u00a0", " ") for text in words(legend(STATISTICS, 536, inter_width, 17))]
    assert shown == ["Risk-forward 15 %", "Mixed 23 %", "Silent 59 %", "Opportunity-forward 3 %"]


def test_without_figures_the_legend_holds_the_names() -> None:
    assert words(legend(None, 536, inter_width, 17)) == list(NAMES.values())


def test_a_narrow_legend_shortens_names_and_keeps_the_shares() -> None:
    shown = [text.replace("\u00a0", " ") for text in words(legend(STATISTICS, 400, inter_width, 17))]
    assert shown == ["Risk 15 %", "Mixed 23 %", "Silent 59 %", "Opportunity 3 %"]


@given(st.integers(490, 900))
def test_entries_of_the_legend_do_not_touch(width: int) -> None:
    shown = [shape for shape in legend(STATISTICS, width, inter_width, 17) if isinstance(shape, Text)]
    ends = [text.x + inter_width(text.text, "small") for text in shown]
    assert all(end + 8 + 12 <= text.x for end, text in zip(ends, shown[1:], strict=False))
    assert ends[-1] <= width


@given(st.lists(st.integers(0, 100), min_size=3, max_size=3), st.integers(60, 1200))
def test_the_stacked_band_fills_its_width(cuts: list[int], width: int) -> None:
    a, b, c = sorted(cuts)
    statistics = replace(STATISTICS, risk_pct=a, mixed_pct=b - a, silent_pct=c - b, opportunity_pct=100 - c)
    parts = [shape for shape in band_bar(width, 17, statistics) if isinstance(shape, Rect)]
    assert parts[0].x == 0
    assert parts[-1].x + parts[-1].w == pytest.approx(width, abs=1)
    assert all(one.x + one.w + 1 == other.x for one, other in itertools.pairwise(parts))


def test_a_band_without_a_share_is_left_out() -> None:
    parts = band_bar(500, 17, replace(STATISTICS, risk_pct=0, mixed_pct=38))
    assert len(parts) == 3


def test_what_was_heard_is_solid_and_what_was_rushed_is_hatched() -> None:
    axis = make_axis(656, pictured_scores(), "clock", DURATION_MS)
    picture = heard_band(axis, (Played(*stretch) for stretch in HEARD))
    solid = [shape for shape in picture if isinstance(shape, Rect) and shape.fill == "heard"]
    hatched = [shape for shape in picture if isinstance(shape, Hatch)]
    assert [(rect.x, rect.w) for rect in solid] == [(0, 252), (378, 21), (534, 50)]
    assert [(hatch.x, hatch.w) for hatch in hatched] == [(295, 83)]


def test_what_was_heard_twice_counts() -> None:
    axis = make_axis(600, scores_of([0] * 10), "clock")
    picture = heard_band(axis, [Played(0, 60_000, 1.0), Played(0, 600_000, 3.0)])
    assert isinstance(picture[-1], Rect)
    assert isinstance(picture[-2], Hatch)


def test_a_track_without_times_has_an_empty_frame() -> None:
    axis = make_axis(600, scores_of([0, 1], slice_ms=None), "clock")
    assert len(heard_band(axis, [Played(0, 60_000, 1.0)])) == 1


@pytest.mark.parametrize(
    ("scores", "tokens"),
    [
        ([-20, -19, 0, 19, 20, None], ["risk_edge", "mixed", "mixed", "mixed", "opp_edge", "silent"]),
        ([], []),
    ],
)
def test_a_sparkline_shows_bands_by_color(scores: list[int | None], tokens: list[str]) -> None:
    assert [shape.fill for shape in sparkline(90, 16, scores) if isinstance(shape, Rect)] == tokens


def test_a_sparkline_of_many_slices_keeps_the_longest_bars() -> None:
    bars = [shape for shape in sparkline(90, 16, [None] * 500 + [-100] + [3] * 499) if isinstance(shape, Rect)]
    assert len(bars) == 45
    assert max(bar.h for bar in bars) == 7
