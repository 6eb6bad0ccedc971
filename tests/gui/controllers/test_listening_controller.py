"""The recording beside the text: heard, written where it belongs, let go when the window goes."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.gui.controllers.two_talks import BRIDGES, LAMPS, Desktop, session_of

from reviewer import paths
from reviewer.gui.application import Program
from reviewer.gui.player import Player

RECORDING = paths.resource("sample", "the-lighthouse-keepers-model.opus")


@pytest.fixture
def recording(tmp_path: Path) -> Path:
    return Path(shutil.copy(RECORDING, tmp_path / "talk.opus"))


def attach(program: Program, recording: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(program.listening._player.duration_changed, timeout=5_000):
        program.listening.attach(recording)


def heard_ms(program: Program) -> int:
    return session_of(program).hearing.listening.heard_ms


def test_without_a_recording_one_line_says_so(program: Program, desktop: Desktop) -> None:
    bar = program.window.player_bar
    assert (bar._note.text(), bar._attach.text()) == ("No recording attached", "Attach…")
    assert not program.window.actions_["play"].isEnabled()
    desktop.press(program.window.transcript, Qt.Key.Key_Space)
    assert not program.listening._player.is_playing


def test_a_recording_that_went_away_is_told_and_can_be_located(
    program: Program, desktop: Desktop, recording: Path, qtbot: QtBot
) -> None:
    attach(program, recording, qtbot)
    assert program.window.actions_["play"].isEnabled()
    assert program.window.side.names.card.can_play
    desktop.go_to(program, BRIDGES)
    assert not program.window.side.names.card.can_play
    moved = recording.rename(recording.with_name("moved.opus"))
    desktop.go_to(program, LAMPS)
    bar = program.window.player_bar
    assert bar._note.text() == "Recording not found: talk.opus. The text and everything else work."
    assert bar._attach.text() == "Locate…"
    attach(program, moved, qtbot)
    assert bar._stack.currentIndex() == 1


def test_what_is_played_reaches_the_ledger_of_its_episode(
    program: Program, desktop: Desktop, recording: Path, qtbot: QtBot
) -> None:
    """Though the episode is switched while it plays, to one with a recording of its own."""
    other = desktop.folder / "other.opus"
    other.write_bytes(RECORDING.read_bytes() + b"\0")
    desktop.go_to(program, BRIDGES)
    attach(program, other, qtbot)
    lamps = desktop.go_to(program, LAMPS)
    attach(program, recording, qtbot)
    player = program.listening._player
    player.play_from(60_000)
    qtbot.waitUntil(lambda: player.position_ms > 60_400, timeout=5_000)
    desktop.go_to(program, BRIDGES)
    assert not player.is_playing
    assert heard_ms(program) == 0
    assert 200 < lamps.hearing.listening.heard_ms < 3_000
    assert program.window.player_bar._where.text() == ""


def test_another_recording_takes_nothing_of_what_was_heard_of_the_first(
    program: Program, desktop: Desktop, recording: Path, qtbot: QtBot
) -> None:
    attach(program, recording, qtbot)
    player = program.listening._player
    player.play_from(60_000)
    qtbot.waitUntil(lambda: player.position_ms > 60_400, timeout=5_000)
    other = desktop.folder / "other.opus"
    other.write_bytes(RECORDING.read_bytes() + b"\0")
    attach(program, other, qtbot)
    assert heard_ms(program) == 0
    attach(program, recording, qtbot)
    assert heard_ms(program) > 200


def test_correcting_pauses_and_playing_goes_on_afterwards(
    program: Program, desktop: Desktop, recording: Path, qtbot: QtBot
) -> None:
    attach(program, recording, qtbot)
    player, transcript = program.listening._player, program.window.transcript
    player.play_from(5_000)
    transcript.setFocus()
    desktop.press(transcript, Qt.Key.Key_F2)
    assert not player.is_playing
    desktop.press(None, Qt.Key.Key_Escape)
    assert player.is_playing
    desktop.press(transcript, Qt.Key.Key_F2)
    desktop.go_to(program, BRIDGES)
    assert not player.is_playing
    desktop.press(transcript, Qt.Key.Key_F2)
    desktop.press(None, Qt.Key.Key_Escape)
    assert not player.is_playing


def test_a_second_window_in_the_process_hears_the_player_alone(
    program: Program, desktop: Desktop, player: Player, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    called: list[str] = []
    first = program
    for name in ("set_time", "set_where"):
        monkeypatch.setattr(first.window.player_bar, name, lambda *_: called.append("bar"))
    first.desk.failed.connect(called.append)
    desktop.shut(first)
    called.clear()
    rate = first.window.player_bar._speed.text()
    second = desktop.open()
    player.set_rate(1.5)
    player.failed.emit("broken")
    for signal, arguments in ((player.played, (0, 500, 1.0)), (player.position_changed, (100,))):
        signal.emit(*arguments)
    player.playing_changed.emit(True)
    player.duration_changed.emit(90_000)
    assert called == []
    assert first.window.player_bar._speed.text() == rate
    assert first.window.player_bar._play.accessibleName() == "Play"
    assert second.window.player_bar._speed.text() == "1.5×"
    assert second.window.toast.text == "broken"
    first.window.deleteLater()
    qtbot.wait(1)
    player.playing_changed.emit(False)
