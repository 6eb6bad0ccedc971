import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.captions.json_builders import oddities, shown, version_of

from reviewer.captions import WrittenCue, losses, read, write
from reviewer.captions.found import NO_END, NO_OBJECT, NOT_A_TEXT, one_line
from reviewer.captions.markup import tidy, writable
from reviewer.captions.plain import EARLIER, NO_TEXT, REVERSED
from reviewer.captions.times import BAD, NEGATIVE
from reviewer.captions.webvtt import EMPTY


def segment(start: object, end: object, body: object, **more: object) -> dict[str, object]:
    return {"startTime": start, "endTime": end, "body": body, **more}


def transcript(*segments: object) -> dict[str, object]:
    return {"version": "1.0.0", "segments": list(segments)}


def test_each_segment_is_a_cue_with_its_speaker() -> None:
    version = version_of(transcript(
        segment(0.5, "2.50", "I", speaker="Darth  Vader"), segment(2.5, 2.75, " am,"), segment(3, 3.001, ","), segment(4, 5, "No.", speaker=7),
    ))  # fmt: skip
    assert shown(version) == [(500, 2_500, "I"), (2_500, 2_750, "am,"), (3_000, 3_001, ","), (4_000, 5_000, "No.")]
    assert [version.cues.voice(number) for number in range(4)] == ["Darth Vader", None, None, "7"]
    assert (version.format, version.kind, oddities(version)) == ("podcasting-json", "uploaded", [NOT_A_TEXT])


@pytest.mark.parametrize(
    ("start", "ms"),
    [
        (0, 0), (1, 1_000), (1.0005, 1_000), (0.1 + 0.2, 300), ("2.50", 2_500), (" 3 ", 3_000), ("1e3", None), ("1:02.5", 62_500),
        ("00:00:01,250", 1_250), ("", None), ("x", None), (None, None), (True, None), ([1], None), ({}, None), (-0.5, -500),
        (2**53, None), (1e308, None), (10**400, None), ("9" * 30, None), ("1_000", None), ("NaN", None), ("Infinity", None),
    ],
)  # fmt: skip
def test_a_time_is_a_number_of_seconds_however_it_is_written(start: object, ms: int | None) -> None:
    version = version_of(transcript(segment(start, 9_000, "a"), segment(9_000, 9_001, "b")))
    assert version.cues.cue(0).start_ms == (9_000_000 if ms is None else ms)
    assert (BAD in oddities(version)) == (ms is None)


@pytest.mark.parametrize(
    ("segments", "texts", "told"),
    [
        ([], [], [EMPTY]),
        ([segment(1, 2, ""), segment(2, 3, None)], [(1_000, 2_000, ""), (2_000, 3_000, "")], [NO_TEXT] * 2),
        ([segment(1, None, "a"), segment(2, 3, "b")], [(1_000, 2_000, "a"), (2_000, 3_000, "b")], [NO_END]),
        ([segment(2, 1, "a"), segment(1, 3, "b")], [(2_000, 1_000, "a"), (1_000, 3_000, "b")], [REVERSED, EARLIER]),
        ([segment(-1, 1, "a")], [(-1_000, 1_000, "a")], [NEGATIVE]),
        ([segment(1, 2, "a"), "stray words", [], segment(3, 4, "b")], [(1_000, 2_000, "a"), (2_000, 3_000, "stray words"), (3_000, 4_000, "b")], [NO_OBJECT, BAD]),
        ([segment(1, 2, 42)], [(1_000, 2_000, "42")], [NOT_A_TEXT]),
        ([segment(1, 2, "<b>&amp; a")], [(1_000, 2_000, "<b>&amp; a")], []),
    ],
)  # fmt: skip
def test_what_is_odd_is_read_and_told(
    segments: list[object], texts: list[tuple[int, int, str]], told: list[str]
) -> None:
    version = version_of(transcript(*segments))
    assert shown(version) == texts
    assert oddities(version) == told


def test_a_bare_list_of_segments_is_read() -> None:
    assert shown(version_of([segment(1, 2, "a")])) == [(1_000, 2_000, "a")]


def test_what_is_written_is_the_format_of_the_specification() -> None:
    written = write(
        "podcasting-json", [WrittenCue(500, 2_000, "“I”\nam", voice="Darth Vader"), WrittenCue(2_050, 3_007, "his.")]
    )
    assert written == (
        '{\n  "version": "1.0.0",\n  "segments": [\n'
        '    {"speaker": "Darth Vader", "startTime": 0.5, "endTime": 2, "body": "“I”\\nam"},\n'
        '    {"startTime": 2.05, "endTime": 3.007, "body": "his."}\n  ]\n}\n'
    )
    assert json.loads(write("podcasting-json", [])) == {"version": "1.0.0", "segments": []}


def test_what_the_format_cannot_hold_is_said() -> None:
    cue = WrittenCue(0, 1, "a b", ((0, 5), (2, 7)), "id", "line:0", "Ann", ((0, "Ann"), (2, "Bo")), "0.5 -")
    told = losses("podcasting-json", [cue, WrittenCue(1, 2, "c", voice="Ann")])
    assert tuple(" ".join(loss.split()) for loss in told) == (
        "2 word times", "1 identifier", "1 cue setting", "1 confidence of a word", "1 change of voice inside a cue",
    )  # fmt: skip
    assert losses("podcasting-json", [WrittenCue(1, 2, "c", voice="Ann")]) == ()


times = st.integers(0, 400_000_000) | st.integers(0, 2**50)
texts = st.text(max_size=12) | st.sampled_from(
    ["\0", "\ud800", "a\r\n\r\n b", '"\\', "</script>", "\u2028", "{", "NaN", "👩\u200d🚀"]
)


@given(st.lists(st.tuples(times, times, texts, texts), max_size=5))
@settings(max_examples=200, deadline=None)
def test_a_transcript_is_read_back_as_it_was_written(made: list[tuple[int, int, str, str]]) -> None:
    cues = [WrittenCue(start, end, text, voice=voice) for start, end, text, voice in made]
    version = read("a", write("podcasting-json", cues).encode())
    assert version.format == "podcasting-json"
    assert shown(version) == [(cue.start_ms, cue.end_ms, tidy(writable(cue.text))) for cue in cues]
    assert [version.cues.voice(number) or "" for number in range(len(cues))] == [
        one_line(writable(cue.voice)) for cue in cues
    ]


def test_the_corpus_example_is_read(corpus: Path) -> None:
    version = read("example.json", (corpus / "captions/podcasting/example.json").read_bytes())
    assert version.cues.text == "I am your father. Nooooo"
    assert shown(version)[2:4] == [(1_500, 2_000, "your"), (2_250, 2_500, "father.")]
    assert [version.cues.voice(number) for number in (3, 4)] == ["Darth Vader", "Luke"]
    assert version.oddities == ()
