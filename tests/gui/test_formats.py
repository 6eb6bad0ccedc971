"""What formats and encodings are called."""

import pytest

from reviewer.app.captioning import WRITTEN as CAN_BE_WRITTEN
from reviewer.core.cues import Oddity
from reviewer.gui.formats import WRITTEN, captions_filter, captions_told, encoding_words, format_words

ASSUMED = Oddity(0, "Not UTF-8; read as windows-1252. If letters look wrong, choose “Re-read as…”.")
REVERSED = Oddity(3, "This cue ends before it starts.")


def test_all_that_is_written_can_be_chosen() -> None:
    assert set(CAN_BE_WRITTEN) <= set(WRITTEN)


def test_a_format_of_a_later_program_keeps_its_name() -> None:
    assert (format_words("srt"), format_words("text"), format_words("usf")) == ("SRT", "Plain text", "Usf")


def test_an_encoding_is_named_without_its_languages() -> None:
    assert (encoding_words("windows-1252"), encoding_words("ebcdic")) == ("Windows-1252", "ebcdic")


@pytest.mark.parametrize(
    ("encoding", "oddities", "told"),
    [
        ("utf-8", (), ""),
        ("utf-8", (REVERSED,), "1\u00a0oddity"),
        ("windows-1252", (ASSUMED, REVERSED), "2\u00a0oddities, read as Windows-1252"),
        ("koi8-r", (ASSUMED,), "1\u00a0oddity, read as KOI8-R"),
    ],
)
def test_what_is_to_be_known_of_captions(encoding: str, oddities: tuple[Oddity, ...], told: str) -> None:
    assert captions_told(encoding, oddities) == told


@pytest.mark.parametrize("suffix", ["vtt", "json3", "srv3", "dfxp", "gz", "zip"])
def test_the_dialog_shows_all_formats(suffix: str) -> None:
    assert f"*.{suffix}" in captions_filter()
