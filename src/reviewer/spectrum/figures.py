"""The figures of an episode as values: slices, hits, scores, statistics, stretches. How they come about stands in
slices.py, scores.py and statistics.py.
"""

from dataclasses import dataclass
from typing import Literal

Band = Literal["risk-forward", "mixed", "silent", "opportunity-forward"]
Side = Literal["risk", "opportunity"]
Grade = Literal["high", "medium", "low"]


@dataclass(frozen=True, slots=True)
class Slice:
    """A part of the transcript that is scored; cut on the imported text. `number` counts from 1.

    `first` to `last` (excluded) are flat numbers of imported words; cues count from 0, both ends included.
    """

    number: int
    first: int
    last: int
    first_cue: int
    last_cue: int
    start_ms: int | None
    end_ms: int | None


@dataclass(frozen=True, slots=True)
class Hit:
    """A place of a term in a slice. `first` to `last` are flat numbers of the imported words that it stands on.

    `value` is the weight after modifiers, before repeats are combined by `pattern`; `why` says in words what changed
    or prevented it ("hedged by “may”, × 0.6", "negated by “not”, not counted"), empty where nothing did.
    """

    text: str
    pattern: str
    side: Side
    weight: float
    value: float
    is_counted: bool
    why: str
    first: int
    last: int
    start_ms: int | None
    shifter: tuple[int, int] | None = None  # the words of the hedge, booster or negation, as first and last
    note: str = ""


@dataclass(frozen=True, slots=True)
class SliceScore:
    """A slice's score and its sum written out: 100 · (opportunity − risk) ÷ (opportunity + risk + damping)."""

    slice: Slice
    words: int
    score: int
    band: Band
    risk: float
    opportunity: float
    damping: float
    lens: str | None
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class Statistics:
    """Over the shown numbers of an episode's slices. Shares are whole per cents that sum to 100."""

    slices: int
    median: float
    mean: float
    mean_low: float
    mean_high: float
    min: int
    max: int
    p10: float
    p90: float
    risk_pct: int
    mixed_pct: int  # without the silent ones; the page's “mixed” is mixed_pct + silent_pct
    silent_pct: int
    opportunity_pct: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of slices far from the median, by number, both included."""

    first: int
    last: int
    side: Side


@dataclass(frozen=True, slots=True)
class LexiconName:
    """Which lexicon, to the byte."""

    id: str
    version: str
    sha256: str
    title: str
    is_validated: bool


@dataclass(frozen=True, slots=True)
class Figures:
    """Everything that is shown and published of an episode's scores."""

    lexicon: LexiconName
    scores: tuple[SliceScore, ...]
    statistics: Statistics
    leaning: str  # “Mixed, tilting risk-forward”, “Mixed”, “Opportunity-forward, contested”
    lens: str | None  # a lens's id
    lens_label: str  # “Society”, empty without a lens
    confidence: Grade
    grades: tuple[tuple[str, Grade], ...]  # slices, hits, interval, basis
    stretches: tuple[Stretch, ...]
    highlights: tuple[str, ...]
