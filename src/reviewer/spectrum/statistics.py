"""Statistics over the shown numbers of an episode's slices, so that a reader can recount them."""

from collections import Counter
from collections.abc import Sequence

from reviewer.spectrum.figures import Band, SliceScore, Statistics

BLOCK = 5  # neighbouring slices speak of the same thing: they are drawn together
DRAWS = 2_000  # with a hundred slices the ends of the interval then move by under half a point from seed to seed
SEED = 20_260_101  # any number does, as long as it stays: the date of our first lexicon

LOW, HIGH = 0.05, 0.95
_SHARES: tuple[Band, ...] = ("risk-forward", "mixed", "silent", "opportunity-forward")  # in the order of ties


def statistics(scores: Sequence[SliceScore]) -> Statistics:
    """The figures of some slices; of none, all are 0."""
    numbers = sorted(score.score for score in scores)
    low, high = interval([score.score for score in scores])
    bands = Counter(score.band for score in scores)
    risk, mixed, silent, opportunity = shares([bands[band] for band in _SHARES])
    return Statistics(
        slices=len(numbers),
        median=median(numbers),
        mean=sum(numbers) / len(numbers) if numbers else 0.0,
        mean_low=low,
        mean_high=high,
        min=min(numbers, default=0),
        max=max(numbers, default=0),
        p10=quantile(numbers, 0.1),
        p90=quantile(numbers, 0.9),
        risk_pct=risk,
        mixed_pct=mixed,
        silent_pct=silent,
        opportunity_pct=opportunity,
    )


def median(ordered: Sequence[float]) -> float:
    """Of sorted numbers; 0 of none."""
    return quantile(ordered, 0.5)


def quantile(ordered: Sequence[float], share: float) -> float:
    """Of sorted numbers, by linear interpolation between neighbours; 0 of none."""
    if not ordered:
        return 0.0
    whole, part = divmod((len(ordered) - 1) * share, 1)
    low = ordered[int(whole)]
    high = ordered[min(int(whole) + 1, len(ordered) - 1)]
    return float(low + (high - low) * part)


def shares(counts: Sequence[int]) -> list[int]:
    """Whole per cents that sum to 100, by largest remainder; the earlier wins a tie. All 0 where nothing is."""
    total = sum(counts)
    if not total:
        return [0] * len(counts)
    whole = [100 * count // total for count in counts]
    by_remainder = sorted(range(len(counts)), key=lambda i: -(100 * counts[i] % total))
    for i in by_remainder[: 100 - sum(whole)]:
        whole[i] += 1
    return whole


def interval(scores: Sequence[int]) -> tuple[float, float]:
    """The 90 % interval of the mean of scores in order, by a bootstrap of moving blocks with a stored seed.

    Only whole numbers are drawn and summed: the same on every machine.
    """
    if len(set(scores)) < 2:
        mean = sum(scores) / len(scores) if scores else 0.0
        return mean, mean
    count = len(scores)
    sums = sorted(_drawn_sums(scores))
    low, mean, high = quantile(sums, LOW) / count, sum(scores) / count, quantile(sums, HIGH) / count
    # The first and last slices lie in fewer blocks than the others: in a short text the draws may miss the mean.
    return min(low, mean), max(high, mean)


def _drawn_sums(scores: Sequence[int]) -> list[int]:
    """Sums of as many scores as there are, put together from blocks of neighbours; the last block is cut to fit."""
    import numpy as np

    count = len(scores)
    block = max(1, min(BLOCK, count // 2))  # of one block alone every draw would be the same, and the mean look sure
    blocks = -(-count // block)
    sums = np.concatenate(([0], np.cumsum(np.asarray(scores, dtype=np.int64))))
    random = np.random.RandomState(SEED)  # frozen by NumPy: its stream never changes
    starts = random.randint(0, count - block + 1, size=(DRAWS, blocks), dtype=np.int64)
    lengths = np.full(blocks, block)
    lengths[-1] = count - block * (blocks - 1)
    drawn: list[int] = (sums[starts + lengths] - sums[starts]).sum(axis=1).tolist()
    return drawn
