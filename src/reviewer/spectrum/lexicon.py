"""A lexicon as values: weighted terms, the lenses, and the numbers of its formula. Read by lexicon_file.py."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from reviewer.spectrum.figures import LexiconName

Role = Literal["stance", "subject", "lens", "exclude"]


@dataclass(frozen=True, slots=True)
class Term:
    """An entry. Negative weights pull to risk; a pattern may end in `*`; exclusions and lens terms weigh 0."""

    pattern: str
    weight: float
    role: Role
    facet: str
    lenses: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Axis:
    """What the two ends and the middle of the axis are called."""

    negative: str
    middle: str
    positive: str


@dataclass(frozen=True, slots=True)
class Formula:
    """100 · (O − R) ÷ (O + R + K), K = doubt_per_1000_words · max(words, reference_words) ÷ 1000.

    Stance terms of at least `decisive` weight count; others only say what is spoken of.
    """

    decisive: float
    doubt_per_1000_words: float
    reference_words: int

    def damping(self, words: int) -> float:
        return self.doubt_per_1000_words * max(words, self.reference_words) / 1000


@dataclass(frozen=True, slots=True)
class Bands:
    """The bands' edges, both belonging to the outer bands."""

    risk_forward_max: int
    opportunity_forward_min: int


@dataclass(frozen=True, slots=True)
class Lens:
    """A field that a conversation may be seen through."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Modifier:
    """Phrases that change the weight of a term which follows within `window` words; a factor of 0 strikes it."""

    factor: float
    window: int
    phrases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Modifiers:
    """The three kinds of shifters, and the phrases in which a negation negates nothing."""

    negation: Modifier
    hedge: Modifier
    booster: Modifier
    stop_negation: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SliceRule:
    """How transcripts are cut: whole sentences, or whole cues where the sentences can't be told, up to so many
    characters.
    """

    limit_chars: int
    fallback_limit_chars: int


@dataclass(frozen=True)
class Lexicon:
    """A version of a lexicon, never changed once it is out."""

    name: LexiconName
    language: str
    axis: Axis
    formula: Formula
    bands: Bands
    lenses: tuple[Lens, ...]
    modifiers: Modifiers
    slices: SliceRule
    terms: tuple[Term, ...]

    def __hash__(self) -> int:
        """By the file's bytes alone: lexicons are keys of caches, and their terms are many."""
        return hash(self.name.sha256)

    @property
    def lens_labels(self) -> Mapping[str, str]:
        return {lens.id: lens.label for lens in self.lenses}
