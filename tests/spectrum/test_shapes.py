import pytest

from reviewer.spectrum.colors import color_of, variable_of
from reviewer.spectrum.shapes import (
    STRIP_EDGE,
    Area,
    Hatch,
    Line,
    Mix,
    Paint,
    Polygon,
    Rect,
    Text,
    areas,
    linked,
    moved,
    snap,
)
from reviewer.spectrum.tokens import DARK, LIGHT, Tokens


@pytest.mark.parametrize(
    ("length", "pixel", "snapped"),
    [(0.4, 1, 0), (0.5, 1, 1), (-0.5, 1, 0), (10.3, 0.5, 10.5), (10.2, 0.5, 10.0), (10.3, 0.8, 10.4)],
)
def test_lengths_fall_on_device_pixels(length: float, pixel: float, snapped: float) -> None:
    assert snap(length, pixel) == pytest.approx(snapped)


def test_every_kind_of_shape_moves() -> None:
    shapes = (Rect(1, 2, 3, 4), Line(0, 0, 1, 1, "ink"), Polygon(((0, 0), (1, 1))), Hatch(0, 0, 1, 1, "heard"))
    assert moved((*shapes, Text(5, 6, "a"), Area(0, 0, 1, 1, 1, "a")), 10, 20) == (
        Rect(11, 22, 3, 4),
        Line(10, 20, 11, 21, "ink"),
        Polygon(((10, 20), (11, 21))),
        Hatch(10, 20, 1, 1, "heard"),
        Text(15, 26, "a"),
        Area(10, 20, 1, 1, 1, "a"),
    )


def test_areas_are_linked_by_their_slice() -> None:
    shapes = linked((Rect(0, 0, 9, 9), Area(0, 0, 9, 9, 38, "Slice 38")), lambda number: f"#slice-{number}")
    assert [area.href for area in areas(shapes)] == ["#slice-38"]


@pytest.mark.parametrize(
    ("paint", "tokens", "color"),
    [
        ("risk", LIGHT, "#EE9F1E"),
        ("black", DARK, "#000000"),
        (STRIP_EDGE, LIGHT, LIGHT.opp_edge),
        (STRIP_EDGE, DARK, DARK.edge),
        (Mix("risk", "risk_end", 0), LIGHT, "#EE9F1E"),
        (Mix("risk", "risk_end", 100), LIGHT, "#CF7A00"),
        (Mix("black", "white", 50), LIGHT, "#808080"),
    ],
)
def test_a_paint_is_a_color_in_a_theme(paint: Paint, tokens: Tokens, color: str) -> None:
    assert color_of(paint, tokens) == color


@pytest.mark.parametrize(
    ("paint", "css"),
    [
        ("risk", "var(--risk)"),
        ("white", "#FFFFFF"),
        (STRIP_EDGE, "var(--strip_edge, var(--opp_edge))"),
        (Mix("risk", "risk_end", 18), "color-mix(in srgb, var(--risk), var(--risk_end) 18%)"),
    ],
)
def test_a_paint_is_a_variable_of_the_page(paint: Paint, css: str) -> None:
    assert variable_of(paint) == css


def test_a_name_that_is_no_token_is_a_bug() -> None:
    with pytest.raises(KeyError):
        color_of("amber", LIGHT)
