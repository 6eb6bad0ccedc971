import pytest

from reviewer.captions import FORMATS, WRITTEN, WrittenCue, losses, read, write
from reviewer.errors import Refused, UnreadableCaptions

ROLL_UP = """WEBVTT
Kind: captions
Language: en

00:00:01.000 --> 00:00:02.990 align:start position:0%
\x20
Good<00:00:01.400><c> morning.</c>

00:00:02.990 --> 00:00:03.000 align:start position:0%
Good morning.
\x20
"""


@pytest.mark.parametrize(
    ("name", "content", "format_", "kind"),
    [
        ("a.txt", "WEBVTT\n\n00:01.000 --> 00:02.000\nWords.\n", "webvtt", "uploaded"),
        ("a", "WEBVTT", "webvtt", "uploaded"),
        ("a.srt", ROLL_UP, "youtube-vtt", "auto"),
        ("a", ROLL_UP.partition("\n\n")[2], "youtube-vtt", "auto"),
        ("a.vtt", "1\n00:00:01,000 --> 00:00:02,000\nWords.\n", "srt", "uploaded"),
        ("a.srt", "", "srt", "uploaded"),
        ("a.txt", "0:00:01.000,0:00:02.000\nWords.\n", "sbv", "uploaded"),
        ("a", "Words of a transcript.\nA --> B is an arrow.\n", "text", "transcript"),
        ("a.json", "[Music] plays. Then words.", "text", "transcript"),
    ],
)
def test_a_format_is_found_from_the_content(name: str, content: str, format_: str, kind: str) -> None:
    version = read(name, content.encode())
    assert (version.format, version.kind) == (format_, kind)


def test_a_format_that_is_said_is_taken() -> None:
    version = read("a.vtt", ROLL_UP.encode(), format="webvtt")
    assert [cue.text for cue in version.cues] == ["Good morning.", "Good morning."]
    assert read("a.vtt", ROLL_UP.encode(), format="text").cues.cue_text(0) == "WEBVTT"


def test_readers_and_their_versions_are_recorded() -> None:
    version = read("a.vtt", ROLL_UP.encode())
    assert (version.reader, version.reader_version, version.options) == ("youtube-roll-up", 2, "encoding=utf-8")
    assert version.id == read("other name", ROLL_UP.encode()).id


@pytest.mark.parametrize(
    ("name", "content", "line", "reason"),
    [
        ("empty.vtt", "", None, "the file is empty."),
        ("blanks.txt", " \n\t\r\n", None, "the file is empty."),
        ("bad.vtt", "WEBVTT\n\n00:0x.000 --> 00:02.000\nWords.\n", 3, "this is not a caption time, and no other cue has one."),
        ("none.vtt", "WEBVTT\n\nWords without a time.\n", 3, "no caption time stands above this text."),
        ("bad.srt", "1\n00:00:x1,000 --> 00:00:02,000\nWords.\n", 2, "this is not a caption time."),
        ("late.srt", "Words.\n00:00:01,000 --> 00:00:02,000\n", 2, "no text stands below this caption time."),
        ("a.json", '{"events": []}', None, "this is a JSON file, but not of captions."),
        ("a.html", "<!DOCTYPE html><html/>", None, "this is an XML or HTML file, which can't be read yet."),
        ("a.ass", "[Script Info]\nTitle: x", None, "this is a SubStation Alpha file, which can't be read yet."),
        ("a.txt", "12 34 -- 56", None, "there are no words in this file."),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read_is_named_with_line_and_reason(
    name: str, content: str, line: int | None, reason: str
) -> None:
    with pytest.raises(UnreadableCaptions) as refusal:
        read(name, content.encode())
    error = refusal.value
    assert (error.path.name, error.line, error.reason) == (name, line, reason)
    assert error.remedy.endswith("Nothing was changed.")
    assert "\n" not in str(error)


def test_numbered_cues_with_commas_are_srt_though_settings_stand_behind_their_times() -> None:
    cue = "00:00:01,000 --> 00:00:02,000 align:start position:0%\nOne.\n"
    version = read("a", f"1\n{cue}\n2\n{cue}".encode())
    assert (version.format, version.cues.extras[0]["settings"]) == ("srt", "align:start position:0%")
    assert read("a", cue.replace(",", ".").encode()).format == "webvtt"


def test_a_caption_file_without_times_is_read_as_text_and_told() -> None:
    version = read("a.srt", b"Only words here.")
    assert [oddity.line for oddity in version.oddities] == [0]


def test_a_track_that_is_no_roll_up_is_not_folded() -> None:
    with pytest.raises(UnreadableCaptions, match="--format webvtt"):
        read("a.vtt", b"WEBVTT\n\n00:01.000 --> 00:02.000\nOne.\n", format="youtube-vtt")


@pytest.mark.parametrize("format_", ["ass", "", "WEBVTT"])
def test_a_format_that_is_none_is_refused(format_: str) -> None:
    with pytest.raises(Refused, match=r"is not a caption format\. Choose one of webvtt, youtube-vtt, "):
        read("a", b"words", format=format_)


@pytest.mark.parametrize("format_", sorted({*FORMATS} - {*WRITTEN}))
def test_some_formats_are_only_read(format_: str) -> None:
    for attempt in (write, losses):
        with pytest.raises(Refused, match=f"read as {format_}, not written. Write webvtt"):
            attempt(format_, [])


def test_every_format_of_the_issue_is_written() -> None:
    assert {*WRITTEN} == {"webvtt", "srt", "sbv", "ttml", "podcasting-json", "text", "markdown"}


@pytest.mark.parametrize("format_", [name for name in WRITTEN if name != "text"])
def test_a_cue_without_a_time_is_written_as_text_only(format_: str) -> None:
    with pytest.raises(Refused, match="Cue 1 has no time"):
        write(format_, [WrittenCue(0, 1, "a"), WrittenCue(None, None, "b")])
