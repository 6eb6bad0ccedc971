"""What is written is read back: the same words, texts and times, whatever the text is."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.captions.made_cues import any_cues, texts, times, word_places

from reviewer.captions import WRITTEN, WrittenCue, as_imported, losses, read, write
from reviewer.captions.markup import tidy, writable
from reviewer.captions.times import stamp
from reviewer.core.cues import NO_TIME, Cues

cues = st.lists(st.tuples(times, times, texts).map(lambda made: WrittenCue(*made)), max_size=5)
T = TypeVar("T")
TIMED = [name for name in WRITTEN if name != "text"]


def shown(track: Cues) -> list[tuple[int | None, int | None, str]]:
    return [(cue.start_ms, cue.end_ms, cue.text) for cue in track]


@pytest.mark.parametrize("format_", TIMED)
@given(written=cues)
@settings(max_examples=100, deadline=None)
def test_a_timed_track_is_read_back_as_it_was_written(format_: str, written: list[WrittenCue]) -> None:
    if not written and format_ in {"sbv", "markdown"}:
        return  # without cues the file is empty
    data = write(format_, written).encode()
    read_back = read("track", data, format=format_).cues
    assert shown(read_back) == [(cue.start_ms, cue.end_ms, tidy(writable(cue.text))) for cue in written]


WORDS_OF = {  # what `losses` says of each kind
    "time": "before the beginning",
    "text": "characters? that|blank lines",
    "word": "word times?\\b",
    "given": "takes? that of the word before",
    "identifier": "identifiers?\\b",
    "settings": "cue settings?\\b",
    "voice": "voices?\\b",
    "confidence": "confidences?\\b",
}


def differing(track: Cues, number: int, cue: WrittenCue) -> set[str]:
    """In what a cue that was read differs from the one that was written."""
    back = as_imported(track, number)
    kinds = {
        "time": (back.start_ms, back.end_ms) != (cue.start_ms, cue.end_ms),
        "text": back.text != cue.text,
        "identifier": back.identifier != cue.identifier,
        "settings": back.settings != cue.settings,
        "voice": by_word(back.text, back.spoken) != by_word(cue.text, cue.spoken),
        "confidence": back.confidence.strip("- ") != cue.confidence.strip("- "),
    }
    own = dict(by_word(cue.text, cue.words))
    for word, flat in enumerate(track.words_of(number)):
        if word in own and track.word_time(flat) != (own[word], False):
            kinds["word"] = True
        elif word and word not in own and track.word_ms[flat] != NO_TIME:
            kinds["given"] = True
    return {kind for kind, differs in kinds.items() if differs}


def by_word(text: str, marks: Sequence[tuple[int, T]]) -> list[tuple[int, T]]:
    places = word_places(text)
    return [(bisect_left(places, place), mark) for place, mark in marks]


@pytest.mark.parametrize("format_", TIMED)
@given(written=st.lists(any_cues(), min_size=1, max_size=3))
@settings(max_examples=120, deadline=None)
def test_what_is_read_back_differs_exactly_in_what_was_told_as_lost(format_: str, written: list[WrittenCue]) -> None:
    told = " · ".join(losses(format_, written, language="cy"))
    version = read("track", write(format_, written, language="cy").encode(), format=format_)
    assert len(version.cues) == len(written)
    found = set().union(*(differing(version.cues, number, cue) for number, cue in enumerate(written)))
    assert found == {kind for kind, words in WORDS_OF.items() if re.search(words, told)}, told
    assert (version.language == "cy") == ("the language" not in told)


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
