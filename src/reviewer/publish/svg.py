"""The pictures of the scores as SVG: the same shapes that the window paints, byte for byte the same everywhere."""

import re
import zlib
from collections.abc import Sequence
from typing import Final
from xml.sax.saxutils import escape

from reviewer.publish.widths import SIZES
from reviewer.spectrum.colors import color_of, variable_of
from reviewer.spectrum.shapes import Area, Gradient, Hatch, Line, Paint, Polygon, Rect, Shape, Text, areas
from reviewer.spectrum.tokens import Tokens

FONTS: Final = "Inter, 'Segoe UI', 'Helvetica Neue', 'Noto Sans', 'DejaVu Sans', sans-serif"
_NOT_XML: Final = re.compile(r"[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]")
_HATCH_STEP: Final = 5
_HATCH_WIDTH: Final = 1.2


def svg(
    shapes: Sequence[Shape], width: float, height: float, tokens: Tokens | None, title: str, description: str = ""
) -> str:
    """An SVG element, also fit to stand in HTML. With `tokens` its colours are fixed; without, they are variables of
    the page (`var(--risk)`), so that it follows the page's light and dark. No scripts, no styles, nothing loaded.

    Areas become tooltips, and links where they have an address; then the picture is a group and not one image.
    """
    writer = _Writer(tokens, f"{title} {number(width)}")
    body = "".join(writer.element(shape) for shape in shapes)
    role = "group" if any(area.href for area in areas(shapes)) else "img"
    head = _attributes(
        xmlns="http://www.w3.org/2000/svg",
        width=width,
        height=height,
        viewBox=f"0 0 {number(width)} {number(height)}",
        overflow="visible",
        role=role,
        aria_label=title,
        font_family=FONTS,
    )
    about = f"<title>{_text(title)}</title>" + (f"<desc>{_text(description)}</desc>" if description else "")
    defs = f"<defs>{''.join(writer.defs)}</defs>" if writer.defs else ""
    return f"<svg{head}>{about}{defs}{body}</svg>\n"


def number(value: float) -> str:
    """At most two decimals, no trailing zeros, no minus zero."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


class _Writer:
    """Writes shape after shape and gathers the gradients and patterns that they need."""

    def __init__(self, tokens: Tokens | None, salt: str) -> None:
        self._tokens = tokens
        self._salt = salt
        self.defs: list[str] = []

    def element(self, shape: Shape) -> str:
        match shape:
            case Rect():
                text = self._rect(shape)
            case Line():
                text = self._line(shape)
            case Polygon():
                text = self._polygon(shape)
            case Gradient():
                text = self._gradient(shape)
            case Hatch():
                text = self._hatch(shape)
            case Text():
                text = self._text(shape)
            case Area():
                text = _area(shape)
        return text

    def _color(self, paint: Paint | None) -> str:
        if paint is None:
            return "none"
        return color_of(paint, self._tokens) if self._tokens is not None else variable_of(paint)

    def _stroke(self, paint: Paint | None, width: float) -> dict[str, str | float | None]:
        if paint is None:
            return {}
        return {"stroke": self._color(paint), "stroke_width": None if width == 1 else width}

    def _rect(self, rect: Rect) -> str:
        inset = rect.stroke_width / 2 if rect.stroke is not None else 0.0
        attributes = _attributes(
            x=rect.x + inset,
            y=rect.y + inset,
            width=max(0.0, rect.w - 2 * inset),
            height=max(0.0, rect.h - 2 * inset),
            rx=max(0.0, rect.radius - inset) or None,
            fill=self._color(rect.fill),
            **self._stroke(rect.stroke, rect.stroke_width),
        )
        return f"<rect{attributes}/>"

    def _line(self, line: Line) -> str:
        attributes = _attributes(
            x1=line.x1,
            y1=line.y1,
            x2=line.x2,
            y2=line.y2,
            stroke_dasharray=" ".join(map(number, line.dash)) or None,
            **self._stroke(line.stroke, line.width),
        )
        return f"<line{attributes}/>"

    def _polygon(self, polygon: Polygon) -> str:
        points = " ".join(f"{number(x)},{number(y)}" for x, y in polygon.points)
        stroke = self._stroke(polygon.stroke, polygon.stroke_width)
        join = "round" if polygon.stroke is not None else None
        return f"<polygon{_attributes(points=points, fill=self._color(polygon.fill), stroke_linejoin=join, **stroke)}/>"

    def _gradient(self, box: Gradient) -> str:
        stops = "".join(
            f"<stop{_attributes(offset=offset, stop_color=self._color(token))}/>" for offset, token in box.stops
        )
        name = self._define("linearGradient", stops)
        attributes = _attributes(x=box.x, y=box.y, width=box.w, height=box.h, rx=box.radius or None)
        return f'<rect{attributes} fill="url(#{name})"/>'

    def _hatch(self, hatch: Hatch) -> str:
        color = self._color(hatch.stroke)
        line = f"<path{_attributes(d=f'M0 0V{_HATCH_STEP}', stroke=color, stroke_width=2 * _HATCH_WIDTH)}/>"
        pattern = _attributes(
            patternUnits="userSpaceOnUse", width=_HATCH_STEP, height=_HATCH_STEP, patternTransform="rotate(45)"
        )
        name = self._define("pattern", line, pattern)
        attributes = _attributes(
            x=hatch.x + 0.5, y=hatch.y + 0.5, width=max(0.0, hatch.w - 1), height=max(0.0, hatch.h - 1), stroke=color
        )
        return f'<rect{attributes} fill="url(#{name})"/>'

    def _text(self, text: Text) -> str:
        px, weight = SIZES[text.role]
        attributes = _attributes(
            x=text.x,
            y=text.y,
            text_anchor=None if text.anchor == "start" else text.anchor,
            font_size=px,
            font_weight=None if weight == 400 else weight,
            fill=self._color(text.fill),
        )
        return f"<text{attributes}>{_text(text.text)}</text>"

    def _define(self, kind: str, content: str, attributes: str = "") -> str:
        """A definition with a name of its own in any page: no two pictures of a page share title and width."""
        name = f"d{zlib.crc32(f'{self._salt}{kind}{content}'.encode(errors='replace')):08x}"
        definition = f'<{kind} id="{name}"{attributes}>{content}</{kind}>'
        if definition not in self.defs:
            self.defs.append(definition)
        return name


def _area(area: Area) -> str:
    attributes = _attributes(x=area.x, y=area.y, width=area.w, height=area.h, fill="none", pointer_events="all")
    rect = f"<rect{attributes}><title>{_text(area.text)}</title></rect>"
    return f"<a{_attributes(href=area.href, aria_label=area.text)}>{rect}</a>" if area.href else rect


def _attributes(**values: str | float | None) -> str:
    """Attributes in the order given; an underscore is a hyphen, None is left out."""
    return "".join(_attribute(name.replace("_", "-"), value) for name, value in values.items() if value is not None)


def _attribute(name: str, value: str | float) -> str:
    return f' {name}="{_text(value) if isinstance(value, str) else number(value)}"'


def _text(text: str) -> str:
    """Text that can stand between tags and in quotes, whatever it holds."""
    return escape(_NOT_XML.sub("\ufffd", text), {'"': "&quot;"})
