import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.spectrum.spectrum_builders import scores

from reviewer.spectrum.statistics import interval, median, quantile, shares, statistics

_numbers = st.lists(st.integers(-100, 100), max_size=60)


@pytest.mark.parametrize(
    ("ordered", "share", "value"),
    [
        ([], 0.5, 0),
        ([7], 0.1, 7),
        ([-3, 4], 0.5, 0.5),
        ([-30, -20, 0, 0, 0], 0.1, -26),
        ([0, 0, 0, 10, 20], 0.9, 16),
        (list(range(11)), 0.9, 9),
    ],
)
def test_quantiles_are_interpolated(ordered: list[int], share: float, value: float) -> None:
    assert quantile(ordered, share) == pytest.approx(value)


@settings(deadline=None)  # two cores, shared
@given(_numbers.filter(bool), st.floats(0, 1))
def test_quantiles_are_those_of_numpy(numbers: list[int], share: float) -> None:
    import numpy as np

    assert quantile(sorted(numbers), share) == pytest.approx(float(np.quantile(numbers, share)), abs=1e-9)
    assert median(sorted(numbers)) == float(np.median(numbers))


@pytest.mark.parametrize(
    ("counts", "per_cent"),
    [
        ([0, 0, 0, 0], [0, 0, 0, 0]),
        ([0, 0, 1, 0], [0, 0, 100, 0]),
        ([1, 1, 1, 0], [34, 33, 33, 0]),  # a tie goes to the first
        ([1, 1, 1, 1], [25, 25, 25, 25]),
        ([21, 0, 103, 0], [17, 0, 83, 0]),
        ([1, 1, 1, 3], [17, 17, 16, 50]),
        ([1, 2, 3, 0], [17, 33, 50, 0]),
    ],
)
def test_shares_by_largest_remainder(counts: list[int], per_cent: list[int]) -> None:
    assert shares(counts) == per_cent


@settings(deadline=None)  # two cores, shared
@given(st.lists(st.integers(0, 10_000), min_size=4, max_size=4).filter(any))
def test_shares_sum_to_a_hundred_and_none_is_a_point_off(counts: list[int]) -> None:
    per_cent = shares(counts)
    assert sum(per_cent) == 100
    assert all(abs(p - 100 * c / sum(counts)) < 1 for p, c in zip(per_cent, counts, strict=True))


def test_the_interval_is_the_same_on_every_machine() -> None:
    drawn = [0, -17, 0, 0, -29, 0, 17, 0, 0, 0, -38, -30, 0, 13, 0, 0, -17, 0, 0, 0, 0, 0, -24]
    assert interval(drawn) == (-8.828260869565218, -1.391304347826087)


@settings(deadline=None)  # two cores, shared
@given(_numbers)
def test_the_interval_holds_the_mean_and_lies_among_the_numbers(numbers: list[int]) -> None:
    low, high = interval(numbers)
    mean = sum(numbers) / len(numbers) if numbers else 0
    assert min(numbers, default=0) <= low <= mean <= high <= max(numbers, default=0)


def test_neighbours_that_go_together_widen_the_interval() -> None:
    apart, together = [-40, 0] * 30, [-40] * 30 + [0] * 30
    widths = [high - low for low, high in (interval(apart), interval(together))]
    assert widths[0] * 2 < widths[1]


@settings(deadline=None)  # two cores, shared
@given(_numbers)
def test_exchanging_the_sides_mirrors_the_statistics(numbers: list[int]) -> None:
    one, other = statistics(scores(numbers)), statistics(scores([-n for n in numbers]))
    assert (other.median, other.mean, other.min, other.max) == (-one.median, -one.mean, -one.max, -one.min)
    ends = [
        (one.p10, other.p90),
        (one.p90, other.p10),
        (one.mean_low, other.mean_high),
        (one.mean_high, other.mean_low),
    ]
    assert all(end == pytest.approx(-mirrored, abs=1e-9) for end, mirrored in ends)


def test_of_no_slices_everything_is_zero() -> None:
    numbers = statistics([])
    assert {getattr(numbers, name) for name in type(numbers).__slots__} == {0}


def test_of_one_slice_everything_is_its_number() -> None:
    numbers = statistics(scores([-38]))
    assert (numbers.median, numbers.mean, numbers.mean_low, numbers.mean_high) == (-38, -38, -38, -38)
    assert (numbers.min, numbers.max, numbers.p10, numbers.p90, numbers.risk_pct) == (-38, -38, -38, -38, 100)


def test_numpy_is_loaded_only_for_the_interval() -> None:
    code = (
        "import sys, reviewer.spectrum.episode, reviewer.spectrum.scores, reviewer.spectrum.lexicon_file;"
        "sys.exit('numpy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
