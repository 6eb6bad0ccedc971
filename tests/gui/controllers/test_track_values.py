"""What the dialogs about captions are given: where words differ, and which bytes are no text in an encoding."""

import pytest

from reviewer import captions
from reviewer.gui.controllers.track_values import misfit, words_of
from reviewer.gui.dialogs.difference_rows import DifferenceItem

SRT = (
    "1\n00:00:01,000 --> 00:00:04,000\nno no yes\n\n2\n00:00:05,000 --> 00:00:09,000\nand [Music] no such thing here\n"
)


@pytest.mark.parametrize(
    ("data", "encoding", "told"),
    [
        (b"One\nTwo\nD\xe9j\xe0\n", "utf-8", "Not UTF-8: byte 0xE9 in line 3"),
        (b"One\r\nTwo \x81\r\n", "windows-1252", "Not Windows-1252: byte 0x81 in line 2"),
        ("D\u00e9j\u00e0".encode(), "utf-8", ""),
        (b"words", "of-a-later-library", ""),
    ],
)
def test_bytes_that_are_no_text_are_told_with_their_line(data: bytes, encoding: str, told: str) -> None:
    assert misfit(data, encoding) == told


@pytest.mark.parametrize(
    ("cue", "ms", "shown", "after", "words"),
    [
        (0, None, "no", "yes", "no"),
        (0, None, "no yes and", "no", "no yes and"),
        (1, 5_000, "and no", "such", "and [Music] no"),
        (1, None, "thing", "here", "thing"),
        (0, None, "", "yes", ""),
        (0, None, "of another track", "", ""),
        (None, 5_000, "", "", ""),
    ],
)
def test_the_words_of_a_difference_are_found(
    cue: int | None, ms: int | None, shown: str, after: str, words: str
) -> None:
    version = captions.read("talk.srt", SRT.encode())
    item = DifferenceItem(ms, "", "", shown, "", after, cue, shown)
    found = words_of(version, item)
    assert " ".join(version.cues.word(flat) for flat in found) == words


def test_of_words_that_stand_twice_in_a_cue_those_with_what_follows_are_meant() -> None:
    version = captions.read("talk.srt", SRT.encode())
    assert words_of(version, DifferenceItem(None, "", "", "no", "", "yes", 0, "no")) == range(1, 2)
    assert words_of(version, DifferenceItem(None, "", "", "no", "", "no", 0, "no")) == range(1)
