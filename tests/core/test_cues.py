"""The columns of a version: texts, words, gaps and times."""

import pytest
from hypothesis import given
from tests.core.log_texts import any_cues, cues_of

from reviewer.core.anchors import Gap, Span
from reviewer.core.cues import NO_TIME, CueColumns, Cues, CuesBuilder, TimedPiece, Version
from reviewer.core.words import WordKind


def test_the_builder_fills_the_columns() -> None:
    builder = CuesBuilder()
    builder.add(0, 1000, ">> Hello there", extra={"voice": "Ann"})
    builder.add(1000, 2000, "[Music]", gap="\n")
    cues = builder.build()
    assert cues.text == ">> Hello there\n[Music]"
    assert [cues.word(f) for f in range(4)] == [">>", "Hello", "there", "[Music]"]
    assert [cues.kind(f) for f in range(4)] == [WordKind.MARK, WordKind.WORD, WordKind.WORD, WordKind.EVENT]
    assert list(cues.first_word) == [0, 3, 4]
    assert list(cues.word_ms) == [NO_TIME] * 4
    assert (cues.gap_before(0), cues.gap_before(1)) == ("", "\n")
    assert (cues.voice(0), cues.voice(1)) == ("Ann", None)
    assert (cues.duration_ms, cues.has_times) == (2000, True)


def test_a_builder_that_has_built_begins_anew() -> None:
    builder = CuesBuilder()
    builder.add(0, 1000, "first text")
    builder.build()
    builder.add(0, 1000, "second")
    cues = builder.build()
    assert (cues.text, cues.cue_text(0), cues.word(0)) == ("second", "second", "second")


@pytest.mark.parametrize(("gap", "text"), [(None, "a b"), (" ", " a b"), ("\n\n", "\n\na\n\nb"), ("", "ab")])
def test_a_gap_that_is_said_is_kept_before_the_first_cue_too(gap: str | None, text: str) -> None:
    assert cues_of("a", "b", timed=False, gap=gap).text == text


def test_many_cues_may_be_added_at_once() -> None:
    whole, first, second = cues_of("a b", "", "c"), cues_of("a b"), CuesBuilder()
    second.extend(columns_of(first, "a b"))
    for cue in list(whole)[1:]:
        second.add(*cue[1:])
    second_cues = second.build()
    assert {name: getattr(second_cues, name) for name in Cues.__slots__} == {
        name: getattr(whole, name) for name in Cues.__slots__
    }


def columns_of(cues: Cues, text: str) -> CueColumns:
    names = CueColumns._fields[1:-1]
    columns = {name: getattr(cues, name).tobytes() for name in names if name != "first_word"}
    return CueColumns(text, first_word=cues.first_word[1:].tobytes(), extras={}, **columns)


def test_a_word_knows_the_file_s_own_cue_that_brought_it() -> None:
    builder = CuesBuilder()
    builder.add(0, 1_000, "of one cue", file_cue=4)
    builder.add(0, 1_000, "grown over three", extra={"file_cues": "[[0, 6], [2, 8]]"}, file_cue=6)
    builder.add(0, 1_000, "itself")
    cues = builder.build()
    assert [cues.file_cue_of(flat) for flat in range(7)] == [4, 4, 4, 6, 6, 8, None]


@given(any_cues())
def test_gaps_and_flat_numbers_are_two_names_of_a_place(cues: Cues) -> None:
    for flat in range(cues.word_count):
        gap = cues.gap(flat)
        assert cues.flat(gap) == flat
        assert flat in cues.words_of(gap.cue)
        assert cues.cue_text(gap.cue)[cues.word_starts[flat] - cues.starts[gap.cue] :].startswith(cues.word(flat))
        assert cues.span(flat, flat + 1) == Span(gap, Gap(gap.cue, gap.word + 1))


@given(any_cues())
def test_the_imported_text_is_gaps_and_cues(cues: Cues) -> None:
    assert "".join(cues.gap_before(c.number) + c.text for c in cues) == cues.text
    assert [w for c in cues for w in c.text.split()] == [cues.word(f) for f in range(cues.word_count)]


@given(any_cues())
def test_word_times_are_the_times_word_by_word(cues: Cues) -> None:
    for cue in range(len(cues)):
        words = cues.words_of(cue)
        times = cues.word_times(cue, words.start, words.stop)
        assert times == [(cues.word_time(f)[0], cues.word_end(f), cues.word_time(f)[1]) for f in words]


def test_a_word_without_a_time_of_its_own_is_estimated_by_its_place() -> None:
    cues = cues_of("ab cd ef gh")  # 11 characters in 2 seconds
    assert [cues.word_time(f) for f in range(4)] == [(0, False), (545, True), (1090, True), (1636, True)]
    assert [cues.word_end(f) for f in range(4)] == [545, 1090, 1636, 2000]


@pytest.mark.parametrize(
    ("start", "end", "own", "times"),
    [
        (None, None, (None, None), [(None, None, False)] * 2),
        (0, 1000, (200, None), [(200, 500, False), (500, 1000, True)]),
        (0, 1000, (None, 300), [(0, 300, False), (300, 1000, False)]),
        (1000, 500, (None, None), [(1000, 1000, False), (1000, 1000, True)]),  # ends before it begins
        (None, None, (100, 300), [(100, 300, False), (300, 300, False)]),
    ],
)
def test_times_of_odd_cues(
    start: int | None, end: int | None, own: tuple[int | None, int | None], times: list[tuple[int, int, bool]]
) -> None:
    builder = CuesBuilder()
    pieces = [TimedPiece(0, 1, own[0], WordKind.WORD), TimedPiece(2, 3, own[1], WordKind.WORD)]
    builder.add(start, end, "a b ", pieces)
    assert builder.build().word_times(0, 0, 2) == times


@pytest.mark.parametrize(
    ("gap", "is_there"),
    [((0, 0), True), ((0, 2), True), ((0, 3), False), ((1, 0), False), ((-1, 0), False), ((0, -1), False)],
)
def test_a_gap_is_before_a_word_or_at_the_end_of_a_cue(gap: tuple[int, int], is_there: bool) -> None:
    assert cues_of("a b").has_gap(Gap(*gap)) is is_there


def test_a_version_s_name_is_of_its_bytes_and_of_how_they_were_read() -> None:
    one = Version("ab", "srt", 1, "", "srt", "utf-8", "auto", "en", cues_of("a"))
    same = Version("ab", "srt", 1, "", "srt", "utf-16", "uploaded", "", cues_of("b"))
    other = Version("ab", "srt", 2, "", "srt", "utf-8", "auto", "en", cues_of("a"))
    assert one.id == same.id != other.id
    assert len(one.id) == 32


@pytest.mark.parametrize(
    ("extra", "speakers"),
    [
        ({}, [None] * 3), ({"voice": "Ann"}, ["Ann"] * 3), ({"voice": "Ann", "voices": '[[1, "Ann"]]'}, [None, "Ann", "Ann"]),
        ({"voice": "Ann", "voices": '[[0, "Ann"], [2, "Bob"]]'}, ["Ann", "Ann", "Bob"]),
        ({"voice": "Ann", "voices": '[[0, "Ann"], [1, ""], [2, "Bob"]]'}, ["Ann", None, "Bob"]),
    ],
)  # fmt: skip
def test_who_says_a_word(extra: dict[str, str], speakers: list[str | None]) -> None:
    builder = CuesBuilder()
    builder.add(0, 1000, "before")
    builder.add(1000, 2000, "one two three", extra=extra)
    cues = builder.build()
    assert [cues.voice_of(flat) for flat in range(4)] == [None, *speakers]


def test_a_version_of_another_video_has_a_name_of_its_own() -> None:
    one = Version("ab", "srt", 1, "encoding=utf-8", "srt", "utf-8", "auto", "en", cues_of("a"))
    assert one.of_video("x").options == "encoding=utf-8 video=x"
    assert len({one.id, one.of_video("x").id, one.of_video("y").id}) == 3
