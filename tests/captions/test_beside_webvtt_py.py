"""Our readers beside webvtt-py: the same on regular files, and what it loses or refuses is read."""

import tempfile
from pathlib import Path

import pytest
import webvtt
from hypothesis import given
from hypothesis import strategies as st
from tests.captions.both_ways import by_columns, carefully
from webvtt.errors import MalformedFileError

from reviewer.captions import read
from reviewer.captions.markup import plain, tidy
from reviewer.captions.times import clock
from reviewer.core.cues import Version

FIRST, SECOND = "00:00:01.000 --> 00:00:02.000\n", "00:00:02.000 --> 00:00:03.000\n"
SRT_FIRST, SRT_SECOND = FIRST.replace(".", ","), SECOND.replace(".", ",")
HEADER = "WEBVTT\n\n"


def theirs(name: str, data: bytes) -> list[tuple[int, str]]:
    """Start and text of each cue as webvtt-py has them."""
    readers = {".vtt": webvtt.read, ".srt": webvtt.from_srt}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        captions = readers[path.suffix](str(path)).captions
    return [(caption.start_time.in_milliseconds(), caption.text) for caption in captions]


def ours(version: Version) -> list[tuple[int | None, str]]:
    return [(cue.start_ms, cue.text) for cue in version.cues]


TEXTS = st.sampled_from(
    ["Hello there.", "two\nlines", "<v Ann>Hi", "<i>so</i> R&amp;D", "Straße", "漢字", "[Music]", "1"]
)
CUES = st.lists(
    st.tuples(st.integers(0, 400_000_000), st.integers(0, 9_000), TEXTS, st.booleans()), min_size=1, max_size=9
)


@given(CUES, st.sampled_from(["\n", "\r\n"]))
def test_a_regular_file_is_read_as_webvtt_py_reads_it(cues: list[tuple[int, int, str, bool]], end: str) -> None:
    blocks = [
        (f"id {number}\n" if named else "") + f"{clock(begin)} --> {clock(begin + lasting)}\n{text}\n"
        for number, (begin, lasting, text, named) in enumerate(cues)
    ]
    text = HEADER + "\n".join(blocks)
    captions = webvtt.from_string(text).captions
    expected = [
        (c.start_time.in_milliseconds(), c.end_time.in_milliseconds(), tidy(plain(c.raw_text)), c.identifier or "")
        for c in captions
    ]
    data = text.replace("\n", end).encode()
    cues_ = read("a.vtt", data).cues
    assert expected == [(*cue[1:], cues_.extras.get(cue.number, {}).get("identifier", "")) for cue in cues_]
    assert by_columns(data) == carefully(data)


@pytest.mark.parametrize(
    ("name", "text", "lost", "kept"),
    [
        # a cue with a bad or a negative time
        (
            "a.vtt",
            f"{HEADER}{FIRST}one\n\n00:0x:02.000 --> 00:00:03.000\ntwo\n",
            [(1_000, "one")],
            [(1_000, "one"), (2_000, "two")],
        ),
        (
            "a.vtt",
            f"{HEADER}-{FIRST}one\n\n{SECOND}two\n",
            [(2_000, "two")],
            [(-1_000, "one"), (2_000, "two")],
        ),
        # an SRT cue without text
        ("a.srt", f"1\n{SRT_FIRST}\n2\n{SRT_SECOND}two\n", [(2_000, "two")], [(1_000, ""), (2_000, "two")]),
        # text with an arrow, and text that looks like a tag
        (
            "a.vtt",
            f"{HEADER}{FIRST}one\nfirst --> last\nmore\n",
            [(1_000, "one")],
            [(1_000, "one\nfirst --> last\nmore")],
        ),
        ("a.vtt", f"{HEADER}{FIRST}a < b && c > d\n", [(1_000, "a  d")], [(1_000, "a < b && c > d")]),
        # two SRT files joined, the second with its byte order mark
        (
            "a.srt",
            f"1\n{SRT_FIRST}one\n\n\ufeff1\n{SRT_SECOND}two\n",
            [(1_000, f"one\n\ufeff1\n{SRT_SECOND}two")],
            [(1_000, "one"), (2_000, "two")],
        ),
        # references
        ("a.vtt", f"{HEADER}{FIRST}Eh bien&nbsp;? R&amp;D\n", [(1_000, "Eh bien&nbsp;? R&amp;D")], [(1_000, "Eh bien\u00a0? R&D")]),
    ],
)  # fmt: skip
def test_what_webvtt_py_loses_is_kept(
    name: str, text: str, lost: list[tuple[int, str]], kept: list[tuple[int, str]]
) -> None:
    assert (theirs(name, text.encode()), ours(read(name, text.encode()))) == (lost, kept)


def test_every_voice_is_kept_not_the_first_alone() -> None:
    text = f"{HEADER}{FIRST}<v Ann>Hi <v Bob>Ho\n"
    assert webvtt.from_string(text).captions[0].voice == "Ann"
    extra = read("a.vtt", text.encode()).cues.extras[0]
    assert (extra["voice"], extra["voices"]) == ("Ann", '[[0, "Ann"], [1, "Bob"]]')


def test_a_time_that_is_none_is_told() -> None:
    text = f"{HEADER}00:00:0.000 --> 00:00:02.000\none\n"
    assert theirs("a.vtt", text.encode()) == [(0, "one")]
    version = read("a.vtt", text.encode())
    assert (ours(version), [oddity.line for oddity in version.oddities]) == ([(0, "one")], [3])


def test_a_roll_up_is_folded(corpus: Path) -> None:
    track = corpus / "captions/auto-vtt/en-talk-23min.vtt"
    said = read(track.name, track.read_bytes()).cues.word_count
    assert sum(len(str(caption.text).split()) for caption in webvtt.read(str(track)).captions) > 2.5 * said


@pytest.mark.parametrize(
    ("name", "data", "kept"),
    [
        ("a.vtt", f"{HEADER}{FIRST}un café très chaud, déjà\n".encode("cp1252"), "un café très chaud, déjà"),
        ("a.vtt", f"{HEADER}{FIRST}words\n".encode("utf-16-le"), "words"),
        ("a.srt", f"{SRT_FIRST}words\n".encode(), "words"),
        ("a.vtt", f"{FIRST}words\n".encode(), "words"),
        ("a.srt", b"", None),
    ],
)
def test_what_webvtt_py_refuses_is_read(name: str, data: bytes, kept: str | None) -> None:
    with pytest.raises((MalformedFileError, UnicodeDecodeError)):
        theirs(name, data)
    assert [cue.text for cue in read(name, data).cues] == ([] if kept is None else [kept])
