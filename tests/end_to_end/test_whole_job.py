"""The whole job in the real window, with real keys and clicks: from the caption file to the bundle."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import webvtt
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reviewer import paths
from reviewer.app.session import ReviewSession
from reviewer.app.settings import Settings
from reviewer.app.workspace import Workspace
from reviewer.gui.application import Program
from reviewer.gui.dialogs.places import PlacesDialog
from reviewer.gui.theme import Theme
from reviewer.publish.verify import verify

SAMPLE = paths.resource("sample")
CAPTIONS = SAMPLE / "the-lighthouse-keepers-model.en.vtt"
RECORDING = SAMPLE / "the-lighthouse-keepers-model.opus"
SUMMARY = "A conversation about lamps and models."
SLUG = "the-lighthouse-keepers-model"
ARTEFACTS = Path(__file__).parents[2] / "artefacts"


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    found = qapp.findChild(Theme)
    if found is None:
        found = Theme(qapp)
        found.install(qapp)
    found.set_choice("light")
    found.set_zoom(100)
    return found


class Desk:
    """The program as a user has it before her: opened, closed and opened again on one library."""

    def __init__(self, qapp: QApplication, theme: Theme, qtbot: QtBot, folder: Path) -> None:
        self._qapp, self._theme, self.bot, self.folder = qapp, theme, qtbot, folder
        self.settings = Settings(folder / "settings")
        self.settings.set({"person": "Noor Hadley"})
        self.program: Program | None = None

    def open(self) -> Program:
        program = Program(self._qapp, self._theme, self.folder / "library.sqlite", self.settings)
        program.open_first()
        program.window.resize(1440, 900)
        program.window.lay_panes()
        with self.bot.waitActive(program.window):
            program.window.show()
            program.window.activateWindow()
        program.shown()
        assert [w for w in self._qapp.topLevelWidgets() if w.isVisible()] == [program.window]
        assert program.window.isActiveWindow()
        self.program = program
        self.settle()
        return program

    @property
    def shown(self) -> Program:
        assert self.program is not None
        return self.program

    @property
    def session(self) -> ReviewSession:
        session = self.shown.desk.session
        assert session is not None
        return session

    def settle(self) -> None:
        """Wait for the tasks, such as looking for names."""
        program = self.program
        assert program is not None
        self.bot.waitUntil(lambda: not program.tasks.running, timeout=60_000)
        self.bot.wait(50)

    def close(self) -> None:
        if self.program is not None:
            self.program.window.close()
            self.program.close()
            self.program.window.deleteLater()
            self.program = None

    def grab(self, name: str) -> None:
        """An artefact to look at beside the pictures of the design."""
        assert self.program is not None
        ARTEFACTS.mkdir(exist_ok=True)
        assert self.program.window.grab().save(str(ARTEFACTS / f"{name}.png"))


@pytest.fixture
def desk(qapp: QApplication, theme: Theme, qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(qapp, theme, qtbot, tmp_path)
    yield desk
    desk.close()


def text_of(program: Program) -> str:
    session = program.desk.session
    assert session is not None
    return " ".join(session.text.cue_text(n) for n in range(len(session.text.cues)))


def flat_of(program: Program, heard: str) -> int:
    session = program.desk.session
    assert session is not None
    return session.text.cues.flat(session.places(heard)[0].span.start)


def test_from_the_caption_file_to_the_bundle(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.open()
    desk.grab("1-first-start")
    imported = import_by_the_button(desk, monkeypatch)
    correct_one_word_by_keyboard(desk)
    correct_all_places_after_seeing_them(desk, monkeypatch)
    accept_a_card_by_keyboard(desk)
    corrected = undo_all_and_redo_all(desk, imported)
    choose_a_slice_in_the_arc(desk)
    listen_to_a_word(desk)
    write_the_assessment(desk, monkeypatch)
    open_again(desk, corrected)
    export_twice(desk, corrected, monkeypatch)


def import_by_the_button(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> str:
    program, window = desk.shown, desk.shown.window
    monkeypatch.setattr("reviewer.gui.dialogs.files.choose_files", lambda *_: [CAPTIONS])
    desk.bot.mouseClick(window.start._import, Qt.MouseButton.LeftButton)
    desk.bot.waitUntil(lambda: program.desk.session is not None, timeout=20_000)
    desk.settle()
    assert desk.session.episode.slug == SLUG
    assert window.library.model.index_of(SLUG).isValid()
    desk.grab("2-imported")
    return text_of(program)


def type_into_field(desk: Desk, text: str) -> QWidget:
    field = QApplication.focusWidget()
    assert field is not None
    desk.bot.keyClicks(field, text)
    return field


def correct_one_word_by_keyboard(desk: Desk) -> None:
    program, transcript = desk.shown, desk.shown.window.transcript
    before = text_of(program).count("Scarevane")
    transcript.setFocus()
    transcript.put_caret(flat_of(program, "Scarevane"))
    desk.bot.keyClick(transcript, Qt.Key.Key_F2)
    assert transcript.is_correcting
    desk.grab("3-correcting")
    desk.bot.keyClick(type_into_field(desk, "Skerryvane"), Qt.Key.Key_Return)
    assert text_of(program).count("Skerryvane") == 1
    assert text_of(program).count("Scarevane") == before - 1
    assert desk.shown.window.toast.text == "Corrected 1\u00a0place. 1\u00a0slice rescored."
    assert QApplication.focusWidget() is transcript


def correct_all_places_after_seeing_them(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def accept(dialog: PlacesDialog) -> int:
        assert dialog.list.count() == 2
        return 1

    program, transcript = desk.shown, desk.shown.window.transcript
    monkeypatch.setattr(PlacesDialog, "exec", accept)
    transcript.put_caret(flat_of(program, "O'Wine"))
    desk.bot.keyClick(transcript, Qt.Key.Key_Return)
    everywhere = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    desk.bot.keyClick(type_into_field(desk, "Owain"), Qt.Key.Key_Return, everywhere)
    assert text_of(program).count("Owain Evans") == 2


def accept_a_card_by_keyboard(desk: Desk) -> None:
    names = desk.shown.window.side.names
    desk.shown.window.side.show_tab("names", focus=True)
    before, card = len(names.cards), names.current
    assert card is not None
    desk.bot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert card.meant in text_of(desk.shown)
    assert len(names.cards) < before
    desk.grab("4-card-accepted")


def undo_all_and_redo_all(desk: Desk, imported: str) -> str:
    program, control = desk.shown, Qt.KeyboardModifier.ControlModifier
    corrected = text_of(program)
    for _ in range(3):
        desk.bot.keyClick(program.window, Qt.Key.Key_Z, control)
    assert text_of(program) == imported
    for _ in range(3):
        desk.bot.keyClick(program.window, Qt.Key.Key_Y, control)
    assert text_of(program) == corrected
    desk.settle()
    return corrected


def choose_a_slice_in_the_arc(desk: Desk) -> None:
    window, arc = desk.shown.window, desk.shown.window.plots.arc
    arc.setFocus()
    desk.bot.keyClick(arc, Qt.Key.Key_Home)
    desk.bot.keyClick(arc, Qt.Key.Key_Right)
    assert desk.shown.episode.chosen == 2
    part = desk.session.scores[1].slice
    desk.bot.waitUntil(lambda: part.first < window.transcript.visible_range()[1], timeout=3_000)
    window.side.show_tab("slice")
    desk.grab("5-slice")


def listen_to_a_word(desk: Desk) -> None:
    transcript, listening = desk.shown.window.transcript, desk.shown.listening
    listening.attach(RECORDING)
    desk.bot.waitUntil(lambda: listening._player.duration_ms > 0, timeout=10_000)
    flat = desk.session.scores[1].slice.first + 3
    transcript.scroll_to_word(flat, animated=False)
    control = Qt.KeyboardModifier.ControlModifier
    place = transcript.word_rect(flat).center()
    desk.bot.mouseClick(transcript.viewport(), Qt.MouseButton.LeftButton, control, place)
    desk.bot.waitUntil(lambda: listening._player.is_playing, timeout=5_000)
    desk.bot.wait(900)
    desk.bot.keyClick(desk.shown.window, Qt.Key.Key_F4)
    assert not listening._player.is_playing
    desk.bot.waitUntil(lambda: desk.session.hearing.listening.heard_ms > 0, timeout=5_000)
    assert desk.session.hearing.listening.wording.startswith("Partly heard")


def write_the_assessment(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    window, content = desk.shown.window, desk.folder / "content"
    window.side.show_tab("assessment")
    summary = window.side.assessment.ui.summary
    summary.setFocus()
    desk.bot.keyClicks(summary, SUMMARY)
    desk.bot.waitUntil(lambda: desk.session.values().get("summary") == SUMMARY, timeout=5_000)
    desk.grab("6-assessment")
    content.mkdir()
    monkeypatch.setattr("reviewer.gui.controllers.assessing.choose_folder", lambda *_: content)
    window.actions_["write"].trigger()
    written = json.loads((content / "resources" / "transcript-assessments" / f"{SLUG}.json").read_text("utf-8"))
    assert written["summary"] == SUMMARY
    assert written["listening"]["listen_based"] is False
    assert 0 < written["listening"]["coverage"] < 0.95


def open_again(desk: Desk, corrected: str) -> None:
    desk.close()
    program = desk.open()
    assert text_of(program) == corrected
    assert program.window.side.assessment.ui.summary.toPlainText() == SUMMARY
    desk.grab("7-opened-again")


def export_twice(desk: Desk, corrected: str, monkeypatch: pytest.MonkeyPatch) -> None:
    out = desk.folder / "out"
    monkeypatch.setattr("reviewer.gui.controllers.exporting.choose_folder", lambda *_: out)
    desk.shown.window.actions_["export"].trigger()
    check_bundle(out / SLUG, corrected)
    first = files_of(out)
    desk.shown.window.actions_["export"].trigger()
    assert files_of(out) == first


def files_of(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def check_bundle(folder: Path, corrected: str) -> None:
    assert verify(folder) == []
    files = files_of(folder)
    by_ending = {name.split("/")[-1]: data for name, data in files.items()}
    cues = webvtt.from_string(by_ending[f"{SLUG}.vtt"].decode()).captions
    assert " ".join(" ".join(cue.text.split()) for cue in cues).replace("&gt;", ">") == corrected
    assert cues[0].start == "00:00:00.000" or cues[0].start_in_seconds < 5
    subrip = webvtt.from_srt(str(next(folder.rglob("*.srt")))).captions
    assert len(subrip) == len(cues)
    assert [c.start for c in subrip] == [c.start for c in cues]
    assert "Owain Evans" in by_ending[f"{SLUG}.txt"].decode()
    page = next(data for name, data in files.items() if name.endswith(".html")).decode()
    assert "Skerryvane" in page
    assert "Scarevane" in page  # as what was heard
    assert "://" not in page.replace("http://www.w3.org", "").replace("https://www.youtube.com", "")
    manifest = json.loads(by_ending["manifest.json"])
    assert {row["path"] for row in manifest["files"]} == set(files) - {"manifest.json"}
    svgs = [name for name in files if name.endswith(".svg")]
    assert any("strip" in name for name in svgs)
    assert any("arc" in name for name in svgs)


def test_two_windows_and_the_command_line_see_each_other(desk: Desk, qtbot: QtBot) -> None:
    program = desk.open()
    program.imports.import_paths([CAPTIONS])
    qtbot.waitUntil(lambda: program.desk.session is not None, timeout=20_000)
    desk.settle()
    with Workspace(desk.folder / "library.sqlite", "Ari") as other:
        session = other.session(SLUG)
        session.correct(session.places("Scarevane"), "Skerryvane")
    qtbot.waitUntil(lambda: "Skerryvane" in text_of(program), timeout=3_000)
