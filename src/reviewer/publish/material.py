"""All that a bundle is made of, as values: no path of this machine, no local time, no time of export.

Whoever gathers it hands over the captions as finished texts: the formats are the captions room's.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from reviewer.core.cues import Version
from reviewer.core.reading import ReadingText
from reviewer.spectrum.figures import Figures


@dataclass(frozen=True, slots=True)
class EpisodeFacts:
    """What the source and the library tell of an episode; the dates are ISO 8601, days only."""

    slug: str
    title: str
    series: str = ""
    shelf: str = ""
    video_id: str = ""
    published: str = ""
    stored: str = ""  # the day on which the captions were imported
    description: str = ""
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CorrectionRow:
    """One shown correction: what stood there, what stands there now, and who decided it; `at` is ISO 8601 in UTC."""

    heard: str
    meant: str
    cue: int
    last_cue: int
    start_ms: int | None
    who: str
    at: str
    why: str = ""
    source: str = "person"
    kind: str = "name"


@dataclass(frozen=True, slots=True)
class Pick:
    """Another conversation that the page points to, with the figures that its card shows."""

    slug: str
    title: str
    series: str
    published: str
    summary: str
    reason: str
    median: float
    mean: float
    slices: int


@dataclass(frozen=True, slots=True)
class CaptionFile:
    """The corrected captions in one format; what it can't carry, in words; without a text why it is left out.

    `suffix` is what stands behind the slug in the file's name: “.vtt”, “-roll-up.vtt”.
    """

    suffix: str
    text: str | None
    losses: tuple[str, ...] = ()
    why: str = "The transcript has no times."


@dataclass(frozen=True, slots=True)
class Material:
    """One episode as it stands in the library; equal material makes equal bundles."""

    episode: EpisodeFacts
    version: Version
    text: ReadingText
    figures: Figures
    corrections: tuple[CorrectionRow, ...]
    assessment: Mapping[str, Any]
    captions: tuple[CaptionFile, ...]
    program_version: str
    related: tuple[Pick, ...] = ()
    counterbalance: tuple[Pick, ...] = ()
