"""Captions of the open episode: seen, led, read anew, compared, saved; and corrections that fit no longer."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog
from tests.cli.command_line import webvtt
from tests.gui.controllers.two_talks import LAMPS, PERSON, TALKS, Desktop, flat_of, said, session_of

from reviewer.app.importing import ImportOptions, ImportResult, import_files
from reviewer.app.workspace import Workspace
from reviewer.gui.application import Program
from reviewer.gui.dialogs.difference_rows import DifferenceItem
from reviewer.gui.dialogs.reread import RereadDialog
from reviewer.gui.dialogs.saving import SaveCaptionsDialog
from reviewer.gui.dialogs.tracks import TracksDialog
from reviewer.gui.side.carried_rows import CarriedItem, SettledHead

ODD = (
    "1\n00:00:01,000 --> 00:00:04,000\nD\u00e9j\u00e0 vu at Scarevane.\n\n2\n00:00:09,000 --> 00:00:06,000\nbackwards\n"
)


@pytest.fixture
def with_srt(desktop: Desktop) -> Program:
    """The first talk has a further track, in another encoding and with an oddity, that does not lead."""
    file, result = desktop.folder / "lamps.en.srt", ImportResult()
    file.write_bytes(ODD.encode("cp1252"))
    list(import_files(desktop.library, [file], ImportOptions(slug=LAMPS), result, PERSON))
    assert [one.added for one in result.imported] == ["track"]
    return desktop.open()


def dialog_of(program: Program) -> TracksDialog:
    program.window.actions_["captions"].trigger()
    dialog = program.tracks._dialog
    assert dialog is not None
    return dialog


def choose_other(dialog: TracksDialog) -> None:
    dialog.tracks.setCurrentIndex(dialog.tracks.rows.index(1))


def at_modal(work: Callable[[QDialog], None]) -> None:
    """Do something with the modal dialog that is about to open."""

    def try_again() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            work(dialog)
        else:
            QTimer.singleShot(10, try_again)

    QTimer.singleShot(0, try_again)


def test_the_tracks_are_shown_with_what_is_odd_in_each(with_srt: Program) -> None:
    dialog = dialog_of(with_srt)
    assert dialog.isVisible()
    assert not dialog.isModal()
    assert dialog.track is not None
    assert dialog.track.leads
    choose_other(dialog)
    assert dialog.facts["Encoding"].text() == "Windows-1252, assumed: the file does not say"
    assert [row.spoken for row in dialog.oddities.rows.rows][1].endswith("The line: 00:00:09,000 --> 00:00:06,000")


def test_another_track_leads_and_ctrl_z_in_the_dialog_takes_it_back(with_srt: Program, desktop: Desktop) -> None:
    dialog, before = dialog_of(with_srt), said(with_srt)
    choose_other(dialog)
    desktop.press(dialog.tracks, Qt.Key.Key_Return)
    desktop.settle(with_srt)
    assert said(with_srt) == "D\u00e9j\u00e0 vu at Scarevane. backwards"
    assert with_srt.window.head.captions.text() == "2\u00a0oddities, read as Windows-1252"
    assert "leads now" in dialog.told.text()
    assert "leads now" in with_srt.window.toast.text
    assert dialog.track is not None
    assert dialog.track.leads
    desktop.press(dialog.tracks, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert said(with_srt) == before
    assert dialog.told.text() == "Undone."


def test_the_window_follows_when_another_one_lets_a_track_lead(with_srt: Program, desktop: Desktop) -> None:
    from reviewer.app import tracks

    with Workspace(desktop.library, "Ari") as other:
        session = other.session(LAMPS)
        tracks.lead(session, tracks.tracks(session)[1].version.id)
    with_srt.desk.look()
    assert "backwards" in said(with_srt)


def test_a_file_is_read_anew_after_a_look_at_its_words(with_srt: Program, desktop: Desktop) -> None:
    dialog = dialog_of(with_srt)
    choose_other(dialog)
    dialog.lead.click()
    desktop.settle(with_srt)
    seen: list[str] = []

    def read(modal: QDialog) -> None:
        assert isinstance(modal, RereadDialog)
        assert not modal.accept_button.isEnabled()
        modal.encoding.setCurrentIndex(modal.encoding.findData("windows-1251"))

        def take() -> None:
            if "\u0439" not in modal.preview.toPlainText():
                QTimer.singleShot(20, take)
                return
            seen.append(modal.preview.toPlainText())
            modal.accept_button.click()

        take()

    at_modal(read)
    dialog.reread.click()
    desktop.settle(with_srt)
    assert seen == ["D\u0439j\u0430 vu at Scarevane."]
    assert said(with_srt).startswith("D\u0439j\u0430 vu")
    assert dialog.tracks.rows.rowCount() == 3
    assert dialog.count.text() == "3\u00a0versions in 2\u00a0tracks"
    assert dialog.focusWidget() is dialog.tracks
    dialog.undo.click()
    assert said(with_srt).startswith("D\u00e9j\u00e0 vu")


def test_two_tracks_are_compared_and_enter_goes_to_the_place(with_srt: Program, desktop: Desktop) -> None:
    dialog = dialog_of(with_srt)
    dialog.compare.click()
    desktop.settle(with_srt)
    compare = with_srt.tracks.comparing.dialog
    assert compare is not None
    rows = compare.list.rows.rowCount()
    assert rows > 0
    assert compare.head.text() == f"{rows}\u00a0place{'s' if rows > 1 else ''} where the words differ"
    shown = [row.shown for row in compare.list.rows.rows if isinstance(row, DifferenceItem)]
    number = next(number for number, words in enumerate(shown) if words)
    compare.list.setCurrentIndex(compare.list.rows.index(number))
    desktop.press(compare.list, Qt.Key.Key_Return)
    transcript = with_srt.window.transcript
    selected = [word.text.strip(".,") for word in transcript.chosen_words()]
    assert selected == [word.strip(".,") for word in shown[number].split()][: len(selected)]
    assert transcript.selected_text()
    desktop.bot.waitUntil(transcript.hasFocus)
    assert not compare.isVisible()
    assert not dialog.isVisible()
    dialog = dialog_of(with_srt)
    dialog.compare.click()
    compare.other.setCurrentIndex(compare.one.currentIndex())
    assert compare.same.missing.text() == "The same track twice"


def test_a_copy_is_the_file_to_the_byte(with_srt: Program, desktop: Desktop, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = desktop.folder / "copy.srt"
    monkeypatch.setattr("reviewer.gui.dialogs.files.choose_new_file", lambda *_: copy)
    dialog = dialog_of(with_srt)
    choose_other(dialog)
    dialog.copy.click()
    assert copy.read_bytes() == ODD.encode("cp1252")
    assert "copy.srt" in dialog.told.text()


def test_captions_are_saved_after_what_is_lost_was_told(
    program: Program, desktop: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    session, saved = session_of(program), desktop.folder / "out.srt"
    program.desk.decide(lambda: session.correct(session.places("lamp"), "lantern"))
    asked: list[str] = []

    def choose(_parent: object, _title: str, _filters: str, start: str) -> Path:
        asked.append(start)
        return saved

    def take(modal: QDialog) -> None:
        assert isinstance(modal, SaveCaptionsDialog)
        button = next(b for b in modal._group.buttons() if b.property("format") == "srt")
        button.setChecked(True)
        modal.accept_button.click()

    monkeypatch.setattr("reviewer.gui.dialogs.files.choose_new_file", choose)
    dialog = dialog_of(program)
    at_modal(take)
    dialog.save.click()
    assert Path(asked[0]).name == "lamps.srt"
    assert "a lantern that" in saved.read_text("utf-8")


def test_a_file_that_can_not_be_written_is_told_in_the_dialog(
    program: Program, desktop: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    nowhere = desktop.folder / "none" / "copy.vtt"
    monkeypatch.setattr("reviewer.gui.dialogs.files.choose_new_file", lambda *_: nowhere)
    dialog = dialog_of(program)
    dialog.copy.click()
    assert "There is no such folder" in dialog.told.text()


@pytest.mark.parametrize("end", ["", "-wal", "-shm"])
def test_nothing_is_saved_over_the_library(
    program: Program, desktop: Desktop, monkeypatch: pytest.MonkeyPatch, end: str
) -> None:
    path = desktop.library.with_name(desktop.library.name + end)
    monkeypatch.setattr("reviewer.gui.dialogs.files.choose_new_file", lambda *_: path)
    dialog, before = dialog_of(program), path.stat().st_ino
    dialog.copy.click()
    assert "this is a library that is open here" in dialog.told.text()
    at_modal(lambda modal: modal.accept())
    dialog.save.click()
    assert path.stat().st_ino == before


# Corrections that fit no longer
@pytest.fixture
def with_unfit(desktop: Desktop) -> Program:
    """Two corrections of the first talk; its changed file settles one and has no words for the other."""
    with Workspace(desktop.library, PERSON) as workspace:
        session = workspace.session(LAMPS)
        session.correct(session.places("great opportunity"), "fine chance")
        session.correct(session.places("lamp"), "lantern")
    file = desktop.folder / "again" / "lamps.vtt"
    file.parent.mkdir()
    lines = (
        line.replace("lamp that", "lantern that").replace("great opportunity", "rare gift") for line in TALKS[LAMPS]
    )
    file.write_text(webvtt(*lines), "utf-8")
    result = ImportResult()
    list(import_files(desktop.library, [file], ImportOptions(), result, PERSON))
    assert [(one.settled, one.unfit) for one in result.imported] == [(1, 1)]
    program = desktop.open()
    program.window.side.show_tab("corrections", focus=True)
    return program


def test_what_fits_no_longer_is_laid_on_the_selection(with_unfit: Program, desktop: Desktop) -> None:
    pane, transcript = with_unfit.window.side.corrections, with_unfit.window.transcript
    pane.show_unfit()
    item = pane.current_carried
    assert item is not None
    assert (item.heard, item.meant) == ("great opportunity", "fine chance")
    assert not pane.panel.lay.isEnabled()
    desktop.press(pane.list, Qt.Key.Key_Return)  # goes to the old time
    transcript.put_caret(flat_of(with_unfit, "rare gift"))
    for _ in range(2):
        desktop.press(
            transcript, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
        )
    assert pane.panel.lay.isEnabled()
    pane.panel.lay.click()
    assert "a fine chance for" in said(with_unfit)
    assert with_unfit.window.toast.text.startswith("Laid: ")
    assert not pane.unfit.isVisible()
    with_unfit.desk.undo()
    assert "a rare gift for" in said(with_unfit)
    assert pane.unfit.text() == "1 fits no longer"


def test_what_fits_no_longer_can_be_withdrawn(with_unfit: Program, desktop: Desktop) -> None:
    pane = with_unfit.window.side.corrections
    pane.show_unfit()
    desktop.press(pane.list, Qt.Key.Key_Delete)
    assert not [row for row in pane.list.rows.rows if isinstance(row, CarriedItem)]
    with_unfit.desk.undo()
    desktop.settle(with_unfit)
    assert pane.unfit.isVisible()


def test_what_the_file_settled_is_closed_until_asked_for(with_unfit: Program, desktop: Desktop) -> None:
    pane = with_unfit.window.side.corrections
    pane.list.setFocus()
    desktop.press(pane.list, Qt.Key.Key_End)
    assert isinstance(pane.list.row, SettledHead)
    desktop.press(pane.list, Qt.Key.Key_Return)
    assert [row.is_settled for row in pane.list.rows.rows if isinstance(row, CarriedItem)] == [False, True]
