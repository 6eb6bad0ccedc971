"""Sentences about an episode's scores; only what the scores bear out is said."""

from collections.abc import Iterator, Sequence

from reviewer.core.wording import clock
from reviewer.spectrum.figures import Side, SliceScore, Stretch


def highlights(scores: Sequence[SliceScore], stretches: Sequence[Stretch], ends: dict[Side, str]) -> tuple[str, ...]:
    """`ends` are the names of the axis's ends as they stand inside a sentence."""
    return (*_scored_in(len(scores)), *_stretches_of(scores, stretches, ends))


def _scored_in(slices: int) -> Iterator[str]:
    if slices:
        yield "Scored in one slice" if slices == 1 else f"Scored in {slices:,} sequential slices"


def _stretches_of(scores: Sequence[SliceScore], stretches: Sequence[Stretch], ends: dict[Side, str]) -> Iterator[str]:
    for side, end in ends.items():
        far = [stretch for stretch in stretches if stretch.side == side]
        if not far:
            continue
        longest = max(far, key=lambda stretch: stretch.last - stretch.first)  # the first of several
        where = _where(scores, longest)
        rest = f"much more {end} than the typical slice"
        yield (
            f"Includes a stretch {rest}, {where}"
            if len(far) == 1
            else (f"Includes {len(far)} stretches {rest}, the longest {where}")
        )


def _where(scores: Sequence[SliceScore], stretch: Stretch) -> str:
    first, last = scores[stretch.first - 1].slice, scores[stretch.last - 1].slice
    if first.start_ms is not None and last.end_ms is not None:
        return f"{clock(first.start_ms)} to {clock(last.end_ms)}"
    return f"slice {stretch.first}" if first is last else f"slices {stretch.first} to {stretch.last}"
