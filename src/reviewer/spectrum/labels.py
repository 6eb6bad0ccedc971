"""Labels beside markers on one line: which places they can have without touching each other."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Final

from reviewer.spectrum.shapes import Anchor, Text

_GAP: Final = 4.0  # labels nearer than this read as one


@dataclass(frozen=True, slots=True)
class Label:
    """A text with the room it takes on its line; with an empty text, room that something else takes.

    `anchor` is the end that stands beside a marker: where another font is wider than measured, the text grows away.
    """

    x: float
    w: float
    text: str = ""
    anchor: Anchor = "start"

    def at(self, baseline: float) -> Text:
        return Text(self.x + (self.w if self.anchor == "end" else 0), baseline, self.text, self.anchor)


def clear_of(label: Label, others: Iterable[Label], gap: float = _GAP) -> bool:
    """Whether the label keeps the gap to all others."""
    return all(label.x + label.w + gap <= other.x or other.x + other.w + gap <= label.x for other in others)


def fit(labels: Sequence[Label], obstacles: Sequence[Label], width: float) -> bool:
    """Whether the labels lie within 0 to `width` and touch neither each other nor an obstacle."""
    inside = all(label.x >= 0 and label.x + label.w <= width for label in labels)
    return inside and all(
        clear_of(label, labels[:number]) and clear_of(label, obstacles, gap=1.0) for number, label in enumerate(labels)
    )


def choose(choices: Sequence[Sequence[Label]], obstacles: Sequence[Label], width: float) -> tuple[Label, ...] | None:
    """One label of each choice so that all fit, with the fewest that are not the first of theirs; None if none do."""
    for picks in sorted(product(*(range(len(choice)) for choice in choices)), key=lambda picks: (sum(picks), picks)):
        labels = tuple(choice[pick] for choice, pick in zip(choices, picks, strict=True))
        if fit(labels, obstacles, width):
            return labels
    return None
