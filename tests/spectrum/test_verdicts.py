from dataclasses import replace

import pytest
from tests.spectrum.spectrum_builders import lexicon, scores

from reviewer.spectrum.figures import Grade
from reviewer.spectrum.statistics import statistics
from reviewer.spectrum.verdicts import confidence, grades, leaning, stretches


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        ([], "Mixed"),
        ([0] * 50, "Mixed"),
        ([0, 0, 0, -38, 0] * 12, "Mixed, tilting risk-forward"),
        ([0, 0, 0, 38, 0] * 12, "Mixed, tilting opportunity-forward"),
        ([0, 0, 0, -10, 0] * 12, "Mixed"),  # sure, and too little
        ([0] * 40 + [-30, 27] * 3, "Mixed, contested"),
        ([-30] * 9 + [0] * 2, "Risk-forward"),
        ([30] * 6 + [-30] * 4, "Opportunity-forward, contested"),
        ([-20] * 3, "Risk-forward"),
        ([-20, -19], "Risk-forward"),  # the median −19.5 is shown as −20
        (([-17, -17, 17] * 6 + [-17, 17]) * 5, "Mixed, tilting risk-forward"),  # 0.3 is not under 0.3
    ],
)
def test_where_an_episode_leans(numbers: list[int], said: str) -> None:
    made = scores(numbers)
    assert leaning(made, statistics(made), lexicon()) == said


@pytest.mark.parametrize(
    ("slices", "hits", "half_width", "expected"),
    [
        (60, 40, 4.0, ("high", "high", "high")),
        (59, 39, 4.1, ("medium", "medium", "medium")),
        (20, 15, 8.0, ("medium", "medium", "medium")),
        (19, 14, 8.1, ("low", "low", "low")),
    ],
)
def test_grades(slices: int, hits: int, half_width: float, expected: tuple[Grade, ...]) -> None:
    made = scores([0] * (slices - 1)) + scores([-3], counted=hits)
    numbers = replace(statistics(made), mean_low=-half_width, mean_high=half_width)
    assert tuple(grade for _, grade in grades(made, numbers, "high")) == (*expected, "high")


@pytest.mark.parametrize(
    ("grounds", "lowest"), [(("high", "high"), "high"), (("high", "medium"), "medium"), (("low", "high"), "low")]
)
def test_confidence_is_the_lowest_grade(grounds: tuple[Grade, ...], lowest: Grade) -> None:
    assert confidence([("any", grade) for grade in grounds]) == lowest


@pytest.mark.parametrize(
    ("numbers", "median", "found"),
    [
        ([], 0, []),
        ([0, -20, 0, -29, 0], 0, []),
        ([0, -20, -20, 0], 0, [(2, 3, "risk")]),
        ([0, -30, 0], 0, [(2, 2, "risk")]),
        ([-38, -20, -21, 0, 0, -20], 0, [(1, 3, "risk")]),
        ([0, 20, 20, -30, 30], 0, [(2, 3, "opportunity"), (4, 4, "risk"), (5, 5, "opportunity")]),
        ([-30, -30], -11, []),
        ([-31, -31], -11, [(1, 2, "risk")]),
    ],
)
def test_stretches_far_from_the_median(numbers: list[int], median: float, found: list[tuple[int, int, str]]) -> None:
    assert [(s.first, s.last, s.side) for s in stretches(scores(numbers), median)] == found
