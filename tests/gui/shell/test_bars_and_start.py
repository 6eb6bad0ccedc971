"""Player bar, head and first start: values in, signals out."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reviewer.gui.shell.drops import dropped_paths
from reviewer.gui.shell.head import EpisodeHead
from reviewer.gui.shell.later import Later
from reviewer.gui.shell.player_bar import PlayerBar
from reviewer.gui.shell.start import StartView
from reviewer.gui.theme import Theme

ARTEFACTS = Path(__file__).parents[3] / "artefacts"
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def bar(theme: Theme, qtbot: QtBot) -> PlayerBar:
    bar = PlayerBar(theme)
    qtbot.addWidget(bar)
    bar.resize(1_200, 52)
    bar.set_recording(is_there=True)
    bar.show()
    return bar


def test_the_player_bar_tells_what_is_pressed(bar: PlayerBar, qtbot: QtBot) -> None:
    steps: list[int] = []
    slices: list[int] = []
    bar.step_asked.connect(steps.append)
    bar.slice_asked.connect(slices.append)
    for button in (bar._before, bar._back, bar._on, bar._after):
        qtbot.mouseClick(button, LEFT)
    assert (steps, slices) == ([-5_000, 5_000], [-1, 1])
    with qtbot.waitSignals([bar.toggle_asked, bar.unheard_asked, bar.follow_changed]):
        for button in (bar._play, bar._unheard, bar._follow):
            qtbot.mouseClick(button, LEFT)


def test_speed_and_volume_are_chosen_from_their_menus(bar: PlayerBar, qtbot: QtBot) -> None:
    speeds = bar._speed.menu()
    assert speeds is not None
    with qtbot.waitSignal(bar.rate_asked) as rate:
        next(action for action in speeds.actions() if action.text() == "1.5×").trigger()
    assert rate.args == [1.5]
    with qtbot.waitSignal(bar.volume_asked) as volume:
        bar._slider.setValue(40)
    assert volume.args == [40]
    assert bar._volume.text() == "40\u00a0%"


def test_the_player_bar_shows_what_it_is_told(bar: PlayerBar) -> None:
    bar.set_time(2_294_000, 6_492_000)
    bar.set_rate(0.75)
    bar.set_playing(True)
    assert (bar._time.text(), bar._whole.text()) == ("38:14", "of 1:48:12")
    assert bar._speed.text() == "0.75×"
    assert bar._play.accessibleName() == "Pause"
    bar.set_recording(is_there=False, note="Recording not found: talk.opus.", has_video=True)
    assert (bar._note.text(), bar._attach.text()) == ("Recording not found: talk.opus.", "Locate…")
    assert bar._video.isVisible()


def test_the_head_shows_title_and_facts_without_empty_ones(theme: Theme, qtbot: QtBot) -> None:
    head = EpisodeHead(theme)
    qtbot.addWidget(head)
    head.resize(600, 80)
    head.show()
    head.set_episode("<i>A talk</i> that is long " * 10, ("Sea", "", "1 March 2026"))
    assert head._meta == "Sea · 1 March 2026"
    assert head.accessibleName().startswith("<i>A talk</i>")
    ARTEFACTS.mkdir(exist_ok=True)
    assert head.grab().save(str(ARTEFACTS / "episode-head.png"))
    with qtbot.waitSignal(head.export_asked):
        qtbot.mouseClick(head._export, LEFT)


@pytest.mark.parametrize("width", [320, 560, 900])
def test_the_link_to_the_captions_stands_behind_the_facts(theme: Theme, qtbot: QtBot, width: int) -> None:
    head = EpisodeHead(theme)
    qtbot.addWidget(head)
    head.resize(width, 80)
    head.show()
    head.set_captions("", "")
    assert not head.captions.isVisible()
    head.set_episode("A talk", ("A series with a long name", "1 March 2026"))
    head.set_captions("3\u00a0oddities, read as Windows-1252", "What is odd in the file, line by line")
    assert head.captions.geometry().right() < head._export.x()
    assert head.captions.x() >= 24
    with qtbot.waitSignal(head.captions_asked):
        qtbot.mouseClick(head.captions, LEFT)
    head.set_captions("", "The tracks of this episode")
    assert head.captions.text() == "Captions"


def test_a_place_kept_for_later_keeps_its_height_until_it_is_filled(qtbot: QtBot) -> None:
    later, part = Later(52), QWidget()
    qtbot.addWidget(later)
    assert later.minimumHeight() == later.maximumHeight() == 52
    later.fill(part)
    assert later.minimumHeight() == 0
    assert later.isAncestorOf(part)


# The first start
@pytest.fixture
def start(theme: Theme, qtbot: QtBot, tmp_path: Path) -> StartView:
    start = StartView(theme, tmp_path / "library.sqlite")
    qtbot.addWidget(start)
    start.resize(900, 800)
    with qtbot.waitActive(start):
        start.show()
        start.activateWindow()
    return start


def test_the_first_start_asks_for_files_sample_and_name(start: StartView, qtbot: QtBot) -> None:
    with qtbot.waitSignals([start.import_asked, start.folder_asked, start.sample_asked]):
        qtbot.mouseClick(start._import, LEFT)
        qtbot.mouseClick(start._folder, LEFT)
        qtbot.mouseClick(start._sample, LEFT)
    start._person.clear()
    qtbot.keyClicks(start._person, "  Noor Hadley ")
    with qtbot.waitSignal(start.person_named) as named:
        qtbot.keyClick(start._person, Qt.Key.Key_Return)
    assert named.args == ["Noor Hadley"]
    start._person.setText("   ")
    with qtbot.assertNotEmitted(start.person_named):
        qtbot.keyClick(start._person, Qt.Key.Key_Return)
    ARTEFACTS.mkdir(exist_ok=True)
    assert start.grab().save(str(ARTEFACTS / "first-start.png"))


def test_dropped_files_are_taken_and_web_addresses_are_not(start: StartView, qtbot: QtBot, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "talk.vtt")), QUrl("https://example.org/talk.vtt")])
    assert dropped_paths(data) == [tmp_path / "talk.vtt"]
    drop = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, LEFT, Qt.KeyboardModifier.NoModifier)
    with qtbot.waitSignal(start.paths_dropped) as dropped:
        start._drop.dropEvent(drop)
    assert dropped.args == [[tmp_path / "talk.vtt"]]
