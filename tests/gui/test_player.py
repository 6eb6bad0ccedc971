"""The player on the real recording of the sample, without a sound device."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reviewer import paths
from reviewer.gui.player import REWIND_MS, Player

RECORDING = paths.resource("sample", "the-lighthouse-keepers-model.opus")


class Ledger:
    """What the player told of."""

    def __init__(self, player: Player) -> None:
        self.stretches: list[tuple[int, int, float]] = []
        player.played.connect(self.note)

    def note(self, start: int, end: int, rate: float) -> None:
        self.stretches.append((start, end, rate))

    @property
    def heard_ms(self) -> int:
        return sum(end - start for start, end, _ in self.stretches)


@pytest.fixture
def loaded(player: Player, qtbot: QtBot) -> Player:
    with qtbot.waitSignal(player.duration_changed, timeout=5_000):
        player.open(RECORDING)
    return player


@pytest.fixture
def ledger(loaded: Player) -> Iterator[Ledger]:
    ledger = Ledger(loaded)
    yield ledger
    loaded.played.disconnect(ledger.note)


def play_until(player: Player, qtbot: QtBot, ms: int) -> None:
    qtbot.waitUntil(lambda: player.position_ms >= ms, timeout=10_000)
    player.pause()


def test_the_length_of_the_recording_is_told(loaded: Player) -> None:
    assert 10 * 60_000 < loaded.duration_ms < 13 * 60_000


def test_what_was_played_is_told_and_no_more(loaded: Player, ledger: Ledger, qtbot: QtBot) -> None:
    loaded.play_from(10_000)
    play_until(loaded, qtbot, 10_600)
    assert ledger.stretches
    assert ledger.stretches[0][0] >= 9_900
    assert ledger.stretches[-1][1] <= loaded.position_ms
    assert 300 <= ledger.heard_ms <= 1_500


def test_a_jump_is_not_heard(loaded: Player, ledger: Ledger, qtbot: QtBot) -> None:
    loaded.play_from(0)
    qtbot.waitUntil(lambda: loaded.position_ms >= 300, timeout=10_000)
    loaded.seek(300_000)
    play_until(loaded, qtbot, 300_300)
    assert all(end - start < 5_000 for start, end, _ in ledger.stretches)
    assert {start // 100_000 for start, _, _ in ledger.stretches} == {0, 3}


def test_the_speed_stands_beside_what_was_played(loaded: Player, ledger: Ledger, qtbot: QtBot) -> None:
    loaded.set_rate(3.0)
    loaded.play_from(20_000)
    play_until(loaded, qtbot, 21_500)
    assert {rate for _, _, rate in ledger.stretches} == {3.0}


def test_resuming_goes_back_a_little(loaded: Player, qtbot: QtBot) -> None:
    loaded.seek(50_000)
    qtbot.waitUntil(lambda: loaded.position_ms == 50_000, timeout=5_000)
    loaded.resume()
    assert loaded.position_ms <= 50_000 - REWIND_MS + 200
    loaded.pause()


def test_a_seek_neither_starts_nor_stops(loaded: Player) -> None:
    loaded.seek(30_000)
    assert not loaded.is_playing
    loaded.play_from(30_000)
    loaded.seek(60_000)
    assert loaded.is_playing


def test_a_file_that_is_no_recording_is_told_and_the_player_lives_on(
    player: Player, qtbot: QtBot, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.opus"
    broken.write_bytes(b"this is no sound" * 100)
    with qtbot.waitSignal(player.failed, timeout=5_000) as failed:
        player.open(broken)
    assert "broken.opus" in failed.args[0]
    with qtbot.waitSignal(player.duration_changed, timeout=5_000):
        player.open(RECORDING)


def test_the_steps_of_speed_stay_in_their_bounds(player: Player) -> None:
    for _ in range(20):
        player.faster()
    assert player.rate == 3.0
    for _ in range(20):
        player.slower()
    assert player.rate == 0.5
