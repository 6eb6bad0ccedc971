"""An episode's captions in any format: as they read now, as imported, and the file itself."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.captions.test_youtube import LIVE_TALK, TALK

from reviewer import captions
from reviewer.app.captioning import ROLL_UP, WRITTEN, caption_text, formats, original, written_cues
from reviewer.app.exporting import FORMS, material
from reviewer.app.importing import ImportOptions, ImportResult, import_files
from reviewer.app.session import ReviewSession
from reviewer.app.workspace import Workspace
from reviewer.captions import WrittenCue
from reviewer.errors import Refused
from reviewer.publish.bundle import bundle

FILE = (
    "WEBVTT - a talk\nKind: captions\n\nSTYLE\n::cue { color: red }\n\nNOTE made by hand\n\nintro\n"
    "00:01.000 --> 00:03.000 line:0\n<v Ann><i>Aine</i> <00:02.000><b>Evans</b>, welcome.</v> <v Bo>R&amp;D</v>\n\n"
    "NOTE between\n\n00:03.000 --> 00:04.000\n<c.quiet>Yes,</c> Evans.\n"
)
Opened = Callable[[str, bytes], ReviewSession]


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    """Imports a file of that name and opens it."""
    workspaces: list[Workspace] = []

    def opening(name: str, data: bytes) -> ReviewSession:
        library, file, result = tmp_path / "captions.sqlite", tmp_path / name, ImportResult()
        file.write_bytes(data)
        list(import_files(library, [file], ImportOptions(), result))
        assert not result.refused
        workspaces.append(Workspace(library, "gwen"))
        return workspaces[-1].session(file.name.partition(".")[0])

    yield opening
    for workspace in workspaces:
        workspace.close()


def correct(session: ReviewSession, heard: str, meant: str) -> None:
    session.correct(*session.to_correct(heard, meant))


def test_an_uncorrected_webvtt_comes_back_to_the_byte(opened: Opened) -> None:
    session = opened("a.vtt", FILE.encode())
    assert caption_text(session, "webvtt") == (FILE, ())
    assert original(session) == FILE.encode()


def test_only_corrected_words_are_other_ones(opened: Opened) -> None:
    session = opened("a.vtt", FILE.encode())
    correct(session, "Aine Evans", "Owain Evans")
    correct(session, "Yes", "No")
    text = FILE.replace("Aine", "Owain").replace("Yes", "No")
    assert caption_text(session, "webvtt") == (text, ())
    assert caption_text(session, "webvtt", heard=True) == (FILE, ())


def test_what_differs_of_the_bytes_is_told_here_and_in_the_manifest(opened: Opened) -> None:
    session = opened("a.vtt", b"\xef\xbb\xbf" + FILE.replace("\n", "\r\n").encode())
    text, told = caption_text(session, "webvtt")
    assert text == FILE
    assert told[0] == "The byte order mark was dropped."
    assert "CRLF" in told[1]
    (vtt,) = [file for file in material(session).captions if file.suffix == ".vtt"]
    assert vtt.losses == told


def test_voices_times_and_settings_go_along_with_a_correction(opened: Opened) -> None:
    session = opened("a.vtt", FILE.encode())
    correct(session, "Evans, welcome", "Owen Evans, be very welcome")
    cue = written_cues(session.text)[0]
    assert cue.text == "Aine Owen Evans, be very welcome. R&D"
    assert (cue.identifier, cue.settings, cue.voice) == ("intro", "line:0", "Ann")
    assert cue.voices[-1] == (cue.text.index("R&D"), "Bo")
    assert cue.words[:2] == ((0, 1_000), (5, 2_000))


def test_confidence_is_of_what_was_heard(opened: Opened) -> None:
    words = [
        {"word": f" {word}", "start": n, "end": n + 1, "probability": 0.5}
        for n, word in enumerate(("So", "Aine", "is"))
    ]
    data = {"segments": [{"start": 0, "end": 3, "text": " So Aine is", "words": words}]}
    session = opened("a.json", json.dumps(data).encode())
    correct(session, "Aine", "Owain")
    assert written_cues(session.text)[0].confidence == "0.5 - 0.5"
    assert "2\u00a0confidences of words" in caption_text(session, "srt").losses


@pytest.mark.parametrize("format_", WRITTEN)
def test_every_format_tells_what_it_loses(session: ReviewSession, format_: str) -> None:
    correct(session, "Aine Evans", "Owain Evans")
    text, losses = caption_text(session, format_)
    back = captions.read("a", text.encode(), format=format_)
    assert [" ".join(cue.text.split()) for cue in back.cues] == [
        session.text.cue_text(number) for number in range(len(session.version.cues))
    ]
    assert bool(losses) == (format_ == "text")
    assert "Aine Evans" in caption_text(session, format_, heard=True).text.replace("\n", " ")


def test_a_format_that_is_only_read_is_refused(session: ReviewSession) -> None:
    with pytest.raises(Refused, match="read as json3, not written"):
        caption_text(session, "json3")
    with pytest.raises(Refused, match=r"not read from a roll-up.*Write webvtt"):
        caption_text(session, "youtube-vtt")
    assert formats(session) == WRITTEN


def test_a_transcript_without_times_is_written_as_text_alone(opened: Opened) -> None:
    session = opened("a.txt", b"Some words.\nMore of them.\n")
    assert caption_text(session, "text") == ("Some words.\nMore of them.\n", ())
    with pytest.raises(Refused, match="has no time"):
        caption_text(session, "srt")
    assert {(file.suffix, file.text) for file in material(session).captions} == {
        (s, None) for s in FORMS if s != "-roll-up.vtt"
    }


def test_a_roll_up_is_written_folded_with_its_words_times(opened: Opened, corpus: Path) -> None:
    data = (corpus / "captions" / "auto-vtt" / "en-talk-23min.vtt").read_bytes()
    session = opened("a.vtt", data)
    text, losses = caption_text(session, "webvtt")
    assert losses[-1] == "1,337\u00a0cues of the file are 669\u00a0rows: the roll-up is folded"
    back, cues = captions.read("a.vtt", text.encode(), format="webvtt").cues, session.version.cues
    assert (len(back), back.word_count) == (669, 4_713)
    times = [(back.word_time(flat)[0], cues.word_time(flat)[0]) for flat in range(cues.word_count)]
    assert sum(a != b for a, b in times) < 200  # those at the end of their cue or past it
    assert original(session) == data


def test_written_cues_of_an_uncorrected_text_are_the_imported_ones(session: ReviewSession) -> None:
    assert written_cues(session.text)[0] == WrittenCue(0, 4_000, "So today I am talking with Aine Evans.")


def test_a_roll_up_comes_back_as_its_own_file_with_the_corrected_words(opened: Opened) -> None:
    session = opened("a.vtt", TALK.encode())
    assert formats(session) == (*WRITTEN, ROLL_UP)
    assert caption_text(session, ROLL_UP) == (TALK, ())
    correct(session, "Well", "Oh")
    assert caption_text(session, ROLL_UP) == (TALK.replace("Well,", "Oh,"), ())
    assert caption_text(session, ROLL_UP, heard=True) == (TALK, ())
    (both,) = [file for file in material(session).captions if file.suffix == "-roll-up.vtt"]
    assert both.text == TALK.replace("Well,", "Oh,")


def test_a_roll_up_that_cannot_be_written_back_is_left_out_of_the_bundle_and_said(opened: Opened) -> None:
    session = opened("a.vtt", LIVE_TALK.encode())
    correct(session, "Good day", "Bad day")
    manifest = json.loads(bundle(material(session))["manifest.json"])
    (left,) = [row for row in manifest["left_out"] if row["path"] == "captions/a-roll-up.vtt"]
    assert left["why"].startswith("The rows of live captions grow")
    assert "captions/a.vtt" in [row["path"] for row in manifest["files"]]


def test_what_a_webvtt_file_holds_beside_its_cues_is_told_where_it_is_lost(opened: Opened) -> None:
    session = opened("a.vtt", FILE.encode())
    told = {line.replace("\u00a0", " ") for line in caption_text(session, "srt").losses}
    assert told >= {"2 comments", "1 style sheet", "1 italic span", "1 bold span", "1 span with a class"}
    assert caption_text(session, "webvtt").losses == ()
    (srt,) = [file for file in material(session).captions if file.suffix == ".srt"]
    assert srt.losses == caption_text(session, "srt").losses
