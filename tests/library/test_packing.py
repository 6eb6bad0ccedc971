"""A cue's words as one column."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.log_texts import any_cues, cues_of

from reviewer.core.cues import NO_TIME, Cues, CuesBuilder, TimedPiece
from reviewer.core.words import WordKind
from reviewer.library.packing import pack, unpack


def unpacked(cues: Cues, number: int) -> tuple[list[int], list[int], bytes, list[int]]:
    starts, stops, kinds, times = unpack(pack(cues, number), cues.cue(number).start_ms)
    return list(starts), list(stops), kinds, list(times) if times is not None else [NO_TIME] * len(starts)


def columns(cues: Cues, number: int) -> tuple[list[int], list[int], bytes, list[int]]:
    words, origin = cues.words_of(number), cues.starts[number]
    return (
        [cues.word_starts[w] - origin for w in words], [cues.word_stops[w] - origin for w in words],
        bytes(cues.word_kinds[w] for w in words), [cues.word_ms[w] for w in words],
    )  # fmt: skip


@given(any_cues())
def test_words_are_unpacked_as_they_were_packed(cues: Cues) -> None:
    for number in range(len(cues)):
        assert unpacked(cues, number) == columns(cues, number)


TIMES = st.one_of(st.none(), st.integers(-(2**40), 2**40), st.sampled_from([2**31 - 1, 2**31, -(2**31), -(2**31) + 1]))


@given(st.one_of(st.none(), st.sampled_from([0, -5, 2**31])), st.lists(TIMES, max_size=4))
def test_times_far_from_the_cue_are_kept(start: int | None, times: list[int | None]) -> None:
    builder = CuesBuilder()
    pieces = [TimedPiece(2 * n, 2 * n + 1, ms, WordKind.WORD) for n, ms in enumerate(times)]
    builder.add(start, start, "a " * len(times), pieces)
    cues = builder.build()
    assert unpacked(cues, 0) == columns(cues, 0)


@pytest.mark.parametrize("length", [65_534, 65_535, 65_536, 70_000])
def test_a_cue_longer_than_two_bytes_count(length: int) -> None:
    cues = cues_of("before", "x" * (length - 2) + " y")
    assert unpacked(cues, 1) == columns(cues, 1)


def test_a_column_takes_few_bytes() -> None:
    assert len(pack(cues_of("seven words are in this short cue"), 0)) == 2 + 7 * 5
