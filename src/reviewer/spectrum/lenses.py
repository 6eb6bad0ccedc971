"""Which lens a slice, and an episode, is seen through: shown beside the one that people chose."""

from collections import Counter
from collections.abc import Iterable

AT_LEAST = 2  # one word is no subject


def slice_lens(hits: Counter[str]) -> str | None:
    """The lens with at least two hits and more than any other."""
    ranked = hits.most_common(2)
    if not ranked or ranked[0][1] < AT_LEAST:
        return None
    if len(ranked) > 1 and ranked[1][1] == ranked[0][1]:
        return None
    return ranked[0][0]


def episode_lens(slices: Iterable[str | None]) -> str | None:
    """The lens that won at least two slices and more than any other."""
    return slice_lens(Counter(lens for lens in slices if lens is not None))
