"""The page of an episode: one HTML file that asks nothing of any other, works without scripts and can be printed."""

import base64
import hashlib
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from reviewer.assessment.document import is_begun
from reviewer.core.wording import clock, count, half_away, signed
from reviewer.paths import resource
from reviewer.publish import sayings
from reviewer.publish.material import Material
from reviewer.publish.passages import Passage, first_words, passages
from reviewer.publish.pictures import (
    WIDTHS,
    Drawing,
    arc_drawing,
    bands_drawing,
    glyph_drawing,
    slice_address,
    strip_drawing,
)
from reviewer.spectrum.axis import has_clock
from reviewer.spectrum.bands import NAMES
from reviewer.spectrum.colors import color_of
from reviewer.spectrum.explaining import sum_written_out
from reviewer.spectrum.figures import Figures, SliceScore
from reviewer.spectrum.shapes import STRIP_EDGE
from reviewer.spectrum.tokens import DARK, LIGHT, TOKEN_NAMES, Tokens

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_DIRECTION: Final = re.compile("[\u202a-\u202e\u2066-\u2069]")
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")


def page(material: Material) -> str:
    """The HTML; everything that came from a caption file or a person is escaped where it is put in."""
    return (
        _environment()
        .get_template("page.html.jinja")
        .render(**_head(material), **_figures(material), **_judgement(material), **_text(material))
    )


@lru_cache
def _environment() -> "Environment":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    made = Environment(
        loader=FileSystemLoader(resource("page")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_shown,
    )
    made.globals.update(
        clock=clock,
        count=count,
        signed=signed,
        say=sayings,
        address=slice_address,
        picture=_picture,
        sum_written_out=sum_written_out,
        flat=_flat,
    )
    return made


def _shown(value: Any) -> Any:
    """A text as HTML may hold it: control characters are seen and do nothing."""
    return _CONTROL.sub("\ufffd", value) if type(value) is str else value  # Markup is our own


def _flat(text: str) -> str:
    """A text for a tooltip or the window's title, where nothing can keep its direction marks from the rest."""
    return _DIRECTION.sub("", text)


def _picture(drawing: Drawing) -> "Markup":
    """A picture of ours, whose texts are escaped already, for the inside of the page."""
    from markupsafe import Markup

    return Markup(drawing.svg())  # noqa: S704 - svg() escapes every text


def _head(material: Material) -> dict[str, Any]:
    """What stands in the head of the file, and at the head of the page."""
    style, script = _style(), resource("page", "page.js").read_text("utf-8")
    language = material.version.language
    return {
        "episode": material.episode,
        "video": sayings.video_address(material.episode.video_id),
        "language": language if _LANGUAGE.fullmatch(language) else "",
        "badges": sayings.badges(material),
        "style": _plain(style),
        "script": _plain(script),
        "policy": _policy(style, script),
        "program_version": material.program_version,
    }


def _plain(text: str) -> "Markup":
    """Our own style or script as it is; the page's content never gets into it."""
    from markupsafe import Markup

    return Markup(text)  # noqa: S704 - shipped with the program


def _policy(style: str, script: str) -> str:
    """Nothing may be loaded, sent or framed; only this very style and this very script are taken."""
    style_hash, script_hash = _digest(style), _digest(script)
    return (
        f"default-src 'none'; style-src '{style_hash}'; script-src '{script_hash}'; base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _style() -> str:
    """The tokens of both themes as variables, then the page's own rules; on paper it is always light."""
    dark = f"@media screen and (prefers-color-scheme: dark) {{\n:root {{{_variables(DARK)}}}\n}}\n"
    return f"\n:root {{{_variables(LIGHT)}}}\n{dark}" + resource("page", "page.css").read_text("utf-8")


def _variables(tokens: Tokens) -> str:
    return "".join(f"--{name}:{color_of(name, tokens)};" for name in (*sorted(TOKEN_NAMES), STRIP_EDGE))


def _figures(material: Material) -> dict[str, Any]:
    """Pictures, figures and the list of slices with their terms; empty for a text without slices."""
    figures, duration_ms = material.figures, material.version.cues.duration_ms
    across, rest = sayings.statistics_line(figures)
    return {
        "figures": figures,
        "strips": [(name, strip_drawing(figures, width, has_links=True)) for name, width in WIDTHS.items()],
        "arcs": [
            (mode, [(name, arc_drawing(figures, mode, duration_ms, w, has_links=True)) for name, w in WIDTHS.items()])
            for mode in (("slices", "clock") if has_clock(figures.scores) else ("slices",))
        ],
        "bands": [(name, bands_drawing(figures, width)) for name, width in WIDTHS.items()],
        "legend": [(glyph_drawing(band), words) for band, words in sayings.bands_legend(figures.statistics)],
        "across": across,
        "rest": rest,
        "mixed_note": sayings.mixed_note(figures.statistics),
        "slices": [_slice(material, score) for score in figures.scores],
        "chosen": _chosen(figures),
    }


def _slice(material: Material, score: SliceScore) -> dict[str, Any]:
    return {
        "score": score,
        "begins": first_words(material.text, score),
        "terms": sayings.term_lines(score.hits),
    }


def _chosen(figures: Figures) -> int:
    """Counted from 0, the slice that the card shows at first: the one farthest from the middle, the first of such."""
    farthest = max((abs(score.score) for score in figures.scores), default=0)
    return next((n for n, score in enumerate(figures.scores) if abs(score.score) == farthest), 0)


def _judgement(material: Material) -> dict[str, Any]:
    """What people wrote and judged."""
    assessment: Mapping[str, Any] = material.assessment
    return {
        "assessment": assessment,
        "is_assessed": is_begun(assessment),
        "evidence": sayings.evidence_line(assessment["listening"]),
        "highlights": sayings.highlights(material),
        "reading_line": sayings.reading_line(material),
        "tags": list(dict.fromkeys([*assessment["tags"], *material.episode.tags])),
        "mean": signed(half_away(material.figures.statistics.mean)),
        "related": material.related,
        "counterbalance": material.counterbalance,
    }


def _text(material: Material) -> dict[str, Any]:
    """The transcript, where it comes from, and what was corrected in it."""
    made: list[Passage] = passages(material.text, material.figures.scores)
    return {
        "version": material.version,
        "captions": sayings.captions_name(material),
        "segments": count(len(material.version.cues), "segment"),
        "corrections": sayings.correction_lines(material.corrections),
        "corrected": count(len(material.corrections), "correction"),
        "passages": made,
        "heard": material.text.heard,
        "glyphs": {band: glyph_drawing(band) for band in NAMES},
    }
