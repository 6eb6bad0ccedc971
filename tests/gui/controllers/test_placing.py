"""Where one was, found again in this version or by time in another."""

from typing import Any

import pytest

from reviewer.captions import read
from reviewer.gui.controllers.placing import are_numbers, flat_at, found_place, kept_place


def version(*starts: int, words: str = "one two") -> Any:
    blocks = (f"00:{s:02}.000 --> 00:{s + 2:02}.000\n{words}\n" for s in starts)
    return read("a.vtt", ("WEBVTT\n\n" + "\n".join(blocks)).encode())


OLD, NEW, TEXT = version(0, 10, 20), version(0, 5, 10, 20, 30), read("a.txt", b"one two three\n")


def test_the_same_version_has_the_same_words() -> None:
    assert found_place(OLD, kept_place(OLD, 2, 4)) == (2, 4)


def test_another_version_has_the_words_at_the_same_times() -> None:
    assert found_place(NEW, kept_place(OLD, 2, 4)) == (4, 6)


@pytest.mark.parametrize(
    "kept",
    [None, "here", [1], [1, 2, 3], [1, 99_999], [True, "x"], [0, 0, "other", None, None], [0, 0, "other", "1", 2],
     [0, 0, "other", -5, 2]],
)  # fmt: skip
def test_what_is_no_place_is_none(kept: Any) -> None:
    assert found_place(OLD, kept) is None


def test_settings_of_an_older_program_hold_the_words_alone() -> None:
    assert found_place(OLD, [2, 4]) == (2, 4)


def test_without_times_one_begins_at_the_start() -> None:
    assert found_place(TEXT, kept_place(OLD, 2, 4)) is None
    assert flat_at(TEXT, 5_000) == 0


@pytest.mark.parametrize(("ms", "flat"), [(0, 0), (9_000, 2), (11_000, 3), (99_000, 5)])
def test_the_first_word_from_a_time_on(ms: int, flat: int) -> None:
    assert flat_at(OLD, ms) == flat


def test_numbers_are_whole_and_in_bounds() -> None:
    assert are_numbers([1, 2], 0, 2)
    assert not are_numbers([1.5], 0, 2)
    assert not are_numbers([3], 0, 2)
