"""What is written is read back: the same words, texts and times, whatever the text is."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.captions import WrittenCue, read, write
from reviewer.captions.markup import tidy, writable
from reviewer.captions.times import stamp
from reviewer.core.cues import Cues

TRICKY = [
    "<", ">", "&", ";", "-->", "->", ">>", "&amp;", "&lt;b&gt;", "<b>", "</i>", "<v Ann>", "<00:00:01.000>", "<c>", "#",
    "{\\an8}", "\\N", "\\h", "\n", "\r", " ", "\t", "\n\n", "\u00a0", "\u2028", "\ufeff", "[Music]",
    "שלום", "\u202e", "👩\u200d🚀", "e\u0301", "日本語", "word", "NOTE", "STYLE", "WEBVTT", "1", "42", ",", ":", ".",
    "00:00:01,000 --> 00:00:02,000", "0:00:01.000,0:00:02.000", "00:01.000 --> 00:02.000", "X1:1", "-", "a < b && c > d",
]  # fmt: skip
LETTERS = st.characters(exclude_categories=["Cc", "Cs"])
texts = st.lists(st.sampled_from(TRICKY) | st.text(LETTERS, max_size=3), max_size=8).map("".join)
times = st.integers(0, 400_000_000)
cues = st.lists(st.tuples(times, times, texts).map(lambda made: WrittenCue(*made)), max_size=5)


def shown(track: Cues) -> list[tuple[int | None, int | None, str]]:
    return [(cue.start_ms, cue.end_ms, cue.text) for cue in track]


@pytest.mark.parametrize("format_", ["webvtt", "srt", "sbv"])
@given(written=cues)
@settings(max_examples=150, deadline=None)
def test_a_timed_track_is_read_back_as_it_was_written(format_: str, written: list[WrittenCue]) -> None:
    if not written and format_ == "sbv":
        return  # an SBV file without cues is an empty file
    data = write(format_, written).encode()
    read_back = read("track", data, format=format_).cues
    assert shown(read_back) == [(cue.start_ms, cue.end_ms, tidy(writable(cue.text))) for cue in written]


@given(lines=st.lists(texts, max_size=5))
@settings(max_examples=150, deadline=None)
def test_a_transcript_is_read_back_line_by_line(lines: list[str]) -> None:
    lines.insert(0, "First.")
    data = write("text", [WrittenCue(None, None, line) for line in lines]).encode()
    kept = [" ".join(tidy(line).split("\n")).strip() for line in lines]
    assert [cue.text for cue in read("track", data, format="text").cues] == [line for line in kept if line]


@st.composite
def spoken(draw: st.DrawFn) -> WrittenCue:
    """A cue every word of which has a time."""
    text = writable(draw(texts))
    start = draw(times)
    offsets = [match.start() for match in re.finditer(r"\S+", text)]
    stamps = sorted(draw(st.lists(st.integers(start, start + 9_999), min_size=len(offsets), max_size=len(offsets))))
    return WrittenCue(start, start + 9_999, text, tuple(zip(offsets, [start, *stamps[1:]], strict=False)))


def carried(cue: WrittenCue) -> list[int] | None:
    """The times of a cue's words in WebVTT: not carried are those at the end or past it, which become the time above,
    and those of a cue that begins none of its words later than itself, which are spread anew (None).
    """
    assert cue.start_ms is not None
    assert cue.end_ms is not None
    times = [cue.start_ms]
    for _, ms in cue.words:
        times.append(ms if times[-1] < ms < cue.end_ms else times[-1])
    return times[1:] if times[-1] > cue.start_ms or not cue.words else None


@given(written=st.lists(spoken(), min_size=1, max_size=4))
@settings(max_examples=200, deadline=None)
def test_every_word_keeps_its_time_in_webvtt(written: list[WrittenCue]) -> None:
    read_back = read("track", write("webvtt", written).encode(), format="webvtt").cues
    assert [cue.text for cue in read_back] == [tidy(cue.text) for cue in written]
    for number, cue in enumerate(written):
        times_read = [read_back.word_time(flat)[0] for flat in read_back.words_of(number)]
        assert carried(cue) in (times_read, None)


@given(cue=spoken())
@settings(max_examples=100, deadline=None)
def test_times_inside_a_cue_rise_from_its_start_to_its_end(cue: WrittenCue) -> None:
    line, text = write("webvtt", [cue]).removeprefix("WEBVTT\nKind: captions\n\n").split("\n", 1)
    start, end = (stamp(time) for time in line.split(" --> "))
    inside = [stamp(time) for time in re.findall(r"<([0-9:.]+)>", text)]
    assert [start, *inside, end] == sorted({start, *inside, end})


def test_a_time_past_the_end_of_its_cue_is_left_out() -> None:
    words = ((0, 1_000), (4, 1_500), (8, 2_000), (14, 2_010))
    written = write("webvtt", [WrittenCue(1_000, 2_000, "One two three four", words)])
    assert written.endswith("\nOne <00:00:01.500>two three four\n")


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("I <3 you, a < b & c > d", "I <3 you, a < b & c > d"),
        (">> R&D {x} C:\\temp", ">> R&D {x} C:\\temp"),
        ("<3 <i>so</i>", "<3 &#60;i>so&#60;/i>"),
        ("<laughs> &amp; &", "<laughs> &#38;amp; &"),
        ("{\\an8}{up} \\Now", "&#123;\\an8}{up} &#92;Now"),
        ("a --> b -> c", "a --> b -> c"),
        ("00:00:01,000 --> 00:00:02,000 <3", "00:00:01,000 --&#62; 00:00:02,000 <3"),
    ],
)
def test_srt_is_written_as_it_is_read_by_players(text: str, written: str) -> None:
    """A reference only for what would begin a tag, an override, a reference or a time."""
    assert write("srt", [WrittenCue(0, 1_000, text)]).split("\n")[2] == written
    assert read("a.srt", write("srt", [WrittenCue(0, 1_000, text)]).encode()).cues.cue_text(0) == text


def test_webvtt_keeps_identifier_settings_voice_and_language() -> None:
    cue = WrittenCue(1_000, 2_000, "Hello & welcome", (), "intro 1", "line:0 align:left", "Ann <Lee> & son")
    version = read("a.vtt", write("webvtt", [cue], language="cy", kind="captions").encode())
    assert (version.language, version.header) == ("cy", "WEBVTT\nKind: captions\nLanguage: cy")
    assert version.cues.extras[0] == {
        "identifier": "intro 1",
        "settings": "line:0 align:left",
        "voice": "Ann <Lee> & son",
    }
    assert version.oddities == ()


@pytest.mark.parametrize(
    ("format_", "content"),
    [
        ("webvtt", "WEBVTT\nKind: captions\n\n00:00:01.000 --> 01:00:02.500\nR&amp;D &lt;now&gt;\nnext\n"),
        ("srt", "1\n00:00:01,000 --> 01:00:02,500\nR&D <now>\nnext\n"),
        ("sbv", "0:00:01.000,1:00:02.500\nR&D <now>\nnext\n"),
        ("text", "R&D <now> next\n"),
    ],
)
def test_each_format_is_written_as_others_expect_it(format_: str, content: str) -> None:
    assert write(format_, [WrittenCue(1_000, 3_602_500, "R&D <now>\n\nnext")]) == content


def test_a_time_before_the_beginning_is_written_as_the_beginning() -> None:
    assert "00:00:00,000 --> 00:00:01,000" in write("srt", [WrittenCue(-500, 1_000, "Early.")])


@pytest.mark.parametrize("format_", ["webvtt", "srt", "sbv", "text"])
def test_what_no_file_can_hold_is_written_as_a_replacement(format_: str) -> None:
    data = write(format_, [WrittenCue(0, 1_000, "a\0b \ud800 c")]).encode()
    assert read("a", data, format=format_).cues.cue_text(0) == "a\ufffdb \ufffd c"
