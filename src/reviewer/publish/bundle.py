"""The bundle of an episode: every file that is handed to the web team, the same bytes for the same material."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any, Final

from reviewer.assessment.document import to_bytes
from reviewer.publish.manifest import MANIFEST, json_bytes, manifest, safe_slug
from reviewer.publish.material import Material
from reviewer.publish.page import page
from reviewer.publish.passages import plain_text
from reviewer.publish.pictures import Drawing, arc_drawing, bands_drawing, strip_drawing
from reviewer.spectrum.axis import has_clock
from reviewer.spectrum.episode import figures_json
from reviewer.spectrum.tokens import DARK, LIGHT

CORRECTIONS: Final = "reviewer-corrections/1"
NO_TIMES: Final = "The transcript has no times."
NO_SLICES: Final = "The transcript has no words that could be scored."


def bundle(material: Material) -> dict[str, bytes]:
    """Path in the bundle → content, the manifest among them. Raises Refused for a slug that can't name files."""
    slug = safe_slug(material.episode.slug)
    files, left_out = _captions(material, slug), _left_out(material, slug)
    files |= {
        f"transcript/{slug}.txt": plain_text(material.text).encode(),
        f"scores/{slug}.json": json_bytes(figures_json(slug, material.figures)),
        f"assessment/{slug}.json": to_bytes(material.assessment),
        f"corrections/{slug}.json": json_bytes(_corrections(material)),
        f"page/{slug}.html": page(material).encode(),
        **dict(_pictures(material, slug)),
    }
    files[MANIFEST] = manifest(material, files, left_out, _losses(material, slug))
    return {path: files[path] for path in sorted(files)}


def _captions(material: Material, slug: str) -> dict[str, bytes]:
    return {f"captions/{slug}{c.suffix}": c.text.encode() for c in material.captions if c.text is not None}


def _losses(material: Material, slug: str) -> dict[str, tuple[str, ...]]:
    """By caption file what its format can't carry, where there is anything."""
    return {f"captions/{slug}{c.suffix}": c.losses for c in material.captions if c.text is not None and c.losses}


def _left_out(material: Material, slug: str) -> dict[str, str]:
    """What a reader of the bundle could miss, with the reason."""
    why = {f"captions/{slug}{c.suffix}": c.why for c in material.captions if c.text is None}
    if not material.figures.scores:
        why |= {f"pictures/{slug}-{name}.svg": NO_SLICES for name in ("arc", "bands", "strip")}
    elif not has_clock(material.figures.scores):
        why[f"pictures/{slug}-arc-clock.svg"] = NO_TIMES
    return why


def _pictures(material: Material, slug: str) -> Iterator[tuple[str, bytes]]:
    """Each picture in the colours of both themes, the light one without a word in its name."""
    for name, drawing in _drawings(material):
        yield f"pictures/{slug}-{name}.svg", drawing.svg(LIGHT).encode()
        yield f"pictures/{slug}-{name}-dark.svg", drawing.svg(DARK).encode()


def _drawings(material: Material) -> Iterator[tuple[str, Drawing]]:
    figures, duration_ms = material.figures, material.version.cues.duration_ms
    if not figures.scores:
        return
    yield "strip", strip_drawing(figures)
    yield "arc", arc_drawing(figures, "slices", duration_ms)
    if has_clock(figures.scores):
        yield "arc-clock", arc_drawing(figures, "clock", duration_ms)
    yield "bands", bands_drawing(figures)


def _corrections(material: Material) -> dict[str, Any]:
    rows = sorted(
        material.corrections, key=lambda row: (row.cue, row.last_cue, row.start_ms or 0, row.heard, row.meant)
    )
    return {
        "schema": CORRECTIONS,
        "episode": material.episode.slug,
        "version": material.version.id,
        "corrections": [asdict(row) for row in rows],
    }
