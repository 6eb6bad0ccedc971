from pathlib import Path

import pytest

from reviewer.app.session import ReviewSession
from reviewer.app.workspace import Workspace
from reviewer.errors import FileTrouble


@pytest.fixture
def recording(tmp_path: Path) -> Path:
    path = tmp_path / "talk.opus"
    path.write_bytes(b"OggS\0sound")
    return path


def test_only_what_this_person_heard_counts(workspace: Workspace, session: ReviewSession, recording: Path) -> None:
    session.hearing.attach(recording)
    session.hearing.note_played(0, 28_000, 1.0)
    assert session.hearing.listening.listen_based
    assert session.figures.lexicon == session.lexicon.name
    with Workspace(workspace.library.path, "owain") as elsewhere:
        assert elsewhere.session("talk").hearing.listening.heard_ms == 0


def test_until_the_length_is_known_the_captions_tell_it(session: ReviewSession, recording: Path) -> None:
    assert session.hearing.listening.duration_ms is None
    session.hearing.attach(recording)
    assert session.hearing.listening.duration_ms == 28_000
    session.hearing.set_duration(30_000)
    assert session.hearing.listening.duration_ms == 30_000
    assert session.hearing.recording
    assert session.hearing.recording.duration_ms == 30_000


def test_a_recording_that_moved_away_keeps_its_ledger(session: ReviewSession, recording: Path) -> None:
    session.hearing.attach(recording)
    session.hearing.note_played(0, 1_000, 1.0)
    recording.rename(recording.with_name("moved.opus"))
    assert session.hearing.path is None
    assert session.hearing.listening.heard_ms == 1_000
    session.hearing.attach(recording.with_name("moved.opus"))
    assert session.hearing.path == recording.with_name("moved.opus")
    assert session.hearing.listening.heard_ms == 1_000


def test_what_is_no_recording_is_not_attached(session: ReviewSession, tmp_path: Path) -> None:
    (tmp_path / "notes.mp3").write_text("The free world")
    for path in (tmp_path, tmp_path / "missing", Path("/dev/zero"), tmp_path / "notes.mp3"):
        with pytest.raises(FileTrouble):
            session.hearing.attach(path)
    assert session.hearing.recording is None
