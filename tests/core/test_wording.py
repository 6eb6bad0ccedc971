"""How times, lengths and numbers are written."""

import pytest

from reviewer.core import wording
from reviewer.core.wording import MINUS

NB = "\u00a0"


@pytest.mark.parametrize(
    ("ms", "shown"),
    [
        (None, ""), (0, "0:00"), (999, "0:00"), (4_000, "0:04"), (2_294_000, "38:14"), (3_599_999, "59:59"),
        (3_730_000, "1:02:10"), (36_000_000, "10:00:00"), (-4_000, f"{MINUS}0:04"), (-500, "0:00"),
        (-3_730_000, f"{MINUS}1:02:10"),
    ],
)  # fmt: skip
def test_a_moment(ms: int | None, shown: str) -> None:
    assert wording.clock(ms) == shown


@pytest.mark.parametrize(
    ("ms", "shown"),
    [
        (0, "0 s"), (40_999, "40 s"), (59_999, "59 s"), (60_000, "1 min"), (89_999, "1 min"), (90_000, "2 min"),
        (3_480_000, "58 min"), (3_570_000, "1 h 00"), (6_480_000, "1 h 48"), (7_199_999, "2 h 00"),
    ],
)  # fmt: skip
def test_a_length(ms: int, shown: str) -> None:
    assert wording.length(ms) == shown.replace(" ", NB)


@pytest.mark.parametrize(
    ("number", "plus", "digits", "shown"),
    [
        (-38, False, 0, f"{MINUS}38"), (27, False, 0, "27"), (27, True, 0, "+27"), (0, True, 0, "0"),
        (-0.4, False, 0, "0"), (-0.0, True, 1, "0.0"), (-5.44, False, 1, f"{MINUS}5.4"), (0.04, True, 1, "0.0"),
    ],
)  # fmt: skip
def test_a_number_with_its_sign(number: float, plus: bool, digits: int, shown: str) -> None:
    assert wording.signed(number, plus=plus, digits=digits) == shown


@pytest.mark.parametrize(
    ("number", "shown"), [(1, "1 place"), (0, "0 places"), (11, "11 places"), (1284, "1,284 places")]
)
def test_a_count(number: int, shown: str) -> None:
    assert wording.count(number, "place") == shown.replace(" ", NB)


def test_a_count_of_what_has_its_own_plural() -> None:
    assert wording.count(2, "entry", "entries") == f"2{NB}entries"


def test_a_range_and_a_share() -> None:
    assert wording.span(-38, 27) == f"{MINUS}38 to 27"
    assert wording.percent(61) == f"61{NB}%"


@pytest.mark.parametrize(
    ("number", "whole"),
    [
        (0.5, 1), (-0.5, -1), (1.5, 2), (2.5, 3), (-2.5, -3), (0.49999999999999994, 0), (-0.49999999999999994, 0),
        (3.0, 3), (-100.4, -100), (2.0**60 + 2, 2**60), (4503599627370497.0, 4503599627370497),
    ],
)  # fmt: skip
def test_halves_are_rounded_away_from_zero(number: float, whole: int) -> None:
    assert wording.half_away(number) == whole
