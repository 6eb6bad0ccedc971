"""A cue's words as one column."""

import sqlite3
from contextlib import closing
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.core.log_texts import any_cues, cues_of

from reviewer.core.cues import NO_TIME, Cues, CuesBuilder, TimedPiece
from reviewer.core.words import WordKind
from reviewer.library.packing import cues_of as cues_of_rows
from reviewer.library.packing import pack, pack_all, packed, rows, unpack, write_cues


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


def long_and_late() -> Cues:
    """Cues that need the wide columns, among others that don't, and two without words."""
    builder = CuesBuilder()
    builder.add(0, 1_000, "plain words")
    builder.add(None, None, "x" * 70_000 + " y", gap="\n\n")
    builder.add(5, 6, "")
    builder.add(0, 9, "a b", [TimedPiece(0, 1, 2**40, WordKind.WORD), TimedPiece(2, 3, None, WordKind.MARK)])
    builder.add(-7, 9, "a b", [TimedPiece(0, 1, 8, WordKind.EVENT), TimedPiece(2, 3, None, WordKind.WORD)])
    builder.add(5, 6, "")
    return builder.build()


@given(any_cues())
@example(Cues())
@example(long_and_late())
def test_all_cues_are_packed_at_once_as_one_by_one(cues: Cues) -> None:
    assert pack_all(cues) == packed(cues) == [pack(cues, number) for number in range(len(cues))]


@given(any_cues())
@example(Cues())
@example(long_and_late())
def test_rows_give_their_cues_again(cues: Cues) -> None:
    cues.extras[0] = cues.extras[2] = {"settings": "line:0"}
    again = cues_of_rows(row[1:] for row in rows(cues, 17))
    kept = {number: extra for number, extra in cues.extras.items() if number < len(cues)}
    assert (again.text, again.extras) == (cues.text, kept)
    assert all(getattr(again, name) == getattr(cues, name) for name in Cues.__slots__ if name != "extras")
    assert [row[0] for row in rows(cues, 17)] == list(range(17, 17 + len(cues)))


def test_the_number_of_a_file_s_cue_is_read_where_old_libraries_keep_it() -> None:
    row = next(rows(cues_of("a"), 1))
    old, new = (cues_of_row(row, extra, source) for extra, source in (('{"file_cue": "12"}', None), (None, 12)))
    assert [old.file_cue_of(0), new.file_cue_of(0)] == [12, 12]
    assert old.extras == new.extras == {}


def cues_of_row(row: tuple[Any, ...], extra: str | None, source: int | None) -> Cues:
    return cues_of_rows([(*row[1:6], extra, source)])


@pytest.mark.parametrize("count", [0, 1, 99, 100, 101, 250])
def test_any_number_of_cues_is_written_and_read_again(count: int) -> None:
    cues = cues_of(*(f"cue {number}" for number in range(count)))
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute(
            "create table cues(row integer primary key, start_ms, end_ms, gap, text, words, extra, source)"
        )
        write_cues(connection, cues, 7)
        stored = connection.execute("select * from cues order by row").fetchall()
    assert [row[0] for row in stored] == list(range(7, 7 + count))
    again = cues_of_rows(row[1:] for row in stored)
    assert (again.text, again.first_word) == (cues.text, cues.first_word)
