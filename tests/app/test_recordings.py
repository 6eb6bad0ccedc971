"""What is a recording by its first bytes."""

import pytest

from reviewer import paths
from reviewer.app.recordings import is_recording


@pytest.mark.parametrize(
    "head",
    [
        b"OggS\0\2", b"RIFF\x24\0\0\0WAVEfmt ", b"RIFF\x24\0\0\0AVI LIST", b"RF64\xff\xff\xff\xffWAVE", b"fLaC\0\0\0\x22",
        b"ID3\4\0", b"\xff\xfb\x90\x64", b"\xff\xf3\x40\xc0", b"\xff\xe3\x18\xc4", b"\xff\xf1\x50\x80", b"\xff\xf9\x50\x80",
        b"\0\0\0\x20ftypM4A ", b"\0\0\0\x18ftypmp42", b"\0\0\0\x14ftypqt  ", b"\0\0\x0b\x4emoovmvhd", b"\0\0\0\1mdat",
        b"\x1a\x45\xdf\xa3\x9f", b"FORM\0\0\1\0AIFF", b"FORM\0\0\1\0AIFC", b"caff\0\1\0\0", b"#!AMR\n", b"#!AMR-WB\n",
        b"\x30\x26\xb2\x75\x8e\x66\xcf\x11\xa6\xd9", b"\0\0\1\xba\x44",
    ],
)  # fmt: skip
def test_audio_and_video_are_known_by_their_first_bytes(head: bytes) -> None:
    assert is_recording(head)


@pytest.mark.parametrize(
    "head",
    [
        b"", b"OggS", b"WEBVTT\n", b"The free world", b"caffeine", b"MAC address", b"MP+ is a name", b"RIFF\x24\0\0\0WEBPVP8 ", b"ID3 tags",
        "\ufeffWEBVTT".encode("utf-16-le"), "\ufeffWEBVTT".encode("utf-16-be"), "\ufeffWEBVTT".encode(), b"\x89PNG\r\n",
        b"\xff\xd8\xff\xe0", b"PK\3\4", b"%PDF-1.7", b"\0\0\0\x18ftypheic", b"\0\0\0\x1cftypavif", b"SQLite format 3\0", bytes(64),
        b"\xff" * 64, b"#!/bin/sh", b"FORM\0\0\1\0ILBM", b"\x7fELF",
    ],
)  # fmt: skip
def test_what_is_none_is_not_taken_for_one(head: bytes) -> None:
    assert not is_recording(head)


def test_the_sample_is_one() -> None:
    (sample,) = paths.resource("sample").glob("*.opus")
    assert is_recording(sample.read_bytes()[:64])
