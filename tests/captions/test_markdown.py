"""Markdown with times, and the transcripts whose lines begin with a time."""

import pytest

from reviewer.captions import WrittenCue, read, write
from reviewer.captions.markdown import ENDS
from reviewer.captions.plain import ABOVE
from reviewer.core.cues import Version
from reviewer.errors import UnreadableCaptions


def shown(version: Version) -> list[tuple[int | None, int | None, str]]:
    return [(cue.start_ms, cue.end_ms, cue.text) for cue in version.cues]


def told(version: Version) -> list[str]:
    return [oddity.what for oddity in version.oddities]


def test_a_paragraph_is_written_as_it_looks_best() -> None:
    cues = [
        WrittenCue(1_000, 2_500, "Hello *everybody*,\n1. I <3 R&D_x", voice="Ann & Bo"),
        WrittenCue(2_500, 3_600_000, "# No heading."),
    ]
    assert write("markdown", cues) == (
        "**[00:00:01.000 → 00:00:02.500] Ann &amp; Bo:** Hello \\*everybody\\*,  \n1\\. I &lt;3 R&amp;D\\_x\n\n"
        "**[00:00:02.500 → 01:00:00.000]** \\# No heading.\n"
    )
    version = read("a", write("markdown", cues).encode())
    assert (version.format, version.kind, version.oddities) == ("markdown", "transcript", ())
    assert shown(version) == [(1_000, 2_500, cues[0].text), (2_500, 3_600_000, "# No heading.")]
    assert version.cues.voice(0) == "Ann & Bo"


def test_a_heading_above_and_paragraphs_below_a_stamp_lose_no_word() -> None:
    file = "# A talk\n\n**[00:01 → 0:02] Ann:** One\ntwo\n\nthree\n\n**[1:00:03]** Four\n"
    version = read("a.md", file.encode())
    assert shown(version)[0] == (1_000, 2_000, "# A talk\nOne\ntwo\nthree")
    assert shown(version)[1][::2] == (3_603_000, "Four")
    assert ABOVE in told(version)


@pytest.mark.parametrize(
    ("file", "cues"),
    [
        ("[00:12:34] One\n[00:12:36] Ann: two\nmore\n[00:13:00] Three", [(754_000, 756_000, "One"), (756_000, 780_000, "Ann: two\nmore"), (780_000, 780_000, "Three")]),
        ("(0:01) One\n\n(0:02) two\n\n(75:00) three\n", [(1_000, 2_000, "One"), (2_000, 4_500_000, "two"), (4_500_000, 4_500_000, "three")]),
        ("0:00\nOne\n0:05\ntwo <b>\n0:09\nthree", [(0, 5_000, "One"), (5_000, 9_000, "two <b>"), (9_000, 9_000, "three")]),
        ("00:12 One\r\n00:13 two\r\n00:14 three", [(12_000, 13_000, "One"), (13_000, 14_000, "two"), (14_000, 14_000, "three")]),
    ],
)  # fmt: skip
def test_lines_that_begin_with_a_time_are_cues(file: str, cues: list[tuple[int, int, str]]) -> None:
    version = read("a.txt", file.encode())
    assert (version.format, shown(version)) == ("markdown", cues)
    assert ENDS in told(version)


def test_what_whisper_prints_is_read_with_both_its_times() -> None:
    file = "[00:00.000 --> 00:04.000]  One\n[00:04.000 --> 00:05.500]  two\n[00:06.000 --> 00:07.000]  three\n"
    version = read("a.txt", file.encode())
    assert shown(version) == [(0, 4_000, "One"), (4_000, 5_500, "two"), (6_000, 7_000, "three")]
    assert version.oddities == ()


@pytest.mark.parametrize(
    "file",
    [
        "At 10:30 we met.\nAt 11:00 we left.\nAt 12:00 we slept.\n",
        "10:30 Tea\n10:20 Cake\n10:10 Talk\n",
        "0:01 One\n[0:02] two\n(0:03) three\n",
        "0:01 One\n0:02 two\n",
        "0:01 One\n0:02 two\n0:03 three\n" + "And much more.\n" * 4,
        "3:2 John\n3:3 Mark\n3:4 Luke\n",
        "1:00:00:00 one\n1:00:00:01 two\n1:00:00:02 three\n",
    ],
)
def test_what_may_be_no_times_stays_text(file: str) -> None:
    assert read("a.txt", file.encode()).format == "text"


def test_times_without_words_are_no_transcript() -> None:
    with pytest.raises(UnreadableCaptions, match="no words"):
        read("a.txt", b"0:01\n0:02\n0:03\n0:03 1\n")


@pytest.mark.parametrize("stamp", ["**[00:00:0{}.000 → 00:00:09.000]** word", "[0:0{}] word"])
@pytest.mark.parametrize("name", ["srt", "webvtt", "sbv"])
def test_the_other_formats_are_not_taken_for_it(name: str, stamp: str) -> None:
    cues = [WrittenCue(n * 1_000, n * 1_000 + 900, stamp.format(n)) for n in range(9)]
    assert read("a", write(name, cues).encode()).format == name
