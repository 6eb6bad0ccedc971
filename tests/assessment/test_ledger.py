"""What was heard: unions of played stretches, what counts, and what is said about it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.assessment.ledger import Heard, Interval, Listening, heard_json, listening

MINUTE = 60_000


def test_overlapping_stretches_in_any_order_count_once() -> None:
    heard = listening([Heard(50, 80), Heard(0, 30), Heard(20, 50), Heard(70, 75)], 100)
    assert heard.intervals == (Interval(0, 80),)
    assert heard.coverage == 0.8


@pytest.mark.parametrize(("rate", "heard_ms"), [(0.5, 100), (1.0, 100), (2.0, 100), (2.01, 0), (3.0, 0)])
def test_only_what_was_played_up_to_double_speed_counts(rate: float, heard_ms: int) -> None:
    assert listening([Heard(0, 100, rate)], 1_000).heard_ms == heard_ms


@pytest.mark.parametrize("rate", [0.0, -1.0, float("nan"), float("inf")])
def test_a_speed_that_is_none_is_left_out(rate: float) -> None:
    heard = listening([Heard(0, 100, rate)], 1_000)
    assert (heard.intervals, heard.fast) == ((), ())


def test_what_was_heard_properly_later_is_no_longer_fast() -> None:
    heard = listening([Heard(0, 100, 3.0), Heard(40, 60)], 200)
    assert heard.intervals == (Interval(40, 60),)
    assert heard.fast == (Interval(0, 40), Interval(60, 100))
    assert heard.fast_ms == 80


def test_what_lies_outside_the_recording_is_left_out() -> None:
    heard = listening([Heard(-50, 20), Heard(90, 400), Heard(300, 500), Heard(60, 40)], 100)
    assert heard.intervals == (Interval(0, 20), Interval(90, 100))


@pytest.mark.parametrize(
    ("heard_ms", "duration_ms", "coverage", "wording"),
    [
        (0, 1_000, 0.0, "Not heard"),
        (1, 1_000, 0.001, "Partly heard, under 1\u00a0%"),
        (619, 1_000, 0.619, "Partly heard, 61\u00a0%"),
        (94_999, 100_000, 0.9499, "Partly heard, 94\u00a0%"),
        (95_000, 100_000, 0.95, "Listen-based"),
        (999_999, 1_000_000, 0.9999, "Listen-based"),
        (1_000, 1_000, 1.0, "Listen-based"),
        (0, 0, 0.0, "Not heard"),
    ],
)
def test_the_share_is_cut_and_never_rounded_over_a_threshold(
    heard_ms: int, duration_ms: int, coverage: float, wording: str
) -> None:
    heard = listening([Heard(0, heard_ms)], duration_ms)
    assert (heard.coverage, heard.wording) == (coverage, wording)
    assert heard.listen_based == (wording == "Listen-based")


def test_without_a_recording_nothing_is_claimed() -> None:
    heard = listening([Heard(0, 5_000)], None)
    assert (heard.coverage, heard.listen_based, heard.wording) == (0.0, False, "Partly heard")
    assert heard.hint == "No recording attached: nothing can be heard here."


def test_the_hint_says_what_is_missing() -> None:
    heard = listening([Heard(0, 66 * MINUTE), Heard(70 * MINUTE, 83 * MINUTE, 3.0)], 108 * MINUTE)
    expected = "Listen-based from 95 %. 37 min to go, 13 min only heard above 2×."
    assert heard.hint.replace("\u00a0", " ") == expected


@pytest.mark.parametrize(
    ("heard_ms", "duration_ms", "amount", "hint"),
    [
        (61_999, 100_000, "1:02 of 1:40", "0:34 to go."), (94_999, 100_000, "1:35 of 1:40", "0:01 to go."),
        (0, 599_999, "0:00 of 10:00", "9:30 to go."), (61_999, 30 * MINUTE, "1 min of 30 min", "28 min to go."),
        (27 * MINUTE, 30 * MINUTE, "27 min of 30 min", "2 min to go."), (1_709_999, 30 * MINUTE, "28 min of 30 min", "1 s to go."),
        (1_709_200, 30 * MINUTE, "28 min of 30 min", "1 s to go."), (1_650_500, 30 * MINUTE, "28 min of 30 min", "1 min to go."),
    ],
)  # fmt: skip
def test_what_is_to_go_is_never_less_than_what_is_missing(
    heard_ms: int, duration_ms: int, amount: str, hint: str
) -> None:
    heard = listening([Heard(0, heard_ms)], duration_ms)
    assert heard.amount.replace("\u00a0", " ") == amount
    assert heard.hint.replace("\u00a0", " ") == f"Listen-based from 95 %. {hint}"


@pytest.mark.parametrize(("at_ms", "found"), [(0, 20), (25, 25), (40, 60), (90, 90), (100, 20)])
def test_the_next_unheard_stretch_is_looked_for_from_here_on(at_ms: int, found: int) -> None:
    assert listening([Heard(0, 20), Heard(30, 60)], 100).next_unheard(at_ms) == found


def test_nothing_is_unheard_when_all_was_played() -> None:
    assert listening([Heard(0, 100)], 100).next_unheard(0) is None


def test_json_has_the_shape_of_the_contract() -> None:
    made = heard_json(listening([Heard(0, 500), Heard(600, 700, 2.5)], 1_000))
    assert {k: made[k] for k in ("duration_ms", "heard_ms", "coverage", "intervals")} == {
        "duration_ms": 1_000,
        "heard_ms": 500,
        "coverage": 0.5,
        "intervals": [{"start_ms": 0, "end_ms": 500}],
    }
    assert made["fast_intervals"] == [{"start_ms": 600, "end_ms": 700}]


_heard = st.builds(Heard, st.integers(-20, 120), st.integers(-20, 120), st.sampled_from([0.8, 1.0, 2.0, 2.5]))


@given(st.lists(_heard, max_size=12))
def test_every_moment_is_solid_fast_or_unheard(played: list[Heard]) -> None:
    heard = listening(played, 100)
    for moment in range(100):
        solid = any(h.start_ms <= moment < h.end_ms and h.rate <= 2 for h in played)
        fast = not solid and any(h.start_ms <= moment < h.end_ms for h in played)
        assert _holds(heard.intervals, moment) == solid
        assert _holds(heard.fast, moment) == fast
        assert _holds(heard.unheard, moment) == (not solid)


@given(st.lists(_heard, max_size=12))
def test_the_order_of_the_ledger_says_nothing(played: list[Heard]) -> None:
    assert listening(reversed(played), 100) == listening(played + played, 100)


def _holds(intervals: tuple[Interval, ...], moment: int) -> bool:
    return any(start <= moment < end for start, end in intervals)


def test_an_empty_listening_is_not_heard() -> None:
    assert Listening(None).wording == "Not heard"
