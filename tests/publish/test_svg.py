from dataclasses import fields
from itertools import chain
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.pictured_episode import DURATION_MS, HEARD, STATISTICS, pictured_scores

from reviewer.publish.svg import number, svg
from reviewer.publish.widths import SIZES, inter_width
from reviewer.spectrum.arc import ArcLook, arc, arc_areas, scale_labels
from reviewer.spectrum.axis import axis_labels, make_axis
from reviewer.spectrum.bands import band_bar, legend
from reviewer.spectrum.figures import Stretch
from reviewer.spectrum.heard import Played, heard_band
from reviewer.spectrum.shapes import Area, Picture, Rect, Text, linked, moved
from reviewer.spectrum.strip import strip
from reviewer.spectrum.tokens import DARK, LIGHT, TOKENS, Tokens

SVG = "{http://www.w3.org/2000/svg}"


def everything() -> Picture:
    """All pictures of an episode under each other, and with them every kind of shape."""
    scores = pictured_scores()
    axis = make_axis(656, scores, "clock", DURATION_MS)
    parts = (
        strip(656, STATISTICS, inter_width, scores),
        moved(legend(STATISTICS, 656, inter_width, 17), 0, 52),
        moved(arc(axis, 88, scores, (Stretch(38, 40, "risk"),), ArcLook(chosen=38)), 0, 90),
        moved((*scale_labels(88, 40), *arc_areas(axis, 88, scores)), 0, 90),
        moved(heard_band(axis, (Played(*stretch) for stretch in HEARD)), 0, 178),
        moved(axis_labels(axis, inter_width, 13), 0, 192),
        moved(band_bar(656, 17, STATISTICS), 0, 220),
    )
    return tuple(chain.from_iterable(parts))


def elements(text: str, name: str) -> list[ET.Element]:
    return list(ET.fromstring(text).iter(SVG + name))


@pytest.mark.parametrize(
    ("value", "text"),
    [(0, "0"), (-0.001, "0"), (1.5, "1.5"), (2.0, "2"), (1 / 3, "0.33"), (-12.10, "-12.1"), (100, "100")],
)
def test_numbers_are_short(value: float, text: str) -> None:
    assert number(value) == text


@pytest.mark.parametrize("tokens", [*TOKENS.values(), None])
def test_a_picture_is_xml_with_a_name(tokens: Tokens | None) -> None:
    root = ET.fromstring(svg(everything(), 656, 240, tokens, "Episode arc", "104 slices"))
    assert root.get("role") == "img"
    assert root.get("viewBox") == "0 0 656 240"
    assert [element.text for element in root[:2]] == ["Episode arc", "104 slices"]


def test_the_same_shapes_are_the_same_bytes() -> None:
    assert svg(everything(), 656, 240, LIGHT, "Arc") == svg(everything(), 656, 240, LIGHT, "Arc")


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
def test_with_tokens_every_color_is_one_of_theirs(tokens: Tokens) -> None:
    text = svg(everything(), 656, 240, tokens, "Arc")
    shares = {fill for element in elements(text, "rect") if (fill := element.get("fill", "none")).startswith("#")}
    own = {tokens[field.name] for field in fields(Tokens) if field.name != "name"}
    mixed = set(shares - own - {"#000000", "#FFFFFF"})
    assert all(tokens["risk"][1:3] >= fill[1:3] >= tokens["risk_end"][1:3] or tokens is DARK for fill in mixed)
    assert "var(" not in text


def test_without_tokens_every_color_is_a_variable_of_the_page() -> None:
    text = svg(everything(), 656, 240, None, "Arc")
    found = {element.get(side) for element in ET.fromstring(text).iter() for side in ("fill", "stroke", "stop-color")}
    fixed = {paint for paint in found if paint is not None and "var(--" not in paint and not paint.startswith("url(")}
    assert fixed == {"none", "#000000", "#FFFFFF"}  # the median's bar


@given(st.text())
def test_hostile_text_stays_text(hostile: str) -> None:
    shapes = (Text(0, 10, hostile), Area(0, 0, 9, 9, 1, hostile, f"#{hostile}"))
    root = ET.fromstring(svg(shapes, 100, 20, LIGHT, hostile, hostile))
    assert {element.tag for element in root.iter()} <= {
        SVG + name for name in ("svg", "title", "desc", "text", "a", "rect")
    }


def test_tags_and_quotes_are_escaped() -> None:
    text = svg((Text(0, 10, "<script>"),), 100, 20, LIGHT, 'a" onload="b', "x & y\x00")
    assert "<script>" not in text
    assert ET.fromstring(text).get("aria-label") == 'a" onload="b'
    assert ET.fromstring(text)[1].text == "x & y\ufffd"


def test_areas_with_an_address_are_links() -> None:
    picture = linked(everything(), lambda number: f"#slice-{number}")
    text = svg(picture, 656, 240, LIGHT, "Arc")
    links = elements(text, "a")
    assert ET.fromstring(text).get("role") == "group"
    assert len(links) == 3 + 104
    assert (links[0].get("href"), links[0].get("aria-label")) == ("#slice-39", "lowest minus 38, slice 39")


def test_an_edge_lies_inside_its_rectangle() -> None:
    (rect,) = elements(svg((Rect(10, 20, 30, 40, "risk", "risk_edge", 2, 4),), 100, 100, LIGHT, "a"), "rect")
    got = {name: rect.get(name) for name in ("x", "y", "width", "height", "rx", "stroke-width")}
    assert got == {"x": "11", "y": "21", "width": "28", "height": "38", "rx": "3", "stroke-width": "2"}


def test_pictures_of_one_page_share_no_names() -> None:
    one, other = (svg(everything(), 656, 240, None, title) for title in ("Perspective map", "Episode arc"))
    names = [
        [element.get("id") for element in ET.fromstring(text).iter() if element.get("id")] for text in (one, other)
    ]
    assert len(names[0]) == 2
    assert not set(names[0]) & set(names[1])


def test_every_definition_that_is_used_is_there() -> None:
    text = svg(everything(), 656, 240, LIGHT, "Arc")
    used = {fill[5:-1] for element in elements(text, "rect") if (fill := element.get("fill", "")).startswith("url(")}
    assert used == {element.get("id") for element in ET.fromstring(text).iter() if element.get("id")}


@pytest.mark.parametrize("role", SIZES)
def test_wider_texts_are_wider(role: str) -> None:
    assert 0 < inter_width("0", role) < inter_width("median 0", role) < inter_width("highest +27, 日本", role)
