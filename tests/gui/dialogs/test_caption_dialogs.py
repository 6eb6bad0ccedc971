"""The dialogs about captions: opened, grabbed, worked by keys, freed when they close."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QToolTip, QWidget
from pytestqt.qtbot import QtBot
from tests.gui.dialogs.caption_samples import DIFFERENCES, FILE_LINES, ODDITIES, TRACKS

from reviewer.errors import Refused
from reviewer.gui.dialogs.comparing import CompareDialog
from reviewer.gui.dialogs.report import ReportDialog
from reviewer.gui.dialogs.report_rows import FileLine, in_groups, summary
from reviewer.gui.dialogs.reread import AS_FOUND, Choices, RereadDialog
from reviewer.gui.dialogs.saving import SaveCaptionsDialog
from reviewer.gui.dialogs.tracks import TracksDialog
from reviewer.gui.formats import WRITTEN
from reviewer.gui.theme import Theme

ARTEFACTS = Path(__file__).parents[3] / "artefacts"
CHOICES = Choices((("utf-8", "Unicode, UTF-8"), ("windows-1252", "Western European, Windows-1252")), ("srt", "text"))
Opened = Callable[[QDialog], None]
Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def opened(qtbot: QtBot) -> Opened:
    def show(dialog: QDialog) -> None:
        qtbot.addWidget(dialog)
        with qtbot.waitActive(dialog):
            dialog.show()
            dialog.activateWindow()

    return show


def losses(name: str) -> tuple[str, ...]:
    if name == "sbv":
        raise Refused("This transcript has no times.")
    return ("1,204 word times", "2 cue settings") if name == "srt" else ()


@pytest.fixture
def report(theme: Theme, opened: Opened) -> ReportDialog:
    dialog = ReportDialog(theme)
    dialog.set_lines(FILE_LINES, was_cancelled=False)
    opened(dialog)
    return dialog


@pytest.fixture
def tracks(theme: Theme, opened: Opened) -> TracksDialog:
    dialog = TracksDialog(theme)
    dialog.set_tracks("<b>Handing research</b>", TRACKS)
    opened(dialog)
    return dialog


@pytest.fixture
def compare(theme: Theme, opened: Opened) -> CompareDialog:
    dialog = CompareDialog(theme)
    dialog.set_tracks(TRACKS, "a", "b")
    dialog.set_differences(DIFFERENCES)
    opened(dialog)
    return dialog


@pytest.fixture
def reread(theme: Theme, opened: Opened) -> RereadDialog:
    dialog = RereadDialog(theme, "<b>talk</b>.srt", CHOICES, "windows-1252")
    opened(dialog)
    return dialog


@pytest.mark.parametrize("choice", ["light", "dark", "contrast"])
def test_every_dialog_is_grabbed_and_freed(theme: Theme, choice: str) -> None:
    theme.set_choice(choice)  # type: ignore[arg-type]
    report, tracks, compare = ReportDialog(theme), TracksDialog(theme), CompareDialog(theme)
    report.set_lines(FILE_LINES, was_cancelled=True)
    tracks.set_tracks("Handing research", TRACKS)
    tracks.tracks.setCurrentIndex(tracks.tracks.rows.index(1))
    tracks.tell("“en · uploaded” leads now: 498 corrections carried, 2 fit no longer.", can_undo=True)
    compare.set_tracks(TRACKS, "a", "b")
    compare.set_differences(DIFFERENCES)
    reread = RereadDialog(theme, "talk.srt", CHOICES, "windows-1252")
    reread.show_preview("1\nÇa va très bien")
    dialogs = {"report": report, "tracks": tracks, "compare": compare, "reread": reread}
    ARTEFACTS.mkdir(exist_ok=True)
    for name, dialog in (dialogs | {"save-captions": SaveCaptionsDialog(theme, list(WRITTEN), losses)}).items():
        dialog.open()
        assert dialog.grab().save(str(ARTEFACTS / f"dialog-{name}-{choice}.png"))
        dialog.reject()
        dialog.deleteLater()
        QCoreApplication.sendPostedEvents(dialog, QEvent.Type.DeferredDelete.value)
        assert not shiboken6.isValid(dialog)
    theme.set_choice("light")


def test_the_models_are_sound(
    qtmodeltester: Any, report: ReportDialog, tracks: TracksDialog, compare: CompareDialog
) -> None:
    for view in (report.list, tracks.tracks, tracks.oddities, compare.list):
        qtmodeltester.check(view.rows)


def stops(dialog: QDialog, first: QWidget) -> list[QWidget]:
    """Where Tab goes, from a control until it comes round."""
    first.setFocus()
    found = [first]
    for _ in range(20):
        QTest.keyClick(dialog.focusWidget() or dialog, Key.Key_Tab)
        now = dialog.focusWidget()
        if now is None or now in found:
            break
        found.append(now)
    return found


def test_tab_goes_through_each_dialog_from_its_list_to_close(
    report: ReportDialog, tracks: TracksDialog, compare: CompareDialog
) -> None:
    for dialog in (report, tracks, compare):
        dialog.activateWindow()
    tracks.tracks.setCurrentIndex(tracks.tracks.rows.index(1))
    panel = report.panel
    assert stops(report, report.list) == [report.list, panel.as_text, panel.copy, report.copy, report.close_button]
    assert stops(tracks, tracks.tracks) == [
        tracks.tracks, tracks.lead, tracks.compare, tracks.copy, tracks.oddities, tracks.close_button
    ]  # fmt: skip
    assert stops(compare, compare.one) == [compare.one, compare.other, compare.list, compare._go, compare._close]


# The report
def test_what_needs_someone_stands_first(report: ReportDialog) -> None:
    headings = [row.spoken for row in in_groups(FILE_LINES) if not isinstance(row, FileLine)]
    assert headings == ["Refused, 2", "New versions, 1", "Further tracks, 1", "Imported, 2", "Known already, 1"]
    assert report.head.text() == "2 imported, 1\u00a0new version, 1\u00a0further track, 1 known already, 2 refused."
    assert report.rest.text() == "Nothing was changed by what was refused."


def test_a_refused_file_says_line_reason_and_remedy(report: ReportDialog, qtbot: QtBot) -> None:
    line = report.current
    assert line is not None
    assert line.called == "interview-07.vtt, line 412"
    assert report.panel.message.text() == line.whole
    assert not report.panel.open.isVisible()
    with qtbot.waitSignal(report.text_asked) as asked:
        qtbot.mouseClick(report.panel.as_text, LEFT)
    assert asked.args == ["/talks/interview-07.vtt"]


def test_enter_opens_the_episode_of_a_row(report: ReportDialog, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(report.open_asked):
        qtbot.keyClick(report.list, Key.Key_Return)
    qtbot.keyClick(report.list, Key.Key_Down)
    assert not report.panel.as_text.isVisible()
    qtbot.keyClick(report.list, Key.Key_Down)
    with qtbot.waitSignal(report.open_asked) as asked:
        qtbot.keyClick(report.list, Key.Key_Return)
    assert asked.args == ["lamps"]


def test_message_and_list_are_copied_as_plain_lines(report: ReportDialog, qtbot: QtBot) -> None:
    clipboard = QGuiApplication.clipboard()
    qtbot.mouseClick(report.panel.copy, LEFT)
    assert clipboard.text().startswith("/talks/interview-07.vtt, line 412: “00:31:4x.200” stands")
    qtbot.mouseClick(report.copy, LEFT)
    assert clipboard.text().startswith("Refused, 2\n/talks/interview-07.vtt, line 412")
    assert len(clipboard.text().splitlines()) == len(FILE_LINES) + 5 + 4


def test_before_any_import_it_says_what_it_is_for(report: ReportDialog) -> None:
    report.set_lines((), was_cancelled=False)
    assert report.empty.isVisible()
    assert not report.copy.isEnabled()
    assert report.current is None


def test_a_cancel_is_told_with_what_brings_the_rest(report: ReportDialog) -> None:
    report.set_lines(FILE_LINES[:1], was_cancelled=True)
    assert report.rest.text() == "Cancelled: what came before is whole. The same import again brings the rest."
    assert summary(FILE_LINES[:1]) == "1 imported."


def test_one_file_is_told_without_a_heading(report: ReportDialog) -> None:
    report.set_lines(FILE_LINES[5:6], was_cancelled=False)
    assert report.list.rows.rowCount() == 1
    assert report.current is FILE_LINES[5]
    assert report.head.text() == "1 refused."
    assert not report.rest.isVisible()  # its message says that nothing was changed


def test_a_line_parts_the_head_from_rows_that_went_under_it(report: ReportDialog) -> None:
    bar = report.list.verticalScrollBar()
    report.set_lines(FILE_LINES * 4, was_cancelled=False)
    bar.setValue(0)
    assert not report.edge.is_drawn
    bar.setValue(bar.maximum())
    assert report.edge.is_drawn


# Tracks
def test_the_leading_track_is_looked_at_and_offers_what_fits_it(tracks: TracksDialog) -> None:
    assert tracks.track is TRACKS[0]
    shown = [part.isVisible() for part in (tracks.lead, tracks.reread, tracks.save, tracks.compare, tracks.copy)]
    assert shown == [False, True, True, True, True]
    assert tracks.none.isVisible()
    assert tracks.title.text() == "<b>Handing research</b>"


def test_another_track_can_lead_by_button_and_by_key(tracks: TracksDialog, qtbot: QtBot) -> None:
    qtbot.keyClick(tracks.tracks, Key.Key_Down)
    assert not tracks.save.isVisible()
    assert tracks.oddities.rows.rowCount() == len(ODDITIES)
    with qtbot.waitSignal(tracks.lead_asked) as asked:
        qtbot.keyClick(tracks.tracks, Key.Key_Enter)
    assert asked.args == [TRACKS[1]]
    with qtbot.waitSignals([tracks.lead_asked, tracks.compare_asked, tracks.copy_asked]):
        for button in (tracks.compare, tracks.copy, tracks.lead):
            qtbot.mouseClick(button, LEFT)


def test_the_track_looked_at_stays_when_the_list_is_filled_anew(tracks: TracksDialog) -> None:
    tracks.tracks.setCurrentIndex(tracks.tracks.rows.index(2))
    tracks.set_tracks("Handing research", TRACKS)
    assert tracks.track is TRACKS[2]
    tracks.show_leading()
    assert tracks.track is TRACKS[0]


def test_what_was_told_can_be_undone_once(tracks: TracksDialog, qtbot: QtBot) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    with qtbot.assertNotEmitted(tracks.undo_asked):
        qtbot.keyClick(tracks.tracks, Key.Key_Z, control)
    tracks.tell("Leads now.", can_undo=True)
    with qtbot.waitSignal(tracks.undo_asked):
        qtbot.keyClick(tracks.tracks, Key.Key_Z, control)
    assert not tracks.undo.isVisible()


def test_a_cut_row_has_its_whole_text_in_the_tip(tracks: TracksDialog) -> None:
    tracks.tracks.setCurrentIndex(tracks.tracks.rows.index(1))
    view = tracks.oddities
    place = view.visualRect(view.rows.index(2)).center()
    view.viewportEvent(QHelpEvent(QEvent.Type.ToolTip, place, view.viewport().mapToGlobal(place)))
    assert "&lt;b&gt;bold&lt;/b&gt;" in QToolTip.text()
    empty = QPoint(5, view.viewport().height() - 2)
    view.viewportEvent(QHelpEvent(QEvent.Type.ToolTip, empty, view.viewport().mapToGlobal(empty)))


def test_versions_are_counted_with_their_tracks(tracks: TracksDialog) -> None:
    assert tracks.count.text() == "3\u00a0versions in 3\u00a0tracks"
    tracks.set_tracks("Handing research", [TRACKS[0], replace(TRACKS[0], id="d", leads=False), TRACKS[1]])
    assert tracks.count.text() == "3\u00a0versions in 2\u00a0tracks"


# Re-read
def test_bytes_that_are_no_text_are_told_and_can_be_read_all_the_same(reread: RereadDialog) -> None:
    reread.encoding.setCurrentIndex(reread.encoding.findData("utf-8"))
    reread.show_preview("D\ufffdj\ufffd", "Not UTF-8: byte 0xE9 in line 3")
    assert reread.fault.text().startswith("Not UTF-8: byte 0xE9 in line 3.")
    assert reread._sign.isVisible()
    assert reread.accept_button.isEnabled()
    reread.show_preview("words")
    assert not reread._sign.isVisible()


def test_walking_through_encodings_asks_for_a_preview_of_the_last(reread: RereadDialog, qtbot: QtBot) -> None:
    assert reread.encoding.currentText() == "Western European, Windows-1252 (as now)"
    assert reread.format.currentText() == AS_FOUND
    assert not reread.accept_button.isEnabled()
    with qtbot.waitSignal(reread.preview_asked, check_params_cb=lambda name: name == "utf-8"):
        qtbot.keyClick(reread.encoding, Key.Key_Down)
    reread.show_fault("It is not UTF-8.")
    assert not reread.accept_button.isEnabled()
    assert reread.fault.text() == "It is not UTF-8."
    reread.show_preview("<b>words</b>")
    assert reread.accept_button.isEnabled()
    assert reread.preview.toPlainText() == "<b>words</b>"
    assert (reread.chosen_encoding, reread.chosen_format) == ("utf-8", None)


def test_another_format_alone_is_enough_to_read_anew(reread: RereadDialog, qtbot: QtBot) -> None:
    reread.format.setCurrentIndex(reread.format.findData("text"))
    reread.show_preview("words")
    assert reread.chosen_format == "text"
    qtbot.mouseClick(reread.accept_button, LEFT)
    assert reread.result() == QDialog.DialogCode.Accepted


# Compare
def test_enter_or_the_button_goes_to_the_place(compare: CompareDialog, qtbot: QtBot) -> None:
    qtbot.keyClick(compare.list, Key.Key_Down)
    with qtbot.waitSignal(compare.go_to) as asked:
        qtbot.keyClick(compare.list, Key.Key_Return)
    assert asked.args == [DIFFERENCES[1]]
    with qtbot.waitSignal(compare.go_to):
        qtbot.mouseClick(compare._go, LEFT)
    assert DIFFERENCES[1].spoken == "39:44: nothing; in the other track: when you say"


def test_another_choice_is_compared_and_meanwhile_it_says_so(compare: CompareDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(compare.compare_asked) as asked:
        compare.other.setCurrentIndex(2)
    assert asked.args == ["a", "c"]
    assert compare.waiting.isVisible()
    compare.set_differences([])
    assert compare.same.missing.text() == "No word differs"
    assert not compare._go.isEnabled()


# Saving
def test_what_a_format_can_not_carry_is_told_first(theme: Theme, opened: Opened) -> None:
    dialog = SaveCaptionsDialog(theme, list(WRITTEN), losses)
    opened(dialog)
    assert (dialog.format, dialog.lost_head.text()) == ("webvtt", "Nothing is lost")
    choices = {str(button.property("format")): button for button in dialog._group.buttons()}
    choices["srt"].setChecked(True)
    assert dialog.lost.text() == "1,204 word times\n2 cue settings"
    choices["sbv"].setChecked(True)
    assert dialog.lost.text() == "This transcript has no times."
    assert not dialog.accept_button.isEnabled()
    choices["text"].setChecked(True)
    assert dialog.accept_button.isEnabled()
