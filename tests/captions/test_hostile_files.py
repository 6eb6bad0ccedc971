"""Whatever the file: a refusal of one line, or a version; in bounded time, and never another error."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.captions import FORMATS, read
from reviewer.core.cues import Version
from reviewer.errors import UnreadableCaptions

PIECES = [
    b"WEBVTT", b"\n", b"\n\n", b"\r\n", b"\r", b" ", b"1\n", b"00:00:01.000 --> 00:00:02.000", b"-->", b"->",
    b"00:00:01,000 --> 00:00:01,010", b"0:00:01.000,0:00:02.000", b"99999999999999999999:00:00.000 --> 1:1", b"<", b"<c>",
    b"<00:00:01.500><c> a</c>", b"<v ", b">", b"&", b"&#xd800;", b"&#x110000;", b"&#10;", b"NOTE", b"STYLE", b"words and words",
    b"X-TIMESTAMP-MAP", b"\xef\xbb\xbf", b"\xff\xfe", b"\0", b"\xed\xa0\x80", b"\xe9", "日本語。".encode(), "\u202e".encode(), b"{\\an8}",
]  # fmt: skip


def read_or_refusal(data: bytes, format_: str | None = None) -> Version | UnreadableCaptions:
    try:
        return read("file.srt", data, format=format_)
    except UnreadableCaptions as refusal:
        return refusal


@given(st.lists(st.sampled_from(PIECES) | st.binary(max_size=3), max_size=25).map(b"".join), st.sampled_from(FORMATS))
@settings(max_examples=400, deadline=None)
def test_any_bytes_are_read_or_refused(data: bytes, format_: str) -> None:
    for result in (read_or_refusal(data), read_or_refusal(data, format_)):
        if isinstance(result, UnreadableCaptions):
            assert "\n" not in str(result)
        else:
            result.cues.text.encode()
            words = [result.cues.word(flat) for flat in range(result.cues.word_count)]
            assert words == [word for cue in result.cues for word in cue.text.split()]


TIME = "00:00:01.000 --> 00:00:02.000\n"


@pytest.mark.parametrize(
    "content",
    [
        "word " * 60_000,
        "." * 300_000,
        "1:" * 150_000,
        "-->" * 100_000,
        "1" * 300_000 + " --> ",
        "<" * 300_000,
        "\n" * 300_000 + "end",
        "WEBVTT\n\n" + TIME + "<v" + " " * 300_000,
        "WEBVTT\n\n" + TIME + "<c." * 100_000,
        "WEBVTT\n\n" + TIME * 5_000,
        "WEBVTT\n\n" + "00:0x --> 00:0y\na\n\n" * 5_000 + TIME,
        "1\n00:00:01,000 --> 00:00:02,000\na" + "\n" * 300_000,
        "1\n00:00:01,000 --> 00:00:02,000\n" + " \n" * 150_000 + "a",
        "0:00:01.000,0:00:02.000\n" + "\n \n" * 100_000,
        "e" * 300_000 + "\u00e9",
        "[" * 300_000,
    ],
    ids=lambda content: f"{content[:20]!r}",
)
@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_no_file_takes_long(content: str, encoding: str) -> None:
    started = time.process_time()
    read_or_refusal(content.encode(encoding))
    assert time.process_time() - started < 3  # seconds; a quadratic reader takes minutes


def test_a_cue_of_a_day_and_equal_times_are_read() -> None:
    version = read("a.vtt", b"WEBVTT\n\n00:00.000 --> 24:00:00.000\na\n\n24:00:00.000 --> 24:00:00.000\nb\n")
    assert [(cue.start_ms, cue.end_ms) for cue in version.cues] == [(0, 86_400_000), (86_400_000, 86_400_000)]


def test_a_name_with_control_characters_is_one_line_of_the_message() -> None:
    with pytest.raises(UnreadableCaptions) as refusal:
        read("a\n\u202eb.vtt", b"")
    assert str(refusal.value).startswith("a\\x0a\\x202eb.vtt: the file is empty.")
