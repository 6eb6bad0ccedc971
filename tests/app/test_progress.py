"""How long a pipeline will still take."""

import pytest

from reviewer.app.progress import Progress, TimeLeft


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.mark.parametrize(
    ("step", "part"),
    [(Progress(1, 4), 0.25), (Progress(1, 4, share=0.9), 0.9), (Progress(0, 0), 0.0), (Progress(4, 4), 1.0)],
)
def test_how_much_is_done_is_told_by_bytes_where_they_are_known(step: Progress, part: float) -> None:
    assert step.part == part


@pytest.mark.parametrize(
    ("passed", "share", "told"),
    [
        (0.9, 0.5, ""), (1.0, 0.1, "about 10\u00a0s left"), (10.0, 0.001, ""), (10.0, 0.5, "about 10\u00a0s left"), (10.0, 0.2, "about 40\u00a0s left"),
        (10.0, 0.04, "about 4\u00a0min left"), (100.0, 0.02, "about 1\u00a0h\u00a015 left"), (100.0, 0.0285, "about 57\u00a0min left"),
        (100.0, 0.0138, "about 2\u00a0h left"), (10.0, 0.99, ""), (10.0, 1.0, ""), (30.0, 0.34, "about 1\u00a0min left"),
    ],
)  # fmt: skip
def test_time_left_is_told_in_steps_that_change_seldom(passed: float, share: float, told: str) -> None:
    clock = Clock()
    left = TimeLeft(clock)
    clock.now = passed
    assert left.told(Progress(0, 9, share=share)) == told


def test_one_odd_file_does_not_make_the_number_jump() -> None:
    clock = Clock()
    left = TimeLeft(clock)
    for clock.now in (10.0, 11.0, 12.0):
        left.seconds(Progress(0, 0, share=clock.now / 100))
    clock.now = 13.0
    seconds = left.seconds(Progress(0, 0, share=0.5))
    assert seconds is not None
    assert 60 < seconds < 90
